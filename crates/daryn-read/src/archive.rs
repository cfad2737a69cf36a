//! Parts of a zip archive, read in memory and within limits.
//!
//! Nothing is ever written to disk. What an archive unpacks to is bounded by its size, so that a
//! small file cannot fill the memory or keep the reader busy.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use daryn_model::Diagnostic;
use zip::ZipArchive;
use zip::result::ZipError;

/// Most parts that a document may have; one with a thousand pictures has two thousand.
const MOST_PARTS: usize = 20_000;
/// Bytes that any archive may unpack to.
const FREE: u64 = 64 << 20;
/// Times its own size that an archive may unpack to beyond that; XML packs to a tenth or so.
const RATIO: u64 = 40;
/// Bytes that no archive unpacks beyond.
const MOST: u64 = 512 << 20;

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Bytes are missing or changed; with the part where it was seen, or nothing.
    Damaged(String),
    /// A part is not there.
    NoPart(&'static str),
    /// It unpacks to more than so many megabytes, or to more parts than any document has.
    Bomb(u64),
    /// It has too many paragraphs and cells for its size.
    TooMany,
    /// It is protected by a password.
    Password,
    /// Elements or groups stand in each other deeper than in any document.
    TooDeep,
}

impl Flaw {
    /// The problem to be told of a file of a format.
    pub(crate) fn told(self, file: &str, format: &str) -> Diagnostic {
        let error = |code| Diagnostic::error(code, file, 0);
        match self {
            Flaw::Damaged(part) => error("read-damaged").with("format", format).with("part", part),
            Flaw::NoPart(part) => error("read-no-part").with("format", format).with("part", part),
            Flaw::Bomb(limit) => error("read-bomb").with("limit", limit),
            Flaw::TooMany => error("read-too-many-parts"),
            Flaw::Password => error("read-password").with("format", format),
            Flaw::TooDeep => error("read-too-deep"),
        }
    }
}

/// An archive whose parts can be read.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    all: &'a [u8],
    /// Bytes that may still be unpacked.
    left: u64,
    limit: u64,
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Flaw> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| flaw(&error, ""))?;
        let limit = (FREE + RATIO * bytes.len() as u64).min(MOST);
        if zip.len() > MOST_PARTS {
            return Err(Flaw::Bomb(limit >> 20));
        }
        Ok(Archive { zip, all: bytes, left: limit, limit })
    }

    /// Tells names that no program should write to disk, and names that come twice.
    pub(crate) fn tell_names(&self, file: &str, problems: &mut Vec<Diagnostic>) {
        // One of each is enough: a bad archive may have thousands.
        if let Some(name) = self.names().find(|name| escapes(name)) {
            problems.push(Diagnostic::warning("read-zip-path", file, 0).with("name", name));
        }
        let mut seen = BTreeSet::new();
        let mut listed = self.listed();
        let twice = listed.find(|name| !seen.insert(name.to_lowercase()));
        if let Some(name) = twice {
            problems.push(Diagnostic::warning("read-zip-twice", file, 0).with("name", name));
        }
    }

    /// Names as the list at the end of the archive has them, each as often as it stands there.
    fn listed(&self) -> impl Iterator<Item = String> + '_ {
        let mut at = usize::try_from(self.zip.central_directory_start()).unwrap_or(usize::MAX);
        std::iter::from_fn(move || {
            let rest = self.all.get(at..).filter(|rest| rest.starts_with(b"PK\x01\x02"))?;
            let long = |at: usize| {
                Some(usize::from(u16::from_le_bytes([*rest.get(at)?, *rest.get(at + 1)?])))
            };
            let (name, extra, comment) = (long(28)?, long(30)?, long(32)?);
            at += 46 + name + extra + comment;
            Some(String::from_utf8_lossy(rest.get(46..46 + name)?).into_owned())
        })
        .take(MOST_PARTS)
    }

    /// Names of the parts.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.zip.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned())
    }

    /// Whether a part is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part to be read piece by piece; nothing if it is not there.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, Flaw> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|error| flaw(&error, name))?;
        if file.encrypted() {
            return Err(Flaw::Password);
        }
        let source: Box<dyn Read + '_> = Box::new(file);
        let counted = Counted { source, left: &mut self.left, limit: self.limit };
        Ok(Some(BufReader::with_capacity(1 << 16, counted)))
    }

    /// A small part as a whole, at most `most` bytes of it.
    pub(crate) fn bytes(&mut self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Flaw> {
        let Some(part) = self.part(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        part.take(most).read_to_end(&mut bytes).map_err(|error| broken(&error, name))?;
        Ok(Some(bytes))
    }
}

/// A part of an archive while it is read.
pub(crate) type Part<'a> = BufReader<Counted<'a>>;

/// A reader that stops where the archive has unpacked to more than it may.
pub(crate) struct Counted<'a> {
    source: Box<dyn Read + 'a>,
    left: &'a mut u64,
    limit: u64,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(into)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => *self.left = left,
            None => return Err(io::Error::other(TooMuch(self.limit >> 20))),
        }
        Ok(count)
    }
}

