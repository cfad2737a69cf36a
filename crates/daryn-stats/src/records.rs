//! Separated values, one record after another, each with the bytes at which it stands (RFC 4180).
//!
//! Lines end with CR LF, LF or CR, also mixed. A field in quotes may hold separators, line ends and
//! doubled quotes. Empty lines are passed over, and the file ends at the first NUL byte, because
//! some services fill up the last block with them.

use std::io::{BufRead, Read};
use std::ops::Range;

use crate::problems::{Fault, Flaw, Problems};
use crate::sheets::Charset;

/// Bytes that a record may have.
const LONGEST: usize = 16 << 20;
/// Fields that a record may have: four times as many as a table may have columns.
const MOST_FIELDS: usize = 1 << 16;
const BUFFER: usize = 1 << 16;

/// A record.
#[derive(Debug, Default)]
pub(crate) struct Record {
    text: String,
    raw: Vec<u8>,
    fields: Vec<Range<u32>>,
    places: Vec<(u64, u64)>,
    /// First byte of the stream.
    pub(crate) start: u64,
    /// The byte behind the last one; the line end stands behind it.
    pub(crate) end: u64,
    /// Line on which it begins, from 1.
    pub(crate) line: u32,
    /// Whether it holds bytes that are not UTF-8; they are replaced by U+FFFD.
    pub(crate) is_broken: bool,
    /// Whether a quote was not closed.
    pub(crate) is_open: bool,
    /// Line of the last opening quote.
    pub(crate) quote: u32,
}

impl Record {
    /// The value of a field, quotes undone; empty where there is no such field.
    pub(crate) fn get(&self, field: usize) -> &str {
        let range = self.fields.get(field).cloned().unwrap_or_default();
        self.text.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// Number of fields.
    pub(crate) fn len(&self) -> usize {
        self.fields.len()
    }

    /// All values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|field| self.get(field))
    }

    /// Tells what is wrong with a record of a table with so many columns, the last of which may have
    /// no names. Whether it can be read: what stands in which column must be known.
    pub(crate) fn is_sound(&self, names: &[String], problems: &mut Problems) -> bool {
        if self.is_broken {
            problems.warn("stats-table-bytes", self.line, &[]);
        }
        if self.is_open(problems) {
            return false;
        }
        // A comma behind the last field is no other field.
        let without_blank = |mut count: usize, is_blank: &dyn Fn(usize) -> bool| {
            while count > 0 && is_blank(count - 1) {
                count -= 1;
            }
            count
        };
        let needed = without_blank(names.len(), &|at| names[at].is_empty());
        let filled = without_blank(self.len(), &|at| self.get(at).is_empty());
        let is_sound = self.len() >= needed && filled <= names.len();
        if !is_sound {
            let (found, expected) = (self.len().to_string(), names.len().to_string());
            let args = [("found", found.as_str()), ("expected", expected.as_str())];
            problems.error("stats-table-ragged", self.line, &args);
        }
        is_sound
    }

    /// Tells a quote that is not closed.
    pub(crate) fn is_open(&self, problems: &mut Problems) -> bool {
        if self.is_open {
            problems.error("stats-separated-quote", self.quote, &[]);
        }
        self.is_open
    }

    /// First byte of a field with its quotes, and the byte behind the last one.
    pub(crate) fn place(&self, field: usize) -> (u64, u64) {
        self.places.get(field).copied().unwrap_or((self.start, self.end))
    }
}

/// Reads records from a stream.
pub(crate) struct Records<'a> {
    input: Box<dyn BufRead + 'a>,
    buffer: Vec<u8>,
    at: usize,
    length: usize,
    base: u64,
    line: u32,
    separator: u8,
    quote: u8,
    charset: Charset,
    /// Whether the file ended at a NUL byte.
    pub(crate) is_padded: bool,
}

