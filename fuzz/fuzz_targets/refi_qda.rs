//! Bytes that somebody calls a project or a codebook of REFI-QDA.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/daryn-coding/tests/sound/mod.rs"]
mod sound;

fuzz_target!(|input: &[u8]| sound::check_chosen(input));
