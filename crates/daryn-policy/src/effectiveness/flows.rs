//! Movements between the country and its partners in one period.
//!
//! A number that was not seen has no place in a sum, and the partner has no ribbon there. Shares
//! are told of the total of the source, or of the partners seen, and the sentence says of which.

use daryn_indicators::Catalogue;
use daryn_indicators::formula::Formula;
use daryn_model::record::{Decimal, Id};
use daryn_model::records::*;
use daryn_model::{Arg, Claim, Localized, Node, NodeKind, Study, Support, Table};

use super::CHAPTER;
use crate::Output;
use crate::evidence::{self, Words};
use crate::figure::{Figure, FlowEnd, FlowRow, FlowSide, Flows, Marks, origins};
use crate::series;

pub mod direction;
#[cfg(test)]
mod tests;

use direction::{Direction, direction, value};

/// Columns of the table behind the figure.
const COLUMNS: [&str; 11] = [
    "partner",
    "inward",
    "inward_status",
    "outward",
    "outward_status",
    "net",
    "unit",
    "period",
    "source",
    "vintage",
    "used",
];

/// A row of the table before it has a claim.
struct Cells {
    partner: Arg,
    inward: (Arg, Arg),
    outward: (Arg, Arg),
    net: Arg,
    vintage: Arg,
    source: Arg,
}

/// What a flow is made of while its claims are written.
struct Maker<'a> {
    study: &'a Study,
    catalogue: &'a Catalogue,
    words: Words<'a>,
    flow: &'a Flow,
    inward: Option<Direction<'a>>,
    outward: Option<Direction<'a>>,
    unit: Id,
    output: Output,
    table: Table,
}

/// One flow: a row a partner, the others together where the source gives a total, and how much the
/// largest partners hold.
pub fn run(study: &Study, flow: &Flow, catalogue: &Catalogue) -> Output {
    let inward = direction(study, flow, &flow.inward);
    let outward = direction(study, flow, &flow.outward);
    let first = inward.iter().chain(&outward).find_map(|side| side.partners.first().copied());
    let Some(first) = first else { return Output::default() };
    let maker = Maker {
        study,
        catalogue,
        words: Words::of(study),
        flow,
        inward,
        outward,
        unit: first.unit.clone(),
        output: Output::default(),
        table: Table::new(&format!("flows_{}", flow.id), &COLUMNS),
    };
    maker.make()
}

impl<'a> Maker<'a> {
    fn make(mut self) -> Output {
        let mut rows: Vec<FlowRow> = Vec::new();
        for partner in self.partners() {
            rows.push(self.partner(&partner));
        }
        rows.extend(self.rest());
        let inward = self.side(true);
        let outward = self.side(false);
        let partners = self.inward.iter().chain(&self.outward).flat_map(|side| &side.partners);
        let sources = origins(self.study, partners.copied());
        self.output.figures.push(Figure {
            id: format!("effectiveness.flow.{}", self.flow.id),
            table: self.table.id.clone(),
            title: self.title(),
            sources,
            marks: Marks::Flows(Box::new(Flows {
                country: self.words.area(&self.study.head.country.0),
                period: self.period(),
                unit: self.words.unit(&self.unit.0),
                inward,
                outward,
                rows,
            })),
        });
        self.output.tables.push(self.table);
        self.output
    }

    /// Title of the study, or the name of the only indicator.
    fn title(&self) -> Localized {
        let only = match (&self.inward, &self.outward) {
            _ if !self.flow.title.is_empty() => return self.flow.title.clone(),
            (Some(side), None) | (None, Some(side)) => side.partners.first(),
            _ => None,
        };
        only.map_or_else(Localized::default, |row| self.words.indicator(&row.indicator.0))
    }

    fn period(&self) -> Arg {
        Arg::Period(self.flow.period.to_string())
    }

    fn source(&self, row: &Observation) -> Localized {
        let source = self.study.sources.iter().find(|source| source.id == row.source);
        source.map_or_else(|| Localized::same(&row.source.0), |source| source.name.clone())
    }

