//! Wordscores: positions of documents from documents whose positions are known.
//!
//! Laver, Benoit & Garry 2003, Extracting policy positions from political texts using words as
//! data, American Political Science Review 97(2).

use super::{CountTable, LeftOut, Unscalable};

/// Scores of words, from documents with known positions.
#[derive(Debug, Clone, PartialEq)]
pub struct Wordscores {
    /// The score of each word; `None` for one that stands in no document with a known position.
    pub scores: Vec<Option<f64>>,
}

/// The position of a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Raw score: the mean of the scores of its scored words.
    pub score: f64,
    /// Its standard error: how exactly the mean is known if words were drawn independently. That
    /// the scores of words are themselves estimated is not part of it.
    pub se: f64,
    /// How many of its words have scores.
    pub scored: u64,
    /// How many words it has.
    pub words: u64,
}

impl Wordscores {
    /// Scores the words of documents whose positions are known; `None` for the others.
    ///
    /// The score of a word is the mean of the known positions, weighted by the share of the word in
    /// each document.
    ///
    /// # Errors
    /// [`Unscalable::TooFewReferences`], [`Unscalable::EqualReferences`],
    /// [`Unscalable::NotFinite`]; [`Unscalable::NoTable`] where there are not as many positions as
    /// documents.
    pub fn new(table: &CountTable, known: &[Option<f64>]) -> Result<Wordscores, Unscalable> {
        if known.len() != table.documents() {
            return Err(Unscalable::NoTable);
        }
        let references: Vec<(usize, f64)> =
            known.iter().enumerate().filter_map(|(at, known)| Some((at, (*known)?))).collect();
        if references.iter().any(|(_, position)| !position.is_finite()) {
            return Err(Unscalable::NotFinite);
        }
        if references.len() < 2 {
            return Err(Unscalable::TooFewReferences);
        }
        if references.iter().all(|(_, position)| *position == references[0].1) {
            return Err(Unscalable::EqualReferences);
        }
        let totals: Vec<f64> = references.iter().map(|(at, _)| table.total(*at) as f64).collect();
        let score = |word: usize| {
            let (mut sum, mut weighted) = (0.0, 0.0);
            for ((document, position), total) in references.iter().zip(&totals) {
                let share = table.row(*document)[word] as f64 / total;
                sum += share;
                weighted += share * position;
            }
            (sum > 0.0).then_some(weighted / sum)
        };
        Ok(Wordscores { scores: (0..table.words()).map(score).collect() })
    }

    /// The position of a document, from the counts of its words. Words without a score are left
    /// out, and the shares of the others add up to one.
    ///
    /// # Errors
    /// `None` where it has no word that has a score.
    pub fn position(&self, counts: &[u64]) -> Option<Position> {
        let scored = || counts.iter().zip(&self.scores).filter_map(|(n, s)| Some((*n, (*s)?)));
        let number: u64 = scored().map(|(count, _)| count).sum();
        if number == 0 {
            return None;
        }
        let all = number as f64;
        let score = scored().map(|(count, score)| count as f64 * score).sum::<f64>() / all;
        let squares = scored().map(|(count, s)| count as f64 * (s - score) * (s - score));
        let se = (squares.sum::<f64>() / all).sqrt() / all.sqrt();
        Some(Position { score, se, scored: number, words: counts.iter().sum() })
    }

    /// Whether the scored words of a document differ in their scores. Where they do not, or where
    /// there is one, the standard error is zero whatever else could have been written: it says
    /// nothing of how exactly the position is known.
    #[must_use]
    pub fn has_spread(&self, counts: &[u64]) -> bool {
        let used = counts.iter().zip(&self.scores).filter(|(count, _)| **count > 0);
        let (low, high) = used
            .filter_map(|(_, score)| *score)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), score| {
                (low.min(score), high.max(score))
            });
        // Scores of equal words may differ in their last digits.
        high - low > 1e-12 * low.abs().max(high.abs())
    }

    /// The positions of all documents of a table, those included whose positions are known.
    ///
    /// # Errors
    /// [`Unscalable::NoSharedWords`] for a document that has no scored word.
    pub fn positions(&self, table: &CountTable) -> Result<Vec<Position>, Unscalable> {
        let position = |document: usize| {
            self.position(table.row(document)).ok_or(Unscalable::NoSharedWords(document))
        };
        (0..table.documents()).map(position).collect()
    }
}

