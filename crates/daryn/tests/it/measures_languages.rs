//! Measures of a document with a Russian and a Kazakh text: which text a proposal is of, and one
//! measure of the study for what both say.

use std::collections::BTreeMap;
use std::fs;

use crate::grid::Grid;
use crate::sample::{Ran, Sample};

const RU: &str = "# Правила\n\n\
    1. Министерство обязано представить отчет до 31 января 2025 года.\n\n\
    2. Визы выдаются органами внутренних дел в течение 5 рабочих дней.\n\n\
    3. Комиссия рассматривает заявления в течение 10 рабочих дней.\n";

/// The second point has another number of days, the third one measure more.
const KK: &str = "# Қағидалар\n\n\
    1. Министрлік 2025 жылғы 31 қаңтарға дейін есеп беруге міндетті.\n\n\
    2. Визаны ішкі істер органдары 7 жұмыс күні ішінде береді.\n\n\
    3. Комиссия өтініштерді 10 жұмыс күні ішінде қарайды. Комиссия шешімді жариялайды.\n";

/// A study with a document of these texts, and its id.
fn study(texts: &[(&str, &str)]) -> (Sample, String) {
    let sample = Sample::tiny();
    let documents = sample.read("documents.csv");
    let id = documents.lines().nth(1).and_then(|row| row.split(',').next()).expect("a document");
    let id = id.to_owned();
    for (name, text) in texts {
        sample.write(&format!("{id}.{name}.md"), text);
    }
    (sample, id)
}

/// A table of the study by the names of its columns.
fn table(sample: &Sample, file: &str) -> Vec<BTreeMap<String, String>> {
    let text = sample.read(file);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    table.deserialize().map(|row| row.expect("a row")).collect()
}

/// Decides of the proposals of a language, all or those whose locator is named.
fn decide(sample: &Sample, language: &str, locator: Option<&str>, decision: &str) {
    sample.daryn(&["measures", "review", "--format", "csv", "--output", "out.csv"]).ends(0);
    let text = fs::read_to_string(sample.dir.join("out.csv")).expect("a table");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let head = rows.headers().expect("a head").clone();
    let at = |name: &str| head.iter().position(|it| it == name).expect("a column");
    let mut out = csv::Writer::from_path(sample.dir.join("out.csv")).expect("a file");
    out.write_record(&head).expect("written");
    for row in rows.records() {
        let row = row.expect("a row");
        let is_it = row[at("language")] == *language
            && locator.is_none_or(|locator| row[at("locator")] == *locator);
        let cells = row.iter().enumerate().map(|(place, cell)| match place {
            place if place == at("decision") && is_it => decision,
            _ => cell,
        });
        out.write_record(cells).expect("written");
    }
    out.flush().expect("written");
    drop(out);
    sample.daryn(&["measures", "review", "--from", "out.csv"]).ends(0);
}

fn confirm(sample: &Sample) -> Ran {
    sample.daryn(&["measures", "confirm"]).ends(0)
}

/// Measures that were added: id, Russian and Kazakh words.
fn added(sample: &Sample, id: &str) -> Vec<[String; 3]> {
    let rows = table(sample, "measures.csv").into_iter();
    let rows = rows.filter(|row| {
        row["id"].starts_with(&format!("{id}.m"))
            && row["evidence_kind"] == "act_text"
            && row["locator"].contains("(p")
    });
    rows.map(|row| ["id", "text_ru", "text_kk"].map(|it| row[it].clone())).collect()
}

#[test]
fn a_review_tells_which_text_a_proposal_is_of() {
    let (sample, id) = study(&[("rus", RU), ("kaz", KK)]);
    let talk = sample.daryn(&["measures", "review", "."]).ends(0).err;
    assert!(talk.contains(&format!("[1/7] {id}, {id}.kaz.md (kk): 1 (")), "{talk}");
    let file = sample.beside("out.xlsx");
    sample.daryn(&["measures", "review", "--to", &file.display().to_string()]).ends(0);
    let grid = Grid::of(&fs::read(&file).expect("a workbook"));
    assert_eq!(grid.get("Measures", 1, 3), "File");
    assert_eq!(grid.get("Measures", 2, 3), format!("{id}.kaz.md"));
    assert_eq!(grid.get("Measures", 2, 4), "kk");
    assert_eq!(grid.get("Measures", 6, 3), format!("{id}.rus.md"));
    assert_eq!(grid.get("Measures", 6, 4), "ru");
    let rows = table(&sample, "reviews/measures.csv");
    assert_eq!(rows[6]["file"], format!("{id}.rus.md"));
}

