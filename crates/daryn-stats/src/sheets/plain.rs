//! Separated values whose first row names the columns: one observation a record.

use std::collections::BTreeMap;
use std::io;

use crate::problems::{End, Problems};
use crate::row::{Components, Mark, Place, Role, Row};
use crate::sink::{DataSet, Sink, Stream, Told};
use crate::source::{Packing, Source};

use super::separated::{Dialect, Record, Records};

/// What columns of values are called, in whatever case; the first of these that is there is taken.
const VALUES: [&str; 3] = ["OBS_VALUE", "value", "values"];
/// What columns of the time are called.
const PERIODS: [&str; 2] = ["TIME_PERIOD", "year"];
/// Records by which it is told how many columns a table has.
const FIRST: usize = 40;

/// What is known of the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The column that is the time; without it, one called `TIME_PERIOD` or `year`.
    pub period: Option<String>,
    /// The column that holds the value; without it, one called `OBS_VALUE`, `value` or `values`.
    pub value: Option<String>,
    /// Columns that are attributes.
    pub attributes: Vec<String>,
    /// Whether all other columns are dimensions; otherwise it is not known what they are.
    pub others_are_dimensions: bool,
}

impl Columns {
    fn role(&self, name: &str) -> Role {
        if name.is_empty() {
            Role::Extra
        } else if self.attributes.iter().any(|own| own == name) {
            Role::ObservationAttribute
        } else if self.others_are_dimensions {
            Role::Dimension
        } else {
            Role::Unresolved
        }
    }
}

/// Whether a column of values or of the time may be called so.
pub(super) fn is_usual(name: &str) -> bool {
    let is_one = |usual: &str| usual.eq_ignore_ascii_case(name.trim());
    VALUES.iter().any(|usual| is_one(usual)) || PERIODS.iter().any(|usual| is_one(usual))
}

/// Reads separated values whose first row names the columns. A field that is empty gives no part; a
/// record with another number of fields is an error and not read, as is a quotation mark that is
/// not closed. Remarks and titles above the first row are told and not read.
pub fn read(source: &Source, columns: &Columns, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = records(source, columns, sink, &mut problems);
    problems.end(result)
}

fn records(
    source: &Source,
    known: &Columns,
    sink: &mut dyn Sink,
    problems: &mut Problems,
) -> Result<(), End> {
    let dialect = Dialect::find(source)?;
    let is_unpacked = source.packing()? == Packing::Gzip;
    sink.stream(&Stream { is_unpacked, ..Stream::default() });
    sink.data_set(&DataSet::default());
    let (mut records, mut record) = (Records::new(source, dialect)?, Record::default());
    if !head(source, dialect, &mut records, &mut record, problems)? {
        problems.warn("stats-separated-empty", 0, &[]);
        return Ok(());
    }
    let names: Vec<String> =
        (0..record.fields.len()).map(|at| text(&record, at, dialect)).collect();
    let mut components = Components::default();
    let columns = roles(&names, known, record.line, &mut components, problems);
    let (mut row, mut is_damaged, mut has_records) = (Row::default(), None, false);
    while next(&mut records, &mut record, problems)? {
        has_records = true;
        if record.fields.len() != columns.len() {
            let (found, expected) = (record.fields.len().to_string(), columns.len().to_string());
            let args = [("found", found.as_str()), ("expected", expected.as_str())];
            problems.error("stats-separated-fields", record.line, &args);
            continue;
        }
        row.back_to(Mark::default());
        row.place = Place { stream: 0, start: record.start, end: record.end, cell: None };
        for (at, (component, role)) in columns.iter().enumerate() {
            let Some((text, damaged)) = record.text(at, dialect.charset) else { continue };
            if damaged && is_damaged.is_none() {
                is_damaged = Some(record.line);
            }
            if !text.is_empty() {
                row.push(*component, *role, &text);
            }
        }
        if sink.row(&row, &components).is_err() {
            break;
        }
    }
    if !has_records && !record.is_open {
        problems.warn("stats-separated-head-only", 0, &[("columns", &names.join(", "))]);
    }
    if let Some(line) = is_damaged {
        problems.warn("stats-separated-letters", line, &[("charset", dialect.charset.name())]);
    }
    Ok(())
}

fn text(record: &Record, at: usize, dialect: Dialect) -> String {
    let (text, _) = record.text(at, dialect.charset).unwrap_or_default();
    text.trim().to_owned()
}

