//! What can stand in a field: names, texts, numbers, dates, lists, nested records.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Cell, Decoder, Field, Located, Record, Row, shorten};
use crate::diagnostic::Diagnostic;
use crate::period::{Date, Period};
use crate::text::{Lang, Localized};

/// A name that other records may refer to: letters and digits of any script, `-`, `_`, `.`, `+`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub String);

impl std::fmt::Display for Id {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

impl Id {
    /// Whether it is written as a name must be.
    pub fn is_valid(&self) -> bool {
        !self.0.is_empty() && self.0.chars().all(|c| c.is_alphanumeric() || "-_.+".contains(c))
    }
}

impl Field for Id {
    fn schema() -> Value {
        json!({"type": "string", "pattern": r"^[\p{L}\p{N}._+-]+$"})
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Id> {
        match &cell.value {
            Cell::Text(text) if Id(text.clone()).is_valid() => Some(Id(text.clone())),
            _ => {
                decoder.wrong_type(field, "id", cell);
                None
            }
        }
    }
}

impl Field for String {
    fn schema() -> Value {
        json!({"type": "string"})
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<String> {
        match &cell.value {
            Cell::Text(text) => Some(text.clone()),
            _ => {
                decoder.wrong_type(field, "text", cell);
                None
            }
        }
    }
}

/// An address on the web: `http` or `https` only, so that no link of a report runs a script.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Url(pub String);

impl Field for Url {
    fn schema() -> Value {
        json!({"type": "string", "format": "uri", "pattern": "^https?://"})
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Url> {
        match &cell.value {
            Cell::Text(text)
                if (text.starts_with("https://") || text.starts_with("http://"))
                    && !text.contains(|c: char| c.is_whitespace() || c.is_control()) =>
            {
                Some(Url(text.clone()))
            }
            _ => {
                decoder.wrong_type(field, "url", cell);
                None
            }
        }
    }
}

impl Field for i64 {
    fn schema() -> Value {
        json!({"type": "integer"})
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<i64> {
        let number = match &cell.value {
            Cell::Integer(number) => Some(*number),
            Cell::Text(text) => text.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            decoder.wrong_type(field, "integer", cell);
        }
        number
    }
}

/// A decimal number that keeps the digits as they were written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Decimal {
    /// The number as written, for example `0.120`.
    pub literal: String,
    /// Its value.
    pub value: f64,
}

impl Decimal {
    /// Reads `-12.50` or `1.2e-05`; no thousands separators, no comma, no infinity.
    pub fn parse(literal: &str) -> Option<Decimal> {
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let digits = literal.strip_prefix('-').unwrap_or(literal);
        let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => {
                (mantissa, exponent.strip_prefix(['-', '+']).unwrap_or(exponent))
            }
            None => (digits, "0"),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        if ![whole, fraction, exponent].into_iter().all(plain) {
            return None;
        }
        let value: f64 = literal.parse().ok()?;
        value.is_finite().then(|| Decimal { literal: literal.to_owned(), value })
    }

    /// Whether a source may have written the number: longer ones are mistakes.
    fn is_sensible(&self) -> bool {
        self.literal.len() <= 40 && self.value.abs() < 1e30
    }

    /// A computed number rounded to so many decimals.
    pub fn rounded(value: f64, decimals: usize) -> Decimal {
        // Formatting rounds the binary value exactly; a negative zero would look like a sign.
        let literal = format!("{value:.decimals$}");
        let zero = literal.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
        let literal = if zero { literal.trim_start_matches('-').to_owned() } else { literal };
        Decimal { value: literal.parse().unwrap_or(value), literal }
    }

    /// The number in plain decimal digits, without an exponent.
    pub fn plain(&self) -> String {
        if self.literal.contains(['e', 'E']) {
            self.value.to_string()
        } else {
            self.literal.clone()
        }
    }
}

impl From<Decimal> for String {
    fn from(number: Decimal) -> String {
        number.literal
    }
}

impl TryFrom<String> for Decimal {
    type Error = String;

