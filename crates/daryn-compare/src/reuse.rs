//! Words that a document takes over from another one.

use std::collections::{BTreeMap, HashMap, HashSet};

use daryn_count::for_each_token;
use daryn_read::Document;
use daryn_read::document::name;
use serde::Serialize;

use crate::novelty::Undefined;

/// Words of a shingle.
pub const SHINGLE: usize = 6;

/// Least share of the shingles of a passage that is told as taken over.
const TOLD: f64 = 0.5;

/// What one document has of an earlier one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reuse {
    /// File of the earlier document.
    pub from: String,
    /// File of the later one.
    pub to: String,
    /// Different shingles of the later one.
    pub shingles: usize,
    /// Share of them that the earlier one has, too (containment); `None` where there are none, and
    /// between two languages.
    pub containment: Option<f64>,
    /// Why it is not defined.
    pub undefined: Vec<Undefined>,
    /// Passages of the later one of whose shingles one passage of the earlier one has at least
    /// half.
    pub passages: Vec<Reused>,
}

/// A passage that was taken over.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reused {
    /// Its id in the later document.
    pub passage: String,
    /// The passage of the earlier one that has most of its shingles.
    pub source: String,
    /// Share of its shingles that this one has.
    pub containment: f64,
    /// Its words.
    pub text: String,
    /// Words of the source.
    pub source_text: String,
}

/// What each document has of each earlier one, with both quotations. Shingles do not cross borders
/// of passages; notes of editors and tables of contents have none.
#[must_use]
pub fn reuse(documents: &[(&str, &Document)]) -> Vec<Reuse> {
    let mut vocabulary: HashMap<String, u32> = HashMap::new();
    let shingles: Vec<BTreeMap<usize, HashSet<Shingle>>> =
        documents.iter().map(|(_, document)| shingles(document, &mut vocabulary)).collect();
    let mut found = Vec::new();
    for to in 1..documents.len() {
        for from in 0..to {
            found.push(between(documents, &shingles, from, to));
        }
    }
    found
}

type Shingle = [u32; SHINGLE];

fn shingles(
    document: &Document,
    vocabulary: &mut HashMap<String, u32>,
) -> BTreeMap<usize, HashSet<Shingle>> {
    let mut found = BTreeMap::new();
    for leaf in document.leaves() {
        if document.is_apart(leaf) {
            continue;
        }
        let mut words: Vec<u32> = Vec::new();
        for_each_token(document.words(&document.passages[leaf]), |token, _| {
            let next = u32::try_from(vocabulary.len()).unwrap_or(u32::MAX);
            words.push(*vocabulary.entry(token.to_owned()).or_insert(next));
        });
        let own: HashSet<Shingle> =
            words.windows(SHINGLE).filter_map(|it| it.try_into().ok()).collect();
        if !own.is_empty() {
            found.insert(leaf, own);
        }
    }
    found
}

fn between(
    documents: &[(&str, &Document)],
    shingles: &[BTreeMap<usize, HashSet<Shingle>>],
    from: usize,
    to: usize,
) -> Reuse {
    let (old, new) = (documents[from].1, documents[to].1);
    if crate::languages::are_two(old, new) {
        // No sequence of words goes from one language to another: 0 would be told as a finding.
        let shingles = shingles[to].values().flatten().collect::<HashSet<_>>().len();
        return Reuse {
            from: documents[from].0.to_owned(),
            to: documents[to].0.to_owned(),
            shingles,
            containment: None,
            undefined: vec![Undefined::SeveralLanguages],
            passages: Vec::new(),
        };
    }
    let mut stands: HashMap<&Shingle, Vec<usize>> = HashMap::new();
    for (leaf, own) in &shingles[from] {
        #[expect(clippy::iter_over_hash_type, reason = "each shingle has a list of its own")]
        for shingle in own {
            stands.entry(shingle).or_default().push(*leaf);
        }
    }
    let all: HashSet<&Shingle> = shingles[to].values().flatten().collect();
    let both = all.iter().filter(|shingle| stands.contains_key(**shingle)).count();
    let mut passages = Vec::new();
    for (leaf, own) in &shingles[to] {
        let mut sources: BTreeMap<usize, usize> = BTreeMap::new();
        #[expect(clippy::iter_over_hash_type, reason = "sums do not depend on the order")]
        for shingle in own {
            for source in stands.get(shingle).into_iter().flatten() {
                *sources.entry(*source).or_default() += 1;
            }
        }
        // Of several that have as many the first one.
        let best = sources.into_iter().rev().max_by_key(|(_, count)| *count);
        let Some((source, count)) = best else { continue };
        let containment = count as f64 / own.len() as f64;
        if containment >= TOLD {
            let words = |document: &Document, leaf: usize| {
                document.words(&document.passages[leaf]).to_owned()
            };
            passages.push(Reused {
                passage: name(*leaf),
                source: name(source),
                containment,
                text: words(documents[to].1, *leaf),
                source_text: words(documents[from].1, source),
            });
        }
    }
    Reuse {
        from: documents[from].0.to_owned(),
        to: documents[to].0.to_owned(),
        shingles: all.len(),
        containment: (!all.is_empty()).then(|| both as f64 / all.len() as f64),
        undefined: if all.is_empty() { vec![Undefined::NoWords] } else { Vec::new() },
        passages,
    }
}
