//! `daryn measures`: measures of a document, their review, and what became of them.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use calamine::Reader as _;
use insta::assert_snapshot;
use serde_json::Value;

use crate::sample::{Sample, daryn};

const RULES: &str = "# Правила\n\n1. Министерство обязано представить отчет до 31 февраля 2025 года.\n\n\
    2. Виза выдается органами внутренних дел в течение 5 рабочих дней.\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::Builder::new().prefix("шаралар ").tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(dir.path().join(name), text).expect("written");
    }
    dir
}

#[test]
fn the_contract_of_extraction_is_kept() {
    let dir = folder(&[("a.md", RULES)]);
    let ran = daryn(dir.path(), &["measures", "extract", "a.md", "--format", "json"]).ends(0);
    let value: Value = serde_json::from_str(&ran.out).expect("JSON");
    let measures = value["measures"].as_array().expect("measures");
    assert_eq!(measures.len(), 2);
    assert_eq!(value["rules"], daryn_measures::RULES);
    let letters: Vec<char> = text_of(&dir).chars().collect();
    let promised = [
        "passage",
        "actor",
        "action",
        "object",
        "deadline",
        "money",
        "indicator",
        "target_group",
        "instrument",
        "polarity",
        "known",
        "confidence",
    ];
    for measure in measures {
        for name in promised {
            assert!(measure.get(name).is_some(), "{name}");
        }
        for name in &promised[1..10] {
            let part = &measure[name];
            if part.is_null() {
                continue;
            }
            let at = |key: &str| part[key].as_u64().expect("a place") as usize;
            let words: String = letters[at("start")..at("end")].iter().collect();
            assert_eq!(part["text"], words.as_str());
        }
    }
    assert_eq!(measures[0]["deadline"]["doubt"], "no-such-day");
    assert_eq!(measures[0]["deadline"]["to"], Value::Null);
    assert_eq!(measures[0]["polarity"]["value"], "obligation");
    assert_eq!(measures[1]["actor"]["text"], "органами внутренних дел");
    assert_eq!(measures[1]["deadline"]["count"], 5);
    assert_eq!(measures[1]["money"], Value::Null);
    let ran = daryn(dir.path(), &["measures", "extract", "a.md", "--format", "ig"]).ends(0);
    assert_snapshot!(ran.out, @"
    A(Министерство) D(обязано) I(представить) Bdir(отчет) Cex(до 31 февраля 2025 года)
    A(органами внутренних дел) I(выдается) Bdir(Виза) Cex(в течение 5 рабочих дней)
    ");
    assert!(ran.err.contains("no such day"), "{}", ran.err);
}

/// The text as `daryn read` gives it.
fn text_of(dir: &tempfile::TempDir) -> String {
    let ran = daryn(dir.path(), &["read", "a.md", "--format", "json"]).ends(0);
    let value: Value = serde_json::from_str(&ran.out).expect("JSON");
    value["text"].as_str().expect("a text").to_owned()
}

#[test]
fn tables_hold_one_row_a_measure() {
    let dir = folder(&[("a.md", RULES)]);
    let ran = daryn(dir.path(), &["measures", "extract", "a.md"]).ends(0);
    let mut rows = csv::Reader::from_reader(ran.out.as_bytes());
    assert_eq!(rows.headers().expect("a head").len(), 37);
    assert_eq!(rows.records().count(), 2);
    daryn(
        dir.path(),
        &["measures", "extract", "a.md", "--format", "xlsx", "--output", "m.xlsx", "--lang", "kk"],
    )
    .ends(0);
    let mut book = calamine::open_workbook_auto(dir.path().join("m.xlsx")).expect("a workbook");
    let sheet = book.worksheets().remove(0).1;
    // Names for programs, names for people, two measures.
    assert_eq!(sheet.height(), 4);
    let ran = daryn(dir.path(), &["measures", "extract", "none.md"]).ends(1);
    assert!(ran.err.contains("none.md"), "{}", ran.err);
}

/// A plan with one sum for its first two rows.
pub(crate) const PLAN: &str = "<html><body><p>План</p><table>\
    <tr><td>Мероприятие</td><td>Исполнители</td><td>Срок</td><td>Сумма, млн тенге</td></tr>\
    <tr><td>Создание центра</td><td>МИД</td><td>2025 год</td><td rowspan='2'>12</td></tr>\
    <tr><td>Разработка портала</td><td>МВД</td><td>2026 год</td></tr>\
    <tr><td>Запуск конкурса</td><td>МНВО</td><td>2027 год</td><td>7</td></tr>\
    </table></body></html>";

#[test]
fn one_sum_for_several_rows_is_told_as_such() {
    let dir = folder(&[("plan.html", PLAN)]);
    let arguments = ["measures", "extract", "plan.html", "--format", "json"];
    let ran = daryn(dir.path(), &arguments).ends(0);
    let value: Value = serde_json::from_str(&ran.out).expect("JSON");
    let told: Vec<(&Value, &Value)> = value["measures"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| (&it["money"]["amount"], &it["money"]["shared"]))
        .collect();
    let amounts = ["12000000", "12000000", "7000000"].map(Value::from);
    let shared = [true, true, false].map(Value::from);
    assert_eq!(told, amounts.iter().zip(&shared).collect::<Vec<_>>());
    assert_eq!(ran.err.matches("one amount for several rows").count(), 2, "{}", ran.err);
    let table = daryn(dir.path(), &["measures", "extract", "plan.html"]).ends(0).out;
    assert_eq!(table.matches(",several-rows,").count(), 2, "{table}");
    assert_eq!(table.matches(",measure,").count(), 1, "{table}");
}

#[test]
fn the_words_of_a_row_have_what_covers_it() {
    let plan = |year: u32| {
        format!(
            "<html><body><p>План</p><table>\
            <tr><td>Мероприятие</td><td>Исполнители</td><td>Срок</td></tr>\
            <tr><td rowspan='2'>Создание центра</td><td>МИД</td><td>2025 год</td></tr>\
            <tr><td>МНВО</td><td>{year} год</td></tr></table></body></html>"
        )
    };
    let shown = "Создание центра МНВО 2026 год";
    let dir = folder(&[("a.html", &plan(2026)), ("b.html", &plan(2026))]);
    let table = daryn(dir.path(), &["measures", "extract", "a.html"]).ends(0).out;
    assert!(table.lines().nth(2).is_some_and(|it| it.ends_with(&format!(",{shown}"))), "{table}");
    let line = ["measures", "line", "a.html", "b.html"];
    let table = daryn(dir.path(), &line).ends(0).out;
    assert!(table.contains(shown), "{table}");
    let table = daryn(dir.path(), &["measures", "match", "a.html", "b.html"]).ends(0).out;
    assert!(table.contains(shown), "{table}");
    // Where a place is told, too, the words are those of the place.
    let ran = daryn(dir.path(), &[&line[..], &["--format", "json"]].concat()).ends(0);
    let value: Value = serde_json::from_str(&ran.out).expect("JSON");
    let lives = value["lives"].as_array().expect("lives");
    let told = lives.iter().map(|it| &it["measures"][0]).find(|it| {
        it["text"]
            .as_str()
            .is_some_and(|text| text.starts_with("МНВО") && text.ends_with("2026 год"))
    });
    let told = told.unwrap_or_else(|| panic!("{}", ran.out));
    let width = told["end"].as_u64().zip(told["start"].as_u64()).map(|(end, start)| end - start);
    assert_eq!(width, told["text"].as_str().map(|it| it.chars().count() as u64));
    // In a study, too: the proposal, and the measure that it becomes.
    let (sample, id) = study();
    fs::remove_file(sample.dir.join(format!("{id}.md"))).expect("removed");
    sample.write(&format!("{id}.html"), &plan(2026));
    answered(&sample, &["measures", "review"], "a\na\n");
    assert!(sample.read("reviews/measures.csv").contains(shown));
    sample.daryn(&["measures", "confirm"]).ends(0);
    assert!(sample.read("measures.csv").contains(shown), "{}", sample.read("measures.csv"));
}

/// Runs daryn with answers on standard input.
fn answered(sample: &Sample, arguments: &[&str], answers: &str) -> String {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("daryn"))
        .args(arguments)
        .args(["--lang", "en"])
        .current_dir(&sample.dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("daryn");
    child.stdin.take().expect("stdin").write_all(answers.as_bytes()).expect("answers");
    let output = child.wait_with_output().expect("an end");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stderr).expect("UTF-8")
}

