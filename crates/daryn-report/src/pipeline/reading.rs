//! The stages that read and check a study, and the study put together from what they give.

use std::collections::BTreeSet;

use daryn_model::records::*;
use daryn_model::{Lang, Severity, Study};
use daryn_study::engine::Bytes;
use daryn_study::folder::{self, Folder, Read};
use daryn_study::{Input, Stage, check, downloads};
use serde::de::DeserializeOwned;

use super::{KINDS, after, codings, decode, encode, lines, stage, statistics, texts};
use crate::lint;

/// The stages that read and check the study.
pub(super) fn reading<'a>(folder: &'a Folder, head: &'a Head) -> Vec<Stage<'a>> {
    let mut stages = Vec::new();
    stages.extend(texts::stages(folder));
    stages.extend(codings::stages(folder));
    let own = ["documents", "texts", "codings", "lines", "statistics"];
    // Areas come first: what is taken out of files is found by them.
    let (first, rest): (Vec<&str>, Vec<&str>) =
        KINDS.into_iter().filter(|kind| !own.contains(kind)).partition(|kind| *kind == "areas");
    for kind in first {
        stages.push(read(folder, kind));
    }
    stages.extend(statistics::stages(folder));
    for kind in rest {
        stages.push(read(folder, kind));
    }
    stages.push(lines::stage(folder));
    let languages = &folder.languages;
    let all: Vec<String> = KINDS.iter().map(|kind| format!("read:{kind}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    stages.push(stage(
        "check",
        &(head, languages),
        after(&all),
        Box::new(move |inputs| {
            let mut problems = Vec::new();
            for input in inputs {
                let read: Read<serde_json::Value> = decode(input)?;
                problems.extend(read.problems);
            }
            let parts: Vec<(&str, &Bytes)> = KINDS.into_iter().zip(inputs).collect();
            let study = study(head, languages, &parts)?;
            let mut between = check::check(&study);
            if problems.iter().any(|problem| problem.severity == Severity::Error) {
                // Rows that could not be read are no proof that there are none.
                between.retain(|problem| problem.code != "empty-study");
            }
            let mut told = BTreeSet::new();
            problems.extend(between.into_iter().filter(|problem| {
                // What one entry of the extracts says wrongly is wrong in all that it took.
                folder::in_statistics(&problem.file).is_none()
                    || told.insert((
                        problem.file.clone(),
                        problem.code.clone(),
                        problem.args.clone(),
                    ))
            }));
            problems.extend(lint::study(&study));
            daryn_model::diagnostic::sort(&mut problems);
            encode(&problems)
        }),
    ));
    stages
}

/// The stage that reads one kind of record.
fn read<'a>(folder: &'a Folder, kind: &'static str) -> Stage<'a> {
    let languages = folder.languages.clone();
    let source = if kind == "ranking" { "recommendations" } else { kind };
    let file = folder.tables.get(source).cloned();
    let inputs = file.iter().map(|file| Input::File(file.clone())).collect();
    let params = (&file, &languages);
    let params = serde_json::json!(params);
    stage(
        &format!("read:{kind}"),
        &params,
        inputs,
        Box::new(move |inputs| {
            let (Some(file), Some(bytes)) = (&file, inputs.first()) else {
                return encode(&Read::<()> { records: Vec::new(), problems: Vec::new() });
            };
            macro_rules! table {
                ($type:ty) => {
                    encode(&folder::read_table::<$type>(file, bytes, &languages))
                };
            }
            macro_rules! entries {
                ($type:ty, $name:literal, $also:expr) => {
                    encode(&folder::read_entries::<$type>(file, bytes, $name, $also, &languages))
                };
            }
            match kind {
                "measures" => table!(Measure),
                "bodies" => table!(Body),
                "extracts" => entries!(Extract, "extract", &[]),
                "indicators" => table!(Indicator),
                "definitions" => table!(Definition),
                "units" => table!(Unit),
                "sources" => table!(Source),
                "areas" => table!(Area),
                "targets" => table!(Target),
                "practices" => table!(Practice),
                "effects" => table!(Effect),
                "references" => table!(Reference),
                "searches" => table!(Search),
                "events" => table!(Event),
                "packages" => table!(PackageName),
                "hypotheses" => entries!(Hypothesis, "hypothesis", &[]),
                "rules" => entries!(Rule, "rule", &[]),
                "recommendations" => entries!(Advice, "recommendation", &["ranking"]),
                "ranking" => {
                    encode(&folder::read_entry::<Ranking>(file, bytes, "ranking", &languages))
                }
                "downloads" => encode(&downloads::read(file, bytes, &languages).list),
                other => Err(format!("unknown kind {other}")),
            }
        }),
    )
}

/// A study with the given kinds of record; the others are empty.
pub(super) fn study(
    head: &Head,
    languages: &[Lang],
    parts: &[(&str, &Bytes)],
) -> Result<Study, String> {
    fn records<T: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<T>, String> {
        Ok(decode::<Read<T>>(bytes)?.records)
    }
    let mut study = Study {
        head: head.clone(),
        languages: languages.to_vec(),
        documents: Vec::new(),
        texts: Vec::new(),
        codings: None,
        lines: Vec::new(),
        measures: Vec::new(),
        bodies: Vec::new(),
        areas: Vec::new(),
        units: Vec::new(),
        indicators: Vec::new(),
        definitions: Vec::new(),
        sources: Vec::new(),
        observations: Vec::new(),
        targets: Vec::new(),
        practices: Vec::new(),
        effects: Vec::new(),
        references: Vec::new(),
        searches: Vec::new(),
        events: Vec::new(),
        hypotheses: Vec::new(),
        rules: Vec::new(),
        recommendations: Vec::new(),
        ranking: None,
    };
    for (kind, bytes) in parts {
        match *kind {
            "documents" => study.documents = records(bytes)?,
            "texts" => study.texts = records(bytes)?,
            "codings" => study.codings = records(bytes)?.pop(),
            "measures" => study.measures = records(bytes)?,
            "bodies" => study.bodies = records(bytes)?,
            "statistics" => study.observations = records(bytes)?,
            "indicators" => study.indicators = records(bytes)?,
            "definitions" => study.definitions = records(bytes)?,
            "units" => study.units = records(bytes)?,
            "sources" => study.sources = records(bytes)?,
            "areas" => study.areas = records(bytes)?,
            "targets" => study.targets = records(bytes)?,
            "practices" => study.practices = records(bytes)?,
            "effects" => study.effects = records(bytes)?,
            "references" => study.references = records(bytes)?,
            "searches" => study.searches = records(bytes)?,
            "lines" => study.lines = records(bytes)?,
            "events" => study.events = records(bytes)?,
            "hypotheses" => study.hypotheses = records(bytes)?,
            "rules" => study.rules = records(bytes)?,
            "recommendations" => study.recommendations = records(bytes)?,
            "ranking" => study.ranking = records(bytes)?.pop(),
            // What is to be fetched, and how observations were taken, is no evidence itself.
            "downloads" | "extracts" | "packages" => {}
            // Slices hold observations without a list of problems.
            _ => study.observations.extend(decode::<Vec<Observation>>(bytes)?),
        }
    }
    let mut seen = BTreeSet::new();
    study.observations.retain(|row| seen.insert((row.key(), row.at.clone())));
    // Rows of the study's own table come first, whatever it is called.
    let place = |row: &Observation| (folder::in_statistics(&row.at.file).is_some(), row.at.clone());
    study.observations.sort_by_cached_key(place);
    Ok(study)
}
