//! How often each token stands in a text and in its parts.

use daryn_text::Language;
use daryn_text::stem;

use crate::matcher::Stems;
use crate::token::for_each_token;
use crate::vocabulary::Vocabulary;

/// Counts of tokens, over everything that was added and in each part.
#[derive(Debug, Clone, Default)]
pub struct Features {
    vocabulary: Vocabulary,
    /// By the number of the token.
    counts: Vec<u64>,
    words: u64,
    parts: Vec<Part>,
    /// By the number of the token how often it stands in the part that is being added.
    within: Vec<u64>,
}

/// One part of what was counted: a document, a passage, a slice of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// How many tokens it has.
    pub words: u64,
    /// Numbers of tokens that it holds, rising, and how often.
    pub counts: Vec<(u32, u64)>,
}

/// Counts the tokens of a text.
#[must_use]
pub fn count_features(text: &str) -> Features {
    let mut features = Features::default();
    features.add(text);
    features
}

impl Features {
    /// Adds the tokens of a text.
    pub fn add(&mut self, text: &str) {
        for_each_token(text, |token, _| self.add_token(token));
    }

    /// Adds a token that was found otherwise.
    pub fn add_token(&mut self, token: &str) {
        self.add_many(token, 1);
    }

    fn add_many(&mut self, token: &str, count: u64) {
        let id = self.vocabulary.id(token);
        self.add_id(id, count);
    }

    fn add_id(&mut self, id: u32, count: u64) {
        match self.counts.get_mut(id as usize) {
            Some(known) => *known += count,
            None => self.counts.push(count),
        }
        self.words += count;
    }

    /// Adds the tokens of a text as a part of their own, also where it has none.
    pub fn add_part(&mut self, text: &str) {
        self.part(|features, add| for_each_token(text, |token, _| add(features, token)));
    }

    fn part(&mut self, tokens: impl FnOnce(&mut Features, &mut dyn FnMut(&mut Features, &str))) {
        let mut part = Part::default();
        let mut held = Vec::new();
        tokens(self, &mut |features, token| {
            let id = features.vocabulary.id(token);
            features.add_id(id, 1);
            features.within.resize(features.counts.len(), 0);
            let count = &mut features.within[id as usize];
            if *count == 0 {
                held.push(id);
            }
            *count += 1;
            part.words += 1;
        });
        held.sort_unstable();
        part.counts =
            held.iter().map(|id| (*id, std::mem::take(&mut self.within[*id as usize]))).collect();
        self.parts.push(part);
    }

    /// Adds what was counted elsewhere, without its parts.
    pub fn merge(&mut self, other: &Features) {
        for (token, count) in other.iter() {
            self.add_many(token, count);
        }
    }

    /// Tokens and their counts, in the order in which tokens were first met; the place of a token
    /// is its number.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        (0..).zip(&self.counts).map(|(id, count)| (self.vocabulary.token(id), *count))
    }

    /// Tokens and their counts, falling; of one count in the order of their chars.
    #[must_use]
    pub fn ranked(&self) -> Vec<(&str, u64)> {
        let mut ranked: Vec<_> = self.iter().collect();
        ranked.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        ranked
    }

    /// How often a token was met; 0 for one that never was.
    #[must_use]
    pub fn count(&self, token: &str) -> u64 {
        self.vocabulary.get(token).map_or(0, |id| self.counts[id as usize])
    }

    /// How many tokens were met, each as often as it stands.
    #[must_use]
    pub fn words(&self) -> u64 {
        self.words
    }

    /// The tokens that were met.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The parts in the order in which they were added.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.vocabulary.clear();
        self.counts.clear();
        self.words = 0;
        self.parts.clear();
        self.within.clear();
    }
}

/// Counts tokens, or stems of tokens, of one text after another.
#[derive(Debug, Default)]
pub struct Tally {
    /// What was counted.
    pub features: Features,
    stems: Stems,
    /// Tokens of each language with their stems, which are costly to find.
    known: [Known; 4],
}

#[derive(Debug, Default)]
struct Known {
    tokens: Vocabulary,
    stems: Vec<String>,
}

impl Tally {
    /// Begins to count.
    #[must_use]
    pub fn new(stems: Stems) -> Tally {
        Tally { stems, ..Tally::default() }
    }

    /// Adds a text, as a part of its own if `is_part`.
    pub fn add(&mut self, text: &str, is_part: bool) {
        let language = self.stems.language(text);
        if language == Language::Other {
            return if is_part { self.features.add_part(text) } else { self.features.add(text) };
        }
        let known = &mut self.known[language as usize];
        if is_part {
            self.features.part(|features, add| {
                for_each_token(text, |token, _| add(features, known.stem(token, language)));
            });
        } else {
            let features = &mut self.features;
            for_each_token(text, |token, _| features.add_token(known.stem(token, language)));
        }
    }
}

impl Known {
    fn stem(&mut self, token: &str, language: Language) -> &str {
        let id = self.tokens.id(token) as usize;
        if id == self.stems.len() {
            self.stems.push(stem::stem(language, token));
        }
        &self.stems[id]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_counted_in_the_whole_and_in_parts() {
        let mut features = Features::default();
        features.add_part("The cat, the dog");
        features.add_part("");
        features.add_part("A dog");
        assert_eq!(features.ranked(), [("dog", 2), ("the", 2), ("a", 1), ("cat", 1)]);
        assert_eq!((features.words(), features.count("the"), features.count("cow")), (6, 2, 0));
        let dog = features.vocabulary().get("dog").expect("it was met");
        let counts = |part: &Part| part.counts.iter().find(|(id, _)| *id == dog).map(|it| it.1);
        let parts: Vec<_> = features.parts().iter().map(|it| (it.words, counts(it))).collect();
        assert_eq!(parts, [(4, Some(1)), (0, None), (2, Some(1))]);
    }

    #[test]
    fn stems_are_those_of_the_language_of_a_text() {
        let mut tally = Tally::new(Stems::Told);
        let text = "Мигранты и мигрантов, мигранту должны.";
        tally.add(text, false);
        tally.add(text, true);
        tally.add("مهاجر مهاجر", true);
        assert_eq!(tally.features.ranked()[0], ("мигрант", 6));
        assert_eq!(tally.features.count("مهاجر"), 2);
        let words: Vec<_> = tally.features.parts().iter().map(|part| part.words).collect();
        assert_eq!((words, tally.features.words()), (vec![5, 2], 12));
    }

    #[test]
    fn what_was_counted_apart_is_added_up() {
        let mut features = count_features("a b b");
        features.merge(&count_features("b c"));
        assert_eq!(features.iter().collect::<Vec<_>>(), [("a", 1), ("b", 3), ("c", 1)]);
        assert_eq!(features.words(), 5);
    }
}
