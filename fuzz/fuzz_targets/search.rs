//! Queries, regular expressions, and bytes of an index.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/daryn-search/tests/sound/mod.rs"]
mod sound;

#[path = "../taken.rs"]
mod taken;

fuzz_target!(init: sound::prepare(), |input: &[u8]| {
    taken::within("input", sound::memory(input.len()), || sound::check(input));
});
