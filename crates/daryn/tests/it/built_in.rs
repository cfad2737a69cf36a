//! The built-in study: clean, reproducible, and every assertion of its pages traceable.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::sample::{Ran, command, daryn, files_below};

/// Folder of the files out of which the study takes statistics.
const STATISTICS: &str = "statistics";
/// Folder of packages of features.
const FEATURES: &str = "features";

/// A copy of the built-in study, and where reports of it can be put.
fn copy() -> (tempfile::TempDir, PathBuf) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../studies/kazakhstan");
    let parent = tempfile::tempdir().expect("a folder");
    let dir = parent.path().join("зерттеу kazakhstan");
    for part in ["", STATISTICS, FEATURES] {
        let (part, to) = (source.join(part), dir.join(part));
        fs::create_dir_all(&to).expect("a folder");
        for entry in fs::read_dir(part).expect("the built-in study") {
            let entry = entry.expect("an entry");
            if entry.path().is_file() {
                fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
            }
        }
    }
    (parent, dir)
}

#[test]
fn the_built_in_study_has_no_problem() {
    let (_parent, dir) = copy();
    assert_eq!(daryn(&dir, &["check", "--format", "json"]).ends(0).codes(), [""; 0]);
}

#[test]
fn threads_and_cache_do_not_change_a_byte() {
    let (parent, dir) = copy();
    let committed = fs::read(dir.join("daryn.lock")).expect("the lock file is in git");
    let run = |threads: &str, out: &str| {
        fs::remove_dir_all(dir.join(".daryn")).ok();
        daryn(&dir, &["run", "--threads", threads, "--out", out]).ends(0);
        (files_below(&parent.path().join(out)), fs::read(dir.join("daryn.lock")).expect("a lock"))
    };
    let one = run("1", "../one");
    let two = run("2", "../two");
    assert_eq!(one.0.keys().collect::<Vec<_>>(), two.0.keys().collect::<Vec<_>>());
    for (name, bytes) in &one.0 {
        assert!(two.0[name] == *bytes, "{name} differs");
    }
    assert!(one.1 == two.1, "the lock files differ");
    assert!(one.1 == committed, "the lock file in git is not that of this program: daryn run");
    daryn(&dir, &["verify", "--report", "../two"]).ends(0);
}

#[test]
fn a_changed_cell_reruns_only_what_depends_on_it() {
    let (_parent, dir) = copy();
    daryn(&dir, &["run"]).ends(0);
    let file = dir.join("practices.csv");
    let text = fs::read_to_string(&file).expect("text");
    fs::write(&file, text.replacen("302 proposals", "303 proposals", 1)).expect("written");
    let ran: Value = daryn(&dir, &["run", "--format", "json"]).ends(0).json();
    let names: Vec<&str> =
        ran["ran"].as_array().expect("stages").iter().filter_map(Value::as_str).collect();
    assert!(names.contains(&"practice") && names.contains(&"write:tables/practices.csv"));
    for other in ["evolution", "governance", "alignment", "targets", "read:statistics"] {
        assert!(!names.contains(&other), "{other} does not read practices");
    }
    assert!(!names.iter().any(|name| name.starts_with("chart:")), "{names:?}");
}

/// `report.json` as other programs rely on it.
#[test]
fn every_name_in_the_report_resolves() {
    let (_parent, dir) = copy();
    daryn(&dir, &["run"]).ends(0);
    let text = fs::read_to_string(dir.join("report/report.json")).expect("a report");
    let report: Value = serde_json::from_str(&text).expect("JSON");
    let list = |name: &str| report[name].as_array().expect("a list").clone();
    let mut known: BTreeSet<String> =
        report["evidence"].as_object().expect("evidence").keys().cloned().collect();
    for name in ["claims", "findings", "recommendations"] {
        known.extend(list(name).iter().map(|item| item["id"].as_str().expect("an id").to_owned()));
    }
    let mut names = 0;
    let mut resolve = |item: &Value, fields: &[&str]| {
        for field in fields {
            let ids: Vec<&Value> = match &item[field] {
                Value::Array(ids) => ids.iter().collect(),
                Value::Null => Vec::new(),
                id => vec![id],
            };
            for id in ids {
                let id = id.as_str().expect("a name");
                assert!(known.contains(id), "{field}: {id}");
                names += 1;
            }
        }
    };
    for claim in list("claims") {
        assert!(!claim["support"].as_array().expect("support").is_empty(), "{}", claim["id"]);
        for lang in ["en", "ru", "kk"] {
            assert!(claim["text"][lang].as_str().is_some_and(|text| !text.is_empty()));
        }
        resolve(&claim, &["support", "against"]);
    }
    for finding in list("findings") {
        let verdict = finding["verdict"].as_str().expect("a verdict");
        assert!(["supported", "mixed", "contradicted", "not_testable"].contains(&verdict));
        resolve(&finding, &["support", "against"]);
    }
    let advice = list("recommendations");
    for (place, item) in advice.iter().enumerate() {
        assert_eq!(item["rank"], place + 1);
        let shares = item["rank_acceptability"].as_array().expect("shares");
        assert_eq!(shares.len(), advice.len());
        let sum: f64 = shares.iter().filter_map(Value::as_f64).sum();
        assert!((sum - 1.0).abs() < 0.001, "{sum}");
        resolve(item, &["gap", "practices", "support"]);
    }
    let words = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales/en/report.ftl"),
    );
    let words = words.expect("the catalogue");
    for (_, item) in report["evidence"].as_object().expect("evidence") {
        resolve(item, &["source", "support", "against"]);
        for cell in item["cells"].as_object().expect("cells").keys() {
            assert!(words.contains(&format!("\ncolumn-{cell} = ")), "{cell} has no name");
        }
    }
    assert!(names > 1_000, "{names}");
    assert_eq!(report["study"], "kazakhstan");
    assert!(report["lock"].as_str().is_some_and(|lock| lock.len() == 64));
    chains_end_in_evidence(&report);
    crate::verdicts::without_causal_words(&report);
}

