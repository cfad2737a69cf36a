//! Reading order: columns, what stands over and under them, and tables whose cells are not drawn.
//!
//! Rows of words are read from above. Rows that leave the same gap free, with words on both sides
//! of it, are columns if their lines fill them as prose does, and a table if they do not.

use std::cell::{Cell, RefCell};

use super::aligned;
use super::hyphens::Hyphens;
use super::line::{Line, line, rows, usual};
use super::prose::{begin_together, has_phrases, is_contents, is_justified, is_prose, runs_on};
use super::ruled::{Grid, joined};
use super::sheet::{Area, Rule, Word};

/// What is read as one: a column, or what stands between columns.
#[derive(Debug, Default)]
pub(crate) struct Leaf {
    /// Left edge of its lines.
    pub(crate) left: f64,
    /// Right edge of its lines.
    pub(crate) right: f64,
    /// Lines and tables from above.
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a column.
#[derive(Debug)]
pub(crate) enum Piece {
    /// A line.
    Line(Line),
    /// A table.
    Table(Grid),
}

/// Free room between words, from left to right.
pub(crate) type Gap = (f64, f64);

/// Columns in columns are not read as such deeper than this.
const DEEPEST: u32 = 3;
/// Most lines between rows of a page: a chart has more.
const LINES: usize = 400;
/// Most gaps that are tried alone.
const MOST: usize = 6;
/// Fewest rows that make columns or a table.
pub(crate) const FEWEST: usize = 3;

/// Puts a page in the order in which it is read. `borders`: the gaps between columns of the page
/// before, and then of this one.
pub(crate) fn leaves(
    words: Vec<Word>,
    tables: Vec<Grid>,
    rules: &[Rule],
    hyphens: &Hyphens,
    borders: &mut Vec<Gap>,
) -> Vec<Leaf> {
    let size = usual(words.iter().map(|word| (word.size, word.text.len()))).max(4.0);
    let mut lines = joined(rules);
    lines.retain(|rule| rule.is_level && rule.to - rule.from > 8.0 * size);
    if lines.len() > LINES {
        lines.clear();
    }
    let left = Cell::new((60 * words.len()).max(10_000));
    let layout =
        Layout { rules, lines, hyphens, size, before: borders, found: RefCell::default(), left };
    let mut leaves = Vec::new();
    layout.order(words, tables, None, 0, &mut leaves);
    let found = layout.found.into_inner();
    *borders = found;
    leaves.retain(|leaf| !leaf.pieces.is_empty());
    leaves
}

struct Layout<'a> {
    rules: &'a [Rule],
    /// Those from left to right that are as long as a table is wide, unless they are too many.
    lines: Vec<Rule>,
    hyphens: &'a Hyphens,
    /// Size of most letters.
    size: f64,
    /// Gaps between columns of the page before.
    before: &'a [Gap],
    /// Gaps between columns of this page.
    found: RefCell<Vec<Gap>>,
    /// Rows that may still be looked at: those of a hostile page would be, each from each other.
    left: Cell<usize>,
}

/// A row of words, or a table that stands in for one.
pub(crate) struct Row {
    pub(crate) words: Vec<Word>,
    table: Option<Grid>,
    pub(crate) area: Area,
    /// Places from left to right where something stands, also tables beside the row.
    taken: Vec<Gap>,
}

/// Rows with gaps in common.
struct Band {
    end: usize,
    gaps: Vec<Gap>,
}

