//! `daryn fetch`: get what the study's list names, or replay it.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::{ArgAction, ArgMatches, Command, value_parser};
use daryn_model::Arg;
use daryn_model::records::{Download, DownloadSettings};
use daryn_report::Speaker;
use daryn_source::fetch::{self, Event, Limits, Settings};
use daryn_source::{Outcome, Session, Status};
use serde::Serialize;
use serde_json::Value;

use crate::Ended;
use crate::arguments::{self, flag, option, positional, subcommand};
use crate::output::{self, Output, Stream};
use crate::running;
use crate::sources;
use crate::stop::Stop;
use crate::study;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn fetch [DIR] [SOURCE...] [--offline] [--ca FILE] [--format FORMAT]";
    let examples = [
        "daryn fetch my-study",
        "daryn fetch my-study rd-share --ca national.pem",
        "daryn fetch my-study --offline --format json",
    ];
    subcommand(
        speaker,
        "fetch",
        usage,
        &examples,
        [
            arguments::dir(speaker),
            positional(speaker, "source", "SOURCE", "cli-fetch-source").num_args(0..),
            flag(speaker, "offline", "cli-fetch-offline"),
            option(speaker, "ca", "FILE", "cli-fetch-ca")
                .value_parser(value_parser!(PathBuf))
                .action(ArgAction::Append),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let offline = matches.get_flag("offline");
    let folder = study::open(&dir)?;
    let (_, downloads) = sources::list(&folder)?;
    if study::has_errors(&downloads.list.problems) {
        return Err(Stop::Problems(downloads.list.problems));
    }
    output.problems(Stream::Talk, &downloads.list.problems);
    let all = &downloads.list.records;
    let chosen = choose(all, matches.get_many("source").into_iter().flatten())?;

    let _running = if offline { running::read(&dir)? } else { running::start(&dir)? };
    let watcher = Watcher::new(output);
    let progress = |event| watcher.show(event);
    let (raw, shared) = (sources::raw(&dir), sources::shared());
    let unreadable = |error| Stop::unreadable(&raw, &error);
    let mut session = Session::open(&raw, shared.as_deref(), &sources::environment, &sources::now)
        .map_err(unreadable)?;
    let lock = study::read_lock(&dir).ok().flatten();
    let held = lock.into_iter().flat_map(|(lock, _)| lock.held);
    session.held = held.map(|held| (held.source, held.sha256)).collect();
    if !offline {
        let wanted = |source: &str| all.iter().any(|download| download.id.0 == source);
        session.make_writable(&wanted).map_err(|error| Stop::write_failed(&raw, &error))?;
        let settings = settings(&dir, matches, downloads.settings.as_ref());
        session.go_online(settings, &progress).map_err(|problem| Stop::Problems(vec![problem]))?;
    }
    output.problems(Stream::Talk, &session.log.problems);

    let mut counts = [0; 4];
    for download in chosen {
        watcher.begin(&download.id.0);
        let outcome = session.acquire(download);
        output.end_status();
        counts[outcome.status as usize] += 1;
        tell(output, &outcome);
    }
    let count = |status: Status| Arg::Count(counts[status as usize]);
    output.say(
        "fetch-count",
        &[
            ("new", count(Status::New)),
            ("unchanged", count(Status::Unchanged)),
            ("replayed", count(Status::Replayed)),
            ("failed", count(Status::Failed)),
        ],
    );
    Ok(if counts[Status::Failed as usize] > 0 { Ended::WithProblem } else { Ended::Well })
}

/// The entries that were named, or all.
fn choose<'a>(
    all: &'a [Download],
    names: impl Iterator<Item = &'a String>,
) -> Result<Vec<&'a Download>, Stop> {
    let mut chosen = Vec::new();
    for name in names {
        match all.iter().find(|download| download.id.0 == *name) {
            Some(download) => chosen.push(download),
            None => {
                let known = all.iter().map(|download| download.id.0.as_str());
                return Err(sources::unknown(name, known));
            }
        }
    }
    Ok(if chosen.is_empty() { all.iter().collect() } else { chosen })
}

