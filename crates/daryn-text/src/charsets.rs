//! One-byte charsets in which texts in Russian and Kazakh were kept.

use std::sync::LazyLock;

use encoding_rs::{Encoding, IBM866, KOI8_R, WINDOWS_1251, WINDOWS_1252};

/// A charset of one byte a letter; its lower half is ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// windows-1251.
    Windows1251,
    /// windows-1252, and where it has nothing Latin-1.
    Windows1252,
    /// KZ-1048 (STRK1048-2002): windows-1251 with the letters of Kazakh.
    Kz1048,
    /// KOI8-R.
    Koi8R,
    /// Code page 866.
    Cp866,
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
    /// The letters of the upper half.
    fn upper(self) -> &'static [char; 128] {
        static TABLES: LazyLock<[[char; 128]; 5]> = LazyLock::new(|| {
            let half =
                |charset: Charset| std::array::from_fn(|place| charset.letter(0x80 + place as u8));
            use Charset::{Cp866, Koi8R, Kz1048, Windows1251, Windows1252};
            [Windows1251, Windows1252, Kz1048, Koi8R, Cp866].map(half)
        });
        &TABLES[self as usize]
    }

    /// The letter of a byte.
    fn letter(self, byte: u8) -> char {
        if self == Charset::Kz1048
            && let Some((_, letter)) = KZ_1048.iter().find(|(own, _)| *own == byte)
        {
            return *letter;
        }
        let (text, _) = self.encoding().decode_without_bom_handling(std::slice::from_ref(&byte));
        text.chars().next().unwrap_or('\u{fffd}')
    }

    /// The text of bytes.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> String {
        let upper = self.upper();
        let letter = |byte: &u8| match byte.checked_sub(0x80) {
            Some(place) => upper[usize::from(place)],
            None => char::from(*byte),
        };
        bytes.iter().map(letter).collect()
    }

    /// The bytes of a text; nothing if it has a letter that the charset lacks. The mark for what
    /// could not be read stands for the one byte that windows-1251 has no letter for.
    #[must_use]
    pub fn encode(self, text: &str) -> Option<Vec<u8>> {
        let upper = self.upper();
        let byte = |letter: char| {
            if letter.is_ascii() {
                return Some(letter as u8);
            }
            let found = upper.iter().position(|own| *own == letter);
            match (found, letter) {
                (Some(place), _) => Some(0x80 + place as u8),
                (None, '\u{fffd}') if self == Charset::Windows1251 => Some(0x98),
                (None, '\u{80}'..='\u{9f}') if self == Charset::Windows1252 => Some(letter as u8),
                _ => None,
            }
        };
        text.chars().map(byte).collect()
    }

    fn encoding(self) -> &'static Encoding {
        match self {
            Charset::Windows1251 | Charset::Kz1048 => WINDOWS_1251,
            Charset::Windows1252 => WINDOWS_1252,
            Charset::Koi8R => KOI8_R,
            Charset::Cp866 => IBM866,
        }
    }
}
