//! The texts of one act in two languages: what must not differ between them.
//!
//! Units are paired by their numbers, passages within them by kinds and numbers in order. Then
//! dates, numbers and cited acts of both must be the same. Of notes of editors only the cited acts
//! are compared, since each language words its notes in its own way. Numbers in words are not
//! compared; they only excuse a number that the other language has in digits.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use daryn_read::{Document, Kind};
use daryn_text::Language;
use serde::Serialize;

use crate::compare::{Pair, Status};
use crate::diff::{Run, runs};
use crate::facts::{Citation, Fact, Facts, spoken};
use crate::unit::{self, Level, Unit};

/// What differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// A number, or an act that only one text cites.
    Number,
    /// A date, or the date of a cited act.
    Date,
    /// A number of an article, point or sub-point.
    Label,
}

/// A place where two texts of one act do not say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What differs.
    pub kind: DifferenceKind,
    /// Number of the unit; `None` outside of units.
    pub label: Option<String>,
    /// What the old text has, as printed.
    pub old: Option<String>,
    /// What the new text has, as printed.
    pub new: Option<String>,
    /// Whether it stands in a note of an editor.
    pub in_note: bool,
    /// Places of the passages in both documents.
    pub passages: [Option<usize>; 2],
}

/// Whether two documents are in two of the languages whose dates and numbers are known.
pub(crate) fn are_two(old: &Document, new: &Document) -> bool {
    let [old, new] = [old, new].map(|document| document.language.language());
    are_two_codes(old.code(), new.code())
}

/// The same for codes of languages.
pub(crate) fn are_two_codes(old: &str, new: &str) -> bool {
    let other = Language::Other.code();
    old != new && old != other && new != other
}

/// Pairs of units, pairs of what is outside, and what differs.
pub(crate) fn compare(
    old: &Document,
    new: &Document,
    level: Level,
) -> (Vec<Pair>, Vec<Pair>, Vec<Difference>) {
    let mut differences = Vec::new();
    let sides = Sides { old, new };
    let units = [old, new].map(|document| unit::units(document, level));
    let pairs = sides.pairs(&units, level, &mut differences);
    let outside = [old, new].map(|document| unit::outside(document, level));
    let outside_pairs = sides.pairs(&outside, Level::Leaf, &mut differences);
    sides.notes_outside(level, &mut differences);
    (pairs, outside_pairs, differences)
}

struct Sides<'a> {
    old: &'a Document,
    new: &'a Document,
}

impl Sides<'_> {
    fn pairs(
        &self,
        units: &[Vec<Unit>; 2],
        level: Level,
        differences: &mut Vec<Difference>,
    ) -> Vec<Pair> {
        let [old, new] = units;
        let mut pairs = Vec::new();
        for [left, right] in aligned(old, new) {
            let (left, right) = (left.map(|at| &old[at]), right.map(|at| &new[at]));
            let before = differences.len();
            let status = match (left, right) {
                (Some(left), Some(right)) => {
                    self.unit(left, right, level, differences);
                    if differences.len() == before { Status::Kept } else { Status::Edited }
                }
                (left, right) => {
                    self.alone(left, right, differences);
                    if left.is_some() { Status::Dropped } else { Status::New }
                }
            };
            let (old, new) = (left.cloned(), right.cloned());
            let (notes, share, difference) = (Vec::new(), None, Vec::new());
            pairs.push(Pair { status, old, new, notes, share, difference });
        }
        pairs
    }

    /// A number that only one text has.
    fn alone(&self, old: Option<&Unit>, new: Option<&Unit>, differences: &mut Vec<Difference>) {
        let label = |unit: Option<&Unit>| unit.and_then(|unit| unit.label.clone());
        if let Some(shown) = label(old).or_else(|| label(new)) {
            differences.push(Difference {
                kind: DifferenceKind::Label,
                label: Some(shown),
                old: label(old),
                new: label(new),
                in_note: false,
                passages: [old, new].map(|unit| unit.map(|unit| unit.place)),
            });
        }
    }

    fn unit(&self, old: &Unit, new: &Unit, level: Level, differences: &mut Vec<Difference>) {
        let label = old.path.first().or(new.path.first()).cloned();
        let label = if level == Level::Leaf { label } else { old.label.clone() };
        let found = |kind, old: Option<String>, new, in_note, passages| Difference {
            kind,
            label: label.clone(),
            old,
            new,
            in_note,
            passages,
        };
        let leaves =
            [(self.old, old), (self.new, new)].map(|(document, unit)| within(document, unit));
        let words = leaves.each_ref().map(|leaves| &leaves[0]);
        let marks = [(self.old, words[0]), (self.new, words[1])].map(|(document, leaves)| {
            leaves.iter().map(|leaf| mark(document, *leaf)).collect::<Vec<_>>()
        });
        let mut only = Vec::new();
        for Run { is_same, old: from, new: to } in runs(&marks[0], &marks[1]) {
            if is_same {
                for (left, right) in from.zip(to) {
                    let places = [words[0][left], words[1][right]];
                    let texts = [
                        self.old.words(&self.old.passages[places[0]]),
                        self.new.words(&self.new.passages[places[1]]),
                    ];
                    for (kind, old, new) in of_texts(texts, places, &mut only) {
                        differences.push(found(kind, old, new, false, places.map(Some)));
                    }
                }
                continue;
            }
            let labels = [marks[0][from.clone()].iter(), marks[1][to.clone()].iter()]
                .map(|marks| marks.filter_map(|mark| mark.1.clone()).collect::<Vec<String>>());
            for place in 0..labels[0].len().max(labels[1].len()) {
                let [old, new] = labels.each_ref().map(|labels| labels.get(place).cloned());
                if old != new {
                    let passages = [
                        words[0].get(from.start + place).copied(),
                        words[1].get(to.start + place).copied(),
                    ];
                    differences.push(found(DifferenceKind::Label, old, new, false, passages));
                }
            }
        }
        for ((kind, old, new), passages) in not_elsewhere(only) {
            differences.push(found(kind, old, new, false, passages.map(Some)));
        }
        let notes = leaves.map(|[_, notes]| notes);
        for (kind, old, new) in self.of_notes(&notes) {
            let passages = notes.each_ref().map(|notes| notes.last().copied());
            differences.push(found(kind, old, new, true, passages));
        }
    }

    fn of_notes(&self, notes: &[Vec<usize>; 2]) -> Vec<Found> {
        let citations = |document: &Document, notes: &[usize]| -> Vec<Citation> {
            let words = |note: &usize| document.words(&document.passages[*note]);
            notes.iter().flat_map(|note| Facts::of(words(note)).citations).collect()
        };
        of_citations([citations(self.old, &notes[0]), citations(self.new, &notes[1])])
    }

    fn notes_outside(&self, level: Level, differences: &mut Vec<Difference>) {
        let notes = [self.old, self.new].map(|document| {
            let tops = unit::tops_of(document, level);
            let notes = document.leaves().into_iter().filter(|leaf| {
                document.passages[*leaf].kind == Kind::Note && tops[*leaf].is_none()
            });
            notes.collect::<Vec<usize>>()
        });
        for (kind, old, new) in self.of_notes(&notes) {
            let label = None;
            let passages = notes.each_ref().map(|notes| notes.first().copied());
            differences.push(Difference { kind, label, old, new, in_note: true, passages });
        }
    }
}

