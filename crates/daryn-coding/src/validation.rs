//! Validation: a sample of passages drawn by what rules gave, and rules held against the labels of
//! two people who did not see them.
//!
//! A passage belongs to one stratum: its group (a language, or a document and a language) and the
//! rarest of the codes that rules gave to it in the group, or none. So every code has passages with
//! it in the sample, however rare it is, and passages without any code are there to show what rules
//! miss. Estimates are weighted by the number of passages that a drawn one stands for; intervals
//! come from the rescaled bootstrap within strata ([`daryn_estimate::sampling::resample`]). They
//! tell what other passages of the same texts would do, not what other people would.

use std::collections::{BTreeMap, BTreeSet};

use daryn_estimate::agreement::{Metric, Ratings, alpha, quantile};
use daryn_estimate::sampling::{Sampler, Stratum, resample, weights};

use crate::measure::{Counts, Judged};

/// Resamples behind an interval.
pub const REPEATS: u32 = 2000;

/// Fewest positives of a code that enters the mean over codes.
pub const LEAST: u64 = 5;

/// A passage that may be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Passages are drawn for each group apart.
    pub group: String,
    /// Codes that rules gave to it.
    pub codes: BTreeSet<String>,
}

/// How many passages are drawn, at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Of each code in each group.
    pub with: usize,
    /// Without a code in each group.
    pub without: usize,
}

/// A stratum with the passages drawn from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The group.
    pub group: String,
    /// Passages of the stratum.
    pub population: usize,
    /// Places of those that were drawn, among the candidates, in rising order.
    pub places: Vec<usize>,
}

/// Draws a sample: the same for the same candidates, sizes and seed.
#[must_use]
pub fn draw(candidates: &[Candidate], sizes: Sizes, seed: u64) -> Vec<Drawn> {
    let mut often: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for candidate in candidates {
        for code in &candidate.codes {
            *often.entry((&candidate.group, code)).or_default() += 1;
        }
    }
    let mut strata: BTreeMap<(&str, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (place, candidate) in candidates.iter().enumerate() {
        let group = candidate.group.as_str();
        let rarest = candidate.codes.iter().map(String::as_str);
        let rarest = rarest.min_by_key(|code| (often[&(group, *code)], *code));
        strata.entry((group, rarest)).or_default().push(place);
    }
    let mut sampler = Sampler::new(seed);
    let draw = |((group, code), places): ((&str, Option<&str>), Vec<usize>)| {
        let size = if code.is_some() { sizes.with } else { sizes.without };
        let drawn = sampler.without_replacement(places.len(), size);
        Drawn {
            group: group.to_owned(),
            population: places.len(),
            places: drawn.into_iter().map(|at| places[at]).collect(),
        }
    };
    strata.into_iter().map(draw).filter(|drawn| !drawn.places.is_empty()).collect()
}

/// A passage that two people labelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Its language.
    pub language: String,
    /// Codes that rules gave.
    pub rules: BTreeSet<String>,
    /// Codes that each of the two gave.
    pub people: [BTreeSet<String>; 2],
}

impl Labelled {
    fn judged(&self, code: &str) -> Judged {
        Judged {
            rule: self.rules.contains(code),
            readings: [0, 1].map(|person| self.people[person].contains(code)),
        }
    }
}

/// A number with the ends of its interval of 95 %. It has none where it is undefined in every
/// resample, and where all resamples give the same although not every passage was drawn: what was
/// drawn is alike then and cannot tell how far the number is from that of all passages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The weighted estimate.
    pub value: f64,
    /// Ends of the percentile interval.
    pub ends: Option<(f64, f64)>,
}

/// What was found of a code, or of all of them at once, in a language.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The language.
    pub language: String,
    /// The code; none for every passage and code at once.
    pub code: Option<String>,
    /// Unweighted counts of the sample.
    pub counts: Counts,
    /// Of what rules gave the share that is right.
    pub precision: Option<Estimate>,
    /// Of what should be given the share that rules gave.
    pub recall: Option<Estimate>,
    /// Their harmonic mean.
    pub f1: Option<Estimate>,
    /// Krippendorff's alpha of the two people, of the sample as it is.
    pub alpha: Option<f64>,
}

/// The mean over codes in a language.
#[derive(Debug, Clone, PartialEq)]
pub struct Macro {
    /// The language.
    pub language: String,
    /// Passages.
    pub passages: usize,
    /// Codes with at least [`LEAST`] positives on which both agree.
    pub codes: usize,
    /// Mean of their weighted F1.
    pub f1: Option<Estimate>,
}

