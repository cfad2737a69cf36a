//! `daryn stats`: official statistics: what a file is, its observations, the bytes of one of them,
//! codes of areas, and what must be known of figures before they are used.

use clap::{Arg, ArgMatches, Command, value_parser};
use daryn_model::Diagnostic;
use daryn_report::Speaker;
use std::path::{Path, PathBuf};

use crate::Ended;
use crate::arguments::{family, nested, positional};
use crate::output::{Output, Stream};
use crate::stop::Stop;

mod areas;
mod cite;
mod info;
mod quality;
mod read;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn stats info *.xml",
        "daryn stats read migration.xml --structure DSD.xml > migration.csv",
        "daryn stats read \"population 2020.xlsx\" --mapping population.toml",
        "daryn stats cite migration.xml 3fb2a1c0:1234-1290",
        "daryn stats areas --lines countries.txt --to iso3",
        "daryn stats quality my-study --format json",
    ];
    let members = [
        info::command(speaker),
        read::command(speaker),
        cite::command(speaker),
        areas::command(speaker),
        quality::command(speaker),
    ];
    family(speaker, "stats", "daryn stats COMMAND", &examples, members)
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    match matches.subcommand() {
        Some(("info", matches)) => info::run(matches, output),
        Some(("read", matches)) => read::run(matches, output),
        Some(("cite", matches)) => cite::run(matches, output),
        Some(("areas", matches)) => areas::run(matches, output),
        Some(("quality", matches)) => quality::run(matches, output),
        Some((other, _)) => Err(Stop::Internal(format!("no such command: stats {other}"))),
        None => {
            super::help::print(output, Stream::Talk, &["stats"]);
            Ok(Ended::WithProblem)
        }
    }
}

/// The file that is read.
fn file(speaker: &Speaker) -> Arg {
    positional(speaker, "file", "FILE", "cli-stats-file")
        .value_parser(value_parser!(PathBuf))
        .required(true)
}

/// A subcommand of this command.
fn own(
    speaker: &Speaker,
    name: &'static str,
    usage: &'static str,
    examples: &[&str],
    arguments: impl IntoIterator<Item = Arg>,
) -> Command {
    nested(speaker, (name, &format!("cli-stats-{name}")), usage, examples, arguments)
}

/// A problem with a file that has nothing to do with what stands in it.
fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let file = path.display().to_string();
    Diagnostic::error("stats-unreadable", &file, 0).with("reason", error)
}
