//! Recommendations: gap x practice x conditions, ranked under every weighting.
//!
//! The ranking is a stochastic multicriteria acceptability analysis with unknown weights: weights
//! are drawn uniformly from the simplex, and the rank acceptability index of a recommendation at
//! rank r is the share of draws that put it there. Source: Lahdelma, Hokkanen & Salminen (1998),
//! SMAA - Stochastic multiobjective acceptability analysis, EJOR 106; Lahdelma & Salminen (2001),
//! SMAA-2, Operations Research 49.

use std::collections::BTreeMap;

use daryn_model::record::{Decimal, Id};
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::Output;
use crate::figure::{Figure, Marks, RankRanges, ShareRow};
use crate::findings::Verdict;

mod robustness;
mod transfer;

/// Criteria of the ranking, in the order of the scores.
pub const CRITERIA: [&str; 4] = ["evidence", "gap", "feasibility", "speed"];

/// Scores from 0 to 1, one a criterion.
pub type Scores = [f64; 4];

/// Random weightings where the study does not say how many.
pub const DRAWS: i64 = 10_000;

/// The chapter.
pub fn run(study: &Study, verdicts: &BTreeMap<String, Verdict>, seed: u64) -> Output {
    let mut output = Output::default();
    // A contradicted statement leaves no gap; there is nothing to recommend about it.
    let open: Vec<(&Advice, Verdict)> = study
        .recommendations
        .iter()
        .filter_map(|row| Some((row, *verdicts.get(&row.gap.0)?)))
        .filter(|(_, verdict)| *verdict != Verdict::Contradicted)
        .collect();
    for advice in &study.recommendations {
        if verdicts.get(&advice.gap.0) == Some(&Verdict::Contradicted) {
            let statement = study.hypotheses.iter().find(|row| row.id == advice.gap);
            let support = Support::one(format!("finding:{}", advice.gap));
            let name = format!("withheld.{}", advice.id);
            output.claims.push(
                Claim::new("recommendations", &name, "advice-withheld", support)
                    .with("text", Arg::text(&advice.text))
                    .with("statement", Arg::maybe(statement, |row| Arg::text(&row.statement))),
            );
        }
    }
    if open.is_empty() {
        return output;
    }
    let scores: Vec<Scores> =
        open.iter().map(|(row, verdict)| score(study, row, *verdict, None)).collect();
    let draws = study.ranking.as_ref().map_or(DRAWS, |ranking| ranking.draws);
    let shares = acceptability(&scores, draws, seed);
    let robust = robustness::robustness(study, &open, draws, seed);
    let mut order: Vec<usize> = (0..open.len()).collect();
    order.sort_by(|a, b| {
        mean_rank(&shares[*a])
            .total_cmp(&mean_rank(&shares[*b]))
            .then_with(|| open[*a].0.id.cmp(&open[*b].0.id))
    });
    let mut table = Table::new(
        "recommendations",
        &[
            "recommendation",
            "rank",
            "text",
            "gap",
            "verdict",
            "practices",
            "conditions",
            "score_evidence",
            "score_gap",
            "score_feasibility",
            "score_speed",
            "first_share",
            "mean_rank",
            "rank_practice_low",
            "rank_practice_high",
            "rank_gap_low",
            "rank_gap_high",
            "tied",
        ],
    );
    let mut rows = Vec::new();
    let ranked: Vec<&Advice> = order.iter().map(|position| open[*position].0).collect();
    for (rank, position) in order.into_iter().enumerate() {
        let (advice, verdict) = open[position];
        let shares = &shares[position];
        let first = Decimal::rounded(100.0 * shares[0], 0);
        let mean = Decimal::rounded(mean_rank(shares), 1);
        let support = Support::one(format!("finding:{}", advice.gap))
            .and(advice.practices.iter().map(|id| format!("practice:{id}")));
        let practices: Vec<Arg> = advice
            .practices
            .iter()
            .filter_map(|id| study.practices.iter().find(|row| row.id == *id))
            .map(|row| Arg::text(&row.name))
            .collect();
        let conditions: Vec<Arg> =
            advice.conditions.iter().map(|row| Arg::text(&row.text)).collect();
        let acceptability: Vec<Arg> =
            shares.iter().map(|share| Arg::Number(Decimal::rounded(*share, 4))).collect();
        let (by_practice, by_gap) = (robust.practices[position], robust.gaps[position]);
        let others = &robust.tied[position];
        let tied = if others.is_empty() {
            Arg::code("flip", "none")
        } else {
            Arg::List(others.iter().map(|other| Arg::plain(&open[*other].0.id.0)).collect())
        };
        let mut node =
            Node::derived(NodeKind::Recommendation, &advice.id.0, advice.text.clone(), support)
                .at(&advice.at)
                .with("rank", Arg::Count(rank as i64 + 1))
                .with("gap", Arg::plain(&format!("finding:{}", advice.gap)))
                .with("verdict", Arg::code("verdict", verdict.code()))
                .with("conditions", Arg::List(conditions.clone()))
                .with("reason", Arg::text(&advice.reason))
                .with("rank_acceptability", Arg::List(acceptability))
                .with("rank_practice_low", count(by_practice.0))
                .with("rank_practice_high", count(by_practice.1))
                .with("rank_gap_low", count(by_gap.0))
                .with("rank_gap_high", count(by_gap.1))
                .with("tied", tied.clone())
                .with("case_population", transfer::stated(&advice.case_population))
                .with("case_condition", transfer::stated(&advice.case_condition));
        for (name, score) in CRITERIA.iter().zip(scores[position]) {
            node = node.with(&format!("score_{name}"), Arg::Number(Decimal::rounded(score, 2)));
        }
        let gap = study.hypotheses.iter().find(|row| row.id == advice.gap);
        let gap = gap.map_or_else(Localized::default, |row| row.gap.clone());
        let template = match (verdict, practices.is_empty()) {
            (Verdict::NotTestable, false) => "recommendation-open",
            (Verdict::NotTestable, true) => "recommendation-open-no-practice",
            (_, false) => "recommendation-established",
            (_, true) => "recommendation-established-no-practice",
        };
        let claim =
            Claim::new("recommendations", &advice.id.0, template, Support::one(node.id.clone()))
                .with("text", Arg::text(&advice.text))
                .with("gap", Arg::Text(gap.clone()))
                .with("verdict", Arg::code("verdict", verdict.code()))
                .with("practices", Arg::List(practices.clone()))
                .with("rank", Arg::Count(rank as i64 + 1))
                .with("ever", Arg::plain(if shares[0] > 0.0 { "yes" } else { "no" }))
                .with("first", Arg::Number(first.clone()));
        let score = |position: usize, criterion: usize| {
            Arg::Number(Decimal::rounded(scores[position][criterion], 2))
        };
        let shape =
            |(low, high): (usize, usize)| Arg::plain(if low == high { "same" } else { "range" });
        let name = format!("{}.robustness", advice.id);
        let range =
            Claim::new("recommendations", &name, "robustness-ranks", Support::one(node.id.clone()))
                .with("rank", Arg::Count(rank as i64 + 1))
                .with("by_practice", shape(by_practice))
                .with("low", count(by_practice.0))
                .with("high", count(by_practice.1))
                .with("by_gap", shape(by_gap))
                .with("gap_low", count(by_gap.0))
                .with("gap_high", count(by_gap.1));
        let equal = (!others.is_empty()).then(|| {
            let texts = others.iter().map(|other| Arg::text(&open[*other].0.text)).collect();
            let name = format!("{}.tied", advice.id);
            Claim::new("recommendations", &name, "robustness-tied", Support::one(node.id.clone()))
                .with("others", Arg::List(texts))
        });
        table.push(
            &claim,
            vec![
                Arg::plain(&advice.id.0),
                Arg::Count(rank as i64 + 1),
                Arg::text(&advice.text),
                Arg::Text(gap),
                Arg::code("verdict", verdict.code()),
                Arg::List(practices),
                Arg::List(conditions),
                score(position, 0),
                score(position, 1),
                score(position, 2),
                score(position, 3),
                Arg::Number(first),
                Arg::Number(mean),
                count(by_practice.0),
                count(by_practice.1),
                count(by_gap.0),
                count(by_gap.1),
                tied,
            ],
        );
        rows.push(ShareRow {
            claim: claim.id.clone(),
            label: advice.text.clone(),
            shares: shares.clone(),
            ranges: RankRanges { claim: range.id.clone(), rank: rank + 1, by_practice, by_gap },
        });
        output.nodes.push(node);
        output.claims.push(claim);
        output.claims.push(range);
        output.claims.extend(equal);
    }
    output.figures.push(Figure {
        id: "recommendations.ranks".into(),
        table: "recommendations".into(),
        title: Localized::default(),
        sources: Vec::new(),
        marks: Marks::Shares(rows),
    });
    output.tables.push(table);
    transfer::run(study, &ranked, &mut output);
    output
}

