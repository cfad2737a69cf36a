//! What stands around the observations of an SDMX-JSON file: header, structures, and what is said
//! of data sets and groups. Kept in memory; observations are not.

use std::collections::HashMap;

use crate::json::{Json, Node, Token, Value};
use crate::problems::{Fault, Flaw};
use crate::row::{Action, Annotation, Components, Role};
use crate::sink::{Label, Sink};

/// Bytes of memory that a part which is kept as a whole may take.
const ROOM: usize = 16 << 20;
/// Bytes of memory that the attributes of all groups of a data set may take: there can be as many
/// groups as series.
const GROUPS_ROOM: usize = 128 << 20;
/// Codes of all components together.
const MOST_CODES: usize = 4 << 20;
/// Series whose attributes stand behind their observations.
const MOST_LATE: usize = 1 << 16;

/// A value by language; the language is empty where there is none. Several are several values.
pub(super) type Texts = Vec<(String, String)>;

/// A dimension, measure or attribute.
#[derive(Debug, Clone, Default)]
pub(super) struct Component {
    pub(super) id: String,
    pub(super) number: u32,
    pub(super) is_time: bool,
    position: Option<usize>,
    /// Whether values are listed, so that observations point into the list.
    pub(super) is_listed: bool,
    pub(super) values: Vec<Texts>,
    /// Whether its format is that of numbers.
    pub(super) is_number: bool,
}

/// A structure as it stands in the file.
#[derive(Debug, Clone, Default)]
pub(super) struct Structure {
    /// Dimensions of the data set, of series and of observations.
    pub(super) dimensions: [Vec<Component>; 3],
    /// Nothing where the file does not list them: there is one then.
    measures: Option<Vec<Component>>,
    pub(super) measure: Component,
    /// Attributes of the data set, of groups, of series and of observations.
    pub(super) attributes: [Vec<Component>; 4],
    pub(super) annotations: Vec<Annotation>,
    names: Texts,
    reference: Option<(String, String)>,
}

impl Structure {
    /// What was measured.
    pub(super) fn measures(&self) -> &[Component] {
        self.measures.as_deref().unwrap_or(std::slice::from_ref(&self.measure))
    }
}

/// What is said of a data set, wherever it stands in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    pub(super) structure: usize,
    pub(super) action: Action,
    /// An action that is none.
    pub(super) strange_action: Option<String>,
    reference: Option<(String, String)>,
    pub(super) attributes: Vec<Node>,
    annotations: Option<Vec<Node>>,
    pub(super) groups: Vec<(String, Vec<Node>)>,
    has_annotated_series: bool,
    /// Length of the longest observation, and places at which numbers stand (the first 64).
    longest: usize,
    pub(super) numbers: u64,
    /// Attributes and annotations that stand behind the observations of a series, by its number.
    pub(super) late: HashMap<u64, [Vec<Node>; 2]>,
}

/// All that is not observations.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub(super) structures: Vec<Structure>,
    pub(super) heads: Vec<Head>,
    /// Code and text of errors that the service tells.
    pub(super) errors: Vec<(String, String)>,
    pub(super) series: u64,
    pub(super) observations: u64,
    source: String,
    vintage: String,
    /// Whether it is SDMX-JSON 2.0.
    pub(super) is_second: bool,
    codes: usize,
    pub(super) twice: Vec<(String, u32)>,
}

impl Around {
    /// Walks through a file; names of codes go to the sink.
    pub(super) fn of(mut json: Json<'_>, sink: &mut dyn Sink) -> Result<Around, Fault> {
        let mut around = Around::default();
        if json.next()? != Token::ObjectStart {
            return Err(json.fault(Flaw::Shape("SDMX-JSON", "dataSets")));
        }
        around.message(&mut json, sink)?;
        json.next()?;
        around.twice = std::mem::take(&mut json.twice);
        Ok(around)
    }

