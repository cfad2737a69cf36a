//! Tables for people: workbooks, separated values and tables out of documents, read with a mapping
//! that says what stands where.
//!
//! A workbook keeps its shared texts in memory (at most 256 MB); otherwise memory does not grow
//! with the number of rows. A sheet is gone through once for the places of its tables, and for each
//! table once for its heads and once for its observations.

mod book;
mod cell_format;
mod charset;
pub mod desa;
pub mod eurostat;
mod grid;
mod keys;
mod layout;
mod leads;
mod mapping;
mod observe;
mod package;
pub mod plain;
mod separated;
mod workbook;

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::ops::ControlFlow;

use daryn_model::Diagnostic;

use crate::format::Format;
use crate::sink::{Sink, Stream, Told};
use crate::source::{Packing, Source};

pub use book::{Book, Typed, name_of_cell};
pub use charset::Charset;
pub use mapping::Mapping;
pub use separated::Dialect;
pub(crate) use separated::{Record, Records};

use grid::{Cell, Grid, Kind, Line, Piece, Visit};
use layout::{Layout, SheetFacts};
use mapping::{Sheets, Table};
use observe::{Observer, OnSheet};
use package::Flaw;
use separated::SeparatedGrid;
use workbook::Workbook;

/// Tells a workbook or separated values by their first bytes.
pub fn tell(first: &[u8]) -> Option<Format> {
    if first.starts_with(b"PK\x03\x04") {
        let has = |name: &[u8]| first.windows(name.len()).any(|own| own == name);
        let is_workbook = has(b"xl/") || has(b"[Content_Types].xml");
        let is_other = has(b"word/") || has(b"ppt/");
        return (is_workbook && !is_other).then_some(Format::Workbook);
    }
    if is_document(first) {
        return None;
    }
    let source = Source::bytes("", first.to_vec());
    let dialect = Dialect::find(&source).ok()?;
    if eurostat::is_table(first) {
        return Some(Format::EurostatTsv);
    }
    let (mut fields, mut lines, mut is_text, mut is_head) = (0, 0_usize, true, false);
    SeparatedGrid { source: &source, dialect, is_beginning: true }
        .walk(&mut |piece| {
            if let Piece::Line(line) = piece {
                lines += 1;
                is_head |= lines == 1
                    && line.cells().iter().any(|cell| plain::is_usual(line.literal(cell)));
                fields = fields.max(line.cells().len());
                let control = |letter: char| letter.is_control() && !letter.is_whitespace();
                let is_bad = |cell: &Cell| line.literal(cell).contains(control);
                // Padding at the end is no letter; what is cut at the end is not looked at.
                is_text &= lines > 3 || !line.cells().iter().any(is_bad);
            }
            ControlFlow::Continue(())
        })
        .ok()?;
    let begins = first.iter().find(|byte| !byte.is_ascii_whitespace());
    let is_markup = matches!(begins, Some(b'<' | b'{' | b'['));
    (is_text && !is_markup && fields > 1 && (lines > 1 || is_head)).then_some(Format::Csv)
}

/// The format of a workbook that is not read but can be converted: `XLS`, `XLSB` or `ODS`.
pub(crate) fn other(source: &Source) -> io::Result<Option<&'static str>> {
    let mut raw = source.raw()?;
    let mut first = Vec::new();
    raw.by_ref().take(8).read_to_end(&mut first)?;
    if first.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // A compound file: the names of its streams are UTF-16 ([MS-CFB] 2.6.1). That of a
        // workbook of BIFF8 is `Workbook`, of BIFF5 `Book` ([MS-XLS] 2.1).
        raw.take(MOST_COMPOUND).read_to_end(&mut first)?;
        let has = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            first.windows(name.len()).any(|own| own == name)
        };
        let is_workbook = has("Workbook\0") || has("Book\0");
        let is_other = has("EncryptedPackage\0") || has("WordDocument\0");
        return Ok((is_workbook && !is_other).then_some("XLS"));
    }
    if !first.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    raw.take(BEGINNING).read_to_end(&mut first)?;
    let has = |name: &[u8]| first.windows(name.len()).any(|own| own == name);
    Ok(match () {
        // The name of the first entry stands behind its head of 30 bytes.
        () if first.get(30..38) == Some(b"mimetype")
            && has(b"application/vnd.oasis.opendocument.spreadsheet") =>
        {
            Some("ODS")
        }
        () if has(b"[Content_Types].xml") && has(b"xl/workbook.bin") => Some("XLSB"),
        () => None,
    })
}

