//! `daryn stats read`: the observations of a file, one a line, or the codes of a structure message.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_model::Diagnostic;
use daryn_read::LARGEST;
use daryn_report::Speaker;
use daryn_stats::sheets::{DocumentTable, Mapping, read_document};
use daryn_stats::write::observations::{self, Origin};
use daryn_stats::write::{
    self, About, Arrow, Described, Labelled, Observed, Parquet, PlainTable, Surveyed, Xlsx,
    sdmx_csv,
};
use daryn_stats::{Files, Input, Options, Sink, Source, Told};

use super::{file, own, unreadable};
use crate::Ended;
use crate::arguments::{self, option};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;
use crate::tabular;
use crate::whole::{self, Whole};

/// Forms of the output; those behind the first two are written to files only.
const FORMATS: [&str; 8] = ["csv", "sdmx-csv", "xlsx", "parquet", "arrow", "r", "stata", "spss"];

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn stats read FILE... [--structure DSD] [--mapping MAP] [--format FORMAT] \
                 [--output OUT] [--language LANGUAGE]";
    let examples = [
        "daryn stats read migration.xml --structure DSD.xml > migration.csv",
        "daryn stats read \"population 2020.xlsx\" --mapping population.toml",
        "daryn stats read taldau-*.json > wages.csv",
        "daryn stats read sdg-data --format r --output sdg.R --language kk",
    ];
    let path =
        |id, value, text| option(speaker, id, value, text).value_parser(value_parser!(PathBuf));
    let arguments = [
        file(speaker).num_args(1..),
        path("structure", "DSD", "cli-stats-structure"),
        path("mapping", "MAP", "cli-stats-mapping"),
        option(speaker, "format", "FORMAT", "cli-stats-format")
            .value_parser(FORMATS)
            .hide_possible_values(true),
        path("output", "OUT", "cli-stats-output"),
        option(speaker, "language", "LANGUAGE", "cli-stats-language"),
    ];
    own(speaker, "read", usage, &examples, arguments)
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let paths: Vec<&PathBuf> = matches.get_many("file").into_iter().flatten().collect();
    let mut problems = Vec::new();
    let described = matches.get_one::<PathBuf>("structure").map(|path| {
        let (described, told) = Described::read(&Source::file(path));
        problems.extend(told);
        described
    });
    let mapping =
        matches.get_one::<PathBuf>("mapping").and_then(|path| mapping(path, &mut problems));
    if study::has_errors(&problems) {
        output.problems(Stream::Talk, &problems);
        return Ok(Ended::WithProblem);
    }
    let stop = Stop::Problems;
    let inputs = paths.iter().map(|path| Input::open(path));
    let inputs: Vec<Input> = inputs.collect::<Result<_, _>>().map_err(|one| stop(vec![one]))?;
    // A table of a document is read alone.
    let found = match (paths.as_slice(), inputs.as_slice()) {
        ([path], [input]) => tables(path, input, mapping.is_some()).map_err(stop)?,
        _ => None,
    };
    let files = Files::new(inputs).map_err(stop)?;
    let structures = described.as_ref().map(|described| &described.structures);
    let options = Options { structures, mapping: mapping.as_ref(), language: "" };
    let name = files.name();
    let tables: Option<Vec<_>> = found.as_ref().map(|found| found.tables(name));
    let read = |sink: &mut dyn Sink| match (&tables, &mapping) {
        (Some(tables), Some(mapping)) => read_document(tables, mapping, sink),
        _ => files.read(&options, sink),
    };
    let file = |stream: &daryn_stats::Stream| files.file(stream);
    let origin = Origin { name, file: &file, structures, read: &read };
    let wanted = Wanted {
        format: arguments::text(matches, "format").unwrap_or("csv"),
        output: matches.get_one::<PathBuf>("output").map(PathBuf::as_path),
        language: arguments::text(matches, "language").unwrap_or(output.speaker.lang.code()),
        described: described.as_ref(),
    };
    if let Some(out) = wanted.output {
        let inputs = ["file", "structure", "mapping"];
        let inputs = inputs.iter().flat_map(|id| matches.get_many::<PathBuf>(id)).flatten();
        let inputs: Vec<&Path> = inputs.map(PathBuf::as_path).collect();
        whole::spare(out, inputs.iter().copied())?;
        if wanted.has_script() {
            whole::spare(&beside(out), inputs)?;
        }
        wanted.spare_others(out)?;
    }
    problems.extend(wanted.write(&origin, output)?);
    output.problems(Stream::Talk, &problems);
    Ok(if study::has_errors(&problems) { Ended::WithProblem } else { Ended::Well })
}

