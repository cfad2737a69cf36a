//! A project for other programs: what came from them, with all that was done here since.

use std::collections::{BTreeMap, BTreeSet};

use daryn_coding::codebook::{self, Codebook};
use daryn_coding::refi_qda::Project;
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::refi_qda::model::{
    Anchor, Code, Coding, Extra, Place, Selection, Source, Span, Stamp, TextSource, User,
};
use daryn_model::{Diagnostic, Lang};

use super::merge::{find_code, moved_to};
use super::{Alignment, own, texts_of, texts_of_mut};
use crate::state::{Held, State};
use crate::text::Text;

/// Letters of a quotation that programs write as the name of a selection.
const NAME: usize = 100;

/// A study as it is given away.
pub struct Study<'a> {
    /// Its name.
    pub name: &'a str,
    /// What holds in its store.
    pub state: &'a State,
    /// Its texts as they are now.
    pub texts: &'a [Text],
    /// Its codebooks; those behind the first add codes that it does not have.
    pub codebooks: &'a [&'a Codebook],
    /// The language in which codes are given away.
    pub lang: Lang,
}

/// The project of a study: `base` is what came from other programs. The same study gives the same
/// project. Told is what of the codebook a project cannot hold.
#[must_use]
pub fn outgoing(
    base: Option<Project>,
    study: &Study<'_>,
    file: &str,
) -> (Project, Vec<Diagnostic>) {
    let empty = || Project {
        name: study.name.to_owned(),
        origin: Some("daryn".into()),
        ..Project::default()
    };
    let mut giving = Giving {
        project: base.unwrap_or_else(empty),
        study,
        file,
        coders: BTreeMap::new(),
        told: Vec::new(),
        unheld: (0, BTreeSet::new()),
    };
    giving.take_back();
    giving.notes();
    giving.follow_texts();
    giving.codes();
    giving.coders();
    giving.codings();
    giving.memos();
    (giving.project, giving.told)
}

struct Giving<'a> {
    project: Project,
    study: &'a Study<'a>,
    file: &'a str,
    coders: BTreeMap<String, Guid>,
    told: Vec<Diagnostic>,
    /// Codes with words in languages that are not written, and these.
    unheld: (usize, BTreeSet<Lang>),
}

