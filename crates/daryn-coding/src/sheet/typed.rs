//! What people typed into a workbook: rows, columns by their heads, problems by sheet and cell.

use std::collections::BTreeMap;

use daryn_model::{Diagnostic, Severity};
use daryn_stats::Source;
use daryn_stats::sheets::{Book, Typed, name_of_cell};

use crate::beginning;
use crate::codebook::Codebook;
use crate::naming::{Named, plain};

/// Rows among which the heads of columns are looked for: people put titles above them.
pub const HEAD_WITHIN: u32 = 50;
/// Problems of one kind that are told one by one for a sheet.
const MOST_TOLD: usize = 20;
/// Letters of a value that are told.
const MOST_LETTERS: usize = 80;
/// Bytes of words that a sheet may have; those of 10,000 passages of a law have about 10 MB.
const MOST_WORDS: usize = 256 << 20;

/// What the hidden sheet of every form says.
#[derive(Debug, Default)]
pub struct Stated {
    /// Whether the version of the form is known.
    is_known: bool,
    /// Id and version of the codebook.
    pub codebook: (String, String),
    /// What stands above each column.
    pub heads: BTreeMap<String, String>,
    /// Rows that could not be read.
    pub damaged: usize,
}

/// A workbook with its hidden sheet.
pub struct Opened<'a> {
    book: Book,
    file: &'a str,
    hidden: usize,
}

impl<'a> Opened<'a> {
    /// Opens a workbook, within limits. `manifest` is the name of its hidden sheet, `without` is
    /// told where there is none.
    pub fn new(
        bytes: &[u8],
        file: &'a str,
        (manifest, without): (&str, &str),
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Opened<'a>> {
        let book = match Book::open(&Source::bytes(file, bytes)) {
            Ok(book) => book,
            Err(problem) => {
                problems.push(own(*problem));
                return None;
            }
        };
        let Some(hidden) = book.sheets().position(|name| name.eq_ignore_ascii_case(manifest))
        else {
            problems.push(Diagnostic::error(without, file, 0));
            return None;
        };
        Some(Opened { book, file, hidden })
    }

    /// Goes through the hidden sheet, written in this version of the form. `take` gets the cells of
    /// each row that tells something of its own, from the first column on, empty ones among them;
    /// what it does not understand is damaged.
    pub fn manifest(
        &self,
        version: &str,
        problems: &mut Vec<Diagnostic>,
        take: &mut dyn FnMut(&[&str]) -> Option<()>,
    ) -> Option<Stated> {
        let mut stated = Stated::default();
        rows(&self.book, self.hidden, problems, &mut |_, cells| {
            let cells = aligned(cells);
            let text =
                |at: usize| cells.get(at).map_or_else(String::new, |text| (*text).to_owned());
            match text(0).as_str() {
                "" => {}
                "daryn" => stated.is_known = text(1) == version,
                "codebook" => stated.codebook = (text(1), text(2)),
                "head" => drop(stated.heads.insert(text(1), text(2))),
                _ => stated.damaged += usize::from(take(&cells).is_none()),
            }
        })?;
        Some(stated)
    }

