//! Chapter 2, governance: what is known of each measure, and who carries it.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};

use crate::Output;
use crate::evidence::{self, Words};
use crate::figure::{Figure, Grid, GridCell, GridRow, Marks};

const CHAPTER: &str = "governance";

/// The parts of a measure. Completeness of a measure is the number of parts that are known.
pub const PARTS: [&str; 6] = ["actor", "deadline", "money", "indicator", "baseline", "target"];

/// Which parts of a measure are known, in the order of [`PARTS`].
///
/// A deadline is known when it is set for the measure or recurs; the end of the act's period is no
/// deadline of the measure, and what a proposal hopes for is none either.
pub fn known(measure: &Measure) -> [bool; 6] {
    [
        !measure.bodies.is_empty(),
        matches!(measure.deadline_kind, Some(DeadlineKind::Set | DeadlineKind::Recurring)),
        !measure.money.is_empty(),
        !measure.indicator_text.is_empty(),
        measure.baseline.is_some(),
        measure.target_value.is_some(),
    ]
}

/// The chapter.
pub fn run(study: &Study) -> Output {
    let words = Words::of(study);
    let seen: Vec<&Measure> =
        study.measures.iter().filter(|row| row.evidence_kind != EvidenceKind::Memory).collect();
    let mut output = Output::default();
    let (confirmed, proposed): (Vec<&Measure>, Vec<&Measure>) =
        seen.iter().copied().partition(|row| row.evidence_kind != EvidenceKind::Proposal);
    overview(&confirmed, "act", &mut output);
    overview(&proposed, "proposal", &mut output);
    completeness(&seen, &words, &mut output);
    bodies(&confirmed, &words, &mut output);
    output
}

/// How often each part is known, for measures of acts and for proposals apart.
fn overview(measures: &[&Measure], group: &str, output: &mut Output) {
    let Some(all) = Support::new(measures.iter().map(|row| evidence::measure(&row.id))) else {
        return;
    };
    let n = measures.len() as i64;
    for (position, part) in PARTS.iter().enumerate() {
        let count = measures.iter().filter(|row| known(row)[position]).count() as i64;
        let name = format!("known.{group}.{part}");
        let node = Node::derived(NodeKind::Estimate, &name, Localized::default(), all.clone())
            .with("part", Arg::code("part", part))
            .with("value", Arg::Count(count))
            .with("n", Arg::Count(n));
        let template = format!("part-known-{group}");
        let claim = Claim::new(CHAPTER, &name, &template, Support::one(node.id.clone()))
            .with("part", Arg::code("part", part))
            .with("count", Arg::Count(count))
            .with("n", Arg::Count(n));
        output.nodes.push(node);
        output.claims.push(claim);
    }
}

/// Known parts of each measure, as a table and as a grid.
fn completeness(measures: &[&Measure], words: &Words<'_>, output: &mut Output) {
    let mut columns = vec!["measure", "document", "text", "evidence"];
    columns.extend(PARTS);
    columns.push("known");
    let mut table = Table::new("completeness", &columns);
    let mut rows = Vec::new();
    for measure in measures {
        let known = known(measure);
        let count = known.iter().filter(|known| **known).count() as i64;
        let parts = PARTS.iter().zip(known).filter(|(_, known)| *known);
        let template = if count == 0 { "measure-known-none" } else { "measure-known" };
        let support = Support::one(evidence::measure(&measure.id));
        let claim = Claim::new(CHAPTER, &format!("measure.{}", measure.id), template, support)
            .with("text", Arg::text(&measure.text))
            .with("document", Arg::Text(words.short(&measure.document.0)))
            .with("count", Arg::Count(count))
            .with("n", Arg::Count(PARTS.len() as i64))
            .with("parts", Arg::List(parts.map(|(part, _)| Arg::code("part", part)).collect()));
        let mut cells = vec![
            Arg::plain(&measure.id.0),
            Arg::plain(&measure.document.0),
            Arg::text(&measure.text),
            Arg::code("evidence", measure.evidence_kind.code()),
        ];
        cells.extend(known.iter().map(|known| {
            if *known { Arg::code("known", "known") } else { Arg::code("known", "not_seen") }
        }));
        cells.push(Arg::Count(count));
        table.push(&claim, cells);
        let hollow = measure.evidence_kind == EvidenceKind::Proposal;
        rows.push(GridRow {
            label: Arg::text(&measure.text),
            claim: claim.id.clone(),
            cells: known
                .iter()
                .map(|known| GridCell {
                    claim: known.then(|| claim.id.clone()),
                    count: i64::from(*known),
                    hollow,
                })
                .collect(),
        });
        output.claims.push(claim);
    }
    if !rows.is_empty() {
        output.figures.push(Figure {
            id: "governance.completeness".into(),
            table: "completeness".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Grid(Grid {
                columns: PARTS.iter().map(|part| Arg::code("part", part)).collect(),
                rows,
            }),
        });
    }
    output.tables.push(table);
}

/// Bodies by the measures of acts in which they are named, alone and with others.
fn bodies(measures: &[&Measure], words: &Words<'_>, output: &mut Output) {
    let mut table = Table::new("bodies", &["body", "name", "measures", "shared", "with"]);
    let mut by_body: BTreeMap<&str, Vec<&Measure>> = BTreeMap::new();
    for measure in measures {
        for body in &measure.bodies {
            by_body.entry(&body.0).or_default().push(measure);
        }
    }
    let mut order: Vec<(&str, Vec<&Measure>)> = by_body.into_iter().collect();
    order.sort_by_key(|(body, measures)| (std::cmp::Reverse(measures.len()), *body));
    for (body, measures) in order {
        let Some(support) = Support::new(measures.iter().map(|row| evidence::measure(&row.id)))
        else {
            continue;
        };
        let shared = measures.iter().filter(|row| row.bodies.len() > 1).count() as i64;
        let partners: BTreeSet<&str> = measures
            .iter()
            .flat_map(|row| &row.bodies)
            .map(|id| id.0.as_str())
            .filter(|id| *id != body)
            .collect();
        let partners: Vec<Arg> = partners.into_iter().map(|id| Arg::Text(words.body(id))).collect();
        let template = if shared == 0 { "body-alone" } else { "body-shared" };
        let claim = Claim::new(CHAPTER, &format!("body.{body}"), template, support)
            .with("body", Arg::Text(words.body(body)))
            .with("n", Arg::Count(measures.len() as i64))
            .with("shared", Arg::Count(shared))
            .with("partners", Arg::List(partners.clone()));
        table.push(
            &claim,
            vec![
                Arg::plain(body),
                Arg::Text(words.body(body)),
                Arg::Count(measures.len() as i64),
                Arg::Count(shared),
                Arg::List(partners),
            ],
        );
        output.claims.push(claim);
    }
    output.tables.push(table);
}
