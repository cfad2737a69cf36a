//! Tables of users as CSV: with commas, semicolons or tabs, with or without a byte order mark.

use std::path::Path;

use daryn_model::Diagnostic;
use daryn_study::csv_file;

use crate::arguments;
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
        let bytes = arguments::bytes_at(path)?;
        Separated::parse(&path.display().to_string(), &bytes).map_err(Stop::Problems)
    }

    /// Reads the bytes of a file.
    pub(crate) fn parse(file: &str, bytes: &[u8]) -> Result<Separated, Vec<Diagnostic>> {
        let error = |code: &str, line| Diagnostic::error(code, file, line);
        let mut problems = Vec::new();
        let Some(text) = csv_file::utf8(file, bytes, &mut problems) else { return Err(problems) };
        if let Some(line) = csv_file::open_quote(text) {
            return Err(vec![error("open-quote", line)]);
        }
        let mut records = csv_file::records(text, separator(text)).map(|(line, record)| {
            (line, record.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<String>>())
        });
        let Some((_, head)) = records.next() else { return Err(vec![error("no-header", 0)]) };
        // Lines of nothing but separators are left by spreadsheets.
        let rows: Vec<(u32, Vec<String>)> =
            records.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect();
        for (line, cells) in rows.iter().filter(|(_, cells)| cells.len() != head.len()) {
            let problem = error("wrong-field-count", *line).with("found", cells.len());
            problems.push(problem.with("expected", head.len()));
        }
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

/// What stands between the cells: that which stands in the first line, outside of quotation marks,
/// as often as in the second one; of these, or where there is none, that which stands most often.
fn separator(text: &str) -> u8 {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (head, row) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let count = |line: &str, separator: u8| {
        let mut quoted = false;
        let stands = |byte: u8| {
            quoted ^= byte == b'"';
            byte == separator && !quoted
        };
        line.bytes().map(stands).filter(|stands| *stands).count()
    };
    let likely = |separator: &u8| {
        let (heads, cells) = (count(head, *separator), count(row, *separator));
        (heads > 0 && heads == cells, heads)
    };
    // The last of equals is taken: a comma where nothing tells.
    [b'\t', b';', b','].into_iter().max_by_key(likely).unwrap_or(b',')
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
        assert_eq!(codes(b"a,b\n1,2\n3\n"), [("wrong-field-count".to_owned(), 3)]);
        assert_eq!(codes(b""), [("no-header".to_owned(), 0)]);
        assert_eq!(codes(b"a,b\n1,\"2\n3,4\n"), [("open-quote".to_owned(), 2)]);
        assert_eq!(codes(b"a,b\n"), [("table-empty".to_owned(), 0)]);
        assert_eq!(codes(b"a,b\n\xcf\xf0,1\n"), [("bad-encoding".to_owned(), 2)]);
    }
}
