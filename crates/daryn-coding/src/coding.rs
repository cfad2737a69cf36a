//! Codings: which passages get which codes, and why.
//!
//! A code is given to a whole passage that holds no other one. Beside the passage itself rules see
//! its *lead-in*: the sentence that ends with a colon and begins the list in which the passage
//! stands; and the headings above it. Notes of editors and tables of contents are not coded.

use std::collections::HashMap;
use std::ops::Range;

use daryn_model::record::Id;
use daryn_read::{Document, Kind};
use daryn_text::Language;
use daryn_text::sentence::sentences;

use crate::codebook::Codebook;
use crate::compile::Program;
use crate::evaluate::{Around, Evaluator, Words};
use crate::rules::{Form, Rules, Tongue, order_of_codes};

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
    /// Those of them for whose language there are no rules.
    pub without_rules: usize,
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

/// Rules made ready. Can be shared between threads; each has a [`Worker`] of its own.
#[derive(Debug)]
pub struct Coder<'a> {
    rules: &'a Rules,
    /// Codes in the order in which rules give them.
    codes: Vec<Id>,
    /// For each of them its place in the codebook.
    places: Vec<usize>,
    programs: [Program; 3],
}

impl Coder<'_> {
    /// Makes the rules of a codebook ready.
    #[must_use]
    pub fn new<'a>(rules: &'a Rules, codebook: &Codebook) -> Coder<'a> {
        // Rules that were read have an order.
        let codes = order_of_codes(&rules.rules).unwrap_or_default();
        let programs =
            [Tongue::Kk, Tongue::Ru, Tongue::En].map(|tongue| Program::new(rules, tongue, &codes));
        let place = |code: &Id| codebook.codes.iter().position(|other| other.id == *code);
        let places = codes.iter().map(|code| place(code).unwrap_or(usize::MAX)).collect();
        Coder { rules, codes, places, programs }
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
    coder: &'a Coder<'a>,
    evaluators: [Evaluator<'a>; 3],
    words: [Words; 3],
}

impl<'a> Worker<'a> {
    /// Codes a document. Each passage is coded by the rules of its language, or all of them by
    /// those of `language` where that is told.
    pub fn code(&mut self, document: &Document, language: Option<Language>) -> Coded<'a> {
        let leads = lead_ins(document);
        let mut coded = Coded::default();
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
            coded.passages += 1;
            if self.coder.programs.get(place).is_none_or(Program::is_empty) {
                coded.without_rules += 1;
                coded.looked_at.push(LookedAt { passage: leaf, language, words: None });
                continue;
            }
            let evaluator = &mut self.evaluators[place];
            let [own, lead, above] = &mut self.words;
            evaluator.look(document.words(passage), own);
            let words = Some(own.number());
            coded.looked_at.push(LookedAt { passage: leaf, language, words });
            let range = leads.get(&leaf).cloned().unwrap_or(0..0);
            if seen.lead.as_ref() != Some(&(place, range.clone())) {
                evaluator.look(&document.text[range.clone()], lead);
                seen.lead = Some((place, range));
            }
            // A heading does not stand above itself, so what is above it is its own.
            let under = (place, passage.parent, passage.kind == Kind::Heading);
            if under.2 || seen.under != Some(under) {
                evaluator.look(&headings(document, leaf), above);
                seen.under = Some(under);
            }
            let around = Around { own, lead, headings: above, form };
            let mut given = evaluator.codes(&around);
            given.sort_unstable_by_key(|(code, _)| self.coder.places[*code]);
            for (code, rule) in given {
                let rule = &self.coder.rules.rules[rule];
                coded.codings.push(Coding {
                    passage: leaf,
                    code: &self.coder.codes[code],
                    rule: &rule.id,
                    version: rule.version.as_ref().unwrap_or(&self.coder.rules.head.version),
                    language,
                });
            }
        }
        coded
    }
}

/// What was looked through last, for the language in which it was.
#[derive(Default)]
struct Seen {
    lead: Option<(usize, Range<usize>)>,
    /// With the passage around, and whether it was a heading.
    under: Option<(usize, Option<usize>, bool)>,
}

/// The language of a passage; that of the document where its own words do not tell.
fn of_passage(document: &Document, place: usize) -> Language {
    let own = document.languages.get(place).map_or(Language::Other, |it| it.language());
    if own == Language::Other { document.language.language() } else { own }
}

/// The words of the headings above a passage, from the outermost one.
fn headings(document: &Document, place: usize) -> String {
    let mut above = Vec::new();
    let mut around = document.passages[place].parent;
    while let Some(parent) = around {
        let first = document.passages.get(parent + 1);
        let heading = first.filter(|it| {
            it.parent == Some(parent) && it.kind == Kind::Heading && parent + 1 != place
        });
        above.extend(heading.map(|heading| document.words(heading)));
        around = document.passages[parent].parent;
    }
    above.reverse();
    above.join("\n")
}

/// The lead-in of each passage that has one, as bytes of the text.
///
/// An item of a list is a sub-point, or a paragraph that begins with a small letter or a dash. Its
/// lead-in is the last sentence of the passage before the first item, if that ends with a colon.
/// Words between two sub-points do not end their list unless the numbers begin anew.
#[must_use]
pub fn lead_ins(document: &Document) -> HashMap<usize, Range<usize>> {
    let mut leads = HashMap::new();
    // For each parent the list that is open, and whether words stood in it since its last item.
    let mut open: HashMap<Option<usize>, (Range<usize>, bool)> = HashMap::new();
    for (place, passage) in document.passages.iter().enumerate() {
        if matches!(passage.kind, Kind::Note | Kind::Toc) {
            continue;
        }
        let words = document.words(passage);
        let is_new =
            passage.label.as_deref().is_none_or(|label| label.trim_end_matches(')') == "1");
        let goes_on = |(_, interrupted): &(Range<usize>, bool)| !*interrupted || !is_new;
        if is_item(passage.kind, words) {
            if let Some((lead, _)) = open.get(&passage.parent).filter(|list| goes_on(list)) {
                leads.insert(place, lead.clone());
            }
            continue;
        }
        let is_first = passage.parent.is_some_and(|parent| parent + 1 == place);
        let from_parent = passage.parent.filter(|_| is_first && passage.kind == Kind::Paragraph);
        // The words of a sub-point that holds a list of its own.
        if let Some(lead) = from_parent.and_then(|parent| leads.get(&parent)) {
            leads.insert(place, lead.clone());
        }
        if words.trim_end().ends_with(':') {
            let sentence = last_sentence(words);
            let lead = passage.start + sentence.start..passage.start + sentence.end;
            open.insert(passage.parent, (lead, false));
        } else if let Some((_, interrupted)) = open.get_mut(&passage.parent) {
            *interrupted = true;
        }
    }
    leads
}

fn is_item(kind: Kind, words: &str) -> bool {
    let begins_small = words
        .chars()
        .next()
        .is_some_and(|first| first.is_lowercase() || matches!(first, '-' | '–' | '—' | '•'));
    kind == Kind::SubPoint || (kind == Kind::Paragraph && begins_small)
}

fn last_sentence(words: &str) -> Range<usize> {
    sentences(words).pop().unwrap_or(0..words.len())
}
