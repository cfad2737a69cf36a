//! The plan of a study: which stage reads what.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::records::*;
use daryn_model::{Diagnostic, Severity};
use daryn_policy::{Output, findings, recommendations};
use daryn_study::engine::{Bytes, Failure, Outcome, Progress, Run};
use daryn_study::folder::{Folder, Read};
use daryn_study::lock::{FORMAT, Held, Pinned, Vintage};
use daryn_study::{Digest, Engine, Input, Lock, Plan, Stage, cache::Cache};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::assemble::{self, Assembled};
use crate::{html, json, tables, workbook};

pub mod codings;
mod lines;
mod parts;
mod reading;
mod slices;
mod statistics;
mod texts;
mod whole;

use parts::{Part, parts};
use reading::{reading, study};
use slices::slices;
pub use texts::{Owners, document_ids, document_of, head};
pub use whole::{Statistics, statistics};

/// Version of the program, recorded in the lock file.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Fingerprint of the program's sources: what one build computed is never used by another.
pub const BUILD: &str = env!("DARYN_BUILD");

/// Kinds of record that a study may hold, in the order of reading.
const KINDS: [&str; 25] = [
    "documents",
    "texts",
    "codings",
    "measures",
    "bodies",
    "statistics",
    "extracts",
    "indicators",
    "definitions",
    "units",
    "sources",
    "areas",
    "targets",
    "practices",
    "effects",
    "references",
    "searches",
    "events",
    "packages",
    "lines",
    "hypotheses",
    "rules",
    "recommendations",
    "ranking",
    "downloads",
];

/// Everything that a run made.
pub struct Built {
    /// What was used and made.
    pub lock: Lock,
    /// Text of the lock file.
    pub lock_text: String,
    /// Files of the report by name.
    pub files: BTreeMap<String, Bytes>,
    /// Warnings.
    pub diagnostics: Vec<Diagnostic>,
    /// Stages that were computed.
    pub ran: Vec<String>,
    /// Number of stages.
    pub stages: usize,
}

/// Why nothing was made.
pub enum Stopped {
    /// The study has errors; all problems.
    Problems(Vec<Diagnostic>),
    /// The engine failed.
    Engine(Failure),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Stopped {
        Stopped::Engine(failure)
    }
}

/// Every problem of a study.
pub fn diagnose(folder: &Folder, cache: &Cache<'_>) -> Result<Vec<Diagnostic>, Failure> {
    let engine = Engine { cache, progress: &|_, _, _| {} };
    read_and_check(folder, &engine).map(|(problems, _)| problems)
}

/// Every problem of a study, and what its reading gave: a part of the whole plan.
fn read_and_check(
    folder: &Folder,
    engine: &Engine<'_>,
) -> Result<(Vec<Diagnostic>, Outcome), Failure> {
    let mut problems = folder.problems.clone();
    problems.extend(whole::own_problems(folder));
    let mut outcome = Outcome::default();
    if let Some(head) = &folder.head {
        let plan = Plan { stages: reading(folder, head) };
        outcome = engine.run(&plan, &folder.files)?;
        problems.extend(problems_of(&outcome)?);
    }
    daryn_model::diagnostic::sort(&mut problems);
    Ok((problems, outcome))
}

