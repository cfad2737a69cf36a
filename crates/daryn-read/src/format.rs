//! What bytes are.

use daryn_model::Diagnostic;

use crate::block::Block;
use crate::charset::{self, Decoded};
use crate::{html, markdown, pdf, plain, zan};

/// A format, as far as it matters how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Plain text.
    Plain,
    /// Markdown.
    Markdown,
    /// A page.
    Html,
    /// A record of zan.gov.kz.
    Record,
    /// A PDF.
    Pdf,
    /// Something that is not read here, by its name.
    Other(&'static str),
}

impl Format {
    /// Finds the format of bytes.
    pub(crate) fn of(bytes: &[u8], file: &str) -> Format {
        let magic: [(&[u8], Format); 12] = [
            (b"%PDF-", Format::Pdf),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::Other("DOC")),
            (b"{\\rtf", Format::Other("RTF")),
            (b"PK\x03\x04", Format::Other("ZIP")),
            (b"PK\x05\x06", Format::Other("ZIP")),
            (b"\x89PNG", Format::Other("PNG")),
            (b"\xff\xd8\xff", Format::Other("JPEG")),
            (b"GIF8", Format::Other("GIF")),
            (b"II*\0", Format::Other("TIFF")),
            (b"MM\0*", Format::Other("TIFF")),
            (b"Rar!", Format::Other("RAR")),
            (b"7z\xbc\xaf\x27\x1c", Format::Other("7Z")),
        ];
        if let Some((_, format)) = magic.iter().find(|(head, _)| bytes.starts_with(head)) {
            return *format;
        }
        // Tags and words of a head are ASCII in every charset that a text may be in.
        let head: String = bytes
            .iter()
            .filter(|byte| byte.is_ascii() && **byte != 0)
            .take(4000)
            .map(|byte| byte.to_ascii_lowercase() as char)
            .collect();
        let start = head.trim_start();
        if head.contains("\nmime-version:") && head.contains("multipart/related")
            || start.starts_with("mime-version:")
        {
            return Format::Other("MHT");
        }
        let is_page = ["<!doctype html", "<html", "<head", "<body"];
        if is_page.iter().any(|tag| start.starts_with(tag))
            || start.starts_with('<') && head.contains("<html")
        {
            return Format::Html;
        }
        // Also one that is cut or broken: as a plain text it would show the signature in it.
        if let Some(inside) = start.strip_prefix('{')
            && (inside.trim_start().starts_with('"') || extension(file) == "json")
        {
            return Format::Record;
        }
        match extension(file).as_str() {
            "md" | "markdown" => Format::Markdown,
            "html" | "htm" | "xhtml" if start.starts_with('<') => Format::Html,
            _ => Format::Plain,
        }
    }

    /// The format that a name claims, where the bytes are another.
    pub(crate) fn contradicts(self, file: &str) -> Option<String> {
        let extension = extension(file);
        let good: &[&str] = match self {
            Format::Plain | Format::Markdown => {
                let claims = ["html", "htm", "json", "docx", "odt", "rtf", "doc", "pdf", "mht"];
                return claims.contains(&extension.as_str()).then(|| extension.to_uppercase());
            }
            Format::Html => &["html", "htm", "xhtml", "mhtml", "php", "aspx"],
            Format::Record => &["json"],
            Format::Pdf => &["pdf"],
            Format::Other(_) => return None,
        };
        (!extension.is_empty() && !good.contains(&extension.as_str()))
            .then(|| extension.to_uppercase())
    }

    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Format::Plain => "TXT",
            Format::Markdown => "MD",
            Format::Html => "HTML",
            Format::Record => "JSON",
            Format::Pdf => "PDF",
            Format::Other(name) => name,
        }
    }

    /// Its media type; empty if it is not read.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Format::Plain => "text/plain",
            Format::Markdown => "text/markdown",
            Format::Html => "text/html",
            Format::Record => "application/json",
            Format::Pdf => "application/pdf",
            Format::Other(_) => "application/octet-stream",
        }
    }

    /// Reads the blocks.
    pub(crate) fn blocks(
        self,
        bytes: &[u8],
        file: &str,
        side: Option<&[u8]>,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Block> {
        match self {
            Format::Plain => plain::blocks(&text(bytes, None, file, problems)),
            Format::Markdown => markdown::blocks(&text(bytes, None, file, problems)),
            Format::Html => {
                let named = charset_of_page(bytes);
                let page = text(bytes, named.as_deref(), file, problems);
                html::blocks(&page).unwrap_or_else(|| {
                    problems.push(Diagnostic::error("read-too-deep", file, 0));
                    Vec::new()
                })
            }
            Format::Record => {
                let json = text(bytes, None, file, problems);
                let Some((blocks, pages)) = zan::blocks(&json) else {
                    let problem = Diagnostic::error("read-unsupported", file, 0);
                    problems.push(problem.with("format", "JSON"));
                    return Vec::new();
                };
                if pages > 1 {
                    let problem = Diagnostic::warning("read-more-pages", file, 0);
                    problems.push(problem.with("n", pages));
                }
                blocks
            }
            Format::Pdf => pdf::blocks(bytes, file, side, problems),
            Format::Other(name) => {
                let problem = Diagnostic::error("read-unsupported", file, 0);
                problems.push(problem.with("format", name));
                Vec::new()
            }
        }
    }
}

fn text(bytes: &[u8], named: Option<&str>, file: &str, problems: &mut Vec<Diagnostic>) -> String {
    let Decoded { text, charset, damaged } = charset::decode(bytes, named);
    let control = |letter: char| letter.is_control() && !letter.is_whitespace();
    let controls = text.chars().take(8000).filter(|letter| control(*letter)).count();
    if controls * 10 > text.chars().take(8000).count() {
        problems.push(Diagnostic::error("read-unsupported", file, 0).with("format", "?"));
        return String::new();
    }
    if damaged {
        problems.push(Diagnostic::warning("read-charset", file, 0).with("charset", charset));
    }
    text
}

/// The charset that the head of a page names.
fn charset_of_page(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4000)]).to_ascii_lowercase();
    let at = head.find("charset=")? + "charset=".len();
    let name = head[at..].trim_start_matches(['"', '\'']);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    Some(name[..end.unwrap_or(name.len())].to_owned())
}

fn extension(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_lowercase())
}
