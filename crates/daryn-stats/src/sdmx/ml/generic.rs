//! Generic data: each component is an element that names it.
//!
//! Source: SDMX 2.1 section 3A (SDMXDataGeneric.xsd).

use super::data::{Data, Level, TIME};
use super::flaw::Flaw;
use super::xml::{Node, Space, Tag, Xml};

/// Elements of generic data.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Group,
    GroupKey,
    Series,
    SeriesKey,
    Obs,
    ObsKey,
    ObsDimension,
    ObsValue,
    Attributes,
    Value,
    Annotations,
    Other,
}

impl Element {
    fn of(tag: &Tag<'_>) -> Element {
        match tag.name() {
            (Space::Generic, name) => match name {
                "Value" => Element::Value,
                "Obs" => Element::Obs,
                "ObsDimension" => Element::ObsDimension,
                "ObsValue" => Element::ObsValue,
                "Attributes" => Element::Attributes,
                "Series" => Element::Series,
                "SeriesKey" => Element::SeriesKey,
                "ObsKey" => Element::ObsKey,
                "Group" => Element::Group,
                "GroupKey" => Element::GroupKey,
                _ => Element::Other,
            },
            (Space::Common, "Annotations") => Element::Annotations,
            _ => Element::Other,
        }
    }
}

/// The next element inside the one that is open, and whether it has content.
fn next(xml: &mut Xml) -> Result<Option<(Element, bool)>, Flaw> {
    loop {
        match xml.next()? {
            Node::Open(tag) => return Ok(Some((Element::of(&tag), tag.has_content))),
            Node::Close | Node::End => return Ok(None),
            Node::Text(_) => {}
        }
    }
}

/// Reads a data set, whose element is open.
pub(super) fn data_set(data: &mut Data<'_>, xml: &mut Xml) -> Result<(), Flaw> {
    while let Some((element, has_content)) = next(xml)? {
        match (element, has_content) {
            (Element::Attributes, true) => values(data, xml, Level::DataSet)?,
            (Element::Annotations, true) => data.remarks(xml, false)?,
            (Element::Group, true) => {
                data.announce();
                group(data, xml)?;
            }
            (Element::Series, true) => {
                data.announce();
                series(data, xml)?;
            }
            (Element::Series, false) => data.empty += 1,
            (Element::Obs, _) => {
                data.announce();
                observation(data, xml, has_content)?;
            }
            (_, true) => xml.skip()?,
            (_, false) => {}
        }
    }
    Ok(())
}

fn group(data: &mut Data<'_>, xml: &mut Xml) -> Result<(), Flaw> {
    let at = xml.start();
    while let Some((element, has_content)) = next(xml)? {
        match (element, has_content) {
            (Element::GroupKey, true) => values(data, xml, Level::GroupKey)?,
            (Element::Attributes, true) => values(data, xml, Level::GroupAttribute)?,
            (Element::Annotations, true) => data.remarks(xml, true)?,
            (_, true) => xml.skip()?,
            (_, false) => {}
        }
    }
    data.end_group(at)
}

fn series(data: &mut Data<'_>, xml: &mut Xml) -> Result<(), Flaw> {
    data.begin_series();
    let mut is_empty = true;
    while let Some((element, has_content)) = next(xml)? {
        match (element, has_content) {
            (Element::Obs, _) => {
                is_empty = false;
                observation(data, xml, has_content)?;
            }
            (Element::SeriesKey, true) => {
                data.more_of_series();
                values(data, xml, Level::SeriesKey)?;
                data.bare();
            }
            (Element::Attributes, true) => {
                data.more_of_series();
                values(data, xml, Level::SeriesAttribute)?;
                data.bare();
            }
            (Element::Annotations, true) => {
                data.more_of_series();
                data.remarks(xml, false)?;
                data.bare();
            }
            (_, true) => xml.skip()?,
            (_, false) => {}
        }
    }
    data.empty += u64::from(is_empty);
    data.begin_series();
    Ok(())
}

fn observation(data: &mut Data<'_>, xml: &mut Xml, has_content: bool) -> Result<(), Flaw> {
    let start = xml.start();
    data.begin_observation();
    if has_content {
        inside(data, xml)?;
    }
    data.end_observation(start, xml.end())
}

/// Reads what stands in an observation, whose element is open.
fn inside(data: &mut Data<'_>, xml: &mut Xml) -> Result<(), Flaw> {
    loop {
        let (element, has_content) = match xml.next()? {
            Node::Open(tag) => {
                let element = Element::of(&tag);
                match element {
                    Element::ObsDimension => dimension(data, &tag)?,
                    Element::ObsValue => {
                        if let Some(value) = tag.get(Space::None, "value")? {
                            let name = data.value_name();
                            data.push(Level::Observation, name, "", &value, None)?;
                        }
                    }
                    _ => {}
                }
                (element, tag.has_content)
            }
            Node::Close | Node::End => return Ok(()),
            Node::Text(_) => continue,
        };
        match (element, has_content) {
            (Element::Attributes, true) => values(data, xml, Level::ObservationAttribute)?,
            (Element::ObsKey, true) => values(data, xml, Level::ObservationKey)?,
            (Element::Annotations, true) => data.remarks(xml, false)?,
            (_, true) => xml.skip()?,
            (_, false) => {}
        }
    }
}

/// The dimension that changes within a series; its name may stand in the header only.
fn dimension(data: &mut Data<'_>, tag: &Tag<'_>) -> Result<(), Flaw> {
    let Some(value) = tag.get(Space::None, "value")? else { return Ok(()) };
    match tag.get(Space::None, "id")? {
        Some(id) => data.push(Level::ObservationKey, &id, "", &value, None),
        None if data.named.dimension == TIME => {
            data.push(Level::ObservationKey, TIME, "", &value, None)
        }
        None => data.push(Level::ObservationKey, &data.dimension(), "", &value, None),
    }
}

/// Reads the values in the element that is open.
fn values(data: &mut Data<'_>, xml: &mut Xml, level: Level) -> Result<(), Flaw> {
    loop {
        let id = match xml.next()? {
            Node::Open(tag) if Element::of(&tag) == Element::Value => {
                let id = tag.get(Space::None, "id")?.unwrap_or_default();
                match (tag.get(Space::None, "value")?, tag.has_content) {
                    (Some(value), has_content) => {
                        data.push(level, &id, "", &value, None)?;
                        if !has_content {
                            continue;
                        }
                        None
                    }
                    // A text may stand in the element instead.
                    (None, true) => Some(id.into_owned()),
                    (None, false) => continue,
                }
            }
            Node::Open(tag) if tag.has_content => None,
            Node::Open(_) | Node::Text(_) => continue,
            Node::Close | Node::End => return Ok(()),
        };
        match id {
            Some(id) => {
                let text = xml.text()?;
                data.push(level, &id, "", &text, None)?;
            }
            None => xml.skip()?,
        }
    }
}
