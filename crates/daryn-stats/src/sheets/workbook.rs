//! Workbooks of Excel and LibreOffice (Office Open XML, ECMA-376 part 1, chapter 18), with the
//! bytes of each cell in the XML of its sheet.
//!
//! Kept in memory: the shared texts (at most 256 MB, then the file is not read) and the formats of
//! cells. Sheets are gone through row by row, as often as asked.

use std::cell::RefCell;
use std::ops::{ControlFlow, Range};

use quick_xml::events::BytesStart;

use crate::source::Source;

use super::cell_format::CellFormat;
use super::grid::{Area, Cell, Grid, Kind, Line, MOST_COLUMNS, MOST_ROWS, Piece, Visit, place};
use super::package::{Flaw, Package, Xml, attribute, is_on, name, walk};

/// Bytes that shared texts may have.
const MOST_TEXT: usize = 256 << 20;
/// Letters that a cell may have; Excel allows 32,767.
const MOST_CELL: usize = 1 << 20;
/// Most sheets.
const MOST_SHEETS: usize = 4_096;
/// Most merged ranges of a sheet that are told.
const MOST_MERGED: usize = 200_000;

/// A workbook.
pub(crate) struct Workbook {
    package: RefCell<Package>,
    sheets: Vec<Sheet>,
    texts: Texts,
    formats: Vec<(CellFormat, u32)>,
    from_1904: bool,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// What stands on its tab.
    pub(crate) name: String,
    /// The part that holds it.
    pub(crate) part: String,
    /// Whether it is not shown.
    pub(crate) is_hidden: bool,
}

/// Shared texts: what is shown, and the raised mark of a note behind it.
#[derive(Debug, Default)]
struct Texts {
    words: String,
    places: Vec<(Range<u32>, Range<u32>)>,
}

impl Texts {
    fn get(&self, number: usize) -> Option<(&str, &str)> {
        let (text, note) = self.places.get(number)?;
        let slice = |range: &Range<u32>| self.words.get(range.start as usize..range.end as usize);
        Some((slice(text)?, slice(note)?))
    }
}

impl Workbook {
    /// Opens a workbook and reads all but its sheets.
    pub(crate) fn open(source: &Source) -> Result<Workbook, Flaw> {
        let mut package = Package::open(source)?;
        let root = relations(&mut package, "_rels/.rels", "")?;
        let main = root
            .iter()
            .find(|one| one.kind.ends_with("/officeDocument"))
            .map_or_else(|| "xl/workbook.xml".to_owned(), |one| one.target.clone());
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let beside = relations(&mut package, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let (listed, from_1904) = contents(&mut package, &main)?;
        let sheets = listed
            .into_iter()
            .filter_map(|(name, id, is_hidden)| {
                let found = beside.iter().find(|one| one.id == id)?;
                let is_sheet = found.kind.ends_with("/worksheet");
                is_sheet.then(|| Sheet { name, part: found.target.clone(), is_hidden })
            })
            .collect();
        let target = |kind: &str| {
            let found = beside.iter().find(|one| one.kind.ends_with(kind));
            found.map(|one| one.target.clone())
        };
        let texts = match target("/sharedStrings") {
            Some(part) => texts(&mut package, &part)?,
            None => Texts::default(),
        };
        let formats = match target("/styles") {
            Some(part) => formats(&mut package, &part)?,
            None => Vec::new(),
        };
        Ok(Workbook { package: RefCell::new(package), sheets, texts, formats, from_1904 })
    }

    /// Its sheets, in the order of their tabs.
    pub(crate) fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The cells of a sheet.
    pub(crate) fn grid(&self, sheet: usize) -> SheetGrid<'_> {
        SheetGrid { workbook: self, sheet, has_lines: true }
    }
}

/// The cells of a sheet of a workbook.
pub(crate) struct SheetGrid<'a> {
    workbook: &'a Workbook,
    sheet: usize,
    has_lines: bool,
}

impl SheetGrid<'_> {
    /// The same sheet without its lines: merged ranges and hidden columns only, which is faster.
    pub(crate) fn without_lines(&self) -> Self {
        SheetGrid { has_lines: false, ..*self }
    }
}

impl Grid for SheetGrid<'_> {
    fn walk(&self, visit: &mut Visit<'_>) -> Result<(), Flaw> {
        let Some(sheet) = self.workbook.sheets.get(self.sheet) else { return Ok(()) };
        let mut package = self.workbook.package.borrow_mut();
        let Some(part) = package.part(&sheet.part)? else {
            return Err(Flaw::Damaged(sheet.part.clone()));
        };
        let mut walker = Walker::new(self.workbook);
        walker.has_lines = self.has_lines;
        walk(part, &sheet.part, &mut |piece, start, end| {
            Ok(walker.piece(piece, start, end, visit).is_continue())
        })
    }
}

