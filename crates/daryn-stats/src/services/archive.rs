//! Tables in zip archives, unpacked as a stream and within limits.

use std::io::{self, BufRead, BufReader, Read};

use zip::ZipArchive;

use crate::problems::{Fault, Flaw, TooMuch};
use crate::source::{Bytes, Source};

/// Bytes that any archive may unpack to.
const FREE: u64 = 64 << 20;
/// Times its own size that an archive may unpack to beyond that; tables pack to a tenth or so.
const RATIO: u64 = 40;
/// Entries that are looked at.
const MOST_ENTRIES: usize = 20_000;

/// A zip archive. Its entries are read as streams; nothing is written to disk.
pub(super) struct Archive {
    zip: ZipArchive<Box<dyn Bytes>>,
    /// Bytes that may still be unpacked.
    left: u64,
    limit: u64,
}

impl Archive {
    pub(super) fn open(source: &Source) -> Result<Archive, Fault> {
        let mut raw = source.raw()?;
        let size = io::Seek::seek(&mut raw, io::SeekFrom::End(0))?;
        io::Seek::seek(&mut raw, io::SeekFrom::Start(0))?;
        let zip = ZipArchive::new(raw).map_err(|error| flaw(&error))?;
        let limit = FREE.saturating_add(size.saturating_mul(RATIO));
        if zip.len() > MOST_ENTRIES {
            return Err(Fault::new(Flaw::Bomb(limit >> 20)));
        }
        Ok(Archive { zip, left: limit, limit })
    }

    /// Names of the entries, sorted.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .zip
            .file_names_raw()
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect();
        names.sort();
        names
    }

    /// An entry as a stream.
    pub(super) fn stream(&mut self, name: &str) -> Result<Box<dyn BufRead + '_>, Fault> {
        let index = self.zip.index_for_name(name);
        let index = index.ok_or_else(|| Fault::new(Flaw::Archive(name.to_owned())))?;
        let file = self.zip.by_index(index).map_err(|error| flaw(&error))?;
        let counted = Counted { source: file, left: &mut self.left, limit: self.limit };
        Ok(Box::new(BufReader::with_capacity(1 << 16, counted)))
    }
}

fn flaw(error: &zip::result::ZipError) -> Fault {
    Fault::new(Flaw::Archive(error.to_string()))
}

/// A reader that stops where the archive has unpacked to more than it may.
struct Counted<'a, R> {
    source: R,
    left: &'a mut u64,
    limit: u64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(into)?;
        *self.left = self
            .left
            .checked_sub(count as u64)
            .ok_or_else(|| io::Error::other(TooMuch(self.limit >> 20)))?;
        Ok(count)
    }
}
