//! The corpus of the fuzzer, all fixtures and hostile files are read: nothing panics, nothing takes
//! long, parts of each document agree, and memory stays within its bound.
//!
//! One test, so that no other thread allocates while memory is measured.

#![allow(clippy::print_stdout, reason = "what was measured is shown with --nocapture")]

mod sound;
#[path = "../../../fuzz/taken.rs"]
mod taken;

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::time::Instant;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use taken::{Taken, files};

/// Reads bytes under a name, and looks whether the document is sound.
fn read(taken: &mut Taken, title: &str, name: &str, bytes: &[u8]) {
    let bound = sound::memory(bytes.len());
    let document = taken.within(title, bound, || daryn_read::read(bytes, name));
    sound::check(&document);
}

/// A Word document of one part, packed.
fn docx(head: &str, piece: &str, count: usize) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    writer.write_all(head.as_bytes()).expect("written");
    let many = piece.repeat(count);
    writer.write_all(many.as_bytes()).expect("written");
    writer.finish().expect("an archive").into_inner()
}

/// Files that ask for much: one piece again and again behind a head, to a size that is just read or
/// just refused.
const HOSTILE: [(&str, &str, &str, usize); 31] = [
    ("a.html", "<html><body>", "<b>", 2_000_000),
    ("a.html", "<html><body>", "<b></b>", 200_000),
    ("a.html", "<html><body>", "<p>а", 150_000),
    ("a.html", "<html><body>", "<li>а", 250_000),
    ("a.html", "<html><body>", "</p>", 2_000_000),
    ("a.html", "<html><body>", "<!", 2_000_000),
    ("a.html", "<html><body>", "<ul><li>", 2_000_000),
    ("a.html", "<html><body><p><b 1><b 2><b 3><b 4><b 5><b 6><b 7><b 8>", "<p>x", 2_000_000),
    ("a.html", "<html><body><div><b 1><b 2><b 3><b 4></div>", "<p>x", 60_000),
    ("a.html", "<html><table>", "<tr><td></td></tr>", 300_000),
    ("a.html", "<html><table>", "<tr><td colspan=20>а", 300_000),
    ("a.html", "<html><table><tr>", "<td>", 2_000_000),
    ("a.html", "<html><body a", " b=c", 500_000),
    ("a.html", "<html>", "&amp;", 200_000),
    ("a.md", "", "> ", 300_000),
    ("a.md", "", "[a](", 500_000),
    ("a.md", "", "[", 300_000),
    ("a.md", "", " *a", 300_000),
    ("a.md", "", "|", 2_000_000),
    ("a.txt", "", "а\n", 150_000),
    ("a.txt", "", "аb\n", 150_000),
    ("a.txt", "", "аa.", 300_000),
    ("a.txt", "", "Статья 1. ", 200_000),
    ("a.txt", "", "\n", 2_000_000),
    ("a.rtf", "{\\rtf1 ", "{", 2_000_000),
    ("a.rtf", "{\\rtf1 ", "{}", 1_000_000),
    ("a.rtf", "{\\rtf1 ", "\\par a", 500_000),
    ("a.rtf", "{\\rtf1\\trowd\\cellx1\\intbl ", "\\cell ", 1_000_000),
    ("a.json", "{\"content\":", "[", 2_000_000),
    (
        "a.mht",
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n",
        "--b\n\n",
        1_000_000,
    ),
    ("a.pdf", "%PDF-1.7\n", "stream\n", 500_000),
];

#[test]
fn every_file_is_read_within_its_memory() {
    let start = Instant::now();
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut taken = Taken::default();
    for path in files(&own.join("../../fuzz/corpus/read")) {
        let input = fs::read(&path).expect("read");
        let (name, bytes) = sound::split(&input);
        read(&mut taken, &path.display().to_string(), name, &bytes);
    }
    for path in files(&own.join("tests/data")) {
        let name = path.file_name().expect("a name").to_string_lossy();
        read(&mut taken, &name, &name, &fs::read(&path).expect("read"));
    }
    for (name, head, piece, size) in HOSTILE {
        let bytes = [head, &piece.repeat(size / piece.len())].concat();
        read(&mut taken, &format!("{name}: {piece}"), name, bytes.as_bytes());
    }
    let body = "<w:document><w:body>";
    for (head, piece) in [
        (body, "<w:p/>"),
        (body, "<w:p><w:r><w:t>а</w:t></w:r></w:p>"),
        (body, "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        ("<w:document><w:body><w:tbl>", "<w:tr><w:tc/></w:tr>"),
        ("<w:document><w:body><w:p>", "<w:r>"),
        ("<w:document><w:body><w:p><w:r><w:t>", "          "),
    ] {
        read(&mut taken, piece, "a.docx", &docx(head, piece, 4_000_000 / piece.len()));
    }
    // A bomb: more than an archive of this size may unpack to.
    let bomb = docx("", " ", 70_000_000);
    read(&mut taken, "a bomb", "a.docx", &bomb);
    println!("{} files in {:?}", taken.files, start.elapsed());
    println!("most memory: {:?}, most time: {:?}", taken.memory, taken.time);
}
