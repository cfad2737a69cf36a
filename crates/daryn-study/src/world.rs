//! The outside world as the engine sees it: files, and nothing else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Access to files. A test can hand in a world whose disk is full.
pub trait World: Sync {
    /// All bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Makes several changes in their order. All new bytes are on the disk before the first file
    /// is touched, so that a full disk leaves every file as it was.
    fn apply(&self, changes: &[Change<'_>]) -> Result<(), Failed>;

    /// Every file directly in a folder, sorted; none where the folder does not exist.
    fn files_in(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Every file below a folder, sorted; none where the folder does not exist.
    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Replaces a file, or leaves it as it was: readers see the old bytes or the new ones.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.apply(&[Change::Write(path, bytes)]).map_err(|failed| failed.error)
    }

    /// Removes a file; it is no error if there is none.
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.apply(&[Change::Remove(path)]).map_err(|failed| failed.error)
    }
}

/// A change to one file.
#[derive(Debug, Clone, Copy)]
pub enum Change<'a> {
    /// The file gets these bytes; missing folders are made.
    Write(&'a Path, &'a [u8]),
    /// The file is removed; it is no error if there is none.
    Remove(&'a Path),
}

/// A change that could not be made.
#[derive(Debug)]
pub struct Failed {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// The real file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

/// Part of the name of a file that is being written.
pub const PARTIAL: &str = ".daryn-partial-";

impl World for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn apply(&self, changes: &[Change<'_>]) -> Result<(), Failed> {
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |error| Failed { path, error }
        };
        let prepared = changes.iter().try_for_each(|change| match change {
            Change::Write(path, bytes) => {
                replaceable(path).and_then(|()| write_beside(path, bytes)).map_err(failed(path))
            }
            Change::Remove(_) => Ok(()),
        });
        let made = prepared.and_then(|()| {
            changes.iter().try_for_each(|change| match change {
                Change::Write(path, _) => fs::rename(partial(path), path).map_err(failed(path)),
                Change::Remove(path) => remove_if_there(path).map_err(failed(path)),
            })
        });
        if made.is_err() {
            for change in changes {
                if let Change::Write(path, _) = change {
                    // The first error is the one to tell; the partial file may not even exist.
                    let _ = fs::remove_file(partial(path));
                }
            }
        }
        made
    }

    fn files_in(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let (mut files, _) = entries(folder)?;
        files.sort();
        Ok(files)
    }

    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut all = Vec::new();
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            let (files, folders) = entries(&folder)?;
            all.extend(files);
            open.extend(folders);
        }
        all.sort();
        Ok(all)
    }
}

/// Files and folders of a folder.
fn entries(folder: &Path) -> io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let (mut files, mut folders) = (Vec::new(), Vec::new());
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((files, folders)),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let kind = if entry.file_type()?.is_dir() { &mut folders } else { &mut files };
        kind.push(entry.path());
    }
    Ok((files, folders))
}

/// Where the new bytes of a file stand until they are whole: beside it, so that renaming stays
/// within one file system.
fn partial(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{PARTIAL}{}-{name}", std::process::id()))
}

/// Fails where the file could not be replaced, before any other one is.
fn replaceable(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    // Windows refuses to replace a file that another program holds open.
    #[cfg(windows)]
    if path.exists() {
        fs::OpenOptions::new().append(true).open(path)?;
    }
    Ok(())
}

fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new("")))?;
    fs::write(partial(path), bytes)
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes what a killed run left half-written below a folder.
pub fn remove_partial(world: &dyn World, folder: &Path) -> io::Result<()> {
    world
        .files(folder)?
        .iter()
        .filter(|path| is_partial(path))
        .try_for_each(|path| world.remove(path))
}

/// Whether a file is one that is being written, or was when its run was killed.
pub fn is_partial(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PARTIAL))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_that_cannot_all_be_written_leave_every_file_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a"), "old").expect("written");
        fs::write(path("file"), "").expect("written");
        let (a, bad) = (path("a"), path("file/b"));
        let changes = [Change::Write(&a, b"new"), Change::Remove(&a), Change::Write(&bad, b"new")];
        let failed = Disk.apply(&changes).expect_err("a file is no folder");
        assert_eq!(failed.path, bad);
        assert_eq!(fs::read(&a).expect("read"), b"old");
        assert_eq!(Disk.files(folder.path()).expect("files").len(), 2);
        Disk.apply(&changes[..2]).expect("made");
        assert!(!a.exists());
    }
}
