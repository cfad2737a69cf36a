//! Separated values whose first row names the columns: one observation a record.

use daryn_model::Diagnostic;

use crate::row::{Components, Mark, Place, Role, Row};
use crate::sink::{DataSet, Sink, Stream, Told};
use crate::source::{Packing, Source};

use super::separated::{Dialect, Record, Records};

/// What is known of the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The column that is the time; without it, one called `TIME_PERIOD`, `year` or `Year`.
    pub period: Option<String>,
    /// The column that holds the value; without it, one called `OBS_VALUE`, `value` or `Value`.
    pub value: Option<String>,
    /// Columns that are attributes.
    pub attributes: Vec<String>,
    /// Whether all other columns are dimensions; otherwise it is not known what they are.
    pub others_are_dimensions: bool,
}

impl Columns {
    fn role(&self, name: &str) -> Role {
        let is = |said: &Option<String>, usual: &[&str]| match said {
            Some(said) => said == name,
            None => usual.contains(&name),
        };
        if is(&self.value, &["OBS_VALUE", "value", "Value"]) {
            Role::Measure
        } else if is(&self.period, &["TIME_PERIOD", "year", "Year"]) {
            Role::Period
        } else if self.attributes.iter().any(|own| own == name) {
            Role::ObservationAttribute
        } else if self.others_are_dimensions {
            Role::Dimension
        } else {
            Role::Unresolved
        }
    }
}

/// Reads separated values whose first row names the columns. A field that is empty gives no part;
/// a record with another number of fields is told and not read.
pub fn read(source: &Source, columns: &Columns, sink: &mut dyn Sink) -> Told {
    let mut problems = Vec::new();
    if let Err(error) = records(source, columns, sink, &mut problems) {
        let problem = Diagnostic::error("stats-sheet-unreadable", source.name(), 0);
        problems.push(problem.with("reason", error));
    }
    Told { problems }
}

fn records(
    source: &Source,
    known: &Columns,
    sink: &mut dyn Sink,
    problems: &mut Vec<Diagnostic>,
) -> std::io::Result<()> {
    let dialect = Dialect::find(source)?;
    let is_unpacked = source.packing()? == Packing::Gzip;
    sink.stream(&Stream { is_unpacked, ..Stream::default() });
    sink.data_set(&DataSet::default());
    let (mut records, mut record) = (Records::new(source, dialect)?, Record::default());
    if !records.next(&mut record)? {
        problems.push(Diagnostic::warning("stats-separated-empty", source.name(), 0));
        return Ok(());
    }
    let mut components = Components::default();
    let columns: Vec<(u32, Role)> = (0..record.fields.len())
        .map(|at| {
            let (name, _) = record.text(at, dialect.charset).unwrap_or_default();
            let name = name.trim();
            let role = if name.is_empty() { Role::Extra } else { known.role(name) };
            (components.number(name), role)
        })
        .collect();
    let (mut row, mut is_damaged) = (Row::default(), None);
    while records.next(&mut record)? {
        let is_blank = record.fields.len() == 1 && record.start == record.end;
        if is_blank {
            continue;
        }
        if record.fields.len() != columns.len() || record.is_open {
            if problems.len() < 1_000 {
                problems.push(
                    Diagnostic::warning("stats-separated-fields", source.name(), record.line)
                        .with("found", record.fields.len())
                        .with("expected", columns.len()),
                );
            }
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
    if let Some(line) = is_damaged {
        let problem = Diagnostic::warning("stats-separated-letters", source.name(), line);
        problems.push(problem.with("charset", dialect.charset.name()));
    }
    Ok(())
}
