//! Counts categories in texts.
//!
//! Within a category a token is counted in one match at most: longer patterns go before shorter
//! ones, of one length the one that begins earlier, as `tokens_lookup` of quanteda does. An
//! exclusion goes before a pattern of its length; it takes its tokens and counts nothing. Between
//! categories nothing is taken.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use daryn_text::language::{self, Language};
use daryn_text::stem;

use crate::dictionary::Dictionary;
use crate::pattern::Word;
use crate::token::for_each_token;
use crate::vocabulary::Vocabulary;

/// What is done with words before they are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stems {
    /// Words are compared as they stand, in lower case.
    #[default]
    No,
    /// By their stems in the language that each document is in; what is in no language that has
    /// stems is compared as it stands.
    Told,
    /// By their stems in this language.
    In(Language),
}

impl Stems {
    /// The language whose stems a document is compared by.
    #[must_use]
    pub fn language(self, text: &str) -> Language {
        match self {
            Stems::No => Language::Other,
            Stems::Told => language::identify(text),
            Stems::In(language) => language,
        }
    }
}

/// How matches of one category are counted that share tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shared {
    /// Each token in one match at most.
    #[default]
    Once,
    /// Each place where a pattern matches, also where it shares tokens with others; two patterns
    /// that match the same tokens are one match. An exclusion still takes out what shares a token
    /// with it and is no longer.
    Every,
}

/// A dictionary made ready.
#[derive(Debug)]
pub struct Matcher {
    names: Vec<String>,
    /// For each category those tables above it that are counted too.
    parents: Vec<Vec<usize>>,
    /// Whether matches of a category can meet, so that they must be held against each other.
    meets: Vec<bool>,
    words: Words,
    /// For each word the categories it is a pattern of by itself.
    alone: Vec<Vec<(usize, bool)>>,
    /// Patterns of several words.
    several: Vec<Several>,
    /// For each word the patterns of several words that it begins.
    begins: Vec<Vec<usize>>,
    longest: usize,
    stems: Stems,
    shared: Shared,
}

#[derive(Debug)]
struct Several {
    words: Vec<u32>,
    category: usize,
    excludes: bool,
}

impl Matcher {
    /// Makes a dictionary ready. With `rolls_up`, tables are categories that come before those
    /// below them: they count what these count, each token once.
    #[must_use]
    pub fn new(dictionary: &Dictionary, stems: Stems, shared: Shared, rolls_up: bool) -> Matcher {
        let mut names: Vec<String> = Vec::new();
        let mut tables: BTreeMap<&[String], usize> = BTreeMap::new();
        let (mut own, mut parents) = (Vec::new(), Vec::new());
        for category in &dictionary.categories {
            let mut above = Vec::new();
            for depth in (1..category.path.len()).filter(|_| rolls_up) {
                let path = &category.path[..depth];
                above.push(*tables.entry(path).or_insert_with(|| {
                    names.push(path.join("."));
                    parents.push(Vec::new());
                    names.len() - 1
                }));
            }
            own.push(names.len());
            names.push(category.name());
            parents.push(above);
        }
        let mut matcher = Matcher {
            meets: vec![false; names.len()],
            names,
            parents,
            words: Words::new(dictionary),
            alone: Vec::new(),
            several: Vec::new(),
            begins: Vec::new(),
            longest: 1,
            stems,
            shared,
        };
        matcher.alone.resize(matcher.words.all.len(), Vec::new());
        matcher.begins.resize(matcher.words.all.len(), Vec::new());
        for (category, own) in dictionary.categories.iter().zip(own) {
            for pattern in &category.patterns {
                let words: Vec<u32> =
                    pattern.words.iter().map(|word| matcher.words.number(word)).collect();
                let first = words[0] as usize;
                if words.len() == 1 {
                    matcher.alone[first].push((own, pattern.excludes));
                } else {
                    matcher.meets[own] = true;
                    matcher.longest = matcher.longest.max(words.len());
                    matcher.begins[first].push(matcher.several.len());
                    let excludes = pattern.excludes;
                    matcher.several.push(Several { words, category: own, excludes });
                }
            }
        }
        matcher.meet();
        matcher
    }

