//! Texts in Kazakh, Russian and English.
//!
//! Pure and usable alone.

pub mod charsets;
pub mod language;
mod letters;
pub mod repair;
pub mod sentence;
pub mod stem;

pub use language::{Detail, Language};
pub use letters::unmixed;
