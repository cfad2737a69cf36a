//! The corpus of the fuzzer is played again: nothing panics, each unit stands in one pair, a text
//! with itself is kept, and memory stays within its bound.
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
fn every_comparison_is_made_within_its_memory() {
    let start = Instant::now();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/compare");
    let mut taken = Taken::default();
    let mut check = |title: &str, input: &[u8]| {
        let documents = sound::split(input);
        taken.within(title, sound::memory(input.len()), || sound::check(&documents));
    };
    for path in files(&folder) {
        check(&path.display().to_string(), &std::fs::read(&path).expect("read"));
    }
    // Many articles of one number, many leaves of one text, and one very long word after another.
    let hostile = [
        ["\u{7f}", &"Статья 1. А\n\nодин два три\n\n".repeat(300)].concat(),
        [
            "\u{7f}",
            &(0..400)
                .map(|n| format!("Статья 1. А{n}\n\nслово{n} два три четыре\n\n"))
                .collect::<String>(),
        ]
        .concat(),
        ["\u{7f}", &"|а|а|а|\n".repeat(600)].concat(),
        ["\u{7f}", &(0..6000).map(|n| format!("слово{} ", n % 977)).collect::<String>()].concat(),
        ["\u{40}", &"1. 1. 1. \n\n".repeat(400)].concat(),
    ];
    for input in &hostile {
        let name: String = input.chars().take(20).collect();
        check(&name, input.as_bytes());
    }
    println!("{} inputs in {:?}, most memory: {:?}", taken.files, start.elapsed(), taken.memory);
}
