//! Tables whose cells are drawn.

use super::hyphens::Hyphens;
use super::line::{line, rows};
use super::sheet::{Area, Rule, Sheet, Word};
use crate::block::Cell;

/// A table and the place that it takes.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    /// Its place.
    pub(crate) area: Area,
    /// Cells by row.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Edges of columns from the left, if they are drawn.
    pub(crate) edges: Vec<f64>,
}

/// How far apart two lines may be that are one.
const NEAR: f64 = 2.5;
/// Most columns, and most rows, that a table of one page has.
const MOST: usize = 400;

/// Takes the tables, with their words, out of a page.
pub(crate) fn take(sheet: &mut Sheet, hyphens: &Hyphens) -> Vec<Grid> {
    let mut tables = Vec::new();
    for group in groups(&joined(&sheet.rules)) {
        let Some(frame) = Frame::of(&group) else { continue };
        let inside = |word: &Word| {
            let (x, y) = (word.area.middle(), word.area.centre());
            (frame.columns[0]..=frame.columns[frame.columns.len() - 1]).contains(&x)
                && (frame.lines[0]..=frame.lines[frame.lines.len() - 1]).contains(&y)
        };
        let (words, rest): (Vec<Word>, Vec<Word>) = sheet.words.drain(..).partition(inside);
        sheet.words = rest;
        match frame.cells(&words, hyphens) {
            Some(rows) => {
                tables.push(Grid { area: frame.area(), rows, edges: frame.columns.clone() });
            }
            None => sheet.words.extend(words),
        }
    }
    tables.sort_by(|one, other| one.area.top.total_cmp(&other.area.top));
    tables
}

/// Lines that go on where another ends, as one.
pub(crate) fn joined(rules: &[Rule]) -> Vec<Rule> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|one, other| {
        one.is_level
            .cmp(&other.is_level)
            .then(one.at.total_cmp(&other.at))
            .then(one.from.total_cmp(&other.from))
    });
    let mut joined: Vec<Rule> = Vec::new();
    for rule in sorted {
        let same = joined.iter_mut().rev().take(200).find(|other| {
            other.is_level == rule.is_level
                && (other.at - rule.at).abs() < NEAR
                && rule.from <= other.to + NEAR
                && other.from <= rule.to + NEAR
        });
        match same {
            Some(other) => {
                other.from = other.from.min(rule.from);
                other.to = other.to.max(rule.to);
            }
            None => joined.push(rule),
        }
    }
    joined.retain(|rule| rule.to - rule.from > 4.0);
    joined
}

/// Lines that touch each other, group by group.
fn groups(rules: &[Rule]) -> Vec<Vec<Rule>> {
    let level: Vec<usize> = (0..rules.len()).filter(|place| rules[*place].is_level).collect();
    let mut group: Vec<usize> = (0..rules.len()).collect();
    fn root(group: &mut [usize], mut place: usize) -> usize {
        while group[place] != place {
            group[place] = group[group[place]];
            place = group[place];
        }
        place
    }
    for upright in (0..rules.len()).filter(|place| !rules[*place].is_level) {
        let one = rules[upright];
        // Level lines are in order from above.
        let start = level.partition_point(|place| rules[*place].at < one.from - NEAR);
        for place in &level[start..] {
            let other = rules[*place];
            if other.at > one.to + NEAR {
                break;
            }
            if other.from - NEAR <= one.at && one.at <= other.to + NEAR {
                let (a, b) = (root(&mut group, upright), root(&mut group, *place));
                group[a] = b;
            }
        }
    }
    let mut found: std::collections::BTreeMap<usize, Vec<Rule>> = std::collections::BTreeMap::new();
    for (place, rule) in rules.iter().enumerate() {
        found.entry(root(&mut group, place)).or_default().push(*rule);
    }
    found.into_values().filter(|group| group.len() >= 3).collect()
}

/// The lines of a table.
struct Frame<'a> {
    rules: &'a [Rule],
    /// Edges of columns from the left.
    columns: Vec<f64>,
    /// Edges of rows from above.
    lines: Vec<f64>,
}

