//! Readers of CSV and JSON against walks of other programs, on invented and on real files.

mod round_trip;
mod sdmx_csv;
mod sdmx_json;
mod support;
