//! FlatBuffers as far as Arrow needs them: tables, texts, lists of tables and of structures.
//!
//! Source: google/flatbuffers, “FlatBuffer Internals”. A table is written before what it points to,
//! for offsets lead forward only; the place of the offset is filled in when its target is written.

/// Bytes of a buffer whose first four lead to the root table.
#[derive(Debug)]
pub(super) struct Buffer {
    pub(super) bytes: Vec<u8>,
}

/// A field of a table.
#[derive(Debug, Clone, Copy)]
pub(super) enum Field {
    /// Has its default value or is not there.
    Absent,
    /// One byte.
    U8(u8),
    /// Two bytes.
    I16(i16),
    /// Eight bytes.
    I64(i64),
    /// Leads to a table, a text or a list, which is written later.
    Offset,
}

impl Field {
    fn size(self) -> usize {
        match self {
            Field::Absent => 0,
            Field::U8(_) => 1,
            Field::I16(_) => 2,
            Field::Offset => 4,
            Field::I64(_) => 8,
        }
    }
}

/// The place of an offset that is to be filled in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot(usize);

impl Buffer {
    /// An empty buffer and the offset to its root.
    pub(super) fn new() -> (Buffer, Slot) {
        (Buffer { bytes: vec![0; 4] }, Slot(0))
    }

    /// Fills with zeros until so many bytes further on would be at a multiple of eight.
    fn align(&mut self, ahead: usize) {
        while !(self.bytes.len() + ahead).is_multiple_of(8) {
            self.bytes.push(0);
        }
    }

    /// Lets an offset lead to the end of what is written.
    fn point(&mut self, slot: Slot) {
        let distance = (self.bytes.len() - slot.0) as u32;
        if let Some(place) = self.bytes.get_mut(slot.0..slot.0 + 4) {
            place.copy_from_slice(&distance.to_le_bytes());
        }
    }

    /// Writes a table to which an offset leads, and gives its own offsets in order.
    pub(super) fn table(&mut self, from: Slot, fields: &[Field]) -> Vec<Slot> {
        // Largest first: then each stands at a multiple of its size behind the first four bytes.
        let mut order: Vec<usize> = (0..fields.len()).collect();
        order.sort_by_key(|field| std::cmp::Reverse(fields[*field].size()));
        let has_wide = fields.iter().any(|field| field.size() == 8);
        let first = if has_wide { 8 } else { 4 };
        let (mut places, mut end) = (vec![0u16; fields.len()], first);
        for field in order {
            if fields[field].size() > 0 {
                places[field] = end as u16;
                end += fields[field].size();
            }
        }
        let vtable = 4 + 2 * fields.len();
        self.align(vtable);
        self.bytes.extend((vtable as u16).to_le_bytes());
        self.bytes.extend((end as u16).to_le_bytes());
        for place in &places {
            self.bytes.extend(place.to_le_bytes());
        }
        self.point(from);
        let start = self.bytes.len();
        self.bytes.resize(start + end, 0);
        self.set(start, &(vtable as i32).to_le_bytes());
        let mut slots = Vec::new();
        for (field, place) in fields.iter().zip(&places) {
            let at = start + usize::from(*place);
            match field {
                Field::Absent => {}
                Field::U8(value) => self.set(at, &[*value]),
                Field::I16(value) => self.set(at, &value.to_le_bytes()),
                Field::I64(value) => self.set(at, &value.to_le_bytes()),
                Field::Offset => slots.push(Slot(at)),
            }
        }
        slots
    }

    fn set(&mut self, at: usize, bytes: &[u8]) {
        if let Some(place) = self.bytes.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
    }

    /// Writes a text to which an offset leads.
    pub(super) fn text(&mut self, from: Slot, text: &str) {
        self.align(0);
        self.point(from);
        self.bytes.extend((text.len() as u32).to_le_bytes());
        self.bytes.extend_from_slice(text.as_bytes());
        self.bytes.push(0);
    }

    /// Writes a list of so many offsets to which an offset leads.
    pub(super) fn list(&mut self, from: Slot, length: usize) -> Vec<Slot> {
        self.align(0);
        self.point(from);
        self.bytes.extend((length as u32).to_le_bytes());
        let start = self.bytes.len();
        self.bytes.resize(start + 4 * length, 0);
        (0..length).map(|place| Slot(start + 4 * place)).collect()
    }

    /// Writes a list of structures of 64-bit parts.
    pub(super) fn structures(&mut self, from: Slot, length: usize, parts: &[i64]) {
        // The structures, which stand behind the length, begin at a multiple of eight.
        self.align(4);
        self.point(from);
        self.bytes.extend((length as u32).to_le_bytes());
        for part in parts {
            self.bytes.extend(part.to_le_bytes());
        }
    }
}
