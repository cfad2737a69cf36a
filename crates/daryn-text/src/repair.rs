//! Wrong letters put right, with a log from which the text as printed is made again.
//!
//! Official texts hold Latin letters that look like Cyrillic ones («көшi-қоны», «Cтатья»), letters
//! of other alphabets where a Kazakh one could not be typed («Ќазаќстан»), and words that were read
//! in the wrong charset («РџСЂР°РІРѕ»). What is not certain stays as it is.

mod homoglyphs;
mod mojibake;
mod substitutes;

use std::borrow::Cow;
use std::ops::Range;

/// Why letters were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A letter of another script that looks the same.
    Homoglyph,
    /// A letter of another alphabet in the place of a Kazakh one.
    Substitute,
    /// Words that were read in the wrong charset.
    Mojibake,
}

impl Kind {
    /// `homoglyph`, `substitute` or `mojibake`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Kind::Homoglyph => "homoglyph",
            Kind::Substitute => "substitute",
            Kind::Mojibake => "mojibake",
        }
    }
}

/// One change: where it is in the repaired text, and what stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// First byte in the repaired text.
    pub start: usize,
    /// Byte behind the last one.
    pub end: usize,
    /// First code point in the repaired text.
    pub first: usize,
    /// Code point behind the last one.
    pub last: usize,
    /// What stood there.
    pub original: String,
    /// Why it was changed.
    pub kind: Kind,
}

/// A text with its repairs, in order and apart from each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired<'a> {
    /// The repaired text.
    pub text: Cow<'a, str>,
    /// What was changed.
    pub changes: Vec<Repair>,
}

/// Most rounds: a repaired word may tell in which script its neighbour is.
const ROUNDS: usize = 6;

/// Bytes that are repaired at once: what is kept of each word takes more room than the word.
const PIECE: usize = 64 * 1024;

/// Repairs a text, a paragraph or less. A text that needs nothing is looked through once.
#[must_use]
pub fn repair(text: &str) -> Repaired<'_> {
    if text.len() <= PIECE {
        return piece(text);
    }
    let mut whole = Repaired { text: Cow::Borrowed(text), changes: Vec::new() };
    let (mut rest, mut made, mut points) = (text, String::new(), 0);
    while !rest.is_empty() {
        let most = rest.floor_char_boundary(PIECE.min(rest.len()));
        let space = rest[..most].rfind(char::is_whitespace).filter(|at| *at > 0);
        let end = if most < rest.len() { space.unwrap_or(most) } else { most };
        let repaired = piece(&rest[..end]);
        let bytes = made.len();
        whole.changes.extend(repaired.changes.into_iter().map(|change| Repair {
            start: bytes + change.start,
            end: bytes + change.end,
            first: points + change.first,
            last: points + change.last,
            ..change
        }));
        points += repaired.text.chars().count();
        made.push_str(&repaired.text);
        rest = &rest[end..];
    }
    if !whole.changes.is_empty() {
        whole.text = Cow::Owned(made);
    }
    whole
}

/// Repairs a piece of a text.
fn piece(text: &str) -> Repaired<'_> {
    let mut repaired = Repaired { text: Cow::Borrowed(text), changes: Vec::new() };
    for _ in 0..ROUNDS {
        let signs = Signs::of(&repaired.text);
        let edits = if signs.may_be_garbled()
            && let Some(edits) = mojibake::edits(&repaired.text)
        {
            edits
        } else if signs.strange
            && let Some(edits) = substitutes::edits(&repaired.text)
        {
            edits
        } else if signs.latin && signs.cyrillic || signs.roman {
            homoglyphs::edits(&repaired.text)
        } else {
            Vec::new()
        };
        if edits.is_empty() {
            break;
        }
        repaired.apply(edits);
    }
    repaired.count();
    repaired
}

/// Whether a text holds words that were read in the wrong charset: spaces without width and
/// control characters in it may be letters.
#[must_use]
pub fn is_garbled(text: &str) -> bool {
    Signs::of(text).may_be_garbled() && mojibake::edits(text).is_some()
}

/// The text as it was before repair, from `start` to `end` in bytes of the repaired text. Of a
/// word read in the wrong charset that is cut by the range the whole is given.
#[must_use]
pub fn as_printed(text: &str, changes: &[Repair], range: Range<usize>) -> String {
    let mut printed = String::new();
    let mut at = range.start;
    for change in changes.iter().skip_while(|change| change.end <= range.start) {
        if change.start >= range.end {
            break;
        }
        if change.start > at {
            printed.push_str(&text[at..change.start]);
        }
        let new = &text[change.start..change.end];
        if new.chars().count() == change.original.chars().count() {
            let before = |byte: usize| {
                let inside = byte.clamp(change.start, change.end) - change.start;
                new.char_indices().take_while(|(place, _)| *place < inside).count()
            };
            let (first, last) = (before(range.start), before(range.end));
            printed.extend(change.original.chars().skip(first).take(last - first));
        } else {
            printed.push_str(&change.original);
        }
        at = change.end.min(range.end);
    }
    if at < range.end {
        printed.push_str(&text[at..range.end]);
    }
    printed
}

