//! A workbook in which people review measures: one proposal a row, each part in its own column.
//!
//! What a person fills in (decision, parts, memo, reviewer) is free, all else is locked. A hidden
//! sheet holds what was written, so that it is known what a reader changed: rows may be sorted,
//! filtered and moved, columns and sheets added.

use std::collections::BTreeMap;

use daryn_coding::naming::plain;
use daryn_coding::sheet::{
    HEAD_WITHIN, Heads, Opened, Stated, Told, asked, fitting, head, is_shown, pieces, protect,
};
use daryn_model::records::POLARITIES;
use daryn_model::{Diagnostic, Severity};
use daryn_report::Speaker;
use daryn_stats::sheets::Typed;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError,
};

use super::proposals::{COLUMNS, Decision, Fault, PARTS, Proposal, Proposals};

/// The name of the hidden sheet.
const SHEET: &str = "_measures";
/// The version of the form.
const VERSION: &str = "1";

/// Columns that are shown for reading alone: what an amount is for behind the money, all others
/// before those that are filled in.
const LOCKED: [(&str, f64); 8] = [
    ("number", 6.0),
    ("document", 16.0),
    ("file", 20.0),
    ("language", 8.0),
    ("locator", 16.0),
    ("confidence", 10.0),
    ("text", 70.0),
    ("amount_for", 14.0),
];

/// Columns of a proposal that its line in the hidden sheet does not hold in their order: a memo can
/// be longer than a cell, and workbooks that were handed out before know neither file nor measure nor
/// what rules read out of words.
const APART: [&str; 10] = [
    "memo",
    "file",
    "measure",
    "deadline_from",
    "deadline_count",
    "deadline_unit",
    "amount",
    "currency",
    "amount_for",
    "amount_place",
];

const DECISIONS: [Decision; 4] =
    [Decision::Accept, Decision::Edit, Decision::Reject, Decision::Open];

/// The name of a column for people in the catalogue.
fn word_of(column: &str) -> String {
    match column {
        "number" => "review-number".to_owned(),
        _ => format!("measures-head-{}", column.replace('_', "-")),
    }
}

/// Columns of the sheet with their widths, in order.
fn columns() -> Vec<(&'static str, f64)> {
    let parts = PARTS.iter().map(|part| match *part {
        "actor" | "object" | "target_group" | "indicator" => (*part, 32.0),
        "action" | "instrument" | "deadline" | "money" | "completion" => (*part, 22.0),
        _ => (*part, 14.0),
    });
    let (beside, before): (Vec<_>, Vec<_>) = LOCKED.iter().partition(|it| it.0 == "amount_for");
    let parts = parts.flat_map(|part| {
        let beside = beside.iter().copied().filter(move |_| part.0 == "money");
        std::iter::once(part).chain(beside)
    });
    let rest = [("memo", 40.0), ("reviewer", 16.0)];
    before.into_iter().chain([("decision", 14.0)]).chain(parts).chain(rest).collect()
}

/// What an amount is for in words of people.
pub(super) fn amount_word(speaker: &Speaker, amount_for: &str) -> String {
    match amount_for {
        "" => String::new(),
        name => speaker.word(&format!("measures-amount-for-{name}")),
    }
}

fn decision_word(speaker: &Speaker, decision: Decision) -> String {
    let name = if decision == Decision::Open { "open" } else { decision.name() };
    speaker.word(&format!("measures-decision-{name}"))
}

