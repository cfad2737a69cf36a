//! Workbooks, archives and folders made of an input, with mappings out of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use peak_alloc::PeakAlloc;

#[path = "../../crates/daryn-stats/tests/sound/mod.rs"]
#[allow(dead_code, reason = "the other target needs the rest")]
mod sound;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fuzz_target!(|input: &[u8]| {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    sound::check_made(input, input.len().is_multiple_of(8));
    let peak = MEMORY.peak_usage().saturating_sub(before);
    assert!(peak <= sound::memory(input.len()), "{peak} bytes for {}", input.len());
});
