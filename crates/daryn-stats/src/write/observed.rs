//! The table of [`observations`](super::observations) in memory, for formats that are written
//! column by column: numbers beside their literals, and what components and codes are called.

use daryn_model::Diagnostic;

use super::columns::{Cells, CodeHead, Head};
use super::labels::{Described, Labels, nearest};
use super::observations::{Origin, id, place_of};
use super::{About, Column, Content, plain_number};
use crate::row::{Components, Mark, Place, Role, Row};
use crate::sink::{Item, Label, Sink, Stop, Told};
use crate::table::Table;

/// Observations, or codes, with the columns that `stats read` gives them.
#[derive(Debug)]
pub struct Observed {
    columns: Vec<Column>,
    table: Table,
    /// By column: where its values are in the table.
    places: Vec<Option<usize>>,
    /// Where the reader of a workbook has put numbers that are written in another way.
    numbers: Option<usize>,
}

/// Name of the column in which numbers stand that the source writes in another way.
const NUMBER: &str = "NUMBER";
/// Name of the last column.
const ID: &str = "daryn_id";

impl Observed {
    /// Reads everything, twice. Names are in the language that is nearest to `language`.
    ///
    /// # Errors
    /// `stats-unreadable`, `stats-csv-columns`. What else is wrong is told.
    pub fn read(
        origin: &Origin<'_>,
        described: Option<&Described>,
        language: &str,
    ) -> Result<(Observed, About, Told), Diagnostic> {
        let (survey, digests) = origin.survey()?;
        let mut labels = Labels::new(language);
        if let Some(described) = described {
            labels.add_structure(described);
        }
        let (mut columns, kind, ids): (Vec<Column>, Kind, Vec<String>) = if survey.is_of_rows() {
            let head = Head::new(&survey);
            let columns = head.names().zip(&head.columns).map(|(name, (_, role))| Column {
                id: name.to_owned(),
                content: if *role == Role::Measure { Content::Number } else { Content::Text },
                ..Column::default()
            });
            let ids = head.columns.iter().map(|(id, _)| (*id).to_owned()).collect();
            (columns.collect(), Kind::Rows(head.cells()), ids)
        } else {
            let head = CodeHead::new(&survey);
            let ids = head.columns();
            let columns = ids.iter().map(|id| Column { id: id.clone(), ..Column::default() });
            (columns.collect(), Kind::Codes(head), Vec::new())
        };
        columns.push(Column { id: ID.to_owned(), ..Column::default() });
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
            table: Table::default(),
            labels,
            described: Described::default(),
        };
        let told = (origin.read)(&mut gather);
        let Gather { table, mut labels, described, .. } = gather;
        labels.add_structure(&described);
        for (column, id) in columns.iter_mut().zip(&ids) {
            column.label = labels.component(id);
            if column.content == Content::Text {
                column.codes = labels.codes(id);
            }
        }
        let places = (0..columns.len()).map(|at| table.column(&at.to_string())).collect::<Vec<_>>();
        let numbers = columns.iter().position(|column| column.id == NUMBER);
        let numbers = numbers.and_then(|at| places.get(at).copied().flatten());
        let mut sources = Vec::new();
        let mut title = String::new();
        let mut last = None;
        for (stream, digest) in survey.streams.iter().zip(&digests) {
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
        Ok((Observed { columns, table, places, numbers }, About { title, sources }, told))
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
struct Gather<'a> {
    kind: Kind,
    /// By column.
    is_number: Vec<bool>,
    /// Numbers of our own components, by column.
    numbers: Vec<u32>,
    own: Components,
    row: Row,
    digests: &'a [String],
    table: Table,
    labels: Labels,
    described: Described,
}

impl Gather<'_> {
    fn give(&mut self, place: Place) -> Result<(), Stop> {
        if let (Some(id), Some(number)) = (id(self.digests, place), self.numbers.last()) {
            // As a measure: each is another one, and need not be looked for among the others.
            self.row.push(*number, Role::Measure, &id.to_string());
        }
        Sink::row(&mut self.table, &self.row, &self.own)
    }
}

impl Sink for Gather<'_> {
    fn label(&mut self, label: &Label<'_>) {
        self.labels.take(label);
    }

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
        let Kind::Codes(head) = &self.kind else {
            self.described.names(item);
            return Ok(());
        };
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
