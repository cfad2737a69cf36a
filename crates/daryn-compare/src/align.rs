//! Which unit of the new document is which of the old one, whatever its number has become.
//!
//! In this order, each unit once: the same text under the same number; a text that stands once in
//! each document; the same text elsewhere; texts very much alike; the same number with at least
//! half of the shorter text's words; other texts that are alike. Two texts under different numbers
//! are only taken for one where their words also stand in the same order, since words alone are
//! alike wherever acts speak of the same things.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use crate::unit::Unit;
use crate::vocabulary::{Vocabulary, Words, in_order, shared};

/// Words that two texts must have in common in order, of those that they have, to be taken for one
/// before their numbers are looked at.
const MUCH_ALIKE: f64 = 0.75;

/// The same for texts under different numbers when numbers were looked at.
const ALIKE: f64 = 0.5;

/// Share of the shorter text's words that must be the other's, too.
pub(crate) const SHARED: f64 = 0.5;

/// By how much another text must be more alike for a number to be no reason to pair texts.
const BETTER: f64 = 0.2;

/// What the same number, and what the same surroundings are worth beside likeness.
const NUMBER: f64 = 0.1;
const AROUND: f64 = 0.05;

/// Fewest words of texts that are paired by likeness under different numbers.
const FEWEST: usize = 4;

/// A word that stands so often, in pairs of texts, tells nothing of which is which.
const COMMON: usize = 20_000;

/// Most pairs of texts that all words together may name; rare words come first.
const NAMED: usize = 4_000_000;

/// Product of the words of two texts above which their order is not looked at.
const LONG: usize = 100_000_000;

/// Units of two documents as words, and pairs of them.
pub(crate) struct Aligned {
    /// Words of the old units and of the new ones.
    pub(crate) words: [Vec<Words>; 2],
    /// For each old unit its new one.
    pub(crate) to_new: Vec<Option<usize>>,
    /// For each new unit its old one.
    pub(crate) to_old: Vec<Option<usize>>,
}

/// Pairs units, each at most once.
pub(crate) fn align(old: &[Unit], new: &[Unit]) -> Aligned {
    let mut vocabulary = Vocabulary::default();
    let words = [old, new]
        .map(|units| units.iter().map(|unit| vocabulary.words(unit)).collect::<Vec<Words>>());
    let mut work = Work {
        old,
        new,
        aligned: Aligned { words, to_new: vec![None; old.len()], to_old: vec![None; new.len()] },
    };
    work.same_texts();
    let candidates = work.candidates(vocabulary.len());
    work.best(&candidates, |pair| pair.alike >= MUCH_ALIKE && pair.is_long);
    let best = best_of(&candidates, &work.aligned);
    work.best(&candidates, |pair| {
        let rival = best.0[pair.old].max(best.1[pair.new]);
        pair.same_number && pair.share >= SHARED && rival < pair.alike + BETTER
    });
    work.best(&candidates, |pair| {
        pair.is_long && pair.alike >= ALIKE && pair.share >= SHARED
            || pair.same_number && pair.share >= SHARED
    });
    work.aligned
}

/// Share of the shorter text's words that the other has, too; `None` where one has no words.
pub(crate) fn share(left: &Words, right: &Words) -> Option<f64> {
    let shorter = left.sorted.len().min(right.sorted.len());
    (shorter > 0).then(|| shared(&left.sorted, &right.sorted) as f64 / shorter as f64)
}

struct Work<'a> {
    old: &'a [Unit],
    new: &'a [Unit],
    aligned: Aligned,
}

/// Two units that may be one.
struct Candidate {
    old: usize,
    new: usize,
    same_number: bool,
    /// Whether both have words enough to be known by them.
    is_long: bool,
    /// Share of the shorter one's words.
    share: f64,
    /// Twice the words in common in order, of all words.
    alike: f64,
}

