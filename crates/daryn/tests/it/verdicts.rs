//! Planted studies: where the right answer is known, the verdict and its wording are right in
//! three languages, and no sentence says more than the evidence.

use daryn_model::Lang;
use daryn_report::lint;
use serde_json::Value;

use crate::sample::Sample;

/// The verdict of the only finding, and how each language says it.
fn verdict(sample: &Sample) -> (String, [String; 3]) {
    sample.daryn(&["run"]).ends(0);
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    let verdict = report["findings"][0]["verdict"].as_str().expect("a verdict").to_owned();
    let claims = report["claims"].as_array().expect("claims");
    let claim = claims.iter().find(|claim| claim["id"] == "claim:findings.H1").expect("a claim");
    let texts = Lang::ALL.map(|lang| {
        let text = claim["text"][lang.code()].as_str().expect("a text").to_owned();
        let page = sample.read(&format!("report/{}/index.html", lang.code()));
        assert!(page.contains(&escaped(&text)), "{text} is not on its page");
        text
    });
    without_causal_words(&report);
    (verdict, texts)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// No rendered claim holds a causal word, unless a causal design stands behind it.
pub(crate) fn without_causal_words(report: &Value) {
    let evidence = &report["evidence"];
    let causal_design = |id: &Value| {
        let node = &evidence[id.as_str().unwrap_or_default()];
        node["cells"]["grade"] == "A" || node["kind"] == "reference"
    };
    for claim in report["claims"].as_array().expect("claims") {
        let permitted = claim["support"].as_array().expect("support").iter().any(causal_design);
        for lang in Lang::ALL {
            let text = claim["text"][lang.code()].as_str().unwrap_or_default();
            let word = lint::causal(lang, text);
            assert!(permitted || word.is_none(), "{}: {word:?} in {text}", claim["id"]);
        }
    }
}

#[test]
fn evidence_for_a_statement_supports_it() {
    let (verdict, [en, ru, kk]) = verdict(&Sample::tiny());
    assert_eq!(verdict, "supported");
    assert!(en.starts_with("Supported: "), "{en}");
    assert!(ru.starts_with("Подтверждено"), "{ru}");
    assert!(kk.starts_with("Расталды"), "{kk}");
}

#[test]
fn evidence_against_a_statement_contradicts_it() {
    let sample = Sample::tiny();
    sample.replace("hypotheses.toml", "at_most = 59.9", "at_most = 50");
    let (verdict, [en, ru, kk]) = verdict(&sample);
    assert_eq!(verdict, "contradicted");
    assert!(en.starts_with("Contradicted: "), "{en}");
    assert!(ru.starts_with("Опровергнуто"), "{ru}");
    assert!(kk.starts_with("Теріске шығарылды"), "{kk}");
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    assert_eq!(report["recommendations"], serde_json::json!([]), "nothing follows from no gap");
}

#[test]
fn a_statement_out_of_reach_is_not_testable() {
    let sample = Sample::tiny();
    sample.replace("hypotheses.toml", "at_most = 59.9", "from = 2024\nat_most = 59.9");
    let (verdict, [en, ru, kk]) = verdict(&sample);
    assert_eq!(verdict, "not_testable");
    assert!(en.starts_with("Not testable"), "{en}");
    assert!(ru.starts_with("Не проверяемо") || ru.starts_with("По имеющимся"), "{ru}");
    assert!(kk.contains("тексеруге келмейді"), "{kk}");
}

/// Every prediction of this study lies beyond its evidence: not one verdict may slip through.
#[test]
fn a_study_that_cannot_tell_says_so_throughout() {
    let sample = Sample::tiny();
    sample.replace("documents.csv", ",whole,", ",opening,");
    let mut text = String::new();
    let tests = [
        "test = \"measure_share\"\nat_least = 50\n[hypothesis.predictions.of]\nfunctions = [\"return\"]",
        "test = \"known_parts\"\nat_least = 3",
        "test = \"count_trend\"\nat_least = 0.5",
        "test = \"measure_count\"\nat_most = 5\n[hypothesis.predictions.of]\nfunctions = [\"return\"]",
        "test = \"measure_count\"\nat_least = 5\n[hypothesis.predictions.of]\nfunctions = [\"return\"]",
        "test = \"series_change\"\nseries = [\"return-kz\"]\nfrom = 2022\nat_least = 0",
        "test = \"comparator_ratio\"\nseries = [\"return-kz\"]\ncomparators = [\"return-kz\"]\nat_least = 1",
        "test = \"practice_count\"\ngrade = \"A\"\nat_least = 1\n[hypothesis.predictions.of]\nfunctions = [\"return\"]",
        "test = \"needs\"\nneeds_en = \"More.\"\nneeds_ru = \"Больше.\"\nneeds_kk = \"Көбірек.\"",
    ];
    for (number, test) in tests.iter().enumerate() {
        text.push_str(&format!(
            "[[hypothesis]]\nid = \"X{number}\"\nchapter = \"effectiveness\"\nrule = \"R1\"\n\
             statement_en = \"S.\"\nstatement_ru = \"У.\"\nstatement_kk = \"М.\"\n\
             [[hypothesis.predictions]]\nid = \"X{number}.a\"\n\
             text_en = \"P.\"\ntext_ru = \"П.\"\ntext_kk = \"Б.\"\n\
             reason_en = \"r\"\nreason_ru = \"п\"\nreason_kk = \"с\"\n{test}\n\n"
        ));
    }
    sample.write("hypotheses.toml", &text);
    sample.write("recommendations.toml", "");
    sample.daryn(&["run"]).ends(0);
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), tests.len());
    for finding in findings {
        assert_eq!(finding["verdict"], "not_testable", "{}", finding["id"]);
    }
    without_causal_words(&report);
}

