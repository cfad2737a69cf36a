//! The index: what is read again, and what becomes of damaged bytes.

mod folder;

use std::fs;

use daryn_search::{Index, Pattern, Query, pattern, words};
use folder::Folder;
use proptest::prelude::*;

fn count(index: &Index, query: &str) -> Result<usize, daryn_search::Damaged> {
    words(index, &Query::parse(query).expect("a query"), false).map(|hits| hits.len())
}

#[test]
fn only_what_changed_is_read_again() {
    let folder = Folder::of(&[
        ("a.txt", "Визы и квоты."),
        ("b.txt", "Виза."),
        ("c/d.md", "Квота."),
        ("f.txt", "Иное."),
        ("g.txt", "Иное."),
    ]);
    assert_eq!(folder.index().read, 5);
    let index = folder.index();
    assert_eq!((index.read, index.documents.len()), (0, 5));
    folder.write("b.txt", "Теперь здесь квота.");
    folder.write("e.txt", "Новая квота.");
    fs::remove_file(folder.documents().join("c/d.md")).expect("removed");
    let index = folder.index();
    assert_eq!((index.read, index.damaged), (2, false));
    assert_eq!(index.documents, ["a.txt", "b.txt", "e.txt", "f.txt", "g.txt"]);
    assert_eq!((count(&index, "виза"), count(&index, "квота")), (Ok(0), Ok(2)));
    // Written again with the same words: looked at, not read.
    folder.write("e.txt", "Новая квота.");
    let index = folder.index();
    assert_eq!((index.read, count(&index, "квота")), (0, Ok(2)));
    // Another build of the program believes nothing of it.
    let cache = folder.cache();
    let keep = daryn_search::Keep { folder: Some(&cache), build: "another" };
    let index = Index::open(&folder.documents(), keep, &|_, _, _| {}).expect("an index");
    assert_eq!((index.read, index.damaged), (5, false));
}

#[test]
fn many_changes_leave_few_segments_and_no_hit_twice() {
    let folder = Folder::of(&[]);
    for number in 0..40 {
        folder.write(&format!("{number}.txt"), &format!("Квота номер {number}."));
        let index = folder.index();
        assert_eq!(count(&index, "квота"), Ok(number + 1));
    }
    assert!(folder.kept().len() <= 19, "{:?}", folder.kept());
}

#[test]
fn nothing_is_written_into_the_folder_and_nothing_kept_is_no_hindrance() {
    let folder = Folder::of(&[("a.txt", "Виза.")]);
    fs::write(folder.cache(), "a file, so that no folder can be made").expect("written");
    let index = folder.index();
    assert!(index.not_kept.is_some());
    assert_eq!(count(&index, "виза"), Ok(1));
    assert_eq!(fs::read_dir(folder.documents()).expect("a folder").count(), 1);
}

#[test]
fn what_is_no_document_is_passed_over_and_what_cannot_be_read_is_told() {
    let files =
        [("a.txt", "Виза."), ("b.csv", "виза,1"), ("c.pdf", "%PDF-1.7"), (".x/a.txt", "Виза.")];
    let folder = Folder::of(&files);
    fs::write(folder.documents().join("picture"), b"\x89PNG\r\n").expect("written");
    for _ in 0..2 {
        let index = folder.index();
        assert_eq!((index.documents.as_slice(), index.skipped), (&["a.txt".to_owned()][..], 2));
        let codes: Vec<(&str, &str)> = index
            .problems
            .iter()
            .map(|problem| (problem.file.as_str(), problem.code.as_str()))
            .collect();
        assert_eq!(codes, [("c.pdf", "read-pdf-broken")]);
    }
}

#[test]
fn recognised_text_beside_a_pdf_is_searched_as_its_own() {
    let folder = Folder::of(&[("b.txt", "Виза.")]);
    let made = concat!(env!("CARGO_MANIFEST_DIR"), "/../daryn-read/tests/data/pdf/scan-only.pdf");
    fs::copy(made, folder.documents().join("scan.pdf")).expect("copied");
    assert_eq!(count(&folder.index(), "стипендия"), Ok(0));
    let side = folder.documents().join("scan.pdf.txt");
    for (text, hits) in [("Стипендия.", 1), ("Стипендия, стипендия.", 2)]
    {
        fs::write(&side, text).expect("written");
        let index = folder.index();
        assert_eq!(index.documents, ["b.txt", "scan.pdf"]);
        assert_eq!(count(&index, "стипендия"), Ok(hits));
    }
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let folder = Folder::of(&[("a.txt", "Виза."), ("b/c.txt", "Виза.")]);
    std::os::unix::fs::symlink("..", folder.documents().join("b/up")).expect("a link");
    std::os::unix::fs::symlink("nowhere", folder.documents().join("lost.txt")).expect("a link");
    assert_eq!(folder.index().documents, ["a.txt", "b/c.txt"]);
}

#[test]
fn a_file_that_is_missing_makes_the_index_anew() {
    let folder = Folder::of(&[("a.txt", "Виза.")]);
    folder.index();
    for place in 0..2 {
        fs::remove_file(&folder.kept()[place]).expect("removed");
        let index = folder.index();
        assert_eq!(count(&index, "виза"), Ok(1));
        assert_eq!(index.read, 1);
    }
}

const TEXT: &str = "Халықтың көші-қоны туралы заң.\n\nМамандардың құқығы.\n\n1. Виза и квота.\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever happens to a byte of an index, hits are those of the documents, or damage is told.
    #[test]
    fn damaged_bytes_are_never_believed(
        place in any::<prop::sample::Index>(),
        file in any::<prop::sample::Index>(),
        change in 1..=255_u8,
        cut: bool,
    ) {
        let folder = Folder::of(&[("a.txt", TEXT), ("b.txt", "Виза.\n\nКвота.\n")]);
        folder.index();
        let kept = folder.kept();
        prop_assert_eq!(kept.len(), 2);
        let path = file.get(&kept);
        let mut bytes = fs::read(path).expect("read");
        let place = place.index(bytes.len());
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] ^= change;
        }
        fs::write(path, bytes).expect("written");
        let index = folder.index();
        for (query, expected) in [("виза", 2), ("көші-қоны", 1), ("мамандардың", 1), ("к*", 3)] {
            let found = count(&index, query);
            prop_assert!(found.is_err() || found == Ok(expected), "{query}: {found:?}");
        }
        let found = words(&index, &Query::parse("маман").expect("a query"), true);
        prop_assert!(found.is_err() || found.is_ok_and(|hits| hits.len() == 1));
        let found = pattern(&index, &Pattern::new(r"[Вв]иза|к\w+", false).expect("good"));
        prop_assert!(found.is_err() || found.is_ok_and(|hits| hits.len() == 4));
    }
}
