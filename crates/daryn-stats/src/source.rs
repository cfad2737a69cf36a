//! Bytes of a file, read from the beginning as often as a reader needs.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::bufread::MultiGzDecoder;
use sha2::{Digest, Sha256};

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Plain,
    /// gzip: places count the bytes that it unpacks to.
    Gzip,
    /// A zip archive: also what holds a workbook.
    Zip,
}

/// A file on the disk or bytes in memory.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    place: Where,
}

#[derive(Debug, Clone)]
enum Where {
    Disk(PathBuf),
    Memory(Arc<[u8]>),
}

/// What can be read and jumped about in.
pub trait Bytes: Read + io::Seek {}
impl<T: Read + io::Seek> Bytes for T {}

impl Source {
    /// A file on the disk. Nothing is opened yet.
    pub fn file(path: &Path) -> Source {
        Source { name: path.display().to_string(), place: Where::Disk(path.to_owned()) }
    }

    /// Bytes in memory, with the name that diagnostics use.
    pub fn bytes(name: &str, bytes: impl Into<Arc<[u8]>>) -> Source {
        Source { name: name.to_owned(), place: Where::Memory(bytes.into()) }
    }

    /// The name that diagnostics use.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The bytes as stored, from the beginning.
    ///
    /// # Errors
    /// Where the file cannot be opened.
    pub fn raw(&self) -> io::Result<Box<dyn Bytes>> {
        Ok(match &self.place {
            Where::Disk(path) => Box::new(BufReader::with_capacity(BUFFER, File::open(path)?)),
            Where::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }

    /// How the file is packed, by its first bytes.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn packing(&self) -> io::Result<Packing> {
        let mut first = Vec::new();
        self.raw()?.take(4).read_to_end(&mut first)?;
        Ok(match first.as_slice() {
            [0x1f, 0x8b, ..] => Packing::Gzip,
            [b'P', b'K', 3, 4] | [b'P', b'K', 5, 6] => Packing::Zip,
            _ => Packing::Plain,
        })
    }

    /// The bytes from the beginning, unpacked where they are packed by gzip.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn stream(&self) -> io::Result<Box<dyn BufRead>> {
        let raw = BufReader::with_capacity(BUFFER, self.raw()?);
        Ok(match self.packing()? {
            Packing::Gzip => Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(raw))),
            Packing::Plain | Packing::Zip => Box::new(raw),
        })
    }

    /// SHA-256 of the bytes as stored, in hexadecimal digits.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn sha256(&self) -> io::Result<String> {
        let (mut raw, mut hasher) = (self.raw()?, Sha256::new());
        let mut buffer = vec![0; BUFFER];
        loop {
            match raw.read(&mut buffer)? {
                0 => break,
                read => hasher.update(&buffer[..read]),
            }
        }
        Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

const BUFFER: usize = 64 * 1024;

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn all(source: &Source) -> Vec<u8> {
        let mut bytes = Vec::new();
        source.stream().and_then(|mut stream| stream.read_to_end(&mut bytes)).expect("read");
        bytes
    }

    #[test]
    fn packed_and_plain_files_give_the_same_bytes_as_often_as_asked() {
        let mut packed = Vec::new();
        // Two members: some tools write a new one for each block.
        for part in ["a,b\n", "1,2\n"] {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(part.as_bytes()).expect("written");
            packed.extend(encoder.finish().expect("packed"));
        }
        let plain = Source::bytes("a.csv", b"a,b\n1,2\n".to_vec());
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("сведения 1.csv.gz");
        std::fs::write(&path, &packed).expect("written");
        let file = Source::file(&path);
        for _ in 0..2 {
            assert_eq!((all(&plain), all(&file)), (b"a,b\n1,2\n".to_vec(), b"a,b\n1,2\n".to_vec()));
        }
        assert_eq!(file.packing().expect("read"), Packing::Gzip);
        assert_eq!(
            Source::bytes("a", *b"abc").sha256().expect("read"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
