//! Texts of one document in several languages: which accepted proposals are one measure.
//!
//! Two proposals are taken for one measure only where everything that can be compared without
//! understanding the words says so: they stand at the same numbered place, which each text has but
//! once; both texts have the same number of proposals there, and these two in the same order and in
//! the same sentence; and they [agree](super::agreement) in what they say. In three languages each
//! must be so with each. Where proposals stand at one place and any of this fails, it is not known.

use std::collections::{BTreeMap, BTreeSet};

use daryn_measures::bodies::Bodies;
use daryn_read::{Document, Kind, document};

use super::super::code::Texts;
use super::agreement::agree;
use super::proposals::Proposal;

/// Accepted proposals by the measure that they are of.
#[derive(Debug, Default)]
pub(super) struct Twins {
    /// Places of proposals, each accepted one in one group, in order of the first of each.
    pub(super) groups: Vec<Vec<usize>>,
    /// Pairs of which it is not known whether they are one measure.
    pub(super) unsure: BTreeSet<(usize, usize)>,
    /// Accepted proposals that cannot be compared with those of another language, since both stand
    /// at places without numbers.
    pub(super) unplaced: BTreeSet<usize>,
}

/// A text that is in the study now.
struct Seen {
    language: &'static str,
    /// The numbered place of each passage, by its name; none where the text has it several times.
    places: BTreeMap<String, Option<String>>,
    /// Of each passage how many stand before it at its numbered place, and its sentences.
    sentences: BTreeMap<String, (usize, Vec<[usize; 2]>)>,
}

impl Seen {
    fn of(document: &Document) -> Seen {
        let paths = paths(document);
        let mut owners: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (owner, path) in &paths {
            owners.entry(path).or_default().insert(*owner);
        }
        let is_one = |path: &str| !path.is_empty() && owners[path].len() == 1;
        let places = paths
            .iter()
            .enumerate()
            .map(|(place, (_, path))| (document::name(place), is_one(path).then(|| path.clone())));
        let places = places.collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        let mut sentences = BTreeMap::new();
        for (place, (passage, (owner, _))) in document.passages.iter().zip(&paths).enumerate() {
            let count = counts.entry(*owner).or_default();
            sentences.insert(document::name(place), (*count, document.sentences(passage)));
            *count += 1;
        }
        Seen { language: document.language.language().code(), places, sentences }
    }

    /// In which passage of its numbered place a proposal stands, and in which sentence of that.
    fn sentence(&self, proposal: &Proposal) -> Option<(usize, usize)> {
        let (passage, sentences) = self.sentences.get(proposal.get("passage"))?;
        let start: usize = proposal.get("start").parse().ok()?;
        Some((*passage, sentences.iter().position(|it| start < it[1])?))
    }
}

/// Of each passage the nearest one around it that has a number, or itself, and the numbers down to
/// that: `chapter 2/article 7/sub-point 3)`. Annexes, tables and rows are counted.
fn paths(document: &Document) -> Vec<(usize, String)> {
    let mut counts: BTreeMap<(Option<usize>, Kind), usize> = BTreeMap::new();
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    for passage in document.of_kind(Kind::Row) {
        *rows.entry(passage.parent.unwrap_or(0)).or_default() += 1;
    }
    let mut paths: Vec<(usize, String)> = Vec::with_capacity(document.passages.len());
    for (place, passage) in document.passages.iter().enumerate() {
        let around = passage.parent.map(|parent| paths[parent].clone());
        let own = match (passage.kind, &passage.label) {
            (kind @ (Kind::Annex | Kind::Table | Kind::Row), _) => {
                // Annexes and tables are counted through the document, rows through their table.
                let parent = passage.parent.filter(|_| kind == Kind::Row);
                let count = counts.entry((parent, kind)).or_default();
                *count += 1;
                // Tables of different length have different rows.
                let all = rows.get(&place).copied().unwrap_or(0);
                Some(format!("{kind:?} {count}/{all}"))
            }
            (kind, Some(label)) => Some(format!("{kind:?} {label}")),
            (_, None) => None,
        };
        paths.push(match (own, around) {
            (Some(own), Some((_, path))) => (place, format!("{path}/{own}")),
            (Some(own), None) => (place, own),
            (None, Some(around)) => around,
            (None, None) => (place, String::new()),
        });
    }
    paths
}

