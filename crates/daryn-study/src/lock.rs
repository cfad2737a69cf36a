//! The lock file `daryn.lock`: what a report was made from, stage by stage.
//!
//! It holds no time and no name of a machine, so that the same study gives the same lock.

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::engine::Record;

/// Name of the lock file in the study folder.
pub const NAME: &str = "daryn.lock";

/// The layout of the lock file.
pub const FORMAT: u32 = 1;

/// A file by its bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pinned {
    /// Name, with `/` between folders, relative to the study or the report folder.
    pub file: String,
    /// Digest of its bytes.
    pub sha256: Digest,
    /// Number of its bytes.
    pub bytes: usize,
}

impl Pinned {
    /// Pins a file.
    pub fn new(file: &str, bytes: &[u8]) -> Pinned {
        Pinned { file: file.to_owned(), sha256: Digest::of(bytes), bytes: bytes.len() }
    }
}

/// Release of a statistical source that the study used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vintage {
    /// Source of the study.
    pub source: String,
    /// Releases, sorted.
    pub vintages: Vec<String>,
}

/// A release of a source from outside that the study holds to, until another one is adopted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Held {
    /// Name of the source in the list of downloads.
    pub source: String,
    /// Digest of its bytes.
    pub sha256: Digest,
    /// Release that the answer names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
}

/// Everything that decides the bytes of a report, and the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// Layout of this file.
    pub format: u32,
    /// Version of the program.
    pub daryn: String,
    /// Name of the study.
    pub study: String,
    /// Files of the study.
    #[serde(default)]
    pub input: Vec<Pinned>,
    /// Releases of statistics.
    #[serde(default)]
    pub vintage: Vec<Vintage>,
    /// Releases of sources from outside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<Held>,
    /// Stages.
    #[serde(default)]
    pub stage: Vec<Record>,
    /// Files of the report.
    #[serde(default)]
    pub output: Vec<Pinned>,
}

const HEAD: &str =
    "# Written by `daryn run`. Keep it in git beside the study: `daryn verify` compares with it.\n";

impl Lock {
    /// The text of the lock file.
    pub fn to_text(&self) -> Result<String, String> {
        toml::to_string(self).map(|body| format!("{HEAD}{body}")).map_err(|error| error.to_string())
    }

    /// Reads a lock file.
    pub fn parse(text: &str) -> Result<Lock, String> {
        toml::from_str(text).map_err(|error| error.message().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_reads_back_as_written() {
        let lock = Lock {
            format: FORMAT,
            daryn: "0".into(),
            study: "s".into(),
            input: vec![Pinned::new("деректер/a b.csv", b"x")],
            vintage: vec![Vintage { source: "S".into(), vintages: vec!["2020".into()] }],
            held: vec![Held { source: "rd".into(), sha256: Digest::of(b"z"), release: None }],
            stage: vec![Record {
                name: "read:a".into(),
                version: 1,
                params: Digest::of(b""),
                seed: Some(3),
                inputs: [("file:a".to_owned(), Digest::of(b"x"))].into(),
                output: Digest::of(b"y"),
            }],
            output: vec![Pinned::new("en/index.html", b"")],
        };
        let text = lock.to_text().expect("a text");
        assert_eq!(Lock::parse(&text), Ok(lock));
    }
}
