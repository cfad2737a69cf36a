//! Measures that a program proposes for a study, with what a person decided of each.
//!
//! They stand in a file of their own, apart from the measures of the study. A proposal is known by
//! its document, the digest of its bytes and its place; what was decided stays when proposals are
//! made anew, also where the text has changed since.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use daryn_coding::lists::beside;
use daryn_measures::extract;
use daryn_measures::measure::Measure;
use daryn_model::records::POLARITIES;
use daryn_model::{Date, Diagnostic};
use daryn_read::{Document, document};
use daryn_report::csv_cell;
use daryn_report::pipeline::head;
use daryn_stats::write::Content;
use daryn_study::{Disk, World};
use serde_json::{Value, json};

use super::super::code;
use super::told::{amount_for, doubts, one_line};
use crate::output::{Output, Stream};
use crate::separated::Separated;
use crate::stop::Stop;
use crate::study;

/// The file below the study folder.
pub(super) const FILE: &str = "reviews/measures.csv";

/// Columns of the file. A person fills in `decision`, may change parts, and may write a memo.
/// `measure` is the measure of the study that an accepted proposal has become.
pub(super) const COLUMNS: [&str; 36] = [
    "document",
    "file",
    "sha256",
    "passage",
    "start",
    "end",
    "locator",
    "language",
    "confidence",
    "decision",
    "polarity",
    "actor",
    "action",
    "object",
    "target_group",
    "instrument",
    "deadline",
    "deadline_to",
    "deadline_from",
    "deadline_count",
    "deadline_unit",
    "money",
    "amount",
    "currency",
    "amount_for",
    "amount_place",
    "indicator",
    "baseline",
    "target_value",
    "target_unit",
    "target_year",
    "completion",
    "text",
    "reviewer",
    "memo",
    "measure",
];

/// Columns that a person may change.
pub(super) const PARTS: [&str; 15] = [
    "polarity",
    "actor",
    "action",
    "object",
    "target_group",
    "instrument",
    "deadline",
    "deadline_to",
    "money",
    "indicator",
    "baseline",
    "target_value",
    "target_unit",
    "target_year",
    "completion",
];

/// What the rules read out of the words of a part, beside that part. It is not said of other words.
pub(super) const READ: [(&str, &str); 7] = [
    ("deadline_from", "deadline"),
    ("deadline_count", "deadline"),
    ("deadline_unit", "deadline"),
    ("amount", "money"),
    ("currency", "money"),
    ("amount_for", "money"),
    ("amount_place", "money"),
];

/// What can be decided of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    Open,
    Accept,
    Reject,
    /// Accepted with parts that a person changed.
    Edit,
}

impl Decision {
    pub(super) fn name(self) -> &'static str {
        match self {
            Decision::Open => "",
            Decision::Accept => "accept",
            Decision::Reject => "reject",
            Decision::Edit => "edit",
        }
    }

    /// A word or its first letter.
    pub(super) fn of(word: &str) -> Option<Decision> {
        Some(match word.trim().to_lowercase().as_str() {
            "" => Decision::Open,
            "a" | "accept" => Decision::Accept,
            "r" | "reject" => Decision::Reject,
            "e" | "edit" => Decision::Edit,
            _ => return None,
        })
    }
}

/// Why a part cannot be what a person made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The words do not stand in the passage.
    NotThere,
    /// It is no date, number, year or polarity.
    NoValue,
}

/// A proposal: a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proposal {
    cells: Vec<String>,
}

impl Proposal {
    pub(super) fn empty() -> Proposal {
        Proposal { cells: vec![String::new(); COLUMNS.len()] }
    }

    pub(super) fn get(&self, column: &str) -> &str {
        COLUMNS.iter().position(|it| *it == column).map_or("", |at| self.cells[at].as_str())
    }

    pub(super) fn set(&mut self, column: &str, value: &str) {
        if let Some(at) = COLUMNS.iter().position(|it| *it == column) {
            self.cells[at] = match column {
                "memo" => value.replace("\r\n", "\n").trim().to_owned(),
                _ => one_line(value),
            };
        }
    }

    /// Changes a part. What the rules read out of its words before does not stand beside others.
    pub(super) fn change(&mut self, part: &str, words: &str) {
        if self.get(part) != words {
            for (column, _) in READ.iter().filter(|it| it.1 == part) {
                self.set(column, "");
            }
            self.set(part, words);
        }
    }

