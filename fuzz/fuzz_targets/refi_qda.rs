//! Bytes that somebody calls a project or a codebook of REFI-QDA.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[path = "../../crates/daryn-coding/tests/sound/mod.rs"]
mod sound;

// The first byte chooses: all as they are, or packed; the text of a source stands after a zero.
fuzz_target!(|input: &[u8]| {
    let Some((first, rest)) = input.split_first() else { return };
    if first % 2 == 0 {
        return sound::check(rest);
    }
    let (project, text) = match rest.iter().position(|byte| *byte == 0) {
        Some(at) => (&rest[..at], &rest[at + 1..]),
        None => (rest, &b""[..]),
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("a.qde", project), ("sources/a.txt", text)] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    sound::check(&zip.finish().expect("an archive").into_inner());
});
