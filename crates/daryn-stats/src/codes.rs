//! What the codes and words of statistical sources mean: areas, periods, units, sex, age, education.
//!
//! A code is looked up, never guessed: what is not in a list stays unknown, and the source's own
//! code is kept beside what it was mapped to.

pub mod area;
mod fold;
pub mod period;

pub use area::{Area, Group, GroupKind};
pub use period::TimePeriod;
