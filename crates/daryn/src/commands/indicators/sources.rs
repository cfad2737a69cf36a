//! `daryn indicators sources`: one quantity from all its sources, side by side.

use clap::{ArgMatches, Command};
use daryn_indicators::choice::{self, Assertion, Comparison};
use daryn_indicators::{Catalogue, PointId, Table, derive, when};
use daryn_model::Arg;
use daryn_report::Speaker;
use daryn_stats::write::Content;
use serde_json::{Value, json};

use super::compute::value;
use super::{area, dir, indicator, own, wanted_area, wanted_indicator};
use crate::Ended;
use crate::arguments::{self, option};
use crate::observations;
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular};

/// Columns of the table.
const COLUMNS: [(&str, Content); 14] = [
    ("indicator", Content::Text),
    ("area", Content::Text),
    ("partner", Content::Text),
    ("period", Content::Text),
    ("source", Content::Text),
    ("code", Content::Text),
    ("counts", Content::Text),
    ("value", Content::Number),
    ("unit", Content::Text),
    ("status", Content::Text),
    ("vintage", Content::Text),
    ("picked", Content::Text),
    ("spread", Content::Number),
    ("support", Content::Text),
];

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn indicators sources DIR --area AREA --indicator ID [--partner AREA] \
                 [--format FORMAT] [--output OUT]";
    let examples = [
        "daryn indicators sources my-study --area KAZ --indicator IN_STUD",
        "daryn indicators sources my-study --area KAZ --indicator RES_MIO --format json",
    ];
    let [format, out] = tabular::options(speaker);
    let partner = option(speaker, "partner", "AREA", "cli-indicators-partner");
    let (area, indicator) = (area(speaker).required(true), indicator(speaker).required(true));
    own(speaker, "sources", usage, &examples, [dir(speaker), area, indicator, partner, format, out])
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let form = Form::of(matches, "csv", [])?;
    let read = observations::read(&arguments::path(matches, "dir"), output.speaker.lang)?;
    output.problems(Stream::Talk, &read.problems);
    let (catalogue, mut table) = (read.catalogue, read.table);
    let index = derive::derive(&catalogue, &mut table);
    let name = arguments::text(matches, "indicator").unwrap_or_default();
    let id = wanted_indicator(name, &catalogue, &table)?;
    let area = wanted_area(matches, &table, output)?;
    let partner = match arguments::text(matches, "partner") {
        None => "W".to_owned(),
        Some(text) => super::area_code(text)?,
    };
    let found = area.zip(table.known(&partner)).zip(table.known(&id)).and_then(
        |((area, partner), indicator)| {
            choice::compare(&catalogue, &table, &index, (indicator, area, partner))
        },
    );
    let mut told = Tabular::new(&output.speaker, "indicators", &COLUMNS);
    if let Some(found) = &found {
        fill(&mut told, found, &catalogue, &table, output);
        talk(found, &catalogue, &table, output);
    } else if area.is_some() {
        let code = arguments::text(matches, "area").unwrap_or_default();
        output.say("indicators-no-figures", &[("area", Arg::plain(code))]);
    }
    let whole = || {
        found.as_ref().map_or_else(
            || json!({ "indicator": id, "sides": [], "periods": [] }),
            |found| of(found, &id, &catalogue, &table),
        )
    };
    told.give(&form, &output.speaker.word("indicators-title"), whole, output)?;
    Ok(Ended::Well)
}

fn fill(
    told: &mut Tabular,
    found: &Comparison,
    catalogue: &Catalogue,
    table: &Table,
    output: &Output,
) {
    for row in &found.periods {
        for (number, seen) in row.values.iter().enumerate() {
            let Some((_, id)) = seen else { continue };
            let series = &table.series[id.0 as usize];
            let text = |word| Cell::Text(table.text(word).to_owned());
            let counts = catalogue.text("count", table.text(series.counts));
            let (value, unit) = value(catalogue, table, *id);
            told.push(vec![
                text(series.indicator),
                text(series.area),
                text(series.partner),
                Cell::Text(when(row.period)),
                text(series.source),
                text(series.code),
                counts.map_or_else(
                    || text(series.definition),
                    |text| Cell::Text(output.speaker.text(text)),
                ),
                value,
                Cell::Text(unit),
                Cell::Text(table.status(*id)),
                Cell::Text(table.vintage(*id)),
                Cell::Text(if number == 0 { "yes" } else { "no" }.to_owned()),
                Cell::from(row.spread.map(|spread| spread * 100.0)),
                Cell::Text(table.support(*id)),
            ]);
        }
    }
}

