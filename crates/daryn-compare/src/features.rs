//! Figures of texts without their sentences, so that a study's tables can be made where the texts
//! may not be shared.
//!
//! A package holds for each passage its number, kind and length, how often each stem stands in it,
//! and its codes; which parts each policy measure states; and for documents that follow each other
//! which unit and which measure became which. Stems stand in
//! the order of the alphabet, once for the package, so no sentence can be read off.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::records::TextMeasures;
use daryn_read::document::name;
use daryn_read::{Document, READER};
use daryn_text::stem::stem;
use serde::{Deserialize, Serialize};

use crate::compare::{Comparison, Note, Pair, Status, compare_at};
use crate::unit::{self, Level};

mod check;
mod varied;

pub use varied::{LeftOut, Part, Reading};

/// The version of the form of a package.
pub const VERSION: u32 = 3;

/// Figures of some documents in the order in which they follow each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// [`VERSION`].
    pub features: u32,
    /// The program that made it, with its version.
    pub program: String,
    /// The version of reading ([`READER`]); another one may find other passages.
    pub reader: u32,
    /// The codebook whose rules gave the codes.
    pub codebook: Codebook,
    /// Every stem once, in order of the alphabet.
    pub stems: Vec<String>,
    /// The documents.
    pub documents: Vec<Features>,
    /// Each document and the next one, by articles and by leaves.
    pub alignments: Vec<Alignment>,
    /// Measures that rules found in the documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<TextMeasures>,
}

/// By what codes were given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// Id of the codebook.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The version of its rules.
    pub rules: String,
    /// Ids of the codes that could be given, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
}

/// Figures of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Features {
    /// Name of the file without its folder.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Language of the whole: kk, ru, en or other.
    pub language: String,
    /// How often one of its sections names another one by its number.
    pub references: usize,
    /// Its passages in order.
    pub passages: Vec<Passage>,
    /// What changes where one rule or clue is left out; those that change nothing are not there.
    /// `None` where this was not looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leave_one_out: Option<Vec<LeftOut>>,
    /// Passages that two people read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
}

/// Figures of a passage.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// `p1`, `p2` …
    pub id: String,
    /// Id of the passage around it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// What it is.
    pub kind: String,
    /// Its number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Code points.
    pub characters: usize,
    /// Words with a letter; of a leaf only, since those of others are the sums of theirs.
    #[serde(default, skip_serializing_if = "is_none")]
    pub words: usize,
    /// Whether it is, or stands in, a note of an editor or a table of contents.
    #[serde(default, skip_serializing_if = "is_false")]
    pub apart: bool,
    /// Whether it was repealed: only a title with an editor's note is left, or words that say so.
    #[serde(default, skip_serializing_if = "is_false")]
    pub repealed: bool,
    /// Places of stems in [`Package::stems`], with how often they stand here; of leaves that are
    /// words of the policy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stems: Vec<[usize; 2]>,
    /// Codes in order of the codebook.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
}

fn is_none(count: &usize) -> bool {
    *count == 0
}

fn is_false(it: &bool) -> bool {
    !it
}

/// Which unit of a document became which of the next one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alignment {
    /// What was asked for: articles or leaves.
    pub asked: Level,
    /// What was taken as a unit.
    pub unit: Level,
    /// Place of the old document in [`Package::documents`].
    pub old: usize,
    /// Place of the new one.
    pub new: usize,
    /// Pairs in order of the new document.
    pub pairs: Vec<Aligned>,
    /// Pairs of passages outside of the units.
    pub outside: Vec<Aligned>,
}

/// A pair without its words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aligned {
    /// What became of the unit.
    pub status: Status,
    /// Id of its passage in the old document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// Id of its passage in the new document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// What else there is to say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Share of the shorter one's words in common, to four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
}

/// What is read to make a package.
pub struct Source<'a> {
    /// Name of the file without its folder.
    pub file: &'a str,
    /// The document.
    pub document: &'a Document,
    /// Places of passages with a code of each, in order.
    pub codes: Vec<(usize, String)>,
}

/// Why a package cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// It is not in the form of a package.
    Form(String),
    /// It has another version.
    Version(u32),
    /// It names a passage, a document, a stem or a code that it does not hold.
    Unknown(String),
    /// A unit stands twice among the pairs of an alignment.
    Twice(String),
    /// A unit stands in no pair of an alignment.
    LeftOut(String),
    /// A passage stands in a pair and is no unit, or on a side where its status has none.
    Unfit(String),
    /// A document and the next one are not aligned once by articles and once by leaves.
    Steps(String),
}

impl Broken {
    /// The diagnostic that tells it, with its values beside the path.
    #[must_use]
    pub fn told(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Broken::Form(reason) => ("features-form", vec![("reason", reason.clone())]),
            Broken::Version(version) => (
                "features-version",
                vec![("version", version.to_string()), ("own", VERSION.to_string())],
            ),
            Broken::Unknown(name) => ("features-unknown", vec![("name", name.clone())]),
            Broken::Twice(name) => ("features-twice", vec![("name", name.clone())]),
            Broken::LeftOut(name) => ("features-left-out", vec![("name", name.clone())]),
            Broken::Unfit(name) => ("features-unfit", vec![("name", name.clone())]),
            Broken::Steps(name) => ("features-steps", vec![("name", name.clone())]),
        }
    }
}

