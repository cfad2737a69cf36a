//! Observations that a study takes out of files of statistics, as their sources give them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::sample::{Sample, daryn};

/// SDMX-CSV with a multiplier, a status and more than a study wants.
const MESSAGE: &str = "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n\
    X:F(1.0),KAZ,_T,2020,0.0485,A,3\n\
    X:F(1.0),KAZ,F,2020,0.0400,A,3\n\
    X:F(1.0),KAZ,_T,2021,0.052,P,3\n\
    X:F(1.0),KAZ,_T,2022,,M,3\n\
    X:F(1.0),POL,_T,2020,0.061,A,3\n\
    X:F(1.0),WLD,_T,2020,0.07,A,3\n";

const EXTRACT: &str = r#"[[extract]]
id = "returns"
file = "returns 2022.csv"
select = { SEX = "_T" }
indicator = "RETURN"
area = "REF_AREA"
unit = "PC"
scale = 3
source = "BNS"
series = "x-{area}"
vintage = "2022-11"
kind = "official"
source_url = "https://example.org/x"
"#;

fn study(extract: &str) -> Sample {
    let sample = Sample::tiny();
    sample.replace("study.toml", "statistics = ", "extracts = \"extracts.toml\"\nstatistics = ");
    sample.replace(
        "study.toml",
        "series = [\"return-kz\"]",
        "series = [\"return-kz\", \"x-PL\", \"x-KZ\"]",
    );
    fs::create_dir(sample.dir.join("statistics")).expect("a folder");
    sample.write("statistics/returns 2022.csv", MESSAGE);
    sample.write("extracts.toml", extract);
    sample
}

#[test]
fn observations_are_taken_with_status_and_scale_and_lead_to_their_bytes() {
    let sample = study(EXTRACT);
    assert_eq!(sample.daryn(&["check", "--format", "json"]).ends(0).codes(), [""; 0]);
    sample.daryn(&["run"]).ends(0);
    let table = sample.read("report/tables/series_returns.csv");
    let of = |series: &str| -> Vec<(String, String)> {
        let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        let heads = reader.headers().expect("heads").clone();
        let at = |name: &str| heads.iter().position(|head| head == name).expect("a column");
        let (own, period, value) = (at("series"), at("period"), at("value"));
        let records = reader.records().map(|record| record.expect("a record"));
        records
            .filter(|record| &record[own] == series)
            .map(|record| (record[period].to_owned(), record[value].to_owned()))
            .collect()
    };
    let owned = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(year, value)| ((*year).to_owned(), (*value).to_owned())).collect()
    };
    // A value that the source lacks is no point, and the world is no area of this study.
    assert_eq!(of("x-KZ"), owned(&[("2020", "48.5"), ("2021", "52")]));
    assert_eq!(of("x-PL"), owned(&[("2020", "61")]));
    let page = sample.read("report/en/index.html");
    let note = "Bureau of Statistics (release: 2022-11 and none named for 3 points). \
        Status of the points: normal – 2, provisional – 1 and not given – 3.";
    assert!(page.contains(note), "{page}");

    let why = sample.daryn(&["why", "observation:x-KZ|2021|2022-11", "--format", "json"]);
    let why = why.ends(0).json();
    assert_eq!(why["file"], "statistics/returns 2022.csv");
    assert_eq!(why["line"], 4);
    let cell = |name: &str| {
        let cells = why["cells"].as_array().expect("cells").iter();
        let found = cells.filter(|cell| cell[0] == name).map(|cell| cell[1].clone()).next();
        found.unwrap_or(Value::Null).as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(cell("status"), "provisional");
    let bytes =
        daryn(&sample.dir, &["stats", "cite", "statistics/returns 2022.csv", &cell("bytes")]);
    assert_eq!(bytes.ends(0).out.trim_end(), "X:F(1.0),KAZ,_T,2021,0.052,P,3");
    let text = sample.daryn(&["why", "observation:x-KZ|2021|2022-11"]).ends(0).out;
    assert!(text.contains(&format!("2022.csv:4 ({})", cell("bytes"))), "{text}");
    assert!(sample.read("daryn.lock").contains("statistics/returns 2022.csv"));
    sample.daryn(&["verify"]).ends(0);
}

