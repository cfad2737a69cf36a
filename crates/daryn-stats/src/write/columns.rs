//! Which columns a table of observations or of codes has, and what stands in the cells of a line.

use std::collections::BTreeSet;

use crate::row::{Action, Components, Role, Row};
use crate::sdmx::{Structure, Structures};
use crate::sink::{DataSet, Item, Sink, Stop, Stream};

/// Columns that a table may have: as many as a sheet of a workbook.
pub(super) const MOST_COLUMNS: usize = 16_384;
/// Data sets of which is kept what is said of them.
const MOST_DATA_SETS: usize = 10_000;

/// The role that decides where a column stands: what is known goes before what is not.
fn rank(role: Role) -> u8 {
    match role {
        Role::Dimension => 0,
        Role::Period => 1,
        Role::Measure => 2,
        Role::DataSetAttribute | Role::GroupAttribute => 3,
        Role::SeriesAttribute | Role::ObservationAttribute => 3,
        Role::Unresolved => 4,
        Role::Extra => 5,
    }
}

/// Whether a row is told or added: nothing is to be done with others.
fn is_plain(action: Action) -> bool {
    matches!(action, Action::Information | Action::Append)
}

/// The first pass: which columns there are.
#[derive(Default)]
pub(super) struct Survey<'a> {
    structures: Option<&'a Structures>,
    structure: Option<&'a Structure>,
    /// By number of component: name, role, and how many were met before. Groups stand before the
    /// series in a file, but the key of a series is what gives the order.
    columns: Vec<Option<(String, Role, usize)>>,
    met: usize,
    has_rows: bool,
    has_items: bool,
    pub(super) streams: Vec<Stream>,
    pub(super) data_sets: Vec<DataSet>,
    /// What holds the items that are given: code lists, or else reports.
    has_codes: bool,
    names: BTreeSet<String>,
    descriptions: BTreeSet<String>,
    told: Told,
}

/// What is known of rows beside their components.
#[derive(Default)]
struct Told {
    /// What is to be done with the first row.
    action: Option<Action>,
    /// Whether that says something of single rows.
    has_actions: bool,
    /// The last data set that had a row.
    data_set: Option<u32>,
    /// Structures of data sets that have rows.
    structures: BTreeSet<String>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(structures: Option<&'a Structures>) -> Survey<'a> {
        Survey { structures, ..Survey::default() }
    }

    /// Whether lines are observations; otherwise they are codes.
    pub(super) fn is_of_rows(&self) -> bool {
        self.has_rows || !self.has_items
    }

    /// Whether there are items of a structure.
    pub(super) fn has_items(&self) -> bool {
        self.has_items
    }

    /// How many columns there would be.
    pub(super) fn width(&self) -> usize {
        self.columns.len().max(self.names.len() + self.descriptions.len())
    }
}

impl Sink for Survey<'_> {
    fn wants_only_components(&self) -> bool {
        true
    }

    fn stream(&mut self, stream: &Stream) {
        self.streams.push(stream.clone());
    }

    fn data_set(&mut self, data_set: &DataSet) {
        if self.data_sets.len() < MOST_DATA_SETS {
            self.data_sets.push(data_set.clone());
        }
        if self.structure.is_none() {
            let name = data_set.structure.as_ref().map_or("", |(_, name)| name.as_str());
            self.structure = self.structures.and_then(|all| all.find(name));
        }
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        self.has_rows = true;
        let told = &mut self.told;
        let is_other = told.action.is_some_and(|first| is_plain(first) != is_plain(row.action))
            || told.action.is_some_and(|first| !is_plain(first) && first != row.action);
        told.has_actions |= row.action == Action::Delete || is_other;
        told.action.get_or_insert(row.action);
        if told.data_set != Some(row.data_set) {
            told.data_set = Some(row.data_set);
            let name =
                self.data_sets.get(row.data_set as usize).and_then(|at| at.structure.as_ref());
            if let Some((_, name)) = name
                && told.structures.len() < 2
            {
                told.structures.insert(name.clone());
            }
        }
        for place in row.unchanged().. {
            let Some((part, _)) = row.part(place) else { break };
            let number = part.component as usize;
            match self.columns.get_mut(number) {
                Some(Some((_, role, _))) => {
                    if *role != part.role && rank(part.role) < rank(*role) {
                        *role = part.role;
                    }
                }
                _ => {
                    if number >= self.columns.len() {
                        self.columns.resize(number + 1, None);
                    }
                    let name = components.name(part.component).to_owned();
                    self.columns[number] = Some((name, part.role, self.met));
                    self.met += 1;
                }
            }
        }
        if self.columns.len() > MOST_COLUMNS { Err(Stop) } else { Ok(()) }
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        self.has_items = true;
        self.has_codes |= is_code(item);
        if is_code(item) || is_report(item) {
            let add = |all: &mut BTreeSet<String>, texts: &[(String, String)]| {
                for (language, _) in texts {
                    if !all.contains(language) {
                        all.insert(language.clone());
                    }
                }
            };
            add(&mut self.names, &item.names);
            add(&mut self.descriptions, &item.descriptions);
        }
        let columns = self.names.len() + self.descriptions.len();
        if columns > MOST_COLUMNS { Err(Stop) } else { Ok(()) }
    }
}