/// Writes proposals with what was decided of them. Where nobody is named, `reviewer` is.
///
/// # Errors
/// Where the workbook would be larger than a workbook can be.
pub(super) fn write(
    proposals: &Proposals,
    reviewer: &str,
    speaker: &Speaker,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let locked = cell.clone().set_background_color(Color::RGB(0xF7_F7_F5));
    let free = cell.clone().set_unlocked().set_num_format("@");
    let columns = columns();
    let shown = |number: usize, row: &Proposal, column: &str| match column {
        "number" => number.to_string(),
        "decision" => decision_word(speaker, row.decision()),
        "amount_for" => amount_word(speaker, row.get(column)),
        "reviewer" if row.get("reviewer").is_empty() => reviewer.to_owned(),
        _ => fitting(row.get(column)).0,
    };

    let sheet = workbook.add_worksheet().set_name(speaker.word("measures-sheet"))?;
    for (place, (column, width)) in (0..).zip(&columns) {
        head(sheet, place, &speaker.word(&word_of(column)), *width)?;
    }
    for (number, row) in (1..).zip(&proposals.rows) {
        let line = u32::try_from(number).unwrap_or(u32::MAX);
        for (place, (column, _)) in (0..).zip(&columns) {
            let is_locked = LOCKED.iter().any(|it| it.0 == *column);
            let format = if is_locked { &locked } else { &free };
            let words = shown(number, row, column);
            match *column {
                "number" => sheet.write_number_with_format(line, place, f64::from(line), format)?,
                _ if words.is_empty() => sheet.write_blank(line, place, format)?,
                _ => sheet.write_string_with_format(line, place, words, format)?,
            };
        }
    }
    let end = u32::try_from(proposals.rows.len()).unwrap_or(u32::MAX).max(1);
    let decisions = DECISIONS.map(|decision| decision_word(speaker, decision));
    let polarities = POLARITIES.map(str::to_owned);
    for (column, list) in [("decision", decisions.clone()), ("polarity", polarities)] {
        let Some(place) = columns.iter().position(|own| own.0 == column) else { continue };
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        let rule = DataValidation::new().allow_list_strings(&list)?;
        let rule = asked(rule, &speaker.word("review-not-listed"))?;
        sheet.add_data_validation(1, place, end, place, &rule)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    let last = u16::try_from(columns.len() - 1).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, end, last)?;
    protect(sheet);

    let sheet = workbook.add_worksheet().set_name(speaker.word("sheet-how"))?;
    sheet.set_column_width(0, 110.0)?;
    for (line, text) in (0..).zip(speaker.word("measures-how-to").lines()) {
        sheet.write_string_with_format(line, 0, text.trim(), &cell)?;
    }
    protect(sheet);

    let sheet = workbook.add_worksheet().set_name(SHEET)?;
    let mut line = 0;
    let mut take = |cells: &[&str]| -> Result<(), XlsxError> {
        for (place, text) in (0..).zip(cells) {
            sheet.write_string(line, place, *text)?;
        }
        line += 1;
        Ok(())
    };
    take(&["daryn", VERSION])?;
    for (decision, word) in DECISIONS.iter().zip(&decisions) {
        take(&["decision", decision.name(), word])?;
    }
    for (column, _) in &columns {
        take(&["head", column, &speaker.word(&word_of(column))])?;
    }
    for (number, row) in (1..).zip(&proposals.rows) {
        let number_told = number.to_string();
        let reviewer = shown(number, row, "reviewer");
        let mut cells = vec!["proposal", number_told.as_str()];
        for column in COLUMNS.iter().filter(|column| !APART.contains(column)) {
            cells.push(if *column == "reviewer" { &reviewer } else { row.get(column) });
        }
        cells.extend(pieces(row.get("memo")));
        take(&cells)?;
        for column in ["file", "amount_for"] {
            take(&[column, number_told.as_str(), &shown(number, row, column)])?;
        }
    }
    sheet.set_hidden(true);
    workbook.save_to_buffer()
}

/// What the hidden sheet says.
#[derive(Default)]
struct Manifest {
    decisions: BTreeMap<String, Decision>,
    rows: BTreeMap<usize, Proposal>,
}

impl Manifest {
    fn row(&mut self, cells: &[&str]) -> Option<()> {
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        match cell(0) {
            "decision" => {
                self.decisions.insert(plain(cell(2)), Decision::of(cell(1))?);
            }
            "proposal" => {
                let mut row = Proposal::empty();
                let columns = COLUMNS.iter().filter(|column| !APART.contains(column));
                let mut next = 2;
                for column in columns {
                    row.set(column, cell(next));
                    next += 1;
                }
                row.set("memo", &cells.get(next..).unwrap_or_default().concat());
                // The words of a changed hidden sheet are no words of an act.
                (!row.get("sha256").is_empty() && row.get("start").parse::<usize>().is_ok())
                    .then_some(())?;
                self.rows.insert(cell(1).parse().ok()?, row);
            }
            column @ ("file" | "amount_for") => {
                self.rows.get_mut(&cell(1).parse().ok()?)?.set(column, cell(2));
            }
            _ => return None,
        }
        Some(())
    }
}

/// What came back of a workbook.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    /// Rows from which something was taken.
    pub(super) taken: usize,
    /// Rows of measures that are no longer proposed.
    pub(super) unknown: usize,
}

