//! A file that a person saved: as good as a fetched one.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use daryn_model::Diagnostic;
use daryn_study::Digest;

use crate::acquire::{Session, Status};
use crate::act;
use crate::answer::body::{self, Found};
use crate::log::{Acquisition, Origin};

/// What became of a file.
#[derive(Debug, Clone)]
pub struct Added {
    /// Name of the source.
    pub id: String,
    /// New, unchanged or failed.
    pub status: Status,
    /// Digest of the bytes.
    pub sha256: Option<Digest>,
    /// How many there are.
    pub bytes: u64,
    /// Number and date of the act that it holds.
    pub act: BTreeMap<String, String>,
    /// What is wrong or strange.
    pub diagnostics: Vec<Diagnostic>,
}

impl Session<'_> {
    /// Keeps bytes of a study's file as a release of a source, if they are none yet.
    pub fn keep_file(&mut self, source: &str, file: &str, bytes: &[u8]) -> std::io::Result<()> {
        let sha256 = self.store.put(bytes)?;
        if self.log.of(source).any(|entry| entry.sha256 == sha256) {
            return Ok(());
        }
        let file = file.rsplit('/').next().unwrap_or(file);
        self.log.append(Acquisition {
            file: Some(body::safe_name(file)),
            ..Acquisition::of_bytes(source, (sha256, bytes.len()), self.time(), Origin::Added)
        })
    }

    /// Notes a stored release as the newest one of its source.
    pub fn renew(&mut self, source: &str, sha256: &Digest) -> std::io::Result<()> {
        let entry = self.log.of(source).find(|entry| entry.sha256 == *sha256).cloned();
        match entry {
            Some(entry) => self.log.append(Acquisition { time: self.time(), ..entry }),
            None => Ok(()),
        }
    }

    /// Keeps a file. Its name is the one that is given, that of the act which it holds, or its own.
    pub fn add(&mut self, path: &Path, name: Option<&str>, limit: u64) -> Added {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let mut added = Added {
            id: name.map_or_else(|| own_name(&file), str::to_owned),
            status: Status::Failed,
            sha256: None,
            bytes: 0,
            act: BTreeMap::new(),
            diagnostics: Vec::new(),
        };
        if let Err(problem) = self.try_to_add(path, name, limit, &mut added) {
            added.status = Status::Failed;
            added.diagnostics.push(*problem);
        }
        let place = path.display().to_string();
        for problem in added.diagnostics.iter_mut().filter(|problem| problem.file.is_empty()) {
            problem.file.clone_from(&place);
        }
        added
    }

    fn try_to_add(
        &mut self,
        path: &Path,
        name: Option<&str>,
        limit: u64,
        added: &mut Added,
    ) -> Result<(), Box<Diagnostic>> {
        let problem = |code: &str| Diagnostic::error(code, "", 0);
        let unreadable = |error: std::io::Error| {
            problem("source-file-unreadable").with("path", path.display()).with("reason", error)
        };
        let meta = fs::metadata(path).map_err(unreadable)?;
        if meta.is_dir() {
            return Err(Box::new(unreadable(std::io::ErrorKind::IsADirectory.into())));
        }
        if !meta.is_file() {
            // A pipe may never end.
            return Err(Box::new(unreadable(std::io::ErrorKind::InvalidInput.into())));
        }
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(unreadable)?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() as u64 > limit {
            let size = meta.len().max(bytes.len() as u64);
            return Err(Box::new(
                problem("source-too-large").with("bytes", size).with("limit", limit),
            ));
        }
        added.act = act::recognise(&bytes);
        look_at(&bytes, &added.act, &mut added.diagnostics)?;
        if let (None, Some(act)) = (name, added.act.get("id")) {
            added.id.clone_from(act);
        }
        let sha256 = Digest::of(&bytes);
        added.bytes = bytes.len() as u64;
        added.sha256 = Some(sha256.clone());
        // The same bytes are one source, whatever they are called.
        // Only an entry of the study's list that waits for a file may have them under its own name.
        let own = name.filter(|name| self.listed.contains(*name));
        let before =
            self.log.entries.iter().rev().find(|entry| {
                entry.sha256 == sha256 && own.is_none_or(|name| name == entry.source)
            });
        if let Some(before) = before.cloned() {
            let id = before.source.clone();
            if name.is_some_and(|name| name != id) {
                added
                    .diagnostics
                    .push(Diagnostic::warning("source-added-already", "", 0).with("found", &id));
            }
            added.id = id;
            added.status = Status::Unchanged;
            // It may have been damaged meanwhile.
            self.put(&bytes)?;
            let newest = self.log.of(&added.id).next().map(|entry| &entry.sha256);
            if newest != Some(&before.sha256) {
                // An older release was handed over again: it is the one that counts now.
                self.write_down(Acquisition { time: self.time(), ..before })?;
            }
            return Ok(());
        }
        let kept = (self.put(&bytes)?, bytes.len());
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        self.write_down(Acquisition {
            url: added.act.get("url").cloned().unwrap_or_default(),
            vintage: added.act.get("edition").cloned(),
            file: Some(body::safe_name(&file)),
            act: added.act.clone(),
            ..Acquisition::of_bytes(&added.id, kept, self.time(), Origin::Added)
        })?;
        added.status = Status::New;
        Ok(())
    }
}

/// Whether a file is whole, and is what it was meant to be.
fn look_at(
    bytes: &[u8],
    act: &BTreeMap<String, String>,
    strange: &mut Vec<Diagnostic>,
) -> Result<(), Box<Diagnostic>> {
    let found = body::look(bytes);
    match (found, body::flaw(found, bytes)) {
        (Found::Nothing, _) => Err(Box::new(Diagnostic::error("source-no-bytes", "", 0))),
        (_, Some(flaw)) => Err(Box::new(flaw)),
        (Found::Html, None) if act.is_empty() => {
            // Many good pages have a field for a password in a corner: only a warning.
            let warning = |gate: body::Gate| Diagnostic::warning(gate.code(), "", 0);
            let words = body::words(bytes);
            strange.extend(body::gate(bytes).map(|gate| warning(gate).with("url", words)));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// A name for a source from the name of a file: letters and digits of any script.
fn own_name(file: &str) -> String {
    let stem = match file.rsplit_once('.') {
        Some((stem, kind)) if !stem.is_empty() && kind.len() <= 5 => stem,
        _ => file,
    };
    let plain = |c: char| if c.is_alphanumeric() || "-_.+".contains(c) { c } else { '-' };
    let name: String = stem.chars().map(plain).take(100).collect();
    let name = name.trim_matches(['-', '.']);
    if name.is_empty() { "file".into() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_file_has_a_name_for_its_source() {
        assert_eq!(own_name("Тұжырымдама 2022 (жоба).docx"), "Тұжырымдама-2022--жоба");
        assert_eq!(own_name(".htaccess"), "htaccess");
        assert_eq!(own_name(".."), "file");
        assert_eq!(own_name("a.b.csv"), "a.b");
        assert_eq!(own_name("…"), "file");
    }
}
