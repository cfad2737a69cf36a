//! `daryn agree`: agreement of coders on units and on spans of text.

use std::fs;
use std::path::Path;

use calamine::Reader;
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::sample::{Ran, daryn};

/// Krippendorff 2011, example C: four coders, twelve units, gaps.
const FOUR: [&str; 4] = ["123321412***", "1233224125*3", "*3332342251*", "12332441251*"];

fn table(coders: &[&str]) -> String {
    let mut text = String::from("unit,coder,value\n");
    for (coder, values) in coders.iter().enumerate() {
        for (unit, value) in values.chars().enumerate() {
            let value = if value == '*' { String::new() } else { value.to_string() };
            text += &format!("u{unit},c{coder},{value}\n");
        }
    }
    text
}

fn folder(text: impl AsRef<[u8]>) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("таблица 1.csv"), text).expect("written");
    dir
}

fn agree(dir: &Path, arguments: &[&str]) -> Ran {
    daryn(dir, &[&["agree", "таблица 1.csv"], arguments].concat())
}

fn found(text: impl AsRef<[u8]>, arguments: &[&str]) -> Value {
    let dir = folder(text);
    agree(dir.path(), &[arguments, &["--format", "json"]].concat()).ends(0).json()
}

fn is_close(value: &Value, expected: f64) -> bool {
    value.as_f64().is_some_and(|value| (value - expected).abs() < 1e-9)
}

#[test]
fn the_contract_holds() {
    let four = table(&FOUR);
    for (metric, expected) in [
        ("nominal", 0.743_421_052_631_579),
        ("ordinal", 0.815_387_503_754_881_4),
        ("interval", 0.849_107_142_857_142_8),
        ("ratio", 0.797_402_774_711_612_1),
    ] {
        let told = found(&four, &["--metric", metric]);
        assert!(is_close(&told["alpha"], expected), "{told}");
        let object = told.as_object().expect("an object");
        for key in ["alpha", "percent", "kappa", "fleiss", "pi", "ac1", "interval"] {
            let has_reason = told["notes"][key].as_str().is_some_and(|note| !note.is_empty());
            assert!(object.contains_key(key), "{key}");
            assert_eq!(told[key].is_null(), has_reason, "{key}");
        }
        assert_eq!((&told["units"], &told["coders"]), (&json!(12), &json!(4)));
        assert_eq!(told["pairs"].as_array().map(Vec::len), Some(6));
        assert_eq!(told["without"].as_array().map(Vec::len), Some(4));
    }
    // 20 times both, 5 and 10 times one of them, 15 times neither.
    let first = ["1".repeat(25), "0".repeat(25)].concat();
    let second = ["1".repeat(20), "0".repeat(5), "1".repeat(10), "0".repeat(15)].concat();
    let two = table(&[&first, &second]);
    let told = found(two, &["--bootstrap", "300", "--seed", "5"]);
    for (key, expected) in [
        ("percent", 0.7),
        ("kappa", 0.4),
        ("pi", 13.0 / 33.0),
        ("fleiss", 13.0 / 33.0),
        ("ac1", 41.0 / 101.0),
        ("alpha", 0.4),
    ] {
        assert!(is_close(&told[key], expected), "{key}: {told}");
    }
    let ends: Vec<f64> = serde_json::from_value(told["interval"].clone()).expect("two numbers");
    assert!(ends.len() == 2 && ends[0] < 0.4 && 0.4 < ends[1], "{ends:?}");
    assert_eq!((&told["repeats"], &told["seed"]), (&json!(300), &json!(5)));
    assert!(told.get("pairs").is_none());
}

#[test]
fn a_seed_gives_the_same_bytes() {
    let dir = folder(table(&FOUR));
    let run = |seed: &str| {
        let asked = ["--bootstrap", "200", "--seed", seed, "--format", "json"];
        agree(dir.path(), &asked).ends(0).out
    };
    assert_eq!(run("7"), run("7"));
    assert_ne!(run("7"), run("8"));
    let default = agree(dir.path(), &["--bootstrap", "200", "--format", "json"]).ends(0).out;
    assert_eq!(default, run("1"));
}

