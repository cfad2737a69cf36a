//! Words and categories counted in texts of any size.

mod class;
mod dictionary;
mod features;
pub mod lines;
mod matcher;
mod pattern;
mod token;
mod vocabulary;

pub use dictionary::{Category, Dictionary, Pattern};
pub use features::{Features, Part, Tally, count_features};
pub use matcher::{Counted, Counter, Matcher, Shared, Stems};
pub use pattern::Word;
pub use token::{for_each_token, tokens};
pub use vocabulary::Vocabulary;
