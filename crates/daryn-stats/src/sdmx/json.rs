//! SDMX-JSON 1.0 with the drafts before it, and 2.0.
//!
//! Source: SDMX Technical Working Group, SDMX-JSON data message 1.0 (2018) and 2.0 (2021).
//!
//! The structure mostly stands behind the data, so that a file is read twice: once for what stands
//! around the observations ([`structure`]), which is kept in memory with all lists of codes, and
//! once for the observations, which are not kept. A row's place is the member that holds it, for
//! example `"0:1": [1.5925, 0]`.

mod items;
mod structure;

use std::collections::{BTreeMap, HashMap};

use crate::format::Format;
use crate::json::{Json, Node, Outline, Token};
use crate::problems::{End, Problems, numbered};
use crate::reading::begin_stream;
use crate::row::{Components, Role, Row};
use crate::sink::{Sink, Told};
use crate::source::Source;
use structure::{Around, Component, Head, LEVELS, Structure, texts};

/// How a file is to be read. Nothing can be chosen: the file says all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options;

/// Whether it is SDMX-JSON, and of which version, by its first bytes.
pub fn tell(beginning: &[u8]) -> Option<Format> {
    let outline = Outline::of(beginning);
    let schema = outline.get("meta.schema").unwrap_or_default();
    let has = |path: &str| {
        outline.has(path) || (path.starts_with("data.") && outline.has(&path["data.".len()..]))
    };
    let is_second = schema.contains("/2.")
        || has("data.structures")
        || outline.get("data.dataSets[].structure").is_some_and(|number| !number.is_empty());
    if is_second && (schema.contains("sdmx-json") || has("data.dataSets") || has("data.structures"))
    {
        return Some(Format::SdmxJson20);
    }
    let is_message = outline.has("header") || outline.has("meta") || outline.has("data.dataSets");
    let is_first = schema.contains("sdmx-json")
        || has("data.dataSets")
        || outline.has("data.structure")
        || outline.begins("structure.dimensions")
        // The header comes first, and what follows may be behind the beginning.
        || (outline.has("header.sender") && outline.has("header.prepared"));
    (is_message && is_first).then_some(Format::SdmxJson10)
}

/// Reads a file: a row for each observation; for a structure message an item for each code, concept
/// and component.
pub fn read(source: &Source, _options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = message(source, sink, &mut problems);
    problems.end(result)
}

/// Counts `dataSets`, `series` and `observations`; nothing for a structure message.
pub fn count(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    let mut problems = Problems::of(source.name());
    let mut around = Around::default();
    let result = source
        .stream()
        .map_err(End::from)
        .and_then(|stream| Ok(Around::of(Json::new(stream)?, &mut Nothing)?))
        .map(|found| around = found);
    let counts = if around.heads.is_empty() {
        Vec::new()
    } else {
        vec![
            ("dataSets", around.heads.len() as u64),
            ("series", around.series),
            ("observations", around.observations),
        ]
    };
    (counts, problems_end(&mut problems, result))
}

fn problems_end(problems: &mut Problems, result: Result<(), End>) -> Told {
    std::mem::replace(problems, Problems::of("")).end(result)
}

/// A sink that takes nothing.
struct Nothing;

impl Sink for Nothing {
    fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), crate::sink::Stop> {
        Ok(())
    }
}

fn message(source: &Source, sink: &mut dyn Sink, problems: &mut Problems) -> Result<(), End> {
    begin_stream(source, sink)?;
    let mut around = Around::of(Json::new(source.stream()?)?, sink)?;
    problems.twice(&around.twice);
    for (code, text) in &around.errors {
        // What comes with data is a remark; what comes alone is the answer.
        if around.heads.is_empty() {
            problems.service_error("SDMX", code, text);
        } else {
            let args = [("service", "SDMX"), ("text", &numbered(code, text))];
            problems.warn("stats-service-error", 0, &args);
        }
    }
    if around.heads.is_empty() {
        let found = items::read(Json::new(source.stream()?)?, sink)?;
        if !found && around.errors.is_empty() {
            problems.error("stats-shape", 0, &[("format", "SDMX-JSON"), ("missing", "dataSets")]);
        }
        return Ok(());
    }
    let mut components = Components::default();
    around.number(&mut components);
    let mut json = Json::new(source.stream()?)?;
    let mut rows = Rows { around: &around, components: &components, sink, problems, series: 0 };
    json.next()?;
    let mut number = 0;
    rows.message(&mut json, &mut number)
}