    fn message(&mut self, json: &mut Json<'_>, sink: &mut dyn Sink) -> Result<(), Fault> {
        while json.next()? == Token::Key {
            let key = json.text().to_owned();
            let token = json.next()?;
            match (key.as_str(), token) {
                ("data", Token::ObjectStart) => self.message(json, sink)?,
                ("header" | "meta", _) => {
                    let node = json.node(token, &mut { ROOM })?;
                    let sender = node.get("sender");
                    let name = sender.map(|sender| sender.texts("names", "name"));
                    let name = name.unwrap_or_default().into_iter().next();
                    self.source = name.map_or_else(
                        || sender.map(|sender| sender.text_of("id")).unwrap_or_default().to_owned(),
                        |(_, name)| name,
                    );
                    self.vintage = node.text_of("prepared").to_owned();
                    self.is_second |= node.text_of("schema").contains("/2.");
                }
                ("errors", Token::ArrayStart) => {
                    let node = json.node(token, &mut { ROOM })?;
                    self.errors.extend(node.items().iter().map(error));
                }
                ("structure", Token::ObjectStart) => {
                    let structure = self.structure(json, sink)?;
                    self.structures.push(structure);
                }
                ("structures", Token::ArrayStart) => {
                    self.is_second = true;
                    loop {
                        match json.next()? {
                            Token::ArrayEnd => break,
                            Token::ObjectStart => {
                                let structure = self.structure(json, sink)?;
                                self.structures.push(structure);
                            }
                            token => json.skip(token)?,
                        }
                    }
                }
                ("dataSets", Token::ArrayStart) => loop {
                    match json.next()? {
                        Token::ArrayEnd => break,
                        Token::ObjectStart => {
                            let head = self.head(json)?;
                            self.heads.push(head);
                        }
                        token => json.skip(token)?,
                    }
                },
                _ => json.skip(token)?,
            }
        }
        Ok(())
    }

    fn head(&mut self, json: &mut Json) -> Result<Head, Fault> {
        let mut head = Head::default();
        while json.next()? == Token::Key {
            let key = json.text().to_owned();
            let token = json.next()?;
            match (key.as_str(), token) {
                ("series", Token::ObjectStart) => {
                    while json.next()? == Token::Key {
                        match json.next()? {
                            Token::ObjectStart => self.series(json, &mut head)?,
                            token => json.skip(token)?,
                        }
                    }
                }
                ("observations", Token::ObjectStart) => self.observations(json, &mut head)?,
                _ => {
                    let is_groups = matches!(key.as_str(), "dimensionGroupAttributes" | "groups");
                    let mut room = if is_groups { GROUPS_ROOM } else { ROOM };
                    let node = json.node(token, &mut room)?;
                    match key.as_str() {
                        "structure" => head.structure = node.index().unwrap_or_default(),
                        "action" => {
                            let name = node.text().unwrap_or_default();
                            match Action::parse(name) {
                                Some(action) => head.action = action,
                                None => head.strange_action = Some(name.to_owned()),
                            }
                        }
                        "links" => head.reference = reference(&node),
                        "attributes" => head.attributes = node.items().to_vec(),
                        "annotations" => head.annotations = Some(node.items().to_vec()),
                        _ if is_groups => {
                            let Value::Object(members) = node.value else { continue };
                            head.groups.extend(members.into_iter().map(|member| {
                                let list = member.node.get("attributes").cloned();
                                match list.unwrap_or(member.node).value {
                                    Value::List(nodes) => (member.key, nodes),
                                    _ => (member.key, Vec::new()),
                                }
                            }));
                        }
                        _ => {}
                    }
                }
            }
        }
        Ok(head)
    }

    fn series(&mut self, json: &mut Json<'_>, head: &mut Head) -> Result<(), Fault> {
        let number = self.series;
        self.series += 1;
        let mut is_late = false;
        while json.next()? == Token::Key {
            let place = ["attributes", "annotations"].iter().position(|name| *name == json.text());
            let is_observations = json.text() == "observations";
            match (json.next()?, place) {
                (Token::ObjectStart, None) if is_observations => {
                    self.observations(json, head)?;
                    is_late = true;
                }
                (token @ Token::ArrayStart, Some(place)) if is_late => {
                    if head.late.len() >= MOST_LATE {
                        return Err(json.fault(Flaw::JsonLong));
                    }
                    let node = json.node(token, &mut { ROOM })?;
                    head.has_annotated_series |= place == 1 && !node.items().is_empty();
                    head.late.entry(number).or_default()[place] = node.items().to_vec();
                }
                (Token::ArrayStart, Some(1)) => {
                    let node = json.node(Token::ArrayStart, &mut { ROOM })?;
                    head.has_annotated_series |= !node.items().is_empty();
                }
                (token, _) => json.skip(token)?,
            }
        }
        Ok(())
    }

