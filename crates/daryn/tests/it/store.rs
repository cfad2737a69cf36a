//! Codings of people: taken in, given away, undone, found again in texts that changed.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;
use tempfile::TempDir;

use crate::sample::{Ran, command, daryn, shared};

/// A project with what makes trouble: an emoji, two coders of one name, equal names of codes under
/// different parents, a source that is not there, a span outside of its text.
pub(crate) const PROJECT: &str = r##"<Project xmlns="urn:QDA-XML:project:1.0" name="Sample" origin="Other 1.0">
<Users><User guid="00000000-0000-0000-0000-0000000000a1" name="Anna"/>
<User guid="00000000-0000-0000-0000-0000000000a2" name="Anna"/></Users>
<CodeBook><Codes>
<Code guid="00000000-0000-0000-0000-0000000000c1" name="Measures" isCodable="false">
<Code guid="00000000-0000-0000-0000-0000000000c2" name="Return" isCodable="true" color="#F00"/></Code>
<Code guid="00000000-0000-0000-0000-0000000000c3" name="Aims" isCodable="false">
<Code guid="00000000-0000-0000-0000-0000000000c4" name="Return" isCodable="true"/></Code>
</Codes></CodeBook>
<Variables><Variable guid="00000000-0000-0000-0000-0000000000f1" name="Year" typeOfVariable="Integer"/></Variables>
<Sources>
<TextSource guid="00000000-0000-0000-0000-0000000000d1" name="Law 1.txt"><PlainTextContent>&#x1F600; The first line is about something else.

Scientists return home and teach there.

The last line.</PlainTextContent>
<PlainTextSelection guid="00000000-0000-0000-0000-0000000000b1" name="Scientists return home" startPosition="44" endPosition="66">
<Coding guid="00000000-0000-0000-0000-0000000000b2" creatingUser="00000000-0000-0000-0000-0000000000a1" creationDateTime="2026-01-15T09:00:00Z"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c2"/></Coding>
<Coding guid="00000000-0000-0000-0000-0000000000b3" creatingUser="00000000-0000-0000-0000-0000000000a2"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c4"/></Coding>
</PlainTextSelection>
<PlainTextSelection guid="00000000-0000-0000-0000-0000000000b4" startPosition="500" endPosition="600">
<Coding guid="00000000-0000-0000-0000-0000000000b5"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c2"/></Coding></PlainTextSelection>
<VariableValue><VariableRef targetGUID="00000000-0000-0000-0000-0000000000f1"/><IntegerValue>2007</IntegerValue></VariableValue>
</TextSource>
<TextSource guid="00000000-0000-0000-0000-0000000000d2" name="Gone" plainTextPath="internal://gone.txt">
<PlainTextSelection guid="00000000-0000-0000-0000-0000000000b6" name="what was quoted" startPosition="3" endPosition="18">
<Coding guid="00000000-0000-0000-0000-0000000000b7"><CodeRef targetGUID="00000000-0000-0000-0000-0000000000c2"/></Coding></PlainTextSelection></TextSource>
</Sources>
</Project>"##;

/// A folder with a project, and studies made of it.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().expect("a folder") };
        desk.write("project.qde", PROJECT.as_bytes());
        desk
    }

    pub(crate) fn with_study() -> Desk {
        let desk = Desk::new();
        desk.daryn(&["import", "project.qde", "study"]).ends(0);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).expect("written");
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub(crate) fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name)).expect("UTF-8")
    }

    pub(crate) fn daryn(&self, arguments: &[&str]) -> Ran {
        daryn(self.folder.path(), arguments)
    }

    /// The codings of the study, one by one.
    pub(crate) fn codings(&self) -> Vec<Value> {
        lines(&self.daryn(&["codings", "study", "--format", "json"]).ends(0))
    }

    pub(crate) fn quotes(&self) -> Vec<String> {
        let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
        self.codings()
            .iter()
            .map(|one| {
                format!("{} {} {}", text(one, "code"), text(one, "coder"), text(one, "quote"))
            })
            .collect()
    }
}

