//! Who acts in a Kazakh sentence: names with their case, and which of them is the subject.

use std::ops::Range;

use daryn_text::Language;

use super::grammar::{
    Case, case, is_bare_plural, is_conditional, is_conjunction, is_link, is_nominative_name,
    is_participle, is_passive_participle, is_possessed, is_postposition, is_verbal_noun,
    is_verbal_subject,
};
use super::parts::Sentence;
use super::phrase::{begin, depths};
use crate::names::{Who, who};
use crate::word::{Sort, Token, cover, tokens};

/// A name, or several that are coordinated, in one case.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Its tokens.
    pub(super) range: Range<usize>,
    pub(super) who: Who,
    /// The case of the last member; none where it is an attribute of something.
    case: Option<Case>,
}

impl Name {
    pub(super) fn is_genitive(&self) -> bool {
        self.case == Some(Case::Genitive)
    }
}

/// Names of a sentence in order.
///
/// Of coordinated names the last one bears the case of all («органдар мен ұйымдарға»): Johanson and
/// Csató (eds.), *The Turkic Languages*, 1998, on suspended affixation.
pub(super) fn names(all: &[Token<'_>]) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for one in single_names(all) {
        let Some(last) = found.last_mut() else {
            found.push(one);
            continue;
        };
        let between = &all[last.range.end.min(one.range.start)..one.range.start];
        let is_joined = !between.is_empty()
            && between.iter().all(|it| is_conjunction(&it.lower) || it.is(","))
            && (last.case == one.case
                || last.case == Some(Case::Bare)
                    && between.iter().any(|it| is_conjunction(&it.lower)));
        if is_joined {
            last.range.end = one.range.end;
            last.case = one.case;
        } else {
            found.push(one);
        }
    }
    found
}

fn single_names(all: &[Token<'_>]) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for (at, token) in all.iter().enumerate() {
        let Some(who) = who(token, Language::Kk) else { continue };
        // «ұйымдастыру» is nobody.
        // «отбасын біріктіру»: what is done with families, not whom it serves.
        let reunion = token.lower == "отбасын"
            && all.get(at + 1).is_some_and(|it| it.lower.starts_with("біріктір"));
        if token.sort != Sort::Word
            || reunion
            // «бизнес-көшіп келуші» is one word and a half.
            || token.lower.ends_with("-көшіп")
            || is_verbal_noun(&token.lower)
            || is_participle(&token.lower)
        {
            continue;
        }
        let next = all.get(at + 1).filter(|it| it.sort == Sort::Word);
        // A noun in the nominative before another noun with a possessive is its attribute:
        // «босқын мәртебесі», «отбасы мүшелері».
        let attribute = next.is_some_and(|next| {
            let is_name = crate::names::who(next, Language::Kk).is_some();
            let own = token.lower.ends_with("сы") || token.lower.ends_with("сі");
            let singular = !own && !is_bare_plural(&token.lower) && is_nominative_name(token);
            is_nominative_name(token)
                && !is_conjunction(&next.lower)
                && is_possessed(&next.lower)
                && (is_name
                    || singular && who == Who::People
                    || singular
                        && next.lower.chars().count() > 4
                        && (next.lower.ends_with("сы") || next.lower.ends_with("сі")))
        });
        // «жұмыс беруші жеке тұлға»
        let apposed = next.is_some_and(|it| it.is_any(&["жеке", "заңды"]))
            && all.get(at + 2).is_some_and(|it| it.lower.starts_with("тұлға"));
        if attribute || apposed {
            continue;
        }
        let range = begin(all, at)..at + 1;
        // «Қазақстан Республикасы» lies in «Қазақстан Республикасы Ішкі істер министрлігі».
        while found.last().is_some_and(|it| range.start <= it.range.start) {
            found.pop();
        }
        let case = match case(token) {
            Case::Bare => is_nominative_name(token).then_some(Case::Bare),
            other => Some(other),
        };
        found.push(Name { range, who, case });
    }
    found
}

/// The subject of a list in its lead-in.
struct Leading {
    range: Range<usize>,
    /// «…лардың:», whose items are rights.
    is_genitive: bool,
}