/// Which source is picked and why, and what would be said otherwise.
fn talk(found: &Comparison, catalogue: &Catalogue, table: &Table, output: &Output) {
    let Some(first) = found.sides.first() else { return };
    let source = Arg::plain(table.text(first.source));
    let reason = output.speaker.word(&format!("indicators-reason-{}", found.reason.code()));
    output.say("indicators-picked", &[("source", source), ("reason", Arg::plain(&reason))]);
    let mut later: Vec<&str> = Vec::new();
    for (side, _) in found.later_in_doubt(table) {
        let name = table.text(found.sides[side].source);
        if !later.contains(&name) {
            later.push(name);
        }
    }
    if !later.is_empty() {
        output.say("indicators-later-in-doubt", &[("sources", Arg::plain(&later.join(", ")))]);
    }
    let shown = |id: PointId| output.speaker.numerals(&number(catalogue, table, id));
    for (number, assertion) in &found.assertions {
        let source = |side: &choice::Side| Arg::plain(table.text(side.source));
        let pair = [("first", source(first)), ("other", source(&found.sides[*number]))];
        let text = |text: String| Arg::plain(&text);
        match assertion {
            Assertion::Direction { from, to, first, other } => output.say(
                "indicators-direction",
                &[
                    pair[0].clone(),
                    pair[1].clone(),
                    ("from", text(when(*from))),
                    ("to", text(when(*to))),
                    ("one", text(format!("{} → {}", shown(first.0), shown(first.1)))),
                    ("two", text(format!("{} → {}", shown(other.0), shown(other.1)))),
                ],
            ),
            Assertion::Sign { period, points } => output.say(
                "indicators-sign",
                &[
                    pair[0].clone(),
                    pair[1].clone(),
                    ("period", text(when(*period))),
                    ("one", text(shown(points.0))),
                    ("two", text(shown(points.1))),
                ],
            ),
        }
    }
}

fn number(catalogue: &Catalogue, table: &Table, id: PointId) -> String {
    match value(catalogue, table, id).0 {
        Cell::Digits(digits) => digits,
        _ => String::new(),
    }
}

/// The comparison for programs.
fn of(found: &Comparison, id: &str, catalogue: &Catalogue, table: &Table) -> Value {
    let sides: Vec<Value> = found
        .sides
        .iter()
        .enumerate()
        .map(|(number, side)| {
            let counts = catalogue.text("count", table.text(side.counts));
            json!({
                "source": table.text(side.source),
                "code": table.text(side.code),
                "counts": counts.map(|text| text.iter().map(|(lang, text)| (lang.code(), text)).collect::<std::collections::BTreeMap<_, _>>()),
                "definition": table.text(side.definition),
                "computed": table.series[side.series[0] as usize].is_computed,
                "picked": number == 0,
            })
        })
        .collect();
    let periods: Vec<Value> = found
        .periods
        .iter()
        .map(|row| {
            let values: Vec<Value> = row
                .values
                .iter()
                .map(|seen| match seen {
                    Some((value, id)) => json!({ "value": value, "support": table.support(*id) }),
                    None => Value::Null,
                })
                .collect();
            // In percent, as in the table.
            let spread = row.spread.map(|spread| spread * 100.0);
            json!({ "period": when(row.period), "values": values, "spread": spread })
        })
        .collect();
    let assertions: Vec<Value> = found
        .assertions
        .iter()
        .map(|(side, assertion)| match assertion {
            Assertion::Direction { from, to, .. } => json!({
                "side": side, "kind": "direction", "from": when(*from), "to": when(*to),
            }),
            Assertion::Sign { period, .. } => {
                json!({ "side": side, "kind": "sign", "period": when(*period) })
            }
        })
        .collect();
    json!({
        "indicator": id,
        "reason": found.reason.code(),
        "sides": sides,
        "periods": periods,
        "assertions": assertions,
    })
}
