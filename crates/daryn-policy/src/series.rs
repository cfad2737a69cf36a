//! Series of statistics: which rows may stand in a result, and which release of a period is used.

pub mod trend;

use std::collections::BTreeMap;

use daryn_model::record::{Decimal, Id};
use daryn_model::records::{ObsStatus, Observation};

use crate::evidence;

/// A yearly value that is used, and the releases that are not.
#[derive(Debug, Clone)]
pub struct Point<'a> {
    /// Year.
    pub year: i32,
    /// The row that is used.
    pub row: &'a Observation,
    /// Its value.
    pub value: &'a Decimal,
    /// Other releases of the same year.
    pub others: Vec<&'a Observation>,
}

impl Point<'_> {
    /// Name of the observation.
    pub fn id(&self) -> String {
        evidence::observation(self.row)
    }
}

/// Yearly values of a series, in order.
///
/// Only rows that are in no doubt and cover exactly a year are used: half-years and academic years
/// are never mixed with years. Where a year was published more than once, the release that stands
/// last in the table is used and the others are named beside it.
pub fn yearly<'a>(rows: &'a [Observation], series: &Id) -> Vec<Point<'a>> {
    let mut points: BTreeMap<i32, Point<'a>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.series == *series && row.usable()) {
        let (Some(year), Some(value)) = (row.time_period.whole_year(), &row.obs_value) else {
            continue;
        };
        let mut others = Vec::new();
        if let Some(earlier) = points.remove(&year) {
            others = earlier.others;
            others.push(earlier.row);
        }
        points.insert(year, Point { year, row, value, others });
    }
    points.into_values().collect()
}

/// Whether other things are counted at the end of a period than at its start. A break stands before
/// its point: at the first point it is outside of the period.
pub fn is_broken(points: &[Point<'_>]) -> bool {
    points.iter().skip(1).any(|point| point.row.status == Some(ObsStatus::Break))
}

/// Yearly values of a series between two years.
pub fn between<'a>(
    rows: &'a [Observation],
    series: &Id,
    from: Option<i64>,
    to: Option<i64>,
) -> Vec<Point<'a>> {
    yearly(rows, series)
        .into_iter()
        .filter(|point| from.is_none_or(|from| i64::from(point.year) >= from))
        .filter(|point| to.is_none_or(|to| i64::from(point.year) <= to))
        .collect()
}

/// Number of decimals that a value is written with.
pub fn decimals(value: &Decimal) -> usize {
    value.plain().split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// Difference of two values with the digits of the more exact one.
pub fn difference(last: &Decimal, first: &Decimal) -> Decimal {
    Decimal::rounded(last.value - first.value, decimals(last).max(decimals(first)).min(6))
}

/// Median of values; `None` of none. The mean of the middle two where their number is even.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => Some(sorted[middle]),
        _ => Some(f64::midpoint(sorted[middle - 1], sorted[middle])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_between() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_difference_keeps_the_digits_of_its_parts() {
        let number = |text| Decimal::parse(text).expect("a number");
        assert_eq!(difference(&number("0.14"), &number("0.171")).literal, "-0.031");
        assert_eq!(difference(&number("9293"), &number("-6946")).literal, "16239");
    }
}
