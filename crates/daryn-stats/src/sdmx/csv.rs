//! SDMX-CSV 1.0, 2.0 and 2.1.
//!
//! Source: SDMX Technical Working Group, SDMX-CSV field guide 1.0 (2018) and 2.0 (2021).
//!
//! A record is a row, also one that carries only attributes of a higher level or deletes all.
//! Version 1.0 puts dimensions before `OBS_VALUE` and attributes behind it. Version 2.0 allows any
//! order, so that without a structure only `TIME_PERIOD` and `OBS_VALUE` are known by their names
//! and every other column is [`Role::Unresolved`].
//!
//! Columns that [`crate::write::sdmx_csv`] adds to keep what the format has no place for are
//! understood.

mod head;

use std::collections::HashMap;
use std::io::BufRead;

use daryn_model::Diagnostic;

use crate::format::Format;
use crate::json::{Json, Node};
use crate::problems::{End, Problems};
use crate::reading::{Labels, begin_stream, beginning, count_rows};
use crate::records::{Record, Records, separator};
use crate::row::{Action, Annotation, Components, Mark, Role, Row};
use crate::sink::{DataSet, Label, Sink, Told};
use crate::source::Source;
use head::{Column, Head, Kind};

pub(crate) use head::{default_role, is_reserved, letter};

/// How a file is to be read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Components of the structure and what they are, where it is at hand; empty where it is not.
    /// With it, a column that is no component is [`Role::Extra`].
    pub roles: Vec<(String, Role)>,
}

/// Whether it is SDMX-CSV, and of which version, by its first bytes.
pub fn tell(beginning: &[u8]) -> Option<Format> {
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
    let line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let mark = separator(line);
    let mut names = line.split(|byte| *byte == mark).map(|name| name.trim_ascii());
    let bare = |name: &[u8]| name.iter().copied().filter(|byte| *byte != b'"').collect::<Vec<u8>>();
    let (first, second) = (bare(names.next()?), bare(names.next()?));
    if first == b"DATAFLOW" {
        return Some(Format::SdmxCsv10);
    }
    let is_structure = first == b"STRUCTURE" || first.starts_with(b"STRUCTURE[");
    (is_structure && second == b"STRUCTURE_ID").then_some(Format::SdmxCsv20)
}

/// Reads a file: a row for each record.
pub fn read(source: &Source, options: &Options, sink: &mut dyn Sink) -> Told {
    let mut problems = Problems::of(source.name());
    let result = records(source, options, sink, &mut problems);
    problems.end(result)
}

