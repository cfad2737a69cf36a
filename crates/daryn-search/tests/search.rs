//! Searching small texts: exact places, and the same hits as a scan that knows nothing of an index.

mod folder;

use daryn_search::{BadQuery, Pattern, Query, pattern, words};
use folder::{Folder, naive};
use proptest::prelude::*;

const RU: &str = "# Правила\n\n### Статья 12-1. Понятия\n\n1. Мигрант – лицо, которое въехало \
    в страну.\n\n2. Квота на мигрантов и её размер:\n\n   1) на 2025 год – 5 %;\n\n   \
    2) для малых городов.\n\n> *Сноска. Статья 12-1 с изменением о мигрантах.*\n";
const KK: &str = "Халықтың көшi-қоны туралы ереже\n\nЖас мамандардың көші-қонға құқығы бар, ал \
    маман келісім жасайды.\n\nКөші қон емес.\n";

#[track_caller]
fn check(folder: &Folder, query: &str, stems: bool, expected: &[&str]) {
    let index = folder.index();
    let query = Query::parse(query).expect("a query");
    let hits = words(&index, &query, stems).expect("hits");
    let found: Vec<String> = hits
        .iter()
        .map(|hit| {
            format!("{} {}: {}", index.documents[hit.document as usize], hit.label, hit.matched())
        })
        .collect();
    assert_eq!(found, expected);
    for hit in &hits {
        folder.stands_there(&index, hit);
    }
}

fn two() -> Folder {
    Folder::of(&[("ru.md", RU), ("kk/ереже 1.txt", KK)])
}

#[test]
fn words_and_phrases_are_found_where_they_stand() {
    let folder = two();
    let article = "ru.md article 12-1";
    check(&folder, "МИГРАНТ", false, &[&format!("{article} › point 1: Мигрант")]);
    check(&folder, "ее размер", false, &[&format!("{article} › point 2: её размер")]);
    check(
        &folder,
        "квота * мигрантов",
        false,
        &[&format!("{article} › point 2: Квота на мигрантов")],
    );
    check(&folder, "5%", false, &[&format!("{article} › point 2 › sub-point 1): 5 %")]);
    // Marks between words are no part of a phrase; one without a space is.
    check(&folder, "лицо которое", false, &[&format!("{article} › point 1: лицо, которое")]);
    check(&folder, "12-1", false, &[&format!("{article}: 12-1"), &format!("{article}: 12-1")]);
    check(&folder, "12.1", false, &[]);
    // A phrase does not go on in the next leaf.
    check(&folder, "стране квота", false, &[]);
    check(&folder, "нет такого", false, &[]);
}

#[test]
fn hyphens_and_letters_that_look_alike() {
    let folder = two();
    let name = "kk/ереже 1.txt ";
    // «көшi» is written with a Latin letter in the first line: reading puts it right.
    let (first, second, third) =
        (format!("{name}: көші-қоны"), format!("{name}: көші-қонға"), format!("{name}: Көші"));
    check(&folder, "көші-қоны", false, &[&first]);
    check(&folder, "көшi–қон*", false, &[&first, &second]);
    check(&folder, "көші-қон", true, &[&first, &second]);
    check(&folder, "көші", false, &[&format!("{name}: көші"), &format!("{name}: көші"), &third]);
}

#[test]
fn stems_are_those_of_the_language_of_the_passage() {
    let folder = two();
    let found = ["kk/ереже 1.txt : мамандардың", "kk/ереже 1.txt : маман"];
    check(&folder, "маман", true, &found);
    check(&folder, "мамандардың", true, &found);
    check(&folder, "маман*", false, &found);
    check(&folder, "мамандардың", false, &found[..1]);
    let article = "ru.md article 12-1";
    let expected = [
        format!("{article} › point 1: Мигрант"),
        format!("{article} › point 2: мигрантов"),
        format!("{article}: мигрантах"),
    ];
    check(&folder, "мигранта", true, &expected.each_ref().map(String::as_str));
}

#[test]
fn notes_are_marked_and_context_is_what_stands_around() {
    let folder = two();
    let index = folder.index();
    let hits = words(&index, &Query::parse("мигрант*").expect("a query"), false).expect("hits");
    let apart: Vec<bool> = hits.iter().map(|hit| hit.apart).collect();
    assert_eq!(apart, [false, false, true]);
    assert_eq!((hits[1].left(), hits[1].right()), ("2. Квота на ", " и её размер:"));
    assert_eq!(hits[0].language.code(), "ru");
}

