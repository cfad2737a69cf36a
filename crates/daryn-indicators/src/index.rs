//! Series by indicator, area and partner, and their values in one scale.

use std::collections::{BTreeMap, BTreeSet};

use daryn_stats::codes::TimePeriod;

use crate::catalogue::Catalogue;
use crate::table::{Place, PointId, SeriesId, Status, Table, Word};
use crate::unit::Unit;

/// A value in the scale 0, with the point that it is of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// The time.
    pub period: TimePeriod,
    /// The value in the scale 0 of its unit.
    pub base: f64,
    /// The point.
    pub id: PointId,
    /// Its status.
    pub status: Status,
}

/// Series that count all people of an area and partner and are no aims, by what they count.
#[derive(Debug, Clone, Default)]
pub struct Index {
    by_indicator: BTreeMap<Word, BTreeMap<Word, BTreeMap<Word, Vec<SeriesId>>>>,
}

impl Index {
    /// Looks through a table.
    pub fn new(table: &Table) -> Index {
        let mut index = Index::default();
        for (number, series) in (0..).zip(&table.series) {
            if table.is_total(series) && !series.is_aim {
                index.add(number, series.indicator, series.area, series.partner);
            }
        }
        index
    }

    pub(crate) fn add(&mut self, number: SeriesId, indicator: Word, area: Word, partner: Word) {
        let areas = self.by_indicator.entry(indicator).or_default();
        areas.entry(area).or_default().entry(partner).or_default().push(number);
    }

    /// Indicators that occur.
    pub fn indicators(&self) -> impl Iterator<Item = Word> {
        self.by_indicator.keys().copied()
    }

    /// Areas for which there are series.
    pub fn areas(&self, indicator: Word) -> impl Iterator<Item = Word> {
        self.by_indicator.get(&indicator).into_iter().flat_map(BTreeMap::keys).copied()
    }

    /// Partners for which there are series.
    pub fn partners(&self, indicator: Word, area: Word) -> impl Iterator<Item = Word> {
        let areas = self.by_indicator.get(&indicator);
        areas.and_then(|areas| areas.get(&area)).into_iter().flat_map(BTreeMap::keys).copied()
    }

    /// The series of an indicator for an area and a partner.
    pub fn series(&self, indicator: Word, area: Word, partner: Word) -> &[SeriesId] {
        let areas = self.by_indicator.get(&indicator);
        let partners = areas.and_then(|areas| areas.get(&area));
        partners.and_then(|partners| partners.get(&partner)).map_or(&[], Vec::as_slice)
    }
}

/// Sources of some series.
pub(crate) fn sources(table: &Table, series: &[SeriesId]) -> BTreeSet<Word> {
    series.iter().map(|number| table.series[*number as usize].source).collect()
}

/// The unit of a series, where the catalogue knows it.
pub fn unit<'c>(catalogue: &'c Catalogue, table: &Table, series: SeriesId) -> Option<&'c Unit> {
    let name = table.text(table.series[series as usize].unit);
    catalogue.units.get(name).map(|(unit, _)| unit)
}

/// Values of series of one source as one sequence. A later release takes the place of an earlier
/// one of the same code and definition, whatever its status; of what is then left of a period the
/// value that is least in doubt, of the latest release, that came last. Series whose unit does not
/// fit are left out.
pub fn merged(
    catalogue: &Catalogue,
    table: &Table,
    series: &[SeriesId],
    wanted: Option<&Unit>,
) -> Vec<Value> {
    let mut values = Vec::new();
    for number in series {
        let own = unit(catalogue, table, *number);
        let fits = match (own, wanted) {
            (Some(own), Some(wanted)) => own.fits(wanted),
            (None, Some(_)) => false,
            _ => true,
        };
        if !fits {
            continue;
        }
        let of = &table.series[*number as usize];
        for (point, seen) in (0..).zip(&of.points) {
            if let Some(value) = seen.value {
                let base = own.map_or(value, |unit| unit.to_base(value));
                let id = (*number, point);
                values.push(Value { period: seen.period, base, id, status: seen.status });
            }
        }
    }
    let vintage = |value: &Value| release(table, value.id.0);
    if series.len() > 1 || !values.is_sorted_by_key(|value| value.period.days()) {
        values.sort_by(|a, b| {
            let key = |value: &Value| (value.period.days(), value.period, doubt(value.status));
            key(a).cmp(&key(b)).then_with(|| vintage(b).cmp(vintage(a))).then(b.id.cmp(&a.id))
        });
        if series.iter().any(|number| release(table, *number) != release(table, series[0])) {
            superseded(table, &mut values);
        }
    } else {
        // Of one series the last one of a period counts.
        values.reverse();
        values.sort_by_key(|value| (value.period.days(), value.period, doubt(value.status)));
    }
    values.dedup_by_key(|value| value.period);
    values
}

/// Leaves out values of which a later release of the same code and definition has another one.
/// Only releases that are named by their date follow each other.
fn superseded(table: &Table, values: &mut Vec<Value>) {
    let key = |value: &Value| {
        let of = &table.series[value.id.0 as usize];
        (value.period, of.code, of.definition, of.is_computed)
    };
    let is_dated = |text: &&str| text.starts_with("19") || text.starts_with("20");
    let mut latest: BTreeMap<_, &str> = BTreeMap::new();
    for value in values.iter() {
        let release = release(table, value.id.0);
        if is_dated(&release) {
            let known = latest.entry(key(value)).or_insert(release);
            *known = (*known).max(release);
        }
    }
    values.retain(|value| {
        let release = release(table, value.id.0);
        let is_last = |latest: &&str| release == *latest;
        !is_dated(&release) || latest.get(&key(value)).is_none_or(is_last)
    });
}

fn release(table: &Table, series: SeriesId) -> &str {
    table.text(table.series[series as usize].vintage)
}

/// Whether a value is one to be used before others of its period.
fn doubt(status: Status) -> u8 {
    match status {
        Status::Derived => 1,
        Status::Doubtful => 2,
        Status::Missing => 3,
        _ => 0,
    }
}

/// The value of a period.
pub fn at(values: &[Value], period: TimePeriod) -> Option<&Value> {
    let key = |period: &TimePeriod| (period.days(), *period);
    let found = values.binary_search_by_key(&key(&period), |value| key(&value.period));
    found.ok().map(|place| &values[place])
}

/// Whether a partner is a single country.
pub(crate) fn is_single(table: &Table, partner: Word) -> bool {
    matches!(table.place(partner), Place::Country | Place::Former)
}
