//! One quantity, several sources: how far they lie apart, which one a rule picks and why, and what
//! would be said otherwise with another one. Sources are never joined.

use daryn_indicators::choice::{self, Assertion, Comparison, Side};
use daryn_indicators::{Catalogue, PointId, Status, Word, index, when};
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};

use super::CHAPTER;
use crate::Output;
use crate::evidence::{self, Words};
use crate::harmonised::{Figures, percent, shown};

/// Columns of the table of sources.
const COLUMNS: [&str; 9] =
    ["indicator", "source", "definition", "from", "to", "n", "value", "unit", "used"];

/// A sentence for each indicator of the country that is published by more than one source or in
/// more than one way of counting, and one for everything that would be said otherwise.
pub fn run(study: &Study, catalogue: &Catalogue) -> Output {
    let figures = Figures::of(study, catalogue);
    let mut maker = Maker {
        study,
        words: Words::of(study),
        figures: &figures,
        output: Output::default(),
        table: Table::new("compared", &COLUMNS),
    };
    if let Some(country) = figures.area(&study.head.country.0) {
        for (place, one) in catalogue.indicators.iter().enumerate() {
            let Some(word) = figures.table.known(&one.id.0) else { continue };
            let key = (word, country, Word::WORLD);
            let all = choice::compare(catalogue, &figures.table, &figures.index, key);
            if let Some(comparison) = all {
                maker.indicator(place, &comparison);
            }
        }
    }
    let Maker { mut output, table, .. } = maker;
    output.tables.push(table);
    output
}

struct Maker<'a> {
    study: &'a Study,
    words: Words<'a>,
    figures: &'a Figures<'a>,
    output: Output,
    table: Table,
}

