//! What agreement would be without one of the coders.

use super::alpha::Measured;
use super::profiles::Profiles;
use super::{Alpha, Metric, Ratings, Undefined};

/// Alpha of all coders but one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithoutCoder {
    /// Number of the coder that is left out.
    pub coder: u32,
    /// Alpha of the others.
    pub alpha: Result<Alpha, Undefined>,
}

/// Alpha without each coder that gave values. A coder without whom it is much higher uses the
/// categories in another way than the others.
pub fn without_each_coder(ratings: &Ratings, metric: Metric) -> Vec<WithoutCoder> {
    let columns = ratings.by_coder();
    let active: Vec<u32> =
        (0..columns.len() as u32).filter(|coder| !columns[*coder as usize].is_empty()).collect();
    let without = |left_out: u32| {
        let profiles = Profiles::of_some(ratings, |coder, _| coder != left_out);
        match profiles.len() {
            0 if active.len() < 3 => return Err(Undefined::OneCoder),
            0 => return Err(Undefined::NoPairs),
            1 => return Err(Undefined::OneUnit),
            _ => {}
        }
        let measured = Measured::new(&profiles, ratings.points(), metric)?;
        measured.alpha(&vec![1_u32; profiles.len()])
    };
    active.iter().map(|coder| WithoutCoder { coder: *coder, alpha: without(*coder) }).collect()
}
