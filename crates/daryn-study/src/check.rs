//! What must hold between the records of a study.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::{Id, Place, nearest};
use daryn_model::records::*;
use daryn_model::{Diagnostic, Study};
use daryn_policy::sdg;

use crate::folder::STUDY;

mod flows;
mod judgements;
mod quantities;

/// Every problem between records, in the order of the checks.
pub fn check(study: &Study) -> Vec<Diagnostic> {
    let mut checker = Checker { study, problems: Vec::new() };
    let names = checker.names();
    checker.head(&names);
    checker.same_quantities(&names);
    checker.scales();
    checker.documents(&names);
    checker.measures(&names);
    checker.bodies(&names);
    checker.indicators(&names);
    checker.observations(&names);
    checker.targets(&names);
    checker.practices(&names);
    checker.effects(&names);
    checker.searches(&names);
    checker.events();
    checker.charts(&names);
    checker.flows(&names);
    checker.hypotheses(&names);
    checker.support_cycles();
    checker.recommendations(&names);
    checker.rules();
    if study.documents.is_empty() && study.observations.is_empty() && study.measures.is_empty() {
        checker.problems.push(Diagnostic::error("empty-study", STUDY, 0));
    }
    checker.problems
}

/// Names of records by kind.
struct Names {
    documents: BTreeSet<String>,
    measures: BTreeSet<String>,
    bodies: BTreeSet<String>,
    areas: BTreeSet<String>,
    units: BTreeSet<String>,
    indicators: BTreeSet<String>,
    definitions: BTreeSet<String>,
    sources: BTreeSet<String>,
    series: BTreeSet<String>,
    practices: BTreeSet<String>,
    effects: BTreeSet<String>,
    references: BTreeSet<String>,
    hypotheses: BTreeSet<String>,
    rules: BTreeSet<String>,
    searches: BTreeSet<String>,
}

