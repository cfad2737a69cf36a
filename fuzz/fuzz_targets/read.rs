//! Bytes that somebody calls a document.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/daryn-read/tests/sound/mod.rs"]
mod sound;

#[path = "../taken.rs"]
mod taken;

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
        let bound = sound::memory(bytes.len());
        let (document, _) = taken::within(name, bound, || daryn_read::read(&bytes, name));
        sound::check(&document);
    }
);
