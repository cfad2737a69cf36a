//! SDMX, the language of statistical offices among themselves.

pub mod csv;
pub mod json;
