//! Letters of another script that look the same.
//!
//! A word of both scripts is put into the script of the letters that only one of them has. Where
//! every letter could be of either, a Roman numeral is Latin, and else the words beside it decide.
//! Words with digits, web addresses and e-mail addresses are left alone.

use std::ops::Range;

use super::{Edit, Kind};
use crate::letters::{as_cyrillic, as_latin, is_cyrillic, is_latin, lower};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Cyrillic,
    Latin,
    /// Both, or a third one.
    Other,
}

/// A longest run of letters.
struct Run {
    range: Range<usize>,
    letters: u32,
    script: Script,
    /// Of a third script, or beside a digit.
    kept: bool,
}

/// Words that are put into another script.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let runs = runs(text);
    let kazakh = text.chars().any(|letter| "әғқңөұүһі".contains(lower(letter)));
    let formula = text.contains('=');
    let block = Block { text, beside: beside(&runs), runs: &runs, kazakh, formula };
    let mut edits = Vec::new();
    for (place, run) in runs.iter().enumerate() {
        if run.kept {
            continue;
        }
        let word = &text[run.range.clone()];
        let target = match run.script {
            Script::Other => block.mixed(place, word),
            Script::Latin => block.latin(place, word),
            Script::Cyrillic => block.cyrillic(place, word),
        };
        let new = match target {
            Some(Script::Latin) => {
                word.chars().map(|letter| as_latin(letter).unwrap_or(letter)).collect()
            }
            Some(Script::Cyrillic) => in_cyrillic(word),
            _ => continue,
        };
        if new != word && !is_address(text, &run.range) {
            edits.push(Edit { range: run.range.clone(), text: new, kind: Kind::Homoglyph });
        }
    }
    edits
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before = ' ';
    let mut open = false;
    for (at, letter) in text.char_indices() {
        let script = if is_cyrillic(letter) {
            Script::Cyrillic
        } else if is_latin(letter) {
            Script::Latin
        } else if !letter.is_ascii() && letter.is_alphabetic() {
            Script::Other
        } else {
            let is_sign = letter.is_ascii_digit() || "_@\\".contains(letter);
            if open
                && is_sign
                && let Some(run) = runs.last_mut()
            {
                run.kept = true;
            }
            open = false;
            before = letter;
            continue;
        };
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some(run) if open => {
                run.range.end = end;
                run.letters += 1;
                run.kept |= script == Script::Other;
                if run.script != script {
                    run.script = Script::Other;
                }
            }
            _ => {
                let kept =
                    script == Script::Other || before.is_ascii_digit() || "_@\\".contains(before);
                runs.push(Run { range: at..end, letters: 1, script, kept });
            }
        }
        open = true;
        before = letter;
    }
    runs
}

/// A text with its words.
struct Block<'a> {
    text: &'a str,
    runs: &'a [Run],
    /// For each word the scripts of the nearest clear words before and behind it.
    beside: Vec<[Option<Script>; 2]>,
    kazakh: bool,
    /// Whether single letters may be variables.
    formula: bool,
}

/// Scripts of the nearest words of one script and several letters before and behind each word, found
/// once for all of them.
fn beside(runs: &[Run]) -> Vec<[Option<Script>; 2]> {
    let clear = |run: &Run| (run.script != Script::Other && run.letters > 1).then_some(run.script);
    let mut beside = vec![[None; 2]; runs.len()];
    let (mut before, mut behind) = (None, None);
    for place in 0..runs.len() {
        beside[place][0] = before;
        before = clear(&runs[place]).or(before);
        let place = runs.len() - 1 - place;
        beside[place][1] = behind;
        behind = clear(&runs[place]).or(behind);
    }
    beside
}

