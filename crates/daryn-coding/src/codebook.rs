//! Codebooks: codes with their definitions, in a tree.
//!
//! A codebook is a TOML file: `[codebook]` says what it is and how it is used, each `[[code]]`
//! gives a code with its definition, rule of inclusion, rule of exclusion and anchor example
//! (Mayring, *Qualitative content analysis*, 2014: a category is defined by these).

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::{Cell, Decoder, Field, Id, Located, Record, Row};
use daryn_model::{Diagnostic, Localized, record};
use daryn_study::toml_file;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The codebook that daryn brings along, and its rules.
pub const BUILT_IN: (&str, &str) =
    ("intellectual-migration.toml", include_str!("../../../codebooks/intellectual-migration.toml"));

record! {
    /// What a codebook is: `[codebook]`.
    pub struct Head: "codebook" {
        /// Its name, the same in all versions.
        pub id: Id,
        /// Its version; a coding names the one under which it was made.
        pub version: String,
        /// What it is called.
        pub title: Localized,
        /// What gets codes.
        pub unit: Localized,
        /// How codes are given, for those who give them.
        pub guide: Localized,
    }
}

record! {
    /// A code, or a table of codes that is given itself to nothing: `[[code]]`.
    pub struct Code: "code" {
        /// Its name in codings and rules.
        pub id: Id,
        /// The code above it.
        pub parent: Option<Id>,
        /// What people call it.
        pub name: Localized,
        /// What it means.
        pub definition: Localized,
        /// What is to be coded with it.
        pub include: Localized,
        /// What is not to be coded with it, and what takes its place.
        pub exclude: Localized,
        /// A passage that is typical of it.
        pub example: Localized,
        /// How it is painted: `#28599f`.
        pub colour: Option<Colour>,
    }
}

/// A colour as `#rrggbb`, in small letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Colour(String);

impl Colour {
    /// Reads `#28599F`; nothing else is a colour.
    #[must_use]
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?;
        let is_good = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_good.then(|| Colour(text.to_ascii_lowercase()))
    }

    /// The colour as `#rrggbb`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Field for Colour {
    fn schema() -> Value {
        json!({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"})
    }

    fn decode(field: &str, cell: &Located<Cell>, decoder: &mut Decoder<'_>) -> Option<Colour> {
        let colour = match &cell.value {
            Cell::Text(text) => Colour::parse(text),
            _ => None,
        };
        if colour.is_none() {
            let found = match &cell.value {
                Cell::Text(text) => text.clone(),
                Cell::Integer(number) => number.to_string(),
                _ => String::new(),
            };
            decoder.problems.push(
                Diagnostic::error("coding-bad-colour", decoder.file, cell.line)
                    .with("field", field)
                    .with("found", found.chars().take(60).collect::<String>()),
            );
        }
        colour
    }
}

/// A codebook whose codes stand in a tree.
#[derive(Debug, Clone)]
pub struct Codebook {
    /// What it is.
    pub head: Head,
    /// Its codes, each behind the one above it, and otherwise in the order of the file.
    pub codes: Vec<Code>,
}

/// For each code, by its id, itself and all codes below it, in the order of the codebook.
pub(crate) type Subtrees<'a> = BTreeMap<&'a str, &'a [Code]>;

impl Codebook {
    /// Reads a codebook. Problems are told, all at once; `None` where one of them is an error.
    ///
    /// Told are unknown keys, an id given twice, an unknown code above another one, codes that
    /// stand above each other in a circle, bad colours, and a code without a name. Equal names
    /// are allowed under different parents, and told, since people confuse them.
    pub fn parse(file: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Option<Codebook> {
        let before = problems.len();
        let root = toml_file::table(file, bytes, problems)?;
        let head = only(&root, "codebook", &["codebook", "code"], file, problems);
        let codes: Vec<Code> = entries(&root, "code", file, problems);
        if codes.is_empty() && problems.len() == before {
            problems.push(Diagnostic::error("coding-no-code", file, 0));
        }
        check_tree(&codes, file, problems);
        check_names(&codes, file, problems);
        let is_good = problems[before..]
            .iter()
            .all(|problem| problem.severity != daryn_model::Severity::Error);
        let head = head.filter(|_| is_good)?;
        Some(Codebook { head, codes: in_tree_order(codes) })
    }

    /// The codebook that daryn brings along.
    #[must_use]
    pub fn built_in() -> Option<Codebook> {
        Codebook::parse(BUILT_IN.0, BUILT_IN.1.as_bytes(), &mut Vec::new())
    }

    /// The code of a name.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Code> {
        self.codes.iter().find(|code| code.id.0 == id)
    }

    /// For each code itself and all codes below it.
    pub(crate) fn subtrees(&self) -> Subtrees<'_> {
        let mut found = BTreeMap::new();
        let mut open: Vec<(&Id, usize)> = Vec::new();
        for (place, code) in self.codes.iter().enumerate() {
            while let Some((above, from)) = open.pop_if(|(id, _)| Some(*id) != code.parent.as_ref())
            {
                found.insert(above.0.as_str(), &self.codes[from..place]);
            }
            open.push((&code.id, place));
        }
        found.extend(open.into_iter().map(|(id, from)| (id.0.as_str(), &self.codes[from..])));
        found
    }

    /// How many codes stand above one.
    #[must_use]
    pub fn depth(&self, code: &Code) -> usize {
        let mut above = code.parent.as_ref();
        let mut depth = 0;
        while let Some(parent) = above.and_then(|id| self.get(&id.0)) {
            depth += 1;
            above = parent.parent.as_ref();
        }
        depth
    }

    /// JSON Schema of the file.
    #[must_use]
    pub fn schema() -> Value {
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "codebook",
            "type": "object",
            "properties": {
                "codebook": <Head as Record>::schema(),
                "code": {"type": "array", "items": <Code as Record>::schema()},
            },
            "required": ["codebook", "code"],
            "additionalProperties": false,
        })
    }
}

