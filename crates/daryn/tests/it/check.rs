//! `daryn check`.

use insta::assert_snapshot;

use crate::sample::{Sample, daryn};

#[test]
fn a_study_without_problems_is_clean() {
    let sample = Sample::tiny();
    let ran = sample.daryn(&["check"]).ends(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", "No problems.\n"));
    assert_eq!(sample.daryn(&["check", "--format", "json"]).ends(0).codes(), [""; 0]);
}

#[test]
fn problems_are_data_and_their_count_is_talk() {
    let sample = Sample::tiny();
    sample.replace("measures.csv", "M1,D1,", "M1,D2,");
    sample.replace("areas.csv", "PL,Poland,Польша", "PL,Poland,");
    let ran = sample.daryn(&["check"]).ends(1);
    assert_snapshot!(ran.out, @"
    error: measures.csv:2: `D2` in `document` names no record
      hint: did you mean `D1`?
    warning: areas.csv:3: `name_ru` is empty while another language has a text
      hint: add the text; until then the report shows the other language and says so
    ");
    assert_eq!(ran.err, "1 error, 1 warning\n");
}

#[test]
fn problems_for_programs_have_their_place() {
    let sample = Sample::tiny();
    sample.replace("measures.csv", "M1,D1,", "M1,D2,");
    let ran = sample.daryn(&["check", "--format", "json"]).ends(1);
    assert_snapshot!(ran.out, @r#"
    {
      "diagnostics": [
        {
          "code": "dangling-reference",
          "severity": "error",
          "file": "measures.csv",
          "line": 2,
          "message": "`D2` in `document` names no record",
          "hint": "did you mean `D1`?"
        }
      ]
    }
    "#);
    assert_eq!(ran.err, "");
}

#[test]
fn warnings_alone_are_no_failure() {
    let sample = Sample::tiny();
    sample.replace("areas.csv", "PL,Poland,Польша", "PL,Poland,");
    let ran = sample.daryn(&["check", "--format", "json"]).ends(0);
    assert_eq!(ran.codes(), ["missing-translation"]);
}

#[test]
fn many_problems_of_one_sort_are_cut_for_people_and_told_to_programs() {
    let sample = Sample::tiny();
    let rows: String = (0..25).map(|n| format!("A{n},Area,,,no\n")).collect();
    sample.write("areas.csv", &(sample.read("areas.csv") + &rows));
    let ran = sample.daryn(&["check"]).ends(0);
    assert_eq!(ran.out.matches("warning:").count(), 20);
    assert!(ran.out.ends_with("… and 30 more of the same sort\n"), "{}", ran.out);
    assert_eq!(ran.err, "0 errors, 50 warnings\n");
    let all = sample.daryn(&["check", "--format", "json"]).ends(0).codes();
    assert_eq!(all.len(), 50);
}

#[test]
fn a_folder_that_is_no_study_is_told_in_both_ways() {
    let parent = tempfile::tempdir().expect("a folder");
    for dir in [".", "missing"] {
        let ran = daryn(parent.path(), &["check", dir, "--format", "json"]).ends(1);
        assert_eq!(ran.codes(), ["no-study"]);
        assert!(ran.err.starts_with("error: no study.toml in "), "{}", ran.err);
    }
    assert!(!parent.path().join("missing").exists());
}

#[test]
fn a_file_in_the_place_of_the_folder_is_told() {
    let sample = Sample::tiny();
    let ran = sample.daryn(&["check", "study.toml"]).ends(1);
    assert!(ran.err.starts_with("error: cannot read study.toml: "), "{}", ran.err);
}

#[test]
fn a_study_without_a_head_is_told_once() {
    let sample = Sample::tiny();
    sample.write("study.toml", "[study\n");
    for command in ["check", "run", "status"] {
        let ran = sample.daryn(&[command, "--format", "json"]).ends(1);
        assert_eq!(ran.codes(), ["bad-toml"], "{command}");
    }
}

#[test]
fn the_language_of_messages_is_the_users() {
    let sample = Sample::tiny();
    sample.replace("measures.csv", "M1,D1,", "M1,D2,");
    let mut command = crate::sample::command(&sample.dir, &["check"]);
    let russian = crate::sample::Ran::of(command.env("LANG", "ru_RU.UTF-8")).ends(1);
    let asked = sample.daryn(&["check", "--lang", "ru"]).ends(1);
    assert_eq!(russian.out, asked.out);
}

#[test]
fn a_number_is_an_effect_only_where_a_causal_design_stands_behind_it() {
    let sample = Sample::tiny();
    let head = "id,practice,outcome_en,outcome_ru,outcome_kk,value,low,high,unit_en,unit_ru,unit_kk,\
                kind,significant,source_url\n";
    let row = |number: &str, kind: &str| {
        format!(
            "{head}E1,P1,grants,гранты,гранттар,{number},grants,шт.,дана,{kind},,https://e.org/\n"
        )
    };
    sample.write("effects.csv", &row("210,,", "count"));
    sample.daryn(&["check"]).ends(0);
    sample.daryn(&["run"]).ends(0);
    let table = sample.read("report/tables/effects.csv");
    assert!(table.contains("count,D,210,"), "{table}");
    let page = sample.read("report/en/index.html");
    assert!(page.contains("Grade D: administrative counts"));
    let cases = [
        (row("210,,", "effect"), "effect-without-design"),
        (row(",,", "count"), "missing-parameter"),
        (row("210,220,230", "count"), "out-of-range"),
        (row("210,,", "count").replace("P1", "P9"), "dangling-reference"),
    ];
    for (text, code) in cases {
        sample.write("effects.csv", &text);
        let codes = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
        assert_eq!(codes, [code]);
    }
}
