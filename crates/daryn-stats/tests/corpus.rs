//! The corpus of the fuzzer and hostile files are read and written in all forms: nothing panics,
//! nothing takes long, every place lies in its file and holds its value, reading twice gives the
//! same, and memory stays within its bound.
//!
//! One test, so that no other thread allocates while memory is measured.

#![allow(clippy::print_stdout, reason = "what was measured is shown with --nocapture")]

mod sound;
#[path = "../../../fuzz/taken.rs"]
mod taken;

use std::fs;
use std::path::Path;
use std::time::Instant;

use daryn_stats::{Input, Source};

use taken::{Taken, files, measured};

/// Looks whether what is promised of an input holds.
fn check(taken: &mut Taken, title: &str, input: &[u8], check: fn(&[u8], bool)) {
    taken.within(title, sound::memory(input.len()), || check(input, true));
}

const XML: &str = "<m:StructureSpecificData xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/\
    v2_1/message'><m:Header/><m:DataSet>";

/// Files that ask for much: a head, a piece again and again, and how many bytes of it.
const HOSTILE: [(&str, &str, usize); 16] = [
    (XML, "<Obs A='1'/>", 30_000),
    (XML, "<Series>", 30_000),
    (XML, "<Group A='1' B='2'/>", 30_000),
    (XML, "&lt;", 30_000),
    (XML, "<!-- - -->", 30_000),
    ("area,year,value\n", "K,1,2\n", 30_000),
    ("area,year,value\n", "\n", 50_000),
    ("area,year,value\n", "\"", 50_000),
    ("STRUCTURE,STRUCTURE_ID,ACTION,A,TIME_PERIOD,OBS_VALUE\n", "dataflow,X,I,a,1,2\n", 30_000),
    ("STRUCTURE,STRUCTURE_ID,ACTION", ",A", 30_000),
    (
        "{\"class\":\"dataset\",\"id\":[\"a\"],\"size\":[9999999],\"dimension\":{},\"value\":[",
        "0,",
        30_000,
    ),
    ("{\"data\":{\"dataSets\":[{\"observations\":{", "\"0:0\":[1],", 30_000),
    ("{\"dataSets\":[", "[", 50_000),
    ("{\"records\":[", "{\"value\":1},", 30_000),
    ("[{\"id\":1,\"terms\":[1],\"periods\":[", "{\"value\":1},", 30_000),
    ("\u{feff}", "\0", 50_000),
];

#[test]
fn every_file_keeps_what_is_promised() {
    let start = Instant::now();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let mut taken = Taken::default();
    for (folder, promised) in
        [("stats", sound::check as fn(&[u8], bool)), ("stats_made", sound::check_made)]
    {
        for path in files(&corpus.join(folder)) {
            let input = fs::read(&path).expect("read");
            check(&mut taken, &path.display().to_string(), &input, promised);
        }
    }
    for (head, piece, size) in HOSTILE {
        let bytes = [head, &piece.repeat(size / piece.len())].concat();
        check(&mut taken, &format!("{head} {piece}"), bytes.as_bytes(), sound::check);
    }
    let grown = groups();
    println!("memory for tables of many groups: {grown:?}");
    println!("{} files in {:?}", taken.files, start.elapsed());
    println!("most memory: {:?}, most time: {:?}", taken.memory, taken.time);
}

type WriteAll = fn(&Input);

/// Peak memory of writing 70,000 and 140,000 rows in each form: the second may take no more.
fn groups() -> Vec<(&'static str, usize, usize)> {
    let table = |rows: usize| {
        let mut text = "area,unit,year,value\n".to_owned();
        for row in 0..rows {
            let (area, year) = (row % 251, 1900 + row % 120);
            text.push_str(&format!("K{area},people and more,{year},{row}.5\n"));
        }
        Input::from(Source::bytes("a.csv", text.into_bytes()))
    };
    let tables = [table(70_000), table(140_000)];
    let forms: [(&'static str, WriteAll); 3] =
        [("parquet", sound::parquet), ("arrow", sound::arrow), ("xlsx", sound::xlsx)];
    forms
        .into_iter()
        .map(|(name, write)| {
            let [few, many] = tables.each_ref().map(|input| measured(|| write(input)).1);
            assert!(many < few + few / 4 && many < 48_000_000, "{name}: {few} and {many} bytes");
            (name, few, many)
        })
        .collect()
}
