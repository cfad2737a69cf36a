//! Separated values (RFC 4180 and what is written beside it): the separator is found, line ends may
//! stand in quoted fields, and each record and field keeps its bytes in the stream.

use std::io::{self, BufRead};
use std::ops::ControlFlow;

use crate::source::Source;

use super::charset::Charset;
use super::grid::{Cell, Grid, Kind, Line, MOST_COLUMNS, Piece, Visit};
use super::package::Flaw;

/// Bytes of the longest record that is read.
const MOST_RECORD: usize = 16 << 20;

/// How a file of separated values is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// How letters stand in bytes.
    pub charset: Charset,
    /// What stands between fields: a comma, a semicolon, a tab or a bar.
    pub separator: u8,
}

impl Dialect {
    /// Finds charset and separator: the one that gives the first lines the same number of fields,
    /// and most of them.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn find(source: &Source) -> io::Result<Dialect> {
        let charset = Charset::find(source)?;
        Ok(Dialect { charset, separator: separator(source, charset)? })
    }
}

fn separator(source: &Source, charset: Charset) -> io::Result<u8> {
    if let Some((separator, _)) = declared(source.stream()?.fill_buf()?, charset) {
        return Ok(separator);
    }
    let mut best = (0, 0, b',');
    for separator in [b',', b';', b'\t', b'|'] {
        let mut counts = Vec::new();
        let mut records = Records::new(source, Dialect { charset, separator })?;
        let mut record = Record::default();
        while counts.len() < 40 && records.next(&mut record)? {
            // A title above a table has no separators.
            if record.fields.len() > 1 {
                counts.push(record.fields.len());
            }
        }
        let common = |count: usize| counts.iter().filter(|own| **own == count).count();
        let most = counts.iter().map(|count| (common(*count), *count)).max().unwrap_or((0, 0));
        if (most.0, most.1) > (best.0, best.1) {
            best = (most.0, most.1, separator);
        }
    }
    Ok(best.2)
}

/// The separator that a first line `sep=;` names, as spreadsheet programs write and understand it,
/// and the bytes up to the end of that line.
fn declared(first: &[u8], charset: Charset) -> Option<(u8, usize)> {
    let mark = charset.mark();
    let behind = first.strip_prefix(mark).unwrap_or(first);
    // `sep=`, the separator, and the line end.
    let width = charset.width();
    let (text, _) = charset.decode(behind.get(..behind.len().min(7 * width))?);
    let rest =
        text.get(..4).filter(|begins| begins.eq_ignore_ascii_case("sep=")).map(|_| &text[4..])?;
    let separator =
        rest.bytes().next().filter(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())?;
    let end = match rest.get(1..)? {
        end if end.starts_with('\n') => 1,
        end if end.starts_with("\r\n") => 2,
        _ => return None,
    };
    Some((separator, first.len() - behind.len() + (5 + end) * width))
}

/// A record: its bytes and those of its fields.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// First byte in the stream, and the byte behind the last one without the line end.
    pub(crate) start: u64,
    pub(crate) end: u64,
    /// Line of the file, from 1.
    pub(crate) line: u32,
    bytes: Vec<u8>,
    /// First and last byte of each field within the record, quotation marks included.
    pub(crate) fields: Vec<(usize, usize)>,
    /// Whether the file ends within a quoted field.
    pub(crate) is_open: bool,
    /// Line of the quotation mark that opens the last quoted field.
    pub(crate) quote: u32,
}

impl Record {
    /// The text of a field with quotation marks undone, and whether a byte of it means no letter.
    pub(crate) fn text(&self, field: usize, charset: Charset) -> Option<(String, bool)> {
        let (start, end) = *self.fields.get(field)?;
        let (text, is_damaged) = charset.decode(self.bytes.get(start..end)?);
        let inner = text.strip_prefix('"');
        let text = match inner {
            Some(inner) => unquoted(inner),
            None => text.into_owned(),
        };
        Some((text, is_damaged))
    }
}

/// What stands behind an opening quotation mark: two marks are one, one ends the quotation; what
/// then follows is kept.
fn unquoted(inner: &str) -> String {
    let (mut made, mut letters, mut quoted) =
        (String::with_capacity(inner.len()), inner.chars(), true);
    while let Some(letter) = letters.next() {
        if letter == '"' && quoted {
            match letters.clone().next() {
                Some('"') => {
                    letters.next();
                    made.push('"');
                }
                _ => quoted = false,
            }
        } else {
            made.push(letter);
        }
    }
    made
}

/// The records of a file, one after another.
pub(crate) struct Records {
    stream: Box<dyn BufRead>,
    dialect: Dialect,
    at: u64,
    line: u32,
    has_ended: bool,
}

