//! What must hold between a chart or a flow and the observations that it means.

use std::collections::BTreeMap;

use daryn_model::Diagnostic;
use daryn_model::record::Id;
use daryn_model::records::*;
use daryn_policy::effectiveness::flows::direction;

use super::{Checker, Names};
use crate::folder::STUDY;

impl Checker<'_> {
    pub(super) fn charts(&mut self, names: &Names) {
        for chart in &self.study.head.charts {
            self.refer(&chart.at, "indicator", [&chart.indicator], &names.indicators);
            self.refer(&chart.at, "series", &chart.series, &names.series);
            for id in &chart.series {
                let other = self.study.observations.iter().find(|observation| {
                    observation.series == *id && observation.indicator != chart.indicator
                });
                if let Some(other) = other {
                    self.problems.push(
                        Diagnostic::error("mixed-series", STUDY, chart.at.line)
                            .with("found", id)
                            .with("field", "indicator")
                            .with("reason", &other.indicator),
                    );
                }
            }
        }
    }

    pub(super) fn flows(&mut self, names: &Names) {
        let study = self.study;
        for flow in &study.head.flows {
            let sides = [("inward", &flow.inward), ("outward", &flow.outward)];
            if sides.iter().all(|(_, ids)| ids.is_empty()) {
                self.problems.push(
                    Diagnostic::error("missing-parameter", &flow.at.file, flow.at.line)
                        .with("field", "inward | outward")
                        .with("found", &flow.id),
                );
            }
            let mut unit: Option<&Observation> = None;
            for (field, ids) in sides {
                self.named(flow, field, ids, names);
                let rows = direction::rows(study, flow, ids);
                self.alike(flow, field, &rows);
                self.adds_up(flow, field, ids);
                let (Some(own), Some(other)) = (rows.first(), unit) else {
                    unit = unit.or(rows.first().copied());
                    continue;
                };
                // Ribbons of two units would be drawn on one scale.
                if own.unit != other.unit {
                    self.problems.push(
                        Diagnostic::error("wrong-unit", &flow.at.file, flow.at.line)
                            .with("found", &own.unit)
                            .with("expected", &other.unit)
                            .with("indicator", &other.indicator),
                    );
                }
            }
        }
    }

    /// One indicator, or series; each must give a value of the period.
    fn named(&mut self, flow: &Flow, field: &str, ids: &[Id], names: &Names) {
        let study = self.study;
        let (file, line) = (&flow.at.file, flow.at.line);
        if ids.len() > 1
            && let Some(indicator) = ids.iter().find(|id| names.indicators.contains(&id.0))
        {
            self.problems.push(
                Diagnostic::error("flow-not-one", file, line)
                    .with("field", field)
                    .with("found", indicator),
            );
        }
        for id in ids {
            if !names.indicators.contains(&id.0) && !names.series.contains(&id.0) {
                let known = names.indicators.union(&names.series).cloned().collect();
                self.refer(&flow.at, field, [id], &known);
            } else if direction::rows(study, flow, std::slice::from_ref(id)).is_empty() {
                self.problems.push(
                    Diagnostic::error("flow-without-values", file, line)
                        .with("field", field)
                        .with("found", id)
                        .with("period", flow.period),
                );
            }
        }
    }

    /// Rows of one direction count the same thing, each partner once in each release.
    fn alike(&mut self, flow: &Flow, field: &str, rows: &[&Observation]) {
        let mut seen: BTreeMap<(&Option<Id>, &Option<String>), &Observation> = BTreeMap::new();
        for row in rows {
            let mixed = rows.first().and_then(|first| {
                direction::difference(first, row).map(|differs| (differs, *first))
            });
            let twice = seen.insert((&row.partner_area, &row.vintage), row);
            let Some((differs, other)) = mixed.or(twice.map(|other| ("partner_area", other)))
            else {
                continue;
            };
            let place = |row: &Observation| format!("{}:{}", row.at.file, row.at.line);
            self.problems.push(
                Diagnostic::error("flow-mixed", &flow.at.file, flow.at.line)
                    .with("field", field)
                    .with("found", &flow.id)
                    .with("differs", differs)
                    .with("rows", format!("{}, {}", place(other), place(row))),
            );
            // One report a direction: the rest of the rows would differ in the same way.
            return;
        }
    }

    /// Values are counts, and the total of the source is not below what it is the total of.
    fn adds_up(&mut self, flow: &Flow, field: &str, ids: &[Id]) {
        let Some(side) = direction::direction(self.study, flow, ids) else { return };
        for row in side.partners.iter().chain(&side.total) {
            let value = row.obs_value.as_ref().filter(|number| number.value < 0.0);
            if let Some(number) = value {
                self.problems.push(
                    Diagnostic::error("out-of-range", &row.at.file, row.at.line)
                        .with("field", "obs_value")
                        .with("found", &number.literal)
                        .with("expected", "≥ 0"),
                );
            }
        }
        if let (Some(total), None) = (side.total, side.whole()) {
            self.problems.push(
                Diagnostic::warning("flow-total", &total.at.file, total.at.line)
                    .with("field", field)
                    .with("found", &flow.id)
                    .with("total", total.obs_value.as_ref().map_or("", |number| &number.literal))
                    .with("sum", side.sum().literal),
            );
        }
    }
}