#[test]
fn what_both_texts_say_is_added_once_and_what_may_be_two_is_told() {
    let (sample, id) = study(&[("rus", RU), ("kaz", KK)]);
    decide(&sample, "ru", None, "accept");
    decide(&sample, "kk", None, "accept");
    let ran = confirm(&sample);
    let rows = added(&sample, &id);
    // One for the first point; two for the second; three for the third.
    assert_eq!(rows.len(), 6, "{rows:?}");
    assert!(rows[0][1].starts_with("Министерство") && rows[0][2].starts_with("Министрлік"));
    assert!(rows[1..].iter().all(|row| row[1].is_empty() != row[2].is_empty()), "{rows:?}");
    assert!(ran.err.contains("added once: 1") && ran.err.contains(": 6"), "{}", ran.err);
    let unsure = ran.err.matches("may be the same measure").count();
    assert!((2..=3).contains(&unsure), "{}", ran.err);
    let ids: std::collections::BTreeSet<&String> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(ids.len(), 6);
    // Once is enough.
    let before = sample.read("measures.csv");
    let ran = confirm(&sample);
    assert_eq!(sample.read("measures.csv"), before);
    assert!(!ran.err.contains("may be"), "{}", ran.err);
    // Proposals that are made anew keep their measures.
    sample.daryn(&["measures", "review", "--format", "csv"]).ends(0);
    confirm(&sample);
    assert_eq!(sample.read("measures.csv"), before);
}

#[test]
fn a_measure_that_is_accepted_later_in_another_language_is_not_added_again() {
    let (sample, id) = study(&[("rus", RU)]);
    decide(&sample, "ru", Some("1"), "accept");
    confirm(&sample);
    let rows = added(&sample, &id);
    let start = &table(&sample, "reviews/measures.csv")[0]["start"];
    assert_eq!(rows[0][0], format!("{id}.m{start}"));
    let before = sample.read("measures.csv");
    // The coder sets a comma, and a store of an earlier version knows no measures.
    let words = "Министерство обязано представить отчет до 31 января 2025 года";
    let changed = format!("\"{}\"", words.replace("Министерство", "Министерство,"));
    sample.write("measures.csv", &before.replace(words, &changed));
    let store = sample.read("reviews/measures.csv").replace(&rows[0][0], "");
    sample.write("reviews/measures.csv", &store);
    sample.write(&format!("{id}.kaz.md"), KK);
    decide(&sample, "kk", Some("1"), "accept");
    let before = sample.read("measures.csv");
    confirm(&sample);
    assert_eq!(sample.read("measures.csv"), before);
    let told = table(&sample, "reviews/measures.csv");
    let measures: Vec<&str> = told.iter().map(|row| row["measure"].as_str()).collect();
    assert_eq!(measures.iter().filter(|it| **it == rows[0][0]).count(), 2, "{measures:?}");
}

#[test]
fn a_measure_that_a_coder_worded_anew_is_told_where_nothing_else_knows_it() {
    let (sample, id) = study(&[("rus", RU)]);
    decide(&sample, "ru", Some("1"), "accept");
    confirm(&sample);
    let first = added(&sample, &id)[0][0].clone();
    let table = sample.read("measures.csv").replace("обязано представить", "сдает");
    sample.write("measures.csv", &table);
    confirm(&sample);
    assert_eq!(sample.read("measures.csv"), table, "the store knows it");
    let store = sample.read("reviews/measures.csv").replace(&first, "");
    sample.write("reviews/measures.csv", &store);
    // Also where what both texts say has its id from the other one.
    sample.write(&format!("{id}.kaz.md"), KK);
    decide(&sample, "kk", Some("1"), "accept");
    let ran = confirm(&sample);
    assert_eq!(added(&sample, &id).len(), 2);
    let told = format!("{first}, which stood at this place of the document, has other words");
    assert!(ran.err.contains(&told), "{}", ran.err);
}

