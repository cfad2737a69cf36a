//! Writes a coding workbook. The same form gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Lang;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::{COLUMNS, Form, Words, Written, fitting, joined, manifest};
use crate::codebook::{Code, Codebook, Head};
use crate::hand::{HandCoding, HandMemo};
use crate::naming::{codable, label, label_of};

/// The name of the hidden sheet that holds the list of codes.
const LIST: &str = "_codes";
/// Most letters of a message that a cell shows.
const MESSAGE: usize = 255;

/// Writes a workbook for coders.
///
/// ```
/// use daryn_coding::{Codebook, Unit, sheet};
///
/// let codebook = Codebook::built_in().expect("a codebook");
/// let unit = Unit { document: "law".into(), passage: "p1".into(), start: 0, end: 5,
///     heading: String::new(), text: "Words".into() };
/// let words = sheet::Words::of(str::to_owned);
/// let coders = ["Aru".to_owned()];
/// let form = sheet::Form { units: &[unit], codings: &[], memos: &[], coders: &coders,
///     codebook: &codebook, lang: daryn_model::Lang::En, columns: 3, words: &words };
/// let written = sheet::write(&form).expect("a workbook");
/// let mut problems = Vec::new();
/// let returned = sheet::read(&written.bytes, "coding.xlsx", &codebook, &mut problems);
/// assert_eq!(returned.expect("read").coders, ["Aru"]);
/// assert_eq!(problems, []);
/// ```
///
/// # Errors
/// Where the workbook would be larger than a workbook can be: more than 1,048,575 passages.
pub fn write(form: &Form<'_>) -> Result<Written, String> {
    let mut book = Book::new(form.codebook, form.lang, form.words)?;
    let place: BTreeMap<(&str, &str), usize> = (form.units.iter().enumerate())
        .map(|(at, unit)| ((unit.document.as_str(), unit.passage.as_str()), at))
        .collect();
    let of_unit = |document: &str, passage: Option<&str>, start, end| {
        let at = *place.get(&(document, passage?))?;
        let unit = &form.units[at];
        ((unit.start, unit.end) == (start, end)).then_some(at)
    };
    let coders: BTreeSet<&str> = form.coders.iter().map(String::as_str).collect();
    let mut shown: Vec<(usize, &HandCoding)> = Vec::new();
    let mut noted: Vec<(usize, &HandMemo)> = Vec::new();
    let (mut codings_left_out, mut memos_left_out) = (Vec::new(), Vec::new());
    for coding in form.codings.iter().filter(|one| coders.contains(one.coder.as_str())) {
        let passage = coding.passage.as_deref();
        match of_unit(&coding.document, passage, coding.start, coding.end) {
            Some(at) => shown.push((at, coding)),
            None => codings_left_out.push(coding.clone()),
        }
    }
    for memo in form.memos.iter().filter(|one| coders.contains(one.coder.as_str())) {
        match of_unit(&memo.document, memo.passage.as_deref(), memo.start, memo.end) {
            Some(at) => noted.push((at, memo)),
            None => memos_left_out.push(memo.clone()),
        }
    }
    let order = |code: &str| form.codebook.codes.iter().position(|own| own.id.0 == code);
    shown.sort_by_cached_key(|(at, coding)| {
        let code = (order(&coding.code).unwrap_or(usize::MAX), &coding.code);
        (*at, coding.coder.clone(), code.0, code.1.clone())
    });
    noted.sort_by(|one, other| (one.0, one.1).cmp(&(other.0, other.1)));

    let mut rows: BTreeMap<(&str, usize), Row<'_>> = BTreeMap::new();
    for (at, coding) in &shown {
        let row = rows.entry((&coding.coder, *at)).or_default();
        if !row.codes.contains(&coding.code.as_str()) {
            row.codes.push(&coding.code);
        }
        row.notes.push(&coding.memo);
    }
    for (at, memo) in &noted {
        rows.entry((&memo.coder, *at)).or_default().notes.push(&memo.text);
    }
    let most = rows.values().map(|row| row.codes.len()).max().unwrap_or(0);
    let columns = form.columns.clamp(1, 100).max(most);

    let mut sheets = Vec::new();
    let mut listed: Vec<&str> = Vec::new();
    for coder in form.coders {
        if !listed.contains(&coder.as_str()) {
            listed.push(coder);
            let name = book.sheet_name(coder);
            fill(&mut book, form, &name, coder, columns, &rows).map_err(failed)?;
            sheets.push((name, coder.as_str()));
        }
    }
    book.codebook().map_err(failed)?;
    book.how_to().map_err(failed)?;
    let heads = COLUMNS.map(|(column, word)| (column, form.words.get(word)));
    book.manifest(manifest::SHEET, &mut |take| {
        let Head { id, version, .. } = &form.codebook.head;
        let codebook = (id.0.as_str(), version.as_str());
        let (codings, memos) = (shown.as_slice(), noted.as_slice());
        let (heads, sheets, units) = (heads.as_slice(), sheets.as_slice(), form.units);
        let told = manifest::HandedOut { codebook, columns, heads, sheets, units, codings, memos };
        manifest::rows(&told, take)
    })?;
    let cut = form.units.iter().filter(|unit| fitting(&unit.text).1);
    Ok(Written {
        bytes: book.save()?,
        codings_left_out,
        memos_left_out,
        cut: cut.map(|unit| unit.passage.clone()).collect(),
    })
}