#[test]
fn a_causal_word_of_the_author_is_told() {
    let sample = Sample::tiny();
    sample.replace("hypotheses.toml", "stays below its target", "fell because of the decree");
    sample.replace("practices.csv", "210 грантов", "Гранты привели к росту");
    let ran = sample.daryn(&["check", "--format", "json"]).ends(0);
    assert_eq!(ran.codes(), ["causal-word", "causal-word"]);
}

/// The verdict on "at most no measure of return", by the table of measures and the document's row.
fn no_measure_of_return(change: impl Fn(&Sample)) -> String {
    let sample = Sample::tiny();
    sample.replace(
        "hypotheses.toml",
        "test = \"series_value\"\nseries = [\"return-kz\"]\nat_most = 59.9",
        "test = \"measure_count\"\nat_most = 0",
    );
    let text = sample.read("hypotheses.toml");
    sample.write(
        "hypotheses.toml",
        &format!("{text}[hypothesis.predictions.of]\nfunctions = [\"return\"]\n"),
    );
    change(&sample);
    verdict(&sample).0
}

#[test]
fn a_count_decides_only_what_it_can() {
    // One measure is enough to refute "at most none", however little was read.
    assert_eq!(no_measure_of_return(|_| {}), "contradicted");
    // None can show it only where every measure of the text was taken.
    let other = |sample: &Sample| sample.replace("measures.csv", ",return,", ",train,");
    assert_eq!(no_measure_of_return(other), "supported");
    let picked = |sample: &Sample| {
        other(sample);
        sample.replace("documents.csv", ",whole,yes,", ",whole,no,");
    };
    assert_eq!(no_measure_of_return(picked), "not_testable");
    let unread = |sample: &Sample| {
        other(sample);
        sample.replace("documents.csv", ",whole,yes,", ",none,,");
    };
    assert_eq!(no_measure_of_return(unread), "not_testable");
}

#[test]
fn what_is_only_proposed_is_no_content_of_an_act() {
    let proposed =
        |sample: &Sample| sample.replace("measures.csv", ",act_text,", ",statement_or_proposal,");
    assert_eq!(no_measure_of_return(proposed), "supported");
    let remembered =
        |sample: &Sample| sample.replace("measures.csv", ",act_text,", ",from_memory,");
    // The target of the measure goes with it: a row from memory is no evidence.
    assert_eq!(no_measure_of_return(remembered), "supported");
}

#[test]
fn charts_with_names_alike_have_sheets_and_claims_of_their_own() {
    let sample = Sample::tiny();
    let chart = |id: &str| {
        format!(
            "[[study.charts]]\nid = \"{id}\"\nindicator = \"RETURN\"\nseries = [\"return-kz\"]\n\n"
        )
    };
    let more = chart("students_who_returned_2020") + &chart("students_who_returned_2021");
    sample.replace("study.toml", "[files]\n", &format!("{more}[files]\n"));
    sample.daryn(&["run"]).ends(0);
    sample.daryn(&["verify"]).ends(0);
}