/// A study with a text, and the id of its document.
fn study() -> (Sample, String) {
    let sample = Sample::tiny();
    let documents = sample.read("documents.csv");
    let id = documents.lines().nth(1).and_then(|row| row.split(',').next()).expect("a document");
    let id = id.to_owned();
    sample.write(&format!("{id}.md"), RULES);
    (sample, id)
}

#[test]
fn proposals_are_reviewed_and_only_accepted_ones_become_measures() {
    let (sample, id) = study();
    let before = sample.read("measures.csv");
    let talk = answered(
        &sample,
        &["measures", "review", "."],
        "what\ne\nactor=МНВО\nobject=ОТЧЕТ\nactor=\n\ne\nnothing=1\n\nr\n",
    );
    assert!(
        talk.contains("not understood: what") && talk.contains("not understood: nothing=1"),
        "{talk}"
    );
    assert!(talk.contains("do not stand in the passage: actor=МНВО"), "{talk}");
    assert!(talk.contains("accepted: 1, rejected: 1, open: 0"), "{talk}");
    assert!(talk.contains("the decision stays open"), "{talk}");
    let review = sample.read("reviews/measures.csv");
    assert!(
        review.contains(",edit,obligation,,обязано представить,отчет,")
            && review.contains(",reject,"),
        "{review}"
    );
    // Nothing is a measure of the study before it is confirmed.
    assert_eq!(sample.read("measures.csv"), before);
    // What was decided is not asked again.
    assert!(answered(&sample, &["measures", "review", "."], "").contains("open: 0"));
    sample.daryn(&["measures", "confirm"]).ends(0);
    let after = sample.read("measures.csv");
    let added = after.strip_prefix(&before).expect("rows are only added");
    assert_eq!(added.lines().count(), 1);
    assert!(added.starts_with(&format!("{id}.m")) && added.contains("act_text"), "{added}");
    // Once is enough.
    sample.daryn(&["measures", "confirm"]).ends(0);
    assert_eq!(sample.read("measures.csv"), after);
    let ran = sample.daryn(&["check"]);
    assert!(!ran.err.contains("error:"), "{}", ran.err);
}

