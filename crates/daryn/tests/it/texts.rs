//! Texts of documents in a study: dropped into it, added, or in another folder.

use std::fs;

use serde_json::Value;

use crate::sample::{Sample, TINY};

/// The decree of the tiny study.
const DECREE: &str = "Указ о стипендиях\n\n\
    1. Министерству образования учредить стипендии.\n\n\
    2. Стипендиаты возвращаются в страну.\n\n\
    3. Дорогу домой оплачивает министерство.\n";

/// The tiny study, in which only the opening of the decree was read, and a prediction that needs the
/// whole of it.
fn half_read() -> Sample {
    let sample = Sample::tiny();
    sample.replace("documents.csv", "corpus,whole,yes", "corpus,opening,yes");
    sample.replace("measures.csv", "p. 3", "п. 3");
    let old = TINY.iter().find(|(name, _)| *name == "hypotheses.toml").expect("hypotheses").1;
    let new = old.replace(
        "test = \"series_value\"\nseries = [\"return-kz\"]\nat_most = 59.9",
        "test = \"measure_count\"\nscope = \"corpus\"\nat_most = 1\nof = { instrument = \"financial\" }",
    );
    assert_ne!(old, new);
    sample.write("hypotheses.toml", &new);
    sample
}

fn report(sample: &Sample) -> Value {
    serde_json::from_str(&sample.read("report/report.json")).expect("JSON")
}

fn verdict(sample: &Sample) -> String {
    report(sample)["findings"][0]["verdict"].as_str().expect("a verdict").to_owned()
}

/// Whether the table of documents says that the decree was read whole.
fn is_whole(sample: &Sample) -> bool {
    let table = sample.read("report/tables/documents.csv");
    assert!(table.contains("D1"), "{table}");
    table.lines().any(|line| line.contains("D1") && line.contains(",whole,"))
}

#[test]
fn a_text_that_is_dropped_in_changes_coverage_and_verdict() {
    for name in ["texts/D1.txt", "texts/указ о стипендиях 2019.txt", "texts/d1/рус.md", "D1.md"]
    {
        let sample = half_read();
        sample.daryn(&["run"]).ends(0);
        assert_eq!((verdict(&sample).as_str(), is_whole(&sample)), ("not_testable", false));
        let path = sample.dir.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, DECREE).expect("written");
        let ran = sample.daryn(&["run"]).ends(0);
        assert!(!ran.err.contains("warning"), "{name}: {}", ran.err);
        assert_eq!((verdict(&sample).as_str(), is_whole(&sample)), ("supported", true), "{name}");
        assert!(sample.read("daryn.lock").contains(&format!("file = \"{name}\"")), "{name}");
        sample.daryn(&["verify"]).ends(0);
        // Without the text everything is as it was.
        fs::remove_file(&path).expect("removed");
        sample.daryn(&["run"]).ends(0);
        assert_eq!((verdict(&sample).as_str(), is_whole(&sample)), ("not_testable", false));
    }
}

#[test]
fn a_locator_leads_to_the_words_of_the_text() {
    let sample = half_read();
    fs::create_dir(sample.dir.join("texts")).expect("made");
    sample.write("texts/D1.txt", DECREE);
    let why = sample.daryn(&["why", "measure:M1", "--format", "json"]).ends(0).json();
    let quoted = why["support"]
        .as_array()
        .expect("support")
        .iter()
        .find(|node| node["id"] == "passage:text.texts/D1.txt#point.3")
        .unwrap_or_else(|| panic!("no passage of the text in {why:#}"));
    assert_eq!(quoted["text"], "3. Дорогу домой оплачивает министерство.");
    let source = quoted["source"].as_str().expect("a source");
    let digest = daryn_study::Digest::of(DECREE.as_bytes());
    assert_eq!(source, format!("texts/D1.txt, SHA-256 {}", digest.as_str()));
    let start = DECREE.find("3. ").map(|at| DECREE[..at].replace("\n\n", "\n").chars().count());
    let cells = quoted["cells"].as_array().expect("cells");
    let cell = |name: &str| cells.iter().find(|cell| cell[0] == name).map(|cell| &cell[1]);
    assert_eq!(cell("start").and_then(Value::as_str), start.map(|at| at.to_string()).as_deref());
}