#[test]
fn people_get_tables() {
    let dir = folder(table(&["0100000010", "1110010000"]));
    assert_snapshot!(agree(dir.path(), &[]).ends(0).out, @"
    10 units, 2 coders, 20 values

    Krippendorff’s alpha, nominal  0.095
    Share of equal pairs           0.600
    Cohen’s kappa                  0.091
    Fleiss’ kappa                  0.048
    Scott’s pi                     0.048
    Gwet’s AC1                     0.310

    By code: given or not
      code  values  share  alpha  equal pairs  positive  negative
      0         14  0.700  0.095        0.600     0.714     0.333
      1          6  0.300  0.095        0.600     0.333     0.714

    Units with most disagreement
      unit  disagreement  share of all        values
      u0           1.000         0.250  0 × 1, 1 × 1
      u2           1.000         0.250  0 × 1, 1 × 1
      u5           1.000         0.250  0 × 1, 1 × 1
      u8           1.000         0.250  0 × 1, 1 × 1
    ");
    for (lang, word) in [("ru", "Альфа Криппендорфа"), ("kk", "Криппендорф альфасы")]
    {
        let out = agree(dir.path(), &["--lang", lang, "--bootstrap", "50"]).ends(0).out;
        assert!(out.contains(word) && out.contains("0,095") && !out.contains("agree-"), "{out}");
    }
}

#[test]
fn every_separator_and_ending_of_lines_gives_the_same() {
    let plain = "unit,coder,value\nа,x,1.5\nа,y,2\nб,x,2\nб,y,2\n";
    let expected = found(plain, &["--metric", "interval"]);
    assert!(expected["alpha"].is_number(), "{expected}");
    let excel = plain.replace(',', ";").replace("1.5", "1,5").replace('\n', "\r\n");
    for text in [
        format!("\u{feff}{excel}"),
        format!("sep=;\r\n{excel};;\r\n"),
        excel.replace(';', "\t"),
        "note,Value,CODER,unit\n\"a, \"\"b\"\"\",1.5,x,а\n,2,y,а\n,\"2\",x,б\n,2,y,б\n\n"
            .to_owned(),
    ] {
        let told = found(&text, &["--metric", "interval"]).to_string();
        // Names of values are what stands in the table.
        assert_eq!(told.replace("1,5", "1.5"), expected.to_string(), "{text}");
    }
}

#[test]
fn what_is_undefined_is_null_with_its_reason() {
    let reason = |text: &str, metric: &str| {
        let told = found(text, &["--metric", metric, "--bootstrap", "10"]);
        assert!(told["alpha"].is_null() && told["interval"].is_null(), "{told}");
        told["notes"]["alpha"].as_str().expect("a reason").to_owned()
    };
    for metric in ["nominal", "ordinal", "interval", "ratio"] {
        let one_coder = "unit,coder,value\n1,a,1\n2,a,2\n3,b,\n";
        assert_eq!(reason(one_coder, metric), "only one coder gave values");
        let one_unit = "unit,coder,value\n1,a,1\n1,b,2\n";
        assert_eq!(reason(one_unit, metric), "only one unit has values of two coders");
        let equal = "unit,coder,value\n1,a,1\n1,b,1\n2,a,1\n2,b,1\n";
        assert!(reason(equal, metric).starts_with("all values are the same one"));
        let apart = "unit,coder,value\n1,a,1\n2,b,1\n";
        assert_eq!(reason(apart, metric), "no unit has values of two coders");
    }
}

#[test]
fn an_order_may_be_given() {
    let text = "unit;coder;value\n1;a;low\n1;b;low\n2;a;high\n2;b;middle\n3;a;low\n3;b;high\n";
    let numbers = text.replace("low", "1").replace("middle", "2").replace("high", "3");
    let told = found(text, &["--order", "low, middle,high"]);
    assert_eq!(told["metric"], "ordinal");
    for key in ["alpha", "weighted", "kappa"] {
        assert_eq!(told[key], found(&numbers, &["--metric", "ordinal"])[key], "{key}");
    }
    let dir = folder(text);
    let ran = agree(dir.path(), &["--order", "low,high", "--metric", "interval"]).ends(1);
    assert!(ran.err.contains("--metric ordinal"), "{}", ran.err);
}

#[test]
fn bad_input_is_told_with_its_line() {
    let told = |text: &[u8], arguments: &[&str]| {
        let dir = folder(text);
        let ran = agree(dir.path(), &[arguments, &["--format", "json"]].concat()).ends(1);
        for lang in ["ru", "kk"] {
            let err = agree(dir.path(), &[arguments, &["--lang", lang]].concat()).ends(1).err;
            assert!(!err.contains("agree-"), "{err}");
        }
        let value = ran.json();
        let all = value["diagnostics"].as_array().expect("diagnostics").iter();
        let all = all.map(|one| format!("{} {}", one["code"].as_str().unwrap_or(""), one["line"]));
        all.collect::<Vec<_>>()
    };
    let head = "unit,coder,value\n";
    let with = |rows: &str| format!("{head}{rows}").into_bytes();
    assert_eq!(told(b"", &[]), ["agree-empty 0"]);
    assert_eq!(told(head.as_bytes(), &[]), ["agree-empty 0"]);
    assert_eq!(told(b"unit,value\n1,2\n", &[]), ["agree-column 1"]);
    assert_eq!(told(&with("1,a,2\n1,,3\n"), &[]), ["agree-no-name 3"]);
    let twice = with("1,a,2\n2,a,2\n1,b,\n1,a,2\n");
    assert_eq!(told(&twice, &[]), ["agree-duplicate 5"]);
    for metric in ["interval", "ratio"] {
        let words = with("1,a,2\n1,b,x\n2,a,\"1,5\"\n");
        assert_eq!(
            told(&words, &["--metric", metric]),
            ["agree-not-number 3", "agree-not-number 4"]
        );
    }
    assert_eq!(told(&with("1,a,2\n1,b,x\n"), &["--metric", "ordinal"]), ["agree-no-rank 3"]);
    assert_eq!(told(&with("1,a,x\n1,b,y\n"), &["--order", "x,z"]), ["agree-outside-order 3"]);
    assert_eq!(told(&with("1,a,x\n"), &["--order", "x,x"]), ["agree-order-twice 0"]);
    let negative = with("1,a,2\n1,b,-1\n2,a,-1\n");
    assert_eq!(told(&negative, &["--metric", "ratio"]), ["agree-negative 3", "agree-negative 4"]);
    assert_eq!(told(&with("1,a\n"), &[]), ["wrong-field-count 2"]);
    assert_eq!(told(&with("1,a,\"2\n2,b,3\n"), &[]), ["open-quote 2"]);
    assert_eq!(told(b"unit,coder,value\n1,\xe0,2\n", &[]), ["bad-encoding 2"]);
    assert_eq!(told(b"\xff\xfeu\0n\0", &[]), ["bad-encoding 1"]);
    let dir = folder("");
    assert_eq!(daryn(dir.path(), &["agree", "no.csv"]).ends(1).out, "");
    for arguments in [
        ["--bootstrap", "0"],
        ["--seed", "1"],
        ["--metric", "polar"],
        ["--format", "xlsx"],
        ["--length", "5"],
    ] {
        assert!(agree(dir.path(), &arguments).ends(1).err.starts_with("error: "));
    }
    let dir = folder(with("1,a,NA\n1,b,x\n2,a,x\n2,b,x\n"));
    let ran = agree(dir.path(), &[]).ends(0);
    assert!(ran.err.contains(":2: the value `NA`"), "{}", ran.err);
}

#[test]
fn tables_hold_a_row_for_each_quantity() {
    let dir = folder(table(&FOUR));
    let csv = agree(dir.path(), &["--format", "csv", "--bootstrap", "20"]).ends(0).out;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect();
    let of = |part: &str, quantity: &str| {
        rows.iter().filter(|row| row[0] == part && row[3] == quantity).collect::<Vec<_>>()
    };
    assert_eq!(of("all", "alpha")[0][4], "0.743421052631579");
    assert_eq!(of("all", "kappa")[0][4], "");
    assert!(!of("all", "kappa")[0][5].is_empty());
    assert_eq!((of("pair", "kappa").len(), of("without", "alpha").len()), (6, 4));
    assert_eq!((of("code", "alpha").len(), of("unit", "share").len()), (5, 3));
    let asked = ["--format", "csv", "--bootstrap", "20", "--output", "out/a.csv"];
    assert!(agree(dir.path(), &asked).ends(1).err.contains("is not there; nothing was written"));
    assert!(!dir.path().join("out").exists());
    fs::create_dir(dir.path().join("out")).expect("made");
    agree(dir.path(), &asked).ends(0);
    for format in ["json", "text"] {
        let printed = agree(dir.path(), &["--format", format]).ends(0).out;
        let ran = agree(dir.path(), &["--format", format, "--output", "out/a"]).ends(0);
        assert_eq!(ran.out, "");
        assert_eq!(fs::read_to_string(dir.path().join("out/a")).expect("written"), printed);
    }
    assert_eq!(fs::read_to_string(dir.path().join("out/a.csv")).expect("written"), csv);
    agree(dir.path(), &["--format", "parquet", "--output", "a.parquet"]).ends(0);
    assert!(fs::read(dir.path().join("a.parquet")).expect("written").starts_with(b"PAR1"));
    agree(dir.path(), &["--format", "xlsx", "--output", "a.xlsx", "--lang", "kk"]).ends(0);
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook(dir.path().join("a.xlsx")).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    let alpha = sheet.rows().find(|row| row[3] == "alpha").expect("alpha");
    assert!(alpha.iter().any(|cell| cell.to_string().starts_with("0.7434")), "{alpha:?}");
    let own = agree(dir.path(), &["--format", "csv", "--output", "./таблица 1.csv"]).ends(1);
    assert!(own.err.starts_with("error: "), "{}", own.err);
}

#[test]
fn many_coders_are_compared_on_demand() {
    let text = table(&["1212"; 25]).replace("u3,c24,2", "u3,c24,1");
    let told = found(&text, &[]);
    assert!(told.get("pairs").is_none() && told["notes"]["pairs"].is_string());
    let told = found(&text, &["--by-coder"]);
    assert_eq!(told["pairs"].as_array().map(Vec::len), Some(300));
    assert!(is_close(&told["without"][24]["alpha"], 1.0));
}

/// The worked example of the design: 100 characters, two coders, three codes.
const SPANS: &str = "document,coder,start,end,code\nd,A,0,20,1\nd,A,30,50,2\nd,A,60,70,1\n\
    d,B,0,18,1\nd,B,32,50,2\nd,B,60,70,3\n";

#[test]
fn spans_have_three_alphas() {
    let told = found(SPANS, &["--spans", "--length", "100"]);
    for (key, expected) in [
        ("alpha_all", 0.780_075_781_5),
        ("alpha_coded", 0.548_239_895_7),
        ("alpha_labels", 0.632_471_728_6),
        ("kappa", 0.781_25),
    ] {
        assert!(is_close(&told[key], expected), "{key}: {told}");
    }
    let iou: Vec<_> = (0..3).map(|at| told["overlaps"][at]["characters"]["iou"].clone()).collect();
    assert_eq!(iou, [json!(0.6), json!(0.9), json!(0.0)]);
    assert_eq!(told["overlaps"][0]["segments"]["recall"], json!(0.5));
    assert!(told["overlaps"][2]["characters"]["recall"].is_null());
    // A column of lengths does the same, and who read and coded nothing is known to have done so.
    let long: String = SPANS.lines().map(|line| format!("{line},{}\n", "100")).collect();
    let long = long.replacen(",100", ",length", 1);
    assert_eq!(found(&long, &["--spans"]), told);
    let more = long.clone() + "e,A,0,5,1,10\n";
    let unread = found(&more, &["--spans"]);
    assert_eq!(unread["not_read"], json!([{"coder": "B", "document": "e"}]));
    assert_eq!(unread["alpha_all"], told["alpha_all"]);
    let read = found(more + "e,B,,,,\n", &["--spans"]);
    assert_eq!(read["not_read"], json!([]));
    assert!(read["alpha_all"].as_f64() < told["alpha_all"].as_f64());
    let dir = folder(SPANS);
    for lang in ["en", "ru", "kk"] {
        let out = agree(dir.path(), &["--spans", "--length", "100", "--lang", lang]).ends(0).out;
        assert!(!out.contains("agree-") && out.contains("780"), "{out}");
    }
    let csv = agree(dir.path(), &["--spans", "--length", "100", "--format", "csv"]).ends(0).out;
    assert!(csv.contains("all,,,alpha_all,0.78007578"), "{csv}");
}

#[test]
fn bad_spans_are_told_with_their_line() {
    let codes = |text: &str, arguments: &[&str]| {
        let dir = folder(text);
        let arguments = [&["--spans", "--format", "json"], arguments].concat();
        let value = agree(dir.path(), &arguments).ends(1).json();
        let all = value["diagnostics"].as_array().expect("diagnostics").iter();
        all.map(|one| format!("{} {}", one["code"].as_str().unwrap_or(""), one["line"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(SPANS, &[]), ["agree-no-length 0"]);
    assert_eq!(codes(SPANS, &["--length", "69"]), ["agree-span-outside 4", "agree-span-outside 7"]);
    let head = "document,coder,start,end,code,length\n";
    let with = |rows: &str| codes(&format!("{head}{rows}"), &[]);
    assert_eq!(with("d,A,5,5,x,9\n"), ["agree-empty-span 2"]);
    assert_eq!(with("d,A,5,x,x,9\nd,A,-1,2,x,9\n"), ["agree-not-whole 2", "agree-not-whole 3"]);
    assert_eq!(with("d,A,5,,x,9\nd,,1,2,x,9\n"), ["agree-half-span 2", "agree-no-name 3"]);
    assert_eq!(with("d,A,1,2,x,9\nd,B,1,2,x,8\n"), ["agree-two-lengths 3"]);
    assert_eq!(with(""), ["agree-empty 0"]);
}
