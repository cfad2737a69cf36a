//! Measures of two documents matched: what was kept, changed, dropped, and what is new.
//!
//! Two measures are alike as far as the stems of their actions, objects and target groups are: the
//! Dice coefficient (Dice, “Measures of the amount of ecologic association between species”,
//! Ecology 26(3), 1945) with each stem weighted by how few measures hold it. Pairs are taken from
//! the most alike on, each measure once; below [`LEAST`] nothing is a pair.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use daryn_model::Date;
use serde::Serialize;

use crate::bodies::{Bodies, stems};
use crate::indicator::Value;
use crate::measure::{Measure, Part};
use crate::number::compare;

/// Least likeness of a pair.
pub const LEAST: f64 = 0.5;

/// Measures of a document with its text.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// Its measures.
    pub measures: &'a [Measure],
}

/// A measure of the old document and one of the new that are the same one; or one without another.
#[derive(Debug, Clone, PartialEq)]
pub struct Matched {
    /// Place among the old measures.
    pub old: Option<usize>,
    /// Place among the new measures.
    pub new: Option<usize>,
    /// How alike they are, 0 to 1; none where there is one only.
    pub likeness: Option<f64>,
    /// What changed.
    pub changes: Vec<Change>,
}

/// What became of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// The same parts.
    Kept,
    /// Some part is another one.
    Changed,
    /// It is in the old document only.
    Dropped,
    /// It is in the new document only.
    New,
}

impl Matched {
    /// What became of it.
    #[must_use]
    pub fn fate(&self) -> Fate {
        match (self.old, self.new) {
            (Some(_), Some(_)) if self.changes.is_empty() => Fate::Kept,
            (Some(_), Some(_)) => Fate::Changed,
            (Some(_), None) => Fate::Dropped,
            _ => Fate::New,
        }
    }
}

/// Which way a part changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// A deadline became later, or a term longer.
    Slipped,
    /// A deadline became earlier, or a term shorter.
    Advanced,
    /// Less money.
    Cut,
    /// More money, or a larger value.
    Raised,
    /// A smaller value.
    Lowered,
    /// The body has another name, or was merged or divided, and is the same.
    Renamed,
    /// It is stated in the new document only.
    Added,
    /// It is stated in the old document only.
    Removed,
    /// It is another one, and nothing says which way.
    Changed,
}

impl Way {
    /// Its name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Way::Slipped => "slipped",
            Way::Advanced => "advanced",
            Way::Cut => "cut",
            Way::Raised => "raised",
            Way::Lowered => "lowered",
            Way::Renamed => "renamed",
            Way::Added => "added",
            Way::Removed => "removed",
            Way::Changed => "changed",
        }
    }
}

/// A part of a measure that is another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Which part.
    pub part: &'static str,
    /// Which way.
    pub way: Way,
    /// What it was, as printed.
    pub old: Option<Part>,
    /// What it is, as printed.
    pub new: Option<Part>,
    /// For a body that was renamed the day from which it has its new name, where that is known.
    pub since: Option<Date>,
}

/// Matches measures of an old document with those of a new one. Gives pairs and what was dropped
/// in order of the old document, then what is new in order of the new one.
#[must_use]
pub fn matched(old: Side<'_>, new: Side<'_>, bodies: &Bodies) -> Vec<Matched> {
    let pairs: Vec<(f64, usize, usize)> = alike(&old, &new);
    let mut of_old: Vec<Option<(usize, f64)>> = vec![None; old.measures.len()];
    let mut taken = vec![false; new.measures.len()];
    for (likeness, first, second) in pairs {
        if of_old[first].is_none() && !taken[second] {
            of_old[first] = Some((second, likeness));
            taken[second] = true;
        }
    }
    let mut all: Vec<Matched> = of_old
        .into_iter()
        .enumerate()
        .map(|(place, pair)| Matched {
            old: Some(place),
            new: pair.map(|it| it.0),
            likeness: pair.map(|it| it.1),
            changes: pair.map_or(Vec::new(), |(other, _)| {
                changes(&old, &old.measures[place], &new, &new.measures[other], bodies)
            }),
        })
        .collect();
    let only_new = (0..new.measures.len()).filter(|place| !taken[*place]);
    all.extend(only_new.map(|place| Matched {
        old: None,
        new: Some(place),
        likeness: None,
        changes: Vec::new(),
    }));
    all
}

