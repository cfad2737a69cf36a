//! Cells in rows and columns.

use daryn_policy::figure::Grid;
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, width};

const ROW: f64 = 20.0;
const TURN: f64 = 0.62;

/// Full, hollow and empty cells with their numbers.
pub(super) fn draw(canvas: &Canvas<'_>, grid: &Grid, title: &str) -> Markup {
    let heads: Vec<String> = grid.columns.iter().map(|arg| canvas.speaker.value(arg)).collect();
    let labels: Vec<String> =
        grid.rows.iter().map(|row| canvas.speaker.value(&row.label)).collect();
    let cell = ((WIDTH - 300.0) / heads.len().max(1) as f64).clamp(15.0, 64.0);
    let widest = heads.iter().map(|head| width(head)).fold(0.0, f64::max);
    // Heads that do not fit stand turned; the last one reaches over the right border.
    let turned = widest > cell - 4.0;
    let over = heads.last().map_or(0.0, |head| width(head) * 0.77 - cell / 2.0).max(0.0);
    let right = if turned { over + 4.0 } else { 4.0 };
    let left = WIDTH - cell * heads.len() as f64 - right;
    let top = if turned { widest * TURN + 18.0 } else { 24.0 };
    let height = top + grid.rows.len() as f64 * ROW + 6.0;
    let center = |column: usize| left + (column as f64 + 0.5) * cell;
    let numbers = grid.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.count > 1);
    let body = html! {
        @for (column, head) in heads.iter().enumerate() {
            @if turned {
                text class="axis" text-anchor="start" transform=(format!(
                    "translate({} {}) rotate(-40)", n(center(column)), n(top - 6.0)
                )) { (head) }
            } @else {
                text class="axis" x=(n(center(column))) y=(n(top - 8.0)) text-anchor="middle" { (head) }
            }
        }
        @for (number, row) in grid.rows.iter().enumerate() {
            @let y = top + number as f64 * ROW;
            line class="rule" x1="0" x2=(n(WIDTH)) y1=(n(y)) y2=(n(y)) {}
            text class="label" x=(n(left - 8.0)) y=(n(y + 14.0)) text-anchor="end" {
                title { (labels[number]) }
                (cut(&labels[number], left - 10.0))
            }
            @for (column, mark) in row.cells.iter().enumerate() {
                @let (cx, cy) = (center(column), y + ROW / 2.0);
                @match &mark.claim {
                    Some(claim) => (canvas.mark(claim, &html! {
                        rect class=(if mark.hollow { "cell hollow" } else { "cell full" })
                            x=(n(cx - cell.min(26.0) / 2.0 + 1.0)) y=(n(y + 2.0)) rx="2"
                            width=(n(cell.min(26.0) - 2.0)) height=(n(ROW - 4.0)) {}
                    }, &html! {
                        @if numbers {
                            text class=(if mark.hollow { "count" } else { "count on" })
                                x=(n(cx)) y=(n(cy + 4.0)) text-anchor="middle" { (mark.count) }
                        }
                    })),
                    None => circle class="dot" cx=(n(cx)) cy=(n(cy)) r="1.2" {},
                }
            }
        }
    };
    canvas.svg(title, height, &body)
}
