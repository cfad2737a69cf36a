//! Bytes of an RTF text as letters: each font may have a charset of its own.

use encoding_rs::{
    Encoding, IBM866, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1257, X_MAC_CYRILLIC,
};

/// The charset of a font or of the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Charset {
    /// A code page.
    Page(&'static Encoding),
    /// KZ-1048.
    Kazakh,
    /// Signs without letters.
    Symbols,
}

impl Charset {
    /// The charset of a code page.
    pub(crate) fn of_page(number: i32) -> Option<Charset> {
        Some(Charset::Page(match number {
            1048 => return Some(Charset::Kazakh),
            866 => IBM866,
            1250 => WINDOWS_1250,
            1251 => WINDOWS_1251,
            1252 => WINDOWS_1252,
            1253 => WINDOWS_1253,
            1254 => WINDOWS_1254,
            1257 => WINDOWS_1257,
            10000 => MACINTOSH,
            10007 => X_MAC_CYRILLIC,
            _ => return None,
        }))
    }

    /// The charset that a font states by number; nothing for that of the text.
    pub(crate) fn of_font(number: i32) -> Option<Charset> {
        Some(Charset::Page(match number {
            2 => return Some(Charset::Symbols),
            161 => WINDOWS_1253,
            162 => WINDOWS_1254,
            186 => WINDOWS_1257,
            204 => WINDOWS_1251,
            238 => WINDOWS_1250,
            _ => return None,
        }))
    }

    /// Letters of bytes.
    pub(crate) fn letters(self, bytes: &[u8]) -> String {
        match self {
            Charset::Page(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Charset::Kazakh => daryn_text::charsets::Charset::Kz1048.decode(bytes),
            // All that stands in documents of text are bullets.
            Charset::Symbols => {
                let sign = |byte: &u8| if *byte == b' ' { ' ' } else { '•' };
                bytes.iter().map(sign).collect()
            }
        }
    }
}

/// The sign that a control word is.
pub(crate) fn sign(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" => "\t",
        "line" | "lbr" | "page" | "column" | "softline" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" | "enspace" | "qmspace" => " ",
        _ => return None,
    })
}
