//! A supervisor's review: codings out as a workbook, decisions and memos back in.
//!
//! Each coding has a row: its number, document, passage, words, code, coder, memo, and cells for the
//! supervisor: whether they agree, another code from the list of the codebook, a comment. A hidden
//! sheet holds what was written, so that rows may be sorted, filtered and deleted.

use std::collections::BTreeMap;

use daryn_model::{Diagnostic, Lang, Severity};
use daryn_stats::sheets::Typed;
use rust_xlsxwriter::{DataValidation, XlsxError};

use crate::codebook::Codebook;
use crate::hand::HandCoding;
use crate::naming::{Naming, label_of, plain};
use crate::sheet::{
    self, Book, HEAD_WITHIN, Heads, Opened, Stated, Told, asked, failed, fitting, head, is_shown,
    pieces, protect,
};

/// What is written into a workbook for a supervisor.
#[derive(Debug, Clone, Copy)]
pub struct Form<'a> {
    /// Codings to be looked at, in order.
    pub codings: &'a [HandCoding],
    /// Who looks at them.
    pub supervisor: &'a str,
    /// The codebook.
    pub codebook: &'a Codebook,
    /// In which language codes and definitions are shown.
    pub lang: Lang,
    /// What is written on it beside.
    pub words: &'a Words,
}

/// What a supervisor thinks of a coding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// They agree.
    Agree,
    /// They do not agree, and name no other code.
    Disagree,
    /// Another code would be right; its id.
    Other(String),
}

/// What a supervisor said of a coding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The coding as it was when the workbook was written.
    pub coding: HandCoding,
    /// Who decided.
    pub by: String,
    /// What was decided; nothing where there is a comment alone, or where the row contradicts
    /// itself.
    pub verdict: Option<Verdict>,
    /// The comment; empty where there is none.
    pub comment: String,
}

/// A review that came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// Id and version of the codebook with which it was written.
    pub codebook: (String, String),
    /// Rows on which something was said, in order of the codings.
    pub decisions: Vec<Decision>,
    /// How many codings were written.
    pub written: usize,
    /// Codings on which nothing was said.
    pub open: Vec<HandCoding>,
}

/// Names of the words of a review in the catalogue, beside those of a [coding form](sheet::Words).
const WORDS: [&str; 10] = [
    "review-number",
    "review-agree",
    "review-other-code",
    "review-comment",
    "review-yes",
    "review-no",
    "review-sheet",
    "review-not-listed",
    "review-how-to",
    "review-quote",
];

/// What is written on a review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    sheet: sheet::Words,
    own: BTreeMap<&'static str, String>,
}

impl Words {
    /// Takes them out of a catalogue.
    pub fn of(word: impl Fn(&str) -> String) -> Words {
        let own = WORDS.iter().map(|name| (*name, word(name))).collect();
        Words { sheet: sheet::Words::of_review(&word), own }
    }

    /// Names that the catalogue must have.
    pub fn names() -> impl Iterator<Item = &'static str> {
        WORDS.into_iter()
    }

    fn get(&self, name: &'static str) -> &str {
        match self.own.get(name) {
            Some(word) => word,
            None => self.sheet.get(name),
        }
    }
}

/// Columns, by the names that the manifest uses, with their words and widths.
const COLUMNS: [(&str, &str, f64); 10] = [
    ("number", "review-number", 8.0),
    ("document", "sheet-document", 16.0),
    ("passage", "sheet-passage", 10.0),
    ("quote", "review-quote", 70.0),
    ("code", "sheet-code", 28.0),
    ("coder", "sheet-coder", 16.0),
    ("memo", "sheet-memo", 30.0),
    ("agree", "review-agree", 12.0),
    ("other", "review-other-code", 28.0),
    ("comment", "review-comment", 40.0),
];

/// The name of the hidden sheet.
const SHEET: &str = "_review";
/// The version of the form.
const VERSION: &str = "1";

/// Writes a workbook for a supervisor. The same form gives the same bytes.
///
/// # Errors
/// Where the workbook would be larger than a workbook can be.
pub fn write(form: &Form<'_>) -> Result<Vec<u8>, String> {
    let mut book = Book::new(form.codebook, form.lang, &form.words.sheet)?;
    fill(&mut book, form).map_err(failed)?;
    book.codebook().map_err(failed)?;
    book.how_to().map_err(failed)?;
    book.manifest(SHEET, &mut |take| {
        let head = &form.codebook.head;
        take(&["daryn", VERSION])?;
        take(&["codebook", &head.id.0, &head.version])?;
        take(&["supervisor", form.supervisor])?;
        take(&["yes", form.words.get("review-yes")])?;
        take(&["no", form.words.get("review-no")])?;
        for (column, word, _) in COLUMNS {
            take(&["head", column, form.words.get(word)])?;
        }
        for (number, coding) in (1..).zip(form.codings) {
            let HandCoding { document, passage, start, end, quote, code, coder, .. } = coding;
            let places = [number, *start, *end].map(|number| number.to_string());
            let passage = passage.as_deref().unwrap_or_default();
            let known = |text: &Option<String>| text.clone().unwrap_or_default();
            let (time, version) = (known(&coding.time), known(&coding.version));
            let quote = pieces(quote);
            let length = quote.len().to_string();
            let mut cells = vec!["coding", &places[0], document, passage, &places[1], &places[2]];
            cells.extend([code.as_str(), coder, &time, &version, &length]);
            cells.extend(quote);
            cells.extend(pieces(&coding.memo));
            take(&cells)?;
        }
        Ok(())
    })?;
    book.save()
}

