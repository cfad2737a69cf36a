//! Search in documents: words, stems, phrases and regular expressions, with their places.
//!
//! ```
//! use daryn_search::{Index, Keep, Query, words};
//!
//! let folder = tempfile::tempdir()?;
//! std::fs::write(folder.path().join("a.txt"), "Мамандардың құқықтары.\n\nМаман келді.\n")?;
//! // Nothing is kept here, so the index is made in memory.
//! let keep = Keep { folder: None, build: "example" };
//! let index = Index::open(folder.path(), keep, &|_, _, _| {})?;
//! let hits = words(&index, &Query::parse("маман").expect("a query"), true)?;
//! let found: Vec<&str> = hits.iter().map(|hit| hit.matched()).collect();
//! assert_eq!(found, ["Мамандардың", "Маман"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An [`Index`] of a folder is made once and mended where files changed; it is kept outside of the
//! folder. A query of words reads only the postings of its words and the chunks of text that hold
//! hits; a regular expression runs over all texts. Hits come in order of the documents and of the
//! places in them, whatever the number of threads.

mod bytes;
pub mod files;
mod find;
pub mod kwic;
mod pattern;
mod query;
mod segment;
mod store;
mod table;
mod token;

pub use bytes::Damaged;
pub use find::{Hit, pattern, words};
pub use pattern::{BadPattern, Pattern};
pub use query::{BadQuery, Query};
pub use store::{Index, Keep};
pub use token::fold;