#[test]
fn workbooks_are_taken_through_a_mapping_and_cited_by_cell() {
    let sample = study(EXTRACT);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [["Регион", "2020", "2021"], ["Казахстан", "48,5", "…"]].iter().enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32 + 2, column as u16, *cell).expect("written");
        }
    }
    book.save(sample.dir.join("statistics/кесте.xlsx")).expect("saved");
    let mapping = "[[table]]\nid = \"T\"\ndecimal_mark = \",\"\nbegin = { equals = \"Регион\" }\n\
        [[table.head_row]]\nrow = 0\ncomponent = \"TIME_PERIOD\"\n\
        [[table.head_column]]\ncolumn = \"A\"\ncomponent = \"REF_AREA\"\nlanguage = \"ru\"\n";
    sample.write("statistics/кесте.toml", mapping);
    let own = EXTRACT
        .replace("returns 2022.csv", "кесте.xlsx")
        .replace("select = { SEX = \"_T\" }", "mapping = \"кесте.toml\"")
        .replace("scale = 3\n", "");
    sample.write("extracts.toml", &own);
    fs::remove_file(sample.dir.join("statistics/returns 2022.csv")).expect("removed");
    sample.replace("study.toml", ", \"x-PL\"", "");
    assert_eq!(sample.daryn(&["check", "--format", "json"]).ends(0).codes(), [""; 0]);
    let why = sample.daryn(&["why", "observation:x-KZ|2020|2022-11"]).ends(0).out;
    assert!(why.contains("48.5%") && why.contains("@B4)"), "{why}");
}

#[test]
fn what_cannot_be_taken_is_told_and_nothing_is_guessed() {
    let told = |from: &str, to: &str| {
        let changed = EXTRACT.replace(from, to);
        assert_ne!(changed, EXTRACT, "{from}");
        let ran = study(&changed).daryn(&["check", "--format", "json"]).ends(1);
        let first = ran.json()["diagnostics"][0].clone();
        let word = |name: &str| first[name].as_str().unwrap_or_default().to_owned();
        (word("code"), format!("{} {}", word("message"), word("hint")))
    };
    let check = |from: &str, to: &str, code: &str, words: &str| {
        let (found, text) = told(from, to);
        assert_eq!(found, code, "{text}");
        assert!(text.contains(words), "{text}");
    };
    check("returns 2022.csv", "returns.csv", "extract-file", "returns 2022.csv");
    check("SEX = ", "SEXE = ", "extract-component", "SEX,");
    check("SEX = \"_T\"", "SEX = \"M\"", "extract-empty", "SEX: F, _T");
    check("unit =", "areas = [\"KZ\", \"PL\", \"XX\"]\nunit =", "extract-areas", "XX");
    check("select = { SEX = \"_T\" }\n", "", "extract-several", "SEX: \"_T\", \"F\"");
    check("scale = 3\n", "", "extract-scale", ":65-96");
    check("unit =", "decimals = 1\ndecimal_mark = \",\"\nunit =", "extract-value", "0.0485");
    check("unit =", "period = \"OBS_STATUS\"\nunit =", "extract-period", "“A”");
    check("unit =", "status = \"UNIT_MULT\"\nunit =", "extract-status", "“3”");
    check("x-{area}", "x {area}", "extract-series", "x KZ");
    check("source = \"BNS\"", "source = \"BSN\"", "dangling-reference", "BNS");
}

