//! Agreement on spans of text, where coders choose the borders themselves.
//!
//! Three alphas are given, because they answer different questions and programs differ silently in
//! which one they print; all are nominal, and characters are their units:
//!
//! - [`SpanAgreement::all`]: every character; "uncoded" is a value;
//! - [`SpanAgreement::coded`]: the same on characters that one coder at least coded;
//! - [`SpanAgreement::labels`]: characters that two coders at least coded, with the values of those
//!   who did: agreement on labels, whatever the borders.
//!
//! They are not the unitizing alphas of Krippendorff, Mathet, Bouvry & Widlöcher 2016 (*Quality &
//! Quantity* 50: 2347-2364), nor gamma of Mathet, Widlöcher & Métivier 2015.
//!
//! A character has one value of each coder: where a coder gave it several codes, their combination
//! is a value of its own. Agreement by code ([`SpanCode`], [`CodeOverlap`]) needs no such rule.
//! A coder takes part in the documents in which the coder has a span, or which are said to be read;
//! of other documents it is not known whether they were read, and nothing is counted as uncoded.
//!
//! Everything is computed on runs between two borders; no step is taken for each character.

mod overlap;
mod runs;

use super::alpha::{Alpha, Measured, told, unequal_pairs};
use super::kappa::kappa_of_runs;
use super::profiles::Profiles;
use super::{Metric, Quantity, Undefined};

pub use overlap::{CodeOverlap, Overlap};
use runs::Runs;

/// Characters to which a coder gave a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Number of the document.
    pub document: u32,
    /// Number of the coder.
    pub coder: u32,
    /// First character, from 0.
    pub start: u64,
    /// The character after the last one.
    pub end: u64,
    /// Number of the code.
    pub code: u32,
}

/// Documents with the spans of coders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spans {
    /// Number of characters of each document.
    pub lengths: Vec<u64>,
    /// Number of coders.
    pub coders: usize,
    /// Number of codes.
    pub codes: usize,
    /// The spans in any order. Of one coder they may overlap.
    pub spans: Vec<Span>,
    /// Documents and coders who read them, in addition to those of spans: who read a document and
    /// coded nothing stands only here.
    pub read: Vec<(u32, u32)>,
}

/// What is wrong with a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadSpan {
    /// It ends where it begins, or before: its place among the spans.
    Empty(usize),
    /// It ends behind the document.
    Outside(usize),
    /// It names a document, coder or code that there is not.
    Unknown(usize),
}

/// Agreement on spans.
#[derive(Debug, Clone, PartialEq)]
pub struct SpanAgreement {
    /// Alpha over all characters; `units` and `values` count characters.
    pub all: Result<Alpha, Undefined>,
    /// Alpha over characters that at least one coder coded.
    pub coded: Result<Alpha, Undefined>,
    /// Alpha over characters that at least two coders coded, uncoded taken as missing.
    pub labels: Result<Alpha, Undefined>,
    /// Cohen's kappa over all characters, uncoded as a value; of two coders.
    pub kappa: Quantity,
    /// Each code, coded or not.
    pub codes: Vec<SpanCode>,
    /// Each code and pair of coders, by code.
    pub overlaps: Vec<CodeOverlap>,
    /// Characters to which a coder gave several codes, summed over coders.
    pub combined: u64,
    /// Coders and documents in which they are not known to have read.
    pub not_read: Vec<(u32, u32)>,
}

/// Agreement on one code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpanCode {
    /// Number of the code.
    pub code: u32,
    /// Characters that have it, summed over coders.
    pub characters: u64,
    /// Alpha over all characters: the code given or not.
    pub alpha: Quantity,
}

