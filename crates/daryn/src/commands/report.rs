//! `daryn report`: write every file of the report again, as it follows from what is computed.

use clap::{ArgMatches, Command};
use daryn_report::Speaker;

use super::run::make;
use crate::Ended;
use crate::arguments::{self, subcommand};
use crate::output::Output;
use crate::stop::Stop;
use crate::writing::Extent;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn report [DIR] [--documents TEXTS] [--out OUT] [--format FORMAT]";
    let examples = ["daryn report my-study", "daryn report my-study --out site"];
    subcommand(
        speaker,
        "report",
        usage,
        &examples,
        [
            arguments::dir(speaker),
            arguments::documents(speaker),
            arguments::folder(speaker, "out", "cli-run-out"),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    make(matches, output, None, Extent::All)
}
