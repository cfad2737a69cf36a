//! Tables of users as CSV: with commas, semicolons or tabs, with or without a byte order mark.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use daryn_model::Diagnostic;

use crate::stop::Stop;

/// A table as it stands in a file; every row has as many cells as the head.
#[derive(Debug)]
pub(crate) struct Separated {
    /// The file, as the user named it.
    pub(crate) file: String,
    pub(crate) head: Vec<String>,
    /// Rows with their lines, from 1.
    pub(crate) rows: Vec<(u32, Vec<String>)>,
}

impl Separated {
    /// Reads a file, or stdin where it is `-`.
    pub(crate) fn read(path: &Path) -> Result<Separated, Stop> {
        let read = if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(path)
        };
        let file = path.display().to_string();
        let bytes = read.map_err(|error| {
            Stop::problem("source-file-unreadable", &[("path", &file), ("reason", &error)])
        })?;
        Separated::parse(&file, &bytes).map_err(Stop::Problems)
    }

    fn parse(file: &str, bytes: &[u8]) -> Result<Separated, Vec<Diagnostic>> {
        let error = |code: &str, line| Diagnostic::error(code, file, line);
        let text = std::str::from_utf8(bytes).map_err(|bad| {
            let line = bytes[..bad.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            vec![error("table-not-utf8", line as u32 + 1)]
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator(text))
            .from_reader(text.as_bytes());
        let (mut head, mut rows, mut problems) = (None, Vec::new(), Vec::new());
        for record in reader.records() {
            let record =
                record.map_err(|bad| vec![error("table-unreadable", 0).with("reason", bad)])?;
            let line = record.position().map_or(0, |position| position.line() as u32);
            let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
            let Some(head): Option<&Vec<String>> = head.as_ref() else {
                head = Some(cells);
                continue;
            };
            // A line of nothing but separators, as spreadsheets leave it.
            if cells.iter().all(String::is_empty) {
                continue;
            }
            if cells.len() != head.len() {
                let problem = error("table-fields", line).with("found", cells.len());
                problems.push(problem.with("expected", head.len()));
            }
            rows.push((line, cells));
        }
        let Some(head) = head else {
            return Err(vec![error("table-empty", 0)]);
        };
        if rows.is_empty() {
            problems.push(error("table-empty", 0));
        }
        if problems.is_empty() {
            Ok(Separated { file: file.to_owned(), head, rows })
        } else {
            Err(problems)
        }
    }

    /// The place of a column, by its name in small or capital letters.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|head| head.eq_ignore_ascii_case(name))
    }
}

/// What stands between the cells: that which stands most often in the first line outside of
/// quotation marks.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.lines().next().unwrap_or_default().bytes() {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == byte && !quoted) {
            *count += 1;
        }
    }
    // The first of those that are equally many.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(separator, _)| separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_separates_is_seen_in_the_head() {
        let head = |text: &str| Separated::parse("a.csv", text.as_bytes()).expect("a table").head;
        assert_eq!(head("\u{feff}a;b\r\n1;2\r\n"), ["a", "b"]);
        assert_eq!(head("a\tb, c\n1\t2\n"), ["a", "b, c"]);
        assert_eq!(head("\"a;b;c\",d\n1,2\n"), ["a;b;c", "d"]);
        assert_eq!(head("one\n1\n"), ["one"]);
    }

    #[test]
    fn rows_have_their_lines_and_problems_too() {
        let table = Separated::parse("a.csv", b"a,b\n\n1,\"x\ny\"\n,\n2,z\n").expect("a table");
        let lines: Vec<u32> = table.rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3, 6]);
        let codes = |bytes: &[u8]| -> Vec<(String, u32)> {
            let problems = Separated::parse("a.csv", bytes).expect_err("a problem");
            problems.into_iter().map(|problem| (problem.code, problem.line)).collect()
        };
        assert_eq!(codes(b"a,b\n1,2\n3\n"), [("table-fields".to_owned(), 3)]);
        assert_eq!(codes(b""), [("table-empty".to_owned(), 0)]);
        assert_eq!(codes(b"a,b\n"), [("table-empty".to_owned(), 0)]);
        assert_eq!(codes(b"a,b\n\xcf\xf0,1\n"), [("table-not-utf8".to_owned(), 2)]);
    }
}
