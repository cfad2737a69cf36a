//! Units on which coders disagree most.

use super::alpha::{Distance, Measured, middle_ranks, spread};
use super::profiles::Profiles;
use super::{Metric, Ratings, Undefined};

/// Disagreement about a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitDisagreement {
    /// Number of the unit.
    pub unit: u32,
    /// Mean squared distance of two of its values, in the metric.
    pub observed: f64,
    /// Its share of all observed disagreement.
    pub share: f64,
    /// Its categories with how often they were given, in the order of categories.
    pub values: Vec<(u32, u32)>,
}

/// Units whose values differ, those with most disagreement first, equal ones in their order.
///
/// # Errors
/// [`Undefined::ValueOutsideScale`].
pub fn disagreed_units(
    ratings: &Ratings,
    metric: Metric,
) -> Result<Vec<UnitDisagreement>, Undefined> {
    let profiles = Profiles::of(ratings);
    let measured = Measured::new(&profiles, ratings.points(), metric)?;
    let own = match measured.distance {
        Distance::Ordinal => {
            let ranks = middle_ranks(&profiles.margins(&vec![1_u32; profiles.len()]));
            let own = |at| {
                let size = profiles.sizes[at];
                let (_, squares) = spread(profiles.unit(at), size, &ranks);
                2.0 * f64::from(size) * squares / f64::from(size - 1)
            };
            (0..profiles.len()).map(own).collect()
        }
        _ => measured.own,
    };
    let all: f64 = own.iter().sum();
    let mut found: Vec<_> = (0..profiles.len())
        .filter(|at| profiles.unit(*at).len() > 1)
        .map(|at| UnitDisagreement {
            unit: profiles.units[at],
            observed: own[at] / f64::from(profiles.sizes[at]),
            share: own[at] / all,
            values: profiles.unit(at).to_vec(),
        })
        .collect();
    found.sort_by(|a, b| b.observed.total_cmp(&a.observed));
    Ok(found)
}