/// What stands in a row before anybody codes.
#[derive(Default)]
struct Row<'a> {
    codes: Vec<&'a str>,
    notes: Vec<&'a str>,
}

/// The sheet of a coder.
fn fill(
    book: &mut Book<'_>,
    form: &Form<'_>,
    name: &str,
    coder: &str,
    columns: usize,
    rows: &BTreeMap<(&str, usize), Row<'_>>,
) -> Result<(), XlsxError> {
    let columns = columns as u16;
    let [locked, free, typed] = [book.locked.clone(), book.free.clone(), book.typed.clone()];
    let (memo, last) = (4 + columns, 5 + columns);
    let heads = COLUMNS.map(|(_, word)| form.words.get(word));
    let rule = book.one_of_the_codes()?;
    let sheet = book.sheet(name)?;
    let code_heads: Vec<String> =
        (1..=columns).map(|number| format!("{} {number}", heads[4])).collect();
    let titles = heads[..4].iter().copied().chain(code_heads.iter().map(String::as_str));
    for (column, title) in (0..).zip(titles.chain([heads[5], heads[6]])) {
        let width = match column {
            0 => 16.0,
            1 => 10.0,
            2 => 28.0,
            3 => 80.0,
            _ if column == memo => 40.0,
            _ if column == last => 16.0,
            _ => 26.0,
        };
        head(sheet, column, title, width)?;
    }
    for (at, unit) in form.units.iter().enumerate() {
        let row = u32::try_from(at + 1).unwrap_or(u32::MAX);
        sheet.write_string_with_format(row, 0, &unit.document, &locked)?;
        sheet.write_string_with_format(row, 1, &unit.passage, &locked)?;
        sheet.write_string_with_format(row, 2, fitting(&unit.heading).0, &locked)?;
        sheet.write_string_with_format(row, 3, fitting(&unit.text).0, &locked)?;
        let stands = rows.get(&(coder, at));
        for column in 0..columns {
            let code = stands.and_then(|row| row.codes.get(usize::from(column)));
            match code {
                Some(id) => {
                    let text = label_of(form.codebook, id, form.lang);
                    sheet.write_string_with_format(row, 4 + column, text, &typed)?
                }
                None => sheet.write_blank(row, 4 + column, &typed)?,
            };
        }
        let note = stands.map(|row| joined(row.notes.iter().copied())).unwrap_or_default();
        match note.is_empty() {
            true => sheet.write_blank(row, memo, &free)?,
            false => sheet.write_string_with_format(row, memo, fitting(&note).0, &free)?,
        };
        sheet.write_string_with_format(row, last, coder, &locked)?;
    }
    let end = u32::try_from(form.units.len()).unwrap_or(u32::MAX).max(1);
    sheet.add_data_validation(1, 4, end, memo - 1, &rule)?;
    // No more: frozen columns that are wider than a screen cannot be scrolled away.
    sheet.set_freeze_panes(1, 2)?;
    sheet.autofilter(0, 0, end, last)?;
    protect(sheet);
    Ok(())
}