impl Twins {
    /// Groups accepted proposals. Only texts that are in the study as they were when measures were
    /// proposed are compared, and of a document only languages with one text.
    pub(super) fn of(texts: &Texts, rows: &[Proposal], named: &Bodies) -> Twins {
        let mut documents: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
        for (place, row) in rows.iter().enumerate() {
            let texts = documents.entry(row.get("document")).or_default();
            texts.entry(row.get("sha256")).or_default().push(place);
        }
        let is_accepted = |places: &Vec<usize>| places.iter().any(|it| rows[*it].is_accepted());
        documents.retain(|_, texts| texts.values().filter(|it| is_accepted(it)).count() > 1);
        let wanted: BTreeSet<&str> =
            documents.values().flat_map(|texts| texts.keys().copied()).collect();
        let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
        for text in texts.files.iter().filter(|_| !wanted.is_empty()) {
            if let Some(sha256) = text.sha256().filter(|it| wanted.contains(it.as_str())) {
                seen.entry(sha256).or_insert_with(|| Seen::of(&text.read()));
            }
        }
        let mut twins = Twins::default();
        let mut partners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for texts in documents.into_values() {
            let texts: Vec<Placed<'_>> = texts
                .into_iter()
                .filter_map(|(sha256, places)| Some(Placed::new(seen.get(sha256)?, rows, &places)))
                .collect();
            for (number, one) in texts.iter().enumerate() {
                for other in &texts[number + 1..] {
                    // Of several texts in one language it is not known which one to compare.
                    let is_only = |text: &Placed<'_>| {
                        texts.iter().filter(|it| it.language == text.language).count() == 1
                    };
                    if one.language != other.language {
                        let is_plain = is_only(one) && is_only(other);
                        one.compare(other, (rows, named), is_plain, &mut partners, &mut twins);
                    }
                }
            }
        }
        let mut is_taken = vec![false; rows.len()];
        for place in (0..rows.len()).filter(|place| rows[*place].is_accepted()) {
            if std::mem::replace(&mut is_taken[place], true) {
                continue;
            }
            let mut group = vec![place];
            for other in partners.get(&place).into_iter().flatten() {
                let is_of = |own: &usize| partners.get(own).is_some_and(|it| it.contains(other));
                if !is_taken[*other] && group.iter().all(is_of) {
                    is_taken[*other] = true;
                    group.push(*other);
                }
            }
            twins.groups.push(group);
        }
        twins
    }
}

/// Proposals of a text by numbered place, in order of the text.
struct Placed<'a> {
    language: &'static str,
    seen: &'a Seen,
    by_place: BTreeMap<Option<&'a str>, Vec<usize>>,
}

impl<'a> Placed<'a> {
    fn new(seen: &'a Seen, rows: &[Proposal], places: &[usize]) -> Placed<'a> {
        let mut by_place: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        for place in places {
            let known = seen.places.get(rows[*place].get("passage"));
            let known = known.and_then(|it| it.as_deref());
            by_place.entry(known).or_default().push(*place);
        }
        let start = |place: &usize| rows[*place].get("start").parse::<usize>().unwrap_or(0);
        by_place.values_mut().for_each(|places| places.sort_by_key(start));
        Placed { language: seen.language, seen, by_place }
    }

    /// Finds pairs among the proposals of two texts.
    fn compare(
        &self,
        other: &Placed<'_>,
        (rows, named): (&[Proposal], &Bodies),
        is_plain: bool,
        partners: &mut BTreeMap<usize, Vec<usize>>,
        twins: &mut Twins,
    ) {
        let is_accepted = |place: &usize| rows[*place].is_accepted();
        for (place, own) in &self.by_place {
            let Some(others) = other.by_place.get(place) else { continue };
            if place.is_none() {
                if own.iter().any(is_accepted) && others.iter().any(is_accepted) {
                    twins.unplaced.extend(own.iter().chain(others).copied().filter(is_accepted));
                }
                continue;
            }
            let is_known = is_plain && own.len() == others.len();
            for (rank, one) in own.iter().enumerate().filter(|it| is_accepted(it.1)) {
                let twin = others.get(rank).filter(|_| is_known).copied();
                let is_twin = |it: &usize| {
                    let [own, its] = [&rows[*one], &rows[*it]];
                    agree(own, its, named) && self.seen.sentence(own) == other.seen.sentence(its)
                };
                match twin.filter(is_twin) {
                    Some(twin) if is_accepted(&twin) => {
                        partners.entry(*one).or_default().push(twin);
                        partners.entry(twin).or_default().push(*one);
                    }
                    // Its twin was not accepted.
                    Some(_) => {}
                    None => {
                        // The one in the same order, else the first of those that it may be.
                        let near = others.get(rank).into_iter().chain(others);
                        let near = near.copied().find(is_accepted);
                        twins.unsure.extend(near.map(|it| (*one.min(&it), *one.max(&it))));
                    }
                }
            }
        }
    }
}
