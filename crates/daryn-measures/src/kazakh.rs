//! Rules for Kazakh: what of a sentence is a measure, and which words are its parts.
//!
//! The verb stands at the end, what belongs to it before it, and a clause below the main one ends
//! in a participle. Cases are told by the ends of words ([`grammar`]).

mod actor;
mod grammar;
mod object;
mod parts;
mod phrase;

pub(crate) use grammar::trimmed;
pub(crate) use parts::{measures, of_action_cell};
