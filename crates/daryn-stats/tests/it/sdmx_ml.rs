//! SDMX-ML against a walk of its own: the whole file as a tree, and rows made from the tree.

mod csv;
mod hostile;
mod specimens;
mod structures;
mod tree;

use daryn_model::Diagnostic;
use daryn_stats::sdmx::{Structures, ml};
use daryn_stats::{
    Action, Components, DataSet, Item, Place, Role, Row, Sink, Source, Stop, Stream,
};

/// A component of a row: name, role, language, value.
pub(crate) type Part = (String, Role, String, String);

/// One row as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) parts: Vec<Part>,
    pub(crate) place: Place,
    pub(crate) action: Action,
    pub(crate) data_set: u32,
    pub(crate) remarks: usize,
}

impl Taken {
    pub(crate) fn values(&self) -> Vec<(String, String, String)> {
        let mut all: Vec<_> = self
            .parts
            .iter()
            .map(|(name, _, language, value)| (name.clone(), language.clone(), value.clone()))
            .collect();
        all.sort();
        all
    }

    pub(crate) fn of(&self, name: &str) -> Option<(Role, &str)> {
        let found = self.parts.iter().find(|part| part.0 == name)?;
        Some((found.1, &found.3))
    }
}

/// All that a reader gives.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct All {
    pub(crate) rows: Vec<Taken>,
    pub(crate) items: Vec<Item>,
    pub(crate) data_sets: Vec<DataSet>,
    pub(crate) streams: Vec<Stream>,
    pub(crate) problems: Vec<Diagnostic>,
}

impl Sink for All {
    fn stream(&mut self, stream: &Stream) {
        self.streams.push(stream.clone());
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.data_sets.push(data_set.clone());
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        let parts = row.parts().map(|(part, value)| {
            let name = components.name(part.component).to_owned();
            (name, part.role, row.language(part).to_owned(), value.to_owned())
        });
        self.rows.push(Taken {
            parts: parts.collect(),
            place: row.place,
            action: row.action,
            data_set: row.data_set,
            remarks: row.annotations.len(),
        });
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        self.items.push(item.clone());
        Ok(())
    }
}

/// Reads a source, with structures where they are given.
pub(crate) fn read(source: &Source, structures: Option<&Structures>) -> All {
    let mut all = All::default();
    let told = ml::read(source, &ml::Options { structures }, &mut all);
    all.problems = told.problems;
    all
}

pub(crate) fn source(text: &str) -> Source {
    Source::bytes("a.xml", text.as_bytes().to_vec())
}

pub(crate) fn codes(all: &All) -> Vec<&str> {
    all.problems.iter().map(|problem| problem.code.as_str()).collect()
}