/// More came than may, with the limit in megabytes.
#[derive(Debug)]
pub(crate) struct TooMuch(pub(crate) u64);

impl std::fmt::Display for TooMuch {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "more than {} MB", self.0)
    }
}

impl std::error::Error for TooMuch {}

/// What an error while reading a part means.
pub(crate) fn broken(error: &io::Error, part: &str) -> Flaw {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<TooMuch>()) {
        Some(TooMuch(limit)) => Flaw::Bomb(*limit),
        None => Flaw::Damaged(part.to_owned()),
    }
}

fn flaw(error: &ZipError, part: &str) -> Flaw {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Flaw::Password,
        ZipError::Io(error) => broken(error, part),
        _ => Flaw::Damaged(part.to_owned()),
    }
}

/// Whether a name leads out of the folder that an archive would be unpacked to.
fn escapes(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with(['/', '\\'])
        || drive
        || name.contains('\0')
        || name.split(['/', '\\']).any(|step| step == "..")
}

/// How much of what is read may be kept: many small paragraphs cost more than their letters.
#[derive(Debug)]
pub(crate) struct Room {
    left: usize,
    /// What is told where there is none.
    flaw: Flaw,
}

/// Bytes that every paragraph or cell costs beside its letters.
pub(crate) const EACH: usize = 900;

impl Room {
    /// Room for what is kept of a file of so many bytes.
    pub(crate) fn of(bytes: usize) -> Room {
        let left = (32 << 20) + 16 * bytes;
        Room { left, flaw: Flaw::Bomb(left as u64 >> 20) }
    }

    /// Room for what is kept of a file that is no archive: nothing of it is unpacked beside that.
    pub(crate) fn of_plain(bytes: usize) -> Room {
        Room { left: (48 << 20) + 18 * bytes, flaw: Flaw::TooMany }
    }

    /// Takes room for a paragraph, a cell or a name, with so many bytes of text.
    pub(crate) fn take(&mut self, text: usize) -> Result<(), Flaw> {
        self.letters(EACH / 4 + text)
    }

    /// Takes room for so many bytes of text, which will stand in a block, in the text and in what
    /// is made of both.
    pub(crate) fn letters(&mut self, text: usize) -> Result<(), Flaw> {
        self.left = self.left.checked_sub(4 * text).ok_or_else(|| self.flaw.clone())?;
        Ok(())
    }

    /// Gives back the room of paragraphs that became the words of a cell.
    pub(crate) fn give(&mut self, paragraphs: usize) {
        self.left = self.left.saturating_add(paragraphs * EACH);
    }
}

/// A reader whose next piece may be no larger than a limit: an element or a text between two.
pub(crate) struct Pieces<R> {
    source: R,
    /// Bytes since the last piece ended.
    pub(crate) since: usize,
}

/// Largest element or text between two, in bytes.
const PIECE: usize = 4 << 20;

impl<R: BufRead> Pieces<R> {
    /// Pieces of a reader.
    pub(crate) fn new(source: R) -> Pieces<R> {
        Pieces { source, since: 0 }
    }
}

impl<R: BufRead> Read for Pieces<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(into)?;
        self.since += count;
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Pieces<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > PIECE {
            return Err(io::Error::other(TooMuch(PIECE as u64 >> 20)));
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.since += count;
        self.source.consume(count);
    }
}

#[cfg(test)]
mod tests {
    use super::escapes;

    #[test]
    fn names_that_lead_out_are_known() {
        for name in ["../a", "a/../../b", "/etc/passwd", "C:\\a", "\\\\server\\a", "a\\..\\b"] {
            assert!(escapes(name), "{name}");
        }
        for name in ["word/document.xml", "a..b/c", "..."] {
            assert!(!escapes(name), "{name}");
        }
    }
}
