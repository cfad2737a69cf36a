//! One line for each observation, with all that is said of it; or one for each code.
//!
//! Columns are the parts of the key in the order of the file (with a structure: dimensions in its
//! order), `TIME_PERIOD` where there is one, `OBS_VALUE`, attributes, columns that are no
//! component, and last `daryn_id`. Parts of which it is not known what they are stand with the key.
//! A component that has several values has them in one cell, with `;` between them and
//! `language:` before texts, as in SDMX-CSV 2.0. What is said on a lower level takes the place of
//! what is said on a higher one.
//!
//! The file is read twice, first for the columns, so that nothing has to be kept.

use std::collections::BTreeSet;
use std::io::{self, Write};

use daryn_model::Diagnostic;

use crate::cite;
use crate::row::{Components, Place, Role, Row};
use crate::sdmx::{Structure, Structures};
use crate::sink::{DataSet, Item, Sink, Stop, Told};
use crate::source::Source;

/// Columns that a table may have: as many as a sheet of a workbook.
const MOST_COLUMNS: usize = 16_384;
/// Bytes that are gathered before they are written.
const BLOCK: usize = 64 * 1024;

/// Writes a table. `read` reads the source once into what it is given; it must give the same each
/// time. Dimensions stand in the order of the structure of the first data set, where it is known.
///
/// # Errors
/// Where `out` cannot be written. What is wrong with the source is told, as `read` tells it, and
/// with `stats-unreadable` (its digest could not be made) or `stats-csv-columns` (it has too many).
pub fn write(
    source: &Source,
    structures: Option<&Structures>,
    read: &dyn Fn(&mut dyn Sink) -> Told,
    out: &mut dyn Write,
) -> io::Result<Told> {
    let failed = |code: &str, name: &str, value: String| {
        let problem = Diagnostic::error(code, source.name(), 0).with(name, value);
        Ok(Told { problems: vec![problem] })
    };
    let sha256 = match source.sha256() {
        Ok(sha256) => sha256,
        Err(error) => return failed("stats-unreadable", "reason", error.to_string()),
    };
    let digest = sha256.get(..8).unwrap_or_default();
    let mut survey = Survey { structures, ..Survey::default() };
    read(&mut survey);
    let too_many = survey.columns.len().max(survey.names.len() + survey.descriptions.len());
    if too_many > MOST_COLUMNS {
        return failed("stats-csv-columns", "n", too_many.to_string());
    }
    let told = if survey.has_rows || !survey.has_items {
        let mut lines = Lines::new(&survey, digest, out);
        let told = read(&mut lines);
        lines.page.finish()?;
        told
    } else {
        let mut codes = Codes::new(&survey, digest, out);
        let told = read(&mut codes);
        codes.page.finish()?;
        told
    };
    out.flush()?;
    Ok(told)
}

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

/// The first pass: which columns there are.
#[derive(Default)]
struct Survey<'a> {
    structures: Option<&'a Structures>,
    structure: Option<&'a Structure>,
    /// By number of component: name, role, and how many were met before. Groups stand before the
    /// series in a file, but the key of a series is what gives the order.
    columns: Vec<Option<(String, Role, usize)>>,
    met: usize,
    has_rows: bool,
    has_items: bool,
    /// What holds the items that are given: code lists, or else reports.
    has_codes: bool,
    names: BTreeSet<String>,
    descriptions: BTreeSet<String>,
}

impl Sink for Survey<'_> {
    fn wants_only_components(&self) -> bool {
        true
    }

    fn data_set(&mut self, data_set: &DataSet) {
        if self.structure.is_none() {
            let name = data_set.structure.as_ref().map_or("", |(_, name)| name.as_str());
            self.structure = self.structures.and_then(|all| all.find(name));
        }
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        self.has_rows = true;
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

/// Lines that are gathered, and written block by block.
struct Page<'a> {
    out: &'a mut dyn Write,
    text: String,
    /// What each name of a place begins with.
    digest: &'a str,
    failed: Option<io::Error>,
}

impl<'a> Page<'a> {
    fn new(out: &'a mut dyn Write, digest: &'a str) -> Page<'a> {
        Page { out, text: String::with_capacity(BLOCK * 2), digest, failed: None }
    }

    /// A cell and the comma behind it.
    fn cell(&mut self, text: &str) {
        quoted(&mut self.text, text);
        self.text.push(',');
    }

    /// The last cell, and the end of the line.
    fn place(&mut self, place: Place) -> Result<(), Stop> {
        self.text.push_str(self.digest);
        cite::place(&mut self.text, place);
        self.line()
    }

    fn line(&mut self) -> Result<(), Stop> {
        self.text.push('\n');
        if self.text.len() < BLOCK {
            return Ok(());
        }
        self.flush();
        if self.failed.is_some() { Err(Stop) } else { Ok(()) }
    }

    fn flush(&mut self) {
        if self.failed.is_none() {
            self.failed = self.out.write_all(self.text.as_bytes()).err();
        }
        self.text.clear();
    }

    fn finish(&mut self) -> io::Result<()> {
        self.flush();
        self.failed.take().map_or(Ok(()), Err)
    }
}

