//! Words of a text as they are counted.
//!
//! A token is a word of Unicode Standard Annex 29 (the default rules WB1 to WB999, no tailoring for
//! a language) that holds a letter or a digit, in lower case. Words are found in the text as it
//! stands, and each is lowered on its own, after the full mappings of Unicode: «İ» becomes «i̇», and
//! a capital sigma at the end of a word becomes «ς».
//!
//! Words of Latin letters without marks, of Cyrillic letters and of digits are found by their bytes;
//! where any other letter touches a word, the rules themselves are followed from the border before
//! it. The first char of a word of the fast sort stands behind a border whatever is before it, since
//! no rule joins it to what was skipped.

use std::ops::Range;
use std::sync::LazyLock;

use crate::class::{Class, class, is_picture};

/// Gives each token of a text in lower case, with the bytes of the text where it stands.
///
/// The bytes are those of the word before it was lowered, so their number may differ.
///
/// ```
/// let mut tokens = Vec::new();
/// daryn_count::for_each_token("Көші-қон, 3.5 %", |token, bytes| {
///     tokens.push((token.to_owned(), bytes));
/// });
/// assert_eq!(tokens[0], ("көші".to_owned(), 0..8));
/// assert_eq!(tokens[2], ("3.5".to_owned(), 17..20));
/// ```
pub fn for_each_token(text: &str, mut token: impl FnMut(&str, Range<usize>)) {
    let bytes = text.as_bytes();
    let cyrillic = &*CYRILLIC;
    let mut lower = String::new();
    // `floor` is a border: nothing before it has to be looked at.
    let (mut at, mut floor) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let start = match KINDS[byte as usize] {
            Kind::Gap | Kind::MidLetter | Kind::MidNumber | Kind::MidBoth => {
                at += 1;
                continue;
            }
            Kind::Other if is_gap(text, at) => {
                at += width(byte);
                continue;
            }
            Kind::Other => before(text, floor, at),
            _ => match plain_word(text, at, cyrillic) {
                Plain::Word { end, capitals, holds } => {
                    if holds {
                        let word = &text[at..end];
                        if capitals {
                            lower_plain(word, cyrillic, &mut lower);
                            token(&lower, at..end);
                        } else {
                            token(word, at..end);
                        }
                    }
                    (at, floor) = (end, end);
                    continue;
                }
                Plain::No => before(text, floor, at),
            },
        };
        let end = segment_end(text, start);
        let word = &text[start..end];
        if word.chars().any(char::is_alphanumeric) {
            token(&word.to_lowercase(), start..end);
        }
        (at, floor) = (end, end);
    }
}

/// The tokens of a text in lower case.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for_each_token(text, |token, _| tokens.push(token.to_owned()));
    tokens
}

/// What a byte begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A char of ASCII that no rule joins to a letter or a digit.
    Gap,
    Lower,
    Upper,
    Digit,
    /// Joins letters, digits and itself (`ExtendNumLet`).
    Underscore,
    /// `:`, which stands between letters.
    MidLetter,
    /// `,` and `;`, which stand between digits.
    MidNumber,
    /// `.` and `'`, which stand between letters and between digits.
    MidBoth,
    /// The first byte of U+0400 to U+04FF.
    Cyrillic,
    /// Everything else.
    Other,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Gap; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => Kind::Lower,
            b'A'..=b'Z' => Kind::Upper,
            b'0'..=b'9' => Kind::Digit,
            b'_' => Kind::Underscore,
            b':' => Kind::MidLetter,
            b',' | b';' => Kind::MidNumber,
            b'.' | b'\'' => Kind::MidBoth,
            0xd0..=0xd3 => Kind::Cyrillic,
            0x80.. => Kind::Other,
            _ => Kind::Gap,
        };
        byte += 1;
    }
    kinds
};

/// For U+0400 to U+04FF the letter in lower case, 0 for what is no letter.
static CYRILLIC: LazyLock<[u16; 256]> = LazyLock::new(|| {
    std::array::from_fn(|index| {
        let letter = char::from_u32(0x400 + index as u32).unwrap_or_default();
        let lower = letter.to_lowercase().next().unwrap_or_default();
        if class(letter) == Class::ALetter { lower as u16 } else { 0 }
    })
});

