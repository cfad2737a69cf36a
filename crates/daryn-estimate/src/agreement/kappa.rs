//! Cohen's kappa, plain and weighted, and the table of pairs of coders.

use super::{Quantity, Ratings, Undefined, enough};

/// How much two different categories disagree, by how many places they are apart in the order of
/// categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// All the same.
    Unweighted,
    /// By the number of places.
    Linear,
    /// By its square.
    Quadratic,
}

/// Agreement of two coders on the units that both coded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairAgreement {
    /// Number of one coder.
    pub first: u32,
    /// Number of the other one.
    pub second: u32,
    /// Units that both coded.
    pub units: u64,
    /// Share of these on which they agree.
    pub percent: Quantity,
    /// Cohen's kappa.
    pub kappa: Quantity,
    /// Kappa with linear weights.
    pub linear: Quantity,
    /// Kappa with quadratic weights.
    pub quadratic: Quantity,
}

/// Cohen's kappa of two coders, on the units that both coded; chance is the product of the shares
/// of each coder.
///
/// Weighted kappa is 1 less the weighted disagreement by the one that chance gives. Where one coder
/// always gives one category and the other one always another, it is 0.
///
/// Source: Cohen 1960, *Educational and Psychological Measurement* 20: 37-46; weighted: Cohen 1968,
/// *Psychological Bulletin* 70: 213-220. A mean of the kappas of pairs of more coders is no kappa
/// and is not given.
///
/// # Errors
/// [`Undefined::NotTwoCoders`] and what [`super::alpha()`] tells.
pub fn kappa(ratings: &Ratings, weights: Weights) -> Quantity {
    let columns: Vec<_> =
        ratings.by_coder().into_iter().filter(|values| !values.is_empty()).collect();
    let [first, second] = columns.as_slice() else {
        return Err(if columns.len() < 2 { Undefined::OneCoder } else { Undefined::NotTwoCoders });
    };
    let both = Both::of(first, second, ratings.points().len());
    enough(ratings, both.units as usize)?;
    both.kappa(weights)
}

/// Every pair of coders that gave values.
pub fn pairs(ratings: &Ratings) -> Vec<PairAgreement> {
    let columns = ratings.by_coder();
    let active: Vec<usize> = (0..columns.len()).filter(|at| !columns[*at].is_empty()).collect();
    let mut found = Vec::new();
    for (at, first) in active.iter().enumerate() {
        for second in &active[at + 1..] {
            let both = Both::of(&columns[*first], &columns[*second], ratings.points().len());
            let kappa = |weights| match both.units {
                0 => Err(Undefined::NoPairs),
                1 => Err(Undefined::OneUnit),
                _ => both.kappa(weights),
            };
            let percent = match both.units {
                0 => Err(Undefined::NoPairs),
                units => Ok(both.equal as f64 / units as f64),
            };
            found.push(PairAgreement {
                first: *first as u32,
                second: *second as u32,
                units: both.units,
                percent,
                kappa: kappa(Weights::Unweighted),
                linear: kappa(Weights::Linear),
                quadratic: kappa(Weights::Quadratic),
            });
        }
    }
    found
}

/// What two coders gave to the units that both coded.
struct Both {
    units: u64,
    equal: u64,
    /// Sum of places apart, and of their squares.
    apart: u64,
    apart_squared: u128,
    /// How often each of the two gave each category.
    margins: [Vec<u64>; 2],
}

impl Both {
    fn of(first: &[(u32, u32)], second: &[(u32, u32)], categories: usize) -> Both {
        let margins = [vec![0; categories], vec![0; categories]];
        let mut both = Both { units: 0, equal: 0, apart: 0, apart_squared: 0, margins };
        let mut rest = second.iter().peekable();
        for (unit, category) in first {
            while rest.next_if(|(other, _)| other < unit).is_some() {}
            if let Some((_, other)) = rest.next_if(|(other, _)| other == unit) {
                both.add(*category, *other, 1);
            }
        }
        both
    }

    fn add(&mut self, first: u32, second: u32, times: u64) {
        let apart = u64::from(first.abs_diff(second));
        self.units += times;
        self.equal += if apart == 0 { times } else { 0 };
        self.apart += times * apart;
        self.apart_squared += u128::from(times) * u128::from(apart * apart);
        self.margins[0][first as usize] += times;
        self.margins[1][second as usize] += times;
    }

    /// 1 less the disagreement by what chance gives, which is summed over categories and not over
    /// pairs of them.
    fn kappa(&self, weights: Weights) -> Quantity {
        let units = u128::from(self.units);
        let [first, second] = &self.margins;
        let both = || first.iter().zip(second).map(|(a, b)| (u128::from(*a), u128::from(*b)));
        let (observed, chance): (u128, u128) = match weights {
            Weights::Unweighted => {
                let equal: u128 = both().map(|(a, b)| a * b).sum();
                (units - u128::from(self.equal), units * units - equal)
            }
            Weights::Linear => {
                // Two values are apart by the number of places between which one lies and the
                // other one does not.
                let (mut below_a, mut below_b, mut sum) = (0, 0, 0);
                for (a, b) in both() {
                    below_a += a;
                    below_b += b;
                    sum += below_a * (units - below_b) + below_b * (units - below_a);
                }
                (u128::from(self.apart), sum)
            }
            Weights::Quadratic => {
                let moments = |margins: &[u64]| {
                    let places = margins.iter().zip(0_u128..);
                    places.fold((0, 0), |(sum, squares), (n, at)| {
                        let n = u128::from(*n);
                        (sum + n * at, squares + n * at * at)
                    })
                };
                let ((sum_a, squares_a), (sum_b, squares_b)) = (moments(first), moments(second));
                (self.apart_squared, units * (squares_a + squares_b) - 2 * sum_a * sum_b)
            }
        };
        match chance {
            0 => Err(Undefined::NoVariation),
            _ => Ok(1.0 - self.units as f64 * observed as f64 / chance as f64),
        }
    }
}

/// Cohen's kappa where each pair of values stands for many units.
pub(super) fn kappa_of_runs(
    runs: impl Iterator<Item = (u32, u32, u64)>,
    categories: usize,
) -> Quantity {
    let mut both = Both::of(&[], &[], categories);
    runs.for_each(|(first, second, times)| both.add(first, second, times));
    match both.units {
        0 => Err(Undefined::NoPairs),
        _ => both.kappa(Weights::Unweighted),
    }
}
