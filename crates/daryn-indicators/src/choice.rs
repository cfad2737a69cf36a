//! The same quantity from several sources: side by side, how far they lie apart, which one a rule
//! picks, and what would be said otherwise with another one. Sources are never joined.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use daryn_stats::codes::TimePeriod;

use crate::catalogue::Catalogue;
use crate::index::{self, Index, Value};
use crate::table::{Nature, PointId, SeriesId, Status, Table, Word};

/// A change that is told as one, as a share of the larger value.
const CHANGE: f64 = 0.02;

/// Figures of one source that count one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The source.
    pub source: Word,
    /// The source's own code.
    pub code: Word,
    /// What is counted, in the source's words.
    pub definition: Word,
    /// How it counts: a `[[count]]` of the catalogue.
    pub counts: Word,
    /// Its series.
    pub series: Vec<SeriesId>,
}

/// Why a side is picked before the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// There is no other one.
    Only,
    /// The study prefers its source.
    Study,
    /// It is published, the other one was computed here.
    Published,
    /// Its way of counting stands before in the catalogue.
    Counting,
    /// It was counted, the other one estimated or modelled.
    Made,
    /// It was read at the official source.
    Answers,
    /// Fewer of its figures are in doubt.
    Doubt,
    /// Its figures reach a later period.
    Reach,
    /// It is of a later release.
    Release,
    /// It has more periods.
    Periods,
    /// Nothing else tells them apart than their names.
    Name,
}

impl Reason {
    /// A word for tables and catalogues.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Only => "only",
            Reason::Study => "study",
            Reason::Published => "published",
            Reason::Counting => "counting",
            Reason::Made => "made",
            Reason::Answers => "answers",
            Reason::Doubt => "doubt",
            Reason::Reach => "reach",
            Reason::Release => "release",
            Reason::Periods => "periods",
            Reason::Name => "name",
        }
    }
}

/// What would be said with one source and not with another.
#[derive(Debug, Clone, PartialEq)]
pub enum Assertion {
    /// Between two periods one rises and the other falls.
    Direction {
        /// The earlier period.
        from: TimePeriod,
        /// The later period.
        to: TimePeriod,
        /// Points of the first side.
        first: (PointId, PointId),
        /// Points of the other side.
        other: (PointId, PointId),
    },
    /// In a period one is above zero and the other below.
    Sign {
        /// The period.
        period: TimePeriod,
        /// Points of both sides.
        points: (PointId, PointId),
    },
}

/// Sources of one quantity beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Sides, the one that is picked first.
    pub sides: Vec<Side>,
    /// Why the first one is picked.
    pub reason: Reason,
    /// Values of the sides for each period, in the unit of the indicator.
    pub periods: Vec<Row>,
    /// What would be said otherwise, by the number of the other side.
    pub assertions: Vec<(usize, Assertion)>,
}

impl Comparison {
    /// Other sides whose latest figure is later than the last one of the side that is picked and is
    /// in doubt, with its point: a reader who sees it must be told why it was not picked.
    pub fn later_in_doubt(&self, table: &Table) -> Vec<(usize, PointId)> {
        let last = |side: usize| -> Option<PointId> {
            let values = self.periods.iter().rev().find_map(|row| row.values[side]);
            values.map(|(_, id)| id)
        };
        let end = |id: PointId| table.point(id).period.days().1;
        let is_in_doubt = |id: PointId| table.point(id).status == Status::Doubtful;
        let is_clear = |row: &&Row| row.values[0].is_some_and(|(_, id)| !is_in_doubt(id));
        let picked = self.periods.iter().filter(is_clear).filter_map(|row| row.values[0]);
        let reach = picked.map(|(_, id)| end(id)).max().unwrap_or(i64::MIN);
        let others = (1..self.sides.len()).filter_map(|side| Some((side, last(side)?)));
        others.filter(|(_, id)| is_in_doubt(*id) && end(*id) > reach).collect()
    }
}

