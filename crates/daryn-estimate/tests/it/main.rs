//! Tests of keyness and scaling through what other crates see.

mod scaling;
