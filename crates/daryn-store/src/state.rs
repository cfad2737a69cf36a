//! What holds now: a fold of all events that are not undone.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::{Change, Coding, Event, MadeCode, Memo, Moved, Said, SeenDocument};

/// What holds after some events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Codings by their ids.
    pub codings: BTreeMap<String, Held>,
    /// Codings that were taken back.
    pub removed: BTreeSet<String>,
    /// Codings that are known by another id, by the id that they have elsewhere.
    pub same: BTreeMap<String, String>,
    /// Memos by their ids.
    pub memos: BTreeMap<String, Memo>,
    /// Codes that are known by an identifier of another program, by it.
    pub codes: BTreeMap<String, MadeCode>,
    /// Coders that are known by an identifier of another program, by it.
    pub coders: BTreeMap<String, String>,
    /// Documents that are known by an identifier of another program, by it.
    pub documents: BTreeMap<String, SeenDocument>,
    /// What each workbook said last.
    pub workbooks: BTreeMap<String, Vec<Said>>,
    /// Projects of other programs, by the digest of their bytes, the oldest first.
    pub exchanges: Vec<String>,
}

/// A coding, and where it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// As it was made. Its place and words stay, whatever becomes of the text.
    pub made: Coding,
    /// What the coder notes on it now.
    pub memo: String,
    /// What a project said last that the coder notes on it; at first what it was made with.
    pub seen: String,
    /// Digest of the text in which it was looked for last; empty where there was none.
    pub text: String,
    /// Where it is in that text.
    pub place: Place,
}

/// Where a coding is in the text as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Where it was made.
    Made,
    /// The same words stand here.
    Moved(Moved),
    /// Other words stand here between the same neighbours: somebody must look at it.
    Changed(Moved),
    /// Not found, or in several places alike: somebody must look at it.
    Lost,
}

/// A place of a coding in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The document: its id in the study, else the name of its file.
    pub document: &'a str,
    /// Its text in the study.
    pub file: &'a str,
    /// Name of the passage, where a whole one is coded.
    pub passage: Option<&'a str>,
    /// First code point.
    pub start: usize,
    /// The code point behind the last.
    pub end: usize,
    /// The words.
    pub quote: &'a str,
}

impl Held {
    /// Where it is now; nothing where somebody must look at it first.
    #[must_use]
    pub fn spot(&self) -> Option<Spot<'_>> {
        match &self.place {
            Place::Made => Some(self.made_at()),
            Place::Moved(moved) => Some(spot(moved)),
            Place::Changed(_) | Place::Lost => None,
        }
    }

    /// Where it was made.
    #[must_use]
    pub fn made_at(&self) -> Spot<'_> {
        let made = &self.made;
        Spot {
            document: &made.document,
            file: &made.file,
            passage: made.passage.as_deref(),
            start: made.start,
            end: made.end,
            quote: &made.anchor.quote,
        }
    }

    /// Whether somebody must look at it.
    #[must_use]
    pub fn is_to_review(&self) -> bool {
        self.spot().is_none()
    }
}

/// The place of a coding that was found again.
#[must_use]
pub fn spot(moved: &Moved) -> Spot<'_> {
    Spot {
        document: &moved.document,
        file: &moved.file,
        passage: moved.passage.as_deref(),
        start: moved.start,
        end: moved.end,
        quote: &moved.anchor.quote,
    }
}

/// Which of some events, in order, hold: an event does not where one that holds undoes it.
#[must_use]
pub fn holding(events: &[Event]) -> Vec<bool> {
    let mut undone: BTreeSet<&str> = BTreeSet::new();
    let mut holding = vec![true; events.len()];
    // An undo stands behind what it undoes, so that from the end each is decided when it is met.
    for (holds, event) in holding.iter_mut().zip(events).rev() {
        *holds = !undone.contains(event.id.as_str());
        if *holds {
            undone.extend(event.undoes.as_deref());
        }
    }
    holding
}

impl State {
    /// What holds after these events, in their order.
    #[must_use]
    pub fn of(events: &[Event]) -> State {
        let mut state = State::default();
        let holding = holding(events);
        for (event, _) in events.iter().zip(holding).filter(|(_, holds)| *holds) {
            state.take(&event.payload.changes);
        }
        state
    }

