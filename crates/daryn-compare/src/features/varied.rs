//! What a package holds of other codebooks and other coders: codings that hang on one rule or clue
//! of the codebook, and what people read in passages of its texts.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::Id;
use serde::{Deserialize, Serialize};

use super::{Broken, Features, Package};

/// A rule or a clue of the rules of a codebook.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Words under a name, in every language that has one of this name.
    Clue(String),
    /// A rule.
    Rule(String),
}

/// What changes in a text where one rule or clue is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// What is left out.
    pub part: Part,
    /// For each code the passages that lose it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lost: BTreeMap<String, Vec<String>>,
    /// For each code the passages that gain it, since what was excluded is not any more.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gained: BTreeMap<String, Vec<String>>,
}

/// Codes that two people gave to a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Id of the passage.
    pub passage: String,
    /// The codes of each; none where no code fits.
    pub readers: [Vec<String>; 2],
}

/// Codings that are lost were given, those that are gained were not, and every passage and code is
/// known; each part and each passage that was read stands once.
pub(super) fn check(package: &Package, document: &Features) -> Result<(), Broken> {
    let codes: BTreeSet<&str> = package.codebook.codes.iter().map(String::as_str).collect();
    let passages: BTreeMap<&str, &[String]> =
        document.passages.iter().map(|it| (it.id.as_str(), it.codes.as_slice())).collect();
    let unknown = |name: &str| Err(Broken::Unknown(name.to_owned()));
    let mut parts = BTreeSet::new();
    for one in document.leave_one_out.iter().flatten() {
        let (Part::Clue(name) | Part::Rule(name)) = &one.part;
        // A name cannot be a sentence.
        if !Id(name.clone()).is_valid() {
            return unknown(name);
        }
        if !parts.insert(&one.part) {
            return Err(Broken::Twice(name.clone()));
        }
        for (is_lost, list) in [(true, &one.lost), (false, &one.gained)] {
            for (code, ids) in list {
                if !codes.contains(code.as_str()) {
                    return unknown(code);
                }
                let mut seen = BTreeSet::new();
                for id in ids {
                    let Some(given) = passages.get(id.as_str()) else { return unknown(id) };
                    if given.contains(code) != is_lost {
                        return unknown(&format!("{id} {code}"));
                    }
                    if !seen.insert(id) {
                        return Err(Broken::Twice(format!("{id} {code}")));
                    }
                }
            }
        }
    }
    let mut seen = BTreeSet::new();
    for reading in &document.readings {
        if !passages.contains_key(reading.passage.as_str()) {
            return unknown(&reading.passage);
        }
        if !seen.insert(&reading.passage) {
            return Err(Broken::Twice(reading.passage.clone()));
        }
        let mut given = reading.readers.iter().flatten();
        if let Some(code) = given.find(|code| !codes.contains(code.as_str())) {
            return unknown(code);
        }
    }
    Ok(())
}
