//! Indicators of which only one value was seen: no progress, but a place on a scale.

use daryn_model::record::{Decimal, Id};
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Study, Support};

use super::{Builder, CHAPTER};
use crate::evidence::Words;
use crate::figure::{Figure, Marks, ScoreCell, ScorePanel, ScoreRow, origins};
use crate::series::Point;

/// A single value with its claim.
pub(super) struct Score<'a> {
    indicator: &'a Indicator,
    area: String,
    year: i32,
    value: Decimal,
    claim: String,
    row: &'a Observation,
}

impl<'a> Builder<'a> {
    /// What a single value is, and what its definition does not show. The value of a comparator
    /// stands beside that of the country for the same year; alone it would say nothing here.
    pub(super) fn value(&mut self, indicator: &'a Indicator, code: &str, point: &Point<'a>) {
        let own = point.row.ref_area == self.study.head.country;
        let country = &self.study.head.country.0;
        let beside = self.scores.iter().any(|score| {
            score.area == *country && score.indicator.id == indicator.id && score.year == point.year
        });
        if !own && !beside {
            return;
        }
        let definition = self
            .study
            .definitions
            .iter()
            .find(|row| Some(&row.id) == point.row.definition.as_ref())
            .filter(|row| own && !row.caveat.is_empty() && !self.noted.contains(&row.id.0));
        self.noted.extend(definition.map(|row| row.id.0.clone()));
        let source = self.source(point);
        let area = Arg::Text(self.words.area(&point.row.ref_area.0));
        let value = self.words.quantity(point.value, &point.row.unit.0);
        let template = match (own, definition) {
            (false, _) => "sdg-value-comparator",
            (true, None) => "sdg-value",
            (true, Some(_)) => "sdg-value-caveat",
        };
        let name = format!("value.{}", point.row.series);
        let mut claim = Claim::new(CHAPTER, &name, template, Support::one(point.id()))
            .with("area", area.clone())
            .with("indicator", Arg::text(&indicator.name))
            .with("code", Arg::plain(code))
            .with("value", value.clone())
            .with("year", Arg::Year(point.year.into()))
            .with("source", Arg::text(&source));
        if let Some(definition) = definition {
            claim = claim.with("caveat", Arg::text(&definition.caveat));
        }
        self.values.push(
            &claim,
            vec![
                Arg::plain(&point.row.series.0),
                Arg::text(&indicator.name),
                Arg::plain(code),
                area,
                Arg::Year(point.year.into()),
                value,
                Arg::text(&source),
                Arg::maybe(point.row.vintage.as_deref(), Arg::plain),
            ],
        );
        self.scores.push(Score {
            indicator,
            area: point.row.ref_area.0.clone(),
            year: point.year,
            value: point.value.clone(),
            claim: claim.id.clone(),
            row: point.row,
        });
        self.output.claims.push(claim);
    }
}

/// Values on the scales of their units; only units that are scales with ends are drawn, since the
/// room between two values means nothing otherwise.
pub(super) fn figure(study: &Study, words: &Words<'_>, scores: &[Score<'_>]) -> Option<Figure> {
    let mut panels: Vec<ScorePanel> = Vec::new();
    // The table behind the figure has every value, drawn or not.
    let shown = scores.iter().map(|score| score.row);
    for unit in &study.units {
        let (Some(low), Some(high)) = (&unit.low, &unit.high) else { continue };
        let of_unit: Vec<&Score<'_>> =
            scores.iter().filter(|score| score.indicator.unit == unit.id).collect();
        let areas = std::iter::once(&study.head.country).chain(&study.head.comparators);
        let areas: Vec<&str> = areas
            .map(|code| code.0.as_str())
            .filter(|code| of_unit.iter().any(|score| score.area == *code))
            .collect();
        let mut rows: Vec<(&Id, ScoreRow)> = Vec::new();
        for score in &of_unit {
            let Some(place) = areas.iter().position(|code| *code == score.area) else { continue };
            // Two series of an indicator, say of women and of men, have a row each.
            let found = rows
                .iter()
                .position(|(id, row)| **id == score.indicator.id && row.cells[place].is_none());
            let row = found.unwrap_or_else(|| {
                let label = score.indicator.name.clone();
                let cells = vec![None; areas.len()];
                rows.push((&score.indicator.id, ScoreRow { label, cells }));
                rows.len() - 1
            });
            rows[row].1.cells[place] = Some(ScoreCell {
                claim: score.claim.clone(),
                value: score.value.clone(),
                year: score.year.into(),
            });
        }
        if rows.len() > 1 {
            panels.push(ScorePanel {
                unit: unit.name.clone(),
                low: low.value,
                high: high.value,
                columns: areas.iter().map(|code| words.area(code)).collect(),
                rows: rows.into_iter().map(|(_, row)| row).collect(),
            });
        }
    }
    (!panels.is_empty()).then(|| Figure {
        id: "alignment.values".into(),
        table: "sdg_values".into(),
        title: Localized::default(),
        sources: origins(study, shown),
        marks: Marks::Scores(panels),
    })
}