#[test]
fn measures_that_begin_at_one_place_of_two_texts_have_ids_of_their_own() {
    // Both titles have nine letters, so that the first sentences begin at the same code point.
    let kk = "# Қағидалар\n\n1. Комиссия шешімді 12 жұмыс күні ішінде қабылдайды.\n";
    let ru = "# Положение\n\n1. Министерство обязано представить отчет до 31 января 2025 года.\n";
    let (sample, id) = study(&[("rus", ru)]);
    decide(&sample, "ru", None, "accept");
    confirm(&sample);
    let first = added(&sample, &id);
    assert_eq!(first.len(), 1);
    sample.write(&format!("{id}.kaz.md"), kk);
    decide(&sample, "kk", None, "accept");
    let starts: Vec<String> =
        table(&sample, "reviews/measures.csv").iter().map(|row| row["start"].clone()).collect();
    assert_eq!(starts[0], starts[1]);
    let ran = confirm(&sample);
    assert!(ran.err.contains("may be the same measure"), "{}", ran.err);
    let both = added(&sample, &id);
    assert_eq!(both[0], first[0]);
    assert_eq!(both[1][0], format!("{id}.m{}.kk", starts[0]));
    confirm(&sample);
    assert_eq!(added(&sample, &id), both);
    sample.daryn(&["check"]);
    // A store that knows no measures gives the same ids.
    let store = sample.read("reviews/measures.csv");
    let store = store.replace(&both[1][0], "").replace(&both[0][0], "");
    sample.write("reviews/measures.csv", &store);
    confirm(&sample);
    assert_eq!(added(&sample, &id), both);
}

#[test]
fn places_without_numbers_are_not_compared() {
    let ru = "# Правила\n\nМинистерство обязано представить отчет до 31 января 2025 года.\n";
    let kk = "# Қағидалар\n\nМинистрлік 2025 жылғы 31 қаңтарға дейін есеп беруге міндетті.\n";
    let (sample, id) = study(&[("rus", ru), ("kaz", kk)]);
    decide(&sample, "ru", None, "accept");
    decide(&sample, "kk", None, "accept");
    let ran = confirm(&sample);
    assert_eq!(added(&sample, &id).len(), 2);
    assert_eq!(ran.err.matches("without numbers").count(), 1, "{}", ran.err);
}

#[test]
fn rows_of_a_plan_in_two_languages_are_one_measure() {
    let plan = |head: [&str; 3], rows: [[&str; 3]; 2]| {
        let line = |cells: [&str; 3]| format!("| {} |\n", cells.join(" | "));
        let rows: String = rows.map(line).concat();
        format!("# План\n\n{}|---|---|---|\n{rows}", line(head))
    };
    let ru = plan(
        ["Мероприятие", "Исполнители", "Срок"],
        [["Создание центра", "МИД", "2025 год"], ["Разработка портала", "МВД", "2026 год"]],
    );
    let kk = plan(
        ["Іс-шара", "Орындаушылар", "Мерзімі"],
        [["Орталық құру", "СІМ", "2025 жыл"], ["Порталды әзірлеу", "ІІМ", "2026 жыл"]],
    );
    let (sample, id) = study(&[("rus", &ru), ("kaz", &kk)]);
    decide(&sample, "ru", None, "accept");
    decide(&sample, "kk", None, "accept");
    let ran = confirm(&sample);
    let rows = added(&sample, &id);
    assert_eq!(rows.len(), 2, "{rows:?} {}", ran.err);
    assert!(rows.iter().all(|row| !row[1].is_empty() && !row[2].is_empty()), "{rows:?}");
}

#[test]
fn one_measure_of_each_text_in_another_sentence_is_no_pair() {
    let ru =
        "# Правила\n\n1. Комиссия рассматривает заявления. Стипендия является формой поддержки.\n";
    let kk =
        "# Қағидалар\n\n1. Шәкіртақы қолдау нысаны болып табылады. Комиссия шешімді жариялайды.\n";
    let (sample, id) = study(&[("rus", ru), ("kaz", kk)]);
    decide(&sample, "ru", None, "accept");
    decide(&sample, "kk", None, "accept");
    let ran = confirm(&sample);
    assert_eq!(added(&sample, &id).len(), 2, "{}", ran.err);
    assert_eq!(ran.err.matches("may be the same measure").count(), 1, "{}", ran.err);
}

