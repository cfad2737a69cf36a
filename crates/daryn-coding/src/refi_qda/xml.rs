//! XML as a tree: read within limits, and written so that the same tree gives the same bytes.
//!
//! No document type and no entities but the five that XML has itself are expanded.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::{resolve_predefined_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};

use super::told::MOST_TOLD;

/// Deepest nesting that is read: codes stand in codes, but not a hundred deep.
const DEEPEST: usize = 100;
/// Most elements and attributes: ten times what 100,000 codings need.
const MOST: usize = 4_000_000;

/// The name of an element or an attribute. Those that stand in every file are not kept again and
/// again.
pub type Name = Cow<'static, str>;

/// Names of which a project has thousands, in order.
const FREQUENT: [&str; 21] = [
    "Code",
    "CodeRef",
    "Coding",
    "Description",
    "NoteRef",
    "PlainTextSelection",
    "VariableRef",
    "VariableValue",
    "color",
    "creatingUser",
    "creationDateTime",
    "endPosition",
    "guid",
    "id",
    "isCodable",
    "modifiedDateTime",
    "modifyingUser",
    "name",
    "plainTextPath",
    "startPosition",
    "targetGUID",
];

fn kept(name: &str) -> Name {
    match FREQUENT.binary_search(&name) {
        Ok(at) => Name::Borrowed(FREQUENT[at]),
        Err(_) => Name::Owned(name.to_owned()),
    }
}

/// An element with all that is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Name, with a prefix if it is not that of the root.
    pub name: Name,
    /// Attributes in the order of the file, without those that declare namespaces.
    pub attributes: Vec<(Name, String)>,
    /// Elements and words in it.
    pub content: Vec<Content>,
    /// The line on which it begins, from 1; 0 for one that was not read.
    pub line: u32,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Another element.
    Element(Element),
    /// Words.
    Text(String),
}

/// Why a text is not read as XML, with the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// It is not well-formed.
    Malformed(u32, String),
    /// Elements stand in each other too deep.
    TooDeep(u32),
    /// There are too many elements.
    TooMany(u32),
}

impl Element {
    /// An element without anything in it.
    pub(crate) fn new(name: &str) -> Element {
        Element { name: kept(name), ..Element::default() }
    }

    /// Elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|one| match one {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// All words in it, without those of elements in it.
    #[must_use]
    pub fn text(&self) -> String {
        self.content
            .iter()
            .filter_map(|one| match one {
                Content::Text(text) => Some(text.as_str()),
                Content::Element(_) => None,
            })
            .collect()
    }

    /// Adds an attribute.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.attributes.push((kept(name), value.into()));
    }

    /// Adds an attribute if there is a value.
    pub(crate) fn set_if(&mut self, name: &str, value: Option<impl Into<String>>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }

    /// Adds an element.
    pub(crate) fn push(&mut self, element: Element) {
        self.content.push(Content::Element(element));
    }

    /// Adds an element that holds words.
    pub(crate) fn push_text(&mut self, name: &str, text: &str) {
        let mut element = Element::new(name);
        element.content.push(Content::Text(text.to_owned()));
        self.push(element);
    }
}

/// A root with the namespaces that it declares.
#[derive(Debug)]
pub(crate) struct Root {
    pub(crate) element: Element,
    /// The namespace of the root; empty if it has none.
    pub(crate) namespace: String,
    /// Lines of things that were read, but not as they were meant: entities that are not expanded.
    pub(crate) entities: Vec<(u32, String)>,
    /// How many more there are.
    pub(crate) more_entities: usize,
}

