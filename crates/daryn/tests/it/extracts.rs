//! Observations that a study takes out of files of statistics, as their sources give them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::sample::{Sample, daryn, shared};

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
    check("scale = 3\n", "", "extract-scale", "returns 2022.csv");
    check("unit =", "decimals = 1\ndecimal_mark = \",\"\nunit =", "extract-value", "0.0485");
    check("unit =", "period = \"OBS_STATUS\"\nunit =", "extract-period", "“A”");
    check("unit =", "status = \"UNIT_MULT\"\nunit =", "extract-status", "“3”");
    check("x-{area}", "x {area}", "extract-series", "x KZ");
    check("source = \"BNS\"", "source = \"BSN\"", "dangling-reference", "BNS");
}

/// The codes that `check` tells of a study with this file and these entries.
fn codes(file: &str, text: &str, entry: &str) -> Vec<String> {
    let sample = study(EXTRACT);
    fs::remove_file(sample.dir.join("statistics/returns 2022.csv")).expect("removed");
    sample.write(&format!("statistics/{file}"), text);
    sample.write(
        "extracts.toml",
        &EXTRACT
            .replace("returns 2022.csv", file)
            .replace("select = { SEX = \"_T\" }\n", "")
            .replace("scale = 3\n", entry),
    );
    sample.replace("study.toml", ", \"x-PL\", \"x-KZ\"", "");
    let ran = sample.daryn(&["check", "--format", "json"]);
    ran.codes()
}

#[test]
fn nothing_is_joined_scaled_or_left_out_in_silence() {
    let plain =
        |lines: &str, entry: &str| codes("a.csv", &format!("REF_AREA,TIME_PERIOD,{lines}"), entry);
    // A column that is not known to be the value.
    assert_eq!(plain("stock\nKAZ,2020,5\n", ""), ["extract-measure", "stats-no-measure"]);
    assert_eq!(plain("stock\nKAZ,2020,5\n", "value = \"stock\"\n"), [""; 0]);
    // A column of the file that is called as one of a mapping is called.
    assert_eq!(plain("NUMBER,OBS_MISSING,OBS_VALUE\nKAZ,2020,1,no,abc\n", ""), ["extract-value"]);
    // Different things under one name, unless they tell nothing of what is counted.
    let sexes = "SEX,OBS_VALUE\nKAZ,2020,T,5\nKAZ,2021,F,6\n";
    assert_eq!(plain(sexes, ""), ["extract-mixed"]);
    assert_eq!(plain(sexes, "differ = [\"SEX\"]\n"), [""; 0]);
    assert_eq!(plain("SEX,OBS_VALUE\nKAZ,2020,T,5\nKAZ,2020,T,6\n", ""), ["extract-twice"]);
    // Multipliers must be one, whether the author gives a scale or not.
    let scales = "UNIT_MULT,OBS_VALUE\nKAZ,2020,3,5\nKAZ,2021,6,6\n";
    assert_eq!(plain(scales, "scale = 3\ndiffer = [\"UNIT_MULT\"]\n"), ["extract-scales"]);
    // Marks behind values and marks that may be the decimal one.
    assert_eq!(plain("OBS_VALUE\nKAZ,2020,12.3 b\n", ""), ["extract-status"]);
    assert_eq!(plain("OBS_VALUE\nKAZ,2020,12.3 b\n", "statuses = { b = \"B\" }\n"), [""; 0]);
    assert_eq!(plain("OBS_VALUE\nKAZ,2020,12.3%\n", ""), ["extract-percent"]);
    assert_eq!(plain("OBS_VALUE\nKAZ,2020,12.345\n", "decimal_mark = \",\"\n"), ["extract-value"]);
    assert_eq!(plain("OBS_VALUE\nKAZ,2020,\"12,3\"\n", "decimal_mark = \",\"\n"), [""; 0]);
    // Settings.
    assert_eq!(plain("OBS_VALUE\nKAZ,2020,5\n", "scale = 3000000000\n"), ["out-of-range"]);
    assert_eq!(plain("OBS_VALUE\nKAZ,2020,5\n", "ref_area = \"KZ\"\n"), ["extract-one-of"]);
    // Names of areas that are not known, remarks and breaks of nothing.
    let areas = "OBS_VALUE\nKAZ,2020,5\nKazahstan,2021,6\n";
    assert_eq!(plain(areas, ""), ["extract-unknown-areas"]);
    let remark = |text: &str| plain("OBS_VALUE\nKAZ,2020,5\n", text);
    assert_eq!(remark("breaks = [2019]\n"), ["extract-remark"]);
    let entry = EXTRACT.replace("select = { SEX = \"_T\" }\n", "");
    let twice = format!("{entry}[[extract.remarks]]\ntime_period = \"2030\"\ndoubtful = true\n");
    let sample = study(&twice.replace("scale = 3", "scale = 3\nselect = { SEX = \"_T\" }"));
    assert_eq!(sample.daryn(&["check", "--format", "json"]).ends(1).codes(), ["extract-remark"]);
    let sample = study(&format!("{EXTRACT}\n{EXTRACT}"));
    let told = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
    assert_eq!(told, ["duplicate-key"]);
}

