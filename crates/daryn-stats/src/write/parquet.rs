//! Apache Parquet: pages of version 1, a dictionary for each column of texts that repeat, gzip.
//!
//! Source: apache/parquet-format 2.11, `parquet.thrift` and `Encodings.md`. Written here and not by
//! the `parquet` crate: that one and the crates of Arrow that it needs take as long to compile as
//! two thirds of the whole program, and a table here has two types of columns.

use std::collections::HashMap;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::thrift::{Element, Writer};
use super::{About, Column, Groups, Table, Typed, by_groups, described, typed};

const DOUBLE: i32 = 5;
const BYTE_ARRAY: i32 = 6;
const PLAIN: i32 = 0;
const RLE: i32 = 3;
const RLE_DICTIONARY: i32 = 8;
const GZIP: i32 = 2;
/// A dictionary larger than this saves nothing.
const DICTIONARY: usize = 20_000;

/// Writes a table as a Parquet file.
///
/// # Errors
/// As of [`Parquet`].
pub fn write(table: &dyn Table, about: &About, out: &mut dyn Write) -> io::Result<()> {
    let mut parquet = Parquet::new(table.columns(), about, out)?;
    by_groups(table, &mut parquet)?;
    parquet.finish()
}

/// A Parquet file that is written group by group. Names of columns and codes and the sources stand
/// as JSON in the metadata of the file, under the key `daryn`.
///
/// It fails where the output cannot be written, or a page is too large for the format (2 GiB in one
/// column of a group of rows).
pub struct Parquet<'a> {
    out: &'a mut dyn Write,
    columns: Vec<(String, Typed)>,
    words: String,
    place: i64,
    /// Rows and columns of the groups that are written.
    written: Vec<(usize, Vec<Chunk>)>,
}

impl<'a> Parquet<'a> {
    /// Begins a file.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn new(
        columns: &[Column],
        about: &About,
        out: &'a mut dyn Write,
    ) -> io::Result<Parquet<'a>> {
        out.write_all(b"PAR1")?;
        let (words, columns) = (described(columns, about), typed(columns));
        Ok(Parquet { out, columns, words, place: 4, written: Vec::new() })
    }

    /// Ends the file.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn finish(self) -> io::Result<()> {
        let footer = footer(&self.columns, &self.words, &self.written);
        self.out.write_all(&footer)?;
        self.out.write_all(&page_size(footer.len())?.to_le_bytes())?;
        self.out.write_all(b"PAR1")
    }
}

impl Groups for Parquet<'_> {
    fn group(&mut self, rows: &dyn Table) -> io::Result<()> {
        let mut chunks = Vec::new();
        for (_, column) in &self.columns {
            let chunk = chunk(rows, *column, self.place)?;
            self.out.write_all(&chunk.bytes)?;
            self.place += chunk.bytes.len() as i64;
            chunks.push(Chunk { packed: chunk.bytes.len() as i64, bytes: Vec::new(), ..chunk });
        }
        self.written.push((rows.rows(), chunks));
        Ok(())
    }
}

/// A column of a group of rows, as bytes.
struct Chunk {
    bytes: Vec<u8>,
    length: i64,
    is_number: bool,
    unpacked: i64,
    packed: i64,
    start: i64,
    /// Where the page of values begins, if not at the start.
    values: i64,
    has_dictionary: bool,
}

fn chunk(table: &dyn Table, column: Typed, start: i64) -> io::Result<Chunk> {
    let rows = table.rows();
    let (mut present, mut plain) = (Vec::with_capacity(rows), Vec::new());
    let mut dictionary = Some(Dictionary::default());
    for row in 0..rows {
        if column.is_number {
            let number = table.number(row, column.column);
            present.push(u32::from(number.is_some()));
            plain.extend(number.into_iter().flat_map(f64::to_le_bytes));
            continue;
        }
        let text = table.cell(row, column.column);
        present.push(u32::from(text.is_some()));
        if let Some(text) = text {
            push_text(&mut plain, text)?;
            if dictionary.as_mut().is_some_and(|dictionary| !dictionary.add(text)) {
                dictionary = None;
            }
        }
    }
    let mut chunk = Chunk {
        bytes: Vec::new(),
        length: rows as i64,
        is_number: column.is_number,
        unpacked: 0,
        packed: 0,
        start,
        values: start,
        has_dictionary: false,
    };
    // The levels are said with their length, which the indices of a dictionary are not.
    let levels = hybrid(&present, 1);
    let mut page = page_size(levels.len())?.to_le_bytes().to_vec();
    page.extend(levels);
    let dictionary = dictionary.filter(|dictionary| !dictionary.indices.is_empty());
    match dictionary {
        Some(dictionary) if !column.is_number => {
            let mut words = Vec::new();
            for word in &dictionary.words {
                push_text(&mut words, word)?;
            }
            chunk.add_page(&words, None, dictionary.words.len())?;
            chunk.values = start + chunk.bytes.len() as i64;
            chunk.has_dictionary = true;
            let width = (usize::BITS - (dictionary.words.len() - 1).leading_zeros()).max(1);
            page.push(width as u8);
            page.extend(hybrid(&dictionary.indices, width));
            chunk.add_page(&page, Some(RLE_DICTIONARY), rows)?;
        }
        _ => {
            page.extend(plain);
            chunk.add_page(&page, Some(PLAIN), rows)?;
        }
    }
    Ok(chunk)
}

/// The different texts of a column in the order in which they come, and which stands where.
#[derive(Default)]
struct Dictionary<'a> {
    words: Vec<&'a str>,
    places: HashMap<&'a str, u32>,
    indices: Vec<u32>,
}

