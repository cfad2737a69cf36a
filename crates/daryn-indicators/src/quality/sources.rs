//! One quantity from several sources or releases: how far they lie apart, whether they move in
//! opposite directions, whether one is the other times a constant.

use std::collections::{BTreeMap, BTreeSet};

use daryn_stats::codes::period::Kind as Time;

use super::{Issue, Kind, Looking, Quantities, percent, when};
use crate::choice::{self, Assertion, spread};
use crate::formula::{Formula, Look};
use crate::index::{self, Value};
use crate::table::{PointId, SeriesId, Word};

/// Spread from which sources lie apart.
const APART: f64 = 0.02;
/// Spread of figures of different years from which they lie apart.
const FAR: f64 = 0.5;
/// Years between figures that are compared although they are of different years.
const YEARS: i32 = 3;
/// Fewest common periods that show a constant ratio.
const COMMON: usize = 4;
/// Largest deviation of the ratio from its mean, as a share, for it to be constant.
const CONSTANT: f64 = 0.015;
/// Largest deviation from a power of ten, as a share, for it to be one: prices of another base year
/// or a later release move figures that much, and nothing but units makes a hundredfold.
const POWER: f64 = 0.25;
/// Smallest deviation of the mean ratio from 1 that is told.
const OTHER: f64 = 0.01;

/// Figures of one source, code and release. Parts with other definitions stay in it, as whoever
/// takes the series as a whole would have them.
struct Side {
    source: Word,
    vintage: Word,
    values: Vec<Value>,
}

pub(super) fn check(looking: &Looking<'_>, quantities: &Quantities, issues: &mut Vec<Issue>) {
    for (key, numbers) in quantities {
        if numbers.len() < 2 || is_mirror(looking, key[0]) {
            continue;
        }
        let sides = sides(looking, numbers);
        let before = issues.len();
        // What lies apart by its unit is told once and not for each period.
        let is_scaled =
            sides.len() == 2 && ratio(&sides[0], &sides[1]).is_some_and(|it| it.is_power);
        if !is_scaled {
            apart(looking, &sides, issues);
        }
        if looking.text(key[2]) != "W" {
            only_largest(issues, before);
        }
        for (place, one) in sides.iter().enumerate() {
            for two in &sides[place + 1..] {
                pair(looking, one, two, issues);
            }
        }
    }
}

/// Whether an indicator only turns another one round: its sources differ as those of that one do.
fn is_mirror(looking: &Looking<'_>, indicator: Word) -> bool {
    let place = looking.catalogue.place(looking.text(indicator));
    let formula = place.and_then(|place| looking.catalogue.formula(place));
    matches!(formula, Some(Formula::Look(Look::Mirror, _)))
}

/// Of a single partner only the period in which sources lie farthest apart is told.
fn only_largest(issues: &mut Vec<Issue>, before: usize) {
    let share = |issue: &Issue| {
        let found = issue.args.iter().find(|(name, _)| *name == "spread");
        found.and_then(|(_, text)| text.parse::<f64>().ok()).unwrap_or_default()
    };
    let own = issues.split_off(before);
    issues.extend(own.into_iter().max_by(|a, b| share(a).total_cmp(&share(b))));
}

/// Sides of a quantity. What was computed here counts for a source that publishes nothing itself.
fn sides(looking: &Looking<'_>, numbers: &[SeriesId]) -> Vec<Side> {
    let publishes: BTreeSet<Word> = numbers
        .iter()
        .filter(|number| !looking.series(**number).is_computed)
        .map(|number| looking.series(*number).source)
        .collect();
    let mut by_side: BTreeMap<[Word; 3], Vec<SeriesId>> = BTreeMap::new();
    for number in numbers {
        let one = looking.series(*number);
        let is_own = publishes.contains(&one.source);
        let is_mixed = looking.text(one.source).contains(" + ");
        if !one.is_computed || (!is_own && !is_mixed) {
            let key = [one.source, one.code, one.vintage];
            by_side.entry(key).or_default().push(*number);
        }
    }
    let indicator = looking.text(looking.series(numbers[0]).indicator);
    let wanted = looking
        .catalogue
        .unit_of(indicator)
        .or_else(|| index::unit(looking.catalogue, looking.table, numbers[0]));
    by_side
        .into_iter()
        .map(|([source, _, vintage], series)| {
            let values = index::merged(looking.catalogue, looking.table, &series, wanted);
            Side { source, vintage, values }
        })
        .filter(|side| !side.values.is_empty())
        .collect()
}

/// Periods for which the sides lie apart.
fn apart(looking: &Looking<'_>, sides: &[Side], issues: &mut Vec<Issue>) {
    let mut by_period: BTreeMap<_, Vec<(&Side, &Value)>> = BTreeMap::new();
    for side in sides {
        for value in &side.values {
            by_period.entry((value.period.days(), value.period)).or_default().push((side, value));
        }
    }
    for ((_, period), values) in by_period {
        let Some(share) = spread(values.iter().map(|(_, value)| value.base)) else { continue };
        if share <= APART {
            continue;
        }
        let sources: BTreeSet<Word> = values.iter().map(|(side, _)| side.source).collect();
        let vintages: BTreeSet<Word> = values.iter().map(|(side, _)| side.vintage).collect();
        let kind = if sources.len() == 1 && vintages.len() > 1 {
            Kind::Revised
        } else {
            Kind::SourcesDiffer
        };
        let ids: Vec<PointId> = values.iter().map(|(_, value)| value.id).collect();
        tell(looking, kind, "", when(period), ids, share, issues);
    }
}

