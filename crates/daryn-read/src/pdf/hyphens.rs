//! Whether a hyphen at the end of a line belongs to the word.

use std::collections::BTreeSet;

use super::sheet::Sheet;

/// Words that are written with a hyphen, to tell them from words that a line broke.
#[derive(Debug, Default)]
pub(crate) struct Hyphens {
    hyphened: BTreeSet<String>,
    words: BTreeSet<String>,
    /// Whether the program that made the file breaks words only at hyphens that they have: few
    /// lines end in one, and none of these words stands elsewhere without it.
    are_kept: bool,
}

/// Lines break words in a file if more than one of so many ends in a hyphen.
const RARE: usize = 12;

/// First parts of words that are written with a hyphen.
const FIRST: [&str; 14] = [
    "северо",
    "юго",
    "социально",
    "научно",
    "нормативно",
    "культурно",
    "финансово",
    "военно",
    "организационно",
    "материально",
    "медико",
    "санитарно",
    "информационно",
    "административно",
];

impl Hyphens {
    /// Takes the words that stand whole on a line.
    pub(crate) fn of(sheets: &[Sheet]) -> Hyphens {
        let mut hyphens = Hyphens::default();
        let mut words = sheets.iter().flat_map(|sheet| &sheet.words).peekable();
        let mut ends: Vec<(String, String)> = Vec::new();
        let is_low = |text: &str| text.starts_with(char::is_lowercase);
        let (mut lines, mut is_rest) = (0, false);
        while let Some(word) = words.next() {
            // Parts of a word that a line breaks are no words.
            let is_part = std::mem::take(&mut is_rest);
            is_rest = word.text.ends_with(is_hyphen);
            let next = words.peek().filter(|next| (next.base - word.base).abs() > 0.5 * word.size);
            lines += usize::from(next.is_some());
            if let Some(next) =
                next.filter(|next| is_rest && word.text.len() > 1 && is_low(&next.text))
            {
                ends.push((folded(&word.text), folded(&next.text)));
            }
            if is_part {
                continue;
            }
            let text = folded(&word.text);
            if text.contains(is_hyphen) {
                hyphens.hyphened.insert(text);
            } else if !is_rest && !text.is_empty() {
                hyphens.words.insert(text);
            }
        }
        let is_known = |(head, tail): &(String, String)| {
            hyphens.words.contains(&folded(&format!("{head}{tail}")))
                && !hyphens.is_hyphened(head, tail)
        };
        hyphens.are_kept = ends.len() * RARE < lines && !ends.iter().any(is_known);
        hyphens
    }

    /// Puts a line behind the words before it.
    pub(crate) fn append(&self, text: &mut String, next: &str) {
        if text.is_empty() {
            text.push_str(next);
            return;
        }
        let is_inner = |letter: char| letter.is_alphanumeric() || is_hyphen(letter);
        let head = text.rsplit(|letter| !is_inner(letter)).next().unwrap_or_default();
        let tail = next.split(|letter| !is_inner(letter)).next().unwrap_or_default();
        match head.strip_suffix('-').filter(|head| !head.is_empty() && !tail.is_empty()) {
            Some(head) => {
                if self.is_broken(head, tail) {
                    text.pop();
                }
            }
            None => text.push(' '),
        }
        text.push_str(next);
    }

    /// Whether the hyphen between two parts stands there only because a line ended.
    fn is_broken(&self, head: &str, tail: &str) -> bool {
        let is_capital = |text: &str| text.chars().all(char::is_uppercase);
        let is_cut = head.ends_with(char::is_alphabetic)
            && (tail.starts_with(char::is_lowercase) || is_capital(head) && is_capital(tail));
        let (head, tail) = (folded(head), folded(tail));
        if self.are_kept || !is_cut || self.is_hyphened(&head, &tail) {
            return false;
        }
        if self.words.contains(&folded(&format!("{head}{tail}"))) {
            return true;
        }
        let long = |word: &str| word.chars().count() >= 4 && self.words.contains(word);
        let is_preposition = head == "из" && matches!(tail.as_str(), "за" | "под");
        !(is_preposition || FIRST.contains(&head.as_str()) || long(&head) && long(&tail))
    }

    /// Whether a word of these parts, in whatever form, stands somewhere with a hyphen.
    fn is_hyphened(&self, head: &str, tail: &str) -> bool {
        let stem: String = tail.chars().take(5).collect();
        let start = folded(&format!("{head}-{stem}"));
        self.hyphened.range(start.clone()..).next().is_some_and(|word| word.starts_with(&start))
    }
}

/// A word in small letters without signs around it. Letters of the wrong script are put right: a
/// word is printed here with the Latin «i» and there with the Cyrillic one.
fn folded(word: &str) -> String {
    let text = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    daryn_text::unmixed(text).to_lowercase()
}

/// Whether a letter is a hyphen.
pub(crate) fn is_hyphen(letter: char) -> bool {
    letter == '-'
}
