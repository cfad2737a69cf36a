//! `daryn undo`: takes back what was done last to the codings of a study, or one event.

use clap::{ArgMatches, Command};
use daryn_model::{Arg, Diagnostic};
use daryn_report::Speaker;
use daryn_store::{Event, New, State};
use serde_json::json;

use super::history;
use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::coded;
use crate::output::{Output, Stream};
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = ["daryn undo my-study", "daryn undo my-study 12"];
    subcommand(
        speaker,
        "undo",
        "daryn undo DIR [EVENT] [--coder NAME] [--format FORMAT]",
        &examples,
        [
            arguments::dir(speaker),
            positional(speaker, "event", "EVENT", "cli-undo-event"),
            coded::coder(speaker),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let asked = arguments::text(matches, "event");
    let who = coded::who(matches);
    let mut store = coded::store(&dir, output)?;
    let mut undone: Option<(Event, Vec<Event>)> = None;
    store
        .append_with(&[], |events| {
            let event = chosen(events, asked)?;
            undone = Some((event.clone(), events.to_vec()));
            let payload = New::undo("", "", "", &event.id).payload;
            Ok(coded::event(&who, payload))
        })
        .map_err(coded::stop)?;
    let Some((event, before)) = undone else {
        return Err(Stop::Internal("an undo of nothing".to_owned()));
    };
    let (old, new) = (State::of(&before), store.state().map_err(coded::stop)?);
    let change = new.codings.len() as i64 - old.codings.len() as i64;
    if output.is_json() {
        output.value(&json!({
            "undone": event.sequence,
            "id": event.id,
            "kind": event.payload.kind(),
            "codings": new.codings.len(),
            "change": change,
        }));
        return Ok(Ended::Well);
    }
    let words = history::in_words(&event, &before, &output.speaker);
    let args = [
        ("event", Arg::Count(event.sequence)),
        ("what", Arg::plain(&crate::output::plain_line(&words))),
        ("who", Arg::plain(&event.who)),
        ("time", Arg::plain(&event.time)),
        ("n", Arg::Count(new.codings.len() as i64)),
    ];
    output.line(Stream::Data, &output.speaker.say("undo-done", &args));
    if event.payload.from.is_some() {
        output.say("undo-files", &[]);
    }
    Ok(Ended::Well)
}

/// The event that is meant: by its number or id, or the last that holds and is neither an undo nor
/// something that daryn did by itself.
fn chosen<'a>(events: &'a [Event], asked: Option<&str>) -> Result<&'a Event, Box<Diagnostic>> {
    let undone = coded::undone(events);
    let told =
        |code: &str, found: &str| Box::new(Diagnostic::error(code, "", 0).with("found", found));
    match asked {
        Some(asked) => {
            let is = |event: &&Event| event.id == asked || event.sequence.to_string() == asked;
            let event = events.iter().find(is).ok_or_else(|| told("store-no-event", asked))?;
            match undone.contains(event.id.as_str()) {
                true => Err(told("store-undone-before", asked)),
                false => Ok(event),
            }
        }
        None => {
            let is_own = |event: &&Event| {
                let kind = event.payload.kind();
                !undone.contains(event.id.as_str()) && kind != "undo" && kind != "anchor"
            };
            events.iter().rev().find(is_own).ok_or_else(|| told("store-nothing-to-undo", ""))
        }
    }
}
