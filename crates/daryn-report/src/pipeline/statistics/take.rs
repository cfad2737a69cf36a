//! Takes observations out of a file. What cannot be understood is an error: an observation is never
//! left out in silence, and no value is guessed.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::{Decimal, Id, Place};
use daryn_model::records::*;
use daryn_model::{Diagnostic, Period};
use daryn_stats::codes::area::{self, Code};
use daryn_stats::codes::{period, unit};
use daryn_stats::number::{self, DecimalMark, Meaning};
use daryn_stats::sheets::{DocumentTable, Mapping, read_document};
use daryn_stats::write::Described;
use daryn_stats::{Components, DarynId, Options, Role, Row, Sink, Source, Stop, Told};
use daryn_study::Digest;
use daryn_study::engine::Bytes;
use daryn_study::folder::{Read, STATISTICS};

use super::Lines;

/// Problems of one extract that are told; the first ones show what is wrong.
const MOST_PROBLEMS: usize = 20;
/// Values of a component that are named in a hint.
const MOST_VALUES: usize = 12;

/// Takes the observations of an extract out of its file.
pub(super) fn take(
    extract: &Extract,
    areas: &[Area],
    file: &Bytes,
    mapping: Option<&Bytes>,
    structure: Option<&Bytes>,
) -> Read<Observation> {
    let name = format!("{STATISTICS}/{}", extract.file);
    let mut taking = Taking::new(extract, areas, &name, file);
    let mut told = Vec::new();
    let described = structure.map(|bytes| {
        let name = format!("{STATISTICS}/{}", extract.structure.as_deref().unwrap_or_default());
        let mut described = Described::default();
        let source = Source::bytes(&name, bytes.as_slice());
        told.extend(daryn_stats::read(&source, &Options::default(), &mut described).problems);
        if described.structures.is_empty() {
            told.push(Diagnostic::error("stats-no-structure", &name, 0));
        }
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
    if told.is_empty() {
        let options = Options {
            structures: described.as_ref().map(|described| &described.structures),
            mapping: mapping.as_ref(),
            language: "",
        };
        told = read(&name, file, &options, &mut taking).problems;
    }
    let is_read = !told.iter().any(|one| one.severity == daryn_model::Severity::Error);
    let (records, mut problems) = taking.end(is_read);
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

/// An observation that was taken, with the parts of its key that the study does not look at.
struct Taken {
    observation: Observation,
    rest: Vec<(String, String)>,
}

struct Taking<'a> {
    extract: &'a Extract,
    /// Areas of the study by their M49 code, and by the code of the study where they have none.
    areas: BTreeMap<String, Id>,
    name: &'a str,
    digest: Digest,
    lines: Option<Lines<'a>>,
    rows: u32,
    taken: Vec<Taken>,
    /// Values of the components that are selected by, in rows that were not.
    seen: BTreeMap<&'a str, BTreeSet<String>>,
    /// Every component that came.
    components: BTreeSet<String>,
    problems: Vec<Diagnostic>,
    more: usize,
}

impl<'a> Taking<'a> {
    fn new(extract: &'a Extract, areas: &[Area], name: &'a str, file: &'a Bytes) -> Taking<'a> {
        let is_plain = Source::bytes(name, file.as_slice())
            .packing()
            .is_ok_and(|packing| packing == daryn_stats::Packing::Plain);
        Taking {
            extract,
            areas: areas.iter().map(|row| (meaning_of(&row.code.0), row.code.clone())).collect(),
            name,
            digest: Digest::of(file),
            lines: is_plain.then(|| Lines::of(file)),
            rows: 0,
            taken: Vec::new(),
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

    /// Whether a row is one that the extract means.
    fn is_meant(&mut self, row: &Row, components: &Components) -> bool {
        let mut is_meant = true;
        for (component, wanted) in &self.extract.select.0 {
            let found = value(row, components, component).unwrap_or_default();
            if !wanted.iter().any(|one| one == found) {
                is_meant = false;
                let seen = self.seen.entry(component).or_default();
                if seen.len() < MOST_VALUES {
                    seen.insert(found.to_owned());
                }
            }
        }
        is_meant
    }

    /// The area that a component names: `None` where the study has no such area.
    fn area(
        &self,
        component: Option<&String>,
        fixed: Option<&Id>,
        row: &Row,
        components: &Components,
    ) -> Option<Id> {
        match component {
            Some(component) => {
                let text = value(row, components, component)?;
                self.areas.get(&meaning_of(text)).cloned()
            }
            None => fixed.cloned(),
        }
    }

    /// The time of a row, or an error.
    fn period(&self, row: &Row, components: &Components) -> Result<Period, Diagnostic> {
        let text = match &self.extract.period {
            Some(component) => value(row, components, component),
            None => row.of_role(Role::Period),
        };
        let problem = || Diagnostic::error("extract-period", self.name, 0);
        let text = text.ok_or_else(|| problem().with("found", ""))?;
        match period::parse(text) {
            Some(period) => Ok(period.to_model()),
            None => Err(problem().with("found", text)),
        }
    }

    /// The value of a row: none where the source has none, an error where it is no number.
    fn number(&self, row: &Row, components: &Components) -> Result<Option<Decimal>, Diagnostic> {
        let literal = row.value().unwrap_or_default();
        let problem = |code: &str| Diagnostic::error(code, self.name, 0).with("found", literal);
        let mark = match self.extract.decimal_mark.as_deref() {
            Some(",") => DecimalMark::Comma,
            _ => DecimalMark::Point,
        };
        let of_mapping = value(row, components, "NUMBER");
        let is_unsure =
            of_mapping.is_none() && self.extract.decimal_mark.is_none() && literal.contains(',');
        let read = number::read(of_mapping.unwrap_or(literal), Some(mark));
        let number = match read.meaning {
            Meaning::Number(number) if !is_unsure => number,
            Meaning::Missing(_) => return Ok(None),
            // A mapping may know marks of what is missing that are the source's own.
            _ if value(row, components, "OBS_MISSING").is_some() => return Ok(None),
            _ => return Err(problem("extract-value")),
        };
        let named = value(row, components, "UNIT_MULT");
        let named = named.filter(|text| unit::multiplier(text) != Some(0));
        let scale = match (self.extract.scale, named) {
            (None, Some(named)) => {
                let problem = Diagnostic::error("extract-scale", self.name, 0);
                return Err(problem.with("found", named));
            }
            (scale, _) => scale.and_then(|scale| i32::try_from(scale).ok()).unwrap_or(0),
        };
        let number = match scale {
            0 => Some(number),
            scale => unit::shift(&number.plain(), scale).and_then(|text| Decimal::parse(&text)),
        };
        let number = match self.extract.decimals.and_then(|digits| usize::try_from(digits).ok()) {
            Some(digits) => number.and_then(|number| with_decimals(&number, digits)),
            None => number,
        };
        number.map(Some).ok_or_else(|| problem("extract-value"))
    }

    /// The status of a row: what the source says, in the words of the study.
    fn status(
        &self,
        row: &Row,
        components: &Components,
        period: Period,
        is_missing: bool,
    ) -> Result<Option<ObsStatus>, Diagnostic> {
        if is_missing {
            return Ok(Some(ObsStatus::Missing));
        }
        let year = i64::from(period.years().0);
        if self.extract.breaks.contains(&year) {
            return Ok(Some(ObsStatus::Break));
        }
        let component = self.extract.status.as_deref().unwrap_or("OBS_STATUS");
        let Some(found) = value(row, components, component) else { return Ok(None) };
        let own = self.extract.statuses.0.get(found).and_then(|codes| codes.first());
        let code = own.map_or(found, String::as_str);
        if code.is_empty() {
            return Ok(None);
        }
        let known = ObsStatus::ALL.iter().find(|status| status.code() == code);
        match known {
            Some(status) => Ok(Some(*status)),
            None => {
                let codes: Vec<&str> = ObsStatus::ALL.iter().map(|one| one.code()).collect();
                let problem = Diagnostic::error("extract-status", self.name, 0);
                Err(problem.with("found", found).with("known", codes.join(", ")))
            }
        }
    }

    /// The observation of a row that is meant; none where its area or time is not wanted.
    fn observation(
        &mut self,
        row: &Row,
        components: &Components,
    ) -> Result<Option<Observation>, Diagnostic> {
        let extract = self.extract;
        let area = self.area(extract.area.as_ref(), extract.ref_area.as_ref(), row, components);
        let Some(area) = area else { return Ok(None) };
        if !extract.areas.is_empty() && !extract.areas.contains(&area) {
            return Ok(None);
        }
        let partner =
            self.area(extract.partner.as_ref(), extract.partner_area.as_ref(), row, components);
        if extract.partner.is_some() && partner.is_none() {
            return Ok(None);
        }
        let period = self.period(row, components)?;
        let (first, last) = (i64::from(period.years().0), i64::from(period.years().1));
        if extract.from.is_some_and(|from| first < from) || extract.to.is_some_and(|to| last > to) {
            return Ok(None);
        }
        let value = self.number(row, components)?;
        let status = self.status(row, components, period, value.is_none())?;
        let partner_code = partner.as_ref().map_or("", |id| id.0.as_str());
        let series = extract.series.replace("{area}", &area.0).replace("{partner}", partner_code);
        let line = match (&mut self.lines, row.place.cell) {
            (_, Some((line, _))) => line,
            (Some(lines), None) => lines.at(row.place.start),
            (None, None) => self.rows,
        };
        let bytes = DarynId::new(self.digest.as_str(), row.place);
        let remark = extract.remarks.iter().find(|remark| {
            remark.time_period == period
                && remark.ref_area.as_ref().is_none_or(|named| *named == area)
        });
        let own = remark.map(|remark| &remark.note).filter(|note| !note.is_empty());
        Ok(Some(Observation {
            at: Place {
                file: self.name.to_owned(),
                line,
                bytes: bytes.map(|name| name.to_string()),
            },
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
            doubtful: remark.is_some_and(|remark| remark.doubtful == Some(true)),
            kind: extract.kind,
            source_url: extract.source_url.clone(),
            note: own.unwrap_or(&extract.note).clone(),
        }))
    }

    /// What was taken, and what is wrong with it.
    fn end(mut self, is_read: bool) -> (Vec<Observation>, Vec<Diagnostic>) {
        let extract = self.extract;
        let at = |code: &str| {
            Diagnostic::error(code, &extract.at.file, extract.at.line).with("extract", &extract.id)
        };
        if self.more > 0 {
            self.problems.push(at("extract-more").with("n", self.more));
        }
        let (mut records, mut first): (Vec<Observation>, BTreeMap<String, usize>) =
            (Vec::new(), BTreeMap::new());
        let mut is_told = false;
        let mut series = self.taken.iter().map(|taken| &taken.observation.series);
        if let Some(series) = series.find(|series| !series.is_valid()) {
            self.problems.push(at("extract-series").with("found", series));
        }
        for (number, taken) in self.taken.iter().enumerate() {
            let earlier = *first.entry(taken.observation.key()).or_insert(number);
            if earlier == number {
                records.push(taken.observation.clone());
            } else if !is_told {
                is_told = true;
                let parts = difference(&self.taken[earlier].rest, &taken.rest);
                let problem = at("extract-several")
                    .with("found", taken.observation.key())
                    .with("parts", parts.join("; "));
                self.problems.push(problem);
            }
        }
        if !is_read {
            return (records, self.problems);
        }
        let known: Vec<&str> = self.components.iter().map(String::as_str).collect();
        let named = extract.select.0.keys().map(String::as_str);
        let named = named.chain(extract.area.as_deref()).chain(extract.partner.as_deref());
        let named = named.chain(extract.period.as_deref()).chain(extract.status.as_deref());
        for component in named.filter(|name| !self.components.contains(*name)) {
            let problem = at("extract-component").with("found", component);
            self.problems.push(problem.with("known", known.join(", ")));
        }
        let has: BTreeSet<&Id> = records.iter().map(|row| &row.ref_area).collect();
        let lacking: Vec<&str> = extract
            .areas
            .iter()
            .filter(|area| !has.contains(area))
            .map(|area| area.0.as_str())
            .collect();
        if self.problems.is_empty() && records.is_empty() {
            let seen: Vec<String> = self
                .seen
                .iter()
                .map(|(name, values)| {
                    let values: Vec<&str> = values.iter().map(String::as_str).collect();
                    format!("{name}: {}", values.join(", "))
                })
                .collect();
            self.problems.push(at("extract-empty").with("seen", seen.join("; ")));
        } else if self.problems.is_empty() && !lacking.is_empty() {
            self.problems.push(at("extract-areas").with("found", lacking.join(", ")));
        }
        (records, self.problems)
    }
}

impl Sink for Taking<'_> {
    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        self.rows += 1;
        if self.components.len() < components.names().len() {
            self.components.extend(components.names().iter().cloned());
        }
        if !self.is_meant(row, components) {
            return Ok(());
        }
        match self.observation(row, components) {
            Ok(Some(observation)) => {
                let is_key = |role| matches!(role, Role::Dimension | Role::Unresolved);
                let rest = row
                    .parts()
                    .filter(|(part, _)| is_key(part.role))
                    .map(|(part, value)| {
                        (components.name(part.component).to_owned(), value.to_owned())
                    })
                    .collect();
                self.taken.push(Taken { observation, rest });
            }
            Ok(None) => {}
            Err(problem) => {
                let place = DarynId::new(self.digest.as_str(), row.place);
                let place = place.map(|name| name.to_string()).unwrap_or_default();
                let line = match (&mut self.lines, row.place.cell) {
                    (_, Some((line, _))) => line,
                    (Some(lines), None) => lines.at(row.place.start),
                    (None, None) => 0,
                };
                self.tell(Diagnostic { line, ..problem }.with("place", place));
            }
        }
        Ok(())
    }
}

/// A number with so many digits behind the mark; `None` where digits that say something would go.
fn with_decimals(number: &Decimal, digits: usize) -> Option<Decimal> {
    let plain = number.plain();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (kept, rest) = fraction.split_at_checked(digits).unwrap_or((fraction, ""));
    if rest.bytes().any(|digit| digit != b'0') {
        return None;
    }
    let literal = match digits {
        0 => whole.to_owned(),
        digits => format!("{whole}.{kept:0<digits$}"),
    };
    Decimal::parse(&literal)
}

/// The first value of a component in a row.
fn value<'a>(row: &'a Row, components: &Components, name: &str) -> Option<&'a str> {
    row.get(components.find(name)?)
}

/// What a code or name of an area means, whoever writes it.
fn meaning_of(text: &str) -> String {
    let code = area::find(text).and_then(|area| area.code(Code::M49));
    code.map_or_else(|| text.to_owned(), str::to_owned)
}

/// Parts in which two observations differ that the study takes for one.
fn difference(one: &[(String, String)], other: &[(String, String)]) -> Vec<String> {
    let of = |parts: &[(String, String)], name: &str| {
        parts.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value).to_owned()
    };
    let names: BTreeSet<&str> = one.iter().chain(other).map(|(name, _)| name.as_str()).collect();
    names
        .into_iter()
        .map(|name| (name, of(one, name), of(other, name)))
        .filter(|(_, one, other)| one != other)
        .map(|(name, one, other)| format!("{name}: {one:?}, {other:?}"))
        .collect()
}
