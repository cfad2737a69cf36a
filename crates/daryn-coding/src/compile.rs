//! Rules of one language made ready: every word of every rule in one table, so that each different
//! token of the texts is looked up once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use daryn_count::Word;
use daryn_model::record::Id;
use daryn_text::{Language, stem};

use crate::check::awaited;
use crate::codebook::Subtrees;
use crate::rules::{Condition, Conditions, Form, Rules, Scope, Term, Tongue, hidden};

/// The rules of a language.
#[derive(Debug, Default)]
pub(crate) struct Program {
    pub(crate) words: Words,
    /// For each word the terms that are this word alone.
    pub(crate) alone: Vec<Vec<u32>>,
    /// For each word the terms that begin with it and ask for more.
    pub(crate) begins: Vec<Vec<u32>>,
    /// For each word the names that begin with it.
    pub(crate) names: Vec<Vec<Hidden>>,
    /// Terms by number.
    pub(crate) terms: Vec<Phrase>,
    /// Clues, and rules behind them, as what they ask for.
    pub(crate) clues: Vec<Node>,
    /// For each code of the language the rules that give it, in the order of the file.
    pub(crate) rules: Vec<Vec<Ready>>,
}

/// Neighbouring words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Phrase {
    pub(crate) words: Vec<u32>,
    pub(crate) at_start: bool,
    pub(crate) at_end: bool,
}

/// A name whose words are not seen from one of them on.
#[derive(Debug, Clone)]
pub(crate) struct Hidden {
    pub(crate) words: Vec<u32>,
    pub(crate) from: usize,
}

/// A rule made ready.
#[derive(Debug)]
pub(crate) struct Ready {
    /// Its place in the file.
    pub(crate) rule: usize,
    pub(crate) node: Node,
    /// Codes by number.
    pub(crate) requires: Vec<usize>,
    pub(crate) unless: Vec<usize>,
}

/// What a clue or a rule asks for.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) scoped: Vec<(Scope, Asked)>,
    /// Bits of the forms that it looks at.
    pub(crate) forms: u16,
}

/// A condition whose terms are numbers.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    pub(crate) any: Vec<Ask>,
    pub(crate) all: Vec<Ask>,
    pub(crate) none: Vec<Ask>,
    pub(crate) near: Vec<(u32, u32, usize)>,
}

/// One thing that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    Term(u32),
    Clue(u32),
}

/// The bit of a form.
pub(crate) fn bit(form: Form) -> u16 {
    1 << form as u16
}

fn bits(forms: &[Form]) -> u16 {
    forms.iter().fold(0, |bits, form| bits | bit(*form))
}

/// The words of rules.
#[derive(Debug, Default)]
pub(crate) struct Words {
    numbers: BTreeMap<(Word, bool), u32>,
    exact: HashMap<String, Vec<u32>>,
    stems: HashMap<String, Vec<u32>>,
    prefixes: HashMap<String, Vec<u32>>,
    /// How many bytes prefixes have.
    lengths: BTreeSet<usize>,
    globs: Vec<(Word, u32)>,
}

impl Words {
    fn number(&mut self, language: Language, word: &Word, by_stem: bool) -> u32 {
        let next = self.numbers.len() as u32;
        let word = plain(word);
        if let Some(number) = self.numbers.get(&(word.clone(), by_stem)) {
            return *number;
        }
        match &word {
            Word::Exact(text) if by_stem => {
                self.stems.entry(stem::stem(language, text)).or_default().push(next);
            }
            Word::Exact(text) => self.exact.entry(text.clone()).or_default().push(next),
            Word::Prefix(text) => {
                self.lengths.insert(text.len());
                self.prefixes.entry(text.clone()).or_default().push(next);
            }
            Word::Glob(_) => self.globs.push((word.clone(), next)),
        }
        self.numbers.insert((word, by_stem), next);
        next
    }

    /// The words that a token is, in order.
    pub(crate) fn of(&self, language: Language, token: &str) -> Vec<u32> {
        let token = plain_letters(token);
        let mut found = Vec::new();
        let mut take = |numbers: Option<&Vec<u32>>| found.extend(numbers.into_iter().flatten());
        take(self.exact.get(token.as_str()));
        if !self.stems.is_empty() {
            take(self.stems.get(&stem::stem(language, &token)));
        }
        for length in &self.lengths {
            take(token.get(..*length).and_then(|start| self.prefixes.get(start)));
        }
        let globs = self.globs.iter().filter(|(glob, _)| glob.matches(&token));
        found.extend(globs.map(|(_, number)| *number));
        found.sort_unstable();
        found
    }
}

/// «ё» is written «е» as often as not.
fn plain_letters(text: &str) -> String {
    text.replace('ё', "е")
}

fn plain(word: &Word) -> Word {
    match word {
        Word::Exact(text) => Word::Exact(plain_letters(text)),
        Word::Prefix(text) => Word::Prefix(plain_letters(text)),
        Word::Glob(text) => Word::Glob(plain_letters(text)),
    }
}

impl Program {
    /// Whether there is no rule of the language.
    pub(crate) fn is_empty(&self) -> bool {
        // A rule that can never hold is one, too; each has a code.
        self.rules.is_empty()
    }

