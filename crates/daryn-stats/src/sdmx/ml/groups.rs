//! What is said of groups of series is given to each of their observations; rows stay as many.
//!
//! Groups stand before the observations. They are kept in memory, found by the values of their
//! key: the only part of reading data that grows with the file, by the size of its groups.

use std::collections::hash_map::{Entry, RandomState};
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, Hash, Hasher};
use std::ops::Range;

use super::flaw::Flaw;
use crate::row::{Action, Annotation, Mark, Role, Row};

/// Sets of dimensions that keys of groups may be made of; structures have a handful.
const MOST_FORMS: usize = 256;
/// Bytes of all groups of a data set.
const MOST_BYTES: usize = 256 << 20;

/// The groups of a data set.
#[derive(Default)]
pub(super) struct Groups {
    words: String,
    parts: Vec<Part>,
    groups: Vec<Group>,
    annotations: Vec<Annotation>,
    forms: Vec<Form>,
    by_key: HashMap<Vec<u32>, usize>,
    /// Groups of which it is not known yet what their key is.
    undecided: Vec<usize>,
    /// Components of the first observation, once there was one.
    seen: Option<BTreeSet<u32>>,
    /// Forms whose key is not whole in what a series says.
    pending: Vec<usize>,
    hits: Vec<usize>,
    state: RandomState,
}

struct Part {
    component: u32,
    role: Role,
    is_key: bool,
    language: Range<usize>,
    value: Range<usize>,
}

struct Group {
    parts: Range<usize>,
    annotations: Range<usize>,
    /// The next group whose key has the same hash.
    next: Option<usize>,
    /// Whether no structure says what its key is.
    is_guessed: bool,
    /// Whether an observation is of it.
    is_used: bool,
}

/// Groups whose key is made of the same dimensions.
struct Form {
    key: Vec<u32>,
    /// First and last group by the hash of the values of its key.
    index: HashMap<u64, (usize, usize)>,
}

impl Groups {
    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Groups without an observation whose key no structure tells.
    pub(super) fn idle(&self) -> usize {
        self.groups.iter().filter(|group| group.is_guessed && !group.is_used).count()
    }

    /// Whether observations came already.
    pub(super) fn is_late(&self) -> bool {
        self.seen.is_some()
    }

    /// Whether the key of each group is known.
    pub(super) fn is_decided(&self) -> bool {
        self.undecided.is_empty()
    }

    /// Adds a group. Dimensions are its key, attributes what it says; where it is not known which
    /// is which, its key are the components that observations have too.
    pub(super) fn add(&mut self, group: &Row, at: u64) -> Result<(), Flaw> {
        let (first, remarks) = (self.parts.len(), self.annotations.len());
        for (part, value) in group.parts() {
            let mut words = |text: &str| {
                let start = self.words.len();
                self.words.push_str(text);
                start..self.words.len()
            };
            self.parts.push(Part {
                component: part.component,
                role: part.role,
                is_key: matches!(part.role, Role::Dimension | Role::Period),
                language: words(group.language(part)),
                value: words(value),
            });
        }
        if self.words.len() > MOST_BYTES {
            return Err(Flaw::At("stats-sdmx-groups", at));
        }
        self.annotations.extend(group.annotations.iter().cloned());
        let number = self.groups.len();
        self.groups.push(Group {
            parts: first..self.parts.len(),
            annotations: remarks..self.annotations.len(),
            next: None,
            is_guessed: false,
            is_used: false,
        });
        let is_unresolved = group.parts().any(|(part, _)| part.role == Role::Unresolved);
        if is_unresolved && self.seen.is_none() {
            self.undecided.push(number);
            return Ok(());
        }
        self.decide(number, at)
    }

    /// Learns from the first observation what the keys are.
    pub(super) fn learn(&mut self, row: &Row, at: u64) -> Result<(), Flaw> {
        if self.seen.is_none() {
            // What is known to be said of the data set, or of an observation, is no key.
            let may_be_key = |role: Role| !role.is_attribute() && role != Role::Measure;
            let parts = row.parts().filter(|(part, _)| may_be_key(part.role));
            self.seen = Some(parts.map(|(part, _)| part.component).collect());
            for number in std::mem::take(&mut self.undecided) {
                self.decide(number, at)?;
            }
        }
        Ok(())
    }