/// Makes lines out of the XML of a sheet.
struct Walker<'a> {
    workbook: &'a Workbook,
    line: Line,
    in_row: bool,
    column: u32,
    row: u32,
    open: Option<Open>,
    /// What stands in the element `v` of the open cell.
    value: String,
    merged: usize,
    has_lines: bool,
}

/// How a cell is stored (ECMA-376 part 1, 18.18.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stored {
    #[default]
    Number,
    Shared,
    Inline,
    /// The text that a formula gives.
    Formula,
    Date,
    Boolean,
    Error,
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Open {
    cell: Cell,
    kind: Stored,
    style: usize,
    inline: Rich,
    in_value: bool,
    is_formula: bool,
}

impl<'a> Walker<'a> {
    fn new(workbook: &'a Workbook) -> Walker<'a> {
        let line = Line::default();
        let value = String::new();
        Walker {
            workbook,
            line,
            in_row: false,
            column: 0,
            row: 0,
            open: None,
            value,
            merged: 0,
            has_lines: true,
        }
    }

    fn piece(&mut self, piece: Xml<'_>, start: u64, end: u64, visit: &mut Visit<'_>) -> Flow {
        match piece {
            Xml::Open(tag, is_closed) => {
                match name(tag) {
                    "row" if self.has_lines => {
                        let stated = attribute(tag, "r").and_then(|row| row.trim().parse().ok());
                        self.row = stated.unwrap_or(self.row + 1).clamp(1, MOST_ROWS);
                        self.column = 0;
                        self.line.begin(self.row, start);
                        self.line.is_hidden = is_on(tag, "hidden");
                        self.in_row = !is_closed;
                    }
                    "c" if self.in_row => {
                        self.open_cell(tag, start, end);
                        if is_closed {
                            self.close_cell(end);
                        }
                    }
                    "mergeCell" if self.merged < MOST_MERGED => {
                        self.merged += 1;
                        if let Some(area) = attribute(tag, "ref").and_then(|at| Area::parse(&at)) {
                            return visit(Piece::Merged(area));
                        }
                    }
                    "col" if is_on(tag, "hidden") => {
                        let number = |name| attribute(tag, name).and_then(|n| n.parse().ok());
                        let (first, last) = (number("min"), number("max"));
                        if let (Some(first), Some(last)) = (first, last) {
                            let last: u32 = last;
                            let all = first..last.min(MOST_COLUMNS).saturating_add(1);
                            return visit(Piece::HiddenColumns(all));
                        }
                    }
                    inner => {
                        if let Some(open) = &mut self.open {
                            match inner {
                                "v" => open.in_value = !is_closed,
                                "f" => open.is_formula = true,
                                _ => open.inline.open(tag, is_closed),
                            }
                        }
                    }
                }
                Flow::Continue(())
            }
            Xml::Close("row") if self.in_row => {
                self.in_row = false;
                self.line.end = end;
                visit(Piece::Line(&self.line))
            }
            Xml::Close("c") => {
                self.close_cell(end);
                Flow::Continue(())
            }
            Xml::Close(inner) => {
                if let Some(open) = &mut self.open {
                    if inner == "v" {
                        open.in_value = false;
                    }
                    open.inline.close(inner);
                }
                Flow::Continue(())
            }
            Xml::Text(text) => {
                if let Some(open) = &mut self.open {
                    if open.in_value && self.value.len() < MOST_CELL {
                        self.value.push_str(text);
                    } else if !open.in_value {
                        open.inline.text(text);
                    }
                }
                Flow::Continue(())
            }
        }
    }

    fn open_cell(&mut self, tag: &BytesStart<'_>, start: u64, end: u64) {
        let mut open = Open { cell: Cell { start, end, ..Cell::default() }, ..Open::default() };
        self.column += 1;
        let mut attributes = tag.attributes();
        attributes.with_checks(false);
        // Names and numbers: no entity stands in them.
        for one in attributes.flatten() {
            match one.key.into_inner() {
                "r" => {
                    if let Some((_, column)) = place(&one.value) {
                        self.column = column;
                    }
                }
                "s" => open.style = one.value.trim().parse().unwrap_or(0),
                "t" => {
                    open.kind = match one.value.as_ref() {
                        "s" => Stored::Shared,
                        "inlineStr" => Stored::Inline,
                        "str" => Stored::Formula,
                        "d" => Stored::Date,
                        "b" => Stored::Boolean,
                        "e" => Stored::Error,
                        _ => Stored::Number,
                    }
                }
                _ => {}
            }
        }
        self.column = self.column.min(MOST_COLUMNS);
        open.cell.column = self.column;
        self.value.clear();
        self.open = Some(open);
    }

    fn close_cell(&mut self, end: u64) {
        let Some(mut open) = self.open.take() else { return };
        let book = self.workbook;
        let (format, indent) = book.formats.get(open.style).copied().unwrap_or_default();
        (open.cell.end, open.cell.indent) = (end, indent);
        let value = self.value.as_str();
        let mut push = |kind, literal: &str, shown: Option<&str>, note: &str| {
            self.line.push(Cell { kind, ..open.cell.clone() }, literal, shown, note);
        };
        match open.kind {
            Stored::Shared => {
                match value.trim().parse().ok().and_then(|number| book.texts.get(number)) {
                    Some((text, note)) => push(Kind::Text, text, None, note),
                    // A number of a text that is not there: shown as an error, never as a number.
                    None => push(Kind::Error, "#REF!", None, ""),
                }
            }
            Stored::Inline => {
                let (text, note) = open.inline.end();
                push(Kind::Text, &text, None, &note);
            }
            _ if value.is_empty() && open.is_formula && open.kind != Stored::Formula => {
                push(Kind::NoValue, "", None, "");
            }
            Stored::Formula => push(Kind::Text, &unescaped(value), None, ""),
            Stored::Date => push(Kind::Date, value, None, ""),
            Stored::Boolean => {
                let shown = if value.trim() == "1" { "TRUE" } else { "FALSE" };
                push(Kind::Boolean, value, Some(shown), "");
            }
            Stored::Error => push(Kind::Error, value, None, ""),
            Stored::Number if value.is_empty() => push(Kind::Blank, "", None, ""),
            Stored::Number => {
                let shown = format.show(value, book.from_1904);
                let is_date = matches!(format, CellFormat::Date(_)) && shown.is_some();
                let kind = if is_date { Kind::Date } else { Kind::Number };
                push(kind, value, shown.as_deref(), "");
            }
        }
    }
}

type Flow = ControlFlow<()>;

/// A text in runs of letters, some of which may be raised.
#[derive(Debug, Default)]
struct Rich {
    runs: Vec<(String, bool)>,
    in_text: bool,
    is_raised: bool,
    in_phonetic: bool,
}

impl Rich {
    fn open(&mut self, tag: &BytesStart<'_>, is_closed: bool) {
        match name(tag) {
            "t" => self.in_text = !is_closed,
            "r" => self.is_raised = false,
            "vertAlign" => self.is_raised = attribute(tag, "val").as_deref() == Some("superscript"),
            "rPh" => self.in_phonetic = !is_closed,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "r" => self.is_raised = false,
            "rPh" => self.in_phonetic = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let long: usize = self.runs.iter().map(|(run, _)| run.len()).sum();
        if !self.in_text || self.in_phonetic || long > MOST_CELL || self.runs.len() > 10_000 {
            return;
        }
        match self.runs.last_mut() {
            Some((run, raised)) if *raised == self.is_raised => run.push_str(text),
            _ => self.runs.push((text.to_owned(), self.is_raised)),
        }
    }

    /// The text and the mark of a note. What is raised behind a unit (km²) is no note.
    fn end(&mut self) -> (String, String) {
        let mut runs = std::mem::take(&mut self.runs);
        let mut note = String::new();
        if runs.len() > 1
            && let Some((last, true)) = runs.last()
            && !is_power(&runs[runs.len() - 2].0, last)
        {
            note = last.trim().to_owned();
            runs.pop();
        }
        let mut text = String::new();
        for (run, raised) in &runs {
            if *raised {
                text.extend(run.chars().map(raised_letter));
            } else {
                text.push_str(run);
            }
        }
        (unescaped(&text), note)
    }
}

/// Whether a raised 2 or 3 stands behind a unit of length.
fn is_power(before: &str, raised: &str) -> bool {
    let letters = before.trim_end_matches(|letter: char| !letter.is_alphabetic());
    if letters.len() != before.len() {
        return false;
    }
    let word = letters.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let units = ["m", "km", "cm", "dm", "м", "км", "см", "дм"];
    matches!(raised.trim(), "2" | "3") && units.contains(&word)
}

fn raised_letter(letter: char) -> char {
    match letter {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' => '⁰',
        '4'..='9' => char::from_u32(0x2070 + letter as u32 - 48).unwrap_or(letter),
        other => other,
    }
}

/// Undoes `_x000D_`: characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
fn unescaped(text: &str) -> String {
    let (mut made, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let hex = code.filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let letter = hex.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        let behind = match letter {
            Some(letter) => {
                made.push_str(&rest[..at]);
                made.push(letter);
                at + 7
            }
            None => {
                made.push_str(&rest[..at + 2]);
                at + 2
            }
        };
        rest = rest.get(behind..).unwrap_or_default();
    }
    made.push_str(rest);
    made
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(package: &mut Package, part: &str, folder: &str) -> Result<Vec<Relation>, Flaw> {
    let mut found = Vec::new();
    let Some(source) = package.part(part.trim_start_matches('/'))? else { return Ok(found) };
    walk(source, part, &mut |piece, _, _| {
        if let Xml::Open(tag, _) = piece
            && name(tag) == "Relationship"
            && found.len() < MOST_SHEETS
        {
            let get = |name| attribute(tag, name).unwrap_or_default();
            let (id, kind) = (get("Id"), get("Type"));
            found.push(Relation { id, kind, target: resolved(folder, &get("Target")) });
        }
        Ok(true)
    })?;
    Ok(found)
}

/// The name of a part that a relation in a folder leads to.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

type Listed = Vec<(String, String, bool)>;

/// Name, relation and visibility of sheets, and whether days are counted from 1904.
fn contents(package: &mut Package, part: &str) -> Result<(Listed, bool), Flaw> {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let Some(source) = package.part(part)? else { return Err(Flaw::Damaged(part.to_owned())) };
    walk(source, part, &mut |piece, _, _| {
        if let Xml::Open(tag, _) = piece {
            match name(tag) {
                "workbookPr" => from_1904 = is_on(tag, "date1904"),
                "sheet" if sheets.len() < MOST_SHEETS => {
                    let is_hidden = attribute(tag, "state").is_some_and(|state| state != "visible");
                    let get = |name| attribute(tag, name).unwrap_or_default();
                    // `id` is also the end of `sheetId`, but that is another name.
                    sheets.push((get("name"), get("id"), is_hidden));
                }
                _ => {}
            }
        }
        Ok(true)
    })?;
    Ok((sheets, from_1904))
}

fn texts(package: &mut Package, part: &str) -> Result<Texts, Flaw> {
    let (mut texts, mut rich) = (Texts::default(), Rich::default());
    let Some(source) = package.part(part)? else { return Ok(texts) };
    walk(source, part, &mut |piece, _, _| {
        match piece {
            Xml::Open(tag, true) if name(tag) == "si" => texts.places.push((0..0, 0..0)),
            Xml::Open(tag, is_closed) => rich.open(tag, is_closed),
            Xml::Text(text) => rich.text(text),
            Xml::Close("si") => {
                let (text, note) = rich.end();
                let start = texts.words.len();
                let cut = start + text.len();
                texts.words.push_str(&text);
                texts.words.push_str(&note);
                let end = texts.words.len();
                if end > MOST_TEXT || texts.places.len() > MOST_TEXT / 16 {
                    return Err(Flaw::TooMuch(MOST_TEXT as u64 >> 20));
                }
                texts.places.push((start as u32..cut as u32, cut as u32..end as u32));
            }
            Xml::Close(name) => rich.close(name),
        }
        Ok(true)
    })?;
    Ok(texts)
}

/// Number format and indent by the number of a style.
fn formats(package: &mut Package, part: &str) -> Result<Vec<(CellFormat, u32)>, Flaw> {
    let mut codes: Vec<(u32, CellFormat)> = Vec::new();
    let (mut found, mut in_cells) = (Vec::new(), false);
    let Some(source) = package.part(part)? else { return Ok(found) };
    walk(source, part, &mut |piece, _, _| {
        match piece {
            Xml::Open(tag, is_closed) => {
                let number =
                    |name| attribute(tag, name).and_then(|number| number.trim().parse().ok());
                match name(tag) {
                    "numFmt" if codes.len() < 10_000 => {
                        let code = attribute(tag, "formatCode").unwrap_or_default();
                        codes.push((number("numFmtId").unwrap_or(0), CellFormat::parse(&code)));
                    }
                    "cellXfs" => in_cells = !is_closed,
                    "xf" if in_cells && found.len() < 100_000 => {
                        let id = number("numFmtId").unwrap_or(0);
                        let own = codes.iter().find(|(own, _)| *own == id);
                        found.push((own.map_or_else(|| CellFormat::built_in(id), |own| own.1), 0));
                    }
                    "alignment" if in_cells => {
                        if let (Some(last), Some(indent)) = (found.last_mut(), number("indent")) {
                            last.1 = indent;
                        }
                    }
                    _ => {}
                }
            }
            Xml::Close("cellXfs") => in_cells = false,
            _ => {}
        }
        Ok(true)
    })?;
    Ok(found)
}