/// What a validation found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// A row a language and code, in the order of the codes, and behind them one for all.
    pub rows: Vec<Row>,
    /// A mean a language.
    pub means: Vec<Macro>,
    /// Alpha of the two people over every passage and code.
    pub alpha: Option<f64>,
}

/// Holds rules against labels. `strata` hold places of `labelled`.
#[must_use]
pub fn measure(labelled: &[Labelled], strata: &[Stratum], codes: &[String], seed: u64) -> Found {
    let languages: BTreeSet<&str> = labelled.iter().map(|unit| unit.language.as_str()).collect();
    let mut found = Found { rows: Vec::new(), means: Vec::new(), alpha: None };
    let mut everything = Vec::new();
    for language in languages {
        let own: Vec<usize> =
            (0..labelled.len()).filter(|place| labelled[*place].language == language).collect();
        let columns: Vec<Vec<(usize, Judged)>> = codes
            .iter()
            .map(|code| own.iter().map(|place| (*place, labelled[*place].judged(code))).collect())
            .collect();
        let counts: Vec<Counts> =
            columns.iter().map(|column| Counts::of(column.iter().map(|(_, it)| *it))).collect();
        let in_mean: Vec<usize> =
            (0..codes.len()).filter(|code| counts[*code].agreed.positives() >= LEAST).collect();
        let figures = |weights: &[f64]| figures(&columns, &in_mean, weights);
        let first = figures(&weights(strata, labelled.len()));
        let mut draws: Vec<Vec<f64>> = vec![Vec::new(); first.len()];
        resample(strata, labelled.len(), REPEATS, seed, |weights| {
            for (draws, value) in draws.iter_mut().zip(figures(weights)) {
                draws.extend(value);
            }
        });
        let is_of_them = |unit: &usize| own.binary_search(unit).is_ok();
        let is_sample = strata.iter().any(|stratum| {
            stratum.units.len() < stratum.population && stratum.units.iter().any(is_of_them)
        });
        let mut estimates = first.into_iter().zip(draws).map(|(value, mut draws)| {
            draws.sort_unstable_by(f64::total_cmp);
            let ends = quantile(&draws, 0.025).zip(quantile(&draws, 0.975));
            let ends = ends.filter(|_| !is_sample || draws.first() != draws.last());
            value.map(|value| Estimate { value, ends })
        });
        let mut three = || [0, 1, 2].map(|_| estimates.next().flatten());
        let row =
            |code, counts, [precision, recall, f1]: [Option<Estimate>; 3], judged: &[Judged]| Row {
                language: language.to_owned(),
                code,
                counts,
                precision,
                recall,
                f1,
                alpha: agreement(judged),
            };
        let pooled: Vec<Judged> = columns.iter().flatten().map(|(_, judged)| *judged).collect();
        for ((code, column), counts) in codes.iter().zip(&columns).zip(&counts) {
            let judged: Vec<Judged> = column.iter().map(|(_, judged)| *judged).collect();
            found.rows.push(row(Some(code.clone()), *counts, three(), &judged));
        }
        let all = three();
        found.rows.push(row(None, Counts::of(pooled.iter().copied()), all, &pooled));
        found.means.push(Macro {
            language: language.to_owned(),
            passages: own.len(),
            codes: in_mean.len(),
            f1: estimates.next().flatten(),
        });
        everything.extend(pooled);
    }
    found.alpha = agreement(&everything);
    found
}

/// Precision, recall and F1 of each code, of all of them at once, and the mean F1.
fn figures(
    columns: &[Vec<(usize, Judged)>],
    in_mean: &[usize],
    weights: &[f64],
) -> Vec<Option<f64>> {
    let mut all = [0.0; 3];
    let mut figures = Vec::with_capacity(columns.len() * 3 + 4);
    let mut f1s = Vec::with_capacity(columns.len());
    for column in columns {
        // Right, wrong, missed: where the two people agree.
        let mut sums = [0.0; 3];
        for (place, Judged { rule, readings }) in column {
            if readings[0] == readings[1] {
                match (rule, readings[0]) {
                    (true, true) => sums[0] += weights[*place],
                    (true, false) => sums[1] += weights[*place],
                    (false, true) => sums[2] += weights[*place],
                    (false, false) => {}
                }
            }
        }
        let three = shares(sums);
        f1s.push(three[2]);
        figures.extend(three);
        all = [0, 1, 2].map(|at| all[at] + sums[at]);
    }
    figures.extend(shares(all));
    let mean = in_mean.iter().map(|code| f1s[*code].unwrap_or(0.0)).sum::<f64>();
    figures.push((!in_mean.is_empty()).then(|| mean / in_mean.len() as f64));
    figures
}

