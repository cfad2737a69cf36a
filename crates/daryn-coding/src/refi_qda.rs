//! Exchange of projects and codebooks by REFI-QDA, the format that programs for qualitative
//! analysis share: <https://www.qdasoftware.org> (standard 1.5, schemas 1.0).
//!
//! ```
//! use daryn_coding::refi_qda::{read, write_codebook};
//!
//! let file = br##"<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
//!     <Code guid="0f6f9c52-5a0e-5b53-9c0d-6d3f6c1f1a02" name="Funding" isCodable="true"
//!         color="#33a02c"/></Codes></CodeBook>"##;
//! let (project, problems) = read(file, "codes.qdc");
//! let project = project.expect("a codebook");
//! assert_eq!((project.codes[0].name.as_str(), problems.len()), ("Funding", 0));
//! let written = write_codebook(&project, "again.qdc").expect("it has a code");
//! assert_eq!(read(&written.bytes, "again.qdc").0, Some(project));
//! ```
//!
//! Reading does not fail: what is wrong is told, and the rest is kept. What is written is valid by
//! the schema and the same for the same project, and everything that the file cannot hold is named.

mod check;
mod decode;
mod encode;
pub mod guid;
pub mod loss;
pub mod model;
mod package;
mod positions;
pub mod tables;
mod told;
mod xml;

use daryn_model::Diagnostic;

pub use guid::Guid;
pub use model::Project;
pub use xml::{Content, Element, Name};

use decode::Decoder;
use package::Package;
use told::Told;

/// Largest text of XML that is read, in bytes: half a million codings.
const LARGEST: usize = 256 << 20;

const PROJECT: &str = "urn:QDA-XML:project:1.0";
const PROJECT_SCHEMA: &str = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd";
const CODEBOOK: &str = "urn:QDA-XML:codebook:1.0";
const CODEBOOK_SCHEMA: &str = "http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd";

/// Reads a project (`.qdpx`, or its `.qde` alone) or a codebook (`.qdc`). What it is is told by
/// the bytes; `file` is its name for problems.
///
/// Nothing comes if the file is neither, or too damaged to be read; why is among the problems.
#[must_use]
pub fn read(bytes: &[u8], file: &str) -> (Option<Project>, Vec<Diagnostic>) {
    let mut problems = Told::default();
    let project = read_into(bytes, file, &mut problems);
    (project, problems.finish(file))
}

fn read_into(bytes: &[u8], file: &str, problems: &mut Told) -> Option<Project> {
    let (package, place) = if package::is_archive(bytes) {
        let mut package = package::unpack(bytes, file, problems)?;
        let place = format!("{file}/{}", package.project);
        let bytes = std::mem::take(&mut package.bytes);
        (Package { bytes, ..package }, place)
    } else {
        (Package { bytes: bytes.to_vec(), ..Package::default() }, file.to_owned())
    };
    let mut error = |code: &str, line: u32| {
        problems.push(Diagnostic::error(code, &place, line));
        None
    };
    if package.bytes.len() > LARGEST {
        problems.push(Diagnostic::error("qda-too-large", &place, 0).with("limit", LARGEST >> 20));
        return None;
    }
    let Some(text) = decode::sources::decoded(&package.bytes) else {
        return error("qda-not-utf8", 0);
    };
    let root = match xml::parse(text.strip_prefix('\u{feff}').unwrap_or(&text)) {
        Ok(root) => root,
        Err(xml::Flaw::TooDeep(line)) => return error("qda-too-deep", line),
        Err(xml::Flaw::TooMany(line)) => return error("qda-too-many", line),
        Err(xml::Flaw::Malformed(line, reason)) => {
            let told = Diagnostic::error("qda-not-xml", &place, line);
            problems.push(told.with("reason", if reason.is_empty() { "–" } else { &reason }));
            return None;
        }
    };
    drop(text);
    let expected = match root.element.name.as_ref() {
        "Project" => PROJECT,
        "CodeBook" => CODEBOOK,
        name => {
            let told = Diagnostic::error("qda-other-root", &place, root.element.line);
            problems.push(told.with("found", decode::short(name)));
            return None;
        }
    };
    if root.namespace != expected {
        let told = Diagnostic::warning("qda-namespace", &place, root.element.line);
        let found = decode::short(&root.namespace);
        problems.push(told.with("found", found).with("expected", expected));
    }
    for (line, name) in &root.entities {
        let told = Diagnostic::warning("qda-entity", &place, *line);
        problems.push(told.with("name", decode::short(name)));
    }
    problems.more("qda-entity", root.more_entities);
    check::check(&root.element, &place, problems);
    let mut decoder = Decoder::new(place, package, problems);
    Some(match expected {
        PROJECT => decoder.project(root.element),
        _ => decoder.codebook_file(root.element),
    })
}

/// A file as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it does not hold of the project, one by one.
    pub losses: Vec<Diagnostic>,
}

/// Writes a project (`.qdpx`): valid, with its files, and the same bytes for the same project.
///
/// # Errors
/// Where it cannot be put into an archive.
pub fn write_project(project: &Project, file: &str) -> Result<Written, Box<Diagnostic>> {
    let encode::Encoded { root, files, losses } = encode::project(project, file);
    let text = xml::write(&root, PROJECT, PROJECT_SCHEMA);
    match package::pack(&text, &files) {
        Ok(bytes) => Ok(Written { bytes, losses }),
        Err(error) => {
            let told = Diagnostic::error("qda-not-packed", file, 0);
            Err(Box::new(told.with("reason", error)))
        }
    }
}

/// Writes the codes of a project alone (`.qdc`), with sets of codes.
///
/// # Errors
/// Where there is no code: the schema knows no empty codebook.
pub fn write_codebook(project: &Project, file: &str) -> Result<Written, Box<Diagnostic>> {
    if project.codes.is_empty() {
        return Err(Box::new(Diagnostic::error("qda-no-codes", file, 0)));
    }
    let encode::Encoded { root, mut losses, .. } = encode::codebook(project, file);
    losses.extend(loss::of_codebook(project, file));
    Ok(Written { bytes: xml::write(&root, CODEBOOK, CODEBOOK_SCHEMA), losses })
}
