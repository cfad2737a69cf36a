//! Reads a coding workbook that came back, and tells what was done to it beside coding.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use daryn_model::{Diagnostic, Severity};
use daryn_stats::sheets::{Typed, name_of_cell};

use super::manifest::{Manifest, Reading, SHEET, VERSION};
use super::typed::{HEAD_WITHIN, Heads, Opened, Told};
use super::{Returned, fitting, is_shown, joined};
use crate::codebook::Codebook;
use crate::hand::{HandCoding, HandMemo, Unit};
use crate::naming::{Named, Naming, id_of, plain};

/// Passages that are named where several are missing.
const MOST_NAMED: usize = 5;

/// Reads a workbook that [`write`](super::write()) made and people worked in.
///
/// What is wrong is told with its sheet and cell, and the rest is kept: a row that was deleted, and
/// a sheet that is missing, leave codings as they were; where a passage stands twice the codes of
/// both rows count. None where the bytes are no such workbook; why is among the problems.
///
/// Told are: `sheet-no-manifest`, `sheet-other-form`, `sheet-manifest-damaged`,
/// `sheet-other-codebook`, `sheet-other-version`, `sheet-no-heads`, `sheet-no-column`,
/// `sheet-no-coder`, `sheet-new-coder`, `sheet-coder-twice`, `sheet-coder-missing`,
/// `sheet-row-missing`, `sheet-row-twice`, `sheet-row-without-passage`, `sheet-unknown-passage`,
/// `sheet-unknown-code`, `sheet-ambiguous-code`, `sheet-text-edited`, `sheet-more`.
pub fn read(
    bytes: &[u8],
    file: &str,
    codebook: &Codebook,
    problems: &mut Vec<Diagnostic>,
) -> Option<Returned> {
    read_since(bytes, file, codebook, &|_| None, problems)
}

/// Codings, and notes without a code.
type Work = (Vec<HandCoding>, Vec<HandMemo>);

