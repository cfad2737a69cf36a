//! Units of acts by what they are in each edition, with bands between neighbouring editions.

use daryn_policy::figure::{Alluvial, AlluvialColumn};
use maud::{Markup, html};

use super::flows::band;
use super::{Canvas, WIDTH, cut, n, part, width};

const TOP: f64 = 54.0;
/// Height of all units of the fullest edition.
const HEIGHT: f64 = 220.0;
const GAP: f64 = 16.0;
const BAR: f64 = 12.0;
/// Room for words beside the last edition.
const NAMES: f64 = 190.0;
/// The thinnest band that can be seen.
const THIN: f64 = 1.2;

/// A part for each act and unit.
pub(super) fn draw(canvas: &Canvas<'_>, flows: &[Alluvial], title: &str) -> Markup {
    html! {
        @for (number, flow) in flows.iter().enumerate() {
            (sheet(canvas, flow, &part(title, number, flows.len())))
        }
    }
}

fn sheet(canvas: &Canvas<'_>, flow: &Alluvial, title: &str) -> Markup {
    let sum = |column: &AlluvialColumn| column.nodes.iter().map(|node| node.count).sum::<i64>();
    let most = flow.columns.iter().map(sum).max().unwrap_or(0).max(1) as f64;
    let scale = HEIGHT / most;
    let thick = |count: i64| (count as f64 * scale).max(THIN);
    let last = flow.columns.len().saturating_sub(1);
    let step = (WIDTH - BAR - NAMES) / last.max(1) as f64;
    let x = |column: usize| column as f64 * step;
    let tops: Vec<Vec<f64>> = flow
        .columns
        .iter()
        .map(|column| {
            let mut y = TOP;
            column
                .nodes
                .iter()
                .map(|node| {
                    let top = y;
                    y += thick(node.count) + GAP;
                    top
                })
                .collect()
        })
        .collect();
    let bottom = |(column, tops): (&AlluvialColumn, &Vec<f64>)| {
        column.nodes.iter().zip(tops).map(|(node, top)| top + thick(node.count)).fold(TOP, f64::max)
    };
    let height = flow.columns.iter().zip(&tops).map(bottom).fold(TOP, f64::max) + 10.0;
    // Bands of a group stand below each other, in the order of the other side.
    let before = |place: usize, incoming: bool| -> f64 {
        let own = &flow.ribbons[place];
        let others = flow.ribbons[..place].iter().filter(|it| {
            it.column == own.column && if incoming { it.to == own.to } else { it.from == own.from }
        });
        others.map(|it| it.count as f64 * scale).sum()
    };
    let body = html! {
        text class="label strong" x="0" y="14" { (canvas.act(&flow.name, flow.register)) }
        text class="label" x=(n(WIDTH)) y="14" text-anchor="end" { (canvas.speaker.value(&flow.unit)) }
        @for (place, column) in flow.columns.iter().enumerate() {
            @let head = canvas.speaker.value(&column.head);
            text class="axis" x=(n(x(place) + if place == 0 { 0.0 } else { BAR })) y=(n(TOP - 12.0))
                text-anchor=(if place == 0 { "start" } else { "end" }) { (head) }
        }
        @for (place, ribbon) in flow.ribbons.iter().enumerate() {
            @let from = tops[ribbon.column][ribbon.from] + before(place, false);
            @let to = tops[ribbon.column + 1][ribbon.to] + before(place, true);
            @let gone = flow.columns[ribbon.column + 1].nodes[ribbon.to].gone;
            (canvas.mark(&ribbon.claim, &html! {
                path class=(if gone { "ribbon weak" } else { "ribbon light" }) d=(band(
                    (x(ribbon.column) + BAR, from), (x(ribbon.column + 1), to), thick(ribbon.count)
                )) {}
            }, &html! {}))
        }
        @for (place, column) in flow.columns.iter().enumerate() {
            @for (node, top) in column.nodes.iter().zip(&tops[place]) {
                @let words = format!("{} {}", canvas.speaker.value(&node.label), node.count);
                @let room = if place == last { NAMES - 8.0 } else { (step - BAR) / 2.0 };
                (canvas.mark(&node.claim, &html! {
                    rect class="hit" x=(n(x(place))) y=(n(*top - 2.0))
                        width=(n(BAR + 10.0 + width(&words).min(room)))
                        height=(n(thick(node.count).max(14.0))) {}
                    rect class=(if node.gone { "bar none" } else { "bar whole" }) x=(n(x(place)))
                        y=(n(*top)) width=(n(BAR)) height=(n(thick(node.count))) {}
                }, &html! {
                    text class="label" x=(n(x(place) + BAR + 7.0))
                        y=(n(top + thick(node.count) / 2.0 + 4.0)) { (cut(&words, room)) }
                }))
            }
        }
    };
    canvas.svg(title, height, &body)
}