impl Records {
    pub(crate) fn new(source: &Source, dialect: Dialect) -> io::Result<Records> {
        let mut stream = source.stream()?;
        let mark = dialect.charset.mark();
        let mut at = 0;
        if !mark.is_empty() && stream.fill_buf()?.starts_with(mark) {
            stream.consume(mark.len());
            at = mark.len() as u64;
        }
        let mut line = 1;
        if let Some((_, length)) = declared(stream.fill_buf()?, dialect.charset) {
            stream.consume(length);
            at += length as u64;
            line = 2;
        }
        Ok(Records { stream, dialect, at, line, has_ended: false })
    }

    /// Reads the next record; `false` at the end.
    pub(crate) fn next(&mut self, record: &mut Record) -> io::Result<bool> {
        record.bytes.clear();
        record.fields.clear();
        (record.start, record.line, record.is_open) = (self.at, self.line, false);
        if self.has_ended {
            return Ok(false);
        }
        let wide = self.dialect.charset.width() == 2;
        let (mut quoted, mut field, mut lines) = (false, 0, 0);
        // The unit before this one closed or opened a quotation.
        let mut ended = None;
        while ended.is_none() {
            let piece = self.stream.fill_buf()?;
            if piece.is_empty() {
                self.has_ended = true;
                record.is_open = quoted;
                break;
            }
            let mut used = 0;
            for byte in piece.iter().copied() {
                used += 1;
                record.bytes.push(byte);
                let long = record.bytes.len();
                let unit = match (wide, self.dialect.charset) {
                    (false, _) => byte,
                    (true, _) if long % 2 == 1 => continue,
                    (true, charset) => {
                        let other = record.bytes[long - 2];
                        let (low, high) =
                            if charset == Charset::Utf16Le { (other, byte) } else { (byte, other) };
                        // A letter that is no separator.
                        if high == 0 { low } else { b'_' }
                    }
                };
                let width = if wide { 2 } else { 1 };
                match unit {
                    b'"' => {
                        // Within a field that does not begin with it, it is a letter.
                        if quoted || long - width == field {
                            quoted = !quoted;
                            if quoted {
                                record.quote = self.line.saturating_add(lines);
                            }
                        } else if is_closed_quote(&record.bytes[field..long - width], wide) {
                            // The second of two marks: one mark within the quotation.
                            quoted = true;
                        }
                    }
                    b'\n' => {
                        lines += 1;
                        if !quoted {
                            ended = Some(width);
                            break;
                        }
                    }
                    unit if unit == self.dialect.separator && !quoted => {
                        record.fields.push((field, long - width));
                        field = long;
                    }
                    _ => {}
                }
                if long > MOST_RECORD {
                    record.is_open = quoted;
                    return Err(io::Error::other("a record is longer than 16 MB"));
                }
            }
            self.stream.consume(used);
            self.at += used as u64;
        }
        self.line = self.line.saturating_add(lines);
        let mut long = record.bytes.len() - ended.unwrap_or(0);
        let (carriage, width): (&[u8], usize) = match self.dialect.charset {
            Charset::Utf16Le => (&[b'\r', 0], 2),
            Charset::Utf16Be => (&[0, b'\r'], 2),
            _ => (b"\r", 1),
        };
        if record.bytes[..long].ends_with(carriage) && !record.is_open {
            long -= width;
        }
        record.bytes.truncate(long);
        record.end = record.start + long as u64;
        // Some servers pad what they send with zeros: they are no record.
        let is_padding = !record.bytes.is_empty() && record.bytes.iter().all(|byte| *byte == 0);
        if self.has_ended && (record.bytes.is_empty() || is_padding) && record.fields.is_empty() {
            return Ok(false);
        }
        record.fields.push((field.min(long), long));
        Ok(true)
    }
}

/// Whether a field began with a quotation mark that the last unit closed.
fn is_closed_quote(field: &[u8], wide: bool) -> bool {
    let is_mark = |unit: Option<&[u8]>| unit.is_some_and(|unit| unit.contains(&b'"'));
    let width = if wide { 2 } else { 1 };
    is_mark(field.get(..width))
        && field.len() > width
        && is_mark(field.get(field.len().saturating_sub(width)..))
        || field.len() == width && is_mark(Some(field))
}

/// Separated values as lines of cells.
pub(crate) struct SeparatedGrid<'a> {
    pub(crate) source: &'a Source,
    pub(crate) dialect: Dialect,
    /// Whether it is only the beginning of a file, which may end within a field.
    pub(crate) is_beginning: bool,
}

