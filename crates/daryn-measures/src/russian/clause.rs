//! Which words of a Russian sentence stand in its main clause.

use super::grammar::{Class, class, is_participle};
use crate::word::Token;

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the main clause.
    Main,
    /// In a clause with «который», which holds a norm of its own.
    Relative,
    /// In a clause with «если».
    Condition,
    /// In a participial or gerund clause, or in another clause below the main one.
    Below,
    /// In brackets.
    Brackets,
}

/// The place of each token.
pub(crate) fn places(tokens: &[Token<'_>]) -> Vec<Place> {
    let mut places = Vec::with_capacity(tokens.len());
    let mut depth = 0usize;
    let mut now = Place::Main;
    for (at, token) in tokens.iter().enumerate() {
        if token.is("(") {
            depth += 1;
            places.push(Place::Brackets);
            continue;
        }
        if token.is(")") {
            depth = depth.saturating_sub(1);
            places.push(Place::Brackets);
            continue;
        }
        if depth > 0 {
            places.push(Place::Brackets);
            continue;
        }
        let begins = at == 0 || matches!(token.text, "," | ";" | "–" | "—" | "-");
        if begins {
            let behind = if at == 0 && !token.is(",") { 0 } else { at + 1 };
            let begun = begun(&tokens[behind.min(tokens.len())..])
                // An attribute at the beginning of a sentence is a part of its subject.
                .filter(|place| at > 0 || *place != Place::Below || class(token) == Class::Gerund);
            now = match begun {
                Some(place) => place,
                // A participial clause goes on behind a comma that lists its nouns only if no verb
                // of the main clause has come; else the main clause does.
                None => Place::Main,
            };
        }
        places.push(now);
    }
    places
}

/// Which clause below the main one begins with these words.
fn begun(tokens: &[Token<'_>]) -> Option<Place> {
    let mut words = tokens.iter().take(3);
    let first = words.next()?;
    let of = |token: &Token<'_>| match class(token) {
        Class::Clause if token.lower.starts_with("котор") => Some(Place::Relative),
        Class::Clause if token.is_any(&["если", "когда"]) => Some(Place::Condition),
        // «как и ранее» is no clause.
        Class::Clause
            if token.lower == "как"
                && tokens.get(1).is_some_and(|it| it.is_any(&["и", "правило"])) =>
        {
            None
        }
        Class::Clause | Class::Gerund => Some(Place::Below),
        Class::Adjective | Class::Noun | Class::Finite if is_participle(&token.lower) => {
            Some(Place::Below)
        }
        _ => None,
    };
    // «форма которого …»
    if tokens.get(1).is_some_and(|it| it.lower.starts_with("котор")) {
        return Some(Place::Relative);
    }
    match class(first) {
        Class::Preposition | Class::Conjunction => {
            // «в котором», «и (или) находящиеся»: a participle behind a preposition is an attribute.
            let second = words.next()?;
            of(second).filter(|place| {
                *place != Place::Below
                    || class(first) == Class::Conjunction && is_participle(&second.lower)
            })
        }
        _ => of(first),
    }
}
