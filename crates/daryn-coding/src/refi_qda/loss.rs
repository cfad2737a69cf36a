//! What the other side cannot hold, named one by one before anything is sent.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::Diagnostic;

use super::decode::short;
use super::guid::Guid;
use super::model::{
    Anchor, Code, Location, Place, Project, Source, Stamp, TextSource, VariableValue,
};
use super::tables::each_coding;

/// What a file of codes alone (`.qdc`) does not hold of a project: all but codes, their
/// definitions, colours and order, and sets of codes.
#[must_use]
pub fn of_codebook(project: &Project, file: &str) -> Vec<Diagnostic> {
    let mut losses = Losses { file, found: Vec::new() };
    for user in &project.users {
        losses.add("user", user.name.as_deref().or(user.id.as_deref()), &user.guid);
    }
    each_code(&project.codes, &mut |code, _| {
        for note in &code.notes {
            losses.add("note-of-code", Some(&code.name), note);
        }
    });
    for variable in &project.variables {
        losses.add("variable", Some(&variable.name), &variable.guid);
    }
    for case in &project.cases {
        losses.add("case", case.name.as_deref(), &case.guid);
    }
    for source in &project.sources {
        let (name, guid) = match source {
            Source::Text(text) => (text.name.as_deref(), &text.guid),
            Source::Media(media) => (media.name.as_deref(), &media.guid),
        };
        let codings = super::tables::codings_of(source);
        losses.add("source", name, guid).args.push(("n".to_owned(), codings.to_string()));
    }
    for note in &project.notes {
        losses.add("note", note.name.as_deref(), &note.guid);
    }
    for link in &project.links {
        losses.add("link", link.name.as_deref(), &link.guid);
    }
    for set in &project.sets {
        if !set.sources.is_empty() || !set.notes.is_empty() {
            losses.add("members-of-set", Some(&set.name), &set.guid);
        }
    }
    for graph in &project.graphs {
        let of = |name: &str| {
            graph.attributes.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
        };
        let guid = of("guid").and_then(Guid::parse);
        losses.add("graph", of("name"), &guid.unwrap_or_else(|| Guid::derived(&["no graph"])));
    }
    if let Some(text) = &project.description {
        losses.add("description", Some(text), &Guid::derived(&["description"]));
    }
    let stamp = &project.stamp;
    let has_head = !project.name.is_empty()
        || stamp != &Stamp::default()
        || project.base_path.is_some()
        || !project.notes_on.is_empty();
    if has_head {
        losses.add("head", Some(&project.name), &Guid::derived(&["head"]));
    }
    let used = files_of(project);
    for name in project.files.keys().filter(|name| !used.contains(name.as_str())) {
        losses.add("file", Some(name), &Guid::derived(&["file", name]));
    }
    losses.found
}

/// Files that belong to a source or a note.
fn files_of(project: &Project) -> BTreeSet<&str> {
    let mut texts: Vec<&TextSource> = project.notes.iter().collect();
    let mut found: Vec<&Location> = Vec::new();
    for source in &project.sources {
        match source {
            Source::Text(text) => texts.push(text),
            Source::Media(media) => {
                found.extend(&media.file);
                texts.extend(media.text.as_deref());
                texts.extend(media.transcripts.iter().map(|one| &one.text));
            }
        }
    }
    found.extend(texts.into_iter().flat_map(|text| text.rich.iter().chain(&text.text_elsewhere)));
    let inside = found.into_iter().filter_map(|one| match one {
        Location::Inside(name) => Some(name.as_str()),
        Location::Elsewhere(_) => None,
    });
    inside.collect()
}

/// What QualCoder is known to change of a project that it imports (4.0-beta, as measured), and what
/// makes it break the import off.
///
/// Names of codes and coders are unique there, so that equal ones become one; a group cannot be
/// given; a selection without a place gets no words; colours are taken from its own palette; sets
/// become attributes; what has no name cannot be exported from it again.
#[must_use]
pub fn of_qualcoder(project: &Project, file: &str) -> Vec<Diagnostic> {
    let mut losses = Losses { file, found: Vec::new() };
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    each_code(&project.codes, &mut |code, _| {
        if code.is_codable {
            *names.entry(&code.name).or_default() += 1;
        }
    });
    let mut given: BTreeSet<&Guid> = BTreeSet::new();
    for source in &project.sources {
        each_coding(source, &mut |coding| {
            given.insert(&coding.code);
        });
    }
    each_code(&project.codes, &mut |code, path| {
        if code.is_codable && names.get(code.name.as_str()).is_some_and(|count| *count > 1) {
            losses.add("equal-name", Some(&path.join(" / ")), &code.guid);
        }
        if !code.is_codable && given.contains(&code.guid) {
            losses.add("group-given", Some(&path.join(" / ")), &code.guid);
        }
        if code.color.is_some() {
            losses.add("color", Some(&code.name), &code.guid);
        }
    });
    let mut coders = BTreeSet::new();
    for user in &project.users {
        match user.name.as_deref().filter(|name| !name.is_empty()) {
            Some(name) if !coders.insert(name) => {
                losses.add("equal-coder", Some(name), &user.guid);
            }
            Some(_) => {}
            None => {
                losses.add("unnamed-coder", user.id.as_deref(), &user.guid);
            }
        }
    }
    losses.sources(project);
    losses.notes(project);
    for set in &project.sets {
        losses.add("set", Some(&set.name), &set.guid);
    }
    losses.found
}

