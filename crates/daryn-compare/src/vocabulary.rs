//! Words of units as numbers, so that they are compared quickly.

use std::collections::HashMap;
use std::ops::Range;

use daryn_count::for_each_token;

use crate::unit::Unit;

/// Numbers of words. They are given in the order in which words are met and mean nothing else.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<String, u32>,
}

/// A unit as numbers.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// Words, numbers and signs in order without the number of the unit itself: what must be the
    /// same for the unit to be kept.
    pub(crate) tokens: Vec<u32>,
    /// Words with a letter in order: what shares of words are counted of. Numbers do not count, or
    /// two lists would be alike because both are numbered.
    pub(crate) words: Vec<u32>,
    /// These words in order of their numbers.
    pub(crate) sorted: Vec<u32>,
}

impl Vocabulary {
    pub(crate) fn number(&mut self, token: &str) -> u32 {
        if let Some(number) = self.numbers.get(token) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(token.to_owned(), number);
        number
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }

    pub(crate) fn words(&mut self, unit: &Unit) -> Words {
        let text = &unit.text;
        let own = own_number(unit);
        let (mut tokens, mut words) = (Vec::new(), Vec::new());
        for range in tokens_of(text) {
            let token = plain(&text[range.clone()]);
            let number = self.number(&token);
            if token.chars().any(char::is_alphabetic) {
                words.push(number);
            }
            if range.start < own.start || range.start >= own.end {
                tokens.push(number);
            }
        }
        let mut sorted = words.clone();
        sorted.sort_unstable();
        Words { tokens, words, sorted }
    }
}

/// Words, numbers and signs of a text in order: words after UAX 29, and every other sign that is
/// no space on its own.
pub(crate) fn tokens_of(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    let signs = |from: usize, to: usize, found: &mut Vec<Range<usize>>| {
        for (place, sign) in text[from..to].char_indices() {
            if !sign.is_whitespace() {
                found.push(from + place..from + place + sign.len_utf8());
            }
        }
    };
    for_each_token(text, |_, range| {
        signs(at, range.start, &mut found);
        at = range.end;
        found.push(range);
    });
    signs(at, text.len(), &mut found);
    found
}

/// A token as it is compared: in lower case, and of signs that are one sign typed differently
/// always the same one.
pub(crate) fn plain(token: &str) -> String {
    match token {
        "–" | "—" | "‑" | "−" => "-".to_owned(),
        "«" | "»" | "“" | "”" | "„" => "\"".to_owned(),
        _ => token.to_lowercase(),
    }
}

/// Where in its text the number of a unit stands, with the dot behind it.
fn own_number(unit: &Unit) -> Range<usize> {
    let text = &unit.text;
    let Some(label) = &unit.label else { return 0..0 };
    let limit = text.char_indices().nth(24 + label.len()).map_or(text.len(), |(at, _)| at);
    let Some(start) = text[..limit].find(label.as_str()) else { return 0..0 };
    let end = start + label.len();
    start..if text[end..].starts_with('.') { end + 1 } else { end }
}

/// How many words two sorted lists share, each as often as it stands in both.
pub(crate) fn shared(left: &[u32], right: &[u32]) -> usize {
    let (mut at, mut other, mut count) = (0, 0, 0);
    while at < left.len() && other < right.len() {
        match left[at].cmp(&right[other]) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => other += 1,
            std::cmp::Ordering::Equal => (at, other, count) = (at + 1, other + 1, count + 1),
        }
    }
    count
}

/// Length of the longest common subsequence, by bits (Hyyrö 2004, "Bit-parallel LCS-length
/// computation revisited").
pub(crate) fn in_order(left: &[u32], right: &[u32]) -> usize {
    let blocks = left.len().div_ceil(64);
    let mut masks: HashMap<u32, Vec<u64>> = HashMap::new();
    for (place, word) in left.iter().enumerate() {
        let mask = masks.entry(*word).or_insert_with(|| vec![0; blocks]);
        mask[place / 64] |= 1 << (place % 64);
    }
    let mut row = vec![u64::MAX; blocks];
    for word in right {
        let Some(mask) = masks.get(word) else { continue };
        let mut carry = false;
        for (bits, mask) in row.iter_mut().zip(mask) {
            let both = *bits & mask;
            let (sum, over) = bits.overflowing_add(both);
            let (sum, over_too) = sum.overflowing_add(u64::from(carry));
            carry = over || over_too;
            *bits = sum | (*bits & !mask);
        }
    }
    let mut zeros: usize = row.iter().map(|bits| bits.count_zeros() as usize).sum();
    // Bits behind the end stay ones.
    zeros = zeros.min(left.len());
    zeros
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_subsequences_are_those_of_the_table() {
        let slow = |left: &[u32], right: &[u32]| {
            let mut row = vec![0; right.len() + 1];
            for a in left {
                let mut before = 0;
                for (place, b) in right.iter().enumerate() {
                    let above = row[place + 1];
                    row[place + 1] = if a == b { before + 1 } else { above.max(row[place]) };
                    before = above;
                }
            }
            row[right.len()]
        };
        let mut state = 7_u32;
        let mut list = |length: usize, of: u32| -> Vec<u32> {
            let mut next = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 16) % of
            };
            (0..length).map(|_| next()).collect()
        };
        for (length, other, of) in [(0, 5, 3), (5, 0, 3), (64, 64, 4), (63, 130, 9), (200, 129, 30)]
        {
            let (left, right) = (list(length, of), list(other, of));
            assert_eq!(in_order(&left, &right), slow(&left, &right), "{length} {other}");
        }
    }
}
