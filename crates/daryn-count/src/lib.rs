//! Words and categories counted in texts of any size.

mod class;
mod token;

pub use token::{for_each_token, tokens};
