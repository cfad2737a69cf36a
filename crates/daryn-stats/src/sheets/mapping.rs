//! A mapping: what an analyst says of a table for people, so that each cell becomes an observation.
//! The keys are described in `docs/statistics-mapping.md`.

use daryn_model::{Diagnostic, Lines};
use regex::Regex;
use toml::de::{DeTable, DeValue};

use crate::number::DecimalMark;
use crate::row::Role;

use super::charset::Charset;
use super::grid::{Area, column, place};
use super::keys::{Item, Keys};

/// What is said of a file.
#[derive(Debug, Clone)]
pub struct Mapping {
    /// Name of the file that holds the mapping.
    pub(crate) file: String,
    /// Charset of separated values, where it is said.
    pub(crate) charset: Option<Charset>,
    /// What stands between values, where it is said.
    pub(crate) separator: Option<u8>,
    pub(crate) tables: Vec<Table>,
}

/// What is said of a table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// Line of the mapping on which it begins.
    pub(crate) line: u32,
    pub(crate) id: String,
    pub(crate) names: Vec<(String, String)>,
    pub(crate) source: String,
    pub(crate) vintage: String,
    pub(crate) sheets: Sheets,
    pub(crate) begin: Option<Spot>,
    pub(crate) end: End,
    pub(crate) decimal_mark: Option<DecimalMark>,
    /// Marks of what is missing, and why.
    pub(crate) missing: Vec<(String, String)>,
    /// Marks that stand glued behind numbers and heads, and what they mean. Longest first.
    pub(crate) flags: Vec<(String, String)>,
    pub(crate) head_rows: Vec<HeadRow>,
    pub(crate) head_columns: Vec<HeadColumn>,
    pub(crate) sections: Vec<Section>,
    pub(crate) fixed: Vec<Fixed>,
    /// First row of data, counted from the row of the beginning.
    pub(crate) first_row: Option<i64>,
    pub(crate) columns: Option<Vec<Columns>>,
    pub(crate) measure: String,
    pub(crate) skip: Vec<Skip>,
    pub(crate) roles: Vec<(String, Role)>,
    pub(crate) codes: Vec<(String, Vec<(String, String)>)>,
}

/// On which sheets a table stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sheets {
    Any,
    Named(Vec<String>),
    Number(u32),
}

/// A cell: by its name, or by what stands in it.
#[derive(Debug, Clone)]
pub(crate) enum Spot {
    Cell(u32, u32),
    Found { words: Words, column: Option<u32>, occurrence: u32 },
}

/// What stands in a cell. White space counts as one blank.
#[derive(Debug, Clone)]
pub(crate) enum Words {
    Equal(String),
    Begin(String),
    Contain(String),
    Match(Regex),
}

impl Words {
    pub(crate) fn fit(&self, text: &str) -> bool {
        let text = plain(text);
        match self {
            Words::Equal(words) => text == *words,
            Words::Begin(words) => text.starts_with(words),
            Words::Contain(words) => text.contains(words),
            Words::Match(pattern) => pattern.is_match(&text),
        }
    }

    /// How it is told.
    pub(crate) fn shown(&self) -> &str {
        match self {
            Words::Equal(words) | Words::Begin(words) | Words::Contain(words) => words,
            Words::Match(pattern) => pattern.as_str(),
        }
    }
}

/// White space as one blank, none at the ends.
pub(crate) fn plain(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !made.is_empty() {
            made.push(' ');
        }
        made.push_str(word);
    }
    made
}

/// Where a table ends.
#[derive(Debug, Clone)]
pub(crate) enum End {
    /// With the sheet.
    Sheet,
    /// Before the row of a cell.
    Before(Spot),
    /// Before so many blank rows one below the other.
    Blank(u32),
    /// After so many rows of data.
    Rows(u32),
}

/// A column: by its letters, or by what stands in the row of the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Column {
    Number(u32),
    Head(String),
}

/// Columns from one to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) first: Column,
    pub(crate) last: Column,
}

