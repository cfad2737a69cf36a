//! Releases of stored answers, compared by what their connector says of a row.

use daryn_model::Diagnostic;
use daryn_model::records::ContentKind;
use serde_json::Value;

use super::{Cell, Cells, MISSING, Revisions, broken, join, unpacked};
use crate::answer::body::BOM;
use crate::answer::rows;
use crate::connector::Query;

/// Compares two stored answers to one query, each in its pages, by the key that the connector
/// declares. Differences up to the tolerance, in the unit of the values, are none.
///
/// # Errors
///
/// The connector declares no key, a page cannot be read, or a key stands twice.
pub fn of_answers(
    name: &str,
    (old, new): (&[Vec<u8>], &[Vec<u8>]),
    query: &Query,
    tolerance: f64,
) -> Result<Revisions, Vec<Diagnostic>> {
    if query.answer.key.is_empty() || query.answer.value.is_empty() {
        return Err(vec![Diagnostic::error("source-no-key", "", 0).with("found", name)]);
    }
    let cells = |pages: &[Vec<u8>]| {
        let mut cells = Cells::new();
        for page in pages {
            let rows = match query.kind {
                ContentKind::Csv => table_rows(name, page, query)?,
                _ => json_rows(name, page, query)?,
            };
            for (line, (key, value, flag)) in (1..).zip(rows) {
                if MISSING.contains(&value.as_str()) {
                    continue;
                }
                if let Some(first) = cells.get(&key) {
                    let first: &Cell = first;
                    let problem = Diagnostic::error("key-not-unique", name, 0);
                    return Err(vec![
                        problem.with("found", key.join(", ")).with("line", first.line),
                    ]);
                }
                cells.insert(key, Cell { line, value, flag: Some(flag) });
            }
        }
        Ok(cells)
    };
    Ok(join(&cells(old)?, &cells(new)?, tolerance))
}

/// Key, value and flag of a row.
type Row = (Vec<String>, String, String);

fn json_rows(name: &str, page: &[u8], query: &Query) -> Result<Vec<Row>, Vec<Diagnostic>> {
    let answer = &query.answer;
    let root: Value = serde_json::from_slice(page.strip_prefix(BOM).unwrap_or(page))
        .map_err(|error| vec![unreadable(name, &error)])?;
    let rows = root.pointer(&answer.rows).and_then(Value::as_array);
    let all = |row: &Value, pointer: &str| rows::texts(&root, row, pointer).join("|");
    let row = |row: &Value| {
        let key = answer.key.iter().map(|pointer| all(row, pointer)).collect();
        let flags = answer.flag.iter().map(|pointer| all(row, pointer));
        let flag = flags.filter(|flag| !flag.is_empty()).collect::<Vec<_>>().join("|");
        (key, all(row, &answer.value), flag)
    };
    Ok(rows.into_iter().flatten().map(row).collect())
}

fn table_rows(name: &str, page: &[u8], query: &Query) -> Result<Vec<Row>, Vec<Diagnostic>> {
    let answer = &query.answer;
    let text = unpacked(name, page)?;
    let text = text.trim_start_matches('\u{feff}').trim_end_matches('\0');
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let head = reader.headers().map_err(|error| vec![broken(name, &error)])?.clone();
    let place = |column: &String| head.iter().position(|other| other.trim() == column);
    let value = place(&answer.value);
    let flags: Vec<usize> = answer.flag.iter().filter_map(place).collect();
    let every = answer.key.iter().any(|column| column == "*");
    let key: Vec<usize> = if every {
        (0..head.len()).filter(|at| Some(*at) != value && !flags.contains(at)).collect()
    } else {
        answer.key.iter().filter_map(place).collect()
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| vec![broken(name, &error)])?;
        let cell = |at: usize| record.get(at).unwrap_or_default().trim().to_owned();
        let flag = flags.iter().map(|at| cell(*at)).find(|flag| !flag.is_empty());
        let value = value.map(cell).unwrap_or_default();
        rows.push((key.iter().map(|at| cell(*at)).collect(), value, flag.unwrap_or_default()));
    }
    Ok(rows)
}

fn unreadable(name: &str, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::error("unreadable-file", name, 0).with("found", name).with("reason", reason)
}
