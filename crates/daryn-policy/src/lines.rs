//! Chapter 1, evolution: what became of the provisions of acts from one edition to the next, of
//! packages of features, so that no text is needed.
//!
//! An act whose document is not of the corpus says nothing about the question of the study; each
//! act is told by itself, and acts of different kinds never stand beside each other. Results stand
//! for articles and for leaves, for narrower codebooks and for other coders, since they move with
//! all of these. Whole texts are no samples: nothing has an interval. Every number rests on passages of a package, named by their ids.

use std::collections::BTreeSet;

use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};

use crate::Output;
use crate::evidence::Words;

mod changes;
mod codes;
mod figures;
mod flow;
mod lives;
mod measures;
mod profile;
mod varied;

const CHAPTER: &str = "evolution";

/// Names of the tables.
pub const TABLES: [&str; 15] = [
    "line_changes",
    "line_lives",
    "line_leaf_lives",
    "line_survival",
    "line_novelty",
    "line_attention",
    "line_most_changed",
    "line_profile",
    "line_measures",
    "line_measure_changes",
    "line_measure_ways",
    "line_measure_lives",
    "line_codebook",
    "line_codebook_changes",
    "line_coders",
];

/// What may become of a unit.
const STATUSES: [&str; 5] = ["kept", "edited", "moved", "new", "dropped"];

/// The part of the chapter that rests on packages of features.
pub fn run(study: &Study) -> Output {
    let mut output = Output::default();
    if study.lines.is_empty() {
        return output;
    }
    let words = Words::of(study);
    let lines: Vec<Told<'_>> =
        study.lines.iter().map(|line| Told::of(line, study, &words)).collect();
    for line in &lines {
        line.introduce(&mut output);
    }
    changes::run(&lines, &mut output);
    lives::run(&lines, &mut output);
    measures::run(&lines, &mut output);
    codes::run(&lines, &mut output);
    profile::run(&lines, &mut output);
    varied::run(&lines, &mut output);
    figures::most_changed(&lines, study, &mut output);
    let mut seen = BTreeSet::new();
    output.nodes.retain(|node| seen.insert(node.id.clone()));
    output
}

/// A line with its words.
struct Told<'a> {
    line: &'a TextLine,
    /// Name of the package, for names of claims.
    id: &'a str,
    name: Localized,
    corpus: bool,
    /// Kind of act, where its document is one of the study.
    act: Option<ActType>,
    /// Whether none of its texts lies in the study.
    given: bool,
}

