//! What must hold of the source tree itself.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_architecture_names_every_crate() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    for entry in fs::read_dir(root().join("crates")).expect("crates") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(text.contains(&format!("### `crates/{name}`")), "{name}");
    }
    assert!(text.lines().count() <= 300);
}

#[test]
fn no_source_file_grows_out_of_sight() {
    let mut open = vec![root().join("crates")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let lines = fs::read_to_string(&path).expect("text").lines().count();
            assert!(lines <= 650, "{} has {lines} lines", path.display());
        }
    }
}

#[test]
fn no_message_stands_twice_in_a_catalogue() {
    for lang in ["en", "ru", "kk"] {
        let mut seen = std::collections::BTreeSet::new();
        for entry in fs::read_dir(root().join("locales").join(lang)).expect("a catalogue") {
            let path = entry.expect("an entry").path();
            if path.extension().is_none_or(|kind| kind != "ftl") {
                continue;
            }
            for line in fs::read_to_string(&path).expect("text").lines() {
                if let Some((name, _)) = line.split_once(" =")
                    && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
                {
                    assert!(seen.insert(name.to_owned()), "{lang}: {name}");
                }
            }
        }
        assert!(seen.len() > 500);
    }
}

/// Files of source below a folder or at a path.
fn sources(path: PathBuf) -> Vec<PathBuf> {
    let (mut open, mut found) = (vec![path], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn every_problem_of_a_command_has_a_message_and_a_hint() {
    has_messages("stats", 80);
    has_messages("count", 15);
    has_messages("coding", 16);
    has_messages("agree", 60);
    has_messages("keyness", 4);
    has_messages_in("compare", "features", 3);
    has_messages("scale", 20);
    has_messages("indicators", 20);
    has_messages_in("coding", "qda", 45);
    has_messages("store", 25);
    has_messages_in("coding", "sheet", 35);
    has_messages_in("coding", "review", 15);
    has_messages_in("coding", "word", 7);
    has_messages_in("coding", "merge", 3);
}

/// Codes in the crate of a command and in the command itself, which begin with its name.
fn has_messages(name: &str, least: usize) {
    has_messages_in(name, name, least);
}

/// Codes that begin with a name, in a crate and in the command of that name.
fn has_messages_in(part: &str, name: &str, least: usize) {
    let commands = root().join("crates/daryn/src/commands");
    let mut places = vec![
        root().join(format!("crates/daryn-{part}/src")),
        commands.join(name),
        commands.join(format!("{name}.rs")),
    ];
    if part == "store" {
        // Several commands go to the store.
        places.push(root().join("crates/daryn/src"));
    }
    // A part of the library may come before its command.
    let files = places.into_iter().filter(|path| path.exists()).flat_map(sources);
    let mut codes = std::collections::BTreeSet::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("text");
        for piece in text.split(&format!("\"{name}-")).skip(1) {
            let code = piece.split('"').next().unwrap_or_default();
            // Made of parts, or a code with a line in a test; tests of the command look for what
            // was not found.
            if code.contains(['{', ' ']) {
                continue;
            }
            assert!(code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            codes.insert(format!("{name}-{code}"));
        }
    }
    assert!(codes.len() > least, "{name}: {}", codes.len());
    for lang in ["en", "ru", "kk"] {
        let read = |file: &str| fs::read_to_string(root().join("locales").join(lang).join(file));
        let (problems, words) =
            (read("diagnostics.ftl").expect("text"), read("cli.ftl").expect("text"));
        let has = |text: &str, name: &str| text.lines().any(|line| line.starts_with(name));
        for code in &codes {
            let is_word = has(&words, &format!("{code} ="));
            let is_told = has(&problems, &format!("diag-{code} ="));
            let has_hint = has(&problems, &format!("diag-{code}-hint ="));
            assert!(is_word || is_told && has_hint, "{lang}: {code}");
        }
    }
}

#[test]
fn the_guide_names_every_file_and_test_of_a_study() {
    let text = fs::read_to_string(root().join("docs/study.md")).expect("docs/study.md");
    let schema: serde_json::Value = crate::sample::daryn(&root(), &["schema"]).ends(0).json();
    let names = schema.as_object().expect("schemas").keys();
    for name in names.filter(|name| *name != "study") {
        assert!(text.contains(&format!("{name}.")), "{name}");
    }
    let tests = &schema["hypotheses"]["properties"]["hypothesis"]["items"]["properties"]["predictions"]
        ["items"]["properties"]["test"]["enum"];
    let tests = tests.as_array().expect("the names of the tests");
    assert!(tests.len() >= 11);
    for test in tests.iter().filter_map(serde_json::Value::as_str) {
        assert!(text.contains(&format!("`{test}`")), "{test}");
    }
}

#[test]
fn the_glossary_has_three_languages_for_every_term() {
    let text = fs::read_to_string(root().join("GLOSSARY.md")).expect("GLOSSARY.md");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert!(rows.len() > 30);
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 4, "{row}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
    }
}

#[test]
fn only_one_crate_opens_a_socket() {
    let mut open: Vec<PathBuf> = fs::read_dir(root().join("crates"))
        .expect("crates")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| !path.ends_with("daryn-source"))
        .flat_map(|path| [path.join("src"), path.join("Cargo.toml")])
        .collect();
    let mut looked_at = 0;
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else {
            let text = fs::read_to_string(&path).expect("text");
            for word in ["TcpStream", "UdpSocket", "ToSocketAddrs", "ureq", "rustls"] {
                assert!(!text.contains(word), "{} holds {word}", path.display());
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 50);
}
