//! `daryn codings`: what people coded, and what of it somebody must look at.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_model::Arg;
use daryn_report::Speaker;
use daryn_stats::write::Content;
use daryn_store::{By, Change, Held, Payload, Place, state};
use serde_json::json;

use crate::Ended;
use crate::arguments::{self, flag, option, positional, subcommand};
use crate::coded::{self, Coded};
use crate::output::Output;
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular};
use crate::whole::Whole;

/// Columns of the table.
const COLUMNS: [(&str, Content); 13] = [
    ("document", Content::Text),
    ("passage", Content::Text),
    ("start", Content::Count),
    ("end", Content::Count),
    ("code", Content::Text),
    ("by", Content::Text),
    ("coder", Content::Text),
    ("time", Content::Text),
    ("version", Content::Text),
    ("quote", Content::Text),
    ("memo", Content::Text),
    ("id", Content::Text),
    ("file", Content::Text),
];

/// Columns beside those of what somebody must look at.
const REVIEW: [(&str, Content); 4] = [
    ("place", Content::Text),
    ("now_start", Content::Count),
    ("now_end", Content::Count),
    ("now_quote", Content::Text),
];

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn codings my-study --format json",
        "daryn codings my-study --review",
        "daryn codings my-study --accept all",
    ];
    let [format, out] = tabular::options(speaker);
    let dir = positional(speaker, "dir", "DIR", "cli-dir");
    subcommand(
        speaker,
        "codings",
        "daryn codings DIR [--review] [--accept ID|all]... [--drop ID]... [OPTIONS]",
        &examples,
        [
            dir.value_parser(value_parser!(PathBuf)).required(true),
            flag(speaker, "review", "cli-codings-review"),
            option(speaker, "accept", "ID", "cli-codings-accept").num_args(1).action(many()),
            option(speaker, "drop", "ID", "cli-codings-drop").num_args(1).action(many()),
            coded::coder(speaker),
            format,
            out,
        ],
    )
}

fn many() -> clap::ArgAction {
    clap::ArgAction::Append
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    coded::must_be(&dir)?;
    let mut study = coded::open(&dir, None, false, output)?;
    decide(matches, &mut study, output)?;
    let form = Form::of(matches, "csv", [study.folder.path.join(daryn_store::FILE).as_path()])?;
    let is_review = matches.get_flag("review");
    if form.format == "json" {
        let bytes = match is_review {
            true => review_lines(&study),
            false => daryn_store::lines(&study.state),
        };
        match &form.out {
            None => output.bytes(&bytes),
            Some(path) => {
                let mut file = Whole::create(path)?;
                file.write_all(&bytes).map_err(|error| file.failed(&error))?;
                file.finish()?;
            }
        }
    } else {
        table(&study, is_review, output).give(
            &form,
            &output.speaker.word("codings-title"),
            || serde_json::Value::Null,
            output,
        )?;
    }
    if !output.is_json() {
        let count = |is: &dyn Fn(&&Held) -> bool| {
            Arg::Count(study.state.codings.values().filter(is).count() as i64)
        };
        let is_coding = |held: &&Held| !held.made.code.is_empty();
        let args = [
            ("n", count(&is_coding)),
            ("notes", count(&|held| held.made.code.is_empty())),
            ("review", count(&|held| held.is_to_review())),
        ];
        output.say("codings-count", &args);
    }
    Ok(Ended::Well)
}

