//! The study folder and the engine that runs on it.
//!
//! [`folder`] reads what a researcher wrote and reports every problem at once. [`engine`] runs a
//! plan of stages with a content-addressed cache, [`lock`] records what was used, and [`world`]
//! is the only way to the disk.
//!
//! Architecture invariant: this crate knows nothing of chapters, sentences or pages; whoever makes
//! the plan hands it stages as functions of bytes.

pub mod cache;
pub mod check;
pub mod digest;
pub mod downloads;
pub mod engine;
pub mod folder;
pub mod lock;
pub mod scaffold;
pub mod schema;
pub mod status;
pub mod world;

pub use daryn_rows::{csv_file, toml_file};
pub use digest::Digest;
pub use engine::{Engine, Input, Plan, Stage};
pub use lock::Lock;
pub use world::{Disk, World};
