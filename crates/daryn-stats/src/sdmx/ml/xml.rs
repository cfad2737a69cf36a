//! Elements of an XML file one after another, with their bytes, within limits.
//!
//! Elements are told by namespace and local name, never by prefix (Namespaces in XML 1.0).
//! Nothing is expanded but the five named entities and numbers of characters; a document type
//! declaration, the only place where others could come from, is refused.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::XmlVersion;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::reader::Reader;

use super::flaw::Flaw;
use super::scan::{self, Attributes, Kind, Span};
use crate::source::Source;

/// Elements that may stand in each other.
const DEEPEST: usize = 200;
/// Bytes of one tag, text, comment or instruction.
pub(crate) const LONGEST: usize = 8 << 20;
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Namespaces that are known; those of SDMX 2.1 and 3.0 differ in the version only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    None,
    Message,
    Generic,
    Specific,
    Common,
    Structure,
    Footer,
    Metadata,
    Instance,
    Xml,
    Other,
}

impl Space {
    /// The namespace of an address, and the version of SDMX that it belongs to.
    pub(crate) fn of(address: &str) -> (Space, Option<Version>) {
        let rest = address.strip_prefix("http://www.sdmx.org/resources/sdmxml/schemas/v");
        let (version, rest) = match rest.and_then(|rest| rest.split_once('/')) {
            Some(("2_1", rest)) => (Version::V21, rest),
            Some(("3_0", rest)) => (Version::V30, rest),
            _ => {
                return (
                    match address {
                        "" => Space::None,
                        "http://www.w3.org/2001/XMLSchema-instance" => Space::Instance,
                        "http://www.w3.org/XML/1998/namespace" => Space::Xml,
                        _ => Space::Other,
                    },
                    None,
                );
            }
        };
        let space = match rest {
            "message" => Space::Message,
            "data/generic" => Space::Generic,
            "data/structurespecific" => Space::Specific,
            "common" => Space::Common,
            "structure" => Space::Structure,
            "message/footer" => Space::Footer,
            "metadata/generic" | "metadata/structurespecific" => Space::Metadata,
            _ => Space::Other,
        };
        (space, Some(version))
    }
}

/// The version of SDMX-ML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V21,
    V30,
}

/// Gives no more than so many bytes until it is allowed more.
struct Limited {
    inner: Box<dyn BufRead>,
    left: usize,
}

impl Read for Limited {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Limited {
    #[inline]
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let bytes = self.inner.fill_buf()?;
        Ok(&bytes[..bytes.len().min(self.left)])
    }

    #[inline]
    fn consume(&mut self, used: usize) {
        self.left = self.left.saturating_sub(used);
        self.inner.consume(used);
    }
}

