//! Which rules hold of a passage: one pass over its tokens, then bits.

use std::collections::HashMap;

use daryn_count::for_each_token;
use daryn_text::Language;

use crate::compile::{Ask, Asked, Node, Program, bit};
use crate::rules::{Form, Scope};

/// A passage with what is read beside it.
pub(crate) struct Around<'a> {
    pub(crate) own: &'a Words,
    pub(crate) lead: &'a Words,
    pub(crate) tail: &'a Words,
    pub(crate) headings: &'a Words,
    pub(crate) form: Form,
}

/// A part of a program that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// A clue by its number: it holds nowhere.
    Clue(usize),
    /// A rule by its place in the file: it gives no code.
    Rule(usize),
}

/// Applies a program. Not shared between threads, since it remembers tokens.
pub(crate) struct Evaluator<'a> {
    program: &'a Program,
    language: Language,
    /// For each different token what words of the program it is.
    classes: HashMap<String, u32>,
    of_class: Vec<Vec<u32>>,
    /// What is known of the clues in the passage that is looked at.
    clues: Vec<Option<bool>>,
}

/// The class of tokens that are no word of the program.
const HIDDEN: u32 = 0;

/// Words that were looked through.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    tokens: Vec<u32>,
    /// How many tokens are printed before the words: a number, or «Статья 5».
    numbers: usize,
    /// A bit for each term of the program.
    hits: Vec<u64>,
}

impl Words {
    /// How many words there are, numbers among them.
    pub(crate) fn number(&self) -> usize {
        self.tokens.len()
    }

    fn has(&self, term: u32) -> bool {
        self.hits.get(term as usize / 64).is_some_and(|bits| bits >> (term % 64) & 1 == 1)
    }

    fn hit(&mut self, term: u32) {
        self.hits[term as usize / 64] |= 1 << (term % 64);
    }
}