/// To which component a head leads.
#[derive(Debug, Clone)]
pub(crate) enum Leads {
    /// To one.
    To(String),
    /// To one, of whose text a pattern chooses the first group, or what fits.
    Part(String, Regex),
    /// To those that are named in the groups of a pattern.
    Parts(Regex),
    /// It names the codes of a component that another head holds.
    Labels(String),
    /// By how far the text stands to the right: the first component, the second, ...
    Levels(Vec<String>),
}

/// A row of heads.
#[derive(Debug, Clone)]
pub(crate) struct HeadRow {
    /// Counted from the row of the beginning.
    pub(crate) row: i64,
    pub(crate) leads: Leads,
    pub(crate) language: String,
    /// Whether a head holds for the empty cells at its right.
    pub(crate) fill: bool,
    /// Whether a column without this head still has values.
    pub(crate) optional: bool,
}

/// A column of heads.
#[derive(Debug, Clone)]
pub(crate) struct HeadColumn {
    pub(crate) column: Column,
    pub(crate) leads: Leads,
    pub(crate) language: String,
    /// Whether a head holds for the empty cells below it.
    pub(crate) fill: bool,
    pub(crate) optional: bool,
}

/// Rows that hold a head and no values: the head holds for the rows below.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) column: Column,
    pub(crate) component: String,
    pub(crate) words: Option<Words>,
}

/// What holds for the whole table.
#[derive(Debug, Clone)]
pub(crate) struct Fixed {
    pub(crate) line: u32,
    pub(crate) component: String,
    pub(crate) value: Value,
    pub(crate) names: Vec<(String, String)>,
}

/// Where a fixed value comes from.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// It is said.
    Said(String),
    /// It stands in a cell, where a pattern may choose a part.
    Cell(Spot, Option<Regex>),
}

/// What is not read.
#[derive(Debug, Clone)]
pub(crate) enum Skip {
    /// Rows in which this stands, in a column or anywhere.
    Rows(Words, Option<u32>),
    /// Columns.
    Columns(Columns),
    /// Cells.
    Cells(Area),
    /// Rows in which nothing stands in a column and no value but marks of what is missing.
    Blank(Column),
}

impl Mapping {
    /// Reads a mapping. `None` if something is wrong that no table could be read with; problems
    /// are told, all at once.
    pub fn parse(file: &str, text: &str, problems: &mut Vec<Diagnostic>) -> Option<Mapping> {
        let before = problems.len();
        let lines = Lines::of(text);
        let root = match DeTable::parse(text) {
            Ok(root) => root,
            Err(error) => {
                let line = error.span().map_or(1, |span| lines.line(span.start));
                let reason = error.message().trim().to_owned();
                let problem = Diagnostic::error("stats-mapping-toml", file, line);
                problems.push(problem.with("reason", reason));
                return None;
            }
        };
        let mut keys = Keys::new(file, &lines, root.get_ref(), 1, problems);
        let charset = keys.text("charset").and_then(|name| {
            let found = Charset::parse(&name);
            keys.check("charset", found.is_some(), "UTF-8, UTF-16, windows-1251, KZ-1048");
            found
        });
        let separator = keys.text("separator").and_then(|text| {
            let found = match text.as_bytes() {
                [one] if matches!(one, b',' | b';' | b'\t' | b'|') => Some(*one),
                _ => None,
            };
            keys.check("separator", found.is_some(), "\",\", \";\", \"\\t\", \"|\"");
            found
        });
        let tables: Vec<Table> = keys.each("table", table);
        if tables.is_empty() {
            keys.lacks("table");
        }
        keys.end();
        let is_good = problems.len() == before;
        is_good.then(|| Mapping { file: file.to_owned(), charset, separator, tables })
    }
}

