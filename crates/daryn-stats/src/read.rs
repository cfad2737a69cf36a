//! One way in for all formats: what a file is, its reader, and what is counted in it.

use std::collections::BTreeMap;
use std::io::Read;

use daryn_model::Diagnostic;

use crate::codes::period::academic;
use crate::format::Format;
use crate::info::{Info, elements};
use crate::row::{Components, Role, Row};
use crate::sdmx::{self, Structures, ml};
use crate::services::{
    self, data_package, dbnomics, ilostat, json_stat, taldau, uis, un_sdg, world_bank,
};
use crate::sheets::{self, Mapping, desa, eurostat, plain};
use crate::sink::{DataSet, Item, Label, Sink, Stop, Stream, Told};
use crate::source::{Packing, Source};

/// How a file is to be read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Structures that tell what components are.
    pub structures: Option<&'a Structures>,
    /// Where the tables of a workbook, or of separated values without names of columns, stand.
    pub mapping: Option<&'a Mapping>,
    /// Language tag of names, where the file does not say it; empty where it is not known.
    pub language: &'a str,
}

/// Bytes by which a format is told.
const BEGINNING: u64 = 8192;

/// Tells the format of a file by what stands in it.
///
/// # Errors
/// `stats-unreadable` where it cannot be read, `stats-other-workbook` where it is a workbook of a
/// format that must be converted, `stats-unpack` where it is an archive of files that are read
/// alone, `stats-catalogue` where it lists tables of ILOSTAT, `stats-sdmx-unknown` where it is
/// another message of SDMX-ML, `stats-unknown` where it is of no known format.
pub fn tell(source: &Source) -> Result<Format, Diagnostic> {
    let unreadable = |error: std::io::Error| {
        Diagnostic::error("stats-unreadable", source.name(), 0).with("reason", error)
    };
    let unknown = || Diagnostic::error("stats-unknown", source.name(), 0);
    if let Some(kind) = sheets::other(source).map_err(unreadable)? {
        let problem = Diagnostic::error("stats-other-workbook", source.name(), 0);
        return Err(problem.with("format", kind));
    }
    let is_zip = source.packing().map_err(unreadable)? == Packing::Zip;
    if is_zip && let Some(format) = services::tell_archive(source)? {
        return Ok(format);
    }
    let mut first = Vec::new();
    let stream = source.stream().map_err(unreadable)?;
    stream.take(BEGINNING).read_to_end(&mut first).map_err(unreadable)?;
    if !is_zip && services::is_catalogue(&first) {
        return Err(Diagnostic::error("stats-catalogue", source.name(), 0));
    }
    let format = match is_zip {
        true if desa::is_migrant_stock(source) => Some(Format::UnDesaStock),
        true => sheets::tell(&first),
        false => ml::tell(&first)
            .or_else(|| sdmx::csv::tell(&first))
            .or_else(|| sdmx::json::tell(&first))
            .or_else(|| services::tell(&first))
            .or_else(|| sheets::tell(&first)),
    };
    format.ok_or_else(|| {
        if is_zip && let Some(entry) = services::unpacked(source) {
            let problem = Diagnostic::error("stats-unpack", source.name(), 0);
            return problem.with("entry", entry);
        }
        ml::unknown(source, &first).unwrap_or_else(unknown)
    })
}

/// Reads a file: a row for each observation, an item for each code of a structure message.
pub fn read(source: &Source, options: &Options<'_>, sink: &mut dyn Sink) -> Told {
    match tell(source) {
        Ok(format) => read_as(format, source, options, sink),
        Err(problem) => Told { problems: vec![problem] },
    }
}

/// Reads a file whose format is known. A mapping goes before what the file seems to be.
///
/// Where nothing is found it is said: `stats-no-rows`, or `stats-only-names` where there are names
/// of codes.
pub fn read_as(
    format: Format,
    source: &Source,
    options: &Options<'_>,
    sink: &mut dyn Sink,
) -> Told {
    never_silent(source.name(), sink, |sink| by_format(format, source, options, sink))
}

fn by_format(format: Format, source: &Source, options: &Options<'_>, sink: &mut dyn Sink) -> Told {
    if let Some(mapping) = options.mapping {
        return sheets::read(source, mapping, sink);
    }
    let own = services::Options { language: options.language.to_owned() };
    match format {
        Format::SdmxMl21Structure
        | Format::SdmxMl21Generic
        | Format::SdmxMl21GenericTimeSeries
        | Format::SdmxMl21Specific
        | Format::SdmxMl21SpecificTimeSeries
        | Format::SdmxMl21GenericMetadata
        | Format::SdmxMl21SpecificMetadata
        | Format::SdmxMlError
        | Format::SdmxMl30Structure
        | Format::SdmxMl30Specific => {
            ml::read(source, &ml::Options { structures: options.structures }, sink)
        }
        Format::SdmxCsv10 | Format::SdmxCsv20 => {
            sdmx::csv::read(source, &sdmx::csv::Options { roles: roles(options) }, sink)
        }
        Format::SdmxJson10 | Format::SdmxJson20 => {
            sdmx::json::read(source, &sdmx::json::Options, sink)
        }
        Format::JsonStat => json_stat::read(source, &own, sink),
        Format::UisJson => uis::read_json(source, &own, sink),
        Format::UisCsv => uis::read_csv(source, &own, sink),
        Format::WorldBankJson => world_bank::read_json(source, &own, sink),
        Format::WorldBankCsv => world_bank::read_csv(source, &own, sink),
        Format::UnSdgJson => un_sdg::read_json(source, &own, sink),
        Format::UnSdgCsv => un_sdg::read_csv(source, &own, sink),
        Format::UnDesaStock => desa::read(source, sink),
        Format::IlostatCsv => ilostat::read(source, &own, sink),
        Format::DbnomicsJson => dbnomics::read(source, &own, sink),
        Format::TaldauJson => taldau::read(source, &own, sink),
        Format::DataPackage => data_package::read(source, &own, sink),
        Format::EurostatTsv => eurostat::read(source, sink),
        Format::Csv => plain::read(source, &plain::Columns::default(), sink),
        Format::Workbook | Format::DocumentTable => {
            let problem = Diagnostic::error("stats-needs-mapping", source.name(), 0);
            Told { problems: vec![problem] }
        }
        Format::OpenSdg => {
            Told { problems: vec![Diagnostic::error("stats-unknown", source.name(), 0)] }
        }
    }
}

