//! SDMX-ML 2.1 and 3.0: data, structures, metadata reports, errors.
//!
//! Elements are read one after another; only what holds an observation is kept, and the groups of
//! the data set. Source: SDMX 2.1 section 3A and SDMX 3.0 section 3.

mod data;
pub(crate) mod flaw;
mod generic;
mod groups;
mod header;
mod metadata;
mod scan;
mod specific;
mod structure;
pub(crate) mod xml;

use daryn_model::Diagnostic;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

use self::data::Data;
use self::flaw::Flaw;
use self::xml::{Node, Space, Version, Xml};
use super::structure::Structures;
use crate::format::Format;
use crate::sink::{Sink, Stream, Told};
use crate::source::{Packing, Source};

/// How SDMX-ML is to be read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Structures that tell what components are. Without them some are
    /// [`Role::Unresolved`](crate::Role::Unresolved) in structure-specific data.
    pub structures: Option<&'a Structures>,
}

/// The format of a file that begins with these bytes; `None` where it is not SDMX-ML 2.1 or 3.0.
pub fn tell(head: &[u8]) -> Option<Format> {
    let mut reader = Reader::from_reader(head);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let name = tag.name();
                let (prefix, local) = name.as_ref().split_once(':').unwrap_or(("", name.as_ref()));
                let declaration =
                    if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
                let found = tag.attributes().flatten().find(|at| at.key.as_ref() == declaration)?;
                let (space, version) = Space::of(&found.value);
                return format(space, version, local);
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// The format of a message by its first element.
pub(crate) fn format(space: Space, version: Option<Version>, name: &str) -> Option<Format> {
    let version = version.filter(|_| space == Space::Message)?;
    Some(match (version, name) {
        (Version::V21, "Structure") => Format::SdmxMl21Structure,
        (Version::V21, "GenericData") => Format::SdmxMl21Generic,
        (Version::V21, "GenericTimeSeriesData") => Format::SdmxMl21GenericTimeSeries,
        (Version::V21, "StructureSpecificData") => Format::SdmxMl21Specific,
        (Version::V21, "StructureSpecificTimeSeriesData") => Format::SdmxMl21SpecificTimeSeries,
        (Version::V21, "GenericMetadata") => Format::SdmxMl21GenericMetadata,
        (Version::V21, "StructureSpecificMetadata") => Format::SdmxMl21SpecificMetadata,
        (_, "Error") => Format::SdmxMlError,
        (Version::V30, "Structure") => Format::SdmxMl30Structure,
        (Version::V30, "StructureSpecificData") => Format::SdmxMl30Specific,
        _ => return None,
    })
}

/// Reads a message.
///
/// Problems have these codes: `stats-unreadable` (the file cannot be opened or unpacked),
/// `stats-xml-...` (it is not well-formed, or beyond the limits), `stats-sdmx-unknown` (it is no
/// message of SDMX 2.1 or 3.0), `stats-sdmx-error` (it is the answer that something went wrong),
/// and warnings `stats-sdmx-...`. Rows given before an error stay good.
pub fn read(source: &Source, options: &Options<'_>, sink: &mut dyn Sink) -> Told {
    let mut told = Vec::new();
    if let Err(flaw) = message(source, options, sink, &mut told) {
        told.extend(flaw.told(source));
    }
    Told { problems: told }
}

/// The first element of a file: its format, and whether anything stands in it.
pub(crate) fn root(xml: &mut Xml) -> Result<(Format, bool), Flaw> {
    loop {
        match xml.next()? {
            Node::Open(tag) => {
                let (space, name) = tag.name();
                let version = Space::of(tag.address()).1;
                let unknown = || Flaw::Named("stats-sdmx-unknown", tag.start(), name.to_owned());
                return Ok((format(space, version, name).ok_or_else(unknown)?, tag.has_content));
            }
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(_) | Node::Close => return Err(Flaw::At("stats-xml-broken", xml.start())),
            Node::End => return Err(Flaw::At("stats-xml-cut", xml.start())),
        }
    }
}

/// What is wrong with the first element of a file that names SDMX: it may be a message that is not
/// read, as reports of metadata of version 3.0.
pub(crate) fn unknown(source: &Source, head: &[u8]) -> Option<Diagnostic> {
    let name = b"sdmx.org/resources/sdmxml/schemas";
    let is_named = head.windows(name.len()).any(|own| own == name);
    let begins = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if !is_named || !begins.starts_with(b"<") {
        return None;
    }
    Xml::open(source).and_then(|mut xml| root(&mut xml)).err()?.told(source)
}

fn message(
    source: &Source,
    options: &Options<'_>,
    sink: &mut dyn Sink,
    told: &mut Vec<Diagnostic>,
) -> Result<(), Flaw> {
    let mut xml = Xml::open(source)?;
    let packing = source.packing().map_err(|error| Flaw::Unreadable(error.to_string()))?;
    sink.stream(&Stream { is_unpacked: packing != Packing::Plain, ..Stream::default() });
    let (format, has_content) = root(&mut xml)?;
    if !has_content {
        return Ok(());
    }
    let version = match format {
        Format::SdmxMl30Structure | Format::SdmxMl30Specific => Version::V30,
        _ => Version::V21,
    };
    let is_generic = matches!(format, Format::SdmxMl21Generic | Format::SdmxMl21GenericTimeSeries);
    let mut data = Data::new(source, sink, told, options.structures, version);
    while let Some((part, has_content)) = next(&mut data, &mut xml, is_generic)? {
        let at = xml.start();
        let is_data_set = matches!(part, Part::DataSet);
        match (part, has_content) {
            (Part::Header, true) => data.header = header::read(&mut xml)?,
            (Part::DataSet, true) if is_generic => generic::data_set(&mut data, &mut xml)?,
            (Part::DataSet, true) => specific::data_set(&mut data, &mut xml)?,
            (Part::MetadataSet, true) => {
                let structure = data.named.name.clone();
                metadata::read(&mut xml, &structure, data.sink)?;
            }
            (Part::Structures, true) => structure::read(&mut xml, data.sink)?,
            (Part::Footer, true) => header::footer(&mut xml, source, data.told)?,
            (Part::Error(code), has_content) => {
                let text = if has_content { header::texts(&mut xml)? } else { String::new() };
                if data.told.len() < data::MOST_TOLD {
                    data.told.push(header::message(source, true, at, (&code, "", &text)));
                }
            }
            (_, true) => xml.skip()?,
            (_, false) => {}
        }
        if is_data_set {
            data.end();
        }
    }
    if data.empty > 0 {
        let told = Diagnostic::warning("stats-sdmx-series-empty", source.name(), 0);
        data.told.push(told.with("n", data.empty));
    }
    if let Some(at) = xml.behind()? {
        data.warn("stats-xml-behind", at, None);
    }
    Ok(())
}

/// A part of a message.
enum Part {
    Header,
    DataSet,
    MetadataSet,
    Structures,
    Footer,
    /// A message of an error, with its code.
    Error(String),
    Other,
}

/// The next part of a message, and whether anything stands in it. A data set is begun.
fn next(
    data: &mut Data<'_>,
    xml: &mut Xml,
    is_generic: bool,
) -> Result<Option<(Part, bool)>, Flaw> {
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok(None),
            Node::Text(_) => continue,
        };
        let part = match tag.name() {
            (Space::Message, "Header") => Part::Header,
            (Space::Message, "Structures") => Part::Structures,
            (Space::Message, "ErrorMessage") => Part::Error(tag.text("code")?),
            (Space::Message, "MetadataSet") => {
                data.begin(&tag)?;
                Part::MetadataSet
            }
            // Some servers put it into the namespace of the structure.
            (_, "DataSet") => {
                data.begin(&tag)?;
                if !is_generic {
                    specific::begin(data, &tag)?;
                }
                Part::DataSet
            }
            (Space::Footer, "Footer") => Part::Footer,
            _ => Part::Other,
        };
        return Ok(Some((part, tag.has_content)));
    }
}
