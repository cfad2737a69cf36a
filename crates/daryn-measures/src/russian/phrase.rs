//! Russian noun phrases: where they end.

use std::ops::Range;

use super::clause::Place;
use super::grammar::{
    Case, Class, begins_anew, case, class, is_action_noun, is_nominative_adjective, is_oblique,
    is_participle, is_plural_subject, is_singular_subject,
};
use crate::names::{Who, who};
use crate::word::{Token, cover};
use daryn_text::Language;

/// How far a phrase reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// A name: head, adjectives, genitives, and the complement that makes it: «по вопросам».
    Name,
    /// An object, with its complements: «визы на въезд», «предложения по упрощению».
    Object,
    /// What somebody does something by, or before what.
    Plain,
}

/// What stands behind «в» where it does not belong to a phrase.
const NOT_OF_IT: &[&str] = &[
    "порядке",
    "соответствии",
    "случае",
    "случаях",
    "целях",
    "рамках",
    "течение",
    "срок",
    "сроки",
    "пределах",
    "установленном",
    "установленные",
    "судебном",
    "упрощенном",
    "обязательном",
    "период",
    "связи",
    "отношении",
    "количестве",
    "размере",
    "объеме",
    "ходе",
    "качестве",
    "письменной",
    "целом",
    "том",
    "виде",
    "форме",
    "установленном",
    "электронной",
    "полном",
    "первоочередном",
    "срок,",
    "срок",
    "основании",
    "условиях",
    "базе",
    "период",
    "счет",
    "принципу",
    "итогам",
    "завершении",
    "истечении",
    "окончании",
    "мере",
    "результатам",
    "инициативе",
    "согласованию",
    "форме",
    "желанию",
    "типовой",
    "принципам",
    "целью",
];

