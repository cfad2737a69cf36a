//! The letters of a file of separated values: UTF-8, UTF-16, windows-1251, and KZ-1048, which adds
//! Kazakh to it.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1251};

use crate::source::Source;

/// How letters stand in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// UTF-16 with the small byte first.
    Utf16Le,
    /// UTF-16 with the large byte first.
    Utf16Be,
    /// windows-1251: Russian and other Cyrillic.
    Windows1251,
    /// KZ-1048 (STRK1048-2002): windows-1251 with the letters of Kazakh.
    Kz1048,
    /// Another charset in which each letter is a byte.
    OneByte(&'static Encoding),
}

/// The bytes in which KZ-1048 differs from windows-1251.
const KZ_1048: [(u8, char); 16] = [
    (0x8d, 'Қ'),
    (0x8e, 'Һ'),
    (0x9d, 'қ'),
    (0x9e, 'һ'),
    (0xa1, 'Ұ'),
    (0xa2, 'ұ'),
    (0xa3, 'Ә'),
    (0xa5, 'Ө'),
    (0xaa, 'Ғ'),
    (0xaf, 'Ү'),
    (0xb4, 'ө'),
    (0xba, 'ғ'),
    (0xbc, 'ә'),
    (0xbd, 'Ң'),
    (0xbe, 'ң'),
    (0xbf, 'ү'),
];

impl Charset {
    /// The charset of a name.
    pub fn parse(name: &str) -> Option<Charset> {
        Some(match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Charset::Utf8,
            "utf-16" | "utf-16le" => Charset::Utf16Le,
            "utf-16be" => Charset::Utf16Be,
            "windows-1251" | "cp1251" => Charset::Windows1251,
            "kz-1048" | "kz1048" | "strk1048-2002" => Charset::Kz1048,
            _ => return None,
        })
    }

    /// The charset of a name as the web uses it, also of those that [`parse`](Charset::parse) does
    /// not know, as long as a letter is a byte.
    pub(crate) fn of_label(name: &str) -> Option<Charset> {
        let other = || Encoding::for_label(name.as_bytes()).filter(|one| one.is_single_byte());
        Charset::parse(name).or_else(|| other().map(Charset::OneByte))
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Charset::Utf8 => "UTF-8",
            Charset::Utf16Le => "UTF-16LE",
            Charset::Utf16Be => "UTF-16BE",
            Charset::Windows1251 => "windows-1251",
            Charset::Kz1048 => "KZ-1048",
            Charset::OneByte(encoding) => encoding.name(),
        }
    }

    /// Bytes of a separator or a quotation mark.
    pub(crate) fn width(self) -> usize {
        if matches!(self, Charset::Utf16Le | Charset::Utf16Be) { 2 } else { 1 }
    }

    /// The mark at the beginning of a file.
    pub(crate) fn mark(self) -> &'static [u8] {
        match self {
            Charset::Utf8 => &[0xef, 0xbb, 0xbf],
            Charset::Utf16Le => &[0xff, 0xfe],
            Charset::Utf16Be => &[0xfe, 0xff],
            Charset::Windows1251 | Charset::Kz1048 | Charset::OneByte(_) => &[],
        }
    }

    /// The text of bytes, and whether there were some that mean no letter.
    pub(crate) fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, bool) {
        let encoding: &'static Encoding = match self {
            Charset::Utf8 => {
                let text = String::from_utf8_lossy(bytes);
                let is_damaged = matches!(text, Cow::Owned(_));
                return (text, is_damaged);
            }
            Charset::Utf16Le => UTF_16LE,
            Charset::Utf16Be => UTF_16BE,
            Charset::Windows1251 => WINDOWS_1251,
            Charset::OneByte(encoding) => encoding,
            Charset::Kz1048 => {
                let letter = |byte: &u8| {
                    let own = KZ_1048.iter().find(|(own, _)| own == byte);
                    own.map_or_else(|| one(*byte), |(_, letter)| *letter)
                };
                return (Cow::Owned(bytes.iter().map(letter).collect()), false);
            }
        };
        encoding.decode_without_bom_handling(bytes)
    }

    /// Finds the charset: by a mark, else by what stands in the whole file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn find(source: &Source) -> io::Result<Charset> {
        let mut stream = source.stream()?;
        let mut first = Vec::new();
        (&mut stream).take(8_000).read_to_end(&mut first)?;
        for charset in [Charset::Utf8, Charset::Utf16Le, Charset::Utf16Be] {
            if first.starts_with(charset.mark()) {
                return Ok(charset);
            }
        }
        if let Some(wide) = wide(&first) {
            return Ok(wide);
        }
        let mut seen = Seen::default();
        seen.add(&first);
        loop {
            let piece = stream.fill_buf()?;
            if piece.is_empty() {
                break;
            }
            let count = piece.len();
            seen.add(piece);
            stream.consume(count);
        }
        Ok(seen.charset())
    }
}

