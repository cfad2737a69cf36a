//! What the other side cannot hold, named one by one before anything is sent.

use std::collections::BTreeMap;

use daryn_model::Diagnostic;

use super::decode::short;
use super::guid::Guid;
use super::model::{Code, Project, Source};

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
    losses.found
}

/// What QualCoder is known to change of a project that it imports (4.0-beta, as measured): names of
/// codes are unique there, so that equal ones become one code; colours are taken from its own
/// palette; sets become attributes.
#[must_use]
pub fn of_qualcoder(project: &Project, file: &str) -> Vec<Diagnostic> {
    let mut losses = Losses { file, found: Vec::new() };
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    each_code(&project.codes, &mut |code, _| {
        if code.is_codable {
            *names.entry(&code.name).or_default() += 1;
        }
    });
    each_code(&project.codes, &mut |code, path| {
        if code.is_codable && names.get(code.name.as_str()).is_some_and(|count| *count > 1) {
            losses.add("equal-name", Some(&path.join(" / ")), &code.guid);
        }
        if code.color.is_some() {
            losses.add("color", Some(&code.name), &code.guid);
        }
    });
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
    fn add(&mut self, kind: &str, name: Option<&str>, guid: &Guid) -> &mut Diagnostic {
        let told = Diagnostic::warning("qda-not-held", self.file, 0);
        let name = name.map_or_else(|| guid.to_string(), short);
        self.found.push(told.with("kind", kind).with("name", name).with("guid", guid));
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}
