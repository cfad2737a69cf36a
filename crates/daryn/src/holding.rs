//! Which releases of sources from outside a study holds to, and what others would change.

use std::collections::BTreeMap;
use std::path::Path;

use daryn_model::Diagnostic;
use daryn_model::records::Download;
use daryn_report::adoption::{self, Change};
use daryn_report::pipeline;
use daryn_report::{Assembled, Speaker};
use daryn_source::{Acquisition, Log, Store};
use daryn_study::Digest;
use daryn_study::folder::Folder;
use daryn_study::lock::{Held, Lock};

use crate::sources;
use crate::stop::Stop;
use crate::study;

/// A stored release that may be adopted.
pub(crate) struct Candidate {
    /// Name of the source.
    pub(crate) source: String,
    /// File of the study that its bytes become.
    pub(crate) file: Option<String>,
    /// Digest of its bytes.
    pub(crate) sha256: Digest,
    /// Release that the answer names.
    pub(crate) release: Option<String>,
}

impl Candidate {
    fn of(download: &Download, entry: &Acquisition) -> Candidate {
        Candidate {
            source: download.id.0.clone(),
            file: download.file.clone(),
            sha256: entry.sha256.clone(),
            release: entry.vintage.clone(),
        }
    }

    /// The entry of the lock file.
    pub(crate) fn held(&self) -> Held {
        Held {
            source: self.source.clone(),
            sha256: self.sha256.clone(),
            release: self.release.clone(),
        }
    }
}

/// Releases that a study holds to: a file that is a release is itself one; of any other source the
/// one that the lock file names, or the newest one where it names none.
pub(crate) fn held(dir: &Path, folder: &Folder, lock: Option<&Lock>) -> Vec<Held> {
    let Ok((_, downloads)) = sources::list(folder) else { return Vec::new() };
    // What cannot be read holds nothing new; `daryn vintages` tells why.
    let log = Log::read(&sources::raw(dir)).ok();
    let before: BTreeMap<&str, &Held> = lock
        .iter()
        .flat_map(|lock| lock.held.iter().rev())
        .map(|held| (held.source.as_str(), held))
        .collect();
    let mut held: Vec<Held> = Vec::new();
    for download in &downloads.list.records {
        let before = before.get(download.id.0.as_str()).copied();
        let entry = |sha256: &Digest| {
            log.as_ref()?.of(&download.id.0).find(|entry| entry.sha256 == *sha256)
        };
        let file = download.file.as_ref().and_then(|file| folder.files.get(file));
        let now = match (file, before) {
            (Some(bytes), before) => {
                let sha256 = Digest::of(bytes);
                match before.filter(|held| held.sha256 == sha256) {
                    // What the log says of a release goes before what the lock file says.
                    Some(before) => Some(entry(&sha256).map_or_else(
                        || before.clone(),
                        |entry| Candidate::of(download, entry).held(),
                    )),
                    None => entry(&sha256).map(|entry| Candidate::of(download, entry).held()),
                }
            }
            (None, Some(before)) => Some(before.clone()),
            (None, None) => {
                let newest = log.as_ref().and_then(|log| log.of(&download.id.0).next());
                newest.map(|entry| Candidate::of(download, entry).held())
            }
        };
        held.extend(now);
    }
    held.sort();
    held
}

/// Releases that are newer than what the files of the study hold.
pub(crate) fn newer(dir: &Path, folder: &Folder) -> Vec<Candidate> {
    let Ok((_, downloads)) = sources::list(folder) else { return Vec::new() };
    let Ok(log) = Log::read(&sources::raw(dir)) else { return Vec::new() };
    downloads
        .list
        .records
        .iter()
        .filter_map(|download| {
            let bytes = folder.files.get(download.file.as_ref()?)?;
            let newest = log.of(&download.id.0).next()?;
            (newest.parts.is_empty() && newest.sha256 != Digest::of(bytes))
                .then(|| Candidate::of(download, newest))
        })
        .collect()
}

/// The release of a source that is meant: the newest one, or the one whose digest begins so.
pub(crate) fn candidate(
    dir: &Path,
    folder: &Folder,
    source: &str,
    release: Option<&str>,
) -> Result<Candidate, Stop> {
    let (list, downloads) = sources::list(folder)?;
    let all = &downloads.list.records;
    let download = all
        .iter()
        .find(|download| download.id.0 == source)
        .ok_or_else(|| sources::unknown(source, all.iter().map(|row| row.id.0.as_str())))?;
    // Only a table of the study is ever replaced, and no other file.
    let wrong = problems(list, std::slice::from_ref(download), folder);
    if !wrong.is_empty() {
        return Err(Stop::Problems(wrong));
    }
    let raw = sources::raw(dir);
    let log = Log::read(&raw).map_err(|error| Stop::unreadable(&raw, &error))?;
    let meant = |entry: &&Acquisition| {
        release.is_none_or(|digest| entry.sha256.as_str().starts_with(&digest.to_lowercase()))
    };
    let found = release.unwrap_or(source);
    let entry = log.of(source).find(meant).ok_or_else(|| {
        Stop::problem("source-no-release", &[("found", &found), ("source", &source)])
    })?;
    let another = |other: &&Acquisition| other.sha256 != entry.sha256;
    if release.is_some() && log.of(source).filter(meant).any(|other| another(&other)) {
        let values: [(&str, &dyn std::fmt::Display); 2] = [("found", &found), ("source", &source)];
        return Err(Stop::problem("source-many-releases", &values));
    }
    if download.file.is_some() && !entry.parts.is_empty() {
        return Err(Stop::problem("source-in-pages", &[("found", &source)]));
    }
    Ok(Candidate::of(download, entry))
}

/// Stored bytes.
pub(crate) fn stored(dir: &Path, sha256: &Digest) -> Result<Vec<u8>, Stop> {
    let store = Store::at(sources::shared().as_deref().unwrap_or(&sources::raw(dir)));
    store.get(sha256).map_err(|reason| {
        let path = store.path(sha256);
        Stop::problem("source-damaged", &[("path", &path.display()), ("reason", &reason)])
    })
}

/// Assertions that would be other ones than `before` if a file of the study had these bytes.
pub(crate) fn what_if(
    dir: &Path,
    before: &Assembled,
    file: &str,
    bytes: Vec<u8>,
    speaker: &Speaker,
) -> Result<Vec<Change>, Stop> {
    let mut other = study::open(dir)?;
    other.files.insert(file.to_owned(), bytes);
    let after = pipeline::assembled(&other, &study::cache(dir))?;
    Ok(adoption::changes(speaker, before, &after))
}

/// What is wrong with the files that downloads become.
pub(crate) fn problems(file: &str, downloads: &[Download], folder: &Folder) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for download in downloads {
        let Some(name) = download.file.as_deref() else { continue };
        let line = download.at.line;
        let known = folder.files.keys().map(String::as_str).filter(|known| *known != "study.toml");
        if !known.clone().any(|known| known == name) {
            let nearest = daryn_model::record::nearest(name, known).unwrap_or_default();
            problems.push(
                Diagnostic::error("dangling-reference", file, line)
                    .with("field", "file")
                    .with("found", name)
                    .with("nearest", nearest),
            );
        } else if seen.contains(&name) {
            problems.push(Diagnostic::error("duplicate-key", file, line).with("reason", name));
        }
        seen.push(name);
    }
    problems
}
