//! `daryn schema`: JSON Schemas of study files.

use clap::{ArgMatches, Command};
use daryn_coding::{Codebook, Rules};
use daryn_report::Speaker;
use daryn_study::schema;
use serde_json::{Map, Value};

use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::output::Output;
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = ["daryn schema documents", "daryn schema > schemas.json"];
    let name = positional(speaker, "name", "NAME", "cli-schema-name");
    subcommand(speaker, "schema", "daryn schema [NAME]", &examples, [name])
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let all = schema::all();
    let Some(asked) = arguments::text(matches, "name") else {
        let all: Map<String, Value> =
            all.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
        output.value(&all);
        return Ok(Ended::Well);
    };
    // Files that stand beside a study: asked for by name, and not part of what a study may hold.
    let beside = [("codebook", Codebook::schema()), ("code-rules", Rules::schema())];
    let all: Vec<_> = all.into_iter().chain(beside).collect();
    match all.iter().find(|(name, _)| *name == asked) {
        Some((_, schema)) => {
            output.value(schema);
            Ok(Ended::Well)
        }
        None => {
            let known: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
            let known = known.join(", ");
            Err(Stop::problem("unknown-schema", &[("found", &asked), ("known", &known)]))
        }
    }
}
