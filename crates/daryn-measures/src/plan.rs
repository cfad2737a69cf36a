//! Tables of action plans and of target indicators: which column holds what.
//!
//! Heads of columns are told by beginnings of words. A cell that spans others stands in the first
//! of them (as [`daryn_read::Table`] has it); what spans a whole row is a title, not a measure. A
//! cell that covers several rows says the same of each of them, and is told where it stands; one
//! that is just empty says nothing. A table without a head goes on with the one before it if it is
//! as wide: it was broken by a page.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use daryn_read::{Document, Kind, Merged, Table};

use crate::extract::LONGEST;

/// Most bytes of a document that are read again because cells cover rows below them: long cells over
/// thousands of rows would make of a small file an answer hundreds of times as large. Cells of the
/// plans that were seen have at most 700 bytes; such ones in five columns over a thousand rows stay
/// below it.
const REPEATED: usize = 4_000_000;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    Number,
    Action,
    Actor,
    CoActor,
    Deadline,
    Completion,
    Money,
    /// Where the money comes from, in a column of its own.
    Source,
    Indicator,
    Unit,
    /// A value of this year.
    Year(i32),
}

/// Beginnings of words in heads; the first that fits decides.
const HEADS: [(Column, &[&str]); 10] = [
    (Column::CoActor, &["соисполнител", "бірлесіп орындау", "бірге орындау", "co-executor"]),
    (
        Column::Actor,
        &["ответственн", "исполнител", "жауапты", "орындаушы", "responsible", "executor"],
    ),
    (
        Column::Completion,
        &[
            "форма заверш",
            "форма исполн",
            "вид документа",
            "аяқтау нысан",
            "аяқтау формас",
            "орындау нысан",
            "аяқталу нысан",
            "form of completion",
            "output",
        ],
    ),
    (Column::Deadline, &["срок", "период реализ", "мерзім", "deadline", "timeline", "time frame"]),
    (
        Column::Source,
        &["источник", "қаржыландыру көз", "қаржы көз", "source of fund", "funding source"],
    ),
    (
        Column::Money,
        &[
            "финансирован",
            "предполагаемые расход",
            "сумма",
            "стоимост",
            "объем средств",
            "қаржыландыру",
            "қаржы көлем",
            "қаражат көлем",
            "болжамды шығын",
            "шығыст",
            "funding",
            "budget",
            "cost",
        ],
    ),
    (Column::Unit, &["ед. изм", "единица изм", "ед.изм", "өлшем", "unit"]),
    (
        Column::Action,
        &[
            "мероприят",
            "наименование мер",
            "действи",
            "наименование проект",
            "іс-шара",
            "шаралар",
            "атауы",
            "action",
            "activit",
            "measure",
        ],
    ),
    (Column::Indicator, &["индикатор", "показател", "көрсеткіш", "indicator"]),
    (Column::Number, &["№", "п/п", "р/с", "no."]),
];

/// What a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Actions with who does them or by when.
    Plan,
    /// Indicators with values by year.
    Indicators,
}

/// A cell with words, in a column that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) column: Column,
    /// Bytes of its words.
    pub(crate) range: Range<usize>,
    /// Place of the passage of the row in which it stands: a row above where it covers several.
    pub(crate) row: usize,
    /// Whether it covers several rows, so that a sum in it is one for all of them.
    pub(crate) is_shared: bool,
}

/// A row with the cells whose columns are known, as bytes of the text.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Place of its passage.
    pub(crate) passage: usize,
    pub(crate) sort: Sort,
    /// Its own cells and those that cover it from above, by column.
    pub(crate) cells: Vec<Cell>,
    /// Bytes of the row.
    pub(crate) range: Range<usize>,
    /// Head of the column of money, for its currency.
    pub(crate) money_head: String,
    /// Whether it is one run of text in a table of an action plan.
    pub(crate) is_run: bool,
}

impl Row {
    pub(crate) fn find(&self, column: Column) -> Option<&Cell> {
        self.cells.iter().find(|it| it.column == column)
    }

    pub(crate) fn cell(&self, column: Column) -> Option<Range<usize>> {
        self.find(column).map(|it| it.range.clone())
    }

