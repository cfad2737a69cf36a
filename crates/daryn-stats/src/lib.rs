//! Official statistics, read completely: every observation with its key, its value as it stands in
//! the file, all attributes, and the bytes at which it stands.
//!
//! A reader of a format goes through a [`Source`] and gives a [`Sink`] one [`Row`] after another,
//! so that a file of any size is read in little memory. A row is reused for the next observation.

mod cite;
pub mod codes;
mod files;
mod format;
mod info;
mod input;
mod json;
pub mod number;
pub mod open_sdg;
mod problems;
mod read;
mod reading;
mod records;
mod row;
pub mod sdmx;
pub mod services;
pub mod sheets;
mod sink;
mod source;
mod table;
pub mod write;

pub use cite::{DarynId, NoId, cite};
pub use files::Files;
pub use format::Format;
pub use info::Info;
pub use input::Input;
pub use read::{Options, info, read, read_as, tell};
pub use row::{Action, Annotation, Components, Mark, Part, Place, Role, Row};
pub use sink::{DataSet, Item, Label, Sink, Stop, Stream, Told};
pub use source::{Packing, Source};
pub use table::{Column, OwnedLabel, Table};
