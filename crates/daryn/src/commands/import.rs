//! `daryn import`: what people coded elsewhere.

mod hand;
mod project;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_report::Speaker;
use daryn_stats::sheets;
use daryn_study::folder::STUDY;

use super::new;
use crate::Ended;
use crate::arguments::{self, positional, subcommand};
use crate::coded;
use crate::output::Output;
use crate::running;
use crate::stop::Stop;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn import project.qdpx my-study",
        "daryn import coding.xlsx my-study",
        "daryn import law-with-comments.docx my-study --coder Aigul",
    ];
    let path = |id, value, text| {
        positional(speaker, id, value, text).value_parser(value_parser!(PathBuf)).required(true)
    };
    subcommand(
        speaker,
        "import",
        "daryn import FILE DIR [--coder NAME] [--codebook FILE] [--format FORMAT]",
        &examples,
        [
            path("file", "FILE", "cli-import-file"),
            path("dir", "DIR", "cli-import-dir"),
            coded::coder(speaker),
            coded::codebook(speaker),
            arguments::output_format(speaker),
        ],
    )
}

/// What a file is.
enum Kind {
    /// A project or a codebook of REFI-QDA.
    Project,
    /// A workbook in which people coded.
    Workbook,
    /// A document with comments and highlights.
    Document,
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let (path, dir) = (arguments::path(matches, "file"), arguments::path(matches, "dir"));
    let bytes = arguments::bytes_at(&path)?;
    let who = coded::who(matches);
    let asked = matches.get_one::<PathBuf>("codebook");
    let name = path.display().to_string();
    match kind(&path, &bytes) {
        Kind::Project => {
            // A file that cannot be read makes no study.
            let read = project::read(&bytes, &name)?;
            let is_new = make(&dir, true, output)?;
            let made = running::start(&dir).and_then(|_running| {
                // Codes that come are added to the codebook of the study, whatever is named.
                let mut study = coded::open(&dir, None, true, output)?;
                project::import(read, (&path, &bytes), &mut study, &who, output)
            });
            forget(&dir, is_new && made.is_err());
            made
        }
        kind => {
            make(&dir, false, output)?;
            // Only the store is written, which others may do at the same time.
            let mut study = coded::open(&dir, asked, true, output)?;
            match kind {
                Kind::Workbook => hand::workbook((&path, &bytes), &mut study, &who, output),
                _ => hand::document((&path, &bytes), &mut study, &who, output),
            }
        }
    }
}

/// What a file is, by its bytes, and by its name where these tell too little.
fn kind(path: &Path, bytes: &[u8]) -> Kind {
    let end = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    match end.as_str() {
        "qdpx" | "qde" | "qdc" => Kind::Project,
        "xlsx" | "xlsm" => Kind::Workbook,
        "docx" => Kind::Document,
        _ if is_zip && sheets::tell(&bytes[..bytes.len().min(4096)]).is_some() => Kind::Workbook,
        _ if is_zip && bytes.windows(5).any(|own| own == b"word/") => Kind::Document,
        _ => Kind::Project,
    }
}

/// Makes a study where there is no folder; whether one was made.
fn make(dir: &Path, can_begin: bool, output: &Output) -> Result<bool, Stop> {
    if dir.join(STUDY).is_file() {
        return Ok(false);
    }
    if dir.exists() {
        return Err(Stop::problem("store-import-no-study", &[("path", &dir.display())]));
    }
    if !can_begin {
        // Codings without the texts they are about would lead to nothing.
        return Err(Stop::problem("store-import-needs-study", &[("path", &dir.display())]));
    }
    new::create(dir, output)?;
    Ok(true)
}

/// Removes a study that was made for an import that came to nothing.
fn forget(dir: &Path, is_useless: bool) {
    if is_useless {
        // The folder is ours alone; why the import failed is told.
        let _ = fs::remove_dir_all(dir);
    }
}
