//! Events, progress of SDG indicators, and what would be needed to say more.

use serde_json::Value;

use crate::sample::Sample;

const EVENTS: &str = "id,start,end,kind,name_en,name_ru,name_kk,charts,source_url\n";

fn texts(sample: &Sample) -> Vec<(String, String)> {
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    let claims = report["claims"].as_array().expect("claims");
    let text =
        |claim: &Value, path: &str| claim.pointer(path).and_then(Value::as_str).map(str::to_owned);
    claims
        .iter()
        .map(|claim| (text(claim, "/id").expect("an id"), text(claim, "/text/en").expect("words")))
        .collect()
}

#[test]
fn charts_mark_adoptions_and_the_events_of_the_study() {
    let sample = Sample::tiny();
    sample.replace("documents.csv", "2019-03-01", "2021-03-01");
    let row =
        "EV1,2020-03,2020-05,shock,Lockdown,Карантин,Карантин,returns,https://example.org/e\n";
    sample.write("events.csv", &format!("{EVENTS}{row}"));
    sample.daryn(&["run"]).ends(0);
    let texts = texts(&sample);
    for (id, words) in [
        ("claim:effectiveness.event.EV1", "Lockdown (shock"),
        ("claim:effectiveness.event.document.D1", "(policy document)"),
        ("claim:effectiveness.series.returns.return-kz.need", "no before–after comparison"),
        ("claim:effectiveness.series.returns.return-kz.range", "every year has a value"),
    ] {
        let found = texts.iter().find(|(name, _)| name == id);
        assert!(found.is_some_and(|(_, text)| text.contains(words)), "{id}: {found:?}");
    }
    let page = sample.read("report/en/index.html");
    assert!(page.contains("class=\"shock\"") && page.contains("class=\"flag\""));
}

#[test]
fn mistakes_in_events_are_told() {
    let sample = Sample::tiny();
    let rows = "E1,2021,2020,shock,A,А,А,,https://example.org/e\n\
                E1,2021,,policy,B,Б,Б,no-chart,https://example.org/e\n";
    sample.write("events.csv", &format!("{EVENTS}{rows}"));
    let mut codes = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
    codes.sort();
    assert_eq!(codes, ["dangling-reference", "dates-out-of-order", "duplicate-key"]);
}

#[test]
fn progress_of_an_sdg_indicator_is_classified() {
    let sample = Sample::tiny();
    sample.replace("indicators.csv", "unit,direction\n", "unit,direction,sdg_indicator\n");
    sample.replace("indicators.csv", ",PC,up\n", ",PC,up,4.b.1\n");
    // 50 * 1.05^4 = 60.775
    sample.replace("statistics.csv", "2020,48.5", "2018,50");
    sample.replace("statistics.csv", "2022,57.5", "2022,60.775");
    sample.daryn(&["run"]).ends(0);
    let table = sample.read("report/tables/sdg_progress.csv");
    assert!(table.contains(",short,2018,2022,50,60.775,5.0,significant_progress,"), "{table}");
    assert!(table.contains(",long,2018,2022,50,60.775,,short,"), "{table}");
    assert!(sample.read("report/en/index.html").contains("f-alignment-progress"));
}

#[test]
fn the_matrix_tells_how_deep_a_correspondence_goes() {
    for (money, depth) in [("", "target"), ("5 billion", "target_money")] {
        let sample = Sample::tiny();
        sample.replace("measures.csv", "evidence_kind,", "sdg_targets,money_en,evidence_kind,");
        sample.replace("measures.csv", "2022,act_text", &format!("2022,4.b,{money},act_text"));
        sample.daryn(&["run"]).ends(0);
        let table = sample.read("report/tables/sdg_matrix.csv");
        let row = table.lines().nth(1).expect("a row");
        assert!(row.ends_with(&format!(",{depth}")), "{row}");
    }
}
