//! Periods: parts of years beside whole ones, periods that overlap, definitions that change.

use std::collections::BTreeMap;

use daryn_stats::codes::period::Kind as Time;

use super::{Issue, Kind, Looking, Quantities, between, when};
use crate::table::{PointId, SeriesId, Word};

/// How near a whole year may be to a part of it without being that part, as a share.
const SAME: f64 = 0.005;

pub(super) fn check(looking: &Looking<'_>, quantities: &Quantities, issues: &mut Vec<Issue>) {
    for numbers in quantities.values() {
        let mut by_source: BTreeMap<(Word, Word), Vec<SeriesId>> = BTreeMap::new();
        for number in numbers {
            let series = looking.series(*number);
            if !series.is_computed {
                by_source.entry((series.source, series.code)).or_default().push(*number);
            }
        }
        as_whole(looking, numbers, issues);
        for own in by_source.values() {
            parts(looking, own, issues);
            overlaps(looking, own, issues);
            definitions(looking, own, issues);
        }
    }
}

/// Points with values of several series, by time.
fn points(looking: &Looking<'_>, numbers: &[SeriesId]) -> Vec<PointId> {
    let mut points: Vec<PointId> = numbers
        .iter()
        .flat_map(|number| {
            let series = looking.series(*number);
            (0..)
                .zip(&series.points)
                .filter(|(_, point)| point.value.is_some())
                .map(|(at, _)| (*number, at))
        })
        .collect();
    points.sort_by_key(|id| (looking.table.point(*id).period.days(), *id));
    points
}

fn is_part(time: Time) -> bool {
    matches!(time, Time::Months | Time::Half | Time::Quarter | Time::Third)
}

/// A part of a year in a series that has whole years, too.
fn parts(looking: &Looking<'_>, numbers: &[SeriesId], issues: &mut Vec<Issue>) {
    let points = points(looking, numbers);
    let period = |id: PointId| looking.table.point(id).period;
    let whole: Vec<PointId> =
        points.iter().copied().filter(|id| period(*id).kind() == Time::Year).collect();
    if whole.is_empty() {
        return;
    }
    for part in points.iter().copied().filter(|id| is_part(period(*id).kind())) {
        let year = period(part).year();
        let nearest = whole.iter().min_by_key(|id| (period(**id).year() - year).abs());
        let Some(nearest) = nearest else { continue };
        let series = looking.series(part.0);
        let ids = vec![part, *nearest];
        let mut issue = looking.issue(Kind::PartYear, "", series, when(period(part)), ids);
        issue.args.push(("part", looking.value(part)));
        issue.args.push(("period", when(period(part))));
        issue.args.push(("whole", looking.value(*nearest)));
        issue.args.push(("year", when(period(*nearest))));
        issues.push(issue);
    }
}

/// A whole year with the value of a part of it, whoever publishes them.
fn as_whole(looking: &Looking<'_>, numbers: &[SeriesId], issues: &mut Vec<Issue>) {
    let has_parts = numbers.iter().any(|number| {
        looking.series(*number).points.iter().any(|point| is_part(point.period.kind()))
    });
    if !has_parts {
        return;
    }
    let points = points(looking, numbers);
    let of = |id: PointId| looking.table.point(id);
    for part in points.iter().copied().filter(|id| is_part(of(*id).period.kind())) {
        for whole in points.iter().copied().filter(|id| of(*id).period.kind() == Time::Year) {
            let (Some(a), Some(b)) = (of(part).value, of(whole).value) else { continue };
            let is_same_unit = looking.series(part.0).unit == looking.series(whole.0).unit;
            let is_same = a != 0.0 && (a - b).abs() <= SAME * a.abs();
            if is_same_unit && is_same && of(part).period.year() == of(whole).period.year() {
                let series = looking.series(whole.0);
                let mut issue = looking.issue(
                    Kind::PartYearAsYear,
                    "",
                    series,
                    when(of(whole).period),
                    vec![whole, part],
                );
                issue.args.push(("values", [whole, part].map(|id| looking.seen(id)).join("; ")));
                issues.push(issue);
            }
        }
    }
}

/// Periods of which the later one begins before the earlier one has ended.
fn overlaps(looking: &Looking<'_>, numbers: &[SeriesId], issues: &mut Vec<Issue>) {
    let points = points(looking, numbers);
    let of = |id: PointId| looking.table.point(id).period;
    let mut told = None;
    for (place, later) in points.iter().copied().enumerate() {
        let (start, end) = of(later).days();
        let earlier = points[..place].iter().rev().copied().find(|id| {
            let (other_start, other_end) = of(*id).days();
            !of(*id).is_point()
                && !of(later).is_point()
                && other_start < start
                && start <= other_end
                && other_end < end
        });
        let Some(earlier) = earlier else { continue };
        let pair = (of(earlier), of(later));
        if told == Some(pair) {
            continue;
        }
        told = Some(pair);
        let series = looking.series(later.0);
        let mut issue =
            looking.issue(Kind::Overlap, "", series, when(pair.1), vec![earlier, later]);
        issue.args.push(("values", [earlier, later].map(|id| looking.seen(id)).join("; ")));
        issues.push(issue);
    }
}

/// Yearly figures of one source and code that count different things.
fn definitions(looking: &Looking<'_>, numbers: &[SeriesId], issues: &mut Vec<Issue>) {
    let mut by_definition: BTreeMap<(&str, &str), Vec<SeriesId>> = BTreeMap::new();
    for number in numbers {
        let series = looking.series(*number);
        let is_yearly = |time| matches!(time, Time::Year | Time::Academic);
        if series.points.iter().any(|point| is_yearly(point.period.kind())) {
            let key = (looking.text(series.definition), looking.text(series.group));
            by_definition.entry(key).or_default().push(*number);
        }
    }
    if by_definition.len() < 2 {
        return;
    }
    let names: Vec<String> = by_definition
        .keys()
        .map(|(definition, group)| {
            let texts = [*definition, *group].into_iter().filter(|text| !text.is_empty());
            texts.collect::<Vec<_>>().join(" / ")
        })
        .filter(|name| !name.is_empty())
        .collect();
    let ids: Vec<PointId> =
        by_definition.values().filter_map(|own| points(looking, own).first().copied()).collect();
    let all = points(looking, &by_definition.values().flatten().copied().collect::<Vec<_>>());
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return };
    let of = |id: &PointId| looking.table.point(*id).period;
    let series = looking.series(first.0);
    let mut issue =
        looking.issue(Kind::DefinitionChanged, "", series, between(of(first), of(last)), ids);
    issue.args.push(("definitions", names.join("; ")));
    issues.push(issue);
}
