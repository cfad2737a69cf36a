//! `daryn code`: codes of a codebook for the passages of documents, given by rules.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use clap::{ArgMatches, Command, value_parser};
use daryn_coding::refi_qda::guid::Guid;
use daryn_coding::{Codebook, Coder, Rules, Worker, codebook, rules};
use daryn_model::{Arg as Value, Diagnostic};
use daryn_read::{Document, document};
use daryn_report::Speaker;
use daryn_report::pipeline::{self, Owners};
use daryn_stats::write::Content;
use daryn_store::text::Anchors;
use daryn_store::{By, Coding as Stored, Text as Known};
use daryn_study::Disk;
use daryn_study::cache::Cache;
use daryn_study::folder::STUDY;
use daryn_text::Language;
use rayon::prelude::*;
use serde::Serialize;

use super::read;
use super::search::cache_folder;
use crate::Ended;
use crate::arguments::{self, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;
use crate::tabular::{self, Cell, Form, Tabular};
use crate::whole::Whole;

mod kept;

use kept::{Keeper, Kept};

/// Documents that are held in memory at a time.
const PART: usize = 64;

/// Most threads.
const MOST_THREADS: u32 = 256;

/// Columns of the table, as programs know them; they are the names in JSON, too.
const COLUMNS: [(&str, Content); 13] = [
    ("document", Content::Text),
    ("passage", Content::Text),
    ("start", Content::Count),
    ("end", Content::Count),
    ("code", Content::Text),
    ("by", Content::Text),
    ("rule", Content::Text),
    ("version", Content::Text),
    ("quote", Content::Text),
    ("file", Content::Text),
    ("language", Content::Text),
    ("codebook", Content::Text),
    ("codebook_version", Content::Text),
];

pub(crate) fn command(speaker: &Speaker) -> Command {
    let path =
        |id, value, text| option(speaker, id, value, text).value_parser(value_parser!(PathBuf));
    let [format, out] = tabular::options(speaker);
    let examples = [
        "daryn code my-study --format json",
        "daryn code laws --format xlsx --output codings.xlsx",
        "daryn code laws --codebook mine.toml --rules mine.rules.toml --language ru",
    ];
    subcommand(
        speaker,
        "code",
        "daryn code DIR [--codebook FILE] [--rules FILE] [--language LANGUAGE] [OPTIONS]",
        &examples,
        [
            positional(speaker, "dir", "DIR", "cli-code-dir")
                .value_parser(value_parser!(PathBuf))
                .required(true),
            path("codebook", "FILE", "cli-code-codebook"),
            path("rules", "FILE", "cli-code-rules"),
            option(speaker, "language", "LANGUAGE", "cli-code-language")
                .value_parser(["kk", "ru", "en"])
                .hide_possible_values(true),
            option(speaker, "threads", "N", "cli-run-threads")
                .value_parser(value_parser!(NonZero<u32>)),
            format,
            out,
        ],
    )
}

/// A coding as it is given to other programs. The first nine names are promised to them.
#[derive(Serialize)]
struct Line<'a> {
    document: &'a str,
    passage: &'a str,
    start: usize,
    end: usize,
    code: &'a str,
    by: &'a str,
    rule: &'a str,
    version: &'a str,
    quote: &'a str,
    file: &'a str,
    language: &'a str,
    codebook: &'a str,
    codebook_version: &'a str,
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let mut problems = Vec::new();
    let dir = arguments::path(matches, "dir");
    let texts = texts(&dir)?;
    let (codebook, rules, files) = rules_of(matches, &texts.named, &mut problems)?;
    output.problems(Stream::Talk, &problems);
    let language = arguments::text(matches, "language").and_then(Language::from_code);
    let threads = matches.get_one::<NonZero<u32>>("threads").map_or_else(
        || available_parallelism().map_or(1, NonZero::get),
        |threads| threads.get().min(MOST_THREADS) as usize,
    );
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Stop::Internal(error.to_string()))?;
    let coder = Coder::new(&rules, &codebook);
    let cache = cache(&dir, &texts);
    let is_study = texts.owners.is_some();
    let keeper = Keeper::new(cache, is_study, (&codebook, &rules), &files, language);
    let inputs = texts.files.iter().filter_map(Text::path);
    let form = Form::of(matches, "csv", inputs)?;
    let mut taken = Taken {
        lines: Lines::of(&form)?,
        table: Tabular::new(&output.speaker, "code", &COLUMNS),
        codebook: &codebook,
        rules: &rules,
        codings: 0,
        passages: 0,
        without_rules: BTreeMap::new(),
        has_errors: study::has_errors(&problems),
    };
    let as_lines = taken.lines.is_some();
    for part in texts.files.chunks(PART) {
        let coded: Vec<(Own<'_>, Kept, Vec<u8>)> = pool.install(|| {
            part.par_iter()
                .map_init(
                    || coder.worker(),
                    |worker, text| {
                        let kept = keeper.code(text, worker);
                        let own = Own { document: texts.document(text, &kept.head), text };
                        let mut bytes = Vec::new();
                        if as_lines {
                            each_line(&own, &kept, &codebook, &rules, |line| {
                                // Writing text to memory cannot fail.
                                let _ = serde_json::to_writer(&mut bytes, line);
                                bytes.push(b'\n');
                            });
                        }
                        (own, kept, bytes)
                    },
                )
                .collect()
        });
        for (own, kept, bytes) in &coded {
            taken.take(own, kept, bytes, output)?;
        }
    }
    output.problems(Stream::Talk, &keeper.cache.warnings());
    taken.finish(&form, &texts, output)
}

