//! Words without the marks of Markdown. Everything is found in one pass over the letters, however
//! marks are heaped.

use std::collections::BTreeMap;

use super::entities;
use crate::block::tidy;
use crate::html::ends_line;
use crate::raised::{self, Height};

/// Deepest brackets in an address.
const DEEPEST: usize = 32;

/// Elements of HTML that may stand between words; what is no tag stays.
const ELEMENTS: [&str; 41] = [
    "a", "abbr", "b", "big", "br", "cite", "code", "colgroup", "col", "del", "em", "font", "i",
    "img", "ins", "kbd", "mark", "nobr", "noscript", "q", "s", "samp", "script", "small", "span",
    "strike", "strong", "style", "sub", "sup", "tbody", "td", "tfoot", "th", "thead", "tt", "u",
    "var", "wbr", "input", "label",
];

/// Attributes that need no value.
const BARE: [&str; 6] = ["hidden", "nowrap", "noshade", "reversed", "checked", "disabled"];

/// Text without marks, and the notes that it refers to, by their places among those that are known.
pub(super) fn inline(raw: &str, known: &BTreeMap<&str, usize>) -> (String, Vec<usize>) {
    let mut inline = Inline {
        rest: raw,
        text: String::with_capacity(raw.len()),
        stars: Vec::new(),
        by_length: BTreeMap::new(),
        marks: Vec::new(),
        shifted: None,
        known,
        notes: Vec::new(),
    };
    while let Some(letter) = inline.rest.chars().next() {
        inline.step(letter);
    }
    (tidy(&without(&inline.text, inline.marks)), inline.notes)
}

/// A text without some stretches of it.
fn without(text: &str, mut marks: Vec<(usize, usize)>) -> String {
    marks.sort_unstable();
    let mut left = String::with_capacity(text.len());
    let mut from = 0;
    for (at, length) in marks {
        left.push_str(&text[from..at]);
        from = at + length;
    }
    left.push_str(&text[from..]);
    left
}

struct Inline<'a> {
    rest: &'a str,
    text: String,
    /// Runs of stars in `text` that may open emphasis: place and length.
    stars: Vec<(usize, usize)>,
    /// Places in `stars` by length; the last one may be one that is no more.
    by_length: BTreeMap<usize, Vec<usize>>,
    /// Runs of stars that are marks: place in `text` and length.
    marks: Vec<(usize, usize)>,
    /// Where words begin that are raised or lowered.
    shifted: Option<usize>,
    known: &'a BTreeMap<&'a str, usize>,
    notes: Vec<usize>,
}