/// The same of a workbook that came back before: `since` gets it as it was handed out, and gives
/// what it said then, which is its base from there on.
pub fn read_since(
    bytes: &[u8],
    file: &str,
    codebook: &Codebook,
    since: &dyn Fn(&Returned) -> Option<Work>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Returned> {
    let book = Opened::new(bytes, file, (SHEET, "sheet-no-manifest"), problems)?;
    let mut reading = Reading::default();
    let stated = book.manifest(VERSION, problems, &mut |cells| reading.row(cells))?;
    let mut manifest = reading.finish(stated);
    if let Some((base, memos)) = since(&manifest.returned) {
        (manifest.returned.base, manifest.returned.base_memos) = (base, memos);
    }
    book.accept(&manifest.stated, codebook, problems)?;
    let mut reader = Reader::new(&manifest, codebook, file);
    for (place, name) in book.sheets() {
        reader.begin(name);
        book.rows(place, problems, &mut |row, cells| reader.row(row, cells));
        reader.end();
    }
    let mut returned = reader.finish(problems);
    let Returned { workbook, codebook, units, digests, base, base_memos, .. } = manifest.returned;
    returned.workbook = workbook;
    (returned.codebook, returned.units, returned.digests) = (codebook, units, digests);
    (returned.base, returned.base_memos) = (base, base_memos);
    Some(returned)
}

/// What was seen of a passage on the sheets of a coder.
#[derive(Debug, Default)]
struct Seen {
    codes: Vec<String>,
    notes: Vec<String>,
    has_memo: bool,
    /// Columns of codes were missing, or a cell was not understood: what stood there before may
    /// have been in them.
    is_partial: bool,
    sheet: usize,
    row: u32,
}

struct Reader<'a> {
    manifest: &'a Manifest,
    codebook: &'a Codebook,
    naming: Naming<'a>,
    /// What words in cells were found to be, so that each is looked up once.
    known: HashMap<String, Named<'a>>,
    units: HashMap<(&'a str, &'a str), usize>,
    /// Places of codings and notes of the base, by coder and passage.
    base: BTreeMap<(&'a str, usize), Vec<&'a HandCoding>>,
    base_memos: BTreeMap<(&'a str, usize), Vec<&'a HandMemo>>,
    coders: Vec<String>,
    seen: BTreeMap<(usize, usize), Seen>,
    /// Pairs of sheets that share a coder, each told once.
    twice: BTreeSet<(usize, usize, usize)>,
    told: Told<'a>,
    names: Vec<String>,
    heads: Option<Heads>,
    is_partial: bool,
    /// Words in columns that are none of the form: how many cells, and the first.
    own: Option<(usize, String)>,
    /// Rows that wait for the coder of their sheet to be known, and rows whose coder stands there.
    waiting: Vec<(u32, Row)>,
    of_sheet: BTreeSet<String>,
}

/// A row as it was typed.
struct Row {
    unit: usize,
    codes: Vec<(String, String)>,
    memo: Option<String>,
    coder: String,
}

impl<'a> Reader<'a> {
    fn new(manifest: &'a Manifest, codebook: &'a Codebook, file: &'a str) -> Reader<'a> {
        let returned = &manifest.returned;
        let units = returned.units.iter().enumerate();
        let units: HashMap<_, _> = units
            .map(|(place, unit)| ((unit.document.as_str(), unit.passage.as_str()), place))
            .collect();
        let at = |document: &str, passage: &Option<String>| {
            units.get(&(document, passage.as_deref().unwrap_or_default())).copied()
        };
        let mut base: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for coding in &returned.base {
            if let Some(place) = at(&coding.document, &coding.passage) {
                base.entry((coding.coder.as_str(), place)).or_default().push(coding);
            }
        }
        let mut base_memos: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for memo in &returned.base_memos {
            if let Some(place) = at(&memo.document, &memo.passage) {
                base_memos.entry((memo.coder.as_str(), place)).or_default().push(memo);
            }
        }
        let mut coders: Vec<String> = Vec::new();
        for coder in manifest.sheets.values() {
            if !coders.contains(coder) {
                coders.push(coder.clone());
            }
        }
        Reader {
            manifest,
            codebook,
            naming: Naming::new(codebook),
            known: HashMap::new(),
            units,
            base,
            base_memos,
            coders,
            seen: BTreeMap::new(),
            twice: BTreeSet::new(),
            told: Told::new(file),
            names: Vec::new(),
            heads: None,
            is_partial: false,
            own: None,
            waiting: Vec::new(),
            of_sheet: BTreeSet::new(),
        }
    }

    fn begin(&mut self, name: &str) {
        name.clone_into(&mut self.told.sheet);
        self.names.push(name.to_owned());
        (self.heads, self.is_partial, self.own) = (None, false, None);
        self.of_sheet.clear();
    }

    fn row(&mut self, row: u32, cells: &[Typed<'_>]) {
        let Some(heads) = &self.heads else {
            if row <= HEAD_WITHIN {
                let needed = ["document", "passage", "code"];
                self.heads = Heads::find(cells, &self.manifest.stated.heads, &needed);
                if let Some(heads) = &self.heads {
                    for column in ["text", "memo", "coder"] {
                        if heads.all(column).is_empty() {
                            let word = self.manifest.stated.heads.get(column);
                            let word = word.map_or(column, String::as_str);
                            let values = [("column", word)];
                            self.told.tell(Severity::Warning, "sheet-no-column", row, &values);
                        }
                    }
                    let found = heads.all("code").len();
                    self.is_partial = found < self.manifest.columns;
                    if self.is_partial {
                        let word =
                            self.manifest.stated.heads.get("code").map_or("code", String::as_str);
                        let missing = format!("{word} 1–{}", self.manifest.columns);
                        let values = [("column", missing.as_str())];
                        self.told.tell(Severity::Warning, "sheet-no-column", row, &values);
                    }
                }
            }
            return;
        };
        let codes = cells.iter().filter(|cell| heads.all("code").contains(&cell.column));
        let codes: Vec<(String, String)> = codes
            .filter(|cell| !cell.text.trim().is_empty())
            .map(|cell| (name_of_cell(row, cell.column), cell.text.to_owned()))
            .collect();
        let mut has_memo = !heads.all("memo").is_empty();
        let mut memos = Vec::new();
        for cell in cells.iter().filter(|cell| heads.all("memo").contains(&cell.column)) {
            if is_error(cell.text) {
                // A formula that failed: what the memo was before stays.
                has_memo = false;
                let values = [("cell", &*name_of_cell(row, cell.column)), ("found", cell.text)];
                self.told.tell(Severity::Warning, "sheet-memo-error", row, &values);
            } else {
                memos.push(cell.text.replace("\r\n", "\n"));
            }
        }
        let memo = memos.join("\n").trim_end_matches('\n').to_owned();
        for cell in cells.iter().filter(|cell| !heads.has(cell.column)) {
            if !cell.text.trim().is_empty() {
                let first = || name_of_cell(row, cell.column);
                self.own.get_or_insert_with(|| (0, first())).0 += 1;
            }
        }
        let document = heads.text("document", cells).trim();
        let passage = heads.text("passage", cells).trim();
        let text = heads.text("text", cells);
        if passage.is_empty() {
            if let Some((cell, typed)) = codes.first() {
                let values = [("cell", cell.as_str()), ("found", typed)];
                self.told.tell(Severity::Error, "sheet-row-without-passage", row, &values);
            } else if !memo.trim().is_empty() {
                let cell = heads.cell("memo", row);
                let values = [("cell", cell.as_str()), ("found", &memo)];
                self.told.tell(Severity::Error, "sheet-row-without-passage", row, &values);
            }
            return;
        }
        let Some(unit) = self.units.get(&(document, passage)).copied() else {
            let cell = heads.cell("passage", row);
            let values = [("cell", cell.as_str()), ("document", document), ("passage", passage)];
            self.told.tell(Severity::Error, "sheet-unknown-passage", row, &values);
            return;
        };
        let own = &self.manifest.returned.units[unit];
        if !heads.all("text").is_empty() && !is_shown(text, &own.text) {
            let cell = heads.cell("text", row);
            let values = [("cell", cell.as_str()), ("document", document), ("passage", passage)];
            self.told.tell(Severity::Warning, "sheet-text-edited", row, &values);
        }
        let coder = heads.text("coder", cells).trim().to_owned();
        if !coder.is_empty() {
            self.of_sheet.insert(coder.clone());
        }
        self.waiting.push((row, Row { unit, codes, memo: has_memo.then_some(memo), coder }));
    }

    /// A sheet ends: whose rows are that name no coder is known now.
    fn end(&mut self) {
        let sheet = self.names.len() - 1;
        let name = &self.names[sheet];
        if self.heads.is_none() && self.manifest.sheets.contains_key(name) {
            self.told.tell(Severity::Error, "sheet-no-heads", 0, &[]);
        }
        if let Some((n, first)) = &self.own {
            let values = [("n", &*n.to_string()), ("first", first)];
            self.told.tell(Severity::Warning, "sheet-own-columns", 0, &values);
        }
        let by_name = self.manifest.sheets.get(name).cloned();
        let only = self.of_sheet.iter().next().filter(|_| self.of_sheet.len() == 1).cloned();
        let otherwise = only.or(by_name);
        let mut is_told = false;
        for (row, typed) in std::mem::take(&mut self.waiting) {
            let own = Some(typed.coder.clone()).filter(|coder| !coder.is_empty());
            match own.or_else(|| otherwise.clone()) {
                Some(coder) => self.take(sheet, row, typed, &coder),
                None if !std::mem::replace(&mut is_told, true) => {
                    self.told.tell(Severity::Error, "sheet-no-coder", row, &[]);
                }
                None => {}
            }
        }
    }

    fn take(&mut self, sheet: usize, row: u32, typed: Row, name: &str) {
        let coder = match self.coders.iter().position(|known| known.trim() == name.trim()) {
            Some(coder) => coder,
            None => {
                self.coders.push(name.to_owned());
                self.told.tell(Severity::Warning, "sheet-new-coder", row, &[("coder", name)]);
                self.coders.len() - 1
            }
        };
        let name = self.coders[coder].clone();
        let name = name.as_str();
        let unit = &self.manifest.returned.units[typed.unit];
        let mut codes = Vec::new();
        // What is not understood says nothing of what stood there before.
        let mut is_partial = self.is_partial;
        for (cell, text) in &typed.codes {
            let stood = self.base.get(&(name, typed.unit)).into_iter().flatten();
            let id = id_of(text);
            let stood = stood.map(|coding| &coding.code).find(|code| plain(code) == id);
            let naming = &self.naming;
            let found = self.known.entry(text.clone()).or_insert_with(|| naming.find(text));
            let code = match (&*found, stood) {
                // A code that the codebook does not have any more, and that stood there before.
                (Named::Several(_) | Named::None(_), Some(code)) => code.clone(),
                (found, _) => match self.told.code_of(found, cell, text, row) {
                    Some(code) => code.to_owned(),
                    None => {
                        is_partial = true;
                        continue;
                    }
                },
            };
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        let seen = match self.seen.get_mut(&(coder, typed.unit)) {
            None => {
                let seen = Seen { sheet, row, ..Seen::default() };
                self.seen.entry((coder, typed.unit)).or_insert(seen)
            }
            Some(seen) => {
                let (row_before, first) = (seen.row.to_string(), self.names[seen.sheet].as_str());
                if seen.sheet == sheet {
                    let values = [
                        ("passage", unit.passage.as_str()),
                        ("document", &unit.document),
                        ("first", &row_before),
                    ];
                    self.told.tell(Severity::Warning, "sheet-row-twice", row, &values);
                } else if self.twice.insert((coder, seen.sheet, sheet)) {
                    let values = [("coder", name), ("first", first)];
                    self.told.tell(Severity::Warning, "sheet-coder-twice", row, &values);
                }
                seen
            }
        };
        seen.is_partial |= is_partial;
        for code in codes {
            if !seen.codes.contains(&code) {
                seen.codes.push(code);
            }
        }
        if let Some(memo) = typed.memo {
            seen.has_memo = true;
            if !memo.trim().is_empty() && !seen.notes.contains(&memo) {
                seen.notes.push(memo);
            }
        }
    }

    /// What all sheets say together.
    fn finish(mut self, problems: &mut Vec<Diagnostic>) -> Returned {
        let mut returned = Returned::default();
        let of_forms: BTreeSet<&String> = self.manifest.sheets.values().collect();
        self.told.sheet.clear();
        for (coder, name) in self.coders.iter().enumerate() {
            if !of_forms.contains(name) {
                continue;
            }
            let units = &self.manifest.returned.units;
            let is_missing = |place: &usize| !self.seen.contains_key(&(coder, *place));
            let missing: Vec<usize> = (0..units.len()).filter(is_missing).collect();
            if missing.len() == units.len() && !units.is_empty() {
                self.told.tell(Severity::Warning, "sheet-coder-missing", 0, &[("coder", name)]);
            } else if !missing.is_empty() {
                let mut named: Vec<&str> =
                    missing.iter().map(|at| units[*at].passage.as_str()).collect();
                named.truncate(MOST_NAMED);
                let dots = if missing.len() > MOST_NAMED { ", …" } else { "" };
                let (n, passages) = (missing.len().to_string(), named.join(", ") + dots);
                let values = [("coder", name.as_str()), ("n", &n), ("passages", &passages)];
                self.told.tell(Severity::Warning, "sheet-row-missing", 0, &values);
            }
        }
        let order: HashMap<&str, usize> = (self.codebook.codes.iter().enumerate())
            .map(|(place, code)| (code.id.0.as_str(), place))
            .collect();
        for (place, unit) in self.manifest.returned.units.iter().enumerate() {
            for (coder, name) in self.coders.iter().enumerate() {
                let key = (name.as_str(), place);
                let base = self.base.get(&key).map_or(&[][..], Vec::as_slice);
                let memos = self.base_memos.get(&key).map_or(&[][..], Vec::as_slice);
                match self.seen.get_mut(&(coder, place)) {
                    None => {
                        returned.codings.extend(base.iter().map(|one| (*one).clone()));
                        returned.memos.extend(memos.iter().map(|one| (*one).clone()));
                    }
                    Some(seen) => {
                        let stood = base.iter().filter(|_| seen.is_partial);
                        for coding in stood {
                            if !seen.codes.contains(&coding.code) {
                                seen.codes.push(coding.code.clone());
                            }
                        }
                        seen.codes.sort_by_key(|code| {
                            order.get(code.as_str()).copied().unwrap_or(usize::MAX)
                        });
                        let version = &self.manifest.returned.codebook.1;
                        settle(unit, name, version, seen, base, memos, &mut returned);
                    }
                }
            }
        }
        returned.coders = self.coders;
        self.told.finish(problems);
        returned
    }
}

/// Whether a program shows this where a formula failed (ECMA-376 part 1, 18.18.11 `ST_CellType`;
/// LibreOffice adds errors with numbers).
fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 8] =
        ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"];
    let text = text.trim();
    ERRORS.contains(&text)
        || text.strip_prefix("Err:").is_some_and(|rest| rest.bytes().all(|it| it.is_ascii_digit()))
}

/// Codings and notes of a row: those that stood there keep what belongs to them, and the memo of
/// the row belongs to all of its codings once it was changed.
fn settle(
    unit: &Unit,
    coder: &str,
    version: &str,
    seen: &Seen,
    base: &[&HandCoding],
    memos: &[&HandMemo],
    returned: &mut Returned,
) {
    let of_codings = base.iter().map(|coding| coding.memo.as_str());
    let shown = joined(of_codings.chain(memos.iter().map(|memo| memo.text.as_str())));
    let now = seen.notes.join("\n");
    // People and programs add line ends.
    let is_same = !seen.has_memo || now.trim_end() == fitting(&shown).0.trim_end();
    // Where the coding is gone to which an unchanged memo belonged, it passes on to the others.
    let is_homeless = is_same
        && base
            .iter()
            .any(|coding| !coding.memo.trim().is_empty() && !seen.codes.contains(&coding.code));
    let begin = returned.codings.len();
    for code in &seen.codes {
        let mut stood = base.iter().filter(|coding| coding.code == *code).peekable();
        if stood.peek().is_none() {
            let (code, version) = (code.clone(), Some(version.to_owned()));
            let coder = coder.to_owned();
            returned.codings.push(HandCoding { code, coder, version, ..unit.coding() });
        }
        returned.codings.extend(stood.map(|one| (*one).clone()));
    }
    let codings = &mut returned.codings[begin..];
    let has_codes = !codings.is_empty();
    if is_same && !is_homeless {
        returned.memos.extend(memos.iter().map(|one| (*one).clone()));
        return;
    }
    let now = if is_same { shown } else { now };
    for coding in codings {
        coding.memo.clone_from(&now);
    }
    if !has_codes && !now.trim().is_empty() {
        let time = match memos {
            [memo] if memo.text == now => memo.time.clone(),
            _ => None,
        };
        let coder = coder.to_owned();
        returned.memos.push(HandCoding { coder, time, memo: now, ..unit.coding() }.into());
    }
}
