//! What must hold of any bytes that somebody calls a project or a codebook. Also used by the fuzz
//! target.

use std::io::{Cursor, Write};

use daryn_coding::refi_qda::{Project, read, tables, write_codebook, write_project};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Checks bytes whose first one chooses how the rest is taken: as it is, or as a project file and,
/// after a zero, the text of a source in an archive.
pub(crate) fn check_chosen(input: &[u8]) {
    let Some((first, rest)) = input.split_first() else { return };
    if first.is_multiple_of(2) {
        return check(rest);
    }
    let (project, text) = match rest.iter().position(|byte| *byte == 0) {
        Some(at) => (&rest[..at], &rest[at + 1..]),
        None => (rest, &b""[..]),
    };
    check(&packed(project, text));
}

/// A project file and a text in an archive, under names as other programs choose them.
pub(crate) fn packed(project: &[u8], text: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in
        [("Board.QDE", project), ("Sources/a.txt", text), ("Sources/a.docx", b"PK")]
    {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

/// Reads bytes, and writes and reads again what was read: nothing panics, and the second writing is
/// the first.
pub(crate) fn check(bytes: &[u8]) {
    let (project, problems) = read(bytes, "файл");
    assert!(project.is_some() || !problems.is_empty(), "nothing, and nothing said");
    let Some(project) = project else { return };
    for table in [
        tables::segments(&project),
        tables::matrix(&project),
        tables::counts(&project),
        tables::co_occurrence(&project),
    ] {
        let width = table.head.len();
        assert!(table.rows.iter().all(|row| row.len() == width));
        let mut head = table.head.clone();
        head.sort();
        head.dedup();
        assert_eq!(head.len(), width, "a column twice: {:?}", table.head);
    }
    stays(&project);
}

/// Whether a project that is written and read gives the same bytes again.
pub(crate) fn stays(project: &Project) -> Project {
    let once = write_project(project, "a.qdpx").expect("written");
    let (again, problems) = read(&once.bytes, "a.qdpx");
    let again = again.unwrap_or_else(|| panic!("not read again: {problems:?}"));
    let twice = write_project(&again, "a.qdpx").expect("written");
    assert!(once.bytes == twice.bytes, "{}", first_difference(&once.bytes, &twice.bytes));
    if let Ok(book) = write_codebook(project, "a.qdc") {
        let (again, problems) = read(&book.bytes, "a.qdc");
        let again = again.unwrap_or_else(|| panic!("not read again: {problems:?}"));
        let twice = write_codebook(&again, "a.qdc").expect("written");
        assert!(book.bytes == twice.bytes, "{}", first_difference(&book.bytes, &twice.bytes));
    }
    again
}

fn first_difference(one: &[u8], other: &[u8]) -> String {
    // Before that stand checksums.
    let pairs = one.iter().zip(other).enumerate().skip(100);
    let at = pairs.into_iter().find(|(_, (a, b))| a != b).map_or(0, |(at, _)| at);
    let around = |bytes: &[u8]| {
        let range = at.saturating_sub(300)..(at + 200).min(bytes.len());
        String::from_utf8_lossy(&bytes[range]).into_owned()
    };
    format!("first: {}\n\nsecond: {}", around(one), around(other))
}
