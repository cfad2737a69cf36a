//! Apache Arrow IPC, file format, version 5 of the metadata: UTF-8 texts and 64-bit numbers.
//!
//! Source: apache/arrow, `docs/source/format/Columnar.rst`, `format/Message.fbs`, `Schema.fbs`,
//! `File.fbs`. Written here for the same reason as Parquet.

use std::io::{self, Write};

use super::flatbuffer::{Buffer, Field, Slot};
use super::{About, Column, Groups, Table, Typed, by_groups, described, typed};

const MAGIC: &[u8] = b"ARROW1";
const VERSION: i16 = 4;
const SCHEMA: u8 = 1;
const RECORD_BATCH: u8 = 3;
const FLOATING_POINT: u8 = 3;
const UTF8: u8 = 5;
const DOUBLE_PRECISION: i16 = 2;
const MARK: [u8; 4] = [0xff; 4];

/// Writes a table as an Arrow file.
///
/// # Errors
/// As of [`Arrow`].
pub fn write(table: &dyn Table, about: &About, out: &mut dyn Write) -> io::Result<()> {
    let mut arrow = Arrow::new(table.columns(), about, out)?;
    by_groups(table, &mut arrow)?;
    arrow.finish()
}

/// An Arrow file (Feather version 2) that is written group by group. Names of columns and codes and
/// the sources stand as JSON in the metadata of the schema, under the key `daryn`.
///
/// It fails where the output cannot be written, or the texts of one column of a group of rows are
/// longer than 2 GiB.
pub struct Arrow<'a> {
    out: &'a mut dyn Write,
    columns: Vec<(String, Typed)>,
    words: String,
    place: i64,
    /// Place, length of the head and length of the body of each group.
    blocks: Vec<i64>,
}

impl<'a> Arrow<'a> {
    /// Begins a file.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn new(columns: &[Column], about: &About, out: &'a mut dyn Write) -> io::Result<Arrow<'a>> {
        let (words, columns) = (described(columns, about), typed(columns));
        out.write_all(MAGIC)?;
        out.write_all(&[0; 2])?;
        let (mut message, header) = message(SCHEMA, 0);
        schema(&mut message, header, &columns, &words);
        let place = 8 + write_message(out, &message)? as i64;
        Ok(Arrow { out, columns, words, place, blocks: Vec::new() })
    }

    /// Ends the file.
    ///
    /// # Errors
    /// Where the output cannot be written.
    pub fn finish(self) -> io::Result<()> {
        self.out.write_all(&MARK)?;
        self.out.write_all(&[0; 4])?;
        let (mut footer, root) = Buffer::new();
        let fields = [Field::I16(VERSION), Field::Offset, Field::Absent, Field::Offset];
        if let [to_schema, to_blocks] = footer.table(root, &fields)[..] {
            schema(&mut footer, to_schema, &self.columns, &self.words);
            footer.structures(to_blocks, self.blocks.len() / 3, &self.blocks);
        }
        self.out.write_all(&footer.bytes)?;
        self.out.write_all(&size(footer.bytes.len())?.to_le_bytes())?;
        self.out.write_all(MAGIC)
    }
}

impl Groups for Arrow<'_> {
    fn group(&mut self, rows: &dyn Table) -> io::Result<()> {
        let (message, body) = batch(rows, &self.columns)?;
        let head = write_message(self.out, &message)? as i64;
        self.out.write_all(&body)?;
        self.blocks.extend([self.place, head, body.len() as i64]);
        self.place += head + body.len() as i64;
        Ok(())
    }
}

/// A message and the offset to its header.
fn message(kind: u8, body: i64) -> (Buffer, Slot) {
    let (mut buffer, root) = Buffer::new();
    let fields = [Field::I16(VERSION), Field::U8(kind), Field::Offset, Field::I64(body)];
    let slots = buffer.table(root, &fields);
    (buffer, slots.first().copied().unwrap_or(root))
}