pub(crate) fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_project_makes_a_study_and_what_is_wrong_with_it_is_told() {
    let desk = Desk::new();
    let told = desk.daryn(&["import", "project.qde", "study", "--format", "json"]).ends(0);
    let summary = told.json();
    for (name, count) in [
        ("codes", 4),
        ("coders", 2),
        ("documents", 2),
        ("codings", 4),
        ("variables", 1),
        ("used", 2),
        ("unplaced", 2),
    ] {
        assert_eq!(summary[name], count, "{name}: {}", told.out);
    }
    let codes = told.codes();
    for code in ["qda-user-twice", "qda-source-missing", "qda-unanchored", "store-import-unplaced"]
    {
        assert!(codes.iter().any(|one| one == code), "{code}: {codes:?}");
    }
    assert!(desk.text("study/documents.csv").contains("\nlaw-1,"));
    assert!(desk.text("study/texts/law-1.txt").starts_with("😀 The first"));
    // Equal names under different parents are two codes.
    let codebook = desk.text("study/codebook.toml");
    assert!(
        codebook.contains("id = \"measures.return\"") && codebook.contains("id = \"aims.return\"")
    );
    assert_eq!(
        desk.quotes(),
        [
            "aims.return Anna (00000000) Scientists return home",
            "measures.return Anna Scientists return home"
        ]
    );
    // daryn knows its own files, and codes its texts.
    let told = desk.daryn(&["check", "study", "--format", "json"]).ends(1).codes();
    assert!(!told.contains(&"unnamed-file".to_owned()), "{told:?}");
    let told = desk.daryn(&["code", "study", "--format", "json"]).ends(1).codes();
    assert_eq!(told, ["coding-study-rules"], "codes that came have no rules");
    let rules = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../codebooks/intellectual-migration.rules.toml");
    let rules = rules.to_str().expect("a name");
    let coded = desk.daryn(&["code", "study", "--rules", rules, "--format", "json"]).ends(0);
    assert!(lines(&coded).iter().all(|line| line["document"] == "law-1"), "{}", coded.out);
}

#[test]
fn an_export_is_the_same_after_it_went_through_another_study() {
    let desk = Desk::with_study();
    desk.daryn(&["export", "study", "--to", "a.qdpx"]).ends(0);
    desk.daryn(&["import", "a.qdpx", "other"]).ends(0);
    desk.daryn(&["export", "other", "--to", "b.qdpx"]).ends(0);
    assert!(desk.read("a.qdpx") == desk.read("b.qdpx"));
    // Twice is once, and told.
    let before = desk.codings();
    let again = desk.daryn(&["import", "a.qdpx", "study", "--format", "json"]).ends(0);
    assert!(again.err.contains("nothing in it is new"), "{}", again.err);
    assert_eq!(again.json()["new"]["codings"], 0);
    assert_eq!(desk.codings(), before);
    assert_eq!(
        desk.daryn(&["history", "study", "--format", "json"])
            .json()
            .as_array()
            .expect("events")
            .len(),
        1
    );
    // A codebook alone is a loss, and told.
    let codes = desk.daryn(&["export", "study", "--to", "c.qdc"]).ends(0);
    assert!(codes.err.contains("is not in the file"), "{}", codes.err);
    desk.daryn(&["import", "c.qdc", "codes"]).ends(0);
    assert_eq!(desk.text("codes/codebook.toml").matches("[[code]]").count(), 4);
}

#[test]
fn a_text_without_a_row_gets_one_when_it_comes_again() {
    let desk = Desk::with_study();
    // As an import leaves it that is killed between its files.
    let rows = desk.text("study/documents.csv");
    let head = rows.lines().next().expect("a head");
    desk.write("study/documents.csv", format!("{head}\n").as_bytes());
    fs::remove_file(desk.path("study/codings.db")).expect("removed");
    desk.daryn(&["import", "project.qde", "study"]).ends(0);
    assert_eq!(desk.text("study/documents.csv"), rows);
    assert_eq!(desk.codings()[0]["document"], "law-1");
}

