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
    /// Bytes of its texts.
    size: usize,
}

/// The elements that are open.
#[derive(Default)]
struct Frames {
    all: Vec<Frame>,
    /// Bytes of their texts.
    held: usize,
}

/// Elements of a data structure that are items even where they have no identifier.
const COMPONENTS: &[&str] =
    &["Dimension", "MeasureDimension", "TimeDimension", "PrimaryMeasure", "Measure", "Attribute"];
/// Elements that have an identifier and are no items.
const NO_ITEMS: &[&str] = &["Ref", "Contact", "AttributeRelationship"];

/// Reads the element `Structures`, which is open.
pub(super) fn read(xml: &mut Xml, sink: &mut dyn Sink) -> Result<(), Flaw> {
    let mut frames = Frames::default();
    loop {
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
                    frames.refer(reference(&tag)?);
                }
                let frame = open(&frames.all, &tag)?;
                frames.held += frame.size;
                frames.all.push(frame);
                if !has_content {
                    frames.close(xml, sink)?;
                }
            }
            Node::Close if frames.all.is_empty() => return Ok(()),
            Node::Close => frames.close(xml, sink)?,
            Node::Text(text) => {
                if let Some(frame) = frames.all.last_mut() {
                    frame.text.push_str(&text);
                    frame.size += text.len();
                    frames.held += text.len();
                }
            }
            Node::End => return Ok(()),
        }
        if frames.held > LONGEST {
            return Err(Flaw::At("stats-xml-long", xml.start()));
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
            let place = (tag.start(), tag.start());
            frame.size = holder.len() + id.len();
            frame.item =
                Some(Box::new(Item { kind, holder, element, id, place, ..Item::default() }));
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
        frame.size = above.holder.len() + id.len() + parent.len();
        frame.item = Some(Box::new(Item {
            place: (tag.start(), tag.start()),
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

impl Frames {
    /// Ends the innermost element.
    fn close(&mut self, xml: &Xml, sink: &mut dyn Sink) -> Result<(), Flaw> {
        let Some(mut frame) = self.all.pop() else { return Ok(()) };
        self.held = self.held.saturating_sub(frame.size);
        if let Some(mut item) = frame.item.take() {
            item.place.1 = xml.end();
            return sink.item(&item).map_err(|_| Flaw::Stopped);
        }
        let text = frame.text.trim();
        if !frame.has_reference {
            self.reference(&frame.name, text);
        }
        let (language, is_parent) = (std::mem::take(&mut frame.language), frame.name == "Parent");
        match frame.name.as_str() {
            "Name" => self.say(text, |item, text| item.names.push((language, text))),
            "Description" => self.say(text, |item, text| item.descriptions.push((language, text))),
            _ if is_parent && !frame.has_reference && !text.is_empty() => {
                self.say(text, |item, text| item.parent = text);
            }
            _ => {}
        }
        Ok(())
    }

    /// Looks whether the text of an element that has ended is a reference.
    fn reference(&mut self, name: &str, text: &str) {
        let is_relation =
            self.all.last().is_some_and(|above| above.name == "AttributeRelationship");
        let value = match (from_urn(text), name) {
            // The reference belongs to what the address stands in.
            (Some(value), "URN" | "Urn") => return self.refer(value.to_owned()),
            (Some(value), _) => value,
            (None, "DimensionReference" | "Value") => text,
            (None, "StartPeriod" | "EndPeriod" | "BeforePeriod" | "AfterPeriod") => text,
            (None, _) if is_relation => text,
            (None, _) => return,
        };
        self.all.push(Frame { name: name.to_owned(), ..Frame::default() });
        self.refer(value.to_owned());
        self.all.pop();
    }

    /// Gives a reference to the item in which it stands.
    fn refer(&mut self, name: String) {
        let above = self.all.len().checked_sub(2).and_then(|above| self.all.get(above));
        let is_relation = above.is_some_and(|above| above.name == "AttributeRelationship");
        let Some(holder) = self.all.last_mut() else { return };
        holder.has_reference = true;
        if holder.name == "Parent" {
            let id = name.rsplit(['.', ')']).next().unwrap_or_default();
            return self.say(id, |item, id| item.parent = id);
        }
        let role = if is_relation {
            format!("AttributeRelationship/{}", holder.name)
        } else {
            holder.name.clone()
        };
        self.say(&name, |item, name| item.references.push((role, name)));
    }

    /// Gives a text to the innermost item.
    fn say(&mut self, text: &str, give: impl FnOnce(&mut Item, String)) {
        let found = self.all.iter_mut().rev().find(|frame| frame.item.is_some());
        let Some(frame) = found else { return };
        // What an entry of a list takes besides its characters.
        let size = text.len() + 64;
        frame.size += size;
        self.held += size;
        if let Some(item) = &mut frame.item {
            give(item, text.to_owned());
        }
    }
}