    fn quantity(&self, number: &Decimal) -> Arg {
        self.words.quantity(number, &self.unit.0)
    }

    /// Partners, those with most movement in both directions first.
    fn partners(&self) -> Vec<Id> {
        let mut sizes: Vec<(Id, f64)> = Vec::new();
        for row in self.inward.iter().chain(&self.outward).flat_map(|side| &side.partners) {
            let Some(partner) = &row.partner_area else { continue };
            match sizes.iter_mut().find(|(id, _)| id == partner) {
                Some((_, size)) => *size += value(row),
                None => sizes.push((partner.clone(), value(row))),
            }
        }
        sizes.sort_by(|a, b| b.1.total_cmp(&a.1));
        sizes.into_iter().map(|(id, _)| id).collect()
    }

    /// A partner: what was seen in each direction, and the net where one source gives both.
    fn partner(&mut self, partner: &Id) -> FlowRow {
        let inward = self.inward.as_ref().and_then(|side| side.of(partner));
        let outward = self.outward.as_ref().and_then(|side| side.of(partner));
        let both = self.inward.is_some() && self.outward.is_some();
        let net = match (inward, outward) {
            (Some(a), Some(b)) if a.source == b.source && a.vintage == b.vintage => {
                self.balance(a, b)
            }
            _ => None,
        };
        let template = match (both, &net, inward) {
            (true, Some(_), _) => "flow-net",
            (true, None, _) => "flow-pair",
            (false, _, Some(_)) => "flow-in",
            (false, ..) => "flow-out",
        };
        let name = format!("flow.{}.{partner}", self.flow.id);
        let label = self.words.area(&partner.0);
        let releases = self.releases(partner);
        let rows: Vec<&Observation> = inward.into_iter().chain(outward).collect();
        let Some(first) = rows.first().copied() else {
            return FlowRow { partner: label, rest: false, inward: None, outward: None };
        };
        let others = releases.iter().map(|(row, _)| row);
        let support = Support::one(evidence::observation(first))
            .and(rows.iter().chain(others).map(|row| evidence::observation(row)));
        let number = |row: Option<&Observation>| {
            Arg::maybe(row.and_then(|row| row.obs_value.clone()), |number| self.quantity(&number))
        };
        let unit = self.words.unit_of_difference(&self.unit.0);
        let net_arg = Arg::maybe(net.clone(), |net| Arg::Quantity(net, unit));
        let node = Node::derived(NodeKind::Estimate, &name, label.clone(), support)
            .with("period", self.period())
            .with("inward", number(inward))
            .with("outward", number(outward))
            .with("net", net_arg.clone());
        let sources = unique(rows.iter().map(|row| self.source(row)));
        let claim = noted(
            noted(
                Claim::new(CHAPTER, &name, template, Support::one(node.id.clone())),
                "in",
                &notes(inward),
            ),
            "out",
            &notes(outward),
        )
        .with("country", Arg::Text(self.words.area(&self.study.head.country.0)))
        .with("partner", Arg::Text(label.clone()))
        .with("period", self.period())
        .with("in", number(inward))
        .with("out", number(outward))
        .with("net", net_arg)
        .with("in_indicator", self.indicator(true))
        .with("out_indicator", self.indicator(false))
        .with("source", Arg::List(sources.iter().map(Arg::text).collect()));
        let cell = |row: Option<&Observation>, asked: bool| {
            let number = row.and_then(|row| row.obs_value.clone());
            let number = if asked { Arg::maybe(number, Arg::Number) } else { blank() };
            (number, status(&notes(row)))
        };
        let vintages = unique(rows.iter().filter_map(|row| row.vintage.clone()));
        let cells = Cells {
            partner: Arg::Text(label.clone()),
            inward: cell(inward, self.inward.is_some()),
            outward: cell(outward, self.outward.is_some()),
            net: cell_of(net, Arg::Number),
            vintage: list(vintages.iter().map(|vintage| Arg::plain(vintage))),
            source: list(sources.iter().map(Arg::text)),
        };
        self.row(&claim, cells, true);
        for (row, into) in releases {
            let cell = (Arg::maybe(row.obs_value.clone(), Arg::Number), status(&notes(Some(row))));
            let none = (blank(), blank());
            let cells = Cells {
                partner: Arg::Text(label.clone()),
                inward: if into { cell.clone() } else { none.clone() },
                outward: if into { none } else { cell },
                vintage: cell_of(row.vintage.as_deref(), Arg::plain),
                source: Arg::text(&self.source(row)),
                ..Cells::default()
            };
            self.row(&claim, cells, false);
        }
        let end = |row: Option<&Observation>| {
            let row = row?;
            let value = row.obs_value.clone()?;
            Some(FlowEnd { claim: claim.id.clone(), value, weak: !notes(Some(row)).is_empty() })
        };
        let row =
            FlowRow { partner: label, rest: false, inward: end(inward), outward: end(outward) };
        self.output.nodes.push(node);
        self.output.claims.push(claim);
        row
    }

