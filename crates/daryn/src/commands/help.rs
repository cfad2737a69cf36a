//! `daryn help`: help on the program or on one command.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use daryn_report::Speaker;

use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker, others: &[Command]) -> Command {
    let below = others.iter().flat_map(Command::get_subcommands);
    let names = others.iter().chain(below).map(|command| command.get_name().to_owned());
    let names: Vec<String> = names.chain(["help".to_owned()]).collect();
    let name = positional(speaker, "command", "COMMAND", "cli-commands")
        .value_parser(PossibleValuesParser::new(names))
        .num_args(1..=2)
        .hide_possible_values(true);
    subcommand(
        speaker,
        "help",
        "daryn help [COMMAND [SUBCOMMAND]]",
        &["daryn help run", "daryn help stats read"],
        [name],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let names = matches.get_many::<String>("command").into_iter().flatten();
    let names: Vec<&str> = names.map(String::as_str).collect();
    print(output, Stream::Data, &names);
    Ok(Ended::Well)
}

/// Prints the help of the program, of a command, or of one below it.
pub(super) fn print(output: &Output, stream: Stream, names: &[&str]) {
    let mut command = arguments::command(&output.speaker);
    for name in names {
        match command.find_subcommand(name) {
            Some(found) => command = found.clone(),
            None => break,
        }
    }
    output.line(stream, command.render_help().to_string().trim_end());
}
