//! What all tables are to a mapping: lines of cells that can be gone through again and again.

use std::ops::{ControlFlow, Range};

use super::package::Flaw;

/// Most columns of a workbook; one that names a later column is damaged.
pub(crate) const MOST_COLUMNS: u32 = 16_384;
/// Most rows of a workbook.
pub(crate) const MOST_ROWS: u32 = 1_048_576;

/// Lines of cells, from the first to the last.
pub(crate) trait Grid {
    /// Goes through all lines, then through the merged ranges, until `visit` breaks.
    fn walk(&self, visit: &mut Visit<'_>) -> Result<(), Flaw>;
}

/// What is done with the pieces of a grid.
pub(crate) type Visit<'a> = dyn FnMut(Piece<'_>) -> ControlFlow<()> + 'a;

/// A piece of a grid.
pub(crate) enum Piece<'a> {
    /// A line.
    Line(&'a Line),
    /// Cells that are shown as one.
    Merged(Area),
    /// Columns that are hidden.
    HiddenColumns(Range<u32>),
}

/// Cells from one corner to the other, rows and columns from 1, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) top: u32,
    pub(crate) left: u32,
    pub(crate) bottom: u32,
    pub(crate) right: u32,
}

impl Area {
    /// Reads `B2:D4` or `B2`.
    pub(crate) fn parse(text: &str) -> Option<Area> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
        (top <= bottom && left <= right).then_some(Area { top, left, bottom, right })
    }

    pub(crate) fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// What sort of thing stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    /// Nothing.
    #[default]
    Blank,
    /// A text.
    Text,
    /// A number.
    Number,
    /// A number that is shown as a date.
    Date,
    /// True or false.
    Boolean,
    /// `#REF!` and the like.
    Error,
    /// A formula whose value is not in the file.
    NoValue,
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    /// Its column, from 1.
    pub(crate) column: u32,
    pub(crate) kind: Kind,
    /// First byte of what it stands in, and the byte behind the last one.
    pub(crate) start: u64,
    pub(crate) end: u64,
    /// How far the text is moved to the right, where the format says so.
    pub(crate) indent: u32,
    pub(super) literal: Range<u32>,
    pub(super) shown: Range<u32>,
    pub(super) note: Range<u32>,
}

/// A line of cells. It is reused for the next one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// Its row, from 1.
    pub(crate) row: u32,
    pub(crate) is_hidden: bool,
    /// First byte, and the byte behind the last one.
    pub(crate) start: u64,
    pub(crate) end: u64,
    words: String,
    cells: Vec<Cell>,
}

impl Line {
    /// Begins another line.
    pub(crate) fn begin(&mut self, row: u32, start: u64) {
        self.words.clear();
        self.cells.clear();
        (self.row, self.is_hidden, self.start, self.end) = (row, false, start, start);
    }

    /// Adds a cell: what stands in the file, what a person sees where that is another text, and
    /// the raised mark of a note behind it.
    pub(crate) fn push(&mut self, cell: Cell, literal: &str, shown: Option<&str>, note: &str) {
        let literal = self.add(literal);
        let shown = shown.map_or_else(|| literal.clone(), |shown| self.add(shown));
        let note = self.add(note);
        self.cells.push(Cell { literal, shown, note, ..cell });
    }

    fn add(&mut self, text: &str) -> Range<u32> {
        let start = self.words.len() as u32;
        self.words.push_str(text);
        start..self.words.len() as u32
    }

    /// Its cells, in the order of the file.
    pub(crate) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cell of a column.
    pub(crate) fn cell(&self, column: u32) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }

    /// What stands in the file.
    pub(crate) fn literal(&self, cell: &Cell) -> &str {
        self.slice(&cell.literal)
    }

    /// What a person sees.
    pub(crate) fn shown(&self, cell: &Cell) -> &str {
        self.slice(&cell.shown)
    }

    /// The raised mark of a note.
    pub(crate) fn note(&self, cell: &Cell) -> &str {
        self.slice(&cell.note)
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| self.shown(cell).trim().is_empty())
    }

    fn slice(&self, range: &Range<u32>) -> &str {
        self.words.get(range.start as usize..range.end as usize).unwrap_or_default()
    }
}

/// Row and column of a reference such as `AB12` or `$AB$12`.
pub(crate) fn place(text: &str) -> Option<(u32, u32)> {
    if text.contains('$') {
        return place(&text.replace('$', ""));
    }
    let text = text.trim();
    let at = text.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = text.split_at(at);
    let row: u32 = digits.parse().ok()?;
    (1..=MOST_ROWS).contains(&row).then_some((row, column(letters)?))
}

/// The number of a column, from 1, for its letters.
pub(crate) fn column(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut number = 0;
    for letter in letters.chars() {
        let place = letter.to_ascii_uppercase() as u32;
        if !(65..=90).contains(&place) {
            return None;
        }
        number = number * 26 + place - 64;
    }
    (number <= MOST_COLUMNS).then_some(number)
}

/// The name of a cell, for example `AB12`.
pub(crate) fn cell_name(row: u32, column: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), column);
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names() {
        for (name, row, column) in
            [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1", 1, 16384)]
        {
            assert_eq!(place(name), Some((row, column)));
            assert_eq!(cell_name(row, column), name);
        }
        for name in ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZ1", "Ж1"] {
            assert_eq!(place(name), None, "{name}");
        }
        let area = Area::parse("$B$2:D4").expect("an area");
        assert!(area.holds(4, 4) && !area.holds(5, 4));
        assert_eq!(Area::parse("D4:B2"), None);
    }
}
