//! Two projects as one, by identifiers.

use std::collections::{BTreeMap, BTreeSet};

use daryn_coding::refi_qda::Project;
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::refi_qda::model::{
    Anchor, Code, Coding, Media, Place, Selection, Source, Span, TextSource, VariableValue,
};
use daryn_model::Diagnostic;
use daryn_read::anchor;

use crate::text::Points;

/// Adds to a project what another one has more; what both have stays as it is in the first. Told
/// is what is called by one identifier and differs.
pub fn merge(base: &mut Project, new: &Project, file: &str) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    let mut differs = |kind: &str, name: &str| {
        let problem = Diagnostic::warning("store-import-differs", file, 0);
        told.push(problem.with("kind", kind).with("name", name));
    };
    let mut known = BTreeMap::new();
    each(&base.codes, &mut |code| {
        known.insert(code.guid, (code.name.clone(), code.color.clone(), code.description.clone()));
    });
    each(&new.codes, &mut |code| {
        let own = (code.name.clone(), code.color.clone(), code.description.clone());
        if known.get(&code.guid).is_some_and(|there| *there != own) {
            differs("code", &code.name);
        }
    });
    let mut known: BTreeSet<Guid> = known.into_keys().collect();
    add_codes(&mut base.codes, &new.codes, None, &mut known);
    by(&mut base.users, &new.users, |one| one.guid);
    by(&mut base.variables, &new.variables, |one| one.guid);
    by(&mut base.cases, &new.cases, |one| one.guid);
    by(&mut base.notes, &new.notes, |one| one.guid);
    by(&mut base.links, &new.links, |one| one.guid);
    by(&mut base.sets, &new.sets, |one| one.guid);
    for note in &new.notes_on {
        if !base.notes_on.contains(note) {
            base.notes_on.push(*note);
        }
    }
    for graph in &new.graphs {
        if !base.graphs.iter().any(|own| own.attributes == graph.attributes) {
            base.graphs.push(graph.clone());
        }
    }
    for (name, bytes) in &new.files {
        base.files.entry(name.clone()).or_insert_with(|| bytes.clone());
    }
    let places: BTreeMap<Guid, usize> =
        base.sources.iter().enumerate().map(|(at, source)| (guid(source), at)).collect();
    for source in &new.sources {
        let Some(at) = places.get(&guid(source)) else {
            base.sources.push(source.clone());
            continue;
        };
        match (&mut base.sources[*at], source) {
            (Source::Text(own), Source::Text(new)) => {
                if !add_text(own, new) {
                    differs("text", new.name.as_deref().unwrap_or_default());
                }
            }
            (Source::Media(own), Source::Media(new)) => add_media(own, new),
            _ => differs("text", &guid(source).to_string()),
        }
    }
    told
}

fn guid(source: &Source) -> Guid {
    match source {
        Source::Text(text) => text.guid,
        Source::Media(media) => media.guid,
    }
}

fn by<T: Clone>(base: &mut Vec<T>, new: &[T], guid: impl Fn(&T) -> Guid) {
    let known: BTreeSet<Guid> = base.iter().map(&guid).collect();
    base.extend(new.iter().filter(|one| !known.contains(&guid(one))).cloned());
}

/// Does something with every code.
fn each<'a>(codes: &'a [Code], work: &mut impl FnMut(&'a Code)) {
    let mut open: Vec<&Code> = codes.iter().rev().collect();
    while let Some(code) = open.pop() {
        work(code);
        open.extend(code.codes.iter().rev());
    }
}

/// The code of an identifier. Codes stand in each other at most a hundred deep.
pub(super) fn find_code<'a>(codes: &'a mut [Code], guid: &Guid) -> Option<&'a mut Code> {
    for code in codes {
        if code.guid == *guid {
            return Some(code);
        }
        if let Some(found) = find_code(&mut code.codes, guid) {
            return Some(found);
        }
    }
    None
}

