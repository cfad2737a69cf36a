//! Findings: hypotheses with predictions written down before looking, judged by stated rules.
//!
//! A count over documents that were not read whole is a lower bound. It can show that there are at
//! least so many; it can never show that there are at most so many, and it is never compared.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};
use serde::{Deserialize, Serialize};

use crate::Output;
use crate::effectiveness::{self, State};
use crate::evidence::{self, Words};
use crate::governance::{self, PARTS};
use crate::series;

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

/// What looking at a prediction gave.
struct Looked {
    /// The value, with the digits to show.
    value: Option<Arg>,
    /// Whether the prediction is met; `None` where it cannot be told.
    met: Option<bool>,
    /// Why it cannot be told: a code of the catalogue.
    obstacle: &'static str,
    /// What was looked at.
    support: Vec<String>,
}

/// Reads a value against the thresholds of a prediction.
fn meets(prediction: &Prediction, value: f64) -> bool {
    prediction.at_least.as_ref().is_none_or(|limit| value >= limit.value)
        && prediction.at_most.as_ref().is_none_or(|limit| value <= limit.value)
}

struct Looking<'a> {
    study: &'a Study,
    observations: &'a [Observation],
    words: Words<'a>,
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
            predictions.push(
                &claim,
                vec![
                    Arg::plain(&prediction.id.0),
                    Arg::plain(&hypothesis.id.0),
                    Arg::text(&prediction.text),
                    looked.value.unwrap_or(Arg::Empty),
                    threshold,
                    Arg::code("outcome", outcome),
                    if looked.met.is_none() { obstacle } else { Arg::Empty },
                    Arg::text(&prediction.reason),
                    Arg::text(&prediction.needs),
                ],
            );
            match looked.met {
                Some(true) => met.push(node.id.clone()),
                Some(false) => missed.push(node.id.clone()),
                None => {}
            }
            all.push(node.id.clone());
            output.nodes.push(node);
            output.claims.push(claim);
        }
        let testable = met.len() + missed.len();
        let verdict = verdict(rule, met.len(), testable);
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
        .with("origin", Arg::text(&hypothesis.origin));
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
            ],
        );
        output.nodes.push(node);
        output.claims.push(claim);
    }

    /// What a statement about the study as a whole rests on.
    fn anything(&self) -> Vec<String> {
        let study = self.study;
        let documents: Vec<String> =
            study.documents.iter().map(|row| evidence::document(&row.id)).collect();
        if !documents.is_empty() {
            return documents;
        }
        let mut rest: Vec<String> =
            study.searches.iter().map(|row| format!("search:{}", row.id)).collect();
        rest.extend(study.references.iter().map(|row| format!("reference:{}", row.id)));
        rest.extend(study.practices.iter().map(|row| format!("practice:{}", row.id)));
        rest.extend(self.observations.iter().take(1).map(evidence::observation));
        rest
    }

    fn look(&self, prediction: &Prediction) -> Looked {
        match prediction.test {
            Test::MeasureCount => self.measure_count(prediction),
            Test::MeasureShare => self.measure_share(prediction),
            Test::KnownParts => self.known_parts(prediction),
            Test::CountTrend => self.count_trend(prediction),
            Test::TargetsReached => self.targets_reached(prediction),
            Test::SeriesChange => self.series_change(prediction),
            Test::SeriesValue => self.series_value(prediction),
            Test::SeriesPositive => self.series_positive(prediction),
            Test::ComparatorRatio => self.comparator_ratio(prediction),
            Test::PracticeCount => self.practice_count(prediction),
            Test::Needs => self.undecided("needs", self.searches(prediction)),
        }
    }

    fn undecided(&self, obstacle: &'static str, support: Vec<String>) -> Looked {
        Looked { value: None, met: None, obstacle, support }
    }

    /// Documents that a prediction is about.
    fn documents(&self, prediction: &Prediction) -> Vec<&Document> {
        let scope = prediction.scope.unwrap_or(Scope::All);
        self.study
            .documents
            .iter()
            .filter(|row| match scope {
                Scope::Corpus => row.role == Role::Corpus,
                Scope::Candidates => row.role != Role::Register,
                Scope::Whole => row.coverage == Coverage::Whole,
                Scope::All => true,
            })
            .collect()
    }

    /// Recorded searches that concern the documents of a prediction.
    fn searches(&self, prediction: &Prediction) -> Vec<String> {
        let documents: BTreeSet<String> =
            self.documents(prediction).iter().map(|row| row.id.0.clone()).collect();
        let searches = self.study.searches.iter();
        searches
            .filter(|row| row.concerns.iter().any(|id| documents.contains(&id.0)))
            .map(|row| format!("search:{}", row.id))
            .collect()
    }

    fn select(&self, documents: &[&Document], filter: Option<&Filter>) -> Vec<&Measure> {
        let names: BTreeSet<&str> = documents.iter().map(|row| row.id.0.as_str()).collect();
        self.study
            .measures
            .iter()
            .filter(|row| row.evidence_kind != EvidenceKind::Memory)
            .filter(|row| names.contains(row.document.0.as_str()))
            .filter(|row| filter.is_none_or(|filter| passes(row, filter)))
            .collect()
    }

    fn measure_count(&self, prediction: &Prediction) -> Looked {
        let documents = self.documents(prediction);
        if documents.is_empty() {
            return self.undecided("no-documents", self.searches(prediction));
        }
        let found = self.select(&documents, prediction.of.as_ref());
        let read = documents.iter().all(|row| row.coverage == Coverage::Whole);
        let value = found.len() as f64;
        let met = meets(prediction, value);
        // The count seen is a lower bound unless every document was read whole.
        let certain = read || if prediction.at_least.is_some() { met } else { !met };
        let support = if found.is_empty() || !certain {
            documents.iter().map(|row| evidence::document(&row.id)).collect()
        } else {
            found.iter().map(|row| evidence::measure(&row.id)).collect()
        };
        Looked {
            value: Some(Arg::Count(found.len() as i64)),
            met: certain.then_some(met),
            obstacle: "not-read",
            support,
        }
    }

    fn measure_share(&self, prediction: &Prediction) -> Looked {
        let documents = self.documents(prediction);
        let among = self.select(&documents, prediction.among.as_ref());
        let names = || documents.iter().map(|row| evidence::document(&row.id)).collect();
        if documents.iter().any(|row| row.coverage != Coverage::Whole) {
            return self.undecided("not-read", names());
        }
        if among.is_empty() {
            return self.undecided("no-measures", names());
        }
        let filter = prediction.of.as_ref();
        let found =
            among.iter().filter(|row| filter.is_none_or(|filter| passes(row, filter))).count();
        let share = 100.0 * found as f64 / among.len() as f64;
        Looked {
            value: Some(percent(share)),
            met: Some(meets(prediction, share)),
            obstacle: "",
            support: among.iter().map(|row| evidence::measure(&row.id)).collect(),
        }
    }

    fn known_parts(&self, prediction: &Prediction) -> Looked {
        let documents = self.documents(prediction);
        let names = || documents.iter().map(|row| evidence::document(&row.id)).collect();
        if documents.iter().any(|row| row.coverage != Coverage::Whole) {
            return self.undecided("not-read", names());
        }
        let measures = self.select(&documents, prediction.of.as_ref());
        let counts: Vec<f64> = measures
            .iter()
            .map(|row| governance::known(row).iter().filter(|known| **known).count() as f64)
            .collect();
        let Some(median) = series::median(&counts) else {
            return self.undecided("no-measures", names());
        };
        Looked {
            value: Some(Arg::Number(Decimal::rounded(median, usize::from(median % 1.0 != 0.0)))),
            met: Some(meets(prediction, median)),
            obstacle: "",
            support: measures.iter().map(|row| evidence::measure(&row.id)).collect(),
        }
    }

    /// Kendall's tau-a of the order of adoption and the number of measures.
    /// Source: Kendall (1938), A new measure of rank correlation, Biometrika 30.
    fn count_trend(&self, prediction: &Prediction) -> Looked {
        let mut documents = self.documents(prediction);
        documents.sort_by_key(|row| row.adopted.map(|date| date.first_day()));
        let names: Vec<String> = documents.iter().map(|row| evidence::document(&row.id)).collect();
        if documents.iter().any(|row| row.coverage != Coverage::Whole) {
            return self.undecided("not-read", names);
        }
        if documents.len() < 3 || documents.iter().any(|row| row.adopted.is_none()) {
            return self.undecided("too-few-documents", names);
        }
        let counts: Vec<usize> =
            documents.iter().map(|row| self.select(&[row], prediction.of.as_ref()).len()).collect();
        let mut sum = 0_i64;
        for (i, earlier) in counts.iter().enumerate() {
            for later in &counts[i + 1..] {
                sum += (later > earlier) as i64 - (later < earlier) as i64;
            }
        }
        let pairs = counts.len() * (counts.len() - 1) / 2;
        let tau = sum as f64 / pairs as f64;
        let measures = self.select(&documents, prediction.of.as_ref());
        Looked {
            value: Some(Arg::Number(Decimal::rounded(tau, 2))),
            met: Some(meets(prediction, tau)),
            obstacle: "",
            support: names
                .into_iter()
                .chain(measures.iter().map(|row| evidence::measure(&row.id)))
                .collect(),
        }
    }

    fn targets_reached(&self, prediction: &Prediction) -> Looked {
        let documents: BTreeSet<&str> =
            self.documents(prediction).iter().map(|row| row.id.0.as_str()).collect();
        let judged: Vec<_> = effectiveness::targets(self.study, self.observations)
            .into_iter()
            .filter(|judged| documents.contains(judged.measure.document.0.as_str()))
            .filter(|judged| prediction.of.as_ref().is_none_or(|of| passes(judged.measure, of)))
            .collect();
        let decided: Vec<_> = judged
            .iter()
            .filter(|judged| matches!(judged.state, State::Reached | State::NotReached))
            .collect();
        if decided.is_empty() {
            let support = judged.iter().map(effectiveness::Judged::estimate).collect();
            return self.undecided("no-due-targets", support);
        }
        let reached = decided.iter().filter(|judged| judged.state == State::Reached).count();
        let share = 100.0 * reached as f64 / decided.len() as f64;
        Looked {
            value: Some(percent(share)),
            met: Some(meets(prediction, share)),
            obstacle: "",
            support: decided.iter().map(|judged| judged.estimate()).collect(),
        }
    }

    fn points(&self, prediction: &Prediction) -> Vec<series::Point<'_>> {
        prediction
            .series
            .first()
            .map(|id| series::between(self.observations, id, prediction.from, prediction.to))
            .unwrap_or_default()
    }

    fn series_change(&self, prediction: &Prediction) -> Looked {
        let points = self.points(prediction);
        let [first, .., last] = points.as_slice() else {
            return self.undecided("no-values", ids(&points));
        };
        let change = series::difference(last.value, first.value);
        let unit = self.words.unit_of_difference(&first.row.unit.0);
        Looked {
            met: Some(meets(prediction, change.value)),
            value: Some(Arg::Quantity(change, unit)),
            obstacle: "",
            support: ids(&points),
        }
    }

    fn series_value(&self, prediction: &Prediction) -> Looked {
        let points = self.points(prediction);
        let Some(last) = points.last() else {
            return self.undecided("no-values", Vec::new());
        };
        Looked {
            value: Some(self.words.quantity(last.value, &last.row.unit.0)),
            met: Some(meets(prediction, last.value.value)),
            obstacle: "",
            support: vec![last.id()],
        }
    }

    fn series_positive(&self, prediction: &Prediction) -> Looked {
        let points = self.points(prediction);
        if points.is_empty() {
            return self.undecided("no-values", Vec::new());
        }
        let positive = points.iter().filter(|point| point.value.value > 0.0).count();
        let share = 100.0 * positive as f64 / points.len() as f64;
        Looked {
            value: Some(percent(share)),
            met: Some(meets(prediction, share)),
            obstacle: "",
            support: ids(&points),
        }
    }

    fn comparator_ratio(&self, prediction: &Prediction) -> Looked {
        let own = self.points(prediction);
        let others: Vec<Vec<series::Point<'_>>> = prediction
            .comparators
            .iter()
            .map(|id| series::between(self.observations, id, prediction.from, prediction.to))
            .collect();
        for point in own.iter().rev() {
            let same_year: Vec<&series::Point<'_>> =
                others.iter().flatten().filter(|other| other.year == point.year).collect();
            let values: Vec<f64> = same_year.iter().map(|other| other.value.value).collect();
            // A median of fewer than three countries would be the word of one or two.
            if values.len() < 3 {
                continue;
            }
            let Some(median) = series::median(&values).filter(|median| *median > 0.0) else {
                continue;
            };
            let ratio = point.value.value / median;
            return Looked {
                value: Some(Arg::Number(Decimal::rounded(ratio, 2))),
                met: Some(meets(prediction, ratio)),
                obstacle: "",
                support: std::iter::once(point.id())
                    .chain(same_year.iter().map(|other| other.id()))
                    .collect(),
            };
        }
        self.undecided("no-common-year", ids(&own))
    }

    fn practice_count(&self, prediction: &Prediction) -> Looked {
        let lowest = prediction.grade.unwrap_or(Grade::E);
        let functions = prediction.of.as_ref().map(|of| of.functions.as_slice()).unwrap_or(&[]);
        let found: Vec<String> = self
            .study
            .practices
            .iter()
            .filter(|row| row.grade <= lowest)
            .filter(|row| {
                functions.is_empty() || row.functions.iter().any(|code| functions.contains(code))
            })
            .map(|row| format!("practice:{}", row.id))
            .collect();
        let met = meets(prediction, found.len() as f64);
        // The register of practices is a selection: it can show that there are some, not that
        // there are none.
        let certain = if prediction.at_least.is_some() { met } else { !met };
        Looked {
            value: Some(Arg::Count(found.len() as i64)),
            met: certain.then_some(met),
            obstacle: "selection",
            support: found,
        }
    }
}

