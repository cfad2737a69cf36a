//! UNESCO Institute for Statistics: answers of the public API, and the tables of the bulk files.
//!
//! Indicator and area are the key, the year is the period; `magnitude`, `qualifier` and footnotes
//! are attributes of the observation. A zero or `null` whose magnitude says that there is no value
//! (`NA` not applicable, `SUPP` suppressed by the country, `INCLUDED` counted elsewhere) is a row
//! without a value, and `OBS_MISSING` says why. `NIL` is a value that is nil or negligible: the zero
//! stays, with its magnitude. Source: UIS, README of the bulk data download. Hints of the API are
//! told: an unknown area is no error there, only a hint. Sources and remarks of the bulk files are no
//! observations: they are counted and told.

use std::io::BufRead;

use super::archive::Archive;
use super::out::Out;
use super::table;
use super::{Options, ROOM, open_json};
use crate::format::Format;
use crate::json::{Node, Outline, Token};
use crate::problems::{End, Fault, Flaw, Problems};
use crate::reading::count_rows;
use crate::records::Record;
use crate::row::{Annotation, Role};
use crate::sink::{DataSet, Sink, Told};
use crate::source::{Packing, Source};

const JSON: &str = "UIS JSON";
const CSV: &str = "UIS CSV";

pub(super) fn tell(outline: &Outline) -> Option<Format> {
    let is_data = (outline.has("records")
        && (outline.has("hints") || outline.has("indicatorMetadata")))
        || outline.has("records[].indicatorId")
        || outline.has("[].indicatorCode");
    is_data.then_some(Format::UisJson)
}

pub(super) fn tell_table(names: &[&str]) -> Option<Format> {
    let has = |wanted: &[&str]| table::has(names, wanted);
    let is_data = has(&["INDICATOR_ID"]) && (has(&["YEAR"]) || has(&["INDICATOR_LABEL_EN"]))
        || has(&["COUNTRY_ID", "COUNTRY_NAME_EN"])
        || has(&["indicatorId", "geoUnit", "year"]);
    is_data.then_some(Format::UisCsv)
}

pub(super) fn tell_entries(names: &[String]) -> Option<Format> {
    let ends = |end: &str| names.iter().any(|name| name.to_ascii_uppercase().ends_with(end));
    let is_export = names.iter().any(|name| name == "data.csv") && ends("README.MD");
    (ends("_DATA_NATIONAL.CSV") || ends("_DATA_REGIONAL.CSV") || is_export)
        .then_some(Format::UisCsv)
}

