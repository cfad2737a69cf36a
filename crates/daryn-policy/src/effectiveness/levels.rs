//! What a series shows beside its first and last value: range, gaps, status, releases, slope, and
//! what it would need for more. Descriptions only.

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support};

use super::CHAPTER;
use crate::evidence::{self, Words};
use crate::series::{self, Point, trend};

/// Yearly values before an adoption that let a pre-trend be seen: our judgement.
const BEFORE: usize = 8;
/// Yearly values after an adoption: our judgement.
const AFTER: usize = 3;

/// Estimates and sentences of a series; slopes for every series, the rest for the country's.
pub(super) fn of_series(
    study: &Study,
    words: &Words<'_>,
    id: &str,
    points: &[Point<'_>],
) -> (Vec<Node>, Vec<Claim>) {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return (Vec::new(), Vec::new());
    };
    let say = Say { words, id, points, first, last };
    let mut nodes = Vec::new();
    let mut claims = Vec::new();
    let own = first.row.ref_area == study.head.country;
    if own {
        claims.extend(say.range(study));
        claims.extend(say.statuses());
        claims.extend(say.releases());
    }
    if let Some((node, claim)) = say.slope() {
        nodes.push(node);
        claims.push(claim);
    }
    if own {
        claims.extend(say.before_and_after(study));
    }
    (nodes, claims)
}

struct Say<'a, 'p> {
    words: &'a Words<'a>,
    id: &'a str,
    points: &'p [Point<'a>],
    first: &'p Point<'a>,
    last: &'p Point<'a>,
}

impl Say<'_, '_> {
    fn all(&self) -> Support {
        Support::one(self.first.id()).and(self.points.iter().map(Point::id))
    }

    fn claim(&self, name: &str, template: &str, support: Support) -> Claim {
        let row = self.first.row;
        Claim::new(CHAPTER, &format!("series.{}.{name}", self.id), template, support)
            .with("area", Arg::Text(self.words.area(&row.ref_area.0)))
            .with("indicator", Arg::Text(self.words.indicator(&row.indicator.0)))
    }

    fn quantity(&self, value: &Decimal) -> Arg {
        self.words.quantity(value, &self.first.row.unit.0)
    }

