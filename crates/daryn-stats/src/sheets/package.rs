//! Parts of the zip that holds a workbook, read piece by piece and within limits.

use std::io::{self, BufRead, BufReader, Read};

use daryn_model::Diagnostic;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::source::{Bytes, Source};

/// Most parts that a workbook may have.
const MOST_PARTS: usize = 20_000;
/// Bytes that a part of any workbook may unpack to.
const FREE: u64 = 64 << 20;
/// Times its own size that a part may unpack to beyond that; sheets pack to a tenth or so.
const RATIO: u64 = 60;
/// Bytes that no part unpacks beyond: a full sheet of a million rows and thirty columns has about
/// so many.
const MOST: u64 = 4 << 30;
/// Largest element or text between two, in bytes.
const PIECE: usize = 4 << 20;
/// Deepest nesting that is read.
const DEEPEST: usize = 100;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// The disk or the network.
    Unreadable(String),
    /// Bytes are missing or changed; with the part where it was seen.
    Damaged(String),
    /// It unpacks to, or would fill, more than so many megabytes.
    TooMuch(u64),
    /// It is protected by a password, or is a workbook of before 2007.
    Locked,
    /// Elements stand in each other deeper than in any workbook.
    TooDeep,
    /// The quotation mark on this line is not closed.
    Quote(u32),
}

impl Flaw {
    /// The problem to be told.
    pub(crate) fn told(self, file: &str) -> Diagnostic {
        let error = |code| Diagnostic::error(code, file, 0);
        match self {
            Flaw::Unreadable(reason) => error("stats-sheet-unreadable").with("reason", reason),
            Flaw::Damaged(part) => error("stats-sheet-damaged").with("part", part),
            Flaw::TooMuch(limit) => error("stats-sheet-too-much").with("limit", limit),
            Flaw::Locked => error("stats-sheet-locked"),
            Flaw::TooDeep => error("stats-sheet-too-deep"),
            Flaw::Quote(line) => Diagnostic::error("stats-separated-quote", file, line),
        }
    }
}

/// The parts of a workbook.
pub(crate) struct Package {
    zip: ZipArchive<Box<dyn Bytes>>,
    limit: u64,
}

impl Package {
    /// Opens a workbook.
    pub(crate) fn open(source: &Source) -> Result<Package, Flaw> {
        let unreadable = |error: io::Error| Flaw::Unreadable(error.to_string());
        let mut raw = source.raw().map_err(unreadable)?;
        let mut first = Vec::new();
        (&mut raw).take(8).read_to_end(&mut first).map_err(unreadable)?;
        // A compound file: a locked workbook, or one of Excel 97 to 2003.
        if first.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(Flaw::Locked);
        }
        let size = raw.seek(io::SeekFrom::End(0)).map_err(unreadable)?;
        let zip = ZipArchive::new(raw).map_err(|error| flaw(&error, ""))?;
        let limit = FREE.saturating_add(RATIO.saturating_mul(size)).min(MOST);
        if zip.len() > MOST_PARTS {
            return Err(Flaw::TooMuch(limit >> 20));
        }
        Ok(Package { zip, limit })
    }

    /// A part to be read from its beginning; nothing if it is not there. Names are compared
    /// without regard to case, as the standard says (ECMA-376, part 2, 6.2.2.3).
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, Flaw> {
        let exact = self.zip.index_for_name(name);
        let index = exact.or_else(|| {
            let mut names = self.zip.file_names().flatten();
            let found = names.find(|own| own.eq_ignore_ascii_case(name))?.into_owned();
            self.zip.index_for_name(&found)
        });
        let Some(index) = index else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|error| flaw(&error, name))?;
        if file.encrypted() {
            return Err(Flaw::Locked);
        }
        let counted = Counted { source: Box::new(file), left: self.limit, limit: self.limit };
        Ok(Some(BufReader::with_capacity(1 << 16, counted)))
    }
}

/// A part of a workbook while it is read.
pub(crate) type Part<'a> = BufReader<Counted<'a>>;

/// A reader that stops where more comes than may.
pub(crate) struct Counted<'a> {
    source: Box<dyn Read + 'a>,
    left: u64,
    limit: u64,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(into)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => self.left = left,
            None => return Err(io::Error::other(TooMuch(self.limit >> 20))),
        }
        Ok(count)
    }
}

