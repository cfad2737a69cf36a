//! Agreement beside definitions written down a second time, pair by pair, and laws that must hold.

use daryn_estimate::agreement::spans::{self, Span, Spans};
use daryn_estimate::agreement::{
    Bootstrap, Draws, Metric, Ratings, Undefined, Weights, alpha, bootstrap, code_agreement,
    coincidences, disagreed_units, fleiss_kappa, gwet_ac1, kappa, pairs, percent, scott_pi,
    without_each_coder,
};
use proptest::prelude::*;

const METRICS: [Metric; 4] = [Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio];

/// Values of units, in which order does not matter.
type Units = Vec<Vec<f64>>;

/// Alpha as the mean squared distance of pairs of one unit by that of all pairs, both over ordered
/// pairs, those of a unit weighted so that each value counts once.
fn naive_alpha(units: &[Vec<f64>], metric: Metric) -> Option<f64> {
    let units: Vec<_> = units.iter().filter(|unit| unit.len() > 1).collect();
    let all: Vec<f64> = units.iter().flat_map(|unit| unit.iter().copied()).collect();
    let distance = |a: f64, b: f64| -> f64 {
        let apart = match metric {
            Metric::Nominal => f64::from(a != b),
            Metric::Interval => a - b,
            Metric::Ratio if a + b == 0.0 => 0.0,
            Metric::Ratio => (a - b) / (a + b),
            Metric::Ordinal => {
                let (low, high) = (a.min(b), a.max(b));
                let count = |is_in: &dyn Fn(f64) -> bool| -> f64 {
                    all.iter().filter(|value| is_in(**value)).count() as f64
                };
                count(&|value| (low..=high).contains(&value))
                    - (count(&|value| value == a) + count(&|value| value == b)) / 2.0
            }
        };
        apart * apart
    };
    let pairs = |values: &[f64]| -> f64 {
        let mut sum = 0.0;
        for (i, a) in values.iter().enumerate() {
            for (j, b) in values.iter().enumerate() {
                sum += if i == j { 0.0 } else { distance(*a, *b) };
            }
        }
        sum
    };
    let n = all.len() as f64;
    let within = units.iter().map(|unit| pairs(unit) / (unit.len() as f64 - 1.0)).sum::<f64>() / n;
    let any = pairs(&all) / (n * (n - 1.0));
    (any > 0.0).then(|| 1.0 - within / any)
}

fn units_of(cells: &[Option<f64>], coders: usize) -> Units {
    cells.chunks(coders).map(|row| row.iter().flatten().copied().collect()).collect()
}

/// Tables of few different values, with gaps.
fn tables() -> impl Strategy<Value = (usize, Vec<Option<f64>>)> {
    (2..6_usize, 2..14_usize, 1..7_i32).prop_flat_map(|(coders, units, values)| {
        let cell = prop_oneof![
            1 => Just(None),
            4 => (0..values).prop_map(|value| Some(f64::from(value) * 1.5)),
        ];
        (Just(coders), prop::collection::vec(cell, coders * units))
    })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-10
}

