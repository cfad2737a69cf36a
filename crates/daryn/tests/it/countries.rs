//! Countries and sources beside each other in the chapter on effectiveness.

use std::collections::BTreeMap;
use std::path::Path;

use daryn_stats::codes::area::{self, Code};
use serde_json::Value;

use crate::sample::{Sample, daryn};

/// Adds an indicator of the catalogue, a unit and a second source; rows are area, period, value,
/// source.
fn with_rows(rows: &[[&str; 4]]) -> Sample {
    let sample = Sample::tiny();
    let add = |file: &str, text: &str| sample.write(file, &(sample.read(file) + text));
    add("indicators.csv", "GERD_GDP,Spending on research,Затраты,Шығын,percent,up\n");
    add("units.csv", "percent,per cent,процент,пайыз,%,%,%\n");
    add("sources.csv", "INST,Institute,Институт,Институт,statistics_office\n");
    let mut text = sample.read("statistics.csv");
    for [area, period, value, source] in rows {
        text += &format!(
            "GERD_GDP,{area},{period},{value},percent,{source},{source}-{area},no,no,official,\
             https://example.org/s\n"
        );
    }
    sample.write("statistics.csv", &text);
    sample.daryn(&["run"]).ends(0);
    sample
}

fn text_of(sample: &Sample, id: &str, lang: &str) -> Option<String> {
    let report: Value = serde_json::from_str(&sample.read("report/report.json")).expect("JSON");
    let claims = report["claims"].as_array().expect("claims");
    let claim = claims.iter().find(|claim| claim["id"] == format!("claim:effectiveness.{id}"))?;
    Some(claim["text"][lang].as_str().expect("words").to_owned())
}

#[test]
fn a_figure_of_another_source_or_year_is_not_beside_the_country_and_the_page_says_so() {
    let sample = with_rows(&[
        ["KZ", "2019", "0.25", "BNS"],
        ["PL", "2019", "1.5", "INST"],
        ["PL", "2020", "1.6", "BNS"],
    ]);
    assert!(text_of(&sample, "beside.GERD_GDP.KZ", "en").is_none());
    let alone = text_of(&sample, "beside.alone", "en").expect("a sentence");
    assert!(alone.contains("R&D expenditure as a share of GDP"), "{alone}");
    assert!(!sample.read("report/en/index.html").contains("f-effectiveness-countries"));
    // One more figure makes them comparable.
    let sample = with_rows(&[["KZ", "2019", "0.25", "BNS"], ["PL", "2019", "1.5", "BNS"]]);
    for (lang, value) in [("en", "1.5"), ("ru", "1,5"), ("kk", "1,5")] {
        let text = text_of(&sample, "beside.GERD_GDP.PL", lang).expect("a sentence");
        assert!(text.contains(value) && text.contains("2019"), "{text}");
        let page = sample.read(&format!("report/{lang}/index.html"));
        assert!(page.contains("f-effectiveness-countries"), "{lang}");
    }
    let table = sample.read("report/tables/countries.csv");
    assert_eq!(table.lines().count(), 3, "{table}");
}

#[test]
fn sources_of_one_quantity_are_told_with_the_spread_the_rule_and_what_would_be_said_otherwise() {
    let sample = with_rows(&[
        ["KZ", "2019", "0.25", "BNS"],
        ["KZ", "2020", "0.30", "BNS"],
        ["KZ", "2021", "0.31", "BNS"],
        ["KZ", "2019", "0.28", "INST"],
        ["KZ", "2020", "0.24", "INST"],
    ]);
    let text = text_of(&sample, "compared.GERD_GDP", "en").expect("a sentence");
    // By hand: 2020, (0.30 - 0.24) / 0.30 = 20 %; 2019, 0.03 / 0.28 = 10.7 %.
    assert!(text.contains("2020, from 0.24") && text.contains("20.0% of the larger"), "{text}");
    assert!(
        text.contains("picks Bureau of Statistics: its figures reach a later period"),
        "{text}"
    );
    assert!(!text.contains("none of them says the opposite"), "{text}");
    let id = "compared.GERD_GDP.INST.GERD_GDP.2019.2020";
    let other = text_of(&sample, id, "en").expect("a sentence");
    assert!(other.contains("a rise from 0.25") && other.contains("a fall from 0.28"), "{other}");
    for lang in ["ru", "kk"] {
        let other = text_of(&sample, id, lang).expect("a sentence");
        assert!(other.contains("0,25") && other.contains("0,28"), "{other}");
    }
    let table = sample.read("report/tables/compared.csv");
    assert!(table.contains(",picked") && table.contains(",beside"), "{table}");
}

