//! Lines of documents, as packages of features give them: editions of an act without sentences.

use serde::{Deserialize, Serialize};

use super::{CodeName, MeasureLife, TextMeasures};
use crate::record;
use crate::record::{Id, Url};
use crate::text::Localized;

record! {
    /// The name of a package of features in `features/`.
    pub struct PackageName: "package" {
        /// Name of its file without `.json`.
        pub id: Id,
        /// Label of the act, up to about 28 characters.
        pub name: Localized,
        /// The document whose text or editions it holds, if it is one of the study.
        pub document: Option<Id>,
        /// Page from which the texts were taken.
        pub source_url: Url,
    }
}

/// A package of features: texts that follow each other, and what became of their units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextLine {
    /// Its file in the study.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Label of the act.
    pub name: Localized,
    /// Its document, if it is one of the study.
    pub document: Option<Id>,
    /// The program that made it.
    pub program: String,
    /// The version of reading.
    pub reader: i64,
    /// Codebook and rules with their versions.
    pub codebook: String,
    /// Codes that could be given, in the order of the codebook.
    pub codes: Vec<CodeName>,
    /// The texts in order of time.
    pub editions: Vec<Edition>,
    /// What became of the units of each text in the next one, by articles and by leaves.
    pub steps: Vec<LineStep>,
    /// Lives of units.
    pub lives: Vec<LineLife>,
    /// Survival of units.
    pub survival: Vec<LineSurvival>,
    /// Novelty of texts.
    pub novelty: Vec<LineNovelty>,
    /// Words under codes.
    pub attention: Vec<LineAttention>,
    /// What each text holds, side by side.
    pub profile: Vec<LineProfile>,
    /// Measures that rules found; none in a package without them.
    pub measures: Option<TextMeasures>,
    /// Lives of measures; empty where they cannot be followed.
    pub measure_lives: Vec<MeasureLife>,
    /// Whether texts that follow each other are in two languages, so that units were matched by
    /// their numbers and not by their words.
    pub by_labels: bool,
    /// Words under codes where single rules and clues are left out; `None` where none was.
    pub codebook_ranges: Option<Vec<LineRange>>,
    /// Whether changes of words under codes keep their direction then.
    pub codebook_changes: Vec<LineDirection>,
    /// Codes that two people gave, beside those of rules.
    pub coders: Vec<LineCoders>,
    /// Passages that two people read.
    pub readings: Vec<LineReading>,
}

/// One of the texts of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// File from which it was read; not part of the study.
    pub file: String,
    /// SHA-256 of the bytes of the file.
    pub sha256: String,
    /// Language of the whole.
    pub language: String,
    /// Day, month or year in the name of the file, where there is one.
    pub dated: Option<String>,
    /// Passages.
    pub passages: i64,
    /// Words of passages that are no notes and no tables of contents.
    pub words: i64,
}

/// A text and the next one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineStep {
    /// What was taken as a unit: article, point or leaf.
    pub unit: String,
    /// Place of the old text in [`TextLine::editions`].
    pub old: usize,
    /// Place of the new one.
    pub new: usize,
    /// Pairs of units.
    pub pairs: Vec<LinePair>,
    /// Pairs of passages outside of the units.
    pub outside: Vec<LinePair>,
}

/// A unit of a text and what it became.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinePair {
    /// kept, edited, moved, new or dropped.
    pub status: String,
    /// Its passage in the old text.
    pub old: Option<String>,
    /// Its passage in the new text.
    pub new: Option<String>,
    /// Its number, in the new text where it stands there.
    pub label: Option<String>,
    /// The passage in the old text that its words are held against: [`LinePair::old`], or the one
    /// that was rewritten under its number.
    pub before: Option<String>,
    /// The number of that one.
    pub old_label: Option<String>,
    /// Whether both texts have a unit of this number, with less than half of its words in common.
    pub rewritten: bool,
    /// Whether only a title with an editor's note of its repeal is left of it in the new text, or
    /// words that say so; of a dropped one, in the old text.
    pub repealed: bool,
    /// Stems of both texts that have no partner in the other one, of all stems of both; only of
    /// units that stand in both texts, or were rewritten under one number (there, on both sides), and are repealed in
    /// neither.
    pub changed: Option<f64>,
}

