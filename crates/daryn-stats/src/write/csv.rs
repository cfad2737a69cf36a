//! CSV for people: RFC 4180 with a byte order mark, without which spreadsheets take Cyrillic for
//! something else.

use std::collections::HashMap;
use std::io::{self, Write};

use super::Table;

/// What stands between the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Separator {
    /// A comma, as the standard has it.
    #[default]
    Comma,
    /// A semicolon, which spreadsheets in Russian and Kazakh expect.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    fn letter(self) -> char {
        match self {
            Separator::Comma => ',',
            Separator::Semicolon => ';',
            Separator::Tab => '\t',
        }
    }
}

/// Writes a table: the head names each column by its label, cells are literals. A column of codes
/// is followed by one with what they are called; the codes keep their identifier as head.
///
/// # Errors
/// Where the output cannot be written.
pub fn write(table: &dyn Table, separator: Separator, out: &mut dyn Write) -> io::Result<()> {
    let mut line = Line { text: String::from('\u{feff}'), separator: separator.letter(), cells: 0 };
    for column in table.columns() {
        let label = if column.label.is_empty() { &column.id } else { &column.label };
        if column.codes.is_empty() {
            line.cell(label);
        } else {
            line.cell(&column.id);
            line.cell(label);
        }
    }
    line.end("\r\n", out)?;
    let labels: Vec<HashMap<&str, &str>> = table
        .columns()
        .iter()
        .map(|column| {
            column.codes.iter().map(|(code, label)| (code.as_str(), label.as_str())).collect()
        })
        .collect();
    for row in 0..table.rows() {
        for (place, labels) in labels.iter().enumerate() {
            let cell = table.cell(row, place).unwrap_or_default();
            line.cell(cell);
            if !labels.is_empty() {
                line.cell(labels.get(cell).copied().unwrap_or_default());
            }
        }
        line.end("\r\n", out)?;
    }
    Ok(())
}

/// A line that is being written.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) separator: char,
    pub(super) cells: usize,
}

impl Line {
    pub(super) fn cell(&mut self, cell: &str) {
        if self.cells > 0 {
            self.text.push(self.separator);
        }
        self.cells += 1;
        let is_edged = cell.starts_with(' ') || cell.ends_with(' ');
        if is_edged || cell.contains(['"', '\r', '\n', self.separator]) {
            self.text.push('"');
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(cell);
        }
    }

    pub(super) fn end(&mut self, end: &str, out: &mut dyn Write) -> io::Result<()> {
        self.text.push_str(end);
        out.write_all(self.text.as_bytes())?;
        self.text.clear();
        self.cells = 0;
        Ok(())
    }
}
