//! Measures that a program proposes for a study, with what a person decided of each.
//!
//! They stand in a file of their own, apart from the measures of the study. A proposal is known by
//! its document, the digest of its bytes and its place; what was decided stays when proposals are
//! made anew, also where the text has changed since.

use std::path::{Path, PathBuf};

use daryn_measures::extract;
use daryn_measures::measure::Measure;
use daryn_model::Diagnostic;
use daryn_read::{Document, document};
use daryn_report::csv_cell;
use daryn_report::pipeline::head;
use daryn_stats::write::Content;
use daryn_study::{Disk, World};

use super::super::code;
use super::told::{doubts, one_line};
use crate::output::{Output, Stream};
use crate::separated::Separated;
use crate::stop::Stop;
use crate::study;

/// The file below the study folder.
const FILE: &str = "reviews/measures.csv";

/// Columns of the file. A person fills in `decision` and may change those behind it.
pub(super) const COLUMNS: [&str; 25] = [
    "document",
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
    "money",
    "indicator",
    "baseline",
    "target_value",
    "target_unit",
    "target_year",
    "completion",
    "text",
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

/// A proposal: a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proposal {
    cells: Vec<String>,
}

impl Proposal {
    pub(super) fn get(&self, column: &str) -> &str {
        COLUMNS.iter().position(|it| *it == column).map_or("", |at| self.cells[at].as_str())
    }

    pub(super) fn set(&mut self, column: &str, value: &str) {
        if let Some(at) = COLUMNS.iter().position(|it| *it == column) {
            self.cells[at] = one_line(value);
        }
    }

    pub(super) fn decision(&self) -> Decision {
        Decision::of(self.get("decision")).unwrap_or(Decision::Open)
    }

    fn key(&self) -> [&str; 4] {
        ["document", "sha256", "start", "end"].map(|column| self.get(column))
    }

    fn of(name: &str, document: &Document, measure: &Measure) -> Proposal {
        let text = document.text.as_str();
        let when = measure.deadline.as_ref().map(|it| &it.1);
        let result = measure.indicator.as_ref().map(|it| &it.1);
        let target = result.and_then(|it| it.target.as_ref());
        let mut proposal = Proposal { cells: vec![String::new(); COLUMNS.len()] };
        let mut set = |column: &str, value: &str| proposal.set(column, value);
        set("document", name);
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
        let baseline = result.and_then(|it| it.baseline.as_ref());
        set("baseline", baseline.map_or("", |it| &it.number));
        set("target_value", target.map_or("", |it| &it.number));
        set("target_unit", target.and_then(|it| it.unit.as_deref()).unwrap_or(""));
        set(
            "target_year",
            &target.and_then(|it| it.year).map_or(String::new(), |year| year.to_string()),
        );
        set("text", measure.sentence.words(text));
        proposal
    }
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
        let mut rows = Vec::new();
        for text in &texts.files {
            let document = text.read();
            output.problems(Stream::Talk, &document.diagnostics);
            let id = texts.document(text, &head(&document));
            let measures = extract(&document);
            output.problems(Stream::Talk, &doubts(&id, &document, &measures));
            for measure in &measures {
                let proposal = Proposal::of(&id, &document, measure);
                let before = saved.rows.iter().position(|it| it.key() == proposal.key());
                match before.map(|at| saved.rows.remove(at)) {
                    Some(before) if before.decision() != Decision::Open => rows.push(before),
                    _ => rows.push(proposal),
                }
            }
        }
        // What was decided of texts that have changed is not lost.
        rows.extend(saved.rows.into_iter().filter(|it| it.decision() != Decision::Open));
        Ok(Proposals { path: saved.path, rows })
    }

    /// What stands in the file of a study.
    pub(super) fn saved(dir: &Path) -> Result<Proposals, Stop> {
        let path = dir.join(FILE);
        let rows = if path.is_file() { read(&path)?.1 } else { Vec::new() };
        Ok(Proposals { path, rows })
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
            let changed = PARTS.iter().any(|part| own.get(part) != row.get(part));
            for part in PARTS {
                own.set(part, row.get(part));
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
