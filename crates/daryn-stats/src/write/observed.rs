//! The table of [`observations`](super::observations) for formats that have types: numbers beside
//! their literals, and what components and codes are called. It is given group by group, or kept.

use std::io;

use daryn_model::Diagnostic;

use super::columns::{Cells, CodeHead, Head, Survey};
use super::labels::{Described, Labels, nearest};
use super::observations::{Origin, Whence, id, place_of};
use super::{About, Column, Content, GROUP_BYTES, GROUP_ROWS, Groups, plain_number};
use crate::row::{Components, Mark, Place, Role, Row};
use crate::sink::{DataSet, Item, Label, Sink, Stop, Stream, Told};
use crate::table::Table;

/// Name of the column in which numbers stand that the source writes in another way.
const NUMBER: &str = "NUMBER";
/// Name of the last column.
const ID: &str = "daryn_id";

/// What is known of a table after everything was read once: columns, names and sources.
pub struct Surveyed<'a> {
    /// The columns that `stats read` gives it.
    pub columns: Vec<Column>,
    /// Where its rows come from.
    pub about: About,
    origin: &'a Origin<'a>,
    kind: Kind,
    digests: Vec<Whence>,
    /// The column in which readers put numbers that are written in another way.
    number: Option<usize>,
}

impl<'a> Surveyed<'a> {
    /// Reads everything once. Names are in the language that is nearest to `language`.
    ///
    /// # Errors
    /// `stats-unreadable`, `stats-csv-columns`.
    pub fn new(
        origin: &'a Origin<'a>,
        described: Option<&Described>,
        language: &str,
    ) -> Result<Surveyed<'a>, Diagnostic> {
        let mut labels = Labels::new(language);
        if let Some(described) = described {
            labels.add_structure(described);
        }
        let mut named = Named { survey: Survey::of(origin.structures), labels };
        (origin.read)(&mut named);
        let Named { survey, mut labels } = named;
        let (survey, digests) = origin.surveyed(survey)?;
        if survey.is_of_rows() && survey.has_items() {
            // A structure beside the data names their codes.
            let mut beside = Described::default();
            (origin.read)(&mut beside);
            labels.add_structure(&beside);
        }
        let mut number = None;
        let (mut columns, kind, ids): (Vec<Column>, Kind, Vec<String>) = if survey.is_of_rows() {
            let head = Head::new(&survey);
            // A component of the source may be called so, too.
            number = head.all().position(|(name, _, role)| name == NUMBER && role == Role::Extra);
            let columns = head.all().map(|(name, _, role)| Column {
                id: name.to_owned(),
                content: if role == Role::Measure { Content::Number } else { Content::Text },
                ..Column::default()
            });
            let ids = head.all().map(|(_, id, _)| id.to_owned()).collect();
            (columns.collect(), Kind::Rows(head.cells()), ids)
        } else {
            let head = CodeHead::new(&survey);
            let ids = head.columns();
            let columns = ids.iter().map(|id| Column { id: id.clone(), ..Column::default() });
            (columns.collect(), Kind::Codes(head), Vec::new())
        };
        columns.push(Column { id: ID.to_owned(), ..Column::default() });
        for (column, id) in columns.iter_mut().zip(&ids) {
            column.label = labels.component(id);
            if column.content == Content::Text {
                column.codes = labels.codes(id);
            }
        }
        let about = about(origin, &survey, &digests, language);
        Ok(Surveyed { columns, about, origin, kind, digests, number })
    }

    /// Reads everything once more, and gives the rows to a writer.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn write(self, writer: &mut dyn Groups) -> io::Result<Told> {
        let (_, told) = self.gather(Some(writer))?;
        Ok(told)
    }

    fn gather(self, writer: Option<&mut dyn Groups>) -> io::Result<(Observed, Told)> {
        let Surveyed { columns, origin, kind, digests, number, .. } = self;
        // Numbers for names: two columns may have one name.
        let mut own = Components::default();
        let numbers: Vec<u32> = (0..columns.len()).map(|at| own.number(&at.to_string())).collect();
        let mut gather = Gather {
            kind,
            is_number: columns.iter().map(|column| column.content == Content::Number).collect(),
            numbers,
            own,
            row: Row::default(),
            digests: &digests,
            group: Observed { columns, number, ..Observed::default() },
            writer,
            failed: None,
        };
        let told = (origin.read)(&mut gather);
        gather.group.place_columns();
        if gather.writer.is_some() {
            gather.flush();
        }
        match gather.failed {
            Some(error) => Err(error),
            None => Ok((gather.group, told)),
        }
    }
}

/// Where rows come from, and what they are called.
fn about(origin: &Origin<'_>, survey: &Survey<'_>, digests: &[Whence], language: &str) -> About {
    let mut sources = Vec::new();
    let mut title = String::new();
    let mut last = None;
    for (stream, Whence { digest, .. }) in survey.streams.iter().zip(digests) {
        if last == Some(digest) {
            continue;
        }
        let file = (origin.file)(stream);
        let facts = [("file", file.name()), ("sha256", digest)];
        sources.push(facts.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec());
        last = Some(digest);
    }
    for data_set in &survey.data_sets {
        let name = nearest(language, &data_set.names).map_or("", |(_, name)| name);
        if title.is_empty() {
            title = if name.is_empty() { &data_set.id } else { name }.to_owned();
        }
        let structure = data_set.structure.as_ref().map_or("", |(_, name)| name.as_str());
        let facts = [
            ("dataset", data_set.id.as_str()),
            ("name", name),
            ("structure", structure),
            ("publisher", data_set.source.as_str()),
            ("vintage", data_set.vintage.as_str()),
        ];
        let facts = facts.iter().filter(|(_, text)| !text.is_empty());
        let facts: Vec<_> =
            facts.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        if !facts.is_empty() {
            sources.push(facts);
        }
    }
    About { title, sources }
}