    /// Whether a cell stands in this row itself.
    pub(crate) fn is_own(&self, cell: &Cell) -> bool {
        cell.row == self.passage
    }

    /// Cells above that say something of the row, in order of columns. A number above is none of it.
    pub(crate) fn covers(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|it| it.column != Column::Number && !self.is_own(it))
    }

    /// Whether the row says something of its own beside what covers it and its number.
    pub(crate) fn says_something(&self) -> bool {
        self.cells.iter().any(|it| it.column != Column::Number && self.is_own(it))
    }
}

/// Cells of a table that cover rows below them, while its rows are gone through.
struct Covers<'a> {
    merged: std::iter::Peekable<std::slice::Iter<'a, Merged>>,
    /// By column: behind the last row that is covered, and the words with their row.
    open: BTreeMap<usize, (usize, Range<usize>, usize)>,
    /// Columns that are known, and how many there are in all.
    columns: &'a BTreeMap<usize, Column>,
    width: usize,
    /// Bytes that may still be read again, in all tables.
    left: &'a mut usize,
}

impl<'a> Covers<'a> {
    fn new(table: &'a Table, head: &'a Head, left: &'a mut usize) -> Covers<'a> {
        let (merged, width) = (table.merged.iter().peekable(), width(table));
        Covers { merged, open: BTreeMap::new(), columns: &head.columns, width, left }
    }

    /// Cells above that cover a row: their columns, words and rows.
    fn over(&mut self, number: usize) -> Vec<(usize, Range<usize>, usize)> {
        self.open.retain(|_, (end, _, _)| *end > number);
        self.open.iter().map(|(column, (_, range, row))| (*column, range.clone(), *row)).collect()
    }

    /// Cells of a row that cover rows below it. Heads and titles are values of no row.
    fn begin(&mut self, number: usize, cells: &[(usize, Range<usize>)], row: Option<usize>) {
        while let Some(one) = self.merged.next_if(|it| it.row <= number) {
            let Some(row) = row.filter(|_| one.row == number && one.columns < self.width) else {
                continue;
            };
            let found = cells.binary_search_by_key(&one.column, |it| it.0).ok();
            let words = found.map(|at| &cells[at].1).filter(|it| it.len() <= LONGEST);
            let Some(range) = words else { continue };
            // Nobody reads what stands in a column that is not known.
            let is_known = self.columns.contains_key(&one.column);
            let again = if is_known { range.len() * (one.rows - 1) } else { 0 };
            // A cell is a part of all rows that it covers, or of its first one only.
            if let Some(left) = self.left.checked_sub(again) {
                *self.left = left;
                self.open.insert(one.column, (one.row + one.rows, range.clone(), row));
            }
        }
    }
}

fn width(table: &Table) -> usize {
    table.rows.first().map_or(0, Vec::len)
}

/// Rows of the tables that hold measures.
pub(crate) fn rows(document: &Document) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut before: Option<(usize, Head)> = None;
    let mut left = REPEATED;
    for table in &document.tables {
        let width = width(table);
        let own = Head::of(&table.rows);
        let (head, first) = match (own, &before) {
            (Some(head), _) => {
                let first = head.rows;
                (head, first)
            }
            (None, Some((wide, head))) if *wide == width => (head.clone(), 0),
            _ => {
                before = None;
                continue;
            }
        };
        let passages = document.passages.iter().enumerate().skip(table.passage);
        let passages = passages
            .take_while(|(place, it)| {
                *place == table.passage || it.start < document.passages[table.passage].end
            })
            .filter(|(_, it)| it.kind == Kind::Row && it.parent == Some(table.passage));
        let mut covers = Covers::new(table, &head, &mut left);
        let over_rows = table.merged.iter().filter(|it| it.rows > 1);
        let over_rows: BTreeSet<(usize, usize)> = over_rows.map(|it| (it.row, it.column)).collect();
        // Every row of the grid has a passage, also one without words.
        for ((number, grid), (place, passage)) in table.rows.iter().enumerate().zip(passages) {
            let over = covers.over(number);
            if number < first || is_numbering(grid) {
                covers.begin(number, &[], None);
                continue;
            }
            let own = cells(document, passage.start..passage.end, grid);
            covers.begin(number, &own, Some(place));
            if own.is_empty() {
                continue;
            }
            let column = |place: &usize| head.columns.get(place).copied();
            // What covers the row beside its number makes it a row of a measure.
            let is_run = own.len() == 1
                && over.iter().all(|it| column(&it.0).is_none_or(|it| it == Column::Number));
            let own = own.into_iter().map(|(column, range)| (column, range, place));
            let mut told: Vec<(usize, Range<usize>, usize)> = own.chain(over).collect();
            told.sort_by_key(|it| it.0);
            let told = told.into_iter().filter_map(|(at, range, row)| {
                let is_shared = row != place || over_rows.contains(&(number, at));
                Some(Cell { column: column(&at)?, range, row, is_shared })
            });
            rows.push(Row {
                passage: place,
                sort: head.sort,
                cells: told.collect(),
                range: passage.start..passage.end,
                money_head: head.money.clone(),
                is_run,
            });
        }
        before = Some((width, head));
    }
    rows
}