/// Does something with every code and the names of those above it, with its own at the end.
pub(super) fn each_code<'a>(codes: &'a [Code], work: &mut impl FnMut(&'a Code, &[&'a str])) {
    fn walk<'a>(
        codes: &'a [Code],
        path: &mut Vec<&'a str>,
        work: &mut impl FnMut(&'a Code, &[&'a str]),
    ) {
        for code in codes {
            path.push(&code.name);
            work(code, path);
            walk(&code.codes, path, work);
            path.pop();
        }
    }
    walk(codes, &mut Vec::new(), work);
}

struct Losses<'a> {
    file: &'a str,
    found: Vec<Diagnostic>,
}

impl Losses<'_> {
    fn sources(&mut self, project: &Project) {
        let variables: BTreeMap<&Guid, &str> =
            project.variables.iter().map(|one| (&one.guid, one.name.as_str())).collect();
        // A case without a name gives its values to its only source.
        let mut of_cases: BTreeMap<&Guid, Vec<&VariableValue>> = BTreeMap::new();
        for case in project.cases.iter().filter(|case| case.name.is_none()) {
            if let [source] = case.sources.as_slice() {
                of_cases.entry(source).or_default().extend(&case.values);
            }
        }
        for source in &project.sources {
            let (name, guid, values, text) = match source {
                Source::Text(one) => (one.name.as_deref(), &one.guid, &one.values, Some(one)),
                Source::Media(one) => {
                    (one.name.as_deref(), &one.guid, &one.values, one.text.as_deref())
                }
            };
            let name = name.filter(|name| !name.is_empty());
            if name.is_none() {
                self.add("unnamed-source", None, guid);
            }
            let mut seen = BTreeSet::new();
            for value in values.iter().chain(of_cases.get(guid).into_iter().flatten().copied()) {
                let variable = variables.get(&value.variable).copied().unwrap_or_default();
                if !seen.insert(variable) {
                    self.refuse("value-twice", name, guid, variable);
                }
            }
            let mut bare = BTreeSet::new();
            for selection in text.iter().flat_map(|text| &text.selections) {
                let Place::Span(span) = selection.place else { continue };
                if span.anchor == Anchor::Unanchored {
                    self.add("no-place", selection.name.as_deref(), &selection.guid);
                }
                let stamp = &selection.stamp;
                let user = stamp.creator.or(stamp.modifier);
                if selection.codings.is_empty() && !bare.insert((user, span.start, span.end)) {
                    let place = format!("{}–{}", span.start, span.end);
                    self.refuse("equal-selections", name, guid, &place);
                }
            }
        }
    }

    fn notes(&mut self, project: &Project) {
        // Notes on a text are no free ones.
        let mut bound: BTreeSet<&Guid> = BTreeSet::new();
        for source in &project.sources {
            if let Source::Text(text) = source {
                bound.extend(&text.notes);
            }
        }
        let mut names = BTreeSet::new();
        for note in &project.notes {
            let name = note.name.as_deref().filter(|name| !name.is_empty());
            if note.stamp.created.is_none() && note.stamp.modified.is_none() {
                self.refuse("undated-note", name, &note.guid, "");
            }
            match name {
                None => {
                    self.add("unnamed-note", None, &note.guid);
                }
                Some(one) if !bound.contains(&note.guid) && !names.insert(one) => {
                    self.refuse("equal-notes", name, &note.guid, "");
                }
                Some(_) => {}
            }
        }
    }

    /// Something at which an import is broken off.
    fn refuse(&mut self, kind: &str, name: Option<&str>, guid: &Guid, found: &str) {
        let told = Diagnostic::warning("qda-refused", self.file, 0);
        let name = name.map_or_else(|| guid.to_string(), short);
        let told = told.with("kind", kind).with("name", name).with("guid", guid);
        self.found.push(told.with("found", short(found)));
    }

    fn add(&mut self, kind: &str, name: Option<&str>, guid: &Guid) -> &mut Diagnostic {
        let told = Diagnostic::warning("qda-not-held", self.file, 0);
        let name = name.map_or_else(|| guid.to_string(), short);
        self.found.push(told.with("kind", kind).with("name", name).with("guid", guid));
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}