#[test]
fn editions_in_one_language_are_not_paired_and_keep_their_own_ids() {
    let old = RU.replace("10 рабочих", "20 рабочих");
    let (sample, id) = study(&[("2014", &old), ("2023", RU), ("kaz", KK)]);
    decide(&sample, "ru", Some("1"), "accept");
    decide(&sample, "kk", Some("1"), "accept");
    let ran = confirm(&sample);
    let rows = added(&sample, &id);
    assert_eq!(rows.len(), 3, "{rows:?} {}", ran.err);
    let ids: std::collections::BTreeSet<&String> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(ids.len(), 3);
    // Which edition the Kazakh text is of is not known.
    assert_eq!(ran.err.matches("may be the same measure").count(), 2, "{}", ran.err);
}

#[test]
fn a_measure_that_is_accepted_again_in_a_changed_text_at_its_place_is_not_added_again() {
    let (sample, id) = study(&[("rus", RU)]);
    decide(&sample, "ru", Some("1"), "accept");
    confirm(&sample);
    let before = sample.read("measures.csv");
    sample.write(&format!("{id}.rus.md"), &RU.replace("10 рабочих", "20 рабочих"));
    decide(&sample, "ru", Some("1"), "accept");
    let ran = confirm(&sample);
    assert_eq!(sample.read("measures.csv"), before, "{}", ran.err);
}

#[test]
fn a_changed_text_is_no_measure_of_the_one_before_only_since_it_begins_at_its_place() {
    let old = "# Правила\n\n1. Министерство образования обязано представить отчет до 31 января 2025 года.\n";
    let new =
        "# Правила\n\n1. Комиссия рассматривает заявления студентов в течение 10 рабочих дней.\n";
    // The same length and nothing else in another way: the place is the same, the measure is not.
    let next = new.replace("10 рабочих", "20 рабочих");
    let (sample, id) = study(&[("rus", old)]);
    decide(&sample, "ru", None, "accept");
    confirm(&sample);
    let first = added(&sample, &id);
    for (count, text) in (2..).zip([new, &next]) {
        sample.write(&format!("{id}.rus.md"), text);
        decide(&sample, "ru", Some("1"), "accept");
        let ran = confirm(&sample);
        assert_eq!(added(&sample, &id).len(), count, "{}", ran.err);
        assert!(ran.err.contains("has other words"), "{}", ran.err);
    }
    let rows = added(&sample, &id);
    assert_eq!(rows[0], first[0]);
    assert_eq!(rows[1][0], format!("{}.ru", rows[0][0]));
    assert!(rows[1][1].contains("10 рабочих") && rows[2][1].contains("20 рабочих"), "{rows:?}");
    // A store that knows no measures gives each its own by its words, though the two that were
    // added later stand at one place.
    let mut store = sample.read("reviews/measures.csv");
    for row in rows.iter().rev() {
        store = store.replace(&row[0], "");
    }
    sample.write("reviews/measures.csv", &store);
    let ran = confirm(&sample);
    assert_eq!(added(&sample, &id), rows, "{}", ran.err);
    let told = table(&sample, "reviews/measures.csv");
    let known = |words: &str| {
        told.iter().find(|it| it["text"].contains(words)).map(|it| it["measure"].clone())
    };
    for row in &rows {
        assert_eq!(known(&row[1]).as_ref(), Some(&row[0]));
    }
}

#[test]
fn a_measure_whose_words_stand_in_a_row_that_a_coder_brought_up_to_date_is_that_one() {
    let (sample, id) = study(&[("rus", RU)]);
    decide(&sample, "ru", Some("3"), "accept");
    confirm(&sample);
    let table = sample.read("measures.csv").replace("10 рабочих", "20 рабочих");
    sample.write("measures.csv", &table);
    sample.write(&format!("{id}.rus.md"), &RU.replace("10 рабочих", "20 рабочих"));
    decide(&sample, "ru", Some("3"), "accept");
    let ran = confirm(&sample);
    assert_eq!(sample.read("measures.csv"), table, "{}", ran.err);
}