/// Agreement of all coders on the spans of all documents.
///
/// # Errors
/// The first span that cannot be.
pub fn agreement(spans: &Spans) -> Result<SpanAgreement, BadSpan> {
    check(spans)?;
    let runs = Runs::of(spans);
    let all = Profiles::of(&runs.ratings);
    let labels = Profiles::of_some(&runs.ratings, |_, value| value != runs::UNCODED);
    let is_coded =
        |at: usize| runs.ratings.unit(at).iter().any(|(_, value)| *value != runs::UNCODED);
    let length = |profiles: &Profiles| -> Vec<u64> {
        profiles.units.iter().map(|unit| runs.lengths[*unit as usize]).collect()
    };
    let coded: Vec<u64> = (all.units.iter().zip(length(&all)))
        .map(|(unit, length)| if is_coded(*unit as usize) { length } else { 0 })
        .collect();
    let alpha = |profiles: &Profiles, lengths: &[u64]| -> Result<Alpha, Undefined> {
        let characters: u64 = lengths.iter().sum();
        match characters {
            0 if runs.readers() < 2 => return Err(Undefined::OneCoder),
            0 => return Err(Undefined::NoPairs),
            1 => return Err(Undefined::OneUnit),
            _ => {}
        }
        let measured = Measured::new(profiles, runs.ratings.points(), Metric::Nominal)?;
        let found = measured.alpha(lengths)?;
        Ok(Alpha { units: characters as usize, ..found })
    };
    Ok(SpanAgreement {
        all: alpha(&all, &length(&all)),
        coded: alpha(&all, &coded),
        labels: alpha(&labels, &length(&labels)),
        kappa: kappa(&runs),
        codes: codes(spans, &runs),
        overlaps: overlap::overlaps(spans, &runs.readings),
        combined: runs.combined,
        not_read: not_read(spans, &runs),
    })
}

fn check(spans: &Spans) -> Result<(), BadSpan> {
    for (at, span) in spans.spans.iter().enumerate() {
        let Some(length) = spans.lengths.get(span.document as usize) else {
            return Err(BadSpan::Unknown(at));
        };
        if span.coder as usize >= spans.coders || span.code as usize >= spans.codes {
            return Err(BadSpan::Unknown(at));
        }
        if span.start >= span.end {
            return Err(BadSpan::Empty(at));
        }
        if span.end > *length {
            return Err(BadSpan::Outside(at));
        }
    }
    Ok(())
}

fn kappa(runs: &Runs) -> Quantity {
    match runs.readers() {
        0 | 1 => return Err(Undefined::OneCoder),
        2 => {}
        _ => return Err(Undefined::NotTwoCoders),
    }
    let both = (0..runs.lengths.len()).filter_map(|at| match runs.ratings.unit(at) {
        [(_, first), (_, second)] => Some((*first, *second, runs.lengths[at])),
        _ => None,
    });
    kappa_of_runs(both, runs.values.len())
}

fn codes(spans: &Spans, runs: &Runs) -> Vec<SpanCode> {
    let mut found = vec![(0_u64, 0.0_f64); spans.codes];
    let mut times = vec![0_u32; spans.codes];
    let mut values = 0;
    for (at, length) in runs.lengths.iter().enumerate() {
        let unit = runs.ratings.unit(at);
        if unit.len() < 2 {
            continue;
        }
        values += length * unit.len() as u64;
        let met = || unit.iter().flat_map(|(_, value)| &runs.values[*value as usize]);
        met().for_each(|code| times[*code as usize] += 1);
        for code in met() {
            // Each code once: after that its number is 0.
            let with = f64::from(std::mem::take(&mut times[*code as usize]));
            let size = unit.len() as f64;
            let (characters, unequal) = &mut found[*code as usize];
            *characters += length * with as u64;
            *unequal += *length as f64 * (2.0 * with * (size - with) / (size - 1.0));
        }
    }
    let about = |(code, (characters, unequal)): (usize, &(u64, f64))| {
        let expected = unequal_pairs(&[*characters, values - characters], values);
        let alpha = match (runs.readers(), values) {
            (0 | 1, _) => Err(Undefined::OneCoder),
            (_, 0) => Err(Undefined::NoPairs),
            _ => told(*unequal, expected, values, 0).map(|alpha| alpha.alpha),
        };
        SpanCode { code: code as u32, characters: *characters, alpha }
    };
    found.iter().enumerate().map(about).collect()
}