#[test]
fn a_table_carries_decisions_there_and_back() {
    let (sample, _) = study();
    sample.daryn(&["measures", "review", "--format", "csv", "--output", "out.csv"]).ends(0);
    let table = sample.read("out.csv");
    assert_eq!(table.lines().count(), 3);
    let decided = |word: &str| {
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let at = reader
            .headers()
            .expect("a head")
            .iter()
            .position(|it| it == "decision")
            .expect("a column");
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(reader.headers().expect("a head")).expect("written");
        for row in reader.records() {
            let row = row.expect("a row");
            writer
                .write_record(
                    row.iter()
                        .enumerate()
                        .map(|(place, cell)| if place == at { word } else { cell }),
                )
                .expect("written");
        }
        String::from_utf8(writer.into_inner().expect("bytes")).expect("UTF-8")
    };
    fs::write(sample.beside("in.csv"), decided("accept")).expect("written");
    let file = sample.beside("in.csv").display().to_string();
    let ran = sample.daryn(&["measures", "review", "--from", &file]).ends(0);
    assert!(ran.err.contains("accepted: 2, rejected: 0, open: 0"), "{}", ran.err);
    let other = decided("accept").replace("Министерство", "Правительство");
    fs::write(sample.beside("in.csv"), other).expect("written");
    let ran = sample.daryn(&["measures", "review", "--from", &file]).ends(1);
    assert!(ran.err.contains("in.csv:2") && ran.err.contains("Правительство"), "{}", ran.err);
    fs::write(sample.beside("in.csv"), decided("maybe")).expect("written");
    let ran = sample.daryn(&["measures", "review", "--from", &file]).ends(1);
    assert!(ran.err.contains("in.csv:2") && ran.err.contains("maybe"), "{}", ran.err);
}

