//! Answers and files of statistical services that have formats of their own.
//!
//! Names of components are those of the file. What a service calls by a code and a name gives the
//! code as value and the name as label. Cells and members that are empty or `null` have no part:
//! what is missing is not zero.

pub mod data_package;
pub mod dbnomics;
pub mod ilostat;
pub mod json_stat;
pub mod taldau;
pub mod uis;
pub mod un_sdg;
pub mod world_bank;

mod archive;
mod out;
mod table;

use crate::format::Format;
use crate::json::{Json, Outline};
use crate::problems::{Fault, Flaw};
use crate::reading::beginning;
use crate::source::Source;

/// How answers are to be read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Language tag of names, where the answer does not say it; empty where it is not known.
    pub language: String,
}

/// Which service it is of, by its first bytes; for archives see [`tell_archive`].
pub fn tell(beginning: &[u8]) -> Option<Format> {
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning).trim_ascii_start();
    if matches!(text.first(), Some(b'{' | b'[')) {
        let outline = Outline::of(beginning);
        return uis::tell(&outline)
            .or_else(|| world_bank::tell(&outline))
            .or_else(|| un_sdg::tell(&outline))
            .or_else(|| dbnomics::tell(&outline))
            .or_else(|| json_stat::tell(&outline))
            .or_else(|| taldau::tell(&outline))
            .or_else(|| data_package::tell(&outline));
    }
    let names = table::first_names(text);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    uis::tell_table(&names)
        .or_else(|| world_bank::tell_table(&names))
        .or_else(|| un_sdg::tell_table(&names))
        .or_else(|| ilostat::tell_table(&names))
}

/// Which service a zip archive is of, by the names of its entries.
///
/// # Errors
/// Where it cannot be opened.
pub fn tell_archive(source: &Source) -> Result<Option<Format>, daryn_model::Diagnostic> {
    let archive = archive::Archive::open(source).map_err(|fault| fault.told(source.name()))?;
    let names = archive.names();
    Ok(uis::tell_entries(&names)
        .or_else(|| world_bank::tell_entries(&names))
        .or_else(|| data_package::tell_entries(&names)))
}

/// A file in an archive that can be read when it is unpacked. Documents are archives, too, and are
/// not meant.
pub(crate) fn unpacked(source: &Source) -> Option<String> {
    let names = archive::Archive::open(source).ok()?.names();
    let is_document =
        |name: &String| ["[Content_Types].xml", "mimetype", "content.xml"].contains(&name.as_str());
    let is_data = |name: &String| {
        let name = name.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        [".csv", ".json", ".xml", ".xlsx", ".tsv", ".zip"].iter().any(|end| name.ends_with(end))
    };
    if names.iter().any(is_document) { None } else { names.into_iter().find(is_data) }
}

/// Whether it is the table of contents of the bulk files of ILOSTAT, in which tables are listed.
pub(crate) fn is_catalogue(beginning: &[u8]) -> bool {
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
    let names = table::first_names(text);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    table::has(&names, &["id", "indicator", "freq", "last.update", "n.records"])
}

/// Opens a JSON answer; a page of XML or HTML in its place is told as such.
fn open_json(source: &Source) -> Result<Json<'static>, Fault> {
    let first = beginning(source)?;
    let first = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&first).trim_ascii_start();
    if first.starts_with(b"<") {
        return Err(Fault { flaw: Flaw::Markup, at: 0, line: 1 });
    }
    Json::new(source.stream()?)
}

/// Bytes of memory that a record or what stands around records may take.
const ROOM: usize = 16 << 20;
