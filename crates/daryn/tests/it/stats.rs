//! `daryn stats`: what files are, their observations, the bytes of one, codes of areas.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use crate::sample::{command, daryn, shared};

/// Data of an invented office, structure-specific, with a line break in an attribute.
const DATA: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
  xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific"
  xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<m:Header><m:ID>X</m:ID><m:Test>false</m:Test><m:Prepared>2026-01-01T00:00:00</m:Prepared>
<m:Sender id="X"/><m:Structure structureID="X" dimensionAtObservation="TIME_PERIOD">
<c:Structure><Ref agencyID="X" id="X" version="1.0"/></c:Structure></m:Structure></m:Header>
<m:DataSet s:structureRef="X" s:dataScope="DataStructure" s:action="Replace">
<Series SEX="F" REF_AREA="KZ" UNIT="мың">
<Obs TIME_PERIOD="2019" OBS_VALUE="1.50" OBS_STATUS="A"/>
<Obs TIME_PERIOD="2020" OBS_VALUE=".." OBS_STATUS="M"/>
</Series></m:DataSet></m:StructureSpecificData>
"#;

const STRUCTURE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
  xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure"
  xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<m:Header><m:ID>X</m:ID><m:Test>false</m:Test><m:Prepared>2026-01-01T00:00:00</m:Prepared><m:Sender id="X"/></m:Header>
<m:Structures>
<s:Codelists><s:Codelist id="CL_SEX" agencyID="X" version="1.0"><c:Name xml:lang="en">Sex</c:Name>
<s:Code id="F"><c:Name xml:lang="en">Women</c:Name><c:Name xml:lang="kk">Әйелдер</c:Name></s:Code>
<s:Code id="M"><c:Name xml:lang="en">Men</c:Name></s:Code></s:Codelist></s:Codelists>
<s:Concepts><s:ConceptScheme id="C" agencyID="X" version="1.0"><c:Name xml:lang="en">C</c:Name>
<s:Concept id="SEX"><c:Name xml:lang="en">Sex</c:Name><c:Name xml:lang="kk">Жынысы</c:Name></s:Concept>
</s:ConceptScheme></s:Concepts>
<s:DataStructures><s:DataStructure id="X" agencyID="X" version="1.0"><c:Name xml:lang="en">X</c:Name><s:DataStructureComponents>
<s:DimensionList id="DimensionDescriptor">
<s:Dimension id="REF_AREA" position="1"><s:ConceptIdentity><Ref agencyID="X" maintainableParentID="C" maintainableParentVersion="1.0" id="REF_AREA"/></s:ConceptIdentity></s:Dimension>
<s:Dimension id="SEX" position="2"><s:ConceptIdentity><Ref agencyID="X" maintainableParentID="C" maintainableParentVersion="1.0" id="SEX"/></s:ConceptIdentity>
<s:LocalRepresentation><s:Enumeration><Ref agencyID="X" id="CL_SEX" version="1.0"/></s:Enumeration></s:LocalRepresentation></s:Dimension>
<s:TimeDimension id="TIME_PERIOD" position="3"><s:ConceptIdentity><Ref agencyID="X" maintainableParentID="C" maintainableParentVersion="1.0" id="TIME_PERIOD"/></s:ConceptIdentity></s:TimeDimension>
</s:DimensionList>
<s:AttributeList id="AttributeDescriptor"><s:Attribute id="UNIT" assignmentStatus="Conditional"><s:ConceptIdentity><Ref agencyID="X" maintainableParentID="C" maintainableParentVersion="1.0" id="UNIT"/></s:ConceptIdentity>
<s:AttributeRelationship><s:Dimension><Ref id="SEX"/></s:Dimension></s:AttributeRelationship></s:Attribute></s:AttributeList>
<s:MeasureList id="MeasureDescriptor"><s:PrimaryMeasure id="OBS_VALUE"><s:ConceptIdentity><Ref agencyID="X" maintainableParentID="C" maintainableParentVersion="1.0" id="OBS_VALUE"/></s:ConceptIdentity></s:PrimaryMeasure></s:MeasureList>
</s:DataStructureComponents></s:DataStructure></s:DataStructures></m:Structures></m:Structure>
"#;

