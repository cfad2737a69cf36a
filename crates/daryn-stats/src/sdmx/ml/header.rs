//! What a message says of itself: its header, its footer, its errors.
//!
//! Source: SDMX 2.1 section 3A, part II (SDMXMessage.xsd); SDMX 3.0 section 3.

use daryn_model::Diagnostic;

use super::data::MOST_TOLD;
use super::flaw::{Flaw, line};
use super::xml::{LONGEST, Node, Space, Tag, Xml};
use crate::row::{Action, Annotation};
use crate::source::Source;

/// The header of a message.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) id: String,
    pub(super) names: Vec<(String, String)>,
    pub(super) prepared: String,
    pub(super) extracted: String,
    /// The name of the sender, or its identifier.
    pub(super) sender: String,
    pub(super) action: Option<Action>,
    pub(super) structures: Vec<Named>,
}

/// A structure that data sets refer to.
#[derive(Debug, Default, Clone)]
pub(super) struct Named {
    /// What data sets call it.
    pub(super) id: String,
    /// `dataflow`, `datastructure`, `dataprovision`, or nothing where it is not named.
    pub(super) kind: &'static str,
    /// `AGENCY:ID(VERSION)`, as far as named.
    pub(super) name: String,
    /// The component that changes from one observation of a series to the next.
    pub(super) dimension: String,
    /// Measures are told by the type of an observation.
    pub(super) is_explicit: bool,
}

/// Reads the header, whose element is open.
pub(super) fn read(xml: &mut Xml) -> Result<Header, Flaw> {
    let mut header = Header::default();
    while let Some((child, structure)) = child(xml, |tag| Ok((Child::of(tag)?, structure(tag)?)))? {
        let name = child.name.as_str();
        match name {
            "Sender" => header.sender.clone_from(&child.id),
            "Structure" => header.structures.push(structure),
            _ => {}
        }
        if !child.has_content {
            continue;
        }
        match (name, header.structures.last_mut()) {
            ("Name", _) => header.names.push((child.language, xml.text()?)),
            ("Prepared", _) => header.prepared = xml.text()?,
            ("Extracted", _) => header.extracted = xml.text()?,
            ("DataSetAction", _) => header.action = Action::parse(&xml.text()?),
            ("DataSetID", _) => header.id = xml.text()?,
            ("Sender", _) => sender(xml, &mut header)?,
            ("Structure", Some(structure)) => inside(xml, structure)?,
            _ => xml.skip()?,
        }
    }
    Ok(header)
}

/// The name of the sender, in English where there are several.
fn sender(xml: &mut Xml, header: &mut Header) -> Result<(), Flaw> {
    let mut is_named = false;
    while let Some(child) = child(xml, Child::of)? {
        if !child.has_content {
            continue;
        }
        let is_name = child.space == Space::Common && child.name == "Name";
        if is_name && (!is_named || child.language == "en") {
            header.sender = xml.text()?;
            is_named = true;
        } else {
            xml.skip()?;
        }
    }
    Ok(())
}

/// What is told of an element where speed does not matter.
#[derive(Debug)]
pub(super) struct Child {
    pub(super) space: Space,
    pub(super) name: String,
    pub(super) id: String,
    pub(super) language: String,
    pub(super) has_content: bool,
}

impl Child {
    pub(super) fn of(tag: &Tag<'_>) -> Result<Child, Flaw> {
        let (space, name) = tag.name();
        Ok(Child {
            space,
            name: name.to_owned(),
            id: tag.text("id")?,
            language: language(tag)?,
            has_content: tag.has_content,
        })
    }
}

/// The attributes of a structure that data sets refer to.
fn structure(tag: &Tag<'_>) -> Result<Named, Flaw> {
    Ok(Named {
        id: tag.text("structureID")?,
        dimension: tag.text("dimensionAtObservation")?,
        is_explicit: matches!(tag.text("explicitMeasures")?.as_str(), "true" | "1"),
        ..Named::default()
    })
}

/// What stands in a structure that data sets refer to.
fn inside(xml: &mut Xml, named: &mut Named) -> Result<(), Flaw> {
    let depth = xml.depth();
    while xml.depth() >= depth {
        match xml.next()? {
            Node::Open(tag) => match tag.name() {
                (Space::Common, "Structure") => named.kind = "datastructure",
                (Space::Common, "StructureUsage") => named.kind = "dataflow",
                // So misspelt in the schema of 2.1.
                (Space::Common, "ProvisionAgrement" | "ProvisionAgreement") => {
                    named.kind = "dataprovision";
                }
                (_, "Ref") => named.name = reference(&tag)?,
                _ => {}
            },
            Node::Text(text) => {
                if let Some(name) = from_urn(&text) {
                    named.name = name.to_owned();
                }
            }
            Node::Close | Node::End => {}
        }
    }
    Ok(())
}