    /// What came minus what went, by the formula of the catalogue; of indicators for which it has
    /// none, by the same formula over their own names.
    fn balance(&self, inward: &Observation, outward: &Observation) -> Option<Decimal> {
        let meant = |row: &Observation| {
            let name = self.catalogue.meant(&row.indicator.0);
            name.map_or_else(|| row.indicator.0.clone(), str::to_owned)
        };
        let (into, out) = (meant(inward), meant(outward));
        if into == out {
            return None;
        }
        let place = self.catalogue.balance(&into, &out);
        let formula = place.and_then(|place| self.catalogue.formula(place)).cloned();
        let formula = formula.unwrap_or_else(|| Formula::balance(&into, &out));
        let (arrived, left) = (inward.obs_value.as_ref()?, outward.obs_value.as_ref()?);
        let digits = series::decimals(arrived).max(series::decimals(left)).min(6);
        let result = formula.result(&mut |_, name| match name {
            name if name == into => Some(arrived.value),
            name if name == out => Some(left.value),
            _ => None,
        });
        Some(Decimal::rounded(result?, digits))
    }

    /// Rows of other releases of a partner, each with whether it counts who came.
    fn releases(&self, partner: &Id) -> Vec<(&'a Observation, bool)> {
        let sides = [(&self.inward, true), (&self.outward, false)];
        sides
            .into_iter()
            .flat_map(|(side, into)| {
                side.iter().flat_map(|side| &side.releases).map(move |row| (*row, into))
            })
            .filter(|(row, _)| row.partner_area.as_ref() == Some(partner))
            .collect()
    }

    /// Partners that the source counts and that were not seen one by one, together.
    fn rest(&mut self) -> Option<FlowRow> {
        let inward = self.rest_of(true);
        let outward = self.rest_of(false);
        let partner = Localized::default();
        (inward.is_some() || outward.is_some()).then_some(FlowRow {
            partner,
            rest: true,
            inward,
            outward,
        })
    }

    fn rest_of(&mut self, into: bool) -> Option<FlowEnd> {
        let (key, template) = if into { ("in", "flow-rest-in") } else { ("out", "flow-rest-out") };
        let side = self.direction(into)?;
        let (total, rest) = (side.whole()?, side.rest()?);
        if rest.value <= 0.0 {
            return None;
        }
        let row = side.total?;
        let name = format!("flow.{}.rest.{key}", self.flow.id);
        let used = std::iter::once(row).chain(side.partners.iter().copied());
        let support =
            Support::one(evidence::observation(row)).and(used.clone().map(evidence::observation));
        // The sentence itself says that the number is derived.
        let mut marks = all_notes(used);
        marks.retain(|mark| *mark != Arg::code("observation", "derived"));
        let (source, sum, n) = (self.source(row), side.sum(), side.partners.len() as i64);
        let vintage = cell_of(row.vintage.as_deref(), Arg::plain);
        let node = Node::derived(
            NodeKind::Estimate,
            &name,
            self.words.indicator(&row.indicator.0),
            support,
        )
        .with("period", self.period())
        .with("total", self.quantity(total))
        .with("seen", self.quantity(&sum))
        .with("rest", self.quantity(&rest));
        let claim = noted(
            Claim::new(CHAPTER, &name, template, Support::one(node.id.clone())),
            "rest",
            &marks,
        )
        .with("country", Arg::Text(self.words.area(&self.study.head.country.0)))
        .with("period", self.period())
        .with("rest", self.quantity(&rest))
        .with("total", self.quantity(total))
        .with("sum", self.quantity(&sum))
        .with("n", Arg::Count(n))
        .with("indicator", self.indicator(into))
        .with("source", Arg::text(&source));
        let cell = (Arg::Number(rest.clone()), Arg::code("observation", "derived"));
        let cells = Cells {
            partner: Arg::code("flow", "rest"),
            vintage,
            source: Arg::text(&source),
            ..Cells::of(into, cell)
        };
        self.row(&claim, cells, true);
        let end = FlowEnd { claim: claim.id.clone(), value: rest, weak: true };
        self.output.nodes.push(node);
        self.output.claims.push(claim);
        Some(end)
    }

