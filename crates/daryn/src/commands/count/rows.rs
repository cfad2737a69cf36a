//! Rows of counts: as text while they are counted, or kept for formats that are written whole.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use daryn_model::Diagnostic;
use daryn_report::csv_cell;
use daryn_stats::write::{self, About, Column, Content, Table};

use crate::output::Output;
use crate::stop::Stop;
use crate::tabular;
use crate::whole::Whole;

/// Which columns there are, and which rows.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) has_documents: bool,
    /// Documents are numbers of lines, not names of files.
    pub(super) by_line: bool,
    /// `category` or `feature`.
    pub(super) name: &'static str,
    /// So many words are what a rate is for.
    pub(super) per: Option<u32>,
    /// The least count of a row.
    pub(super) least: u64,
}

impl Head {
    fn names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        names.extend(self.has_documents.then_some("document"));
        names.extend([self.name, "count"]);
        names.extend(self.per.iter().flat_map(|_| ["words", "rate"]));
        names
    }
}

/// What a document is called.
pub(super) enum Name<'a> {
    /// There is no document: everything was counted.
    None,
    /// Number of the line, from 1.
    Line(u64),
    /// Path of the file, with the passage.
    File(Cow<'a, str>),
}

/// Takes rows.
pub(super) struct Rows<'a> {
    head: Head,
    to: To<'a>,
    /// Rows so far.
    many: u64,
    failed: Option<io::Error>,
}

