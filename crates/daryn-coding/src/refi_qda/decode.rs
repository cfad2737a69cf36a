//! From elements to a project.
//!
//! Order of elements is not demanded; what is not known stays in `extra`, and every value that is
//! not what the schema allows is told.

pub(super) mod sources;
pub(super) mod values;

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Diagnostic;

use super::guid::Guid;
use super::model::{
    Case, Code, Coding, Extra, Link, Project, Set, Stamp, User, Value, Variable, VariableType,
    VariableValue,
};
use super::package::Package;
use super::positions::MOST_SEARCHED;
use super::told::Told;
use super::xml::{Content, Element, Name};
use crate::beginning;
use values::{VALUES, boolean, date_time, is_color, is_direction, typed, variable_type};

/// What goes along while elements are read.
pub(super) struct Decoder<'a> {
    /// Name of the file for problems.
    pub(super) file: String,
    pub(super) problems: &'a mut Told,
    pub(super) package: Package,
    /// Names of its files in lower case, with those that they have.
    names: BTreeMap<String, String>,
    /// Files that something leads to.
    used: BTreeSet<String>,
    /// Files whose text stands with a source.
    texts: BTreeSet<String>,
    /// Identifiers that were made because there was none.
    made: usize,
    /// Bytes in which quotations may still be looked for.
    searched: usize,
    /// Bytes of texts that were read once more for another source.
    repeated: usize,
}

/// An element from which known things are taken; what is left at the end is what is not known.
pub(super) struct Taken {
    pub(super) line: u32,
    /// Name of the element and what it calls itself, for problems.
    pub(super) title: String,
    attributes: Vec<(Name, String)>,
    content: Vec<Content>,
    /// What was told already: values that are none.
    told: Extra,
}

impl Taken {
    fn new(element: Element) -> Taken {
        let name = element.attributes.iter().find(|(name, _)| name == "name");
        let title = match name {
            Some((_, name)) => format!("{} “{}”", element.name, short(name)),
            None => element.name.to_string(),
        };
        Taken {
            line: element.line,
            title,
            attributes: element.attributes,
            content: element.content,
            told: Extra::default(),
        }
    }

    /// Takes an attribute.
    pub(super) fn attribute(&mut self, name: &str) -> Option<String> {
        let at = self.attributes.iter().position(|(one, _)| one == name)?;
        Some(self.attributes.remove(at).1)
    }

    /// Keeps an attribute whose value is not one that may be, which was told.
    fn keep(&mut self, name: &str, value: String) {
        self.told.attributes.push((Name::Owned(name.to_owned()), value));
    }

    /// Takes all elements of a name.
    pub(super) fn elements(&mut self, name: &str) -> Vec<Element> {
        let mut found = Vec::new();
        let mut rest = Vec::new();
        for one in std::mem::take(&mut self.content) {
            match one {
                Content::Element(element) if element.name == name => found.push(element),
                other => rest.push(other),
            }
        }
        self.content = rest;
        found
    }

    /// Takes the first element of a name.
    pub(super) fn element(&mut self, name: &str) -> Option<Element> {
        let at = self
            .content
            .iter()
            .position(|one| matches!(one, Content::Element(element) if element.name == name))?;
        match self.content.remove(at) {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        }
    }

    /// Takes the words of an element. An empty one is as good as none.
    pub(super) fn words(&mut self, name: &str) -> Option<String> {
        let at = self.content.iter().position(|one| {
            matches!(one, Content::Element(element) if element.name == name
                && element.elements().next().is_none()
                && element.attributes.iter().all(|(name, _)| name.starts_with("xml:")))
        })?;
        let Content::Element(element) = self.content.remove(at) else { return None };
        Some(element.text()).filter(|text| !text.is_empty())
    }
}

/// A name that is cut for problems.
pub(super) fn short(name: &str) -> String {
    beginning(name.chars().map(|one| if one.is_control() { ' ' } else { one }), 60)
}

impl<'a> Decoder<'a> {
    pub(super) fn new(file: String, package: Package, problems: &'a mut Told) -> Decoder<'a> {
        let names = sources::names(&package.files);
        let (used, texts) = (BTreeSet::new(), BTreeSet::new());
        let searched = MOST_SEARCHED;
        Decoder { file, problems, package, names, used, texts, made: 0, searched, repeated: 0 }
    }
}

impl Decoder<'_> {
    pub(super) fn warn(&mut self, code: &str, line: u32) -> &mut Diagnostic {
        self.problems.push(Diagnostic::warning(code, &self.file, line))
    }

    pub(super) fn tell(&mut self, code: &str, taken: &Taken, args: &[(&str, &str)]) {
        let mut told =
            Diagnostic::warning(code, &self.file, taken.line).with("element", &taken.title);
        for (name, value) in args {
            told = told.with(name, short(value));
        }
        self.problems.push(told);
    }

