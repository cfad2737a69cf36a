//! Texts of policies compared: what was kept, edited, moved, is new or was dropped.
//!
//! ```
//! use daryn_compare::{Level, Status, compare};
//! use daryn_read::read;
//!
//! let old = "Статья 1. Цели\n\nЗакон защищает права мигрантов.\n\nСтатья 2. Квота\n\nКвота есть.\n";
//! let new = "Статья 1. Цели\n\nЗакон защищает все права мигрантов.\n";
//! let (old, new) = (read(old.as_bytes(), "old.md"), read(new.as_bytes(), "new.md"));
//! let comparison = compare(&old, &new, Level::Article);
//! let statuses: Vec<Status> = comparison.pairs.iter().map(|pair| pair.status).collect();
//! assert_eq!(statuses, [Status::Edited, Status::Dropped]);
//! ```
//!
//! Pure: no input, no output, no words for users; the same result for the same documents whatever
//! runs beside it.

mod align;
mod compare;
mod diff;
mod facts;
pub mod features;
mod json;
mod languages;
mod measures;
mod novelty;
mod order;
mod profile;
mod references;
mod repeal;
mod reuse;
mod robust;
mod tables;
mod unit;
mod vocabulary;

pub use compare::{Comparison, Counts, Note, Pair, Status, compare};
pub use diff::{Op, Piece, difference};
pub use features::Package;
pub use languages::{Difference, DifferenceKind};
pub use measures::{ChangeIn, CountOfChange, LifeOfMeasure, MeasureChanges, MeasureTables, Stated};
pub use novelty::{Novelty, SMOOTHING, Undefined};
pub use profile::Profile;
pub use reuse::{Reuse, Reused, SHINGLE, reuse};
pub use robust::{Bound, CodeChange, CodeRange, Coders, Verdict};
pub use tables::{Attention, Changes, Life, Survival, Tables};
pub use unit::{Level, Unit};
