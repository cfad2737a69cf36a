//! Bytes that somebody calls a document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use peak_alloc::PeakAlloc;

#[path = "../../crates/daryn-read/tests/sound/mod.rs"]
mod sound;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fuzz_target!(
    init: {
        // The hook that is there ends the program even where the reader would catch the panic.
        let end = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !daryn_read::is_watched() {
                end(info);
            }
        }));
    },
    |input: &[u8]| {
        let (name, bytes) = sound::split(input);
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let document = daryn_read::read(&bytes, name);
        let peak = MEMORY.peak_usage().saturating_sub(before);
        assert!(peak <= sound::memory(bytes.len()), "{peak} bytes for {}", bytes.len());
        sound::check(&document);
    }
);
