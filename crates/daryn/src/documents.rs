//! Which documents a command counts in: those of the files and folders that the user names, each
//! once.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use daryn_model::{Diagnostic, Severity};
use daryn_search::files::{self, Listed};

use crate::stop::Stop;

/// Documents in the order in which they are named.
#[derive(Default)]
pub(crate) struct Documents {
    /// Files that may be documents.
    pub(crate) files: Vec<Found>,
    problems: Vec<Diagnostic>,
    /// Files in folders that are no documents.
    skipped: usize,
}

/// A file that may be a document.
pub(crate) struct Found {
    pub(crate) file: Listed,
    /// Whether the user named it, and not only its folder.
    is_named: bool,
}

impl Found {
    /// Whether the file is no document after all: it stands in a folder, could not be read, and
    /// does not claim by its name to be one.
    pub(crate) fn is_other(&self, problems: &[Diagnostic]) -> bool {
        let failed = problems.iter().any(|problem| problem.severity == Severity::Error);
        failed && !self.is_named && !files::is_document(&self.file.name)
    }
}

impl Documents {
    /// Looks for files. One that is named twice, by whatever name, is taken where it comes first.
    ///
    /// # Errors
    /// Where a file or a folder that is named cannot be read, and where there is no document.
    pub(crate) fn at(paths: &[PathBuf]) -> Result<Documents, Stop> {
        let mut documents = Documents::default();
        let mut seen = BTreeSet::new();
        for path in paths {
            let listing = files::list(path).map_err(|error| {
                let path = path.display();
                Stop::problem("source-file-unreadable", &[("path", &path), ("reason", &error)])
            })?;
            documents.skipped += listing.skipped;
            documents.problems.extend(listing.problems);
            let is_named = !path.is_dir();
            for file in listing.files {
                let real = fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone());
                if seen.insert(real) {
                    documents.files.push(Found { file, is_named });
                } else {
                    let name = file.path.display().to_string();
                    documents.problems.push(Diagnostic::warning("documents-twice", &name, 0));
                }
            }
        }
        if documents.files.is_empty() {
            return Err(Stop::Problems(documents.told(paths, Vec::new(), 0, false)));
        }
        Ok(documents)
    }

    /// What is to be told when all of them are read: `read` are their problems, `others` how many
    /// turned out to be no documents, `has_text` whether one of them has a text. Where one has,
    /// those without are no reason to fail.
    pub(crate) fn told(
        self,
        paths: &[PathBuf],
        mut read: Vec<Diagnostic>,
        others: usize,
        has_text: bool,
    ) -> Vec<Diagnostic> {
        for problem in read.iter_mut().filter(|problem| has_text && problem.code == "read-no-text")
        {
            problem.severity = Severity::Warning;
        }
        let mut told = self.problems;
        let skipped = self.skipped + others;
        if skipped > 0 {
            told.push(Diagnostic::warning("documents-skipped", "", 0).with("n", skipped));
        }
        if self.files.len() == others {
            let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            told.push(Diagnostic::error("documents-none", "", 0).with("path", paths.join(", ")));
        }
        told.extend(read);
        told
    }
}
