//! What a package tells of other codebooks and other coders.

use daryn_compare::features::Part;
use daryn_compare::{Bound, Package, Tables};
use daryn_model::records::*;

use super::code;

/// Parts of a line.
pub(super) struct Varied {
    pub(super) ranges: Option<Vec<LineRange>>,
    pub(super) changes: Vec<LineDirection>,
    pub(super) coders: Vec<LineCoders>,
    pub(super) readings: Vec<LineReading>,
}

impl Varied {
    pub(super) fn of(package: &Package, tables: &Tables) -> Varied {
        let place = |file: &String| package.documents.iter().position(|it| it.file == *file);
        let ranges = tables.codebook_ranges.iter().filter_map(|row| {
            Some(LineRange {
                edition: place(&row.file)?,
                code: row.code.clone(),
                words: row.words as i64,
                least: bound(&row.least),
                most: bound(&row.most),
                emptied_by: row.emptied_by.iter().map(part).collect(),
                passages: row.passages.clone(),
            })
        });
        let changes = tables.codebook_changes.iter().filter_map(|row| {
            Some(LineDirection {
                old: place(&row.old)?,
                new: place(&row.new)?,
                code: row.code.clone(),
                rates: row.per_1000,
                verdict: code(&row.verdict),
                turned_by: row.turned_by.iter().map(part).collect(),
                passages: row.passages.clone(),
            })
        });
        let coders = tables.coders.iter().filter_map(|row| {
            Some(LineCoders {
                edition: place(&row.file)?,
                code: row.code.clone(),
                read: row.read as i64,
                readers: row.readers.clone(),
                rules: row.rules.clone(),
            })
        });
        let readings = package.documents.iter().enumerate().flat_map(|(edition, document)| {
            let own = document.readings.iter();
            own.map(move |it| LineReading { edition, passage: it.passage.clone() })
        });
        let is_varied = package.documents.iter().all(|it| it.leave_one_out.is_some());
        Varied {
            ranges: is_varied.then(|| ranges.collect()),
            changes: changes.collect(),
            coders: coders.collect(),
            readings: readings.collect(),
        }
    }
}

fn bound(bound: &Bound) -> (i64, Option<String>) {
    (bound.words as i64, bound.without.as_ref().map(part))
}

/// Its kind and name, as they stand in the file of rules.
fn part(part: &Part) -> String {
    match part {
        Part::Clue(id) => format!("clue {id}"),
        Part::Rule(id) => format!("rule {id}"),
    }
}
