//! A study with what people coded in it: its texts, its codebook, its store.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Arg, ArgMatches, value_parser};
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::{Codebook, codebook};
use daryn_model::{Diagnostic, Lang};
use daryn_report::Speaker;
use daryn_report::pipeline::{self, Owners, head};
use daryn_store::{Appended, Change, Event, New, Origin, Payload, State, Store, Text, anchoring};
use daryn_study::folder::{CODEBOOK, Folder};
use rayon::prelude::*;

use crate::arguments::{self, option};
use crate::output::{Output, Stream};
use crate::sources;
use crate::stop::Stop;
use crate::study;

/// A study that was opened.
pub(crate) struct Coded {
    pub(crate) folder: Folder,
    /// Its texts.
    pub(crate) texts: Vec<Text>,
    /// Ids of its documents.
    pub(crate) documents: BTreeSet<String>,
    /// Its codebook, or the one that daryn brings along.
    pub(crate) codebook: Codebook,
    /// Whether the codebook is the study's own, or was named.
    pub(crate) has_codebook: bool,
    /// What people coded; nothing where nobody did.
    pub(crate) store: Option<Store>,
    /// What holds in the store.
    pub(crate) state: State,
    /// The last event that it is the sum of.
    pub(crate) last: i64,
}

/// The name of who does something.
pub(crate) fn coder(speaker: &Speaker) -> Arg {
    option(speaker, "coder", "NAME", "cli-coder")
}

/// A codebook that is used instead of that of the study.
pub(crate) fn codebook(speaker: &Speaker) -> Arg {
    option(speaker, "codebook", "FILE", "cli-store-codebook").value_parser(value_parser!(PathBuf))
}

/// Who does something: the name that was given, or that of the user of the system.
pub(crate) fn who(matches: &ArgMatches) -> String {
    let given = arguments::text(matches, "coder").map(str::to_owned);
    let known = ["DARYN_CODER", "USER", "USERNAME"].into_iter();
    let known = known.filter_map(|name| std::env::var(name).ok());
    let mut names = given.into_iter().chain(known).map(|name| name.trim().to_owned());
    names.find(|name| !name.is_empty()).unwrap_or_else(|| "–".to_owned())
}

/// Opens a study, with its texts, and its store where it has one, or where one is to be made.
/// Codings are looked for in texts that changed, and what came of that is kept and told.
pub(crate) fn open(
    dir: &Path,
    named: Option<&PathBuf>,
    is_made: bool,
    output: &Output,
) -> Result<Coded, Stop> {
    let folder = study::open_alone(dir, None)?;
    let (codebook, has_codebook) = read_codebook(dir, named, output)?;
    let has_store = dir.join(daryn_store::FILE).exists();
    let opened = match (is_made, has_store) {
        (true, _) => Some(Store::open(dir)),
        (false, true) => Some(Store::open_there(dir)),
        (false, false) => None,
    };
    let opened = opened.transpose().map_err(stop)?;
    let store = opened.map(|opened| {
        output.problems(Stream::Talk, &opened.told);
        opened.store
    });
    let events = match &store {
        Some(store) => store.events().map_err(stop)?,
        None => Vec::new(),
    };
    let (state, last) = sum(&events);
    let texts = texts(&folder);
    let documents = pipeline::document_ids(&folder).into_iter().collect();
    let mut coded = Coded { folder, texts, documents, codebook, has_codebook, store, state, last };
    coded.follow_texts(output)?;
    Ok(coded)
}

/// Stops where nobody coded in a study.
pub(crate) fn must_be(dir: &Path) -> Result<(), Stop> {
    match dir.join(daryn_store::FILE).is_file() {
        true => Ok(()),
        false => Err(Stop::problem("store-none", &[("path", &dir.display())])),
    }
}

/// The store of a study that has one.
pub(crate) fn store(dir: &Path, output: &Output) -> Result<Store, Stop> {
    must_be(dir)?;
    let opened = Store::open(dir).map_err(stop)?;
    output.problems(Stream::Talk, &opened.told);
    Ok(opened.store)
}

impl Coded {
    /// Looks for codings in texts that changed; what comes of it is kept, if it can be, and told.
    pub(crate) fn follow_texts(&mut self, output: &Output) -> Result<(), Stop> {
        let changes = anchoring::changes(&self.state, &self.texts);
        if changes.is_empty() {
            return Ok(());
        }
        let review = anchoring::to_review(&changes).len();
        let moved: usize = changes
            .iter()
            .map(|change| match change {
                Change::Anchored { moved, .. } => moved.len(),
                _ => 0,
            })
            .sum();
        match self.store.as_ref().is_some_and(Store::can_write) {
            true => self.keep("daryn", Payload::of(changes), &[])?,
            false => self.state.take(&changes),
        }
        let told = Diagnostic::warning("store-anchored", daryn_store::FILE, 0);
        output.problems(Stream::Talk, &[told.with("moved", moved).with("review", review)]);
        Ok(())
    }

    /// Keeps an event; what holds is what holds after it.
    pub(crate) fn keep(
        &mut self,
        who: &str,
        payload: Payload,
        contents: &[&[u8]],
    ) -> Result<(), Stop> {
        let Some(store) = &mut self.store else {
            return Err(Stop::Internal("an event without a store".to_owned()));
        };
        let new = event(who, payload);
        store.append_with(contents, |_| Ok(new)).map_err(stop)?;
        self.look_again()
    }

