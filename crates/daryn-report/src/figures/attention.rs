//! Codes by texts: a disc whose area is the number per 1,000 words, with the number beside it.

use daryn_model::Arg;
use daryn_policy::figure::{AttentionCell, AttentionGroup, AttentionPanel};
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, part, sheets, width};

const ROW: f64 = 19.0;
const HEAD: f64 = 25.0;
const LEFT: f64 = 236.0;
/// Radius of the largest disc.
const LARGEST: f64 = 8.0;
/// How high a turned head stands for each unit of its width, and how far it reaches.
const TURN: f64 = 0.66;
const REACH: f64 = 0.78;

/// A part for each language, cut between groups of codes where it is long.
pub(super) fn draw(canvas: &Canvas<'_>, panels: &[AttentionPanel], title: &str) -> Markup {
    let rates = panels.iter().flat_map(|panel| &panel.groups).flat_map(|group| &group.rows);
    let rates = rates.flat_map(|row| &row.cells).filter_map(|cell| cell.rate.as_ref());
    let most = rates.map(|rate| rate.value).fold(0.0, f64::max);
    let tall = |group: &AttentionGroup| group.rows.len() as f64 * ROW + HEAD;
    let parts: Vec<(&AttentionPanel, &[AttentionGroup])> = panels
        .iter()
        .flat_map(|panel| {
            sheets(&panel.groups, tall).into_iter().map(move |groups| (panel, groups))
        })
        .collect();
    html! {
        @for (number, (panel, groups)) in parts.iter().enumerate() {
            (sheet(canvas, panel, groups, most, &part(title, number, parts.len())))
        }
    }
}

fn sheet(
    canvas: &Canvas<'_>,
    panel: &AttentionPanel,
    groups: &[AttentionGroup],
    most: f64,
    title: &str,
) -> Markup {
    let heads: Vec<String> =
        panel.columns.iter().map(|label| cut(&canvas.speaker.text(label), 190.0)).collect();
    let widest = heads.iter().map(|head| width(head)).fold(0.0, f64::max);
    let right = heads.last().map_or(0.0, |head| width(head) * REACH - 20.0).max(4.0);
    let column = ((WIDTH - LEFT - right) / heads.len().max(1) as f64).clamp(38.0, 92.0);
    let top = widest * TURN + 30.0;
    let at = |place: usize| LEFT + place as f64 * column + LARGEST + 4.0;
    let tall = |group: &AttentionGroup| group.rows.len() as f64 * ROW + HEAD;
    let starts: Vec<f64> = (0..groups.len())
        .map(|place| top + groups[..place].iter().map(tall).sum::<f64>())
        .collect();
    let height = top + groups.iter().map(tall).sum::<f64>() + 6.0;
    let body = html! {
        text class="label strong" x="0" y="14" { (canvas.speaker.value(&panel.language)) }
        @for (place, head) in heads.iter().enumerate() {
            text class="axis" transform=(format!(
                "translate({} {}) rotate(-40)", n(at(place)), n(top - 2.0)
            )) { (head) }
        }
        @for (group, start) in groups.iter().zip(&starts) {
            line class="zero" x1="0" x2=(n(WIDTH)) y1=(n(start + 4.0)) y2=(n(start + 4.0)) {}
            text class="label strong" x="0" y=(n(start + 19.0)) { (canvas.speaker.text(&group.label)) }
            @for (number, row) in group.rows.iter().enumerate() {
                @let y = start + HEAD + number as f64 * ROW;
                @let label = canvas.speaker.text(&row.label);
                line class="rule" x1="12" x2=(n(WIDTH)) y1=(n(y)) y2=(n(y)) {}
                text class="label" x="12" y=(n(y + 14.0)) {
                    title { (label) }
                    (cut(&label, LEFT - 20.0))
                }
                @for (place, cell) in row.cells.iter().enumerate() {
                    (disc(canvas, cell, (at(place), y + ROW / 2.0), column, most))
                }
            }
        }
    };
    canvas.svg(title, height, &body)
}

/// A disc with its number; a small ring where the code was not given.
fn disc(
    canvas: &Canvas<'_>,
    cell: &AttentionCell,
    (x, y): (f64, f64),
    column: f64,
    most: f64,
) -> Markup {
    let rate = cell.rate.as_ref();
    let share = rate.filter(|_| most > 0.0).map_or(0.0, |rate| rate.value / most);
    canvas.mark(
        &cell.claim,
        &html! {
            rect class="hit" x=(n(x - LARGEST - 4.0)) y=(n(y - ROW / 2.0))
                width=(n(column)) height=(n(ROW)) {}
            @if rate.is_some() {
                circle class="point own" cx=(n(x)) cy=(n(y)) r=(n((share.sqrt() * LARGEST).max(1.0))) {}
            } @else {
                circle class="dot" cx=(n(x)) cy=(n(y)) r="1.2" {}
            }
        },
        &html! {
            @if let Some(rate) = rate {
                text class="count" x=(n(x + LARGEST + 3.0)) y=(n(y + 4.0)) {
                    (canvas.speaker.value(&Arg::Number(rate.clone())))
                }
            }
        },
    )
}