#[test]
fn selections_in_another_version_of_a_text_are_looked_for() {
    let desk = Desk::with_study();
    let text = desk.text("study/texts/law-1.txt");
    desk.write("study/texts/law-1.txt", format!("A new beginning.\n\n{text}").as_bytes());
    let more = PROJECT
        .replace("00000000-0000-0000-0000-0000000000b3", "00000000-0000-0000-0000-0000000000b8");
    desk.write("more.qde", more.as_bytes());
    desk.daryn(&["import", "more.qde", "study"]).ends(0);
    let starts: Vec<Value> = desk.codings().iter().map(|one| one["start"].clone()).collect();
    assert_eq!(starts, [59, 59, 59]);
}

#[test]
fn what_was_done_is_shown_and_undone() {
    let desk = Desk::with_study();
    let undo =
        |event: &[&str]| desk.daryn(&[&["undo", "study"], event, &["--coder", "Bob"]].concat());
    let ran = undo(&[]).ends(0);
    assert!(ran.out.contains("event 1 of ") && ran.out.contains("codings now: 0"), "{}", ran.out);
    assert!(desk.codings().is_empty());
    assert!(undo(&[]).ends(1).err.contains("nothing to undo"));
    assert!(undo(&["1"]).ends(1).err.contains("undone already"));
    assert!(undo(&["7"]).ends(1).err.contains("there is no event 7"));
    undo(&["2"]).ends(0);
    assert_eq!(desk.codings().len(), 2);
    let events = desk.daryn(&["history", "study", "--format", "json"]).ends(0).json();
    let shown: Vec<String> = events
        .as_array()
        .expect("events")
        .iter()
        .map(|one| format!("{} {} {} {}", one["sequence"], one["kind"], one["who"], one["undone"]))
        .filter(|line| !line.starts_with('1'))
        .collect();
    assert_eq!(shown, ["2 \"undo\" \"Bob\" true", "3 \"undo\" \"Bob\" false"]);
    assert_eq!(events[0]["changes"]["codings"], 2);
    let talk = desk.daryn(&["history", "study", "--lang", "kk"]).ends(0).out;
    assert!(talk.contains("project.qde файлының импорты") && talk.lines().count() == 3, "{talk}");
    // After an undo the file can be taken in again; its texts are those that are there.
    undo(&["1"]).ends(0);
    desk.daryn(&["import", "project.qde", "study"]).ends(0);
    assert_eq!(desk.codings().len(), 2);
    assert_eq!(desk.text("study/documents.csv").lines().count(), 2);
    assert_eq!(desk.text("study/codebook.toml").matches("[[code]]").count(), 4);
}

#[test]
fn codings_follow_their_words_and_are_shown_where_these_are_gone() {
    let desk = Desk::with_study();
    let text = desk.text("study/texts/law-1.txt");
    desk.write("study/texts/law-1.txt", format!("A new beginning.\n\n{text}").as_bytes());
    let before = desk.codings();
    assert_eq!(before[0]["start"], 59);
    let other = text.replace("Scientists return home", "Scientists come home");
    desk.write("study/texts/law-1.txt", other.as_bytes());
    let ran = desk.daryn(&["codings", "study", "--review", "--format", "json"]).ends(0);
    let review = lines(&ran);
    assert_eq!(review.len(), 2, "{}", ran.err);
    assert_eq!(review[0]["quote"], "Scientists return home");
    assert!(desk.codings().is_empty());
    let table = desk.daryn(&["codings", "study", "--review"]).ends(0).out;
    assert_eq!(table.lines().count(), 3, "{table}");
    // Whatever was told: as the text becomes what it was, they are where they were.
    desk.write("study/texts/law-1.txt", text.as_bytes());
    assert_eq!(desk.codings()[0]["start"], 42);
    // One that nobody needs is taken back, and that is undone.
    let id = review[0]["id"].as_str().expect("an id");
    desk.daryn(&["codings", "study", "--drop", id]).ends(0);
    assert_eq!(desk.codings().len(), 1);
    desk.daryn(&["undo", "study"]).ends(0);
    assert_eq!(desk.codings().len(), 2);
    assert!(
        desk.daryn(&["codings", "study", "--drop", "none"]).ends(1).err.contains("has the id none")
    );
    // A text that is gone takes no coding with it.
    fs::remove_file(desk.path("study/texts/law-1.txt")).expect("removed");
    assert_eq!(lines(&desk.daryn(&["codings", "study", "--review", "--format", "json"])).len(), 2);
    desk.write("study/texts/law-1.txt", text.as_bytes());
    assert_eq!(desk.codings().len(), 2);
}

