//! Everything that the report says and rests on, still without words.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::record::Place;
use daryn_model::records::*;
use daryn_model::{
    Arg, Claim, Date, Lang, Ledger, Localized, Node, NodeKind, Study, Support, Table,
};
use daryn_policy::{Figure, Output, evidence, recommendations};
use serde::{Deserialize, Serialize};

/// Parts of the report in their order.
pub const CHAPTERS: [&str; 7] = [
    "evolution",
    "governance",
    "alignment",
    "effectiveness",
    "practice",
    "findings",
    "recommendations",
];

/// The report before it is put into words.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Assembled {
    /// The head of the study.
    pub head: Head,
    /// Languages of the report.
    pub languages: Vec<Lang>,
    /// Name of the country.
    pub country: Localized,
    /// Every node that a claim rests on, directly or not.
    pub ledger: Ledger,
    /// Claims in the order of the report; their numbers are their places, from 1.
    pub claims: Vec<Claim>,
    /// Claims of the summary, by name.
    pub summary: Vec<String>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Judgement rules.
    pub rules: Vec<Rule>,
    /// Number of random weightings.
    pub draws: i64,
    /// Observations in doubt.
    pub doubtful: i64,
    /// Rows from memory.
    pub memory: i64,
    /// Statistical sources that the report uses.
    pub sources: Vec<Source>,
    /// Day on which pages were seen.
    pub seen_on: Option<Date>,
}

impl Assembled {
    /// Number of a claim in the report.
    pub fn number(&self, claim: &str) -> Option<usize> {
        self.claims.iter().position(|other| other.id == claim).map(|place| place + 1)
    }

    /// A claim by its name.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }
}

/// Joins what the chapters found with the evidence that it rests on.
pub fn run(
    study: &Study,
    outputs: Vec<Output>,
    (doubtful, memory): (i64, i64),
) -> Result<Assembled, String> {
    let mut ledger = evidence::ledger(study);
    let (mut claims, mut tables, mut figures) = (Vec::new(), Vec::new(), Vec::new());
    for output in outputs {
        for node in output.nodes {
            ledger.add(node);
        }
        claims.extend(output.claims);
        tables.extend(output.tables);
        figures.extend(output.figures);
    }
    claims.extend(conditions(study, &ledger));
    claims.extend(caveats(study));
    claims.extend(study.references.iter().map(reference));
    claims.extend(study.searches.iter().map(search));
    let order = |claim: &Claim| {
        CHAPTERS.iter().position(|chapter| *chapter == claim.chapter).unwrap_or(CHAPTERS.len())
    };
    claims.sort_by_key(order);
    let mut names = BTreeSet::new();
    if let Some(twice) = claims.iter().find(|claim| !names.insert(&claim.id)) {
        return Err(format!("two claims are called {}", twice.id));
    }
    let ledger = reachable(&ledger, &claims)?;
    let used: BTreeSet<&Place> = ledger
        .0
        .values()
        .filter(|node| node.kind == NodeKind::Observation)
        .filter_map(|node| node.at.as_ref())
        .collect();
    let publishers: BTreeSet<&str> = study
        .observations
        .iter()
        .filter(|row| used.contains(&row.at))
        .map(|row| row.source.0.as_str())
        .collect();
    let sources: Vec<Source> = study
        .sources
        .iter()
        .filter(|row| publishers.contains(row.id.0.as_str()))
        .cloned()
        .collect();
    let country = study.areas.iter().find(|row| row.code == study.head.country);
    Ok(Assembled {
        head: study.head.clone(),
        languages: study.languages.clone(),
        country: country.map_or_else(Localized::default, |row| row.name.clone()),
        summary: summary(&study.head, &claims),
        ledger,
        claims,
        tables,
        figures,
        rules: study.rules.clone(),
        draws: if study.recommendations.is_empty() {
            0
        } else {
            study.ranking.as_ref().map_or(recommendations::DRAWS, |ranking| ranking.draws)
        },
        doubtful,
        memory,
        sources,
        seen_on: study.head.seen_on,
    })
}