/// What comes next.
pub(crate) enum Node<'a> {
    /// An element begins; one without content has no [`Node::Close`].
    Open(Tag<'a>),
    /// The innermost element ends.
    Close,
    /// Characters, with references resolved.
    Text(Cow<'a, str>),
    /// The end of the file.
    End,
}

/// A file that is read element by element.
pub(crate) struct Xml {
    reader: Reader<Limited>,
    buffer: Vec<u8>,
    found: Attributes,
    scope: Scope,
    /// Bytes that stand before what the reader counts.
    skipped: u64,
    start: u64,
    depth: usize,
    /// The last element had no content, so that what it declared is to be forgotten.
    was_empty: bool,
    /// Names of the elements that are open, one after another, and where each begins.
    names: String,
    starts: Vec<usize>,
    /// Bytes of a tag that was taken from the buffer of the stream, and still stands there.
    owed: usize,
    /// The last thing was a tag: quick-xml begins anew behind it.
    is_between: bool,
}

impl Xml {
    /// Opens a source, unpacked where it is packed by gzip.
    pub(crate) fn open(source: &Source) -> Result<Xml, Flaw> {
        let unreadable = |error: io::Error| Flaw::Unreadable(error.to_string());
        let mut inner = source.stream().map_err(unreadable)?;
        let head = inner.fill_buf().map_err(unreadable)?;
        let mut skipped = 0;
        if head.starts_with(BOM) {
            skipped = BOM.len() as u64;
        } else if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
            return Err(Flaw::Named("stats-xml-encoding", 0, "UTF-16".to_owned()));
        }
        inner.consume(skipped as usize);
        let mut reader = Reader::from_reader(Limited { inner, left: LONGEST });
        // Names are compared here, since quick-xml does not see all tags.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        Ok(Xml {
            reader,
            buffer: Vec::new(),
            found: Attributes::default(),
            scope: Scope::default(),
            skipped,
            start: skipped,
            depth: 0,
            was_empty: false,
            names: String::new(),
            starts: Vec::new(),
            owed: 0,
            is_between: false,
        })
    }

    /// The first byte of what came last.
    #[inline]
    pub(crate) fn start(&self) -> u64 {
        self.start
    }

    /// The byte behind what came last.
    #[inline]
    pub(crate) fn end(&self) -> u64 {
        self.skipped + self.reader.buffer_position() + self.owed as u64
    }

    /// How many elements are open.
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    /// What comes next. Comments and instructions are empty texts.
    pub(crate) fn next(&mut self) -> Result<Node<'_>, Flaw> {
        if self.was_empty {
            self.was_empty = false;
            self.scope.leave(self.depth + 1);
        }
        self.pay();
        self.buffer.clear();
        self.reader.get_mut().left = LONGEST;
        self.start = self.end();
        if self.is_between
            && let Some(seen) = self.look()
        {
            let bytes = self.reader.get_mut().fill_buf().unwrap_or_default();
            self.start += seen.start as u64;
            self.owed = seen.end;
            let text = bytes.get(seen.text.0..seen.text.1).unwrap_or_default();
            let Ok(text) = str::from_utf8(text) else {
                return Err(Flaw::At("stats-xml-bytes", self.start));
            };
            let name = seen.name - seen.text.0;
            if seen.kind == Kind::End {
                self.names.truncate(close(
                    &self.names,
                    &mut self.starts,
                    &text[..name],
                    self.start,
                )?);
                self.scope.leave(self.depth);
                self.depth -= 1;
                return Ok(Node::Close);
            }
            let has_content = seen.kind == Kind::Start;
            if has_content {
                self.starts.push(self.names.len());
                self.names.push_str(&text[..name]);
                self.depth += 1;
            }
            let depth = self.depth + usize::from(!has_content);
            if depth > DEEPEST {
                return Err(Flaw::At("stats-xml-deep", self.start));
            }
            self.was_empty = !has_content;
            self.scope.bind(text, &self.found.spans, depth, self.start)?;
            let tag = BytesStart::from_content(text, name);
            let (found, scope, at) = (&self.found, &self.scope, self.start);
            return Ok(Node::Open(Tag { tag, found, scope, has_content, at }));
        }
        let at = self.start;
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(error) => return Err(flaw(error, at)),
        };
        self.is_between = matches!(event, Event::Start(_) | Event::Empty(_) | Event::End(_));
        Ok(match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(Flaw::At("stats-xml-deep", at));
                }
                self.starts.push(self.names.len());
                self.names.push_str(tag.name().into_inner());
                self.scope.enter(&tag, &mut self.found, self.depth, at)?;
                Node::Open(Tag {
                    tag,
                    found: &self.found,
                    scope: &self.scope,
                    has_content: true,
                    at,
                })
            }
            Event::Empty(tag) => {
                self.scope.enter(&tag, &mut self.found, self.depth + 1, at)?;
                self.was_empty = true;
                Node::Open(Tag {
                    tag,
                    found: &self.found,
                    scope: &self.scope,
                    has_content: false,
                    at,
                })
            }
            Event::End(tag) => {
                let name = tag.name().into_inner();
                self.names.truncate(close(&self.names, &mut self.starts, name, at)?);
                self.scope.leave(self.depth);
                self.depth -= 1;
                Node::Close
            }
            Event::Text(text) => Node::Text(normal(text.into_inner())),
            Event::CData(text) => Node::Text(normal(text.into_inner())),
            Event::GeneralRef(name) => {
                let text = match name.resolve_char_ref() {
                    Ok(Some(character)) => Some(character.to_string()),
                    Ok(None) => resolve_predefined_entity(&name).map(str::to_owned),
                    Err(_) => None,
                };
                let unknown = || Flaw::Named("stats-xml-entity", at, name.to_string());
                Node::Text(Cow::Owned(text.ok_or_else(unknown)?))
            }
            Event::Decl(declaration) => {
                if let Some(Ok(encoding)) = declaration.encoding() {
                    let known = ["utf-8", "utf8", "us-ascii", "ascii"];
                    if !known.iter().any(|name| encoding.eq_ignore_ascii_case(name)) {
                        let encoding = encoding.into_owned();
                        return Err(Flaw::Named("stats-xml-encoding", at, encoding));
                    }
                }
                Node::Text(Cow::Borrowed(""))
            }
            Event::DocType(_) => return Err(Flaw::At("stats-xml-dtd", at)),
            Event::Comment(_) | Event::PI(_) => Node::Text(Cow::Borrowed("")),
            Event::Eof if self.depth > 0 => return Err(Flaw::At("stats-xml-cut", at)),
            Event::Eof => Node::End,
        })
    }

    /// A tag that comes next and stands whole in the buffer of the stream.
    fn look(&mut self) -> Option<scan::Seen> {
        let bytes = self.reader.get_mut().fill_buf().ok()?;
        scan::tag(bytes, &mut self.found)
    }

    /// Goes behind the tag that was taken from the buffer of the stream.
    fn pay(&mut self) {
        if self.owed > 0 {
            self.reader.stream().consume(std::mem::take(&mut self.owed));
        }
    }

    /// Goes behind the end of the element that is open, which has been entered.
    pub(crate) fn skip(&mut self) -> Result<(), Flaw> {
        let depth = self.depth;
        while self.depth >= depth {
            self.next()?;
        }
        Ok(())
    }

    /// Where something stands behind the end of the first element that is no comment, instruction
    /// or blank. Some servers fill the last block with zeros.
    pub(crate) fn behind(&mut self) -> Result<Option<u64>, Flaw> {
        let at = self.end();
        self.pay();
        let limited = self.reader.get_mut();
        loop {
            limited.left = LONGEST;
            let bytes = limited.fill_buf().map_err(|error| Flaw::Unreadable(error.to_string()))?;
            if bytes.is_empty() {
                return Ok(None);
            }
            let used = bytes.len();
            let blank = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
            match bytes.iter().position(|byte| !blank(byte)) {
                Some(first) if bytes[first] == b'<' => {
                    limited.consume(first);
                    break;
                }
                Some(_) => return Ok(Some(at)),
                None => limited.consume(used),
            }
        }
        // Comments may stand here.
        loop {
            match self.next() {
                Ok(Node::End) => return Ok(None),
                Ok(Node::Text(text)) if text.trim_matches(['\0', ' ', '\n', '\t']).is_empty() => {}
                _ => return Ok(Some(at)),
            }
        }
    }

    /// The characters in the element that is open, without those in elements inside it, up to its
    /// end; without blanks around them.
    pub(crate) fn text(&mut self) -> Result<String, Flaw> {
        let (depth, mut all) = (self.depth, String::new());
        loop {
            let (at, here) = (self.start, self.depth);
            match self.next()? {
                Node::Text(text) if here == depth => {
                    if all.len() + text.len() > LONGEST {
                        return Err(Flaw::At("stats-xml-long", at));
                    }
                    all.push_str(&text);
                }
                Node::Close if here == depth => return Ok(all.trim().to_owned()),
                _ => {}
            }
        }
    }
}

