//! Tables of an RTF text: they are told paragraph by paragraph.

use crate::archive::{Flaw, Room};
use crate::block::{Block, Cell, flat, is_note};

/// Deepest tables in tables.
const DEEPEST: usize = 20;
/// Most cells of a row.
const WIDEST: usize = 1000;
/// Bytes that a cell costs beside its letters, and a row beside its cells: measured with what is
/// made of them.
const CELL: usize = 420;
const ROW: usize = 480;
/// Edges of cells nearer to each other than this, in twentieths of a point, are one.
const NEAR: i32 = 30;

/// What a row says of a cell.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Definition {
    /// Right edge.
    right: i32,
    /// Goes on with the cell at its left.
    pub(crate) from_left: bool,
    /// Goes on with the cell above.
    pub(crate) from_above: bool,
}

/// A row with its cells, and what it says of each.
struct Row {
    cells: Vec<Cell>,
    definitions: Vec<Definition>,
}

/// A table that is open, and what stands in its cell so far.
#[derive(Default)]
struct Open {
    rows: Vec<Row>,
    cells: Vec<Cell>,
    blocks: Vec<Block>,
    notes: Vec<Block>,
}

/// Blocks, and the tables that are open behind them.
#[derive(Default)]
pub(crate) struct Tables {
    blocks: Vec<Block>,
    open: Vec<Open>,
    definitions: Vec<Definition>,
    next: Definition,
}

impl Tables {
    /// Adds a block that stands so deep in tables.
    pub(crate) fn push(&mut self, depth: usize, blocks: impl IntoIterator<Item = Block>) {
        self.reach(depth);
        match self.open.last_mut() {
            Some(open) => open.blocks.extend(blocks),
            None => self.blocks.extend(blocks),
        }
    }

    fn reach(&mut self, depth: usize) {
        let depth = depth.min(DEEPEST);
        while self.open.len() > depth {
            self.end();
        }
        self.open.resize_with(depth, Open::default);
    }

    /// A cell at a depth ends.
    pub(crate) fn end_cell(&mut self, depth: usize, room: &mut Room) -> Result<(), Flaw> {
        self.reach(depth.max(1));
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        let blocks = std::mem::take(&mut open.blocks);
        let (notes, blocks): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_note);
        let (text, spans) = flat(&blocks);
        room.give(blocks.iter().filter(|block| matches!(block, Block::Words(_))).count());
        room.letters(CELL / 4 + text.len())?;
        if open.cells.len() < WIDEST {
            open.cells.push(Cell { text, spans, ..Cell::default() });
        } else if let Some(last) = open.cells.last_mut() {
            last.text.push(' ');
            last.text.push_str(&text);
        }
        open.notes.extend(notes);
        Ok(())
    }

    /// A row at a depth ends, with the definitions that were told last.
    pub(crate) fn end_row(&mut self, depth: usize, room: &mut Room) -> Result<(), Flaw> {
        self.reach(depth.max(1));
        let definitions = self.definitions.clone();
        room.letters(ROW / 4 + definitions.len() * 4)?;
        if let Some(open) = self.open.last_mut() {
            let cells = std::mem::take(&mut open.cells);
            open.rows.push(Row { cells, definitions });
        }
        Ok(())
    }

    /// The definitions of a row begin.
    pub(crate) fn begin_row(&mut self) {
        self.definitions.clear();
        self.next = Definition::default();
    }

    /// What is said of the cell that is defined next.
    pub(crate) fn next(&mut self) -> &mut Definition {
        &mut self.next
    }

    /// The right edge of a cell: its definition is whole.
    pub(crate) fn edge(&mut self, right: i32) {
        let next = std::mem::take(&mut self.next);
        if self.definitions.len() < WIDEST {
            self.definitions.push(Definition { right, ..next });
        }
    }

    fn end(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        if !open.cells.is_empty() {
            // A row without an end.
            open.rows.push(Row { cells: open.cells, definitions: Vec::new() });
        }
        let mut blocks: Vec<Block> = Block::table(grid(open.rows)).into_iter().collect();
        blocks.append(&mut open.notes);
        blocks.append(&mut open.blocks);
        match self.open.last_mut() {
            Some(around) => around.blocks.extend(blocks),
            None => self.blocks.extend(blocks),
        }
    }

    /// All blocks.
    pub(crate) fn finish(mut self) -> Vec<Block> {
        self.reach(0);
        self.blocks
    }
}

/// Cells with the columns and rows that they cover: a column ends where a cell of any row does.
fn grid(rows: Vec<Row>) -> Vec<Vec<Cell>> {
    let all = rows.iter().flat_map(|row| &row.definitions);
    let mut edges: Vec<i32> = all.map(|definition| definition.right).collect();
    edges.sort_unstable();
    edges.dedup_by(|next, before| next.saturating_sub(*before) < NEAR);
    let column = |right: i32| edges.partition_point(|edge| *edge <= right);
    let mut grid: Vec<Vec<Cell>> = Vec::new();
    // For each column the cell that begins in it and may go on below.
    let mut above: std::collections::BTreeMap<usize, (usize, usize)> = Default::default();
    for (place, Row { cells, definitions }) in rows.into_iter().enumerate() {
        let mut row: Vec<Cell> = Vec::new();
        let mut left = 0;
        let known = definitions.len() == cells.len();
        for (at, cell) in cells.into_iter().enumerate() {
            let definition = definitions.get(at).copied().filter(|_| known).unwrap_or_default();
            let right = if known { column(definition.right).max(left) } else { left + 1 };
            let columns = (right - left).max(1);
            let begun = above.get(&left).copied().filter(|_| definition.from_above);
            let from_left = definition.from_left && !row.is_empty();
            let over = match begun {
                _ if from_left => row.last_mut(),
                // Where a row between them has no such cell, nothing goes on.
                Some((row, at)) => grid
                    .get_mut(row)
                    .and_then(|row| row.get_mut(at))
                    .filter(|over| row + over.rows.max(1) == place),
                None => None,
            };
            match over {
                Some(over) if from_left => {
                    over.columns = over.columns.max(1) + columns;
                    join(over, &cell);
                }
                Some(over) => {
                    over.rows = over.rows.max(1) + 1;
                    join(over, &cell);
                }
                None => {
                    above.insert(left, (place, row.len()));
                    row.push(Cell { columns, ..cell });
                }
            }
            left = right;
        }
        grid.push(row);
    }
    grid
}

/// Words in a covered cell are not shown, but are not lost either.
fn join(over: &mut Cell, cell: &Cell) {
    if !cell.text.is_empty() {
        if !over.text.is_empty() {
            over.text.push('\n');
        }
        over.text.push_str(&cell.text);
    }
}
