//! UNESCO Institute for Statistics: answers of the public API, and the tables of the bulk files.
//!
//! Indicator and area are the key, the year is the period; `magnitude` and `qualifier` are
//! attributes of the observation, footnotes annotations. A record whose value is `null` is a row
//! without a value: `magnitude` says why. Hints of the API are told: an unknown area is no error
//! there, only a hint.

use std::io::BufRead;

use super::archive::Archive;
use super::out::Out;
use super::table::{self, Use};
use super::{Options, ROOM, open_json};
use crate::format::Format;
use crate::json::{Node, Outline, Token};
use crate::problems::{End, Fault, Flaw, Problems};
use crate::reading::count_rows;
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
/// a row for each record of data, and for each of metadata one without a value.
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

fn record(out: &mut Out<'_>, node: &Node) -> Result<(), End> {
    out.clear();
    for member in node.members() {
        let role = match member.key.as_str() {
            "indicatorId" | "geoUnit" => Role::Dimension,
            "year" => Role::Period,
            "value" => Role::Measure,
            "footnotes" => {
                out.row.annotations.extend(member.node.items().iter().map(footnote));
                continue;
            }
            _ => Role::ObservationAttribute,
        };
        out.node(&member.key, role, &member.node);
    }
    out.give(node.start, node.end)
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
        return one_table(source.stream()?, out);
    }
    let mut archive = Archive::open(source)?;
    let names = archive.names();
    for name in names.iter().filter(|name| name.to_ascii_lowercase().ends_with(".csv")) {
        out.stream(name, name, true);
        one_table(archive.stream(name)?, out)?;
    }
    Ok(())
}

fn one_table(stream: Box<dyn BufRead + '_>, out: &mut Out<'_>) -> Result<(), End> {
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
        return metadata(stream, out);
    }
    if !has(&["YEAR", "VALUE"]) {
        return Err(Fault::new(Flaw::Shape(CSV, "YEAR, VALUE")).into());
    }
    table::read(stream, CSV, &column, out)
}

fn column(name: &str) -> Use {
    let role = match name.to_ascii_uppercase().as_str() {
        "INDICATOR_ID" | "COUNTRY_ID" | "REGION_ID" | "INDICATORID" | "GEOUNIT" => Role::Dimension,
        // A copy of the bulk files in long form.
        "INDICATOR" | "ISO3" => Role::Dimension,
        "YEAR" => Role::Period,
        "VALUE" => Role::Measure,
        _ => Role::ObservationAttribute,
    };
    Use::Part(name.to_owned(), role)
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

/// Sources and remarks: `TYPE` names the attribute and `METADATA` is what it says.
fn metadata(stream: Box<dyn BufRead + '_>, out: &mut Out<'_>) -> Result<(), End> {
    table::each(stream, CSV, out, |record, names, out| {
        let place = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
        let (kind, text) = (place("TYPE"), place("METADATA"));
        for (at, name) in names.iter().enumerate() {
            if Some(at) != kind && Some(at) != text && !record.get(at).is_empty() {
                let Use::Part(name, role) = column(name) else { continue };
                out.push(&name, role, record.get(at));
            }
        }
        if let (Some(kind), Some(text)) = (kind, text) {
            let kind = Some(record.get(kind)).filter(|kind| !kind.is_empty()).unwrap_or("METADATA");
            out.some(kind, Role::ObservationAttribute, record.get(text));
        }
        out.give(record.start, record.end)
    })
}