/// Stems of what a measure is about.
fn about(side: &Side<'_>, measure: &Measure) -> BTreeSet<String> {
    let result = measure.indicator.as_ref().filter(|_| measure.action.is_none()).map(|it| it.0);
    let parts = [measure.action, measure.object, measure.target_group, measure.instrument, result];
    parts.into_iter().flatten().flat_map(|part| stems(part.words(side.text))).collect()
}

/// A stem that more measures hold tells too little to look for pairs by it.
const COMMON: usize = 200;

/// Words of a part without differences of case and spaces.
fn printed(side: &Side<'_>, part: Part) -> String {
    part.words(side.text).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What tells measures apart that are about the same: actor, deadline, money, indicator, polarity.
type Details = [String; 5];

fn details(side: &Side<'_>, measure: &Measure) -> Details {
    let printed = |part: Option<Part>| part.map_or(String::new(), |part| printed(side, part));
    let mut actor: Vec<String> =
        measure.actor.map_or_else(Vec::new, |it| stems(it.words(side.text)).into_iter().collect());
    actor.sort_unstable();
    [
        actor.join(" "),
        printed(measure.deadline.as_ref().map(|it| it.0)),
        printed(measure.money.as_ref().map(|it| it.0)),
        printed(measure.indicator.as_ref().map(|it| it.0)),
        measure.polarity.name().to_owned(),
    ]
}

/// Pairs of measures that are alike enough, with how alike they are, those to be taken first at the
/// beginning. Measures about the very same are paired first, so that a form repeated a thousand
/// times stays cheap. Of equally alike ones those come first that agree in most details. Where a
/// measure stands decides only between measures that say the same, so that no order of passages
/// changes what became of them.
fn alike(old: &Side<'_>, new: &Side<'_>) -> Vec<(f64, usize, usize)> {
    let sets = |side: &Side<'_>| -> Vec<BTreeSet<String>> {
        side.measures.iter().map(|measure| about(side, measure)).collect()
    };
    let all_details = |side: &Side<'_>| -> Vec<Details> {
        side.measures.iter().map(|measure| details(side, measure)).collect()
    };
    let (first, second) = (sets(old), sets(new));
    let (of_first, of_second) = (all_details(old), all_details(new));
    let mut pairs = same(&first, &second, &of_first, &of_second);
    let paired: BTreeSet<usize> = pairs.iter().map(|it| it.1).collect();
    let mut holders: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
    for set in &first {
        set.iter().for_each(|stem| holders.entry(stem).or_default().0 += 1);
    }
    for (place, set) in second.iter().enumerate() {
        set.iter().for_each(|stem| holders.entry(stem).or_default().1.push(place));
    }
    let weight = |stem: &str| {
        holders.get(stem).map_or(0.0, |(old, new)| 1.0 / ((*old).max(new.len()) as f64))
    };
    let size = |set: &BTreeSet<String>| set.iter().map(|stem| weight(stem)).sum::<f64>();
    let mut others: Vec<(f64, usize, usize, usize)> = Vec::new();
    for (place, set) in first.iter().enumerate().filter(|(place, _)| !paired.contains(place)) {
        let rare = set.iter().filter_map(|stem| holders.get(stem.as_str()));
        let near: BTreeSet<usize> =
            rare.filter(|(_, new)| new.len() <= COMMON).flat_map(|(_, new)| new).copied().collect();
        for other in near {
            let shared: f64 = set.intersection(&second[other]).map(|stem| weight(stem)).sum();
            let likeness = 2.0 * shared / (size(set) + size(&second[other]));
            if likeness >= LEAST {
                let both = of_first[place].iter().zip(&of_second[other]);
                let agreeing = both.filter(|(one, other)| one == other).count();
                others.push((likeness.min(1.0), agreeing, place, other));
            }
        }
    }
    others.sort_by(|one, other| {
        let content = |it: &(f64, usize, usize, usize)| {
            (&first[it.2], &of_first[it.2], &second[it.3], &of_second[it.3])
        };
        let by_likeness = other.0.total_cmp(&one.0).then(other.1.cmp(&one.1));
        by_likeness
            .then_with(|| content(one).cmp(&content(other)))
            .then_with(|| (one.2, one.3).cmp(&(other.2, other.3)))
    });
    pairs.extend(others.into_iter().map(|(likeness, _, old, new)| (likeness, old, new)));
    pairs
}

