//! Figures and tables as they stand on the page: drawing, note, source, vintage, data.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::{Arg, Table};
use daryn_policy::Figure;
use daryn_policy::figure::{Flows, Marks, Origin};
use maud::{Markup, html};

use super::Page;
use crate::derivation::column;
use crate::figures::{self, Canvas};

/// Claims behind the marks of a figure.
pub(super) fn claims(figure: &Figure) -> BTreeSet<&str> {
    match &figure.marks {
        Marks::Timeline(bars) => bars.iter().map(|bar| bar.claim.as_str()).collect(),
        Marks::Grid(grid) => grid
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().filter_map(|cell| cell.claim.as_deref()))
            .collect(),
        Marks::Parts(parts) => parts
            .groups
            .iter()
            .flat_map(|group| group.rows.iter().map(|row| row.claim.as_str()))
            .collect(),
        Marks::Network(network) => {
            let links = network.links.iter().map(|link| link.claim.as_str());
            let nodes = network.nodes.iter().map(|node| node.claim.as_str());
            links.chain(nodes).chain(network.notes.iter().map(String::as_str)).collect()
        }
        Marks::Lines(lines) => lines
            .lines
            .iter()
            .map(|line| line.claim.as_str())
            .chain(lines.events.iter().map(|event| event.claim.as_str()))
            .chain(lines.notes.iter().map(String::as_str))
            .collect(),
        Marks::Targets(bars) => bars.iter().map(|bar| bar.claim.as_str()).collect(),
        Marks::Effects(panels) => panels
            .iter()
            .flat_map(|panel| panel.rows.iter().map(|row| row.claim.as_str()))
            .collect(),
        Marks::Shares(rows) => {
            rows.iter().flat_map(|row| [row.claim.as_str(), row.ranges.claim.as_str()]).collect()
        }
        Marks::Progress(rows) => {
            rows.iter().flat_map(|row| row.marks.iter().map(|mark| mark.claim.as_str())).collect()
        }
        Marks::Scores(panels) => panels
            .iter()
            .flat_map(|panel| &panel.rows)
            .flat_map(|row| row.cells.iter().flatten().map(|cell| cell.claim.as_str()))
            .collect(),
        Marks::Flows(flows) => {
            let sides = flows.inward.iter().chain(&flows.outward);
            let ends = flows.rows.iter().flat_map(|row| row.inward.iter().chain(&row.outward));
            let sides = sides.filter_map(|side| side.claim.as_deref());
            sides.chain(ends.map(|end| end.claim.as_str())).collect()
        }
        Marks::Attention(panels) => panels
            .iter()
            .flat_map(|panel| &panel.groups)
            .flat_map(|group| &group.rows)
            .flat_map(|row| row.cells.iter().map(|cell| cell.claim.as_str()))
            .collect(),
        Marks::Heat(panels) => panels
            .iter()
            .flat_map(|panel| &panel.groups)
            .flat_map(|group| &group.rows)
            .flat_map(|row| row.cells.iter().map(|cell| cell.claim.as_str()))
            .collect(),
        Marks::Lives(panels) => panels
            .iter()
            .flat_map(|panel| panel.rows.iter().map(|row| row.claim.as_str()))
            .collect(),
        Marks::Alluvial(flows) => flows
            .iter()
            .flat_map(|flow| {
                let nodes = flow.columns.iter().flat_map(|column| &column.nodes);
                let nodes = nodes.map(|node| node.claim.as_str());
                nodes.chain(flow.ribbons.iter().map(|ribbon| ribbon.claim.as_str()))
            })
            .collect(),
        Marks::Changed(panels) => panels
            .iter()
            .flat_map(|panel| panel.bars.iter().map(|bar| bar.claim.as_str()))
            .collect(),
        Marks::Countries(panels) => panels
            .iter()
            .flat_map(|panel| panel.rows.iter().map(|row| row.claim.as_str()))
            .collect(),
    }
}

