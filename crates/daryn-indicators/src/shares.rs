//! Shares of partners in a whole: one definition for formulas, the page of a country and the
//! chapter of a report.

/// Fewest single partners of which a concentration is told.
const FEWEST: usize = 3;
/// Share of the total that single partners must have for a concentration to be told.
const COVERED: f64 = 0.9;

/// Values of single partners, and the total of their source where it gives one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shares {
    /// Values, the largest first.
    values: Vec<f64>,
    total: Option<f64>,
}

impl Shares {
    /// Values in any order, and the total that the source gives.
    pub fn new(values: impl IntoIterator<Item = f64>, total: Option<f64>) -> Shares {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(|a, b| b.total_cmp(a));
        Shares { values, total }
    }

    /// Sum of the partners seen.
    pub fn sum(&self) -> f64 {
        self.values.iter().sum()
    }

    /// The total of the source minus the partners seen; below zero where the source does not add
    /// up, `None` where it gives no total.
    pub fn rest(&self) -> Option<f64> {
        self.total.map(|total| total - self.sum())
    }

    /// What shares are of: the total of the source, or the sum of the partners seen where it gives
    /// none or one that is less than its parts.
    pub fn whole(&self) -> f64 {
        let sum = self.sum();
        self.total.filter(|total| *total >= sum).unwrap_or(sum)
    }

    /// The share of a value in the whole, 0 to 1; `None` of a whole that is not above zero.
    pub fn of(&self, value: f64) -> Option<f64> {
        let whole = self.whole();
        (whole > 0.0).then(|| value / whole)
    }

    /// The share that the largest partners have together, 0 to 1; `None` of fewer partners. Of a
    /// sum of the partners seen it needs one more than are named: all of them have all of it.
    pub fn largest(&self, named: usize) -> Option<f64> {
        let is_total = self.total.is_some_and(|total| total >= self.sum());
        let seen = self.values.len();
        let enough = if is_total { seen >= named } else { seen > named };
        enough.then(|| self.of(self.values.iter().take(named).sum()))?
    }

    /// Whether partners are enough for what is said of all of them: at least three, with nine
    /// tenths of the total that the source gives.
    pub fn is_covered(&self) -> bool {
        let sum = self.sum();
        let has_most = self.total.is_none_or(|total| sum >= COVERED * total);
        self.values.len() >= FEWEST && has_most && sum > 0.0
    }

    /// Sum of the squared shares of the partners seen in their sum, 0 to 1 (Hirschman 1945,
    /// Herfindahl 1950); `None` where they are not [covered](Shares::is_covered).
    pub fn concentration(&self) -> Option<f64> {
        let sum = self.sum();
        let square = |value: &f64| (value / sum) * (value / sum);
        self.is_covered().then(|| self.values.iter().map(square).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_the_total_that_the_source_gives() {
        let shares = Shares::new([10.0, 60.0, 20.0], Some(100.0));
        assert_eq!((shares.sum(), shares.rest(), shares.whole()), (90.0, Some(10.0), 100.0));
        assert_eq!((shares.largest(1), shares.largest(3)), (Some(0.6), Some(0.9)));
        assert_eq!((shares.largest(4), shares.of(10.0)), (None, Some(0.1)));
        // By hand: (60² + 20² + 10²) / 90².
        assert_eq!(shares.concentration(), Some(4100.0 / 8100.0));
    }

    #[test]
    fn shares_of_the_partners_seen_need_another_one() {
        let shares = Shares::new([30.0, 10.0], None);
        assert_eq!((shares.largest(1), shares.largest(2)), (Some(0.75), None));
        assert_eq!((shares.rest(), shares.concentration()), (None, None));
    }

    #[test]
    fn a_total_below_its_parts_is_not_one_and_a_part_is_not_all() {
        let below = Shares::new([30.0, 20.0, 10.0], Some(50.0));
        assert_eq!((below.whole(), below.rest(), below.largest(1)), (60.0, Some(-10.0), Some(0.5)));
        let part = Shares::new([30.0, 20.0, 10.0], Some(100.0));
        assert_eq!((part.concentration(), part.largest(1)), (None, Some(0.3)));
        assert_eq!(Shares::new([0.0, 0.0, 0.0, 0.0], None).largest(1), None);
        assert_eq!(Shares::default().largest(1), None);
    }
}
