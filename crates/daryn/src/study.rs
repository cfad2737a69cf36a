//! What several commands do with a study folder.

use std::io;
use std::path::{Path, PathBuf};

use daryn_model::{Diagnostic, Severity};
use daryn_report::pipeline;
use daryn_study::cache::Cache;
use daryn_study::folder::{self, Folder, HAND_CODINGS, STORE};
use daryn_study::lock::{self, Lock};
use daryn_study::{Disk, World};

use crate::stop::Stop;

/// Opens a study folder; its problems are kept in it, unless it is no study at all.
pub(crate) fn open(dir: &Path) -> Result<Folder, Stop> {
    open_with(dir, None)
}

/// The same, with texts of its documents from another folder.
pub(crate) fn open_with(dir: &Path, documents: Option<&PathBuf>) -> Result<Folder, Stop> {
    let mut folder = open_alone(dir, documents)?;
    // Where there is a store it says what people coded, not a file that was made of it earlier.
    match daryn_store::export(dir) {
        Ok(lines) => folder.files.extend(lines.map(|lines| (HAND_CODINGS.to_owned(), lines))),
        Err(told) => folder.problems.push(*told),
    }
    Ok(folder)
}

/// Problems of what people coded, with the name of the file from which it was taken: a study with a
/// store has no file with lines.
pub(crate) fn of_store(dir: &Path, mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if dir.join(daryn_store::FILE).is_file() {
        for problem in problems.iter_mut().filter(|problem| problem.file == HAND_CODINGS) {
            (problem.file, problem.line) = (daryn_store::FILE.to_owned(), 0);
        }
    }
    problems
}

/// The same without what people coded, for who takes that out of the store.
pub(crate) fn open_alone(dir: &Path, documents: Option<&PathBuf>) -> Result<Folder, Stop> {
    if let Some(path) = documents.filter(|path| !path.is_dir()) {
        return Err(Stop::problem("documents-missing", &[("path", &path.display())]));
    }
    let folder = folder::open_with(&Disk, dir, documents.map(PathBuf::as_path))
        .map_err(|error| Stop::unreadable(dir, &error))?;
    if folder.files.is_empty() { Err(Stop::Problems(folder.problems)) } else { Ok(folder) }
}

/// Opens a study folder whose head can be read, so that it has a plan.
pub(crate) fn open_with_plan(dir: &Path, documents: Option<&PathBuf>) -> Result<Folder, Stop> {
    let folder = open_with(dir, documents)?;
    if folder.head.is_none() { Err(Stop::Problems(folder.problems)) } else { Ok(folder) }
}

/// The cache of a study.
pub(crate) fn cache(dir: &Path) -> Cache<'static> {
    Cache::in_folder(&Disk, &dir.join(STORE), pipeline::BUILD)
}

/// The lock file of a study and its text; `None` where there is none.
pub(crate) fn read_lock(dir: &Path) -> Result<Option<(Lock, String)>, Stop> {
    let bad = |reason: &dyn std::fmt::Display| Stop::problem("bad-lock", &[("reason", reason)]);
    let bytes = match Disk.read(&dir.join(lock::NAME)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(bad(&error)),
    };
    let text = String::from_utf8(bytes).map_err(|error| bad(&error))?;
    let lock = Lock::parse(&text).map_err(|reason| bad(&reason))?;
    Ok(Some((lock, text)))
}

/// Folder of the report: the one that was asked for, or `report` in the study folder.
pub(crate) fn report_folder(dir: &Path, asked: Option<&PathBuf>) -> PathBuf {
    match asked {
        Some(out) => out.clone(),
        None if dir == Path::new(".") => PathBuf::from("report"),
        None => dir.join("report"),
    }
}

/// The path of a report file in a folder; its name has `/` between folders.
pub(crate) fn report_path(out: &Path, name: &str) -> PathBuf {
    out.join(name.split('/').collect::<PathBuf>())
}

/// Whether there is an error among problems.
pub(crate) fn has_errors(problems: &[daryn_model::Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}