impl Sentence<'_> {
    /// Names in the nominative that may be subjects.
    fn subjects(&self, verb: usize) -> Vec<Range<usize>> {
        let free = names(self.tokens).into_iter().filter(|name| {
            let next = self.tokens.get(name.range.end).map_or("", |it| it.lower.as_str());
            name.case == Some(Case::Bare)
                && name.range.end <= verb
                && self.depth[name.range.start] == 0
                && !self.in_time(name.range.end - 1)
                && !is_postposition(next)
                && !is_link(next)
                // «адам болып табылатын»: what somebody is.
                && !matches!(next, "болып" | "болуы" | "деп")
        });
        free.map(|it| it.range).collect()
    }

    /// Of subjects those of the main verb: every clause below it that ends in an active participle
    /// or a conditional has the nearest one before it as its own.
    fn main_subjects(&self, subjects: &[Range<usize>], verb: usize) -> Vec<bool> {
        let mut free = vec![true; subjects.len()];
        let names = names(self.tokens);
        for at in 0..verb {
            let word = self.tokens[at].lower.as_str();
            let is_clause = is_participle(word) && !is_passive_participle(word)
                || is_conditional(word) && self.tokens.get(at + 1).is_some_and(|it| it.is(","));
            if self.depth[at] > 0 || !is_clause {
                continue;
            }
            // A comma cuts it off: «адамдар, … шақырған … тұлғалар».
            let is_near = |it: &Range<usize>| {
                it.end <= at && !self.tokens.get(it.end).is_some_and(|it| it.is(","))
            };
            let nearest =
                subjects.iter().enumerate().rfind(|(place, it)| is_near(it) && free[*place]);
            let Some((place, subject)) = nearest else { continue };
            // «заң бұзған адамдар»: the name behind the participle is what its subject would be.
            let relative = names.iter().any(|it| it.range.start == at + 1);
            if subject.end == at || !relative {
                free[place] = false;
            }
        }
        free
    }

    /// The subject of a verb. A right has one in the genitive.
    pub(super) fn actor(&self, verb: usize, genitive: bool) -> Option<Range<usize>> {
        if genitive && let Some(range) = self.genitive_actor(verb, true) {
            return Some(range);
        }
        let subjects = self.subjects(verb);
        let free = self.main_subjects(&subjects, verb);
        let taken = subjects.iter().zip(&free).find(|(_, free)| **free);
        let other = || subjects.iter().find(|it| !is_country(&self.tokens[it.end - 1]));
        match taken.map(|it| it.0).or_else(other) {
            Some(range) => self.span(range.clone()),
            None => self.first_name(verb),
        }
    }

    /// The subject that certainly is that of the main verb.
    pub(super) fn own_subject(&self, verb: usize) -> Option<Range<usize>> {
        let subjects = self.subjects(verb);
        let free = self.main_subjects(&subjects, verb);
        let is_own = |it: &(&Range<usize>, &bool)| *it.1 && !is_country(&self.tokens[it.0.end - 1]);
        let found = subjects.iter().zip(&free).find(is_own)?;
        self.span(found.0.clone())
    }

    /// The subject of a passive: a name, who is exempted, admitted, sent; else a noun. A name that has a
    /// clause of time or condition may be that of both: «адамдар келген кезде босатылады».
    pub(super) fn undergoer(&self, verb: usize) -> Option<Range<usize>> {
        if let Some(range) = self.own_subject(verb) {
            return Some(range);
        }
        let subjects = self.subjects(verb);
        let named = |at: usize| !is_country(&self.tokens[at - 1]);
        let object = self.object(verb, true);
        let shared = subjects.iter().find(|range| {
            let clause = (range.end..verb).find(|at| is_participle(&self.tokens[*at].lower));
            let behind = clause.and_then(|at| self.tokens.get(at + 1));
            named(range.end)
                && behind.is_some_and(|it| it.is_any(&["кезде", "жағдайда", "соң", "кейін"]))
        });
        let shared = shared.and_then(|range| self.span(range.clone()));
        match (shared, object) {
            (Some(shared), Some(object)) if object.start < shared.start => Some(object),
            (shared, object) => shared.or(object),
        }
    }

    /// Names that are subjects of clauses below the main one.
    pub(super) fn taken_subjects(&self, verb: usize) -> Vec<Range<usize>> {
        let subjects = self.subjects(verb);
        let free = self.main_subjects(&subjects, verb);
        subjects.into_iter().zip(free).filter(|it| !it.1).map(|it| it.0).collect()
    }

    /// Where there is no other subject, the noun that begins the sentence: «стипендиат есебін
    /// тапсырады» looks as «босқын мәртебесін береді» does.
    fn first_name(&self, verb: usize) -> Option<Range<usize>> {
        let at = (0..verb.min(3)).find(|at| who(&self.tokens[*at], Language::Kk).is_some())?;
        let token = &self.tokens[at];
        let is_first = begin(self.tokens, at) == 0 && self.depth[at] == 0;
        let is_subject = is_nominative_name(token)
            && !is_country(token)
            && self.tokens.get(at + 1).is_some_and(|it| case(it) == Case::Accusative);
        (is_first && is_subject).then(|| self.span(0..at + 1))?
    }

    /// «балалардың … құқығы бар», «жеңімпаздың … өтуі»: the first name in the genitive, at the
    /// beginning or, where it may be `relative`, behind a participle that describes it.
    pub(super) fn genitive_actor(&self, verb: usize, relative: bool) -> Option<Range<usize>> {
        let free = |name: &Name| {
            let before = name.range.start.checked_sub(1).map(|it| &self.tokens[it]);
            name.case == Some(Case::Genitive)
                && name.range.end <= verb
                && self.depth[name.range.start] == 0
                && !is_country(&self.tokens[name.range.end - 1])
                // «келген балалардың»: its participle is no part of it.
                && before.is_none_or(|it| {
                    matches!(it.text, "." | ",") || relative && is_participle(&it.lower)
                })
        };
        let name = names(self.tokens).into_iter().find(free)?;
        // In a passive it is that of the noun of action: «жеңімпаздың өтуі жүзеге асырылады».
        let acts = relative
            || self.tokens[name.range.end..verb].iter().any(|it| is_verbal_subject(&it.lower));
        acts.then(|| self.span(name.range))?
    }

    /// Who does what a passive says: a name in the instrumental at once before the verb, or one before
    /// «тарапынан». «Органдармен келісім» and «ұйымдармен бірлесіп» name others.
    pub(super) fn agent(&self, verb: usize) -> Option<Range<usize>> {
        let is_agent = |name: &Name| {
            let end = name.range.end;
            self.depth[name.range.start] == 0
                && (name.case == Some(Case::Instrumental) && end == verb
                    || name.case == Some(Case::Bare)
                        && self.tokens.get(end).is_some_and(|it| it.lower == "тарапынан"))
        };
        names(&self.tokens[..verb]).into_iter().find(is_agent).map(|it| it.range)
    }

    fn leading(&self) -> Option<Leading> {
        let lead = self.around.lead.clone()?;
        let all = tokens(self.around.text, lead);
        let sentence = Sentence {
            around: self.around,
            tokens: &all,
            times: Vec::new(),
            sums: Vec::new(),
            depth: depths(&all),
        };
        let stop = all.len();
        let subjects = sentence.subjects(stop);
        let told = |range: &Range<usize>, is_genitive| {
            Some(Leading { range: cover(&all[range.clone()])?, is_genitive })
        };
        // «Көшіп келушілер:» stands at the end of the lead-in.
        let ends = |it: &&Range<usize>| all.get(it.end).is_none_or(|it| it.is(":") || it.is("–"));
        if let Some(range) = subjects.iter().rfind(ends) {
            return told(range, false);
        }
        let free = sentence.main_subjects(&subjects, stop);
        if let Some((range, _)) = subjects.iter().zip(&free).find(|it| *it.1) {
            return told(range, false);
        }
        let genitive = names(&all)
            .into_iter()
            .find(|it| it.case == Some(Case::Genitive) && !is_country(&all[it.range.end - 1]));
        if let Some(name) = genitive {
            return told(&name.range, true);
        }
        told(subjects.first()?, false)
    }

    pub(super) fn lead_actor(&self) -> Option<Range<usize>> {
        self.leading().map(|it| it.range)
    }

    /// Whether the lead-in grants a right: its subject stands in the genitive.
    pub(super) fn is_entitled(&self) -> bool {
        self.around.lead_words().to_lowercase().contains("құқы")
            || self.leading().is_some_and(|it| it.is_genitive)
    }
}

/// «Республикасының»: a country in the genitive is whose something is, not who does it.
fn is_country(token: &Token<'_>) -> bool {
    token.lower.starts_with("республика")
}
