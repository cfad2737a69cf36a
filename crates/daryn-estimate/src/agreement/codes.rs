//! Agreement about each category, against all others together.

use super::alpha::{told, unequal_pairs};
use super::profiles::{Profiles, Weight};
use super::{Quantity, Ratings, Undefined, enough};

/// Agreement about one category: given or not given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CodeAgreement {
    /// Number of the category.
    pub category: u32,
    /// How many pairable values are this category.
    pub count: u64,
    /// Share of pairable values that are this category.
    pub prevalence: f64,
    /// Krippendorff's alpha, nominal.
    pub alpha: Quantity,
    /// Share of pairs of values of one unit that agree about it, averaged over units.
    pub percent: Quantity,
    /// Of values that are this category, the share of others of the unit that are it, too.
    pub positive: Quantity,
    /// Of values that are another category, the share of others of the unit that are not it
    /// either.
    pub negative: Quantity,
}

/// Agreement about each category, in their order.
///
/// Positive and negative specific agreement of more than two coders are taken from the coincidence
/// matrix of the category: o_cc / n_c. For two coders that is 2a / (2a + b + c). Source: Cicchetti &
/// Feinstein 1990, *Journal of Clinical Epidemiology* 43: 551-558; Fleiss, Levin & Paik 2003,
/// *Statistical Methods for Rates and Proportions*, section 18.1.
///
/// # Errors
/// Where no unit has values of two coders. With one unit there are shares, but no alpha.
pub fn code_agreement(ratings: &Ratings) -> Result<Vec<CodeAgreement>, Undefined> {
    let profiles = Profiles::of(ratings);
    let is_enough = enough(ratings, profiles.len());
    if let Err(reason) = is_enough
        && reason != Undefined::OneUnit
    {
        return Err(reason);
    }
    let mut found = about_codes(&profiles, &vec![1_u32; profiles.len()]);
    if let Err(reason) = is_enough {
        found.iter_mut().for_each(|code| code.alpha = Err(reason));
    }
    Ok(found)
}

/// The same where units count several times.
pub(super) fn about_codes<W: Weight>(profiles: &Profiles, weights: &[W]) -> Vec<CodeAgreement> {
    let margins = profiles.margins(weights);
    let values: u64 = margins.iter().sum();
    let units: u64 = weights.iter().map(|weight| weight.times()).sum();
    // Of each category: pairs that do not agree about it, by number of values less one, and their
    // share of all pairs of the unit.
    let mut unequal = vec![(0.0, 0.0); profiles.categories];
    for (at, weight) in weights.iter().enumerate().filter(|(_, weight)| weight.times() > 0) {
        let (size, weight) = (f64::from(profiles.sizes[at]), weight.times() as f64);
        for (category, count) in profiles.unit(at) {
            let pairs = 2.0 * f64::from(*count) * (size - f64::from(*count)) / (size - 1.0);
            let (sum, share) = &mut unequal[*category as usize];
            *sum += weight * pairs;
            *share += weight * pairs / size;
        }
    }
    let of = |(at, (count, (unequal, share))): (usize, (&u64, &(f64, f64)))| {
        let others = values - count;
        // Half of the unequal pairs begin with a value that is the category.
        let specific = |count: u64| match count {
            0 => Err(Undefined::Nothing),
            _ => Ok(1.0 - unequal / 2.0 / count as f64),
        };
        let alpha = told(*unequal, unequal_pairs(&[*count, others], values), values, 0);
        CodeAgreement {
            category: at as u32,
            count: *count,
            prevalence: *count as f64 / values as f64,
            alpha: alpha.map(|alpha| alpha.alpha),
            percent: Ok(1.0 - share / units as f64),
            positive: specific(*count),
            negative: specific(others),
        }
    };
    margins.iter().zip(&unequal).enumerate().map(of).collect()
}
