//! Bytes that somebody calls a file of statistics.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/daryn-stats/tests/sound/mod.rs"]
#[allow(dead_code, reason = "the other target needs the rest")]
mod sound;

#[path = "../taken.rs"]
mod taken;

fuzz_target!(|input: &[u8]| {
    taken::within("input", sound::memory(input.len()), || {
        sound::check(input, input.len().is_multiple_of(8))
    });
});
