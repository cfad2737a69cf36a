//! Parts and wholes: sexes, partners, parts of an indicator, formulas, and what partners report.

use std::collections::BTreeMap;

use daryn_stats::codes::TimePeriod;

use super::{Issue, Kind, Looking, Quantities, percent, when};
use crate::choice::spread;
use crate::index::{self, Value};
use crate::table::{PointId, Series, SeriesId, Status, Word};

/// Deviation of a sum from the whole that is told, as a share of the whole.
const ADDS: f64 = 0.005;
/// Deviation of a published value from its formula that is told.
const FORMULA: f64 = 0.02;
/// Deviation of what partners report that is told.
const MIRROR: f64 = 0.25;

pub(super) fn check(looking: &Looking<'_>, quantities: &Quantities, issues: &mut Vec<Issue>) {
    sexes(looking, issues);
    partners(looking, quantities, issues);
    wholes(looking, issues);
    formulas(looking, quantities, issues);
}

/// Values of published series in the scale 0, by source and what else must be the same.
fn by_source<K: Ord>(
    looking: &Looking<'_>,
    key: impl Fn(&Series) -> Option<K>,
) -> BTreeMap<K, Vec<SeriesId>> {
    let mut found: BTreeMap<K, Vec<SeriesId>> = BTreeMap::new();
    for (number, one) in (0..).zip(&looking.table.series) {
        if !one.is_aim
            && !one.is_computed
            && let Some(key) = key(one)
        {
            found.entry(key).or_default().push(number);
        }
    }
    found
}

fn values(looking: &Looking<'_>, series: &[SeriesId]) -> Vec<Value> {
    index::merged(looking.catalogue, looking.table, series, None)
}

/// Whether parts give more or less than the whole by more than rounding.
fn is_off(sum: f64, whole: f64, parts: usize) -> bool {
    let rounding = 0.5 * (parts + 1) as f64;
    (sum - whole).abs() > (ADDS * whole.abs()).max(rounding.min(0.1 * whole.abs()))
}

/// Women and men beside both.
fn sexes(looking: &Looking<'_>, issues: &mut Vec<Issue>) {
    let all = by_source(looking, |one| {
        let key = [one.source, one.code, one.area, one.partner, one.age, one.education];
        let is_count = is_count(looking, one);
        is_count.then_some((key, one.detail, one.vintage, one.definition))
    });
    for numbers in all.values().filter(|numbers| numbers.len() > 2) {
        let of = |sex: &str| -> Vec<SeriesId> {
            let own = numbers.iter().filter(|one| looking.text(looking.series(**one).sex) == sex);
            own.copied().collect()
        };
        let (both, women, men) = (of("_T"), of("F"), of("M"));
        if both.is_empty() || women.is_empty() || men.is_empty() {
            continue;
        }
        let (women, men) = (values(looking, &women), values(looking, &men));
        for whole in values(looking, &both) {
            let parts = (index::at(&women, whole.period), index::at(&men, whole.period));
            let (Some(a), Some(b)) = parts else { continue };
            if is_off(a.base + b.base, whole.base, 2) {
                let ids = vec![whole.id, a.id, b.id];
                tell(looking, "sexes", whole.period, ids, a.base + b.base, whole.base, issues);
            }
        }
    }
}

/// Whether values can be added up.
fn is_count(looking: &Looking<'_>, series: &Series) -> bool {
    use crate::catalogue::Kind;
    let known = looking.catalogue.get(looking.text(series.indicator));
    let unit = looking.catalogue.units.get(looking.text(series.unit));
    match known {
        Some(one) => matches!(one.kind, Kind::Flow | Kind::Stock | Kind::Amount),
        // Shares and what is not known are not added up.
        None => unit.is_some_and(|(unit, _)| !unit.is_share()),
    }
}

fn tell(
    looking: &Looking<'_>,
    form: &'static str,
    period: TimePeriod,
    ids: Vec<PointId>,
    sum: f64,
    whole: f64,
    issues: &mut Vec<Issue>,
) {
    let series = looking.series(ids[0].0);
    let unit = index::unit(looking.catalogue, looking.table, ids[0].0);
    let shown = |base: f64| super::digits(unit.map_or(base, |unit| unit.of_base(base)));
    let mut issue = looking.issue(Kind::SumMismatch, form, series, when(period), ids);
    issue.args.push(("sum", shown(sum)));
    issue.args.push(("whole", shown(whole)));
    issues.push(issue);
}

