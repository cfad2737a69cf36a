//! Where the tables of a sheet stand, and which heads its columns have: found before any
//! observation is read, since merged ranges stand at the end of a sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::grid::{Area, Grid, Line, MOST_ROWS, Piece};
use super::mapping::{Column, Columns, End, Leads, Skip, Spot, Table, Value, plain};
use super::package::Flaw;

/// Merged ranges of heads that are looked at; no table for people has so many.
const MOST_MERGED_HEADS: usize = 2_000;

/// What was found of a cell that a mapping names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    pub(crate) row: u32,
    pub(crate) text: String,
}

/// What was found of a sheet.
#[derive(Debug, Default)]
pub(crate) struct SheetFacts {
    pub(crate) merged: Vec<Area>,
    pub(crate) hidden_columns: Vec<std::ops::Range<u32>>,
    /// For each table: where it begins.
    pub(crate) begins: Vec<Option<Found>>,
    /// For each table: the cell before whose row it ends.
    pub(crate) ends: Vec<Option<Found>>,
    /// For each table and fixed component: the cell that holds the value.
    pub(crate) fixed: Vec<Vec<Option<Found>>>,
    /// Whether any cell holds something.
    pub(crate) has_cells: bool,
}

/// A cell that is looked for.
struct Wanted<'a> {
    spot: &'a Spot,
    seen: u32,
    found: Option<Found>,
}

impl<'a> Wanted<'a> {
    fn new(spot: &'a Spot) -> Wanted<'a> {
        Wanted { spot, seen: 0, found: None }
    }

    fn look(&mut self, line: &Line) {
        if self.found.is_some() {
            return;
        }
        for cell in line.cells() {
            let text = line.shown(cell);
            let fits = match self.spot {
                Spot::Cell(row, column) => line.row == *row && cell.column == *column,
                Spot::Found { words, column, .. } => {
                    column.is_none_or(|own| own == cell.column)
                        && !text.trim().is_empty()
                        && words.fit(text)
                }
            };
            if !fits {
                continue;
            }
            self.seen += 1;
            let wanted = match self.spot {
                Spot::Cell(..) => 1,
                Spot::Found { occurrence, .. } => *occurrence,
            };
            if self.seen == wanted {
                self.found = Some(Found { row: line.row, text: plain(text) });
                return;
            }
        }
    }
}

impl SheetFacts {
    /// Goes through a sheet once.
    pub(crate) fn find<'a>(grid: &dyn Grid, tables: &[&'a Table]) -> Result<SheetFacts, Flaw> {
        let mut begins: Vec<_> =
            tables.iter().map(|table| table.begin.as_ref().map(Wanted::new)).collect();
        let mut ends: Vec<_> = tables
            .iter()
            .map(|table| match &table.end {
                End::Before(spot) => Some(Wanted::new(spot)),
                _ => None,
            })
            .collect();
        let mut fixed: Vec<Vec<_>> = tables
            .iter()
            .map(|table| {
                let wanted = |value: &'a Value| match value {
                    Value::Cell(spot, _) => Some(Wanted::new(spot)),
                    Value::Said(_) => None,
                };
                table.fixed.iter().map(|one| wanted(&one.value)).collect()
            })
            .collect();
        let mut facts = SheetFacts::default();
        grid.walk(&mut |piece| {
            match piece {
                Piece::Merged(area) => facts.merged.push(area),
                Piece::HiddenColumns(columns) => facts.hidden_columns.push(columns),
                Piece::Line(line) => {
                    facts.has_cells |= !line.is_blank();
                    for (begin, end) in begins.iter_mut().zip(&mut ends) {
                        let row = match begin {
                            Some(begin) => {
                                begin.look(line);
                                begin.found.as_ref().map(|found| found.row)
                            }
                            None => Some(1),
                        };
                        // A table ends behind its beginning.
                        if let Some(end) = end
                            && row.is_some_and(|row| line.row > row)
                        {
                            end.look(line);
                        }
                    }
                    for wanted in fixed.iter_mut().flatten().flatten() {
                        wanted.look(line);
                    }
                }
            }
            ControlFlow::Continue(())
        })?;
        let found = |wanted: Option<Wanted<'_>>| wanted.and_then(|wanted| wanted.found);
        facts.begins = begins.into_iter().map(found).collect();
        facts.ends = ends.into_iter().map(found).collect();
        facts.fixed = fixed.into_iter().map(|all| all.into_iter().map(found).collect()).collect();
        facts.merged.sort_by_key(|area| (area.top, area.left));
        Ok(facts)
    }
}

