//! The object of a Kazakh verb.

use std::ops::Range;

use daryn_text::Language;

use super::grammar::{
    Case, case, is_attribute, is_behind_nominative, is_conjunction, is_motion, is_nominative_name,
    is_participle, is_passive_participle, is_possessed, is_postposition, is_verbal, is_verbal_noun,
};
use super::parts::Sentence;
use super::phrase::begin_object;
use crate::names::who;
use crate::word::Sort;

impl Sentence<'_> {
    /// The object: the accusative nearest to the verb, with what belongs to it; of a passive, and
    /// where there is none, the bare noun before the verb.
    pub(super) fn object(&self, verb: usize, passive: bool) -> Option<Range<usize>> {
        let usable = |at: usize| {
            self.depth[at] == 0 && self.tokens[at].sort == Sort::Word && !self.in_time(at)
        };
        let head = if passive {
            let taken = self.taken_subjects(verb);
            let is_head = |&at: &usize| {
                if taken.iter().any(|it| it.contains(&at)) {
                    return false;
                }
                let word = self.tokens[at].lower.as_str();
                case(&self.tokens[at]) == Case::Bare
                    && crate::number::of_word(word).is_none()
                    && !is_postposition(word)
                    && !is_participle(word)
                    && !is_conjunction(word)
                    && !matches!(word, "рет" | "бірнеше" | "түрде" | "бірақ" | "кешіктірілмей")
                    && !self.tokens.get(at + 1).is_some_and(|it| is_postposition(&it.lower))
                    // An attribute of the noun behind it, or the subject of a clause.
                    && !self.tokens.get(at + 1).is_some_and(|it| {
                        at + 1 < verb
                            && (is_possessed(&it.lower) && case(it) != Case::Bare
                                || is_participle(&it.lower))
                    })
                    && !word.ends_with("гі")
                    && !word.ends_with("ғы")
            };
            // «шетелдік ұйымдарда», «ұзарту мүмкіндігімен»: it describes the noun behind it.
            let describes = |at: &usize| {
                let word = self.tokens[*at].lower.as_str();
                let next = self.tokens.get(at + 1).filter(|_| at + 1 < verb);
                next.is_some_and(|it| {
                    it.sort == Sort::Word
                        && !is_conjunction(&it.lower)
                        && (is_attribute(word)
                            || is_verbal_noun(word) && case(it) == Case::Instrumental)
                })
            };
            let heads: Vec<usize> =
                (0..verb).rev().filter(|at| usable(*at) && is_head(at)).collect();
            // Nouns in «-лық» look like adjectives: one of them where there is nothing else.
            heads.iter().find(|at| !describes(at)).or(heads.first()).copied()
        } else if is_motion(&self.tokens[verb].lower) {
            None
        } else {
            let free = |at: &usize| {
                // «түпкілікті шешім»: an adjective before a noun.
                let describes = is_attribute(&self.tokens[*at].lower)
                    && *at + 1 < verb
                    && case(&self.tokens[*at + 1]) == Case::Bare
                    && self.tokens[*at + 1].is_word()
                    && who(&self.tokens[*at + 1], Language::Kk).is_none();
                usable(*at)
                    && !(describes && self.tokens[*at].lower.contains("кті"))
                    && !(describes && self.tokens[*at].lower.contains("қты"))
                    && case(&self.tokens[*at]) == Case::Accusative
                    && !is_behind_nominative(&self.tokens[*at + 1].lower)
                    && !self.is_taken(*at, verb)
            };
            // Behind the last participle that may have an object; what stands before it may be
            // the object of that.
            let zone: Vec<usize> = (0..verb)
                .rev()
                .take_while(|at| self.depth[*at] > 0 || !self.governs(*at))
                // «… ете отырып,» is a clause of its own.
                .take_while(|at| self.tokens[*at].lower != "отырып")
                .collect();
            let near = zone.into_iter().find(free);
            let next = (0..verb).rev().find(|at| self.depth[*at] == 0).filter(|at| usable(*at));
            let bare = next.filter(|at| {
                let word = &self.tokens[*at];
                matches!(case(word), Case::Bare | Case::Ablative)
                    && who(word, Language::Kk).is_none()
                    && !is_postposition(&word.lower)
                    && !(is_attribute(&word.lower) && is_verbal(&self.tokens[verb].lower))
            });
            near.or(bare).or_else(|| (0..verb).rev().find(free))
        }?;
        let start = begin_object(self.tokens, head, &|at| self.in_time(at));
        // «атын (…) және тегін»: of members with something between them the first.
        if is_conjunction(&self.tokens[start].lower) {
            let first = (0..start).rev().find(|at| self.depth[*at] == 0);
            if let Some(first) = first.filter(|it| case(&self.tokens[*it]) == Case::Accusative) {
                let start = begin_object(self.tokens, first, &|at| self.in_time(at));
                return self.span(start..first + 1);
            }
            return self.span(start + 1..head + 1);
        }
        self.span(start..head + 1)
    }

    /// Whether a token is an active participle: a passive one has no object.
    fn governs(&self, at: usize) -> bool {
        let word = self.tokens[at].lower.as_str();
        is_participle(word)
            && !is_passive_participle(word)
            && !is_motion(word)
            && !word.starts_with("аспайтын")
    }

    /// Whether an accusative is the object of a verb below the main one: of a verbal noun right
    /// behind it, or of the next active participle, unless that has a subject of its own between
    /// them. («рұқсатты … орган айқындайтын тәртіппен береді»: the permit belongs to «береді».)
    fn is_taken(&self, at: usize, verb: usize) -> bool {
        let behind = self.tokens[at + 1].lower.as_str();
        if at + 1 < verb && is_verbal(behind) && !is_motion(behind) {
            return true;
        }
        let next = (at + 1..verb).find(|it| self.depth[*it] == 0 && self.governs(*it));
        next.is_some_and(|participle| {
            !self.tokens[at + 1..participle]
                .iter()
                .any(|it| who(it, Language::Kk).is_some() && is_nominative_name(it))
        })
    }
}
