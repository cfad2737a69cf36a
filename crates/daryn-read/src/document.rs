//! A document that was read: its text, the tree of its passages, its tables.
//!
//! The text is the only copy of the words; a passage is a range in it. Ranges are kept in bytes
//! (to slice) and in code points (to tell other programs).

use daryn_model::Diagnostic;
use serde::Serialize;
use serde_json::{Value, json};

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A section above chapters: «Раздел», «бөлім».
    Part,
    /// «Глава», «тарау», «Параграф», or a numbered section of a text that has no articles.
    Chapter,
    /// «Статья», «бап».
    Article,
    /// «1.» in an article or a document.
    Point,
    /// «1)» or «а)».
    SubPoint,
    /// Words without a number.
    Paragraph,
    /// A table; its children are rows.
    Table,
    /// A row; its children are cells.
    Row,
    /// A cell.
    Cell,
    /// An approved or attached text behind the text that approves it.
    Annex,
    /// An editor's note on amendments, or a footnote; not words of the act.
    Note,
    /// A table of contents or a line of one.
    Toc,
    /// A title.
    Heading,
}

/// A place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The passage around it, by place in [`Document::passages`]; always an earlier one.
    pub parent: Option<usize>,
    /// What it is.
    pub kind: Kind,
    /// Number as printed, without the dot: `29`, `12-1`, `3)`.
    pub label: Option<String>,
    /// First byte in the text.
    pub start: usize,
    /// Byte behind the last one.
    pub end: usize,
    /// First code point in the text.
    pub first: usize,
    /// Code point behind the last one.
    pub last: usize,
    /// Page, from 1, where the format has pages.
    pub page: Option<u32>,
}

/// A table as a grid: a cell that spans others stands in the first, the others are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Place of its passage.
    pub passage: usize,
    /// Page, from 1.
    pub page: Option<u32>,
    /// Cells by row; all rows are of one length.
    pub rows: Vec<Vec<String>>,
}

/// How words of a document were changed while changes were tracked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Words that were put in; they are in the text.
    Inserted,
    /// Words that were taken out; they are not in the text.
    Deleted,
    /// Words that were moved to this place; they are in the text.
    MovedHere,
    /// Words that were moved away from this place.
    MovedAway,
}

/// A tracked change. The text is that with all changes accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What was done.
    pub kind: ChangeKind,
    /// First byte in the text.
    pub start: usize,
    /// Byte behind the last one; `start` for words that are not in the text.
    pub end: usize,
    /// First code point in the text.
    pub first: usize,
    /// Code point behind the last one.
    pub last: usize,
    /// The words.
    pub text: String,
    /// Who changed it, where the file says so.
    pub author: Option<String>,
    /// When, as the file says it.
    pub date: Option<String>,
}

/// A comment on a stretch of the text; its words are not in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// First byte in the text of what it is about.
    pub start: usize,
    /// Byte behind the last one; `start` where it is about a place.
    pub end: usize,
    /// First code point in the text.
    pub first: usize,
    /// Code point behind the last one.
    pub last: usize,
    /// Its words.
    pub text: String,
    /// Who wrote it, where the file says so.
    pub author: Option<String>,
    /// When, as the file says it.
    pub date: Option<String>,
}

/// A document that was read, with all that went wrong.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Digest of the bytes.
    pub sha256: String,
    /// What the bytes are; empty if that is not known.
    pub media_type: &'static str,
    /// The canonical text: line feeds between blocks, tabs between cells, plain spaces.
    pub text: String,
    /// Passages, a parent before its children, in order of the text.
    pub passages: Vec<Passage>,
    /// Tables in order.
    pub tables: Vec<Table>,
    /// Tracked changes in order of the text.
    pub changes: Vec<Change>,
    /// Comments in order of the text.
    pub comments: Vec<Comment>,
    /// Problems.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// The words of a passage.
    pub fn words(&self, passage: &Passage) -> &str {
        &self.text[passage.start..passage.end]
    }

    /// Places of the passages that have no passages in them, in order of the text.
    pub fn leaves(&self) -> Vec<usize> {
        let mut has_children = vec![false; self.passages.len()];
        for passage in &self.passages {
            if let Some(parent) = passage.parent {
                has_children[parent] = true;
            }
        }
        (0..self.passages.len()).filter(|place| !has_children[*place]).collect()
    }

    /// Whether a passage is, or stands in, a note or a table of contents: not words of the policy.
    pub fn is_apart(&self, mut place: usize) -> bool {
        loop {
            let passage = &self.passages[place];
            if matches!(passage.kind, Kind::Note | Kind::Toc) {
                return true;
            }
            match passage.parent {
                Some(parent) => place = parent,
                None => return false,
            }
        }
    }

    /// Passages of a kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |passage| passage.kind == kind)
    }

    /// The form that other programs rely on. `told` are the diagnostics in words.
    pub fn to_json(&self, file: &str, told: Vec<Value>) -> Value {
        let passages: Vec<Value> = self
            .passages
            .iter()
            .enumerate()
            .map(|(place, passage)| {
                let words = self.words(passage);
                json!({
                    "id": name(place),
                    "parent": passage.parent.map(name),
                    "kind": passage.kind,
                    "label": passage.label,
                    "text": words,
                    "start": passage.first,
                    "end": passage.last,
                    "language": daryn_text::language::identify(words).code(),
                    "page": passage.page,
                })
            })
            .collect();
        let tables: Vec<Value> = self
            .tables
            .iter()
            .map(|table| json!({"id": name(table.passage), "page": table.page, "rows": table.rows}))
            .collect();
        let changes: Vec<Value> = self
            .changes
            .iter()
            .map(|change| {
                json!({
                    "kind": change.kind,
                    "start": change.first,
                    "end": change.last,
                    "text": change.text,
                    "author": change.author,
                    "date": change.date,
                })
            })
            .collect();
        let comments: Vec<Value> = self
            .comments
            .iter()
            .map(|comment| {
                json!({
                    "start": comment.first,
                    "end": comment.last,
                    "text": comment.text,
                    "author": comment.author,
                    "date": comment.date,
                })
            })
            .collect();
        let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        json!({
            "source": {
                "sha256": known(&self.sha256),
                "media_type": known(self.media_type),
                "file": file,
                "reader": crate::READER,
            },
            "language": daryn_text::language::identify(&self.text).code(),
            "text": self.text,
            "passages": passages,
            "tables": tables,
            "changes": changes,
            "comments": comments,
            "diagnostics": told,
        })
    }
}

/// The name of a passage in a document.
pub fn name(place: usize) -> String {
    format!("p{}", place + 1)
}
