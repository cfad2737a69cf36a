//! Workbooks that come back more than once, after texts changed, and from several people.

use std::fs;
use std::path::Path;

use serde_json::Value;

#[cfg(unix)]
use crate::sample::command;
use crate::store::{Desk, PROJECT, typed, typed_on, without, word_with};

/// What a coder gave, with the words and the memo.
pub(crate) fn of(desk: &Desk, coder: &str) -> Vec<String> {
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let own = desk.codings().into_iter().filter(|one| one["coder"] == coder);
    let shown = |one: &Value| {
        let first: String = text(one, "quote").chars().take(9).collect();
        format!("{} [{first}] {}", text(one, "code"), text(one, "memo"))
    };
    own.map(|one| shown(&one)).collect()
}

/// How many codings are to be looked at.
fn to_review(desk: &Desk) -> usize {
    desk.daryn(&["codings", "study", "--review", "--format", "json"]).ends(0).out.lines().count()
}

#[test]
fn the_same_workbook_comes_back_after_more_work() {
    let desk = Desk::with_study();
    desk.daryn(&["export", "study", "--to", "out.xlsx", "--coder", "Cara"]).ends(0);
    let out = desk.read("out.xlsx");
    let come = |cells: &[(&str, &str)]| {
        desk.write("out.xlsx", &typed(&out, cells));
        desk.daryn(&["import", "out.xlsx", "study", "--format", "json"]).ends(0)
    };
    let (aim, measure) = ("aims.return", "measures.return");
    come(&[("E2", aim), ("E3", aim), ("H3", "draft"), ("E4", aim), ("H4", "note")]);
    assert_eq!(of(&desk, "Cara").len(), 3);
    let ran = come(&[("E2", measure), ("E3", aim), ("H3", "final"), ("H4", "note")]);
    assert_eq!(ran.codes(), [""; 0], "nobody else changed anything: {}", ran.out);
    let after =
        ["measures.return [😀 The fir] ".to_owned(), "aims.return [Scientist] final".to_owned()];
    assert_eq!(of(&desk, "Cara"), after);
    // What it said last is undone with the rest.
    desk.daryn(&["undo", "study"]).ends(0);
    assert_eq!(of(&desk, "Cara").len(), 3);
    come(&[("E2", measure), ("E3", aim), ("H3", "final"), ("H4", "note")]);
    assert_eq!(of(&desk, "Cara"), after);
    // Taken back and given again.
    come(&[]);
    assert_eq!(of(&desk, "Cara"), [""; 0]);
    come(&[("E3", aim)]);
    assert_eq!(of(&desk, "Cara"), ["aims.return [Scientist] "]);
    let ran = come(&[("E3", aim)]);
    assert_eq!(ran.codes(), ["store-import-known"]);
}

#[test]
fn a_workbook_comes_back_to_a_text_that_changed() {
    let desk = Desk::with_study();
    desk.daryn(&["export", "study", "--to", "out.xlsx", "--coder", "Cara"]).ends(0);
    let cells = [("E2", "aims.return"), ("E3", "aims.return"), ("E4", "aims.return")];
    desk.write("first.xlsx", &typed(&desk.read("out.xlsx"), &cells));
    desk.daryn(&["import", "first.xlsx", "study"]).ends(0);
    desk.daryn(&["export", "study", "--to", "second.xlsx", "--coder", "Cara"]).ends(0);
    let text = desk.text("study/texts/law-1.txt");
    let text = text.replace("The last line.", "Something else is said here by now, at length.");
    desk.write("study/texts/law-1.txt", format!("A new beginning.\n\n{text}").as_bytes());
    assert_eq!((of(&desk, "Cara").len(), to_review(&desk)), (2, 1));
    // One is taken back, one gets a note, and so does the one that is to be looked at.
    let second = without(&desk.read("second.xlsx"), "E3");
    desk.write("second.xlsx", &typed(&second, &[("H2", "важно"), ("H4", "look")]));
    let ran = desk.daryn(&["import", "second.xlsx", "study", "--format", "json"]).ends(0);
    assert_eq!(ran.codes(), [""; 0], "{}", ran.out);
    assert_eq!(of(&desk, "Cara"), ["aims.return [😀 The fir] важно"]);
    let review = desk.daryn(&["codings", "study", "--review", "--format", "json"]).ends(0);
    assert_eq!(review.out.lines().count(), 1, "{}", review.out);
    assert!(review.out.contains("\"memo\":\"look\""), "{}", review.out);
    // A new code of an old workbook stands where its passage stands today.
    let cells = [("E3", "measures.return"), ("E2", "aims.return"), ("E4", "aims.return")];
    desk.write("first.xlsx", &typed(&desk.read("out.xlsx"), &cells));
    desk.daryn(&["import", "first.xlsx", "study"]).ends(0);
    assert_eq!(
        of(&desk, "Cara"),
        ["aims.return [😀 The fir] важно", "measures.return [Scientist] "]
    );
    let starts: Vec<Value> = desk.codings().iter().map(|one| one["start"].clone()).collect();
    assert_eq!((starts[0].clone(), starts[3].clone()), (17.into(), 59.into()));
    assert_eq!(to_review(&desk), 1);
}

