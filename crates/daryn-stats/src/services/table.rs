//! Tables of services whose columns have fixed names.

use std::io::{BufRead, Cursor, Read};

use crate::problems::{End, Fault, Flaw};
use crate::reading::BEGINNING;
use crate::records::{Record, Records, separator};
use crate::row::Role;
use crate::services::out::Out;

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Use {
    /// A component of this name.
    Part(String, Role),
    /// Names of the codes in the component of this name.
    Label(String),
    /// Dimensions as `name=value;name=value`.
    Pairs,
}

/// Names of the columns, by the first line; empty where there is no line.
pub(super) fn first_names(beginning: &[u8]) -> Vec<String> {
    let stream = Box::new(Cursor::new(beginning.to_vec()));
    let mut record = Record::default();
    let read = Records::new(stream, separator(beginning))
        .and_then(|mut records| records.read(&mut record));
    match read {
        Ok(true) => record.iter().map(|name| name.trim().to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The beginning of a stream, and the whole stream.
pub(super) fn peek<'a>(
    mut stream: Box<dyn BufRead + 'a>,
) -> Result<(Vec<u8>, Box<dyn BufRead + 'a>), Fault> {
    let mut first = Vec::new();
    (&mut stream).take(BEGINNING).read_to_end(&mut first)?;
    let whole = Cursor::new(first.clone()).chain(stream);
    Ok((first, Box::new(whole)))
}

/// Whether all these columns are there, whatever the case of their letters.
pub(super) fn has(names: &[&str], wanted: &[&str]) -> bool {
    wanted.iter().all(|wanted| names.iter().any(|name| name.eq_ignore_ascii_case(wanted)))
}

/// Reads a table: a row for each record. `plan` says what a column is.
pub(super) fn read(
    stream: Box<dyn BufRead + '_>,
    format: &'static str,
    plan: &dyn Fn(&str) -> Use,
    out: &mut Out<'_>,
) -> Result<(), End> {
    let mut uses: Vec<Use> = Vec::new();
    each(stream, format, out, |record, names, out| {
        if uses.is_empty() {
            uses = names.iter().map(|name| plan(name)).collect();
        }
        for (place, column) in uses.iter().enumerate() {
            let cell = record.get(place);
            match column {
                _ if cell.is_empty() => {}
                Use::Part(name, role) => out.push(name, *role, cell),
                Use::Pairs => pairs(cell, out),
                Use::Label(_) => {}
            }
        }
        for (place, column) in uses.iter().enumerate() {
            let (Use::Label(of), cell) = (column, record.get(place)) else { continue };
            let number = out.number(of);
            // A name without its code is the value itself.
            match out.row.get(number).map(str::to_owned) {
                Some(code) => out.label(of, &code, cell),
                None => out.some(of, Role::Dimension, cell),
            }
        }
        out.give(record.start, record.end)
    })
}

fn pairs(cell: &str, out: &mut Out<'_>) {
    for pair in cell.split(';') {
        match pair.split_once('=') {
            Some((name, value)) => out.push(name.trim(), Role::Dimension, value.trim()),
            None => out.push("dims", Role::Unresolved, pair),
        }
    }
}

/// Each record of a table that is as long as its first one, with the names of its columns; the row is clear then.
pub(super) fn each(
    stream: Box<dyn BufRead + '_>,
    format: &'static str,
    out: &mut Out<'_>,
    mut take: impl FnMut(&Record, &[String], &mut Out<'_>) -> Result<(), End>,
) -> Result<(), End> {
    let (first, stream) = peek(stream)?;
    let mut records = Records::new(stream, separator(&first))?;
    let mut record = Record::default();
    if !records.read(&mut record)? {
        return Err(Fault::new(Flaw::Shape(format, "header")).into());
    }
    if record.is_open(out.problems) {
        return Ok(());
    }
    let names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
    while records.read(&mut record)? {
        if !record.is_sound(&names, out.problems) {
            continue;
        }
        out.clear();
        take(&record, &names, out)?;
    }
    if records.is_padded {
        out.problems.warn("stats-padded", record.line, &[]);
    }
    Ok(())
}

/// Counts and tells the records of a table that says something beside observations.
pub(super) fn aside(
    stream: Box<dyn BufRead + '_>,
    format: &'static str,
    entry: &str,
    out: &mut Out<'_>,
) -> Result<(), End> {
    let mut count = 0_u64;
    each(stream, format, out, |_, _, _| {
        count += 1;
        Ok(())
    })?;
    let count = count.to_string();
    out.problems.warn("stats-remarks-aside", 0, &[("n", &count), ("entry", entry)]);
    Ok(())
}