/// Single partners that are together more than all.
fn partners(looking: &Looking<'_>, quantities: &Quantities, issues: &mut Vec<Issue>) {
    let whole = Word::WORLD;
    let mut by_total: BTreeMap<[Word; 6], BTreeMap<Word, Vec<SeriesId>>> = BTreeMap::new();
    for (key, numbers) in quantities {
        let [indicator, area, partner, sex, age, education, _] = *key;
        let is_single = index::is_single(looking.table, partner);
        if partner != whole && !is_single {
            continue;
        }
        for number in numbers {
            let one = looking.series(*number);
            if !one.is_computed && is_count(looking, one) {
                let own =
                    by_total.entry([indicator, area, sex, age, education, one.source]).or_default();
                own.entry(partner).or_default().push(*number);
            }
        }
    }
    for by_partner in by_total.values().filter(|own| own.len() > 2) {
        let Some(total) = by_partner.get(&whole) else { continue };
        let parts: Vec<Vec<Value>> = by_partner
            .iter()
            .filter(|(partner, _)| **partner != whole)
            .map(|(_, numbers)| values(looking, numbers))
            .collect();
        for total in values(looking, total) {
            let found: Vec<&Value> =
                parts.iter().filter_map(|own| index::at(own, total.period)).collect();
            let sum: f64 = found.iter().map(|value| value.base).sum();
            if found.len() > 1 && sum > total.base && is_off(sum, total.base, found.len()) {
                let mut ids = vec![total.id];
                ids.extend(found.iter().map(|value| value.id));
                tell(looking, "partners", total.period, ids, sum, total.base, issues);
            }
        }
    }
}

/// Indicators that are a part of another one and larger than it, and parts of people that are
/// together more than all.
fn wholes(looking: &Looking<'_>, issues: &mut Vec<Issue>) {
    for one in &looking.catalogue.indicators {
        let Some(whole) = &one.part_of else { continue };
        let words = (looking.table.known(&one.id.0), looking.table.known(&whole.0));
        let (Some(part), Some(whole)) = words else { continue };
        for area in looking.index.areas(part) {
            for partner in looking.index.partners(part, area) {
                let wholes = looking.index.series(whole, area, partner);
                for number in looking.index.series(part, area, partner) {
                    let own = looking.series(*number);
                    let same: Vec<SeriesId> = wholes
                        .iter()
                        .filter(|one| looking.series(**one).source == own.source)
                        .copied()
                        .collect();
                    let whole = values(looking, &same);
                    for value in values(looking, &[*number]) {
                        let Some(all) = index::at(&whole, value.period) else { continue };
                        if value.base > all.base && is_off(value.base, all.base, 1) {
                            let ids = vec![all.id, value.id];
                            let (sum, whole) = (value.base, all.base);
                            tell(looking, "part", value.period, ids, sum, whole, issues);
                        }
                    }
                }
            }
        }
    }
}

/// Published values beside what their formula gives from figures of the same source, and what an
/// area reports beside what its partners do.
fn formulas(looking: &Looking<'_>, quantities: &Quantities, issues: &mut Vec<Issue>) {
    for (key, numbers) in quantities {
        let [indicator, area, partner, ..] = *key;
        let (computed, published): (Vec<SeriesId>, Vec<SeriesId>) =
            numbers.iter().partition(|number| looking.series(**number).is_computed);
        for number in &computed {
            let own: Vec<SeriesId> = published
                .iter()
                .filter(|one| looking.series(**one).source == looking.series(*number).source)
                .copied()
                .collect();
            let (own, made) = (values(looking, &own), values(looking, &[*number]));
            for value in made {
                let Some(said) = index::at(&own, value.period) else { continue };
                // What was itself computed from the same figures shows nothing.
                let off = spread([said.base, value.base].into_iter()).unwrap_or_default();
                if off > FORMULA && said.status < Status::Derived {
                    let mut ids = vec![said.id];
                    ids.extend(looking.table.point(value.id).rests_on.iter().copied());
                    tell(looking, "formula", value.period, ids, value.base, said.base, issues);
                }
            }
        }
        let one = looking.catalogue.get(looking.text(indicator));
        let mirror = one.and_then(|one| one.mirrored_by.as_ref());
        let Some(mirror) = mirror.and_then(|id| looking.table.known(&id.0)) else { continue };
        let seen = values(looking, looking.index.series(mirror, area, partner));
        let is_total = numbers.iter().all(|one| looking.table.is_total(looking.series(*one)));
        if !is_total || seen.is_empty() {
            continue;
        }
        for value in values(looking, &published) {
            let Some(other) = index::at(&seen, value.period) else { continue };
            let off = spread([value.base, other.base].into_iter()).unwrap_or_default();
            if off > MIRROR {
                let below = looking.table.point(other.id).rests_on.first().copied();
                let ids = vec![value.id, below.unwrap_or(other.id)];
                let values = ids.iter().map(|id| looking.seen(*id)).collect::<Vec<_>>();
                let series = looking.series(value.id.0);
                let mut issue = looking.issue(Kind::Mirror, "", series, when(value.period), ids);
                issue.args.push(("values", values.join("; ")));
                issue.args.push(("spread", percent(off)));
                issues.push(issue);
            }
        }
    }
}
