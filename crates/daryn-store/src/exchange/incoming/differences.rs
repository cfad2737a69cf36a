//! How codings of a project differ from those that are known here by the same ids.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Diagnostic;

use crate::event::{Change, Coding};
use crate::state::{Held, State};

/// Letters of a quotation that are told.
const QUOTE: usize = 60;
/// Codings that are named where several are absent.
const MOST_NAMED: usize = 3;

/// Digest of a text, place, code, coder.
type Place<'a> = (&'a str, usize, usize, &'a str, &'a str);

/// What was found of codings that are known.
pub(super) struct Differences<'a> {
    /// Ids of codings by their places.
    places: BTreeMap<Place<'a>, &'a str>,
    /// Files of texts that the project holds.
    pub(super) texts: BTreeSet<String>,
    /// Ids of codings that the project holds.
    pub(super) there: BTreeSet<String>,
    /// What the coder notes, where it is another text here and there.
    notes: BTreeMap<String, String>,
    same: Vec<(String, String)>,
    /// What differs, by sort.
    others: Vec<(&'static str, String)>,
}

impl<'a> Differences<'a> {
    pub(super) fn of(state: &'a State) -> Differences<'a> {
        let place = |held: &'a Held| {
            let (spot, made) = (held.spot()?, &held.made);
            let is_coded = !made.code.is_empty();
            let place = (held.text.as_str(), spot.start, spot.end, &*made.code, &*made.coder);
            is_coded.then_some((place, made.id.as_str()))
        };
        Differences {
            places: state.codings.values().filter_map(place).collect(),
            texts: BTreeSet::new(),
            there: BTreeSet::new(),
            notes: BTreeMap::new(),
            same: Vec::new(),
            others: Vec::new(),
        }
    }

    /// Codings of one selection, which share its memo. One that is known by another id gets it.
    pub(super) fn selection(&mut self, codings: &mut [Coding], state: &State) {
        for coding in codings.iter_mut() {
            let place = (&*coding.text, coding.start, coding.end, &*coding.code, &*coding.coder);
            let is_new =
                !state.codings.contains_key(&coding.id) && !state.removed.contains(&coding.id);
            if let Some(own) = self.places.get(&place).filter(|_| is_new) {
                let id = std::mem::replace(&mut coding.id, (*own).to_owned());
                self.same.push((id, (*own).to_owned()));
            }
        }
        let held = codings.iter().filter_map(|coding| state.codings.get(&coding.id));
        let is_noted = held.clone().any(|held| codings.iter().any(|one| one.memo == held.memo));
        for coding in codings.iter() {
            let Some(held) = state.codings.get(&coding.id) else { continue };
            self.there.insert(coding.id.clone());
            // Where the codings here have several memos, only one of them went out.
            if !is_noted || codings.len() == 1 {
                self.notes.insert(coding.id.clone(), coding.memo.clone());
            }
            let made = &held.made;
            let mut differs = |kind: &'static str| {
                self.others.push((kind, named(held, &made.anchor.quote)));
            };
            if coding.code != made.code {
                differs("coding-code");
            }
            if coding.coder != made.coder && !coding.coder.is_empty() {
                differs("coding-coder");
            }
            let is_elsewhere = |spot: crate::state::Spot<'_>| {
                held.text == coding.text && (spot.start, spot.end) != (coding.start, coding.end)
            };
            if held.spot().is_some_and(is_elsewhere) {
                differs("coding-place");
            }
        }
    }

    /// What follows, and what is to be told: a memo that was changed there alone is taken, of one
    /// that was changed on both sides both stand below each other.
    pub(super) fn changes(self, state: &State, file: &str) -> (Vec<Change>, Vec<Diagnostic>) {
        let (mut noted, mut seen, mut told) = (Vec::new(), Vec::new(), Vec::new());
        for (id, theirs) in self.notes {
            let Some(held) = state.codings.get(&id).filter(|held| held.seen != theirs) else {
                continue;
            };
            seen.push((id.clone(), theirs.clone()));
            let ours = &held.memo;
            if *ours == theirs {
                continue;
            }
            if *ours == held.seen || ours.is_empty() {
                noted.push((id, theirs));
                continue;
            }
            let made = &held.made;
            let problem = Diagnostic::warning("merge-memo", file, 0)
                .with("document", &made.document)
                .with("coder", &made.coder)
                .with("code", shown(&made.code))
                .with("quote", cut(&made.anchor.quote))
                .with("ours", ours)
                .with("theirs", shown(&theirs));
            told.push(problem);
            if !ours.contains(theirs.as_str()) {
                noted.push((id, format!("{ours}\n{theirs}")));
            }
        }
        for (kind, name) in &self.others {
            let problem = Diagnostic::warning("store-import-differs", file, 0);
            told.push(problem.with("kind", kind).with("name", name));
        }
        let is_absent = |held: &&Held| {
            let spot = held.spot().unwrap_or_else(|| held.made_at());
            self.texts.contains(spot.file) && !self.there.contains(&held.made.id)
        };
        // A project that shares nothing with the study says nothing of its codings.
        let absent: Vec<&Held> = match self.there.iter().all(|id| !state.codings.contains_key(id)) {
            true => Vec::new(),
            false => state.in_order().into_iter().filter(is_absent).collect(),
        };
        if !absent.is_empty() {
            let first = absent.iter().take(MOST_NAMED);
            let mut names: Vec<String> =
                first.map(|held| named(held, &held.made.anchor.quote)).collect();
            if absent.len() > MOST_NAMED {
                names.push("…".to_owned());
            }
            let problem = Diagnostic::warning("store-import-absent", file, 0);
            told.push(problem.with("n", absent.len()).with("names", names.join("; ")));
        }
        let mut changes = Vec::new();
        if !self.same.is_empty() {
            changes.push(Change::Same { codings: self.same });
        }
        if !noted.is_empty() {
            changes.push(Change::Noted { notes: noted });
        }
        if !seen.is_empty() {
            changes.push(Change::Seen { notes: seen });
        }
        (changes, told)
    }
}

/// A coding as people know it.
fn named(held: &Held, quote: &str) -> String {
    let made = &held.made;
    format!("{} «{}» ({})", shown(&made.code), cut(quote), shown(&made.coder))
}

fn shown(text: &str) -> &str {
    if text.is_empty() { "—" } else { text }
}

fn cut(quote: &str) -> String {
    let mut cut: String = quote.chars().take(QUOTE).collect();
    if cut.len() < quote.len() {
        cut.push('…');
    }
    cut
}
