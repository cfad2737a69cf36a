//! `daryn measures review`: a person accepts, rejects or edits what was proposed.

use std::io::{self, BufRead};
use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_model::Arg as Value;
use daryn_report::Speaker;
use serde_json::json;

use super::proposals::{Decision, PARTS, Proposal, Proposals};
use crate::Ended;
use crate::arguments::{self, nested, option};
use crate::output::{Output, Stream, plain_line};
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular};

pub(super) fn command(speaker: &Speaker) -> Command {
    let [format, out] = tabular::options(speaker);
    let examples = [
        "daryn measures review my-study",
        "daryn measures review my-study --format xlsx --output measures.xlsx",
        "daryn measures review my-study --from measures.csv",
    ];
    nested(
        speaker,
        ("review", "cli-measures-review"),
        "daryn measures review [DIR] [--from FILE] [--format FORMAT] [--output OUT]",
        &examples,
        [
            arguments::dir(speaker),
            option(speaker, "from", "FILE", "cli-measures-from")
                .value_parser(value_parser!(PathBuf)),
            format,
            out,
        ],
    )
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let dir = arguments::path(matches, "dir");
    let from = matches.get_one::<PathBuf>("from");
    let form = Form::of(matches, "csv", from.map(PathBuf::as_path))?;
    let mut proposals = Proposals::of_study(&dir, output)?;
    let is_table = form.out.is_some()
        || matches.contains_id("format") && matches.get_one::<String>("format").is_some();
    if let Some(from) = from {
        let (taken, unknown) = proposals.take(from)?;
        let values = [("n", Value::Count(taken as i64)), ("unknown", Value::Count(unknown as i64))];
        output.say("measures-taken", &values);
    } else if is_table {
        let mut table = Tabular::new(&output.speaker, "measures", &Proposals::columns());
        for proposal in &proposals.rows {
            let cells =
                Proposals::columns().into_iter().map(|(name, _)| match proposal.get(name) {
                    "" => Cell::Missing,
                    cell => Cell::Text(cell.to_owned()),
                });
            table.push(cells.collect());
        }
        let values = table.values();
        table.give(
            &form,
            &output.speaker.word("measures-title"),
            || json!({ "proposals": values }),
            output,
        )?;
    } else {
        ask(&mut proposals, output)?;
    }
    proposals.save()?;
    let count = |decision: Decision| {
        Value::Count(proposals.rows.iter().filter(|it| it.decision() == decision).count() as i64)
    };
    let accepted = proposals
        .rows
        .iter()
        .filter(|it| matches!(it.decision(), Decision::Accept | Decision::Edit));
    let values = [
        ("accepted", Value::Count(accepted.count() as i64)),
        ("rejected", count(Decision::Reject)),
        ("open", count(Decision::Open)),
    ];
    output.say("measures-reviewed", &values);
    Ok(Ended::Well)
}

/// Shows what is open, one by one, and reads an answer to each. What was decided is written at once.
fn ask(proposals: &mut Proposals, output: &Output) -> Result<(), Stop> {
    let mut answers = io::stdin().lock().lines();
    let mut answer = || answers.next().and_then(Result::ok);
    let all = proposals.rows.len();
    for place in 0..all {
        if proposals.rows[place].decision() != Decision::Open {
            continue;
        }
        show(&proposals.rows[place], place, all, output);
        loop {
            output.line(Stream::Talk, &output.speaker.word("measures-ask"));
            // The end of the answers is the end of the review.
            let Some(said) = answer() else { return Ok(()) };
            match (said.trim().to_lowercase().as_str(), Decision::of(&said)) {
                ("q" | "quit", _) => return Ok(()),
                ("s" | "skip" | "", _) => break,
                (_, Some(Decision::Edit)) => {
                    edit(&mut proposals.rows[place], &mut answer, output);
                    proposals.rows[place].set("decision", Decision::Edit.name());
                    proposals.save()?;
                    break;
                }
                (_, Some(decision)) => {
                    proposals.rows[place].set("decision", decision.name());
                    proposals.save()?;
                    break;
                }
                (_, None) => output
                    .say("measures-not-understood", &[("found", Value::plain(&plain_line(&said)))]),
            }
        }
    }
    Ok(())
}

/// Reads `part=words` line by line until an empty one.
fn edit(proposal: &mut Proposal, answer: &mut dyn FnMut() -> Option<String>, output: &Output) {
    let parts = PARTS.join(", ");
    output.say("measures-edit", &[("parts", Value::plain(&parts))]);
    while let Some(line) = answer().filter(|line| !line.trim().is_empty()) {
        let change = line.split_once('=').map(|(part, words)| (part.trim(), words.trim()));
        match change.filter(|(part, _)| PARTS.contains(part)) {
            Some((part, words)) => proposal.set(part, words),
            None => output
                .say("measures-not-understood", &[("found", Value::plain(&plain_line(&line)))]),
        }
    }
}

fn show(proposal: &Proposal, place: usize, all: usize, output: &Output) {
    let head = format!(
        "\n[{}/{all}] {} {} ({})",
        place + 1,
        proposal.get("document"),
        proposal.get("locator"),
        proposal.get("confidence"),
    );
    output.line(Stream::Talk, &head);
    output.line(Stream::Talk, &plain_line(proposal.get("text")));
    for part in PARTS {
        let words = proposal.get(part);
        if !words.is_empty() {
            let name = output.speaker.word(&format!("measures-head-{}", part.replace('_', "-")));
            output.line(Stream::Talk, &format!("  {name} ({part}): {}", plain_line(words)));
        }
    }
}
