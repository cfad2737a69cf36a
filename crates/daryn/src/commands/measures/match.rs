//! `daryn measures match`: measures of two documents, what was kept, changed, dropped and is new.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_measures::Part;
use daryn_measures::bodies::{Bodies, Body};
use daryn_measures::line::are_in_one_language;
use daryn_measures::matching::{Change, Fate, Matched, Side, matched};
use daryn_measures::measure::Measure;
use daryn_model::{Arg as Value, Diagnostic};
use daryn_read::{Document, document};
use daryn_report::Speaker;
use daryn_stats::write::Content;
use serde_json::{Value as Json, json};

use super::extract::measured;
use super::told::one_line;
use crate::Ended;
use crate::arguments::{self, nested, option, positional};
use crate::output::Output;
use crate::separated::Separated;
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular};

/// A row for each change, and one for each measure that was kept, dropped or is new.
const COLUMNS: [(&str, Content); 10] = [
    ("fate", Content::Text),
    ("likeness", Content::Number),
    ("part", Content::Text),
    ("way", Content::Text),
    ("old", Content::Text),
    ("new", Content::Text),
    ("since", Content::Text),
    ("old_passage", Content::Text),
    ("new_passage", Content::Text),
    ("measure", Content::Text),
];

pub(super) fn command(speaker: &Speaker) -> Command {
    let [format, out] = tabular::options(speaker);
    let file = |id, value| {
        positional(speaker, id, value, &format!("cli-measures-{id}"))
            .value_parser(value_parser!(PathBuf))
            .required(true)
    };
    let examples = [
        "daryn measures match concept-2017.md concept-2022.md",
        "daryn measures match old.docx new.docx --bodies my-study/bodies.csv --format json",
    ];
    nested(
        speaker,
        ("match", "cli-measures-match"),
        "daryn measures match OLD NEW [--bodies FILE] [--format FORMAT] [--output OUT]",
        &examples,
        [
            file("old", "OLD"),
            file("new", "NEW"),
            option(speaker, "bodies", "FILE", "cli-measures-bodies")
                .value_parser(value_parser!(PathBuf)),
            format,
            out,
        ],
    )
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let paths = [arguments::path(matches, "old"), arguments::path(matches, "new")];
    let table = matches.get_one::<PathBuf>("bodies");
    let inputs = paths.iter().chain(table).map(PathBuf::as_path);
    let form = Form::of(matches, "csv", inputs)?;
    let bodies = table.map(|path| bodies_at(path)).transpose()?;
    let bodies = bodies.unwrap_or_else(|| Bodies::new(Vec::new()));
    let (old, first, old_errors) = measured(&paths[0], output);
    let (new, second, new_errors) = measured(&paths[1], output);
    // Nothing that was not read has dropped or new measures, and words of two languages never agree.
    if old_errors || new_errors {
        return Ok(Ended::WithProblem);
    }
    one_language([&paths[0], &paths[1]], [&old, &new])?;
    let sides =
        [Side { text: &old.text, measures: &first }, Side { text: &new.text, measures: &second }];
    let found = matched(sides[0], sides[1], &bodies);
    let both = Both { old: &old, new: &new, first: &first, second: &second };
    let mut table = Tabular::new(&output.speaker, "measures-match", &COLUMNS);
    for one in &found {
        both.rows(one).into_iter().for_each(|row| table.push(row));
    }
    let count = |fate: Fate| found.iter().filter(|it| it.fate() == fate).count();
    let title = output.speaker.word("measures-match-title");
    let whole = || {
        json!({
            "kept": count(Fate::Kept),
            "changed": count(Fate::Changed),
            "dropped": count(Fate::Dropped),
            "new": count(Fate::New),
            "pairs": found.iter().map(|it| both.value(it)).collect::<Vec<_>>(),
        })
    };
    table.give(&form, &title, whole, output)?;
    if !output.is_json() {
        let number = |fate| Value::Count(count(fate) as i64);
        let values = [
            ("kept", number(Fate::Kept)),
            ("changed", number(Fate::Changed)),
            ("dropped", number(Fate::Dropped)),
            ("new", number(Fate::New)),
        ];
        output.say("measures-match-count", &values);
    }
    Ok(Ended::Well)
}

/// Refuses texts in two languages.
pub(super) fn one_language(paths: [&Path; 2], documents: [&Document; 2]) -> Result<(), Stop> {
    if are_in_one_language(documents[0], documents[1]) {
        return Ok(());
    }
    let codes = documents.map(|it| it.language.language().code());
    let values: [(&str, &dyn std::fmt::Display); 4] = [
        ("old", &paths[0].display()),
        ("old_language", &codes[0]),
        ("new", &paths[1].display()),
        ("new_language", &codes[1]),
    ];
    Err(Stop::problem("measures-languages", &values))
}

