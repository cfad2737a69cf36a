//! `daryn agree`: how far coders agree, on units or on spans of text.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_estimate::agreement::{DEFAULT_SEED, Metric};
use daryn_report::Speaker;

use crate::Ended;
use crate::arguments::{self, flag, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::study;
use crate::tabular::Form;

mod input;
mod ratings;
mod spans;
mod table;
mod told;

use table::{FORMATS, Told};

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn agree FILE [--metric METRIC] [--order A,B,C] [--bootstrap N [--seed S]] \
                 [--by-coder] [--format FORMAT] [--output OUT]\n       \
                 daryn agree FILE --spans [--length N] [--format FORMAT] [--output OUT]";
    let examples = [
        "daryn agree codings.csv --bootstrap 1000",
        "daryn agree grades.csv --metric ordinal --order low,middle,high --format json",
        "daryn agree highlights.csv --spans --length 20000",
    ];
    let unless_spans = ["metric", "order", "bootstrap", "by-coder"];
    subcommand(
        speaker,
        "agree",
        usage,
        &examples,
        [
            positional(speaker, "file", "FILE", "cli-agree-file")
                .value_parser(value_parser!(PathBuf))
                .required(true),
            option(speaker, "metric", "METRIC", "cli-agree-metric")
                .value_parser(["nominal", "ordinal", "interval", "ratio"])
                .hide_possible_values(true),
            option(speaker, "order", "A,B,C", "cli-agree-order"),
            option(speaker, "bootstrap", "N", "cli-agree-bootstrap")
                .value_parser(value_parser!(u32).range(1..=1_000_000)),
            option(speaker, "seed", "S", "cli-agree-seed")
                .value_parser(value_parser!(u64))
                .requires("bootstrap"),
            flag(speaker, "by-coder", "cli-agree-by-coder"),
            flag(speaker, "spans", "cli-agree-spans").conflicts_with_all(unless_spans),
            option(speaker, "length", "N", "cli-agree-length")
                .value_parser(value_parser!(u64))
                .requires("spans"),
            option(speaker, "format", "FORMAT", "cli-agree-format")
                .value_parser(FORMATS)
                .hide_possible_values(true),
            option(speaker, "output", "OUT", "cli-agree-output")
                .value_parser(value_parser!(PathBuf)),
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let path = arguments::path(matches, "file");
    let form = Form::of(matches, "text", [path.as_path()])?;
    let text = input::read(&path)?;
    let file = path.display().to_string();
    let mut problems = Vec::new();
    let told: Option<Box<dyn Told>> = if matches.get_flag("spans") {
        let length = matches.get_one::<u64>("length").copied();
        spans::found(&file, &text, length, &mut problems)?
            .map(|found| Box::new(found) as Box<dyn Told>)
    } else {
        let asked = Asked::of(matches)?;
        ratings::found(&file, &text, &asked, &mut problems)
            .map(|found| Box::new(found) as Box<dyn Told>)
    };
    let Some(told) = told.filter(|_| !study::has_errors(&problems)) else {
        return Err(Stop::Problems(problems));
    };
    output.problems(Stream::Talk, &problems);
    table::write(&*told, &form, output)?;
    Ok(Ended::Well)
}

/// What is to be known of ratings.
struct Asked {
    metric: Metric,
    order: Option<Vec<String>>,
    /// Repeats and seed.
    bootstrap: Option<(u32, u64)>,
    /// Whether coders are compared with each other however many they are.
    by_coder: bool,
}

impl Asked {
    fn of(matches: &ArgMatches) -> Result<Asked, Stop> {
        let order = arguments::text(matches, "order")
            .map(|order| order.split(',').map(|value| value.trim().to_owned()).collect());
        let metric = match arguments::text(matches, "metric") {
            Some("ordinal") => Metric::Ordinal,
            Some("interval") => Metric::Interval,
            Some("ratio") => Metric::Ratio,
            // Who gives an order means it.
            None if order.is_some() => Metric::Ordinal,
            _ => Metric::Nominal,
        };
        if order.is_some() && metric != Metric::Ordinal {
            let meant = vec!["--metric ordinal".to_owned()];
            return Err(Stop::Usage { found: "--order".into(), meant });
        }
        let seed = matches.get_one("seed").copied().unwrap_or(DEFAULT_SEED);
        Ok(Asked {
            metric,
            order,
            bootstrap: matches.get_one("bootstrap").map(|repeats| (*repeats, seed)),
            by_coder: matches.get_flag("by-coder"),
        })
    }
}
