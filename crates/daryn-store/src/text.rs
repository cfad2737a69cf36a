//! A text of the study as codings see it.

use std::collections::HashMap;

use daryn_read::anchor::{self, Anchor};
use daryn_read::{Document, document};

use crate::digest;

/// Every so many code points the byte is known.
const STEP: usize = 64;

/// A text of a document, as `daryn_read` gives it.
#[derive(Debug, Clone)]
pub struct Text {
    /// The document: its id in the study, else the name of its file.
    pub document: String,
    /// The name of its file in the study.
    pub file: String,
    /// What was read of it.
    pub read: Document,
    /// Digest of its text.
    pub digest: String,
    points: Points,
}

/// Where the code points of a text begin.
#[derive(Debug, Clone)]
pub struct Points {
    bytes: Vec<usize>,
    count: usize,
}

impl Points {
    /// Counts the code points of a text; the same one is given to the other methods.
    #[must_use]
    pub fn of(text: &str) -> Points {
        let (mut bytes, mut count) = (Vec::new(), 0);
        for (at, _) in text.char_indices() {
            if count % STEP == 0 {
                bytes.push(at);
            }
            count += 1;
        }
        Points { bytes, count }
    }

    /// The byte at which a code point begins; the end of the text for the one behind the last.
    #[must_use]
    pub fn byte(&self, text: &str, point: usize) -> Option<usize> {
        if point >= self.count {
            return (point == self.count).then_some(text.len());
        }
        let base = self.bytes[point / STEP];
        let (inside, _) = text[base..].char_indices().nth(point % STEP)?;
        Some(base + inside)
    }

    /// The code point that begins at a byte.
    #[must_use]
    pub fn point(&self, text: &str, byte: usize) -> usize {
        let step = self.bytes.partition_point(|begin| *begin <= byte).saturating_sub(1);
        let base = self.bytes.get(step).copied().unwrap_or(0);
        step * STEP + text[base..byte].chars().count()
    }
}

impl Text {
    /// A text that was read.
    #[must_use]
    pub fn new(document: &str, file: &str, read: Document) -> Text {
        let points = Points::of(&read.text);
        let (document, file) = (document.to_owned(), file.to_owned());
        Text { document, file, digest: digest(read.text.as_bytes()), read, points }
    }

    /// How many code points it has.
    #[must_use]
    pub fn points(&self) -> usize {
        self.points.count
    }

    /// The byte at which a code point begins; the end of the text for the one behind the last.
    #[must_use]
    pub fn byte(&self, point: usize) -> Option<usize> {
        self.points.byte(&self.read.text, point)
    }

    /// The code point that begins at a byte.
    #[must_use]
    pub fn point(&self, byte: usize) -> usize {
        self.points.point(&self.read.text, byte)
    }

    /// The words from one code point to behind another; nothing where it has none there.
    #[must_use]
    pub fn words(&self, start: usize, end: usize) -> Option<&str> {
        self.read.text.get(self.byte(start)?..self.byte(end)?).filter(|words| !words.is_empty())
    }

    /// Name of the passage that stands exactly there, the innermost.
    #[must_use]
    pub fn passage(&self, start: usize, end: usize) -> Option<String> {
        let passages = &self.read.passages;
        let is = |place: &usize| (passages[*place].first, passages[*place].last) == (start, end);
        (0..passages.len()).rev().find(is).map(document::name)
    }
}

/// Makes anchors of many places of one text.
pub struct Anchors<'a> {
    text: &'a Text,
    /// Where each word stands. It is asked, never gone through.
    words: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Anchors<'a> {
    /// Looks through a text once.
    #[must_use]
    pub fn of(text: &'a Text) -> Anchors<'a> {
        let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, word) in tokens(&text.read.text) {
            words.entry(word).or_default().push(at);
        }
        Anchors { text, words }
    }

    /// The anchor of a place in code points; nothing where no words stand there.
    #[must_use]
    pub fn make(&self, start: usize, end: usize) -> Option<Anchor> {
        let (from, to) = (self.text.byte(start)?, self.text.byte(end)?);
        let whole = &self.text.read.text;
        anchor::make_with(whole, from, to, |quote| self.times(quote))
    }

    /// In how many places words stand: only those are looked at where their rarest word stands.
    fn times(&self, quote: &str) -> u32 {
        let whole = &self.text.read.text;
        let all: Vec<(usize, &str)> = tokens(quote).collect();
        // The first and the last may be parts of words.
        let inner = all.get(1..all.len().saturating_sub(1)).unwrap_or_default();
        let places = |word: &str| self.words.get(word).map_or(&[] as &[usize], Vec::as_slice);
        match inner.iter().min_by_key(|(_, word)| places(word).len()) {
            Some((inside, word)) => {
                let starts = places(word).iter().filter(|at| {
                    let start = at.checked_sub(*inside);
                    start.is_some_and(|start| {
                        whole.as_bytes()[start..].starts_with(quote.as_bytes())
                    })
                });
                starts.take(1000).count() as u32
            }
            None => whole.match_indices(quote).take(1000).count() as u32,
        }
    }
}

/// Runs of letters and digits with the bytes at which they begin.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|c: char| !c.is_alphanumeric());
        let end = length.map_or(text.len(), |length| start + length);
        rest = end;
        Some((start, &text[start..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_code_points() {
        let words = "Ғылым 😀 туралы заң. ".repeat(30);
        let text = Text::new("a", "a.txt", daryn_read::read(words.as_bytes(), "a.txt"));
        let points: Vec<char> = text.read.text.chars().collect();
        assert_eq!(text.points(), points.len());
        for start in [0, 1, 6, 63, 64, 65, 200, points.len() - 1] {
            let byte = text.byte(start).expect("a byte");
            assert_eq!(text.read.text[byte..].chars().next(), points.get(start).copied());
            assert_eq!(text.point(byte), start);
        }
        assert_eq!(text.byte(points.len()), Some(text.read.text.len()));
        assert_eq!(text.byte(points.len() + 1), None);
    }

    #[test]
    fn anchors_are_those_of_a_plain_scan() {
        let words =
            "Мемлекет қолдайды, мемлекет көмектеседі.\n\nМемлекет қолдайды, ол көмектеседі.\n";
        let text = Text::new("a", "a.txt", daryn_read::read(words.as_bytes(), "a.txt"));
        let anchors = Anchors::of(&text);
        for start in 0..text.points() {
            for end in start + 1..=text.points() {
                let (from, to) = (text.byte(start).expect("in"), text.byte(end).expect("in"));
                let plain = anchor::make(&text.read.text, from, to);
                let overlaps = plain.as_ref().is_some_and(|anchor| anchor.times > 1);
                assert_eq!(anchors.make(start, end), plain, "{start}..{end} {overlaps}");
            }
        }
    }
}
