//! In which form agreement is written.

use std::io::Write;

use daryn_report::Speaker;
use daryn_stats::write::Content;
use serde_json::Value;

use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::tabular::{Cell, Form, Tabular};
use crate::whole::Whole;

/// Forms of the output; the last two are written to files only.
pub(super) const FORMATS: [&str; 5] = ["text", "json", "csv", "xlsx", "parquet"];

/// What was found, in every form.
pub(super) trait Told {
    /// One object for programs.
    fn json(&self, speaker: &Speaker) -> Value;

    /// One row for each quantity.
    fn rows(&self, speaker: &Speaker) -> Vec<Row>;

    /// Lines for people.
    fn lines(&self, speaker: &Speaker) -> Vec<String>;
}

/// A quantity as a row of a table.
pub(super) struct Row {
    /// What it is about: `all`, `code`, `unit`, `pair`, `without`; of spans `characters`, `segments`.
    pub(super) part: &'static str,
    /// Which one of these.
    pub(super) name: String,
    /// The other one of a pair, or the code of an overlap.
    pub(super) other: String,
    pub(super) quantity: &'static str,
    pub(super) value: Option<String>,
    /// Why there is no value.
    pub(super) reason: String,
}

const HEADS: [&str; 6] = ["part", "name", "other", "quantity", "value", "reason"];

impl Row {
    fn cells(self) -> [String; 6] {
        let Row { part, name, other, quantity, value, reason } = self;
        [part.into(), name, other, quantity.into(), value.unwrap_or_default(), reason]
    }
}

/// Writes what was found.
pub(super) fn write(told: &dyn Told, form: &Form, output: &Output) -> Result<(), Stop> {
    let speaker = &output.speaker;
    if form.format != "text" {
        let title = speaker.word("agree-title");
        return table(told.rows(speaker), speaker).give(
            form,
            &title,
            || told.json(speaker),
            output,
        );
    }
    let lines = told.lines(speaker);
    let Some(path) = &form.out else {
        lines.iter().for_each(|line| output.line(Stream::Data, line));
        return Ok(());
    };
    let mut file = Whole::create(path)?;
    for line in lines {
        writeln!(file, "{line}").map_err(|error| file.failed(&error))?;
    }
    file.finish()
}

fn table(rows: Vec<Row>, speaker: &Speaker) -> Tabular {
    let content = |id| if id == "value" { Content::Number } else { Content::Text };
    let mut table = Tabular::new(speaker, "agree", &HEADS.map(|id| (id, content(id))));
    let cell = |text: String| if text.is_empty() { Cell::Missing } else { Cell::Text(text) };
    for row in rows {
        table.push(row.cells().map(cell).to_vec());
    }
    table
}
