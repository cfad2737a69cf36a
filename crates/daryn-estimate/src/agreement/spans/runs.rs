//! Runs of characters between two borders, on which no coder changes.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Ratings;
use super::{Span, Spans};

/// The value of characters to which a coder gave no code.
pub(super) const UNCODED: u32 = 0;

pub(super) struct Runs {
    /// One unit a run; the values of those who read the document.
    pub(super) ratings: Ratings,
    /// Characters of each run.
    pub(super) lengths: Vec<u64>,
    /// The codes of each value, rising; the first value has none.
    pub(super) values: Vec<Vec<u32>>,
    /// Characters with several codes of one coder, summed over coders.
    pub(super) combined: u64,
    /// Documents and coders who read them.
    pub(super) readings: BTreeSet<(u32, u32)>,
}

impl Runs {
    pub(super) fn of(spans: &Spans) -> Runs {
        let mut readings: BTreeSet<(u32, u32)> = spans.read.iter().copied().collect();
        readings.extend(spans.spans.iter().map(|span| (span.document, span.coder)));
        let mut borders = borders(spans);
        borders.sort_unstable();
        let mut values = Values::default();
        let (mut lengths, mut triples, mut combined) = (Vec::new(), Vec::new(), 0);
        for border in borders.chunk_by(|a, b| a.document == b.document) {
            let document = border[0].document;
            let readers = readings.range((document, 0)..=(document, u32::MAX));
            let readers: Vec<u32> = readers.map(|(_, coder)| *coder).collect();
            let mut codes: BTreeMap<u32, BTreeMap<u32, u32>> = BTreeMap::new();
            let mut now: BTreeMap<u32, u32> =
                readers.iter().map(|coder| (*coder, UNCODED)).collect();
            let mut from = 0;
            for here in border.chunk_by(|a, b| a.at == b.at) {
                let length = here[0].at - from;
                if length > 0 {
                    let run = lengths.len() as u32;
                    triples.extend(now.iter().map(|(coder, value)| (run, *coder, *value)));
                    let several = now.values().filter(|value| values.codes(**value).len() > 1);
                    combined += length * several.count() as u64;
                    lengths.push(length);
                    from = here[0].at;
                }
                for Border { change, coder, code, .. } in here {
                    let held = codes.entry(*coder).or_default();
                    match change {
                        Change::Start => *held.entry(*code).or_insert(0) += 1,
                        Change::End => {
                            let left = held.get(code).map_or(0, |times| times - 1);
                            if left == 0 {
                                held.remove(code)
                            } else {
                                held.insert(*code, left)
                            };
                        }
                        Change::Close => continue,
                    }
                    now.insert(*coder, values.number(held.keys().copied().collect()));
                }
            }
        }
        let values = values.0;
        let points = (0..values.len()).map(|value| value as f64).collect();
        // Each run has each reader once, and values were numbered here: this cannot fail.
        let ratings = Ratings::new(lengths.len(), spans.coders, points, &triples);
        let ratings = ratings.unwrap_or_else(|_| Ratings::none(spans.coders));
        Runs { ratings, lengths, values, combined, readings }
    }

    /// How many coders read anything.
    pub(super) fn readers(&self) -> usize {
        self.readings.iter().map(|(_, coder)| coder).collect::<BTreeSet<_>>().len()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Border {
    document: u32,
    at: u64,
    change: Change,
    coder: u32,
    code: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Start,
    End,
    /// The document ends.
    Close,
}

fn borders(spans: &Spans) -> Vec<Border> {
    let of = |span: &Span| {
        let Span { document, coder, start, end, code } = *span;
        [(start, Change::Start), (end, Change::End)].map(|(at, change)| Border {
            document,
            at,
            change,
            coder,
            code,
        })
    };
    let ends = spans.lengths.iter().zip(0..).map(|(length, document)| Border {
        document,
        at: *length,
        change: Change::Close,
        coder: 0,
        code: 0,
    });
    spans.spans.iter().flat_map(of).chain(ends).collect()
}

/// Sets of codes and their numbers.
struct Values(Vec<Vec<u32>>, BTreeMap<Vec<u32>, u32>);

impl Default for Values {
    fn default() -> Values {
        Values(vec![Vec::new()], BTreeMap::from([(Vec::new(), UNCODED)]))
    }
}

impl Values {
    fn number(&mut self, codes: Vec<u32>) -> u32 {
        let next = self.0.len() as u32;
        let number = *self.1.entry(codes.clone()).or_insert(next);
        if number == next {
            self.0.push(codes);
        }
        number
    }

    fn codes(&self, value: u32) -> &[u32] {
        &self.0[value as usize]
    }
}