/// A head of a column in the first row, and the width of the column in letters.
///
/// # Errors
/// Where the title or the column is beyond what a sheet can hold.
pub fn head(sheet: &mut Worksheet, column: u16, title: &str, width: f64) -> Result<(), XlsxError> {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0xE7_EC_F2))
        .set_border_bottom(FormatBorder::Thin);
    sheet.write_string_with_format(0, column, title, &format)?;
    sheet.set_column_width(column, width)?;
    Ok(())
}

/// Locked cells cannot be changed by mistake; widths, filters and sorting stay free. There is no
/// password, since nobody is to be kept out.
pub fn protect(sheet: &mut Worksheet) {
    let mut options = ProtectionOptions::new();
    options.format_columns = true;
    options.format_rows = true;
    options.sort = true;
    options.use_autofilter = true;
    sheet.protect_with_options(&options);
}

/// A rule about which people are asked, in these words, where they break it.
///
/// # Errors
/// Where the words are longer than a message may be: they are cut, so that never.
pub fn asked(rule: DataValidation, words: &str) -> Result<DataValidation, XlsxError> {
    let message: String = words.chars().take(MESSAGE).collect();
    rule.set_error_style(DataValidationErrorStyle::Warning).set_error_message(message)
}

pub(crate) fn failed(error: XlsxError) -> String {
    error.to_string()
}

/// A workbook while it is written, with what coding and review have in common.
pub(crate) struct Book<'a> {
    workbook: Workbook,
    codebook: &'a Codebook,
    lang: Lang,
    words: &'a Words,
    taken: BTreeSet<String>,
    labels: Vec<String>,
    pub(crate) locked: Format,
    pub(crate) free: Format,
    /// Free, and what is typed stays the text that it is.
    pub(crate) typed: Format,
}

/// Gives one row after another.
pub(crate) type Take<'a> = &'a mut dyn FnMut(&[&str]) -> Result<(), String>;