    /// Categories below a table must tell it where their matches are if those of one can meet.
    fn meet(&mut self) {
        let of = |meets: &[bool], child: usize, above: &[usize]| {
            meets[child] || above.iter().any(|parent| meets[*parent])
        };
        // From the categories to the outermost tables, and back.
        for _ in 0..2 {
            for child in 0..self.names.len() {
                if of(&self.meets, child, &self.parents[child]) {
                    let above = self.parents[child].clone();
                    above.into_iter().chain([child]).for_each(|it| self.meets[it] = true);
                }
            }
        }
    }

    /// What categories are called, in the order in which they are counted.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Begins to count.
    #[must_use]
    pub fn counter(&self) -> Counter<'_> {
        Counter {
            matcher: self,
            memos: std::array::from_fn(|_| Memo::default()),
            classes: vec![Class::default()],
            known: HashMap::from([(Vec::new(), 0)]),
            ids: Vec::new(),
            gone: 0,
            counts: vec![0; self.names.len()],
            met: Vec::new(),
            is_met: vec![false; self.names.len()],
            open: self.names.iter().map(|_| Open::default()).collect(),
            held: self.names.iter().map(|_| Vec::new()).collect(),
        }
    }
}

/// All words of all patterns, so that each token is looked at once.
#[derive(Debug)]
struct Words {
    all: Vec<Word>,
    numbers: HashMap<Word, u32>,
    /// Exact words as they stand, then by their stems in each language.
    exact: [HashMap<String, Vec<u32>>; 4],
    prefixes: HashMap<String, u32>,
    /// How many bytes prefixes have.
    lengths: BTreeSet<usize>,
    globs: Vec<u32>,
}

/// Languages in the order of what is kept for each.
const LANGUAGES: [Language; 4] = [Language::Other, Language::Kk, Language::Ru, Language::En];

fn place(language: Language) -> usize {
    LANGUAGES.iter().position(|other| *other == language).unwrap_or(0)
}

fn key(language: Language, word: &str) -> String {
    match language {
        Language::Other => word.to_owned(),
        language => stem::stem(language, word),
    }
}

impl Words {
    fn new(dictionary: &Dictionary) -> Words {
        let mut words = Words {
            all: Vec::new(),
            numbers: HashMap::new(),
            exact: Default::default(),
            prefixes: HashMap::new(),
            lengths: BTreeSet::new(),
            globs: Vec::new(),
        };
        let patterns = dictionary.categories.iter().flat_map(|category| &category.patterns);
        for word in patterns.flat_map(|pattern| &pattern.words) {
            if words.numbers.contains_key(word) {
                continue;
            }
            let number = words.all.len() as u32;
            words.all.push(word.clone());
            words.numbers.insert(word.clone(), number);
            match word {
                Word::Exact(text) => {
                    for (language, exact) in LANGUAGES.iter().zip(&mut words.exact) {
                        exact.entry(key(*language, text)).or_default().push(number);
                    }
                }
                Word::Prefix(text) => {
                    words.lengths.insert(text.len());
                    words.prefixes.insert(text.clone(), number);
                }
                Word::Glob(_) => words.globs.push(number),
            }
        }
        words
    }

    fn number(&self, word: &Word) -> u32 {
        self.numbers[word]
    }

    /// Numbers of the words that match a token, rising. Exact words are compared by their stems in
    /// the language; words with `*` or `?` are held against the token as it stands.
    fn matching(&self, token: &str, language: Language) -> Vec<u32> {
        let exact = self.exact[place(language)].get(&key(language, token));
        let mut found: Vec<u32> = exact.into_iter().flatten().copied().collect();
        let prefixes = self.lengths.iter().filter_map(|length| token.get(..*length));
        found.extend(prefixes.filter_map(|prefix| self.prefixes.get(prefix)));
        let globs = self.globs.iter().filter(|glob| self.all[**glob as usize].matches(token));
        found.extend(globs);
        found.sort_unstable();
        found
    }
}