/// The index in the table of a char of two bytes.
fn index(first: u8, second: u8) -> u8 {
    (first & 0x03) << 6 | (second & 0x3f)
}

enum Plain {
    /// A word of plain letters, digits and underscores, and whether it has capitals and holds more
    /// than underscores.
    Word { end: usize, capitals: bool, holds: bool },
    /// Something else touches the word.
    No,
}

/// The word that begins at a place with a plain letter, a digit or an underscore.
#[inline]
fn plain_word(text: &str, start: usize, cyrillic: &[u16; 256]) -> Plain {
    let bytes = text.as_bytes();
    let (mut at, mut capitals, mut holds) = (start, false, false);
    // Of what sort the last char is: a letter, a digit, or neither.
    let (mut letter, mut digit) = (false, false);
    while let Some(&byte) = bytes.get(at) {
        let kind = KINDS[byte as usize];
        match kind {
            Kind::Lower | Kind::Upper => {
                // Letters mostly come in runs: the loop for them is as short as can be.
                while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphabetic()) {
                    capitals |= byte & 0x20 == 0;
                    at += 1;
                }
                (letter, digit, holds) = (true, false, true);
            }
            Kind::Cyrillic => {
                while let Some([first @ 0xd0..=0xd3, second]) = bytes[at..].first_chunk() {
                    let index = index(*first, *second);
                    let lower = cyrillic[index as usize];
                    if lower == 0 {
                        return Plain::No;
                    }
                    capitals |= lower != 0x400 + u16::from(index);
                    at += 2;
                }
                (letter, digit, holds) = (true, false, true);
            }
            Kind::Digit => {
                (letter, digit, holds) = (false, true, true);
                at += 1;
            }
            Kind::Underscore => {
                (letter, digit) = (false, false);
                at += 1;
            }
            Kind::MidLetter | Kind::MidNumber | Kind::MidBoth => {
                let joins_letters = letter && kind != Kind::MidNumber;
                let joins_digits = digit && kind != Kind::MidLetter;
                match bytes.get(at + 1).map(|next| KINDS[*next as usize]) {
                    _ if !joins_letters && !joins_digits => break,
                    Some(Kind::Lower | Kind::Upper) if joins_letters => at += 1,
                    Some(Kind::Digit) if joins_digits => at += 1,
                    Some(Kind::Cyrillic | Kind::Other) if joins_digits => return Plain::No,
                    // What follows is looked at by the next turn.
                    Some(Kind::Cyrillic) => at += 1,
                    Some(Kind::Other) => return Plain::No,
                    _ => break,
                }
            }
            Kind::Gap => break,
            Kind::Other if ends_word(text, at) => break,
            Kind::Other => return Plain::No,
        }
    }
    Plain::Word { end: at, capitals, holds }
}

fn lower_plain(word: &str, cyrillic: &[u16; 256], lower: &mut String) {
    lower.clear();
    let mut bytes = word.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            0xd0.. => {
                let index = index(byte, bytes.next().unwrap_or_default());
                lower.push(char::from_u32(cyrillic[index as usize].into()).unwrap_or_default());
            }
            _ => lower.push(byte.to_ascii_lowercase() as char),
        }
    }
}

/// Bytes of the char that begins with a byte.
fn width(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}

/// The char at a place.
fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Whether a char is no part of a token and nothing of a token hangs on it, so that it is skipped
/// as a space is. It comes after what was skipped or a border, so that it follows no joiner.
fn is_gap(text: &str, at: usize) -> bool {
    char_at(text, at).is_some_and(|c| class(c) == Class::Other && !c.is_alphanumeric())
}

/// Whether a char is divided from any plain letter, digit or underscore before it.
fn ends_word(text: &str, at: usize) -> bool {
    use Class as W;
    let class = char_at(text, at).map(class);
    matches!(class, Some(W::Other | W::Space | W::Newline | W::Regional))
}