/// Changes the first sheet of a workbook.
fn edited(bytes: &[u8], change: impl Fn(&mut String)) -> Vec<u8> {
    edited_on(1, bytes, change)
}

/// Changes a sheet of a workbook.
fn edited_on(sheet: usize, bytes: &[u8], change: impl Fn(&mut String)) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let name = file.name().expect("a name").into_owned();
        let mut text = Vec::new();
        file.read_to_end(&mut text).expect("read");
        if name == format!("xl/worksheets/sheet{sheet}.xml") {
            let mut sheet = String::from_utf8(text).expect("UTF-8");
            change(&mut sheet);
            text = sheet.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        out.write_all(&text).expect("written");
    }
    out.finish().expect("written").into_inner()
}

/// Changes cells of a workbook as somebody who types into them does.
pub(crate) fn typed(bytes: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    typed_on(1, bytes, cells)
}

/// The same on another sheet.
pub(crate) fn typed_on(sheet: usize, bytes: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    edited_on(sheet, bytes, |sheet| {
        for (cell, words) in cells {
            let start = sheet.find(&format!("<c r=\"{cell}\"")).expect("a cell");
            let end = start + sheet[start..].find("/>").expect("an empty cell") + 2;
            let new = format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
            sheet.replace_range(start..end, &new);
        }
    })
}

/// Empties a cell of a workbook.
pub(crate) fn without(bytes: &[u8], cell: &str) -> Vec<u8> {
    edited(bytes, |sheet| {
        let start = sheet.find(&format!("<c r=\"{cell}\"")).expect("a cell");
        let end = start + sheet[start..].find("</c>").expect("a full cell") + 4;
        sheet.replace_range(start..end, "");
    })
}

