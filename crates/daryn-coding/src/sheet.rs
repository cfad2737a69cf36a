//! Coding in a spreadsheet: a workbook out, what people did with it back in.
//!
//! Each coder has a sheet with one passage a row: document, passage, heading, text (locked), cells
//! for codes with a list of the codebook, a memo. One sheet shows the codebook, one says how to
//! code. A hidden sheet holds what was written (the *manifest*): the codebook and its version, the
//! passages with digests of their words, and the codings that stood there. So a workbook that comes
//! back says by itself what its reader changed, and three-way [merge](crate::merge) is possible.
//!
//! Rows are known by document and passage, not by their place: they may be sorted, filtered and
//! moved, columns and sheets may be added and renamed. Codes may be picked from the list or typed
//! as an id or a name in any language.
//!
//! Other forms that people fill in (a review of [codings](crate::review), of measures) have their
//! hidden sheet, heads, locked cells and problems from here, too.

mod manifest;
mod read;
mod typed;
mod write;

use std::collections::BTreeMap;

use daryn_model::Lang;

use crate::codebook::Codebook;
use crate::hand::{HandCoding, HandMemo, Unit};

pub use manifest::pieces;
pub use read::{read, read_since};
pub use typed::{HEAD_WITHIN, Heads, Opened, Stated, Told};
pub(crate) use write::{Book, failed};
pub use write::{asked, head, protect, write};

/// What is written into a workbook.
#[derive(Debug, Clone, Copy)]
pub struct Form<'a> {
    /// Passages to be coded, in order.
    pub units: &'a [Unit],
    /// Codings that stand already. Those of other coders than `coders` are not shown.
    pub codings: &'a [HandCoding],
    /// Notes that stand already.
    pub memos: &'a [HandMemo],
    /// Who codes; each gets a sheet.
    pub coders: &'a [String],
    /// The codebook.
    pub codebook: &'a Codebook,
    /// In which language codes and definitions are shown.
    pub lang: Lang,
    /// Cells for codes in each row; there are more where a passage has more codes.
    pub columns: usize,
    /// What is written on it beside.
    pub words: &'a Words,
}

/// A workbook that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Codings of its coders that no row can show: they are not on a whole passage of the form.
    pub codings_left_out: Vec<HandCoding>,
    /// Notes of its coders that no row can show.
    pub memos_left_out: Vec<HandMemo>,
    /// Passages whose words are longer than a cell may be (32,767 UTF-16 units): their beginning
    /// is shown.
    pub cut: Vec<String>,
}

/// A workbook that came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Returned {
    /// What it is known by: a digest of what it was handed out with. Copies of a workbook have one.
    pub workbook: String,
    /// Id and version of the codebook with which it was written.
    pub codebook: (String, String),
    /// Passages, as they were written; `heading` is that of the sheet.
    pub units: Vec<Unit>,
    /// Digest of the words of each (SHA-256, the first 32 hexadecimal digits).
    pub digests: Vec<String>,
    /// Coders of its sheets and rows, in order.
    pub coders: Vec<String>,
    /// Codings that stood there when it was written: the base of a merge.
    pub base: Vec<HandCoding>,
    /// Notes that stood there when it was written.
    pub base_memos: Vec<HandMemo>,
    /// Codings that stand there now, in order of passages, coders and the codebook. A coding that
    /// stood there before keeps its time and version; a new one has none and that of the codebook.
    pub codings: Vec<HandCoding>,
    /// Notes on passages without a code that stand there now.
    pub memos: Vec<HandMemo>,
}

/// Names of the words of a form in the catalogue, in the order of [`Words`].
const WORDS: [&str; 16] = [
    "sheet-document",
    "sheet-passage",
    "sheet-heading",
    "sheet-text",
    "sheet-code",
    "sheet-memo",
    "sheet-coder",
    "sheet-codebook",
    "sheet-how",
    "sheet-name",
    "sheet-definition",
    "sheet-include",
    "sheet-exclude",
    "sheet-example",
    "sheet-not-listed",
    "sheet-how-to",
];

/// What is written on a form: heads of columns, names of sheets, how to code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(BTreeMap<&'static str, String>);

impl Words {
    /// Takes them out of a catalogue. In `sheet-how-to` each line is a paragraph.
    pub fn of(word: impl Fn(&str) -> String) -> Words {
        Words(WORDS.iter().map(|name| (*name, word(name))).collect())
    }

    /// Names that the catalogue must have.
    pub fn names() -> impl Iterator<Item = &'static str> {
        WORDS.into_iter()
    }

    /// Words of a review: what it says of how to work with it is another text.
    pub(crate) fn of_review(word: impl Fn(&str) -> String) -> Words {
        let own = |name| if name == "sheet-how-to" { "review-how-to" } else { name };
        Words(WORDS.into_iter().map(|name| (name, word(own(name)))).collect())
    }

    pub(crate) fn get(&self, name: &'static str) -> &str {
        self.0.get(name).map_or(name, String::as_str)
    }
}

/// What each column of a form holds, by the names that the manifest uses.
const COLUMNS: [(&str, &str); 7] = [
    ("document", "sheet-document"),
    ("passage", "sheet-passage"),
    ("heading", "sheet-heading"),
    ("text", "sheet-text"),
    ("code", "sheet-code"),
    ("memo", "sheet-memo"),
    ("coder", "sheet-coder"),
];

/// A memo cell: the notes of a row, each once, in order.
fn joined<'a>(notes: impl Iterator<Item = &'a str>) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for note in notes {
        if !note.trim().is_empty() && !seen.contains(&note) {
            seen.push(note);
        }
    }
    seen.join("\n")
}

/// Most UTF-16 units of a cell.
const CELL: usize = 32_767;

/// Words as a cell can show them, and whether they were cut.
#[must_use]
pub fn fitting(text: &str) -> (String, bool) {
    if text.encode_utf16().count() <= CELL {
        return (text.to_owned(), false);
    }
    let mut units = 0;
    let cut = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > CELL - 2
    });
    let end = cut.map_or(text.len(), |(at, _)| at);
    (format!("{} …", &text[..end]), true)
}

/// Whether a cell shows these words, but for how lines and spaces are kept.
#[must_use]
pub fn is_shown(cell: &str, words: &str) -> bool {
    let own = fitting(words).0;
    cell == own || cell.split_whitespace().eq(own.split_whitespace())
}
