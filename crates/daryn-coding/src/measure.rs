//! How far codes that rules gave are those that two readings of the same passages gave.
//!
//! Of each passage and code it is known whether the first reading gave it, whether the second one
//! did, and whether a rule did. Where the two readings agree, their answer is held against the
//! rule; where they do not, nothing is known, and the passage is counted as disputed. Beside it
//! stands each reading taken alone, and one reading held against the other: rules cannot be
//! expected to agree with people better than people do with each other.
//!
//! Precision, recall and F1: C. J. van Rijsbergen, *Information Retrieval*, 2nd ed., 1979, ch. 7.
//! The macro-average is the mean over codes, each counting the same.

/// One passage and one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// Whether a rule gave the code.
    pub rule: bool,
    /// Whether each reading did.
    pub readings: [bool; 2],
}

/// Counts of one code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passages.
    pub passages: u64,
    /// Given by one reading only.
    pub disputed: u64,
    /// The rule against both readings, where they agree.
    pub agreed: Table,
    /// The rule against each reading.
    pub readings: [Table; 2],
    /// The first reading against the second one.
    pub between: Table,
}

/// What was given against what should have been.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Table {
    /// Given, rightly.
    pub right: u64,
    /// Given, wrongly.
    pub wrong: u64,
    /// Not given, though it should have been.
    pub missed: u64,
}

impl Table {
    fn add(&mut self, given: bool, wanted: bool) {
        match (given, wanted) {
            (true, true) => self.right += 1,
            (true, false) => self.wrong += 1,
            (false, true) => self.missed += 1,
            (false, false) => {}
        }
    }

    /// Passages that should have the code.
    #[must_use]
    pub fn positives(&self) -> u64 {
        self.right + self.missed
    }

    /// Of what was given the share that is right; none where nothing was given.
    #[must_use]
    pub fn precision(&self) -> Option<f64> {
        share(self.right, self.right + self.wrong)
    }

    /// Of what should be given the share that was; none where there is nothing.
    #[must_use]
    pub fn recall(&self) -> Option<f64> {
        share(self.right, self.positives())
    }

    /// Harmonic mean of precision and recall; none where the code is in neither.
    #[must_use]
    pub fn f1(&self) -> Option<f64> {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }
}

fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl Counts {
    /// Counts one code over passages.
    #[must_use]
    pub fn of(judged: impl IntoIterator<Item = Judged>) -> Counts {
        let mut counts = Counts::default();
        for Judged { rule, readings: [first, second] } in judged {
            counts.passages += 1;
            if first == second {
                counts.agreed.add(rule, first);
            } else {
                counts.disputed += 1;
            }
            counts.readings[0].add(rule, first);
            counts.readings[1].add(rule, second);
            counts.between.add(first, second);
        }
        counts
    }
}

/// Mean F1 over the codes that have at least `least` positives on which the readings agree, with
/// how many codes these are; none where there is no such code.
#[must_use]
pub fn macro_f1(
    codes: &[Counts],
    least: u64,
    table: impl Fn(&Counts) -> Table,
) -> Option<(f64, usize)> {
    let enough = codes.iter().filter(|counts| counts.agreed.positives() >= least);
    let values: Vec<f64> = enough.map(|counts| table(counts).f1().unwrap_or(0.0)).collect();
    (!values.is_empty()).then(|| (values.iter().sum::<f64>() / values.len() as f64, values.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_by_hand() {
        let one = |rule, first, second| Judged { rule, readings: [first, second] };
        let counts = Counts::of([
            one(true, true, true),
            one(true, true, true),
            one(true, false, false),
            one(false, true, true),
            one(true, true, false),
            one(false, false, false),
        ]);
        assert_eq!((counts.passages, counts.disputed), (6, 1));
        assert_eq!(counts.agreed, Table { right: 2, wrong: 1, missed: 1 });
        assert_eq!(counts.readings[0], Table { right: 3, wrong: 1, missed: 1 });
        assert_eq!(counts.readings[1], Table { right: 2, wrong: 2, missed: 1 });
        assert_eq!(counts.between, Table { right: 3, wrong: 1, missed: 0 });
        assert_eq!(counts.agreed.f1(), Some(2.0 / 3.0));
        assert_eq!(Table::default().f1(), None);
        let never = Counts::default();
        assert_eq!(macro_f1(&[counts, never], 3, |it| it.agreed), Some((2.0 / 3.0, 1)));
        assert_eq!(macro_f1(&[never], 1, |it| it.agreed), None);
        // A code that is never found although it is there is a zero, not left out.
        let missed = Counts::of([one(false, true, true)]);
        assert_eq!(macro_f1(&[missed], 1, |it| it.agreed), Some((0.0, 1)));
    }
}
