//! Files that a person saved, and the list of what is stored.

use std::fs;

use serde_json::Value;

use crate::sample::{Ran, Sample, command};

const PAGE: &str = "<!DOCTYPE html>\n<!-- saved from url=(0042)https://adilet.zan.kz/rus/docs/P2200000961 -->\n\
    <html><body><div class=\"container_alpha slogan\"><h1>Об утверждении Концепции</h1>\
    <p>Постановление Правительства Республики Казахстан от 30 ноября 2022 года № 961.</p></div>\
    <div class=\"container_gamma text\"><article><p>1.</p></article></div></body></html>";

fn run(sample: &Sample, arguments: &[&str]) -> Ran {
    Ran::of(command(&sample.dir, arguments).env_remove("DARYN_STORE"))
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

fn save(sample: &Sample, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = sample.beside(name);
    fs::write(&path, bytes).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

#[test]
fn a_saved_page_is_known_by_its_act() {
    let sample = Sample::tiny();
    let page = save(&sample, "О Концепции (2022).html", PAGE);
    let ran = run(&sample, &["add", &page]).ends(0);
    assert!(ran.out.starts_with("P2200000961: new, "), "{}", ran.out);
    assert!(ran.out.ends_with(", № 961, 2022-11-30\n"), "{}", ran.out);
    let found = lines(&run(&sample, &["add", &page, "--format", "json"]).ends(0));
    assert_eq!(found[0]["status"], "unchanged");
    assert_eq!(found[0]["url"], "https://adilet.zan.kz/rus/docs/P2200000961");
    let list = lines(&run(&sample, &["vintages", "--format", "json"]).ends(0));
    assert_eq!(list.len(), 1);
    let vintages = list[0]["vintages"].as_array().expect("a list");
    assert_eq!(vintages.len(), 1);
    assert_eq!(vintages[0]["file"], "О Концепции (2022).html");
    assert_eq!(vintages[0]["origin"], "added");
    assert_eq!(vintages[0]["stored"], true);
}

#[test]
fn the_same_bytes_are_one_source() {
    let sample = Sample::tiny();
    let one = save(&sample, "one.csv", "a,b\n");
    let two = save(&sample, "two.csv", "a,b\n");
    let found = lines(&run(&sample, &["add", &one, &two, "--format", "json"]).ends(0));
    let states: Vec<(&str, &str)> = found
        .iter()
        .map(|line| {
            (line["id"].as_str().expect("a name"), line["status"].as_str().expect("a word"))
        })
        .collect();
    assert_eq!(states, [("one", "new"), ("one", "unchanged")]);
    let found = lines(&run(&sample, &["add", &two, "--as", "two", "--format", "json"]).ends(0));
    assert_eq!(found[0]["diagnostics"][0]["code"], "source-added-already");
    // Other bytes under one name are two releases.
    let new = save(&sample, "new.csv", "a,b,c\n");
    run(&sample, &["add", &new, "--as", "one"]).ends(0);
    let list = lines(&run(&sample, &["vintages", ".", "one", "--format", "json"]).ends(0));
    assert_eq!(list[0]["vintages"].as_array().map(Vec::len), Some(2));
    let text = run(&sample, &["vintages"]).ends(0);
    assert_eq!(text.out.lines().count(), 3, "{}", text.out);
    let unknown = run(&sample, &["vintages", ".", "on", "--format", "json"]).ends(1);
    assert_eq!(unknown.codes(), ["source-unknown-source"]);
}

#[test]
fn a_saved_page_answers_for_a_site_that_programs_must_leave_alone() {
    let sample = Sample::tiny();
    sample.replace("study.toml", "[files]\n", "[files]\ndownloads = \"downloads.toml\"\n");
    let list = "[[download]]\nid = \"concept\"\nconnector = \"adilet\"\nparameters = { id = \"P2200000961\" }\n";
    sample.write("downloads.toml", list);
    let before = lines(&run(&sample, &["fetch", ".", "--format", "json"]).ends(1));
    assert_eq!(before[0]["diagnostics"][0]["code"], "source-import-only");
    let page = save(&sample, "page.html", PAGE);
    let added =
        lines(&run(&sample, &["add", &page, "--as", "concept", "--format", "json"]).ends(0));
    for arguments in
        [&["fetch", ".", "--format", "json"][..], &["fetch", ".", "--offline", "--format", "json"]]
    {
        let after = lines(&run(&sample, arguments).ends(0));
        assert_eq!(
            (&after[0]["status"], &after[0]["sha256"]),
            (&"replayed".into(), &added[0]["sha256"])
        );
    }
}

#[test]
fn bad_files_are_told_and_keep_no_good_one_out() {
    let sample = Sample::tiny();
    let good = save(&sample, "Тұжырымдама жобасы.txt", "мәтін");
    let empty = save(&sample, "empty.txt", "");
    let cut = save(&sample, "cut.pdf", "%PDF-1.7\n1 0 obj");
    let folder = sample.beside("").to_str().expect("UTF-8").to_owned();
    let up = format!("{folder}/tiny/../Тұжырымдама жобасы.txt");
    let arguments = ["add", "none.html", &empty, &cut, &folder, &good, &up, "--format", "json"];
    let found = lines(&run(&sample, &arguments).ends(1));
    let codes: Vec<&str> = found
        .iter()
        .map(|line| line["diagnostics"][0]["code"].as_str().unwrap_or("good"))
        .collect();
    assert_eq!(
        codes,
        [
            "source-file-unreadable",
            "source-no-bytes",
            "source-cut",
            "source-file-unreadable",
            "good",
            "good"
        ]
    );
    assert_eq!(found[4]["id"], "Тұжырымдама-жобасы");
    assert_eq!(found[5]["status"], "unchanged");
    let bad = run(&sample, &["add", &good, "--as", "../x", "--format", "json"]).ends(1);
    assert_eq!(bad.codes(), ["source-bad-name"]);
    run(&sample, &["vintages"]).ends(0);
}

#[test]
fn nothing_stored_is_nothing_wrong() {
    let sample = Sample::tiny();
    let ran = run(&sample, &["vintages"]).ends(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", "Nothing is stored yet.\n"));
    assert!(!sample.dir.join(".daryn").exists());
}

#[test]
fn an_entry_that_waits_for_a_file_gets_one_that_was_stored_under_another_name() {
    let sample = Sample::tiny();
    sample.replace("study.toml", "[files]\n", "[files]\ndownloads = \"downloads.toml\"\n");
    sample.write(
        "downloads.toml",
        "[[download]]\nid = \"law\"\nconnector = \"adilet\"\nparameters = { id = \"P2200000961\" }\n",
    );
    let add = |text: &str, name: &str| {
        let path = sample.beside("page.txt");
        std::fs::write(&path, text).expect("written");
        sample.daryn(&["add", &path.to_string_lossy(), "--as", name, "--study", "."]).ends(0);
    };
    add("Текст закона", "oops");
    add("Текст закона", "law");
    let ran = sample.daryn(&["fetch", ".", "--offline", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["status"], "replayed");
    // An older release that is handed over again is the one that counts.
    let first = ran.json()["sha256"].clone();
    add("Другой текст", "law");
    add("Текст закона", "law");
    let ran = sample.daryn(&["fetch", ".", "--offline", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["sha256"], first);
}
