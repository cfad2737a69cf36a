//! Merges: nothing is lost, and no order matters.

use std::collections::BTreeSet;

use daryn_coding::merge::{Line, Merged, Reason, What, Work, merge};
use daryn_coding::{HandCoding, HandMemo};
use proptest::prelude::*;

use crate::{coding, memo, told, units, value};

fn work<'a>(codings: &'a [HandCoding], memos: &'a [HandMemo]) -> Work<'a> {
    Work { codings, memos }
}

fn of(base: &[HandCoding], ours: &[HandCoding], theirs: &[HandCoding]) -> Merged {
    merge(work(base, &[]), work(ours, &[]), work(theirs, &[]))
}

/// What each line tells, with the side, the code and what stands on both sides.
fn lines(merged: &Merged) -> Vec<(&str, &str, &str, &str, &str)> {
    (merged.lines.iter())
        .map(|line| {
            let code = line.key.code.as_deref().unwrap_or_default();
            (line.what.code(), line.what.side(), code, line.ours.as_str(), line.theirs.as_str())
        })
        .collect()
}

#[test]
fn what_one_side_or_both_did_alike_is_taken() {
    let units = units();
    let one = |code: &str, memo: &str| coding(&units[0], "Aru", code, memo);
    let base = [one("a", ""), one("b", ""), one("c", "old"), one("d", "")];
    // a is removed here, b there, c is noted here, e is added here and there, f there.
    let ours = [one("b", ""), one("c", "new"), one("d", ""), one("e", "")];
    let theirs = [one("a", ""), one("c", "old"), one("d", ""), one("e", ""), one("f", "x")];
    let merged = of(&base, &ours, &theirs);
    let codes: Vec<(&str, &str)> =
        merged.codings.iter().map(|one| (one.code.as_str(), one.memo.as_str())).collect();
    assert_eq!(codes, [("c", "new"), ("d", ""), ("e", ""), ("f", "x")]);
    assert_eq!(
        lines(&merged),
        [
            ("conflict-row", "", "", "b; c; d; e", "a; c; d; e; f"),
            ("removed", "ours", "a", "", ""),
            ("removed", "theirs", "b", "", ""),
            ("noted", "ours", "c", "new", "old"),
            ("added", "both", "e", "", ""),
            ("added", "theirs", "f", "", "x"),
        ]
    );
    assert_eq!(of(&base, &base, &base).lines, []);
    assert_eq!(of(&base, &ours, &base).conflicts().count(), 0);
}

#[test]
fn memos_changed_on_both_sides_are_both_kept_and_told() {
    let units = units();
    let one = |memo: &str| coding(&units[0], "Aru", "a", memo);
    let merged = of(&[one("old")], &[one("new")], &[one("other")]);
    assert_eq!(merged.codings, [one("new\nother")]);
    assert_eq!(lines(&merged), [("conflict-memo", "", "a", "new", "other")]);
    // Added by both with different memos, one of which holds the other.
    let merged = of(&[], &[one("x\ny")], &[one("y")]);
    assert_eq!(merged.codings, [one("x\ny")]);
    assert_eq!(merged.conflicts().count(), 1);
    // Removed by one, noted on by the other.
    let merged = of(&[one("old")], &[], &[one("important")]);
    assert_eq!(merged.codings, [one("important")]);
    assert_eq!(lines(&merged), [("conflict-removed", "", "a", "", "important")]);
    let problems = merged.told("coding.xlsx");
    assert_eq!(told(&problems), ["merge-removed"]);
    assert_eq!((value(&problems[0], "ours"), value(&problems[0], "theirs")), ("—", "important"));
}

#[test]
fn two_coders_who_code_a_passage_differently_are_told_once() {
    let units = units();
    let ours = [coding(&units[0], "Aru", "a", ""), coding(&units[1], "Aru", "a", "")];
    let theirs = [
        coding(&units[0], "Bek", "a", ""),
        coding(&units[0], "Bek", "b", ""),
        coding(&units[2], "Bek", "a", ""),
    ];
    let merged = of(&[], &ours, &theirs);
    assert_eq!(merged.codings.len(), 5);
    let conflicts: Vec<&Line> = merged.conflicts().collect();
    // One has not looked where the other gave a code: no conflict.
    let [line] = conflicts.as_slice() else { panic!("{conflicts:?}") };
    assert_eq!(line.what, What::Conflict(Reason::Coders));
    assert_eq!(
        (line.key.coder.as_str(), line.ours.as_str(), line.theirs.as_str()),
        ("Aru", "a", "Bek: a; b")
    );
    assert_eq!(line.quote, units[0].text);
}

