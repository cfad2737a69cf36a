//! Rules held against the labels of two people.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use daryn_coding::measure::Table;
use daryn_coding::validation::{Estimate, Found, Labelled, REPEATS, Row, measure};
use daryn_estimate::sampling::Stratum;
use daryn_model::records::{ValidatedLanguage, Validation};
use daryn_model::{Arg as Value, Diagnostic};
use daryn_stats::write::Content;
use daryn_study::folder::VALIDATION;
use daryn_study::world::Change;
use daryn_study::{Disk, World};
use serde::Serialize;
use serde_json::json;

use super::frame::{FRAME, Frame};
use super::labels::{self, Labels};
use super::{Passages, codes_of, digest};
use crate::Ended;
use crate::output::{Output, Stream};
use crate::sources;
use crate::stop::Stop;
use crate::study;
use crate::tabular::{Cell, Form, Tabular};

/// The table beside the result.
const TABLE: &str = "validation.csv";

/// Columns: those of `codebooks/*.measured.csv`, and behind them the ends of intervals.
const COLUMNS: [(&str, Content); 22] = [
    ("language", Content::Text),
    ("part", Content::Text),
    ("code", Content::Text),
    ("passages", Content::Count),
    ("positives", Content::Count),
    ("disputed", Content::Count),
    ("right", Content::Count),
    ("wrong", Content::Count),
    ("missed", Content::Count),
    ("precision", Content::Number),
    ("recall", Content::Number),
    ("f1", Content::Number),
    ("f1_reading_1", Content::Number),
    ("f1_reading_2", Content::Number),
    ("f1_between_readings", Content::Number),
    ("alpha_of_readings", Content::Number),
    ("precision_low", Content::Number),
    ("precision_high", Content::Number),
    ("recall_low", Content::Number),
    ("recall_high", Content::Number),
    ("f1_low", Content::Number),
    ("f1_high", Content::Number),
];

/// In the place of a code, as in the table that comes with the built-in codebook.
const ALL: &str = "every passage and code";

/// What is kept in the study.
#[derive(Serialize)]
struct Kept<'a> {
    summary: Validation,
    frame: &'a str,
    seed: u64,
    by: &'a str,
    codebook: String,
    rules: String,
    texts: &'a BTreeMap<String, String>,
    population: usize,
    drawn: usize,
    resamples: u32,
    disagreements: Vec<Disagreement<'a>>,
}

/// A code that one of the two gave and the other did not.
#[derive(Serialize)]
struct Disagreement<'a> {
    unit: String,
    document: &'a str,
    passage: &'a str,
    code: String,
    given_by: &'a str,
    not_by: &'a str,
}

pub(super) fn run<'a>(
    matches: &ArgMatches,
    output: &Output,
    dir: &Path,
    passages: &Passages,
    files: impl Iterator<Item = &'a PathBuf> + Clone,
) -> Result<Ended, Stop> {
    let form = Form::of(matches, "csv", files.clone().map(PathBuf::as_path))?;
    let bytes = fs::read(dir.join(FRAME))
        .map_err(|_| Stop::Problems(vec![Diagnostic::error("validation-no-frame", FRAME, 0)]))?;
    let mut problems = Vec::new();
    let codes = passages.codes();
    let Some(frame) = Frame::read(&bytes, passages, &mut problems) else {
        return Err(Stop::Problems(problems));
    };
    let labels = labels::read(files, &frame, &codes, &mut problems)?;
    let Some(labels) = labels.filter(|_| !study::has_errors(&problems)) else {
        return Err(Stop::Problems(problems));
    };
    let sample = Sample::of(&frame, passages, &labels, &mut problems);
    if study::has_errors(&problems) {
        return Err(Stop::Problems(problems));
    }
    output.problems(Stream::Talk, &problems);
    let found = measure(&sample.units, &sample.strata, &codes, frame.seed);
    let disagreements = disagreements(&frame, &labels);
    let kept = Kept {
        summary: summary(&found, &labels),
        frame: &frame.sha256,
        seed: frame.seed,
        by: &frame.by,
        codebook: passages.codebook(),
        rules: passages.rules(),
        texts: &frame.texts,
        population: frame.population(),
        drawn: frame.units.len(),
        resamples: REPEATS,
        disagreements,
    };
    let mut table = Tabular::new(&output.speaker, "validate", &COLUMNS);
    rows(&found).into_iter().for_each(|row| table.push(row));
    keep(dir, &kept, &table)?;
    let count = |number: usize| Value::Count(number as i64);
    if !output.is_json() {
        let alpha = found.alpha.map_or(String::from("—"), |alpha| format!("{alpha:.3}"));
        output.say(
            "validate-found",
            &[
                ("n", count(labels.units.len())),
                ("coders", Value::plain(&labels.coders.join(", "))),
                ("alpha", Value::plain(&alpha)),
                ("disagreements", count(kept.disagreements.len())),
            ],
        );
        output.say(
            "validate-kept",
            &[("table", Value::plain(TABLE)), ("result", Value::plain(VALIDATION))],
        );
    }
    let title = output.speaker.word("validate-title");
    table.give(&form, &title, || json!({"result": kept, "rows": table.values()}), output)?;
    Ok(Ended::Well)
}

/// The sample as it was labelled.
struct Sample {
    units: Vec<Labelled>,
    strata: Vec<Stratum>,
}