impl<'a> Records<'a> {
    /// Reads a stream from its beginning; a byte order mark is passed over.
    pub(crate) fn new(input: Box<dyn BufRead + 'a>, separator: u8) -> Result<Records<'a>, Fault> {
        Records::quoted(input, separator, b'"')
    }

    /// As [`new`](Records::new), with another mark for quotes.
    pub(crate) fn quoted(
        input: Box<dyn BufRead + 'a>,
        separator: u8,
        quote: u8,
    ) -> Result<Records<'a>, Fault> {
        let mut records = Records {
            input,
            buffer: vec![0; BUFFER],
            at: 0,
            length: 0,
            base: 0,
            line: 1,
            separator,
            quote,
            charset: Charset::Utf8,
            is_padded: false,
        };
        records.fill()?;
        match &records.buffer[..records.length] {
            [0xef, 0xbb, 0xbf, ..] => records.at = 3,
            // UTF-16: every other byte would be NUL.
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
                return Err(Fault { flaw: Flaw::NotUtf8, at: 0, line: 1 });
            }
            _ => {}
        }
        Ok(records)
    }

    /// Reads letters of a charset in which each is a byte.
    pub(crate) fn in_charset(self, charset: Charset) -> Records<'a> {
        Records { charset, ..self }
    }

    /// Reads the next record; whether there was one.
    pub(crate) fn read(&mut self, record: &mut Record) -> Result<bool, Fault> {
        record.raw.clear();
        record.fields.clear();
        record.places.clear();
        (record.is_broken, record.is_open) = (false, false);
        while let Some(byte @ (b'\n' | b'\r')) = self.peek()? {
            self.line_end(byte)?;
        }
        if self.peek()?.is_none() {
            return Ok(false);
        }
        (record.start, record.line) = (self.place(), self.line);
        loop {
            let (place, from) = (self.place(), record.raw.len() as u32);
            self.field(record)?;
            record.fields.push(from..record.raw.len() as u32);
            record.places.push((place, self.place()));
            if record.fields.len() > MOST_FIELDS {
                return Err(Fault { flaw: Flaw::RecordLong, at: record.start, line: record.line });
            }
            match self.peek()? {
                Some(byte) if byte == self.separator => self.at += 1,
                _ => break,
            }
        }
        record.end = self.place();
        if let Some(byte) = self.peek()? {
            self.line_end(byte)?;
        }
        self.keep(record);
        Ok(true)
    }

    /// The bytes of a record become its text.
    fn keep(&self, record: &mut Record) {
        record.text.clear();
        if self.charset == Charset::Utf8
            && let Ok(text) = std::str::from_utf8(&record.raw)
        {
            record.text.push_str(text);
            return;
        }
        for field in &mut record.fields {
            let bytes = record.raw.get(field.start as usize..field.end as usize);
            let start = record.text.len() as u32;
            let (text, is_broken) = self.charset.decode(bytes.unwrap_or_default());
            record.is_broken |= is_broken;
            record.text.push_str(&text);
            *field = start..record.text.len() as u32;
        }
    }

    fn field(&mut self, record: &mut Record) -> Result<(), Fault> {
        if self.peek()? == Some(self.quote) {
            self.at += 1;
            record.quote = self.line;
            self.in_quotes(record)?;
        }
        let separator = self.separator;
        self.copy(record, |byte| byte == separator || matches!(byte, b'\n' | b'\r' | 0))
    }

    fn in_quotes(&mut self, record: &mut Record) -> Result<(), Fault> {
        let quote = self.quote;
        loop {
            self.copy(record, |byte| byte == quote || matches!(byte, b'\n' | b'\r' | 0))?;
            match self.peek()? {
                Some(byte) if byte == quote => {
                    self.at += 1;
                    if self.peek()? != Some(quote) {
                        return Ok(());
                    }
                    record.raw.push(quote);
                    self.at += 1;
                }
                Some(byte) => {
                    record.raw.push(byte);
                    if self.line_end(byte)? {
                        record.raw.push(b'\n');
                    }
                }
                None => {
                    record.is_open = true;
                    return Ok(());
                }
            }
        }
    }

    /// Takes bytes up to one that ends them.
    fn copy(&mut self, record: &mut Record, ends: impl Fn(u8) -> bool) -> Result<(), Fault> {
        loop {
            if self.peek()?.is_none() {
                return Ok(());
            }
            let rest = &self.buffer[self.at..self.length];
            let plain = rest.iter().position(|byte| ends(*byte));
            let count = plain.unwrap_or(rest.len());
            record.raw.extend_from_slice(&rest[..count]);
            self.at += count;
            if record.raw.len() > LONGEST {
                return Err(Fault { flaw: Flaw::RecordLong, at: record.start, line: record.line });
            }
            if plain.is_some() {
                return Ok(());
            }
        }
    }

    /// Passes over a line end; whether it was CR LF.
    fn line_end(&mut self, byte: u8) -> Result<bool, Fault> {
        self.at += 1;
        self.line = self.line.saturating_add(1);
        let both = byte == b'\r' && self.peek()? == Some(b'\n');
        if both {
            self.at += 1;
        }
        Ok(both)
    }

    fn place(&self) -> u64 {
        self.base + self.at as u64
    }

    fn peek(&mut self) -> Result<Option<u8>, Fault> {
        if self.at == self.length && !self.fill()? {
            return Ok(None);
        }
        let byte = self.buffer.get(self.at).copied();
        if byte == Some(0) {
            self.is_padded = true;
            return Ok(None);
        }
        Ok(byte)
    }

    fn fill(&mut self) -> Result<bool, Fault> {
        self.base += self.length as u64;
        (self.at, self.length) = (0, 0);
        loop {
            match self.input.read(&mut self.buffer) {
                Ok(read) => {
                    self.length = read;
                    return Ok(read > 0);
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// What separates the fields of a table, by its first line: comma, semicolon, tab or bar, whichever
/// stands there most often outside quotes and square brackets; a comma where none does.
pub(crate) fn separator(beginning: &[u8]) -> u8 {
    let (mut counts, mut is_quoted, mut is_bracketed) = ([0_u32; 4], false, false);
    for byte in beginning {
        match byte {
            b'"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            b'[' => is_bracketed = true,
            b']' => is_bracketed = false,
            b'\n' | b'\r' if counts.iter().sum::<u32>() > 0 => break,
            _ if is_bracketed => {}
            _ => {
                if let Some(place) = SEPARATORS.iter().position(|mark| mark == byte) {
                    counts[place] += 1;
                }
            }
        }
    }
    // The first of equals: a comma is the usual one.
    let most = counts.iter().max().copied().unwrap_or_default();
    let place = counts.iter().position(|count| *count == most).unwrap_or_default();
    SEPARATORS[place]
}

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::Source;

    fn all(bytes: &[u8], separator: u8) -> Vec<(Vec<String>, u64, u64)> {
        let stream = Source::bytes("a.csv", bytes.to_vec()).stream().expect("a stream");
        let mut records = Records::new(stream, separator).expect("begins");
        let (mut record, mut rows) = (Record::default(), Vec::new());
        while records.read(&mut record).expect("read") {
            for field in 0..record.len() {
                let (start, end) = record.place(field);
                assert!(record.start <= start && start <= end && end <= record.end);
            }
            rows.push((record.iter().map(str::to_owned).collect(), record.start, record.end));
        }
        rows
    }

    #[test]
    fn records_stand_where_they_are_said_to() {
        let text = "\u{feff}a,b\r\n\r\n\"x\"\"\r\ny\",2\n3,\r4,я\0\0";
        let rows = all(text.as_bytes(), b',');
        let told: Vec<_> = rows
            .iter()
            .map(|(fields, start, end)| (fields.join("|"), &text[*start as usize..*end as usize]))
            .collect();
        assert_eq!(
            told,
            [
                ("a|b".to_owned(), "a,b"),
                ("x\"\r\ny|2".to_owned(), "\"x\"\"\r\ny\",2"),
                ("3|".to_owned(), "3,"),
                ("4|я".to_owned(), "4,я"),
            ]
        );
    }

    #[test]
    fn what_is_broken_is_told() {
        let stream = |bytes: &[u8]| Source::bytes("a", bytes.to_vec()).stream().expect("a stream");
        let mut record = Record::default();
        let mut records = Records::new(stream(b"a;\xff\n\"b;c"), b';').expect("begins");
        assert_eq!(records.read(&mut record), Ok(true));
        assert_eq!((record.get(1), record.is_broken), ("\u{fffd}", true));
        assert_eq!(records.read(&mut record), Ok(true));
        assert_eq!((record.get(0), record.is_open, record.line), ("b;c", true, 2));
        assert_eq!(records.read(&mut record), Ok(false));
        assert!(Records::new(stream(b"\xff\xfea\0"), b',').is_err());
        let mut long = Records::new(stream(&vec![b'a'; LONGEST + 2]), b',').expect("begins");
        assert!(long.read(&mut record).is_err());
        let mut wide = Records::new(stream(&vec![b';'; MOST_FIELDS + 1]), b';').expect("begins");
        assert!(wide.read(&mut record).is_err());
    }

    #[test]
    fn separators_are_told() {
        assert_eq!(separator(b"STRUCTURE[;],STRUCTURE_ID\n"), b',');
        assert_eq!(separator(b"\"a,b\";c;d\n1,2,3,4,5"), b';');
        assert_eq!((separator(b"a\tb"), separator(b"a")), (b'\t', b','));
    }

    proptest! {
        #[test]
        fn records_are_those_of_the_csv_crate(text in "[a,\"\\n\\rя;]{0,60}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.expect("read").iter().map(str::to_owned).collect())
                .collect();
            let rows: Vec<_> = all(text.as_bytes(), b',').into_iter().map(|row| row.0).collect();
            prop_assert_eq!(rows, expected);
        }
    }
}