/// Counts categories in one document after another.
#[derive(Debug)]
pub struct Counter<'a> {
    matcher: &'a Matcher,
    /// What is known of tokens, for each language.
    memos: [Memo; 4],
    classes: Vec<Class>,
    known: HashMap<Vec<u32>, u32>,
    /// Classes of tokens of the document, those that are still needed.
    ids: Vec<u32>,
    /// How many tokens of the document went before these.
    gone: usize,
    counts: Vec<u64>,
    /// Categories that the document holds or may hold.
    met: Vec<usize>,
    is_met: Vec<bool>,
    /// For each category matches that meet each other.
    open: Vec<Open>,
    /// For each table the matches of categories below it.
    held: Vec<Vec<Span>>,
}

/// Tokens with the class of each.
#[derive(Debug, Default)]
struct Memo {
    vocabulary: Vocabulary,
    classes: Vec<u32>,
}

/// Tokens that are kept at most for one language; then all are forgotten, so that memory does not
/// grow with the text.
const KEPT: usize = 1 << 20;

/// Tokens of a document that are kept before their matches are looked for.
const WINDOW: usize = 1 << 16;

/// What all tokens have in common that the same words match.
#[derive(Debug, Default)]
struct Class {
    words: Vec<u32>,
    /// Categories that are counted at once.
    counted: Vec<usize>,
    /// Categories whose matches can meet, and whether this is an exclusion.
    spans: Vec<(usize, bool)>,
    /// Patterns of several words that begin here.
    begins: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    start: usize,
    length: usize,
    excludes: bool,
}

#[derive(Debug, Default)]
struct Open {
    spans: Vec<Span>,
    /// The token behind all of them.
    end: usize,
}

/// What was counted in a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// How many tokens it has.
    pub words: u64,
    /// Numbers of categories that were met, rising, and how often.
    pub counts: Vec<(usize, u64)>,
}