    /// Takes what rules read now of a proposal whose parts a person decided.
    fn read_anew(&mut self, now: &Proposal) {
        for column in ["file", "text"] {
            self.set(column, now.get(column));
        }
        for (column, part) in READ {
            let is_as_read = self.get(part) == now.get(part);
            self.set(column, if is_as_read { now.get(column) } else { "" });
        }
    }

    /// What stands in the columns that a person may change.
    pub(super) fn parts(&self) -> [&str; 15] {
        PARTS.map(|part| self.get(part))
    }

    /// A part as it is kept: words as they stand in one of the texts `around`; values as they are.
    /// Nothing is nothing stated.
    pub(super) fn fault(part: &str, words: &str, around: &[String]) -> Result<String, Fault> {
        let is_number = || words.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite);
        let is_value = match part {
            _ if words.is_empty() => true,
            "polarity" => POLARITIES.contains(&words),
            "deadline_to" => words.parse::<Date>().is_ok(),
            "baseline" | "target_value" => is_number(),
            "target_year" => words.len() == 4 && words.parse::<u16>().is_ok(),
            _ => {
                let found = around.iter().find_map(|text| standing(text, words));
                return found.ok_or(Fault::NotThere);
            }
        };
        if is_value { Ok(words.to_owned()) } else { Err(Fault::NoValue) }
    }

    pub(super) fn decision(&self) -> Decision {
        Decision::of(self.get("decision")).unwrap_or(Decision::Open)
    }

    pub(super) fn key(&self) -> [&str; 4] {
        ["document", "sha256", "start", "end"].map(|column| self.get(column))
    }

    /// Whether it is to be a measure of the study.
    pub(super) fn is_accepted(&self) -> bool {
        matches!(self.decision(), Decision::Accept | Decision::Edit)
    }

    fn of((name, file): (&str, &str), document: &Document, measure: &Measure) -> Proposal {
        let text = document.text.as_str();
        let when = measure.deadline.as_ref().map(|it| &it.1);
        let result = measure.indicator.as_ref().map(|it| &it.1);
        let target = result.and_then(|it| it.target.as_ref());
        let mut proposal = Proposal::empty();
        let mut set = |column: &str, value: &str| proposal.set(column, value);
        set("document", name);
        set("file", file);
        set("sha256", &document.sha256);
        set("passage", &document::name(measure.passage));
        set("start", &measure.sentence.first.to_string());
        set("end", &measure.sentence.last.to_string());
        set("locator", &locator(document, measure.passage));
        set("language", measure.language.code());
        set("confidence", &daryn_measures::confidence::of(measure.rule).to_string());
        set("polarity", measure.polarity.name());
        for (column, part) in measure.parts() {
            if let Some(part) = part.filter(|_| COLUMNS.contains(&column)) {
                set(column, part.words(text));
            }
        }
        set(
            "deadline_to",
            &when.and_then(|it| it.to).map_or(String::new(), |date| date.to_string()),
        );
        let from = when.and_then(|it| it.from).map(|it| it.to_string());
        let count = when.and_then(|it| it.count).map(|it| it.to_string());
        let unit = when.and_then(|it| it.unit).map(|it| json!(it));
        set("deadline_from", from.as_deref().unwrap_or(""));
        set("deadline_count", count.as_deref().unwrap_or(""));
        set("deadline_unit", unit.as_ref().and_then(Value::as_str).unwrap_or(""));
        let sum = measure.money.as_ref().map(|it| &it.1);
        set("amount", sum.and_then(|it| it.amount.as_deref()).unwrap_or(""));
        set("currency", sum.and_then(|it| it.currency).unwrap_or(""));
        set("amount_for", sum.and_then(amount_for).unwrap_or(""));
        let place = measure.money.as_ref().filter(|it| it.1.is_shared).map(|it| it.0);
        let place = place.map(|it| format!("{}-{}", it.first, it.last));
        set("amount_place", place.as_deref().unwrap_or(""));
        let baseline = result.and_then(|it| it.baseline.as_ref());
        set("baseline", baseline.map_or("", |it| &it.number));
        set("target_value", target.map_or("", |it| &it.number));
        set("target_unit", target.and_then(|it| it.unit.as_deref()).unwrap_or(""));
        set(
            "target_year",
            &target.and_then(|it| it.year).map_or(String::new(), |year| year.to_string()),
        );
        set("text", &measure.shown(text));
        proposal
    }
}

