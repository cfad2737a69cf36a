//! Takes observations out of a file. What cannot be understood is an error: an observation is never
//! left out in silence, and no value is guessed.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::{Id, Place};
use daryn_model::records::*;
use daryn_model::{Diagnostic, Lines, Severity};
use daryn_stats::codes::area::{self, Code};
use daryn_stats::sheets::{DocumentTable, Mapping, read_document};
use daryn_stats::write::Described;
use daryn_stats::{Action, Components, DarynId, DataSet, Options, Row, Sink, Source, Stop, Told};
use daryn_study::Digest;
use daryn_study::engine::Bytes;
use daryn_study::folder::{Read, STATISTICS};

use understood::{Understood, value};

mod judged;
mod understood;

/// Problems of one extract that are told; the first ones show what is wrong.
const MOST_PROBLEMS: usize = 20;
/// Values of a component that are named in a hint.
const MOST_VALUES: usize = 12;
/// The structure of a data set, where no component has that name.
const DATAFLOW: &str = "DATAFLOW";

/// Takes the observations of an extract out of its file.
pub(super) fn take(
    extract: &Extract,
    areas: &[Area],
    file: &Bytes,
    mapping: Option<&Bytes>,
    structure: Option<&Bytes>,
) -> Read<Observation> {
    let name = format!("{STATISTICS}/{}", extract.file);
    let mut told = judged::settings(extract);
    let mut taking = Taking::new(extract, areas, &name, file, mapping.is_some());
    let described = structure.map(|bytes| {
        let name = format!("{STATISTICS}/{}", extract.structure.as_deref().unwrap_or_default());
        let (described, problems) = Described::read(&Source::bytes(&name, bytes.as_slice()));
        told.extend(problems);
        described
    });
    let mapping = mapping.and_then(|bytes| {
        let name = format!("{STATISTICS}/{}", extract.mapping.as_deref().unwrap_or_default());
        match str::from_utf8(bytes) {
            Ok(text) => Mapping::parse(&name, text, &mut told),
            Err(_) => {
                told.push(
                    Diagnostic::error("bad-encoding", &name, 1).with("guess", "windows-1251"),
                );
                None
            }
        }
    });
    // What is only a warning keeps nobody from reading.
    let is_wrong = |told: &[Diagnostic]| told.iter().any(|one| one.severity == Severity::Error);
    if !is_wrong(&told) {
        let options = Options {
            structures: described.as_ref().map(|described| &described.structures),
            mapping: mapping.as_ref(),
            language: "",
        };
        told.extend(read(&name, file, &options, &mut taking).problems);
    }
    // The extract says what the file does not.
    told.retain(|one| one.code != "stats-no-measure" || extract.value.is_none());
    let (records, mut problems) = taking.end(!is_wrong(&told));
    problems.extend(told);
    Read { records, problems }
}

/// Reads a file, or the tables of a document.
fn read(name: &str, file: &Bytes, options: &Options<'_>, sink: &mut Taking<'_>) -> Told {
    let source = Source::bytes(name, file.as_slice());
    let (Some(mapping), Err(_)) = (options.mapping, daryn_stats::tell(&source)) else {
        return daryn_stats::read(&source, options, sink);
    };
    let document = daryn_read::read(file, name);
    if document.tables.is_empty() {
        return daryn_stats::read(&source, options, sink);
    }
    let tables: Vec<DocumentTable<'_>> = (1..)
        .zip(&document.tables)
        .map(|(number, table)| DocumentTable {
            document: name,
            page: table.page,
            number,
            rows: &table.rows,
        })
        .collect();
    let mut told = read_document(&tables, mapping, sink);
    told.problems.extend(document.diagnostics);
    told
}

/// An observation that was taken, with what else its row says.
struct Taken {
    observation: Observation,
    /// Parts of its key and units that the extract does not look at.
    rest: Vec<(String, String)>,
    /// The power of ten that the row names.
    multiplier: Option<i32>,
    /// The status of the source where a break of the author took its place.
    replaced: Option<ObsStatus>,
    /// Number of the remark on it.
    remark: Option<usize>,
}

