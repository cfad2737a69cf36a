//! `daryn adopt`: hold to another release of a source, after seeing what it would change.

use std::path::Path;

use clap::{ArgMatches, Command};
use daryn_model::Arg;
use daryn_report::Speaker;
use daryn_report::adoption::Change;
use daryn_report::pipeline;
use daryn_source::Session;
use daryn_study::folder::Folder;
use daryn_study::{Disk, World};
use serde_json::json;

use crate::Ended;
use crate::arguments::{self, flag, option, positional, subcommand};
use crate::holding::{self, Candidate};
use crate::output::{Output, Stream};
use crate::running;
use crate::sources;
use crate::stop::Stop;
use crate::study;

/// How many assertions are told one by one.
const TOLD: usize = 50;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn adopt DIR SOURCE [--release DIGEST] [--dry-run] [--format FORMAT]";
    let examples =
        ["daryn adopt my-study rd --dry-run", "daryn adopt my-study rd --release 1a2b3c4d5e6f"];
    subcommand(
        speaker,
        "adopt",
        usage,
        &examples,
        [
            arguments::dir(speaker).required(true),
            positional(speaker, "source", "SOURCE", "cli-adopt-source").required(true),
            option(speaker, "release", "DIGEST", "cli-adopt-release"),
            flag(speaker, "dry-run", "cli-adopt-dry-run"),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let source = arguments::text(matches, "source").unwrap_or_default();
    let folder = study::open_with_plan(&dir, None)?;
    let dry = matches.get_flag("dry-run");
    let _running = if dry { running::read(&dir)? } else { running::start(&dir)? };
    let candidate = holding::candidate(&dir, &folder, source, arguments::text(matches, "release"))?;
    let changes = match &candidate.file {
        Some(file) => {
            let bytes = holding::stored(&dir, &candidate.sha256)?;
            let before = pipeline::assembled(&folder, &study::cache(&dir))?;
            let changes = holding::what_if(&dir, &before, file, bytes.clone(), &output.speaker)?;
            if !dry {
                keep_both(&dir, &folder, &candidate, file)?;
                let path = study::report_path(&dir, file);
                Disk.write(&path, &bytes).map_err(|error| Stop::write_failed(&path, &error))?;
            }
            changes
        }
        None => Vec::new(),
    };
    if !dry && candidate.file.is_none() {
        hold(&dir, &candidate)?;
    }
    tell(output, &candidate, &changes, dry);
    Ok(Ended::Well)
}

/// Keeps the bytes that the file has now, which may be written by hand, and notes the adopted
/// release as the newest one of its source: nothing is lost, and a run has nothing to tell of it.
fn keep_both(dir: &Path, folder: &Folder, candidate: &Candidate, file: &str) -> Result<(), Stop> {
    let (raw, shared) = (sources::raw(dir), sources::shared());
    let failed = |error: std::io::Error| Stop::write_failed(&raw, &error);
    let mut session = Session::open(&raw, shared.as_deref(), &sources::environment, &sources::now)
        .map_err(failed)?;
    session.make_writable(&|_| true).map_err(failed)?;
    let now = folder.files.get(file).map_or(&[][..], Vec::as_slice);
    session.keep_file(&candidate.source, file, now).map_err(failed)?;
    session.renew(&candidate.source, &candidate.sha256).map_err(failed)
}

/// Writes into the lock file that the study holds to a release.
fn hold(dir: &Path, candidate: &Candidate) -> Result<(), Stop> {
    let Some((mut lock, _)) = study::read_lock(dir)? else {
        return Err(Stop::problem("no-lock", &[]));
    };
    lock.held.retain(|held| held.source != candidate.source);
    lock.held.push(candidate.held());
    lock.held.sort();
    let text = lock.to_text().map_err(Stop::Internal)?;
    let path = dir.join(daryn_study::lock::NAME);
    Disk.write(&path, text.as_bytes()).map_err(|error| Stop::write_failed(&path, &error))
}

fn tell(output: &Output, candidate: &Candidate, changes: &[Change], dry: bool) {
    if output.is_json() {
        output.value(&json!({
            "source": candidate.source,
            "file": candidate.file,
            "sha256": candidate.sha256,
            "release": candidate.release,
            "adopted": !dry,
            "changes": changes,
        }));
        return;
    }
    for change in changes.iter().take(TOLD) {
        output.line(Stream::Data, &change.id);
        for (mark, text) in [("-", &change.before), ("+", &change.after)] {
            if let Some(text) = text {
                output.line(Stream::Data, &format!("  {mark} {text}"));
            }
        }
    }
    let count = |number: usize| Arg::Count(number as i64);
    if changes.len() > TOLD {
        let more = [("n", count(changes.len() - TOLD))];
        output.line(Stream::Data, &output.speaker.say("revisions-more", &more));
    }
    let source = ("source", Arg::plain(&candidate.source));
    match (&candidate.file, dry) {
        (Some(_), true) => output.say("adopt-would", &[source, ("n", count(changes.len()))]),
        (Some(file), false) => {
            let file = ("file", Arg::plain(file));
            output.say("adopt-done", &[source, file, ("n", count(changes.len()))]);
        }
        (None, true) => output.say("adopt-no-file", &[source]),
        (None, false) => output.say("adopt-held", &[source]),
    }
}
