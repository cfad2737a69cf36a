//! Lives of units of acts: a bar from the first edition to the last one in which a unit stands.

use daryn_model::Arg;
use daryn_policy::figure::{LifePanel, LifeRow};
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, part, sheets};

const ROW: f64 = 14.0;
const TOP: f64 = 46.0;
const LEFT: f64 = 190.0;

/// A part for each act, cut between rows where it is long.
pub(super) fn draw(canvas: &Canvas<'_>, panels: &[LifePanel], title: &str) -> Markup {
    let parts: Vec<(&LifePanel, &[LifeRow])> = panels
        .iter()
        .flat_map(|panel| sheets(&panel.rows, |_| ROW).into_iter().map(move |rows| (panel, rows)))
        .collect();
    html! {
        @for (number, (panel, rows)) in parts.iter().enumerate() {
            (sheet(canvas, panel, rows, &part(title, number, parts.len())))
        }
    }
}

fn sheet(canvas: &Canvas<'_>, panel: &LifePanel, rows: &[LifeRow], title: &str) -> Markup {
    let column = (WIDTH - LEFT) / panel.editions.len().max(1) as f64;
    let x = |place: usize| LEFT + (place as f64 + 0.5) * column;
    let height = TOP + rows.len() as f64 * ROW + 8.0;
    let body = html! {
        text class="label strong" x="0" y="14" { (canvas.act(&panel.name, panel.register)) }
        @for (place, edition) in panel.editions.iter().enumerate() {
            text class="axis" x=(n(x(place))) y=(n(TOP - 10.0)) text-anchor="middle" {
                (cut(&canvas.speaker.value(edition), column - 4.0))
            }
            line class="rule" x1=(n(x(place))) x2=(n(x(place))) y1=(n(TOP - 4.0)) y2=(n(height - 4.0)) {}
        }
        @for (number, row) in rows.iter().enumerate() {
            (life(canvas, row, TOP + number as f64 * ROW, column, panel.editions.len()))
        }
    };
    canvas.svg(title, height, &body)
}

/// A bar; filled where nothing changed, with a diamond at an edition that changed its words and a
/// triangle at one that moved it. It ends with a stroke where the unit was dropped.
fn life(canvas: &Canvas<'_>, row: &LifeRow, y: f64, column: f64, editions: usize) -> Markup {
    let x = |place: usize| LEFT + (place as f64 + 0.5) * column;
    let middle = y + ROW / 2.0;
    // A unit that stands in a single edition still has a bar.
    let from = if row.first == 0 { x(0) - column * 0.2 } else { x(row.first) };
    let end = if row.last + 1 == editions { x(row.last) + column * 0.2 } else { x(row.last) + 8.0 };
    let unchanged = row.edited.is_empty() && row.moved.is_empty();
    let label = match &row.label {
        Arg::Empty => canvas.speaker.say(
            "lives-of-several",
            &[("unit", Arg::code("line-unit", &row.unit)), ("n", Arg::Count(row.count))],
        ),
        label => canvas.speaker.say(
            "lives-of-one",
            &[("unit", Arg::code("line-unit-one", &row.unit)), ("label", label.clone())],
        ),
    };
    canvas.mark(
        &row.claim,
        &html! {
            rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
            rect class=(if unchanged { "bar whole" } else { "bar none" }) x=(n(from)) y=(n(y + 3.5))
                width=(n(end - from)) height=(n(ROW - 7.0)) {}
            @if row.last + 1 < editions {
                path class="open" d=(format!("M{} {}v{}", n(end + 3.0), n(y + 1.0), n(ROW - 2.0))) {}
            }
            @for place in &row.edited {
                path class="point own" d=(format!(
                    "M{} {}l5 5l-5 5l-5 -5Z", n(x(*place)), n(middle - 5.0)
                )) {}
            }
            @for place in &row.moved {
                path class="point own" d=(format!(
                    "M{} {}l9 5l-9 5Z", n(x(*place) + 12.0), n(middle - 5.0)
                )) {}
            }
        },
        &html! {
            text class=(if row.count > 1 { "label strong" } else { "label" }) x=(n(LEFT - 10.0))
                y=(n(y + 11.0)) text-anchor="end" { (cut(&label, LEFT - 12.0)) }
        },
    )
}