struct Taking<'a> {
    extract: &'a Extract,
    /// Areas of the study by what their codes mean.
    areas: BTreeMap<String, Id>,
    name: &'a str,
    digest: Digest,
    lines: Option<Lines>,
    is_mapped: bool,
    rows: u32,
    taken: Vec<Taken>,
    /// Structures of the data sets by number.
    structures: Vec<String>,
    /// Rows of the extract that only say that an observation is no more.
    deleted: usize,
    /// Whether a row that is meant has a value component at all.
    has_measure: bool,
    /// Names of areas that are not known.
    unknown: BTreeSet<String>,
    /// Values of the components that are selected by, in rows that were not.
    seen: BTreeMap<&'a str, BTreeSet<String>>,
    /// Every component that came.
    components: BTreeSet<String>,
    problems: Vec<Diagnostic>,
    more: usize,
}

impl<'a> Taking<'a> {
    fn new(
        extract: &'a Extract,
        areas: &[Area],
        name: &'a str,
        file: &'a Bytes,
        is_mapped: bool,
    ) -> Taking<'a> {
        let is_plain = Source::bytes(name, file.as_slice())
            .packing()
            .is_ok_and(|packing| packing == daryn_stats::Packing::Plain);
        Taking {
            extract,
            areas: areas.iter().map(|row| (meaning_of(&row.code.0).1, row.code.clone())).collect(),
            name,
            digest: Digest::of(file),
            lines: is_plain.then(|| Lines::of(file.as_slice())),
            is_mapped,
            rows: 0,
            taken: Vec::new(),
            structures: Vec::new(),
            deleted: 0,
            has_measure: false,
            unknown: BTreeSet::new(),
            seen: BTreeMap::new(),
            components: BTreeSet::new(),
            problems: Vec::new(),
            more: 0,
        }
    }

    fn tell(&mut self, problem: Diagnostic) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem.with("extract", &self.extract.id));
        } else {
            self.more += 1;
        }
    }

    /// The structure of the data set of a row.
    fn structure(&self, row: &Row) -> &str {
        self.structures.get(row.data_set as usize).map_or("", String::as_str)
    }

    /// Whether a row is one that the extract means.
    fn is_meant(&mut self, row: &Row, components: &Components) -> bool {
        let mut is_meant = true;
        for (component, wanted) in &self.extract.select.0 {
            let found = match value(row, components, component) {
                None if component == DATAFLOW => self.structure(row).to_owned(),
                found => found.unwrap_or_default().to_owned(),
            };
            if !wanted.contains(&found) {
                is_meant = false;
                let seen = self.seen.entry(component).or_default();
                if seen.len() < MOST_VALUES {
                    seen.insert(found);
                }
            }
        }
        is_meant
    }

    /// The area of the study that a component names; none where the study has no such area.
    fn area(&mut self, component: Option<&str>, fixed: Option<&Id>) -> Option<Id> {
        let Some(text) = component else { return fixed.cloned() };
        let (is_known, meaning) = meaning_of(text);
        let found = self.areas.get(&meaning).cloned();
        let is_strange = !is_known && found.is_none() && !text.is_empty();
        if is_strange && self.unknown.len() < MOST_VALUES {
            self.unknown.insert(text.to_owned());
        }
        found
    }

    /// The observation of a row that is meant; none where its area or time is not wanted.
    fn observation(
        &mut self,
        row: &Row,
        components: &Components,
    ) -> Result<Option<Taken>, Diagnostic> {
        let extract = self.extract;
        let (is_mapped, file) = (self.is_mapped, self.name);
        let read = Understood { extract, row, components, is_mapped, file };
        let named = |component: &Option<String>| {
            component.as_deref().map(|name| read.component(name).unwrap_or_default())
        };
        let (area, partner) = (named(&extract.area), named(&extract.partner));
        let Some(area) = self.area(area, extract.ref_area.as_ref()) else { return Ok(None) };
        if !extract.areas.is_empty() && !extract.areas.contains(&area) {
            return Ok(None);
        }
        let partner = self.area(partner, extract.partner_area.as_ref());
        if extract.partner.is_some() && partner.is_none() {
            return Ok(None);
        }
        let period = read.period()?;
        let (first, last) = (i64::from(period.years().0), i64::from(period.years().1));
        if extract.from.is_some_and(|from| first < from) || extract.to.is_some_and(|to| last > to) {
            return Ok(None);
        }
        if row.action == Action::Delete {
            self.deleted += 1;
            return Ok(None);
        }
        self.has_measure |= read.literal().is_some();
        let value = read.number()?;
        let own = match value {
            Some(_) => read.status()?,
            None => Some(ObsStatus::Missing),
        };
        let is_break = value.is_some() && extract.breaks.contains(&first);
        let status = if is_break { Some(ObsStatus::Break) } else { own };
        let replaced =
            own.filter(|own| is_break && ![ObsStatus::Break, ObsStatus::Normal].contains(own));
        let partner_code = partner.as_ref().map_or("", |id| id.0.as_str());
        let series = extract.series.replace("{area}", &area.0).replace("{partner}", partner_code);
        let remark = judged::remark(extract, period, &area);
        let said = remark.map(|number| &extract.remarks[number]);
        let note = said.map(|remark| &remark.note).filter(|note| !note.is_empty());
        let observation = Observation {
            at: self.place(row),
            indicator: extract.indicator.clone(),
            ref_area: area,
            partner_area: partner,
            sex: extract.sex.clone(),
            age: extract.age.clone(),
            education: extract.education.clone(),
            time_period: period,
            obs_value: value,
            unit: extract.unit.clone(),
            source: extract.source.clone(),
            dataset: extract.dataset.clone(),
            series: Id(series),
            definition: extract.definition.clone(),
            vintage: extract.vintage.clone(),
            status,
            derived: false,
            doubtful: said.is_some_and(|remark| remark.doubtful == Some(true)),
            kind: extract.kind,
            source_url: extract.source_url.clone(),
            note: note.unwrap_or(&extract.note).clone(),
        };
        let (rest, multiplier) = (self.rest(row, components), read.multiplier()?);
        Ok(Some(Taken { observation, rest, multiplier, replaced, remark }))
    }

    /// Where a row stands.
    fn place(&self, row: &Row) -> Place {
        let line = match (&self.lines, row.place.cell) {
            (_, Some((line, _))) => line,
            (Some(lines), None) => lines.line(row.place.start as usize),
            (None, None) => self.rows,
        };
        let bytes = DarynId::new(self.digest.as_str(), row.place);
        let bytes = bytes.map(|name| name.to_string());
        Place { file: self.name.to_owned(), line, bytes }
    }

    /// What a row says that tells what is counted and that the extract does not look at: parts of
    /// the key, components of which it is not known what they are, and units.
    fn rest(&self, row: &Row, components: &Components) -> Vec<(String, String)> {
        let extract = self.extract;
        let looked_at = [&extract.area, &extract.partner, &extract.period, &extract.value];
        let is_looked_at = |name: &str| {
            looked_at.into_iter().flatten().any(|own| own == name)
                || extract.status.as_deref() == Some(name)
                || extract.differ.iter().any(|own| own == name)
        };
        let mut rest: Vec<(String, String)> = row
            .parts()
            .map(|(part, value)| (part.role, components.name(part.component), value))
            .filter(|(role, name, _)| judged::tells_what_is_counted(*role, name))
            .filter(|(_, name, _)| !is_looked_at(name))
            .map(|(_, name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let structure = self.structure(row);
        if !structure.is_empty() && components.find(DATAFLOW).is_none() && !is_looked_at(DATAFLOW) {
            rest.push((DATAFLOW.to_owned(), structure.to_owned()));
        }
        rest
    }
}

impl Sink for Taking<'_> {
    fn data_set(&mut self, data_set: &DataSet) {
        let structure = data_set.structure.as_ref();
        self.structures.push(structure.map_or_else(String::new, |(_, name)| name.clone()));
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        self.rows += 1;
        if self.components.len() < components.names().len() {
            self.components.extend(components.names().iter().cloned());
        }
        if !self.is_meant(row, components) {
            return Ok(());
        }
        match self.observation(row, components) {
            Ok(taken) => self.taken.extend(taken),
            Err(problem) => {
                let Place { line, bytes, .. } = self.place(row);
                let place = bytes.unwrap_or_default();
                self.tell(Diagnostic { line, ..problem }.with("place", place));
            }
        }
        Ok(())
    }
}

/// Whether a code or name of an area is known, and what it means, whoever writes it. The world has
/// no code that all use.
fn meaning_of(text: &str) -> (bool, String) {
    if ["W", "W0", "W00", "W1", "WLD", "_W"].contains(&text) {
        return (true, "001".to_owned());
    }
    let found = area::find(text);
    let code = found.as_ref().and_then(|area| area.code(Code::M49));
    (found.is_some(), code.map_or_else(|| text.to_owned(), str::to_owned))
}
