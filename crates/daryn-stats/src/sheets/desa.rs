//! International Migrant Stock of UN DESA, Population Division: the workbooks of 2019, 2020 and
//! 2024, by destination, by origin, by both, by age.
//!
//! The tables are found by their heads, so that a moved row or column does no harm. Years mean
//! 1 July (`TIME_PER_COLLECT`). Groups of countries stand among countries: a country has a type of
//! data, a group has none, and codes of groups are 900 and higher.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use daryn_model::Diagnostic;

use crate::number::DecimalMark;
use crate::row::Role;
use crate::sink::{Sink, Told};
use crate::source::Source;

use super::grid::{Grid, Piece};
use super::layout::{Head, Layout, SheetFacts};
use super::mapping::{
    Column, End, Fixed, HeadColumn, HeadRow, Leads, Sheets, Skip, Table, Value, plain,
};
use super::observe::{Observer, OnSheet};
use super::package::Flaw;
use super::workbook::Workbook;

/// Rows in which titles and heads stand.
const TOP: u32 = 40;

/// Whether a workbook is one of the migrant stock.
pub fn is_migrant_stock(source: &Source) -> bool {
    let Ok(workbook) = Workbook::open(source) else { return false };
    (0..workbook.sheets().len()).take(12).any(|sheet| {
        let Ok(top) = top(&workbook.grid(sheet)) else { return false };
        let is_named = |text: &String| text.to_lowercase().contains("migrant stock");
        top.values().flat_map(BTreeMap::values).any(is_named) && Heads::find(&top).is_some()
    })
}

/// Reads a workbook of the migrant stock.
pub fn read(source: &Source, sink: &mut dyn Sink) -> Told {
    let mut observer = Observer::new(source.name(), source.name(), sink);
    if let Err(flaw) = workbook(source, &mut observer) {
        observer.problems.push(flaw.told(source.name()));
    }
    Told { problems: observer.problems }
}

fn workbook(source: &Source, observer: &mut Observer<'_>) -> Result<(), Flaw> {
    let workbook = Workbook::open(source)?;
    super::announced(&workbook).iter().for_each(|stream| observer.sink.stream(stream));
    let mut tables = 0;
    for (at, sheet) in workbook.sheets().iter().enumerate() {
        let grid = workbook.grid(at);
        let top = top(&grid)?;
        let Some(heads) = Heads::find(&top) else {
            let name = sheet.name.trim().to_lowercase();
            let number = name.strip_prefix("table ").and_then(|rest| rest.chars().next());
            if number.is_some_and(|first| first.is_ascii_digit()) {
                let problem = Diagnostic::warning("stats-desa-sheet", source.name(), 0);
                observer.problems.push(problem.with("sheet", &sheet.name));
            }
            continue;
        };
        let facts = SheetFacts::find(&grid.without_lines(), &[])?;
        let (table, layout) = heads.table(&top, &sheet.name);
        let fixed = vec![None; table.fixed.len()];
        let on = OnSheet {
            table: &table,
            layout: &layout,
            merged: &facts.merged,
            fixed: &fixed,
            hidden_columns: &facts.hidden_columns,
            sheet: &sheet.name,
            stream: u32::try_from(at).unwrap_or(u32::MAX),
            is_record: false,
        };
        observer.table(&grid, &on)?;
        tables += 1;
        if observer.has_stopped {
            return Ok(());
        }
    }
    if tables == 0 {
        observer.problems.push(Diagnostic::error("stats-desa-no-table", source.name(), 0));
    }
    Ok(())
}

type Top = BTreeMap<u32, BTreeMap<u32, String>>;

/// Texts of the first rows.
fn top(grid: &dyn Grid) -> Result<Top, Flaw> {
    let mut top = Top::new();
    grid.walk(&mut |piece| {
        let Piece::Line(line) = piece else { return ControlFlow::Continue(()) };
        if line.row > TOP {
            return ControlFlow::Break(());
        }
        let texts = line.cells().iter().map(|cell| (cell.column, plain(line.shown(cell))));
        top.insert(line.row, texts.filter(|(_, text)| !text.is_empty()).collect());
        ControlFlow::Continue(())
    })?;
    Ok(top)
}

/// Where the heads of a table stand.
#[derive(Debug)]
struct Heads {
    /// Row of the heads of columns.
    row: u32,
    /// Row of years, ages or origins.
    points: u32,
    /// Columns of heads of rows: what they lead to.
    columns: Vec<(u32, Leads, bool)>,
    /// First column of data.
    first: u32,
}

