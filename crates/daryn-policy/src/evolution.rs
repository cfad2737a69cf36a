//! Chapter 1, evolution: the documents in time and what each is seen to provide.

use std::collections::BTreeSet;

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Date, Localized, Node, NodeKind, Study, Support, Table};

use crate::Output;
use crate::evidence::{self, Words};
use crate::figure::{Bar, Figure, Marks};

const CHAPTER: &str = "evolution";

/// Documents in the order of adoption; those without a date come last.
pub fn in_time(study: &Study) -> Vec<&Document> {
    let mut documents: Vec<&Document> = study.documents.iter().collect();
    documents.sort_by_key(|row| {
        let day = row.adopted.or(row.valid_from).map_or(i64::MAX, Date::first_day);
        (day, row.id.0.clone())
    });
    documents
}

/// A date as a year with a fraction, for a time axis.
pub fn year_fraction(date: Date) -> f64 {
    let start = Date { year: date.year, month: Some(1), day: Some(1) }.first_day();
    let end = Date { year: date.year + 1, month: Some(1), day: Some(1) }.first_day();
    f64::from(date.year) + (date.first_day() - start) as f64 / (end - start) as f64
}

/// Measures of a document by what they rest on; rows from memory are no evidence.
pub fn measures_of<'a>(study: &'a Study, document: &'a Document) -> Vec<&'a Measure> {
    let seen = study.measures.iter().filter(|row| row.evidence_kind != EvidenceKind::Memory);
    seen.filter(|row| row.document == document.id).collect()
}

/// The chapter.
pub fn run(study: &Study) -> Output {
    let words = Words::of(study);
    let mut output = Output::default();
    coverage(study, &mut output);
    let mut table = Table::new(
        "documents",
        &[
            "document",
            "title",
            "act",
            "number",
            "adopted",
            "valid_to",
            "role",
            "coverage",
            "measures_act",
            "measures_proposed",
            "functions",
        ],
    );
    let mut bars = Vec::new();
    for document in in_time(study) {
        let claim = describe(document, &words);
        let seen = measures_of(study, document);
        let proposed =
            seen.iter().filter(|row| row.evidence_kind == EvidenceKind::Proposal).count();
        let functions = functions(&seen);
        let date = |date: Option<Date>| Arg::maybe(date, |date| Arg::Date(date.to_string()));
        table.push(
            &claim,
            vec![
                Arg::plain(&document.id.0),
                Arg::text(&document.title),
                Arg::maybe(document.act_type, |act| Arg::code("act", act.code())),
                Arg::maybe(document.number.as_deref(), Arg::plain),
                date(document.adopted),
                date(document.valid_to),
                Arg::code("role", document.role.code()),
                Arg::code("coverage", document.coverage.code()),
                Arg::Count((seen.len() - proposed) as i64),
                Arg::Count(proposed as i64),
                Arg::List(functions.clone()),
            ],
        );
        if let Some(from) = document.adopted.or(document.valid_from) {
            bars.push(Bar {
                claim: claim.id.clone(),
                label: words.short(&document.id.0),
                from: year_fraction(from),
                // What was said on a day has no life that could be open.
                to: match document.act_type {
                    Some(ActType::Statement) => Some(year_fraction(from)),
                    _ => document.valid_to.map(year_fraction),
                },
                coverage: document.coverage.code().into(),
                role: document.role.code().into(),
            });
        }
        output.claims.push(claim);
        output.claims.extend(texts(study, document, &words));
        output.claims.extend(provides(document, &seen, &words));
        output.claims.extend(life(document, &words));
    }
    if !bars.is_empty() {
        output.figures.push(Figure {
            id: "evolution.timeline".into(),
            table: "documents".into(),
            title: Localized::default(),
            sources: Vec::new(),
            marks: Marks::Timeline(bars),
        });
    }
    output.tables.push(table);
    output
}

/// How much of the corpus was read: decides what the chapter can say at all.
fn coverage(study: &Study, output: &mut Output) {
    let corpus: Vec<&Document> =
        study.documents.iter().filter(|row| row.role == Role::Corpus).collect();
    let Some(support) = Support::new(corpus.iter().map(|row| evidence::document(&row.id))) else {
        return;
    };
    let count = |coverage| corpus.iter().filter(|row| row.coverage == coverage).count() as i64;
    let node = Node::derived(NodeKind::Estimate, "corpus.coverage", Localized::default(), support)
        .with("whole", Arg::Count(count(Coverage::Whole)))
        .with("n", Arg::Count(corpus.len() as i64));
    let claim = Claim::new(CHAPTER, "coverage", "corpus-coverage", Support::one(node.id.clone()))
        .with("n", Arg::Count(corpus.len() as i64))
        .with("whole", Arg::Count(count(Coverage::Whole)))
        .with("opening", Arg::Count(count(Coverage::Opening)))
        .with("none", Arg::Count(count(Coverage::None)));
    output.nodes.push(node);
    output.claims.push(claim);
}

