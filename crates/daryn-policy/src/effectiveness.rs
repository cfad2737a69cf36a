//! Chapter 4, effectiveness: targets against values reached, and official series with comparators.
//!
//! Nothing here says that a policy caused anything: a value and a target stand side by side.

use daryn_model::record::{Decimal, Id};
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Date, Localized, Node, NodeKind, Study, Support, Table};
use serde::{Deserialize, Serialize};

use crate::Output;
use crate::evidence::{self, Words};
use crate::figure::{self, Figure, Line, Lines, Marks, TargetBar};
use crate::series::{self, Point};

pub mod compared;
pub mod conflicts;
pub mod countries;
pub mod events;
pub mod flows;
mod levels;

const CHAPTER: &str = "effectiveness";

/// How a target and the values seen stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The value of the target year is at the target or beyond.
    Reached,
    /// The value of the target year is short of the target.
    NotReached,
    /// The target year has come and its value was not seen.
    NoValue,
    /// The target year has not come.
    NotDue,
    /// The document ceased to be in force before the target year ended.
    Lapsed,
    /// No series that counts what the target means was seen.
    NotComparable,
}

impl State {
    /// Code in the catalogue and in tables.
    pub fn code(self) -> &'static str {
        match self {
            State::Reached => "reached",
            State::NotReached => "not_reached",
            State::NoValue => "no_value",
            State::NotDue => "not_due",
            State::Lapsed => "lapsed",
            State::NotComparable => "not_comparable",
        }
    }
}

/// A target with its measure and what was seen of it.
pub struct Judged<'a> {
    /// The target.
    pub target: &'a Target,
    /// Its measure.
    pub measure: &'a Measure,
    /// The value to be reached.
    pub wanted: &'a Decimal,
    /// The year of the value.
    pub year: i64,
    /// The last value up to that year.
    pub seen: Option<Point<'a>>,
    /// How they stand to each other.
    pub state: State,
    /// Whether the year of the value has come while the document was in force.
    pub due: bool,
    /// When the document ceased to be in force, where that was before the year of the value ended.
    pub ended: Option<Date>,
}

impl Judged<'_> {
    /// Name of the estimate that holds the judgement.
    pub fn estimate(&self) -> String {
        format!("estimate:target.{}", self.target.id)
    }
}

/// Judges every target that has a value, a year and a measure that was seen.
pub fn targets<'a>(study: &'a Study, observations: &'a [Observation]) -> Vec<Judged<'a>> {
    let today = study.head.as_of.or(study.head.seen_on).map(|date| i64::from(date.year));
    let mut judged = Vec::new();
    for target in &study.targets {
        let measure = study
            .measures
            .iter()
            .find(|row| row.id == target.measure && row.evidence_kind != EvidenceKind::Memory);
        let Some(measure) = measure else { continue };
        let (Some(wanted), Some(year)) = (&measure.target_value, measure.target_year) else {
            continue;
        };
        let seen = match &target.series {
            Some(id) if target.comparable => {
                series::between(observations, id, None, Some(year)).pop()
            }
            _ => None,
        };
        let document = study.documents.iter().find(|row| row.id == measure.document);
        let ended = document
            .and_then(|row| row.valid_to)
            .filter(|date| date.last_day() < last_day_of(year) && i64::from(date.year) <= year);
        // Without a day of reference nothing counts as due.
        let due = ended.is_none() && today.is_some_and(|today| year <= today);
        let state = match &seen {
            _ if ended.is_some() => State::Lapsed,
            _ if !target.comparable => State::NotComparable,
            _ if !due => State::NotDue,
            Some(point) if i64::from(point.year) == year => {
                let reached = match target.direction {
                    Direction::Down => point.value.value <= wanted.value,
                    _ => point.value.value >= wanted.value,
                };
                if reached { State::Reached } else { State::NotReached }
            }
            _ => State::NoValue,
        };
        judged.push(Judged { target, measure, wanted, year, seen, state, due, ended });
    }
    judged
}

