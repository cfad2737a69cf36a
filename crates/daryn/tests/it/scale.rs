//! `daryn scale`: published positions through the command line, forms of tables, bad input.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use crate::sample::{Ran, command};

struct Folder(TempDir);

impl Folder {
    fn of(table: &str) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        folder.write("t.csv", table.as_bytes());
        folder
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.path().join(name), bytes).expect("written");
    }

    fn scale(&self, arguments: &[&str]) -> Ran {
        let mut command = command(self.0.path(), &["scale"]);
        Ran::of(command.args(arguments))
    }
}

/// The example of Laver, Benoit & Garry 2003: one bell of counts, shifted.
fn lbg() -> Vec<(&'static str, Vec<u64>)> {
    let bell = [2, 3, 10, 22, 45, 78, 115, 146, 158, 146, 115, 78, 45, 22, 10, 3, 2];
    [("R1", 0), ("R2", 5), ("R3", 10), ("R4", 15), ("R5", 20), ("V1", 7)]
        .into_iter()
        .map(|(name, start)| {
            let mut counts = vec![0; 37];
            counts[start..start + bell.len()].copy_from_slice(&bell);
            (name, counts)
        })
        .collect()
}

fn joined(cells: impl IntoIterator<Item = impl ToString>, separator: &str) -> String {
    cells.into_iter().map(|cell| cell.to_string()).collect::<Vec<_>>().join(separator)
}

fn wide(separator: &str) -> String {
    let mut text =
        format!("\"\"{separator}{}\n", joined((0..37).map(|j| format!("w{j}")), separator));
    for (name, counts) in lbg() {
        text += &format!("{name}{separator}{}\n", joined(counts, separator));
    }
    text
}

const KNOWN: [&str; 6] = ["--reference", "R1=-1.5", "R2=-0.75", "R3=0", "R4=0.75", "R5=1.5"];

fn wordscores(folder: &Folder, more: &[&str]) -> Ran {
    folder.scale(&[&["wordscores", "t.csv"], &KNOWN[..], more].concat())
}

fn position(whole: &Value, document: &str, name: &str) -> f64 {
    let documents = whole["documents"].as_array().expect("documents");
    let found = documents.iter().find(|it| it["document"] == document).expect("a document");
    found[name].as_f64().unwrap_or_else(|| panic!("{document}: {name} in {found}"))
}

fn near(value: f64, published: f64, within: f64) {
    assert!((value - published).abs() <= within, "{value} is not {published}");
}

#[test]
fn wordscores_of_the_published_example() {
    let folder = Folder::of(&wide(","));
    let ran = wordscores(&folder, &["--rescale", "mv", "--format", "json"]).ends(0);
    let whole = ran.json();
    near(position(&whole, "V1", "position"), -0.4480590766, 1e-9);
    near(position(&whole, "V1", "se"), 0.0118976668, 1e-9);
    near(position(&whole, "V1", "rescaled"), -0.509957, 5e-7);
    near(position(&whole, "R1", "rescaled"), -1.5, 1e-12);
    let (lo, hi) = (position(&whole, "V1", "lo"), position(&whole, "V1", "hi"));
    near(hi - lo, 2.0 * 1.959963984540054 * position(&whole, "V1", "se"), 1e-12);
    assert_eq!((position(&whole, "R1", "known"), &whole["method"]), (-1.5, &"wordscores".into()));
    // Few documents are told on stderr and in the notes.
    assert!(ran.err.contains("so few say little"), "{}", ran.err);
    assert_eq!(whole["notes"][0]["code"], "scale-few");
    let all = wordscores(&folder, &["--rescale", "lbg-all", "--format", "json"]).ends(0).json();
    near(position(&all, "V1", "rescaled"), -0.529671, 5e-7);
    // The standard deviation of one document is not defined.
    let ran = wordscores(&folder, &["--rescale", "lbg"]).ends(1);
    assert!(ran.err.contains("at least two documents without a known position"), "{}", ran.err);
    let scores = wordscores(&folder, &["--features"]).ends(0).out;
    let score = scores.lines().find_map(|line| line.strip_prefix("w14,")).expect("the word O");
    near(score.parse().expect("a number"), -0.6194029850746269, 1e-12);
}

