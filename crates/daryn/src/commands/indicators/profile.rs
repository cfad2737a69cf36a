//! `daryn indicators profile`: one page about a country.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_indicators::{Table, Word, derive, profile};
use daryn_report::Speaker;
use daryn_report::profile::Page;

use super::{area, area_code, dir, own, wanted_area};
use crate::Ended;
use crate::arguments::{self, option};
use crate::observations;
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::whole::Whole;

/// Countries beside the one of the page, where neither the user nor a study names others: those
/// that are often looked to, and neighbours of Central Asia.
const COMPARATORS: [&str; 6] = ["CHN", "IND", "KOR", "RUS", "UZB", "KGZ"];

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn indicators profile DIR --area AREA [--compare AREAS] [--format FORMAT] \
                 [--output OUT]";
    let examples = [
        "daryn indicators profile my-study --area KAZ --output profile.html",
        "daryn indicators profile figures --area KOR --compare CHN,JPN --format text",
    ];
    let format = option(speaker, "format", "FORMAT", "cli-indicators-profile-format")
        .value_parser(["html", "json", "text"])
        .hide_possible_values(true);
    let out =
        option(speaker, "output", "OUT", "cli-table-output").value_parser(value_parser!(PathBuf));
    let compare =
        option(speaker, "compare", "AREAS", "cli-indicators-compare").value_delimiter(',');
    let area = area(speaker).required(true);
    own(speaker, "profile", usage, &examples, [dir(speaker), area, compare, format, out])
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let read = observations::read(&arguments::path(matches, "dir"), output.speaker.lang)?;
    output.problems(Stream::Talk, &read.problems);
    let (catalogue, mut table) = (read.catalogue, read.table);
    let index = derive::derive(&catalogue, &mut table);
    let Some(area) = wanted_area(matches, &table, output)? else { return Ok(Ended::WithProblem) };
    let asked: Vec<String> = match matches.get_many::<String>("compare") {
        Some(codes) => codes.map(|code| area_code(code)).collect::<Result<_, _>>()?,
        None if read.comparators.is_empty() => COMPARATORS.map(str::to_owned).to_vec(),
        None => read.comparators,
    };
    let beside = comparators(&table, area, &asked);
    let profile = profile::profile(&catalogue, &table, &index, area, &beside);
    let page = Page {
        speaker: &output.speaker,
        catalogue: &catalogue,
        table: &table,
        profile: &profile,
        names: &read.names,
    };
    let text = match arguments::text(matches, "format") {
        Some("json") => serde_json::to_string_pretty(&page.json()).unwrap_or_default(),
        Some("text") => page.text(),
        _ => page.html(),
    };
    match matches.get_one::<PathBuf>("output") {
        Some(path) if fs::metadata(path).is_ok_and(|found| found.is_dir()) => {
            return Err(Stop::problem("indicators-output", &[("path", &path.display())]));
        }
        Some(path) => {
            let mut file = Whole::create(path)?;
            writeln!(file, "{text}").map_err(|error| file.failed(&error))?;
            file.finish()?;
        }
        None => output.line(Stream::Data, &text),
    }
    Ok(Ended::Well)
}

/// Countries that the table has figures of, the country of the page left out.
fn comparators(table: &Table, area: Word, asked: &[String]) -> Vec<Word> {
    let known = asked.iter().filter_map(|code| table.known(code));
    known.filter(|word| *word != area && table.series.iter().any(|one| one.area == *word)).collect()
}