/// Evidence and gap follow from the study; feasibility and speed are judgements of its author.
fn score(study: &Study, advice: &Advice, verdict: Verdict, without: Option<&Id>) -> Scores {
    let best = study
        .practices
        .iter()
        .filter(|row| advice.practices.contains(&row.id) && without != Some(&row.id))
        .map(|row| row.grade)
        .min();
    let evidence = match best {
        Some(Grade::A) => 1.0,
        Some(Grade::B) => 0.75,
        Some(Grade::C) => 0.5,
        Some(Grade::D) => 0.25,
        Some(Grade::E) | None => 0.0,
    };
    let gap = match verdict {
        Verdict::Supported => 1.0,
        Verdict::Mixed => 0.5,
        Verdict::NotTestable => 0.25,
        Verdict::Contradicted => 0.0,
    };
    let judged = |points: i64| (points - 1) as f64 / 4.0;
    [evidence, gap, judged(advice.feasibility), judged(advice.speed)]
}

/// Rank acceptability indices: for each item the share of draws at rank 1, 2, ...
///
/// Weights are uniform on the simplex: independent standard exponentials, divided by their sum
/// (Rubinstein 1982). Items with equal scores share the ranks that they cover.
pub fn acceptability(scores: &[Scores], draws: i64, seed: u64) -> Vec<Vec<f64>> {
    let n = scores.len();
    let mut shares = vec![vec![0.0; n]; n];
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut order: Vec<usize> = (0..n).collect();
    for _ in 0..draws {
        let weights: [f64; 4] = std::array::from_fn(|_| {
            // 53 random bits in (0, 1]; the logarithm is finite.
            let unit = ((random.next_u64() >> 11) as f64 + 1.0) / (1_u64 << 53) as f64;
            -libm::log(unit)
        });
        let total = |item: usize| -> f64 {
            scores[item].iter().zip(weights).map(|(score, weight)| score * weight).sum()
        };
        let totals: Vec<f64> = (0..n).map(total).collect();
        order.sort_by(|a, b| totals[*b].total_cmp(&totals[*a]).then(a.cmp(b)));
        let mut rank = 0;
        while rank < n {
            let tied = order[rank..]
                .iter()
                .take_while(|item| totals[**item] == totals[order[rank]])
                .count();
            for item in &order[rank..rank + tied] {
                for share in &mut shares[*item][rank..rank + tied] {
                    *share += 1.0 / tied as f64;
                }
            }
            rank += tied;
        }
    }
    for share in shares.iter_mut().flatten() {
        *share /= draws as f64;
    }
    shares
}

