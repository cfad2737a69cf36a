//! Projects that copies of a study send each other.

use std::fs;

use crate::store::{Desk, PROJECT, word_with};
use crate::workbooks::{copy, of};

fn guid(end: &str) -> String {
    format!("00000000-0000-0000-0000-0000000000{end}")
}

/// The project with a memo on what both coders marked.
fn noted(memo: &str) -> String {
    let head = "startPosition=\"44\" endPosition=\"66\">";
    PROJECT.replace(head, &format!("{head}<Description>{memo}</Description>"))
}

#[test]
fn what_a_project_says_otherwise_is_taken_or_told() {
    let desk = Desk::with_study();
    let come = |project: &str| {
        desk.write("theirs.qde", project.as_bytes());
        desk.daryn(&["import", "theirs.qde", "study", "--format", "json"]).ends(0)
    };
    let told = |project: &str| {
        let codes = come(project).codes();
        codes.into_iter().filter(|code| !code.starts_with("qda-")).collect::<Vec<_>>()
    };
    let usual = "store-import-unplaced".to_owned();
    // A memo that was changed there alone.
    assert_eq!(told(&noted("theirs")), std::slice::from_ref(&usual));
    assert_eq!(of(&desk, "Anna"), ["measures.return [Scientist] theirs"]);
    assert_eq!(told(&noted("again")), std::slice::from_ref(&usual));
    assert_eq!(of(&desk, "Anna"), ["measures.return [Scientist] again"]);
    assert!(come(&noted("again")).err.contains("nothing in it is new"));
    // Another code, another coder, other words, and one that is not there.
    let first = format!("targetGUID=\"{}\"", guid("c2"));
    let at = PROJECT.rfind("<Sources>").expect("sources");
    let (head, sources) = PROJECT.split_at(at);
    let other = format!(
        "{head}{}",
        sources.replacen(&first, &format!("targetGUID=\"{}\"", guid("c4")), 1).replacen(
            &format!("creatingUser=\"{}\"", guid("a1")),
            &format!("creatingUser=\"{}\"", guid("a2")),
            1
        )
    );
    let gone = other.find(&format!("<Coding guid=\"{}\"", guid("b3"))).expect("a coding");
    let end = gone + other[gone..].find("</Coding>").expect("its end") + "</Coding>".len();
    let other = format!("{}{}", &other[..gone], &other[end..]);
    let other = other.replace("endPosition=\"66\"", "endPosition=\"71\"");
    let other =
        other.replace("name=\"Scientists return home\"", "name=\"Scientists return home and \"");
    let codes = told(&other);
    let count = |code: &str| codes.iter().filter(|one| *one == code).count();
    assert_eq!((count("store-import-differs"), count("store-import-absent")), (3, 1), "{codes:?}");
    assert_eq!(desk.codings().len(), 2);
}

#[test]
fn the_same_coding_by_another_id_is_known() {
    let desk = Desk::with_study();
    let other = PROJECT.replace(&guid("b2"), &guid("92")).replace(&guid("b1"), &guid("91"));
    desk.write("theirs.qde", other.as_bytes());
    let ran = desk.daryn(&["import", "theirs.qde", "study", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["new"]["codings"], 0, "{}", ran.out);
    assert_eq!(of(&desk, "Anna").len(), 1);
    let given = || {
        desk.daryn(&["export", "study", "--to", "a.qdpx"]).ends(0);
        let text = String::from_utf8_lossy(&desk.read("a.qdpx")).into_owned();
        (text.contains(&guid("b2")), text.contains(&guid("92")))
    };
    assert_eq!(given(), (true, false));
    desk.daryn(&["codings", "study", "--drop", &guid("b2")]).ends(0);
    desk.daryn(&["import", "theirs.qde", "study"]).ends(0);
    assert_eq!((of(&desk, "Anna").len(), given()), (0, (false, false)));
    // Without the first one, the other is one of its own.
    desk.daryn(&["undo", "study"]).ends(0);
    desk.daryn(&["undo", "study", "1"]).ends(0);
    desk.daryn(&["import", "theirs.qde", "study"]).ends(0);
    assert_eq!(of(&desk, "Anna").len(), 1);
}

#[test]
fn places_in_a_text_of_another_form_stay() {
    let desk = Desk::with_study();
    // A table, which is none in plain text; what is coded stands in its cells, too.
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |words: &str| format!("<w:tr>{}{}</w:tr>", cell("the same words here"), cell(words));
    let rest = format!(
        "</w:t></w:r></w:p><w:tbl>{}</w:tbl><w:p><w:r><w:t>The last words.",
        row("Scientists come home").repeat(4)
    );
    let document = word_with("Scientists come home", &rest, "Dana", "aims.return");
    fs::write(desk.path("study/texts/law-2.docx"), &document).expect("written");
    copy(&desk.path("study"), &desk.path("copy"));
    desk.write("law-2.docx", &document);
    desk.daryn(&["import", "law-2.docx", "study"]).ends(0);
    assert_eq!(of(&desk, "Dana").len(), 1);
    desk.daryn(&["export", "study", "--to", "a.qdpx"]).ends(0);
    desk.daryn(&["import", "a.qdpx", "copy"]).ends(0);
    let of = |study: &str| {
        let ran = desk.daryn(&["codings", study, "--format", "json"]).ends(0);
        let own = ran.out.lines().find(|line| line.contains("\"Dana\"")).map(str::to_owned);
        let mut own: serde_json::Value =
            serde_json::from_str(&own.unwrap_or_else(|| panic!("{}", ran.out))).expect("JSON");
        // A project has no versions of codebooks.
        own["version"] = serde_json::Value::Null;
        own
    };
    let (before, mut after) = (of("study"), of("copy"));
    // A comment is on words; that these are a passage is seen where they come in.
    assert!(after["passage"].is_string(), "{after}");
    after["passage"] = before["passage"].clone();
    assert_eq!(after, before);
}
