//! Who takes what a reader finds.

use daryn_model::Diagnostic;

use crate::row::{Action, Annotation, Components, Row};

/// Takes what a reader finds, in the order of the file.
///
/// Only [`row`](Sink::row) must be written; a sink that needs no more of a file ignores the rest.
pub trait Sink {
    /// A stream of bytes begins. Streams are numbered from 0 in the order in which they come.
    fn stream(&mut self, _stream: &Stream) {}

    /// A data set begins. Data sets are numbered from 0 in the order in which they come.
    fn data_set(&mut self, _data_set: &DataSet) {}

    /// The name of a code or of a component. May come before or behind the rows that use it.
    fn label(&mut self, _label: &Label<'_>) {}

    /// An observation.
    ///
    /// # Errors
    /// [`Stop`] where no more is wanted: reading ends, and nothing is wrong.
    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop>;

    /// Whether only the components and roles of rows are wanted. A reader may then leave out rows
    /// that differ from the one before in nothing but values.
    fn wants_only_components(&self) -> bool {
        false
    }

    /// An item of a structure message: a code, a concept, a component of a structure.
    ///
    /// # Errors
    /// [`Stop`] where no more is wanted.
    fn item(&mut self, _item: &Item) -> Result<(), Stop> {
        Ok(())
    }
}

/// No more is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop;

/// What a reader tells when it has ended. A file that could not be read has an error among the
/// problems; rows that were given before stay good.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// What is wrong or strange, with its place.
    pub problems: Vec<Diagnostic>,
}

/// A stream of bytes in which observations stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stream {
    /// Name of an entry of an archive or of a sheet; empty for the file itself.
    pub name: String,
    /// Path of the part of the archive that holds the bytes, where it is not the name.
    pub part: String,
    /// Whether places count the bytes that unpacking gave.
    pub is_unpacked: bool,
    /// Which of several files that are read as one it is of, from 0.
    pub input: u32,
    /// Its number in that file; `None` where it is its place among all streams.
    pub number: Option<u32>,
}

/// What a file says of a data set before its observations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataSet {
    /// Its identifier.
    pub id: String,
    /// What it is called, by language tag.
    pub names: Vec<(String, String)>,
    /// The structure it follows: `dataflow`, `datastructure` or `dataprovision`, and
    /// `AGENCY:ID(VERSION)`, as far as it is named.
    pub structure: Option<(String, String)>,
    /// What is to be done with it.
    pub action: Action,
    /// Who publishes it, as named in the file.
    pub source: String,
    /// The release as the file names it: a version, or the date on which it was made.
    pub vintage: String,
    /// Remarks on it.
    pub annotations: Vec<Annotation>,
}

/// The name of a component, or of one of its codes, in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label<'a> {
    /// Identifier of the component.
    pub component: &'a str,
    /// The code; `None` where the component itself is named.
    pub code: Option<&'a str>,
    /// Language tag; empty where none is given.
    pub language: &'a str,
    /// What it is called.
    pub text: &'a str,
}

/// An item of a structure message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// What holds it: `Codelist`, `ConceptScheme`, `DataStructure`, ...
    pub kind: String,
    /// `AGENCY:ID(VERSION)` of what holds it.
    pub holder: String,
    /// What it is itself: `Code`, `Concept`, `Dimension`, ..., or the same as what holds it.
    pub element: String,
    /// Its identifier.
    pub id: String,
    /// The item above it, as named.
    pub parent: String,
    /// Its names by language tag.
    pub names: Vec<(String, String)>,
    /// Its descriptions by language tag.
    pub descriptions: Vec<(String, String)>,
    /// References as they are named, resolved or not: what refers, and to what.
    pub references: Vec<(String, String)>,
    /// First byte and the byte behind the last one.
    pub place: (u64, u64),
}
