//! What a file says of itself and does not hold: references to nothing, things that are there
//! twice. It is looked for in the elements, since these know their lines.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Diagnostic;

use super::decode::short;
use super::guid::Guid;
use super::told::Told;
use super::xml::{Element, Name};

/// Tells references that lead to nothing, and things that are there twice.
pub(super) fn check(root: &Element, file: &str, problems: &mut Told) {
    let mut check = Check { file, problems, known: BTreeMap::new(), told: BTreeSet::new() };
    check.collect(root);
    check.users(root);
    check.references(root);
}

struct Check<'a> {
    file: &'a str,
    problems: &'a mut Told,
    /// Names of elements, types of variables and lines, by identifier.
    known: BTreeMap<Guid, (Name, Option<String>, u32)>,
    /// Coders that are unknown, each told once.
    told: BTreeSet<Guid>,
}

/// References: the element, and how the names of elements end to which it may lead.
const REFERENCES: [(&str, &str); 8] = [
    ("CodeRef", "Code"),
    ("MemberCode", "Code"),
    ("SourceRef", "Source"),
    ("MemberSource", "Source"),
    ("NoteRef", "Note"),
    ("MemberNote", "Note"),
    ("SelectionRef", "Selection"),
    ("VariableRef", "Variable"),
];

fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
}

fn is_reference(element: &Element) -> Option<&'static str> {
    REFERENCES.iter().find(|(name, _)| *name == element.name).map(|(_, kind)| *kind)
}

impl Check<'_> {
    fn tell(&mut self, code: &str, element: &Element, args: &[(&str, &str)]) {
        let mut told = Diagnostic::warning(code, self.file, element.line);
        for (name, value) in args {
            told = told.with(name, short(value));
        }
        self.problems.push(told);
    }

    fn collect(&mut self, element: &Element) {
        let guid = attribute(element, "guid").and_then(Guid::parse);
        if let Some(guid) = guid.filter(|_| is_reference(element).is_none()) {
            match self.known.get(&guid).cloned() {
                Some((name, _, line)) if !may_share(&name, &element.name) => {
                    let line = line.to_string();
                    let guid = guid.to_string();
                    let args = [("guid", guid.as_str()), ("first", line.as_str())];
                    self.tell("qda-guid-twice", element, &args);
                }
                Some(_) => {}
                None => {
                    let kind = attribute(element, "typeOfVariable").map(str::to_owned);
                    self.known.insert(guid, (element.name.clone(), kind, element.line));
                }
            }
        }
        let mut names = BTreeSet::new();
        for one in element.elements() {
            if one.name == "Code"
                && let Some(name) = attribute(one, "name")
                && !names.insert(name)
            {
                self.tell("qda-equal-siblings", one, &[("name", name)]);
            }
            self.collect(one);
        }
    }

    fn users(&mut self, root: &Element) {
        let users = root.elements().filter(|one| one.name == "Users");
        let mut names: BTreeMap<&str, u32> = BTreeMap::new();
        for user in users.flat_map(Element::elements) {
            let Some(name) = attribute(user, "name").filter(|name| !name.is_empty()) else {
                continue;
            };
            match names.get(name) {
                Some(first) => {
                    let first = first.to_string();
                    self.tell("qda-user-twice", user, &[("name", name), ("first", &first)]);
                }
                None => {
                    names.insert(name, user.line);
                }
            }
        }
    }

    fn references(&mut self, element: &Element) {
        for name in ["creatingUser", "modifyingUser", "creatingUserGUID", "modifyingUserGUID"] {
            let Some(guid) = attribute(element, name).and_then(Guid::parse) else { continue };
            let is_user = self.known.get(&guid).is_some_and(|(kind, ..)| kind == "User");
            if !is_user && self.told.insert(guid) {
                self.tell("qda-unknown-user", element, &[("guid", &guid.to_string())]);
            }
        }
        if let Some(kind) = is_reference(element) {
            let target = attribute(element, "targetGUID").or(attribute(element, "guid"));
            if let Some(guid) = target.and_then(Guid::parse) {
                let is_there = self.known.get(&guid).is_some_and(|(name, ..)| name.ends_with(kind));
                if !is_there {
                    let guid = guid.to_string();
                    let args = [("guid", guid.as_str()), ("found", element.name.as_ref())];
                    self.tell("qda-dangling", element, &args);
                }
            }
        }
        if element.name == "Link" {
            for name in ["originGUID", "targetGUID"] {
                let guid = attribute(element, name).and_then(Guid::parse);
                if let Some(guid) = guid.filter(|guid| !self.known.contains_key(guid)) {
                    self.tell(
                        "qda-dangling",
                        element,
                        &[("guid", &guid.to_string()), ("found", "Link")],
                    );
                }
            }
        }
        if element.name == "VariableValue" {
            self.value(element);
        }
        for one in element.elements() {
            self.references(one);
        }
    }

    /// Whether a value has the type of its variable.
    fn value(&mut self, element: &Element) {
        let variable = element.elements().find(|one| one.name == "VariableRef");
        let guid = variable.and_then(|one| attribute(one, "targetGUID")).and_then(Guid::parse);
        let Some((_, Some(kind), _)) = guid.and_then(|guid| self.known.get(&guid)) else { return };
        let kind = kind.clone();
        let value = element.elements().find_map(|one| one.name.strip_suffix("Value"));
        if let Some(value) = value.filter(|value| *value != kind) {
            self.tell("qda-type-differs", element, &[("type", &kind), ("found", value)]);
        }
    }
}

/// Whether two things may share an identifier: some programs write the words of a part of a PDF
/// under the identifier of the part.
fn may_share(one: &str, other: &str) -> bool {
    let is = |first: &str, second: &str| one == first && other == second;
    is("PDFSelection", "PlainTextSelection") || is("PlainTextSelection", "PDFSelection")
}
