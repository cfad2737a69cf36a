//! Two texts against each other.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/daryn-compare/tests/sound/mod.rs"]
mod sound;

#[path = "../taken.rs"]
mod taken;

fuzz_target!(|input: &[u8]| {
    let documents = sound::split(input);
    taken::within("input", sound::memory(input.len()), || sound::check(&documents));
});
