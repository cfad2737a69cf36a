//! Codings: which passages get which codes, and why.
//!
//! A code is given to a whole passage that holds no other one. Beside the passage itself rules see
//! its *lead-in*: the sentence that ends with a colon and begins the list in which the passage
//! stands; the *tail* of the list, which is the item with which its sentence ends; and the headings
//! above it. Notes of editors and tables of contents are not coded.

use std::collections::BTreeMap;
use std::ops::Range;

use daryn_model::record::Id;
use daryn_read::{Document, Kind};
use daryn_text::Language;

use crate::check::order_of_codes;
use crate::codebook::Codebook;
use crate::compile::Program;
use crate::evaluate::{Around, Evaluator, Words};
use crate::lists::{beside, body, headings, headings_before};
use crate::rules::{Form, Rules, Tongue};

/// A code given to a passage by a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding<'a> {
    /// Place of the passage in the document.
    pub passage: usize,
    /// The code.
    pub code: &'a Id,
    /// The rule; of several rules that give one code the one that stands first in the file.
    pub rule: &'a Id,
    /// The version of the rule.
    pub version: &'a str,
    /// The language whose rules were applied.
    pub language: Language,
}

/// What became of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coded<'a> {
    /// Its codings in order of passages, and for one passage in order of the codebook.
    pub codings: Vec<Coding<'a>>,
    /// Passages that rules could look at: leaves that are no notes and no tables of contents.
    pub passages: usize,
    /// Those of them for whose language there are no rules, by language; those whose language was
    /// not recognised are [`Language::Other`].
    pub without_rules: BTreeMap<Language, usize>,
    /// Places of all of these passages, in order.
    pub looked_at: Vec<LookedAt>,
}

/// A passage that rules could look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookedAt {
    /// Its place in the document.
    pub passage: usize,
    /// The language whose rules are for it.
    pub language: Language,
    /// Number of its words by UAX 29; none where there are no rules for its language, and it was
    /// not looked through.
    pub words: Option<usize>,
}

/// Languages in the order of programs.
pub(crate) const TONGUES: [Tongue; 3] = [Tongue::Kk, Tongue::Ru, Tongue::En];

/// Rules made ready. Can be shared between threads; each has a [`Worker`] of its own.
#[derive(Debug)]
pub struct Coder<'a> {
    pub(crate) rules: &'a Rules,
    /// For each language codes in the order in which its rules give them, each with its place in
    /// the codebook.
    pub(crate) codes: [Vec<(Id, usize)>; 3],
    programs: [Program; 3],
}

impl Coder<'_> {
    /// Makes the rules of a codebook ready.
    #[must_use]
    pub fn new<'a>(rules: &'a Rules, codebook: &Codebook) -> Coder<'a> {
        let subtrees = codebook.subtrees();
        // Rules that were read have an order.
        let orders = TONGUES
            .map(|tongue| order_of_codes(&rules.rules, tongue, &subtrees).unwrap_or_default());
        let program = |place: usize| Program::new(rules, TONGUES[place], &orders[place], &subtrees);
        let programs = [program(0), program(1), program(2)];
        let place = |code: &Id| codebook.codes.iter().position(|other| other.id == *code);
        let placed = |code: Id| (place(&code).unwrap_or(usize::MAX), code);
        let codes = orders.map(|codes| {
            codes.into_iter().map(placed).map(|(place, code)| (code, place)).collect()
        });
        Coder { rules, codes, programs }
    }

    /// What codes documents on one thread.
    #[must_use]
    pub fn worker(&self) -> Worker<'_> {
        let [kk, ru, en] = &self.programs;
        Worker {
            coder: self,
            evaluators: [
                Evaluator::new(kk, Language::Kk),
                Evaluator::new(ru, Language::Ru),
                Evaluator::new(en, Language::En),
            ],
            words: Default::default(),
        }
    }
}

/// Codes documents. Remembers the words that it has met, so it should be used for many.
pub struct Worker<'a> {
    pub(crate) coder: &'a Coder<'a>,
    evaluators: [Evaluator<'a>; 3],
    words: [Words; 4],
}