#[test]
fn what_is_said_of_an_observation_goes_before_what_is_said_of_all() {
    let message = r#"<?xml version="1.0" encoding="UTF-8"?>
<m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<m:Header><m:ID>x</m:ID><m:Test>false</m:Test><m:Prepared>2022-11-01</m:Prepared><m:Sender id="X"/></m:Header>
<m:DataSet action="Replace" ss:dataScope="DataStructure" OBS_STATUS="A" UNIT_MULT="0">
<Series REF_AREA="KAZ" UNIT_MULT="3"><Obs TIME_PERIOD="2020" OBS_VALUE="0.0485" OBS_STATUS="E"/><Obs TIME_PERIOD="2021" OBS_VALUE="0.052"/></Series>
</m:DataSet>
<m:DataSet action="Delete" ss:dataScope="DataStructure">
<Series REF_AREA="KAZ" UNIT_MULT="3"><Obs TIME_PERIOD="2022" OBS_VALUE="0.06"/></Series>
</m:DataSet>
</m:StructureSpecificData>
"#;
    let sample = study(&EXTRACT.replace("select = { SEX = \"_T\" }\n", "").replace(".csv", ".xml"));
    fs::remove_file(sample.dir.join("statistics/returns 2022.csv")).expect("removed");
    sample.write("statistics/returns 2022.xml", message);
    sample.replace("study.toml", ", \"x-PL\"", "");
    let mut told = sample.daryn(&["check", "--format", "json"]).ends(0).codes();
    told.retain(|code| code.starts_with("extract"));
    assert_eq!(told, ["extract-deleted"]);
    sample.daryn(&["run"]).ends(0);
    let table = sample.read("report/tables/series_returns.csv");
    let of: Vec<&str> = table.lines().filter(|line| line.contains(",x-KZ,")).collect();
    assert_eq!(of.len(), 2, "{table}");
    assert!(of[0].contains(",2020,48.5,") && of[0].contains(",E,"), "{table}");
    assert!(of[1].contains(",2021,52,") && of[1].contains(",A,"), "{table}");
}

#[test]
fn a_cell_that_shows_percent_is_taken_as_percent_or_not_at_all() {
    let sample = study(EXTRACT);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
    sheet.write(0, 0, "area").expect("written");
    sheet.write(0, 1, "2020").expect("written");
    sheet.write(1, 0, "KAZ").expect("written");
    sheet.write_with_format(1, 1, 0.123, &percent).expect("written");
    book.save(sample.dir.join("statistics/a.xlsx")).expect("saved");
    sample.write(
        "statistics/a.toml",
        "[[table]]\nid = \"T\"\n[[table.head_row]]\nrow = 0\ncomponent = \"TIME_PERIOD\"\n\
         [[table.head_column]]\ncolumn = \"A\"\ncomponent = \"REF_AREA\"\n",
    );
    fs::remove_file(sample.dir.join("statistics/returns 2022.csv")).expect("removed");
    sample.replace("study.toml", ", \"x-PL\"", "");
    let entry = EXTRACT
        .replace("returns 2022.csv", "a.xlsx")
        .replace("select = { SEX = \"_T\" }", "mapping = \"a.toml\"")
        .replace("scale = 3\n", "");
    sample.write("extracts.toml", &entry);
    let told = sample.daryn(&["check", "--format", "json"]).ends(1).codes();
    assert!(told.contains(&"extract-percent".to_owned()), "{told:?}");
    sample.write("extracts.toml", &entry.replace("unit =", "percent = true\nunit ="));
    let why = sample.daryn(&["why", "observation:x-KZ|2020|2022-11"]).ends(0).out;
    assert!(why.contains("12.3%"), "{why}");
}

#[test]
fn a_structure_of_which_something_is_told_is_still_used() {
    let structure = r#"<?xml version="1.0" encoding="UTF-8"?>
<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure">
<m:Header><m:ID>x</m:ID></m:Header>
<m:Structures><s:DataStructures><s:DataStructure id="D" agencyID="X" version="1.0"><s:DataStructureComponents>
<s:DimensionList><s:Dimension id="REF_AREA"/><s:Dimension id="SEX"/><s:TimeDimension id="TIME_PERIOD"/></s:DimensionList>
<s:MeasureList><s:PrimaryMeasure id="OBS_VALUE"/></s:MeasureList>
</s:DataStructureComponents></s:DataStructure></s:DataStructures></m:Structures>
</m:Structure>
<trailing/>
"#;
    let sample = study(&EXTRACT.replace("select =", "structure = \"dsd.xml\"\nselect ="));
    sample.write("statistics/dsd.xml", structure);
    let told = sample.daryn(&["check", "--format", "json"]).ends(0).codes();
    assert_eq!(told, ["stats-xml-behind"]);
    let why = sample.daryn(&["why", "observation:x-KZ|2020|2022-11"]).ends(0).out;
    assert!(why.contains("48.5%"), "{why}");
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
    let Some(data) = shared("") else { return };
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
