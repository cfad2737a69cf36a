//! What becomes of a project that is taken in.

use std::collections::{BTreeMap, BTreeSet};

use daryn_coding::codebook::{Codebook, Colour};
use daryn_coding::refi_qda::Project;
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::refi_qda::model::{
    Anchor, Code, Media, Place, Selection, Source, TextSource, User,
};
use daryn_model::Diagnostic;

use super::{Alignment, own};
use crate::digest;
use crate::event::{By, Change, Coding, MadeCode, Memo, SeenDocument};
use crate::state::State;
use crate::text::{Anchors, Text};

mod differences;
mod names;

use differences::Differences;

/// What is known before.
pub struct Known<'a> {
    /// What holds in the store.
    pub state: &'a State,
    /// Texts of the study.
    pub texts: &'a [Text],
    /// Ids of its documents, with and without texts.
    pub documents: &'a BTreeSet<String>,
    /// Its codebook.
    pub codebook: Option<&'a Codebook>,
}

/// What is to be done.
#[derive(Debug, Default)]
pub struct Incoming {
    /// Texts that the study does not have.
    pub texts: Vec<NewText>,
    /// Codes that its codebook does not have, each behind the one above it.
    pub codes: Vec<NewCode>,
    /// Changes of what holds.
    pub changes: Vec<Change>,
    /// How many there are of what.
    pub counts: Counts,
    /// What is to be told.
    pub told: Vec<Diagnostic>,
}

/// A text that is to be written into the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewText {
    /// The document.
    pub document: String,
    /// What it is called.
    pub title: String,
    /// Its file: `texts/ID.txt`.
    pub file: String,
    /// Its words.
    pub text: String,
    /// `kk`, `ru`, `en`, or another language.
    pub language: &'static str,
}

/// A code that is to be written into the codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    /// Its id.
    pub id: String,
    /// Id of the code above it.
    pub parent: Option<String>,
    /// What it is called; no other code under the same one is called so.
    pub name: String,
    /// What it means.
    pub definition: String,
    /// How it is painted.
    pub colour: Option<Colour>,
}

/// How many there are of what in a project.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Counts {
    pub codes: usize,
    pub coders: usize,
    pub documents: usize,
    pub codings: usize,
    pub memos: usize,
    pub variables: usize,
    pub cases: usize,
    pub sets: usize,
    pub links: usize,
    pub graphs: usize,
    /// Codings that are used here.
    pub used: usize,
    /// Codings of words whose place is not known.
    pub unplaced: usize,
    /// Codings of whole sources, pictures, pages, sound: kept and given back, not used here.
    pub apart: usize,
}

/// What is to be done so that a study holds a project. Its codings get the ids that they have in
/// it; `file` is its name, for problems.
#[must_use]
pub fn incoming(project: &Project, known: &Known<'_>, file: &str) -> Incoming {
    let mut taking = Taking {
        known,
        file,
        coders: BTreeMap::new(),
        codes: BTreeMap::new(),
        about: BTreeMap::new(),
        codings: Vec::new(),
        documents: Vec::new(),
        differences: Differences::of(known.state),
        given: given(known.state),
        taken: known.documents.iter().map(|id| id.to_lowercase()).collect(),
        result: Incoming::default(),
    };
    taking.result.counts = Counts {
        coders: project.users.len(),
        documents: project.sources.len(),
        variables: project.variables.len(),
        cases: project.cases.len(),
        sets: project.sets.len(),
        links: project.links.len(),
        graphs: project.graphs.len(),
        ..Counts::default()
    };
    taking.coders(&project.users);
    taking.codes(project);
    for source in &project.sources {
        taking.source(source);
    }
    taking.memos(project);
    taking.done()
}

fn given(state: &State) -> BTreeMap<Guid, &str> {
    let codings = state.codings.keys().chain(&state.removed);
    let codings = codings.flat_map(|id| [("coding", id), ("selection", id)]);
    let all = codings.chain(state.memos.keys().map(|id| ("memo", id)));
    all.filter(|(_, id)| Guid::parse(id).is_none())
        .map(|(kind, id)| (own(kind, id), id.as_str()))
        .collect()
}