/// Kind, what the old text has, what the new text has.
type Found = (DifferenceKind, Option<String>, Option<String>);

/// Units of the same number, and units without one of the same kind in the same order.
fn aligned(old: &[Unit], new: &[Unit]) -> Vec<[Option<usize>; 2]> {
    let mut twin: HashMap<usize, usize> = HashMap::new();
    let mut by_path: HashMap<&[String], Vec<usize>> = HashMap::new();
    for (place, unit) in new.iter().enumerate().rev().filter(|(_, unit)| !unit.path.is_empty()) {
        by_path.entry(&unit.path).or_default().push(place);
    }
    for (place, unit) in old.iter().enumerate().filter(|(_, unit)| !unit.path.is_empty()) {
        let path: &[String] = &unit.path;
        if let Some(other) = by_path.get_mut(path).and_then(Vec::pop) {
            twin.insert(place, other);
        }
    }
    // What has a twin is known by it; what has none, by its kind.
    let back: HashMap<usize, usize> = twin.iter().map(|(old, new)| (*new, *old)).collect();
    let own: Vec<(Option<usize>, Kind)> =
        (0..old.len()).map(|at| (twin.contains_key(&at).then_some(at), old[at].kind)).collect();
    let other: Vec<(Option<usize>, Kind)> =
        (0..new.len()).map(|at| (back.get(&at).copied(), new[at].kind)).collect();
    let mut pairs = Vec::new();
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    for Run { is_same, old: from, new: to } in runs(&own, &other) {
        if is_same {
            pairs.extend(from.zip(to).map(|(left, right)| [Some(left), Some(right)]));
            continue;
        }
        for left in from {
            match twin.get(&left) {
                // Elsewhere in the other text; shown once.
                Some(right) if shown.insert(left) => pairs.push([Some(left), Some(*right)]),
                Some(_) => {}
                None => pairs.push([Some(left), None]),
            }
        }
        for right in to {
            match back.get(&right) {
                Some(left) if shown.insert(*left) => pairs.push([Some(*left), Some(right)]),
                Some(_) => {}
                None => pairs.push([None, Some(right)]),
            }
        }
    }
    pairs
}