/// Codings that the built-in rules, or those of a file, give to texts.
pub(super) fn by_rules(
    texts: &[Known],
    codebook: &Codebook,
    file: Option<&Path>,
    problems: &mut Vec<Diagnostic>,
) -> Result<Vec<Stored>, Stop> {
    let (name, bytes) = match file {
        Some(path) => (path.display().to_string(), arguments::bytes_at(path)?),
        None => (rules::BUILT_IN.0.to_owned(), rules::BUILT_IN.1.as_bytes().to_vec()),
    };
    let Some(rules) = Rules::parse(&name, &bytes, codebook, problems) else {
        return Err(Stop::Problems(std::mem::take(problems)));
    };
    let coder = Coder::new(&rules, codebook);
    let of_text = |worker: &mut Worker<'_>, text: &Known| -> Vec<Stored> {
        let anchors = Anchors::of(text);
        let coded = worker.code(&text.read, None);
        let stored = coded.codings.iter().filter_map(|coding| {
            let passage = &text.read.passages[coding.passage];
            let (name, rule) = (document::name(coding.passage), &coding.rule.0);
            let parts = ["rule", &text.file, &name, &coding.code.0, rule, coding.version];
            Some(Stored {
                id: Guid::derived(&parts).to_string(),
                document: text.document.clone(),
                file: text.file.clone(),
                passage: Some(name.clone()),
                start: passage.first,
                end: passage.last,
                text: text.digest.clone(),
                anchor: anchors.make(passage.first, passage.last)?,
                code: coding.code.0.clone(),
                coder: format!("rule {rule} {}", coding.version),
                by: By::Rule,
                time: None,
                version: Some(codebook.head.version.clone()),
                memo: String::new(),
            })
        });
        stored.collect()
    };
    let parts = texts.par_iter().map_init(|| coder.worker(), of_text);
    Ok(parts.collect::<Vec<_>>().concat())
}

/// The codebook and its rules: files that were named, or those that daryn brings along.
pub(super) fn read_rules(
    matches: &ArgMatches,
    problems: &mut Vec<Diagnostic>,
) -> Result<(Codebook, Rules), Stop> {
    let (codebook, rules, _) = rules_of(matches, &[None, None], problems)?;
    Ok((codebook, rules))
}

/// Where coded documents are kept: in the study, else in the user's folder for what can be made
/// again; nowhere if there is none.
fn cache(dir: &Path, texts: &Texts) -> Cache<'static> {
    if texts.owners.is_some() {
        return study::cache(dir);
    }
    match cache_folder(|name| std::env::var_os(name)) {
        Some(folder) => Cache::in_folder(&Disk, &folder.join("coding"), pipeline::BUILD),
        None => Cache::none(&Disk),
    }
}

/// Files of a codebook and of rules with their bytes, as a study names them.
type Named = [Option<(String, Vec<u8>)>; 2];

/// The codebook and its rules: files that were named on the command line, those of the study, or
/// those that daryn brings along; with their bytes.
fn rules_of(
    matches: &ArgMatches,
    study: &Named,
    problems: &mut Vec<Diagnostic>,
) -> Result<(Codebook, Rules, [Vec<u8>; 2]), Stop> {
    let named = |id: &str| matches.get_one::<PathBuf>(id);
    let asked = named("codebook").is_some() || named("rules").is_some();
    let [own_codebook, own_rules] = if asked { &[None, None] } else { study };
    if named("codebook").is_some() && named("rules").is_none() {
        let meant = vec!["--rules FILE".to_owned()];
        return Err(Stop::Usage { found: "--codebook".to_owned(), meant });
    }
    if own_codebook.is_some() && own_rules.is_none() {
        return Err(Stop::Problems(vec![Diagnostic::error("coding-study-rules", STUDY, 0)]));
    }
    let bytes = |id: &str, own: &Option<(String, Vec<u8>)>, built_in: (&str, &str)| {
        let Some(path) = named(id) else {
            let built_in = || (built_in.0.to_owned(), built_in.1.as_bytes().to_vec());
            return Ok::<_, Stop>(own.clone().unwrap_or_else(built_in));
        };
        let bytes = fs::read(path).map_err(|error| {
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("path", &path.display()), ("reason", &error)];
            Stop::problem("source-file-unreadable", &values)
        })?;
        Ok((path.display().to_string(), bytes))
    };
    let (file, codes) = bytes("codebook", own_codebook, codebook::BUILT_IN)?;
    let Some(codebook) = Codebook::parse(&file, &codes, problems) else {
        return Err(Stop::Problems(std::mem::take(problems)));
    };
    if named("codebook").is_none() && own_codebook.is_none() {
        // A user cannot mend what daryn brings along.
        problems.clear();
    }
    let (file, text) = bytes("rules", own_rules, rules::BUILT_IN)?;
    match Rules::parse(&file, &text, &codebook, problems) {
        Some(rules) => Ok((codebook, rules, [codes, text])),
        None => Err(Stop::Problems(std::mem::take(problems))),
    }
}

