//! Codings of people between the store and the ways of coding without a window.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use daryn_coding::lists::{headings, headings_before};
use daryn_coding::merge::{self, Merged, Work};
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::review::{Decision, Review, Verdict};
use daryn_coding::{HandCoding, HandMemo, Unit};
use daryn_read::{anchor::Anchor, document};
use daryn_store::text::Anchors;
use daryn_store::{By, Change, Coding, Held, Said, Text};

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

    fn take(&mut self, hand: HandCoding) {
        match hand.code.is_empty() {
            true => self.memos.push(hand.into()),
            false => self.codings.push(hand),
        }
    }

    /// What a workbook said, on its passages.
    pub(crate) fn of(said: &[Said], units: &[Unit]) -> Hands {
        let mut hands = Hands::default();
        for Said { unit, coder, code, memo } in said.iter().cloned() {
            if let Some(unit) = units.get(unit) {
                hands.take(HandCoding { coder, code, memo, ..unit.coding() });
            }
        }
        hands
    }

    /// What one coder did is what it is in others; gives how much that is.
    pub(crate) fn as_in(&mut self, others: &Hands, coder: &str, units: &[Unit]) -> usize {
        self.codings.retain(|one| one.coder != coder);
        self.memos.retain(|one| one.coder != coder);
        let codings = others.codings.iter().filter(|one| one.coder == coder);
        self.codings.extend(codings.cloned());
        self.memos.extend(others.memos.iter().filter(|one| one.coder == coder).cloned());
        self.said(units).iter().filter(|one| one.coder == coder).count()
    }

    /// The same, as it is kept.
    pub(crate) fn said(&self, units: &[Unit]) -> BTreeSet<Said> {
        let place: BTreeMap<(&str, &str), usize> = (units.iter().enumerate())
            .map(|(at, unit)| ((unit.document.as_str(), unit.passage.as_str()), at))
            .collect();
        let notes = self.memos.iter().cloned().map(HandCoding::from);
        let said = self.codings.iter().cloned().chain(notes).filter_map(|one| {
            let passage = one.passage.as_deref().unwrap_or_default();
            let unit = *place.get(&(one.document.as_str(), passage))?;
            Some(Said { unit, coder: one.coder, code: one.code, memo: one.memo })
        });
        said.collect()
    }
}