#[test]
fn a_workbook_goes_out_and_comes_in() {
    let desk = Desk::with_study();
    desk.daryn(&["export", "study", "--to", "coding.xlsx", "--coder", "Cara"]).ends(0);
    let bytes = desk.read("coding.xlsx");
    desk.write(
        "done.xlsx",
        &typed(&bytes, &[("E3", "aims.return"), ("H3", "Сұрақ"), ("H4", "Read again")]),
    );
    let ran = desk.daryn(&["import", "done.xlsx", "study", "--format", "json"]).ends(0);
    let counts = ran.json();
    assert_eq!((&counts["codings"], &counts["memos"]), (&1.into(), &1.into()), "{}", ran.out);
    let quotes = desk.quotes();
    assert!(
        quotes.contains(&"aims.return Cara Scientists return home and teach there.".to_owned()),
        "{quotes:?}"
    );
    let own = desk.codings().into_iter().find(|one| one["coder"] == "Cara").expect("a coding");
    assert_eq!((&own["passage"], &own["memo"]), (&"p2".into(), &"Сұрақ".into()));
    assert!(own["time"].as_str().is_some_and(|time| time.ends_with('Z')));
    // Twice is once.
    let again = desk.daryn(&["import", "done.xlsx", "study"]).ends(0);
    assert!(again.err.contains("nothing in it is new"), "{}", again.err);
    assert_eq!(desk.codings().len(), 3);
    // What is taken back in a workbook that held it is taken back here, of this coder alone.
    desk.daryn(&["export", "study", "--to", "second.xlsx", "--coder", "Cara"]).ends(0);
    let second = desk.read("second.xlsx");
    let emptied = without(&second, "E3");
    desk.write("second-done.xlsx", &emptied);
    let ran = desk.daryn(&["import", "second-done.xlsx", "study", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["removed"], 1, "{}", ran.out);
    assert_eq!(desk.codings().len(), 2);
    desk.daryn(&["undo", "study"]).ends(0);
    assert_eq!(desk.codings().len(), 3);
    // All of it goes to other programs, and comes back.
    desk.daryn(&["export", "study", "--to", "a.qdpx"]).ends(0);
    desk.daryn(&["import", "a.qdpx", "other"]).ends(0);
    desk.daryn(&["export", "other", "--to", "b.qdpx"]).ends(0);
    assert!(desk.read("a.qdpx") == desk.read("b.qdpx"));
    assert!(desk.read("a.qdpx") != desk.read("project.qde"));
    desk.daryn(&["export", "study", "--to", "segments.csv"]).ends(0);
    assert!(
        desk.text("segments.csv").contains("Aims / Return,")
            && desk.text("segments.csv").contains(",Cara,")
    );
    desk.daryn(&["export", "study", "--to", "review.xlsx", "--for", "review"]).ends(0);
    let known = desk.daryn(&["import", "review.xlsx", "study"]).ends(0);
    assert!(known.err.contains("nothing in it is new"), "{}", known.err);
}

#[test]
fn codes_that_daryn_brings_along_stay_what_they_are() {
    let desk = Desk::new();
    desk.daryn(&["new", "study"]).ends(0);
    fs::create_dir(desk.path("study/texts")).expect("made");
    desk.write("study/texts/law.txt", "Ғалымдар елге оралады.\n".as_bytes());
    desk.daryn(&["export", "study", "--to", "coding.xlsx", "--coder", "Cara"]).ends(0);
    desk.write("done.xlsx", &typed(&desk.read("coding.xlsx"), &[("E2", "function.return")]));
    desk.daryn(&["import", "done.xlsx", "study"]).ends(0);
    desk.daryn(&["export", "study", "--to", "a.qdpx", "--lang", "kk"]).ends(0);
    for dir in ["study", "other"] {
        desk.daryn(&["import", "a.qdpx", dir]).ends(0);
        assert!(!desk.path(dir).join("codebook.toml").exists(), "{dir}");
        let coded = desk.daryn(&["codings", dir, "--format", "json"]).ends(0);
        let coded = lines(&coded);
        assert_eq!((coded.len(), &coded[0]["code"]), (1, &"function.return".into()), "{dir}");
    }
    desk.daryn(&["export", "other", "--to", "b.qdpx"]).ends(0);
    assert!(desk.read("a.qdpx") == desk.read("b.qdpx"));
}

/// A document of Word with one comment.
fn word() -> Vec<u8> {
    word_with("Scientists return home", " and teach there.", "Dana", "aims.return")
}

/// A document with a comment on words before others.
pub(crate) fn word_with(words: &str, rest: &str, author: &str, comment: &str) -> Vec<u8> {
    let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!(
        "<w:document xmlns:w=\"{name}\"><w:body><w:p><w:r><w:t>The first paragraph is here.</w:t></w:r></w:p>\
        <w:p><w:commentRangeStart w:id=\"1\"/><w:r><w:t>{words}</w:t></w:r>\
        <w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>\
        <w:r><w:t xml:space=\"preserve\">{rest}</w:t></w:r></w:p></w:body></w:document>"
    );
    let comments = format!(
        "<w:comments xmlns:w=\"{name}\"><w:comment w:id=\"1\" w:author=\"{author}\" \
        w:date=\"2026-02-01T10:00:00Z\"><w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment></w:comments>"
    );
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>";
    let relations = |target: &str, kind: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
            <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" \
            Target=\"{target}\"/></Relationships>"
        )
    };
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", types.to_owned()),
        ("_rels/.rels", relations("word/document.xml", "officeDocument")),
        ("word/_rels/document.xml.rels", relations("comments.xml", "comments")),
        ("word/document.xml", document),
        ("word/comments.xml", comments),
    ] {
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        out.write_all(text.as_bytes()).expect("written");
    }
    out.finish().expect("written").into_inner()
}

