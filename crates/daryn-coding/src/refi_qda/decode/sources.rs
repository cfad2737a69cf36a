//! Sources: texts with their selections, and media.

use std::collections::BTreeMap;

use super::values::is_integer;
use super::{Decoder, Taken, short};
use crate::refi_qda::encode::part_of;
use crate::refi_qda::model::{
    Anchor, Extra, Location, Media, MediaKind, Place, Project, Selection, Source, Span, Stamp,
    SyncPoint, TextSource, Transcript,
};
use crate::refi_qda::package::file_name;
use crate::refi_qda::positions::{self, Found, Text, Written};
use crate::refi_qda::xml::{Content, Element};

/// Bytes of texts that may be read again because several sources name them: an archive of some
/// kilobytes must not fill the memory.
const MOST_REPEATED: usize = 64 << 20;

/// What a path of the file leads to.
enum Path {
    /// The name of a file of the archive.
    Inside(String),
    /// Into the archive, but there is no such file.
    Missing(String),
    /// On another disk.
    Outside(String),
}

impl Decoder<'_> {
    pub(super) fn sources(&mut self, taken: &mut Taken, extra: &mut Extra) -> Vec<Source> {
        let mut sources = Vec::new();
        for list in taken.elements("Sources") {
            let mut list = Taken::new(list);
            let mut rest = Vec::new();
            for one in std::mem::take(&mut list.content) {
                let Content::Element(element) = one else {
                    rest.push(one);
                    continue;
                };
                match element.name.as_ref() {
                    "TextSource" => sources.push(Source::Text(self.text_source(element))),
                    "PictureSource" => sources.push(self.media(element, MediaKind::Picture)),
                    "PDFSource" => sources.push(self.media(element, MediaKind::Pdf)),
                    "AudioSource" => sources.push(self.media(element, MediaKind::Audio)),
                    "VideoSource" => sources.push(self.media(element, MediaKind::Video)),
                    _ => rest.push(Content::Element(element)),
                }
            }
            list.content = rest;
            let rest = self.rest(list);
            extra.attributes.extend(rest.attributes);
            extra.elements.extend(rest.elements);
        }
        sources
    }

    pub(super) fn text_source(&mut self, element: Element) -> TextSource {
        let (mut source, mut taken, text) = self.text_start(element);
        source.selections = self.spans(&mut taken, text.as_ref());
        source.codings = self.codings(&mut taken);
        source.values = self.values(&mut taken);
        source.text = text.map(|text| text.text);
        source.extra = self.rest(taken);
        source
    }

    /// What texts, notes and transcripts have in common.
    fn text_start(&mut self, element: Element) -> (TextSource, Taken, Option<Text>) {
        let mut taken = Taken::new(element);
        let mut source = TextSource::new(self.guid(&mut taken), None);
        source.name = taken.attribute("name");
        source.stamp = self.stamp(&mut taken);
        source.description = taken.words("Description");
        source.notes = self.references(&mut taken, "NoteRef");
        source.rich = self.location(&mut taken, "richTextPath");
        let path = taken.attribute("plainTextPath").filter(|path| !path.trim().is_empty());
        let content = taken.element("PlainTextContent").map(|one| one.text());
        let text = path.as_deref().and_then(|path| self.text_at(path, &taken));
        if let (Some(text), Some(content)) = (&text, &content)
            && text.text != Text::new(content).text
        {
            self.tell("qda-two-texts", &taken, &[]);
        }
        let text = text.or_else(|| content.as_deref().map(Text::new));
        if text.is_none() {
            source.text_elsewhere = path.map(|path| match self.path(&path) {
                Path::Inside(name) if !self.texts.contains(&name) => Location::Inside(name),
                Path::Inside(_) => Location::Elsewhere(path.clone()),
                Path::Missing(path) | Path::Outside(path) => Location::Elsewhere(path),
            });
        }
        (source, taken, text)
    }

    /// The plain text at a path.
    fn text_at(&mut self, path: &str, taken: &Taken) -> Option<Text> {
        match self.path(path) {
            Path::Inside(name) => {
                let bytes = self.package.files.get(&name)?;
                if self.texts.contains(&name) {
                    self.repeated = self.repeated.saturating_add(bytes.len());
                    if self.repeated > MOST_REPEATED {
                        let limit = (MOST_REPEATED >> 20).to_string();
                        self.tell("qda-repeated", taken, &[("found", path), ("limit", &limit)]);
                        return None;
                    }
                }
                match decoded(bytes) {
                    Some(text) => {
                        let text = Text::new(&text);
                        self.texts.insert(name);
                        Some(text)
                    }
                    None => {
                        self.tell("qda-not-text", taken, &[("found", path)]);
                        self.used.insert(name);
                        None
                    }
                }
            }
            Path::Missing(path) => {
                self.tell("qda-source-missing", taken, &[("found", &path)]);
                None
            }
            Path::Outside(path) => {
                self.tell("qda-source-outside", taken, &[("found", &path)]);
                None
            }
        }
    }

    fn location(&mut self, taken: &mut Taken, name: &str) -> Option<Location> {
        let path = taken.attribute(name).filter(|path| !path.trim().is_empty())?;
        Some(match self.path(&path) {
            Path::Inside(name) => {
                self.used.insert(name.clone());
                Location::Inside(name)
            }
            Path::Missing(path) => {
                self.tell("qda-source-missing", taken, &[("found", &path)]);
                Location::Elsewhere(path)
            }
            Path::Outside(path) => {
                self.tell("qda-source-outside", taken, &[("found", &path)]);
                Location::Elsewhere(path)
            }
        })
    }

    /// What a path leads to. Nothing outside of the archive is ever looked at.
    fn path(&self, path: &str) -> Path {
        let trimmed = path.trim();
        let name = match trimmed.split_once(':') {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("internal") => rest,
            Some((scheme, _))
                if ["relative", "absolute", "file", "http", "https"]
                    .iter()
                    .any(|one| scheme.eq_ignore_ascii_case(one)) =>
            {
                return Path::Outside(path.to_owned());
            }
            // Some programs write a bare name.
            _ => trimmed,
        };
        let name = file_name(name);
        let find = |name: &str| self.names.get(&name.to_lowercase()).cloned();
        match find(name).or_else(|| find(&unescaped(name)?)) {
            Some(name) => Path::Inside(name),
            None => Path::Missing(path.to_owned()),
        }
    }

    /// Files that belong to no text, under the names that they have.
    pub(super) fn take_files(&mut self, project: &mut Project) {
        for (name, bytes) in std::mem::take(&mut self.package.files) {
            if self.used.contains(&name) {
                project.files.insert(name, bytes);
            } else if !self.texts.contains(&name) {
                self.warn("qda-unused-file", 0).args.push(("name".to_owned(), short(&name)));
                project.files.insert(name, bytes);
            }
        }
    }

    /// Selections of a text, each at its place.
    fn spans(&mut self, taken: &mut Taken, text: Option<&Text>) -> Vec<Selection> {
        let elements = taken.elements("PlainTextSelection");
        let mut found: Vec<(Selection, u32, String)> = Vec::with_capacity(elements.len());
        for element in elements {
            let mut one = Taken::new(element);
            let start = self.position(&mut one, "startPosition");
            let end = self.position(&mut one, "endPosition");
            let anchor = Anchor::Unanchored;
            let span = Span { start: start.unwrap_or(-1), end: end.unwrap_or(-1), anchor };
            let (line, title) = (one.line, one.title.clone());
            let selection = self.selection(one, Place::Span(span));
            match found.last_mut() {
                Some((whole, ..)) if is_part(whole, &selection) => {
                    whole.codings.extend(selection.codings);
                }
                _ => found.push((selection, line, title)),
            }
        }
        let Some(text) = text else {
            return found.into_iter().map(|(selection, ..)| selection).collect();
        };
        let written: Vec<Written<'_>> = found
            .iter()
            .map(|(one, ..)| {
                let (start, end) = match one.place {
                    Place::Span(span) => (span.start, span.end),
                    _ => (-1, -1),
                };
                Written { start, end, name: one.name.as_deref() }
            })
            .collect();
        let placed = positions::place(text, &written, &mut self.searched);
        if placed.is_odd {
            let way = placed.counting.name();
            let count = placed.confirmed.to_string();
            self.tell("qda-counting", taken, &[("way", way), ("n", &count)]);
        }
        let mut unproven = 0;
        for ((selection, line, title), (span, how)) in found.iter_mut().zip(placed.spans) {
            let code = match how {
                Found::ByPositions => None,
                Found::Unproven => {
                    unproven += 1;
                    None
                }
                Found::Unlike => Some("qda-unlike"),
                Found::ByQuotation => Some("qda-moved"),
                Found::Nowhere => Some("qda-unanchored"),
            };
            if let Some(code) = code {
                let (from, to) = match selection.place {
                    Place::Span(old) => (old.start, old.end),
                    _ => (-1, -1),
                };
                let title = title.as_str();
                let told = self.warn(code, *line);
                told.args.push(("element".to_owned(), title.to_owned()));
                told.args.push(("from".to_owned(), from.to_string()));
                told.args.push(("to".to_owned(), to.to_string()));
                told.args.push(("start".to_owned(), span.start.to_string()));
            }
            selection.place = Place::Span(span);
        }
        if unproven > 0 {
            self.tell("qda-unproven", taken, &[("n", &unproven.to_string())]);
        }
        found.into_iter().map(|(selection, ..)| selection).collect()
    }

    /// A whole number that must be there.
    fn position(&mut self, taken: &mut Taken, name: &str) -> Option<i64> {
        let text = taken.attribute(name).unwrap_or_default();
        let trimmed = text.trim();
        let number = is_integer(trimmed).then(|| trimmed.parse().ok()).flatten();
        if number.is_none() {
            self.tell("qda-bad-position", taken, &[("name", name), ("found", &text)]);
        }
        number
    }

    fn selection(&mut self, mut taken: Taken, place: Place) -> Selection {
        Selection {
            guid: self.guid(&mut taken),
            name: taken.attribute("name"),
            stamp: self.stamp(&mut taken),
            place,
            description: taken.words("Description"),
            codings: self.codings(&mut taken),
            notes: self.references(&mut taken, "NoteRef"),
            extra: self.rest(taken),
        }
    }

    fn media(&mut self, element: Element, kind: MediaKind) -> Source {
        let mut taken = Taken::new(element);
        let guid = self.guid(&mut taken);
        let name = taken.attribute("name");
        let stamp = self.stamp(&mut taken);
        let file = self.location(&mut taken, "path");
        let (text, selections) = match kind {
            MediaKind::Picture => ("TextDescription", "PictureSelection"),
            MediaKind::Pdf => ("Representation", "PDFSelection"),
            MediaKind::Audio => ("", "AudioSelection"),
            MediaKind::Video => ("", "VideoSelection"),
        };
        let text = if text.is_empty() { None } else { taken.element(text) };
        let text = text.map(|one| Box::new(self.text_source(one)));
        let transcripts = match kind {
            MediaKind::Audio | MediaKind::Video => taken.elements("Transcript"),
            _ => Vec::new(),
        };
        let transcripts = transcripts.into_iter().map(|one| self.transcript(one)).collect();
        let selections = taken.elements(selections).into_iter().map(|element| {
            let mut one = Taken::new(element);
            let place = self.part(&mut one, kind);
            self.selection(one, place)
        });
        Source::Media(Media {
            kind,
            guid,
            name,
            stamp,
            file,
            current_path: taken.attribute("currentPath"),
            description: taken.words("Description"),
            text,
            transcripts,
            selections: selections.collect(),
            codings: self.codings(&mut taken),
            notes: self.references(&mut taken, "NoteRef"),
            values: self.values(&mut taken),
            extra: self.rest(taken),
        })
    }

    /// The part of a medium that is selected.
    fn part(&mut self, taken: &mut Taken, kind: MediaKind) -> Place {
        let mut number = |name| self.position(taken, name).unwrap_or(-1);
        match kind {
            MediaKind::Audio | MediaKind::Video => {
                Place::Time { begin: number("begin"), end: number("end") }
            }
            MediaKind::Picture | MediaKind::Pdf => {
                let first = (number("firstX"), number("firstY"));
                let second = (number("secondX"), number("secondY"));
                if kind == MediaKind::Picture {
                    return Place::Area { first, second };
                }
                let page = number("page");
                let text = taken.element("Representation");
                let text = text.map(|one| Box::new(self.text_source(one)));
                Place::Page { page, first, second, text }
            }
        }
    }

    fn transcript(&mut self, element: Element) -> Transcript {
        let (mut source, mut taken, text) = self.text_start(element);
        let points: Vec<SyncPoint> = taken
            .elements("SyncPoint")
            .into_iter()
            .map(|element| {
                let mut one = Taken::new(element);
                let guid = self.guid(&mut one);
                let mut number = |name: &str| {
                    let is_there = one.attributes.iter().any(|(found, _)| found == name);
                    if is_there { self.position(&mut one, name) } else { None }
                };
                let (time, position) = (number("timeStamp"), number("position"));
                SyncPoint { guid, time, position, extra: self.rest(one) }
            })
            .collect();
        let points = self.counted_points(points, &taken, text.as_ref());
        for element in taken.elements("TranscriptSelection") {
            let mut one = Taken::new(element);
            let from = self.guid_in(&mut one, "fromSyncPoint");
            let to = self.guid_in(&mut one, "toSyncPoint");
            source.selections.push(self.selection(one, Place::Points { from, to }));
        }
        source.text = text.map(|text| text.text);
        source.extra = self.rest(taken);
        Transcript { text: source, points }
    }

    /// Points of a transcript, whose positions are counted in the text as it is kept.
    fn counted_points(
        &mut self,
        mut points: Vec<SyncPoint>,
        taken: &Taken,
        text: Option<&Text>,
    ) -> Vec<SyncPoint> {
        let Some(text) = text else { return points };
        let mut doubtful = 0;
        for point in &mut points {
            let Some(position) = point.position else { continue };
            let written = [Written { start: position, end: position, name: None }];
            let (span, how) = positions::place(text, &written, &mut self.searched).spans[0];
            if how != Found::ByPositions {
                doubtful += 1;
            }
            if how != Found::Nowhere {
                point.position = Some(span.start);
            }
        }
        if doubtful > 0 {
            self.tell("qda-points", taken, &[("n", &doubtful.to_string())]);
        }
        points
    }
}

