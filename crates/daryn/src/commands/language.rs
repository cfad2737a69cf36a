//! `daryn language`: the language of each line of a file.

use clap::{ArgMatches, Command};
use daryn_report::Speaker;
use daryn_text::language;

use crate::Ended;
use crate::arguments::{self, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn language --lines FILE";
    let examples = ["daryn language --lines headings.txt", "daryn language --lines -"];
    subcommand(speaker, "language", usage, &examples, [arguments::lines(speaker)])
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    for line in arguments::lines_of(matches)?.lines() {
        output.line(Stream::Data, language::identify(line).code());
    }
    Ok(Ended::Well)
}