#[test]
fn sources_without_a_common_period_have_no_spread() {
    let sample = with_rows(&[["KZ", "2019", "0.25", "BNS"], ["KZ", "2018", "0.3", "INST"]]);
    let text = text_of(&sample, "compared.GERD_GDP", "en").expect("a sentence");
    assert!(text.contains("a spread cannot be told"), "{text}");
    // One source is no comparison.
    let sample = with_rows(&[["KZ", "2019", "0.25", "BNS"], ["KZ", "2018", "0.3", "BNS"]]);
    assert!(text_of(&sample, "compared.GERD_GDP", "en").is_none());
    assert_eq!(sample.read("report/tables/compared.csv").lines().count(), 1);
}

/// The chapter of the built-in study and `daryn indicators compute` give one number.
#[test]
fn the_chapter_and_the_indicators_give_one_number() {
    let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../studies/kazakhstan");
    let parent = tempfile::tempdir().expect("a folder");
    let report = parent.path().join("report");
    let dir = parent.path().join("study");
    copy(&study, &dir);
    daryn(&dir, &["run", "--out", &report.display().to_string()]).ends(0);
    // Values by indicator, area, partner and period, all sources.
    let mut computed: BTreeMap<[String; 4], Vec<f64>> = BTreeMap::new();
    let text = daryn(&dir, &["indicators", "compute", ".", "--format", "csv"]).ends(0).out;
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        let row = row.expect("a row");
        let Ok(value) = row[4].parse() else { continue };
        let key = [0, 1, 2, 3].map(|place| row[place].to_owned());
        computed.entry(key).or_default().push(value);
    }
    let rows = |name: &str| -> Vec<BTreeMap<String, String>> {
        let path = report.join("tables").join(name);
        let mut reader = csv::Reader::from_path(path).expect("a table");
        let head = reader.headers().expect("a head").clone();
        let named = |row: csv::StringRecord| {
            head.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
        };
        reader.records().map(|row| named(row.expect("a row"))).collect()
    };
    let iso3 =
        |code: &str| area::find(code).and_then(|area| area.code(Code::Iso3)).map(str::to_owned);
    let has = |key: [String; 4], value: &str| {
        let value: f64 = value.parse().expect("a number");
        let all = computed.get(&key).unwrap_or_else(|| panic!("no {key:?}"));
        let near = |other: &f64| (other - value).abs() <= 5e-6 * value.abs().max(1e-9);
        assert!(all.iter().any(near), "{key:?}: {value} is none of {all:?}");
    };
    let mut seen = 0;
    for row in rows("countries.csv") {
        let id = row["claim"].trim_start_matches("claim:effectiveness.beside.");
        let (indicator, code) = id.rsplit_once('.').expect("an indicator and an area");
        let area = iso3(code).expect("an area");
        has([indicator.to_owned(), area, "W".to_owned(), row["period"].clone()], &row["value"]);
        seen += 1;
    }
    for (flow, indicator) in [("migration", "MIG_NET"), ("scholars", "SCH_NET")] {
        for row in rows(&format!("flows_{flow}.csv")) {
            let code = row["claim"].rsplit('.').next().unwrap_or_default();
            let Some(partner) = iso3(code) else { continue };
            if row["net"].is_empty() {
                continue;
            }
            let key = [indicator.to_owned(), "KAZ".to_owned(), partner, row["period"].clone()];
            has(key, &row["net"]);
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen}");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the built-in study") {
        let entry = entry.expect("an entry");
        let name = entry.file_name();
        match entry.path() {
            path if path.is_file() => {
                std::fs::copy(path, to.join(name)).expect("copied");
            }
            path if name == "statistics" || name == "features" => copy(&path, &to.join(name)),
            _ => {}
        }
    }
}
