//! One word of a pattern: what it matches.
//!
//! `*` stands for any number of chars, also none, and `?` for one; both may stand anywhere in a
//! word.

use crate::token::for_each_token;

/// A word of a pattern.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// This token and no other.
    Exact(String),
    /// Tokens that begin so: `migrat*`.
    Prefix(String),
    /// Anything else with `*` or `?`.
    Glob(String),
}

impl Word {
    fn of(text: String) -> Word {
        match text.find(['*', '?']) {
            None => Word::Exact(text),
            Some(at) if at + 1 == text.len() && text.ends_with('*') => {
                Word::Prefix(text[..at].to_owned())
            }
            Some(_) => Word::Glob(text),
        }
    }

    /// As it is written in a pattern.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Word::Exact(word) | Word::Glob(word) => word.clone(),
            Word::Prefix(prefix) => format!("{prefix}*"),
        }
    }

    /// Whether a token in lower case is matched.
    #[must_use]
    pub fn matches(&self, token: &str) -> bool {
        match self {
            Word::Exact(word) => word == token,
            Word::Prefix(prefix) => token.starts_with(prefix.as_str()),
            Word::Glob(glob) => is_match(glob, token),
        }
    }
}

/// The words of a pattern, found and lowered as the tokens of a text are, with `*` and `?` taken
/// for letters: «көші-қон*» is two words. Empty where there is none.
#[must_use]
pub(crate) fn words(pattern: &str) -> Vec<Word> {
    pattern.split_whitespace().flat_map(chunk).map(Word::of).collect()
}

/// Whether words hold less than the pattern in which they were found: a mark that is no hyphen or
/// dash was taken for a border of words, though texts may hold it inside one («3,5» for «3,*»), or
/// though it was to be looked for («c++»).
#[must_use]
pub(crate) fn loses_marks(pattern: &str, words: &[Word]) -> bool {
    let kept: String = words.iter().map(Word::written).collect();
    let mut kept = kept.chars().peekable();
    let lowered = pattern.to_lowercase();
    let mut lost = lowered.chars().filter(|c| kept.next_if_eq(c).is_none());
    lost.any(|c| !c.is_whitespace() && !DASHES.contains(&c))
}

const DASHES: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'];

fn chunk(chunk: &str) -> Vec<String> {
    if !chunk.contains(['*', '?']) {
        return crate::tokens(chunk);
    }
    // Letters without case that stand in for the two; taken are those that the chunk has not.
    let mut free = "ƻǀǁǂǃ".chars().filter(|letter| !chunk.contains(*letter));
    let (Some(star), Some(one)) = (free.next(), free.next()) else { return Vec::new() };
    let is_glob = |c: char| c == star || c == one;
    let stood_in: String = chunk
        .chars()
        .map(|c| match c {
            '*' => star,
            '?' => one,
            c => c,
        })
        .collect();
    let mut words: Vec<String> = Vec::new();
    let mut last = 0;
    for_each_token(&stood_in, |token, bytes| {
        // Some scripts have a border between any two letters; there is none beside a `*`.
        let touches = bytes.start == last
            && (token.starts_with(is_glob) || words.last().is_some_and(|w| w.ends_with(is_glob)));
        match words.last_mut() {
            Some(word) if touches => word.push_str(token),
            _ => words.push(token.to_owned()),
        }
        last = bytes.end;
    });
    let back = |c| match c {
        c if c == star => '*',
        c if c == one => '?',
        c => c,
    };
    words.iter().map(|word| word.chars().map(back).collect()).collect()
}

/// Whether a glob matches a whole text. Goes back to the last `*` only, which is enough.
fn is_match(glob: &str, text: &str) -> bool {
    let (mut glob, mut text) = (glob.chars(), text.chars());
    let mut retry: Option<(std::str::Chars<'_>, std::str::Chars<'_>)> = None;
    loop {
        match (glob.next(), text.clone().next()) {
            (None, None) => return true,
            (Some('*'), _) => {
                retry = Some((glob.clone(), text.clone()));
                continue;
            }
            (Some(wanted), Some(found)) if wanted == '?' || wanted == found => {
                text.next();
                continue;
            }
            _ => {}
        }
        let Some((behind, from)) = &mut retry else { return false };
        if from.next().is_none() {
            return false;
        }
        (glob, text) = (behind.clone(), from.clone());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// By definition, letter by letter.
    fn naive(glob: &[char], text: &[char]) -> bool {
        match (glob.first(), text.first()) {
            (None, None) => true,
            (Some('*'), _) => {
                naive(&glob[1..], text) || (!text.is_empty() && naive(glob, &text[1..]))
            }
            (Some('?'), Some(_)) => naive(&glob[1..], &text[1..]),
            (Some(a), Some(b)) if a == b => naive(&glob[1..], &text[1..]),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn globs_match_by_definition(glob in "[abя*?]{0,8}", text in "[abя]{0,10}") {
            let chars = |text: &str| text.chars().collect::<Vec<_>>();
            prop_assert_eq!(is_match(&glob, &text), naive(&chars(&glob), &chars(&text)));
            prop_assert_eq!(Word::of(glob.clone()).matches(&text), is_match(&glob, &text));
        }

        #[test]
        fn a_pattern_without_globs_is_its_tokens(pattern in "\\PC{0,20}") {
            prop_assume!(!pattern.contains(['*', '?']));
            let apart: Vec<_> = pattern.split_whitespace().flat_map(crate::tokens).collect();
            let expected: Vec<_> = apart.into_iter().map(Word::Exact).collect();
            prop_assert_eq!(words(&pattern), expected);
        }
    }

    #[test]
    fn words_of_patterns() {
        let exact = |word: &str| Word::Exact(word.to_owned());
        let prefix = |word: &str| Word::Prefix(word.to_owned());
        assert_eq!(words("Көші-Қон*"), [exact("көші"), prefix("қон")]);
        assert_eq!(words(" labour  MIGRAT* "), [exact("labour"), prefix("migrat")]);
        assert_eq!(words("*"), [prefix("")]);
        assert_eq!(words("c?t *s"), [Word::Glob("c?t".into()), Word::Glob("*s".into())]);
        assert_eq!(words("漢*"), [prefix("漢")]);
        assert_eq!(words("don't ΟΔΟΣ"), [exact("don't"), exact("οδος")]);
        assert_eq!(words("3,5*"), [prefix("3,5")]);
        assert_eq!(words("— «»"), []);
    }
}
