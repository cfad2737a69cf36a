//! `daryn code`: codes of a codebook for the passages of documents, given by rules.

use std::fs;
use std::io::Write as _;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;

use clap::{ArgMatches, Command, value_parser};
use daryn_coding::{Codebook, Coded, Coder, Rules, codebook, rules};
use daryn_model::{Arg as Value, Diagnostic};
use daryn_read::{Document, document};
use daryn_report::{Speaker, pipeline};
use daryn_stats::write::Content;
use daryn_study::folder::STUDY;
use daryn_text::Language;
use rayon::prelude::*;
use serde::Serialize;

use super::read;
use crate::Ended;
use crate::arguments::{self, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;
use crate::tabular::{self, Cell, Form, Tabular};
use crate::whole::Whole;

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
    passage: String,
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
    let (codebook, rules) = read_rules(matches, &mut problems)?;
    output.problems(Stream::Talk, &problems);
    let language = arguments::text(matches, "language").and_then(Language::from_code);
    let texts = texts(&arguments::path(matches, "dir"))?;
    let threads = matches.get_one::<NonZero<u32>>("threads").map_or_else(
        || available_parallelism().map_or(1, NonZero::get),
        |threads| threads.get().min(MOST_THREADS) as usize,
    );
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Stop::Internal(error.to_string()))?;
    let coder = Coder::new(&rules, &codebook);
    let inputs = texts.files.iter().filter_map(Text::path);
    let form = Form::of(matches, "csv", inputs)?;
    let mut taken = Taken {
        lines: Lines::of(&form)?,
        table: Tabular::new(&output.speaker, "code", &COLUMNS),
        codebook: &codebook,
        codings: 0,
        passages: 0,
        without_rules: 0,
        has_errors: study::has_errors(&problems),
    };
    for part in texts.files.chunks(PART) {
        let coded: Vec<(&Text, Document, Coded<'_>)> = pool.install(|| {
            part.par_iter()
                .map_init(
                    || coder.worker(),
                    |worker, text| {
                        let document = text.read();
                        let coded = worker.code(&document, language);
                        (text, document, coded)
                    },
                )
                .collect()
        });
        for (text, document, coded) in &coded {
            taken.take(text, document, coded, output)?;
        }
    }
    taken.finish(&form, &texts, output)
}

/// The codebook and its rules: files that were named, or those that daryn brings along.
fn read_rules(
    matches: &ArgMatches,
    problems: &mut Vec<Diagnostic>,
) -> Result<(Codebook, Rules), Stop> {
    let named = |id: &str| matches.get_one::<PathBuf>(id);
    if named("codebook").is_some() && named("rules").is_none() {
        let meant = vec!["--rules FILE".to_owned()];
        return Err(Stop::Usage { found: "--codebook".to_owned(), meant });
    }
    let bytes = |id: &str, built_in: (&str, &str)| -> Result<(String, Vec<u8>), Stop> {
        let Some(path) = named(id) else {
            return Ok((built_in.0.to_owned(), built_in.1.as_bytes().to_vec()));
        };
        let bytes = fs::read(path).map_err(|error| {
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("path", &path.display()), ("reason", &error)];
            Stop::problem("source-file-unreadable", &values)
        })?;
        Ok((path.display().to_string(), bytes))
    };
    let (file, text) = bytes("codebook", codebook::BUILT_IN)?;
    let Some(codebook) = Codebook::parse(&file, &text, problems) else {
        return Err(Stop::Problems(std::mem::take(problems)));
    };
    if named("codebook").is_none() {
        // A user cannot mend what daryn brings along.
        problems.clear();
    }
    let (file, text) = bytes("rules", rules::BUILT_IN)?;
    match Rules::parse(&file, &text, &codebook, problems) {
        Some(rules) => Ok((codebook, rules)),
        None => Err(Stop::Problems(std::mem::take(problems))),
    }
}

/// What is coded.
pub(super) struct Texts {
    pub(super) files: Vec<Text>,
    pub(super) problems: Vec<Diagnostic>,
}

