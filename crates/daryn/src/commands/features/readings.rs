//! Codes that two people gave to passages of texts, from a table with a row for each passage.

use std::collections::BTreeSet;
use std::path::Path;

use daryn_compare::features::Reading;
use daryn_model::{Diagnostic, Severity, record};
use daryn_read::Document;
use daryn_read::document::name;

use crate::separated::Separated;
use crate::stop::Stop;

/// Columns that are needed; others are for people.
const COLUMNS: [&str; 5] = ["sha256", "start", "end", "reading_1", "reading_2"];

/// In the place of codes: none fits, like an empty cell.
const NONE: &str = "-";

/// What a table says of some documents.
pub(super) struct Readings {
    /// For each document its passages that were read, in order.
    pub(super) of: Vec<Vec<Reading>>,
    /// Rows about other texts.
    pub(super) others: usize,
}

impl Readings {
    /// Without a table.
    pub(super) fn none(documents: usize) -> Readings {
        Readings { of: vec![Vec::new(); documents], others: 0 }
    }

    /// Reads a table. A row belongs to the text with its SHA-256, and to the smallest passage that
    /// goes from `start` to `end`, in code points of the text as `daryn read` gives it.
    ///
    /// # Errors
    /// All that is wrong with it, at once.
    pub(super) fn read(
        path: &Path,
        documents: &[Document],
        codes: &[&str],
        problems: &mut Vec<Diagnostic>,
    ) -> Result<Readings, Stop> {
        let table = Separated::read(path)?;
        let before = problems.len();
        let readings = of_table(&table, documents, codes, problems);
        let is_error = |problem: &Diagnostic| problem.severity == Severity::Error;
        match readings {
            Some(readings) if !problems[before..].iter().any(is_error) => Ok(readings),
            _ => Err(Stop::Problems(problems.split_off(before))),
        }
    }
}

fn of_table(
    table: &Separated,
    documents: &[Document],
    codes: &[&str],
    problems: &mut Vec<Diagnostic>,
) -> Option<Readings> {
    let places = COLUMNS.map(|name| table.column(name));
    let missing: Vec<&str> = COLUMNS
        .iter()
        .zip(places)
        .filter(|(_, place)| place.is_none())
        .map(|(name, _)| *name)
        .collect();
    let [Some(sha256), Some(start), Some(end), Some(first), Some(second)] = places else {
        let problem = Diagnostic::error("features-readings-columns", &table.file, 1);
        problems.push(problem.with("missing", missing.join(", ")));
        return None;
    };
    let mut read = Readings::none(documents.len());
    let mut found: Vec<Vec<(usize, Reading)>> = vec![Vec::new(); documents.len()];
    for (line, row) in &table.rows {
        let mut tell = |problem: Diagnostic| problems.push(problem);
        let error = |code: &str| Diagnostic::error(code, &table.file, *line);
        let own = documents.iter().enumerate().filter(|it| it.1.sha256 == row[sha256]);
        let own: Vec<(usize, &Document)> = own.collect();
        if own.is_empty() {
            read.others += 1;
            continue;
        }
        let numbers = (row[start].parse::<usize>().ok()).zip(row[end].parse::<usize>().ok());
        let Some((from, to)) = numbers.filter(|(from, to)| from < to) else {
            let problem = error("features-readings-place").with("start", &row[start]);
            tell(problem.with("end", &row[end]));
            continue;
        };
        let readers = [first, second].map(|place| {
            let mut given = BTreeSet::new();
            for word in row[place].split([';', ',', ' ', '\n']).map(str::trim) {
                match codes.iter().position(|code| *code == word) {
                    Some(code) => {
                        given.insert(code);
                    }
                    None if word.is_empty() || word == NONE => {}
                    None => {
                        let nearest = record::nearest(word, codes.iter().copied());
                        tell(
                            error("features-readings-code")
                                .with("found", word)
                                .with("nearest", nearest.unwrap_or("none")),
                        );
                    }
                }
            }
            given.into_iter().map(|code| codes[code].to_owned()).collect()
        });
        for (at, document) in own {
            let is_meant = |leaf: &usize| {
                let passage = &document.passages[*leaf];
                !document.is_apart(*leaf) && (passage.first, passage.last) == (from, to)
            };
            let Some(leaf) = document.leaves().into_iter().find(is_meant) else {
                let problem =
                    Diagnostic::warning("features-readings-no-passage", &table.file, *line);
                tell(problem.with("start", from).with("end", to));
                continue;
            };
            if found[at].iter().any(|(other, _)| *other == leaf) {
                tell(error("features-readings-twice").with("passage", name(leaf)));
                continue;
            }
            let reading = Reading { passage: name(leaf), readers: readers.clone() };
            found[at].push((leaf, reading));
        }
    }
    for (of, mut own) in read.of.iter_mut().zip(found) {
        own.sort_by_key(|(leaf, _)| *leaf);
        of.extend(own.into_iter().map(|(_, reading)| reading));
    }
    Some(read)
}