/// Keeps what somebody decided on codings that were to be looked at.
fn decide(matches: &ArgMatches, study: &mut Coded, output: &Output) -> Result<(), Stop> {
    let asked = |id: &str| -> Vec<&String> {
        matches.get_many::<String>(id).into_iter().flatten().collect()
    };
    let (accept, drop) = (asked("accept"), asked("drop"));
    let held = |id: &String| {
        let found = study.state.codings.get(id);
        found.ok_or_else(|| Stop::problem("store-no-coding", &[("found", id)]))
    };
    let is_changed = |held: &Held| matches!(held.place, Place::Changed(_));
    let mut accepted = Vec::new();
    for id in &accept {
        if *id == "all" {
            let changed = study.state.codings.values().filter(|held| is_changed(held));
            accepted.extend(changed.map(|held| held.made.id.clone()));
        } else if is_changed(held(id)?) {
            accepted.push((*id).clone());
        } else {
            return Err(Stop::problem("store-not-changed", &[("found", *id)]));
        }
    }
    let mut removed = Vec::new();
    for id in &drop {
        held(id)?;
        removed.push((*id).clone());
    }
    let mut changes = Vec::new();
    let counts = [("accepted", accepted.len()), ("removed", removed.len())];
    if !accepted.is_empty() {
        changes.push(Change::Accepted { codings: accepted });
    }
    if !removed.is_empty() {
        changes.push(Change::Removed { codings: removed });
    }
    if changes.is_empty() {
        return Ok(());
    }
    study.keep(&coded::who(matches), Payload::of(changes), &[])?;
    for (what, n) in counts.into_iter().filter(|(_, n)| *n > 0) {
        let args = [("what", Arg::plain(what)), ("n", Arg::Count(n as i64))];
        output.say("store-count", &args);
    }
    Ok(())
}

/// What stands at a likely new place, of a coding that somebody must look at.
fn likely(held: &Held) -> Option<state::Spot<'_>> {
    match &held.place {
        Place::Changed(moved) => Some(state::spot(moved)),
        _ => None,
    }
}

fn place(held: &Held) -> &'static str {
    match held.place {
        Place::Changed(_) => "changed",
        _ => "lost",
    }
}

fn review_lines(study: &Coded) -> Vec<u8> {
    let mut bytes = Vec::new();
    for held in study.state.in_order().into_iter().filter(|held| held.is_to_review()) {
        let (made, likely) = (&held.made, likely(held));
        let line = json!({
            "id": made.id,
            "document": made.document,
            "file": made.file,
            "code": made.code,
            "coder": made.coder,
            "time": made.time,
            "start": made.start,
            "end": made.end,
            "quote": made.anchor.quote,
            "memo": held.memo,
            "place": place(held),
            "now_start": likely.map(|spot| spot.start),
            "now_end": likely.map(|spot| spot.end),
            "now_quote": likely.map(|spot| spot.quote),
        });
        bytes.extend(line.to_string().into_bytes());
        bytes.push(b'\n');
    }
    bytes
}

fn table(study: &Coded, is_review: bool, output: &Output) -> Tabular {
    let mut columns = COLUMNS.to_vec();
    if is_review {
        columns.extend(REVIEW);
    }
    let mut table = Tabular::new(&output.speaker, "codings", &columns);
    let text = |text: &str| Cell::Text(text.to_owned());
    let known = |value: Option<&str>| value.map_or(Cell::Missing, |value| Cell::Text(value.into()));
    for held in study.state.in_order() {
        let made = &held.made;
        let shown = match is_review {
            true => held.is_to_review().then(|| held.made_at()),
            false => held.spot().filter(|_| !made.code.is_empty()),
        };
        let Some(spot) = shown else { continue };
        let by = match made.by {
            By::Person => "person",
            By::Rule => "rule",
        };
        let mut row = vec![
            text(spot.document),
            known(spot.passage),
            Cell::Count(spot.start as u64),
            Cell::Count(spot.end as u64),
            text(&made.code),
            text(by),
            text(&made.coder),
            known(made.time.as_deref()),
            known(made.version.as_deref()),
            text(spot.quote),
            text(&held.memo),
            text(&made.id),
            text(spot.file),
        ];
        if is_review {
            let now = likely(held);
            let count = |n: Option<usize>| n.map_or(Cell::Missing, |n| Cell::Count(n as u64));
            row.push(text(place(held)));
            row.push(count(now.map(|spot| spot.start)));
            row.push(count(now.map(|spot| spot.end)));
            row.push(known(now.map(|spot| spot.quote)));
        }
        table.push(row);
    }
    table
}