fn ids(points: &[series::Point<'_>]) -> Vec<String> {
    points.iter().map(series::Point::id).collect()
}

fn percent(share: f64) -> Arg {
    let decimals = usize::from((share * 10.0).round() % 10.0 != 0.0);
    Arg::Quantity(Decimal::rounded(share, decimals), Localized::same("%"))
}

/// The limit of a prediction, in the unit of the value that was seen.
fn threshold(prediction: &Prediction, seen: Option<&Arg>) -> Arg {
    let (sign, limit) = match (&prediction.at_least, &prediction.at_most) {
        (Some(limit), _) => ("at_least", limit.clone()),
        (None, Some(limit)) => ("at_most", limit.clone()),
        (None, None) => return Arg::Empty,
    };
    let limit = match seen {
        Some(Arg::Quantity(_, unit)) => Arg::Quantity(limit, unit.clone()),
        _ => Arg::Number(limit),
    };
    Arg::List(vec![Arg::code("threshold", sign), limit])
}

/// Whether a measure passes every condition of a filter.
pub fn passes(measure: &Measure, filter: &Filter) -> bool {
    let known = governance::known(measure);
    let part = |part: &String| {
        PARTS.iter().position(|name| name == part).is_some_and(|position| known[position])
    };
    (filter.functions.is_empty()
        || measure.functions.iter().any(|code| filter.functions.contains(code)))
        && filter.polarity.is_none_or(|polarity| measure.polarity == Some(polarity))
        && (filter.domains.is_empty()
            || measure.domain.is_some_and(|code| filter.domains.contains(&code)))
        && filter.instrument.is_none_or(|code| measure.instrument == Some(code))
        && (filter.evidence.is_empty() || filter.evidence.contains(&measure.evidence_kind))
        && filter.bodies_at_least.is_none_or(|least| measure.bodies.len() as i64 >= least)
        && (filter.known.is_empty() || filter.known.iter().any(part))
        && (filter.sdg_targets.is_empty()
            || measure.sdg_targets.iter().any(|code| filter.sdg_targets.contains(code)))
        && (filter.documents.is_empty() || filter.documents.contains(&measure.document))
}

#[cfg(test)]
mod tests {
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
