//! What rules find, told on small documents.

use daryn_coding::{Codebook, Coder, Rules};
use daryn_model::Diagnostic;
use daryn_text::Language;
use proptest::prelude::*;

const CODEBOOK: &str = "[codebook]\nid = \"c\"\nversion = \"1\"\n\
    [[code]]\nid = \"a\"\nname_en = \"A\"\n[[code]]\nid = \"b\"\nname_en = \"B\"\n\
    [[code]]\nid = \"c\"\nname_en = \"C\"\n";
const HEAD: &str = "[rules]\ncodebook = \"c\"\ncodebook_version = \"1\"\nversion = \"7\"\n";

fn read(rules: &str) -> (Option<(Codebook, Rules)>, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let codebook =
        Codebook::parse("c.toml", CODEBOOK.as_bytes(), &mut problems).expect("a codebook");
    let text = format!("{HEAD}{rules}");
    let rules = Rules::parse("r.toml", text.as_bytes(), &codebook, &mut problems);
    (rules.map(|rules| (codebook, rules)), problems)
}

/// Codings as `code=rule words of the passage`.
fn coded(rules: &str, document: &str) -> Vec<String> {
    coded_in(None, rules, document)
}

/// The same with all passages in a language.
fn coded_in(language: Option<Language>, rules: &str, document: &str) -> Vec<String> {
    let (read, problems) = read(rules);
    let (codebook, rules) = read.unwrap_or_else(|| panic!("{problems:?}"));
    let document = daryn_read::read(document.as_bytes(), "d.md");
    let coder = Coder::new(&rules, &codebook);
    let codings = coder.worker().code(&document, language).codings;
    codings
        .iter()
        .map(|coding| {
            let words = document.words(&document.passages[coding.passage]);
            format!("{}={} {words}", coding.code, coding.rule)
        })
        .collect()
}

/// A rule of code `a` for Russian, `lines` in it.
fn rule(id: &str, lines: &str) -> String {
    format!("[[rule]]\nid = \"{id}\"\ncode = \"a\"\nlanguage = \"ru\"\n{lines}\n")
}

/// Which of these paragraphs a rule with `lines` finds.
fn found(lines: &str, paragraphs: &[&str]) -> Vec<usize> {
    let lines = coded(&rule("r", lines), &paragraphs.join("\n\n"));
    let at = |line: &String| {
        let words = line.strip_prefix("a=r ").expect("the code");
        paragraphs.iter().position(|paragraph| *paragraph == words).expect("a paragraph")
    };
    lines.iter().map(at).collect()
}

