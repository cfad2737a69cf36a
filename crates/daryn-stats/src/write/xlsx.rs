//! A workbook: the table with numbers and literals, what the codes are called, the sources.

use std::io::{self, Write};

use daryn_model::Diagnostic;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{About, Table, typed};

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

/// The most rows of a sheet (ECMA-376; Excel specifications and limits).
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;
/// The most letters of a cell.
const LETTERS: usize = 32_767;

/// Writes a workbook: the first row holds the identifiers, the second one the labels, and both stay
/// in sight; numbers stand beside their literals, which are texts.
///
/// Gives what could not be written as it is: a cell that is longer than a cell may be is cut.
///
/// # Errors
/// Where the output cannot be written, or the table is larger than a sheet; then nothing is written
/// and the diagnostic says how large it is.
pub fn write(
    table: &dyn Table,
    about: &About,
    words: &Words,
    name: &str,
    out: &mut (dyn Write + Send),
) -> Result<Vec<Diagnostic>, Diagnostic> {
    let columns = typed(table.columns());
    if table.rows() + 2 > ROWS || columns.len() > COLUMNS {
        return Err(Diagnostic::error("stats-workbook-too-large", name, 0)
            .with("rows", table.rows())
            .with("columns", columns.len()));
    }
    let mut cut = 0;
    let made = make(table, about, words, &mut cut).and_then(|mut book| book.save_to_buffer());
    let failed = |error: &dyn std::fmt::Display| {
        Diagnostic::error("stats-workbook-not-written", name, 0).with("problem", error)
    };
    let bytes = made.map_err(|error| failed(&error))?;
    let written: io::Result<()> = out.write_all(&bytes);
    written.map_err(|error| failed(&error))?;
    let cuts = (cut > 0).then(|| {
        Diagnostic::warning("stats-workbook-cells-cut", name, 0)
            .with("cells", cut)
            .with("letters", LETTERS)
    });
    Ok(cuts.into_iter().collect())
}

fn make(
    table: &dyn Table,
    about: &About,
    words: &Words,
    cut: &mut usize,
) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // A fixed date: the same table gives the same bytes.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&about.title).set_creation_datetime(&date));
    data(book.add_worksheet(), table, words, cut)?;
    if table.columns().iter().any(|column| !column.codes.is_empty()) {
        codes(book.add_worksheet(), table, words, cut)?;
    }
    sources(book.add_worksheet(), about, words, cut)?;
    Ok(book)
}

fn data(
    sheet: &mut Worksheet,
    table: &dyn Table,
    words: &Words,
    cut: &mut usize,
) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    // Excel takes a text that looks like a number for a mistake unless it is marked as text.
    let literal = Format::new().set_num_format("@");
    sheet.set_name(sheet_name(&words.data))?;
    let columns = typed(table.columns());
    for (place, (id, typed)) in (0u16..).zip(&columns) {
        sheet.write_string_with_format(0, place, id, &head)?;
        let label = table.columns().get(typed.column).map_or("", |column| column.label.as_str());
        sheet.write_string_with_format(1, place, fit(label, cut), &head)?;
        let width = label.chars().count().max(id.chars().count()).clamp(10, 40);
        sheet.set_column_width(place, width as f64)?;
    }
    sheet.set_freeze_panes(2, 0)?;
    for row in 0..table.rows() {
        let to = row as u32 + 2;
        for (place, (_, typed)) in (0u16..).zip(&columns) {
            if typed.is_number {
                if let Some(number) = table.number(row, typed.column) {
                    sheet.write_number(to, place, number)?;
                }
            } else if let Some(text) = table.cell(row, typed.column).filter(|text| !text.is_empty())
            {
                sheet.write_string_with_format(to, place, fit(text, cut), &literal)?;
            }
        }
    }
    Ok(())
}

fn codes(
    sheet: &mut Worksheet,
    table: &dyn Table,
    words: &Words,
    cut: &mut usize,
) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    sheet.set_name(sheet_name(&words.codes))?;
    for (place, word) in (0u16..).zip(&words.code_heads) {
        sheet.write_string_with_format(0, place, word, &head)?;
        sheet.set_column_width(place, 24)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let rows = table
        .columns()
        .iter()
        .flat_map(|column| column.codes.iter().map(|(code, label)| (&column.id, code, label)));
    for (to, (id, code, label)) in (1u32..).zip(rows.take(ROWS - 1)) {
        for (place, text) in (0u16..).zip([id, code, label]) {
            sheet.write_string(to, place, fit(text, cut))?;
        }
    }
    Ok(())
}

fn sources(
    sheet: &mut Worksheet,
    about: &About,
    words: &Words,
    cut: &mut usize,
) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    sheet.set_name(sheet_name(&words.sources))?;
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in about.sources.iter().flatten() {
        if !names.contains(&name.as_str()) && names.len() < COLUMNS {
            names.push(name);
        }
    }
    for (place, name) in (0u16..).zip(&names) {
        sheet.write_string_with_format(0, place, *name, &head)?;
        sheet.set_column_width(place, 24)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (to, source) in (1u32..).zip(about.sources.iter().take(ROWS - 1)) {
        for (name, text) in source {
            if let Some(place) = names.iter().position(|known| known == name) {
                sheet.write_string(to, place as u16, fit(text, cut))?;
            }
        }
    }
    Ok(())
}

/// As much of a text as a cell holds. Excel counts letters in UTF-16.
fn fit<'a>(text: &'a str, cut: &mut usize) -> &'a str {
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