fn table(keys: &mut Keys<'_, '_>) -> Table {
    let id = keys.needed("id");
    let names = keys.texts("names");
    let (source, vintage) = (keys.text("source"), keys.text("vintage"));
    let sheets = match keys.any("sheet") {
        None => Sheets::Any,
        Some(Item { value: DeValue::String(name), .. }) => Sheets::Named(vec![name.to_string()]),
        Some(Item { value: DeValue::Integer(_), .. }) => {
            let number = keys.number("sheet").and_then(|number| u32::try_from(number).ok());
            keys.check("sheet", number.is_some_and(|number| number > 0), "1, 2, ...");
            Sheets::Number(number.unwrap_or(1))
        }
        Some(_) => Sheets::Named(keys.list("sheet")),
    };
    let begin = keys.within("begin", spot);
    let end = keys.within("end", |keys| {
        let count = |number: i64| u32::try_from(number.max(1)).unwrap_or(u32::MAX);
        if let Some(blank) = keys.number("blank_rows") {
            return End::Blank(count(blank));
        }
        if let Some(rows) = keys.number("rows") {
            return End::Rows(count(rows));
        }
        End::Before(spot(keys))
    });
    let decimal_mark = keys.text("decimal_mark").and_then(|mark| {
        let found = match mark.as_str() {
            "," => Some(DecimalMark::Comma),
            "." => Some(DecimalMark::Point),
            _ => None,
        };
        keys.check("decimal_mark", found.is_some(), "\",\", \".\"");
        found
    });
    let missing = match keys.any("missing") {
        Some(Item { value: DeValue::Array(_), .. }) => {
            keys.list("missing").into_iter().map(|mark| (mark, String::new())).collect()
        }
        _ => keys.texts("missing"),
    };
    let mut flags = keys.texts("flags");
    flags.retain(|(mark, _)| !mark.is_empty());
    flags.sort_by_key(|(mark, _)| std::cmp::Reverse(mark.len()));
    let head_rows = keys.each("head_row", |keys| HeadRow {
        row: keys.number("row").unwrap_or(0),
        leads: leads(keys, false),
        language: keys.text("language").unwrap_or_default(),
        fill: keys.is("fill"),
        optional: keys.is("optional"),
    });
    let head_columns = keys.each("head_column", |keys| HeadColumn {
        column: column_of(keys, "column"),
        leads: leads(keys, true),
        language: keys.text("language").unwrap_or_default(),
        fill: keys.is("fill"),
        optional: keys.is("optional"),
    });
    let sections = keys.each("section", |keys| Section {
        column: column_of(keys, "column"),
        component: keys.needed("component"),
        words: words(keys),
    });
    let fixed = keys.each("fixed", |keys| {
        let (line, component) = (keys.line, keys.needed("component"));
        let value = match keys.text("value") {
            Some(value) => Value::Said(value),
            None => {
                let pattern = pattern(keys, "pattern");
                Value::Cell(spot(keys), pattern)
            }
        };
        Fixed { line, component, value, names: keys.texts("names") }
    });
    let data = keys.within("data", |keys| {
        let columns = keys.any("columns").map(|_| keys.columns("columns"));
        (keys.number("first_row"), columns, keys.text("measure"))
    });
    let (first_row, columns, measure) = data.unwrap_or((None, None, None));
    let skip = keys.each("skip", |keys| {
        if keys.any("columns").is_some() {
            let mut columns = keys.columns("columns");
            if let Some(columns) = columns.pop() {
                return Some(Skip::Columns(columns));
            }
            return None;
        }
        if keys.any("blank").is_some() {
            return Some(Skip::Blank(column_of(keys, "blank")));
        }
        if let Some(cells) = keys.text("cells") {
            let area = Area::parse(&cells);
            keys.check("cells", area.is_some(), "\"B2:D4\"");
            return area.map(Skip::Cells);
        }
        let column = letter(keys);
        let words = words(keys);
        if words.is_none() {
            keys.lacks("equals");
        }
        words.map(|words| Skip::Rows(words, column))
    });
    let roles = keys
        .texts("roles")
        .into_iter()
        .filter_map(|(component, name)| {
            let role = role(&name);
            let known = "dimension, period, attribute, data-set-attribute, extra";
            keys.check("roles", role.is_some(), known);
            Some((component, role?))
        })
        .collect();
    let codes = keys.tables_of_texts("codes");
    Table {
        line: keys.line,
        id,
        names,
        source: source.unwrap_or_default(),
        vintage: vintage.unwrap_or_default(),
        sheets,
        begin,
        end: end.unwrap_or(End::Sheet),
        decimal_mark,
        missing,
        flags,
        head_rows,
        head_columns,
        sections,
        fixed,
        first_row,
        columns,
        measure: measure.unwrap_or_else(|| "OBS_VALUE".to_owned()),
        skip: skip.into_iter().flatten().collect(),
        roles,
        codes: codes
            .into_iter()
            .map(|(component, codes)| {
                let codes = codes.into_iter().map(|(text, code)| (plain(&text), code));
                (component, codes.collect())
            })
            .collect(),
    }
}