/// How raw scores are brought to the scale of the known positions: raw scores lie nearer to their
/// mean, because most words are used by all. `rescaled = intercept + slope * raw`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rescaling {
    /// By what a difference of raw scores, and a standard error, is multiplied.
    pub slope: f64,
    /// What a raw score of zero becomes.
    pub intercept: f64,
}

impl Rescaling {
    /// That of Laver, Benoit & Garry 2003: the rescaled scores keep their mean and have the standard
    /// deviation (n-1) of the known positions. It depends on which documents are scored together.
    ///
    /// `raw` are the raw scores of the documents without known positions. quanteda.textmodels takes
    /// those of all documents that are predicted, which are all by default.
    ///
    /// # Errors
    /// [`Unscalable::OneDocument`] where fewer than two are scored, [`Unscalable::EqualScores`]
    /// where they have no spread, [`Unscalable::EqualReferences`] where known positions have none.
    pub fn lbg(raw: &[f64], known: &[f64]) -> Result<Rescaling, Unscalable> {
        if raw.len() < 2 {
            return Err(Unscalable::OneDocument);
        }
        let ((mean, spread), (_, wanted)) = (moments(raw), moments(known));
        if spread == 0.0 {
            return Err(Unscalable::EqualScores);
        }
        if known.len() < 2 || wanted == 0.0 {
            return Err(Unscalable::EqualReferences);
        }
        let slope = wanted / spread;
        Ok(Rescaling { slope, intercept: mean - slope * mean })
    }

    /// That of Martin & Vanberg 2008: the raw scores of the documents at both ends become their
    /// known positions. Where several stand at one end, the mean of their raw scores.
    ///
    /// `references` are pairs of raw score and known position. The originals define it for two.
    ///
    /// # Errors
    /// [`Unscalable::TooFewReferences`], [`Unscalable::EqualReferences`],
    /// [`Unscalable::EqualScores`].
    pub fn martin_vanberg(references: &[(f64, f64)]) -> Result<Rescaling, Unscalable> {
        if references.len() < 2 {
            return Err(Unscalable::TooFewReferences);
        }
        let positions = || references.iter().map(|(_, position)| *position);
        let low = positions().fold(f64::INFINITY, f64::min);
        let high = positions().fold(f64::NEG_INFINITY, f64::max);
        if low == high {
            return Err(Unscalable::EqualReferences);
        }
        let raw = |end: f64| {
            let at: Vec<f64> =
                references.iter().filter(|(_, at)| *at == end).map(|(raw, _)| *raw).collect();
            at.iter().sum::<f64>() / at.len() as f64
        };
        let (from, to) = (raw(low), raw(high));
        if from == to {
            return Err(Unscalable::EqualScores);
        }
        let slope = (high - low) / (to - from);
        Ok(Rescaling { slope, intercept: low - slope * from })
    }

    /// A raw score on the new scale.
    pub fn apply(self, raw: f64) -> f64 {
        self.intercept + self.slope * raw
    }
}

/// Mean and standard deviation (n-1).
fn moments(values: &[f64]) -> (f64, f64) {
    let number = values.len() as f64;
    let mean = values.iter().sum::<f64>() / number;
    let squares = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
    (mean, (squares / (number - 1.0)).sqrt())
}

/// What becomes of the raw scores of all documents when the words of one document with a known
/// position are not used. `None` for one without which nothing can be scored.
///
/// # Errors
/// As of [`Wordscores::new`].
pub fn leave_one_out(
    table: &CountTable,
    known: &[Option<f64>],
) -> Result<Vec<Option<LeftOut>>, Unscalable> {
    let scores = |words: &Wordscores| -> Vec<Option<f64>> {
        let position = |document| words.position(table.row(document));
        (0..table.documents()).map(|at| position(at).map(|found| found.score)).collect()
    };
    let whole = scores(&Wordscores::new(table, known)?);
    let without = |out: usize| {
        let mut fewer = known.to_vec();
        fewer[out] = None;
        let words = Wordscores::new(table, &fewer).ok()?;
        // The document that was left out is scored as any other.
        Some(LeftOut::new(out, scores(&words), &whole))
    };
    let references = (0..known.len()).filter(|at| known[*at].is_some());
    Ok(references.map(without).collect())
}
