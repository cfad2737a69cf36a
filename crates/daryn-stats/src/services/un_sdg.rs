//! UN SDG database: answers of the API, and its CSV.
//!
//! Series, area and the dimensions of the series are the key; goal, target and indicator are said
//! of the series. `Nature`, `Units` and what else the service lists as attributes are attributes of
//! the observation. Values are texts: `NaN`, `N` and `<2.5` stay as they are. The API writes the year
//! as `2018.0`: beside it stands `PERIOD`, which is `2018`.

use super::out::Out;
use super::table::{self, Use};
use super::{Options, open_json};
use crate::codes::period;
use crate::format::Format;
use crate::json::{Node, Outline, Token};
use crate::problems::{End, Fault, Flaw, Problems};
use crate::reading::count_rows;
use crate::row::Role;
use crate::sink::{DataSet, Sink, Told};
use crate::source::{Packing, Source};

const JSON: &str = "UN SDG JSON";
const CSV: &str = "UN SDG CSV";

pub(super) fn tell(outline: &Outline) -> Option<Format> {
    let is_data = (outline.has("totalElements") && outline.has("pageNumber"))
        || outline.has("data[].geoAreaCode")
        || outline.has("[].geoAreaCode")
        || (outline.has("[].goal") && outline.has("[].release"));
    is_data.then_some(Format::UnSdgJson)
}

pub(super) fn tell_table(names: &[&str]) -> Option<Format> {
    table::has(names, &["SeriesCode", "GeoAreaCode", "TimePeriod", "Value"])
        .then_some(Format::UnSdgCsv)
}

/// Reads an answer: a row for each item of `data`. Lists of areas and series give names.
pub fn read_json(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = answer(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Reads a table, plain or packed by gzip: a row for each record.
pub fn read_csv(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = one_table(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Counts items of an answer, as `observations`.
pub fn count_json(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("observations", |sink| read_json(source, &Options::default(), sink))
}

/// Counts records of a table, as `rows`.
pub fn count_csv(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("rows", |sink| read_csv(source, &Options::default(), sink))
}

fn answer(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    let mut json = open_json(source)?;
    out.stream("", "", source.packing()? == Packing::Gzip);
    let mut is_data = false;
    match json.next()? {
        Token::ObjectStart => {
            out.data_set(&DataSet { source: "UNSD".to_owned(), ..DataSet::default() });
            let (mut page, mut pages) = (String::new(), String::new());
            while json.next()? == Token::Key {
                let key = json.text().to_owned();
                match (key.as_str(), json.next()?) {
                    ("data", Token::ArrayStart) => {
                        is_data = true;
                        out.each(&mut json, item)?;
                    }
                    ("attributes" | "dimensions", Token::ArrayStart) => {
                        out.each(&mut json, codes)?;
                    }
                    ("pageNumber", Token::Number) => json.text().clone_into(&mut page),
                    ("totalPages", Token::Number) => json.text().clone_into(&mut pages),
                    (_, token) => json.skip(token)?,
                }
            }
            if !is_data {
                return Err(Fault::new(Flaw::Shape(JSON, "data")).into());
            }
            if pages.parse::<u64>().unwrap_or_default() > 1 {
                out.problems.warn("stats-service-part", 0, &[("part", &page), ("all", &pages)]);
            }
        }
        Token::ArrayStart => out.each(&mut json, |out, node| {
            out.label("geoAreaCode", node.text_of("geoAreaCode"), node.text_of("geoAreaName"));
            out.label("series", node.text_of("code"), node.text_of("description"));
            Ok(())
        })?,
        _ => return Err(json.fault(Flaw::Shape(JSON, "data")).into()),
    }
    out.end(&mut json, is_data)
}

/// The names of the codes of an attribute or a dimension.
fn codes(out: &mut Out<'_>, node: &Node) -> Result<(), End> {
    for code in node.get("codes").map(Node::items).unwrap_or_default() {
        out.label(node.text_of("id"), code.text_of("code"), code.text_of("description"));
    }
    Ok(())
}

fn item(out: &mut Out<'_>, node: &Node) -> Result<(), End> {
    out.clear();
    for member in node.members() {
        let key = member.key.as_str();
        let role = match key {
            "series" | "geoAreaCode" => Role::Dimension,
            "timePeriodStart" => Role::Period,
            "value" => Role::Measure,
            "goal" | "target" | "indicator" | "seriesCount" => Role::SeriesAttribute,
            "seriesDescription" | "geoAreaName" => continue,
            "dimensions" | "attributes" => {
                let role =
                    if key == "dimensions" { Role::Dimension } else { Role::ObservationAttribute };
                for member in member.node.members() {
                    out.node(&member.key, role, &member.node);
                }
                continue;
            }
            _ => Role::ObservationAttribute,
        };
        out.node(key, role, &member.node);
    }
    // The API writes years as numbers.
    out.period(node.text_of("timePeriodStart"), period::of);
    out.label("series", node.text_of("series"), node.text_of("seriesDescription"));
    out.label("geoAreaCode", node.text_of("geoAreaCode"), node.text_of("geoAreaName"));
    out.give(node.start, node.end)
}

fn one_table(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    out.stream("", "", source.packing()? == Packing::Gzip);
    out.data_set(&DataSet { source: "UNSD".to_owned(), ..DataSet::default() });
    let (first, stream) = table::peek(source.stream()?)?;
    let names = table::first_names(&first);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let is_own = table::has(&names, &["SeriesCode", "TimePeriod", "Value"]);
    // A copy of the database in long form, with all dimensions in one column.
    let is_copy = table::has(&names, &["series", "m49", "dims", "value"]);
    if !is_own && !is_copy {
        return Err(Fault::new(Flaw::Shape(CSV, "SeriesCode, TimePeriod, Value")).into());
    }
    table::read(stream, CSV, &column, out)
}

fn column(name: &str) -> Use {
    // Dimensions and attributes stand in brackets in newer files.
    let inside = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let name = inside.unwrap_or(name);
    let role = match name {
        "SeriesDescription" => return Use::Label("SeriesCode".to_owned()),
        "GeoAreaName" => return Use::Label("GeoAreaCode".to_owned()),
        "dims" => return Use::Pairs,
        "SeriesCode" | "GeoAreaCode" | "series" | "m49" => Role::Dimension,
        "TimePeriod" | "year" => Role::Period,
        "Value" | "value" => Role::Measure,
        "Goal" | "Target" | "Indicator" => Role::SeriesAttribute,
        "Time_Detail" | "TimeCoverage" | "UpperBound" | "LowerBound" | "BasePeriod" | "Source"
        | "GeoInfoUrl" | "FootNote" | "Nature" | "Units" | "nature" | "units"
        | "Observation Status" | "UnitMultiplier" => Role::ObservationAttribute,
        // What stands behind is a dimension of the series.
        _ => Role::Dimension,
    };
    Use::Part(name.to_owned(), role)
}
