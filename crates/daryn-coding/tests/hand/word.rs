//! Comments and highlights of Word documents as codings.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use daryn_coding::HandCoding;
use daryn_coding::word::{self, Marked, Options};
use daryn_model::Diagnostic;
use daryn_read::Document;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{codebook, told, value};

/// A document of the inside of a body, and comments: id, author, date, paragraphs.
fn docx(body: &str, comments: &[(u32, &str, &str, &[&str])]) -> Vec<u8> {
    let types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.\
        openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let mut inner = String::new();
    for (id, author, date, lines) in comments {
        let author =
            if author.is_empty() { String::new() } else { format!(" w:author=\"{author}\"") };
        inner += &format!("<w:comment w:id=\"{id}\"{author} w:date=\"{date}\">");
        for line in *lines {
            inner += &format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>");
        }
        inner += "</w:comment>";
    }
    let parts = [
        ("[Content_Types].xml", types.to_owned()),
        ("word/document.xml", format!("<w:document><w:body>{body}</w:body></w:document>")),
        ("word/comments.xml", format!("<w:comments>{inner}</w:comments>")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn painted(property: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{property}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn pen(colour: &str, text: &str) -> String {
    painted(&format!("<w:highlight w:val=\"{colour}\"/>"), text)
}

/// Words with a comment on them.
fn on(id: u32, words: &str) -> String {
    format!(
        "<w:commentRangeStart w:id=\"{id}\"/>{words}<w:commentRangeEnd w:id=\"{id}\"/>\
         <w:r><w:commentReference w:id=\"{id}\"/></w:r>"
    )
}

fn p(inner: &str) -> String {
    format!("<w:p>{inner}</w:p>")
}

fn read_with(bytes: &[u8], colours: &[(&str, &str)]) -> (Document, Marked, Vec<Diagnostic>) {
    let document = daryn_read::read(bytes, "a.docx");
    let is_error = |it: &Diagnostic| it.severity == daryn_model::Severity::Error;
    assert!(!document.diagnostics.iter().any(is_error), "{:?}", document.diagnostics);
    let colours: BTreeMap<String, String> =
        (colours.iter()).map(|(colour, code)| ((*colour).to_owned(), (*code).to_owned())).collect();
    let options = Options { document: "law", coder: "me", colours: &colours };
    let mut problems = Vec::new();
    let marked = word::read(&document, "a.docx", &codebook(), &options, &mut problems);
    for coding in &marked.codings {
        assert_eq!(words(&document, coding.start, coding.end), coding.quote);
    }
    for memo in &marked.memos {
        assert_eq!(words(&document, memo.start, memo.end), memo.quote);
    }
    (document, marked, problems)
}

fn read(bytes: &[u8]) -> (Document, Marked, Vec<Diagnostic>) {
    read_with(bytes, &[])
}

/// Words of a document by code points.
fn words(document: &Document, start: usize, end: usize) -> String {
    document.text.chars().skip(start).take(end - start).collect()
}

/// Quotation, code, coder and memo of each coding.
fn short(codings: &[HandCoding]) -> Vec<(&str, &str, &str, &str)> {
    codings
        .iter()
        .map(|one| (one.quote.as_str(), one.code.as_str(), one.coder.as_str(), one.memo.as_str()))
        .collect()
}

#[test]
fn comments_are_codings_with_coder_time_and_memo() {
    let body = [
        p(&format!("{}{}{}", r("😀 До "), on(1, &r(" начало ")), r("и после"))),
        p(&on(2, &r("Целый абзац."))),
        p(&format!("{}{}", r("Слово "), on(3, &r("дело")))),
    ]
    .concat();
    let comments: [(u32, &str, &str, &[&str]); 3] = [
        (1, "Д. Ә.", "2024-01-02T10:11:12Z", &["stage.goal; Мера"]),
        (
            2,
            "Aru",
            "2024-01-02T10:11:12",
            &["people: those who left; and came back", "a second line"],
        ),
        (3, "Aru", "2024-01-02T10:11:12+05:00", &["Шара", "люди: учёные", "", "why: so"]),
    ];
    let (document, marked, problems) = read(&docx(&body, &comments));
    assert_eq!(problems, []);
    assert_eq!(document.text, "😀 До начало и после\nЦелый абзац.\nСлово дело");
    assert_eq!(
        short(&marked.codings),
        [
            ("начало", "stage.goal", "Д. Ә.", ""),
            ("начало", "stage.measure", "Д. Ә.", ""),
            ("Целый абзац.", "people", "Aru", "those who left; and came back\na second line"),
            ("дело", "people", "Aru", "why: so"),
            ("дело", "stage.measure", "Aru", "why: so"),
        ]
    );
    let first = &marked.codings[0];
    assert_eq!((first.document.as_str(), first.start, first.end), ("law", 5, 11));
    assert_eq!((&first.passage, first.version.as_deref()), (&None, Some("2")));
    assert_eq!(marked.codings[2].passage.as_deref(), Some("p2"));
    let times: Vec<_> = marked.codings.iter().filter_map(|one| one.time.as_deref()).collect();
    let expected = [
        "2024-01-02T10:11:12Z",
        "2024-01-02T10:11:12Z",
        "2024-01-02T10:11:12Z",
        "2024-01-02T10:11:12+05:00",
        "2024-01-02T10:11:12+05:00",
    ];
    assert_eq!(times, expected);
    assert_eq!((marked.memos.len(), marked.uncoded.len()), (0, 0));
}

#[test]
fn commas_stand_between_codes_where_nothing_else_does() {
    let body = p(&format!("{}{}{}", on(1, &r("one ")), on(2, &r("two ")), on(3, &r("three"))));
    let time = "2024-01-02T10:11:12Z";
    let comments: [(u32, &str, &str, &[&str]); 3] = [
        (1, "Aru", time, &["stage.goal, Мера , people"]),
        (2, "Aru", time, &["stage.goal, as it seems"]),
        (3, "Aru", time, &["Шара, Халық; stage.goal: why, indeed"]),
    ];
    let (_, marked, problems) = read(&docx(&body, &comments));
    assert_eq!(
        short(&marked.codings),
        [
            ("one", "people", "Aru", ""),
            ("one", "stage.goal", "Aru", ""),
            ("one", "stage.measure", "Aru", ""),
            ("three", "stage.goal", "Aru", "why, indeed\nШара, Халық"),
        ]
    );
    assert_eq!(marked.memos.len(), 1, "what is more than codes is a memo");
    assert!(problems.iter().any(|it| it.code == "word-unknown-code"), "{problems:?}");
}

#[test]
fn comments_that_name_no_code_are_memos_and_told() {
    let body = p(&[1, 2, 3, 4, 5].map(|id| on(id, &r(&format!("word{id} ")))).concat());
    let comments: [(u32, &str, &str, &[&str]); 5] = [
        (1, "Aru", "", &["Is this so? See the act: article 5; point 2"]),
        (2, "Aru", "0001-01-01T00:00:00Z", &["stage.gaol"]),
        (3, "Aru", "", &["people; nothing known"]),
        (4, "", "", &["Goal"]),
        (5, "Aru", "", &[""]),
    ];
    let (_, marked, problems) = read(&docx(&body, &comments));
    let expected = [
        "word-unknown-code",
        "word-unknown-code",
        "word-ambiguous-code",
        "word-memos",
        "word-no-author",
    ];
    assert_eq!(told(&problems), expected);
    assert_eq!(
        (value(&problems[0], "found"), value(&problems[0], "nearest")),
        ("stage.gaol", "stage.goal")
    );
    assert_eq!(
        (value(&problems[1], "found"), value(&problems[1], "quote")),
        ("nothing known", "word3")
    );
    assert_eq!(value(&problems[2], "codes"), "stage.goal, other.goal");
    assert_eq!(value(&problems[3], "n"), "3");
    assert_eq!(short(&marked.codings), [("word3", "people", "Aru", "nothing known")]);
    let memos: Vec<_> = (marked.memos.iter())
        .map(|memo| {
            (memo.quote.as_str(), memo.text.as_str(), memo.coder.as_str(), memo.time.is_some())
        })
        .collect();
    assert_eq!(
        memos,
        [
            ("word1", "Is this so? See the act: article 5; point 2", "Aru", false),
            ("word2", "stage.gaol", "Aru", false),
            ("word4", "Goal", "me", false),
        ]
    );
}

#[test]
fn a_comment_on_no_words_codes_its_passage_and_is_told() {
    let reference = "<w:r><w:commentReference w:id=\"1\"/></w:r>";
    let body = p(&r("Before."))
        + &p(&format!("{}{reference}{}", r("Some"), r("where.")))
        + &p(&r("Behind."));
    let (_, marked, problems) = read(&docx(&body, &[(1, "Aru", "", &["people"])]));
    assert_eq!(told(&problems), ["word-whole-passages"]);
    assert_eq!(short(&marked.codings), [("Somewhere.", "people", "Aru", "")]);
    assert_eq!(marked.codings[0].passage.as_deref(), Some("p2"));
}

#[test]
fn a_comment_over_paragraphs_and_cells_is_one_coding() {
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p(&on(2, &r("cell one"))),
        p(&r("cell two"))
    );
    let body = [
        p(&format!("{}<w:commentRangeStart w:id=\"1\"/>{}", r("a "), r("b"))),
        p(&r("c")),
        p(&format!("{}<w:commentRangeEnd w:id=\"1\"/>{}", r("d"), r(" e"))),
        table,
    ]
    .concat();
    let comments: [(u32, &str, &str, &[&str]); 2] =
        [(1, "Aru", "", &["people"]), (2, "Aru", "", &["stage.goal"])];
    let (_, marked, problems) = read(&docx(&body, &comments));
    assert_eq!(problems, []);
    let expected = [("b\nc\nd", "people", "Aru", ""), ("cell one", "stage.goal", "Aru", "")];
    assert_eq!(short(&marked.codings), expected);
    assert_eq!(marked.codings[0].passage, None);
}

#[test]
fn the_same_code_twice_at_one_place_is_one_coding_with_both_memos() {
    let body = p(&on(1, &on(2, &r("word"))));
    let comments: [(u32, &str, &str, &[&str]); 2] =
        [(1, "Aru", "", &["people: one"]), (2, "Aru", "", &["people: two"])];
    let (_, marked, _) = read(&docx(&body, &comments));
    assert_eq!(short(&marked.codings), [("word", "people", "Aru", "two\none")]);
}

#[test]
fn highlights_are_codes_by_a_table_or_by_the_colour_of_one_code() {
    // Runs of one colour are one highlight, however Word splits them.
    let body = [
        p(&format!("{}{}{}{}", r("a "), pen("yellow", "жел"), pen("yellow", "тый "), r("b"))),
        p(&format!(
            "{}{}",
            painted("<w:shd w:val=\"clear\" w:fill=\"00C8FF\"/>", "shaded"),
            r(" x")
        )),
        p(&format!("{} {}", pen("red", "red words"), pen("none", "none"))),
        p(&painted("<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", "white")),
        p(&painted("<w:shd w:val=\"clear\" w:fill=\"auto\"/>", "auto")),
    ]
    .concat();
    let (document, marked, problems) = read(&docx(&body, &[]));
    let colours: Vec<_> = document.highlights.iter().map(|one| one.colour.as_str()).collect();
    assert_eq!(colours, ["#ffff00", "#00c8ff", "#ff0000"]);
    let found = [("желтый", "stage.goal", "me", ""), ("shaded", "stage.measure", "me", "")];
    assert_eq!(short(&marked.codings), found);
    assert_eq!(told(&problems), ["word-colour"]);
    assert_eq!(
        (value(&problems[0], "colour"), value(&problems[0], "quote")),
        ("#ff0000", "red words")
    );
    assert_eq!(marked.uncoded, [document.highlights[2].clone()]);

    let (_, marked, problems) = read_with(
        &docx(&body, &[]),
        &[("red", "Люди: учёные"), ("#FFFF00", "Мера"), ("beige", "people")],
    );
    assert_eq!(told(&problems), ["word-unknown-colour-code"]);
    let found = [
        ("желтый", "stage.measure", "me", ""),
        ("shaded", "stage.measure", "me", ""),
        ("red words", "people", "me", ""),
    ];
    assert_eq!(short(&marked.codings), found);

    // Near the colour of one code: taken, and told.
    let near = painted("<w:shd w:val=\"clear\" w:fill=\"FFFF40\"/>", "almost yellow");
    let (_, marked, problems) = read(&docx(&p(&near), &[]));
    assert_eq!(told(&problems), ["word-colour-nearest"]);
    assert_eq!(value(&problems[0], "code"), "stage.goal");
    assert_eq!(marked.codings.len(), 1);

    // A highlight on which a comment says the code needs none of its own.
    let body = p(&on(1, &pen("red", "red words")));
    let (_, marked, problems) = read(&docx(&body, &[(1, "Aru", "", &["people"])]));
    assert_eq!((problems, marked.uncoded), (vec![], vec![]));
    assert_eq!(short(&marked.codings), [("red words", "people", "Aru", "")]);
}

/// What LibreOffice does: comments on ranges, on a place, over paragraphs, with several lines, and
/// words with a colour behind them.
#[test]
fn comments_and_highlights_of_libreoffice_come_back_exactly() {
    let (_kept, folder) = crate::office::folder();
    std::fs::write(folder.join("text.fodt"), open_document()).expect("written");
    let work = r#"
Sub Work
  Saved(Opened("FOLDER/text.fodt"), "FOLDER/coded.docx", "MS Word 2007 XML")
End Sub
"#;
    if crate::office::run(&folder, work).is_none() {
        return;
    }
    let made = std::fs::read(folder.join("coded.docx")).expect("LibreOffice saved it");
    is_as_coded(&made);
}

#[test]
fn what_libreoffice_wrote_once_comes_back_exactly() {
    is_as_coded(include_bytes!("../data/libreoffice-comments.docx"));
}

/// A text of LibreOffice with comments on ranges and colours behind words.
fn open_document() -> String {
    let note = |name: &str, author: &str, lines: &[&str]| {
        let lines: String = lines.iter().map(|line| format!("<text:p>{line}</text:p>")).collect();
        format!(
            "<office:annotation office:name=\"{name}\"><dc:creator>{author}</dc:creator>\
             <dc:date>2024-05-06T07:08:09</dc:date>{lines}</office:annotation>"
        )
    };
    let end = |name: &str| format!("<office:annotation-end office:name=\"{name}\"/>");
    let body = [
        "<text:p>Мемлекет ".to_owned(),
        note("a", "Aru", &["stage.goal"]),
        "ғалымдарды".to_owned(),
        end("a"),
        " қолдайды.</text:p><text:p><text:span text:style-name=\"T1\">Second</text:span> \
         paragraph "
            .to_owned(),
        note("b", "Aru", &["people"]),
        "with words.</text:p><text:p>".to_owned(),
        note("c", "Берік Ә.", &["Шара; люди: учёные: a memo", "and more"]),
        "Соңғ".to_owned(),
        end("b"),
        "ы абзац.".to_owned(),
        end("c"),
        "</text:p>".to_owned(),
    ]
    .concat();
    let names = ["office", "text", "style", "fo"].map(|name| {
        let urn = "urn:oasis:names:tc:opendocument:xmlns";
        let urn = if name == "fo" {
            format!("{urn}:xsl-fo-compatible:1.0")
        } else {
            format!("{urn}:{name}:1.0")
        };
        format!(" xmlns:{name}=\"{urn}\"")
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document{} \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\" \
         office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:automatic-styles>\
         <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties \
         fo:background-color=\"#ffff00\"/></style:style></office:automatic-styles><office:body>\
         <office:text>{body}</office:text></office:body></office:document>",
        names.concat()
    )
}

fn is_as_coded(bytes: &[u8]) {
    let (document, marked, problems) = read(bytes);
    assert_eq!(
        document.text,
        "Мемлекет ғалымдарды қолдайды.\nSecond paragraph with words.\nСоңғы абзац."
    );
    assert_eq!(problems, []);
    assert_eq!(
        short(&marked.codings),
        [
            ("ғалымдарды", "stage.goal", "Aru", ""),
            ("Second", "stage.goal", "me", ""),
            ("with words.\nСоңғ", "people", "Aru", ""),
            ("Соңғы абзац.", "people", "Берік Ә.", "a memo\nand more"),
            ("Соңғы абзац.", "stage.measure", "Берік Ә.", "a memo\nand more"),
        ]
    );
    assert!(
        marked.codings[0]
            .time
            .as_deref()
            .is_some_and(|time| time.starts_with("2024-05-06T07:08:09"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Wherever comments and colours stand, their places are those of the words.
    #[test]
    fn places_are_those_of_the_words(runs in prop::collection::vec(("[a-zа-яә😀 ]{0,6}", 0u8..4, 0u32..4), 1..12)) {
        let mut body = String::new();
        let mut comments: Vec<(u32, &str, &str, &[&str])> = Vec::new();
        for (id, (text, paint, around)) in (0..).zip(&runs) {
            let run = match paint {
                0 => pen("yellow", text),
                1 => pen("red", text),
                _ => r(text),
            };
            if *around == 0 {
                body += &on(id, &run);
                comments.push((id, "Aru", "", &["people"]));
            } else {
                body += &run;
            }
            if *around == 1 {
                body += "</w:p><w:p>";
            }
        }
        let bytes = docx(&p(&body), &comments);
        if daryn_read::read(&bytes, "a.docx").text.is_empty() {
            return Ok(());
        }
        let (document, marked, _) = read(&bytes);
        for one in &document.highlights {
            let found = words(&document, one.first, one.last);
            prop_assert_eq!(&document.text[one.start..one.end], found.as_str());
            prop_assert!(!found.is_empty() && found.trim() == found);
        }
        prop_assert!(marked.codings.len() <= comments.len() + document.highlights.len());
    }
}