/// Whether a selection is the part of another one that belongs to one of its coders, as it is
/// written here.
fn is_part(whole: &Selection, part: &Selection) -> bool {
    let coder = part.stamp.creator;
    let stamp = Stamp { creator: whole.stamp.creator, ..part.stamp.clone() };
    coder.is_some()
        && part.guid == part_of(&whole.guid, coder.as_ref())
        && !part.codings.is_empty()
        && part.codings.iter().all(|coding| coding.creator == coder)
        && stamp == whole.stamp
        && (&part.place, &part.name) == (&whole.place, &whole.name)
        && part.description == whole.description
        && part.notes.is_empty()
        && part.extra.is_empty()
}

/// Bytes as text: UTF-8, or UTF-16 that says so.
pub(in crate::refi_qda) fn decoded(bytes: &[u8]) -> Option<String> {
    let units = |read: fn([u8; 2]) -> u16| {
        // The mark stays: programs count it, or do not, as in UTF-8.
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| read(*pair)).collect();
        String::from_utf16(&units).ok().filter(|_| rest.is_empty())
    };
    match bytes {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// A name in which `%20` stands for a space and the like; none if there is nothing of that.
fn unescaped(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|two| u8::from_str_radix(two, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|text| text != name)
}

/// Names of files in lower case, with those that they have.
pub(in crate::refi_qda) fn names(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    files.keys().map(|name| (name.to_lowercase(), name.clone())).collect()
}