/// How servers are asked: what the command line says, then the environment, then the study.
fn settings(dir: &Path, matches: &ArgMatches, own: Option<&DownloadSettings>) -> Settings {
    let mut ca: Vec<PathBuf> = matches.get_many("ca").into_iter().flatten().cloned().collect();
    ca.extend(std::env::var_os("DARYN_CA").filter(|path| !path.is_empty()).map(PathBuf::from));
    ca.extend(own.and_then(|own| own.ca.as_ref()).map(|file| dir.join(file)));
    let name = sources::environment("DARYN_USER_AGENT").filter(|name| !name.is_empty());
    let name = name.or_else(|| own.and_then(|own| own.user_agent.clone()));
    let contact = own.and_then(|own| own.contact.as_deref());
    let mut limits = Limits::default();
    if let Some(bytes) = own.and_then(|own| own.max_bytes).and_then(|n| u64::try_from(n).ok()) {
        limits.bytes = bytes;
    }
    Settings {
        user_agent: fetch::user_agent(name.as_deref(), contact),
        limits,
        ca,
        system_roots: true,
        wait_for_this_machine: false,
    }
}

/// What became of a source, as other programs read it.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    status: Status,
    sha256: Option<&'a str>,
    bytes: u64,
    url: &'a str,
    diagnostics: Vec<Value>,
}

fn tell(output: &Output, outcome: &Outcome) {
    let sha256 = outcome.sha256.as_ref().map(daryn_study::Digest::as_str);
    if output.is_json() {
        output.compact(&Line {
            id: &outcome.id,
            status: outcome.status,
            sha256,
            bytes: outcome.bytes,
            url: &outcome.url,
            diagnostics: output.as_values(&outcome.diagnostics),
        });
        return;
    }
    let status = sources::in_words(&output.speaker, outcome.status);
    let id = &outcome.id;
    let text = match sha256 {
        Some(sha256) => {
            let bytes = [("n", Arg::Count(i64::try_from(outcome.bytes).unwrap_or(i64::MAX)))];
            let bytes = output.speaker.say("fetch-bytes", &bytes);
            format!("{id}: {status}, {bytes}, {}", &sha256[..12])
        }
        None => format!("{id}: {status}"),
    };
    output.line(Stream::Data, &text);
    output.problems(Stream::Talk, &outcome.diagnostics);
}

/// Tells on stderr what is going on.
struct Watcher<'a> {
    output: &'a Output,
    source: Cell<Option<String>>,
    last: Cell<Option<Instant>>,
    terminal: bool,
}

/// How often the line on a terminal is rewritten.
const REWRITE: Duration = Duration::from_millis(100);

/// How often a log hears of a long download.
const REPEAT: Duration = Duration::from_secs(10);

impl<'a> Watcher<'a> {
    fn new(output: &'a Output) -> Watcher<'a> {
        let terminal = output::is_terminal();
        Watcher { output, source: Cell::new(None), last: Cell::new(None), terminal }
    }

    fn begin(&self, source: &str) {
        self.source.set(Some(source.to_owned()));
        self.last.set(Some(Instant::now()));
        if self.terminal {
            self.output.status(source);
        }
    }

    fn show(&self, event: Event) {
        let terminal = self.terminal;
        let interval = if terminal { REWRITE } else { REPEAT };
        let is_often = matches!(event, Event::Bytes(..) | Event::Wait(0, _));
        if is_often && self.last.get().is_some_and(|last| last.elapsed() < interval) {
            return;
        }
        self.last.set(Some(Instant::now()));
        let speaker = &self.output.speaker;
        let count = |number: u64| Arg::Count(i64::try_from(number).unwrap_or(i64::MAX));
        let text = match event {
            Event::Wait(seconds, true) => {
                speaker.say("fetch-asked-to-wait", &[("n", count(seconds))])
            }
            Event::Wait(seconds, false) => speaker.say("fetch-again", &[("n", count(seconds))]),
            Event::Bytes(bytes, None) => speaker.say("fetch-bytes", &[("n", count(bytes))]),
            Event::Bytes(bytes, Some(total)) => {
                speaker.say("fetch-of", &[("n", count(bytes)), ("total", count(total))])
            }
            Event::Resume(bytes) => speaker.say("fetch-resume", &[("n", count(bytes))]),
            Event::Later => speaker.word("fetch-later"),
        };
        let source = self.source.take().unwrap_or_default();
        let text = format!("{source}: {text}");
        self.source.set(Some(source));
        if terminal {
            self.output.status(&text);
        } else {
            self.output.line(Stream::Talk, &text);
        }
    }
}
