//! What was seen of one direction of a flow: which rows count, and what they add up to.

use std::collections::BTreeMap;

use daryn_indicators::shares::Shares;
use daryn_model::Study;
use daryn_model::record::{Decimal, Id};
use daryn_model::records::*;

use crate::series;

/// Code of the world as a partner: the total of a source.
const WORLD: &str = "W";

/// One direction: a row a partner, the total of the source, and what was published otherwise.
#[derive(Debug, Clone)]
pub struct Direction<'a> {
    /// The row of each partner, the largest first; those of equal size in the order of the table.
    pub partners: Vec<&'a Observation>,
    /// Rows of other releases; they are named beside the result and never enter it.
    pub releases: Vec<&'a Observation>,
    /// The total that the source gives for the same definition, release and period.
    pub total: Option<&'a Observation>,
}

/// Rows of partners that a direction of a flow means, of every release.
///
/// A row counts if it has a value, is a figure and no aim, is in no doubt, is about the period
/// and between the country and a single partner. Figures that were derived from others count and
/// are marked. Groups of countries are no partners: they hold the others.
pub fn rows<'a>(study: &'a Study, flow: &Flow, names: &[Id]) -> Vec<&'a Observation> {
    let group = |code: &Id| study.areas.iter().any(|area| area.code == *code && area.aggregate);
    let partner = |row: &Observation| {
        row.partner_area
            .as_ref()
            .is_some_and(|code| code.0 != WORLD && *code != study.head.country && !group(code))
    };
    // An indicator means its totals; a breakdown is meant only by the name of its series.
    let meant = |row: &Observation| {
        names.contains(&row.series) || names.contains(&row.indicator) && undivided(row)
    };
    study
        .observations
        .iter()
        .filter(|row| of_period(study, flow, row) && partner(row) && meant(row))
        .collect()
}

/// What was seen of a direction; `None` of none.
///
/// Where a period was published more than once, the release that stands last in the table is
/// used, for every partner and for the total: two releases are never mixed.
pub fn direction<'a>(study: &'a Study, flow: &Flow, names: &[Id]) -> Option<Direction<'a>> {
    let all = rows(study, flow, names);
    let last = *all.last()?;
    let mut used: BTreeMap<&Id, &Observation> = BTreeMap::new();
    let mut releases = Vec::new();
    for row in all {
        let key = row.partner_area.as_ref();
        match key {
            Some(partner) if row.vintage == last.vintage && alike(row, last) => {
                used.insert(partner, row);
            }
            _ => releases.push(row),
        }
    }
    let mut partners: Vec<&Observation> = used.into_values().collect();
    partners.sort_by_key(|row| row.at.line);
    partners.sort_by(|a, b| value(b).total_cmp(&value(a)));
    let total = study.observations.iter().rfind(|row| {
        of_period(study, flow, row)
            && row.partner_area.as_ref().is_none_or(|code| code.0 == WORLD)
            && row.vintage == last.vintage
            && alike(row, last)
    });
    Some(Direction { partners, releases, total })
}

/// The first field in which two rows count different things; rows that differ in none may be added.
pub fn difference(a: &Observation, b: &Observation) -> Option<&'static str> {
    let fields = [
        ("indicator", a.indicator == b.indicator),
        ("unit", a.unit == b.unit),
        ("definition", a.definition == b.definition),
        ("source", a.source == b.source),
        ("sex", group(&a.sex) == group(&b.sex)),
        ("age", group(&a.age) == group(&b.age)),
        ("education", group(&a.education) == group(&b.education)),
    ];
    fields.into_iter().find(|(_, same)| !same).map(|(field, _)| field)
}

fn alike(a: &Observation, b: &Observation) -> bool {
    difference(a, b).is_none()
}

/// A group of people; all of them if none is named.
fn group(code: &Option<String>) -> &str {
    code.as_deref().unwrap_or("_T")
}

fn undivided(row: &Observation) -> bool {
    [&row.sex, &row.age, &row.education].into_iter().all(|code| group(code) == "_T")
}

fn of_period(study: &Study, flow: &Flow, row: &Observation) -> bool {
    row.ref_area == study.head.country
        && row.time_period == flow.period
        && row.obs_value.is_some()
        && !row.doubtful
        && row.kind != FigureKind::Target
        && row.status != Some(ObsStatus::Missing)
}

/// The value of a row that [`rows`] gave.
pub(super) fn value(row: &Observation) -> f64 {
    row.obs_value.as_ref().map_or(0.0, |number| number.value)
}

impl<'a> Direction<'a> {
    /// The row of a partner.
    pub fn of(&self, partner: &Id) -> Option<&'a Observation> {
        self.partners.iter().find(|row| row.partner_area.as_ref() == Some(partner)).copied()
    }

    /// The partners seen and the total, as parts of a whole.
    pub fn shares(&self) -> Shares {
        let total = self.total.and_then(|row| row.obs_value.as_ref()).map(|number| number.value);
        Shares::new(self.partners.iter().map(|row| value(row)), total)
    }

    /// Sum of the partners seen.
    pub fn sum(&self) -> Decimal {
        Decimal::rounded(self.shares().sum(), self.decimals())
    }

    /// The total of the source minus the partners seen; `None` where there is no total, below zero
    /// where the source does not add up.
    pub fn rest(&self) -> Option<Decimal> {
        Some(Decimal::rounded(self.shares().rest()?, self.decimals()))
    }

    /// The total of the source, unless the partners seen are more than it.
    pub fn whole(&self) -> Option<&'a Decimal> {
        let total = self.total?.obs_value.as_ref()?;
        self.rest().is_some_and(|rest| rest.value >= 0.0).then_some(total)
    }

    /// Decimals of the row that is written most exactly.
    fn decimals(&self) -> usize {
        let numbers = self.partners.iter().chain(&self.total).filter_map(|r| r.obs_value.as_ref());
        numbers.map(series::decimals).max().unwrap_or(0).min(6)
    }
}
