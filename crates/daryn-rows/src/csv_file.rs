//! CSV files (RFC 4180, UTF-8) as rows with line numbers.

use daryn_model::record::{Cell, Located, Row, unknown_field};
use daryn_model::{Diagnostic, Lines, Record};

/// Reads the rows of a table and reports what is wrong with the file as a whole.
pub fn rows<T: Record>(file: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Vec<Row> {
    let Some(text) = utf8(file, bytes, problems) else { return Vec::new() };
    if let Some(line) = open_quote(text) {
        problems.push(Diagnostic::error("open-quote", file, line));
        return Vec::new();
    }
    let mut records = records(text, b',');
    let Some((_, header)) = records.next() else {
        problems.push(Diagnostic::error("no-header", file, 1));
        return Vec::new();
    };
    let known = T::columns();
    let header: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
    let other = [';', '\t'].into_iter().find(|mark| header.len() == 1 && header[0].contains(*mark));
    if let Some(mark) = other {
        let found = if mark == ';' { ";" } else { "tab" };
        problems.push(Diagnostic::error("wrong-delimiter", file, 1).with("found", found));
        return Vec::new();
    }
    let mut good = true;
    for (position, name) in header.iter().enumerate() {
        if header[..position].contains(name) {
            problems.push(Diagnostic::error("duplicate-column", file, 1).with("field", name));
            good = false;
        } else if !known.contains(name) {
            problems.push(unknown_field(name, &known, file, 1));
            good = false;
        }
    }
    if !good {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for (line, record) in records {
        // Spreadsheets leave rows of nothing but commas at the end.
        if record.iter().all(|value| value.trim().is_empty()) {
            continue;
        }
        if record.len() != header.len() {
            problems.push(
                Diagnostic::error("wrong-field-count", file, line)
                    .with("expected", header.len())
                    .with("found", record.len()),
            );
            continue;
        }
        let cells = header
            .iter()
            .zip(record.iter())
            .map(|(name, value)| (name, value.trim()))
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| {
                (name.clone(), Located { value: Cell::Text(value.to_owned()), line })
            })
            .collect();
        rows.push(Row { line, cells });
    }
    rows
}

/// The records of a text with the lines on which they begin, from 1. Lines of nothing are passed
/// over; a record may have any number of fields.
pub fn records(text: &str, separator: u8) -> impl Iterator<Item = (u32, csv::StringRecord)> {
    let lines = Lines::of(text);
    let reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    // Of a text that is UTF-8, with any number of fields, nothing is wrong.
    reader.into_records().map_while(Result::ok).map(move |record| {
        // The reader's own position stands before the line ends that part two records.
        let start = record.position().map_or(0, |at| at.byte() as usize).min(text.len());
        let ends = text.as_bytes()[start..].iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        (lines.line(start + ends.count()), record)
    })
}

/// The text of a file, or a report on its encoding.
pub fn utf8<'a>(file: &str, bytes: &'a [u8], problems: &mut Vec<Diagnostic>) -> Option<&'a str> {
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (valid, guess) = match std::str::from_utf8(body) {
        Ok(text) if !text.contains('\0') => return Some(text),
        Ok(text) => (text.find('\0').unwrap_or(0), "UTF-16"),
        Err(error) if body.starts_with(b"\xff\xfe") || body.starts_with(b"\xfe\xff") => {
            (error.valid_up_to(), "UTF-16")
        }
        Err(error) => (error.valid_up_to(), "windows-1251"),
    };
    let line = 1 + body[..valid].iter().filter(|byte| **byte == b'\n').count() as u32;
    problems.push(Diagnostic::error("bad-encoding", file, line).with("guess", guess));
    None
}

/// The line of a quotation mark that is never closed, where there is one: a reader of CSV would take
/// everything behind it for one cell.
pub fn open_quote(text: &str) -> Option<u32> {
    let is_open = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    is_open.then(|| last_open_quote(text))
}

/// Line of the quote that is never closed.
fn last_open_quote(text: &str) -> u32 {
    let (mut line, mut open, mut at) = (1, false, 1);
    for byte in text.bytes() {
        match byte {
            b'"' => {
                open = !open;
                if open {
                    at = line;
                }
            }
            b'\n' => line += 1,
            _ => {}
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use daryn_model::records::Area;
    use proptest::prelude::*;

    fn read(bytes: &[u8]) -> (Vec<Row>, Vec<(String, u32)>) {
        let mut problems = Vec::new();
        let rows = rows::<Area>("areas.csv", bytes, &mut problems);
        (rows, problems.into_iter().map(|problem| (problem.code, problem.line)).collect())
    }

    #[test]
    fn rows_keep_their_lines_and_empty_cells_are_not_there() {
        let (rows, problems) =
            read("code,name_en,name_ru,name_kk,aggregate\r\nKZ,\"Kaz\nakhstan\",,,no\r\nW,World,,,yes\r\n".as_bytes());
        assert_eq!(problems, []);
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(rows[1].cells.len(), 3);
    }

    #[test]
    fn problems_of_the_file_have_a_line() {
        let head = "code,name_en,name_ru,name_kk,aggregate\n";
        let check = |body: &[u8], code: &str, line: u32| {
            let bytes = [head.as_bytes(), body].concat();
            assert_eq!(read(&bytes).1, [(code.to_owned(), line)]);
        };
        check(b"KZ,x\n", "wrong-field-count", 2);
        check(b"KZ,\xca\xe0\xe7,,,no\n", "bad-encoding", 2);
        check(b"A,a,,,no\nKZ,\"x,,,no\nB,b,,,no\n", "open-quote", 3);
        assert_eq!(read(b"code,nam_en\n").1, [("unknown-field".to_owned(), 1)]);
        assert_eq!(read(b"code,code\n").1, [("duplicate-column".to_owned(), 1)]);
        assert_eq!(read(b"code;name_en\n").1, [("wrong-delimiter".to_owned(), 1)]);
        assert_eq!(read(b"code,name_en,name_ru,name_kk,aggregate\n,,,,\n").1, []);
        assert_eq!(read(b"").1, [("no-header".to_owned(), 1)]);
        assert_eq!(read(b"\xff\xfec\0o\0").1, [("bad-encoding".to_owned(), 1)]);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            read(&bytes);
        }
    }
}
