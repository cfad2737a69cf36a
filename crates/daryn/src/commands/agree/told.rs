//! Quantities in words, in JSON and in rows.

use daryn_estimate::agreement::{Quantity, Undefined};
use daryn_model::record::Decimal;
use daryn_report::Speaker;
use serde_json::{Map, Value, json};

use super::table::Row;
use crate::output::plain_line;

/// Decimals that people see.
const DECIMALS: usize = 3;

/// Why there is no value, as a sentence.
pub(super) fn reason(reason: Undefined, speaker: &Speaker) -> String {
    speaker.word(match reason {
        Undefined::NoVariation => "agree-no-variation",
        Undefined::OneCoder => "agree-one-coder",
        Undefined::OneUnit => "agree-one-unit",
        Undefined::NoPairs => "agree-no-pairs",
        Undefined::NotTwoCoders => "agree-not-two-coders",
        Undefined::UnequalRatings => "agree-unequal-ratings",
        Undefined::ValueOutsideScale => "agree-outside-scale",
        Undefined::NoOrder => "agree-no-order",
        Undefined::Nothing => "agree-nothing",
    })
}

/// An object whose lacking values have their reasons in `notes`.
pub(super) struct Object<'a> {
    values: Map<String, Value>,
    notes: Map<String, Value>,
    speaker: &'a Speaker,
}

impl<'a> Object<'a> {
    pub(super) fn new(speaker: &'a Speaker) -> Object<'a> {
        Object { values: Map::new(), notes: Map::new(), speaker }
    }

    pub(super) fn quantity(&mut self, name: &str, quantity: Quantity) {
        match quantity {
            Ok(value) => self.value(name, json!(value)),
            Err(why) => self.absent(name, &reason(why, self.speaker)),
        }
    }

    pub(super) fn value(&mut self, name: &str, value: Value) {
        self.values.insert(name.to_owned(), value);
    }

    pub(super) fn absent(&mut self, name: &str, reason: &str) {
        self.values.insert(name.to_owned(), Value::Null);
        self.note(name, reason);
    }

    pub(super) fn note(&mut self, name: &str, text: &str) {
        self.notes.insert(name.to_owned(), json!(text));
    }

    /// The object with its notes, which an object of a list has only where it needs them.
    pub(super) fn part(mut self) -> Value {
        if !self.notes.is_empty() {
            self.values.insert("notes".to_owned(), Value::Object(self.notes));
        }
        Value::Object(self.values)
    }

    pub(super) fn whole(mut self) -> Value {
        self.values.insert("notes".to_owned(), Value::Object(self.notes));
        Value::Object(self.values)
    }
}

/// Rows of one subject.
pub(super) struct Rows<'a> {
    pub(super) rows: Vec<Row>,
    pub(super) speaker: &'a Speaker,
}

/// What a row is about: part, name and other name.
type Subject<'a> = (&'static str, &'a str, &'a str);

impl Rows<'_> {
    pub(super) fn quantity(
        &mut self,
        subject: Subject<'_>,
        quantity: &'static str,
        value: Quantity,
    ) {
        match value {
            Ok(value) => self.row(subject, quantity, Some(value.to_string()), String::new()),
            Err(why) => self.row(subject, quantity, None, reason(why, self.speaker)),
        }
    }

    pub(super) fn count(&mut self, subject: Subject<'_>, quantity: &'static str, count: u64) {
        self.row(subject, quantity, Some(count.to_string()), String::new());
    }

    fn row(
        &mut self,
        (part, name, other): Subject<'_>,
        quantity: &'static str,
        value: Option<String>,
        reason: String,
    ) {
        let (name, other) = (name.to_owned(), other.to_owned());
        self.rows.push(Row { part, name, other, quantity, value, reason });
    }
}

/// A number as people of the language write it.
pub(super) fn number(value: f64, speaker: &Speaker) -> String {
    speaker.decimal(&Decimal::rounded(value, DECIMALS))
}

/// The same, or a dash.
pub(super) fn number_or_dash(quantity: Quantity, speaker: &Speaker) -> String {
    quantity.map_or_else(|_| "—".to_owned(), |value| number(value, speaker))
}

/// Lines of columns, the first one to the left and the others to the right.
pub(super) fn columns(heads: &[String], rows: &[Vec<String>]) -> Vec<String> {
    let shown: Vec<Vec<String>> =
        rows.iter().map(|row| row.iter().map(|cell| short(cell)).collect()).collect();
    let length = |text: &str| text.chars().count();
    let width = |at: usize| {
        let cells = shown.iter().map(|row| length(&row[at])).chain([length(&heads[at])]);
        cells.max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |cells: &[String]| {
        let mut line = String::from(" ");
        for (at, (cell, width)) in cells.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - length(cell));
            line += &if at == 0 { format!(" {cell}{pad}") } else { format!("  {pad}{cell}") };
        }
        line.trim_end().to_owned()
    };
    std::iter::once(line(heads)).chain(shown.iter().map(|row| line(row))).collect()
}

/// What fits into a column.
fn short(text: &str) -> String {
    const WIDTH: usize = 40;
    let text = plain_line(text);
    if text.chars().count() <= WIDTH {
        return text;
    }
    text.chars().take(WIDTH - 1).chain(['…']).collect()
}
