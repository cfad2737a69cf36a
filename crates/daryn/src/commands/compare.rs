//! `daryn compare`: what of a text was kept, edited, moved, is new or was dropped in another one.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_compare::{Comparison, Counts, Level, Note, Pair, Status, Unit};
use daryn_model::{Arg, Diagnostic, Severity};
use daryn_read::{Document, document::name};
use daryn_report::Speaker;
use daryn_stats::write::Content;

use super::read;
use crate::Ended;
use crate::arguments::{self, flag, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;
use crate::tabular::{Cell, Form, Tabular};
use crate::whole::Whole;

pub(super) mod line;
mod page;
mod terminal;

const FORMATS: [&str; 6] = ["text", "json", "html", "csv", "xlsx", "parquet"];

/// Columns of the table of pairs.
const COLUMNS: [(&str, Content); 14] = [
    ("part", Content::Text),
    ("status", Content::Text),
    ("note", Content::Text),
    ("share", Content::Number),
    ("old_label", Content::Text),
    ("old_kind", Content::Text),
    ("old_passage", Content::Text),
    ("old_text", Content::Text),
    ("new_label", Content::Text),
    ("new_kind", Content::Text),
    ("new_passage", Content::Text),
    ("new_text", Content::Text),
    ("old_file", Content::Text),
    ("new_file", Content::Text),
];

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn compare law-2014.md law-2023.md",
        "daryn compare law-2014.md law-2023.md --format html --output changes.html",
        "daryn compare law.kaz.md law.rus.md --unit leaf --format json",
        "daryn compare --line law-2011.md law-2014.md law-2023.md",
    ];
    subcommand(
        speaker,
        "compare",
        "daryn compare OLD NEW [--unit UNIT] [--format FORMAT] [--output OUT]\n       daryn compare --line FILE... [--format FORMAT] [--output OUT]",
        &examples,
        [
            positional(speaker, "file", "FILE", "cli-compare-file")
                .value_parser(value_parser!(PathBuf))
                .num_args(2..)
                .required(true),
            flag(speaker, "line", "cli-compare-line"),
            option(speaker, "unit", "UNIT", "cli-compare-unit")
                .value_parser(["article", "leaf"])
                .hide_possible_values(true),
            option(speaker, "format", "FORMAT", "cli-compare-format")
                .value_parser(FORMATS)
                .hide_possible_values(true),
            option(speaker, "output", "OUT", "cli-compare-output")
                .value_parser(value_parser!(PathBuf)),
        ],
    )
}

/// Two documents with what became of the one in the other.
struct Compared {
    files: [String; 2],
    /// The same without the folders that they have in common.
    names: Vec<String>,
    documents: [Document; 2],
    comparison: Comparison,
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let paths: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
    let form = Form::of(matches, "text", paths.iter().map(PathBuf::as_path))?;
    let is_line = matches.get_flag("line");
    if paths.len() > 2 && !is_line {
        let found = paths[2].display().to_string();
        return Err(Stop::Usage { found, meant: vec!["--line".to_owned()] });
    }
    let level = match arguments::text(matches, "unit") {
        Some("leaf") => Level::Leaf,
        _ => Level::Article,
    };
    let (documents, problems) = documents(&paths)?;
    output.problems(Stream::Talk, &problems);
    let ended = if study::has_errors(&problems) { Ended::WithProblem } else { Ended::Well };
    if is_line {
        line::run(&paths, &documents, &form, output)?;
        return Ok(ended);
    }
    let (Ok(documents), Ok(paths)) =
        (<[Document; 2]>::try_from(documents), <[PathBuf; 2]>::try_from(paths))
    else {
        return Err(Stop::Internal("not two documents".to_owned()));
    };
    let comparison = daryn_compare::compare(&documents[0], &documents[1], level);
    let names = line::names(&paths);
    let files = paths.map(|path| path.display().to_string());
    let compared = Compared { files, names, documents, comparison };
    match form.format.as_str() {
        "text" => give(&form, &terminal::text(&compared, &output.speaker), output)?,
        "html" => give(&form, &page::page(&compared, &output.speaker), output)?,
        _ => {
            let title = output.speaker.word("compare-title");
            table(&compared, &output.speaker).give(&form, &title, || json(&compared), output)?;
        }
    }
    Ok(ended)
}

/// Reads documents, with all that is wrong with them. A text that was read and is empty can be
/// compared: everything is new, or was dropped.
pub(super) fn documents(paths: &[PathBuf]) -> Result<(Vec<Document>, Vec<Diagnostic>), Stop> {
    let documents: Vec<Document> = paths.iter().map(|path| read::document(path)).collect();
    let problems: Vec<_> = documents.iter().flat_map(|it| it.diagnostics.clone()).collect();
    let hinders = |problem: &Diagnostic| {
        problem.severity == Severity::Error && problem.code != "read-no-text"
    };
    let is_hindered =
        |document: &Document| document.text.is_empty() && document.diagnostics.iter().any(hinders);
    if documents.iter().any(is_hindered) {
        return Err(Stop::Problems(problems));
    }
    Ok((documents, problems))
}

