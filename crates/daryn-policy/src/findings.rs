//! Findings: hypotheses with predictions written down before looking, judged by stated rules.
//!
//! A count over documents that were not read whole is a lower bound. It can show that there are at
//! least so many; it can never show that there are at most so many, and it is never compared.

use std::collections::BTreeMap;

use daryn_model::record::Id;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Node, NodeKind, Study, Support, Table};
use serde::{Deserialize, Serialize};

use crate::Output;
use crate::evidence::Words;
use crate::series;

mod distance;
mod look;

use look::{Looking, threshold};

/// A verdict on a hypothesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Enough testable predictions were met.
    Supported,
    /// Some were met and some were not.
    Mixed,
    /// Too few were met.
    Contradicted,
    /// Too few could be looked at.
    NotTestable,
}

impl Verdict {
    /// Code in the catalogue and in tables.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Supported => "supported",
            Verdict::Mixed => "mixed",
            Verdict::Contradicted => "contradicted",
            Verdict::NotTestable => "not_testable",
        }
    }
}

/// Judges every hypothesis.
pub fn run(study: &Study, observations: &[Observation]) -> Output {
    let looking = Looking { study, observations, words: Words::of(study) };
    let mut output = Output::default();
    let mut findings = Table::new(
        "findings",
        &[
            "hypothesis",
            "statement",
            "chapter",
            "verdict",
            "met",
            "testable",
            "predictions",
            "rule",
            "flip_outcomes",
            "flip_verdicts",
            "next_verdicts",
            "more_testable",
            "rival_of",
        ],
    );
    let mut predictions = Table::new(
        "predictions",
        &[
            "prediction",
            "hypothesis",
            "text",
            "value",
            "threshold",
            "outcome",
            "obstacle",
            "reason",
            "needs",
            "margin",
            "turn",
        ],
    );
    for hypothesis in &study.hypotheses {
        looking.judge(hypothesis, &mut output, &mut findings, &mut predictions);
    }
    output.tables.push(findings);
    output.tables.push(predictions);
    output
}

/// Verdicts by hypothesis, for the recommendations.
pub fn verdicts(output: &Output) -> BTreeMap<String, Verdict> {
    let all = [Verdict::Supported, Verdict::Mixed, Verdict::Contradicted, Verdict::NotTestable];
    let mut verdicts = BTreeMap::new();
    for node in output.nodes.iter().filter(|node| node.kind == NodeKind::Finding) {
        if let Some(Arg::Code(_, code)) = node.data.get("verdict")
            && let Some(verdict) = all.into_iter().find(|verdict| verdict.code() == code)
        {
            verdicts.insert(node.id.trim_start_matches("finding:").to_owned(), verdict);
        }
    }
    verdicts
}

/// The verdict that a rule gives to so many met among so many testable predictions.
pub fn verdict(rule: &Rule, met: usize, testable: usize) -> Verdict {
    if testable == 0 || (testable as i64) < rule.min_testable {
        return Verdict::NotTestable;
    }
    // Compared without division, so that 2 of 3 against 66.67 percent has no rounding of its own.
    let share = 100.0 * met as f64;
    if share >= rule.supported_from.value * testable as f64 {
        Verdict::Supported
    } else if share <= rule.contradicted_to.value * testable as f64 {
        Verdict::Contradicted
    } else {
        Verdict::Mixed
    }
}

