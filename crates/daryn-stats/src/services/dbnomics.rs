//! DBnomics, answers of the API v22.
//!
//! A document of `series.docs` is a series: its `dimensions` are the key, the lists `period` and
//! `value` hold the observations. The place of a row is the item of `value`. Lists as long as these
//! are attributes of observations, other members attributes of the series. `NA` stays as it is.

use super::out::Out;
use super::{Options, ROOM, open_json};
use crate::format::Format;
use crate::json::{Json, Node, Outline, Token, Value};
use crate::problems::{End, Fault, Flaw, Problems};
use crate::reading::count_rows;
use crate::row::Role;
use crate::sink::{DataSet, Sink, Told};
use crate::source::{Packing, Source};

const JSON: &str = "DBnomics JSON";

pub(super) fn tell(outline: &Outline) -> Option<Format> {
    let is_data = outline.has("series.docs")
        || outline.has("series.num_found")
        || outline.has("dataset.dimensions_codes_order")
        || (outline.begins("_meta.") && outline.has("errors"))
        || (outline.begins("_meta.") && outline.has("_meta.version"));
    is_data.then_some(Format::DbnomicsJson)
}

/// Reads an answer: a row for each observation of each series.
pub fn read(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = answer(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Counts observations.
pub fn count(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("observations", |sink| read(source, &Options::default(), sink))
}

fn answer(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    let mut json = open_json(source)?;
    out.stream("", "", source.packing()? == Packing::Gzip);
    if json.next()? != Token::ObjectStart {
        return Err(json.fault(Flaw::Shape(JSON, "series")).into());
    }
    let (mut is_data, mut is_error) = (false, false);
    while json.next()? == Token::Key {
        let key = json.text().to_owned();
        match (key.as_str(), json.next()?) {
            ("series", Token::ObjectStart) => {
                is_data = true;
                series(&mut json, out)?;
            }
            ("dataset" | "datasets", token) => {
                let node = json.node(token, &mut { ROOM })?;
                names(&node, out);
                node.members().iter().for_each(|member| names(&member.node, out));
            }
            ("errors", token) => {
                let node = json.node(token, &mut { ROOM })?;
                is_error = true;
                for error in node.items() {
                    let text = ["message", "detail", "title"].map(|key| error.text_of(key));
                    let text = text.iter().find(|text| !text.is_empty()).copied();
                    let text = text.or_else(|| error.text()).unwrap_or_default();
                    out.problems.service_error("DBnomics", error.text_of("code"), text);
                }
            }
            ("message", Token::Text) => {
                is_error = true;
                let text = json.text().to_owned();
                out.problems.service_error("DBnomics", "", &text);
            }
            (_, token) => json.skip(token)?,
        }
    }
    if !is_data && !is_error {
        return Err(Fault::new(Flaw::Shape(JSON, "series")).into());
    }
    out.end(&mut json, is_data && !is_error)
}

/// Names of dimensions and of their codes.
fn names(node: &Node, out: &mut Out<'_>) {
    for member in node.get("dimensions_labels").map(Node::members).unwrap_or_default() {
        out.named(&member.key, member.node.text().unwrap_or_default());
    }
    for member in node.get("dimensions_values_labels").map(Node::members).unwrap_or_default() {
        for code in member.node.members() {
            out.label(&member.key, &code.key, code.node.text().unwrap_or_default());
        }
        // Older answers write pairs of code and name.
        for pair in member.node.items() {
            if let [code, name] = pair.items() {
                let text = |node: &Node| node.text().unwrap_or_default().to_owned();
                out.label(&member.key, &text(code), &text(name));
            }
        }
    }
}

fn series(json: &mut Json<'_>, out: &mut Out<'_>) -> Result<(), End> {
    let mut found = String::new();
    let mut count = 0_u64;
    let mut last = None;
    while json.next()? == Token::Key {
        let key = json.text().to_owned();
        match (key.as_str(), json.next()?) {
            ("docs", Token::ArrayStart) => out.each(json, |out, node| {
                count += 1;
                let of = [node.text_of("provider_code"), node.text_of("dataset_code")].join("/");
                if last.as_ref() != Some(&of) {
                    out.data_set(&DataSet {
                        id: of.clone(),
                        names: node.texts("", "dataset_name"),
                        source: node.text_of("provider_code").to_owned(),
                        vintage: node.text_of("indexed_at").to_owned(),
                        ..DataSet::default()
                    });
                    last = Some(of);
                }
                document(out, node)
            })?,
            ("num_found", Token::Number) => json.text().clone_into(&mut found),
            (_, token) => json.skip(token)?,
        }
    }
    if found.parse::<u64>().is_ok_and(|found| found > count) {
        let args = [("part", count.to_string()), ("all", found)];
        let args = [(args[0].0, args[0].1.as_str()), (args[1].0, args[1].1.as_str())];
        out.problems.warn("stats-service-part", 0, &args);
    }
    Ok(())
}

/// Members that say of which data set a series is, or are read apart.
const APART: [&str; 5] =
    ["dimensions", "period", "value", "dataset_name", "observations_attributes"];

fn document(out: &mut Out<'_>, node: &Node) -> Result<(), End> {
    out.clear();
    let dimensions = node.get("dimensions").map(Node::members).unwrap_or_default();
    for member in dimensions {
        out.node(&member.key, Role::Dimension, &member.node);
    }
    let values = node.get("value").map(Node::items).unwrap_or_default();
    let periods = node.get("period").map(Node::items).unwrap_or_default();
    let is_list = |node: &Node| matches!(node.value, Value::List(_));
    let mut lists: Vec<(&str, &[Node])> = Vec::new();
    for member in node.members() {
        let key = member.key.as_str();
        if APART.contains(&key) {
            continue;
        }
        if is_list(&member.node) && member.node.items().len() == values.len() {
            lists.push((key, member.node.items()));
            continue;
        }
        let role = match key {
            "provider_code" | "dataset_code" => Role::DataSetAttribute,
            // Without dimensions the code is all there is of a key.
            "series_code" if dimensions.is_empty() => Role::Dimension,
            _ => Role::SeriesAttribute,
        };
        out.node(key, role, &member.node);
    }
    // `[["OBS_STATUS", ["A", ...]], ...]` or an object of lists.
    if let Some(attributes) = node.get("observations_attributes") {
        lists
            .extend(attributes.members().iter().map(|list| (list.key.as_str(), list.node.items())));
        lists.extend(attributes.items().iter().filter_map(|pair| match pair.items() {
            [name, list] => Some((name.text()?, list.items())),
            _ => None,
        }));
    }
    if periods.len() != values.len() {
        let (found, expected) = (values.len().to_string(), periods.len().to_string());
        let args = [("found", found.as_str()), ("expected", expected.as_str())];
        out.problems.error("stats-lists-unequal", 0, &args);
    }
    let series = out.row.mark();
    for (place, (period, value)) in periods.iter().zip(values).enumerate() {
        out.row.back_to(series);
        out.node("period", Role::Period, period);
        out.node("value", Role::Measure, value);
        for (name, list) in &lists {
            if let Some(item) = list.get(place) {
                out.node(name, Role::ObservationAttribute, item);
            }
        }
        out.give(value.start, value.end)?;
    }
    Ok(())
}
