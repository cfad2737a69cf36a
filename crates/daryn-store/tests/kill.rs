//! Programs that are killed while they write, and two that write at once.

#[allow(dead_code, reason = "each test uses a part")]
mod common;

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use common::{coded, coding, text};
use daryn_store::{FILE, Store};

/// Tells the child where to write, and under which name.
const FOLDER: &str = "DARYN_STORE_CHILD";
const NAME: &str = "DARYN_STORE_NAME";
const WORDS: &str = "Мемлекет ғылымды қолдайды. Ғалымдар елге оралады.\n";
const MOST: usize = 100_000;

/// Not a test of its own: it writes codings until it is killed, or as many as it is told to, and
/// prints each that was acknowledged.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "what was acknowledged is told to the test that started it"
)]
fn child() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let name = std::env::var(NAME).expect("a name");
    let (name, most) = name.split_once(':').expect("a number");
    let text = text("law.txt", WORDS);
    let mut store = Store::open(Path::new(&folder)).expect("a store").store;
    for number in 0..most.parse().expect("a number") {
        let id = format!("{name}-{number}");
        let codings = vec![coding(&id, &text, "ғылымды қолдайды", "function.retain")];
        store.append(&coded(&format!("event-{id}"), codings)).expect("kept");
        println!("\nkept {id}");
    }
}

fn start(folder: &Path, name: &str, most: usize) -> Child {
    Command::new(std::env::current_exe().expect("this test"))
        .args(["child", "--exact", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(NAME, format!("{name}:{most}"))
        .stdout(Stdio::piped())
        // What a child has to say is told with the test that started it.
        .stderr(Stdio::inherit())
        .spawn()
        .expect("it runs")
}

fn acknowledged(mut child: Child) -> Vec<String> {
    let mut out = String::new();
    let mut bytes = Vec::new();
    child.stdout.take().expect("a pipe").read_to_end(&mut bytes).expect("read");
    out.push_str(&String::from_utf8_lossy(&bytes));
    child.wait().expect("an end");
    // A line that was cut by the kill has no end and does not count.
    let whole = out.rfind('\n').map_or("", |end| &out[..end]);
    whole.lines().filter_map(|line| line.strip_prefix("kept ")).map(str::to_owned).collect()
}

#[track_caller]
fn ids(folder: &Path) -> Vec<String> {
    let store = Store::open(folder).expect("a store that is whole").store;
    let events = store.events().expect("events");
    let all: Vec<String> = events.iter().map(|event| event.id.clone()).collect();
    let state = store.state().expect("a state");
    assert_eq!(state.codings.len(), all.len());
    all.iter().map(|id| id.trim_start_matches("event-").to_owned()).collect()
}

#[test]
fn what_was_acknowledged_outlives_a_kill_at_any_moment() {
    let folder = tempfile::tempdir().expect("a folder");
    // How long one takes to begin tells which moments are worth a kill.
    let began = Instant::now();
    let first = acknowledged(start(folder.path(), "first", 3));
    let whole = began.elapsed();
    assert_eq!(first.len(), 3);
    let mut kept: BTreeSet<String> = first.into_iter().collect();
    let (mut cut_short, mut wrote) = (0, 0);
    let mut random: u64 = 20_261_127;
    for round in 0..100 {
        // A generator of Lehmer's sort is enough to choose moments.
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let moment = whole.mul_f64((random >> 33) as f64 / f64::from(1_u32 << 31) * 2.0);
        let mut child = start(folder.path(), &format!("r{round}"), MOST);
        thread::sleep(moment.min(Duration::from_millis(400)));
        child.kill().expect("killed");
        let told = acknowledged(child);
        cut_short += usize::from(told.is_empty());
        wrote += usize::from(!told.is_empty());
        kept.extend(told);
    }
    let all = ids(folder.path());
    let set: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(set.len(), all.len(), "an event stands twice");
    let lost: Vec<&String> = kept.difference(&set).collect();
    assert!(lost.is_empty(), "{lost:?}");
    // One that was killed between writing and telling may be there: one a round, at most.
    assert!(set.len() - kept.len() <= 100);
    assert!(wrote >= 10, "{wrote} rounds wrote, {cut_short} were cut before");
    // Nothing of the file is broken, not only its beginning.
    let path = folder.path().join(FILE);
    let connection = rusqlite::Connection::open(path).expect("opened");
    let found: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("checked");
    assert_eq!(found, "ok");
}

#[test]
fn two_programs_write_to_one_study_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    // The file itself is made by whoever comes first.
    let children = ["a", "b"].map(|name| start(folder.path(), name, 60));
    let told: Vec<Vec<String>> = children.into_iter().map(acknowledged).collect();
    assert_eq!([told[0].len(), told[1].len()], [60, 60]);
    let all = ids(folder.path());
    let set: BTreeSet<&String> = all.iter().collect();
    assert_eq!((all.len(), set.len()), (120, 120));
    assert!(told.iter().flatten().all(|id| set.contains(id)));
    // Each wrote in its own order.
    for own in &told {
        let kept: Vec<&String> = all.iter().filter(|id| own.contains(id)).collect();
        assert_eq!(kept, own.iter().collect::<Vec<_>>());
    }
}