impl Work<'_> {
    fn same_number(&self, old: usize, new: usize) -> bool {
        let path = &self.old[old].path;
        !path.is_empty() && *path == self.new[new].path
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.aligned.to_new[old] = Some(new);
        self.aligned.to_old[new] = Some(old);
    }

    fn same_texts(&mut self) {
        let [old, new] = &self.aligned.words;
        // Number and text; then text alone.
        let mut groups: BTreeMap<&[u32], [Vec<usize>; 2]> = BTreeMap::new();
        for (side, words) in [old, new].into_iter().enumerate() {
            for (place, words) in words.iter().enumerate() {
                groups.entry(&words.tokens).or_default()[side].push(place);
            }
        }
        let groups: Vec<[Vec<usize>; 2]> = groups.into_values().collect();
        for [old, new] in &groups {
            let mut by_path: HashMap<&[String], Vec<usize>> = HashMap::new();
            for place in new.iter().rev() {
                by_path.entry(&self.new[*place].path).or_default().push(*place);
            }
            for place in old {
                let path: &[String] = &self.old[*place].path;
                if let Some(new) =
                    by_path.get_mut(path).filter(|_| !path.is_empty()).and_then(Vec::pop)
                {
                    self.pair(*place, new);
                }
            }
        }
        for [old, new] in &groups {
            if let ([old], [new]) = (&old[..], &new[..])
                && self.aligned.to_new[*old].is_none()
                && self.aligned.to_old[*new].is_none()
            {
                self.pair(*old, *new);
            }
        }
        // Texts that stand several times: below the same passage first, then in order.
        let around = self.around();
        for [old, new] in &groups {
            let mut below: HashMap<Option<usize>, VecDeque<usize>> = HashMap::new();
            for place in new.iter().filter(|it| self.aligned.to_old[**it].is_none()) {
                below.entry(self.new[*place].parent).or_default().push_back(*place);
            }
            for place in old {
                let parent = around.get(&self.old[*place].parent);
                let own = parent.and_then(|parent| below.get_mut(parent));
                if self.aligned.to_new[*place].is_none()
                    && let Some(other) = own.and_then(VecDeque::pop_front)
                {
                    self.pair(*place, other);
                }
            }
            let free = |places: &[usize], taken: &[Option<usize>]| -> Vec<usize> {
                places.iter().copied().filter(|it| taken[*it].is_none()).collect()
            };
            let left = free(old, &self.aligned.to_new);
            let right = free(new, &self.aligned.to_old);
            for (place, other) in left.into_iter().zip(right) {
                self.pair(place, other);
            }
        }
    }

    /// For each passage around old units the one around most words of their new ones.
    fn around(&self) -> HashMap<Option<usize>, Option<usize>> {
        let pairs = self.aligned.to_new.iter().enumerate();
        let parents = pairs.filter_map(|(old, new)| {
            let words = self.aligned.words[0][old].words.len();
            new.map(|new| (self.old[old].parent, self.new[new].parent, words))
        });
        most(parents)
    }

    /// Pairs of free units that have the same number or a word that is not everywhere.
    fn candidates(&self, vocabulary: usize) -> Vec<Candidate> {
        let [old, new] = &self.aligned.words;
        let free = |taken: &[Option<usize>]| -> Vec<usize> {
            (0..taken.len()).filter(|place| taken[*place].is_none()).collect()
        };
        let (free_old, free_new) = (free(&self.aligned.to_new), free(&self.aligned.to_old));
        let mut stands = vec![Vec::new(); vocabulary];
        for place in &free_new {
            let mut words = new[*place].sorted.clone();
            words.dedup();
            for word in words {
                stands[word as usize].push(*place);
            }
        }
        let mut often = vec![0_usize; vocabulary];
        for place in &free_old {
            let mut words = old[*place].sorted.clone();
            words.dedup();
            for word in words {
                often[word as usize] += 1;
            }
        }
        let limit = limit((0..vocabulary).map(|word| stands[word].len() * often[word]).collect());
        let mut numbered: HashMap<&[String], usize> = HashMap::new();
        for place in &free_old {
            *numbered.entry(&self.old[*place].path).or_default() += 1;
        }
        let mut by_path: HashMap<&[String], Vec<usize>> = HashMap::new();
        for place in &free_new {
            by_path.entry(&self.new[*place].path).or_default().push(*place);
        }
        let mut found = Vec::new();
        for place in free_old {
            let mut met: HashSet<usize> = HashSet::new();
            let mut words = old[place].sorted.clone();
            words.dedup();
            let telling = words.iter().map(|word| *word as usize);
            for word in telling.filter(|word| stands[*word].len() * often[*word] <= limit) {
                met.extend(&stands[word]);
            }
            let path: &[String] = &self.old[place].path;
            let same = by_path.get(path).filter(|_| !path.is_empty());
            // A number that is everywhere is none.
            let same = same.filter(|same| same.len() * numbered[path] <= COMMON);
            met.extend(same.into_iter().flatten());
            let mut met: Vec<usize> = met.into_iter().collect();
            met.sort_unstable();
            found.extend(met.into_iter().filter_map(|new| self.candidate(place, new)));
        }
        found
    }

    fn candidate(&self, old: usize, new: usize) -> Option<Candidate> {
        let (left, right) = (&self.aligned.words[0][old], &self.aligned.words[1][new]);
        let same_number = self.same_number(old, new);
        let share = share(left, right)?;
        let all = (left.words.len() + right.words.len()) as f64;
        let both = shared(&left.sorted, &right.sorted) as f64;
        if share < SHARED || !same_number && 2.0 * both / all < ALIKE {
            return None;
        }
        let is_endless = left.words.len().saturating_mul(right.words.len()) > LONG;
        let ordered = if is_endless { both } else { in_order(&left.words, &right.words) as f64 };
        let alike = 2.0 * ordered / all;
        let is_long = left.words.len().min(right.words.len()) >= FEWEST;
        Some(Candidate { old, new, same_number, is_long, share, alike })
    }

    /// Pairs what is most alike first.
    fn best(&mut self, candidates: &[Candidate], fits: impl Fn(&Candidate) -> bool) {
        let around = self.around();
        let worth = |pair: &Candidate| {
            let is_around =
                around.get(&self.old[pair.old].parent) == Some(&self.new[pair.new].parent);
            let number = if pair.same_number { NUMBER } else { 0.0 };
            pair.alike + number + if is_around { AROUND } else { 0.0 }
        };
        let mut order: Vec<(f64, &Candidate)> =
            candidates.iter().filter(|pair| fits(pair)).map(|pair| (worth(pair), pair)).collect();
        // Texts decide between what is equally alike, places only between the same texts.
        let text = |pair: &Candidate| (&self.old[pair.old].text, &self.new[pair.new].text);
        order.sort_by(|(left, a), (right, b)| {
            let by_worth = right.total_cmp(left);
            by_worth
                .then_with(|| text(a).cmp(&text(b)))
                .then_with(|| (a.old, a.new).cmp(&(b.old, b.new)))
        });
        let order: Vec<(usize, usize)> =
            order.into_iter().map(|(_, pair)| (pair.old, pair.new)).collect();
        for (old, new) in order {
            if self.aligned.to_new[old].is_none() && self.aligned.to_old[new].is_none() {
                self.pair(old, new);
            }
        }
    }
}