    /// The rules of a language, for codes in the order in which they are given.
    pub(crate) fn new(
        rules: &Rules,
        tongue: Tongue,
        codes: &[Id],
        subtrees: &Subtrees<'_>,
    ) -> Program {
        let mut maker = Maker {
            language: tongue.language(),
            program: Program::default(),
            numbers: BTreeMap::new(),
            clues: BTreeMap::new(),
        };
        for text in rules.names.iter().filter(|it| it.language == tongue).flat_map(|it| &it.words) {
            maker.name(text);
        }
        let clues: Vec<_> = rules.clues.iter().filter(|clue| clue.language == tongue).collect();
        maker.clues =
            clues.iter().enumerate().map(|(n, clue)| (clue.id.0.clone(), n as u32)).collect();
        for clue in clues {
            let node = maker.node(&clue.conditions());
            maker.program.clues.push(node);
        }
        let numbers: BTreeMap<&Id, usize> =
            codes.iter().enumerate().map(|(number, code)| (code, number)).collect();
        let awaited = |ids: &[Id]| -> Vec<usize> {
            awaited(ids, subtrees).filter_map(|id| numbers.get(id).copied()).collect()
        };
        maker.program.rules = codes.iter().map(|_| Vec::new()).collect();
        for (place, rule) in rules.rules.iter().enumerate() {
            let number = numbers.get(&rule.code).filter(|_| rule.language == tongue);
            let Some(code) = number.copied() else { continue };
            let ready = Ready {
                rule: place,
                node: maker.node(&rule.conditions()),
                requires: awaited(&rule.requires),
                unless: awaited(&rule.unless),
            };
            // A code that no rule gives is never there.
            let is_possible = rule.requires.is_empty() || !ready.requires.is_empty();
            if is_possible {
                maker.program.rules[code].push(ready);
            }
        }
        maker.program
    }
}

struct Maker {
    language: Language,
    program: Program,
    numbers: BTreeMap<Phrase, u32>,
    clues: BTreeMap<String, u32>,
}

impl Maker {
    fn node(&mut self, conditions: &Conditions) -> Node {
        let scoped = conditions.scoped.iter();
        let scoped: Vec<_> =
            scoped.map(|(scope, condition)| (*scope, self.asked(condition))).collect();
        let wanted = if conditions.forms.is_empty() { u16::MAX } else { bits(&conditions.forms) };
        Node {
            scoped: scoped.into_iter().filter(|(_, asked)| !asked.is_empty()).collect(),
            forms: wanted & !bits(&conditions.not_forms),
        }
    }

    fn name(&mut self, text: &str) {
        let Some((Term::Words { words, .. }, from)) = hidden(text) else { return };
        let words = self.numbers_of(&words);
        let first = words[0] as usize;
        self.program.names[first].push(Hidden { words, from });
    }

    fn numbers_of(&mut self, words: &[(Word, bool)]) -> Vec<u32> {
        let program = &mut self.program;
        let numbers = words
            .iter()
            .map(|(word, by_stem)| program.words.number(self.language, word, *by_stem))
            .collect();
        let known = program.words.numbers.len();
        program.alone.resize(known, Vec::new());
        program.begins.resize(known, Vec::new());
        program.names.resize(known, Vec::new());
        numbers
    }

    fn asked(&mut self, condition: &Condition) -> Asked {
        let mut asks = |texts: &[String]| -> Vec<Ask> {
            texts.iter().filter_map(|text| self.ask(text)).collect()
        };
        let (any, all, none) = (asks(&condition.any), asks(&condition.all), asks(&condition.none));
        let near = condition.near.iter().filter_map(|near| {
            match (self.ask(&near.a)?, self.ask(&near.b)?) {
                (Ask::Term(a), Ask::Term(b)) => {
                    Some((a, b, usize::try_from(near.within).unwrap_or(0)))
                }
                _ => None,
            }
        });
        Asked { near: near.collect(), any, all, none }
    }

    /// What a text asks for; rules were checked before, so there is always something.
    fn ask(&mut self, text: &str) -> Option<Ask> {
        let (words, at_start, at_end) = match Term::parse(text)? {
            Term::Clue(name) => return self.clues.get(&name).map(|clue| Ask::Clue(*clue)),
            Term::Words { words, at_start, at_end } => (words, at_start, at_end),
        };
        let words = self.numbers_of(&words);
        let program = &mut self.program;
        let first = words[0] as usize;
        let phrase = Phrase { words, at_start, at_end };
        if let Some(number) = self.numbers.get(&phrase) {
            return Some(Ask::Term(*number));
        }
        let number = program.terms.len() as u32;
        let is_plain = phrase.words.len() == 1 && !at_start && !at_end;
        let by_word = if is_plain { &mut program.alone } else { &mut program.begins };
        by_word[first].push(number);
        program.terms.push(phrase.clone());
        self.numbers.insert(phrase, number);
        Some(Ask::Term(number))
    }
}

impl Asked {
    fn is_empty(&self) -> bool {
        self.any.is_empty() && self.all.is_empty() && self.none.is_empty() && self.near.is_empty()
    }
}