/// Bytes of an archive by which its kind is told.
const BEGINNING: u64 = 8192;
/// Bytes of a compound file that are looked through for the names of its streams, which may stand
/// at its end.
const MOST_COMPOUND: u64 = 32 << 20;

/// Whether a file is a PDF, an old file of Office, a picture, RTF or a saved page, in which commas
/// and semicolons part nothing.
fn is_document(first: &[u8]) -> bool {
    let marks: [&[u8]; 6] =
        [b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf"];
    let heads: [&[u8]; 2] = [b"mime-version:", b"from:"];
    let begins = |head: &&[u8]| {
        first.get(..head.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(head))
    };
    marks.iter().any(|mark| first.starts_with(mark)) || heads.iter().any(begins)
}

/// Reads a workbook or separated values with a mapping.
pub fn read(source: &Source, mapping: &Mapping, sink: &mut dyn Sink) -> Told {
    let mut observer = Observer::new(source.name(), &mapping.file, sink);
    let result = match source.packing() {
        Ok(Packing::Zip) => workbook(source, mapping, &mut observer),
        Ok(_) => separated(source, mapping, &mut observer),
        Err(error) => Err(Flaw::Unreadable(error.to_string())),
    };
    if let Err(flaw) = result {
        observer.problems.push(flaw.told(source.name()));
    }
    Told { problems: observer.problems }
}

/// A table out of a document: cells by row, as its reader gives them.
#[derive(Debug, Clone, Copy)]
pub struct DocumentTable<'a> {
    /// Name of the document, for problems.
    pub document: &'a str,
    /// Page, from 1, where the document has pages.
    pub page: Option<u32>,
    /// Number of the table in the document, from 1.
    pub number: u32,
    /// Cells by row.
    pub rows: &'a [Vec<String>],
}

