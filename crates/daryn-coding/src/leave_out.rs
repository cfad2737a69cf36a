//! What becomes of codings where one rule or clue is left out: a slightly narrower codebook.
//!
//! A clue that is left out holds nowhere: what asks for it as the only thing is not met, and what
//! it excludes is not excluded, so that codings may be gained, too. Clues of several languages that
//! share a name are left out together. Names that hide words (`[[name]]`) are always there.

use std::collections::BTreeMap;

use daryn_model::record::Id;
use daryn_read::Document;
use daryn_text::Language;

use crate::coding::{Coder, Ready, Worker};
use crate::evaluate::Part;

/// What can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartKind {
    /// A `[[clue]]`.
    Clue,
    /// A `[[rule]]`.
    Rule,
}

/// What changes in a document where a rule or clue is left out; one that changes nothing is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut<'a> {
    /// What it is.
    pub kind: PartKind,
    /// Its name.
    pub id: &'a Id,
    /// Passages, by place, and codes that they lose, in order of both.
    pub lost: Vec<(usize, &'a Id)>,
    /// Passages and codes that they gain.
    pub gained: Vec<(usize, &'a Id)>,
}

impl<'a> Worker<'a> {
    /// Leaves out each rule and each clue by itself, and codes the document anew: clues first, each
    /// kind in the order of the file.
    ///
    /// Only what holds in a passage is left out there, since nothing else can change its codes.
    pub fn leave_one_out(
        &mut self,
        document: &Document,
        language: Option<Language>,
    ) -> Vec<LeftOut<'a>> {
        let coder = self.coder;
        let parts = Parts::of(coder);
        let mut found: BTreeMap<(PartKind, usize), LeftOut<'a>> = BTreeMap::new();
        self.each(document, language, |looked, ready| {
            let Some(Ready { evaluator, around, place }) = ready else { return };
            let with_all = evaluator.codes(&around);
            let clues = evaluator.held().into_iter().map(Part::Clue);
            let rules = with_all.iter().map(|(_, rule)| Part::Rule(*rule));
            for part in clues.chain(rules).collect::<Vec<_>>() {
                let without = evaluator.codes_without(&around, Some(part));
                let missing = |from: &[(usize, usize)], of: &[(usize, usize)]| {
                    let is_missing = |code: &usize| !of.iter().any(|(other, _)| other == code);
                    let mut codes: Vec<usize> =
                        from.iter().map(|(code, _)| *code).filter(is_missing).collect();
                    codes.sort_unstable_by_key(|code| coder.codes[place][*code].1);
                    codes.into_iter().map(|code| (looked.passage, &coder.codes[place][code].0))
                };
                let lost: Vec<_> = missing(&with_all, &without).collect();
                let gained: Vec<_> = missing(&without, &with_all).collect();
                if lost.is_empty() && gained.is_empty() {
                    continue;
                }
                let (kind, order, id) = parts.named(part, place);
                let one = found.entry((kind, order)).or_insert_with(|| LeftOut {
                    kind,
                    id,
                    lost: Vec::new(),
                    gained: Vec::new(),
                });
                one.lost.extend(lost);
                one.gained.extend(gained);
            }
        });
        found.into_values().collect()
    }
}

/// Names of the parts of programs.
struct Parts<'a> {
    coder: &'a Coder<'a>,
    /// For each language the places of its clues in the file.
    clues: [Vec<usize>; 3],
}

impl<'a> Parts<'a> {
    fn of(coder: &'a Coder<'a>) -> Parts<'a> {
        let clues = crate::coding::TONGUES.map(|tongue| {
            let all = coder.rules.clues.iter().enumerate();
            all.filter(|(_, clue)| clue.language == tongue).map(|(place, _)| place).collect()
        });
        Parts { coder, clues }
    }

    /// Its kind, its place in the file and its name; of clues of several languages that share a
    /// name the place of the first one.
    fn named(&self, part: Part, language: usize) -> (PartKind, usize, &'a Id) {
        let rules = self.coder.rules;
        match part {
            Part::Rule(place) => (PartKind::Rule, place, &rules.rules[place].id),
            Part::Clue(number) => {
                let own = self.clues[language][number];
                let id = &rules.clues[own].id;
                let first = rules.clues.iter().position(|clue| clue.id == *id).unwrap_or(own);
                (PartKind::Clue, first, &rules.clues[first].id)
            }
        }
    }
}
