//! A table while it is read: cells that go on in the next row become spans.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::block::{Block, Cell, Remark, Span, What};
use crate::document::ChangeKind;
use crate::xml::Element;

/// Rows of a table.
#[derive(Default)]
pub(crate) struct Rows {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    column: usize,
    /// Where the merged cell stands that last began in a column: row and place in it.
    begun: BTreeMap<usize, (usize, usize)>,
    /// Cells of other rows that go on in this one.
    continued: Vec<(usize, usize)>,
    columns: usize,
    /// Whether the cell is one of several that are merged over rows.
    is_merged: bool,
    goes_on: bool,
    /// Who deleted the row, and when.
    deleted: Option<(Option<String>, Option<String>)>,
    /// Remarks that have no words to stand at.
    pending: Vec<Span>,
    /// Notes that cells refer to: they stand behind the table.
    pub(crate) notes: Vec<Block>,
}

impl Rows {
    /// A row begins, or something is said of a cell.
    pub(crate) fn property(&mut self, element: &Element<'_>) {
        let count = element.number::<usize>("val").unwrap_or(1);
        match element.name() {
            "tr" => {
                (self.row, self.column, self.continued) = (Vec::new(), 0, Vec::new());
                self.begin_cell();
            }
            "gridBefore" if count > 0 => {
                let count = count.min(1000);
                self.row.push(Cell { columns: count, ..Cell::default() });
                self.column += count;
            }
            "gridSpan" => self.columns = count.clamp(1, 1000),
            "vMerge" => {
                self.is_merged = true;
                self.goes_on = element.val().as_deref() != Some("restart");
            }
            _ => {}
        }
    }

    fn begin_cell(&mut self) {
        (self.columns, self.is_merged, self.goes_on) = (1, false, false);
    }

    /// A row was deleted.
    pub(crate) fn change(
        &mut self,
        kind: ChangeKind,
        author: Option<String>,
        date: Option<String>,
    ) {
        if kind == ChangeKind::Deleted {
            self.deleted = Some((author, date));
        }
    }

    /// A cell ends.
    pub(crate) fn cell(&mut self, cell: Cell) {
        let columns = self.columns;
        let above = self.begun.get(&self.column).copied().filter(|_| self.goes_on);
        let here = self.rows.len();
        let around = above.and_then(|(row, place)| {
            let around = self.rows.get_mut(row)?.get_mut(place)?;
            // Where a row between them has no such cell, or it is of another width, nothing goes on.
            let is_on = row + around.rows.max(1) == here && around.columns.max(1) == columns;
            is_on.then_some(around)
        });
        match above.zip(around) {
            Some(((row, place), around)) => {
                around.rows = around.rows.max(1) + 1;
                self.continued.push((row, place));
                self.pending.extend(cell.spans);
            }
            None => {
                // Nothing goes on from a cell that is not one of those that are merged.
                match self.is_merged {
                    true => self.begun.insert(self.column, (self.rows.len(), self.row.len())),
                    false => self.begun.remove(&self.column),
                };
                self.row.push(Cell { columns, ..cell });
            }
        }
        self.column += columns;
        self.begin_cell();
    }

    /// A row ends.
    pub(crate) fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        let deleted = self.deleted.take();
        if row.is_empty() || deleted.is_some() {
            // A row that is not there is not one of those that a cell covers.
            for (row, place) in std::mem::take(&mut self.continued) {
                self.rows[row][place].rows -= 1;
            }
        }
        let Some((author, date)) = deleted else {
            if !row.is_empty() {
                self.rows.push(row);
            }
            return;
        };
        let here = self.rows.len();
        self.begun.retain(|_, (row, _)| *row < here);
        let cells: Vec<String> = row.into_iter().map(|cell| cell.text).collect();
        let remark = Remark {
            what: What::Change(ChangeKind::Deleted),
            text: cells.join("\t"),
            author,
            date,
        };
        self.pending.push(Span { start: 0, end: 0, remark: Rc::new(remark) });
    }

    /// The rows, and the notes behind them.
    pub(crate) fn finish(mut self) -> (Vec<Vec<Cell>>, Vec<Block>) {
        if !self.row.is_empty() {
            self.end_row();
        }
        if !self.pending.is_empty() {
            // At the end of the last cell, or by themselves where no row is left.
            let spans = std::mem::take(&mut self.pending);
            match self.rows.last_mut().and_then(|row| row.last_mut()) {
                Some(cell) => {
                    let end = cell.text.len();
                    let there = spans.into_iter().map(|span| Span { start: end, end, ..span });
                    cell.spans.extend(there);
                }
                None => {
                    let words = crate::block::Words { spans, ..crate::block::Words::default() };
                    self.notes.insert(0, Block::Words(words));
                }
            }
        }
        (self.rows, self.notes)
    }
}
