//! Codings of people between the store and the ways of coding without a window.

use std::collections::BTreeMap;

use daryn_coding::lists::{headings, headings_before};
use daryn_coding::merge::{self, Merged, Work};
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::{HandCoding, HandMemo, Unit};
use daryn_read::{anchor::Anchor, document};
use daryn_store::text::Anchors;
use daryn_store::{By, Change, Coding, Held, Text};

use crate::coded::Coded;
use crate::sources;

/// Codings and notes as those ways take them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hands {
    pub(crate) codings: Vec<HandCoding>,
    pub(crate) memos: Vec<HandMemo>,
}

impl Hands {
    fn work(&self) -> Work<'_> {
        Work { codings: &self.codings, memos: &self.memos }
    }
}

/// What is known by one place, coder and code.
type Key = (String, usize, usize, String, String);

impl Coded {
    /// Passages of the study, to be coded: its leaves, but for notes of editors and tables of
    /// contents.
    pub(crate) fn units(&self) -> Vec<Unit> {
        let mut units = Vec::new();
        for text in &self.texts {
            let read = &text.read;
            let before = headings_before(read);
            for place in read.leaves().into_iter().filter(|place| !read.is_apart(*place)) {
                let passage = &read.passages[place];
                units.push(Unit {
                    document: self.name(text).to_owned(),
                    passage: document::name(place),
                    start: passage.first,
                    end: passage.last,
                    heading: headings(read, &before, place),
                    text: read.words(passage).to_owned(),
                });
            }
        }
        units
    }

    /// What people coded, as far as its place is known.
    pub(crate) fn hands(&self) -> Hands {
        let mut hands = Hands::default();
        for held in self.state.in_order() {
            if let Some(hand) = self.hand(held) {
                match hand.code.is_empty() {
                    true => hands.memos.push(hand.into()),
                    false => hands.codings.push(hand),
                }
            }
        }
        hands
    }

    fn hand(&self, held: &Held) -> Option<HandCoding> {
        let (spot, made) = (held.spot()?, &held.made);
        let text = self.texts.iter().find(|text| text.file == spot.file)?;
        Some(HandCoding {
            document: self.name(text).to_owned(),
            passage: spot.passage.map(str::to_owned),
            start: spot.start,
            end: spot.end,
            quote: spot.quote.to_owned(),
            code: made.code.clone(),
            coder: made.coder.clone(),
            time: made.time.clone(),
            version: made.version.clone(),
            memo: held.memo.clone(),
        })
    }

    /// What follows for the store from work that came back: `base` is what it began with. What was
    /// changed on both sides is kept on both, and told by the merge.
    pub(crate) fn merged(&self, base: &Hands, theirs: &Hands) -> (Merged, Vec<Change>) {
        let named = |hands: &Hands| self.named(hands);
        let (base, theirs, ours) = (named(base), named(theirs), self.hands());
        let merged = merge::merge(base.work(), ours.work(), theirs.work());
        let mut there: BTreeMap<Key, &Held> = BTreeMap::new();
        for held in self.state.in_order() {
            if let Some(hand) = self.hand(held) {
                there.entry(key(&hand)).or_insert(held);
            }
        }
        let notes = merged.memos.iter().cloned().map(HandCoding::from);
        let all: Vec<HandCoding> = merged.codings.iter().cloned().chain(notes).collect();
        let (mut new, mut notes) = (Vec::new(), Vec::new());
        let mut left = there.clone();
        for hand in all {
            match left.remove(&key(&hand)) {
                Some(held) if held.memo != hand.memo => {
                    notes.push((held.made.id.clone(), hand.memo));
                }
                Some(_) => {}
                None if !there.contains_key(&key(&hand)) => new.push(hand),
                None => {}
            }
        }
        let removed: Vec<String> = left.values().map(|held| held.made.id.clone()).collect();
        let mut changes = Vec::new();
        let codings = self.placed(new);
        if !codings.is_empty() {
            changes.push(Change::Codings { codings });
        }
        if !removed.is_empty() {
            changes.push(Change::Removed { codings: removed });
        }
        if !notes.is_empty() {
            changes.push(Change::Noted { notes });
        }
        (merged, changes)
    }

    /// The same with documents as they are called now.
    fn named(&self, hands: &Hands) -> Hands {
        let name = |document: &str, place, quote: &str| match self.text(document, place, quote) {
            Some(text) => self.name(text).to_owned(),
            None => document.to_owned(),
        };
        let mut hands = hands.clone();
        for one in &mut hands.codings {
            one.document = name(&one.document, (one.start, one.end), &one.quote);
        }
        for one in &mut hands.memos {
            one.document = name(&one.document, (one.start, one.end), &one.quote);
        }
        hands
    }

    /// Codings with their anchors. Where other words stand at the place by now, the quotation is
    /// all that is known, and is looked for as in any text that changed.
    fn placed(&self, hands: Vec<HandCoding>) -> Vec<Coding> {
        // A coding that was taken back and is given again is another one.
        let stamp = sources::now();
        let anchors: Vec<Anchors<'_>> = self.texts.iter().map(Anchors::of).collect();
        let codings = hands.into_iter().map(|hand| {
            let place = (hand.start, hand.end);
            let text = self.text(&hand.document, place, &hand.quote);
            let is_there =
                text.filter(|text| text.words(hand.start, hand.end) == Some(&hand.quote));
            let at =
                is_there.and_then(|text| self.texts.iter().position(|own| own.file == text.file));
            let anchor = at.and_then(|at| anchors[at].make(hand.start, hand.end));
            let digest = is_there.map_or_else(|| "unknown".to_owned(), |text| text.digest.clone());
            made(hand, text, digest, anchor, &stamp)
        });
        codings.collect()
    }
}

/// A coding with its id, which is the same for the same coding and stamp. Where it is not known
/// when it was made, it was made by now.
pub(crate) fn made(
    hand: HandCoding,
    text: Option<&Text>,
    digest: String,
    anchor: Option<Anchor>,
    stamp: &str,
) -> Coding {
    let place = [hand.start, hand.end].map(|place| place.to_string());
    let file = text.map_or(hand.document.as_str(), |text| &text.file);
    let parts = ["hand", file, &place[0], &place[1], &hand.code, &hand.coder, stamp];
    let quoted = || Anchor {
        quote: hand.quote.clone(),
        prefix: String::new(),
        suffix: String::new(),
        position: 0,
        page: None,
        times: 1,
        reader: daryn_read::READER,
    };
    Coding {
        id: Guid::derived(&parts).to_string(),
        document: text.map_or_else(|| hand.document.clone(), |text| text.document.clone()),
        file: file.to_owned(),
        passage: hand.passage,
        start: hand.start,
        end: hand.end,
        text: digest,
        anchor: anchor.unwrap_or_else(quoted),
        code: hand.code,
        coder: hand.coder,
        by: By::Person,
        time: Some(hand.time.unwrap_or_else(sources::now)),
        version: hand.version,
        memo: hand.memo,
    }
}

fn key(hand: &HandCoding) -> Key {
    (hand.document.clone(), hand.start, hand.end, hand.coder.clone(), hand.code.clone())
}
