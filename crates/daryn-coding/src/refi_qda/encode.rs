//! From a project to elements, in the order that the schema demands, and to files.
//!
//! What is written is always valid. What the schema cannot hold is left out and told.

mod graph;
mod selections;

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Diagnostic;

use super::decode::short;
use super::decode::values::{in_utc, is_color, is_date_time, is_direction, typed};
use super::guid::Guid;
use super::model::{
    Case, Code, Extra, Link, Location, Media, MediaKind, Project, Set, Source, Stamp, SyncPoint,
    TextSource, Value, Variable, VariableType, VariableValue,
};
use super::package::file_name;
use super::positions::Text;
use super::xml::{Content, Element, Name, is_allowed};
use graph::GRAPH;
pub(super) use selections::part_of;

/// The program that a project names as the one that wrote it, where none is known.
const ORIGIN: &str = "daryn";

/// A project as elements and files.
pub(super) struct Encoded {
    pub(super) root: Element,
    pub(super) files: BTreeMap<String, Vec<u8>>,
    pub(super) losses: Vec<Diagnostic>,
}

/// Makes elements of a project.
pub(super) fn project(project: &Project, file: &str) -> Encoded {
    let mut encoder = Encoder::new(project, file);
    let root = encoder.project(project);
    encoder.letters(&root, "Project");
    Encoded { root, files: encoder.files, losses: encoder.losses }
}

/// Makes elements of the codes and sets of a project, as a file of codes alone holds them.
pub(super) fn codebook(project: &Project, file: &str) -> Encoded {
    let empty = Project::default();
    let mut encoder = Encoder::new(&empty, file);
    let mut root = Element::new("CodeBook");
    root.set_if("origin", project.origin.as_deref());
    let codes = project.codes.iter().map(|code| encoder.code(code, false)).collect();
    push_list(&mut root, "Codes", codes);
    let sets = project.sets.iter().filter(|set| !set.codes.is_empty() || is_bare(set));
    let sets = sets.map(|set| encoder.set(set, false)).collect();
    push_list(&mut root, "Sets", sets);
    encoder.extra(&project.extra, "Project");
    encoder.letters(&root, "CodeBook");
    Encoded { root, files: BTreeMap::new(), losses: encoder.losses }
}

/// Whether a set has nothing in it.
fn is_bare(set: &Set) -> bool {
    set.codes.is_empty() && set.sources.is_empty() && set.notes.is_empty()
}

struct Encoder<'a> {
    file: &'a str,
    losses: Vec<Diagnostic>,
    /// Names of files in the project, and those under which they are written.
    names: BTreeMap<&'a str, String>,
    /// Names that are taken, in lower case.
    taken: BTreeSet<String>,
    files: BTreeMap<String, Vec<u8>>,
    /// Times that were written as the same instant of UTC.
    offsets: usize,
}

