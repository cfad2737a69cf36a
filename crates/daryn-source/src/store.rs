//! Bytes from outside, kept by their digest.
//!
//! A store is a folder `ab/abcdef…` of files that are never changed: new bytes get a new name, so
//! that an older release stays readable. Several studies may share one.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use daryn_model::Diagnostic;
use daryn_study::Digest;
use daryn_study::world::PARTIAL;

/// Folder of the stored bytes below the study's own folder for such things.
pub const RAW: &str = "raw";

/// Name of the file by which writers tell each other that they are there.
const LOCK: &str = "writing";

/// A store of bytes.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
}

/// Held while a store is written to. The system lets it go when the program ends, however it ends.
#[derive(Debug)]
pub struct Writing {
    _file: File,
}

/// Why stored bytes cannot be had.
#[derive(Debug)]
pub enum Unreadable {
    /// They are not there.
    Missing,
    /// They are not the bytes that were stored.
    Damaged,
    /// The system refused.
    Io(io::Error),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Missing => out.write_str("missing"),
            Unreadable::Damaged => out.write_str("damaged"),
            Unreadable::Io(error) => error.fmt(out),
        }
    }
}

/// The problem that bytes or notes of ours cannot be kept.
pub(crate) fn write_failed(path: &Path, error: io::Error) -> Box<Diagnostic> {
    let problem = Diagnostic::error("write-failed", "", 0);
    Box::new(problem.with("path", path.display()).with("reason", error))
}

impl Store {
    /// The store in a folder, which need not exist yet.
    pub fn at(root: &Path) -> Store {
        Store { root: root.to_owned() }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// File of the bytes with a digest.
    pub fn path(&self, digest: &Digest) -> PathBuf {
        self.root.join(&digest.as_str()[..2]).join(digest.as_str())
    }

    /// Makes ready for writing, and removes what a killed writer left half-written: only when no
    /// other one is there, whose file it could be.
    pub fn open_for_writing(&self) -> io::Result<Writing> {
        fs::create_dir_all(&self.root)?;
        let path = self.root.join(LOCK);
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        // Some network file systems know no locks: then nothing is removed.
        if file.try_lock().is_ok() {
            for entry in fs::read_dir(&self.root)? {
                let path = entry?.path();
                if daryn_study::world::is_partial(&path) {
                    fs::remove_file(path)?;
                }
            }
            file.unlock()?;
        }
        let _ = file.lock_shared();
        Ok(Writing { _file: file })
    }

    /// Keeps bytes; they are on the disk when this returns. Bytes that are there already stay as
    /// they are, unless they were damaged.
    pub fn put(&self, bytes: &[u8]) -> io::Result<Digest> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let digest = Digest::of(bytes);
        let path = self.path(&digest);
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(digest);
        }
        fs::create_dir_all(path.parent().unwrap_or(&self.root))?;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        // Directly in the store, where one look finds what a killed writer left.
        // Several machines may write into one store: numbers of processes are not enough.
        let chance = RandomState::new().build_hasher().finish();
        let name = format!("{PARTIAL}{}-{count}-{chance:016x}", std::process::id());
        let partial = self.root.join(name);
        let written = File::create_new(&partial)
            .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
            .and_then(|()| read_only(&partial))
            .and_then(|()| replace(&partial, &path));
        if written.is_err() {
            let _ = fs::remove_file(&partial);
        }
        written.map(|()| digest)
    }

    /// The bytes with a digest, checked.
    pub fn get(&self, digest: &Digest) -> Result<Vec<u8>, Unreadable> {
        let bytes = fs::read(self.path(digest)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Unreadable::Missing,
            _ => Unreadable::Io(error),
        })?;
        if Digest::of(&bytes) == *digest { Ok(bytes) } else { Err(Unreadable::Damaged) }
    }
}

fn read_only(path: &Path) -> io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions)
}

/// Moves a file to its name. Only damaged bytes are ever replaced.
fn replace(from: &Path, to: &Path) -> io::Result<()> {
    // Windows does not replace a file that may only be read.
    #[cfg(windows)]
    if let Ok(meta) = fs::metadata(to) {
        let mut permissions = meta.permissions();
        #[expect(clippy::permissions_set_readonly_false, reason = "Windows has one bit for it")]
        permissions.set_readonly(false);
        fs::set_permissions(to, permissions)?;
    }
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::at(&folder.path().join("raw"));
        (folder, store)
    }

    /// Files below the store that are neither folders nor the lock.
    fn files(store: &Store) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for entry in fs::read_dir(store.root()).expect("a store").flatten() {
            let path = entry.path();
            if path.is_dir() {
                files.extend(fs::read_dir(path).expect("a folder").flatten().map(|e| e.path()));
            } else if !path.ends_with(LOCK) {
                files.push(path);
            }
        }
        files
    }

    #[test]
    fn the_same_bytes_are_kept_once_and_may_only_be_read() {
        let (_folder, store) = store();
        let digest = store.put(b"abc").expect("stored");
        assert_eq!(store.put(b"abc").expect("stored"), digest);
        assert_eq!(store.get(&digest).expect("there"), b"abc");
        assert_eq!(files(&store), [store.path(&digest)]);
        assert!(store.path(&digest).ends_with(format!("ba/{digest}")));
        assert!(fs::metadata(store.path(&digest)).expect("there").permissions().readonly());
    }

    #[test]
    fn damage_is_seen_and_healed_by_the_same_bytes() {
        let (_folder, store) = store();
        let digest = store.put(b"abc").expect("stored");
        let path = store.path(&digest);
        fs::remove_file(&path).expect("removed");
        assert!(matches!(store.get(&digest), Err(Unreadable::Missing)));
        fs::write(&path, b"abd").expect("written");
        assert!(matches!(store.get(&digest), Err(Unreadable::Damaged)));
        store.put(b"abc").expect("stored");
        assert_eq!(store.get(&digest).expect("there"), b"abc");
    }

    #[test]
    fn what_a_killed_writer_left_goes_but_not_what_another_one_is_writing() {
        let (_folder, store) = store();
        let other = store.open_for_writing().expect("open");
        let left = store.root().join(format!("{PARTIAL}1-0"));
        fs::write(&left, b"half").expect("written");
        let second = store.open_for_writing().expect("open");
        assert!(left.exists(), "another writer is there");
        drop((other, second));
        let _third = store.open_for_writing().expect("open");
        assert!(!left.exists());
    }
}