impl Counter<'_> {
    /// Counts in a document.
    pub fn count(&mut self, text: &str) -> Counted {
        let language = self.matcher.stems.language(text);
        let mut memo = std::mem::take(&mut self.memos[place(language)]);
        for_each_token(text, |token, _| {
            let id = memo.vocabulary.id(token) as usize;
            let class = match memo.classes.get(id) {
                Some(class) => *class,
                None => {
                    let class = self.class(token, language);
                    memo.classes.push(class);
                    class
                }
            };
            self.ids.push(class);
            if self.ids.len() == WINDOW {
                self.look(self.matcher.longest - 1);
            }
        });
        if memo.classes.len() > KEPT {
            memo = Memo::default();
        }
        self.memos[place(language)] = memo;
        self.look(0);
        let words = self.gone as u64;
        self.gone = 0;
        Counted { words, counts: self.end() }
    }

    /// The class of a token that was not met yet.
    #[cold]
    fn class(&mut self, token: &str, language: Language) -> u32 {
        let words = self.matcher.words.matching(token, language);
        if let Some(class) = self.known.get(&words) {
            return *class;
        }
        let mut class = Class::default();
        let of = |word: &u32| self.matcher.alone[*word as usize].iter().copied();
        let matched: BTreeSet<(usize, bool)> = words.iter().flat_map(of).collect();
        let mut counted = BTreeSet::new();
        for (category, excludes) in &matched {
            if self.matcher.meets[*category] {
                class.spans.push((*category, *excludes));
            } else if !excludes && !matched.contains(&(*category, true)) {
                counted.insert(*category);
                counted.extend(&self.matcher.parents[*category]);
            }
        }
        class.counted = counted.into_iter().collect();
        class.begins =
            words.iter().flat_map(|word| &self.matcher.begins[*word as usize]).copied().collect();
        class.words = words.clone();
        let number = self.classes.len() as u32;
        self.classes.push(class);
        self.known.insert(words, number);
        number
    }

    /// Looks for matches that begin at the tokens that are kept, but for the last ones.
    fn look(&mut self, kept: usize) {
        let ids = std::mem::take(&mut self.ids);
        let end = ids.len().saturating_sub(kept);
        let classes = std::mem::take(&mut self.classes);
        for (at, id) in ids[..end].iter().enumerate() {
            if *id == 0 {
                continue;
            }
            let class = &classes[*id as usize];
            for category in &class.counted {
                self.counts[*category] += 1;
                self.note(*category);
            }
            let start = self.gone + at;
            for (category, excludes) in &class.spans {
                self.meet(*category, Span { start, length: 1, excludes: *excludes });
            }
            for several in &class.begins {
                let Several { words, category, excludes } = &self.matcher.several[*several];
                let follows = |(ahead, word): (usize, &u32)| {
                    let id = ids.get(at + ahead);
                    id.is_some_and(|id| classes[*id as usize].words.contains(word))
                };
                if words.iter().enumerate().skip(1).all(follows) {
                    let span = Span { start, length: words.len(), excludes: *excludes };
                    self.meet(*category, span);
                }
            }
        }
        (self.ids, self.classes) = (ids, classes);
        self.ids.drain(..end);
        self.gone += end;
    }

    /// Adds a match; none that begins earlier comes after it.
    fn meet(&mut self, category: usize, span: Span) {
        if span.start >= self.open[category].end {
            self.settle(category);
        }
        self.note(category);
        let open = &mut self.open[category];
        open.end = open.end.max(span.start + span.length);
        open.spans.push(span);
    }

    fn note(&mut self, category: usize) {
        if !self.is_met[category] {
            self.is_met[category] = true;
            self.met.push(category);
        }
    }

    /// Counts what meets each other in a category and meets nothing else.
    fn settle(&mut self, category: usize) {
        let matcher = self.matcher;
        let mut spans = std::mem::take(&mut self.open[category].spans);
        keep(&mut spans, matcher.shared);
        self.counts[category] += spans.len() as u64;
        for parent in &matcher.parents[category] {
            self.held[*parent].extend(&spans);
            self.note(*parent);
        }
        spans.clear();
        self.open[category].spans = spans;
    }

    /// Ends a document.
    fn end(&mut self) -> Vec<(usize, u64)> {
        let mut at = 0;
        while let Some(category) = self.met.get(at).copied() {
            self.settle(category);
            self.open[category].end = 0;
            at += 1;
        }
        let mut met = std::mem::take(&mut self.met);
        met.sort_unstable();
        let mut counts = Vec::with_capacity(met.len());
        for category in met.drain(..) {
            self.is_met[category] = false;
            let held = &mut self.held[category];
            keep(held, self.matcher.shared);
            let count = std::mem::take(&mut self.counts[category]) + held.len() as u64;
            held.clear();
            if count > 0 {
                counts.push((category, count));
            }
        }
        self.met = met;
        counts
    }
}

/// Keeps the matches of a category that count.
fn keep(spans: &mut Vec<Span>, shared: Shared) {
    if let [one] = &spans[..] {
        if one.excludes {
            spans.clear();
        }
        return;
    }
    let Some(first) = spans.iter().map(|span| span.start).min() else { return };
    spans.sort_by_key(|span| (std::cmp::Reverse(span.length), !span.excludes, span.start));
    spans.dedup();
    let end = spans.iter().map(|span| span.start + span.length).max().unwrap_or(first);
    let mut taken = vec![false; end - first];
    spans.retain(|span| {
        let own = &mut taken[span.start - first..][..span.length];
        let is_free = !own.contains(&true);
        let takes = match shared {
            Shared::Once => is_free,
            Shared::Every => span.excludes,
        };
        if takes {
            own.fill(true);
        }
        is_free && !span.excludes
    });
}
