//! What is known of the codings of a study's texts.

use serde::{Deserialize, Serialize};

use crate::record::Id;
use crate::text::Localized;

/// The codings of the texts of a study, with the codebook that they are of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Codings {
    /// Id of the codebook.
    pub codebook: String,
    /// Its version.
    pub version: String,
    /// Digest of the file of rules; none where no rules were applied.
    pub rules: Option<String>,
    /// Whether the codebook and its rules are those that daryn brings along.
    pub built_in: bool,
    /// Codes that can be given, in the order of the codebook.
    pub codes: Vec<CodeName>,
    /// Coded texts.
    pub texts: Vec<CodedText>,
    /// What two people found when they coded a sample again.
    pub validation: Option<Validation>,
}

/// A code that can be given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CodeName {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: Localized,
    /// Name of the code at the top of its branch; its own where it stands alone.
    pub group: Localized,
}

/// A text that was read whole and coded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CodedText {
    /// The document.
    pub document: Id,
    /// Name of the file in the study.
    pub file: String,
    /// `kk`, `ru`, `en` or `other`.
    pub language: String,
    /// Passages that could be coded: those in whose language there are rules, and those that a
    /// person coded.
    pub passages: i64,
    /// Passages that could not: no rules are for their language.
    pub without_rules: i64,
    /// Words (UAX 29) of the passages that could be coded.
    pub words: i64,
    /// Passages that a person coded; rules are not counted there.
    pub by_hand: i64,
    /// People who coded passages, sorted.
    pub coders: Vec<String>,
    /// Passages with codes, in the order of the text.
    pub coded: Vec<CodedPassage>,
}

/// A passage with codes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CodedPassage {
    /// Its name in the document: `p12`.
    pub passage: String,
    /// First code point in the text.
    pub start: i64,
    /// Code point behind the last one.
    pub end: i64,
    /// Its words (UAX 29).
    pub words: i64,
    /// Its words, cut at a border of words where they are many.
    pub quote: String,
    /// Its codes, each once, in the order of the codebook.
    pub codes: Vec<GivenCode>,
}

/// A code that was given to a passage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GivenCode {
    /// The code.
    pub code: String,
    /// Whether a person gave it.
    pub by_hand: bool,
    /// The rule with its version, or the people who gave it.
    pub by: String,
}

/// The result of a validation, as far as the report tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Validation {
    /// The two people.
    pub coders: Vec<String>,
    /// The day on which their labels were held against the rules.
    pub date: String,
    /// Passages that both labelled.
    pub passages: i64,
    /// Krippendorff's alpha of the two over every passage and code.
    pub alpha: Option<f64>,
    /// By language: mean F1 over codes with enough positives, number of these codes, and F1 over
    /// every passage and code.
    pub languages: Vec<ValidatedLanguage>,
    /// Whether texts, codebook or rules are others now than those that were validated.
    pub outdated: bool,
}

/// What came out in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValidatedLanguage {
    /// `kk`, `ru`, `en`.
    pub language: String,
    /// Passages that both labelled.
    pub passages: i64,
    /// Codes that enter the mean.
    pub codes: i64,
    /// Mean F1 over these codes.
    pub macro_f1: Option<f64>,
    /// F1 over every passage and code.
    pub f1: Option<f64>,
    /// The ends of its interval of 95 %; none where the drawn passages cannot tell.
    pub f1_interval: Option<[f64; 2]>,
}
