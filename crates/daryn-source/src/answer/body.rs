//! What bytes are, whatever they are said to be, and whether all of them are there.

use daryn_model::Diagnostic;

/// What bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing, or white space.
    Nothing,
    /// JSON.
    Json,
    /// A page.
    Html,
    /// XML that is no page.
    Xml,
    /// A PDF.
    Pdf,
    /// A ZIP archive, a workbook among them.
    Zip,
    /// Anything else.
    Other,
}

/// The mark that some programs put before UTF-8.
pub(crate) const BOM: &[u8] = b"\xEF\xBB\xBF";

/// What bytes look like.
pub(crate) fn look(body: &[u8]) -> Found {
    let body = body.strip_prefix(BOM).unwrap_or(body).trim_ascii_start();
    let head = String::from_utf8_lossy(&body[..body.len().min(2048)]).to_ascii_lowercase();
    match body {
        [] => Found::Nothing,
        _ if body.starts_with(b"%PDF-") => Found::Pdf,
        _ if body.starts_with(b"PK\x03\x04") || body.starts_with(b"PK\x05\x06") => Found::Zip,
        [b'{' | b'[', ..] => Found::Json,
        [b'<', ..] if head.starts_with("<!doctype html") || head.contains("<html") => Found::Html,
        [b'<', ..] => Found::Xml,
        _ => Found::Other,
    }
}

/// A page that stands before an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gate {
    /// It asks for a password.
    Login,
    /// It asks whether one is a person.
    Captcha,
}

impl Gate {
    /// Code of its diagnostic.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Gate::Login => "source-login-page",
            Gate::Captcha => "source-captcha",
        }
    }
}

/// What is wrong with a PDF or an archive: its end is missing, or a name in it leads elsewhere.
pub(crate) fn flaw(found: Found, bytes: &[u8]) -> Option<Diagnostic> {
    let cut = |kind: &str| {
        let problem = Diagnostic::error("source-cut", "", 0);
        Some(problem.with("kind", kind).with("bytes", bytes.len()))
    };
    match found {
        Found::Pdf if !pdf_is_whole(bytes) => cut("PDF"),
        Found::Zip => match zip_names(bytes) {
            None => cut("ZIP"),
            Some(names) => names.iter().find(|name| is_unsafe(name)).map(|name| {
                Diagnostic::error("source-unsafe-name", "", 0).with("found", name.escape_debug())
            }),
        },
        _ => None,
    }
}

/// Whether a page asks who one is.
pub(crate) fn gate(page: &[u8]) -> Option<Gate> {
    let text = String::from_utf8_lossy(page).to_ascii_lowercase();
    if ["recaptcha", "hcaptcha", "captcha", "cf-challenge"].iter().any(|word| text.contains(word)) {
        return Some(Gate::Captcha);
    }
    let password = ["type=\"password\"", "type='password'", "type=password"];
    password.iter().any(|word| text.contains(word)).then_some(Gate::Login)
}

/// Words of a page or an error for a message: its title, or its beginning without tags.
pub(crate) fn words(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(&body[..body.len().min(16 * 1024)]);
    let lower = text.to_ascii_lowercase();
    let title = lower.find("<title").and_then(|start| {
        let start = start + lower[start..].find('>')? + 1;
        let end = start + lower[start..].find("</title")?;
        text.get(start..end)
    });
    let mut out = String::new();
    let mut inside = false;
    for c in title.unwrap_or(&text).chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                out.push(' ');
            }
            c if !inside && !c.is_control() => out.push(c),
            c if !inside && c.is_whitespace() => out.push(' '),
            _ => {}
        }
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    words.join(" ").chars().take(200).collect()
}

/// How many bytes stand before the padding of NUL bytes; `None` where there is none. NUL bytes
/// before other ones are no padding.
pub(crate) fn before_padding(body: &[u8]) -> Option<usize> {
    // UTF-16 is full of them.
    if body.starts_with(b"\xFF\xFE") || body.starts_with(b"\xFE\xFF") {
        return None;
    }
    let end = body.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    // UTF-16 without its mark may end with one.
    let padding = if body[..end].contains(&0) { 2 } else { 1 };
    (body.len() - end >= padding).then_some(end)
}

