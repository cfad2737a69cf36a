//! Krippendorff's alpha.

use std::collections::BTreeMap;

use super::profiles::{Profiles, Weight};
use super::{Metric, Ratings, Undefined, enough};

/// Krippendorff's alpha with what it is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// 1 - observed / expected: 1 for agreement without exception, 0 for what chance gives, below
    /// 0 for disagreement by system.
    pub alpha: f64,
    /// D_o, mean squared distance of two values of one unit. Ordinal: squared ranks.
    pub observed: f64,
    /// D_e, mean squared distance of any two values.
    pub expected: f64,
    /// Units that have values of two coders at least; only they take part.
    pub units: usize,
    /// Values of these units.
    pub values: u64,
}

/// Krippendorff's alpha of any number of coders, missing values allowed.
///
/// Source: K. Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"; the distances are
/// those of its section D. Time: as many steps as values, for ratio also the square of the number
/// of distinct values.
///
/// # Errors
/// [`Undefined::OneCoder`], [`Undefined::NoPairs`], [`Undefined::OneUnit`],
/// [`Undefined::NoVariation`], [`Undefined::ValueOutsideScale`].
pub fn alpha(ratings: &Ratings, metric: Metric) -> Result<Alpha, Undefined> {
    let profiles = Profiles::of(ratings);
    enough(ratings, profiles.len())?;
    let measured = Measured::new(&profiles, ratings.points(), metric)?;
    let weights = vec![1_u32; profiles.len()];
    measured.alpha(&weights).map(|found| Alpha { units: profiles.len(), ..found })
}

/// An entry of the coincidence matrix: two categories and how often they coincide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coincidence {
    /// One category.
    pub category: u32,
    /// The other one; the same for agreement.
    pub other: u32,
    /// Number of ordered pairs of values of one unit, each divided by the number of values of the
    /// unit less one.
    pub count: f64,
}

/// The coincidence matrix, entries other than zero, by category and other category.
///
/// The entries of a row sum to the number of pairable values of the category. Source: Krippendorff
/// 2011, section C.
pub fn coincidences(ratings: &Ratings) -> Vec<Coincidence> {
    let profiles = Profiles::of(ratings);
    let mut found = BTreeMap::new();
    for at in 0..profiles.len() {
        let per_value = 1.0 / f64::from(profiles.sizes[at] - 1);
        for (category, count) in profiles.unit(at) {
            for (other, times) in profiles.unit(at) {
                let others = if category == other { times - 1 } else { *times };
                if others > 0 {
                    let pairs = f64::from(*count) * f64::from(others);
                    *found.entry((*category, *other)).or_insert(0.0) += pairs * per_value;
                }
            }
        }
    }
    let entry = |((category, other), count)| Coincidence { category, other, count };
    found.into_iter().map(entry).collect()
}

/// Units whose disagreement is known, so that alpha of any weighting of them is quick to compute.
///
/// A weighting says how often each unit counts: once each for the data as they are, as often as it
/// was drawn for a resample, as long as it is for a run of characters.
pub(super) struct Measured<'a> {
    pub(super) profiles: &'a Profiles,
    pub(super) distance: Distance<'a>,
    /// Of each unit: sum of squared distances over its ordered pairs, by number of values less
    /// one. Ordinal distances depend on the weighting: there it is empty.
    pub(super) own: Vec<f64>,
}

/// What a metric needs of the categories or of the units.
pub(super) enum Distance<'a> {
    Nominal,
    Ordinal,
    /// Mean and sum of squared deviations of each unit.
    Interval(Vec<(f64, f64)>),
    Ratio(&'a [f64]),
}