/// What is to be written, and where.
struct Wanted<'a> {
    format: &'a str,
    output: Option<&'a Path>,
    language: &'a str,
    described: Option<&'a Described>,
}

impl Wanted<'_> {
    /// Whether a script is written, with data beside it.
    fn has_script(&self) -> bool {
        matches!(self.format, "r" | "stata" | "spss")
    }

    /// Writes the script.
    fn script(&self, labelled: &Labelled<'_>, csv: &str, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            "r" => write::write_r(labelled, csv, out),
            "stata" => write::write_stata(labelled, csv, out),
            _ => write::write_spss(labelled, csv, out),
        }
    }

    /// Stops where the data of a script would replace a file that is not of a former run: then the
    /// script that is there names it.
    fn spare_others(&self, out: &Path) -> Result<(), Stop> {
        let beside = beside(out);
        if !self.has_script() || !beside.exists() {
            return Ok(());
        }
        let name = beside.file_name().unwrap_or_default().to_string_lossy();
        let (table, about) = (PlainTable::default(), About::default());
        let mut script = Vec::new();
        // Into memory nothing fails to be written.
        let _ = self.script(&Labelled::new(&table, &about), &name, &mut script);
        let naming = script.split(|byte| *byte == b'\n').find(|line| {
            line.windows(b".csv".len()).any(|letters| letters.eq_ignore_ascii_case(b".csv"))
        });
        let mut before = Vec::new();
        if let Ok(file) = fs::File::open(out) {
            let _ = file.take(1 << 16).read_to_end(&mut before);
        }
        let is_ours = before.split(|byte| *byte == b'\n').any(|line| Some(line) == naming);
        match is_ours {
            true => Ok(()),
            false => Err(Stop::problem("stats-beside-exists", &[("path", &beside.display())])),
        }
    }

    /// Writes a table and gives what is to be told. A file is not written where the source could
    /// not be read to its end.
    fn write(&self, origin: &Origin<'_>, output: &Output) -> Result<Vec<Diagnostic>, Stop> {
        let is_streamed = matches!(self.format, "csv" | "sdmx-csv");
        let Some(path) = self.output else {
            if !is_streamed {
                let meant = vec!["--output OUT".to_owned()];
                return Err(Stop::Usage { found: format!("--format {}", self.format), meant });
            }
            return match self.stream(origin, &mut output.data()) {
                Ok(told) => Ok(told.problems),
                // Who reads has seen enough.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Vec::new()),
                Err(error) => Err(Stop::write_failed("stdout".as_ref(), &error)),
            };
        };
        let mut files = vec![Whole::create(path)?];
        let problems = if is_streamed {
            let told = self.stream(origin, &mut files[0]);
            told.map_err(|error| files[0].failed(&error))?.problems
        } else if matches!(self.format, "xlsx" | "parquet" | "arrow") {
            self.grouped(origin, path, &mut files[0], output)?
        } else {
            self.whole(origin, path, &mut files)?
        };
        if study::has_errors(&problems) {
            output.say(
                "stats-not-written",
                &[("path", daryn_model::Arg::plain(&path.display().to_string()))],
            );
        } else {
            // The script comes last: it needs what the other file holds.
            files.into_iter().rev().try_for_each(Whole::finish)?;
        }
        Ok(problems)
    }

    /// Writes as it reads.
    fn stream(&self, origin: &Origin<'_>, out: &mut dyn Write) -> io::Result<Told> {
        if self.format == "csv" {
            return observations::write_all(origin, out);
        }
        let mut survey = sdmx_csv::Survey::default();
        (origin.read)(&mut survey);
        if survey.is_of_codes() {
            let problem = Diagnostic::error("stats-sdmx-csv-codes", origin.name, 0);
            return Ok(Told { problems: vec![problem] });
        }
        let mut writer = sdmx_csv::Writer::new(io::BufWriter::new(out), survey);
        let told = (origin.read)(&mut writer);
        writer.finish()?;
        Ok(told)
    }

    /// Writes what must be read before it can be written.
    fn whole(
        &self,
        origin: &Origin<'_>,
        path: &Path,
        files: &mut Vec<Whole>,
    ) -> Result<Vec<Diagnostic>, Stop> {
        let stop = |problem| Stop::Problems(vec![problem]);
        let read = Observed::read(origin, self.described, self.language);
        let (table, about, told) = read.map_err(stop)?;
        let labelled = Labelled::new(&table, &about);
        let beside = beside(path);
        let mut csv = Whole::create(&beside)?;
        write::write_labelled_csv(&labelled, &mut csv).map_err(|error| csv.failed(&error))?;
        files.push(csv);
        let name = beside.file_name().unwrap_or_default().to_string_lossy();
        let written = self.script(&labelled, &name, &mut files[0]);
        written.map_err(|error| files[0].failed(&error))?;
        Ok(told.problems)
    }

    /// Writes group by group what has types.
    fn grouped(
        &self,
        origin: &Origin<'_>,
        path: &Path,
        file: &mut Whole,
        output: &Output,
    ) -> Result<Vec<Diagnostic>, Stop> {
        let surveyed = Surveyed::new(origin, self.described, self.language)
            .map_err(|problem| Stop::Problems(vec![problem]))?;
        let (columns, about) = (surveyed.columns.clone(), surveyed.about.clone());
        if self.format == "xlsx" {
            let (name, words) = (path.display().to_string(), tabular::words(output));
            let mut book = match Xlsx::new(&columns, &about, &words, &name, file) {
                Ok(book) => book,
                Err(problem) => return Ok(vec![problem]),
            };
            let told = surveyed.write(&mut book);
            let mut problems = match told {
                Ok(told) => told.problems,
                Err(error) => return Err(Stop::write_failed(path, &error)),
            };
            match book.finish() {
                Ok(told) => problems.extend(told),
                Err(problem) => problems.push(problem),
            }
            return Ok(problems);
        }
        let written = if self.format == "parquet" {
            Parquet::new(&columns, &about, file).and_then(|mut parquet| {
                let told = surveyed.write(&mut parquet)?;
                parquet.finish()?;
                Ok(told)
            })
        } else {
            Arrow::new(&columns, &about, file).and_then(|mut arrow| {
                let told = surveyed.write(&mut arrow)?;
                arrow.finish()?;
                Ok(told)
            })
        };
        written.map(|told| told.problems).map_err(|error| Stop::write_failed(path, &error))
    }
}

