//! Worked by hand on two texts of a few passages.

use super::*;
use crate::Package;

/// Old: 100 words, of these 10 + 10 under `a`; new: 200 words, of these 30 + 8 under `a`.
///
/// With all: 200 and 190 of 1,000, it falls. Without the clue `new-word` the old text has 10 (100),
/// the new one 38 (190): it rises. Without the rule `a-all` the code is nowhere.
fn package(change: impl Fn(&mut serde_json::Value)) -> Result<Package, crate::features::Broken> {
    let mut value = serde_json::json!({
        "features": crate::features::VERSION, "program": "p", "reader": 1,
        "codebook": {"id": "c", "version": "1", "rules": "1", "codes": ["a", "b"]},
        "stems": ["w"],
        "documents": [
            {"file": "old", "sha256": "0", "language": "ru", "references": 0,
             "passages": [
                {"id": "p1", "kind": "paragraph", "characters": 999, "words": 10, "stems": [[0, 10]], "codes": ["a"]},
                {"id": "p2", "kind": "paragraph", "characters": 999, "words": 10, "stems": [[0, 10]], "codes": ["a"]},
                {"id": "p3", "kind": "paragraph", "characters": 999, "words": 80, "stems": [[0, 80]]}],
             "leave_one_out": [
                {"part": {"clue": "new-word"}, "lost": {"a": ["p2"]}},
                {"part": {"clue": "aside"}, "gained": {"b": ["p1"]}},
                {"part": {"rule": "a-all"}, "lost": {"a": ["p1", "p2"]}}],
             "readings": [
                {"passage": "p1", "readers": [["a", "b"], ["b"]]},
                {"passage": "p3", "readers": [["a"], []]}]},
            {"file": "new", "sha256": "1", "language": "ru", "references": 0,
             "passages": [
                {"id": "p1", "kind": "paragraph", "characters": 999, "words": 30, "stems": [[0, 30]], "codes": ["a"]},
                {"id": "p2", "kind": "paragraph", "characters": 999, "words": 8, "stems": [[0, 8]], "codes": ["a"]},
                {"id": "p3", "kind": "paragraph", "characters": 999, "words": 162, "stems": [[0, 162]], "codes": ["b"]}],
             "leave_one_out": [
                {"part": {"rule": "a-all"}, "lost": {"a": ["p1", "p2"]}},
                {"part": {"rule": "b-all"}, "lost": {"b": ["p3"]}}]},
        ],
        "alignments": [
            {"asked": "article", "unit": "leaf", "old": 0, "new": 1, "outside": [], "pairs": []},
            {"asked": "leaf", "unit": "leaf", "old": 0, "new": 1, "outside": [], "pairs": []},
        ],
    });
    let pairs = serde_json::json!(["p1", "p2", "p3"].map(|id| serde_json::json!(
        {"status": "edited", "old": id, "new": id}
    )));
    for at in [0, 1] {
        value["alignments"][at]["pairs"] = pairs.clone();
    }
    change(&mut value);
    Package::read(value.to_string().as_bytes())
}

fn clue(name: &str) -> Part {
    Part::Clue(name.to_owned())
}

fn rule(name: &str) -> Part {
    Part::Rule(name.to_owned())
}

#[test]
fn ranges_over_single_omissions() {
    let package = package(|_| {}).expect("a package");
    let ranges = ranges(&package);
    let told: Vec<_> = ranges
        .iter()
        .map(|row| {
            (row.file.as_str(), row.code.as_str(), row.least.words, row.words, row.most.words)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("old", "a", 10, 20, 20),
            ("old", "b", 0, 0, 10),
            ("new", "a", 38, 38, 38),
            ("new", "b", 162, 162, 162)
        ]
    );
    assert_eq!(ranges[0].least.without, Some(clue("new-word")));
    assert_eq!((ranges[0].least.per_1000, ranges[0].per_1000), (Some(100.0), Some(200.0)));
    assert_eq!(ranges[0].most.without, None);
    // The rule of the code is no smaller codebook for it, but none at all.
    assert_eq!(ranges[0].emptied_by, [rule("a-all")]);
    assert_eq!(ranges[1].most.without, Some(clue("aside")));
    assert_eq!(ranges[1].passages, ["p1"]);
    assert_eq!(ranges[3].emptied_by, [rule("b-all")]);
}

#[test]
fn a_direction_that_turns() {
    let package = package(|_| {}).expect("a package");
    let changes = changes(&package);
    let a = &changes[0];
    assert_eq!((a.code.as_str(), a.verdict), ("a", Verdict::DoesNotHold));
    assert_eq!((a.per_1000, a.change), ([200.0, 190.0], -10.0));
    assert_eq!(a.turned_by, [clue("new-word")]);
    // It rises from nothing; the clue that gives it to the old text, too, leaves it rising.
    assert_eq!((changes[1].verdict, changes[1].change), (Verdict::Holds, 810.0));
}

#[test]
fn a_code_that_hangs_on_its_rule_alone_was_not_varied() {
    let without_clues = |value: &mut serde_json::Value| {
        let parts = value["documents"][0]["leave_one_out"].as_array_mut().expect("parts");
        parts.retain(|part| part["part"]["rule"].is_string());
    };
    let changes = changes(&package(without_clues).expect("a package"));
    assert_eq!(changes.iter().map(|it| it.verdict).collect::<Vec<_>>(), [Verdict::NotVaried; 2]);
    assert!(changes.iter().all(|it| it.turned_by.is_empty()));
}