fn role(name: &str) -> Option<Role> {
    Some(match name {
        "dimension" => Role::Dimension,
        "period" => Role::Period,
        "attribute" => Role::ObservationAttribute,
        "data-set-attribute" => Role::DataSetAttribute,
        "extra" => Role::Extra,
        _ => return None,
    })
}

fn words(keys: &mut Keys<'_, '_>) -> Option<Words> {
    let (equal, begin) = (keys.text("equals"), keys.text("begins"));
    let (contain, matched) = (keys.text("contains"), pattern(keys, "matches"));
    let given = [equal.is_some(), begin.is_some(), contain.is_some(), matched.is_some()];
    let count = given.iter().filter(|given| **given).count();
    keys.check_line(count < 2, "equals", "equals / begins / contains / matches");
    let texts = equal
        .map(|text| Words::Equal(plain(&text)))
        .or_else(|| begin.map(|text| Words::Begin(plain(&text))))
        .or_else(|| contain.map(|text| Words::Contain(plain(&text))));
    texts.or_else(|| matched.map(Words::Match))
}

fn spot(keys: &mut Keys<'_, '_>) -> Spot {
    if let Some(cell) = keys.text("cell") {
        let found = place(&cell);
        keys.check("cell", found.is_some(), "\"B12\"");
        let (row, column) = found.unwrap_or((1, 1));
        return Spot::Cell(row, column);
    }
    let (words, column) = (words(keys), letter(keys));
    let occurrence = keys.number("occurrence").unwrap_or(1);
    keys.check("occurrence", occurrence > 0, "1, 2, ...");
    match words {
        Some(words) => {
            let occurrence = u32::try_from(occurrence).unwrap_or(1);
            Spot::Found { words, column, occurrence }
        }
        None => {
            keys.lacks("cell");
            Spot::Cell(1, 1)
        }
    }
}

/// A column that is named by letters only.
fn letter(keys: &mut Keys<'_, '_>) -> Option<u32> {
    let found = keys.text("column").map(|letters| column(&letters));
    keys.check("column", !matches!(found, Some(None)), "\"A\", \"B\", ...");
    found.flatten()
}

fn column_of(keys: &mut Keys<'_, '_>, key: &'static str) -> Column {
    let mut columns = keys.columns(key);
    match columns.pop() {
        Some(Columns { first, last }) if columns.is_empty() && first == last => first,
        Some(_) => {
            keys.check(key, false, "\"A\", { head = \"...\" }");
            Column::Number(1)
        }
        None => {
            if keys.any(key).is_none() {
                keys.lacks(key);
            }
            Column::Number(1)
        }
    }
}

fn pattern(keys: &mut Keys<'_, '_>, key: &'static str) -> Option<Regex> {
    let text = keys.text(key)?;
    let found = regex::RegexBuilder::new(&text).size_limit(1 << 20).build();
    keys.check(key, found.is_ok(), "a regular expression / регулярное выражение");
    found.ok()
}

fn leads(keys: &mut Keys<'_, '_>, may_have_levels: bool) -> Leads {
    if let Some(component) = keys.text("labels") {
        return Leads::Labels(component);
    }
    if may_have_levels && keys.any("levels").is_some() {
        let levels = keys.list("levels");
        keys.check("levels", !levels.is_empty(), "[\"...\", \"...\"]");
        return Leads::Levels(levels);
    }
    match pattern(keys, "pattern") {
        Some(pattern) => match keys.text("component") {
            Some(component) => Leads::Part(component, pattern),
            None => {
                let named = pattern.capture_names().flatten().next().is_some();
                keys.check("pattern", named, "(?<COMPONENT>...)");
                Leads::Parts(pattern)
            }
        },
        None if keys.any("pattern").is_some() => Leads::To(String::new()),
        None => Leads::To(keys.needed("component")),
    }
}
