//! Indicators of the Sustainable Development Goals: growth rates and their classes.
//!
//! The rule is that of the monitoring reports of Eurostat, *Sustainable development in the European
//! Union*, section on indicators without a quantitative target: the compound annual growth rate
//! between two years, cut at -1, 0 and 1 percent a year. Its formula was seen as the source of
//! other offices' rules (Open SDG, *Progress Measurement Methodology*, note 1; ASTAT); the cuts and
//! lengths of periods were not verified against the report itself.
//!
//! A class is a description of two values. It says nothing of a policy.

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};
use serde::{Deserialize, Serialize};

use super::CHAPTER;
use crate::Output;
use crate::evidence::Words;
use crate::figure::{Figure, Marks, ProgressMark, ProgressRow, origins};

mod values;
use crate::series::{self, Point};

/// A growth rate, in percent a year, at or beyond which a change is significant.
const SIGNIFICANT: f64 = 1.0;

/// A class of the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// At least 1 percent a year towards the goal.
    SignificantProgress,
    /// Less than that, or no change.
    ModerateProgress,
    /// Less than 1 percent a year away from the goal.
    ModerateAway,
    /// At least 1 percent a year away from the goal.
    SignificantAway,
}

impl Class {
    /// The class of a rate in percent a year, positive towards the goal.
    pub fn of(rate: f64) -> Class {
        if rate >= SIGNIFICANT {
            Class::SignificantProgress
        } else if rate >= 0.0 {
            Class::ModerateProgress
        } else if rate > -SIGNIFICANT {
            Class::ModerateAway
        } else {
            Class::SignificantAway
        }
    }

    /// Code in the catalogue and in tables.
    pub fn code(self) -> &'static str {
        match self {
            Class::SignificantProgress => "significant_progress",
            Class::ModerateProgress => "moderate_progress",
            Class::ModerateAway => "moderate_away",
            Class::SignificantAway => "significant_away",
        }
    }
}

/// Compound annual growth rate in percent; `None` of values that are not positive or of one year.
pub fn growth(first: f64, last: f64, years: i32) -> Option<f64> {
    if first <= 0.0 || last <= 0.0 || years < 1 {
        return None;
    }
    Some((libm::pow(last / first, 1.0 / f64::from(years)) - 1.0) * 100.0)
}

/// Lowest and highest rate that rounding of the two values leaves open: each may lie half a unit of
/// its last digit away.
fn rounding(first: &Decimal, last: &Decimal, years: i32) -> Option<(f64, f64)> {
    let half = |value: &Decimal| {
        let digits = i32::try_from(series::decimals(value)).unwrap_or_default();
        0.5 * libm::pow(10.0, -f64::from(digits))
    };
    let (a, b) = (half(first), half(last));
    let low = growth(first.value + a, last.value - b, years)?;
    let high = growth(first.value - a, last.value + b, years)?;
    Some((low, high))
}

/// Lengths of the two periods: code, years back from the last value, fewest years between values.
const PERIODS: [(&str, i32, i32); 2] = [("long", 15, 10), ("short", 5, 3)];

/// Values of a period, or the code of what forbids a class.
fn period<'p, 'a>(
    points: &'p [Point<'a>],
    back: i32,
    fewest: i32,
) -> Result<(&'p Point<'a>, &'p Point<'a>, f64), &'static str> {
    let Some(last) = points.last() else { return Err("short") };
    let from = points.iter().position(|point| last.year - point.year <= back).unwrap_or(0);
    let inside = &points[from..];
    let first = &inside[0];
    if last.year - first.year < fewest {
        return Err("short");
    }
    if series::is_broken(inside) {
        return Err("break");
    }
    if inside.iter().any(|point| point.value.value <= 0.0) {
        return Err("nonpositive");
    }
    growth(first.value.value, last.value.value, last.year - first.year)
        .map(|rate| (first, last, rate))
        .ok_or("nonpositive")
}

/// Classes of every series of an SDG indicator with a direction, of the country and comparators,
/// and the values of indicators that have only one.
pub fn run(study: &Study) -> Output {
    let mut builder = Builder {
        study,
        words: Words::of(study),
        output: Output::default(),
        table: Table::new("sdg_progress", &PROGRESS),
        values: Table::new("sdg_values", &VALUES),
        noted: Vec::new(),
        scores: Vec::new(),
        rows: Vec::new(),
        drawn: Vec::new(),
    };
    let mut indicators: Vec<(&Indicator, &str)> = study
        .indicators
        .iter()
        .filter(|row| matches!(row.direction, Some(Direction::Up | Direction::Down)))
        .filter_map(|row| Some((row, row.sdg_indicator.as_deref()?)))
        .collect();
    indicators.sort_by_key(|(_, code)| crate::sdg::order(code));
    for (indicator, code) in indicators {
        let areas = std::iter::once(&study.head.country).chain(&study.head.comparators);
        for area in areas {
            let mut seen: Vec<&daryn_model::record::Id> = Vec::new();
            for row in &study.observations {
                if row.indicator == indicator.id
                    && row.ref_area == *area
                    && !seen.contains(&&row.series)
                {
                    seen.push(&row.series);
                    builder.series(indicator, code, &row.series);
                }
            }
        }
    }
    builder.finish()
}

