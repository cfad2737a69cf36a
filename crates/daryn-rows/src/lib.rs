//! CSV and TOML as rows that know their lines: what people write by hand, read with every problem
//! told at once.
//!
//! Architecture invariant: bytes in, rows and problems out; nothing here knows what a row means.

pub mod csv_file;
pub mod toml_file;