impl Package {
    /// Makes a package of documents that follow each other.
    #[must_use]
    pub fn make(sources: &[Source<'_>], program: &str, codebook: Codebook) -> Package {
        let mut counted: Vec<Vec<BTreeMap<String, usize>>> = Vec::new();
        let mut stems: BTreeSet<String> = BTreeSet::new();
        for source in sources {
            let counts = stem_counts(source.document);
            stems.extend(counts.iter().flat_map(|counts| counts.keys().cloned()));
            counted.push(counts);
        }
        let stems: Vec<String> = stems.into_iter().collect();
        let documents = sources.iter().zip(&counted).map(|it| features(it.0, it.1, &stems));
        Package {
            features: VERSION,
            program: program.to_owned(),
            reader: READER,
            codebook,
            documents: documents.collect(),
            alignments: alignments(sources),
            measures: None,
            stems,
        }
    }

    /// Reads a package and looks whether everything that it names is there.
    ///
    /// # Errors
    /// Where it is damaged, of another version, or names what it does not hold.
    pub fn read(bytes: &[u8]) -> Result<Package, Broken> {
        #[derive(Deserialize)]
        struct Head {
            features: u32,
        }
        let form = |error: serde_json::Error| Broken::Form(error.to_string());
        let head: Head = serde_json::from_slice(bytes).map_err(form)?;
        if head.features != VERSION {
            return Err(Broken::Version(head.features));
        }
        let package: Package = serde_json::from_slice(bytes).map_err(form)?;
        check::check(&package)?;
        Ok(package)
    }

    /// The package as JSON; the same bytes for the same documents.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Everything here can be written: no map has keys other than text.
        let mut text = serde_json::to_string(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// For each passage how often each stem stands in it, if it is a leaf with words of the policy.
fn stem_counts(document: &Document) -> Vec<BTreeMap<String, usize>> {
    let mut counts = vec![BTreeMap::new(); document.passages.len()];
    for leaf in document.leaves() {
        if document.is_apart(leaf) {
            continue;
        }
        let mut language = document.languages[leaf].language();
        if language == daryn_text::Language::Other {
            language = document.language.language();
        }
        let own: &mut BTreeMap<String, usize> = &mut counts[leaf];
        daryn_count::for_each_token(document.words(&document.passages[leaf]), |token, _| {
            // An address is words in order, and one token: «www.example.org».
            let is_word = token.chars().any(char::is_alphabetic);
            if is_word && !token.contains(['.', ':', '_']) {
                *own.entry(stem(language, token)).or_default() += 1;
            }
        });
    }
    counts
}

fn features(source: &Source<'_>, counts: &[BTreeMap<String, usize>], stems: &[String]) -> Features {
    let document = source.document;
    let repealed = crate::repeal::repealed(document);
    let mut passages: Vec<Passage> = Vec::with_capacity(document.passages.len());
    for (place, passage) in document.passages.iter().enumerate() {
        let found = counts[place].iter().filter_map(|(stem, count)| {
            stems.binary_search(stem).ok().map(|place| [place, *count])
        });
        passages.push(Passage {
            id: name(place),
            parent: passage.parent.map(name),
            kind: kind(passage.kind),
            label: passage.label.clone(),
            characters: passage.last - passage.first,
            words: counts[place].values().sum(),
            apart: document.is_apart(place),
            repealed: repealed[place],
            stems: found.collect(),
            codes: Vec::new(),
        });
    }
    for (place, code) in &source.codes {
        passages[*place].codes.push(code.clone());
    }
    Features {
        file: source.file.to_owned(),
        sha256: document.sha256.clone(),
        language: document.language.language().code().to_owned(),
        references: crate::references::references(document),
        passages,
        leave_one_out: None,
        readings: Vec::new(),
    }
}

/// The name of a kind for programs.
pub(crate) fn kind(kind: daryn_read::Kind) -> String {
    let value = serde_json::to_value(kind).ok();
    value.and_then(|it| Some(it.as_str()?.to_owned())).unwrap_or_default()
}

fn alignments(sources: &[Source<'_>]) -> Vec<Alignment> {
    let mut found = Vec::new();
    for asked in [Level::Article, Level::Leaf] {
        // One unit for the whole line, so that a life can be followed through it.
        let pairs = || sources.windows(2);
        let levels = pairs().map(|it| unit::level(it[0].document, it[1].document, asked));
        let level = levels.max().unwrap_or(asked);
        for (old, pair) in pairs().enumerate() {
            let comparison = compare_at(pair[0].document, pair[1].document, level);
            found.push(alignment(&comparison, asked, old));
        }
    }
    found
}

fn alignment(comparison: &Comparison, asked: Level, old: usize) -> Alignment {
    let aligned = |pairs: &[Pair]| pairs.iter().map(without_words).collect();
    Alignment {
        asked,
        unit: comparison.level,
        old,
        new: old + 1,
        pairs: aligned(&comparison.pairs),
        outside: aligned(&comparison.outside),
    }
}

fn without_words(pair: &Pair) -> Aligned {
    let id = |unit: &Option<crate::Unit>| unit.as_ref().map(|unit| name(unit.place));
    Aligned {
        status: pair.status,
        old: id(&pair.old),
        new: id(&pair.new),
        notes: pair.notes.clone(),
        share: pair.share.map(|share| libm::round(share * 1e4) / 1e4),
    }
}
