//! From files and folders to parts of texts.
//!
//! Every document is read as `daryn read` does it, so that its words are those of `daryn count`. The
//! lines of a plain text are its parts, the leaves of every other document are.

use std::path::{Path, PathBuf};

use daryn_model::Diagnostic;
use daryn_read::Document;
use daryn_search::files::Listed;
use daryn_text::Language;
use daryn_text::language::Evidence;
use rayon::prelude::*;

use super::counted::{Counted, Side};
use crate::commands::read;
use crate::documents::Documents;
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
    let documents = Documents::at(paths)?;
    let total = documents.files.len();
    let (mut others, mut has_text) = (0, false);
    let told = progress::watch(output, |progress| {
        let mut told = Vec::new();
        for (block, files) in documents.files.chunks(TOGETHER).enumerate() {
            let texts: Vec<Text> =
                files.par_iter().map(|found| read(&found.file, wanted)).collect();
            for (found, text) in files.iter().zip(texts) {
                if found.is_other(&text.problems) {
                    others += 1;
                    continue;
                }
                has_text |= !text.words.is_empty();
                counted.name(side, &found.file.path.display().to_string());
                for (part, language) in &text.parts {
                    counted.add(side, &text.words[part.clone()], *language);
                }
                told.extend(text.problems);
            }
            progress(&files[0].file.name, (block * TOGETHER + files.len()).min(total), total);
        }
        told
    });
    problems.extend(documents.told(paths, told, others, has_text));
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
    let document = read::document(&file.path);
    let mut text = if is_plain(&file.path) { lines(document) } else { leaves(document, wanted) };
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

fn lines(document: Document) -> Text {
    let words = document.text;
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
    Text { parts: parts.collect(), problems: document.diagnostics, words }
}

fn leaves(document: Document, wanted: &Wanted) -> Text {
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
