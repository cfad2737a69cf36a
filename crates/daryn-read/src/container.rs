//! What a container of other files is: a zip by its parts, a compound file by its directory.

use crate::archive::Archive;

/// What is in a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// A Word document in XML.
    Docx,
    /// A text document of OpenDocument.
    Odt,
    /// Something in XML that is protected by a password.
    Protected,
    /// Something that is not read here, by its name.
    Other(&'static str),
}

/// Largest list of contents that is looked at.
const LIST: u64 = 1 << 20;

/// What a zip is. Where it is damaged, `extension` and what can still be seen of it tell.
pub(crate) fn zip(bytes: &[u8], extension: &str) -> Content {
    let Ok(mut archive) = Archive::open(bytes) else {
        let has = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        return match extension {
            "docx" | "docm" | "dotx" => Content::Docx,
            "odt" | "ott" => Content::Odt,
            _ if has(b"word/document.xml") => Content::Docx,
            _ if has(b"vnd.oasis.opendocument.text") => Content::Odt,
            _ => Content::Other("ZIP"),
        };
    };
    let mut text = |name: &str| {
        let bytes = archive.bytes(name, LIST).ok().flatten().unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let media = text("mimetype");
    let document = media.trim().strip_prefix("application/vnd.oasis.opendocument.");
    match document {
        Some(kind) if kind.starts_with("text") => return Content::Odt,
        Some(kind) if kind.starts_with("spreadsheet") => return Content::Other("ODS"),
        Some(kind) if kind.starts_with("presentation") => return Content::Other("ODP"),
        None if media.starts_with("application/epub") => return Content::Other("EPUB"),
        _ => {}
    }
    let list = text("[Content_Types].xml");
    // A part in another format may be embedded; only that of the whole is called main.
    let main = list.split(['"', '\'']).find(|value| value.ends_with(".main+xml"));
    let by_list = main.and_then(|kind| {
        let kind = kind.to_ascii_lowercase();
        let has = |word: &str| kind.contains(word);
        match () {
            () if has("word") => Some(Content::Docx),
            () if has("spreadsheet") || has("excel") => Some(Content::Other("XLSX")),
            () if has("presentation") || has("powerpoint") => Some(Content::Other("PPTX")),
            () => None,
        }
    });
    by_list.unwrap_or_else(|| {
        let has = |folder: &str| archive.names().any(|name| name.starts_with(folder));
        match () {
            () if has("word/") => Content::Docx,
            () if has("xl/") => Content::Other("XLSX"),
            () if has("ppt/") => Content::Other("PPTX"),
            () if archive.has("content.xml") => Content::Odt,
            () if archive.has("[Content_Types].xml") && extension == "docx" => Content::Docx,
            () => Content::Other("ZIP"),
        }
    })
}

/// Most sectors and entries of a directory that are looked at.
const MOST: usize = 4096;

/// What a compound file (the container of DOC, XLS and PPT) is, by the entries of its root: others
/// stand in embedded objects.
pub(crate) fn compound(bytes: &[u8], extension: &str) -> Content {
    let names = directory(bytes).unwrap_or_default();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    match () {
        () if has("EncryptedPackage") => Content::Protected,
        () if has("WordDocument") => Content::Other("DOC"),
        () if has("Workbook") || has("Book") => Content::Other("XLS"),
        () if has("PowerPoint Document") => Content::Other("PPT"),
        () if has("__properties_version1.0") => Content::Other("MSG"),
        // Its directory is damaged: only the name still tells.
        () if names.is_empty() && extension == "doc" => Content::Other("DOC"),
        () => Content::Other("OLE"),
    }
}

/// Names of the entries of the root.
fn directory(bytes: &[u8]) -> Option<Vec<String>> {
    let short = |at: usize| Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let long = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let shift = short(30).filter(|shift| (7..=16).contains(shift))?;
    let size = 1_usize << shift;
    let sector = |number: u32| (number as usize).checked_add(1)?.checked_mul(size);
    // The sector behind another one, as the table says, whose sectors the head lists.
    let next = |number: u32| {
        let each = size / 4;
        let table = long(76 + 4 * (number as usize / each).min(108))?;
        long(sector(table)? + 4 * (number as usize % each))
    };
    let mut entries: Vec<&[u8]> = Vec::new();
    let mut number = long(48)?;
    for _ in 0..MOST {
        let Some(start) = sector(number) else { break };
        let Some(inside) = bytes.get(start..(start + size).min(bytes.len())) else { break };
        entries.extend(inside.chunks_exact(128));
        match next(number) {
            Some(following) if following < 0xffff_fff0 => number = following,
            _ => break,
        }
    }
    let link = |entry: &[u8], at: usize| {
        entry[at..at + 4].try_into().map_or(u32::MAX, u32::from_le_bytes) as usize
    };
    let mut names = Vec::new();
    let mut waiting = vec![link(entries.first()?, 76)];
    while let Some(place) = waiting.pop() {
        let Some(entry) = entries.get(place) else { continue };
        if names.len() == MOST {
            break;
        }
        let units: Vec<u16> = entry[..64]
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .take_while(|unit| *unit != 0)
            .collect();
        names.push(String::from_utf16_lossy(&units));
        waiting.extend([link(entry, 68), link(entry, 72)]);
    }
    Some(names)
}
