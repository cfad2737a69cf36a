//! Positions of documents on one dimension, from the words that they use.
//!
//! [`wordscores`] reads positions off documents whose positions are known; [`wordfish`] finds a
//! dimension by itself. Both treat words as independent draws: their standard errors tell how
//! exactly the words were counted, not how well the words tell a position. With few documents they
//! say little, whatever the width of an interval; [`LeftOut`] shows how much rests on each document.

mod algebra;
mod left_out;
pub mod wordfish;
pub mod wordscores;

pub use left_out::LeftOut;

/// Below so many documents a scale says little.
pub const FEW_DOCUMENTS: usize = 10;

/// How often words occur in documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountTable {
    documents: usize,
    words: usize,
    /// Of the first document all words, then of the second.
    counts: Vec<u64>,
}

impl CountTable {
    /// A table of `documents` rows of equal length, one after another.
    ///
    /// # Errors
    /// [`Unscalable::NoTable`] where there is no document or no word, or rows are not of one
    /// length; [`Unscalable::EmptyDocument`] for one without words; [`Unscalable::TooLarge`].
    pub fn new(documents: usize, counts: Vec<u64>) -> Result<CountTable, Unscalable> {
        const EXACT: u64 = 1 << 53;
        if documents == 0 || counts.is_empty() || !counts.len().is_multiple_of(documents) {
            return Err(Unscalable::NoTable);
        }
        let all = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count));
        if all.is_none_or(|all| all > EXACT) {
            return Err(Unscalable::TooLarge);
        }
        let table = CountTable { documents, words: counts.len() / documents, counts };
        match (0..documents).find(|document| table.total(*document) == 0) {
            Some(document) => Err(Unscalable::EmptyDocument(document)),
            None => Ok(table),
        }
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// How many words there are, those included that occur nowhere.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The counts of a document.
    pub fn row(&self, document: usize) -> &[u64] {
        &self.counts[document * self.words..(document + 1) * self.words]
    }

    /// The words of a document together.
    pub fn total(&self, document: usize) -> u64 {
        self.row(document).iter().sum()
    }

    /// The table without a document; its words stay, so that their places do.
    fn without(&self, document: usize) -> Result<CountTable, Unscalable> {
        let rest = (0..self.documents).filter(|other| *other != document);
        CountTable::new(self.documents - 1, rest.flat_map(|rest| self.row(rest)).copied().collect())
    }
}

/// Why documents cannot be scaled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unscalable {
    /// There is no document or no word, or documents have different numbers of words.
    NoTable,
    /// The counts are too large to be added exactly (2^53).
    TooLarge,
    /// A document, by its place, has no words.
    EmptyDocument(usize),
    /// Fewer documents than can define a scale; how many are needed.
    TooFewDocuments(usize),
    /// Fewer than two documents with known positions.
    TooFewReferences,
    /// All known positions are the same.
    EqualReferences,
    /// A known position is no finite number.
    NotFinite,
    /// A document, by its place, shares no word with those whose positions are known.
    NoSharedWords(usize),
    /// The documents use words in the same proportions: there is nothing to scale.
    NoVariation,
    /// The two documents that fix the direction are one, or are not in the table.
    NoDirection,
    /// The standard deviation of the prior is not positive.
    NoPrior,
    /// Known documents at both ends got the same raw score.
    EqualScores,
    /// One document alone has no spread that could be rescaled.
    OneDocument,
}

/// Two-sided 95 % interval of the normal distribution, in standard errors.
pub const Z95: f64 = 1.959_963_984_540_054;
