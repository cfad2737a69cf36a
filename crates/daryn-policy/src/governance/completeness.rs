//! Which parts of each measure are known.

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Study, Support, Table};

use super::{CHAPTER, PARTS, known};
use crate::Output;
use crate::evidence::{self, Words};
use crate::evolution;
use crate::figure::{Figure, Marks, PartGroup, PartRow, Parts};

/// Known parts of each measure, as a table and as a figure with a heading for each document.
pub(super) fn add(study: &Study, measures: &[&Measure], words: &Words<'_>, output: &mut Output) {
    let mut columns = vec!["measure", "document", "text", "evidence"];
    columns.extend(PARTS);
    columns.push("known");
    let mut table = Table::new("completeness", &columns);
    let mut groups = Vec::new();
    for document in evolution::in_time(study) {
        let mut rows = Vec::new();
        for measure in measures.iter().filter(|row| row.document == document.id) {
            let known = known(measure);
            let claim = describe(measure, known, words);
            table.push(&claim, cells(measure, known));
            rows.push(PartRow {
                label: measure.text.clone(),
                claim: claim.id.clone(),
                known: known.to_vec(),
                hollow: measure.evidence_kind == EvidenceKind::Proposal,
            });
            output.claims.push(claim);
        }
        if !rows.is_empty() {
            groups.push(PartGroup {
                label: words.short(&document.id.0),
                coverage: document.coverage.code().into(),
                rows,
            });
        }
    }
    if !groups.is_empty() {
        output.figures.push(Figure {
            id: "governance.completeness".into(),
            table: "completeness".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Parts(Parts {
                columns: PARTS.iter().map(|part| Arg::code("part", part)).collect(),
                groups,
            }),
        });
    }
    output.tables.push(table);
}

fn count(known: [bool; 6]) -> i64 {
    known.iter().filter(|known| **known).count() as i64
}

fn describe(measure: &Measure, known: [bool; 6], words: &Words<'_>) -> Claim {
    let parts = PARTS.iter().zip(known).filter(|(_, known)| *known);
    let template = if count(known) == 0 { "measure-known-none" } else { "measure-known" };
    let support = Support::one(evidence::measure(&measure.id));
    Claim::new(CHAPTER, &format!("measure.{}", measure.id), template, support)
        .with("text", Arg::text(&measure.text))
        .with("document", Arg::Text(words.short(&measure.document.0)))
        .with("count", Arg::Count(count(known)))
        .with("n", Arg::Count(PARTS.len() as i64))
        .with("parts", Arg::List(parts.map(|(part, _)| Arg::code("part", part)).collect()))
}

fn cells(measure: &Measure, known: [bool; 6]) -> Vec<Arg> {
    let mut cells = vec![
        Arg::plain(&measure.id.0),
        Arg::plain(&measure.document.0),
        Arg::text(&measure.text),
        Arg::code("evidence", measure.evidence_kind.code()),
    ];
    cells.extend(known.iter().map(|known| {
        if *known { Arg::code("known", "known") } else { Arg::code("known", "not_seen") }
    }));
    cells.push(Arg::Count(count(known)));
    cells
}
