//! Two documents compared unit by unit.

use std::collections::{HashMap, HashSet};

use daryn_read::Document;
use serde::{Deserialize, Serialize};

use crate::align::{Aligned, align, most, share};
use crate::diff::{Piece, difference};
use crate::languages::{self, Difference};
use crate::order::in_chain;
use crate::repeal::repealed;
use crate::unit::{self, Level, Unit};

/// What became of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The same words, numbers and signs in both, but for its own number, kinds of dashes and
    /// quotation marks, capitals and spaces.
    Kept,
    /// In both, with other words: under one number with at least half of the words of the shorter
    /// one, or else much alike.
    Edited,
    /// Kept or edited, and not where it was: either it is outside of the longest chain of units
    /// that keep their order, or it stands under another part than most of those that stood around
    /// it, and most of those that stand around it now stood elsewhere. Another number alone is no
    /// move.
    Moved,
    /// In the new document only.
    New,
    /// In the old document only.
    Dropped,
}

/// What else there is to say of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Note {
    /// Both documents have a unit of this number, with less than half of its words in common.
    RewrittenUnderTheSameNumber,
    /// It has another number now.
    Renumbered,
    /// It was moved, and its words were changed.
    Edited,
    /// It stands before what it stood behind, or behind what it stood before.
    OutOfOrder,
    /// It stands under another part.
    UnderAnotherPart,
    /// The old text has only its title with an editor's note of its repeal, or words that say so.
    RepealedInOld,
    /// The new text has no more of it than that.
    RepealedInNew,
}

impl Note {
    /// Its name for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Note::RewrittenUnderTheSameNumber => "rewritten-under-the-same-number",
            Note::Renumbered => "renumbered",
            Note::Edited => "edited",
            Note::OutOfOrder => "out-of-order",
            Note::UnderAnotherPart => "under-another-part",
            Note::RepealedInOld => "repealed-in-old",
            Note::RepealedInNew => "repealed-in-new",
        }
    }
}

/// A unit in both documents, or in one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// What became of it.
    pub status: Status,
    /// In the old document.
    pub old: Option<Unit>,
    /// In the new document.
    pub new: Option<Unit>,
    /// What else there is to say.
    pub notes: Vec<Note>,
    /// Share of the words of the shorter one that are the other's, too, each as often as it stands
    /// in both; for a unit that was rewritten under its number, the share with the other one.
    /// `None` where there is no other one, or one of them has no words.
    pub share: Option<f64>,
    /// Difference of the words; empty where they are the same, and where there is only one text.
    pub difference: Vec<Piece>,
}

/// How many units there are of each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// See [`Status::Kept`].
    pub kept: usize,
    /// See [`Status::Edited`].
    pub edited: usize,
    /// See [`Status::Moved`].
    pub moved: usize,
    /// See [`Status::New`].
    pub new: usize,
    /// See [`Status::Dropped`].
    pub dropped: usize,
}

impl Counts {
    /// Counts pairs.
    #[must_use]
    pub fn of(pairs: &[Pair]) -> Counts {
        Counts::of_statuses(pairs.iter().map(|pair| pair.status))
    }

    pub(crate) fn of_statuses(statuses: impl Iterator<Item = Status>) -> Counts {
        let mut counts = Counts::default();
        for status in statuses {
            let count = match status {
                Status::Kept => &mut counts.kept,
                Status::Edited => &mut counts.edited,
                Status::Moved => &mut counts.moved,
                Status::New => &mut counts.new,
                Status::Dropped => &mut counts.dropped,
            };
            *count += 1;
        }
        counts
    }
}

/// Two documents compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What was taken as a unit.
    pub level: Level,
    /// Units in order of the new document; what was dropped stands behind what it stood behind.
    pub pairs: Vec<Pair>,
    /// Passages outside of the units: titles of chapters, a preamble, annexes, signatures.
    pub outside: Vec<Pair>,
    /// For texts in two languages what differs in numbers, dates and labels; `None` for texts in
    /// one language.
    pub differences: Option<Vec<Difference>>,
}

/// Compares two documents.
///
/// Texts in two languages are held against each other by numbers, dates and labels: a unit counts
/// as kept where these agree, as edited where they do not, and words are not compared.
///
/// Units are articles, or points where there are no articles, or leaves where there is neither or
/// where leaves are asked for. Notes of editors and tables of contents are left out; a unit that
/// has nothing else is none. An empty document gives units that are all new, or all dropped.
#[must_use]
pub fn compare(old: &Document, new: &Document, asked: Level) -> Comparison {
    compare_at(old, new, unit::level(old, new, asked))
}

/// Compares two documents by units of a level.
pub(crate) fn compare_at(old: &Document, new: &Document, level: Level) -> Comparison {
    let mut comparison = compared(old, new, level);
    let repealed = [old, new].map(repealed);
    for pair in comparison.pairs.iter_mut().chain(&mut comparison.outside) {
        let sides = [(&mut pair.old, Note::RepealedInOld), (&mut pair.new, Note::RepealedInNew)];
        for ((unit, note), repealed) in sides.into_iter().zip(&repealed) {
            if let Some(unit) = unit.as_mut().filter(|unit| repealed[unit.place]) {
                unit.repealed = true;
                pair.notes.push(note);
            }
        }
    }
    comparison
}

