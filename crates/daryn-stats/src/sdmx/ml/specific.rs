//! Structure-specific data: components are attributes of the elements.
//!
//! Source: SDMX 2.1 section 3A (SDMXDataStructureSpecific.xsd), SDMX 3.0 section 3.

use super::data::{Data, Level};
use super::flaw::Flaw;
use super::header::{Child, child, language};
use super::xml::{LONGEST, Node, Space, Tag, Xml};
use crate::row::Action;

/// Attributes that say something of a data set and are no components.
const OF_SET: &[&str] = &[
    "action",
    "dataScope",
    "publicationPeriod",
    "publicationYear",
    "reportingBeginDate",
    "reportingEndDate",
    "setID",
    "structureRef",
    "validFromDate",
    "validToDate",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Obs,
    Series,
    Group,
    /// Attributes of a part of the key (SDMX 3.0).
    Atts,
    /// A component that has several values or texts (SDMX 3.0).
    Comp,
    Annotations,
    Other,
}

impl Element {
    /// These elements are in no namespace, or in that of the structure.
    fn of(tag: &Tag<'_>) -> Element {
        match tag.name() {
            (Space::Common, "Annotations") => Element::Annotations,
            (Space::Common | Space::Footer | Space::Structure, _) => Element::Other,
            (_, "Obs") => Element::Obs,
            (_, "Series") => Element::Series,
            (_, "Group") => Element::Group,
            (_, "Atts") => Element::Atts,
            (_, "Comp") => Element::Comp,
            _ => Element::Other,
        }
    }
}

/// Takes what the tag of a data set says.
pub(super) fn begin(data: &mut Data<'_>, tag: &Tag<'_>) -> Result<(), Flaw> {
    for attribute in tag.attributes() {
        let (space, name, value) = attribute?;
        if space == Space::None && !OF_SET.contains(&name) {
            data.push(Level::DataSet, name, "", &value, Some(tag.start()))?;
        }
    }
    Ok(())
}

