//! The vocabulary of daryn as types.
//!
//! A study is read into [`records`]; what the records show becomes nodes of a [`ledger`], and every
//! sentence of the report is a [`claim`] that leads back through the ledger to a passage, an
//! observation, a reference or a recorded search.
//!
//! Architecture invariant: this crate does no input or output, knows no file format and no clock.

pub mod areas;
pub mod claim;
pub mod diagnostic;
pub mod ledger;
pub mod lines;
pub mod months;
pub mod period;
pub mod record;
pub mod records;
pub mod text;

pub use claim::{Arg, Chapter, Claim, Table};
pub use diagnostic::{Diagnostic, Severity};
pub use ledger::{Ledger, Node, NodeKind, Support};
pub use lines::Lines;
pub use period::{Date, Period};
pub use record::{Cell, Located, Place, Record, Row};
pub use records::Study;
pub use text::{Lang, Localized};