    /// What is left of an element, which the schema does not know.
    pub(super) fn rest(&mut self, taken: Taken) -> Extra {
        for (name, value) in &taken.attributes {
            let found = format!("{name}=\"{}\"", short(value));
            self.tell("qda-unknown", &taken, &[("found", &found)]);
        }
        let mut elements = Vec::new();
        for one in &taken.content {
            match one {
                Content::Element(element) => {
                    let mut element = element.clone();
                    self.tell("qda-unknown", &taken, &[("found", &format!("<{}>", element.name))]);
                    forget_lines(&mut element);
                    elements.push(element);
                }
                // Words where none belong: there is no place for them but as an element.
                Content::Text(text) => {
                    self.tell("qda-unknown", &taken, &[("found", text)]);
                    let mut element = Element::new("Text");
                    element.content.push(Content::Text(text.clone()));
                    elements.push(element);
                }
            }
        }
        let mut told = taken.told;
        told.attributes.splice(0..0, taken.attributes);
        told.elements.splice(0..0, elements);
        told
    }

    /// An identifier that must be there. One that is none is told, and another one made of it, so
    /// that what refers to it still finds it.
    pub(super) fn guid(&mut self, taken: &mut Taken) -> Guid {
        match taken.attribute("guid") {
            Some(text) => self.as_guid(&text, taken),
            None => {
                self.tell("qda-no-guid", taken, &[]);
                self.made += 1;
                Guid::derived(&["made", &self.made.to_string(), &taken.title])
            }
        }
    }

    fn as_guid(&mut self, text: &str, taken: &Taken) -> Guid {
        Guid::parse(text).unwrap_or_else(|| {
            self.tell("qda-bad-guid", taken, &[("found", text)]);
            Guid::derived(&["written as", text.trim()])
        })
    }

    pub(super) fn guid_in(&mut self, taken: &mut Taken, name: &str) -> Option<Guid> {
        let text = taken.attribute(name)?;
        // Some programs write an empty one where there is none.
        if text.trim().is_empty() {
            return None;
        }
        Some(self.as_guid(&text, taken))
    }

    /// References of a name in an element.
    pub(super) fn references(&mut self, taken: &mut Taken, name: &str) -> Vec<Guid> {
        let mut found = Vec::new();
        for element in taken.elements(name) {
            let mut one = Taken::new(element);
            // Codebooks write `guid`, projects `targetGUID`.
            let target = self.guid_in(&mut one, "targetGUID");
            match target.or_else(|| self.guid_in(&mut one, "guid")) {
                Some(guid) => found.push(guid),
                None => self.tell("qda-no-target", taken, &[("found", name)]),
            }
        }
        found
    }

    /// A time, as the schema has it.
    pub(super) fn time(&mut self, taken: &mut Taken, name: &str) -> Option<String> {
        let text = taken.attribute(name).filter(|text| !text.trim().is_empty())?;
        let found = date_time(&text);
        if found.is_some() {
            return found;
        }
        self.tell("qda-bad-date", taken, &[("found", &text)]);
        taken.keep(name, text);
        None
    }

    pub(super) fn stamp(&mut self, taken: &mut Taken) -> Stamp {
        Stamp {
            creator: self.guid_in(taken, "creatingUser"),
            created: self.time(taken, "creationDateTime"),
            modifier: self.guid_in(taken, "modifyingUser"),
            modified: self.time(taken, "modifiedDateTime"),
        }
    }

    fn color(&mut self, taken: &mut Taken) -> Option<String> {
        let text = taken.attribute("color").filter(|text| !text.trim().is_empty())?;
        let trimmed = text.trim();
        let color = format!("#{}", trimmed.strip_prefix('#').unwrap_or(trimmed));
        if is_color(&color) {
            return Some(color);
        }
        self.tell("qda-bad-color", taken, &[("found", &text)]);
        taken.keep("color", text);
        None
    }

    fn name(&mut self, taken: &mut Taken) -> String {
        taken.attribute("name").unwrap_or_else(|| {
            self.tell("qda-no-name", taken, &[]);
            String::new()
        })
    }

