//! What is kept, what is refused, and what holds.

#[allow(dead_code, reason = "each test uses a part")]
mod common;

use std::fs;
use std::path::Path;

use common::{TIME, coded, coding, event, text};
use daryn_store::{Appended, Change, Event, FILE, New, Payload, State, Store, digest, export};
use proptest::prelude::*;

const WORDS: &str = "Мемлекет ғылымды қолдайды. Ғалымдар елге оралады.\n";

fn opened(folder: &Path) -> Store {
    Store::open(folder).expect("a store").store
}

#[test]
fn a_repeated_write_is_not_doubled() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = text("law.txt", WORDS);
    let new = coded("e", vec![coding("c", &text, "Ғалымдар", "target")]);
    let mut store = opened(folder.path());
    assert_eq!(store.append(&new).expect("kept"), Appended::Kept(1));
    assert_eq!(store.append(&new).expect("known"), Appended::Known(1));
    // A coding that comes with another event is the same coding.
    store.append(&New { id: "f".into(), ..new }).expect("kept");
    assert_eq!(store.state().expect("a state").codings.len(), 1);
    assert_eq!(opened(folder.path()).events().expect("events").len(), 2);
}

#[test]
fn an_event_that_follows_another_one_is_kept_behind_it_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = opened(folder.path());
    let kept = |store: &mut Store, last, id| store.append_behind(last, &event(id, []), &[]);
    assert_eq!(kept(&mut store, 0, "a").expect("kept"), Some(Appended::Kept(1)));
    assert_eq!(kept(&mut store, 0, "b").expect("somebody was first"), None);
    assert_eq!(kept(&mut store, 1, "b").expect("kept"), Some(Appended::Kept(2)));
    assert_eq!(store.events().expect("events").len(), 2);
}

#[test]
fn nothing_changes_or_deletes_an_event() {
    let folder = tempfile::tempdir().expect("a folder");
    opened(folder.path()).append(&event("e", [])).expect("kept");
    let connection = rusqlite::Connection::open(folder.path().join(FILE)).expect("opened");
    for sql in [
        "UPDATE event SET who = 'x'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "REPLACE INTO event (sequence, id, time, who, kind, payload, digest) \
            VALUES (1, 'other', '', '', '', '', '')",
    ] {
        connection.execute(sql, []).expect_err(sql);
    }
}

#[test]
fn contents_are_kept_by_their_digest() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = opened(folder.path());
    let content = digest(b"bytes");
    let new = event("e", [Change::Exchange { content: content.clone() }]);
    store.append_with(&[b"bytes"], |_| Ok(new.clone())).expect("kept");
    let again = New { id: "f".into(), ..new };
    store.append_with(&[b"bytes"], |_| Ok(again)).expect("kept");
    assert_eq!(store.content(&content).expect("bytes"), b"bytes");
    assert_eq!(store.content(&digest(b"others")).expect_err("none").code, "store-damaged");
}

#[test]
fn a_damaged_database_is_told_and_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(FILE);
    let text = text("law.txt", WORDS);
    let mut store = opened(folder.path());
    for number in 0..200 {
        let id = format!("c{number}");
        let codings = vec![coding(&id, &text, "Ғалымдар", "target")];
        store.append(&coded(&format!("e{number}"), codings)).expect("kept");
    }
    drop(store);
    let whole = fs::read(&path).expect("read");
    let told = |bytes: &[u8]| {
        fs::write(&path, bytes).expect("written");
        let code = Store::open(folder.path()).map(|opened| opened.store.events());
        let code = match code {
            Err(told) | Ok(Err(told)) => told.code,
            Ok(Ok(_)) => "none".to_owned(),
        };
        assert!(fs::read(&path).expect("read") == bytes, "something was written");
        code
    };
    assert_eq!(told(&whole), "none");
    assert_eq!(told(b"no database, but a text that is long enough to be one"), "store-damaged");
    assert_eq!(told(&whole[..whole.len() / 2]), "store-damaged");
    let mut torn = whole.clone();
    torn[8192..12288].fill(7);
    assert_eq!(told(&torn), "store-damaged");
    // A well-formed page with another word in it.
    let mut other = whole.clone();
    for at in 0..other.len() - 6 {
        if other[at..].starts_with(b"target") {
            other[at] = b'T';
        }
    }
    assert_ne!(other, whole);
    assert_eq!(told(&other), "store-damaged");
}

#[test]
fn a_file_of_another_program_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(FILE);
    let connection = rusqlite::Connection::open(&path).expect("opened");
    connection.execute_batch("CREATE TABLE a (b)").expect("made");
    drop(connection);
    assert_eq!(Store::open(folder.path()).expect_err("foreign").code, "store-foreign");
}