#[test]
fn measures_of_two_documents_are_matched() {
    let newer = RULES.replace("5 рабочих дней", "10 рабочих дней");
    let dir = folder(&[("old.md", RULES), ("new.md", &newer)]);
    let ran =
        daryn(dir.path(), &["measures", "match", "old.md", "new.md", "--format", "json"]).ends(0);
    let value: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!((&value["kept"], &value["changed"]), (&1.into(), &1.into()));
    assert_eq!(value["pairs"][1]["changes"][0]["way"], "slipped");
    let ran = daryn(dir.path(), &["measures", "match", "old.md", "new.md"]).ends(0);
    assert!(ran.out.starts_with("fate,likeness,part,way,old,new,since,"), "{}", ran.out);
    let bad = "<html><body><p>пусто</p></body></html>";
    fs::write(dir.path().join("empty.html"), bad).expect("written");
    let ran = daryn(dir.path(), &["measures", "match", "old.md", "empty.html"]).ends(0);
    assert!(ran.err.contains("dropped: 2"), "{}", ran.err);
    // What was not read has dropped nothing.
    let ran = daryn(dir.path(), &["measures", "match", "old.md", "gone.md"]).ends(1);
    assert!(!ran.err.contains("dropped") && ran.out.is_empty(), "{} {}", ran.err, ran.out);
    // Words of two languages never agree, so every measure would be dropped and new.
    let kazakh = "# Қағидалар\n\n1. Министрлік 2025 жылғы 31 қаңтарға дейін есеп беруге міндетті.\n\n\
        2. Визаны ішкі істер органдары 5 жұмыс күні ішінде береді.\n";
    fs::write(dir.path().join("kaz.md"), kazakh).expect("written");
    let arguments = ["measures", "match", "old.md", "kaz.md", "--format", "json"];
    let ran = daryn(dir.path(), &arguments).ends(1);
    assert_eq!(ran.codes(), ["measures-languages"]);
}

#[test]
fn an_edit_that_was_not_taken_leaves_the_measure_open() {
    let (sample, _) = study();
    let talk = answered(&sample, &["measures", "review", "."], "e\ndeadline=31 марта\n\nq\n");
    assert!(talk.contains("not taken") && talk.contains("the decision stays open"), "{talk}");
    assert!(talk.contains("accepted: 0, rejected: 0, open: 2"), "{talk}");
    // It is asked again, and a line that mends the fault closes it.
    let answers = "e\ndeadline=31 марта\ndeadline=\n\nq\n";
    let talk = answered(&sample, &["measures", "review", "."], answers);
    assert!(talk.contains("accepted: 1, rejected: 0, open: 1"), "{talk}");
}

#[test]
fn a_renamed_body_is_no_changed_actor_and_another_one_is() {
    let plan = |first: &str, second: &str, third: &str| {
        let rows = [
            ("Создание центра поддержки ученых", first),
            ("Разработка портала вакансий", second),
            ("Проведение форума соотечественников", third),
        ];
        let rows = rows.map(|(what, who)| {
            format!("<tr><td>{what}</td><td>{who}</td><td>декабрь 2024 года</td></tr>")
        });
        let head = "<tr><th>Мероприятие</th><th>Ответственные</th><th>Срок</th></tr>";
        format!("<html><body><p>План</p><table>{head}{}</table></body></html>", rows.concat())
    };
    let old = plan(
        "Министерство иностранных дел",
        "Министерство образования и науки",
        "Министерство внутренних дел",
    );
    let new = plan("МИД Республики Казахстан", "МНВО", "МТСЗН");
    let dir = folder(&[("old.html", &old), ("new.html", &new)]);
    let ways = |bodies: &str| -> Vec<Value> {
        let asked = ["measures", "match", "old.html", "new.html", "--format", "json", "--bodies"];
        let ran = daryn(dir.path(), &[&asked[..], &[bodies]].concat()).ends(0);
        let value: Value = serde_json::from_str(&ran.out).expect("JSON");
        let pairs = value["pairs"].as_array().expect("pairs");
        pairs.iter().map(|pair| pair["changes"][0]["way"].clone()).collect()
    };
    // The bodies of the built-in study: an abbreviation is the body itself. That one ministry took
    // the place of another is not said there, so it is not told either.
    let study = concat!(env!("CARGO_MANIFEST_DIR"), "/../../studies/kazakhstan/bodies.csv");
    assert_eq!(ways(study), [Value::Null, "changed".into(), "changed".into()]);
    let text = fs::read_to_string(study).expect("bodies");
    let head = "id,name_ru,aliases,valid_from,successors\n";
    let named = "MFA,Министерство иностранных дел,МИД,,\nMIA,Министерство внутренних дел,МВД,,\n\
        MLSP,Министерство труда,МТСЗН,,\nMES,Министерство образования и науки,МОН,,MSHE\n\
        MSHE,Министерство науки,МНВО,2022-06-11,\n";
    assert!(text.contains("МИД") && !text.contains("successors"));
    fs::write(dir.path().join("bodies.csv"), format!("{head}{named}")).expect("written");
    assert_eq!(ways("bodies.csv"), [Value::Null, "renamed".into(), "changed".into()]);
}

