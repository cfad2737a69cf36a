//! The corpus of the fuzzer for codebooks, rules and texts is played again, with hostile ones:
//! nothing panics, nothing takes long, and memory stays within its bound.
//!
//! One test, so that no other thread allocates while memory is measured.

#![allow(clippy::print_stdout, reason = "what was measured is shown with --nocapture")]

#[path = "sound/coding.rs"]
mod sound;
#[path = "../../../fuzz/taken.rs"]
mod taken;

use std::path::Path;
use std::time::Instant;

use taken::{Taken, files};

const CODEBOOK: &str = "[codebook]\nid = 'c'\nversion = '1'\n";
const RULES: &str = "[rules]\ncodebook = 'c'\ncodebook_version = '1'\nversion = '1'\n";

#[test]
fn every_codebook_with_rules_and_text_keeps_what_is_promised() {
    let start = Instant::now();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/coding");
    let mut taken = Taken::default();
    let mut check = |title: &str, input: &[u8]| {
        taken.within(title, sound::memory(input.len()), || sound::check(input));
    };
    let files = files(&folder);
    assert!(files.len() >= 8, "the corpus is there");
    for path in files {
        check(&path.display().to_string(), &std::fs::read(&path).expect("read"));
    }
    for (title, input) in hostile() {
        check(&title, input.as_bytes());
    }
    println!("{} inputs in {:?}, most memory: {:?}", taken.files, start.elapsed(), taken.memory);
}

/// Inputs that would take long or deep ways if there were any.
fn hostile() -> Vec<(String, String)> {
    let code =
        |n: usize, parent: &str| format!("[[code]]\nid = 'k{n}'\nname_en = 'n{n}'\n{parent}\n");
    let rule = |n: usize, more: &str| {
        format!("[[rule]]\nid = 'r{n}'\ncode = 'k{n}'\nlanguage = 'ru'\n{more}\n")
    };
    let many = 200;
    let flat: String = (0..many).map(|n| code(n, "")).collect();
    let deep: String =
        (0..many).map(|n| code(n, &format!("parent = 'k{}'", (n + many - 1) % many))).collect();
    let chain: String = (0..many)
        .map(|n| {
            let on = if n == 0 {
                "any = ['а*']".into()
            } else {
                format!("requires = ['k{}']\nany = ['а*']", n - 1)
            };
            rule(n, &on)
        })
        .collect();
    let clues: String = (1..many)
        .map(|n| {
            format!(
                "[[clue]]\nid = 'c{n}'\nlanguage = 'ru'\nany = ['@c{}', '@c{}']\n",
                n - 1,
                n - 1
            )
        })
        .collect();
    let first = "[[clue]]\nid = 'c0'\nlanguage = 'ru'\nany = ['а']\n";
    let near = rule(0, "near = [{ a = 'а', b = 'б', within = 4000000000 }]");
    let words = "а б ".repeat(500);
    let list = "Врачи:\n\n".to_owned() + &"- а;\n\n".repeat(500);
    let input =
        |codes: &str, rules: &str, text: &str| format!("{CODEBOOK}{codes}\0{RULES}{rules}\0{text}");
    vec![
        ("codes in a circle".into(), input(&deep, "", "")),
        ("codes that wait for each other".into(), input(&flat, &chain, "арба")),
        (
            "clues upon clues".into(),
            input(&flat, &format!("{first}{clues}{}", rule(0, "any = ['@c199']")), "б"),
        ),
        ("words near each other".into(), input(&flat, &near, &words)),
        ("a long list".into(), input(&flat, &rule(0, "lead.any = ['врач*']"), &list)),
        (
            "stars".into(),
            input(&flat, &rule(0, &format!("any = ['{}']", "*а".repeat(500))), &"а".repeat(5000)),
        ),
    ]
}
