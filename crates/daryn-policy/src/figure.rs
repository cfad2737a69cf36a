//! Figures as data: what is drawn, with the claim behind every mark. Drawing is the report's work.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::Decimal;
use daryn_model::records::Observation;
use daryn_model::{Arg, Localized, Study};
use serde::{Deserialize, Serialize};

mod lines;

pub use lines::*;

/// A figure and the table that holds its data.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Figure {
    /// Name: `evolution.timeline`.
    pub id: String,
    /// Table behind the figure.
    pub table: String,
    /// Title in the study's words, where the title is not one of the program's.
    pub title: Localized,
    /// Where its points come from; empty where it shows no statistics.
    pub sources: Vec<Origin>,
    /// What is drawn.
    pub marks: Marks,
}

/// A source of points.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Origin {
    /// Its name.
    pub name: Localized,
    /// Number of points by release; the name is empty where none is known.
    pub vintages: BTreeMap<String, i64>,
    /// Number of points by the code of their status; the code is empty where the source gives none.
    pub statuses: BTreeMap<String, i64>,
}

/// Where points come from, in the order of the points. A point that comes twice is one.
pub fn origins<'a>(
    study: &Study,
    points: impl IntoIterator<Item = &'a Observation>,
) -> Vec<Origin> {
    let mut origins: Vec<Origin> = Vec::new();
    let mut seen = BTreeSet::new();
    for row in points.into_iter().filter(|row| seen.insert(row.key())) {
        let source = study.sources.iter().find(|source| source.id == row.source);
        let name = source.map_or_else(|| Localized::same(&row.source.0), |own| own.name.clone());
        let place = origins.iter().position(|origin| origin.name == name);
        let place = place.unwrap_or_else(|| {
            let (vintages, statuses) = (BTreeMap::new(), BTreeMap::new());
            origins.push(Origin { name, vintages, statuses });
            origins.len() - 1
        });
        let origin = &mut origins[place];
        *origin.vintages.entry(row.vintage.clone().unwrap_or_default()).or_default() += 1;
        let status = row.status.map_or("", |status| status.code());
        *origin.statuses.entry(status.to_owned()).or_default() += 1;
    }
    origins
}

/// What is drawn.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// Bars along a time axis.
    Timeline(Vec<Bar>),
    /// Filled and empty cells.
    Grid(Grid),
    /// Known and unknown parts, in groups.
    Parts(Parts),
    /// Nodes with the links between them.
    Network(Network),
    /// Values against a time axis, one line a series.
    Lines(Lines),
    /// A value and its target on a scale from 0 to 1 of the target.
    Targets(Vec<TargetBar>),
    /// Numbers of practices, one scale a unit.
    Effects(Vec<EffectPanel>),
    /// Shares that add up to 1, one row an item.
    Shares(Vec<ShareRow>),
    /// Growth rates on a scale that is cut into classes, one row a series.
    Progress(Vec<ProgressRow>),
    /// Single values on scales with ends, one scale a unit.
    Scores(Vec<ScorePanel>),
    /// Ribbons between the country and its partners.
    Flows(Box<Flows>),
    /// Codings per 1,000 words, a column a text.
    Attention(Vec<AttentionPanel>),
    /// Words under codes per 1,000 words, a column an edition, an act apart from the others.
    Heat(Vec<HeatPanel>),
    /// Lives of the units of acts through their editions.
    Lives(Vec<LifePanel>),
    /// Units of acts by what they are in each edition.
    Alluvial(Vec<Alluvial>),
    /// Shares of changed words.
    Changed(Vec<ChangePanel>),
    /// Countries beside each other, one scale an indicator.
    Countries(Vec<CountryPanel>),
}

/// One indicator of several countries: one source, one definition, one period.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CountryPanel {
    /// The indicator.
    pub label: Localized,
    /// Unit of every value.
    pub unit: Localized,
    /// The period of every value.
    pub period: Arg,
    /// Source.
    pub source: Localized,
    /// Releases.
    pub vintages: Vec<String>,
    /// Rows, the highest value first; those without a comparable value last.
    pub rows: Vec<CountryRow>,
}

/// A country and its value.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CountryRow {
    /// Claim behind it.
    pub claim: String,
    /// Name of the country.
    pub label: Localized,
    /// Whether it is the country of the study.
    pub own: bool,
    /// The value; none where no comparable one was seen.
    pub value: Option<Decimal>,
}

/// Texts of one language beside each other.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AttentionPanel {
    /// The language.
    pub language: Arg,
    /// Labels of the texts in the order of time.
    pub columns: Vec<Localized>,
    /// Rows in groups.
    pub groups: Vec<AttentionGroup>,
}

/// Codes below one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AttentionGroup {
    /// Its name.
    pub label: Localized,
    /// A row a code.
    pub rows: Vec<AttentionRow>,
}

/// A code and its number in each text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AttentionRow {
    /// Name of the code.
    pub label: Localized,
    /// A cell a text.
    pub cells: Vec<AttentionCell>,
}

/// How often a code was given in a text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AttentionCell {
    /// Claim behind it.
    pub claim: String,
    /// Passages per 1,000 words; none where the code was not given.
    pub rate: Option<Decimal>,
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

