//! From a study folder to a report: the plan of stages, words, figures, tables and pages.
//!
//! Architecture invariants: no sentence is written here, all come from `locales/` or from the
//! study; no page loads anything from outside; the same lock and binary give the same bytes.

pub mod adoption;
pub mod assemble;
pub mod derivation;
mod figures;
mod html;
pub mod json;
pub mod language;
pub mod lint;
pub mod pipeline;
pub mod profile;
mod tables;
mod workbook;

pub use assemble::Assembled;
pub use daryn_policy::harmonised;
pub use language::Speaker;
pub use tables::csv_cell;
