//! Where sentences end, with the abbreviations of Kazakh, Russian and English.
//!
//! A stop ends a sentence if what follows may begin one, unless the word before it is a number of
//! a point, an initial or an abbreviation. «Г.» behind a year may end one, before a city not.

mod abbreviations;

use std::ops::Range;

use crate::letters::lower;
use abbreviations::{Sort, is_starter, is_time, sort};

/// Bytes of the sentences of a passage, in order; between them stand only spaces.
///
/// ```
/// use daryn_text::sentence::sentences;
///
/// let text = "Закон принят в 2011 г. Его подписал Н. А. Назарбаев.";
/// let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(found, ["Закон принят в 2011 г.", "Его подписал Н. А. Назарбаев."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = text.len() - text.trim_start().len();
    let mut at = start;
    let mut brackets = Brackets { at: start, open: 0 };
    while let Some(next) = text[at..].find(is_end) {
        let stop = at + next;
        let rest = &text[stop..];
        if let Some(below) = rest.strip_prefix('\n') {
            // An empty line ends what stands before it.
            at = stop + 1;
            if below.trim_start_matches(' ').starts_with('\n') && stop > start {
                start = push(&mut found, text, start, stop);
                at = start;
                brackets = Brackets { at, open: 0 };
            }
            continue;
        }
        let run = rest.len() - rest.trim_start_matches(is_stop).len();
        // The mark of a footnote may stand behind the stop.
        let closes = |letter| is_closing(letter) || is_raised(letter);
        let behind = rest[run..].trim_start_matches(closes);
        let end = text.len() - behind.len();
        at = stop + run;
        brackets.count(text, end);
        let open = brackets.open > 0;
        let candidate = Candidate { text, start, stop, run: &rest[..run], end, open };
        if candidate.ends() {
            start = push(&mut found, text, start, end);
            at = start;
            brackets = Brackets { at, open: 0 };
        }
    }
    push(&mut found, text, start, text.len());
    found
}

/// Adds a sentence; gives where the next one may start.
fn push(found: &mut Vec<Range<usize>>, text: &str, start: usize, end: usize) -> usize {
    let sentence = text[start..end].trim_end();
    if !sentence.is_empty() {
        found.push(start..start + sentence.len());
    }
    end + (text[end..].len() - text[end..].trim_start().len())
}

fn is_end(letter: char) -> bool {
    is_stop(letter) || letter == '\n'
}

fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…')
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '›')
}

fn is_raised(letter: char) -> bool {
    matches!(letter, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}

fn is_opening(letter: char) -> bool {
    matches!(letter, '«' | '“' | '„' | '‘' | '"' | '\'' | '(' | '[' | '‹')
}

/// Most words of a clause that is only a time.
const LONGEST_TIME: usize = 20;

/// A stop that may end a sentence.
struct Candidate<'a> {
    text: &'a str,
    /// Where the sentence starts.
    start: usize,
    /// The stop.
    stop: usize,
    /// The stop with those that follow at once.
    run: &'a str,
    /// Behind the marks that close.
    end: usize,
    /// Whether a bracket that opened in the sentence is open there.
    open: bool,
}

/// Brackets that are open at a place of a sentence.
struct Brackets {
    at: usize,
    open: usize,
}

impl Brackets {
    /// Goes on to a place behind.
    fn count(&mut self, text: &str, end: usize) {
        for letter in text.as_bytes()[self.at..end].iter() {
            match letter {
                b'(' => self.open += 1,
                b')' => self.open = self.open.saturating_sub(1),
                _ => {}
            }
        }
        self.at = end;
    }
}

