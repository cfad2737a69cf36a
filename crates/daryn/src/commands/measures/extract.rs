//! `daryn measures extract`: the measures of a document.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_measures::{Measure, extract, ig};
use daryn_model::Arg as Value;
use daryn_read::Document;
use daryn_report::Speaker;
use serde_json::json;

use super::super::read;
use super::told;
use crate::Ended;
use crate::arguments::{self, nested, option, positional};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;
use crate::tabular::{self, Form, Tabular};
use crate::whole::Whole;

pub(super) fn command(speaker: &Speaker) -> Command {
    let [_, out] = tabular::options(speaker);
    let examples = [
        "daryn measures extract law.md --format json",
        "daryn measures extract plan.docx --format xlsx --output measures.xlsx",
        "daryn measures extract concept.pdf --format ig",
    ];
    nested(
        speaker,
        ("extract", "cli-measures-extract"),
        "daryn measures extract FILE [--format FORMAT] [--output OUT]",
        &examples,
        [
            positional(speaker, "file", "FILE", "cli-measures-file")
                .value_parser(value_parser!(PathBuf))
                .required(true),
            option(speaker, "format", "FORMAT", "cli-measures-format")
                .value_parser(["csv", "json", "xlsx", "parquet", "ig"])
                .hide_possible_values(true),
            out,
        ],
    )
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let path = arguments::path(matches, "file");
    let form = Form::of(matches, "csv", [path.as_path()])?;
    let (document, measures, has_errors) = measured(&path, output);
    if form.format == "ig" {
        let lines: String =
            measures.iter().map(|it| format!("{}\n", ig::script(it, &document.text))).collect();
        match &form.out {
            None => output.bytes(lines.as_bytes()),
            Some(path) => {
                let mut file = Whole::create(path)?;
                file.write_all(lines.as_bytes()).map_err(|error| file.failed(&error))?;
                file.finish()?;
            }
        }
    } else {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let mut table = Tabular::new(&output.speaker, "measures", &told::COLUMNS);
        for measure in &measures {
            table.push(told::cells(&name, &document, measure));
        }
        let title = output.speaker.word("measures-title");
        let whole = || {
            let values: Vec<_> = measures.iter().map(|it| told::value(&document, it)).collect();
            json!({ "rules": daryn_measures::RULES, "measures": values })
        };
        table.give(&form, &title, whole, output)?;
    }
    if !output.is_json() {
        output.say("measures-count", &[("n", Value::Count(measures.len() as i64))]);
    }
    Ok(if has_errors { Ended::WithProblem } else { Ended::Well })
}

/// A document with its measures; problems are told.
pub(super) fn measured(path: &Path, output: &Output) -> (Document, Vec<Measure>, bool) {
    let document = read::document(path);
    output.problems(Stream::Talk, &document.diagnostics);
    let measures = extract(&document);
    let doubts = told::doubts(&path.display().to_string(), &document, &measures);
    output.problems(Stream::Talk, &doubts);
    let has_errors = study::has_errors(&document.diagnostics);
    (document, measures, has_errors)
}