#[test]
fn shares_that_are_equal_are_no_change() {
    let equal = |value: &mut serde_json::Value| {
        for (at, words) in [(1, 10), (2, 160)] {
            let passage = &mut value["documents"][1]["passages"][at];
            passage["words"] = words.into();
            passage["stems"] = serde_json::json!([[0, words]]);
        }
    };
    let changes = changes(&package(equal).expect("a package"));
    assert_eq!((changes[0].verdict, changes[0].change), (Verdict::NoChange, 0.0));
}

#[test]
fn languages_are_not_set_beside_each_other_and_old_packages_give_nothing() {
    let kazakh = |value: &mut serde_json::Value| value["documents"][1]["language"] = "kk".into();
    let two = package(kazakh).expect("a package");
    assert!(changes(&two).is_empty() && !ranges(&two).is_empty());
    let without = |value: &mut serde_json::Value| {
        for at in [0, 1] {
            let document = value["documents"][at].as_object_mut().expect("a document");
            document.remove("leave_one_out");
            document.remove("readings");
        }
    };
    let old = package(without).expect("a package");
    assert!(ranges(&old).is_empty() && changes(&old).is_empty() && coders(&old).is_empty());
    assert!(!old.to_json().contains("leave_one_out"));
}

#[test]
fn readers_beside_rules() {
    let coders = coders(&package(|_| {}).expect("a package"));
    let told: Vec<_> = coders
        .iter()
        .map(|row| {
            let counts = row.readers.each_ref().map(Vec::len);
            (row.file.as_str(), row.code.as_str(), row.read, counts, row.rules.len())
        })
        .collect();
    // Rules gave the code to p2, too, which nobody read.
    assert_eq!(told, [("old", "a", 2, [2, 0], 1), ("old", "b", 2, [1, 1], 0)]);
}

#[test]
fn what_does_not_fit_is_told() {
    use crate::features::Broken;
    let told = |at: &str, to: serde_json::Value| {
        let change = |value: &mut serde_json::Value| {
            *value.pointer_mut(at).expect("a place") = to.clone();
        };
        package(change).expect_err("a problem")
    };
    let unknown = |name: &str| Broken::Unknown(name.to_owned());
    let first = "/documents/0/leave_one_out/0";
    assert_eq!(told(&format!("{first}/lost/a/0"), "p9".into()), unknown("p9"));
    assert_eq!(told(&format!("{first}/lost/a/0"), "p3".into()), unknown("p3 a"));
    let gained = serde_json::json!({"b": ["p3", "p3"]});
    assert_eq!(told("/documents/0/leave_one_out/1/gained", gained), Broken::Twice("p3 b".into()));
    let gained = serde_json::json!({"a": ["p1"]});
    assert_eq!(told("/documents/0/leave_one_out/1/gained", gained), unknown("p1 a"));
    let lost = serde_json::json!({"x": ["p1"]});
    assert_eq!(told(&format!("{first}/lost"), lost), unknown("x"));
    let part = serde_json::json!({"clue": "aside"});
    assert_eq!(told(&format!("{first}/part"), part), Broken::Twice("aside".into()));
    assert_eq!(told("/documents/0/readings/0/passage", "p9".into()), unknown("p9"));
    assert_eq!(told("/documents/0/readings/0/passage", "p3".into()), Broken::Twice("p3".into()));
    let readers = serde_json::json!([["x"], []]);
    assert_eq!(told("/documents/0/readings/1/readers", readers), unknown("x"));
}

#[test]
fn a_text_without_words_has_no_change_to_or_from() {
    let package = package(|value| {
        for at in 0..3 {
            let passage = &mut value["documents"][0]["passages"][at];
            passage["words"] = 0.into();
            passage["stems"] = serde_json::json!([]);
        }
    });
    assert_eq!(changes(&package.expect("a package")), []);
}

#[test]
fn numbers_that_no_text_has_are_told() {
    let told = |key: &str, value: serde_json::Value| {
        package(|it| it["documents"][0]["passages"][0][key] = value.clone()).map(|_| ())
    };
    let words = Err(crate::features::Broken::Unknown("p1 words".to_owned()));
    assert_eq!(told("words", 11.into()), words);
    assert_eq!(told("words", u64::MAX.into()), words);
    assert_eq!(told("stems", serde_json::json!([[0, 5], [0, u64::MAX]])), words);
    assert_eq!(told("characters", 3.into()), words);
    assert_eq!(told("characters", u64::MAX.into()), words);
    let references = package(|it| it["documents"][0]["references"] = u64::MAX.into());
    let meant = crate::features::Broken::Unknown("old references".to_owned());
    assert_eq!(references.map(|_| ()), Err(meant));
    let sentence = "Министерство создает центры";
    let named = package(|it| {
        it["documents"][0]["leave_one_out"][0]["part"] = serde_json::json!({"clue": sentence});
    });
    let meant = crate::features::Broken::Unknown(sentence.to_owned());
    assert_eq!(named.map(|_| ()), Err(meant));
}
