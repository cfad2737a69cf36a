//! Reading a study folder.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use daryn_model::record::{Cell, Decoder, Located, Row, unknown_field};
use daryn_model::records::{Document, Files, Head};
use daryn_model::{Diagnostic, Lang, Record, Severity};
use serde::{Deserialize, Serialize};

use crate::world::World;
use crate::{csv_file, lock, toml_file};

/// Name of the file that names everything else.
pub const STUDY: &str = "study.toml";

/// Folder of the cache and the stored sources below the study folder.
pub const STORE: &str = ".daryn";

/// Name of the database of codings in the study folder, and the beginning of the names of files
/// that belong to it.
pub const STORE_OF_CODINGS: &str = "codings.db";

/// Name of the study's own codebook.
pub const CODEBOOK: &str = "codebook.toml";

/// Folder of the texts of policy documents below the study folder.
pub const TEXTS: &str = "texts";

/// Folder of files of statistics below the study folder, as their sources give them.
pub const STATISTICS: &str = "statistics";

/// Folder of packages of features below the study folder: figures of texts without sentences.
pub const FEATURES: &str = "features";

/// File of the study folder with codings that people made, one JSON object a line.
pub const HAND_CODINGS: &str = "codings.jsonl";

/// File of the study folder with the result of a validation.
pub const VALIDATION: &str = "validation.json";

/// What the names of all files of a validation begin with.
const OF_VALIDATION: &str = "validation.";

/// What stands before the names of texts that come from a folder outside the study.
pub const OUTSIDE: &str = "@documents";

/// Ends of names of files that may be a text of a document.
const DOCUMENTS: [&str; 13] = [
    "md", "markdown", "txt", "html", "htm", "json", "pdf", "docx", "odt", "rtf", "doc", "mht",
    "mhtml",
];

/// A study folder with the bytes of its files, before they are understood.
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// `[study]`, if it could be read.
    pub head: Option<Head>,
    /// Languages of the report in the order of the study.
    pub languages: Vec<Lang>,
    /// File of each kind of record that the study names.
    pub tables: BTreeMap<&'static str, String>,
    /// Names of the texts of policy documents, sorted.
    pub texts: Vec<String>,
    /// Names of the packages of features, sorted.
    pub packages: Vec<String>,
    /// Bytes of every file by its name, `study.toml` and texts among them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What is wrong with `study.toml` and the list of files.
    pub problems: Vec<Diagnostic>,
}

/// Opens a study folder. Only a folder that cannot be read at all is an error.
pub fn open(world: &dyn World, path: &Path) -> io::Result<Folder> {
    open_with(world, path, None)
}

/// The same, with texts of its documents from another folder.
pub fn open_with(world: &dyn World, path: &Path, documents: Option<&Path>) -> io::Result<Folder> {
    let mut folder = Folder {
        path: path.to_owned(),
        head: None,
        languages: Vec::new(),
        tables: BTreeMap::new(),
        texts: Vec::new(),
        packages: Vec::new(),
        files: BTreeMap::new(),
        problems: Vec::new(),
    };
    let bytes = match world.read(&path.join(STUDY)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            folder
                .problems
                .push(Diagnostic::error("no-study", STUDY, 0).with("folder", path.display()));
            return Ok(folder);
        }
        Err(error) => return Err(error),
    };
    let mut problems = Vec::new();
    let root = toml_file::table(STUDY, &bytes, &mut problems);
    folder.files.insert(STUDY.to_owned(), bytes);
    if let Some(root) = root {
        folder.read_root(&root, &mut problems);
        folder.read_files(world, &root, &mut problems)?;
        folder.read_statistics(world, &mut problems)?;
        folder.read_packages(world, &mut problems)?;
        folder.read_texts(world, documents, &mut problems)?;
    }
    folder.problems = problems;
    Ok(folder)
}

impl Folder {
    fn read_root(&mut self, root: &Row, problems: &mut Vec<Diagnostic>) {
        let known = ["study".to_owned(), "files".to_owned()];
        for (name, cell) in &root.cells {
            if !known.contains(name) {
                problems.push(unknown_field(name, &known, STUDY, cell.line));
            }
        }
        let mut decoder = Decoder { file: STUDY, problems: Vec::new() };
        match root.get("study") {
            Some(Located { value: Cell::Table(row), .. }) => {
                self.head = Head::decode(row, &mut decoder);
                if let Some(head) = &self.head {
                    self.languages = languages(head, row, &mut decoder.problems);
                }
                missing_translations(STUDY, row, &self.languages, &mut decoder.problems);
            }
            _ => decoder
                .problems
                .push(Diagnostic::error("missing-field", STUDY, 1).with("field", "[study]")),
        }
        problems.append(&mut decoder.problems);
    }

