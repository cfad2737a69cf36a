//! PDFs of several programs, held against what they were made of.

use std::path::PathBuf;

use daryn_read::{Document, Kind, read};
use serde_json::Value;

const MADE: [&str; 6] =
    ["typst-ru", "typst-kk", "chromium-ru", "chromium-kk", "libreoffice-ru", "libreoffice-kk"];

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/pdf").join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap_or_else(|reason| panic!("{name}: {reason}"))
}

fn pdf(name: &str) -> Document {
    read(&bytes(name), name)
}

fn truth(name: &str) -> Value {
    serde_json::from_slice(&bytes(&format!("{name}.json"))).expect("a truth in JSON")
}

fn strings(value: &Value) -> Vec<String> {
    let strings = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    strings.map(str::to_owned).collect()
}

fn words(text: &str) -> Vec<String> {
    let raised = |letter: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(letter);
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '-' || raised(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// How many words of one text stand in the other in the same order.
fn in_order(wanted: &[String], found: &[String]) -> usize {
    let mut before = vec![0; found.len() + 1];
    for word in wanted {
        let mut row = vec![0; found.len() + 1];
        for (place, other) in found.iter().enumerate() {
            row[place + 1] = match word == other {
                true => before[place] + 1,
                false => row[place].max(before[place + 1]),
            };
        }
        before = row;
    }
    before[found.len()]
}

/// The words of leaves of some kinds, in order.
fn said(document: &Document, keep: impl Fn(Kind) -> bool) -> String {
    let leaves = document.leaves().into_iter().map(|place| &document.passages[place]);
    let kept: Vec<&str> =
        leaves.filter(|leaf| keep(leaf.kind)).map(|leaf| document.words(leaf)).collect();
    kept.join("\n")
}

fn codes(document: &Document) -> Vec<&str> {
    document.diagnostics.iter().map(|one| one.code.as_str()).collect()
}

#[test]
fn words_are_read_in_their_order() {
    for name in MADE {
        let (document, truth) = (pdf(&format!("{name}.pdf")), truth(name));
        assert_eq!(codes(&document), [""; 0], "{name}");
        let wanted = words(&strings(&truth["text"]).join("\n"));
        let found = words(&said(&document, |kind| !matches!(kind, Kind::Cell | Kind::Note)));
        let common = in_order(&wanted, &found);
        assert!(common * 100 >= wanted.len() * 99, "{name}: {common} of {}", wanted.len());
        assert!(common * 100 >= found.len() * 99, "{name}: {common} of {} found", found.len());
        let head = truth["absent"].as_str().expect("a head");
        assert!(!document.text.contains(head), "{name}");
    }
}

#[test]
fn paragraphs_are_those_of_the_source() {
    for name in MADE {
        let (document, truth) = (pdf(&format!("{name}.pdf")), truth(name));
        let found = said(&document, |_| true);
        let found: Vec<Vec<String>> = found.lines().map(words).collect();
        let wanted = strings(&truth["text"]);
        let whole = wanted.iter().filter(|text| found.contains(&words(text))).count();
        assert!(whole + 1 >= wanted.len(), "{name}: {whole} of {}", wanted.len());
    }
}

#[test]
fn narrow_columns_of_long_words_are_no_table() {
    let (document, truth) = (pdf("columns.pdf"), truth("columns"));
    assert_eq!(codes(&document), [""; 0]);
    assert_eq!(document.tables, []);
    let lines: Vec<&str> = document.text.lines().collect();
    assert_eq!(lines, strings(&truth["text"]));
    let articles: Vec<_> = document.of_kind(Kind::Article).map(|one| one.label.clone()).collect();
    assert_eq!(articles, ["1", "2", "3", "4"].map(|label| Some(label.to_owned())));
    assert_eq!(document.of_kind(Kind::SubPoint).count(), 17);
}

#[test]
fn footnotes_stand_apart() {
    for name in MADE {
        let (document, truth) = (pdf(&format!("{name}.pdf")), truth(name));
        let notes: Vec<&str> =
            document.of_kind(Kind::Note).map(|note| document.words(note)).collect();
        assert_eq!(notes.len(), 1, "{name}: {notes:?}");
        let note = notes[0].trim_start_matches(|letter: char| !letter.is_alphabetic());
        assert_eq!([note.to_owned()], strings(&truth["notes"])[..], "{name}");
    }
}

#[test]
fn tables_are_read_cell_for_cell() {
    for name in MADE {
        let (document, truth) = (pdf(&format!("{name}.pdf")), truth(name));
        let tables: Vec<Vec<Vec<String>>> =
            document.tables.iter().map(|table| table.rows.clone()).collect();
        let wanted: Vec<Vec<Vec<String>>> =
            serde_json::from_value(truth["tables"].clone()).expect("tables");
        assert_eq!(tables, wanted, "{name}");
        let pages: Vec<Option<u32>> = document.tables.iter().map(|table| table.page).collect();
        assert_eq!(pages, [Some(3), Some(3)], "{name}");
        for table in &document.tables {
            assert_eq!(document.passages[table.passage].page, table.page, "{name}");
        }
    }
}

#[test]
fn tables_of_every_kind_are_read_cell_for_cell() {
    let document = pdf("tables.pdf");
    let found: Vec<&[Vec<String>]> =
        document.tables.iter().map(|table| table.rows.as_slice()).collect();
    let ruled: &[&[&str]] = &[
        &["Номер строки", "Показатель", "Годы", "", ""],
        &["", "", "2020", "2021", "2022"],
        &["1", "Численность населения на начало года, тысяч человек", "45,1", "45,9", "46,3"],
        &["2", "Школы", "12", "", "13"],
        &["3", "Данные о больницах не собирались", "", "", ""],
    ];
    let lines: &[&[&str]] = &[
        &["Вид работ", "Срок", "Ответственный"],
        &[
            "Ремонт моста через реку и укрепление берега выше по течению от старой плотины",
            "июнь",
            "Отдел дорог",
        ],
        &["Посадка деревьев", "апрель", "Отдел садов и парков, школы района"],
        &["Уборка", "май", "Жители"],
    ];
    let none: &[&[&str]] = &[
        &["Отдел", "Задача", "Сотрудники"],
        &[
            "Отдел связи",
            "Отвечает на письма жителей и ведет книгу обращений каждый рабочий день",
            "4",
        ],
        &["Отдел земли", "Ведет карту участков и проверяет границы по заявлениям владельцев", "7"],
        &["Отдел воды", "Следит за колодцами", "2"],
    ];
    let behind: &[&[&str]] =
        &[&["Село", "Дворы", "Люди"], &["Каменка", "120", "430"], &["Озерное", "98", "350"]];
    assert_eq!(found, [ruled, lines, none, behind]);
    let signed = document.text.lines().last();
    assert_eq!(signed, Some("Аким района А. Сериков"));
    assert!(document.of_kind(Kind::Heading).all(|one| document.words(one) != signed.unwrap_or("")));
}

#[test]
fn tables_begin_and_end_where_they_do_and_go_over_pages() {
    let document = pdf("paged.pdf");
    // The second page shows a line only.
    assert_eq!(codes(&document), [""; 0]);
    let rows: Vec<_> = document.tables.iter().map(|table| &table.rows).collect();
    assert_eq!(rows.len(), 2);
    let plain = [
        ["Район Озерный", "12", "1 350"],
        ["Район Степной", "15", "1 200"],
        ["Район Лесной", "9", "980"],
        ["Район Речной", "11", "1 010"],
    ];
    assert_eq!(*rows[0], plain);
    let streets = (1..=15).map(|place| {
        let name = format!("Улица номер {place}, бывшая дорога к старой мельнице");
        vec![name, (3 * place).to_string(), (40 + place).to_string()]
    });
    let head = ["Улица", "Дома", "Жители"].map(str::to_owned).to_vec();
    let wanted: Vec<Vec<String>> = std::iter::once(head).chain(streets).collect();
    assert_eq!(*rows[1], wanted);
    assert_eq!(document.tables[1].page, Some(3));
    let outside = said(&document, |kind| kind != Kind::Cell);
    let lines: Vec<&str> = outside.lines().collect();
    let wanted = [
        "Ниже показано, что построили¹ жители нашего вымышленного района за три последних года.",
        "• школы",
        "• больницы и аптеки",
        "• мосты",
        "Итог подведен.",
        "1Сведения предварительные и будут уточнены весной.",
        "Подробности по улицам.",
        "Конец.",
    ];
    assert_eq!(lines, wanted);
    let notes: Vec<&str> = document.of_kind(Kind::Note).map(|one| document.words(one)).collect();
    assert_eq!(notes, [wanted[5]]);
}

#[test]
fn lines_between_rows_make_a_table_of_prose() {
    let document = pdf("lined.pdf");
    let rows: Vec<_> = document.tables.iter().flat_map(|table| &table.rows).collect();
    assert_eq!((document.tables.len(), rows.len()), (1, 4));
    assert!(rows[0][0] == "Хранитель редкого собрания книг", "{rows:?}");
    assert!(rows[0][1].starts_with("Ведет опись") && rows[0][1].ends_with("составляет отчет."));
    assert!(rows[3][0].starts_with("Мастер по") && rows[3][1].ends_with("описанием повреждений."));
    assert!(document.text.ends_with("\nСписок утвержден советом."));
}
