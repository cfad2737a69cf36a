//! Whether a package holds together: everything that it names is there, and each unit of two texts
//! that follow each other stands in exactly one pair.

use std::collections::{BTreeSet, HashMap};

mod measures;

use super::{Aligned, Alignment, Broken, Features, Package, varied};
use crate::compare::Status;
use crate::unit::Level;

pub(super) fn check(package: &Package) -> Result<(), Broken> {
    let mut files = BTreeSet::new();
    // Tables name texts by their files.
    if let Some(same) = package.documents.iter().find(|it| !files.insert(it.file.as_str())) {
        return Err(Broken::Twice(same.file.clone()));
    }
    for document in &package.documents {
        passages(package, document)?;
        varied::check(package, document)?;
    }
    steps(package)?;
    for alignment in &package.alignments {
        aligned(package, alignment)?;
    }
    measures::check(package)
}

/// No text has so many code points; sums of smaller numbers stay whole.
const MOST: usize = 1 << 40;

fn passages(package: &Package, document: &Features) -> Result<(), Broken> {
    if document.references > MOST {
        return Err(Broken::Unknown(format!("{} references", document.file)));
    }
    let codes: BTreeSet<&str> = package.codebook.codes.iter().map(String::as_str).collect();
    let mut own = BTreeSet::new();
    for passage in &document.passages {
        let parent = passage.parent.as_deref().filter(|parent| !own.contains(parent));
        if let Some(parent) = parent {
            return Err(Broken::Unknown(parent.to_owned()));
        }
        // A word has one code point at least, and each is counted once among the stems.
        let each = passage.stems.iter().map(|[_, count]| *count as u128);
        let is_count = passage.words as u128 == each.sum::<u128>();
        if passage.characters > MOST || passage.words > passage.characters || !is_count {
            return Err(Broken::Unknown(format!("{} words", passage.id)));
        }
        let mut stems = passage.stems.iter().map(|[place, _]| *place);
        if let Some(place) = stems.find(|place| *place >= package.stems.len()) {
            return Err(Broken::Unknown(place.to_string()));
        }
        if let Some(code) = passage.codes.iter().find(|code| !codes.contains(code.as_str())) {
            return Err(Broken::Unknown(code.clone()));
        }
        if !own.insert(passage.id.as_str()) {
            return Err(Broken::Twice(passage.id.clone()));
        }
    }
    Ok(())
}

/// Each text and the next one are aligned once by articles and once by leaves.
fn steps(package: &Package) -> Result<(), Broken> {
    let count = package.documents.len();
    for asked in [Level::Article, Level::Leaf] {
        let own = || package.alignments.iter().filter(|one| one.asked == asked);
        for old in 0..count.saturating_sub(1) {
            if own().filter(|one| one.old == old && one.new == old + 1).count() != 1 {
                return Err(Broken::Steps(package.documents[old].file.clone()));
            }
        }
        if let Some(one) = own().find(|one| one.new != one.old + 1 || one.new >= count) {
            return Err(Broken::Unknown(one.old.max(one.new).to_string()));
        }
        let units: BTreeSet<Level> = own().map(|one| one.unit).collect();
        if let (true, Some(document)) = (units.len() > 1, package.documents.first()) {
            return Err(Broken::Steps(document.file.clone()));
        }
    }
    if package.alignments.iter().any(|one| one.asked == Level::Point) {
        return Err(Broken::Unknown("point".to_owned()));
    }
    Ok(())
}

fn aligned(package: &Package, alignment: &Alignment) -> Result<(), Broken> {
    for (side, place) in [alignment.old, alignment.new].into_iter().enumerate() {
        // Both are known from the steps.
        let Some(document) = package.documents.get(place) else { continue };
        let (units, outside) = units(document, alignment.unit);
        once(&units, &alignment.pairs, side, document)?;
        once(&outside, &alignment.outside, side, document)?;
    }
    let all = alignment.pairs.iter().chain(&alignment.outside);
    for pair in all {
        let fits = match pair.status {
            Status::Kept | Status::Edited | Status::Moved => {
                pair.old.is_some() && pair.new.is_some()
            }
            Status::New => pair.old.is_none() && pair.new.is_some(),
            Status::Dropped => pair.old.is_some() && pair.new.is_none(),
        };
        if !fits {
            let name = pair.new.as_ref().or(pair.old.as_ref());
            return Err(Broken::Unfit(name.cloned().unwrap_or_default()));
        }
    }
    Ok(())
}

/// Each unit with words stands once on its side, one without words at most once, and nothing else.
fn once(
    units: &HashMap<&str, bool>,
    pairs: &[Aligned],
    side: usize,
    document: &Features,
) -> Result<(), Broken> {
    let mut seen = BTreeSet::new();
    let known: BTreeSet<&str> = document.passages.iter().map(|it| it.id.as_str()).collect();
    for pair in pairs {
        let Some(id) = [&pair.old, &pair.new][side].as_deref() else { continue };
        if !known.contains(id) {
            return Err(Broken::Unknown(id.to_owned()));
        }
        if !units.contains_key(id) {
            return Err(Broken::Unfit(id.to_owned()));
        }
        if !seen.insert(id) {
            return Err(Broken::Twice(id.to_owned()));
        }
    }
    // In the order of the text, so that the first one is told.
    let mut needed = document.passages.iter().map(|it| it.id.as_str());
    let has_words = |id: &&str| units.get(id).copied().unwrap_or_default();
    match needed.find(|id| has_words(id) && !seen.contains(id)) {
        Some(id) => Err(Broken::LeftOut(id.to_owned())),
        None => Ok(()),
    }
}

/// Units of a document and leaves outside of them, with whether they have words.
fn units(document: &Features, level: Level) -> (HashMap<&str, bool>, HashMap<&str, bool>) {
    let kind = match level {
        Level::Article => "article",
        Level::Point => "point",
        Level::Leaf => "",
    };
    let parents: BTreeSet<&str> =
        document.passages.iter().filter_map(|it| it.parent.as_deref()).collect();
    let mut tops: HashMap<&str, Option<&str>> = HashMap::new();
    let (mut units, mut outside) = (HashMap::new(), HashMap::new());
    for passage in &document.passages {
        let id = passage.id.as_str();
        let around = passage.parent.as_deref().and_then(|parent| tops.get(parent).copied());
        let top = around.flatten().or((passage.kind == kind).then_some(id));
        tops.insert(id, top);
        if passage.apart {
            continue;
        }
        let is_leaf = !parents.contains(id);
        let has_words = is_leaf && passage.characters > 0;
        match top {
            Some(top) => {
                // An article that stands in a note is none.
                if top == id {
                    units.insert(id, false);
                }
                if let Some(found) = units.get_mut(top) {
                    *found |= has_words;
                }
            }
            None if is_leaf && level == Level::Leaf => {
                units.insert(id, has_words);
            }
            None if is_leaf => {
                outside.insert(id, has_words);
            }
            None => {}
        }
    }
    (units, outside)
}
