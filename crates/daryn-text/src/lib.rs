//! Texts in Kazakh, Russian and English.
//!
//! Pure and usable alone.

pub mod language;
mod letters;
pub mod stem;

pub use language::{Detail, Language};
