//! `daryn stats`: several files as one table, and files that hold no observations or cannot be
//! read: each is called by its name.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::sample::daryn;

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    fs::write(folder.join(name), bytes).expect("written");
}

/// Rows of a table, with the heads first.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

/// A message of observations of one series.
fn message(area: &str, observations: &str) -> String {
    format!(
        "<m:StructureSpecificData xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message' \
         xmlns:c='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common'><m:Header>\
         <m:Structure structureID='X' dimensionAtObservation='TIME_PERIOD'><c:Structure>\
         <Ref agencyID='X' id='X' version='1.0'/></c:Structure></m:Structure></m:Header>\
         <m:DataSet structureRef='X'><Series AREA='{area}'>{observations}</Series></m:DataSet>\
         </m:StructureSpecificData>"
    )
}

#[test]
fn several_files_are_one_table_and_each_place_leads_to_its_file() {
    let dir = tempfile::Builder::new().prefix("бірнеше файл ").tempdir().expect("a folder");
    let kz = message("KZ", "<Obs TIME_PERIOD='2019' OBS_VALUE='1.50'/>");
    write(dir.path(), "қаз 1.xml", kz.as_bytes());
    let uz = message("UZ", "<Obs OBS_STATUS='e' OBS_VALUE='..' TIME_PERIOD='2020'/>");
    write(dir.path(), "өз 2.xml", uz.as_bytes());
    write(dir.path(), "c.csv", b"AREA,year,value,UNIT\nKG,2021,7,PS\n");
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        (
            "datapackage.json",
            r#"{"name":"p","resources":[{"name":"t","path":"t.csv"},{"name":"u","path":"u.csv"}]}"#,
        ),
        ("t.csv", "a,value\nx,8\n"),
        ("u.csv", "a,value\ny,9\n"),
    ] {
        packed.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        packed.write_all(text.as_bytes()).expect("written");
    }
    write(dir.path(), "p.zip", &packed.finish().expect("packed").into_inner());
    let files = ["қаз 1.xml", "өз 2.xml", "c.csv", "p.zip"];
    let read = |more: &[&str]| daryn(dir.path(), &[&["stats", "read"], &files[..], more].concat());
    let table = rows(&read(&[]).ends(0).out);
    let find = |name: &str| table[0].iter().position(|head| head == name).expect("a column");
    let (file, id) = (find("daryn_file"), find("daryn_id"));
    let (area, status) = (find("AREA"), find("OBS_STATUS"));
    let of: Vec<&str> = table[1..].iter().map(|row| row[file].as_str()).collect();
    assert_eq!(of, ["қаз 1.xml", "өз 2.xml", "c.csv", "p.zip", "p.zip"]);
    assert_eq!((table[1][area].as_str(), table[2][area].as_str()), ("KZ", "UZ"));
    assert_eq!((table[1][status].as_str(), table[2][status].as_str()), ("", "e"));
    let expected = [
        "<Obs TIME_PERIOD='2019' OBS_VALUE='1.50'/>",
        "<Obs OBS_STATUS='e' OBS_VALUE='..' TIME_PERIOD='2020'/>",
        "KG,2021,7,PS",
        "x,8",
        "y,9",
    ];
    for (row, expected) in table[1..].iter().zip(expected) {
        let cited = daryn(dir.path(), &["stats", "cite", &row[file], &row[id]]).ends(0).out;
        assert_eq!(cited, expected);
    }
    // The other formats hold the same rows.
    read(&["--format", "xlsx", "--output", "t.xlsx"]).ends(0);
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook(dir.path().join("t.xlsx")).expect("a workbook");
    let sheets = calamine::Reader::sheet_names(&book);
    let sheet = calamine::Reader::worksheet_range(&mut book, &sheets[0]).expect("a sheet");
    assert_eq!(sheet.height(), 2 + 5);
    let again = rows(&read(&["--format", "sdmx-csv"]).ends(0).out);
    assert_eq!(again.len(), 1 + 5);
    // Only a script has data of the same name beside it.
    let read = |out: &str, format: &str| {
        daryn(dir.path(), &["stats", "read", "c.csv", "--format", format, "--output", out])
    };
    read("c.xlsx", "xlsx").ends(0);
    assert!(read("c.R", "r").ends(1).err.contains("c.csv is read"));
    let read = |more: &[&str]| daryn(dir.path(), &[&["stats", "read"], &files[..], more].concat());
    // A file that cannot be read stops no other, but it is told.
    write(dir.path(), "c.csv", b"<html/>");
    let ran = read(&[]).ends(1);
    assert_eq!(rows(&ran.out).len(), 1 + 4);
    assert!(ran.err.contains("c.csv"), "{}", ran.err);
}