/// Reads tables out of a document with a mapping, in which `sheet` is the number of a table. Places
/// have no bytes but a cell; each table is a stream whose part is `page=3` (as in RFC 8118).
pub fn read_document(tables: &[DocumentTable<'_>], mapping: &Mapping, sink: &mut dyn Sink) -> Told {
    let name = tables.first().map_or("", |table| table.document);
    let mut observer = Observer::new(name, &mapping.file, sink);
    let mut used = BTreeSet::new();
    for (stream, table) in tables.iter().enumerate() {
        let sheet = table.number.to_string();
        let part = table.page.map_or_else(String::new, |page| format!("page={page}"));
        // Every table is a stream, read or not, as every sheet of a workbook is.
        observer.sink.stream(&Stream { name: sheet.clone(), part, ..Stream::default() });
        let chosen = chosen(mapping, "", table.number, &mut used);
        if chosen.is_empty() || observer.has_stopped {
            continue;
        }
        let number = u32::try_from(stream).unwrap_or(u32::MAX);
        if let Err(flaw) =
            one_sheet(&DocumentGrid(table), &chosen, &sheet, number, false, &mut observer)
        {
            observer.problems.push(flaw.told(name));
        }
    }
    let all: Vec<String> = tables.iter().map(|table| table.number.to_string()).collect();
    unused(mapping, &used, &all, &mut observer.problems);
    nowhere(mapping, &mut observer);
    Told { problems: observer.problems }
}

struct DocumentGrid<'a>(&'a DocumentTable<'a>);

impl Grid for DocumentGrid<'_> {
    fn walk(&self, visit: &mut Visit<'_>) -> Result<(), Flaw> {
        let mut line = Line::default();
        for (row, cells) in self.0.rows.iter().enumerate() {
            line.begin(u32::try_from(row + 1).unwrap_or(u32::MAX), 0);
            for (column, text) in cells.iter().enumerate().take(grid::MOST_COLUMNS as usize) {
                let kind = if text.trim().is_empty() { Kind::Blank } else { Kind::Text };
                let cell = Cell { column: column as u32 + 1, kind, ..Cell::default() };
                line.push(cell, text, None, "");
            }
            if visit(Piece::Line(&line)).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// The sheets of a workbook, each of which is a stream.
///
/// # Errors
/// Where it is no workbook.
pub(crate) fn streams(source: &Source) -> Result<Vec<Stream>, Diagnostic> {
    let workbook = Workbook::open(source).map_err(|flaw| flaw.told(source.name()))?;
    Ok(announced(&workbook))
}

fn announced(workbook: &Workbook) -> Vec<Stream> {
    let sheets = workbook.sheets().iter();
    let stream = |name: &str, part: &str| Stream {
        name: name.to_owned(),
        part: part.to_owned(),
        is_unpacked: true,
        ..Stream::default()
    };
    sheets.map(|sheet| stream(&sheet.name, &sheet.part)).collect()
}

fn workbook(source: &Source, mapping: &Mapping, observer: &mut Observer<'_>) -> Result<(), Flaw> {
    let workbook = Workbook::open(source)?;
    let mut used = BTreeSet::new();
    // Every sheet is a stream, read or not: a place is found again without the mapping.
    announced(&workbook).iter().for_each(|stream| observer.sink.stream(stream));
    for (at, sheet) in workbook.sheets().iter().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let chosen = chosen(mapping, &sheet.name, number, &mut used);
        if chosen.is_empty() || observer.has_stopped {
            continue;
        }
        if sheet.is_hidden {
            let problem = Diagnostic::warning("stats-sheet-hidden", source.name(), 0);
            observer.problems.push(problem.with("sheet", &sheet.name));
        }
        one_sheet(&workbook.grid(at), &chosen, &sheet.name, number - 1, false, observer)?;
    }
    let all: Vec<String> = workbook.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    unused(mapping, &used, &all, &mut observer.problems);
    nowhere(mapping, observer);
    Ok(())
}

fn separated(source: &Source, mapping: &Mapping, observer: &mut Observer<'_>) -> Result<(), Flaw> {
    let unreadable = |error: std::io::Error| Flaw::Unreadable(error.to_string());
    let mut dialect = Dialect::find(source).map_err(unreadable)?;
    dialect.charset = mapping.charset.unwrap_or(dialect.charset);
    dialect.separator = mapping.separator.unwrap_or(dialect.separator);
    let is_unpacked = source.packing().map_err(unreadable)? == Packing::Gzip;
    observer.sink.stream(&Stream { is_unpacked, ..Stream::default() });
    // A file of separated values is the only sheet, whatever it is called.
    let tables: Vec<&Table> = mapping.tables.iter().collect();
    let grid = SeparatedGrid { source, dialect, is_beginning: false };
    one_sheet(&grid, &tables, "", 0, true, observer)?;
    nowhere(mapping, observer);
    Ok(())
}

/// Tables of a mapping that stand on a sheet.
fn chosen<'m>(
    mapping: &'m Mapping,
    name: &str,
    number: u32,
    used: &mut BTreeSet<usize>,
) -> Vec<&'m Table> {
    let fits = |table: &Table| match &table.sheets {
        Sheets::Any => true,
        Sheets::Named(names) => names.iter().any(|own| own == name || own.trim() == name.trim()),
        Sheets::Number(own) => *own == number,
    };
    let tables = mapping.tables.iter().enumerate().filter(|(_, table)| fits(table));
    tables
        .map(|(at, table)| {
            used.insert(at);
            table
        })
        .collect()
}

