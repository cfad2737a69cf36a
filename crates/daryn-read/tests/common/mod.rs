//! Documents made in memory, and what is looked at in them.

#![allow(dead_code, reason = "each test file uses its part")]

use std::io::{Cursor, Write};

use daryn_read::{Document, Kind, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of parts.
pub(crate) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

const TYPES: &str = r#"<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

/// A Word document of the inside of a body and other parts.
pub(crate) fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document =
        format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>");
    let mut all = vec![("[Content_Types].xml", TYPES), ("word/document.xml", document.as_str())];
    all.extend_from_slice(parts);
    zip(&all)
}

/// A document that has no problems.
pub(crate) fn good(bytes: &[u8], name: &str) -> Document {
    let document = read(bytes, name);
    assert_eq!(document.diagnostics, []);
    assert!(hangs_together(&document));
    document
}

/// Leaves with what stands between them are the text.
pub(crate) fn hangs_together(document: &Document) -> bool {
    let mut end = 0;
    for place in document.leaves() {
        let leaf = &document.passages[place];
        if !document.text[end..leaf.start].chars().all(|letter| "\n\t".contains(letter)) {
            return false;
        }
        end = leaf.end;
    }
    let inside = |start: usize, end: usize, first: usize, last: usize| {
        document.text.get(start..end).is_some_and(|words| {
            document.text[..start].chars().count() == first && first + words.chars().count() == last
        })
    };
    end == document.text.len()
        && document.changes.iter().all(|one| inside(one.start, one.end, one.first, one.last))
        && document.comments.iter().all(|one| inside(one.start, one.end, one.first, one.last))
        && document.highlights.iter().all(|one| inside(one.start, one.end, one.first, one.last))
}

/// A document as other programs get it.
pub(crate) fn json(document: &Document, file: &str) -> serde_json::Value {
    serde_json::to_value(document.to_json(file, Vec::new())).expect("JSON")
}

/// Labels of passages of a kind.
pub(crate) fn labels(document: &Document, kind: Kind) -> Vec<String> {
    document.of_kind(kind).filter_map(|passage| passage.label.clone()).collect()
}

/// Codes of the problems.
pub(crate) fn codes(bytes: &[u8], name: &str) -> Vec<String> {
    read(bytes, name).diagnostics.into_iter().map(|problem| problem.code).collect()
}