/// A folder with a space and Kazakh letters in its name, and these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::Builder::new().prefix("ресми статистика ").tempdir().expect("a folder");
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    dir
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

/// Rows of a table by name of the column.
fn rows(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().expect("heads").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    (heads, rows.collect())
}

#[test]
fn info_counts_and_a_bad_file_stops_no_other() {
    let dir = folder(&[("көші-қон 1.xml", DATA), ("бос.xml", "<html/>"), ("s.xml", STRUCTURE)]);
    let files = ["stats", "info", "көші-қон 1.xml", "бос.xml", "none.xml", "s.xml"];
    let ran = daryn(dir.path(), &[&files[..], &["--format", "json"]].concat()).ends(1);
    let told = lines(&ran.out);
    assert_eq!(told.len(), 4);
    assert_eq!(told[0]["file"], "көші-қон 1.xml");
    assert_eq!(told[0]["format"], "SDMX-ML 2.1 StructureSpecificData");
    assert_eq!(told[0]["counts"], serde_json::json!({"DataSet": 1, "Series": 1, "Obs": 2}));
    assert_eq!(told[1]["diagnostics"][0]["code"], "stats-unknown");
    assert_eq!(told[2]["diagnostics"][0]["code"], "stats-unreadable");
    assert_eq!(told[3]["counts"]["Code"], 2);
    let ran = daryn(dir.path(), &files).ends(1);
    let first = "көші-қон 1.xml: SDMX-ML 2.1 StructureSpecificData: DataSet 1, Obs 2, Series 1";
    assert_eq!(ran.out.lines().next(), Some(first));
    assert!(ran.err.contains("hint: ") && ran.err.contains("бос.xml"), "{}", ran.err);
}

