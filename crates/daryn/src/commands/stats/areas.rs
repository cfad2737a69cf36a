//! `daryn stats areas`: the code of the area on each line of a file.

use clap::{ArgMatches, Command};
use daryn_report::Speaker;
use daryn_stats::codes::area::{self, Code};

use super::own;
use crate::Ended;
use crate::arguments::{self, option};
use crate::output::Output;
use crate::stop::Stop;

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn stats areas --lines FILE --to CODE";
    let examples = [
        "daryn stats areas --lines countries.txt --to iso3",
        "daryn stats areas --lines - --to m49",
    ];
    let code = option(speaker, "to", "CODE", "cli-stats-to")
        .value_parser(["iso3", "iso2", "m49"])
        .hide_possible_values(true)
        .required(true);
    own(speaker, "areas", usage, &examples, [arguments::lines(speaker), code])
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let code = match arguments::text(matches, "to") {
        Some("iso2") => Code::Iso2,
        Some("m49") => Code::M49,
        _ => Code::Iso3,
    };
    let mut lines = String::new();
    for line in arguments::lines_of(matches)?.lines() {
        lines.push_str(area::line(line, code));
        lines.push('\n');
    }
    output.bytes(lines.as_bytes());
    Ok(Ended::Well)
}
