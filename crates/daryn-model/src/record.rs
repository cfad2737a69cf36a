//! Records: what one row of a table or one entry of a TOML file must hold.
//!
//! A record type is declared once, with [`record!`](crate::record!). The declaration gives the
//! struct, the decoder that reports every problem of a row at once with its place, and the JSON
//! Schema, so that the three cannot disagree.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::diagnostic::Diagnostic;

mod field;

pub use field::{Decimal, Id, Url};

/// A value and the line it stands on.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Line in its file, from 1.
    pub line: u32,
}

/// A raw value as a CSV cell or a TOML value gives it.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text; in CSV every cell. Empty CSV cells are left out of a [`Row`].
    Text(String),
    /// A TOML integer.
    Integer(i64),
    /// A TOML float, with its literal.
    Float(String),
    /// A TOML boolean.
    Bool(bool),
    /// A TOML date, as written.
    Date(String),
    /// A TOML array.
    List(Vec<Located<Cell>>),
    /// A TOML table.
    Table(Row),
}

impl Cell {
    /// The value as it was written, for messages.
    fn literal(&self) -> String {
        match self {
            Cell::Text(text) | Cell::Float(text) | Cell::Date(text) => text.clone(),
            Cell::Integer(number) => number.to_string(),
            Cell::Bool(yes) => yes.to_string(),
            Cell::List(_) => "[...]".into(),
            Cell::Table(_) => "{...}".into(),
        }
    }
}

/// A table row or a TOML table before it is understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Line of the row, or of the head of the TOML table.
    pub line: u32,
    /// Names and values in the order of the file.
    pub cells: Vec<(String, Located<Cell>)>,
}

impl Row {
    /// The value under a name.
    pub fn get(&self, name: &str) -> Option<&Located<Cell>> {
        self.cells.iter().find(|(key, _)| key == name).map(|(_, cell)| cell)
    }
}

/// Where a record stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// File relative to the study folder.
    pub file: String,
    /// Line from 1; where the file has no lines, the number of the row or of the observation.
    pub line: u32,
    /// Name of the bytes that it was taken from, `3fb2a1c0:1234-1290`, where it was taken out of a
    /// file as its source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<String>,
}

/// Collects what is wrong while the records of one file are decoded.
pub struct Decoder<'a> {
    /// File relative to the study folder.
    pub file: &'a str,
    /// Problems found.
    pub problems: Vec<Diagnostic>,
}

impl Decoder<'_> {
    pub(crate) fn wrong_type(&mut self, field: &str, expected: &str, cell: &Located<Cell>) {
        self.problems.push(
            Diagnostic::error("wrong-type", self.file, cell.line)
                .with("field", field)
                .with("expected", expected)
                .with("found", shorten(&cell.value.literal())),
        );
    }
}

/// Cuts a long value for a message.
fn shorten(text: &str) -> String {
    if text.chars().count() <= 60 {
        text.to_owned()
    } else {
        text.chars().take(59).chain(['…']).collect()
    }
}

/// A value that can stand in a field of a record.
pub trait Field: Sized {
    /// JSON Schema of the value.
    fn schema() -> Value;

    /// Names of the columns that the field takes.
    fn columns(name: &str) -> Vec<String> {
        vec![name.to_owned()]
    }

    /// The value when nothing is written, where that is allowed.
    fn absent() -> Option<Self> {
        None
    }

    /// Reads a written value; `None` after reporting a problem.
    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Self>;

    /// Reads the field of a row; `None` after reporting a problem.
    fn read(row: &Row, field: &str, decoder: &mut Decoder<'_>) -> Option<Self> {
        match row.get(field) {
            Some(cell) => Self::decode(field, cell, decoder),
            None => Self::absent().or_else(|| {
                decoder.problems.push(
                    Diagnostic::error("missing-field", decoder.file, row.line).with("field", field),
                );
                None
            }),
        }
    }
}

/// A record that a study file holds.
pub trait Record: Sized {
    /// Name of the record in messages and schemas.
    const NAME: &'static str;

