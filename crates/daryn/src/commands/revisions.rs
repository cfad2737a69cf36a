//! `daryn revisions`: what a newer release of a table changed.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{ArgAction, ArgMatches, Command, value_parser};
use daryn_model::Arg;
use daryn_report::Speaker;
use daryn_source::revisions::{self, Areas, Columns, Comparison, Fate, Revision, Revisions};
use daryn_study::Disk;
use daryn_study::world::World;

use crate::Ended;
use crate::arguments::{self, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;

/// How many changes are told one by one.
const TOLD: usize = 20;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn revisions OLD NEW --key A,B --value V [OPTIONS]";
    let examples = [
        "daryn revisions old.csv new.csv --key area,year --value value",
        "daryn revisions old.csv.gz new.csv.gz --key iso3,year --old-key m49,year --value value --areas iso3 --old-where series=GB_XPD_RSDV",
    ];
    let file = |id: &'static str, value: &'static str, text: &str| {
        positional(speaker, id, value, text).required(true).value_parser(value_parser!(PathBuf))
    };
    let many = |id: &'static str, value: &'static str, text: &str| {
        option(speaker, id, value, text).action(ArgAction::Append)
    };
    subcommand(
        speaker,
        "revisions",
        usage,
        &examples,
        [
            file("old", "OLD", "cli-revisions-old"),
            file("new", "NEW", "cli-revisions-new"),
            option(speaker, "key", "A,B", "cli-revisions-key").required(true).value_delimiter(','),
            option(speaker, "old-key", "C,D", "cli-revisions-old-key").value_delimiter(','),
            option(speaker, "value", "V", "cli-revisions-value").required(true),
            option(speaker, "old-value", "W", "cli-revisions-old-value"),
            option(speaker, "flag", "F", "cli-revisions-flag"),
            option(speaker, "old-flag", "G", "cli-revisions-old-flag").requires("flag"),
            many("where", "C=X", "cli-revisions-where"),
            many("old-where", "C=X", "cli-revisions-old-where"),
            option(speaker, "areas", "CODES", "cli-revisions-areas")
                .value_parser(["iso3", "iso2", "m49"])
                .hide_possible_values(true),
            option(speaker, "tolerance", "T", "cli-revisions-tolerance")
                .value_parser(value_parser!(f64))
                .allow_negative_numbers(true)
                .default_value("0.005")
                .hide_default_value(true),
            option(speaker, "out", "FILE", "cli-revisions-out")
                .value_parser(value_parser!(PathBuf)),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let (old, new) = (arguments::path(matches, "old"), arguments::path(matches, "new"));
    let comparison = comparison(matches)?;
    let (old_bytes, new_bytes) = (read(&old)?, read(&new)?);
    let names = (old.display().to_string(), new.display().to_string());
    let report = revisions::compare((&names.0, &old_bytes), (&names.1, &new_bytes), &comparison)
        .map_err(Stop::Problems)?;
    if let Some(out) = matches.get_one::<PathBuf>("out") {
        let inputs = [&old, &new].into_iter().any(|input| same(input, out));
        if inputs {
            return Err(Stop::problem("output-is-input", &[("path", &out.display())]));
        }
        let table = report.to_csv(&comparison.new.key).map_err(Stop::Internal)?;
        Disk.write(out, &table).map_err(|error| Stop::write_failed(out, &error))?;
    }
    if output.is_json() {
        output.value(&report);
    } else {
        tell(&report, output);
    }
    Ok(Ended::Well)
}

fn comparison(matches: &ArgMatches) -> Result<Comparison, Stop> {
    let texts = |id: &str| -> Vec<String> {
        matches.get_many::<String>(id).into_iter().flatten().cloned().collect()
    };
    let text = |id: &str| arguments::text(matches, id).map(str::to_owned);
    let wrong = |field: &'static str, found: String, expected: &'static str| {
        Stop::problem(
            "out-of-range",
            &[("field", &field), ("found", &found), ("expected", &expected)],
        )
    };
    let only = |id: &'static str| -> Result<Vec<(String, String)>, Stop> {
        texts(id)
            .into_iter()
            .map(|pair| match pair.split_once('=') {
                Some((column, value)) => Ok((column.to_owned(), value.to_owned())),
                None => Err(wrong(
                    if id == "where" { "--where" } else { "--old-where" },
                    pair,
                    "COLUMN=VALUE",
                )),
            })
            .collect()
    };
    let key = texts("key");
    let old_key = if matches.contains_id("old-key") { texts("old-key") } else { key.clone() };
    if old_key.len() != key.len() {
        return Err(wrong("--old-key", old_key.join(","), "--key A,B --old-key C,D"));
    }
    let tolerance = matches.get_one("tolerance").copied().unwrap_or_default();
    if !(0.0..f64::INFINITY).contains(&tolerance) {
        return Err(wrong("--tolerance", tolerance.to_string(), "≥ 0"));
    }
    let value = text("value").unwrap_or_default();
    let flag = text("flag");
    Ok(Comparison {
        old: Columns {
            key: old_key,
            value: text("old-value").unwrap_or_else(|| value.clone()),
            flag: text("old-flag").or_else(|| flag.clone()),
            only: only("old-where")?,
        },
        new: Columns { key, value, flag, only: only("where")? },
        areas: arguments::text(matches, "areas").and_then(Areas::named),
        tolerance,
    })
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    fs::read(path).map_err(|error| {
        Stop::problem("unreadable-file", &[("found", &path.display()), ("reason", &error)])
    })
}

fn same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// The counts, then the largest changes.
pub(super) fn tell(report: &Revisions, output: &Output) {
    let count = |number: usize| Arg::Count(number as i64);
    let large = report.changed_by_more_than.values().next().copied().unwrap_or_default();
    let counts = [
        ("common", count(report.common)),
        ("added", count(report.added)),
        ("withdrawn", count(report.withdrawn)),
        ("changed", count(report.changed)),
        ("unchanged", count(report.unchanged)),
        ("large", count(large)),
    ];
    output.line(Stream::Data, &output.speaker.say("revisions-counts", &counts));
    if let Some(flags) = report.flag_changed {
        let flags = [("n", count(flags))];
        output.line(Stream::Data, &output.speaker.say("revisions-flags", &flags));
    }
    if report.not_numbers > 0 {
        let texts = [("n", count(report.not_numbers))];
        output.line(Stream::Talk, &output.speaker.say("revisions-texts", &texts));
    }
    if !report.areas_not_joined.is_empty() {
        let codes: Vec<&str> = report.areas_not_joined.keys().map(String::as_str).collect();
        let codes = [("codes", Arg::plain(&codes.join(", ")))];
        output.line(Stream::Talk, &output.speaker.say("revisions-areas", &codes));
    }
    let mut changed: Vec<&Revision> =
        report.revisions.iter().filter(|row| row.fate == Fate::Changed).collect();
    let size = |row: &Revision| row.relative.map_or(f64::INFINITY, f64::abs);
    changed.sort_by(|a, b| size(b).total_cmp(&size(a)));
    for row in changed.iter().take(TOLD) {
        let share =
            row.relative.map_or(String::new(), |share| format!(" ({:+.1} %)", 100.0 * share));
        let value = |text: &Option<String>| text.clone().unwrap_or_default();
        let line =
            format!("{}: {} → {}{share}", row.key.join(", "), value(&row.old), value(&row.new));
        output.line(Stream::Data, &line);
    }
    if changed.len() > TOLD {
        let more = [("n", count(changed.len() - TOLD))];
        output.line(Stream::Data, &output.speaker.say("revisions-more", &more));
    }
}