/// The file of data that a script reads: of the same name, with the ending `csv`.
fn beside(script: &Path) -> PathBuf {
    let beside = script.with_extension("csv");
    if beside != script {
        return beside;
    }
    let mut name = script.file_name().unwrap_or_default().to_owned();
    name.push(".csv");
    script.with_file_name(name)
}

fn mapping(path: &Path, problems: &mut Vec<Diagnostic>) -> Option<Mapping> {
    match fs::read_to_string(path) {
        Ok(text) => Mapping::parse(&path.display().to_string(), &text, problems),
        Err(error) => {
            problems.push(unreadable(path, &error));
            None
        }
    }
}

/// Tables out of a document, with their pages.
struct Found(Vec<(Option<u32>, Vec<Vec<String>>)>);

impl Found {
    fn tables<'a>(&'a self, document: &'a str) -> Vec<DocumentTable<'a>> {
        let tables = (1..).zip(&self.0);
        tables
            .map(|(number, (page, rows))| DocumentTable { document, page: *page, number, rows })
            .collect()
    }
}

/// The tables of a document, where the file is one. Without a mapping it is not known what stands
/// where in them.
fn tables(path: &Path, input: &Input, is_mapped: bool) -> Result<Option<Found>, Vec<Diagnostic>> {
    match input.tell() {
        Ok(_) => Ok(None),
        Err(problem) if problem.code != "stats-unknown" => Err(vec![problem]),
        Err(problem) => {
            let mut bytes = Vec::new();
            let opened = fs::File::open(path);
            // One more than can be read: a file that is too large is told as such.
            let read =
                opened.and_then(|file| file.take(LARGEST as u64 + 1).read_to_end(&mut bytes));
            read.map_err(|error| vec![unreadable(path, &error)])?;
            let document = daryn_read::read_with(&bytes, input.name(), None);
            if document.tables.is_empty() {
                // A document without tables is no statistics.
                return Err(vec![problem]);
            }
            if !is_mapped {
                return Err(vec![Diagnostic::error("stats-needs-mapping", input.name(), 0)]);
            }
            if study::has_errors(&document.diagnostics) {
                return Err(document.diagnostics);
            }
            let tables = document.tables.into_iter().map(|table| (table.page, table.rows));
            Ok(Some(Found(tables.collect())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_of_a_script_stand_beside_it() {
        assert_eq!(beside(Path::new("a b/таблица.R")), Path::new("a b/таблица.csv"));
        assert_eq!(beside(Path::new("table")), Path::new("table.csv"));
        assert_eq!(beside(Path::new("table.csv")), Path::new("table.csv.csv"));
    }
}
