//! Figures of editions of acts, as data.

use daryn_model::record::Decimal;
use daryn_model::{Arg, Localized};
use serde::{Deserialize, Serialize};

use super::AttentionGroup;

/// Editions of one act beside each other.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HeatPanel {
    /// The act.
    pub name: Localized,
    /// Whether it is of the wider register, not of the documents of the question.
    pub register: bool,
    /// Its editions.
    pub editions: Vec<Arg>,
    /// Rows in groups.
    pub groups: Vec<AttentionGroup>,
}

/// Units of one act.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LifePanel {
    /// The act.
    pub name: Localized,
    /// Whether it is of the wider register, not of the documents of the question.
    pub register: bool,
    /// Its editions.
    pub editions: Vec<Arg>,
    /// Rows: units that were not changed together, the others in the order of the act.
    pub rows: Vec<LifeRow>,
}

/// The life of a unit, or of several that have the same one. Numbers are places of editions.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LifeRow {
    /// Claim behind it.
    pub claim: String,
    /// What the unit is: article, point or leaf.
    pub unit: String,
    /// Its number; empty for several units.
    pub label: Arg,
    /// How many units.
    pub count: i64,
    /// Where it stands first.
    pub first: usize,
    /// Where it stands last.
    pub last: usize,
    /// Where its words changed.
    pub edited: Vec<usize>,
    /// Where it left its place.
    pub moved: Vec<usize>,
}

/// Units of one act by what they are in each edition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Alluvial {
    /// The act.
    pub name: Localized,
    /// Whether it is of the wider register, not of the documents of the question.
    pub register: bool,
    /// What is counted.
    pub unit: Arg,
    /// A column an edition.
    pub columns: Vec<AlluvialColumn>,
    /// Bands between a column and the next one.
    pub ribbons: Vec<AlluvialRibbon>,
}

/// An edition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AlluvialColumn {
    /// The edition.
    pub head: Arg,
    /// Its units in groups.
    pub nodes: Vec<AlluvialNode>,
}

/// Units of one status in an edition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AlluvialNode {
    /// Claim behind it.
    pub claim: String,
    /// The status.
    pub label: Arg,
    /// How many.
    pub count: i64,
    /// Whether they stand there no more: drawn hollow.
    pub gone: bool,
}

/// Units between two groups.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AlluvialRibbon {
    /// Claim behind it.
    pub claim: String,
    /// Place of the column where it begins.
    pub column: usize,
    /// Place of the group where it begins.
    pub from: usize,
    /// Place of the group in the next column.
    pub to: usize,
    /// How many.
    pub count: i64,
}

/// Provisions of one act that changed most.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChangePanel {
    /// The act.
    pub name: Localized,
    /// Whether it is of the wider register, not of the documents of the question.
    pub register: bool,
    /// What a provision is.
    pub unit: Arg,
    /// The provisions, the one that changed most first.
    pub bars: Vec<ChangeBar>,
}

/// A provision.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChangeBar {
    /// Claim behind it.
    pub claim: String,
    /// Its number.
    pub label: Arg,
    /// What became of it.
    pub note: Arg,
    /// Percent of words that changed.
    pub share: Decimal,
}
