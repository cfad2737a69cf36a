//! Which words are typical of a text, against another.
//!
//! A text is seen as its counts: how often a word stands in it, and how many words it has. For one
//! word, [`Counts`] gives the tests and the sizes of effect; [`false_discovery`] takes into account
//! that thousands of words are tested, [`Dispersion`] tells whether a word is typical
//! of the whole text or of one place of it; [`compare`] does it for all words of two texts.
//!
//! ```
//! use daryn_estimate::keyness::Counts;
//!
//! let word = Counts::new(120, 40, 10_000, 10_000)?;
//! assert!((word.log_likelihood() - 41.859852).abs() < 1e-6);
//! assert!((word.log_ratio() - 1.584963).abs() < 1e-6);
//! # Ok::<(), daryn_estimate::keyness::Undefined>(())
//! ```

mod compare;
mod dispersion;
mod multiple;
mod tail;

pub use compare::{Keyness, Occurrences, compare};
pub use dispersion::{Dispersion, Parts};
pub use multiple::false_discovery;
pub use tail::{ChiSquare1, chi_square_tail};

/// Why a quantity of a word is not defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Undefined {
    /// A text has no words.
    EmptyText,
    /// The word stands in neither text.
    NotSeen,
    /// The word is counted more often than its text has words.
    MoreThanText,
    /// The texts have more words than can be counted exactly as a number (2^53).
    TooLarge,
    /// The word does not stand in the reference: what is divided by its share is without bound.
    NotInReference,
    /// The word does not stand in the target: the logarithm of its share is without bound.
    NotInTarget,
    /// A text has no other words: nothing can be set against the word.
    NoOtherWords,
    /// There is only one part: nothing can be uneven.
    OnePart,
    /// Counts of parts and sizes of parts are not as many.
    UnequalParts,
}

impl Undefined {
    /// A stable name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Undefined::EmptyText => "empty-text",
            Undefined::NotSeen => "not-seen",
            Undefined::MoreThanText => "more-than-text",
            Undefined::TooLarge => "too-large",
            Undefined::NotInReference => "not-in-reference",
            Undefined::NotInTarget => "not-in-target",
            Undefined::NoOtherWords => "no-other-words",
            Undefined::OnePart => "one-part",
            Undefined::UnequalParts => "unequal-parts",
        }
    }
}

impl std::fmt::Display for Undefined {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::error::Error for Undefined {}

/// Of which text a word is more typical.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Its share is larger in the target.
    Target,
    /// Its share is larger in the reference.
    Reference,
    /// Its shares are the same.
    Neither,
}

/// The counts of one word: `a` of the `c` words of the target, `b` of the `d` words of the
/// reference. Both texts have words, and the word stands in one of them at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Counts {
    a: u64,
    b: u64,
    c: u64,
    d: u64,
}

impl Counts {
    /// How often the word stands in the target.
    pub fn target(self) -> u64 {
        self.a
    }

    /// How often the word stands in the reference.
    pub fn reference(self) -> u64 {
        self.b
    }

    /// Counts that are possible.
    ///
    /// # Errors
    /// What is wrong with them: [`Undefined::EmptyText`], [`Undefined::NotSeen`],
    /// [`Undefined::MoreThanText`], [`Undefined::TooLarge`].
    pub fn new(a: u64, b: u64, c: u64, d: u64) -> Result<Counts, Undefined> {
        const EXACT: u64 = 1 << 53;
        if c == 0 || d == 0 {
            Err(Undefined::EmptyText)
        } else if c.checked_add(d).is_none_or(|all| all > EXACT) {
            Err(Undefined::TooLarge)
        } else if a > c || b > d {
            Err(Undefined::MoreThanText)
        } else if a + b == 0 {
            Err(Undefined::NotSeen)
        } else {
            Ok(Counts { a, b, c, d })
        }
    }

    fn numbers(self) -> [f64; 4] {
        [self.a as f64, self.b as f64, self.c as f64, self.d as f64]
    }

    /// What would be expected of the target and the reference if the word had one share in both.
    pub fn expected(self) -> (f64, f64) {
        let [a, b, c, d] = self.numbers();
        (c * (a + b) / (c + d), d * (a + b) / (c + d))
    }

