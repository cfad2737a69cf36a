//! Codes by editions of an act: a cell that is the darker the more words stand under the code, with
//! the number in it.

use daryn_model::Arg;
use daryn_policy::figure::{AttentionCell, AttentionGroup, HeatPanel};
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, part, sheets, width};

const ROW: f64 = 20.0;
const HEAD: f64 = 25.0;
const LEFT: f64 = 430.0;
/// Steps of shade: the lightest is still seen on white paper.
const STEPS: f64 = 5.0;

/// A part for each act, cut between groups of codes where it is long.
pub(super) fn draw(canvas: &Canvas<'_>, panels: &[HeatPanel], title: &str) -> Markup {
    let tall = |group: &AttentionGroup| group.rows.len() as f64 * ROW + HEAD;
    let parts: Vec<(&HeatPanel, &[AttentionGroup])> = panels
        .iter()
        .flat_map(|panel| {
            sheets(&panel.groups, tall).into_iter().map(move |groups| (panel, groups))
        })
        .collect();
    html! {
        @for (number, (panel, groups)) in parts.iter().enumerate() {
            (sheet(canvas, panel, groups, &part(title, number, parts.len())))
        }
    }
}

fn sheet(canvas: &Canvas<'_>, panel: &HeatPanel, groups: &[AttentionGroup], title: &str) -> Markup {
    // Acts are not compared, so each has a scale of its own.
    let rates = panel.groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells);
    let most = rates.filter_map(|cell| cell.rate.as_ref()).map(|it| it.value).fold(0.0, f64::max);
    let column = ((WIDTH - LEFT) / panel.editions.len().max(1) as f64).min(150.0);
    let heads: Vec<String> = panel.editions.iter().map(|it| canvas.speaker.value(it)).collect();
    let turned = heads.iter().any(|head| width(head) > column - 6.0);
    let widest = heads.iter().map(|head| width(head)).fold(0.0, f64::max);
    let top = if turned { widest * 0.66 + 30.0 } else { 42.0 };
    let center = |place: usize| LEFT + (place as f64 + 0.5) * column;
    let tall = |group: &AttentionGroup| group.rows.len() as f64 * ROW + HEAD;
    let starts: Vec<f64> = (0..groups.len())
        .map(|place| top + groups[..place].iter().map(tall).sum::<f64>())
        .collect();
    let height = top + groups.iter().map(tall).sum::<f64>() + 6.0;
    let body = html! {
        text class="label strong" x="0" y="14" { (canvas.act(&panel.name, panel.register)) }
        @for (place, head) in heads.iter().enumerate() {
            @if turned {
                text class="axis" text-anchor="end" transform=(format!(
                    "translate({} {}) rotate(40)", n(center(place)), n(top - 2.0)
                )) { (head) }
            } @else {
                text class="axis" x=(n(center(place))) y=(n(top - 4.0)) text-anchor="middle" { (head) }
            }
        }
        @for (group, start) in groups.iter().zip(&starts) {
            line class="zero" x1="0" x2=(n(WIDTH)) y1=(n(start + 4.0)) y2=(n(start + 4.0)) {}
            text class="label strong" x="0" y=(n(start + 19.0)) { (canvas.label(&group.label, WIDTH)) }
            @for (number, row) in group.rows.iter().enumerate() {
                @let y = start + HEAD + number as f64 * ROW;
                @let label = canvas.speaker.text(&row.label);
                line class="rule" x1="12" x2=(n(WIDTH)) y1=(n(y)) y2=(n(y)) {}
                text class="label" x="12" y=(n(y + 14.0)) {
                    title { (label) }
                    (cut(&label, LEFT - 20.0))
                }
                @for (place, cell) in row.cells.iter().enumerate() {
                    (field(canvas, cell, (center(place), y), column, most))
                }
            }
        }
    };
    canvas.svg(title, height, &body)
}

/// A cell with its number; a dot where the code was not given.
fn field(
    canvas: &Canvas<'_>,
    cell: &AttentionCell,
    (x, y): (f64, f64),
    column: f64,
    most: f64,
) -> Markup {
    let rate = cell.rate.as_ref();
    let share = rate.filter(|_| most > 0.0).map_or(0.0, |rate| rate.value / most);
    let step = (share.sqrt() * STEPS).ceil().clamp(1.0, STEPS);
    let count = if step > 3.0 { "count on" } else { "count" };
    canvas.mark(
        &cell.claim,
        &html! {
            rect class="hit" x=(n(x - column / 2.0)) y=(n(y)) width=(n(column)) height=(n(ROW)) {}
            @if rate.is_some() {
                rect class=(format!("cell heat-{}", n(step))) x=(n(x - column / 2.0 + 2.0))
                    y=(n(y + 1.5)) width=(n(column - 4.0)) height=(n(ROW - 3.0)) {}
            } @else {
                circle class="dot" cx=(n(x)) cy=(n(y + ROW / 2.0)) r="1.2" {}
            }
        },
        &html! {
            @if let Some(rate) = rate {
                text class=(count) x=(n(x)) y=(n(y + 14.0)) text-anchor="middle" {
                    (canvas.speaker.value(&Arg::Number(rate.clone())))
                }
            }
        },
    )
}
