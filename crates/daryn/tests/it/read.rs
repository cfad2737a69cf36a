//! `daryn read`: text and structure of documents, and files that cannot be read.

use std::fs;
use std::io::Write;

use crate::sample::daryn;

#[test]
fn several_files_are_one_object_a_line_and_a_bad_one_stops_no_other() {
    let dir = tempfile::tempdir().expect("a folder");
    let law = "# Закон\n\n### Статья 12-1. Понятия\n\n1. Первый:\n\n   1) а;\n\n> *Сноска. Статья 12-1.*\n";
    fs::write(dir.path().join("law.md"), law).expect("written");
    fs::write(dir.path().join("law.txt"), b"\x89PNG\r\n").expect("written");
    let page =
        "<html><body><nav>Меню</nav><main><h1>Правила</h1><p>Текст.</p></main></body></html>";
    fs::write(dir.path().join("page.txt"), page).expect("written");
    let files = ["read", "law.md", "law.txt", "none.md", "page.txt", "--format", "json"];
    let ran = daryn(dir.path(), &files).ends(1);
    let lines: Vec<serde_json::Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(lines.len(), 4);
    let passages = lines[0]["passages"].as_array().expect("passages");
    let found: Vec<String> = passages
        .iter()
        .map(|one| format!("{} {} {}", one["kind"], one["label"], one["parent"]).replace('"', ""))
        .collect();
    assert_eq!(
        found,
        [
            "heading null null",
            "article 12-1 null",
            "heading null p2",
            "point 1 p2",
            "paragraph null p4",
            "sub-point 1) p4",
            "note null p2"
        ]
    );
    let text: Vec<char> = lines[0]["text"].as_str().expect("text").chars().collect();
    for passage in passages {
        let place = |name: &str| passage[name].as_u64().expect("a place") as usize;
        let words: String = text[place("start")..place("end")].iter().collect();
        assert_eq!(passage["text"], words);
    }
    let code = |line: usize| lines[line]["diagnostics"][0]["code"].as_str();
    assert_eq!(code(0), None);
    assert_eq!(code(1), Some("read-unsupported"));
    assert_eq!(code(2), Some("read-unreadable"));
    assert_eq!(code(3), Some("read-wrong-name"));
    assert_eq!(lines[3]["text"], "Правила\nТекст.");
}

#[test]
fn each_file_that_cannot_be_read_says_why_and_the_others_are_read() {
    let dir = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| {
        fs::write(dir.path().join(name), bytes).expect("written");
    };
    write("~$law.docx", &[0; 162]);
    write("cut.docx", b"PK\x03\x04 word/document.xml");
    write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    write("braces.rtf", b"{\\rtf1\\ansi {Text\\par");
    let names = ["~$law.docx", "cut.docx", "old.doc", "braces.rtf"];
    let files = [&["read"], &names[..], &["--format", "json"]].concat();
    for language in ["en", "ru", "kk"] {
        let ran = daryn(dir.path(), &[&files[..], &["--lang", language]].concat()).ends(1);
        let lines: Vec<serde_json::Value> =
            ran.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
        let told = |line: usize| &lines[line]["diagnostics"][0];
        let codes: Vec<_> = (0..4).map(|line| told(line)["code"].as_str()).collect();
        let expected = ["read-owner-file", "read-damaged", "read-legacy", "read-rtf-braces"];
        assert_eq!(codes, expected.map(Some));
        for line in 0..4 {
            let words = told(line)["message"].as_str().expect("a message");
            assert!(words.contains(' ') && !words.contains(['{', '}']), "{words}");
        }
        assert_eq!(lines[3]["text"], "Text");
        assert_eq!(lines[3]["changes"], serde_json::json!([]));
    }
}

#[test]
fn recognised_text_beside_a_pdf_is_used_for_its_pictures() {
    let dir = tempfile::tempdir().expect("a folder");
    let made = concat!(env!("CARGO_MANIFEST_DIR"), "/../daryn-read/tests/data/pdf/");
    fs::copy(format!("{made}scan.pdf"), dir.path().join("scan.pdf")).expect("copied");
    let ran = daryn(dir.path(), &["read", "scan.pdf"]).ends(0);
    assert!(ran.err.contains("2–3") && ran.err.contains("ocrmypdf"), "{}", ran.err);
    fs::copy(format!("{made}scan.pdf.txt"), dir.path().join("scan.pdf.txt")).expect("copied");
    let ran = daryn(dir.path(), &["read", "scan.pdf", "--format", "json"]).ends(0);
    let object: serde_json::Value = serde_json::from_str(&ran.out).expect("an object");
    assert_eq!(object["diagnostics"][0]["code"], "read-ocr-used");
    assert_eq!(object["passages"][2]["page"], 2);
    assert_eq!(object["source"]["media_type"], "application/pdf");
}