    fn observations(&mut self, json: &mut Json<'_>, head: &mut Head) -> Result<(), Fault> {
        while json.next()? == Token::Key {
            self.observations += 1;
            match json.next()? {
                Token::ArrayStart => {
                    let mut place = 0;
                    loop {
                        let token = json.next()?;
                        match token {
                            Token::ArrayEnd => break,
                            Token::Number if place < 64 => head.numbers |= 1 << place,
                            _ => json.skip(token)?,
                        }
                        place += 1;
                    }
                    head.longest = head.longest.max(place);
                }
                token => json.skip(token)?,
            }
        }
        Ok(())
    }

    fn structure(&mut self, json: &mut Json<'_>, sink: &mut dyn Sink) -> Result<Structure, Fault> {
        let mut structure = Structure {
            measure: Component { id: "OBS_VALUE".to_owned(), ..Component::default() },
            ..Structure::default()
        };
        let (mut name, mut names) = (Texts::new(), Texts::new());
        while json.next()? == Token::Key {
            let key = json.text().to_owned();
            let token = json.next()?;
            match (key.as_str(), token) {
                ("dimensions" | "attributes" | "measures", Token::ObjectStart) => {
                    while json.next()? == Token::Key {
                        let level = json.text().to_owned();
                        let list = match (key.as_str(), level.as_str()) {
                            ("dimensions", "dataSet") => &mut structure.dimensions[0],
                            ("dimensions", "series") => &mut structure.dimensions[1],
                            ("dimensions", "observation") => &mut structure.dimensions[2],
                            ("attributes", "dataSet") => &mut structure.attributes[0],
                            ("attributes", "dimensionGroup" | "group") => {
                                &mut structure.attributes[1]
                            }
                            ("attributes", "series") => &mut structure.attributes[2],
                            ("attributes", "observation") => &mut structure.attributes[3],
                            ("measures", "observation") => {
                                structure.measures.get_or_insert_default()
                            }
                            _ => {
                                let token = json.next()?;
                                json.skip(token)?;
                                continue;
                            }
                        };
                        self.components(json, list, sink)?;
                    }
                }
                ("dimensions" | "attributes" | "measures", _) => json.skip(token)?,
                _ => {
                    let node = json.node(token, &mut { ROOM })?;
                    match key.as_str() {
                        "name" => name = node.text().map(plain).unwrap_or_default(),
                        "names" => names = texts(&node),
                        "links" => structure.reference = reference(&node),
                        "annotations" => {
                            structure.annotations = node.items().iter().map(annotation).collect();
                        }
                        _ => {}
                    }
                }
            }
        }
        structure.names = if names.is_empty() { name } else { names };
        Ok(structure)
    }

    fn components(
        &mut self,
        json: &mut Json<'_>,
        list: &mut Vec<Component>,
        sink: &mut dyn Sink,
    ) -> Result<(), Fault> {
        let token = json.next()?;
        if token != Token::ArrayStart {
            return json.skip(token);
        }
        loop {
            match json.next()? {
                Token::ArrayEnd => return Ok(()),
                Token::ObjectStart => list.push(self.component(json, sink)?),
                token => json.skip(token)?,
            }
        }
    }

