//! What a file may cost: small files can hold streams that swell to any size.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::dict::keys::CONTENTS;
use hayro_interpret::hayro_syntax::object::{Array, Stream};

use crate::watch;

/// What a stream that is not a picture may swell to, besides what its size allows.
const LEAST: usize = 16_000_000;
/// What it may swell to for each of its bytes.
const EACH: usize = 8;
/// Longest text that is shown at once: the interpreter makes all its letters before it shows any.
const LONGEST: usize = 200_000;
/// What may be unpacked only to see whether a stream swells: streams may be written into each other.
const LOOKED_AT: usize = 400_000_000;
/// The same for each byte of the file.
const LOOKED_AT_EACH: usize = 40;
/// What the pages that are kept at a time may have swollen to.
const KEPT: usize = 4_000_000;

/// What the drawing instructions of a page may swell to in a file of a size: a path that is drawn
/// takes many times as much room as its instructions.
fn drawn(size: usize) -> usize {
    3_000_000 + 4 * size
}

/// Whether a stream that is not a picture swells beyond all measure. Found by the words of the file,
/// before anything is unpacked to read it; in encrypted files it is not seen.
pub(crate) fn swells(bytes: &[u8]) -> bool {
    let mut at = 0;
    let mut end = 0;
    let mut work = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let word = at + found;
        at = word + b"stream".len();
        if bytes[..word].ends_with(b"end") {
            continue;
        }
        let head = &bytes[word.saturating_sub(600)..word];
        let start = head.windows(4).rposition(|four| four == b" obj").unwrap_or(0);
        let head = &head[start..];
        // Pictures are not unpacked.
        if find(head, b"/Image").is_some() {
            continue;
        }
        let body = &bytes[at..];
        let line = body.iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        // Looked for once, where many streams have one end.
        if end < at {
            end = find(body, b"endstream").map_or(bytes.len(), |end| at + end);
        }
        let body = &bytes[(at + line).min(end)..end];
        let limit = LEAST + EACH * body.len();
        let filters = filters(head);
        let is_form = find(head, b"/Form").is_some();
        if filters.is_empty() && !is_form {
            continue;
        }
        let whole = unpack(body, &filters, limit);
        work += body.len() + whole.len();
        if work > LOOKED_AT + LOOKED_AT_EACH * bytes.len() {
            return true;
        }
        if whole.len() >= limit || is_form && is_heavy(&whole, body.len()) {
            return true;
        }
    }
    false
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == what[0]) {
        if bytes[at + found..].starts_with(what) {
            return Some(at + found);
        }
        at += found + 1;
    }
    None
}

/// How a stream is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    Flate,
    Lzw,
    Ascii85,
    Runs,
}

/// The ways in which a stream is packed, the outermost first.
fn filters(head: &[u8]) -> Vec<Filter> {
    let Some(start) = find(head, b"/Filter") else { return Vec::new() };
    let mut found: Vec<(usize, Filter)> = Vec::new();
    let names: [(&[u8], Filter); 8] = [
        (b"/FlateDecode", Filter::Flate),
        (b"/Fl]", Filter::Flate),
        (b"/Fl ", Filter::Flate),
        (b"/Fl/", Filter::Flate),
        (b"/LZW", Filter::Lzw),
        (b"/ASCII85Decode", Filter::Ascii85),
        (b"/A85", Filter::Ascii85),
        (b"/RunLengthDecode", Filter::Runs),
    ];
    for (name, filter) in names {
        let mut at = start;
        while let Some(place) = find(&head[at..], name) {
            found.push((at + place, filter));
            at += place + 1;
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, filter)| filter).take(8).collect()
}

/// Unpacks a stream, no further than a limit.
fn unpack<'a>(bytes: &'a [u8], filters: &[Filter], limit: usize) -> Cow<'a, [u8]> {
    let mut whole = Cow::Borrowed(bytes);
    for filter in filters {
        whole = Cow::Owned(match filter {
            Filter::Flate => flate(&whole, limit),
            Filter::Lzw => lzw(&whole, limit),
            Filter::Ascii85 => ascii85(&whole),
            Filter::Runs => runs(&whole, limit),
        });
    }
    whole
}

fn flate(bytes: &[u8], limit: usize) -> Vec<u8> {
    let mut decoder = ZlibDecoder::new(bytes);
    let mut unpacked = Vec::new();
    let mut piece = [0_u8; 32_768];
    while unpacked.len() < limit {
        match decoder.read(&mut piece) {
            // What was unpacked before a fault counts.
            Ok(0) | Err(_) => break,
            Ok(count) => unpacked.extend(&piece[..count]),
        }
    }
    unpacked
}

