//! Indicators that are computed from others, each from the figures of one source where one source
//! has all of them.

use std::collections::{BTreeMap, BTreeSet};

use daryn_stats::codes::TimePeriod;
use daryn_stats::codes::period::Kind;

use crate::catalogue::Catalogue;
use crate::choice;
use crate::formula::{Formula, Look};
use crate::index::{self, Index, Value};
use crate::shares::Shares;
use crate::table::{Citation, Point, PointId, Series, SeriesId, Status, Table, Word};

/// Adds everything that can be computed to a table: for each formula, area and partner one series
/// for each source that has all that is needed; where none has, one series from the sources that
/// the rule picks for each part, which it names. Periods must be the same; nothing is carried over.
pub fn derive(catalogue: &Catalogue, table: &mut Table) -> Index {
    let mut index = Index::new(table);
    for place in &catalogue.order {
        let Some(formula) = catalogue.formula(*place) else { continue };
        let indicator = &catalogue.indicators[*place];
        let made = {
            let one = One { catalogue, table, index: &index, formula };
            one.all(&indicator.id.0)
        };
        let (name, unit) = (table.word(&indicator.id.0), table.word(&indicator.unit.0));
        for Made { area, partner, source, vintage, values } in made {
            let (source, vintage) = (table.word(&source), table.word(&vintage));
            let all = table.word("_T");
            let points: Vec<Point> = values.into_iter().map(Computed::point).collect();
            let number = table.series.len() as SeriesId;
            table.series.push(Series {
                indicator: name,
                code: name,
                area,
                area_text: area,
                partner,
                sex: all,
                age: all,
                education: all,
                unit,
                source,
                vintage,
                is_computed: true,
                points,
                ..Series::default()
            });
            index.add(number, name, area, partner);
        }
    }
    index
}

/// A computed value.
struct Computed {
    period: TimePeriod,
    /// In the unit of the indicator.
    value: Option<f64>,
    status: Status,
    rests_on: Vec<PointId>,
}

impl Computed {
    fn point(self) -> Point {
        Point {
            period: self.period,
            value: self.value,
            literal: Box::default(),
            status: if self.value.is_some() { self.status } else { Status::Missing },
            at: Citation::default(),
            note: Word::default(),
            rests_on: self.rests_on.into(),
        }
    }
}

/// A computed series.
struct Made {
    area: Word,
    partner: Word,
    source: String,
    vintage: String,
    values: Vec<Computed>,
}

/// One formula.
struct One<'a> {
    catalogue: &'a Catalogue,
    table: &'a Table,
    index: &'a Index,
    formula: &'a Formula,
}

/// What a formula looks at, for one area, partner and source.
type Operands = BTreeMap<(Look, Word), Operand>;

/// Values of a part of a formula.
struct Operand {
    values: Vec<Value>,
    /// All points of a period, where there are more than one.
    all: BTreeMap<TimePeriod, Vec<PointId>>,
}

impl Operand {
    fn of(values: Vec<Value>) -> Operand {
        Operand { values, all: BTreeMap::new() }
    }
}