/// Number of the last day of a year.
fn last_day_of(year: i64) -> i64 {
    i32::try_from(year)
        .map_or(i64::MAX, |year| Date { year, month: Some(12), day: Some(31) }.last_day())
}

/// The table of targets.
pub fn run_targets(study: &Study, observations: &[Observation]) -> Output {
    let words = Words::of(study);
    let mut output = Output::default();
    let mut table = Table::new(
        "targets",
        &[
            "target",
            "document",
            "measure",
            "evidence",
            "value",
            "unit",
            "year",
            "last_value",
            "last_year",
            "state",
            "reason",
        ],
    );
    let (mut bars, mut unmeasured) = (Vec::new(), Vec::new());
    let mut drawn: Vec<&Observation> = Vec::new();
    for judged in targets(study, observations) {
        let Judged { target, measure, wanted, year, seen, state, ended, .. } = &judged;
        let unit = match seen {
            Some(point) if measure.target_unit.is_empty() => words.unit(&point.row.unit.0),
            _ => measure.target_unit.clone(),
        };
        let value = Arg::Quantity((*wanted).clone(), unit);
        let last = Arg::maybe(seen.as_ref(), |p| words.quantity(p.value, &p.row.unit.0));
        let releases =
            seen.iter().flat_map(|point| point.others.iter().map(|row| evidence::observation(row)));
        let support = Support::one(evidence::measure(&measure.id))
            .and(seen.iter().map(Point::id))
            .and(releases);
        let node = Node::derived(
            NodeKind::Estimate,
            &format!("target.{}", target.id),
            measure.indicator_text.clone(),
            support,
        )
        .at(&target.at)
        .with("target", value.clone())
        .with("year", Arg::Year(*year))
        .with("value", last.clone())
        .with("value_year", Arg::maybe(seen.as_ref(), |p| Arg::Year(p.year.into())))
        .with("state", Arg::code("state", state.code()))
        .with("reason", Arg::text(&target.reason));
        let template = match (state, seen) {
            (State::NotDue, None) => "target-not-due-unseen".to_owned(),
            (State::NoValue, None) => "target-no-value-unseen".to_owned(),
            (State::Lapsed, None) => "target-lapsed-unseen".to_owned(),
            _ => format!("target-{}", state.code().replace('_', "-")),
        };
        let claim = Claim::new(
            CHAPTER,
            &format!("target.{}", target.id),
            &template,
            Support::one(node.id.clone()),
        )
        .with("text", Arg::text(&measure.text))
        .with("document", Arg::Text(words.short(&measure.document.0)))
        .with("evidence", Arg::code("evidence", measure.evidence_kind.code()))
        .with("target", value.clone())
        .with("year", Arg::Year(*year))
        .with("value", last.clone())
        .with("seen", Arg::maybe(seen.as_ref(), |p| Arg::Year(p.year.into())))
        .with("ended", Arg::maybe(*ended, |date| Arg::Date(date.to_string())))
        .with("reason", Arg::text(&target.reason));
        table.push(
            &claim,
            vec![
                Arg::plain(&target.id.0),
                Arg::Text(words.short(&measure.document.0)),
                Arg::text(&measure.text),
                Arg::code("evidence", measure.evidence_kind.code()),
                Arg::Number((*wanted).clone()),
                Arg::text(&measure.target_unit),
                Arg::Year(*year),
                Arg::maybe(seen.as_ref(), |p| Arg::Number(p.value.clone())),
                Arg::maybe(seen.as_ref(), |p| Arg::Year(p.year.into())),
                Arg::code("state", state.code()),
                Arg::text(&target.reason),
            ],
        );
        bars.push(TargetBar {
            claim: claim.id.clone(),
            label: measure.text.clone(),
            share: seen
                .as_ref()
                .filter(|_| wanted.value > 0.0)
                .map(|point| point.value.value / wanted.value),
            state: state.code().into(),
            value: last,
            target: value,
            year: *year,
        });
        drawn.extend(seen.iter().map(|point| point.row));
        output.claims.extend(need(study, &words, &judged, &node.id));
        if *state == State::NotComparable {
            unmeasured.push((node.id.clone(), Arg::text(&measure.text)));
        }
        output.nodes.push(node);
        output.claims.push(claim);
    }
    output.claims.extend(need_series(unmeasured));
    if !bars.is_empty() {
        output.figures.push(Figure {
            id: "effectiveness.targets".into(),
            table: "targets".into(),
            title: Localized::default(),
            sources: figure::origins(study, drawn),
            marks: Marks::Targets(bars),
        });
    }
    output.tables.push(table);
    output
}

