//! SDMX: the formats of the statistical agencies.

pub mod ml;
mod structure;

pub use structure::{Attachment, Structure, Structures};
