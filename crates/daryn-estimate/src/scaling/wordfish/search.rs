//! The search for the maximum.
//!
//! From several starts, words and documents are improved in turn until the way is clear; then all
//! parameters move together by Newton's method, which ends at a gradient of almost nothing. Turns
//! alone come nearer and nearer, by steps that become small long before the maximum.

use super::super::algebra::eigenvectors;
use super::model::{Curvature, Model, State, Step, standardise};

/// Turns of words and documents before all move together.
const TURNS: usize = 12;

/// Starts: so many of the main dimensions of the logarithms of counts.
const STARTS: usize = 3;

/// Newton steps at most.
const STEPS: usize = 300;

/// A maximum.
pub(super) struct Found {
    pub(super) state: State,
    pub(super) objective: f64,
    pub(super) covariance: Vec<f64>,
    pub(super) dispersion: Option<f64>,
    pub(super) steps: usize,
    pub(super) gradient: f64,
    pub(super) converged: bool,
}

/// The best maximum from all starts; `None` where documents differ in nothing.
pub(super) fn best(model: &Model) -> Option<Found> {
    let mut best: Option<Found> = None;
    for start in starts(model) {
        if let Some(found) = climb(model, start)
            && best.as_ref().is_none_or(|best| is_better(&found, best))
        {
            best = Some(found);
        }
    }
    best
}

/// A search that ended is better than one that did not; of two, that with the larger objective, by
/// more than rounding.
fn is_better(one: &Found, other: &Found) -> bool {
    if one.converged != other.converged {
        return one.converged;
    }
    one.objective - other.objective > 1e-9 * (1.0 + other.objective.abs())
}

/// Positions along the main dimensions of the logarithms of counts, from which frequency of words
/// and length of documents are taken away.
fn starts(model: &Model) -> Vec<State> {
    let (n, m) = (model.documents, model.words);
    let mut logs: Vec<f64> = model.counts.iter().map(|count| libm::log(count + 0.1)).collect();
    for row in logs.chunks_exact_mut(n) {
        let mean = row.iter().sum::<f64>() / n as f64;
        row.iter_mut().for_each(|log| *log -= mean);
    }
    for i in 0..n {
        let mean = logs.iter().skip(i).step_by(n).sum::<f64>() / m as f64;
        logs.iter_mut().skip(i).step_by(n).for_each(|log| *log -= mean);
    }
    let mut products = vec![0.0; n * n];
    for row in logs.chunks_exact(n) {
        for i in 0..n {
            (0..n).for_each(|k| products[i * n + k] += row[i] * row[k]);
        }
    }
    let totals: Vec<f64> = (0..n).map(|i| model.counts.iter().skip(i).step_by(n).sum()).collect();
    let alpha: Vec<f64> = totals.iter().map(|total| libm::log(total / totals[0])).collect();
    let lengths: f64 = totals.iter().map(|total| total / totals[0]).sum();
    let psi: Vec<f64> = model
        .counts
        .chunks_exact(n)
        .map(|row| libm::log(row.iter().sum::<f64>() / lengths))
        .collect();
    let dimensions = eigenvectors(products, n).into_iter().take(STARTS.min(n - 2));
    dimensions
        .filter_map(|mut theta| {
            // The sign of a dimension is arbitrary, and must not change the way of the search.
            let heaviest = theta.iter().copied().fold(0.0, |most: f64, x| {
                if x.abs() > most.abs() * (1.0 + 1e-9) { x } else { most }
            });
            let (_, spread) = standardise(&mut theta);
            if !(spread > 1e-9 && spread.is_finite()) {
                return None;
            }
            let beta = vec![0.0; m];
            let mut state = State { alpha: alpha.clone(), psi: psi.clone(), beta, theta };
            if heaviest < 0.0 {
                state.turn();
            }
            Some(state)
        })
        .collect()
}

/// From a start to a maximum; `None` where positions lose their meaning on the way, because no word
/// tells documents apart.
fn climb(model: &Model, mut state: State) -> Option<Found> {
    for _ in 0..TURNS {
        improve_words(model, &mut state);
        improve_documents(model, &mut state);
        restore(&mut state)?;
    }
    let mut objective = model.objective(&state);
    let (mut steps, mut converged, mut polished, mut damping) = (0, false, 0, 1e-3);
    let mut last = None;
    while steps < STEPS && damping < 1e12 {
        steps += 1;
        let observed = model.step(&state, Curvature::Observed, 0.0);
        // What a step would gain is below the last digits of the objective.
        let gains = |step: &Step| step.slope > 1e-13 * (1.0 + objective.abs());
        if let Some(step) = observed.as_ref().filter(|step| !gains(step)) {
            last = Some((step.gradient, step.covariance.clone()));
            if polished == 2 {
                converged = true;
                break;
            }
            polished += 1;
            state = along(&state, &step.by, 1.0)?;
            objective = model.objective(&state);
            continue;
        }
        let newton = observed.and_then(|step| {
            last = Some((step.gradient, step.covariance.clone()));
            uphill(model, &state, objective, &step)
        });
        let moved = newton.or_else(|| {
            let step = model.step(&state, Curvature::Expected, damping)?;
            last = Some((step.gradient, step.covariance.clone()));
            let moved = uphill(model, &state, objective, &step);
            if moved.is_some() {
                damping = (damping / 3.0).max(1e-9);
            }
            moved
        });
        if let Some((higher, reached)) = moved {
            (state, objective) = (higher, reached);
        } else {
            damping *= 30.0;
        }
    }
    let (gradient, covariance) = last.filter(|_| informed(model, &state))?;
    let dispersion = model.dispersion(&state);
    Some(Found { state, objective, covariance, dispersion, steps, gradient, converged })
}