impl<'a> Worker<'a> {
    /// Codes a document. Each passage is coded by the rules of its language, or all of them by
    /// those of `language` where that is told.
    pub fn code(&mut self, document: &Document, language: Option<Language>) -> Coded<'a> {
        let mut coded = Coded::default();
        let coder = self.coder;
        self.each(document, language, |looked, ready| {
            coded.passages += 1;
            coded.looked_at.push(looked);
            let Some(Ready { evaluator, around, place }) = ready else {
                *coded.without_rules.entry(looked.language).or_default() += 1;
                return;
            };
            let mut given = evaluator.codes(&around);
            let codes = &coder.codes[place];
            given.sort_unstable_by_key(|(code, _)| codes[*code].1);
            for (code, rule) in given {
                let rule = &coder.rules.rules[rule];
                coded.codings.push(Coding {
                    passage: looked.passage,
                    code: &codes[code].0,
                    rule: &rule.id,
                    version: rule.version.as_ref().unwrap_or(&coder.rules.head.version),
                    language: looked.language,
                });
            }
        });
        coded
    }

    /// Goes through the passages that rules could look at, in order; `None` stands where there are
    /// no rules for the language of one.
    pub(crate) fn each(
        &mut self,
        document: &Document,
        language: Option<Language>,
        mut visit: impl FnMut(LookedAt, Option<Ready<'_, 'a>>),
    ) {
        let lists = beside(document);
        let before = headings_before(document);
        let mut seen = Seen::default();
        for leaf in document.leaves() {
            let passage = &document.passages[leaf];
            if document.is_apart(leaf) {
                continue;
            }
            let Some(form) = Form::of(passage.kind) else { continue };
            let language = language.unwrap_or_else(|| of_passage(document, leaf));
            let place = match language {
                Language::Kk => 0,
                Language::Ru => 1,
                Language::En => 2,
                Language::Other => usize::MAX,
            };
            if self.coder.programs.get(place).is_none_or(Program::is_empty) {
                visit(LookedAt { passage: leaf, language, words: None }, None);
                continue;
            }
            let evaluator = &mut self.evaluators[place];
            let [own, lead, tail, above] = &mut self.words;
            evaluator.look(document.words(passage), body(document, leaf), own);
            let list = lists.get(&leaf).cloned().unwrap_or_default();
            if seen.lead.as_ref() != Some(&(place, list.lead.clone())) {
                evaluator.look(&document.text[list.lead.clone()], 0, lead);
                seen.lead = Some((place, list.lead));
            }
            if seen.tail.as_ref() != Some(&(place, list.tail.clone())) {
                evaluator.look(&document.text[list.tail.clone()], 0, tail);
                seen.tail = Some((place, list.tail));
            }
            // A heading does not stand above itself, so what is above it is its own.
            let is_heading = passage.kind == Kind::Heading;
            let under = (place, passage.parent, before[leaf]);
            if is_heading || seen.under != Some(under) {
                evaluator.look(&headings(document, &before, leaf), 0, above);
                seen.under = Some(under).filter(|_| !is_heading);
            }
            let looked = LookedAt { passage: leaf, language, words: Some(own.number()) };
            let around = Around { own, lead, tail, headings: above, form };
            visit(looked, Some(Ready { evaluator, around, place }));
        }
    }
}

/// A passage that was looked through, with the rules of its language.
pub(crate) struct Ready<'w, 'a> {
    pub(crate) evaluator: &'w mut Evaluator<'a>,
    pub(crate) around: Around<'w>,
    /// Place of the language among programs.
    pub(crate) place: usize,
}

/// What was looked through last, for the language in which it was.
#[derive(Default)]
struct Seen {
    lead: Option<(usize, Range<usize>)>,
    tail: Option<(usize, Range<usize>)>,
    /// With the passage around, and the heading before; none behind a heading.
    under: Option<(usize, Option<usize>, Option<usize>)>,
}

/// The language of a passage; that of the document where its own words do not tell.
fn of_passage(document: &Document, place: usize) -> Language {
    let own = document.languages.get(place).map_or(Language::Other, |it| it.language());
    if own == Language::Other { document.language.language() } else { own }
}