#[test]
fn observations_are_rows_and_each_is_cited() {
    let dir = folder(&[("көші-қон 1.xml", DATA), ("s.xml", STRUCTURE)]);
    let file = "көші-қон 1.xml";
    let (heads, plain) = rows(&daryn(dir.path(), &["stats", "read", file]).ends(0).out);
    assert_eq!(plain.len(), 2);
    assert_eq!((heads[0].as_str(), heads.last().map(String::as_str)), ("SEX", Some("daryn_id")));
    fs::create_dir(dir.path().join("деректер")).expect("made");
    let args = ["stats", "read", file, "--structure", "s.xml", "--output", "деректер/a b.csv"];
    assert_eq!(daryn(dir.path(), &args).ends(0).out, "");
    let text = fs::read_to_string(dir.path().join("деректер/a b.csv")).expect("written");
    let (heads, rows) = rows(&text);
    let expected =
        ["REF_AREA", "SEX", "TIME_PERIOD", "OBS_VALUE", "UNIT", "OBS_STATUS", "daryn_id"];
    assert_eq!(heads, expected);
    assert_eq!(rows[1][..6], ["KZ", "F", "2020", "..", "мың", "M"]);
    let cited = daryn(dir.path(), &["stats", "cite", file, &rows[0][6]]).ends(0).out;
    assert_eq!(cited, r#"<Obs TIME_PERIOD="2019" OBS_VALUE="1.50" OBS_STATUS="A"/>"#);
    for (id, code) in [
        ("00000000:1-2", "stats-cite-other-file"),
        (&format!("{}:1-99999", &rows[0][6][..8]), "stats-cite-outside"),
        ("1-2", "stats-cite-id"),
    ] {
        let ran = daryn(dir.path(), &["stats", "cite", file, id, "--format"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
        let ran = daryn(dir.path(), &["stats", "cite", file, id]).ends(1);
        assert!(
            ran.out.is_empty() && ran.err.contains(id.split('-').next().unwrap_or("")),
            "{code}"
        );
    }
}

#[test]
fn codes_are_rows_of_a_structure_message() {
    let dir = folder(&[("s.xml", STRUCTURE)]);
    let (heads, rows) = rows(&daryn(dir.path(), &["stats", "read", "s.xml"]).ends(0).out);
    assert_eq!(heads, ["CODELIST", "ID", "PARENT", "NAME_en", "NAME_kk", "daryn_id"]);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0][..5], ["X:CL_SEX(1.0)", "F", "", "Women", "Әйелдер"]);
    let cited = daryn(dir.path(), &["stats", "cite", "s.xml", &rows[1][5]]).ends(0).out;
    assert_eq!(cited, r#"<s:Code id="M"><c:Name xml:lang="en">Men</c:Name></s:Code>"#);
}

#[test]
fn every_form_is_written_whole_and_with_labels() {
    let dir = folder(&[
        ("көші-қон 1.xml", DATA),
        ("s.xml", STRUCTURE),
        ("bad.xml", &DATA[..DATA.len() - 40]),
    ]);
    let read = |file: &str, format: &str, out: &str| {
        let args = ["stats", "read", file, "--structure", "s.xml", "--language", "kk"];
        daryn(dir.path(), &[&args[..], &["--format", format, "--output", out]].concat())
    };
    let written = |name: &str| fs::read(dir.path().join(name)).expect("written");
    for format in ["csv", "sdmx-csv", "xlsx", "parquet", "arrow", "r", "stata", "spss"] {
        // The data of a script stand beside it, under its name.
        let stem = if ["r", "stata", "spss"].contains(&format) { format } else { "нәтиже" };
        let out = format!("{stem}.{format}");
        read("көші-қон 1.xml", format, &out).ends(0);
        let bytes = written(&out);
        match format {
            "xlsx" => assert!(bytes.starts_with(b"PK")),
            "parquet" => assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1")),
            "arrow" => assert!(bytes.starts_with(b"ARROW1")),
            "csv" | "sdmx-csv" => assert!(String::from_utf8_lossy(&bytes).contains(",..,")),
            _ => assert!(String::from_utf8_lossy(&bytes).contains(".csv")),
        }
        // What is wrong in the middle leaves what was there.
        let ran = read("bad.xml", format, &out).ends(1);
        assert!(ran.err.contains("Nothing was written to"), "{}", ran.err);
        assert!(written(&out) == bytes, "{format}");
    }
    let text = String::from_utf8(written("stata.csv")).expect("text");
    assert!(text.contains(",OBS_VALUE,OBS_VALUE_literal,"), "{text}");
    let stata = String::from_utf8(written("stata.stata")).expect("text");
    assert!(stata.contains("Әйелдер") && stata.contains("Жынысы"), "{stata}");
    let names: Vec<_> = fs::read_dir(dir.path()).expect("a folder").collect();
    assert_eq!(names.len(), 3 + 8 + 3, "nothing is left behind: {names:?}");
    let ran = daryn(dir.path(), &["stats", "read", "s.xml", "--output", "./s.xml"]).ends(1);
    assert!(ran.err.starts_with("error: "), "{}", ran.err);
    let ran = daryn(dir.path(), &["stats", "read", "s.xml", "--format", "xlsx"]).ends(1);
    assert!(ran.err.contains("--output OUT"), "{}", ran.err);
    assert!(written("s.xml") == STRUCTURE.as_bytes());
}

#[test]
fn workbooks_and_tables_of_documents_need_a_mapping_and_are_cited_without() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Титул").expect("a name");
    let sheet = book.add_worksheet().set_name("Халық").expect("a name");
    for (row, cells) in [["Өңір", "2020"], ["Ақмола", "361,5"]].iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *cell).expect("a cell");
        }
    }
    let mapping = "[[table]]\nid = \"POP\"\nsheet = \"NAME\"\ndecimal_mark = \",\"\n\
        [[table.head_row]]\nrow = 0\ncomponent = \"TIME_PERIOD\"\n\
        [[table.head_column]]\ncolumn = \"A\"\ncomponent = \"REF_AREA\"\n";
    let page = "<html><body><main><p>Мәтін.</p><table><tr><td>Өңір</td><td>2020</td></tr>\
        <tr><td>Ақмола</td><td>361,5</td></tr></table></main></body></html>";
    let dir = folder(&[
        ("k.toml", &mapping.replace("NAME", "Халық")),
        ("t.toml", &mapping.replace("\"NAME\"", "1")),
        ("бет.html", page),
    ]);
    book.save(dir.path().join("халық 2020.xlsx")).expect("written");
    for (file, map) in [("халық 2020.xlsx", "k.toml"), ("бет.html", "t.toml")] {
        let ran = daryn(dir.path(), &["stats", "read", file]).ends(1);
        assert!(ran.err.contains("docs/statistics-mapping.md"), "{}", ran.err);
        let ran = daryn(dir.path(), &["stats", "read", file, "--mapping", map]).ends(0);
        let (heads, rows) = rows(&ran.out);
        let find = |name: &str| heads.iter().position(|head| head == name).expect("a column");
        assert_eq!(rows.len(), 1, "{}", ran.out);
        assert_eq!(rows[0][find("OBS_VALUE")], "361,5");
        assert_eq!(rows[0][find("REF_AREA")], "Ақмола");
        let id = &rows[0][find("daryn_id")];
        assert!(id.ends_with("@B2"), "{id}");
        let ran = daryn(dir.path(), &["stats", "cite", file, id]);
        if file.ends_with("xlsx") {
            assert!(ran.ends(0).out.starts_with("<c r=\"B2\""));
        } else {
            assert!(ran.ends(1).err.contains("no bytes of the file"));
        }
    }
}