    fn component(&mut self, json: &mut Json<'_>, sink: &mut dyn Sink) -> Result<Component, Fault> {
        let mut component = Component::default();
        let mut labels: Vec<(usize, Texts)> = Vec::new();
        let mut own = Node { start: 0, end: 0, value: Value::Object(Vec::new()) };
        while json.next()? == Token::Key {
            let key = json.text().to_owned();
            let token = json.next()?;
            if key == "values" && token == Token::ArrayStart {
                component.is_listed = true;
                loop {
                    match json.next()? {
                        Token::ArrayEnd => break,
                        token => {
                            let node = json.node(token, &mut { ROOM })?;
                            let (value, names) = code(&node);
                            self.codes += 1;
                            if self.codes > MOST_CODES {
                                return Err(json.fault(Flaw::JsonLong));
                            }
                            if !names.is_empty() {
                                labels.push((component.values.len(), names));
                            }
                            component.values.push(value);
                        }
                    }
                }
                continue;
            }
            let node = json.node(token, &mut { ROOM })?;
            let roles: Vec<&str> =
                node.text().into_iter().chain(node.items().iter().filter_map(Node::text)).collect();
            match key.as_str() {
                "id" => component.id = node.text().unwrap_or_default().to_owned(),
                "keyPosition" => component.position = node.index(),
                "role" | "roles" => {
                    let is_time = |role: &&str| matches!(*role, "time" | "TIME_PERIOD");
                    component.is_time |= roles.iter().any(is_time);
                }
                "format" => {
                    component.is_number = NUMBERS.contains(&node.text_of("dataType"));
                }
                "name" | "names" => {
                    if let Value::Object(members) = &mut own.value {
                        members.push(crate::json::Member { key, start: 0, node });
                    }
                }
                _ => {}
            }
        }
        component.is_time |= component.id == "TIME_PERIOD";
        let mut label = |code: Option<&str>, texts: &Texts| {
            for (language, text) in texts {
                sink.label(&Label { component: &component.id, code, language, text });
            }
        };
        label(None, &own.texts("names", "name"));
        for (place, texts) in &labels {
            if let Some((_, code)) = component.values.get(*place).and_then(|value| value.first()) {
                label(Some(code), texts);
            }
        }
        Ok(component)
    }

    /// Gives numbers to components: dimensions in the order of their structure, the time after
    /// those without a place in it, then measures, then attributes.
    pub(super) fn number(&mut self, components: &mut Components) {
        for structure in &mut self.structures {
            let mut dimensions: Vec<_> = structure.dimensions.iter_mut().flatten().collect();
            dimensions.sort_by_key(|dimension| {
                (dimension.position.unwrap_or(usize::MAX), dimension.is_time)
            });
            let measures = match &mut structure.measures {
                Some(measures) => measures.as_mut_slice(),
                None => std::slice::from_mut(&mut structure.measure),
            };
            let attributes = structure.attributes.iter_mut().flatten();
            for component in dimensions {
                component.number = components.number(&component.id);
            }
            for component in measures {
                component.number = components.number(&component.id);
            }
            for component in attributes {
                component.number = components.number(&component.id);
            }
        }
    }

    /// What is announced of a data set.
    pub(super) fn data_set(&self, head: &Head) -> crate::sink::DataSet {
        let structure = self.structures.get(head.structure);
        let known = structure.map(|structure| structure.annotations.as_slice()).unwrap_or_default();
        let annotations = match (&head.annotations, structure) {
            (Some(list), _) => {
                list.iter().filter_map(|node| known.get(node.index()?).cloned()).collect()
            }
            // Drafts list what is said of all and point to it from nowhere.
            (None, Some(structure)) if !self.is_second && !head.has_annotated_series => {
                let most = structure.measures().len() + structure.attributes[3].len();
                if head.longest <= most { known.to_vec() } else { Vec::new() }
            }
            _ => Vec::new(),
        };
        let reference = head
            .reference
            .clone()
            .or_else(|| structure.and_then(|structure| structure.reference.clone()));
        crate::sink::DataSet {
            id: reference.as_ref().map(|(_, id)| id.clone()).unwrap_or_default(),
            names: structure.map(|structure| structure.names.clone()).unwrap_or_default(),
            structure: reference,
            action: head.action,
            source: self.source.clone(),
            vintage: self.vintage.clone(),
            annotations,
        }
    }
}