/// Counts lines behind the head, as `rows`. That is what is commonly counted of such files: a record
/// with a line break in a quoted cell counts as two lines, and is one row when it is read.
pub fn count(source: &Source) -> (Vec<(&'static str, u64)>, Told) {
    let (_, mut told) = count_rows("rows", |sink| read(source, &Options::default(), sink));
    match lines(source) {
        Ok(lines) => (vec![("rows", lines.saturating_sub(1))], told),
        Err(error) => {
            let problem = Diagnostic::error("stats-stream", source.name(), 0);
            told.problems.push(problem.with("reason", error));
            (Vec::new(), told)
        }
    }
}

/// Lines that are not empty.
fn lines(source: &Source) -> std::io::Result<u64> {
    let mut stream = source.stream()?;
    let (mut lines, mut is_empty) = (0, true);
    loop {
        let bytes = stream.fill_buf()?;
        if bytes.is_empty() {
            return Ok(lines + u64::from(!is_empty));
        }
        for byte in bytes {
            match byte {
                b'\n' => {
                    lines += u64::from(!is_empty);
                    is_empty = true;
                }
                b'\r' => {}
                _ => is_empty = false,
            }
        }
        let length = bytes.len();
        stream.consume(length);
    }
}

fn records(
    source: &Source,
    options: &Options,
    sink: &mut dyn Sink,
    problems: &mut Problems,
) -> Result<(), End> {
    let mark = separator(&beginning(source)?);
    let mut records = Records::new(source.stream()?, mark)?;
    begin_stream(source, sink)?;
    let mut record = Record::default();
    if !records.read(&mut record)? {
        problems.error("stats-table-empty", 0, &[]);
        return Ok(());
    }
    if record.is_open(problems) {
        return Ok(());
    }
    let names: Vec<String> = record.iter().map(str::to_owned).collect();
    let mut components = Components::default();
    let head = Head::new(&record, mark, &options.roles, &mut components);
    for (component, name) in &head.labels {
        sink.label(&Label { component, code: None, language: "", text: name });
    }
    head.tell_twice(problems);
    let mut body = Body::default();
    let mut row = Row::default();
    while records.read(&mut record)? {
        if !record.is_sound(&names, problems) {
            continue;
        }
        body.fill(&head, &record, &mut row, &components, sink, problems);
        sink.row(&row, &components)?;
    }
    if records.is_padded {
        problems.warn("stats-padded", record.line, &[]);
    }
    Ok(())
}

/// What is remembered between records.
#[derive(Debug, Default)]
struct Body {
    /// Numbers of data sets by what the record says of them.
    data_sets: HashMap<[String; 3], u32>,
    last: [String; 3],
    last_number: u32,
    /// Data sets by their number in the column `DARYN_DATA_SET`.
    numbered: HashMap<u32, u32>,
    count: u32,
    labels: Labels,
    items: Vec<String>,
}

impl Body {
    fn fill(
        &mut self,
        head: &Head,
        record: &Record,
        row: &mut Row,
        components: &Components,
        sink: &mut dyn Sink,
        problems: &mut Problems,
    ) {
        row.back_to(Mark::default());
        row.place.start = record.start;
        row.place.end = record.end;
        row.action = Action::default();
        let (mut structure, mut id, mut name, mut own) = ("", "", "", "");
        let mut roles = head.roles_column.map_or("", |column| record.get(column)).split('.');
        for (place, column) in head.columns.iter().enumerate() {
            let cell = record.get(place);
            match &column.kind {
                Kind::Structure => structure = cell,
                Kind::StructureId if head.is_labelled => {
                    (id, name) = cell.split_once(": ").unwrap_or((cell, name));
                }
                Kind::StructureId => id = cell,
                Kind::StructureName => name = cell,
                Kind::Action => match Action::parse(cell) {
                    Some(action) => row.action = action,
                    None if cell.is_empty() => {}
                    None => {
                        problems.warn("stats-action", record.line, &[("found", cell)]);
                    }
                },
                Kind::DataSet => own = cell,
                Kind::Annotations if !cell.is_empty() => match extra(cell) {
                    Some(node) => row.annotations.extend(node.items().iter().map(annotation)),
                    None => problems.warn("stats-extra-column", record.line, &[("found", cell)]),
                },
                Kind::Annotations | Kind::Roles | Kind::Label(_) => {}
                Kind::Component(component) => {
                    let letters = roles.next().unwrap_or_default();
                    if cell.is_empty() {
                        continue;
                    }
                    let label = column.label_column.map(|label| record.get(label));
                    self.push(*component, column, cell, letters, head, row);
                    if let Some(label) = label.filter(|label| !label.is_empty()) {
                        self.label(*component, cell, label, components, sink);
                    }
                    if column.is_labelled {
                        for item in std::mem::take(&mut self.items) {
                            if let Some((code, label)) = coded(&item) {
                                self.label(*component, code, label, components, sink);
                            }
                        }
                    }
                }
            }
        }
        if head.is_first_version && !id.is_empty() {
            structure = "dataflow";
        }
        row.data_set = self.data_set([structure, id, name], own, row.action, sink);
    }

    /// Adds the values of a cell.
    fn push(
        &mut self,
        component: u32,
        column: &Column,
        cell: &str,
        letters: &str,
        head: &Head,
        row: &mut Row,
    ) {
        let is_plain = !column.is_many && column.languages.is_empty() && !column.is_labelled;
        if is_plain && letters.is_empty() {
            row.push(component, column.role, cell);
            return;
        }
        self.items.clear();
        match (column.is_many || !column.languages.is_empty(), head.sub_separator) {
            (true, Some(mark)) => split(cell, mark, &mut self.items),
            _ => self.items.push(cell.to_owned()),
        }
        for (place, item) in self.items.iter().enumerate() {
            let letter = letters.chars().nth(place.min(letters.len().saturating_sub(1)));
            let role = letter.and_then(head::role).unwrap_or(column.role);
            let (language, text) = match item.split_once(':') {
                Some((language, text)) if !column.languages.is_empty() => {
                    let known = column.languages.iter().find(|known| known.0 == language);
                    match known {
                        Some((_, plain)) => (plain.as_str(), text),
                        None if language.is_empty() => ("", text),
                        None => ("", item.as_str()),
                    }
                }
                _ => ("", item.as_str()),
            };
            let text = match coded(text) {
                Some((code, _)) if column.is_labelled => code,
                _ => text,
            };
            row.push_text(component, role, language, text);
        }
    }

    fn label(
        &mut self,
        component: u32,
        code: &str,
        text: &str,
        components: &Components,
        sink: &mut dyn Sink,
    ) {
        let component = components.name(component);
        if self.labels.is_new(component, code, text) {
            sink.label(&Label { component, code: Some(code), language: "", text });
        }
    }

    /// The number of the data set to which a record belongs; a new one is announced.
    fn data_set(&mut self, said: [&str; 3], own: &str, action: Action, sink: &mut dyn Sink) -> u32 {
        let (number, rest) = own.split_once(' ').unwrap_or((own, ""));
        if let Ok(number) = number.parse::<u32>() {
            if let Some(known) = self.numbered.get(&number) {
                return *known;
            }
            let mut data_set = data_set(said, action);
            if let Some(node) = extra(rest) {
                keep(&node, &mut data_set);
            }
            self.numbered.insert(number, self.count);
            return self.announce(&data_set, sink);
        }
        if self.count > 0 && self.last == said {
            return self.last_number;
        }
        self.last = said.map(str::to_owned);
        self.last_number = match self.data_sets.get(&self.last) {
            Some(number) => *number,
            None => {
                let number = self.announce(&data_set(said, action), sink);
                self.data_sets.insert(self.last.clone(), number);
                number
            }
        };
        self.last_number
    }

    fn announce(&mut self, data_set: &DataSet, sink: &mut dyn Sink) -> u32 {
        sink.data_set(data_set);
        self.count += 1;
        self.count - 1
    }
}

/// What the columns of the format say of a data set.
fn data_set([structure, id, name]: [&str; 3], action: Action) -> DataSet {
    let is_named = !(structure.is_empty() && id.is_empty());
    DataSet {
        id: id.to_owned(),
        names: Some(name)
            .filter(|name| !name.is_empty())
            .map(|name| (String::new(), name.to_owned()))
            .into_iter()
            .collect(),
        structure: is_named.then(|| (structure.to_owned(), id.to_owned())),
        action,
        ..DataSet::default()
    }
}

/// A code and its label, where a cell holds both.
fn coded(text: &str) -> Option<(&str, &str)> {
    let (code, label) = text.split_once(": ")?;
    let is_code = |byte: u8| byte.is_ascii_alphanumeric() || b"_-@$.".contains(&byte);
    (!code.is_empty() && code.bytes().all(is_code)).then_some((code, label))
}

/// The values of a cell that holds several; quotes keep separators together as in records.
fn split(cell: &str, mark: char, items: &mut Vec<String>) {
    let mut rest = cell;
    loop {
        let mut item = String::new();
        if let Some(quoted) = rest.strip_prefix('"') {
            rest = quoted;
            while let Some((inside, behind)) = rest.split_once('"') {
                item.push_str(inside);
                rest = behind;
                match rest.strip_prefix('"') {
                    Some(behind) => {
                        item.push('"');
                        rest = behind;
                    }
                    None => break,
                }
            }
        }
        let (plain, behind) = match rest.split_once(mark) {
            Some((plain, behind)) => (plain, Some(behind)),
            None => (rest, None),
        };
        item.push_str(plain);
        items.push(item);
        match behind {
            Some(behind) => rest = behind,
            None => return,
        }
    }
}

/// The JSON of a column of our own.
fn extra(text: &str) -> Option<Node> {
    let mut json = Json::new(Box::new(std::io::Cursor::new(text.as_bytes().to_vec()))).ok()?;
    let token = json.next().ok()?;
    json.node(token, &mut (text.len() * 200 + 4096)).ok()
}

/// What the JSON of a data set says.
fn keep(node: &Node, data_set: &mut DataSet) {
    data_set.id = node.text_of("id").to_owned();
    data_set.names = pairs(node.get("names"));
    data_set.source = node.text_of("source").to_owned();
    data_set.vintage = node.text_of("vintage").to_owned();
    data_set.action = Action::parse(node.text_of("action")).unwrap_or_default();
    if let Some(list) = node.get("annotations") {
        data_set.annotations = list.items().iter().map(annotation).collect();
    }
}

fn annotation(node: &Node) -> Annotation {
    let text = |key: &str| node.get(key).and_then(Node::text).map(str::to_owned);
    Annotation {
        id: text("id"),
        kind: text("type"),
        title: text("title"),
        url: text("url"),
        texts: pairs(node.get("texts")),
    }
}

fn pairs(node: Option<&Node>) -> Vec<(String, String)> {
    let items = node.map(Node::items).unwrap_or_default();
    let text = |pair: &Node, place: usize| {
        pair.items().get(place).and_then(Node::text).unwrap_or_default().to_owned()
    };
    items.iter().map(|pair| (text(pair, 0), text(pair, 1))).collect()
}
