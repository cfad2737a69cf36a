//! The Kazakh stemmer on labelled forms of two acts.

#![expect(clippy::print_stdout, reason = "the test prints its table")]

use std::collections::BTreeMap;

use daryn_text::{Language, stem::stem};

/// Share of pairs of one word that are joined, and of joined pairs that are of different words.
fn measure(part: &str, show: bool, key: impl Fn(&str) -> String) -> (f64, f64) {
    let rows = include_str!("data/kazakh-forms.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut stems: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    let pairs = |n: usize| n * n.saturating_sub(1) / 2;
    let mut same = 0;
    for row in rows {
        let [word, of, forms] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        if of != part {
            continue;
        }
        let mut seen: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for form in forms.split(' ') {
            *stems.entry(key(form)).or_default().entry(word).or_default() += 1;
            seen.entry(key(form)).or_default().push(form);
        }
        same += pairs(forms.split(' ').count());
        if show && seen.len() > 1 {
            println!("{word}: {seen:?}");
        }
    }
    let joined: usize = stems.values().map(|words| pairs(words.values().sum())).sum();
    let right: usize = stems.values().flat_map(|words| words.values()).map(|n| pairs(*n)).sum();
    if show {
        for (stem, words) in stems.iter().filter(|(_, words)| words.len() > 1) {
            println!("joined {stem}: {words:?}");
        }
    }
    (right as f64 / same as f64, (joined - right) as f64 / joined as f64)
}

#[test]
fn kazakh_forms_of_one_word_get_one_stem() {
    let prefix = |n: usize| move |word: &str| word.chars().take(n).collect::<String>();
    let ours = |word: &str| stem(Language::Kk, word);
    let show = std::env::var_os("DARYN_SHOW").is_some();
    println!("| keys | part | pairs of one word joined | joined pairs of different words |");
    for part in ["seen", "unseen"] {
        let results = [
            ("stemmer", measure(part, show && part == "seen", ours)),
            ("first 4 letters", measure(part, false, prefix(4))),
            ("first 5 letters", measure(part, false, prefix(5))),
        ];
        for (name, (joined, wrong)) in results {
            println!("| {name} | {part} | {:.1} % | {:.1} % |", joined * 100.0, wrong * 100.0);
        }
        let (joined, wrong) = results[0].1;
        assert!(joined >= 0.9 && wrong <= 0.03, "{part}: {joined} {wrong}");
    }
}

#[test]
fn names_of_countries_and_words_with_ends_of_their_own() {
    let same = |words: &[&str]| {
        let stems: Vec<String> = words.iter().map(|word| stem(Language::Kk, word)).collect();
        assert!(stems.iter().all(|stem| *stem == stems[0]), "{words:?}: {stems:?}");
    };
    same(&["Қазақстан", "Қазақстанның", "Қазақстанға", "Қазақстандағы", "Қазақстаннан"]);
    same(&["мекен", "мекені", "мекеннің"]);
    same(&["бала", "балалар", "балаларымыз"]);
    assert_ne!(stem(Language::Kk, "жылғы"), stem(Language::Kk, "жылқы"));
}