    /// Every column or key, with `_en`, `_ru`, `_kk` written out.
    fn columns() -> Vec<String>;

    /// JSON Schema of one record.
    fn schema() -> Value;

    /// Reads a row, reporting every problem in it.
    fn decode(row: &Row, decoder: &mut Decoder<'_>) -> Option<Self>;
}

/// Reports names that a record does not have.
pub fn unknown_fields(row: &Row, known: &[String], decoder: &mut Decoder<'_>) {
    let mut seen = BTreeSet::new();
    for (name, cell) in &row.cells {
        if !known.contains(name) && seen.insert(name) {
            decoder.problems.push(unknown_field(name, known, decoder.file, cell.line));
        }
    }
}

/// The report of a name that is not known, with the nearest one that is.
pub fn unknown_field(name: &str, known: &[String], file: &str, line: u32) -> Diagnostic {
    let nearest = nearest(name, known.iter().map(String::as_str)).unwrap_or_default();
    Diagnostic::error("unknown-field", file, line)
        .with("field", shorten(name))
        .with("nearest", nearest)
        .with("known", known.join(", "))
}

/// The known word with the fewest edits to `word`, if they are few.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = 1 + word.chars().count() / 3;
    known
        .map(|candidate| (edits(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance in characters.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

/// Declares a record: the struct, its decoder and its schema.
#[macro_export]
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident : $label:literal {
            $( $(#[doc = $doc:literal])+ pub $field:ident : $type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[allow(unreachable_pub, reason = "a record may be declared in a private module")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            /// Where the record stands.
            pub at: $crate::record::Place,
            $( $(#[doc = $doc])+ pub $field: $type, )*
        }

        impl $crate::record::Record for $name {
            const NAME: &'static str = $label;

            fn columns() -> Vec<String> {
                let mut columns = Vec::new();
                $( columns.extend(<$type as $crate::record::Field>::columns(stringify!($field))); )*
                columns
            }

            fn schema() -> serde_json::Value {
                let mut properties = serde_json::Map::new();
                let mut required: Vec<serde_json::Value> = Vec::new();
                $(
                    for column in <$type as $crate::record::Field>::columns(stringify!($field)) {
                        let mut schema = <$type as $crate::record::Field>::schema();
                        if let Some(schema) = schema.as_object_mut() {
                            schema.entry("description").or_insert_with(|| {
                                [$($doc),+].concat().trim().into()
                            });
                        }
                        properties.insert(column, schema);
                    }
                    if <$type as $crate::record::Field>::absent().is_none() {
                        required.push(stringify!($field).into());
                    }
                )*
                serde_json::json!({
                    "title": $label,
                    "type": "object",
                    "properties": properties,
                    "required": required,
                    "additionalProperties": false,
                })
            }

            fn decode(
                row: &$crate::record::Row,
                decoder: &mut $crate::record::Decoder<'_>,
            ) -> Option<$name> {
                $crate::record::unknown_fields(
                    row,
                    &<$name as $crate::record::Record>::columns(),
                    decoder,
                );
                // Every field is read before the first failure is acted upon, so that all
                // problems of a row are reported at once.
                $( let $field = <$type as $crate::record::Field>::read(
                    row, stringify!($field), decoder,
                ); )*
                Some($name {
                    at: $crate::record::Place {
                        file: decoder.file.to_owned(),
                        line: row.line,
                        bytes: None,
                    },
                    $( $field: $field?, )*
                })
            }
        }
    };
}

/// Declares a closed set of codes.
#[macro_export]
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $code:literal, )* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $( $(#[doc = $doc])+ #[serde(rename = $code)] $variant, )*
        }

        impl $name {
            /// Every code in its order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The code as study files write it.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }
        }

        impl $crate::record::Field for $name {
            fn schema() -> serde_json::Value {
                serde_json::json!({"enum": [$($code),*]})
            }

            fn decode(
                field: &str,
                cell: &$crate::record::Located<$crate::record::Cell>,
                decoder: &mut $crate::record::Decoder<'_>,
            ) -> Option<$name> {
                let found = match &cell.value {
                    $crate::record::Cell::Text(text) => text.as_str(),
                    _ => "",
                };
                match found {
                    $( $code => Some($name::$variant), )*
                    _ => {
                        $crate::record::report_unknown_code(
                            field, cell, &[$($code),*], decoder,
                        );
                        None
                    }
                }
            }
        }
    };
}

/// Reports a value that is not one of the codes of its field.
pub fn report_unknown_code(
    field: &str,
    cell: &Located<Cell>,
    known: &[&str],
    decoder: &mut Decoder<'_>,
) {
    let found = cell.value.literal();
    let nearest = nearest(&found, known.iter().copied()).unwrap_or_default();
    decoder.problems.push(
        Diagnostic::error("unknown-code", decoder.file, cell.line)
            .with("field", field)
            .with("found", shorten(&found))
            .with("nearest", nearest)
            .with("known", known.join(", ")),
    );
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::period::Date;
    use crate::text::{Lang, Localized};

    record! {
        /// A record with one field of each sort.
        pub struct Sample: "sample" {
            /// Its name.
            pub id: Id,
            /// A text.
            pub title: Localized,
            /// A number.
            pub size: Option<Decimal>,
            /// When.
            pub date: Date,
            /// Others.
            pub others: Vec<Id>,
        }
    }

    fn row(cells: &[(&str, &str)]) -> Row {
        let cell = |text: &str| Located { value: Cell::Text(text.into()), line: 7 };
        Row { line: 7, cells: cells.iter().map(|(k, v)| ((*k).into(), cell(v))).collect() }
    }

    fn decode(cells: &[(&str, &str)]) -> (Option<Sample>, Vec<String>) {
        let mut decoder = Decoder { file: "f.csv", problems: Vec::new() };
        let sample = <Sample as Record>::decode(&row(cells), &mut decoder);
        (sample, decoder.problems.into_iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn all_problems_of_a_row_are_reported_at_once() {
        let (sample, problems) =
            decode(&[("id", "a b"), ("titel_en", "x"), ("size", "1,5"), ("date", "2023-02-30")]);
        assert!(sample.is_none());
        assert_eq!(problems, ["unknown-field", "wrong-type", "wrong-type", "impossible-date"]);
    }

    #[test]
    fn a_good_row_is_read() {
        let (sample, problems) = decode(&[
            ("id", "дарын-1"),
            ("title_kk", "Тақырып"),
            ("size", "-0.120"),
            ("date", "2024-02-29"),
            ("others", "a; b"),
        ]);
        let sample = sample.expect("a sample");
        assert!(problems.is_empty());
        assert_eq!(sample.size.expect("a size").literal, "-0.120");
        assert_eq!(sample.others, [Id("a".into()), Id("b".into())]);
        assert_eq!(sample.title.get(Lang::En), Some((Lang::Kk, "Тақырып")));
    }

    #[test]
    fn the_schema_names_every_column() {
        let schema = <Sample as Record>::schema();
        let names: Vec<&String> =
            schema["properties"].as_object().expect("an object").keys().collect();
        assert_eq!(names, ["id", "title_en", "title_ru", "title_kk", "size", "date", "others"]);
        assert_eq!(schema["required"], json!(["id", "date"]));
    }

    #[test]
    fn only_plain_decimals_are_numbers() {
        for text in ["1,5", "1e", "1e555", "NaN", "inf", "", "-", ".5", "5.", "1 000", "+1", "0x1"]
        {
            assert!(Decimal::parse(text).is_none(), "{text}");
        }
        assert_eq!(Decimal::parse("-17.50").map(|number| number.value), Some(-17.5));
        assert_eq!(Decimal::parse("1.25e-05").map(|n| n.plain()).as_deref(), Some("0.0000125"));
        assert_eq!(Decimal::rounded(-0.001, 2).literal, "0.00");
    }

    #[test]
    fn the_nearest_name_is_suggested() {
        assert_eq!(nearest("obs_valeu", ["obs_value", "unit"].into_iter()), Some("obs_value"));
        assert_eq!(nearest("zzzzzz", ["obs_value", "unit"].into_iter()), None);
    }
}