#[test]
fn a_payload_of_a_later_version_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = opened(folder.path());
    let connection = rusqlite::Connection::open(folder.path().join(FILE)).expect("opened");
    store.append(&event("e", [])).expect("kept");
    let payload = r#"{"version":3,"changes":[{"do":"dance"}]}"#;
    let parts = ["f", TIME, "A", "other", payload, ""];
    let mut all = Vec::new();
    for part in parts {
        all.extend((part.len() as u64).to_le_bytes());
        all.extend(part.as_bytes());
    }
    let sql = "INSERT INTO event (id, time, who, kind, payload, digest) VALUES (?,?,?,?,?,?)";
    let sum = digest(&all);
    connection.execute(sql, ["f", TIME, "A", "other", payload, &sum]).expect("kept");
    assert_eq!(store.events().expect_err("later").code, "store-newer");
}

#[test]
fn without_a_store_there_is_nothing_to_read_and_nothing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(export(folder.path()).expect("nothing"), None);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
    opened(folder.path());
    assert_eq!(export(folder.path()).expect("lines"), Some(Vec::new()));
}

#[test]
fn lines_are_in_order_and_the_same_whatever_the_order_of_events() {
    let text = text("law.txt", WORDS);
    let codings = [
        coding("c3", &text, "Ғалымдар елге оралады", "function.return"),
        coding("c1", &text, "ғылымды", "ground"),
        coding("c2", &text, "ғылымды", "actor"),
    ];
    let lines = |order: [usize; 3]| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = opened(folder.path());
        for at in order {
            let one = codings[at].clone();
            store.append(&coded(&format!("e{at}"), vec![one])).expect("kept");
        }
        String::from_utf8(export(folder.path()).expect("read").expect("lines")).expect("UTF-8")
    };
    let found = lines([0, 1, 2]);
    assert_eq!(found, lines([2, 1, 0]));
    let first = r#"{"document":"law","passage":null,"start":9,"end":16,"code":"actor","by":"person","coder":"Айгүл","time":"2026-01-15T09:00:00Z","version":"1.0","quote":"ғылымды","memo":"","id":"c2","file":"law.txt","text":""#;
    let end = format!("{first}{}\"}}", text.digest);
    assert_eq!(found.lines().next(), Some(end.as_str()));
    assert_eq!(found.lines().count(), 3);
}

/// A database as version 1 wrote it. It is opened as it is, and never made anew.
#[test]
fn the_first_schema_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/version-1.db");
    fs::copy(fixture, folder.path().join(FILE)).expect("copied");
    let store = opened(folder.path());
    let events = store.events().expect("events");
    let kinds: Vec<&str> = events.iter().map(|event| event.payload.kind()).collect();
    assert_eq!(kinds, ["import", "coding", "memo", "undo", "anchor"]);
    let state = store.state().expect("a state");
    let ids: Vec<&str> = state.codings.keys().map(String::as_str).collect();
    assert_eq!(ids, ["c1", "c2"]);
    assert!(state.memos.is_empty());
    assert_eq!(store.content(&state.exchanges[0]).expect("bytes"), b"a project");
    let expected = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/version-1.jsonl");
    let expected = fs::read_to_string(expected).expect("text");
    let lines = export(folder.path()).expect("read").expect("lines");
    assert_eq!(String::from_utf8(lines).expect("UTF-8"), expected.replace("\r\n", "\n"));
}

