//! Rules for Russian: what of a sentence is a measure, and which words are its parts.
//!
//! No dictionary: classes of words are told by their ends and by closed lists ([`grammar`], [`words`]), main
//! clauses by commas and what stands behind them ([`clause`]), and phrases by what they stop at
//! ([`phrase`]).

mod actor;
mod clause;
mod grammar;
mod lead;
mod parts;
mod phrase;
mod predicate;
mod times;
mod words;

pub(crate) use parts::{measures, of_action_cell};
