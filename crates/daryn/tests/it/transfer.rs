//! Recommendations beside the numbers of their practices: what is transferred to the case, how far
//! ranks move, and which findings rival each other.

use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::sample::Sample;

const HEAD: &str = "id,practice,outcome_en,outcome_ru,outcome_kk,value,low,high,unit_en,unit_ru,\
                    unit_kk,kind,significant,population_en,population_ru,population_kk,\
                    condition_en,condition_ru,condition_kk,source_url\n";

/// A number of the practice of the tiny study.
fn number(id: &str, kind: &str, significant: &str) -> String {
    format!(
        "{id},P1,returned,вернулись,оралғандар,40,30,50,% more,% больше,% артық,{kind},\
         {significant},graduates abroad,выпускники за рубежом,шетелдегі түлектер,\
         with an offer,при приглашении,шақыру болса,https://example.org/e\n"
    )
}

/// A causal number, and a recommendation that states its case.
pub(crate) fn stated(sample: &Sample) {
    sample.replace("practices.csv", ",D,R1,", ",A,R1,");
    sample.write("effects.csv", &format!("{HEAD}{}", number("E1", "effect", "")));
    sample.replace(
        "recommendations.toml",
        "\n\n[ranking]",
        "\ncase_population_en = \"our graduates abroad\"\n\
         case_population_ru = \"наши выпускники за рубежом\"\n\
         case_population_kk = \"шетелдегі түлектеріміз\"\n\
         case_condition_en = \"grants with an offer\"\n\
         case_condition_ru = \"гранты при приглашении\"\n\
         case_condition_kk = \"шақыру болса, гранттар\"\n\n[ranking]",
    );
}

/// The same with a judgement on the number.
pub(crate) fn judged(sample: &Sample, population: &str, condition: &str) {
    stated(sample);
    sample.replace(
        "recommendations.toml",
        "\n\n[ranking]",
        &judgement("E1", population, condition),
    );
}

fn judgement(effect: &str, population: &str, condition: &str) -> String {
    format!(
        "\n[[recommendation.transfer]]\neffect = \"{effect}\"\npopulation = \"{population}\"\n\
         condition = \"{condition}\"\nreason_en = \"read side by side\"\n\
         reason_ru = \"прочитано рядом\"\nreason_kk = \"қатар оқылды\"\n\n[ranking]"
    )
}

fn report(sample: &Sample) -> Value {
    sample.daryn(&["run"]).ends(0);
    serde_json::from_str(&sample.read("report/report.json")).expect("JSON")
}

/// What a claim says in a language.
fn said(report: &Value, id: &str, lang: &str) -> String {
    let claims = report["claims"].as_array().expect("claims");
    let claim = claims.iter().find(|claim| claim["id"] == id);
    let claim = claim.unwrap_or_else(|| panic!("no {id}"));
    claim["text"][lang].as_str().expect("words").to_owned()
}

/// A column of the table of transfers, row by row.
fn column(sample: &Sample, name: &str) -> Vec<String> {
    let text = sample.read("report/tables/transfer.csv");
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let at = rows.headers().expect("a head").iter().position(|head| head == name);
    let at = at.unwrap_or_else(|| panic!("no column {name}"));
    rows.records().map(|row| row.expect("a row")[at].to_owned()).collect()
}

const ROW: &str = "claim:recommendations.A1.transfer.E1";

#[test]
fn a_causal_number_is_transferred_where_both_sides_match() {
    let sample = Sample::tiny();
    judged(&sample, "same", "same");
    assert_eq!(sample.daryn(&["check", "--format", "json"]).ends(0).codes(), [""; 0]);
    let report = report(&sample);
    assert_eq!(column(&sample, "transferred"), ["yes"]);
    assert_eq!(column(&sample, "population_en"), ["graduates abroad"]);
    assert_eq!(column(&sample, "case_population_en"), ["our graduates abroad"]);
    assert_eq!(column(&sample, "condition_en"), ["with an offer"]);
    assert_eq!(column(&sample, "case_condition_en"), ["grants with an offer"]);
    assert_eq!(column(&sample, "population_match"), ["same"]);
    assert_eq!(column(&sample, "judge"), ["A. Author"], "nobody else is named");
    let coding = &report["evidence"]["coding:A1.transfer.E1"];
    assert_eq!((&coding["file"], &coding["line"]), (&json!("recommendations.toml"), &json!(19)));
    assert_eq!(coding["support"], json!(["effect:E1"]));
    let words = [
        (
            "en",
            "Transferred to the case: an effect from a causal design",
            "transferred to the case: 1.",
        ),
        ("ru", "Перенесено на рассматриваемый случай: эффект", "рассматриваемый случай: 1."),
        ("kk", "Қарастырылып отырған жағдайға көшірілді: әсер", "көшірілгені: 1."),
    ];
    for (lang, row, all) in words {
        let text = said(&report, ROW, lang);
        assert!(text.contains(row), "{text}");
        let text = said(&report, "claim:recommendations.A1.transfer", lang);
        assert!(text.ends_with(all), "{text}");
        let page = sample.read(&format!("report/{lang}/index.html"));
        assert!(page.contains(&said(&report, "claim:recommendations.transfer", lang)));
    }
    sample.daryn(&["verify"]).ends(0);
}