/// A unit through the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineLife {
    /// What was taken as a unit.
    pub unit: String,
    /// What its passage is.
    pub kind: String,
    /// Its number where it stands last.
    pub label: Option<String>,
    /// Place of the text in which it stands first.
    pub first: usize,
    /// Place of the text in which it stands last.
    pub last: usize,
    /// Places of texts in which its words are others than before.
    pub edited: Vec<usize>,
    /// Places of texts in which it has left its place.
    pub moved: Vec<usize>,
    /// Places of texts in which only its title with a note of its repeal is left.
    pub repealed: Vec<usize>,
    /// Its passage in each text.
    pub passages: Vec<Option<String>>,
}

/// How many units of a text are still there in a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineSurvival {
    /// What was taken as a unit.
    pub unit: String,
    /// Place of the text.
    pub from: usize,
    /// Place of the later one.
    pub to: usize,
    /// Units of the text.
    pub units: i64,
    /// Passages of those that are still there.
    pub stayed: Vec<String>,
    /// Passages of those that are gone.
    pub gone: Vec<String>,
    /// Passages in the later text of those that are still there and repealed in it.
    pub repealed: Vec<String>,
    /// Units that are not repealed in the text.
    pub alive: i64,
    /// Of these, those that are still there and not repealed in the later text.
    pub alive_stayed: i64,
}

/// What a text holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineProfile {
    /// Place of the text.
    pub edition: usize,
    /// Words of passages with any code.
    pub coded_words: i64,
    /// Passages with any code.
    pub coded: Vec<String>,
    /// Stages that were given.
    pub stages: i64,
    /// Stages that could be given; 0 where the codebook has none.
    pub all_stages: i64,
    /// Functions that were given.
    pub functions: i64,
    /// Functions that could be given; 0 where the codebook has none.
    pub all_functions: i64,
    /// How often one of its sections names another one by its number.
    pub references: i64,
    /// Smallest passages with words of the policy.
    pub leaves: i64,
    /// What was taken as a unit.
    pub unit: Option<String>,
    /// Units that are not repealed; `None` for the first text.
    pub units: Option<i64>,
    /// Of these, those that go on from the text before.
    pub continued: Option<i64>,
}

/// Novelty, transience and resonance of a text, in bits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineNovelty {
    /// Place of the text.
    pub edition: usize,
    /// How many texts before and behind are looked at.
    pub window: i64,
    /// How much it differs from those before it.
    pub novelty: Option<f64>,
    /// How much it differs from those behind it.
    pub transience: Option<f64>,
    /// The first minus the second.
    pub resonance: Option<f64>,
    /// Codes of the reasons why values are missing.
    pub undefined: Vec<String>,
}

/// Words of a text under a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineAttention {
    /// Place of the text.
    pub edition: usize,
    /// The code.
    pub code: String,
    /// Words of passages with the code.
    pub words: i64,
    /// The passages.
    pub passages: Vec<String>,
}

/// Words of a text under a code, with single rules and clues left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineRange {
    /// Place of the text.
    pub edition: usize,
    /// The code.
    pub code: String,
    /// Words with all rules and clues.
    pub words: i64,
    /// The fewest words, with what is left out then: `clue core`, `rule ru.train`.
    pub least: (i64, Option<String>),
    /// The most words.
    pub most: (i64, Option<String>),
    /// What takes the code out of every text.
    pub emptied_by: Vec<String>,
    /// The passages.
    pub passages: Vec<String>,
}

/// The change of words under a code from a text to the next one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineDirection {
    /// Place of the old text.
    pub old: usize,
    /// Place of the new one.
    pub new: usize,
    /// The code.
    pub code: String,
    /// Words of 1,000 words in both.
    pub rates: [f64; 2],
    /// holds, does-not-hold, no-change or not-varied.
    pub verdict: String,
    /// What turns the direction where it is left out.
    pub turned_by: Vec<String>,
    /// The passages in the old text and in the new one.
    pub passages: [Vec<String>; 2],
}

/// How often a code was given to passages that two people read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineCoders {
    /// Place of the text.
    pub edition: usize,
    /// The code.
    pub code: String,
    /// Passages that were read.
    pub read: i64,
    /// Passages to which each person gave it.
    pub readers: [Vec<String>; 2],
    /// Those of them to which rules gave it.
    pub rules: Vec<String>,
}

/// A passage that two people read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineReading {
    /// Place of the text.
    pub edition: usize,
    /// The passage.
    pub passage: String,
}
