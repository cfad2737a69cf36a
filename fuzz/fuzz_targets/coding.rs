//! Bytes that somebody calls a codebook, rules and a text.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/daryn-coding/tests/sound/coding.rs"]
mod sound;
#[path = "../taken.rs"]
mod taken;

fuzz_target!(|input: &[u8]| {
    taken::within("an input", sound::memory(input.len()), || sound::check(input));
});