#[test]
fn a_file_that_nothing_names_is_told_and_only_its_own_stages_run_again() {
    let sample = study(EXTRACT);
    sample.write("statistics/old.csv", "a,b\n");
    let ran = sample.daryn(&["check", "--format", "json"]).ends(0);
    assert_eq!(ran.codes(), ["unnamed-file"]);
    fs::remove_file(sample.dir.join("statistics/old.csv")).expect("removed");
    sample.daryn(&["run"]).ends(0);
    sample.replace("statistics/returns 2022.csv", "0.061", "0.062");
    let ran = sample.daryn(&["run", "--format", "json"]).ends(0).json();
    let names: Vec<&str> =
        ran["ran"].as_array().expect("stages").iter().filter_map(Value::as_str).collect();
    assert!(names.contains(&"figures:returns") && names.contains(&"chart:returns"), "{names:?}");
    assert!(!names.contains(&"table:statistics") && !names.contains(&"evolution"), "{names:?}");
}

#[test]
fn the_files_of_the_built_in_study_hold_what_their_sources_hold() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../studies/kazakhstan/statistics");
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("DARYN_SHARED").map_or_else(beside, std::path::PathBuf::from);
    if !shared.join("data").is_dir() {
        eprintln!("SKIPPED: {} is not there", shared.display());
        return;
    }
    // The columns of a file, without the names of bytes, as `stats read` gives them.
    let rows = |file: &Path, names: &[&str]| -> BTreeSet<Vec<String>> {
        let file = file.display().to_string();
        let out = daryn(&own, &["stats", "read", &file]).ends(0).out;
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        let heads = reader.headers().expect("heads").clone();
        let places: Vec<usize> = names
            .iter()
            .map(|name| heads.iter().position(|head| head == *name).expect("a column"))
            .collect();
        let records = reader.records().map(|record| record.expect("a record"));
        records.map(|row| places.iter().map(|at| row[*at].to_owned()).collect()).collect()
    };
    let data = shared.join("data");
    for (file, source, names, lines) in [
        (
            "un-sdg-2020-10.csv",
            "statistics/unsdg_series_2020.csv.gz",
            &["series", "m49", "TIME_PERIOD", "dims", "nature", "units", "OBS_VALUE"][..],
            307,
        ),
        (
            "kazstat-9-5-1.csv",
            "open-sdg-kazstat/data/indicator_9-5-1.csv",
            &["TIME_PERIOD", "OBS_VALUE"],
            14,
        ),
        (
            "kazstat-9-5-2.csv",
            "open-sdg-kazstat/data/indicator_9-5-2.csv",
            &["TIME_PERIOD", "OBS_VALUE"],
            14,
        ),
        (
            "scholars-2024-v1.csv",
            "mpidr_scholarly_migration/scopus_2024_V1_scholarlymigration_country_enriched.csv",
            &["TIME_PERIOD", "countrycode", "number_of_inmigrations", "netmigrationrate"],
            161,
        ),
    ] {
        let (taken, all) = (rows(&own.join(file), names), rows(&data.join(source), names));
        assert_eq!(taken.len(), lines, "{file}");
        let others: Vec<_> = taken.difference(&all).collect();
        assert!(others.is_empty(), "{file}: {others:?}");
    }
    // Of the World Bank one series is at hand in that release; programmes wrote it with `.0`.
    let names = ["indicator", "iso3", "TIME_PERIOD", "OBS_VALUE"];
    let all = rows(&data.join("statistics/wdi_core.csv.gz"), &names);
    let numbers: BTreeSet<(&str, &str, i64)> = all
        .iter()
        .filter(|row| row[0] == "IP.JRN.ARTC.SC")
        .filter_map(|row| Some((&*row[1], &*row[2], row[3].parse::<f64>().ok()?.round() as i64)))
        .collect();
    let taken = rows(&own.join("world-bank-2021-10.csv"), &names);
    let articles: Vec<_> = taken.iter().filter(|row| row[0] == "IP.JRN.ARTC.SC").collect();
    assert_eq!(articles.len(), 133);
    for row in articles {
        let value = row[3].parse::<f64>().expect("a number").round() as i64;
        assert!(numbers.contains(&(&*row[1], &*row[2], value)), "{row:?}");
    }
}
