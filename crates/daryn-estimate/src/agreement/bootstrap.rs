//! How far alpha would move with other units: resampling with replacement.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::alpha::{Distance, Measured, told, unequal_pairs};
use super::profiles::Profiles;
use super::{Alpha, Metric, Ratings, Undefined, enough};

/// Seed where none is given.
pub const DEFAULT_SEED: u64 = 1;

/// How to resample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bootstrap {
    /// Number of resamples.
    pub repeats: u32,
    /// The same seed gives the same interval.
    pub seed: u64,
    /// Share of resamples inside of the interval, usually 0.95.
    pub level: f64,
}

/// What became of alpha in the resamples. All numbers are of the resamples in which it is defined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Ends of the interval; `None` where alpha is defined in no resample.
    pub ends: Option<(f64, f64)>,
    /// Share of resamples with alpha below .667.
    pub below_667: Option<f64>,
    /// Share of resamples with alpha below .800.
    pub below_800: Option<f64>,
    /// Number of resamples.
    pub repeats: u32,
    /// Number of those in which all values are the same one, so that alpha is undefined.
    pub undefined: u32,
}

/// Percentile interval of Krippendorff's alpha (Efron & Tibshirani 1993, section 13.3).
///
/// Each resample draws as many *units* with replacement as have values of two coders, with all
/// their values, and computes alpha anew, expected disagreement included. Krippendorff's own
/// algorithm (2011 and before) draws terms of the observed disagreement and holds the expected one
/// fixed: its intervals differ. Quantiles are interpolated linearly between order statistics
/// (Hyndman & Fan 1996, type 7).
///
/// The interval tells what other units would do, not what other coders would.
///
/// # Errors
/// Where alpha of the ratings is undefined, with the reason.
pub fn bootstrap(
    ratings: &Ratings,
    metric: Metric,
    asked: Bootstrap,
) -> Result<Interval, Undefined> {
    let profiles = Profiles::of(ratings);
    enough(ratings, profiles.len())?;
    let measured = Measured::new(&profiles, ratings.points(), metric)?;
    measured.alpha(&vec![1_u32; profiles.len()])?;
    let mut draws = Draws::new(profiles.len() as u32, asked.seed);
    let mut defined = Vec::with_capacity(asked.repeats as usize);
    if let Some(mut dense) = Dense::of(&measured) {
        for _ in 0..asked.repeats {
            dense.draw(&mut draws);
            defined.extend(dense.alpha().ok().map(|found| found.alpha));
        }
    } else {
        let mut weights = vec![0_u32; profiles.len()];
        for _ in 0..asked.repeats {
            weights.fill(0);
            draws.each(|unit| weights[unit] += 1);
            defined.extend(measured.alpha(&weights).ok().map(|found| found.alpha));
        }
    }
    defined.sort_unstable_by(f64::total_cmp);
    let below = |limit: f64| {
        let number = defined.partition_point(|alpha| *alpha < limit);
        (!defined.is_empty()).then(|| number as f64 / defined.len() as f64)
    };
    let tail = (1.0 - asked.level) / 2.0;
    Ok(Interval {
        ends: quantile(&defined, tail).zip(quantile(&defined, 1.0 - tail)),
        below_667: below(0.667),
        below_800: below(0.8),
        repeats: asked.repeats,
        undefined: asked.repeats - defined.len() as u32,
    })
}

/// A quantile of numbers in rising order, interpolated linearly between order statistics
/// (Hyndman & Fan 1996, type 7); none of no numbers.
#[must_use]
pub fn quantile(rising: &[f64], share: f64) -> Option<f64> {
    let place = rising.len().checked_sub(1)? as f64 * share.clamp(0.0, 1.0);
    let (below, above) = (rising[place.floor() as usize], rising[place.ceil() as usize]);
    Some(below + (above - below) * (place - place.floor()))
}

/// Numbers below a bound, each as likely as any other one: those of the units of a resample.
///
/// ChaCha with 8 rounds, and multiplication with rejection (Lemire 2019, "Fast Random Integer
/// Generation in an Interval"), so that no unit is favoured by rounding.
#[derive(Debug, Clone)]
pub struct Draws {
    random: ChaCha8Rng,
    units: u32,
    bytes: Vec<u8>,
}

impl Draws {
    /// Draws from `units` units; there is at least one.
    pub fn new(units: u32, seed: u64) -> Draws {
        let units = units.max(1);
        let bytes = vec![0; 4 * units as usize];
        Draws { random: ChaCha8Rng::seed_from_u64(seed), units, bytes }
    }

    /// Draws as many units as there are, with replacement.
    pub fn each(&mut self, mut take: impl FnMut(usize)) {
        let unfair = self.units.wrapping_neg() % self.units;
        self.random.fill_bytes(&mut self.bytes);
        for word in self.bytes.chunks_exact(4) {
            let mut word = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
            loop {
                let product = u64::from(word) * u64::from(self.units);
                if product as u32 >= unfair {
                    take((product >> 32) as usize);
                    break;
                }
                word = self.random.next_u32();
            }
        }
    }
}