/// Adds a cell, with quotation marks where they are needed (RFC 4180).
fn quoted(line: &mut String, text: &str) {
    // Without leaving the loop early, which is faster on texts as short as these.
    let is_special = |byte| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    if !text.bytes().fold(false, |found, byte| found | is_special(byte)) {
        line.push_str(text);
        return;
    }
    line.push('"');
    for (place, piece) in text.split('"').enumerate() {
        if place > 0 {
            line.push_str("\"\"");
        }
        line.push_str(piece);
    }
    line.push('"');
}

/// The second pass over observations.
struct Lines<'a> {
    page: Page<'a>,
    /// The place in a line by number of component.
    places: Vec<usize>,
    /// What stands in a cell, by place in the line.
    cells: Vec<Cell>,
    /// Texts of cells that have several values.
    text: String,
    shared: Shared,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Cell {
    Empty,
    /// A part of the row as it is.
    Part(usize),
    /// Where its text stands, and the role that its parts have.
    Text(usize, usize, Role),
}

impl<'a> Lines<'a> {
    fn new(survey: &Survey<'_>, digest: &'a str, out: &'a mut dyn Write) -> Lines<'a> {
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
        let mut page = Page::new(out, digest);
        let mut places = vec![0; survey.columns.len()];
        for (place, (number, name, role)) in order.iter().enumerate() {
            if let Some(number) = number {
                places[*number] = place;
            }
            // Sources that are not SDMX call the time and the value by other names.
            let usual = match role {
                Role::Period => "TIME_PERIOD",
                Role::Measure => "OBS_VALUE",
                _ => name,
            };
            let is_alone = order.iter().filter(|(.., other)| other == role).count() == 1;
            let is_free = order.iter().all(|(_, other, _)| *other != usual);
            page.cell(if is_alone && is_free { usual } else { name });
        }
        page.text.push_str("daryn_id\n");
        let cells = vec![Cell::Empty; order.len()];
        let shared = Shared { cells: cells.clone(), ..Shared::default() };
        Lines { page, places, cells, text: String::new(), shared }
    }
}

impl Lines<'_> {
    /// Puts parts of a row into their cells, from one on up to another one.
    fn fill(&mut self, row: &Row, from: usize, to: usize) {
        for at in from..to {
            let Some((part, value)) = row.part(at) else { break };
            let place = self.places.get(part.component as usize).copied();
            let Some(cell) = place.and_then(|place| self.cells.get_mut(place)) else { continue };
            let language = row.language(part);
            let above = match cell {
                Cell::Part(above) => row.part(*above).map(|(part, _)| part.role),
                Cell::Text(.., role) => Some(*role),
                Cell::Empty => None,
            };
            let is_one_of_several = above == Some(part.role);
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

    fn write(&mut self, row: &Row, from: usize) {
        for cell in &self.cells[from..] {
            let text = match cell {
                Cell::Empty => "",
                Cell::Part(place) => row.part(*place).map_or("", |(_, value)| value),
                Cell::Text(start, end, _) => &self.text[*start..*end],
            };
            self.page.cell(text);
        }
    }

    /// Makes the cells of what a series says, and the text of those at the beginning of the line.
    fn share(&mut self, row: &Row, parts: usize) {
        self.cells.fill(Cell::Empty);
        self.text.clear();
        self.fill(row, 0, parts);
        self.shared.parts = parts;
        self.shared.cells.clone_from(&self.cells);
        self.shared.text = self.text.len();
        self.shared.head.clear();
        self.shared.width =
            self.cells.iter().take_while(|cell| !matches!(cell, Cell::Empty)).count();
        for cell in &self.cells[..self.shared.width] {
            let text = match cell {
                Cell::Empty => "",
                Cell::Part(place) => row.part(*place).map_or("", |(_, value)| value),
                Cell::Text(start, end, _) => &self.text[*start..*end],
            };
            quoted(&mut self.shared.head, text);
            self.shared.head.push(',');
        }
    }
}

impl Sink for Lines<'_> {
    fn row(&mut self, row: &Row, _components: &Components) -> Result<(), Stop> {
        let parts = row.unchanged();
        // A series may have begun since, which said as much as the one before.
        if parts != self.shared.parts {
            self.share(row, parts);
        } else {
            self.cells.copy_from_slice(&self.shared.cells);
            self.text.truncate(self.shared.text);
        }
        self.fill(row, parts, usize::MAX);
        let width = self.shared.width;
        if self.cells[..width] == self.shared.cells[..width] {
            self.page.text.push_str(&self.shared.head);
            self.write(row, width);
        } else {
            self.write(row, 0);
        }
        self.page.place(row.place)
    }
}

/// What the rows of a series share.
#[derive(Default)]
struct Shared {
    /// Parts of the row.
    parts: usize,
    cells: Vec<Cell>,
    /// Bytes of the texts of cells.
    text: usize,
    /// The first cells of the line, as they are written, and how many they are.
    head: String,
    width: usize,
}

/// The second pass over codes.
struct Codes<'a> {
    page: Page<'a>,
    has_codes: bool,
    names: Vec<String>,
    descriptions: Vec<String>,
}