impl Layout<'_> {
    fn order(
        &self,
        words: Vec<Word>,
        tables: Vec<Grid>,
        edges: Option<Gap>,
        depth: u32,
        leaves: &mut Vec<Leaf>,
    ) {
        let rows = table_rows(words, tables);
        let Some(whole) = rows.iter().map(|row| row.area).reduce(|one, other| one.with(&other))
        else {
            return;
        };
        let (left, right) = edges.unwrap_or((whole.left, whole.right));
        let mut bands: Vec<(usize, Band, bool)> = Vec::new();
        let mut start = 0;
        while start < rows.len() && depth < DEEPEST && self.left.get() > 0 {
            if let Some(band) = self.columns(&rows, start, whole) {
                let end = band.end;
                if depth == 0 {
                    self.found.borrow_mut().extend(&band.gaps);
                }
                bands.push((start, band, false));
                start = end;
            } else if let Some(band) = self.table(&rows, start, whole) {
                let end = band.end;
                bands.push((start, band, true));
                start = end;
            } else {
                start += 1;
            }
        }
        lead(&rows, &mut bands);
        let mut open = Leaf { left, right, pieces: Vec::new() };
        let mut bands = bands.into_iter().peekable();
        let mut rows = rows.into_iter().enumerate().peekable();
        while let Some((place, row)) = rows.next() {
            let begins = bands.next_if(|(start, ..)| *start == place);
            let Some((_, band, is_table)) = begins else {
                open.pieces.extend(pieces(row));
                continue;
            };
            let mut own = vec![row];
            while let Some((_, row)) = rows.next_if(|(place, _)| *place < band.end) {
                own.push(row);
            }
            if is_table {
                let grid = aligned::grid(own, &band.gaps, self.rules, self.hyphens);
                open.pieces.push(Piece::Table(grid));
                continue;
            }
            leaves.push(std::mem::replace(&mut open, Leaf { left, right, pieces: Vec::new() }));
            for (column, (words, tables)) in split(own, &band.gaps).into_iter().enumerate() {
                let from = if column == 0 { left } else { band.gaps[column - 1].1 };
                let to = band.gaps.get(column).map_or(right, |gap| gap.0);
                let edges = if words.len() > 1 { extent(&words) } else { (from, to) };
                self.order(words, tables, Some(edges), depth + 1, leaves);
            }
        }
        leaves.push(open);
    }

    /// Columns of prose that begin at a row.
    fn columns(&self, rows: &[Row], start: usize, whole: Area) -> Option<Band> {
        let band = self.band(rows, start, whole, false)?;
        let own = &rows[start..band.end];
        let choices = self.choices(own, &band.gaps);
        let gaps = choices.into_iter().find(|gaps| self.are_columns(own, gaps))?;
        Some(Band { end: band.end, gaps })
    }

    /// Which of the gaps may be those between columns: numbers of a list leave others free.
    fn choices(&self, own: &[Row], gaps: &[Gap]) -> Vec<Vec<Gap>> {
        let mut choices = vec![gaps.to_vec()];
        if gaps.len() > 1 {
            choices.push(gaps.iter().copied().filter(|gap| self.is_known(gap)).collect());
            let columns = aligned::columns(own, gaps);
            let behind_words = gaps
                .iter()
                .zip(&columns)
                .filter(|(_, column)| !column.iter().all(|line| line.iter().all(is_mark)));
            choices.push(behind_words.map(|(gap, _)| *gap).collect());
            let mut alone: Vec<Gap> = gaps.iter().copied().take(MOST).collect();
            alone.retain(|gap| {
                let columns = aligned::columns(own, &[*gap]);
                columns.iter().all(|column| runs_on(column, 2 * FEWEST))
            });
            alone.sort_by(|one, other| (other.1 - other.0).total_cmp(&(one.1 - one.0)));
            choices.extend(alone.into_iter().map(|gap| vec![gap]));
        }
        choices.retain(|gaps| !gaps.is_empty());
        choices
    }

    /// Whether prose stands between gaps.
    fn are_columns(&self, own: &[Row], gaps: &[Gap]) -> bool {
        let columns = aligned::columns(own, gaps);
        if self.is_lined(own, gaps) {
            return false;
        }
        if columns.iter().all(|column| is_prose(column)) {
            return true;
        }
        let is_known = gaps.iter().all(|gap| self.is_known(gap));
        let least = if is_known { FEWEST } else { 2 * FEWEST };
        let is_text = |column: &Vec<Vec<&Word>>| {
            is_prose(column) || runs_on(column, least) || is_contents(column)
        };
        let is_column =
            |column: &Vec<Vec<&Word>>| is_text(column) || is_known && has_phrases(column);
        // The last column of a text may be short.
        let is_short = columns.len() == 2
            && columns[0].len() >= 6
            && is_text(&columns[0])
            && columns[1].first().is_some_and(|line| line.len() >= 3 || is_known);
        (columns.iter().any(is_text) && columns.iter().all(is_column) || is_short)
            && !begin_together(own, gaps)
    }

    /// Whether lines between rows are drawn over all gaps, as nobody draws them over columns of prose.
    fn is_lined(&self, own: &[Row], gaps: &[Gap]) -> bool {
        let (Some(first), Some(last)) = (own.first(), own.last()) else { return false };
        let inside = first.area.centre()..last.area.centre();
        let is_over = |rule: &&Rule| {
            let over = |gap: &Gap| rule.from < gap.0 && rule.to > gap.1;
            inside.contains(&rule.at) && gaps.iter().all(over)
        };
        let lines = self.lines.iter().filter(is_over).count();
        lines >= FEWEST && lines * 8 >= own.len()
    }

    /// Whether columns of the page before have a gap here.
    fn is_known(&self, gap: &Gap) -> bool {
        let common = |other: &Gap| gap.1.min(other.1) - gap.0.max(other.0);
        let least = |other: &Gap| 0.5 * (other.1 - other.0).min(gap.1 - gap.0);
        self.before.iter().any(|other| common(other) > least(other))
    }

    /// A table that begins at a row.
    fn table(&self, rows: &[Row], start: usize, whole: Area) -> Option<Band> {
        let mut band = self.band(rows, start, whole, true)?;
        // The first row of a table has words in several columns.
        if cells(&rows[start], &band.gaps) < 2 {
            return None;
        }
        band.end = start + without_tail(&rows[start..band.end], &band.gaps);
        let own = &rows[start..band.end];
        if own.iter().any(|row| row.table.is_some()) {
            return None;
        }
        let columns = aligned::columns(own, &band.gaps);
        let both = own.iter().filter(|row| cells(row, &band.gaps) >= 2).count();
        let is_list = columns.len() == 2 && columns[0].iter().flatten().all(is_mark);
        let is_text = || {
            columns.iter().all(|column| is_prose(column))
                || columns.iter().all(|column| runs_on(column, 2 * FEWEST))
                    && !begin_together(own, &band.gaps)
        };
        (both >= FEWEST
            && !is_list
            && !is_justified(own, &band.gaps)
            && !self.is_stretched(rows, start, &band)
            && (self.is_lined(own, &band.gaps) || !is_text()))
        .then_some(band)
    }

    /// Whether rows of few words are lines of a paragraph that are stretched from edge to edge: they
    /// follow other lines as these follow each other.
    fn is_stretched(&self, rows: &[Row], start: usize, band: &Band) -> bool {
        let own = &rows[start..band.end];
        let Some(area) = own.iter().map(|row| row.area).reduce(|one, other| one.with(&other))
        else {
            return false;
        };
        let set_in = 1.5 * self.size;
        let is_flush =
            |row: &&Row| row.area.left < area.left + set_in && row.area.right > area.right - 1.0;
        let flush = own.iter().filter(is_flush).count();
        let step = |above: &Row, below: &Row| below.area.bottom - above.area.bottom;
        let last = &own[own.len() - 1];
        let pitch = step(&own[0], last) / (own.len() - 1) as f64;
        let goes_on = |other: &Row, step: f64| {
            step < 1.12 * pitch
                && (other.area.left - area.left).abs() < set_in
                && other.area.right < area.right + 1.0
        };
        let before = start.checked_sub(1).map(|place| &rows[place]);
        let behind = rows.get(band.end);
        (band.gaps.len() == 1 || are_single(own))
            && flush * 10 >= own.len() * 6
            && (before.is_some_and(|row| goes_on(row, step(row, &own[0])))
                || behind.is_some_and(|row| goes_on(row, step(last, row))))
    }

    /// The rows from one on that leave gaps free. `strict`: a gap that more rows have in common is
    /// not given up for one more row.
    fn band(&self, rows: &[Row], start: usize, whole: Area, strict: bool) -> Option<Band> {
        let least = 0.8 * self.size;
        // It begins with a row that has a gap in it.
        let inner = |gap: &Gap, area: &Area| gap.0 > area.left && gap.1 < area.right;
        let mut gaps = free(&rows[start], whole, least);
        if !gaps.iter().any(|gap| inner(gap, &rows[start].area)) {
            return None;
        }
        let mut end = start + 1;
        let mut area = rows[start].area;
        let mut widest: f64 = 0.0;
        for row in &rows[start + 1..] {
            let own = free(row, whole, least);
            let common = intersection(&gaps, &own, least);
            let wider = area.with(&row.area);
            let kept = common.iter().filter(|gap| inner(gap, &wider)).count();
            let had = gaps.iter().filter(|gap| inner(gap, &area)).count();
            // What stands further below than rows of a table do is another table, or none.
            let room = row.area.top - area.bottom;
            let is_far =
                room > 4.0 * self.size || end - start >= FEWEST && room > widest + 0.8 * self.size;
            widest = widest.max(room);
            let is_lost = strict && end - start >= FEWEST && kept < had;
            if kept == 0 || is_lost || strict && is_far {
                break;
            }
            (gaps, area) = (common, wider);
            end += 1;
        }
        self.left.set(self.left.get().saturating_sub(end - start));
        gaps.retain(|gap| inner(gap, &area));
        let few = end - start < 5;
        gaps.retain(|gap| !few || gap.1 - gap.0 >= 1.1 * self.size);
        (end - start >= FEWEST && !gaps.is_empty()).then_some(Band { end, gaps })
    }
}

