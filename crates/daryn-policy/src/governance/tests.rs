use daryn_model::{Ledger, Study};
use serde_json::{Value, json};

use super::*;
use crate::figure::{Figure, Marks, NetworkLink};

/// A measure: name, document, functions, direction, instrument, bodies, evidence.
type Row<'a> = (&'a str, &'a str, &'a [&'a str], &'a str, &'a str, &'a [&'a str], &'a str);

/// A study with an act that was read whole, one that was not, and these measures.
fn study(measures: &[Row<'_>]) -> Study {
    let at = json!({"file": "", "line": 0});
    let document = |id: &str, coverage: &str| {
        json!({"at": at, "id": id, "title": {"en": id}, "short": {}, "issuers": [],
            "act_type": null, "number": null, "adopted": null, "valid_from": null, "valid_to": null,
            "status": {}, "role": "corpus", "coverage": coverage, "source_url": "", "note": {}})
    };
    let measures: Vec<Value> = measures
        .iter()
        .map(|(id, document, functions, polarity, instrument, bodies, kind)| {
            json!({"at": at, "id": id, "document": document, "text": {"en": id},
                "domain": "labour", "functions": functions, "polarity": polarity,
                "instrument": instrument, "target_group": {}, "bodies": bodies, "deadline": null,
                "deadline_kind": null, "deadline_text": {}, "money": {}, "indicator_text": {},
                "baseline": null, "target_value": null, "target_unit": {}, "target_year": null,
                "sdg_targets": [], "evidence_kind": kind, "locator": null, "source_url": "",
                "note": {}})
        })
        .collect();
    let search = |id: &str, concerns: &str| {
        json!({"at": at, "id": id, "date": "2026-11-23", "what": {"en": "it"}, "place": {},
            "query": null, "result": "not_found", "concerns": [concerns]})
    };
    let none = json!([]);
    serde_json::from_value(json!({
        "head": {"at": at, "id": "s", "title": {}, "question": {}, "country": "X", "policy": {},
            "period_start": 2000, "period_end": 2026, "data_start": null, "data_end": null,
            "comparators": [], "languages": ["en"], "seen_on": null, "as_of": null, "seed": 1,
            "authors": [], "coder": {}, "licence": null, "caveats": [], "charts": [], "flows": [], "same_quantities": []},
        "languages": ["en"],
        "documents": [document("read", "whole"), document("seen", "opening")],
        "texts": none, "lines": none,
        "measures": measures,
        "searches": [search("S1", "reintegrate"), search("S2", "attract")],
        "bodies": none, "areas": none, "units": none, "indicators": none, "definitions": none,
        "sources": none, "observations": none, "targets": none, "practices": none,
        "references": none, "effects": none, "events": none, "hypotheses": none, "rules": none, "recommendations": none,
        "ranking": null
    }))
    .expect("a study")
}

fn sample() -> Study {
    study(&[
        ("m1", "read", &["attract"], "supports", "financial", &["A", "B"], "act_text"),
        ("m2", "read", &["attract"], "restricts", "regulatory", &["B", "A"], "act_text"),
        ("m3", "seen", &[], "neutral", "organisational", &["C"], "press"),
        ("m4", "seen", &["train"], "supports", "informational", &[], "press"),
        ("m5", "seen", &["attract"], "supports", "financial", &["A", "C"], "statement_or_proposal"),
        ("m6", "seen", &["retain"], "supports", "financial", &["C"], "from_memory"),
    ])
}

fn claim<'a>(output: &'a Output, id: &str) -> Option<&'a Claim> {
    output.claims.iter().find(|claim| claim.id == format!("claim:governance.{id}"))
}

fn count(output: &Output, id: &str, value: &str) -> Option<i64> {
    match claim(output, id)?.args.get(value)? {
        Arg::Count(count) => Some(*count),
        _ => None,
    }
}

#[test]
fn a_restriction_never_counts_for_the_function_beside_it() {
    let output = run(&sample());
    let function = |code: &str| count(&output, &format!("profile.act.function.{code}"), "count");
    assert_eq!(function("attract.supports"), Some(1));
    assert_eq!(function("attract.restricts"), Some(1));
    assert_eq!(function("attract.neutral"), None);
    assert_eq!(function("uncoded"), Some(1));
    let support =
        &claim(&output, "profile.act.function.attract.supports").expect("a claim").support;
    assert_eq!(support.ids(), ["coding:m1.function.attract", "coding:m1.polarity.supports"]);
    // In the figure it stands among the restrictions only.
    assert_eq!(count(&output, "function.read.attract", "n"), Some(1));
    assert_eq!(count(&output, "function.read.restricts", "n"), Some(1));
    assert_eq!(count(&output, "direction.read", "restricts"), Some(1));
}

