//! What components and codes are called, in the language of a reader.

use std::collections::HashMap;

use daryn_model::Diagnostic;

use crate::read::Options;
use crate::row::{Components, Row};
use crate::sdmx::Structures;
use crate::sink::{Item, Label, Sink, Stop};
use crate::source::Source;

/// Names of components and of their codes, each in the language that is nearest to the one that is
/// wanted: the language itself, one of its region, one that is not named, English, any other.
#[derive(Debug, Default)]
pub(super) struct Labels {
    language: String,
    /// By component: what it is called.
    components: HashMap<String, Named>,
    /// By component: codes in their order.
    codes: HashMap<String, Codes>,
}

#[derive(Debug, Default)]
struct Named {
    rank: u8,
    text: String,
}

#[derive(Debug, Default)]
struct Codes {
    places: HashMap<String, usize>,
    all: Vec<(String, Named)>,
}

/// How far a language is from the one that is wanted.
fn rank(wanted: &str, language: &str) -> u8 {
    let main = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match language {
        _ if language.eq_ignore_ascii_case(wanted) => 0,
        "" => 2,
        _ if main(language) == main(wanted) => 1,
        _ if main(language) == "en" => 3,
        _ => 4,
    }
}

/// The text of the nearest language.
pub(super) fn nearest<'a>(wanted: &str, texts: &'a [(String, String)]) -> Option<(u8, &'a str)> {
    let ranked = texts.iter().map(|(language, text)| (rank(wanted, language), text.as_str()));
    ranked.filter(|(_, text)| !text.is_empty()).min_by_key(|(rank, _)| *rank)
}

impl Named {
    fn take(&mut self, rank: u8, text: &str) {
        if self.text.is_empty() || rank < self.rank {
            *self = Named { rank, text: text.to_owned() };
        }
    }
}

impl Labels {
    pub(super) fn new(language: &str) -> Labels {
        Labels { language: language.to_owned(), ..Labels::default() }
    }

    pub(super) fn take(&mut self, label: &Label<'_>) {
        self.add(label.component, label.code, rank(&self.language, label.language), label.text);
    }

    fn add(&mut self, component: &str, code: Option<&str>, rank: u8, text: &str) {
        let Some(code) = code else {
            let named = self.components.entry(component.to_owned()).or_default();
            return named.take(rank, text);
        };
        let codes = self.codes.entry(component.to_owned()).or_default();
        let place = match codes.places.get(code) {
            Some(place) => *place,
            None => {
                codes.places.insert(code.to_owned(), codes.all.len());
                codes.all.push((code.to_owned(), Named::default()));
                codes.all.len() - 1
            }
        };
        if let Some((_, named)) = codes.all.get_mut(place) {
            named.take(rank, text);
        }
    }

    /// Adds what a structure says; what stands in the data goes before.
    pub(super) fn add_structure(&mut self, described: &Described) {
        for component in &described.components {
            let concept = described.concepts.get(&component.concept);
            let named = concept.and_then(|texts| nearest(&self.language, texts));
            if let Some((rank, text)) = named {
                self.add(&component.id, None, rank, text);
            }
            for (code, texts) in described.lists.get(&component.list).into_iter().flatten() {
                if let Some((rank, text)) = nearest(&self.language, texts) {
                    self.add(&component.id, Some(code), rank, text);
                }
            }
        }
    }

    /// What a component is called; empty where nothing is known.
    pub(super) fn component(&self, name: &str) -> String {
        self.components.get(name).map(|named| named.text.clone()).unwrap_or_default()
    }

    /// Codes of a component and what they are called, in their order.
    pub(super) fn codes(&self, component: &str) -> Vec<(String, String)> {
        let codes = self.codes.get(component).map_or(&[] as &[_], |codes| codes.all.as_slice());
        codes.iter().map(|(code, named)| (code.clone(), named.text.clone())).collect()
    }
}

/// Structures, and what components and codes of them are called.
#[derive(Debug, Default)]
pub struct Described {
    /// The structures.
    pub structures: Structures,
    components: Vec<Component>,
    /// By `AGENCY:SCHEME(VERSION).ID`.
    concepts: HashMap<String, Texts>,
    /// By `AGENCY:ID(VERSION)`.
    lists: HashMap<String, Vec<(String, Texts)>>,
}

type Texts = Vec<(String, String)>;

#[derive(Debug)]
struct Component {
    id: String,
    concept: String,
    list: String,
}

impl Described {
    /// Reads a structure message, and tells what is wrong with it; also where there is no structure
    /// in it.
    pub fn read(source: &Source) -> (Described, Vec<Diagnostic>) {
        let mut described = Described::default();
        let mut problems = crate::read(source, &Options::default(), &mut described).problems;
        if described.structures.is_empty() {
            problems.push(Diagnostic::error("stats-no-structure", source.name(), 0));
        }
        (described, problems)
    }
}

impl Sink for Described {
    fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), Stop> {
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        self.names(item);
        self.structures.item(item)
    }
}

impl Described {
    /// Keeps the names of an item.
    pub(super) fn names(&mut self, item: &Item) {
        let is_list = item.kind == item.element;
        match item.kind.as_str() {
            "Codelist" | "ValueList" | "GeographicCodelist" | "GeoGridCodelist" if !is_list => {
                let list = self.lists.entry(item.holder.clone()).or_default();
                list.push((item.id.clone(), item.names.clone()));
            }
            "ConceptScheme" if !is_list => {
                let name = format!("{}.{}", item.holder, item.id);
                self.concepts.insert(name, item.names.clone());
            }
            "DataStructure" if !is_list => {
                let find = |roles: &[&str]| {
                    let found =
                        item.references.iter().find(|(role, _)| roles.contains(&role.as_str()));
                    found.map(|(_, name)| name.clone()).unwrap_or_default()
                };
                let concept = find(&["ConceptIdentity", "conceptIdentity"]);
                let last = concept.rsplit(['.', ')']).next().unwrap_or_default();
                let id = if item.id.is_empty() { last.to_owned() } else { item.id.clone() };
                let list = find(&["Enumeration", "enumeration"]);
                self.components.push(Component { id, concept, list });
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_is_taken() {
        let texts: Vec<(String, String)> =
            [("de", "Land"), ("", "AREA"), ("en", "Area"), ("ru-KZ", "Регион")]
                .map(|(language, text)| (language.to_owned(), text.to_owned()))
                .to_vec();
        let found = |wanted: &str| nearest(wanted, &texts).map(|(_, text)| text);
        assert_eq!(found("ru"), Some("Регион"));
        assert_eq!(found("en"), Some("Area"));
        assert_eq!(found("kk"), Some("AREA"));
        assert_eq!(nearest("kk", &[]), None);
        let mut labels = Labels::new("kk");
        for (language, text) in [("en", "Area"), ("kk", "Аймақ"), ("ru", "Регион")] {
            labels.take(&Label { component: "A", code: None, language, text });
            labels.take(&Label { component: "A", code: Some("1"), language, text });
        }
        assert_eq!(labels.component("A"), "Аймақ");
        assert_eq!(labels.codes("A"), [("1".to_owned(), "Аймақ".to_owned())]);
        assert!(labels.component("B").is_empty() && labels.codes("B").is_empty());
    }
}