#[derive(Debug)]
struct TooMuch(u64);

impl std::fmt::Display for TooMuch {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "more than {} MB", self.0)
    }
}

impl std::error::Error for TooMuch {}

fn broken(error: &io::Error, part: &str) -> Flaw {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<TooMuch>()) {
        Some(TooMuch(limit)) => Flaw::TooMuch(*limit),
        None => Flaw::Damaged(part.to_owned()),
    }
}

fn flaw(error: &ZipError, part: &str) -> Flaw {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Flaw::Locked,
        ZipError::Io(error) => broken(error, part),
        _ => Flaw::Damaged(part.to_owned()),
    }
}

/// A reader whose next piece may be no larger than a limit.
struct Pieces<R> {
    source: R,
    since: usize,
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

/// A piece of XML. Names come without their prefix.
pub(crate) enum Xml<'a> {
    /// An element begins; `true` if it also ends here.
    Open(&'a BytesStart<'a>, bool),
    /// An element ends.
    Close(&'a str),
    /// Characters, with entities undone.
    Text(&'a str),
}

/// Goes through XML. `visit` gets each piece with its first byte and the byte behind its last one,
/// and tells whether to go on.
pub(crate) fn walk(
    mut source: impl BufRead,
    part: &str,
    visit: &mut dyn FnMut(Xml<'_>, u64, u64) -> Result<bool, Flaw>,
) -> Result<(), Flaw> {
    // The parser does not count a mark at the beginning.
    let mut first = Vec::new();
    (&mut source).take(3).read_to_end(&mut first).map_err(|error| broken(&error, part))?;
    let mark = if first == [0xef, 0xbb, 0xbf] { 3 } else { 0 };
    first.drain(..mark);
    let source = io::Cursor::new(first).chain(source);
    let mut reader = Reader::from_reader(Pieces { source, since: 0 });
    let (mut buffer, mut depth, mut seen) = (Vec::new(), 0_usize, false);
    loop {
        buffer.clear();
        let start = reader.buffer_position() + mark as u64;
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(quick_xml::Error::Io(error)) => return Err(broken(&error, part)),
            Err(_) => return Err(Flaw::Damaged(part.to_owned())),
        };
        let end = reader.buffer_position() + mark as u64;
        let go_on = match &event {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Flaw::TooDeep);
                }
                seen = true;
                visit(Xml::Open(tag, false), start, end)?
            }
            Event::Empty(tag) => {
                seen = true;
                visit(Xml::Open(tag, true), start, end)?
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                visit(Xml::Close(tag.local_name().into_inner()), start, end)?
            }
            Event::Text(text) if depth > 0 => visit(Xml::Text(&text.xml10_content()), start, end)?,
            Event::CData(text) if depth > 0 => visit(Xml::Text(&text.xml10_content()), start, end)?,
            Event::GeneralRef(name) if depth > 0 => match name.resolve_char_ref() {
                Ok(Some(letter)) => visit(Xml::Text(letter.encode_utf8(&mut [0; 4])), start, end)?,
                _ => {
                    let name = name.borrow().into_inner();
                    match resolve_predefined_entity(&name) {
                        Some(text) => visit(Xml::Text(text), start, end)?,
                        // Never expanded, but shown.
                        None => visit(Xml::Text(&format!("&{name};")), start, end)?,
                    }
                }
            },
            Event::Eof if depth > 0 || !seen => return Err(Flaw::Damaged(part.to_owned())),
            Event::Eof => return Ok(()),
            _ => true,
        };
        if !go_on {
            return Ok(());
        }
        reader.get_mut().since = 0;
    }
}

/// Name of an element without its prefix.
pub(crate) fn name<'a>(tag: &'a BytesStart<'_>) -> &'a str {
    tag.local_name().into_inner()
}

/// The value of an attribute, by its name without the prefix.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    attributes.with_checks(false);
    let found = attributes.flatten().find(|one| one.key.local_name().into_inner() == name)?;
    let value = unescape_with(&found.value, resolve_predefined_entity);
    Some(value.map_or_else(|_| found.value.clone().into_owned(), |value| value.into_owned()))
}

/// Whether an attribute that is there is on.
pub(crate) fn is_on(tag: &BytesStart<'_>, name: &str) -> bool {
    matches!(attribute(tag, name).as_deref(), Some("1" | "true" | "on"))
}