/// Conditions of recommendations: judgements of the study's author.
fn conditions(study: &Study, ledger: &Ledger) -> Vec<Claim> {
    let mut claims = Vec::new();
    for advice in &study.recommendations {
        let id = format!("recommendation:{}", advice.id);
        if ledger.get(&id).is_none() {
            continue;
        }
        for (number, condition) in (1..).zip(&advice.conditions) {
            let name = format!("{}.condition.{number}", advice.id);
            claims.push(
                Claim::new("recommendations", &name, "condition", Support::one(id.clone()))
                    .with("text", Arg::text(&condition.text)),
            );
        }
    }
    claims
}

/// Limits that the study's author names, each with the records that show it.
fn caveats(study: &Study) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (number, caveat) in (1..).zip(&study.head.caveats) {
        let support = caveat.concerns.iter().flat_map(|id| evidence::named(study, id));
        if let Some(support) = Support::new(support) {
            let claim = Claim::new("limits", &number.to_string(), "caveat", support);
            claims.push(claim.with("text", Arg::text(&caveat.text)));
        }
    }
    claims
}

fn reference(row: &Reference) -> Claim {
    let support = Support::one(format!("reference:{}", row.id));
    Claim::new("sources", &format!("reference.{}", row.id), "reference-states", support)
        .with("work", Arg::plain(&row.work))
        .with("statement", Arg::text(&row.statement))
        .with("design", Arg::text(&row.design))
        .with("population", Arg::text(&row.population))
}

fn search(row: &Search) -> Claim {
    let support = Support::one(format!("search:{}", row.id));
    Claim::new("sources", &format!("search.{}", row.id), "search-line", support)
        .with("what", Arg::text(&row.what))
        .with("date", Arg::Date(row.date.to_string()))
        .with("place", Arg::text(&row.place))
        .with("result", Arg::code("search", row.result.code()))
}

/// What a reader with one minute should see: how much was read, the key numbers that the author
/// chose, every verdict, the first advice.
fn summary(head: &Head, claims: &[Claim]) -> Vec<String> {
    let advice = |claim: &&Claim| claim.template.starts_with("recommendation-");
    let coverage = claims.iter().filter(|claim| claim.template == "corpus-coverage");
    let chosen = head.charts.iter().filter(|chart| chart.summary == Some(true));
    let numbers = chosen.filter_map(|chart| {
        let id = format!("claim:effectiveness.series.{}.{}", chart.id, chart.series.first()?);
        claims.iter().find(|claim| claim.id == id)
    });
    let verdicts = ["supported", "mixed", "contradicted", "not-testable"];
    let by_verdict = verdicts.iter().flat_map(|verdict| {
        claims.iter().filter(move |claim| claim.template == format!("finding-{verdict}"))
    });
    coverage
        .chain(numbers)
        .chain(by_verdict)
        .chain(claims.iter().filter(advice).take(3))
        .map(|claim| claim.id.clone())
        .collect()
}

/// The part of the ledger that claims rest on, checked against its invariant.
fn reachable(ledger: &Ledger, claims: &[Claim]) -> Result<Ledger, String> {
    let mut open: Vec<&String> =
        claims.iter().flat_map(|claim| claim.support.ids().iter().chain(&claim.against)).collect();
    let mut kept: BTreeMap<String, Node> = BTreeMap::new();
    while let Some(id) = open.pop() {
        if kept.contains_key(id) {
            continue;
        }
        let Some(node) = ledger.get(id) else {
            return Err(format!("a claim rests on {id}, which is not in the ledger"));
        };
        open.extend(node.support.iter().chain(&node.against).chain(&node.source));
        kept.insert(id.clone(), node.clone());
    }
    let kept = Ledger(kept);
    match kept.broken().as_slice() {
        [] => Ok(kept),
        broken => Err(format!("the ledger is broken: {broken:?}")),
    }
}