#[test]
fn folders_are_read_and_each_place_leads_to_its_file() {
    let package = r#"{"name": "p", "resources": [{"name": "b", "path": "data/б.csv"}, {"name": "a",
        "path": "data/a.csv", "schema": {"fields": [{"name": "year", "type": "year"},
        {"name": "value", "type": "number"}]}}]}"#;
    let dir = folder(&[
        ("sdg/config_data.yml", "languages:\n  - ru\n"),
        ("sdg/data/indicator_1-1-1.csv", "Year,SEX,Value\n2019,F,4.50\n"),
        ("sdg/data/indicator_1-2-1.csv", "Year,SEX,Value\n2019,M,7.25\n2020,M,7.50\n"),
        ("sdg/data/indicator_1-3-1.csv", "Year,Value\n"),
        ("sdg/translations/ru/SEX.yml", "F: женщины\n"),
        ("package/datapackage.json", package),
        ("package/data/a.csv", "year,value\n2019,1.50\n"),
        ("package/data/б.csv", "year,value\n2019,3\n"),
        ("empty/x.txt", ""),
    ]);
    let ran = daryn(dir.path(), &["stats", "info", "sdg", "--format", "json"]).ends(0);
    let counts = serde_json::json!({"files": 3, "empty": 1, "series": 2, "observations": 3});
    assert_eq!(lines(&ran.out)[0]["counts"], counts);
    for (folder, expected) in [
        ("sdg", ["2019,F,4.50", "2019,M,7.25", "2020,M,7.50"].as_slice()),
        ("package", &["2019,3", "2019,1.50"]),
        ("package/datapackage.json", &["2019,3", "2019,1.50"]),
    ] {
        let (_, rows) = rows(&daryn(dir.path(), &["stats", "read", folder]).ends(0).out);
        let cited: Vec<String> = rows
            .iter()
            .map(|row| {
                let id = row.last().expect("an id");
                daryn(dir.path(), &["stats", "cite", folder, id]).ends(0).out
            })
            .collect();
        assert_eq!(cited, expected, "{folder}");
    }
    let ran = daryn(dir.path(), &["stats", "read", "empty"]).ends(1);
    assert!(ran.err.contains("datapackage.json"), "{}", ran.err);
}

