//! Repositories of Open SDG: data, metadata, configuration and translations of national platforms
//! for the Sustainable Development Goals. Source: <https://open-sdg.readthedocs.io>, *Data format*.
//!
//! A *series* is a combination of what stands in all columns but `Year` and `Value` that has at
//! least one value. A file that holds no more than its header announces an indicator for which
//! there are no data yet.
//!
//! Kept in memory: translations and metadata (files of at most 8 MB), the codes of a file.

mod words;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use daryn_model::Diagnostic;

use crate::row::{Annotation, Components, Mark, Place, Role, Row};
use crate::sheets::{Dialect, Record, Records};
use crate::sink::{DataSet, Label, Sink, Stream, Told};
use crate::source::Source;

use words::Words;

/// Bytes of the largest file of words that is read.
const MOST_WORDS: u64 = 8 << 20;
/// Most files of a folder.
const MOST_FILES: usize = 20_000;

/// What a repository holds of an indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Indicator {
    /// Its number with hyphens, as in the name of its file: `8-5-2`.
    pub id: String,
    /// Its name, by language tag.
    pub names: Vec<(String, String)>,
    /// Combinations of all columns but year and value that have a value.
    pub series: u64,
    /// Values.
    pub values: u64,
    /// Whether the file holds no more than its header.
    pub is_only_announced: bool,
}

/// Whether a folder is a repository of Open SDG.
pub fn is_repository(folder: &Path) -> bool {
    let is_indicator = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("indicator_"))
    };
    folder.join("data").is_dir()
        && (folder.join("config_data.yml").is_file()
            || listed(&folder.join("data"), "csv").iter().any(is_indicator))
}

/// Reads a repository. Each indicator is a data set with a file of data, which is a stream.
pub fn read(folder: &Path, sink: &mut dyn Sink) -> Told {
    go(folder, sink).1
}

/// Tells what a repository holds, indicator by indicator.
pub fn indicators(folder: &Path) -> (Vec<Indicator>, Told) {
    struct Nothing;
    impl Sink for Nothing {
        fn row(&mut self, _: &Row, _: &Components) -> Result<(), crate::sink::Stop> {
            Ok(())
        }
    }
    go(folder, &mut Nothing)
}

fn go(folder: &Path, sink: &mut dyn Sink) -> (Vec<Indicator>, Told) {
    let mut reader = Reader {
        folder,
        sink,
        problems: Vec::new(),
        components: Components::default(),
        translations: BTreeMap::new(),
        labelled: HashSet::new(),
        unlabelled: BTreeSet::new(),
    };
    let found = reader.all();
    let mut problems = reader.problems;
    if let Some((component, code)) = reader.unlabelled.first() {
        problems.push(
            Diagnostic::warning("stats-open-sdg-no-label", &folder.display().to_string(), 0)
                .with("n", reader.unlabelled.len())
                .with("code", format!("{component}.{code}")),
        );
    }
    (found, Told { problems })
}

struct Reader<'a> {
    folder: &'a Path,
    sink: &'a mut dyn Sink,
    problems: Vec<Diagnostic>,
    components: Components,
    /// By language, then by the name of the file.
    translations: BTreeMap<String, BTreeMap<String, Words>>,
    labelled: HashSet<(String, String)>,
    unlabelled: BTreeSet<(String, String)>,
}