/// Ends the innermost element, which has to have this name; gives where its name begins.
fn close(names: &str, starts: &mut Vec<usize>, name: &str, at: u64) -> Result<usize, Flaw> {
    let start = starts.pop().ok_or(Flaw::At("stats-xml-broken", at))?;
    match names.get(start..) {
        Some(open) if open == name => Ok(start),
        open => Err(Flaw::Named("stats-xml-end", at, open.unwrap_or_default().to_owned())),
    }
}

/// Line ends as XML gives them: CR LF and CR are LF (XML 1.0, 2.11).
fn normal(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        text
    }
}

fn flaw(error: Error, at: u64) -> Flaw {
    match error {
        Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            Flaw::At("stats-xml-long", at)
        }
        Error::Io(error) => Flaw::Unreadable(error.to_string()),
        Error::Syntax(SyntaxError::InvalidBangMarkup) => Flaw::At("stats-xml-broken", at),
        Error::Syntax(_) | Error::IllFormed(IllFormedError::UnclosedReference) => {
            Flaw::At("stats-xml-cut", at)
        }
        Error::Encoding(_) => Flaw::At("stats-xml-bytes", at),
        _ => Flaw::At("stats-xml-broken", at),
    }
}

/// The beginning of an element.
pub(crate) struct Tag<'a> {
    tag: BytesStart<'a>,
    found: &'a Attributes,
    scope: &'a Scope,
    at: u64,
    /// Whether anything stands between its begin and its end.
    pub(crate) has_content: bool,
}