/// Prints a text, or writes it into a file.
pub(super) fn give(form: &Form, text: &str, output: &Output) -> Result<(), Stop> {
    let Some(path) = &form.out else {
        output.bytes(text.as_bytes());
        return Ok(());
    };
    let mut file = Whole::create(path)?;
    file.write_all(text.as_bytes()).map_err(|error| file.failed(&error))?;
    file.finish()
}

/// What the crate promises to programs, and what was compared.
fn json(compared: &Compared) -> serde_json::Value {
    let mut value = compared.comparison.to_json();
    for (key, place) in [("old", 0), ("new", 1)] {
        let document = &compared.documents[place];
        value["sources"][key] = serde_json::json!({
            "file": compared.files[place],
            "sha256": document.sha256,
            "language": document.language.language().code(),
        });
    }
    value
}

fn table(compared: &Compared, speaker: &Speaker) -> Tabular {
    let mut table = Tabular::new(speaker, "compare", &COLUMNS);
    let comparison = &compared.comparison;
    for (part, pairs) in [("units", &comparison.pairs), ("outside", &comparison.outside)] {
        for pair in pairs {
            let text = |text: &str| Cell::Text(text.to_owned());
            let notes: Vec<&str> = pair.notes.iter().map(|note| note.code()).collect();
            let mut row = vec![text(part), text(code(pair.status)), text(&notes.join(" "))];
            row.push(pair.share.into());
            for unit in [&pair.old, &pair.new] {
                let cell = |of: &dyn Fn(&Unit) -> Option<String>| {
                    unit.as_ref().and_then(of).map_or(Cell::Missing, Cell::Text)
                };
                row.push(cell(&|unit| unit.label.clone()));
                row.push(cell(&|unit| Some(kind(unit))));
                row.push(cell(&|unit| Some(name(unit.place))));
                row.push(cell(&|unit| Some(unit.text.clone())));
            }
            row.extend(compared.files.iter().map(|file| text(file)));
            table.push(row);
        }
    }
    table
}

/// The kind of a unit as programs know it.
fn kind(unit: &Unit) -> String {
    serde_json::to_value(unit.kind)
        .ok()
        .and_then(|it| Some(it.as_str()?.to_owned()))
        .unwrap_or_default()
}

fn code(status: Status) -> &'static str {
    match status {
        Status::Kept => "kept",
        Status::Edited => "edited",
        Status::Moved => "moved",
        Status::New => "new",
        Status::Dropped => "dropped",
    }
}

/// Counts of what is named.
fn of_counts(what: &str, counts: Counts, speaker: &Speaker) -> String {
    let count = |number: usize| Arg::Count(number as i64);
    let values = [
        ("what", Arg::plain(what)),
        ("kept", count(counts.kept)),
        ("edited", count(counts.edited)),
        ("moved", count(counts.moved)),
        ("new", count(counts.new)),
        ("dropped", count(counts.dropped)),
    ];
    speaker.say("compare-counts", &values)
}

/// What units of a level are called.
fn units(level: Level) -> &'static str {
    match level {
        Level::Article => "compare-articles",
        Level::Point => "compare-points",
        Level::Leaf => "compare-leaves",
    }
}

/// What was compared, with how many of each status.
fn summary(comparison: &Comparison, speaker: &Speaker) -> Vec<String> {
    let line = |what: &str, counts| of_counts(&speaker.word(what), counts, speaker);
    let mut lines = vec![line(units(comparison.level), Counts::of(&comparison.pairs))];
    if !comparison.outside.is_empty() {
        lines.push(line("compare-outside", Counts::of(&comparison.outside)));
    }
    if let Some(differences) = &comparison.differences {
        let n = Arg::Count(differences.len() as i64);
        lines.push(speaker.say("compare-differences", &[("n", n)]));
    }
    lines
}

/// Status and notes of a pair in words.
fn told(pair: &Pair, speaker: &Speaker) -> String {
    let status = speaker.word(&format!("compare-status-{}", code(pair.status)));
    let notes = pair.notes.iter().map(|note: &Note| match note {
        Note::Renumbered => {
            let label = |unit: &Option<Unit>| {
                let label = unit.as_ref().and_then(|unit| unit.label.clone());
                Arg::plain(&label.unwrap_or_else(|| "—".to_owned()))
            };
            let values = [("old", label(&pair.old)), ("new", label(&pair.new))];
            speaker.say("compare-note-renumbered", &values)
        }
        other => speaker.word(&format!("compare-note-{}", other.code())),
    });
    let notes: Vec<String> = notes.collect();
    if notes.is_empty() { status } else { format!("{status} ({})", notes.join("; ")) }
}

/// The first line of a unit.
fn heading(unit: &Unit) -> String {
    const LONGEST: usize = 100;
    let line = unit.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}
