//! A table that goes on on the next page.

use super::hyphens::Hyphens;
use crate::block::Cell;

/// How far apart edges may be that are one.
const NEAR: f64 = 3.0;
/// Most rows of a head.
const HEAD: usize = 6;

/// Whether a table goes on with the one before: it stands on the next page, and its columns are
/// drawn at the same places.
pub(crate) fn is_same(before: &(u32, Vec<f64>), table: &(u32, Vec<f64>)) -> bool {
    let near = |(one, other): (&f64, &f64)| (one - other).abs() < NEAR;
    before.0 + 1 == table.0
        && !table.1.is_empty()
        && before.1.len() == table.1.len()
        && before.1.iter().zip(&table.1).all(near)
}

/// Puts rows behind those of the page before.
pub(crate) fn append(rows: &mut Vec<Vec<Cell>>, mut more: Vec<Vec<Cell>>, hyphens: &Hyphens) {
    // A head comes again on each page.
    let head = rows.iter().zip(&more).take(HEAD).take_while(|(one, other)| one == other).count();
    if head < more.len() {
        more.drain(..head);
    }
    let mut more = more.into_iter().peekable();
    if let Some(last) = rows.last_mut()
        && let Some(rest) = more.next_if(|row| is_rest(last, row))
    {
        for (cell, rest) in last.iter_mut().zip(rest) {
            if !rest.text.is_empty() {
                hyphens.append(&mut cell.text, &rest.text);
            }
        }
    }
    rows.extend(more);
}

/// Whether a row is what is left of the last one of the page before: no cell begins anew.
fn is_rest(last: &[Cell], row: &[Cell]) -> bool {
    let is_one = |cell: &Cell| cell.columns <= 1 && cell.rows <= 1;
    let goes_on = |(above, below): (&Cell, &Cell)| {
        below.text.is_empty()
            || below.text.starts_with(char::is_lowercase)
                && !above.text.is_empty()
                && !above.text.ends_with(['.', ';', ':'])
    };
    last.len() == row.len()
        && last.iter().chain(row).all(is_one)
        && row.iter().any(|cell| cell.text.is_empty())
        && last.iter().zip(row).all(goes_on)
}