/// Leaves of a unit that are its words, and those that are notes.
fn within(document: &Document, unit: &Unit) -> [Vec<usize>; 2] {
    let passages = &document.passages;
    let end = passages[unit.place].end;
    // Passages stand in order, a parent before its children.
    let all = (unit.place..passages.len())
        .take_while(|place| *place == unit.place || passages[*place].start < end);
    let is_leaf =
        |place: &usize| passages.get(place + 1).is_none_or(|it| it.parent != Some(*place));
    let inside = all.filter(is_leaf);
    let (notes, words): (Vec<usize>, Vec<usize>) =
        inside.partition(|leaf| document.is_apart(*leaf));
    let is_note = |leaf: &usize| document.passages[*leaf].kind == Kind::Note;
    [words, notes.into_iter().filter(is_note).collect()]
}

/// What a leaf is known by in another language. Words in front of a list may be a point of their
/// own in one text and stand below it in the other.
fn mark(document: &Document, leaf: usize) -> (Kind, Option<String>) {
    let passage = &document.passages[leaf];
    (passage.kind, passage.label.clone())
}

/// A value that one of two passages has, and the other has not, or less often.
struct Only {
    kind: DifferenceKind,
    side: usize,
    fact: Fact,
    passages: [usize; 2],
}

fn of_texts(texts: [&str; 2], passages: [usize; 2], only: &mut Vec<Only>) -> Vec<Found> {
    let facts = texts.map(Facts::of);
    let dates = facts.each_ref().map(|facts| facts.dates.clone());
    let numbers = facts.each_ref().map(|facts| facts.numbers.clone());
    for (kind, values) in [(DifferenceKind::Date, dates), (DifferenceKind::Number, numbers)] {
        for (side, fact) in of_values(&values) {
            let in_words = || spoken(texts[1 - side]);
            let value = fact.value.parse::<u64>();
            if !value.is_ok_and(|value| in_words().contains(&value)) {
                only.push(Only { kind, side, fact, passages });
            }
        }
    }
    of_citations(facts.map(|facts| facts.citations))
}

/// Values that only one text has, or has more often, with the side that has them.
fn of_values(values: &[Vec<Fact>; 2]) -> Vec<(usize, Fact)> {
    let mut found = Vec::new();
    for (side, own) in values.iter().enumerate() {
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        for fact in &values[1 - side] {
            *left.entry(&fact.value).or_default() += 1;
        }
        for fact in own {
            match left.get_mut(fact.value.as_str()).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => found.push((side, fact.clone())),
            }
        }
    }
    found
}

/// What is left when a value that one passage of a unit has too often and another one lacks is taken
/// away: Kazakh says behind a list what Russian says before it.
fn not_elsewhere(only: Vec<Only>) -> Vec<(Found, [usize; 2])> {
    let mut balance: BTreeMap<(DifferenceKind, &str), [usize; 2]> = BTreeMap::new();
    for one in &only {
        balance.entry((one.kind, &one.fact.value)).or_default()[one.side] += 1;
    }
    let mut gone: BTreeMap<(DifferenceKind, usize, String), usize> = BTreeMap::new();
    for ((kind, value), [old, new]) in balance {
        for side in [0, 1] {
            gone.insert((kind, side, value.to_owned()), old.min(new));
        }
    }
    let mut left: BTreeMap<([usize; 2], DifferenceKind), [Vec<String>; 2]> = BTreeMap::new();
    for one in only {
        let key = (one.kind, one.side, one.fact.value);
        if let Some(count) = gone.get_mut(&key).filter(|count| **count > 0) {
            *count -= 1;
        } else {
            left.entry((one.passages, one.kind)).or_default()[one.side].push(one.fact.printed);
        }
    }
    let mut found = Vec::new();
    for ((passages, kind), [old, new]) in left {
        for place in 0..old.len().max(new.len()) {
            found.push(((kind, old.get(place).cloned(), new.get(place).cloned()), passages));
        }
    }
    found
}

/// Acts that only one text cites, and acts that both cite with different dates.
fn of_citations(citations: [Vec<Citation>; 2]) -> Vec<Found> {
    let mut numbers: Vec<&str> = Vec::new();
    for citation in citations.iter().flatten() {
        if !numbers.contains(&citation.number.as_str()) {
            numbers.push(&citation.number);
        }
    }
    let mut found = Vec::new();
    for number in numbers {
        let [old, new] = citations.each_ref().map(|side| {
            let same = side.iter().filter(|citation| citation.number == number);
            same.map(|it| (it.date.value.as_str(), it.printed.as_str())).collect::<BTreeMap<_, _>>()
        });
        let only = |own: &BTreeMap<&str, &str>, other: &BTreeMap<&str, &str>| {
            let only = own.iter().filter(|(date, _)| !other.contains_key(*date));
            only.map(|(_, printed)| (*printed).to_owned()).collect::<Vec<String>>()
        };
        let (only_old, only_new) = (only(&old, &new), only(&new, &old));
        let kind = if old.is_empty() || new.is_empty() {
            DifferenceKind::Number
        } else {
            DifferenceKind::Date
        };
        for place in 0..only_old.len().max(only_new.len()) {
            found.push((kind, only_old.get(place).cloned(), only_new.get(place).cloned()));
        }
    }
    found
}