    /// Lowest and highest value, and years without one.
    fn range(&self, study: &Study) -> Option<Claim> {
        if self.points.len() < 3 {
            return None;
        }
        let by_value = |a: &&Point<'_>, b: &&Point<'_>| a.value.value.total_cmp(&b.value.value);
        let low = self.points.iter().min_by(by_value)?;
        let high = self.points.iter().max_by(by_value)?;
        // An extreme value may have been seen in several years.
        let years_of = |extreme: &Point<'_>| {
            let same =
                |point: &&Point<'_>| point.value.value.total_cmp(&extreme.value.value).is_eq();
            let years = self.points.iter().filter(same);
            Arg::List(years.map(|point| Arg::Year(point.year.into())).collect())
        };
        let years = i64::from(self.last.year - self.first.year) + 1;
        let gaps = years - self.points.len() as i64;
        let definition = self.first.row.definition.as_ref();
        let caveat = study
            .definitions
            .iter()
            .find(|row| Some(&row.id) == definition && !row.caveat.is_empty());
        Some(
            self.claim("range", "series-range", self.all())
                .with("low", self.quantity(low.value))
                .with("low_year", years_of(low))
                .with("high", self.quantity(high.value))
                .with("high_year", years_of(high))
                .with("gaps", Arg::Count(gaps))
                .with("years", Arg::Count(years))
                .with("noted", Arg::plain(if caveat.is_some() { "yes" } else { "no" }))
                .with("caveat", Arg::maybe(caveat, |row| Arg::text(&row.caveat)))
                .with("from", Arg::Year(self.first.year.into()))
                .with("to", Arg::Year(self.last.year.into())),
        )
    }

    /// Points that are not plain values.
    fn statuses(&self) -> Vec<Claim> {
        use ObsStatus::{Break, Estimated, Provisional, Unreliable};
        let mut claims = Vec::new();
        for status in [Break, Estimated, Provisional, Unreliable] {
            let with: Vec<&Point<'_>> =
                self.points.iter().filter(|point| point.row.status == Some(status)).collect();
            let Some(support) = Support::new(with.iter().map(|point| point.id())) else { continue };
            let years = with.iter().map(|point| Arg::Year(point.year.into())).collect();
            claims.push(
                self.claim(&format!("status.{}", status.code()), "series-status", support)
                    .with("status", Arg::code("status", status.code()))
                    .with("years", Arg::List(years)),
            );
        }
        claims
    }

    /// Years that were published more than once with different values.
    fn releases(&self) -> Vec<Claim> {
        let mut claims = Vec::new();
        for point in self.points {
            let mut rows = point.others.clone();
            rows.push(point.row);
            let values: Vec<&Decimal> =
                rows.iter().filter_map(|row| row.obs_value.as_ref()).collect();
            let low = values.iter().min_by(|a, b| a.value.total_cmp(&b.value));
            let high = values.iter().max_by(|a, b| a.value.total_cmp(&b.value));
            let (Some(low), Some(high)) = (low, high) else { continue };
            if values.len() < 2 || low.value >= high.value {
                continue;
            }
            let releases = rows.iter().map(|row| evidence::observation(row));
            let unit = &point.row.unit.0;
            claims.push(
                self.claim(
                    &format!("releases.{}", point.year),
                    "series-releases",
                    Support::one(point.id()).and(releases),
                )
                .with("year", Arg::Year(point.year.into()))
                .with(
                    "values",
                    Arg::List(values.iter().map(|value| self.quantity(value)).collect()),
                )
                .with("used", self.quantity(point.value))
                .with(
                    "spread",
                    Arg::Quantity(
                        series::difference(high, low),
                        self.words.unit_of_difference(unit),
                    ),
                ),
            );
        }
        claims
    }

    /// Median slope of at least eight yearly values.
    fn slope(&self) -> Option<(Node, Claim)> {
        // What stands on both sides of a break is not one series.
        if series::is_broken(self.points) {
            return None;
        }
        let values: Vec<(f64, f64)> =
            self.points.iter().map(|point| (point.year.into(), point.value.value)).collect();
        let slope = trend::theil_sen(&values)?;
        let digits = self.points.iter().map(|point| series::decimals(point.value)).max();
        let digits = (digits.unwrap_or(0) + 1).min(6);
        let unit = self.words.unit_of_difference(&self.first.row.unit.0);
        let quantity = |value: f64| Arg::Quantity(Decimal::rounded(value, digits), unit.clone());
        let name = format!("slope.{}", self.id);
        let node = Node::derived(NodeKind::Estimate, &name, Localized::default(), self.all())
            .with("slope", quantity(slope.slope))
            .with("low", quantity(slope.low))
            .with("high", quantity(slope.high))
            .with("n", Arg::Count(self.points.len() as i64));
        let claim = self
            .claim("slope", "series-slope", Support::one(node.id.clone()))
            .with("from", Arg::Year(self.first.year.into()))
            .with("to", Arg::Year(self.last.year.into()))
            .with("slope", quantity(slope.slope))
            .with("low", quantity(slope.low))
            .with("high", quantity(slope.high))
            .with("n", Arg::Count(self.points.len() as i64));
        Some((node, claim))
    }

    /// Documents of the corpus around whose adoption the series is too short.
    fn before_and_after(&self, study: &Study) -> Option<Claim> {
        let short: Vec<&Document> = study
            .documents
            .iter()
            .filter(|row| row.role == Role::Corpus)
            .filter(|row| {
                row.adopted.is_some_and(|date| {
                    let before = self.points.iter().filter(|point| point.year < date.year);
                    let after = self.points.iter().filter(|point| point.year > date.year);
                    before.count() < BEFORE || after.count() < AFTER
                })
            })
            .collect();
        if short.is_empty() {
            return None;
        }
        let names = short.iter().map(|row| Arg::Text(self.words.short(&row.id.0))).collect();
        let documents = short.iter().map(|row| evidence::document(&row.id));
        Some(
            self.claim("need", "need-years", self.all().and(documents))
                .with("documents", Arg::List(names))
                .with("before", Arg::Count(BEFORE as i64))
                .with("after", Arg::Count(AFTER as i64))
                .with("n", Arg::Count(self.points.len() as i64)),
        )
    }
}
