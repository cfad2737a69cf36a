//! Tests of the real program, all in one binary so that it is linked once.
//!
//! [`sample`] makes small studies and runs daryn on them; every other module is about one thing
//! that a user does or suffers.

mod add;
mod adopt;
mod agree;
mod bad_input;
mod built_in;
mod check;
mod closed_pipe;
mod count;