impl<'a> Measured<'a> {
    pub(super) fn new(
        profiles: &'a Profiles,
        points: &'a [f64],
        metric: Metric,
    ) -> Result<Measured<'a>, Undefined> {
        let each = |own: &dyn Fn(usize, f64) -> f64| -> Vec<f64> {
            (0..profiles.len()).map(|at| own(at, f64::from(profiles.sizes[at]))).collect()
        };
        let (distance, own) = match metric {
            Metric::Nominal => {
                let own = each(&|at, size| {
                    let equal =
                        profiles.unit(at).iter().map(|(_, n)| f64::from(*n) * f64::from(*n));
                    (size * size - equal.sum::<f64>()) / (size - 1.0)
                });
                (Distance::Nominal, own)
            }
            Metric::Ordinal => (Distance::Ordinal, Vec::new()),
            Metric::Interval => {
                let spread: Vec<_> = (0..profiles.len())
                    .map(|at| spread(profiles.unit(at), profiles.sizes[at], points))
                    .collect();
                let own = each(&|at, size| 2.0 * size * spread[at].1 / (size - 1.0));
                (Distance::Interval(spread), own)
            }
            Metric::Ratio => {
                let is_outside = |point: &f64| *point < 0.0 || *point > f64::MAX / 2.0;
                if points.first().is_some_and(is_outside) || points.last().is_some_and(is_outside) {
                    return Err(Undefined::ValueOutsideScale);
                }
                let own = each(&|at, size| {
                    let entries = profiles.unit(at).iter();
                    let entries = entries.map(|(c, n)| (points[*c as usize], f64::from(*n)));
                    pairs_by_ratio(&entries.collect::<Vec<_>>()) / (size - 1.0)
                });
                (Distance::Ratio(points), own)
            }
        };
        Ok(Measured { profiles, distance, own })
    }

    /// Alpha where each unit counts as often as its weight says; `units` counts those that do.
    pub(super) fn alpha<W: Weight>(&self, weights: &[W]) -> Result<Alpha, Undefined> {
        let (observed, expected, values) = match &self.distance {
            Distance::Nominal => {
                let margins = self.profiles.margins(weights);
                let values: u64 = margins.iter().sum();
                (self.observed(weights), unequal_pairs(&margins, values), values)
            }
            Distance::Ordinal => {
                let margins = self.profiles.margins(weights);
                let ranks = middle_ranks(&margins);
                let values: u64 = margins.iter().sum();
                let all: Vec<_> =
                    margins.iter().zip(&ranks).map(|(n, rank)| (*rank, *n as f64)).collect();
                let observed = self.observed_by_rank(weights, &ranks);
                (observed, 2.0 * values as f64 * squares(&all, values as f64), values)
            }
            Distance::Interval(spread) => self.by_interval(weights, spread),
            Distance::Ratio(points) => {
                let margins = self.profiles.margins(weights);
                let given = margins.iter().zip(*points).filter(|(n, _)| **n > 0);
                let given: Vec<_> = given.map(|(n, point)| (*point, *n as f64)).collect();
                (self.observed(weights), pairs_by_ratio(&given), margins.iter().sum())
            }
        };
        let counted = weights.iter().filter(|weight| weight.times() > 0).count();
        told(observed, expected, values, counted)
    }

    fn observed<W: Weight>(&self, weights: &[W]) -> f64 {
        let own = self.own.iter().zip(weights);
        own.map(|(own, weight)| own * weight.times() as f64).sum()
    }

    fn observed_by_rank<W: Weight>(&self, weights: &[W], ranks: &[f64]) -> f64 {
        let mut observed = 0.0;
        for (at, weight) in weights.iter().enumerate().filter(|(_, weight)| weight.times() > 0) {
            let size = self.profiles.sizes[at];
            let (_, squares) = spread(self.profiles.unit(at), size, ranks);
            let size = f64::from(size);
            observed += weight.times() as f64 * (2.0 * size * squares / (size - 1.0));
        }
        observed
    }

    /// Sums from the means of units: no differences of large sums, so that nothing is lost where
    /// the spread is small beside the numbers.
    fn by_interval<W: Weight>(&self, weights: &[W], spread: &[(f64, f64)]) -> (f64, f64, u64) {
        let counted = || {
            let units = weights.iter().zip(&self.profiles.sizes).zip(spread);
            units.filter(|((weight, _), _)| weight.times() > 0).map(|((weight, size), spread)| {
                let weight = weight.times();
                (weight, weight * u64::from(*size), spread)
            })
        };
        let values: u64 = counted().map(|(_, times, _)| times).sum();
        let sum: f64 = counted().map(|(_, times, (mean, _))| times as f64 * mean).sum();
        let centre = sum / values as f64;
        let squares: f64 = counted()
            .map(|(weight, times, (mean, own))| {
                let apart = mean - centre;
                weight as f64 * own + times as f64 * (apart * apart)
            })
            .sum();
        let observed = self.observed(weights);
        let expected = match 2.0 * values as f64 * squares {
            expected if observed > 0.0 && expected > 0.0 => expected,
            _ if !self.varies(weights) => 0.0,
            // Squares of numbers that are too close to each other.
            0.0 => f64::NAN,
            expected => expected,
        };
        (observed, expected, values)
    }

    /// Whether units that count hold different values.
    fn varies<W: Weight>(&self, weights: &[W]) -> bool {
        let counted = weights.iter().enumerate().filter(|(_, weight)| weight.times() > 0);
        let mut values = counted.flat_map(|(at, _)| self.profiles.unit(at)).map(|(value, _)| value);
        values.next().is_some_and(|first| values.any(|value| value != first))
    }
}