/// Moves the beginning of columns up to rows that stand in the right one only.
fn lead(rows: &[Row], bands: &mut [(usize, Band, bool)]) {
    let mut least = 0;
    for (start, band, is_table) in bands {
        let beside = |row: &Row| {
            row.taken.iter().all(|(from, to)| {
                band.gaps.iter().all(|gap| *to <= gap.0 + 1.0 || *from >= gap.1 - 1.0)
            })
        };
        let above = (least..*start).rev().take(6).take_while(|place| beside(&rows[*place]));
        let right = |row: &Row| {
            band.gaps
                .last()
                .is_some_and(|gap| row.taken.iter().all(|(from, _)| *from >= gap.1 - 1.0))
        };
        if !*is_table && let Some(first) = above.filter(|place| right(&rows[*place])).last() {
            *start = first;
        }
        least = band.end;
    }
}

/// Rows of words, with tables as rows of their own.
fn table_rows(words: Vec<Word>, tables: Vec<Grid>) -> Vec<Row> {
    let mut all: Vec<Row> = rows(words)
        .into_iter()
        .filter_map(|words| {
            let area = words.iter().map(|word| word.area).reduce(|one, next| one.with(&next))?;
            let taken = words.iter().map(|word| (word.area.left, word.area.right)).collect();
            Some(Row { words, table: None, area, taken })
        })
        .collect();
    for table in &tables {
        for row in &mut all {
            if row.area.centre() > table.area.top && row.area.centre() < table.area.bottom {
                row.taken.push((table.area.left, table.area.right));
            }
        }
    }
    all.extend(tables.into_iter().map(|table| Row {
        words: Vec::new(),
        area: table.area,
        taken: vec![(table.area.left, table.area.right)],
        table: Some(table),
    }));
    all.sort_by(|one, other| {
        let height = |row: &Row| if row.table.is_some() { row.area.top } else { row.area.centre() };
        height(one).total_cmp(&height(other))
    });
    all
}