/// Nominal data of few categories as columns, for which processors have an instruction: products
/// of numbers of 16 bits, summed up. It gives what [`Measured::alpha`] gives, several times faster.
struct Dense<'a> {
    own: &'a [f64],
    /// How often each unit got the category, one column a category.
    columns: Vec<i16>,
    weights: Vec<i16>,
    margins: Vec<u64>,
}

impl<'a> Dense<'a> {
    /// `None` where another metric is asked for, where numbers are too large for 16 bits, or where
    /// columns would hold little but zeros.
    fn of(measured: &'a Measured<'_>) -> Option<Dense<'a>> {
        let profiles = measured.profiles;
        let (units, categories) = (profiles.len(), profiles.categories);
        let largest = profiles.sizes.iter().copied().max().unwrap_or(0);
        let fits = units <= i16::MAX as usize && largest <= i16::MAX as u32;
        let cells = units.checked_mul(categories)?;
        let is_full = categories <= 16 || cells / 8 <= profiles.entries.len();
        if !matches!(measured.distance, Distance::Nominal) || !fits || !is_full {
            return None;
        }
        let mut columns = vec![0; cells];
        for unit in 0..units {
            for (category, count) in profiles.unit(unit) {
                columns[*category as usize * units + unit] = *count as i16;
            }
        }
        let (weights, margins) = (vec![0; units], vec![0; categories]);
        Some(Dense { own: &measured.own, columns, weights, margins })
    }

    fn draw(&mut self, draws: &mut Draws) {
        self.weights.fill(0);
        let weights = &mut self.weights;
        draws.each(|unit| weights[unit] += 1);
    }

    fn alpha(&mut self) -> Result<Alpha, Undefined> {
        let columns = self.columns.chunks_exact(self.weights.len());
        for (margin, column) in self.margins.iter_mut().zip(columns) {
            // At most 32,767 units of 32,767 values each: the sum has room in 32 bits.
            let products = column.iter().zip(&self.weights);
            let sum: i32 = products.map(|(n, weight)| i32::from(*n) * i32::from(*weight)).sum();
            *margin = sum as u64;
        }
        let values: u64 = self.margins.iter().sum();
        let observed = weighted_sum(self.own, &self.weights);
        told(observed, unequal_pairs(&self.margins, values), values, 0)
    }
}

/// Sum of products in a fixed order, eight at a time.
fn weighted_sum(numbers: &[f64], weights: &[i16]) -> f64 {
    let mut lanes = [0.0; 8];
    let (numbers, rest) = numbers.as_chunks::<8>();
    let (weights, last) = weights.as_chunks::<8>();
    for (numbers, weights) in numbers.iter().zip(weights) {
        for lane in 0..8 {
            lanes[lane] += numbers[lane] * f64::from(weights[lane]);
        }
    }
    let rest: f64 = rest.iter().zip(last).map(|(number, weight)| number * f64::from(*weight)).sum();
    lanes.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_type_7() {
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[3.0], 0.1), Some(3.0));
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.5), Some(2.5));
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0, 5.0], 0.025), Some(1.1));
    }

    #[test]
    fn every_unit_is_as_likely_as_any_other_one() {
        let mut counts = [0_u32; 7];
        let mut draws = Draws::new(7, 3);
        for _ in 0..10_000 {
            draws.each(|unit| counts[unit] += 1);
        }
        // Chi-square with 6 degrees of freedom: above 22.46 once in a thousand seeds.
        let chi: f64 = counts.iter().map(|n| (f64::from(*n) - 1e4).powi(2) / 1e4).sum();
        assert!(chi < 22.46, "{counts:?}");
        assert_eq!(counts.iter().sum::<u32>(), 70_000);
    }

    #[test]
    fn columns_give_what_profiles_give() {
        let cells: Vec<Option<u32>> =
            (0..600_u32).map(|at| (at % 11 > 0).then_some((at * at / 7 + at / 3) % 5)).collect();
        let ratings = Ratings::of_categories(4, 5, &cells).expect("ratings");
        let profiles = Profiles::of(&ratings);
        let measured = Measured::new(&profiles, ratings.points(), Metric::Nominal).expect("units");
        let mut dense = Dense::of(&measured).expect("few categories");
        let mut draws = Draws::new(profiles.len() as u32, 9);
        for _ in 0..20 {
            dense.draw(&mut draws);
            let weights: Vec<u32> = dense.weights.iter().map(|weight| *weight as u32).collect();
            let plain = measured.alpha(&weights).expect("alpha");
            let quick = dense.alpha().expect("alpha");
            assert!((plain.alpha - quick.alpha).abs() < 1e-12);
            assert_eq!(plain.values, quick.values);
        }
    }
}
