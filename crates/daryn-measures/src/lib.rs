//! Policy measures out of texts.

pub mod bodies;
pub mod deontic;
pub mod ig;
pub mod indicator;
pub mod matching;
pub mod measure;
pub mod money;
mod names;
pub mod number;
mod plan;
pub mod time;
mod word;
