//! Quantities that several indicators count, and the scales of units.

use std::collections::BTreeMap;

use daryn_model::Diagnostic;

use super::{Checker, Names};
use crate::folder::STUDY;

impl Checker<'_> {
    /// A quantity has indicators of one unit, and an indicator has one quantity.
    pub(super) fn same_quantities(&mut self, names: &Names) {
        let study = self.study;
        let groups = &study.head.same_quantities;
        self.unique(groups.iter().map(|row| (&row.id, &row.at)));
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for group in groups {
            let line = group.at.line;
            self.refer(&group.at, "indicators", &group.indicators, &names.indicators);
            // One indicator alone needs a rule of the author, or there is nothing to say of it.
            let fewest = if group.rule.is_empty() { 2 } else { 1 };
            if group.indicators.len() < fewest {
                self.problems.push(
                    Diagnostic::error("out-of-range", STUDY, line)
                        .with("field", "indicators")
                        .with("found", group.indicators.len().to_string())
                        .with("expected", format!("≥ {fewest}")),
                );
            }
            if names.indicators.contains(&group.id.0) && !group.indicators.contains(&group.id) {
                self.problems.push(
                    Diagnostic::error("duplicate-key", STUDY, line).with("reason", &group.id),
                );
            }
            let mut units = group
                .indicators
                .iter()
                .filter_map(|id| study.indicators.iter().find(|row| row.id == *id));
            if let Some(first) = units.next()
                && let Some(other) = units.find(|other| other.unit != first.unit)
            {
                self.problems.push(
                    Diagnostic::error("wrong-unit", STUDY, line)
                        .with("found", &other.unit)
                        .with("indicator", &first.id)
                        .with("expected", &first.unit),
                );
            }
            for id in &group.indicators {
                if let Some(other) = seen.insert(&id.0, &group.id.0) {
                    self.problems.push(
                        Diagnostic::error("duplicate-key", STUDY, line)
                            .with("reason", format!("{id} ({other}, {})", group.id)),
                    );
                }
            }
        }
    }

    /// The ends of a scale stand in their order, and no value lies outside of them.
    pub(super) fn scales(&mut self) {
        for unit in &self.study.units {
            if let (Some(low), Some(high)) = (&unit.low, &unit.high)
                && low.value >= high.value
            {
                self.problems.push(
                    Diagnostic::error("out-of-range", &unit.at.file, unit.at.line)
                        .with("field", "low")
                        .with("found", &low.literal)
                        .with("expected", format!("< {}", high.literal)),
                );
            }
            if unit.low.is_none() && unit.high.is_none() {
                continue;
            }
            for row in self.study.observations.iter().filter(|row| row.unit == unit.id) {
                let Some(value) = &row.obs_value else { continue };
                let below = unit.low.as_ref().filter(|low| value.value < low.value);
                let above = unit.high.as_ref().filter(|high| value.value > high.value);
                let expected = match (below, above) {
                    (Some(low), _) => format!("≥ {}", low.literal),
                    (_, Some(high)) => format!("≤ {}", high.literal),
                    _ => continue,
                };
                self.problems.push(
                    Diagnostic::error("out-of-range", &row.at.file, row.at.line)
                        .with("field", "obs_value")
                        .with("found", &value.literal)
                        .with("expected", expected),
                );
            }
        }
    }
}