/// The first pass: columns and names.
struct Named<'a> {
    survey: Survey<'a>,
    labels: Labels,
}

impl Sink for Named<'_> {
    fn wants_only_components(&self) -> bool {
        self.survey.wants_only_components()
    }

    fn stream(&mut self, stream: &Stream) {
        self.survey.stream(stream);
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.survey.data_set(data_set);
    }

    fn label(&mut self, label: &Label<'_>) {
        self.labels.take(label);
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        self.survey.row(row, components)
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        self.survey.item(item)
    }
}

/// Observations, or codes, in memory, with the columns that `stats read` gives them.
#[derive(Debug, Default)]
pub struct Observed {
    columns: Vec<Column>,
    table: Table,
    /// By column: where its values are in the table.
    places: Vec<Option<usize>>,
    /// The column in which a reader has put numbers that are written in another way, and where its
    /// values are in the table.
    number: Option<usize>,
    numbers: Option<usize>,
    /// Bytes of cells.
    bytes: usize,
}

impl Observed {
    /// Reads everything, twice, and keeps it. Names are in the language that is nearest to
    /// `language`.
    ///
    /// # Errors
    /// `stats-unreadable`, `stats-csv-columns`. What else is wrong is told.
    pub fn read(
        origin: &Origin<'_>,
        described: Option<&Described>,
        language: &str,
    ) -> Result<(Observed, About, Told), Diagnostic> {
        let mut surveyed = Surveyed::new(origin, described, language)?;
        let about = std::mem::take(&mut surveyed.about);
        let gathered = surveyed.gather(None).map_err(|error| {
            Diagnostic::error("stats-unreadable", origin.name, 0).with("reason", error)
        })?;
        Ok((gathered.0, about, gathered.1))
    }

    /// Finds the columns among those of the table.
    fn place_columns(&mut self) {
        let columns = 0..self.columns.len();
        self.places = columns.map(|at| self.table.column(&at.to_string())).collect();
        self.numbers = self.number.and_then(|at| self.places.get(at).copied().flatten());
    }
}

impl super::Table for Observed {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn rows(&self) -> usize {
        self.table.len()
    }

    fn cell(&self, row: usize, column: usize) -> Option<&str> {
        self.table.get(row, (*self.places.get(column)?)?)
    }

    fn number(&self, row: usize, column: usize) -> Option<f64> {
        let other = self.numbers.and_then(|at| self.table.get(row, at));
        plain_number(other.or_else(|| self.cell(row, column))?)
    }
}

enum Kind {
    Rows(Cells),
    Codes(CodeHead),
}

/// The second pass.
struct Gather<'a, 'w> {
    kind: Kind,
    /// By column.
    is_number: Vec<bool>,
    /// Numbers of our own components, by column.
    numbers: Vec<u32>,
    own: Components,
    row: Row,
    digests: &'a [Whence],
    group: Observed,
    /// Who takes full groups; without, there is one that grows.
    writer: Option<&'a mut (dyn Groups + 'w)>,
    failed: Option<io::Error>,
}

impl Gather<'_, '_> {
    /// Gives the group away.
    fn flush(&mut self) {
        let Some(writer) = self.writer.as_deref_mut() else { return };
        self.group.place_columns();
        if self.failed.is_none() && !self.group.table.is_empty() {
            self.failed = writer.group(&self.group).err();
        }
        self.group.table = Table::default();
        self.group.bytes = 0;
    }

    fn give(&mut self, place: Place) -> Result<(), Stop> {
        if let (Some(id), Some(number)) = (id(self.digests, place), self.numbers.last()) {
            // As a measure: each is another one, and need not be looked for among the others.
            self.row.push(*number, Role::Measure, &id.to_string());
        }
        Sink::row(&mut self.group.table, &self.row, &self.own)?;
        self.group.bytes += self.row.size();
        let group = &self.group;
        if self.writer.is_some() && (group.table.len() >= GROUP_ROWS || group.bytes >= GROUP_BYTES)
        {
            self.flush();
        }
        if self.failed.is_some() { Err(Stop) } else { Ok(()) }
    }
}

impl Sink for Gather<'_, '_> {
    fn row(&mut self, row: &Row, _components: &Components) -> Result<(), Stop> {
        let Kind::Rows(cells) = &mut self.kind else { return Ok(()) };
        cells.take(row);
        self.row.back_to(Mark::default());
        let columns = self.numbers.iter().zip(&self.is_number);
        for (cell, (number, is_number)) in cells.of(row).zip(columns) {
            let role = if *is_number { Role::Measure } else { Role::Extra };
            if let Some(cell) = cell {
                self.row.push(*number, role, cell);
            }
        }
        self.give(row.place)
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        let Kind::Codes(head) = &self.kind else { return Ok(()) };
        let Some(cells) = head.cells(item) else { return Ok(()) };
        self.row.back_to(Mark::default());
        for (cell, number) in cells.into_iter().zip(&self.numbers) {
            if !cell.is_empty() {
                self.row.push(*number, Role::Extra, cell);
            }
        }
        self.give(place_of(item))
    }
}