#[test]
fn comments_of_word_are_codings() {
    let desk = Desk::with_study();
    desk.write("law-1.docx", &word());
    let ran = desk.daryn(&["import", "law-1.docx", "study", "--format", "json"]).ends(0);
    assert_eq!(ran.json()["codings"], 1, "{}{}", ran.out, ran.err);
    // It is another text than that of the study; the words are found in this one.
    assert!(
        desk.quotes().contains(&"aims.return Dana Scientists return home".to_owned()),
        "{:?}",
        desk.quotes()
    );
    let own = desk.codings().into_iter().find(|one| one["coder"] == "Dana").expect("a coding");
    assert_eq!((&own["start"], &own["time"]), (&42.into(), &"2026-02-01T10:00:00Z".into()));
    desk.daryn(&["import", "law-1.docx", "study"]).ends(0);
    assert_eq!(desk.codings().len(), 3);
    desk.write("unknown.docx", &word());
    assert!(
        desk.daryn(&["import", "unknown.docx", "study"])
            .ends(1)
            .err
            .contains("no text of the study")
    );
}

#[test]
fn a_bad_file_is_told_and_leaves_nothing_behind() {
    let desk = Desk::new();
    desk.write("bad.qdpx", b"PK\x03\x04 no archive");
    desk.write("bad.qde", b"<Project");
    desk.write("empty.xlsx", b"");
    fs::create_dir(desk.path("folder")).expect("made");
    for (file, dir, words) in [
        ("bad.qdpx", "study", "archive"),
        ("bad.qde", "study", "not well-formed"),
        ("missing.qde", "study", "missing.qde"),
        ("project.qde", "folder", "is there and is no study"),
        ("empty.xlsx", "study", "there is no study"),
    ] {
        let ran = desk.daryn(&["import", file, dir]).ends(1);
        assert!(ran.err.contains(words), "{file}: {}", ran.err);
        assert!(!desk.path("study").exists());
    }
    for arguments in [["history", "folder"], ["codings", "folder"], ["undo", "folder"]] {
        let ran = desk.daryn(&arguments).ends(1);
        assert!(ran.err.contains("nobody coded in this study"), "{}", ran.err);
    }
    assert_eq!(fs::read_dir(desk.path("folder")).expect("a folder").count(), 0);
}

#[test]
fn a_codebook_with_a_circle_stops_an_import_before_anything_is_written() {
    let desk = Desk::with_study();
    let codebook = desk.text("study/codebook.toml");
    let circle = codebook.replacen(
        "[[code]]\nid = \"measures\"\n",
        "[[code]]\nid = \"measures\"\nparent = \"measures.return\"\n",
        1,
    );
    assert_ne!(circle, codebook);
    desk.write("study/codebook.toml", circle.as_bytes());
    let ran = desk.daryn(&["import", "project.qde", "study"]).ends(1);
    assert!(
        ran.err.contains("codebook.toml:") && ran.err.contains("measures → measures.return"),
        "{}",
        ran.err
    );
    desk.write("study/codebook.toml", codebook.as_bytes());
    assert_eq!(desk.codings().len(), 2);
}

#[test]
fn a_damaged_store_is_told_and_left_as_it_is() {
    let desk = Desk::with_study();
    let bytes = desk.read("study/codings.db");
    let half = &bytes[..bytes.len() / 2];
    desk.write("study/codings.db", half);
    for arguments in [
        &["history", "study"][..],
        &["codings", "study"],
        &["undo", "study"],
        &["import", "project.qde", "study"],
        &["export", "study", "--to", "a.qdpx"],
    ] {
        let ran = desk.daryn(arguments).ends(1);
        assert!(ran.err.contains("is damaged"), "{arguments:?}: {}", ran.err);
        assert!(desk.read("study/codings.db") == half);
    }
    let told = desk.daryn(&["check", "study", "--format", "json"]).ends(1).codes();
    assert!(told.contains(&"store-damaged".to_owned()), "{told:?}");
}

