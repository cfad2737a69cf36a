//! Single values on scales with ends: a row an indicator, a column an area.

use daryn_model::Arg;
use daryn_policy::figure::{ScoreCell, ScorePanel};
use maud::{Markup, html};

use super::{Canvas, WIDTH, n};

const ROW: f64 = 44.0;
const HEAD: f64 = 52.0;
/// A scale has a mark at each whole step where it has at most this many.
const STEPS: f64 = 10.0;

/// The label of an indicator above its row of small scales, one an area, with its number.
pub(super) fn draw(canvas: &Canvas<'_>, panels: &[ScorePanel], title: &str) -> Markup {
    let tall = |panel: &ScorePanel| panel.rows.len() as f64 * ROW + HEAD;
    let starts: Vec<f64> =
        (0..panels.len()).map(|place| panels[..place].iter().map(tall).sum()).collect();
    let height = panels.iter().map(tall).sum::<f64>() + 6.0;
    let body = html! {
        @for (panel, start) in panels.iter().zip(&starts) {
            @let column = WIDTH / panel.columns.len().max(1) as f64;
            text class="axis" x="4" y=(n(start + 14.0)) {
                (canvas.speaker.text(&panel.unit)) (years(panel))
            }
            @for (place, area) in panel.columns.iter().enumerate() {
                text class=(if place == 0 { "label strong" } else { "label" })
                    x=(n(place as f64 * column + 4.0)) y=(n(start + 36.0)) {
                    (canvas.label(area, column - 12.0))
                }
            }
            @for (number, row) in panel.rows.iter().enumerate() {
                @let y = start + HEAD + number as f64 * ROW - 6.0;
                line class="rule" x1="0" x2=(n(WIDTH)) y1=(n(y)) y2=(n(y)) {}
                text class="label" x="4" y=(n(y + 15.0)) { (canvas.label(&row.label, WIDTH - 10.0)) }
                @for (place, cell) in row.cells.iter().enumerate() {
                    @let from = place as f64 * column + 8.0;
                    @match cell {
                        Some(cell) => (scale(canvas, panel, cell, place == 0, (from, y), column)),
                        None => text class="axis" x=(n(from - 4.0)) y=(n(y + 34.0)) {
                            (canvas.speaker.value(&Arg::Empty))
                        },
                    }
                }
            }
        }
    };
    canvas.svg(title, height, &body)
}

/// The years of the values.
fn years(panel: &ScorePanel) -> String {
    let cells = || panel.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let years = cells().map(|cell| cell.year);
    match (years.clone().min(), years.max()) {
        (Some(first), Some(last)) if first == last => format!(", {first}"),
        (Some(first), Some(last)) => format!(", {first}–{last}"),
        _ => String::new(),
    }
}

/// One value on its scale.
fn scale(
    canvas: &Canvas<'_>,
    panel: &ScorePanel,
    cell: &ScoreCell,
    own: bool,
    (from, y): (f64, f64),
    column: f64,
) -> Markup {
    let long = column - 54.0;
    let x = |value: f64| from + long * (value - panel.low) / (panel.high - panel.low);
    let span = panel.high - panel.low;
    let steps = if span <= STEPS { span as i64 } else { 1 };
    let step = span / steps.max(1) as f64;
    canvas.mark(
        &cell.claim,
        &html! {
            rect class="hit" x=(n(from - 8.0)) y=(n(y + 18.0)) width=(n(column)) height=(n(ROW - 20.0)) {}
            line class="zero" x1=(n(from)) x2=(n(from + long)) y1=(n(y + 30.0)) y2=(n(y + 30.0)) {}
            @for tick in 0..=steps {
                @let at = x(panel.low + tick as f64 * step);
                line class="zero" x1=(n(at)) x2=(n(at)) y1=(n(y + 27.0)) y2=(n(y + 33.0)) {}
            }
            circle class=(if own { "dot long own" } else { "dot long" })
                cx=(n(x(cell.value.value))) cy=(n(y + 30.0)) r=(if own { "5.5" } else { "4.5" }) {}
        },
        &html! {
            text class=(if own { "count strong" } else { "count" })
                x=(n(from + long + 12.0)) y=(n(y + 34.0)) {
                (canvas.speaker.decimal(&cell.value))
            }
        },
    )
}
