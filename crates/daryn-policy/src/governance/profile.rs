//! What the measures are: function, direction, domain and instrument.

use std::collections::BTreeSet;

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Study, Support, Table};

use super::CHAPTER;
use crate::Output;
use crate::evidence;

/// The resource that an instrument draws on, after Hood & Margetts (2007).
pub(super) fn nato(instrument: Instrument) -> &'static str {
    match instrument {
        Instrument::Informational => "nodality",
        Instrument::Regulatory => "authority",
        Instrument::Financial => "treasure",
        Instrument::Organisational => "organisation",
    }
}

/// The sort of an instrument after Vedung (1998). Organisation has no place among sticks, carrots
/// and sermons; it is kept apart and never spread over them.
pub(super) fn vedung(instrument: Instrument) -> Option<&'static str> {
    match instrument {
        Instrument::Regulatory => Some("stick"),
        Instrument::Financial => Some("carrot"),
        Instrument::Informational => Some("sermon"),
        Instrument::Organisational => None,
    }
}

/// Codings of one measure in one scheme.
pub(super) fn coding(measure: &Measure, scheme: &str, code: &str) -> String {
    evidence::coding(&measure.id, scheme, code)
}

/// The coding of the direction, or the measure itself where there is none.
pub(super) fn direction(measure: &Measure) -> String {
    match measure.polarity {
        Some(polarity) => coding(measure, "polarity", polarity.code()),
        None => evidence::measure(&measure.id),
    }
}

/// A row of the profile: a code, and the codings that it counts.
struct Line {
    scheme: &'static str,
    code: &'static str,
    /// Direction, of functions only: a restriction never counts for the function beside it.
    polarity: Option<&'static str>,
    /// Code of the study that stands behind a code of another scheme.
    mapped: Option<Instrument>,
    count: usize,
    support: Vec<String>,
}

