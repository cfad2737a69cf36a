//! How far measures that were found are those that readings of the same passages have.
//!
//! A measure is right where its action shares a character with the action of a measure of the
//! reading in the same passage (where there is no action, the result that is measured); each
//! measure counts once. A part is right where the part of a right measure overlaps the reading's by
//! at least half: intersection over union of code points. Parts of measures that are not right
//! count as wrong or missed, so errors of finding are errors of parts, too.

use std::collections::BTreeMap;
use std::ops::Range;

/// Parts that are measured.
pub const PARTS: [&str; 8] =
    ["actor", "action", "object", "target_group", "instrument", "deadline", "money", "indicator"];

/// A measure as places of its parts in code points, and its polarity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed {
    /// Places by name of the part.
    pub parts: BTreeMap<&'static str, Range<usize>>,
    /// Its polarity.
    pub polarity: String,
}

impl Placed {
    /// What a measure is known by.
    fn anchor(&self) -> Option<&Range<usize>> {
        self.parts.get("action").or(self.parts.get("indicator"))
    }
}

/// Right, wrong and missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Given, rightly.
    pub right: u64,
    /// Given, wrongly.
    pub wrong: u64,
    /// Not given, though it should have been.
    pub missed: u64,
}

impl Counts {
    /// Of what was given the share that is right.
    #[must_use]
    pub fn precision(&self) -> Option<f64> {
        share(self.right, self.right + self.wrong)
    }

    /// Of what should be given the share that was.
    #[must_use]
    pub fn recall(&self) -> Option<f64> {
        share(self.right, self.right + self.missed)
    }