/// Accepts all of a text, changes it, accepts all again: measures that were added in the end, and
/// how many warnings name one with other words.
fn changed(old: &str, new: &str) -> (Vec<[String; 3]>, usize) {
    let (sample, id) = study(&[("rus", &format!("# Правила\n\n1. {old}\n"))]);
    decide(&sample, "ru", None, "accept");
    confirm(&sample);
    sample.write(&format!("{id}.rus.md"), &format!("# Правила\n\n1. {new}\n"));
    decide(&sample, "ru", None, "accept");
    let told = confirm(&sample).err.matches("has other words").count();
    (added(&sample, &id), told)
}

#[test]
fn a_piece_of_other_words_is_another_measure() {
    for (old, new) in [
        (
            "Не допускается выдача виз органами внутренних дел.",
            "Допускается выдача виз органами внутренних дел.",
        ),
        (
            "Министерство обязано представить отчет до 31 января 2025 года.",
            "Министерство обязано представить отчет.",
        ),
        (
            "Министерство обязано снизить долю до -5 процентов.",
            "Министерство обязано снизить долю до 5 процентов.",
        ),
        (
            "Министерство обязано снизить долю до 1,5 процентов.",
            "Министерство обязано снизить долю до 1/5 процентов.",
        ),
    ] {
        let (rows, told) = changed(old, new);
        assert_eq!((rows.len(), told), (2, 1), "{new}: {rows:?}");
    }
    // Case, spaces and signs between words are no other words.
    let report = "Министерство обязано представить отчет до 31 января 2025 года.";
    let (rows, told) = changed(report, &report.replace("отчет до", "отчет,  до"));
    assert_eq!((rows.len(), told), (1, 0), "{rows:?}");
}

#[test]
fn the_same_words_elsewhere_in_a_changed_text_are_the_same_measure() {
    let (sample, id) = study(&[("rus", RU)]);
    decide(&sample, "ru", None, "accept");
    confirm(&sample);
    let before = sample.read("measures.csv");
    sample.write(&format!("{id}.rus.md"), &RU.replace("# Правила", "# Правила отбора студентов"));
    decide(&sample, "ru", None, "accept");
    let ran = confirm(&sample);
    assert_eq!(sample.read("measures.csv"), before, "{}", ran.err);
    // The same words twice in one text are two measures.
    let (sample, id) = study(&[(
        "rus",
        &RU.replace(
            "3. Комиссия",
            "3. Комиссия рассматривает заявления в течение 10 рабочих дней.\n\n4. Комиссия",
        ),
    )]);
    decide(&sample, "ru", None, "accept");
    confirm(&sample);
    assert_eq!(added(&sample, &id).len(), 4);
}

#[test]
fn a_changed_text_is_no_measure_of_its_old_twin_in_another_language() {
    let kazakh = "# Қағидалар\n\n1. Білім министрлігі жыл сайын есеп беруге міндетті.\n";
    let old = "# Правила\n\n1. Министерство образования обязано ежегодно представлять отчет.\n";
    let new = "# Правила\n\n1. Комиссия обязана ежегодно выплачивать стипендии студентам.\n";
    let (sample, id) = study(&[("rus", old), ("kaz", kazakh)]);
    decide(&sample, "ru", None, "accept");
    decide(&sample, "kk", None, "accept");
    confirm(&sample);
    assert_eq!(added(&sample, &id).len(), 1);
    sample.write(&format!("{id}.rus.md"), new);
    decide(&sample, "ru", None, "accept");
    let ran = confirm(&sample);
    let rows = added(&sample, &id);
    assert_eq!(rows.len(), 2, "{rows:?} {}", ran.err);
    assert!(rows[0][1].contains("отчет") && rows[1][1].contains("стипендии"), "{rows:?}");
    assert!(ran.err.contains("has other words"), "{}", ran.err);
    let before = sample.read("measures.csv");
    confirm(&sample);
    assert_eq!(sample.read("measures.csv"), before);
}

