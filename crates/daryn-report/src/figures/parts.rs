//! Known parts of things, in groups with a heading, one mark a row.

use daryn_model::Arg;
use daryn_policy::figure::{PartGroup, Parts};
use maud::{Markup, html};

use super::{Canvas, WIDTH, n, part, sheets, width};

const ROW: f64 = 20.0;
const HEAD: f64 = 27.0;
const CELL: f64 = 26.0;
/// How high a turned head stands for each unit of its width, and how far it reaches.
const TURN: f64 = 0.66;
const REACH: f64 = 0.78;

/// A row of cells a thing, and the number of its known parts at the right.
pub(super) fn draw(canvas: &Canvas<'_>, parts: &Parts, title: &str) -> Markup {
    let sheets = sheets(&parts.groups, |group| group.rows.len() as f64 * ROW + HEAD);
    html! {
        @for (number, groups) in sheets.iter().enumerate() {
            (sheet(canvas, parts, groups, &part(title, number, sheets.len())))
        }
    }
}

/// Some of the groups, under the heads of the columns.
fn sheet(canvas: &Canvas<'_>, parts: &Parts, groups: &[PartGroup], title: &str) -> Markup {
    let mut heads: Vec<String> =
        parts.columns.iter().map(|arg| canvas.speaker.value(arg)).collect();
    heads.push(canvas.speaker.word("column-known"));
    let widest = heads.iter().map(|head| width(head)).fold(0.0, f64::max);
    // The last head reaches over its column.
    let right = heads.last().map_or(0.0, |head| width(head) * REACH - CELL / 2.0).max(0.0) + 4.0;
    let left = WIDTH - CELL * heads.len() as f64 - right;
    let top = widest * TURN + 16.0;
    let center = |column: usize| left + (column as f64 + 0.5) * CELL;
    let rows = |group: usize| groups[group].rows.len() as f64 * ROW + HEAD;
    let starts: Vec<f64> =
        (0..groups.len()).map(|group| top + (0..group).map(rows).sum::<f64>()).collect();
    let height = top + (0..groups.len()).map(rows).sum::<f64>() + 6.0;
    let body = html! {
        @for (column, head) in heads.iter().enumerate() {
            text class="axis" transform=(format!(
                "translate({} {}) rotate(-40)", n(center(column)), n(top - 4.0)
            )) { (head) }
        }
        @for (group, start) in groups.iter().zip(&starts) {
            @let coverage = canvas.speaker.value(&Arg::code("coverage", &group.coverage));
            line class="zero" x1="0" x2=(n(WIDTH)) y1=(n(start + 4.0)) y2=(n(start + 4.0)) {}
            text class="label strong" x="0" y=(n(start + 20.0)) { (canvas.speaker.text(&group.label)) }
            text class="axis" x=(n(left - 10.0)) y=(n(start + 20.0)) text-anchor="end" { (coverage) }
            @for (number, row) in group.rows.iter().enumerate() {
                @let y = start + HEAD + number as f64 * ROW;
                @let count = row.known.iter().filter(|known| **known).count();
                (canvas.mark(&row.claim, &html! {
                    rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
                    @for (column, known) in row.known.iter().enumerate() {
                        @if *known {
                            rect class=(if row.hollow { "cell hollow" } else { "cell full" })
                                x=(n(center(column) - 9.0)) y=(n(y + 3.0)) rx="2"
                                width="18" height=(n(ROW - 6.0)) {}
                        } @else {
                            circle class="dot" cx=(n(center(column))) cy=(n(y + ROW / 2.0)) r="1.4" {}
                        }
                    }
                }, &html! {
                    text class="label" x="10" y=(n(y + 14.0)) {
                        (canvas.label(&row.label, left - 20.0))
                    }
                    text class="count" x=(n(center(row.known.len()))) y=(n(y + 14.0))
                        text-anchor="middle" { (count) }
                }))
            }
        }
    };
    canvas.svg(title, height, &body)
}