impl Reader<'_> {
    fn all(&mut self) -> Vec<Indicator> {
        self.translations();
        let data = self.folder.join("data");
        let files = listed(&data, "csv");
        if files.is_empty() {
            let place = self.folder.display().to_string();
            self.problems.push(Diagnostic::error("stats-open-sdg-no-data", &place, 0));
        }
        for other in listed(&data, "xlsx").iter().chain(&listed(&data, "xls")) {
            // The platform itself builds from CSV only.
            let file = self.shown(other);
            self.problems.push(Diagnostic::warning("stats-open-sdg-beside", &file, 0));
        }
        let mut found = Vec::new();
        for (number, file) in files.iter().enumerate() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            match self.indicator(file, number) {
                Some(indicator) => found.push(indicator),
                None => break,
            }
        }
        found
    }

    fn shown(&self, path: &Path) -> String {
        let below = path.strip_prefix(self.folder).unwrap_or(path);
        below
            .components()
            .map(|step| step.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/")
    }

    fn translations(&mut self) {
        let root = self.folder.join("translations");
        let config = self.words(&self.folder.join("config_data.yml"));
        let mut languages: Vec<String> = match config.as_ref().and_then(|c| c.get("languages")) {
            Some(Words::List(all)) => {
                all.iter().filter_map(|one| one.text()).map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        // A language is one step of a path.
        languages.retain(|language| {
            language.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
        });
        if languages.is_empty() {
            let folders = fs::read_dir(&root).into_iter().flatten().flatten();
            let folders = folders.filter(|one| one.path().is_dir());
            languages = folders.map(|one| one.file_name().to_string_lossy().into_owned()).collect();
            languages.sort();
        }
        for language in languages {
            let mut files = BTreeMap::new();
            for path in listed(&root.join(&language), "yml") {
                let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
                if let (Some(name), Some(words)) = (name, self.words(&path)) {
                    files.insert(name, words);
                }
            }
            self.translations.insert(language, files);
        }
    }

    /// A file of words; `None` if it is not there or wrong, which is told.
    fn words(&mut self, path: &Path) -> Option<Words> {
        let mut bytes = Vec::new();
        let file = fs::File::open(path).ok()?;
        let shown = self.shown(path);
        if let Err(error) = file.take(MOST_WORDS).read_to_end(&mut bytes) {
            let problem = Diagnostic::warning("stats-open-sdg-words", &shown, 0);
            self.problems.push(problem.with("reason", error));
            return None;
        }
        match words::read(&String::from_utf8_lossy(&bytes)) {
            Ok(words) => Some(words),
            Err(wrong) => {
                let problem = Diagnostic::warning("stats-open-sdg-words", &shown, wrong.line);
                self.problems.push(problem.with("reason", wrong.reason));
                None
            }
        }
    }

    /// A text in all languages: itself, or what `file.key` leads to.
    fn in_languages(&self, text: &str) -> Vec<(String, String)> {
        if let Some((file, key)) = text.trim().split_once('.') {
            let found: Vec<_> = self
                .translations
                .iter()
                .filter_map(|(language, files)| {
                    let text = files.get(file)?.text_of(key)?;
                    Some((language.clone(), text.trim().to_owned()))
                })
                .collect();
            let is_known = self.translations.values().any(|files| files.contains_key(file));
            if is_known && !key.contains(' ') {
                return found;
            }
        }
        vec![(String::new(), text.trim().to_owned())]
    }

    fn data_set(&mut self, id: &str) -> DataSet {
        let config = self.words(&self.folder.join("indicator-config").join(format!("{id}.yml")));
        let meta = self.words(&self.folder.join("meta").join(format!("{id}.yml")));
        let sources = [&meta, &config];
        let find = |key: &str| {
            sources.into_iter().flatten().find_map(|words| words.text_of(key)).map(str::to_owned)
        };
        // The national name is that of what was measured; the global one stands in its place.
        let named = ["indicator_available", "graph_title", "indicator_name"];
        let names = named
            .into_iter()
            .filter_map(find)
            .map(|text| self.in_languages(&text))
            .find(|names| !names.is_empty())
            .unwrap_or_default();
        let mut annotations = Vec::new();
        for (kind, words) in [("meta", &meta), ("indicator-config", &config)] {
            let Some(Words::Map(all)) = words else { continue };
            for (key, value) in all {
                let Some(text) = value.text().filter(|text| !text.trim().is_empty()) else {
                    continue;
                };
                let texts = self.in_languages(text);
                if !texts.is_empty() {
                    annotations.push(Annotation {
                        id: Some(key.clone()),
                        kind: Some(kind.to_owned()),
                        texts,
                        ..Annotation::default()
                    });
                }
            }
        }
        DataSet { id: id.to_owned(), names, annotations, ..DataSet::default() }
    }

    /// Reads an indicator; `None` where no more is wanted.
    fn indicator(&mut self, path: &Path, number: u32) -> Option<Indicator> {
        let file = self.shown(path);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_default();
        let id = stem.strip_prefix("indicator_").unwrap_or(&stem).to_owned();
        let data_set = self.data_set(&id);
        let mut indicator =
            Indicator { id: id.clone(), names: data_set.names.clone(), ..Indicator::default() };
        self.sink.stream(&Stream { name: file.clone(), ..Stream::default() });
        self.sink.data_set(&data_set);
        for (language, text) in &data_set.names {
            let label = Label { component: "INDICATOR", code: Some(&id), language, text };
            self.sink.label(&label);
        }
        let source = Source::file(path);
        let opened = Dialect::find(&source)
            .and_then(|dialect| Ok((dialect, Records::new(&source, dialect)?)));
        let (dialect, mut records) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                let problem = Diagnostic::error("stats-sheet-unreadable", &file, 0);
                self.problems.push(problem.with("reason", error));
                return Some(indicator);
            }
        };
        match self.records(&file, number, dialect, &mut records, &mut indicator) {
            Ok(true) => Some(indicator),
            Ok(false) => None,
            Err(error) => {
                let problem = Diagnostic::error("stats-sheet-unreadable", &file, 0);
                self.problems.push(problem.with("reason", error));
                Some(indicator)
            }
        }
    }

    /// Reads records; `false` where no more is wanted.
    fn records(
        &mut self,
        file: &str,
        number: u32,
        dialect: Dialect,
        records: &mut Records,
        indicator: &mut Indicator,
    ) -> std::io::Result<bool> {
        let mut record = Record::default();
        if !records.next(&mut record)? {
            self.problems.push(Diagnostic::warning("stats-open-sdg-no-columns", file, 0));
            return Ok(true);
        }
        let text = |record: &Record, at: usize| {
            record.text(at, dialect.charset).map(|(text, _)| text.trim().to_owned())
        };
        let columns: Vec<String> =
            (0..record.fields.len()).map(|at| text(&record, at).unwrap_or_default()).collect();
        let find = |name: &str| columns.iter().position(|own| own == name);
        let (Some(year), Some(value)) = (find("Year"), find("Value")) else {
            self.problems.push(Diagnostic::error("stats-open-sdg-no-columns", file, 1));
            return Ok(true);
        };
        self.component_labels(&columns);
        let own = self.components.number("INDICATOR");
        let time = self.components.number("TIME_PERIOD");
        let measure = self.components.number("OBS_VALUE");
        let numbers: Vec<u32> = columns.iter().map(|name| self.components.number(name)).collect();
        let (mut row, mut series) = (Row::default(), HashSet::new());
        row.data_set = number;
        let (mut seen, mut without) = (0_u64, 0_u64);
        while records.next(&mut record)? {
            let fields: Vec<String> =
                (0..record.fields.len()).filter_map(|at| text(&record, at)).collect();
            if fields.iter().all(String::is_empty) {
                continue;
            }
            seen += 1;
            if record.is_open {
                let problem = Diagnostic::error("stats-separated-quote", file, record.quote);
                self.problems.push(problem);
                continue;
            }
            // What stands in which column cannot be told: nothing is guessed.
            if fields.len() != columns.len() {
                self.problems.push(
                    Diagnostic::warning("stats-open-sdg-fields", file, record.line)
                        .with("found", fields.len())
                        .with("expected", columns.len()),
                );
                continue;
            }
            if fields[value].is_empty() {
                without += 1;
                continue;
            }
            row.back_to(Mark::default());
            row.place = Place { stream: number, start: record.start, end: record.end, cell: None };
            row.push(own, Role::Dimension, &indicator.id);
            let mut key = Vec::new();
            for (at, field) in fields.iter().enumerate() {
                if at == year || at == value {
                    continue;
                }
                key.push(field.as_str());
                if !field.is_empty() {
                    // A column without a name comes of a comma at the end of each line.
                    let role = if columns[at].is_empty() { Role::Extra } else { Role::Dimension };
                    row.push(numbers[at], role, field);
                    self.code_labels(&columns[at], field);
                }
            }
            series.insert(key.join("\u{1f}"));
            row.push(time, Role::Period, &fields[year]);
            row.push(measure, Role::Measure, &fields[value]);
            indicator.values += 1;
            if self.sink.row(&row, &self.components).is_err() {
                return Ok(false);
            }
        }
        indicator.series = series.len() as u64;
        indicator.is_only_announced = seen == 0;
        if without > 0 {
            let problem = Diagnostic::warning("stats-open-sdg-no-value", file, 0);
            self.problems.push(problem.with("n", without));
        }
        Ok(true)
    }

    /// Names of columns: in the file of translations that has their name, under the same key.
    fn component_labels(&mut self, columns: &[String]) {
        for column in columns.iter().filter(|column| !column.is_empty()) {
            if !self.labelled.insert((column.clone(), String::new())) {
                continue;
            }
            for (language, files) in &self.translations {
                let text = files.get(column).and_then(|words| words.text_of(column));
                if let Some(text) = text {
                    self.sink.label(&Label { component: column, code: None, language, text });
                }
            }
        }
    }

    /// Names of codes: in the file of translations that has the name of the column, else in `data`.
    fn code_labels(&mut self, column: &str, code: &str) {
        let key = (column.to_owned(), code.to_owned());
        if column.is_empty() || self.labelled.contains(&key) {
            return;
        }
        let mut is_named = false;
        for (language, files) in &self.translations {
            let own = files.get(column).and_then(|words| words.text_of(code));
            let text = own.or_else(|| files.get("data").and_then(|words| words.text_of(code)));
            if let Some(text) = text {
                is_named = true;
                self.sink.label(&Label { component: column, code: Some(code), language, text });
            }
        }
        // Codes of maps are not for people.
        if !is_named && column != "GeoCode" {
            self.unlabelled.insert(key.clone());
        }
        self.labelled.insert(key);
    }
}

/// Files of a folder whose name ends so, by name.
fn listed(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|one| one.path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension)))
        .take(MOST_FILES)
        .collect();
    files.sort();
    files
}
