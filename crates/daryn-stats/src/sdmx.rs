//! SDMX, the language of statistical offices among themselves.

pub mod csv;
pub mod json;
pub mod ml;
mod structure;

pub use structure::{Attachment, Structure, Structures};