#[test]
fn a_number_stays_where_it_is_unless_everything_matches() {
    for (population, condition, obstacles) in [
        ("different", "same", "population_different"),
        ("same", "different", "condition_different"),
        ("unknown", "unknown", "population_unknown; condition_unknown"),
    ] {
        let sample = Sample::tiny();
        judged(&sample, population, condition);
        let report = report(&sample);
        assert_eq!(column(&sample, "transferred"), ["no"]);
        assert_eq!(column(&sample, "obstacles"), [obstacles]);
        assert!(said(&report, ROW, "en").contains("Not transferred to the case: "));
        assert!(said(&report, ROW, "ru").contains("Не перенесено на рассматриваемый случай: "));
        assert!(said(&report, ROW, "kk").contains("жағдайға көшірілмеді: "));
    }
}

#[test]
fn only_effects_with_evidence_are_transferred_whatever_matches() {
    for (kind, significant, obstacle) in
        [("association", "", "association"), ("count", "", "count"), ("effect", "no", "not_shown")]
    {
        let sample = Sample::tiny();
        judged(&sample, "same", "same");
        sample.write("effects.csv", &format!("{HEAD}{}", number("E1", kind, significant)));
        let report = report(&sample);
        assert_eq!(column(&sample, "transferred"), ["no"], "{kind}");
        assert_eq!(column(&sample, "obstacles"), [obstacle]);
        let all = said(&report, "claim:recommendations.transfer", "en");
        assert!(
            all.contains("no evidence of it — 1; population") && all.contains("to the case: 0.")
        );
    }
}

#[test]
fn without_a_case_or_a_judgement_nothing_is_transferred() {
    let sample = Sample::tiny();
    sample.write("effects.csv", &format!("{HEAD}{}", number("E1", "count", "")));
    let silent = report(&sample);
    assert_eq!(column(&sample, "obstacles"), ["count; case_not_stated"]);
    assert_eq!(column(&sample, "case_population"), ["not_stated"]);
    let text = said(&silent, "claim:recommendations.A1.transfer", "en");
    assert!(text.starts_with("Population and condition of the case were not stated: nothing is"));
    stated(&sample);
    let stated = report(&sample);
    assert_eq!(column(&sample, "obstacles"), ["not_judged"]);
    assert!(said(&stated, ROW, "en").contains("population and condition not judged"));
}

#[test]
fn who_judged_may_be_named() {
    let sample = Sample::tiny();
    judged(&sample, "same", "same");
    sample.replace("study.toml", "seed = 1\n", "seed = 1\ncoder_en = \"a coder\"\n");
    report(&sample);
    assert_eq!(column(&sample, "judge_en"), ["a coder"]);
    sample.replace(
        "recommendations.toml",
        "reason_en = \"read",
        "judge_en = \"B.\"\nreason_en = \"read",
    );
    report(&sample);
    assert_eq!(column(&sample, "judge_en"), ["B."]);
}

/// Two recommendations that differ only in their practices.
fn two_recommendations() -> Sample {
    let sample = Sample::tiny();
    let text = sample.read("recommendations.toml");
    let end = text.find("[ranking]").expect("a ranking");
    let other = text[..end].replace("\"A1\"", "\"A2\"").replace("[\"P1\"]", "[]");
    sample.write("recommendations.toml", &format!("{}{other}{}", &text[..end], &text[end..]));
    sample
}

