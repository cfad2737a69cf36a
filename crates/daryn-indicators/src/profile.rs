//! What one page tells of a country: the latest figures of the catalogue with their trend and with
//! comparators, partners, parts, and what is missing.

use std::collections::BTreeMap;

use daryn_stats::codes::TimePeriod;
use daryn_stats::codes::period::Kind as Time;

use crate::catalogue::Catalogue;
use crate::choice::{self, Reason, Side};
use crate::index::{self, Index, Value};
use crate::partners::{self, Partners};
use crate::table::{PointId, SeriesId, Status, Table, Word};

/// Fewest years of which a trend is told.
const YEARS: usize = 3;

/// A page about a country.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The country.
    pub area: Word,
    /// Countries beside it, in the order in which they were asked for.
    pub comparators: Vec<Word>,
    /// Indicators with figures for the country, in the order of the catalogue.
    pub entries: Vec<Entry>,
    /// Indicators of which all figures for the country are in doubt.
    pub doubtful: Vec<InDoubt>,
    /// Places in the catalogue of indicators without any figure for the country.
    pub missing: Vec<usize>,
    /// Partners by indicator.
    pub partners: Vec<(Word, Partners)>,
    /// Parts of people by indicator: fields, levels, sexes.
    pub parts: Vec<Parts>,
}

/// A figure that is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    /// Its period.
    pub period: TimePeriod,
    /// In the unit of the indicator.
    pub value: f64,
    /// Its point.
    pub id: PointId,
    /// Its status.
    pub status: Status,
}

/// An indicator of which all figures are in doubt.
#[derive(Debug, Clone, PartialEq)]
pub struct InDoubt {
    /// Its place in the catalogue.
    pub place: usize,
    /// The source: the one that the rule picks, or that with the latest figure of a part.
    pub source: Word,
    /// The part of people, as `education=HIGHER`; empty for all.
    pub part: String,
    /// Figures by period.
    pub values: Vec<Shown>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its place in the catalogue.
    pub place: usize,
    /// Figures of the source that the rule picks, by period: whole years where there are any.
    pub values: Vec<Shown>,
    /// Figures of the same source for periods of the same sort that are in doubt: no results, and
    /// not passed over in silence.
    pub in_doubt: Vec<Shown>,
    /// The source.
    pub source: Word,
    /// Why it was picked.
    pub reason: Reason,
    /// How many sources have figures.
    pub sources: usize,
    /// Largest spread between sources in a period, as a share.
    pub spread: Option<f64>,
    /// Latest figures of the comparators: of the source and definition of the country where they
    /// have any, else of the source that the rule picks for them.
    pub beside: Vec<Option<Shown>>,
}

/// Parts of one indicator in its latest period.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// The indicator.
    pub indicator: Word,
    /// The source.
    pub source: Word,
    /// Parts, the largest first: their name as `education=HIGHER`, and the figure.
    pub parts: Vec<(String, Shown)>,
}

impl Entry {
    /// The latest figure.
    pub fn latest(&self) -> Option<&Shown> {
        self.values.last()
    }

    /// The first and the last figure of at least three years of the same sort.
    pub fn trend(&self) -> Option<(&Shown, &Shown)> {
        match (self.values.first(), self.values.last()) {
            (Some(first), Some(last)) if self.values.len() >= YEARS => Some((first, last)),
            _ => None,
        }
    }
}

