//! Chapter 3, alignment: which SDG targets the measures of each document correspond to.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Date, Localized, Study, Support, Table};

use crate::evidence::Words;
use crate::evolution::{in_time, measures_of};
use crate::figure::{Figure, Grid, GridCell, GridRow, Marks};
use crate::{Output, sdg};

pub mod progress;

const CHAPTER: &str = "alignment";

/// Whether a document is older than the 2030 Agenda, so that it cannot have meant it.
pub fn retrospective(document: &Document) -> bool {
    document
        .adopted
        .or(document.valid_from)
        .is_some_and(|date| date.last_day() < Date::first_day(sdg::ADOPTED))
}

/// How deep a correspondence goes, from the weakest.
const DEPTHS: [&str; 4] = ["aim", "indicator", "target", "target_money"];

/// Place of a measure in [`DEPTHS`], by its parts that were seen.
fn depth(measure: &Measure) -> usize {
    match (&measure.target_value, measure.money.is_empty(), measure.indicator_text.is_empty()) {
        (Some(_), false, _) => 3,
        (Some(_), true, _) => 2,
        (None, _, false) => 1,
        (None, _, true) => 0,
    }
}

/// The chapter.
pub fn run(study: &Study) -> Output {
    let words = Words::of(study);
    let mut output = Output::default();
    let mut table = Table::new(
        "sdg_matrix",
        &[
            "document",
            "title",
            "sdg_target",
            "descriptor",
            "measures_act",
            "measures_proposed",
            "reading",
            "depth",
        ],
    );
    let mut targets: BTreeMap<(u32, u32, String), String> = BTreeMap::new();
    let mut rows: Vec<(GridRow, BTreeMap<String, GridCell>)> = Vec::new();
    for document in in_time(study) {
        let seen = measures_of(study, document);
        let codes: BTreeSet<&String> = seen.iter().flat_map(|row| &row.sdg_targets).collect();
        let mut cells = BTreeMap::new();
        let mut first = None;
        let mut ordered: Vec<&String> = codes.into_iter().collect();
        ordered.sort_by_key(|code| sdg::order(code));
        for code in ordered {
            let Some(target) = sdg::target(code) else { continue };
            let measures: Vec<&&Measure> =
                seen.iter().filter(|row| row.sdg_targets.contains(code)).collect();
            let Some(support) = Support::new(
                measures.iter().map(|row| crate::evidence::coding(&row.id, "sdg_target", code)),
            ) else {
                continue;
            };
            let proposed =
                measures.iter().filter(|row| row.evidence_kind == EvidenceKind::Proposal).count();
            let confirmed = measures.len() - proposed;
            let depth = measures.iter().map(|row| depth(row)).max().unwrap_or_default();
            let depth = Arg::code("depth", DEPTHS[depth]);
            let retrospective = retrospective(document);
            let template = match (retrospective, confirmed) {
                (true, _) => "target-retrospective",
                (false, 0) => "target-proposed",
                (false, _) => "target-corresponds",
            };
            let claim = Claim::new(CHAPTER, &format!("{}.{code}", document.id), template, support)
                .with("short", Arg::Text(words.short(&document.id.0)))
                .with("code", Arg::plain(code))
                .with("name", Arg::Text(target.name.clone()))
                .with("n", Arg::Count(measures.len() as i64))
                .with("confirmed", Arg::Count(confirmed as i64))
                .with("proposed", Arg::Count(proposed as i64))
                .with("depth", depth.clone());
            let reading = if retrospective { "retrospective" } else { "correspondence" };
            table.push(
                &claim,
                vec![
                    Arg::plain(&document.id.0),
                    Arg::Text(words.short(&document.id.0)),
                    Arg::plain(code),
                    Arg::Text(target.name.clone()),
                    Arg::Count(confirmed as i64),
                    Arg::Count(proposed as i64),
                    Arg::code("reading", reading),
                    depth,
                ],
            );
            targets.insert(sdg::order(code), code.clone());
            first.get_or_insert_with(|| claim.id.clone());
            cells.insert(
                code.clone(),
                GridCell {
                    claim: Some(claim.id.clone()),
                    count: measures.len() as i64,
                    hollow: retrospective || confirmed == 0,
                },
            );
            output.claims.push(claim);
        }
        if let Some(claim) = first {
            let label = Arg::Text(words.short(&document.id.0));
            rows.push((GridRow { label, claim, cells: Vec::new() }, cells));
        }
    }
    if !rows.is_empty() {
        let columns: Vec<String> = targets.into_values().collect();
        let rows = rows
            .into_iter()
            .map(|(mut row, mut cells)| {
                row.cells = columns
                    .iter()
                    .map(|code| {
                        cells.remove(code).unwrap_or(GridCell {
                            claim: None,
                            count: 0,
                            hollow: false,
                        })
                    })
                    .collect();
                row
            })
            .collect();
        output.figures.push(Figure {
            id: "alignment.matrix".into(),
            table: "sdg_matrix".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Grid(Grid {
                columns: columns.iter().map(|code| Arg::plain(code)).collect(),
                rows,
            }),
        });
    }
    output.tables.push(table);
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agenda_divides_the_documents_by_day() {
        let adopted = |text: &str| {
            let row = format!(
                r#"{{"at":{{"file":"","line":0}},"id":"a","title":{{}},"short":{{}},
                "issuers":[],"act_type":null,"number":null,"adopted":"{text}","valid_from":null,
                "valid_to":null,"status":{{}},"role":"corpus","coverage":"none","source_url":"",
                "note":{{}}}}"#
            );
            retrospective(&serde_json::from_str(&row).expect("a document"))
        };
        assert!(adopted("2015-09-24"));
        assert!(!adopted("2015-09-25"));
        // Known only to the year: not known to be older.
        assert!(!adopted("2015"));
        assert!(adopted("2014"));
    }
}
