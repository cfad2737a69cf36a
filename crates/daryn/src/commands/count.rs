//! `daryn count`: words, and categories of a dictionary, in documents.

use std::fs;
use std::io::Write;
use std::num::NonZero;
use std::path::PathBuf;
use std::thread::available_parallelism;

use clap::{ArgMatches, Command, value_parser};
use daryn_count::{Dictionary, Matcher, Shared, Stems};
use daryn_model::Diagnostic;
use daryn_report::Speaker;
use daryn_text::Language;

use crate::Ended;
use crate::arguments::{self, flag, option, positional, subcommand};
use crate::output::{self, Output, Stream};
use crate::progress;
use crate::stop::Stop;
use crate::study;
use crate::tabular::{self, Form};
use crate::whole::Whole;

mod input;
mod rows;

use input::Input;
use rows::{Head, Kept, Rows};

pub(crate) fn command(speaker: &Speaker) -> Command {
    let path =
        |id, value, text| option(speaker, id, value, text).value_parser(value_parser!(PathBuf));
    let number =
        |id, text| option(speaker, id, "N", text).value_parser(value_parser!(NonZero<u32>));
    let usage = "daryn count (--lines FILE | PATH...) (--dictionary DICT | --features) [OPTIONS]";
    let examples = [
        "daryn count --lines answers.txt --dictionary themes.toml",
        "daryn count laws --dictionary themes.toml --per 1000",
        "daryn count --lines - --features --stem",
    ];
    let [format, out] = tabular::options(speaker);
    subcommand(
        speaker,
        "count",
        usage,
        &examples,
        [
            positional(speaker, "path", "PATH", "cli-count-path")
                .value_parser(value_parser!(PathBuf))
                .num_args(0..),
            path("lines", "FILE", "cli-count-lines").conflicts_with("path"),
            path("dictionary", "DICT", "cli-count-dictionary"),
            flag(speaker, "features", "cli-count-features").conflicts_with("dictionary"),
            flag(speaker, "total", "cli-count-total").conflicts_with("features"),
            flag(speaker, "by-document", "cli-count-by-document").requires("features"),
            flag(speaker, "passages", "cli-count-passages").conflicts_with("lines"),
            option(speaker, "stem", "LANGUAGE", "cli-count-stem")
                .value_parser(["kk", "ru", "en"])
                .hide_possible_values(true)
                .num_args(0..=1)
                .require_equals(true),
            flag(speaker, "roll-up", "cli-count-roll-up").requires("dictionary"),
            flag(speaker, "every-match", "cli-count-every-match").requires("dictionary"),
            number("per", "cli-count-per"),
            number("min-count", "cli-count-min"),
            number("threads", "cli-run-threads"),
            format,
            out,
        ],
    )
}

/// What is counted.
enum What {
    Categories { matcher: Box<Matcher>, is_total: bool },
    Features { stems: Stems, is_total: bool },
}

impl What {
    fn is_total(&self) -> bool {
        match self {
            What::Categories { is_total, .. } | What::Features { is_total, .. } => *is_total,
        }
    }
}

/// What was asked for.
struct Job {
    input: Input,
    what: What,
    per: Option<u32>,
    least: u64,
    threads: usize,
    form: Form,
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let job = Job::of(matches, output)?;
    let words = rows::words(output);
    // On a terminal the work is done on a thread of its own, while this one tells how far it is.
    let problems = if output::is_terminal() {
        progress::watch(output, |progress| job.run(&words, progress))?
    } else {
        job.run(&words, &|_: &str, _, _| {})?
    };
    output.problems(Stream::Talk, &problems);
    Ok(if study::has_errors(&problems) { Ended::WithProblem } else { Ended::Well })
}

