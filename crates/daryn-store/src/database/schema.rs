//! The schema, its versions, and the way from one to the next.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::{newer, problem, told};
use crate::Result;

/// Whose file it is: `dary` in ASCII, as `PRAGMA application_id`.
pub(super) const OWNER: i32 = 0x6461_7279;

/// What brings a database from each version to the next one, from an empty file on. A step that
/// was released never changes; each version has a fixture in `tests/fixtures`.
pub(super) const STEPS: &[&str] = &["
CREATE TABLE event (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  undoes TEXT REFERENCES event (id),
  digest TEXT NOT NULL
) STRICT;
CREATE TABLE content (
  digest TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER event_stays BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'events never change'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
  WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR sequence = NEW.sequence)
  BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;
CREATE TRIGGER content_stays BEFORE UPDATE ON content
  BEGIN SELECT RAISE(ABORT, 'contents never change'); END;
CREATE TRIGGER content_is_kept BEFORE DELETE ON content
  BEGIN SELECT RAISE(ABORT, 'contents are never deleted'); END;
CREATE TRIGGER content_is_not_replaced BEFORE INSERT ON content
  WHEN EXISTS (SELECT 1 FROM content WHERE digest = NEW.digest)
  BEGIN SELECT RAISE(ABORT, 'contents are never replaced'); END;
"];

/// Refuses a file of another program.
pub(super) fn check_owner(connection: &Connection, path: &Path) -> Result<()> {
    let failed = |error| problem(path, &error);
    // Both are asked at one moment: another run that makes the file just now would else be taken
    // for a program that makes tables and says no name.
    let sql = "SELECT application_id, (SELECT count(*) FROM sqlite_schema) \
        FROM pragma_application_id";
    let (owner, tables): (i32, i64) =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).map_err(failed)?;
    match owner {
        OWNER => Ok(()),
        // Just made, by this program or by another run of it.
        0 if tables == 0 => Ok(()),
        other => Err(told("store-foreign", path, &format!("application_id {other:#x}"))),
    }
}

/// The version of a database; one that is not known is refused.
pub(super) fn version(connection: &Connection, path: &Path) -> Result<usize> {
    version_of(connection, path, STEPS.len())
}

fn version_of(connection: &Connection, path: &Path, known: usize) -> Result<usize> {
    let found: i64 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(|error| problem(path, &error))?;
    match usize::try_from(found) {
        Ok(found) if found <= known => Ok(found),
        _ => Err(newer(path, found.unsigned_abs(), known as u64)),
    }
}

/// Brings a database to the last version. Before one that holds something is changed, a copy of it
/// is made beside it.
pub(super) fn bring_up(connection: &mut Connection, path: &Path, steps: &[&str]) -> Result<()> {
    let failed = |error| problem(path, &error);
    let before = version_of(connection, path, steps.len())?;
    if before == steps.len() {
        return Ok(());
    }
    if before > 0 {
        let copy = path.with_extension(format!("db.version-{before}"));
        if !copy.exists() {
            let copy = copy.to_string_lossy().into_owned();
            connection.execute("VACUUM INTO ?1", [copy]).map_err(failed)?;
        }
    }
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Another run may have done it meanwhile.
    let from = version_of(&transaction, path, steps.len())?;
    for step in &steps[from..] {
        transaction.execute_batch(step).map_err(failed)?;
    }
    transaction.pragma_update(None, "application_id", OWNER).map_err(failed)?;
    transaction.pragma_update(None, "user_version", steps.len() as i64).map_err(failed)?;
    transaction.commit().map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Change, Memo, New, Payload};
    use crate::{FILE, Store};

    #[test]
    fn a_database_of_an_earlier_version_is_copied_and_brought_up() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("a store").store;
        let memo = Memo {
            id: "m".into(),
            about: String::new(),
            text: "kept".into(),
            coder: "A".into(),
            time: "2026-01-15T09:00:00Z".into(),
        };
        let payload = Payload::of([Change::Memos { memos: vec![memo] }]);
        let (id, time, who) = ("e".into(), "2026-01-15T09:00:00Z".into(), "A".into());
        store.append(&New { id, time, who, payload }).expect("kept");
        let path = store.path().to_owned();
        let steps = [STEPS, &["CREATE TABLE later (x TEXT) STRICT;"]].concat();
        bring_up(&mut store.connection, &path, &steps).expect("brought up");
        // What this program would do with a file of a later one.
        let told = Store::open(folder.path()).expect_err("a later version");
        assert_eq!(told.code, "store-newer");
        assert_eq!(Store::open_to_read(folder.path()).expect_err("too").code, "store-newer");
        // The copy is a whole database of the version before.
        let other = tempfile::tempdir().expect("a folder");
        let copy = path.with_extension("db.version-1");
        std::fs::copy(copy, other.path().join(FILE)).expect("copied");
        let copy = Store::open(other.path()).expect("a store").store;
        assert_eq!(copy.state().expect("a state"), store.state().expect("a state"));
        assert_eq!(copy.state().expect("a state").memos.len(), 1);
    }
}
