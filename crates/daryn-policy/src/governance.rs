//! Chapter 2, governance: what the measures are, what is known of each, and who carries it.
//!
//! Measures of acts and proposals are never added up. Most acts were not read whole: what is
//! counted of them was seen in them or in reports on them and is a lower bound.

mod completeness;
mod functions;
mod network;
mod profile;

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support};

use crate::Output;
use crate::evidence::{self, Words};

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
    profile::add(study, &[("act", &confirmed), ("proposal", &proposed)], &mut output);
    profile::not_seen(study, &seen, &mut output);
    functions::add(study, &confirmed, &words, &mut output);
    network::add(&confirmed, &words, &mut output);
    overview(&confirmed, "act", &mut output);
    overview(&proposed, "proposal", &mut output);
    completeness::add(study, &seen, &words, &mut output);
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

#[cfg(test)]
mod tests;