impl One<'_> {
    fn all(&self, id: &str) -> Vec<Made> {
        let looks = self.formula.looks();
        let mut operands: Vec<(Look, Word)> = Vec::new();
        for (look, name) in looks {
            // What never occurs has no word: then there is nothing to compute.
            let Some(word) = self.table.known(name) else { return Vec::new() };
            if !operands.contains(&(look, word)) {
                operands.push((look, word));
            }
        }
        let own = operands.iter().find(|(look, _)| *look != Look::Mirror);
        let areas: BTreeSet<Word> = match (own, operands.first()) {
            (Some((_, word)), _) => self.index.areas(*word).collect(),
            // Where all is seen from the other side, those that are reported of.
            (None, Some((_, word))) => {
                let partners =
                    self.index.areas(*word).flat_map(|area| self.index.partners(*word, area));
                partners.filter(|area| index::is_single(self.table, *area)).collect()
            }
            (None, None) => return Vec::new(),
        };
        let wanted = self.catalogue.unit_of(id);
        let mut made = Vec::new();
        for area in areas {
            for partner in self.partners(area, &operands) {
                let lanes = self.lanes(area, partner, &operands);
                for lane in lanes {
                    let values = self.values(&lane.operands, wanted);
                    if !values.is_empty() {
                        let Lane { source, vintage, .. } = lane;
                        made.push(Made { area, partner, source, vintage, values });
                    }
                }
            }
        }
        made
    }

    /// Partners for which all parts that are looked at by partner have series.
    fn partners(&self, area: Word, operands: &[(Look, Word)]) -> BTreeSet<Word> {
        let whole = Word::WORLD;
        let mut common: Option<BTreeSet<Word>> = None;
        for (look, word) in operands {
            let own: BTreeSet<Word> = match look {
                Look::Value | Look::Previous => self.index.partners(*word, area).collect(),
                Look::Mirror => self
                    .index
                    .areas(*word)
                    .filter(|other| !self.index.series(*word, *other, area).is_empty())
                    .collect(),
                Look::Total => continue,
                Look::Partners | Look::Concentration | Look::Largest => [whole].into(),
            };
            common = Some(match common {
                None => own,
                Some(common) => common.intersection(&own).copied().collect(),
            });
        }
        common.unwrap_or_default()
    }

    /// One lane for each source that has all parts; where none has, one of the sources that the
    /// rule picks.
    fn lanes(&self, area: Word, partner: Word, operands: &[(Look, Word)]) -> Vec<Lane> {
        let mut common: Option<BTreeSet<Word>> = None;
        for (look, word) in operands {
            if *look == Look::Mirror {
                continue;
            }
            let mut own = BTreeSet::new();
            for of in self.looked_at(*look, *word, area, partner) {
                own.extend(index::sources(self.table, self.index.series(*word, area, of)));
            }
            common = Some(match common {
                None => own,
                Some(common) => common.intersection(&own).copied().collect(),
            });
        }
        let common = common.unwrap_or_default();
        if common.is_empty() {
            return self.lane(area, partner, operands, None).into_iter().collect();
        }
        common
            .into_iter()
            .filter_map(|source| self.lane(area, partner, operands, Some(source)))
            .collect()
    }

    /// The partners of which series are looked at.
    fn looked_at(&self, look: Look, word: Word, area: Word, partner: Word) -> Vec<Word> {
        let whole = Word::WORLD;
        match look {
            Look::Value | Look::Previous | Look::Mirror => vec![partner],
            Look::Total => vec![whole],
            Look::Partners | Look::Concentration | Look::Largest => self
                .index
                .partners(word, area)
                .filter(|other| index::is_single(self.table, *other))
                .collect(),
        }
    }

    fn lane(
        &self,
        area: Word,
        partner: Word,
        operands: &[(Look, Word)],
        source: Option<Word>,
    ) -> Option<Lane> {
        let mut lane =
            Lane { source: String::new(), vintage: String::new(), operands: Operands::new() };
        let (mut sources, mut vintages) = (Vec::new(), Vec::new());
        for (look, word) in operands {
            let unit = self.catalogue.unit_of(self.table.text(*word));
            let taken = |area: Word, of: Word, source: Option<Word>| -> Vec<SeriesId> {
                let all = self.index.series(*word, area, of);
                let source = source.or_else(|| {
                    choice::sides(self.catalogue, self.table, all).first().map(|side| side.source)
                });
                all.iter()
                    .filter(|one| Some(self.table.series[**one as usize].source) == source)
                    .copied()
                    .collect()
            };
            let one = |series: Vec<SeriesId>| {
                (Operand::of(index::merged(self.catalogue, self.table, &series, unit)), series)
            };
            let (operand, used) = match look {
                Look::Mirror => one(taken(partner, area, None)),
                Look::Partners | Look::Concentration | Look::Largest => {
                    self.over_partners(*look, *word, area, &taken, source)
                }
                _ => {
                    let of = self.looked_at(*look, *word, area, partner);
                    one(taken(area, of.first().copied()?, source))
                }
            };
            if operand.values.is_empty() {
                return None;
            }
            for number in used {
                let series = &self.table.series[number as usize];
                for (list, word) in [(&mut sources, series.source), (&mut vintages, series.vintage)]
                {
                    let text = self.table.text(word).to_owned();
                    if !text.is_empty() && !list.contains(&text) {
                        list.push(text);
                    }
                }
            }
            lane.operands.insert((*look, *word), operand);
        }
        vintages.sort();
        lane.source = sources.join(" + ");
        lane.vintage = vintages.join(" + ");
        Some(lane)
    }

    /// Sums and shares over single partners, by period.
    fn over_partners(
        &self,
        look: Look,
        word: Word,
        area: Word,
        taken: &dyn Fn(Word, Word, Option<Word>) -> Vec<SeriesId>,
        source: Option<Word>,
    ) -> (Operand, Vec<SeriesId>) {
        let unit = self.catalogue.unit_of(self.table.text(word));
        let whole = Word::WORLD;
        let mut by_period: BTreeMap<((i64, i64), TimePeriod), Vec<Value>> = BTreeMap::new();
        let mut used = Vec::new();
        for of in self.looked_at(look, word, area, whole) {
            let series = taken(area, of, source);
            for value in index::merged(self.catalogue, self.table, &series, unit) {
                by_period.entry((value.period.days(), value.period)).or_default().push(value);
            }
            used.extend(series);
        }
        let totals = index::merged(self.catalogue, self.table, &taken(area, whole, source), unit);
        let mut all = BTreeMap::new();
        let values = by_period.into_iter().filter_map(|((_, period), values)| {
            let total = index::at(&totals, period).map(|total| total.base);
            let shares = Shares::new(values.iter().map(|value| value.base), total);
            let base = match look {
                Look::Concentration => shares.concentration()?,
                // The largest one that was seen may not be the largest where few were.
                Look::Largest if !shares.is_covered() => return None,
                Look::Largest => shares.largest(1)?,
                _ => shares.sum(),
            };
            let status = values.iter().map(|value| value.status).max().unwrap_or_default();
            let id = values.first()?.id;
            all.insert(period, values.iter().map(|value| value.id).collect());
            Some(Value { period, base, id, status })
        });
        let values = values.collect();
        (Operand { values, all }, used)
    }

    /// Results for the periods of the first part.
    fn values(&self, operands: &Operands, wanted: Option<&crate::Unit>) -> Vec<Computed> {
        let now = operands.iter().filter(|((look, _), _)| *look != Look::Previous);
        let Some((_, first)) = now.min_by_key(|(_, operand)| operand.values.len()) else {
            return Vec::new();
        };
        let mut computed = Vec::new();
        for Value { period, .. } in first.values.iter().copied() {
            let (mut rests_on, mut status, mut is_there) = (Vec::new(), Status::Derived, true);
            let result = self.formula.result(&mut |look, name| {
                let word = self.table.known(name)?;
                let operand = operands.get(&(look, word))?;
                let found = match look {
                    Look::Previous => {
                        operand.values.iter().find(|value| is_year_before(&value.period, &period))
                    }
                    _ => index::at(&operand.values, period),
                };
                let Some(found) = found else {
                    is_there = false;
                    return None;
                };
                status = status.max(found.status);
                let own = [found.id];
                let all = operand.all.get(&period).map_or(own.as_slice(), Vec::as_slice);
                for id in all {
                    if !rests_on.contains(id) {
                        rests_on.push(*id);
                    }
                }
                Some(found.base)
            });
            // Where a part is missing nothing was computed; where all are there and there is no
            // result, it is not defined.
            if is_there {
                let value = result.map(|base| wanted.map_or(base, |unit| unit.of_base(base)));
                computed.push(Computed { period, value, status, rests_on });
            }
        }
        computed
    }
}

/// The figures of one source, or of several where none has all.
struct Lane {
    source: String,
    vintage: String,
    operands: Operands,
}

fn is_year_before(earlier: &TimePeriod, later: &TimePeriod) -> bool {
    matches!(later.kind(), Kind::Year | Kind::Academic)
        && earlier.kind() == later.kind()
        && earlier.year() + 1 == later.year()
}
