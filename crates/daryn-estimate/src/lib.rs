//! Estimators: numbers in, numbers with their uncertainty out.
//!
//! Pure numerics, usable alone: no input, no output, no clock; randomness only from a seed that the
//! caller gives. What cannot be computed is told with its reason, never as a number.

pub mod agreement;
pub mod keyness;
pub mod sampling;
pub mod scaling;
