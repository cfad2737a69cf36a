//! A whole XML file as a tree, and the rows that it should give.

use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// An element with all that stands in it.
#[derive(Debug, Default, Clone)]
pub(crate) struct Element {
    /// Its local name.
    pub(crate) name: String,
    /// Attributes without those that declare namespaces; with prefix, as they stand.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
    pub(crate) bytes: (usize, usize),
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(at, _)| at == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub(crate) fn every<'a>(&'a self, found: &mut Vec<&'a Element>) {
        found.push(self);
        self.children.iter().for_each(|child| child.every(found));
    }
}

/// The tree of a file.
pub(crate) fn tree(bytes: &[u8]) -> Element {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let skip = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let text = &text[skip..];
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        let start = reader.buffer_position() as usize + skip;
        let event = reader.read_event().expect("XML");
        let end = reader.buffer_position() as usize + skip;
        let begun = |tag: &quick_xml::events::BytesStart<'_>| Element {
            name: tag.local_name().as_ref().to_owned(),
            attributes: tag
                .attributes()
                .map(|at| at.expect("an attribute"))
                .filter(|at| !at.key.as_ref().starts_with("xmlns"))
                .map(|at| {
                    let value = at.normalized_value(quick_xml::XmlVersion::Explicit1_0);
                    (at.key.as_ref().to_owned(), value.expect("a value").into_owned())
                })
                .collect(),
            bytes: (start, end),
            ..Element::default()
        };
        match event {
            Event::Start(tag) => open.push(begun(&tag)),
            Event::Empty(tag) => open.last_mut().expect("open").children.push(begun(&tag)),
            Event::End(_) => {
                let mut done = open.pop().expect("open");
                done.bytes.1 = end;
                open.last_mut().expect("open").children.push(done);
            }
            Event::Text(text) => {
                open.last_mut().expect("open").text.push_str(&text.xml10_content());
            }
            Event::CData(text) => {
                open.last_mut().expect("open").text.push_str(&text.xml10_content());
            }
            Event::GeneralRef(name) => {
                let text = match name.resolve_char_ref().expect("a reference") {
                    Some(character) => character.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&name)
                        .expect("an entity")
                        .to_owned(),
                };
                open.last_mut().expect("open").text.push_str(&text);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop().and_then(|mut top| top.children.pop()).expect("an element")
}

/// A component of an expected row: name, language, value.
pub(crate) type Value = (String, String, String);

/// A row that is expected, and where it stands.
#[derive(Debug)]
pub(crate) struct Expected {
    pub(crate) values: Vec<Value>,
    pub(crate) bytes: (usize, usize),
    pub(crate) literal: Option<String>,
}

const OF_SET: &[&str] = &["action", "structureRef", "dataScope", "setID", "validFromDate"];

/// What an element of structure-specific data says.
fn specific(element: &Element) -> Vec<Value> {
    let mut all: Vec<Value> = element
        .attributes
        .iter()
        .filter(|(name, _)| !name.contains(':') && !OF_SET.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), String::new(), value.clone()))
        .collect();
    for component in element.all("Comp") {
        let id = component.get("id").expect("an identifier");
        for value in component.all("Value") {
            if value.children.is_empty() {
                all.push((id.to_owned(), String::new(), value.text.trim().to_owned()));
            }
            for text in &value.children {
                let language = text.get("xml:lang").unwrap_or_default().to_owned();
                all.push((id.to_owned(), language, text.text.trim().to_owned()));
            }
        }
    }
    all
}

/// What lists of values in an element of generic data say.
fn generic(element: &Element, lists: &[&str]) -> Vec<Value> {
    let lists = element.children.iter().filter(|child| lists.contains(&child.name.as_str()));
    let values = lists.flat_map(|list| list.all("Value"));
    let own = |name: &str, value: &Element| value.get(name).unwrap_or_default().to_owned();
    values.map(|value| (own("id", value), String::new(), own("value", value))).collect()
}

/// All rows of a data message.
pub(crate) fn rows(root: &Element) -> Vec<Expected> {
    let is_generic = root.name.starts_with("Generic");
    let structure = root.all("Header").flat_map(|header| header.all("Structure")).next();
    let dimension = structure.and_then(|structure| structure.get("dimensionAtObservation"));
    let is_explicit = structure.is_some_and(|at| at.get("explicitMeasures") == Some("true"));
    let mut expected = Vec::new();
    for data_set in root.all("DataSet") {
        let of_set =
            if is_generic { generic(data_set, &["Attributes"]) } else { specific(data_set) };
        let groups: Vec<_> = data_set
            .all("Group")
            .map(|group| {
                if is_generic {
                    generic(group, &["GroupKey", "Attributes"])
                } else {
                    specific(group)
                }
            })
            .collect();
        let of_one = |element: &Element, of_series: &[Value]| {
            let (mut values, mut literal) = (of_series.to_vec(), None);
            if is_generic {
                values.extend(generic(element, &["ObsKey", "Attributes"]));
                for at in element.all("ObsDimension") {
                    let id = at.get("id").or(dimension).expect("a dimension").to_owned();
                    values.push((id, String::new(), at.get("value").expect("a value").to_owned()));
                }
                for at in element.all("ObsValue") {
                    literal = at.get("value").map(str::to_owned);
                }
                let measure = literal.clone().map(|at| ("OBS_VALUE".into(), String::new(), at));
                values.extend(measure);
            } else {
                values.extend(specific(element));
                literal = element.get("OBS_VALUE").map(str::to_owned);
                if is_explicit {
                    let kind = element.get("xsi:type").expect("a measure");
                    let measure = kind.split(':').next_back().expect("a name").to_owned();
                    values.push((dimension.expect("named").to_owned(), String::new(), measure));
                }
            }
            let own = values.clone();
            for group in &groups {
                let is_key = |name: &str| own.iter().any(|(at, ..)| at == name);
                if group.iter().filter(|(name, ..)| is_key(name)).all(|at| own.contains(at)) {
                    values.extend(group.iter().filter(|(name, ..)| !is_key(name)).cloned());
                }
            }
            values.sort();
            Expected { values, bytes: element.bytes, literal }
        };
        for child in &data_set.children {
            match child.name.as_str() {
                "Obs" => expected.push(of_one(child, &of_set)),
                "Series" => {
                    let mut of_series = of_set.clone();
                    of_series.extend(if is_generic {
                        generic(child, &["SeriesKey", "Attributes"])
                    } else {
                        specific(child)
                    });
                    expected.extend(child.all("Obs").map(|obs| of_one(obs, &of_series)));
                }
                _ => {}
            }
        }
    }
    expected
}
