//! The archive of a project: one `.qde` file and a flat folder of sources.
//!
//! Nothing is ever written to disk, no name of an archive is used as a path, and what an archive
//! unpacks to is bounded by its size.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use daryn_model::Diagnostic;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::told::Told;

/// Most parts that an archive may have.
const MOST_PARTS: usize = 50_000;
/// Bytes that any archive may unpack to.
const FREE: u64 = 64 << 20;
/// Times its own size that an archive may unpack to beyond that; XML packs to a tenth or so.
const RATIO: u64 = 40;
/// Bytes beyond which an archive may only unpack to twice its own size, as films do.
const MOST: u64 = 512 << 20;

/// What an archive holds.
#[derive(Debug, Default)]
pub(crate) struct Package {
    /// The name of the project file in the archive.
    pub(crate) project: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Files of the folder of sources, by their name in it.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// Whether bytes begin as an archive does.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Unpacks an archive. None if there is no project in it; why is among the problems.
pub(crate) fn unpack(bytes: &[u8], file: &str, problems: &mut Told) -> Option<Package> {
    let error = |code| Diagnostic::error(code, file, 0);
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(_) => {
            problems.push(error("qda-damaged").with("part", ""));
            return None;
        }
    };
    let size = bytes.len() as u64;
    let limit = (FREE + RATIO * size).min(MOST.max(2 * size));
    if archive.len() > MOST_PARTS {
        problems.push(error("qda-bomb").with("limit", limit >> 20));
        return None;
    }
    let names: Vec<String> = archive
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).replace('\\', "/"))
        .collect();
    for name in names.iter().filter(|name| escapes(name)) {
        problems.push(Diagnostic::warning("qda-zip-path", file, 0).with("name", name));
    }
    for name in twins(bytes) {
        problems.push(Diagnostic::warning("qda-zip-twice", file, 0).with("name", name));
    }
    let project = project_name(&names, file, problems)?;
    let mut left = limit;
    let mut package =
        Package { project: names[project].clone(), bytes: Vec::new(), files: BTreeMap::new() };
    let mut seen = BTreeSet::new();
    // Of two files with one name that of the folder of sources is meant.
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|index| !is_in_sources(&names[*index]));
    for index in order {
        let name = &names[index];
        let own = file_name(name);
        if name.ends_with('/') || escapes(name) || is_of_the_system(name) {
            continue;
        }
        let part = match archive.by_index(index) {
            Ok(part) if !part.encrypted() => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) | Ok(_) => {
                problems.push(error("qda-password"));
                return None;
            }
            Err(_) => {
                problems.push(error("qda-damaged").with("part", name));
                continue;
            }
        };
        let mut content = Vec::new();
        let taken = part.take(left.saturating_add(1)).read_to_end(&mut content);
        match left.checked_sub(content.len() as u64) {
            Some(rest) => left = rest,
            None => {
                problems.push(error("qda-bomb").with("limit", limit >> 20));
                return None;
            }
        }
        if taken.is_err() {
            problems.push(error("qda-damaged").with("part", name));
            continue;
        }
        if index == project {
            package.bytes = content;
        } else if !seen.insert(own.to_lowercase()) {
            problems.push(Diagnostic::warning("qda-zip-twice", file, 0).with("name", name));
        } else {
            package.files.insert(own.to_owned(), content);
        }
    }
    Some(package)
}

/// Whether a file lies in the folder of sources.
fn is_in_sources(name: &str) -> bool {
    let folder = name.rsplit_once('/').map(|(folder, _)| file_name(folder));
    folder.is_some_and(|folder| folder.eq_ignore_ascii_case("sources"))
}