const PROGRESS: [&str; 13] = [
    "series",
    "indicator",
    "sdg_indicator",
    "area",
    "span",
    "from",
    "to",
    "first",
    "last",
    "rate",
    "class",
    "source",
    "vintage",
];
const VALUES: [&str; 8] =
    ["series", "indicator", "sdg_indicator", "area", "year", "value", "source", "vintage"];

struct Builder<'a> {
    study: &'a Study,
    words: Words<'a>,
    output: Output,
    table: Table,
    values: Table,
    /// Definitions whose caveat has been said: several series may share one.
    noted: Vec<String>,
    scores: Vec<values::Score<'a>>,
    rows: Vec<ProgressRow>,
    drawn: Vec<&'a Observation>,
}

/// A series of an indicator over one of the periods.
#[derive(Clone, Copy)]
struct Asked<'a> {
    indicator: &'a Indicator,
    code: &'a str,
    span: &'a str,
}

impl Asked<'_> {
    /// Name of what is said of it.
    fn name(self, first: &Point<'_>) -> String {
        format!("progress.{}.{}", first.row.series, self.span)
    }
}

impl<'a> Builder<'a> {
    fn source(&self, point: &Point<'_>) -> Localized {
        let source = self.study.sources.iter().find(|row| row.id == point.row.source);
        source.map_or_else(Localized::default, |row| row.name.clone())
    }

    fn series(&mut self, indicator: &'a Indicator, code: &str, id: &daryn_model::record::Id) {
        let points = series::yearly(&self.study.observations, id);
        let Some(last) = points.last() else { return };
        // A series that ended before the years of the question tells nothing about them.
        if i64::from(last.year) < self.study.head.period_start {
            return;
        }
        if points.len() == 1 {
            self.value(indicator, code, last);
            return;
        }
        let mut marks = Vec::new();
        for (span, back, fewest) in PERIODS {
            let asked = Asked { indicator, code, span };
            match period(&points, back, fewest) {
                Ok((first, last, rate)) => {
                    marks.push(self.class(asked, &points, first, last, rate));
                }
                Err(obstacle) => self.obstacle(asked, &points, obstacle),
            }
        }
        if !marks.is_empty() {
            self.drawn.extend(points.iter().map(|point| point.row));
            let own = last.row.ref_area == self.study.head.country;
            let area = self.words.area(&last.row.ref_area.0);
            let years = (points[0].year, last.year);
            let indicator = indicator.name.clone();
            self.rows.push(ProgressRow {
                code: code.to_owned(),
                indicator,
                area,
                own,
                years,
                marks,
            });
        }
    }

    fn class(
        &mut self,
        asked: Asked<'_>,
        points: &[Point<'_>],
        first: &Point<'_>,
        last: &Point<'_>,
        rate: f64,
    ) -> ProgressMark {
        let Asked { indicator, span, .. } = asked;
        let down = indicator.direction == Some(Direction::Down);
        let towards = |rate: f64| if down { -rate } else { rate };
        let class = Class::of(towards(rate));
        let years = last.year - first.year;
        let (low, high) = rounding(first.value, last.value, years).unwrap_or((rate, rate));
        let sure = [low, high].iter().all(|rate| Class::of(towards(*rate)) == class);
        let percent = |rate| Arg::Quantity(Decimal::rounded(rate, 1), Localized::same("%"));
        let unit = &first.row.unit.0;
        let inside = points.iter().filter(|point| point.year >= first.year);
        let support = Support::one(first.id()).and(inside.map(Point::id));
        let name = asked.name(first);
        let node = Node::derived(NodeKind::Estimate, &name, indicator.name.clone(), support)
            .with("from", Arg::Year(first.year.into()))
            .with("to", Arg::Year(last.year.into()))
            .with("first", self.words.quantity(first.value, unit))
            .with("last", self.words.quantity(last.value, unit))
            .with("rate", percent(rate))
            .with("class", Arg::code("progress", class.code()));
        let own = first.row.ref_area == self.study.head.country;
        let template = if own { "progress-country" } else { "progress-comparator" };
        let claim = Claim::new(CHAPTER, &name, template, Support::one(node.id.clone()))
            .with("first", self.words.quantity(first.value, unit))
            .with("last", self.words.quantity(last.value, unit))
            .with("rate", percent(rate))
            .with("class", Arg::code("progress", class.code()))
            .with("sure", Arg::plain(if sure { "yes" } else { "no" }))
            .with("low", percent(low))
            .with("high", percent(high));
        self.output.nodes.push(node);
        let shown = Arg::Number(Decimal::rounded(rate, 1));
        let class = Arg::code("progress", class.code());
        ProgressMark {
            claim: self.tell(claim, asked, (first, last), shown, class),
            long: span == "long",
            towards: towards(rate),
            rate: Decimal::rounded(rate, 1),
        }
    }

    fn obstacle(&mut self, asked: Asked<'_>, points: &[Point<'_>], obstacle: &str) {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
        let support = Support::one(first.id()).and(points.iter().map(Point::id));
        let obstacle = Arg::code("progress-obstacle", obstacle);
        let claim = Claim::new(CHAPTER, &asked.name(first), "progress-none", support)
            .with("obstacle", obstacle.clone());
        self.tell(claim, asked, (first, last), Arg::Empty, obstacle);
    }

