//! Tags that stand whole in the buffer of a stream, found without a copy.
//!
//! Nearly all of a data message is such tags with blanks between them. Whatever is not plain here,
//! and whatever is wrong, is left to quick-xml.

/// An attribute: where its name, its local name and its value stand, counted from the name of the
/// element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) local: u32,
    pub(super) end: u32,
    pub(super) value: (u32, u32),
    /// Nothing in the value has to be resolved.
    pub(super) is_plain: bool,
    /// It declares a namespace.
    pub(super) is_declaration: bool,
}

/// Attributes of a tag, and what those of earlier tags were called.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    pub(super) spans: Vec<Span>,
    /// By their place in the tag: tags of one kind are alike, and to compare a name is faster than
    /// to look for its end.
    usual: Vec<Usual>,
    /// Whether the last two tags call their attributes alike, and in the same order.
    pub(super) is_alike: bool,
    before: usize,
}

#[derive(Debug, Default)]
struct Usual {
    /// The name, and the sign behind it.
    name: Vec<u8>,
    /// Where the local name begins.
    local: u32,
    is_declaration: bool,
}

/// Names that are remembered, and bytes of each.
const MOST_USUAL: usize = 64;

/// A tag at the beginning of some bytes, behind blanks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// Where it begins.
    pub(super) start: usize,
    /// Where its name and its attributes stand.
    pub(super) text: (usize, usize),
    /// Where its name ends.
    pub(super) name: usize,
    /// The byte behind it.
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Start,
    Empty,
    End,
}

/// Finds a tag and its attributes; `None` where it is not whole, or not plain.
pub(super) fn tag(bytes: &[u8], found: &mut Attributes) -> Option<Seen> {
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    if bytes[start] != b'<' {
        return None;
    }
    let first = start + 1;
    match bytes.get(first)? {
        b'!' | b'?' => None,
        b'/' => {
            let first = first + 1;
            let end = first + bytes[first..].iter().position(|byte| *byte == b'>')?;
            let name = bytes[first..end].trim_ascii_end().len() + first;
            Some(Seen { start, text: (first, end), name, end: end + 1, kind: Kind::End })
        }
        _ => {
            let ends = |byte: &u8| ENDS_ELEMENT[usize::from(*byte)];
            let name = first + bytes[first..].iter().position(ends)?;
            let end = first + attributes(&bytes[first..], name - first, found)?;
            match bytes.get(end..)? {
                [b'>', ..] => {
                    Some(Seen { start, text: (first, end), name, end: end + 1, kind: Kind::Start })
                }
                [b'/', b'>', ..] => {
                    Some(Seen { start, text: (first, end), name, end: end + 2, kind: Kind::Empty })
                }
                _ => {
                    found.before = usize::MAX;
                    None
                }
            }
        }
    }
}

/// Bytes that end the name of an element.
static ENDS_ELEMENT: [bool; 256] = bytes(b"/> \t\r\n\x0c", 0);
/// Bytes that end the name of an attribute, or its prefix; some of them are wrong there.
static ENDS_NAME: [bool; 256] = bytes(b"=: \t\r\n\x0c/><\"'", 0);
/// Bytes that end a value, or have to be resolved in it.
static ENDS_VALUE: [bool; 256] = bytes(b"\"'&", 32);

/// A table of some bytes and all below another one.
const fn bytes(some: &[u8], below: usize) -> [bool; 256] {
    let (mut table, mut at) = ([false; 256], 0);
    while at < below {
        table[at] = true;
        at += 1;
    }
    at = 0;
    while at < some.len() {
        table[some[at] as usize] = true;
        at += 1;
    }
    table
}

/// Finds the attributes of a tag behind its name. Gives the place where they end: that of the end
/// of the tag, or of all bytes. `None` where they are not well-formed or not whole.
pub(super) fn attributes(bytes: &[u8], name: usize, found: &mut Attributes) -> Option<usize> {
    found.spans.clear();
    // A tag that turns out not to be whole is looked at again, and must not be alike itself.
    let before = std::mem::replace(&mut found.before, usize::MAX);
    let (mut at, mut is_usual) = (name, true);
    loop {
        let start = blanks(bytes, at);
        match bytes.get(start) {
            None | Some(b'>' | b'/') => {
                let count = found.spans.len();
                found.is_alike = is_usual && count == before;
                found.before = count;
                return Some(start);
            }
            Some(_) if start == at => return None,
            Some(_) => {}
        }
        let place = found.spans.len();
        let usual = found.usual.get(place).filter(|usual| bytes[start..].starts_with(&usual.name));
        let (local, end, is_declaration) = match usual {
            Some(usual) => {
                (start + usual.local as usize, start + usual.name.len() - 1, usual.is_declaration)
            }
            None => {
                is_usual = false;
                named(bytes, start, place, found)?
            }
        };
        at = blanks(bytes, end);
        if bytes.get(at) != Some(&b'=') {
            return None;
        }
        at = blanks(bytes, at + 1);
        let quote = *bytes.get(at).filter(|quote| matches!(quote, b'"' | b'\''))?;
        at += 1;
        let (first, mut is_plain) = (at, true);
        loop {
            at += bytes[at..].iter().position(|byte| ENDS_VALUE[usize::from(*byte)])?;
            if bytes[at] == quote {
                break;
            }
            // The other quotation mark stands for itself.
            is_plain &= matches!(bytes[at], b'"' | b'\'');
            at += 1;
        }
        found.spans.push(Span {
            start: start as u32,
            local: local as u32,
            end: end as u32,
            value: (first as u32, at as u32),
            is_plain,
            is_declaration,
        });
        at += 1;
    }
}

/// The first byte from a place on that is no blank, or the end.
#[inline]
fn blanks(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// The name of an attribute: where its local name begins, where it ends, and whether it declares a
/// namespace. It is remembered where the sign comes straight behind it.
fn named(
    bytes: &[u8],
    start: usize,
    place: usize,
    found: &mut Attributes,
) -> Option<(usize, usize, bool)> {
    let (mut at, mut local) = (start, start);
    loop {
        at += bytes[at..].iter().position(|byte| ENDS_NAME[usize::from(*byte)])?;
        if bytes[at] != b':' {
            break;
        }
        at += 1;
        if local == start {
            local = at;
        }
    }
    if at == start {
        return None;
    }
    let prefix = if local == start { &bytes[start..at] } else { &bytes[start..local - 1] };
    let is_declaration = prefix == b"xmlns";
    if bytes[at] == b'=' && at - start < MOST_USUAL && place < MOST_USUAL {
        if place == found.usual.len() {
            found.usual.push(Usual::default());
        }
        if let Some(usual) = found.usual.get_mut(place) {
            usual.name.clear();
            usual.name.extend_from_slice(&bytes[start..=at]);
            usual.local = (local - start) as u32;
            usual.is_declaration = is_declaration;
        }
    }
    Some((local, at, is_declaration))
}