/// «1 2 3 4 5» below a head.
fn is_numbering(grid: &[String]) -> bool {
    let filled: Vec<&str> = grid.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
    filled.len() > 1
        && filled
            .iter()
            .enumerate()
            .all(|(place, cell)| cell.trim_end_matches('.').parse() == Ok(place + 1))
}

/// Cells that hold something, by column, as bytes of the text. In the text of a row tabs stand
/// between cells, and empty ones may be left out.
fn cells(document: &Document, row: Range<usize>, grid: &[String]) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    let mut columns = grid.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let mut start = row.start;
    for piece in document.text[row.clone()].split('\t') {
        let range = start..start + piece.len();
        start = range.end + 1;
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            continue;
        }
        let Some((column, _)) = columns.next() else { break };
        let from = range.start + (piece.len() - piece.trim_start().len());
        found.push((column, from..from + trimmed.len()));
    }
    found
}

/// The head of a table.
#[derive(Debug, Clone)]
struct Head {
    sort: Sort,
    columns: BTreeMap<usize, Column>,
    money: String,
    /// How many rows it has.
    rows: usize,
}

/// Most rows of a head.
const MOST: usize = 3;

impl Head {
    fn of(rows: &[Vec<String>]) -> Option<Head> {
        let mut columns: BTreeMap<usize, Column> = BTreeMap::new();
        let mut money = String::new();
        let mut count = 0;
        for (number, row) in rows.iter().take(MOST).enumerate() {
            let told: Vec<(usize, Column)> = row
                .iter()
                .enumerate()
                .filter_map(|(place, cell)| Some((place, column(cell)?)))
                .collect();
            // A head names at least two columns; below it years may stand in cells of their own.
            let is_head = told.len() >= 2 && row.iter().all(|cell| cell.chars().count() < 120);
            if !is_head {
                if number == 0 || columns.is_empty() {
                    // A title may stand above the head.
                    continue;
                }
                break;
            }
            for (place, column) in told {
                if column == Column::Money {
                    money.push_str(&row[place]);
                    money.push(' ');
                }
                columns.entry(place).or_insert(column);
            }
            count = number + 1;
        }
        let has = |wanted: Column| columns.values().any(|it| *it == wanted);
        let has_years = columns.values().any(|it| matches!(it, Column::Year(_)));
        let sort = if has(Column::Action) && (has(Column::Actor) || has(Column::Deadline)) {
            Sort::Plan
        } else if has(Column::Indicator) && has_years {
            Sort::Indicators
        } else {
            return None;
        };
        Some(Head { sort, columns, money, rows: count })
    }
}

fn column(cell: &str) -> Option<Column> {
    let lower = cell.trim().to_lowercase().replace('ё', "е");
    if lower.is_empty() {
        return None;
    }
    let begins = |head: &str| {
        lower.match_indices(head).any(|(at, _)| {
            at == 0 || lower[..at].chars().next_back().is_some_and(|it| !it.is_alphanumeric())
        })
    };
    let named = HEADS.iter().find(|(_, heads)| heads.iter().any(|head| begins(head)));
    named.map(|(column, _)| *column).or_else(|| year(&lower).map(Column::Year))
}

