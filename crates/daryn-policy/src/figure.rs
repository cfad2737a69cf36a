//! Figures as data: what is drawn, with the claim behind every mark. Drawing is the report's work.

use daryn_model::record::Decimal;
use daryn_model::{Arg, Localized};
use serde::{Deserialize, Serialize};

/// A figure and the table that holds its data.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Figure {
    /// Name: `evolution.timeline`.
    pub id: String,
    /// Table behind the figure.
    pub table: String,
    /// Title in the study's words, where the title is not one of the program's.
    pub title: Localized,
    /// Names of the sources.
    pub sources: Vec<Localized>,
    /// What is drawn.
    pub marks: Marks,
}

/// What is drawn.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// Bars along a time axis.
    Timeline(Vec<Bar>),
    /// Filled and empty cells.
    Grid(Grid),
    /// Values against a time axis, one line a series.
    Lines(Lines),
    /// A value and its target on a scale from 0 to 1 of the target.
    Targets(Vec<TargetBar>),
    /// Shares that add up to 1, one row an item.
    Shares(Vec<ShareRow>),
    /// Growth rates on a scale that is cut into classes, one row a series.
    Progress(Vec<ProgressRow>),
}

/// A document on the time axis.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Bar {
    /// Claim behind it.
    pub claim: String,
    /// Label.
    pub label: Localized,
    /// First year, with the fraction of the day.
    pub from: f64,
    /// Last year, with the fraction of the day; open if none.
    pub to: Option<f64>,
    /// Code of the coverage.
    pub coverage: String,
    /// Code of the role.
    pub role: String,
}

/// Cells in rows and columns.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Grid {
    /// Heads of the columns.
    pub columns: Vec<Arg>,
    /// Rows.
    pub rows: Vec<GridRow>,
}

/// A row of cells.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GridRow {
    /// Label.
    pub label: Arg,
    /// Claim behind the row.
    pub claim: String,
    /// Cells.
    pub cells: Vec<GridCell>,
}

/// A cell.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GridCell {
    /// Claim behind it; none for an empty cell.
    pub claim: Option<String>,
    /// Number in it; 0 is drawn as an empty cell.
    pub count: i64,
    /// Drawn hollow: weaker than the others (proposals, retrospect).
    pub hollow: bool,
}

/// Lines over time.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Lines {
    /// Unit of all of them.
    pub unit: Localized,
    /// The lines, the country's first.
    pub lines: Vec<Line>,
    /// Events in the order of time; none in a chart without the country.
    pub events: Vec<EventMark>,
    /// Claims that belong beside the figure and have no mark.
    pub notes: Vec<String>,
}

/// An event beside the lines. The value of a year stands at the middle of the year.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EventMark {
    /// Claim behind it.
    pub claim: String,
    /// Label.
    pub label: Localized,
    /// When it happened or began.
    pub from: f64,
    /// When it ended; a moment if none.
    pub to: Option<f64>,
    /// Whether it came from outside the policy.
    pub shock: bool,
}

/// One series.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    /// Claim behind it.
    pub claim: String,
    /// Label at its end.
    pub label: Localized,
    /// Whether it is a series of the study's country.
    pub own: bool,
    /// Years and values.
    pub points: Vec<(i32, f64)>,
    /// Years of points that are rounded, provisional or estimated: drawn hollow.
    pub weak: Vec<i32>,
    /// Years before whose points the series breaks.
    pub breaks: Vec<i32>,
}

/// A target and the value last seen.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TargetBar {
    /// Claim behind it.
    pub claim: String,
    /// Label.
    pub label: Localized,
    /// Value over target; none where nothing can be compared.
    pub share: Option<f64>,
    /// Code of the state.
    pub state: String,
    /// The value.
    pub value: Arg,
    /// The target.
    pub target: Arg,
    /// Year of the target.
    pub year: i64,
}

/// An item and its shares.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ShareRow {
    /// Claim behind it.
    pub claim: String,
    /// Label.
    pub label: Localized,
    /// Shares by rank.
    pub shares: Vec<f64>,
}

/// A series with its growth rates.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProgressRow {
    /// Code of the SDG indicator; rows of one code stand together.
    pub code: String,
    /// Name of the indicator.
    pub indicator: Localized,
    /// Area.
    pub area: Localized,
    /// Whether it is a series of the study's country.
    pub own: bool,
    /// First and last year of the series.
    pub years: (i32, i32),
    /// Its rates.
    pub marks: Vec<ProgressMark>,
}

/// A growth rate of one period.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProgressMark {
    /// Claim behind it.
    pub claim: String,
    /// Whether the period is the long one.
    pub long: bool,
    /// Percent a year, positive towards the goal.
    pub towards: f64,
    /// Percent a year as it is shown.
    pub rate: Decimal,
}
