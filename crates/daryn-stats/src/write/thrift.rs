//! Structures in the compact protocol of Apache Thrift, as far as Parquet needs them.

/// Writes structures one field after another; fields must come in the order of their numbers.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) bytes: Vec<u8>,
    /// The number of the last field of each structure that is open.
    last: Vec<i16>,
}

const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// What the elements of a list are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Element {
    /// Numbers of 32 bits.
    I32,
    /// Bytes or texts.
    Binary,
    /// Structures.
    Struct,
}

impl Writer {
    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    fn zigzag(&mut self, value: i64) {
        self.varint(((value << 1) ^ (value >> 63)) as u64);
    }

    fn field(&mut self, number: i16, kind: u8) {
        let last = self.last.last_mut();
        let delta = number - last.as_deref().copied().unwrap_or(0);
        if let Some(last) = last {
            *last = number;
        }
        if (1..=15).contains(&delta) {
            self.bytes.push((delta as u8) << 4 | kind);
        } else {
            self.bytes.push(kind);
            self.zigzag(number.into());
        }
    }

    /// Begins a structure that is no field: the root, or an element of a list.
    pub(super) fn open(&mut self) {
        self.last.push(0);
    }

    /// Ends the structure that was begun last.
    pub(super) fn close(&mut self) {
        self.last.pop();
        self.bytes.push(0);
    }

    pub(super) fn open_field(&mut self, number: i16) {
        self.field(number, STRUCT);
        self.open();
    }

    pub(super) fn i32(&mut self, number: i16, value: i32) {
        self.field(number, I32);
        self.zigzag(value.into());
    }

    pub(super) fn i64(&mut self, number: i16, value: i64) {
        self.field(number, I64);
        self.zigzag(value);
    }

    pub(super) fn text(&mut self, number: i16, value: &str) {
        self.field(number, BINARY);
        self.element_text(value);
    }

    /// Begins a list; its elements follow.
    pub(super) fn list(&mut self, number: i16, element: Element, length: usize) {
        self.field(number, LIST);
        let kind = match element {
            Element::I32 => I32,
            Element::Binary => BINARY,
            Element::Struct => STRUCT,
        };
        if length < 15 {
            self.bytes.push((length as u8) << 4 | kind);
        } else {
            self.bytes.push(0xf0 | kind);
            self.varint(length as u64);
        }
    }

    pub(super) fn element_i32(&mut self, value: i32) {
        self.zigzag(value.into());
    }

    pub(super) fn element_text(&mut self, value: &str) {
        self.varint(value.len() as u64);
        self.bytes.extend_from_slice(value.as_bytes());
    }
}
