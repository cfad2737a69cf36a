//! `daryn check`: every problem of a study at once.

use clap::{ArgMatches, Command};
use daryn_report::{Speaker, pipeline};
use daryn_study::Disk;
use daryn_study::cache::Cache;
use daryn_study::engine::Failure;

use crate::Ended;
use crate::arguments::{self, subcommand};
use crate::output::{Output, Stream};
use crate::sources;
use crate::stop::Stop;
use crate::study;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn check [DIR] [--format FORMAT]";
    let examples = ["daryn check my-study", "daryn check my-study --format json"];
    subcommand(
        speaker,
        "check",
        usage,
        &examples,
        [arguments::dir(speaker), arguments::output_format(speaker)],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let folder = study::open(&dir)?;
    let cache = study::cache(&dir);
    let mut problems = match pipeline::diagnose(&folder, &cache) {
        // A study that may only be read can still be checked.
        Err(Failure::Write(..)) => pipeline::diagnose(&folder, &Cache::none(&Disk))?,
        result => result?,
    };
    problems = study::of_store(&dir, problems);
    problems.extend(sources::problems(&folder));
    problems.extend(cache.warnings());
    if output.is_json() {
        output.problems_as_json(&problems);
    } else if problems.is_empty() {
        output.say("check-clean", &[]);
    } else {
        output.problems(Stream::Data, &problems);
        output.count(&problems);
    }
    Ok(if study::has_errors(&problems) { Ended::WithProblem } else { Ended::Well })
}
