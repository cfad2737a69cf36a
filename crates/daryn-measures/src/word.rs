//! Words of a sentence with their places.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters, with hyphens and apostrophes inside.
    Word,
    /// Digits.
    Number,
    /// One mark that is neither.
    Mark,
}

/// A token with its place in the text of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// As printed.
    pub(crate) text: &'a str,
    /// In lower case, with «е» for «ё».
    pub(crate) lower: String,
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) sort: Sort,
}

impl Token<'_> {
    pub(crate) fn is_word(&self) -> bool {
        self.sort == Sort::Word
    }

    pub(crate) fn is(&self, mark: &str) -> bool {
        self.text == mark
    }

    /// Whether it is one of some words.
    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// «МНВО», «АО», «KAZAKH».
    pub(crate) fn is_abbreviation(&self) -> bool {
        let letters = self.text.chars().filter(|it| it.is_alphabetic());
        self.sort == Sort::Word
            && letters.clone().count() >= 2
            && letters.clone().filter(|it| it.is_uppercase()).count() * 2 > letters.count()
    }
}

/// Tokens of a range of a text.
pub(crate) fn tokens(text: &str, range: Range<usize>) -> Vec<Token<'_>> {
    let piece = &text[range.clone()];
    let mut tokens = Vec::new();
    let mut letters = piece.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if letter.is_whitespace() {
            continue;
        }
        let sort = match letter {
            _ if letter.is_alphabetic() => Sort::Word,
            _ if letter.is_numeric() => Sort::Number,
            _ => Sort::Mark,
        };
        let mut end = start + letter.len_utf8();
        while sort != Sort::Mark
            && let Some((at, next)) = letters.peek().copied()
        {
            let is_inner = matches!(next, '-' | '‑' | '\'' | '’') && sort == Sort::Word
                || matches!(next, ',' | '.' | '-') && sort == Sort::Number;
            let continues = if is_inner {
                let behind = piece[at + next.len_utf8()..].chars().next();
                behind.is_some_and(|it| match sort {
                    Sort::Word => it.is_alphanumeric(),
                    _ => it.is_numeric(),
                })
            } else {
                next.is_alphanumeric() && (sort == Sort::Word || next.is_numeric())
            };
            if !continues {
                break;
            }
            end = at + next.len_utf8();
            letters.next();
        }
        let text = &piece[start..end];
        tokens.push(Token {
            text,
            lower: text.to_lowercase().replace('ё', "е"),
            range: range.start + start..range.start + end,
            sort,
        });
    }
    tokens
}

/// The bytes from the first to the last of some tokens.
pub(crate) fn cover(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    Some(tokens.first()?.range.start..tokens.last()?.range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_marks() {
        let text = "х. Бизнес-иммигрант (3,5 %) – АО «Qazaq»";
        let from = text.find('Б').expect("a letter");
        let found = tokens(text, from..text.len());
        let told: Vec<&str> = found.iter().map(|it| it.text).collect();
        assert_eq!(told, ["Бизнес-иммигрант", "(", "3,5", "%", ")", "–", "АО", "«", "Qazaq", "»"]);
        assert!(found.iter().all(|it| text[it.range.clone()] == *it.text));
        assert!(found[6].is_abbreviation() && !found[8].is_abbreviation());
    }
}
