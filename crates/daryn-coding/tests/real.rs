//! Real files of other programs, and files made for the purpose, of `../shared/data/refi-qda`.

#![allow(clippy::print_stderr, reason = "what is not tested is said")]

use std::path::{Path, PathBuf};

use daryn_coding::refi_qda::model::{Anchor, Place, Source};
use daryn_coding::refi_qda::{Project, loss, read, tables, write_codebook, write_project};
use daryn_model::Diagnostic;

/// The bytes of a file of the shared data; none where it is absent.
fn shared(name: &str) -> Option<Vec<u8>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("DARYN_SHARED").map_or_else(beside, PathBuf::from);
    let path = root.join("data/refi-qda").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("skipped: {} is not there", path.display());
    }
    bytes
}

fn codes(problems: &[Diagnostic]) -> Vec<&str> {
    problems.iter().map(|one| one.code.as_str()).collect()
}

/// Quotations of all text selections with their codings: source, quotation, code, coder.
fn quotations(project: &Project) -> Vec<[String; 4]> {
    let table = tables::segments(project);
    let at = |name: &str| table.head.iter().position(|one| one == name).expect("a column");
    let columns = [at("source"), at("quote"), at("code"), at("coder")];
    table.rows.iter().map(|row| columns.map(|column| row[column].clone())).collect()
}

/// Writes a project, reads it again and writes it again: all stays.
fn goes_round(project: &Project, name: &str) {
    let once = write_project(project, name).expect("written");
    let (again, problems) = read(&once.bytes, name);
    let again = again.expect("read again");
    assert_eq!(write_project(&again, name).expect("written").bytes, once.bytes, "{name}");
    assert_eq!(quotations(&again), quotations(project), "{name}");
    let errors: Vec<&Diagnostic> =
        problems.iter().filter(|one| !is_of_the_input(&one.code)).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
}

/// Problems that a file still has when it is written again: they belong to what it holds.
fn is_of_the_input(code: &str) -> bool {
    ["qda-source-missing", "qda-source-outside"].contains(&code)
}

#[test]
fn three_forms_of_one_project_are_one_project() {
    let Some(plain) = shared("sample-kk-ru.qdpx") else { return };
    let (plain, problems) = read(&plain, "plain.qdpx");
    let plain = plain.expect("a project");
    assert_eq!(codes(&problems), Vec::<&str>::new(), "{problems:?}");
    let found = quotations(&plain);
    assert_eq!(found.len(), 14);
    assert_eq!(found[5], ["concept-kk", "1,2 млрд теңге", "Measure / Measure: money", "Coder One"]);
    for source in &plain.sources {
        let Source::Text(text) = source else { panic!("a text") };
        for one in &text.selections {
            let Place::Span(span) = one.place else { panic!("a span") };
            assert_eq!(span.anchor, Anchor::Exact);
        }
    }
    for (name, told) in
        [("sample-kk-ru-bom.qdpx", &[][..]), ("sample-kk-ru-crlf.qdpx", &["qda-counting"; 2])]
    {
        let Some(bytes) = shared(name) else { return };
        let (other, problems) = read(&bytes, name);
        assert_eq!(codes(&problems), told, "{name}");
        let other = other.expect("a project");
        assert_eq!(quotations(&other), found, "{name}");
        assert_eq!((&other.sources, &other.codes), (&plain.sources, &plain.codes), "{name}");
    }
}

#[test]
fn a_project_of_all_kinds_comes_back_whole() {
    for name in ["sample-kk-ru.qdpx", "sample-kk-ru-bom.qdpx", "sample-kk-ru-crlf.qdpx"] {
        let Some(bytes) = shared(name) else { return };
        let project = read(&bytes, name).0.expect("a project");
        let written = write_project(&project, name).expect("written");
        assert_eq!(written.losses, [], "{name}");
        assert_eq!(read(&written.bytes, name).0.as_ref(), Some(&project), "{name}");
        goes_round(&project, name);
    }
}

