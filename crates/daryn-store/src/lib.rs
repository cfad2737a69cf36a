//! What people decided by hand, kept so that nothing of it is lost: codings, memos, codes, and
//! projects that came from other programs, as events that are only ever added.
//!
//! ```
//! use daryn_store::{Change, Event, New, Payload, Store};
//!
//! let folder = tempfile::tempdir().expect("a folder");
//! let mut store = Store::open(folder.path()).expect("a store").store;
//! let memo = daryn_store::Memo { id: "m1".into(), about: String::new(), text: "First look".into(),
//!     coder: "Aigul".into(), time: "2026-01-15T09:00:00Z".into() };
//! let new = New { id: "e1".into(), time: "2026-01-15T09:00:00Z".into(), who: "Aigul".into(),
//!     payload: Payload::of([Change::Memos { memos: vec![memo] }]) };
//! store.append(&new).expect("kept");
//! store.append(&new).expect("a repeated write is not doubled");
//! assert_eq!(store.state().expect("a state").memos.len(), 1);
//! store.append(&New::undo("e2", "2026-01-15T09:05:00Z", "Aigul", "e1")).expect("kept");
//! assert_eq!(store.state().expect("a state").memos.len(), 0);
//! assert_eq!(store.events().expect("events").len(), 2);
//! ```
//!
//! Architecture invariants: an event never changes and never goes; what holds now is a pure
//! function of all events ([`State::of`]); what was acknowledged is on the disk. The clock belongs
//! to the caller.

pub mod anchoring;
pub mod cloud;
pub mod database;
pub mod event;
pub mod exchange;
pub mod lines;
pub mod state;
pub mod text;

pub use database::{Appended, FILE, Opened, Store};
pub use event::{
    By, Change, Coding, Event, MadeCode, Memo, New, Origin, Payload, Said, SeenDocument,
};
pub use lines::{export, lines};
pub use state::{Held, Place, State};
pub use text::Text;

use daryn_model::Diagnostic;

/// What ends with a problem that a user can mend.
pub type Result<T> = std::result::Result<T, Box<Diagnostic>>;

/// SHA-256 in hexadecimal digits.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
