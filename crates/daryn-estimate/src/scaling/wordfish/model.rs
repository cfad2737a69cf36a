//! The model: objective, gradient, and the equations of a Newton step.

use super::super::algebra::{cholesky, solve, tangent_basis};
use super::CountTable;

/// Counts of words that occur, and the prior.
pub(super) struct Model {
    pub(super) documents: usize,
    pub(super) words: usize,
    /// Place in the table of each word.
    pub(super) places: Vec<usize>,
    /// Of the first word its counts in all documents, then of the second.
    pub(super) counts: Vec<f64>,
    /// One over the variance of the prior of `beta`.
    pub(super) precision: f64,
}

/// Parameters: of documents `alpha` and `theta`, of words `psi` and `beta`.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) alpha: Vec<f64>,
    pub(super) psi: Vec<f64>,
    pub(super) beta: Vec<f64>,
    pub(super) theta: Vec<f64>,
}

impl State {
    /// Turns the scale round.
    pub(super) fn turn(&mut self) {
        self.beta.iter_mut().chain(&mut self.theta).for_each(|value| *value = -*value);
    }
}

/// Mean 0 and standard deviation 1 (n-1). Gives what both were.
pub(super) fn standardise(values: &mut [f64]) -> (f64, f64) {
    let number = values.len() as f64;
    let mean = values.iter().sum::<f64>() / number;
    values.iter_mut().for_each(|value| *value -= mean);
    let squares: f64 = values.iter().map(|value| value * value).sum();
    let spread = (squares / (number - 1.0)).sqrt();
    values.iter_mut().for_each(|value| *value /= spread);
    (mean, spread)
}

/// Which second derivatives are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Curvature {
    /// Those of the objective.
    Observed,
    /// Their expectations, which always give a way up.
    Expected,
}

/// A step, and what is known of the place where it begins.
pub(super) struct Step {
    pub(super) by: State,
    /// What the objective would gain at first, per unit of the step.
    pub(super) slope: f64,
    /// Largest absolute component of the gradient, in the directions in which parameters can move.
    pub(super) gradient: f64,
    /// Covariance of the positions.
    pub(super) covariance: Vec<f64>,
}

impl Model {
    pub(super) fn new(table: &CountTable, prior_sd: f64) -> Model {
        let documents = table.documents();
        let count = |document: usize, word: usize| table.row(document)[word];
        let places: Vec<usize> = (0..table.words())
            .filter(|word| (0..documents).any(|document| count(document, *word) > 0))
            .collect();
        let counts = places
            .iter()
            .flat_map(|word| (0..documents).map(|document| count(document, *word) as f64))
            .collect();
        let precision = 1.0 / (prior_sd * prior_sd);
        Model { documents, words: places.len(), places, counts, precision }
    }

    pub(super) fn row(&self, word: usize) -> &[f64] {
        &self.counts[word * self.documents..(word + 1) * self.documents]
    }

    pub(super) fn objective(&self, state: &State) -> f64 {
        (0..self.words).map(|word| self.objective_of(word, state)).sum()
    }

    /// The part of the objective that belongs to a word.
    pub(super) fn objective_of(&self, word: usize, state: &State) -> f64 {
        let (psi, beta) = (state.psi[word], state.beta[word]);
        let fit: f64 = (self.row(word).iter().zip(&state.alpha).zip(&state.theta))
            .map(|((count, alpha), theta)| {
                let log = alpha + psi + beta * theta;
                count * log - libm::exp(log)
            })
            .sum();
        fit - beta * beta * self.precision / 2.0
    }

    /// Means of a word in all documents.
    pub(super) fn means(&self, word: usize, state: &State) -> Vec<f64> {
        let (psi, beta) = (state.psi[word], state.beta[word]);
        (state.alpha.iter().zip(&state.theta))
            .map(|(alpha, theta)| libm::exp(alpha + psi + beta * theta))
            .collect()
    }