/// The year of a head: «2024 год», «2019 жыл (факт)».
fn year(head: &str) -> Option<i32> {
    let mut digits = head.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    // A mark of a footnote may stand before the year: «22026 год».
    let first = digits.next()?;
    let first = if first.len() == 5 { &first[1..] } else { first };
    let year: i32 = first.parse().ok()?;
    ((1990..2100).contains(&year) && first.len() == 4).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &str) -> Vec<String> {
        let document = daryn_read::read(html.as_bytes(), "a.html");
        let told = rows(&document).into_iter().map(|row| {
            let cells = row
                .cells
                .iter()
                .map(|it| format!("{:?}={}", it.column, &document.text[it.range.clone()]));
            cells.collect::<Vec<_>>().join(" | ")
        });
        told.collect()
    }

    fn table(rows: &str) -> String {
        format!("<html><body><p>План</p><table>{rows}</table></body></html>")
    }

    #[test]
    fn columns_of_a_plan_are_told_by_their_heads() {
        let html = table(
            "<tr><th>№</th><th>Мероприятие</th><th>Форма завершения</th><th>Ответственные исполнители</th>\
             <th>Срок</th><th>Объем финансирования, млн тенге</th></tr>\
             <tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td></tr>\
             <tr><td colspan='6'>Раздел 1</td></tr>\
             <tr><td>1.</td><td>Создание центра</td><td>отчет</td><td>МИД</td><td>IV квартал</td><td>5</td></tr>",
        );
        assert_eq!(
            told(&html),
            [
                "Number=Раздел 1",
                "Number=1. | Action=Создание центра | Completion=отчет | Actor=МИД | Deadline=IV квартал | Money=5",
            ]
        );
    }

    #[test]
    fn what_covers_a_row_is_said_of_it_and_what_is_empty_is_not() {
        let html = table(
            "<tr><th>Іс-шара</th><th>Жауапты орындаушылар</th><th>Мерзімі</th></tr>\
             <tr><td>Орталық құру</td><td rowspan='2'>СІМ</td><td>2025 жыл</td></tr>\
             <tr><td>Портал әзірлеу</td><td>2026 жыл</td></tr>\
             <tr><td>Зерттеу жүргізу</td><td></td><td>2027 жыл</td></tr>",
        );
        assert_eq!(
            told(&html),
            [
                "Action=Орталық құру | Actor=СІМ | Deadline=2025 жыл",
                "Action=Портал әзірлеу | Actor=СІМ | Deadline=2026 жыл",
                "Action=Зерттеу жүргізу | Deadline=2027 жыл",
            ]
        );
    }

    #[test]
    fn heads_and_titles_cover_no_rows() {
        let html = table(
            "<tr><th rowspan='2'>Мероприятие</th><th rowspan='3'>Исполнители</th><th>Срок</th></tr>\
             <tr><th>по кварталам</th></tr>\
             <tr><td>Создание центра</td><td>IV квартал</td></tr>\
             <tr><td colspan='3' rowspan='2'>Раздел 2</td></tr>\
             <tr></tr>\
             <tr><td></td><td></td><td></td></tr>\
             <tr><td>Запуск портала</td><td>МИД</td><td>2026 год</td></tr>",
        );
        assert_eq!(
            told(&html),
            [
                "Deadline=по кварталам",
                "Action=Создание центра | Deadline=IV квартал",
                "Action=Раздел 2",
                "Action=Запуск портала | Actor=МИД | Deadline=2026 год",
            ]
        );
    }

    #[test]
    fn a_table_of_indicators_has_years() {
        let html = table(
            "<tr><th>Целевой индикатор</th><th>Ед. изм.</th><th>2024 год</th><th>2025 год</th></tr>\
             <tr><td>Доля</td><td>%</td><td>5</td><td>6</td></tr>",
        );
        assert_eq!(told(&html), ["Indicator=Доля | Unit=% | Year(2024)=5 | Year(2025)=6"]);
        assert_eq!(
            told(&table("<tr><td>Имя</td><td>Телефон</td></tr><tr><td>А</td><td>1</td></tr>"))
                .len(),
            0
        );
    }
}
