//! Keyness against formulas written out, and laws that must hold.

use daryn_estimate::keyness::{Counts, Direction, Dispersion, chi_square_tail, false_discovery};
use proptest::prelude::*;

/// Counts that can be: sizes of texts, then words of them.
fn counts() -> impl Strategy<Value = (u64, u64, u64, u64)> {
    let size = prop_oneof![1_u64..50, 1_u64..5_000_000];
    (size.clone(), size)
        .prop_flat_map(|(c, d)| (0..=c, 0..=d, Just(c), Just(d)))
        .prop_filter("seen", |(a, b, _, _)| a + b > 0)
}

/// Observed and expected of all four cells.
fn cells((a, b, c, d): (u64, u64, u64, u64)) -> [(f64, f64); 4] {
    let all = (c + d) as f64;
    let cell =
        |observed: u64, row: u64, column: u64| (observed as f64, row as f64 * column as f64 / all);
    let (word, others) = (a + b, c + d - a - b);
    [cell(a, word, c), cell(b, word, d), cell(c - a, others, c), cell(d - b, others, d)]
}

/// `2 sum o ln(o/e)`, with the size of what was added up, against which rounding is judged.
fn likelihood_ratio(cells: &[(f64, f64)]) -> (f64, f64) {
    let terms: Vec<f64> = cells
        .iter()
        .map(|(o, e)| if *o == 0.0 { 0.0 } else { 2.0 * o * libm::log(o / e) })
        .collect();
    (terms.iter().sum(), cells.iter().map(|(o, _)| o).sum())
}

fn close(x: f64, y: f64, size: f64) -> bool {
    (x - y).abs() <= 1e-12 * (1.0 + size)
}

proptest! {
    #[test]
    fn statistics_are_those_of_the_table(counts in counts()) {
        let (a, b, c, d) = counts;
        let word = Counts::new(a, b, c, d).expect("counts");
        let cells = cells(counts);
        let (two, size) = likelihood_ratio(&cells[..2]);
        prop_assert!(close(word.log_likelihood(), two, size), "{} {two}", word.log_likelihood());
        let (four, size) = likelihood_ratio(&cells);
        prop_assert!(close(word.g2(), four, size), "{} {four}", word.g2());
        prop_assert!(word.log_likelihood() >= 0.0 && word.g2() >= 0.0);
        if a + b < c + d {
            let pearson = |correction: f64| {
                cells.iter().map(|(o, e)| {
                    let difference = ((o - e).abs() - correction).max(0.0);
                    difference * difference / e
                }).sum::<f64>()
            };
            let (plain, yates) = (word.chi_square().expect("defined"), word.chi_square_yates().expect("defined"));
            prop_assert!((plain - pearson(0.0)).abs() <= 1e-6 * (1.0 + plain), "{plain} {}", pearson(0.0));
            prop_assert!((yates - pearson(0.5)).abs() <= 1e-6 * (1.0 + yates));
            prop_assert!(yates <= plain);
        }
    }

    /// What changes its place changes its sign only.
    #[test]
    fn texts_may_change_places(counts in counts()) {
        let (a, b, c, d) = counts;
        let (word, turned) = (Counts::new(a, b, c, d).expect("counts"), Counts::new(b, a, d, c).expect("counts"));
        let size = (a + b) as f64;
        prop_assert!(close(word.log_likelihood(), turned.log_likelihood(), size));
        prop_assert!(close(word.g2(), turned.g2(), size));
        prop_assert!(close(word.log_ratio(), -turned.log_ratio(), 1.0));
        let sign = word.signed(1.0) * turned.signed(1.0);
        prop_assert_eq!(sign < 0.0, word.direction() != Direction::Neither);
        if word.direction() == Direction::Target {
            prop_assert!(a == 0 || b == 0 || word.log_ratio() > -1e-12);
            prop_assert!(word.pmi().expect("it stands there") > -1e-12);
        }
    }

    /// By the definition: the least share of false discoveries among all sets `p <= t` that hold
    /// the test.
    #[test]
    fn q_is_the_least_rate(p in prop::collection::vec(
        prop_oneof![0.0_f64..=1.0, Just(0.02), Just(0.5), Just(f64::NAN), Just(0.0)], 0..40)
    ) {
        let tested: Vec<f64> = p.iter().copied().filter(|p| !p.is_nan()).collect();
        let q = false_discovery(&p);
        for (p, q) in p.iter().zip(&q) {
            if p.is_nan() {
                prop_assert_eq!(*q, None);
                continue;
            }
            let rate = |t: f64| {
                t * tested.len() as f64 / tested.iter().filter(|p| **p <= t).count() as f64
            };
            let least = tested.iter().filter(|t| *t >= p).map(|t| rate(*t)).fold(1.0, f64::min);
            prop_assert!((q.expect("tested") - least).abs() < 1e-15, "{p}: {q:?} {least}");
        }
    }

    #[test]
    fn dispersion_is_half_of_the_differences(
        parts in prop::collection::vec((0_u64..9, 0_u64..40), 1..12)
    ) {
        let counts: Vec<u64> = parts.iter().map(|(count, _)| *count).collect();
        let sizes: Vec<u64> = parts.iter().map(|(count, more)| count + more).collect();
        let (f, n) = (counts.iter().sum::<u64>() as f64, sizes.iter().sum::<u64>() as f64);
        prop_assume!(f > 0.0);
        let found = Dispersion::new(&counts, &sizes).expect("defined");
        let terms = counts.iter().zip(&sizes).map(|(v, s)| (*v as f64 / f - *s as f64 / n).abs());
        prop_assert!((found.dp - terms.sum::<f64>() / 2.0).abs() < 1e-14);
        prop_assert!((0.0..1.0).contains(&found.dp));
        if let Ok(norm) = found.dp_norm {
            prop_assert!((-1e-14..=1.0 + 1e-12).contains(&norm));
        }
    }

    #[test]
    fn the_tail_falls(x in 0.0_f64..3000.0, more in 1e-6_f64..10.0) {
        let (near, far) = (chi_square_tail(x), chi_square_tail(x + more));
        prop_assert!(near.p >= far.p && near.minus_log10 < far.minus_log10);
    }
}