    /// Finds the key of a group and puts it where it will be found.
    fn decide(&mut self, number: usize, at: u64) -> Result<(), Flaw> {
        let parts = self.groups[number].parts.clone();
        for part in &mut self.parts[parts.clone()] {
            let is_seen = self.seen.as_ref().is_some_and(|seen| seen.contains(&part.component));
            part.is_key |= part.role == Role::Unresolved && is_seen;
            self.groups[number].is_guessed |= part.role == Role::Unresolved;
            if part.role == Role::Unresolved {
                part.role = Role::GroupAttribute;
            }
        }
        let mut key: Vec<_> = self.parts[parts.clone()].iter().filter(|part| part.is_key).collect();
        key.sort_by_key(|part| part.component);
        key.dedup_by_key(|part| part.component);
        let hash = self.hash(key.iter().map(|part| &self.words[part.value.clone()]));
        let key: Vec<_> = key.iter().map(|part| part.component).collect();
        let count = self.forms.len();
        let form = match self.by_key.entry(key) {
            Entry::Occupied(form) => *form.get(),
            Entry::Vacant(_) if count >= MOST_FORMS => {
                return Err(Flaw::At("stats-sdmx-groups", at));
            }
            Entry::Vacant(vacant) => {
                self.forms.push(Form { key: vacant.key().clone(), index: HashMap::new() });
                *vacant.insert(count)
            }
        };
        match self.forms[form].index.entry(hash) {
            Entry::Occupied(mut found) => {
                let (_, last) = found.get_mut();
                self.groups[*last].next = Some(number);
                *last = number;
            }
            Entry::Vacant(vacant) => {
                vacant.insert((number, number));
            }
        }
        Ok(())
    }

    fn hash<'a>(&self, values: impl Iterator<Item = &'a str>) -> u64 {
        let mut hasher = self.state.build_hasher();
        values.for_each(|value| value.hash(&mut hasher));
        hasher.finish()
    }

    /// Adds to a row what groups say whose key is whole in what its series says.
    pub(super) fn spread_on_series(&mut self, row: &mut Row) {
        self.pending.clear();
        let mut hits = std::mem::take(&mut self.hits);
        hits.clear();
        for form in 0..self.forms.len() {
            if !self.find(form, row, &mut hits) {
                self.pending.push(form);
            }
        }
        self.say(&hits, row);
        self.hits = hits;
    }

    /// Adds to a row what the other groups say; `is_whole` where none was asked before.
    pub(super) fn spread(&mut self, row: &mut Row, is_whole: bool) {
        let mut hits = std::mem::take(&mut self.hits);
        hits.clear();
        if is_whole {
            for form in 0..self.forms.len() {
                self.find(form, row, &mut hits);
            }
        } else {
            for form in &self.pending {
                self.find(*form, row, &mut hits);
            }
        }
        self.say(&hits, row);
        self.hits = hits;
    }

    /// Finds the groups of a form that a row belongs to. False where the row lacks a dimension.
    fn find(&self, form: usize, row: &Row, hits: &mut Vec<usize>) -> bool {
        let Form { key, index } = &self.forms[form];
        let mut hasher = self.state.build_hasher();
        for component in key {
            let Some(value) = row.get(*component) else { return false };
            value.hash(&mut hasher);
        }
        let mut next = index.get(&hasher.finish()).map(|(first, _)| *first);
        while let Some(number) = next {
            let group = &self.groups[number];
            let mut keys = self.parts[group.parts.clone()].iter().filter(|part| part.is_key);
            if keys.all(|part| row.get(part.component) == Some(&self.words[part.value.clone()])) {
                hits.push(number);
            }
            next = group.next;
        }
        true
    }

    fn say(&mut self, hits: &[usize], row: &mut Row) {
        for number in hits {
            self.groups[*number].is_used = true;
            let group = &self.groups[*number];
            for part in self.parts[group.parts.clone()].iter().filter(|part| !part.is_key) {
                let (language, value) = (part.language.clone(), part.value.clone());
                let (language, value) = (&self.words[language], &self.words[value]);
                row.push_text(part.component, part.role, language, value);
            }
            row.annotations.extend(self.annotations[group.annotations.clone()].iter().cloned());
        }
    }
}

/// What the observations of a series share, and how long the row is with it.
#[derive(Default, Clone, Copy)]
pub(super) struct Series {
    /// With what the series itself says.
    pub(super) bare: Mark,
    /// And with what groups say of it.
    pub(super) whole: Mark,
    /// Whether groups were asked.
    pub(super) is_spread: bool,
    /// What is to be done with it.
    pub(super) action: Action,
}