fn pairable(units: &Units) -> usize {
    units.iter().filter(|unit| unit.len() > 1).count()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

    #[test]
    fn alpha_is_what_its_definition_says((coders, cells) in tables()) {
        let ratings = Ratings::of_numbers(coders, &cells).expect("ratings");
        let units = units_of(&cells, coders);
        for metric in METRICS {
            match alpha(&ratings, metric) {
                Ok(found) => {
                    let expected = naive_alpha(&units, metric).expect("variation");
                    prop_assert!(close(found.alpha, expected), "{metric:?} {found:?} {expected}");
                    prop_assert!(close(found.alpha, 1.0 - found.observed / found.expected));
                    prop_assert_eq!(found.units, pairable(&units));
                }
                Err(Undefined::NoVariation) => prop_assert_eq!(naive_alpha(&units, metric), None),
                Err(reason) => {
                    prop_assert!(pairable(&units) < 2, "{reason:?}");
                }
            }
        }
    }

    #[test]
    fn names_and_order_do_not_matter((coders, cells) in tables(), turn in 0..14_usize) {
        let ratings = Ratings::of_numbers(coders, &cells).expect("ratings");
        let mut rows: Vec<Vec<Option<f64>>> = cells.chunks(coders).map(<[_]>::to_vec).collect();
        let places = rows.len();
        rows.rotate_left(turn % places);
        rows.iter_mut().for_each(|row| row.reverse());
        let turned = Ratings::of_numbers(coders, &rows.concat()).expect("ratings");
        let scaled: Vec<_> = cells.iter().map(|cell| cell.map(|value| value * -8.0 + 3.0)).collect();
        let scaled = Ratings::of_numbers(coders, &scaled).expect("ratings");
        let same = |a: Result<f64, Undefined>, b: Result<f64, Undefined>| match (a, b) {
            (Ok(a), Ok(b)) => close(a, b),
            (a, b) => a == b,
        };
        let of = |ratings: &Ratings, metric| alpha(ratings, metric).map(|found| found.alpha);
        for metric in METRICS {
            prop_assert!(same(of(&ratings, metric), of(&turned, metric)));
            if metric != Metric::Ratio {
                // Numbers turned round and stretched.
                prop_assert!(same(of(&ratings, metric), of(&scaled, metric)));
            }
        }
        for coefficient in [percent, scott_pi, fleiss_kappa, gwet_ac1] {
            prop_assert!(same(coefficient(&ratings), coefficient(&turned)));
            prop_assert!(same(coefficient(&ratings), coefficient(&scaled)));
        }
        for weights in [Weights::Unweighted, Weights::Linear, Weights::Quadratic] {
            prop_assert!(same(kappa(&ratings, weights), kappa(&turned, weights)));
            prop_assert!(same(kappa(&ratings, weights), kappa(&scaled, weights)));
        }
    }

    #[test]
    fn two_coders_without_gaps((_, cells) in tables()) {
        let cells: Vec<_> = cells.iter().map(|cell| Some(cell.unwrap_or(0.0))).collect();
        let cells = &cells[..cells.len() / 2 * 2];
        let ratings = Ratings::of_numbers(2, cells).expect("ratings");
        let n = cells.len() as f64;
        match (alpha(&ratings, Metric::Nominal), scott_pi(&ratings)) {
            (Ok(alpha), Ok(pi)) => {
                prop_assert!(close(alpha.alpha, 1.0 - (1.0 - pi) * (n - 1.0) / n));
                prop_assert_eq!(fleiss_kappa(&ratings), Ok(pi));
            }
            (alpha, pi) => prop_assert_eq!(alpha.err(), pi.err()),
        }
        // The table of pairs holds what the coefficients of two coders say.
        let pair = pairs(&ratings)[0];
        prop_assert_eq!(pair.percent, percent(&ratings));
        prop_assert_eq!(pair.kappa, kappa(&ratings, Weights::Unweighted));
        prop_assert_eq!(pair.quadratic, kappa(&ratings, Weights::Quadratic));
    }

    #[test]
    fn kappa_is_what_its_definition_says((_, cells) in tables()) {
        let cells: Vec<_> = cells[..cells.len() / 2 * 2].to_vec();
        let ratings = Ratings::of_numbers(2, &cells).expect("ratings");
        let place = |value: f64| ratings.points().iter().position(|point| *point == value).expect("a point") as f64;
        let both: Vec<(f64, f64)> = cells
            .chunks(2)
            .filter_map(|two| Some((place(two[0]?), place(two[1]?))))
            .collect();
        type Apart = fn(f64) -> f64;
        let cases: [(Weights, Apart); 3] = [
            (Weights::Unweighted, |apart| f64::from(apart != 0.0)),
            (Weights::Linear, |apart| apart.abs()),
            (Weights::Quadratic, |apart| apart * apart),
        ];
        for (weights, apart) in cases {
            let observed: f64 = both.iter().map(|(a, b)| apart(a - b)).sum();
            let crossed = both.iter().flat_map(|(a, _)| both.iter().map(move |(_, b)| a - b));
            let chance: f64 = crossed.map(apart).sum::<f64>() / both.len() as f64;
            match kappa(&ratings, weights) {
                Ok(found) => prop_assert!(close(found, 1.0 - observed / chance)),
                Err(Undefined::NoVariation) => prop_assert_eq!(chance, 0.0),
                Err(reason) => prop_assert!(both.len() < 2, "{:?}", reason),
            }
        }
    }

    #[test]
    fn the_bootstrap_is_alpha_of_what_was_drawn((coders, cells) in tables(), seed in 0..1000_u64) {
        let ratings = Ratings::of_numbers(coders, &cells).expect("ratings");
        let units: Units =
            units_of(&cells, coders).into_iter().filter(|unit| unit.len() > 1).collect();
        for metric in METRICS {
            let asked = Bootstrap { repeats: 25, seed, level: 0.9 };
            let Ok(found) = bootstrap(&ratings, metric, asked) else {
                prop_assert!(alpha(&ratings, metric).is_err());
                continue;
            };
            let mut draws = Draws::new(units.len() as u32, seed);
            let mut alphas: Vec<f64> = (0..25)
                .filter_map(|_| {
                    let mut drawn = Units::new();
                    draws.each(|unit| drawn.push(units[unit].clone()));
                    naive_alpha(&drawn, metric)
                })
                .collect();
            alphas.sort_by(f64::total_cmp);
            prop_assert_eq!(found.undefined as usize, 25 - alphas.len());
            let Some((low, high)) = found.ends else {
                prop_assert!(alphas.is_empty());
                continue;
            };
            let quantile = |share: f64| {
                let place = share * (alphas.len() - 1) as f64;
                let at = place as usize;
                let next = alphas[(at + 1).min(alphas.len() - 1)];
                alphas[at] + (next - alphas[at]) * (place - at as f64)
            };
            prop_assert!(close(low, quantile(0.05)) && close(high, quantile(0.95)));
            // Which side of a limit rounding puts a value on is not told.
            let below = |limit: f64| alphas.iter().filter(|alpha| **alpha < limit).count() as f64;
            if alphas.iter().all(|alpha| !close(*alpha, 0.8)) {
                prop_assert_eq!(found.below_800, Some(below(0.8) / alphas.len() as f64));
            }
        }
    }

    #[test]
    fn parts_fit_the_whole((coders, cells) in tables()) {
        let ratings = Ratings::of_numbers(coders, &cells).expect("ratings");
        let whole = alpha(&ratings, Metric::Nominal);
        let Ok(whole) = whole else { return Ok(()) };
        // Coincidences sum to the values, their other than diagonal part to the disagreement.
        let matrix = coincidences(&ratings);
        let sum: f64 = matrix.iter().map(|entry| entry.count).sum();
        let apart: f64 =
            matrix.iter().filter(|it| it.category != it.other).map(|it| it.count).sum();
        prop_assert!(close(sum, whole.values as f64));
        prop_assert!(close(apart / sum, whole.observed));
        // Each code against the rest is nominal data of two categories.
        let points = ratings.points().to_vec();
        for code in code_agreement(&ratings).expect("codes") {
            let is_it = |value: f64| u32::from(value == points[code.category as usize]);
            let two: Vec<_> = cells.iter().map(|cell| cell.map(is_it)).collect();
            let two = Ratings::of_categories(coders, 2, &two).expect("ratings");
            match (code.alpha, alpha(&two, Metric::Nominal)) {
                (Ok(found), Ok(expected)) => prop_assert!(close(found, expected.alpha)),
                (found, expected) => prop_assert_eq!(found, expected.map(|it| it.alpha)),
            }
            prop_assert!(close(code.percent.expect("percent"), percent(&two).expect("percent")));
            let row: f64 = matrix
                .iter()
                .filter(|it| it.category == code.category && it.other == code.category)
                .map(|it| it.count)
                .sum();
            match code.positive {
                Ok(positive) => prop_assert!(close(positive, row / code.count as f64)),
                Err(reason) => prop_assert_eq!((reason, code.count), (Undefined::Nothing, 0)),
            }
        }
        for metric in METRICS {
            let found = disagreed_units(&ratings, metric).expect("units");
            let share: f64 = found.iter().map(|unit| unit.share).sum();
            prop_assert!(found.is_empty() || close(share, 1.0));
            prop_assert!(found.is_sorted_by(|a, b| a.observed >= b.observed));
        }
        for without in without_each_coder(&ratings, Metric::Ordinal) {
            let others: Vec<_> = cells
                .iter()
                .enumerate()
                .map(|(at, cell)| cell.filter(|_| at % coders != without.coder as usize))
                .collect();
            let units = units_of(&others, coders);
            match without.alpha {
                Ok(found) => {
                    let expected = naive_alpha(&units, Metric::Ordinal).expect("variation");
                    prop_assert!(close(found.alpha, expected));
                }
                Err(Undefined::NoVariation) => {
                    prop_assert_eq!(naive_alpha(&units, Metric::Ordinal), None);
                }
                Err(_) => prop_assert!(pairable(&units) < 2),
            }
        }
    }

    #[test]
    fn spans_are_characters(
        spans in prop::collection::vec((0..2_u32, 0..3_u32, 0..30_u64, 1..12_u64, 0..3_u32), 1..14),
    ) {
        const LENGTH: u64 = 41;
        let span = |(document, coder, start, length, code): &(u32, u32, u64, u64, u32)| Span {
            document: *document, coder: *coder, start: *start, end: start + length, code: *code,
        };
        let spans: Vec<Span> = spans.iter().map(span).collect();
        let all = |document| (0..3).map(move |coder| (document, coder));
        let given = Spans {
            lengths: vec![LENGTH; 2],
            coders: 3,
            codes: 3,
            spans: spans.clone(),
            read: all(0).chain(all(1)).collect(),
        };
        let found = spans::agreement(&given).expect("spans");
        // The codes of each character as a number: one bit a code.
        let mut characters = vec![[0_u32; 3]; 2 * LENGTH as usize];
        for span in &spans {
            for at in span.start..span.end {
                characters[(u64::from(span.document) * LENGTH + at) as usize]
                    [span.coder as usize] |= 1 << span.code;
            }
        }
        let numbers = |row: &[u32; 3]| row.map(f64::from).to_vec();
        let naive = |units: Units| naive_alpha(&units, Metric::Nominal);
        let same = |found: Option<f64>, expected: Option<f64>| match (found, expected) {
            (Some(a), Some(b)) => close(a, b),
            (found, expected) => found == expected,
        };
        let every: Units = characters.iter().map(numbers).collect();
        let coded: Units =
            characters.iter().filter(|row| **row != [0; 3]).map(numbers).collect();
        let labels: Units = characters
            .iter()
            .map(|row| row.iter().filter(|value| **value > 0).map(|it| f64::from(*it)).collect())
            .filter(|unit: &Vec<f64>| unit.len() > 1)
            .collect();
        prop_assert!(same(found.all.ok().map(|it| it.alpha), naive(every)));
        if coded.len() > 1 {
            prop_assert!(same(found.coded.ok().map(|it| it.alpha), naive(coded)));
        }
        if labels.len() > 1 {
            prop_assert!(same(found.labels.ok().map(|it| it.alpha), naive(labels)));
        }
        for code in &found.codes {
            let of = |row: &[u32; 3]| row.map(|it| f64::from(it >> code.code & 1)).to_vec();
            prop_assert!(same(code.alpha.ok(), naive(characters.iter().map(of).collect())));
        }
        for pair in &found.overlaps {
            let has = |row: &[u32; 3], coder: u32| row[coder as usize] >> pair.code & 1 == 1;
            let count = |is_in: &dyn Fn(&[u32; 3]) -> bool| {
                characters.iter().filter(|row| is_in(row)).count() as u64
            };
            prop_assert_eq!(pair.characters.first, count(&|row| has(row, pair.first)));
            prop_assert_eq!(pair.characters.second, count(&|row| has(row, pair.second)));
            let both = count(&|row| has(row, pair.first) && has(row, pair.second));
            prop_assert_eq!(pair.characters.both, both);
            prop_assert!(pair.segments.both <= pair.segments.first.min(pair.segments.second));
        }
        let combined = characters.iter().flatten().filter(|codes| codes.count_ones() > 1).count();
        prop_assert_eq!(found.combined, combined as u64);
    }
}