#[test]
fn the_example_of_the_standard_is_read_without_its_sources() {
    let Some(bytes) = shared("atlasti-standard-project-qde-only.qdpx") else { return };
    let (project, problems) = read(&bytes, "a.qdpx");
    let project = project.expect("a project");
    assert_eq!((project.codes.len(), project.users.len(), project.notes.len()), (14, 3, 2));
    assert_eq!((project.sources.len(), project.sets.len(), project.graphs.len()), (12, 16, 1));
    let missing = problems.iter().filter(|one| one.code == "qda-source-missing").count();
    let outside = problems.iter().filter(|one| one.code == "qda-source-outside").count();
    assert_eq!(missing + outside, problems.len(), "{problems:?}");
    assert!(missing > 15 && outside == 3, "{missing} {outside}");
    assert!(problems.iter().all(|one| one.line > 0 && one.file == "a.qdpx/Project.qde"));
    // Codes and quotations stay without the texts; a coding of a page and its words counts once.
    let found = quotations(&project);
    assert!(found.contains(&[
        "Simon.docx".into(),
        "I did try the gluten free bread, but it was always so soggy,".into(),
        "Feelings".into(),
        "Friedrich Markgraf".into(),
    ]));
    assert_eq!(found.iter().filter(|one| one[1] == "granola").count(), 1);
    goes_round(&project, "a.qdpx");
    let written = write_project(&project, "a.qdpx").expect("written");
    assert!(read(&written.bytes, "a.qdpx").0 == Some(project));
}

#[test]
fn a_codebook_comes_back_and_names_what_it_does_not_hold() {
    let Some(bytes) = shared("sample-codebook-kk-ru.qdc") else { return };
    let (project, problems) = read(&bytes, "a.qdc");
    let project = project.expect("a codebook");
    assert_eq!(problems, []);
    assert_eq!(project.codes[0].codes[0].name, "Қаржыландыру (treasure)");
    assert_eq!(project.sets[0].codes, [project.codes[0].codes[0].guid]);
    let written = write_codebook(&project, "a.qdc").expect("written");
    assert_eq!(written.losses, []);
    assert_eq!(read(&written.bytes, "a.qdc").0, Some(project));

    let Some(bytes) = shared("sample-kk-ru.qdpx") else { return };
    let project = read(&bytes, "a.qdpx").0.expect("a project");
    let written = write_codebook(&project, "a.qdc").expect("written");
    let kinds: Vec<&str> = written.losses.iter().map(|one| one.args[0].1.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "user",
            "user",
            "variable",
            "variable",
            "case",
            "source",
            "source",
            "note",
            "note",
            "members-of-set",
            "description",
            "head"
        ]
    );
    let book = read(&written.bytes, "a.qdc").0.expect("a codebook");
    assert_eq!((book.codes, book.sets.len()), (project.codes.clone(), 0));
    let kept = loss::of_qualcoder(&project, "a.qdpx");
    assert_eq!(kept.iter().filter(|one| one.args[0].1 == "color").count(), 8);
}

#[test]
fn tables_of_a_project_count_what_was_coded() {
    let Some(bytes) = shared("sample-kk-ru.qdpx") else { return };
    let project = read(&bytes, "a.qdpx").0.expect("a project");
    let counts = tables::counts(&project);
    let column = |name: &str| counts.head.iter().position(|one| one == name).expect("a column");
    let deadline = column("Measure / Measure: deadline");
    assert_eq!(counts.rows[0][deadline], "2");
    assert_eq!(counts.rows[0][column("Instruments / Treasure (funding)")], "0");
    assert_eq!(tables::matrix(&project).rows[1][deadline], "1");
    assert!(!counts.head.contains(&"Measure".to_owned()), "a group cannot be given");
    let sum: u64 = counts.rows.iter().flatten().filter_map(|cell| cell.parse::<u64>().ok()).sum();
    assert_eq!(sum, 14);
    let pairs = tables::co_occurrence(&project);
    // Two coders on two texts: four segments, and nothing overlaps.
    let money = pairs.rows.iter().position(|row| row[0].ends_with("money")).expect("a row");
    assert_eq!(pairs.rows[money][money + 1], "4");
    assert_eq!(pairs.rows[money].iter().filter(|cell| *cell == "0").count(), 3);
}
