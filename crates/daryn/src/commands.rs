//! The commands, one a file.

mod add;
mod adopt;
mod agree;
mod check;
mod code;
mod codings;
mod compare;
mod completions;
mod count;
mod export;
mod features;
mod fetch;
mod help;
mod history;
mod import;
mod indicators;
mod keyness;
mod language;
mod measures;
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
mod undo;
mod validate;
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
        Some(("compare", matches)) => compare::run(matches, output),
        Some(("features", matches)) => features::run(matches, output),
        Some(("code", matches)) => code::run(matches, output),
        Some(("import", matches)) => import::run(matches, output),
        Some(("codings", matches)) => codings::run(matches, output),
        Some(("export", matches)) => export::run(matches, output),
        Some(("history", matches)) => history::run(matches, output),
        Some(("undo", matches)) => undo::run(matches, output),
        Some(("validate", matches)) => validate::run(matches, output),
        Some(("measures", matches)) => measures::run(matches, output),
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
        import::command(speaker),
        codings::command(speaker),
        export::command(speaker),
        history::command(speaker),
        undo::command(speaker),
        compare::command(speaker),
        features::command(speaker),
        validate::command(speaker),
        measures::command(speaker),
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
