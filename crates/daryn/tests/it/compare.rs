//! `daryn compare`: two texts against each other, in every form of the output.

use std::fs;

use insta::assert_snapshot;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::sample::{Ran, daryn};

const OLD: &str = "# Закон\n\n## Глава 1. Общее\n\n### Статья 1. Понятия\n\n\
    1. Оралман — этнический казах, который вернулся в страну.\n\n\
    ### Статья 2. Квота\n\nКвоту устанавливает Правительство по представлению министерства.\n\n\
    ### Статья 3. Центры\n\nЦентры <адаптации> создают акимы областей и городов.\n";
const NEW: &str = "# Закон\n\n## Глава 1. Общее\n\n### Статья 1. Понятия\n\n\
    1. Кандас — этнический казах, который вернулся в страну.\n\n\
    > *Сноска. Статья 1 с изменениями от 13.05.2020 № 327-VI.*\n\n\
    ### Статья 2. Квота\n\nВсе решают региональные комиссии без каких-либо других органов.\n\n\
    ### Статья 4. Центры\n\nЦентры <адаптации> создают акимы областей и городов.\n\n\
    ### Статья 5. Вступление в силу\n\nЗакон вступает в силу 1 января 2021 года.\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::Builder::new().prefix("салыстыру ").tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(dir.path().join(name), text).expect("written");
    }
    dir
}

fn laws() -> tempfile::TempDir {
    folder(&[("old.md", OLD), ("new.md", NEW), ("empty.md", "")])
}

fn compare(dir: &tempfile::TempDir, arguments: &[&str]) -> Ran {
    daryn(dir.path(), &[&["compare"], arguments].concat())
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).expect("JSON")
}

