//! What stands around the sheets of a workbook, and how texts are written in XML.

/// The beginning of a sheet.
pub(super) const SHEET: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Three formats of cells: as it is, bold, and text whatever it looks like (`@`, number 49).
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
    <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
    <fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
    <cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
    <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>\
    <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>\
    <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

/// All parts but the sheets: name and text.
pub(super) fn parts(sheets: &[String], title: &str) -> [(&'static str, String); 6] {
    let mut kinds = format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{KIND}.styles+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    );
    let mut book = format!(
        "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}/relationships\"><bookViews>\
         <workbookView/></bookViews><sheets>"
    );
    let mut beside = format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (number, name) in (1..).zip(sheets) {
        let part = format!("worksheets/sheet{number}.xml");
        kinds +=
            &format!("<Override PartName=\"/xl/{part}\" ContentType=\"{KIND}.worksheet+xml\"/>");
        book.push_str("<sheet name=\"");
        escape(&mut book, name);
        book += &format!("\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        beside += &relation(number, &format!("{OFFICE}/relationships/worksheet"), &part);
    }
    kinds.push_str("</Types>");
    book.push_str("</sheets></workbook>");
    beside += &relation(sheets.len() + 1, &format!("{OFFICE}/relationships/styles"), "styles.xml");
    beside.push_str("</Relationships>");
    let package = format!(
        "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">{}{}</Relationships>",
        relation(1, &format!("{OFFICE}/relationships/officeDocument"), "xl/workbook.xml"),
        relation(
            2,
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml"
        ),
    );
    let mut core = format!(
        "{XML}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
    );
    escape(&mut core, title);
    core.push_str("</dc:title></cp:coreProperties>");
    let styles = format!("{XML}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>");
    [
        ("[Content_Types].xml", kinds),
        ("_rels/.rels", package),
        ("docProps/core.xml", core),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", beside),
        ("xl/styles.xml", styles),
    ]
}

fn relation(number: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{number}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

/// Adds a text. What XML 1.0 does not allow is written as `_xHHHH_`, and what looks so already
/// with its low line written so (ECMA-376, part 1, 22.9.2.19).
pub(super) fn escape(out: &mut String, text: &str) {
    let is_plain = |byte: u8| !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'_' | 0..0x20 | 0xef);
    if text.bytes().all(is_plain) {
        out.push_str(text);
        return;
    }
    for (place, letter) in text.char_indices() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(letter),
            '\0'..=' ' if letter != ' ' => out.push_str(&format!("_x{:04X}_", letter as u32)),
            '\u{fffe}' | '\u{ffff}' => out.push_str(&format!("_x{:04X}_", letter as u32)),
            '_' if is_escape(text.as_bytes().get(place..).unwrap_or_default()) => {
                out.push_str("_x005F_");
            }
            _ => out.push(letter),
        }
    }
}

/// Whether bytes begin with `_xHHHH_`.
fn is_escape(bytes: &[u8]) -> bool {
    match bytes {
        [b'_', b'x', digits @ ..] if digits.len() >= 5 => {
            digits[..4].iter().all(u8::is_ascii_hexdigit) && digits[4] == b'_'
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_does_not_allow_is_written_otherwise() {
        let mut text = String::new();
        escape(&mut text, "\u{1}a\r_x0041_b_x00_\u{ffff}&\0я");
        assert_eq!(text, "_x0001_a_x000D__x005F_x0041_b_x00__xFFFF_&amp;_x0000_я");
    }
}