/// The state at the end of a step, or part of it, that gains what the slope promises (Armijo's rule),
/// with its objective; `None` where only a tiny part would.
fn uphill(model: &Model, state: &State, objective: f64, step: &Step) -> Option<(State, f64)> {
    let mut length = 1.0;
    while length > 1e-3 {
        let moved = along(state, &step.by, length)?;
        let reached = model.objective(&moved);
        if reached - objective >= 1e-4 * length * step.slope {
            return Some((moved, reached));
        }
        length /= 2.0;
    }
    None
}

/// Whether words tell documents apart at all, beyond rounding.
fn informed(model: &Model, state: &State) -> bool {
    let (mut all, mut telling) = (0.0, 0.0);
    for word in 0..model.words {
        let mean: f64 = model.means(word, state).iter().sum();
        all += mean;
        telling += mean * state.beta[word] * state.beta[word];
    }
    telling > 1e-12 * all
}

/// A state some way along a step, with mean and spread of the positions as they must be.
fn along(state: &State, by: &State, length: f64) -> Option<State> {
    let add = |values: &[f64], by: &[f64]| -> Vec<f64> {
        values.iter().zip(by).map(|(value, by)| value + length * by).collect()
    };
    let mut theta = add(&state.theta, &by.theta);
    let (_, spread) = standardise(&mut theta);
    (spread > 0.0).then(|| State {
        alpha: add(&state.alpha, &by.alpha),
        psi: add(&state.psi, &by.psi),
        beta: add(&state.beta, &by.beta),
        theta,
    })
}

/// Gives positions mean 0 and standard deviation 1, and the first document `alpha` 0, by what
/// leaves all means of counts as they are.
fn restore(state: &mut State) -> Option<()> {
    let (mean, spread) = standardise(&mut state.theta);
    if !(spread > 0.0 && spread.is_finite()) {
        return None;
    }
    let first = state.alpha[0];
    state.alpha.iter_mut().for_each(|alpha| *alpha -= first);
    for (psi, beta) in state.psi.iter_mut().zip(&mut state.beta) {
        *psi += *beta * mean + first;
        *beta *= spread;
    }
    Some(())
}

/// The best `psi` and `beta` of each word for the documents as they are: a concave problem in two
/// variables.
fn improve_words(model: &Model, state: &mut State) {
    let State { alpha, psi, beta, theta } = state;
    for (word, (psi, beta)) in psi.iter_mut().zip(beta).enumerate() {
        let start = [*psi, *beta];
        [*psi, *beta] = regress(model.row(word), alpha, theta, start, model.precision);
    }
}

/// The best `alpha` and `theta` of each document for the words as they are.
fn improve_documents(model: &Model, state: &mut State) {
    let mut counts = vec![0.0; model.words];
    for i in 0..model.documents {
        for (word, count) in counts.iter_mut().enumerate() {
            *count = model.row(word)[i];
        }
        let start = [state.alpha[i], state.theta[i]];
        [state.alpha[i], state.theta[i]] = regress(&counts, &state.psi, &state.beta, start, 1e-3);
    }
}

/// How strongly parameters are held near to where they are while words and documents take turns, in
/// counts: a document all of whose words stand at one end would run away before the scale is
/// restored.
const HOLD: f64 = 1.0;

/// Poisson regression on a constant and one variable, with a normal prior of the slope and both held
/// near to their start. A few damped Newton steps: the exact maximum is not needed yet.
fn regress(
    counts: &[f64],
    offsets: &[f64],
    variable: &[f64],
    start: [f64; 2],
    precision: f64,
) -> [f64; 2] {
    let value = |at: [f64; 2]| {
        let fit: f64 = (counts.iter().zip(offsets).zip(variable))
            .map(|((count, offset), x)| {
                let log = offset + at[0] + at[1] * x;
                count * log - libm::exp(log)
            })
            .sum();
        let away = [at[0] - start[0], at[1] - start[1]];
        let held = HOLD * (away[0] * away[0] + away[1] * away[1]);
        fit - (precision * at[1] * at[1] + held) / 2.0
    };
    let (mut at, mut best) = (start, value(start));
    for _ in 0..6 {
        let (mut a, mut b, mut c) = (HOLD, 0.0, precision + HOLD);
        let mut first = HOLD * (start[0] - at[0]);
        let mut second = HOLD * (start[1] - at[1]) - precision * at[1];
        for ((count, offset), x) in counts.iter().zip(offsets).zip(variable) {
            let mean = libm::exp(offset + at[0] + at[1] * x);
            a += mean;
            b += mean * x;
            c += mean * x * x;
            first += count - mean;
            second += (count - mean) * x;
        }
        let determinant = a * c - b * b;
        let by = [(c * first - b * second) / determinant, (a * second - b * first) / determinant];
        let mut length = 1.0;
        let moved = loop {
            let moved = [at[0] + length * by[0], at[1] + length * by[1]];
            let reached = value(moved);
            if reached > best {
                break Some((moved, reached));
            }
            length /= 2.0;
            if length < 1e-6 {
                break None;
            }
        };
        match moved {
            Some((moved, reached)) => {
                let gained = reached - best;
                (at, best) = (moved, reached);
                if gained < 1e-9 * (1.0 + best.abs()) {
                    break;
                }
            }
            None => break,
        }
    }
    at
}