impl Heads {
    fn find(top: &Top) -> Option<Heads> {
        let is_code = |text: &str| {
            let text = text.to_lowercase();
            text == "code"
                || text.starts_with("location code")
                || text.starts_with("country code")
                || text.ends_with(" code")
        };
        let (row, cells) = top.iter().find(|(_, cells)| {
            cells.values().any(|text| is_code(text))
                && cells.values().any(|text| text.to_lowercase().contains("country or area"))
        })?;
        let mut columns = Vec::new();
        let mut last_name = "REF_AREA";
        for (column, text) in cells {
            let lower = text.to_lowercase();
            // Above a row of origins it is the title of columns.
            let below = top.get(&(row + 1));
            if is_origins(text) && below.is_some_and(|cells| cells.contains_key(column)) {
                continue;
            }
            let of = if lower.contains("origin") { "ORIGIN" } else { "REF_AREA" };
            let (leads, optional) = if lower.contains("country or area") {
                last_name = of;
                (Leads::Labels(of.to_owned()), true)
            } else if is_code(text) {
                let of = if lower.contains("destination") { "REF_AREA" } else { last_name };
                (Leads::To(of.to_owned()), false)
            } else if lower.starts_with("type of data") {
                (Leads::To("TYPE_OF_DATA".to_owned()), true)
            } else if lower.starts_with("note") {
                (Leads::To("NOTES".to_owned()), true)
            } else if lower == "year" {
                (Leads::To("TIME_PERIOD".to_owned()), false)
            } else {
                continue;
            };
            columns.push((*column, leads, optional));
        }
        let behind = columns.iter().map(|(column, ..)| *column).max()?;
        let none = BTreeMap::new();
        let data = |row: u32| {
            let cells = top.get(&row).unwrap_or(&none).iter();
            cells.filter(|(column, _)| **column > behind).map(|(_, text)| text.as_str())
        };
        let points = [*row, row + 1].into_iter().max_by_key(|row| {
            let points = data(*row).filter(|text| is_period(text) || is_age(text)).count();
            // Where columns are origins, the row with most of them; the upper one if alike.
            (points, data(*row).count(), std::cmp::Reverse(*row))
        })?;
        let cells = top.get(&points)?.keys().filter(|column| **column > behind);
        let first = cells.min().copied()?;
        Some(Heads { row: *row, points, columns, first })
    }

    /// What is said of the table, and where its parts stand.
    fn table(&self, top: &Top, sheet: &str) -> (Table, Layout) {
        let none = BTreeMap::new();
        let points = top.get(&self.points).unwrap_or(&none);
        let points: BTreeMap<u32, String> = points
            .iter()
            .filter(|(column, _)| **column >= self.first)
            .map(|(column, text)| (*column, text.clone()))
            .collect();
        let texts = || top.range(..self.row).flat_map(|(_, cells)| cells.values());
        let title = texts()
            .find(|text| text.to_lowercase().starts_with("table "))
            .or_else(|| texts().max_by_key(|text| text.len()))
            .cloned()
            .unwrap_or_default();
        let blocks = self.blocks(top, &points, &title);
        let kind = match () {
            () if points.values().any(|text| is_period(text)) => "TIME_PERIOD",
            () if points.values().any(|text| is_age(text)) => "AGE",
            () => "ORIGIN",
        };
        let has_years = self.columns.iter().any(
            |(_, leads, _)| matches!(leads, Leads::To(component) if component == "TIME_PERIOD"),
        );
        type Said = fn(&str, &str) -> Option<String>;
        let rules: [(&str, Said); 5] = [
            ("SEX", |block, _| sex(block).map(str::to_owned)),
            ("INDICATOR", |block, _| Some(without_sex(block))),
            ("UNIT_MEASURE", |block, _| {
                block.to_lowercase().contains("percentage").then(|| "PT".to_owned())
            }),
            ("UNIT_MULT", |block, _| block.contains("thousands").then(|| "3".to_owned())),
            ("TIME_PER_COLLECT", |_, point| {
                (point.len() == 4 && is_period(point)).then(|| "1 July".to_owned())
            }),
        ];
        let head_row = |component: &str, optional| HeadRow {
            row: 0,
            leads: Leads::To(component.to_owned()),
            language: String::new(),
            fill: false,
            optional,
        };
        let head = |text: String| Head { text, note: String::new() };
        let mut head_rows = vec![head_row(kind, false)];
        let mut heads: Vec<BTreeMap<u32, Head>> =
            vec![points.iter().map(|(column, text)| (*column, head(text.clone()))).collect()];
        for (component, said) in rules {
            let made: BTreeMap<u32, Head> = points
                .iter()
                .filter_map(|(column, point)| {
                    let block = blocks.get(column).map_or(title.as_str(), String::as_str);
                    let text = said(block, point).or_else(|| {
                        // What a block does not say, the title may.
                        (component == "SEX").then(|| sex(&title).map(str::to_owned)).flatten()
                    });
                    Some((*column, head(text?)))
                })
                .collect();
            if !made.is_empty() {
                head_rows.push(head_row(component, true));
                heads.push(made);
            }
        }
        let mut fixed = Vec::new();
        if has_years {
            let value = Value::Said("1 July".to_owned());
            let component = "TIME_PER_COLLECT".to_owned();
            fixed.push(Fixed { line: 0, component, value, names: Vec::new() });
        }
        let attributes = ["TYPE_OF_DATA", "NOTES", "UNIT_MEASURE", "UNIT_MULT", "TIME_PER_COLLECT"];
        let codes: Vec<u32> = self
            .columns
            .iter()
            .filter(|(_, leads, optional)| !optional && !matches!(leads, Leads::Labels(_)))
            .map(|(column, ..)| *column)
            .collect();
        let table = Table {
            line: 0,
            id: sheet.to_owned(),
            names: vec![("en".to_owned(), title.clone())],
            source: texts()
                .find(|text| text.starts_with("United Nations"))
                .cloned()
                .unwrap_or_default(),
            vintage: vintage(texts()).unwrap_or_default(),
            sheets: Sheets::Any,
            begin: None,
            end: End::Sheet,
            decimal_mark: Some(DecimalMark::Point),
            missing: Vec::new(),
            flags: Vec::new(),
            head_rows,
            head_columns: self
                .columns
                .iter()
                .map(|(column, leads, optional)| HeadColumn {
                    column: Column::Number(*column),
                    leads: leads.clone(),
                    language: "en".to_owned(),
                    fill: false,
                    optional: *optional,
                })
                .collect(),
            sections: Vec::new(),
            fixed,
            first_row: None,
            columns: None,
            measure: "OBS_VALUE".to_owned(),
            skip: codes.iter().map(|column| Skip::Blank(Column::Number(*column))).collect(),
            roles: attributes.map(|name| (name.to_owned(), Role::ObservationAttribute)).to_vec(),
            codes: Vec::new(),
        };
        let layout = Layout {
            first: self.points.max(self.row) + 1,
            end: u32::MAX,
            heads,
            head_columns: self.columns.iter().map(|(column, ..)| *column).collect(),
            sections: Vec::new(),
            columns: Some(points.keys().copied().collect::<BTreeSet<u32>>()),
            skipped: Vec::new(),
            needed: codes,
            behind: None,
            lacking: Vec::new(),
        };
        (table, layout)
    }