/// Runs a study: reads, checks, computes, and writes the report into memory. The lock file says
/// which releases of sources from outside the study holds to.
pub fn build(
    folder: &Folder,
    cache: &Cache<'_>,
    held: &[Held],
    progress: Progress<'_>,
) -> Result<Built, Stopped> {
    let plan = plan(folder);
    // The reading is the first part of the whole plan, and progress counts the whole.
    let of_all = |stage: &str, done, _| progress(stage, done, plan.stages.len());
    let (problems, read) = read_and_check(folder, &Engine { cache, progress: &of_all })?;
    let Some(head) = &folder.head else { return Err(Stopped::Problems(problems)) };
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Stopped::Problems(problems));
    }
    let engine = Engine { cache, progress };
    let outcome = engine.go_on(&plan, &folder.files, read)?;
    let files: BTreeMap<String, Bytes> = outcome
        .outputs
        .iter()
        .filter_map(|(name, bytes)| {
            Some((name.strip_prefix("write:")?.to_owned(), Bytes::clone(bytes)))
        })
        .collect();
    let vintages: Vec<Vintage> = decode(&outcome.outputs["vintages"]).map_err(plan_failure)?;
    let lock = Lock {
        format: FORMAT,
        daryn: VERSION.to_owned(),
        study: head.id.0.clone(),
        input: folder.files.iter().map(|(name, bytes)| Pinned::new(name, bytes)).collect(),
        vintage: vintages,
        held: held.to_vec(),
        stage: outcome.records.clone(),
        output: files.iter().map(|(name, bytes)| Pinned::new(name, bytes)).collect(),
    };
    let lock_text = lock.to_text().map_err(plan_failure)?;
    Ok(Built {
        lock,
        lock_text,
        files,
        diagnostics: problems,
        ran: outcome.ran,
        stages: plan.stages.len(),
    })
}

/// What the report is made of, for `why`.
pub fn assembled(folder: &Folder, cache: &Cache<'_>) -> Result<Assembled, Stopped> {
    let engine = Engine { cache, progress: &|_, _, _| {} };
    let (problems, read) = read_and_check(folder, &engine)?;
    if folder.head.is_none() || problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Stopped::Problems(problems));
    }
    let mut plan = plan(folder);
    plan.stages.retain(|stage| !stage.name.starts_with("write:"));
    let outcome = engine.go_on(&plan, &folder.files, read)?;
    decode(&outcome.outputs["assemble"]).map_err(|reason| plan_failure(reason).into())
}

fn plan_failure(reason: String) -> Failure {
    Failure::Plan(reason)
}

fn problems_of(outcome: &Outcome) -> Result<Vec<Diagnostic>, Failure> {
    decode(&outcome.outputs["check"]).map_err(plan_failure)
}

fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
    serde_json::to_vec(value).map_err(|error| error.to_string())
}

fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

fn stage<'a>(name: &str, params: &impl Serialize, inputs: Vec<Input>, run: Run<'a>) -> Stage<'a> {
    Stage {
        name: name.to_owned(),
        version: 1,
        params: serde_json::to_string(params).unwrap_or_default(),
        seed: None,
        inputs,
        run,
    }
}

/// Inputs that are earlier stages.
fn after(names: &[&str]) -> Vec<Input> {
    names.iter().map(|name| Input::stage(name)).collect()
}

/// The stage of a part of the analysis: a function of a part of the study.
fn analysis<'a>(folder: &'a Folder, head: &'a Head, part: Part<'a>) -> Stage<'a> {
    let Part { name, kinds, slice, is_of_catalogue, run } = part;
    let own = folder.files.get(daryn_indicators::catalogue::OWN).filter(|_| is_of_catalogue);
    let mut inputs: Vec<Input> =
        kinds.iter().map(|kind| Input::stage(&format!("read:{kind}"))).collect();
    inputs.extend(slice.as_deref().map(Input::stage));
    // A study that adds nothing to the catalogue has the keys of one that cannot.
    let params = match own {
        Some(own) => serde_json::json!((head, &folder.languages, own)),
        None => serde_json::json!((head, &folder.languages)),
    };
    stage(
        &name,
        &params,
        inputs,
        Box::new(move |inputs| {
            let kinds = kinds.iter().copied().chain(["slice"]);
            let parts: Vec<(&str, &Bytes)> = kinds.zip(inputs).collect();
            encode(&run(&study(head, &folder.languages, &parts)?))
        }),
    )
}

