//! `report.json`: the report for programs.

use std::collections::BTreeMap;

use daryn_model::{Arg, Node, NodeKind};
use serde_json::{Map, Value, json};

use crate::assemble::Assembled;
use crate::derivation::node_text;
use crate::language::{Speaker, in_all};

/// The report as JSON; `state` names the evidence that it was made from, as on the pages.
pub fn report(report: &Assembled, state: &str) -> Result<Vec<u8>, String> {
    let speakers: Vec<Speaker> = report.languages.iter().map(|lang| Speaker::new(*lang)).collect();
    let exact: Vec<Speaker> = report.languages.iter().map(|lang| Speaker::exact(*lang)).collect();
    let claims: Vec<Value> = report
        .claims
        .iter()
        .map(|claim| {
            json!({
                "id": claim.id,
                "chapter": claim.chapter,
                "text": in_all(&speakers, |speaker| speaker.claim(claim)),
                "support": claim.support.ids(),
                "against": claim.against,
            })
        })
        .collect();
    let nodes = |kind: NodeKind| report.ledger.0.values().filter(move |node| node.kind == kind);
    let findings: Vec<Value> = nodes(NodeKind::Finding)
        .map(|node| {
            json!({
                "id": node.id,
                "verdict": code(node, "verdict"),
                "statement": in_all(&speakers, |speaker| speaker.text(&node.text)),
                "support": node.support,
                "against": node.against,
                "rival_of": node.data.get("rival_of").and_then(text).map(|id| format!("finding:{id}")),
                "distance": {
                    "outcomes": node.data.get("flip_outcomes").and_then(count),
                    "verdicts": codes(node, "flip_verdicts"),
                    "next_verdicts": codes(node, "next_verdicts"),
                    "more_testable": node.data.get("more_testable").and_then(count),
                },
            })
        })
        .collect();
    let mut recommendations: Vec<(i64, Value)> = nodes(NodeKind::Recommendation)
        .map(|node| {
            let rank = match node.data.get("rank") {
                Some(Arg::Count(rank)) => *rank,
                _ => 0,
            };
            let practices: Vec<&String> =
                node.support.iter().filter(|id| id.starts_with("practice:")).collect();
            let gap = node.data.get("gap").and_then(text);
            let value = json!({
                "id": node.id,
                "rank": rank,
                "text": in_all(&speakers, |speaker| speaker.text(&node.text)),
                "gap": gap,
                "practices": practices,
                "support": node.support,
                "rank_acceptability": numbers(node, "rank_acceptability"),
                "rank_ranges": {
                    "one_practice_less": range(node, "rank_practice"),
                    "one_verdict_moved": range(node, "rank_gap"),
                },
                "tied": texts(node, "tied")
                    .map(|id| format!("recommendation:{id}"))
                    .collect::<Vec<_>>(),
            });
            (rank, value)
        })
        .collect();
    recommendations.sort_by_key(|(rank, _)| *rank);
    let recommendations: Vec<Value> = recommendations.into_iter().map(|(_, value)| value).collect();
    let evidence: Map<String, Value> = report
        .ledger
        .0
        .values()
        .filter(|node| !matches!(node.kind, NodeKind::Finding | NodeKind::Recommendation))
        .map(|node| (node.id.clone(), evidence(&exact, node)))
        .collect();
    let all = json!({
        "study": report.head.id,
        "lock": state,
        "languages": report.languages,
        "claims": claims,
        "findings": findings,
        "recommendations": recommendations,
        "evidence": evidence,
    });
    let mut text = serde_json::to_string_pretty(&all).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text.into_bytes())
}

fn evidence(speakers: &[Speaker], node: &Node) -> Value {
    let cells: BTreeMap<&String, Value> =
        node.data.iter().map(|(name, arg)| (name, value(arg))).collect();
    json!({
        "kind": node.kind,
        "source": node.source,
        "vintage": node.vintage,
        "text": in_all(speakers, |speaker| node_text(speaker, node)),
        "file": node.at.as_ref().map(|at| &at.file),
        "line": node.at.as_ref().map(|at| at.line),
        "support": node.support,
        "against": node.against,
        "cells": cells,
    })
}

/// A value without words: numbers as they were written, codes as codes.
fn value(arg: &Arg) -> Value {
    match arg {
        Arg::Empty => Value::Null,
        Arg::Count(number) | Arg::Year(number) => json!(number),
        Arg::Number(number) => json!(number.literal),
        Arg::Quantity(number, unit) => json!({"value": number.literal, "unit": unit}),
        Arg::Text(text) => json!(text),
        Arg::Date(text) | Arg::Period(text) | Arg::Link(text) => json!(text),
        Arg::Code(_, code) => json!(code),
        Arg::List(items) => items.iter().map(value).collect(),
    }
}

fn code(node: &Node, name: &str) -> Option<String> {
    match node.data.get(name) {
        Some(Arg::Code(_, code)) => Some(code.clone()),
        _ => None,
    }
}

fn count(arg: &Arg) -> Option<i64> {
    match arg {
        Arg::Count(count) => Some(*count),
        _ => None,
    }
}

/// A text that is the same in every language.
fn text(arg: &Arg) -> Option<&str> {
    match arg {
        Arg::Text(text) => text.iter().next().map(|(_, text)| text),
        _ => None,
    }
}

/// Texts of a list; none where a code says that there is none.
fn texts<'a>(node: &'a Node, name: &str) -> impl Iterator<Item = &'a str> {
    let items = match node.data.get(name) {
        Some(Arg::List(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter().filter_map(text)
}

/// First and last of a range.
fn range(node: &Node, name: &str) -> [Option<i64>; 2] {
    ["low", "high"].map(|end| node.data.get(&format!("{name}_{end}")).and_then(count))
}

/// Codes of a list; none where one code says that there is none.
fn codes<'a>(node: &'a Node, name: &str) -> Vec<&'a String> {
    match node.data.get(name) {
        Some(Arg::List(items)) => items
            .iter()
            .filter_map(|item| match item {
                Arg::Code(_, code) => Some(code),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn numbers(node: &Node, name: &str) -> Vec<f64> {
    match node.data.get(name) {
        Some(Arg::List(items)) => items
            .iter()
            .filter_map(|item| match item {
                Arg::Number(number) => Some(number.value),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}