fn tell(
    looking: &Looking<'_>,
    kind: Kind,
    form: &'static str,
    period: String,
    ids: Vec<PointId>,
    share: f64,
    issues: &mut Vec<Issue>,
) {
    let Some(first) = ids.first() else { return };
    let values: Vec<String> = ids.iter().map(|id| looking.seen(*id)).collect();
    let mut issue = looking.issue(kind, form, looking.series(first.0), period, ids);
    issue.args.push(("values", values.join("; ")));
    issue.args.push(("spread", percent(share)));
    issues.push(issue);
}

/// What two sides show together.
fn pair(looking: &Looking<'_>, one: &Side, two: &Side, issues: &mut Vec<Issue>) {
    latest(looking, one, two, issues);
    for assertion in choice::differ(&one.values, &two.values) {
        let Assertion::Direction { from, to, first, other } = assertion else { continue };
        let ids = vec![first.0, first.1, other.0, other.1];
        let series = looking.series(first.0.0);
        let period = format!("{from}–{to}");
        let way = |(a, b): (PointId, PointId)| {
            format!(
                "{} → {} ({})",
                looking.value(a),
                looking.value(b),
                looking.name(looking.series(a.0))
            )
        };
        let mut issue = looking.issue(Kind::OppositeChange, "", series, period, ids);
        issue.args.push(("from", when(from)));
        issue.args.push(("to", when(to)));
        issue.args.push(("values", [way(first), way(other)].join("; ")));
        issues.push(issue);
    }
    constant(looking, one, two, issues);
}

/// The latest figures of both, where they are of different years.
fn latest(looking: &Looking<'_>, one: &Side, two: &Side, issues: &mut Vec<Issue>) {
    let is_year = |value: &&Value| matches!(value.period.kind(), Time::Year | Time::Academic);
    let last = |side: &Side| side.values.iter().rev().find(is_year).copied();
    let (Some(a), Some(b)) = (last(one), last(two)) else { return };
    let years = (a.period.year() - b.period.year()).abs();
    let Some(share) = spread([a.base, b.base].into_iter()) else { return };
    if a.period != b.period && years <= YEARS && share > FAR && one.source != two.source {
        let (early, late) = if a.period.days() <= b.period.days() { (a, b) } else { (b, a) };
        let period = format!("{}–{}", early.period, late.period);
        tell(looking, Kind::SourcesDiffer, "years", period, vec![early.id, late.id], share, issues);
    }
}

/// One side as the other one times a constant.
struct Ratio<'v> {
    /// Values of common periods.
    common: Vec<(&'v Value, &'v Value)>,
    mean: f64,
    /// Whether the constant is a power of ten.
    is_power: bool,
}

/// The constant that makes one side of the other; `None` where there is none or it is 1.
fn ratio<'v>(one: &'v Side, two: &'v Side) -> Option<Ratio<'v>> {
    let (mut common, mut ratios) = (Vec::new(), Vec::new());
    for value in &one.values {
        let Some(other) = index::at(&two.values, value.period) else { continue };
        let ratio = other.base / value.base;
        if ratio.is_finite() && ratio > 0.0 {
            common.push((value, other));
            ratios.push(ratio);
        }
    }
    if common.len() < COMMON {
        return None;
    }
    let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
    let power = libm::round(libm::log10(mean));
    let within = |value: &f64, of: f64, share: f64| (value / of - 1.0).abs() <= share;
    let is_constant = ratios.iter().all(|ratio| within(ratio, mean, CONSTANT));
    // A tenfold may be another count; a hundredfold in every period is another unit.
    let ten = libm::pow(10.0, power);
    let is_power = match power.abs() {
        size if size >= 2.0 => ratios.iter().all(|ratio| within(ratio, ten, POWER)),
        size => size > 0.0 && is_constant && within(&mean, ten, CONSTANT),
    };
    (is_power || (is_constant && (mean - 1.0).abs() > OTHER)).then_some(Ratio {
        common,
        mean,
        is_power,
    })
}

/// Whether one is the other times a constant: rebased, another denominator, or another unit.
fn constant(looking: &Looking<'_>, one: &Side, two: &Side, issues: &mut Vec<Issue>) {
    let Some(Ratio { common, mean, is_power }) = ratio(one, two) else { return };
    let kind = if is_power { Kind::Scale } else { Kind::Rebased };
    let (first, last) = (common[0], common[common.len() - 1]);
    let ids = vec![first.0.id, first.1.id, last.0.id, last.1.id];
    let period = format!("{}–{}", first.0.period, last.0.period);
    let mut issue = looking.issue(kind, "", looking.series(first.0.id.0), period, ids.clone());
    issue.args.push(("ratio", super::digits(mean)));
    issue.args.push(("n", common.len().to_string()));
    issue
        .args
        .push(("values", ids.iter().map(|id| looking.seen(*id)).collect::<Vec<_>>().join("; ")));
    issues.push(issue);
}
