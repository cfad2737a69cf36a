//! The commands, one a file.

mod add;
mod adopt;
mod agree;
mod check;
mod code;
mod completions;
mod count;
mod fetch;
mod help;
mod indicators;
mod keyness;
mod language;
mod new;
mod read;
mod report;
mod revisions;
mod run;
mod scale;
mod schema;
mod search;
mod stats;
mod status;
mod stem;
mod verify;
mod vintages;
mod why;

use clap::{ArgMatches, Command};
use daryn_report::Speaker;

use crate::Ended;
use crate::output::{Output, Stream};
use crate::stop::Stop;

/// Runs the command that was given.
pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    match matches.subcommand() {
        Some(("new", matches)) => new::run(matches, output),
        Some(("check", matches)) => check::run(matches, output),
        Some(("fetch", matches)) => fetch::run(matches, output),
        Some(("adopt", matches)) => adopt::run(matches, output),
        Some(("revisions", matches)) => revisions::run(matches, output),
        Some(("add", matches)) => add::run(matches, output),
        Some(("read", matches)) => read::run(matches, output),
        Some(("search", matches)) => search::run(matches, output),
        Some(("vintages", matches)) => vintages::run(matches, output),
        Some(("run", matches)) => run::run(matches, output),
        Some(("report", matches)) => report::run(matches, output),
        Some(("status", matches)) => status::run(matches, output),
        Some(("why", matches)) => why::run(matches, output),
        Some(("verify", matches)) => verify::run(matches, output),
        Some(("language", matches)) => language::run(matches, output),
        Some(("keyness", matches)) => keyness::run(matches, output),
        Some(("scale", matches)) => scale::run(matches, output),
        Some(("count", matches)) => count::run(matches, output),
        Some(("code", matches)) => code::run(matches, output),
        Some(("stats", matches)) => stats::run(matches, output),
        Some(("indicators", matches)) => indicators::run(matches, output),
        Some(("agree", matches)) => agree::run(matches, output),
        Some(("stem", matches)) => stem::run(matches, output),
        Some(("schema", matches)) => schema::run(matches, output),
        Some(("completions", matches)) => completions::run(matches, output),
        Some(("help", matches)) => help::run(matches, output),
        Some((other, _)) => Err(Stop::Internal(format!("no such command: {other}"))),
        None => {
            help::print(output, Stream::Talk, &[]);
            Ok(Ended::WithProblem)
        }
    }
}

/// Every command in the order of the help: as a study is made.
pub(crate) fn all(speaker: &Speaker) -> Vec<Command> {
    let mut commands = vec![
        new::command(speaker),
        check::command(speaker),
        fetch::command(speaker),
        revisions::command(speaker),
        adopt::command(speaker),
        add::command(speaker),
        vintages::command(speaker),
        read::command(speaker),
        search::command(speaker),
        count::command(speaker),
        keyness::command(speaker),
        scale::command(speaker),
        code::command(speaker),
        stats::command(speaker),
        indicators::command(speaker),
        agree::command(speaker),
        run::command(speaker),
        report::command(speaker),
        status::command(speaker),
        why::command(speaker),
        verify::command(speaker),
        language::command(speaker),
        stem::command(speaker),
        schema::command(speaker),
        completions::command(speaker),
    ];
    commands.push(help::command(speaker, &commands));
    commands
}
