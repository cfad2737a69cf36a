//! `daryn indicators compute`: observed and computed values of indicators, each with its source and
//! the places on which it rests.

use clap::{ArgMatches, Command};
use daryn_indicators::{Catalogue, PointId, Series, Table, derive, index, when};
use daryn_report::Speaker;
use daryn_stats::codes::unit::shift;
use daryn_stats::number::{self as literals, DecimalMark, Meaning};
use daryn_stats::write::Content;
use serde_json::json;

use super::{area, dir, indicator, own, wanted_area, wanted_indicator};
use crate::Ended;
use crate::arguments;
use crate::observations;
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular, number};

/// Columns of the table; promised to other programs.
const COLUMNS: [(&str, Content); 10] = [
    ("indicator", Content::Text),
    ("area", Content::Text),
    ("partner", Content::Text),
    ("period", Content::Text),
    ("value", Content::Number),
    ("unit", Content::Text),
    ("status", Content::Text),
    ("source", Content::Text),
    ("vintage", Content::Text),
    ("support", Content::Text),
];

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn indicators compute DIR [--area AREA] [--indicator ID] [--format FORMAT] \
                 [--output OUT]";
    let examples = [
        "daryn indicators compute my-study --area KAZ --format csv",
        "daryn indicators compute figures --area KAZ --indicator SCH_OUT_R",
    ];
    let [format, out] = tabular::options(speaker);
    let arguments = [dir(speaker), area(speaker), indicator(speaker), format, out];
    own(speaker, "compute", usage, &examples, arguments)
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let form = Form::of(matches, "csv", [])?;
    let read = observations::read(&arguments::path(matches, "dir"), output.speaker.lang)?;
    output.problems(Stream::Talk, &read.problems);
    let (catalogue, mut table) = (read.catalogue, read.table);
    derive::derive(&catalogue, &mut table);
    let wanted = arguments::text(matches, "indicator")
        .map(|name| wanted_indicator(name, &catalogue, &table))
        .transpose()?;
    let area = wanted_area(matches, &table, output)?;
    let is_all = arguments::text(matches, "area").is_none();
    let mut rows: Vec<(Key, PointId)> = Vec::new();
    for (number, series) in (0..).zip(&table.series) {
        let id = table.text(series.indicator);
        let is_area = is_all || area == Some(series.area);
        if series.is_aim || !is_area || wanted.as_deref().is_some_and(|wanted| wanted != id) {
            continue;
        }
        let place = catalogue.place(id).unwrap_or(usize::MAX);
        for (at, point) in (0..).zip(&series.points) {
            let key = (
                (place, name(&table, series)),
                table.text(series.area).to_owned(),
                table.text(series.partner).to_owned(),
                point.period.days(),
                when(point.period),
            );
            rows.push((key, (number, at)));
        }
    }
    // What came first of one key stays first.
    rows.sort();
    let mut told = Tabular::new(&output.speaker, "indicators", &COLUMNS);
    for (((_, name), area, partner, _, period), id) in rows {
        let series = &table.series[id.0 as usize];
        let (value, unit) = value(&catalogue, &table, id);
        told.push(vec![
            Cell::Text(name),
            Cell::Text(area),
            Cell::Text(partner),
            Cell::Text(period),
            value,
            Cell::Text(unit),
            Cell::Text(table.status(id)),
            Cell::Text(table.text(series.source).to_owned()),
            Cell::Text(table.vintage(id)),
            Cell::Text(table.support(id)),
        ]);
    }
    let title = output.speaker.word("indicators-title");
    told.give(&form, &title, || json!({ "values": told.values() }), output)?;
    Ok(Ended::Well)
}

/// What rows are sorted by: indicator, area, partner, period.
type Key = ((usize, String), String, String, (i64, i64), String);

/// The indicator, with the part of people where it is not all of them.
fn name(table: &Table, series: &Series) -> String {
    let (id, part) = (table.text(series.indicator), table.part(series));
    if part.is_empty() { id.to_owned() } else { format!("{id}:{part}") }
}

/// A value in the unit of its indicator, with the digits of the source, and the unit.
pub(super) fn value(catalogue: &Catalogue, table: &Table, id: PointId) -> (Cell, String) {
    let (series, point) = (&table.series[id.0 as usize], table.point(id));
    let of_series = table.text(series.unit).to_owned();
    let Some(found) = point.value else { return (Cell::Missing, of_series) };
    let own = index::unit(catalogue, table, id.0);
    let indicator = catalogue.get(table.text(series.indicator));
    let wanted = indicator.and_then(|one| catalogue.unit_of(&one.id.0));
    let (unit, places, in_unit) = match (own, wanted, indicator) {
        (Some(own), Some(wanted), Some(one)) if own.fits(wanted) => {
            (one.unit.0.clone(), own.scale - wanted.scale, wanted.of_base(own.to_base(found)))
        }
        _ => (of_series, 0, found),
    };
    (Cell::Digits(digits(&point.literal, places, in_unit)), unit)
}

/// The digits of a literal with its mark moved by so many places; where it has none, or has them
/// as no program reads them (`1,234`), those of the value.
fn digits(literal: &str, places: i32, value: f64) -> String {
    let read = |literal: &str| match literals::read(literal, Some(DecimalMark::Point)).meaning {
        Meaning::Number(found) => shift(&found.plain(), places),
        _ => None,
    };
    shift(literal, places).or_else(|| read(literal)).unwrap_or_else(|| number(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_always_a_number_in_the_unit_that_is_told() {
        assert_eq!(digits("0.0095", 3, 9.5), "9.5");
        assert_eq!(digits("9.5e-3", 3, 9.5), "9.5");
        assert_eq!(digits("-5.7504458e-05", 3, -0.057_504_458), "-0.057504458");
        assert_eq!(digits("1,234", 0, 1234.0), "1234");
        assert_eq!(digits("1 234.50", 0, 1234.5), "1234.50");
        assert_eq!(digits("1,234", 3, 1_234_000.0), "1234000");
        // What was computed has no literal.
        assert_eq!(digits("", 0, 10.5), "10.5");
        // What cannot be shifted is told as the value that was computed with.
        assert_eq!(digits("12*", 3, 12_000.0), "12000");
    }
}