/// A head: what stands there, and the raised mark of a note behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) text: String,
    pub(crate) note: String,
}

/// Where the parts of a table stand.
#[derive(Debug)]
pub(crate) struct Layout {
    /// First row of data.
    pub(crate) first: u32,
    /// The row before which data end.
    pub(crate) end: u32,
    /// For each head row of the mapping: heads by column.
    pub(crate) heads: Vec<BTreeMap<u32, Head>>,
    /// For each head column of the mapping: its number.
    pub(crate) head_columns: Vec<u32>,
    /// For each section of the mapping: its column.
    pub(crate) sections: Vec<u32>,
    /// Columns of data; `None` where all behind the heads are.
    pub(crate) columns: Option<BTreeSet<u32>>,
    /// Where columns of data are those that have heads: the column behind which they stand.
    pub(crate) behind: Option<u32>,
    /// Columns that are not read.
    pub(crate) skipped: Vec<(u32, u32)>,
    /// Columns without which a row that only has marks of what is missing is not read.
    pub(crate) needed: Vec<u32>,
    /// Heads by which a column is named and that are not there.
    pub(crate) lacking: Vec<String>,
}

impl Layout {
    /// Finds heads and columns of a table that begins at a row.
    pub(crate) fn find(
        grid: &dyn Grid,
        table: &Table,
        begin: u32,
        end: Option<u32>,
        merged: &[Area],
    ) -> Result<Layout, Flaw> {
        let row_of =
            |below: i64| u32::try_from(i64::from(begin) + below).unwrap_or(1).clamp(1, MOST_ROWS);
        let rows: Vec<u32> = table.head_rows.iter().map(|head| row_of(head.row)).collect();
        let last_head = rows.iter().copied().max();
        let first = match table.first_row {
            Some(below) => row_of(below),
            None => last_head.map_or(begin, |row| row.saturating_add(1)),
        };
        let named = names_columns(table);
        let mut wanted: BTreeSet<u32> = rows.iter().copied().collect();
        if named {
            wanted.insert(begin);
        }
        // The text of a merged head stands in its first cell, which may be in another row.
        let near: Vec<Area> = merged
            .iter()
            .filter(|area| rows.iter().any(|row| (area.top..=area.bottom).contains(row)))
            .take(MOST_MERGED_HEADS)
            .copied()
            .collect();
        wanted.extend(near.iter().map(|area| area.top));
        let last = wanted.iter().max().copied().unwrap_or(0);
        let mut texts: BTreeMap<u32, BTreeMap<u32, Head>> = BTreeMap::new();
        if last > 0 {
            grid.walk(&mut |piece| {
                let Piece::Line(line) = piece else { return ControlFlow::Continue(()) };
                if wanted.contains(&line.row) {
                    let heads = texts.entry(line.row).or_default();
                    for cell in line.cells() {
                        let (text, note) = (plain(line.shown(cell)), line.note(cell).to_owned());
                        if !text.is_empty() {
                            heads.insert(cell.column, Head { text, note });
                        }
                    }
                }
                if line.row >= last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })?;
        }
        let none = BTreeMap::new();
        let at_begin = texts.get(&begin).unwrap_or(&none);
        let mut lacking = Vec::new();
        let mut number = |column: &Column| match column {
            Column::Number(number) => *number,
            Column::Head(head) => {
                let found = at_begin.iter().find(|(_, own)| own.text == *head);
                found.map_or_else(
                    || {
                        lacking.push(head.clone());
                        0
                    },
                    |(number, _)| *number,
                )
            }
        };
        let head_columns: Vec<u32> =
            table.head_columns.iter().map(|head| number(&head.column)).collect();
        let sections = table.sections.iter().map(|one| number(&one.column)).collect();
        let needed = table
            .skip
            .iter()
            .filter_map(|skip| match skip {
                Skip::Blank(column) => Some(number(column)),
                Skip::Rows(..) | Skip::Cells(_) | Skip::Columns(_) => None,
            })
            .collect();
        let mut range = |columns: &Columns| (number(&columns.first), number(&columns.last));
        let skipped: Vec<(u32, u32)> = table
            .skip
            .iter()
            .filter_map(|skip| match skip {
                Skip::Columns(columns) => Some(range(columns)),
                Skip::Rows(..) | Skip::Cells(_) | Skip::Blank(_) => None,
            })
            .collect();
        let explicit: Option<Vec<(u32, u32)>> =
            table.columns.as_ref().map(|all| all.iter().map(range).collect());
        let heads: Vec<BTreeMap<u32, Head>> = table
            .head_rows
            .iter()
            .zip(&rows)
            .map(|(head, row)| heads_of(*row, head.fill, &texts, &near))
            .collect();
        let is_skipped =
            |column: u32| skipped.iter().any(|(first, last)| (*first..=*last).contains(&column));
        let behind = head_columns.iter().copied().max().unwrap_or(0);
        let by_heads = (explicit.is_none() && !heads.is_empty()).then_some(behind);
        let columns = match explicit {
            Some(ranges) => Some(
                ranges
                    .into_iter()
                    .filter(|(first, _)| *first > 0)
                    .flat_map(|(first, last)| first..=last)
                    .filter(|column| !is_skipped(*column) && !head_columns.contains(column))
                    .collect(),
            ),
            None if heads.is_empty() => None,
            None => {
                // A column has data where all heads that must be there are there.
                let mut columns: BTreeSet<u32> =
                    heads.iter().flat_map(|heads| heads.keys().copied()).collect();
                columns.retain(|column| *column > behind && !is_skipped(*column));
                for (head, heads) in table.head_rows.iter().zip(&heads) {
                    if !head.optional && !matches!(head.leads, Leads::Labels(_)) {
                        columns.retain(|column| heads.contains_key(column));
                    }
                }
                Some(columns)
            }
        };
        let end = end.unwrap_or(u32::MAX);
        Ok(Layout {
            first,
            end,
            heads,
            head_columns,
            sections,
            columns,
            behind: by_heads,
            skipped,
            needed,
            lacking,
        })
    }