/// Reads a text as XML.
pub(crate) fn parse(text: &str) -> Result<Root, Flaw> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    let mut open: Vec<Element> = Vec::new();
    let mut root: Option<Element> = None;
    let (mut prefix, mut namespace) = (String::new(), String::new());
    let (mut entities, mut more_entities) = (Vec::new(), 0);
    let mut count = 0;
    loop {
        let line = lines.at(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            Flaw::Malformed(lines.at(reader.error_position()), error.to_string())
        })?;
        let words = match event {
            Event::Start(tag) => {
                let malformed = || Flaw::Malformed(line, String::new());
                if root.is_some() {
                    return Err(malformed());
                }
                if open.len() == DEEPEST {
                    return Err(Flaw::TooDeep(line));
                }
                let mut element = read_tag(&tag, line).ok_or_else(malformed)?;
                count += 1 + element.attributes.len();
                if count > MOST {
                    return Err(Flaw::TooMany(line));
                }
                if open.is_empty() {
                    prefix = element
                        .name
                        .split_once(':')
                        .map_or_else(String::new, |(prefix, _)| format!("{prefix}:"));
                    let declares = match prefix.strip_suffix(':') {
                        Some(prefix) => format!("xmlns:{prefix}"),
                        None => "xmlns".to_owned(),
                    };
                    let found = element.attributes.iter().find(|(name, _)| *name == declares);
                    namespace = found.map(|(_, value)| value.clone()).unwrap_or_default();
                }
                // Prefixes are chosen by the program that writes: that of the root is ours.
                if !prefix.is_empty()
                    && let Some(local) = element.name.strip_prefix(&prefix)
                {
                    element.name = kept(local);
                }
                element.attributes.retain(|(name, _)| !is_declaration(name));
                open.push(element);
                continue;
            }
            Event::End(_) => {
                let Some(mut element) = open.pop() else {
                    return Err(Flaw::Malformed(line, String::new()));
                };
                drop_layout(&mut element);
                match open.last_mut() {
                    Some(parent) => parent.content.push(Content::Element(element)),
                    None => root = Some(element),
                }
                continue;
            }
            Event::Text(text) => text.xml10_content().into_owned(),
            Event::CData(text) => text.xml10_content().into_owned(),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(letter)) => letter.to_string(),
                _ => {
                    let name = name.into_inner();
                    match resolve_predefined_entity(&name) {
                        Some(text) => text.to_owned(),
                        None => {
                            if entities.len() < MOST_TOLD {
                                entities.push((line, name.to_string()));
                            } else {
                                more_entities += 1;
                            }
                            format!("&{name};")
                        }
                    }
                }
            },
            Event::Eof => break,
            _ => continue,
        };
        match open.last_mut() {
            Some(element) => match element.content.last_mut() {
                Some(Content::Text(before)) => *before += &words,
                _ => element.content.push(Content::Text(words)),
            },
            None if words.trim_matches([' ', '\t', '\n', '\r', '\u{feff}']).is_empty() => {}
            None => return Err(Flaw::Malformed(line, String::new())),
        }
    }
    let line = lines.at(text.len() as u64);
    match root {
        Some(element) if open.is_empty() => {
            Ok(Root { element, namespace, entities, more_entities })
        }
        _ => Err(Flaw::Malformed(line, String::new())),
    }
}

/// Counts lines up to places that only grow.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn at(&mut self, place: u64) -> u32 {
        let place = usize::try_from(place).unwrap_or(usize::MAX).min(self.bytes.len());
        if let Some(passed) = self.bytes.get(self.at..place) {
            let count = passed.iter().filter(|byte| **byte == b'\n').count();
            self.line = self.line.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
            self.at = place;
        }
        self.line
    }
}

fn read_tag(tag: &BytesStart<'_>, line: u32) -> Option<Element> {
    let mut element = Element::new(tag.name().into_inner());
    element.line = line;
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_or_else(|_| shown(&attribute.value), |value| value.into_owned());
        element.attributes.push((kept(attribute.key.into_inner()), value));
    }
    Some(element)
}

/// A value with a reference that is not known: as it was written.
fn shown(value: &str) -> String {
    unescape_with(value, resolve_predefined_entity)
        .map_or_else(|_| value.to_owned(), |value| value.into_owned())
}

fn is_declaration(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:")
}

/// Takes out the spaces between elements. Spaces that are all that an element holds are words.
fn drop_layout(element: &mut Element) {
    if element.elements().next().is_some() {
        element.content.retain(|one| match one {
            Content::Text(text) => !text.trim_matches([' ', '\t', '\n', '\r']).is_empty(),
            Content::Element(_) => true,
        });
    }
}

/// Whether XML 1.0 can hold a character (section 2.2, `Char`).
pub(crate) fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}'
        | '\u{10000}'..='\u{10ffff}')
}

/// Writes a document: two spaces for each level, line feeds, UTF-8 without a mark.
pub(crate) fn write(root: &Element, namespace: &str, schema: &str) -> Vec<u8> {
    let mut root = root.clone();
    let declared = [
        ("xmlns".into(), namespace.to_owned()),
        ("xmlns:xsi".into(), "http://www.w3.org/2001/XMLSchema-instance".to_owned()),
        ("xsi:schemaLocation".into(), format!("{namespace} {schema}")),
    ];
    root.attributes.splice(0..0, declared);
    let mut out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned();
    write_element(&mut out, &root, 0);
    out.push('\n');
    out.into_bytes()
}

