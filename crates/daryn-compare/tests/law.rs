//! The migration law of Kazakhstan of 2014 against that of 2023.

#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::path::{Path, PathBuf};

use daryn_compare::{Counts, DifferenceKind, Level, Note, Status, compare};
use daryn_read::{Document, read};

fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("DARYN_SHARED").map_or(beside, PathBuf::from);
    let law = folder.join("data/documents/law-2011-0722-migration");
    if !law.is_dir() {
        eprintln!("skipped: no {}", law.display());
        return None;
    }
    Some(law)
}

fn law(folder: &Path, name: &str) -> Document {
    read(&std::fs::read(folder.join(name)).expect("a text"), name)
}

#[test]
fn articles_of_the_law() {
    let Some(folder) = shared() else { return };
    let (old, new) = (law(&folder, "rus.2014.md"), law(&folder, "rus.2023-04-19.md"));
    let comparison = compare(&old, &new, Level::Article);
    let labels = |status: Status, rewritten: bool| -> Vec<&str> {
        let pairs = comparison.pairs.iter().filter(|pair| {
            pair.status == status
                && pair.notes.contains(&Note::RewrittenUnderTheSameNumber) == rewritten
        });
        pairs.filter_map(|pair| pair.new.as_ref().or(pair.old.as_ref())?.label.as_deref()).collect()
    };
    assert_eq!(labels(Status::New, false), ["6-1", "17-1", "19-1", "19-2", "21-1", "60-1"]);
    assert!(labels(Status::Dropped, false).is_empty());
    assert_eq!(labels(Status::New, true), ["37", "52", "53"]);
    assert_eq!(labels(Status::Dropped, true), ["37", "52", "53"]);
    assert!(labels(Status::Moved, false).is_empty());
    let counts = Counts::of(&comparison.pairs);
    assert_eq!((counts.kept, counts.edited), (17, 46));
    // Of these only a title and a note of the repeal is left.
    let repealed = |note: Note| -> Vec<&str> {
        let pairs = comparison.pairs.iter().filter(|pair| pair.notes.contains(&note));
        pairs.filter_map(|pair| pair.new.as_ref()?.label.as_deref()).collect()
    };
    let of_2023 = ["8-1", "16", "17", "17-1", "18", "19", "21", "22"];
    assert_eq!(repealed(Note::RepealedInNew), of_2023);
    assert_eq!(repealed(Note::RepealedInOld), ["16", "17", "19", "22"]);
    for pair in comparison.pairs.iter().filter(|pair| pair.status == Status::Edited) {
        assert_eq!(
            pair.old.as_ref().and_then(|unit| unit.label.as_ref()),
            pair.new.as_ref().and_then(|unit| unit.label.as_ref())
        );
    }
    for level in [Level::Article, Level::Leaf] {
        let own = compare(&new, &new, level);
        let counts = Counts::of(&own.pairs);
        assert_eq!(counts, Counts { kept: own.pairs.len(), ..Counts::default() });
        let outside = Counts::of(&own.outside);
        assert_eq!(outside, Counts { kept: own.outside.len(), ..Counts::default() });
    }
}

#[test]
fn the_kazakh_text_against_the_russian_one() {
    let Some(folder) = shared() else { return };
    let (kk, ru) = (law(&folder, "kaz.2023.md"), law(&folder, "rus.2023-04-19.md"));
    // What is repealed in one is repealed in the other, whatever the language of the note.
    for level in [Level::Article, Level::Leaf] {
        let pairs = compare(&kk, &ru, level).pairs;
        let of = |note: Note| -> Vec<usize> {
            (0..pairs.len()).filter(|at| pairs[*at].notes.contains(&note)).collect()
        };
        assert_eq!(of(Note::RepealedInOld), of(Note::RepealedInNew), "{level:?}");
        assert!(!of(Note::RepealedInOld).is_empty());
    }
    let comparison = compare(&kk, &ru, Level::Article);
    let found: Vec<(DifferenceKind, &str, Option<&str>, Option<&str>)> = comparison
        .differences
        .iter()
        .flatten()
        .map(|one| {
            assert!(one.in_note);
            let label = one.label.as_deref().unwrap_or_default();
            (one.kind, label, one.old.as_deref(), one.new.as_deref())
        })
        .collect();
    let date = |label| {
        let (kk, ru) = ("31.12.2016 № 41-VI", "30.12.2016 № 41-VI");
        (DifferenceKind::Date, label, Some(kk), Some(ru))
    };
    // Each of them was read in both texts: nothing else is told, and each of these is so.
    let missing = (DifferenceKind::Number, "14", None, Some("13.05.2020 № 327-VI"));
    assert_eq!(found, [missing, date("43-1"), date("43-2"), date("48"), date("49")]);
    let counts = Counts::of(&comparison.pairs);
    assert_eq!((counts.kept, counts.edited, counts.new + counts.dropped), (67, 5, 0));
}

#[test]
fn the_rules_of_internships_in_two_languages() {
    let Some(folder) = shared() else { return };
    let folder = folder.with_file_name("gov-2022-1005-research-internships");
    let (kk, ru) = (law(&folder, "kaz.md"), law(&folder, "rus.md"));
    let comparison = compare(&kk, &ru, Level::Article);
    // Every point has its counterpart, and nothing differs.
    let counts = Counts::of(&comparison.pairs);
    assert_eq!(counts, Counts { kept: 30, ..Counts::default() });
    assert_eq!(comparison.differences, Some(Vec::new()));
}