/// Reads observations.
struct Rows<'a> {
    around: &'a Around,
    components: &'a Components,
    sink: &'a mut dyn Sink,
    problems: &'a mut Problems,
    series: u64,
}

/// What holds while a data set is read.
struct Set<'a> {
    head: &'a Head,
    structure: &'a Structure,
    /// All dimensions: of the data set, of series, of observations.
    dimensions: Vec<&'a Component>,
    /// Attributes of observations that have a place in their lists.
    attributes: Vec<&'a Component>,
    groups: Groups<'a>,
    /// Where each dimension is now: a place in its list of values.
    at: Vec<Option<usize>>,
    row: Row,
}

/// Attributes of groups by the dimensions that make the group, and the places of these.
type Groups<'a> = BTreeMap<Vec<usize>, HashMap<Vec<usize>, Vec<&'a [Node]>>>;

impl Rows<'_> {
    fn message(&mut self, json: &mut Json<'_>, number: &mut u32) -> Result<(), End> {
        while json.next()? == Token::Key {
            let is_data = json.text() == "data";
            let is_sets = json.text() == "dataSets";
            match json.next()? {
                Token::ObjectStart if is_data => self.message(json, number)?,
                Token::ArrayStart if is_sets => loop {
                    match json.next()? {
                        Token::ArrayEnd => break,
                        Token::ObjectStart => {
                            self.data_set(json, *number)?;
                            *number += 1;
                        }
                        token => json.skip(token)?,
                    }
                },
                token => json.skip(token)?,
            }
        }
        Ok(())
    }

    fn data_set(&mut self, json: &mut Json<'_>, number: u32) -> Result<(), End> {
        let around = self.around;
        let Some(head) = around.heads.get(number as usize) else { return Ok(()) };
        let Some(structure) = around.structures.get(head.structure) else {
            let args = [("format", "SDMX-JSON"), ("missing", "structure")];
            self.problems.error("stats-shape", json.line(), &args);
            json.skip_rest()?;
            return Ok(());
        };
        if let Some(action) = &head.strange_action {
            self.problems.warn("stats-action", json.line(), &[("found", action)]);
        }
        self.sink.data_set(&around.data_set(head));
        let mut set = Set::new(head, structure, around.is_second);
        set.row.data_set = number;
        set.row.action = head.action;
        for (place, dimension) in structure.dimensions[0].iter().enumerate() {
            // What is the same for all stands in the list as its only value.
            if dimension.values.len() == 1 {
                set.at[place] = Some(0);
                set.push_dimension(place, self.problems, json.line());
            } else {
                set.strange("", dimension, self.problems, json.line());
            }
        }
        self.nodes(&mut set, &head.attributes, 0, json.line());
        let start = set.row.mark();
        while json.next()? == Token::Key {
            let (is_series, is_flat) = (json.text() == "series", json.text() == "observations");
            match json.next()? {
                Token::ObjectStart if is_series => {
                    while json.next()? == Token::Key {
                        set.row.back_to(start);
                        self.one_series(json, &mut set)?;
                    }
                }
                Token::ObjectStart if is_flat => {
                    set.row.back_to(start);
                    self.observations(json, &mut set, structure.dimensions[0].len())?;
                }
                token => json.skip(token)?,
            }
        }
        Ok(())
    }

    fn one_series(&mut self, json: &mut Json<'_>, set: &mut Set<'_>) -> Result<(), End> {
        let (first, behind) =
            (set.structure.dimensions[0].len(), set.structure.dimensions[1].len());
        set.key(json.text(), first, first + behind, self.problems, json.line());
        let number = self.series;
        self.series += 1;
        if let Some([attributes, annotations]) = set.head.late.get(&number) {
            self.nodes(set, attributes, 2, json.line());
            set.annotate(annotations, self.problems, json.line());
        }
        let token = json.next()?;
        if token != Token::ObjectStart {
            return Ok(json.skip(token)?);
        }
        let mut is_late = false;
        while json.next()? == Token::Key {
            let key = json.text().to_owned();
            match (key.as_str(), json.next()?) {
                ("observations", Token::ObjectStart) => {
                    self.observations(json, set, first + behind)?;
                    is_late = true;
                }
                ("attributes", Token::ArrayStart) if !is_late => {
                    let node = json.node(Token::ArrayStart, &mut { ROOM })?;
                    self.nodes(set, node.items(), 2, json.line());
                }
                ("annotations", Token::ArrayStart) if !is_late => {
                    let node = json.node(Token::ArrayStart, &mut { ROOM })?;
                    set.annotate(node.items(), self.problems, json.line());
                }
                (_, token) => json.skip(token)?,
            }
        }
        Ok(())
    }

    /// Observations whose keys begin with the dimension `first`.
    fn observations(
        &mut self,
        json: &mut Json<'_>,
        set: &mut Set<'_>,
        first: usize,
    ) -> Result<(), End> {
        let start = set.row.mark();
        while json.next()? == Token::Key {
            set.row.back_to(start);
            set.row.place.start = json.start();
            set.key(json.text(), first, set.dimensions.len(), self.problems, json.line());
            match json.next()? {
                Token::ArrayStart => self.values(json, set)?,
                token => set.measure(0, json, token, self.problems)?,
            }
            set.row.place.end = json.end();
            set.group(self.problems, json.line());
            self.sink.row(&set.row, self.components)?;
        }
        Ok(())
    }

    /// The list of an observation: measures, attributes, annotations.
    fn values(&mut self, json: &mut Json<'_>, set: &mut Set<'_>) -> Result<(), End> {
        let measures = set.structure.measures().len();
        let mut place = 0;
        loop {
            let token = json.next()?;
            if token == Token::ArrayEnd {
                return Ok(());
            }
            // `detail=nodata` leaves out the values: a text cannot be a number.
            if place == 0 && measures == 1 && token == Token::Text {
                let is_shifted = set.structure.measures()[0].is_number
                    && !is_number(json.text())
                    && !set.attributes.is_empty();
                if is_shifted {
                    place = 1;
                }
            }
            if place < measures {
                set.measure(place, json, token, self.problems)?;
            } else if let Some(attribute) = set.attributes.get(place - measures).copied() {
                if token == Token::Number {
                    set.push(attribute, LEVELS[3], json.text(), true, self.problems, json.line());
                } else {
                    let node = json.node(token, &mut { ROOM })?;
                    set.node(attribute, LEVELS[3], &node, self.problems, json.line());
                }
            } else {
                let node = json.node(token, &mut { ROOM })?;
                let list = if node.items().is_empty() {
                    std::slice::from_ref(&node)
                } else {
                    node.items()
                };
                set.annotate(list, self.problems, json.line());
            }
            place += 1;
        }
    }

    /// The attributes of a level.
    fn nodes(&mut self, set: &mut Set<'_>, nodes: &[Node], level: usize, line: u32) {
        for (attribute, node) in set.structure.attributes[level].iter().zip(nodes) {
            set.node(attribute, LEVELS[level], node, self.problems, line);
        }
    }
}