/// Tells tables for which there is no sheet.
fn unused(
    mapping: &Mapping,
    used: &BTreeSet<usize>,
    all: &[String],
    problems: &mut Vec<Diagnostic>,
) {
    for (at, table) in mapping.tables.iter().enumerate() {
        if !used.contains(&at) {
            let wanted = match &table.sheets {
                Sheets::Named(names) => names.join(", "),
                Sheets::Number(number) => number.to_string(),
                Sheets::Any => String::new(),
            };
            let problem = Diagnostic::error("stats-mapping-no-sheet", &mapping.file, table.line);
            let problem = problem.with("table", &table.id).with("sheet", wanted);
            problems.push(problem.with("sheets", all.join(", ")));
        }
    }
}

/// Tells tables that may stand on any sheet and begin on none.
fn nowhere(mapping: &Mapping, observer: &mut Observer<'_>) {
    for table in mapping.tables.iter().filter(|table| table.sheets == Sheets::Any) {
        if let Some(mapping::Spot::Found { words, .. }) = &table.begin
            && !observer.begun.contains(&table.line)
            && !observer.has_stopped
        {
            let file = observer.file.clone();
            let problem = Diagnostic::error("stats-mapping-no-begin", &mapping.file, table.line);
            let problem = problem.with("table", &table.id).with("sheet", file);
            observer.problems.push(problem.with("text", words.shown()));
        }
    }
}

/// Reads the tables of a sheet. `is_separated` tells that lines are records.
fn one_sheet(
    grid: &dyn Grid,
    tables: &[&Table],
    sheet: &str,
    stream: u32,
    is_separated: bool,
    observer: &mut Observer<'_>,
) -> Result<(), Flaw> {
    let facts = SheetFacts::find(grid, tables)?;
    let shown = if sheet.is_empty() { observer.file.clone() } else { sheet.to_owned() };
    for (at, table) in tables.iter().enumerate() {
        if observer.has_stopped {
            break;
        }
        let begin = match (&table.begin, &facts.begins[at]) {
            (None, _) => 1,
            (Some(mapping::Spot::Cell(row, _)), _) => *row,
            (Some(mapping::Spot::Found { words, .. }), None) => {
                // A table of any sheet need not stand on each, only on one.
                if table.sheets != Sheets::Any {
                    let code = "stats-mapping-no-begin";
                    let problem = Diagnostic::error(code, &observer.mapping, table.line)
                        .with("table", &table.id)
                        .with("sheet", &shown)
                        .with("text", words.shown());
                    observer.problems.push(problem);
                }
                continue;
            }
            (Some(_), Some(found)) => found.row,
        };
        observer.begun.insert(table.line);
        let end = match (&table.end, &facts.ends[at]) {
            (mapping::End::Before(mapping::Spot::Cell(row, _)), _) => Some(*row),
            (mapping::End::Before(_), Some(found)) => Some(found.row),
            (mapping::End::Before(mapping::Spot::Found { words, .. }), None) => {
                let code = "stats-mapping-no-end";
                let problem = Diagnostic::warning(code, &observer.mapping, table.line)
                    .with("table", &table.id)
                    .with("sheet", &shown)
                    .with("text", words.shown());
                observer.problems.push(problem);
                None
            }
            _ => None,
        };
        let layout = Layout::find(grid, table, begin, end, &facts.merged)?;
        if !layout.lacking.is_empty() {
            let problem =
                Diagnostic::error("stats-mapping-no-column", &observer.mapping, table.line)
                    .with("table", &table.id)
                    .with("sheet", &shown)
                    .with("columns", layout.lacking.join(", "));
            observer.problems.push(problem);
            continue;
        }
        let one = layout.columns.as_ref().is_some_and(|columns| columns.len() == 1);
        let on = OnSheet {
            table,
            layout: &layout,
            merged: &facts.merged,
            fixed: &facts.fixed[at],
            hidden_columns: &facts.hidden_columns,
            sheet,
            stream,
            is_record: is_separated && one,
        };
        observer.table(grid, &on)?;
    }
    Ok(())
}
