//! `daryn stats info`: what files are, and how much of what stands in them.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use daryn_report::Speaker;
use daryn_stats::{Format, Input};
use serde_json::json;

use super::{file, own};
use crate::Ended;
use crate::arguments::output_format;
use crate::output::{Output, Stream, plain_line};
use crate::stop::Stop;

pub(super) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn stats info FILE... [--format FORMAT]";
    let examples = ["daryn stats info *.xml *.csv", "daryn stats info data.json --format json"];
    let arguments = [file(speaker).num_args(1..), output_format(speaker)];
    own(speaker, "info", usage, &examples, arguments)
}

pub(super) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let mut ended = Ended::Well;
    for path in matches.get_many::<PathBuf>("file").into_iter().flatten() {
        let file = path.display().to_string();
        let (info, format) = match Input::open(path) {
            Ok(input) => (input.info(), input.tell().ok()),
            Err(problem) => (Err(problem), None),
        };
        let problems = match &info {
            Ok(_) => Vec::new(),
            Err(problem) => vec![problem.clone()],
        };
        if !problems.is_empty() {
            ended = Ended::WithProblem;
            output.problems(Stream::Talk, &problems);
        }
        let format = info.as_ref().map(|info| info.format).ok().or(format).map(Format::name);
        let counts = info.ok().map(|info| info.counts);
        if output.is_json() {
            let mut line = json!({"file": file, "format": format, "counts": counts});
            if !problems.is_empty() {
                line["diagnostics"] = output.as_values(&problems).into();
            }
            output.compact(&line);
        } else if let (Some(format), Some(counts)) = (format, counts) {
            let counts: Vec<String> =
                counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
            let line = format!("{file}: {format}: {}", counts.join(", "));
            output.line(Stream::Data, plain_line(&line).trim_end_matches([':', ' ']));
        }
    }
    Ok(ended)
}
