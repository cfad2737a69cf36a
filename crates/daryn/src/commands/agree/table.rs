//! In which form and where agreement is written.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use daryn_report::Speaker;
use daryn_stats::write::{self, About, Column, Content, PlainTable, Words};
use serde_json::Value;

use super::is_same;
use crate::arguments;
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;
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

/// The form that was asked for.
pub(super) struct Writes {
    format: String,
    out: Option<PathBuf>,
}

impl Writes {
    pub(super) fn of(matches: &ArgMatches, input: &Path) -> Result<Writes, Stop> {
        let format = arguments::text(matches, "format").unwrap_or("text").to_owned();
        let out = matches.get_one::<PathBuf>("output").cloned();
        let usage = |found: String, meant: &[&str]| {
            let meant = meant.iter().map(|word| (*word).to_owned()).collect();
            Err(Stop::Usage { found, meant })
        };
        match (&out, format.as_str()) {
            (None, "xlsx" | "parquet") => usage(format!("--format {format}"), &["--output OUT"]),
            (Some(out), _) if is_same(out, input) => {
                Err(Stop::problem("output-is-input", &[("path", &out.display())]))
            }
            _ => Ok(Writes { format, out }),
        }
    }

    pub(super) fn write(&self, told: &dyn Told, output: &Output) -> Result<(), Stop> {
        let lines = match (self.format.as_str(), &self.out) {
            ("json", None) => {
                output.value(&told.json(&output.speaker));
                return Ok(());
            }
            ("json", _) => {
                let text = serde_json::to_string_pretty(&told.json(&output.speaker));
                vec![text.map_err(|error| Stop::Internal(error.to_string()))?]
            }
            ("text", _) => told.lines(&output.speaker),
            _ => return self.table(told.rows(&output.speaker), output),
        };
        let Some(path) = &self.out else {
            lines.iter().for_each(|line| output.line(Stream::Data, line));
            return Ok(());
        };
        let mut file = Whole::create(path)?;
        for line in lines {
            writeln!(file, "{line}").map_err(|error| file.failed(&error))?;
        }
        file.finish()
    }

    fn table(&self, rows: Vec<Row>, output: &Output) -> Result<(), Stop> {
        if self.format == "csv" {
            let text = separated(rows);
            let Some(path) = &self.out else {
                output.bytes(text.as_bytes());
                return Ok(());
            };
            let mut file = Whole::create(path)?;
            file.write_all(text.as_bytes()).map_err(|error| file.failed(&error))?;
            return file.finish();
        }
        let path = self.out.as_deref().unwrap_or(Path::new(""));
        let mut file = Whole::create(path)?;
        let columns = HEADS.map(|id| Column {
            id: id.to_owned(),
            label: output.speaker.word(&format!("agree-head-{id}")),
            content: if id == "value" { Content::Number } else { Content::Text },
            codes: Vec::new(),
        });
        let cell = |cell: String| Some(cell).filter(|cell| !cell.is_empty());
        let cells = rows.into_iter().map(|row| row.cells().map(cell).to_vec());
        let table = PlainTable { columns: columns.to_vec(), cells: cells.collect() };
        let about = About { title: output.speaker.word("agree-title"), sources: Vec::new() };
        if self.format == "parquet" {
            let written = write::write_parquet(&table, &about, &mut file);
            written.map_err(|error| file.failed(&error))?;
            return file.finish();
        }
        let word = |key: &str| output.speaker.word(key);
        let words = Words {
            data: word("stats-sheet-data"),
            codes: word("stats-sheet-codes"),
            sources: word("stats-sheet-sources"),
            code_heads: ["stats-head-column", "stats-head-code", "stats-head-name"].map(word),
        };
        let name = path.display().to_string();
        let problems = write::write_xlsx(&table, &about, &words, &name, &mut file)
            .map_err(|problem| Stop::Problems(vec![problem]))?;
        output.problems(Stream::Talk, &problems);
        if study::has_errors(&problems) {
            return Err(file.failed(&io::ErrorKind::InvalidData.into()));
        }
        file.finish()
    }
}

/// RFC 4180, ends of lines as on Unix.
fn separated(rows: Vec<Row>) -> String {
    let quoted = |cell: &str| match cell.contains(['"', ',', '\r', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    };
    let mut text = HEADS.join(",") + "\n";
    for row in rows {
        let cells: Vec<String> = row.cells().iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}
