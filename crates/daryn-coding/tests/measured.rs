//! What the built-in rules reach on the labelled passages, held against the committed table.
//!
//! The texts are not part of the project: they are looked for in `../shared` beside it, or where
//! `DARYN_SHARED` says. Where they are absent the test says so. `DARYN_UPDATE=1` writes the table.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use daryn_coding::measure::{Counts, Judged, Table, macro_f1};
use daryn_coding::{Codebook, Coder, Rules};
use daryn_estimate::agreement::{Metric, Ratings, alpha};
use daryn_text::Language;

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

/// The table: a row for each language, part and code, and one for the mean over codes.
fn table(labels: &[Label], given: &[BTreeSet<String>]) -> String {
    let mut text = "language,part,code,passages,positives,disputed,right,wrong,missed,precision,\
        recall,f1,f1_reading_1,f1_reading_2,f1_between_readings,alpha_of_readings\n"
        .to_owned();
    for language in [Language::Ru, Language::Kk] {
        for part in ["seen", "unseen", "all"] {
            let chosen: Vec<usize> = (0..labels.len())
                .filter(|place| {
                    let label = &labels[*place];
                    label.language == language.code() && (part == "all" || label.part == part)
                })
                .collect();
            rows(&mut text, &format!("{},{part}", language.code()), &chosen, labels, given);
        }
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
    if std::env::var_os("DARYN_UPDATE").is_some() {
        std::fs::write(&path, &found).expect("written");
    }
    let committed = std::fs::read_to_string(&path).expect("the committed table");
    for (found, committed) in found.lines().zip(committed.lines()) {
        assert_eq!(found, committed);
    }
    assert_eq!(found.lines().count(), committed.lines().count());
}

/// Rows of the guide: `| ru | seen | 154 | 11 | 1.000 | ...`.
#[test]
fn the_guide_tells_what_the_table_holds() {
    let text =
        std::fs::read_to_string(root().join("codebooks/intellectual-migration.measured.csv"));
    let guide = std::fs::read_to_string(root().join("docs/coding.md")).expect("the guide");
    let (mut rows, mut pooled) = (0, String::new());
    for line in text.expect("the committed table").lines() {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[2] == "every passage and code" {
            pooled = cells[11].to_owned();
        }
        let Some(codes) = cells[2].strip_prefix("macro of ") else { continue };
        let codes = codes.trim_end_matches(" codes");
        let row = [&cells[..2], &[cells[3], codes], &cells[11..15], &[pooled.as_str()]].concat();
        let row = row.join(" | ");
        assert!(guide.contains(&format!("| {row} |")), "{row}");
        rows += 1;
    }
    assert_eq!(rows, 6);
}

#[test]
fn the_committed_table_reaches_what_was_wanted() {
    let path = root().join("codebooks/intellectual-migration.measured.csv");
    let text = std::fs::read_to_string(path).expect("the committed table");
    for (language, least) in [("ru", 0.75), ("kk", 0.70)] {
        let row = text
            .lines()
            .find(|line| line.starts_with(&format!("{language},all,macro")))
            .expect("a mean over codes");
        let f1: f64 = row.split(',').nth(11).expect("a cell").parse().expect("a number");
        assert!(f1 >= least, "{row}");
    }
}
