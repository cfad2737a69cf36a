//! Names of things in an exchange file.

use std::fmt;

use sha2::{Digest, Sha256};

/// A globally unique identifier: 32 hexadecimal digits in five groups.
///
/// The schema allows either case, with or without braces (`GUIDType`); two spellings name one
/// thing, and it is shown in lower case without braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(u128);

impl Guid {
    /// Reads an identifier; nothing if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Guid> {
        let text = text.trim_matches([' ', '\t', '\n', '\r']);
        let inner = match text.strip_prefix('{') {
            Some(rest) => rest.strip_suffix('}')?,
            None => text,
        };
        if inner.len() != 36 {
            return None;
        }
        let mut number = 0;
        for (at, byte) in inner.bytes().enumerate() {
            match at {
                8 | 13 | 18 | 23 if byte == b'-' => {}
                8 | 13 | 18 | 23 => return None,
                _ => number = number << 4 | u128::from(char::from(byte).to_digit(16)?),
            }
        }
        Some(Guid(number))
    }

    /// The identifier that always belongs to these parts: the first 16 bytes of a SHA-256 digest,
    /// marked as version 8 (RFC 9562, section 5.8).
    #[must_use]
    pub fn derived(parts: &[&str]) -> Guid {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part.as_bytes());
        }
        let mut bytes = [0; 16];
        for (byte, one) in bytes.iter_mut().zip(digest.finalize()) {
            *byte = one;
        }
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        Guid(u128::from_be_bytes(bytes))
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |shift: u32, bits: u32| self.0 >> shift & ((1 << bits) - 1);
        let (one, two, three) = (part(96, 32), part(80, 16), part(64, 16));
        write!(
            formatter,
            "{one:08x}-{two:04x}-{three:04x}-{:04x}-{:012x}",
            part(48, 16),
            part(0, 48)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Guid;

    #[test]
    fn spellings_of_one_identifier_are_equal() {
        let plain = Guid::parse("85d17f60-7bb0-481e-b742-b4861dd669df").expect("an identifier");
        for text in
            ["85D17F60-7BB0-481E-B742-B4861DD669DF", " {85D17f60-7BB0-481E-B742-B4861DD669DF}\n"]
        {
            assert_eq!(Guid::parse(text).as_ref(), Some(&plain), "{text}");
        }
    }

    #[test]
    fn it_is_shown_in_lower_case_without_braces() {
        let text = "0A0B0C0D-0001-0203-0405-0600000A0B0C";
        let guid = Guid::parse(&format!("{{{text}}}")).expect("an identifier");
        assert_eq!(guid.to_string(), text.to_lowercase());
    }

    #[test]
    fn what_is_no_identifier_is_refused() {
        for text in [
            "",
            "{85d17f60-7bb0-481e-b742-b4861dd669df",
            "85d17f60-7bb0-481e-b742-b4861dd669d",
            "85d17f607bb0-481e-b742-b4861dd669df-",
            "85d17f60-7bb0-481e-b742-b4861dd669dж",
            "85d17f60_7bb0_481e_b742_b4861dd669df",
        ] {
            assert_eq!(Guid::parse(text), None, "{text}");
        }
    }

    #[test]
    fn derived_identifiers_are_identifiers_and_tell_parts_apart() {
        let one = Guid::derived(&["ab", "c"]);
        assert_eq!(Guid::parse(&one.to_string()), Some(one));
        assert_ne!(one, Guid::derived(&["a", "bc"]));
        assert_eq!(one, Guid::derived(&["ab", "c"]));
    }
}