    /// What holds after further changes.
    pub fn take(&mut self, changes: &[Change]) {
        changes.iter().for_each(|change| self.apply(change));
    }

    /// The id that a coding has here which has another one elsewhere; nothing where it is not
    /// known here, or where its event is undone.
    #[must_use]
    pub fn known_as(&self, id: &str) -> Option<&str> {
        let own = self.same.get(id).map(String::as_str);
        own.filter(|own| self.codings.contains_key(*own) || self.removed.contains(*own))
    }

    /// Codings in the order of documents, places, codes, coders and ids.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Held> {
        let mut held: Vec<&Held> = self.codings.values().collect();
        held.sort_by(|a, b| key(a).cmp(&key(b)));
        held
    }

    fn apply(&mut self, change: &Change) {
        match change {
            Change::Documents { documents } => {
                for document in documents {
                    let guid = document.guid.clone();
                    self.documents.entry(guid).or_insert_with(|| document.clone());
                }
            }
            Change::Coders { coders } => {
                for (name, guid) in coders {
                    self.coders.entry(guid.clone()).or_insert_with(|| name.clone());
                }
            }
            Change::Codes { codes } => {
                for code in codes {
                    self.codes.entry(code.guid.clone()).or_insert_with(|| code.clone());
                }
            }
            Change::Codings { codings } => {
                for coding in codings {
                    if self.removed.contains(&coding.id) || self.known_as(&coding.id).is_some() {
                        continue;
                    }
                    self.codings.entry(coding.id.clone()).or_insert_with(|| Held {
                        made: coding.clone(),
                        memo: coding.memo.clone(),
                        seen: coding.memo.clone(),
                        text: coding.text.clone(),
                        place: Place::Made,
                    });
                }
            }
            Change::Removed { codings } => {
                for id in codings {
                    self.codings.remove(id);
                    self.removed.insert(id.clone());
                }
            }
            Change::Noted { notes } => {
                for (id, memo) in notes {
                    if let Some(held) = self.codings.get_mut(id) {
                        held.memo.clone_from(memo);
                    }
                }
            }
            Change::Seen { notes } => {
                for (id, memo) in notes {
                    if let Some(held) = self.codings.get_mut(id) {
                        held.seen.clone_from(memo);
                    }
                }
            }
            Change::Same { codings } => self.same.extend(codings.iter().cloned()),
            Change::Memos { memos } => {
                for memo in memos {
                    if memo.text.is_empty() {
                        self.memos.remove(&memo.id);
                    } else {
                        self.memos.insert(memo.id.clone(), memo.clone());
                    }
                }
            }
            Change::Workbook { workbook, said } => {
                self.workbooks.insert(workbook.clone(), said.clone());
            }
            Change::Exchange { content } => {
                if !self.exchanges.contains(content) {
                    self.exchanges.push(content.clone());
                }
            }
            Change::Anchored { text, moved, review } => {
                for moved in moved {
                    if let Some(held) = self.codings.get_mut(&moved.id) {
                        held.place = place_of(held, moved, text);
                        held.text.clone_from(text);
                    }
                }
                for review in review {
                    if let Some(held) = self.codings.get_mut(&review.id) {
                        held.place = match &review.found {
                            Some(found) => Place::Changed((**found).clone()),
                            None => Place::Lost,
                        };
                        held.text.clone_from(text);
                    }
                }
            }
            Change::Accepted { codings } => {
                for id in codings {
                    if let Some(held) = self.codings.get_mut(id)
                        && let Place::Changed(moved) = &held.place
                    {
                        held.place = Place::Moved(moved.clone());
                    }
                }
            }
        }
    }
}

/// A text may become again what it was.
fn place_of(held: &Held, moved: &Moved, text: &str) -> Place {
    let made = &held.made;
    let is_back = made.text == text
        && (made.start, made.end) == (moved.start, moved.end)
        && (&made.document, &made.file) == (&moved.document, &moved.file);
    if is_back { Place::Made } else { Place::Moved(moved.clone()) }
}

fn key(held: &Held) -> (&str, &str, usize, usize, &str, &str, &str) {
    let spot = match &held.place {
        Place::Changed(moved) => spot(moved),
        _ => held.spot().unwrap_or_else(|| held.made_at()),
    };
    let made = &held.made;
    (spot.document, spot.file, spot.start, spot.end, &made.code, &made.coder, &made.id)
}