/// Writes the head of a message and gives its length, which is a multiple of eight.
fn write_message(out: &mut dyn Write, message: &Buffer) -> io::Result<usize> {
    let padded = message.bytes.len().next_multiple_of(8);
    out.write_all(&MARK)?;
    out.write_all(&size(padded)?.to_le_bytes())?;
    out.write_all(&message.bytes)?;
    out.write_all(&[0; 8][..padded - message.bytes.len()])?;
    Ok(padded + 8)
}

fn size(size: usize) -> io::Result<i32> {
    i32::try_from(size).map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "over 2 GiB"))
}

fn schema(buffer: &mut Buffer, from: Slot, columns: &[(String, Typed)], words: &str) {
    // Numbers are little-endian, which is the default.
    let fields = [Field::Absent, Field::Offset, Field::Offset];
    let [to_fields, to_metadata] = buffer.table(from, &fields)[..] else { return };
    for (slot, (name, column)) in buffer.list(to_fields, columns.len()).into_iter().zip(columns) {
        let kind = if column.is_number { FLOATING_POINT } else { UTF8 };
        // Name, may be missing, kind, details of the kind, dictionary, children.
        let fields = [
            Field::Offset,
            Field::U8(1),
            Field::U8(kind),
            Field::Offset,
            Field::Absent,
            Field::Offset,
        ];
        if let [to_name, to_kind, to_children] = buffer.table(slot, &fields)[..] {
            buffer.text(to_name, name);
            if column.is_number {
                buffer.table(to_kind, &[Field::I16(DOUBLE_PRECISION)]);
            } else {
                buffer.table(to_kind, &[]);
            }
            buffer.list(to_children, 0);
        }
    }
    for slot in buffer.list(to_metadata, 1) {
        if let [to_key, to_value] = buffer.table(slot, &[Field::Offset, Field::Offset])[..] {
            buffer.text(to_key, "daryn");
            buffer.text(to_value, words);
        }
    }
}

/// A group of rows: the message and its body.
fn batch(table: &dyn Table, columns: &[(String, Typed)]) -> io::Result<(Buffer, Vec<u8>)> {
    let rows = table.rows();
    let mut body = Body::default();
    for (_, column) in columns {
        let mut present = vec![0u8; rows.div_ceil(8)];
        let (mut values, mut ends) = (Vec::new(), 0i32.to_le_bytes().to_vec());
        let mut missing = 0;
        for row in 0..rows {
            let is_there = if column.is_number {
                let number = table.number(row, column.column);
                values.extend(number.unwrap_or(0.0).to_le_bytes());
                number.is_some()
            } else {
                let text = table.cell(row, column.column);
                values.extend_from_slice(text.unwrap_or_default().as_bytes());
                ends.extend(size(values.len())?.to_le_bytes());
                text.is_some()
            };
            match present.get_mut(row / 8) {
                Some(byte) if is_there => *byte |= 1 << (row % 8),
                _ => missing += 1,
            }
        }
        body.nodes.extend([rows as i64, missing]);
        body.add(&present);
        if !column.is_number {
            body.add(&ends);
        }
        body.add(&values);
    }
    let (mut message, header) = message(RECORD_BATCH, body.bytes.len() as i64);
    let fields = [Field::I64(rows as i64), Field::Offset, Field::Offset];
    if let [to_nodes, to_buffers] = message.table(header, &fields)[..] {
        message.structures(to_nodes, body.nodes.len() / 2, &body.nodes);
        message.structures(to_buffers, body.buffers.len() / 2, &body.buffers);
    }
    Ok((message, body.bytes))
}

/// The bytes of a group of rows: for each column a bitmap of what is there, the ends of the texts,
/// the values.
#[derive(Default)]
struct Body {
    bytes: Vec<u8>,
    /// Length and number of missing values of each column.
    nodes: Vec<i64>,
    /// Place and length of each buffer.
    buffers: Vec<i64>,
}

impl Body {
    fn add(&mut self, buffer: &[u8]) {
        self.buffers.extend([self.bytes.len() as i64, buffer.len() as i64]);
        self.bytes.extend_from_slice(buffer);
        self.bytes.resize(self.bytes.len().next_multiple_of(8), 0);
    }
}
