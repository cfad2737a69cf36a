//! Tests of the real program, all in one binary so that it is linked once.
//!
//! [`sample`] makes small studies and runs daryn on them; every other module is about one thing
//! that a user does or suffers.

mod add;
mod adopt;
mod agree;
mod attention;
mod bad_input;
mod built_in;
mod check;
mod closed_pipe;
mod code;
mod compare;
mod count;
mod countries;
mod extracts;
mod features;
mod fetch;
mod flows;
mod git;
#[path = "../../../daryn-coding/tests/hand/grid.rs"]
mod grid;
mod help;
mod indicators;
mod keyness;
mod kill;
mod language;
mod levels;
mod lines;
mod measures;
mod measures_languages;
mod measures_review;
#[path = "../../../daryn-source/tests/it/mock.rs"]
mod mock;
mod new;
#[path = "../../../daryn-coding/tests/hand/office.rs"]
mod office;
mod planted;
mod projects;
mod read;
mod revisions;
mod run;
mod sample;
mod scale;
mod schema;
mod search;
mod second_study;
mod side_by_side;
mod stats;
mod stats_files;
mod status;
mod store;
mod texts;
mod tidy;
mod transfer;
mod validate;
mod verdicts;
mod verify;
mod why;
mod workbooks;
