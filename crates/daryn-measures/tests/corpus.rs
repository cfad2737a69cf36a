//! The corpus of the fuzzer and any texts: nothing panics, every part lies where it says, memory
//! stays within its bound.
//!
//! One test, so that no other thread allocates while memory is measured.

#![allow(clippy::print_stdout, reason = "what was measured is shown with --nocapture")]

mod sound;
#[path = "../../../fuzz/taken.rs"]
mod taken;

use std::path::Path;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use taken::{Taken, files};

/// Words of which rules are made, put together in any way.
const PIECES: &[&str] = &[
    "Министерство ",
    "орган ",
    "обязан ",
    "может ",
    "не ",
    "выдать ",
    "выдается ",
    "будет ",
    "проработан ",
    "вопрос ",
    "до ",
    "31 февраля ",
    "2025 года",
    "IV квартал ",
    "(",
    ")",
    ", ",
    ". ",
    ":\n\n",
    "1) ",
    "срок ",
    "составляет ",
    "который ",
    "если ",
    "путем ",
    "за счет ",
    "бюджета ",
    "5 млн ",
    "тенге ",
    "с 12 % до 20 %",
    "ғылыми ",
    "органы ",
    "беруге ",
    "құқығы бар",
    "міндетті",
    "жыл сайын ",
    "үш күн ішінде ",
    "аяқталғанға дейін ",
    "береді",
    "туралы ",
    "және ",
    "тыйым салынады",
    "мерзімі ",
    "құрайды",
    "«",
    "»",
    "\t",
    "\n\n",
    "й\u{306}",
    "\u{a0}",
    "İ",
    "ẞ",
    "shall ",
    "The Ministry ",
];

#[test]
fn any_text_gives_sound_measures() {
    let mut taken = Taken::default();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/measures");
    for path in files(&corpus) {
        let bytes = std::fs::read(&path).expect("a file");
        let title = path.file_name().expect("a name").to_string_lossy().into_owned();
        taken.within(&title, bound(bytes.len()), || sound::check_chosen(&bytes));
    }
    let mut runner = TestRunner::deterministic();
    let words = proptest::collection::vec(proptest::sample::select(PIECES), 0..40);
    for number in 0..300 {
        let text = words.new_tree(&mut runner).expect("words").current().concat();
        sound::check(text.as_bytes(), ["a.md", "a.txt", "a.html"][number % 3]);
    }
    // Long lists and sentences take no more than they hold.
    for piece in [
        "орган обязан выдать визу, ",
        "1) выдает визы;\n\n",
        "((((",
        "и ",
        "органы және ",
        "в течение ",
    ] {
        let text = piece.repeat(40_000 / piece.len());
        taken.within(piece, bound(text.len()), || sound::check(text.as_bytes(), "a.md"));
    }
    println!("{} inputs, most memory {:?}, most time {:?}", taken.files, taken.memory, taken.time);
}

/// The reader has 64 MB and 20 times the input; measures add words with their places, and what
/// patterns keep to be fast, which does not grow with the text.
fn bound(bytes: usize) -> usize {
    128_000_000 + 600 * bytes
}
