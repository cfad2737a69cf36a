//! Codings of a study's texts in its report: by rules, by people, by a codebook of its own.

use std::fs;

use serde_json::Value;

use crate::sample::Sample;

/// Words of our own: five points, two of which are about compatriots.
const RU: &str = "Указ о стипендиях\n\n\
    1. Кандасы имеют право на бесплатные курсы языка.\n\n\
    2. Министерство публикует отчет.\n\n\
    3. Кандасам возмещают расходы на переезд.\n";
const KK: &str = "Шәкіртақы туралы жарлық\n\n\
    1. Қандастар тегін бейімдеу қызметтерімен қамтамасыз етіледі.\n\n\
    2. Министрлік есеп жариялайды.\n";
const CODEBOOK: &str = "[codebook]\nid = \"own\"\nversion = \"2\"\n\n[[code]]\nid = \"people\"\n\
    name_en = \"People\"\nname_ru = \"Люди\"\nname_kk = \"Адамдар\"\n\n[[code]]\nid = \"people.kin\"\n\
    parent = \"people\"\nname_en = \"Kin\"\nname_ru = \"Сородичи\"\nname_kk = \"Туыстар\"\n\n\
    [[code]]\nid = \"people.other\"\nparent = \"people\"\nname_en = \"Others\"\n\
    name_ru = \"Прочие\"\nname_kk = \"Өзгелер\"\n";
const RULES: &str = "[rules]\ncodebook = \"own\"\ncodebook_version = \"2\"\nversion = \"1\"\n\n\
    [[rule]]\nid = \"ru.kin\"\ncode = \"people.kin\"\nlanguage = \"ru\"\nany = [\"кандас*\"]\n\n\
    [[rule]]\nid = \"kk.kin\"\ncode = \"people.kin\"\nlanguage = \"kk\"\nany = [\"қандас*\"]\n";

/// The tiny study with texts of its decree, and a second document without one.
fn with_texts(codebook: bool) -> Sample {
    let sample = Sample::tiny();
    fs::create_dir(sample.dir.join("texts")).expect("made");
    sample.write("texts/D1.ru.md", RU);
    sample.write("texts/D1.kk.md", KK);
    let documents = sample.read("documents.csv");
    let second = "D2,Law on study,Закон об учебе,Оқу туралы заң,MES,law,2021-01-01,corpus,none,no,\
        https://example.org/d2\n";
    sample.write("documents.csv", &format!("{documents}{second}"));
    if codebook {
        sample.replace(
            "study.toml",
            "other = [",
            "codebook = \"codebook.toml\"\ncode_rules = \"codes.toml\"\nother = [",
        );
        sample.write("codebook.toml", CODEBOOK);
        sample.write("codes.toml", RULES);
    }
    sample
}

fn report(sample: &Sample) -> Value {
    serde_json::from_str(&sample.read("report/report.json")).expect("JSON")
}

/// Rows of the table as `file language words passages code count by_hand rate share`.
fn rows(sample: &Sample, code: &str) -> Vec<String> {
    let table = sample.read("report/tables/attention.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let wanted = [
        "file",
        "language",
        "words",
        "passages",
        "count",
        "by_hand",
        "per_thousand",
        "share_of_words",
    ];
    let of = |row: &csv::StringRecord, name: &str| {
        let place = head.iter().position(|cell| cell == name);
        place.and_then(|place| row.get(place)).unwrap_or("none").to_owned()
    };
    let rows = reader.records().map(|row| row.expect("a row"));
    let rows = rows.filter(|row| row[0].ends_with(&format!(".{code}")));
    rows.map(|row| wanted.map(|name| of(&row, name)).join(" ")).collect()
}

#[test]
fn codes_are_counted_per_thousand_words_text_by_text() {
    let sample = with_texts(true);
    let ran = sample.daryn(&["run"]).ends(0);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    // Russian: words of the title 3, of the points 8, 4 and 6 with their numbers: 21, of them 14 in the two
    // points with the code: 2 * 1000 / 21 = 95.24 and 14 * 100 / 21 = 66.67.
    assert_eq!(
        rows(&sample, "people.kin"),
        ["texts/D1.kk.md kk 14 3 1 0 71.43 50.00", "texts/D1.ru.md ru 21 4 2 0 95.24 66.67"]
    );
    // What no rule gives has a number of its own, and is said not to be absent.
    assert_eq!(
        rows(&sample, "people.other"),
        ["texts/D1.kk.md kk 14 3 0 0 0.00 0.00", "texts/D1.ru.md ru 21 4 0 0 0.00 0.00"]
    );
    for (lang, words) in [
        (
            "en",
            [
                "codes of these texts were not validated",
                "Law on study",
                "“Kin”",
                "does not mean that",
            ],
        ),
        ("ru", ["не проходили валидацию", "Закон об учебе", "«Сородичи»", "не значит"]),
        ("kk", ["валидациядан өткен жоқ", "Оқу туралы заң", "«Туыстар»", "білдірмейді"]),
    ] {
        let page = sample.read(&format!("report/{lang}/index.html"));
        assert!(page.contains("id=\"f-evolution-attention\""), "{lang}");
        for word in words {
            assert!(page.contains(word), "{lang}: {word}");
        }
    }
    // A number leads to the passages with the code and to the rule that gave it.
    let claim = "claim:evolution.attention.texts/D1.ru.md.people.kin";
    let why = sample.daryn(&["why", claim, "--format", "json"]).ends(0).out;
    assert!(why.contains("3. Кандасам возмещают расходы на переезд."), "{why}");
    assert!(why.contains("people.kin (ru.kin 1)"), "{why}");
    sample.daryn(&["verify"]).ends(0);
    let again = sample.daryn(&["run"]).ends(0);
    assert!(again.err.contains("up to date"), "{}", again.err);
    // Other rules code again; a text is read again only by what codes it.
    sample.replace("codes.toml", "any = [\"кандас*\"]", "any = [\"министерств*\"]");
    sample.daryn(&["run"]).ends(0);
    assert_eq!(rows(&sample, "people.kin")[1], "texts/D1.ru.md ru 21 4 1 0 47.62 19.05");
}

