//! Queries, regular expressions, and bytes of an index.
#![no_main]

use libfuzzer_sys::fuzz_target;
use peak_alloc::PeakAlloc;

#[path = "../../crates/daryn-search/tests/sound/mod.rs"]
mod sound;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fuzz_target!(init: sound::prepare(), |input: &[u8]| {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    sound::check(input);
    let peak = MEMORY.peak_usage().saturating_sub(before);
    assert!(peak <= sound::memory(input.len()), "{peak} bytes for {}", input.len());
});
