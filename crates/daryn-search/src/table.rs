//! A sorted table of keys with values, in blocks: one block is read to find a key.

use crate::bytes::{Damaged, Place, Reader, Stretch, put, put_slice};

/// Entries in a block.
const BLOCK: usize = 256;

/// Where the blocks of a table are.
#[derive(Debug, Default)]
pub(crate) struct Table {
    blocks: Vec<(Box<[u8]>, Stretch)>,
}

/// A key with its value.
pub(crate) type Entry = (Vec<u8>, Vec<u8>);

impl Table {
    /// Appends a table to bytes. Keys must ascend.
    pub(crate) fn write<'a>(
        bytes: &mut Vec<u8>,
        entries: impl Iterator<Item = (&'a [u8], Vec<u8>)>,
    ) -> Table {
        let mut table = Table::default();
        let mut block = Vec::new();
        let mut first: Box<[u8]> = Box::default();
        let mut before: &[u8] = &[];
        let mut end = |first: &[u8], block: &mut Vec<u8>, bytes: &mut Vec<u8>| {
            if !block.is_empty() {
                table.blocks.push((first.into(), Stretch::of(bytes.len(), block)));
                bytes.append(block);
            }
        };
        for (count, (key, value)) in entries.enumerate() {
            if count % BLOCK == 0 {
                end(&first, &mut block, bytes);
                (first, before) = (key.into(), &[]);
            }
            let shared = key.iter().zip(before).take_while(|(a, b)| a == b).count();
            put(&mut block, shared as u64);
            put_slice(&mut block, &key[shared..]);
            put_slice(&mut block, &value);
            before = key;
        }
        end(&first, &mut block, bytes);
        table
    }

    /// Appends where the blocks are.
    pub(crate) fn put(&self, bytes: &mut Vec<u8>) {
        put(bytes, self.blocks.len() as u64);
        for (first, stretch) in &self.blocks {
            put_slice(bytes, first);
            stretch.put(bytes);
        }
    }

    /// Reads where the blocks are.
    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Table, Damaged> {
        let mut blocks = Vec::new();
        for _ in 0..reader.number()? {
            blocks.push((reader.slice()?.into(), Stretch::read(reader)?));
        }
        Ok(Table { blocks })
    }

    /// Entries whose keys begin so.
    pub(crate) fn beginning(&self, place: &Place, head: &[u8]) -> Result<Vec<Entry>, Damaged> {
        let from = self.blocks.partition_point(|(first, _)| &**first <= head).saturating_sub(1);
        let mut found = Vec::new();
        let mut buffer = Vec::new();
        for (first, stretch) in &self.blocks[from..] {
            if &**first > head && !first.starts_with(head) {
                break;
            }
            place.read(*stretch, &mut buffer)?;
            entries(&buffer, |key, value| {
                if key.starts_with(head) {
                    found.push((key.to_vec(), value.to_vec()));
                }
            })?;
        }
        Ok(found)
    }

    /// Entries by their number in the table. Numbers must ascend.
    pub(crate) fn numbered(&self, place: &Place, numbers: &[u32]) -> Result<Vec<Entry>, Damaged> {
        let mut found = Vec::new();
        let mut buffer = Vec::new();
        for same in numbers.chunk_by(|a, b| *a as usize / BLOCK == *b as usize / BLOCK) {
            let number = same[0] as usize / BLOCK;
            place.read(self.blocks.get(number).ok_or(Damaged)?.1, &mut buffer)?;
            let (mut at, before) = (0, found.len());
            entries(&buffer, |key, value| {
                if same.binary_search(&((number * BLOCK + at) as u32)).is_ok() {
                    found.push((key.to_vec(), value.to_vec()));
                }
                at += 1;
            })?;
            if found.len() - before != same.len() {
                return Err(Damaged);
            }
        }
        Ok(found)
    }
}

fn entries(block: &[u8], mut each: impl FnMut(&[u8], &[u8])) -> Result<(), Damaged> {
    let mut reader = Reader(block);
    let mut key = Vec::new();
    while !reader.0.is_empty() {
        let shared = reader.number()? as usize;
        if shared > key.len() {
            return Err(Damaged);
        }
        key.truncate(shared);
        key.extend_from_slice(reader.slice()?);
        each(&key, reader.slice()?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_by_beginning_and_by_number() {
        let keys: Vec<String> = (0..1000).map(|number| format!("k{number:04}")).collect();
        let mut bytes = vec![0; 7];
        let entries = keys.iter().map(|key| (key.as_bytes(), key.as_bytes()[1..].to_vec()));
        let written = Table::write(&mut bytes, entries);
        let mut footer = Vec::new();
        written.put(&mut footer);
        let table = Table::read(&mut Reader(&footer)).expect("a table");
        let place = Place::Memory(bytes);
        for (head, count) in [
            ("k", 1000),
            ("k02", 100),
            ("k0255", 1),
            ("k0256", 1),
            ("k1", 0),
            ("", 1000),
            ("l", 0),
            ("a", 0),
        ] {
            let found = table.beginning(&place, head.as_bytes()).expect("entries");
            assert_eq!(found.len(), count, "{head}");
            assert!(found.iter().all(|(key, value)| key[1..] == **value), "{head}");
        }
        let found = table.numbered(&place, &[0, 255, 256, 999]).expect("entries");
        let found: Vec<&[u8]> = found.iter().map(|(_, value)| value.as_slice()).collect();
        assert_eq!(found, [b"0000", b"0255", b"0256", b"0999"]);
        assert!(table.numbered(&place, &[1000]).is_err());
    }
}
