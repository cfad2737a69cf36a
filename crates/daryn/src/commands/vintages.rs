//! `daryn vintages`: every release of every source that is stored.

use clap::{ArgMatches, Command};
use daryn_model::{Arg, Severity};
use daryn_report::Speaker;
use daryn_source::vintages::{self, Vintage};
use daryn_source::{Log, Store};

use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::output::{Output, Stream};
use crate::sources;
use crate::stop::Stop;
use crate::study;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn vintages [DIR] [SOURCE...] [--format FORMAT]";
    let examples = ["daryn vintages my-study", "daryn vintages my-study rd --format json"];
    subcommand(
        speaker,
        "vintages",
        usage,
        &examples,
        [
            arguments::dir(speaker),
            positional(speaker, "source", "SOURCE", "cli-vintages-source").num_args(0..),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    study::open(&dir)?;
    let raw = sources::raw(&dir);
    let log = Log::read(&raw).map_err(|error| Stop::unreadable(&raw, &error))?;
    let store = Store::at(sources::shared().as_deref().unwrap_or(&raw));
    output.problems(Stream::Talk, &log.problems);
    let mut all = vintages::list(&log, &store);
    let names: Vec<&String> = matches.get_many("source").into_iter().flatten().collect();
    let known: Vec<String> = all.iter().map(|source| source.id.clone()).collect();
    for name in &names {
        if !known.contains(name) {
            return Err(sources::unknown(name, known.iter().map(String::as_str)));
        }
    }
    all.retain(|source| names.is_empty() || names.contains(&&source.id));
    for source in &all {
        if output.is_json() {
            output.compact(source);
            continue;
        }
        output.line(Stream::Data, &source.id);
        for vintage in &source.vintages {
            output.line(Stream::Data, &line(&output.speaker, vintage));
        }
    }
    if all.is_empty() && !output.is_json() {
        output.say("vintages-none", &[]);
    }
    let damaged = log.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if damaged { Ended::WithProblem } else { Ended::Well })
}

fn line(speaker: &Speaker, vintage: &Vintage) -> String {
    let bytes = [("n", Arg::Count(i64::try_from(vintage.bytes).unwrap_or(i64::MAX)))];
    let mut parts = vec![
        vintage.first.clone(),
        speaker.say("fetch-bytes", &bytes),
        vintage.sha256[..12].to_owned(),
    ];
    parts.extend(
        vintage
            .vintage
            .as_ref()
            .map(|name| speaker.say("vintages-release", &[("name", Arg::plain(name))])),
    );
    if vintage.times > 1 {
        parts.push(speaker.say("vintages-last", &[("time", Arg::plain(&vintage.last))]));
    }
    parts.extend(vintage.file.clone());
    if !vintage.stored {
        parts.push(speaker.word("vintages-missing"));
    }
    format!("  {}", parts.join(", "))
}