    /// Titles of blocks of columns: they stand above the first column of each.
    fn blocks(
        &self,
        top: &Top,
        points: &BTreeMap<u32, String>,
        title: &str,
    ) -> BTreeMap<u32, String> {
        let above = (1..self.points).rev().find_map(|row| {
            let cells: BTreeMap<u32, String> = top
                .get(&row)?
                .iter()
                .filter(|(column, text)| {
                    **column >= self.first && text.as_str() != title && !is_origins(text)
                })
                .map(|(column, text)| (*column, text.clone()))
                .collect();
            (!cells.is_empty()).then_some(cells)
        });
        let above = above.unwrap_or_default();
        points
            .keys()
            .filter_map(|column| {
                let (_, text) = above.range(..=column).next_back()?;
                Some((*column, text.clone()))
            })
            .collect()
    }
}

/// The title of columns that are origins.
fn is_origins(text: &str) -> bool {
    text.to_lowercase().starts_with("country or area of origin")
}

/// A year, or two years with a dash between them.
fn is_period(text: &str) -> bool {
    let is_year = |text: &str| {
        text.len() == 4 && text.parse().is_ok_and(|year: u32| (1900..2200).contains(&year))
    };
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    is_year(first) && is_year(last)
}

/// `0-4`, `75+`.
fn is_age(text: &str) -> bool {
    let is_number = |text: &str| {
        (1..=3).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
    };
    match text.split_once(['-', '–']) {
        Some((first, last)) => is_number(first) && is_number(last),
        None => text.strip_suffix('+').is_some_and(is_number),
    }
}

fn sex(block: &str) -> Option<&'static str> {
    let lower = block.to_lowercase();
    // `Female migrants as a percentage` is a share of all, not a figure of women only.
    if lower.contains("both sexes") {
        Some("_T")
    } else if lower.contains("(female") || lower.trim() == "female" || lower.trim() == "females" {
        Some("F")
    } else if lower.contains("(male") || lower.trim() == "male" || lower.trim() == "males" {
        Some("M")
    } else {
        None
    }
}

/// The title of a block without the sex and the number of the table.
fn without_sex(block: &str) -> String {
    let mut text = block.to_owned();
    for sex in ["(both sexes)", "(male)", "(female)", "(males)", "(females)"] {
        while let Some(at) = text.to_lowercase().find(sex) {
            // Lower case keeps the places of ASCII; other letters may move them.
            match (text.get(..at), text.get(at + sex.len()..)) {
                (Some(before), Some(behind)) => text = format!("{before} {behind}"),
                _ => return plain(&text),
            }
        }
    }
    plain(&text)
}

/// `POP/DB/MIG/Stock/Rev.2020`.
fn vintage<'t>(mut texts: impl Iterator<Item = &'t String>) -> Option<String> {
    texts.find_map(|text| {
        let at = text.find("POP/DB/MIG/")?;
        let code = text.get(at..)?;
        let end = code.find(|letter: char| letter.is_whitespace() || letter == ')');
        let end = match code.get(..end.unwrap_or(code.len()))? {
            // The year may stand apart: `Rev. 2020`.
            short if short.ends_with("Rev.") => short.len() + 5,
            whole => whole.len(),
        };
        Some(code.get(..end).unwrap_or(code).trim_end_matches(['.', ',']).to_owned())
    })
}