#[test]
fn all_codings_of_one_person_with_one_code_on_a_passage_are_one() {
    let desk = Desk::new();
    let user = "<User guid=\"00000000-0000-0000-0000-0000000000a3\" name=\"Cara\"/></Users>";
    let twice = |guid: &str| {
        format!(
            "<PlainTextSelection guid=\"00000000-0000-0000-0000-0000000000{guid}1\" \
             startPosition=\"44\" endPosition=\"83\">\
             <Coding guid=\"00000000-0000-0000-0000-0000000000{guid}2\" \
             creatingUser=\"00000000-0000-0000-0000-0000000000a3\">\
             <CodeRef targetGUID=\"00000000-0000-0000-0000-0000000000c4\"/></Coding>\
             </PlainTextSelection><VariableValue>"
        )
    };
    let both = format!("{}{}", twice("7").replace("<VariableValue>", ""), twice("8"));
    let project = PROJECT.replace("</Users>", user).replace("<VariableValue>", &both);
    desk.write("project.qde", project.as_bytes());
    desk.daryn(&["import", "project.qde", "study"]).ends(0);
    assert_eq!(of(&desk, "Cara").len(), 2);
    desk.daryn(&["export", "study", "--to", "out.xlsx", "--coder", "Cara"]).ends(0);
    let out = desk.read("out.xlsx");
    desk.write("out.xlsx", &typed(&out, &[("H3", "why")]));
    desk.daryn(&["import", "out.xlsx", "study"]).ends(0);
    assert_eq!(of(&desk, "Cara"), ["aims.return [Scientist] why"; 2]);
    desk.write("out.xlsx", &without(&out, "E3"));
    desk.daryn(&["import", "out.xlsx", "study"]).ends(0);
    assert_eq!(of(&desk, "Cara"), [""; 0]);
}

#[test]
fn a_memo_belongs_to_the_same_words_that_were_marked_elsewhere() {
    let desk = Desk::with_study();
    let document = word_with("Scientists return home and teach there.", "", "Cara", "aims.return");
    desk.write("law-1.docx", &document);
    desk.daryn(&["export", "study", "--to", "out.xlsx", "--coder", "Cara"]).ends(0);
    desk.daryn(&["import", "law-1.docx", "study"]).ends(0);
    let out = typed(&desk.read("out.xlsx"), &[("E3", "aims.return"), ("H3", "why")]);
    desk.write("out.xlsx", &out);
    let ran = desk.daryn(&["import", "out.xlsx", "study", "--format", "json"]).ends(0);
    assert_eq!((&ran.json()["noted"], ran.codes()), (&1.into(), vec![]), "{}", ran.out);
    assert_eq!(of(&desk, "Cara"), ["aims.return [Scientist] why"]);
    // It stands in the next workbook, as what it is: a coding of the passage.
    desk.daryn(&["export", "study", "--to", "next.xlsx", "--coder", "Cara"]).ends(0);
    desk.write("next.xlsx", &without(&desk.read("next.xlsx"), "E3"));
    desk.daryn(&["import", "next.xlsx", "study"]).ends(0);
    assert_eq!(of(&desk, "Cara"), [""; 0]);
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).expect("copied")),
        }
    }
}

#[test]
fn copies_of_a_study_get_the_same_coding_of_the_same_workbook() {
    let desk = Desk::with_study();
    desk.daryn(&["export", "study", "--to", "out.xlsx", "--coder", "Cara"]).ends(0);
    desk.write("done.xlsx", &typed(&desk.read("out.xlsx"), &[("E3", "aims.return")]));
    copy(&desk.path("study"), &desk.path("copy"));
    desk.daryn(&["import", "done.xlsx", "copy"]).ends(0);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    desk.daryn(&["import", "done.xlsx", "study"]).ends(0);
    desk.daryn(&["export", "copy", "--to", "b.qdpx"]).ends(0);
    desk.daryn(&["import", "b.qdpx", "study"]).ends(0);
    assert_eq!(of(&desk, "Cara"), ["aims.return [Scientist] "]);
}

