//! `daryn help`: help on the program or on one command.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use daryn_report::Speaker;

use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker, others: &[Command]) -> Command {
    let names = others.iter().map(|command| command.get_name().to_owned());
    let names: Vec<String> = names.chain(["help".to_owned()]).collect();
    let name = positional(speaker, "command", "COMMAND", "cli-commands")
        .value_parser(PossibleValuesParser::new(names))
        .hide_possible_values(true);
    subcommand(speaker, "help", "daryn help [COMMAND]", &["daryn help run"], [name])
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    print(output, Stream::Data, arguments::text(matches, "command"));
    Ok(Ended::Well)
}

/// Prints the help of the program or of a command.
pub(super) fn print(output: &Output, stream: Stream, name: Option<&str>) {
    let mut root = arguments::command(&output.speaker);
    let help = match name.and_then(|name| root.find_subcommand_mut(name)) {
        Some(command) => command.render_help(),
        None => root.render_help(),
    };
    output.line(stream, help.to_string().trim_end());
}