#[test]
fn acts_proposals_and_memory_are_kept_apart() {
    let output = run(&sample());
    assert_eq!(count(&output, "direction.act", "n"), Some(4));
    assert_eq!(count(&output, "direction.act", "unread"), Some(1));
    assert_eq!(count(&output, "direction.proposal", "n"), Some(1));
    assert_eq!(count(&output, "profile.proposal.function.attract.supports", "count"), Some(1));
    let text = serde_json::to_string(&output).expect("JSON");
    assert!(!text.contains("m6"), "a row from memory is no evidence");
    assert_eq!(count(&output, "body.C", "n"), Some(1), "a proposal names no body of an act");
}

#[test]
fn instruments_follow_from_one_coding_and_organisation_is_no_stick() {
    let output = run(&sample());
    let mapped = |code: &str| count(&output, &format!("profile.act.{code}"), "count");
    assert_eq!(mapped("nato.authority"), Some(1));
    assert_eq!(mapped("nato.organisation"), Some(1));
    assert_eq!(mapped("vedung.stick"), Some(1));
    assert_eq!(mapped("vedung.carrot"), Some(1));
    assert_eq!(mapped("vedung.sermon"), Some(1));
    assert_eq!(mapped("vedung.none"), Some(1));
    let table = output.tables.iter().find(|table| table.id == "profile").expect("the table");
    let (scheme, from) = (table.column("scheme").expect("it"), table.column("mapped").expect("it"));
    for row in &table.rows {
        let other = [Arg::code("scheme", "nato"), Arg::code("scheme", "vedung")];
        assert_eq!(row.cells[from] != Arg::plain(""), other.contains(&row.cells[scheme]));
    }
}

#[test]
fn a_function_is_called_unseen_only_where_somebody_looked() {
    let output = run(&sample());
    let unseen: Vec<&str> = output
        .claims
        .iter()
        .filter(|claim| claim.template == "function-not-seen")
        .map(|claim| claim.id.as_str())
        .collect();
    assert_eq!(unseen, ["claim:governance.not-seen.reintegrate.S1"]);
    let mut nobody = sample();
    nobody.searches.clear();
    assert!(run(&nobody).claims.iter().all(|claim| claim.template != "function-not-seen"));
}

#[test]
fn only_documents_whose_measures_were_all_taken_are_drawn_full() {
    let hollow = |study: &Study| -> Vec<bool> {
        let output = run(study);
        let figure = output.figures.iter().find(|figure| figure.id == "governance.functions");
        let Some(Figure { marks: Marks::Grid(grid), .. }) = figure else { panic!("a grid") };
        grid.rows.iter().map(|row| row.cells[0].hollow).collect()
    };
    let mut study = sample();
    assert_eq!(hollow(&study), [true, true], "measures may have been picked");
    study.documents[0].all_measures = Some(true);
    assert_eq!(hollow(&study), [false, true]);
    let output = run(&study);
    assert!(claim(&output, "direction.seen").is_none());
    let bound = &claim(&output, "function.seen.train").expect("a claim").template;
    assert_eq!(bound, "cell-function-reported");
}

#[test]
fn bodies_are_linked_by_the_measures_that_name_both() {
    let output = run(&sample());
    let pair = claim(&output, "pair.A.B").expect("a pair");
    assert_eq!(pair.support.ids(), ["measure:m1", "measure:m2"]);
    assert!(claim(&output, "pair.B.A").is_none(), "a pair has no direction");
    let named = |value| count(&output, "bodies.named", value);
    assert_eq!((named("bodies"), named("n")), (Some(3), Some(4)));
    assert_eq!((named("none"), named("one"), named("more")), (Some(1), Some(1), Some(2)));
    assert_eq!(count(&output, "bodies.together", "count"), Some(2));
    let figure = output.figures.iter().find(|figure| figure.id == "governance.network");
    let Some(Figure { marks: Marks::Network(network), .. }) = figure else { panic!("a network") };
    assert_eq!(network.nodes.len(), 3);
    assert_eq!(network.nodes[2].claim, "claim:governance.body.C", "the lonely one stands last");
    assert_eq!(network.links.len(), 1);
}

#[test]
fn the_order_of_nodes_keeps_links_short_and_is_always_the_same() {
    let link = |from, to| NetworkLink { claim: String::new(), from, to, count: 1 };
    // A chain that is given out of order, and a node without a link.
    let links = [link(0, 4), link(4, 2), link(2, 3)];
    let order = network::arrange(6, &links);
    assert_eq!(network::length(&order[..4], &links), 3);
    assert_eq!(order[4..], [1, 5]);
    assert_eq!(order, network::arrange(6, &links));
    assert_eq!(network::arrange(2, &[]), [0, 1]);
}

#[test]
fn everything_that_is_claimed_stands_in_the_ledger() {
    let study = sample();
    let output = run(&study);
    let mut ledger: Ledger = evidence::ledger(&study);
    for node in output.nodes {
        ledger.add(node);
    }
    for claim in &output.claims {
        for id in claim.support.ids() {
            assert!(ledger.get(id).is_some(), "{} rests on {id}", claim.id);
        }
    }
}