    /// The same, if nobody else kept an event since; else what holds is looked at again, and what
    /// follows from it is to be thought anew.
    pub(crate) fn keep_if_alone(&mut self, who: &str, payload: Payload) -> Result<bool, Stop> {
        let Some(store) = &mut self.store else {
            return Err(Stop::Internal("an event without a store".to_owned()));
        };
        let new = event(who, payload);
        let Some(Appended::Kept(at)) = store.append_behind(self.last, &new, &[]).map_err(stop)?
        else {
            self.look_again()?;
            return Ok(false);
        };
        self.state.take(&new.payload.changes);
        self.last = at;
        Ok(true)
    }

    fn look_again(&mut self) -> Result<(), Stop> {
        if let Some(store) = &self.store {
            (self.state, self.last) = sum(&store.events().map_err(stop)?);
        }
        Ok(())
    }

    /// The language in which the study speaks.
    pub(crate) fn lang(&self, output: &Output) -> Lang {
        self.folder.languages.first().copied().unwrap_or(output.speaker.lang)
    }

    /// What a text is called where only one name is to stand: the id of its document, or its file
    /// where the document has several texts.
    pub(crate) fn name<'a>(&self, text: &'a Text) -> &'a str {
        let is_other = |other: &&Text| other.document == text.document && other.file != text.file;
        match self.texts.iter().any(|other| is_other(&other)) {
            true => &text.file,
            false => &text.document,
        }
    }

    /// The text that is meant by a name and words at a place of it.
    pub(crate) fn text(&self, name: &str, place: (usize, usize), quote: &str) -> Option<&Text> {
        let is = |text: &&Text| text.document == name || text.file == name;
        let says = |text: &&Text| text.words(place.0, place.1) == Some(quote);
        let found = self.texts.iter().filter(is).find(says);
        found.or_else(|| self.texts.iter().find(is))
    }
}

/// What holds after some events, and the last of them.
fn sum(events: &[Event]) -> (State, i64) {
    (State::of(events), events.last().map_or(0, |event| event.sequence))
}

/// An event of now. Its id is that of no other: what is done twice is two events.
pub(crate) fn event(who: &str, payload: Payload) -> New {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
    let (now, process) = (now.to_string(), std::process::id().to_string());
    let body = serde_json::to_string(&payload).unwrap_or_default();
    let undoes = payload.undoes.clone().unwrap_or_default();
    let parts = ["event", &now, &process, who, &body, &undoes];
    let id = Guid::derived(&parts).to_string();
    New { id, time: sources::now(), who: who.to_owned(), payload }
}

/// Where something came from.
pub(crate) fn origin(path: &Path, bytes: &[u8]) -> Origin {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Origin { file, sha256: daryn_store::digest(bytes) }
}

/// What a store told stops the command.
#[expect(clippy::boxed_local, reason = "this is how it comes out of a result")]
pub(crate) fn stop(told: Box<Diagnostic>) -> Stop {
    Stop::Problems(vec![*told])
}

/// The codebook that was named, or that of the study, or the one that daryn brings along; and
/// whether it is not the last.
fn read_codebook(
    dir: &Path,
    named: Option<&PathBuf>,
    output: &Output,
) -> Result<(Codebook, bool), Stop> {
    let own = dir.join(CODEBOOK);
    let path = match named {
        Some(path) => Some(path.clone()),
        None => own.is_file().then_some(own),
    };
    let mut problems = Vec::new();
    let Some(path) = path else {
        let (file, text) = codebook::BUILT_IN;
        let read = Codebook::parse(file, text.as_bytes(), &mut problems);
        return read.map(|read| (read, false)).ok_or(Stop::Problems(problems));
    };
    let bytes = fs::read(&path).map_err(|error| {
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("path", &path.display()), ("reason", &error)];
        Stop::problem("source-file-unreadable", &values)
    })?;
    let read = Codebook::parse(&path.display().to_string(), &bytes, &mut problems);
    match read {
        Some(read) => {
            output.problems(Stream::Talk, &problems);
            Ok((read, true))
        }
        None => Err(Stop::Problems(problems)),
    }
}

/// The texts of a study.
fn texts(folder: &Folder) -> Vec<Text> {
    let owners = Owners::of(folder);
    let read = |name: &String| {
        let bytes = folder.files.get(name)?;
        let side = folder.side_of(name).and_then(|side| folder.files.get(&side));
        let read = daryn_read::read_with(bytes, name, side.map(Vec::as_slice));
        let document = owners.find(name, &head(&read));
        // A text that belongs to no row is known by its file; `daryn check` tells of it.
        Some(Text::new(document.as_deref().unwrap_or(name), name, read))
    };
    folder.texts.par_iter().filter_map(read).collect()
}

/// Which of some events are undone.
pub(crate) fn undone(events: &[Event]) -> BTreeSet<&str> {
    let holding = daryn_store::state::holding(events);
    let gone = events.iter().zip(holding).filter(|(_, holds)| !holds);
    gone.map(|(event, _)| event.id.as_str()).collect()
}