/// Data types of SDMX that are numbers.
const NUMBERS: [&str; 9] = [
    "BigInteger",
    "Integer",
    "Long",
    "Short",
    "Decimal",
    "Float",
    "Double",
    "Count",
    "Incremental",
];

/// Reads an item of a list of values: what it is, and what it is called.
fn code(node: &Node) -> (Texts, Texts) {
    let names = node.texts("names", "name");
    if let Some(id) = node.get("id").and_then(Node::text) {
        // The name of a period is mostly the period once more.
        let names = names.into_iter().filter(|(_, name)| name != id).collect();
        return (plain(id), names);
    }
    for key in ["value", "values"] {
        if let Some(value) = node.get(key) {
            return (texts(value), Texts::new());
        }
    }
    if let Some(text) = node.text() {
        return (plain(text), Texts::new());
    }
    // A value without a code is its name.
    (names, Texts::new())
}

fn plain(text: &str) -> Texts {
    vec![(String::new(), text.to_owned())]
}

/// A text, texts by language, or a list of either.
pub(super) fn texts(node: &Node) -> Texts {
    match &node.value {
        Value::Null => Texts::new(),
        Value::List(nodes) => nodes.iter().flat_map(texts).collect(),
        Value::Object(members) => members
            .iter()
            .filter_map(|member| Some((member.key.clone(), member.node.text()?.to_owned())))
            .collect(),
        _ => node.text().map(plain).unwrap_or_default(),
    }
}

fn annotation(node: &Node) -> Annotation {
    let text = |key: &str| {
        node.get(key).and_then(Node::text).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let link = node.get("links").and_then(|links| links.items().first()?.get("href")?.text());
    let mut texts = node.texts("texts", "text");
    texts.retain(|(_, text)| !text.is_empty());
    if let Some(value) = text("value") {
        texts.push((String::new(), value));
    }
    Annotation {
        id: text("id"),
        kind: text("type"),
        title: text("title"),
        url: text("uri").or_else(|| text("url")).or_else(|| link.map(str::to_owned)),
        texts,
    }
}

/// The structure that links name: a dataflow rather than an agreement rather than a structure.
fn reference(links: &Node) -> Option<(String, String)> {
    let kinds = [
        ("dataflow", "dataflow"),
        ("provisionagreement", "dataprovision"),
        ("datastructure", "datastructure"),
    ];
    kinds.iter().find_map(|(rel, kind)| {
        let link = links.items().iter().find(|link| link.text_of("rel") == *rel)?;
        let urn = link.text_of("urn");
        if let Some((_, id)) = urn.split_once('=') {
            return Some(((*kind).to_owned(), id.to_owned()));
        }
        // .../dataflow/AGENCY/ID/VERSION
        let (_, path) = link.text_of("href").split_once(&format!("/{rel}/"))?;
        let mut steps = path.split(['/', '?']).filter(|step| !step.is_empty());
        let (agency, id) = (steps.next()?, steps.next());
        Some((
            (*kind).to_owned(),
            match (id, steps.next()) {
                (Some(id), Some(version)) => format!("{agency}:{id}({version})"),
                (Some(id), None) => format!("{agency}:{id}"),
                (None, _) => agency.to_owned(),
            },
        ))
    })
}

fn error(node: &Node) -> (String, String) {
    let title = node.texts("titles", "title").into_iter().next();
    let detail = node.texts("details", "detail").into_iter().next().or_else(|| {
        node.get("details").and_then(Node::text).map(|text| (String::new(), text.to_owned()))
    });
    let parts: Vec<String> = title.into_iter().chain(detail).map(|(_, text)| text).collect();
    let text = if parts.is_empty() {
        node.text().unwrap_or_default().to_owned()
    } else {
        parts.join(": ")
    };
    (node.text_of("code").to_owned(), text)
}

/// The role of an attribute by its level.
pub(super) const LEVELS: [Role; 4] = [
    Role::DataSetAttribute,
    Role::GroupAttribute,
    Role::SeriesAttribute,
    Role::ObservationAttribute,
];