/// Where the segment begins to which the char at a place may belong, where everything between
/// `floor` and the place was skipped: marks belong to what they follow, spaces stay together.
fn before(text: &str, floor: usize, at: usize) -> usize {
    let skipped = &text[floor..at];
    let Some(last) = skipped.chars().next_back() else { return at };
    let start = match last {
        ' ' => floor + skipped.trim_end_matches(' ').len(),
        last => at - last.len_utf8(),
    };
    if segment_end(text, start) > at { start } else { at }
}

/// The class and the end of the char at a place.
fn step(text: &str, at: usize) -> Option<(Class, char, usize)> {
    let c = char_at(text, at)?;
    Some((class(c), c, at + c.len_utf8()))
}

fn is_letter(class: Class) -> bool {
    matches!(class, Class::ALetter | Class::HebrewLetter)
}

fn is_ignored(class: Class) -> bool {
    matches!(class, Class::Extend | Class::Format | Class::Joiner)
}

/// The byte behind the segment that begins at a border, after the rules of the annex.
fn segment_end(text: &str, start: usize) -> usize {
    use Class as W;
    let Some((first, _, mut at)) = step(text, start) else { return start };
    match first {
        W::Cr if text[at..].starts_with('\n') => return at + 1, // WB3
        W::Cr | W::Lf | W::Newline => return at,                // WB3a
        _ => {}
    }
    // The last class that counts, and that of the last char.
    let (mut before, mut last) = (first, first);
    let mut is_odd = first == W::Regional;
    while let Some((class, c, end)) = step(text, at) {
        if is_ignored(class) {
            (last, at) = (class, end); // WB4
            continue;
        }
        let joined = match (before, class) {
            _ if last == W::Joiner && is_picture(c) => true, // WB3c
            (_, W::Space) => last == W::Space,               // WB3d
            (b, c) if is_letter(b) && is_letter(c) => true,  // WB5
            (b, W::Numeric) if is_letter(b) => true,         // WB9
            (W::Numeric, W::Numeric) => true,                // WB8
            (W::Numeric, c) if is_letter(c) => true,         // WB10
            (W::Katakana, W::Katakana) => true,              // WB13
            (W::ALetter | W::HebrewLetter, W::ExtendNumLet) => true, // WB13a
            (W::Numeric | W::Katakana | W::ExtendNumLet, W::ExtendNumLet) => true,
            (W::ExtendNumLet, W::Numeric | W::Katakana) => true, // WB13b
            (W::ExtendNumLet, c) if is_letter(c) => true,
            (W::Regional, W::Regional) => is_odd, // WB15, WB16
            _ => false,
        };
        if joined {
            is_odd = class == W::Regional && !is_odd;
            (before, last, at) = (class, class, end);
            continue;
        }
        // What stands between two letters or two digits joins them.
        let follows = |wanted: fn(Class) -> bool| follower(text, end).filter(|next| wanted(next.0));
        let joined = match (before, class) {
            (b, W::MidLetter | W::MidBoth | W::SingleQuote) if is_letter(b) => {
                follows(is_letter) // WB6, WB7
            }
            (W::HebrewLetter, W::DoubleQuote) => follows(|c| c == W::HebrewLetter), // WB7b, WB7c
            (W::Numeric, W::MidNumber | W::MidBoth | W::SingleQuote) => {
                follows(|c| c == W::Numeric) // WB11, WB12
            }
            _ => None,
        };
        match joined {
            Some((class, end)) => (before, last, at) = (class, class, end),
            None if (before, class) == (W::HebrewLetter, W::SingleQuote) => {
                (before, last, at) = (class, class, end); // WB7a
            }
            None => return at, // WB999
        }
    }
    at
}

/// The next class that counts, and where its char ends.
fn follower(text: &str, mut at: usize) -> Option<(Class, usize)> {
    while let Some((class, _, end)) = step(text, at) {
        if !is_ignored(class) {
            return Some((class, end));
        }
        at = end;
    }
    None
}