/// What is coded.
pub(super) struct Texts {
    /// What the user named.
    name: String,
    pub(super) files: Vec<Text>,
    pub(super) problems: Vec<Diagnostic>,
    /// Documents of the study.
    owners: Option<Owners>,
    /// Codebook and rules of the study.
    named: Named,
}

impl Texts {
    /// The document of a text that begins so: its id in a study, elsewhere the name of the file.
    pub(super) fn document(&self, text: &Text, head: &[String]) -> String {
        let id = self.owners.as_ref().and_then(|owners| owners.find(&text.file, head));
        // A text that belongs to no row is known by its file; `daryn check` tells of it.
        id.unwrap_or_else(|| text.file.clone())
    }
}

/// A text with its document.
struct Own<'a> {
    text: &'a Text,
    document: String,
}

/// A text of a document.
pub(super) struct Text {
    file: String,
    source: Source,
}

/// Bytes that are held already, or were read now.
type Bytes<'a> = Cow<'a, [u8]>;

enum Source {
    File(PathBuf),
    /// Bytes of a study, with those of a text that was recognised on its pages.
    Bytes(Vec<u8>, Option<Vec<u8>>),
}

impl Text {
    /// Its file, where it is one of a folder.
    fn path(&self) -> Option<&Path> {
        match &self.source {
            Source::File(path) => Some(path),
            Source::Bytes(..) => None,
        }
    }

    /// Its file in the study or folder.
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// The digest of its bytes; none where they cannot be read.
    pub(super) fn sha256(&self) -> Option<String> {
        self.bytes().map(|(bytes, _)| daryn_store::digest(&bytes))
    }

    pub(super) fn read(&self) -> Document {
        match self.bytes() {
            Some((bytes, side)) => daryn_read::read_with(&bytes, &self.name(), side.as_deref()),
            None => self.unreadable(),
        }
    }

    /// Its name in messages.
    fn name(&self) -> String {
        self.path().map_or_else(|| self.file.clone(), |path| path.display().to_string())
    }

    /// Its bytes with those of a text that was recognised on its pages; none where it cannot be
    /// read.
    fn bytes(&self) -> Option<(Bytes<'_>, Option<Bytes<'_>>)> {
        match &self.source {
            Source::File(path) if read::is_owner_file(path) => None,
            Source::File(path) => {
                let bytes = read::bytes(path).ok()?;
                Some((bytes.into(), read::side(path).map(Cow::Owned)))
            }
            Source::Bytes(bytes, side) => Some((bytes.into(), side.as_ref().map(Cow::from))),
        }
    }

    /// The document whose bytes could not be had: empty, with the reason.
    fn unreadable(&self) -> Document {
        self.path().map_or_else(Document::default, read::document)
    }
}

/// The texts of a study, or all documents of another folder, or one document.
pub(super) fn texts(dir: &Path) -> Result<Texts, Stop> {
    let name = dir.display().to_string();
    if dir.join(STUDY).is_file() {
        // What people coded is no matter of rules.
        let folder = study::open_alone(dir, None)?;
        let files = folder.texts.iter().filter_map(|name| {
            let bytes = folder.files.get(name)?;
            let side = folder.side_of(name).and_then(|side| folder.files.get(&side).cloned());
            Some(Text { file: name.clone(), source: Source::Bytes(bytes.clone(), side) })
        });
        let named = ["codebook", "code_rules"].map(|kind| {
            let name = folder.tables.get(kind)?;
            Some((name.clone(), folder.files.get(name)?.clone()))
        });
        let problems = folder.problems.clone();
        let owners = Some(Owners::of(&folder));
        return Ok(Texts { name, files: files.collect(), problems, owners, named });
    }
    let listing = daryn_search::files::list(dir).map_err(|error| Stop::unreadable(dir, &error))?;
    let files = listing.files.into_iter();
    let files = files.map(|file| Text { file: file.name, source: Source::File(file.path) });
    let (problems, named) = (listing.problems, [None, None]);
    Ok(Texts { name, files: files.collect(), problems, owners: None, named })
}