impl<'a> Told<'a> {
    fn of(line: &'a TextLine, study: &Study, words: &Words<'_>) -> Told<'a> {
        let document = line.document.as_ref();
        let row = document.and_then(|id| study.documents.iter().find(|row| row.id == *id));
        let file = line.file.rsplit('/').next().unwrap_or(&line.file);
        Told {
            line,
            id: file.strip_suffix(".json").unwrap_or(file),
            name: match row {
                Some(row) if line.name.is_empty() => words.short(&row.id.0),
                _ => line.name.clone(),
            },
            given: line
                .editions
                .iter()
                .all(|edition| study.texts.iter().all(|text| text.sha256 != edition.sha256)),
            act: row.and_then(|row| row.act_type),
            corpus: row.is_some_and(|row| row.role == Role::Corpus),
        }
    }

    /// What the package is, and what of its texts stands there.
    fn introduce(&self, output: &mut Output) {
        let line = self.line;
        let package = Node::evidence(NodeKind::Source, &line.file, Localized::same(&line.file))
            .with("sha256", Arg::plain(&line.sha256))
            .with("program", Arg::plain(&line.program))
            .with("codebook", Arg::plain(&line.codebook))
            .with("reader", Arg::Count(line.reader));
        output.nodes.push(package);
        let texts = (0..line.editions.len()).map(|place| self.text(place, output));
        let Some(support) = Support::new(texts.collect::<Vec<_>>()) else { return };
        let template = if self.corpus { "line-of-corpus" } else { "line-of-register" };
        let editions = (0..line.editions.len()).map(|place| self.edition(place));
        let words = line.editions.iter().map(|edition| edition.words).sum();
        let passages = line.editions.iter().map(|edition| edition.passages).sum();
        output.claims.push(
            self.claim("package", template, support.clone())
                .with("file", Arg::plain(&line.file))
                .with("n", Arg::Count(line.editions.len() as i64))
                .with("editions", Arg::List(editions.collect()))
                .with("words", Arg::Count(words))
                .with("passages", Arg::Count(passages)),
        );
        if self.given {
            output.claims.push(self.claim("given", "line-given", support.clone()));
        }
        if line.by_labels {
            output.claims.push(self.claim("by-labels", "line-by-labels", support.clone()));
        }
        if line.editions.len() == 1 {
            output.claims.push(self.claim("single", "line-single", support));
        }
    }

    fn claim(&self, name: &str, template: &str, support: Support) -> Claim {
        Claim::new(CHAPTER, &format!("lines.{}.{name}", self.id), template, support)
            .with("short", Arg::text(&self.name))
    }

    /// What an edition is called: the date in the name of its file, else the file.
    fn edition(&self, place: usize) -> Arg {
        let edition = &self.line.editions[place];
        let twice = self.line.editions.iter().filter(|it| it.dated == edition.dated).count() > 1;
        match &edition.dated {
            Some(date) if !twice => Arg::Date(date.clone()),
            None if self.line.editions.len() == 1 => Arg::code("line-edition", "single"),
            _ => Arg::plain(&edition.file),
        }
    }

    fn node(&self, name: &str, text: &str) -> Node {
        let name = format!("features.{}/{name}", self.id);
        Node::evidence(NodeKind::Passage, &name, Localized::same(text))
            .from_source(format!("source:{}", self.line.file), None)
    }

    /// The node of a whole text.
    fn text(&self, place: usize, output: &mut Output) -> String {
        let edition = &self.line.editions[place];
        let node = self
            .node(&edition.file, &edition.file)
            .with("sha256", Arg::plain(&edition.sha256))
            .with("language", Arg::code("language", &edition.language))
            .with("words", Arg::Count(edition.words))
            .with("passages", Arg::Count(edition.passages));
        let id = node.id.clone();
        output.nodes.push(node);
        id
    }

    /// The node of passages of a text, named by their ids; of the whole text where there are none.
    fn passages<'b>(
        &self,
        place: usize,
        name: &str,
        ids: impl IntoIterator<Item = &'b String>,
        output: &mut Output,
    ) -> String {
        let ids: Vec<&str> = ids.into_iter().map(String::as_str).collect();
        let file = &self.line.editions[place].file;
        let node = match ids.as_slice() {
            [] => return self.text(place, output),
            [one] => self.node(&format!("{file}#{one}"), &format!("{file}: {one}")),
            _ => {
                let text = format!("{file}: {}", ranges(&ids));
                self.node(&format!("{file}#{name}"), &text)
                    .with("passages", Arg::Count(ids.len() as i64))
            }
        };
        let id = node.id.clone();
        output.nodes.push(node);
        id
    }

    /// First columns of every table.
    fn head(&self) -> Vec<Arg> {
        vec![Arg::plain(self.id), Arg::text(&self.name)]
    }
}

/// Ids of passages, those that follow each other as a range: `p1, p3–p5`.
fn ranges(ids: &[&str]) -> String {
    let number = |id: &str| id.strip_prefix('p').and_then(|rest| rest.parse::<usize>().ok());
    let mut ids = ids.to_vec();
    ids.sort_by_key(|id| (number(id), (*id).to_owned()));
    let mut parts: Vec<(&str, &str)> = Vec::new();
    for id in ids {
        match parts.last_mut() {
            Some((_, last))
                if number(last).map(|it| it + 1) == number(id) && number(id).is_some() =>
            {
                *last = id;
            }
            _ => parts.push((id, id)),
        }
    }
    let part = |(first, last): &(&str, &str)| match first == last {
        true => (*first).to_owned(),
        false => format!("{first}–{last}"),
    };
    parts.iter().map(part).collect::<Vec<_>>().join(", ")
}

fn unit(code: &str) -> Arg {
    Arg::code("line-unit", code)
}

fn status(code: &str) -> Arg {
    Arg::code("line-status", code)
}

fn table(name: &str, columns: &[&str]) -> Table {
    let columns: Vec<&str> = ["package", "name"].iter().chain(columns).copied().collect();
    Table::new(name, &columns)
}

fn share(part: i64, of: i64) -> Arg {
    if of == 0 {
        return Arg::Empty;
    }
    Arg::Number(Decimal::rounded(part as f64 * 100.0 / of as f64, 1))
}

/// A list of numbers of units; those without a number are left out.
fn labels<'a>(labels: impl Iterator<Item = &'a Option<String>>) -> Arg {
    Arg::List(labels.flatten().map(|label| Arg::plain(label)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_one_range() {
        assert_eq!(ranges(&["p3", "p1", "p4", "p5", "p10"]), "p1, p3–p5, p10");
        assert_eq!(ranges(&["p1", "p2"]), "p1–p2");
        assert_eq!(ranges(&["x", "p2"]), "x, p2");
    }
}
