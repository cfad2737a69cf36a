//! Agreement of coders.
//!
//! [`Ratings`] hold who gave which value to which unit; [`Builder`] makes them from texts. A value
//! that is not there is missing and takes part in nothing.
//!
//! | coefficient | coders | chance is | missing values |
//! |---|---|---|---|
//! | [`alpha`] (Krippendorff) | any | the values of all coders, without replacement | allowed |
//! | [`percent`] | any | not considered | allowed |
//! | [`kappa`] (Cohen, also weighted) | two | each coder's own values | units that both coded |
//! | [`scott_pi`] | two | the values of both | units that both coded |
//! | [`fleiss_kappa`] | any | the values of all | as many values in every unit |
//! | [`gwet_ac1`] | any | Gwet's, low where one category prevails | allowed |
//!
//! ```
//! use daryn_estimate::agreement::{Metric, Ratings, alpha};
//!
//! let rows = [[0, 1], [1, 1], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 0], [1, 0], [0, 0]];
//! let cells: Vec<_> = rows.into_iter().flatten().map(Some).collect();
//! let ratings = Ratings::of_categories(2, 2, &cells).unwrap();
//! let alpha = alpha(&ratings, Metric::Nominal).unwrap();
//! assert!((alpha.alpha - 0.095_238).abs() < 1e-6);
//! ```

mod alpha;
mod bootstrap;
mod builder;
mod by_coder;
mod by_unit;
mod codes;
mod coefficients;
mod kappa;
mod profiles;
mod ratings;
pub mod spans;

pub use alpha::{Alpha, Coincidence, alpha, coincidences};
pub use bootstrap::{Bootstrap, DEFAULT_SEED, Draws, Interval, bootstrap, quantile};
pub use builder::{BadValue, Builder, Coded, Scale, Unfit};
pub use by_coder::{WithoutCoder, without_each_coder};
pub use by_unit::{UnitDisagreement, disagreed_units};
pub use codes::{CodeAgreement, code_agreement};
pub use coefficients::{fleiss_kappa, gwet_ac1, percent, scott_pi};
pub use kappa::{PairAgreement, Weights, kappa, pairs};
pub use ratings::{BadRatings, Ratings};

/// How far two values are from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// Equal or not.
    Nominal,
    /// By how many values lie between them in the data (Krippendorff 2011, step D).
    Ordinal,
    /// Square of the difference.
    Interval,
    /// Square of difference by sum; for numbers that are not negative.
    Ratio,
}

/// Why a quantity has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// All values are the same one: nothing could be disagreed about.
    NoVariation,
    /// One coder gave values.
    OneCoder,
    /// Only one unit has values of two coders.
    OneUnit,
    /// No unit has values of two coders.
    NoPairs,
    /// The quantity is one of two coders, and there are more.
    NotTwoCoders,
    /// The quantity needs as many values in every unit.
    UnequalRatings,
    /// A value that the metric has no place for: a negative one for ratio, or one too large or too
    /// close to others to compute with.
    ValueOutsideScale,
    /// The weights need an order of categories, and nominal ones have none.
    NoOrder,
    /// The quantity is a share of nothing.
    Nothing,
}

/// A value, or why there is none.
pub type Quantity = Result<f64, Undefined>;

/// What chance-corrected coefficients need before anything else: two coders and two units that
/// have values of two coders.
fn enough(ratings: &Ratings, pairable: usize) -> Result<(), Undefined> {
    match pairable {
        0 if ratings.active_coders() < 2 => Err(Undefined::OneCoder),
        0 => Err(Undefined::NoPairs),
        1 => Err(Undefined::OneUnit),
        _ => Ok(()),
    }
}
