//! The country beside others: shares, rates and ratios of the catalogue, each of one source, one
//! definition and one year. Levels of countries of different size are not set beside each other.

use daryn_indicators::beside::{self, Beside};
use daryn_indicators::catalogue::Kind;
use daryn_indicators::profile::Shown;
use daryn_indicators::{Catalogue, Word, when};
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};

use super::CHAPTER;
use crate::Output;
use crate::evidence::{self, Words};
use crate::figure::{self, CountryPanel, CountryRow, Figure, Marks};
use crate::harmonised::{Figures, shown};

/// Columns of the table behind the figure.
const COLUMNS: [&str; 8] =
    ["indicator", "area", "period", "value", "unit", "source", "vintage", "origin"];

/// A sentence for each country and indicator, one for the countries without a comparable figure,
/// and one for the indicators of which no other country has any.
pub fn run(study: &Study, catalogue: &Catalogue) -> Output {
    let figures = Figures::of(study, catalogue);
    let codes = std::iter::once(&study.head.country).chain(&study.head.comparators);
    // A country of which the table has nothing has the word of an empty text: no series is of it.
    let areas: Vec<(&str, Word)> =
        codes.map(|code| (code.0.as_str(), figures.area(&code.0).unwrap_or_default())).collect();
    let mut maker = Maker {
        study,
        words: Words::of(study),
        figures: &figures,
        areas,
        output: Output::default(),
        table: Table::new("countries", &COLUMNS),
        drawn: Vec::new(),
    };
    let (mut panels, mut alone) = (Vec::new(), Vec::new());
    let words: Vec<Word> = maker.areas.iter().map(|(_, word)| *word).collect();
    for (place, one) in catalogue.indicators.iter().enumerate() {
        if one.kind != Kind::Ratio {
            continue;
        }
        match beside::beside(catalogue, &figures.table, &figures.index, place, &words) {
            Some(found) => panels.push(maker.panel(&found)),
            None => alone.extend(maker.own(place).map(|rows| (place, rows))),
        }
    }
    maker.alone(&alone);
    let Maker { mut output, table, drawn, .. } = maker;
    if !panels.is_empty() {
        output.figures.push(Figure {
            id: "effectiveness.countries".into(),
            table: table.id.clone(),
            title: Localized::default(),
            sources: figure::origins(study, drawn),
            marks: Marks::Countries(panels),
        });
    }
    output.tables.push(table);
    output
}

struct Maker<'a> {
    study: &'a Study,
    words: Words<'a>,
    figures: &'a Figures<'a>,
    /// Codes of the study and words of the table, the country first.
    areas: Vec<(&'a str, Word)>,
    output: Output,
    table: Table,
    drawn: Vec<&'a Observation>,
}

impl<'a> Maker<'a> {
    /// One indicator: a claim and a row of the table for each country.
    fn panel(&mut self, found: &Beside) -> CountryPanel {
        let one = &self.figures.catalogue.indicators[found.place];
        let (label, unit) = (one.name.clone(), self.figures.unit(found.place));
        let mut rows: Vec<(f64, CountryRow)> = Vec::new();
        let (mut missing, mut vintages, mut all) = (Vec::new(), Vec::new(), Vec::new());
        let mut source = Localized::default();
        for (place, cell) in found.cells.iter().enumerate() {
            let name = self.words.area(self.areas[place].0);
            let Some(cell) = cell else {
                missing.push((place, Arg::Text(name)));
                continue;
            };
            let used = self.figures.rows(cell.id);
            let Some(first) = used.first().copied() else { continue };
            source = self.source(first);
            let own = releases(&used);
            let claim = self.value(found, cell, (place, &name), &used, &source);
            let Some(claim) = claim else { continue };
            rows.push((
                cell.value,
                CountryRow { claim, label: name, own: place == 0, value: Some(shown(cell.value)) },
            ));
            vintages.extend(own);
            all.extend(used);
        }
        rows.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut rows: Vec<CountryRow> = rows.into_iter().map(|(_, row)| row).collect();
        vintages.sort();
        vintages.dedup();
        if !missing.is_empty() {
            let claim = self.missing(found, &missing, &all, &source);
            rows.extend(missing.into_iter().map(|(place, _)| CountryRow {
                claim: claim.clone(),
                label: self.words.area(self.areas[place].0),
                own: false,
                value: None,
            }));
        }
        self.drawn.extend(all);
        CountryPanel { label, unit, period: period(found), source, vintages, rows }
    }

