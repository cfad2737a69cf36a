//! What is wrong with an extract as a whole: with its settings, and with all that it took.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::Id;
use daryn_model::records::*;
use daryn_model::{Diagnostic, Period};
use daryn_stats::Role;

use super::{DATAFLOW, Taken, Taking};

/// Names of components that tell a unit, whatever they are to an observation.
const UNITS: [&str; 6] = ["UNIT_MEASURE", "UNIT", "unit", "unit_measure", "CURRENCY", "BASE_PER"];

/// Whether a component tells what is counted: a part of the key, one of which it is not known what
/// it is, or a unit.
pub(super) fn tells_what_is_counted(role: Role, name: &str) -> bool {
    match role {
        Role::Dimension | Role::Unresolved => true,
        _ => role.is_attribute() && UNITS.contains(&name),
    }
}

/// What is wrong with the settings.
pub(super) fn settings(extract: &Extract) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let at = |code: &str| Diagnostic::error(code, &extract.at.file, extract.at.line);
    for (field, number) in [("scale", extract.scale), ("decimals", extract.decimals)] {
        let lowest = if field == "scale" { -20 } else { 0 };
        if let Some(number) = number.filter(|number| !(lowest..=20).contains(number)) {
            let problem = at("out-of-range").with("field", field).with("found", number);
            problems.push(problem.with("expected", format!("{lowest} … 20")));
        }
    }
    let mark = extract.decimal_mark.as_deref();
    if mark.is_some_and(|mark| ![".", ","].contains(&mark)) {
        let problem = at("out-of-range").with("field", "decimal_mark");
        problems.push(problem.with("found", mark.unwrap_or_default()).with("expected", "“.”, “,”"));
    }
    if mark.is_some() && extract.mapping.is_some() {
        let problem = at("extract-of-mapping").with("extract", &extract.id);
        problems.push(problem.with("field", "decimal_mark"));
    }
    let both = [
        ("area", extract.area.is_some(), "ref_area", extract.ref_area.is_some(), true),
        (
            "partner",
            extract.partner.is_some(),
            "partner_area",
            extract.partner_area.is_some(),
            false,
        ),
    ];
    for (one, has_one, other, has_other, is_needed) in both {
        if (has_one && has_other) || (is_needed && !has_one && !has_other) {
            let problem = at("extract-one-of").with("extract", &extract.id);
            problems.push(problem.with("one", one).with("other", other));
        }
    }
    problems
}

/// The remark on an observation: one that names its area goes before one that names none.
pub(super) fn remark(extract: &Extract, period: Period, area: &Id) -> Option<usize> {
    let fits = |remark: &&(usize, &Remark)| remark.1.time_period == period;
    let all: Vec<(usize, &Remark)> = extract.remarks.iter().enumerate().collect();
    let named = all.iter().filter(fits).find(|(_, remark)| remark.ref_area.as_ref() == Some(area));
    let any = all.iter().filter(fits).find(|(_, remark)| remark.ref_area.is_none());
    named.or(any).map(|(number, _)| *number)
}