impl Job {
    fn of(matches: &ArgMatches, output: &Output) -> Result<Job, Stop> {
        let usage = |meant: &[&str]| {
            let meant = meant.iter().map(|meant| (*meant).to_owned()).collect();
            Stop::Usage { found: "count".into(), meant }
        };
        let is_features = matches.get_flag("features");
        let dictionary = matches.get_one::<PathBuf>("dictionary");
        let paths: Vec<PathBuf> = matches.get_many("path").into_iter().flatten().cloned().collect();
        let input = match matches.get_one::<PathBuf>("lines") {
            Some(path) => Input::Lines(path.clone()),
            None if paths.is_empty() => return Err(usage(&["--lines FILE", "PATH"])),
            None => Input::Files { paths, by_passage: matches.get_flag("passages") },
        };
        let inputs = matches.get_one::<PathBuf>("lines").into_iter().chain(dictionary);
        let form = Form::of(matches, "csv", inputs.map(PathBuf::as_path))?;
        let stems = stems(matches);
        let what = match dictionary {
            Some(path) => {
                let shared =
                    if matches.get_flag("every-match") { Shared::Every } else { Shared::Once };
                let matcher =
                    Matcher::new(&read(path, output)?, stems, shared, matches.get_flag("roll-up"));
                What::Categories { matcher: Box::new(matcher), is_total: matches.get_flag("total") }
            }
            None if is_features => {
                What::Features { stems, is_total: !matches.get_flag("by-document") }
            }
            None => return Err(usage(&["--dictionary DICT", "--features"])),
        };
        let number = |id| matches.get_one::<NonZero<u32>>(id).map(|number| number.get());
        let threads = number("threads").map_or_else(
            || available_parallelism().map_or(1, NonZero::get),
            |threads| threads.min(MOST_THREADS) as usize,
        );
        let least = number("min-count").unwrap_or(1).into();
        Ok(Job { input, what, per: number("per"), least, threads, form })
    }

    /// Counts and writes.
    fn run(
        &self,
        words: &rows::Words,
        progress: daryn_study::engine::Progress<'_>,
    ) -> Result<Vec<Diagnostic>, Stop> {
        let head = Head {
            has_documents: !self.what.is_total(),
            by_line: matches!(self.input, Input::Lines(_)),
            name: if matches!(self.what, What::Categories { .. }) { "category" } else { "feature" },
            per: self.per,
            least: self.least,
        };
        let format = self.form.format.as_str();
        if !matches!(format, "csv" | "json") {
            let mut kept = Kept::new(&head, words);
            let mut problems = self.count(&mut Rows::kept(head, &mut kept), progress)?;
            if let Some(path) = &self.form.out {
                let sources = self.input.names();
                problems.extend(kept.write(format, path, sources, words)?);
            }
            return Ok(problems);
        }
        let is_json = format == "json";
        if let Some(path) = &self.form.out {
            let mut file = Whole::create(path)?;
            let problems = self.count(&mut Rows::text(head, is_json, &mut file), progress)?;
            file.finish()?;
            return Ok(problems);
        }
        // The thread that tells the progress writes nothing here.
        let mut stdout = std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
        let problems = self.count(&mut Rows::text(head, is_json, &mut stdout), progress)?;
        match stdout.flush() {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                Err(Stop::write_failed("stdout".as_ref(), &error))
            }
            _ => Ok(problems),
        }
    }

    /// Counts what is to be counted and gives it to a writer.
    fn count(
        &self,
        rows: &mut Rows<'_>,
        progress: daryn_study::engine::Progress<'_>,
    ) -> Result<Vec<Diagnostic>, Stop> {
        let written = input::count(self, rows, progress)?;
        match rows.end() {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                let place = self.form.out.clone().unwrap_or_else(|| "stdout".into());
                Err(Stop::write_failed(&place, &error))
            }
            // Who reads has seen enough.
            _ => Ok(written),
        }
    }
}

/// Most threads that may be asked for.
const MOST_THREADS: u32 = 1024;

fn stems(matches: &ArgMatches) -> Stems {
    if !matches.contains_id("stem") {
        return Stems::No;
    }
    let language = arguments::text(matches, "stem").and_then(Language::from_code);
    language.map_or(Stems::Told, Stems::In)
}

/// Reads a dictionary and tells what is wrong with it.
fn read(path: &PathBuf, output: &Output) -> Result<Dictionary, Stop> {
    let file = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| {
        Stop::problem("source-file-unreadable", &[("path", &file), ("reason", &error)])
    })?;
    let mut problems = Vec::new();
    let read = match str::from_utf8(&bytes) {
        Ok(text) => Dictionary::parse(&file, text, &mut problems),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = before.iter().filter(|byte| **byte == b'\n').count() as u32 + 1;
            problems.push(Diagnostic::error("count-not-utf8", &file, line));
            None
        }
    };
    match read {
        Some(dictionary) => {
            output.problems(Stream::Talk, &problems);
            Ok(dictionary)
        }
        None => Err(Stop::Problems(problems)),
    }
}