    /// The value of a country; its node rests on every figure that it was computed from.
    fn value(
        &mut self,
        found: &Beside,
        cell: &Shown,
        (place, name): (usize, &Localized),
        used: &[&Observation],
        source: &Localized,
    ) -> Option<String> {
        let one = &self.figures.catalogue.indicators[found.place];
        let support = Support::new(used.iter().map(|row| evidence::observation(row)))?;
        let id = format!("beside.{}.{}", one.id, self.areas[place].0);
        let unit = self.figures.unit(found.place);
        let value = Arg::Quantity(shown(cell.value), unit.clone());
        let node = Node::derived(NodeKind::Estimate, &id, one.name.clone(), support)
            .with("period", period(found))
            .with("value", value.clone());
        let made = if found.is_computed { "computed" } else { "published" };
        let formula = one.formula.as_deref().filter(|_| found.is_computed);
        let claim = Claim::new(CHAPTER, &id, "beside-value", Support::one(node.id.clone()))
            .with("indicator", Arg::text(&one.name))
            .with("area", Arg::text(name))
            .with("period", period(found))
            .with("value", value)
            .with("made", Arg::plain(made))
            .with("formula", Arg::maybe(formula, Arg::plain))
            .with("source", Arg::text(source));
        let releases = releases(used);
        self.table.push(
            &claim,
            vec![
                Arg::text(&one.name),
                Arg::text(name),
                period(found),
                Arg::Number(shown(cell.value)),
                Arg::Text(unit),
                Arg::text(source),
                Arg::List(releases.iter().map(|release| Arg::plain(release)).collect()),
                Arg::code("made", made),
            ],
        );
        let name = claim.id.clone();
        self.output.nodes.push(node);
        self.output.claims.push(claim);
        Some(name)
    }

    /// Countries without a comparable figure.
    fn missing(
        &mut self,
        found: &Beside,
        missing: &[(usize, Arg)],
        used: &[&Observation],
        source: &Localized,
    ) -> String {
        let one = &self.figures.catalogue.indicators[found.place];
        let id = format!("beside.{}.missing", one.id);
        let Some(support) = Support::new(used.iter().map(|row| evidence::observation(row))) else {
            return String::new();
        };
        let claim = Claim::new(CHAPTER, &id, "beside-missing", support)
            .with("indicator", Arg::text(&one.name))
            .with("period", period(found))
            .with("areas", Arg::List(missing.iter().map(|(_, name)| name.clone()).collect()))
            .with("source", Arg::text(source));
        let name = claim.id.clone();
        self.output.claims.push(claim);
        name
    }

    /// Figures of the country for an indicator of which no other country has a comparable one.
    fn own(&self, place: usize) -> Option<Vec<&'a Observation>> {
        let word = self.figures.table.known(&self.figures.catalogue.indicators[place].id.0)?;
        let all = self.figures.index.series(word, self.areas.first()?.1, Word::WORLD);
        let mut rows: Vec<&Observation> = Vec::new();
        for number in all {
            let points = &self.figures.table.series[*number as usize].points;
            for (point, _) in (0..).zip(points) {
                rows.extend(self.figures.rows((*number, point)));
            }
        }
        rows.retain(|row| row.usable());
        (!rows.is_empty()).then_some(rows)
    }

    /// One sentence for all indicators of which no other country has a comparable figure.
    fn alone(&mut self, alone: &[(usize, Vec<&Observation>)]) {
        let rows = alone.iter().flat_map(|(_, rows)| rows);
        let Some(support) = Support::new(rows.map(|row| evidence::observation(row))) else {
            return;
        };
        let name = |place: &usize| Arg::text(&self.figures.catalogue.indicators[*place].name);
        let names = alone.iter().map(|(place, _)| name(place)).collect();
        let country = self.words.area(&self.study.head.country.0);
        self.output.claims.push(
            Claim::new(CHAPTER, "beside.alone", "beside-alone", support)
                .with("area", Arg::Text(country))
                .with("indicators", Arg::List(names)),
        );
    }

    fn source(&self, row: &Observation) -> Localized {
        let source = self.study.sources.iter().find(|source| source.id == row.source);
        source.map_or_else(|| Localized::same(&row.source.0), |source| source.name.clone())
    }
}

fn period(found: &Beside) -> Arg {
    Arg::Period(when(found.period))
}

/// Releases of rows, each once.
fn releases(rows: &[&Observation]) -> Vec<String> {
    let mut all: Vec<String> = rows.iter().filter_map(|row| row.vintage.clone()).collect();
    all.sort();
    all.dedup();
    all
}
