//! `daryn history`: what was done to the codings of a study, by whom and when.

use clap::{ArgMatches, Command};
use daryn_model::Arg;
use daryn_report::Speaker;
use daryn_store::{Change, Event, Store};
use serde_json::json;

use crate::Ended;
use crate::arguments::{self, subcommand};
use crate::coded;
use crate::output::{Output, Stream};
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = ["daryn history my-study", "daryn history my-study --format json"];
    let options = [arguments::dir(speaker), arguments::output_format(speaker)];
    subcommand(speaker, "history", "daryn history [DIR] [--format FORMAT]", &examples, options)
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    coded::must_be(&dir)?;
    let opened = Store::open_there(&dir).map_err(coded::stop)?;
    output.problems(Stream::Talk, &opened.told);
    let store = opened.store;
    let events = store.events().map_err(coded::stop)?;
    let undone = coded::undone(&events);
    if output.is_json() {
        let values: Vec<_> = events
            .iter()
            .map(|event| {
                json!({
                    "sequence": event.sequence,
                    "id": event.id,
                    "time": event.time,
                    "who": event.who,
                    "kind": event.payload.kind(),
                    "file": event.payload.from.as_ref().map(|from| &from.file),
                    "changes": Counts::of(event).values(),
                    "undoes": event.undoes,
                    "undone": undone.contains(event.id.as_str()),
                })
            })
            .collect();
        output.value(&values);
        return Ok(Ended::Well);
    }
    for event in &events {
        let mut line = format!(
            "{:>4}  {}  {}  {}",
            event.sequence,
            event.time,
            event.who,
            in_words(event, &events, &output.speaker)
        );
        if undone.contains(event.id.as_str()) {
            line = format!("{line} {}", output.speaker.word("history-undone"));
        }
        output.line(Stream::Data, &crate::output::plain_line(&line));
    }
    Ok(Ended::Well)
}

/// What an event did, in words.
pub(crate) fn in_words(event: &Event, events: &[Event], speaker: &Speaker) -> String {
    let undone = event.undoes.as_ref().and_then(|id| events.iter().find(|one| one.id == *id));
    let file = event.payload.from.as_ref().map_or("", |from| &from.file);
    let number = undone.map_or(0, |event| event.sequence);
    let args = [
        ("kind", Arg::plain(event.payload.kind())),
        ("file", Arg::plain(file)),
        ("event", Arg::Count(number)),
    ];
    let head = speaker.say("history-what", &args);
    let counts = Counts::of(event).0;
    let parts: Vec<String> = counts
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(what, n)| {
            let args = [("what", Arg::plain(what)), ("n", Arg::Count(n as i64))];
            speaker.say("store-count", &args)
        })
        .collect();
    if parts.is_empty() { head } else { format!("{head}: {}", parts.join(", ")) }
}

/// How many of what an event changed.
pub(crate) struct Counts([(&'static str, usize); 10]);

impl Counts {
    pub(crate) fn of(event: &Event) -> Counts {
        let mut counts = [
            ("codings", 0),
            ("notes", 0),
            ("removed", 0),
            ("noted", 0),
            ("memos", 0),
            ("codes", 0),
            ("documents", 0),
            ("moved", 0),
            ("review", 0),
            ("accepted", 0),
        ];
        let mut add = |name: &str, n: usize| {
            for count in counts.iter_mut().filter(|(one, _)| *one == name) {
                count.1 += n;
            }
        };
        for change in &event.payload.changes {
            match change {
                Change::Codings { codings } => {
                    let coded = codings.iter().filter(|one| !one.code.is_empty()).count();
                    add("codings", coded);
                    add("notes", codings.len() - coded);
                }
                Change::Removed { codings } => add("removed", codings.len()),
                Change::Noted { notes } => add("noted", notes.len()),
                Change::Memos { memos } => add("memos", memos.len()),
                Change::Codes { codes } => add("codes", codes.len()),
                Change::Documents { documents } => add("documents", documents.len()),
                Change::Anchored { moved, review, .. } => {
                    add("moved", moved.len());
                    add("review", review.len());
                }
                Change::Accepted { codings } => add("accepted", codings.len()),
                Change::Coders { .. }
                | Change::Seen { .. }
                | Change::Same { .. }
                | Change::Workbook { .. }
                | Change::Exchange { .. } => {}
            }
        }
        Counts(counts)
    }

    fn values(&self) -> serde_json::Map<String, serde_json::Value> {
        let some = self.0.iter().filter(|(_, n)| *n > 0);
        some.map(|(name, n)| ((*name).to_owned(), json!(n))).collect()
    }
}
