//! Events beside the series: adoptions of corpus documents, and what the study's table of events
//! names. A mark tells when something happened, never what came of it.

use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Study, Support};

use super::CHAPTER;
use crate::Output;
use crate::evidence::{self, Words};
use crate::evolution::year_fraction;
use crate::figure::EventMark;
use crate::series::Point;

/// An event with its claim.
struct Marked<'a> {
    claim: Claim,
    name: Localized,
    start: daryn_model::Date,
    end: Option<daryn_model::Date>,
    shock: bool,
    charts: &'a [daryn_model::record::Id],
}

/// One claim an event.
pub fn run(study: &Study) -> Output {
    let claims = all(study).into_iter().map(|event| event.claim).collect();
    Output { claims, ..Output::default() }
}

/// Marks of a chart of the country, within the years that it shows, in the order of time.
pub(super) fn of_chart(study: &Study, chart: &Chart, points: &[Point<'_>]) -> Vec<EventMark> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    // The value of a year stands at the middle of the year.
    let (low, high) = (f64::from(first.year) - 0.5, f64::from(last.year) + 0.5);
    let mut marks: Vec<EventMark> = all(study)
        .into_iter()
        .filter(|event| event.charts.is_empty() || event.charts.contains(&chart.id))
        .map(|event| EventMark {
            claim: event.claim.id,
            label: event.name,
            from: year_fraction(event.start) - 0.5,
            to: event.end.map(|end| year_fraction(end) - 0.5),
            shock: event.shock,
        })
        .filter(|mark| mark.to.unwrap_or(mark.from) >= low && mark.from <= high)
        .collect();
    marks.sort_by(|a, b| a.from.total_cmp(&b.from));
    marks
}

fn all(study: &Study) -> Vec<Marked<'_>> {
    let words = Words::of(study);
    let corpus = study.documents.iter().filter(|row| row.role == Role::Corpus);
    let adopted = corpus.filter_map(|row| {
        let date = row.adopted?;
        let name = words.short(&row.id.0);
        let claim = Claim::new(
            CHAPTER,
            &format!("event.document.{}", row.id),
            "event-policy",
            Support::one(evidence::document(&row.id)),
        )
        .with("date", Arg::Date(date.to_string()))
        .with("name", Arg::Text(name.clone()));
        Some(Marked { claim, name, start: date, end: None, shock: false, charts: &[] })
    });
    let named = study.events.iter().map(|row| {
        let template = match (row.kind, row.end) {
            (EventKind::Policy, None) => "event-policy",
            (EventKind::Policy, Some(_)) => "event-policy-span",
            (EventKind::Shock, None) => "event-shock",
            (EventKind::Shock, Some(_)) => "event-shock-span",
        };
        let claim = Claim::new(
            CHAPTER,
            &format!("event.{}", row.id),
            template,
            Support::one(evidence::event(&row.id)),
        )
        .with("date", Arg::Date(row.start.to_string()))
        .with("name", Arg::text(&row.name));
        let claim = match row.end {
            Some(end) => claim.with("end", Arg::Date(end.to_string())),
            None => claim,
        };
        Marked {
            claim,
            name: row.name.clone(),
            start: row.start,
            end: row.end,
            shock: row.kind == EventKind::Shock,
            charts: &row.charts,
        }
    });
    adopted.chain(named).collect()
}