/// Takes over what was said in a workbook that [`write`] made. None where the bytes are no such
/// workbook.
///
/// What is wrong is told with its sheet and cell, and the rest is taken. A row whose decision, words
/// or values cannot be understood, that stands twice with different words, or whose measure was
/// decided otherwise in the meantime, is not taken; one that was deleted stays as it was.
pub(super) fn read(
    bytes: &[u8],
    file: &str,
    proposals: &mut Proposals,
    problems: &mut Vec<Diagnostic>,
) -> Option<Taken> {
    let book = Opened::new(bytes, file, (SHEET, "measures-sheet-no-manifest"), problems)?;
    let mut manifest = Manifest::default();
    let stated = book.manifest(VERSION, problems, &mut |cells| manifest.row(cells))?;
    book.known(&stated, problems)?;
    let mut reader = Reader {
        manifest: &manifest,
        stated: &stated,
        proposals,
        told: Told::new(file),
        heads: None,
        found: false,
        seen: BTreeMap::new(),
    };
    for (place, name) in book.sheets() {
        name.clone_into(&mut reader.told.sheet);
        reader.heads = None;
        book.rows(place, problems, &mut |row, cells| reader.row(row, cells));
    }
    if !reader.found {
        problems.push(Diagnostic::error("measures-sheet-no-heads", file, 0));
    }
    let (found, gone) = (reader.found, manifest.rows.len() - reader.seen.len());
    let taken = reader.finish(problems);
    if found && gone > 0 {
        problems.push(Diagnostic::warning("measures-sheet-row-gone", file, 0).with("n", gone));
    }
    Some(taken)
}

/// A row as it was read: what it says, and where.
struct Said {
    row: u32,
    sheet: String,
    /// What stands there now; none where the row cannot be taken.
    now: Option<Proposal>,
    cell: String,
}

struct Reader<'a> {
    manifest: &'a Manifest,
    stated: &'a Stated,
    proposals: &'a mut Proposals,
    told: Told<'a>,
    heads: Option<Heads>,
    found: bool,
    seen: BTreeMap<usize, Said>,
}

