//! Counts of features in documents, out of a table of the user.

use std::collections::BTreeMap;
use std::path::Path;

use daryn_count::Vocabulary;
use daryn_estimate::scaling::CountTable;
use daryn_model::Diagnostic;
use daryn_model::record::nearest;

use super::unscalable;
use crate::separated::Separated;
use crate::stop::Stop;

/// Counts with the names of their documents and features.
pub(super) struct Counts {
    /// The file, as the user named it.
    pub(super) file: String,
    pub(super) documents: Vec<String>,
    pub(super) features: Vec<String>,
    pub(super) table: CountTable,
}

impl Counts {
    /// Reads a table: either `document,feature,count` (or `category`), as `daryn count` writes it,
    /// where a pair without a row occurs nowhere; or one row for a document and one column for a
    /// feature, or the other way round.
    pub(super) fn read(path: &Path, features_in_rows: bool) -> Result<Counts, Stop> {
        let separated = Separated::read(path)?;
        let mut problems = Vec::new();
        let grid = match long(&separated) {
            Some(places) => Grid::of_rows(&separated, places, &mut problems),
            None => Grid::of_cells(&separated, features_in_rows, &mut problems),
        };
        if !problems.is_empty() {
            return Err(Stop::Problems(problems));
        }
        let Grid { documents, features, counts } = grid;
        let file = separated.file;
        match CountTable::new(documents.len(), counts) {
            Ok(table) => Ok(Counts { file, documents, features, table }),
            Err(reason) => Err(unscalable(reason, &file, &documents)),
        }
    }

    /// What is told where a document is not in the table.
    pub(super) fn unknown(&self, name: &str) -> Diagnostic {
        let near = nearest(name, self.documents.iter().map(String::as_str)).unwrap_or_default();
        let problem = Diagnostic::error("scale-unknown-document", &self.file, 0);
        problem.with("document", name).with("nearest", near)
    }

    /// The place of a document.
    pub(super) fn document(&self, name: &str) -> Option<usize> {
        self.documents.iter().position(|known| known == name)
    }
}

/// The places of document, feature and count, where the head names them.
fn long(table: &Separated) -> Option<[usize; 3]> {
    let feature = table.column("feature").or_else(|| table.column("category"))?;
    Some([table.column("document")?, feature, table.column("count")?])
}

/// Names and counts, of the first document all features, then of the second.
struct Grid {
    documents: Vec<String>,
    features: Vec<String>,
    counts: Vec<u64>,
}

impl Grid {
    fn of_rows(
        table: &Separated,
        [document, feature, count]: [usize; 3],
        problems: &mut Vec<Diagnostic>,
    ) -> Grid {
        let (mut documents, mut features) = (Vocabulary::default(), Vocabulary::default());
        let mut found: BTreeMap<(u32, u32), (u32, u64)> = BTreeMap::new();
        for (line, cells) in &table.rows {
            let pair = (documents.id(&cells[document]), features.id(&cells[feature]));
            let Some(count) = number_of(table, *line, &cells[count], problems) else { continue };
            if let Some((first, _)) = found.insert(pair, (*line, count)) {
                problems.push(
                    Diagnostic::error("scale-twice", &table.file, *line)
                        .with("document", &cells[document])
                        .with("feature", &cells[feature])
                        .with("first", first),
                );
            }
        }
        let width = features.len();
        let mut counts = vec![0; documents.len() * width];
        for ((document, feature), (_, count)) in found {
            counts[document as usize * width + feature as usize] = count;
        }
        let names = |all: &Vocabulary| {
            (0..all.len() as u32).map(|id| all.token(id).to_owned()).collect::<Vec<_>>()
        };
        Grid { documents: names(&documents), features: names(&features), counts }
    }

    fn of_cells(table: &Separated, features_in_rows: bool, problems: &mut Vec<Diagnostic>) -> Grid {
        let columns: Vec<String> = table.head[1..].to_vec();
        let rows: Vec<String> = table.rows.iter().map(|(_, cells)| cells[0].clone()).collect();
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        for ((line, _), name) in table.rows.iter().zip(&rows) {
            if let Some(first) = seen.insert(name, *line) {
                let problem = Diagnostic::error("scale-name-twice", &table.file, *line);
                problems.push(problem.with("name", name).with("first", first));
            }
        }
        let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
        for name in &columns {
            if seen.insert(name, ()).is_some() {
                let problem = Diagnostic::error("scale-name-twice", &table.file, 1);
                problems.push(problem.with("name", name).with("first", 1));
            }
        }
        let mut cells = Vec::with_capacity(rows.len() * columns.len());
        for (line, row) in &table.rows {
            cells.extend(row[1..].iter().map(|cell| number_of(table, *line, cell, problems)));
        }
        let counts: Vec<u64> = cells.into_iter().map(Option::unwrap_or_default).collect();
        if !features_in_rows {
            return Grid { documents: rows, features: columns, counts };
        }
        let (height, width) = (rows.len(), columns.len());
        let turned = (0..width)
            .flat_map(|column| (0..height).map(move |row| row * width + column))
            .map(|place| counts[place])
            .collect();
        Grid { documents: columns, features: rows, counts: turned }
    }
}

/// A count: a whole number that is not negative, also as `3.0`. An empty cell is none: whether a
/// word was not seen or not looked for is not known.
fn number_of(
    table: &Separated,
    line: u32,
    cell: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<u64> {
    let whole = |number: f64| {
        ((0.0..=9e15).contains(&number) && number.fract() == 0.0).then_some(number as u64)
    };
    let count = cell.parse().ok().or_else(|| cell.parse().ok().and_then(whole));
    if count.is_none() {
        let code = if cell.is_empty() { "scale-no-count" } else { "scale-bad-count" };
        problems.push(Diagnostic::error(code, &table.file, line).with("value", cell));
    }
    count
}
