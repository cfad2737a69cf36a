//! Names of things in an exchange file.

use std::fmt;

use sha2::{Digest, Sha256};

/// A globally unique identifier: 32 hexadecimal digits in five groups.
///
/// The schema allows either case, with or without braces (`GUIDType`); two spellings name one
/// thing, so what is kept is the spelling in lower case without braces.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(String);

impl Guid {
    /// Reads an identifier; nothing if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Guid> {
        let text = text.trim_matches([' ', '\t', '\n', '\r']);
        let inner = match text.strip_prefix('{') {
            Some(rest) => rest.strip_suffix('}')?,
            None => text,
        };
        let is_guid = inner.len() == 36
            && inner.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
        is_guid.then(|| Guid(inner.to_ascii_lowercase()))
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
        let mut bytes: Vec<u8> = digest.finalize().iter().copied().take(16).collect();
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut text = String::with_capacity(36);
        for (at, byte) in bytes.iter().enumerate() {
            if matches!(at, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            text += &format!("{byte:02x}");
        }
        Guid(text)
    }

    /// The identifier in lower case without braces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
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
        assert_eq!(Guid::parse(one.as_str()), Some(one.clone()));
        assert_ne!(one, Guid::derived(&["a", "bc"]));
        assert_eq!(one, Guid::derived(&["ab", "c"]));
    }
}