/// Values of one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The period.
    pub period: TimePeriod,
    /// The value of each side, and its point.
    pub values: Vec<Option<(f64, PointId)>>,
    /// Highest minus lowest, as a share of the one that is larger without its sign; `None` where
    /// there are fewer than two.
    pub spread: Option<f64>,
}

/// Series of one quantity as sides, best first. The rule picks whole sides: preferred by the study;
/// published before computed here; way of counting in the order of the catalogue; counted before
/// estimated and modelled; official before press; fewest figures in doubt; latest period; latest
/// release; most periods; name.
pub fn sides(catalogue: &Catalogue, table: &Table, series: &[SeriesId]) -> Vec<Side> {
    let mut sides: Vec<Side> = Vec::new();
    for number in series {
        let of = &table.series[*number as usize];
        let found = sides.iter_mut().find(|side| {
            (side.source, side.code, side.definition) == (of.source, of.code, of.definition)
                && table.series[side.series[0] as usize].is_computed == of.is_computed
        });
        match found {
            Some(side) => side.series.push(*number),
            None => sides.push(Side {
                source: of.source,
                code: of.code,
                definition: of.definition,
                counts: of.counts,
                series: vec![*number],
            }),
        }
    }
    if sides.len() > 1 {
        sides.sort_by_cached_key(|side| Rank::of(catalogue, table, side));
    }
    sides
}

/// What a side is picked by, in the order of the rule; less is better.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    study: usize,
    published: bool,
    counting: usize,
    made: u8,
    answers: u8,
    /// Thousandths of its figures.
    doubt: usize,
    reach: Reverse<i64>,
    release: Reverse<String>,
    periods: Reverse<usize>,
    name: (String, String),
}

impl Rank {
    fn of(catalogue: &Catalogue, table: &Table, side: &Side) -> Rank {
        let series: Vec<_> = side.series.iter().map(|one| &table.series[*one as usize]).collect();
        let first = series[0];
        let source = table.text(side.source);
        let place = |list: &[String], name: &str| {
            list.iter().position(|one| one == name).unwrap_or(list.len())
        };
        let prefer: Vec<String> = catalogue
            .get(table.text(first.indicator))
            .map(|one| one.prefer.iter().map(|id| id.0.clone()).collect())
            .unwrap_or_default();
        let points: Vec<_> = series.iter().flat_map(|one| &one.points).collect();
        let doubtful = points
            .iter()
            .filter(|point| matches!(point.status, Status::Doubtful | Status::Derived))
            .count();
        let years: BTreeSet<_> =
            points.iter().filter(|point| point.value.is_some()).map(|point| point.period).collect();
        // Only releases that are named by their year follow each other.
        let is_dated = |text: &&str| text.starts_with("19") || text.starts_with("20");
        let releases = series.iter().map(|one| table.text(one.vintage)).filter(is_dated);
        let release = releases.max().unwrap_or_default();
        let last = years.iter().map(|period| period.days().1).max().unwrap_or(i64::MIN);
        Rank {
            study: place(&catalogue.preferred, source),
            published: first.is_computed,
            counting: place(&prefer, table.text(side.counts)),
            made: match first.made {
                Some(Nature::Counted) => 0,
                None => 1,
                Some(Nature::Estimated) => 2,
                Some(Nature::Modelled) => 3,
            },
            answers: match table.text(first.answers) {
                "official" => 0,
                "via_press" => 2,
                "press" => 3,
                _ => 1,
            },
            doubt: doubtful * 1000 / points.len().max(1),
            reach: Reverse(last),
            release: Reverse(release.to_owned()),
            periods: Reverse(years.len()),
            name: (source.to_owned(), table.text(side.code).to_owned()),
        }
    }