impl Candidate<'_> {
    fn ends(&self) -> bool {
        // Dots that lead to a page number.
        if self.run.len() > 3 && self.run.bytes().all(|byte| byte == b'.') {
            return false;
        }
        let rest = &self.text[self.end..];
        if !rest.starts_with(char::is_whitespace) {
            return rest.is_empty() || self.is_glued();
        }
        let behind = rest.trim_start();
        // Speech goes on behind a dash: «Когда?» — спросил он.
        let next = behind.trim_start_matches(|letter: char| {
            is_opening(letter) || matches!(letter, '—' | '–' | '-' | ' ' | '•')
        });
        let Some(first) = next.chars().next() else { return behind.is_empty() };
        let word = next.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        if !(first.is_uppercase() || first.is_ascii_digit()) || self.in_brackets() {
            return false;
        }
        if self.run != "." {
            return true;
        }
        let starter = !next[word.len()..].starts_with('.') && is_starter(word);
        self.ends_at_word(word, first, starter)
    }

    /// Whether a single stop ends the sentence, by the word before it.
    fn ends_at_word(&self, next: &str, first: char, starter: bool) -> bool {
        let before = self.text[self.start..self.stop].trim_end_matches(is_closing);
        if before.len() < self.stop - self.start {
            // Behind a bracket or a quotation no abbreviation stands.
            return true;
        }
        let mut tokens = before.rsplit(char::is_whitespace);
        let token = tokens.next().unwrap_or_default().trim_start_matches(is_opening);
        let earlier = tokens.next().unwrap_or_default();
        if is_label(before) {
            return false;
        }
        let numbered = earlier.ends_with(|letter: char| letter.is_ascii_digit());
        let mut letters = token.chars();
        let (one, two) = (letters.next(), letters.next());
        if let (Some(letter), None) = (one, two)
            && letter.is_uppercase()
        {
            return starter || names_a_class(earlier);
        }
        let token: String = token.chars().map(lower).collect();
        let glued_number = token.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let after_number = numbered || glued_number.len() < token.len();
        match sort(glued_number, earlier, after_number) {
            Some(Sort::Never) => first.is_ascii_digit() && token == "no" && !before.ends_with("No"),
            Some(Sort::End) => true,
            Some(Sort::Count) => {
                let capitals = next.chars().all(char::is_uppercase) && next.chars().count() > 1;
                first.is_uppercase() && !capitals
            }
            Some(Sort::Year) if is_dated(earlier) || after_number => !self.is_time_phrase(before),
            Some(Sort::Year) => false,
            Some(Sort::Unless) => starter,
            None if token.contains('.') && token.split('.').all(is_short) => starter,
            None => true,
        }
    }

    /// Whether the clause before the stop is only a time, so that its verb is still to come:
    /// «В 2023 г. Казахстан принял».
    fn is_time_phrase(&self, before: &str) -> bool {
        let clause = before.rsplit([',', ';', ':', '(', '—']).next().unwrap_or_default().trim();
        let mut words = clause.split_whitespace().peekable();
        // The number of a point.
        words.next_if(|word| word.ends_with(['.', ')']) && word.len() < 8);
        let mut count = 0;
        for word in words {
            if !is_time(word) || count == LONGEST_TIME {
                return false;
            }
            count += 1;
        }
        count > 0
    }

    /// Whether a bracket that opened in the sentence closes behind the stop.
    fn in_brackets(&self) -> bool {
        if !self.open {
            return false;
        }
        let behind =
            self.text[self.end..].bytes().take(600).find(|byte| matches!(byte, b'(' | b')'));
        behind == Some(b')')
    }

    /// «установлен.Правительство»: a space was forgotten.
    fn is_glued(&self) -> bool {
        if self.run != "." || self.end != self.stop + 1 {
            return false;
        }
        let before = self.text[..self.stop].rsplit(|letter: char| !letter.is_alphabetic());
        let before = before.into_iter().next().unwrap_or_default();
        let cyrillic =
            |letter: char| ('а'..='я').contains(&letter) || "әғқңөұүһіё".contains(letter);
        let mut next = self.text[self.end..].chars();
        before.chars().count() > 3
            && before.chars().skip(1).all(cyrillic)
            && next.next().is_some_and(|letter| !letter.is_ascii() && letter.is_uppercase())
            && next.next().is_some_and(cyrillic)
    }
}

/// A part of an abbreviation with stops inside: «к.э.н.», `U.S.`.
fn is_short(part: &str) -> bool {
    part.chars().all(char::is_alphabetic) && (1..=3).contains(&part.chars().count())
}

/// Whether all of a sentence so far is the number of a point or a title: `12-1`, `12¹`, «Статья 5»,
/// «12-бап», «Целевой индикатор 1».
fn is_label(before: &str) -> bool {
    let is_number = |word: &str| {
        let word = word.trim_end_matches('.').trim_end_matches(is_raised);
        !word.is_empty()
            && (word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
                || word.bytes().all(|byte| b"IVXLC".contains(&byte)))
    };
    let mut words = before.split_whitespace();
    let Some(last) = words.next_back() else { return false };
    let before: Vec<&str> = words.take(3).collect();
    if before.is_empty()
        && let Some((number, name)) = last.split_once('-')
        && ["бап", "тарау", "бөлім", "параграф", "сурет", "кесте", "қосымша"].contains(&name)
    {
        return is_number(number);
    }
    let named = before.len() <= 2 && before.first().is_none_or(|word| is_title_word(word));
    is_number(last) && (before.is_empty() || named)
}

/// A capitalised word that begins no sentence of three words that ends in a number.
fn is_title_word(word: &str) -> bool {
    let word: String = word.chars().map(lower).collect();
    let stems = [
        "стать",
        "глав",
        "раздел",
        "подраздел",
        "параграф",
        "част",
        "приложени",
        "таблиц",
        "рисун",
        "направлени",
        "задач",
        "индикатор",
        "целев",
        "пункт",
        "шаг",
        "этап",
        "мер",
        "инициатив",
        "article",
        "chapter",
        "section",
        "part",
        "annex",
        "appendix",
        "table",
        "figure",
        "schedule",
        "goal",
        "target",
        "бағыт",
        "міндет",
        "кесте",
        "сурет",
        "бөлім",
        "нысаналы",
        "кіші",
    ];
    stems.iter().any(|stem| word.starts_with(stem))
}

/// Whether a word is followed by a letter that names one of several: «категория А».
fn names_a_class(word: &str) -> bool {
    let word: String = word.chars().map(lower).collect();
    let stems = [
        "категори",
        "групп",
        "витамин",
        "тип",
        "класс",
        "форм",
        "вариант",
        "приложени",
        "пункт",
        "санат",
        "топ",
        "түр",
        "class",
        "group",
        "vitamin",
        "type",
        "annex",
        "appendix",
        "plan",
        "categor",
        "part",
        "schedule",
        "option",
    ];
    stems.iter().any(|stem| word.starts_with(stem))
}

/// A year, a day or a century: has digits, or is a Roman numeral.
fn is_dated(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        || !word.is_empty() && word.chars().all(|letter| "IVXХІ–-".contains(letter))
}