impl Giving<'_> {
    /// Removes codings that were taken back.
    fn take_back(&mut self) {
        let state = self.study.state;
        // What is known by another id here is given as that.
        let other = state.same.keys().filter(|id| state.known_as(id).is_some());
        let removed: BTreeSet<Guid> =
            state.removed.iter().chain(other).filter_map(|id| Guid::parse(id)).collect();
        if removed.is_empty() {
            return;
        }
        for text in texts_of_mut(&mut self.project) {
            text.selections.retain_mut(|one| {
                if one.codings.is_empty() {
                    return !removed.contains(&one.guid);
                }
                let before = one.codings.len();
                one.codings.retain(|coding| !removed.contains(&coding.guid));
                let is_bare = one.description.is_none() && one.notes.is_empty();
                one.codings.len() == before || !one.codings.is_empty() || !is_bare
            });
        }
    }

    /// What is noted here on codings that came is another text now.
    fn notes(&mut self) {
        let noted: BTreeMap<Guid, &Held> = self
            .study
            .state
            .codings
            .iter()
            .filter(|(_, held)| held.memo != held.made.memo)
            .filter_map(|(id, held)| Some((Guid::parse(id)?, held)))
            .collect();
        for text in texts_of_mut(&mut self.project).filter(|_| !noted.is_empty()) {
            for one in &mut text.selections {
                let guids = one.codings.iter().map(|coding| &coding.guid).chain([&one.guid]);
                if let Some(held) = guids.into_iter().find_map(|guid| noted.get(guid)) {
                    one.description = Some(held.memo.clone()).filter(|memo| !memo.is_empty());
                }
            }
        }
    }

    /// Sources whose text is another one here by now get it, with their selections.
    fn follow_texts(&mut self) {
        let study = self.study;
        let held: BTreeMap<Guid, &Held> = study
            .state
            .codings
            .iter()
            .filter_map(|(id, held)| Some((Guid::parse(id)?, held)))
            .collect();
        for source in texts_of_mut(&mut self.project) {
            let seen = study.state.documents.get(&source.guid.to_string());
            let Some(seen) = seen else { continue };
            let Some(text) = study.texts.iter().find(|text| text.file == seen.file) else {
                continue;
            };
            let Some(old) = source.text.as_deref().filter(|_| text.digest != seen.text) else {
                continue;
            };
            let new = &text.read.text;
            let mut moved = moved_to(&source.selections, old, new);
            for one in &mut moved {
                // What was looked for, and perhaps accepted by somebody, is known better.
                let guids = one.codings.iter().map(|coding| &coding.guid).chain([&one.guid]);
                let held = guids.into_iter().find_map(|guid| held.get(guid));
                if let (Some(held), Place::Span(span)) = (held, &mut one.place) {
                    *span = span_of(held, *span);
                }
            }
            source.selections = moved;
            source.text = Some(new.clone());
        }
    }

    /// Codes of the codebook, as they are called now.
    fn codes(&mut self) {
        for codebook in self.study.codebooks {
            self.codebook(codebook);
        }
        let (n, languages) = std::mem::take(&mut self.unheld);
        if n > 0 {
            let languages: Vec<&str> = languages.into_iter().map(Lang::code).collect();
            let told = Diagnostic::warning("store-export-languages", self.file, 0);
            self.told.push(told.with("n", n).with("languages", languages.join(", ")));
        }
    }

    fn codebook(&mut self, codebook: &Codebook) {
        let state = self.study.state;
        let guids: BTreeMap<&str, Guid> = state
            .codes
            .values()
            .rev()
            .filter_map(|code| Some((code.id.as_str(), Guid::parse(&code.guid)?)))
            .collect();
        let used: BTreeSet<&str> =
            state.codings.values().map(|held| held.made.code.as_str()).collect();
        let parents: BTreeSet<&str> = codebook
            .codes
            .iter()
            .filter_map(|code| Some(code.parent.as_ref()?.0.as_str()))
            .collect();
        let guid = |id: &str| guids.get(id).copied().unwrap_or_else(|| own("code", id));
        for code in &codebook.codes {
            let id = code.id.0.as_str();
            let name = code.name.get(self.study.lang).map_or(id, |(_, name)| name);
            let made = state.codes.get(&guid(id).to_string());
            let description = self.description(code);
            let color = code.colour.as_ref().map(|colour| colour.as_str().to_owned());
            if let Some(there) = find_code(&mut self.project.codes, &guid(id)) {
                // As it came, unless somebody changed it here since.
                if made.is_none_or(|made| !starts_as(name, &made.name)) {
                    name.clone_into(&mut there.name);
                }
                let definition = made.map(|made| made.definition.as_str()).unwrap_or_default();
                if description.as_deref().unwrap_or_default() != definition {
                    there.description = description;
                }
                if made.is_none_or(|made| made.colour != color) {
                    there.color = color;
                }
                continue;
            }
            let new = Code {
                guid: guid(id),
                name: name.to_owned(),
                is_codable: !parents.contains(id) || used.contains(id),
                color,
                description,
                notes: Vec::new(),
                codes: Vec::new(),
                extra: Extra::default(),
            };
            let parent = code.parent.as_ref().map(|parent| guid(&parent.0));
            match parent.and_then(|parent| find_code(&mut self.project.codes, &parent)) {
                Some(parent) => parent.codes.push(new),
                None => self.project.codes.push(new),
            }
        }
    }

    /// Definition, rules and example of a code in one text, since a project has one for all.
    fn description(&mut self, code: &codebook::Code) -> Option<String> {
        let lang = self.study.lang;
        let parts = [
            ("", &code.definition),
            ("+ ", &code.include),
            ("− ", &code.exclude),
            ("„ ", &code.example),
        ];
        let lines: Vec<String> = parts
            .iter()
            .filter_map(|(sign, text)| Some(format!("{sign}{}", text.get(lang)?.1)))
            .collect();
        let others: BTreeSet<Lang> = parts
            .iter()
            .flat_map(|(_, text)| text.iter())
            .chain(code.name.iter())
            .map(|(lang, _)| lang)
            // What has no words in this language is written in the first that has some.
            .filter(|other| *other != lang && code.name.exact(lang).is_some())
            .collect();
        if !others.is_empty() {
            self.unheld.0 += 1;
            self.unheld.1.extend(others);
        }
        (!lines.is_empty()).then(|| lines.join("\n\n"))
    }

    fn coders(&mut self) {
        for (guid, name) in self.study.state.coders.iter().rev() {
            if let Some(guid) = Guid::parse(guid) {
                self.coders.insert(name.clone(), guid);
            }
        }
    }

    /// Who has a name, as a coder of the project.
    fn coder(&mut self, name: &str) -> Option<Guid> {
        if name.is_empty() {
            return None;
        }
        let guid = *self.coders.entry(name.to_owned()).or_insert_with(|| own("coder", name));
        if !self.project.users.iter().any(|user| user.guid == guid) {
            let name = Some(name.to_owned());
            self.project.users.push(User { guid, name, id: None, extra: Extra::default() });
        }
        Some(guid)
    }

    /// Codings that came into being here.
    fn codings(&mut self) {
        let there: BTreeSet<Guid> = texts_of(&self.project)
            .flat_map(|text| &text.selections)
            .flat_map(|one| one.codings.iter().map(|coding| coding.guid).chain([one.guid]))
            .collect();
        let study = self.study;
        let mut by_file: BTreeMap<&str, Vec<&Held>> = BTreeMap::new();
        for held in study.state.in_order() {
            let kind = if held.made.code.is_empty() { "selection" } else { "coding" };
            if !there.contains(&guid_of(kind, &held.made.id)) {
                let file = held.spot().map_or(held.made.file.as_str(), |spot| spot.file);
                by_file.entry(file).or_default().push(held);
            }
        }
        for (file, held) in by_file {
            let Some(at) = self.source(file) else {
                let told = Diagnostic::warning("store-export-no-text", self.file, 0);
                self.told.push(told.with("text", file).with("n", held.len()));
                continue;
            };
            let text = study.texts.iter().find(|text| text.file == file);
            let plain = texts_of(&self.project).nth(at).and_then(|source| source.text.clone());
            // Where the source holds what is read here, places are the same.
            let alignment = text.zip(plain.as_deref()).and_then(|(text, plain)| {
                (text.read.text != plain).then(|| Alignment::of(plain, &text.read))
            });
            let mut new = Vec::with_capacity(held.len());
            for held in held {
                new.push(self.selection(held, alignment.as_ref()));
            }
            if let Some(source) = texts_of_mut(&mut self.project).nth(at) {
                source.selections.extend(new);
            }
        }
    }

    /// Where the source of a text stands among the texts of the project.
    fn source(&mut self, file: &str) -> Option<usize> {
        let state = self.study.state;
        let is = |guid: &Guid| {
            let seen = state.documents.get(&guid.to_string());
            *guid == own("document", file) || seen.is_some_and(|seen| seen.file == file)
        };
        if let Some(at) = texts_of(&self.project).position(|text| is(&text.guid)) {
            return Some(at);
        }
        let text = self.study.texts.iter().find(|text| text.file == file)?;
        let mut source = TextSource::new(own("document", file), Some(text.read.text.clone()));
        source.name = Some(text.file.strip_prefix("texts/").unwrap_or(&text.file).to_owned());
        self.project.sources.push(Source::Text(source));
        texts_of(&self.project).position(|text| is(&text.guid))
    }

    fn selection(&mut self, held: &Held, alignment: Option<&Alignment>) -> Selection {
        let made = &held.made;
        let creator = self.coder(&made.coder);
        let mut span = span_of(held, Span { start: -1, end: -1, anchor: Anchor::Unanchored });
        if let (Some(alignment), Anchor::Exact) = (alignment, span.anchor) {
            let place = held.spot().and_then(|spot| alignment.to_plain(spot.start, spot.end));
            span = match place {
                Some((start, end)) => {
                    Span { start: start as i64, end: end as i64, anchor: Anchor::Exact }
                }
                None => Span { anchor: Anchor::Unanchored, ..span },
            };
        }
        let quote = held.spot().map_or(made.anchor.quote.as_str(), |spot| spot.quote);
        let coding = Coding {
            guid: guid_of("coding", &made.id),
            code: self.code(&made.code),
            creator,
            created: made.time.clone(),
            notes: Vec::new(),
            extra: Extra::default(),
        };
        Selection {
            guid: if made.code.is_empty() {
                guid_of("selection", &made.id)
            } else {
                own("selection", &made.id)
            },
            name: Some(quote.chars().take(NAME).collect()),
            stamp: Stamp { creator, created: made.time.clone(), ..Stamp::default() },
            place: Place::Span(span),
            description: Some(held.memo.clone()).filter(|memo| !memo.is_empty()),
            codings: if made.code.is_empty() { Vec::new() } else { vec![coding] },
            notes: Vec::new(),
            extra: Extra::default(),
        }
    }

    fn code(&self, id: &str) -> Guid {
        let known = self.study.state.codes.values().find(|code| code.id == id);
        let known = known.and_then(|code| Guid::parse(&code.guid));
        known.or_else(|| Guid::parse(id)).unwrap_or_else(|| own("code", id))
    }

    /// Memos that were written here.
    fn memos(&mut self) {
        let there: BTreeSet<Guid> = self.project.notes.iter().map(|note| note.guid).collect();
        let memos: Vec<_> = self.study.state.memos.values().collect();
        for memo in memos {
            let guid = guid_of("memo", &memo.id);
            if there.contains(&guid) {
                continue;
            }
            let mut note = TextSource::new(guid, Some(memo.text.clone()));
            let first = memo.text.lines().next().unwrap_or_default();
            note.name = Some(first.chars().take(NAME).collect());
            let created = Some(memo.time.clone()).filter(|time| !time.is_empty());
            note.stamp = Stamp { creator: self.coder(&memo.coder), created, ..Stamp::default() };
            self.project.notes.push(note);
            self.attach(&memo.about, guid);
        }
    }

    fn attach(&mut self, about: &str, note: Guid) {
        let (coding, code) = (guid_of("coding", about), self.code(about));
        if let Some(code) = find_code(&mut self.project.codes, &code) {
            code.notes.push(note);
            return;
        }
        let study = self.study;
        let file = study.texts.iter().find(|text| text.document == about).map(|text| &text.file);
        let document = file.and_then(|file| self.source(file));
        for (at, text) in texts_of_mut(&mut self.project).enumerate() {
            let has = |one: &&mut Selection| one.codings.iter().any(|one| one.guid == coding);
            if let Some(one) = text.selections.iter_mut().find(has) {
                one.notes.push(note);
                return;
            }
            if document == Some(at) {
                text.notes.push(note);
                return;
            }
        }
        self.project.notes_on.push(note);
    }
}

/// Where a coding is in the text as it is now; `unknown` gives the positions where it is not.
fn span_of(held: &Held, unknown: Span) -> Span {
    match held.spot() {
        Some(spot) => {
            Span { start: spot.start as i64, end: spot.end as i64, anchor: Anchor::Exact }
        }
        None => Span { anchor: Anchor::Unanchored, ..unknown },
    }
}

/// The identifier that an id is, or that is made of it.
fn guid_of(kind: &str, id: &str) -> Guid {
    Guid::parse(id).unwrap_or_else(|| own(kind, id))
}

/// Whether a name is one that came, told apart from another one by a number behind it.
fn starts_as(name: &str, came: &str) -> bool {
    let rest = name.strip_prefix(came);
    rest.is_some_and(|rest| {
        let digits = rest.strip_prefix(" (").and_then(|rest| rest.strip_suffix(')'));
        rest.is_empty() || digits.is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
    })
}
