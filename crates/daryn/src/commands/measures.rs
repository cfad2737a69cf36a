//! `daryn measures`: policy measures out of texts, their review, and what became of them.

use clap::{ArgMatches, Command};
use daryn_report::Speaker;

use crate::Ended;
use crate::arguments::family;
use crate::output::{Output, Stream};
use crate::stop::Stop;

mod agreement;
mod confirm;
mod extract;
mod ids;
mod languages;
mod line;
#[path = "measures/match.rs"]
pub(super) mod matching;
mod proposals;
mod review;
mod told;
mod workbook;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn measures extract concept.docx --format json",
        "daryn measures review my-study",
        "daryn measures confirm my-study",
        "daryn measures match concept-2017.md concept-2022.md",
        "daryn measures line plan-2017.md plan-2020.md plan-2023.md",
    ];
    let members = [
        extract::command(speaker),
        review::command(speaker),
        confirm::command(speaker),
        matching::command(speaker),
        line::command(speaker),
    ];
    family(speaker, "measures", "daryn measures COMMAND", &examples, members)
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    match matches.subcommand() {
        Some(("extract", matches)) => extract::run(matches, output),
        Some(("review", matches)) => review::run(matches, output),
        Some(("confirm", matches)) => confirm::run(matches, output),
        Some(("match", matches)) => matching::run(matches, output),
        Some(("line", matches)) => line::run(matches, output),
        Some((other, _)) => Err(Stop::Internal(format!("no such command: measures {other}"))),
        None => {
            super::help::print(output, Stream::Talk, &["measures"]);
            Ok(Ended::WithProblem)
        }
    }
}
