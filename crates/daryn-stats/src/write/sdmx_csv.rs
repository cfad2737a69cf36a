//! SDMX-CSV 2.0.
//!
//! Two passes: [`Survey`] learns which components there are and how their cells must look, then
//! [`Writer`] writes. Nothing of a row is lost: what the format has no place for goes into columns
//! of our own behind the components, which other programs pass over as no component of the
//! structure. They are written only where they are needed:
//!
//! - `DARYN_ROLES`: for each component in the order of the columns the role of its values, as
//!   letters (`D` dimension, `T` period, `M` measure, `A` attribute of the data set, `G` of a group,
//!   `S` of a series, `O` of the observation, `U` not known, `X` no component), with points between.
//! - `DARYN_ANNOTATIONS`: annotations as JSON.
//! - `DARYN_DATA_SET`: number of the data set, and in its first row what is said of it, as JSON.
//!
//! A data set without rows and the names of codes are not written, and NUL characters become
//! U+FFFD.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use crate::row::{Action, Annotation, Components, Row};
use crate::sdmx::csv::{default_role, is_reserved, letter};
use crate::sink::{DataSet, Item, Sink, Stop};

/// Column for number and description of the data set.
pub const DATA_SET: &str = "DARYN_DATA_SET";
/// Column for roles.
pub const ROLES: &str = "DARYN_ROLES";
/// Column for annotations.
pub const ANNOTATIONS: &str = "DARYN_ANNOTATIONS";

/// How the cells of a component look.
#[derive(Debug, Clone, Default)]
struct Column {
    name: String,
    is_many: bool,
    languages: BTreeSet<String>,
}

/// First pass: what there is.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    columns: Vec<Column>,
    data_sets: Vec<DataSet>,
    first_actions: Vec<Option<Action>>,
    needs_roles: bool,
    needs_annotations: bool,
    has_rows: bool,
    has_items: bool,
}

impl Sink for Survey {
    fn item(&mut self, _item: &Item) -> Result<(), Stop> {
        self.has_items = true;
        Ok(())
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.data_sets.push(data_set.clone());
        self.first_actions.push(None);
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        for name in components.names().iter().skip(self.columns.len()) {
            self.columns.push(Column { name: name.clone(), ..Column::default() });
        }
        self.has_rows = true;
        let mut last = None;
        let mut seen: u64 = 0;
        for (part, value) in row.parts() {
            let Some(column) = self.columns.get_mut(part.component as usize) else { continue };
            // A bit for each of the first 63 components; of more, the cell is made for several.
            let bit = 1_u64 << part.component.min(63);
            let again = last == Some(part.component) || seen & bit != 0;
            if again || value.is_empty() {
                column.is_many = true;
            }
            seen |= bit;
            last = Some(part.component);
            let language = row.language(part);
            if !language.is_empty() && !column.languages.contains(language) {
                column.languages.insert(language.to_owned());
            }
            self.needs_roles |= part.role != default_role(&column.name);
        }
        self.needs_annotations |= !row.annotations.is_empty();
        if let Some(action @ None) = self.first_actions.get_mut(row.data_set as usize) {
            *action = Some(row.action);
        }
        Ok(())
    }
}

impl Survey {
    /// Whether there are codes and no observations: the format has no place for them.
    pub fn is_of_codes(&self) -> bool {
        self.has_items && !self.has_rows
    }

    /// Whether what is said of data sets does not follow from the columns of the format.
    fn needs_data_sets(&self) -> bool {
        let mut seen = BTreeSet::new();
        self.data_sets.iter().zip(&self.first_actions).any(|(data_set, action)| {
            let reference = data_set.structure.as_ref().map_or("", |(_, id)| id.as_str());
            let plain = DataSet {
                id: reference.to_owned(),
                structure: data_set.structure.clone(),
                action: action.unwrap_or(data_set.action),
                ..DataSet::default()
            };
            *data_set != plain || !seen.insert(&data_set.structure)
        })
    }
}

/// Second pass: writes.
#[derive(Debug)]
pub struct Writer<W: Write> {
    out: W,
    survey: Survey,
    needs_data_sets: bool,
    is_headed: bool,
    described: BTreeSet<u32>,
    cells: Vec<String>,
    roles: Vec<String>,
    line: String,
    error: Option<io::Error>,
}

