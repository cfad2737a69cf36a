//! Readers as other crates use them.

mod sdmx_ml;
mod shared;