    fn reason(&self, next: &Rank) -> Reason {
        let steps = [
            (self.study != next.study, Reason::Study),
            (self.published != next.published, Reason::Published),
            (self.counting != next.counting, Reason::Counting),
            (self.made != next.made, Reason::Made),
            (self.answers != next.answers, Reason::Answers),
            (self.doubt != next.doubt, Reason::Doubt),
            (self.reach != next.reach, Reason::Reach),
            (self.release != next.release, Reason::Release),
            (self.periods != next.periods, Reason::Periods),
        ];
        let first = steps.iter().find(|(differs, _)| *differs);
        first.map_or(Reason::Name, |(_, reason)| *reason)
    }
}

/// Sets all sources of an indicator for an area and a partner side by side; `None` where there is
/// none.
pub fn compare(
    catalogue: &Catalogue,
    table: &Table,
    index: &Index,
    (indicator, area, partner): (Word, Word, Word),
) -> Option<Comparison> {
    let sides = sides(catalogue, table, index.series(indicator, area, partner));
    let wanted = catalogue.unit_of(table.text(indicator));
    let ranks: Vec<Rank> = sides.iter().map(|side| Rank::of(catalogue, table, side)).collect();
    let reason = match ranks.as_slice() {
        [] => return None,
        [_] => Reason::Only,
        [first, next, ..] => first.reason(next),
    };
    let values: Vec<Vec<Value>> =
        sides.iter().map(|side| index::merged(catalogue, table, &side.series, wanted)).collect();
    let in_unit = |base: f64| wanted.map_or(base, |unit| unit.of_base(base));
    let periods: BTreeMap<((i64, i64), TimePeriod), ()> =
        values.iter().flatten().map(|value| ((value.period.days(), value.period), ())).collect();
    let rows = periods
        .into_keys()
        .map(|(_, period)| {
            let values: Vec<Option<(f64, PointId)>> = values
                .iter()
                .map(|own| index::at(own, period).map(|value| (in_unit(value.base), value.id)))
                .collect();
            let spread = spread(values.iter().flatten().map(|(value, _)| *value));
            Row { period, values, spread }
        })
        .collect();
    let mut assertions = Vec::new();
    for (number, other) in values.iter().enumerate().skip(1) {
        assertions
            .extend(differ(&values[0], other).into_iter().map(|assertion| (number, assertion)));
    }
    Some(Comparison { sides, reason, periods: rows, assertions })
}

/// Highest minus lowest of at least two values, as a share of the larger one without its sign; 0
/// where all are 0.
pub fn spread(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut low, mut high, mut count) = (f64::MAX, f64::MIN, 0);
    for value in values {
        (low, high, count) = (low.min(value), high.max(value), count + 1);
    }
    let size = low.abs().max(high.abs());
    (count > 1).then(|| if size > 0.0 { (high - low) / size } else { 0.0 })
}

/// What is said otherwise with another side: neighbouring common periods between which one rises
/// and the other falls, each by more than two percent, and periods with different signs.
pub fn differ(first: &[Value], other: &[Value]) -> Vec<Assertion> {
    let common: Vec<(&Value, &Value)> =
        first.iter().filter_map(|value| Some((value, index::at(other, value.period)?))).collect();
    let mut assertions = Vec::new();
    for (one, two) in &common {
        if one.base * two.base < 0.0 {
            let points = (one.id, two.id);
            assertions.push(Assertion::Sign { period: one.period, points });
        }
    }
    let change = |from: f64, to: f64| (to - from) / from.abs().max(to.abs()).max(f64::MIN_POSITIVE);
    for pair in common.windows(2) {
        let [(a, x), (b, y)] = pair else { continue };
        let is_same_sort = a.period.kind() == b.period.kind();
        let (one, two) = (change(a.base, b.base), change(x.base, y.base));
        if is_same_sort && one * two < 0.0 && one.abs() > CHANGE && two.abs() > CHANGE {
            assertions.push(Assertion::Direction {
                from: a.period,
                to: b.period,
                first: (a.id, b.id),
                other: (x.id, y.id),
            });
        }
    }
    assertions
}
