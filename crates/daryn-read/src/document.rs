//! A document that was read: its text, the tree of its passages, its tables.
//!
//! The text is the only copy of the words; a passage is a range in it. Ranges are kept in bytes
//! (to slice) and in code points (to tell other programs).

use std::ops::Range;

use daryn_model::{Diagnostic, Severity};
use daryn_text::language::{Detail, Evidence, Language, finer};
use daryn_text::repair::{self, Repair};
use serde::Serialize;

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
    /// Cells that cover several rows, in order of where they begin. An empty cell that none of them
    /// covers is empty in the file, too.
    pub merged: Vec<Merged>,
}

/// A cell that covers several rows, as the file itself says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// Row of the grid in which it stands, from 0.
    pub row: usize,
    /// Column in which it stands, from 0.
    pub column: usize,
    /// Rows that it covers, its own among them.
    pub rows: usize,
    /// Columns that it covers.
    pub columns: usize,
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

/// Words that somebody put a colour behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// First byte in the text.
    pub start: usize,
    /// Byte behind the last one.
    pub end: usize,
    /// First code point in the text.
    pub first: usize,
    /// Code point behind the last one.
    pub last: usize,
    /// The colour as `#rrggbb`, in small letters.
    pub colour: String,
}

impl Highlight {
    /// Words from one byte and code point to others, without the spaces around them; nothing where
    /// there are no words.
    pub(crate) fn new(text: &str, place: [usize; 4], colour: String) -> Option<Highlight> {
        let [start, end, first, last] = place;
        let words = &text[start..end];
        let before = words.len() - words.trim_start().len();
        let behind = words.len() - words.trim_end().len();
        // The spaces of a tidy text are one byte each.
        (before + behind < words.len()).then(|| Highlight {
            start: start + before,
            end: end - behind,
            first: first + before,
            last: last - behind,
            colour,
        })
    }
}

/// A document that was read, with all that went wrong.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Digest of the bytes.
    pub sha256: String,
    /// What the bytes are; empty if that is not known.
    pub media_type: &'static str,
    /// The canonical text: line feeds between blocks, tabs between cells, plain spaces, wrong
    /// letters put right.
    pub text: String,
    /// Passages, a parent before its children, in order of the text.
    pub passages: Vec<Passage>,
    /// Tables in order.
    pub tables: Vec<Table>,
    /// Wrong letters that were put right, in order of the text.
    pub repairs: Vec<Repair>,
    /// The language of each passage.
    pub languages: Vec<Detail>,
    /// The language of the whole.
    pub language: Detail,
    /// Tracked changes in order of the text.
    pub changes: Vec<Change>,
    /// Comments in order of the text.
    pub comments: Vec<Comment>,
    /// Words with a colour behind them, in order of the text, where the format is read for that
    /// (DOCX). Those of different paragraphs and cells stand apart.
    pub highlights: Vec<Highlight>,
    /// Problems.
    pub diagnostics: Vec<Diagnostic>,
}

/// Problems of a document of which only a part was read.
const PARTIAL: [&str; 4] =
    ["read-more-pages", "read-page-without-text", "read-page-broken", "read-left-out"];

impl Document {
    /// Whether the whole document was read, as far as its bytes show.
    pub fn is_whole(&self) -> bool {
        let partial = |problem: &Diagnostic| {
            problem.severity == Severity::Error || PARTIAL.contains(&problem.code.as_str())
        };
        !self.text.is_empty() && !self.diagnostics.iter().any(partial)
    }

    /// The words of a passage.
    pub fn words(&self, passage: &Passage) -> &str {
        &self.text[passage.start..passage.end]
    }

    /// The words as they were printed, before letters were put right: bytes `range` of the text.
    pub fn as_printed(&self, range: Range<usize>) -> String {
        repair::as_printed(&self.text, &self.repairs, range)
    }

    /// The sentences of a passage, from the first code point in the text to behind the last one.
    pub fn sentences(&self, passage: &Passage) -> Vec<[usize; 2]> {
        let words = self.words(passage);
        let (mut byte, mut point) = (0, passage.first);
        let mut points_to = |to: usize| {
            point += words[byte..to].chars().count();
            byte = to;
            point
        };
        let found = daryn_text::sentence::sentences(words).into_iter();
        found.map(|range| [points_to(range.start), points_to(range.end)]).collect()
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

    /// Tells the languages. Each word is looked at once: what holds other passages is in the
    /// language of most letters in its leaves, so that a few Kazakh names do not make a Russian
    /// law Kazakh.
    pub(crate) fn tell_languages(&mut self) {
        let mut sums = vec![Sum::default(); self.passages.len()];
        let mut whole = Sum::default();
        for place in self.leaves() {
            let words = self.words(&self.passages[place]);
            let evidence = Evidence::of(words);
            let letters = words.chars().filter(|letter| letter.is_alphabetic()).count();
            whole.add(&evidence, letters);
            let mut around = Some(place);
            while let Some(place) = around {
                sums[place].add(&evidence, letters);
                around = self.passages[place].parent;
            }
        }
        let told = self.passages.iter().zip(&sums);
        self.languages =
            told.map(|(passage, sum)| finer(self.words(passage), sum.language())).collect();
        self.language = finer(&self.text, whole.language());
    }
}

/// Languages of the leaves of a passage.
#[derive(Clone, Default)]
struct Sum {
    evidence: Evidence,
    letters: [usize; 4],
}

/// In the order that decides where two have the same number of letters.
const LANGUAGES: [Language; 4] = [Language::Kk, Language::Ru, Language::En, Language::Other];

impl Sum {
    fn add(&mut self, evidence: &Evidence, letters: usize) {
        let own = evidence.language();
        let place = LANGUAGES.iter().position(|language| *language == own).unwrap_or(3);
        self.letters[place] += letters;
        self.evidence.add(evidence);
    }

    fn language(&self) -> Language {
        let most = (0..4).rev().max_by_key(|place| self.letters[*place]).unwrap_or(3);
        match self.letters[most] {
            0 => self.evidence.language(),
            _ => LANGUAGES[most],
        }
    }
}

/// The name of a passage in a document.
pub fn name(place: usize) -> String {
    format!("p{}", place + 1)
}
