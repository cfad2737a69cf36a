//! Claims: sentences of the report before they are put into words.
//!
//! A claim names a template and carries typed values. Words are found in the catalogue of each
//! language; the values are formatted there and cannot be changed by a translator.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ledger::Support;
use crate::record::Decimal;
use crate::text::Localized;

/// A part of the report.
pub type Chapter = String;

/// A value in a sentence or a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Nothing was seen.
    #[default]
    Empty,
    /// A whole number.
    Count(i64),
    /// A year: never grouped by thousands.
    Year(i64),
    /// A measured or computed number with the digits to show.
    Number(Decimal),
    /// A number with the short form of its unit.
    Quantity(Decimal, Localized),
    /// Words of the study.
    Text(Localized),
    /// A date as a study writes it.
    Date(String),
    /// A period as a study writes it.
    Period(String),
    /// A code of the program: scheme and code, named in the catalogue.
    Code(String, String),
    /// A list.
    List(Vec<Arg>),
    /// An address that the reader may open.
    Link(String),
}

impl Arg {
    /// Whether nothing was seen.
    pub fn is_empty(&self) -> bool {
        match self {
            Arg::Empty => true,
            Arg::Text(text) => text.is_empty(),
            Arg::List(items) => items.is_empty(),
            _ => false,
        }
    }

    /// Words of the study.
    pub fn text(text: &Localized) -> Arg {
        if text.is_empty() { Arg::Empty } else { Arg::Text(text.clone()) }
    }

    /// A value that may not have been seen.
    pub fn maybe<T>(value: Option<T>, arg: impl FnOnce(T) -> Arg) -> Arg {
        value.map_or(Arg::Empty, arg)
    }

    /// The same words in every language.
    pub fn plain(text: &str) -> Arg {
        Arg::Text(Localized::same(text))
    }

    /// A code of one of the program's code lists.
    pub fn code(scheme: &str, code: &str) -> Arg {
        Arg::Code(scheme.to_owned(), code.to_owned())
    }
}

/// One sentence of the report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Claim {
    /// Name: `claim:effectiveness.target.T1`.
    pub id: String,
    /// Part of the report.
    pub chapter: Chapter,
    /// Name of the message in the catalogue.
    pub template: String,
    /// Values of the message.
    pub args: BTreeMap<String, Arg>,
    /// What it rests on.
    pub support: Support,
    /// What speaks against it.
    pub against: Vec<String>,
}

impl Claim {
    /// A claim; it cannot be made without support.
    pub fn new(chapter: &str, name: &str, template: &str, support: Support) -> Claim {
        Claim {
            id: format!("claim:{chapter}.{name}"),
            chapter: chapter.to_owned(),
            template: template.to_owned(),
            args: BTreeMap::new(),
            support,
            against: Vec::new(),
        }
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: &str, value: Arg) -> Claim {
        self.args.insert(name.to_owned(), value);
        self
    }

    /// Adds what speaks against it.
    #[must_use]
    pub fn against(mut self, ids: Vec<String>) -> Claim {
        self.against = ids;
        self
    }
}

/// A table of the report. Every row is an assertion with a claim of its own.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Table {
    /// Name, also of the CSV file.
    pub id: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TableRow {
    /// Claim that says in words what the row says in cells.
    pub claim: String,
    /// One value a column.
    pub cells: Vec<Arg>,
}

impl Table {
    /// An empty table.
    pub fn new(id: &str, columns: &[&str]) -> Table {
        Table {
            id: id.to_owned(),
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, claim: &Claim, cells: Vec<Arg>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "{}", self.id);
        self.rows.push(TableRow { claim: claim.id.clone(), cells });
    }

    /// Position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}