struct Checker<'a> {
    study: &'a Study,
    problems: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn names(&mut self) -> Names {
        let study = self.study;
        let names = Names {
            documents: self.unique(study.documents.iter().map(|r| (&r.id, &r.at))),
            measures: self.unique(study.measures.iter().map(|r| (&r.id, &r.at))),
            bodies: self.unique(study.bodies.iter().map(|r| (&r.id, &r.at))),
            areas: self.unique(study.areas.iter().map(|r| (&r.code, &r.at))),
            units: self.unique(study.units.iter().map(|r| (&r.id, &r.at))),
            indicators: self.unique(study.indicators.iter().map(|r| (&r.id, &r.at))),
            definitions: self.unique(study.definitions.iter().map(|r| (&r.id, &r.at))),
            sources: self.unique(study.sources.iter().map(|r| (&r.id, &r.at))),
            series: study.observations.iter().map(|r| r.series.0.clone()).collect(),
            practices: self.unique(study.practices.iter().map(|r| (&r.id, &r.at))),
            effects: self.unique(study.effects.iter().map(|r| (&r.id, &r.at))),
            references: self.unique(study.references.iter().map(|r| (&r.id, &r.at))),
            hypotheses: self.unique(study.hypotheses.iter().map(|r| (&r.id, &r.at))),
            rules: self.unique(study.rules.iter().map(|r| (&r.id, &r.at))),
            searches: self.unique(study.searches.iter().map(|r| (&r.id, &r.at))),
        };
        self.unique(study.events.iter().map(|r| (&r.id, &r.at)));
        self.unique(study.targets.iter().map(|r| (&r.id, &r.at)));
        self.unique(study.recommendations.iter().map(|r| (&r.id, &r.at)));
        self.unique(study.head.charts.iter().map(|r| (&r.id, &r.at)));
        self.unique(study.head.flows.iter().map(|r| (&r.id, &r.at)));
        self.unique(study.hypotheses.iter().flat_map(|r| &r.predictions).map(|r| (&r.id, &r.at)));
        names
    }

    /// Reports names that are given twice.
    fn unique<'r>(
        &mut self,
        records: impl Iterator<Item = (&'r Id, &'r Place)>,
    ) -> BTreeSet<String> {
        let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
        for (id, at) in records {
            if let Some(earlier) = first.get(id.0.as_str()) {
                self.problems.push(
                    Diagnostic::error("duplicate-key", &at.file, at.line)
                        .with("reason", format!("{id} ({}:{})", earlier.file, earlier.line)),
                );
            } else {
                first.insert(&id.0, at);
            }
        }
        first.into_keys().map(str::to_owned).collect()
    }

    /// Reports names that no record has.
    fn refer<'r>(
        &mut self,
        at: &Place,
        field: &str,
        ids: impl IntoIterator<Item = &'r Id>,
        known: &BTreeSet<String>,
    ) {
        for id in ids {
            if !known.contains(&id.0) {
                let nearest = nearest(&id.0, known.iter().map(String::as_str)).unwrap_or_default();
                self.problems.push(
                    Diagnostic::error("dangling-reference", &at.file, at.line)
                        .with("field", field)
                        .with("found", id)
                        .with("nearest", nearest),
                );
            }
        }
    }

    fn sdg_targets(&mut self, at: &Place, targets: &[String]) {
        for target in targets {
            if sdg::target(target).is_none() {
                self.problems.push(
                    Diagnostic::error("unknown-sdg-target", &at.file, at.line)
                        .with("found", target),
                );
            }
        }
    }

    fn years(&mut self, at: &Place, field: &str, (from, to): (i32, i32)) {
        let head = &self.study.head;
        let first = head.data_start.unwrap_or(head.period_start);
        let last = head.data_end.unwrap_or(head.period_end);
        if i64::from(from) < first || i64::from(to) > last {
            let found = if from == to { from.to_string() } else { format!("{from}–{to}") };
            self.problems.push(
                Diagnostic::error("year-outside-study", &at.file, at.line)
                    .with("field", field)
                    .with("found", found)
                    .with("first", first)
                    .with("last", last),
            );
        }
    }

    fn head(&mut self, names: &Names) {
        let head = &self.study.head;
        self.refer(&head.at, "country", [&head.country], &names.areas);
        self.refer(&head.at, "comparators", &head.comparators, &names.areas);
        let ranges = [
            (head.period_start, head.period_end),
            (
                head.data_start.unwrap_or(head.period_start),
                head.data_end.unwrap_or(head.period_end),
            ),
        ];
        for (from, to) in ranges {
            if from > to || !(1000..=9999).contains(&from) || !(1000..=9999).contains(&to) {
                self.problems.push(
                    Diagnostic::error("impossible-period", STUDY, head.at.line)
                        .with("field", "period_start, period_end")
                        .with("found", format!("{from}–{to}")),
                );
            }
        }
        // A row from memory is no evidence and can show nothing.
        let seen: BTreeSet<String> = self
            .study
            .measures
            .iter()
            .filter(|row| row.evidence_kind != EvidenceKind::Memory)
            .map(|row| row.id.0.clone())
            .collect();
        let shown: BTreeSet<String> = [
            &names.documents,
            &seen,
            &names.series,
            &names.practices,
            &names.effects,
            &names.references,
            &names.searches,
        ]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
        for caveat in &head.caveats {
            self.refer(&caveat.at, "concerns", &caveat.concerns, &shown);
            // A limit is an assertion, too: something must show it.
            if caveat.concerns.is_empty() {
                self.problems.push(
                    Diagnostic::error("missing-field", STUDY, caveat.at.line)
                        .with("field", "concerns"),
                );
            }
        }
    }

    fn documents(&mut self, names: &Names) {
        for document in &self.study.documents {
            let at = &document.at;
            self.refer(at, "issuers", &document.issuers, &names.bodies);
            if let Some(date) = document.adopted {
                self.years(at, "adopted", (date.year, date.year));
            }
            if let (Some(from), Some(to)) = (document.valid_from, document.valid_to)
                && from.first_day() > to.last_day()
            {
                self.problems.push(
                    Diagnostic::error("dates-out-of-order", &at.file, at.line)
                        .with("found", format!("{from} > {to}")),
                );
            }
        }
    }

    fn measures(&mut self, names: &Names) {
        for measure in &self.study.measures {
            self.refer(&measure.at, "document", [&measure.document], &names.documents);
            self.refer(&measure.at, "bodies", &measure.bodies, &names.bodies);
            self.sdg_targets(&measure.at, &measure.sdg_targets);
        }
    }

    fn bodies(&mut self, names: &Names) {
        for body in &self.study.bodies {
            self.refer(&body.at, "successors", &body.successors, &names.bodies);
        }
    }

    fn indicators(&mut self, names: &Names) {
        for indicator in &self.study.indicators {
            self.refer(&indicator.at, "unit", [&indicator.unit], &names.units);
        }
    }

    fn observations(&mut self, names: &Names) {
        let units: BTreeMap<&Id, &Id> =
            self.study.indicators.iter().map(|row| (&row.id, &row.unit)).collect();
        let mut keys: BTreeMap<String, u32> = BTreeMap::new();
        let mut series: BTreeMap<&Id, &Observation> = BTreeMap::new();
        for row in &self.study.observations {
            let at = &row.at;
            self.refer(at, "indicator", [&row.indicator], &names.indicators);
            self.refer(at, "ref_area", [&row.ref_area], &names.areas);
            self.refer(at, "partner_area", &row.partner_area, &names.areas);
            self.refer(at, "source", [&row.source], &names.sources);
            self.refer(at, "definition", &row.definition, &names.definitions);
            self.refer(at, "unit", [&row.unit], &names.units);
            self.years(at, "time_period", row.time_period.years());
            if let Some(unit) = units.get(&row.indicator)
                && **unit != row.unit
            {
                self.problems.push(
                    Diagnostic::error("wrong-unit", &at.file, at.line)
                        .with("found", &row.unit)
                        .with("expected", unit)
                        .with("indicator", &row.indicator),
                );
            }
            if let Some(earlier) = keys.insert(row.key(), at.line) {
                self.problems.push(
                    Diagnostic::error("duplicate-observation", &at.file, at.line)
                        .with("found", row.key())
                        .with("line", earlier),
                );
            }
            let first = series.entry(&row.series).or_insert(row);
            let parts = [
                ("indicator", first.indicator == row.indicator),
                ("ref_area", first.ref_area == row.ref_area),
                ("partner_area", first.partner_area == row.partner_area),
                ("unit", first.unit == row.unit),
                ("definition", first.definition == row.definition),
                ("source", first.source == row.source),
                ("sex", first.sex == row.sex),
                ("age", first.age == row.age),
                ("education", first.education == row.education),
            ];
            for (field, _) in parts.into_iter().filter(|(_, same)| !same) {
                self.problems.push(
                    Diagnostic::error("mixed-series", &at.file, at.line)
                        .with("found", &row.series)
                        .with("field", field)
                        .with("reason", format!("{}:{}", first.at.file, first.at.line)),
                );
            }
        }
    }

    fn targets(&mut self, names: &Names) {
        let head = &self.study.head;
        if !self.study.targets.is_empty() && head.as_of.or(head.seen_on).is_none() {
            // Without a day nobody can say which targets have fallen due.
            self.problems.push(
                Diagnostic::error("missing-field", STUDY, head.at.line).with("field", "as_of"),
            );
        }
        for target in &self.study.targets {
            let at = &target.at;
            self.refer(at, "measure", [&target.measure], &names.measures);
            self.refer(at, "series", &target.series, &names.series);
            let measure = self.study.measures.iter().find(|row| row.id == target.measure);
            if let Some(measure) = measure
                && (measure.target_value.is_none() || measure.target_year.is_none())
            {
                self.problems.push(
                    Diagnostic::error("target-without-value", &at.file, at.line)
                        .with("found", &measure.id),
                );
            }
            self.refer(at, "unit", &target.unit, &names.units);
            let counted = self
                .study
                .observations
                .iter()
                .find(|row| target.comparable && Some(&row.series) == target.series.as_ref());
            match (counted, &target.unit) {
                (Some(_), None) => self.problems.push(
                    Diagnostic::error("missing-parameter", &at.file, at.line)
                        .with("field", "unit")
                        .with("found", &target.id),
                ),
                (Some(row), Some(unit)) if row.unit != *unit => self.problems.push(
                    Diagnostic::error("wrong-unit", &at.file, at.line)
                        .with("found", unit)
                        .with("expected", &row.unit)
                        .with("indicator", &row.indicator),
                ),
                _ => {}
            }
            if target.direction == Direction::None {
                self.problems.push(
                    Diagnostic::error("out-of-range", &at.file, at.line)
                        .with("field", "direction")
                        .with("found", "none")
                        .with("expected", "up, down"),
                );
            }
            if target.comparable && target.series.is_none() {
                self.problems.push(
                    Diagnostic::error("missing-parameter", &at.file, at.line)
                        .with("field", "series")
                        .with("found", &target.id),
                );
            }
        }
    }

    fn practices(&mut self, names: &Names) {
        for practice in &self.study.practices {
            self.refer(&practice.at, "country", [&practice.country], &names.areas);
            self.refer(&practice.at, "references", &practice.references, &names.references);
        }
    }

    fn effects(&mut self, names: &Names) {
        for effect in &self.study.effects {
            let at = &effect.at;
            self.refer(at, "practice", [&effect.practice], &names.practices);
            self.refer(at, "reference", &effect.reference, &names.references);
            let practice = self.study.practices.iter().find(|row| row.id == effect.practice);
            if let Some(practice) = practice
                && effect.kind == EffectKind::Effect
                && practice.grade != Grade::A
            {
                self.problems.push(
                    Diagnostic::error("effect-without-design", &at.file, at.line)
                        .with("found", &practice.id)
                        .with("grade", practice.grade.code()),
                );
            }
            let range = effect.low.is_some() && effect.high.is_some();
            let mut missing: Vec<&str> = Vec::new();
            if effect.value.is_none() && !range && effect.significant != Some(false) {
                missing.push("value | low, high");
            }
            if effect.unit.is_empty() {
                missing.push("unit_en");
            }
            if effect.outcome.is_empty() {
                missing.push("outcome_en");
            }
            for field in missing {
                self.problems.push(
                    Diagnostic::error("missing-parameter", &at.file, at.line)
                        .with("field", field)
                        .with("found", &effect.id),
                );
            }
            let ordered: Vec<f64> = [&effect.low, &effect.value, &effect.high]
                .into_iter()
                .flatten()
                .map(|number| number.value)
                .collect();
            if !ordered.is_sorted() {
                self.problems.push(
                    Diagnostic::error("out-of-range", &at.file, at.line)
                        .with("field", "value")
                        .with("found", &effect.id)
                        .with("expected", "low ≤ value ≤ high"),
                );
            }
        }
    }

    fn searches(&mut self, names: &Names) {
        let known: BTreeSet<String> = names
            .documents
            .iter()
            .chain(&names.measures)
            .chain(&names.indicators)
            .chain(&names.hypotheses)
            .cloned()
            .chain(Function::ALL.iter().map(|function| function.code().to_owned()))
            .collect();
        for search in &self.study.searches {
            self.refer(&search.at, "concerns", &search.concerns, &known);
        }
    }

    fn events(&mut self) {
        let charts: BTreeSet<String> =
            self.study.head.charts.iter().map(|chart| chart.id.0.clone()).collect();
        for event in &self.study.events {
            let at = &event.at;
            self.refer(at, "charts", &event.charts, &charts);
            let end = event.end.unwrap_or(event.start);
            self.years(at, "start, end", (event.start.year, end.year));
            if event.start.first_day() > end.last_day() {
                self.problems.push(
                    Diagnostic::error("dates-out-of-order", &at.file, at.line)
                        .with("found", format!("{} > {end}", event.start)),
                );
            }
        }
    }
}