/// Words as they stand in a text, where spaces and case do not matter; none where they do not.
fn standing(text: &str, words: &str) -> Option<String> {
    if text.contains(words) {
        return Some(words.to_owned());
    }
    let lower = |letter: char| letter.to_lowercase().next().unwrap_or(letter);
    let text: Vec<char> = text.chars().collect();
    let words: Vec<char> = one_line(words).chars().map(lower).collect();
    let is_it = |window: &&[char]| window.iter().zip(&words).all(|(own, it)| lower(*own) == *it);
    (!words.is_empty()).then(|| text.windows(words.len()).find(is_it))?.map(String::from_iter)
}

/// Labels of a passage and of those around it, from the outermost: `Глава 2, 7, 3)`.
fn locator(document: &Document, place: usize) -> String {
    let mut labels = Vec::new();
    let mut around = Some(place);
    while let Some(place) = around {
        let passage = &document.passages[place];
        labels.extend(passage.label.clone());
        around = passage.parent;
    }
    labels.reverse();
    match labels.is_empty() {
        true => document::name(place),
        false => labels.join(", "),
    }
}

/// All proposals of a study.
pub(super) struct Proposals {
    path: PathBuf,
    pub(super) rows: Vec<Proposal>,
    /// Where the parts of each may stand, by its key.
    around: BTreeMap<[String; 4], Vec<String>>,
}

impl Proposals {
    /// Makes the proposals of the texts of a study, with what was decided of them before.
    pub(super) fn of_study(dir: &Path, output: &Output) -> Result<Proposals, Stop> {
        let texts = code::texts(dir)?;
        output.problems(Stream::Talk, &texts.problems);
        if study::has_errors(&texts.problems) {
            return Err(Stop::Problems(texts.problems));
        }
        let mut saved = Proposals::saved(dir)?;
        let (mut rows, mut around) = (Vec::new(), BTreeMap::new());
        for text in &texts.files {
            let document = text.read();
            output.problems(Stream::Talk, &document.diagnostics);
            let id = texts.document(text, &head(&document));
            let measures = extract(&document);
            output.problems(Stream::Talk, &doubts(&id, &document, &measures));
            let leads = beside(&document);
            for measure in &measures {
                let proposal = Proposal::of((&id, text.file()), &document, measure);
                let passage = &document.passages[measure.passage];
                let mut texts = vec![one_line(document.words(passage))];
                if let Some(beside) = leads.get(&measure.passage) {
                    texts.push(one_line(&document.text[beside.lead.clone()]));
                }
                let parts = measure.parts().into_iter().filter_map(|(_, part)| part);
                let parts = parts.chain(measure.covers.iter().copied());
                texts.extend(parts.map(|part| one_line(part.words(&document.text))));
                around.insert(proposal.key().map(str::to_owned), texts);
                let before = saved.rows.iter().position(|it| it.key() == proposal.key());
                match before.map(|at| saved.rows.remove(at)) {
                    Some(mut before) if before.decision() != Decision::Open => {
                        before.read_anew(&proposal);
                        rows.push(before);
                    }
                    Some(before) => {
                        let mut proposal = proposal;
                        for column in ["memo", "reviewer", "measure"] {
                            proposal.set(column, before.get(column));
                        }
                        rows.push(proposal);
                    }
                    None => rows.push(proposal),
                }
            }
        }
        // What was said of texts that have changed is not lost.
        let is_said = |it: &Proposal| it.decision() != Decision::Open || !it.get("memo").is_empty();
        rows.extend(saved.rows.into_iter().filter(is_said));
        Ok(Proposals { path: saved.path, rows, around })
    }

    /// Texts in which the words of a proposal may stand: its passage, lead-in and what was proposed
    /// from elsewhere, such as a cell that spans rows. Of a text that is not in the study any more
    /// only the shown words are known, in which such a cell stands before its row.
    pub(super) fn around(&self, proposal: &Proposal) -> Vec<String> {
        let known = self.around.get(&proposal.key().map(str::to_owned));
        known.cloned().unwrap_or_else(|| vec![proposal.get("text").to_owned()])
    }

    /// What stands in the file of a study.
    pub(super) fn saved(dir: &Path) -> Result<Proposals, Stop> {
        let path = dir.join(FILE);
        let rows = if path.is_file() { read(&path)?.1 } else { Vec::new() };
        Ok(Proposals { path, rows, around: BTreeMap::new() })
    }

