//! Wordfish: positions of documents from their words alone.
//!
//! Slapin & Proksch 2008, A scaling model for estimating time-series party positions from texts,
//! American Journal of Political Science 52(3). The count of word `j` in document `i` is a Poisson
//! variable with mean `exp(alpha_i + psi_j + beta_j theta_i)`. Positions `theta` have mean 0 and
//! standard deviation 1 (n-1), the first `alpha` is 0, and `beta` has a normal prior with mean 0:
//! without it words that stand at one end only would have no finite `beta`. The estimates maximise
//! `sum(y log mu - mu) - sum(beta^2) / (2 sd^2)`.

mod model;
mod search;

use super::{CountTable, LeftOut, Unscalable, Z95};
use model::{Model, State};

/// What is chosen by who scales.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Two documents by their places: the first gets the smaller position.
    pub direction: (usize, usize),
    /// Standard deviation of the prior of `beta`.
    pub prior_sd: f64,
}

impl Options {
    /// A direction, and the standard deviation 3 of the prior, as in quanteda.textmodels.
    pub fn new(direction: (usize, usize)) -> Options {
        Options { direction, prior_sd: 3.0 }
    }
}

/// Positions of documents, and what belongs to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Wordfish {
    /// Position of each document; mean 0, standard deviation 1.
    pub theta: Vec<f64>,
    /// Standard error of each position under the Poisson model.
    pub se: Vec<f64>,
    /// Covariance of the positions, row after row: the inverse of the observed information of the
    /// positions and all other parameters, with mean and standard deviation of the positions held.
    pub covariance: Vec<f64>,
    /// How long each document is, as a logarithm relative to the first.
    pub alpha: Vec<f64>,
    /// How frequent each word is, as a logarithm; `None` for a word that occurs nowhere.
    pub psi: Vec<Option<f64>>,
    /// How far each word tells documents apart; `None` for a word that occurs nowhere.
    pub beta: Vec<Option<f64>>,
    /// The objective at the solution, without constants.
    pub objective: f64,
    /// Dispersion factor: Pearson's chi-square over its degrees of freedom. The Poisson model has
    /// 1; words come in bursts, so that texts have more. `None` without degrees of freedom.
    pub dispersion: Option<f64>,
    /// Newton steps of the last search.
    pub steps: usize,
    /// Largest absolute component of the gradient at the solution, in the directions in which
    /// parameters can move.
    pub gradient: f64,
    /// Whether the search ended at a maximum.
    pub converged: bool,
}

impl Wordfish {
    /// Standard errors with the dispersion factor taken into account (quasi-Poisson): never
    /// smaller than those of the model.
    pub fn widened_se(&self) -> Vec<f64> {
        let factor = self.dispersion.map_or(1.0, |factor| factor.max(1.0)).sqrt();
        self.se.iter().map(|se| se * factor).collect()
    }

    /// The mean width of the widened 95 % intervals as a share of the range of the positions.
    pub fn relative_width(&self) -> f64 {
        let low = self.theta.iter().copied().fold(f64::INFINITY, f64::min);
        let high = self.theta.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let se = self.widened_se();
        2.0 * Z95 * se.iter().sum::<f64>() / se.len() as f64 / (high - low)
    }
}

/// Scales documents.
///
/// # Errors
/// [`Unscalable::TooFewDocuments`] for fewer than three, whose positions would be fixed by the
/// convention alone; [`Unscalable::NoVariation`], [`Unscalable::NoDirection`],
/// [`Unscalable::NoPrior`]; [`Unscalable::NoTable`] where fewer than two words occur.
pub fn wordfish(table: &CountTable, options: &Options) -> Result<Wordfish, Unscalable> {
    let documents = table.documents();
    if documents < 3 {
        return Err(Unscalable::TooFewDocuments(3));
    }
    let (low, high) = options.direction;
    if low == high || low >= documents || high >= documents {
        return Err(Unscalable::NoDirection);
    }
    if !(options.prior_sd > 0.0 && options.prior_sd.is_finite()) {
        return Err(Unscalable::NoPrior);
    }
    let model = Model::new(table, options.prior_sd);
    if model.words < 2 {
        return Err(Unscalable::NoTable);
    }
    let mut found = search::best(&model).ok_or(Unscalable::NoVariation)?;
    if found.state.theta[low] > found.state.theta[high] {
        found.state.turn();
    }
    let State { alpha, psi, beta, theta } = found.state;
    let of_all = |values: &[f64]| {
        let mut all = vec![None; table.words()];
        model.places.iter().zip(values).for_each(|(place, value)| all[*place] = Some(*value));
        all
    };
    Ok(Wordfish {
        se: (0..documents).map(|i| found.covariance[i * documents + i].sqrt()).collect(),
        psi: of_all(&psi),
        beta: of_all(&beta),
        covariance: found.covariance,
        objective: found.objective,
        dispersion: found.dispersion,
        steps: found.steps,
        gradient: found.gradient,
        converged: found.converged,
        theta,
        alpha,
    })
}

/// What becomes of positions when one document after another is left out: the others are scaled
/// anew, and compared with their positions in `whole` after these have been given mean 0 and
/// standard deviation 1, too. `None` for a document without which the others cannot be scaled.
pub fn leave_one_out(
    table: &CountTable,
    options: &Options,
    whole: &Wordfish,
) -> Vec<Option<LeftOut>> {
    let documents = table.documents();
    let without = |out: usize| {
        let fewer = table.without(out).ok()?;
        let anew = wordfish(&fewer, &Options { direction: (0, 1), ..*options }).ok()?;
        let mut old: Vec<f64> = whole.theta.clone();
        old.remove(out);
        model::standardise(&mut old);
        // The scale has no direction of its own: it is that which fits the whole better.
        let agreement: f64 = anew.theta.iter().zip(&old).map(|(a, b)| a * b).sum();
        let sign = if agreement < 0.0 { -1.0 } else { 1.0 };
        let mut positions: Vec<Option<f64>> = anew.theta.iter().map(|x| Some(sign * x)).collect();
        positions.insert(out, None);
        let mut old: Vec<Option<f64>> = old.into_iter().map(Some).collect();
        old.insert(out, None);
        Some(LeftOut::new(out, positions, &old))
    };
    (0..documents).map(without).collect()
}
