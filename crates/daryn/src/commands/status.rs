//! `daryn status`: what is stale, and why.

use clap::{ArgMatches, Command};
use daryn_model::Arg;
use daryn_report::{Speaker, pipeline};
use daryn_study::lock::Pinned;
use daryn_study::status::{self, Reason, Stale};
use daryn_study::{Disk, World};
use serde_json::json;

use crate::Ended;
use crate::arguments::{self, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn status [DIR] [--documents TEXTS] [--report OUT] [--format FORMAT]";
    let examples = ["daryn status my-study", "daryn status my-study --format json"];
    subcommand(
        speaker,
        "status",
        usage,
        &examples,
        [
            arguments::dir(speaker),
            arguments::documents(speaker),
            arguments::folder(speaker, "report", "cli-verify-report"),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let out = study::report_folder(&dir, matches.get_one("report"));
    let folder = study::open_with_plan(&dir, matches.get_one("documents"))?;
    let lock = study::read_lock(&dir)?.map(|(lock, _)| lock);
    let (stages, outputs) = match &lock {
        Some(lock) => (lock.stage.as_slice(), lock.output.as_slice()),
        None => (&[][..], &[][..]),
    };
    let stale = status::stale(&pipeline::plan(&folder), &folder.files, stages);
    let is_there = |pinned: &Pinned| {
        Disk.read(&study::report_path(&out, &pinned.file))
            .is_ok_and(|bytes| Pinned::new(&pinned.file, &bytes) == *pinned)
    };
    let differing: Vec<&str> = outputs
        .iter()
        .filter(|pinned| !is_there(pinned))
        .map(|pinned| pinned.file.as_str())
        .collect();
    if output.is_json() {
        output.value(&json!({"stale": stale, "report": differing}));
        return Ok(Ended::Well);
    }
    if lock.is_none() {
        output.line(Stream::Data, &output.speaker.word("status-never"));
        return Ok(Ended::Well);
    }
    for stage in &stale {
        output.line(Stream::Data, &line(&output.speaker, stage));
    }
    if !differing.is_empty() {
        let files = [("files", Arg::plain(&differing.join(", ")))];
        output.line(Stream::Data, &output.speaker.say("status-report", &files));
    }
    if stale.is_empty() && differing.is_empty() {
        output.line(Stream::Data, &output.speaker.word("status-fresh"));
    }
    Ok(Ended::Well)
}

fn line(speaker: &Speaker, stale: &Stale) -> String {
    let reasons: Vec<String> =
        stale.reasons.iter().map(|reason| in_words(speaker, reason)).collect();
    format!("{}: {}", stale.stage, reasons.join("; "))
}

fn in_words(speaker: &Speaker, reason: &Reason) -> String {
    let name = |name: &str| [("name", Arg::plain(name))];
    match reason {
        Reason::New => speaker.word("reason-new"),
        Reason::Version { was, now } => {
            let version = |number: u32| Arg::Count(i64::from(number));
            speaker.say("reason-version", &[("was", version(*was)), ("now", version(*now))])
        }
        Reason::Parameters => speaker.word("reason-parameters"),
        Reason::Seed => speaker.word("reason-seed"),
        Reason::Input { name: file } => speaker.say("reason-input", &name(file)),
        Reason::Inputs => speaker.word("reason-inputs"),
        Reason::Upstream { name: stage } => speaker.say("reason-upstream", &name(stage)),
    }
}
