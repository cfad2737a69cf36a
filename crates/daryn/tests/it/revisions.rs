//! What a newer release of a table changed.

use std::fs;

use serde_json::{Value, json};

use crate::sample::{Sample, daryn, shared};

/// The release of 2020 of the SDG database against that of 2026 of the World Development
/// Indicators, R&D expenditure as a share of GDP. The numbers were counted by another program.
#[test]
fn two_releases_of_research_expenditure_differ_as_counted_elsewhere() {
    let (Some(old), Some(new)) =
        (shared("statistics/unsdg_series_2020.csv.gz"), shared("statistics/wdi_core.csv.gz"))
    else {
        return;
    };
    let (old, new) = (old.to_string_lossy(), new.to_string_lossy());
    let folder = tempfile::tempdir().expect("a folder");
    let ran = daryn(
        folder.path(),
        &[
            "revisions",
            &old,
            &new,
            "--key",
            "iso3,year",
            "--old-key",
            "m49,year",
            "--value",
            "value",
            "--old-value",
            "value",
            "--areas",
            "iso3",
            "--tolerance",
            "0.005",
            "--old-where",
            "series=GB_XPD_RSDV",
            "--where",
            "indicator=GB.XPD.RSDV.GD.ZS",
            "--format",
            "json",
        ],
    );
    let report = ran.ends(0).json();
    assert_eq!(report["common"], 1650);
    assert_eq!(report["changed"], 746);
    assert_eq!(report["unchanged"], 1650 - 746);
    assert_eq!(report["changed_by_more_than"], json!({"0.05": 252}));
}

#[test]
fn every_revision_can_be_written_to_a_file() {
    let sample = Sample::empty("таблицы с пробелом");
    sample.write("old.csv", "area,year,value\nKZ,2019,0.1\nKZ,2020,\nKZ,2021,3\n");
    sample.write("new.csv", "area,year,value\nKZ,2019,0.2\nKZ,2020,1\n");
    let arguments = ["revisions", "old.csv", "new.csv", "--key", "area,year", "--value", "value"];
    let ran = sample.daryn(&[&arguments[..], &["--out", "out.csv"]].concat()).ends(0);
    assert!(ran.out.contains("changed 1, unchanged 0"), "{}", ran.out);
    assert!(ran.out.contains("KZ, 2019: 0.1 → 0.2 (+100.0 %)"), "{}", ran.out);
    let rows = "area,year,fate,old,new,old_flag,new_flag,relative\n\
                KZ,2019,changed,0.1,0.2,,,1.000000\nKZ,2020,added,,1,,,\n\
                KZ,2021,withdrawn,3,,,,\n";
    assert_eq!(sample.read("out.csv"), rows);
    // An input is never overwritten.
    let ran = sample.daryn(&[&arguments[..], &["--out", "old.csv"]].concat()).ends(1);
    assert!(ran.err.contains("old.csv"), "{}", ran.err);
    assert!(sample.read("old.csv").starts_with("area"));
}

#[test]
fn mistakes_are_told_and_nothing_is_written() {
    let sample = Sample::empty("revisions");
    sample.write("old.csv", "area,year,value\nKZ,2019,0.1\nKZ,2019,0.2\n");
    sample.write("new.csv", "area,year,value\nKZ,2019,0.2\n");
    fs::write(sample.dir.join("cp.csv"), [b'a', b',', 0xcf, 0xee, b'\n']).expect("written");
    let codes = |arguments: &[&str]| {
        let all = [&["revisions"], arguments, &["--out", "out.csv", "--format", "json"]].concat();
        let codes = sample.daryn(&all).ends(1).codes();
        assert!(!sample.dir.join("out.csv").exists());
        codes
    };
    let key = ["--key", "area,year", "--value", "value"];
    let with = |files: [&'static str; 2], more: &[&'static str]| [&files[..], &key, more].concat();
    assert_eq!(codes(&with(["old.csv", "new.csv"], &[])), ["key-not-unique"]);
    assert_eq!(codes(&with(["new.csv", "nowhere.csv"], &[])), ["unreadable-file"]);
    assert_eq!(codes(&with(["cp.csv", "new.csv"], &[])), ["bad-encoding"]);
    sample.write("two.csv", "area,year,value,value\nKZ,2019,1,2\n");
    assert_eq!(codes(&with(["two.csv", "new.csv"], &[])), ["duplicate-column"]);
    assert_eq!(codes(&with(["new.csv", "new.csv"], &["--flag", "status"])).len(), 2);
    assert_eq!(codes(&with(["new.csv", "new.csv"], &["--old-key", "area"])), ["out-of-range"]);
    assert_eq!(codes(&with(["new.csv", "new.csv"], &["--tolerance", "-1"])), ["out-of-range"]);
    assert_eq!(codes(&with(["new.csv", "new.csv"], &["--where", "area"])), ["out-of-range"]);
    assert_eq!(codes(&with(["new.csv", "new.csv"], &["--areas", "fips"])), ["bad-usage"]);
    assert_eq!(codes(&["new.csv", "new.csv", "--value", "value"]), ["bad-usage"]);
}