/// The token behind a phrase that begins at a token.
pub(crate) fn end(tokens: &[Token<'_>], places: &[Place], start: usize, reach: Reach) -> usize {
    let mut at = start;
    let mut has_noun = false;
    // Whether the words belong to a preposition, so that their case is not that of the head.
    let mut governed = false;
    let begins_oblique = tokens.get(start).is_some_and(|it| is_oblique(&it.lower));
    let mut last = start;
    let mut quotes = 0usize;
    while at < tokens.len() {
        let token = &tokens[at];
        if places[at] == Place::Brackets {
            break;
        }
        if matches!(token.text, "«" | "“" | "„") || token.is("\"") && quotes == 0 {
            quotes += 1;
            at += 1;
            continue;
        }
        if quotes > 0 {
            if matches!(token.text, "»" | "”" | "\"") {
                quotes -= 1;
                last = at + 1;
                has_noun = true;
            }
            at += 1;
            continue;
        }
        match class(token) {
            Class::Noun => {
                // A proper name ends the genitives before it: «Республики Казахстан решения».
                let behind_noun = has_noun && at > start && class(&tokens[at - 1]) == Class::Noun;
                if behind_noun
                    && (tokens[at - 1].is_any(&["казахстан", "гражданства"])
                        || !governed && begins_anew(&token.lower))
                {
                    break;
                }
                if has_noun && !governed && !begins_oblique && is_oblique(&token.lower) {
                    break;
                }
                // «решением суда | органы полиции»
                if behind_noun
                    && !governed
                    && reach != Reach::Object
                    && (is_plural_subject(&token.lower) || is_singular_subject(&token.lower))
                    && who(token, Language::Ru).is_some()
                {
                    break;
                }
                has_noun = true;
                governed = false;
                last = at + 1;
            }
            Class::Adjective => {
                if has_noun && is_participle(&token.lower) && reach == Reach::Name {
                    break;
                }
                if has_noun && !governed && !begins_oblique && is_oblique(&token.lower) {
                    break;
                }
                if has_noun
                    && !governed
                    && is_nominative_adjective(&token.lower)
                    && !joins(tokens, at)
                {
                    // A new phrase in the nominative: «до присвоения статуса новые органы».
                    break;
                }
            }
            Class::Number => {
                if reach == Reach::Name && !has_noun {
                    break;
                }
                last = at + 1;
            }
            Class::Conjunction => {
                // «органами и загранучреждениями», «въезд и выезд»; a verb behind ends it.
                let behind = skip_conjunction(tokens, at);
                let next = tokens.get(behind);
                let goes_on = next.is_some_and(|next| {
                    matches!(class(next), Class::Noun | Class::Adjective)
                        && places[behind] != Place::Below
                        && !is_clause_ahead(tokens, behind)
                });
                // «новых инвесторов и обеспечение»: another action.
                let other = next.is_some_and(|next| is_action_noun(&next.lower))
                    && !tokens
                        .get(last.wrapping_sub(1))
                        .is_some_and(|it| is_action_noun(&it.lower))
                    && tokens[start..last].iter().all(|it| !is_action_noun(&it.lower));
                if !goes_on || other || !has_noun && at > start {
                    break;
                }
                if begins_oblique || governed_like(tokens, last, behind) {
                    governed = true;
                }
                at = behind;
                continue;
            }
            Class::Preposition => {
                if !has_noun || !belongs(tokens, at, reach) {
                    break;
                }
                governed = true;
            }
            Class::Mark if token.is("/") => {}
            // «акиматы областей, городов республиканского значения, столицы»
            Class::Mark if token.is(",") && reach == Reach::Name && goes_on(tokens, places, at) => {
                governed = true;
            }
            _ => break,
        }
        at += 1;
    }
    last.max(start)
}

/// Whether the words before and behind a conjunction stand in one case that is not the head's.
fn governed_like(tokens: &[Token<'_>], last: usize, behind: usize) -> bool {
    last > 0
        && tokens.get(last - 1).is_some_and(|it| is_oblique(&it.lower))
        && tokens.get(behind).is_some_and(|it| is_oblique(&it.lower))
}

/// An adjective behind a conjunction or adjective goes on with the phrase.
fn joins(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0
        && matches!(
            class(&tokens[at - 1]),
            Class::Conjunction | Class::Adjective | Class::Preposition
        )
}

fn skip_conjunction(tokens: &[Token<'_>], at: usize) -> usize {
    let mut at = at + 1;
    while tokens
        .get(at)
        .is_some_and(|it| it.is_any(&["также", "и", "или"]) || matches!(it.text, "(" | ")"))
    {
        at += 1;
    }
    at
}

/// Whether a finite verb follows soon behind a noun: another main clause has begun.
fn is_clause_ahead(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|it| matches!(class(it), Class::Finite | Class::Infinitive))
}

/// Whether a comma in a name stands between genitives, all of one head.
fn goes_on(tokens: &[Token<'_>], places: &[Place], comma: usize) -> bool {
    let is_genitive = |it: &Token<'_>| {
        class(it) == Class::Noun
            && ["ов", "ев", "ей", "ий", "он", "цы", "ы"].iter().any(|end| it.lower.ends_with(end))
            && who(it, Language::Ru).is_none()
    };
    let is_own = |it: &Token<'_>| {
        ["област", "город", "район", "столиц", "аул", "сел", "посел"]
            .iter()
            .any(|head| it.lower.starts_with(head))
    };
    let next = tokens.get(comma + 1).filter(|_| places[comma + 1] == Place::Main);
    next.is_some_and(|it| is_genitive(it) && is_own(it))
}

/// Whether a preposition and what follows belong to the phrase before it.
fn belongs(tokens: &[Token<'_>], at: usize, reach: Reach) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    if next.is_any(NOT_OF_IT) || next.sort == crate::word::Sort::Number {
        return false;
    }
    let word = tokens[at].lower.as_str();
    match reach {
        Reach::Name => match word {
            "по" => next.is_any(&["вопросам", "делам", "надзору", "управлению", "правам"]),
            "в" => next.is_any(&["области", "сфере"]),
            // «лица без гражданства»
            "без" => class(next) == Class::Noun,
            _ => false,
        },
        Reach::Object => {
            next.lower == "гражданства" && word == "без"
                || matches!(
                    word,
                    "по" | "о"
                        | "об"
                        | "на"
                        | "к"
                        | "с"
                        | "со"
                        | "из"
                        | "за"
                        | "в"
                        | "во"
                        | "между"
                        | "от"
                )
        }
        Reach::Plain => matches!(word, "по" | "о" | "об" | "на"),
    }
}

/// A phrase with the bytes that it covers.
pub(crate) fn span(tokens: &[Token<'_>], start: usize, end: usize) -> Option<Range<usize>> {
    cover(&tokens[start.min(end)..end])
}

/// Where a phrase begins whose head is known: adjectives before it.
pub(crate) fn begin(tokens: &[Token<'_>], places: &[Place], head: usize) -> usize {
    let mut start = head;
    while start > 0 {
        let before = &tokens[start - 1];
        let is_part = class(before) == Class::Adjective
            && places[start - 1] == places[head]
            && !matches!(before.lower.as_str(), "которые" | "который");
        let joins = start >= 2
            && class(before) == Class::Conjunction
            && class(&tokens[start - 2]) == Class::Adjective
            && class(&tokens[start]) == Class::Adjective;
        if !is_part && !joins {
            break;
        }
        start -= 1;
    }
    // «находящиеся за рубежом граждане»: a participle with words of its own is no part of the
    // name; «приглашающие лица»: one without is.
    let is_own = |at: usize| {
        let before = at.checked_sub(1).map(|it| &tokens[it]);
        before.is_some_and(|it| class(it) == Class::Noun && is_oblique(&it.lower))
    };
    if is_own(start) {
        while start < head && is_participle(&tokens[start].lower) {
            start += 1;
        }
    }
    start
}

/// Names of those who can act in a case: token ranges, in order, with what they are.
pub(crate) fn names(
    tokens: &[Token<'_>],
    places: &[Place],
    wanted: impl Fn(Case) -> bool,
) -> Vec<(Range<usize>, Who)> {
    let mut found: Vec<(Range<usize>, Who)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let is_name = matches!(class(token), Class::Noun)
            || token.is_any(&["ученые", "ученых", "ученым", "учеными"]);
        if places[at] == Place::Brackets || !is_name || found.last().is_some_and(|it| at < it.0.end)
        {
            continue;
        }
        // «Казахстан» behind «Республике» is a part of that.
        let before = at.checked_sub(1).map(|it| &tokens[it]);
        if token.lower.starts_with("казахстан")
            && before.is_some_and(|it| it.lower.starts_with("республик"))
        {
            continue;
        }
        let Some(who) = who(token, Language::Ru) else { continue };
        if !wanted(case(&token.lower)) {
            continue;
        }
        let start = begin(tokens, places, at);
        let is_state = tokens[start..at].iter().any(|it| it.lower.starts_with("государственн"));
        let who = if is_state { Who::Body } else { who };
        found.push((start..end(tokens, places, start, Reach::Name).max(at + 1), who));
    }
    found
}
