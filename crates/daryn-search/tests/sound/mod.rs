//! What must hold of search, whatever is asked and whatever became of the index. Also used by the
//! fuzz target.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use daryn_read::Document;
use daryn_search::{Damaged, Hit, Index, Keep, Pattern, Query, pattern, words};
use daryn_study::Digest;
use tempfile::TempDir;

const FILES: [(&str, &str); 3] = [
    (
        "a.md",
        "# Правила\n\n### Статья 12-1. Понятия\n\n1. Мигрант – лицо, которое въехало в страну.\n\n\
         2. Квота на мигрантов и её размер:\n\n   1) на 2025 год – 5 %;\n\n   2) для городов № 7.\n\n\
         > *Сноска. Статья 12-1 с изменением о мигрантах.*\n",
    ),
    (
        "b.txt",
        "Халықтың көшi-қоны туралы ереже\n\nЖас мамандардың көші-қонға құқығы бар, ал маман \
         келісім жасайды.\n\nКөші қон емес.\n",
    ),
    ("c.txt", "The migrants’ quota isn't a limit.\n\nQuotas, naïve e\u{301}t\u{ad}é 🙂 x\u{0}y.\n"),
];

const BUILD: &str = "sound";

/// Memory that a search of these texts may take: an expression may take 20 MB compiled, and there are
/// two of it, each with a cache.
pub(crate) const fn memory(input: usize) -> usize {
    100 * 1_000_000 + 20 * input
}

/// A folder of texts, its index, and the bytes of that.
struct Texts {
    folder: TempDir,
    index: Index,
    documents: Vec<Document>,
    segment: (PathBuf, Vec<u8>),
    manifest: (PathBuf, Vec<u8>),
}

static TEXTS: LazyLock<Texts> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let documents = folder.path().join("documents");
    fs::create_dir(&documents).expect("a folder");
    let long_ago =
        std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for (name, text) in FILES {
        fs::write(documents.join(name), text).expect("written");
        // The time of a new file is not trusted.
        let file = fs::File::options().write(true).open(documents.join(name)).expect("opened");
        file.set_modified(long_ago).expect("an old file");
    }
    open(folder.path());
    // In memory: the files of the other are written over.
    let keep = Keep { folder: None, build: BUILD };
    let index = Index::open(&documents, keep, &|_, _, _| {}).expect("an index");
    let inside = |path: &Path| -> Vec<PathBuf> {
        fs::read_dir(path).expect("a folder").map(|one| one.expect("an entry").path()).collect()
    };
    let kept = inside(&folder.path().join("cache/search-v1")).remove(0);
    let file = |is: fn(&str) -> bool| {
        let path = inside(&kept).into_iter().find(|path| is(&path.to_string_lossy()));
        let path = path.expect("a file of the index");
        let bytes = fs::read(&path).expect("read");
        (path, bytes)
    };
    let segment = file(|path| path.ends_with(".segment"));
    let manifest = file(|path| path.ends_with("manifest"));
    let read = |(name, text): (&str, &str)| daryn_read::read(text.as_bytes(), name);
    Texts { index, documents: FILES.map(read).into(), segment, manifest, folder }
});

fn open(folder: &Path) -> Index {
    let cache = folder.join("cache");
    let keep = Keep { folder: Some(&cache), build: BUILD };
    Index::open(&folder.join("documents"), keep, &|_, _, _| {}).expect("an index")
}

/// Makes ready what is not to be measured.
pub(crate) fn prepare() {
    LazyLock::force(&TEXTS);
    check(b"\0word");
    check("\u{2}\\w+".as_bytes());
}

/// Panics unless everything holds of an input of the corpus: its first byte tells what the rest is.
pub(crate) fn check(input: &[u8]) {
    let Some((way, rest)) = input.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match way % 7 {
        0 => asked(&text, false),
        1 => asked(&text, true),
        2 => expression(&text, false),
        3 => expression(&text, true),
        4 => changed(rest),
        5 => {
            // A list of parts whose head is right.
            let head = format!("daryn-search 1 {} {}\n", Digest::of(rest), rest.len());
            damaged(&TEXTS.manifest.0, &[head.as_bytes(), rest].concat());
        }
        _ => {
            // A part of the index whose table of contents has the right checksum.
            let trailer = [
                &0_u64.to_le_bytes()[..],
                &(rest.len() as u64).to_le_bytes(),
                &crc32fast::hash(rest).to_le_bytes(),
                b"daryn-s2",
            ];
            damaged(&TEXTS.segment.0, &[rest, &trailer.concat()].concat());
        }
    }
}