#[test]
fn two_stored_releases_are_compared_as_their_connector_says() {
    let sample = Sample::tiny();
    sample.replace("study.toml", "[files]\n", "[files]\ndownloads = \"downloads.toml\"\n");
    sample.write(
        "downloads.toml",
        "[[download]]\nid = \"rd\"\nconnector = \"uis\"\nareas = [\"KAZ\"]\n\
         parameters = { indicator = \"X\" }\n\n[[download]]\nid = \"plain\"\nconnector = \"file\"\n\
         address = \"https://example.org/a.csv\"\n",
    );
    let add = |id: &str, text: &str| {
        let path = sample.beside("page");
        fs::write(&path, text).expect("written");
        sample.daryn(&["add", &path.to_string_lossy(), "--as", id, "--study", "."]).ends(0);
    };
    let page = |rows: &str| format!("{{\"hints\":[],\"records\":[{rows}]}}");
    let row = |year: u16, value: &str, flag: &str| {
        format!(
            "{{\"indicatorId\":\"X\",\"geoUnit\":\"KAZ\",\"year\":{year},\"value\":{value},\
             \"magnitude\":null,\"qualifier\":{flag}}}"
        )
    };
    add("rd", &page(&[row(2019, "1.5", "null"), row(2020, "2", "null")].join(",")));
    let arguments = ["vintages", ".", "rd", "--compare", "--format", "json"];
    assert_eq!(sample.daryn(&arguments).ends(0).out, "");
    add("rd", &page(&[row(2019, "1.5", "\"UIS_EST\""), row(2021, "3", "null")].join(",")));
    let report = sample.daryn(&arguments).ends(0).json();
    let of = |name: &str| report["revisions"][name].as_u64().expect("a count");
    assert_eq!((of("common"), of("added"), of("withdrawn")), (1, 1, 1));
    assert_eq!((of("changed"), of("flag_changed")), (0, 1));
    let told = sample.daryn(&["vintages", ".", "rd", "--compare", "--lang", "kk"]).ends(0);
    assert!(told.out.contains("Қосылғаны: 1. Алынғаны: 1."), "{}", told.out);
    // What a plain address gives has no key that a connector could know.
    add("plain", "a,b\n1,2\n");
    add("plain", "a,b\n1,3\n");
    let ran = sample.daryn(&["vintages", ".", "plain", "--compare", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["source-no-key"]);
    // Nor does it hide the sources below it; editions of a text have no rows.
    let list = sample.read("downloads.toml");
    let (rd, plain) = list.split_once("\n\n").expect("two entries");
    let law = "[[download]]\nid = \"law\"\nconnector = \"git\"\n\
               parameters = { repository = \"x\", path = \"rus.md\" }\n";
    sample.write("downloads.toml", &format!("{law}\n{plain}\n{rd}\n"));
    add("law", "# 1\n");
    add("law", "# 2\n");
    let ran = sample.daryn(&["vintages", ".", "--compare", "--format", "json"]).ends(1);
    let lines: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for (line, id) in lines.iter().zip(["law", "plain"]) {
        assert_eq!(line["source"], id);
        assert_eq!(line["diagnostics"][0]["code"], "source-no-key");
    }
    assert_eq!((lines.len(), &lines[2]["revisions"]["common"]), (3, &Value::from(1)));
}
