//! One way into the system for everything from outside.
//!
//! A study lists what it needs; a [`connector`] knows where that is and what the answer looks
//! like; [`fetch`] asks politely; `answer` holds what came against what was asked; and [`store`]
//! keeps it by digest, with a [`log`] of when and from where.
//!
//! Architecture invariants: nothing else in the program opens a socket; bytes that are stored are
//! never changed; a problem of an answer has a name of its own and is never an empty table; there
//! is no clock but for waiting: the time of an acquisition comes from the caller.

pub mod acquire;
pub mod act;
pub mod add;
mod address;
mod answer;
pub mod connector;
pub mod fetch;
pub mod git;
pub mod log;
pub mod request;
pub mod revisions;
pub mod store;
mod template;
pub mod vintages;

pub use acquire::{Outcome, Session, Status};
pub use log::{Acquisition, Log};
pub use store::Store;