impl<'a> Encoder<'a> {
    fn new(project: &'a Project, file: &'a str) -> Encoder<'a> {
        let mut encoder = Encoder {
            file,
            losses: Vec::new(),
            names: BTreeMap::new(),
            taken: missing(project),
            files: BTreeMap::new(),
            offsets: 0,
        };
        for (name, bytes) in &project.files {
            let written = encoder.free_name(name);
            encoder.files.insert(written.clone(), bytes.clone());
            encoder.names.insert(name, written);
        }
        encoder
    }

    /// A name of an identifier and an ending, as the standard wants it. One that is so stays.
    fn free_name(&mut self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let is_plain = !ending.is_empty()
            && ending.len() <= 10
            && ending.bytes().all(|one| one.is_ascii_alphanumeric());
        let ending = if is_plain { format!(".{ending}") } else { String::new() };
        let mut stem = Guid::parse(stem).unwrap_or_else(|| Guid::derived(&["file", name]));
        loop {
            let found = format!("{stem}{ending}");
            if self.taken.insert(found.to_lowercase()) {
                return found;
            }
            stem = Guid::derived(&["another", &stem.to_string(), name]);
        }
    }

    fn lose(&mut self, code: &str, element: &str, found: &str) {
        let told = Diagnostic::warning(code, self.file, 0);
        self.losses.push(told.with("element", short(element)).with("found", short(found)));
    }

    /// Tells what the schema does not know.
    fn extra(&mut self, extra: &Extra, title: &str) {
        for (name, value) in &extra.attributes {
            self.lose("qda-lost", title, &format!("{name}=\"{value}\""));
        }
        for element in &extra.elements {
            self.lose("qda-lost", title, &format!("<{}> {}", element.name, element.text()));
        }
    }

    /// A time, in UTC: programs take off the Z alone, and stumble over any other zone.
    fn time(&mut self, element: &mut Element, name: &str, value: Option<&String>) {
        match value {
            Some(value) if is_date_time(value) => match in_utc(value) {
                Some((utc, is_moved)) => {
                    self.offsets += usize::from(is_moved);
                    element.set(name, utc);
                }
                None => element.set(name, value),
            },
            Some(value) => self.lose("qda-lost", &element.name, &format!("{name}=\"{value}\"")),
            None => {}
        }
    }

    fn color(&mut self, element: &mut Element, value: Option<&String>) {
        match value {
            Some(value) if is_color(value) => element.set("color", value),
            Some(value) => self.lose("qda-lost", &element.name, &format!("color=\"{value}\"")),
            None => {}
        }
    }

    fn stamp(&mut self, element: &mut Element, stamp: &Stamp) {
        element.set_if("creatingUser", stamp.creator.as_ref().map(Guid::to_string));
        self.time(element, "creationDateTime", stamp.created.as_ref());
        element.set_if("modifyingUser", stamp.modifier.as_ref().map(Guid::to_string));
        self.time(element, "modifiedDateTime", stamp.modified.as_ref());
    }

    fn project(&mut self, project: &Project) -> Element {
        let mut root = Element::new("Project");
        root.set("name", &project.name);
        // Some programs read no project that does not say which one wrote it.
        root.set("origin", project.origin.as_deref().unwrap_or(ORIGIN));
        let stamp = &project.stamp;
        root.set_if("creatingUserGUID", stamp.creator.as_ref().map(Guid::to_string));
        self.time(&mut root, "creationDateTime", stamp.created.as_ref());
        root.set_if("modifyingUserGUID", stamp.modifier.as_ref().map(Guid::to_string));
        self.time(&mut root, "modifiedDateTime", stamp.modified.as_ref());
        root.set_if("basePath", project.base_path.as_deref());
        let users = project.users.iter().map(|user| {
            let mut element = Element::new("User");
            element.set("guid", user.guid.to_string());
            element.set_if("name", user.name.as_deref());
            element.set_if("id", user.id.as_deref());
            self.extra(&user.extra, "User");
            element
        });
        let users = users.collect();
        push_list(&mut root, "Users", users);
        if !project.codes.is_empty() {
            let mut book = Element::new("CodeBook");
            let codes = project.codes.iter().map(|code| self.code(code, true)).collect();
            push_list(&mut book, "Codes", codes);
            root.push(book);
        }
        let variables = project.variables.iter().map(|one| self.variable(one)).collect();
        push_list(&mut root, "Variables", variables);
        let cases = project.cases.iter().map(|one| self.case(one)).collect();
        push_list(&mut root, "Cases", cases);
        let sources = project.sources.iter().map(|one| match one {
            Source::Text(text) => self.text_source("TextSource", text, false),
            Source::Media(media) => self.media(media),
        });
        let sources = sources.collect();
        push_list(&mut root, "Sources", sources);
        let notes = project.notes.iter().map(|one| self.text_source("Note", one, false)).collect();
        push_list(&mut root, "Notes", notes);
        let links = project.links.iter().map(|one| self.link(one)).collect();
        push_list(&mut root, "Links", links);
        let sets = project.sets.iter().map(|one| self.set(one, true)).collect();
        push_list(&mut root, "Sets", sets);
        let graphs = project.graphs.iter().filter_map(|one| self.graph(one, &GRAPH)).collect();
        push_list(&mut root, "Graphs", graphs);
        push_words(&mut root, project.description.as_deref());
        push_references(&mut root, "NoteRef", &project.notes_on);
        self.extra(&project.extra, "Project");
        if self.offsets > 0 {
            let told = Diagnostic::warning("qda-time-zone", self.file, 0);
            self.losses.push(told.with("n", self.offsets));
        }
        root
    }

    fn code(&mut self, code: &Code, has_notes: bool) -> Element {
        let mut element = Element::new("Code");
        element.set("guid", code.guid.to_string());
        element.set("name", &code.name);
        element.set("isCodable", code.is_codable.to_string());
        self.color(&mut element, code.color.as_ref());
        push_words(&mut element, code.description.as_deref());
        if has_notes {
            push_references(&mut element, "NoteRef", &code.notes);
        }
        for inner in &code.codes {
            element.push(self.code(inner, has_notes));
        }
        self.extra(&code.extra, &format!("Code “{}”", code.name));
        element
    }

    fn variable(&mut self, variable: &Variable) -> Element {
        let mut element = Element::new("Variable");
        element.set("guid", variable.guid.to_string());
        element.set("name", &variable.name);
        element.set("typeOfVariable", type_name(variable.kind));
        push_words(&mut element, variable.description.as_deref());
        self.extra(&variable.extra, &format!("Variable “{}”", variable.name));
        element
    }

    fn values(&mut self, element: &mut Element, values: &[VariableValue]) {
        for value in values {
            let mut one = Element::new("VariableValue");
            push_references(&mut one, "VariableRef", std::slice::from_ref(&value.variable));
            let written = match &value.value {
                Value::Missing => None,
                Value::Text(text) => Some((VariableType::Text, text.clone())),
                Value::Boolean(is) => Some((VariableType::Boolean, is.to_string())),
                Value::Integer(text) => Some((VariableType::Integer, text.clone())),
                Value::Float(text) => Some((VariableType::Float, text.clone())),
                Value::Date(text) => Some((VariableType::Date, text.clone())),
                Value::DateTime(text) => Some((VariableType::DateTime, text.clone())),
            };
            match written {
                Some((kind, text)) if typed(kind, &text).is_some() => {
                    one.push_text(&format!("{}Value", type_name(kind)), &text);
                }
                Some((_, text)) => self.lose("qda-lost", "VariableValue", &text),
                None => {}
            }
            self.extra(&value.extra, "VariableValue");
            element.push(one);
        }
    }

    fn case(&mut self, case: &Case) -> Element {
        let mut element = Element::new("Case");
        element.set("guid", case.guid.to_string());
        element.set_if("name", case.name.as_deref());
        push_words(&mut element, case.description.as_deref());
        push_references(&mut element, "CodeRef", &case.codes);
        self.values(&mut element, &case.values);
        push_references(&mut element, "SourceRef", &case.sources);
        push_references(&mut element, "SelectionRef", &case.selections);
        self.extra(&case.extra, &title("Case", case.name.as_deref()));
        element
    }

    /// A set. In a file of codes it holds codes alone, under another attribute.
    fn set(&mut self, set: &Set, is_project: bool) -> Element {
        let mut element = Element::new("Set");
        element.set("guid", set.guid.to_string());
        element.set("name", &set.name);
        push_words(&mut element, set.description.as_deref());
        if is_project {
            push_references(&mut element, "MemberCode", &set.codes);
            push_references(&mut element, "MemberSource", &set.sources);
            push_references(&mut element, "MemberNote", &set.notes);
        } else {
            for code in &set.codes {
                let mut member = Element::new("MemberCode");
                member.set("guid", code.to_string());
                element.push(member);
            }
        }
        self.extra(&set.extra, &format!("Set “{}”", set.name));
        element
    }

    fn link(&mut self, link: &Link) -> Element {
        let mut element = Element::new("Link");
        element.set("guid", link.guid.to_string());
        element.set_if("name", link.name.as_deref());
        match &link.direction {
            Some(direction) if is_direction(direction) => element.set("direction", direction),
            Some(direction) => self.lose("qda-lost", "Link", direction),
            None => {}
        }
        self.color(&mut element, link.color.as_ref());
        element.set_if("originGUID", link.origin.as_ref().map(Guid::to_string));
        element.set_if("targetGUID", link.target.as_ref().map(Guid::to_string));
        push_references(&mut element, "NoteRef", &link.notes);
        self.extra(&link.extra, &title("Link", link.name.as_deref()));
        element
    }

    /// A text. Its words go into a file, since some programs read them from nowhere else; only
    /// the words of a part of a PDF stand where they belong.
    fn text_source(&mut self, name: &str, source: &TextSource, is_inline: bool) -> Element {
        let mut element = self.text_head(name, source, is_inline);
        let text = source.text.as_deref().map(Text::new);
        self.spans(&mut element, source, text.as_ref());
        self.codings(&mut element, &source.codings);
        push_references(&mut element, "NoteRef", &source.notes);
        self.values(&mut element, &source.values);
        self.extra(&source.extra, &title(name, source.name.as_deref()));
        element
    }

    fn text_head(&mut self, name: &str, source: &TextSource, is_inline: bool) -> Element {
        let mut element = Element::new(name);
        element.set("guid", source.guid.to_string());
        element.set_if("name", source.name.as_deref());
        let rich = source.rich.as_ref().map(|rich| self.location(rich));
        element.set_if("richTextPath", rich);
        let text = source.text.as_deref().map(|text| Text::new(text).text);
        match (&text, &source.text_elsewhere) {
            (Some(text), _) if !is_inline => {
                let name = self.free_name(&format!("{}.txt", source.guid));
                element.set("plainTextPath", format!("internal://{name}"));
                self.files.insert(name, text.clone().into_bytes());
            }
            (None, Some(path)) => {
                let path = self.location(path);
                self.lose("qda-lost-source", &title(name, source.name.as_deref()), &path);
                element.set("plainTextPath", path);
            }
            _ => {}
        }
        self.stamp(&mut element, &source.stamp);
        push_words(&mut element, source.description.as_deref());
        if let Some(text) = text.filter(|_| is_inline) {
            element.push_text("PlainTextContent", &text);
        }
        element
    }

    fn location(&mut self, location: &Location) -> String {
        match location {
            Location::Inside(name) => match self.names.get(name.as_str()) {
                Some(written) => format!("internal://{written}"),
                None => format!("internal://{name}"),
            },
            Location::Elsewhere(path) => path.clone(),
        }
    }

    fn media(&mut self, media: &Media) -> Element {
        let (name, words, part) = match media.kind {
            MediaKind::Picture => ("PictureSource", "TextDescription", "PictureSelection"),
            MediaKind::Pdf => ("PDFSource", "Representation", "PDFSelection"),
            MediaKind::Audio => ("AudioSource", "", "AudioSelection"),
            MediaKind::Video => ("VideoSource", "", "VideoSelection"),
        };
        let title = title(name, media.name.as_deref());
        let mut element = Element::new(name);
        element.set("guid", media.guid.to_string());
        element.set_if("name", media.name.as_deref());
        if let Some(file) = &media.file {
            let path = self.location(file);
            if matches!(file, Location::Elsewhere(_)) {
                self.lose("qda-lost-source", &title, &path);
            }
            element.set("path", path);
        }
        element.set_if("currentPath", media.current_path.as_deref());
        self.stamp(&mut element, &media.stamp);
        push_words(&mut element, media.description.as_deref());
        let mut text = media.text.as_deref().filter(|_| !words.is_empty());
        if let Some(text) = text.take_if(|_| media.kind == MediaKind::Picture) {
            element.push(self.text_source(words, text, false));
        }
        for transcript in &media.transcripts {
            let mut one = self.text_head("Transcript", &transcript.text, false);
            let text = transcript.text.text.as_deref().map(Text::new);
            for point in &transcript.points {
                one.push(self.point(point, text.as_ref()));
            }
            for selection in &transcript.text.selections {
                one.push(self.selection(selection, None));
            }
            push_references(&mut one, "NoteRef", &transcript.text.notes);
            self.extra(&transcript.text.extra, "Transcript");
            element.push(one);
        }
        for selection in &media.selections {
            let mut one = self.selection(selection, None);
            one.name = Name::Borrowed(part);
            element.push(one);
        }
        if let Some(text) = text {
            element.push(self.text_source(words, text, false));
        }
        self.codings(&mut element, &media.codings);
        push_references(&mut element, "NoteRef", &media.notes);
        self.values(&mut element, &media.values);
        self.extra(&media.extra, &title);
        element
    }

    fn point(&mut self, point: &SyncPoint, text: Option<&Text>) -> Element {
        let mut element = Element::new("SyncPoint");
        element.set("guid", point.guid.to_string());
        element.set_if("timeStamp", point.time.map(|time| time.to_string()));
        let position = point.position.map(|at| {
            text.and_then(|text| text.stored(at, at)).map_or(at, |(at, _)| at).to_string()
        });
        element.set_if("position", position);
        self.extra(&point.extra, "SyncPoint");
        element
    }

    /// Tells characters that XML cannot hold.
    fn letters(&mut self, element: &Element, parent: &str) {
        let is_bad = |text: &str| !text.chars().all(is_allowed);
        let name = element.attributes.iter().find(|(name, _)| name == "name");
        let title = title(&element.name, name.map(|(_, name)| name.as_str()));
        for (name, value) in &element.attributes {
            if is_bad(value) {
                self.lose("qda-lost-letters", &title, name);
            }
        }
        for one in &element.content {
            match one {
                Content::Element(inner) => self.letters(inner, &title),
                Content::Text(text) if is_bad(text) => {
                    self.lose("qda-lost-letters", parent, &element.name);
                }
                Content::Text(_) => {}
            }
        }
    }
}