fn one(byte: u8) -> char {
    let (text, _) = WINDOWS_1251.decode_without_bom_handling(std::slice::from_ref(&byte));
    text.chars().next().unwrap_or('\u{fffd}')
}

/// UTF-16 without a mark: every other byte is zero or, in Cyrillic, four.
fn wide(first: &[u8]) -> Option<Charset> {
    // Zeros at the end are padding, not halves of letters.
    let padding = first.iter().rev().take_while(|byte| **byte == 0).count();
    let head = &first[..first.len().saturating_sub(padding.saturating_sub(1))];
    let small = |skip: usize| {
        head.iter().skip(skip).step_by(2).filter(|byte| matches!(**byte, 0 | 4)).count()
    };
    let (even, odd) = (small(0), small(1));
    if head.len() < 4 || (even + odd) * 10 < head.len() * 4 {
        return None;
    }
    Some(if odd >= even { Charset::Utf16Le } else { Charset::Utf16Be })
}

/// What was seen of the bytes of a file.
#[derive(Debug, Default)]
struct Seen {
    /// Bytes of a letter of UTF-8 that are still to come.
    to_come: u8,
    wrong: u64,
    right: u64,
    before: u8,
    cyrillic: u64,
    kazakh: u64,
    sure: u64,
}

impl Seen {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().copied() {
            match (self.to_come, byte) {
                (1, 0x80..=0xbf) => {
                    self.to_come = 0;
                    self.right += 1;
                }
                (2.., 0x80..=0xbf) => self.to_come -= 1,
                (_, ..0x80) => {
                    self.wrong += u64::from(self.to_come > 0);
                    self.to_come = 0;
                }
                (open, _) => {
                    self.wrong += u64::from(open > 0);
                    self.to_come = match byte {
                        0xc2..=0xdf => 1,
                        0xe0..=0xef => 2,
                        0xf0..=0xf4 => 3,
                        _ => 0,
                    };
                    self.wrong += u64::from(self.to_come == 0);
                }
            }
            // Letters of Kazakh stand beside Cyrillic ones; there windows-1251 has signs or
            // letters of Serbian and Ukrainian.
            let is_cyrillic = |byte: u8| byte >= 0xc0;
            let own = |byte| matches!(byte, 0x9d | 0xa2 | 0xb4 | 0xba | 0xbc | 0xbe | 0xbf);
            self.cyrillic += u64::from(is_cyrillic(byte));
            if own(byte) && is_cyrillic(self.before) || is_cyrillic(byte) && own(self.before) {
                self.kazakh += 1;
            }
            self.sure += u64::from(matches!(byte, 0x9d | 0x9e | 0xa2 | 0xbc | 0xbe));
            self.before = byte;
        }
    }

    fn charset(&self) -> Charset {
        // A few broken letters in a long file of UTF-8 do not make it another charset.
        if self.wrong == 0 || self.wrong * 20 < self.right {
            Charset::Utf8
        } else if self.kazakh * 50 >= self.cyrillic && self.sure * 4 >= self.kazakh && self.sure > 0
        {
            Charset::Kz1048
        } else {
            Charset::Windows1251
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> (Charset, String) {
        let charset = Charset::find(&Source::bytes("a", bytes.to_vec())).expect("read");
        let rest = bytes.strip_prefix(charset.mark()).unwrap_or(bytes);
        (charset, charset.decode(rest).0.into_owned())
    }

    #[test]
    fn every_charset_is_recognised() {
        let russian = "Регион;2019\nРеспублика Казахстан;18,5\n";
        let kazakh = "Өңір;2019\nҚазақстан Республикасы;18,5\nҰлттық көрсеткіш\n";
        let kz = |text: &str| -> Vec<u8> {
            let byte = |letter: char| {
                let own = KZ_1048.iter().find(|(_, own)| *own == letter);
                own.map_or_else(|| WINDOWS_1251.encode(&letter.to_string()).0[0], |own| own.0)
            };
            text.chars().map(byte).collect()
        };
        let le = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let be = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(le(russian)).collect();
        assert_eq!(found(russian.as_bytes()), (Charset::Utf8, russian.into()));
        assert_eq!(found(&WINDOWS_1251.encode(russian).0), (Charset::Windows1251, russian.into()));
        assert_eq!(found(&kz(kazakh)), (Charset::Kz1048, kazakh.into()));
        assert_eq!(found(&marked), (Charset::Utf16Le, russian.into()));
        assert_eq!(found(&le("a,b\n1,2\n")), (Charset::Utf16Le, "a,b\n1,2\n".into()));
        assert_eq!(found(&be(kazakh)), (Charset::Utf16Be, kazakh.into()));
        assert_eq!(found(b"a,b\n1,2\n\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0").0, Charset::Utf8);
        assert_eq!(found(b"").0, Charset::Utf8);
    }
}