/// Bodies of a table that the user named.
///
/// # Errors
/// Where it cannot be read, or is a table of something else.
pub(in crate::commands) fn bodies_at(path: &Path) -> Result<Bodies, Stop> {
    let table = Separated::read(path)?;
    let is_named = NAMES.iter().any(|name| table.column(name).is_some());
    if table.column("id").is_none() || !is_named {
        let problem = Diagnostic::error("measures-bodies-columns", &table.file, 1);
        return Err(Stop::Problems(vec![problem]));
    }
    Ok(Bodies::new(bodies(&table)))
}

/// Columns that hold names of a body.
const NAMES: [&str; 4] = ["name_en", "name_ru", "name_kk", "aliases"];

/// Bodies of the bytes of a table; nobody where it is no table.
pub(in crate::commands) fn bodies_of(file: &str, bytes: &[u8]) -> Bodies {
    let table = Separated::parse(file, bytes);
    Bodies::new(table.map_or_else(|_| Vec::new(), |table| bodies(&table)))
}

/// Bodies out of a table as a study has it: `id`, `name_*`, `aliases`, `valid_from`, `successors`.
pub(super) fn bodies(table: &Separated) -> Vec<Body> {
    let columns = |wanted: &[&str]| -> Vec<usize> {
        wanted.iter().filter_map(|name| table.column(name)).collect()
    };
    let names = columns(&NAMES);
    let (id, from, successors) =
        (table.column("id"), table.column("valid_from"), table.column("successors"));
    let list = |cell: &str| -> Vec<String> {
        cell.split(';').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
    };
    let rows = table.rows.iter().map(|(_, cells)| Body {
        id: id.map_or(String::new(), |at| cells[at].clone()),
        names: names.iter().flat_map(|at| list(&cells[*at])).collect(),
        valid_from: from.and_then(|at| cells[at].parse().ok()),
        successors: successors.map_or(Vec::new(), |at| list(&cells[at])),
    });
    rows.collect()
}

struct Both<'a> {
    old: &'a Document,
    new: &'a Document,
    first: &'a [Measure],
    second: &'a [Measure],
}

impl Both<'_> {
    fn value(&self, one: &Matched) -> Json {
        let side = |document: &Document, measure: &Measure| {
            json!({
                "passage": document::name(measure.passage),
                "text": measure.sentence.words(&document.text),
                "start": measure.sentence.first,
                "end": measure.sentence.last,
            })
        };
        let place = |document: &Document, part: Option<Part>| {
            part.map(
                |it| json!({"text": it.words(&document.text), "start": it.first, "end": it.last}),
            )
        };
        let change = |it: &Change| {
            json!({
                "part": it.part,
                "way": it.way,
                "old": place(self.old, it.old),
                "new": place(self.new, it.new),
                "since": it.since.map(|date| date.to_string()),
            })
        };
        json!({
            "fate": one.fate(),
            "likeness": one.likeness,
            "old": one.old.map(|at| side(self.old, &self.first[at])),
            "new": one.new.map(|at| side(self.new, &self.second[at])),
            "changes": one.changes.iter().map(change).collect::<Vec<_>>(),
        })
    }

    fn rows(&self, one: &Matched) -> Vec<Vec<Cell>> {
        let text = |text: &str| Cell::Text(text.to_owned());
        let named = |value: Json| value.as_str().map_or(Cell::Missing, text);
        let words = |document: &Document, part: Option<Part>| {
            part.map_or(Cell::Missing, |it| Cell::Text(one_line(it.words(&document.text))))
        };
        let passage = |measure: Option<&Measure>| {
            measure.map_or(Cell::Missing, |it| Cell::Text(document::name(it.passage)))
        };
        let (old, new) = (one.old.map(|at| &self.first[at]), one.new.map(|at| &self.second[at]));
        let measure = match (old, new) {
            (_, Some(new)) => Cell::Text(new.shown(&self.new.text)),
            (old, None) => old.map_or(Cell::Missing, |it| Cell::Text(it.shown(&self.old.text))),
        };
        let row = |change: Option<&Change>| {
            vec![
                named(json!(one.fate())),
                Cell::from(one.likeness),
                change.map_or(Cell::Missing, |it| text(it.part)),
                change.map_or(Cell::Missing, |it| named(json!(it.way))),
                words(self.old, change.and_then(|it| it.old)),
                words(self.new, change.and_then(|it| it.new)),
                change
                    .and_then(|it| it.since)
                    .map_or(Cell::Missing, |it| Cell::Text(it.to_string())),
                passage(old),
                passage(new),
                measure.clone(),
            ]
        };
        match one.changes.is_empty() {
            true => vec![row(None)],
            false => one.changes.iter().map(|it| row(Some(it))).collect(),
        }
    }
}
