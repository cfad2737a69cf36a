//! `daryn measures review`: a person accepts, rejects or edits what was proposed.

use std::collections::BTreeSet;
use std::io::{self, BufRead, Write as _};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_model::{Arg as Value, Diagnostic};
use daryn_report::Speaker;
use serde_json::json;

use super::proposals::{Decision, Fault, PARTS, Proposal, Proposals};
use super::told::SEVERAL_ROWS;
use super::workbook::{self, amount_word};
use crate::Ended;
use crate::arguments::{self, nested, option};
use crate::output::{Output, Stream, plain_line};
use crate::stop::Stop;
use crate::study;
use crate::tabular::{self, Cell, Form, Tabular};
use crate::whole::{self, Whole};

pub(super) fn command(speaker: &Speaker) -> Command {
    let [format, out] = tabular::options(speaker);
    let examples = [
        "daryn measures review my-study",
        "daryn measures review my-study --to measures.xlsx --reviewer Aigul",
        "daryn measures review my-study --from measures.xlsx",
    ];
    nested(
        speaker,
        ("review", "cli-measures-review"),
        "daryn measures review [DIR] [--to FILE | --from FILE] [--reviewer NAME] [--format FORMAT] [--output OUT]",
        &examples,
        [
            arguments::dir(speaker),
            option(speaker, "to", "FILE", "cli-measures-to")
                .conflicts_with_all(["from", "output", "format"])
                .value_parser(value_parser!(PathBuf)),
            option(speaker, "from", "FILE", "cli-measures-from")
                .value_parser(value_parser!(PathBuf)),
            option(speaker, "reviewer", "NAME", "cli-measures-reviewer"),
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
    let reviewer = arguments::text(matches, "reviewer").unwrap_or_default();
    let mut ended = Ended::Well;
    if let Some(to) = matches.get_one::<PathBuf>("to") {
        write(&proposals, to, &dir, reviewer, output)?;
    } else if let Some(from) = from {
        let (taken, unknown) = match is_workbook(from) {
            true => {
                let (taken, problems) = read(&mut proposals, from)?;
                output.problems(Stream::Talk, &problems);
                if study::has_errors(&problems) {
                    ended = Ended::WithProblem;
                }
                (taken.taken, taken.unknown)
            }
            false => proposals.take(from)?,
        };
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
        ask(&mut proposals, reviewer, output)?;
    }
    proposals.save()?;
    let count = |decision: Decision| {
        Value::Count(proposals.rows.iter().filter(|it| it.decision() == decision).count() as i64)
    };
    let accepted = proposals.rows.iter().filter(|it| it.is_accepted());
    let values = [
        ("accepted", Value::Count(accepted.count() as i64)),
        ("rejected", count(Decision::Reject)),
        ("open", count(Decision::Open)),
    ];
    output.say("measures-reviewed", &values);
    Ok(ended)
}

/// Workbooks are told by their end; everything else is a table of text.
fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
}

/// Writes the workbook of a review.
fn write(
    proposals: &Proposals,
    to: &Path,
    dir: &Path,
    reviewer: &str,
    output: &Output,
) -> Result<(), Stop> {
    if !is_workbook(to) {
        let meant = vec!["--to FILE.xlsx".to_owned()];
        return Err(Stop::Usage { found: format!("--to {}", to.display()), meant });
    }
    let folder = study::open(dir)?;
    let inputs: Vec<PathBuf> =
        folder.files.keys().map(|name| study::report_path(dir, name)).collect();
    whole::spare(to, inputs.iter().map(PathBuf::as_path))?;
    let bytes = workbook::write(proposals, reviewer, &output.speaker)
        .map_err(|error| Stop::write_failed(to, &io::Error::other(error.to_string())))?;
    let mut file = Whole::create(to)?;
    file.write_all(&bytes).map_err(|error| file.failed(&error))?;
    file.finish()
}

/// Takes over what was said in a workbook, and gives what was wrong with it.
fn read(
    proposals: &mut Proposals,
    from: &Path,
) -> Result<(workbook::Taken, Vec<Diagnostic>), Stop> {
    let name = from.display().to_string();
    let bytes = std::fs::read(from).map_err(|error| {
        Stop::problem("unreadable-file", &[("found", &from.display()), ("reason", &error)])
    })?;
    let mut problems = Vec::new();
    match workbook::read(&bytes, &name, proposals, &mut problems) {
        Some(taken) => Ok((taken, problems)),
        None => Err(Stop::Problems(problems)),
    }
}

/// Shows what is open, one by one, and reads an answer to each. What was decided is written at once.
fn ask(proposals: &mut Proposals, reviewer: &str, output: &Output) -> Result<(), Stop> {
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
                (_, Some(decision)) => {
                    if decision == Decision::Edit {
                        let around = proposals.around(&proposals.rows[place]);
                        let mut edited = proposals.rows[place].clone();
                        if !edit(&mut edited, &around, &mut answer, output) {
                            // What a person wanted is not what would be kept: they are asked again.
                            output.line(Stream::Talk, &output.speaker.word("measures-stays-open"));
                            continue;
                        }
                        proposals.rows[place] = edited;
                    }
                    let row = &mut proposals.rows[place];
                    row.set("decision", decision.name());
                    if !reviewer.is_empty() {
                        row.set("reviewer", reviewer);
                    }
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

/// Reads `part=words` line by line until an empty one, and says whether every line was taken. Words
/// that do not stand in the passage are told and not taken; a later line for the same part mends
/// it.
fn edit(
    proposal: &mut Proposal,
    around: &[String],
    answer: &mut dyn FnMut() -> Option<String>,
    output: &Output,
) -> bool {
    let mut faults: BTreeSet<String> = BTreeSet::new();
    let parts = PARTS.join(", ");
    output.say("measures-edit", &[("parts", Value::plain(&parts))]);
    while let Some(line) = answer().filter(|line| !line.trim().is_empty()) {
        let change = line.split_once('=').map(|(part, words)| (part.trim(), words.trim()));
        match change.filter(|(part, _)| PARTS.contains(part)) {
            Some((part, words)) => match Proposal::fault(part, words, around) {
                Ok(words) => {
                    proposal.change(part, &words);
                    faults.remove(part);
                }
                Err(fault) => {
                    faults.insert(part.to_owned());
                    let word = match fault {
                        Fault::NotThere => "measures-not-there",
                        Fault::NoValue => "measures-no-value",
                    };
                    output.say(word, &[("found", Value::plain(&plain_line(&line)))]);
                }
            },
            None => {
                faults.insert(line.clone());
                let found = Value::plain(&plain_line(&line));
                output.say("measures-not-understood", &[("found", found)]);
            }
        }
    }
    faults.is_empty()
}

fn show(proposal: &Proposal, place: usize, all: usize, output: &Output) {
    // A document may have several texts: the file and the language tell which one this is of.
    let head = format!(
        "[{}/{all}] {}, {} ({}): {} ({})",
        place + 1,
        proposal.get("document"),
        proposal.get("file"),
        proposal.get("language"),
        proposal.get("locator"),
        proposal.get("confidence"),
    );
    output.line(Stream::Talk, &format!("\n{}", plain_line(&head)));
    output.line(Stream::Talk, &plain_line(proposal.get("text")));
    for part in PARTS {
        let words = proposal.get(part);
        if !words.is_empty() {
            let name = output.speaker.word(&format!("measures-head-{}", part.replace('_', "-")));
            output.line(Stream::Talk, &format!("  {name} ({part}): {}", plain_line(words)));
        }
        if part == "money" && proposal.get("amount_for") == SEVERAL_ROWS {
            let name = output.speaker.word("measures-head-amount-for");
            let word = amount_word(&output.speaker, SEVERAL_ROWS);
            output.line(Stream::Talk, &format!("  {name} (amount_for): {word}"));
        }
    }
}
