//! The little dense algebra that scaling needs. Matrices are square, symmetric, row after row.

/// The lower triangle `L` with `L L' = matrix`; `None` where the matrix is not positive definite.
pub(super) fn cholesky(matrix: &[f64], size: usize) -> Option<Vec<f64>> {
    let mut lower = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..=row {
            let (a, b) = (&lower[row * size..], &lower[column * size..]);
            let known: f64 = a[..column].iter().zip(&b[..column]).map(|(a, b)| a * b).sum();
            let rest = matrix[row * size + column] - known;
            lower[row * size + column] = if row == column {
                // What is left of the diagonal must be more than rounding.
                if rest.is_nan() || rest <= 1e-13 * matrix[row * size + row].abs() {
                    return None;
                }
                rest.sqrt()
            } else {
                rest / lower[column * size + column]
            };
        }
    }
    Some(lower)
}

/// The solution `x` of `L L' x = right`.
pub(super) fn solve(lower: &[f64], right: &[f64]) -> Vec<f64> {
    let size = right.len();
    let mut x = right.to_vec();
    for row in 0..size {
        let known: f64 = (0..row).map(|k| lower[row * size + k] * x[k]).sum();
        x[row] = (x[row] - known) / lower[row * size + row];
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|k| lower[k * size + row] * x[k]).sum();
        x[row] = (x[row] - known) / lower[row * size + row];
    }
    x
}

/// Vectors of length one that are at right angles to each other, to `(1, ..., 1)` and to a vector
/// whose mean is zero: the directions in which positions can move without changing mean and, at
/// first, spread. By two reflections (Householder).
pub(super) fn tangent_basis(theta: &[f64]) -> Vec<Vec<f64>> {
    let size = theta.len();
    let first = reflection(&vec![1.0; size], 0);
    let mut turned = theta.to_vec();
    reflect(&first, &mut turned);
    let second = reflection(&turned, 1);
    (2..size)
        .map(|axis| {
            let mut vector = vec![0.0; size];
            vector[axis] = 1.0;
            reflect(&second, &mut vector);
            reflect(&first, &mut vector);
            vector
        })
        .collect()
}

/// The normal of the plane in which a vector, from a place on, is mirrored onto an axis.
fn reflection(vector: &[f64], from: usize) -> Vec<f64> {
    let mut normal = vec![0.0; vector.len()];
    normal[from..].copy_from_slice(&vector[from..]);
    let length = normal.iter().map(|x| x * x).sum::<f64>().sqrt();
    normal[from] += if normal[from] < 0.0 { -length } else { length };
    normal
}

fn reflect(normal: &[f64], vector: &mut [f64]) {
    let square: f64 = normal.iter().map(|x| x * x).sum();
    if square > 0.0 {
        let along: f64 = normal.iter().zip(&*vector).map(|(a, b)| a * b).sum();
        let factor = 2.0 * along / square;
        vector.iter_mut().zip(normal).for_each(|(x, normal)| *x -= factor * normal);
    }
}

/// Eigenvectors of a symmetric matrix by falling eigenvalue (Jacobi's rotations).
pub(super) fn eigenvectors(mut matrix: Vec<f64>, size: usize) -> Vec<Vec<f64>> {
    let mut vectors = vec![0.0; size * size];
    (0..size).for_each(|k| vectors[k * size + k] = 1.0);
    let whole: f64 = matrix.iter().map(|x| x * x).sum();
    for _ in 0..60 {
        let off: f64 = (0..size)
            .flat_map(|row| (0..row).map(move |column| row * size + column))
            .map(|at| matrix[at] * matrix[at])
            .sum();
        if off <= 1e-28 * whole {
            break;
        }
        for p in 0..size {
            for q in p + 1..size {
                rotate(&mut matrix, &mut vectors, size, p, q);
            }
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|a, b| matrix[b * size + b].total_cmp(&matrix[a * size + a]));
    order.iter().map(|k| (0..size).map(|row| vectors[row * size + k]).collect()).collect()
}

/// Turns the plane of two axes so that their element becomes zero.
fn rotate(matrix: &mut [f64], vectors: &mut [f64], size: usize, p: usize, q: usize) {
    let element = matrix[p * size + q];
    if element == 0.0 {
        return;
    }
    let ratio = (matrix[q * size + q] - matrix[p * size + p]) / (2.0 * element);
    let sign = if ratio < 0.0 { -1.0 } else { 1.0 };
    let tangent = sign / (ratio.abs() + (ratio * ratio + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    let turn = |values: &mut [f64], a: usize, b: usize| {
        let (x, y) = (values[a], values[b]);
        values[a] = cosine * x - sine * y;
        values[b] = sine * x + cosine * y;
    };
    for k in 0..size {
        turn(matrix, k * size + p, k * size + q);
        turn(vectors, k * size + p, k * size + q);
    }
    for k in 0..size {
        turn(matrix, p * size + k, q * size + k);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(a: &[f64], b: &[f64]) -> f64 {
        a.iter().zip(b).map(|(a, b)| a * b).sum()
    }

    #[test]
    fn a_system_is_solved() {
        let matrix = [4.0, 2.0, 0.5, 2.0, 5.0, 1.0, 0.5, 1.0, 3.0];
        let x = solve(&cholesky(&matrix, 3).expect("positive definite"), &[1.0, -2.0, 0.25]);
        for (row, right) in [1.0, -2.0, 0.25].iter().enumerate() {
            assert!((dot(&matrix[row * 3..row * 3 + 3], &x) - right).abs() < 1e-14);
        }
        assert!(cholesky(&[1.0, 2.0, 2.0, 1.0], 2).is_none());
        assert!(cholesky(&[1.0, 1.0, 1.0, 1.0], 2).is_none());
    }

    #[test]
    fn directions_are_at_right_angles() {
        let theta = [-1.0, 0.25, 0.75, 2.0, -2.0];
        let basis = tangent_basis(&theta);
        assert_eq!(basis.len(), 3);
        for (at, vector) in basis.iter().enumerate() {
            assert!(vector.iter().sum::<f64>().abs() < 1e-14 && dot(vector, &theta).abs() < 1e-14);
            for (other, with) in basis.iter().enumerate() {
                let expected = if at == other { 1.0 } else { 0.0 };
                assert!((dot(vector, with) - expected).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn eigenvectors_are_stretched_only() {
        let matrix = [4.0, 1.0, 0.0, 1.0, 3.0, -2.0, 0.0, -2.0, 1.0];
        let vectors = eigenvectors(matrix.to_vec(), 3);
        let mut last = f64::INFINITY;
        for vector in vectors {
            let image: Vec<f64> =
                (0..3).map(|row| dot(&matrix[row * 3..row * 3 + 3], &vector)).collect();
            let value = dot(&image, &vector);
            assert!(value <= last);
            last = value;
            assert!(image.iter().zip(&vector).all(|(a, b)| (a - value * b).abs() < 1e-12));
        }
    }
}
