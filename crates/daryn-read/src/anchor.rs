//! Anchors: a place in a text that is found again in another edition, or is told as lost.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Code points kept before and behind a quotation.
const CONTEXT: usize = 32;

/// Letters of the same context, on one side, that tell a place whose words stand, or stood, in
/// several places; and by how many on both it must be better than every other. A letter or two in common is chance, and signs
/// and numbers of lists are alike everywhere.
const TELLING: usize = 16;
const MARGIN: usize = 8;

/// Letters of the same context that words as short as their context need to be known again.
const SHORT: usize = 4;

/// Share of words that the words between the same neighbours must have in common with the
/// quotation (Jaccard) to be taken for its new form.
pub const THRESHOLD: f64 = 0.6;

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The words.
    pub quote: String,
    /// Words before it.
    pub prefix: String,
    /// Words behind it.
    pub suffix: String,
    /// First byte in the text that it was made in.
    pub position: usize,
    /// Page on which it stood, from 1, where the document has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// In how many places of that text the same words stood; 0 where that is not known, so that it
    /// counts as several.
    #[serde(default)]
    pub times: u32,
    /// Version of the reader that made the text.
    pub reader: u32,
}

/// Where an anchor is in another text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The same words, told apart from others like them by what stands around them.
    Same(usize, usize),
    /// Other words between the same neighbours, like enough to be the same passage.
    Changed(usize, usize),
    /// Not found, or in several places alike.
    Lost,
}

/// Anchors a range of bytes; nothing where it is empty or cuts a letter.
pub fn make(text: &str, start: usize, end: usize) -> Option<Anchor> {
    make_with(text, start, end, |quote| text.match_indices(quote).take(1000).count() as u32)
}

/// The same, for who knows a shorter way to tell in how many places words stand in the text.
pub fn make_with(
    text: &str,
    start: usize,
    end: usize,
    times: impl FnOnce(&str) -> u32,
) -> Option<Anchor> {
    let quote = text.get(start..end).filter(|quote| !quote.is_empty())?.to_owned();
    let before = text[..start].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let rest = &text[end..];
    let behind = rest.char_indices().nth(CONTEXT).map_or(rest.len(), |(at, _)| at);
    let (prefix, suffix) = (text[before..start].to_owned(), rest[..behind].to_owned());
    let times = times(&quote);
    let (position, reader) = (start, crate::READER);
    Some(Anchor { quote, prefix, suffix, position, page: None, times, reader })
}

/// Finds an anchor in a text: the same words with the most of the same context, or else other
/// words between the same neighbours. Where the words stood in several places, or stand in several
/// now, their context must tell them apart; else they are lost.
pub fn resolve(anchor: &Anchor, text: &str) -> Place {
    if anchor.quote.is_empty() {
        return Place::Lost;
    }
    let mut best: Option<(usize, usize, usize)> = None;
    let mut second = None;
    for (at, quote) in text.match_indices(&anchor.quote) {
        let before = text[..at].chars().rev().zip(anchor.prefix.chars().rev());
        let behind = text[at + quote.len()..].chars().zip(anchor.suffix.chars());
        let (before, behind) = (letters(before), letters(behind));
        let common = before + behind;
        match best {
            Some((most, ..)) if common <= most => second = second.max(Some(common)),
            _ => {
                second = best.map(|(most, ..)| most);
                best = Some((common, before.max(behind), at));
            }
        }
    }
    let Some((common, side, at)) = best else {
        return between(anchor, text).unwrap_or(Place::Lost);
    };
    let known = match second {
        None if anchor.times == 1 => {
            // Short words stand everywhere: without any of their context they are not known again.
            common >= SHORT || anchor.quote.chars().count() > CONTEXT
        }
        second => side >= TELLING && second.is_none_or(|second| common >= second + MARGIN),
    };
    if known { Place::Same(at, at + anchor.quote.len()) } else { Place::Lost }
}

/// Letters that two texts have in common before they differ.
fn letters(pairs: impl Iterator<Item = (char, char)>) -> usize {
    pairs.take_while(|(a, b)| a == b).filter(|(letter, _)| letter.is_alphabetic()).count()
}

fn between(anchor: &Anchor, text: &str) -> Option<Place> {
    let once = |part: &str| {
        let mut found = text.match_indices(part).map(|(at, _)| at);
        let first = found.next().filter(|_| !part.trim().is_empty())?;
        found.next().is_none().then_some(first)
    };
    let start = once(&anchor.prefix)? + anchor.prefix.len();
    let end = once(&anchor.suffix).filter(|end| *end > start)?;
    let set = |text: &str| -> BTreeSet<String> {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (old, new) = (set(&anchor.quote), set(&text[start..end]));
    let common = old.intersection(&new).count() as f64;
    let all = old.union(&new).count() as f64;
    (common >= THRESHOLD * all && all > 0.0).then_some(Place::Changed(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Пункт первый говорит о визах и их сроках. Квота приема устанавливается на \
        предстоящий год органом. Пункт третий говорит о праве на труд иностранцев.";
    const QUOTE: &str = "Квота приема устанавливается на предстоящий год органом.";

    fn after(change: impl Fn(&str) -> String) -> Option<String> {
        let start = TEXT.find(QUOTE).expect("the quotation");
        let anchor = make(TEXT, start, start + QUOTE.len()).expect("an anchor");
        let text = change(TEXT);
        match resolve(&anchor, &text) {
            Place::Same(start, end) => Some(format!("same {}", &text[start..end])),
            Place::Changed(start, end) => Some(format!("changed {}", &text[start..end])),
            Place::Lost => None,
        }
    }

    #[test]
    fn edits_around_inside_and_instead() {
        let same = Some(format!("same {QUOTE}"));
        assert_eq!(after(|text| format!("Новая глава. {text}")), same);
        assert_eq!(after(|text| format!("{QUOTE} {text}")), same);
        let changed = "changed Квота приема устанавливается на каждый год органом.";
        assert_eq!(after(|t| t.replace("предстоящий", "каждый")), Some(changed.into()));
        assert_eq!(after(|t| t.replace(QUOTE, "Исключен.")), None);
        assert_eq!(after(|_| format!("{QUOTE} {QUOTE}")), None);
        assert_eq!(after(|_| String::new()), None);
    }
}
