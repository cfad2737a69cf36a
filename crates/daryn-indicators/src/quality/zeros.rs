//! Zeros that stand where there is probably no value.

use std::collections::BTreeMap;

use super::{Issue, Kind, Looking, between, when};
use crate::table::{Place, Point, PointId, SeriesId, Word};

/// Fewest values of a series that is zero throughout.
const FEWEST: usize = 3;
/// Fewest other areas that must show that the quantity is usually not zero.
const OTHERS: usize = 10;
/// Share of the other areas that have no zero at all.
const WITHOUT: f64 = 0.6;
/// Zeros of one series that are told one by one; more are told together.
const APART: usize = 3;
/// Smallest usual size of a series in which an exact zero is a sign.
const USUAL: f64 = 100.0;
/// The nearest value before or behind a zero, as a share of the usual size, from which the zero is
/// no end of a slow fall.
const NEAR: f64 = 0.05;

pub(super) fn check(looking: &Looking<'_>, issues: &mut Vec<Issue>) {
    let mut by_source: BTreeMap<[Word; 7], Vec<SeriesId>> = BTreeMap::new();
    for (number, one) in (0..).zip(&looking.table.series) {
        let is_counted =
            !one.is_aim && !one.is_computed && looking.table.place(one.area) != Place::Group;
        if is_counted && one.points.iter().any(|point| point.value.is_some()) {
            let key = [
                one.indicator,
                one.source,
                one.partner,
                one.sex,
                one.age,
                one.education,
                one.detail,
            ];
            by_source.entry(key).or_default().push(number);
        }
    }
    for numbers in by_source.values() {
        throughout(looking, numbers, issues);
        for number in numbers {
            within(looking, *number, issues);
        }
    }
}

/// Series that are zero throughout while most other areas never are.
fn throughout(looking: &Looking<'_>, numbers: &[SeriesId], issues: &mut Vec<Issue>) {
    let values =
        |number: SeriesId| looking.series(number).points.iter().filter_map(|point| point.value);
    let without =
        numbers.iter().filter(|number| values(**number).all(|value| value != 0.0)).count();
    for number in numbers {
        let count = values(*number).count();
        if count < FEWEST || values(*number).any(|value| value != 0.0) {
            continue;
        }
        let others = numbers.len() - 1;
        if others < OTHERS || (without as f64) < WITHOUT * others as f64 {
            continue;
        }
        let series = looking.series(*number);
        let ids: Vec<PointId> = (0..series.points.len() as u32).map(|at| (*number, at)).collect();
        let first = series.points[0].period;
        let last = series.points[series.points.len() - 1].period;
        let mut issue =
            looking.issue(Kind::ZeroMissing, "throughout", series, between(first, last), ids);
        issue.args.push(("n", count.to_string()));
        issue.args.push(("without", without.to_string()));
        issue.args.push(("others", others.to_string()));
        issues.push(issue);
    }
}

/// Exact zeros in a series of large values.
fn within(looking: &Looking<'_>, number: SeriesId, issues: &mut Vec<Issue>) {
    let series = looking.series(number);
    let values = looking.table.values(series);
    let mut sizes: Vec<f64> =
        values.iter().map(|(_, _, value)| value.abs()).filter(|size| *size > 0.0).collect();
    let zeros = values.len() - sizes.len();
    if zeros == 0 || zeros >= sizes.len() {
        return;
    }
    sizes.sort_by(f64::total_cmp);
    let usual = sizes[sizes.len() / 2];
    if usual < USUAL {
        return;
    }
    let mut found: Vec<(PointId, PointId)> = Vec::new();
    for (place, (at, point, value)) in values.iter().enumerate() {
        if *value != 0.0 {
            continue;
        }
        let is_value = |other: &&(u32, &Point, f64)| other.2 != 0.0;
        let before = values[..place].iter().rev().find(is_value);
        let behind = values[place + 1..].iter().find(is_value);
        let near = [before, behind].into_iter().flatten();
        let nearest = near.min_by_key(|other| (other.1.period.year() - point.period.year()).abs());
        if let Some(nearest) = nearest.filter(|other| other.2.abs() >= NEAR * usual) {
            found.push(((number, *at), (number, nearest.0)));
        }
    }
    let of = |id: PointId| looking.table.point(id).period;
    let told = if found.len() > APART { 1 } else { found.len() };
    for (zero, near) in found.iter().take(told) {
        let (form, period, ids) = match (told == found.len(), found.last()) {
            (false, Some((last, _))) => (
                "several",
                between(of(*zero), of(*last)),
                found.iter().map(|(zero, _)| *zero).chain([*near]).collect(),
            ),
            _ => ("", when(of(*zero)), vec![*zero, *near]),
        };
        let mut issue = looking.issue(Kind::ZeroMissing, form, series, period, ids);
        issue.args.push(("n", found.len().to_string()));
        issue.args.push(("near", looking.value(*near)));
        issue.args.push(("when", when(of(*near))));
        issues.push(issue);
    }
}
