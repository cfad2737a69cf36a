//! Structure messages: code lists, concepts, data structures, constraints and the rest.
//!
//! Everything that has an identifier becomes an item when its element ends, so that what stands
//! inside comes before what holds it. References are kept as they are named, whether what they
//! name is in the file or not. Source: SDMX 2.1 section 3A (SDMXStructure.xsd), SDMX 3.0 section 3.

use super::flaw::Flaw;
use super::header::{from_urn, language, named, reference};
use super::xml::{LONGEST, Node, Space, Tag, Xml};
use crate::sink::{Item, Sink};

/// An element that is open.
#[derive(Default)]
struct Frame {
    name: String,
    language: String,
    text: String,
    item: Option<Box<Item>>,
    has_reference: bool,
}

/// Elements of a data structure that are items even where they have no identifier.
const COMPONENTS: &[&str] =
    &["Dimension", "MeasureDimension", "TimeDimension", "PrimaryMeasure", "Measure", "Attribute"];
/// Elements that have an identifier and are no items.
const NO_ITEMS: &[&str] = &["Ref", "Contact", "AttributeRelationship"];

/// Reads the element `Structures`, which is open.
pub(super) fn read(xml: &mut Xml, sink: &mut dyn Sink) -> Result<(), Flaw> {
    let mut frames: Vec<Frame> = Vec::new();
    let mut held = 0;
    loop {
        let at = xml.start();
        match xml.next()? {
            Node::Open(tag) => {
                let (space, name) = tag.name();
                let has_content = tag.has_content;
                if space == Space::Common && name == "Annotations" {
                    if has_content {
                        xml.skip()?;
                    }
                    continue;
                }
                if name == "Ref" {
                    let reference = reference(&tag)?;
                    held += reference.len() + 64;
                    refer(&mut frames, reference);
                }
                let frame = open(&frames, &tag)?;
                if let Some(item) = &frame.item {
                    held += item.holder.len() + item.id.len();
                }
                frames.push(frame);
                if let Some(item) = frames.last_mut().and_then(|frame| frame.item.as_mut()) {
                    item.place.0 = xml.start();
                }
                if !has_content {
                    close(xml, &mut frames, &mut held, sink)?;
                }
            }
            Node::Close if frames.is_empty() => return Ok(()),
            Node::Close => close(xml, &mut frames, &mut held, sink)?,
            Node::Text(text) => {
                if let Some(frame) = frames.last_mut() {
                    held += text.len();
                    frame.text.push_str(&text);
                }
            }
            Node::End => return Ok(()),
        }
        if held > LONGEST {
            return Err(Flaw::At("stats-xml-long", at));
        }
    }
}

/// What begins with an element; it stands in these frames.
fn open(frames: &[Frame], tag: &Tag<'_>) -> Result<Frame, Flaw> {
    let (_, name) = tag.name();
    let mut frame = Frame { name: name.to_owned(), language: language(tag)?, ..Frame::default() };
    // The first frame is a list of things of one kind, the second one of these things.
    let Some(above) = frames.iter().rev().find_map(|frame| frame.item.as_ref()) else {
        if frames.len() == 1 {
            let (agency, id) = (tag.text("agencyID")?, tag.text("id")?);
            let holder = named(&agency, &id, &tag.text("version")?);
            let kind = frame.name.clone();
            let element = kind.clone();
            frame.item = Some(Box::new(Item { kind, holder, element, id, ..Item::default() }));
        }
        return Ok(frame);
    };
    let id = tag.text("id")?;
    let parent = frames.last();
    let is_in_list = parent.is_some_and(|parent| parent.name.ends_with("List"));
    let is_component = is_in_list && COMPONENTS.contains(&name);
    let is_identified = !id.is_empty() && !name.ends_with("List") && !NO_ITEMS.contains(&name);
    if is_component || is_identified || name.ends_with("Map") {
        let parent = if above.kind == above.element { String::new() } else { above.id.clone() };
        frame.item = Some(Box::new(Item {
            kind: above.kind.clone(),
            holder: above.holder.clone(),
            element: name.to_owned(),
            id,
            parent,
            ..Item::default()
        }));
    }
    Ok(frame)
}

/// Ends the innermost element.
fn close(
    xml: &Xml,
    frames: &mut Vec<Frame>,
    held: &mut usize,
    sink: &mut dyn Sink,
) -> Result<(), Flaw> {
    let Some(mut frame) = frames.pop() else { return Ok(()) };
    if let Some(mut item) = frame.item.take() {
        item.place.1 = xml.end();
        let texts = item.names.iter().chain(&item.descriptions).chain(&item.references);
        let size: usize = texts.map(|(one, other)| one.len() + other.len()).sum();
        *held = held.saturating_sub(size + item.holder.len() + item.id.len() + frame.text.len());
        return sink.item(&item).map_err(|_| Flaw::Stopped);
    }
    let text = frame.text.trim();
    if !frame.has_reference {
        let is_relation = frames.last().is_some_and(|above| above.name == "AttributeRelationship");
        let value = match (from_urn(text), frame.name.as_str()) {
            // The reference belongs to what the address stands in.
            (Some(name), "URN" | "Urn") => {
                refer(frames, name.to_owned());
                None
            }
            (Some(name), _) => Some(name),
            (None, "DimensionReference" | "Value") => Some(text),
            (None, "StartPeriod" | "EndPeriod" | "BeforePeriod" | "AfterPeriod") => Some(text),
            (None, _) if is_relation => Some(text),
            (None, _) => None,
        };
        if let Some(value) = value {
            frames.push(Frame { name: std::mem::take(&mut frame.name), ..Frame::default() });
            refer(frames, value.to_owned());
            frame.name = frames.pop().map(|frame| frame.name).unwrap_or_default();
        }
    }
    let Some(item) = frames.iter_mut().rev().find_map(|frame| frame.item.as_mut()) else {
        *held = held.saturating_sub(frame.text.len());
        return Ok(());
    };
    match frame.name.as_str() {
        "Name" => item.names.push((frame.language, text.to_owned())),
        "Description" => item.descriptions.push((frame.language, text.to_owned())),
        "Parent" if !frame.has_reference && !text.is_empty() => text.clone_into(&mut item.parent),
        _ => {}
    }
    Ok(())
}

/// Gives a reference to the item in which it stands.
fn refer(frames: &mut [Frame], name: String) {
    let relation = frames.len().checked_sub(2).and_then(|above| frames.get(above));
    let is_relation = relation.is_some_and(|above| above.name == "AttributeRelationship");
    let Some(holder) = frames.last_mut() else { return };
    holder.has_reference = true;
    let role = match holder.name.as_str() {
        role if is_relation => format!("AttributeRelationship/{role}"),
        role => role.to_owned(),
    };
    let Some(item) = frames.iter_mut().rev().find_map(|frame| frame.item.as_mut()) else { return };
    if role == "Parent" {
        item.parent = name.rsplit(['.', ')']).next().unwrap_or_default().to_owned();
    } else {
        item.references.push((role, name));
    }
}