/// Codings as lines of JSON.
enum Lines {
    Stdout,
    File(Whole),
}

impl Lines {
    fn of(form: &Form) -> Result<Option<Lines>, Stop> {
        Ok(match (form.format.as_str(), &form.out) {
            ("json", None) => Some(Lines::Stdout),
            ("json", Some(path)) => Some(Lines::File(Whole::create(path)?)),
            _ => None,
        })
    }
}

/// Calls a function with each coding of a document.
fn each_line(
    own: &Own<'_>,
    kept: &Kept,
    codebook: &Codebook,
    rules: &Rules,
    mut take: impl FnMut(&Line<'_>),
) {
    for passage in &kept.coded {
        for (code, rule) in &passage.given {
            let rule = &rules.rules[*rule];
            take(&Line {
                document: &own.document,
                passage: &passage.name,
                start: passage.start,
                end: passage.end,
                code: &codebook.codes[*code].id.0,
                by: "rule",
                rule: &rule.id.0,
                version: rule.version.as_ref().unwrap_or(&rules.head.version),
                quote: &passage.quote,
                file: &own.text.file,
                language: &passage.language,
                codebook: &codebook.head.id.0,
                codebook_version: &codebook.head.version,
            });
        }
    }
}

/// What was coded so far.
struct Taken<'a> {
    lines: Option<Lines>,
    table: Tabular,
    codebook: &'a Codebook,
    rules: &'a Rules,
    codings: usize,
    passages: usize,
    without_rules: BTreeMap<Language, usize>,
    has_errors: bool,
}

impl Taken<'_> {
    fn take(
        &mut self,
        own: &Own<'_>,
        kept: &Kept,
        bytes: &[u8],
        output: &Output,
    ) -> Result<(), Stop> {
        output.problems(Stream::Talk, &kept.problems);
        self.has_errors |= study::has_errors(&kept.problems);
        self.codings += kept.coded.iter().map(|passage| passage.given.len()).sum::<usize>();
        self.passages += kept.passages;
        for (language, passages) in &kept.without_rules {
            let language = Language::from_code(language).unwrap_or_default();
            *self.without_rules.entry(language).or_default() += passages;
        }
        match &mut self.lines {
            Some(Lines::Stdout) => output.bytes(bytes),
            Some(Lines::File(file)) => {
                file.write_all(bytes).map_err(|error| file.failed(&error))?;
            }
            None => each_line(own, kept, self.codebook, self.rules, |line| {
                self.table.push(cells(line));
            }),
        }
        Ok(())
    }

    fn finish(self, form: &Form, texts: &Texts, output: &Output) -> Result<Ended, Stop> {
        match self.lines {
            Some(Lines::Stdout) => {}
            Some(Lines::File(file)) => file.finish()?,
            None => {
                let title = output.speaker.word("code-title");
                self.table.give(form, &title, || serde_json::Value::Null, output)?;
            }
        }
        output.problems(Stream::Talk, &texts.problems);
        output.problems(Stream::Talk, &not_coded(self.without_rules, &texts.name));
        if !output.is_json() {
            let count = |number: usize| Value::Count(number as i64);
            let values = [
                ("codings", count(self.codings)),
                ("passages", count(self.passages)),
                ("documents", count(texts.files.len())),
            ];
            output.say("code-count", &values);
        }
        let has_errors = self.has_errors || study::has_errors(&texts.problems);
        Ok(if has_errors { Ended::WithProblem } else { Ended::Well })
    }
}

/// Warnings of passages that were not coded, since their language has no rules or is not known.
fn not_coded(mut passages: BTreeMap<Language, usize>, place: &str) -> Vec<Diagnostic> {
    let unknown = passages.remove(&Language::Other);
    let unknown = unknown.map(|n| Diagnostic::warning("coding-no-language", place, 0).with("n", n));
    let others: Vec<String> =
        passages.iter().map(|(language, n)| format!("{}: {n}", language.code())).collect();
    let others = (!others.is_empty()).then(|| {
        Diagnostic::warning("coding-without-rules", place, 0)
            .with("n", passages.values().sum::<usize>())
            .with("languages", others.join(", "))
    });
    unknown.into_iter().chain(others).collect()
}

fn cells(line: &Line<'_>) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    vec![
        text(line.document),
        text(line.passage),
        Cell::Count(line.start as u64),
        Cell::Count(line.end as u64),
        text(line.code),
        text(line.by),
        text(line.rule),
        text(line.version),
        text(line.quote),
        text(line.file),
        text(line.language),
        text(line.codebook),
        text(line.codebook_version),
    ]
}