impl Block<'_> {
    /// The script of a word that has letters of both.
    fn mixed(&self, place: usize, word: &str) -> Option<Script> {
        let own = |is: fn(char) -> bool, other: fn(char) -> Option<char>| {
            word.chars().any(|letter| is(letter) && other(letter).is_none())
        };
        match (own(is_cyrillic, as_latin), own(is_latin, as_cyrillic)) {
            (true, false) => Some(Script::Cyrillic),
            (false, true) => Some(Script::Latin),
            (true, true) => None,
            (false, false) => {
                let latin: String =
                    word.chars().map(|letter| as_latin(letter).unwrap_or(letter)).collect();
                // Russian has no «І»: what has it is an abbreviation of English.
                let english = latin.contains('I') && is_capitals(&latin);
                if is_roman(&latin) || latin == "IT" || english && !self.kazakh {
                    return Some(Script::Latin);
                }
                self.around(place).or_else(|| {
                    let cyrillic = word.chars().filter(|letter| is_cyrillic(*letter)).count();
                    let latin = word.chars().count() - cyrillic;
                    match cyrillic.cmp(&latin) {
                        std::cmp::Ordering::Greater => Some(Script::Cyrillic),
                        std::cmp::Ordering::Less => Some(Script::Latin),
                        std::cmp::Ordering::Equal => None,
                    }
                })
            }
        }
    }

    /// The script of the words beside a word, if they do not differ.
    fn around(&self, place: usize) -> Option<Script> {
        match self.beside[place] {
            [Some(before), Some(behind)] => (before == behind).then_some(before),
            [one, other] => one.or(other),
        }
    }

    /// Whether a Latin word is a Cyrillic one: a preposition or an initial in Cyrillic text.
    fn latin(&self, place: usize, word: &str) -> Option<Script> {
        if word.len() > 2 || self.formula {
            return None;
        }
        let cyrillic = |run: Option<&Run>| run.is_some_and(|run| run.script == Script::Cyrillic);
        let before = place.checked_sub(1).and_then(|place| self.runs.get(place));
        let behind = self.runs.get(place + 1);
        let own = &self.runs[place];
        let left = self.text[..own.range.start].trim_end_matches(' ');
        let right = &self.text[own.range.end..];
        let is_open = left.is_empty() || left.len() < own.range.start;
        // «т.e.», «А.C.»: tied by dots to single Cyrillic letters alone.
        let tied = |run: Option<&Run>, between: Range<usize>| {
            run.is_some_and(|run| run.letters == 1 && run.script == Script::Cyrillic)
                && &self.text[between] == "."
        };
        let tied_left = before.is_some_and(|run| tied(before, run.range.end..own.range.start));
        let tied_right = behind.is_some_and(|run| tied(behind, own.range.end..run.range.start));
        if own.letters == 1
            && as_cyrillic(word.chars().next()?).is_some()
            && (tied_left || tied_right)
        {
            return Some(Script::Cyrillic);
        }
        let next = right.strip_prefix(' ').filter(|_| is_open)?;
        let next_is_close = behind.is_some_and(|run| {
            let between = &self.text[own.range.end..run.range.start];
            run.letters > 1
                && between.chars().all(|letter| " «\"(".contains(letter) || letter.is_ascii_digit())
        });
        if !cyrillic(behind) || !next_is_close {
            return None;
        }
        let starts = left.is_empty() || left.ends_with(['.', '!', '?', '…']);
        let small = next.starts_with(char::is_lowercase);
        let good = match word {
            "c" => cyrillic(before) && !left.ends_with(|letter: char| letter.is_ascii_digit()),
            "o" | "y" | "k" | "co" | "ee" => cyrillic(before),
            "a" => cyrillic(before) && left.ends_with([',', ';', '–', '—']),
            "B" | "C" | "O" | "K" | "Y" => starts && small && !self.kazakh,
            _ => false,
        };
        good.then_some(Script::Cyrillic)
    }

    /// Whether a Cyrillic word is a Latin one: a Roman numeral, or an article in English text.
    fn cyrillic(&self, place: usize, word: &str) -> Option<Script> {
        let run = &self.runs[place];
        let is_latin = |run: Option<&Run>| run.is_some_and(|run| run.script == Script::Latin);
        if word == "а" {
            let before = place.checked_sub(1).and_then(|place| self.runs.get(place));
            let spaces = self.text[..run.range.start].ends_with(' ')
                && self.text[run.range.end..].starts_with(' ');
            let english = is_latin(before) && is_latin(self.runs.get(place + 1));
            return (english && spaces).then_some(Script::Latin);
        }
        if !word.chars().all(|letter| matches!(letter, 'І' | 'Х')) {
            return None;
        }
        let latin: String = word.chars().filter_map(as_latin).collect();
        let several = run.letters > 1 && is_roman(&latin);
        // «І» alone is a word of Ukrainian.
        (several || latin == "I" && self.is_numbering(place)).then_some(Script::Latin)
    }

    /// Whether a word beside it is one that is numbered in Roman numerals.
    fn is_numbering(&self, place: usize) -> bool {
        let names = [
            "глав",
            "раздел",
            "част",
            "том",
            "квартал",
            "полугод",
            "век",
            "групп",
            "степен",
            "категори",
            "этап",
            "тарау",
            "бөлім",
            "тоқсан",
            "жартыжылд",
            "ғасыр",
            "топ",
            "дәреже",
            "санат",
            "кезең",
            "кітап",
            "параграф",
        ];
        let near = |other: Option<&Run>| {
            other.is_some_and(|other| {
                let word: String = self.text[other.range.clone()].chars().map(lower).collect();
                let (start, end) = (
                    other.range.end.min(self.runs[place].range.end),
                    other.range.start.max(self.runs[place].range.start),
                );
                let between = &self.text[start..end];
                between.chars().count() == 1 && names.iter().any(|name| word.starts_with(name))
            })
        };
        near(self.runs.get(place + 1)) || near(place.checked_sub(1).map(|place| &self.runs[place]))
    }
}