#[test]
fn what_is_undefined_has_a_reason() {
    let table = |coders, cells: &[Option<f64>]| Ratings::of_numbers(coders, cells).expect("table");
    let reason = |ratings: &Ratings| alpha(ratings, Metric::Nominal).err();
    let one_coder = table(2, &[Some(1.0), None, Some(2.0), None]);
    assert_eq!(reason(&one_coder), Some(Undefined::OneCoder));
    assert_eq!(kappa(&one_coder, Weights::Linear), Err(Undefined::OneCoder));
    assert_eq!(percent(&one_coder), Err(Undefined::OneCoder));
    let apart = table(2, &[Some(1.0), None, None, Some(2.0)]);
    assert_eq!(reason(&apart), Some(Undefined::NoPairs));
    let one_unit = table(3, &[Some(1.0), Some(1.0), Some(2.0)]);
    assert_eq!(reason(&one_unit), Some(Undefined::OneUnit));
    assert_eq!(percent(&one_unit), Ok(1.0 / 3.0));
    let equal = table(2, &[Some(3.0); 8]);
    for metric in METRICS {
        assert_eq!(alpha(&equal, metric).err(), Some(Undefined::NoVariation));
        let asked = Bootstrap { repeats: 5, seed: 1, level: 0.95 };
        assert_eq!(bootstrap(&equal, metric, asked).err(), Some(Undefined::NoVariation));
    }
    assert_eq!(gwet_ac1(&equal), Err(Undefined::NoVariation));
    assert_eq!(fleiss_kappa(&equal), Err(Undefined::NoVariation));
    let three = table(3, &[Some(1.0), Some(2.0), Some(1.0), Some(2.0), None, Some(2.0)]);
    assert_eq!(scott_pi(&three), Err(Undefined::NotTwoCoders));
    assert_eq!(kappa(&three, Weights::Unweighted), Err(Undefined::NotTwoCoders));
    assert_eq!(fleiss_kappa(&three), Err(Undefined::UnequalRatings));
    let negative = table(2, &[Some(1.0), Some(-1.0), Some(2.0), Some(1.0)]);
    assert_eq!(alpha(&negative, Metric::Ratio).err(), Some(Undefined::ValueOutsideScale));
    let huge = table(2, &[Some(1e300), Some(-1e300), Some(1e300), Some(1.0)]);
    assert_eq!(alpha(&huge, Metric::Interval).err(), Some(Undefined::ValueOutsideScale));
    let tiny = table(2, &[Some(1e-300), Some(2e-300), Some(1e-300), Some(2e-300)]);
    assert_eq!(alpha(&tiny, Metric::Interval).err(), Some(Undefined::ValueOutsideScale));
}