/// Looks up everything for a page.
pub fn profile(
    catalogue: &Catalogue,
    table: &Table,
    index: &Index,
    area: Word,
    comparators: &[Word],
) -> Profile {
    let whole = Word::WORLD;
    let (mut entries, mut doubtful, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    let parts = parts(catalogue, table, area);
    let partners = all_partners(catalogue, table, index, area);
    for (place, indicator) in catalogue.indicators.iter().enumerate() {
        let word = table.known(&indicator.id.0);
        let found = word.and_then(|word| {
            let comparison = choice::compare(catalogue, table, index, (word, area, whole))?;
            let first = comparison.sides.first()?;
            let (values, in_doubt) = shown(catalogue, table, word, &first.series);
            let sources: std::collections::BTreeSet<Word> =
                comparison.sides.iter().map(|side| side.source).collect();
            let beside = comparators
                .iter()
                .map(|other| {
                    let series = index.series(word, *other, whole);
                    let sides = choice::sides(catalogue, table, series);
                    // What the country is counted by stands before what the rule would pick.
                    let same = sides.iter().find(|side| is_alike(table, side, first));
                    let side = same.or(sides.first())?;
                    shown(catalogue, table, word, &side.series).0.last().copied()
                })
                .collect();
            let spreads = comparison.periods.iter().filter_map(|row| row.spread);
            (!values.is_empty()).then(|| Entry {
                place,
                values,
                in_doubt,
                source: first.source,
                reason: comparison.reason,
                sources: sources.len(),
                spread: spreads.max_by(f64::total_cmp),
                beside,
            })
        });
        let has_parts = word.is_some_and(|word| parts.iter().any(|one| one.indicator == word));
        let in_doubt = || only_in_doubt(catalogue, table, index, (place, word?, area));
        let has_partners = word.is_some_and(|word| partners.iter().any(|(own, _)| *own == word));
        match found {
            Some(entry) => entries.push(entry),
            None if has_parts => {}
            None => match in_doubt() {
                Some(found) => doubtful.push(found),
                None if has_partners => {}
                None => missing.push(place),
            },
        }
    }
    let has_entry = |word: Word| {
        entries.iter().any(|entry| catalogue.indicators[entry.place].id.0 == table.text(word))
    };
    let is_shown = |(word, found): &(Word, Partners)| found.partners.len() > 1 || !has_entry(*word);
    let partners = partners.into_iter().filter(is_shown).collect();
    Profile { area, comparators: comparators.to_vec(), entries, doubtful, missing, partners, parts }
}

/// Partners of all indicators that have any.
fn all_partners(
    catalogue: &Catalogue,
    table: &Table,
    index: &Index,
    area: Word,
) -> Vec<(Word, Partners)> {
    let words = catalogue.indicators.iter().filter_map(|one| table.known(&one.id.0));
    words
        .filter_map(|word| Some((word, partners::partners(catalogue, table, index, word, area)?)))
        .collect()
}

/// Figures in doubt of an indicator that has no others: those of the source that the rule picks,
/// or, where only parts of people have figures, of the part with the latest one.
fn only_in_doubt(
    catalogue: &Catalogue,
    table: &Table,
    index: &Index,
    (place, word, area): (usize, Word, Word),
) -> Option<InDoubt> {
    let sides = choice::sides(catalogue, table, index.series(word, area, Word::WORLD));
    for side in sides {
        let (_, values) = shown(catalogue, table, word, &side.series);
        if !values.is_empty() {
            return Some(InDoubt { place, source: side.source, part: String::new(), values });
        }
    }
    let mut found: Option<InDoubt> = None;
    for (number, series) in (0..).zip(&table.series) {
        let is_own = (series.indicator, series.area, series.partner) == (word, area, Word::WORLD);
        if !is_own || series.is_aim || table.is_total(series) {
            continue;
        }
        let (_, values) = shown(catalogue, table, word, &[number]);
        let last = |values: &[Shown]| values.last().map(|one| one.period.days().1);
        if last(&values) > found.as_ref().and_then(|found| last(&found.values)) {
            let part = table.part(series);
            found = Some(InDoubt { place, source: series.source, part, values });
        }
    }
    found
}

/// Whether figures of two sides have one source, code and definition.
fn is_alike(table: &Table, one: &Side, other: &Side) -> bool {
    let key = |side: &Side| {
        let is_computed = table.series[side.series[0] as usize].is_computed;
        (side.source, side.code, side.definition, is_computed)
    };
    key(one) == key(other)
}

/// Values of one side in the unit of the indicator, and apart from them those in doubt, which are
/// no results: whole years where there are any, else all periods.
fn shown(
    catalogue: &Catalogue,
    table: &Table,
    indicator: Word,
    series: &[SeriesId],
) -> (Vec<Shown>, Vec<Shown>) {
    let wanted = catalogue.unit_of(table.text(indicator));
    let values = index::merged(catalogue, table, series, wanted);
    let is_clear = |value: &Value| value.status < Status::Doubtful;
    let is_year = |value: &Value| matches!(value.period.kind(), Time::Year | Time::Academic);
    let has_clear_years = values.iter().any(|value| is_clear(value) && is_year(value));
    let has_clear = values.iter().any(is_clear);
    let has_years = if has_clear { has_clear_years } else { values.iter().any(is_year) };
    let shown = |value: &Value| Shown {
        period: value.period,
        value: wanted.map_or(value.base, |unit| unit.of_base(value.base)),
        id: value.id,
        status: value.status,
    };
    let (clear, in_doubt): (Vec<&Value>, Vec<&Value>) = values
        .iter()
        .filter(|value| !has_years || is_year(value))
        .partition(|value| is_clear(value));
    (clear.into_iter().map(shown).collect(), in_doubt.into_iter().map(shown).collect())
}

/// Parts of people of the latest period, each indicator from the source with most parts.
fn parts(catalogue: &Catalogue, table: &Table, area: Word) -> Vec<Parts> {
    let mut found: BTreeMap<(Word, TimePeriod, Word), BTreeMap<String, Vec<SeriesId>>> =
        BTreeMap::new();
    let whole = Word::WORLD;
    for (number, series) in (0..).zip(&table.series) {
        let is_part = !table.is_total(series) && !series.is_aim;
        if series.area != area || series.partner != whole || !is_part {
            continue;
        }
        let part = table.part(series);
        for point in series.points.iter().filter(|point| point.value.is_some()) {
            let key = (series.indicator, point.period, series.source);
            found.entry(key).or_default().entry(part.clone()).or_default().push(number);
        }
    }
    let mut best: BTreeMap<Word, (i64, usize, TimePeriod, Word)> = BTreeMap::new();
    for ((indicator, period, source), parts) in &found {
        let own = (period.days().1, parts.len(), *period, *source);
        let known = best.entry(*indicator).or_insert(own);
        // More parts tell more than a later period with one.
        if parts.len() > 1 && (own.0, own.1) > (known.0, known.1) || known.1 < 2 {
            *known = own;
        }
    }
    best.into_iter()
        .filter_map(|(indicator, (_, _, period, source))| {
            catalogue.get(table.text(indicator))?;
            let mut parts: Vec<(String, Shown)> = found
                .get(&(indicator, period, source))?
                .iter()
                .filter_map(|(part, series)| {
                    let (values, _) = shown(catalogue, table, indicator, series);
                    let value = values.iter().find(|value| value.period == period)?;
                    Some((part.clone(), *value))
                })
                .collect();
            parts.sort_by(|a, b| b.1.value.total_cmp(&a.1.value).then_with(|| a.0.cmp(&b.0)));
            (!parts.is_empty()).then_some(Parts { indicator, source, parts })
        })
        .collect()
}
