//! `daryn export`: codings for other programs, and forms for people.

mod form;
mod table;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use daryn_coding::Codebook;
use daryn_coding::refi_qda::{self, Project};
use daryn_model::{Arg, Diagnostic};
use daryn_report::Speaker;
use daryn_store::Change;
use daryn_store::exchange::{self, Study};

use super::code;
use crate::Ended;
use crate::arguments::{self, option, positional, subcommand};
use crate::coded::{self, Coded};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study as studies;
use crate::whole::{self, Whole};

/// Ends of names of files that can be written.
const ENDS: [&str; 9] = ["qdpx", "qdc", "xlsx", "csv", "parquet", "jsonl", "r", "do", "sps"];

/// Tables of codings.
const TABLES: [&str; 4] = ["segments", "matrix", "counts", "cooccurrence"];

pub(crate) fn command(speaker: &Speaker) -> Command {
    let examples = [
        "daryn export my-study --to project.qdpx",
        "daryn export my-study --to coding.xlsx --coder Aigul",
        "daryn export my-study --to matrix.csv --table matrix",
    ];
    let dir = positional(speaker, "dir", "DIR", "cli-dir").required(true);
    let rules = option(speaker, "rules", "FILE", "cli-export-rules")
        .num_args(0..=1)
        .default_missing_value("")
        .value_parser(value_parser!(std::ffi::OsString));
    let choice = |id, value, text, values: &'static [&'static str]| {
        option(speaker, id, value, text)
            .value_parser(clap::builder::PossibleValuesParser::new(values))
            .hide_possible_values(true)
    };
    subcommand(
        speaker,
        "export",
        "daryn export DIR --to FILE [--table TABLE | --for PURPOSE] [OPTIONS]",
        &examples,
        [
            dir.value_parser(value_parser!(PathBuf)),
            option(speaker, "to", "FILE", "cli-export-to")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
            choice("table", "TABLE", "cli-export-table", &TABLES),
            choice("for", "PURPOSE", "cli-export-for", &["coding", "review", "qualcoder"]),
            coded::coder(speaker).action(clap::ArgAction::Append),
            option(speaker, "supervisor", "NAME", "cli-export-supervisor"),
            coded::codebook(speaker),
            rules,
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let (dir, to) = (arguments::path(matches, "dir"), arguments::path(matches, "to"));
    let end = to.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !ENDS.contains(&end.as_str()) {
        let meant = ENDS.map(|end| format!("--to FILE.{end}")).to_vec();
        return Err(Stop::Usage { found: format!("--to {}", to.display()), meant });
    }
    let named = matches.get_one::<PathBuf>("codebook");
    let mut study = coded::open(&dir, named, false, output)?;
    let inputs = study.folder.files.keys().map(|name| studies::report_path(&dir, name));
    let inputs: Vec<PathBuf> = inputs.chain([dir.join(daryn_store::FILE)]).collect();
    whole::spare(&to, inputs.iter().map(PathBuf::as_path))?;
    let mut told = Vec::new();
    let rules = matches.get_one::<std::ffi::OsString>("rules").map(PathBuf::from);
    if let Some(file) = rules {
        add_rules(&mut study, &file, &mut told)?;
    }
    let review = study.state.codings.values().filter(|held| held.is_to_review()).count();
    if review > 0 && end != "qdc" {
        let problem = Diagnostic::warning("store-export-review", &to.display().to_string(), 0);
        told.push(problem.with("n", review));
    }
    let table = arguments::text(matches, "table");
    let purpose = arguments::text(matches, "for");
    match (end.as_str(), table, purpose) {
        ("jsonl", None, None) => write(&to, &daryn_store::lines(&study.state))?,
        ("qdpx", None, purpose @ (None | Some("qualcoder"))) => {
            let project = project(&study, &to, output, &mut told)?;
            if purpose.is_some() {
                told.extend(refi_qda::loss::of_qualcoder(&project, &to.display().to_string()));
            }
            let file = refi_qda::write_project(&project, &to.display().to_string());
            let file = file.map_err(coded::stop)?;
            told.extend(file.losses);
            write(&to, &file.bytes)?;
        }
        ("qdc", None, None) => {
            let project = project(&study, &to, output, &mut told)?;
            let file = refi_qda::write_codebook(&project, &to.display().to_string());
            let file = file.map_err(coded::stop)?;
            told.extend(file.losses);
            write(&to, &file.bytes)?;
        }
        ("xlsx", None, purpose @ (None | Some("coding" | "review"))) => match purpose {
            Some("review") => form::review(matches, &study, &to, output)?,
            _ => form::coding(matches, &study, &to, &mut told, output)?,
        },
        (_, _, None) if !matches!(end.as_str(), "qdpx" | "qdc" | "jsonl") => {
            let project = project(&study, &to, output, &mut told)?;
            table::write(&project, table.unwrap_or(TABLES[0]), &end, &to, output)?;
        }
        _ => {
            let meant = vec!["--to FILE.csv --table".into(), "--to FILE.xlsx --for".into()];
            return Err(Stop::Usage { found: format!("--to {}", to.display()), meant });
        }
    }
    output.problems(Stream::Talk, &told);
    let codings = study.state.codings.values().filter(|held| !held.made.code.is_empty());
    let args = [
        ("path", Arg::plain(&to.display().to_string())),
        ("codings", Arg::Count(codings.count() as i64)),
        ("losses", Arg::Count(told.len() as i64)),
    ];
    output.say("export-done", &args);
    Ok(if studies::has_errors(&told) { Ended::WithProblem } else { Ended::Well })
}

fn write(to: &Path, bytes: &[u8]) -> Result<(), Stop> {
    let mut file = Whole::create(to)?;
    file.write_all(bytes).map_err(|error| file.failed(&error))?;
    file.finish()
}

/// Codings of rules beside those of people, for this export alone.
fn add_rules(study: &mut Coded, file: &Path, told: &mut Vec<Diagnostic>) -> Result<(), Stop> {
    let named = (!file.as_os_str().is_empty()).then_some(file);
    let built_in = Codebook::built_in();
    let codebook = match (named, &built_in) {
        (None, Some(built_in)) => built_in,
        _ => &study.codebook,
    };
    let codings = code::by_rules(&study.texts, codebook, named, told)?;
    study.state.take(&[Change::Codings { codings }]);
    Ok(())
}

/// The study as a project of REFI-QDA.
fn project(
    study: &Coded,
    to: &Path,
    output: &Output,
    told: &mut Vec<Diagnostic>,
) -> Result<Project, Stop> {
    let base = match &study.store {
        Some(store) => exchange::base(store, &study.state).map_err(coded::stop)?,
        None => None,
    };
    let built_in = Codebook::built_in();
    let own = study.has_codebook.then_some(&study.codebook);
    // The codebook that daryn brings along is given where somebody uses it.
    let other = built_in.as_ref().filter(|built_in| {
        let is_known = |id: &str| own.is_some_and(|own| own.get(id).is_some());
        let mut codes = study.state.codings.values().map(|held| held.made.code.as_str());
        codes.any(|code| built_in.get(code).is_some() && !is_known(code))
    });
    let codebooks: Vec<&Codebook> = own.into_iter().chain(other).collect();
    let name = study.folder.head.as_ref().map_or("", |head| head.id.0.as_str());
    let given = Study {
        name,
        state: &study.state,
        texts: &study.texts,
        codebooks: &codebooks,
        lang: study.lang(output),
    };
    let (project, problems) = exchange::outgoing(base, &given, &to.display().to_string());
    told.extend(problems);
    Ok(project)
}
