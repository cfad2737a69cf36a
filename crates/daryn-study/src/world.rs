//! The outside world as the engine sees it: files, and nothing else.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Access to files. A test can hand in a world whose disk is full.
pub trait World: Sync {
    /// All bytes of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Replaces a file, or leaves it as it was: readers see the old bytes or the new ones.
    /// Missing folders are made.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Every file below a folder, sorted; none where the folder does not exist.
    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Removes a file; it is no error if there is none.
    fn remove(&self, path: &Path) -> io::Result<()>;
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

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // The partial file stands beside its target, so that renaming stays within one file system.
        let partial = folder.join(format!("{PARTIAL}{}-{name}", std::process::id()));
        let written = fs::File::create(&partial)
            .and_then(|mut file| file.write_all(bytes))
            .and_then(|()| fs::rename(&partial, path));
        if written.is_err() {
            // The first error is the one to tell; the partial file may not even exist.
            let _ = fs::remove_file(&partial);
        }
        written
    }

    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            for entry in entries {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    folders.push(entry.path());
                } else {
                    files.push(entry.path());
                }
            }
        }
        files.sort();
        Ok(files)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// Removes what a killed run left half-written in a folder.
pub fn remove_partial(world: &dyn World, folder: &Path) -> io::Result<()> {
    for path in world.files(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(PARTIAL) {
            world.remove(&path)?;
        }
    }
    Ok(())
}
