//! `daryn vintages`: every release of every source that is stored.

use std::path::Path;

use clap::{ArgMatches, Command};
use daryn_model::Arg;
use daryn_model::records::Download;
use daryn_report::Speaker;
use daryn_source::vintages::{self, Vintage};
use daryn_source::{Acquisition, Log, Store};
use daryn_source::{connector, revisions};
use daryn_study::folder::Folder;
use serde_json::json;

use crate::Ended;
use crate::arguments::{self, flag, positional, subcommand};
use crate::holding;
use crate::output::{self, Output, Stream};
use crate::sources;
use crate::stop::Stop;
use crate::study;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn vintages [DIR] [SOURCE...] [--compare] [--format FORMAT]";
    let examples = [
        "daryn vintages my-study",
        "daryn vintages my-study rd --compare",
        "daryn vintages my-study rd --format json",
    ];
    subcommand(
        speaker,
        "vintages",
        usage,
        &examples,
        [
            arguments::dir(speaker),
            positional(speaker, "source", "SOURCE", "cli-vintages-source").num_args(0..),
            flag(speaker, "compare", "cli-vintages-compare"),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let folder = study::open(&dir)?;
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
    if matches.get_flag("compare") {
        return compare(&dir, &folder, &log, &names, output);
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
    Ok(Ended::Well)
}

/// What the newest release of each named source changed of the one before.
fn compare(
    dir: &Path,
    folder: &Folder,
    log: &Log,
    names: &[&String],
    output: &Output,
) -> Result<Ended, Stop> {
    let (_, downloads) = sources::list(folder)?;
    let mut ended = Ended::Well;
    for download in &downloads.list.records {
        if !names.is_empty() && !names.contains(&&download.id.0) {
            continue;
        }
        match compare_one(dir, download, log, output) {
            Err(Stop::Problems(problems)) => {
                // One source that cannot be compared hides no other.
                if output.is_json() {
                    let told = output.as_values(&problems);
                    output.compact(&json!({"source": download.id.0, "diagnostics": told}));
                }
                output.problems(Stream::Talk, &problems);
                ended = Ended::WithProblem;
            }
            other => other?,
        }
    }
    Ok(ended)
}

fn compare_one(dir: &Path, download: &Download, log: &Log, output: &Output) -> Result<(), Stop> {
    let id = &download.id.0;
    let mut releases: Vec<&Acquisition> = Vec::new();
    for entry in log.of(id) {
        if releases.iter().all(|other| other.sha256 != entry.sha256) {
            releases.push(entry);
        }
    }
    let [new, old, ..] = releases.as_slice() else {
        output.say("vintages-one", &[("source", Arg::plain(id))]);
        return Ok(());
    };
    let bytes = |entry: &Acquisition| -> Result<Vec<Vec<u8>>, Stop> {
        let pages = entry.parts.iter().map(|part| &part.sha256);
        let pages: Vec<_> =
            if entry.parts.is_empty() { vec![&entry.sha256] } else { pages.collect() };
        pages.into_iter().map(|sha256| holding::stored(dir, sha256)).collect()
    };
    let query = download.query.as_ref().map(|query| query.0.as_str());
    // Editions of a text have no query that says what a row is.
    let query = connector::find(&download.connector.0)
        .and_then(|connector| connector.query(query))
        .ok_or_else(|| Stop::problem("source-no-key", &[("found", id)]))?;
    let report = revisions::of_answers(id, (&bytes(old)?, &bytes(new)?), query, 0.0)
        .map_err(Stop::Problems)?;
    if output.is_json() {
        output.compact(&json!({
            "source": id, "old": old.sha256, "new": new.sha256, "revisions": report,
        }));
    } else {
        output.line(Stream::Data, id);
        super::revisions::tell(&report, output);
    }
    Ok(())
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
    format!("  {}", output::plain_line(&parts.join(", ")))
}