/// Names that stand twice in the list of an archive (APPNOTE.TXT 4.3.12 and 4.3.16). The library
/// keeps the last file of a name alone, and says nothing.
fn twins(bytes: &[u8]) -> Vec<String> {
    let number = |at: usize, length: usize| -> Option<usize> {
        let part = bytes.get(at..at.checked_add(length)?)?;
        Some(part.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
    };
    let walk = || -> Option<Vec<String>> {
        let from = bytes.len().saturating_sub(22 + 0xffff);
        let tail = bytes[from..].windows(4).rposition(|four| four == b"PK\x05\x06")?;
        let end = from + tail;
        let mut at = end.checked_sub(number(end + 12, 4)?)?;
        let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
        while at < end && bytes.get(at..at + 4)? == b"PK\x01\x02" {
            let lengths = [number(at + 28, 2)?, number(at + 30, 2)?, number(at + 32, 2)?];
            let name = bytes.get(at + 46..at + 46 + lengths[0])?;
            if !seen.insert(name) {
                found.push(String::from_utf8_lossy(name).into_owned());
            }
            at += 46 + lengths.iter().sum::<usize>();
        }
        Some(found)
    };
    walk().unwrap_or_default()
}

/// The project file: `project.qde` by the standard, but other programs use the name of the project
/// and other letters, and some archives have everything in one folder.
fn project_name(names: &[String], file: &str, problems: &mut Told) -> Option<usize> {
    let mut found: Vec<usize> = (0..names.len())
        .filter(|at| {
            let name = &names[*at];
            name.to_lowercase().ends_with(".qde")
                && name.matches('/').count() <= 1
                && !is_of_the_system(name)
                && !escapes(name)
        })
        .collect();
    let order = |at: &usize| {
        let name = names[*at].to_lowercase();
        (name.matches('/').count(), file_name(&name) != "project.qde", name)
    };
    found.sort_by_key(order);
    let chosen = *found.first().or_else(|| {
        problems.push(Diagnostic::error("qda-no-project", file, 0));
        None
    })?;
    if found.len() > 1 {
        let rest: Vec<&str> = found[1..].iter().map(|at| names[*at].as_str()).collect();
        let told = Diagnostic::warning("qda-several-projects", file, 0);
        problems.push(told.with("name", &names[chosen]).with("others", rest.join(", ")));
    }
    Some(chosen)
}

/// The last part of a name.
pub(crate) fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// What macOS adds to archives.
fn is_of_the_system(name: &str) -> bool {
    name.starts_with("__MACOSX/") || file_name(name).starts_with("._")
}

/// Whether a name leads out of the folder that an archive would be unpacked to.
fn escapes(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.as_bytes().get(1) == Some(&b':')
        || name.contains('\0')
        || name.split(['/', '\\']).any(|step| step == "..")
}

/// Packs a project. The same files give the same bytes on every machine: names in order, one time
/// for all, and nothing compressed, since compressed bytes change with the version of the library
/// and with the processor.
///
/// # Errors
/// Where a file is larger than an archive can hold.
pub(crate) fn pack(project: &[u8], files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    zip.start_file("project.qde", options)?;
    zip.write_all(project)?;
    for (name, bytes) in files {
        zip.start_file(format!("sources/{name}"), options.large_file(bytes.len() >> 32 > 0))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(names: &[&str]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(name.as_bytes()).expect("written");
        }
        zip.finish().expect("an archive").into_inner()
    }

    fn told(problems: Told) -> Vec<String> {
        problems.finish("a").into_iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn the_project_is_found_under_the_names_that_programs_give() {
        for (names, project) in [
            (&["project.qde", "sources/a.txt"][..], "project.qde"),
            (&["Sources/a.txt", "Board study.QDE"], "Board study.QDE"),
            (&["x/Project.qde", "x/sources/a.txt", "__MACOSX/x/._Project.qde"], "x/Project.qde"),
            (&["x\\Project.qde", "x\\sources\\a.txt"], "x/Project.qde"),
        ] {
            let mut problems = Told::default();
            let package = unpack(&archive(names), "a.qdpx", &mut problems).expect("a package");
            assert_eq!(package.project, project);
            assert_eq!(told(problems), Vec::<String>::new());
            assert!(package.files.keys().all(|name| name == "a.txt"), "{:?}", package.files);
        }
    }

    #[test]
    fn several_projects_and_none_are_told() {
        let mut problems = Told::default();
        let package = unpack(&archive(&["b.qde", "project.qde"]), "a", &mut problems);
        assert_eq!(package.expect("a package").project, "project.qde");
        assert!(unpack(&archive(&["a/b/c.qde", "../d.qde"]), "a", &mut problems).is_none());
        assert_eq!(told(problems), ["qda-several-projects", "qda-zip-path", "qda-no-project"]);
    }

    #[test]
    fn what_leads_out_is_passed_over_and_twins_are_told() {
        let mut problems = Told::default();
        let names = ["p.qde", "sources/../../x", "sources/A.txt", "other/a.TXT"];
        let package = unpack(&archive(&names), "a", &mut problems).expect("a package");
        assert_eq!(package.files.keys().collect::<Vec<_>>(), ["A.txt"]);
        assert_eq!(told(problems), ["qda-zip-path", "qda-zip-twice"]);
    }

    #[test]
    fn of_two_files_with_one_name_the_source_is_taken_and_the_other_is_told() {
        let mut problems = Told::default();
        let names = ["p.qde", "thumbs/a.txt", "sources/a.txt"];
        let package = unpack(&archive(&names), "a", &mut problems).expect("a package");
        assert_eq!(package.files["a.txt"], b"sources/a.txt");
        assert_eq!(told(problems), ["qda-zip-twice"]);
        // The list of the archive has one name twice: both entries are as long as each other.
        let mut bytes = archive(&["p.qde", "sources/a.txt", "sources/b.txt"]);
        for at in 0..bytes.len() - 13 {
            if &bytes[at..at + 13] == b"sources/b.txt" {
                bytes[at + 8] = b'a';
            }
        }
        let mut problems = Told::default();
        unpack(&bytes, "a", &mut problems).expect("a package");
        assert!(told(problems).contains(&"qda-zip-twice".to_owned()));
    }

    #[test]
    fn every_name_that_leads_out_is_told() {
        let mut problems = Told::default();
        let names = ["p.qde", "../x", "../../y", "C:z"];
        assert!(unpack(&archive(&names), "a", &mut problems).is_some());
        assert_eq!(told(problems), ["qda-zip-path"; 3]);
    }

    #[test]
    fn an_archive_that_unpacks_to_too_much_is_refused() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("project.qde", SimpleFileOptions::default()).expect("a part");
        for _ in 0..65 {
            zip.write_all(&vec![b' '; 1 << 20]).expect("written");
        }
        let bytes = zip.finish().expect("an archive").into_inner();
        assert!(bytes.len() < 200_000);
        let mut problems = Told::default();
        // 64 MB and 40 times the archive: a little more than is unpacked.
        assert!(unpack(&bytes, "a", &mut problems).is_some());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("project.qde", SimpleFileOptions::default()).expect("a part");
        for _ in 0..80 {
            zip.write_all(&vec![b' '; 1 << 20]).expect("written");
        }
        let bytes = zip.finish().expect("an archive").into_inner();
        assert!(unpack(&bytes, "a", &mut problems).is_none());
        assert_eq!(told(problems), ["qda-bomb"]);
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let files = BTreeMap::from([("b".to_owned(), vec![1]), ("a".to_owned(), vec![2])]);
        let bytes = pack(b"<x/>", &files).expect("an archive");
        assert_eq!(bytes, pack(b"<x/>", &files).expect("an archive"));
        let package = unpack(&bytes, "a", &mut Told::default()).expect("a package");
        assert_eq!((package.bytes, package.files), (b"<x/>".to_vec(), files));
    }
}
