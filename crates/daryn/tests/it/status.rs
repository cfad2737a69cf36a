//! `daryn status`.

use insta::assert_snapshot;

use crate::sample::Sample;

#[test]
fn a_study_that_was_never_run_says_so() {
    let sample = Sample::tiny();
    assert_eq!(sample.daryn(&["status"]).ends(0).out, "The study has not been run yet.\n");
    let json = sample.daryn(&["status", "--format", "json"]).ends(0).json();
    assert_eq!(json["stale"][0]["reasons"][0]["reason"], "new");
}

#[test]
fn a_fresh_study_says_so() {
    let sample = Sample::with_report();
    assert_eq!(sample.daryn(&["status"]).ends(0).out, "Everything is up to date.\n");
    let json = sample.daryn(&["status", "--format", "json"]).ends(0).json();
    assert_eq!(json, serde_json::json!({"stale": [], "report": []}));
}

#[test]
fn what_a_change_reaches_is_named_with_its_reason() {
    let sample = Sample::with_report();
    sample.replace("areas.csv", "Poland", "Republic of Poland");
    sample.write("report/tables/bodies.csv", "");
    let ran = sample.daryn(&["status"]).ends(0);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], "read:areas: areas.csv changed");
    assert_eq!(lines[1], "check: depends on read:areas");
    assert_eq!(lines.last(), Some(&"The report differs from the lock file: tables/bodies.csv"));
}

#[test]
fn a_lock_that_cannot_be_read_is_told() {
    let sample = Sample::with_report();
    sample.write("daryn.lock", "format = \n");
    let ran = sample.daryn(&["status"]).ends(1);
    assert_snapshot!(ran.err, @"
    error: daryn.lock cannot be read: string values must be quoted, expected literal string
      hint: restore it from git, or make the report anew: daryn run
    ");
}