    /// Pearson's chi-square over its degrees of freedom; each word and document takes as many as
    /// it has parameters.
    pub(super) fn dispersion(&self, state: &State) -> Option<f64> {
        let (n, m) = (self.documents, self.words);
        let freedom = (n * m).checked_sub(2 * m + 2 * n - 3).filter(|freedom| *freedom > 0)?;
        let pearson: f64 = (0..m)
            .flat_map(|word| {
                let means = self.means(word, state);
                (0..n).map(move |i| {
                    let difference = self.row(word)[i] - means[i];
                    difference * difference / means[i]
                })
            })
            .sum();
        Some(pearson / freedom as f64)
    }

    /// The Newton step at a state whose positions are standardised. The words are eliminated one by
    /// one, since no two of them stand in one equation; what remains are equations of the documents
    /// alone, in the directions that keep mean and spread of the positions and the first `alpha`.
    /// `None` where the curvature is not that of a maximum.
    ///
    /// `damping` is added to the curvature of every parameter: it keeps a step short where counts
    /// say almost nothing of some of them (Levenberg).
    pub(super) fn step(&self, state: &State, curvature: Curvature, damping: f64) -> Option<Step> {
        let (n, size) = (self.documents, 2 * self.documents);
        let mut words = Vec::with_capacity(self.words);
        let (mut matrix, mut right) = (vec![0.0; size * size], vec![0.0; size]);
        let mut gradient = vec![0.0; size];
        let mut cross = vec![[0.0; 2]; size];
        for word in 0..self.words {
            let mut equations = self.equations(word, state, curvature, &mut cross, &mut gradient);
            equations.matrix[0] += damping;
            equations.matrix[2] += damping;
            for (column, c) in cross.iter().enumerate() {
                let solved = equations.solve(*c);
                right[column] -= solved[0] * equations.right[0] + solved[1] * equations.right[1];
                let into = &mut matrix[column * size..column * size + column + 1];
                for (cell, other) in into.iter_mut().zip(&cross) {
                    *cell -= solved[0] * other[0] + solved[1] * other[1];
                }
            }
            for i in 0..n {
                // The means of the word, and its share in the equations of the documents.
                let (mean, beta) = (cross[i][0], state.beta[word]);
                matrix[i * size + i] += mean;
                matrix[(n + i) * size + i] += mean * beta;
                matrix[(n + i) * size + n + i] += mean * beta * beta;
            }
            words.push(equations);
        }
        // The gradient of the positions across their sphere bends every way along it.
        let along: f64 = gradient[n..].iter().zip(&state.theta).map(|(g, x)| g * x).sum();
        let bend = along / state.theta.iter().map(|x| x * x).sum::<f64>();
        if curvature == Curvature::Observed || bend > 0.0 {
            (n..size).for_each(|at| matrix[at * size + at] += bend);
        }
        (0..size).for_each(|at| matrix[at * size + at] += damping);
        for row in 0..size {
            (row + 1..size).for_each(|column| {
                matrix[row * size + column] = matrix[column * size + row];
            });
        }
        (0..size).for_each(|at| right[at] += gradient[at]);

        let ways = ways(&state.theta);
        let reduced = ways.len();
        let images: Vec<Vec<f64>> = ways.iter().map(|way| image(&matrix, way)).collect();
        let small: Vec<f64> =
            ways.iter().flat_map(|way| images.iter().map(|image| dot(way, image))).collect();
        let lower = cholesky(&small, reduced)?;
        let solution = solve(&lower, &ways.iter().map(|way| dot(way, &right)).collect::<Vec<_>>());
        let mut documents = vec![0.0; size];
        for (way, length) in ways.iter().zip(&solution) {
            documents.iter_mut().zip(way).for_each(|(sum, x)| *sum += length * x);
        }

        let (mut psi, mut beta) = (vec![0.0; self.words], vec![0.0; self.words]);
        let mut slope = dot(&documents, &gradient);
        let mut largest = ways.iter().map(|way| dot(way, &gradient).abs()).fold(0.0, f64::max);
        let mut unused = vec![0.0; size];
        for (word, equations) in words.iter().enumerate() {
            self.equations(word, state, curvature, &mut cross, &mut unused);
            let mut rest = equations.right;
            for (c, moved) in cross.iter().zip(&documents) {
                rest[0] -= c[0] * moved;
                rest[1] -= c[1] * moved;
            }
            [psi[word], beta[word]] = equations.solve(rest);
            slope += psi[word] * equations.right[0] + beta[word] * equations.right[1];
            largest = largest.max(equations.right[0].abs()).max(equations.right[1].abs());
        }
        let theta = documents.split_off(n);
        let covariance = covariance(&lower, &ways, n);
        let by = State { alpha: documents, psi, beta, theta };
        Some(Step { by, slope, gradient: largest, covariance })
    }