    /// A direction as a whole: what it counts, and how much the largest partners hold.
    fn side(&mut self, into: bool) -> Option<FlowSide> {
        let side = self.direction(into)?.clone();
        let first = *side.partners.first()?;
        let definition =
            self.study.definitions.iter().find(|d| Some(&d.id) == first.definition.as_ref());
        let definition = definition.map_or_else(Localized::default, |row| row.text.clone());
        Some(FlowSide {
            claim: self.concentration(&side, first, into),
            indicator: self.words.indicator(&first.indicator.0),
            definition,
            vintage: first.vintage.clone(),
            given: side.whole().is_some(),
            total: side.whole().cloned().unwrap_or_else(|| side.sum()),
        })
    }

    /// Shares of the largest partner and of the three largest. Of a sum of the partners seen they
    /// are told only where more partners were seen than are named.
    fn concentration(
        &mut self,
        side: &Direction<'a>,
        first: &'a Observation,
        into: bool,
    ) -> Option<String> {
        let (whole, sum) = (side.whole(), side.sum());
        let total = whole.unwrap_or(&sum);
        let shares = side.shares();
        let percent =
            |share: f64| Arg::Quantity(Decimal::rounded(100.0 * share, 1), Localized::same("%"));
        let largest = percent(shares.largest(1)?);
        let three = shares.largest(3).map(percent);
        let area = |row: &&Observation| {
            let code = row.partner_area.as_ref().map_or("", |code| code.0.as_str());
            Arg::Text(self.words.area(code))
        };
        let name = format!("flow.{}.{}", self.flow.id, if into { "in" } else { "out" });
        let used = side.total.filter(|_| whole.is_some()).into_iter();
        let used = used.chain(side.partners.iter().copied());
        let support =
            Support::one(evidence::observation(first)).and(used.clone().map(evidence::observation));
        let marks = all_notes(used);
        let basis = Arg::code("flow-basis", if whole.is_some() { "total" } else { "seen" });
        let node = Node::derived(
            NodeKind::Estimate,
            &name,
            self.words.indicator(&first.indicator.0),
            support,
        )
        .with("period", self.period())
        .with("total", self.quantity(total))
        .with("largest_share", largest.clone())
        .with("three_share", three.clone().unwrap_or(Arg::Empty));
        let template = if three.is_some() { "flow-top" } else { "flow-largest" };
        let claim = noted(
            Claim::new(CHAPTER, &name, template, Support::one(node.id.clone())),
            "share",
            &marks,
        )
        .with("indicator", self.indicator(into))
        .with("country", Arg::Text(self.words.area(&self.study.head.country.0)))
        .with("period", self.period())
        .with("largest", area(&first))
        .with("value", Arg::maybe(first.obs_value.as_ref(), |number| self.quantity(number)))
        .with("share", largest)
        .with("three", three.unwrap_or(Arg::Empty))
        .with("names", Arg::List(side.partners.iter().take(3).map(area).collect()))
        .with("total", self.quantity(total))
        .with("n", Arg::Count(side.partners.len() as i64))
        .with("basis", basis)
        .with("source", Arg::text(&self.source(first)));
        let status = match side.total.filter(|_| whole.is_some()) {
            Some(row) => status(&notes(Some(row))),
            None => Arg::code("observation", "derived"),
        };
        let cells = Cells {
            partner: Arg::code("flow-basis", if whole.is_some() { "total" } else { "seen" }),
            vintage: cell_of(first.vintage.as_deref(), Arg::plain),
            source: Arg::text(&self.source(first)),
            ..Cells::of(into, (Arg::Number(total.clone()), status))
        };
        self.row(&claim, cells, true);
        let id = claim.id.clone();
        self.output.nodes.push(node);
        self.output.claims.push(claim);
        Some(id)
    }