/// Whether it is an item of a code list or of a list of values.
fn is_code(item: &Item) -> bool {
    let lists = ["Codelist", "GeographicCodelist", "GeoGridCodelist", "ValueList"];
    lists.contains(&item.kind.as_str()) && item.element != item.kind
}

/// Whether it is an attribute that is reported.
fn is_report(item: &Item) -> bool {
    item.kind == "MetadataReport" && item.element != "Report"
}

/// The columns of observations, in the order of the table, without the last one.
pub(super) struct Head<'a> {
    /// Name of the component and its role.
    columns: Vec<(&'a str, Role)>,
    /// The place in a line by number of component.
    places: Vec<usize>,
    /// Columns of SDMX-CSV 2.0 behind the components, where they say something of single rows.
    beside: Vec<(String, Beside)>,
    /// How many columns stand before these.
    before: usize,
}

/// What a column behind the components says of a row.
#[derive(Clone)]
enum Beside {
    /// The letter of its action.
    Action,
    /// The structure of its data set, by number of the data set.
    Structure(Vec<String>),
}

impl<'a> Head<'a> {
    pub(super) fn new(survey: &'a Survey<'_>) -> Head<'a> {
        let found = survey.columns.iter().enumerate();
        let mut found: Vec<_> = found
            .filter_map(|(number, column)| {
                let (name, role, met) = column.as_ref()?;
                Some((*met, Some(number), name.as_str(), *role))
            })
            .collect();
        found.sort_unstable_by_key(|(met, ..)| *met);
        let found = found.into_iter().map(|(_, number, name, role)| (number, name, role));
        let mut order: Vec<(Option<usize>, &str, Role)> = found.collect();
        if !order.iter().any(|(.., role)| *role == Role::Measure) {
            order.push((None, "OBS_VALUE", Role::Measure));
        }
        let dimensions = survey.structure.map_or(&[] as &[_], |at| at.dimensions.as_slice());
        order.sort_by_key(|(_, name, role)| match role {
            // What the structure does not order stays as it is in the file, behind the rest.
            Role::Dimension | Role::Unresolved => {
                let place = dimensions.iter().position(|dimension| dimension == name);
                (0, place.unwrap_or(usize::MAX))
            }
            role => (rank(*role), 0),
        });
        let mut places = vec![0; survey.columns.len()];
        for (place, (number, ..)) in order.iter().enumerate() {
            if let Some(number) = number {
                places[*number] = place;
            }
        }
        let columns: Vec<_> = order.into_iter().map(|(_, name, role)| (name, role)).collect();
        let mut beside = Vec::new();
        // A component may be called so, too.
        let mut add = |name: &str, what| {
            let is_taken = columns.iter().any(|(other, _)| *other == name);
            beside.push((format!("{}{name}", if is_taken { "DARYN_" } else { "" }), what));
        };
        if survey.told.has_actions {
            add("ACTION", Beside::Action);
        }
        if survey.told.structures.len() > 1 {
            let name = |set: &DataSet| set.structure.clone().unwrap_or_default().1;
            add("STRUCTURE_ID", Beside::Structure(survey.data_sets.iter().map(name).collect()));
        }
        let before = columns.iter().filter(|(_, role)| *role != Role::Extra).count();
        Head { columns, places, beside, before }
    }

    /// All columns: what they are called, the component, and its role.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str, Role)> {
        let own = || self.names().zip(&self.columns).map(|(name, (id, role))| (name, *id, *role));
        let beside =
            self.beside.iter().map(|(name, _)| (name.as_str(), name.as_str(), Role::Extra));
        own().take(self.before).chain(beside).chain(own().skip(self.before))
    }

    /// What the columns are called. Sources that are not SDMX call the time and the value by other
    /// names; in a table they have one name.
    fn names(&self) -> impl Iterator<Item = &'a str> {
        self.columns.iter().map(|(name, role)| {
            let usual = match role {
                Role::Period => "TIME_PERIOD",
                Role::Measure => "OBS_VALUE",
                _ => name,
            };
            let is_alone = self.columns.iter().filter(|(_, other)| other == role).count() == 1;
            let is_free = self.columns.iter().all(|(other, _)| *other != usual);
            if is_alone && is_free { usual } else { name }
        })
    }

    /// Cells for a row after another.
    pub(super) fn cells(&self) -> Cells {
        Cells {
            places: self.places.clone(),
            cells: vec![Cell::Empty; self.columns.len()],
            text: String::new(),
            beside: self.beside.iter().map(|(_, what)| what.clone()).collect(),
            before: self.before,
        }
    }
}