#[test]
fn a_folder_that_a_cloud_keeps_is_told() {
    let desk = Desk::new();
    fs::create_dir(desk.path("Dropbox")).expect("made");
    let ran = desk.daryn(&["import", "project.qde", "Dropbox/study"]).ends(0);
    assert!(ran.err.contains("by Dropbox, which may damage codings.db"), "{}", ran.err);
}

#[test]
fn two_people_take_in_their_work_at_once() {
    let desk = Desk::with_study();
    let mut children = Vec::new();
    for (number, name) in ["Cara", "Dana", "Erik"].into_iter().enumerate() {
        let file = format!("{name}.xlsx");
        desk.daryn(&["export", "study", "--to", &file, "--coder", name]).ends(0);
        let cell = format!("E{}", number + 2);
        let bytes = typed(&desk.read(&file), &[(cell.as_str(), "aims.return")]);
        desk.write(&file, &bytes);
        for _ in 0..2 {
            let mut run = command(desk.folder.path(), &["import", &file, "study"]);
            run.stdout(Stdio::null()).stderr(Stdio::null());
            children.push(run.spawn().expect("it runs"));
        }
    }
    for mut child in children {
        assert!(child.wait().expect("an end").success());
    }
    assert_eq!(desk.codings().len(), 5, "{:?}", desk.quotes());
}

#[test]
fn tables_are_written_in_every_form() {
    let desk = Desk::with_study();
    let write =
        |to: &str, table: &str| desk.daryn(&["export", "study", "--to", to, "--table", table]);
    write("m.csv", "matrix").ends(0);
    assert_eq!(
        desk.text("m.csv").lines().next(),
        Some("source,source_guid,Measures / Return,Aims / Return")
    );
    assert!(desk.text("m.csv").contains("Law 1.txt,00000000-0000-0000-0000-0000000000d1,1,1\n"));
    write("c.csv", "cooccurrence").ends(0);
    // Two coders' codings do not stand together.
    assert_eq!(desk.text("c.csv").lines().nth(1), Some("Measures / Return,1,0"));
    for (to, table) in [("s.xlsx", "segments"), ("s.parquet", "segments"), ("n.do", "counts")] {
        write(to, table).ends(0);
        assert!(desk.read(to).len() > 100, "{to}");
    }
    assert!(desk.path("n.csv").exists());
    // Data of somebody are not replaced by those of a script.
    assert!(write("m.r", "matrix").ends(1).err.contains("m.csv"));
    desk.daryn(&["export", "study", "--to", "a.doc"]).ends(1);
    desk.daryn(&["export", "study", "--to", "a.qdpx", "--table", "matrix"]).ends(1);
    let ran = desk.daryn(&["export", "study", "--to", "study/study.toml.csv"]).ends(0);
    assert!(ran.err.contains("written"), "{}", ran.err);
    desk.daryn(&["export", "study", "--to", "r.jsonl", "--rules"]).ends(0);
    assert!(desk.text("r.jsonl").contains("\"by\":\"person\""));
}

#[test]
fn files_of_other_programs_make_studies() {
    let Some(folder) = shared("refi-qda") else { return };
    let desk = Desk::new();
    for name in ["sample-kk-ru", "sample-kk-ru-bom", "sample-kk-ru-crlf"] {
        let file = folder.join(format!("{name}.qdpx"));
        let ran = desk.daryn(&["import", path(&file), name, "--format", "json"]).ends(0);
        assert_eq!(ran.json()["used"], 14, "{name}");
        let lines = lines(&desk.daryn(&["codings", name, "--format", "json"]).ends(0));
        let quotes: Vec<&str> = lines.iter().filter_map(|one| one["quote"].as_str()).collect();
        assert!(quotes.contains(&"2025 жылға қарай"), "{quotes:?}");
        assert_eq!(quotes.len(), 14);
    }
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path")
}