fn add_codes(base: &mut Vec<Code>, new: &[Code], under: Option<Guid>, known: &mut BTreeSet<Guid>) {
    for code in new {
        if known.insert(code.guid) {
            let alone = Code { codes: Vec::new(), ..code.clone() };
            match under.and_then(|under| find_code(base, &under)) {
                Some(parent) => parent.codes.push(alone),
                None => base.push(alone),
            }
        }
        add_codes(base, &code.codes, Some(code.guid), known);
    }
}

/// Adds selections and codings; whether both hold one text.
fn add_text(base: &mut TextSource, new: &TextSource) -> bool {
    let is_same = base.text == new.text || new.text.is_none();
    if base.text.is_none() {
        base.text.clone_from(&new.text);
    }
    let moved: Vec<Selection>;
    let selections = match (is_same, &base.text, &new.text) {
        (false, Some(own), Some(other)) => {
            moved = moved_to(&new.selections, other, own);
            &moved
        }
        _ => &new.selections,
    };
    add_selections(&mut base.selections, selections);
    by(&mut base.codings, &new.codings, |one| one.guid);
    add_values(&mut base.values, &new.values);
    for note in &new.notes {
        if !base.notes.contains(note) {
            base.notes.push(*note);
        }
    }
    is_same
}

fn add_media(base: &mut Media, new: &Media) {
    match (&mut base.text, &new.text) {
        (Some(own), Some(new)) => {
            add_text(own, new);
        }
        (own @ None, Some(new)) => *own = Some(new.clone()),
        _ => {}
    }
    add_selections(&mut base.selections, &new.selections);
    by(&mut base.codings, &new.codings, |one| one.guid);
    by(&mut base.transcripts, &new.transcripts, |one| one.text.guid);
    for transcript in &new.transcripts {
        let own = base.transcripts.iter_mut().find(|own| own.text.guid == transcript.text.guid);
        if let Some(own) = own {
            add_text(&mut own.text, &transcript.text);
        }
    }
    add_values(&mut base.values, &new.values);
}

fn add_selections(base: &mut Vec<Selection>, new: &[Selection]) {
    // Two selections may have one identifier; each coding still has its own.
    let known: BTreeSet<Guid> = codings(base).map(|coding| coding.guid).collect();
    let mut places: BTreeMap<Guid, usize> = BTreeMap::new();
    for (at, own) in base.iter().enumerate() {
        places.entry(own.guid).or_insert(at);
    }
    for one in new {
        let Some(at) = places.get(&one.guid) else {
            base.push(one.clone());
            continue;
        };
        let more = one.codings.iter().filter(|coding| !known.contains(&coding.guid)).cloned();
        let more: Vec<Coding> = more.collect();
        base[*at].codings.extend(more);
        for note in &one.notes {
            if !base[*at].notes.contains(note) {
                base[*at].notes.push(*note);
            }
        }
    }
}

fn codings(selections: &[Selection]) -> impl Iterator<Item = &Coding> {
    selections.iter().flat_map(|one| &one.codings)
}

fn add_values(base: &mut Vec<VariableValue>, new: &[VariableValue]) {
    by(base, new, |one| one.variable);
}

/// Selections of one text in another one: where the same words stand, else without a place.
pub(super) fn moved_to(selections: &[Selection], from: &str, to: &str) -> Vec<Selection> {
    let (old, new) = (Points::of(from), Points::of(to));
    let place = |span: &Span| -> Option<(usize, usize)> {
        let byte = |point: i64| old.byte(from, usize::try_from(point).ok()?);
        let anchor = anchor::make(from, byte(span.start)?, byte(span.end)?)?;
        match anchor::resolve(&anchor, to) {
            anchor::Place::Same(start, end) => Some((new.point(to, start), new.point(to, end))),
            anchor::Place::Changed(..) | anchor::Place::Lost => None,
        }
    };
    let moved = selections.iter().map(|one| {
        let mut one = one.clone();
        if let Place::Span(span) = &mut one.place
            && span.anchor == Anchor::Exact
        {
            match place(span) {
                Some((start, end)) => (span.start, span.end) = (start as i64, end as i64),
                None => span.anchor = Anchor::Unanchored,
            }
        }
        one
    });
    moved.collect()
}