    /// Whether a column would hold data if it had the heads that the mapping asks for.
    pub(crate) fn lacks_head(&self, column: u32) -> bool {
        let is_within = |(first, last): &(u32, u32)| (*first..=*last).contains(&column);
        self.behind.is_some_and(|behind| column > behind)
            && !self.is_data(column)
            && !self.skipped.iter().any(is_within)
            && !self.sections.contains(&column)
            && !self.needed.contains(&column)
    }

    /// Whether a column holds data.
    pub(crate) fn is_data(&self, column: u32) -> bool {
        match &self.columns {
            Some(columns) => columns.contains(&column),
            None => {
                let behind = self.head_columns.iter().copied().max().unwrap_or(0);
                let is_within = |(first, last): &(u32, u32)| (*first..=*last).contains(&column);
                column > behind && !self.skipped.iter().any(is_within)
            }
        }
    }
}

/// Whether a column of the table is named by its head.
fn names_columns(table: &Table) -> bool {
    let is_named = |column: &Column| matches!(column, Column::Head(_));
    let any = |columns: &Columns| is_named(&columns.first) || is_named(&columns.last);
    table.head_columns.iter().any(|head| is_named(&head.column))
        || table.sections.iter().any(|one| is_named(&one.column))
        || table.columns.iter().flatten().any(any)
        || table.skip.iter().any(|skip| match skip {
            Skip::Columns(columns) => any(columns),
            Skip::Blank(column) => is_named(column),
            Skip::Rows(..) | Skip::Cells(_) => false,
        })
}

/// The heads of a row by column: what stands there, else what stands in the first cell of a merged
/// range, else, where it is said so, what stands at the left.
fn heads_of(
    row: u32,
    fill: bool,
    texts: &BTreeMap<u32, BTreeMap<u32, Head>>,
    near: &[Area],
) -> BTreeMap<u32, Head> {
    let mut heads = texts.get(&row).cloned().unwrap_or_default();
    for area in near.iter().filter(|area| (area.top..=area.bottom).contains(&row)) {
        let first = texts.get(&area.top).and_then(|heads| heads.get(&area.left)).cloned();
        if let Some(first) = first {
            for column in area.left..=area.right {
                heads.entry(column).or_insert_with(|| first.clone());
            }
        }
    }
    if fill {
        let widest = texts.values().filter_map(|heads| heads.keys().max()).max().copied();
        let mut last: Option<Head> = None;
        for column in 1..=widest.unwrap_or(0) {
            match (heads.get(&column), &last) {
                (Some(head), _) => last = Some(head.clone()),
                (None, Some(head)) => {
                    heads.insert(column, head.clone());
                }
                (None, None) => {}
            }
        }
    }
    heads
}