/// How many details are asked to agree, from all of them to none.
const LEVELS: [usize; 4] = [5, 2, 1, 0];

/// Pairs of measures about the very same stems: those first that agree in all details, then in
/// actor and deadline, then in the actor, then the others in the order of their details.
fn same(
    first: &[BTreeSet<String>],
    second: &[BTreeSet<String>],
    of_first: &[Details],
    of_second: &[Details],
) -> Vec<(f64, usize, usize)> {
    let mut groups: BTreeMap<&BTreeSet<String>, [Vec<usize>; 2]> = BTreeMap::new();
    for (side, sets) in [first, second].into_iter().enumerate() {
        for (place, set) in sets.iter().enumerate().filter(|(_, set)| !set.is_empty()) {
            groups.entry(set).or_default()[side].push(place);
        }
    }
    let mut pairs = Vec::new();
    for [mut old, mut new] in groups.into_values() {
        old.sort_by_key(|place| &of_first[*place]);
        new.sort_by_key(|place| &of_second[*place]);
        for level in LEVELS {
            let mut free: BTreeMap<&[String], VecDeque<usize>> = BTreeMap::new();
            for place in &new {
                free.entry(&of_second[*place][..level]).or_default().push_back(*place);
            }
            let mut taken: BTreeSet<usize> = BTreeSet::new();
            old.retain(|place| {
                let queue = free.get_mut(&of_first[*place][..level]);
                let Some(other) = queue.and_then(VecDeque::pop_front) else { return true };
                taken.insert(other);
                pairs.push((1.0, *place, other));
                false
            });
            new.retain(|place| !taken.contains(place));
        }
    }
    pairs
}

fn changes(
    old: &Side<'_>,
    first: &Measure,
    new: &Side<'_>,
    second: &Measure,
    bodies: &Bodies,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut note = |part, way: Option<Way>, old: Option<Part>, new: Option<Part>, since| {
        let way = match (old, new) {
            (None, None) => None,
            (None, Some(_)) => Some(Way::Added),
            (Some(_), None) => Some(Way::Removed),
            _ => way,
        };
        changes.extend(way.map(|way| Change { part, way, old, new, since }));
    };
    let (actor, since) = actor_way(old, first.actor, new, second.actor, bodies);
    note("actor", actor, first.actor, second.actor, since);
    let words = |side: &Side<'_>, part: Option<Part>| part.map(|it| stems(it.words(side.text)));
    let way = match (&first.deadline, &second.deadline) {
        (Some(one), Some(other)) if one.1 != other.1 => Some(deadline_way(&one.1, &other.1)),
        // Events are known by their words only.
        (Some(one), Some(other)) => {
            let is_vague = one.1.to.is_none() && one.1.from.is_none() && one.1.count.is_none();
            (is_vague && printed(old, one.0) != printed(new, other.0)).then_some(Way::Changed)
        }
        _ => None,
    };
    let place = |measure: &Measure| measure.deadline.as_ref().map(|it| it.0);
    note("deadline", way, place(first), place(second), None);
    let way = match (&first.money, &second.money) {
        (Some((_, one)), Some((_, other))) if one != other => Some(money_way(one, other)),
        _ => None,
    };
    let place = |measure: &Measure| measure.money.as_ref().map(|it| it.0);
    note("money", way, place(first), place(second), None);
    let way = match (&first.indicator, &second.indicator) {
        (Some((_, one)), Some((_, other))) => {
            result_way(one.target.as_ref(), other.target.as_ref()).or_else(|| {
                let starts = [&one.baseline, &other.baseline];
                let [one, other] = starts.map(|it| it.as_ref().map(|it| (&it.number, it.year)));
                (one != other).then_some(Way::Changed)
            })
        }
        _ => None,
    };
    let place = |measure: &Measure| measure.indicator.as_ref().map(|it| it.0);
    note("indicator", way, place(first), place(second), None);
    let way =
        (words(old, first.completion) != words(new, second.completion)).then_some(Way::Changed);
    note("completion", way, first.completion, second.completion, None);
    let way = (first.polarity != second.polarity).then_some(Way::Changed);
    if way.is_some() {
        note("polarity", way, Some(first.cue), Some(second.cue), None);
    }
    changes
}