#[test]
fn the_built_in_codebook_is_used_where_the_study_names_none() {
    let sample = with_texts(false);
    sample.daryn(&["run"]).ends(0);
    assert_eq!(rows(&sample, "target.compatriots")[1], "texts/D1.ru.md ru 21 4 2 0 95.24 66.67");
    let page = sample.read("report/en/index.html");
    assert!(page.contains("not by trained coders"));
}

#[test]
fn without_texts_it_is_not_testable_and_says_what_would_change_that() {
    let sample = Sample::with_report();
    let page = sample.read("report/ru/index.html");
    assert!(page.contains("Проверить можно будет, если положить тексты"));
    assert!(!page.contains("f-evolution-attention"));
    assert!(!sample.dir.join("report/tables/attention.csv").exists());
}

/// A line of a person for the words at the first place where they stand in a text.
fn line(text: &str, quote: &str, code: &str, coder: &str) -> String {
    let text = text.replace("\n\n", "\n");
    let at = text.find(quote).expect("the quote");
    let start = text[..at].chars().count();
    let end = start + quote.chars().count();
    serde_json::json!({
        "document": "D1", "passage": null, "start": start, "end": end, "code": code,
        "by": "person", "coder": coder, "quote": quote, "memo": "", "time": "2026-11-27T10:00:00Z",
    })
    .to_string()
}

#[test]
fn what_people_coded_takes_the_place_of_rules() {
    let sample = with_texts(true);
    let lines = [
        line(RU, "имеют право", "people.other", "Айгүл"),
        line(RU, "1. Кандасы имеют", "people.other", "Марат"),
        line(RU, "Министерство публикует", "people.kin", "Айгүл"),
        // A coding of a rule is none of a person.
        line(RU, "отчет", "people.other", "").replace("\"person\"", "\"rule\""),
    ];
    sample.write("codings.jsonl", &lines.join("\n"));
    let ran = sample.daryn(&["run"]).ends(0);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    // The rule gives the code to points 1 and 3; people gave it to point 2 and another to point 1.
    assert_eq!(rows(&sample, "people.kin")[1], "texts/D1.ru.md ru 21 4 2 1 95.24 47.62");
    assert_eq!(rows(&sample, "people.other")[1], "texts/D1.ru.md ru 21 4 1 1 47.62 38.10");
    let page = sample.read("report/kk/index.html");
    assert!(page.contains("Айгүл") && page.contains("Марат"), "the coders are named");
    assert!(sample.read("daryn.lock").contains("file = \"codings.jsonl\""));
    let said = |claim: &str| {
        let claims = report(&sample)["claims"].as_array().expect("claims").clone();
        let found = claims.into_iter().find(|it| it["id"] == claim);
        found.unwrap_or_else(|| panic!("{claim}")).to_string()
    };
    let by_people = said("claim:evolution.coded.texts/D1.ru.md");
    assert!(by_people.contains("Passages that people coded (Айгүл and Марат): 2"), "{by_people}");
    assert!(!said("claim:evolution.coded.texts/D1.kk.md").contains("people coded"));
}

#[test]
fn codings_that_cannot_be_counted_are_told_one_by_one() {
    let sample = with_texts(true);
    // A code that only holds others cannot be given, where the codebook says what codes include.
    sample.replace(
        "codebook.toml",
        "name_en = \"Kin\"",
        "name_en = \"Kin\"\ninclude_en = \"Kin.\"",
    );
    let good = line(RU, "имеют право", "people.other", "Айгүл");
    let lines = [
        good.clone(),
        good.replace("people.other", "people.kim"),
        good.replace("\"D1\"", "\"D2\""),
        good.replace("имеют право", "имеют долг"),
        good.replace("people.other", "people"),
    ];
    sample.write("codings.jsonl", &lines.join("\n"));
    let ran = sample.daryn(&["check", "--format", "json"]).ends(0);
    assert_eq!(
        ran.codes(),
        ["codings-unknown-code", "codings-no-text", "codings-moved", "codings-unknown-code"]
    );
    sample.write("codings.jsonl", "{\"document\": 1}\n");
    assert_eq!(sample.daryn(&["check", "--format", "json"]).ends(1).codes(), ["codings-line"]);
    sample.write("codings.jsonl", "");
    sample.replace("codes.toml", "code = \"people.kin\"", "code = \"people.kim\"");
    let ran = sample.daryn(&["check"]).ends(1);
    assert!(ran.out.contains("codes.toml") || ran.err.contains("codes.toml"), "{}", ran.err);
}