#[test]
fn two_sums_of_one_number_are_two_sums() {
    let head = ["Мероприятие", "Исполнители", "Срок", "Сумма, млн тенге"];
    let head = head.map(|it| format!("<th>{it}</th>")).concat();
    let row = |action: &str, sum: &str| {
        format!("<tr><td>{action}</td><td>МИД</td><td>2025 год</td>{sum}</tr>")
    };
    let merged = "<td rowspan='2'>100</td>";
    let rows = [
        row("Создание центра", merged),
        row("Разработка портала", ""),
        row("Запуск конкурса", merged),
        row("Проведение опроса", ""),
    ];
    let (sample, id) = study(&[]);
    let text = format!(
        "<html><body><p>План</p><table><tr>{head}</tr>{}</table></body></html>",
        rows.concat()
    );
    sample.write(&format!("{id}.rus.html"), &text);
    decide(&sample, "ru", None, "accept");
    let ran = confirm(&sample);
    let ids: Vec<String> = added(&sample, &id).into_iter().map(|[id, ..]| id).collect();
    assert_eq!(ids.len(), 4, "{}", ran.err);
    for two in ids.chunks(2) {
        assert!(ran.err.contains(&format!("several rows: {}, {}", two[0], two[1])), "{}", ran.err);
    }
    // A store of an earlier version knows of no covers and of no measures, and each row is known.
    let before = sample.read("measures.csv");
    sample.write("measures.csv", &before.replace(",100 ", ","));
    let mut told = table(&sample, "reviews/measures.csv");
    let mut out = csv::Writer::from_path(sample.dir.join("reviews/measures.csv")).expect("a file");
    let names: Vec<String> = told[0].keys().cloned().collect();
    out.write_record(&names).expect("written");
    for row in &mut told {
        row.insert("measure".to_owned(), String::new());
        out.write_record(names.iter().map(|it| row[it].clone())).expect("written");
    }
    out.flush().expect("written");
    drop(out);
    let before = sample.read("measures.csv");
    let ran = confirm(&sample);
    assert_eq!(sample.read("measures.csv"), before, "{}", ran.err);
}

/// What becomes of a sentence in each language: how many measures, and how many warnings of two.
fn both(ru: &str, kk: &str, bodies: &str) -> (usize, usize) {
    let text = |title: &str, words: &str| format!("# {title}\n\n1. {words}\n");
    let (sample, id) = study(&[("rus", &text("Правила", ru)), ("kaz", &text("Қағидалар", kk))]);
    if !bodies.is_empty() {
        let table = sample.read("bodies.csv");
        sample.write("bodies.csv", &format!("{}\n{bodies}\n", table.trim_end()));
    }
    decide(&sample, "ru", None, "accept");
    decide(&sample, "kk", None, "accept");
    let ran = confirm(&sample);
    (added(&sample, &id).len(), ran.err.matches("may be the same measure").count())
}

#[test]
fn what_contradicts_itself_in_two_languages_stays_two() {
    let body = "MFA,Ministry of Foreign Affairs,Министерство иностранных дел,Сыртқы істер министрлігі,ministry";
    let visa = "Визы выдаются органами внутренних дел в течение пяти рабочих дней.";
    assert_eq!(
        both(visa, "Визаны ішкі істер органдары жеті жұмыс күні ішінде береді.", ""),
        (2, 1)
    );
    assert_eq!(both(visa, "Визаны ішкі істер органдары бес жұмыс күні ішінде береді.", ""), (1, 0));
    let report = "Министерство образования обязано представить отчет до 31 января 2025 года.";
    let kazakh = |body: &str| format!("{body} 2025 жылғы 31 қаңтарға дейін есеп беруге міндетті.");
    assert_eq!(both(report, &kazakh("Сыртқы істер министрлігі"), body), (2, 1));
    assert_eq!(both(report, &kazakh("Білім министрлігі"), body), (1, 0));
    // A body that nobody knows contradicts nothing.
    assert_eq!(both(report, &kazakh("Сыртқы істер министрлігі"), ""), (1, 0));
    let share = "Министерство образования обязано увеличить долю студентов с 10 до 15 процентов.";
    let kazakh = |words: &str| {
        format!("Білім министрлігі студенттердің үлесін {words} дейін арттыруға міндетті.")
    };
    assert_eq!(both(share, &kazakh("15 пайыздан 10 пайызға"), ""), (2, 1));
    assert_eq!(both(share, &kazakh("10 пайыздан 15 пайызға"), ""), (1, 0));
    let turned = share.replace("с 10 до 15 процентов", "до 15 процентов с 10 процентов");
    assert_eq!(both(&turned, &kazakh("10 пайыздан 15 пайызға"), ""), (1, 0));
    let money = "Министерство образования обязано выделить 500 тыс. тенге.";
    assert_eq!(both(money, "Білім министрлігі 500 млн теңге бөлуге міндетті.", ""), (2, 1));
    assert_eq!(both(money, "Білім министрлігі 500 мың теңге бөлуге міндетті.", ""), (1, 0));
}

