//! A run that is killed at any moment.

use std::thread;
use std::time::Instant;

use daryn_study::Lock;
use daryn_study::world::PARTIAL;

use crate::sample::{Sample, command};

/// Moments at which a run is killed, from its start to its end.
const ROUNDS: u32 = 30;

#[test]
fn a_killed_run_harms_nothing() {
    let sample = Sample::tiny();
    let started = Instant::now();
    sample.daryn(&["run"]).ends(0);
    let whole = started.elapsed();
    for round in 0..ROUNDS {
        // Every round has something to compute and other files to write than the one before.
        let returns = ["returns", "shares", "years"][round as usize % 3];
        let study = sample.read("study.toml");
        let start = study.find("[[study.charts]]\nid = \"").expect("a chart") + 23;
        let end = start + study[start..].find('"').expect("an end");
        sample.write("study.toml", &format!("{}{returns}{}", &study[..start], &study[end..]));
        let title = format!("title_en = \"A tiny study {round}\"");
        let study = sample.read("study.toml");
        let old = study.lines().find(|line| line.starts_with("title_en")).expect("a title");
        sample.replace("study.toml", old, &title);

        let mut child = command(&sample.dir, &["run"]).spawn().expect("daryn runs");
        thread::sleep(whole * round / ROUNDS);
        child.kill().expect("killed");
        child.wait().expect("an end");
    }
    sample.daryn(&["run"]).ends(0);
    sample.daryn(&["verify"]).ends(0);
    for name in sample.files().into_keys().chain(sample.times(".daryn").into_keys()) {
        assert!(!name.contains(PARTIAL), "{name}");
    }
}

#[test]
fn files_of_a_run_that_was_killed_before_its_lock_are_removed_when_they_are_of_no_use() {
    let sample = Sample::with_report();
    let lock = sample.read("daryn.lock");
    sample.replace("study.toml", "id = \"returns\"", "id = \"shares\"");
    sample.daryn(&["run"]).ends(0);
    // As a run leaves it that is killed after its last file and before the lock.
    let unfinished = Lock::parse(&sample.read("daryn.lock")).expect("a lock").output;
    let unfinished = serde_json::to_string(&unfinished).expect("JSON");
    sample.write(".daryn/unfinished", &unfinished);
    sample.write("daryn.lock", &lock);
    sample.replace("study.toml", "id = \"shares\"", "id = \"years\"");
    sample.daryn(&["run"]).ends(0);
    assert!(!sample.dir.join("report/tables/series_shares.csv").exists());
    assert!(!sample.dir.join(".daryn/unfinished").exists());
    sample.daryn(&["verify"]).ends(0);
}

#[test]
fn what_a_killed_run_left_half_written_is_removed() {
    let sample = Sample::with_report();
    for folder in ["", "report/", "report/tables/", ".daryn/cache-v1/"] {
        sample.write(&format!("{folder}{PARTIAL}1-x"), "half");
    }
    sample.daryn(&["run"]).ends(0);
    assert!(sample.files().keys().all(|name| !name.contains(PARTIAL)));
    assert!(sample.times(".daryn").keys().all(|name| !name.contains(PARTIAL)));
    sample.daryn(&["verify"]).ends(0);
}
