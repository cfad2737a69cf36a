//! Tests of the real program, all in one binary so that it is linked once.
//!
//! [`sample`] makes small studies and runs daryn on them; every other module is about one thing
//! that a user does or suffers.

mod check;
mod closed_pipe;
mod help;
mod kill;
mod new;
mod run;
mod sample;
mod schema;
mod status;
mod verify;
mod why;