/// The period in which sources lie furthest apart.
struct Widest<'a> {
    period: String,
    share: f64,
    low: (f64, &'a Side),
    high: (f64, &'a Side),
}

impl Maker<'_> {
    fn indicator(&mut self, place: usize, comparison: &Comparison) {
        // What is computed here from figures of a source is no other source.
        let published: Vec<usize> = (0..comparison.sides.len())
            .filter(|side| !self.is_computed(&comparison.sides[*side]))
            .collect();
        if published.len() < 2 {
            return;
        }
        let one = &self.figures.catalogue.indicators[place];
        let country = self.words.area(&self.study.head.country.0);
        let rows: Vec<&Observation> =
            published.iter().flat_map(|side| self.rows_of(&comparison.sides[*side])).collect();
        let Some(support) = Support::new(rows.iter().map(|row| evidence::observation(row))) else {
            return;
        };
        let widest = widest(comparison, &published);
        let id = format!("compared.{}", one.id);
        let in_percent = |share: f64| Arg::Quantity(percent(share), Localized::same("%"));
        let spread = Arg::maybe(widest.as_ref(), |widest| in_percent(widest.share));
        let node = Node::derived(NodeKind::Estimate, &id, one.name.clone(), support)
            .with("n", Arg::Count(published.len() as i64))
            .with("spread", spread.clone());
        let mut names: Vec<Arg> = Vec::new();
        for side in &published {
            let name = Arg::Text(self.source(&comparison.sides[*side]));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let first = &comparison.sides[published[0]];
        // What is said otherwise is held against the side that is picked: the first one.
        let otherwise: Vec<Claim> = comparison
            .assertions
            .iter()
            .filter(|(other, _)| published[0] == 0 && published.contains(other))
            .filter_map(|(other, assertion)| {
                self.otherwise(place, &country, (first, &comparison.sides[*other]), assertion)
            })
            .collect();
        // Who sees later figures in the table must be told why they were not picked.
        let mut later: Vec<Arg> = Vec::new();
        for (side, _) in comparison.later_in_doubt(&self.figures.table) {
            let name = Arg::Text(self.source(&comparison.sides[side]));
            if published[0] == 0 && published.contains(&side) && !later.contains(&name) {
                later.push(name);
            }
        }
        let template = if widest.is_some() { "compared-spread" } else { "compared-apart" };
        let claim = Claim::new(CHAPTER, &id, template, Support::one(node.id.clone()))
            .with("indicator", Arg::text(&one.name))
            .with("area", Arg::text(&country))
            .with("n", Arg::Count(published.len() as i64))
            .with("sources", Arg::List(names))
            .with("picked", Arg::Text(self.source(first)))
            .with("reason", Arg::code("indicators-reason", comparison.reason.code()))
            .with("doubt", Arg::plain(if later.is_empty() { "no" } else { "yes" }))
            .with("later", if later.is_empty() { Arg::Empty } else { Arg::List(later) });
        let claim = match &widest {
            None => claim,
            Some(widest) => claim
                .with("spread", spread)
                .with("period", Arg::Period(widest.period.clone()))
                .with("low", self.quantity(place, widest.low.0))
                .with("low_source", Arg::Text(self.source(widest.low.1)))
                .with("high", self.quantity(place, widest.high.0))
                .with("high_source", Arg::Text(self.source(widest.high.1)))
                .with("otherwise", Arg::plain(if otherwise.is_empty() { "no" } else { "yes" })),
        };
        for side in &published {
            let cells = self.cells(place, comparison, *side, *side == published[0]);
            self.table.push(&claim, cells);
        }
        self.output.nodes.push(node);
        self.output.claims.push(claim);
        self.output.claims.extend(otherwise);
    }

    /// What would be said otherwise with another source.
    fn otherwise(
        &self,
        place: usize,
        country: &Localized,
        (first, other): (&Side, &Side),
        assertion: &Assertion,
    ) -> Option<Claim> {
        let one = &self.figures.catalogue.indicators[place];
        let value = |id: PointId| Arg::maybe(self.value(place, id), |value| value);
        let named = format!("{}.{}", self.figures.table.text(other.source), self.code(other));
        let (points, template, id) = match assertion {
            Assertion::Direction { from, to, first, other } => (
                vec![first.0, first.1, other.0, other.1],
                "compared-direction",
                format!("compared.{}.{named}.{}.{}", one.id, when(*from), when(*to)),
            ),
            Assertion::Sign { period, points } => (
                vec![points.0, points.1],
                "compared-sign",
                format!("compared.{}.{named}.{}", one.id, when(*period)),
            ),
        };
        let rows = points.iter().flat_map(|id| self.figures.rows(*id));
        let support = Support::new(rows.map(evidence::observation))?;
        let claim = Claim::new(CHAPTER, &id, template, support)
            .with("indicator", Arg::text(&one.name))
            .with("area", Arg::text(country))
            .with("first", Arg::Text(self.source(first)))
            .with("other", Arg::Text(self.source(other)));
        Some(match assertion {
            Assertion::Direction { from, to, first, other } => {
                let number = |id: PointId| self.base(id).unwrap_or(f64::NAN);
                let rises = number(first.1) > number(first.0);
                claim
                    .with("from", Arg::Period(when(*from)))
                    .with("to", Arg::Period(when(*to)))
                    .with("turn", Arg::plain(if rises { "rise" } else { "fall" }))
                    .with("first_from", value(first.0))
                    .with("first_to", value(first.1))
                    .with("other_from", value(other.0))
                    .with("other_to", value(other.1))
            }
            Assertion::Sign { period, points } => claim
                .with("period", Arg::Period(when(*period)))
                .with("first_value", value(points.0))
                .with("other_value", value(points.1)),
        })
    }

    fn cells(&self, place: usize, comparison: &Comparison, side: usize, used: bool) -> Vec<Arg> {
        let one = &self.figures.catalogue.indicators[place];
        let of = &comparison.sides[side];
        let seen = |row: &&choice::Row| row.values[side].is_some();
        let all: Vec<&choice::Row> = comparison.periods.iter().filter(seen).collect();
        let is_clear = |row: &&choice::Row| {
            let status = row.values[side].map(|(_, id)| self.figures.table.point(id).status);
            status.is_some_and(|status| status < Status::Doubtful)
        };
        // As on the page of indicators: figures in doubt only where there are no others.
        let clear: Vec<&choice::Row> = all.iter().copied().filter(is_clear).collect();
        let is_doubtful = clear.is_empty();
        let periods = if is_doubtful { all } else { clear };
        let period =
            |row: Option<&&choice::Row>| Arg::maybe(row, |row| Arg::Period(when(row.period)));
        let last = periods.last().and_then(|row| row.values[side]).map(|(value, _)| shown(value));
        let name = self.figures.table.text(of.definition);
        let definition = self.study.definitions.iter().find(|row| row.id.0 == name);
        vec![
            Arg::text(&one.name),
            Arg::Text(self.source(of)),
            Arg::maybe(definition, |row| Arg::text(&row.text)),
            period(periods.first()),
            period(periods.last()),
            Arg::Count(periods.len() as i64),
            Arg::maybe(last, Arg::Number),
            Arg::Text(self.figures.unit(place)),
            Arg::code(
                "compared",
                match (used, is_doubtful) {
                    (true, _) => "picked",
                    (false, true) => "doubt",
                    (false, false) => "beside",
                },
            ),
        ]
    }

    fn is_computed(&self, side: &Side) -> bool {
        self.figures.table.series[side.series[0] as usize].is_computed
    }

    fn code(&self, side: &Side) -> &str {
        self.figures.table.text(side.code)
    }

    /// The rows of a side.
    fn rows_of(&self, side: &Side) -> Vec<&Observation> {
        let series = side.series.iter();
        let points = series.flat_map(|number| {
            let points = &self.figures.table.series[*number as usize].points;
            (0..points.len() as u32).map(move |point| (*number, point))
        });
        points.flat_map(|id| self.figures.rows(id)).collect()
    }

    /// The value of a point in the scale 0 of its unit.
    fn base(&self, id: PointId) -> Option<f64> {
        let value = self.figures.table.point(id).value?;
        let unit = index::unit(self.figures.catalogue, &self.figures.table, id.0);
        Some(unit.map_or(value, |unit| unit.to_base(value)))
    }

    /// The value of a point in the unit of the indicator.
    fn value(&self, place: usize, id: PointId) -> Option<Arg> {
        let base = self.base(id)?;
        let wanted = self.figures.catalogue.unit_of(&self.figures.catalogue.indicators[place].id.0);
        Some(self.quantity(place, wanted.map_or(base, |unit| unit.of_base(base))))
    }

    fn quantity(&self, place: usize, value: f64) -> Arg {
        Arg::Quantity(shown(value), self.figures.unit(place))
    }

    fn source(&self, side: &Side) -> Localized {
        let id = self.figures.table.text(side.source);
        let source = self.study.sources.iter().find(|source| source.id.0 == id);
        source.map_or_else(|| Localized::same(id), |source| source.name.clone())
    }
}

/// The period in which published sides lie furthest apart, the first one of several.
fn widest<'c>(comparison: &'c Comparison, published: &[usize]) -> Option<Widest<'c>> {
    let mut widest: Option<Widest<'c>> = None;
    for row in &comparison.periods {
        let values: Vec<(f64, &Side)> = published
            .iter()
            .filter_map(|side| Some((row.values[*side]?.0, &comparison.sides[*side])))
            .collect();
        let Some(share) = choice::spread(values.iter().map(|(value, _)| *value)) else { continue };
        let by_value = |a: &&(f64, &Side), b: &&(f64, &Side)| a.0.total_cmp(&b.0);
        let low = values.iter().min_by(by_value);
        let high = values.iter().max_by(by_value);
        let (Some(low), Some(high)) = (low, high) else { continue };
        if widest.as_ref().is_none_or(|known| share > known.share) {
            widest = Some(Widest { period: when(row.period), share, low: *low, high: *high });
        }
    }
    widest
}
