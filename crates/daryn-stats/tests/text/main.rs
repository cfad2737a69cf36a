//! Readers of CSV and JSON against walks of other programs, on invented and on real files.

#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

mod round_trip;
mod sdmx_csv;
mod sdmx_json;
mod services_csv;
mod services_json;
mod statistics;
mod support;