impl Grid for SeparatedGrid<'_> {
    fn walk(&self, visit: &mut Visit<'_>) -> Result<(), Flaw> {
        let unreadable = |error: io::Error| Flaw::Unreadable(error.to_string());
        let mut records = Records::new(self.source, self.dialect).map_err(unreadable)?;
        let (mut record, mut line, mut row) = (Record::default(), Line::default(), 0_u32);
        loop {
            match records.next(&mut record) {
                Ok(true) if !record.is_open || self.is_beginning => {}
                Ok(false) => break,
                Err(error) if !record.is_open => return Err(unreadable(error)),
                // What stands behind the quotation mark is no field.
                Ok(true) | Err(_) => return Err(Flaw::Quote(record.quote)),
            }
            row = row.saturating_add(1);
            line.begin(row, record.start);
            line.end = record.end;
            for (at, (start, end)) in record.fields.iter().enumerate().take(MOST_COLUMNS as usize) {
                let Some((text, _)) = record.text(at, self.dialect.charset) else { continue };
                let kind = if text.trim().is_empty() { Kind::Blank } else { Kind::Text };
                let (start, end) = (record.start + *start as u64, record.start + *end as u64);
                let cell = Cell { column: at as u32 + 1, kind, start, end, ..Cell::default() };
                line.push(cell, &text, None, "");
            }
            if visit(Piece::Line(&line)) == ControlFlow::Break(()) {
                return Ok(());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records(bytes: &[u8], dialect: Dialect) -> Vec<(u64, u64, Vec<String>)> {
        let source = Source::bytes("a.csv", bytes.to_vec());
        let mut records = Records::new(&source, dialect).expect("opened");
        let (mut record, mut all) = (Record::default(), Vec::new());
        while records.next(&mut record).expect("read") {
            let text = |field| record.text(field, dialect.charset).expect("a field").0;
            all.push((record.start, record.end, (0..record.fields.len()).map(text).collect()));
        }
        all
    }

    const PLAIN: Dialect = Dialect { charset: Charset::Utf8, separator: b',' };

    #[test]
    fn fields_may_hold_marks_and_lines() {
        let text = b"a,\"b \"\"c\"\"\r\nd\",e\"f\r\n\r\n,\n\"x\"y,";
        let found = records(text, PLAIN);
        let fields: Vec<_> = found.iter().map(|one| one.2.join("|")).collect();
        assert_eq!(fields, ["a|b \"c\"\r\nd|e\"f", "", "|", "xy|"]);
        let raw = |one: &(u64, u64, Vec<String>)| {
            String::from_utf8_lossy(&text[one.0 as usize..one.1 as usize]).into_owned()
        };
        assert_eq!(raw(&found[0]), "a,\"b \"\"c\"\"\r\nd\",e\"f");
        assert_eq!((raw(&found[1]), raw(&found[2])), (String::new(), ",".into()));
    }

    #[test]
    fn separators_are_found() {
        for (text, wanted) in [
            ("a,b\n1,2\n", b','),
            ("Таблица, 1\nа;б;в\n1,5;2,5;3\n1;2;3\n", b';'),
            ("a\tb, c\n1\t2\n", b'\t'),
            ("one\n1\n", b','),
        ] {
            let source = Source::bytes("a.csv", text.as_bytes().to_vec());
            assert_eq!(Dialect::find(&source).expect("read").separator, wanted, "{text}");
        }
    }

    proptest! {
        /// What the csv crate reads is read alike, in UTF-8 and in both sorts of UTF-16.
        #[test]
        fn the_csv_crate_reads_the_same(rows in prop::collection::vec(
            prop::collection::vec("[a-zА-Я0-9,\"\n ;]{0,6}", 1..5), 1..6)) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            let own = |bytes: &[u8], dialect| -> Vec<Vec<String>> {
                records(bytes, dialect).into_iter().map(|one| one.2).collect()
            };
            prop_assert_eq!(&own(&bytes, PLAIN), &rows);
            let text = String::from_utf8(bytes).unwrap();
            let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for (bytes, charset) in [(le, Charset::Utf16Le), (be, Charset::Utf16Be)] {
                prop_assert_eq!(&own(&bytes, Dialect { charset, separator: b',' }), &rows);
            }
        }

        /// Records and line ends are all that there is, and fields and separators are a record.
        #[test]
        fn no_byte_is_lost(bytes in prop::collection::vec(
            prop_oneof![Just(b'"'), Just(b','), Just(b'\n'), Just(b'\r'), Just(0), any::<u8>()], 0..60)) {
            let mut before = 0;
            let start = if bytes.starts_with(PLAIN.charset.mark()) { 3 } else { 0 };
            for (start, end, _) in records(&bytes, PLAIN) {
                prop_assert!(start >= before && end >= start && end <= bytes.len() as u64);
                before = end;
            }
            let rest = &bytes[(before as usize).max(start)..];
            prop_assert!(rest.iter().all(|byte| matches!(*byte, b'\r' | b'\n' | 0)));
        }
    }
}