/// The profile of each group of measures, as one table and as sentences.
pub(super) fn add(study: &Study, groups: &[(&'static str, &[&Measure])], output: &mut Output) {
    let columns = ["group", "scheme", "code", "polarity", "mapped", "count", "n"];
    let mut table = Table::new("profile", &columns);
    for (group, measures) in groups {
        directions(study, group, measures, output);
        instruments(group, measures, output);
        for line in lines(measures) {
            rows(group, measures.len(), line, &mut table, output);
        }
    }
    output.tables.push(table);
}

/// Every code that was given at least once. A code that was not given has no row: not seen is no
/// zero.
fn lines(measures: &[&Measure]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |scheme, code, polarity, mapped, of: Vec<&Measure>, ids: Vec<String>| {
        let count = of.len();
        lines.push(Line { scheme, code, polarity, mapped, count, support: ids });
    };
    let chosen = |wanted: &dyn Fn(&Measure) -> bool| -> Vec<&Measure> {
        measures.iter().copied().filter(|row| wanted(row)).collect()
    };
    let whole = |of: &[&Measure]| of.iter().map(|row| evidence::measure(&row.id)).collect();
    for function in Function::ALL {
        let polarities = Polarity::ALL.iter().copied().map(Some).chain([None]);
        for polarity in polarities {
            let of = chosen(&|row| row.functions.contains(function) && row.polarity == polarity);
            let ids = of
                .iter()
                .flat_map(|row| [coding(row, "function", function.code()), direction(row)])
                .collect();
            let name = polarity.map_or("uncoded", Polarity::code);
            add("function", function.code(), Some(name), None, of, ids);
        }
    }
    let of = chosen(&|row| row.functions.is_empty());
    let ids = whole(&of);
    add("function", "uncoded", None, None, of, ids);
    for code in Polarity::ALL {
        let of = chosen(&|row| row.polarity == Some(*code));
        let ids = of.iter().map(|row| coding(row, "polarity", code.code())).collect();
        add("polarity", code.code(), None, None, of, ids);
    }
    let of = chosen(&|row| row.polarity.is_none());
    let ids = whole(&of);
    add("polarity", "uncoded", None, None, of, ids);
    for code in Domain::ALL {
        let of = chosen(&|row| row.domain == Some(*code));
        let ids = of.iter().map(|row| coding(row, "domain", code.code())).collect();
        add("domain", code.code(), None, None, of, ids);
    }
    let of = chosen(&|row| row.domain.is_none());
    let ids = whole(&of);
    add("domain", "uncoded", None, None, of, ids);
    for scheme in ["instrument", "nato", "vedung"] {
        for code in Instrument::ALL {
            let name = match scheme {
                "nato" => nato(*code),
                "vedung" => vedung(*code).unwrap_or("none"),
                _ => code.code(),
            };
            let of = chosen(&|row| row.instrument == Some(*code));
            let ids = of.iter().map(|row| coding(row, "instrument", code.code())).collect();
            add(scheme, name, None, (scheme != "instrument").then_some(*code), of, ids);
        }
    }
    let of = chosen(&|row| row.instrument.is_none());
    let ids = whole(&of);
    add("instrument", "uncoded", None, None, of, ids);
    lines
}

fn rows(group: &str, n: usize, line: Line, table: &mut Table, output: &mut Output) {
    let Some(support) = Support::new(line.support) else { return };
    let mut name = format!("profile.{group}.{}.{}", line.scheme, line.code);
    name.extend(line.polarity.iter().flat_map(|code| [".", code]));
    let template = match (line.code, line.polarity, line.mapped) {
        ("uncoded", _, _) => "profile-uncoded",
        (_, Some(_), _) => "profile-function",
        (_, _, Some(_)) => "profile-mapped",
        _ => "profile-code",
    };
    let code = match line.code {
        "uncoded" => Arg::code("profile", "uncoded"),
        code => Arg::code(line.scheme, code),
    };
    // A cell that does not apply is blank; `Arg::Empty` would say that nothing was seen.
    let blank = || Arg::plain("");
    let polarity = line.polarity.map_or_else(blank, |code| Arg::code("polarity", code));
    let mapped = line.mapped.map_or_else(blank, |code| Arg::code("instrument", code.code()));
    let scheme = Arg::code("scheme", line.scheme);
    let (count, n) = (Arg::Count(line.count as i64), Arg::Count(n as i64));
    let claim = Claim::new(CHAPTER, &name, &format!("{template}-{group}"), support)
        .with("scheme", scheme.clone())
        .with("code", code.clone())
        .with("polarity", polarity.clone())
        .with("mapped", mapped.clone())
        .with("count", count.clone())
        .with("n", n.clone());
    let group = Arg::code("group", group);
    table.push(&claim, vec![group, scheme, code, polarity, mapped, count, n]);
    output.claims.push(claim);
}

/// How many measures make mobility easier, restrict it, or do neither.
fn directions(study: &Study, group: &str, measures: &[&Measure], output: &mut Output) {
    let Some(support) = Support::new(measures.iter().map(|row| direction(row))) else { return };
    let documents: BTreeSet<&str> = measures.iter().map(|row| row.document.0.as_str()).collect();
    let unread = study
        .documents
        .iter()
        .filter(|row| documents.contains(row.id.0.as_str()) && row.coverage != Coverage::Whole);
    let claim =
        Claim::new(CHAPTER, &format!("direction.{group}"), &format!("direction-{group}"), support);
    output.claims.push(
        with_directions(claim, measures)
            .with("documents", Arg::Count(documents.len() as i64))
            .with("unread", Arg::Count(unread.count() as i64)),
    );
}

/// Adds the numbers of measures by direction.
pub(super) fn with_directions(claim: Claim, measures: &[&Measure]) -> Claim {
    let count = |polarity| {
        Arg::Count(measures.iter().filter(|row| row.polarity == polarity).count() as i64)
    };
    claim
        .with("n", Arg::Count(measures.len() as i64))
        .with("supports", count(Some(Polarity::Supports)))
        .with("restricts", count(Some(Polarity::Restricts)))
        .with("neutral", count(Some(Polarity::Neutral)))
        .with("uncoded", count(None))
}

/// Instruments in the study's scheme and in the two of the literature.
fn instruments(group: &str, measures: &[&Measure], output: &mut Output) {
    let codings =
        measures.iter().filter_map(|row| Some(coding(row, "instrument", row.instrument?.code())));
    let Some(support) = Support::new(codings) else { return };
    let name = format!("instruments.{group}");
    let mut claim = Claim::new(CHAPTER, &name, &format!("instruments-{group}"), support)
        .with("n", Arg::Count(measures.len() as i64))
        .with(
            "coded",
            Arg::Count(measures.iter().filter(|row| row.instrument.is_some()).count() as i64),
        );
    for code in Instrument::ALL {
        let count = measures.iter().filter(|row| row.instrument == Some(*code)).count() as i64;
        claim = claim.with(code.code(), Arg::Count(count));
    }
    output.claims.push(claim);
}

/// Functions that no measure carries, where a recorded search looked for them. Without a search
/// nothing is said: that nobody looked shows nothing.
pub(super) fn not_seen(study: &Study, seen: &[&Measure], output: &mut Output) {
    for function in Function::ALL {
        if seen.iter().any(|row| row.functions.contains(function)) {
            continue;
        }
        let concerns = |row: &&Search| {
            row.result == SearchResult::NotFound
                && row.concerns.iter().any(|id| id.0 == function.code())
        };
        for search in study.searches.iter().filter(concerns) {
            let measures = seen.iter().map(|row| evidence::measure(&row.id));
            let support = Support::one(format!("search:{}", search.id)).and(measures);
            let name = format!("not-seen.{}.{}", function.code(), search.id);
            output.claims.push(
                Claim::new(CHAPTER, &name, "function-not-seen", support)
                    .with("function", Arg::code("function", function.code()))
                    .with("n", Arg::Count(seen.len() as i64))
                    .with("what", Arg::text(&search.what))
                    .with("date", Arg::Date(search.date.to_string())),
            );
        }
    }
}