fn actor_way(
    old: &Side<'_>,
    first: Option<Part>,
    new: &Side<'_>,
    second: Option<Part>,
    bodies: &Bodies,
) -> (Option<Way>, Option<Date>) {
    let (Some(first), Some(second)) = (first, second) else { return (None, None) };
    let (first, second) = (first.words(old.text), second.words(new.text));
    let set = |words: &str| stems(words).into_iter().collect::<BTreeSet<_>>();
    if set(first) == set(second) {
        return (None, None);
    }
    let (before, after) = (bodies.named(first), bodies.named(second));
    if before.is_empty() || after.is_empty() {
        return (Some(Way::Changed), None);
    }
    if before == after {
        return (None, None);
    }
    // Documents may be given in either order.
    let newer = match (bodies.go_on(&before, &after), bodies.go_on(&after, &before)) {
        (true, _) => after.difference(&before),
        (_, true) => before.difference(&after),
        _ => return (Some(Way::Changed), None),
    };
    (Some(Way::Renamed), newer.filter_map(|id| bodies.since(id)).max())
}

fn deadline_way(old: &crate::time::When, new: &crate::time::When) -> Way {
    let order = match (old.to, new.to) {
        (Some(old), Some(new)) => new.last_day().cmp(&old.last_day()),
        _ if old.unit == new.unit && old.kind == new.kind => new.count.cmp(&old.count),
        _ => return Way::Changed,
    };
    match order {
        std::cmp::Ordering::Greater => Way::Slipped,
        std::cmp::Ordering::Less => Way::Advanced,
        std::cmp::Ordering::Equal => Way::Changed,
    }
}

fn money_way(old: &crate::money::Money, new: &crate::money::Money) -> Way {
    let (Some(before), Some(after)) = (&old.amount, &new.amount) else { return Way::Changed };
    // Amounts of different currencies are not compared, nor one sum for several measures with the
    // sum of one of them: a sum that is told apart later is not cut.
    if old.currency != new.currency || old.is_shared || new.is_shared {
        return Way::Changed;
    }
    match compare(after, before) {
        std::cmp::Ordering::Greater => Way::Raised,
        std::cmp::Ordering::Less => Way::Cut,
        std::cmp::Ordering::Equal => Way::Changed,
    }
}

fn result_way(old: Option<&Value>, new: Option<&Value>) -> Option<Way> {
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (None, None) => return None,
        _ => return Some(Way::Changed),
    };
    match compare(&new.number, &old.number) {
        std::cmp::Ordering::Greater => Some(Way::Raised),
        std::cmp::Ordering::Less => Some(Way::Lowered),
        std::cmp::Ordering::Equal => (old.year != new.year).then_some(Way::Changed),
    }
}
