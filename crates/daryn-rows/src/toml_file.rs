//! TOML files as rows with line numbers.

use daryn_model::record::{Cell, Located, Row};
use daryn_model::{Diagnostic, Lines};
use toml::de::{DeTable, DeValue};

use crate::csv_file::utf8;

/// Reads a TOML file; `None` after reporting why it cannot be read.
pub fn table(file: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Option<Row> {
    let text = utf8(file, bytes, problems)?;
    let lines = Lines::of(text);
    match DeTable::parse(text) {
        Ok(root) => Some(row(root.get_ref(), 1, &lines)),
        Err(error) => {
            let line = error.span().map_or(1, |span| lines.line(span.start));
            let (code, reason) = match error.span().and_then(|span| text.get(span)) {
                Some(key) if error.message().contains("duplicate key") => ("duplicate-key", key),
                _ => ("bad-toml", error.message()),
            };
            problems.push(Diagnostic::error(code, file, line).with("reason", reason.trim()));
            None
        }
    }
}

fn row(table: &DeTable<'_>, line: u32, lines: &Lines) -> Row {
    // The parser sorts keys by name; the order of the file is restored by position.
    let mut cells: Vec<(usize, String, Located<Cell>)> = table
        .iter()
        .map(|(key, value)| {
            let line = lines.line(key.span().start);
            let value = cell(value.get_ref(), line, lines);
            (key.span().start, key.get_ref().to_string(), Located { value, line })
        })
        .collect();
    cells.sort_by_key(|(at, ..)| *at);
    Row { line, cells: cells.into_iter().map(|(_, name, cell)| (name, cell)).collect() }
}

fn cell(value: &DeValue<'_>, line: u32, lines: &Lines) -> Cell {
    match value {
        DeValue::String(text) => Cell::Text(text.to_string()),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Cell::Integer(number),
            Err(_) => Cell::Text(number.as_str().to_owned()),
        },
        DeValue::Float(number) => Cell::Float(number.as_str().to_owned()),
        DeValue::Boolean(yes) => Cell::Bool(*yes),
        DeValue::Datetime(date) => Cell::Date(date.to_string()),
        DeValue::Array(items) => Cell::List(
            items
                .iter()
                .map(|item| {
                    let line = lines.line(item.span().start);
                    Located { value: cell(item.get_ref(), line, lines), line }
                })
                .collect(),
        ),
        DeValue::Table(table) => Cell::Table(row(table, line, lines)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_keep_their_lines() {
        let text = "a = 1\n[t]\nb = 0.50\n\n[[x]]\nc = 2024-02-29\n[[x]]\nc = [1,\n 2]\n";
        let mut problems = Vec::new();
        let root = table("f.toml", text.as_bytes(), &mut problems).expect("a table");
        assert_eq!(problems, []);
        let Some(Located { value: Cell::Table(t), line: 2 }) = root.get("t") else {
            panic!("{root:?}")
        };
        assert_eq!(t.get("b"), Some(&Located { value: Cell::Float("0.50".into()), line: 3 }));
        let Some(Located { value: Cell::List(items), .. }) = root.get("x") else {
            panic!("{root:?}")
        };
        assert_eq!(items.iter().map(|item| item.line).collect::<Vec<_>>(), [5, 7]);
    }

    #[test]
    fn a_broken_file_says_where() {
        let check = |text: &str, code: &str, line: u32| {
            let mut problems = Vec::new();
            assert!(table("f.toml", text.as_bytes(), &mut problems).is_none());
            assert_eq!((problems[0].code.as_str(), problems[0].line), (code, line));
        };
        check("a = 1\nb = \n", "bad-toml", 2);
        check("a = 1\na = 2\n", "duplicate-key", 2);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,200}") {
            table("f.toml", text.as_bytes(), &mut Vec::new());
        }
    }
}
