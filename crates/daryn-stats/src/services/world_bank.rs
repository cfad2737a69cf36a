//! World Bank: answers of the Indicators API v2, and the CSV files of its downloads.
//!
//! Indicator and country are the key, `date` or the year at the head of a column is the period. In
//! the wide tables an observation is a cell: its bytes are the place of the row, and cells that are
//! empty are no observation. A member `value` that is `null` is a row without a value.

use std::io::BufRead;

use super::archive::Archive;
use super::out::Out;
use super::table::{self, Use};
use super::{Options, ROOM, open_json};
use crate::codes::period;
use crate::format::Format;
use crate::json::{Json, Node, Outline, Token};
use crate::problems::{End, Fault, Flaw, Problems};
use crate::reading::count_rows;
use crate::records::{Record, Records, separator};
use crate::row::Role;
use crate::sink::{DataSet, Sink, Told};
use crate::source::{Packing, Source};

const JSON: &str = "World Bank JSON";
const CSV: &str = "World Bank CSV";

pub(super) fn tell(outline: &Outline) -> Option<Format> {
    // The first item of the outer list tells of pages, the second holds the rows.
    let is_data = (outline.has("[].page") && outline.has("[].per_page"))
        || outline.has("[].message[].key")
        || outline.begins("source[].data[].variable")
        || outline.begins("source.data[].variable");
    is_data.then_some(Format::WorldBankJson)
}

pub(super) fn tell_table(names: &[&str]) -> Option<Format> {
    let is_wide = names.first() == Some(&"Data Source")
        || names.starts_with(&["Country Name", "Country Code", "Indicator Name"]);
    is_wide.then_some(Format::WorldBankCsv)
}

pub(super) fn tell_entries(names: &[String]) -> Option<Format> {
    names.iter().any(|name| is_main(name)).then_some(Format::WorldBankCsv)
}

/// Whether an entry is a table of data.
fn is_main(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let is_csv = file.to_ascii_lowercase().ends_with(".csv");
    is_csv && (file.starts_with("API_") || ["WDICSV.csv", "WDIData.csv"].contains(&file))
}