#[test]
fn of_three_texts_each_must_agree_with_each() {
    // The first one has no term, so that it agrees with both of the others.
    let (sample, id) = study(&[
        ("1", "# Правила\n\n1. Министерство обязано представить отчет.\n"),
        ("2", "# Қағидалар\n\n1. Министрлік жеті жұмыс күні ішінде есеп беруге міндетті.\n"),
        ("3", "# Rules\n\n1. The Ministry must submit a report within five working days.\n"),
    ]);
    for language in ["ru", "kk", "en"] {
        decide(&sample, language, None, "accept");
    }
    let ran = confirm(&sample);
    let rows = added(&sample, &id);
    assert_eq!(rows.len(), 2, "{rows:?} {}", ran.err);
    assert!(ran.err.contains("may be the same measure"), "{}", ran.err);
}

/// A plan in HTML whose actor and sum stand once for two rows.
fn plan(head: &str, rows: [[&str; 2]; 2], actor: &str, sum: &str) -> String {
    let [one, other] = rows;
    let merged = |words: &str| format!("<td rowspan='2'>{words}</td>");
    format!(
        "<html><body><p>План</p><table><tr>{head}</tr>\
         <tr><td>{}</td>{}<td>{}</td>{}</tr><tr><td>{}</td><td>{}</td></tr></table></body></html>",
        one[0],
        merged(actor),
        one[1],
        merged(sum),
        other[0],
        other[1]
    )
}

#[test]
fn sums_that_cover_rows_are_compared_and_told_as_sums_of_several() {
    for (sum, count) in [("500", 2), ("700", 4)] {
        let (sample, id) = study(&[]);
        let head = |names: [&str; 4]| names.map(|it| format!("<th>{it}</th>")).concat();
        let ru = plan(
            &head(["Мероприятие", "Исполнители", "Срок", "Сумма, млн тенге"]),
            [["Создание центра", "2025 год"], ["Разработка портала", "2026 год"]],
            "МИД",
            "500",
        );
        let kk = plan(
            &head(["Іс-шара", "Орындаушылар", "Мерзімі", "Қаржыландыру көлемі, млн теңге"]),
            [["Орталық құру", "2025 жыл"], ["Порталды әзірлеу", "2026 жыл"]],
            "СІМ",
            sum,
        );
        sample.write(&format!("{id}.rus.html"), &ru);
        sample.write(&format!("{id}.kaz.html"), &kk);
        decide(&sample, "ru", None, "accept");
        decide(&sample, "kk", None, "accept");
        let told = table(&sample, "reviews/measures.csv");
        assert!(told.iter().all(|it| it["amount_for"] == "several-rows"), "{told:?}");
        if count == 4 {
            // A store of an earlier version knows neither amounts nor what covers a row.
            let mut out = csv::Writer::from_path(sample.dir.join("reviews/measures.csv"));
            let out = out.as_mut().expect("a file");
            let gone = ["amount", "currency", "amount_for", "deadline_count", "deadline_unit"];
            let names = told[0].keys().filter(|it| !gone.contains(&it.as_str()));
            let names: Vec<&String> = names.collect();
            out.write_record(&names).expect("written");
            for row in &told {
                let cell = |it: &&String| match it.as_str() {
                    "text" => row[*it].replace(&format!("{} ", row["money"]), ""),
                    _ => row[*it].clone(),
                };
                out.write_record(names.iter().map(cell)).expect("written");
            }
            out.flush().expect("written");
        }
        let ran = confirm(&sample);
        let rows = added(&sample, &id);
        assert_eq!(rows.len(), count, "{sum}: {rows:?} {}", ran.err);
        if count == 2 {
            assert_eq!(ran.err.matches("stands in several rows").count(), 1, "{}", ran.err);
            let ids = format!("{}, {}", rows[0][0], rows[1][0]);
            assert!(ran.err.contains(&ids), "{ids}: {}", ran.err);
            let text = |row: &[String; 3]| [row[1].clone(), row[2].clone()];
            assert_eq!(
                text(&rows[1]),
                ["МИД 500 Разработка портала 2026 год", "СІМ 500 Порталды әзірлеу 2026 жыл"]
            );
        }
    }
}
