//! Anchors: a place in a text that is found again in another edition, or is told as lost.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Code points kept before and behind a quotation.
const CONTEXT: usize = 32;

/// Code points of context by which one place must be better than every other.
const MARGIN: usize = 4;

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
    let quote = text.get(start..end).filter(|quote| !quote.is_empty())?.to_owned();
    let before = text[..start].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let rest = &text[end..];
    let behind = rest.char_indices().nth(CONTEXT).map_or(rest.len(), |(at, _)| at);
    let (prefix, suffix) = (text[before..start].to_owned(), rest[..behind].to_owned());
    Some(Anchor { quote, prefix, suffix, position: start, reader: crate::READER })
}

/// Finds an anchor in a text: the same words with the most of the same context, or else other
/// words between the same neighbours. Of two places alike neither is chosen.
pub fn resolve(anchor: &Anchor, text: &str) -> Place {
    if anchor.quote.is_empty() {
        return Place::Lost;
    }
    let mut best: Option<(usize, usize)> = None;
    let mut second = None;
    for (at, quote) in text.match_indices(&anchor.quote) {
        let before = text[..at].chars().rev().zip(anchor.prefix.chars().rev());
        let behind = text[at + quote.len()..].chars().zip(anchor.suffix.chars());
        let common =
            before.take_while(|(a, b)| a == b).count() + behind.take_while(|(a, b)| a == b).count();
        match best {
            Some((most, _)) if common <= most => second = second.max(Some(common)),
            _ => {
                second = best.map(|(most, _)| most);
                best = Some((common, at));
            }
        }
    }
    if let Some((common, at)) = best {
        // A letter or two in common is chance.
        let alike = second.is_some_and(|second| common < second + MARGIN);
        // Short words stand everywhere: without any of their context they are not known again.
        let known = common >= MARGIN || anchor.quote.chars().count() > CONTEXT;
        let end = at + anchor.quote.len();
        return if alike || !known { Place::Lost } else { Place::Same(at, end) };
    }
    between(anchor, text).unwrap_or(Place::Lost)
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
