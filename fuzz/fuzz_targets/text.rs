//! Bytes and letters in any language or none.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/daryn-text/tests/sound/mod.rs"]
mod sound;

#[path = "../taken.rs"]
mod taken;

fuzz_target!(|input: &[u8]| {
    taken::within("input", sound::memory(input.len()), || sound::check(input));
});