/// The encoding that a header names.
pub(crate) fn charset(content_type: &str) -> Option<String> {
    content_type.split(';').skip(1).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches('"').to_ascii_lowercase())
    })
}

/// What a text looks like where a header says something else about its encoding.
pub(crate) fn other_charset(said: &str, body: &[u8]) -> Option<&'static str> {
    let says_utf8 = matches!(said, "utf-8" | "utf8" | "us-ascii" | "ascii");
    match std::str::from_utf8(body) {
        Ok(_) if says_utf8 || body.is_ascii() || said.starts_with("utf-16") => None,
        // Text in another encoding is next to never valid UTF-8 by chance.
        Ok(_) => Some("UTF-8"),
        Err(_) if says_utf8 => Some("no UTF-8"),
        Err(_) => None,
    }
}

/// File name that an answer gives itself.
pub(crate) fn file_name(disposition: &str) -> Option<String> {
    let mut plain = None;
    for part in disposition.split(';').skip(1) {
        let Some((name, value)) = part.split_once('=') else { continue };
        match name.trim().to_ascii_lowercase().as_str() {
            "filename*" => {
                let encoded = value.trim().split("''").last().unwrap_or_default();
                return Some(decoded(encoded));
            }
            "filename" => plain = Some(value.trim().trim_matches('"').to_owned()),
            _ => {}
        }
    }
    plain
}

/// Undoes the encoding of an address.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(code) if *byte == b'%' => {
                bytes.push(code);
                rest = &after[2..];
            }
            _ => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether a name would lead out of a folder on some system.
pub(crate) fn is_unsafe(name: &str) -> bool {
    let parts: Vec<&str> = name.split(['/', '\\']).collect();
    parts.contains(&"..")
        || name.starts_with(['/', '\\'])
        || name.as_bytes().get(1) == Some(&b':')
        || name.chars().any(char::is_control)
}

/// The last part of a name, without what a file system or a terminal takes for something else.
pub(crate) fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: &char| !c.is_control() && !"<>:\"|?*".contains(*c);
    let name: String = last.chars().filter(plain).take(150).collect();
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() { "file".into() } else { name.to_owned() }
}

/// Names of the members of a ZIP archive; `None` where its end is missing or does not fit.
pub(crate) fn zip_names(zip: &[u8]) -> Option<Vec<String>> {
    let u16_at = |at: usize| {
        let bytes = zip.get(at..at + 2)?;
        Some(usize::from(u16::from_le_bytes([bytes[0], bytes[1]])))
    };
    let u32_at = |at: usize| {
        let bytes = zip.get(at..at + 4)?;
        Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
    };
    // The record at the end may be followed by a comment of up to 65,535 bytes.
    let from = zip.len().saturating_sub(22 + 65_535);
    let end = zip[from..].windows(4).rposition(|window| window == b"PK\x05\x06")? + from;
    let (count, size, start) = (u16_at(end + 10)?, u32_at(end + 12)?, u32_at(end + 16)?);
    let is_large = count == 0xFFFF || start == 0xFFFF_FFFF;
    if !is_large && start.checked_add(size)? > end {
        return None;
    }
    let mut names = Vec::new();
    let mut at = if is_large { end } else { start };
    while names.len() < count && zip.get(at..at + 4) == Some(b"PK\x01\x02") {
        let (name, extra, comment) = (u16_at(at + 28)?, u16_at(at + 30)?, u16_at(at + 32)?);
        let bytes = zip.get(at + 46..at + 46 + name)?;
        names.push(String::from_utf8_lossy(bytes).into_owned());
        at += 46 + name + extra + comment;
    }
    (is_large || names.len() == count).then_some(names)
}