/// Bytes of memory that an attribute may take.
const ROOM: usize = 16 << 20;

impl<'a> Set<'a> {
    fn new(head: &'a Head, structure: &'a Structure, is_second: bool) -> Set<'a> {
        let dimensions: Vec<&Component> = structure.dimensions.iter().flatten().collect();
        let measures = structure.measures().len();
        let all = &structure.attributes[3];
        // Some services give an attribute without any values no place in the lists. Then numbers
        // stand where it would be, though they can point to nothing.
        let is_closed = |place: usize, attribute: &Component| {
            attribute.is_listed
                && attribute.values.is_empty()
                && measures + place < 64
                && head.numbers & (1 << (measures + place)) != 0
        };
        let is_left_out = !is_second
            && all.iter().enumerate().any(|(place, attribute)| is_closed(place, attribute));
        let attributes = all
            .iter()
            .filter(|attribute| {
                !(is_left_out && attribute.is_listed && attribute.values.is_empty())
            })
            .collect();
        let mut groups = Groups::new();
        for (key, values) in &head.groups {
            let (mut which, mut at) = (Vec::new(), Vec::new());
            for (place, step) in key.split(':').enumerate() {
                if let Ok(number) = step.parse() {
                    which.push(place);
                    at.push(number);
                }
            }
            groups.entry(which).or_default().entry(at).or_default().push(values);
        }
        let at = vec![None; dimensions.len()];
        Set { head, structure, dimensions, attributes, groups, at, row: Row::default() }
    }

    /// Reads a key such as `0:12` and adds the dimensions from `first` to `last`.
    fn key(&mut self, key: &str, first: usize, last: usize, problems: &mut Problems, line: u32) {
        let mut steps = key.split(':');
        for place in first..last {
            let step = steps.next().unwrap_or_default();
            self.at[place] = step.parse().ok();
            let dimension = self.dimensions[place];
            match self.at[place].and_then(|at| dimension.values.get(at)) {
                Some(_) => self.push_dimension(place, problems, line),
                // Points to nothing: kept as it stands, and told.
                None => {
                    if !step.is_empty() {
                        self.row.push(dimension.number, Role::Unresolved, step);
                    }
                    self.strange(step, dimension, problems, line);
                }
            }
        }
        for step in steps {
            problems.warn("stats-sdmx-json-index", line, &[("index", step), ("component", key)]);
        }
    }

    fn push_dimension(&mut self, place: usize, problems: &mut Problems, line: u32) {
        let dimension = self.dimensions[place];
        let role = if dimension.is_time { Role::Period } else { Role::Dimension };
        let value = self.at[place].and_then(|at| dimension.values.get(at));
        match value {
            Some(value) if !value.is_empty() => {
                for (language, text) in value {
                    self.row.push_text(dimension.number, role, language, text);
                }
            }
            _ => self.strange("", dimension, problems, line),
        }
    }

    fn strange(&self, index: &str, component: &Component, problems: &mut Problems, line: u32) {
        let args = [("index", index), ("component", component.id.as_str())];
        problems.warn("stats-sdmx-json-index", line, &args);
    }

    /// Adds a number or text: a place in the list of values where there is one.
    fn push(
        &mut self,
        component: &Component,
        role: Role,
        text: &str,
        is_number: bool,
        problems: &mut Problems,
        line: u32,
    ) {
        let index = text.parse::<usize>().ok().filter(|_| is_number && component.is_listed);
        match index.map(|index| component.values.get(index)) {
            None => self.row.push(component.number, role, text),
            Some(Some(value)) => {
                for (language, text) in value {
                    self.row.push_text(component.number, role, language, text);
                }
            }
            Some(None) => {
                self.row.push(component.number, Role::Unresolved, text);
                self.strange(text, component, problems, line);
            }
        }
    }

    /// Adds a value of whatever form.
    fn node(
        &mut self,
        component: &Component,
        role: Role,
        node: &Node,
        problems: &mut Problems,
        line: u32,
    ) {
        match &node.value {
            crate::json::Value::List(nodes) => {
                for node in nodes {
                    self.node(component, role, node, problems, line);
                }
            }
            crate::json::Value::Object(_) => {
                for (language, text) in texts(node) {
                    self.row.push_text(component.number, role, &language, &text);
                }
            }
            crate::json::Value::Number(text) => {
                self.push(component, role, text, true, problems, line);
            }
            _ => {
                if let Some(text) = node.text() {
                    self.push(component, role, text, false, problems, line);
                }
            }
        }
    }

    fn measure(
        &mut self,
        place: usize,
        json: &mut Json<'_>,
        token: Token,
        problems: &mut Problems,
    ) -> Result<(), End> {
        let Some(measure) = self.structure.measures().get(place) else {
            return Ok(json.skip(token)?);
        };
        match token {
            Token::Null => {}
            Token::Number => {
                self.push(measure, Role::Measure, json.text(), true, problems, json.line());
            }
            Token::Text => self.row.push(measure.number, Role::Measure, json.text()),
            _ => {
                let node = json.node(token, &mut { ROOM })?;
                self.node(measure, Role::Measure, &node, problems, json.line());
            }
        }
        Ok(())
    }

    /// Adds the attributes of groups to which the observation belongs.
    fn group(&mut self, problems: &mut Problems, line: u32) {
        let groups = std::mem::take(&mut self.groups);
        let mut key = Vec::new();
        for (which, values) in &groups {
            key.clear();
            key.extend(which.iter().filter_map(|place| self.at.get(*place).copied().flatten()));
            for nodes in values.get(&key).into_iter().flatten() {
                let structure = self.structure;
                for (attribute, node) in structure.attributes[1].iter().zip(*nodes) {
                    self.node(attribute, LEVELS[1], node, problems, line);
                }
            }
        }
        self.groups = groups;
    }

    /// Adds annotations by their places in the list of the structure.
    fn annotate(&mut self, nodes: &[Node], problems: &mut Problems, line: u32) {
        for node in nodes.iter().filter(|node| !node.is_null()) {
            match node.index().and_then(|index| self.structure.annotations.get(index)) {
                Some(annotation) => self.row.annotations.push(annotation.clone()),
                None => {
                    let index = node.text().unwrap_or_default();
                    let args = [("index", index), ("component", "annotations")];
                    problems.warn("stats-sdmx-json-index", line, &args);
                }
            }
        }
    }
}

/// Whether a text can be the value of a measure that is a number.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.parse::<f64>().is_ok() || text.eq_ignore_ascii_case("nan")
}
