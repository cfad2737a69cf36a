//! Reports of reference metadata: each reported attribute is an item.
//!
//! Source: SDMX 2.1 section 3A (SDMXMetadataGeneric.xsd, SDMXMetadataStructureSpecific.xsd).

use super::flaw::Flaw;
use super::header::{Child, child, from_urn, texts};
use super::xml::{LONGEST, Space, Tag, Xml};
use crate::sink::{Item, Sink};

/// An attribute that is reported, and what stands in it.
struct Open {
    item: Item,
    /// Depth of its element.
    depth: usize,
}

/// Reads a metadata set, whose element is open; `holder` is the structure that it follows.
pub(super) fn read(xml: &mut Xml, holder: &str, sink: &mut dyn Sink) -> Result<(), Flaw> {
    while let Some((name, has_content)) = child(xml, name)? {
        match (name.as_str(), has_content) {
            ("Report", true) => report(xml, holder, sink)?,
            (_, true) => xml.skip()?,
            (_, false) => {}
        }
    }
    Ok(())
}

fn name(tag: &Tag<'_>) -> Result<(String, bool), Flaw> {
    Ok((tag.name().1.to_owned(), tag.has_content))
}

/// Reads a report. Attributes stand in each other; each is given when its element ends, and the
/// report itself, with what it is about, at last.
fn report(xml: &mut Xml, holder: &str, sink: &mut dyn Sink) -> Result<(), Flaw> {
    let start = xml.start();
    let item = |element: &str, id: String, place| Item {
        kind: "MetadataReport".to_owned(),
        holder: holder.to_owned(),
        element: element.to_owned(),
        id,
        place,
        ..Item::default()
    };
    let mut open =
        vec![Open { item: item("Report", String::new(), (start, start)), depth: xml.depth() }];
    let mut size = 0;
    while let Some(innermost) = open.last_mut() {
        let (here, depth) = (xml.depth(), innermost.depth);
        let found = child(xml, |tag| {
            let value = tag.get(Space::None, "value")?.map(|value| value.into_owned());
            // What is reported is named by an attribute, or is the name of the element.
            Ok((Child::of(tag)?, value))
        })?;
        let Some((child, value)) = found else {
            if here > depth {
                continue;
            }
            if let Some(mut done) = open.pop() {
                done.item.place.1 = xml.end();
                sink.item(&done.item).map_err(|_| Flaw::Stopped)?;
            }
            continue;
        };
        if size > LONGEST {
            return Err(Flaw::At("stats-xml-long", xml.start()));
        }
        let is_text = child.space == Space::Common
            || matches!(child.name.as_str(), "Text" | "StructuredText");
        match child.name.as_str() {
            "AttributeSet" => {}
            "Target" if child.has_content => {
                innermost.item.references = targets(xml)?;
            }
            _ if is_text && child.has_content => {
                let text = texts(xml)?;
                size += text.len();
                innermost.item.names.push((child.language, text));
            }
            name => {
                let id = if child.id.is_empty() { name.to_owned() } else { child.id };
                let path: Vec<_> =
                    open.iter().skip(1).map(|above| above.item.id.as_str()).collect();
                let parent = path.join(".");
                size += parent.len() + value.as_ref().map_or(0, String::len);
                let mut item = item("ReportedAttribute", id, (xml.start(), xml.end()));
                item.parent = parent;
                item.names.extend(value.map(|value| (String::new(), value)));
                if child.has_content {
                    open.push(Open { item, depth: xml.depth() });
                } else {
                    sink.item(&item).map_err(|_| Flaw::Stopped)?;
                }
            }
        }
    }
    Ok(())
}

/// What a report is about: names of its targets, and what they refer to or say.
fn targets(xml: &mut Xml) -> Result<Vec<(String, String)>, Flaw> {
    let mut all = Vec::new();
    while let Some((child, kind)) = child(xml, |tag| {
        Ok((Child::of(tag)?, tag.get(Space::Instance, "type")?.unwrap_or_default().into_owned()))
    })? {
        let text = if child.has_content { texts(xml)? } else { String::new() };
        let id = if child.id.is_empty() {
            kind.rsplit(['.', ':']).next().unwrap_or_default().to_owned()
        } else {
            child.id
        };
        if all.len() < 1000 {
            all.push((id, from_urn(&text).unwrap_or(&text).to_owned()));
        }
    }
    Ok(all)
}
