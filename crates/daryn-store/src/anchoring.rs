//! Codings in texts that changed: found again, or told as to be looked at.

use std::collections::{BTreeMap, BTreeSet};

use daryn_read::anchor::{self, Anchor};

use crate::event::{Change, Coding, Moved, Review};
use crate::state::{Held, Place, State};
use crate::text::{Anchors, Text};

/// What follows for codings from the texts as they are now: nothing where each coding was looked
/// for in these texts before. A coding is moved where the same words stand; where other words stand
/// between the same neighbours, or none, somebody must look at it.
///
/// A text that has another name now is known by its digest; where only the name of the document is
/// another one, the coding is moved to it.
#[must_use]
pub fn changes(state: &State, texts: &[Text]) -> Vec<Change> {
    let by_file: BTreeMap<&str, &Text> = texts.iter().map(|text| (&*text.file, text)).collect();
    let by_digest: BTreeMap<&str, &Text> =
        texts.iter().rev().map(|text| (&*text.digest, text)).collect();
    let mut work: BTreeMap<&str, Vec<&Held>> = BTreeMap::new();
    let mut gone: Vec<Review> = Vec::new();
    for held in state.codings.values() {
        let made = &held.made;
        // A document may get another name, as when it gets a row. One that is lost has none.
        let (file, document) = match &held.place {
            Place::Moved(moved) | Place::Changed(moved) => (&moved.file, Some(&moved.document)),
            Place::Made => (&made.file, Some(&made.document)),
            Place::Lost => (&made.file, None),
        };
        let is_known = |text: &Text| {
            text.digest == held.text
                && text.file == *file
                && document.is_none_or(|document| *document == text.document)
        };
        let made_in = by_digest.get(made.text.as_str());
        match by_file.get(file.as_str()).or(made_in) {
            Some(text) if is_known(text) => {}
            Some(text) => work.entry(&text.file).or_default().push(held),
            None if held.text.is_empty() => {}
            None => gone.push(Review { id: held.made.id.clone(), found: None }),
        }
    }
    let mut changes = Vec::new();
    for (file, held) in work {
        let text = by_file[file];
        let anchors = Anchors::of(text);
        let (mut moved, mut review) = (Vec::new(), Vec::new());
        for held in held {
            match find(held, text, &anchors) {
                Found::Same(place) => moved.push(place),
                Found::Changed(place) => {
                    let found = Some(Box::new(place));
                    review.push(Review { id: held.made.id.clone(), found });
                }
                Found::Lost => review.push(Review { id: held.made.id.clone(), found: None }),
            }
        }
        changes.push(Change::Anchored { text: text.digest.clone(), moved, review });
    }
    if !gone.is_empty() {
        changes.push(Change::Anchored { text: String::new(), moved: Vec::new(), review: gone });
    }
    changes
}

/// Ids of codings that some changes leave to be looked at.
#[must_use]
pub fn to_review(changes: &[Change]) -> BTreeSet<&str> {
    let reviews = changes.iter().flat_map(|change| match change {
        Change::Anchored { review, .. } => review.as_slice(),
        _ => &[],
    });
    reviews.map(|review| review.id.as_str()).collect()
}

enum Found {
    Same(Moved),
    Changed(Moved),
    Lost,
}

fn find(held: &Held, text: &Text, anchors: &Anchors<'_>) -> Found {
    let made = &held.made;
    let at = |start: usize, end: usize| moved(made, text, anchors, start, end);
    if made.text == text.digest {
        return at(made.start, made.end).map_or(Found::Lost, Found::Same);
    }
    let place = |anchor: &Anchor| match anchor::resolve(anchor, &text.read.text) {
        anchor::Place::Same(start, end) => at(text.point(start), text.point(end)).map(Found::Same),
        anchor::Place::Changed(start, end) => {
            at(text.point(start), text.point(end)).map(Found::Changed)
        }
        anchor::Place::Lost => None,
    };
    // Its neighbours may have changed step by step: what it was found by last is tried first. That
    // a place was only likely is not forgotten.
    let last = match &held.place {
        Place::Moved(moved) => place(&moved.anchor),
        Place::Changed(moved) => match place(&moved.anchor) {
            Some(Found::Same(moved) | Found::Changed(moved))
                if moved.anchor.quote != made.anchor.quote =>
            {
                Some(Found::Changed(moved))
            }
            found => found,
        },
        Place::Made | Place::Lost => None,
    };
    last.or_else(|| place(&made.anchor)).unwrap_or(Found::Lost)
}

fn moved(
    made: &Coding,
    text: &Text,
    anchors: &Anchors<'_>,
    start: usize,
    end: usize,
) -> Option<Moved> {
    let anchor = anchors.make(start, end)?;
    let passage = made.passage.as_ref().and_then(|_| text.passage(start, end));
    let (id, document, file) = (made.id.clone(), text.document.clone(), text.file.clone());
    Some(Moved { id, document, file, passage, start, end, anchor })
}
