//! What must hold of a comparison, whatever the texts are. Also used by the fuzz target.

use std::collections::BTreeSet;

use daryn_compare::features::{Codebook, Source};
use daryn_compare::{Counts, Level, Op, Package, Pair, Status, compare, reuse};
use daryn_read::{Document, read};

/// Memory that a comparison may take.
pub(crate) const fn memory(input: usize) -> usize {
    32_000_000 + 2_000 * input
}

/// Two texts of one input: its first byte says where the second one begins.
pub(crate) fn split(input: &[u8]) -> [Document; 2] {
    let (first, rest) = input.split_first().unwrap_or((&0, &[]));
    let (old, new) = rest.split_at(rest.len() * usize::from(*first) / 256);
    [read(old, "old.md"), read(new, "new.md")]
}

/// Compares two texts in every way.
pub(crate) fn check(documents: &[Document; 2]) {
    let [old, new] = documents;
    for level in [Level::Article, Level::Leaf] {
        let comparison = compare(old, new, level);
        let is_one_language = comparison.differences.is_none();
        for pairs in [&comparison.pairs, &comparison.outside] {
            check_pairs(pairs, is_one_language);
        }
        assert_eq!(comparison, compare(old, new, level));
        assert!(comparison.to_json()["pairs"].is_array());
        let own = compare(new, new, level);
        let counts = Counts::of(&own.pairs);
        assert_eq!(counts, Counts { kept: own.pairs.len(), ..Counts::default() });
    }
    let sources = ["old.md", "new.md"].iter().zip(documents).map(|(file, document)| Source {
        file,
        document,
        codes: Vec::new(),
    });
    let package = Package::make(&sources.collect::<Vec<_>>(), "sound", Codebook::default());
    let again = Package::read(package.to_json().as_bytes()).expect("a package");
    assert_eq!(again, package);
    let tables = package.tables();
    for one in &tables.novelty {
        assert!(one.novelty.is_none_or(|value| value.is_finite() && value > -1e-9));
    }
    assert!(tables.survival.iter().all(|one| one.survived + one.gone.len() == one.units));
    for one in reuse(&[("old.md", old), ("new.md", new)]) {
        assert!(one.containment.is_none_or(|share| (0.0..=1.0).contains(&share)));
    }
}

fn check_pairs(pairs: &[Pair], is_one_language: bool) {
    let mut seen = [BTreeSet::new(), BTreeSet::new()];
    for pair in pairs {
        for (side, unit) in [&pair.old, &pair.new].into_iter().enumerate() {
            if let Some(unit) = unit {
                assert!(seen[side].insert(unit.place));
            }
        }
        match pair.status {
            Status::New => assert!(pair.old.is_none() && pair.new.is_some()),
            Status::Dropped => assert!(pair.old.is_some() && pair.new.is_none()),
            _ => assert!(pair.old.is_some() && pair.new.is_some()),
        }
        let Some((old, new)) = pair.old.as_ref().zip(pair.new.as_ref()) else { continue };
        if !is_one_language || pair.difference.is_empty() {
            continue;
        }
        let text = |left: Op| -> String {
            let own = pair.difference.iter().filter(|piece| piece.op != left);
            own.map(|piece| match left {
                Op::New => piece.old_text.as_ref().unwrap_or(&piece.text).as_str(),
                _ => piece.text.as_str(),
            })
            .collect()
        };
        assert_eq!(text(Op::New), old.text.trim_start());
        assert_eq!(text(Op::Old), new.text.trim_start());
    }
}