/// Words.
fn asked(text: &str, stems: bool) {
    let Ok(query) = Query::parse(text) else { return };
    let hits = words(&TEXTS.index, &query, stems).expect("an index that is whole");
    stand_there(&hits);
}

/// A regular expression finds in each leaf what it finds there without an index.
fn expression(text: &str, ignore_case: bool) {
    let Ok(asked) = Pattern::new(text, ignore_case) else { return };
    let hits = pattern(&TEXTS.index, &asked).expect("an index that is whole");
    stand_there(&hits);
    let plain = regex::RegexBuilder::new(text).case_insensitive(ignore_case).build();
    // What daryn allows to be larger than others do is not compared.
    let Ok(plain) = plain else { return };
    let mut found = Vec::new();
    for (number, document) in TEXTS.documents.iter().enumerate() {
        for place in document.leaves() {
            let leaf = &document.passages[place];
            let words = document.words(leaf);
            for one in plain.find_iter(words).filter(|one| !one.is_empty()) {
                let start = leaf.first + words[..one.start()].chars().count();
                found.push((number, place, start, start + one.as_str().chars().count()));
            }
        }
    }
    let hits: Vec<_> = hits
        .iter()
        .map(|hit| {
            let place = (hit.document as usize, hit.passage as usize);
            (place.0, place.1, hit.start as usize, hit.end as usize)
        })
        .collect();
    assert_eq!(hits, found, "{text}");
}

/// Hits are in order and say what stands in their documents.
fn stand_there(hits: &[Hit]) {
    assert!(hits.is_sorted_by_key(|hit| (hit.document, hit.start, hit.end)));
    for hit in hits {
        let document = &TEXTS.documents[hit.document as usize];
        let leaf = &document.passages[hit.passage as usize];
        assert!(leaf.first <= hit.start as usize && hit.end as usize <= leaf.last);
        assert!(hit.start < hit.end, "nothing is found");
        let shown = [hit.left(), hit.matched(), hit.right()].concat();
        let first = hit.start as usize - hit.left().chars().count();
        let stands: String =
            document.text.chars().skip(first).take(shown.chars().count()).collect();
        assert_eq!(shown, stands);
        assert_eq!(hit.matched().chars().count(), (hit.end - hit.start) as usize);
    }
}

/// Bytes of the index that are changed: hits are those of the documents, or damage is told.
fn changed(edits: &[u8]) {
    let Some((which, edits)) = edits.split_first() else { return };
    let (path, good) = if which.is_multiple_of(2) { &TEXTS.segment } else { &TEXTS.manifest };
    let mut bytes = good.clone();
    for edit in edits.chunks_exact(3).take(20) {
        let place = usize::from(u16::from_le_bytes([edit[0], edit[1]]));
        match bytes.get_mut(place) {
            Some(byte) => *byte ^= edit[2],
            None => bytes.truncate(place % good.len()),
        }
    }
    let index = damaged(path, &bytes);
    let asked = |text: &str| Query::parse(text).expect("a query");
    for (text, count) in [("мигрант*", 3), ("көші-қоны", 1), ("quota", 1)] {
        let found = words(&index, &asked(text), false);
        assert!(found.as_ref().is_ok_and(|hits| hits.len() == count) || found == Err(Damaged));
    }
}

/// Opens the index with other bytes in the place of a file, asks, and puts the file back.
fn damaged(path: &Path, bytes: &[u8]) -> Index {
    let texts = &*TEXTS;
    fs::write(path, bytes).expect("written");
    let index = open(texts.folder.path());
    let asked = Query::parse("к*").expect("a query");
    for stems in [false, true] {
        let _ = words(&index, &asked, stems);
    }
    let _ = words(&index, &Query::parse("маман").expect("a query"), true);
    let _ = pattern(&index, &Pattern::new("[а-я]+", true).expect("an expression"));
    // The index may have been mended, under other names.
    let folder = path.parent().expect("a folder");
    for file in fs::read_dir(folder).expect("a folder") {
        let _ = fs::remove_file(file.expect("an entry").path());
    }
    for (path, bytes) in [&texts.segment, &texts.manifest] {
        fs::write(path, bytes).expect("written");
    }
    index
}