fn write_element(out: &mut String, element: &Element, depth: usize) {
    out.push('<');
    *out += &element.name;
    for (name, value) in &element.attributes {
        out.push(' ');
        *out += name;
        *out += "=\"";
        escape(out, value, true);
        out.push('"');
    }
    if element.content.is_empty() {
        *out += "/>";
        return;
    }
    out.push('>');
    // Between words no space may be added.
    let is_list = !element.content.iter().any(|one| matches!(one, Content::Text(_)));
    for one in &element.content {
        match one {
            Content::Element(inner) => {
                if is_list {
                    indent(out, depth + 1);
                }
                write_element(out, inner, depth + 1);
            }
            Content::Text(text) => escape(out, text, false),
        }
    }
    if is_list {
        indent(out, depth);
    }
    *out += "</";
    *out += &element.name;
    out.push('>');
}

fn indent(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        *out += "  ";
    }
}

/// Characters that XML cannot hold become U+FFFD; the loss report names what held them.
fn escape(out: &mut String, text: &str, is_value: bool) {
    for letter in text.chars() {
        match letter {
            '&' => *out += "&amp;",
            '<' => *out += "&lt;",
            '>' => *out += "&gt;",
            '"' if is_value => *out += "&quot;",
            // A reader would take them for a space or a line feed.
            '\t' | '\n' if is_value => *out += if letter == '\t' { "&#9;" } else { "&#10;" },
            '\r' => *out += "&#13;",
            _ if is_allowed(letter) => out.push(letter),
            _ => out.push('\u{fffd}'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(text: &str) -> String {
        let root = parse(text).expect("well-formed");
        String::from_utf8(write(&root.element, &root.namespace, "s")).expect("UTF-8")
    }

    #[test]
    fn frequent_names_are_in_order() {
        assert!(FREQUENT.is_sorted());
    }

    #[test]
    fn what_is_written_is_read_and_written_the_same() {
        let text =
            "<a b='&quot;x&#10;y&#9;&lt; z&apos;'>\n <c>  </c><d> &amp;&#13;\n</d><e/>\n</a>";
        let once = again(text);
        assert_eq!(again(&once), once);
        let root = parse(&once).expect("well-formed").element;
        assert_eq!(root.attributes[0].1, "\"x\ny\t< z'");
        let words: Vec<String> = root.elements().map(Element::text).collect();
        assert_eq!(words, ["  ", " &\r\n", ""]);
    }

    #[test]
    fn entities_are_shown_and_told_and_never_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]>\n<a d='&c;'>&c;</a>";
        let root = parse(bomb).expect("well-formed");
        assert_eq!(root.element.text(), "&c;");
        assert_eq!(root.element.attributes[0].1, "&c;");
        assert_eq!(root.entities, [(2, "c".to_owned())]);
    }

    #[test]
    fn prefixes_of_the_root_are_taken_off() {
        let root = parse("<q:P xmlns:q='urn:x' xmlns:v='urn:v'><q:C/><v:C v:d='1'/></q:P>")
            .expect("well-formed");
        let names: Vec<&str> = root.element.elements().map(|one| one.name.as_ref()).collect();
        assert_eq!((root.namespace.as_str(), names), ("urn:x", vec!["C", "v:C"]));
    }

    #[test]
    fn what_is_cut_crossed_doubled_or_deep_is_told_with_its_line() {
        for text in ["", "<a>\n<b></a></b>", "<a>", "x", "<a/><b/>", "<a/>x", "<a b='1' b='2'/>"] {
            assert!(matches!(parse(text), Err(Flaw::Malformed(..))), "{text}");
        }
        assert!(matches!(parse("<a>\n<b>\n</a></b>"), Err(Flaw::Malformed(3, _))));
        let deep = format!("{}{}", "<a>".repeat(DEEPEST + 1), "</a>".repeat(DEEPEST + 1));
        assert_eq!(parse(&deep).err(), Some(Flaw::TooDeep(1)));
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_replaced() {
        let mut element = Element::new("a");
        element.set("b", "\u{0}x\u{fffe}");
        let out = String::from_utf8(write(&element, "n", "s")).expect("UTF-8");
        assert!(out.contains("b=\"\u{fffd}x\u{fffd}\""), "{out}");
    }
}
