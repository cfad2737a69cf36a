//! Catalogues agree, and numbers, dates and plurals are right in each language.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// Names and variables of the messages of a language.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in catalogue::files(lang) {
        let mut name = String::new();
        for line in file.lines() {
            if let Some((head, _)) = line.split_once('=')
                && line.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                name = head.trim().to_owned();
                assert!(!messages.contains_key(&name), "{name} stands twice in {lang:?}");
                messages.insert(name.clone(), BTreeSet::new());
            }
            let mut rest = line;
            while let Some((_, after)) = rest.split_once('$') {
                let end = after
                    .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
                    .unwrap_or(after.len());
                messages.entry(name.clone()).or_default().insert(after[..end].to_owned());
                rest = &after[end..];
            }
        }
    }
    messages
}

#[test]
fn every_language_has_every_message_with_the_same_values() {
    let english = messages(Lang::En);
    assert!(english.len() > 300);
    for lang in [Lang::Ru, Lang::Kk] {
        let other = messages(lang);
        let names = |all: &BTreeMap<String, BTreeSet<String>>| -> BTreeSet<String> {
            all.keys().cloned().collect()
        };
        let missing: Vec<_> = names(&english).difference(&names(&other)).cloned().collect();
        let surplus: Vec<_> = names(&other).difference(&names(&english)).cloned().collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{lang:?}: {missing:?} {surplus:?}");
        for (name, variables) in &english {
            assert_eq!(variables, &other[name], "{lang:?}: {name}");
        }
    }
}

#[test]
fn no_catalogue_has_a_mistake() {
    for lang in Lang::ALL {
        for file in catalogue::files(lang) {
            if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(file.to_owned()) {
                panic!("{lang:?}: {errors:?}");
            }
        }
    }
}

#[test]
fn russian_and_kazakh_are_not_left_in_english() {
    for lang in [Lang::Ru, Lang::Kk] {
        let own = Speaker::new(lang);
        let english = Speaker::new(Lang::En);
        for name in messages(Lang::En).keys() {
            let (word, original) = (own.word(name), english.word(name));
            let has_words = original.chars().filter(|c| c.is_alphabetic()).count() > 2
                && !original.starts_with('{');
            // The name of a standard is the same everywhere.
            let is_standard = ["SHA-256", "IG Script"].contains(&word.as_str());
            let untranslated = word == original && has_words && !is_standard;
            assert!(!untranslated, "{lang:?}: {name} = {word}");
        }
    }
}

fn number(literal: &str) -> Arg {
    Arg::Number(Decimal::parse(literal).expect("a number"))
}

#[test]
fn numbers_have_the_marks_of_their_language() {
    let cases = [
        ("35075", "35,075", "35\u{a0}075", "35\u{a0}075"),
        ("-6946", "\u{2212}6,946", "\u{2212}6\u{a0}946", "\u{2212}6\u{a0}946"),
        ("0.120", "0.120", "0,120", "0,120"),
        ("1.25e-05", "0.0000125", "0,0000125", "0,0000125"),
    ];
    for (literal, en, ru, kk) in cases {
        for (lang, expected) in [(Lang::En, en), (Lang::Ru, ru), (Lang::Kk, kk)] {
            assert_eq!(Speaker::new(lang).value(&number(literal)), expected, "{lang:?}");
        }
    }
    let percent = Arg::Quantity(Decimal::parse("0.14").expect("a number"), Localized::same("%"));
    assert_eq!(Speaker::new(Lang::En).value(&percent), "0.14%");
    assert_eq!(Speaker::new(Lang::Kk).value(&percent), "0,14\u{a0}%");
}

#[test]
fn a_reader_sees_four_digits_and_the_evidence_all() {
    let cases = [
        ("0.0027209935", "0.002721"),
        ("666.9353", "666.9"),
        ("3387.67778", "3,388"),
        ("0.18104", "0.1810"),
        ("86.28", "86.28"),
        ("1335878", "1,335,878"),
        ("-0.05818", "\u{2212}0.05818"),
        ("0.1000000", "0.1000"),
        ("99999.5", "100,000"),
    ];
    for (literal, shown) in cases {
        assert_eq!(Speaker::new(Lang::En).value(&number(literal)), shown, "{literal}");
    }
    assert_eq!(Speaker::exact(Lang::En).value(&number("0.0027209935")), "0.0027209935");
}

#[test]
fn quotes_inside_quotes_have_marks_of_their_own() {
    let title = Localized::same("Концепция «30 стран»");
    let text = Speaker::new(Lang::Ru).say(
        "document-undated",
        &[("title", Arg::Text(title)), ("coverage", Arg::code("coverage-clause", "none"))],
    );
    assert!(text.starts_with("«Концепция „30 стран“»"), "{text}");
}

#[test]
fn lists_of_sentences_and_of_decimals_can_be_read() {
    let texts = Arg::List(vec![Arg::plain("One."), Arg::plain("Two.")]);
    assert_eq!(Speaker::new(Lang::Ru).value(&texts), "One. Two.");
    let numbers = Arg::List(vec![number("0.5"), number("0.25")]);
    assert_eq!(Speaker::new(Lang::Ru).value(&numbers), "0,5; 0,25");
    assert_eq!(Speaker::new(Lang::Ru).value(&Arg::List(Vec::new())), "нет сведений");
}