    pub(super) fn project(&mut self, root: Element) -> Project {
        let mut taken = Taken::new(root);
        let mut project = Project {
            name: self.name(&mut taken),
            origin: taken.attribute("origin"),
            base_path: taken.attribute("basePath"),
            stamp: Stamp {
                creator: self.guid_in(&mut taken, "creatingUserGUID"),
                created: self.time(&mut taken, "creationDateTime"),
                modifier: self.guid_in(&mut taken, "modifyingUserGUID"),
                modified: self.time(&mut taken, "modifiedDateTime"),
            },
            ..Project::default()
        };
        let users = self.list(&mut taken, "Users", "User");
        project.users = users.into_iter().map(|one| self.user(one)).collect();
        for book in taken.elements("CodeBook") {
            let mut book = Taken::new(book);
            project.codes.extend(self.codebook(&mut book));
            let extra = self.rest(book);
            project.extra.elements.extend(extra.elements);
        }
        let variables = self.list(&mut taken, "Variables", "Variable");
        project.variables = variables.into_iter().filter_map(|one| self.variable(one)).collect();
        let cases = self.list(&mut taken, "Cases", "Case");
        project.cases = cases.into_iter().map(|one| self.case(one)).collect();
        project.sources = self.sources(&mut taken, &mut project.extra);
        let notes = self.list(&mut taken, "Notes", "Note");
        project.notes = notes.into_iter().map(|one| self.text_source(one)).collect();
        let links = self.list(&mut taken, "Links", "Link");
        project.links = links.into_iter().map(|one| self.link(one)).collect();
        let sets = self.list(&mut taken, "Sets", "Set");
        project.sets = sets.into_iter().map(|one| self.set(one)).collect();
        project.graphs = self.list(&mut taken, "Graphs", "Graph");
        for graph in &mut project.graphs {
            forget_lines(graph);
            spell_guids(graph);
        }
        project.description = taken.words("Description");
        project.notes_on = self.references(&mut taken, "NoteRef");
        let extra = self.rest(taken);
        project.extra.attributes.extend(extra.attributes);
        project.extra.elements.extend(extra.elements);
        self.take_files(&mut project);
        project
    }

    /// A file that holds a codebook alone.
    pub(super) fn codebook_file(&mut self, root: Element) -> Project {
        let mut taken = Taken::new(root);
        let mut project = Project { origin: taken.attribute("origin"), ..Project::default() };
        project.codes = self.codebook(&mut taken);
        let sets = self.list(&mut taken, "Sets", "Set");
        project.sets = sets.into_iter().map(|one| self.set(one)).collect();
        project.extra = self.rest(taken);
        project
    }

    fn codebook(&mut self, book: &mut Taken) -> Vec<Code> {
        let codes = self.list(book, "Codes", "Code");
        codes.into_iter().map(|one| self.code(one)).collect()
    }

    /// Elements of a name in all lists of a name. What else is in a list goes back.
    fn list(&mut self, taken: &mut Taken, list: &str, name: &str) -> Vec<Element> {
        let mut found = Vec::new();
        for element in taken.elements(list) {
            let mut inner = Taken::new(element);
            found.append(&mut inner.elements(name));
            if !inner.attributes.is_empty() || !inner.content.is_empty() {
                let mut rest = Element::new(list);
                rest.line = inner.line;
                rest.attributes = inner.attributes;
                rest.content = inner.content;
                taken.content.push(Content::Element(rest));
            }
        }
        found
    }

    fn user(&mut self, element: Element) -> User {
        let mut taken = Taken::new(element);
        User {
            guid: self.guid(&mut taken),
            name: taken.attribute("name"),
            id: taken.attribute("id"),
            extra: self.rest(taken),
        }
    }

    fn code(&mut self, element: Element) -> Code {
        let mut taken = Taken::new(element);
        let is_codable = match taken.attribute("isCodable") {
            Some(text) => match boolean(&text) {
                Some(is_codable) => is_codable,
                None => {
                    self.tell("qda-bad-value", &taken, &[("found", &text), ("type", "boolean")]);
                    true
                }
            },
            None => {
                self.tell("qda-no-codable", &taken, &[]);
                true
            }
        };
        Code {
            guid: self.guid(&mut taken),
            name: self.name(&mut taken),
            is_codable,
            color: self.color(&mut taken),
            description: taken.words("Description"),
            notes: self.references(&mut taken, "NoteRef"),
            codes: taken.elements("Code").into_iter().map(|one| self.code(one)).collect(),
            extra: self.rest(taken),
        }
    }

    fn variable(&mut self, element: Element) -> Option<Variable> {
        let mut taken = Taken::new(element);
        let kind = taken.attribute("typeOfVariable").unwrap_or_default();
        let kind = match variable_type(kind.trim()) {
            Some(kind) => kind,
            None => {
                self.tell("qda-bad-type", &taken, &[("found", &kind)]);
                VariableType::Text
            }
        };
        Some(Variable {
            guid: self.guid(&mut taken),
            name: self.name(&mut taken),
            kind,
            description: taken.words("Description"),
            extra: self.rest(taken),
        })
    }

    pub(super) fn values(&mut self, taken: &mut Taken) -> Vec<VariableValue> {
        let elements = taken.elements("VariableValue");
        elements.into_iter().filter_map(|one| self.value(one)).collect()
    }

