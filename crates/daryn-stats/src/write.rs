//! Tables written for people and for other programs.
//!
//! A column of numbers becomes two where the format has types: the number under the name of the
//! column, and what stands in the source beside it (`OBS_VALUE` and `OBS_VALUE_literal`). Where the
//! literal is no number, the number is missing and the literal says why; it is never a zero.

mod arrow;
mod columns;
mod csv;
mod flatbuffer;
mod labels;
mod names;
pub mod observations;
mod observed;
mod parquet;
mod r;
pub mod sdmx_csv;
mod spss;
mod stata;
mod thrift;
mod xlsx;

use std::collections::HashSet;
use std::ops::Range;

pub use arrow::{Arrow, write as write_arrow};
pub use csv::{Separator, write as write_csv};
pub use labels::Described;
pub use names::{Labelled, write_csv as write_labelled_csv};
pub use observed::{Observed, Surveyed};
pub use parquet::{Parquet, write as write_parquet};
pub use r::write as write_r;
pub use spss::write as write_spss;
pub use stata::write as write_stata;
pub use xlsx::{Words, Xlsx, write as write_xlsx};

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Content {
    /// Text, or codes where the column has labels for them.
    #[default]
    Text,
    /// Numbers, as far as they are any.
    Number,
    /// Numbers that daryn made, such as counts: each is one, so no literal stands beside it.
    Count,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Identifier of the component: `REF_AREA`.
    pub id: String,
    /// What it is called, in the language of the output; may be empty.
    pub label: String,
    /// What its cells are.
    pub content: Content,
    /// What its codes are called, in the language of the output and the order of the code list.
    pub codes: Vec<(String, String)>,
}

/// What writers need of a table.
pub trait Table {
    /// Its columns.
    fn columns(&self) -> &[Column];

    /// How many rows it has.
    fn rows(&self) -> usize;

    /// The literal of a cell; `None` where there is nothing.
    fn cell(&self, row: usize, column: usize) -> Option<&str>;

    /// The number of a cell; `None` where the literal is none. What is not a plain decimal number
    /// (`..`, `<0.1`, `NaN`, `1 234,5`) is none unless the table knows better.
    fn number(&self, row: usize, column: usize) -> Option<f64> {
        plain_number(self.cell(row, column)?)
    }
}

/// Takes the rows of a table group by group, so that no more than one group stands in memory.
pub trait Groups {
    /// The next rows. Columns are those of which the writer was told when it began.
    ///
    /// # Errors
    /// Where they cannot be written; nothing more may be given then.
    fn group(&mut self, rows: &dyn Table) -> std::io::Result<()>;
}

/// A decimal number with a point, with or without an exponent; blanks around it are no part of it.
fn plain_number(literal: &str) -> Option<f64> {
    let literal = literal.trim();
    let is_plain = literal
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    let has_digit = literal.bytes().any(|b| b.is_ascii_digit());
    (is_plain && has_digit).then(|| literal.parse().ok())?.filter(|number: &f64| number.is_finite())
}

/// Where the rows of a table come from, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// What the table is called.
    pub title: String,
    /// For each source what is known of it: name and text, for example `sha256` and the digits.
    pub sources: Vec<Vec<(String, String)>>,
}

/// A table in memory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlainTable {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; a cell that a row lacks is empty.
    pub cells: Vec<Vec<Option<String>>>,
}

impl Table for PlainTable {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn rows(&self) -> usize {
        self.cells.len()
    }

    fn cell(&self, row: usize, column: usize) -> Option<&str> {
        self.cells.get(row)?.get(column)?.as_deref()
    }
}

/// A column as it is written to a format that has types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Typed {
    /// Number of the column in the table.
    column: usize,
    /// Whether the number is written and not the literal.
    is_number: bool,
}

/// The columns that are written: of a column of numbers first the number, then the literal.
fn typed(columns: &[Column]) -> Vec<(String, Typed)> {
    let (mut typed, mut taken) = (Vec::new(), HashSet::new());
    let mut add = |id: &str, column, is_number| {
        // Two columns of one name would be one to most readers.
        let others = (2..).map(|number| format!("{id}_{number}"));
        let name = std::iter::once(id.to_owned()).chain(others).find(|name| !taken.contains(name));
        let name = name.unwrap_or_default();
        taken.insert(name.clone());
        typed.push((name, Typed { column, is_number }));
    };
    for (column, Column { id, content, .. }) in columns.iter().enumerate() {
        add(id, column, *content != Content::Text);
        if *content == Content::Number {
            add(&format!("{id}_literal"), column, false);
        }
    }
    typed
}

/// The most rows that are written together, so many that a group is worth its head.
const GROUP_ROWS: usize = 65_536;
/// Bytes of cells behind which a group ends: so few that it fits into memory several times.
const GROUP_BYTES: usize = 12 << 20;

/// Gives a table that stands in memory to a writer.
fn by_groups(table: &dyn Table, writer: &mut dyn Groups) -> std::io::Result<()> {
    let columns = table.columns().len();
    let mut start = 0;
    while start < table.rows() {
        let (mut end, mut bytes) = (start, 0);
        while end < table.rows() && end - start < GROUP_ROWS && bytes < GROUP_BYTES {
            bytes += (0..columns).map(|c| table.cell(end, c).map_or(0, str::len)).sum::<usize>();
            end += 1;
        }
        writer.group(&Slice { table, rows: start..end })?;
        start = end;
    }
    Ok(())
}

/// Some rows of a table.
struct Slice<'a> {
    table: &'a dyn Table,
    rows: Range<usize>,
}

impl Table for Slice<'_> {
    fn columns(&self) -> &[Column] {
        self.table.columns()
    }

    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn cell(&self, row: usize, column: usize) -> Option<&str> {
        self.table.cell(self.rows.start + row, column)
    }

    fn number(&self, row: usize, column: usize) -> Option<f64> {
        self.table.number(self.rows.start + row, column)
    }
}

/// Names of columns and codes, and sources, as JSON for formats that keep words beside the table.
fn described(columns: &[Column], about: &About) -> String {
    let columns: Vec<_> = columns
        .iter()
        .map(|column| {
            let codes: serde_json::Map<String, serde_json::Value> = column
                .codes
                .iter()
                .map(|(code, label)| (code.clone(), label.as_str().into()))
                .collect();
            serde_json::json!({ "id": column.id, "label": column.label, "codes": codes })
        })
        .collect();
    let sources: Vec<serde_json::Map<String, serde_json::Value>> = about
        .sources
        .iter()
        .map(|source| {
            source.iter().map(|(name, text)| (name.clone(), text.as_str().into())).collect()
        })
        .collect();
    serde_json::json!({ "title": about.title, "columns": columns, "sources": sources }).to_string()
}

#[cfg(test)]
mod tests;