impl<'a> Book<'a> {
    pub(crate) fn new(
        codebook: &'a Codebook,
        lang: Lang,
        words: &'a Words,
    ) -> Result<Book<'a>, String> {
        let mut workbook = Workbook::new();
        let date = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
        let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let labels = codable(codebook).map(|code| label(code, lang)).collect();
        let [list, how] = ["sheet-codebook", "sheet-how"].map(|word| words.get(word));
        let kept = [LIST, manifest::SHEET, list, how];
        Ok(Book {
            workbook,
            codebook,
            lang,
            words,
            taken: kept.iter().map(|name| clean_name(name).to_lowercase()).collect(),
            labels,
            locked: cell.clone().set_background_color(Color::RGB(0xF7_F7_F5)),
            free: cell.clone().set_unlocked(),
            typed: cell.set_unlocked().set_num_format("@"),
        })
    }

    /// A name for a sheet that no other one has.
    pub(crate) fn sheet_name(&mut self, wanted: &str) -> String {
        let clean = clean_name(wanted);
        let mut number = 1;
        loop {
            let behind = if number == 1 { String::new() } else { format!(" {number}") };
            let room = 31 - behind.chars().count();
            let name: String = clean.chars().take(room).collect::<String>() + &behind;
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }

    pub(crate) fn sheet(&mut self, name: &str) -> Result<&mut Worksheet, XlsxError> {
        self.workbook.add_worksheet().set_name(name)
    }

    /// The rule of cells that hold a code. What is not in the list is asked about, not refused:
    /// an id or a name may be typed.
    pub(crate) fn one_of_the_codes(&self) -> Result<DataValidation, XlsxError> {
        let list = format!("={LIST}!$A$1:$A${}", self.labels.len().max(1));
        let rule = DataValidation::new().allow_list_formula(Formula::new(list));
        asked(rule, self.words.get("sheet-not-listed"))
    }

    /// The codebook, and the hidden list that cells choose from.
    pub(crate) fn codebook(&mut self) -> Result<(), XlsxError> {
        let (codebook, lang, words) = (self.codebook, self.lang, self.words);
        let [locked, labels] = [&self.locked.clone(), &Format::new()];
        let name = clean_name(words.get("sheet-codebook"));
        let sheet = self.sheet(&name)?;
        let heads = [
            ("sheet-code", 26.0),
            ("sheet-name", 26.0),
            ("sheet-definition", 60.0),
            ("sheet-include", 60.0),
            ("sheet-exclude", 60.0),
            ("sheet-example", 60.0),
        ];
        for (column, (word, width)) in (0..).zip(heads) {
            head(sheet, column, words.get(word), width)?;
        }
        for (row, code) in (1..).zip(&codebook.codes) {
            let depth = u8::try_from(codebook.depth(code)).unwrap_or(15).min(15);
            sheet.write_string_with_format(row, 0, &code.id.0, &painted(code, locked))?;
            let indented = locked.clone().set_indent(depth);
            let texts = [&code.name, &code.definition, &code.include, &code.exclude, &code.example];
            for (column, text) in (1..).zip(texts) {
                let text = text.get(lang).map_or("", |(_, text)| text);
                let format = if column == 1 { &indented } else { locked };
                sheet.write_string_with_format(row, column, fitting(text).0, format)?;
            }
        }
        sheet.set_freeze_panes(1, 2)?;
        protect(sheet);
        let list = self.labels.clone();
        let sheet = self.sheet(LIST)?;
        for (row, text) in (0..).zip(&list) {
            sheet.write_string_with_format(row, 0, text, labels)?;
        }
        sheet.set_hidden(true);
        Ok(())
    }

    /// How to code, a paragraph a row.
    pub(crate) fn how_to(&mut self) -> Result<(), XlsxError> {
        let (words, guide) = (self.words, self.codebook.head.guide.get(self.lang));
        let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let sheet = self.sheet(&clean_name(words.get("sheet-how")))?;
        sheet.set_column_width(0, 110.0)?;
        let guide = guide.map_or("", |(_, guide)| guide);
        let paragraphs = words.get("sheet-how-to").lines().chain(guide.lines());
        for (row, text) in (0..).zip(paragraphs.filter(|text| !text.trim().is_empty())) {
            sheet.write_string_with_format(row, 0, fitting(text.trim()).0, &cell)?;
        }
        protect(sheet);
        Ok(())
    }

    /// A hidden sheet of texts.
    pub(crate) fn manifest(
        &mut self,
        name: &str,
        rows: &mut dyn FnMut(Take<'_>) -> Result<(), String>,
    ) -> Result<(), String> {
        let sheet = self.sheet(name).map_err(failed)?;
        let mut row = 0;
        rows(&mut |cells: &[&str]| {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, *text).map_err(failed)?;
            }
            row += 1;
            Ok(())
        })?;
        sheet.set_hidden(true);
        Ok(())
    }

    pub(crate) fn save(mut self) -> Result<Vec<u8>, String> {
        self.workbook.save_to_buffer().map_err(failed)
    }
}

/// A cell in the colour of a code, with letters that can be read on it.
fn painted(code: &Code, cell: &Format) -> Format {
    let number = code
        .colour
        .as_ref()
        .and_then(|colour| u32::from_str_radix(colour.as_str().trim_start_matches('#'), 16).ok());
    let Some(number) = number else { return cell.clone() };
    let [_, red, green, blue] = number.to_be_bytes().map(u32::from);
    // Relative luminance as ITU-R BT.601 weighs colours.
    let is_dark = 299 * red + 587 * green + 114 * blue < 140_000;
    let letters = if is_dark { 0xFF_FF_FF } else { 0 };
    cell.clone().set_background_color(Color::RGB(number)).set_font_color(Color::RGB(letters))
}

/// A name of a sheet has at most 31 characters, none of `[]:*?/\`, and no apostrophe at its ends.
pub(crate) fn clean_name(name: &str) -> String {
    let clean = |letter: char| {
        if "[]:*?/\\'".contains(letter) || letter.is_control() { '_' } else { letter }
    };
    let name: String = name.trim().chars().map(clean).take(31).collect();
    if name.is_empty() { "_".to_owned() } else { name }
}
