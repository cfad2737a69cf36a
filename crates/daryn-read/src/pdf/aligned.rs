//! Tables whose cells are not drawn but stand under each other.

use super::hyphens::Hyphens;
use super::layout::{Gap, Row};
use super::prose;
use super::ruled::{Grid, words_of_cell};
use super::sheet::{Area, Rule, Word};
use crate::block::Cell;

/// The column of a word.
pub(crate) fn column(word: &Word, gaps: &[Gap]) -> usize {
    let middle = word.area.middle();
    gaps.iter().take_while(|gap| f64::midpoint(gap.0, gap.1) < middle).count()
}

/// Words by column and row; rows without words in a column are left out of it.
pub(crate) fn columns<'a>(rows: &'a [Row], gaps: &[Gap]) -> Vec<Vec<Vec<&'a Word>>> {
    let mut columns: Vec<Vec<Vec<&Word>>> = vec![Vec::new(); gaps.len() + 1];
    for row in rows {
        let mut last = None;
        for word in &row.words {
            let place = column(word, gaps);
            if last != Some(place) {
                columns[place].push(Vec::new());
            }
            last = Some(place);
            if let Some(line) = columns[place].last_mut() {
                line.push(word);
            }
        }
    }
    columns
}

/// Makes a table of rows of words.
pub(crate) fn grid(rows: Vec<Row>, gaps: &[Gap], rules: &[Rule], hyphens: &Hyphens) -> Grid {
    let area = rows.iter().map(|row| row.area).reduce(|one, other| one.with(&other));
    let area = area.unwrap_or_default();
    let mut table: Vec<Vec<Vec<Word>>> = Vec::new();
    let separators = separators(&area, rules, &rows, gaps);
    let pitch = pitch(&rows);
    let mut before: Option<Area> = None;
    for row in rows {
        let goes_on = before.is_some_and(|before| match &separators {
            Some(lines) => {
                !lines.iter().any(|at| (before.centre()..row.area.centre()).contains(at))
            }
            None => is_rest(&row, gaps, row.area.centre() - before.centre(), pitch),
        });
        before = Some(row.area);
        if !goes_on || table.is_empty() {
            table.push(vec![Vec::new(); gaps.len() + 1]);
        }
        if let Some(cells) = table.last_mut() {
            for word in row.words {
                cells[column(&word, gaps)].push(word);
            }
        }
    }
    let cells = |row: Vec<Vec<Word>>| {
        row.into_iter()
            .map(|words| Cell {
                text: words_of_cell(words, hyphens),
                columns: 1,
                rows: 1,
                ..Cell::default()
            })
            .collect()
    };
    Grid { area, rows: table.into_iter().map(cells).collect(), edges: Vec::new() }
}

/// Lines under rows, where each row or nearly each has one. Rows of several lines each have fewer,
/// but then the lines of words between go on in lower case.
fn separators(area: &Area, rules: &[Rule], rows: &[Row], gaps: &[Gap]) -> Option<Vec<f64>> {
    let mut lines: Vec<f64> = rules
        .iter()
        .filter(|rule| {
            rule.is_level
                && rule.at > area.top
                && rule.at < area.bottom
                && rule.to.min(area.right) - rule.from.max(area.left)
                    > 0.2 * (area.right - area.left)
        })
        .map(|rule| rule.at)
        .collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup_by(|one, other| (*one - *other).abs() < 3.0);
    let is_behind = |pair: &[Row]| {
        lines.iter().any(|at| (pair[0].area.centre()..pair[1].area.centre()).contains(at))
    };
    let (mut cells, mut low) = (0, 0);
    for pair in rows.windows(2).filter(|pair| !is_behind(pair)) {
        for line in columns(&pair[1..], gaps).iter().filter_map(|column| column.first()) {
            cells += 1;
            low += usize::from(line.first().is_some_and(|word| prose::is_low(&word.text)));
        }
    }
    let are_long = lines.len() * 8 >= rows.len() && low * 10 >= cells * 6;
    (lines.len() >= 2 && (lines.len() * 3 >= rows.len() || are_long)).then_some(lines)
}

/// The usual way from row to row.
fn pitch(rows: &[Row]) -> f64 {
    let mut steps: Vec<f64> =
        rows.windows(2).map(|pair| pair[1].area.centre() - pair[0].area.centre()).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 2).copied().unwrap_or(0.0)
}

/// Whether a row is the rest of the cells above it.
fn is_rest(row: &Row, gaps: &[Gap], step: f64, pitch: f64) -> bool {
    let mut filled: Vec<usize> = row.words.iter().map(|word| column(word, gaps)).collect();
    filled.dedup();
    let is_close = step < 0.87 * pitch;
    let first = row.words.first().and_then(|word| word.text.chars().next());
    let is_lower = first.is_some_and(char::is_lowercase);
    filled.len() <= gaps.len() && (is_close || is_lower && filled.len() == 1)
}
