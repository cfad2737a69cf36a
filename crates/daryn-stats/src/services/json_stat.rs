//! JSON-stat 2.0, also as Eurostat and others give it, and the data sets of a collection or a
//! bundle of version 1.
//!
//! Source: <https://json-stat.org/full/>. Values are listed in row-major order of the dimensions,
//! the last changing fastest, as a list or as an object that leaves out what is empty. The file is
//! read twice: once for dimensions and status, which are kept in memory, and once for the values.
//! The place of a row is the item of the list, or the member of the object.

use std::collections::BTreeMap;

use super::out::Out;
use super::{Options, ROOM, open_json};
use crate::format::Format;
use crate::json::{Json, Node, Outline, Token};
use crate::problems::{End, Flaw, Problems};
use crate::reading::count_rows;
use crate::row::{Annotation, Role};
use crate::sink::{DataSet, Sink, Told};
use crate::source::{Packing, Source};

const JSON: &str = "JSON-stat";
/// Codes of all dimensions, and marks of status, that are kept.
const MOST: usize = 4 << 20;

pub(super) fn tell(outline: &Outline) -> Option<Format> {
    let is_set = |path: &str| {
        let at = |name: &str| outline.has(&format!("{path}{name}"));
        at("size") && (at("id") || at("dimension") || at("value"))
    };
    let class = outline.get("class").unwrap_or_default();
    let is_data = is_set("")
        || is_set("dimension.")
        || (class == "dataset" && outline.has("dimension"))
        || (outline.has("version") && matches!(class, "dataset" | "collection"))
        || (outline.has("version") && outline.has("dimension") && outline.has("value"))
        || is_set("dataset.")
        || is_set("dataset.dimension.")
        || outline.has("error[].status");
    is_data.then_some(Format::JsonStat)
}

/// Reads a file: a row for each value that stands in it, also for `null`, and for each status
/// without a value.
pub fn read(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = all(source, &mut Out::new(sink, &mut problems, options));
    problems.end(result)
}

/// Counts rows, as `observations`.
pub fn count(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    count_rows("observations", |sink| read(source, &Options::default(), sink))
}

/// A dimension.
#[derive(Debug, Default)]
struct Dimension {
    id: String,
    codes: Vec<String>,
    /// Units by code.
    units: BTreeMap<String, String>,
}

/// What stands around the values of a data set.
#[derive(Debug, Default)]
struct Around {
    is_data_set: bool,
    ids: Vec<String>,
    sizes: Vec<u64>,
    dimensions: BTreeMap<String, Dimension>,
    roles: BTreeMap<String, Role>,
    /// One for all, or by place, with the bytes at which it stands.
    status: Option<String>,
    statuses: BTreeMap<u64, (String, u64, u64)>,
    data_set: DataSet,
    has_value: bool,
}

impl Around {
    /// What a dimension is. Where the file gives no roles, its name tells the time.
    fn role(&self, id: &str) -> Role {
        let is_named = id.eq_ignore_ascii_case("time") || id.eq_ignore_ascii_case("time_period");
        match self.roles.get(id) {
            Some(role) => *role,
            None if is_named && self.roles.is_empty() => Role::Period,
            None => Role::Dimension,
        }
    }
}

fn all(source: &Source, out: &mut Out<'_>) -> Result<(), End> {
    out.stream("", "", source.packing()? == Packing::Gzip);
    let mut json = open_json(source)?;
    if json.next()? != Token::ObjectStart {
        return Err(json.fault(Flaw::Shape(JSON, "dimension")).into());
    }
    let mut sets = Vec::new();
    let is_error = around(&mut json, &mut sets, out)?;
    json.next()?;
    out.problems.twice(&json.twice);
    let is_none = sets.iter().all(|set| !set.is_data_set);
    if is_none && !is_error {
        return Err(json.fault(Flaw::Shape(JSON, "dimension, size, value")).into());
    }
    let mut json = open_json(source)?;
    json.next()?;
    values(&mut json, &mut sets.iter(), out)?;
    if out.rows == 0 && !is_error {
        out.problems.warn("stats-service-empty", 0, &[]);
    }
    Ok(())
}

