//! The observations of a folder: those of a study, or of files of statistics.

use std::fs;
use std::path::{Path, PathBuf};

use daryn_indicators::{Catalogue, File, Harmoniser, Left, Table, catalogue};
use daryn_model::{Diagnostic, Lang, Severity};
use daryn_report::harmonised;
use daryn_report::pipeline::{self, Stopped};
use daryn_report::profile::Names;
use daryn_stats::codes::area::{self, Code};
use daryn_stats::{Input, Options, Stream};
use daryn_study::Disk;
use daryn_study::cache::Cache;
use daryn_study::engine::Failure;
use daryn_study::folder::STUDY;

use crate::stop::Stop;
use crate::study;

/// Endings of files that may be statistics.
const ENDINGS: [&str; 7] = ["csv", "tsv", "json", "xml", "xlsx", "gz", "zip"];
/// Folders within folders that are looked into.
const DEEPEST: usize = 4;

/// What was read of a folder.
pub(crate) struct Observations {
    pub(crate) catalogue: Catalogue,
    pub(crate) table: Table,
    /// What is to be told.
    pub(crate) problems: Vec<Diagnostic>,
    /// Countries that a study compares with, by ISO 3166-1 alpha-3.
    pub(crate) comparators: Vec<String>,
    /// What a study calls its sources and areas.
    pub(crate) names: Names,
}

/// Reads a folder, with remarks in a language where it has them: a study where it has a `study.toml`, else every file of statistics in it.
///
/// # Errors
/// Where the folder cannot be read, where its `indicators.toml` is wrong, where nothing in it holds
/// observations.
pub(crate) fn read(dir: &Path, lang: Lang) -> Result<Observations, Stop> {
    let own = own(dir)?;
    let own = own.as_ref().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let catalogue = Catalogue::with(own).map_err(Stop::Problems)?;
    if dir.join(STUDY).is_file() {
        of_study(dir, catalogue, lang)
    } else {
        of_files(dir, catalogue)
    }
}

/// The entries that a folder adds to the catalogue.
fn own(dir: &Path) -> Result<Option<(String, Vec<u8>)>, Stop> {
    let path = dir.join(catalogue::OWN);
    if !path.is_file() {
        return Ok(None);
    }
    let name = path.display().to_string();
    let bytes = fs::read(&path).map_err(|error| {
        Stop::problem("source-file-unreadable", &[("path", &name), ("reason", &error)])
    })?;
    Ok(Some((name, bytes)))
}

/// The catalogue with the entries of a folder, where one is named.
pub(crate) fn catalogue_of(dir: Option<&PathBuf>) -> Result<Catalogue, Stop> {
    let own = match dir {
        Some(dir) if !dir.is_dir() => {
            return Err(Stop::problem("indicators-folder", &[("path", &dir.display())]));
        }
        Some(dir) => own(dir)?,
        None => None,
    };
    let own = own.as_ref().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    Catalogue::with(own).map_err(Stop::Problems)
}

fn of_study(dir: &Path, catalogue: Catalogue, lang: Lang) -> Result<Observations, Stop> {
    let folder = study::open_with_plan(dir, None)?;
    let statistics = match pipeline::statistics(&folder, &study::cache(dir)) {
        // A study that may only be read can still be asked.
        Err(Stopped::Engine(Failure::Write(..))) => {
            pipeline::statistics(&folder, &Cache::none(&Disk))?
        }
        result => result?,
    };
    let (table, left) =
        harmonised::harmonise(&catalogue, &statistics.observations, &statistics.areas, lang);
    let comparators = folder.head.as_ref().map(|head| {
        let codes = head.comparators.iter();
        codes.filter_map(|id| area::find(&id.0)?.code(Code::Iso3)).map(str::to_owned).collect()
    });
    let mut problems = statistics.diagnostics;
    problems.extend(left.problems);
    let names = Names::of(&statistics.sources, &statistics.areas);
    let comparators = comparators.unwrap_or_default();
    Ok(Observations { catalogue, table, problems, comparators, names })
}

fn of_files(dir: &Path, catalogue: Catalogue) -> Result<Observations, Stop> {
    if !dir.is_dir() {
        return Err(Stop::problem("indicators-folder", &[("path", &dir.display())]));
    }
    let mut inputs = Vec::new();
    let mut problems = Vec::new();
    if let Ok(input) = Input::open(dir) {
        inputs.push(input);
    } else {
        let mut files = Vec::new();
        list(dir, 0, &mut files)?;
        for path in files {
            match Input::open(&path) {
                // What is of no known format is another sort of file.
                Ok(input) if input.tell().is_ok() => inputs.push(input),
                _ if is_damaged(&path) => {
                    let name = path.display().to_string();
                    problems.push(Diagnostic::error("indicators-damaged", &name, 0));
                }
                _ => problems.push(skipped(&path.display().to_string())),
            }
        }
    }
    let mut harmoniser = Harmoniser::new(&catalogue);
    for input in &inputs {
        let name = shown(dir, input.name());
        // Streams of one file come one after another: it is digested once.
        let mut last = File::default();
        let mut file_of = |stream: &Stream| {
            let source = input.file(stream);
            let name = shown(dir, source.name());
            if last.name != name {
                last = File { name, sha256: source.sha256().unwrap_or_default() };
            }
            last.clone()
        };
        let mut sink = harmoniser.file(&name, &mut file_of);
        let told = input.read(&Options::default(), &mut sink);
        sink.end();
        // Columns are found by their names: what a reader cannot know is no problem here.
        problems.extend(told.problems.into_iter().filter(|one| one.severity == Severity::Error));
    }
    let (table, Left { files, problems: left }) = harmoniser.end();
    problems.extend(files.iter().map(|name| skipped(name)));
    problems.extend(left);
    if table.series.is_empty() {
        let path = dir.display();
        problems.push(Diagnostic::error("indicators-nothing", "", 0).with("path", path));
        return Err(Stop::Problems(problems));
    }
    // A file that cannot be read to its end is told, and the others are used.
    for problem in &mut problems {
        problem.severity = Severity::Warning;
    }
    let (comparators, names) = (Vec::new(), Names::default());
    Ok(Observations { catalogue, table, problems, comparators, names })
}

/// Whether a file of no known format has no bytes, or bytes that stand in no file of its ending: a
/// table of text without control characters is another sort of file.
fn is_damaged(path: &Path) -> bool {
    let Ok(bytes) = fs::read(path) else { return true };
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_text = matches!(ending.to_lowercase().as_str(), "csv" | "tsv" | "json" | "xml");
    // Text of 16 bits has zeros, and says so at its beginning.
    let is_wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    bytes.is_empty() || (is_text && !is_wide && bytes.iter().any(|byte| *byte < b'\t'))
}

fn skipped(name: &str) -> Diagnostic {
    Diagnostic::warning("indicators-no-observations", name, 0)
}

/// The name of a file within the folder, with `/` between folders.
fn shown(dir: &Path, name: &str) -> String {
    let path = Path::new(name);
    let within = path.strip_prefix(dir).ok().filter(|path| !path.as_os_str().is_empty());
    let parts = within.unwrap_or(path).components();
    let parts: Vec<String> =
        parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}

/// Files that may be statistics, in the order of their names; what begins with a dot is left out.
fn list(dir: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Stop> {
    let entries = fs::read_dir(dir).map_err(|error| Stop::unreadable(dir, &error))?;
    let mut paths: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        if path.is_dir() && depth < DEEPEST {
            list(&path, depth + 1, files)?;
        } else if path.is_file() && ENDINGS.contains(&ending.as_str()) {
            files.push(path);
        }
    }
    Ok(())
}