    fn try_from(literal: String) -> Result<Decimal, String> {
        Decimal::parse(&literal).ok_or(literal)
    }
}

impl Field for Decimal {
    fn schema() -> Value {
        json!({"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"})
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Decimal> {
        let number = match &cell.value {
            Cell::Integer(number) => Decimal::parse(&number.to_string()),
            Cell::Text(text) | Cell::Float(text) => Decimal::parse(text),
            _ => None,
        };
        let number = number.filter(Decimal::is_sensible);
        if number.is_none() {
            decoder.wrong_type(field, "number", cell);
        }
        number
    }
}

impl Field for bool {
    fn schema() -> Value {
        json!({"enum": [true, false, "yes", "no"]})
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<bool> {
        match &cell.value {
            Cell::Bool(yes) => Some(*yes),
            Cell::Text(text) if text == "yes" => Some(true),
            Cell::Text(text) if text == "no" => Some(false),
            _ => {
                decoder.wrong_type(field, "yes-no", cell);
                None
            }
        }
    }
}

macro_rules! parsed_field {
    ($type:ty, $expected:literal, $schema:expr, $problem:literal) => {
        impl Field for $type {
            fn schema() -> Value {
                $schema
            }

            fn decode(
                field: &str,
                cell: &Located<Cell>,
                decoder: &mut Decoder<'_>,
            ) -> Option<$type> {
                let text = match &cell.value {
                    Cell::Text(text) | Cell::Date(text) => text.clone(),
                    Cell::Integer(number) => number.to_string(),
                    _ => {
                        decoder.wrong_type(field, $expected, cell);
                        return None;
                    }
                };
                let value = text.parse().ok();
                if value.is_none() {
                    decoder.problems.push(
                        Diagnostic::error($problem, decoder.file, cell.line)
                            .with("field", field)
                            .with("found", shorten(&text)),
                    );
                }
                value
            }
        }
    };
}

parsed_field!(
    Date,
    "date",
    json!({"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}),
    "impossible-date"
);
parsed_field!(
    Period,
    "period",
    json!({"type": "string", "examples": ["2022", "2022-S1", "2017-M01/M09", "2023/2024"]}),
    "impossible-period"
);

impl<T: Field> Field for Option<T> {
    fn schema() -> Value {
        T::schema()
    }

    fn columns(name: &str) -> Vec<String> {
        T::columns(name)
    }

    fn absent() -> Option<Option<T>> {
        Some(None)
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Option<T>> {
        T::decode(field, cell, decoder).map(Some)
    }
}

impl<T: Field> Field for Vec<T> {
    fn schema() -> Value {
        json!({"type": "array", "items": T::schema()})
    }

    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Vec<T>> {
        let line = cell.line;
        match &cell.value {
            // In a CSV cell a list is joined with semicolons.
            Cell::Text(text) => {
                let items: Vec<Option<T>> = text
                    .split(';')
                    .map(|part| {
                        let part = Located { value: Cell::Text(part.trim().to_owned()), line };
                        T::decode(field, &part, decoder)
                    })
                    .collect();
                // Only now may the first failure end it: every bad item has been told.
                items.into_iter().collect()
            }
            Cell::List(items) => {
                let items: Vec<Option<T>> =
                    items.iter().map(|item| T::decode(field, item, decoder)).collect();
                items.into_iter().collect()
            }
            _ => {
                decoder.wrong_type(field, "list", cell);
                None
            }
        }
    }
}

impl Field for Localized {
    fn schema() -> Value {
        json!({"type": "string"})
    }

    fn columns(name: &str) -> Vec<String> {
        Lang::ALL.iter().map(|lang| format!("{name}_{}", lang.code())).collect()
    }

    fn absent() -> Option<Localized> {
        Some(Localized::default())
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Localized> {
        String::decode(field, cell, decoder).map(|text| Localized::same(&text))
    }

    fn read(row: &Row, field: &str, decoder: &mut Decoder<'_>) -> Option<Localized> {
        let mut texts = Vec::new();
        for lang in Lang::ALL {
            let name = format!("{field}_{}", lang.code());
            if let Some(cell) = row.get(&name) {
                texts.push(String::decode(&name, cell, decoder).map(|text| (lang, text)));
            }
        }
        texts.into_iter().collect()
    }
}

/// A nested record: a TOML table.
impl<T: Record> Field for T {
    fn schema() -> Value {
        <T as Record>::schema()
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<T> {
        match &cell.value {
            Cell::Table(row) => <T as Record>::decode(row, decoder),
            _ => {
                decoder.wrong_type(field, "table", cell);
                None
            }
        }
    }
}