impl<'a> Codes<'a> {
    fn new(survey: &Survey<'_>, digest: &'a str, out: &'a mut dyn Write) -> Codes<'a> {
        let mut page = Page::new(out, digest);
        page.cell(if survey.has_codes { "CODELIST" } else { "METADATA_STRUCTURE" });
        page.cell("ID");
        page.cell("PARENT");
        for (name, languages) in [("NAME", &survey.names), ("DESCRIPTION", &survey.descriptions)] {
            for language in languages {
                match language.as_str() {
                    "" => page.cell(name),
                    language => page.cell(&format!("{name}_{language}")),
                }
            }
        }
        page.text.push_str("daryn_id\n");
        let languages = |all: &BTreeSet<String>| all.iter().cloned().collect();
        let (names, descriptions) = (languages(&survey.names), languages(&survey.descriptions));
        Codes { page, has_codes: survey.has_codes, names, descriptions }
    }
}

impl Sink for Codes<'_> {
    fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), Stop> {
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        let is_wanted = if self.has_codes { is_code(item) } else { is_report(item) };
        if !is_wanted {
            return Ok(());
        }
        self.page.cell(&item.holder);
        self.page.cell(&item.id);
        self.page.cell(&item.parent);
        for (languages, texts) in
            [(&self.names, &item.names), (&self.descriptions, &item.descriptions)]
        {
            for language in languages {
                let text = texts.iter().find(|(at, _)| at == language);
                self.page.cell(text.map_or("", |(_, text)| text));
            }
        }
        self.page.place(Place { start: item.place.0, end: item.place.1, ..Place::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[(&str, Role, &str, &str)]]) -> String {
        let source = Source::bytes("a", *b"abc");
        let read = |sink: &mut dyn Sink| {
            let mut components = Components::default();
            for (at, parts) in rows.iter().enumerate() {
                let mut row = Row::default();
                for (name, role, language, value) in *parts {
                    row.push_text(components.number(name), *role, language, value);
                }
                row.place = Place { start: at as u64, end: at as u64 + 1, ..Place::default() };
                sink.row(&row, &components).expect("wanted");
            }
            Told::default()
        };
        let mut out = Vec::new();
        write(&source, None, &read, &mut out).expect("written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn columns_stand_in_their_order_and_cells_keep_what_is_written() {
        use Role::{Dimension, Measure, ObservationAttribute, Period, SeriesAttribute, Unresolved};
        let rows: &[&[_]] = &[
            &[
                ("unit", SeriesAttribute, "", "a, \"b\""),
                ("year", Period, "", "2019"),
                ("v", Measure, "", " 1.50"),
            ],
            &[
                ("area", Dimension, "", "KZ"),
                ("unit", SeriesAttribute, "en", "c"),
                ("unit", SeriesAttribute, "kk", "d"),
                ("who", Unresolved, "", "x\ny"),
                ("year", Period, "", "2020"),
            ],
            &[
                ("unit", SeriesAttribute, "", "above"),
                ("unit", ObservationAttribute, "", "below"),
                ("v", Measure, "", ""),
            ],
        ];
        let expected = "area,who,TIME_PERIOD,OBS_VALUE,unit,daryn_id\n\
            ,,2019, 1.50,\"a, \"\"b\"\"\",ba7816bf:0-1\n\
            KZ,\"x\ny\",2020,,en:c;kk:d,ba7816bf:1-2\n\
            ,,,,below,ba7816bf:2-3\n";
        assert_eq!(table(rows), expected);
        assert_eq!(table(&[]), "OBS_VALUE,daryn_id\n");
        let rows: &[&[_]] = &[&[("OBS_VALUE", Role::Extra, "", "1"), ("v", Measure, "", "2")]];
        assert_eq!(table(rows), "v,OBS_VALUE,daryn_id\n2,1,ba7816bf:0-1\n");
    }
}