#[test]
fn areas_are_codes_groups_or_nothing() {
    let dir = folder(&[("елдер.txt", "Қазақстан\nWorld\nAtlantis\nРоссия\n\n")]);
    let args = ["stats", "areas", "--lines", "елдер.txt", "--to"];
    for (code, expected) in
        [("iso3", "KAZ\naggregate\n\nRUS\n\n"), ("m49", "398\naggregate\n\n643\n\n")]
    {
        let ran = daryn(dir.path(), &[&args[..], &[code]].concat()).ends(0);
        assert_eq!(ran.out, expected);
    }
    daryn(dir.path(), &[&args[..], &["iso4"]].concat()).ends(1);
}

#[test]
fn help_is_nested() {
    let here = std::env::temp_dir();
    for name in ["info", "read", "cite", "areas"] {
        for lang in ["en", "ru", "kk"] {
            let whole = daryn(&here, &["help", "stats", "--lang", lang]).ends(0).out;
            assert!(whole.contains(&format!("\n  {name} ")), "{whole}");
            let help = daryn(&here, &["stats", name, "--help", "--lang", lang]).ends(0).out;
            assert_eq!(help, daryn(&here, &["help", "stats", name, "--lang", lang]).ends(0).out);
            assert!(help.contains(&format!("\n  daryn stats {name} ")), "{help}");
            assert!(!help.contains("cli-") && !help.contains("possible values"), "{help}");
        }
    }
    assert!(daryn(&here, &["stats"]).ends(1).err.contains("Commands:"));
    let script = daryn(&here, &["completions", "bash"]).ends(0).out;
    assert!(script.contains("stats") && script.contains("areas"));
}

#[test]
fn who_has_seen_enough_may_go() {
    let mut text = String::from("year,area,value\n");
    (0..50_000).for_each(|at| text.push_str(&format!("2019,A{at},{at}\n")));
    let dir = folder(&[("big.csv", &text)]);
    for format in ["csv", "sdmx-csv"] {
        let mut child = command(dir.path(), &["stats", "read", "big.csv", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("daryn runs");
        drop(child.stdout.take());
        let ended = child.wait_with_output().expect("an end");
        assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()), "{format}");
    }
}

#[test]
fn every_specimen_of_sdmx_is_counted_read_and_cited() {
    let Some(folder) = shared("sdmx") else { return };
    let text = fs::read_to_string(folder.join("expected-counts.json")).expect("counts");
    let expected: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(expected.len(), 112);
    let name = |one: &Value| one["file"].as_str().unwrap_or_default().to_owned();
    // All in one process, in two orders: no file may change what is found in another one.
    for is_backward in [false, true] {
        let mut order: Vec<&Value> = expected.iter().collect();
        if is_backward {
            order.reverse();
        }
        let mut arguments = vec!["stats".to_owned(), "info".to_owned()];
        arguments.extend(order.iter().map(|one| name(one)));
        arguments.extend(["--format".to_owned(), "json".to_owned()]);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let told = lines(&daryn(&folder, &arguments).ends(0).out);
        assert_eq!(told.len(), order.len());
        for (found, one) in told.iter().zip(order) {
            for key in ["file", "format"] {
                assert_eq!(found[key], one[key], "{}: {key}", name(one));
            }
            assert_eq!(found["counts"], one["counts"].clone(), "{}", name(one));
        }
    }
    let mut data = 0;
    for one in &expected {
        let file = name(one);
        let ran = daryn(&folder, &["stats", "read", &file]).ends(0);
        let (heads, rows) = rows(&ran.out);
        assert_eq!(heads.last().map(String::as_str), Some("daryn_id"), "{file}");
        let format = one["format"].as_str().unwrap_or_default();
        let is_structure = format.ends_with("Structure") || file.contains("json/structure/");
        if is_structure || format.contains("Metadata") || file.contains("json/metadata/") {
            continue;
        }
        data += 1;
        let counts = one["counts"].clone();
        let count = ["Obs", "observations", "rows"].iter().find_map(|key| counts[key].as_u64());
        // The list counts lines of SDMX-CSV, and a quoted cell may hold a line break.
        let records = || csv::Reader::from_path(folder.join(&file)).map(csv::Reader::into_records);
        let count = match format.starts_with("SDMX-CSV") {
            true => Some(records().expect("a file").count() as u64),
            false => count,
        };
        assert_eq!(rows.len() as u64, count.unwrap_or(0), "{file}");
        let value = heads.iter().position(|head| head == "OBS_VALUE");
        for row in rows.first().into_iter().chain(rows.last()) {
            let id = row.last().expect("an id");
            let bytes = daryn(&folder, &["stats", "cite", &file, id]).ends(0).out;
            let literal = value.map_or("", |at| row[at].as_str());
            assert!(!bytes.is_empty() && bytes.contains(literal), "{file}: {literal}: {bytes}");
        }
    }
    assert_eq!(data, 66);
}