/// Names of files that are missing: nothing else may be written under them.
fn missing(project: &Project) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut add = |location: Option<&Location>| {
        if let Some(Location::Elsewhere(path)) = location {
            found.insert(file_name(path).to_lowercase());
        }
    };
    let mut add_text = |text: &TextSource| {
        add(text.rich.as_ref());
        add(text.text_elsewhere.as_ref());
    };
    project.notes.iter().for_each(&mut add_text);
    for source in &project.sources {
        match source {
            Source::Text(text) => add_text(text),
            Source::Media(media) => {
                media.text.iter().for_each(|text| add_text(text));
                media.transcripts.iter().for_each(|one| add_text(&one.text));
            }
        }
    }
    for source in &project.sources {
        if let Source::Media(media) = source {
            add(media.file.as_ref());
        }
    }
    found
}

fn title(element: &str, name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{element} “{}”", short(name)),
        None => element.to_owned(),
    }
}

/// Adds a list unless it is empty, which the schema does not allow.
fn push_list(element: &mut Element, name: &str, inner: Vec<Element>) {
    if !inner.is_empty() {
        let mut list = Element::new(name);
        list.content = inner.into_iter().map(Content::Element).collect();
        element.push(list);
    }
}

fn push_words(element: &mut Element, words: Option<&str>) {
    if let Some(words) = words.filter(|words| !words.is_empty()) {
        element.push_text("Description", words);
    }
}

fn push_references(element: &mut Element, name: &str, targets: &[Guid]) {
    for target in targets {
        let mut reference = Element::new(name);
        reference.set("targetGUID", target.to_string());
        element.push(reference);
    }
}

fn type_name(kind: VariableType) -> &'static str {
    match kind {
        VariableType::Text => "Text",
        VariableType::Boolean => "Boolean",
        VariableType::Integer => "Integer",
        VariableType::Float => "Float",
        VariableType::Date => "Date",
        VariableType::DateTime => "DateTime",
    }
}
