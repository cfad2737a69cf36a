//! A workbook as it was typed: the words of its cells, row by row, without any mapping.

use std::ops::ControlFlow;

use daryn_model::Diagnostic;

use super::grid::{Grid as _, Kind, Piece, cell_name};
use super::workbook::Workbook;
use crate::source::Source;

/// A workbook (Office Open XML) whose cells are wanted as they are. It is read within the same
/// limits as official statistics are.
pub struct Book {
    workbook: Workbook,
    file: String,
}

/// What stands in a cell that is not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed<'a> {
    /// Its column, from 1.
    pub column: u32,
    /// Its text; a number as it stands in the file, a date and a truth value as they are shown.
    pub text: &'a str,
}

impl Book {
    /// Opens a workbook and reads all but its sheets.
    ///
    /// # Errors
    /// Where the bytes are no workbook, are damaged, protected by a password, or unpack to more
    /// than a workbook may.
    pub fn open(source: &Source) -> Result<Book, Box<Diagnostic>> {
        let file = source.name().to_owned();
        match Workbook::open(source) {
            Ok(workbook) => Ok(Book { workbook, file }),
            Err(flaw) => Err(Box::new(flaw.told(&file))),
        }
    }

    /// The name of its file, as diagnostics use it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// What stands on the tabs of its sheets, in their order, hidden ones among them.
    pub fn sheets(&self) -> impl Iterator<Item = &str> {
        self.workbook.sheets().iter().map(|sheet| sheet.name.as_str())
    }

    /// Goes through the rows of a sheet, by its place in [`Book::sheets`]: the number of the row,
    /// from 1, and its cells in the order of the file. Hidden rows are among them.
    ///
    /// # Errors
    /// Where the sheet is damaged; the rows before were given.
    pub fn rows(
        &self,
        sheet: usize,
        take: &mut dyn FnMut(u32, &[Typed<'_>]),
    ) -> Result<(), Box<Diagnostic>> {
        let mut visit = |piece: Piece<'_>| {
            if let Piece::Line(line) = piece {
                let cells = line.cells().iter();
                let typed = cells.filter_map(|cell| {
                    let text = match cell.kind {
                        Kind::Blank | Kind::NoValue => return None,
                        Kind::Text | Kind::Number => line.literal(cell),
                        Kind::Date | Kind::Boolean | Kind::Error => line.shown(cell),
                    };
                    Some(Typed { column: cell.column, text })
                });
                take(line.row, &typed.collect::<Vec<_>>());
            }
            ControlFlow::Continue(())
        };
        let walked = self.workbook.grid(sheet).walk(&mut visit);
        walked.map_err(|flaw| Box::new(flaw.told(&self.file)))
    }
}

/// The name of a cell by its row and column, both from 1, for example `AB12`.
pub fn name_of_cell(row: u32, column: u32) -> String {
    cell_name(row, column)
}