/// What is missing where the value of the target's year was not seen.
fn need(study: &Study, words: &Words<'_>, judged: &Judged<'_>, node: &str) -> Option<Claim> {
    if judged.state != State::NoValue {
        return None;
    }
    let name = format!("need.{}", judged.target.id);
    let series = judged.target.series.as_ref();
    let row = study.observations.iter().find(|row| Some(&row.series) == series);
    let indicator = row.map(|row| Arg::Text(words.indicator(&row.indicator.0)));
    let id = Arg::maybe(series, |id| Arg::plain(&id.0));
    Some(
        Claim::new(CHAPTER, &name, "need-value", Support::one(node.to_owned()))
            .with("text", Arg::text(&judged.measure.text))
            .with("year", Arg::Year(judged.year))
            .with("series", indicator.unwrap_or_else(|| id.clone()))
            .with("id", id),
    )
}

/// What is missing where no series counts what a target means: one sentence for all of them.
fn need_series(unmeasured: Vec<(String, Arg)>) -> Option<Claim> {
    let (nodes, texts): (Vec<String>, Vec<Arg>) = unmeasured.into_iter().unzip();
    let count = Arg::Count(texts.len() as i64);
    Some(
        Claim::new(CHAPTER, "need.series", "need-series", Support::new(nodes)?)
            .with("n", count)
            .with("texts", Arg::List(texts)),
    )
}

/// One chart: a series of the country beside those of comparators, each with its own claim.
pub fn run_chart(study: &Study, observations: &[Observation], chart: &Chart) -> Output {
    let words = Words::of(study);
    let mut output = Output::default();
    let mut table = Table::new(
        &format!("series_{}", chart.id),
        &["series", "area", "period", "value", "unit", "source", "vintage", "status", "used"],
    );
    let mut lines = Vec::new();
    let mut drawn: Vec<&Observation> = Vec::new();
    let mut unit = Localized::default();
    let mut labelled: Vec<(&Id, usize)> = Vec::new();
    let mut own: Vec<Point<'_>> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    for id in &chart.series {
        let points = series::between(observations, id, chart.from, chart.to);
        let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
        unit = words.unit(&first.row.unit.0);
        let source = study.sources.iter().find(|source| source.id == first.row.source);
        let source = source.map_or_else(Localized::default, |source| source.name.clone());
        drawn.extend(points.iter().map(|point| point.row));
        // One series may stand in two charts with other years.
        let name = format!("{}.{id}", chart.id);
        let claim = series_claim(study, &words, &name, &points, &mut output.nodes, first, last);
        for point in &points {
            let releases = point.others.iter().map(|row| (*row, false));
            for (row, used) in releases.chain([(point.row, true)]) {
                table.push(
                    &claim,
                    vec![
                        Arg::plain(&id.0),
                        Arg::Text(words.area(&row.ref_area.0)),
                        Arg::Period(row.time_period.to_string()),
                        Arg::maybe(row.obs_value.clone(), Arg::Number),
                        Arg::Text(unit.clone()),
                        Arg::text(&source),
                        Arg::maybe(row.vintage.as_deref(), Arg::plain),
                        Arg::maybe(row.status, |status| Arg::code("status", status.code())),
                        Arg::code("used", if used { "used" } else { "other" }),
                    ],
                );
            }
        }
        // A series in two parts has its label once, at the end of the later part.
        if let Some((_, earlier)) = labelled.iter().find(|(area, _)| **area == first.row.ref_area) {
            let earlier: &mut Line = &mut lines[*earlier];
            earlier.label = Localized::default();
        }
        labelled.retain(|(area, _)| **area != first.row.ref_area);
        labelled.push((&first.row.ref_area, lines.len()));
        if first.row.ref_area == study.head.country {
            own.extend(points.iter().cloned());
        }
        lines.push(Line {
            claim: claim.id.clone(),
            label: words.area(&first.row.ref_area.0),
            own: first.row.ref_area == study.head.country,
            points: points.iter().map(|point| (point.year, point.value.value)).collect(),
            weak: years_with(
                &points,
                &[ObsStatus::Estimated, ObsStatus::Provisional, ObsStatus::Unreliable],
            ),
            breaks: years_with(&points, &[ObsStatus::Break]),
        });
        output.claims.push(claim);
        let (nodes, claims) = levels::of_series(study, &words, &name, &points);
        notes.extend(claims.iter().map(|claim| claim.id.clone()));
        output.nodes.extend(nodes);
        output.claims.extend(claims);
    }
    if !lines.is_empty() {
        own.sort_by_key(|point| point.year);
        let events = events::of_chart(study, chart, &own);
        output.figures.push(Figure {
            id: format!("effectiveness.{}", chart.id),
            table: table.id.clone(),
            title: if chart.title.is_empty() {
                words.indicator(&chart.indicator.0)
            } else {
                chart.title.clone()
            },
            sources: figure::origins(study, drawn),
            marks: Marks::Lines(Lines { unit, lines, events, notes }),
        });
        output.tables.push(table);
    }
    output
}