/// The same work written today gives the same lines. Where the schema of today has no fixture yet,
/// `DARYN_UPDATE=1` writes it; one that is there is never written again.
#[test]
fn what_is_written_today_gives_the_lines_of_the_fixture() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = text("law.txt", WORDS);
    let mut store = opened(folder.path());
    let content = digest(b"a project");
    let codings = vec![coding("c1", &text, "ғылымды", "ground")];
    let changes = [Change::Exchange { content }, Change::Codings { codings }];
    let mut new = event("e1", changes);
    let (file, sha256) = ("project.qdpx".to_owned(), digest(b"a file"));
    new.payload.from = Some(daryn_store::Origin { file, sha256 });
    store.append_with(&[b"a project"], |_| Ok(new)).expect("kept");
    let codings = vec![coding("c2", &text, "Ғалымдар", "target")];
    store.append(&coded("e2", codings)).expect("kept");
    let memo = daryn_store::Memo {
        id: "m1".into(),
        about: "c2".into(),
        text: "Кім?".into(),
        coder: "Айгүл".into(),
        time: TIME.into(),
    };
    store.append(&event("e3", [Change::Memos { memos: vec![memo] }])).expect("kept");
    store.append(&New::undo("e4", TIME, "Айгүл", "e3")).expect("kept");
    let changed = common::text("law.txt", &format!("Кіріспе.\n\n{WORDS}"));
    let changes = daryn_store::anchoring::changes(&store.state().expect("a state"), &[changed]);
    store.append(&event("e5", changes)).expect("kept");
    let lines = export(folder.path()).expect("read").expect("lines");
    drop(store);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let database = fs::read(folder.path().join(FILE)).expect("a database");
    // Offset 60 of the header is `user_version` (SQLite, “Database File Format”, 1.3).
    let version = u32::from_be_bytes(database[60..64].try_into().expect("four bytes"));
    let fixture = fixtures.join(format!("version-{version}.db"));
    if std::env::var_os("DARYN_UPDATE").is_some() && !fixture.exists() {
        fs::write(&fixture, database).expect("written");
        fs::write(fixture.with_extension("jsonl"), &lines).expect("written");
    }
    assert!(fixture.is_file(), "schema {version} has no fixture: DARYN_UPDATE=1 writes it");
    let expected = fs::read_to_string(fixture.with_extension("jsonl")).expect("text");
    assert_eq!(String::from_utf8(lines).expect("UTF-8"), expected.replace("\r\n", "\n"));
}

/// Events that undo others, or add a memo, as a fold of a plainer sort sees them.
fn slow(events: &[Event]) -> usize {
    let holds = |of: usize| {
        fn holds(events: &[Event], of: usize) -> bool {
            let undone = |at: usize| events[at].undoes.as_deref() == Some(&events[of].id);
            !(of + 1..events.len()).any(|at| undone(at) && holds(events, at))
        }
        holds(events, of)
    };
    (0..events.len()).filter(|at| events[*at].undoes.is_none() && holds(*at)).count()
}

proptest! {
    #[test]
    fn an_undo_of_an_undo_does_again(choices in proptest::collection::vec(any::<Option<usize>>(), 0..14)) {
        let mut events: Vec<Event> = Vec::new();
        for (at, choice) in choices.into_iter().enumerate() {
            let undoes = choice.filter(|_| at > 0).map(|of| events[of % at].id.clone());
            let memo = daryn_store::Memo {
                id: format!("m{at}"), about: String::new(), text: "x".into(),
                coder: String::new(), time: TIME.into(),
            };
            let changes = match undoes { Some(_) => vec![], None => vec![Change::Memos { memos: vec![memo] }] };
            let payload = Payload { undoes: undoes.clone(), ..Payload::of(changes) };
            let (id, time, who) = (format!("e{at}"), TIME.into(), "A".into());
            events.push(Event { sequence: at as i64 + 1, id, time, who, payload, undoes });
        }
        prop_assert_eq!(State::of(&events).memos.len(), slow(&events));
    }
}

#[test]
fn what_files_said_is_read_as_it_was_written() {
    let text = common::text("law.md", "Scientists return home.\n");
    let made = common::coding("c", &text, "Scientists", "a");
    let payload: Payload = serde_json::from_str(
        r#"{"version":2,"changes":[
        {"do":"workbook","workbook":"w","said":[{"unit":3,"coder":"A","code":"a","memo":"m"},{"unit":4,"coder":"A","memo":"n"}]},
        {"do":"seen","notes":[["c","theirs"]]},
        {"do":"same","codings":[["other","c"],["lost","none"]]}]}"#,
    )
    .expect("a payload");
    let said = |unit, code: &str, memo: &str| daryn_store::Said {
        unit,
        coder: "A".into(),
        code: code.into(),
        memo: memo.into(),
    };
    let mut state = daryn_store::State::default();
    state.take(&[Change::Codings { codings: vec![made.clone()] }]);
    state.take(&payload.changes);
    assert_eq!(state.workbooks["w"], [said(3, "a", "m"), said(4, "", "n")]);
    assert_eq!(
        (state.codings["c"].seen.as_str(), state.codings["c"].memo.as_str()),
        ("theirs", "")
    );
    // What is known by another id does not come again; what is known by one that is not here does.
    assert_eq!((state.known_as("other"), state.known_as("lost")), (Some("c"), None));
    let named = |id: &str| daryn_store::Coding { id: id.into(), ..made.clone() };
    state.take(&[Change::Codings { codings: vec![named("other"), named("lost")] }]);
    assert_eq!(state.codings.keys().collect::<Vec<_>>(), ["c", "lost"]);
    let again = serde_json::to_string(&payload).expect("JSON");
    assert_eq!(serde_json::from_str::<Payload>(&again).expect("a payload"), payload);
}
