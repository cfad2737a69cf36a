//! `daryn completions`: what a shell needs to complete command lines.

use clap::{ArgMatches, Command, value_parser};
use clap_complete::Shell;
use daryn_report::Speaker;

use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn completions bash > ~/.local/share/bash-completion/completions/daryn",
        "daryn completions powershell >> $PROFILE",
    ];
    let shell = positional(speaker, "shell", "SHELL", "cli-completions-shell")
        .required(true)
        .value_parser(value_parser!(Shell))
        .hide_possible_values(true);
    subcommand(speaker, "completions", "daryn completions SHELL", &examples, [shell])
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    if let Some(shell) = matches.get_one::<Shell>("shell") {
        let mut root = arguments::command(&output.speaker);
        // Into memory first: the generator has no way to report a closed pipe.
        let mut script = Vec::new();
        clap_complete::generate(*shell, &mut root, "daryn", &mut script);
        output.line(Stream::Data, String::from_utf8_lossy(&script).trim_end());
    }
    Ok(Ended::Well)
}
