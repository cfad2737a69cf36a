//! Bytes that somebody calls a document with measures.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/daryn-measures/tests/sound/mod.rs"]
mod sound;

fuzz_target!(|input: &[u8]| sound::check_chosen(input));
