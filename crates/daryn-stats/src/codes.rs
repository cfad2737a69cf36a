//! What the codes and words of statistical sources mean: areas, periods, units, sex, age, education.
//!
//! A code is looked up, never guessed: what is not in a list stays unknown, and the source's own
//! code is kept beside what it was mapped to.

pub mod age;
pub mod area;
pub mod education;
mod fold;
pub mod period;
pub mod sex;
pub mod unit;

pub use age::Age;
pub use area::{Area, Group, GroupKind};
pub use education::Education;
pub use period::TimePeriod;
pub use sex::Sex;
pub use unit::Unit;
