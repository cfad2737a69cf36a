//! Areas: groups among countries, countries that were split, merged or not yet there.

use std::collections::BTreeMap;

use daryn_stats::codes::area::{self, Area};

use super::{Issue, Kind, Looking, between};
use crate::table::{Place, PointId, SeriesId, Word};

/// Groups that are named.
const NAMED: usize = 8;
/// Fewest countries among which a group stands.
const COUNTRIES: usize = 3;

pub(super) fn check(looking: &Looking<'_>, issues: &mut Vec<Issue>) {
    groups(looking, issues);
    changed(looking, issues);
}

/// Groups of countries in a column of countries: whoever adds up counts twice.
fn groups(looking: &Looking<'_>, issues: &mut Vec<Issue>) {
    let mut by_source: BTreeMap<(Word, Word), BTreeMap<Word, SeriesId>> = BTreeMap::new();
    for (number, one) in (0..).zip(&looking.table.series) {
        if !one.is_aim && !one.is_computed {
            let areas = by_source.entry((one.source, one.indicator)).or_default();
            areas.entry(one.area).or_insert(number);
        }
    }
    for areas in by_source.values() {
        let of = |place: Place| {
            areas.iter().filter(move |(area, _)| looking.table.place(**area) == place)
        };
        let groups: Vec<(&Word, &SeriesId)> = of(Place::Group).collect();
        let Some((_, first)) = groups.first() else { continue };
        if of(Place::Country).count() < COUNTRIES {
            continue;
        }
        let mut names: Vec<&str> = groups
            .iter()
            .map(|(_, number)| looking.text(looking.series(**number).area_text))
            .collect();
        names.sort_unstable();
        let ids: Vec<PointId> =
            groups.iter().take(NAMED).map(|(_, number)| (**number, 0)).collect();
        let series = looking.series(**first);
        let mut issue =
            looking.issue(Kind::AggregateAmongCountries, "", series, String::new(), ids);
        issue.area = String::new();
        issue.args = vec![
            ("series", looking.text(series.source).to_owned()),
            ("n", names.len().to_string()),
            ("groups", names.into_iter().take(NAMED).collect::<Vec<_>>().join(", ")),
        ];
        issues.push(issue);
    }
}

/// Figures of areas that are no more, that had other borders in their years, or that were not yet
/// countries of their own.
fn changed(looking: &Looking<'_>, issues: &mut Vec<Issue>) {
    // The last year of the area that a country was a part of, by the country.
    let mut before: BTreeMap<&str, (i32, &str)> = BTreeMap::new();
    for former in area::former() {
        for successor in &former.successors {
            let own = before.entry(successor).or_insert((former.until, former.id));
            *own = (*own).max((former.until, former.id));
        }
    }
    let mut found: BTreeMap<(Word, i32), Option<&'static area::Former>> = BTreeMap::new();
    for (number, series) in (0..).zip(&looking.table.series) {
        if series.is_aim || series.is_computed || looking.text(series.partner) != "W" {
            continue;
        }
        let place = looking.table.place(series.area);
        let text = looking.text(series.area_text);
        let mut by_form: BTreeMap<(&'static str, &str), Vec<PointId>> = BTreeMap::new();
        for (at, point) in (0..).zip(&series.points) {
            let year = point.period.year();
            if place == Place::Former {
                by_form
                    .entry(("former", looking.text(series.area)))
                    .or_default()
                    .push((number, at));
                continue;
            }
            let past =
                *found.entry((series.area_text, year)).or_insert_with(|| {
                    match area::find_at(text, year) {
                        Some(Area::Former(former)) => Some(former),
                        _ => None,
                    }
                });
            if let Some(former) = past {
                by_form.entry(("borders", former.id)).or_default().push((number, at));
            } else if let Some((until, former)) = before.get(looking.text(series.area))
                && year <= *until
            {
                by_form.entry(("before", former)).or_default().push((number, at));
            }
        }
        for ((form, former), ids) in by_form {
            let of = |id: &PointId| looking.table.point(*id).period;
            let period = match (ids.first(), ids.last()) {
                (Some(first), Some(last)) => between(of(first), of(last)),
                _ => continue,
            };
            let mut issue = looking.issue(Kind::AreaChanged, form, series, period, ids);
            issue.args.push(("former", former.to_owned()));
            issue.args.push(("successors", successors(former)));
            issues.push(issue);
        }
    }
}

fn successors(id: &str) -> String {
    area::former()
        .find(|former| former.id == id)
        .map_or_else(String::new, |former| former.successors.join(", "))
}
