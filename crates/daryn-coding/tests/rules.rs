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
    let texts = [
        "12. Орган решает вопросы въезда.",
        "Решает орган вопросы въезда.",
        "12.1. Орган решает вопросы въезда.",
        "5-2) орган решает вопросы въезда.",
        "2022 орган решает вопросы въезда.",
        "Статья 5-1. Орган решает вопросы въезда",
        "Тогда орган решает вопросы въезда.",
    ];
    assert_eq!(found(r#"own.any = ["^орган решает"]"#, &texts), [0, 2, 3, 5]);
    assert_eq!(found(r#"own.any = ["^12 орган", "^статья"]"#, &texts), [0, 5]);
    let rules = "[[rule]]\nid = \"r\"\ncode = \"a\"\nlanguage = \"kk\"\nany = [\"^негізгі\"]\n";
    assert_eq!(coded(rules, "5-бап. Негізгі ұғымдар және өкілеттіктер\n").len(), 1);
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

/// The lead-in of each passage of a document, by their words.
fn leads(document: &str) -> Vec<(String, String)> {
    let document = daryn_read::read(document.as_bytes(), "d.md");
    let leads = daryn_coding::lists::beside(&document);
    let leaves = document.leaves().into_iter();
    let told = leaves.filter_map(|leaf| {
        let lead = document.text[leads.get(&leaf)?.lead.clone()].to_owned();
        Some((document.words(&document.passages[leaf]).to_owned(), lead))
    });
    told.collect()
}

fn check_leads(document: &str, expected: &[(&str, &str)]) {
    let found = leads(document);
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_list_that_begins_anew_has_not_the_old_lead_in() {
    let lists = |labels: [&str; 4]| {
        let [a, b, c, d] = labels;
        format!(
            "Статья 4. Полномочия\n\nМинистерство:\n\n{a} готовит кадры;\n\n{b} ведет учет;\n\n\
             Прочие положения статьи.\n\n{c} выплаты;\n\n{d} жилье.\n"
        )
    };
    let of_items = |labels: [&str; 4]| leads(&lists(labels)).len();
    assert_eq!(of_items(["1)", "2)", "1)", "2)"]), 2);
    assert_eq!(of_items(["а)", "б)", "а)", "б)"]), 2);
    assert_eq!(of_items(["2)", "3)", "2)", "3)"]), 2);
    // Words between two items do not end a list that goes on.
    assert_eq!(of_items(["1)", "2)", "3)", "4)"]), 4);
    assert_eq!(of_items(["а)", "ә)", "б)", "в)"]), 4);
    assert_eq!(of_items(["5-1)", "5-2)", "6)", "10)"]), 4);
}

#[test]
fn an_item_with_a_colon_begins_a_list_below_it() {
    let inner = "создает условия для ученых:";
    check_leads(
        "Статья 4. Полномочия\n\nМинистерство:\n\n1) создает условия для ученых:\n\n\
         - выплаты;\n\n- жилье;\n\n2) ведет учет.\n",
        &[
            ("1) создает условия для ученых:", "Министерство:"),
            ("- выплаты;", inner),
            ("- жилье;", inner),
            ("2) ведет учет.", "Министерство:"),
        ],
    );
    check_leads(
        "Статья 4. Полномочия\n\n1. Министерство осуществляет:\n\n1) создание условий:\n\n\
         для ученых;\n\n2) учет:\n\n1) врачей;\n\n2) ученых.\n\n2. Акимат решает:\n\nсам.\n",
        &[
            ("1) создание условий:", "Министерство осуществляет:"),
            ("для ученых;", "создание условий:"),
            ("2) учет:", "Министерство осуществляет:"),
            ("1) врачей;", "учет:"),
            ("2) ученых.", "учет:"),
            ("сам.", "Акимат решает:"),
        ],
    );
}

#[test]
fn the_predicate_of_a_kazakh_list_is_seen_from_each_item() {
    let text = "5-бап. Міндеттер\n\n2. Көшіп келушілер:\n\n1) заңдарды сақтауға;\n\n\
        2) салық төлеуге:\n\n- жылына бір рет,\n\n- уақтылы төленеді;\n\n3) тіркелуге міндетті.\n\n\
        Өзге бөлік.\n\n3. Олар:\n\n1) жүмыс істейді.\n\n2) тіркелуге міндетті.\n";
    let rules = "[[rule]]\nid = \"r\"\ncode = \"a\"\nlanguage = \"kk\"\n\
        tail.any = [\"міндетті$\"]\n";
    // The last item holds the word itself, and the items of the third point are whole sentences.
    let found = coded_in(Some(Language::Kk), rules, text);
    assert_eq!(found, ["a=r 1) заңдарды сақтауға;", "a=r 2) салық төлеуге:"]);
    let inner = rules.replace("міндетті", "төленеді");
    assert_eq!(coded_in(Some(Language::Kk), &inner, text), ["a=r - жылына бір рет,"]);
}

#[test]
fn headings_of_flat_documents_stand_above_what_follows_them() {
    let text = "# Политика миграции\n\nВводный абзац о миграции.\n\n## Кадры и ученые\n\n\
        Здесь говорится о поддержке.\n\n## Прочее\n\nЗдесь говорится об учете.\n";
    let rule = rule("r", "headings.any = [\"кадры\"]");
    assert_eq!(coded(&rule, text), ["a=r Здесь говорится о поддержке."]);
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
    assert_eq!(circle, one("coding-clue-circle", 5));
    assert_eq!(told(&rule("r", "any = [\"x\"]\nlead.none = [\"@y\"]")).len(), 2);
    let negated = rule("r", "any = [\"госбюджет*\", \"!бюджетные авиалинии\"]");
    assert_eq!(told(&negated), one("coding-negated-term", 5));
    assert_eq!(told(&rule("r", "any = [\"=!x\", \"y\"]")), one("coding-negated-term", 5));
    for lost in ["кадр(ы|ов)", "^@core", "в ^начале слов", "a$ b", "x ++"] {
        let told = told(&rule("r", &format!("any = [{lost:?}]")));
        assert_eq!(told, one("coding-lost-marks", 5), "{lost}");
    }
    let name = "[[name]]\nlanguage = \"ru\"\nwords = [\"!x | y\"]\n".to_owned();
    assert_eq!(told(&(name + &rule("r", "any = [\"x\"]"))), one("coding-negated-term", 5));
}

/// A dash is a dash in any spelling, and no word.
#[test]
fn dashes_between_words_of_a_term_are_none() {
    let texts = ["Подготовка кадров — основа.", "Подготовка кадров и основа."];
    assert_eq!(found("any = [\"подготовка кадров — основа\"]", &texts), [0]);
    assert_eq!(told(&rule("r", "any = [\"кадров — основа\", \"— x\", \"көші-қон*\"]")), []);
}

/// A rule of `code` in a language that waits for another code.
fn waits(id: &str, code: &str, tongue: &str, lines: &str) -> String {
    let head = format!("[[rule]]\nid = \"{id}\"\ncode = \"{code}\"\n");
    head + &format!("language = \"{tongue}\"\nany = [\"x\"]\n{lines}\n")
}

fn ways(rules: &str) -> Vec<(String, u32)> {
    let (_, problems) = read(rules);
    let way = |problem: Diagnostic| {
        let way = problem.args.into_iter().find(|(name, _)| name == "way");
        (way.map(|(_, value)| value).unwrap_or_default(), problem.line)
    };
    problems.into_iter().filter(|it| it.code == "coding-code-circle").map(way).collect()
}

#[test]
fn circles_are_of_one_language_and_named() {
    let apart = waits("r", "a", "ru", "requires = [\"b\"]")
        + &waits("k", "b", "kk", "requires = [\"a\"]")
        + &waits("q", "b", "ru", "")
        + &waits("l", "a", "kk", "");
    assert_eq!(told(&apart), []);
    let innocent = waits("r", "a", "ru", "requires = [\"b\"]")
        + &waits("s", "b", "ru", "unless = [\"c\"]")
        + &waits("t", "c", "ru", "requires = [\"b\"]");
    assert_eq!(ways(&innocent), [("b → c → b".to_owned(), 11)]);
    assert_eq!(ways(&waits("r", "a", "ru", "requires = [\"a\"]")), [("a → a".to_owned(), 5)]);
}

const TREE: &str = "[codebook]\nid = \"c\"\nversion = \"1\"\n\
    [[code]]\nid = \"top.x\"\nparent = \"top\"\nname_en = \"X\"\n\
    [[code]]\nid = \"a\"\nname_en = \"A\"\n[[code]]\nid = \"b\"\nname_en = \"B\"\n\
    [[code]]\nid = \"top\"\nname_en = \"Top\"\n";

#[test]
fn a_code_above_others_stands_for_them_and_one_that_is_never_given_is_told() {
    let codebook = Codebook::parse("c", TREE.as_bytes(), &mut Vec::new()).expect("a codebook");
    let base = waits("x", "top.x", "ru", "");
    let given = |lines: &str| {
        let text = format!("{HEAD}{base}{}", waits("r", "a", "ru", lines));
        let mut problems = Vec::new();
        let rules = Rules::parse("r", text.as_bytes(), &codebook, &mut problems).expect("rules");
        let document = daryn_read::read("x".as_bytes(), "d.md");
        let coder = Coder::new(&rules, &codebook);
        let codings = coder.worker().code(&document, Some(Language::Ru)).codings;
        let codes: Vec<String> = codings.iter().map(|it| it.code.to_string()).collect();
        let told: Vec<String> = problems.into_iter().map(|problem| problem.code).collect();
        (codes.join(" "), told.join(" "))
    };
    let found = |codes: &str, told: &str| (codes.to_owned(), told.to_owned());
    assert_eq!(given("requires = [\"top\"]"), found("a top.x", ""));
    assert_eq!(given("unless = [\"top\"]"), found("top.x", ""));
    assert_eq!(given("requires = [\"b\"]"), found("top.x", "coding-never-given"));
    assert_eq!(given("unless = [\"b\"]"), found("a top.x", "coding-never-given"));
}

/// Seconds of growth would be minutes, were a step of it quadratic.
#[test]
fn long_chains_are_walked_once() {
    let clue = |n: usize, any: &str| {
        format!("[[clue]]\nid = \"k{n}\"\nlanguage = \"ru\"\nany = [\"{any}\"]\n")
    };
    let chain = |length: usize| -> String {
        (0..length).map(|n| clue(n, &format!("@k{}", n + 1))).collect::<String>()
            + &clue(length, "x")
            + &rule("r", "any = [\"@k0\"]")
    };
    assert_eq!(told(&chain(99)), []);
    let deep = told(&chain(2_000));
    assert_eq!(
        deep.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(),
        ["coding-clue-deep"]
    );
    let both = "мамандар ".repeat(20_000) + &"и ".repeat(9) + &"кадры ".repeat(20_000);
    let near = |within: u8| {
        let near = format!("near = [{{ a = \"маман*\", b = \"кадр*\", within = {within} }}]");
        coded_in(Some(Language::Ru), &rule("r", &near), &both).len()
    };
    assert_eq!((near(9), near(10)), (0, 1));
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

/// Codes that the built-in rules give to a passage of a document.
fn built_in_codes(document: &str, begins: &str) -> Vec<String> {
    let codebook = Codebook::built_in().expect("the codebook");
    let rules = Rules::built_in().expect("the rules");
    let document = daryn_read::read(document.as_bytes(), "d.md");
    let coder = Coder::new(&rules, &codebook);
    let codings = coder.worker().code(&document, None).codings;
    let of_passage = codings
        .iter()
        .filter(|coding| document.words(&document.passages[coding.passage]).starts_with(begins));
    of_passage.map(|coding| coding.code.to_string()).collect()
}

/// Forms that share a stem and not a meaning: "in order to" is no goal, "provide" no support.
#[test]
fn the_built_in_rules_know_forms_of_another_meaning() {
    let has = |document: &str, begins: &str, code: &str| {
        built_in_codes(document, begins).iter().any(|given| given == code)
    };
    let list = |lead: &str| {
        format!(
            "5-бап. Мигранттар\n\n1. {lead}:\n\n1) студенттерді қабылдау;\n\n2) ғалымдарды шақыру.\n"
        )
    };
    let purpose = list("Көшіп келушілерге білім беру мақсатында органдар");
    assert!(!has(&purpose, "1)", "stage.goal"));
    assert!(has(&purpose, "1)", "stage.measure"));
    assert!(has(&list("Көші-қон саясатының мақсаттары"), "1)", "stage.goal"));
    let provide = "Органы обеспечивают обновление сведений о кандасах в единой базе данных.";
    assert!(!has(provide, "Органы", "polarity.support"));
    let provided = "Кандасы обеспечиваются жильем в регионах расселения по решению комиссии.";
    assert!(has(provided, "Кандасы", "polarity.support"));
    let released = "Бас бостандығынан айыру орындарынан босатылған қандастар есепке алынады.";
    assert!(!has(released, "Бас", "polarity.support"));
    let spared = "Қандастар төлем қабілеттілігін растаудан босатылады және есепке алынады.";
    assert!(has(spared, "Қандастар", "polarity.support"));
    let duty = "5-бап. Қандастар\n\n1. Қандастар:\n\n1) қазақ тілін үйренуге;\n\n2) есепке тұруға міндетті.\n";
    assert!(has(duty, "1)", "polarity.restrict"));
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

    /// Whatever lists stand in each other: a lead-in stands before its item and ends with a colon,
    /// a tail behind it, and a heading or a point ends all lists.
    #[test]
    fn lists_are_around_their_items(
        lines in prop::collection::vec(
            ("(1|2|3|5-1|а|ә|б|i|iv)\\) |- |Иное |2[.] |## |", "[а-я]{1,4}( [а-я]{1,4})?", "[;:.,]"),
            1..14,
        ),
    ) {
        let lines: Vec<String> = lines.iter().map(|(mark, words, end)| format!("{mark}{words}{end}")).collect();
        let document = daryn_read::read(lines.join("\n\n").as_bytes(), "d.md");
        for (place, beside) in daryn_coding::lists::beside(&document) {
            let passage = &document.passages[place];
            prop_assert!(beside.lead.end <= passage.start);
            prop_assert!(document.text[beside.lead.clone()].trim_end().ends_with(':'));
            let between = &document.text[beside.lead.end..passage.start];
            prop_assert!(!between.contains("2. "), "{between}");
            prop_assert!(beside.tail.is_empty() || beside.tail.start >= passage.end);
        }
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
