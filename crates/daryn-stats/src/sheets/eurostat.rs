//! Tables of the bulk download of Eurostat: tabs between columns, the codes of a series in the first
//! column with commas between them, a column for each period.
//!
//! The head of the first column names the dimensions: `freq,unit,geo\\TIME_PERIOD`, in older files
//! `unit,geo\\time`. A cell holds a value and, behind a blank, its flags (`12.3 bp`); `:` means that
//! there is no value, and `: c` that it is confidential. Source: Eurostat, "How to use the bulk
//! download", part "TSV format".

use crate::number::{Meaning, read as number};
use crate::problems::{End, Problems};
use crate::row::{Components, Mark, Place, Role, Row};
use crate::sink::{DataSet, Sink, Stream, Told};
use crate::source::{Packing, Source};

use super::charset::Charset;
use super::separated::{Dialect, Record, Records};

const DIALECT: Dialect = Dialect { charset: Charset::Utf8, separator: b'\t' };

/// Whether a file is such a table, by its first bytes.
pub(crate) fn is_table(first: &[u8]) -> bool {
    let first = first.strip_prefix(Charset::Utf8.mark()).unwrap_or(first);
    let line = first.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let mut cells = line.split(|byte| *byte == b'\t');
    let head = cells.next().and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or_default();
    cells.next().is_some() && dimensions(head).is_some()
}

/// The dimensions that the head of the first column names.
fn dimensions(head: &str) -> Option<Vec<&str>> {
    let (names, time) = head.trim().rsplit_once('\\')?;
    let is_time = ["TIME_PERIOD", "time"].iter().any(|name| time.eq_ignore_ascii_case(name));
    let names: Vec<&str> = names.split(',').map(str::trim).collect();
    (is_time && names.iter().all(|name| !name.is_empty())).then_some(names)
}

/// Reads a table: a row for each cell that holds something. Its place is the cell.
pub fn read(source: &Source, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = cells(source, sink, &mut problems);
    problems.end(result)
}

fn cells(source: &Source, sink: &mut dyn Sink, problems: &mut Problems) -> Result<(), End> {
    let is_unpacked = source.packing()? == Packing::Gzip;
    sink.stream(&Stream { is_unpacked, ..Stream::default() });
    sink.data_set(&DataSet { source: "Eurostat".to_owned(), ..DataSet::default() });
    let (mut records, mut record) = (Records::new(source, DIALECT)?, Record::default());
    records.next(&mut record)?;
    let text = |record: &Record, at: usize| {
        let (text, _) = record.text(at, DIALECT.charset).unwrap_or_default();
        text.trim().to_owned()
    };
    let heads: Vec<String> = (0..record.fields.len()).map(|at| text(&record, at)).collect();
    let names = heads.first().and_then(|head| dimensions(head)).unwrap_or_default();
    let (mut components, mut row) = (Components::default(), Row::default());
    let numbers: Vec<u32> = names.iter().map(|name| components.number(name)).collect();
    let [time, value, flag, missing] =
        ["TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", "OBS_MISSING"].map(|name| components.number(name));
    let wrong = |line: u32, found: usize, expected: usize, problems: &mut Problems| {
        let (found, expected) = (found.to_string(), expected.to_string());
        let args = [("found", found.as_str()), ("expected", expected.as_str())];
        problems.error("stats-separated-fields", line, &args);
    };
    while records.next(&mut record)? {
        if record.is_open {
            problems.error("stats-separated-quote", record.quote, &[]);
            break;
        }
        let key = text(&record, 0);
        if key.is_empty() && record.fields.len() == 1 {
            continue;
        }
        let codes: Vec<&str> = key.split(',').map(str::trim).collect();
        if record.fields.len() != heads.len() {
            wrong(record.line, record.fields.len(), heads.len(), problems);
            continue;
        }
        if codes.len() != numbers.len() {
            wrong(record.line, codes.len(), numbers.len(), problems);
            continue;
        }
        row.back_to(Mark::default());
        for (number, code) in numbers.iter().zip(&codes) {
            row.push(*number, Role::Dimension, code);
        }
        let series = row.mark();
        for (at, period) in heads.iter().enumerate().skip(1) {
            let cell = text(&record, at);
            if cell.is_empty() || period.is_empty() {
                continue;
            }
            let (literal, flags) = cell.split_once(' ').unwrap_or((&cell, ""));
            row.back_to(series);
            row.push(time, Role::Period, period);
            row.push(value, Role::Measure, literal);
            if !flags.trim().is_empty() {
                row.push(flag, Role::ObservationAttribute, flags.trim());
            }
            if let Meaning::Missing(reason) = number(&cell, None).meaning {
                row.push(missing, Role::ObservationAttribute, reason.name());
            }
            let (start, end) = record.fields[at];
            let (start, end) = (record.start + start as u64, record.start + end as u64);
            row.place = Place { stream: 0, start, end, cell: None };
            sink.row(&row, &components)?;
        }
    }
    Ok(())
}
