//! Within one series: missing and uneven years, statuses, changes out of the usual, two values of
//! one period.

use std::collections::BTreeMap;

use daryn_stats::codes::TimePeriod;
use daryn_stats::codes::period::Kind as Time;

use super::{Issue, Kind, Looking, Quantities, between, when};
use crate::catalogue;
use crate::index;
use crate::table::{Point, PointId, Series, SeriesId, Status, Word};

/// Fewest years that are a series.
const FEWEST: usize = 4;
/// A change of a level that may be a jump: the larger value is half as large again.
const JUMP: f64 = 1.5;
/// How much larger than the usual change of the series a jump is.
const UNUSUAL: f64 = 3.0;
/// Fewest series with the same uneven years that are told as one.
const SHARED: usize = 5;

pub(super) fn check(looking: &Looking<'_>, quantities: &Quantities, issues: &mut Vec<Issue>) {
    let mut uneven: BTreeMap<(Word, Word, Vec<i32>), Vec<SeriesId>> = BTreeMap::new();
    for (number, series) in (0..).zip(&looking.table.series) {
        if series.is_aim || series.is_computed {
            continue;
        }
        statuses(looking, number, series, issues);
        duplicates(looking, number, series, issues);
        let years: Vec<(u32, &Point, f64)> = looking
            .table
            .values(series)
            .into_iter()
            .filter(|(_, point, _)| matches!(point.period.kind(), Time::Year | Time::Academic))
            .collect();
        if years.len() >= FEWEST {
            gaps(looking, number, series, &years, &mut uneven, issues);
        }
    }
    tell_uneven(looking, uneven, issues);
    for numbers in quantities.values() {
        let mut by_source: BTreeMap<[Word; 3], Vec<SeriesId>> = BTreeMap::new();
        for number in numbers {
            let one = looking.series(*number);
            if !one.is_computed {
                by_source.entry([one.source, one.code, one.vintage]).or_default().push(*number);
            }
        }
        by_source.values().for_each(|own| jumps(looking, own, issues));
    }
}

/// What its publisher or the study says of figures.
fn statuses(looking: &Looking<'_>, number: SeriesId, series: &Series, issues: &mut Vec<Issue>) {
    let of = |status: Status| -> Vec<(u32, &Point)> {
        (0..).zip(&series.points).filter(|(_, point)| point.status == status).collect()
    };
    for (status, kind) in [
        (Status::Break, Kind::Break),
        (Status::Estimated, Kind::Estimate),
        (Status::Modelled, Kind::Modelled),
        (Status::Forecast, Kind::Estimate),
    ] {
        let points = of(status);
        let (Some((_, first)), Some((_, last))) = (points.first(), points.last()) else { continue };
        let ids: Vec<PointId> = points.iter().map(|(at, _)| (number, *at)).collect();
        let period = between(first.period, last.period);
        let mut issue = looking.issue(kind, "", series, period, ids);
        issue.args.push(("n", points.len().to_string()));
        issues.push(issue);
    }
    for (status, kind) in [(Status::Derived, Kind::Derived), (Status::Doubtful, Kind::Doubtful)] {
        for (at, point) in of(status) {
            let id = (number, at);
            let mut issue = looking.issue(kind, "", series, when(point.period), vec![id]);
            issue.args.push(("value", looking.value(id)));
            issue.args.push(("note", looking.text(point.note).to_owned()));
            issues.push(issue);
        }
    }
}

/// One period of one series with two values.
fn duplicates(looking: &Looking<'_>, number: SeriesId, series: &Series, issues: &mut Vec<Issue>) {
    for (at, pair) in (0..).zip(series.points.windows(2)) {
        let [one, two] = pair else { continue };
        if one.period == two.period && one.value != two.value {
            let ids = vec![(number, at), (number, at + 1)];
            let mut issue = looking.issue(Kind::Duplicate, "", series, when(one.period), ids);
            let values = [at, at + 1].map(|at| looking.seen((number, at)));
            issue.args.push(("values", values.join("; ")));
            issues.push(issue);
        }
    }
}

