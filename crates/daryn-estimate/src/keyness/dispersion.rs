//! How evenly a word stands in a text.

use super::Undefined;

/// The dispersion of a word over the parts of a text. Parts without words are no parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dispersion {
    /// Deviation of proportions: half of the sum of `|v - s|` over the parts, where `v` is the share
    /// of the occurrences of the word that stand in the part and `s` the share of the words of the
    /// text. 0: as even as can be; near 1: all in one small part.
    pub dp: f64,
    /// `dp` divided by the largest value that it could have, `1 - min s`; not defined where there
    /// is only one part.
    pub dp_norm: Result<f64, Undefined>,
    /// In how many parts the word stands.
    pub range: usize,
    /// How many parts there are.
    pub parts: usize,
}

impl Dispersion {
    /// The dispersion of a word that stands `counts[i]` times among the `sizes[i]` words of part
    /// `i`. Counts and sizes are added as 64-bit numbers.
    ///
    /// Gries 2008, Dispersions and adjusted frequencies in corpora; Lijffijt & Gries 2012 for the
    /// normalised form.
    ///
    /// # Errors
    /// [`Undefined::UnequalParts`], [`Undefined::MoreThanText`], [`Undefined::EmptyText`],
    /// [`Undefined::NotSeen`].
    pub fn new(counts: &[u64], sizes: &[u64]) -> Result<Dispersion, Undefined> {
        if counts.len() != sizes.len() {
            return Err(Undefined::UnequalParts);
        }
        let seen = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        Dispersion::sparse(seen.map(|(part, count)| (part, *count)), &Parts::new(sizes))
    }

    /// The same from the parts alone in which the word stands: pairs of part and count, each part
    /// at most once. Its time does not depend on the number of parts.
    ///
    /// # Errors
    /// As of [`Dispersion::new`]; [`Undefined::UnequalParts`] where there is no such part.
    pub fn sparse(
        seen: impl IntoIterator<Item = (usize, u64)> + Clone,
        parts: &Parts<'_>,
    ) -> Result<Dispersion, Undefined> {
        if parts.words == 0 {
            return Err(Undefined::EmptyText);
        }
        let frequency: u64 = seen.clone().into_iter().map(|(_, count)| count).sum();
        if frequency == 0 {
            return Err(Undefined::NotSeen);
        }
        let (frequency, words) = (frequency as f64, parts.words as f64);
        // What the word has too much in some parts it has too little in others: half of the sum of
        // both is the sum of the one.
        let (mut dp, mut range) = (0.0, 0);
        for (part, count) in seen {
            let size = *parts.sizes.get(part).ok_or(Undefined::UnequalParts)?;
            if count > size {
                return Err(Undefined::MoreThanText);
            }
            range += usize::from(count > 0);
            dp += (count as f64 / frequency - size as f64 / words).max(0.0);
        }
        let most = 1.0 - parts.least as f64 / words;
        let dp_norm = if parts.count < 2 { Err(Undefined::OnePart) } else { Ok(dp / most) };
        Ok(Dispersion { dp, dp_norm, range, parts: parts.count })
    }
}

/// The parts of a text by their numbers of words.
#[derive(Debug, Clone)]
pub struct Parts<'a> {
    sizes: &'a [u64],
    words: u64,
    least: u64,
    count: usize,
}

impl<'a> Parts<'a> {
    /// Parts of these sizes.
    pub fn new(sizes: &'a [u64]) -> Parts<'a> {
        let with_words = || sizes.iter().copied().filter(|size| *size > 0);
        Parts {
            sizes,
            words: with_words().sum(),
            least: with_words().min().unwrap_or(0),
            count: with_words().count(),
        }
    }

    /// How many parts have words.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many words they have together.
    pub fn words(&self) -> u64 {
        self.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // Gries 2008: shares of parts .1 .2 .7, of the word .5 .5 0: (.4 + .3 + .7) / 2 = .7.
        let found = Dispersion::new(&[5, 5, 0], &[10, 20, 70]).expect("defined");
        assert!((found.dp - 0.7).abs() < 1e-15);
        assert!((found.dp_norm.expect("defined") - 0.7 / 0.9).abs() < 1e-15);
        assert_eq!((found.range, found.parts), (2, 3));
    }

    #[test]
    fn even_is_zero_and_one_small_part_is_one() {
        let even = Dispersion::new(&[1, 2, 3], &[10, 20, 30]).expect("defined");
        assert!(even.dp.abs() < 1e-15);
        let one = Dispersion::new(&[0, 3, 0], &[50, 10, 40]).expect("defined");
        assert_eq!((one.dp, one.dp_norm), (0.9, Ok(1.0)));
    }

    #[test]
    fn parts_without_words_are_no_parts() {
        let with = Dispersion::new(&[1, 0, 2], &[5, 0, 5]).expect("defined");
        assert_eq!(with, Dispersion::new(&[1, 2], &[5, 5]).expect("defined"));
        let one = Dispersion::new(&[0, 2], &[0, 5]).expect("defined");
        assert_eq!((one.dp, one.dp_norm, one.parts), (0.0, Err(Undefined::OnePart), 1));
    }

    #[test]
    fn what_cannot_be_is_named() {
        assert_eq!(Dispersion::new(&[1], &[5, 5]), Err(Undefined::UnequalParts));
        assert_eq!(Dispersion::new(&[6, 0], &[5, 5]), Err(Undefined::MoreThanText));
        assert_eq!(Dispersion::new(&[0, 0], &[5, 5]), Err(Undefined::NotSeen));
        assert_eq!(Dispersion::new(&[], &[]), Err(Undefined::EmptyText));
        let parts = Parts::new(&[5]);
        assert_eq!(Dispersion::sparse([(1, 1)], &parts), Err(Undefined::UnequalParts));
    }
}
