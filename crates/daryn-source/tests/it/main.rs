//! The crate against a server that answers as it is told.
//!
//! Shapes are those of the design notes, with invented values; none was taken from a live service.

mod answers;
pub(crate) mod mock;
mod network;
mod places;
mod sample;
mod secure;
