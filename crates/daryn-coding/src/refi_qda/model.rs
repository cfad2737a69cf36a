//! What a project of REFI-QDA holds, as types.
//!
//! Names follow the schema (`Project.xsd` 1.0); dates and numbers keep the letters with which they
//! were written. What the schema does not know stays as it was in `extra`.

use std::collections::BTreeMap;

use super::guid::Guid;
use super::xml::{Element, Name};

/// A project: who codes what with which codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Project {
    /// Its name.
    pub name: String,
    /// The program that wrote it.
    pub origin: Option<String>,
    /// Who made and changed it, and when.
    pub stamp: Stamp,
    /// The folder for `relative:` paths on the machine that wrote it. Never followed.
    pub base_path: Option<String>,
    /// Coders.
    pub users: Vec<User>,
    /// Codes, each with those below it.
    pub codes: Vec<Code>,
    /// What is known of sources and cases.
    pub variables: Vec<Variable>,
    /// Cases.
    pub cases: Vec<Case>,
    /// Texts and media, in the order of the file.
    pub sources: Vec<Source>,
    /// Memos. They have the type of a text.
    pub notes: Vec<TextSource>,
    /// Links between any two things.
    pub links: Vec<Link>,
    /// Sets of codes, sources and notes.
    pub sets: Vec<Set>,
    /// Drawings, as they stand in the file.
    pub graphs: Vec<Element>,
    /// What the project is about.
    pub description: Option<String>,
    /// Notes on the project as a whole.
    pub notes_on: Vec<Guid>,
    /// What the schema does not know.
    pub extra: Extra,
    /// Files of the folder `sources`, by name, but for plain texts, which stand with their source.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Who made and changed something, and when (`xsd:dateTime`, as written).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Who made it.
    pub creator: Option<Guid>,
    /// When it was made.
    pub created: Option<String>,
    /// Who changed it last.
    pub modifier: Option<Guid>,
    /// When it was changed last.
    pub modified: Option<String>,
}

/// What the schema does not know, or what it knows with a value that it does not allow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra {
    /// Attributes: names with their prefix, and values.
    pub attributes: Vec<(Name, String)>,
    /// Elements with all that is in them.
    pub elements: Vec<Element>,
}

impl Extra {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty() && self.elements.is_empty()
    }
}

/// A coder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Identifier.
    pub guid: Guid,
    /// Name.
    pub name: Option<String>,
    /// Short name or login.
    pub id: Option<String>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// A code, or a group of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Identifier.
    pub guid: Guid,
    /// Name; need not be unique.
    pub name: String,
    /// Whether it may be given; a group may not.
    pub is_codable: bool,
    /// `#RGB` or `#RRGGBB`.
    pub color: Option<String>,
    /// Definition.
    pub description: Option<String>,
    /// Notes on it.
    pub notes: Vec<Guid>,
    /// Codes below it.
    pub codes: Vec<Code>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// What a variable holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the schema say it")]
pub enum VariableType {
    Text,
    Boolean,
    Integer,
    Float,
    Date,
    DateTime,
}

/// A variable of sources or cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Identifier.
    pub guid: Guid,
    /// Name.
    pub name: String,
    /// What it holds.
    pub kind: VariableType,
    /// What it means.
    pub description: Option<String>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// A value of a variable. Numbers and dates keep their letters.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the schema say it")]
pub enum Value {
    /// The variable is named, but has no value.
    Missing,
    Text(String),
    Boolean(bool),
    Integer(String),
    /// A decimal number, which the schema calls Float.
    Float(String),
    Date(String),
    DateTime(String),
}

/// A variable with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableValue {
    /// The variable.
    pub variable: Guid,
    /// Its value.
    pub value: Value,
    /// What the schema does not know; a value that is none of its type.
    pub extra: Extra,
}

/// A case: a person, an organisation, whatever is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Identifier.
    pub guid: Guid,
    /// Name.
    pub name: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// Codes that stand for it.
    pub codes: Vec<Guid>,
    /// What is known of it.
    pub values: Vec<VariableValue>,
    /// Sources that belong to it.
    pub sources: Vec<Guid>,
    /// Selections that belong to it.
    pub selections: Vec<Guid>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// A set of codes, sources and notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// Identifier.
    pub guid: Guid,
    /// Name.
    pub name: String,
    /// What it is.
    pub description: Option<String>,
    /// Codes in it.
    pub codes: Vec<Guid>,
    /// Sources in it.
    pub sources: Vec<Guid>,
    /// Notes in it.
    pub notes: Vec<Guid>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// A link from one thing to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Identifier.
    pub guid: Guid,
    /// Name.
    pub name: Option<String>,
    /// `Associative`, `OneWay` or `Bidirectional`.
    pub direction: Option<String>,
    /// `#RGB` or `#RRGGBB`.
    pub color: Option<String>,
    /// Where it begins.
    pub origin: Option<Guid>,
    /// Where it leads.
    pub target: Option<Guid>,
    /// Notes on it.
    pub notes: Vec<Guid>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// Where bytes of a source are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In [`Project::files`], under this name.
    Inside(String),
    /// A path that was written in the file, but leads to nothing in it: on another disk
    /// (`relative:`, `absolute:`) or missing. Never followed.
    Elsewhere(String),
}