impl<'a> Dictionary<'a> {
    /// Adds a text; `false` where there are too many different ones.
    fn add(&mut self, text: &'a str) -> bool {
        let next = self.words.len() as u32;
        let index = *self.places.entry(text).or_insert(next);
        if index == next {
            self.words.push(text);
        }
        self.indices.push(index);
        self.words.len() <= DICTIONARY
    }
}

impl Chunk {
    /// Adds a page of values, or a dictionary where there is no encoding.
    fn add_page(&mut self, page: &[u8], encoding: Option<i32>, length: usize) -> io::Result<()> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(page)?;
        let packed = encoder.finish()?;
        let mut head = Writer::default();
        head.open();
        head.i32(1, if encoding.is_some() { 0 } else { 2 });
        head.i32(2, page_size(page.len())?);
        head.i32(3, page_size(packed.len())?);
        let length = page_size(length)?;
        match encoding {
            Some(encoding) => {
                head.open_field(5);
                head.i32(1, length);
                head.i32(2, encoding);
                head.i32(3, RLE);
                head.i32(4, RLE);
            }
            None => {
                head.open_field(7);
                head.i32(1, length);
                head.i32(2, PLAIN);
            }
        }
        head.close();
        head.close();
        self.unpacked += (head.bytes.len() + page.len()) as i64;
        self.bytes.extend(head.bytes);
        self.bytes.extend(packed);
        Ok(())
    }
}

impl Chunk {
    /// `ColumnChunk` and the `ColumnMetaData` in it.
    fn describe(&self, out: &mut Writer, name: &str) {
        out.open();
        out.i64(2, self.start);
        out.open_field(3);
        out.i32(1, if self.is_number { DOUBLE } else { BYTE_ARRAY });
        let encodings: &[i32] =
            if self.has_dictionary { &[PLAIN, RLE, RLE_DICTIONARY] } else { &[PLAIN, RLE] };
        out.list(2, Element::I32, encodings.len());
        for encoding in encodings {
            out.element_i32(*encoding);
        }
        out.list(3, Element::Binary, 1);
        out.element_text(name);
        out.i32(4, GZIP);
        out.i64(5, self.length);
        out.i64(6, self.unpacked);
        out.i64(7, self.packed);
        out.i64(9, self.values);
        if self.has_dictionary {
            out.i64(11, self.start);
        }
        out.close();
        out.close();
    }
}

fn push_text(bytes: &mut Vec<u8>, text: &str) -> io::Result<()> {
    bytes.extend(page_size(text.len())?.to_le_bytes());
    bytes.extend_from_slice(text.as_bytes());
    Ok(())
}

fn page_size(size: usize) -> io::Result<i32> {
    i32::try_from(size).map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "page over 2 GiB"))
}

/// Numbers of so many bits as runs of equal ones and packed groups of eight (`Encodings.md`, RLE).
fn hybrid(values: &[u32], width: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut packed_from = 0;
    let mut at = 0;
    while at < values.len() {
        let run = values[at..].iter().take_while(|value| **value == values[at]).count();
        // Packed groups are whole, but for the last one.
        if run >= 8 && (at - packed_from).is_multiple_of(8) {
            pack(&mut bytes, &values[packed_from..at], width);
            varint(&mut bytes, (run as u64) << 1);
            bytes.extend(&values[at].to_le_bytes()[..width.div_ceil(8) as usize]);
            at += run;
            packed_from = at;
        } else {
            // No further than to the end of the group: a run may begin there.
            let left = 8 - (at - packed_from) % 8;
            at += run.min(left);
        }
    }
    pack(&mut bytes, &values[packed_from..], width);
    bytes
}

fn pack(bytes: &mut Vec<u8>, values: &[u32], width: u32) {
    if values.is_empty() {
        return;
    }
    varint(bytes, (values.len().div_ceil(8) as u64) << 1 | 1);
    for group in values.chunks(8) {
        let (mut bits, mut count) = (0u64, 0);
        for place in 0..8 {
            bits |= u64::from(group.get(place).copied().unwrap_or(0)) << count;
            count += width;
            while count >= 8 {
                bytes.push(bits as u8);
                bits >>= 8;
                count -= 8;
            }
        }
    }
}

fn varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn footer(columns: &[(String, Typed)], words: &str, groups: &[(usize, Vec<Chunk>)]) -> Vec<u8> {
    let mut out = Writer::default();
    out.open();
    out.i32(1, 2);
    out.list(2, Element::Struct, columns.len() + 1);
    out.open();
    out.text(4, "schema");
    out.i32(5, columns.len() as i32);
    out.close();
    for (name, column) in columns {
        out.open();
        out.i32(1, if column.is_number { DOUBLE } else { BYTE_ARRAY });
        // May be missing.
        out.i32(3, 1);
        out.text(4, name);
        if !column.is_number {
            // UTF-8, in the old way and in the new one.
            out.i32(6, 0);
            out.open_field(10);
            out.open_field(1);
            out.close();
            out.close();
        }
        out.close();
    }
    out.i64(3, groups.iter().map(|(rows, _)| *rows as i64).sum());
    out.list(4, Element::Struct, groups.len());
    for (rows, chunks) in groups {
        out.open();
        out.list(1, Element::Struct, chunks.len());
        for (chunk, (name, _)) in chunks.iter().zip(columns) {
            chunk.describe(&mut out, name);
        }
        out.i64(2, chunks.iter().map(|chunk| chunk.unpacked).sum());
        out.i64(3, *rows as i64);
        out.close();
    }
    out.list(5, Element::Struct, 1);
    out.open();
    out.text(1, "daryn");
    out.text(2, words);
    out.close();
    out.text(6, concat!("daryn version ", env!("CARGO_PKG_VERSION")));
    out.close();
    out.bytes
}