#[test]
fn measures_are_followed_through_documents() {
    let act = |body: &str, year: u32| {
        format!("# Правила\n\n1. {body} создает центры для студентов до 1 июля {year} года.\n")
    };
    let (first, second) =
        (act("Министерство образования", 2024), act("Министерство образования", 2026));
    let third = "# Правила\n\n1. Органы внутренних дел выдают визы иностранным специалистам.\n";
    let kazakh = "# Қағидалар\n\n1. Білім министрлігі студенттерге арналған орталықтарды құрады.\n";
    let dir = folder(&[
        ("a.md", &first),
        ("b.md", &second),
        ("c.md", third),
        ("kaz.md", kazakh),
        ("e.md", ""),
    ]);
    let ran = daryn(dir.path(), &["measures", "line", "a.md", "b.md", "c.md", "--format", "json"]);
    let value: Value = serde_json::from_str(&ran.ends(0).out).expect("JSON");
    let lives = value["lives"].as_array().expect("lives");
    assert_eq!(lives.len(), 2);
    assert_eq!((&lives[0]["first"], &lives[0]["last"]), (&"a.md".into(), &"b.md".into()));
    let change = &lives[0]["changes"][0];
    assert_eq!(
        (&change["document"], &change["part"], &change["way"]),
        (&"b.md".into(), &"deadline".into(), &"slipped".into())
    );
    // Every number opens its passage.
    let opened = &lives[0]["measures"][1];
    let letters: Vec<char> = {
        let ran = daryn(dir.path(), &["read", "b.md", "--format", "json"]).ends(0);
        let read: Value = serde_json::from_str(&ran.out).expect("JSON");
        read["text"].as_str().expect("a text").chars().collect()
    };
    let at = |key: &str| opened[key].as_u64().expect("a place") as usize;
    let words: String = letters[at("start")..at("end")].iter().collect();
    assert_eq!(opened["text"], words.as_str());
    assert!(lives[0]["measures"][2].is_null() && lives[1]["measures"][0].is_null());
    assert_eq!(value["steps"][1]["dropped"], 1);
    assert_eq!(value["steps"][1]["new_measures"], 1);
    let ran = daryn(dir.path(), &["measures", "line", "a.md", "b.md", "--lang", "ru"]).ends(0);
    assert!(ran.err.contains("изменено 1") || ran.out.contains("изменено 1"), "{}", ran.err);
    assert_eq!(
        daryn(dir.path(), &["measures", "line", "a.md", "kaz.md", "--format", "json"])
            .ends(1)
            .codes(),
        ["measures-languages"]
    );
    // Of a text in a language that rules do not know nothing can be said.
    let german = "# Verordnung\n\n1. Das Ministerium legt bis zum 31. Januar einen Bericht vor.\n\n\
        2. Die Behörden für innere Angelegenheiten erteilen das Visum innerhalb von fünf Tagen.\n";
    fs::write(dir.path().join("ger.md"), german).expect("written");
    fs::write(dir.path().join("ger2.md"), german).expect("written");
    for command in ["line", "match"] {
        for old in ["a.md", "ger2.md"] {
            let arguments = ["measures", command, old, "ger.md", "--format", "json"];
            assert_eq!(daryn(dir.path(), &arguments).ends(1).codes(), ["measures-languages"]);
        }
    }
    daryn(dir.path(), &["measures", "line", "a.md"]).ends(1);
    daryn(dir.path(), &["measures", "line", "a.md", "gone.md"]).ends(1);
    // A text without measures is a text: what was there was dropped.
    let ran = daryn(dir.path(), &["measures", "line", "a.md", "c.md", "--format", "csv"]).ends(0);
    assert_eq!(ran.out.lines().count(), 3, "{}", ran.out);
}
