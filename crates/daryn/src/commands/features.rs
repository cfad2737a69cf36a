//! `daryn features`: figures of texts without their sentences, and the tables that they give.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_coding::{Codebook, Coder, PartKind, Rules};
use daryn_compare::Package;
use daryn_compare::features::{self, LeftOut, Part, Reading, Source};
use daryn_measures::bodies::Bodies;
use daryn_measures::line::Text;
use daryn_measures::{Measure, extract};
use daryn_model::{Arg, Diagnostic};
use daryn_read::document::name;
use daryn_read::{Document, READER};
use daryn_report::Speaker;

use super::compare::line;
use super::measures::matching;
use super::{code, compare};
use crate::Ended;
use crate::arguments::{self, option, positional, subcommand};
use crate::output::{Output, Stream, plain_line};
use crate::stop::Stop;
use crate::study;
use crate::tabular::Form;

mod readings;

use readings::Readings;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let path =
        |id, value, text| option(speaker, id, value, text).value_parser(value_parser!(PathBuf));
    let examples = [
        "daryn features law-2014.md law-2023.md --out law.features.json",
        "daryn features --tables law.features.json --format json",
    ];
    subcommand(
        speaker,
        "features",
        "daryn features FILE... --out PACKAGE [--codebook FILE] [--rules FILE] [--bodies FILE]\n       \
         [--readings FILE]\n       \
         daryn features --tables PACKAGE [--format FORMAT] [--output OUT]",
        &examples,
        [
            positional(speaker, "file", "FILE", "cli-features-file")
                .value_parser(value_parser!(PathBuf))
                .num_args(1..),
            path("out", "PACKAGE", "cli-features-out"),
            path("codebook", "FILE", "cli-code-codebook"),
            path("rules", "FILE", "cli-code-rules"),
            path("bodies", "FILE", "cli-measures-bodies"),
            path("readings", "FILE", "cli-features-readings"),
            path("tables", "PACKAGE", "cli-features-tables"),
            option(speaker, "format", "FORMAT", "cli-features-format")
                .value_parser(["text", "json", "csv", "xlsx", "parquet"])
                .hide_possible_values(true),
            path("output", "OUT", "cli-compare-output"),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let paths: Vec<PathBuf> = matches.get_many("file").into_iter().flatten().cloned().collect();
    let named = |id: &str| matches.get_one::<PathBuf>(id);
    match (named("tables"), named("out")) {
        (Some(package), None) if paths.is_empty() && named("readings").is_none() => {
            tables(package, matches, output)
        }
        (None, Some(out)) if !paths.is_empty() => make(&paths, out, matches, output),
        (Some(_), _) => {
            let meant = vec!["--tables PACKAGE".to_owned()];
            Err(Stop::Usage { found: "--tables".to_owned(), meant })
        }
        _ => {
            let meant = ["FILE... --out PACKAGE", "--tables PACKAGE"].map(str::to_owned).to_vec();
            Err(Stop::Usage { found: "features".to_owned(), meant })
        }
    }
}

fn make(
    paths: &[PathBuf],
    out: &Path,
    matches: &ArgMatches,
    output: &Output,
) -> Result<Ended, Stop> {
    let table = matches.get_one::<PathBuf>("readings");
    let beside = ["readings", "bodies", "codebook", "rules"];
    let beside = beside.into_iter().filter_map(|id| matches.get_one::<PathBuf>(id));
    crate::whole::spare(out, paths.iter().chain(beside).map(PathBuf::as_path))?;
    let names = line::names(paths);
    // Tables name texts by their files.
    if let Some((_, name)) = names.iter().enumerate().find(|(at, it)| names[..*at].contains(it)) {
        return Err(Stop::problem("features-same-file", &[("path", &plain_line(name))]));
    }
    let mut problems = Vec::new();
    let (codebook, rules) = code::read_rules(matches, &mut problems)?;
    let (documents, more) = compare::documents(paths)?;
    problems.extend(more);
    let codes: Vec<&str> = codebook.codes.iter().map(|code| code.id.0.as_str()).collect();
    let read = match table {
        Some(table) => Readings::read(table, &documents, &codes, &mut problems)?,
        None => Readings::none(documents.len()),
    };
    output.problems(Stream::Talk, &problems);
    // Of a text that was not read everything would seem dropped.
    if study::has_errors(&problems) {
        return Ok(Ended::WithProblem);
    }
    let bodies = matches.get_one::<PathBuf>("bodies");
    let bodies = bodies.map(|path| matching::bodies_at(path)).transpose()?;
    let (passages, others) = (read.of.iter().map(Vec::len).sum::<usize>(), read.others);
    let package = package(&names, &documents, &codebook, &rules, bodies.as_ref(), read.of);
    let form = Form { format: "json".to_owned(), out: Some(out.to_owned()) };
    let text = package.to_json();
    compare::give(&form, &text, output)?;
    let values = [
        ("path", Arg::plain(&out.display().to_string())),
        ("documents", Arg::Count(documents.len() as i64)),
        ("bytes", Arg::Count(text.len() as i64)),
    ];
    output.say("features-written", &values);
    if table.is_some() {
        let count = |number: usize| Arg::Count(number as i64);
        let values = [("n", count(passages)), ("others", count(others))];
        output.say("features-readings", &values);
    }
    Ok(Ended::Well)
}

/// The package of documents that follow each other, under these names, with what people read in
/// each: readings cannot be made again from a text.
pub(super) fn package(
    names: &[String],
    documents: &[Document],
    codebook: &Codebook,
    rules: &Rules,
    bodies: Option<&Bodies>,
    readings: Vec<Vec<Reading>>,
) -> Package {
    let coder = Coder::new(rules, codebook);
    let mut worker = coder.worker();
    let sources: Vec<Source<'_>> = names
        .iter()
        .zip(documents)
        .map(|(file, document)| {
            let codings = worker.code(document, None).codings.into_iter();
            let codes = codings.map(|coding| (coding.passage, coding.code.0.clone())).collect();
            Source { file, document, codes }
        })
        .collect();
    let by = features::Codebook {
        id: codebook.head.id.0.clone(),
        version: codebook.head.version.clone(),
        rules: rules.head.version.clone(),
        codes: codebook.codes.iter().map(|code| code.id.0.clone()).collect(),
    };
    let measures: Vec<Vec<Measure>> = documents.iter().map(extract).collect();
    let texts: Vec<Text<'_>> = documents
        .iter()
        .zip(&measures)
        .map(|(document, measures)| Text { document, measures })
        .collect();
    let mut package = Package::make(&sources, &line::program(), by);
    for ((features, document), read) in package.documents.iter_mut().zip(documents).zip(readings) {
        let left_out = worker.leave_one_out(document, None);
        features.leave_one_out = Some(left_out.into_iter().map(without_words).collect());
        features.readings = read;
    }
    package.measures = Some(daryn_measures::line::line(&texts, bodies));
    package
}

/// What one part of the rules changes, with names of passages.
fn without_words(one: daryn_coding::LeftOut<'_>) -> LeftOut {
    let id = one.id.0.clone();
    let by_code = |list: Vec<(usize, &daryn_model::record::Id)>| {
        let mut codes: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (place, code) in list {
            codes.entry(code.0.clone()).or_default().push(name(place));
        }
        codes
    };
    LeftOut {
        part: match one.kind {
            PartKind::Clue => Part::Clue(id),
            PartKind::Rule => Part::Rule(id),
        },
        lost: by_code(one.lost),
        gained: by_code(one.gained),
    }
}

fn tables(path: &Path, matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let form = Form::of(matches, "text", [path])?;
    let bytes = arguments::bytes_at(path)?;
    let file = path.display();
    let package = Package::read(&bytes).map_err(|broken| {
        let (code, values) = broken.told();
        let mut all: Vec<(&str, &dyn std::fmt::Display)> = vec![("path", &file)];
        all.extend(values.iter().map(|(key, value)| (*key, value as &dyn std::fmt::Display)));
        Stop::problem(code, &all)
    })?;
    if package.reader != READER {
        let told = Diagnostic::warning("features-reader", &file.to_string(), 0);
        let told = told.with("path", file).with("reader", package.reader).with("own", READER);
        output.problems(Stream::Talk, &[told]);
    }
    line::show(&package, &package.tables(), None, &form, output)?;
    Ok(Ended::Well)
}