impl<W: Write> Writer<W> {
    /// Writes to `out` what was seen in the first pass and will be seen again.
    pub fn new(out: W, survey: Survey) -> Writer<W> {
        let needs_data_sets = survey.needs_data_sets();
        Writer {
            out,
            survey,
            needs_data_sets,
            is_headed: false,
            described: BTreeSet::new(),
            cells: Vec::new(),
            roles: Vec::new(),
            line: String::new(),
            error: None,
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// Where something could not be written.
    pub fn finish(mut self) -> io::Result<W> {
        if let Some(error) = self.error.take() {
            return Err(error);
        }
        self.head()?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn head(&mut self) -> io::Result<()> {
        if self.is_headed {
            return Ok(());
        }
        self.is_headed = true;
        let columns = &self.survey.columns;
        let has_many = columns.iter().any(|column| column.is_many || !column.languages.is_empty());
        self.line.clear();
        self.line.push_str(if has_many { "STRUCTURE[;]" } else { "STRUCTURE" });
        self.line.push_str(",STRUCTURE_ID,ACTION");
        for column in columns {
            self.line.push(',');
            let mut name = encoded_name(&column.name);
            // Outside quotes it would count among what may separate fields.
            let is_odd = name.contains([';', '\t', '|', '[', ']']);
            if !column.languages.is_empty() {
                let languages: Vec<_> =
                    column.languages.iter().map(|language| encoded(language)).collect();
                let _ = write!(name, "[{}]", languages.join(";"));
            } else if column.is_many {
                name.push_str("[]");
            }
            if is_odd { in_quotes(&name, &mut self.line) } else { quoted(&name, &mut self.line) }
        }
        let extras = [
            (self.survey.needs_roles, ROLES),
            (self.survey.needs_annotations, ANNOTATIONS),
            (self.needs_data_sets, DATA_SET),
        ];
        for (_, name) in extras.iter().filter(|(is_needed, _)| *is_needed) {
            let _ = write!(self.line, ",{name}");
        }
        self.line.push('\n');
        self.out.write_all(self.line.as_bytes())
    }

    fn write(&mut self, row: &Row) -> io::Result<()> {
        self.head()?;
        let columns = &self.survey.columns;
        self.cells.resize(columns.len(), String::new());
        self.roles.resize(columns.len(), String::new());
        self.cells.iter_mut().for_each(String::clear);
        self.roles.iter_mut().for_each(String::clear);
        for (part, value) in row.parts() {
            let place = part.component as usize;
            let Some(column) = columns.get(place) else { continue };
            let (cell, roles) = (&mut self.cells[place], &mut self.roles[place]);
            let is_first = roles.is_empty();
            roles.push(letter(part.role));
            if !column.languages.is_empty() {
                let language = row.language(part);
                let item = format!("{}:{value}", encoded(language));
                item_to(&item, is_first, cell);
            } else if column.is_many {
                item_to(value, is_first, cell);
            } else {
                cell.push_str(value);
            }
        }
        self.line.clear();
        let data_set = self.survey.data_sets.get(row.data_set as usize);
        let (kind, id) = data_set
            .and_then(|data_set| data_set.structure.as_ref())
            .map_or(("", ""), |(kind, id)| (kind, id));
        quoted(kind, &mut self.line);
        self.line.push(',');
        quoted(id, &mut self.line);
        let _ = write!(self.line, ",{}", row.action.letter());
        for cell in &self.cells {
            self.line.push(',');
            quoted(cell, &mut self.line);
        }
        if self.survey.needs_roles {
            self.line.push(',');
            self.line.push_str(&self.roles.join("."));
        }
        if self.survey.needs_annotations {
            self.line.push(',');
            if !row.annotations.is_empty() {
                quoted(&annotations(&row.annotations), &mut self.line);
            }
        }
        if self.needs_data_sets {
            let mut cell = row.data_set.to_string();
            if let Some(data_set) = data_set.filter(|_| self.described.insert(row.data_set)) {
                cell.push(' ');
                cell.push_str(&description(data_set));
            }
            self.line.push(',');
            quoted(&cell, &mut self.line);
        }
        self.line.push('\n');
        self.out.write_all(self.line.as_bytes())
    }
}

impl<W: Write> Sink for Writer<W> {
    fn row(&mut self, row: &Row, _components: &Components) -> Result<(), Stop> {
        self.write(row).map_err(|error| {
            self.error = Some(error);
            Stop
        })
    }
}

/// Adds a value to a cell that holds several. A lone empty one is in quotes: the cell is not empty.
fn item_to(item: &str, is_first: bool, cell: &mut String) {
    if !is_first {
        cell.push(';');
    }
    if item.is_empty() || item.contains(';') || item.starts_with('"') {
        let _ = write!(cell, "\"{}\"", item.replace('"', "\"\""));
    } else {
        cell.push_str(item);
    }
}

/// Adds a field to a line, in quotes where needed.
fn quoted(field: &str, line: &mut String) {
    let is_plain = !field.contains([',', '"', '\n', '\r', '\0']) && !field.starts_with('\u{feff}');
    if is_plain { line.push_str(field) } else { in_quotes(field, line) }
}

fn in_quotes(field: &str, line: &mut String) {
    line.push('"');
    for character in field.chars() {
        match character {
            '"' => line.push_str("\"\""),
            '\0' => line.push(char::REPLACEMENT_CHARACTER),
            _ => line.push(character),
        }
    }
    line.push('"');
}

/// A name that no reader takes for something else.
fn encoded_name(name: &str) -> String {
    let is_safe = !name.contains(": ")
        && !name.contains('%')
        && !name.ends_with(']')
        && name.trim() == name
        && !name.is_empty();
    if is_safe && !is_reserved(name) {
        return name.to_owned();
    }
    if is_safe { format!("%{:02X}{}", name.as_bytes()[0], &name[1..]) } else { encoded(name) }
}

/// Everything but letters, digits and hyphens as `%` and two digits for each byte.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            all.push(char::from(byte));
        } else {
            let _ = write!(all, "%{byte:02X}");
        }
        all
    })
}

