//! How a database comes into being: whole, under its name, or not at all.
//!
//! SQLite makes an empty file first and writes into it later. An empty file is also what crashes and
//! programs that keep folders alike leave of a database that was full, and it must never be taken
//! for a new one. So a database is made under another name and gets its own by a link, which fails
//! where somebody else was first.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, io, process, thread};

use rusqlite::Connection;

use super::{damaged, schema};
use crate::Result;

/// How long another run may take from making a file to writing into it, where there are no links.
const MAKING: Duration = Duration::from_secs(2);

/// What is left under a name of this kind for so long belongs to a run that was killed.
const LEFT: Duration = Duration::from_secs(3600);

/// Makes the database where there is none.
///
/// # Errors
/// Where an empty file has its name.
pub(super) fn be_there(path: &Path) -> Result<()> {
    if path.exists() {
        return not_empty(path);
    }
    // Where this fails, SQLite makes the file itself, and tells what is wrong with the folder.
    let _ = make(path);
    Ok(())
}

/// Refuses an empty file.
///
/// # Errors
/// Where it is empty, and stays so.
pub(super) fn not_empty(path: &Path) -> Result<()> {
    let began = Instant::now();
    let is_empty = || fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == 0);
    while is_empty() {
        if began.elapsed() > MAKING {
            return Err(damaged(path, "0 B"));
        }
        thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

fn make(path: &Path) -> io::Result<()> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Ok(()) };
    let start = format!("{}.new-", name.to_string_lossy());
    clear(folder, &start);
    let own = folder.join(format!("{start}{}-{:p}", process::id(), &raw const start));
    let made = database(&own);
    let linked = if made { fs::hard_link(&own, path) } else { Ok(()) };
    for left in [own.clone(), beside(&own, "-journal")] {
        let _ = fs::remove_file(left);
    }
    linked
}

/// Whether a database without events was made.
fn database(path: &Path) -> bool {
    let Ok(mut connection) = Connection::open(path) else { return false };
    let is_full = schema::bring_up(&mut connection, path, schema::STEPS).is_ok();
    connection.close().is_ok() && is_full
}

/// Removes what runs that were killed left.
fn clear(folder: &Path, start: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_old = || {
            let time = entry.metadata().and_then(|found| found.modified());
            time.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > LEFT))
        };
        if entry.file_name().to_string_lossy().starts_with(start) && is_old() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FILE, Store};

    #[test]
    fn an_empty_file_is_no_new_database() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(FILE);
        fs::write(&path, []).expect("an empty file");
        assert_eq!(Store::open(folder.path()).expect_err("damaged").code, "store-damaged");
        assert_eq!(Store::open_to_read(folder.path()).expect_err("damaged").code, "store-damaged");
        assert_eq!(fs::metadata(&path).expect("it is there").len(), 0);
    }

    #[test]
    fn nothing_is_left_beside_a_database_that_was_made() {
        let folder = tempfile::tempdir().expect("a folder");
        drop(Store::open(folder.path()).expect("a store"));
        let names = fs::read_dir(folder.path()).expect("the folder").flatten();
        let names: Vec<_> = names.map(|entry| entry.file_name()).collect();
        assert_eq!(names, [FILE]);
        assert!(make(&folder.path().join(FILE)).is_err(), "the one that is there stays");
    }
}