/// Walks through an object: a data set, a collection, a bundle or an error. Data sets come in the
/// order in which their objects begin. Whether an error was told.
fn around(json: &mut Json<'_>, sets: &mut Vec<Around>, out: &mut Out<'_>) -> Result<bool, End> {
    let own = sets.len();
    sets.push(Around::default());
    let mut is_error = false;
    let mut set = Around::default();
    while json.next()? == Token::Key {
        let key = json.text().to_owned();
        let token = json.next()?;
        match (key.as_str(), token) {
            ("value", _) => {
                set.has_value = true;
                json.skip(token)?;
            }
            ("status", _) => status(json, token, &mut set)?,
            ("dimension", Token::ObjectStart) => {
                while json.next()? == Token::Key {
                    let id = json.text().to_owned();
                    let token = json.next()?;
                    let node = json.node(token, &mut { ROOM })?;
                    // Version 1 has these in the same object.
                    match id.as_str() {
                        "id" => set.ids = texts(&node),
                        "size" => set.sizes = numbers(&node),
                        "role" => roles(&node, &mut set),
                        _ => {
                            let dimension = dimension(&id, &node, out);
                            set.dimensions.insert(id, dimension);
                        }
                    }
                }
            }
            ("id", Token::ArrayStart) => set.ids = texts(&json.node(token, &mut { ROOM })?),
            ("size", Token::ArrayStart) => set.sizes = numbers(&json.node(token, &mut { ROOM })?),
            ("role", _) => roles(&json.node(token, &mut { ROOM })?, &mut set),
            ("error", Token::ArrayStart) => {
                is_error = true;
                let node = json.node(token, &mut { ROOM })?;
                for error in node.items() {
                    let (number, text) = (error.text_of("status"), error.text_of("label"));
                    out.problems.service_error("JSON-stat", number, text);
                }
            }
            ("label" | "source" | "updated" | "note" | "extension", _) => {
                let node = json.node(token, &mut { ROOM })?;
                said(&key, &node, &mut set.data_set, out.language());
            }
            // A collection: `link.item`.
            ("item", Token::ArrayStart) => loop {
                match json.next()? {
                    Token::ArrayEnd => break,
                    Token::ObjectStart => is_error |= around(json, sets, out)?,
                    token => json.skip(token)?,
                }
            },
            // A bundle of version 1 has data sets under names of their own.
            (_, Token::ObjectStart) => is_error |= around(json, sets, out)?,
            (_, token) => json.skip(token)?,
        }
        if sets.len() > 10_000 {
            return Err(json.fault(Flaw::JsonLong).into());
        }
    }
    set.is_data_set = set.has_value && !set.dimensions.is_empty();
    if let Some(place) = sets.get_mut(own) {
        *place = set;
    }
    Ok(is_error)
}

fn said(key: &str, node: &Node, data_set: &mut DataSet, language: &str) {
    let text = node.text().unwrap_or_default().to_owned();
    match key {
        "label" => data_set.names = vec![(language.to_owned(), text)],
        "source" => data_set.source = text,
        "updated" => data_set.vintage = text,
        "extension" => node.text_of("id").clone_into(&mut data_set.id),
        _ => data_set.annotations.extend(texts(node).into_iter().map(|text| Annotation {
            texts: vec![(language.to_owned(), text)],
            ..Annotation::default()
        })),
    }
}

fn texts(node: &Node) -> Vec<String> {
    let list = node.items().iter().filter_map(Node::text);
    node.text().into_iter().chain(list).map(str::to_owned).collect()
}

fn numbers(node: &Node) -> Vec<u64> {
    node.items().iter().filter_map(|item| item.text()?.parse().ok()).collect()
}

