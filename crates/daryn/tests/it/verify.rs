//! `daryn verify`.

use std::fs;

use insta::assert_snapshot;

use crate::sample::{Sample, daryn, flip};

#[test]
fn a_good_report_is_told() {
    let sample = Sample::with_report();
    let ran = sample.daryn(&["verify"]).ends(0);
    assert_eq!(ran.out, "");
    assert_snapshot!(ran.err, @"The report is what the study gives: 29 files compared, byte for byte.");
    let json = sample.daryn(&["verify", "--format", "json"]).ends(0).json();
    let features = serde_json::json!({"made": [], "given": []});
    assert_eq!(json, serde_json::json!({"differences": [], "files": 29, "features": features}));
}

#[test]
fn every_sort_of_difference_is_told_with_its_place() {
    let sample = Sample::with_report();
    sample.replace("report/tables/targets.csv", "not_reached", "reached");
    flip(&sample.dir.join("report/tables.xlsx"), 99);
    fs::remove_file(sample.dir.join("report/kk/index.html")).expect("removed");
    sample.write("report/notes.txt", "mine");
    let ran = sample.daryn(&["verify"]).ends(1);
    assert_snapshot!(ran.out, @"
    report/kk/index.html: missing
    report/tables.xlsx: differs at byte 100
    report/tables/targets.csv, line 2: differs
    report/notes.txt: not a part of the report
    ");
    assert_eq!(ran.err, "4 differences found.\n");
    let json = sample.daryn(&["verify", "--format", "json"]).ends(1).json();
    assert_eq!(json["differences"][2]["file"], "tables/targets.csv");
    assert_eq!(json["differences"][2]["what"], "differs");
    assert_eq!(json["differences"][2]["line"], 2);
}

#[test]
fn a_changed_study_file_is_told() {
    let sample = Sample::with_report();
    sample.replace("statistics.csv", "57.5", "57.6");
    let ran = sample.daryn(&["verify"]).ends(1);
    assert!(
        ran.out.starts_with(
            "statistics.csv: the study file is not the one that the lock file names\n"
        ),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("report/tables/targets.csv, line 2: differs"), "{}", ran.out);
}

#[test]
fn a_study_file_with_an_error_is_a_difference_not_a_way_out() {
    let sample = Sample::with_report();
    sample.replace("measures.csv", "M1,D1,", "M1,D2,");
    let ran = sample.daryn(&["verify", "--format", "json"]).ends(1);
    assert_eq!(ran.json()["differences"][0]["file"], "measures.csv");
    assert_eq!(ran.json()["differences"][0]["what"], "input");
    assert!(ran.err.contains("error: measures.csv:2"), "{}", ran.err);
}

#[test]
fn no_changed_byte_of_the_lock_is_overlooked() {
    let sample = Sample::with_report();
    let lock = sample.read("daryn.lock");
    for at in (0..lock.len()).step_by(199) {
        if lock.is_char_boundary(at) && lock.is_char_boundary(at + 1) {
            flip(&sample.dir.join("daryn.lock"), at);
            let ran = sample.daryn(&["verify"]).ends(1);
            assert!(
                ran.out.contains("daryn.lock") || ran.err.contains("daryn.lock"),
                "{}",
                ran.err
            );
            sample.write("daryn.lock", &lock);
        }
    }
    sample.daryn(&["verify"]).ends(0);
}

#[test]
fn the_part_of_the_lock_that_differs_is_named() {
    let sample = Sample::with_report();
    let lock = sample.read("daryn.lock");
    let differences = |from: &str, to: &str| {
        sample.write("daryn.lock", &lock.replacen(from, to, 1));
        sample.daryn(&["verify"]).ends(1).out
    };
    let head = "daryn.lock: differs from what the study gives now";
    assert_eq!(differences("study = \"tiny\"", "study = \"tinY\""), format!("{head} (study)\n"));
    let seed = lock.lines().find(|line| line.starts_with("seed = ")).expect("a seed");
    let other = format!("seed = 1{}", &seed["seed = 2".len()..]);
    assert_ne!(seed, other);
    assert_eq!(differences(seed, &other), format!("{head} (stage: recommendations)\n"));
    assert_eq!(differences("# Written", "# written"), format!("{head} (daryn.lock:1)\n"));
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        differences(&format!("daryn = \"{version}\""), "daryn = \"0.0.1\""),
        format!(
            "the lock file was written by daryn 0.0.1, this is daryn {version}\n{head} (daryn)\n"
        )
    );
}

#[test]
fn no_changed_byte_of_a_table_is_overlooked() {
    let sample = Sample::with_report();
    let path = sample.dir.join("report/tables/recommendations.csv");
    let table = fs::read(&path).expect("read");
    for at in (0..table.len()).filter(|at| table[*at].is_ascii()).step_by(7) {
        flip(&path, at);
        let ran = sample.daryn(&["verify"]).ends(1);
        assert!(ran.out.starts_with("report/tables/recommendations.csv, line "), "{}", ran.out);
        fs::write(&path, &table).expect("written");
    }
}

#[test]
fn verify_needs_a_lock_and_writes_nothing() {
    let sample = Sample::tiny();
    let before = sample.files();
    let ran = sample.daryn(&["verify", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["no-lock"]);
    assert_eq!(sample.files(), before);
    assert!(!sample.dir.join(".daryn").exists());
    daryn(&std::env::temp_dir(), &["verify", "missing"]).ends(1);
}

#[test]
fn verify_does_not_believe_the_cache() {
    let sample = Sample::with_report();
    fs::remove_dir_all(sample.dir.join(".daryn")).expect("removed");
    sample.daryn(&["verify"]).ends(0);
    assert!(!sample.dir.join(".daryn").exists());
}