fn pieces(row: Row) -> impl Iterator<Item = Piece> {
    let own = (!row.words.is_empty()).then(|| Piece::Line(line(&row.words)));
    own.into_iter().chain(row.table.map(Piece::Table))
}

/// Free room of a row, from edge to edge of the page's words.
fn free(row: &Row, whole: Area, least: f64) -> Vec<Gap> {
    let mut taken = row.taken.clone();
    taken.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut gaps = Vec::new();
    // What lies at the edges is as free as what lies between.
    let mut at = whole.left - 2.0 * least;
    for (from, to) in taken.into_iter().chain([(whole.right + 2.0 * least, whole.right)]) {
        if from - at >= least {
            gaps.push((at, from));
        }
        at = at.max(to);
    }
    gaps
}

fn intersection(one: &[Gap], other: &[Gap], least: f64) -> Vec<Gap> {
    let mut common = Vec::new();
    for a in one {
        for b in other {
            let gap = (a.0.max(b.0), a.1.min(b.1));
            if gap.1 - gap.0 >= least {
                common.push(gap);
            }
        }
    }
    common
}

/// Whether rows are three words or so that a line puts apart, none of them a number.
fn are_single(rows: &[Row]) -> bool {
    let words = || rows.iter().flat_map(|row| &row.words);
    let is_number = |word: &Word| word.text.chars().all(|letter| !letter.is_alphabetic());
    words().count() <= 4 * rows.len() && !words().any(is_number)
}