    /// Of which text the word is more typical.
    pub fn direction(self) -> Direction {
        let (target, reference) =
            (self.a as u128 * self.d as u128, self.b as u128 * self.c as u128);
        match target.cmp(&reference) {
            std::cmp::Ordering::Greater => Direction::Target,
            std::cmp::Ordering::Less => Direction::Reference,
            std::cmp::Ordering::Equal => Direction::Neither,
        }
    }

    /// A statistic with the sign of the direction: negative where the word is typical of the
    /// reference.
    pub fn signed(self, statistic: f64) -> f64 {
        if self.direction() == Direction::Reference { -statistic } else { statistic }
    }

    /// Log-likelihood over two cells, `2 [a ln(a/E1) + b ln(b/E2)]`, not negative.
    ///
    /// Rayson & Garside 2000, Comparing corpora using frequency profiling.
    pub fn log_likelihood(self) -> f64 {
        let (target, reference) = self.expected();
        2.0 * (deviance(self.a as f64, target) + deviance(self.b as f64, reference))
    }

    /// Log-likelihood ratio over all four cells of the table word/other words by target/reference,
    /// not negative.
    ///
    /// Dunning 1993, Accurate methods for the statistics of surprise and coincidence; `lr` of
    /// quanteda.
    pub fn g2(self) -> f64 {
        let (target, reference) = self.expected();
        let others = deviance((self.c - self.a) as f64, self.c as f64 - target)
            + deviance((self.d - self.b) as f64, self.d as f64 - reference);
        self.log_likelihood() + 2.0 * others
    }

    /// Pearson's chi-square of the four cells.
    ///
    /// # Errors
    /// [`Undefined::NoOtherWords`] where the texts have no other word.
    pub fn chi_square(self) -> Result<f64, Undefined> {
        self.pearson(0.0)
    }

    /// Pearson's chi-square with the correction of Yates: half a word is taken from each
    /// difference, as far as there is one.
    ///
    /// # Errors
    /// [`Undefined::NoOtherWords`] where the texts have no other word.
    pub fn chi_square_yates(self) -> Result<f64, Undefined> {
        self.pearson(0.5)
    }

    fn pearson(self, correction: f64) -> Result<f64, Undefined> {
        let [a, b, c, d] = self.numbers();
        let (word, all) = (a + b, c + d);
        if word == all {
            return Err(Undefined::NoOtherWords);
        }
        // The difference from what is expected is the same in all four cells.
        let difference = ((a * d - b * c).abs() / all - correction).max(0.0);
        Ok(difference * difference * all / c * all / d * all / word / (all - word))
    }

    /// Binary logarithm of the ratio of the shares. Where a count is zero, half a word stands for
    /// it, so that the value is finite: a bound, not an estimate.
    ///
    /// Hardie 2014, Log Ratio: an informal introduction.
    pub fn log_ratio(self) -> f64 {
        let [a, b, c, d] = self.numbers();
        let seen = |count: f64| if count == 0.0 { 0.5 } else { count };
        libm::log2((seen(a) / c) / (seen(b) / d))
    }

    /// Difference of the shares in percent of the share in the reference, `%DIFF`.
    ///
    /// Gabrielatos & Marchi 2011, Keyness: matching metrics to definitions.
    ///
    /// # Errors
    /// [`Undefined::NotInReference`].
    pub fn percent_difference(self) -> Result<f64, Undefined> {
        let [a, b, c, d] = self.numbers();
        if self.b == 0 {
            return Err(Undefined::NotInReference);
        }
        Ok((a * d - b * c) / (b * c) * 100.0)
    }

    /// Ratio of the odds of the word in the target and in the reference.
    ///
    /// # Errors
    /// [`Undefined::NotInReference`]; [`Undefined::NoOtherWords`] where the target has no other
    /// word.
    pub fn odds_ratio(self) -> Result<f64, Undefined> {
        let [a, b, c, d] = self.numbers();
        if self.b == 0 {
            Err(Undefined::NotInReference)
        } else if self.a == self.c {
            Err(Undefined::NoOtherWords)
        } else {
            Ok((a / (c - a)) * ((d - b) / b))
        }
    }