/// What a `Ref` names: `AGENCY:ID(VERSION)` or `AGENCY:HOLDER(VERSION).ID`, as far as it is named.
pub(super) fn reference(tag: &Tag<'_>) -> Result<String, Flaw> {
    let (agency, id) = (tag.text("agencyID")?, tag.text("id")?);
    let holder = tag.text("maintainableParentID")?;
    let is_item = !holder.is_empty();
    let version = tag.text(if is_item { "maintainableParentVersion" } else { "version" })?;
    let mut name = named(&agency, if is_item { &holder } else { &id }, &version);
    if is_item {
        name.push('.');
        name.push_str(&id);
    }
    Ok(name)
}

/// `AGENCY:ID(VERSION)`, without what is not named.
pub(super) fn named(agency: &str, id: &str, version: &str) -> String {
    let mut name = String::new();
    if !agency.is_empty() {
        name.push_str(agency);
        name.push(':');
    }
    name.push_str(id);
    if !version.is_empty() {
        name.push('(');
        name.push_str(version);
        name.push(')');
    }
    name
}

/// What a URN names, without its class: `urn:sdmx:...Codelist=ILO:CL_SEX(1.0)`.
pub(super) fn from_urn(text: &str) -> Option<&str> {
    text.trim().strip_prefix("urn:sdmx:")?.split_once('=').map(|(_, name)| name)
}

/// The language tag of an element.
pub(super) fn language(tag: &Tag<'_>) -> Result<String, Flaw> {
    Ok(tag.get(Space::Xml, "lang")?.unwrap_or_default().into_owned())
}

/// What is wanted of the next element inside the one that is open; `None` where it ends.
///
/// The caller has to go behind the end of an element that has content.
pub(super) fn child<T>(
    xml: &mut Xml,
    take: impl FnOnce(&Tag<'_>) -> Result<T, Flaw>,
) -> Result<Option<T>, Flaw> {
    loop {
        match xml.next()? {
            Node::Open(tag) => return take(&tag).map(Some),
            Node::Close | Node::End => return Ok(None),
            Node::Text(_) => {}
        }
    }
}

/// Remarks, whose element is open. Source: SDMX 2.1 section 3A, `common:AnnotationType`.
pub(super) fn annotations(xml: &mut Xml) -> Result<Vec<Annotation>, Flaw> {
    let mut all = Vec::new();
    while let Some(remark) = child(xml, Child::of)? {
        let id = Some(remark.id).filter(|id| !id.is_empty());
        all.push(Annotation { id, ..Annotation::default() });
        if let (true, Some(remark)) = (remark.has_content, all.last_mut()) {
            annotation(xml, remark)?;
        }
    }
    Ok(all)
}

/// Reads what stands in a remark, whose element is open.
fn annotation(xml: &mut Xml, remark: &mut Annotation) -> Result<(), Flaw> {
    while let Some(part) = child(xml, Child::of)? {
        let text = if part.has_content { xml.text()? } else { String::new() };
        match part.name.as_str() {
            "AnnotationTitle" => remark.title = Some(text),
            "AnnotationType" => remark.kind = Some(text),
            "AnnotationURL" => remark.url = Some(text),
            "AnnotationText" | "AnnotationValue" => remark.texts.push((part.language, text)),
            _ => {}
        }
    }
    Ok(())
}

/// Tells the messages of a footer, whose element is open.
///
/// Source: SDMX 2.1 section 3A (SDMXMessageFooter.xsd), section 7 (codes of errors).
pub(super) fn footer(
    xml: &mut Xml,
    source: &Source,
    told: &mut Vec<Diagnostic>,
) -> Result<(), Flaw> {
    while let Some((code, severity, has_content)) =
        child(xml, |tag| Ok((tag.text("code")?, tag.text("severity")?, tag.has_content)))?
    {
        let at = xml.start();
        let text = if has_content { texts(xml)? } else { String::new() };
        if told.len() < MOST_TOLD {
            told.push(message(source, false, at, (&code, &severity, &text)));
        }
    }
    Ok(())
}

/// One message to be told.
pub(super) fn message(
    source: &Source,
    is_error: bool,
    at: u64,
    (code, severity, text): (&str, &str, &str),
) -> Diagnostic {
    let line = line(source, at);
    let told = if is_error || severity == "Error" {
        Diagnostic::error("stats-sdmx-error", source.name(), line)
    } else {
        Diagnostic::warning("stats-sdmx-footer", source.name(), line)
    };
    told.with("number", if code.is_empty() { "none" } else { code }).with("text", text)
}

/// All texts in the element that is open, with one blank between words.
pub(super) fn texts(xml: &mut Xml) -> Result<String, Flaw> {
    let (depth, mut all) = (xml.depth(), String::new());
    while xml.depth() >= depth {
        match xml.next()? {
            Node::Text(text) => all.push_str(&text),
            Node::Close => all.push(' '),
            _ => {}
        }
        if all.len() > LONGEST {
            return Err(Flaw::At("stats-xml-long", xml.start()));
        }
    }
    Ok(all.split_whitespace().collect::<Vec<_>>().join(" "))
}
