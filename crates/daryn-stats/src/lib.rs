//! Official statistics, read completely: every observation with its key, its value as it stands in
//! the file, all attributes, and the bytes at which it stands.
//!
//! A reader of a format goes through a [`Source`] and gives a [`Sink`] one [`Row`] after another,
//! so that a file of any size is read in little memory. A row is reused for the next observation.

mod format;
pub mod number;
pub mod open_sdg;
mod row;
pub mod sheets;
mod sink;
mod source;

pub use format::Format;
pub use row::{Action, Annotation, Components, Mark, Part, Place, Role, Row};
pub use sink::{DataSet, Item, Label, Sink, Stop, Stream, Told};
pub use source::{Packing, Source};