    /// Reads every file that `[files]` names, and reports those that it does not name.
    fn read_files(
        &mut self,
        world: &dyn World,
        root: &Row,
        problems: &mut Vec<Diagnostic>,
    ) -> io::Result<()> {
        let mut decoder = Decoder { file: STUDY, problems: Vec::new() };
        let (line, files) = match root.get("files") {
            Some(Located { value: Cell::Table(row), line }) => {
                (*line, Files::decode(row, &mut decoder).map(|files| (row, files)))
            }
            _ => {
                decoder
                    .problems
                    .push(Diagnostic::error("missing-field", STUDY, 1).with("field", "[files]"));
                (1, None)
            }
        };
        problems.append(&mut decoder.problems);
        let Some((row, files)) = files else { return Ok(()) };
        let mut named: Vec<(Option<&'static str>, String)> = Vec::new();
        let kinds = [
            ("documents", files.documents),
            ("measures", files.measures),
            ("bodies", files.bodies),
            ("statistics", files.statistics),
            ("extracts", files.extracts),
            ("indicators", files.indicators),
            ("definitions", files.definitions),
            ("units", files.units),
            ("sources", files.sources),
            ("areas", files.areas),
            ("targets", files.targets),
            ("practices", files.practices),
            ("effects", files.effects),
            ("references", files.references),
            ("searches", files.searches),
            ("events", files.events),
            ("hypotheses", files.hypotheses),
            ("rules", files.rules),
            ("recommendations", files.recommendations),
            ("downloads", files.downloads),
            ("codebook", files.codebook),
            ("code_rules", files.code_rules),
            ("packages", files.packages),
        ];
        for (kind, name) in kinds {
            named.extend(name.map(|name| (Some(kind), name)));
        }
        named.extend(files.other.into_iter().map(|name| (None, name)));
        for (kind, name) in named {
            let line = kind.and_then(|kind| row.get(kind)).map_or(line, |cell| cell.line);
            if !is_inside(&name) {
                problems.push(Diagnostic::error("path-outside", STUDY, line).with("found", &name));
                continue;
            }
            if self.files.contains_key(&name) {
                problems
                    .push(Diagnostic::error("file-named-twice", STUDY, line).with("found", &name));
                continue;
            }
            match world.read(&self.path.join(&name)) {
                Ok(bytes) => {
                    self.tables.extend(kind.map(|kind| (kind, name.clone())));
                    self.files.insert(name, bytes);
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => problems
                    .push(Diagnostic::error("missing-file", STUDY, line).with("found", &name)),
                Err(error) => problems.push(
                    Diagnostic::error("unreadable-file", STUDY, line)
                        .with("found", &name)
                        .with("reason", error),
                ),
            }
        }
        Ok(())
    }

    /// Reads the files below [`STATISTICS`], where the study takes observations out of them.
    fn read_statistics(
        &mut self,
        world: &dyn World,
        problems: &mut Vec<Diagnostic>,
    ) -> io::Result<()> {
        if !self.tables.contains_key("extracts") {
            return Ok(());
        }
        for (name, path) in below(world, &self.path.join(STATISTICS), STATISTICS)? {
            if self.files.contains_key(&name) {
                continue;
            }
            match world.read(&path) {
                Ok(bytes) => {
                    self.files.insert(name, bytes);
                }
                Err(error) => problems.push(unreadable(&name, &error)),
            }
        }
        Ok(())
    }

    /// Reads the packages of features below [`FEATURES`].
    fn read_packages(
        &mut self,
        world: &dyn World,
        problems: &mut Vec<Diagnostic>,
    ) -> io::Result<()> {
        for (name, path) in below(world, &self.path.join(FEATURES), FEATURES)? {
            if self.files.contains_key(&name) {
                continue;
            }
            if !name.ends_with(".json") {
                problems.push(Diagnostic::warning("unnamed-file", &name, 0));
                continue;
            }
            match world.read(&path) {
                Ok(bytes) => {
                    self.packages.push(name.clone());
                    self.files.insert(name, bytes);
                }
                Err(error) => problems.push(unreadable(&name, &error)),
            }
        }
        self.packages.sort();
        Ok(())
    }

    /// Reads the texts of policy documents: files of the folder itself that are called by the id of
    /// a document, all of [`TEXTS`], and all of another folder.
    fn read_texts(
        &mut self,
        world: &dyn World,
        documents: Option<&Path>,
        problems: &mut Vec<Diagnostic>,
    ) -> io::Result<()> {
        // Else only the folder itself is looked at: the cache, a report, a repository below it
        // are not the study's.
        let ids = self.document_ids();
        let mut found: Vec<(String, PathBuf)> = Vec::new();
        for path in world.files_in(&self.path)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_own =
                name == lock::NAME || name == CODEBOOK || name.starts_with(STORE_OF_CODINGS);
            if name.starts_with(['.', '~']) || is_own || self.files.contains_key(&name) {
                continue;
            }
            if name == HAND_CODINGS || name == VALIDATION {
                match world.read(&path) {
                    Ok(bytes) => {
                        self.files.insert(name, bytes);
                    }
                    Err(error) => problems.push(unreadable(&name, &error)),
                }
                continue;
            }
            if name.starts_with(OF_VALIDATION) {
                continue;
            }
            if is_text_of(&name, &ids) {
                found.push((name, path));
            } else {
                problems.push(Diagnostic::warning("unnamed-file", &name, 0));
            }
        }
        let own = self.path.join(TEXTS);
        for (folder, before) in [(Some(own.as_path()), TEXTS), (documents, OUTSIDE)] {
            let Some(folder) = folder else { continue };
            for (name, path) in below(world, folder, before)? {
                if self.files.contains_key(&name) {
                    continue;
                }
                if is_document(&name) {
                    found.push((name, path));
                } else if before == TEXTS {
                    problems.push(Diagnostic::warning("unnamed-file", &name, 0));
                }
            }
        }
        for (name, path) in found {
            match world.read(&path) {
                Ok(bytes) => {
                    self.texts.push(name.clone());
                    self.files.insert(name, bytes);
                }
                Err(error) => problems.push(unreadable(&name, &error)),
            }
        }
        // What was recognised on the pages of a PDF is read with it and is no text of its own.
        let texts = std::mem::take(&mut self.texts);
        let is_side = |name: &String| {
            let of = name.to_lowercase();
            of.ends_with(".pdf.txt") && texts.contains(&name[..name.len() - 4].to_owned())
        };
        self.texts = texts.iter().filter(|name| !is_side(name)).cloned().collect();
        self.texts.sort();
        Ok(())
    }

    fn document_ids(&self) -> Vec<String> {
        let file = self.tables.get("documents");
        let Some((file, bytes)) = file.and_then(|file| Some((file, self.files.get(file)?))) else {
            return Vec::new();
        };
        let read = read_table::<Document>(file, bytes, &[]);
        read.records.into_iter().map(|row| row.id.0.to_lowercase()).collect()
    }

    /// The text recognised on the pages of a PDF, which stands beside it.
    pub fn side_of(&self, text: &str) -> Option<String> {
        let side = format!("{text}.txt");
        let is_pdf = text.to_lowercase().ends_with(".pdf");
        (is_pdf && self.files.contains_key(&side)).then_some(side)
    }

    /// Whether something in `study.toml` forbids going on.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Files below a folder with their names in the study, without hidden ones and those that an editor
/// keeps while a document is open.
fn below(world: &dyn World, folder: &Path, before: &str) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for path in world.files(folder)? {
        let parts: Vec<_> = path.strip_prefix(folder).unwrap_or(&path).iter().collect();
        let parts: Vec<_> = parts.iter().map(|part| part.to_string_lossy()).collect();
        if !parts.iter().any(|part| part.starts_with(['.', '~'])) {
            found.push((format!("{before}/{}", parts.join("/")), path.clone()));
        }
    }
    Ok(found)
}

fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error("unreadable-file", name, 0).with("found", name).with("reason", error)
}