fn shares([right, wrong, missed]: [f64; 3]) -> [Option<f64>; 3] {
    let share = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
    [
        share(right, right + wrong),
        share(right, right + missed),
        share(2.0 * right, 2.0 * right + wrong + missed),
    ]
}

fn agreement(judged: &[Judged]) -> Option<f64> {
    let cells: Vec<Option<u32>> =
        judged.iter().flat_map(|it| it.readings).map(|given| Some(u32::from(given))).collect();
    let ratings = Ratings::of_categories(2, 2, &cells).ok()?;
    alpha(&ratings, Metric::Nominal).ok().map(|found| found.alpha)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(codes: &str) -> BTreeSet<String> {
        codes.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn every_code_is_drawn_and_weights_make_the_population_again() {
        let candidates: Vec<Candidate> = (0..200)
            .map(|n| {
                let codes = match n % 20 {
                    0 => "rare often",
                    1..=9 => "often",
                    _ => "",
                };
                let group = if n < 150 { "ru" } else { "kk" };
                Candidate { group: group.to_owned(), codes: set(codes) }
            })
            .collect();
        let sizes = Sizes { with: 4, without: 10 };
        let drawn = draw(&candidates, sizes, 5);
        let told: Vec<(&str, usize, usize)> =
            drawn.iter().map(|it| (it.group.as_str(), it.population, it.places.len())).collect();
        let expected = [
            ("kk", 30, 10),
            ("kk", 18, 4),
            ("kk", 2, 2),
            ("ru", 70, 10),
            ("ru", 72, 4),
            ("ru", 8, 4),
        ];
        assert_eq!(told, expected);
        assert_eq!(drawn, draw(&candidates, sizes, 5));
        assert_ne!(drawn, draw(&candidates, sizes, 6));
        let places: BTreeSet<usize> = drawn.iter().flat_map(|it| it.places.clone()).collect();
        assert_eq!(places.len(), 34, "no passage is drawn twice");
    }

    #[test]
    fn estimates_are_weighted_by_hand() {
        let unit = |rules: &str, one: &str, two: &str| Labelled {
            language: "ru".to_owned(),
            rules: set(rules),
            people: [set(one), set(two)],
        };
        // Four of 8 passages with the code, three of 30 without.
        let labelled = [
            unit("a", "a", "a"),
            unit("a", "a", "a"),
            unit("a", "", ""),
            unit("a", "a", ""),
            unit("", "", ""),
            unit("", "a", "a"),
            unit("", "", ""),
        ];
        let strata = [
            Stratum { population: 8, units: vec![0, 1, 2, 3] },
            Stratum { population: 30, units: vec![4, 5, 6] },
        ];
        let found = measure(&labelled, &strata, &["a".to_owned()], 1);
        let row = &found.rows[0];
        // Weights 2 and 10: right 4, wrong 2, missed 10.
        assert_eq!(row.precision.map(|it| it.value), Some(4.0 / 6.0));
        assert_eq!(row.recall.map(|it| it.value), Some(4.0 / 14.0));
        assert_eq!(row.f1.map(|it| it.value), Some(8.0 / 20.0));
        let (low, high) = row.f1.and_then(|it| it.ends).expect("an interval");
        assert!((0.0..0.4).contains(&low) && 0.4 < high && high <= 1.0, "{low} {high}");
        assert_eq!(row.counts.agreed.right, 2);
        assert_eq!(row.counts.disputed, 1);
        assert_eq!(found.rows[1].f1.map(|it| it.value), Some(0.4));
        assert_eq!((found.means[0].codes, found.means[0].f1), (0, None));
        // Drawn passages that are all alike cannot tell how far the rest is from them.
        let alike = [
            Stratum { population: 8, units: vec![0, 1] },
            Stratum { population: 30, units: vec![4, 6] },
        ];
        let found = measure(&labelled, &alike, &["a".to_owned()], 1);
        let f1 = found.rows[0].f1.expect("defined");
        assert_eq!((f1.value, f1.ends), (1.0, None));
        // A sample that is the whole population does not vary.
        let whole = [Stratum { population: 7, units: (0..7).collect() }];
        let found = measure(&labelled, &whole, &["a".to_owned()], 1);
        let f1 = found.rows[0].f1.expect("defined");
        assert_eq!((f1.value, f1.ends), (2.0 / 3.0, Some((2.0 / 3.0, 2.0 / 3.0))));
    }
}
