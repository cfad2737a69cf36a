//! Tables as CSV: codes, dates and numbers as they are, words in a column for each language.

use std::borrow::Cow;

use daryn_model::{Arg, Lang, Table};

use crate::assemble::Assembled;

/// One table as CSV (RFC 4180, UTF-8); the first column names the claim of the row.
pub(crate) fn csv(report: &Assembled, name: &str) -> Result<Vec<u8>, String> {
    let mut out = String::new();
    let Some(table) = report.tables.iter().find(|table| table.id == name) else {
        // A chapter without evidence has an empty table, and the file says so by its emptiness.
        return Ok(b"claim\n".to_vec());
    };
    let layout = layout(table, &report.languages);
    let header = layout.iter().map(|column| column.name.clone());
    line(&mut out, std::iter::once("claim".to_owned()).chain(header));
    for row in &table.rows {
        let cells = layout.iter().map(|column| plain(&row.cells[column.position], column.lang));
        line(&mut out, std::iter::once(row.claim.clone()).chain(cells));
    }
    Ok(out.into_bytes())
}

/// A column of the file.
struct Column {
    name: String,
    position: usize,
    lang: Option<Lang>,
}

/// Columns that hold words of the study are given once a language.
fn layout(table: &Table, languages: &[Lang]) -> Vec<Column> {
    let mut layout = Vec::new();
    for (position, name) in table.columns.iter().enumerate() {
        let worded = table.rows.iter().any(|row| has_words(&row.cells[position]));
        if worded {
            layout.extend(languages.iter().map(|lang| Column {
                name: format!("{name}_{}", lang.code()),
                position,
                lang: Some(*lang),
            }));
        } else {
            layout.push(Column { name: name.clone(), position, lang: None });
        }
    }
    layout
}

fn has_words(arg: &Arg) -> bool {
    match arg {
        // A blank needs no column for each language.
        Arg::Text(text) if text.is_empty() => false,
        Arg::Text(text) => {
            let mut texts = text.iter().map(|(_, text)| text);
            let first = texts.next();
            // The same words in every language, such as a name of a record, need one column.
            text.iter().count() < Lang::ALL.len() || texts.any(|text| Some(text) != first)
        }
        Arg::Quantity(..) => false,
        Arg::List(items) => items.iter().any(has_words),
        _ => false,
    }
}

/// A value for programs: no formatting, empty where nothing was seen.
fn plain(arg: &Arg, lang: Option<Lang>) -> String {
    match arg {
        Arg::Empty => String::new(),
        Arg::Count(number) | Arg::Year(number) => number.to_string(),
        Arg::Number(number) => number.literal.clone(),
        Arg::Quantity(number, _) => number.literal.clone(),
        Arg::Text(text) => match text.get(lang.unwrap_or(Lang::En)) {
            Some((found, text)) if lang.is_some_and(|lang| lang != found) => {
                format!("{text} [{}]", found.code())
            }
            Some((_, text)) => text.to_owned(),
            None => String::new(),
        },
        Arg::Date(text) | Arg::Period(text) | Arg::Link(text) => text.clone(),
        Arg::Code(_, code) => code.clone(),
        Arg::List(items) => {
            items.iter().map(|item| plain(item, lang)).collect::<Vec<_>>().join("; ")
        }
    }
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        out.push_str(&csv_cell(&cell));
    }
    out.push('\n');
}

/// A cell of a CSV with commas, in quotation marks where it must be (RFC 4180).
pub fn csv_cell(cell: &str) -> Cow<'_, str> {
    if cell.contains(['"', ',', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}