/// Reads an answer of the API: a row for each record. Lists of indicators and areas give names.
pub fn read_json(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = answer(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Reads a table of the bulk files, plain or packed by gzip, or the zip archive with all tables:
/// a row for each record of data.
pub fn read_csv(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = tables(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Counts records of an answer, as `observations`.
pub fn count_json(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("observations", |sink| read_json(source, &Options::default(), sink))
}

/// Counts records of tables, as `rows`.
pub fn count_csv(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("rows", |sink| read_csv(source, &Options::default(), sink))
}

fn answer(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    let mut json = open_json(source)?;
    out.stream("", "", source.packing()? == Packing::Gzip);
    let mut is_data = false;
    match json.next()? {
        Token::ObjectStart => {
            out.data_set(&DataSet { source: "UNESCO UIS".to_owned(), ..DataSet::default() });
            while json.next()? == Token::Key {
                let key = json.text().to_owned();
                match (key.as_str(), json.next()?) {
                    ("records", Token::ArrayStart) => {
                        is_data = true;
                        out.each(&mut json, record)?;
                    }
                    ("hints", token) => {
                        let node = json.node(token, &mut { ROOM })?;
                        for hint in node.items() {
                            let args =
                                [("code", hint.text_of("code")), ("text", hint.text_of("message"))];
                            out.problems.warn("stats-service-remark", 0, &args);
                        }
                    }
                    ("indicatorMetadata", Token::ArrayStart) => out.each(&mut json, definition)?,
                    (_, token) => json.skip(token)?,
                }
            }
            if !is_data {
                return Err(Fault::new(Flaw::Shape(JSON, "records")).into());
            }
        }
        Token::ArrayStart => out.each(&mut json, definition)?,
        _ => return Err(json.fault(Flaw::Shape(JSON, "records")).into()),
    }
    out.end(&mut json, is_data)
}

/// Why there is no value, where the magnitude of a zero or of nothing says so.
fn why_missing(magnitude: &str, value: &str) -> Option<&'static str> {
    let is_nothing = value.is_empty() || value.parse::<f64>().is_ok_and(|value| value == 0.0);
    match magnitude.trim().to_ascii_uppercase().as_str() {
        _ if !is_nothing => None,
        "NA" => Some("not-applicable"),
        "SUPP" => Some("suppressed"),
        "INCLUDED" => Some("included-elsewhere"),
        _ => None,
    }
}

fn record(out: &mut Out<'_>, node: &Node) -> Result<(), End> {
    out.clear();
    let missing = why_missing(node.text_of("magnitude"), node.text_of("value"));
    for member in node.members() {
        let role = match member.key.as_str() {
            "indicatorId" | "geoUnit" => Role::Dimension,
            "year" => Role::Period,
            "value" if missing.is_some() => continue,
            "value" => Role::Measure,
            "footnotes" => {
                for note in member.node.items().iter().map(footnote) {
                    out.some("footnotes", Role::ObservationAttribute, &shown(&note));
                    out.row.annotations.push(note);
                }
                continue;
            }
            _ => Role::ObservationAttribute,
        };
        out.node(&member.key, role, &member.node);
    }
    out.some("OBS_MISSING", Role::ObservationAttribute, missing.unwrap_or_default());
    out.give(node.start, node.end)
}

/// A footnote in one text: `Source, Data sources: Survey`.
fn shown(note: &Annotation) -> String {
    let kinds: Vec<&str> =
        [&note.kind, &note.title].into_iter().flatten().map(String::as_str).collect();
    let words = note.texts.iter().map(|(_, words)| words.as_str());
    let parts = std::iter::once(kinds.join(", ")).chain(words.map(str::to_owned));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

fn footnote(node: &Node) -> Annotation {
    let text = |key: &str| node.get(key).and_then(Node::text).map(str::to_owned);
    let words = text("value").or_else(|| node.text().map(str::to_owned));
    Annotation {
        kind: text("type"),
        title: text("subtype"),
        texts: words.into_iter().map(|words| (String::new(), words)).collect(),
        ..Annotation::default()
    }
}

/// An indicator or an area with its name.
fn definition(out: &mut Out<'_>, node: &Node) -> Result<(), End> {
    let name = node.text_of("name");
    out.label("indicatorId", node.text_of("indicatorCode"), name);
    out.label("geoUnit", node.text_of("id"), name);
    Ok(())
}

fn tables(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    out.data_set(&DataSet { source: "UNESCO UIS".to_owned(), ..DataSet::default() });
    let packing = source.packing()?;
    if packing != Packing::Zip {
        out.stream("", "", packing == Packing::Gzip);
        return one_table(source.stream()?, source.name(), out);
    }
    let mut archive = Archive::open(source)?;
    let names = archive.names();
    for name in names.iter().filter(|name| name.to_ascii_lowercase().ends_with(".csv")) {
        out.stream(name, name, true);
        one_table(archive.stream(name)?, name, out)?;
    }
    Ok(())
}

fn one_table(stream: Box<dyn BufRead + '_>, entry: &str, out: &mut Out<'_>) -> Result<(), End> {
    let (first, stream) = table::peek(stream)?;
    let names = table::first_names(&first);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let has = |wanted: &[&str]| table::has(&names, wanted);
    if has(&["INDICATOR_LABEL_EN"]) {
        return labels(stream, "INDICATOR_ID", "INDICATOR_LABEL_EN", out);
    }
    if has(&["COUNTRY_NAME_EN"]) {
        return labels(stream, "COUNTRY_ID", "COUNTRY_NAME_EN", out);
    }
    if has(&["TYPE", "METADATA"]) {
        return table::aside(stream, CSV, entry, out);
    }
    if !has(&["YEAR", "VALUE"]) {
        return Err(Fault::new(Flaw::Shape(CSV, "YEAR, VALUE")).into());
    }
    let place = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
    let (magnitude, value) = (place("MAGNITUDE"), place("VALUE"));
    let cell = |record: &Record, at: Option<usize>| at.map_or("", |at| record.get(at)).to_owned();
    table::each(stream, CSV, out, |record, names, out| {
        let missing = why_missing(&cell(record, magnitude), &cell(record, value));
        for (at, name) in names.iter().enumerate() {
            if !(missing.is_some() && Some(at) == value) {
                out.some(name, role(name), record.get(at));
            }
        }
        out.some("OBS_MISSING", Role::ObservationAttribute, missing.unwrap_or_default());
        out.give(record.start, record.end)
    })
}

fn role(name: &str) -> Role {
    match name.to_ascii_uppercase().as_str() {
        "INDICATOR_ID" | "COUNTRY_ID" | "REGION_ID" | "INDICATORID" | "GEOUNIT" => Role::Dimension,
        // A copy of the bulk files in long form.
        "INDICATOR" | "ISO3" => Role::Dimension,
        "YEAR" => Role::Period,
        "VALUE" => Role::Measure,
        _ => Role::ObservationAttribute,
    }
}

/// A table of codes and names.
fn labels(
    stream: Box<dyn BufRead + '_>,
    code: &str,
    text: &str,
    out: &mut Out<'_>,
) -> Result<(), End> {
    table::each(stream, CSV, out, |record, names, out| {
        let place = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
        if let (Some(at), Some(text)) = (place(code), place(text)) {
            // The name of the column as the tables of data have it.
            out.label(&names[at], record.get(at), record.get(text));
        }
        Ok(())
    })
}
