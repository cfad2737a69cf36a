//! What must hold of every document, whatever the bytes were. Also used by the fuzz target.

use daryn_read::anchor::{self, Place};
use daryn_read::{Document, Kind};

/// Names of files that make the reader take each of its ways.
pub const NAMES: [&str; 12] = [
    "a.md", "a.txt", "a.html", "a.json", "a.pdf", "a.docx", "a.odt", "a.rtf", "a.mht", "a.doc",
    "a.fodt", "a",
];

/// Memory that reading may take: 64 MB and 20 times the input.
pub const fn memory(input: usize) -> usize {
    64 * 1_000_000 + 20 * input
}

/// Splits an input of the corpus: its first byte chooses the name of the file.
pub fn split(input: &[u8]) -> (&'static str, &[u8]) {
    match input.split_first() {
        Some((first, rest)) => (NAMES[usize::from(*first) % NAMES.len()], rest),
        None => (NAMES[0], input),
    }
}

/// Panics unless the parts of a document agree with each other.
pub fn check(document: &Document) {
    let text = document.text.as_str();
    let mut end = 0;
    for place in document.leaves() {
        let leaf = &document.passages[place];
        assert!(
            text[end..leaf.start].chars().all(|letter| "\n\t".contains(letter)),
            "words between leaves are lost"
        );
        end = leaf.end;
    }
    assert_eq!(end, text.len(), "leaves do not end with the text");
    let mut at = (0, 0);
    for (place, passage) in document.passages.iter().enumerate() {
        assert!(passage.parent.is_none_or(|parent| parent < place), "a child before its parent");
        assert!(passage.start <= passage.end);
        if let Some(parent) = passage.parent.map(|parent| &document.passages[parent]) {
            assert!(parent.start <= passage.start && passage.end <= parent.end);
        }
        let words = document.words(passage);
        assert_eq!(words.chars().count(), passage.last - passage.first);
        if passage.start >= at.0 {
            let between = text[at.0..passage.start].chars().count();
            assert_eq!(at.1 + between, passage.first, "code points do not count bytes");
            at = (passage.start, passage.first);
        }
    }
    for table in &document.tables {
        assert_eq!(document.passages[table.passage].kind, Kind::Table);
        assert_eq!(document.passages[table.passage].page, table.page);
    }
    let leaves = document.leaves();
    for place in [leaves.first(), leaves.get(leaves.len() / 2), leaves.last()].into_iter().flatten() {
        let leaf = &document.passages[*place];
        if let Some(made) = anchor::make(text, leaf.start, leaf.end)
            && let Place::Same(start, end) = anchor::resolve(&made, text)
        {
            assert_eq!((start, end), (leaf.start, leaf.end), "an anchor moved in its own text");
        }
    }
    let failed = document.diagnostics.iter().any(|problem| {
        problem.severity == daryn_model::Severity::Error
    });
    assert!(!text.is_empty() || failed, "an empty document says why");
    assert!(serde_json::to_writer(std::io::sink(), &document.to_json("a", Vec::new())).is_ok());
}