    /// Names the files of proposals that were kept before files were.
    pub(super) fn name_files(&mut self, texts: &code::Texts) {
        if self.rows.iter().all(|row| !row.get("file").is_empty()) {
            return;
        }
        let files: BTreeMap<String, &str> =
            texts.files.iter().filter_map(|it| Some((it.sha256()?, it.file()))).collect();
        for row in self.rows.iter_mut().filter(|row| row.get("file").is_empty()) {
            if let Some(file) = files.get(row.get("sha256")) {
                row.set("file", file);
            }
        }
    }

    /// Writes them, whole or not at all.
    pub(super) fn save(&self) -> Result<(), Stop> {
        let mut text = format!("{}\n", COLUMNS.join(","));
        for row in &self.rows {
            let cells: Vec<_> = row.cells.iter().map(|cell| csv_cell(cell)).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        Disk.write(&self.path, text.as_bytes())
            .map_err(|error| Stop::write_failed(&self.path, &error))
    }

    /// Takes over what was decided in a table; gives how many rows it decided, and how many are
    /// none of these proposals.
    pub(super) fn take(&mut self, path: &Path) -> Result<(usize, usize), Stop> {
        let (lines, rows) = read(path)?;
        let mut problems = Vec::new();
        for (line, row) in lines.iter().zip(&rows) {
            if Decision::of(row.get("decision")).is_none() {
                let problem =
                    Diagnostic::error("measures-bad-decision", &path.display().to_string(), *line);
                problems.push(problem.with("found", row.get("decision")));
            }
            let own = self.rows.iter().find(|own| own.key() == row.key());
            let Some(own) = own.filter(|_| row.decision() != Decision::Open) else { continue };
            let around = self.around(own);
            for part in PARTS.iter().filter(|part| own.get(part) != row.get(part)) {
                if Proposal::fault(part, row.get(part), &around).is_err() {
                    let file = path.display().to_string();
                    let problem = Diagnostic::error("measures-not-there", &file, *line);
                    problems.push(problem.with("part", part).with("found", row.get(part)));
                }
            }
        }
        if !problems.is_empty() {
            return Err(Stop::Problems(problems));
        }
        let (mut taken, mut unknown) = (0, 0);
        for row in rows.iter().filter(|row| row.decision() != Decision::Open) {
            let Some(own) = self.rows.iter_mut().find(|own| own.key() == row.key()) else {
                unknown += 1;
                continue;
            };
            let changed = own.parts() != row.parts();
            for part in PARTS {
                own.change(part, row.get(part));
            }
            for column in ["memo", "reviewer"] {
                if !row.get(column).is_empty() {
                    own.set(column, row.get(column));
                }
            }
            // An accepted row whose parts were changed is an edited one.
            let decision = match row.decision() {
                Decision::Accept if changed => Decision::Edit,
                decision => decision,
            };
            own.set("decision", decision.name());
            taken += 1;
        }
        Ok((taken, unknown))
    }

    /// Cells for a table of columns of text.
    pub(super) fn columns() -> Vec<(&'static str, Content)> {
        COLUMNS.iter().map(|name| (*name, Content::Text)).collect()
    }
}

/// Rows of a file with their lines.
fn read(path: &Path) -> Result<(Vec<u32>, Vec<Proposal>), Stop> {
    let table = match Separated::read(path) {
        Ok(table) => table,
        // A study may have no proposals.
        Err(Stop::Problems(problems)) if problems.iter().all(|it| it.code == "table-empty") => {
            return Ok((Vec::new(), Vec::new()));
        }
        Err(stop) => return Err(stop),
    };
    let missing = ["document", "sha256", "start", "end", "decision"]
        .into_iter()
        .find(|it| table.column(it).is_none());
    if let Some(missing) = missing {
        let problem =
            Diagnostic::error("measures-no-column", &table.file, 1).with("field", missing);
        return Err(Stop::Problems(vec![problem]));
    }
    let places: Vec<Option<usize>> = COLUMNS.iter().map(|name| table.column(name)).collect();
    let row = |cells: &Vec<String>| Proposal {
        cells: places.iter().map(|at| at.map_or(String::new(), |at| cells[at].clone())).collect(),
    };
    Ok((
        table.rows.iter().map(|it| it.0).collect(),
        table.rows.iter().map(|it| row(&it.1)).collect(),
    ))
}