fn description(data_set: &DataSet) -> String {
    let mut all = String::from("{\"id\":");
    text(&data_set.id, &mut all);
    all.push_str(",\"names\":");
    pairs(&data_set.names, &mut all);
    for (key, value) in [("source", &data_set.source), ("vintage", &data_set.vintage)] {
        let _ = write!(all, ",\"{key}\":");
        text(value, &mut all);
    }
    let _ = write!(all, ",\"action\":\"{}\",\"annotations\":", data_set.action.letter());
    all.push_str(&annotations(&data_set.annotations));
    all.push('}');
    all
}

fn annotations(list: &[Annotation]) -> String {
    let mut all = String::from("[");
    for (place, annotation) in list.iter().enumerate() {
        all.push_str(if place == 0 { "{" } else { ",{" });
        let members = [
            ("id", &annotation.id),
            ("type", &annotation.kind),
            ("title", &annotation.title),
            ("url", &annotation.url),
        ];
        for (key, value) in members {
            if let Some(value) = value {
                let _ = write!(all, "\"{key}\":");
                text(value, &mut all);
                all.push(',');
            }
        }
        all.push_str("\"texts\":");
        pairs(&annotation.texts, &mut all);
        all.push('}');
    }
    all.push(']');
    all
}

fn pairs(list: &[(String, String)], all: &mut String) {
    all.push('[');
    for (place, (language, words)) in list.iter().enumerate() {
        all.push_str(if place == 0 { "[" } else { ",[" });
        text(language, all);
        all.push(',');
        text(words, all);
        all.push(']');
    }
    all.push(']');
}

/// A text of JSON.
fn text(value: &str, all: &mut String) {
    all.push('"');
    for character in value.chars() {
        match character {
            '"' => all.push_str("\\\""),
            '\\' => all.push_str("\\\\"),
            '\0'..='\u{1f}' => {
                let _ = write!(all, "\\u{:04x}", u32::from(character));
            }
            _ => all.push(character),
        }
    }
    all.push('"');
}