/// Rows of a table without the short paragraphs behind it: they have words in the first column only,
/// and stand further below than any row, or are a sentence where no row is.
fn without_tail(rows: &[Row], gaps: &[Gap]) -> usize {
    let is_first = |row: &Row| row.words.iter().all(|word| aligned::column(word, gaps) == 0);
    let tail = rows.iter().rev().take_while(|row| is_first(row)).count();
    let room = |place: usize| rows[place].area.top - rows[place - 1].area.bottom;
    let size = |row: &Row| row.words.first().map_or(0.0, |word| word.size);
    let from = (rows.len() - tail).max(FEWEST);
    let is_behind = |place: &usize| {
        let widest = (1..*place).map(room).fold(f64::MIN, f64::max);
        room(*place) > widest + 0.15 * size(&rows[*place])
    };
    let behind = (from..rows.len()).find(is_behind);
    let text = |row: &Row| {
        let own = row.words.iter().filter(|word| aligned::column(word, gaps) == 0);
        own.map(|word| word.text.as_str()).collect::<String>()
    };
    let is_sentence = |row: &Row| {
        let text = text(row);
        text.ends_with('.') && text.starts_with(char::is_uppercase)
    };
    let ends = |row: &Row| text(row).ends_with('.');
    let sentence = || {
        let alone = from + 1 == rows.len() && !rows[..from].iter().any(ends);
        (alone && is_sentence(&rows[from])).then_some(from)
    };
    behind.or_else(sentence).unwrap_or(rows.len())
}

/// How many columns of a row hold words.
fn cells(row: &Row, gaps: &[Gap]) -> usize {
    let mut columns: Vec<usize> =
        row.words.iter().map(|word| aligned::column(word, gaps)).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.len()
}

/// Whether a word is the mark of an item in a list.
fn is_mark(word: &&Word) -> bool {
    let text = word.text.as_str();
    let inner = text.trim_end_matches([')', '.']);
    matches!(text, "•" | "–" | "—" | "-" | "▪" | "◦" | "‣" | "*" | "·")
        || inner.len() < text.len() && inner.chars().count() <= 4
}

/// Words and tables by column.
fn split(rows: Vec<Row>, gaps: &[Gap]) -> Vec<(Vec<Word>, Vec<Grid>)> {
    let mut columns: Vec<(Vec<Word>, Vec<Grid>)> =
        (0..=gaps.len()).map(|_| (Vec::new(), Vec::new())).collect();
    for row in rows {
        for word in row.words {
            columns[aligned::column(&word, gaps)].0.push(word);
        }
        if let Some(table) = row.table {
            let middle = table.area.middle();
            let column = gaps.iter().take_while(|gap| f64::midpoint(gap.0, gap.1) < middle).count();
            columns[column].1.push(table);
        }
    }
    columns
}

fn extent(words: &[Word]) -> Gap {
    let left = words.iter().map(|word| word.area.left).fold(f64::MAX, f64::min);
    let right = words.iter().map(|word| word.area.right).fold(f64::MIN, f64::max);
    (left, right)
}