#[test]
fn answers_of_taldau_are_read_together() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = |value: &str| {
        format!(
            r#"[{{"id":7,"terms":[741880],"termNames":["РЕСПУБЛИКА КАЗАХСТАН"],"periods":[{{"name":"2019 год","date":"31.12.2019","value":"{value}"}}]}}]"#
        )
    };
    write(dir.path(), "1.json", data("-32970").as_bytes());
    write(dir.path(), "2.json", data("18 512,5").as_bytes());
    let index =
        r#"{"id":703831,"name":"Сальдо миграции","namePath":"Население","measureName":"человек"}"#;
    write(dir.path(), "index.json", index.as_bytes());
    let segments = r#"[{"dicId":"67","names":"Регионы","termIds":"741880","termNames":"РЕСПУБЛИКА КАЗАХСТАН","dicCount":1}]"#;
    write(dir.path(), "segments.json", segments.as_bytes());
    let args = ["stats", "read", "index.json", "segments.json", "1.json", "2.json"];
    let table = rows(&daryn(dir.path(), &args).ends(0).out);
    let find = |name: &str| table[0].iter().position(|head| head == name).expect("a column");
    // The segments say that the term is of dimension 67, the index which index it is of.
    assert_eq!(
        (table[1][find("67")].as_str(), table[1][find("index")].as_str()),
        ("741880", "703831")
    );
    for (row, (file, value)) in
        table[1..].iter().zip([("1.json", "-32970"), ("2.json", "18 512,5")])
    {
        assert_eq!(
            (row[find("daryn_file")].as_str(), row[find("OBS_VALUE")].as_str()),
            (file, value)
        );
        let cited = daryn(dir.path(), &["stats", "cite", file, &row[find("daryn_id")]]).ends(0).out;
        assert!(cited.contains(value), "{cited}");
    }
    assert_eq!(table.len(), 3);
    // Alone, the index has no values, and it is said.
    let ran = daryn(dir.path(), &["stats", "read", "index.json"]).ends(0);
    assert!(ran.err.contains("warning: "), "{}", ran.err);
}

#[test]
fn what_holds_no_observations_is_called_by_its_name() {
    let dir = tempfile::tempdir().expect("a folder");
    let zip = |entries: &[(&str, &str)]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in entries {
            let options = zip::write::SimpleFileOptions::default()
                .compression_method(zip::CompressionMethod::Stored);
            zip.start_file(*name, options).expect("begun");
            zip.write_all(text.as_bytes()).expect("written");
        }
        zip.finish().expect("packed").into_inner()
    };
    // The head of a compound file, and the entry that a workbook of Excel 97 has in its directory.
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    old.resize(512, 0);
    old.extend("Workbook\0".encode_utf16().flat_map(u16::to_le_bytes));
    old.resize(2048, 0);
    let ods = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "<a/>"),
    ]);
    let export = zip(&[("README.md", "UIS"), ("data.json", "{\"records\":[]}")]);
    let contents = "id,indicator,indicator.label,freq,freq.label,size,data.start,data.end,last.update,n.records\n\
                    A,B,C,A,Annual,1,1990,2025,01/01/2026,100\n";
    let reports = "<m:Metadata xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message'><m:MetadataSet/></m:Metadata>";
    let structure = "<m:Structure xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message' \
        xmlns:s='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure'><m:Structures><s:Codelists>\
        <s:Codelist id='L'><s:Code id='A'/></s:Codelist></s:Codelists></m:Structures></m:Structure>";
    for (name, bytes, code, expected) in [
        ("a.xls", old.as_slice(), 1, "--convert-to xlsx"),
        ("a.ods", &ods, 1, "ODS"),
        ("export.zip", &export, 1, "data.json"),
        ("toc.csv", contents.as_bytes(), 1, "ILOSTAT"),
        ("m.xml", reports.as_bytes(), 1, "`Metadata`"),
        ("head.csv", b"INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER\n", 0, "no "),
        (
            "areas.json",
            br#"[{"page":1,"pages":1,"per_page":"50","total":1},[{"id":"KAZ","iso2Code":"KZ","name":"Kazakhstan"}]]"#,
            0,
            "no observations",
        ),
        ("s.xml", structure.as_bytes(), 0, ""),
    ] {
        write(dir.path(), name, bytes);
        let ran = daryn(dir.path(), &["stats", "read", name]).ends(code);
        assert!(ran.err.contains(expected), "{name}: {}", ran.err);
        assert!(code == 0 || ran.out.is_empty(), "{name}: {}", ran.out);
    }
    let ran = daryn(dir.path(), &["stats", "read", "s.xml", "--format", "sdmx-csv"]).ends(1);
    assert!(ran.out.is_empty() && ran.err.contains("--format csv"), "{}", ran.err);
    let ran = daryn(dir.path(), &["stats", "read", "s.xml", "head.csv"]).ends(1);
    assert!(ran.out.is_empty() && ran.err.contains("s.xml"), "{}", ran.err);
}

