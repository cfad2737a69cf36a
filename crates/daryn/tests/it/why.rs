//! `daryn why`.

use insta::assert_snapshot;
use serde_json::Value;

use crate::sample::Sample;

#[test]
fn a_finding_leads_down_to_rows_and_pages() {
    let sample = Sample::tiny();
    assert_snapshot!(sample.daryn(&["why", "recommendation:A1"]).ends(0).out, @"
    recommendation recommendation:A1
      Pay return grants
      recommendations.toml:1
      Rests on:
        finding finding:H1
          The share of returning students stays below its target
          hypotheses.toml:1
          Rests on:
            estimate estimate:prediction.H1.a
              The last value is at most 59.9
              value minus threshold: −2.4%; outcome: met; reason: The target is 60; expected: at most 59.9%; outcome turns at: above 59.9%; value: 57.5%
              hypotheses.toml:12
              Rests on:
                observation observation:return-kz|2022
                  Students who returned, Kazakhstan, 2022: 57.5%
                  statistics.csv:4, https://example.org/s, as of 31 January 2026
        practice practice:P1
          Return grants
          practices.csv:2
          Rests on:
            passage seen passage:practice.P1
              210 grants
              practices.csv:2, https://example.org/p, as of 31 January 2026
            published work reference:R1
              210 grants were paid
              references.csv:2
    ");
}

#[test]
fn what_stands_above_is_not_said_twice() {
    let sample = Sample::tiny();
    let measures = sample.read("measures.csv");
    let second = measures.lines().nth(1).expect("a row").replacen("M1", "M2", 1);
    sample.write("measures.csv", &format!("{measures}{second}\n"));
    let text = sample.daryn(&["why", "claim:governance.known.act.actor"]).ends(0).out;
    assert!(text.contains("measure:M1\n") && text.contains("measure:M2\n"), "{text}");
    assert!(text.contains("document document:D1 (shown above)\n"), "{text}");
    assert_eq!(text.matches("document document:D1\n").count(), 1, "{text}");
}

/// Every node has the fields of the contract, and every end is evidence with its row.
fn check(node: &Value) {
    for field in ["id", "kind", "text"] {
        assert!(node[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {node}");
    }
    let below = |side: &str| node[side].as_array().expect("a list");
    if below("support").is_empty() {
        let kind = node["kind"].as_str().unwrap_or_default();
        assert!(["passage", "observation", "reference", "search"].contains(&kind), "{kind}");
        assert!(node["file"].is_string() && node["line"].is_u64(), "{node}");
    }
    below("support").iter().chain(below("against")).for_each(check);
}

#[test]
fn every_statement_and_finding_of_a_report_can_be_asked() {
    let sample = Sample::with_report();
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    let all = ["claims", "findings", "recommendations"]
        .into_iter()
        .flat_map(|part| report[part].as_array().expect("a list"));
    let mut asked = 0;
    for node in all {
        let id = node["id"].as_str().expect("a name");
        let derivation = sample.daryn(&["why", id, "--format", "json"]).ends(0).json();
        assert_eq!(derivation["id"], id);
        check(&derivation);
        asked += 1;
    }
    assert!(asked > 5, "{asked}");
}

#[test]
fn an_unknown_name_is_told_with_the_nearest() {
    let sample = Sample::tiny();
    let ran = sample.daryn(&["why", "finding:H2"]).ends(1);
    assert_snapshot!(ran.err, @"
    error: nothing is called finding:H2
      hint: did you mean finding:H1?
    ");
    let ran = sample.daryn(&["why", "nonsense", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["unknown-id"]);
}

#[test]
fn a_study_with_an_error_answers_nothing() {
    let sample = Sample::tiny();
    sample.replace("measures.csv", "M1,D1,", "M1,D2,");
    let ran = sample.daryn(&["why", "finding:H1", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["dangling-reference"]);
}
