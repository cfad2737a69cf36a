//! Movements and stocks between an area and its partners: a table of partners and a matrix, ready
//! for estimators of flows.

use std::collections::BTreeMap;

use daryn_stats::codes::TimePeriod;

use crate::catalogue::{Catalogue, Kind, Moves};
use crate::choice;
use crate::index::{self, Index};
use crate::shares::Shares;
use crate::table::{PointId, Table, Word};

/// What is known between an area and a partner in a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Partner {
    /// The partner: a single country.
    pub partner: Word,
    /// The value, in the unit of the indicator.
    pub value: f64,
    /// Its point.
    pub id: PointId,
    /// Its share of the [whole](Shares::whole), 0 to 1; `None` where shares are not defined: of
    /// ratios and scores, of balances and other figures with signs, of a whole that is not above
    /// zero.
    pub share: Option<f64>,
}

/// Partners of one period from one source.
#[derive(Debug, Clone, PartialEq)]
pub struct Partners {
    /// The source.
    pub source: Word,
    /// The period.
    pub period: TimePeriod,
    /// Which way figures move; `None` where they are no movement.
    pub moves: Option<Moves>,
    /// Partners, those that are largest without their sign first.
    pub partners: Vec<Partner>,
    /// The total that the source gives.
    pub total: Option<f64>,
}

/// A partner, its value and its point.
type Seen = (Word, f64, PointId);

/// The partners of an area for an indicator: of the source and period with most partners, of those
/// of the latest period, of those the source that the rule picks. Sources are not mixed.
pub fn partners(
    catalogue: &Catalogue,
    table: &Table,
    index: &Index,
    indicator: Word,
    area: Word,
) -> Option<Partners> {
    let wanted = catalogue.unit_of(table.text(indicator));
    let mut found: BTreeMap<(Word, TimePeriod), Vec<Seen>> = BTreeMap::new();
    for partner in index.partners(indicator, area) {
        if !index::is_single(table, partner) || partner == area {
            continue;
        }
        let all = index.series(indicator, area, partner);
        for source in index::sources(table, all) {
            let own: Vec<u32> = all
                .iter()
                .filter(|one| table.series[**one as usize].source == source)
                .copied()
                .collect();
            for value in index::merged(catalogue, table, &own, wanted) {
                let in_unit = wanted.map_or(value.base, |unit| unit.of_base(value.base));
                found.entry((source, value.period)).or_default().push((partner, in_unit, value.id));
            }
        }
    }
    let whole = Word::WORLD;
    let totals = index.series(indicator, area, whole);
    let order: Vec<Word> =
        choice::sides(catalogue, table, totals).into_iter().map(|side| side.source).collect();
    let place = |source: Word| {
        std::cmp::Reverse(order.iter().position(|one| *one == source).unwrap_or(order.len()))
    };
    let ((source, period), mut list) = found
        .into_iter()
        .max_by_key(|((source, period), list)| (list.len(), period.days(), place(*source)))?;
    list.sort_by(|a, b| {
        let sizes = b.1.abs().total_cmp(&a.1.abs());
        sizes.then_with(|| table.text(a.0).cmp(table.text(b.0)))
    });
    let known = catalogue.get(table.text(indicator));
    let is_counted = known.is_none_or(|one| !matches!(one.kind, Kind::Ratio | Kind::Score));
    let moves = known.and_then(|one| one.moves).filter(|_| is_counted);
    let is_signed = moves == Some(Moves::Net) || list.iter().any(|(_, value, _)| *value < 0.0);
    let is_whole = is_counted && !is_signed;
    let own: Vec<u32> = totals
        .iter()
        .filter(|one| table.series[**one as usize].source == source)
        .copied()
        .collect();
    let total = index::at(&index::merged(catalogue, table, &own, wanted), period)
        .map(|value| wanted.map_or(value.base, |unit| unit.of_base(value.base)));
    let shares = Shares::new(list.iter().map(|(_, value, _)| *value), total);
    let partners = list
        .into_iter()
        .map(|(partner, value, id)| Partner {
            partner,
            value,
            id,
            share: shares.of(value).filter(|_| is_whole),
        })
        .collect();
    Some(Partners { source, period, moves, partners, total })
}