/// Whether the end of a PDF is there.
pub(crate) fn pdf_is_whole(pdf: &[u8]) -> bool {
    let tail = &pdf[pdf.len().saturating_sub(2048)..];
    tail.windows(5).any(|window| window == b"%%EOF")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A ZIP archive of members that are not packed.
    pub(crate) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut out, mut list) = (Vec::new(), Vec::new());
        for (name, data) in members {
            let mut crc = flate2::Crc::new();
            crc.update(data);
            let start = out.len() as u32;
            let size = (data.len() as u32).to_le_bytes();
            let mut common = vec![20, 0, 0, 8, 0, 0, 0, 0, 0, 0];
            common.extend(crc.sum().to_le_bytes());
            common.extend([size, size].concat());
            common.extend((name.len() as u16).to_le_bytes());
            common.extend([0, 0]);
            out.extend(b"PK\x03\x04");
            out.extend(&common);
            out.extend(name.as_bytes());
            out.extend(*data);
            list.extend(b"PK\x01\x02\x14\x00");
            list.extend(&common);
            list.extend([0; 10]);
            list.extend(start.to_le_bytes());
            list.extend(name.as_bytes());
        }
        let (start, count) = (out.len() as u32, (members.len() as u16).to_le_bytes());
        out.extend(&list);
        out.extend(b"PK\x05\x06\0\0\0\0");
        out.extend([count, count].concat());
        out.extend((list.len() as u32).to_le_bytes());
        out.extend(start.to_le_bytes());
        out.extend([0, 0]);
        out
    }

    #[test]
    fn bytes_are_known_by_their_beginning() {
        let check = |body: &[u8], found: Found| assert_eq!(look(body), found, "{body:?}");
        check(b" \r\n", Found::Nothing);
        check(b"\xEF\xBB\xBF\n {\"a\":1}", Found::Json);
        check(b"<?xml version=\"1.0\"?><html xmlns=\"x\"/>", Found::Html);
        check(b"<?xml version=\"1.0\"?><mes:Structure/>", Found::Xml);
        check(b"<!DOCTYPE html>\n<p>", Found::Html);
        check(b"%PDF-1.7", Found::Pdf);
        check(b"Area,Year\n", Found::Other);
    }

    #[test]
    fn an_archive_tells_its_members_or_is_cut() {
        let whole = zip(&[("data.csv", b"a,b\n"), ("../up.txt", b"")]);
        assert_eq!(zip_names(&whole).expect("whole"), ["data.csv", "../up.txt"]);
        assert!(zip_names(&[&whole[..], b" a comment"].concat()).is_some());
        for cut in 0..whole.len() {
            // A comment of no bytes may be missing unseen, nothing else.
            assert!(zip_names(&whole[..cut]).is_none() || cut >= whole.len() - 2, "{cut}");
        }
    }

    #[test]
    fn names_stay_names() {
        let check = |name: &str, bad: bool, safe: &str| {
            assert_eq!((is_unsafe(name), safe_name(name).as_str()), (bad, safe), "{name}");
        };
        check("тұжырымдама 2022.docx", false, "тұжырымдама 2022.docx");
        check("../../etc/passwd", true, "passwd");
        check("..\\..\\a.exe", true, "a.exe");
        check("C:\\a", true, "a");
        check("/a/b", true, "b");
        check("..", true, "file");
        check("a\u{1b}[2J", true, "a[2J");
        let given =
            file_name("attachment; filename=\"x.pdf\"; filename*=UTF-8''%D0%B7%D0%B0%D2%A3.pdf");
        assert_eq!(given.as_deref(), Some("заң.pdf"));
        assert_eq!(file_name("inline").as_deref(), None);
    }

    #[test]
    fn a_page_is_told_by_its_title() {
        assert_eq!(words(b"<html><head><TITLE>Sign  in\n</TITLE>"), "Sign in");
        assert_eq!(words(b"<e:Error><m code=\"100\">No results</m></e:Error>"), "No results");
        assert_eq!(gate(b"<form><input type=\"password\"></form>"), Some(Gate::Login));
        assert_eq!(gate(b"<div class=\"g-recaptcha\">"), Some(Gate::Captcha));
        assert_eq!(gate("<p>пароль</p>".as_bytes()), None);
    }

    #[test]
    fn a_wrong_encoding_is_seen_only_where_it_matters() {
        assert_eq!(
            charset("application/x; version=2.1; Charset=\"UTF-8\"").as_deref(),
            Some("utf-8")
        );
        assert_eq!(other_charset("windows-1251", "Қазақстан".as_bytes()), Some("UTF-8"));
        assert_eq!(other_charset("utf-8", b"\xCA\xE0\xE7"), Some("no UTF-8"));
        assert_eq!(other_charset("windows-1251", b"\xCA\xE0\xE7"), None);
        assert_eq!(other_charset("iso-8859-1", b"plain"), None);
    }
}