/// What a document is.
fn describe(document: &Document, words: &Words<'_>) -> Claim {
    let template = match (document.act_type, document.adopted) {
        (Some(_), Some(_)) if document.number.is_some() => "document-numbered",
        (Some(_), Some(_)) => "document-dated",
        (None, Some(_)) => "document-untyped",
        _ => "document-undated",
    };
    let support = Support::one(evidence::document(&document.id));
    Claim::new(CHAPTER, &format!("document.{}", document.id), template, support)
        .with("title", Arg::text(&document.title))
        .with("short", Arg::Text(words.short(&document.id.0)))
        .with("act", Arg::maybe(document.act_type, |act| Arg::code("act", act.code())))
        .with("number", Arg::maybe(document.number.as_deref(), Arg::plain))
        .with("adopted", Arg::maybe(document.adopted, |date| Arg::Date(date.to_string())))
        .with("coverage", Arg::code("coverage-clause", document.coverage.code()))
}

/// Texts of a document that lie in the study.
fn texts(study: &Study, document: &Document, words: &Words<'_>) -> Vec<Claim> {
    let own = study.texts.iter().filter(|text| text.document == document.id);
    own.map(|text| {
        let support = Support::one(evidence::document(&document.id));
        Claim::new(CHAPTER, &format!("text.{}", text.file), "document-text", support)
            .with("short", Arg::Text(words.short(&document.id.0)))
            .with("file", Arg::plain(&text.file))
            .with("language", Arg::code("language", &text.language))
            .with("characters", Arg::Count(text.characters))
            .with("articles", Arg::Count(text.articles))
            .with("points", Arg::Count(text.points))
            .with("digest", Arg::plain(text.sha256.get(..12).unwrap_or_default()))
    })
    .collect()
}

/// Functions of measures that do not restrict; a restriction is told as one, and supports no
/// function that stands beside it.
fn functions(measures: &[&Measure]) -> Vec<Arg> {
    let restricts = |row: &&&Measure| row.polarity == Some(Polarity::Restricts);
    let others = measures.iter().filter(|row| !restricts(row));
    let functions: BTreeSet<Function> = others.flat_map(|row| &row.functions).copied().collect();
    let restriction = measures.iter().any(|row| restricts(&row));
    functions
        .into_iter()
        .map(|function| Arg::code("function", function.code()))
        .chain(restriction.then(|| Arg::code("function", "restriction")))
        .collect()
}

/// What a document is seen to provide. For a document that was not read whole this is a lower
/// bound and says what pages about it report.
fn provides(document: &Document, seen: &[&Measure], words: &Words<'_>) -> Vec<Claim> {
    let of = |wanted: fn(EvidenceKind) -> bool| -> Vec<&Measure> {
        seen.iter().copied().filter(|row| wanted(row.evidence_kind)).collect()
    };
    let proposals = of(|kind| kind == EvidenceKind::Proposal);
    let from_text = of(|kind| kind == EvidenceKind::ActText);
    let from_pages = of(|kind| matches!(kind, EvidenceKind::OfficialRelease | EvidenceKind::Press));
    // Only what stands in the text itself may be called a content of a text that was read.
    let groups = match document.coverage {
        Coverage::Whole => {
            let read = if document.complete() { "read" } else { "picked" };
            vec![("provides", read, from_text), ("also", "also", from_pages)]
        }
        _ => vec![("provides", "reported", [from_text, from_pages].concat())],
    };
    let mut claims = Vec::new();
    for (name, template, measures) in
        groups.into_iter().chain([("proposes", "proposes", proposals)])
    {
        let Some(support) = Support::new(measures.iter().map(|row| evidence::measure(&row.id)))
        else {
            continue;
        };
        let functions = functions(&measures);
        let mut template = match template {
            "proposes" => "document-proposes".to_owned(),
            other => format!("document-provides-{other}"),
        };
        if functions.is_empty() {
            template.push_str("-none");
        }
        claims.push(
            Claim::new(CHAPTER, &format!("{name}.{}", document.id), &template, support)
                .with("short", Arg::Text(words.short(&document.id.0)))
                .with("n", Arg::Count(measures.len() as i64))
                .with("functions", Arg::List(functions)),
        );
    }
    claims
}

/// How long a document of the corpus was in force, where both dates are known to the day.
fn life(document: &Document, words: &Words<'_>) -> Option<Claim> {
    if document.role != Role::Corpus {
        return None;
    }
    let (from, to) = (document.valid_from?, document.valid_to?);
    from.day?;
    to.day?;
    // Both the first and the last day are days in force.
    let days = to.first_day() - from.first_day() + 1;
    let support = Support::one(evidence::document(&document.id));
    Some(
        Claim::new(CHAPTER, &format!("life.{}", document.id), "document-life", support)
            .with("short", Arg::Text(words.short(&document.id.0)))
            .with("from", Arg::Date(from.to_string()))
            .with("to", Arg::Date(to.to_string()))
            .with("days", Arg::Count(days))
            .with("status", Arg::text(&document.status)),
    )
}