    /// Goes on with a form that is known: rows that could not be read are told, and another
    /// codebook. None where the form is another one, which is told.
    pub(crate) fn accept(
        &self,
        stated: &Stated,
        codebook: &Codebook,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<()> {
        self.known(stated, problems)?;
        tell_codebook(&stated.codebook, codebook, self.file, problems);
        Some(())
    }

    /// Goes on with a form that is known, whatever its codebook: rows that could not be read are
    /// told. None where the form is another one, which is told.
    pub fn known(&self, stated: &Stated, problems: &mut Vec<Diagnostic>) -> Option<()> {
        if !stated.is_known {
            problems.push(Diagnostic::error("sheet-other-form", self.file, 0));
            return None;
        }
        if stated.damaged > 0 {
            let told = Diagnostic::error("sheet-manifest-damaged", self.file, 0);
            problems.push(told.with("n", stated.damaged));
        }
        Some(())
    }

    /// Places and names of the sheets that people see.
    pub fn sheets(&self) -> impl Iterator<Item = (usize, &str)> {
        self.book.sheets().enumerate().filter(|(place, _)| *place != self.hidden)
    }

    /// Goes through the rows of a sheet; what is wrong with the sheet is told.
    pub fn rows(
        &self,
        sheet: usize,
        problems: &mut Vec<Diagnostic>,
        take: &mut dyn FnMut(u32, &[Typed<'_>]),
    ) {
        rows(&self.book, sheet, problems, take);
    }
}

/// A problem of the reader of workbooks, in words of coding.
fn own(problem: Diagnostic) -> Diagnostic {
    let code = match problem.code.as_str() {
        "stats-sheet-too-much" => "sheet-too-much",
        "stats-sheet-locked" => "sheet-locked",
        "stats-sheet-too-deep" => "sheet-too-deep",
        _ => "sheet-damaged",
    };
    Diagnostic { code: code.to_owned(), ..problem }
}

/// Goes through the rows of a sheet; `None` where it is damaged.
fn rows(
    book: &Book,
    sheet: usize,
    problems: &mut Vec<Diagnostic>,
    take: &mut dyn FnMut(u32, &[Typed<'_>]),
) -> Option<()> {
    let mut left = MOST_WORDS;
    let mut within = |row: u32, cells: &[Typed<'_>]| {
        let words: usize = cells.iter().map(|cell| cell.text.len()).sum();
        left = left.saturating_sub(words);
        if left > 0 {
            take(row, cells);
        }
    };
    match book.rows(sheet, &mut within) {
        Ok(()) if left == 0 => {
            let told = Diagnostic::error("sheet-too-much", book.file(), 0);
            problems.push(told.with("limit", MOST_WORDS >> 20));
            None
        }
        Ok(()) => Some(()),
        Err(problem) => {
            problems.push(own(*problem));
            None
        }
    }
}

/// Cells from the first column on, empty ones among them.
fn aligned<'a>(cells: &[Typed<'a>]) -> Vec<&'a str> {
    let mut texts = Vec::with_capacity(cells.len());
    for cell in cells {
        let place = (cell.column as usize).saturating_sub(1);
        if place >= texts.len() {
            texts.resize(place + 1, "");
        }
        texts[place] = cell.text;
    }
    texts
}

fn tell_codebook(
    written: &(String, String),
    codebook: &Codebook,
    file: &str,
    problems: &mut Vec<Diagnostic>,
) {
    let (id, version) = written;
    let head = &codebook.head;
    if *id != head.id.0 {
        let told = Diagnostic::error("sheet-other-codebook", file, 0);
        problems.push(told.with("found", id).with("expected", &head.id));
    } else if *version != head.version {
        let told = Diagnostic::warning("sheet-other-version", file, 0);
        problems.push(told.with("found", version).with("expected", &head.version));
    }
}

/// Where each column of a form stands.
#[derive(Debug, Default)]
pub struct Heads(BTreeMap<String, Vec<u32>>);

impl Heads {
    /// Columns by what stands above them; a column may have a number behind its words. None where
    /// one of `needed` is not there.
    #[must_use]
    pub fn find(
        cells: &[Typed<'_>],
        words: &BTreeMap<String, String>,
        needed: &[&str],
    ) -> Option<Heads> {
        let mut found: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for cell in cells {
            let text = plain(cell.text);
            let bare = text.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end();
            let is = |word: &str, text: &str| plain(word) == text;
            let exact = words.iter().find(|(_, word)| is(word, &text));
            let numbered = || words.iter().find(|(_, word)| is(word, bare));
            if let Some((column, _)) = exact.or_else(numbered) {
                found.entry(column.clone()).or_default().push(cell.column);
            }
        }
        needed.iter().all(|column| found.contains_key(*column)).then_some(Heads(found))
    }

    /// Numbers of the columns of a kind, from 1.
    #[must_use]
    pub fn all(&self, column: &str) -> &[u32] {
        self.0.get(column).map_or(&[], Vec::as_slice)
    }

    /// Whether a column is one of the form.
    pub(crate) fn has(&self, column: u32) -> bool {
        self.0.values().any(|columns| columns.contains(&column))
    }

    /// What stands in the first column of a kind.
    #[must_use]
    pub fn text<'a>(&self, column: &str, cells: &[Typed<'a>]) -> &'a str {
        let place = self.all(column).first();
        let found = cells.iter().find(|cell| Some(&cell.column) == place);
        found.map_or("", |cell| cell.text)
    }

    /// The name of the cell in the first column of a kind.
    #[must_use]
    pub fn cell(&self, column: &str, row: u32) -> String {
        name_of_cell(row, self.all(column).first().copied().unwrap_or(1))
    }
}

/// Problems of sheets; of many of one kind only the first are told one by one.
#[derive(Debug)]
pub struct Told<'a> {
    file: &'a str,
    /// The sheet that is being read.
    pub sheet: String,
    problems: Vec<Diagnostic>,
    counts: BTreeMap<(String, String), (usize, Severity)>,
}

impl<'a> Told<'a> {
    /// Problems of a file.
    #[must_use]
    pub fn new(file: &'a str) -> Told<'a> {
        let counts = BTreeMap::new();
        Told { file, sheet: String::new(), problems: Vec::new(), counts }
    }

    /// Tells a problem of a row, with the sheet and these values.
    pub fn tell(&mut self, severity: Severity, code: &str, row: u32, values: &[(&str, &str)]) {
        let key = (self.sheet.clone(), code.to_owned());
        let (count, _) = self.counts.entry(key).or_insert((0, severity));
        *count += 1;
        if *count <= MOST_TOLD {
            let mut problem = match severity {
                Severity::Error => Diagnostic::error(code, self.file, row),
                Severity::Warning => Diagnostic::warning(code, self.file, row),
            };
            problem = problem.with("sheet", &self.sheet);
            for (name, value) in values {
                problem = problem.with(name, beginning(value.chars(), MOST_LETTERS));
            }
            self.problems.push(problem);
        }
    }

    /// The id of the code that words in a cell name; where they name none, or several, it is told.
    pub(crate) fn code_of<'n>(
        &mut self,
        found: &Named<'n>,
        cell: &str,
        words: &str,
        row: u32,
    ) -> Option<&'n str> {
        let (code, name, value) = match found {
            Named::One(code) => return Some(&code.id.0),
            Named::Several(ids) => ("sheet-ambiguous-code", "codes", ids.join(", ")),
            Named::None(nearest) => {
                ("sheet-unknown-code", "nearest", nearest.clone().unwrap_or_default())
            }
        };
        let values = [("cell", cell), ("found", words), (name, value.as_str())];
        self.tell(Severity::Error, code, row, &values);
        None
    }

    /// Adds what was told to the problems, with how many more there are of each kind.
    pub fn finish(self, problems: &mut Vec<Diagnostic>) {
        problems.extend(self.problems);
        for ((sheet, code), (count, severity)) in self.counts {
            if count > MOST_TOLD {
                let more = match severity {
                    Severity::Error => Diagnostic::error("sheet-more", self.file, 0),
                    Severity::Warning => Diagnostic::warning("sheet-more", self.file, 0),
                };
                let n = count - MOST_TOLD;
                problems.push(more.with("sheet", sheet).with("n", n).with("what", code));
            }
        }
    }
}