impl<'a> Evaluator<'a> {
    pub(crate) fn new(program: &'a Program, language: Language) -> Evaluator<'a> {
        Evaluator {
            program,
            language,
            classes: HashMap::new(),
            of_class: vec![Vec::new()],
            clues: vec![None; program.clues.len()],
        }
    }

    /// Looks a text through whose words begin at byte `body`; a number is printed before them.
    pub(crate) fn look(&mut self, text: &str, body: usize, into: &mut Words) {
        into.tokens.clear();
        into.hits.clear();
        into.hits.resize(self.program.terms.len().div_ceil(64), 0);
        into.numbers = 0;
        for_each_token(text, |token, bytes| {
            into.numbers += usize::from(bytes.start < body);
            let class = match self.classes.get(token) {
                Some(class) => *class,
                None => {
                    let class = self.of_class.len() as u32;
                    self.of_class.push(self.program.words.of(self.language, token));
                    self.classes.insert(token.to_owned(), class);
                    class
                }
            };
            into.tokens.push(class);
        });
        self.hide(&mut into.tokens);
        for place in 0..into.tokens.len() {
            for word in &self.of_class[into.tokens[place] as usize] {
                for term in &self.program.alone[*word as usize] {
                    into.hit(*term);
                }
                for term in &self.program.begins[*word as usize] {
                    if self.stands(*term, place, into) {
                        into.hit(*term);
                    }
                }
            }
        }
    }

    /// Puts the token that is no word of the program in the place of words of names.
    fn hide(&self, tokens: &mut [u32]) {
        if self.program.names.iter().all(Vec::is_empty) {
            return;
        }
        let seen = tokens.to_vec();
        for (place, token) in seen.iter().enumerate() {
            for word in &self.of_class[*token as usize] {
                for name in &self.program.names[*word as usize] {
                    if self.follow(&name.words, &seen[place..]) {
                        tokens[place + name.from..place + name.words.len()].fill(HIDDEN);
                    }
                }
            }
        }
    }

    /// Whether tokens begin with words.
    fn follow(&self, words: &[u32], tokens: &[u32]) -> bool {
        tokens.len() >= words.len()
            && words
                .iter()
                .zip(tokens)
                .all(|(word, token)| self.of_class[*token as usize].binary_search(word).is_ok())
    }

    /// Whether a term stands at a place.
    fn stands(&self, term: u32, place: usize, words: &Words) -> bool {
        let tokens = &words.tokens;
        let phrase = &self.program.terms[term as usize];
        // Who writes `^12 орган` means the number.
        (!phrase.at_start || place <= words.numbers)
            && (!phrase.at_end || place + phrase.words.len() == tokens.len())
            && self.follow(&phrase.words, &tokens[place..])
    }

    /// The codes of a passage with the rule that gives each, by place in the file of rules: of
    /// several rules the first one.
    pub(crate) fn codes(&mut self, around: &Around<'_>) -> Vec<(usize, usize)> {
        self.codes_without(around, None)
    }

    /// The same where a clue or a rule is not there.
    pub(crate) fn codes_without(
        &mut self,
        around: &Around<'_>,
        left_out: Option<Part>,
    ) -> Vec<(usize, usize)> {
        self.clues.fill(None);
        if let Some(Part::Clue(clue)) = left_out {
            self.clues[clue] = Some(false);
        }
        let program = self.program;
        let mut given: Vec<(usize, usize)> = Vec::new();
        for (code, rules) in program.rules.iter().enumerate() {
            let has = |code: &usize| given.iter().any(|(given, _)| given == code);
            let rule = rules.iter().find(|ready| {
                left_out != Some(Part::Rule(ready.rule))
                    && (ready.requires.is_empty() || ready.requires.iter().any(has))
                    && !ready.unless.iter().any(has)
                    && self.holds(&ready.node, around)
            });
            if let Some(ready) = rule {
                given.push((code, ready.rule));
            }
        }
        given
    }

    /// Clues that were found to hold in the passage that was looked at last. One that was not
    /// asked for, or does not hold, changes nothing where it is left out.
    pub(crate) fn held(&self) -> Vec<usize> {
        (0..self.clues.len()).filter(|clue| self.clues[*clue] == Some(true)).collect()
    }

    fn holds(&mut self, node: &Node, around: &Around<'_>) -> bool {
        node.forms & bit(around.form) != 0
            && node.scoped.iter().all(|(scope, asked)| self.meets(*scope, asked, around))
    }

    fn meets(&mut self, scope: Scope, asked: &Asked, around: &Around<'_>) -> bool {
        (asked.any.is_empty() || asked.any.iter().any(|ask| self.is_met(scope, *ask, around)))
            && asked.all.iter().all(|ask| self.is_met(scope, *ask, around))
            && !asked.none.iter().any(|ask| self.is_met(scope, *ask, around))
            && asked.near.iter().all(|near| {
                places(scope, around).into_iter().flatten().any(|words| self.near(*near, words))
            })
    }

    /// A clue says itself where it looks, so the scope is for terms only.
    fn is_met(&mut self, scope: Scope, ask: Ask, around: &Around<'_>) -> bool {
        match ask {
            Ask::Term(term) => {
                places(scope, around).into_iter().flatten().any(|words| words.has(term))
            }
            Ask::Clue(clue) => match self.clues[clue as usize] {
                Some(known) => known,
                None => {
                    let program = self.program;
                    let holds = self.holds(&program.clues[clue as usize], around);
                    self.clues[clue as usize] = Some(holds);
                    holds
                }
            },
        }
    }

    fn near(&self, (a, b, within): (u32, u32, usize), words: &Words) -> bool {
        if !words.has(a) || !words.has(b) {
            return false;
        }
        let starts = |term: u32| {
            (0..words.tokens.len()).filter(move |place| self.stands(term, *place, words))
        };
        // Both are in order, so what is too far before one is so before all that follow.
        let mut others = starts(b).peekable();
        for one in starts(a) {
            while others.next_if(|other| *other + within < one).is_some() {}
            let mut close = others.clone().take_while(|other| *other <= one.saturating_add(within));
            if close.any(|other| other != one) {
                return true;
            }
        }
        false
    }
}

fn places<'a>(scope: Scope, around: &Around<'a>) -> [Option<&'a Words>; 2] {
    match scope {
        Scope::Both => [Some(around.own), Some(around.lead)],
        Scope::Own => [Some(around.own), None],
        Scope::Lead => [Some(around.lead), None],
        Scope::Tail => [Some(around.tail), None],
        Scope::Headings => [Some(around.headings), None],
    }
}
