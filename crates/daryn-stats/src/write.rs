//! Rows written to files.

pub mod sdmx_csv;