fn fill(book: &mut Book<'_>, form: &Form<'_>) -> Result<(), XlsxError> {
    let [locked, free, typed] = [book.locked.clone(), book.free.clone(), book.typed.clone()];
    let codes = book.one_of_the_codes()?;
    let answers = [form.words.get("review-yes"), form.words.get("review-no")];
    let agree = DataValidation::new().allow_list_strings(&answers)?;
    let agree = asked(agree, form.words.get("review-not-listed"))?;
    let name = book.sheet_name(form.words.get("review-sheet"));
    let sheet = book.sheet(&name)?;
    for (column, (_, word, width)) in (0..).zip(COLUMNS) {
        head(sheet, column, form.words.get(word), width)?;
    }
    for (row, coding) in (1..).zip(form.codings) {
        sheet.write_number_with_format(row, 0, f64::from(row), &locked)?;
        let code = label_of(form.codebook, &coding.code, form.lang);
        let passage = coding.passage.as_deref().unwrap_or_default();
        let texts = [&coding.document, passage, &coding.quote, &code, &coding.coder, &coding.memo];
        for (column, text) in (1..).zip(texts) {
            sheet.write_string_with_format(row, column, fitting(text).0, &locked)?;
        }
        sheet.write_blank(row, 7, &typed)?;
        sheet.write_blank(row, 8, &typed)?;
        sheet.write_blank(row, 9, &free)?;
    }
    let end = u32::try_from(form.codings.len()).unwrap_or(u32::MAX).max(1);
    sheet.add_data_validation(1, 7, end, 7, &agree)?;
    sheet.add_data_validation(1, 8, end, 8, &codes)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, end, 9)?;
    protect(sheet);
    Ok(())
}

/// What the hidden sheet says.
#[derive(Default)]
struct Manifest {
    supervisor: String,
    yes: String,
    no: String,
    codings: BTreeMap<usize, HandCoding>,
}

impl Manifest {
    fn row(&mut self, cells: &[&str]) -> Option<()> {
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let text = |at: usize| cell(at).to_owned();
        let known = |at: usize| Some(text(at)).filter(|text| !text.is_empty());
        let number = |at: usize| cell(at).parse::<usize>().ok();
        match cell(0) {
            "supervisor" => self.supervisor = text(1),
            "yes" => self.yes = plain(cell(1)),
            "no" => self.no = plain(cell(1)),
            "coding" => {
                let memo_from = number(10)?.checked_add(11)?;
                let coding = HandCoding {
                    document: text(2),
                    passage: known(3),
                    start: number(4)?,
                    end: number(5)?,
                    quote: cells.get(11..memo_from.min(cells.len())).unwrap_or_default().concat(),
                    code: text(6),
                    coder: text(7),
                    time: known(8),
                    version: known(9),
                    memo: cells.get(memo_from..).unwrap_or_default().concat(),
                };
                self.codings.insert(number(1)?, coding);
            }
            _ => return None,
        }
        Some(())
    }
}

/// Reads a workbook that [`write()`] made and a supervisor worked in.
///
/// What is wrong is told with its sheet and cell, and the rest is kept. None where the bytes are no
/// such workbook; why is among the problems. Told are: `review-no-manifest`, `sheet-other-form`,
/// `sheet-manifest-damaged`, `sheet-other-codebook`, `sheet-other-version`, `review-no-heads`,
/// `review-unknown-row`, `review-row-twice`, `review-unknown-answer`, `review-contradiction`,
/// `review-edited`, `sheet-unknown-code`, `sheet-ambiguous-code`, `sheet-more`. A row that was
/// deleted is a coding on which nothing was said.
pub fn read(
    bytes: &[u8],
    file: &str,
    codebook: &Codebook,
    problems: &mut Vec<Diagnostic>,
) -> Option<Review> {
    let book = Opened::new(bytes, file, (SHEET, "review-no-manifest"), problems)?;
    let mut manifest = Manifest::default();
    let stated = book.manifest(VERSION, problems, &mut |cells| manifest.row(cells))?;
    book.accept(&stated, codebook, problems)?;
    let mut reader = Reader {
        manifest: &manifest,
        stated: &stated,
        naming: Naming::new(codebook),
        told: Told::new(file),
        heads: None,
        found: false,
        said: BTreeMap::new(),
    };
    for (place, name) in book.sheets() {
        name.clone_into(&mut reader.told.sheet);
        reader.heads = None;
        book.rows(place, problems, &mut |row, cells| reader.row(row, cells));
    }
    if !reader.found {
        problems.push(Diagnostic::error("review-no-heads", file, 0));
    }
    let Reader { mut said, told, .. } = reader;
    told.finish(problems);
    let mut review =
        Review { codebook: stated.codebook, written: manifest.codings.len(), ..Review::default() };
    for (number, coding) in manifest.codings {
        match said.remove(&number) {
            Some(Said { verdict, comment, .. }) if verdict.is_some() || !comment.is_empty() => {
                let by = manifest.supervisor.clone();
                review.decisions.push(Decision { coding, by, verdict, comment });
            }
            _ => review.open.push(coding),
        }
    }
    Some(review)
}