#[test]
fn dates_have_the_order_of_their_language() {
    let date = |text: &str| Arg::Date(text.to_owned());
    let cases = [
        ("2022-11-30", "30 November 2022", "30 ноября 2022\u{a0}г.", "2022\u{a0}ж. 30 қараша"),
        ("2022", "2022", "2022", "2022"),
    ];
    for (text, en, ru, kk) in cases {
        for (lang, expected) in [(Lang::En, en), (Lang::Ru, ru), (Lang::Kk, kk)] {
            assert_eq!(Speaker::new(lang).value(&date(text)), expected, "{lang:?}");
        }
    }
}

#[test]
fn periods_are_put_into_words() {
    let period = |lang, text: &str| Speaker::new(lang).value(&Arg::Period(text.to_owned()));
    assert_eq!(period(Lang::En, "2022-S1"), "first half of 2022");
    assert_eq!(period(Lang::En, "2022-S2"), "second half of 2022");
    assert_eq!(period(Lang::En, "2017-M01/M09"), "January–September 2017");
    assert_eq!(period(Lang::Ru, "2023/2024"), "2023/24");
    assert!(period(Lang::Kk, "2022-S1").contains("2022"));
}

#[test]
fn plural_forms_follow_the_number() {
    let say = |lang, n| Speaker::new(lang).say("verify-bad", &[("n", Arg::Count(n))]);
    assert_eq!(say(Lang::En, 1), "1 difference found.");
    assert_eq!(say(Lang::En, 2), "2 differences found.");
    let russian: BTreeSet<String> =
        [1, 2, 5].map(|n| say(Lang::Ru, n).replace(['1', '2', '5'], "")).into();
    assert_eq!(russian.len(), 3, "one, few and many differ: {russian:?}");
    assert_eq!(say(Lang::Ru, 21).replace("21", "1"), say(Lang::Ru, 1), "21 goes with 1 in Russian");
    let kazakh = |n: i64| say(Lang::Kk, n).replace(&n.to_string(), "");
    assert_eq!(kazakh(1), kazakh(5), "a Kazakh noun stays singular after a numeral");
}

#[test]
fn words_are_sorted_by_the_alphabet_of_the_language() {
    let sorted = |lang, words: &[&str]| {
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Speaker::new(lang).sort_by_words(&mut words, Clone::clone);
        words
    };
    // Kazakh: ә after а, ғ after г, қ after к, ң after н, ө after о, ұ after у.
    assert_eq!(
        sorted(
            Lang::Kk,
            &["ұн", "қала", "әке", "бала", "ғалым", "кеме", "ат", "гүл", "ұя", "уақыт"]
        ),
        ["ат", "әке", "бала", "гүл", "ғалым", "кеме", "қала", "уақыт", "ұн", "ұя"]
    );
    assert_eq!(sorted(Lang::Ru, &["ёж", "яма", "елка", "жук"]), ["ёж", "елка", "жук", "яма"]);
}

#[test]
fn a_fallback_is_visible() {
    let speaker = Speaker::new(Lang::Kk);
    let text: Localized = [(Lang::En, "quota".to_owned())].into_iter().collect();
    assert_eq!(speaker.text(&text), "quota [en]");
    assert_eq!(speaker.text_pieces(&text), [Piece::Fallback(Lang::En, "quota".to_owned())]);
    let evil: Localized = [(Lang::Kk, "a\u{E000}enb\u{E001}".to_owned())].into_iter().collect();
    assert_eq!(speaker.text(&evil), "aenb");
}

#[test]
fn the_language_of_the_user_is_chosen() {
    let system = |text: &str| vec![None, Some(text.to_owned())];
    assert_eq!(choose(Some("ru"), &system("kk_KZ.UTF-8")), Lang::Ru);
    assert_eq!(choose(None, &system("kk_KZ.UTF-8")), Lang::Kk);
    assert_eq!(choose(None, &system("C")), Lang::En);
    assert_eq!(choose(None, &[]), Lang::En);
}

#[test]
fn a_stop_stands_behind_a_closing_quote() {
    let cases = [
        ("«Мер мало.» Сбылось: 1", "«Мер мало». Сбылось: 1"),
        ("«Мер мало.» (1 из 2)", "«Мер мало» (1 из 2)"),
        ("«Мер мало.»", "«Мер мало»."),
        ("«Вузы и др.» названы", "«Вузы и др.» названы"),
        ("«Мер мало…» и", "«Мер мало…» и"),
    ];
    for (text, expected) in cases {
        assert_eq!(super::stop_after_quote(text), expected);
    }
}

#[test]
fn items_with_commas_are_parted_by_semicolons_and_units_end_no_sentence() {
    let speaker = Speaker::new(Lang::Ru);
    let texts = |words: &[&str]| Arg::List(words.iter().map(|word| Arg::plain(word)).collect());
    assert_eq!(speaker.value(&texts(&["а, б", "в"])), "а, б; в");
    assert_eq!(speaker.value(&texts(&["а", "б", "в"])), "а, б и в");
    let people = |literal: &str| {
        let number = Decimal::parse(literal).expect("a number");
        Arg::Quantity(number, Localized::same("чел."))
    };
    let list = Arg::List(vec![people("-6946"), people("-6700")]);
    assert!(speaker.value(&list).contains("чел.; "), "{}", speaker.value(&list));
}
