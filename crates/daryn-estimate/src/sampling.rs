//! Stratified random samples: drawing them, their weights, and how far estimates would move with
//! another draw.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Draws at random; the same seed gives the same draws.
#[derive(Debug, Clone)]
pub struct Sampler {
    random: ChaCha8Rng,
}

impl Sampler {
    /// A sampler with a seed.
    #[must_use]
    pub fn new(seed: u64) -> Sampler {
        Sampler { random: ChaCha8Rng::seed_from_u64(seed) }
    }

    /// A number below `bound`, each as likely as any other (Lemire 2019); 0 where there is none.
    fn below(&mut self, bound: u32) -> u32 {
        if bound == 0 {
            return 0;
        }
        let unfair = bound.wrapping_neg() % bound;
        loop {
            let product = u64::from(self.random.next_u32()) * u64::from(bound);
            if product as u32 >= unfair {
                return (product >> 32) as u32;
            }
        }
    }

    /// A simple random sample without replacement of the numbers below `population`, in rising
    /// order; all of them where `size` is not smaller. Sets of one size are equally likely
    /// (Floyd's algorithm, Bentley & Floyd 1987).
    pub fn without_replacement(&mut self, population: usize, size: usize) -> Vec<usize> {
        let size = size.min(population);
        let mut drawn = std::collections::BTreeSet::new();
        for last in population - size..population {
            let one = self.below(last as u32 + 1) as usize;
            if !drawn.insert(one) {
                drawn.insert(last);
            }
        }
        drawn.into_iter().collect()
    }
}

/// A part of a population of which units were drawn without replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// How many units it has.
    pub population: usize,
    /// Which units of the sample are of it, by place.
    pub units: Vec<usize>,
}

impl Stratum {
    /// How many units of the population a unit of the sample stands for.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.population as f64 / self.units.len() as f64
    }
}

/// Weights of the units of a sample; 0 for a unit of no stratum.
#[must_use]
pub fn weights(strata: &[Stratum], units: usize) -> Vec<f64> {
    let mut weights = vec![0.0; units];
    for stratum in strata {
        for unit in &stratum.units {
            weights[*unit] = stratum.weight();
        }
    }
    weights
}

/// Gives weights of the units of as many resamples as are asked for.
///
/// The rescaled bootstrap of Rao & Wu (1988) with n−1 draws of n units in each stratum, in the
/// form for weights (Rao, Wu & Yue 1992) and with the correction for a finite population: the
/// weight w of a unit that is drawn r times becomes w·(1 − λ + λ·r·n/(n−1)), with
/// λ = √(1 − n/N). The variance of a total over resamples has the usual unbiased estimate
/// Σ N²·(1 − n/N)·s²/n as its expectation. A stratum that was taken whole does not vary; one of
/// which a single unit was drawn cannot tell how it varies and is held fixed.
pub fn resample(
    strata: &[Stratum],
    units: usize,
    repeats: u32,
    seed: u64,
    mut each: impl FnMut(&[f64]),
) {
    let fixed = weights(strata, units);
    let mut sampler = Sampler::new(seed);
    let mut current = fixed.clone();
    let mut times = vec![0_u32; units];
    for _ in 0..repeats {
        for stratum in strata {
            let n = stratum.units.len();
            if n < 2 || n >= stratum.population {
                continue;
            }
            for unit in &stratum.units {
                times[*unit] = 0;
            }
            for _ in 0..n - 1 {
                times[stratum.units[sampler.below(n as u32) as usize]] += 1;
            }
            let part = (1.0 - n as f64 / stratum.population as f64).sqrt();
            for unit in &stratum.units {
                let drawn = f64::from(times[*unit]) * n as f64 / (n as f64 - 1.0);
                current[*unit] = fixed[*unit] * (1.0 - part + part * drawn);
            }
        }
        each(&current);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_set_of_a_size_is_as_likely_as_any_other() {
        let mut sampler = Sampler::new(7);
        let mut seen = std::collections::BTreeMap::new();
        for _ in 0..10_000 {
            *seen.entry(sampler.without_replacement(5, 2)).or_insert(0_u32) += 1;
        }
        assert_eq!(seen.len(), 10);
        // 1,000 each; the standard deviation is 30.
        assert!(seen.values().all(|times| (880..1120).contains(times)), "{seen:?}");
        assert_eq!(sampler.without_replacement(3, 9), [0, 1, 2]);
        assert!(sampler.without_replacement(0, 2).is_empty());
    }

    /// The variance of an estimated total over resamples is the textbook one (Cochran 1977,
    /// *Sampling Techniques*, 3rd ed., eq. 5.10 and 5.11), computed here from its formula.
    #[test]
    fn resampled_totals_vary_as_the_formula_says() {
        let strata = [
            Stratum { population: 40, units: vec![0, 1, 2, 3, 4] },
            Stratum { population: 9, units: vec![5, 6, 7] },
            Stratum { population: 2, units: vec![8, 9] },
            Stratum { population: 30, units: vec![10] },
        ];
        let values = [3.0, 8.0, 1.0, 4.0, 9.0, 2.0, 2.5, 7.0, 50.0, 90.0, 6.0];
        let total =
            |weights: &[f64]| -> f64 { weights.iter().zip(values).map(|(w, y)| w * y).sum() };
        let expected: f64 = strata[..2]
            .iter()
            .map(|stratum| {
                let (size, n) = (stratum.population as f64, stratum.units.len() as f64);
                let mean = stratum.units.iter().map(|unit| values[*unit]).sum::<f64>() / n;
                let squares = stratum.units.iter().map(|unit| (values[*unit] - mean).powi(2));
                let s2 = squares.sum::<f64>() / (n - 1.0);
                size * size * (1.0 - n / size) * s2 / n
            })
            .sum();
        let mut totals = Vec::new();
        resample(&strata, values.len(), 20_000, 3, |weights| totals.push(total(weights)));
        let mean = totals.iter().sum::<f64>() / totals.len() as f64;
        let variance =
            totals.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / (totals.len() - 1) as f64;
        let fixed = total(&weights(&strata, values.len()));
        // Standard errors over 20,000 resamples: about 1 % of the variance, .007 sd of the mean.
        assert!((variance / expected - 1.0).abs() < 0.04, "{variance} {expected}");
        assert!((mean - fixed).abs() < 0.03 * expected.sqrt(), "{mean} {fixed}");
        // No weight is ever negative, and those of a stratum that was taken whole stay.
        resample(&strata, values.len(), 200, 4, |weights| {
            assert!(weights.iter().all(|weight| *weight >= 0.0));
            assert_eq!((weights[8], weights[9], weights[10]), (1.0, 1.0, 30.0));
        });
    }
}