fn roles(node: &Node, set: &mut Around) {
    for member in node.members() {
        let role = if member.key == "time" { Role::Period } else { Role::Dimension };
        for id in texts(&member.node) {
            set.roles.insert(id, role);
        }
    }
}

fn dimension(id: &str, node: &Node, out: &mut Out<'_>) -> Dimension {
    out.named(id, node.text_of("label"));
    let mut dimension = Dimension { id: id.to_owned(), ..Dimension::default() };
    let Some(category) = node.get("category") else { return dimension };
    let labels = category.get("label").map(Node::members).unwrap_or_default();
    match category.get("index") {
        Some(index) if !index.members().is_empty() => {
            let mut codes: Vec<(u64, &str)> = index
                .members()
                .iter()
                .filter_map(|member| Some((member.node.text()?.parse().ok()?, member.key.as_str())))
                .collect();
            codes.sort_by_key(|(place, _)| *place);
            dimension.codes = codes.into_iter().map(|(_, code)| code.to_owned()).collect();
        }
        Some(index) => dimension.codes = texts(index),
        // A dimension of one category may leave the index out.
        None => dimension.codes = labels.iter().map(|label| label.key.clone()).collect(),
    }
    for label in labels {
        out.label(id, &label.key, label.node.text().unwrap_or_default());
    }
    for unit in category.get("unit").map(Node::members).unwrap_or_default() {
        let text = ["label", "symbol", "base"].map(|key| unit.node.text_of(key));
        if let Some(text) = text.iter().find(|text| !text.is_empty()) {
            dimension.units.insert(unit.key.clone(), (*text).to_owned());
        }
    }
    dimension
}

fn status(json: &mut Json<'_>, token: Token, set: &mut Around) -> Result<(), End> {
    let mut place = 0;
    loop {
        let start = match token {
            Token::Text => {
                set.status = Some(json.text().to_owned());
                return Ok(());
            }
            Token::ObjectStart if json.next()? == Token::Key => {
                match json.text().parse() {
                    Ok(at) => place = at,
                    Err(_) => return Err(json.fault(Flaw::Shape(JSON, "status")).into()),
                }
                let start = json.start();
                match json.next()? {
                    Token::Text | Token::Number => start,
                    other => {
                        json.skip(other)?;
                        continue;
                    }
                }
            }
            Token::ArrayStart => match json.next()? {
                Token::ArrayEnd => return Ok(()),
                Token::Text | Token::Number => json.start(),
                other => {
                    json.skip(other)?;
                    place += 1;
                    continue;
                }
            },
            _ => return Ok(()),
        };
        if set.statuses.len() >= MOST {
            return Err(json.fault(Flaw::JsonLong).into());
        }
        if !json.text().is_empty() {
            set.statuses.insert(place, (json.text().to_owned(), start, json.end()));
        }
        place += 1;
    }
}

/// Walks through an object again and gives the values of its data sets.
fn values(
    json: &mut Json<'_>,
    sets: &mut std::slice::Iter<'_, Around>,
    out: &mut Out<'_>,
) -> Result<(), End> {
    let Some(set) = sets.next() else { return Ok(json.skip_rest()?) };
    while json.next()? == Token::Key {
        let key = json.text().to_owned();
        let token = json.next()?;
        match (key.as_str(), token) {
            ("value", _) if set.is_data_set => of_set(json, token, set, out)?,
            (
                "value" | "status" | "dimension" | "role" | "label" | "source" | "updated" | "note"
                | "extension",
                _,
            ) => json.skip(token)?,
            ("item", Token::ArrayStart) => loop {
                match json.next()? {
                    Token::ArrayEnd => break,
                    Token::ObjectStart => values(json, sets, out)?,
                    token => json.skip(token)?,
                }
            },
            (_, Token::ObjectStart) => values(json, sets, out)?,
            (_, token) => json.skip(token)?,
        }
    }
    Ok(())
}

