//! The parts of the analysis: what each reads, and its function.

use daryn_indicators::{Catalogue, catalogue};
use daryn_model::Study;
use daryn_model::records::Head;
use daryn_policy::{
    Output, alignment, attention, effectiveness, evolution, findings, governance, lines, practice,
};

/// A part of the analysis.
pub(super) struct Part<'a> {
    /// Name of its stage.
    pub(super) name: String,
    /// Kinds of record that it reads.
    pub(super) kinds: &'static [&'static str],
    /// Stage that keeps the observations that it reads.
    pub(super) slice: Option<String>,
    /// Whether it reads the catalogue of indicators.
    pub(super) is_of_catalogue: bool,
    /// Its function.
    pub(super) run: Box<dyn Fn(&Study) -> Output + Send + Sync + 'a>,
}

impl<'a> Part<'a> {
    fn new(
        name: &str,
        kinds: &'static [&'static str],
        slice: Option<&str>,
        run: impl Fn(&Study) -> Output + Send + Sync + 'a,
    ) -> Part<'a> {
        Part {
            name: name.to_owned(),
            kinds,
            slice: slice.map(|name| format!("slice:{name}")),
            is_of_catalogue: false,
            run: Box::new(run),
        }
    }

    /// A part that reads the catalogue of indicators, with what the study adds to it.
    fn of_catalogue(self) -> Part<'a> {
        Part { is_of_catalogue: true, ..self }
    }
}

/// The catalogue with what the study adds. What is wrong with the addition was told before.
fn catalogue(own: Option<&[u8]>) -> Catalogue {
    let added = Catalogue::with(own.map(|bytes| (catalogue::OWN, bytes)));
    added.or_else(|_| Catalogue::with(None)).unwrap_or_default()
}

/// Kinds of record that name what an observation is of and where it is from.
const OF_SERIES: &[&str] = &["indicators", "definitions", "areas", "units", "sources"];

/// The parts of a study in the order of the report.
///
/// `own` is what the study adds to the catalogue of indicators.
pub(super) fn parts<'a>(head: &'a Head, own: Option<&'a [u8]>) -> Vec<Part<'a>> {
    let mut parts = vec![
        Part::new("evolution", &["documents", "texts", "measures"], None, evolution::run),
        Part::new("attention", &["documents", "texts", "codings"], None, attention::run),
        Part::new("lines", &["documents", "texts", "lines"], None, lines::run),
        Part::new(
            "governance",
            &["documents", "measures", "bodies", "searches"],
            None,
            governance::run,
        ),
        Part::new("alignment", &["documents", "measures"], None, alignment::run),
        Part::new("practice", &["practices", "effects", "areas"], None, practice::run),
        Part::new("events", &["documents", "events"], None, effectiveness::events::run),
        Part::new(
            "targets",
            &["documents", "measures", "targets", "units", "indicators", "sources"],
            Some("targets"),
            |study| effectiveness::run_targets(study, &study.observations),
        ),
        Part::new("progress", OF_SERIES, Some("sdg"), alignment::progress::run),
    ];
    parts.extend(head.charts.iter().map(|chart| {
        let name = format!("chart:{}", chart.id);
        let kinds =
            &["documents", "events", "indicators", "definitions", "areas", "units", "sources"];
        Part::new(&name, kinds, Some(&name), move |study| {
            effectiveness::run_chart(study, &study.observations, chart)
        })
    }));
    parts.extend(head.flows.iter().map(|flow| {
        let name = format!("flow:{}", flow.id);
        let run = move |study: &Study| effectiveness::flows::run(study, flow, &catalogue(own));
        Part::new(&name, OF_SERIES, Some(&name), run).of_catalogue()
    }));
    let countries = Part::new("countries", OF_SERIES, Some("countries"), move |study| {
        effectiveness::countries::run(study, &catalogue(own))
    });
    let compared = Part::new("compared", OF_SERIES, Some("countries"), move |study| {
        effectiveness::compared::run(study, &catalogue(own))
    });
    parts.extend([countries.of_catalogue(), compared.of_catalogue()]);
    parts.push(Part::new("conflicts", OF_SERIES, Some("conflicts"), effectiveness::conflicts::run));
    parts.push(Part::new(
        "findings",
        &[
            "documents",
            "measures",
            "targets",
            "practices",
            "searches",
            "references",
            "indicators",
            "areas",
            "units",
            "sources",
            "hypotheses",
            "rules",
        ],
        Some("findings"),
        |study| findings::run(study, &study.observations),
    ));
    parts
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use daryn_study::cache::Cache;
    use daryn_study::engine::{Bytes, Engine};
    use daryn_study::{Disk, folder};

    use super::super::{ADVICE, KINDS, encode, plan, reading, recommendations, seed};
    use super::*;

    /// A kind of record that a part needs and does not read is an empty table for it, so that it
    /// says “not seen” of what is there.
    #[test]
    fn no_part_says_another_thing_when_it_may_read_everything() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../studies/kazakhstan");
        let folder = folder::open(&Disk, &path).expect("the built-in study");
        let head = folder.head.as_ref().expect("a head");
        let engine = Engine { cache: &Cache::none(&Disk), progress: &|_, _, _| {} };
        let mut plan = plan(&folder);
        plan.stages.retain(|stage| !stage.name.starts_with("write:"));
        let made = engine.run(&plan, &folder.files).expect("a run").outputs;
        let study_of = |kinds: &[&'static str], slice: Option<&str>| {
            let mut given: Vec<(&str, &Bytes)> =
                kinds.iter().map(|kind| (*kind, &made[&format!("read:{kind}")])).collect();
            given.extend(slice.map(|slice| ("slice", &made[slice])));
            reading::study(head, &folder.languages, &given).expect("a study")
        };
        let everything: Vec<&'static str> =
            KINDS.into_iter().filter(|kind| *kind != "statistics").collect();
        for part in parts(head, None) {
            let run = |kinds: &[&'static str]| {
                encode(&(part.run)(&study_of(kinds, part.slice.as_deref()))).expect("an output")
            };
            assert_eq!(run(part.kinds), *made[&part.name], "{}", part.name);
            assert!(run(part.kinds) == run(&everything), "{} lacks a kind", part.name);
        }
        let findings = serde_json::from_slice(&made["findings"]).expect("an output");
        let verdicts = findings::verdicts(&findings);
        let run = |kinds: &[&'static str]| {
            let study = study_of(kinds, None);
            encode(&recommendations::run(&study, &verdicts, seed(head, "recommendations")))
        };
        assert_eq!(run(&ADVICE), run(&everything));
    }
}