#[test]
fn texts_in_another_folder_are_read_with_it_and_only_then() {
    let sample = half_read();
    let folder = sample.beside("мои документы");
    fs::create_dir_all(folder.join("2019 жыл")).expect("made");
    fs::write(folder.join("2019 жыл/Указ.txt"), DECREE).expect("written");
    fs::write(folder.join("notes.yaml"), "a: 1\n").expect("written");
    let documents = folder.to_str().expect("UTF-8");
    let ran = sample.daryn(&["run", "--documents", documents]).ends(0);
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    assert_eq!((verdict(&sample).as_str(), is_whole(&sample)), ("supported", true));
    assert!(sample.read("daryn.lock").contains("file = \"@documents/2019 жыл/Указ.txt\""));
    assert!(!sample.read("daryn.lock").contains("notes.yaml"));
    sample.daryn(&["verify", "--documents", documents]).ends(0);
    let ran = sample.daryn(&["status", "--documents", documents]).ends(0);
    assert_eq!(ran.out.trim(), "Everything is up to date.");
    let without = sample.daryn(&["verify"]).ends(1);
    assert!(without.out.contains("--documents"), "{}", without.out);
    let none = sample.daryn(&["run", "--documents", "nowhere", "--format", "json"]).ends(1);
    assert_eq!(none.codes(), ["documents-missing"]);
}

#[test]
fn an_added_text_stands_among_the_texts() {
    let sample = half_read();
    let path = sample.beside("Указ (скачано).txt");
    fs::write(&path, DECREE).expect("written");
    let other = sample.beside("вторая редакция.txt");
    fs::write(&other, format!("{DECREE}\n4. Указ вводится в действие.\n")).expect("written");
    let files = [path.to_str().expect("UTF-8"), other.to_str().expect("UTF-8")];
    let ran = sample.daryn(&["add", files[0], files[1]]).ends(0);
    assert!(ran.out.contains("texts/D1.txt"), "{}", ran.out);
    assert_eq!(sample.read("texts/D1.txt"), DECREE);
    let texts = fs::read_dir(sample.dir.join("texts")).expect("read").count();
    assert_eq!(texts, 2, "an edition stands beside another one");
    sample.daryn(&["run"]).ends(0);
    assert_eq!((verdict(&sample).as_str(), is_whole(&sample)), ("supported", true));
    // Once more, and nothing changes.
    sample.daryn(&["add", files[0], files[1], "--format", "json"]).ends(0);
    assert_eq!(fs::read_dir(sample.dir.join("texts")).expect("read").count(), 2);
    sample.daryn(&["verify"]).ends(0);
}

#[test]
fn what_is_no_whole_text_of_a_document_shows_nothing() {
    let codes = |name: &str, text: &[u8]| -> Vec<String> {
        let sample = half_read();
        sample.replace(
            "documents.csv",
            "\nD1,",
            "\nD2,Decree on the council of science,Указ о совете по науке,Ғылым кеңесі туралы жарлық,\
             MES,decree,2020-01-01,register,none,,https://example.org/d2\nD1,",
        );
        fs::create_dir(sample.dir.join("texts")).expect("made");
        fs::write(sample.dir.join("texts").join(name), text).expect("written");
        let found = sample.daryn(&["check", "--format", "json"]).ends(0).codes();
        sample.daryn(&["run"]).ends(0);
        assert_eq!((verdict(&sample).as_str(), is_whole(&sample)), ("not_testable", false));
        found
    };
    assert_eq!(codes("протокол.txt", "Протокол\n\n1. Слушали.\n".as_bytes()), ["text-of-none"]);
    assert_eq!(codes("D2.txt", DECREE.as_bytes()), ["text-of-another"]);
    // The decree itself is not there, and a part of a record is no text.
    let page = "{\"pagesCount\":3,\"content\":[{\"type\":\"point\",\"index\":\"1\",\"level\":1,\
        \"text\":\"Указ о стипендиях\"}]}";
    assert_eq!(codes("D1.json", page.as_bytes()), ["read-more-pages", "text-not-whole"],);
    assert_eq!(codes("table.yaml", b"a: 1\n"), ["unnamed-file"]);
    let title = "Указ о стипендиях\n\nТекст не загрузился.\n";
    assert_eq!(codes("D1.txt", title.as_bytes()), ["text-too-short"]);
}

#[test]
fn an_act_that_amends_another_is_not_taken_for_it() {
    let sample = half_read();
    fs::create_dir(sample.dir.join("texts")).expect("made");
    sample.write(
        "texts/amendment.txt",
        "О внесении изменений в Указ о стипендиях\n\nУказ о стипендиях\n\n1. Изложить.\n",
    );
    let found = sample.daryn(&["check", "--format", "json"]).ends(0).codes();
    assert_eq!(found, ["text-of-none"]);
}
