//! All statistics of a study: for other commands, and as a page of indicators beside the report.

use daryn_indicators::{Catalogue, Word, catalogue, derive, profile};
use daryn_model::records::{Area, Head, Observation, Source};
use daryn_model::{Diagnostic, Lang, Severity};
use daryn_policy::harmonised::harmonise;
use daryn_stats::codes::area::{self, Code};
use daryn_study::cache::Cache;
use daryn_study::engine::{Failure, Outcome};
use daryn_study::folder::{Folder, Read};
use daryn_study::{Engine, Stage};
use serde::de::DeserializeOwned;

use super::{Stopped, after, decode, plan_failure, read_and_check, stage};
use crate::Speaker;
use crate::profile::{Names, Page};

/// What a study holds of statistics, read and checked: the rows of its own table and what its
/// extracts take out of files.
pub struct Statistics {
    /// Observations.
    pub observations: Vec<Observation>,
    /// Areas of the study.
    pub areas: Vec<Area>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// The statistics of a study.
///
/// # Errors
/// Where the study has errors.
pub fn statistics(folder: &Folder, cache: &Cache<'_>) -> Result<Statistics, Stopped> {
    let engine = Engine { cache, progress: &|_, _, _| {} };
    let (problems, read) = read_and_check(folder, &engine)?;
    if folder.head.is_none() || problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Stopped::Problems(problems));
    }
    fn records<T: DeserializeOwned>(read: &Outcome, kind: &str) -> Result<Vec<T>, Failure> {
        let Some(bytes) = read.outputs.get(&format!("read:{kind}")) else { return Ok(Vec::new()) };
        decode::<Read<T>>(bytes).map(|read| read.records).map_err(plan_failure)
    }
    Ok(Statistics {
        observations: records(&read, "statistics")?,
        areas: records(&read, "areas")?,
        sources: records(&read, "sources")?,
        diagnostics: problems,
    })
}

/// What is wrong with what the study adds to the catalogue of indicators.
pub(super) fn own_problems(folder: &Folder) -> Vec<Diagnostic> {
    let own = folder.files.get(catalogue::OWN).map(|bytes| (catalogue::OWN, bytes.as_slice()));
    own.map_or_else(Vec::new, |own| Catalogue::with(Some(own)).err().unwrap_or_default())
}

/// The pages of indicators about the country of the study, one for each language: its figures with
/// trends, its comparators, partners as a diagram and as a table, and what is missing.
pub(super) fn pages<'a>(folder: &'a Folder, head: &'a Head) -> Vec<Stage<'a>> {
    let own = folder.files.get(catalogue::OWN);
    let page = |lang: Lang| {
        stage(
            &format!("write:{}/indicators.html", lang.code()),
            &(head, own, lang),
            after(&["read:statistics", "read:areas", "read:sources"]),
            Box::new(move |inputs| {
                let statistics: Read<Observation> = decode(&inputs[0])?;
                let areas: Read<Area> = decode(&inputs[1])?;
                let sources: Read<Source> = decode(&inputs[2])?;
                let own = own.map(|bytes| (catalogue::OWN, bytes.as_slice()));
                let catalogue = Catalogue::with(own)
                    .map_err(|told| format!("{}: {}", catalogue::OWN, told.len()))?;
                let (table, _) = harmonise(&catalogue, &statistics.records, &areas.records, lang);
                let names = Names::of(&sources.records, &areas.records);
                Ok(about(&catalogue, table, head, lang, &names).into_bytes())
            }),
        )
    };
    folder.languages.iter().copied().map(page).collect()
}

/// The page; without figures of the country it says what is missing.
fn about(
    catalogue: &Catalogue,
    mut table: daryn_indicators::Table,
    head: &Head,
    lang: Lang,
    names: &Names,
) -> String {
    let index = derive::derive(catalogue, &mut table);
    let mut word = |code: &str| {
        let own = area::find(code).and_then(|area| area.code(Code::Iso3));
        table.word(own.unwrap_or(code))
    };
    let country = word(&head.country.0);
    let beside: Vec<Word> = head.comparators.iter().map(|id| word(&id.0)).collect();
    let profile = profile::profile(catalogue, &table, &index, country, &beside);
    let speaker = &Speaker::new(lang);
    Page { speaker, catalogue, table: &table, profile: &profile, names }.html()
}
