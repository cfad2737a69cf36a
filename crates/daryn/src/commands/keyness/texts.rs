//! From files and folders to parts of texts.
//!
//! A plain text in UTF-8 is taken as it stands, and its lines are its parts; every other document is
//! read as `daryn read` does it, and its leaves are its parts.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use daryn_model::{Diagnostic, Severity};
use daryn_read::LARGEST;
use daryn_search::files::{self, Listed};
use daryn_text::Language;
use daryn_text::language::Evidence;
use rayon::prelude::*;

use super::counted::{Counted, Side};
use crate::output::Output;
use crate::progress;
use crate::stop::Stop;

/// Documents that are read together: what they hold stands in memory at once.
const TOGETHER: usize = 32;

/// A line with fewer letters does not tell its language; that of its text is taken.
const TELLING: usize = 40;

/// Which parts are counted.
pub(super) struct Wanted {
    /// Those in this language only.
    pub(super) language: Option<Language>,
    /// Not those that stand in notes of editors and tables of contents.
    pub(super) without_notes: bool,
}

/// Adds the texts at these paths to a side, and tells what is wrong with them.
pub(super) fn add(
    paths: &[PathBuf],
    wanted: &Wanted,
    side: Side,
    counted: &mut Counted,
    problems: &mut Vec<Diagnostic>,
    output: &Output,
) -> Result<(), Stop> {
    let mut listed = Vec::new();
    for path in paths {
        let listing = files::list(path).map_err(|error| {
            let path = path.display();
            Stop::problem("source-file-unreadable", &[("path", &path), ("reason", &error)])
        })?;
        problems.extend(listing.problems);
        listed.extend(listing.files);
    }
    let total = listed.len();
    let told = progress::watch(output, |progress| {
        let mut told = Vec::new();
        for (block, files) in listed.chunks(TOGETHER).enumerate() {
            let texts: Vec<Text> = files.par_iter().map(|file| read(file, wanted)).collect();
            for (file, text) in files.iter().zip(texts) {
                counted.name(side, &file.path.display().to_string());
                for (part, language) in &text.parts {
                    counted.add(side, &text.words[part.clone()], *language);
                }
                // Which letters were put right is told where a text is read for itself.
                told.extend(text.problems.into_iter().filter(|it| it.code != "read-repaired"));
            }
            progress(&files[0].name, (block * TOGETHER + files.len()).min(total), total);
        }
        told
    });
    problems.extend(told);
    Ok(())
}

/// A text with its parts and their languages.
#[derive(Default)]
struct Text {
    words: String,
    parts: Vec<(std::ops::Range<usize>, Language)>,
    problems: Vec<Diagnostic>,
}

fn read(file: &Listed, wanted: &Wanted) -> Text {
    let name = file.path.display().to_string();
    let mut text = if is_plain(&file.path) {
        match fs::read(&file.path).map(String::from_utf8) {
            Ok(Ok(words)) => plain(words),
            // Other charsets are known to the readers.
            Ok(Err(error)) => document(error.as_bytes(), &name, None, wanted),
            Err(error) => unreadable(&name, &error),
        }
    } else {
        match bytes(&file.path) {
            Ok(bytes) => {
                let beside = file.side.as_deref().and_then(|path| self::bytes(path).ok());
                document(&bytes, &name, beside.as_deref(), wanted)
            }
            Err(error) => unreadable(&name, &error),
        }
    };
    let failed = text.problems.iter().any(|problem| problem.severity == Severity::Error);
    if failed && !files::is_document(&file.name) {
        // Not everything in a folder is a document.
        return Text::default();
    }
    if let Some(language) = wanted.language {
        text.parts.retain(|(_, own)| *own == language);
    }
    text
}

fn is_plain(path: &Path) -> bool {
    path.extension().is_none_or(|ending| {
        ending.eq_ignore_ascii_case("txt") || ending.eq_ignore_ascii_case("text")
    })
}

/// One byte more than can be read.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(name: &str, error: &io::Error) -> Text {
    let problem = Diagnostic::error("read-unreadable", name, 0).with("reason", error);
    Text { problems: vec![problem], ..Text::default() }
}

fn plain(words: String) -> Text {
    let mut lines = Vec::new();
    let (mut whole, mut start) = (Evidence::default(), 0);
    for line in words.split_inclusive('\n') {
        let evidence = Evidence::of(line);
        whole.add(&evidence);
        let telling = line.chars().filter(|letter| letter.is_alphabetic()).count() >= TELLING;
        lines.push((start..start + line.len(), telling.then(|| evidence.language())));
        start += line.len();
    }
    let of_all = whole.language();
    let parts = lines.into_iter().map(|(line, language)| (line, language.unwrap_or(of_all)));
    Text { parts: parts.collect(), problems: Vec::new(), words }
}

fn document(bytes: &[u8], name: &str, beside: Option<&[u8]>, wanted: &Wanted) -> Text {
    let document = daryn_read::read_with(bytes, name, beside);
    let parts = document
        .leaves()
        .into_iter()
        .filter(|place| !(wanted.without_notes && document.is_apart(*place)))
        .map(|place| {
            let passage = &document.passages[place];
            (passage.start..passage.end, document.languages[place].language())
        })
        .collect();
    Text { parts, words: document.text, problems: document.diagnostics }
}
