//! A workbook: the table with numbers and literals, what the codes are called, the sources.
//!
//! Source: ECMA-376, part 1, chapter 18 (SpreadsheetML), and part 2 (packages). Written here, so
//! that rows go straight into the archive: what a library keeps of a million of them until it knows
//! all texts is gigabytes. Texts stand in their cells (18.18.11, `inlineStr`).

mod frame;

use std::io::{self, Write};

use daryn_model::Diagnostic;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{About, Column, Groups, Table, Typed, by_groups, typed};
use crate::cite::{decimal, letters};

/// Words of a workbook, in the language of its reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Name of the sheet with the table.
    pub data: String,
    /// Name of the sheet with the codes.
    pub codes: String,
    /// Name of the sheet with the sources.
    pub sources: String,
    /// Heads of the sheet with the codes: column, code, name.
    pub code_heads: [String; 3],
}

/// Bytes of a sheet that are gathered before they are packed.
const BLOCK: usize = 64 * 1024;
/// The most rows of a sheet (ECMA-376; Excel specifications and limits).
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;
/// The most letters of a cell.
const LETTERS: usize = 32_767;

/// Writes a workbook.
///
/// # Errors
/// As of [`Xlsx`]; where the table is larger than a sheet nothing is written.
pub fn write(
    table: &dyn Table,
    about: &About,
    words: &Words,
    name: &str,
    out: &mut dyn Write,
) -> Result<Vec<Diagnostic>, Diagnostic> {
    if table.rows() + HEADS > ROWS {
        return Err(too_large(name, table.rows(), typed(table.columns()).len()));
    }
    let mut book = Xlsx::new(table.columns(), about, words, name, out)?;
    by_groups(table, &mut book).map_err(|error| failed(name, &error))?;
    book.finish()
}

/// A workbook that is written group by group: the first row holds the identifiers, the second one
/// the labels, and both stay in sight; numbers stand beside their literals, which are texts.
///
/// It fails with `stats-workbook-not-written` where the output cannot be written, and with
/// `stats-workbook-too-large` where the table is larger than a sheet; the diagnostic says how large
/// it is.
pub struct Xlsx<'a> {
    zip: ZipWriter<StreamWriter<&'a mut dyn Write>>,
    columns: &'a [Column],
    typed: Vec<(String, Typed)>,
    about: &'a About,
    words: &'a Words,
    name: &'a str,
    sheet: Sheet,
    rows: usize,
}

