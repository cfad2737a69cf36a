//! Novelty, transience and resonance of documents (Barron, Huang, Spang, DeDeo 2018, "Individuals,
//! institutions, and innovation in the debates of the French Revolution", PNAS 115:4607).

use serde::Serialize;

use crate::features::Package;

/// What is added to the count of each stem, so that a stem that one document lacks does not make
/// the divergence infinite (Jeffreys).
pub const SMOOTHING: f64 = 0.5;

/// Why a value is not defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undefined {
    /// Fewer documents stand before it than the window has.
    NothingBefore,
    /// Fewer documents stand behind it than the window has.
    NothingBehind,
    /// The documents are not all in one language.
    SeveralLanguages,
    /// One of the documents has no words.
    NoWords,
}

/// A document in its line. Values are in bits.
///
/// With d(t) the distribution of stems in document t, each count raised by [`SMOOTHING`], over the
/// stems of all documents: novelty is the mean of KL(d(t) ‖ d(t−j)), transience the mean of
/// KL(d(t) ‖ d(t+j)), for j from 1 to the window; resonance is novelty minus transience.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Novelty {
    /// File of the document.
    pub file: String,
    /// How many documents before and behind it are looked at.
    pub window: usize,
    /// How much it differs from those before it.
    pub novelty: Option<f64>,
    /// How much it differs from those behind it.
    pub transience: Option<f64>,
    /// Novelty that stays.
    pub resonance: Option<f64>,
    /// Why values are missing.
    pub undefined: Vec<Undefined>,
}

/// Novelty of each document for each window from 1 to all other documents.
pub(crate) fn novelty(package: &Package) -> Vec<Novelty> {
    let documents = &package.documents;
    let languages = documents.iter().any(|it| it.language != documents[0].language);
    let counts: Vec<Vec<f64>> = documents
        .iter()
        .map(|document| {
            let mut counts = vec![0.0; package.stems.len()];
            let stems = document.passages.iter().flat_map(|passage| &passage.stems);
            for [stem, count] in stems {
                counts[*stem] += *count as f64;
            }
            counts
        })
        .collect();
    let has_words = |place: usize| counts[place].iter().any(|count| *count > 0.0);
    let shares: Vec<Vec<f64>> = counts.iter().map(|counts| smoothed(counts)).collect();
    let mut found = Vec::new();
    for window in 1..documents.len() {
        for (place, document) in documents.iter().enumerate() {
            let mut undefined = Vec::new();
            let mut mean = |others: Option<Vec<usize>>, why: Undefined| -> Option<f64> {
                let reason = match &others {
                    _ if languages => Some(Undefined::SeveralLanguages),
                    None => Some(why),
                    Some(others) => (!has_words(place) || !others.iter().all(|it| has_words(*it)))
                        .then_some(Undefined::NoWords),
                };
                if let Some(reason) = reason {
                    if !undefined.contains(&reason) {
                        undefined.push(reason);
                    }
                    return None;
                }
                let others = others?;
                let sum: f64 =
                    others.iter().map(|other| divergence(&shares[place], &shares[*other])).sum();
                Some(sum / others.len() as f64)
            };
            let before = place.checked_sub(window).map(|first| (first..place).collect());
            let novelty = mean(before, Undefined::NothingBefore);
            let behind =
                (place + window < documents.len()).then(|| (place + 1..=place + window).collect());
            let transience = mean(behind, Undefined::NothingBehind);
            let resonance = novelty.zip(transience).map(|(new, gone)| new - gone);
            let file = document.file.clone();
            found.push(Novelty { file, window, novelty, transience, resonance, undefined });
        }
    }
    found
}

fn smoothed(counts: &[f64]) -> Vec<f64> {
    let all: f64 = counts.iter().sum::<f64>() + SMOOTHING * counts.len() as f64;
    counts.iter().map(|count| (count + SMOOTHING) / all).collect()
}

/// Kullback–Leibler divergence in bits; every share is above zero.
fn divergence(of: &[f64], from: &[f64]) -> f64 {
    of.iter().zip(from).map(|(p, q)| p * libm::log2(p / q)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divergence_worked_by_hand() {
        // Counts 3, 0 and 1, 1 become 3.5/4, 0.5/4 and 1.5/3, 1.5/3.
        let (p, q) = (smoothed(&[3.0, 0.0]), smoothed(&[1.0, 1.0]));
        assert_eq!(p, [0.875, 0.125]);
        // 0.875 log2 1.75 + 0.125 log2 0.25
        assert!((divergence(&p, &q) - 0.456_435_556_800_403).abs() < 1e-12);
        assert_eq!(divergence(&p, &p), 0.0);
    }
}