/// Something that is coded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A text.
    Text(TextSource),
    /// A picture, a PDF, sound or film.
    Media(Media),
}

/// A text with its selections; also a note, and the words of a medium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSource {
    /// Identifier.
    pub guid: Guid,
    /// Name.
    pub name: Option<String>,
    /// Who made and changed it, and when.
    pub stamp: Stamp,
    /// The plain text, without byte order mark, with line feeds alone. Positions are counted in
    /// it. None where the text is not in the file.
    pub text: Option<String>,
    /// Where the plain text should be; kept only where it is not there or is no text.
    pub text_elsewhere: Option<Location>,
    /// The text with its layout.
    pub rich: Option<Location>,
    /// What it is.
    pub description: Option<String>,
    /// Selected spans.
    pub selections: Vec<Selection>,
    /// Codes given to the whole text.
    pub codings: Vec<Coding>,
    /// Notes on it.
    pub notes: Vec<Guid>,
    /// What is known of it.
    pub values: Vec<VariableValue>,
    /// What the schema does not know.
    pub extra: Extra,
}

impl TextSource {
    /// A text without anything.
    #[must_use]
    pub fn new(guid: Guid, text: Option<String>) -> TextSource {
        TextSource {
            guid,
            name: None,
            stamp: Stamp::default(),
            text,
            text_elsewhere: None,
            rich: None,
            description: None,
            selections: Vec::new(),
            codings: Vec::new(),
            notes: Vec::new(),
            values: Vec::new(),
            extra: Extra::default(),
        }
    }
}

/// Which medium a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the schema say it")]
pub enum MediaKind {
    Picture,
    Pdf,
    Audio,
    Video,
}

/// A picture, a PDF, sound or film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// Which.
    pub kind: MediaKind,
    /// Identifier.
    pub guid: Guid,
    /// Name.
    pub name: Option<String>,
    /// Who made and changed it, and when.
    pub stamp: Stamp,
    /// Its bytes.
    pub file: Option<Location>,
    /// Where the program that wrote the project had it.
    pub current_path: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// Its words: the text of a PDF, the description of a picture.
    pub text: Option<Box<TextSource>>,
    /// What is said in it.
    pub transcripts: Vec<Transcript>,
    /// Selected parts of it.
    pub selections: Vec<Selection>,
    /// Codes given to the whole.
    pub codings: Vec<Coding>,
    /// Notes on it.
    pub notes: Vec<Guid>,
    /// What is known of it.
    pub values: Vec<VariableValue>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// Words of sound or film with the times at which they are said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    /// Identifier, names, text and selections (by points in time).
    pub text: TextSource,
    /// Points where text and time meet.
    pub points: Vec<SyncPoint>,
}

/// A point where text and time meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncPoint {
    /// Identifier.
    pub guid: Guid,
    /// Milliseconds from the beginning.
    pub time: Option<i64>,
    /// Code points from the beginning of the text.
    pub position: Option<i64>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// A part of a source that somebody selected, with the codes given to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// Identifier.
    pub guid: Guid,
    /// Usually the selected text, cut at about 100 characters.
    pub name: Option<String>,
    /// Who made and changed it, and when.
    pub stamp: Stamp,
    /// Which part.
    pub place: Place,
    /// Memo.
    pub description: Option<String>,
    /// Codes given to it: none, one or several.
    pub codings: Vec<Coding>,
    /// Notes on it.
    pub notes: Vec<Guid>,
    /// What the schema does not know.
    pub extra: Extra,
}

/// Which part of a source is selected.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each form says what its numbers are")]
pub enum Place {
    /// Code points of [`TextSource::text`], from 0; the end is the one after the last.
    Span(Span),
    /// Pixels of a picture from its upper left corner.
    Area { first: (i64, i64), second: (i64, i64) },
    /// Points of a page of a PDF from the lower left corner of its media box, and its words.
    Page { page: i64, first: (i64, i64), second: (i64, i64), text: Option<Box<TextSource>> },
    /// Milliseconds.
    Time { begin: i64, end: i64 },
    /// From one point in time of a transcript to another.
    Points { from: Option<Guid>, to: Option<Guid> },
}

/// A span of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First code point; as written where `anchor` says that it is not to be trusted.
    pub start: i64,
    /// The code point after the last.
    pub end: i64,
    /// How far the place is known.
    pub anchor: Anchor,
}

/// How far the place of a span is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The span lies in the text. Where the name of the selection is a quotation, it stands there.
    Exact,
    /// It is not known what of the text is meant: positions are those of the file, and no part of
    /// the text may be shown for them.
    Unanchored,
}

/// A code given by somebody at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding {
    /// Identifier.
    pub guid: Guid,
    /// The code.
    pub code: Guid,
    /// Who gave it.
    pub creator: Option<Guid>,
    /// When (`xsd:dateTime`, as written).
    pub created: Option<String>,
    /// Notes on it.
    pub notes: Vec<Guid>,
    /// What the schema does not know.
    pub extra: Extra,
}