impl Tag<'_> {
    /// Its namespace and its local name.
    #[inline]
    pub(crate) fn name(&self) -> (Space, &str) {
        let (prefix, local) = split(self.tag.name().into_inner());
        (self.scope.space(prefix), local)
    }

    /// Its first byte.
    #[inline]
    pub(crate) fn start(&self) -> u64 {
        self.at
    }

    /// Whether the tag before it has attributes of the same names in the same order.
    #[inline]
    pub(crate) fn is_alike(&self) -> bool {
        self.found.is_alike
    }

    /// The address of its namespace; empty where there is none.
    pub(crate) fn address(&self) -> &str {
        self.scope.address(split(self.tag.name().into_inner()).0)
    }

    /// Its attributes: namespace, local name, value.
    pub(crate) fn attributes(
        &self,
    ) -> impl Iterator<Item = Result<(Space, &str, Cow<'_, str>), Flaw>> {
        self.found.spans.iter().filter(|span| !span.is_declaration).map(|span| {
            let (space, local) = self.local(span);
            self.value(span).map(|value| (space, local, value))
        })
    }

    /// The value of an attribute in a namespace.
    pub(crate) fn get(&self, space: Space, name: &str) -> Result<Option<Cow<'_, str>>, Flaw> {
        let found = self.found.spans.iter().find(|span| {
            let is_free = span.local == span.start;
            let is_named = self.slice(span.local, span.end) == name && !span.is_declaration;
            is_named && is_free == (space == Space::None) && self.local(span).0 == space
        });
        found.map(|span| self.value(span)).transpose()
    }

    /// The value of an attribute in no namespace, as owned text; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> Result<String, Flaw> {
        Ok(self.get(Space::None, name)?.unwrap_or_default().into_owned())
    }

    /// Namespace and local name of an attribute.
    #[inline]
    fn local(&self, span: &Span) -> (Space, &str) {
        let local = self.slice(span.local, span.end);
        if span.local == span.start {
            return (Space::None, local);
        }
        (self.scope.space(self.slice(span.start, span.local - 1)), local)
    }

    #[inline]
    fn slice(&self, start: u32, end: u32) -> &str {
        self.tag.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The value with references resolved and line ends as blanks (XML 1.0, 3.3.3).
    #[inline]
    fn value(&self, span: &Span) -> Result<Cow<'_, str>, Flaw> {
        let value = Cow::Borrowed(self.slice(span.value.0, span.value.1));
        if span.is_plain {
            return Ok(value);
        }
        let name = self.slice(span.start, span.end);
        let unknown = |_| Flaw::Named("stats-xml-entity", self.at, name.to_owned());
        Attribute { key: QName("a"), value }
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(unknown)
    }
}

/// Prefix and local name.
fn split(name: &str) -> (&str, &str) {
    match name.bytes().position(|byte| byte == b':') {
        Some(colon) => (&name[..colon], &name[colon + 1..]),
        None => ("", name),
    }
}

/// The prefixes that are bound.
#[derive(Default)]
struct Scope {
    bound: Vec<Bound>,
}

struct Bound {
    prefix: String,
    address: String,
    space: Space,
    depth: usize,
}

/// Prefixes that a file may have bound at one time.
const MOST_PREFIXES: usize = 1000;

impl Scope {
    /// Finds the attributes of a tag and binds the prefixes that it declares.
    #[inline]
    fn enter(
        &mut self,
        tag: &BytesStart<'_>,
        found: &mut Attributes,
        depth: usize,
        at: u64,
    ) -> Result<(), Flaw> {
        let name = tag.name().into_inner().len();
        if scan::attributes(tag.as_bytes(), name, found) != Some(tag.len()) {
            return Err(Flaw::At("stats-xml-broken", at));
        }
        self.bind(tag, &found.spans, depth, at)
    }

    /// Binds the prefixes that a tag declares.
    #[inline]
    fn bind(&mut self, tag: &str, spans: &[Span], depth: usize, at: u64) -> Result<(), Flaw> {
        for span in spans.iter().filter(|span| span.is_declaration) {
            let slice = |start: u32, end: u32| {
                tag.get(start as usize..end as usize).unwrap_or_default().to_owned()
            };
            let prefix =
                if span.local == span.start { String::new() } else { slice(span.local, span.end) };
            let address = slice(span.value.0, span.value.1);
            if self.bound.len() >= MOST_PREFIXES {
                return Err(Flaw::At("stats-xml-broken", at));
            }
            let space = Space::of(&address).0;
            self.bound.push(Bound { prefix, address, space, depth });
        }
        Ok(())
    }

    /// Forgets what an element at a depth declared.
    #[inline]
    fn leave(&mut self, depth: usize) {
        while self.bound.last().is_some_and(|bound| bound.depth >= depth) {
            self.bound.pop();
        }
    }

    fn find(&self, prefix: &str) -> Option<&Bound> {
        self.bound.iter().rev().find(|bound| bound.prefix == prefix)
    }

    fn space(&self, prefix: &str) -> Space {
        match (self.find(prefix), prefix) {
            (Some(bound), _) => bound.space,
            (None, "") => Space::None,
            (None, "xml") => Space::Xml,
            (None, _) => Space::Other,
        }
    }

    fn address(&self, prefix: &str) -> &str {
        self.find(prefix).map_or("", |bound| bound.address.as_str())
    }
}
