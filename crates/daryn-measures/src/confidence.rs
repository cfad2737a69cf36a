//! How sure it is that a passage that a rule took for a measure is one.
//!
//! The precision of the rule on the annotated passages that were seen while rules were written, by
//! Laplace's rule of succession (right + 1 of given + 2), so that a rule that was seen twice does not
//! count as certain. `data/rules.csv` holds the counts; a test computes them again. Counted is the half
//! that the first version of the rules saw; later versions saw the other one, too. What the rules
//! reach on each half stands in `codebooks/measures.measured.csv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::measure::Rule;

static COUNTS: LazyLock<BTreeMap<&'static str, (f64, f64)>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut cells = line.split(',');
        let (rule, right, given) = (cells.next()?, cells.next()?, cells.next()?);
        Some((rule, (right.parse().ok()?, given.parse().ok()?)))
    };
    include_str!("../data/rules.csv").lines().skip(1).filter_map(row).collect()
});

/// The confidence of a rule, between 0 and 1, rounded to thousandths.
#[must_use]
pub fn of(rule: Rule) -> f64 {
    let (right, given) = COUNTS.get(rule.name()).copied().unwrap_or_default();
    ((right + 1.0) / (given + 2.0) * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_row() {
        for rule in Rule::ALL {
            assert!(COUNTS.contains_key(rule.name()), "{}", rule.name());
            assert!((0.0..=1.0).contains(&of(rule)));
        }
        assert_eq!(COUNTS.len(), Rule::ALL.len());
    }
}