fn count(number: usize) -> Arg {
    Arg::Count(number as i64)
}

fn mean_rank(shares: &[f64]) -> f64 {
    shares.iter().zip(1..).map(|(share, rank)| share * f64::from(rank)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_better_one_in_everything_is_always_first() {
        let shares = acceptability(&[[0.2; 4], [0.9; 4]], 500, 1);
        assert_eq!(shares, [[0.0, 1.0], [1.0, 0.0]]);
    }

    #[test]
    fn equal_items_share_their_ranks() {
        let shares = acceptability(&[[0.5; 4], [0.5; 4]], 100, 1);
        assert_eq!(shares, [[0.5, 0.5], [0.5, 0.5]]);
    }

    #[test]
    fn shares_agree_with_the_volume_of_weights() {
        // Item 1 leads when w1 > w2; by symmetry in half of the simplex. Against a third item that
        // leads when its weight is more than half of two of them, the exact share is a volume that
        // is known: P(w1 > w2 + w3) = 1/4 for uniform weights on three criteria.
        let items = [[1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 1.0, 0.0]];
        let shares = acceptability(&items, 200_000, 7);
        assert!((shares[0][0] - 0.25).abs() < 0.005, "{shares:?}");
    }

    #[test]
    fn every_row_and_column_adds_up_to_one() {
        let items = [[0.1, 0.9, 0.3, 0.4], [0.5, 0.5, 0.5, 0.5], [0.9, 0.0, 0.2, 0.8]];
        let shares = acceptability(&items, 1_000, 3);
        for i in 0..3 {
            assert!((shares[i].iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!((shares.iter().map(|row| row[i]).sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}
