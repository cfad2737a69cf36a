//! One run at a time on a study.
//!
//! The mark is a lock that the system holds on the file `.daryn/running` and lets go when the
//! program ends, however it ends: nothing stale can be left behind. The file itself stays.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use daryn_study::folder::STORE;

use crate::stop::Stop;

/// Holds the mark until it is dropped.
pub(crate) struct Running {
    _file: Option<File>,
}

/// Marks a study as being written, or stops where another run holds the mark.
pub(crate) fn start(dir: &Path) -> Result<Running, Stop> {
    let path = path(dir);
    let file = fs::create_dir_all(dir.join(STORE))
        .and_then(|()| File::options().create(true).truncate(false).write(true).open(&path))
        .map_err(|error| Stop::write_failed(&path, &error))?;
    held(file, File::try_lock)
}

/// Marks a study as being read, so that nothing is compared that is just being written. Nothing is
/// created: a study that was never run on this machine is read by no run.
pub(crate) fn read(dir: &Path) -> Result<Running, Stop> {
    match File::open(path(dir)) {
        Ok(file) => held(file, File::try_lock_shared),
        Err(_) => Ok(Running { _file: None }),
    }
}

fn held(file: File, lock: impl Fn(&File) -> Result<(), TryLockError>) -> Result<Running, Stop> {
    match lock(&file) {
        Err(TryLockError::WouldBlock) => Err(Stop::problem("busy", &[])),
        // Some network file systems know no locks: better to run than to refuse.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Running { _file: Some(file) }),
    }
}

fn path(dir: &Path) -> PathBuf {
    dir.join(STORE).join("running")
}
