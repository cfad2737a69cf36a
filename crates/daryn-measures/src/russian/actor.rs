//! Who acts in a Russian sentence: subjects, agents of passives, those who are ordered to act.

use std::ops::Range;

use super::clause::{Place, places};
use super::grammar::{
    Case, Class, case, class, is_action_noun, is_action_noun_oblique, is_dative, is_oblique,
    is_plural_subject,
};
use super::parts::Sentence;
use super::phrase::{names, span};
use super::predicate::Predicate;
use crate::deontic::Polarity;
use crate::names::Who;
use crate::word::{Sort, Token, tokens};

/// Pronouns that are subjects of their own: «каждый имеет право».
const PRONOUNS: &[&str] = &["каждый", "никто"];

/// Names in the nominative that may be subjects: not governed by a preposition or by a noun before
/// them. Those that a comma or conjunction joins are one.
fn subjects(tokens: &[Token<'_>], places: &[Place]) -> Vec<Range<usize>> {
    let candidates =
        names(tokens, places, |case| matches!(case, Case::Nominative | Case::MaybeNominative));
    let is_subject = |range: &Range<usize>| {
        if places[range.start] != Place::Main {
            return false;
        }
        let head = &tokens[range.start];
        let before = range.start.checked_sub(1).map(|at| &tokens[at]);
        if before.is_some_and(|it| class(it) == Class::Preposition) || is_oblique(&head.lower) {
            return false;
        }
        // A genitive behind a noun looks as a nominative plural.
        let behind_noun =
            before.is_some_and(|it| class(it) == Class::Noun && it.sort == Sort::Word);
        if class(head) == Class::Adjective {
            super::grammar::is_nominative_adjective(&head.lower)
        } else {
            !behind_noun || case(&head.lower) == Case::Nominative || is_plural_subject(&head.lower)
        }
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for (range, _) in candidates {
        let between = found.last().map(|last| &tokens[last.end.min(range.start)..range.start]);
        let joins = between.is_some_and(|between| {
            !between.is_empty()
                && between
                    .iter()
                    .all(|it| it.is(",") || it.lower == "их" || class(it) == Class::Conjunction)
                && places[range.start] == Place::Main
                && !is_oblique(&tokens[range.start].lower)
        });
        if joins && let Some(last) = found.last_mut() {
            last.end = range.end;
        } else if is_subject(&range) {
            found.push(range);
        }
    }
    found
}

impl Sentence<'_> {
    /// The subject of an active verb: the first name in the nominative before it, else the one at
    /// once behind it.
    pub(super) fn actor(&self, found: &Predicate) -> Option<Range<usize>> {
        let subjects = subjects(self.tokens, self.places);
        let verb = found.whole.start;
        let pronoun = (0..verb)
            .find(|at| self.places[*at] == Place::Main && self.tokens[*at].is_any(PRONOUNS));
        let before = subjects.iter().find(|range| range.end <= verb).cloned();
        // What stands at once before an active verb is its subject, whatever it looks like.
        let beside = || {
            let all = names(self.tokens, self.places, |case| {
                matches!(case, Case::Nominative | Case::MaybeNominative)
            });
            let ends =
                |end: usize| end == verb || end + 1 == verb && self.tokens[end].lower == "не";
            let free = |start: usize| {
                let before = start.checked_sub(1).map(|at| class(&self.tokens[at]));
                match before {
                    Some(Class::Preposition | Class::Adjective) => false,
                    Some(Class::Noun) => is_plural_subject(&self.tokens[start].lower),
                    _ => true,
                }
            };
            let is_beside = |(range, _): &(Range<usize>, Who)| {
                self.places[range.start] == Place::Main && ends(range.end) && free(range.start)
            };
            all.into_iter().find(is_beside).map(|it| it.0)
        };
        let behind = || {
            let near = |range: &&Range<usize>| range.start == found.whole.end;
            subjects.iter().find(near).filter(|_| found.polarity != Polarity::Plan).cloned()
        };
        let pronoun = pronoun.map(|at| at..at + 1);
        let range = before.or(pronoun).or_else(beside).or_else(behind)?;
        self.span(range)
    }

    /// Who does what is said in the passive: a name in the instrumental, at once behind the verb, or
    /// before it, or further behind it.
    pub(super) fn agent(&self, found: &Predicate) -> Option<Range<usize>> {
        let candidates = names(self.tokens, self.places, |case| case == Case::Instrumental);
        let behind = |range: &Range<usize>| range.start >= found.whole.end;
        let is_agent = |(range, _): &&(Range<usize>, Who)| {
            if self.places[range.start] != Place::Main {
                return false;
            }
            // «между органами», «с работодателем»; and who does something in «после оформления
            // документов органами» or «выявления администратором» is not who does what the verb
            // says.
            let last = range.start.checked_sub(1).map(|it| &self.tokens[it]);
            let governed = last.is_some_and(|it| {
                class(it) == Class::Preposition
                    || is_action_noun_oblique(&it.lower)
                    || is_action_noun(&it.lower) && behind(range)
            });
            let between = if behind(range) { found.whole.end..range.start } else { 0..0 };
            let open = between.clone().any(|at| {
                class(&self.tokens[at]) == Class::Preposition
                    && !self.in_time(at)
                    && self.tokens[at..range.start]
                        .iter()
                        .take_while(|it| !it.is(","))
                        .any(|it| is_action_noun_oblique(&it.lower) || it.lower.ends_with("ию"))
            });
            !governed && !open
        };
        let near = candidates.iter().filter(|it| it.0.start == found.whole.end).find(is_agent);
        let before =
            || candidates.iter().filter(|it| it.0.end <= found.whole.start).rfind(is_agent);
        let far = || candidates.iter().filter(|it| behind(&it.0)).find(is_agent);
        let (range, _) = near.or_else(before).or_else(far)?;
        // «министерством, загранучреждениями»
        let mut end = range.end;
        for (other, _) in candidates.iter().filter(|it| it.0.start > range.start) {
            let between = &self.tokens[end.min(other.start)..other.start];
            let joins = !between.is_empty()
                && between.iter().all(|it| it.is(",") || class(it) == Class::Conjunction);
            if joins && other.start > end && self.places[other.start] == Place::Main {
                end = other.end;
            }
        }
        self.span(range.start..end)
    }

    /// Who is ordered to act in a sentence without a predicate but an infinitive, or before «необходимо»:
    /// names in the dative at its beginning or before the verb. «Министерствам обеспечить …».
    pub(super) fn ordered(&self, verb: usize) -> Option<Range<usize>> {
        let candidates = names(self.tokens, self.places, |_| true);
        let mut run: Option<Range<usize>> = None;
        for (range, _) in candidates.into_iter().filter(|it| it.0.end <= verb) {
            if self.places[range.start] != Place::Main || !self.is_dative_name(&range) {
                continue;
            }
            match &mut run {
                None => {
                    let before = range.start.checked_sub(1).map(|at| class(&self.tokens[at]));
                    if matches!(before, Some(Class::Preposition)) {
                        continue;
                    }
                    run = Some(range);
                }
                Some(run) => {
                    let between = &self.tokens[run.end.min(range.start)..range.start];
                    let joins =
                        between.iter().all(|it| it.is(",") || class(it) == Class::Conjunction);
                    if joins {
                        run.end = range.end;
                    }
                }
            }
        }
        self.span(run?)
    }

    fn is_dative_name(&self, range: &Range<usize>) -> bool {
        let first = &self.tokens[range.start];
        match class(first) {
            Class::Adjective => {
                ["ому", "ему", "ым", "им"].iter().any(|end| first.lower.ends_with(end))
                    && self.tokens[range.clone()].iter().any(|it| is_dative(&it.lower))
            }
            _ => is_dative(&first.lower),
        }
    }

    /// Whose term it is: «срок пребывания иммигранта».
    pub(super) fn whose(&self, stop: usize) -> Option<Range<usize>> {
        let all = names(self.tokens, self.places, |_| true);
        let is_whose = |(range, who): &(Range<usize>, Who)| {
            let behind_noun =
                range.start.checked_sub(1).is_some_and(|it| class(&self.tokens[it]) == Class::Noun);
            let head = &self.tokens[range.start].lower;
            *who == Who::People
                && self.places[range.start] == Place::Main
                && self.tokens[range.end - 1].range.end <= stop
                && behind_noun
                && !is_oblique(head)
                && !is_dative(head)
        };
        let found = all.into_iter().find(is_whose)?;
        self.span(found.0)
    }

    /// Who acts in the items of a list: the subject of its lead-in.
    pub(super) fn lead_actor(&self) -> Option<Range<usize>> {
        let lead = self.around.lead.clone().filter(|_| self.around.needs_lead())?;
        let tokens = tokens(self.around.text, lead);
        let places = places(&tokens);
        let range = subjects(&tokens, &places).into_iter().next()?;
        span(&tokens, range.start, range.end)
    }
}
