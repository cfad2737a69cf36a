//! The corpus of the fuzzer is played again, with hostile texts: nothing panics, nothing takes long,
//! and memory stays within its bound.
//!
//! One test, so that no other thread allocates while memory is measured.

#![allow(clippy::print_stdout, reason = "what was measured is shown with --nocapture")]

mod sound;
#[path = "../../../fuzz/taken.rs"]
mod taken;

use std::path::Path;
use std::time::Instant;

use taken::{Taken, files};

#[test]
fn every_text_is_looked_at_within_its_memory() {
    let start = Instant::now();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/text");
    let mut taken = Taken::default();
    let mut check = |title: &str, input: &[u8]| {
        taken.within(title, sound::memory(input.len()), || sound::check(input));
    };
    for path in files(&folder) {
        check(&path.display().to_string(), &std::fs::read(&path).expect("read"));
    }
    let size = 100_000;
    for piece in ["а", "a", "аa", "көшi", ". ", "1. ", "Рџ", "Ð¿", "І ", "Х", "ѓы", "\n", "я.", "@"]
    {
        let text = piece.repeat(size / piece.len());
        check(piece, text.as_bytes());
    }
    println!("{} texts in {:?}, most memory: {:?}", taken.files, start.elapsed(), taken.memory);
}
