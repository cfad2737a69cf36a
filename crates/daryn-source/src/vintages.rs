//! What a study has of each source: every release, oldest first.

use serde::Serialize;

use crate::log::{Acquisition, Log, Origin};
use crate::store::Store;

/// A source.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// Name in the study.
    pub id: String,
    /// Its releases, oldest first.
    pub vintages: Vec<Vintage>,
}

/// Bytes of a source that were the same over some time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Vintage {
    /// Digest.
    pub sha256: String,
    /// How many bytes there are.
    pub bytes: u64,
    /// Release that the answer names.
    pub vintage: Option<String>,
    /// When they were first and last seen.
    pub first: String,
    /// When they were last seen.
    pub last: String,
    /// How often.
    pub times: usize,
    /// Where they came from.
    pub origin: Origin,
    /// Address.
    pub url: String,
    /// Name of the file.
    pub file: Option<String>,
    /// Whether the bytes are in the store.
    pub stored: bool,
}

/// Every source of a log, by name.
pub fn list(log: &Log, store: &Store) -> Vec<Source> {
    let of = |(id, entries): (&str, Vec<&Acquisition>)| {
        let mut vintages: Vec<Vintage> = Vec::new();
        for entry in entries {
            let same = vintages.iter_mut().find(|v| v.sha256 == entry.sha256.as_str());
            match same {
                Some(same) => {
                    same.last.clone_from(&entry.time);
                    same.times += 1;
                }
                None => vintages.push(Vintage {
                    sha256: entry.sha256.to_string(),
                    bytes: entry.bytes,
                    vintage: entry.vintage.clone(),
                    first: entry.time.clone(),
                    last: entry.time.clone(),
                    times: 1,
                    origin: entry.origin,
                    url: entry.url.clone(),
                    file: entry.file.clone(),
                    stored: store.path(&entry.sha256).exists(),
                }),
            }
        }
        Source { id: id.to_owned(), vintages }
    };
    log.sources().map(of).collect()
}
