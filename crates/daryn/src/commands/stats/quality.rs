//! `daryn stats quality`: what is wrong with figures, or must be known before they are used.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_indicators::quality::{self, Issue};
use daryn_indicators::{Table, derive};
use daryn_model::Arg;
use daryn_report::Speaker;
use daryn_stats::codes::area;
use daryn_stats::write::Content;
use serde_json::{Value, json};

use super::own;
use crate::Ended;
use crate::arguments::{self, option, positional};
use crate::commands::indicators::{area_code, wanted_indicator};
use crate::observations;
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular};

/// Columns of the table; they are the names in JSON, too, and promised to other programs.
const COLUMNS: [(&str, Content); 6] = [
    ("kind", Content::Text),
    ("indicator", Content::Text),
    ("area", Content::Text),
    ("period", Content::Text),
    ("message", Content::Text),
    ("support", Content::Text),
];

/// Places that are named for one issue; the first ones show it.
const MOST_PLACES: usize = 20;

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn stats quality DIR [--area AREA] [--indicator ID] [--kind KIND] \
                 [--format FORMAT] [--output OUT]";
    let examples = [
        "daryn stats quality my-study --format json",
        "daryn stats quality figures --area KAZ --kind sources-differ",
    ];
    let [format, out] = tabular::options(speaker);
    let kind = option(speaker, "kind", "KIND", "cli-stats-quality-kind")
        .value_parser(quality::Kind::ALL.map(quality::Kind::code))
        .hide_possible_values(true);
    let arguments = [
        positional(speaker, "dir", "DIR", "cli-indicators-dir")
            .value_parser(value_parser!(PathBuf))
            .required(true),
        option(speaker, "area", "AREA", "cli-indicators-area"),
        option(speaker, "indicator", "ID", "cli-indicators-indicator"),
        kind,
        format,
        out,
    ];
    own(speaker, "quality", usage, &examples, arguments)
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let form = Form::of(matches, "csv", [])?;
    let read = observations::read(&arguments::path(matches, "dir"), output.speaker.lang)?;
    output.problems(Stream::Talk, &read.problems);
    let (catalogue, mut table) = (read.catalogue, read.table);
    let index = derive::derive(&catalogue, &mut table);
    let area = arguments::text(matches, "area").map(area_code).transpose()?;
    let indicator = arguments::text(matches, "indicator")
        .map(|name| wanted_indicator(name, &catalogue, &table))
        .transpose()?;
    let kind = arguments::text(matches, "kind");
    let mut issues = quality::check(&catalogue, &table, &index);
    issues.retain(|issue| {
        area.as_ref().is_none_or(|area| *area == issue.area)
            && indicator.as_ref().is_none_or(|id| *id == issue.indicator)
            && kind.is_none_or(|kind| kind == issue.kind.code())
    });
    let mut told = Tabular::new(&output.speaker, "indicators", &COLUMNS);
    for issue in &issues {
        told.push(vec![
            Cell::Text(issue.kind.code().to_owned()),
            Cell::Text(issue.indicator.clone()),
            Cell::Text(issue.area.clone()),
            Cell::Text(issue.period.clone()),
            Cell::Text(message(issue, &output.speaker)),
            Cell::Text(places(issue, &table).join("; ")),
        ]);
    }
    let whole = || {
        let all: Vec<Value> = issues
            .iter()
            .map(|issue| {
                json!({
                    "kind": issue.kind.code(),
                    "indicator": issue.indicator,
                    "area": issue.area,
                    "period": issue.period,
                    "message": message(issue, &output.speaker),
                    "support": places(issue, &table),
                })
            })
            .collect();
        json!({ "issues": all })
    };
    told.give(&form, &output.speaker.word("indicators-quality-title"), whole, output)?;
    Ok(Ended::Well)
}

/// The message of an issue in the language of the user.
fn message(issue: &Issue, speaker: &Speaker) -> String {
    let key = match issue.form {
        "" => format!("quality-{}", issue.kind.code()),
        form => format!("quality-{}-{form}", issue.kind.code()),
    };
    let args: Vec<(&str, Arg)> = issue
        .args
        .iter()
        .map(|(name, text)| match text.parse::<i64>() {
            // Numbers of things have plural forms; values of figures stay as they are written.
            Ok(count) if matches!(*name, "n" | "others" | "without") => (*name, Arg::Count(count)),
            _ if matches!(*name, "former" | "successors") => {
                (*name, Arg::plain(&areas(text, speaker)))
            }
            _ if matches!(*name, "note" | "series" | "definitions") => (*name, Arg::plain(text)),
            _ => (*name, Arg::plain(&speaker.numerals(text))),
        })
        .collect();
    speaker.say(&key, &args)
}

/// Areas in words by their codes, with commas between them.
fn areas(codes: &str, speaker: &Speaker) -> String {
    let name = |code: &str| {
        let former = format!("former-{}", code.to_lowercase());
        if speaker.knows(&former) {
            return speaker.word(&former);
        }
        let found = area::find(code);
        found.and_then(|area| area.name(speaker.lang)).unwrap_or(code).to_owned()
    };
    codes.split(", ").map(name).collect::<Vec<_>>().join(", ")
}

/// The places that show an issue.
fn places(issue: &Issue, table: &Table) -> Vec<String> {
    let mut places: Vec<String> =
        issue.points.iter().take(MOST_PLACES).map(|id| table.support(*id)).collect();
    places.dedup();
    places
}
