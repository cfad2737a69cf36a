//! `tables.xlsx`: every table as a sheet, in the first language of the study.

use std::collections::BTreeSet;

use daryn_model::{Arg, Lang, Table};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use crate::assemble::Assembled;
use crate::derivation::column;
use crate::language::Speaker;

/// One workbook with a sheet for each table and language.
pub(crate) fn write(report: &Assembled) -> Result<Vec<u8>, String> {
    let failed = |error: rust_xlsxwriter::XlsxError| error.to_string();
    let mut workbook = Workbook::new();
    // A fixed date: the same study gives the same bytes.
    let date = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let speakers: Vec<Speaker> = report.languages.iter().map(|lang| Speaker::new(*lang)).collect();
    let mut names = BTreeSet::new();
    for speaker in &speakers {
        for table in report.tables.iter().filter(|table| !table.rows.is_empty()) {
            let sheet = workbook.add_worksheet();
            let name = sheet_name(&table.id, speaker.lang, speakers.len(), &mut names);
            sheet.set_name(name).map_err(failed)?;
            fill(sheet, speaker, table).map_err(failed)?;
        }
    }
    if workbook.worksheets().is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer().map_err(failed)
}

/// A sheet name has at most 31 characters and none of `[]:*?/\`.
/// Two names may not differ by case alone, so a name that is taken gets a number.
fn sheet_name(table: &str, lang: Lang, languages: usize, taken: &mut BTreeSet<String>) -> String {
    let language = if languages > 1 { format!(" {}", lang.code()) } else { String::new() };
    let clean: String =
        table.chars().map(|c| if "[]:*?/\\'".contains(c) { '_' } else { c }).collect();
    let mut number = 1;
    loop {
        let suffix = if number == 1 { language.clone() } else { format!(" {number}{language}") };
        let room = 31 - suffix.chars().count();
        let name: String = clean.chars().take(room).chain(suffix.chars()).collect();
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

fn fill(
    sheet: &mut Worksheet,
    speaker: &Speaker,
    table: &Table,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    let head = Format::new().set_bold();
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (position, name) in table.columns.iter().enumerate() {
        let position = position as u16;
        sheet.write_string_with_format(0, position, column(speaker, name), &head)?;
        let longest = table
            .rows
            .iter()
            .map(|row| speaker.value(&row.cells[usize::from(position)]).chars().count())
            .max()
            .unwrap_or(0);
        sheet.set_column_width(position, longest.clamp(10, 60) as f64)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (number, row) in (1..).zip(&table.rows) {
        for (position, arg) in (0_u16..).zip(&row.cells) {
            match arg {
                Arg::Empty => {}
                Arg::Count(count) | Arg::Year(count) => {
                    sheet.write_number(number, position, *count as f64)?;
                }
                Arg::Number(value) => {
                    sheet.write_number(number, position, value.value)?;
                }
                other => {
                    // Cells hold at most 32,767 characters.
                    let text: String = speaker.value(other).chars().take(32_000).collect();
                    sheet.write_string_with_format(number, position, text, &wrap)?;
                }
            }
        }
    }
    Ok(())
}