/// The cells of a row.
pub(super) struct Cells {
    /// The place in a line by number of component.
    places: Vec<usize>,
    /// What stands in a cell, by place in the line.
    cells: Vec<Cell>,
    /// Texts of cells that have several values.
    text: String,
    beside: Vec<Beside>,
    /// How many cells stand before those of `beside`.
    before: usize,
}

#[derive(Clone, Copy)]
enum Cell {
    Empty,
    /// A part of the row as it is.
    Part(usize),
    /// Where its text stands, and the role that its parts have.
    Text(usize, usize, Role),
}

impl Cells {
    /// Takes a row.
    pub(super) fn take(&mut self, row: &Row) {
        self.cells.fill(Cell::Empty);
        self.text.clear();
        for (at, (part, value)) in row.parts().enumerate() {
            let place = self.places.get(part.component as usize).copied();
            let Some(cell) = place.and_then(|place| self.cells.get_mut(place)) else { continue };
            let language = row.language(part);
            let above = match cell {
                Cell::Part(above) => row.part(*above).map(|(part, _)| part.role),
                Cell::Text(.., role) => Some(*role),
                Cell::Empty => None,
            };
            if above.is_some_and(|above| above.level() > part.role.level()) {
                continue;
            }
            let is_one_of_several = above.is_some_and(|above| above.level() == part.role.level());
            if language.is_empty() && !is_one_of_several {
                *cell = Cell::Part(at);
                continue;
            }
            let start = self.text.len();
            if is_one_of_several {
                match *cell {
                    Cell::Part(above) => {
                        self.text.push_str(row.part(above).map_or("", |(_, value)| value));
                    }
                    Cell::Text(first, last, _) => self.text.extend_from_within(first..last),
                    Cell::Empty => {}
                }
                self.text.push(';');
            }
            if !language.is_empty() {
                self.text.push_str(language);
                self.text.push(':');
            }
            self.text.push_str(value);
            *cell = Cell::Text(start, self.text.len(), part.role);
        }
    }

    /// What stands in each cell; `None` where there is nothing. The row must be the one that was
    /// taken.
    pub(super) fn of<'r>(&'r self, row: &'r Row) -> impl Iterator<Item = Option<&'r str>> {
        let own = |cell: &Cell| match cell {
            Cell::Empty => None,
            Cell::Part(place) => row.part(*place).map(|(_, value)| value),
            Cell::Text(start, end, _) => self.text.get(*start..*end),
        };
        let beside = self.beside.iter().map(|what| match what {
            Beside::Action => Some(row.action.letter()),
            Beside::Structure(names) => {
                let name = names.get(row.data_set as usize).map(String::as_str);
                name.filter(|name| !name.is_empty())
            }
        });
        let (before, behind) = self.cells.split_at(self.before);
        before.iter().map(own).chain(beside).chain(behind.iter().map(own))
    }
}

/// The columns of codes, without the last one.
pub(super) struct CodeHead {
    has_codes: bool,
    names: Vec<String>,
    descriptions: Vec<String>,
}

impl CodeHead {
    pub(super) fn new(survey: &Survey<'_>) -> CodeHead {
        let languages = |all: &BTreeSet<String>| all.iter().cloned().collect();
        let (names, descriptions) = (languages(&survey.names), languages(&survey.descriptions));
        CodeHead { has_codes: survey.has_codes, names, descriptions }
    }

    /// What the columns are called.
    pub(super) fn columns(&self) -> Vec<String> {
        let holder = if self.has_codes { "CODELIST" } else { "METADATA_STRUCTURE" };
        let mut columns = vec![holder.to_owned(), "ID".to_owned(), "PARENT".to_owned()];
        for (name, languages) in [("NAME", &self.names), ("DESCRIPTION", &self.descriptions)] {
            columns.extend(languages.iter().map(|language| match language.as_str() {
                "" => name.to_owned(),
                language => format!("{name}_{language}"),
            }));
        }
        columns
    }

    /// What stands in the cells of an item; `None` where the item has no line.
    pub(super) fn cells<'i>(&self, item: &'i Item) -> Option<Vec<&'i str>> {
        let is_wanted = if self.has_codes { is_code(item) } else { is_report(item) };
        if !is_wanted {
            return None;
        }
        let mut cells = vec![item.holder.as_str(), item.id.as_str(), item.parent.as_str()];
        for (languages, texts) in
            [(&self.names, &item.names), (&self.descriptions, &item.descriptions)]
        {
            for language in languages {
                let text = texts.iter().find(|(at, _)| at == language);
                cells.push(text.map_or("", |(_, text)| text));
            }
        }
        Some(cells)
    }
}