#[test]
fn wordfish_of_the_published_example() {
    let folder = Folder::of(&wide(","));
    let arguments = ["wordfish", "t.csv", "--direction", "R1,R5"];
    let ran = folder.scale(&[&arguments[..], &["--format", "json"]].concat()).ends(0);
    let whole = ran.json();
    assert!(whole["objective"].as_f64().expect("a number") >= 21183.20);
    assert_eq!(whole["converged"], true);
    for (document, theta) in [
        ("R1", -1.357256),
        ("R2", -0.612158),
        ("R3", 0.094455),
        ("R4", 0.736142),
        ("R5", 1.459307),
        ("V1", -0.320491),
    ] {
        near(position(&whole, document, "position"), theta, 1e-6);
        assert!(position(&whole, document, "wide_se") >= position(&whole, document, "se"));
    }
    assert_eq!(whole["leave_one_out"].as_array().expect("rows").len(), 30);
    let csv = folder.scale(&arguments).ends(0).out;
    assert!(csv.starts_with("document,position,se,lo,hi,wide_se,"), "{csv}");
    let out = folder.scale(&[&arguments[..], &["--leave-one-out"]].concat()).ends(0).out;
    assert!(out.starts_with("left_out,document,position,move,turned,pairs\nR1,R2,"), "{out}");
    assert_eq!(out.lines().count(), 31);
    let out = folder.scale(&[&arguments[..], &["--features"]].concat()).ends(0).out;
    assert_eq!(out.lines().count(), 38);
    // The other way round.
    let turned = folder.scale(&["wordfish", "t.csv", "--direction", "R5,R1", "--format", "json"]);
    near(position(&turned.ends(0).json(), "R1", "position"), 1.357256, 1e-6);
    let ran = folder.scale(&["wordfish", "t.csv"]).ends(0);
    assert!(ran.err.contains("`R1` gets a smaller position than `V1`"), "{}", ran.err);
    let out = ["wordfish", "t.csv", "--format", "xlsx", "--output", "fish.xlsx"];
    folder.scale(&out).ends(0);
    assert!(fs::read(folder.0.path().join("fish.xlsx")).expect("a file").starts_with(b"PK"));
}

#[test]
fn every_form_of_the_table_is_the_same_table() {
    let expected = wordscores(&Folder::of(&wide(",")), &[]).ends(0).out;
    let mut long = String::from("document,feature,count\n");
    for (name, counts) in lbg() {
        for (j, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            long += &format!("{name},w{j},{count}\n");
        }
    }
    let mut turned = format!("word,{}\n", joined(lbg().iter().map(|(name, _)| *name), ","));
    for j in 0..37 {
        turned += &format!("w{j},{}\n", joined(lbg().iter().map(|(_, counts)| counts[j]), ","));
    }
    assert_eq!(wordscores(&Folder::of(&wide(";")), &[]).ends(0).out, expected);
    let windows = format!("\u{feff}{}", wide("\t").replace('\n', "\r\n"));
    assert_eq!(wordscores(&Folder::of(&windows), &[]).ends(0).out, expected);
    let turned = Folder::of(&turned);
    assert_eq!(wordscores(&turned, &["--features-in-rows"]).ends(0).out, expected);
    let category = long.replace("feature", "category");
    // Words come in another order, so that last digits may differ.
    for table in [long, category] {
        let out = wordscores(&Folder::of(&table), &[]).ends(0).out;
        let rows = |text: &str| -> Vec<Vec<f64>> {
            let cells = |line: &str| line.split(',').filter_map(|it| it.parse().ok()).collect();
            text.lines().skip(1).map(cells).collect()
        };
        for (row, expected) in rows(&out).iter().zip(rows(&expected)) {
            assert_eq!(row.len(), expected.len());
            assert!(row.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12));
        }
        assert_eq!(out.lines().count(), 7);
    }
}