/// Every number of a practice that a recommendation of the study names was judged, and none of
/// them is read for the case.
#[test]
fn every_number_beside_a_recommendation_is_judged_and_none_is_transferred() {
    let (_parent, dir) = copy();
    daryn(&dir, &["run"]).ends(0);
    let mut table =
        csv::Reader::from_path(dir.join("report/tables/transfer.csv")).expect("the table");
    let head = table.headers().expect("a head").clone();
    let place = |name: &str| head.iter().position(|head| head == name).expect(name);
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    assert!(rows.len() > 10, "{}", rows.len());
    for row in &rows {
        assert_eq!(&row[place("transferred")], "no", "{row:?}");
        for side in ["population_match", "condition_match"] {
            assert!(["same", "different", "unknown"].contains(&&row[place(side)]), "{row:?}");
        }
        for lang in ["en", "ru", "kk"] {
            for words in ["case_population", "case_condition", "judge", "reason"] {
                assert!(!row[place(&format!("{words}_{lang}"))].is_empty(), "{row:?}");
            }
        }
    }
}

/// Support is acyclic and ends in a passage, an observation, a reference or a recorded search.
fn chains_end_in_evidence(report: &Value) {
    let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, node) in report["evidence"].as_object().expect("evidence") {
        kinds.insert(id, node["kind"].as_str().expect("a kind"));
        below.insert(id, strings(&node["support"]));
    }
    for name in ["claims", "findings", "recommendations"] {
        for item in report[name].as_array().expect("a list") {
            below.insert(item["id"].as_str().expect("an id"), strings(&item["support"]));
        }
    }
    let mut done: BTreeSet<&str> = BTreeSet::new();
    // Every pass accepts what rests only on accepted nodes; a cycle is never accepted.
    loop {
        let before = done.len();
        for (id, support) in &below {
            let leaf = ["passage", "observation", "reference", "search", "source"]
                .contains(kinds.get(id).unwrap_or(&""));
            if (leaf && support.is_empty())
                || (!support.is_empty() && support.iter().all(|id| done.contains(id)))
            {
                done.insert(id);
            }
        }
        if done.len() == before {
            break;
        }
    }
    let open: Vec<&&str> = below.keys().filter(|id| !done.contains(**id)).collect();
    assert!(open.is_empty(), "{open:?}");
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[test]
fn every_text_of_a_page_is_a_claim_or_prose() {
    let (_parent, dir) = copy();
    daryn(&dir, &["run"]).ends(0);
    for lang in ["en", "ru", "kk"] {
        let text =
            fs::read_to_string(dir.join(format!("report/{lang}/index.html"))).expect("a page");
        let page = Html::parse_document(&text);
        let body = page.select(&selector("body")).next().expect("a body");
        let bare: Vec<String> = body
            .descendants()
            .filter_map(|node| {
                let words = node.value().as_text()?.trim();
                let owners: Vec<ElementRef<'_>> =
                    node.ancestors().filter_map(ElementRef::wrap).collect();
                let told = owners.iter().any(|owner| {
                    let element = owner.value();
                    element.attr("data-claim").is_some()
                        || element.attr("data-text").is_some()
                        || ["script", "style"].contains(&element.name())
                });
                (!words.is_empty() && !told).then(|| words.to_owned())
            })
            .collect();
        assert!(bare.is_empty(), "{lang}: {bare:?}");
        // Nothing is loaded from outside.
        for name in ["src", "srcset", "data", "poster", "action"] {
            let loads = page.select(&selector(&format!("[{name}]"))).count();
            assert_eq!(loads, 0, "{lang}: {name}");
        }
        assert_eq!(page.select(&selector("link, iframe, object, embed")).count(), 0);
        assert!(!text.contains("url(http") && !text.contains("@import"));
        // No name of a message, no value that was forgotten, no text of another language.
        for mark in ["{ $", "{$", "column-", "diag-", "figure-evolution", "[en]", "[ru]", "[kk]"] {
            let words: String = body.text().collect();
            assert!(!words.contains(mark), "{lang}: {mark}");
        }
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

#[test]
fn the_workbook_holds_the_tables_with_their_cyrillic() {
    use calamine::{Reader, open_workbook_auto};
    let (_parent, dir) = copy();
    daryn(&dir, &["run"]).ends(0);
    let mut workbook = open_workbook_auto(dir.join("report/tables.xlsx")).expect("a workbook");
    for entry in fs::read_dir(dir.join("report/tables")).expect("tables") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let mut reader = csv::Reader::from_path(&path).expect("CSV");
        let rows = reader.records().count();
        for lang in ["en", "ru", "kk"] {
            let sheet: String = name.chars().take(28).chain([' ']).chain(lang.chars()).collect();
            let range = workbook.worksheet_range(&sheet).expect("a sheet");
            assert_eq!(range.height(), rows + 1, "{sheet}");
        }
    }
    let range = workbook.worksheet_range("findings kk").expect("a sheet");
    let words: String = range.cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(words.contains("ө") && words.contains("қ") && !words.contains('\u{fffd}'));
}

#[test]
fn a_reader_finds_the_page_of_the_language_asked_for() {
    let (_parent, dir) = copy();
    let mut run = command(&dir, &["run"]);
    run.env("LANG", "kk_KZ.UTF-8");
    let ran = Ran::of(&mut run).ends(0);
    assert!(ran.err.contains("kk/index.html") || ran.err.contains("kk\\index.html"), "{}", ran.err);
}