/// Takes what a tag says on a level.
fn take(data: &mut Data<'_>, tag: &Tag<'_>, level: Level, at: u64) -> Result<(), Flaw> {
    for attribute in tag.attributes() {
        let (space, name, value) = attribute?;
        match (space, name) {
            (Space::None, _) => data.push(level, name, "", &value, Some(at))?,
            (Space::Specific, "action") => {
                if let Some(action) = Action::parse(&value) {
                    data.row.action = action;
                    data.has_actions |= matches!(level, Level::Observation | Level::Flat);
                }
            }
            // The type of an observation is the measure, where measures are explicit (SDMX 2.1).
            (Space::Instance, "type") if data.named.is_explicit && level == Level::Observation => {
                let (_, measure) = value.split_once(':').unwrap_or(("", &value));
                data.push(Level::ObservationKey, &data.dimension(), "", measure, None)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Reads a data set, whose element is open.
pub(super) fn data_set(data: &mut Data<'_>, xml: &mut Xml) -> Result<(), Flaw> {
    let mut id = String::new();
    loop {
        let (element, has_content) = match xml.next()? {
            Node::Open(tag) => {
                let element = Element::of(&tag);
                let at = tag.start();
                match element {
                    Element::Group | Element::Atts => {
                        data.announce();
                        take(data, &tag, Level::Group, at)?;
                    }
                    Element::Series => {
                        data.announce();
                        data.begin_series();
                        take(data, &tag, Level::Series, at)?;
                        data.bare();
                    }
                    Element::Obs => {
                        data.announce();
                        data.begin_observation();
                        take(data, &tag, Level::Flat, at)?;
                    }
                    _ => {}
                }
                if matches!(element, Element::Comp) {
                    tag.get(Space::None, "id")?.unwrap_or_default().as_ref().clone_into(&mut id);
                }
                (element, tag.has_content)
            }
            Node::Close | Node::End => return Ok(()),
            Node::Text(_) => continue,
        };
        let at = xml.start();
        match (element, has_content) {
            (Element::Obs, _) => observation(data, xml, Level::Flat, has_content)?,
            (Element::Series, true) => series(data, xml)?,
            (Element::Series, false) => data.empty += 1,
            (Element::Group | Element::Atts, _) => {
                if has_content {
                    rest(data, xml, Level::Group)?;
                }
                data.end_group(at)?;
            }
            (element, true) => inside(data, xml, element, Level::DataSet, &id)?,
            (_, false) => {}
        }
    }
}

/// Reads a series, whose element is open.
fn series(data: &mut Data<'_>, xml: &mut Xml) -> Result<(), Flaw> {
    let (mut is_empty, mut id) = (true, String::new());
    // The tag before was a whole observation.
    let mut is_after = false;
    loop {
        let (element, has_content) = match xml.next()? {
            Node::Open(tag) => {
                let element = Element::of(&tag);
                if element == Element::Obs {
                    if is_after && tag.is_alike() && !tag.has_content && data.is_survey() {
                        continue;
                    }
                    is_after = !tag.has_content;
                    data.begin_observation();
                    take(data, &tag, Level::Observation, tag.start())?;
                } else {
                    is_after = false;
                    data.more_of_series();
                    tag.get(Space::None, "id")?.unwrap_or_default().as_ref().clone_into(&mut id);
                }
                (element, tag.has_content)
            }
            Node::Close | Node::End => break,
            Node::Text(_) => continue,
        };
        if element == Element::Obs {
            is_empty = false;
            observation(data, xml, Level::Observation, has_content)?;
        } else {
            if has_content {
                inside(data, xml, element, Level::Series, &id)?;
            }
            data.bare();
        }
    }
    data.empty += u64::from(is_empty);
    data.begin_series();
    Ok(())
}

/// Reads what stands in an observation, whose element was just met.
fn observation(
    data: &mut Data<'_>,
    xml: &mut Xml,
    level: Level,
    has_content: bool,
) -> Result<(), Flaw> {
    let start = xml.start();
    if has_content {
        rest(data, xml, level)?;
    }
    data.end_observation(start, xml.end())
}

/// Reads what stands in the element that is open, besides its attributes.
fn rest(data: &mut Data<'_>, xml: &mut Xml, level: Level) -> Result<(), Flaw> {
    while let Some((element, id, has_content)) =
        child(xml, |tag| Ok((Element::of(tag), tag.text("id")?, tag.has_content)))?
    {
        if has_content {
            inside(data, xml, element, level, &id)?;
        }
    }
    Ok(())
}

/// Reads an element that has content: a component, remarks, or what is not known.
fn inside(
    data: &mut Data<'_>,
    xml: &mut Xml,
    element: Element,
    level: Level,
    id: &str,
) -> Result<(), Flaw> {
    match element {
        Element::Annotations => data.remarks(xml, level == Level::Group),
        // A dimension has one value, and measures are those of an observation.
        Element::Comp if level == Level::Series => component(data, xml, Level::SeriesAttribute, id),
        Element::Comp => component(data, xml, level, id),
        _ => xml.skip(),
    }
}

/// Reads the values of a component: plain ones, or texts in several languages.
fn component(data: &mut Data<'_>, xml: &mut Xml, level: Level, id: &str) -> Result<(), Flaw> {
    while let Some(value) = child(xml, Child::of)? {
        if !value.has_content {
            continue;
        }
        // Characters of the value itself stand around the texts, if there are any.
        let (depth, mut plain, mut has_texts) = (xml.depth(), String::new(), false);
        while xml.depth() >= depth {
            let text = match xml.next()? {
                Node::Open(tag) => {
                    has_texts = true;
                    Some((language(&tag)?, tag.has_content))
                }
                Node::Text(text) if plain.len() + text.len() <= LONGEST => {
                    plain.push_str(&text);
                    None
                }
                Node::Text(_) => return Err(Flaw::At("stats-xml-long", xml.start())),
                Node::Close | Node::End => None,
            };
            if let Some((language, true)) = text {
                let text = xml.text()?;
                data.push(level, id, &language, &text, None)?;
            }
        }
        if !has_texts {
            data.push(level, id, "", plain.trim(), None)?;
        }
    }
    Ok(())
}