impl<'a> Xlsx<'a> {
    /// Begins a workbook. `name` is what diagnostics call it.
    ///
    /// # Errors
    /// Where the output cannot be written, or there are more columns than a sheet has.
    pub fn new(
        columns: &'a [Column],
        about: &'a About,
        words: &'a Words,
        name: &'a str,
        out: &'a mut dyn Write,
    ) -> Result<Xlsx<'a>, Diagnostic> {
        let typed = typed(columns);
        if typed.len() > COLUMNS {
            return Err(too_large(name, 0, typed.len()));
        }
        let zip = ZipWriter::new_stream(out);
        let sheet = Sheet::default();
        let mut book = Xlsx { zip, columns, typed, about, words, name, sheet, rows: 0 };
        book.begin().map_err(|error| failed(name, &error))?;
        Ok(book)
    }

    fn begin(&mut self) -> io::Result<()> {
        let Words { data, codes, sources, .. } = self.words;
        let mut sheets = vec![sheet_name(data)];
        if self.has_codes() {
            sheets.push(sheet_name(codes));
        }
        sheets.push(sheet_name(sources));
        for (part, text) in frame::parts(&sheets, &self.about.title) {
            start(&mut self.zip, part)?;
            self.zip.write_all(text.as_bytes())?;
        }
        start(&mut self.zip, "xl/worksheets/sheet1.xml")?;
        let labels = self.typed.iter().map(|(_, typed)| {
            self.columns.get(typed.column).map_or("", |column| column.label.as_str())
        });
        let labels: Vec<&str> = labels.collect();
        let widths =
            self.typed.iter().zip(&labels).map(|((id, _), label)| {
                label.chars().count().max(id.chars().count()).clamp(10, 40)
            });
        self.sheet.begin(HEADS, widths);
        let ids: Vec<&str> = self.typed.iter().map(|(id, _)| id.as_str()).collect();
        self.sheet.heads(&ids);
        self.sheet.heads(&labels);
        self.sheet.pass(&mut self.zip)
    }

    fn has_codes(&self) -> bool {
        self.columns.iter().any(|column| !column.codes.is_empty())
    }

    /// Ends the workbook. Gives what could not be written as it is: a cell that is longer than a
    /// cell may be is cut.
    ///
    /// # Errors
    /// As of [`Xlsx`].
    pub fn finish(mut self) -> Result<Vec<Diagnostic>, Diagnostic> {
        let name = self.name;
        if self.rows + HEADS > ROWS {
            return Err(too_large(name, self.rows, self.typed.len()));
        }
        self.end().map_err(|error| failed(name, &error))?;
        let cut = self.sheet.cut;
        self.zip.finish().map_err(|error| failed(name, &error.into()))?;
        let cuts = (cut > 0).then(|| {
            Diagnostic::warning("stats-workbook-cells-cut", name, 0)
                .with("cells", cut)
                .with("letters", LETTERS)
        });
        Ok(cuts.into_iter().collect())
    }

    fn end(&mut self) -> io::Result<()> {
        self.sheet.end();
        self.sheet.pass(&mut self.zip)?;
        let mut number = 2;
        if self.has_codes() {
            start(&mut self.zip, "xl/worksheets/sheet2.xml")?;
            number = 3;
            self.codes()?;
        }
        start(&mut self.zip, &format!("xl/worksheets/sheet{number}.xml"))?;
        self.sources()
    }

    /// The sheet of codes: column, code, name.
    fn codes(&mut self) -> io::Result<()> {
        let heads = self.words.code_heads.each_ref().map(String::as_str);
        self.sheet.begin(1, heads.iter().map(|_| 24));
        self.sheet.heads(&heads);
        let columns = self.columns;
        let rows = columns
            .iter()
            .flat_map(|column| column.codes.iter().map(|(code, label)| [&column.id, code, label]));
        for row in rows.take(ROWS - 1) {
            self.sheet.open_row();
            (0..).zip(row).for_each(|(place, text)| self.sheet.text(place, text, PLAIN));
            self.sheet.close_row();
            self.sheet.pass_block(&mut self.zip)?;
        }
        self.sheet.end();
        self.sheet.pass(&mut self.zip)
    }

    /// The sheet of sources: a column for each sort of fact.
    fn sources(&mut self) -> io::Result<()> {
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in self.about.sources.iter().flatten() {
            if !names.contains(&name.as_str()) && names.len() < COLUMNS {
                names.push(name);
            }
        }
        self.sheet.begin(1, names.iter().map(|_| 24));
        self.sheet.heads(&names);
        for source in self.about.sources.iter().take(ROWS - 1) {
            self.sheet.open_row();
            for (place, name) in (0..).zip(&names) {
                if let Some((_, text)) = source.iter().find(|(own, _)| own == name) {
                    self.sheet.text(place, text, PLAIN);
                }
            }
            self.sheet.close_row();
            self.sheet.pass_block(&mut self.zip)?;
        }
        self.sheet.end();
        self.sheet.pass(&mut self.zip)
    }
}

impl Groups for Xlsx<'_> {
    fn group(&mut self, rows: &dyn Table) -> io::Result<()> {
        self.rows += rows.rows();
        if self.rows + HEADS > ROWS {
            // They are counted, so that it can be told how many there are.
            return Ok(());
        }
        for row in 0..rows.rows() {
            self.sheet.open_row();
            for (place, (_, typed)) in self.typed.iter().enumerate() {
                if typed.is_number {
                    if let Some(number) = rows.number(row, typed.column) {
                        self.sheet.number(place, number);
                    }
                } else if let Some(text) = rows.cell(row, typed.column).filter(|at| !at.is_empty())
                {
                    self.sheet.text(place, text, LITERAL);
                }
            }
            self.sheet.close_row();
            self.sheet.pass_block(&mut self.zip)?;
        }
        Ok(())
    }
}

fn too_large(name: &str, rows: usize, columns: usize) -> Diagnostic {
    Diagnostic::error("stats-workbook-too-large", name, 0)
        .with("rows", rows)
        .with("columns", columns)
}

fn failed(name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error("stats-workbook-not-written", name, 0).with("problem", error)
}

/// Begins a part. A fixed date: the same table gives the same bytes.
fn start<W: Write + io::Seek>(zip: &mut ZipWriter<W>, part: &str) -> io::Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default());
    zip.start_file(part, options).map_err(io::Error::from)
}

