//! Qualitative coding: codebooks that run, codings that last, exchange with other programs.

pub mod codebook;
pub mod coding;
mod compile;
mod evaluate;
pub mod measure;
pub mod refi_qda;
pub mod rules;

pub use codebook::Codebook;
pub use coding::{Coded, Coder, Coding, Worker};
pub use rules::Rules;