/// What is known by one passage of a workbook, coder and code.
type Key = (usize, String, String);

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
        self.state.in_order().into_iter().filter_map(|held| self.hand(held)).for_each(|hand| {
            hands.take(hand);
        });
        hands
    }

    fn hand(&self, held: &Held) -> Option<HandCoding> {
        let (spot, made) = (held.spot()?, &held.made);
        let text = self.texts.iter().find(|text| text.file == spot.file)?;
        Some(HandCoding {
            document: self.name(text).to_owned(),
            // Whoever marks all words of a passage elsewhere codes the passage.
            passage: spot.passage.map(str::to_owned).or_else(|| text.passage(spot.start, spot.end)),
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

    /// What follows for the store from a workbook that came back: `base` is what it said before.
    /// What was changed on both sides is kept on both, and told by the merge.
    ///
    /// All is compared on the passages of the workbook, wherever they stand today: what was coded
    /// at one of them by one person is one thing, however many codings of it are held, and whether
    /// or not somebody must look at them.
    pub(crate) fn merged(
        &self,
        units: &[Unit],
        base: &Hands,
        theirs: &Hands,
    ) -> (Merged, Vec<Change>) {
        let places = today(self, units);
        let there = self.held_on(units, &places);
        let mut ours = Hands::default();
        for ((at, coder, code), held) in &there {
            for one in held {
                let made = &one.made;
                ours.take(HandCoding {
                    coder: coder.clone(),
                    code: code.clone(),
                    time: made.time.clone(),
                    version: made.version.clone(),
                    memo: one.memo.clone(),
                    ..units[*at].coding()
                });
            }
        }
        let merged = merge::merge(base.work(), ours.work(), theirs.work());
        // Notes of several codings as one.
        let joined = merge::merge(ours.work(), ours.work(), ours.work());
        let place: BTreeMap<(&str, &str), usize> = (units.iter().enumerate())
            .map(|(at, unit)| ((unit.document.as_str(), unit.passage.as_str()), at))
            .collect();
        let by_key = |merged: &Merged| -> BTreeMap<Key, HandCoding> {
            let notes = merged.memos.iter().cloned().map(HandCoding::from);
            let all = merged.codings.iter().cloned().chain(notes);
            all.filter_map(|one| {
                let passage = one.passage.as_deref().unwrap_or_default();
                let at = *place.get(&(one.document.as_str(), passage))?;
                Some(((at, one.coder.clone(), one.code.clone()), one))
            })
            .collect()
        };
        let (after, before) = (by_key(&merged), by_key(&joined));
        let (mut removed, mut notes) = (Vec::new(), Vec::new());
        for (key, held) in &there {
            let ids = held.iter().map(|held| held.made.id.clone());
            match after.get(key) {
                None => removed.extend(ids),
                Some(one) if before.get(key).is_none_or(|before| before.memo != one.memo) => {
                    notes.extend(ids.map(|id| (id, one.memo.clone())));
                }
                Some(_) => {}
            }
        }
        let new = after.into_iter().filter(|(key, _)| !there.contains_key(key));
        let new = new.map(|((at, ..), hand)| here(hand, places[at]));
        let mut changes = Vec::new();
        let codings = self.placed(new.collect());
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

    /// What follows for the store from what a supervisor decided: another code is a coding of the
    /// supervisor's; all else is noted on the place, with the code and the coder that it is about.
    /// What was noted before stays above it.
    pub(crate) fn decided(&self, review: &Review) -> Vec<Change> {
        let unit = |coding: &HandCoding| Unit {
            document: coding.document.clone(),
            passage: coding.passage.clone().unwrap_or_default(),
            start: coding.start,
            end: coding.end,
            heading: String::new(),
            text: coding.quote.clone(),
        };
        let mut units: Vec<Unit> = Vec::new();
        let mut words: BTreeMap<Key, Vec<String>> = BTreeMap::new();
        for Decision { coding, by, verdict, comment } in &review.decisions {
            let (sign, code) = match verdict {
                Some(Verdict::Agree) => ("+ ", String::new()),
                Some(Verdict::Disagree) => ("− ", String::new()),
                Some(Verdict::Other(code)) => ("− ", code.clone()),
                None => ("", String::new()),
            };
            let colon = if comment.is_empty() { "" } else { ": " };
            let line = format!("{sign}{} ({}){colon}{comment}", coding.code, coding.coder);
            let is = |one: &Unit| {
                (&one.document, one.start, one.end) == (&coding.document, coding.start, coding.end)
            };
            let at = units.iter().position(is).unwrap_or_else(|| {
                units.push(unit(coding));
                units.len() - 1
            });
            words.entry((at, by.clone(), code)).or_default().push(line);
        }
        let places = today(self, &units);
        let there = self.held_on(&units, &places);
        let (mut new, mut notes) = (Vec::new(), Vec::new());
        for (key, lines) in words {
            let held = there.get(&key).and_then(|held| held.first());
            let before = held.map_or("", |held| held.memo.as_str());
            let mut memo = before.to_owned();
            for line in lines {
                if !format!("\n{memo}\n").contains(&format!("\n{line}\n")) {
                    let end = if memo.is_empty() { "" } else { "\n" };
                    memo = memo + end + &line;
                }
            }
            match held {
                Some(held) if memo != before => notes.push((held.made.id.clone(), memo)),
                Some(_) => {}
                None => {
                    let (at, coder, code) = key;
                    let passage = Some(units[at].passage.clone()).filter(|name| !name.is_empty());
                    let hand = HandCoding { code, coder, memo, passage, ..units[at].coding() };
                    new.push(here(hand, places[at]));
                }
            }
        }
        let mut changes = Vec::new();
        if !new.is_empty() {
            changes.push(Change::Codings { codings: self.placed(new) });
        }
        if !notes.is_empty() {
            changes.push(Change::Noted { notes });
        }
        changes
    }

    /// Codings and notes on the passages of a workbook, those among them that are to be looked at.
    fn held_on(&self, units: &[Unit], places: &[Today<'_>]) -> BTreeMap<Key, Vec<&Held>> {
        let mut at: HashMap<(&str, usize, usize), usize> = HashMap::new();
        let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
        for (unit, place) in places.iter().enumerate() {
            if let Some((text, start, end)) = place {
                at.insert((&text.file, *start, *end), unit);
            }
            words.entry(&units[unit].text).or_default().push(unit);
        }
        // Where the passage is gone, or the coding is not found again, they are known by the words.
        let by_words = |held: &Held, quote: &str| {
            let made = &held.made;
            let is_lost = held.is_to_review();
            let is = |unit: &&usize| {
                let name = &units[**unit].document;
                (name == &made.document || name == &made.file)
                    && (is_lost || places[**unit].is_none())
            };
            let found: Vec<&usize> = words.get(quote).into_iter().flatten().filter(is).collect();
            let same = found.iter().find(|unit| units[***unit].start == made.start);
            same.or(found.first()).map(|unit| **unit)
        };
        let mut there: BTreeMap<Key, Vec<&Held>> = BTreeMap::new();
        for held in self.state.in_order() {
            let spot = held.spot();
            let here = spot.and_then(|spot| at.get(&(spot.file, spot.start, spot.end)).copied());
            let quotes = [Some(held.made.anchor.quote.as_str()), spot.map(|spot| spot.quote)];
            let otherwise = || quotes.into_iter().flatten().find_map(|quote| by_words(held, quote));
            if let Some(unit) = here.or_else(otherwise) {
                let key = (unit, held.made.coder.clone(), held.made.code.clone());
                there.entry(key).or_default().push(held);
            }
        }
        there
    }

    /// Codings with their anchors. Where other words stand at the place by now, the quotation is
    /// all that is known, and is looked for as in any text that changed.
    fn placed(&self, hands: Vec<HandCoding>) -> Vec<Coding> {
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
            // Copies of a study that take in the same get the same coding.
            let id = self.new_id(&hand, text, &digest);
            made(hand, text, digest, anchor, id)
        });
        codings.collect()
    }

    /// The id of a coding that is new: the same for the same one, unless it was taken back before
    /// and is given again.
    fn new_id(&self, hand: &HandCoding, text: Option<&Text>, stamp: &str) -> String {
        let first = id(hand, text, stamp);
        let is_used =
            |id: &String| self.state.removed.contains(id) || self.state.codings.contains_key(id);
        match is_used(&first) {
            true => id(hand, text, &format!("{stamp} {} {}", sources::now(), self.last)),
            false => first,
        }
    }
}

impl Coded {
    /// A coding that was taken back and stands in its document still, or again, as another one;
    /// nothing where that is held.
    pub(crate) fn given_again(&self, coding: &Coding) -> Option<Coding> {
        let known = |one: &Coding| {
            (&one.text, one.start, one.end, &one.code, &one.coder)
                == (&coding.text, coding.start, coding.end, &coding.code, &coding.coder)
        };
        let is_held = self.state.codings.values().any(|held| known(&held.made));
        let stamp = format!("{} {}", sources::now(), self.last);
        let id = Guid::derived(&["again", &coding.id, &stamp]).to_string();
        (!is_held).then(|| Coding { id, ..coding.clone() })
    }
}

/// The id of a coding that was made here.
pub(crate) fn id(hand: &HandCoding, text: Option<&Text>, stamp: &str) -> String {
    let place = [hand.start, hand.end].map(|place| place.to_string());
    let file = text.map_or(hand.document.as_str(), |text| &text.file);
    let parts = ["hand", file, &place[0], &place[1], &hand.code, &hand.coder, stamp];
    Guid::derived(&parts).to_string()
}

/// The text in which a passage of a workbook stands today, and its place there.
type Today<'a> = Option<(&'a Text, usize, usize)>;

/// A coding of a passage as it stands today.
fn here(hand: HandCoding, place: Today<'_>) -> HandCoding {
    let Some((text, start, end)) = place else { return hand };
    let passage = hand.passage.and_then(|_| text.passage(start, end));
    HandCoding { document: text.file.clone(), passage, start, end, ..hand }
}

/// Places by the words that stand there.
type ByWords<'a> = HashMap<&'a str, Vec<(usize, usize)>>;

/// Where passages of a workbook stand today. Words that stand as often as they did are told apart
/// by their order; else they are looked for where they stood, and then in the whole text.
fn today<'a>(study: &'a Coded, units: &[Unit]) -> Vec<Today<'a>> {
    let of_texts: Vec<(&Text, ByWords<'_>)> = study.texts.iter().map(by_words).collect();
    let mut before: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for unit in units {
        before.entry((&unit.document, &unit.text)).or_default().push(unit.start);
    }
    before.values_mut().for_each(|starts| starts.sort_unstable());
    let place = |unit: &Unit| {
        let is = |text: &Text| text.document == unit.document || text.file == unit.document;
        let texts = || of_texts.iter().filter(|(text, _)| is(text));
        let starts = &before[&(unit.document.as_str(), unit.text.as_str())];
        let in_order = texts().find_map(|(text, words)| {
            let places = words.get(unit.text.as_str())?;
            let at = starts.iter().position(|start| *start == unit.start)?;
            let (start, end) = *places.get(at).filter(|_| places.len() == starts.len())?;
            Some((*text, start, end))
        });
        let where_it_was = || {
            let (start, end) = (unit.start, unit.end);
            let is = |text: &&Text| text.words(start, end) == Some(&unit.text);
            texts().map(|(text, _)| *text).find(is).map(|text| (text, start, end))
        };
        let once = || {
            texts().find_map(|(text, _)| {
                let mut found = text.read.text.match_indices(&unit.text);
                let (at, words) = found.next().filter(|_| !unit.text.is_empty())?;
                let is_alone = found.next().is_none();
                is_alone.then(|| (*text, text.point(at), text.point(at + words.len())))
            })
        };
        in_order.or_else(where_it_was).or_else(once)
    };
    units.iter().map(place).collect()
}

/// Passages of a text that can be coded, by their words.
fn by_words(text: &Text) -> (&Text, ByWords<'_>) {
    let read = &text.read;
    let mut words = ByWords::new();
    for place in read.leaves().into_iter().filter(|place| !read.is_apart(*place)) {
        let passage = &read.passages[place];
        words.entry(read.words(passage)).or_default().push((passage.first, passage.last));
    }
    (text, words)
}

/// A coding as it is kept. Where it is not known when it was made, it was made by now.
pub(crate) fn made(
    hand: HandCoding,
    text: Option<&Text>,
    digest: String,
    anchor: Option<Anchor>,
    id: String,
) -> Coding {
    let file = text.map_or(hand.document.as_str(), |text| &text.file);
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
        id,
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
