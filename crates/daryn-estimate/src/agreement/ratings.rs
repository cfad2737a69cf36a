//! Who gave which value to which unit.

use std::fmt;

/// Units x coders with missing values, kept as the values that there are.
///
/// A value is a category, numbered from 0 in its order; a category has a point on the scale, which
/// interval and ratio metrics use.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings {
    /// Where the values of each unit begin, and one more.
    starts: Vec<usize>,
    /// Coder and category of each value, unit by unit, coders in their order.
    values: Vec<(u32, u32)>,
    coders: usize,
    points: Vec<f64>,
}

/// Why values make no ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRatings {
    /// One coder gave one unit two values: the places of both in the input.
    Duplicate {
        /// Place of the earlier one.
        first: usize,
        /// Place of the later one.
        second: usize,
    },
    /// A number that is not finite, at this place.
    NotFinite(usize),
    /// A unit, coder or category that there is not, at this place; or points that do not rise.
    OutOfRange(usize),
}

impl fmt::Display for BadRatings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadRatings::Duplicate { first, second } => {
                write!(f, "values {first} and {second} are of one unit and one coder")
            }
            BadRatings::NotFinite(at) => write!(f, "value {at} is not finite"),
            BadRatings::OutOfRange(at) => write!(f, "value {at} is out of range"),
        }
    }
}

impl std::error::Error for BadRatings {}

impl Ratings {
    /// Ratings from (unit, coder, category) in any order; `points` are those of the categories and
    /// rise strictly.
    ///
    /// # Errors
    /// The first pair of values of one unit and coder, or the first index out of range.
    pub fn new(
        units: usize,
        coders: usize,
        points: Vec<f64>,
        triples: &[(u32, u32, u32)],
    ) -> Result<Ratings, BadRatings> {
        if let Some(at) = points.windows(2).position(|two| two[0] >= two[1]) {
            return Err(BadRatings::OutOfRange(at + 1));
        }
        if let Some(at) = points.iter().position(|point| !point.is_finite()) {
            return Err(BadRatings::NotFinite(at));
        }
        let is_inside = |&(unit, coder, category): &(u32, u32, u32)| {
            (unit as usize) < units
                && (coder as usize) < coders
                && (category as usize) < points.len()
        };
        if let Some(at) = triples.iter().position(|triple| !is_inside(triple)) {
            return Err(BadRatings::OutOfRange(at));
        }
        let mut starts = vec![0_usize; units + 1];
        for (unit, ..) in triples {
            starts[*unit as usize + 1] += 1;
        }
        for unit in 0..units {
            starts[unit + 1] += starts[unit];
        }
        let mut free = starts.clone();
        let mut order = vec![0_usize; triples.len()];
        for (at, (unit, ..)) in triples.iter().enumerate() {
            let free = &mut free[*unit as usize];
            order[*free] = at;
            *free += 1;
        }
        let mut twice: Option<(usize, usize)> = None;
        for bounds in starts.windows(2) {
            let places = &mut order[bounds[0]..bounds[1]];
            if !places.is_sorted_by_key(|at| triples[*at].1) {
                // The sort is stable: of two values of one coder the earlier one stays first.
                places.sort_by_key(|at| triples[*at].1);
            }
            for two in places.windows(2) {
                if triples[two[0]].1 == triples[two[1]].1
                    && twice.is_none_or(|(_, second)| two[1] < second)
                {
                    twice = Some((two[0], two[1]));
                }
            }
        }
        if let Some((first, second)) = twice {
            return Err(BadRatings::Duplicate { first, second });
        }
        let values = order.iter().map(|at| (triples[*at].1, triples[*at].2)).collect();
        Ok(Ratings { starts, values, coders, points })
    }

    /// Ratings of no units.
    pub(super) fn none(coders: usize) -> Ratings {
        Ratings { starts: vec![0], values: Vec::new(), coders, points: Vec::new() }
    }

    /// Ratings from a table of categories 0.., row by row: one row a unit, one column a coder.
    ///
    /// # Errors
    /// A category that there is not.
    pub fn of_categories(
        coders: usize,
        categories: usize,
        cells: &[Option<u32>],
    ) -> Result<Ratings, BadRatings> {
        let points = (0..categories).map(|category| category as f64).collect();
        Ratings::of_cells(coders, points, cells.iter().copied())
    }

    /// Ratings from a table of numbers, row by row: one row a unit, one column a coder. The
    /// distinct numbers are the categories, in rising order.
    ///
    /// # Errors
    /// A number that is not finite, with its place in the table.
    pub fn of_numbers(coders: usize, cells: &[Option<f64>]) -> Result<Ratings, BadRatings> {
        let is_wrong = |cell: &Option<f64>| cell.is_some_and(|number| !number.is_finite());
        if let Some(at) = cells.iter().position(is_wrong) {
            return Err(BadRatings::NotFinite(at));
        }
        let points = rising(cells.iter().flatten().copied().collect());
        let category = |number: f64| points.partition_point(|point| *point < number) as u32;
        let categories: Vec<_> = cells.iter().map(|cell| cell.map(category)).collect();
        Ratings::of_cells(coders, points, categories.into_iter())
    }

