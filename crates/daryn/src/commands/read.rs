//! `daryn read`: the text of documents, with its structure.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_model::Diagnostic;
use daryn_read::{Document, LARGEST};
use daryn_report::Speaker;

use crate::Ended;
use crate::arguments::{self, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;

mod anchors;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = ["daryn read law.md", "daryn read *.docx --format json"];
    subcommand(
        speaker,
        "read",
        "daryn read FILE... [--anchors ANCHORS] [--format FORMAT]",
        &examples,
        [
            positional(speaker, "file", "FILE", "cli-read-file")
                .value_parser(value_parser!(PathBuf))
                .num_args(1..)
                .required(true),
            option(speaker, "anchors", "ANCHORS", "cli-read-anchors")
                .value_parser(value_parser!(PathBuf)),
            arguments::output_format(speaker),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let mut ended = Ended::Well;
    let mut problems = Vec::new();
    let anchors = matches.get_one::<PathBuf>("anchors");
    let anchors = anchors.map(|path| anchors::read(path, &mut problems)).transpose()?;
    if study::has_errors(&problems) {
        output.problems(Stream::Talk, &problems);
        return Ok(Ended::WithProblem);
    }
    for path in matches.get_many::<PathBuf>("file").into_iter().flatten() {
        let file = path.display().to_string();
        let document = document(path);
        let problems = &document.diagnostics;
        if study::has_errors(problems) {
            ended = Ended::WithProblem;
        }
        output.problems(Stream::Talk, problems);
        if let Some(anchors) = &anchors {
            anchors::show(anchors, &file, &document, output);
        } else if output.is_json() {
            output.compact(&document.to_json(&file, output.as_values(problems)));
        } else if !document.text.is_empty() {
            output.line(Stream::Data, &document.text);
        }
    }
    Ok(ended)
}

/// Reads a document; what hinders it stands in its problems.
pub(super) fn document(path: &Path) -> Document {
    let file = path.display().to_string();
    match bytes(path) {
        Ok(bytes) if is_owner_file(path) && bytes.len() <= OWNER => none(owner_file(&file)),
        Ok(bytes) => daryn_read::read_with(&bytes, &file, side(path).as_deref()),
        Err(_) if is_owner_file(path) && path.exists() => none(owner_file(&file)),
        Err(reason) => none(match is_in_use(&reason, cfg!(windows)) {
            true => Diagnostic::error("read-in-use", &file, 0),
            false => Diagnostic::error("read-unreadable", &file, 0).with("reason", reason),
        }),
    }
}

/// A document that was not read, and why.
fn none(problem: Diagnostic) -> Document {
    Document { diagnostics: vec![problem], ..Document::default() }
}

/// Most bytes of a file that says who has another one open.
const OWNER: usize = 1000;

/// A pattern such as `*.docx` gives these files, too: not an error of the user.
fn owner_file(file: &str) -> Diagnostic {
    Diagnostic::warning("read-owner-file", file, 0)
}

/// Whether a file is called as those that Word and LibreOffice put beside one that is open.
pub(super) fn is_owner_file(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with("~$") || name.starts_with(".~lock.")
}

/// Whether another program holds the file open: on Windows a violation of sharing or of a lock.
fn is_in_use(reason: &std::io::Error, windows: bool) -> bool {
    windows && matches!(reason.raw_os_error(), Some(32 | 33))
        || reason.kind() == std::io::ErrorKind::ResourceBusy
}

/// The text that another program recognised on the pages of a PDF: it stands beside the file under
/// the same name and `.txt`.
pub(super) fn side(path: &Path) -> Option<Vec<u8>> {
    let is_pdf = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    let mut name = path.file_name().filter(|_| is_pdf)?.to_owned();
    name.push(".txt");
    bytes(&path.with_file_name(name)).ok()
}

/// The bytes of a file, one more than can be read where there are more.
pub(super) fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    if fs::metadata(path)?.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locks_of_windows_are_known_by_their_numbers() {
        let in_use =
            |number, windows| is_in_use(&std::io::Error::from_raw_os_error(number), windows);
        assert!(in_use(32, true) && in_use(33, true) && !in_use(2, true));
        // Elsewhere the same numbers are other errors.
        assert!(!in_use(32, false));
        assert!(is_owner_file(Path::new("folder/~$law.docx")));
        assert!(
            is_owner_file(Path::new(".~lock.law.odt#")) && !is_owner_file(Path::new("law~$.docx"))
        );
    }
}
