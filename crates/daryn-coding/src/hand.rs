//! Codings that people make, as every way of coding without a window hands them over: a
//! spreadsheet, comments in a text, another program.

/// What a person is asked to code: a passage of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The document: its id in the study, else the name of its file.
    pub document: String,
    /// Name of the passage in the document.
    pub passage: String,
    /// First code point of it in the text of the document.
    pub start: usize,
    /// The code point behind its last.
    pub end: usize,
    /// Headings above it, the outermost first, joined for reading.
    pub heading: String,
    /// Its words.
    pub text: String,
}

impl Unit {
    /// A coding of the whole passage by nobody, with no code yet.
    #[must_use]
    pub fn coding(&self) -> HandCoding {
        HandCoding {
            document: self.document.clone(),
            passage: Some(self.passage.clone()),
            start: self.start,
            end: self.end,
            quote: self.text.clone(),
            ..HandCoding::default()
        }
    }
}

/// A code that a person gave to a place of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct HandCoding {
    /// The document: its id in the study, else the name of its file.
    pub document: String,
    /// Name of the passage, where a whole one was coded.
    pub passage: Option<String>,
    /// First code point of it in the text of the document.
    pub start: usize,
    /// The code point behind its last.
    pub end: usize,
    /// Words that stand there.
    pub quote: String,
    /// Id of the code.
    pub code: String,
    /// Who coded.
    pub coder: String,
    /// When, where that is known: a time of RFC 3339.
    pub time: Option<String>,
    /// Version of the codebook that was used, where that is known.
    pub version: Option<String>,
    /// What the coder noted.
    pub memo: String,
}

/// What a person noted at a place of a document without giving a code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HandMemo {
    /// The document: its id in the study, else the name of its file.
    pub document: String,
    /// Name of the passage, where the note is on a whole one.
    pub passage: Option<String>,
    /// First code point of the place in the text of the document.
    pub start: usize,
    /// The code point behind its last; `start` where the note is on a place between letters.
    pub end: usize,
    /// Words that stand there.
    pub quote: String,
    /// Who noted it.
    pub coder: String,
    /// When, where that is known: a time of RFC 3339.
    pub time: Option<String>,
    /// The note.
    pub text: String,
}

impl From<HandMemo> for HandCoding {
    /// A note as a coding without a code.
    fn from(memo: HandMemo) -> HandCoding {
        let HandMemo { document, passage, start, end, quote, coder, time, text } = memo;
        let (code, version) = (String::new(), None);
        HandCoding { document, passage, start, end, quote, code, coder, time, version, memo: text }
    }
}

impl From<HandCoding> for HandMemo {
    /// What was noted on a coding, without its code.
    fn from(coding: HandCoding) -> HandMemo {
        let HandCoding { document, passage, start, end, quote, coder, time, memo: text, .. } =
            coding;
        HandMemo { document, passage, start, end, quote, coder, time, text }
    }
}
