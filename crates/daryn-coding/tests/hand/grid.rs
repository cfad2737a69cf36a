//! A workbook as rows of words, so that tests can change it as people do, and write it again as
//! other programs write.

use std::io::{Cursor, Write as _};

use daryn_stats::Source;
use daryn_stats::sheets::Book;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Sheets with their names and rows of cells.
pub(crate) struct Grid {
    pub(crate) sheets: Vec<(String, Vec<Vec<String>>)>,
}

impl Grid {
    pub(crate) fn of(bytes: &[u8]) -> Grid {
        let book = Book::open(&Source::bytes("test.xlsx", bytes)).expect("a workbook");
        let names: Vec<String> = book.sheets().map(str::to_owned).collect();
        let sheets = names.into_iter().enumerate().map(|(place, name)| {
            let mut rows: Vec<Vec<String>> = Vec::new();
            let mut take = |row: u32, cells: &[daryn_stats::sheets::Typed<'_>]| {
                rows.resize(row as usize, Vec::new());
                let cells_of = rows.last_mut().expect("a row");
                for cell in cells {
                    cells_of.resize(cells_of.len().max(cell.column as usize), String::new());
                    cells_of[cell.column as usize - 1] = cell.text.to_owned();
                }
            };
            book.rows(place, &mut take).expect("rows");
            (name, rows)
        });
        Grid { sheets: sheets.collect() }
    }

    /// The rows of a sheet.
    pub(crate) fn rows(&mut self, name: &str) -> &mut Vec<Vec<String>> {
        let found = self.sheets.iter_mut().find(|(own, _)| own == name);
        &mut found.expect("a sheet").1
    }

    /// Types words into a cell, row and column from 1.
    pub(crate) fn set(&mut self, sheet: &str, row: usize, column: usize, text: &str) {
        let cells = &mut self.rows(sheet)[row - 1];
        cells.resize(cells.len().max(column), String::new());
        text.clone_into(&mut cells[column - 1]);
    }

    /// What stands in a cell, row and column from 1.
    pub(crate) fn get(&self, sheet: &str, row: usize, column: usize) -> &str {
        let (_, rows) = self.sheets.iter().find(|(own, _)| own == sheet).expect("a sheet");
        rows.get(row - 1).and_then(|cells| cells.get(column - 1)).map_or("", String::as_str)
    }

    /// The workbook as a program writes it that keeps texts together (`shared`), or in their cells.
    pub(crate) fn written(&self, shared: bool) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut part = |name: &str, text: &str| {
            zip.start_file(name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(text.as_bytes()).expect("written");
        };
        let (mut listed, mut related, mut texts) = (String::new(), String::new(), Vec::new());
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        for (place, (name, rows)) in (1..).zip(&self.sheets) {
            let name = escaped(name);
            listed += &format!("<sheet name=\"{name}\" sheetId=\"{place}\" r:id=\"rId{place}\"/>");
            related += &format!(
                "<Relationship Id=\"rId{place}\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet{place}.xml\"/>"
            );
            let mut data = String::new();
            for (row, cells) in (1..).zip(rows) {
                // Filters hide rows; what is hidden still counts.
                data += &format!(
                    "<row r=\"{row}\"{}>",
                    if row % 2 == 0 { " hidden=\"1\"" } else { "" }
                );
                for cell in cells {
                    if cell.is_empty() {
                        data += "<c/>";
                    } else if shared {
                        texts.push(cell.clone());
                        data += &format!("<c t=\"s\"><v>{}</v></c>", texts.len() - 1);
                    } else {
                        let text = escaped(cell);
                        data += &format!(
                            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
                        );
                    }
                }
                data += "</row>";
            }
            let text =
                format!("<worksheet xmlns=\"{main}\"><sheetData>{data}</sheetData></worksheet>");
            part(&format!("xl/worksheets/sheet{place}.xml"), &text);
        }
        if shared {
            related += &format!(
                "<Relationship Id=\"texts\" Type=\"{kind}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            );
            let texts: String = texts
                .iter()
                .map(|text| format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(text)))
                .collect();
            part("xl/sharedStrings.xml", &format!("<sst xmlns=\"{main}\">{texts}</sst>"));
        }
        part(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{kind}\"><sheets>{listed}</sheets></workbook>"
            ),
        );
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        part(
            "xl/_rels/workbook.xml.rels",
            &format!("<Relationships xmlns=\"{package}\">{related}</Relationships>"),
        );
        let root = format!(
            "<Relationship Id=\"a\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/>"
        );
        part("_rels/.rels", &format!("<Relationships xmlns=\"{package}\">{root}</Relationships>"));
        zip.finish().expect("an archive").into_inner()
    }
}

/// Words as XML, in which `_x` and four digits would mean a letter.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '"' => out += "&quot;",
            '\r' => out += "_x000D_",
            '_' if text[at..].starts_with("_x") => out += "_x005F_",
            letter => out.push(letter),
        }
    }
    out
}