impl Page<'_> {
    /// Figures of a chapter.
    pub(super) fn figures(&self, chapter: &str) -> impl Iterator<Item = &Figure> {
        let head = format!("{chapter}.");
        self.report.figures.iter().filter(move |figure| figure.id.starts_with(&head))
    }

    pub(super) fn plates(&self, chapter: &str) -> Markup {
        html! { @for figure in self.figures(chapter) { (self.plate(figure)) } }
    }

    /// A figure with everything that a reader needs to judge it.
    pub(super) fn plate(&self, figure: &Figure) -> Markup {
        let key = format!("figure-{}", figure.id.replace('.', "-"));
        let title = match &figure.marks {
            _ if !figure.title.is_empty() => self.speaker.text(&figure.title),
            Marks::Flows(flows) => {
                self.say("figure-flow", &[("country", Arg::text(&flows.country))])
            }
            _ => self.word(&key),
        };
        let note = format!("{key}-note");
        let note = match &figure.marks {
            Marks::Flows(flows) => self.flow_note(flows),
            _ if self.speaker.knows(&note) => self.word(&note),
            _ => self.word("figure-lines-note"),
        };
        let canvas = Canvas { speaker: &self.speaker, report: self.report };
        html! {
            figure class="plate" id=(format!("f-{}", figure.id.replace('.', "-"))) {
                figcaption data-text { (title) }
                div class="drawing" tabindex="0" role="group" aria-label=(title) {
                    (figures::draw(&canvas, figure, &title))
                }
                p class="note" data-text { (note) " " (self.origin(figure)) }
                @if let Some(table) = self.table(&figure.table) {
                    details {
                        summary data-text { (self.word("data-table")) }
                        (self.grid(table))
                    }
                }
            }
        }
    }

    /// How to read a flow, its period, and what each direction counts.
    fn flow_note(&self, flows: &Flows) -> String {
        let mut note = self.word("figure-flow-note");
        note.push(' ');
        if flows.inward.is_some() && flows.outward.is_some() {
            note += &self.word("figure-flow-sides");
            note.push(' ');
        }
        if flows.rows.iter().any(|row| row.rest) {
            note += &self.word("figure-flow-rest");
            note.push(' ');
        }
        note += &self.say("figure-flow-period", &[("period", flows.period.clone())]);
        for (key, side) in [("figure-flow-in", &flows.inward), ("figure-flow-out", &flows.outward)]
        {
            let Some(side) = side else { continue };
            let args = [
                ("indicator", Arg::text(&side.indicator)),
                ("definition", Arg::text(&side.definition)),
                ("unit", Arg::text(&flows.unit)),
            ];
            note.push(' ');
            note += &self.say(key, &args);
            if let Some(vintage) = &side.vintage {
                note.push(' ');
                note += &self.say("figure-flow-release", &[("vintage", Arg::plain(vintage))]);
            }
        }
        note
    }

    /// Sources with their releases, the status of the points, and the day of a figure.
    fn origin(&self, figure: &Figure) -> String {
        let source = if figure.sources.is_empty() {
            self.word("figure-source-study")
        } else {
            let names = figure.sources.iter().map(|origin| self.release(origin)).collect();
            let sources = self.say("figure-source", &[("sources", Arg::List(names))]);
            format!("{sources} {}", self.statuses(&figure.sources))
        };
        match self.report.seen_on {
            Some(date) => {
                let date = ("date", Arg::Date(date.to_string()));
                format!("{source} {}", self.say("figure-vintage", &[date]))
            }
            None => source,
        }
    }

    /// The name of a source and its releases.
    fn release(&self, origin: &Origin) -> Arg {
        let named = origin.vintages.keys().filter(|vintage| !vintage.is_empty());
        let mut vintages: Vec<Arg> = named.map(|vintage| Arg::plain(vintage)).collect();
        if vintages.is_empty() {
            return Arg::text(&origin.name);
        }
        if let Some(points) = origin.vintages.get("") {
            let rest = self.say("figure-source-unnamed", &[("n", Arg::Count(*points))]);
            vintages.push(Arg::plain(&rest));
        }
        let args = [("name", Arg::text(&origin.name)), ("vintages", Arg::List(vintages))];
        Arg::plain(&self.say("figure-source-release", &args))
    }

    /// How many points have which status. Where no source gives one, that is all there is to say.
    fn statuses(&self, origins: &[Origin]) -> String {
        let mut all: BTreeMap<&str, i64> = BTreeMap::new();
        for (status, points) in origins.iter().flat_map(|origin| &origin.statuses) {
            *all.entry(status).or_default() += points;
        }
        let count = |status: &str, points: i64| {
            let status = if status.is_empty() { "none" } else { status };
            let args = [("status", Arg::code("status", status)), ("n", Arg::Count(points))];
            Arg::plain(&self.say("figure-status-of", &args))
        };
        let own = all.iter().filter(|(status, _)| !status.is_empty());
        let mut list: Vec<Arg> = own.map(|(status, points)| count(status, *points)).collect();
        match all.get("") {
            Some(_) if list.is_empty() => return self.word("figure-status-none"),
            Some(points) => list.push(count("", *points)),
            None => {}
        }
        self.say("figure-status", &[("list", Arg::List(list))])
    }

    /// Tables of a chapter that stand behind no figure.
    pub(super) fn other_tables(&self, chapter: &str) -> Markup {
        let ids: &[&str] = match chapter {
            "evolution" => &[
                "line_survival",
                "line_profile",
                "line_leaf_lives",
                "line_novelty",
                "line_measures",
                "line_measure_ways",
                "line_measure_lives",
                "line_codebook",
                "line_codebook_changes",
                "line_coders",
            ],
            "governance" => &["profile", "bodies"],
            "alignment" => &["sdg_values"],
            "practice" => &["practices"],
            "findings" => &["findings", "predictions"],
            "recommendations" => &["transfer"],
            _ => &[],
        };
        // A table that stands under a figure already is not shown twice.
        let drawn: BTreeSet<&str> =
            self.report.figures.iter().map(|figure| figure.table.as_str()).collect();
        let shown = ids.iter().filter(|id| !drawn.contains(*id));
        let tables = shown.filter_map(|id| self.table(id));
        html! {
            @for table in tables.filter(|table| !table.rows.is_empty()) {
                details class="plate" {
                    @let name = Arg::plain(&self.word(&format!("table-{}", table.id)));
                    summary data-text { (self.say("table-caption", &[("name", name)])) }
                    (self.grid(table))
                }
            }
        }
    }

    /// A table; every row is an assertion and leads to its evidence.
    fn grid(&self, table: &Table) -> Markup {
        let key = format!("table-{}", table.id);
        let name = match &key {
            key if self.speaker.knows(key) => self.word(key),
            key if key.starts_with("table-flows_") => self.word("table-flows"),
            _ => self.word("table-series"),
        };
        html! {
            div class="scroll" tabindex="0" role="region" aria-label=(name) {
                table {
                    thead {
                        tr {
                            th scope="col" data-text { (self.word("column-claim")) }
                            @for name in &table.columns {
                                th scope="col" data-text { (column(&self.speaker, name)) }
                            }
                        }
                    }
                    tbody {
                        @for (place, row) in table.rows.iter().enumerate() {
                            @let number = self.number(&row.claim);
                            // Several rows may share one claim; its place is the first of them.
                            @let first = place == 0 || table.rows[place - 1].claim != row.claim;
                            @let home = first && self.rows.contains(row.claim.as_str());
                            tr data-claim=(row.claim) id=[home.then(|| format!("c-{number}"))] {
                                td { (self.number_link(number)) }
                                @for cell in &row.cells {
                                    td class=[is_number(cell).then_some("amount")] {
                                        (self.pieces(&self.speaker.value_pieces(cell)))
                                    }
                                }
                            }
                        }
                    }
                }
            }
            p class="note" data-text {
                a href=(format!("../tables/{}.csv", table.id)) { (self.word("download")) }
            }
        }
    }
}

fn is_number(cell: &Arg) -> bool {
    matches!(cell, Arg::Count(_) | Arg::Year(_) | Arg::Number(_) | Arg::Quantity(..))
}