    fn of_cells(
        coders: usize,
        points: Vec<f64>,
        cells: impl ExactSizeIterator<Item = Option<u32>>,
    ) -> Result<Ratings, BadRatings> {
        let width = coders.max(1);
        let units = cells.len().div_ceil(width);
        let triples: Vec<_> = cells
            .enumerate()
            .filter_map(|(at, cell)| Some(((at / width) as u32, (at % width) as u32, cell?)))
            .collect();
        Ratings::new(units, coders, points, &triples)
    }

    /// Number of units, those without a value included.
    pub fn units(&self) -> usize {
        self.starts.len() - 1
    }

    /// Number of coders, those without a value included.
    pub fn coders(&self) -> usize {
        self.coders
    }

    /// Number of coders that gave at least one value.
    pub fn active_coders(&self) -> usize {
        let mut seen = vec![false; self.coders];
        self.values.iter().for_each(|(coder, _)| seen[*coder as usize] = true);
        seen.into_iter().filter(|seen| *seen).count()
    }

    /// Number of values.
    pub fn values(&self) -> usize {
        self.values.len()
    }

    /// Points of the categories, rising; their number is that of the categories.
    pub fn points(&self) -> &[f64] {
        &self.points
    }

    /// The values of a unit as coder and category, in the order of coders.
    pub fn unit(&self, unit: usize) -> &[(u32, u32)] {
        &self.values[self.starts[unit]..self.starts[unit + 1]]
    }

    /// The values of each coder as unit and category, in the order of units.
    pub(super) fn by_coder(&self) -> Vec<Vec<(u32, u32)>> {
        let mut columns = vec![Vec::new(); self.coders];
        for unit in 0..self.units() {
            for (coder, category) in self.unit(unit) {
                columns[*coder as usize].push((unit as u32, *category));
            }
        }
        columns
    }
}

/// Distinct numbers in rising order; zero has one sign.
pub(super) fn rising(mut numbers: Vec<f64>) -> Vec<f64> {
    numbers.iter_mut().for_each(|number| *number += 0.0);
    numbers.sort_unstable_by(f64::total_cmp);
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_by_unit_and_coder() {
        let ratings = Ratings::new(3, 2, vec![1.0, 5.0], &[(2, 1, 0), (0, 0, 1), (2, 0, 1)]);
        let ratings = ratings.expect("ratings");
        assert_eq!(ratings.unit(0), [(0, 1)]);
        assert_eq!(ratings.unit(1), []);
        assert_eq!(ratings.unit(2), [(0, 1), (1, 0)]);
        assert_eq!((ratings.units(), ratings.values(), ratings.active_coders()), (3, 3, 2));
        assert_eq!(ratings.by_coder(), [vec![(0, 1), (2, 1)], vec![(2, 0)]]);
    }

    #[test]
    fn what_makes_no_ratings_is_told() {
        let new = |triples: &[_]| Ratings::new(2, 2, vec![0.0, 1.0], triples).map(|_| ());
        let twice = [(1, 1, 0), (0, 0, 0), (0, 1, 1), (0, 0, 1), (1, 1, 0)];
        assert_eq!(new(&twice), Err(BadRatings::Duplicate { first: 1, second: 3 }));
        assert_eq!(new(&[(0, 0, 0), (2, 0, 0)]), Err(BadRatings::OutOfRange(1)));
        assert_eq!(new(&[(0, 2, 0)]), Err(BadRatings::OutOfRange(0)));
        assert_eq!(new(&[(0, 0, 2)]), Err(BadRatings::OutOfRange(0)));
        let points = |points: &[f64]| Ratings::new(1, 1, points.to_vec(), &[]).map(|_| ());
        assert_eq!(points(&[1.0, 1.0]), Err(BadRatings::OutOfRange(1)));
        assert_eq!(points(&[1.0, f64::INFINITY]), Err(BadRatings::NotFinite(1)));
        let numbers = Ratings::of_numbers(1, &[Some(1.0), Some(f64::NAN)]).map(|_| ());
        assert_eq!(numbers, Err(BadRatings::NotFinite(1)));
    }

    #[test]
    fn zero_is_one_number() {
        let ratings = Ratings::of_numbers(2, &[Some(0.0), Some(-0.0), None, Some(-1.0)]);
        let ratings = ratings.expect("ratings");
        assert_eq!(ratings.points(), [-1.0, 0.0]);
        assert_eq!(ratings.unit(0), [(0, 1), (1, 1)]);
        assert_eq!(ratings.unit(1), [(1, 0)]);
    }
}
