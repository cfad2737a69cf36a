//! Many tests at once.

/// For each p-value the smallest rate of false discoveries at which its test would be a discovery
/// (q-value, adjusted p-value): `min over k >= rank of p(k) m / k`, at most 1.
///
/// Values that are no probabilities, such as NaN, were not tested: they have no q-value and do not
/// count in `m`. Equal p-values have equal q-values; the order of p-values is kept.
///
/// Benjamini & Hochberg 1995. It holds for independent and for positively dependent tests; counts
/// of words of one text are neither exactly.
pub fn false_discovery(p: &[f64]) -> Vec<Option<f64>> {
    let mut order: Vec<usize> = (0..p.len()).filter(|at| (0.0..=1.0).contains(&p[*at])).collect();
    order.sort_by(|x, y| p[*x].total_cmp(&p[*y]));
    let tested = order.len() as f64;
    let mut q = vec![None; p.len()];
    let mut least = 1.0_f64;
    for (at, index) in order.iter().enumerate().rev() {
        least = least.min(p[*index] * tested / (at + 1) as f64);
        q[*index] = Some(least);
    }
    q
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_paper() {
        // Benjamini & Hochberg 1995, section 3.2: at 0.05 the four smallest of 15 are discoveries.
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0000,
        ];
        let q = false_discovery(&p);
        assert_eq!(q.iter().flatten().filter(|q| **q <= 0.05).count(), 4);
        assert!((q[3].expect("tested") - 0.0095 * 15.0 / 4.0).abs() < 1e-15);
        assert_eq!(q[14], Some(1.0));
    }

    #[test]
    fn what_was_not_tested_does_not_count() {
        let q = false_discovery(&[0.02, f64::NAN, 0.01, 1.5, -0.1]);
        assert_eq!(q, [Some(0.02), None, Some(0.02), None, None]);
        assert!(false_discovery(&[]).is_empty());
    }
}