/// Coders who have a span somewhere, with the documents that they are not known to have read.
fn not_read(spans: &Spans, runs: &Runs) -> Vec<(u32, u32)> {
    let documents = 0..spans.lengths.len() as u32;
    let coders = 0..spans.coders as u32;
    let all = coders.flat_map(|coder| documents.clone().map(move |document| (coder, document)));
    all.filter(|(coder, document)| !runs.readings.contains(&(*document, *coder))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(length: u64, of: &[(u32, u64, u64, u32)]) -> Spans {
        let span = |(coder, start, end, code): &(u32, u64, u64, u32)| Span {
            document: 0,
            coder: *coder,
            start: *start,
            end: *end,
            code: *code,
        };
        Spans {
            lengths: vec![length],
            coders: 2,
            codes: 4,
            spans: of.iter().map(span).collect(),
            read: Vec::new(),
        }
    }

    #[test]
    fn a_combination_is_a_value_of_its_own() {
        let both = [(0, 0, 10, 1), (0, 5, 10, 2), (1, 0, 10, 1), (1, 5, 10, 2)];
        let found = agreement(&spans(20, &both)).expect("spans");
        assert_eq!(found.all.map(|alpha| alpha.alpha), Ok(1.0));
        assert_eq!(found.combined, 10);
        let less = agreement(&spans(20, &both[..3])).expect("spans");
        assert!(less.all.is_ok_and(|alpha| alpha.alpha < 1.0));
        // On the code itself they agree nevertheless.
        assert_eq!(less.codes[1].alpha, Ok(1.0));
        assert_eq!(less.codes[3].alpha, Err(Undefined::NoVariation));
    }

    #[test]
    fn what_is_not_known_to_be_read_is_not_uncoded() {
        let mut two = spans(20, &[(0, 0, 10, 1), (1, 0, 10, 1)]);
        two.lengths.push(50);
        two.spans.push(Span { document: 1, coder: 0, start: 0, end: 9, code: 1 });
        let found = agreement(&two).expect("spans");
        assert_eq!(found.not_read, [(1, 1)]);
        assert_eq!(found.all.map(|alpha| (alpha.alpha, alpha.units)), Ok((1.0, 20)));
        two.read.push((1, 1));
        let found = agreement(&two).expect("spans");
        assert_eq!(found.not_read, []);
        assert!(found.all.is_ok_and(|alpha| alpha.alpha < 1.0 && alpha.units == 70));
        assert_eq!(found.labels, Err(Undefined::NoVariation));
    }

    #[test]
    fn spans_that_cannot_be_are_told() {
        let told = |of: &[_]| agreement(&spans(20, of)).map(|_| ());
        assert_eq!(told(&[(0, 0, 5, 1), (0, 5, 5, 1)]), Err(BadSpan::Empty(1)));
        assert_eq!(told(&[(0, 7, 5, 1)]), Err(BadSpan::Empty(0)));
        assert_eq!(told(&[(0, 7, 21, 1)]), Err(BadSpan::Outside(0)));
        assert_eq!(told(&[(0, 7, 20, 4)]), Err(BadSpan::Unknown(0)));
        assert_eq!(told(&[(2, 7, 20, 1)]), Err(BadSpan::Unknown(0)));
    }

    #[test]
    fn without_two_coders_there_is_a_reason() {
        let one = agreement(&spans(20, &[(0, 0, 5, 1)])).expect("spans");
        assert_eq!((one.all, one.kappa), (Err(Undefined::OneCoder), Err(Undefined::OneCoder)));
        let none = agreement(&Spans::default()).expect("nothing");
        assert_eq!(none.all, Err(Undefined::OneCoder));
    }
}
