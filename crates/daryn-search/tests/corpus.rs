//! The corpus of the fuzzer is played again: nothing panics, nothing takes long, no damaged index is
//! believed, and memory stays within its bound.
//!
//! One test, so that no other thread allocates while memory is measured.

#![allow(clippy::print_stdout, reason = "what was measured is shown with --nocapture")]

mod sound;

use std::path::Path;
use std::time::Instant;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Does what an input asks; gives the memory that it took.
fn measured(name: &str, input: &[u8]) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    sound::check(input);
    let peak = MEMORY.peak_usage().saturating_sub(before);
    assert!(peak <= sound::memory(input.len()), "{name}: {peak} bytes for {}", input.len());
    peak
}

#[test]
fn every_search_is_made_within_its_memory() {
    let start = Instant::now();
    sound::prepare();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/search");
    let (mut files, mut most) = (0, 0);
    for entry in std::fs::read_dir(&folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        let input = std::fs::read(&path).expect("read");
        most = most.max(measured(&path.display().to_string(), &input));
        files += 1;
    }
    assert!(files > 0, "the corpus is empty");
    let hostile = [
        ["\0", &"а ".repeat(100_000)].concat(),
        ["\0", &"* ".repeat(100_000), "а"].concat(),
        ["\u{1}", &"көші-".repeat(20_000)].concat(),
        ["\u{2}", &"(".repeat(100_000)].concat(),
        ["\u{2}", &"(а|".repeat(200), &")".repeat(200)].concat(),
        ["\u{2}", &"а?".repeat(5_000), &"а".repeat(5_000)].concat(),
        "\u{2}(?:\\w{50}){50}".to_owned(),
        "\u{3}(?:\\p{L}{20}|\\pN{20}){20}".to_owned(),
        "\u{2}(.*)*$".to_owned(),
    ];
    for input in &hostile {
        let name: String = input.chars().take(20).collect();
        most = most.max(measured(&name, input.as_bytes()));
        files += 1;
    }
    println!("{files} searches in {:?}, at most {most} bytes", start.elapsed());
}
