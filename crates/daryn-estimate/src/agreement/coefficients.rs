//! Coefficients for any number of coders that rest on how often a unit got which category.

use super::profiles::Profiles;
use super::{Quantity, Ratings, Undefined, enough};

/// Share of pairs of values of one unit that are equal, averaged over units that have values of
/// two coders. For two coders it is the share of units on which they agree.
///
/// Source: Gwet 2014, *Handbook of Inter-Rater Reliability*, 4th edition, section 2.3 (p_a).
///
/// # Errors
/// [`Undefined::OneCoder`], [`Undefined::NoPairs`].
pub fn percent(ratings: &Ratings) -> Quantity {
    let profiles = Profiles::of(ratings);
    match enough(ratings, profiles.len()) {
        Ok(()) | Err(Undefined::OneUnit) => Ok(observed(&profiles)),
        Err(reason) => Err(reason),
    }
}

fn observed(profiles: &Profiles) -> f64 {
    let sum: f64 = (0..profiles.len())
        .map(|at| {
            let size = f64::from(profiles.sizes[at]);
            let equal = profiles.unit(at).iter().map(|(_, n)| f64::from(*n) * f64::from(n - 1));
            equal.sum::<f64>() / (size * (size - 1.0))
        })
        .sum();
    sum / profiles.len() as f64
}

/// Scott's pi: two coders; chance is the square of the shares of both coders together.
///
/// Source: Scott 1955, *Public Opinion Quarterly* 19: 321-325.
///
/// # Errors
/// [`Undefined::NotTwoCoders`] and what [`super::alpha()`] tells.
pub fn scott_pi(ratings: &Ratings) -> Quantity {
    let profiles = Profiles::of(ratings);
    enough(ratings, profiles.len())?;
    if ratings.active_coders() != 2 {
        return Err(Undefined::NotTwoCoders);
    }
    beyond_squares(&profiles)
}

/// Fleiss' kappa: as many values in every unit, not always of the same coders.
///
/// Units without any value are left out. Source: Fleiss 1971, *Psychological Bulletin* 76: 378-382.
///
/// # Errors
/// [`Undefined::UnequalRatings`] and what [`super::alpha()`] tells.
pub fn fleiss_kappa(ratings: &Ratings) -> Quantity {
    let profiles = Profiles::of(ratings);
    enough(ratings, profiles.len())?;
    let size = |unit: usize| ratings.unit(unit).len();
    let mut sizes = (0..ratings.units()).map(size).filter(|size| *size > 0);
    let first = sizes.next();
    if sizes.any(|size| Some(size) != first) {
        return Err(Undefined::UnequalRatings);
    }
    beyond_squares(&profiles)
}

/// Agreement beyond the sum of squared shares of the categories.
fn beyond_squares(profiles: &Profiles) -> Quantity {
    let margins = profiles.margins(&vec![1_u32; profiles.len()]);
    let values = profiles.values() as f64;
    if margins.iter().filter(|count| **count > 0).count() < 2 {
        return Err(Undefined::NoVariation);
    }
    let chance: f64 = margins.iter().map(|n| (*n as f64 / values) * (*n as f64 / values)).sum();
    Ok((observed(profiles) - chance) / (1.0 - chance))
}

/// Gwet's AC1, generalised to any number of coders and missing values.
///
/// p_a is [`percent()`]; p_e = 1/(q-1) sum p_k (1 - p_k), where p_k is the share of category k in a
/// unit, averaged over all units with a value, and q the number of categories of the ratings: those
/// of the scheme where it was given, otherwise those that occur.
///
/// Source: Gwet 2008, *British Journal of Mathematical and Statistical Psychology* 61: 29-48, for
/// two coders and, in its section 5, more; missing values as in Gwet 2014, *Handbook of Inter-Rater
/// Reliability*, 4th edition, chapter 2.
///
/// # Errors
/// As [`super::alpha()`].
pub fn gwet_ac1(ratings: &Ratings) -> Quantity {
    let profiles = Profiles::of(ratings);
    enough(ratings, profiles.len())?;
    let categories = ratings.points().len();
    let (mut shares, mut units) = (vec![0.0; categories], 0.0);
    for unit in (0..ratings.units()).map(|unit| ratings.unit(unit)).filter(|unit| !unit.is_empty())
    {
        units += 1.0;
        let part = 1.0 / unit.len() as f64;
        unit.iter().for_each(|(_, category)| shares[*category as usize] += part);
    }
    if shares.iter().filter(|share| **share > 0.0).count() < 2 {
        return Err(Undefined::NoVariation);
    }
    let spread: f64 = shares.iter().map(|share| share / units).map(|p| p * (1.0 - p)).sum();
    let chance = spread / (categories as f64 - 1.0);
    Ok((observed(&profiles) - chance) / (1.0 - chance))
}
