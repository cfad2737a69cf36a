//! How much the spans of two coders lie on each other.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Quantity, Undefined};
use super::Spans;

/// Two coders and one code, in the documents that both read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeOverlap {
    /// Number of the code.
    pub code: u32,
    /// The coder that is the reference for precision and recall.
    pub first: u32,
    /// The other one.
    pub second: u32,
    /// Counts of characters.
    pub characters: Overlap,
    /// Counts of segments. Two segments are the same one if they overlap by at least half of the
    /// longer one; each is matched once. Overlapping spans of one coder and code are one segment.
    pub segments: Overlap,
}

/// What one coder has, what the other one has, and what both have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Overlap {
    /// Of the first coder.
    pub first: u64,
    /// Of the second coder.
    pub second: u64,
    /// Of both.
    pub both: u64,
}

impl Overlap {
    /// Share of what the second coder has that the first one has, too.
    ///
    /// # Errors
    /// [`Undefined::Nothing`] where the second coder has none.
    pub fn precision(&self) -> Quantity {
        share(self.both, self.second)
    }

    /// Share of what the first coder has that the second one has, too.
    ///
    /// # Errors
    /// [`Undefined::Nothing`] where the first coder has none.
    pub fn recall(&self) -> Quantity {
        share(self.both, self.first)
    }

    /// Twice what both have, by the sum of what each has: harmonic mean of precision and recall.
    ///
    /// # Errors
    /// [`Undefined::Nothing`] where neither has any.
    pub fn f1(&self) -> Quantity {
        share(2 * self.both, self.first + self.second)
    }

    /// Intersection over union (Jaccard).
    ///
    /// # Errors
    /// [`Undefined::Nothing`] where neither has any.
    pub fn iou(&self) -> Quantity {
        share(self.both, self.first + self.second - self.both)
    }
}

fn share(part: u64, whole: u64) -> Quantity {
    if whole == 0 { Err(Undefined::Nothing) } else { Ok(part as f64 / whole as f64) }
}

type Segments = Vec<(u64, u64)>;

/// Every code and pair of coders who read a document in common.
pub(super) fn overlaps(spans: &Spans, readings: &BTreeSet<(u32, u32)>) -> Vec<CodeOverlap> {
    let segments = segments(spans);
    let mut common: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    for document in 0..spans.lengths.len() as u32 {
        let readers: Vec<u32> =
            readings.range((document, 0)..=(document, u32::MAX)).map(|(_, coder)| *coder).collect();
        for (at, first) in readers.iter().enumerate() {
            for second in &readers[at + 1..] {
                common.entry((*first, *second)).or_default().push(document);
            }
        }
    }
    let none = Segments::new();
    let of = |document, coder, code| segments.get(&(document, coder, code)).unwrap_or(&none);
    let mut found = Vec::new();
    for code in 0..spans.codes as u32 {
        for ((first, second), documents) in &common {
            let mut overlap = CodeOverlap {
                code,
                first: *first,
                second: *second,
                characters: Overlap::default(),
                segments: Overlap::default(),
            };
            for document in documents {
                overlap.add(of(*document, *first, code), of(*document, *second, code));
            }
            found.push(overlap);
        }
    }
    found
}

/// Segments by document, coder and code: rising, apart from each other or touching.
fn segments(spans: &Spans) -> BTreeMap<(u32, u32, u32), Segments> {
    let mut segments: BTreeMap<_, Segments> = BTreeMap::new();
    let mut sorted = spans.spans.clone();
    sorted.sort_unstable();
    for span in &sorted {
        let key = (span.document, span.coder, span.code);
        let of = segments.entry(key).or_default();
        match of.last_mut() {
            Some((_, end)) if span.start < *end => *end = (*end).max(span.end),
            _ => of.push((span.start, span.end)),
        }
    }
    segments
}

impl CodeOverlap {
    fn add(&mut self, first: &[(u64, u64)], second: &[(u64, u64)]) {
        let length = |(start, end): &(u64, u64)| end - start;
        self.characters.first += first.iter().map(length).sum::<u64>();
        self.characters.second += second.iter().map(length).sum::<u64>();
        self.segments.first += first.len() as u64;
        self.segments.second += second.len() as u64;
        let (mut a, mut b) = (0, 0);
        // Whether the segments that are looked at are matched already.
        let (mut is_a, mut is_b) = (false, false);
        while let (Some(one), Some(other)) = (first.get(a), second.get(b)) {
            let both = one.1.min(other.1).saturating_sub(one.0.max(other.0));
            self.characters.both += both;
            // Segments that can be matched form chains from left to right, so that the first match
            // is as good as any.
            if !is_a && !is_b && 2 * both >= length(one).max(length(other)) {
                self.segments.both += 1;
                (is_a, is_b) = (true, true);
            }
            // The one that ends first meets nothing more.
            let (ends_a, ends_b) = (one.1 <= other.1, other.1 <= one.1);
            if ends_a {
                (a, is_a) = (a + 1, false);
            }
            if ends_b {
                (b, is_b) = (b + 1, false);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(first: &[(u64, u64)], second: &[(u64, u64)]) -> (Overlap, Overlap) {
        let none = Overlap::default();
        let mut overlap =
            CodeOverlap { code: 0, first: 0, second: 1, characters: none, segments: none };
        overlap.add(first, second);
        (overlap.characters, overlap.segments)
    }

    #[test]
    fn a_segment_is_matched_once() {
        let counts = |first, second, both| Overlap { first, second, both };
        assert_eq!(overlap(&[(0, 10)], &[(0, 5), (5, 10)]), (counts(10, 10, 10), counts(1, 2, 1)));
        assert_eq!(overlap(&[(0, 10)], &[(5, 15)]), (counts(10, 10, 5), counts(1, 1, 1)));
        assert_eq!(overlap(&[(0, 10)], &[(6, 16)]), (counts(10, 10, 4), counts(1, 1, 0)));
        let chain = overlap(&[(0, 10), (10, 20)], &[(5, 15), (15, 25)]);
        assert_eq!(chain, (counts(20, 20, 15), counts(2, 2, 2)));
        assert_eq!(overlap(&[], &[(1, 2)]), (counts(0, 1, 0), counts(0, 1, 0)));
        let (characters, _) = overlap(&[], &[(1, 2)]);
        assert_eq!(
            (characters.precision(), characters.recall()),
            (Ok(0.0), Err(Undefined::Nothing))
        );
    }
}
