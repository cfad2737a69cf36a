//! Countries beside each other: figures of one source, one definition and one period.

use std::collections::BTreeMap;

use daryn_stats::codes::TimePeriod;
use daryn_stats::codes::period::Kind as Time;

use crate::catalogue::Catalogue;
use crate::choice;
use crate::index::{self, Index};
use crate::profile::Shown;
use crate::table::{Status, Table, Word};

/// An indicator of several countries.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// Its place in the catalogue.
    pub place: usize,
    /// The source.
    pub source: Word,
    /// The source's own code; that of the indicator where it was computed here.
    pub code: Word,
    /// What is counted, in the source's words; empty where it was computed here.
    pub definition: Word,
    /// Whether it was computed here.
    pub is_computed: bool,
    /// The period of all figures.
    pub period: TimePeriod,
    /// A figure for each area, in the order in which they were asked for; none where none is
    /// comparable.
    pub cells: Vec<Option<Shown>>,
}

/// What makes figures comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Same {
    is_computed: bool,
    source: Word,
    code: Word,
    definition: Word,
}

/// Figures of the first area and of others that have one source, code, definition and whole year:
/// those of most areas; of as many those of the latest period, of these those that are published
/// before those that were computed here, and then the source that the rule picks for the first
/// area. What is in doubt is left out. `None` where no other area has a comparable figure.
pub fn beside(
    catalogue: &Catalogue,
    table: &Table,
    index: &Index,
    place: usize,
    areas: &[Word],
) -> Option<Beside> {
    let word = table.known(&catalogue.indicators[place].id.0)?;
    let wanted = catalogue.unit_of(table.text(word));
    let first = *areas.first()?;
    let mut found: BTreeMap<(Same, TimePeriod), BTreeMap<Word, Shown>> = BTreeMap::new();
    let mut order: Vec<Same> = Vec::new();
    for area in areas {
        for side in choice::sides(catalogue, table, index.series(word, *area, Word::WORLD)) {
            let is_computed = table.series[side.series[0] as usize].is_computed;
            let same = Same {
                is_computed,
                source: side.source,
                code: side.code,
                definition: side.definition,
            };
            if *area == first {
                order.push(same);
            }
            for value in index::merged(catalogue, table, &side.series, wanted) {
                let is_year = matches!(value.period.kind(), Time::Year | Time::Academic);
                if value.status < Status::Doubtful && is_year {
                    let shown = Shown {
                        period: value.period,
                        value: wanted.map_or(value.base, |unit| unit.of_base(value.base)),
                        id: value.id,
                        status: value.status,
                    };
                    found.entry((same, value.period)).or_default().insert(*area, shown);
                }
            }
        }
    }
    let rank = |same: &Same| order.iter().position(|one| one == same).unwrap_or(usize::MAX);
    let ((same, period), figures) = found
        .into_iter()
        .filter(|(_, figures)| figures.len() > 1 && figures.contains_key(&first))
        .max_by_key(|((same, period), figures)| {
            let later = std::cmp::Reverse(rank(same));
            (figures.len(), period.days().1, !same.is_computed, later)
        })?;
    Some(Beside {
        place,
        source: same.source,
        code: same.code,
        definition: same.definition,
        is_computed: same.is_computed,
        period,
        cells: areas.iter().map(|area| figures.get(area).copied()).collect(),
    })
}