    /// Harmonic mean of both.
    #[must_use]
    pub fn f1(&self) -> Option<f64> {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    fn add(&mut self, other: Counts) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Counts of measures, of each part and of polarity over passages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quality {
    /// Measures.
    pub measures: Counts,
    /// Parts by name; `polarity` among them, of right measures only.
    pub parts: BTreeMap<&'static str, Counts>,
}

/// Whether two places are of one measure.
fn meets(one: &Placed, other: &Placed) -> bool {
    match (one.anchor(), other.anchor()) {
        (Some(one), Some(other)) => one.start < other.end && other.start < one.end,
        _ => false,
    }
}

/// Intersection over union is at least a half.
#[must_use]
pub fn agree(one: &Range<usize>, other: &Range<usize>) -> bool {
    let shared = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    let all = one.len() + other.len() - shared;
    all > 0 && shared * 2 >= all
}

/// Pairs of measures that are one: each of the second is taken once.
fn pairs(given: &[Placed], wanted: &[Placed]) -> Vec<(usize, usize)> {
    let mut taken = vec![false; wanted.len()];
    let mut pairs = Vec::new();
    for (place, one) in given.iter().enumerate() {
        let found = (0..wanted.len()).find(|other| !taken[*other] && meets(one, &wanted[*other]));
        if let Some(other) = found {
            taken[other] = true;
            pairs.push((place, other));
        }
    }
    pairs
}

impl Quality {
    /// Adds a passage: what was given in it and what should be.
    pub fn add(&mut self, given: &[Placed], wanted: &[Placed]) {
        let pairs = pairs(given, wanted);
        let right = pairs.len() as u64;
        let (given_count, wanted_count) = (given.len() as u64, wanted.len() as u64);
        self.measures.add(Counts {
            right,
            wrong: given_count - right,
            missed: wanted_count - right,
        });
        for part in PARTS {
            let stated = |side: &[Placed]| {
                side.iter().filter(|it| it.parts.contains_key(part)).count() as u64
            };
            let same = |pair: &&(usize, usize)| match (
                given[pair.0].parts.get(part),
                wanted[pair.1].parts.get(part),
            ) {
                (Some(one), Some(other)) => agree(one, other),
                _ => false,
            };
            let right = pairs.iter().filter(same).count() as u64;
            let counts =
                Counts { right, wrong: stated(given) - right, missed: stated(wanted) - right };
            self.parts.entry(part).or_default().add(counts);
        }
        let same =
            pairs.iter().filter(|it| given[it.0].polarity == wanted[it.1].polarity).count() as u64;
        let other = right - same;
        self.parts.entry("polarity").or_default().add(Counts {
            right: same,
            wrong: other,
            missed: other,
        });
    }
}

/// What two readings share: measures that both have, with the parts on whose place they agree.
/// Measures of one reading only, and parts on which they differ, are given beside them: nothing is
/// known of these.
#[must_use]
pub fn shared(first: &[Placed], second: &[Placed]) -> (Vec<Placed>, Vec<Placed>) {
    let pairs = pairs(first, second);
    let both = pairs.iter().map(|(one, other)| {
        let (one, other) = (&first[*one], &second[*other]);
        // The action is what pairs are known by, so it stays where both overlap at all.
        let same = |name: &str, place: &Range<usize>| {
            other.parts.get(name).is_some_and(|it| name == "action" || agree(place, it))
        };
        let parts = one.parts.iter().filter(|(name, place)| same(name, place));
        Placed {
            parts: parts.map(|(name, place)| (*name, place.clone())).collect(),
            polarity: one.polarity.clone(),
        }
    });
    let both = both.collect();
    let of_first = (0..first.len())
        .filter(|place| !pairs.iter().any(|it| it.0 == *place))
        .map(|it| first[it].clone());
    let of_second = (0..second.len())
        .filter(|place| !pairs.iter().any(|it| it.1 == *place))
        .map(|it| second[it].clone());
    (both, of_first.chain(of_second).collect())
}

/// Leaves out of what was given what the readings do not agree on, for a comparison with what they
/// share: measures that only one of them has, and parts that they place differently.
#[must_use]
pub fn undisputed(given: &[Placed], first: &[Placed], second: &[Placed]) -> Vec<Placed> {
    let (both, disputed) = shared(first, second);
    let kept = given.iter().filter(|one| {
        both.iter().any(|it| meets(one, it)) || !disputed.iter().any(|it| meets(one, it))
    });
    kept.map(|one| {
        let mut one = one.clone();
        let of = |side: &[Placed]| side.iter().find(|it| meets(&one, it)).cloned();
        if let (Some(first), Some(second)) = (of(first), of(second)) {
            one.parts.retain(|name, _| {
                let agreed = match (first.parts.get(name), second.parts.get(name)) {
                    (Some(one), Some(other)) => agree(one, other),
                    (None, None) => true,
                    _ => false,
                };
                // The action is what pairs are known by.
                agreed || *name == "action"
            });
        }
        one
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(action: Range<usize>, actor: Option<Range<usize>>) -> Placed {
        let parts = [("action", Some(action)), ("actor", actor)];
        let parts = parts.into_iter().filter_map(|(name, place)| Some((name, place?))).collect();
        Placed { parts, polarity: "plan".to_owned() }
    }

    #[test]
    fn counts_by_hand() {
        let mut quality = Quality::default();
        // The first is right with a right actor, the second wrong; one measure is missed.
        let given = [placed(0..5, Some(10..20)), placed(50..55, Some(60..62))];
        let wanted = [placed(3..8, Some(12..20)), placed(70..75, None)];
        quality.add(&given, &wanted);
        assert_eq!(quality.measures, Counts { right: 1, wrong: 1, missed: 1 });
        assert_eq!(quality.parts["actor"], Counts { right: 1, wrong: 1, missed: 0 });
        assert_eq!(quality.parts["polarity"], Counts { right: 1, wrong: 0, missed: 0 });
        assert_eq!(quality.parts["actor"].f1(), Some(2.0 / 3.0));
        assert!(agree(&(0..10), &(0..5)) && !agree(&(0..10), &(0..4)) && !agree(&(0..0), &(0..0)));
    }

    #[test]
    fn what_readings_differ_on_is_neither_right_nor_wrong() {
        let first = [placed(0..5, Some(10..20)), placed(30..35, None)];
        let second = [placed(0..5, Some(40..50))];
        let (both, disputed) = shared(&first, &second);
        assert_eq!((both.len(), disputed.len()), (1, 1));
        assert!(!both[0].parts.contains_key("actor"));
        let given = [placed(0..5, Some(10..20)), placed(30..35, None), placed(80..85, None)];
        let kept = undisputed(&given, &first, &second);
        assert_eq!(kept.len(), 2);
        assert!(!kept[0].parts.contains_key("actor"));
    }
}