/// Reads an answer: a row for each record of data; lists of countries and indicators give names.
pub fn read_json(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = answer(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Reads a wide table, plain or packed by gzip, a long copy of one, or the zip archive of a
/// download: a row for each cell with a value. What the tables beside it say of countries and
/// indicators is counted and told.
pub fn read_csv(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = tables(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Counts records of an answer, as `observations`.
pub fn count_json(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("observations", |sink| read_json(source, &Options::default(), sink))
}

/// Counts cells with a value, as `observations`.
pub fn count_csv(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("observations", |sink| read_csv(source, &Options::default(), sink))
}

fn answer(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    let mut json = open_json(source)?;
    out.stream("", "", source.packing()? == Packing::Gzip);
    let is_data = match json.next()? {
        Token::ArrayStart => pages(&mut json, out)?,
        Token::ObjectStart => {
            advanced(&mut json, out)?;
            true
        }
        _ => return Err(json.fault(Flaw::Shape(JSON, "page")).into()),
    };
    out.end(&mut json, is_data)
}

/// `[{page, pages, ...}, [rows]]`, or `[{message: [...]}]`. Whether data were to be expected.
fn pages(json: &mut Json<'_>, out: &mut Out<'_>) -> Result<bool, End> {
    let mut is_data = true;
    loop {
        match json.next()? {
            Token::ArrayEnd => return Ok(is_data),
            Token::ArrayStart => out.each(json, |out, node| {
                if node.get("indicator").is_some() || node.get("date").is_some() {
                    return record(out, node);
                }
                is_data = false;
                out.label("country", node.text_of("iso2Code"), node.text_of("name"));
                out.label("countryiso3code", node.text_of("id"), node.text_of("name"));
                Ok(())
            })?,
            token @ Token::ObjectStart => {
                let meta = json.node(token, &mut { ROOM })?;
                for message in meta.get("message").map(Node::items).unwrap_or_default() {
                    is_data = false;
                    let text = [message.text_of("key"), message.text_of("value")].join(": ");
                    out.problems.service_error("World Bank", message.text_of("id"), &text);
                }
                if meta.get("page").is_some() {
                    begin(&meta, out);
                }
            }
            token => json.skip(token)?,
        }
    }
}

fn begin(meta: &Node, out: &mut Out<'_>) {
    let name = meta.text_of("sourcename");
    out.data_set(&DataSet {
        id: meta.text_of("sourceid").to_owned(),
        names: Some(name)
            .filter(|name| !name.is_empty())
            .map(|name| (String::new(), name.to_owned()))
            .into_iter()
            .collect(),
        source: "World Bank".to_owned(),
        vintage: meta.text_of("lastupdated").to_owned(),
        ..DataSet::default()
    });
    // Lists write these as texts.
    let number = |key: &str| meta.text_of(key).parse::<u64>().unwrap_or_default();
    if number("pages") > 1 {
        let args = [("part", meta.text_of("page")), ("all", meta.text_of("pages"))];
        out.problems.warn("stats-service-part", 0, &args);
    }
}

fn record(out: &mut Out<'_>, node: &Node) -> Result<(), End> {
    out.clear();
    for member in node.members() {
        let key = member.key.as_str();
        let role = match key {
            "indicator" | "country" => {
                let (id, name) = (member.node.text_of("id"), member.node.text_of("value"));
                out.some(key, Role::Dimension, id);
                out.label(key, id, name);
                continue;
            }
            "date" => Role::Period,
            "value" => Role::Measure,
            // Another code of the same area.
            "countryiso3code" | "unit" | "scale" | "decimal" => Role::SeriesAttribute,
            _ => Role::ObservationAttribute,
        };
        out.node(key, role, &member.node);
    }
    out.give(node.start, node.end)
}

/// The advanced data: `{page, source: [{id, name, data: [{variable: [...], value}]}]}`.
fn advanced(json: &mut Json<'_>, out: &mut Out<'_>) -> Result<(), End> {
    let mut meta = Vec::new();
    let mut is_found = false;
    while json.next()? == Token::Key {
        let key = json.text().to_owned();
        let start = json.start();
        match (key.as_str(), json.next()?) {
            ("source", Token::ObjectStart) => {
                is_found = true;
                one_source(json, out)?;
            }
            ("source", Token::ArrayStart) => loop {
                is_found = true;
                match json.next()? {
                    Token::ArrayEnd => break,
                    Token::ObjectStart => one_source(json, out)?,
                    token => json.skip(token)?,
                }
            },
            (_, token) => {
                let node = json.node(token, &mut { ROOM })?;
                meta.push(crate::json::Member { key, start, node });
            }
        }
    }
    let meta = crate::json::Value::Object(meta);
    let meta = Node { start: 0, end: 0, value: meta };
    for message in meta.get("message").map(Node::items).unwrap_or_default() {
        let (number, text) = (message.text_of("id"), message.text_of("value"));
        out.problems.service_error("World Bank", number, text);
        is_found = true;
    }
    if !is_found {
        return Err(Fault::new(Flaw::Shape(JSON, "source")).into());
    }
    if meta.text_of("pages").parse::<u64>().unwrap_or_default() > 1 {
        let args = [("part", meta.text_of("page")), ("all", meta.text_of("pages"))];
        out.problems.warn("stats-service-part", 0, &args);
    }
    Ok(())
}

fn one_source(json: &mut Json<'_>, out: &mut Out<'_>) -> Result<(), End> {
    let (mut id, mut name) = (String::new(), String::new());
    let mut is_begun = false;
    while json.next()? == Token::Key {
        let key = json.text().to_owned();
        match (key.as_str(), json.next()?) {
            ("data", Token::ArrayStart) => {
                if !is_begun {
                    is_begun = true;
                    out.data_set(&DataSet {
                        id: id.clone(),
                        names: vec![(String::new(), name.clone())],
                        source: "World Bank".to_owned(),
                        ..DataSet::default()
                    });
                }
                out.each(json, variables)?;
            }
            ("id", Token::Text | Token::Number) => json.text().clone_into(&mut id),
            ("name", Token::Text) => json.text().clone_into(&mut name),
            (_, token) => json.skip(token)?,
        }
    }
    Ok(())
}

fn variables(out: &mut Out<'_>, node: &Node) -> Result<(), End> {
    out.clear();
    for variable in node.get("variable").map(Node::items).unwrap_or_default() {
        let (concept, id) = (variable.text_of("concept"), variable.text_of("id"));
        let role = if concept == "Time" { Role::Period } else { Role::Dimension };
        out.some(concept, role, id);
        out.label(concept, id, variable.text_of("value"));
    }
    if let Some(value) = node.get("value") {
        out.node("value", Role::Measure, value);
    }
    let time = out.row.of_role(Role::Period).unwrap_or_default().to_owned();
    out.period(&time, |time| period::parse(time.strip_prefix("YR")?));
    out.give(node.start, node.end)
}

fn tables(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    let packing = source.packing()?;
    if packing != Packing::Zip {
        out.stream("", "", packing == Packing::Gzip);
        return main_table(source.stream()?, out);
    }
    let mut archive = Archive::open(source)?;
    let names = archive.names();
    let mains: Vec<&String> = names.iter().filter(|name| is_main(name)).collect();
    if mains.is_empty() {
        return Err(Fault::new(Flaw::Shape(CSV, "API_*.csv")).into());
    }
    for name in mains {
        out.stream(name, name, true);
        main_table(archive.stream(name)?, out)?;
    }
    for name in names.iter().filter(|name| name.contains("Metadata_") && name.ends_with(".csv")) {
        out.stream(name, name, true);
        table::aside(archive.stream(name)?, CSV, name, out)?;
    }
    Ok(())
}

/// The columns before the periods.
const HEADS: [&str; 4] = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"];

fn main_table(stream: Box<dyn BufRead + '_>, out: &mut Out<'_>) -> Result<(), End> {
    let (first, stream) = table::peek(stream)?;
    let names = table::first_names(&first);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mark = separator(&first);
    if table::has(&names, &["indicator", "iso3", "year", "value"]) {
        out.data_set(&DataSet { source: "World Bank".to_owned(), ..DataSet::default() });
        return table::read(stream, CSV, &long_column, out);
    }
    let mut records = Records::new(stream, mark)?;
    let mut record = Record::default();
    let mut data_set = DataSet { source: "World Bank".to_owned(), ..DataSet::default() };
    loop {
        if !records.read(&mut record)? {
            return Err(Fault::new(Flaw::Shape(CSV, "Country Name")).into());
        }
        match record.get(0).trim() {
            "Country Name" => break,
            "Data Source" => {
                data_set.names = vec![(String::new(), record.get(1).to_owned())];
            }
            "Last Updated Date" => record.get(1).clone_into(&mut data_set.vintage),
            _ => {}
        }
    }
    out.data_set(&data_set);
    let names: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
    let place = |name: &str| names.iter().position(|known| known == name);
    let is_period =
        |name: &str| name.len() >= 4 && name.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let (country, indicator) = (place("Country Code"), place("Indicator Code"));
    while records.read(&mut record)? {
        if !record.is_sound(&names, out.problems) {
            continue;
        }
        out.clear();
        for (code, name) in [(country, HEADS[0]), (indicator, HEADS[2])] {
            let Some(code) = code else { continue };
            out.some(&names[code], Role::Dimension, record.get(code));
            if let Some(name) = place(name) {
                out.label(&names[code], record.get(code), record.get(name));
            }
        }
        for (at, name) in names.iter().enumerate() {
            if !is_period(name) && !HEADS.contains(&name.as_str()) && !name.is_empty() {
                out.some(name, Role::SeriesAttribute, record.get(at));
            }
        }
        let series = out.row.mark();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| is_period(name)) {
            let cell = record.get(at);
            if cell.is_empty() {
                continue;
            }
            out.row.back_to(series);
            out.push("Time", Role::Period, name);
            out.push("Value", Role::Measure, cell);
            let (start, end) = record.place(at);
            out.give(start, end)?;
        }
    }
    Ok(())
}

fn long_column(name: &str) -> Use {
    let role = match name {
        "indicator" | "iso3" => Role::Dimension,
        "year" => Role::Period,
        "value" => Role::Measure,
        _ => Role::SeriesAttribute,
    };
    Use::Part(name.to_owned(), role)
}
