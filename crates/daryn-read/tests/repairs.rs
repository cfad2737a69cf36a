//! Letters put right while a document is read, and the way back to what was printed.

mod common;

use common::json;
use daryn_read::{Document, Kind, read};

fn codes(document: &Document) -> Vec<&str> {
    document.diagnostics.iter().map(|one| one.code.as_str()).collect()
}

/// UTF-8 read as windows-1251, in UTF-8.
fn garbled(text: &str) -> String {
    daryn_text::charsets::Charset::Windows1251.decode(text.as_bytes())
}

#[test]
fn structure_is_found_in_words_that_were_put_right() {
    let law = "Cтатья 1. Пoнятия\n\n1. Пepвый пункт.\n\nCноска. Cтатья 1.\n";
    let document = read(law.as_bytes(), "law.txt");
    assert_eq!(document.text, "Статья 1. Понятия\n1. Первый пункт.\nСноска. Статья 1.");
    let kinds: Vec<Kind> = document.passages.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Kind::Article, Kind::Heading, Kind::Point, Kind::Note]);
    assert_eq!(codes(&document), ["read-repaired"]);
    let text: Vec<char> = document.text.chars().collect();
    for repair in &document.repairs {
        let new: String = text[repair.first..repair.last].iter().collect();
        assert_eq!(new, document.text[repair.start..repair.end]);
        assert_eq!(document.as_printed(repair.start..repair.end), repair.original);
    }
    let printed = document.as_printed(0..document.text.len());
    assert_eq!(printed, law.trim().replace("\n\n", "\n"));
    let object = json(&document, "law.txt");
    let first =
        serde_json::json!({"start": 0, "end": 6, "original": "Cтатья", "kind": "homoglyph"});
    assert_eq!(object["repairs"][0], first);
}

#[test]
fn cells_and_lists_of_articles_keep_the_places_of_repairs() {
    let page = "<html><main><p>Cтатья 1. А<br>Cтатья 2. Б ..... 7</p>\
                <table><tr><td>cело</td><td>гоpод</td></tr><tr><td>а</td><td>б</td></tr></table>";
    let document = read(page.as_bytes(), "a.html");
    assert_eq!(document.tables[0].rows[0], ["село", "город"]);
    let printed = document.as_printed(0..document.text.len());
    assert_eq!(printed, "Cтатья 1. А\nCтатья 2. Б ..... 7\ncело\tгоpод\nа\tб");
    let cell = document.of_kind(Kind::Cell).nth(1).expect("a cell");
    assert_eq!(document.as_printed(cell.start..cell.end), "гоpод");
}

#[test]
fn a_document_in_a_wrong_charset_is_read_as_it_was_meant() {
    let law = "Глава 1. Элементы РР\n\n1. Реестр И\n\n2. Қазақстан Республикасының Әкімі Р\n";
    let meant = read(law.as_bytes(), "law.md");
    for (text, name) in [
        (garbled(law), "law.md"),
        (garbled(law), "law.txt"),
        (garbled(&garbled(law)), "law.txt"),
        (
            format!("<html><body><main><p>{}</p></main>", garbled(law).replace("\n\n", "</p><p>")),
            "a.html",
        ),
    ] {
        let document = read(text.as_bytes(), name);
        assert_eq!(document.text, meant.text, "{name}");
        assert_eq!(document.repairs.len(), 3, "{name}");
        assert_eq!(codes(&document), ["read-repaired"]);
        let first = document.of_kind(Kind::Heading).next().expect("a heading");
        assert_eq!(
            document.as_printed(first.start..first.end),
            text.lines().next().map_or("", |line| {
                line.trim_start_matches("<html><body><main><p>")
                    .split("</p>")
                    .next()
                    .unwrap_or_default()
            })
        );
    }
}

#[test]
fn kazakh_in_other_scripts_is_named() {
    let text = "Qazaqstan Respublikasynyñ Zañy halyqtyñ köşı-qony turaly\n\nЗакон о миграции населения\n\n\
                قازاقستان رەسپۋبليكاسىنىڭ زاڭى حالىقتىڭ كوشى-قونى تۋرالى\n";
    let document = read(text.as_bytes(), "law.txt");
    assert_eq!(codes(&document), ["read-kazakh-script", "read-kazakh-script"]);
    let object = json(&document, "law.txt");
    let of = |place: usize| {
        (&object["passages"][place]["language"], &object["passages"][place]["detail"])
    };
    assert_eq!(of(0), (&"other".into(), &"kk-Latn".into()));
    assert_eq!(of(1), (&"ru".into(), &serde_json::Value::Null));
    assert_eq!(of(2), (&"other".into(), &"kk-Arab".into()));
}

#[test]
fn leaves_have_their_sentences() {
    let text = "1. В 2023 г. принят Закон. Он действует:\n\n1) до 2027 г.;\n";
    let document = read(text.as_bytes(), "law.txt");
    let object = json(&document, "law.txt");
    let point = &object["passages"][0];
    assert_eq!((&point["kind"], &point["sentences"]), (&"point".into(), &serde_json::Value::Null));
    assert_eq!(object["passages"][1]["sentences"], serde_json::json!([[0, 26], [27, 40]]));
    assert_eq!(object["passages"][2]["sentences"], serde_json::json!([[41, 55]]));
}

#[test]
fn a_text_without_wrong_letters_has_no_repairs() {
    let document = read("Закон о науке\n\nA law on science, РК\n".as_bytes(), "law.txt");
    assert!(document.repairs.is_empty() && document.diagnostics.is_empty());
}
