//! Qualitative coding: codebooks that run, codings that last, exchange with other programs.

pub mod codebook;
pub mod refi_qda;
pub mod rules;