/// Alpha from the sum of squared distances within units and the one over all ordered pairs.
pub(super) fn told(
    observed: f64,
    expected: f64,
    values: u64,
    units: usize,
) -> Result<Alpha, Undefined> {
    if expected == 0.0 && observed == 0.0 {
        return Err(Undefined::NoVariation);
    }
    let n = values as f64;
    let alpha = 1.0 - (n - 1.0) * observed / expected;
    if !alpha.is_finite() || !expected.is_finite() {
        return Err(Undefined::ValueOutsideScale);
    }
    Ok(Alpha { alpha, observed: observed / n, expected: expected / (n * (n - 1.0)), units, values })
}

/// Number of ordered pairs of values that are not equal.
pub(super) fn unequal_pairs(margins: &[u64], values: u64) -> f64 {
    let square = |number: u64| u128::from(number) * u128::from(number);
    (square(values) - margins.iter().map(|count| square(*count)).sum::<u128>()) as f64
}

/// Rank of each category where all values stand in a row: the middle of its own. Differences of
/// these are Krippendorff's ordinal distances.
pub(super) fn middle_ranks(margins: &[u64]) -> Vec<f64> {
    let mut before = 0;
    let middle = |count: &u64| {
        let rank = before as f64 + *count as f64 / 2.0;
        before += count;
        rank
    };
    margins.iter().map(middle).collect()
}

/// Mean and sum of squared deviations of the values of a unit; exactly zero where they are equal.
pub(super) fn spread(entries: &[(u32, u32)], size: u32, points: &[f64]) -> (f64, f64) {
    let point = |category: u32| points[category as usize];
    if let [(category, _)] = entries {
        return (point(*category), 0.0);
    }
    let values = || entries.iter().map(|(category, n)| (point(*category), f64::from(*n)));
    let mean = values().map(|(value, n)| n * value).sum::<f64>() / f64::from(size);
    let squares = values().map(|(value, n)| n * ((value - mean) * (value - mean))).sum();
    (mean, squares)
}

/// Sum of squared deviations of values with their counts.
fn squares(values: &[(f64, f64)], size: f64) -> f64 {
    let given = values.iter().filter(|(_, n)| *n > 0.0);
    if given.clone().count() < 2 {
        return 0.0;
    }
    let mean = given.clone().map(|(value, n)| n * value).sum::<f64>() / size;
    given.map(|(value, n)| n * ((value - mean) * (value - mean))).sum()
}

/// Sum over ordered pairs of the squared ratio of difference and sum.
fn pairs_by_ratio(values: &[(f64, f64)]) -> f64 {
    let mut sum = 0.0;
    for (at, (value, n)) in values.iter().enumerate() {
        for (other, times) in &values[at + 1..] {
            let ratio = (other - value) / (other + value);
            sum += 2.0 * n * times * (ratio * ratio);
        }
    }
    sum
}