impl Taking<'_> {
    fn at(&self, code: &str) -> Diagnostic {
        let at = &self.extract.at;
        Diagnostic::error(code, &at.file, at.line).with("extract", &self.extract.id)
    }

    fn hint(&self, code: &str) -> Diagnostic {
        let at = &self.extract.at;
        Diagnostic::warning(code, &at.file, at.line).with("extract", &self.extract.id)
    }

    /// What was taken, and what is wrong with it.
    pub(super) fn end(mut self, is_read: bool) -> (Vec<Observation>, Vec<Diagnostic>) {
        if self.more > 0 {
            self.problems.push(self.at("extract-more").with("n", self.more));
        }
        let mut told = self.names();
        if is_read {
            told.extend(self.components_that_are_not());
        }
        // What stands twice is mixed, too: one of the two is told.
        told.extend(self.several().or_else(|| self.mixed()));
        told.extend(self.multipliers());
        let is_good = self.problems.is_empty() && told.is_empty();
        if is_read && is_good {
            told.extend(self.lacking());
            told.extend(self.said_of_nothing());
            told.extend(self.left_out());
        }
        self.problems.append(&mut told);
        let mut seen = BTreeSet::new();
        let records = self.taken.into_iter().map(|taken| taken.observation);
        (records.filter(|row| seen.insert(row.key())).collect(), self.problems)
    }

    /// Names of series that are none.
    fn names(&self) -> Vec<Diagnostic> {
        let wrong = self.taken.iter().map(|taken| &taken.observation.series);
        let wrong = wrong.filter(|series| !series.is_valid()).take(1);
        wrong.map(|series| self.at("extract-series").with("found", series)).collect()
    }

    /// Components that the extract names and the file does not have.
    fn components_that_are_not(&self) -> Vec<Diagnostic> {
        let extract = self.extract;
        let known: Vec<&str> = self.components.iter().map(String::as_str).collect();
        let named = extract.select.0.keys().map(String::as_str);
        let named = named.chain(extract.area.as_deref()).chain(extract.partner.as_deref());
        let named = named.chain(extract.period.as_deref()).chain(extract.status.as_deref());
        let named = named.chain(extract.value.as_deref());
        let named = named.chain(extract.differ.iter().map(String::as_str));
        named
            .filter(|name| !self.components.contains(*name))
            .filter(|name| *name != DATAFLOW || self.structures.is_empty())
            .map(|name| {
                let problem = self.at("extract-component").with("found", name);
                problem.with("known", known.join(", "))
            })
            .collect()
    }

    /// Observations of the file that the study cannot tell apart.
    fn several(&self) -> Option<Diagnostic> {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (number, taken) in self.taken.iter().enumerate() {
            let key = taken.observation.key();
            let earlier = *first.entry(key.clone()).or_insert(number);
            if earlier != number {
                let parts = difference(&self.taken[earlier].rest, &taken.rest);
                if parts.is_empty() {
                    let lines = [earlier, number].map(|at| self.taken[at].observation.at.line);
                    let problem = self.at("extract-twice").with("found", key);
                    return Some(problem.with("one", lines[0]).with("other", lines[1]));
                }
                let problem = self.at("extract-several").with("found", key);
                return Some(problem.with("parts", parts.join("; ")));
            }
        }
        None
    }

    /// A series in which different things are counted.
    fn mixed(&self) -> Option<Diagnostic> {
        let mut first: BTreeMap<&Id, &Taken> = BTreeMap::new();
        for taken in &self.taken {
            let series = &taken.observation.series;
            let earlier = *first.entry(series).or_insert(taken);
            let parts = difference(&earlier.rest, &taken.rest);
            if !parts.is_empty() {
                let problem = self.at("extract-mixed").with("found", series);
                return Some(problem.with("parts", parts.join("; ")));
            }
        }
        None
    }

    /// Multipliers that the file names: one for all, and the author must know of it.
    fn multipliers(&self) -> Option<Diagnostic> {
        let all: BTreeSet<Option<i32>> = self.taken.iter().map(|taken| taken.multiplier).collect();
        let named: Vec<String> = all
            .iter()
            .map(|one| one.map_or_else(|| "–".to_owned(), |one| one.to_string()))
            .collect();
        if all.len() > 1 {
            return Some(self.at("extract-scales").with("found", named.join(", ")));
        }
        let is_other = all.iter().flatten().any(|multiplier| *multiplier != 0);
        (is_other && self.extract.scale.is_none()).then(|| {
            self.at("extract-scale").with("found", named.join(", ")).with("place", self.name)
        })
    }

    /// Nothing taken, no value taken, or nothing for an area that is named.
    fn lacking(&self) -> Option<Diagnostic> {
        if self.taken.is_empty() {
            let seen: Vec<String> = self
                .seen
                .iter()
                .map(|(name, values)| {
                    let values: Vec<&str> = values.iter().map(String::as_str).collect();
                    format!("{name}: {}", values.join(", "))
                })
                .collect();
            if seen.is_empty() {
                let known: Vec<&str> = self.components.iter().map(String::as_str).collect();
                return Some(self.at("extract-nothing").with("known", known.join(", ")));
            }
            return Some(self.at("extract-empty").with("seen", seen.join("; ")));
        }
        if !self.has_measure {
            let known: Vec<&str> = self.components.iter().map(String::as_str).collect();
            return Some(self.at("extract-measure").with("known", known.join(", ")));
        }
        let has: BTreeSet<&Id> =
            self.taken.iter().map(|taken| &taken.observation.ref_area).collect();
        let wanted = self.extract.areas.iter();
        let lacking: Vec<&str> =
            wanted.filter(|area| !has.contains(area)).map(|area| area.0.as_str()).collect();
        (!lacking.is_empty()).then(|| self.at("extract-areas").with("found", lacking.join(", ")))
    }

    /// Remarks and breaks of the author that concern nothing that was taken.
    fn said_of_nothing(&self) -> Vec<Diagnostic> {
        let used: BTreeSet<usize> = self.taken.iter().filter_map(|taken| taken.remark).collect();
        let remarks = self.extract.remarks.iter().enumerate();
        let unused = remarks.filter(|(number, _)| !used.contains(number)).map(|(_, remark)| {
            let area = remark.ref_area.as_ref().map(|area| format!(", {area}")).unwrap_or_default();
            format!("{}{area}", remark.time_period)
        });
        let years: BTreeSet<i64> = self
            .taken
            .iter()
            .map(|taken| i64::from(taken.observation.time_period.years().0))
            .collect();
        let breaks = self.extract.breaks.iter().filter(|year| !years.contains(year));
        unused
            .chain(breaks.map(i64::to_string))
            .map(|found| self.at("extract-remark").with("found", found))
            .collect()
    }

    /// What the author should know of: rows that were not taken, statuses that gave way.
    fn left_out(&self) -> Vec<Diagnostic> {
        let mut told = Vec::new();
        if self.deleted > 0 {
            told.push(self.hint("extract-deleted").with("n", self.deleted));
        }
        if !self.unknown.is_empty() && self.extract.areas.is_empty() {
            let names: Vec<&str> = self.unknown.iter().map(String::as_str).collect();
            told.push(self.hint("extract-unknown-areas").with("found", names.join(", ")));
        }
        for taken in self.taken.iter().filter(|taken| taken.replaced.is_some()).take(1) {
            let status = taken.replaced.map_or("", ObsStatus::code);
            let problem = self.hint("extract-break").with("found", taken.observation.key());
            told.push(problem.with("status", status));
        }
        told
    }
}

/// Parts in which two observations differ.
fn difference(one: &[(String, String)], other: &[(String, String)]) -> Vec<String> {
    let of = |parts: &[(String, String)], name: &str| {
        let values = parts.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str());
        values.collect::<Vec<_>>().join(" + ")
    };
    let names: BTreeSet<&str> = one.iter().chain(other).map(|(name, _)| name.as_str()).collect();
    names
        .into_iter()
        .map(|name| (name, of(one, name), of(other, name)))
        .filter(|(_, one, other)| one != other)
        .map(|(name, one, other)| format!("{name}: {one:?}, {other:?}"))
        .collect()
}