fn of_set(json: &mut Json<'_>, token: Token, set: &Around, out: &mut Out<'_>) -> Result<(), End> {
    out.data_set(&set.data_set);
    let dimensions: Vec<&Dimension> =
        set.ids.iter().filter_map(|id| set.dimensions.get(id)).collect();
    let sizes: Vec<u64> = dimensions.iter().map(|dimension| dimension.codes.len() as u64).collect();
    let all = sizes.iter().try_fold(1_u64, |all, size| all.checked_mul(*size));
    if sizes != set.sizes || dimensions.len() != set.ids.len() || all.is_none() {
        out.problems.error(
            "stats-shape",
            json.line(),
            &[("format", JSON), ("missing", "id, size")],
        );
        return Ok(json.skip(token)?);
    }
    let mut given = Given { set, dimensions, sizes, all: all.unwrap_or_default() };
    match token {
        Token::ArrayStart => {
            let mut place = 0;
            loop {
                let token = json.next()?;
                if token == Token::ArrayEnd {
                    break;
                }
                json.skip(token)?;
                given.one(place, token, json, json.start(), out)?;
                place += 1;
            }
            if place < given.all {
                let (found, expected) = (place.to_string(), given.all.to_string());
                let args = [("found", found.as_str()), ("expected", expected.as_str())];
                out.problems.error("stats-values-short", json.line(), &args);
            }
        }
        Token::ObjectStart => {
            let mut seen = std::collections::HashSet::new();
            while json.next()? == Token::Key {
                let (place, start) = (json.text().parse(), json.start());
                let token = json.next()?;
                json.skip(token)?;
                match place {
                    Ok(place) => {
                        given.one(place, token, json, start, out)?;
                        if set.statuses.contains_key(&place) {
                            seen.insert(place);
                        }
                    }
                    Err(_) => {
                        out.problems.error("stats-place-beyond", json.line(), &[("place", "?")]);
                    }
                }
            }
            // A status without a value: confidential, not available.
            for (place, (_, start, end)) in &set.statuses {
                if !seen.contains(place) && given.row(*place, None, json.line(), out) {
                    out.give(*start, *end)?;
                }
            }
        }
        _ => {}
    }
    Ok(())
}

/// A data set while its values are given.
struct Given<'a> {
    set: &'a Around,
    dimensions: Vec<&'a Dimension>,
    sizes: Vec<u64>,
    all: u64,
}

impl Given<'_> {
    fn one(
        &mut self,
        place: u64,
        token: Token,
        json: &Json<'_>,
        start: u64,
        out: &mut Out<'_>,
    ) -> Result<(), End> {
        let value = matches!(token, Token::Number | Token::Text).then(|| json.text());
        if self.row(place, value, json.line(), out) {
            out.give(start, json.end())?;
        }
        Ok(())
    }

    /// Fills the row; whether the place is one of the data set.
    fn row(&self, place: u64, value: Option<&str>, line: u32, out: &mut Out<'_>) -> bool {
        if place >= self.all {
            let place = place.to_string();
            out.problems.error("stats-place-beyond", line, &[("place", &place)]);
            return false;
        }
        out.clear();
        let mut rest = place;
        let mut at = vec![0; self.sizes.len()];
        for (dimension, size) in self.sizes.iter().enumerate().rev() {
            at[dimension] = (rest % size) as usize;
            rest /= size;
        }
        for (dimension, at) in self.dimensions.iter().zip(&at) {
            if let Some(code) = dimension.codes.get(*at) {
                out.push(&dimension.id, self.set.role(&dimension.id), code);
            }
        }
        out.some("value", Role::Measure, value.unwrap_or_default());
        for (dimension, at) in self.dimensions.iter().zip(&at) {
            if let Some(unit) = dimension.codes.get(*at).and_then(|code| dimension.units.get(code))
            {
                out.push("unit", Role::SeriesAttribute, unit);
            }
        }
        let status = self.set.statuses.get(&place).map(|(status, _, _)| status.as_str());
        if let Some(status) = status.or(self.set.status.as_deref()) {
            out.push("status", Role::ObservationAttribute, status);
        }
        true
    }
}
