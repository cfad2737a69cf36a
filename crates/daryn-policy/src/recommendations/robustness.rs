//! How far a rank depends on a single practice or on a single verdict.

use std::collections::BTreeSet;

use daryn_model::Study;
use daryn_model::record::Id;
use daryn_model::records::Advice;

use super::{Scores, acceptability, mean_rank, score};
use crate::findings::Verdict;

/// Mean ranks that differ by less are equal.
const EQUAL: f64 = 1e-9;

/// First and last rank that a recommendation takes.
pub(super) type Ranks = (usize, usize);

/// Ranges of ranks, one a recommendation.
pub(super) struct Robustness {
    /// With any one practice left out.
    pub(super) practices: Vec<Ranks>,
    /// With the verdict on any one gap moved by one step.
    pub(super) gaps: Vec<Ranks>,
    /// Recommendations with the same mean rank.
    pub(super) tied: Vec<Vec<usize>>,
}

/// Ranks again for every practice left out and every verdict moved, with the same weightings.
pub(super) fn robustness(
    study: &Study,
    open: &[(&Advice, Verdict)],
    draws: i64,
    seed: u64,
) -> Robustness {
    let scores = |without: Option<&Id>| -> Vec<Scores> {
        open.iter().map(|(row, verdict)| score(study, row, *verdict, without)).collect()
    };
    let base = scores(None);
    let means = means(&base, draws, seed);
    let plain = ranks(&means);
    let again = |other: &[Scores], range: &mut Vec<Ranks>| {
        // Without a change of a score there is none of a rank.
        if other != base {
            widen(range, &ranks(&self::means(other, draws, seed)));
        }
    };
    let mut practices = plain.clone();
    let named: BTreeSet<&Id> = open.iter().flat_map(|(row, _)| &row.practices).collect();
    for practice in named {
        again(&scores(Some(practice)), &mut practices);
    }
    let mut gaps = plain;
    let all: BTreeSet<&Id> = open.iter().map(|(row, _)| &row.gap).collect();
    for gap in all {
        for up in [true, false] {
            let moved: Vec<Scores> = open
                .iter()
                .map(|(row, verdict)| {
                    let verdict = if row.gap == *gap { step(*verdict, up) } else { *verdict };
                    score(study, row, verdict, None)
                })
                .collect();
            again(&moved, &mut gaps);
        }
    }
    let tied = means
        .iter()
        .enumerate()
        .map(|(place, mean)| {
            let same = |other: &usize| *other != place && (means[*other] - mean).abs() < EQUAL;
            (0..means.len()).filter(same).collect()
        })
        .collect();
    Robustness { practices, gaps, tied }
}

/// The next stronger or weaker verdict; the ends stay where they are.
fn step(verdict: Verdict, up: bool) -> Verdict {
    match (verdict, up) {
        (Verdict::Supported | Verdict::Mixed, true) => Verdict::Supported,
        (Verdict::NotTestable, true) | (Verdict::Supported, false) => Verdict::Mixed,
        (Verdict::Mixed, false) | (Verdict::Contradicted, true) => Verdict::NotTestable,
        (Verdict::NotTestable | Verdict::Contradicted, false) => Verdict::Contradicted,
    }
}

fn means(scores: &[Scores], draws: i64, seed: u64) -> Vec<f64> {
    acceptability(scores, draws, seed).iter().map(|shares| mean_rank(shares)).collect()
}

/// Ranks by mean rank; equal ones cover the ranks that they share.
fn ranks(means: &[f64]) -> Vec<Ranks> {
    let count = |limit: f64| means.iter().filter(|other| **other < limit).count();
    means.iter().map(|mean| (count(mean - EQUAL) + 1, count(mean + EQUAL))).collect()
}

fn widen(range: &mut [Ranks], other: &[Ranks]) {
    for (range, other) in range.iter_mut().zip(other) {
        *range = (range.0.min(other.0), range.1.max(other.1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_mean_ranks_cover_the_ranks_that_they_share() {
        assert_eq!(ranks(&[2.5, 1.0, 2.5, 4.0]), [(2, 3), (1, 1), (2, 3), (4, 4)]);
        let mut range = vec![(1, 1), (2, 3)];
        widen(&mut range, &[(2, 2), (1, 1)]);
        assert_eq!(range, [(1, 2), (1, 3)]);
    }

    #[test]
    fn a_verdict_moves_by_one_step_and_stays_at_the_ends() {
        assert_eq!(step(Verdict::Supported, true), Verdict::Supported);
        assert_eq!(step(Verdict::Supported, false), Verdict::Mixed);
        assert_eq!(step(Verdict::NotTestable, true), Verdict::Mixed);
        assert_eq!(step(Verdict::NotTestable, false), Verdict::Contradicted);
    }
}
