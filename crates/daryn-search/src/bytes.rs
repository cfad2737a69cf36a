//! Bytes of the index: numbers in few bytes, and readings that end where the bytes do.
//!
//! What is read back is never believed: a reading out of bounds is [`Damaged`].

use std::fmt;
use std::fs::File;
use std::io;

/// The index is not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the index is damaged")
    }
}

impl std::error::Error for Damaged {}

/// Appends a number, seven bits a byte.
pub(crate) fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends bytes with their number before them.
pub(crate) fn put_slice(bytes: &mut Vec<u8>, slice: &[u8]) {
    put(bytes, slice.len() as u64);
    bytes.extend_from_slice(slice);
}

/// Reads from the front of bytes.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn number(&mut self) -> Result<u64, Damaged> {
        let mut number = 0;
        for (place, byte) in self.0.iter().take(10).enumerate() {
            number |= u64::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                self.0 = &self.0[place + 1..];
                return Ok(number);
            }
        }
        Err(Damaged)
    }

    pub(crate) fn small(&mut self) -> Result<u32, Damaged> {
        self.number().and_then(|number| u32::try_from(number).map_err(|_| Damaged))
    }

    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], Damaged> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    pub(crate) fn slice(&mut self) -> Result<&'a [u8], Damaged> {
        let length = self.number()?;
        self.take(usize::try_from(length).map_err(|_| Damaged)?)
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Damaged> {
        Ok(self.take(1)?[0])
    }
}

/// A stretch of an index with the checksum of its bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) offset: u64,
    pub(crate) length: u64,
    pub(crate) checksum: u32,
}

impl Stretch {
    /// The stretch of bytes that are about to be appended.
    pub(crate) fn of(offset: usize, bytes: &[u8]) -> Stretch {
        let checksum = crc32fast::hash(bytes);
        Stretch { offset: offset as u64, length: bytes.len() as u64, checksum }
    }

    pub(crate) fn put(self, bytes: &mut Vec<u8>) {
        put(bytes, self.offset);
        put(bytes, self.length);
        bytes.extend_from_slice(&self.checksum.to_le_bytes());
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Stretch, Damaged> {
        let (offset, length) = (reader.number()?, reader.number()?);
        let checksum = reader.take(4)?.try_into().map(u32::from_le_bytes).map_err(|_| Damaged)?;
        Ok(Stretch { offset, length, checksum })
    }
}

/// Where the bytes of an index are.
#[derive(Debug)]
pub(crate) enum Place {
    /// A file and its size.
    File(File, u64),
    /// Memory, where nothing can be kept.
    Memory(Vec<u8>),
}

impl Place {
    pub(crate) fn file(file: File) -> io::Result<Place> {
        let size = file.metadata()?.len();
        Ok(Place::File(file, size))
    }

    pub(crate) fn size(&self) -> u64 {
        match self {
            Place::File(_, size) => *size,
            Place::Memory(bytes) => bytes.len() as u64,
        }
    }

    /// Reads a stretch into a buffer and compares it with its checksum.
    pub(crate) fn read(&self, stretch: Stretch, buffer: &mut Vec<u8>) -> Result<(), Damaged> {
        let length = usize::try_from(stretch.length).map_err(|_| Damaged)?;
        self.read_unchecked(stretch.offset, length, buffer)?;
        (crc32fast::hash(buffer) == stretch.checksum).then_some(()).ok_or(Damaged)
    }

    /// Reads bytes whose checksum is not known.
    pub(crate) fn read_unchecked(
        &self,
        offset: u64,
        length: usize,
        buffer: &mut Vec<u8>,
    ) -> Result<(), Damaged> {
        // Before anything is allocated: a damaged length may be any.
        let end = offset.checked_add(length as u64).ok_or(Damaged)?;
        if end > self.size() {
            return Err(Damaged);
        }
        buffer.resize(length, 0);
        match self {
            Place::File(file, _) => read_at(file, buffer, offset).map_err(|_| Damaged)?,
            Place::Memory(bytes) => {
                let start = usize::try_from(offset).map_err(|_| Damaged)?;
                buffer.copy_from_slice(&bytes[start..start + length]);
            }
        }
        Ok(())
    }
}

#[cfg(unix)]
fn read_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, offset)
}

#[cfg(windows)]
fn read_at(file: &File, mut buffer: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !buffer.is_empty() {
        match std::os::windows::fs::FileExt::seek_read(file, buffer, offset)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => {
                buffer = &mut buffer[read..];
                offset += read as u64;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_and_cut_ones_do_not() {
        for number in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut bytes = Vec::new();
            put(&mut bytes, number);
            assert_eq!(Reader(&bytes).number(), Ok(number));
            bytes.pop();
            assert_eq!(Reader(&bytes).number(), Err(Damaged));
        }
        assert_eq!(Reader(&[0x80; 11]).number(), Err(Damaged));
        assert_eq!(Reader(&[200, 1, 7]).slice(), Err(Damaged));
    }
}