#[test]
fn memos_without_a_code_are_merged_too() {
    let units = units();
    let one = |text: &str| memo(&units[0], "Aru", text);
    let (ours, theirs) = ([one("new"), memo(&units[1], "Aru", "mine")], [one("other")]);
    let merged = merge(work(&[], &[one("old")]), work(&[], &ours), work(&[], &theirs));
    assert_eq!(merged.memos, [one("new\nother"), memo(&units[1], "Aru", "mine")]);
    let found: Vec<&str> = merged.lines.iter().map(|line| line.what.code()).collect();
    assert_eq!(found, ["conflict-memo", "added"]);
    assert_eq!(value(&merged.told("a")[0], "code"), "—");
}

/// Codings of two coders in three passages with few codes and memos, so that they meet.
fn codings() -> impl Strategy<Value = Vec<HandCoding>> {
    let one = (0usize..3, 0usize..2, 0usize..3, 0usize..3).prop_map(|(unit, coder, code, note)| {
        let coder = ["Aru", "Bek"][coder];
        coding(&units()[unit], coder, ["a", "b", "c"][code], ["", "x", "y\nx"][note])
    });
    prop::collection::vec(one, 0..12)
}

fn place(one: &HandCoding) -> (usize, &str, &str) {
    (one.start, &one.coder, &one.code)
}

/// Places and codes without what was noted.
fn keys(codings: &[HandCoding]) -> BTreeSet<(usize, &str, &str)> {
    codings.iter().map(place).collect()
}

proptest! {
    #[test]
    fn nothing_is_lost(base in codings(), ours in codings(), theirs in codings()) {
        let merged = of(&base, &ours, &theirs);
        let [before, our, their] = [keys(&base), keys(&ours), keys(&theirs)];
        let after = keys(&merged.codings);
        prop_assert_eq!(after.len(), merged.codings.len());
        // Each coding is there, or one side removed it, and a line says so.
        for key in before.union(&our).chain(&their) {
            let is_told = merged.lines.iter().any(|line| {
                let own = (line.key.start, line.key.coder.as_str(), line.key.code.as_deref());
                own == (key.0, key.1, Some(key.2)) && line.what.code() == "removed"
            });
            let was_removed = before.contains(key) && !(our.contains(key) && their.contains(key));
            prop_assert!(after.contains(key) || (is_told && was_removed), "{:?}", key);
        }
        prop_assert!(after.iter().all(|key| our.contains(key) || their.contains(key)));
        // Each line of a memo that a side added or changed is there, whatever the other side did.
        for (side, other) in [(&ours, &theirs), (&theirs, &ours)] {
            for one in side.iter() {
                let same = |all: &[HandCoding]| -> BTreeSet<String> {
                    let same = all.iter().filter(|own| place(own) == place(one));
                    same.flat_map(|own| own.memo.lines().map(str::to_owned)).collect()
                };
                let (then, now, there) = (same(&base), same(side), same(other));
                let kept = same(&merged.codings);
                if now != then {
                    prop_assert!(now.is_subset(&kept) || there.is_superset(&now), "{:?} {:?}", one, kept);
                }
            }
        }
    }

    #[test]
    fn no_order_matters(base in codings(), ours in codings(), theirs in codings()) {
        let merged = of(&base, &ours, &theirs);
        let turned = |codings: &[HandCoding]| codings.iter().rev().cloned().collect::<Vec<_>>();
        prop_assert_eq!(&merged, &of(&turned(&base), &turned(&ours), &turned(&theirs)));
        let other = of(&base, &theirs, &ours);
        prop_assert_eq!(&merged.codings, &other.codings);
        let swapped = |line: &Line| {
            let side = match line.what.side() { "ours" => "theirs", "theirs" => "ours", side => side };
            // Who of two coders stands first does not depend on sides.
            match line.what {
                What::Conflict(Reason::Coders) => (line.key.clone(), line.what.code(), "", line.ours.clone(), line.theirs.clone()),
                _ => (line.key.clone(), line.what.code(), side, line.theirs.clone(), line.ours.clone()),
            }
        };
        let plain = |line: &Line| (line.key.clone(), line.what.code(), line.what.side(), line.ours.clone(), line.theirs.clone());
        let left: BTreeSet<_> = merged.lines.iter().map(plain).collect();
        let right: BTreeSet<_> = other.lines.iter().map(swapped).collect();
        prop_assert_eq!(left, right);
    }

    #[test]
    fn what_is_merged_again_stays(base in codings(), ours in codings(), theirs in codings()) {
        let merged = of(&base, &ours, &theirs);
        prop_assert_eq!(&of(&merged.codings, &merged.codings, &merged.codings).codings, &merged.codings);
        // Without a base nothing is removed.
        let all = of(&[], &ours, &theirs);
        let both: BTreeSet<_> = keys(&ours).union(&keys(&theirs)).copied().collect();
        prop_assert_eq!(keys(&all.codings), both);
    }
}
