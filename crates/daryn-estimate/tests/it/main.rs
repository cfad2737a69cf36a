//! Keyness and scaling, through what other crates see of them.

mod keyness;
#[path = "../verification/lbg.rs"]
mod lbg;
mod scaling;
