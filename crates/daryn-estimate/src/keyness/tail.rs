//! The upper tail of the chi-square distribution with one degree of freedom.

/// A probability that may be too small for a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare1 {
    /// The probability; zero where it is below about 1e-308.
    pub p: f64,
    /// Its decimal logarithm with the sign turned, exact however small it is: 12 means 1e-12.
    pub minus_log10: f64,
}

/// The probability that a chi-square variable with one degree of freedom is at least `x`:
/// `erfc(sqrt(x/2))`. Not a number where `x` is not; 1 where `x` is not positive.
///
/// Relative error below 1e-13 in `p` as long as it is a normal number, and in `minus_log10`.
pub fn chi_square_tail(x: f64) -> ChiSquare1 {
    if x.is_nan() {
        return ChiSquare1 { p: f64::NAN, minus_log10: f64::NAN };
    }
    if x <= 0.0 {
        return ChiSquare1 { p: 1.0, minus_log10: 0.0 };
    }
    let half = x / 2.0;
    let z = half.sqrt();
    if z < 3.0 {
        let p = libm::erfc(z);
        return ChiSquare1 { p, minus_log10: -libm::log10(p) };
    }
    // exp(-x/2) and not exp(-z*z): the square of a rounded root has lost digits.
    let scaled = scaled_erfc(z);
    let p = libm::exp(-half) * scaled;
    ChiSquare1 { p, minus_log10: half * std::f64::consts::LOG10_E - libm::log10(scaled) }
}

/// `exp(z^2) erfc(z)` for `z` of 3 and more, by the continued fraction
/// `1/sqrt(pi) 1/(z + (1/2)/(z + 1/(z + (3/2)/(z + ...))))` (Abramowitz & Stegun 7.1.14), from the
/// end: at 3 it has converged after 60 steps, and sooner beyond.
fn scaled_erfc(z: f64) -> f64 {
    let tail = (1..=80).rev().fold(z, |rest, k| z + f64::from(k) / 2.0 / rest);
    1.0 / (std::f64::consts::PI.sqrt() * tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        // erfc(sqrt(x/2)) by mpmath with 40 digits.
        for (x, p, minus_log10) in [
            (0.5, 0.479_500_122_186_953_5, 0.319_211_277_825_720_33),
            (15.0, 1.075_111_767_295_005_6e-4, 3.968_546_384_682_036),
            (18.5, 1.699_042_994_762_099e-5, 4.769_795_631_047_568),
            (41.859852, 9.805_545_913_639_357e-11, 10.008_528_222_426_462),
            (129.665256, 4.850_522_888_981_667e-30, 29.314_211_441_694_88),
            (1400.0, 2.101_014_516_264_217_5e-306, 305.677_570_946_969_74),
            (1e4, 0.0, 2_173.570_512_873_370_4),
            (1e6, 0.0, 217_150.339_011_998_72),
        ] {
            let found = chi_square_tail(x);
            assert!((found.p - p).abs() <= 1e-13 * p, "{x}: {found:?}");
            let difference = found.minus_log10 - minus_log10;
            assert!(difference.abs() <= 1e-14 * minus_log10, "{x}: {found:?}");
        }
    }

    #[test]
    fn both_ways_agree_where_they_meet() {
        for x in [18.0001_f64, 25.0, 60.0, 200.0, 900.0] {
            let tail = chi_square_tail(x);
            let direct = libm::erfc((x / 2.0).sqrt());
            assert!((tail.p / direct - 1.0).abs() < 1e-12, "{x}");
            assert!((tail.minus_log10 + libm::log10(direct)).abs() < 1e-12 * tail.minus_log10);
        }
    }

    #[test]
    fn what_has_no_tail() {
        assert_eq!(chi_square_tail(0.0), ChiSquare1 { p: 1.0, minus_log10: 0.0 });
        assert!(chi_square_tail(f64::NAN).p.is_nan());
    }
}
