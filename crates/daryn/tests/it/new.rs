//! `daryn new`.

use insta::assert_snapshot;

use crate::sample::{Sample, daryn, files_below};

#[test]
fn a_new_study_has_a_file_for_every_kind_of_record() {
    let sample = Sample::empty("s");
    let names: Vec<String> = sample.files().into_keys().collect();
    assert_snapshot!(names.join("\n"), @"
    README.md
    areas.csv
    bodies.csv
    definitions.csv
    documents.csv
    effects.csv
    events.csv
    hypotheses.toml
    indicators.csv
    measures.csv
    practices.csv
    recommendations.toml
    references.csv
    rules.toml
    searches.csv
    sources.csv
    statistics.csv
    study.toml
    targets.csv
    units.csv
    ");
    // What is missing is told, and nothing else is wrong.
    let codes = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
    assert_eq!(codes, ["empty-study", "dangling-reference"]);
}

#[test]
fn what_to_do_next_is_said() {
    let parent = tempfile::tempdir().expect("a folder");
    let ran = daryn(parent.path(), &["new", "Көші қон"]).ends(0);
    assert_eq!(ran.out, "");
    assert_snapshot!(ran.err, @r#"
    Made Көші қон.
    Next: fill in the tables, then
      daryn check "Көші қон"
      daryn run "Көші қон"
    "#);
}

#[test]
fn the_guide_is_in_the_language_of_the_user_and_names_every_file() {
    for (lang, word) in [("en", "Start here"), ("ru", "С чего начать"), ("kk", "Неден бастау")]
    {
        let parent = tempfile::tempdir().expect("a folder");
        daryn(parent.path(), &["new", "s", "--lang", lang]).ends(0);
        let files = files_below(&parent.path().join("s"));
        let guide = String::from_utf8_lossy(&files["README.md"]).into_owned();
        assert!(guide.starts_with("# s\n") && guide.contains(word), "{guide}");
        for name in files.keys().filter(|name| *name != "README.md") {
            assert!(guide.contains(&format!("`{name}`")), "{lang}: {name}");
        }
    }
}

#[test]
fn a_folder_that_exists_is_left_alone() {
    let parent = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(parent.path().join("s")).expect("a folder");
    let ran = daryn(parent.path(), &["new", "s"]).ends(1);
    assert_snapshot!(ran.err, @"
    error: s exists already
      hint: choose another name; nothing was changed
    ");
    assert!(files_below(parent.path()).is_empty());
}

#[test]
fn folders_above_are_made_and_a_year_is_not_written_like_a_quantity() {
    let parent = tempfile::tempdir().expect("a folder");
    daryn(parent.path(), &["new", "a/b/2024"]).ends(0);
    let ran = daryn(parent.path(), &["new", "a/b/2024"]).ends(1);
    assert!(ran.err.contains("a/b/2024 exists already"), "{}", ran.err);
    let ran = daryn(&parent.path().join("a/b"), &["new", "2024"]).ends(1);
    assert!(ran.err.contains("error: 2024 exists already"), "{}", ran.err);
}

#[test]
fn a_bad_name_makes_nothing() {
    let parent = tempfile::tempdir().expect("a folder");
    for name in ["a*b", "..", "a/?"] {
        let ran = daryn(parent.path(), &["new", name]).ends(1);
        assert!(ran.err.contains("cannot be the name of a study"), "{}", ran.err);
    }
    assert!(files_below(parent.path()).is_empty());
}
