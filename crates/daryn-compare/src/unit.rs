//! Units: what of a document is compared with what.

use std::collections::BTreeMap;

use daryn_read::{Document, Kind, Passage};
use serde::{Deserialize, Serialize};

/// What is taken as one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// An article with all its passages.
    Article,
    /// A point with all its passages, where there are no articles.
    Point,
    /// A passage that holds no other one.
    Leaf,
}

/// A unit of a document: its words without notes of editors and tables of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Place of its passage in the document.
    pub place: usize,
    /// What its passage is.
    pub kind: Kind,
    /// Its number as printed, without the dot.
    pub label: Option<String>,
    /// Numbers of the annex, article, points around it and its own one, from the outermost; empty
    /// where it has no number itself. The same path means the same number.
    pub path: Vec<String>,
    /// Place of the passage around it.
    pub parent: Option<usize>,
    /// Its words.
    pub text: String,
    /// Whether it was repealed: only its title with an editor's note is left, or words that say
    /// so.
    pub repealed: bool,
}

/// Which units two documents have in common: articles if both have some, else points if both have
/// some that hold at least half of the text of each, else leaves. A document without any text
/// leaves the choice to the other one.
pub(crate) fn level(old: &Document, new: &Document, asked: Level) -> Level {
    let fits = |document: &Document, level: Level| {
        let all: usize = sizes(document, &leaves(document));
        let inside: usize = units(document, level).iter().map(|unit| unit.text.len()).sum();
        match level {
            _ if all == 0 => true,
            Level::Article => inside > 0,
            _ => inside * 2 >= all,
        }
    };
    let levels = [Level::Article, Level::Point];
    let both = |level: &Level| fits(old, *level) && fits(new, *level);
    levels.into_iter().filter(|level| *level >= asked).find(both).unwrap_or(Level::Leaf)
}

/// Units of a document in order of the text; those whose only words are notes have no text.
pub(crate) fn units(document: &Document, level: Level) -> Vec<Unit> {
    let kind = match level {
        Level::Article => Kind::Article,
        Level::Point => Kind::Point,
        Level::Leaf => return leaves(document).into_iter().map(|it| leaf(document, it)).collect(),
    };
    let tops = tops(document, kind);
    let mut texts: BTreeMap<usize, (String, usize)> = BTreeMap::new();
    for leaf in leaves(document) {
        let Some(top) = tops[leaf] else { continue };
        let passage = &document.passages[leaf];
        let (text, end) = texts.entry(top).or_default();
        let between = document.text.get(*end..passage.start).unwrap_or_default();
        if !text.is_empty() {
            text.push_str(if between.trim().is_empty() && !between.is_empty() {
                between
            } else {
                "\n"
            });
        }
        text.push_str(document.words(passage));
        *end = passage.end;
    }
    let all = (0..document.passages.len()).filter(|place| tops[*place] == Some(*place));
    all.filter(|place| !document.is_apart(*place))
        .map(|place| {
            let text = texts.remove(&place).map(|(text, _)| text).unwrap_or_default();
            unit(document, place, text)
        })
        .collect()
}

/// Leaves that stand in no unit: titles of chapters, a preamble, annexes, signatures.
pub(crate) fn outside(document: &Document, level: Level) -> Vec<Unit> {
    let kind = match level {
        Level::Article => Kind::Article,
        Level::Point => Kind::Point,
        Level::Leaf => return Vec::new(),
    };
    let tops = tops(document, kind);
    let outside = leaves(document).into_iter().filter(|leaf| tops[*leaf].is_none());
    outside.map(|place| leaf(document, place)).collect()
}

/// Leaves that are words of the policy.
fn leaves(document: &Document) -> Vec<usize> {
    document.leaves().into_iter().filter(|leaf| !document.is_apart(*leaf)).collect()
}

fn sizes(document: &Document, leaves: &[usize]) -> usize {
    leaves.iter().map(|leaf| document.words(&document.passages[*leaf]).len()).sum()
}

/// For each passage the unit in which it stands.
pub(crate) fn tops_of(document: &Document, level: Level) -> Vec<Option<usize>> {
    match level {
        Level::Article => tops(document, Kind::Article),
        Level::Point => tops(document, Kind::Point),
        Level::Leaf => vec![None; document.passages.len()],
    }
}

/// For each passage the outermost passage of a kind in which it stands.
fn tops(document: &Document, kind: Kind) -> Vec<Option<usize>> {
    let mut tops: Vec<Option<usize>> = Vec::with_capacity(document.passages.len());
    for (place, passage) in document.passages.iter().enumerate() {
        // A parent stands before its children.
        let around = passage.parent.and_then(|parent| tops[parent]);
        tops.push(around.or((passage.kind == kind).then_some(place)));
    }
    tops
}

fn leaf(document: &Document, place: usize) -> Unit {
    unit(document, place, document.words(&document.passages[place]).to_owned())
}

fn unit(document: &Document, place: usize, text: String) -> Unit {
    let passage = &document.passages[place];
    Unit {
        place,
        kind: passage.kind,
        label: passage.label.clone(),
        path: path(document, place),
        parent: passage.parent,
        text,
        repealed: false,
    }
}

fn path(document: &Document, place: usize) -> Vec<String> {
    let mut path = Vec::new();
    let mut at = Some(place);
    while let Some(place) = at {
        let Passage { parent, kind, label, .. } = &document.passages[place];
        let counts = matches!(kind, Kind::Article | Kind::Point | Kind::SubPoint | Kind::Annex);
        if path.is_empty() && label.is_none() {
            return path;
        }
        if let Some(label) = label.as_ref().filter(|_| counts || path.is_empty()) {
            path.push(label.clone());
        } else if *kind == Kind::Annex {
            path.push(String::new());
        }
        at = *parent;
    }
    path.reverse();
    path
}