/// The number of pairs that a word may name so that all words together do not name too many.
fn limit(mut pairs: Vec<usize>) -> usize {
    pairs.retain(|pairs| (1..=COMMON).contains(pairs));
    pairs.sort_unstable();
    let mut sum = 0;
    let mut limit = COMMON;
    for count in pairs {
        sum += count;
        if sum > NAMED {
            limit = count - 1;
            break;
        }
    }
    limit
}

/// For each old and each new unit that is free the likeness of what is most alike under another
/// number.
fn best_of(candidates: &[Candidate], aligned: &Aligned) -> (Vec<f64>, Vec<f64>) {
    let mut best = (vec![0.0_f64; aligned.to_new.len()], vec![0.0_f64; aligned.to_old.len()]);
    let is_free = |pair: &&Candidate| {
        aligned.to_new[pair.old].is_none() && aligned.to_old[pair.new].is_none()
    };
    for pair in candidates.iter().filter(is_free).filter(|pair| !pair.same_number && pair.is_long) {
        best.0[pair.old] = best.0[pair.old].max(pair.alike);
        best.1[pair.new] = best.1[pair.new].max(pair.alike);
    }
    best
}

/// For each first passage the second one that has most words with it; of several the first.
pub(crate) fn most(
    pairs: impl Iterator<Item = (Option<usize>, Option<usize>, usize)>,
) -> HashMap<Option<usize>, Option<usize>> {
    let mut sums: BTreeMap<(Option<usize>, Option<usize>), usize> = BTreeMap::new();
    for (from, to, words) in pairs {
        // A unit without words counts, too.
        *sums.entry((from, to)).or_default() += words + 1;
    }
    let mut best: HashMap<Option<usize>, (usize, Option<usize>)> = HashMap::new();
    for ((from, to), words) in sums {
        let entry = best.entry(from).or_insert((0, None));
        if words > entry.0 {
            *entry = (words, to);
        }
    }
    best.into_iter().map(|(from, (_, to))| (from, to)).collect()
}
