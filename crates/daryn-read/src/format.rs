//! What bytes are.

use daryn_model::Diagnostic;

use crate::archive::{Archive, Flaw};
use crate::block::Block;
use crate::charset::{self, Decoded};
use crate::container::{self, Content};
use crate::html::Page;
use crate::mht::Root;
use crate::{docx, html, markdown, mht, odt, pdf, plain, rtf, weight, zan};

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
    /// A Word document in XML.
    Docx,
    /// A text document of OpenDocument.
    Odt,
    /// The same as one XML text.
    FlatOdt,
    /// Rich text.
    Rtf,
    /// A page with what belongs to it, or a mail.
    Mht,
    /// A document in XML that is protected by a password.
    Protected,
    /// A PDF.
    Pdf,
    /// Something that is not read here, by its name.
    Other(&'static str),
}

impl Format {
    /// Finds the format of bytes.
    pub(crate) fn of(bytes: &[u8], file: &str) -> Format {
        let magic: [(&[u8], Format); 9] = [
            (b"%PDF-", Format::Pdf),
            (b"{\\rtf", Format::Rtf),
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
        let container = if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Some(container::compound(bytes, &extension(file)))
        } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Some(container::zip(bytes, &extension(file)))
        } else {
            None
        };
        match container {
            Some(Content::Docx) => return Format::Docx,
            Some(Content::Odt) => return Format::Odt,
            Some(Content::Protected) => return Format::Protected,
            Some(Content::Other(name)) => return Format::Other(name),
            None => {}
        }
        // Tags and words of a head are ASCII in every charset that a text may be in.
        let head: String = bytes
            .iter()
            .filter(|byte| byte.is_ascii() && **byte != 0)
            .take(4000)
            .map(|byte| byte.to_ascii_lowercase() as char)
            .collect();
        let start = head.trim_start();
        if mht::is_head(start) {
            return Format::Mht;
        }
        if start.starts_with('<') && head.contains("<office:document") {
            return match head.contains("opendocument.text") {
                true => Format::FlatOdt,
                false => Format::Other("OpenDocument"),
            };
        }
        if head.contains("<w:worddocument") || head.contains("<pkg:package") {
            return Format::Other("Word XML");
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
                let claims = [
                    "html", "htm", "json", "docx", "docm", "odt", "fodt", "rtf", "doc", "pdf",
                    "mht", "mhtml", "eml",
                ];
                return claims.contains(&extension.as_str()).then(|| extension.to_uppercase());
            }
            Format::Html => &["html", "htm", "xhtml", "mhtml", "php", "aspx"],
            Format::Record => &["json"],
            Format::Pdf => &["pdf"],
            Format::Docx => &["docx", "docm", "dotx", "dotm"],
            Format::Odt => &["odt", "ott"],
            Format::FlatOdt => &["fodt", "xml"],
            Format::Rtf => &["rtf"],
            Format::Mht => &["mht", "mhtml", "eml"],
            Format::Protected | Format::Other(_) => return None,
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
            Format::Docx => "DOCX",
            Format::Odt => "ODT",
            Format::FlatOdt => "FODT",
            Format::Rtf => "RTF",
            Format::Mht => "MHT",
            Format::Protected => "DOCX / XLSX / PPTX",
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
            Format::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Format::Odt => "application/vnd.oasis.opendocument.text",
            Format::FlatOdt => "application/vnd.oasis.opendocument.text-flat-xml",
            Format::Rtf => "application/rtf",
            Format::Mht => "multipart/related",
            Format::Protected | Format::Other(_) => "application/octet-stream",
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
            Format::Plain => plain::blocks(&lines(bytes, None, file, problems)),
            Format::Markdown => markdown::blocks(&lines(bytes, None, file, problems)),
            Format::Html => page(bytes, None, file, problems),
            Format::Record => {
                let json = text(bytes, None, file, problems);
                if is_too_much(weight::values_are_too_many(&json), file, problems) {
                    return Vec::new();
                }
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
            Format::Docx => self.archived(bytes, file, problems, docx::blocks),
            Format::Odt => self.archived(bytes, file, problems, odt::blocks),
            Format::FlatOdt => odt::flat_blocks(bytes).unwrap_or_else(|flaw| {
                problems.push(flaw.told(file, self.name()));
                Vec::new()
            }),
            Format::Rtf => rtf::blocks(bytes, file, problems).unwrap_or_else(|flaw| {
                problems.push(flaw.told(file, self.name()));
                Vec::new()
            }),
            Format::Mht => match mht::root(bytes) {
                Ok(Root { bytes, charset, is_page: true }) => page(&bytes, charset, file, problems),
                Ok(Root { bytes, charset, .. }) => {
                    plain::blocks(&lines(&bytes, charset.as_deref(), file, problems))
                }
                Err(flaw) => {
                    problems.push(flaw.told(file, self.name()));
                    Vec::new()
                }
            },
            Format::Protected => {
                problems.push(Flaw::Password.told(file, self.name()));
                Vec::new()
            }
            Format::Pdf => pdf::blocks(bytes, file, side, problems),
            Format::Other(name) => {
                // Each with the way that leads to a text from it.
                let code = match name {
                    "DOC" => "read-legacy",
                    "XLS" | "XLSX" | "ODS" => "read-workbook",
                    "PPT" | "PPTX" | "ODP" => "read-slides",
                    "ZIP" | "RAR" | "7Z" => "read-archive",
                    _ => "read-unsupported",
                };
                problems.push(Diagnostic::error(code, file, 0).with("format", name));
                Vec::new()
            }
        }
    }

    /// The blocks of a document whose parts stand in an archive.
    fn archived(
        self,
        bytes: &[u8],
        file: &str,
        problems: &mut Vec<Diagnostic>,
        read: fn(&mut Archive<'_>, usize) -> Result<Vec<Block>, Flaw>,
    ) -> Vec<Block> {
        let blocks = Archive::open(bytes).and_then(|mut archive| {
            archive.tell_names(file, problems);
            read(&mut archive, bytes.len())
        });
        blocks.unwrap_or_else(|flaw| {
            problems.push(flaw.told(file, self.name()));
            Vec::new()
        })
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

/// The letters of a text that is read by its lines.
fn lines(bytes: &[u8], named: Option<&str>, file: &str, problems: &mut Vec<Diagnostic>) -> String {
    let text = text(bytes, named, file, problems);
    match is_too_much(weight::lines_are_too_many(&text), file, problems) {
        true => String::new(),
        false => text,
    }
}

fn is_too_much(too_many: bool, file: &str, problems: &mut Vec<Diagnostic>) -> bool {
    problems.extend(too_many.then(|| Diagnostic::error("read-too-many-parts", file, 0)));
    too_many
}

fn page(
    bytes: &[u8],
    charset: Option<String>,
    file: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    let named = charset.or_else(|| charset_of_page(bytes));
    let page = text(bytes, named.as_deref(), file, problems);
    if is_too_much(weight::elements_are_too_many(&page), file, problems) {
        return Vec::new();
    }
    let Some(Page { blocks, left_out }) = html::page(&page) else {
        problems.push(Diagnostic::error("read-too-deep", file, 0));
        return Vec::new();
    };
    if left_out > 0 {
        problems.push(Diagnostic::warning("read-left-out", file, 0).with("percent", left_out));
    }
    blocks
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
