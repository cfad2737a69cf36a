//! Figures that do not agree: one quantity of one place and period with several values.
//!
//! Every figure is kept. Which one a result uses follows from a rule that the report states: of
//! several releases of a series the last one, of several series each as a whole, and never one in
//! doubt. The spread tells the reader how much hangs on the rule.

use std::collections::BTreeMap;

use daryn_indicators::choice;
use daryn_model::record::Decimal;
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};

use super::CHAPTER;
use crate::Output;
use crate::evidence::{self, Words};
use crate::series;

/// What is the same about figures that ought to agree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    quantity: String,
    area: String,
    partner: String,
    /// Sex, age, education and unit.
    detail: [String; 4],
    aim: bool,
}

/// Figures of one quantity by period, only periods with more than one figure.
type Periods<'a> = BTreeMap<String, Vec<&'a Observation>>;

/// Figures of the same quantity, of periods for which more than one was seen.
fn quantities<'a>(head: &Head, observations: &'a [Observation]) -> BTreeMap<Key, Periods<'a>> {
    let mut all: BTreeMap<Key, Periods<'a>> = BTreeMap::new();
    for row in observations {
        if row.obs_value.is_none() || row.status == Some(ObsStatus::Missing) {
            continue;
        }
        let same =
            head.same_quantities.iter().find(|same| same.indicators.contains(&row.indicator));
        let total = |code: &Option<String>| code.clone().unwrap_or_else(|| "_T".to_owned());
        let partner = row.partner_area.as_ref().map_or("W", |code| code.0.as_str());
        let key = Key {
            quantity: same.map_or(&row.indicator.0, |same| &same.id.0).clone(),
            area: row.ref_area.0.clone(),
            partner: partner.to_owned(),
            detail: [total(&row.sex), total(&row.age), total(&row.education), row.unit.0.clone()],
            aim: row.kind == FigureKind::Target,
        };
        let period = row.time_period.to_string();
        all.entry(key).or_default().entry(period).or_default().push(row);
    }
    for periods in all.values_mut() {
        periods.retain(|_, rows| rows.len() > 1);
    }
    all.retain(|_, periods| periods.values().any(|rows| differ(rows)));
    all
}

/// Rows that the table of disagreeing figures is made of, for the slice of the statistics that the
/// stage reads.
pub fn rows<'a>(head: &Head, observations: &'a [Observation]) -> Vec<&'a Observation> {
    quantities(head, observations).into_values().flat_map(BTreeMap::into_values).flatten().collect()
}

/// Whether two of the figures still differ when both have the digits of the less exact one.
fn differ(rows: &[&Observation]) -> bool {
    let values: Vec<&Decimal> = rows.iter().filter_map(|row| row.obs_value.as_ref()).collect();
    values.iter().enumerate().any(|(place, one)| {
        values[place + 1..].iter().any(|other| {
            let digits = series::decimals(one).min(series::decimals(other));
            Decimal::rounded(one.value, digits).literal
                != Decimal::rounded(other.value, digits).literal
        })
    })
}

/// Lowest and highest of the figures, and how far they lie apart in percent, by the definition that
/// stands behind all comparisons of sources.
fn spread<'a>(rows: &[&'a Observation]) -> Option<(&'a Observation, &'a Observation, f64)> {
    let value = |row: &Observation| row.obs_value.as_ref().map_or(f64::NAN, |value| value.value);
    let order = |a: &&&Observation, b: &&&Observation| value(a).total_cmp(&value(b));
    let (low, high) = (*rows.iter().min_by(order)?, *rows.iter().max_by(order)?);
    let share = choice::spread(rows.iter().map(|row| value(row)))?;
    (share > 0.0).then_some((low, high, 100.0 * share))
}

/// How the report uses a figure: code of the catalogue.
fn used(row: &Observation, rows: &[&Observation]) -> &'static str {
    // Of a series the last figure that may be used is.
    let later = rows
        .iter()
        .any(|other| other.series == row.series && other.at.line > row.at.line && other.usable());
    match row {
        _ if row.doubtful => "doubtful",
        _ if row.derived => "derived",
        _ if row.kind == FigureKind::Target => "aim",
        _ if later => "other",
        _ => "used",
    }
}

