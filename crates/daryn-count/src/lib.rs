//! Words and categories counted in texts of any size.

mod class;
mod features;
mod token;
mod vocabulary;

pub use features::{Features, Part, count_features};
pub use token::{for_each_token, tokens};
pub use vocabulary::Vocabulary;