#[test]
fn ranges_and_ties_stand_in_the_report_for_programs() {
    let report = report(&two_recommendations());
    let advice = &report["recommendations"];
    // Without its only practice A1 is equal to A2, and both share ranks 1 and 2. Both have one gap,
    // so its verdict moves them together.
    for (place, id) in [(0, "recommendation:A1"), (1, "recommendation:A2")] {
        assert_eq!(advice[place]["id"], id);
        assert_eq!(advice[place]["rank_ranges"]["one_practice_less"], json!([1, 2]));
        let rank = place + 1;
        assert_eq!(advice[place]["rank_ranges"]["one_verdict_moved"], json!([rank, rank]));
        assert_eq!(advice[place]["tied"], json!([]));
    }
    let sample = two_recommendations();
    sample.replace("recommendations.toml", "[\"P1\"]", "[]");
    let equal = self::report(&sample);
    assert_eq!(equal["recommendations"][0]["tied"], json!(["recommendation:A2"]));
}

#[test]
fn the_figure_of_ranks_draws_both_ranges_and_says_them() {
    let sample = two_recommendations();
    let report = report(&sample);
    for (lang, words) in [
        ("en", ["one practice less: 1–2", "one verdict moved: 2"]),
        ("ru", ["без одной практики: 1–2", "вердикт сдвинут: 2"]),
        ("kk", ["бір тәжірибесіз: 1–2", "қорытынды жылжыса: 2"]),
    ] {
        let page = Html::parse_document(&sample.read(&format!("report/{lang}/index.html")));
        let select = |text: &str| Selector::parse(text).expect("a selector");
        let id = "claim:recommendations.A2.robustness";
        let figure = page.select(&select("#f-recommendations-ranks")).next().expect("the figure");
        let mark = select(&format!("a.mark[data-claim=\"{id}\"]"));
        let mark = figure.select(&mark).next().expect("a mark");
        assert_eq!(mark.value().attr("aria-label"), Some(said(&report, id, lang).as_str()));
        let href = mark.value().attr("href").expect("a link");
        assert!(page.select(&select(&format!("p{href}"))).next().is_some(), "{href} is a sentence");
        assert_eq!(mark.select(&select("line.range.broken")).count(), 1);
        let over = select(&format!("g.over[data-claim=\"{id}\"] text"));
        let told: Vec<String> = figure.select(&over).map(|text| text.text().collect()).collect();
        assert_eq!(told, words);
    }
}

#[test]
fn a_finding_says_what_it_rivals() {
    let sample = Sample::tiny();
    let other = sample.read("hypotheses.toml").replace("H1", "H2");
    let other = other.replace("rule = ", "rival_of = \"H1\"\nrule = ");
    let text = sample.read("hypotheses.toml");
    sample.write("hypotheses.toml", &format!("{text}\n{other}"));
    let report = report(&sample);
    assert_eq!(report["findings"][0]["rival_of"], Value::Null);
    assert_eq!(report["findings"][1]["rival_of"], "finding:H1");
    for (lang, head) in [
        ("en", "Rival explanation of: “The share"),
        ("ru", "Конкурирующее объяснение к гипотезе: «Доля"),
        ("kk", "Мына гипотезаға балама түсіндірме: «Оралған"),
    ] {
        assert!(said(&report, "claim:findings.rival.H2", lang).starts_with(head));
        let page = Html::parse_document(&sample.read(&format!("report/{lang}/index.html")));
        let select = Selector::parse("article.finding p[data-claim=\"claim:findings.rival.H2\"]");
        assert_eq!(page.select(&select.expect("a selector")).count(), 1);
    }
}

#[test]
fn practices_are_counted_by_instrument_too() {
    for (instrument, verdict) in [("financial", "supported"), ("regulatory", "not_testable")] {
        let sample = Sample::tiny();
        sample.replace("practices.csv", "functions,", "functions,instrument,");
        sample.replace("practices.csv", ",return,", ",return,financial,");
        sample.replace(
            "hypotheses.toml",
            "test = \"series_value\"\nseries = [\"return-kz\"]\nat_most = 59.9",
            &format!(
                "test = \"practice_count\"\nof = {{ instrument = \"{instrument}\" }}\nat_least = 1"
            ),
        );
        assert_eq!(report(&sample)["findings"][0]["verdict"], verdict, "{instrument}");
    }
}

#[test]
fn a_number_has_no_better_grade_than_its_kind_wherever_it_is_shown() {
    let sample = Sample::tiny();
    judged(&sample, "same", "same");
    sample.write("effects.csv", &format!("{HEAD}{}", number("E1", "count", "")));
    let report = report(&sample);
    // A count of a practice with a causal study.
    assert_eq!(column(&sample, "grade"), ["D"]);
    assert_eq!(report["evidence"]["effect:E1"]["cells"]["grade"], "D");
    assert!(sample.read("report/tables/effects.csv").contains(",count,D,"));
}