#[test]
fn pairs_are_told_for_people() {
    let ran = compare(&laws(), &["old.md", "new.md"]).ends(0);
    assert_eq!(ran.err, "");
    assert_snapshot!(ran.out, @"
    Articles: kept 1, edited 1, moved 0, new 2, dropped 1
    Passages outside of these: kept 2, edited 0, moved 0, new 0, dropped 0
    edited: Статья 1. Понятия
        Статья 1. Понятия / 1. [-Оралман-] {+Кандас+} — этнический казах, который вернулся в страну.
    dropped (rewritten under the same number): Статья 2. Квота
      - Статья 2. Квота
      - Квоту устанавливает Правительство по представлению министерства.
    new (rewritten under the same number): Статья 2. Квота
      + Статья 2. Квота
      + Все решают региональные комиссии без каких-либо других органов.
    kept (was 3, is 4): Статья 4. Центры
    new: Статья 5. Вступление в силу
      + Статья 5. Вступление в силу
      + Закон вступает в силу 1 января 2021 года.
    ");
    let told = compare(&laws(), &["old.md", "new.md", "--lang", "kk"]).ends(0).out;
    assert!(told.starts_with("Баптар: сақталғаны — 1"), "{told}");
}

#[test]
fn programs_get_what_they_are_promised() {
    let value = json(&compare(&laws(), &["old.md", "new.md", "--format", "json"]).ends(0));
    let counts = ["kept", "edited", "moved", "new", "dropped"].map(|key| value[key].as_u64());
    assert_eq!(counts, [1, 1, 0, 2, 1].map(Some));
    assert_eq!(value["differences"], Value::Array(Vec::new()));
    let pairs = value["pairs"].as_array().expect("pairs");
    let shown: Vec<String> = pairs
        .iter()
        .map(|pair| {
            let label = |side: &str| pair[side]["label"].as_str().unwrap_or("-").to_owned();
            let note = pair["note"].as_str().unwrap_or("-");
            format!(
                "{} {} {} {note}",
                pair["status"].as_str().unwrap_or("?"),
                label("old"),
                label("new")
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "edited 1 1 -",
            "dropped 2 - rewritten-under-the-same-number",
            "new - 2 rewritten-under-the-same-number",
            "kept 3 4 renumbered",
            "new - 5 -",
        ]
    );
    assert_eq!(pairs[0]["old"]["kind"], "article");
    assert!(pairs[0]["new"]["text"].as_str().is_some_and(|text| !text.contains("Сноска")));
    assert!(pairs[1]["new"].is_null() && pairs[4]["old"].is_null());
    let leaves = compare(&laws(), &["old.md", "new.md", "--unit", "leaf", "--format", "json"]);
    let leaves = json(&leaves.ends(0));
    assert_eq!(leaves["unit"], "leaf");
    assert!(leaves["pairs"].as_array().is_some_and(|pairs| pairs.len() > 8));
}

#[test]
fn a_text_with_itself_is_kept_and_an_empty_one_has_an_answer() {
    let value = json(&compare(&laws(), &["new.md", "new.md", "--format", "json"]).ends(0));
    assert_eq!(
        (&value["kept"], &value["edited"], &value["new"]),
        (&4.into(), &0.into(), &0.into())
    );
    // The empty text is told of as everywhere, and everything else is new.
    let ran = compare(&laws(), &["empty.md", "new.md", "--format", "json"]).ends(1);
    let value = json(&ran);
    assert_eq!(
        (&value["kept"], &value["new"], &value["dropped"]),
        (&0.into(), &4.into(), &0.into())
    );
    assert!(ran.err.contains("empty.md"), "{}", ran.err);
    let ran = compare(&laws(), &["old.md", "none.md", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["read-unreadable"]);
}

#[test]
fn two_languages_are_held_against_each_other() {
    let kk = "# Заң\n\n### 1-бап. Мерзім\n\nЗаң 2021 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.\n\n\
        > *Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 31.12.2016 № 41-VІ Заңымен.*\n\n\
        ### 2-бап. Үлес\n\nҮлесі кемінде 15 пайыз және отыз күн болуға тиіс.\n";
    let ru = "# Закон\n\n### Статья 1. Срок\n\nЗакон вводится в действие с 1 января 2021 года.\n\n\
        > *Сноска. Статья 1 с изменениями Закона РК от 30.12.2016 № 41-VI.*\n\n\
        ### Статья 2. Доля\n\nДоля должна быть не менее 25 процентов и 30 дней.\n\n\
        ### Статья 3. Конец\n\nВсё.\n";
    let dir = folder(&[("kk.md", kk), ("ru.md", ru)]);
    let value = json(&compare(&dir, &["kk.md", "ru.md", "--format", "json"]).ends(0));
    let differences = value["differences"].as_array().expect("differences");
    let shown: Vec<String> = differences
        .iter()
        .map(|one| format!("{} {} {} {}", one["kind"], one["label"], one["old"], one["new"]))
        .collect();
    assert_eq!(
        shown,
        [
            r#""date" "1" "31.12.2016 № 41-VI" "30.12.2016 № 41-VI""#,
            r#""number" "2" "15" "25""#,
            r#""label" "3" null "3""#,
        ]
    );
}

#[test]
fn the_page_loads_nothing_and_shows_words_as_they_are() {
    for lang in ["en", "ru", "kk"] {
        let arguments = ["old.md", "new.md", "--format", "html", "--lang", lang];
        let text = compare(&laws(), &arguments).ends(0).out;
        for loads in ["<script", "http:", "https:", "src=", "url(", "@import"] {
            assert!(!text.contains(loads), "{lang}: {loads}");
        }
        assert!(text.contains("&lt;адаптации&gt;") && !text.contains("<адаптации>"));
        assert!(!text.contains("compare-"), "{lang}");
        let page = Html::parse_document(&text);
        let all = |selector: &str| -> Vec<String> {
            let selector = Selector::parse(selector).expect("a selector");
            page.select(&selector).map(|it| it.text().collect::<String>()).collect()
        };
        let root = Selector::parse("html").expect("a selector");
        let told = page.select(&root).next().and_then(|it| it.value().attr("lang"));
        assert_eq!(told, Some(lang));
        assert!(all("del").iter().any(|it| it.contains("Оралман")), "{:?}", all("del"));
        assert!(all("ins").iter().any(|it| it.contains("Кандас")));
        // What is heard says where a change begins.
        assert_eq!(all("del .spoken").len(), 2 * all("del").len());
        assert_eq!(all("h1").len(), 1);
        assert_eq!(all("section.pair").len(), 7);
    }
}

#[test]
fn tables_of_pairs_and_files() {
    let dir = laws();
    let csv = compare(&dir, &["old.md", "new.md", "--format", "csv"]).ends(0).out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let statuses: Vec<String> =
        reader.records().map(|row| row.expect("a row")[1].to_owned()).collect();
    assert_eq!(statuses, ["edited", "dropped", "new", "kept", "new", "kept", "kept"]);
    let ran = compare(&dir, &["old.md", "new.md", "--format", "xlsx"]).ends(1);
    assert!(ran.err.contains("--output OUT"), "{}", ran.err);
    compare(&dir, &["old.md", "new.md", "--format", "xlsx", "--output", "a.xlsx"]).ends(0);
    compare(&dir, &["old.md", "new.md", "--format", "html", "--output", "a.html"]).ends(0);
    assert!(dir.path().join("a.xlsx").is_file() && dir.path().join("a.html").is_file());
    let ran = compare(&dir, &["old.md", "new.md", "--output", "old.md"]).ends(1);
    assert_eq!(fs::read_to_string(dir.path().join("old.md")).expect("a text"), OLD);
    assert!(ran.err.contains("old.md"));
}
