//! What a file may cost: small files can hold streams that swell to any size.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_interpret::hayro_syntax::Pdf;

/// What all streams of a file that are not pictures may swell to, besides what its size allows.
const LEAST: usize = 16_000_000;
/// What they may swell to for each byte of the file.
const EACH: usize = 8;
/// Largest stream.
const LARGEST: usize = 60_000_000;

/// Whether a stream that must be unpacked to read the file swells beyond all measure.
pub(crate) fn swells(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"stream") {
        let word = at + found;
        at = word + b"stream".len();
        if bytes[..word].ends_with(b"end") {
            continue;
        }
        let head = &bytes[word.saturating_sub(400)..word];
        let start = head.windows(4).rposition(|four| four == b" obj").unwrap_or(0);
        // Pictures are not unpacked.
        if find(&head[start..], b"/Image").is_some() {
            continue;
        }
        let body = &bytes[at..];
        let line = body.iter().take_while(|byte| matches!(**byte, b'\r' | b'\n')).count();
        let body = &body[line.min(2)..];
        // The first byte of every stream of this kind that is in use.
        if body.first().is_some_and(|byte| byte & 0x0f == 8) {
            let limit = LARGEST.min(LEAST + EACH * body.len().min(bytes.len()));
            if unpacked(body, limit) >= limit {
                return true;
            }
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

fn unpacked(bytes: &[u8], limit: usize) -> usize {
    let mut decoder = ZlibDecoder::new(bytes);
    let mut piece = [0_u8; 32_768];
    let mut sum = 0;
    while sum < limit {
        match decoder.read(&mut piece) {
            Ok(0) | Err(_) => break,
            Ok(count) => sum += count,
        }
    }
    sum
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
    /// There is none.
    None,
}

/// What may be kept of pages at a time.
const KEPT: usize = 12_000_000;

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
        let work = std::panic::AssertUnwindSafe(|| {
            pdf.pages().get(place).and_then(|page| page.page_stream()).map_or(0, <[u8]>::len)
        });
        let length = std::panic::catch_unwind(work).unwrap_or(0);
        self.all += length;
        self.since_opened += length;
        if self.all > 40_000_000 + 20 * size { Room::None } else { Room::Enough }
    }
}
