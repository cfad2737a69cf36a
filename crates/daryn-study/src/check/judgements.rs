//! What must hold of hypotheses, rules and recommendations.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Diagnostic;
use daryn_model::record::{Id, nearest};
use daryn_model::records::*;
use daryn_policy::governance::PARTS;

use super::{Checker, Names};

impl Checker<'_> {
    pub(super) fn hypotheses(&mut self, names: &Names) {
        let beside = names.references.union(&names.series).cloned().collect();
        for hypothesis in &self.study.hypotheses {
            let at = &hypothesis.at;
            self.refer(at, "rule", [&hypothesis.rule], &names.rules);
            self.refer(at, "rival_of", &hypothesis.rival_of, &names.hypotheses);
            self.refer(at, "builds_on", &hypothesis.builds_on, &names.hypotheses);
            self.refer(at, "references", &hypothesis.references, &names.references);
            self.refer(at, "beside", &hypothesis.beside, &beside);
            for prediction in &hypothesis.predictions {
                let at = &prediction.at;
                self.refer(at, "series", &prediction.series, &names.series);
                self.refer(at, "comparators", &prediction.comparators, &names.series);
                for filter in prediction.of.iter().chain(&prediction.among) {
                    self.refer(&filter.at, "documents", &filter.documents, &names.documents);
                    for part in filter.known.iter().filter(|part| !PARTS.contains(&part.as_str())) {
                        self.problems.push(
                            Diagnostic::error("unknown-code", &filter.at.file, filter.at.line)
                                .with("field", "known")
                                .with("found", part)
                                .with(
                                    "nearest",
                                    nearest(part, PARTS.into_iter()).unwrap_or_default(),
                                )
                                .with("known", PARTS.join(", ")),
                        );
                    }
                    self.sdg_targets(&filter.at, &filter.sdg_targets);
                }
                self.parameters(prediction);
            }
        }
    }

    /// Reports what a test needs and a prediction does not give.
    fn parameters(&mut self, prediction: &Prediction) {
        let mut missing: Vec<&str> = Vec::new();
        let series = !prediction.series.is_empty();
        match prediction.test {
            Test::SeriesChange | Test::SeriesValue | Test::SeriesPositive if !series => {
                missing.push("series");
            }
            Test::ComparatorRatio => {
                if !series {
                    missing.push("series");
                }
                if prediction.comparators.is_empty() {
                    missing.push("comparators");
                }
            }
            Test::MeasureCount | Test::MeasureShare | Test::PracticeCount
                if prediction.of.is_none() =>
            {
                missing.push("of");
            }
            Test::Needs if prediction.needs.is_empty() => missing.push("needs_en"),
            _ => {}
        }
        if let (Test::PracticeCount, Some(of)) = (prediction.test, &prediction.of) {
            self.measure_keys(of, &prediction.id);
        }
        if prediction.series.len() > 1 {
            missing.push("series = [\"…\"]");
        }
        let unit = |id: &Id| {
            self.study.observations.iter().find(|row| row.series == *id).map(|row| &row.unit)
        };
        let own = prediction.series.first().and_then(unit);
        let other = prediction.comparators.iter().filter_map(unit).find(|unit| Some(*unit) != own);
        if let (Some(own), Some(other)) = (own, other) {
            self.problems.push(
                Diagnostic::error("wrong-unit", &prediction.at.file, prediction.at.line)
                    .with("found", other)
                    .with("expected", own)
                    .with("indicator", &prediction.id),
            );
        }
        let thresholds =
            usize::from(prediction.at_least.is_some()) + usize::from(prediction.at_most.is_some());
        if prediction.test != Test::Needs {
            if thresholds != 1 {
                missing.push("at_least | at_most");
            }
            if prediction.reason.is_empty() {
                missing.push("reason_en");
            }
        }
        for field in missing {
            self.problems.push(
                Diagnostic::error("missing-parameter", &prediction.at.file, prediction.at.line)
                    .with("field", field)
                    .with("found", &prediction.id),
            );
        }
    }

    /// Reports keys of a filter that practices cannot pass or fail: only measures have them.
    fn measure_keys(&mut self, of: &Filter, prediction: &Id) {
        let given = [
            ("of.polarity", of.polarity.is_some()),
            ("of.domains", !of.domains.is_empty()),
            ("of.evidence", !of.evidence.is_empty()),
            ("of.bodies_at_least", of.bodies_at_least.is_some()),
            ("of.known", !of.known.is_empty()),
            ("of.sdg_targets", !of.sdg_targets.is_empty()),
            ("of.documents", !of.documents.is_empty()),
        ];
        for (field, _) in given.into_iter().filter(|(_, given)| *given) {
            self.problems.push(
                Diagnostic::error("key-of-measures", &of.at.file, of.at.line)
                    .with("field", field)
                    .with("found", prediction),
            );
        }
    }

    /// Reports thresholds that no share of predictions can meet, or that meet each other.
    pub(super) fn rules(&mut self) {
        for rule in &self.study.rules {
            let (from, to) = (rule.supported_from.value, rule.contradicted_to.value);
            let mut wrong = |field: &str, found: String, expected: &str| {
                self.problems.push(
                    Diagnostic::error("out-of-range", &rule.at.file, rule.at.line)
                        .with("field", field)
                        .with("found", found)
                        .with("expected", expected),
                );
            };
            if !(0.0..=100.0).contains(&from) {
                wrong("supported_from", rule.supported_from.literal.clone(), "0–100");
            }
            if !(0.0..=100.0).contains(&to) || to >= from {
                wrong(
                    "contradicted_to",
                    rule.contradicted_to.literal.clone(),
                    "0 ≤ … < supported_from",
                );
            }
            if rule.min_testable < 1 {
                wrong("min_testable", rule.min_testable.to_string(), "≥ 1");
            }
        }
    }

    /// Reports hypotheses that rest on themselves.
    pub(super) fn support_cycles(&mut self) {
        let below: BTreeMap<&Id, &Hypothesis> =
            self.study.hypotheses.iter().map(|row| (&row.id, row)).collect();
        let mut reported: BTreeSet<&Id> = BTreeSet::new();
        for start in &self.study.hypotheses {
            let mut seen: BTreeSet<&Id> = BTreeSet::new();
            let mut open: Vec<&Id> = start.builds_on.iter().collect();
            while let Some(id) = open.pop() {
                if *id == start.id && !reported.contains(id) {
                    reported.extend(seen.iter().copied().chain([id]));
                    self.problems.push(
                        Diagnostic::error("support-cycle", &start.at.file, start.at.line)
                            .with("found", id),
                    );
                    break;
                }
                if seen.insert(id)
                    && let Some(hypothesis) = below.get(id)
                {
                    open.extend(&hypothesis.builds_on);
                }
            }
        }
    }

    pub(super) fn recommendations(&mut self, names: &Names) {
        for advice in &self.study.recommendations {
            let at = &advice.at;
            self.refer(at, "gap", [&advice.gap], &names.hypotheses);
            self.refer(at, "practices", &advice.practices, &names.practices);
            self.transfers(advice, names);
            let gap = self.study.hypotheses.iter().find(|row| row.id == advice.gap);
            if let Some(row) = gap.filter(|row| row.gap.is_empty()) {
                self.problems.push(
                    Diagnostic::error("missing-parameter", &row.at.file, row.at.line)
                        .with("field", "gap_en")
                        .with("found", &row.id),
                );
            }
            for (field, value) in [("feasibility", advice.feasibility), ("speed", advice.speed)] {
                if !(1..=5).contains(&value) {
                    self.problems.push(
                        Diagnostic::error("out-of-range", &at.file, at.line)
                            .with("field", field)
                            .with("found", value)
                            .with("expected", "1–5"),
                    );
                }
            }
        }
        if !self.study.recommendations.is_empty()
            && let Some(ranking) = &self.study.ranking
            && !(1..=1_000_000).contains(&ranking.draws)
        {
            self.problems.push(
                Diagnostic::error("out-of-range", &ranking.at.file, ranking.at.line)
                    .with("field", "draws")
                    .with("found", ranking.draws)
                    .with("expected", "1–1000000"),
            );
        }
    }

    /// Reports judgements on numbers of other practices, and judgements without anything to compare.
    fn transfers(&mut self, advice: &Advice, names: &Names) {
        let mut judged: BTreeMap<&Id, u32> = BTreeMap::new();
        for row in &advice.transfer {
            let at = &row.at;
            self.refer(at, "effect", [&row.effect], &names.effects);
            if let Some(earlier) = judged.insert(&row.effect, at.line) {
                self.problems.push(
                    Diagnostic::error("duplicate-key", &at.file, at.line)
                        .with("reason", format!("{} ({}:{earlier})", row.effect, at.file)),
                );
            }
            let Some(effect) = self.study.effects.iter().find(|other| other.id == row.effect)
            else {
                continue;
            };
            if !advice.practices.contains(&effect.practice) {
                self.problems.push(
                    Diagnostic::error("transfer-of-other-practice", &at.file, at.line)
                        .with("found", &effect.id)
                        .with("practice", &effect.practice)
                        .with("recommendation", &advice.id),
                );
            }
            let sides = [
                ("population", row.population, &effect.population, &advice.case_population),
                ("condition", row.condition, &effect.condition, &advice.case_condition),
            ];
            for (field, code, observed, case) in sides {
                let missing = match (observed.is_empty(), case.is_empty()) {
                    (true, _) => format!("{field}_en ({})", effect.id),
                    (_, true) => format!("case_{field}_en ({})", advice.id),
                    _ => continue,
                };
                if code != Match::Unknown {
                    self.problems.push(
                        Diagnostic::error("match-without-words", &at.file, at.line)
                            .with("field", field)
                            .with("found", code.code())
                            .with("missing", missing),
                    );
                }
            }
        }
    }
}