/// Parts of things that are known or not, with a heading for each group.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Parts {
    /// Names of the parts.
    pub columns: Vec<Arg>,
    /// Groups.
    pub groups: Vec<PartGroup>,
}

/// Rows under one heading: the measures of a document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PartGroup {
    /// Heading.
    pub label: Localized,
    /// Code of the coverage of the document.
    pub coverage: String,
    /// Rows.
    pub rows: Vec<PartRow>,
}

/// A thing and its parts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PartRow {
    /// Label.
    pub label: Localized,
    /// Claim behind it.
    pub claim: String,
    /// Which parts are known.
    pub known: Vec<bool>,
    /// Drawn hollow: a proposal.
    pub hollow: bool,
}

/// Nodes in the order in which they stand, and links between them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Network {
    /// Nodes; those without a link stand last.
    pub nodes: Vec<NetworkNode>,
    /// Links.
    pub links: Vec<NetworkLink>,
    /// Claims about the whole, said below the drawing.
    pub notes: Vec<String>,
}

/// A node.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NetworkNode {
    /// Claim behind it.
    pub claim: String,
    /// Label.
    pub label: Localized,
    /// Its size.
    pub count: i64,
}

/// A link between two nodes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NetworkLink {
    /// Claim behind it.
    pub claim: String,
    /// Place of one end.
    pub from: usize,
    /// Place of the other end.
    pub to: usize,
    /// Its width.
    pub count: i64,
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

/// Numbers of one unit on one scale.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EffectPanel {
    /// The unit.
    pub unit: Localized,
    /// Rows, in the order of their kinds.
    pub rows: Vec<EffectRow>,
}

/// A number that was observed about a practice. The claim holds its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EffectRow {
    /// Claim behind it.
    pub claim: String,
    /// The practice.
    pub name: Localized,
    /// What is measured.
    pub outcome: Localized,
    /// Code of the kind.
    pub kind: String,
    /// Code of the grade.
    pub grade: String,
    /// Whether there is evidence of it; a row without is drawn without a mark.
    pub shown: bool,
    /// The value.
    pub value: Option<f64>,
    /// The range.
    pub range: Option<(f64, f64)>,
    /// What the programme aimed at.
    pub target: Option<f64>,
    /// Of how many.
    pub base: Option<f64>,
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
    /// How far its rank hangs on one input.
    pub ranges: RankRanges,
}

/// A rank and the ranks that are taken when one input changes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RankRanges {
    /// Claim behind it.
    pub claim: String,
    /// The rank.
    pub rank: usize,
    /// First and last rank with any one practice left out.
    pub by_practice: (usize, usize),
    /// First and last rank with the verdict on any one gap moved by one step.
    pub by_gap: (usize, usize),
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

/// Values of one unit: a row an indicator, a column an area.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ScorePanel {
    /// Name of the unit.
    pub unit: Localized,
    /// Lowest value of the scale.
    pub low: f64,
    /// Highest value of the scale.
    pub high: f64,
    /// Areas, the study's country first.
    pub columns: Vec<Localized>,
    /// Rows.
    pub rows: Vec<ScoreRow>,
}

/// An indicator and its values.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ScoreRow {
    /// The indicator.
    pub label: Localized,
    /// One cell a column; none where no value was seen.
    pub cells: Vec<Option<ScoreCell>>,
}

/// A value.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ScoreCell {
    /// Claim behind it.
    pub claim: String,
    /// The value.
    pub value: Decimal,
    /// Its year.
    pub year: i64,
}

/// Movements between the country and its partners in one period.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Flows {
    /// The country.
    pub country: Localized,
    /// The period of every number.
    pub period: Arg,
    /// Unit of every number.
    pub unit: Localized,
    /// What comes to the country; none where the flow has departures only.
    pub inward: Option<FlowSide>,
    /// What leaves the country; none where the flow has arrivals only.
    pub outward: Option<FlowSide>,
    /// Partners, those with most movement first; the rest of the total last.
    pub rows: Vec<FlowRow>,
}

/// A direction as a whole.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FlowSide {
    /// Claim about the largest partners, where one can be made.
    pub claim: Option<String>,
    /// What is counted.
    pub indicator: Localized,
    /// Its definition.
    pub definition: Localized,
    /// The release.
    pub vintage: Option<String>,
    /// Whether the source gives the total; it is the sum of the partners seen if not.
    pub given: bool,
    /// The total.
    pub total: Decimal,
}

/// A partner.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FlowRow {
    /// Its name; none for the rest.
    pub partner: Localized,
    /// Whether it is the total minus the partners seen.
    pub rest: bool,
    /// What comes from it; none where it was not seen.
    pub inward: Option<FlowEnd>,
    /// What goes to it; none where it was not seen.
    pub outward: Option<FlowEnd>,
}

/// A ribbon.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FlowEnd {
    /// Claim behind it.
    pub claim: String,
    /// Its number.
    pub value: Decimal,
    /// Derived, estimated or rounded: drawn hatched.
    pub weak: bool,
}