/// A text of a document.
pub(super) struct Text {
    /// Id of the document in a study, elsewhere the name of the file.
    pub(super) document: String,
    file: String,
    source: Source,
}

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

    pub(super) fn read(&self) -> Document {
        match &self.source {
            Source::File(path) => read::document(path),
            Source::Bytes(bytes, side) => daryn_read::read_with(bytes, &self.file, side.as_deref()),
        }
    }
}

/// The texts of a study, or all documents of another folder, or one document.
pub(super) fn texts(dir: &Path) -> Result<Texts, Stop> {
    if dir.join(STUDY).is_file() {
        let folder = study::open(dir)?;
        let files = folder.texts.iter().filter_map(|name| {
            let bytes = folder.files.get(name)?;
            let document = pipeline::document_of(&folder, name, bytes);
            let side = folder.side_of(name).and_then(|side| folder.files.get(&side).cloned());
            Some(Text {
                // A text that belongs to no row is known by its file; `daryn check` tells of it.
                document: document.unwrap_or_else(|| name.clone()),
                file: name.clone(),
                source: Source::Bytes(bytes.clone(), side),
            })
        });
        return Ok(Texts { files: files.collect(), problems: folder.problems.clone() });
    }
    let listing = daryn_search::files::list(dir).map_err(|error| Stop::unreadable(dir, &error))?;
    let files = listing.files.into_iter().map(|file| Text {
        document: file.name.clone(),
        file: file.name,
        source: Source::File(file.path),
    });
    Ok(Texts { files: files.collect(), problems: listing.problems })
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

/// What was coded so far.
struct Taken<'a> {
    lines: Option<Lines>,
    table: Tabular,
    codebook: &'a Codebook,
    codings: usize,
    passages: usize,
    without_rules: usize,
    has_errors: bool,
}

impl Taken<'_> {
    fn take(
        &mut self,
        text: &Text,
        document: &Document,
        coded: &Coded<'_>,
        output: &Output,
    ) -> Result<(), Stop> {
        output.problems(Stream::Talk, &document.diagnostics);
        self.has_errors |= study::has_errors(&document.diagnostics);
        self.codings += coded.codings.len();
        self.passages += coded.passages;
        self.without_rules += coded.without_rules;
        let mut bytes = Vec::new();
        for coding in &coded.codings {
            let passage = &document.passages[coding.passage];
            let line = Line {
                document: &text.document,
                passage: document::name(coding.passage),
                start: passage.first,
                end: passage.last,
                code: &coding.code.0,
                by: "rule",
                rule: &coding.rule.0,
                version: coding.version,
                quote: document.words(passage),
                file: &text.file,
                language: coding.language.code(),
                codebook: &self.codebook.head.id.0,
                codebook_version: &self.codebook.head.version,
            };
            if self.lines.is_some() {
                // Writing text to memory cannot fail.
                let _ = serde_json::to_writer(&mut bytes, &line);
                bytes.push(b'\n');
            } else {
                self.table.push(cells(&line));
            }
        }
        match &mut self.lines {
            Some(Lines::Stdout) => output.bytes(&bytes),
            Some(Lines::File(file)) => {
                file.write_all(&bytes).map_err(|error| file.failed(&error))?;
            }
            None => {}
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
        if !output.is_json() {
            let count = |number: usize| Value::Count(number as i64);
            let values = [
                ("codings", count(self.codings)),
                ("passages", count(self.passages)),
                ("documents", count(texts.files.len())),
            ];
            output.say("code-count", &values);
            if self.without_rules > 0 {
                output.say("code-without-rules", &[("n", count(self.without_rules))]);
            }
        }
        let has_errors = self.has_errors || study::has_errors(&texts.problems);
        Ok(if has_errors { Ended::WithProblem } else { Ended::Well })
    }
}

fn cells(line: &Line<'_>) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    vec![
        text(line.document),
        text(&line.passage),
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