/// The word in Cyrillic. A capital Y in a Kazakh word of front vowels is «Ү», which it looks like
/// more than «У».
fn in_cyrillic(word: &str) -> String {
    let has = |letters: &str| word.chars().any(|letter| letters.contains(lower(letter)));
    let front = has("әөүіеei") && !has("аоұыao");
    let read = |letter| match letter {
        'Y' if front => 'Ү',
        _ => as_cyrillic(letter).unwrap_or(letter),
    };
    word.chars().map(read).collect()
}

fn is_capitals(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// Whether a word is a Roman numeral of I, V and X.
fn is_roman(word: &str) -> bool {
    let tens = word.len() - word.trim_start_matches('X').len();
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    // The X of IX is not one of the tens.
    !word.is_empty() && tens <= 3 && ones.contains(&&word[tens..])
}

/// Most bytes of an address that are looked at on each side of a word.
const LONGEST: usize = 2000;

/// Whether a word stands in a web address or an e-mail address.
fn is_address(text: &str, range: &Range<usize>) -> bool {
    let first = text.ceil_char_boundary(range.start.saturating_sub(LONGEST));
    let before = &text[first..range.start];
    let start = before.rfind(char::is_whitespace).map_or(first, |at| first + at + 1);
    let start = text.ceil_char_boundary(start);
    let last = text.floor_char_boundary(range.end.saturating_add(LONGEST));
    let rest = &text[range.end..last.max(range.end)];
    let end = range.end + rest.find(char::is_whitespace).unwrap_or(rest.len());
    let token = text[start..end].trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_domain = token.rsplit_once('.').is_some_and(|(name, last)| {
        let last = last.split('/').next().unwrap_or_default();
        name.chars().count() > 1
            && !name.contains("..")
            && last.len() > 1
            && last.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    token.contains("://") || token.contains('@') || token.starts_with("www.") || is_domain
}
