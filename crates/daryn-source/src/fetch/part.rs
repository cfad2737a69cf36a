//! A download that is under way: what has come of it, and what is needed to go on after a kill.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use daryn_study::Digest;
use serde::{Deserialize, Serialize};

/// Folder of downloads that are under way, in the folder of a study's stored bytes.
pub(crate) const FOLDER: &str = "part";

/// What the server said about the bytes that are coming.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Notes {
    /// Source for which they are fetched.
    pub(crate) source: String,
    /// Address from which they come.
    pub(crate) url: String,
    /// How many bytes there will be.
    pub(crate) total: Option<u64>,
    /// Headers of the answer.
    pub(crate) headers: BTreeMap<String, String>,
}

impl Notes {
    /// What a server needs to tell whether it still has the same bytes; a weak ETag does not do.
    pub(crate) fn validator(&self) -> Option<&str> {
        let strong = self.headers.get("etag").filter(|tag| !tag.starts_with("W/"));
        strong.or_else(|| self.headers.get("last-modified")).map(String::as_str)
    }
}

/// A download that is under way.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    data: PathBuf,
    notes: PathBuf,
}

impl Part {
    /// The download of a request.
    pub(crate) fn of(folder: &Path, asked: &Digest) -> Part {
        let name = folder.join(FOLDER).join(asked.as_str());
        Part { data: name.with_extension("part"), notes: name.with_extension("json") }
    }

    /// What has come already, where it can be gone on with.
    pub(crate) fn resumable(&self, url: &str) -> Option<(Notes, u64)> {
        let notes: Notes = serde_json::from_slice(&fs::read(&self.notes).ok()?).ok()?;
        let length = fs::metadata(&self.data).ok()?.len();
        let fits = notes.total.is_none_or(|total| length <= total);
        (notes.url == url && notes.validator().is_some() && length > 0 && fits)
            .then_some((notes, length))
    }

    /// Begins anew. A kill between any two steps leaves nothing that could be taken for a part of
    /// other bytes.
    pub(crate) fn start(&self, notes: &Notes) -> io::Result<File> {
        self.remove()?;
        if let Some(folder) = self.data.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.notes, serde_json::to_vec(notes)?)?;
        File::create(&self.data)
    }

    /// Goes on.
    pub(crate) fn go_on(&self) -> io::Result<File> {
        File::options().append(true).open(&self.data)
    }

    /// All bytes that have come.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        fs::read(&self.data)
    }

    /// Forgets the download.
    pub(crate) fn remove(&self) -> io::Result<()> {
        for path in [&self.data, &self.notes] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Removes downloads that no source of the study wants any more.
pub(crate) fn clean(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> io::Result<()> {
    let folder = folder.join(FOLDER);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        let notes = fs::read(path.with_extension("json")).unwrap_or_default();
        let notes = serde_json::from_slice::<Notes>(&notes);
        let is_of_use = |notes: Notes| wanted(&notes.source) && notes.validator().is_some();
        // One of the two without the other is what a kill left of a download that had ended.
        if !path.with_extension("part").exists() || !notes.is_ok_and(is_of_use) {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(source: &str, etag: &str) -> Notes {
        Notes {
            source: source.into(),
            url: "http://example.org/".into(),
            total: Some(4),
            headers: BTreeMap::from([("etag".into(), etag.into())]),
        }
    }

    #[test]
    fn only_what_a_server_can_recognise_is_gone_on_with() {
        let folder = tempfile::tempdir().expect("a folder");
        let part = Part::of(folder.path(), &Digest::of(b"a"));
        assert!(part.resumable("http://example.org/").is_none());
        for (etag, bytes, good) in [
            ("\"1\"", "ab", true),
            ("W/\"1\"", "ab", false),
            ("\"1\"", "", false),
            ("\"1\"", "abcde", false),
        ] {
            drop(part.start(&notes("a", etag)).expect("begun"));
            fs::write(&part.data, bytes).expect("written");
            assert_eq!(part.resumable("http://example.org/").is_some(), good, "{etag} {bytes}");
            assert!(part.resumable("http://example.org/other").is_none());
        }
    }

    #[test]
    fn what_nobody_wants_any_more_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let of = |name: &str| Part::of(folder.path(), &Digest::of(name.as_bytes()));
        for (name, etag) in [("wanted", "\"1\""), ("gone", "\"1\""), ("weak", "W/\"1\"")] {
            drop(of(name).start(&notes(name, etag)).expect("begun"));
        }
        fs::write(of("wanted").data.with_extension("other"), "x").expect("written");
        clean(folder.path(), &|source| source != "gone").expect("cleaned");
        assert!(of("wanted").data.exists() && of("wanted").notes.exists());
        assert!(!of("gone").data.exists() && !of("gone").notes.exists());
        assert!(!of("weak").data.exists() && !of("weak").notes.exists());
        fs::remove_file(of("wanted").data).expect("removed");
        clean(folder.path(), &|_| true).expect("cleaned");
        assert!(!of("wanted").notes.exists());
    }
}