#[test]
fn words_that_vary_more_than_the_model_allows_widen_the_intervals() {
    // Words come in bursts: all counts are ten times what Poisson noise would be small for.
    let table = "d,w1,w2,w3,w4,w5,w6\na,90,10,40,0,70,30\nb,20,80,0,60,10,50\nc,50,0,90,20,0,80\n\
                 e,0,60,30,90,40,10\nf,70,30,0,50,90,0\n";
    let ran = Folder::of(table).scale(&["wordfish", "t.csv", "--format", "json"]).ends(0);
    let whole = ran.json();
    assert!(whole["dispersion"].as_f64().expect("a number") > 2.0);
    let factor = whole["dispersion"].as_f64().expect("a number").sqrt();
    near(position(&whole, "a", "wide_se") / position(&whole, "a", "se"), factor, 1e-9);
    assert!(ran.err.contains("words vary more than the Poisson model allows"), "{}", ran.err);
}

#[test]
fn what_cannot_be_scaled_is_told_with_its_place() {
    let fish = |table: &str| Folder::of(table).scale(&["wordfish", "t.csv"]).ends(1).err;
    for (table, told) in [
        ("d,w,x\na,1,2\nb,0,0\nc,3,1\n", "the document `b` has no words"),
        ("d,w,x\na,1,-2\nb,1,1\n", "t.csv:2: `-2` is no count"),
        ("d,w,x\na,1,2\nb,1.5,1\n", "t.csv:3: `1.5` is no count"),
        ("d,w,x\na,1,2\nb,one,1\n", "t.csv:3: `one` is no count"),
        ("d,w,x\na,1,2\nb,,1\n", "t.csv:3: a count is lacking"),
        ("d,w,x\na,1,2\nb,1\n", "t.csv:3: 2 fields in this row, 3 in the header"),
        ("d,w,x\na,1,2\na,1,1\n", "t.csv:3: the name `a` stands in line 2, too"),
        ("d,w,w\na,1,2\nb,1,1\n", "the name `w` stands in line 1, too"),
        (
            "document,feature,count\na,w,1\na,w,2\n",
            "t.csv:3: `w` of the document `a` was counted in line 2, too",
        ),
        ("d,w,x\na,1,2\n", "documents: 1; at least 3 are needed"),
        ("d,w,x\na,1,2\nb,2,1\n", "documents: 2; at least 3 are needed"),
        ("d,w,x\na,1,2\nb,2,4\nc,3,6\n", "the documents use words in the same proportions"),
        ("d\na\nb\n", "the table has not enough counts"),
        ("d,w,x\n", "the table has no rows"),
        ("", "the file is empty"),
        ("d,w\na,\"1\n", "t.csv:2: a quotation mark is never closed"),
        ("d,w,x\na,18446744073709551615,2\nb,2,1\n", "too large to be added exactly"),
    ] {
        let err = fish(table);
        assert!(err.contains(told) && err.contains("hint:"), "{table}: {err}");
    }
    let folder = Folder::of("");
    folder.write("t.csv", b"d,w\n\xcf\xf0,1\n");
    let err = folder.scale(&["wordfish", "t.csv"]).ends(1).err;
    assert!(err.contains("t.csv:2: the file is not UTF-8"), "{err}");
    assert!(folder.scale(&["wordfish", "no.csv"]).ends(1).err.contains("no.csv cannot be read"));

    let folder = Folder::of(&wide(","));
    let err = |arguments: &[&str]| {
        folder.scale(&[&["wordscores", "t.csv"], arguments].concat()).ends(1).err
    };
    for (arguments, told) in [
        (&["--reference", "R1=-1", "R9=1"][..], "the table has no document `R9`"),
        (&["--reference", "R1=-1", "R1=1"], "the document `R1` has two known positions"),
        (&["--reference", "R1=-1"], "fewer than two documents have known positions"),
        (&["--reference", "R1=1", "R2=1"], "all known positions are the same"),
        (&["--reference", "R1", "R2=1"], "no document with a position: `R1`"),
        (&["--reference", "R1=left", "R2=1"], "no document with a position: `R1=left`"),
        (&["--reference", "R1=inf", "R2=1"], "no document with a position: `R1=inf`"),
    ] {
        let err = err(arguments);
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
    // A decimal comma and a minus sign, as Russian and Kazakh write them.
    folder.scale(&["wordscores", "t.csv", "--reference", "R1=−1,5", "R5=1,5"]).ends(0);
    for direction in ["R1", "R1,R1", "R1,R9", ","] {
        let err = folder.scale(&["wordfish", "t.csv", "--direction", direction]).ends(1).err;
        assert!(err.contains("these are no two documents of the table"), "{err}");
    }
    let err = folder.scale(&["wordfish", "t.csv", "--prior-sd", "0"]).ends(1).err;
    assert!(err.contains("not a positive number"), "{err}");
    folder.scale(&[]).ends(1);
}

#[test]
fn a_document_without_shared_words_has_no_position() {
    let folder = Folder::of("d,w,x,y\na,5,1,0\nb,1,5,0\nc,2,2,3\nother,0,0,9\n");
    let arguments = ["wordscores", "t.csv", "--reference", "a=-1", "b=1"];
    let ran = folder.scale(&arguments).ends(0);
    assert!(ran.err.contains("`other` shares no word"), "{}", ran.err);
    assert!(ran.out.ends_with("other,,,,,,0,9\n"), "{}", ran.out);
    let folder = Folder::of("d,w,x,y\na,5,1,0\nb,1,5,0\nother,0,0,9\n");
    let ran = folder.scale(&arguments).ends(1);
    assert!(ran.err.contains("error") && ran.out.is_empty(), "{}", ran.err);
}

#[test]
fn a_width_of_zero_is_no_certainty() {
    let table = "document,feature,count\na,x,3\na,y,1\nb,x,1\nb,y,3\nc,x,5\nc,z,2\nd,x,2\nd,y,1\n";
    let folder = Folder::of(table);
    let asked = ["wordscores", "t.csv", "--reference", "a=-1", "b=1", "--format", "json"];
    let ran = folder.scale(&asked).ends(0);
    let whole = ran.json();
    let of = |name: &str| {
        whole["documents"].as_array().and_then(|all| all.iter().find(|it| it["document"] == name))
    };
    let c = of("c").expect("a document");
    assert!(c["position"].is_number() && c["lo"].is_null() && c["hi"].is_null(), "{c}");
    assert!(of("d").expect("a document")["lo"].is_number());
    assert!(ran.err.contains("no interval is given for document `c`"), "{}", ran.err);
}

#[test]
fn numbers_in_sentences_have_the_comma_of_the_language() {
    let ran = wordscores(&Folder::of(&wide(",")), &["--lang", "ru"]).ends(0);
    assert!(ran.err.contains("сдвиг документа доходит до 0,"), "{}", ran.err);
}

#[test]
fn many_documents_are_told_to_take_long() {
    let mut table = String::from("document,feature,count\n");
    for at in 0..61 {
        table += &format!("d{at:02},x,{}\nd{at:02},y,{}\n", 1 + at, 62 - at);
        table += &format!("d{at:02},z,{}\n", 1 + at % 7);
    }
    let folder = Folder::of(&table);
    let ran = folder.scale(&["wordfish", "t.csv", "--direction", "d00,d60"]).ends(0);
    assert!(ran.err.starts_with("61 documents"), "{}", ran.err);
}