fn lzw(bytes: &[u8], limit: usize) -> Vec<u8> {
    let mut unpacked: Vec<u8> = Vec::new();
    // Each word of the table behind the single bytes is a part of what was unpacked.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<usize> = None;
    let (mut bits, mut count, mut width) = (0_u32, 0, 9);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        if count < width {
            continue;
        }
        count -= width;
        let code = (bits >> count & ((1 << width) - 1)) as usize;
        let start = unpacked.len();
        match code {
            256 => {
                table.clear();
                (width, before) = (9, None);
                continue;
            }
            257 => break,
            0..256 => unpacked.push(code as u8),
            _ => match table.get(code - 258) {
                Some((from, length)) => unpacked.extend_from_within(*from..from + length),
                None => match before {
                    Some(from) => {
                        unpacked.extend_from_within(from..start);
                        unpacked.push(unpacked[from]);
                    }
                    None => break,
                },
            },
        }
        if let Some(from) = before.filter(|_| table.len() < 4096 - 258) {
            table.push((from, start + 1 - from));
        }
        before = Some(start);
        width = match table.len() + 258 {
            ..=510 => 9,
            511..=1022 => 10,
            1023..=2046 => 11,
            _ => 12,
        };
        if unpacked.len() >= limit {
            break;
        }
    }
    unpacked
}

fn ascii85(bytes: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::with_capacity(bytes.len());
    let mut group: Vec<u32> = Vec::with_capacity(5);
    for byte in bytes {
        match byte {
            b'z' => unpacked.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            b'~' => break,
            _ => {}
        }
        if group.len() == 5 {
            let value =
                group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(*digit));
            unpacked.extend(value.to_be_bytes());
            group.clear();
        }
    }
    unpacked
}

fn runs(bytes: &[u8], limit: usize) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let mut at = 0;
    while let Some(length) = bytes.get(at).map(|length| usize::from(*length)) {
        let count = match length {
            128 => break,
            0..128 => {
                let end = (at + 2 + length).min(bytes.len());
                unpacked.extend(&bytes[at + 1..end]);
                length + 1
            }
            _ => {
                let byte = bytes.get(at + 1).copied().unwrap_or_default();
                unpacked.extend(std::iter::repeat_n(byte, 257 - length));
                1
            }
        };
        at += count + 1;
        if unpacked.len() >= limit {
            break;
        }
    }
    unpacked
}

/// Whether drawing instructions cost more than a file of a size may.
fn is_heavy(instructions: &[u8], size: usize) -> bool {
    instructions.len() > drawn(size) || longest(instructions) > LONGEST
}

/// The longest text that is shown at once, in bytes.
fn longest(instructions: &[u8]) -> usize {
    let (mut longest, mut start) = (0, 0);
    let (mut depth, mut in_list, mut escaped) = (0_usize, false, false);
    for (place, byte) in instructions.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if depth > 0 => escaped = true,
            b'(' => {
                if depth == 0 && !in_list {
                    start = place;
                }
                depth += 1;
            }
            b')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => continue,
            b'[' => (in_list, start) = (true, place),
            b'<' if !in_list => start = place,
            b']' => in_list = false,
            b'>' => {}
            _ => continue,
        }
        if depth == 0 && !in_list {
            longest = longest.max(place - start);
        }
    }
    if depth > 0 || in_list { longest.max(instructions.len() - start) } else { longest }
}

/// What was unpacked of pages.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    all: usize,
    since_opened: usize,
}

/// Whether there is room for one more page.
pub(crate) enum Room {
    /// There is.
    Enough,
    /// There is if what was kept of other pages is let go.
    Reopen,
    /// Not for this one.
    Heavy,
    /// For none.
    None,
}

impl Shown {
    /// Tells that nothing is kept any more.
    pub(crate) fn reopened(&mut self) {
        self.since_opened = 0;
    }

    /// Adds a page to what was unpacked.
    pub(crate) fn add(&mut self, pdf: &Pdf, place: usize, size: usize) -> Room {
        if self.since_opened > KEPT {
            return Room::Reopen;
        }
        if self.all > 40_000_000 + 20 * size {
            return Room::None;
        }
        let work = || {
            let page = pdf.pages().get(place)?;
            // A page may hold one stream many times.
            if let Some(parts) = page.raw().get::<Array<'_>>(CONTENTS) {
                let mut sum = 0;
                for part in parts.iter::<Stream<'_>>() {
                    sum += part.decoded_data().map_or(0, |part| part.len());
                    if sum > drawn(size) {
                        return Some((sum, true));
                    }
                }
            }
            let instructions = page.page_stream()?;
            Some((instructions.len(), is_heavy(instructions, size)))
        };
        let (length, heavy) = watch::caught(work).ok().flatten().unwrap_or_default();
        self.all += length;
        self.since_opened += length;
        if heavy { Room::Heavy } else { Room::Enough }
    }
}

#[cfg(test)]
mod tests {
    use super::{ascii85, longest, lzw, runs};

    #[test]
    fn streams_are_unpacked() {
        // The example of ISO 32000-1, 7.4.4.2.
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(lzw(&packed, 100), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
        assert_eq!(ascii85(b"87cURD]i,\"Ebo80~>")[..8], *b"Hello Wo");
        assert_eq!(runs(&[2, b'a', b'b', b'c', 254, b'd', 128, 1], 100), b"abcddd");
    }

    #[test]
    fn texts_are_measured() {
        assert_eq!(longest(b"(ab) Tj [(abc) 5 (d)] TJ"), 12);
        assert_eq!(longest(b"q 1 0 0 1 5 5 cm (a\\)b(c)) Tj"), 8);
        assert_eq!(longest(b"(without end"), 12);
    }
}