impl Sample {
    /// Passages that were not labelled are left out, and the others of their stratum stand for
    /// them; a stratum without a label stands for nothing, which is told.
    fn of(
        frame: &Frame,
        passages: &Passages,
        labels: &Labels,
        problems: &mut Vec<Diagnostic>,
    ) -> Sample {
        let known: BTreeMap<(&str, &str), _> = passages
            .iter()
            .map(|(text, passage)| ((text.file.as_str(), passage.name.as_str()), passage))
            .collect();
        let mut units = Vec::new();
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); frame.strata.len()];
        for (place, people) in &labels.units {
            let unit = &frame.units[*place];
            let passage = known.get(&(unit.file.as_str(), unit.passage.as_str()));
            let Some(passage) = passage.filter(|passage| digest(&passage.text) == unit.words)
            else {
                problems.push(Diagnostic::error("validation-text-changed", &unit.file, 0));
                break;
            };
            members[unit.stratum].push(units.len());
            units.push(Labelled {
                language: passage.language.clone(),
                rules: codes_of(passage),
                people: people.clone(),
            });
        }
        let lost: usize = frame
            .strata
            .iter()
            .zip(&members)
            .filter(|(_, members)| members.is_empty())
            .map(|(part, _)| part.population)
            .sum();
        if lost > 0 {
            let problem = Diagnostic::warning("validation-stratum-lost", "", 0);
            problems.push(problem.with("n", lost).with("of", frame.population()));
        }
        let strata = frame
            .strata
            .iter()
            .zip(members)
            .map(|(part, units)| Stratum { population: part.population, units });
        let strata = strata.filter(|stratum| !stratum.units.is_empty()).collect();
        Sample { units, strata }
    }
}

fn disagreements<'a>(frame: &'a Frame, labels: &'a Labels) -> Vec<Disagreement<'a>> {
    let mut found = Vec::new();
    for (place, [one, two]) in &labels.units {
        let unit = &frame.units[*place];
        let codes: BTreeSet<&String> = one.symmetric_difference(two).collect();
        for code in codes {
            let (by, other) = if one.contains(code) { (0, 1) } else { (1, 0) };
            found.push(Disagreement {
                unit: frame.name(*place),
                document: &unit.document,
                passage: &unit.passage,
                code: code.clone(),
                given_by: &labels.coders[by],
                not_by: &labels.coders[other],
            });
        }
    }
    found
}

/// What the report tells.
fn summary(found: &Found, labels: &Labels) -> Validation {
    let languages = found.means.iter().map(|mean| {
        let all = found.rows.iter().find(|row| row.language == mean.language && row.code.is_none());
        let f1 = all.and_then(|row| row.f1);
        ValidatedLanguage {
            language: mean.language.clone(),
            passages: mean.passages as i64,
            codes: mean.codes as i64,
            macro_f1: mean.f1.map(|it| it.value),
            f1: f1.map(|it| it.value),
            f1_interval: f1.and_then(|it| it.ends).map(|(low, high)| [low, high]),
        }
    });
    Validation {
        coders: labels.coders.to_vec(),
        date: sources::now().get(..10).unwrap_or_default().to_owned(),
        passages: labels.units.len() as i64,
        alpha: found.alpha,
        languages: languages.collect(),
        outdated: false,
    }
}

/// Rows of the table: codes, then all of them at once, then the mean.
fn rows(found: &Found) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for mean in &found.means {
        for row in found.rows.iter().filter(|row| row.language == mean.language) {
            rows.push(of_code(row));
        }
        let mut cells = vec![Cell::Missing; COLUMNS.len()];
        cells[0] = Cell::Text(mean.language.clone());
        cells[1] = Cell::Text("drawn".to_owned());
        cells[2] = Cell::Text(format!("macro of {} codes", mean.codes));
        cells[3] = Cell::Count(mean.passages as u64);
        put(&mut cells, mean.f1, 11, 20);
        rows.push(cells);
    }
    rows
}

fn of_code(row: &Row) -> Vec<Cell> {
    let counts = &row.counts;
    let agreed = &counts.agreed;
    let f1 = |table: &Table| Cell::from(table.f1().map(rounded));
    let mut cells = vec![
        Cell::Text(row.language.clone()),
        Cell::Text("drawn".to_owned()),
        Cell::Text(row.code.clone().unwrap_or_else(|| ALL.to_owned())),
        Cell::Count(counts.passages),
        Cell::Count(agreed.positives()),
        Cell::Count(counts.disputed),
        Cell::Count(agreed.right),
        Cell::Count(agreed.wrong),
        Cell::Count(agreed.missed),
        Cell::Missing,
        Cell::Missing,
        Cell::Missing,
        f1(&counts.readings[0]),
        f1(&counts.readings[1]),
        f1(&counts.between),
        Cell::from(row.alpha.map(rounded)),
    ];
    cells.resize(COLUMNS.len(), Cell::Missing);
    put(&mut cells, row.precision, 9, 16);
    put(&mut cells, row.recall, 10, 18);
    put(&mut cells, row.f1, 11, 20);
    cells
}

/// Puts an estimate and the ends of its interval into their places.
fn put(cells: &mut [Cell], estimate: Option<Estimate>, value: usize, low: usize) {
    let Some(estimate) = estimate else { return };
    cells[value] = Cell::Number(rounded(estimate.value));
    if let Some((from, to)) = estimate.ends {
        cells[low] = Cell::Number(rounded(from));
        cells[low + 1] = Cell::Number(rounded(to));
    }
}

/// Three decimals: a sample says no more.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// Keeps result and table in the study.
fn keep(dir: &Path, kept: &Kept<'_>, table: &Tabular) -> Result<(), Stop> {
    let mut json =
        serde_json::to_vec_pretty(kept).map_err(|error| Stop::Internal(error.to_string()))?;
    json.push(b'\n');
    let (result, rows) = (dir.join(VALIDATION), dir.join(TABLE));
    let text = table.csv();
    let changes = [Change::Write(&rows, text.as_bytes()), Change::Write(&result, &json)];
    Ok(Disk.apply(&changes)?)
}