    fn direction(&self, into: bool) -> Option<&Direction<'a>> {
        if into { self.inward.as_ref() } else { self.outward.as_ref() }
    }

    fn indicator(&self, into: bool) -> Arg {
        let first = self.direction(into).and_then(|side| side.partners.first());
        Arg::maybe(first, |row| Arg::Text(self.words.indicator(&row.indicator.0)))
    }

    fn row(&mut self, claim: &Claim, cells: Cells, used: bool) {
        let unit = Arg::Text(self.words.unit(&self.unit.0));
        let period = self.period();
        self.table.push(
            claim,
            vec![
                cells.partner,
                cells.inward.0,
                cells.inward.1,
                cells.outward.0,
                cells.outward.1,
                cells.net,
                unit,
                period,
                cells.source,
                cells.vintage,
                Arg::code("used", if used { "used" } else { "other" }),
            ],
        );
    }
}

impl Default for Cells {
    fn default() -> Cells {
        let pair = || (blank(), blank());
        Cells {
            partner: blank(),
            inward: pair(),
            outward: pair(),
            net: blank(),
            vintage: blank(),
            source: blank(),
        }
    }
}

impl Cells {
    /// Cells with a number in one direction only.
    fn of(into: bool, cell: (Arg, Arg)) -> Cells {
        if into {
            Cells { inward: cell, ..Cells::default() }
        } else {
            Cells { outward: cell, ..Cells::default() }
        }
    }
}

/// What a reader must know of a number: derived, estimated, provisional, rounded, after a break.
fn notes(row: Option<&Observation>) -> Vec<Arg> {
    let Some(row) = row else { return Vec::new() };
    let status = row.status.filter(|status| match status {
        ObsStatus::Normal | ObsStatus::Missing => false,
        // What was derived is told by its own mark.
        ObsStatus::Estimated => !row.derived,
        _ => true,
    });
    let derived = row.derived.then(|| Arg::code("observation", "derived"));
    derived.into_iter().chain(status.map(|code| Arg::code("status", code.code()))).collect()
}

/// The notes of several rows, each once.
fn all_notes<'r>(rows: impl Iterator<Item = &'r Observation>) -> Vec<Arg> {
    unique(rows.flat_map(|row| notes(Some(row))))
}

fn unique<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut all = Vec::new();
    for item in items {
        if !all.contains(&item) {
            all.push(item);
        }
    }
    all
}

/// A cell that has nothing to say: "not seen" is kept for numbers that were looked for.
fn blank() -> Arg {
    Arg::Text(Localized::default())
}

/// A value in a cell, blank if there is none.
fn cell_of<T>(value: Option<T>, arg: impl FnOnce(T) -> Arg) -> Arg {
    value.map_or_else(blank, arg)
}

/// A list in a cell, blank if it has no item.
fn list(items: impl Iterator<Item = Arg>) -> Arg {
    let items: Vec<Arg> = items.collect();
    if items.is_empty() { blank() } else { Arg::List(items) }
}

fn status(notes: &[Arg]) -> Arg {
    list(notes.iter().cloned())
}

/// Adds notes to a claim under a name, and whether there are any.
fn noted(claim: Claim, name: &str, notes: &[Arg]) -> Claim {
    let any = if notes.is_empty() { "no" } else { "yes" };
    claim
        .with(&format!("{name}_noted"), Arg::plain(any))
        .with(&format!("{name}_note"), Arg::List(notes.to_vec()))
}
