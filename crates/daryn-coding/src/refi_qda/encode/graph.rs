//! Drawings: only what the schema knows of them is written.

use std::collections::BTreeSet;

use super::Encoder;
use crate::refi_qda::decode::values::{is_color, is_integer};
use crate::refi_qda::guid::Guid;
use crate::refi_qda::xml::{Content, Element};

impl Encoder<'_> {
    /// A drawing, of which only what the schema knows is written.
    pub(super) fn graph(&mut self, element: &Element, known: &Known) -> Option<Element> {
        let mut out = Element::new(&element.name);
        for (name, value) in &element.attributes {
            let kind = known.attributes.iter().find(|(one, _)| one == name).map(|(_, kind)| *kind);
            match kind.and_then(|kind| kind.value(value)) {
                Some(value) => out.set(name, value),
                None => self.lose("qda-lost", &element.name, &format!("{name}=\"{value}\"")),
            }
        }
        let has = |name: &&str| out.attributes.iter().any(|(one, _)| one == name);
        if !known.needed.iter().all(has) {
            self.lose("qda-lost", "Graph", &format!("<{}>", element.name));
            return None;
        }
        let mut rest: BTreeSet<usize> = (0..element.content.len()).collect();
        for inner in known.elements {
            for (at, one) in element.content.iter().enumerate() {
                if let Content::Element(one) = one
                    && one.name == inner.name
                {
                    rest.remove(&at);
                    if let Some(one) = self.graph(one, inner) {
                        out.push(one);
                    }
                }
            }
        }
        for at in rest {
            let found = match &element.content[at] {
                Content::Element(one) => format!("<{}>", one.name),
                Content::Text(text) => text.clone(),
            };
            self.lose("qda-lost", &element.name, &found);
        }
        Some(out)
    }
}

/// What an attribute of a drawing may hold.
#[derive(Clone, Copy)]
enum Kind {
    Guid,
    Text,
    Whole,
    Color,
    One(&'static [&'static str]),
}

impl Kind {
    /// A value as it is written; none if it may not stand there.
    fn value(self, value: &str) -> Option<String> {
        match self {
            Kind::Guid => Guid::parse(value).map(|guid| guid.to_string()),
            Kind::Text => Some(value.to_owned()),
            Kind::Whole => is_integer(value.trim()).then(|| value.trim().to_owned()),
            Kind::Color => is_color(value.trim()).then(|| value.trim().to_owned()),
            Kind::One(list) => list.contains(&value.trim()).then(|| value.trim().to_owned()),
        }
    }
}

/// An element of a drawing.
pub(super) struct Known {
    name: &'static str,
    attributes: &'static [(&'static str, Kind)],
    needed: &'static [&'static str],
    elements: &'static [Known],
}

const SHAPES: &[&str] = &[
    "Person",
    "Oval",
    "Rectangle",
    "RoundedRectangle",
    "Star",
    "LeftTriangle",
    "RightTriangle",
    "UpTriangle",
    "DownTriangle",
    "Note",
];

pub(super) static GRAPH: Known = Known {
    name: "Graph",
    attributes: &[("guid", Kind::Guid), ("name", Kind::Text)],
    needed: &["guid"],
    elements: &[
        Known {
            name: "Vertex",
            attributes: &[
                ("guid", Kind::Guid),
                ("representedGUID", Kind::Guid),
                ("name", Kind::Text),
                ("firstX", Kind::Whole),
                ("firstY", Kind::Whole),
                ("secondX", Kind::Whole),
                ("secondY", Kind::Whole),
                ("shape", Kind::One(SHAPES)),
                ("color", Kind::Color),
            ],
            needed: &["guid", "firstX", "firstY"],
            elements: &[],
        },
        Known {
            name: "Edge",
            attributes: &[
                ("guid", Kind::Guid),
                ("representedGUID", Kind::Guid),
                ("name", Kind::Text),
                ("sourceVertex", Kind::Guid),
                ("targetVertex", Kind::Guid),
                ("color", Kind::Color),
                ("direction", Kind::One(&["Associative", "OneWay", "Bidirectional"])),
                ("lineStyle", Kind::One(&["dotted", "dashed", "solid"])),
            ],
            needed: &["guid", "sourceVertex", "targetVertex"],
            elements: &[],
        },
    ],
};