/// The table of a name that a file must have, and problems with other names at its top.
pub(crate) fn only<T: Record>(
    root: &Row,
    name: &str,
    known: &[&str],
    file: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    let mut decoder = Decoder { file, problems: Vec::new() };
    let known: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
    daryn_model::record::unknown_fields(root, &known, &mut decoder);
    let read = T::read(root, name, &mut decoder);
    problems.append(&mut decoder.problems);
    read
}

/// The tables of an array of tables; those that are wrong are told and left out.
pub(crate) fn entries<T: Record>(
    root: &Row,
    name: &str,
    file: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<T> {
    let mut decoder = Decoder { file, problems: Vec::new() };
    let read = match root.get(name).map(|cell| &cell.value) {
        Some(Cell::List(items)) => {
            items.iter().filter_map(|item| <T as Field>::decode(name, item, &mut decoder)).collect()
        }
        Some(_) => Vec::<T>::read(root, name, &mut decoder).unwrap_or_default(),
        None => Vec::new(),
    };
    problems.append(&mut decoder.problems);
    read
}

fn check_tree(codes: &[Code], file: &str, problems: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, &Code> = BTreeMap::new();
    for code in codes {
        if let Some(other) = first.get(code.id.0.as_str()) {
            problems.push(
                Diagnostic::error("coding-code-twice", file, code.at.line)
                    .with("code", &code.id)
                    .with("first", other.at.line),
            );
        } else {
            first.insert(&code.id.0, code);
        }
    }
    for code in codes {
        let Some(parent) = &code.parent else { continue };
        if !first.contains_key(parent.0.as_str()) {
            let nearest = daryn_model::record::nearest(&parent.0, first.keys().copied());
            problems.push(
                Diagnostic::error("coding-unknown-parent", file, code.at.line)
                    .with("code", &code.id)
                    .with("parent", parent)
                    .with("nearest", nearest.unwrap_or_default()),
            );
        }
    }
    // Each circle is told once, at the code of it that stands first in the file; each code is
    // walked once.
    let mut walked: BTreeSet<&str> = BTreeSet::new();
    for code in codes {
        let mut way: Vec<&Code> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut above = Some(code);
        while let Some(code) = above.filter(|code| !walked.contains(code.id.0.as_str())) {
            if let Some(from) = places.get(code.id.0.as_str()) {
                tell_circle(&way[*from..], file, problems);
                break;
            }
            places.insert(&code.id.0, way.len());
            way.push(code);
            above = code.parent.as_ref().and_then(|id| first.get(id.0.as_str()).copied());
        }
        walked.extend(places.keys());
    }
}

fn tell_circle(way: &[&Code], file: &str, problems: &mut Vec<Diagnostic>) {
    let first = (0..way.len()).min_by_key(|place| way[*place].at.line).unwrap_or(0);
    let mut way = way.to_vec();
    way.rotate_left(first);
    let ids: Vec<&str> = way.iter().chain(way.first()).map(|code| code.id.0.as_str()).collect();
    problems.push(
        Diagnostic::error("coding-circle", file, way[0].at.line).with("way", ids.join(" → ")),
    );
}

fn check_names(codes: &[Code], file: &str, problems: &mut Vec<Diagnostic>) {
    type Named<'a> = (daryn_model::Lang, String, Option<&'a Option<Id>>);
    // With a parent for names that must not be, without one for those that people confuse.
    let mut first: BTreeMap<Named<'_>, &Code> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for code in codes {
        if code.name.is_empty() {
            problems.push(
                Diagnostic::error("missing-field", file, code.at.line).with("field", "name_en"),
            );
        }
        for (lang, name) in code.name.iter() {
            let plain = name.trim().to_lowercase();
            if plain.is_empty() {
                let field = format!("name_{}", lang.code());
                problems.push(
                    Diagnostic::error("missing-field", file, code.at.line).with("field", field),
                );
                continue;
            }
            let brother = (lang, plain.clone(), Some(&code.parent));
            let any = (lang, plain, None);
            let is_other = |other: &&&Code| other.id != code.id;
            let problem = match first.get(&brother).filter(is_other) {
                Some(other) => Some(("coding-name-twice", true, *other)),
                None => {
                    let other = first.get(&any).filter(is_other);
                    other.map(|other| ("coding-name-ambiguous", false, *other))
                }
            };
            first.entry(brother).or_insert(code);
            first.entry(any).or_insert(code);
            let Some((told_as, is_error, other)) = problem else { continue };
            if told.insert((&other.id, &code.id)) {
                let problem = match is_error {
                    true => Diagnostic::error(told_as, file, code.at.line),
                    false => Diagnostic::warning(told_as, file, code.at.line),
                };
                problems.push(
                    problem.with("name", name).with("code", &code.id).with("other", &other.id),
                );
            }
        }
    }
}

