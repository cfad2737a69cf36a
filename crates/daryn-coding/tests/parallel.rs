//! What the built-in rules give to the Kazakh and to the Russian text of one act, held against the
//! committed table.
//!
//! It needs no labels: both texts say the same, so what is given to one of them alone is a fault of
//! rules in one of the languages. The texts are looked for as by the test of measured rules.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use daryn_coding::{Codebook, Coder, Rules};

const ACT: &str = "law-2011-0722-migration";
const TEXTS: [&str; 2] = ["kaz.2023.md", "rus.2023-04-19.md"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// For each leaf what it is and its codes.
fn coded(path: &Path, coder: &Coder<'_>) -> Vec<(String, BTreeSet<String>)> {
    let bytes = std::fs::read(path).expect("a document");
    let document = daryn_read::read(&bytes, "d.md");
    let mut codes: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for coding in coder.worker().code(&document, None).codings {
        codes.entry(coding.passage).or_default().insert(coding.code.to_string());
    }
    let leaves = document.leaves().into_iter();
    let leaf = |place: usize| {
        let passage = &document.passages[place];
        let what = format!("{:?} {:?}", passage.kind, passage.label);
        (what, codes.remove(&place).unwrap_or_default())
    };
    leaves.map(leaf).collect()
}

fn table(folder: &Path) -> String {
    let codebook = Codebook::built_in().expect("the codebook");
    let rules = Rules::built_in().expect("the rules");
    let coder = Coder::new(&rules, &codebook);
    let [kk, ru] = TEXTS.map(|text| coded(&folder.join(text), &coder));
    let what = |leaves: &[(String, BTreeSet<String>)]| -> Vec<String> {
        leaves.iter().map(|(what, _)| what.clone()).collect()
    };
    assert_eq!(what(&kk), what(&ru), "passages of the two texts are not in pairs");
    let mut text = "rules,code,passages,both,only_kk,only_ru,f1\n".to_owned();
    for code in codebook.codes.iter().filter(|code| code.parent.is_some()) {
        let count = |in_kk: bool, in_ru: bool| {
            let has = |codes: &BTreeSet<String>| codes.contains(&code.id.0);
            let pairs = kk.iter().zip(&ru);
            pairs.filter(|(kk, ru)| (has(&kk.1), has(&ru.1)) == (in_kk, in_ru)).count()
        };
        let (both, only_kk, only_ru) = (count(true, true), count(true, false), count(false, true));
        let all = 2 * both + only_kk + only_ru;
        let f1 =
            if all == 0 { String::new() } else { format!("{:.3}", 2.0 * both as f64 / all as f64) };
        let (version, passages) = (&rules.head.version, kk.len());
        let _ = writeln!(text, "{version},{},{passages},{both},{only_kk},{only_ru},{f1}", code.id);
    }
    text
}

#[test]
fn the_table_of_two_languages_is_true() {
    let shared = std::env::var_os("DARYN_SHARED").map(PathBuf::from);
    let shared = shared.unwrap_or_else(|| root().join("../shared"));
    let folder = shared.join("data/documents").join(ACT);
    if !folder.is_dir() {
        let _ = writeln!(std::io::stderr(), "skipped: the texts are not there");
        return;
    }
    let found = table(&folder);
    let path = root().join("codebooks/intellectual-migration.parallel.csv");
    if std::env::var_os("DARYN_UPDATE").is_some() {
        std::fs::write(&path, &found).expect("written");
    }
    let committed = std::fs::read_to_string(&path).expect("the committed table");
    assert_eq!(found, committed);
}

/// Rows of the guide: `| polarity.restrict | 52 | 7 | 64 | 0.594 |`.
#[test]
fn the_guide_tells_where_languages_differ() {
    let path = root().join("codebooks/intellectual-migration.parallel.csv");
    let text = std::fs::read_to_string(path).expect("the committed table");
    let guide = std::fs::read_to_string(root().join("docs/coding.md")).expect("the guide");
    let mut rows = 0;
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |place: usize| cells[place].parse::<f64>().unwrap_or(0.0);
        // Codes that a reader would count, and of which the languages give another picture.
        if number(3) + number(4) + number(5) < 10.0 || number(6) >= 0.8 {
            continue;
        }
        let row = [&cells[1..2], &cells[3..]].concat().join(" | ");
        assert!(guide.contains(&format!("| {row} |")), "{row}");
        rows += 1;
    }
    assert!(rows > 0);
}