    fn value(&mut self, element: Element) -> Option<VariableValue> {
        let mut taken = Taken::new(element);
        let mut variables = self.references(&mut taken, "VariableRef");
        if variables.is_empty() {
            self.tell("qda-no-target", &taken, &[("found", "VariableRef")]);
            return None;
        }
        let variable = variables.remove(0);
        for other in variables {
            let other = other.to_string();
            self.tell("qda-unknown", &taken, &[("found", &format!("VariableRef {other}"))]);
            let mut reference = Element::new("VariableRef");
            reference.set("targetGUID", other);
            taken.told.elements.push(reference);
        }
        let mut value = Value::Missing;
        for (name, kind) in VALUES {
            if value != Value::Missing {
                break;
            }
            let Some(at) = taken.element(name) else { continue };
            let text = at.text();
            // An empty text is a value; an empty number is none.
            if text.is_empty() && kind != VariableType::Text {
                continue;
            }
            match typed(kind, &text) {
                Some(found) => value = found,
                None => {
                    let kind = name.trim_end_matches("Value");
                    self.tell("qda-bad-value", &taken, &[("found", &text), ("type", kind)]);
                    let mut at = at;
                    forget_lines(&mut at);
                    taken.told.elements.push(at);
                    break;
                }
            }
        }
        Some(VariableValue { variable, value, extra: self.rest(taken) })
    }

    fn case(&mut self, element: Element) -> Case {
        let mut taken = Taken::new(element);
        Case {
            guid: self.guid(&mut taken),
            name: taken.attribute("name"),
            description: taken.words("Description"),
            codes: self.references(&mut taken, "CodeRef"),
            values: self.values(&mut taken),
            sources: self.references(&mut taken, "SourceRef"),
            selections: self.references(&mut taken, "SelectionRef"),
            extra: self.rest(taken),
        }
    }

    fn set(&mut self, element: Element) -> Set {
        let mut taken = Taken::new(element);
        Set {
            guid: self.guid(&mut taken),
            name: self.name(&mut taken),
            description: taken.words("Description"),
            codes: self.references(&mut taken, "MemberCode"),
            sources: self.references(&mut taken, "MemberSource"),
            notes: self.references(&mut taken, "MemberNote"),
            extra: self.rest(taken),
        }
    }

    fn link(&mut self, element: Element) -> Link {
        let mut taken = Taken::new(element);
        let mut direction = taken.attribute("direction");
        if let Some(text) = direction.take_if(|text| !is_direction(text.trim())) {
            self.tell("qda-bad-value", &taken, &[("found", &text), ("type", "direction")]);
            taken.keep("direction", text);
        }
        Link {
            guid: self.guid(&mut taken),
            name: taken.attribute("name"),
            direction: direction.map(|text| text.trim().to_owned()),
            color: self.color(&mut taken),
            origin: self.guid_in(&mut taken, "originGUID"),
            target: self.guid_in(&mut taken, "targetGUID"),
            notes: self.references(&mut taken, "NoteRef"),
            extra: self.rest(taken),
        }
    }

    pub(super) fn codings(&mut self, taken: &mut Taken) -> Vec<Coding> {
        let mut found = Vec::new();
        for element in taken.elements("Coding") {
            let mut taken = Taken::new(element);
            let guid = self.guid(&mut taken);
            let codes = self.references(&mut taken, "CodeRef");
            if codes.is_empty() {
                self.tell("qda-no-code", &taken, &[]);
            }
            let coding = Coding {
                guid,
                code: Guid::derived(&["no code"]),
                creator: self.guid_in(&mut taken, "creatingUser"),
                created: self.time(&mut taken, "creationDateTime"),
                notes: self.references(&mut taken, "NoteRef"),
                extra: self.rest(taken),
            };
            // The schema has one code in each coding; several are several codings.
            for (at, code) in codes.into_iter().enumerate() {
                let guid = match at {
                    0 => coding.guid,
                    _ => Guid::derived(&["coding", &coding.guid.to_string(), &code.to_string()]),
                };
                found.push(Coding { guid, code, ..coding.clone() });
            }
        }
        found
    }
}

/// Lines are of use for problems only: two readings of one thing must be equal.
pub(super) fn forget_lines(element: &mut Element) {
    element.line = 0;
    for one in &mut element.content {
        if let Content::Element(inner) = one {
            forget_lines(inner);
        }
    }
}

/// Identifiers in a drawing, spelled as everywhere.
fn spell_guids(element: &mut Element) {
    for (name, value) in &mut element.attributes {
        let is_guid =
            matches!(name.as_ref(), "guid" | "representedGUID" | "sourceVertex" | "targetVertex");
        if let Some(guid) = Guid::parse(value).filter(|_| is_guid) {
            *value = guid.to_string();
        }
    }
    for one in &mut element.content {
        if let Content::Element(inner) = one {
            spell_guids(inner);
        }
    }
}
