//! What the built-in rules reach on the labelled passages, held against the committed table.
//!
//! The texts are not part of the project: they are looked for in `../shared` beside it, or where
//! `DARYN_SHARED` says. Where they are absent the test says so. `DARYN_UPDATE=1` writes the rows of
//! the rules of today. Those of version 1.0 are a record of commit 54323a7: its rules were the last
//! ones for which a part of the passages was unseen.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use daryn_coding::measure::{Counts, Judged, Table, macro_f1};
use daryn_coding::{Codebook, Coder, Rules};
use daryn_estimate::agreement::{Metric, Ratings, alpha};
use daryn_text::Language;
use sha2::{Digest as _, Sha256};

/// Digest of the rows of rules 1.0, without their first column.
const RECORD: &str = "11693efa5f4234a7a1f54911c178ae73ec6fa395ff5b7801b57d43d795c8d7b1";

/// Fewest positives of a code that enters the mean over codes.
const LEAST: u64 = 5;

struct Label {
    document: String,
    sha256: String,
    language: String,
    span: (usize, usize),
    part: String,
    readings: [BTreeSet<String>; 2],
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn documents() -> Option<PathBuf> {
    let shared = std::env::var_os("DARYN_SHARED").map(PathBuf::from);
    let folder = shared.unwrap_or_else(|| root().join("../shared")).join("data/documents");
    folder.is_dir().then_some(folder)
}

fn labels() -> Vec<Label> {
    let path = root().join("codebooks/intellectual-migration.labels.csv");
    let mut reader = csv::Reader::from_path(path).expect("labels");
    let codes = |cell: &str| -> BTreeSet<String> {
        cell.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect()
    };
    let rows = reader.records().map(|row| {
        let row = row.expect("a row");
        let number = |place: usize| row[place].parse().expect("a number");
        Label {
            document: row[0].to_owned(),
            sha256: row[1].to_owned(),
            language: row[2].to_owned(),
            span: (number(3), number(4)),
            part: row[5].to_owned(),
            readings: [codes(&row[6]), codes(&row[7])],
        }
    });
    rows.collect()
}

/// For each label the codes that rules gave.
fn coded(labels: &[Label], folder: &Path) -> Vec<BTreeSet<String>> {
    let codebook = Codebook::built_in().expect("the codebook");
    let rules = Rules::built_in().expect("the rules");
    let coder = Coder::new(&rules, &codebook);
    let mut worker = coder.worker();
    let mut given: BTreeMap<(&str, (usize, usize)), BTreeSet<String>> = BTreeMap::new();
    let files: BTreeSet<&str> = labels.iter().map(|label| label.document.as_str()).collect();
    for file in files {
        let bytes = std::fs::read(folder.join(file)).expect("a document");
        let document = daryn_read::read(&bytes, file);
        for label in labels.iter().filter(|label| label.document == file) {
            assert_eq!(label.sha256, document.sha256, "{file}: other bytes were labelled");
        }
        for leaf in document.leaves() {
            let passage = &document.passages[leaf];
            given.entry((file, (passage.first, passage.last))).or_default();
        }
        for coding in worker.code(&document, None).codings {
            let passage = &document.passages[coding.passage];
            let span = (passage.first, passage.last);
            given.entry((file, span)).or_default().insert(coding.code.to_string());
        }
    }
    labels.iter().map(|label| given[&(label.document.as_str(), label.span)].clone()).collect()
}

fn agreement(judged: &[Judged]) -> Option<f64> {
    let cells: Vec<_> =
        judged.iter().flat_map(|it| it.readings).map(|given| Some(u32::from(given))).collect();
    let ratings = Ratings::of_categories(2, 2, &cells).ok()?;
    alpha(&ratings, Metric::Nominal).ok().map(|found| found.alpha)
}

/// The rows of the rules of today: for each language and code, and for the mean over codes. No part
/// is unseen for them, so there are no parts.
fn table(labels: &[Label], given: &[BTreeSet<String>]) -> String {
    let version = Rules::built_in().expect("the rules").head.version;
    let mut text = String::new();
    for language in [Language::Ru, Language::Kk] {
        let of_language = |place: &usize| labels[*place].language == language.code();
        let chosen: Vec<usize> = (0..labels.len()).filter(of_language).collect();
        let head = format!("{version},{},all", language.code());
        rows(&mut text, &head, &chosen, labels, given);
    }
    text
}

fn number(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| format!("{value:.3}"))
}

fn row(text: &mut String, head: &str, code: &str, counts: &Counts, alpha: Option<f64>) {
    let found = &counts.agreed;
    let cells = [
        head.to_owned(),
        code.to_owned(),
        counts.passages.to_string(),
        found.positives().to_string(),
        counts.disputed.to_string(),
        found.right.to_string(),
        found.wrong.to_string(),
        found.missed.to_string(),
        number(found.precision()),
        number(found.recall()),
        number(found.f1()),
        number(counts.readings[0].f1()),
        number(counts.readings[1].f1()),
        number(counts.between.f1()),
        number(alpha),
    ];
    let _ = writeln!(text, "{}", cells.join(","));
}