#[track_caller]
fn matches(folder: &Folder, expression: &str, ignore_case: bool, expected: &[&str]) {
    let index = folder.index();
    let compiled = Pattern::new(expression, ignore_case).expect("an expression");
    let hits = pattern(&index, &compiled).expect("hits");
    assert_eq!(hits.iter().map(|hit| hit.matched()).collect::<Vec<_>>(), expected, "{expression}");
    for hit in &hits {
        folder.stands_there(&index, hit);
    }
}

#[test]
fn regular_expressions_match_in_one_leaf() {
    let folder = two();
    matches(&folder, "[Мм]игрант(ов|ах)?", false, &["Мигрант", "мигрантов", "мигрантах"]);
    matches(&folder, "мигрант", false, &["мигрант", "мигрант"]);
    matches(&folder, "МИГРАНТ", true, &["Мигрант", "мигрант", "мигрант"]);
    matches(&folder, r"\bкөші\b", false, &["көші", "көші"]);
    matches(&folder, r"^Көші", false, &["Көші"]);
    matches(&folder, r"\w+\.$", false, &["жасайды.", "емес.", "страну.", "городов.", "мигрантах."]);
    // Nothing is found across the border of leaves, and an empty match is no hit.
    matches(&folder, r"ереже\s+Жас", false, &[]);
    matches(&folder, r"(?s)ереже.*емес", false, &[]);
    matches(&folder, r"x*", false, &[]);
}

#[test]
fn a_query_without_words_is_told() {
    assert_eq!(Query::parse("«…»"), Err(BadQuery::NoWord));
    assert_eq!(Query::parse("а *б"), Err(BadQuery::Star(3)));
}

/// Words that meet often, with what tempts to mistakes between and in them.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "көші",
        "көшi",
        "Қон",
        "қонның",
        "маман",
        "мамандар",
        "и",
        "И",
        "ещё",
        "12",
        "1",
        "5",
        "%",
        "№",
        "права",
        "право",
        "the",
        "don't",
        "\u{ad}",
    ]);
    let between =
        prop::sample::select(vec![" ", " ", " ", "-", "–", ", ", ".", "\n\n", "\n\n1. ", "’", "/"]);
    prop::collection::vec((word, between), 0..40).prop_map(|parts| {
        parts.into_iter().map(|(word, between)| format!("{word}{between}")).collect()
    })
}

fn query() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "көші",
        "қон",
        "Қ*",
        "маман*",
        "*",
        "и",
        "еще",
        "12",
        "1",
        "%",
        "права",
        "don't",
        "қонның",
    ]);
    let between = prop::sample::select(vec![" ", " ", "-", ", "]);
    prop::collection::vec((word, between), 1..4).prop_map(|parts| {
        let text: String = parts.iter().map(|(word, between)| format!("{word}{between}")).collect();
        text.trim_end_matches([' ', '-', ',']).to_owned()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn hits_are_those_of_a_plain_scan(
        texts in prop::collection::vec(text(), 1..5),
        query in query(),
        stems: bool,
    ) {
        let names: Vec<String> = (0..texts.len()).map(|number| format!("{number}.txt")).collect();
        let files: Vec<(&str, &str)> =
            names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        let folder = Folder::of(&files);
        let index = folder.index();
        if let Ok(parsed) = Query::parse(&query) {
            let hits = words(&index, &parsed, stems).expect("hits");
            let found: Vec<(String, u32, u32, u32)> = hits
                .iter()
                .map(|hit| {
                    let name = index.documents[hit.document as usize].clone();
                    (name, hit.passage, hit.start, hit.end)
                })
                .collect();
            prop_assert_eq!(found, naive::words(&files, &query, stems));
        }
    }

    #[test]
    fn matches_are_those_of_a_plain_scan(
        texts in prop::collection::vec(text(), 1..5),
        expression in prop::sample::select(vec![
            r"\bқон\w*", r"[а-я]+\b", r"(?i)МАМАН", r"^\S+", r"\w+$", r"\d+\W", r"[^и]+", r"(?s).+",
            r"к?", r"\B\w", r"(көші|қон)-?", r"\Aи", r"5\s*%\z",
        ]),
    ) {
        let names: Vec<String> = (0..texts.len()).map(|number| format!("{number}.txt")).collect();
        let files: Vec<(&str, &str)> =
            names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        let folder = Folder::of(&files);
        let index = folder.index();
        let hits = pattern(&index, &Pattern::new(expression, false).expect("good")).expect("hits");
        let found: Vec<(String, u32, u32, u32)> = hits
            .iter()
            .map(|hit| {
                let name = index.documents[hit.document as usize].clone();
                (name, hit.passage, hit.start, hit.end)
            })
            .collect();
        prop_assert_eq!(found, naive::pattern(&files, expression));
    }
}