#[test]
fn every_shared_table_is_read_and_its_areas_are_known() {
    let Some(folder) = shared("statistics") else { return };
    let mut files = 0;
    for entry in fs::read_dir(&folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|end| end == "md") {
            continue;
        }
        files += 1;
        let file = path.display().to_string();
        let ran = daryn(&folder, &["stats", "info", &file, "--format", "json"]).ends(0);
        let counts = lines(&ran.out)[0]["counts"].clone();
        let (_, rows) = rows(&daryn(&folder, &["stats", "read", &file]).ends(0).out);
        assert!(!rows.is_empty(), "{file}");
        let count = ["observations", "rows"].iter().find_map(|key| counts[key].as_u64());
        assert_eq!(count, Some(rows.len() as u64), "{file}");
    }
    assert!(files >= 12, "{files}");
    let dir = folder_of_names(&folder);
    let ran =
        daryn(dir.path(), &["stats", "areas", "--lines", "names.txt", "--to", "iso3"]).ends(0);
    let codes: Vec<&str> = ran.out.lines().collect();
    assert_eq!(codes.len(), 282 + 237);
    let names = fs::read_to_string(dir.path().join("names.txt")).expect("names");
    let unknown = names.lines().zip(&codes).filter(|(_, code)| code.is_empty());
    // Here it is the region, elsewhere the country: only its code tells.
    assert!(unknown.map(|(name, _)| name.trim()).eq(["Micronesia"; 2]));
    assert!(codes.iter().all(|code| ["aggregate", ""].contains(code) || code.len() == 3));
}

/// The names of areas of both tables of the UN, one a line.
fn folder_of_names(statistics: &Path) -> tempfile::TempDir {
    let mut names = Vec::new();
    for (file, columns) in [
        ("undesa_ims2020_by_destination.csv", ["area", "area"]),
        ("undesa_ims2019_bilateral.csv.gz", ["destination", "origin"]),
    ] {
        let ran = daryn(statistics, &["stats", "read", file]).ends(0);
        let (heads, rows) = rows(&ran.out);
        let places = columns.map(|name| heads.iter().position(|head| head == name).expect("one"));
        let all: std::collections::BTreeSet<_> =
            rows.iter().flat_map(|row| places.map(|at| row[at].clone())).collect();
        names.extend(all);
    }
    folder(&[("names.txt", &(names.join("\n") + "\n"))])
}

#[test]
fn the_repository_of_kazakhstan_is_counted_and_read() {
    let Some(folder) = shared("open-sdg-kazstat") else { return };
    let file = folder.display().to_string();
    let ran = daryn(&folder, &["stats", "info", &file, "--format", "json"]).ends(0);
    let counts =
        serde_json::json!({"files": 273, "empty": 67, "series": 5604, "observations": 45580});
    assert_eq!(lines(&ran.out)[0]["counts"], counts);
    let (_, rows) = rows(&daryn(&folder, &["stats", "read", &file]).ends(0).out);
    assert_eq!(rows.len(), 45_580);
}