/// The name of a file within [`STATISTICS`], where it lies there.
pub fn in_statistics(name: &str) -> Option<&str> {
    name.strip_prefix(STATISTICS)?.strip_prefix('/')
}

/// Whether a name ends as that of a document.
pub fn is_document(name: &str) -> bool {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    DOCUMENTS.contains(&end.to_lowercase().as_str())
}

/// Whether a file of the study folder is, by its name, a text of one of these documents.
fn is_text_of(name: &str, ids: &[String]) -> bool {
    let name = name.to_lowercase();
    is_document(&name)
        && ids.iter().any(|id| {
            name.strip_prefix(id.as_str())
                .is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric()))
        })
}

/// Whether a name stays inside the study folder on every system.
fn is_inside(name: &str) -> bool {
    let own = name == lock::NAME
        || name.starts_with(STORE_OF_CODINGS)
        || name.split('/').next() == Some(STORE);
    !name.is_empty()
        && !own
        && !name.contains(['\\', ':', '\0'])
        && name.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

fn languages(head: &Head, row: &Row, problems: &mut Vec<Diagnostic>) -> Vec<Lang> {
    let line = row.get("languages").map_or(row.line, |cell| cell.line);
    let mut languages = Vec::new();
    for code in &head.languages {
        match Lang::from_code(code) {
            Some(lang) if !languages.contains(&lang) => languages.push(lang),
            _ => problems.push(
                Diagnostic::error("unknown-code", STUDY, line)
                    .with("field", "languages")
                    .with("found", code)
                    .with("nearest", "")
                    .with("known", "en, ru, kk"),
            ),
        }
    }
    if languages.is_empty() {
        problems.push(Diagnostic::error("missing-field", STUDY, line).with("field", "languages"));
    }
    languages
}

/// What was read from one file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct Read<T> {
    /// Records that could be understood.
    pub records: Vec<T>,
    /// What is wrong with the others.
    pub problems: Vec<Diagnostic>,
}