impl Reader<'_> {
    fn row(&mut self, row: u32, cells: &[Typed<'_>]) {
        let Some(heads) = &self.heads else {
            if row <= HEAD_WITHIN {
                self.heads = Heads::find(cells, &self.stated.heads, &["number", "decision"]);
                self.found |= self.heads.is_some();
            }
            return;
        };
        if cells.iter().all(|cell| cell.text.trim().is_empty()) {
            return;
        }
        let number = heads.text("number", cells).trim();
        let place = number.trim_end_matches(".0").parse::<usize>().ok();
        let base = place.and_then(|place| Some((place, self.manifest.rows.get(&place)?)));
        let Some((place, base)) = base else {
            let values = [("cell", heads.cell("number", row)), ("found", number.to_owned())];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            self.told.tell(Severity::Error, "measures-sheet-unknown-row", row, &values);
            return;
        };
        for (column, _) in &LOCKED[1..] {
            let is_there = !heads.all(column).is_empty();
            if is_there && !is_shown(heads.text(column, cells), base.get(column)) {
                let cell = heads.cell(column, row);
                let values = [("cell", cell.as_str()), ("number", number)];
                self.told.tell(Severity::Warning, "measures-sheet-edited", row, &values);
            }
        }
        let mut now = base.clone();
        for column in PARTS.iter().chain(&["memo", "reviewer"]) {
            // What stood in a column that was taken away stays.
            if !heads.all(column).is_empty() {
                now.set(column, heads.text(column, cells));
            }
        }
        let decision_cell = heads.cell("decision", row);
        let typed = heads.text("decision", cells).trim();
        let decision = match typed {
            "" => Some(Decision::Open),
            _ => self.manifest.decisions.get(&plain(typed)).copied(),
        };
        let mut is_sound = true;
        match decision {
            Some(decision) => now.set("decision", decision.name()),
            None => {
                is_sound = false;
                let values = [("cell", decision_cell.as_str()), ("found", typed)];
                self.told.tell(Severity::Error, "measures-sheet-bad-decision", row, &values);
            }
        }
        let around = self.proposals.around(base);
        for part in PARTS {
            if now.get(part) == base.get(part) {
                continue;
            }
            let code = match Proposal::fault(part, now.get(part), &around) {
                Ok(words) => {
                    now.set(part, &words);
                    continue;
                }
                Err(Fault::NotThere) => "measures-sheet-not-there",
                Err(Fault::NoValue) => "measures-sheet-bad-value",
            };
            is_sound = false;
            let cell = heads.cell(part, row);
            let values = [("cell", cell.as_str()), ("found", now.get(part)), ("part", part)];
            self.told.tell(Severity::Error, code, row, &values);
        }
        let has_changed = now.parts() != base.parts();
        let (was, is) = (base.decision(), now.decision());
        let told = match is {
            Decision::Edit if was != Decision::Edit && !has_changed => {
                Some("measures-sheet-nothing-changed")
            }
            Decision::Open if has_changed => Some("measures-sheet-undecided"),
            _ => None,
        };
        if let Some(code) = told.filter(|_| is_sound) {
            is_sound = false;
            let values = [("cell", decision_cell.as_str()), ("number", number)];
            self.told.tell(Severity::Warning, code, row, &values);
        }
        // An accepted row whose parts were changed is an edited one.
        if is == Decision::Accept && has_changed {
            now.set("decision", Decision::Edit.name());
        }
        if !is_sound {
            // The memo of a row stays with it, whatever its decision.
            let mut kept = base.clone();
            for column in ["memo", "reviewer"] {
                kept.set(column, now.get(column));
            }
            now = kept;
        }
        self.keep(place, number, now, (row, decision_cell));
    }

    /// Keeps a row; of two rows of one measure that say different things none is taken.
    fn keep(&mut self, place: usize, number: &str, now: Proposal, (row, cell): (u32, String)) {
        if let Some(before) = self.seen.get_mut(&place) {
            let first = before.row.to_string();
            if before.now.as_ref() == Some(&now) {
                let values = [("number", number), ("first", first.as_str())];
                self.told.tell(Severity::Warning, "measures-sheet-row-twice", row, &values);
            } else {
                before.now = None;
                let values = [("number", number), ("first", first.as_str())];
                self.told.tell(Severity::Error, "measures-sheet-rows-differ", row, &values);
            }
            return;
        }
        let sheet = self.told.sheet.clone();
        self.seen.insert(place, Said { row, sheet, now: Some(now), cell });
    }

    fn finish(self, problems: &mut Vec<Diagnostic>) -> Taken {
        let Reader { manifest, proposals, mut told, seen, .. } = self;
        let mut done = Taken::default();
        for (place, said) in seen {
            let (Some(base), Some(now)) = (manifest.rows.get(&place), said.now) else { continue };
            let is_same = |one: &Proposal, other: &Proposal| {
                (one.decision(), one.parts()) == (other.decision(), other.parts())
            };
            if is_same(&now, base)
                && ["memo", "reviewer"].iter().all(|column| now.get(column) == base.get(column))
            {
                continue;
            }
            let Some(own) = proposals.rows.iter_mut().find(|own| own.key() == now.key()) else {
                done.unknown += 1;
                continue;
            };
            let number = place.to_string();
            said.sheet.clone_into(&mut told.sheet);
            let was_decided = own.decision() != Decision::Open;
            if was_decided && !is_same(own, base) && !is_same(own, &now) && !is_same(&now, base) {
                let values = [
                    ("cell", said.cell.as_str()),
                    ("number", number.as_str()),
                    ("found", own.decision().name()),
                ];
                told.tell(Severity::Error, "measures-sheet-conflict", said.row, &values);
                continue;
            }
            if !is_same(&now, base) {
                PARTS.iter().for_each(|part| own.change(part, now.get(part)));
                own.set("decision", now.get("decision"));
            }
            // A note on what somebody else decided does not make it one's own decision.
            let is_other = now.get("reviewer") != base.get("reviewer");
            if !is_same(&now, base) || is_other || own.get("reviewer").is_empty() {
                own.set("reviewer", now.get("reviewer"));
            }
            if now.get("memo") != base.get("memo") {
                if own.get("memo") == base.get("memo") || own.get("memo") == now.get("memo") {
                    own.set("memo", now.get("memo"));
                } else {
                    // Somebody else wrote in the meantime: both stay.
                    let both = format!("{}\n{}", own.get("memo"), now.get("memo"));
                    own.set("memo", &both);
                }
            }
            done.taken += 1;
        }
        told.finish(problems);
        done
    }
}
