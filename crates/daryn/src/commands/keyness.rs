//! `daryn keyness`: which words are typical of a text, against another.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use daryn_estimate::keyness::{self, Keyness, Occurrences, Parts, Undefined};
use daryn_model::Diagnostic;
use daryn_report::Speaker;
use daryn_stats::write::Content;
use daryn_text::Language;
use serde_json::{Value, json};

use crate::Ended;
use crate::arguments::{self, flag, option, positional, subcommand};
use crate::output::{Output, Stream};
use crate::stop::Stop;
use crate::tabular::{self, Cell, Form, Tabular};

mod counted;
mod texts;

use counted::{Counted, Side};
use texts::Wanted;

pub(crate) fn command(speaker: &Speaker) -> Command {
    let usage = "daryn keyness TARGET REFERENCE | daryn keyness TARGET... --against REFERENCE...";
    let examples = [
        "daryn keyness law-2024.docx law-2011.docx --format csv",
        "daryn keyness strategies --against laws rules.pdf --stem --without-notes",
        "daryn keyness a.txt b.txt --all --min-count 5 --format xlsx --output key.xlsx",
    ];
    let [format, out] = tabular::options(speaker);
    subcommand(
        speaker,
        "keyness",
        usage,
        &examples,
        [
            positional(speaker, "text", "TEXT", "cli-keyness-text")
                .value_parser(value_parser!(PathBuf))
                .num_args(1..)
                .required(true),
            option(speaker, "against", "REFERENCE", "cli-keyness-against")
                .value_parser(value_parser!(PathBuf))
                .num_args(1..),
            flag(speaker, "all", "cli-keyness-all"),
            option(speaker, "min-count", "N", "cli-keyness-min-count")
                .value_parser(value_parser!(u64)),
            flag(speaker, "stem", "cli-keyness-stem"),
            option(speaker, "language", "LANGUAGE", "cli-keyness-language")
                .value_parser(["kk", "ru", "en"])
                .hide_possible_values(true),
            flag(speaker, "without-notes", "cli-keyness-without-notes"),
            format,
            out,
        ],
    )
}

pub(crate) fn run(matches: &ArgMatches, output: &Output) -> Result<Ended, Stop> {
    let [target, reference] = sides(matches)?;
    let form = Form::of(matches, "csv", target.iter().chain(&reference).map(PathBuf::as_path))?;
    let wanted = Wanted {
        language: arguments::text(matches, "language").and_then(Language::from_code),
        without_notes: matches.get_flag("without-notes"),
    };
    let mut counted = Counted::new(matches.get_flag("stem"));
    let mut problems = Vec::new();
    for (side, paths) in [(Side::Target, &target), (Side::Reference, &reference)] {
        texts::add(paths, &wanted, side, &mut counted, &mut problems, output)?;
        if counted.words(side) == 0 {
            let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            let code = match wanted.language {
                Some(_) => "keyness-no-words-of-language",
                None => "keyness-no-words",
            };
            problems.push(Diagnostic::error(code, "", 0).with("path", paths.join(", ")));
        }
    }
    if crate::study::has_errors(&problems) {
        return Err(Stop::Problems(problems));
    }
    problems.extend(notes(&counted));
    let least = matches.get_one("min-count").copied().unwrap_or(1).max(1);
    let found = compared(&counted, least).map_err(|reason| Stop::Internal(reason.to_string()))?;
    output.problems(Stream::Talk, &problems);
    let table = table(&found, &counted, matches.get_flag("all"), &output.speaker);
    let whole = || {
        let names = |paths: &[PathBuf]| -> Vec<String> {
            paths.iter().map(|path| path.display().to_string()).collect()
        };
        let side = |side, paths: &[PathBuf]| {
            json!({"texts": names(paths), "words": counted.words(side),
                   "parts": Parts::new(counted.sizes(side)).count()})
        };
        json!({
            "target": side(Side::Target, &target),
            "reference": side(Side::Reference, &reference),
            "features": features(&table, &found, matches.get_flag("all")),
            "notes": output.as_values(&problems),
        })
    };
    table.give(&form, &output.speaker.word("keyness-title"), whole, output)?;
    Ok(Ended::Well)
}

/// The texts of both sides.
fn sides(matches: &ArgMatches) -> Result<[Vec<PathBuf>; 2], Stop> {
    let paths = |id: &str| -> Vec<PathBuf> {
        matches.get_many(id).into_iter().flatten().cloned().collect()
    };
    let (mut target, reference) = (paths("text"), paths("against"));
    if !reference.is_empty() {
        return Ok([target, reference]);
    }
    match target.len() {
        2 => {
            let reference = target.split_off(1);
            Ok([target, reference])
        }
        number => {
            let meant = vec!["TARGET REFERENCE".into(), "TARGET... --against REFERENCE...".into()];
            Err(Stop::Usage { found: format!("keyness ({number})"), meant })
        }
    }
}