impl Frame<'_> {
    fn of(rules: &[Rule]) -> Option<Frame<'_>> {
        let edges = |level: bool| {
            let own = rules.iter().filter(|rule| rule.is_level == level).map(|rule| rule.at);
            // A side that is not drawn lies where the lines towards it end.
            let ends = rules.iter().filter(|rule| rule.is_level != level);
            let first = ends.clone().map(|rule| rule.from).fold(f64::MAX, f64::min);
            let last = ends.map(|rule| rule.to).fold(f64::MIN, f64::max);
            let mut all: Vec<f64> = own.chain([first, last]).collect();
            all.retain(|edge| edge.is_finite() && edge.abs() < 1e6);
            all.sort_by(f64::total_cmp);
            let mut edges: Vec<f64> = Vec::new();
            for edge in all {
                if edges.last().is_none_or(|last| edge - last > 2.0 * NEAR) {
                    edges.push(edge);
                }
            }
            edges
        };
        let upright = rules.iter().filter(|rule| !rule.is_level).count();
        let (columns, lines) = (edges(false), edges(true));
        let fits = (3..=MOST).contains(&columns.len()) && (2..=MOST).contains(&lines.len());
        (fits && upright >= 1 && upright < rules.len()).then_some(Frame { rules, columns, lines })
    }

    fn area(&self) -> Area {
        Area {
            left: self.columns[0],
            top: self.lines[0],
            right: self.columns[self.columns.len() - 1],
            bottom: self.lines[self.lines.len() - 1],
        }
    }

    /// Whether a line is drawn at an edge over the middle of what lies beside it.
    fn is_drawn(&self, level: bool, at: f64, over: f64) -> bool {
        self.rules.iter().any(|rule| {
            rule.is_level == level
                && (rule.at - at).abs() <= 2.0 * NEAR
                && (rule.from..=rule.to).contains(&over)
        })
    }

    /// The cells, unless the lines are something else than a table.
    fn cells(&self, words: &[Word], hyphens: &Hyphens) -> Option<Vec<Vec<Cell>>> {
        let (width, height) = (self.columns.len() - 1, self.lines.len() - 1);
        let middle = |edges: &[f64], place: usize| f64::midpoint(edges[place], edges[place + 1]);
        // Right of and below each place, whether a line is drawn there.
        let mut right = vec![vec![true; width]; height];
        let mut below = vec![vec![true; width]; height];
        for row in 0..height {
            for column in 0..width {
                let (x, y) = (middle(&self.columns, column), middle(&self.lines, row));
                if column + 1 < width {
                    right[row][column] = self.is_drawn(false, self.columns[column + 1], y);
                }
                if row + 1 < height {
                    below[row][column] = self.is_drawn(true, self.lines[row + 1], x);
                }
            }
        }
        let mut owner = vec![vec![usize::MAX; width]; height];
        let mut cells: Vec<(usize, Cell, Vec<Word>)> = Vec::new();
        for row in 0..height {
            for column in 0..width {
                if owner[row][column] != usize::MAX {
                    continue;
                }
                let mut columns = 1;
                while column + columns < width
                    && !right[row][column + columns - 1]
                    && owner[row][column + columns] == usize::MAX
                {
                    columns += 1;
                }
                let mut rows = 1;
                while row + rows < height
                    && (column..column + columns).all(|place| !below[row + rows - 1][place])
                    && (column..column + columns - 1).all(|place| !right[row + rows][place])
                    && (column + columns == width || right[row + rows][column + columns - 1])
                {
                    rows += 1;
                }
                for line in &mut owner[row..row + rows] {
                    line[column..column + columns].fill(cells.len());
                }
                cells.push((row, Cell { columns, rows, ..Cell::default() }, Vec::new()));
            }
        }
        let place = |edges: &[f64], at: f64| {
            edges.partition_point(|edge| *edge <= at).clamp(1, edges.len() - 1) - 1
        };
        for word in words {
            let column = place(&self.columns, word.area.middle());
            let row = place(&self.lines, word.area.centre());
            cells[owner[row][column]].2.push(word.clone());
        }
        let mut table: Vec<Vec<Cell>> = vec![Vec::new(); height];
        let mut full = 0;
        let count = cells.len();
        for (row, cell, words) in cells {
            let text = words_of_cell(words, hyphens);
            full += usize::from(!text.is_empty());
            table[row].push(Cell { text, ..cell });
        }
        // Lines of a chart make many fields with little in them; a form has rows without words.
        (full >= 2 && full * 5 >= count).then_some(table)
    }
}

/// The words of a cell on one line.
pub(crate) fn words_of_cell(words: Vec<Word>, hyphens: &Hyphens) -> String {
    let (upright, across): (Vec<Word>, Vec<Word>) = words.into_iter().partition(Word::is_upright);
    let mut text = String::new();
    for row in rows(upright) {
        hyphens.append(&mut text, &line(&row).text);
    }
    // Words across are in the order in which they are read.
    for word in across {
        hyphens.append(&mut text, &word.text);
    }
    crate::block::tidy(&text)
}