    /// Log-likelihood minus the logarithm of the size of both texts: an approximate Bayes factor.
    /// Over 2 is positive, over 6 strong, over 10 very strong evidence of a difference; below 0
    /// there is evidence of none.
    ///
    /// Wilson 2013, Embracing Bayes factors for key item analysis.
    pub fn bic(self) -> f64 {
        self.log_likelihood() - libm::log((self.c + self.d) as f64)
    }

    /// Pointwise mutual information of word and target, `ln(a/E1)`.
    ///
    /// # Errors
    /// [`Undefined::NotInTarget`].
    pub fn pmi(self) -> Result<f64, Undefined> {
        if self.a == 0 {
            return Err(Undefined::NotInTarget);
        }
        Ok(libm::log(self.a as f64 / self.expected().0))
    }
}

/// `x ln(x/m) + m - x`, without the loss of digits where `x` is near to `m`.
///
/// Loader 2000, Fast and accurate computation of binomial probabilities.
fn deviance(x: f64, m: f64) -> f64 {
    if x == 0.0 {
        return m;
    }
    let v = (x - m) / (x + m);
    if v.abs() >= 0.1 {
        return x * libm::log(x / m) + m - x;
    }
    // ln(x/m) = 2 artanh(v), as a series.
    let square = v * v;
    let (mut sum, mut power, mut odd) = ((x - m) * v, 2.0 * x * v, 1.0);
    loop {
        power *= square;
        odd += 2.0;
        let next = sum + power / odd;
        if next == sum {
            return sum;
        }
        sum = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_impossible_is_named() {
        assert_eq!(Counts::new(0, 0, 0, 5), Err(Undefined::EmptyText));
        assert_eq!(Counts::new(1, 0, 5, 0), Err(Undefined::EmptyText));
        assert_eq!(Counts::new(0, 0, 5, 5), Err(Undefined::NotSeen));
        assert_eq!(Counts::new(6, 0, 5, 5), Err(Undefined::MoreThanText));
        assert_eq!(Counts::new(1, 0, u64::MAX, u64::MAX), Err(Undefined::TooLarge));
    }

    #[test]
    fn what_has_no_bound_is_no_number() {
        let only_target = Counts::new(3, 0, 10, 10).expect("counts");
        assert_eq!(only_target.percent_difference(), Err(Undefined::NotInReference));
        assert_eq!(only_target.odds_ratio(), Err(Undefined::NotInReference));
        // (3/10) / (0.5/10) = 6.
        assert!((only_target.log_ratio() - libm::log2(6.0)).abs() < 1e-15);
        let only_reference = Counts::new(0, 3, 10, 10).expect("counts");
        assert_eq!(only_reference.pmi(), Err(Undefined::NotInTarget));
        assert_eq!(only_reference.percent_difference(), Ok(-100.0));
        assert_eq!(only_reference.odds_ratio(), Ok(0.0));
        assert!((only_reference.log_ratio() + libm::log2(6.0)).abs() < 1e-15);
        let nothing_else = Counts::new(4, 4, 4, 4).expect("counts");
        assert_eq!(nothing_else.chi_square(), Err(Undefined::NoOtherWords));
        assert_eq!((nothing_else.log_likelihood(), nothing_else.g2()), (0.0, 0.0));
        let target_is_this_word = Counts::new(4, 4, 4, 9).expect("counts");
        assert_eq!(target_is_this_word.odds_ratio(), Err(Undefined::NoOtherWords));
    }

    #[test]
    fn equal_shares_give_zero_and_no_sign() {
        let word = Counts::new(7, 21, 1_000, 3_000).expect("counts");
        assert_eq!(word.direction(), Direction::Neither);
        assert_eq!((word.log_likelihood(), word.g2(), word.chi_square()), (0.0, 0.0, Ok(0.0)));
        assert_eq!(word.chi_square_yates(), Ok(0.0));
    }

    #[test]
    fn a_small_difference_of_large_counts_keeps_its_digits() {
        // By series in exact rational arithmetic: 2 [a ln(a/E1) + b ln(b/E2)] is close to
        // (a-b)^2 / (2 E1) for equal sizes, with a relative error of order ((a-b)/E1)^2.
        let word = Counts::new(1_000_000_001, 999_999_999, 1 << 50, 1 << 50).expect("counts");
        let close = 4.0 / (2.0 * 1e9);
        assert!((word.log_likelihood() / close - 1.0).abs() < 1e-12);
    }
}