#[test]
fn a_workbook_of_two_people_comes_back_from_each() {
    let desk = Desk::with_study();
    let coders = ["--coder", "Cara", "--coder", "Dana"];
    desk.daryn(&[&["export", "study", "--to", "out.xlsx"][..], &coders].concat()).ends(0);
    let out = desk.read("out.xlsx");
    desk.write("cara.xlsx", &typed(&out, &[("E2", "aims.return"), ("E3", "aims.return")]));
    desk.write("dana.xlsx", &typed_on(2, &out, &[("E3", "aims.return")]));
    desk.daryn(&["import", "cara.xlsx", "study"]).ends(0);
    let ran = desk.daryn(&["import", "dana.xlsx", "study", "--format", "json"]).ends(0);
    assert!(ran.codes().contains(&"store-import-untouched".to_owned()), "{}", ran.out);
    assert_eq!((of(&desk, "Cara").len(), of(&desk, "Dana").len()), (2, 1));
    desk.write("cara.xlsx", &typed(&out, &[("E3", "aims.return")]));
    desk.daryn(&["import", "cara.xlsx", "study"]).ends(0);
    assert_eq!((of(&desk, "Cara").len(), of(&desk, "Dana").len()), (1, 1));
}

#[test]
fn what_a_supervisor_decides_names_its_coding_and_stays() {
    let desk = Desk::with_study();
    let review = |cells: &[(&str, &str)]| {
        let to = ["--to", "review.xlsx", "--for", "review", "--supervisor", "Prof"];
        let asked = ["--coder", "Anna", "--coder", "Anna (00000000)"];
        desk.daryn(&[&["export", "study"][..], &to, &asked].concat()).ends(0);
        desk.write("review.xlsx", &typed(&desk.read("review.xlsx"), cells));
        desk.daryn(&["import", "review.xlsx", "study", "--format", "json"]).ends(0);
        desk.daryn(&["export", "study", "--to", "a.qdpx"]).ends(0);
        String::from_utf8_lossy(&desk.read("a.qdpx")).into_owned()
    };
    let first = "+ aims.return (Anna (00000000))\n− measures.return (Anna)";
    let told = review(&[("H2", "yes"), ("H3", "no")]);
    assert!(told.contains(first), "{told}");
    let told = review(&[("H2", "yes"), ("J2", "again")]);
    let second = format!("{first}\n+ aims.return (Anna (00000000)): again");
    assert!(told.contains(&second), "{told}");
}

#[test]
fn every_export_tells_what_is_to_be_looked_at() {
    let desk = Desk::with_study();
    let text = desk.text("study/texts/law-1.txt");
    desk.write("study/texts/law-1.txt", text.replace("Scientists", "Nobody").as_bytes());
    assert_eq!(to_review(&desk), 2);
    let review: &[&str] = &["--for", "review"];
    for (file, more) in
        [("a.xlsx", &[][..]), ("b.xlsx", review), ("c.jsonl", &[]), ("d.csv", &[]), ("e.qdpx", &[])]
    {
        let ran = desk.daryn(&[&["export", "study", "--to", file][..], more].concat()).ends(0);
        assert!(ran.err.contains("must look at") && ran.err.contains(": 2"), "{file}: {}", ran.err);
    }
}

#[test]
fn a_highlight_that_was_dropped_comes_back_when_its_document_does() {
    let desk = Desk::with_study();
    let words =
        "Scientists</w:t></w:r><w:r><w:rPr><w:highlight w:val=\"red\"/></w:rPr><w:t> return home";
    let document = word_with(words, " and teach there.", "Dana", "aims.return");
    desk.write("law-1.docx", &document);
    let come = || desk.daryn(&["import", "law-1.docx", "study", "--coder", "Eve"]).ends(0);
    let ids = || {
        let own = desk.codings().into_iter().filter(|one| one["coder"] == "Eve");
        own.map(|one| one["id"].as_str().expect("an id").to_owned()).collect::<Vec<_>>()
    };
    come();
    let [first] = &ids()[..] else { panic!("{:?}", desk.quotes()) };
    desk.daryn(&["codings", "study", "--drop", first]).ends(0);
    come();
    assert_eq!(ids().len(), 1);
    assert!(come().err.contains("nothing in it is new"));
    assert_eq!(ids().len(), 1);
    desk.daryn(&["codings", "study", "--drop", &ids()[0]]).ends(0);
    come();
    assert_eq!(ids().len(), 1);
    // A comment tells when it was made, so that it is known as the one that was dropped.
    assert_eq!(of(&desk, "Dana").len(), 1);
    let own = desk.codings().into_iter().find(|one| one["coder"] == "Dana").expect("a coding");
    desk.daryn(&["codings", "study", "--drop", own["id"].as_str().expect("an id")]).ends(0);
    come();
    assert_eq!(of(&desk, "Dana").len(), 0);
}