impl<'a> Inline<'a> {
    fn step(&mut self, letter: char) {
        let rest = self.rest;
        let after = &rest[letter.len_utf8()..];
        let found = match letter {
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                self.text.push_str(&after[..1]);
                Some(&after[1..])
            }
            '*' => Some(self.stars(rest)),
            '<' => self.angle(rest),
            '[' => self.bracket(rest),
            // The words of a picture.
            '!' if after.starts_with('[') => self.bracket(after),
            '^' | '~' => self.shifted_digits(letter, after),
            '&' => entities::letter(rest).map(|(letter, behind)| {
                self.text.push(letter);
                behind
            }),
            _ => None,
        };
        self.rest = found.unwrap_or_else(|| {
            self.text.push(letter);
            after
        });
    }

    /// A run of stars opens emphasis, or closes what a run of the same length opened.
    fn stars(&mut self, rest: &'a str) -> &'a str {
        let behind = rest.trim_start_matches('*');
        let run = rest.len() - behind.len();
        let here = self.text.len();
        let closes = !self.text.ends_with([' ', '\n']) && !self.text.is_empty();
        let opener = if closes { self.opener(run) } else { None };
        if let Some(place) = opener {
            self.marks.push(self.stars[place]);
            self.marks.push((here, run));
            self.stars.truncate(place);
        } else if behind.starts_with(|next: char| !next.is_whitespace()) {
            self.by_length.entry(run).or_default().push(self.stars.len());
            self.stars.push((here, run));
        }
        self.text.push_str(&rest[..run]);
        behind
    }

    /// The last run of a length that is open.
    fn opener(&mut self, run: usize) -> Option<usize> {
        let places = self.by_length.get_mut(&run)?;
        while let Some(place) = places.pop() {
            if self.stars.get(place).is_some_and(|(_, length)| *length == run) {
                return Some(place);
            }
        }
        None
    }

    /// `<https://…>`, `<info@gov.kz>`, or a tag of HTML; gives what is behind it.
    fn angle(&mut self, rest: &'a str) -> Option<&'a str> {
        if let Some((address, behind)) = address(rest) {
            self.text.push_str(address);
            return Some(behind);
        }
        let (name, closes, behind) = tag(rest)?;
        match name.as_str() {
            "sup" | "sub" if !closes => self.shifted = Some(self.text.len()),
            "sup" => self.shift(Height::Raised),
            "sub" => self.shift(Height::Lowered),
            "td" | "th" => self.text.push(' '),
            name if name == "br" || ends_line(name) => self.text.push('\n'),
            _ => {}
        }
        Some(behind)
    }

    /// What stands since the last mark of a raised number is one.
    fn shift(&mut self, height: Height) {
        // Emphasis in it has its places in the text.
        let is_plain = |start: &usize| {
            let marks = self.marks.iter().chain(&self.stars).map(|(at, _)| at);
            !marks.rev().take(2).any(|at| at >= start)
        };
        if let Some(start) = self.shifted.take().filter(is_plain) {
            let words = self.text.split_off(start);
            self.text.push_str(&raised::at(height, &words));
        }
    }

    /// `12^1^` and `CO~2~`, as pandoc writes them; gives what is behind it.
    fn shifted_digits(&mut self, mark: char, after: &'a str) -> Option<&'a str> {
        let digits = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let behind = after[digits..].strip_prefix(mark)?;
        if digits == 0 || self.text.ends_with(mark) || behind.starts_with(mark) {
            return None;
        }
        let height = if mark == '^' { Height::Raised } else { Height::Lowered };
        self.text.push_str(&raised::at(height, &after[..digits]));
        Some(behind)
    }

    /// `[words](address)` or `[^note]`; gives what is behind it.
    fn bracket(&mut self, rest: &'a str) -> Option<&'a str> {
        // A bracket in brackets is another one, so that no letter is looked at by many.
        let end = rest[1..].find(['[', ']']).map(|end| 1 + end)?;
        let words = &rest[1..end];
        let behind = rest[end..].strip_prefix(']')?;
        if let Some(note) = words.strip_prefix('^').and_then(|name| self.known.get(name)) {
            self.notes.push(*note);
            return Some(behind);
        }
        let behind = address_of_link(behind)?;
        self.text.push_str(&without_marks(words));
        Some(behind)
    }
}

/// The words of a link: they may have marks of their own, but no links.
fn without_marks(words: &str) -> String {
    match words.contains(['*', '\\', '&', '<']) {
        true => inline(words, &BTreeMap::new()).0,
        false => words.to_owned(),
    }
}

/// An address between `<` and `>`, and what is behind it.
fn address(text: &str) -> Option<(&str, &str)> {
    let end = text[1..].find(|letter: char| "<>".contains(letter) || letter.is_whitespace())?;
    let (inner, behind) = (&text[1..1 + end], text[1 + end..].strip_prefix('>')?);
    let scheme = inner.split_once(':').is_some_and(|(scheme, _)| {
        (2..=32).contains(&scheme.len()) && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    let mail = inner.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !inner.contains(['"', '/', '='])
    });
    (scheme || mail).then_some((inner, behind))
}

/// A tag of HTML: its name, whether it is an end tag, and what is behind it. «x <a и b> c» is none.
fn tag(text: &str) -> Option<(String, bool, &str)> {
    let inner = &text[1..];
    let (closes, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let end = inner.bytes().take_while(u8::is_ascii_alphanumeric).take(12).count();
    let name = inner[..end].to_ascii_lowercase();
    if !ELEMENTS.contains(&name.as_str()) && !ends_line(&name) {
        return None;
    }
    let mut rest = &inner[end..];
    loop {
        let trimmed = rest.trim_start();
        if let Some(behind) = trimmed.strip_prefix("/>").or_else(|| trimmed.strip_prefix('>')) {
            return Some((name, closes, behind));
        }
        // An attribute stands behind a space.
        if closes || trimmed.len() == rest.len() {
            return None;
        }
        rest = attribute(trimmed)?;
    }
}

/// What is behind an attribute.
fn attribute(text: &str) -> Option<&str> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let end = text.bytes().take_while(is_name).count();
    let rest = text[end..].trim_start();
    let Some(value) = rest.strip_prefix('=') else {
        return BARE.contains(&&text[..end]).then_some(&text[end..]);
    };
    let value = value.trim_start();
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote) {
            let end = inner.find([quote, '<', '>'])?;
            return inner[end..].strip_prefix(quote);
        }
    }
    let end = value.find(|letter: char| letter.is_whitespace() || "\"'=<>`".contains(letter))?;
    (end > 0 && !text.is_empty()).then_some(&value[end..])
}

/// What is behind `(address "title")`. Brackets in an address come in pairs.
fn address_of_link(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?;
    let mut rest = "";
    if let Some(quoted) = inner.trim_start().strip_prefix('<') {
        let end = quoted.find(['<', '>', '\n'])?;
        rest = quoted[end..].strip_prefix('>')?;
    } else {
        let (mut depth, mut escaped) = (0_usize, false);
        for (at, letter) in inner.char_indices() {
            match letter {
                _ if std::mem::take(&mut escaped) => {}
                '\\' => escaped = true,
                '(' if depth == DEEPEST => return None,
                '(' => depth += 1,
                ')' if depth == 0 => return Some(&inner[at + 1..]),
                ')' => depth -= 1,
                _ if letter.is_whitespace() => {
                    rest = &inner[at..];
                    break;
                }
                _ => {}
            }
        }
    }
    let rest = rest.trim_start();
    if let Some(behind) = rest.strip_prefix(')') {
        return Some(behind);
    }
    let close = match rest.chars().next()? {
        '"' => '"',
        '\'' => '\'',
        '(' => ')',
        _ => return None,
    };
    let title = &rest[1..];
    let end = title.find([close, '['])?;
    title[end..].strip_prefix(close)?.trim_start().strip_prefix(')')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(raw: &str) -> String {
        inline(raw, &BTreeMap::new()).0
    }

    #[test]
    fn marks_of_markdown_are_taken_away() {
        assert_eq!(words("**А** *б* [в](г) \\* 2 * 3"), "А б в * 2 * 3");
        assert_eq!(words("***а*** **б *в* г** *д** *"), "а б в г *д** *");
        assert_eq!(words("а<br>б <a id=\"x\"></a>в < г"), "а\nб в < г");
        assert_eq!(
            words("![рисунок](a.png) &laquo;тест&raquo; &#8470; &x; &"),
            "рисунок «тест» № &x; &"
        );
    }

    #[test]
    fn words_that_look_like_marks_stay() {
        assert_eq!(words("Если x <a и b> c, <имя> <a b c>"), "Если x <a и b> c, <имя> <a b c>");
        assert_eq!(
            words("<https://adilet.zan.kz/a>, <info@gov.kz>."),
            "https://adilet.zan.kz/a, info@gov.kz."
        );
        assert_eq!(words("[1](см. пункт 2) [а] [^1]"), "[1](см. пункт 2) [а] [^1]");
    }

    #[test]
    fn addresses_have_brackets_and_titles() {
        assert_eq!(words("[закон](https://a.kz/Закон_(право)) конец"), "закон конец");
        assert_eq!(words("[*а*](<b c> \"д (е)\") [б](в 'г') [в](\\))."), "а б в.");
        assert_eq!(words("[а](б"), "[а](б");
    }

    #[test]
    fn raised_numbers_are_raised() {
        assert_eq!(
            words("Статья 12<sup>1</sup>, 10<sup>−6</sup>, CO<sub>2</sub>"),
            "Статья 12¹, 10⁻⁶, CO₂"
        );
        assert_eq!(words("12^1^, CO~2~, ~~2~~, 2^n^, <sup>*1*</sup>"), "12¹, CO₂, ~~2~~, 2^n^, 1");
    }
}
