//! `daryn indicators`: the catalogue of indicators, their values, sources side by side, and a page
//! about a country.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use daryn_indicators::{Catalogue, Table, Word};
use daryn_report::Speaker;
use daryn_stats::codes::area::{self, Code};

use crate::Ended;
use crate::arguments::{self, family, nested, option, positional};
use crate::output::{Output, Stream};
use crate::stop::Stop;

mod compute;
mod list;
mod profile;
mod sources;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn indicators list --format json",
        "daryn indicators compute my-study --area KAZ",
        "daryn indicators sources my-study --area KAZ --indicator IN_STUD",
        "daryn indicators profile my-study --area KAZ --output profile.html",
    ];
    let members = [
        list::command(speaker),
        compute::command(speaker),
        sources::command(speaker),
        profile::command(speaker),
    ];
    family(speaker, "indicators", "daryn indicators COMMAND", &examples, members)
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    match matches.subcommand() {
        Some(("list", matches)) => list::run(matches, output),
        Some(("compute", matches)) => compute::run(matches, output),
        Some(("sources", matches)) => sources::run(matches, output),
        Some(("profile", matches)) => profile::run(matches, output),
        Some((other, _)) => Err(Stop::Internal(format!("no such command: indicators {other}"))),
        None => {
            super::help::print(output, Stream::Talk, &["indicators"]);
            Ok(Ended::WithProblem)
        }
    }
}

/// A subcommand of this command.
fn own(
    speaker: &Speaker,
    name: &'static str,
    usage: &'static str,
    examples: &[&str],
    arguments: impl IntoIterator<Item = Arg>,
) -> Command {
    nested(speaker, (name, &format!("cli-indicators-{name}")), usage, examples, arguments)
}

/// The folder that is read.
fn dir(speaker: &Speaker) -> Arg {
    positional(speaker, "dir", "DIR", "cli-indicators-dir")
        .value_parser(value_parser!(PathBuf))
        .required(true)
}

/// The country that is meant.
fn area(speaker: &Speaker) -> Arg {
    option(speaker, "area", "AREA", "cli-indicators-area")
}

/// The indicator that is meant.
fn indicator(speaker: &Speaker) -> Arg {
    option(speaker, "indicator", "ID", "cli-indicators-indicator")
}

/// The code of an area as tables have it.
///
/// # Errors
/// Where no area is known by the text.
pub(super) fn area_code(text: &str) -> Result<String, Stop> {
    match area::find(text) {
        Some(area) => {
            let own = area.code(Code::Iso3).or(area.code(Code::M49)).unwrap_or(text);
            Ok(own.to_owned())
        }
        None => {
            let nearest = area::nearest(text).unwrap_or_default();
            Err(Stop::problem(
                "indicators-area-unknown",
                &[("found", &text), ("nearest", &nearest)],
            ))
        }
    }
}

/// The area that was asked for, as a word of a table; none where the table has nothing of it.
fn wanted_area(matches: &ArgMatches, table: &Table, output: &Output) -> Result<Option<Word>, Stop> {
    let Some(text) = arguments::text(matches, "area") else { return Ok(None) };
    // A table may have codes of its own.
    let code =
        if table.known(text).is_some_and(|word| table.series.iter().any(|one| one.area == word)) {
            text.to_owned()
        } else {
            area_code(text)?
        };
    let found = table.known(&code);
    if found.is_none() {
        output.say("indicators-no-figures", &[("area", daryn_model::Arg::plain(&code))]);
    }
    Ok(found)
}

/// The name of the indicator that was asked for: one of the catalogue, or a code of a source that
/// occurs.
pub(super) fn wanted_indicator(
    name: &str,
    catalogue: &Catalogue,
    table: &Table,
) -> Result<String, Stop> {
    if let Some(id) = catalogue.meant(name) {
        return Ok(id.to_owned());
    }
    let is_code = |word: &Word| table.series.iter().any(|one| one.indicator == *word);
    if table.known(name).is_some_and(|word| is_code(&word)) {
        return Ok(name.to_owned());
    }
    let nearest = catalogue.nearest(&name.to_uppercase()).unwrap_or_default();
    Err(Stop::problem("indicators-unknown", &[("found", &name), ("nearest", &nearest)]))
}
