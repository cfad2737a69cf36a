//! What is kept of the texts that lie in a study.

use serde::{Deserialize, Serialize};

use crate::record::Id;

/// A text of a policy document that lies in the study and was read whole by the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyText {
    /// The document.
    pub document: Id,
    /// Name of the file in the study.
    pub file: String,
    /// Digest of its bytes.
    pub sha256: String,
    /// Its media type.
    pub media_type: String,
    /// `kk`, `ru`, `en` or `other`.
    pub language: String,
    /// Length in code points.
    pub characters: i64,
    /// Number of articles.
    pub articles: i64,
    /// Number of points.
    pub points: i64,
    /// Version of the reader.
    pub reader: u32,
    /// Articles and points, so that a locator finds its words.
    pub places: Vec<TextPlace>,
}

/// An article or a point of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPlace {
    /// Whether it is an article; a point if not.
    pub article: bool,
    /// Its number as printed.
    pub label: String,
    /// First code point in the text.
    pub start: i64,
    /// Code point behind the last one.
    pub end: i64,
    /// Its words, cut at a border of words where they are many.
    pub quote: String,
}