/// A zip of parts.
fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn hostile_files_are_told_apart_and_the_others_are_read() {
    let dir = tempfile::tempdir().expect("a folder");
    let types = (
        "[Content_Types].xml",
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.\
         openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
    );
    let body = |inner: &str| format!("<w:document><w:body>{inner}</w:body></w:document>");
    let text = body("<w:p><w:r><w:t>Закон.</w:t></w:r></w:p>");
    let good = zip(&[types, ("word/document.xml", &text)]);
    let much = body(&"<w:p/>".repeat(20_000_000));
    let page = format!("<p>{}</p>", "а".repeat(27_000_000));
    let circle = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids\
                  [2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    let files: [(&str, &[u8], Option<&str>); 9] = [
        ("cut.docx", &good[..good.len() / 2], Some("read-damaged")),
        ("bomb.docx", &zip(&[types, ("word/document.xml", &much)]), Some("read-bomb")),
        (
            "path.docx",
            &zip(&[types, ("word/document.xml", &text), ("../../evil.txt", "x")]),
            Some("read-zip-path"),
        ),
        ("none.docx", &zip(&[types, ("word/styles.xml", "<a/>")]), Some("read-no-part")),
        ("circle.pdf", circle.as_bytes(), Some("read-pdf-broken")),
        ("large.html", page.as_bytes(), Some("read-too-large")),
        ("law.docx.txt", &good, Some("read-wrong-name")),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n", Some("read-unsupported")),
        ("заң 1.docx", &good, None),
    ];
    for (name, bytes, _) in files {
        fs::write(dir.path().join(name), bytes).expect("written");
    }
    let mut command = vec!["read", "--format", "json"];
    command.extend(files.iter().map(|(name, ..)| *name));
    let ran = daryn(dir.path(), &command).ends(1);
    let lines: Vec<serde_json::Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(lines.len(), files.len());
    for ((name, _, code), object) in files.iter().zip(&lines) {
        assert_eq!(object["diagnostics"][0]["code"].as_str(), *code, "{name}");
        assert!(ran.err.contains(*name) == code.is_some(), "{name}: {}", ran.err);
    }
    assert_eq!(
        (&lines[8]["text"], &lines[6]["text"], &lines[2]["text"]),
        (&"Закон.".into(), &"Закон.".into(), &"Закон.".into())
    );
    assert!(!dir.path().join("../../evil.txt").exists());
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn hits_of_one_edition_are_found_in_the_next() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("old")).expect("a folder");
    let old = "Статья 1. Виза\n\n1. Виза выдается на год.\n\n2. Квота ежегодно утверждается органом.\n\n\
               3. Срок визы не продлевается.\n";
    let new = "Статья 1. Понятия\n\n1. Общие слова.\n\nСтатья 2. Виза\n\n1. Виза выдается на год.\n\n\
               2. Квота ежегодно утверждается министром и органом.\n";
    fs::write(dir.path().join("old/law.md"), old).expect("written");
    fs::write(dir.path().join("new.md"), new).expect("written");
    let search =
        |query: &str| daryn(dir.path(), &["search", "old", query, "--format", "json"]).ends(0).out;
    let hits = search("Виза выдается на год") + &search("не продлевается");
    fs::write(dir.path().join("hits.jsonl"), &hits).expect("written");
    let first: serde_json::Value =
        serde_json::from_str(hits.lines().next().expect("a hit")).expect("an object");
    assert_eq!((&first["page"], &first["reader"]), (&serde_json::Value::Null, &2.into()));
    let command = ["read", "new.md", "--anchors", "hits.jsonl", "--format", "json"];
    let ran = daryn(dir.path(), &command).ends(0);
    let lines: Vec<serde_json::Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    let places: Vec<&str> = lines.iter().filter_map(|line| line["place"].as_str()).collect();
    assert_eq!(places, ["lost", "lost"], "short words of one leaf have too little context");
    let anchor = serde_json::json!({
        "quote": "2. Квота ежегодно утверждается органом.", "prefix": "1. Виза выдается на год.\n",
        "suffix": "\n3. Срок", "times": 1,
    });
    let known = serde_json::json!({
        "quote": "1. Виза выдается на год.", "prefix": "Статья 1. Виза\n",
        "suffix": "\n2. Квота ежегодно утверждается", "times": 1,
    });
    fs::write(dir.path().join("a.jsonl"), format!("{known}\n\n{anchor}\n")).expect("written");
    let ran = daryn(dir.path(), &["read", "new.md", "--anchors", "a.jsonl"]).ends(0);
    assert!(ran.out.starts_with("same p"), "{}", ran.out);
    assert!(ran.out.contains("\nlost : 2. Квота"), "{}", ran.out);
    fs::write(dir.path().join("a.jsonl"), "{\"left\":\"x\"}\n").expect("written");
    let ran = daryn(dir.path(), &["read", "new.md", "--anchors", "a.jsonl"]).ends(1);
    assert!(ran.err.contains("a.jsonl:1"), "{}", ran.err);
}
