//! Reading policy documents: from bytes to structured text that can be referred to.
//!
//! ```
//! use daryn_read::{Kind, read};
//!
//! let law = "Статья 1. Понятия\n\n1. Первый пункт.\n\n2. Второй пункт.\n";
//! let document = read(law.as_bytes(), "law.txt");
//! assert_eq!(document.of_kind(Kind::Article).count(), 1);
//! let labels: Vec<_> =
//!     document.of_kind(Kind::Point).filter_map(|point| point.label.as_deref()).collect();
//! assert_eq!(labels, ["1", "2"]);
//! ```
//!
//! Reading does not fail: a document comes with its problems, and one that could not be read is
//! empty and says why. What bytes are is told by the bytes; the name of a file only decides
//! between formats of plain text, and is told as wrong where it is.

mod amendments;
pub mod anchor;
mod archive;
mod block;
mod charset;
mod container;
mod contents;
pub mod document;
mod docx;
mod format;
mod html;
mod json;
mod markdown;
mod marks;
mod mht;
mod numerals;
mod odt;
mod pdf;
mod plain;
mod raised;
mod rtf;
mod structure;
mod watch;
mod weight;
mod xml;
mod zan;

use daryn_model::Diagnostic;
use daryn_text::Detail;
use daryn_text::repair::Kind as Repaired;
use sha2::{Digest, Sha256};

pub use document::{
    Change, ChangeKind, Comment, Document, Highlight, Kind, Merged, Passage, Table,
};
pub use docx::pen;
use format::Format;
pub use watch::is_watched;

/// The version of what readers make of bytes; part of every anchor.
pub const READER: u32 = 2;

/// Largest file that is read, in bytes.
pub const LARGEST: usize = 50_000_000;

/// Reads a document. `file` is its name, for problems and to tell formats of plain text apart.
pub fn read(bytes: &[u8], file: &str) -> Document {
    read_with(bytes, file, None)
}

/// Reads a document beside which there may be a text of its pages, as a program that reads pictures
/// made it: a form feed stands between pages. It is used for pages of a PDF that have no text.
pub fn read_with(bytes: &[u8], file: &str, side: Option<&[u8]>) -> Document {
    let mut problems: Vec<Diagnostic> = Vec::new();
    let mut document = document(bytes, file, side, &mut problems);
    // Of a file that is too large not all bytes may have been given.
    if bytes.len() <= LARGEST {
        document.sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    }
    document.diagnostics = problems;
    document
}

fn document(
    bytes: &[u8],
    file: &str,
    side: Option<&[u8]>,
    problems: &mut Vec<Diagnostic>,
) -> Document {
    if bytes.len() > LARGEST {
        let limit = LARGEST / 1_000_000;
        problems.push(Diagnostic::error("read-too-large", file, 0).with("limit", limit));
        return Document::default();
    }
    let format = Format::of(bytes, file);
    if let Some(claimed) = format.contradicts(file) {
        let problem = Diagnostic::warning("read-wrong-name", file, 0);
        problems.push(problem.with("claimed", claimed).with("found", format.name()));
    }
    let mut blocks = format.blocks(bytes, file, side, problems);
    block::put_right(&mut blocks);
    let mut document = structure::build(&mut blocks);
    document.media_type = format.media_type();
    document.tell_languages();
    problems.extend(of_letters(&document, file));
    let failed = problems.iter().any(|problem| problem.severity == daryn_model::Severity::Error);
    if document.text.is_empty() && !failed {
        problems.push(Diagnostic::error("read-no-text", file, 0));
    }
    document
}

/// What a user should know of the letters: which were put right, and Kazakh in another script.
fn of_letters(document: &Document, file: &str) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let count = |kind| document.repairs.iter().filter(|one| one.kind == kind).count();
    if !document.repairs.is_empty() {
        let problem = Diagnostic::warning("read-repaired", file, 0)
            .with("n", document.repairs.len())
            .with("homoglyphs", count(Repaired::Homoglyph))
            .with("substitutes", count(Repaired::Substitute))
            .with("mojibake", count(Repaired::Mojibake));
        problems.push(problem);
    }
    let leaves = document.leaves();
    for (script, detail) in [("Latn", Detail::KazakhLatin), ("Arab", Detail::KazakhArabic)] {
        let n = leaves.iter().filter(|place| document.languages[**place] == detail).count();
        if n > 0 {
            let problem = Diagnostic::warning("read-kazakh-script", file, 0);
            problems.push(problem.with("script", script).with("n", n));
        }
    }
    problems
}
