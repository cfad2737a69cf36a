//! Observations of a study: rows of its own table, and what it takes out of files as their sources
//! give them.
//!
//! What is taken keeps the name of its bytes, with the digest of the file. A row of the study's own
//! table has its line only: that table is written by hand, and a change of one row must not change
//! what all others are called. An extract is a stage of its own, so that a change of one file or of
//! one entry runs no other.

use daryn_model::Diagnostic;
use daryn_model::records::*;
use daryn_study::folder::{self, Folder, Read, STATISTICS};
use daryn_study::{Input, Stage};

use super::{decode, encode, stage};

mod take;

/// The stages that read observations. `read:areas` must stand before them.
pub(super) fn stages(folder: &Folder) -> Vec<Stage<'_>> {
    let mut stages = vec![table(folder)];
    let (mut all, mut problems) = (vec![Input::stage("table:statistics")], Vec::new());
    let extracts = extracts(folder);
    let unused = unused(folder, &extracts);
    for extract in extracts {
        let name = format!("figures:{}", extract.id);
        if stages.iter().any(|stage| stage.name == name) {
            let at = &extract.at;
            let problem = Diagnostic::error("duplicate-key", &at.file, at.line);
            problems.push(problem.with("reason", &extract.id));
            continue;
        }
        all.push(Input::stage(&name));
        stages.push(figures(folder, &name, extract));
    }
    problems.extend(unused.into_iter().map(|name| Diagnostic::warning("unnamed-file", name, 0)));
    stages.push(stage(
        "read:statistics",
        &problems.clone(),
        all,
        Box::new(move |inputs| {
            let mut read: Read<Observation> = Read { records: Vec::new(), problems: Vec::new() };
            for input in inputs {
                let mut part: Read<Observation> = decode(input)?;
                read.records.append(&mut part.records);
                read.problems.append(&mut part.problems);
            }
            read.problems.extend(problems.iter().cloned());
            encode(&read)
        }),
    ));
    stages
}

/// The table of the study.
fn table(folder: &Folder) -> Stage<'_> {
    let languages = folder.languages.clone();
    let file = folder.tables.get("statistics").cloned();
    stage(
        "table:statistics",
        &serde_json::json!((&file, &languages)),
        file.iter().cloned().map(Input::File).collect(),
        Box::new(move |inputs| match (&file, inputs.first()) {
            (Some(file), Some(bytes)) => {
                encode(&folder::read_table::<Observation>(file, bytes, &languages))
            }
            _ => encode(&Read::<Observation> { records: Vec::new(), problems: Vec::new() }),
        }),
    )
}

/// What an extract takes out of its file.
fn figures<'a>(folder: &'a Folder, name: &str, extract: Extract) -> Stage<'a> {
    let named: Vec<String> = files(&extract).map(|file| format!("{STATISTICS}/{file}")).collect();
    let known: Vec<&str> =
        folder.files.keys().filter_map(|name| folder::in_statistics(name)).collect();
    let missing: Vec<Diagnostic> = named
        .iter()
        .filter(|name| !folder.files.contains_key(*name))
        .map(|name| {
            Diagnostic::error("extract-file", &extract.at.file, extract.at.line)
                .with("extract", &extract.id)
                .with("found", name)
                .with("known", known.join(", "))
        })
        .collect();
    if !missing.is_empty() {
        let read: Read<Observation> = Read { records: Vec::new(), problems: missing };
        let params = serde_json::json!((&extract, &read.problems));
        return stage(name, &params, Vec::new(), Box::new(move |_| encode(&read)));
    }
    let mut inputs = vec![Input::stage("read:areas")];
    inputs.extend(named.into_iter().map(Input::File));
    stage(
        name,
        &extract.clone(),
        inputs,
        Box::new(move |inputs| {
            let areas: Read<Area> = decode(&inputs[0])?;
            let mut files = inputs[1..].iter();
            let mut next = |is_there: bool| files.next().filter(|_| is_there);
            let Some(file) = next(true) else { return Err("no file".to_owned()) };
            let mapping = extract.mapping.as_ref().and_then(|_| next(true));
            let structure = extract.structure.as_ref().and_then(|_| next(true));
            encode(&take::take(&extract, &areas.records, file, mapping, structure))
        }),
    )
}

/// The entries of the file of extracts; what is wrong with it is told where it is read.
fn extracts(folder: &Folder) -> Vec<Extract> {
    let file = folder.tables.get("extracts");
    let Some((file, bytes)) = file.and_then(|file| Some((file, folder.files.get(file)?))) else {
        return Vec::new();
    };
    folder::read_entries::<Extract>(file, bytes, "extract", &[], &[]).records
}

/// The files that an extract reads.
fn files(extract: &Extract) -> impl Iterator<Item = &String> {
    [Some(&extract.file), extract.mapping.as_ref(), extract.structure.as_ref()]
        .into_iter()
        .flatten()
}

/// Files in the folder of statistics that no extract names.
fn unused<'a>(folder: &'a Folder, extracts: &[Extract]) -> Vec<&'a String> {
    let is_named = |name: &str| extracts.iter().flat_map(files).any(|file| file == name);
    let is_read_me = |name: &str| name.to_lowercase().ends_with("readme.md");
    let names = folder.files.keys().filter(|name| {
        folder::in_statistics(name).is_some_and(|name| !is_named(name) && !is_read_me(name))
    });
    names.collect()
}