enum To<'a> {
    Csv(&'a mut dyn Write),
    Json(&'a mut dyn Write),
    Kept(&'a mut Kept),
}

impl<'a> Rows<'a> {
    /// Writes CSV, or JSON as one list.
    pub(super) fn text(head: Head, is_json: bool, out: &'a mut dyn Write) -> Rows<'a> {
        let to = if is_json { To::Json(out) } else { To::Csv(out) };
        Rows { head, to, many: 0, failed: None }
    }

    /// Keeps rows.
    pub(super) fn kept(head: Head, kept: &'a mut Kept) -> Rows<'a> {
        Rows { head, to: To::Kept(kept), many: 0, failed: None }
    }

    /// Adds a row, unless its count is too small. After a failure nothing is written.
    pub(super) fn add(&mut self, document: Name<'_>, name: &str, count: u64, words: u64) {
        if count < self.head.least || self.failed.is_some() {
            return;
        }
        if self.many == 0
            && let Err(error) = self.begin()
        {
            self.failed = Some(error);
            return;
        }
        let rate = self.head.per.map(|per| count as f64 * f64::from(per) / words as f64);
        let written = match &mut self.to {
            To::Csv(out) => csv(*out, &document, name, count, words, rate),
            To::Json(out) => {
                let between: &[u8] = if self.many == 0 { b"\n" } else { b",\n" };
                let row = json(&document, self.head.name, name, count, words, rate);
                out.write_all(between).and_then(|()| out.write_all(row.to_string().as_bytes()))
            }
            To::Kept(kept) => {
                kept.add(&document, name, count, words, rate);
                Ok(())
            }
        };
        self.many += 1;
        self.failed = written.err();
    }

    /// Writes what comes before the first row: not sooner, so that a command that fails before
    /// it has any prints nothing.
    fn begin(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Csv(out) => writeln!(out, "{}", self.head.names().join(",")),
            To::Json(out) => out.write_all(b"["),
            To::Kept(_) => Ok(()),
        }
    }

    /// Whether rows can no longer be written.
    pub(super) fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// Ends the table.
    pub(super) fn end(&mut self) -> io::Result<()> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        if self.many == 0 {
            self.begin()?;
        }
        match &mut self.to {
            To::Csv(out) => out.flush(),
            To::Json(out) => {
                let end: &[u8] = if self.many == 0 { b"]\n" } else { b"\n]\n" };
                out.write_all(end).and_then(|()| out.flush())
            }
            To::Kept(_) => Ok(()),
        }
    }
}

fn csv(
    out: &mut dyn Write,
    document: &Name<'_>,
    name: &str,
    count: u64,
    words: u64,
    rate: Option<f64>,
) -> io::Result<()> {
    match document {
        Name::None => {}
        Name::Line(line) => write!(out, "{line},")?,
        Name::File(file) => {
            cell(out, file)?;
            out.write_all(b",")?;
        }
    }
    cell(out, name)?;
    match rate {
        None => writeln!(out, ",{count}"),
        Some(rate) => writeln!(out, ",{count},{words},{rate}"),
    }
}

/// A cell after RFC 4180.
fn cell(out: &mut dyn Write, text: &str) -> io::Result<()> {
    out.write_all(csv_cell(text).as_bytes())
}

fn json(
    document: &Name<'_>,
    of: &str,
    name: &str,
    count: u64,
    words: u64,
    rate: Option<f64>,
) -> serde_json::Value {
    let mut row = serde_json::Map::new();
    match document {
        Name::None => {}
        Name::Line(line) => drop(row.insert("document".into(), (*line).into())),
        Name::File(file) => drop(row.insert("document".into(), file.as_ref().into())),
    }
    row.insert(of.into(), name.into());
    row.insert("count".into(), count.into());
    if let Some(rate) = rate {
        row.insert("words".into(), words.into());
        row.insert("rate".into(), rate.into());
    }
    row.into()
}

/// Words of a workbook, and what columns are called, in the language of the user.
pub(super) struct Words {
    book: write::Words,
    labels: Vec<(&'static str, String)>,
}

pub(super) fn words(output: &Output) -> Words {
    let word = |key: &str| output.speaker.word(key);
    let labels = [
        ("document", "count-head-document"),
        ("category", "count-head-category"),
        ("feature", "count-head-feature"),
        ("count", "count-head-count"),
        ("words", "count-head-words"),
        ("rate", "count-head-rate"),
    ];
    Words {
        book: tabular::words(output),
        labels: labels.map(|(name, key)| (name, word(key))).into(),
    }
}

/// A table in memory, in one piece.
pub(super) struct Kept {
    columns: Vec<Column>,
    text: String,
    /// Where each cell ends in the text, row by row.
    ends: Vec<usize>,
}

impl Kept {
    pub(super) fn new(head: &Head, words: &Words) -> Kept {
        let column = |id: &'static str| {
            let label = words.labels.iter().find(|(name, _)| *name == id);
            let is_text = id == head.name || (id == "document" && !head.by_line);
            Column {
                id: id.to_owned(),
                label: label.map(|(_, label)| label.clone()).unwrap_or_default(),
                content: if is_text { Content::Text } else { Content::Count },
                codes: Vec::new(),
            }
        };
        let columns = head.names().into_iter().map(column).collect();
        Kept { columns, text: String::new(), ends: Vec::new() }
    }

    fn add(&mut self, document: &Name<'_>, name: &str, count: u64, words: u64, rate: Option<f64>) {
        match document {
            Name::None => {}
            Name::Line(line) => self.cell(&line.to_string()),
            Name::File(file) => self.cell(file),
        }
        self.cell(name);
        self.cell(&count.to_string());
        if let Some(rate) = rate {
            self.cell(&words.to_string());
            self.cell(&rate.to_string());
        }
    }

    fn cell(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// Writes a workbook or a file of Parquet; gives what could not be written as it is.
    pub(super) fn write(
        &self,
        format: &str,
        path: &Path,
        sources: Vec<String>,
        words: &Words,
    ) -> Result<Vec<Diagnostic>, Stop> {
        let sources = sources.into_iter().map(|name| vec![("file".to_owned(), name)]).collect();
        let about = About { title: String::new(), sources };
        tabular::write_typed(format, self, &about, &words.book, path, Whole::create(path)?)
    }
}

impl Table for Kept {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn rows(&self) -> usize {
        self.ends.len() / self.columns.len()
    }

    fn cell(&self, row: usize, column: usize) -> Option<&str> {
        let cell = row * self.columns.len() + column;
        let end = *self.ends.get(cell)?;
        let start = if cell == 0 { 0 } else { self.ends[cell - 1] };
        self.text.get(start..end)
    }
}