/// Years that are missing where years usually follow each other, and years at uneven distances.
fn gaps(
    looking: &Looking<'_>,
    number: SeriesId,
    series: &Series,
    years: &[(u32, &Point, f64)],
    uneven: &mut BTreeMap<(Word, Word, Vec<i32>), Vec<SeriesId>>,
    issues: &mut Vec<Issue>,
) {
    let numbers: Vec<i32> = years.iter().map(|(_, point, _)| point.period.year()).collect();
    let mut steps: Vec<i32> = numbers.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.retain(|step| *step > 0);
    let mut sorted = steps.clone();
    sorted.sort_unstable();
    let Some(usual) = sorted.get(sorted.len() / 2).copied() else { return };
    if sorted.first() == sorted.last() {
        return;
    }
    if usual > 1 {
        uneven.entry((series.source, series.indicator, numbers)).or_default().push(number);
        return;
    }
    let mut missing = Vec::new();
    let mut ids = Vec::new();
    for (pair, points) in numbers.windows(2).zip(years.windows(2)) {
        if pair[1] - pair[0] > 1 {
            let (from, to) = (pair[0] + 1, pair[1] - 1);
            missing.push(if from == to { from.to_string() } else { format!("{from}–{to}") });
            ids.extend([(number, points[0].0), (number, points[1].0)]);
        }
    }
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        let of = |id: &PointId| looking.table.point(*id).period;
        let period = between(of(first), of(last));
        ids.dedup();
        let mut issue = looking.issue(Kind::Gap, "", series, period, ids);
        issue.args.push(("years", missing.join(", ")));
        issues.push(issue);
    }
}

/// Uneven years that many series of a source share are told once.
fn tell_uneven(
    looking: &Looking<'_>,
    uneven: BTreeMap<(Word, Word, Vec<i32>), Vec<SeriesId>>,
    issues: &mut Vec<Issue>,
) {
    for ((_, _, years), numbers) in uneven {
        let years: Vec<String> = years.iter().map(i32::to_string).collect();
        let shared = numbers.len() >= SHARED;
        let told = if shared { &numbers[..1] } else { &numbers[..] };
        for number in told {
            let series = looking.series(*number);
            let ids = (0..series.points.len() as u32).map(|at| (*number, at)).collect();
            let period = between(series.points[0].period, last_of(series));
            let form = if shared { "many" } else { "" };
            let mut issue = looking.issue(Kind::UnevenYears, form, series, period, ids);
            if shared {
                issue.area = String::new();
                issue.args = vec![
                    ("series", looking.text(series.source).to_owned()),
                    ("n", numbers.len().to_string()),
                ];
            }
            issue.args.push(("years", years.join(", ")));
            issues.push(issue);
        }
    }
}

fn last_of(series: &Series) -> TimePeriod {
    series.points[series.points.len() - 1].period
}

/// Changes from one year to the next that are large, and large for the series; where its parts count
/// different things, the step between them, too. Balances and what may be zero have no usual ratio
/// and are left out.
fn jumps(looking: &Looking<'_>, numbers: &[SeriesId], issues: &mut Vec<Issue>) {
    let series = looking.series(numbers[0]);
    let kind = looking.catalogue.get(looking.text(series.indicator)).map(|one| one.kind);
    let unit = index::unit(looking.catalogue, looking.table, numbers[0]);
    let mut years = index::merged(looking.catalogue, looking.table, numbers, unit);
    years.retain(|value| matches!(value.period.kind(), Time::Year | Time::Academic));
    if years.len() < FEWEST || years.iter().any(|value| value.base <= 0.0) {
        return;
    }
    let changes: Vec<f64> =
        years.windows(2).map(|pair| libm::log(pair[1].base / pair[0].base).abs()).collect();
    let mut sorted = changes.clone();
    sorted.sort_by(f64::total_cmp);
    let usual = sorted[sorted.len() / 2];
    // Flows move more than stocks and ratios from year to year.
    let limit = match kind {
        Some(catalogue::Kind::Flow | catalogue::Kind::Amount) => 2.0,
        _ => JUMP,
    };
    for (pair, change) in years.windows(2).zip(changes) {
        let [one, two] = pair else { continue };
        let is_next = two.period.year() - one.period.year() == 1;
        // A single count of few people moves by itself.
        let is_small = pair.iter().all(|value| value.base < 20.0)
            && matches!(kind, Some(catalogue::Kind::Flow | catalogue::Kind::Stock));
        if is_next && !is_small && change > libm::log(limit) && change > UNUSUAL * usual {
            let ids = vec![one.id, two.id];
            let mut issue = looking.issue(Kind::Jump, "", series, when(two.period), ids.clone());
            let values = ids.iter().map(|id| looking.value(*id)).collect::<Vec<_>>();
            issue.args.push(("from", values[0].clone()));
            issue.args.push(("to", values[1].clone()));
            issue.args.push(("before", when(one.period)));
            issue.args.push(("after", when(two.period)));
            issues.push(issue);
        }
    }
}
