//! What was acquired when, and from where: one line of JSON for each time.
//!
//! The file only grows. A line that a killed program wrote in part is dropped when the next one is
//! written; nothing else ever is.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use daryn_model::Diagnostic;
use daryn_study::Digest;
use serde::{Deserialize, Serialize};

/// Name of the file in the folder of a study's stored bytes.
pub const NAME: &str = "log.jsonl";

/// Where bytes came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// daryn asked a server for them.
    Fetched,
    /// A person saved them and handed them over.
    Added,
}

/// A part of an answer that came in several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Address of the part.
    pub url: String,
    /// Digest of its bytes.
    pub sha256: Digest,
    /// How many there are.
    pub bytes: u64,
}

/// One acquisition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acquisition {
    /// Name of the source in the study.
    pub source: String,
    /// Connector; empty for a file that was handed over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub connector: String,
    /// Digest of what was asked, the same whichever mirror answered; none for an added file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Digest>,
    /// How it was asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub method: String,
    /// Address that was asked; empty for an added file that names none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Digest of what was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_sha256: Option<Digest>,
    /// When, as the caller says: `2026-01-31T12:00:00Z`.
    pub time: String,
    /// HTTP status; 304 where the server said that nothing changed, 0 for an added file.
    pub status: u16,
    /// Headers of the answer that say what it is.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
    /// Digest of the stored bytes: the answer, or the list of its parts.
    pub sha256: Digest,
    /// Bytes of the answer, of all parts together.
    pub bytes: u64,
    /// Parts of an answer that came in several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// Digest of the bytes as they came, where padding was cut off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_sha256: Option<Digest>,
    /// Release that the answer names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vintage: Option<String>,
    /// Where the bytes came from.
    pub origin: Origin,
    /// Name of the file, where there is one; never a path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Number and date of an act that a page names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub act: BTreeMap<String, String>,
}

impl Acquisition {
    /// Bytes that no server was asked for; what else is known of them is added to it.
    pub(crate) fn of_bytes(
        source: &str,
        (sha256, bytes): (Digest, usize),
        time: String,
        origin: Origin,
    ) -> Acquisition {
        Acquisition {
            source: source.to_owned(),
            connector: String::new(),
            asked: None,
            method: String::new(),
            url: String::new(),
            body_sha256: None,
            time,
            status: 0,
            headers: BTreeMap::new(),
            sha256,
            bytes: bytes as u64,
            parts: Vec::new(),
            received_sha256: None,
            vintage: None,
            origin,
            file: None,
            act: BTreeMap::new(),
        }
    }
}

/// The log of a study.
#[derive(Debug)]
pub struct Log {
    path: PathBuf,
    /// Every acquisition, oldest first.
    pub entries: Vec<Acquisition>,
    /// What is wrong with the file.
    pub problems: Vec<Diagnostic>,
    /// Places in `entries` by source, oldest first.
    by_source: BTreeMap<String, Vec<usize>>,
}

impl Log {
    /// Reads the log in a folder; an empty one where there is none.
    pub fn read(folder: &Path) -> io::Result<Log> {
        let path = folder.join(NAME);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let mut log =
            Log { path, entries: Vec::new(), problems: Vec::new(), by_source: BTreeMap::new() };
        let whole = whole_lines(&text);
        let mut line = 0;
        for bytes in text[..whole].split_inclusive(|byte| *byte == b'\n') {
            line += 1;
            match serde_json::from_slice(bytes) {
                Ok(entry) => log.insert(entry),
                Err(error) => log.problems.push(
                    Diagnostic::warning("source-log-damaged", NAME, line).with("reason", error),
                ),
            }
        }
        // A last line that only lacks its end is whole: an editor or a copy may have taken it.
        if let Ok(entry) = serde_json::from_slice::<Acquisition>(&text[whole..]) {
            log.insert(entry);
        } else if whole < text.len() {
            log.problems.push(Diagnostic::warning("source-log-torn", NAME, line + 1));
        }
        Ok(log)
    }

    /// Writes one more acquisition; it is on the disk when this returns.
    pub fn append(&mut self, entry: Acquisition) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file =
            File::options().create(true).truncate(false).read(true).write(true).open(&self.path)?;
        let mut text = Vec::new();
        let end = file.seek(SeekFrom::End(0))?;
        if end > 0 {
            file.seek(SeekFrom::Start(end - 1))?;
            file.read_to_end(&mut text)?;
            if text != b"\n" {
                // A killed program left a part of a line.
                text.clear();
                file.seek(SeekFrom::Start(0))?;
                file.read_to_end(&mut text)?;
                let whole = whole_lines(&text);
                if serde_json::from_slice::<Acquisition>(&text[whole..]).is_ok() {
                    file.write_all(b"\n")?;
                } else {
                    file.set_len(whole as u64)?;
                }
            }
        }
        file.seek(SeekFrom::End(0))?;
        let mut line = serde_json::to_vec(&entry)?;
        line.push(b'\n');
        file.write_all(&line)?;
        file.sync_data()?;
        self.insert(entry);
        Ok(())
    }

    fn insert(&mut self, entry: Acquisition) {
        let places = self.by_source.entry(entry.source.clone()).or_default();
        places.push(self.entries.len());
        self.entries.push(entry);
    }

    /// Acquisitions of a source, newest first.
    pub fn of<'a>(&'a self, source: &str) -> impl Iterator<Item = &'a Acquisition> + use<'a> {
        let places = self.by_source.get(source).map_or(&[][..], Vec::as_slice);
        places.iter().rev().map(|place| &self.entries[*place])
    }

    /// Sources by name, each with its acquisitions, oldest first.
    pub fn sources(&self) -> impl Iterator<Item = (&str, Vec<&Acquisition>)> {
        self.by_source.iter().map(|(source, places)| {
            (source.as_str(), places.iter().map(|place| &self.entries[*place]).collect())
        })
    }
}