    /// Says what became of a period, with or without a class, and writes its row of the table. The
    /// name of the claim.
    fn tell(
        &mut self,
        claim: Claim,
        Asked { indicator, code, span }: Asked<'_>,
        (first, last): (&Point<'_>, &Point<'_>),
        rate: Arg,
        class: Arg,
    ) -> String {
        let source = Arg::text(&self.source(last));
        let area = Arg::Text(self.words.area(&first.row.ref_area.0));
        let (indicator, code) = (Arg::text(&indicator.name), Arg::plain(code));
        let (from, to) = (Arg::Year(first.year.into()), Arg::Year(last.year.into()));
        let span = Arg::code("span", span);
        let claim = claim
            .with("area", area.clone())
            .with("indicator", indicator.clone())
            .with("code", code.clone())
            .with("from", from.clone())
            .with("to", to.clone())
            .with("span", span.clone())
            .with("source", source.clone());
        self.table.push(
            &claim,
            vec![
                Arg::plain(&first.row.series.0),
                indicator,
                code,
                area,
                span,
                from,
                to,
                Arg::Number(first.value.clone()),
                Arg::Number(last.value.clone()),
                rate,
                class,
                source,
                Arg::maybe(last.row.vintage.as_deref(), Arg::plain),
            ],
        );
        let name = claim.id.clone();
        self.output.claims.push(claim);
        name
    }

    fn finish(mut self) -> Output {
        if !self.rows.is_empty() {
            self.output.figures.push(Figure {
                id: "alignment.progress".into(),
                table: "sdg_progress".into(),
                title: Localized::default(),
                sources: origins(self.study, self.drawn),
                marks: Marks::Progress(self.rows),
            });
        }
        let figure = values::figure(self.study, &self.words, &self.scores);
        self.output.figures.extend(figure);
        self.output.tables.push(self.table);
        self.output.tables.push(self.values);
        self.output
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_agrees_with_values_computed_by_hand() {
        // Doubling in ten years: 2^(1/10) - 1 = 0.0717734625...
        let rate = growth(1.0, 2.0, 10).expect("a rate");
        assert!((rate - 7.177_346_253_629_313).abs() < 1e-9, "{rate}");
        // 0.9^(1/2) - 1 = -0.0513167019...
        let rate = growth(100.0, 90.0, 2).expect("a rate");
        assert!((rate + 5.131_670_194_948_62).abs() < 1e-9, "{rate}");
        assert_eq!(growth(0.0, 2.0, 10), None);
        assert_eq!(growth(1.0, -2.0, 10), None);
        assert_eq!(growth(1.0, 2.0, 0), None);
    }

    #[test]
    fn rounding_leaves_a_range_of_rates() {
        let number = |text| Decimal::parse(text).expect("a number");
        // 0.155 to 0.135 and 0.145 to 0.145 over 13 years.
        let (low, high) = rounding(&number("0.15"), &number("0.14"), 13).expect("a range");
        assert!((low + 1.057068258042).abs() < 1e-9, "{low}");
        assert!(high.abs() < 1e-9, "{high}");
    }

    #[test]
    fn the_cuts_belong_to_the_stronger_class() {
        assert_eq!(Class::of(1.0), Class::SignificantProgress);
        assert_eq!(Class::of(0.999), Class::ModerateProgress);
        assert_eq!(Class::of(0.0), Class::ModerateProgress);
        assert_eq!(Class::of(-0.001), Class::ModerateAway);
        assert_eq!(Class::of(-1.0), Class::SignificantAway);
    }
}
