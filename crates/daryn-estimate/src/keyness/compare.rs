//! All words of two texts.

use super::{ChiSquare1, Counts, Direction, Dispersion, Parts, Undefined};
use super::{chi_square_tail, false_discovery};

/// Where a word stands: pairs of a part and of how often it stands there, each part at most once.
#[derive(Debug, Clone, Copy)]
pub struct Occurrences<'a> {
    /// In the target.
    pub target: &'a [(u32, u32)],
    /// In the reference.
    pub reference: &'a [(u32, u32)],
}

/// What is found for a word among others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Keyness {
    /// Its counts, from which all other statistics come.
    pub counts: Counts,
    /// [`Counts::log_likelihood`].
    pub log_likelihood: f64,
    /// The probability of a log-likelihood as large as this or larger, by the chi-square
    /// distribution with one degree of freedom.
    pub tail: ChiSquare1,
    /// Benjamini and Hochberg's q-value of that probability, over all words that were given.
    pub q: f64,
    /// Its dispersion over the parts of the text of which it is more typical, of the target where
    /// of neither: a word that is key because of one part has a large `dp`.
    pub dispersion: Dispersion,
}

/// Compares two texts word by word; results come in the order of the words.
///
/// # Errors
/// [`Undefined::EmptyText`] where a text has no words; where a word stands nowhere, more often than
/// its text has words, or in a part that is not there, what is said of [`Counts::new`] and
/// [`Dispersion::sparse`].
pub fn compare(
    words: &[Occurrences<'_>],
    target: &Parts<'_>,
    reference: &Parts<'_>,
) -> Result<Vec<Keyness>, Undefined> {
    let (c, d) = (target.words(), reference.words());
    if c == 0 || d == 0 {
        return Err(Undefined::EmptyText);
    }
    let sum = |seen: &[(u32, u32)]| seen.iter().map(|(_, count)| u64::from(*count)).sum();
    let mut found = Vec::with_capacity(words.len());
    for word in words {
        let counts = Counts::new(sum(word.target), sum(word.reference), c, d)?;
        let (seen, parts) = match counts.direction() {
            Direction::Reference => (word.reference, reference),
            Direction::Target | Direction::Neither => (word.target, target),
        };
        let seen = seen.iter().map(|(part, count)| (*part as usize, u64::from(*count)));
        let dispersion = Dispersion::sparse(seen, parts)?;
        let log_likelihood = counts.log_likelihood();
        let tail = chi_square_tail(log_likelihood);
        found.push(Keyness { counts, log_likelihood, tail, q: tail.p, dispersion });
    }
    let p: Vec<f64> = found.iter().map(|word| word.tail.p).collect();
    for (word, q) in found.iter_mut().zip(false_discovery(&p)) {
        word.q = q.unwrap_or(word.q);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_by_itself_and_q_over_all() {
        let (target, reference) = ([5, 5, 10], [10, 20]);
        let words = [
            // 6 of 20 against 1 of 30, evenly in the target.
            Occurrences { target: &[(0, 2), (1, 1), (2, 3)], reference: &[(1, 1)] },
            // In the reference only, in its first part.
            Occurrences { target: &[], reference: &[(0, 4)] },
            Occurrences { target: &[(1, 2)], reference: &[(0, 1), (1, 2)] },
        ];
        let found =
            compare(&words, &Parts::new(&target), &Parts::new(&reference)).expect("defined");
        assert_eq!(found[0].counts, Counts::new(6, 1, 20, 30).expect("counts"));
        assert_eq!(found[0].dispersion, Dispersion::new(&[2, 1, 3], &target).expect("defined"));
        assert_eq!(found[1].dispersion, Dispersion::new(&[4, 0], &reference).expect("defined"));
        // 2 of 20 and 3 of 30 are the same share.
        assert_eq!(found[2].dispersion, Dispersion::new(&[0, 2, 0], &target).expect("defined"));
        assert_eq!((found[2].log_likelihood, found[2].q), (0.0, 1.0));
        assert!((found[0].q - (found[0].tail.p * 3.0).min(found[1].q)).abs() < 1e-15);
    }

    #[test]
    fn what_cannot_be_compared() {
        let parts = Parts::new(&[3]);
        let none = Parts::new(&[0]);
        assert_eq!(compare(&[], &parts, &none), Err(Undefined::EmptyText));
        assert_eq!(compare(&[], &parts, &parts), Ok(Vec::new()));
        let nowhere = Occurrences { target: &[], reference: &[] };
        assert_eq!(compare(&[nowhere], &parts, &parts), Err(Undefined::NotSeen));
        let too_often = Occurrences { target: &[(0, 4)], reference: &[] };
        assert_eq!(compare(&[too_often], &parts, &parts), Err(Undefined::MoreThanText));
    }
}