struct Taking<'a> {
    known: &'a Known<'a>,
    file: &'a str,
    /// Names of coders here.
    coders: BTreeMap<Guid, String>,
    /// Ids of codes here.
    codes: BTreeMap<Guid, String>,
    /// What notes are about, by the id of a coding, a code or a document here.
    about: BTreeMap<Guid, String>,
    codings: Vec<Coding>,
    documents: Vec<SeenDocument>,
    differences: Differences<'a>,
    /// Ids of what came into being here and was given away since, by the identifiers it got.
    given: BTreeMap<Guid, &'a str>,
    /// Ids of documents in small letters.
    taken: BTreeSet<String>,
    result: Incoming,
}

impl Taking<'_> {
    fn coders(&mut self, users: &[User]) {
        let mut names: BTreeSet<String> = self.known.state.coders.values().cloned().collect();
        let mut coders = Vec::new();
        for user in users {
            let guid = user.guid.to_string();
            let name = self.known.state.coders.get(&guid).cloned().unwrap_or_else(|| {
                let name = user.name.clone().or_else(|| user.id.clone());
                let name = name.filter(|name| !name.trim().is_empty()).unwrap_or_default();
                match name.is_empty() {
                    true => guid.clone(),
                    // A coder of this name who came otherwise is taken for the same person.
                    false if !names.contains(&name) => name,
                    false => format!("{name} ({})", &guid[..8]),
                }
            });
            names.insert(name.clone());
            coders.push((name.clone(), guid));
            self.coders.insert(user.guid, name);
        }
        if !coders.is_empty() {
            self.result.changes.push(Change::Coders { coders });
        }
    }

    fn codes(&mut self, project: &Project) {
        let mut book = names::Book::of(self.known.codebook, self.known.state);
        let mut made = Vec::new();
        let mut open: Vec<(&Code, Option<String>)> =
            project.codes.iter().rev().map(|code| (code, None)).collect();
        while let Some((code, parent)) = open.pop() {
            self.result.counts.codes += 1;
            let (id, new) = book.take(code, parent.as_deref());
            self.result.codes.extend(new);
            made.push(MadeCode {
                id: id.clone(),
                guid: code.guid.to_string(),
                name: code.name.clone(),
                parent,
                definition: code.description.clone().unwrap_or_default(),
                colour: code
                    .color
                    .as_deref()
                    .and_then(names::colour)
                    .map(|c| c.as_str().to_owned()),
            });
            for note in &code.notes {
                self.about.entry(*note).or_insert_with(|| id.clone());
            }
            open.extend(code.codes.iter().rev().map(|below| (below, Some(id.clone()))));
            self.codes.insert(code.guid, id);
        }
        if !made.is_empty() {
            self.result.changes.push(Change::Codes { codes: made });
        }
    }

    fn source(&mut self, source: &Source) {
        let (text, name) = match source {
            Source::Text(text) => (Some(text), text.name.as_deref()),
            Source::Media(media) => {
                self.apart(media);
                (media.text.as_deref(), media.name.as_deref())
            }
        };
        let Some(text) = text else { return };
        let name = name.or(text.name.as_deref()).unwrap_or_default();
        self.result.counts.apart += text.codings.len();
        self.result.counts.codings += text.codings.len();
        match &text.text {
            Some(words) => self.text(text, name, words),
            None => {
                let codings: usize = text.selections.iter().map(|one| one.codings.len()).sum();
                self.result.counts.codings += codings;
                self.result.counts.unplaced += codings;
            }
        }
    }

    /// Codings of a medium that are not codings of words.
    fn apart(&mut self, media: &Media) {
        let mut codings = media.codings.len();
        codings += media.selections.iter().map(|one| one.codings.len()).sum::<usize>();
        for transcript in &media.transcripts {
            let selections = &transcript.text.selections;
            codings += transcript.text.codings.len();
            codings += selections.iter().map(|one| one.codings.len()).sum::<usize>();
        }
        self.result.counts.codings += codings;
        self.result.counts.apart += codings;
    }

    fn text(&mut self, source: &TextSource, name: &str, words: &str) {
        // A text that is read from another form here is not read again from its words.
        let same = digest(words.as_bytes());
        let own = self.known.texts.iter().find(|own| own.digest == same && own.points() > 0);
        let read = match own {
            Some(own) => own.read.clone(),
            None => daryn_read::read(words.as_bytes(), "text.txt"),
        };
        let language = read.language.language().code();
        let mut text = Text::new("", "", read);
        (text.document, text.file) = self.document(source, name, words, &text, language);
        let alignment = own.is_none().then(|| Alignment::of(words, &text.read));
        let anchors = Anchors::of(&text);
        for selection in &source.selections {
            self.result.counts.codings += selection.codings.len();
            let place = match &selection.place {
                Place::Span(span) if span.anchor == Anchor::Exact => {
                    let point = |place: i64| usize::try_from(place).ok();
                    let (start, end) = (point(span.start), point(span.end));
                    start.zip(end).and_then(|(start, end)| match &alignment {
                        Some(alignment) => alignment.to_read(start, end),
                        None => Some((start, end)),
                    })
                }
                _ => None,
            };
            let anchor = place.and_then(|(start, end)| anchors.make(start, end));
            let (Some((start, end)), Some(anchor)) = (place, anchor) else {
                self.result.counts.unplaced += selection.codings.len();
                let note = self.id("selection", selection.guid);
                let codings = selection.codings.iter();
                let ids = codings.map(|one| self.id("coding", one.guid)).chain([note]);
                let ids: Vec<String> = ids.collect();
                self.differences.there.extend(ids);
                continue;
            };
            self.selection(selection, &text, (start, end), &anchor);
        }
        for note in &source.notes {
            self.about.entry(*note).or_insert_with(|| text.document.clone());
        }
        self.differences.texts.insert(text.file);
    }

    fn selection(
        &mut self,
        selection: &Selection,
        text: &Text,
        (start, end): (usize, usize),
        anchor: &daryn_read::anchor::Anchor,
    ) {
        let note = selection.description.as_deref().unwrap_or_default();
        if selection.codings.is_empty() && !note.trim().is_empty() {
            let id = self.id("selection", selection.guid);
            let mut made = [self.coding(id, selection, text, (start, end), anchor)];
            self.differences.selection(&mut made, self.known.state);
            self.codings.extend(made);
        }
        let begin = self.codings.len();
        for coding in &selection.codings {
            let id = self.id("coding", coding.guid);
            for note in selection.notes.iter().chain(&coding.notes) {
                self.about.entry(*note).or_insert_with(|| id.clone());
            }
            let code = self.codes.get(&coding.code).cloned();
            let made = self.coding(id, selection, text, (start, end), anchor);
            self.codings.push(Coding {
                code: code.unwrap_or_else(|| coding.code.to_string()),
                coder: coding.creator.map_or(made.coder.clone(), |guid| self.coder(guid)),
                time: coding.created.clone().or_else(|| made.time.clone()),
                ..made
            });
            self.result.counts.used += 1;
        }
        self.differences.selection(&mut self.codings[begin..], self.known.state);
    }

    /// What is known of a selection, as a note on it.
    fn coding(
        &self,
        id: String,
        selection: &Selection,
        text: &Text,
        (start, end): (usize, usize),
        anchor: &daryn_read::anchor::Anchor,
    ) -> Coding {
        Coding {
            id,
            document: text.document.clone(),
            file: text.file.clone(),
            passage: text.passage(start, end),
            start,
            end,
            text: text.digest.clone(),
            anchor: anchor.clone(),
            code: String::new(),
            coder: selection.stamp.creator.map(|guid| self.coder(guid)).unwrap_or_default(),
            by: By::Person,
            time: selection.stamp.created.clone(),
            version: None,
            memo: selection.description.clone().unwrap_or_default(),
        }
    }

    fn coder(&self, guid: Guid) -> String {
        self.coders.get(&guid).cloned().unwrap_or_else(|| guid.to_string())
    }

    fn id(&self, kind: &str, guid: Guid) -> String {
        let known = self.given.get(&guid).map(|id| (*id).to_owned());
        let id = known.filter(|id| own(kind, id) == guid).unwrap_or_else(|| guid.to_string());
        self.known.state.known_as(&id).map_or(id.clone(), str::to_owned)
    }

    /// The document of a source here: by its identifier, by its words, or a new one.
    fn document(
        &mut self,
        source: &TextSource,
        name: &str,
        words: &str,
        text: &Text,
        language: &'static str,
    ) -> (String, String) {
        let guid = source.guid.to_string();
        let known = self.known;
        let texts = known.texts;
        let seen = known.state.documents.get(&guid).and_then(|seen| {
            // Its file may have gone; then its text is written again.
            texts.iter().find(|text| text.file == seen.file)
        });
        let found = seen
            .or_else(|| texts.iter().find(|text| own("document", &text.file) == source.guid))
            .or_else(|| {
                let is = |own: &&Text| own.digest == text.digest && own.points() > 0;
                texts.iter().find(is)
            });
        let (document, file) = match found {
            // A text that an import wrote which then was killed has no row yet.
            Some(text) if text.document == text.file && names::id_of(&text.file).is_some() => {
                let document = names::id_of(&text.file).unwrap_or_default().to_owned();
                self.taken.insert(document.to_lowercase());
                self.add(&document, name, words, language);
                (document, text.file.clone())
            }
            Some(text) => (text.document.clone(), text.file.clone()),
            None => {
                let document = names::document(name, &mut self.taken);
                let file = self.add(&document, name, words, language);
                (document, file)
            }
        };
        self.documents.push(SeenDocument {
            document: document.clone(),
            file: file.clone(),
            guid,
            text: text.digest.clone(),
        });
        (document, file)
    }

    /// A text that the study is to have; gives its file.
    fn add(&mut self, document: &str, name: &str, words: &str, language: &'static str) -> String {
        let file = names::file_of(document);
        let title = if name.trim().is_empty() { document } else { name };
        self.result.texts.push(NewText {
            document: document.to_owned(),
            title: title.to_owned(),
            file: file.clone(),
            text: words.to_owned(),
            language,
        });
        file
    }

    fn memos(&mut self, project: &Project) {
        let mut memos = Vec::new();
        for note in &project.notes {
            let Some(text) = note.text.as_ref().filter(|text| !text.trim().is_empty()) else {
                continue;
            };
            let coder = note.stamp.creator.and_then(|guid| self.coders.get(&guid).cloned());
            memos.push(Memo {
                id: self.id("memo", note.guid),
                about: self.about.get(&note.guid).cloned().unwrap_or_default(),
                text: text.clone(),
                coder: coder.unwrap_or_default(),
                time: note.stamp.created.clone().unwrap_or_default(),
            });
        }
        self.result.counts.memos = project.notes.len();
        if !memos.is_empty() {
            self.result.changes.push(Change::Memos { memos });
        }
    }

    fn done(mut self) -> Incoming {
        let mut told = |code: &str, n: usize| {
            if n > 0 {
                self.result.told.push(Diagnostic::warning(code, self.file, 0).with("n", n));
            }
        };
        told("store-import-unplaced", self.result.counts.unplaced);
        told("store-import-apart", self.result.counts.apart);
        if !self.documents.is_empty() {
            self.result.changes.push(Change::Documents { documents: self.documents });
        }
        let differences = self.differences.changes(self.known.state, self.file);
        let (mut changes, told) = differences;
        self.result.told.extend(told);
        // What is known by another id is known before it comes.
        self.result.changes.append(&mut changes);
        if !self.codings.is_empty() {
            self.result.changes.push(Change::Codings { codings: self.codings });
        }
        self.result
    }
}

/// The change that keeps the bytes of a project.
#[must_use]
pub fn kept(bytes: &[u8]) -> Change {
    Change::Exchange { content: digest(bytes) }
}
