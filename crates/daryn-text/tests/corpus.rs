//! The corpus of the fuzzer is played again, with hostile texts: nothing panics, nothing takes long,
//! and memory stays within its bound.
//!
//! One test, so that no other thread allocates while memory is measured.

#![allow(clippy::print_stdout, reason = "what was measured is shown with --nocapture")]

mod sound;

use std::path::Path;
use std::time::Instant;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Looks at a text; gives the memory that it took.
fn measured(name: &str, bytes: &[u8]) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    sound::check(bytes);
    let peak = MEMORY.peak_usage().saturating_sub(before);
    assert!(peak <= sound::memory(bytes.len()), "{name}: {peak} bytes for {}", bytes.len());
    peak
}

#[test]
fn every_text_is_looked_at_within_its_memory() {
    let start = Instant::now();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/text");
    let (mut files, mut most) = (0, 0);
    for entry in std::fs::read_dir(&folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        let bytes = std::fs::read(&path).expect("read");
        most = most.max(measured(&path.display().to_string(), &bytes));
        files += 1;
    }
    assert!(files > 0, "the corpus is empty");
    let size = 100_000;
    for piece in ["а", "a", "аa", "көшi", ". ", "1. ", "Рџ", "Ð¿", "І ", "Х", "ѓы", "\n", "я.", "@"]
    {
        let text = piece.repeat(size / piece.len());
        most = most.max(measured(piece, text.as_bytes()));
        files += 1;
    }
    println!("{files} texts in {:?}, at most {most} bytes", start.elapsed());
}