/// The seed of a stage: a function of the study's seed and the name of the stage, so that neither
/// the order of stages nor the number of threads can change a draw.
fn seed(head: &Head, stage: &str) -> u64 {
    let digest = Digest::of(format!("{}/{stage}", head.seed).as_bytes());
    // Below 2^63, so that the lock file has no number that a strict TOML reader refuses.
    u64::from_str_radix(&digest.as_str()[..16], 16).unwrap_or_default() >> 1
}

/// The whole plan. A folder without a readable head has none.
pub fn plan(folder: &Folder) -> Plan<'_> {
    let Some(head) = &folder.head else { return Plan::default() };
    let mut stages = reading(folder, head);
    stages.extend(slices(head));
    // Caveats name series of their own.
    let mut slices = vec!["slice:limits".to_owned()];
    let mut outputs: Vec<String> = Vec::new();
    let own = folder.files.get(daryn_indicators::catalogue::OWN).map(Vec::as_slice);
    for part in parts(head, own) {
        slices.extend(part.slice.clone());
        outputs.push(part.name.clone());
        stages.push(analysis(folder, head, part));
    }
    stages.push(advice(folder, head));
    outputs.push("recommendations".to_owned());
    stages.push(counts());
    stages.push(vintages(&slices));
    stages.push(assembling(folder, head, &outputs, &slices));
    stages.extend(writing(folder, head));
    Plan { stages }
}

/// Kinds of record that the recommendations read.
const ADVICE: [&str; 6] =
    ["practices", "effects", "areas", "hypotheses", "recommendations", "ranking"];

fn advice<'a>(folder: &'a Folder, head: &'a Head) -> Stage<'a> {
    let seed = seed(head, "recommendations");
    let mut inputs = after(&["findings"]);
    inputs.extend(ADVICE.iter().map(|kind| Input::stage(&format!("read:{kind}"))));
    let run: Run<'_> = Box::new(move |inputs| {
        let findings: Output = decode(&inputs[0])?;
        let parts: Vec<(&str, &Bytes)> = ADVICE.into_iter().zip(&inputs[1..]).collect();
        let study = study(head, &folder.languages, &parts)?;
        encode(&recommendations::run(&study, &findings::verdicts(&findings), seed))
    });
    let mut stage = stage("recommendations", &(head, &folder.languages), inputs, run);
    stage.seed = Some(seed);
    stage
}

/// Numbers about the study as a whole that the report names among its limits.
fn counts<'a>() -> Stage<'a> {
    stage(
        "counts",
        &(),
        after(&["read:statistics", "read:measures"]),
        Box::new(|inputs| {
            let statistics: Read<Observation> = decode(&inputs[0])?;
            let measures: Read<Measure> = decode(&inputs[1])?;
            let doubtful = statistics.records.iter().filter(|row| row.doubtful).count();
            let memory = measures
                .records
                .iter()
                .filter(|row| row.evidence_kind == EvidenceKind::Memory)
                .count();
            encode(&(doubtful as i64, memory as i64))
        }),
    )
}

/// Releases of the statistics that results use.
fn vintages<'a>(slices: &[String]) -> Stage<'a> {
    let inputs = slices.iter().map(|name| Input::stage(name)).collect();
    stage(
        "vintages",
        &(),
        inputs,
        Box::new(|inputs| {
            let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for input in inputs {
                for row in decode::<Vec<Observation>>(input)? {
                    used.entry(row.source.0).or_default().extend(row.vintage);
                }
            }
            let vintages: Vec<Vintage> = used
                .into_iter()
                .map(|(source, vintages)| Vintage {
                    source,
                    vintages: vintages.into_iter().collect(),
                })
                .collect();
            encode(&vintages)
        }),
    )
}