/// Years of points with one of these statuses.
fn years_with(points: &[Point<'_>], statuses: &[ObsStatus]) -> Vec<i32> {
    let with = |point: &&Point<'_>| point.row.status.is_some_and(|code| statuses.contains(&code));
    points.iter().filter(with).map(|point| point.year).collect()
}

/// Level and change of one series: a description, no judgement.
fn series_claim(
    study: &Study,
    words: &Words<'_>,
    id: &str,
    points: &[Point<'_>],
    nodes: &mut Vec<Node>,
    first: &Point<'_>,
    last: &Point<'_>,
) -> Claim {
    let indicator = words.indicator(&first.row.indicator.0);
    let all = points.iter().flat_map(|point| {
        std::iter::once(point.id()).chain(point.others.iter().map(|row| evidence::observation(row)))
    });
    let support = Support::one(first.id()).and(all);
    let change = Arg::Quantity(
        series::difference(last.value, first.value),
        words.unit_of_difference(&first.row.unit.0),
    );
    let quantity = |value: &Decimal| words.quantity(value, &first.row.unit.0);
    let node =
        Node::derived(NodeKind::Estimate, &format!("series.{id}"), indicator.clone(), support)
            .with("first", quantity(first.value))
            .with("last", quantity(last.value))
            .with("change", change.clone())
            .with("n", Arg::Count(points.len() as i64));
    let source = study.sources.iter().find(|source| source.id == first.row.source);
    let template = if points.len() == 1 { "series-one" } else { "series-change" };
    let claim =
        Claim::new(CHAPTER, &format!("series.{id}"), template, Support::one(node.id.clone()))
            .with("indicator", Arg::Text(indicator))
            .with("area", Arg::Text(words.area(&first.row.ref_area.0)))
            .with("first", quantity(first.value))
            .with("last", quantity(last.value))
            .with("from", Arg::Year(first.year.into()))
            .with("to", Arg::Year(last.year.into()))
            .with("change", change)
            .with("n", Arg::Count(points.len() as i64))
            .with("source", Arg::maybe(source, |source| Arg::text(&source.name)));
    nodes.push(node);
    claim
}