/// Reads, and says so where there was nothing and nobody has said why.
pub(crate) fn never_silent(
    name: &str,
    sink: &mut dyn Sink,
    read: impl FnOnce(&mut dyn Sink) -> Told,
) -> Told {
    let mut heard =
        Heard { sink, has_rows: false, has_names: false, run: Some(String::new()), is_run: false };
    let mut told = read(&mut heard);
    if heard.is_run
        && let Some(first) = &heard.run
    {
        let problem = Diagnostic::warning("stats-period-academic", name, 0);
        told.problems.push(problem.with("example", first));
    }
    if !heard.has_rows && told.problems.is_empty() {
        let code = if heard.has_names { "stats-only-names" } else { "stats-no-rows" };
        told.problems.push(Diagnostic::warning(code, name, 0));
    }
    told
}

/// Whether anything came.
struct Heard<'a> {
    sink: &'a mut dyn Sink,
    /// Observations, or items of a structure.
    has_rows: bool,
    has_names: bool,
    /// The first time; `None` once one was no year with the two digits of the next behind it.
    run: Option<String>,
    /// Whether there were several such times.
    is_run: bool,
}

impl Heard<'_> {
    /// Looks whether all times may be months as well as academic years: `2009-10`, `2010-11`.
    fn look(&mut self, row: &Row) {
        let Some(first) = &mut self.run else { return };
        let Some(time) = row.of_role(Role::Period) else { return };
        let is_split = time.len() == 7 && time.as_bytes()[4] == b'-';
        if !is_split || academic(time, 9).is_none() {
            self.run = None;
        } else if first.is_empty() {
            time.clone_into(first);
        } else {
            self.is_run |= first != time;
        }
    }
}

impl Sink for Heard<'_> {
    fn stream(&mut self, stream: &Stream) {
        self.sink.stream(stream);
    }

    fn data_set(&mut self, data_set: &DataSet) {
        self.sink.data_set(data_set);
    }

    fn label(&mut self, label: &Label<'_>) {
        self.has_names = true;
        self.sink.label(label);
    }

    fn row(&mut self, row: &Row, components: &Components) -> Result<(), Stop> {
        self.has_rows = true;
        self.look(row);
        self.sink.row(row, components)
    }

    fn wants_only_components(&self) -> bool {
        self.sink.wants_only_components()
    }

    fn item(&mut self, item: &Item) -> Result<(), Stop> {
        self.has_rows = true;
        self.sink.item(item)
    }
}

/// Components of the first structure at hand, and what they are.
fn roles(options: &Options<'_>) -> Vec<(String, Role)> {
    let structure = options.structures.and_then(|all| all.find(""));
    structure.map_or_else(Vec::new, |structure| {
        structure
            .components()
            .filter_map(|name| structure.role(name).map(|role| (name.to_owned(), role)))
            .collect()
    })
}

/// What a file is, and how much of what stands in it.
///
/// Of SDMX-ML elements are counted by their local names wherever they stand, so that references to
/// a structure count as the structure does; of SDMX-JSON data sets, series and observations; of
/// everything else records.
///
/// # Errors
/// Where the file cannot be read to its end, or is of no format that is known.
pub fn info(source: &Source) -> Result<Info, Diagnostic> {
    let format = tell(source)?;
    let (counts, told) = match format {
        Format::SdmxCsv10 | Format::SdmxCsv20 => sdmx::csv::count(source),
        Format::SdmxJson10 | Format::SdmxJson20 => sdmx::json::count(source),
        _ if format.name().starts_with("SDMX-ML") => return elements(source),
        Format::Workbook => (Vec::new(), Told::default()),
        _ => {
            let mut rows = Rows(0);
            let told = read_as(format, source, &Options::default(), &mut rows);
            (vec![("observations", rows.0)], told)
        }
    };
    let mut errors = told.problems.into_iter();
    if let Some(error) = errors.find(|one| one.severity == daryn_model::Severity::Error) {
        return Err(error);
    }
    let counts: BTreeMap<String, u64> =
        counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    Ok(Info { format, counts })
}

struct Rows(u64);

impl Sink for Rows {
    fn row(&mut self, _row: &Row, _components: &Components) -> Result<(), Stop> {
        self.0 += 1;
        Ok(())
    }
}
