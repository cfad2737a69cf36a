//! A table for R, Stata and SPSS: one CSV file that all three read, and names that all three allow.

use std::collections::{BTreeSet, HashSet};
use std::io::{self, Write};

use super::csv::Line;
use super::{About, Column, Content, Table, Typed, plain_number, typed};

/// A table with what a syntax file says of it.
pub struct Labelled<'a> {
    pub(super) table: &'a dyn Table,
    pub(super) about: &'a About,
    pub(super) variables: Vec<Variable<'a>>,
}

/// A column of the CSV file.
pub(super) struct Variable<'a> {
    /// Its name: ASCII letters, digits and low lines, at most 32, no reserved word.
    pub(super) name: String,
    pub(super) typed: Typed,
    pub(super) column: &'a Column,
    /// Bytes of the longest cell.
    pub(super) width: usize,
    /// The different literals of a column of numbers that are none, in the order in which they
    /// come: `..`, `x`.
    pub(super) missing: Vec<&'a str>,
    /// The smallest number.
    pub(super) least: f64,
    /// Codes and what they are called; those that no list has stand last and are called nothing.
    pub(super) codes: Vec<(&'a str, &'a str)>,
}

impl Variable<'_> {
    /// What the variable is called: the label and the identifier, where the name is another.
    pub(super) fn label(&self) -> String {
        let Column { id, label, .. } = self.column;
        let id = if self.typed.is_number || self.column.content == Content::Text {
            id.clone()
        } else {
            format!("{id}_literal")
        };
        let is_literal = self.column.content == Content::Number && !self.typed.is_number;
        match (label.is_empty(), id == self.name && !is_literal) {
            (true, _) => id,
            (false, true) => label.clone(),
            (false, false) => format!("{label} [{id}]"),
        }
    }
}

/// More different literals than letters: `.a` to `.z` of Stata.
pub(super) const MISSING: usize = 26;

impl<'a> Labelled<'a> {
    /// Looks through a table: names, widths, and which literals are no numbers.
    pub fn new(table: &'a dyn Table, about: &'a About) -> Labelled<'a> {
        let mut taken = BTreeSet::new();
        let mut variables = Vec::new();
        for (id, typed) in typed(table.columns()) {
            let Some(column) = table.columns().get(typed.column) else { continue };
            let base = id
                .strip_suffix("_literal")
                .filter(|_| column.content == Content::Number && !typed.is_number);
            let name = match base {
                Some(base) => legal(base, "_literal", &mut taken),
                None => legal(&id, "", &mut taken),
            };
            variables.push(Variable {
                name,
                typed,
                column,
                width: 1,
                missing: Vec::new(),
                least: 0.0,
                codes: Vec::new(),
            });
        }
        for variable in &mut variables {
            let listed = if variable.column.content == Content::Text {
                variable.column.codes.as_slice()
            } else {
                &[]
            };
            variable.codes =
                listed.iter().map(|(code, label)| (code.as_str(), label.as_str())).collect();
            let mut known: HashSet<&str> = variable.codes.iter().map(|(code, _)| *code).collect();
            for row in 0..table.rows() {
                let Some(cell) = table.cell(row, variable.typed.column) else { continue };
                variable.width = variable.width.max(cell.len());
                if !variable.typed.is_number {
                    if !listed.is_empty() && !cell.is_empty() && known.insert(cell) {
                        variable.codes.push((cell, ""));
                    }
                    continue;
                }
                match table.number(row, variable.typed.column) {
                    Some(number) => variable.least = variable.least.min(number),
                    None if !cell.is_empty()
                        && variable.missing.len() < MISSING
                        && !variable.missing.contains(&cell) =>
                    {
                        variable.missing.push(cell);
                    }
                    None => {}
                }
            }
        }
        Labelled { table, about, variables }
    }

    /// The literal of a column of numbers stands in this variable.
    pub(super) fn literal_of(&self, variable: &Variable) -> Option<&Variable<'a>> {
        self.variables
            .iter()
            .find(|other| other.typed.column == variable.typed.column && !other.typed.is_number)
    }
}

/// Writes the CSV file that the syntax files read: UTF-8 without a byte order mark, comma, LF,
/// first row names. A line break within a cell becomes a blank, for SPSS ends the row there.
///
/// # Errors
/// Where the output cannot be written.
pub fn write_csv(labelled: &Labelled, out: &mut dyn Write) -> io::Result<()> {
    let mut line = Line { text: String::new(), separator: ',', cells: 0 };
    for variable in &labelled.variables {
        line.cell(&variable.name);
    }
    line.end("\n", out)?;
    for row in 0..labelled.table.rows() {
        for Variable { typed, .. } in &labelled.variables {
            let literal = labelled.table.cell(row, typed.column).unwrap_or_default();
            if typed.is_number {
                match labelled.table.number(row, typed.column) {
                    None => line.cell(""),
                    Some(number) if plain_number(literal) == Some(number) => {
                        line.cell(literal.trim());
                    }
                    Some(number) => line.cell(&number.to_string()),
                }
            } else if literal.contains(['\n', '\r', '\0']) {
                line.cell(&literal.replace("\r\n", " ").replace(['\n', '\r', '\0'], " "));
            } else {
                line.cell(literal);
            }
        }
        line.end("\n", out)?;
    }
    Ok(())
}

/// A name that R, Stata and SPSS allow, and that no other variable has in any case of letters.
fn legal(id: &str, ending: &str, taken: &mut BTreeSet<String>) -> String {
    let mut name: String = id
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' })
        .collect();
    // Nothing is left of a name in Cyrillic; its label says what it is.
    if !name.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        name = "V".to_owned();
    }
    let is_reserved = RESERVED.contains(&name.to_ascii_lowercase().as_str());
    if is_reserved || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name.insert_str(0, "V_");
    }
    // 32 letters are what Stata allows; some are left for `_literal` and `_label`.
    name.truncate(22);
    let mut number = 1;
    loop {
        let this = if number == 1 {
            format!("{name}{ending}")
        } else {
            format!("{name}_{number}{ending}")
        };
        if taken.insert(this.to_ascii_lowercase()) {
            return this;
        }
        number += 1;
    }
}

/// Words that R, Stata or SPSS keep for themselves, in lower case.
const RESERVED: [&str; 42] = [
    // R
    "if", "else", "repeat", "while", "function", "for", "in", "next", "break", "true", "false",
    "null", "inf", "nan", "na", // Stata
    "byte", "double", "float", "int", "long", "using", "with", "strl", "_all", "_b", "_n", "_pi",
    "_rc", "_skip", "_weight", // SPSS
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to",
];

/// The beginning of a text that has at most so many bytes of UTF-8.
pub(super) fn cut(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}