/// The table of figures that do not agree, with a sentence for each quantity.
pub fn run(study: &Study) -> Output {
    let words = Words::of(study);
    let mut output = Output::default();
    let mut table = Table::new(
        "conflicts",
        &[
            "quantity",
            "area",
            "partner",
            "period",
            "value",
            "unit",
            "source",
            "series",
            "vintage",
            "definition",
            "used",
        ],
    );
    for (key, periods) in quantities(&study.head, &study.observations) {
        let differing: Periods<'_> = periods
            .iter()
            .filter(|(_, rows)| differ(rows))
            .map(|(p, r)| (p.clone(), r.clone()))
            .collect();
        let widest = differing
            .iter()
            .filter_map(|(period, rows)| Some((period, spread(rows)?)))
            .max_by(|(_, a), (_, b)| a.2.total_cmp(&b.2));
        let Some((period, (low, high, share))) = widest else { continue };
        let same = study.head.same_quantities.iter().find(|same| same.id.0 == key.quantity);
        let name = same.map_or_else(|| words.indicator(&key.quantity), |same| same.name.clone());
        let source = |row: &Observation| {
            let source = study.sources.iter().find(|source| source.id == row.source);
            Arg::maybe(source, |source| Arg::text(&source.name))
        };
        let all = differing.values().flatten().map(|row| evidence::observation(row));
        let Some(support) = Support::new(all) else { continue };
        let id = format!("conflict.{}.{}.{}{}", key.quantity, key.area, key.partner, detail(&key));
        let share = Arg::Quantity(Decimal::rounded(share, 0), Localized::same("%"));
        let partner = (key.partner != "W").then(|| words.area(&key.partner));
        let quantity = |row: &Observation| {
            Arg::maybe(row.obs_value.as_ref(), |value| words.quantity(value, &row.unit.0))
        };
        let node = Node::derived(NodeKind::Estimate, &id, name.clone(), support)
            .with("n", Arg::Count(differing.len() as i64))
            .with("low", quantity(low))
            .with("high", quantity(high))
            .with("spread", share.clone());
        let rule = rule(same, &differing);
        let claim = Claim::new(CHAPTER, &id, "conflict", Support::one(node.id.clone()))
            .with("quantity", Arg::Text(name.clone()))
            .with("area", Arg::Text(words.area(&key.area)))
            .with("between", Arg::plain(if partner.is_some() { "yes" } else { "no" }))
            .with("partner", Arg::maybe(partner.as_ref(), Arg::text))
            .with("shape", Arg::plain(if periods.len() == 1 { "one" } else { "several" }))
            .with("n", Arg::Count(differing.len() as i64))
            .with("all", Arg::Count(periods.len() as i64))
            .with("period", Arg::Period(period.clone()))
            .with("low", quantity(low))
            .with("low_source", source(low))
            .with("high", quantity(high))
            .with("high_source", source(high))
            .with("same_source", Arg::plain(if low.source == high.source { "yes" } else { "no" }))
            .with("spread", share)
            .with("rule", rule);
        for (period, rows) in &differing {
            for row in rows {
                let definition =
                    study.definitions.iter().find(|text| Some(&text.id) == row.definition.as_ref());
                table.push(
                    &claim,
                    vec![
                        Arg::Text(words.indicator(&row.indicator.0)),
                        Arg::Text(words.area(&key.area)),
                        Arg::maybe(partner.as_ref(), Arg::text),
                        Arg::Period(period.clone()),
                        Arg::maybe(row.obs_value.clone(), Arg::Number),
                        Arg::Text(words.unit(&row.unit.0)),
                        source(row),
                        Arg::plain(&row.series.0),
                        Arg::maybe(row.vintage.as_deref(), Arg::plain),
                        Arg::maybe(definition, |row| Arg::text(&row.text)),
                        Arg::code("used", used(row, rows)),
                    ],
                );
            }
        }
        output.nodes.push(node);
        output.claims.push(claim);
    }
    output.tables.push(table);
    output
}

/// The rule that picks a figure: that of the author, or the one that follows from what differs.
fn rule(same: Option<&SameQuantity>, periods: &Periods<'_>) -> Arg {
    if let Some(same) = same.filter(|same| !same.rule.is_empty()) {
        return Arg::text(&same.rule);
    }
    let all = || periods.values().flatten();
    let clear = |row: &&&Observation| !row.doubtful;
    let first = all().find(clear).map(|row| &row.series);
    let one_series = all().filter(clear).all(|row| Some(&row.series) == first);
    let doubt = all().any(|row| row.doubtful);
    let mut definitions = all().map(|row| row.definition.as_ref());
    let told = definitions.next();
    let one_definition = definitions.all(|other| Some(other) == told);
    Arg::code(
        "conflict-rule",
        match (one_series, doubt, one_definition) {
            (true, false, _) => "releases",
            (true, true, _) => "doubt",
            (false, _, true) => "series",
            (false, _, false) => "definitions",
        },
    )
}

/// The part of a name that tells quantities of one place apart.
fn detail(key: &Key) -> String {
    let mut text = String::new();
    for part in key.detail[..3].iter().filter(|part| *part != "_T") {
        text.push('.');
        text.push_str(part);
    }
    // The unit tells apart what nothing else does.
    text.push('.');
    text.push_str(&key.detail[3]);
    if key.aim {
        text.push_str(".aim");
    }
    text
}