fn assembling<'a>(
    folder: &'a Folder,
    head: &'a Head,
    outputs: &[String],
    slices: &[String],
) -> Stage<'a> {
    let kinds = KINDS
        .into_iter()
        // What is to be fetched is no evidence: the report does not depend on it.
        .filter(|kind| !["statistics", "extracts", "downloads", "packages"].contains(kind))
        .collect::<Vec<_>>();
    let mut inputs = after(&["counts"]);
    inputs.extend(outputs.iter().map(|name| Input::stage(name)));
    inputs.extend(kinds.iter().map(|kind| Input::stage(&format!("read:{kind}"))));
    inputs.extend(slices.iter().map(|name| Input::stage(name)));
    let chapters = outputs.len();
    stage(
        "assemble",
        &(head, &folder.languages),
        inputs,
        Box::new(move |inputs| {
            let counts: (i64, i64) = decode(&inputs[0])?;
            let outputs: Vec<Output> =
                inputs[1..=chapters].iter().map(|bytes| decode(bytes)).collect::<Result<_, _>>()?;
            let kinds = kinds.iter().copied().chain(std::iter::repeat("slice"));
            let parts: Vec<(&str, &Bytes)> = kinds.zip(&inputs[chapters + 1..]).collect();
            let study = study(head, &folder.languages, &parts)?;
            encode(&assemble::run(&study, outputs, counts)?)
        }),
    )
}

/// The stages that write the files of the report: one a file, so that an unchanged file is kept.
fn writing<'a>(folder: &'a Folder, head: &'a Head) -> Vec<Stage<'a>> {
    let mut stages = Vec::new();
    let mut add = |file: &str, params: serde_json::Value, run: WriteFile<'a>| {
        stages.push(stage(
            &format!("write:{file}"),
            &params,
            after(&["assemble"]),
            Box::new(move |inputs| run(&decode::<Assembled>(&inputs[0])?, &inputs[0])),
        ));
    };
    for lang in folder.languages.iter().copied() {
        add(
            &format!("{}/index.html", lang.code()),
            serde_json::json!([lang, VERSION]),
            Box::new(move |report, bytes| {
                let state = Digest::of(bytes);
                Ok(html::page(report, lang, VERSION, &state.as_str()[..12]).into_bytes())
            }),
        );
    }
    for table in table_names(folder, head) {
        add(
            &format!("tables/{table}.csv"),
            serde_json::json!([]),
            Box::new(move |report, _| tables::csv(report, &table)),
        );
    }
    add("tables.xlsx", serde_json::json!([]), Box::new(|report, _| workbook::write(report)));
    add(
        "report.json",
        serde_json::json!([]),
        Box::new(move |report, bytes| json::report(report, Digest::of(bytes).as_str())),
    );
    stages.extend(whole::pages(folder, head));
    stages
}

/// Writes one file of the report.
type WriteFile<'a> = Box<dyn Fn(&Assembled, &[u8]) -> Result<Vec<u8>, String> + Send + Sync + 'a>;

/// Names of the tables of a study: those of the chapters, one a chart and one a flow.
fn table_names(folder: &Folder, head: &Head) -> Vec<String> {
    let fixed = [
        "documents",
        "completeness",
        "profile",
        "functions",
        "bodies",
        "network",
        "sdg_matrix",
        "sdg_progress",
        "sdg_values",
        "targets",
        "conflicts",
        "countries",
        "compared",
        "practices",
        "practice_grades",
        "effects",
        "findings",
        "predictions",
        "recommendations",
        "transfer",
    ];
    let charts = head.charts.iter().map(|chart| format!("series_{}", chart.id));
    let flows = head.flows.iter().map(|flow| format!("flows_{}", flow.id));
    let attention = (!folder.texts.is_empty()).then(|| "attention".to_owned());
    let lines: &[&str] =
        if folder.packages.is_empty() { &[] } else { &daryn_policy::lines::TABLES };
    let lines = lines.iter().map(|table| (*table).to_owned());
    fixed
        .into_iter()
        .map(str::to_owned)
        .chain(attention)
        .chain(lines)
        .chain(charts)
        .chain(flows)
        .collect()
}