/// What a reader must know to judge the table.
fn notes(counted: &Counted) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    for side in [Side::Target, Side::Reference] {
        if Parts::new(counted.sizes(side)).count() == 1 {
            notes.push(Diagnostic::warning("keyness-one-part", counted.first(side), 0));
        }
    }
    let [target, reference] = [Side::Target, Side::Reference].map(|side| counted.languages(side));
    let main = |shares: &[(Language, f64)]| shares.first().copied();
    if let (Some((one, share)), Some((other, other_share))) = (main(&target), main(&reference))
        && (one != other || share.min(other_share) < 0.9)
    {
        let told = |shares: &[(Language, f64)]| {
            let told = |(language, share): &(Language, f64)| {
                format!("{} {:.0} %", language.code(), share * 100.0)
            };
            shares
                .iter()
                .filter(|(_, share)| *share >= 0.005)
                .map(told)
                .collect::<Vec<_>>()
                .join(", ")
        };
        let note = Diagnostic::warning("keyness-languages", "", 0);
        notes.push(note.with("target", told(&target)).with("reference", told(&reference)));
    }
    notes
}

/// A word, by its number, and what was found for it.
type Found = (u32, Keyness);

/// The words that stand often enough, most key first; of the same in the order of their letters.
fn compared(counted: &Counted, least: u64) -> Result<Vec<Found>, Undefined> {
    let (target, reference) =
        (Parts::new(counted.sizes(Side::Target)), Parts::new(counted.sizes(Side::Reference)));
    let words: Vec<(u32, Occurrences<'_>)> = counted.occurrences(least).collect();
    let seen: Vec<Occurrences<'_>> = words.iter().map(|(_, seen)| *seen).collect();
    let found = keyness::compare(&seen, &target, &reference)?;
    let mut found: Vec<Found> = words.iter().map(|(id, _)| *id).zip(found).collect();
    found.sort_by(|(a, one), (b, other)| {
        let by_word = || counted.word(*a).cmp(counted.word(*b));
        other.log_likelihood.total_cmp(&one.log_likelihood).then_with(by_word)
    });
    Ok(found)
}

/// The rows as objects; with all statistics also why some are not defined.
fn features(table: &Tabular, found: &[Found], all: bool) -> Vec<Value> {
    let mut values = table.values();
    for (value, (_, word)) in values.iter_mut().zip(found).filter(|_| all) {
        let counts = word.counts;
        let reasons: serde_json::Map<String, Value> = [
            ("chi2", counts.chi_square()),
            ("chi2_yates", counts.chi_square_yates()),
            ("diff", counts.percent_difference()),
            ("odds", counts.odds_ratio()),
            ("pmi", counts.pmi()),
            ("dp_norm", word.dispersion.dp_norm),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value.err()?.name().into())))
        .collect();
        value["undefined"] = Value::Object(reasons);
    }
    values
}

fn table(found: &[Found], counted: &Counted, all: bool, speaker: &Speaker) -> Tabular {
    let mut names = vec!["feature", "a", "b", "ll", "g2", "log_ratio", "bic", "q", "dp"];
    if all {
        names.extend([
            "chi2",
            "chi2_yates",
            "diff",
            "odds",
            "pmi",
            "range",
            "parts",
            "dp_norm",
            "p",
            "p_log10",
            "c",
            "d",
        ]);
    }
    let content = |name: &str| if name == "feature" { Content::Text } else { Content::Count };
    let columns: Vec<(&str, Content)> = names.iter().map(|name| (*name, content(name))).collect();
    let mut table = Tabular::new(speaker, "keyness", &columns);
    for (id, word) in found {
        let Keyness { counts, dispersion, .. } = word;
        let mut row = vec![
            Cell::Text(counted.word(*id).to_owned()),
            Cell::Count(counts.target()),
            Cell::Count(counts.reference()),
            Cell::Number(word.log_likelihood),
            Cell::Number(counts.g2()),
            Cell::Number(counts.log_ratio()),
            Cell::Number(counts.bic()),
            Cell::Number(word.q),
            Cell::Number(dispersion.dp),
        ];
        if all {
            row.extend([
                counts.chi_square().ok().into(),
                counts.chi_square_yates().ok().into(),
                counts.percent_difference().ok().into(),
                counts.odds_ratio().ok().into(),
                counts.pmi().ok().into(),
                Cell::Count(dispersion.range as u64),
                Cell::Count(dispersion.parts as u64),
                dispersion.dp_norm.ok().into(),
                Cell::Number(word.tail.p),
                Cell::Number(word.tail.minus_log10),
                Cell::Count(counted.words(Side::Target)),
                Cell::Count(counted.words(Side::Reference)),
            ]);
        }
        table.push(row);
    }
    table
}