#[test]
fn a_script_and_an_output_spare_what_is_not_theirs() {
    let dir = tempfile::tempdir().expect("a folder");
    let at = |name: &str| dir.path().join(name);
    write(dir.path(), "дерек.csv", b"a,year,value\nKZ,2019,1\n");
    let read = |format: &str, out: &str| {
        daryn(dir.path(), &["stats", "read", "дерек.csv", "--format", format, "--output", out])
    };
    for (format, out) in [("r", "p.R"), ("stata", "p.do"), ("spss", "p.sps")] {
        write(dir.path(), "p.csv", b"mine");
        let ran = read(format, out).ends(1);
        assert!(ran.err.contains("p.csv") && ran.err.contains("--output"), "{}", ran.err);
        assert_eq!(fs::read(at("p.csv")).expect("there"), b"mine");
        assert!(!at(out).exists());
        // A script of another table does not make the file its own.
        write(dir.path(), out, b"data <- read.csv(\"q.csv\")\n");
        read(format, out).ends(1);
        fs::remove_file(at("p.csv")).expect("removed");
        read(format, out).ends(0);
        let first = fs::read(at("p.csv")).expect("written");
        // The same script may be made again.
        read(format, out).ends(0);
        assert_eq!(fs::read(at("p.csv")).expect("written"), first);
        fs::remove_file(at("p.csv")).expect("removed");
    }
    // Only a script writes data beside itself, and what is read is never replaced.
    write(dir.path(), "дерек.parquet.csv", b"mine");
    read("parquet", "дерек.parquet").ends(0);
    let ran = read("r", "дерек.R").ends(1);
    assert!(ran.err.contains("дерек.csv is read"), "{}", ran.err);
    let ran = read("csv", "жоқ/a.csv").ends(1);
    assert!(ran.err.contains("жоқ") && !at("жоқ").exists(), "{}", ran.err);
}

#[test]
fn what_is_wrong_in_separated_values_ends_with_1_and_names_the_line() {
    let dir = tempfile::tempdir().expect("a folder");
    write(dir.path(), "a.csv", b"a,year,value\nKZ,2019,1\nUZ,2019\nKG,2019,3\nTJ,2019,\"4\n");
    let ran = daryn(dir.path(), &["stats", "read", "a.csv"]).ends(1);
    assert_eq!(rows(&ran.out).len(), 3);
    for words in ["a.csv:3", "has 2 fields", "names 3 columns", "a.csv:5", "quotation mark"] {
        assert!(ran.err.contains(words), "{words}: {}", ran.err);
    }
    for language in ["ru", "kk"] {
        let ran = daryn(dir.path(), &["stats", "info", "a.csv", "--lang", language]);
        assert_eq!(ran.code, Some(1), "{}", ran.err);
    }
}
