//! Indicators of intellectual migration: defined, harmonised, compared across sources, checked.
//!
//! Tables go in, tables come out. [`Catalogue`] says what indicators are and which codes of sources
//! count them; a [`Harmoniser`] makes a [`Table`] of rows of any source; [`derive`] computes what
//! has a formula; [`choice`] sets sources side by side and picks one by a rule; [`quality`] names
//! what is wrong or to be known; [`profile`] is what one page tells of a country.
//!
//! Architecture invariants: no input, no output, no words of its own; a series of one source is
//! never joined with one of another; what is missing has no value, and is never zero; everything
//! that is computed names the observations that it rests on.

pub mod beside;
pub mod catalogue;
pub mod choice;
pub mod derive;
pub mod formula;
mod harmonise;
pub mod index;
pub mod partners;
pub mod profile;
pub mod quality;
pub mod shares;
mod table;
mod unit;

pub use catalogue::Catalogue;
pub use harmonise::{FileSink, Given, Harmoniser, Left};
pub use table::{File, Nature, Place, Point, PointId, Series, SeriesId, Status, Table, Word, when};
pub use unit::Unit;