/// Reads a CSV table.
pub fn read_table<T: Record>(file: &str, bytes: &[u8], languages: &[Lang]) -> Read<T> {
    let mut problems = Vec::new();
    let rows = csv_file::rows::<T>(file, bytes, &mut problems);
    decode(file, &rows, languages, problems)
}

/// Reads the entries `[[name]]` of a TOML file. Other names are allowed only if `also` has them.
pub fn read_entries<T: Record>(
    file: &str,
    bytes: &[u8],
    name: &str,
    also: &[&str],
    languages: &[Lang],
) -> Read<T> {
    let mut problems = Vec::new();
    let mut rows = Vec::new();
    if let Some(root) = toml_file::table(file, bytes, &mut problems) {
        let known: Vec<String> =
            std::iter::once(name).chain(also.iter().copied()).map(str::to_owned).collect();
        for (key, cell) in &root.cells {
            match &cell.value {
                Cell::List(items) if key == name => {
                    for item in items {
                        match &item.value {
                            Cell::Table(row) => {
                                rows.push(Row { line: item.line, cells: row.cells.clone() });
                            }
                            _ => problems.push(wrong_entry(file, item.line, key)),
                        }
                    }
                }
                _ if key == name => problems.push(wrong_entry(file, cell.line, key)),
                _ if known.contains(key) => {}
                _ => problems.push(unknown_field(key, &known, file, cell.line)),
            }
        }
    }
    decode(file, &rows, languages, problems)
}

/// Reads one `[name]` of a TOML file, where there is one.
pub fn read_entry<T: Record>(file: &str, bytes: &[u8], name: &str, languages: &[Lang]) -> Read<T> {
    // Problems of the file as a whole are reported by the reader of its entries.
    let root = toml_file::table(file, bytes, &mut Vec::new());
    match root.as_ref().and_then(|root| root.get(name)) {
        Some(Located { value: Cell::Table(row), line }) => {
            let row = Row { line: *line, cells: row.cells.clone() };
            decode(file, &[row], languages, Vec::new())
        }
        Some(cell) => {
            Read { records: Vec::new(), problems: vec![wrong_entry(file, cell.line, name)] }
        }
        None => Read { records: Vec::new(), problems: Vec::new() },
    }
}

fn wrong_entry(file: &str, line: u32, name: &str) -> Diagnostic {
    Diagnostic::error("wrong-type", file, line)
        .with("field", name)
        .with("expected", "table")
        .with("found", "…")
}

fn decode<T: Record>(
    file: &str,
    rows: &[Row],
    languages: &[Lang],
    problems: Vec<Diagnostic>,
) -> Read<T> {
    let mut decoder = Decoder { file, problems };
    let mut records = Vec::new();
    for row in rows {
        records.extend(T::decode(row, &mut decoder));
        missing_translations(file, row, languages, &mut decoder.problems);
    }
    Read { records, problems: decoder.problems }
}

/// Warns where a text is given in some languages of the study and not in others.
fn missing_translations(file: &str, row: &Row, languages: &[Lang], problems: &mut Vec<Diagnostic>) {
    let mut bases: Vec<(&str, u32)> = Vec::new();
    for (name, cell) in &row.cells {
        match &cell.value {
            Cell::Table(row) => missing_translations(file, row, languages, problems),
            Cell::List(items) => {
                for item in items {
                    if let Cell::Table(row) = &item.value {
                        missing_translations(file, row, languages, problems);
                    }
                }
            }
            _ => {
                let base = Lang::ALL
                    .iter()
                    .find_map(|lang| name.strip_suffix(lang.code())?.strip_suffix('_'));
                if let Some(base) = base
                    && !bases.iter().any(|(known, _)| *known == base)
                {
                    bases.push((base, cell.line));
                }
            }
        }
    }
    for (base, line) in bases {
        for lang in languages {
            let name = format!("{base}_{}", lang.code());
            if row.get(&name).is_none() {
                problems.push(
                    Diagnostic::warning("missing-translation", file, line).with("field", name),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_inside_the_folder() {
        for name in ["documents.csv", "деректер/көші қон.csv"] {
            assert!(is_inside(name), "{name}");
        }
        for name in [
            "",
            "daryn.lock",
            "codings.db",
            ".daryn/cache",
            "../a",
            "a/../b",
            "/etc/passwd",
            "C:/a",
            "a\\b",
            "a//b",
            "./a",
        ] {
            assert!(!is_inside(name), "{name}");
        }
    }
}