impl Looking<'_> {
    fn judge(
        &self,
        hypothesis: &Hypothesis,
        output: &mut Output,
        findings: &mut Table,
        predictions: &mut Table,
    ) {
        let Some(rule) = self.study.rules.iter().find(|rule| rule.id == hypothesis.rule) else {
            return;
        };
        let (mut met, mut missed, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for prediction in &hypothesis.predictions {
            let looked = self.look(prediction);
            let margin = distance::margin(self.study, prediction, &looked);
            let support = if looked.support.is_empty() { self.anything() } else { looked.support };
            let Some(support) = Support::new(support) else { continue };
            let outcome = match looked.met {
                Some(true) => "met",
                Some(false) => "not_met",
                None => "not_testable",
            };
            let threshold = threshold(prediction, looked.value.as_ref());
            let node = Node::derived(
                NodeKind::Estimate,
                &format!("prediction.{}", prediction.id),
                prediction.text.clone(),
                support,
            )
            .at(&prediction.at)
            .with("value", looked.value.clone().unwrap_or(Arg::Empty))
            .with("threshold", threshold.clone())
            .with("outcome", Arg::code("outcome", outcome))
            .with("reason", Arg::text(&prediction.reason));
            let node = match &margin {
                Some((margin, turn)) => {
                    node.with("margin", margin.clone()).with("turn", turn.clone())
                }
                None => node,
            };
            let template = match (looked.met, prediction.needs.is_empty()) {
                (Some(true), _) => "prediction-met",
                (Some(false), _) => "prediction-not-met",
                (None, false) => "prediction-not-testable-needs",
                (None, true) => "prediction-not-testable",
            };
            let obstacle = Arg::code("obstacle", looked.obstacle);
            let claim = Claim::new(
                "findings",
                &format!("prediction.{}", prediction.id),
                template,
                Support::one(node.id.clone()),
            )
            .with("text", Arg::text(&prediction.text))
            .with("value", looked.value.clone().unwrap_or(Arg::Empty))
            .with("threshold", threshold.clone())
            .with("obstacle", obstacle.clone())
            .with("needs", Arg::text(&prediction.needs));
            let claim = looked
                .basis
                .args()
                .into_iter()
                .fold(claim, |claim, (name, arg)| claim.with(name, arg));
            predictions.push(
                &claim,
                vec![
                    Arg::plain(&prediction.id.0),
                    Arg::plain(&hypothesis.id.0),
                    Arg::text(&prediction.text),
                    // A bound that decides nothing is no value of the prediction.
                    looked.value.clone().filter(|_| looked.met.is_some()).unwrap_or(Arg::Empty),
                    threshold,
                    Arg::code("outcome", outcome),
                    if looked.met.is_none() { obstacle } else { Arg::Empty },
                    Arg::text(&prediction.reason),
                    Arg::text(&prediction.needs),
                    Arg::maybe(margin.as_ref(), |(margin, _)| margin.clone()),
                    Arg::maybe(margin.as_ref(), |(_, turn)| turn.clone()),
                ],
            );
            match looked.met {
                Some(true) => met.push(node.id.clone()),
                Some(false) => missed.push(node.id.clone()),
                None => {}
            }
            all.push(node.id.clone());
            let below = margin.map(|(margin, turn)| {
                let name = format!("margin.{}", prediction.id);
                Claim::new("findings", &name, "prediction-margin", Support::one(node.id.clone()))
                    .with("margin", margin)
                    .with("turn", turn)
            });
            output.nodes.push(node);
            output.claims.push(claim);
            output.claims.extend(below);
        }
        let testable = met.len() + missed.len();
        let verdict = verdict(rule, met.len(), testable);
        let open = all.len() - testable;
        let flip = distance::outcomes(rule, met.len(), testable);
        let next = distance::next(rule, met.len(), testable, open);
        let wanting = distance::wanting(rule, testable);
        let (flip_outcomes, flip_verdicts) = match &flip {
            Some((outcomes, verdicts)) => (Arg::Count(*outcomes as i64), distance::names(verdicts)),
            None => (Arg::code("flip", "none"), Arg::code("flip", "none")),
        };
        let decided: Vec<String> = match verdict {
            Verdict::Supported | Verdict::Mixed => met.clone(),
            // A contradiction rests on what was missed; an undecided one on why it is undecided.
            Verdict::Contradicted => missed.clone(),
            Verdict::NotTestable => all.clone(),
        };
        let against = match verdict {
            Verdict::Supported | Verdict::Mixed => missed.clone(),
            Verdict::Contradicted => met.clone(),
            Verdict::NotTestable => Vec::new(),
        };
        let below = hypothesis.builds_on.iter().map(|id| format!("finding:{id}"));
        let references = hypothesis.references.iter().map(|id| format!("reference:{id}"));
        let support = Support::new(decided).or_else(|| Support::new(all)).map(|s| s.and(below));
        let Some(support) = support.or_else(|| Support::new(self.anything())) else { return };
        let rival_of = match &hypothesis.rival_of {
            Some(id) => Arg::plain(&id.0),
            None => Arg::code("flip", "none"),
        };
        let node = Node::derived(
            NodeKind::Finding,
            &hypothesis.id.0,
            hypothesis.statement.clone(),
            support,
        )
        .against(against.clone())
        .at(&hypothesis.at)
        .with("verdict", Arg::code("verdict", verdict.code()))
        .with("met", Arg::Count(met.len() as i64))
        .with("testable", Arg::Count(testable as i64))
        .with("predictions", Arg::Count(hypothesis.predictions.len() as i64))
        .with("rule", Arg::text(&rule.reason))
        .with("flip_outcomes", flip_outcomes.clone())
        .with("flip_verdicts", flip_verdicts.clone())
        .with("next_verdicts", distance::names(&next))
        .with("more_testable", Arg::Count(wanting as i64))
        .with("origin", Arg::text(&hypothesis.origin))
        .with("rival_of", rival_of.clone());
        let template = format!("finding-{}", verdict.code().replace('_', "-"));
        let claim = Claim::new(
            "findings",
            &hypothesis.id.0,
            &template,
            Support::one(node.id.clone()).and(references),
        )
        .against(against)
        .with("statement", Arg::text(&hypothesis.statement))
        .with("met", Arg::Count(met.len() as i64))
        .with("testable", Arg::Count(testable as i64))
        .with("predictions", Arg::Count(hypothesis.predictions.len() as i64));
        findings.push(
            &claim,
            vec![
                Arg::plain(&hypothesis.id.0),
                Arg::text(&hypothesis.statement),
                Arg::code("chapter", hypothesis.chapter.code()),
                Arg::code("verdict", verdict.code()),
                Arg::Count(met.len() as i64),
                Arg::Count(testable as i64),
                Arg::Count(hypothesis.predictions.len() as i64),
                Arg::plain(&rule.id.0),
                flip_outcomes,
                flip_verdicts.clone(),
                distance::names(&next),
                Arg::Count(wanting as i64),
                rival_of,
            ],
        );
        let below = |name: &str, template: &str| {
            let name = format!("{name}.{}", hypothesis.id);
            Claim::new("findings", &name, template, Support::one(node.id.clone()))
        };
        let mut claims = vec![claim];
        let rival = |id: &Id| self.study.hypotheses.iter().find(|row| row.id == *id);
        if let Some(other) = hypothesis.rival_of.as_ref().and_then(rival) {
            let claim = below("rival", "rival-of");
            claims.push(claim.with("statement", Arg::text(&other.statement)));
        }
        if let Some((outcomes, _)) = flip {
            let claim = below("distance", "distance-outcomes");
            let claim = claim.with("n", Arg::Count(outcomes as i64));
            claims.push(claim.with("verdicts", flip_verdicts));
        }
        if !next.is_empty() {
            let claim = below("next", "distance-next");
            claims.push(claim.with("verdicts", distance::names(&next)));
        }
        if verdict == Verdict::NotTestable && wanting > 0 {
            let claim = below("wanting", "distance-wanting");
            claims.push(claim.with("n", Arg::Count(wanting as i64)));
        }
        claims.extend(self.beside(hypothesis));
        output.nodes.push(node);
        output.claims.extend(claims);
    }
    /// What the author sets beside a verdict, without any weight in it.
    fn beside(&self, hypothesis: &Hypothesis) -> Vec<Claim> {
        let claim = |(number, id): (usize, &Id)| {
            let name = format!("beside.{}.{number}", hypothesis.id);
            if let Some(row) = self.study.references.iter().find(|row| row.id == *id) {
                let support = Support::one(format!("reference:{id}"));
                let claim = Claim::new("findings", &name, "finding-beside", support);
                let statement = Arg::text(&row.statement);
                return Some(
                    claim.with("statement", statement).with("work", Arg::plain(&row.work)),
                );
            }
            let points = series::yearly(self.observations, id);
            let last = points.last()?;
            let source = self.study.sources.iter().find(|source| source.id == last.row.source);
            let claim =
                Claim::new("findings", &name, "finding-beside-value", Support::one(last.id()));
            let quantity = self.words.quantity(last.value, &last.row.unit.0);
            Some(
                claim
                    .with("indicator", Arg::Text(self.words.indicator(&last.row.indicator.0)))
                    .with("area", Arg::Text(self.words.area(&last.row.ref_area.0)))
                    .with("value", quantity)
                    .with("year", Arg::Year(last.year.into()))
                    .with("source", Arg::maybe(source, |source| Arg::text(&source.name))),
            )
        };
        (1..).zip(&hypothesis.beside).filter_map(claim).collect()
    }
}

#[cfg(test)]
mod tests {
    use daryn_model::Localized;
    use daryn_model::record::Decimal;

    use super::*;

    #[test]
    fn a_rule_turns_outcomes_into_a_verdict() {
        let number = |text| Decimal::parse(text).expect("a number");
        let rule = Rule {
            at: Default::default(),
            id: Default::default(),
            min_testable: 2,
            supported_from: number("75"),
            contradicted_to: number("25"),
            reason: Localized::default(),
        };
        let cases = [
            (0, 0, Verdict::NotTestable),
            (1, 1, Verdict::NotTestable),
            (2, 2, Verdict::Supported),
            (3, 4, Verdict::Supported),
            (2, 4, Verdict::Mixed),
            (1, 4, Verdict::Contradicted),
            (0, 2, Verdict::Contradicted),
        ];
        for (met, testable, expected) in cases {
            assert_eq!(verdict(&rule, met, testable), expected, "{met} of {testable}");
        }
    }
}
