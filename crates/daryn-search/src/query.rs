//! What is looked for, as a researcher writes it.
//!
//! Several words are a phrase: they stand one behind the other in one leaf, whatever marks or
//! spaces stand between them. Words that the query joins without a space («көші-қон», «12-1») must
//! be joined by the same mark in the text. `маман*` is every word that begins so; a `*` alone is any
//! one word.

use crate::token;

/// A query of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(crate) words: Vec<Word>,
    /// What must stand between a word and the next one, where the query joins them.
    pub(crate) joints: Vec<Option<String>>,
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Word {
    /// This form.
    Form(String),
    /// Every form that begins so.
    Beginning(String),
    /// Any word.
    Any,
}

/// Why a query cannot be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadQuery {
    /// It holds no word.
    NoWord,
    /// A `*` stands before or inside a word; the character where it stands, from 1.
    Star(usize),
}

impl Query {
    /// Reads a query.
    pub fn parse(text: &str) -> Result<Query, BadQuery> {
        let (mut words, mut joints) = (Vec::new(), Vec::new());
        let mut end = 0;
        for (start, stop) in token::all(text) {
            let before = words.len();
            let between = between(text, end, start, &mut words)?;
            // A word is joined to no word that may be any.
            let joint = token::joint(between).filter(|_| words.len() == before);
            joints.resize(words.len(), None);
            joints.push(joint);
            words.push(Word::Form(token::fold(&text[start..stop])));
            end = stop;
        }
        between(text, end, text.len(), &mut words)?;
        // At either end any word would only lengthen what is shown.
        let first = words.iter().position(|word| *word != Word::Any).ok_or(BadQuery::NoWord)?;
        let last = words.iter().rposition(|word| *word != Word::Any).unwrap_or(first);
        joints.resize(words.len(), None);
        let joints = joints[first + 1..=last].to_vec();
        Ok(Query { words: words[first..=last].to_vec(), joints })
    }
}

/// Looks at what stands between two words of a query: makes the one before a beginning, adds any
/// words. Gives what is left to join them.
fn between<'a>(
    text: &'a str,
    end: usize,
    start: usize,
    words: &mut Vec<Word>,
) -> Result<&'a str, BadQuery> {
    let mut between = &text[end..start];
    if let Some(rest) = between.strip_prefix('*')
        && let Some(Word::Form(form)) = words.last().cloned()
    {
        words.pop();
        words.push(Word::Beginning(form));
        between = rest;
        let touches = start < text.len() && (between.is_empty() || between.starts_with('*'));
        if touches {
            return Err(BadQuery::Star(text[..end].chars().count() + 1));
        }
    }
    let offset = start - between.len();
    for (at, _) in between.match_indices('*') {
        let (before, behind) = (&between[..at], &between[at + 1..]);
        let free = |side: Option<char>, edge: bool| side.map_or(edge, char::is_whitespace);
        let alone = free(before.chars().next_back(), offset == 0)
            && free(behind.chars().next(), start == text.len());
        if !alone {
            return Err(BadQuery::Star(text[..offset + at].chars().count() + 1));
        }
        words.push(Word::Any);
    }
    Ok(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(word: &str) -> Word {
        Word::Form(word.to_owned())
    }

    #[track_caller]
    fn check(text: &str, words: &[Word], joints: &[Option<&str>]) {
        let query = Query::parse(text).expect("a query");
        assert_eq!(query.words, words, "{text}");
        let found: Vec<Option<&str>> = query.joints.iter().map(Option::as_deref).collect();
        assert_eq!(found, joints, "{text}");
    }

    #[test]
    fn words_beginnings_and_joints() {
        check("«Закон о миграции»", &[form("закон"), form("о"), form("миграции")], &[None, None]);
        check("көшi–қон", &[form("көші"), form("қон")], &[Some("-")]);
        check("маман*", &[Word::Beginning("маман".into())], &[]);
        check("көші-қон*", &[form("көші"), Word::Beginning("қон".into())], &[Some("-")]);
        check("көші*-қон", &[Word::Beginning("көші".into()), form("қон")], &[Some("-")]);
        check("право * труд", &[form("право"), Word::Any, form("труд")], &[None, None]);
        check(
            "* право* * * труд *",
            &[Word::Beginning("право".into()), Word::Any, Word::Any, form("труд")],
            &[None, None, None],
        );
        check(
            "а-б * в-г",
            &[form("а"), form("б"), Word::Any, form("в"), form("г")],
            &[Some("-"), None, None, Some("-")],
        );
    }

    #[test]
    fn what_cannot_be_understood() {
        for (text, bad) in [
            ("", BadQuery::NoWord),
            ("— «»", BadQuery::NoWord),
            ("* *", BadQuery::NoWord),
            ("*қон", BadQuery::Star(1)),
            ("кө*ші", BadQuery::Star(3)),
            ("а көші-*қон", BadQuery::Star(8)),
            ("**", BadQuery::Star(1)),
        ] {
            assert_eq!(Query::parse(text), Err(bad), "{text}");
        }
    }
}
