//! Rules for Russian: what of a sentence is a measure, and which words are its parts.
//!
//! No dictionary: classes of words are told by their ends and by closed lists ([`grammar`]), main
//! clauses by commas and what stands behind them ([`clause`]), and phrases by what they stop at
//! ([`phrase`]).

pub(crate) mod clause;
pub(crate) mod grammar;
mod parts;
pub(crate) mod phrase;
mod predicate;

pub(crate) use parts::{measures, of_action_cell};