/// How hard parts are packed: more takes twice the time for a twentieth of the bytes.
const LEVEL: i64 = 2;
/// Rows of heads over the table.
const HEADS: usize = 2;
/// Formats of cells, in the order of [`frame`].
const PLAIN: Style = Style("");
const BOLD: Style = Style(" s=\"1\"");
/// Excel takes a text that looks like a number for a mistake unless it is marked as text.
const LITERAL: Style = Style(" s=\"2\"");

#[derive(Clone, Copy)]
struct Style(&'static str);

/// The XML of a sheet, as far as it was not yet given to the archive.
#[derive(Default)]
struct Sheet {
    text: String,
    /// The row that is written, from 1.
    row: usize,
    /// Letters of columns, as far as they were needed.
    letters: Vec<String>,
    /// Cells that were cut.
    cut: usize,
}

impl Sheet {
    fn begin(&mut self, heads: usize, widths: impl Iterator<Item = usize>) {
        self.row = 0;
        let below = heads + 1;
        self.text.push_str(frame::SHEET);
        self.text.push_str(&format!(
            "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{heads}\" \
             topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>\
             </sheetViews>"
        ));
        for (place, width) in (1..).zip(widths) {
            if place == 1 {
                self.text.push_str("<cols>");
            }
            self.text.push_str(&format!(
                "<col min=\"{place}\" max=\"{place}\" width=\"{width}\" customWidth=\"1\"/>"
            ));
        }
        if self.text.ends_with("/>") {
            self.text.push_str("</cols>");
        }
        self.text.push_str("<sheetData>");
    }

    fn end(&mut self) {
        self.text.push_str("</sheetData></worksheet>");
    }

    fn heads(&mut self, texts: &[&str]) {
        self.open_row();
        for (place, text) in texts.iter().enumerate() {
            self.text(place, text, BOLD);
        }
        self.close_row();
    }

    fn open_row(&mut self) {
        self.row += 1;
        self.text.push_str("<row r=\"");
        decimal(&mut self.text, self.row as u64);
        self.text.push_str("\">");
    }

    fn close_row(&mut self) {
        self.text.push_str("</row>");
    }

    /// Opens a cell up to its attributes.
    fn cell(&mut self, place: usize) {
        while self.letters.len() <= place {
            self.letters.push(letters(self.letters.len() as u32 + 1));
        }
        self.text.push_str("<c r=\"");
        self.text.push_str(self.letters.get(place).map_or("", String::as_str));
        decimal(&mut self.text, self.row as u64);
        self.text.push('"');
    }

    fn text(&mut self, place: usize, text: &str, style: Style) {
        self.cell(place);
        self.text.push_str(style.0);
        self.text.push_str(" t=\"inlineStr\"><is><t");
        let fit = fit(text, &mut self.cut);
        if fit.trim() != fit {
            self.text.push_str(" xml:space=\"preserve\"");
        }
        self.text.push('>');
        frame::escape(&mut self.text, fit);
        self.text.push_str("</t></is></c>");
    }

    fn number(&mut self, place: usize, number: f64) {
        self.cell(place);
        self.text.push_str("><v>");
        let size = number.abs();
        let number = match size == 0.0 || (1e-7..1e17).contains(&size) {
            true => number.to_string(),
            false => format!("{number:e}"),
        };
        self.text.push_str(&number);
        self.text.push_str("</v></c>");
    }

    /// Gives all to the archive.
    fn pass(&mut self, zip: &mut dyn Write) -> io::Result<()> {
        zip.write_all(self.text.as_bytes())?;
        self.text.clear();
        Ok(())
    }

    /// Gives all to the archive, where it is worth it.
    fn pass_block(&mut self, zip: &mut dyn Write) -> io::Result<()> {
        if self.text.len() < BLOCK { Ok(()) } else { self.pass(zip) }
    }
}

/// As much of a text as a cell holds. Excel counts letters in UTF-16.
fn fit<'a>(text: &'a str, cut: &mut usize) -> &'a str {
    if text.len() <= LETTERS {
        return text;
    }
    let mut letters = 0;
    let end = text.char_indices().find(|(_, letter)| {
        letters += letter.len_utf16();
        letters > LETTERS
    });
    match end.and_then(|(at, _)| text.get(..at)) {
        Some(beginning) => {
            *cut += 1;
            beginning
        }
        None => text,
    }
}

/// A sheet name has at most 31 letters and none of `[]:*?/\`.
fn sheet_name(name: &str) -> String {
    name.chars()
        .map(|letter| if "[]:*?/\\'".contains(letter) { '_' } else { letter })
        .take(31)
        .collect()
}