struct Said {
    verdict: Option<Verdict>,
    comment: String,
    row: u32,
}

struct Reader<'a> {
    manifest: &'a Manifest,
    stated: &'a Stated,
    naming: Naming<'a>,
    told: Told<'a>,
    heads: Option<Heads>,
    found: bool,
    said: BTreeMap<usize, Said>,
}

impl Reader<'_> {
    fn row(&mut self, row: u32, cells: &[Typed<'_>]) {
        let Some(heads) = &self.heads else {
            if row <= HEAD_WITHIN {
                let needed = ["number", "agree", "other", "comment"];
                self.heads = Heads::find(cells, &self.stated.heads, &needed);
                self.found |= self.heads.is_some();
            }
            return;
        };
        let [number, agree, other] =
            ["number", "agree", "other"].map(|column| heads.text(column, cells).trim());
        let comment = heads.text("comment", cells).replace("\r\n", "\n").trim().to_owned();
        if [agree, other, &comment].iter().all(|text| text.is_empty()) && number.is_empty() {
            return;
        }
        let [number_cell, quote_cell, agree_cell, other_cell] =
            ["number", "quote", "agree", "other"].map(|column| heads.cell(column, row));
        let place = number.trim_end_matches(".0").parse::<usize>().ok();
        let coding = place.and_then(|place| Some((place, self.manifest.codings.get(&place)?)));
        let Some((place, coding)) = coding else {
            let values = [("cell", number_cell.as_str()), ("found", number)];
            self.told.tell(Severity::Error, "review-unknown-row", row, &values);
            return;
        };
        let quote = heads.text("quote", cells);
        let has_quote = !heads.all("quote").is_empty();
        if has_quote && !is_shown(quote, &coding.quote) {
            let values = [("cell", quote_cell.as_str()), ("number", number)];
            self.told.tell(Severity::Warning, "review-edited", row, &values);
        }
        let answer = plain(agree);
        let agrees = match answer.as_str() {
            "" => None,
            answer if answer == self.manifest.yes => Some(true),
            answer if answer == self.manifest.no => Some(false),
            _ => {
                let values = [("cell", agree_cell.as_str()), ("found", agree)];
                self.told.tell(Severity::Error, "review-unknown-answer", row, &values);
                None
            }
        };
        let naming = &self.naming;
        let code = (!other.is_empty())
            .then(|| self.told.code_of(&naming.find(other), &other_cell, other, row))
            .flatten()
            .map(str::to_owned);
        let verdict = match (agrees, code) {
            (Some(true), Some(code)) if code != coding.code => {
                let values = [("cell", other_cell.as_str()), ("code", &code)];
                self.told.tell(Severity::Error, "review-contradiction", row, &values);
                None
            }
            (Some(false), Some(code)) if code == coding.code => {
                let values = [("cell", other_cell.as_str()), ("code", &code)];
                self.told.tell(Severity::Error, "review-contradiction", row, &values);
                None
            }
            (_, Some(code)) if code != coding.code => Some(Verdict::Other(code)),
            (_, Some(_)) | (Some(true), None) => Some(Verdict::Agree),
            (Some(false), None) => Some(Verdict::Disagree),
            (None, None) => None,
        };
        let said = Said { verdict, comment, row };
        self.keep(place, number, said, row);
    }

    /// Keeps a row; of two rows of one coding that say different things neither decides.
    fn keep(&mut self, place: usize, number: &str, said: Said, row: u32) {
        let Some(before) = self.said.get_mut(&place) else {
            self.said.insert(place, said);
            return;
        };
        let first = before.row.to_string();
        let values = [("number", number), ("first", &first)];
        self.told.tell(Severity::Warning, "review-row-twice", row, &values);
        before.verdict = match (before.verdict.take(), said.verdict) {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => one.or(other),
        };
        if !said.comment.is_empty() && before.comment != said.comment {
            if !before.comment.is_empty() {
                before.comment.push('\n');
            }
            before.comment += &said.comment;
        }
    }
}