/// Length of the part that ends with the end of a line.
fn whole_lines(text: &[u8]) -> usize {
    text.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)
}

#[cfg(test)]
pub(crate) mod tests {
    use std::time::Instant;

    use super::*;

    pub(crate) fn entry(source: &str, bytes: &[u8]) -> Acquisition {
        Acquisition {
            source: source.into(),
            connector: "worldbank".into(),
            asked: Some(Digest::of(source.as_bytes())),
            method: "GET".into(),
            url: "https://example.org/a".into(),
            body_sha256: None,
            time: "2026-01-31T12:00:00Z".into(),
            status: 200,
            headers: BTreeMap::from([("etag".into(), "\"1\"".into())]),
            sha256: Digest::of(bytes),
            bytes: bytes.len() as u64,
            parts: Vec::new(),
            received_sha256: None,
            vintage: Some("2026-01".into()),
            origin: Origin::Fetched,
            file: None,
            act: BTreeMap::new(),
        }
    }

    #[test]
    fn a_torn_last_line_is_told_and_then_dropped() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut log = Log::read(folder.path()).expect("a log");
        log.append(entry("a", b"1")).expect("written");
        log.append(entry("b", b"2")).expect("written");
        let path = folder.path().join(NAME);
        let whole = fs::read(&path).expect("read");
        let first = whole.iter().position(|byte| *byte == b'\n').expect("a line") + 1;
        for cut in first + 1..whole.len() - 1 {
            fs::write(&path, &whole[..cut]).expect("written");
            let mut log = Log::read(folder.path()).expect("a log");
            assert_eq!(log.problems[0].code, "source-log-torn");
            assert_eq!((log.problems.len(), log.entries.len()), (1, 1));
            log.append(entry("b", b"2")).expect("written");
            assert_eq!(fs::read(&path).expect("read"), whole, "cut at {cut}");
        }
        assert_eq!(Log::read(folder.path()).expect("a log").problems, []);
        // A line that only lacks its end is whole: nothing of it is lost.
        fs::write(&path, &whole[..whole.len() - 1]).expect("written");
        let mut log = Log::read(folder.path()).expect("a log");
        assert_eq!((log.problems.len(), log.entries.len()), (0, 2));
        log.append(entry("c", b"3")).expect("written");
        assert_eq!(Log::read(folder.path()).expect("a log").entries.len(), 3);
        assert!(fs::read(&path).expect("read").starts_with(&whole));
    }

    #[test]
    fn a_damaged_line_hides_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut log = Log::read(folder.path()).expect("a log");
        for source in ["a", "b", "a"] {
            log.append(entry(source, source.as_bytes())).expect("written");
        }
        let path = folder.path().join(NAME);
        let text = fs::read_to_string(&path).expect("read");
        fs::write(&path, text.replacen("\"source\":\"b\"", "\"source\":7", 1)).expect("written");
        let log = Log::read(folder.path()).expect("a log");
        assert_eq!(
            (log.problems[0].code.as_str(), log.problems[0].line),
            ("source-log-damaged", 2)
        );
        assert_eq!(log.of("a").count(), 2);
    }

    #[test]
    fn ten_thousand_sources_are_listed_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let lines: Vec<u8> = (0..10_000)
            .flat_map(|n| {
                let name = format!("source-{n}");
                let mut line = serde_json::to_vec(&entry(&name, name.as_bytes())).expect("JSON");
                line.push(b'\n');
                line
            })
            .collect();
        fs::write(folder.path().join(NAME), lines).expect("written");
        let started = Instant::now();
        let log = Log::read(folder.path()).expect("a log");
        assert_eq!(log.sources().count(), 10_000);
        assert!((0..10_000).all(|n| log.of(&format!("source-{n}")).count() == 1));
        // 0.1 s is promised of the optimised program; this one is not, and the machine is shared.
        let limit = if cfg!(debug_assertions) { 3.0 } else { 0.1 };
        assert!(started.elapsed().as_secs_f64() < limit, "{:?}", started.elapsed());
    }
}
