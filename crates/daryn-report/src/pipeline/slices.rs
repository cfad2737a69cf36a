//! The parts of the statistics that stages of the analysis read: a change of another observation
//! stops here.

use std::collections::BTreeSet;

use daryn_model::records::*;
use daryn_policy::effectiveness;
use daryn_study::Stage;
use daryn_study::engine::Bytes;
use daryn_study::folder::Read;
use serde::Serialize;

use super::{after, decode, encode, stage};

/// The stages that keep a part of the observations for one stage of the analysis each.
pub(super) fn slices(head: &Head) -> Vec<Stage<'_>> {
    let mut stages: Vec<Stage<'_>> = head
        .charts
        .iter()
        .map(|chart| {
            let series: BTreeSet<String> = chart.series.iter().map(|id| id.0.clone()).collect();
            let name = format!("slice:chart:{}", chart.id);
            slice(&name, &series.clone(), &[], move |_| Ok(series.clone()))
        })
        .collect();
    stages.extend(head.flows.iter().map(|flow| flow_slice(head, flow)));
    let limits: BTreeSet<String> =
        head.caveats.iter().flat_map(|row| &row.concerns).map(|id| id.0.clone()).collect();
    stages.push(slice("slice:limits", &limits.clone(), &[], move |_| Ok(limits.clone())));
    stages.push(slice("slice:targets", &(), &["read:targets"], |inputs| target_series(&inputs[0])));
    stages.push(sdg_slice());
    stages.push(conflicts_slice(head));
    stages.push(countries_slice(head));
    stages.push(slice("slice:findings", &(), &["read:targets", "read:hypotheses"], |inputs| {
        let mut series = target_series(&inputs[0])?;
        series.extend(prediction_series(&inputs[1])?);
        Ok(series)
    }));
    stages
}

/// Observations that do not agree with another one of the same quantity, place and period.
fn conflicts_slice(head: &Head) -> Stage<'_> {
    stage(
        "slice:conflicts",
        &head.same_quantities,
        after(&["read:statistics"]),
        Box::new(|inputs| {
            let statistics: Read<Observation> = decode(&inputs[0])?;
            encode(&effectiveness::conflicts::rows(head, &statistics.records))
        }),
    )
}

/// Observations of the country and of its comparators that are about all partners together.
fn countries_slice(head: &Head) -> Stage<'_> {
    stage(
        "slice:countries",
        &(&head.country, &head.comparators),
        after(&["read:statistics"]),
        Box::new(|inputs| {
            let read: Read<Observation> = decode(&inputs[0])?;
            let is_whole = |row: &&Observation| {
                row.partner_area.as_ref().is_none_or(|partner| partner.0 == "W")
            };
            let is_shown = |row: &&Observation| {
                row.ref_area == head.country || head.comparators.contains(&row.ref_area)
            };
            let rows: Vec<&Observation> =
                read.records.iter().filter(is_whole).filter(is_shown).collect();
            encode(&rows)
        }),
    )
}

/// Observations of the country in the period of a flow, of its indicators: partners and total.
fn flow_slice<'a>(head: &'a Head, flow: &'a Flow) -> Stage<'a> {
    stage(
        &format!("slice:flow:{}", flow.id),
        &(&head.country, flow),
        after(&["read:statistics"]),
        Box::new(move |inputs| {
            let read: Read<Observation> = decode(&inputs[0])?;
            let names: BTreeSet<&str> =
                flow.inward.iter().chain(&flow.outward).map(|id| id.0.as_str()).collect();
            let meant = |row: &&Observation| {
                names.contains(row.indicator.0.as_str()) || names.contains(row.series.0.as_str())
            };
            let indicators: BTreeSet<&str> =
                read.records.iter().filter(meant).map(|row| row.indicator.0.as_str()).collect();
            let rows: Vec<&Observation> = read
                .records
                .iter()
                .filter(|row| row.ref_area == head.country && row.time_period == flow.period)
                .filter(|row| indicators.contains(row.indicator.0.as_str()))
                .collect();
            encode(&rows)
        }),
    )
}

/// Observations of the indicators of the Sustainable Development Goals.
fn sdg_slice<'a>() -> Stage<'a> {
    stage(
        "slice:sdg",
        &(),
        after(&["read:statistics", "read:indicators"]),
        Box::new(|inputs| {
            let statistics: Read<Observation> = decode(&inputs[0])?;
            let indicators: Read<Indicator> = decode(&inputs[1])?;
            let wanted: BTreeSet<&str> = indicators
                .records
                .iter()
                .filter(|row| row.sdg_indicator.is_some())
                .map(|row| row.id.0.as_str())
                .collect();
            let rows: Vec<&Observation> = statistics
                .records
                .iter()
                .filter(|row| wanted.contains(row.indicator.0.as_str()))
                .collect();
            encode(&rows)
        }),
    )
}

/// A stage that keeps the observations of some series, so that a change of another one stops here.
fn slice<'a>(
    name: &str,
    params: &impl Serialize,
    inputs: &[&str],
    series: impl Fn(&[Bytes]) -> Result<BTreeSet<String>, String> + Send + Sync + 'a,
) -> Stage<'a> {
    let mut all = vec!["read:statistics"];
    all.extend(inputs);
    stage(
        name,
        params,
        after(&all),
        Box::new(move |inputs| {
            let wanted = series(&inputs[1..])?;
            let read: Read<Observation> = decode(&inputs[0])?;
            let mut rows: Vec<&Observation> =
                read.records.iter().filter(|row| wanted.contains(&row.series.0)).collect();
            if rows.is_empty() {
                // A statement about the study as a whole rests on something that is there.
                rows.extend(read.records.first());
            }
            encode(&rows)
        }),
    )
}

fn target_series(bytes: &[u8]) -> Result<BTreeSet<String>, String> {
    let read: Read<Target> = decode(bytes)?;
    Ok(read.records.into_iter().filter_map(|row| row.series).map(|id| id.0).collect())
}

fn prediction_series(bytes: &[u8]) -> Result<BTreeSet<String>, String> {
    let read: Read<Hypothesis> = decode(bytes)?;
    Ok(read
        .records
        .into_iter()
        .flat_map(|row| {
            let predictions = row.predictions.into_iter();
            let series = predictions.flat_map(|row| row.series.into_iter().chain(row.comparators));
            series.chain(row.beside).collect::<Vec<_>>()
        })
        .map(|id| id.0)
        .collect())
}