#[test]
fn words_are_found_by_stem_form_part_and_phrase() {
    let texts =
        ["Учёные поехали домой.", "Учеными гордились все.", "Учебники были готовы вовремя."];
    assert_eq!(found(r#"any = ["ученые"]"#, &texts), [0, 1]);
    assert_eq!(found(r#"any = ["=учёные"]"#, &texts), [0]);
    assert_eq!(found(r#"any = ["уче*"]"#, &texts), [0, 1, 2]);
    assert_eq!(found(r#"any = ["*ники"]"#, &texts), [2]);
    assert_eq!(found(r#"any = ["ученые гордились", "ученые домой"]"#, &texts), [1]);
    assert_eq!(found(r#"any = ["^готовы", "домой$"]"#, &texts), [0]);
}

#[test]
fn numbers_before_a_passage_are_not_its_first_words() {
    let texts = ["12. Орган решает вопросы въезда.", "Решает орган вопросы въезда."];
    assert_eq!(found(r#"any = ["^орган решает"]"#, &texts), [0]);
}

#[test]
fn conditions_must_all_hold() {
    let texts = [
        "Врачи получают жилье в селе.",
        "Врачи не получают земли.",
        "Жилье получают все, а также, если они согласны и приехали давно, врачи.",
    ];
    assert_eq!(found("any = [\"врачи\"]\nnone = [\"земли\"]", &texts), [0, 2]);
    assert_eq!(found("all = [\"врач*\", \"жилье\"]", &texts), [0, 2]);
    let near =
        |within: u8| format!("near = [{{ a = \"врач*\", b = \"жилье\", within = {within} }}]");
    assert_eq!(found(&near(2), &texts), [0]);
    assert_eq!(found(&near(1), &texts), [0; 0]);
    assert_eq!(found(&near(11), &texts), [0, 2]);
}

const LIST: &str = "### Статья 1. О врачах\n\n1. Органы решают. Они вправе:\n\n\
\u{20}  1) выдать визу врачу;\n\n   2) отказать врачу.\n\n   Особый случай без списка.\n\n\
    \u{20}  3) сообщить врачу.\n\n> *Сноска. Статья 1 о врачах изменена.*\n";

#[test]
fn items_of_a_list_are_read_with_its_lead_in() {
    let of_list = rule("r", "lead.any = [\"вправе\"]\nlead.none = [\"органы\"]");
    assert_eq!(
        coded(&of_list, LIST),
        ["a=r 1) выдать визу врачу;", "a=r 2) отказать врачу.", "a=r 3) сообщить врачу."]
    );
    let both = rule("r", "all = [\"вправе\", \"визу\"]");
    assert_eq!(coded(&both, LIST), ["a=r 1) выдать визу врачу;"]);
    let own = rule("r", "own.any = [\"вправе\"]");
    assert_eq!(coded(&own, LIST), ["a=r 1. Органы решают. Они вправе:"]);
}

#[test]
fn forms_and_headings_choose_passages_and_notes_are_never_coded() {
    let heading = rule("r", "forms = [\"heading\"]\nany = [\"врач*\"]");
    assert_eq!(coded(&heading, LIST), ["a=r Статья 1. О врачах"]);
    let others = rule("r", "not_forms = [\"heading\", \"sub-point\"]\nheadings.any = [\"врач*\"]");
    let found = coded(&others, LIST);
    assert!(found.contains(&"a=r Особый случай без списка.".to_owned()), "{found:?}");
    assert!(found.iter().all(|line| !line.contains("Сноска")), "{found:?}");
    let under_itself = rule("r", "forms = [\"heading\"]\nheadings.any = [\"врач*\"]");
    assert_eq!(coded(&under_itself, LIST), [""; 0]);
}

#[test]
fn words_of_names_are_not_seen() {
    let name = "[[name]]\nlanguage = \"ru\"\nwords = [\"комисси* | по наук*\"]\n";
    let text = "Комиссия по науке решает.\n\nСпорят по науке.\n";
    let science = name.to_owned() + &rule("r", "any = [\"наука\"]");
    assert_eq!(coded(&science, text), ["a=r Спорят по науке."]);
    let commission = name.to_owned() + &rule("r", "any = [\"комиссия\"]");
    assert_eq!(coded(&commission, text), ["a=r Комиссия по науке решает."]);
}

#[test]
fn clues_and_codes_can_be_asked_for() {
    let rules = "[[clue]]\nid = \"people\"\nlanguage = \"ru\"\nany = [\"врач\", \"@others\"]\n\
        [[clue]]\nid = \"others\"\nlanguage = \"ru\"\nany = [\"ученый\"]\n"
        .to_owned()
        + &rule("first", "all = [\"@people\", \"едет\"]")
        + &rule("second", "any = [\"@people\"]")
        + "[[rule]]\nid = \"third\"\ncode = \"b\"\nlanguage = \"ru\"\nrequires = [\"a\"]\n\
        any = [\"в\"]\n[[rule]]\nid = \"fourth\"\ncode = \"c\"\nlanguage = \"ru\"\n\
        unless = [\"b\"]\nany = [\"врач\", \"все\"]\n";
    let text = "Врач едет в село.\n\nУченый работает.\n\nВсе остались в городе.\n";
    assert_eq!(
        coded(&rules, text),
        [
            "a=first Врач едет в село.",
            "b=third Врач едет в село.",
            "a=second Ученый работает.",
            "c=fourth Все остались в городе.",
        ]
    );
}

#[test]
fn kazakh_forms_share_a_stem_and_wrong_letters_hinder_nothing() {
    let rules = "[[rule]]\nid = \"r\"\ncode = \"a\"\nlanguage = \"kk\"\nversion = \"9\"\n\
        any = [\"маман\", \"көші-қон*\"]\n";
    let text = "Мамандардың құқықтары бар.\n\nХалықтың көшi-қоны туралы ереже.\n\n\
        Құқықтары қорғалады.\n";
    assert_eq!(coded(rules, text).len(), 2);
}

fn told(rules: &str) -> Vec<(String, u32)> {
    let (_, problems) = read(rules);
    problems.into_iter().map(|problem| (problem.code, problem.line)).collect()
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let one = |code: &str, line| vec![(code.to_owned(), line)];
    assert_eq!(told(""), one("coding-no-rule", 0));
    assert_eq!(told(&rule("r", "any = [\"—\"]")), one("coding-empty-term", 5));
    assert_eq!(told(&rule("r", "any = [\"@x\"]")), one("coding-unknown-clue", 5));
    assert_eq!(told(&rule("r", "none = [\"x\"]")), one("coding-asks-nothing", 5));
    let unknown = rule("r", "any = [\"x\"]\nrequires = [\"z\"]");
    assert_eq!(told(&unknown), one("coding-unknown-code", 5));
    let itself = rule("r", "any = [\"x\"]\nunless = [\"a\"]");
    assert_eq!(told(&itself), one("coding-code-circle", 5));
    assert_eq!(told(&rule("r", "any = [\"x\"]\nanny = [\"x\"]")), one("unknown-field", 9 + 1));
    assert_eq!(told(&rule("r", "any = [\"x\"]\nforms = [\"verse\"]")).len(), 1);
    let twice = rule("r", "any = [\"x\"]") + &rule("r", "any = [\"y\"]");
    assert_eq!(told(&twice), one("coding-rule-twice", 10));
    let near = rule("r", "near = [{ a = \"x\", b = \"y\", within = 0 }]");
    assert_eq!(told(&near), one("coding-bad-near", 9));
    let circle = "[[clue]]\nid = \"x\"\nlanguage = \"ru\"\nany = [\"@y\"]\n\
        [[clue]]\nid = \"y\"\nlanguage = \"ru\"\nany = [\"@x\"]\n";
    let circle = told(&(circle.to_owned() + &rule("r", "any = [\"x\"]")));
    let both = [("coding-clue-circle".to_owned(), 5), ("coding-clue-circle".to_owned(), 9)];
    assert_eq!(circle, both);
}

#[test]
fn rules_tell_for_which_codebook_they_are() {
    let codebook = Codebook::parse("c", CODEBOOK.as_bytes(), &mut Vec::new()).expect("a codebook");
    let told = |from: &str, to: &str| {
        let text = format!("{HEAD}{}", rule("r", "any = [\"x\"]")).replace(from, to);
        let mut problems = Vec::new();
        let read = Rules::parse("r", text.as_bytes(), &codebook, &mut problems);
        let codes: Vec<String> = problems.into_iter().map(|it| it.code).collect();
        (read.is_some(), codes)
    };
    assert_eq!(told("zzz", ""), (true, vec![]));
    let version = told("codebook_version = \"1\"", "codebook_version = \"0.9\"");
    assert_eq!(version, (true, vec!["coding-other-version".to_owned()]));
    let other = told("codebook = \"c\"", "codebook = \"d\"");
    assert_eq!(other, (false, vec!["coding-other-codebook".to_owned()]));
}

#[test]
fn the_built_in_rules_have_no_problem() {
    let (name, text) = daryn_coding::rules::BUILT_IN;
    let codebook = Codebook::built_in().expect("the codebook");
    let mut problems = Vec::new();
    let rules = Rules::parse(name, text.as_bytes(), &codebook, &mut problems).expect("rules");
    assert_eq!(problems, []);
    // Every code that can be given has a rule in each language.
    for code in codebook.codes.iter().filter(|code| code.parent.is_some()) {
        for tongue in ["kk", "ru", "en"] {
            let has = |rule: &&daryn_coding::rules::Rule| {
                rule.code == code.id && rule.language.code() == tongue
            };
            let is_there = rules.rules.iter().any(|rule| has(&rule));
            // No English text told what a foreign body does.
            assert_eq!(is_there, (code.id.0.as_str(), tongue) != ("actor.abroad", "en"));
        }
    }
}

proptest! {
    /// One pass over tokens finds what looking at every place for every word finds.
    #[test]
    fn phrases_are_found_by_definition(
        words in prop::collection::vec("[аб]{1,2}", 1..12),
        phrase in prop::collection::vec("[аб]{1,2}[*]?", 1..4),
    ) {
        let matches = |pattern: &String, word: &String| match pattern.strip_suffix('*') {
            Some(start) => word.starts_with(start),
            None => pattern == word,
        };
        let naive = words.windows(phrase.len()).any(|window| {
            window.iter().zip(&phrase).all(|(word, pattern)| matches(pattern, word))
        });
        let exact: Vec<String> = phrase
            .iter()
            .map(|word| if word.ends_with('*') { word.clone() } else { format!("={word}") })
            .collect();
        let text = words.join(" ");
        let rules = rule("r", &format!("any = [\"{}\"]", exact.join(" ")));
        prop_assert_eq!(!coded_in(Some(Language::Ru), &rules, &text).is_empty(), naive);
    }

    #[test]
    fn no_rules_make_it_panic(text in "\\PC{0,80}", term in "\\PC{0,20}") {
        let quoted = serde_json::to_string(&term).expect("a text");
        let (read, _) = read(&rule("r", &format!("any = [{quoted}]")));
        if let Some((codebook, rules)) = read {
            let document = daryn_read::read(text.as_bytes(), "d.md");
            let coder = Coder::new(&rules, &codebook);
            let _ = coder.worker().code(&document, Some(Language::Ru));
        }
    }
}
