//! Writing a report to the disk.
//!
//! The report is whole in memory before the first byte is written, all new bytes are on the disk
//! before the first file is replaced, and the lock file comes last. A file that has its bytes
//! already is not touched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use daryn_report::pipeline::Built;
use daryn_study::folder::{Folder, STORE};
use daryn_study::lock::{self, Pinned};
use daryn_study::world::{self, Change};
use daryn_study::{Disk, World};

use crate::stop::Stop;
use crate::study;

/// Which files are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Those whose bytes differ from what is on the disk.
    Changed,
    /// All.
    All,
}

/// Writes a report and the lock file, and removes what earlier runs wrote and this one did not.
/// Gives the number of files that were changed.
pub(crate) fn write(
    folder: &Folder,
    out: &Path,
    built: &Built,
    extent: Extent,
) -> Result<usize, Stop> {
    spare_the_study(folder, out, built)?;
    let earlier = earlier_outputs(&folder.path);
    let lock_path = folder.path.join(lock::NAME);
    let mut changes = Changes::default();
    for (name, bytes) in &built.files {
        changes.write(study::report_path(out, name), bytes, extent);
    }
    for pinned in earlier.iter().filter(|pinned| !built.files.contains_key(&pinned.file)) {
        changes.remove(out, pinned);
    }
    changes.write(lock_path, built.lock_text.as_bytes(), extent);
    if changes.0.is_empty() {
        return Ok(0);
    }
    // Until the lock file is written nothing else names new files, and a run that is killed
    // before that must not leave them behind for ever.
    let unfinished = unfinished(&folder.path);
    let note = earlier.iter().chain(&built.lock.output).collect::<BTreeSet<_>>();
    let note = serde_json::to_vec(&note).map_err(|error| Stop::Internal(error.to_string()))?;
    Disk.apply(&[Change::Write(&unfinished, &note)])?;
    Disk.apply(&changes.as_slices())?;
    Disk.apply(&[Change::Remove(&unfinished)])?;
    Ok(changes.0.len())
}

/// Removes what a killed run left half-written.
pub(crate) fn clean(dir: &Path, out: &Path) -> Result<(), Stop> {
    for folder in [&dir.join(STORE), out] {
        world::remove_partial(&Disk, folder).map_err(|error| Stop::unreadable(folder, &error))?;
    }
    // The lock file stands beside files of the user: only this folder is looked at, not below.
    let files = Disk.files_in(dir).map_err(|error| Stop::unreadable(dir, &error))?;
    for path in files.iter().filter(|path| world::is_partial(path)) {
        Disk.remove(path).map_err(|error| Stop::write_failed(path, &error))?;
    }
    Ok(())
}

/// Changes in their order; `None` removes.
#[derive(Default)]
struct Changes<'a>(Vec<(PathBuf, Option<&'a [u8]>)>);

impl<'a> Changes<'a> {
    fn write(&mut self, path: PathBuf, bytes: &'a [u8], extent: Extent) {
        let same = || Disk.read(&path).is_ok_and(|old| old == bytes);
        if extent == Extent::All || !same() {
            self.0.push((path, Some(bytes)));
        }
    }

    /// Removes a file of an earlier report, as long as it still has the bytes that were written.
    fn remove(&mut self, out: &Path, pinned: &Pinned) {
        let name = Path::new(&pinned.file);
        let inside = name.components().all(|part| matches!(part, Component::Normal(_)));
        let path = study::report_path(out, &pinned.file);
        let ours =
            || Disk.read(&path).is_ok_and(|bytes| Pinned::new(&pinned.file, &bytes) == *pinned);
        if inside && ours() && !self.0.iter().any(|(known, _)| *known == path) {
            self.0.push((path, None));
        }
    }

    fn as_slices(&self) -> Vec<Change<'_>> {
        self.0
            .iter()
            .map(|(path, bytes)| match bytes {
                Some(bytes) => Change::Write(path, bytes),
                None => Change::Remove(path),
            })
            .collect()
    }
}

/// Files of earlier reports: those of the lock file, and those of runs that did not come to write
/// one.
fn earlier_outputs(dir: &Path) -> BTreeSet<Pinned> {
    // A lock file that cannot be read is written anew; its report is replaced file by file.
    let lock = study::read_lock(dir).ok().flatten();
    let unfinished = Disk.read(&unfinished(dir)).unwrap_or_default();
    let unfinished: Vec<Pinned> = serde_json::from_slice(&unfinished).unwrap_or_default();
    lock.into_iter().flat_map(|(lock, _)| lock.output).chain(unfinished).collect()
}

fn unfinished(dir: &Path) -> PathBuf {
    dir.join(STORE).join("unfinished")
}

/// Stops where a file of the report would replace a file of the study.
fn spare_the_study(folder: &Folder, out: &Path, built: &Built) -> Result<(), Stop> {
    let place = |path: PathBuf| path.canonicalize().ok().map(|place| (place, path));
    let same =
        |a: &Path, b: &Path| a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b));
    if same(out, &folder.path) {
        return Err(Stop::problem("output-is-input", &[("path", &out.display())]));
    }
    let study: BTreeMap<PathBuf, PathBuf> = folder
        .files
        .keys()
        .filter_map(|name| place(study::report_path(&folder.path, name)))
        .collect();
    for name in built.files.keys() {
        if let Some((place, path)) = place(study::report_path(out, name))
            && study.contains_key(&place)
        {
            return Err(Stop::problem("output-is-input", &[("path", &path.display())]));
        }
    }
    Ok(())
}