fn compared(old: &Document, new: &Document, level: Level) -> Comparison {
    if languages::are_two(old, new) {
        let (pairs, outside, differences) = languages::compare(old, new, level);
        return Comparison { level, pairs, outside, differences: Some(differences) };
    }
    let sides = |units: fn(&Document, Level) -> Vec<Unit>| {
        [old, new].map(|document| {
            let mut units = units(document, level);
            units.retain(|unit| !unit.text.is_empty());
            units
        })
    };
    let [old_units, new_units] = sides(unit::units);
    let [old_outside, new_outside] = sides(unit::outside);
    let pairs = pairs(old_units, new_units);
    let outside = self::pairs(old_outside, new_outside);
    Comparison { level, pairs, outside, differences: None }
}

fn pairs(old: Vec<Unit>, new: Vec<Unit>) -> Vec<Pair> {
    let aligned = align(&old, &new);
    let moves = moves(&old, &new, &aligned);
    let rewritten = rewritten(&old, &new, &aligned);
    let [old_words, new_words] = &aligned.words;
    // Place in the new document, then what comes first there, then place in the old document.
    let mut found: Vec<((usize, u8, usize), Pair)> = Vec::new();
    let mut behind = 0;
    for (place, unit) in old.iter().enumerate() {
        let Some(at) = aligned.to_new[place] else {
            let other = rewritten.0[place];
            let key = other.map_or((behind, 2, place), |other| (other + 1, 0, place));
            let mut pair = alone(Status::Dropped, Some(unit.clone()), None);
            if let Some(other) = other {
                pair.notes.push(Note::RewrittenUnderTheSameNumber);
                pair.share = share(&old_words[place], &new_words[other]);
            }
            found.push((key, pair));
            continue;
        };
        behind = at + 1;
        let other = &new[at];
        let is_same = old_words[place].tokens == new_words[at].tokens;
        let mut notes = moves[place].clone();
        let status = match (notes.is_empty(), is_same) {
            (false, _) => Status::Moved,
            (true, true) => Status::Kept,
            (true, false) => Status::Edited,
        };
        if status == Status::Moved && !is_same {
            notes.push(Note::Edited);
        }
        if unit.label != other.label {
            notes.push(Note::Renumbered);
        }
        let pair = Pair {
            status,
            old: Some(unit.clone()),
            new: Some(other.clone()),
            notes,
            share: share(&old_words[place], &new_words[at]),
            difference: if is_same { Vec::new() } else { difference(&unit.text, &other.text) },
        };
        found.push(((at + 1, 1, 0), pair));
    }
    for (place, unit) in new.iter().enumerate().filter(|(at, _)| aligned.to_old[*at].is_none()) {
        let mut pair = alone(Status::New, None, Some(unit.clone()));
        if let Some(other) = rewritten.1[place] {
            pair.notes.push(Note::RewrittenUnderTheSameNumber);
            pair.share = share(&old_words[other], &new_words[place]);
        }
        found.push(((place + 1, 1, 0), pair));
    }
    found.sort_by_key(|(key, _)| *key);
    found.into_iter().map(|(_, pair)| pair).collect()
}

fn alone(status: Status, old: Option<Unit>, new: Option<Unit>) -> Pair {
    Pair { status, old, new, notes: Vec::new(), share: None, difference: Vec::new() }
}

/// For each old unit why it is not where it was.
fn moves(old: &[Unit], new: &[Unit], aligned: &Aligned) -> Vec<Vec<Note>> {
    let words = |place: usize| aligned.words[0][place].words.len();
    let both: Vec<(usize, usize)> =
        (0..old.len()).filter_map(|place| Some((place, aligned.to_new[place]?))).collect();
    let places: Vec<(usize, usize)> = both.iter().map(|(place, at)| (*at, words(*place))).collect();
    let parents =
        || both.iter().map(|(place, at)| (old[*place].parent, new[*at].parent, words(*place)));
    let forth = most(parents());
    let back = most(parents().map(|(from, to, words)| (to, from, words)));
    let mut notes = vec![Vec::new(); old.len()];
    for ((place, at), keeps) in both.iter().zip(in_chain(&places)) {
        if !keeps {
            notes[*place].push(Note::OutOfOrder);
        }
        let (from, to) = (old[*place].parent, new[*at].parent);
        if forth.get(&from) != Some(&to) && back.get(&to) != Some(&from) {
            notes[*place].push(Note::UnderAnotherPart);
        }
    }
    notes
}

/// For each old and each new unit that is alone, the one of the other document that is alone under
/// the same number; the first of several.
fn rewritten(
    old: &[Unit],
    new: &[Unit],
    aligned: &Aligned,
) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let mut found = (vec![None; old.len()], vec![None; new.len()]);
    let mut by_path: HashMap<&[String], usize> = HashMap::new();
    for (place, unit) in new.iter().enumerate().rev() {
        if aligned.to_old[place].is_none() && !unit.path.is_empty() {
            by_path.insert(&unit.path, place);
        }
    }
    let mut taken: HashSet<usize> = HashSet::new();
    for (place, unit) in old.iter().enumerate().filter(|(at, _)| aligned.to_new[*at].is_none()) {
        let path: &[String] = &unit.path;
        if let Some(other) = by_path.get(path).filter(|other| taken.insert(**other)) {
            found.0[place] = Some(*other);
            found.1[*other] = Some(place);
        }
    }
    found
}