    /// The two equations of a word; `cross` gets what binds them to the documents (`alpha` of all,
    /// then `theta` of all), and to the gradient of the documents is added what the word gives.
    fn equations(
        &self,
        word: usize,
        state: &State,
        curvature: Curvature,
        cross: &mut [[f64; 2]],
        gradient: &mut [f64],
    ) -> Equations {
        let (n, beta) = (self.documents, state.beta[word]);
        let mut found =
            Equations { matrix: [0.0, 0.0, self.precision], right: [0.0, -beta * self.precision] };
        let means = self.means(word, state);
        for (i, (count, mean)) in self.row(word).iter().zip(means).enumerate() {
            let (theta, rest) = (state.theta[i], count - mean);
            found.matrix[0] += mean;
            found.matrix[1] += mean * theta;
            found.matrix[2] += mean * theta * theta;
            found.right[0] += rest;
            found.right[1] += rest * theta;
            gradient[i] += rest;
            gradient[n + i] += rest * beta;
            let unexplained = if curvature == Curvature::Observed { rest } else { 0.0 };
            cross[i] = [mean, mean * theta];
            cross[n + i] = [mean * beta, mean * beta * theta - unexplained];
        }
        found
    }
}

/// Two equations with a symmetric positive definite matrix: first, mixed and second element.
struct Equations {
    matrix: [f64; 3],
    right: [f64; 2],
}

impl Equations {
    fn solve(&self, right: [f64; 2]) -> [f64; 2] {
        let [a, b, c] = self.matrix;
        let determinant = a * c - b * b;
        [(c * right[0] - b * right[1]) / determinant, (a * right[1] - b * right[0]) / determinant]
    }
}

/// The directions in which parameters of documents can move: every `alpha` but the first, then the
/// tangents of the positions.
fn ways(theta: &[f64]) -> Vec<Vec<f64>> {
    let n = theta.len();
    let lengths = (1..n).map(|i| {
        let mut way = vec![0.0; 2 * n];
        way[i] = 1.0;
        way
    });
    let positions = tangent_basis(theta).into_iter().map(|tangent| {
        let mut way = vec![0.0; n];
        way.extend(tangent);
        way
    });
    lengths.chain(positions).collect()
}

/// The covariance of the positions: the inverse of the equations of the documents, along the
/// tangents.
fn covariance(lower: &[f64], ways: &[Vec<f64>], n: usize) -> Vec<f64> {
    let mut covariance = vec![0.0; n * n];
    // Of each document its share in the tangents, and what the inverse makes of it.
    let rows: Vec<Vec<f64>> = (0..n).map(|i| ways.iter().map(|way| way[n + i]).collect()).collect();
    for (j, row) in rows.iter().enumerate() {
        let solved = solve(lower, row);
        for (i, other) in rows.iter().enumerate() {
            covariance[i * n + j] = dot(other, &solved);
        }
    }
    covariance
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn image(matrix: &[f64], vector: &[f64]) -> Vec<f64> {
    matrix.chunks_exact(vector.len()).map(|row| dot(row, vector)).collect()
}