impl Repaired<'_> {
    /// Where a byte of the text before repair is now. Inside a word whose letters were changed one
    /// by one it stays at its letter; inside one read in the wrong charset it goes to its start.
    #[must_use]
    pub fn moved(&self, offset: usize) -> usize {
        self.place(offset, false)
    }

    /// Where a range of the text before repair is now; a word read in the wrong charset that it
    /// cuts is taken whole.
    #[must_use]
    pub fn moved_range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start, false);
        start..self.place(range.end, true).max(start)
    }

    fn place(&self, offset: usize, to_end: bool) -> usize {
        // Bytes by which the text before repair is ahead of the repaired one.
        let mut ahead = 0_isize;
        for change in &self.changes {
            let old_start = change.start.wrapping_add_signed(ahead);
            let old_end = old_start + change.original.len();
            if offset <= old_start {
                break;
            }
            if offset < old_end {
                let new = &self.text[change.start..change.end];
                if new.chars().count() == change.original.chars().count() {
                    let before = change.original
                        [..change.original.floor_char_boundary(offset - old_start)]
                        .chars()
                        .count();
                    let inside = new.char_indices().nth(before).map_or(new.len(), |(at, _)| at);
                    return change.start + inside;
                }
                return if to_end { change.end } else { change.start };
            }
            ahead = old_end as isize - change.end as isize;
        }
        offset.wrapping_add_signed(-ahead)
    }

    /// Puts edits of the present text into it; the log stays one of the text before all repairs.
    fn apply(&mut self, edits: Vec<Edit>) {
        let old = std::mem::take(&mut self.changes);
        let mut text = String::with_capacity(self.text.len() + 16);
        let mut at = 0;
        let mut old_ones = old.iter().peekable();
        let mut edits = edits.into_iter().peekable();
        // Each turn takes what overlaps: edits with the changes before them that they touch.
        loop {
            let start = match (old_ones.peek(), edits.peek()) {
                (None, None) => break,
                (Some(change), None) => change.start,
                (None, Some(edit)) => edit.range.start,
                (Some(change), Some(edit)) => change.start.min(edit.range.start),
            };
            let (mut end, mut kind, mut new) = (start, None, String::new());
            let mut done = start;
            loop {
                if let Some(change) = old_ones
                    .next_if(|change| change.start < end || end == start && change.start == start)
                {
                    end = end.max(change.end);
                    kind = Some(change.kind);
                } else if let Some(edit) = edits.next_if(|edit| {
                    edit.range.start < end || end == start && edit.range.start == start
                }) {
                    new.push_str(&self.text[done..edit.range.start]);
                    new.push_str(&edit.text);
                    done = edit.range.end;
                    end = end.max(edit.range.end);
                    kind = kind.or(Some(edit.kind));
                } else {
                    break;
                }
            }
            new.push_str(&self.text[done..end]);
            text.push_str(&self.text[at..start]);
            let (from, original) = (text.len(), as_printed(&self.text, &old, start..end));
            text.push_str(&new);
            at = end;
            let kind = kind.unwrap_or(Kind::Homoglyph);
            let (start, end) = (from, text.len());
            self.changes.push(Repair { start, end, first: 0, last: 0, original, kind });
        }
        text.push_str(&self.text[at..]);
        self.text = Cow::Owned(text);
    }

    /// Tells the places of the changes in code points.
    fn count(&mut self) {
        let (mut byte, mut point) = (0, 0);
        for change in &mut self.changes {
            point += self.text[byte..change.start].chars().count();
            change.first = point;
            point += self.text[change.start..change.end].chars().count();
            change.last = point;
            byte = change.end;
        }
    }
}

/// A change to be made: bytes of the present text, and what comes there.
struct Edit {
    range: Range<usize>,
    text: String,
    kind: Kind,
}

/// What the bytes of a text tell about what it may need.
#[derive(Default)]
struct Signs {
    latin: bool,
    cyrillic: bool,
    /// «І» or «ХХ», which may be Roman numerals.
    roman: bool,
    /// A letter or sign that stands in no word of the three languages.
    strange: bool,
    upper: u32,
    lower: u32,
}

impl Signs {
    fn of(text: &str) -> Signs {
        let mut signs = Signs::default();
        let mut before = (0, 0);
        let mut lead = 0;
        for byte in text.bytes() {
            if byte < 0x80 {
                signs.latin |= byte.is_ascii_alphabetic();
                lead = 0;
                before = (0, 0);
                continue;
            }
            if byte >= 0xc0 {
                lead = byte;
                continue;
            }
            match (lead, byte) {
                (0xd0, 0x90..=0xaf) => {
                    signs.upper += 1;
                    signs.roman |= byte == 0xa5 && before == (0xd0, 0xa5);
                }
                (0xd0, 0xb0..=0xbf) | (0xd1, 0x80..=0x8f) => signs.lower += 1,
                (0xd0, 0x86) => {
                    signs.upper += 1;
                    signs.roman = true;
                }
                (0xd0, 0x80..=0x8f) => signs.strange |= byte != 0x81,
                (0xd1, 0x90..=0x9f) => signs.strange |= !matches!(byte, 0x91 | 0x96),
                (0xd2, 0x90 | 0x91) => signs.strange = true,
                // Signs of law texts: « » § № ° · ² ³ and spaces.
                (0xc2, 0xa0 | 0xa7 | 0xab | 0xad | 0xb0 | 0xb7 | 0xb2 | 0xb3 | 0xbb) => {}
                (0xc2..=0xc3, _) => signs.strange = true,
                (0xef, 0xbf) => {}
                (0xef, 0xbd) if before == (0xef, 0xbf) => signs.strange = true,
                _ => {}
            }
            signs.cyrillic |= matches!(lead, 0xd0..=0xd4);
            signs.latin |= matches!(lead, 0xc3..=0xc9);
            before = (lead, byte);
        }
        signs
    }

    /// Strange letters, or more capitals than small letters.
    fn may_be_garbled(&self) -> bool {
        self.strange || self.upper > self.lower
    }
}
