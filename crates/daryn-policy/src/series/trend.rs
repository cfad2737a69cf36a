//! The median of pairwise slopes.

/// Fewest yearly values of a slope.
pub const FEWEST: usize = 8;

/// Quantile of the standard normal distribution for an interval of 95 percent.
const NORMAL: f64 = 1.959_963_984_540_054;

/// A slope with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// Median of the pairwise slopes.
    pub slope: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The estimator of Theil (1950, *Proc. KNAW* 53) and Sen (1968, *JASA* 63: 1379–1389): the median
/// of the slopes of all pairs, with the interval of Sen based on the variance of Kendall's S
/// (normal approximation, corrected for ties in the values). Ranks are rounded outwards.
///
/// `None` for fewer than [`FEWEST`] points. It describes; years are not a sample, and values that
/// depend on those before them make the interval too short.
pub fn theil_sen(points: &[(f64, f64)]) -> Option<Slope> {
    let n = points.len();
    if n < FEWEST {
        return None;
    }
    let mut slopes = Vec::with_capacity(n * (n - 1) / 2);
    for (place, (x, y)) in points.iter().enumerate() {
        for (later, value) in &points[place + 1..] {
            if later > x {
                slopes.push((value - y) / (later - x));
            }
        }
    }
    slopes.sort_by(f64::total_cmp);
    let slope = super::median(&slopes)?;
    let pairs = slopes.len() as f64;
    let half = NORMAL * libm::sqrt(variance(points));
    // The ranks count from 1.
    let below = libm::floor((pairs - half) / 2.0).max(1.0) as usize;
    let above = slopes.len() + 1 - below;
    Some(Slope { slope, low: slopes[below - 1], high: slopes[above - 1] })
}

/// Variance of Kendall's S where nothing goes with time.
fn variance(points: &[(f64, f64)]) -> f64 {
    let term = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let mut values: Vec<f64> = points.iter().map(|(_, value)| *value).collect();
    values.sort_by(f64::total_cmp);
    let ties: f64 =
        values.chunk_by(|a, b| a.total_cmp(b).is_eq()).map(|group| term(group.len() as f64)).sum();
    (term(points.len() as f64) - ties) / 18.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(values: &[f64]) -> Vec<(f64, f64)> {
        (1..).map(f64::from).zip(values.iter().copied()).collect()
    }

    #[test]
    fn the_slope_of_squares_agrees_with_a_computation_by_hand() {
        // The slope of a pair of squares is the sum of its years. The 28 sums of two of 1..=8 have
        // the median 9; var S = 8*7*21/18 = 65.33, so the interval runs from the 6th smallest sum
        // to the 6th largest: floor((28 - 1.96 * 8.083) / 2) = 6. They are 6 and 12.
        let squares = years(&[1.0, 4.0, 9.0, 16.0, 25.0, 36.0, 49.0, 64.0]);
        assert_eq!(theil_sen(&squares), Some(Slope { slope: 9.0, low: 6.0, high: 12.0 }));
    }

    #[test]
    fn one_outlier_does_not_move_the_median() {
        let line = years(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 80.0]);
        assert_eq!(theil_sen(&line).map(|slope| slope.slope), Some(1.0));
    }

    #[test]
    fn ties_lower_the_variance() {
        // One group of three among eight: (8*7*21 - 3*2*11) / 18.
        let tied = years(&[1.0, 1.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert!((variance(&tied) - 1110.0 / 18.0).abs() < 1e-12);
    }

    #[test]
    fn seven_values_have_no_slope() {
        assert_eq!(theil_sen(&years(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0])), None);
    }
}
