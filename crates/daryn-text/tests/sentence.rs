//! Borders of sentences against those marked by hand, beside the rule of Unicode.

#![expect(clippy::print_stdout, reason = "the test prints its table")]

use std::collections::BTreeSet;

use daryn_text::sentence::sentences;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// A passage with the places (in bytes without spaces) where its sentences end.
struct Gold {
    language: &'static str,
    text: String,
    ends: BTreeSet<usize>,
}

fn gold(file: &'static str) -> Vec<Gold> {
    let passage = |line: &'static str| {
        let [_, language, marked] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let ends = ends(marked.split('‖'));
        Gold { language, text: marked.replace(" ‖", ""), ends }
    };
    file.lines().filter(|line| !line.starts_with('#')).map(passage).collect()
}

/// Where parts end, counted without spaces, but for the last.
fn ends<'a>(parts: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    let mut at = 0;
    let mut ends: BTreeSet<usize> = parts
        .map(|part| {
            at += part.chars().filter(|letter| !letter.is_whitespace()).count();
            at
        })
        .collect();
    ends.remove(&at);
    ends
}

/// Borders found that are right, found, and to be found.
fn measure(
    gold: &[Gold],
    language: Option<&str>,
    show: bool,
    split: impl Fn(&str) -> BTreeSet<usize>,
) -> (usize, usize, usize) {
    let (mut right, mut found, mut all) = (0, 0, 0);
    for passage in gold.iter().filter(|one| language.is_none_or(|name| one.language == name)) {
        let ends = split(&passage.text);
        right += ends.intersection(&passage.ends).count();
        found += ends.len();
        all += passage.ends.len();
        if show && ends != passage.ends {
            let parts: Vec<&str> =
                sentences(&passage.text).into_iter().map(|range| &passage.text[range]).collect();
            println!("{}", parts.join(" ‖ "));
        }
    }
    (right, found, all)
}

#[test]
fn borders_are_those_marked_by_hand() {
    let ours = |text: &str| ends(sentences(text).into_iter().map(|range| &text[range]));
    let unicode = |text: &str| ends(text.split_sentence_bounds());
    let show = std::env::var_os("DARYN_SHOW").is_some();
    println!("| half | language | passages | borders | daryn F1 | Unicode (UAX 29) F1 |");
    for (half, file, least) in [
        ("seen", include_str!("data/sentences-dev.txt"), 0.97),
        ("unseen", include_str!("data/sentences-unseen.txt"), 0.95),
    ] {
        let gold = gold(file);
        let f1 = |(right, found, all): (usize, usize, usize)| {
            2.0 * right as f64 / (found + all).max(1) as f64
        };
        for language in [Some("kk"), Some("ru"), Some("en"), None] {
            let passages =
                gold.iter().filter(|one| language.is_none_or(|name| one.language == name));
            let own = measure(&gold, language, show && half == "seen" && language.is_none(), ours);
            let other = measure(&gold, language, false, unicode);
            let name = language.unwrap_or("all");
            println!(
                "| {half} | {name} | {} | {} | {:.3} | {:.3} |",
                passages.count(),
                own.2,
                f1(own),
                f1(other)
            );
            assert!(f1(own) > f1(other), "{half} {name}");
            assert!(language.is_some() || f1(own) >= least, "{half}: {}", f1(own));
        }
    }
}

#[test]
fn sentences_without_a_space_between_and_empty_lines() {
    let split = |text: &'static str| -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    };
    assert_eq!(
        split("Срок установлен.Правительство утвердило."),
        ["Срок установлен.", "Правительство утвердило."]
    );
    assert_eq!(split(" Закон\n\nО миграции \n населения. "), ["Закон", "О миграции \n населения."]);
    assert_eq!(
        split("Заголовок (см. ст. 5. Понятия) и конец. Итог."),
        ["Заголовок (см. ст. 5. Понятия) и конец.", "Итог."]
    );
    assert_eq!(split("2. Понятия ........ 26"), ["2. Понятия ........ 26"]);
    let none: [&str; 0] = [];
    assert_eq!(split(" \n "), none);
}

#[test]
fn raised_numbers_are_part_of_a_label_and_close_a_sentence() {
    let split = |text: &'static str| -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    };
    assert_eq!(split("Статья 12¹. Понятия"), ["Статья 12¹. Понятия"]);
    assert_eq!(split("4¹. Виза выдаётся."), ["4¹. Виза выдаётся."]);
    assert_eq!(
        split("Квота выросла.¹ Она равна 10 м². Далее."),
        ["Квота выросла.¹", "Она равна 10 м².", "Далее."]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn sentences_tile(
        pieces in proptest::collection::vec(0_usize..26, 0..40)
    ) {
        let all = ["г", ".", ".", " ", " ", "А", "в", "2020", "!", "?", "»", "«", "(", ")", "\n",
            "Он", "слово", "Слово", "…", "т.д", "etc", "\u{a0}", "—", "№", "I", ","];
        let text: String = pieces.iter().map(|place| all[*place]).collect();
        let mut end = 0;
        for range in sentences(&text) {
            prop_assert!(text[end..range.start].trim().is_empty());
            let sentence = &text[range.clone()];
            prop_assert!(!sentence.is_empty() && sentence.trim() == sentence, "{:?}", sentence);
            end = range.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}