fn rows(
    text: &mut String,
    head: &str,
    chosen: &[usize],
    labels: &[Label],
    given: &[BTreeSet<String>],
) {
    let codebook = Codebook::built_in().expect("the codebook");
    let (mut all, mut pooled) = (Vec::new(), Vec::new());
    for code in codebook.codes.iter().filter(|code| code.parent.is_some()) {
        let judged: Vec<Judged> = chosen
            .iter()
            .map(|place| Judged {
                rule: given[*place].contains(&code.id.0),
                readings: [0, 1].map(|n| labels[*place].readings[n].contains(&code.id.0)),
            })
            .collect();
        let counts = Counts::of(judged.iter().copied());
        row(text, head, &code.id.0, &counts, agreement(&judged));
        all.push(counts);
        pooled.extend(judged);
    }
    // Rare codes do not enter the mean; here each passage and code counts the same.
    row(text, head, "every passage and code", &Counts::of(pooled.iter().copied()), None);
    let mean = |table: &dyn Fn(&Counts) -> Table| {
        number(macro_f1(&all, LEAST, table).map(|(value, _)| value))
    };
    let (_, codes) = macro_f1(&all, LEAST, |it| it.agreed).unwrap_or_default();
    let _ = writeln!(
        text,
        "{head},macro of {codes} codes,{},,,,,,,,{},{},{},{},",
        chosen.len(),
        mean(&|it| it.agreed),
        mean(&|it| it.readings[0]),
        mean(&|it| it.readings[1]),
        mean(&|it| it.between),
    );
}

#[test]
fn the_table_of_measured_rules_is_true() {
    let Some(folder) = documents() else {
        let _ = writeln!(std::io::stderr(), "skipped: the labelled documents are not there");
        return;
    };
    let labels = labels();
    let found = table(&labels, &coded(&labels, &folder));
    let path = root().join("codebooks/intellectual-migration.measured.csv");
    let committed = std::fs::read_to_string(&path).expect("the committed table");
    // The head and the rows of earlier rules.
    let today = found.split_inclusive(',').next().expect("a version");
    let record = committed.lines().filter(|line| !line.starts_with(today));
    let record: String = record.map(|line| format!("{line}\n")).collect();
    if std::env::var_os("DARYN_UPDATE").is_some() {
        std::fs::write(&path, record.clone() + &found).expect("written");
    }
    let committed = std::fs::read_to_string(&path).expect("the committed table");
    for (found, committed) in (record.clone() + &found).lines().zip(committed.lines()) {
        assert_eq!(found, committed);
    }
    assert_eq!(record.lines().count() + found.lines().count(), committed.lines().count());
}

/// The committed table by row, without its head.
fn committed() -> Vec<Vec<String>> {
    let path = root().join("codebooks/intellectual-migration.measured.csv");
    let text = std::fs::read_to_string(path).expect("the committed table");
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// What rules 1.0 reached on passages that nobody had seen can be measured no more, so the record
/// of it must not change: its counts agree with the labels, its bytes with what was committed.
#[test]
fn the_record_of_unseen_passages_is_kept() {
    let labels = labels();
    let mut digest = Sha256::new();
    let mut rows = 0;
    for row in committed().iter().filter(|row| row[0] == "1.0") {
        digest.update(row[1..].join(",") + "\n");
        rows += 1;
        let in_part =
            |label: &&Label| label.language == row[1] && (row[2] == "all" || label.part == row[2]);
        let passages = labels.iter().filter(in_part).count();
        if row[3] != "every passage and code" {
            assert_eq!(row[4], passages.to_string(), "{row:?}");
        }
    }
    assert_eq!(rows, 204);
    let digest: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, RECORD);
}

/// Rows of the guide: `| 1.0 | ru | seen | 154 | 11 | 1.000 | ...`.
#[test]
fn the_guide_tells_what_the_table_holds() {
    let guide = std::fs::read_to_string(root().join("docs/coding.md")).expect("the guide");
    let (mut rows, mut pooled) = (0, String::new());
    for cells in committed() {
        if cells[3] == "every passage and code" {
            pooled.clone_from(&cells[12]);
        }
        let Some(codes) = cells[3].strip_prefix("macro of ") else { continue };
        let codes = codes.trim_end_matches(" codes").to_owned();
        let counts = [cells[4].clone(), codes];
        let row = [&cells[..3], &counts, &cells[12..16], std::slice::from_ref(&pooled)].concat();
        let row = row.join(" | ");
        assert!(guide.contains(&format!("| {row} |")), "{row}");
        rows += 1;
    }
    assert_eq!(rows, 8);
}

#[test]
fn the_committed_table_reaches_what_was_wanted() {
    for (language, least) in [("ru", 0.75), ("kk", 0.70)] {
        for (version, part) in [("1.0", "unseen"), ("1.0", "all"), ("1.2", "all")] {
            let is_mean = |row: &&Vec<String>| {
                row[..3] == [version, language, part] && row[3].starts_with("macro")
            };
            let rows = committed();
            let row = rows.iter().find(is_mean).expect("a mean over codes");
            let f1: f64 = row[12].parse().expect("a number");
            assert!(f1 >= least, "{row:?}");
        }
    }
}
