//! Texts in Kazakh, Russian and English.
//!
//! Pure and usable alone. Positions are code points.

pub mod language;
pub mod stem;

pub use language::{Detail, Language};