#[test]
fn small_differences_of_large_numbers_are_not_lost() {
    let near: Vec<_> = [1.0, 2.0, 1.0, 1.0, 3.0, 2.0].map(Some).to_vec();
    let far: Vec<_> = near.iter().map(|value| value.map(|value| value + 1e9)).collect();
    let of = |cells: &[Option<f64>]| {
        let ratings = Ratings::of_numbers(2, cells).expect("ratings");
        alpha(&ratings, Metric::Interval).expect("alpha").alpha
    };
    assert!((of(&near) - of(&far)).abs() < 1e-12);
}

#[test]
fn a_bootstrap_tells_in_how_many_resamples_alpha_is_undefined() {
    // Nine units of one value and one of another: one resample of about three lacks that one.
    let mut cells = vec![Some(1.0); 18];
    cells.extend([Some(2.0), Some(2.0)]);
    let ratings = Ratings::of_numbers(2, &cells).expect("ratings");
    let asked = Bootstrap { repeats: 1000, seed: 1, level: 0.95 };
    let found = bootstrap(&ratings, Metric::Nominal, asked).expect("an interval");
    // 0.9^10 = 0.349, standard error 0.015.
    assert!((300..400).contains(&found.undefined), "{found:?}");
    assert_eq!((found.ends, found.below_800), (Some((1.0, 1.0)), Some(0.0)));
    assert_eq!(bootstrap(&ratings, Metric::Nominal, asked), Ok(found));
}

#[test]
fn many_categories_take_the_way_of_few() {
    // More categories than columns are made for, and more units than fit into 16 bits.
    let cells: Vec<_> = (0..80_000_u64)
        .map(|at| Some(((at / 2 * 7919 + (at % 2) * (at / 14 % 3)) % 64) as f64))
        .collect();
    let ratings = Ratings::of_numbers(2, &cells).expect("ratings");
    let asked = Bootstrap { repeats: 40, seed: 5, level: 0.95 };
    let found = bootstrap(&ratings, Metric::Nominal, asked).expect("an interval");
    let whole = alpha(&ratings, Metric::Nominal).expect("alpha").alpha;
    let (low, high) = found.ends.expect("ends");
    assert!(low < whole && whole < high && high - low < 0.02, "{found:?} {whole}");
}
