//! From bytes to text: UTF-8, UTF-16, windows-1251, and KZ-1048, which adds Kazakh to it.

use daryn_text::charsets::Charset;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// A text, the name of its charset, and whether bytes were found that it has no letter for.
pub(crate) struct Decoded {
    /// The text.
    pub(crate) text: String,
    /// The charset as it is called.
    pub(crate) charset: &'static str,
    /// Whether something was replaced.
    pub(crate) damaged: bool,
}

/// Reads bytes in the charset that they name or that they look like.
pub(crate) fn decode(bytes: &[u8], named: Option<&str>) -> Decoded {
    for (mark, encoding) in
        [(&[0xef, 0xbb, 0xbf][..], UTF_8), (&[0xff, 0xfe], UTF_16LE), (&[0xfe, 0xff], UTF_16BE)]
    {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let (text, damaged) = encoding.decode_without_bom_handling(rest);
            return Decoded { text: text.into_owned(), charset: encoding.name(), damaged };
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !looks_wide(bytes)
    {
        return Decoded { text: text.to_owned(), charset: "UTF-8", damaged: false };
    }
    if looks_wide(bytes) {
        let zeros = |first: usize| bytes.iter().skip(first).step_by(2).take(4000);
        let high = |first| zeros(first).filter(|byte| **byte <= 4).count();
        let encoding = if high(1) >= high(0) { UTF_16LE } else { UTF_16BE };
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        return Decoded { text: text.into_owned(), charset: encoding.name(), damaged };
    }
    let named = named.map(str::to_ascii_lowercase);
    let is_cut = |error: std::str::Utf8Error| error.valid_up_to() * 100 > bytes.len() * 99;
    let nearly = std::str::from_utf8(bytes).err().is_some_and(is_cut);
    if named.as_deref() == Some("utf-8") && !looks_kazakh(bytes) || nearly {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return Decoded { text, charset: "UTF-8", damaged: true };
    }
    let kazakh = match named.as_deref() {
        Some("kz-1048" | "kz1048" | "strk1048-2002" | "rk1048") => true,
        _ => looks_kazakh(bytes),
    };
    if kazakh {
        return Decoded { text: Charset::Kz1048.decode(bytes), charset: "KZ-1048", damaged: false };
    }
    let (text, damaged) = WINDOWS_1251.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), charset: "windows-1251", damaged }
}

/// Whether a byte of KZ-1048 stands between Cyrillic letters where windows-1251 would have a
/// sign or a letter of Serbian or Ukrainian, in more than one of fifty of them.
pub(crate) fn looks_kazakh(bytes: &[u8]) -> bool {
    let cyrillic = |byte: u8| byte >= 0xc0;
    let letters = bytes.iter().filter(|byte| cyrillic(**byte)).count();
    let own = bytes.windows(2).filter(|pair| {
        let special = |byte: u8| {
            // і and І are the same in both; ґ (0xB4) and є (0xBA) are Ukrainian.
            matches!(byte, 0x9d | 0xa2 | 0xb4 | 0xba | 0xbc | 0xbe | 0xbf)
        };
        special(pair[0]) && cyrillic(pair[1]) || cyrillic(pair[0]) && special(pair[1])
    });
    // Ukrainian has є and ї (0xBF), but no ј, ѕ, ў, ќ beside them.
    let sure =
        bytes.iter().filter(|byte| matches!(**byte, 0x9d | 0x9e | 0xa2 | 0xbc | 0xbe)).count();
    let own = own.count();
    letters > 0 && own * 50 >= letters && sure * 4 >= own
}

fn looks_wide(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8000)];
    let small = head.iter().filter(|byte| **byte <= 4).count();
    head.len() >= 4 && small * 10 >= head.len() * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kz_bytes(text: &str) -> Vec<u8> {
        Charset::Kz1048.encode(text).expect("letters of KZ-1048")
    }

    #[test]
    fn every_charset_is_recognised() {
        let russian = "Настоящий Закон регулирует общественные отношения";
        let kazakh = "Осы Заң халықтың көші-қоны саласындағы қоғамдық қатынастарды реттейді ү";
        let found = |bytes: &[u8]| {
            let decoded = decode(bytes, None);
            (decoded.text, decoded.charset)
        };
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        assert_eq!(found(russian.as_bytes()), (russian.into(), "UTF-8"));
        assert_eq!(found(&WINDOWS_1251.encode(russian).0), (russian.into(), "windows-1251"));
        assert_eq!(found(&kz_bytes(kazakh)), (kazakh.into(), "KZ-1048"));
        assert_eq!(found(&wide(kazakh)), (kazakh.into(), "UTF-16LE"));
        let marked: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide(russian)).collect();
        assert_eq!(found(&marked), (russian.into(), "UTF-16LE"));
        let big = kazakh.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        assert_eq!(found(&big), (kazakh.into(), "UTF-16BE"));
        let ukrainian = "Закон України про місцеве самоврядування є чинним із її дня";
        let (bytes, ..) = WINDOWS_1251.encode(ukrainian);
        assert_eq!(found(&bytes), (ukrainian.into(), "windows-1251"));
    }
}