/// A study in a folder that nobody may write to is read, and told from one that may be written.
#[cfg(unix)]
#[test]
fn a_study_that_cannot_be_written_is_read() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;

    let desk = Desk::with_study();
    // A name that stands in no address as it is.
    let name = "study 1? #ғ%41";
    fs::rename(desk.path("study"), desk.path(name)).expect("renamed");
    desk.daryn(&["codings", name]).ends(0);
    let text = desk.path(name).join("texts/law-1.txt");
    let words = fs::read_to_string(&text).expect("read");
    fs::write(&text, format!("A new beginning.\n\n{words}")).expect("written");
    let may = |mode: u32| {
        let mode = || fs::Permissions::from_mode(mode);
        fs::set_permissions(desk.path(name), mode()).expect("set");
    };
    fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
    let first = guid_of_first(&desk, name);
    fs::write(&text, format!("A newer beginning.\n\n{words}")).expect("written");
    may(0o555);
    // Whoever runs tests as the one who may do anything runs this as somebody else.
    let is_root = fs::write(desk.path(name).join("probe"), "").is_ok();
    let run = |arguments: &[&str]| {
        let mut command = command(desk.folder.path(), arguments);
        if is_root {
            command.uid(65534).gid(65534);
        }
        let out = command.output().expect("it runs");
        (
            out.status.code(),
            [out.stdout, out.stderr].map(|b| String::from_utf8_lossy(&b).into_owned()),
        )
    };
    let (code, [out, err]) = run(&["codings", name, "--format", "json"]);
    assert_eq!((code, out.matches("\"start\":61").count()), (Some(0), 2), "{out}{err}");
    assert!(err.contains("texts changed"), "{err}");
    let (code, [out, err]) = run(&["history", name]);
    assert_eq!((code, out.lines().count()), (Some(0), 2), "{out}{err}");
    let to = tempfile::tempdir().expect("a folder");
    fs::set_permissions(to.path(), fs::Permissions::from_mode(0o777)).expect("set");
    let file = to.path().join("a.csv");
    let (code, said) = run(&["export", name, "--to", file.to_str().expect("a name")]);
    assert_eq!(code, Some(0), "{said:?}");
    assert!(fs::read_to_string(&file).expect("written").contains("Scientists return home"));
    let (code, said) = run(&["codings", name, "--drop", &first]);
    assert_eq!(code, Some(1), "{said:?}");
    may(0o755);
}

#[cfg(unix)]
fn guid_of_first(desk: &Desk, study: &str) -> String {
    let ran = desk.daryn(&["export", study, "--to", "ids.jsonl"]).ends(0);
    let line = desk.text("ids.jsonl").lines().next().map(str::to_owned);
    let line: Value = serde_json::from_str(&line.unwrap_or(ran.err)).expect("JSON");
    line["id"].as_str().expect("an id").to_owned()
}

#[test]
fn rules_need_no_store() {
    let desk = Desk::with_study();
    desk.write("study/codings.db", b"nonsense");
    let rules = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../codebooks/intellectual-migration.rules.toml");
    let rules = rules.to_str().expect("a name");
    desk.daryn(&["code", "study", "--rules", rules, "--format", "json"]).ends(0);
}

#[test]
fn problems_of_codings_name_the_file_that_the_study_has() {
    let desk = Desk::with_study();
    let codebook = desk.text("study/codebook.toml").replace("aims.return", "aims.home");
    desk.write("study/codebook.toml", codebook.as_bytes());
    let ran = desk.daryn(&["check", "study", "--format", "json"]);
    let problems = ran.json();
    let problems = problems["diagnostics"].as_array().expect("problems").iter();
    let own: Vec<&Value> = problems
        .filter(|one| one["code"].as_str().is_some_and(|c| c.starts_with("codings-")))
        .collect();
    assert!(!own.is_empty(), "{}", ran.out);
    assert!(own.iter().all(|one| one["file"] == "codings.db" && one["line"] != 1), "{own:?}");
}

#[test]
fn what_was_refused_was_not_taken_in_before() {
    let desk = Desk::with_study();
    desk.daryn(&["export", "study", "--to", "out.xlsx", "--coder", "Cara"]).ends(0);
    desk.write("out.xlsx", &typed(&desk.read("out.xlsx"), &[("E3", "aims.retrun")]));
    let ran = desk.daryn(&["import", "out.xlsx", "study", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["sheet-unknown-code"]);
}