/// The next record that is not blank and whose quotation marks are closed.
fn next(records: &mut Records, record: &mut Record, problems: &mut Problems) -> io::Result<bool> {
    loop {
        let read = records.next(record);
        if record.is_open {
            // What follows the mark is no field: it is what was to be read.
            problems.error("stats-separated-quote", record.quote, &[]);
            return Ok(false);
        }
        if !read? {
            return Ok(false);
        }
        if record.fields.len() > 1 || record.start < record.end {
            return Ok(true);
        }
    }
}

/// Reads the record that names the columns, and tells what stands above it: lines that begin with
/// `#`, and lines with one cell where the table has several.
fn head(
    source: &Source,
    dialect: Dialect,
    records: &mut Records,
    record: &mut Record,
    problems: &mut Problems,
) -> io::Result<bool> {
    let width = width(source, dialect)?;
    let mut above: Option<(u32, u32, String)> = None;
    let is_there = loop {
        if !next(records, record, problems)? {
            break false;
        }
        let cells: Vec<String> =
            (0..record.fields.len()).map(|at| text(record, at, dialect)).collect();
        let is_remark = cells[0].starts_with('#') && cells.len() != width;
        let is_title = width > 1 && cells.iter().filter(|cell| !cell.is_empty()).count() < 2;
        if !is_remark && !is_title {
            break true;
        }
        let words = cells.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default();
        let (_, count, _) = above.get_or_insert((record.line, 0, words.chars().take(60).collect()));
        *count += 1;
    };
    if let Some((line, count, words)) = above {
        let (count, head) = (count.to_string(), record.line.to_string());
        let args = [("n", count.as_str()), ("head", head.as_str()), ("text", words.as_str())];
        problems.warn("stats-separated-above", line, &args);
    }
    Ok(is_there)
}

/// How many fields most of the first records have.
fn width(source: &Source, dialect: Dialect) -> io::Result<usize> {
    let (mut records, mut record) = (Records::new(source, dialect)?, Record::default());
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for _ in 0..FIRST {
        // What is wrong is told when it is read.
        if !records.next(&mut record).unwrap_or(false) || record.is_open {
            break;
        }
        *counts.entry(record.fields.len()).or_default() += 1;
    }
    let several = counts.iter().filter(|(fields, _)| **fields > 1);
    Ok(several.max_by_key(|(fields, count)| (**count, **fields)).map_or(1, |(fields, _)| *fields))
}

/// Components and roles of columns, by their names.
fn roles(
    names: &[String],
    known: &Columns,
    line: u32,
    components: &mut Components,
    problems: &mut Problems,
) -> Vec<(u32, Role)> {
    let value = chosen(names, known.value.as_deref(), &VALUES);
    let period = chosen(names, known.period.as_deref(), &PERIODS);
    let (mut columns, mut taken) = (Vec::new(), names.to_vec());
    for (at, name) in names.iter().enumerate() {
        let role = if value.first() == Some(&at) {
            Role::Measure
        } else if period.first() == Some(&at) {
            Role::Period
        } else {
            known.role(name)
        };
        let is_twice = !name.is_empty() && names[..at].contains(name);
        let own = if is_twice { free(name, &taken) } else { name.clone() };
        if is_twice {
            taken.push(own.clone());
            let args = [("name", name.as_str()), ("other", own.as_str())];
            problems.warn("stats-separated-twice", line, &args);
        }
        columns.push((components.number(&own), role));
    }
    let mut others = |code: &str, places: &[usize]| {
        if let [used, others @ ..] = places {
            for other in others.iter().filter(|at| names[**at] != names[*used]) {
                let args = [("used", names[*used].as_str()), ("other", names[*other].as_str())];
                problems.warn(code, line, &args);
            }
        }
    };
    others("stats-several-measures", &value);
    others("stats-several-periods", &period);
    if value.is_empty() {
        problems.warn("stats-no-measure", line, &[("columns", &names.join(", "))]);
    }
    columns
}

/// Places of the columns that may be meant; the first one is taken.
fn chosen(names: &[String], said: Option<&str>, usual: &[&str]) -> Vec<usize> {
    let places = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..names.len()).filter(|at| fits(&names[*at])).collect()
    };
    match said {
        Some(said) => places(&|name| name == said),
        None => usual
            .iter()
            .flat_map(|usual| places(&|name| usual.eq_ignore_ascii_case(name)))
            .collect(),
    }
}

/// A name for the second column of a name.
fn free(name: &str, taken: &[String]) -> String {
    let mut all = (2..).map(|number| format!("{name}_{number}"));
    all.find(|own| !taken.contains(own)).unwrap_or_default()
}
