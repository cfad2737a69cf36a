//! The corpus of the fuzzer is played again: nothing panics, nothing takes long, no damaged index is
//! believed, and memory stays within its bound.
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
fn every_search_is_made_within_its_memory() {
    let start = Instant::now();
    sound::prepare();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/search");
    let mut taken = Taken::default();
    let mut check = |title: &str, input: &[u8]| {
        taken.within(title, sound::memory(input.len()), || sound::check(input));
    };
    for path in files(&folder) {
        check(&path.display().to_string(), &std::fs::read(&path).expect("read"));
    }
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
        check(&name, input.as_bytes());
    }
    println!("{} searches in {:?}, most memory: {:?}", taken.files, start.elapsed(), taken.memory);
}
