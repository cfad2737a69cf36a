//! Words of both sides, counted in the parts of each.

use daryn_count::{Vocabulary, for_each_token};
use daryn_estimate::keyness::Occurrences;
use daryn_text::{Language, stem};

/// A side of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Target,
    Reference,
}

/// What was counted.
pub(super) struct Counted {
    /// Words as they are compared: tokens, or their stems.
    words: Vocabulary,
    stems: Option<Stems>,
    sides: [Text; 2],
    /// By number of the word how often it stands in the part that is being added.
    within: Vec<u32>,
}

/// The texts of a side, one behind the other.
#[derive(Default)]
struct Text {
    /// What the first text is called.
    name: String,
    /// Words of each part.
    sizes: Vec<u64>,
    words: u64,
    /// By number of the word: parts in which it stands, and how often.
    seen: Vec<Vec<(u32, u32)>>,
    /// Words by language, in the order of [`LANGUAGES`].
    languages: [u64; 3],
}

impl Text {
    fn of(&self, id: u32) -> &[(u32, u32)] {
        // Words that were met later, on the other side only, have no place here.
        self.seen.get(id as usize).map_or(&[], Vec::as_slice)
    }
}

const LANGUAGES: [Language; 3] = [Language::Kk, Language::Ru, Language::En];

impl Counted {
    pub(super) fn new(with_stems: bool) -> Counted {
        Counted {
            words: Vocabulary::default(),
            stems: with_stems.then(Stems::default),
            sides: Default::default(),
            within: Vec::new(),
        }
    }

    /// Says what a text of a side is called; the first name is kept.
    pub(super) fn name(&mut self, side: Side, name: &str) {
        let known = &mut self.sides[side as usize].name;
        if known.is_empty() {
            name.clone_into(known);
        }
    }

    /// Adds a part of a text, also where it has no words.
    pub(super) fn add(&mut self, side: Side, part: &str, language: Language) {
        let Counted { words, stems, sides, within } = self;
        let text = &mut sides[side as usize];
        let place = text.sizes.len() as u32;
        let (mut held, mut size) = (Vec::new(), 0);
        for_each_token(part, |token, _| {
            let id = match stems {
                Some(stems) => stems.id(language, token, words),
                None => words.id(token),
            };
            if within.len() <= id as usize {
                within.resize(id as usize + 1, 0);
            }
            let count = &mut within[id as usize];
            if *count == 0 {
                held.push(id);
            }
            *count += 1;
            size += 1;
        });
        if text.seen.len() < words.len() {
            text.seen.resize_with(words.len(), Vec::new);
        }
        for id in held {
            text.seen[id as usize].push((place, std::mem::take(&mut within[id as usize])));
        }
        text.sizes.push(size);
        text.words += size;
        if let Some(place) = LANGUAGES.iter().position(|known| *known == language) {
            text.languages[place] += size;
        }
    }

    /// Words of a side, each as often as it stands.
    pub(super) fn words(&self, side: Side) -> u64 {
        self.sides[side as usize].words
    }

    /// Words of each part of a side.
    pub(super) fn sizes(&self, side: Side) -> &[u64] {
        &self.sides[side as usize].sizes
    }

    /// What the first text of a side is called.
    pub(super) fn first(&self, side: Side) -> &str {
        &self.sides[side as usize].name
    }

    /// The languages of a side with their shares of the words whose language is known, largest
    /// first.
    pub(super) fn languages(&self, side: Side) -> Vec<(Language, f64)> {
        let counts = self.sides[side as usize].languages;
        let all: u64 = counts.iter().sum();
        let mut shares: Vec<(Language, f64)> = LANGUAGES
            .into_iter()
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .map(|(language, count)| (language, count as f64 / all as f64))
            .collect();
        shares.sort_by(|a, b| b.1.total_cmp(&a.1));
        shares
    }

    /// The word of a number.
    pub(super) fn word(&self, id: u32) -> &str {
        self.words.token(id)
    }

    /// Words that stand so often in both sides together, by number, with where they stand.
    pub(super) fn occurrences(&self, least: u64) -> impl Iterator<Item = (u32, Occurrences<'_>)> {
        let [target, reference] = &self.sides;
        (0..self.words.len() as u32)
            .map(|id| (id, Occurrences { target: target.of(id), reference: reference.of(id) }))
            .filter(move |(_, seen)| {
                let both = seen.target.iter().chain(seen.reference);
                both.map(|(_, count)| u64::from(*count)).sum::<u64>() >= least
            })
    }
}

/// Stems of tokens, each found once.
#[derive(Default)]
struct Stems {
    tokens: Vocabulary,
    /// By language and number of the token the number of its stem among the words.
    known: [Vec<Option<u32>>; 4],
}

impl Stems {
    fn id(&mut self, language: Language, token: &str, words: &mut Vocabulary) -> u32 {
        let place = LANGUAGES.iter().position(|known| *known == language).unwrap_or(3);
        let known = &mut self.known[place];
        let number = self.tokens.id(token) as usize;
        if known.len() <= number {
            known.resize(number + 1, None);
        }
        *known[number].get_or_insert_with(|| words.id(&stem::stem(language, token)))
    }
}
