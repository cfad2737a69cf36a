//! `daryn run` and `daryn report`.

use std::fs;

use daryn_study::Lock;
use daryn_study::lock::Pinned;
use insta::assert_snapshot;

use crate::sample::{Ran, Sample, command, files_below};

/// Number of stages of a study that has a lock.
fn stages(sample: &Sample) -> usize {
    Lock::parse(&sample.read("daryn.lock")).expect("a lock").stage.len()
}

#[test]
fn a_run_writes_the_report_and_the_lock_and_says_what_to_open() {
    let sample = Sample::tiny();
    let before = sample.files();
    let ran = sample.daryn(&["run"]).ends(0);
    assert_eq!(ran.out, "");
    let stages = stages(&sample).to_string();
    assert_snapshot!(ran.err.replace(&stages, "ALL"), @"
    ALL stages of ALL computed.
    Report: report
    Open this page in a browser: report/en/index.html
    ");
    let mut after = sample.files();
    after.retain(|name, _| !before.contains_key(name));
    assert_snapshot!(after.into_keys().collect::<Vec<_>>().join("\n"), @"
    daryn.lock
    report/en/index.html
    report/en/indicators.html
    report/kk/index.html
    report/kk/indicators.html
    report/report.json
    report/ru/index.html
    report/ru/indicators.html
    report/tables.xlsx
    report/tables/bodies.csv
    report/tables/compared.csv
    report/tables/completeness.csv
    report/tables/conflicts.csv
    report/tables/countries.csv
    report/tables/documents.csv
    report/tables/effects.csv
    report/tables/findings.csv
    report/tables/functions.csv
    report/tables/network.csv
    report/tables/practice_grades.csv
    report/tables/practices.csv
    report/tables/predictions.csv
    report/tables/profile.csv
    report/tables/recommendations.csv
    report/tables/sdg_matrix.csv
    report/tables/sdg_progress.csv
    report/tables/sdg_values.csv
    report/tables/series_returns.csv
    report/tables/targets.csv
    report/tables/transfer.csv
    ");
}

#[test]
fn the_page_in_the_language_of_the_user_is_named() {
    let sample = Sample::tiny();
    let ran = sample.daryn(&["run", "--lang", "kk"]).ends(0);
    assert!(ran.err.contains("report/kk/index.html"), "{}", ran.err);
}

#[test]
fn programs_are_told_what_ran() {
    let sample = Sample::tiny();
    let json = sample.daryn(&["run", "--format", "json"]).ends(0).json();
    assert_eq!(json["stages"], stages(&sample));
    assert_eq!(json["ran"].as_array().map(Vec::len), Some(stages(&sample)));
    assert_eq!(json["report"], "report");
    let json = sample.daryn(&["run", "--format", "json"]).ends(0).json();
    assert_eq!(json["ran"], serde_json::json!([]));
}

#[test]
fn the_same_study_gives_the_same_bytes_whatever_the_threads_and_the_place() {
    let one = Sample::named("one");
    let two = Sample::named("Екі орын");
    one.daryn(&["run", "--threads", "1"]).ends(0);
    two.daryn(&["run", "--threads", "2"]).ends(0);
    // The guide carries the name of the folder.
    for sample in [&one, &two] {
        sample.write("README.md", "");
        sample.daryn(&["run"]).ends(0);
    }
    assert_eq!(one.files(), two.files());
}

#[test]
fn an_unchanged_run_computes_nothing_and_touches_no_file() {
    let sample = Sample::with_report();
    let (times, files) = (sample.times(""), sample.files());
    let ran = sample.daryn(&["run"]).ends(0);
    assert_snapshot!(ran.err, @"
    Everything was up to date.
    Open this page in a browser: report/en/index.html
    ");
    let mut after = sample.times("");
    assert_eq!(files, sample.files());
    // The mark of a running run is a file that is opened for writing and never written.
    after.remove(".daryn/running");
    for (name, time) in after {
        assert_eq!(times.get(&name), Some(&time), "{name}");
    }
}

#[test]
fn only_what_a_change_reaches_is_computed_and_written() {
    let sample = Sample::with_report();
    let times = sample.times("report");
    sample.replace("bodies.csv", "Ministry of Education", "Ministry of Science");
    let ran = sample.daryn(&["run", "--format", "json"]).ends(0).json();
    let ran: Vec<&str> =
        ran["ran"].as_array().expect("a list").iter().filter_map(|name| name.as_str()).collect();
    assert!(ran.contains(&"read:bodies") && ran.contains(&"governance"), "{ran:?}");
    assert!(!ran.contains(&"read:measures") && !ran.contains(&"targets"), "{ran:?}");
    let after = sample.times("report");
    assert_ne!(times["tables/bodies.csv"], after["tables/bodies.csv"]);
    assert_eq!(times["tables/targets.csv"], after["tables/targets.csv"]);
    sample.daryn(&["verify"]).ends(0);
}

#[test]
fn a_report_file_that_was_changed_is_mended() {
    let sample = Sample::with_report();
    let good = sample.files();
    sample.write("report/tables/targets.csv", "nonsense");
    fs::remove_file(sample.dir.join("report/report.json")).expect("removed");
    sample.write("daryn.lock", "nonsense");
    let ran = sample.daryn(&["run"]).ends(0);
    assert!(ran.err.starts_with("0 stages of "), "{}", ran.err);
    assert_eq!(sample.files(), good);
}

#[test]
fn files_of_an_earlier_report_go_and_files_of_the_user_stay() {
    let sample = Sample::with_report();
    sample.write("report/notes.txt", "mine");
    sample.replace("study.toml", "\"en\", \"ru\", \"kk\"", "\"en\", \"ru\"");
    sample.replace("study.toml", "id = \"returns\"", "id = \"shares\"");
    sample.daryn(&["run"]).ends(0);
    let report = files_below(&sample.dir.join("report"));
    assert!(!report.contains_key("kk/index.html"));
    assert!(!report.contains_key("tables/series_returns.csv"));
    assert!(report.contains_key("tables/series_shares.csv"));
    assert_eq!(report["notes.txt"], b"mine");
}

#[test]
fn a_file_of_an_earlier_report_that_was_changed_by_hand_is_not_removed() {
    let sample = Sample::with_report();
    sample.write("report/kk/index.html", "my own page");
    sample.replace("study.toml", "\"en\", \"ru\", \"kk\"", "\"en\", \"ru\"");
    sample.daryn(&["run"]).ends(0);
    assert_eq!(sample.read("report/kk/index.html"), "my own page");
}

#[test]
fn a_lock_cannot_make_daryn_remove_a_file_elsewhere() {
    let sample = Sample::with_report();
    let precious = b"not written by daryn";
    fs::write(sample.beside("precious"), precious).expect("written");
    let mut lock = Lock::parse(&sample.read("daryn.lock")).expect("a lock");
    lock.output.push(Pinned::new("../../precious", precious));
    sample.write("daryn.lock", &lock.to_text().expect("a text"));
    sample.daryn(&["run"]).ends(0);
    assert!(sample.beside("precious").exists());
}

#[test]
fn a_report_may_be_written_elsewhere() {
    let sample = Sample::tiny();
    let out = sample.beside("бір жер");
    let path = out.to_str().expect("UTF-8");
    let ran = sample.daryn(&["run", "--out", path]).ends(0);
    assert!(ran.err.contains(path), "{}", ran.err);
    assert!(out.join("en/index.html").exists() && !sample.dir.join("report").exists());
    sample.daryn(&["verify", "--report", path]).ends(0);
    sample.daryn(&["status", "--report", path]).ends(0);
    sample.daryn(&["verify"]).ends(1);
}

#[test]
fn a_report_never_replaces_a_file_of_the_study() {
    let sample = Sample::tiny();
    fs::create_dir(sample.dir.join("tables")).expect("a folder");
    sample.write("tables/targets.csv", &sample.read("targets.csv"));
    sample.replace("study.toml", "\"targets.csv\"", "\"tables/targets.csv\"");
    let before = sample.files();
    let ran = sample.daryn(&["run", "--out", ".", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["output-is-input"]);
    assert_eq!(sample.files(), before);
}

#[test]
fn a_study_with_an_error_leaves_the_earlier_report() {
    let sample = Sample::with_report();
    sample.replace("measures.csv", "M1,D1,", "M1,D2,");
    let before = sample.files();
    let ran = sample.daryn(&["run", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["dangling-reference"]);
    assert!(ran.err.contains("error: measures.csv:2: "), "{}", ran.err);
    assert_eq!(sample.files(), before);
}

#[test]
fn warnings_do_not_stop_a_run() {
    let sample = Sample::tiny();
    sample.replace("areas.csv", "PL,Poland,Польша", "PL,Poland,");
    for _ in 0..2 {
        let ran = sample.daryn(&["run"]).ends(0);
        assert!(ran.err.starts_with("warning: areas.csv:3: `name_ru`"), "{}", ran.err);
    }
}

#[test]
fn the_number_of_threads_is_checked() {
    let sample = Sample::tiny();
    for threads in ["0", "257", "-1", "two", ""] {
        let ran = sample.daryn(&["run", "--threads", threads, "--format", "json"]).ends(1);
        assert_eq!(ran.codes(), ["bad-threads"], "{threads}");
    }
    assert!(!sample.dir.join("report").exists());
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let sample = Sample::with_report();
    let mark = fs::File::options().write(true).open(sample.dir.join(".daryn/running"));
    let mark = mark.expect("the mark");
    mark.lock().expect("locked");
    for command in ["run", "report", "verify"] {
        let ran = sample.daryn(&[command, "--format", "json"]).ends(1);
        assert_eq!(ran.codes(), ["busy"], "{command}");
    }
    for command in ["check", "status"] {
        sample.daryn(&[command]).ends(0);
    }
    mark.unlock().expect("unlocked");
    sample.daryn(&["run"]).ends(0);
}

#[test]
fn a_damaged_cache_costs_a_warning_and_time_only() {
    let sample = Sample::with_report();
    let good = sample.files();
    let cache = files_below(&sample.dir.join(".daryn/cache-v1"));
    assert_eq!(cache.len(), stages(&sample));
    for name in cache.keys() {
        let path = sample.dir.join(".daryn/cache-v1").join(name);
        crate::sample::flip(&path, cache[name].len() / 2);
        let ran = sample.daryn(&["run"]).ends(0);
        assert!(ran.err.contains("a damaged entry of the cache was dropped"), "{}", ran.err);
        assert_eq!(sample.files(), good);
    }
    assert_eq!(files_below(&sample.dir.join(".daryn/cache-v1")), cache);
}

#[test]
fn report_writes_every_file_again() {
    let sample = Sample::with_report();
    let (files, times) = (sample.files(), sample.times("report"));
    std::thread::sleep(std::time::Duration::from_millis(20));
    let ran = sample.daryn(&["report"]).ends(0);
    assert!(ran.err.starts_with("0 stages of "), "{}", ran.err);
    assert_eq!(sample.files(), files);
    for (name, time) in sample.times("report") {
        assert_ne!(times[&name], time, "{name}");
    }
}

#[test]
fn what_cannot_be_written_is_told_and_the_earlier_report_stays() {
    let sample = Sample::with_report();
    let report = sample.dir.join("report");
    fs::remove_dir_all(report.join("tables")).expect("removed");
    fs::write(report.join("tables"), "a file in the place of a folder").expect("written");
    sample.replace("bodies.csv", "Ministry of Education", "Ministry of Science");
    let before = sample.files();
    let ran = sample.daryn(&["run", "--format", "json"]).ends(1);
    assert_eq!(ran.codes(), ["write-failed"]);
    assert_eq!(sample.files(), before);
}

/// A file that may not grow beyond so many bytes is what a full disk looks like to a program.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_earlier_report_whole() {
    let sample = Sample::with_report();
    let before = sample.files();
    sample.replace("bodies.csv", "Ministry of Education", "Ministry of Science");
    let elsewhere = sample.beside("elsewhere");
    // Everything is computed and kept, so that only the report is left to be written.
    sample.daryn(&["run", "--out", elsewhere.to_str().expect("UTF-8")]).ends(0);
    sample.write("daryn.lock", &String::from_utf8_lossy(&before["daryn.lock"]));
    let run = command(&sample.dir, &["run", "--format", "json"]);
    let mut limited = std::process::Command::new("sh");
    limited
        .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"])
        .arg(run.get_program())
        .args(run.get_args())
        .current_dir(&sample.dir);
    let ran = Ran::of(&mut limited).ends(1);
    assert_eq!(ran.codes(), ["write-failed"]);
    let mut after = sample.files();
    after.insert("bodies.csv".into(), before["bodies.csv"].clone());
    assert_eq!(after, before);
    sample.daryn(&["run"]).ends(0);
    sample.daryn(&["verify"]).ends(0);
}
