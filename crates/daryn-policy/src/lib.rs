//! What the evidence of a study shows: the five chapters, findings and recommendations.
//!
//! Each chapter is a pure function from records to an [`Output`]: derived nodes of the ledger,
//! claims, tables and figures, all without words. Words are added by the report.
//!
//! Architecture invariants: counts of documents that were not read whole are lower bounds and are
//! never compared; proposals and rows from memory are never counted as contents of an act.

pub mod alignment;
pub mod attention;
pub mod effectiveness;
pub mod evidence;
pub mod evolution;
pub mod figure;
pub mod findings;
pub mod governance;
pub mod harmonised;
pub mod lines;
pub mod practice;
pub mod recommendations;
pub mod sdg;
pub mod series;

use daryn_model::{Claim, Node, Table};
use serde::{Deserialize, Serialize};

pub use figure::Figure;

/// What a chapter found.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Output {
    /// Derived nodes: estimates, findings, recommendations.
    pub nodes: Vec<Node>,
    /// Sentences.
    pub claims: Vec<Claim>,
    /// Tables; every row has its claim among [`Output::claims`].
    pub tables: Vec<Table>,
    /// Figures; every mark has its claim among [`Output::claims`].
    pub figures: Vec<Figure>,
}
