//! Reads a Parquet file from its footer on, by the text of the format and not by the writer's code.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::GzDecoder;

pub(super) struct Walked {
    pub(super) columns: Vec<(String, Vec<Option<String>>)>,
    pub(super) words: String,
}

#[derive(Debug, Clone)]
enum Value {
    Int(i64),
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Struct(BTreeMap<i64, Value>),
}

impl Value {
    fn int(&self) -> i64 {
        let Value::Int(value) = self else { panic!("{self:?} is no number") };
        *value
    }

    fn text(&self) -> String {
        let Value::Bytes(bytes) = self else { panic!("{self:?} is no text") };
        String::from_utf8(bytes.clone()).expect("UTF-8")
    }

    fn list(&self) -> &[Value] {
        let Value::List(list) = self else { panic!("{self:?} is no list") };
        list
    }

    fn get(&self, field: i64) -> &Value {
        self.find(field).unwrap_or_else(|| panic!("no field {field} in {self:?}"))
    }

    fn find(&self, field: i64) -> Option<&Value> {
        let Value::Struct(fields) = self else { panic!("{self:?} is no structure") };
        fields.get(&field)
    }
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn byte(&mut self) -> u8 {
        self.at += 1;
        self.bytes[self.at - 1]
    }

    fn take(&mut self, length: usize) -> &[u8] {
        self.at += length;
        &self.bytes[self.at - length..self.at]
    }

    fn int(&mut self) -> usize {
        i32::from_le_bytes(self.take(4).try_into().expect("4 bytes")) as usize
    }

    fn varint(&mut self) -> u64 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    }

    fn zigzag(&mut self) -> i64 {
        let value = self.varint();
        (value >> 1) as i64 ^ -((value & 1) as i64)
    }

    fn value(&mut self, kind: u8) -> Value {
        match kind {
            4..=6 => Value::Int(self.zigzag()),
            8 => {
                let length = self.varint() as usize;
                Value::Bytes(self.take(length).to_vec())
            }
            9 => {
                let head = self.byte();
                let length = if head >> 4 == 15 { self.varint() } else { u64::from(head >> 4) };
                Value::List((0..length).map(|_| self.value(head & 15)).collect())
            }
            12 => {
                let (mut fields, mut last) = (BTreeMap::new(), 0);
                loop {
                    let head = self.byte();
                    if head == 0 {
                        return Value::Struct(fields);
                    }
                    last = if head >> 4 == 0 { self.zigzag() } else { last + i64::from(head >> 4) };
                    fields.insert(last, self.value(head & 15));
                }
            }
            other => panic!("kind {other}"),
        }
    }
}

/// Runs and packed groups, up to so many numbers.
fn hybrid(cursor: &mut Cursor, width: usize, length: usize) -> Vec<usize> {
    let mut values = Vec::new();
    while values.len() < length {
        let head = cursor.varint() as usize;
        if head & 1 == 0 {
            let mut value = 0;
            for (place, byte) in cursor.take(width.div_ceil(8)).iter().enumerate() {
                value |= usize::from(*byte) << (8 * place);
            }
            values.extend(std::iter::repeat_n(value, head >> 1));
        } else {
            let bytes = cursor.take((head >> 1) * width).to_vec();
            for place in 0..(head >> 1) * 8 {
                let bit = |bit: usize| usize::from(bytes[bit / 8] >> (bit % 8) & 1);
                values.push((0..width).map(|b| bit(place * width + b) << b).sum());
            }
        }
    }
    values.truncate(length);
    values
}

fn plain(cursor: &mut Cursor, kind: i64) -> String {
    if kind == 5 {
        return f64::from_le_bytes(cursor.take(8).try_into().expect("8 bytes")).to_string();
    }
    let length = cursor.int();
    String::from_utf8(cursor.take(length).to_vec()).expect("UTF-8")
}

pub(super) fn read(bytes: &[u8]) -> Walked {
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    let end = bytes.len() - 8;
    let length = Cursor { bytes, at: end }.int();
    let footer = Cursor { bytes, at: end - length }.value(12);
    let mut columns: Vec<(String, Vec<Option<String>>)> = footer
        .get(2)
        .list()
        .iter()
        .skip(1)
        .map(|column| (column.get(4).text(), Vec::new()))
        .collect();
    let mut rows = 0;
    for group in footer.get(4).list() {
        rows += group.get(3).int();
        for (chunk, (name, cells)) in group.get(1).list().iter().zip(&mut columns) {
            let meta = chunk.get(3);
            assert_eq!(meta.get(3).list()[0].text(), *name);
            let kind = meta.get(1).int();
            let first = meta.find(11).unwrap_or(meta.get(9)).int() as usize;
            let (mut cursor, mut words) = (Cursor { bytes, at: first }, Vec::new());
            while cursor.at < first + meta.get(7).int() as usize {
                let place = cursor.at;
                let head = cursor.value(12);
                let mut page = Vec::new();
                GzDecoder::new(cursor.take(head.get(3).int() as usize))
                    .read_to_end(&mut page)
                    .expect("gzip");
                assert_eq!(page.len() as i64, head.get(2).int());
                let mut page = Cursor { bytes: &page, at: 0 };
                if head.get(1).int() == 2 {
                    words = (0..head.get(7).get(1).int()).map(|_| plain(&mut page, kind)).collect();
                    continue;
                }
                assert_eq!(place as i64, meta.get(9).int());
                let length = head.get(5).get(1).int() as usize;
                let levels = page.int();
                let levels_end = page.at + levels;
                let present = hybrid(&mut page, 1, length);
                assert_eq!(page.at, levels_end);
                let count = present.iter().sum();
                let mut values = if head.get(5).get(2).int() == 8 {
                    let width = usize::from(page.byte());
                    let indices = hybrid(&mut page, width, count);
                    indices.into_iter().map(|index| words[index].clone()).collect()
                } else {
                    (0..count).map(|_| plain(&mut page, kind)).collect::<Vec<_>>()
                }
                .into_iter();
                assert_eq!(page.at, page.bytes.len());
                cells.extend(
                    present.iter().map(|level| if *level == 1 { values.next() } else { None }),
                );
            }
        }
    }
    assert_eq!(rows, footer.get(3).int());
    let pair = &footer.get(5).list()[0];
    assert_eq!(pair.get(1).text(), "daryn");
    Walked { columns, words: pair.get(2).text() }
}
