//! MHT: a page with all that belongs to it in one file, as browsers and Word save it; and mails.

use crate::archive::Flaw;

/// Deepest parts in parts.
const DEEPEST: usize = 10;

/// The part that is the text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Root {
    /// Its bytes as they were before they were packed for mail.
    pub(crate) bytes: Vec<u8>,
    /// The charset that its head names.
    pub(crate) charset: Option<String>,
    /// Whether it is a page, not plain text.
    pub(crate) is_page: bool,
}

/// Whether the beginning of a file, in lower case, is the head of such one.
pub(crate) fn is_head(start: &str) -> bool {
    let first = start.lines().next().unwrap_or_default();
    let named = first.split_once(':').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    let has = |name: &str| start.starts_with(name) || start.contains(&format!("\n{name}"));
    named && has("mime-version:") && has("content-type:")
}

/// Finds the text: the part that is named as the root, or else the first page, or the first plain
/// text.
pub(crate) fn root(bytes: &[u8]) -> Result<Root, Flaw> {
    let whole = Part::of(bytes);
    let start = whole.parameter("content-type", "start");
    let mut waiting = vec![(whole, 0)];
    let mut plain: Option<Part<'_>> = None;
    let mut page: Option<Part<'_>> = None;
    // The last in the list is the next in order.
    while let Some((part, depth)) = waiting.pop() {
        let kind = part.value("content-type").unwrap_or_else(|| "text/plain".into());
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if kind.starts_with("multipart/") && depth < DEEPEST {
            if let Some(boundary) = part.parameter("content-type", "boundary") {
                let inner = part.parts(&boundary);
                waiting.extend(inner.into_iter().rev().map(|part| (part, depth + 1)));
            }
            continue;
        }
        let is_page = kind == "text/html" || kind == "application/xhtml+xml";
        if is_page && start.is_some() && part.value("content-id") == start {
            return part.root(true);
        }
        match page {
            None if is_page => page = Some(part),
            _ if kind == "text/plain" && plain.is_none() => plain = Some(part),
            _ => {}
        }
    }
    match (page, plain) {
        (Some(page), _) => page.root(true),
        (None, Some(plain)) => plain.root(false),
        (None, None) => Err(Flaw::NoPart("text/html")),
    }
}

/// A part: its head, and what is behind it.
struct Part<'a> {
    /// Names in lower case, and values.
    head: Vec<(String, String)>,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8]) -> Part<'a> {
        let mut head: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let (line, next) = line(rest);
            rest = next;
            if line.is_empty() {
                break;
            }
            let text = String::from_utf8_lossy(line);
            match text.split_once(':') {
                // A line that begins with a space goes on with the one before it.
                _ if text.starts_with([' ', '\t']) => {
                    if let Some((_, value)) = head.last_mut() {
                        value.push(' ');
                        value.push_str(text.trim());
                    }
                }
                Some((name, value)) => {
                    head.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                None => {}
            }
        }
        Part { head, body: rest }
    }

    fn value(&self, name: &str) -> Option<String> {
        let mut found = self.head.iter();
        found.find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    /// `boundary="x"` in the value of a line of the head.
    fn parameter(&self, line: &str, name: &str) -> Option<String> {
        let value = self.value(line)?;
        let lower = value.to_ascii_lowercase();
        let mut from = 0;
        while let Some(at) = lower[from..].find(name) {
            let at = from + at;
            let before = lower[..at].trim_end();
            from = at + name.len();
            let Some(behind) = value[from..].trim_start().strip_prefix('=') else { continue };
            if !before.ends_with(';') {
                continue;
            }
            let behind = behind.trim_start();
            return Some(match behind.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next().unwrap_or_default().to_owned(),
                None => behind.split([';', ' ']).next().unwrap_or_default().to_owned(),
            });
        }
        None
    }

    /// The parts between lines with a boundary.
    fn parts(&self, boundary: &str) -> Vec<Part<'a>> {
        let mark = format!("--{boundary}").into_bytes();
        let mut parts = Vec::new();
        let mut begun: Option<usize> = None;
        let mut rest = self.body;
        while !rest.is_empty() {
            let at = self.body.len() - rest.len();
            let (text, next) = line(rest);
            rest = next;
            let Some(behind) = text.strip_prefix(mark.as_slice()) else { continue };
            if let Some(begun) = begun.take() {
                parts.push(Part::of(&self.body[begun..at]));
            }
            if behind.starts_with(b"--") {
                return parts;
            }
            begun = Some(self.body.len() - rest.len());
        }
        // A file that was cut has no end of its last part.
        parts.extend(begun.map(|begun| Part::of(&self.body[begun..])));
        parts
    }

    fn root(&self, is_page: bool) -> Result<Root, Flaw> {
        let packing = self.value("content-transfer-encoding").unwrap_or_default();
        let bytes = match packing.trim().to_ascii_lowercase().as_str() {
            "quoted-printable" => quoted_printable(self.body),
            "base64" => base64(self.body).ok_or(Flaw::Damaged(String::new()))?,
            _ => self.body.to_vec(),
        };
        Ok(Root { bytes, charset: self.parameter("content-type", "charset"), is_page })
    }
}

/// A line without its end, and what is behind it.
fn line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let (line, rest) = match end {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &bytes[bytes.len()..]),
    };
    (line.strip_suffix(b"\r").unwrap_or(line), rest)
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| (*byte as char).to_digit(16);
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while !rest.is_empty() {
        let (text, next) = line(rest);
        let has_end = rest.len() - next.len() > text.len();
        rest = next;
        let text = text.trim_ascii_end();
        let (text, soft) = match text.strip_suffix(b"=") {
            Some(text) => (text, true),
            None => (text, false),
        };
        let mut at = 0;
        while at < text.len() {
            let code = (text[at] == b'=')
                .then(|| Some((digit(text.get(at + 1)?)?, digit(text.get(at + 2)?)?)))
                .flatten();
            match code {
                Some((high, low)) => {
                    plain.push((high * 16 + low) as u8);
                    at += 3;
                }
                None => {
                    plain.push(text[at]);
                    at += 1;
                }
            }
        }
        if has_end && !soft {
            plain.push(b'\n');
        }
    }
    plain
}

/// Bytes of base64; nothing where there are signs that it has not.
fn base64(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes.iter().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            plain.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_for_mail_is_unpacked() {
        assert_eq!(quoted_printable(b"a=D0=\r\n=B0 \r\nb=3D=zz="), "aа\nb==zz".as_bytes());
        assert_eq!(base64(b"0KHRgtCw\r\n0YLRjNGP\r\n"), Some("Статья".as_bytes().to_vec()));
        assert_eq!(base64(b"0KE="), Some("С".as_bytes().to_vec()));
        assert_eq!(base64(b"0K<E"), None);
    }

    #[test]
    fn heads_of_mail_are_told_from_texts() {
        assert!(is_head("from: <saved by blink>\nmime-version: 1.0\ncontent-type: text/html"));
        assert!(is_head("mime-version: 1.0\r\ncontent-type: text/html"));
        assert!(!is_head("on mail: rules\nmime-version: 1.0\ncontent-type: text/html"));
        assert!(!is_head("subject: mail"));
    }
}