/// Each code behind the one above it; brothers in the order of the file. There is no circle.
fn in_tree_order(codes: Vec<Code>) -> Vec<Code> {
    let mut below: BTreeMap<Option<Id>, Vec<Code>> = BTreeMap::new();
    for code in codes {
        below.entry(code.parent.clone()).or_default().push(code);
    }
    let mut open = below.remove(&None).unwrap_or_default();
    open.reverse();
    let mut ordered = Vec::new();
    while let Some(code) = open.pop() {
        let children = below.remove(&Some(code.id.clone())).unwrap_or_default();
        open.extend(children.into_iter().rev());
        ordered.push(code);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HEAD: &str = "[codebook]\nid = \"c\"\nversion = \"1\"\n";

    fn told(codes: &str) -> Vec<(String, u32)> {
        let mut problems = Vec::new();
        let read = Codebook::parse("c.toml", format!("{HEAD}{codes}").as_bytes(), &mut problems);
        let has_errors = problems.iter().any(|it| it.severity == daryn_model::Severity::Error);
        assert_eq!(read.is_none(), has_errors, "{problems:?}");
        problems.into_iter().map(|problem| (problem.code, problem.line)).collect()
    }

    fn code(id: &str, parent: &str, name: &str) -> String {
        let parent = match parent {
            "" => String::new(),
            parent => format!("parent = \"{parent}\"\n"),
        };
        format!("[[code]]\nid = \"{id}\"\n{parent}name_en = \"{name}\"\n")
    }

    #[test]
    fn the_built_in_codebook_is_read_whole() {
        let mut problems = Vec::new();
        let read = Codebook::parse(BUILT_IN.0, BUILT_IN.1.as_bytes(), &mut problems);
        let codebook = read.expect("a codebook");
        assert!(problems.iter().all(|problem| problem.severity != daryn_model::Severity::Error));
        let keys = BUILT_IN.1.lines().filter(|line| *line == "[[code]]").count();
        assert_eq!(codebook.codes.len(), keys);
        let tops = codebook.codes.iter().filter(|code| code.parent.is_none());
        let tops: Vec<&str> = tops.map(|code| code.id.0.as_str()).collect();
        assert_eq!(tops, ["stage", "function", "polarity", "ground", "actor", "target"]);
        for code in codebook.codes.iter().filter(|code| code.parent.is_some()) {
            assert_eq!(codebook.depth(code), 1, "{}", code.id);
            for lang in daryn_model::Lang::ALL {
                let texts =
                    [&code.name, &code.definition, &code.include, &code.exclude, &code.example];
                assert!(texts.iter().all(|text| text.exact(lang).is_some()), "{}", code.id);
            }
            assert!(code.colour.is_some());
        }
    }

    #[test]
    fn codes_stand_behind_their_parents() {
        let text =
            [code("b", "a", "B"), code("c", "", "C"), code("a", "", "A"), code("d", "a", "D")];
        let read =
            Codebook::parse("c", format!("{HEAD}{}", text.concat()).as_bytes(), &mut Vec::new());
        let ids: Vec<String> =
            read.expect("a codebook").codes.into_iter().map(|code| code.id.0).collect();
        assert_eq!(ids, ["c", "a", "b", "d"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let one = |code: &str, line| vec![(code.to_owned(), line)];
        assert_eq!(told(""), one("coding-no-code", 0));
        assert_eq!(told(&code("a", "x", "A")), one("coding-unknown-parent", 4));
        let twice = code("a", "", "A") + &code("a", "", "B");
        assert_eq!(told(&twice), one("coding-code-twice", 7));
        let circle = code("a", "b", "A") + &code("b", "c", "B") + &code("c", "a", "C");
        assert_eq!(told(&circle), one("coding-circle", 4));
        assert_eq!(told(&code("a", "a", "A")), one("coding-circle", 4));
        // A code that hangs on a circle is not part of it.
        let hangs = code("x", "a", "X") + &code("a", "a", "A");
        assert_eq!(told(&hangs), one("coding-circle", 8));
        let colour = code("a", "", "A") + "colour = \"red\"\n";
        assert_eq!(told(&colour), one("coding-bad-colour", 7));
        let key = code("a", "", "A") + "colr = \"#000000\"\n";
        assert_eq!(told(&key), one("unknown-field", 7));
        assert_eq!(told("[[code]]\nid = \"a\"\n"), one("missing-field", 4));
    }

    #[test]
    fn long_chains_of_codes_are_walked_once() {
        let id = |at: usize| if at == 0 { String::new() } else { format!("c{at}") };
        let chain: String =
            (1..=5_000).map(|at| code(&id(at), &id(at - 1), &format!("n{at}"))).collect();
        assert_eq!(told(&chain), []);
    }

    #[test]
    fn equal_names_are_told_where_they_can_be_confused() {
        let apart = code("a", "", "A") + &code("b", "", "B") + &code("a.x", "a", "X");
        assert_eq!(told(&(apart.clone() + &code("b.x", "b", "Y"))), []);
        let same = apart.clone() + &code("b.x", "b", "x");
        assert_eq!(told(&same), [("coding-name-ambiguous".to_owned(), 14)]);
        let brothers = apart + &code("a.y", "a", "X");
        assert_eq!(told(&brothers), [("coding-name-twice".to_owned(), 14)]);
        let third = code("a", "", "A") + &code("b", "", "B") + &code("a.x", "a", "X");
        let third = told(&(third + &code("b.x", "b", "x") + &code("b.y", "b", " X")));
        let both = [("coding-name-ambiguous", 14), ("coding-name-twice", 18)];
        assert_eq!(third, both.map(|(code, line)| (code.to_owned(), line)));
        assert_eq!(told(&code("a", "", "  ")), [("missing-field".to_owned(), 4)]);
    }

    proptest! {
        #[test]
        fn no_tree_makes_it_loop(parents in prop::collection::vec(prop::option::of(0usize..8), 1..8)) {
            let text: String = parents
                .iter()
                .enumerate()
                .map(|(place, parent)| {
                    let parent = parent.map_or(String::new(), |parent| format!("c{parent}"));
                    code(&format!("c{place}"), &parent, &format!("n{place}"))
                })
                .collect();
            let mut problems = Vec::new();
            let read = Codebook::parse("c", format!("{HEAD}{text}").as_bytes(), &mut problems);
            if let Some(read) = read {
                prop_assert_eq!(read.codes.len(), parents.len());
            }
        }
    }
}
