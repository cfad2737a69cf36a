//! Growth rates on a scale that is cut into classes.

use daryn_model::record::Decimal;
use daryn_policy::figure::{ProgressMark, ProgressRow};
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, width};

const ROW: f64 = 21.0;
const HEAD: f64 = 30.0;
const TOP: f64 = 40.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 120.0;
/// Rates beyond this many percent a year stand at the edge with an arrow.
const EDGE: f64 = 5.0;

/// A heading for each indicator, then a row for each series: a mark for each period, and their
/// numbers at the right.
pub(super) fn draw(canvas: &Canvas<'_>, rows: &[ProgressRow], title: &str) -> Markup {
    let middle = LEFT + (WIDTH - LEFT - RIGHT) / 2.0;
    let step = (WIDTH - LEFT - RIGHT) / 2.0 / (EDGE + 0.5);
    let x = |rate: f64| middle + rate.clamp(-EDGE - 0.3, EDGE + 0.3) * step;
    let mut places = Vec::new();
    let mut y = TOP;
    for (number, row) in rows.iter().enumerate() {
        let first = number == 0 || rows[number - 1].indicator != row.indicator;
        if first {
            y += HEAD;
        }
        places.push((first, y));
        y += ROW;
    }
    let height = y + 8.0;
    let body = html! {
        @for (from, to) in [(LEFT, x(-1.0)), (x(1.0), WIDTH - RIGHT)] {
            rect class="track" x=(n(from)) y=(n(TOP)) width=(n(to - from)) height=(n(height - TOP)) {}
        }
        @for tick in [-5.0, -1.0, 0.0, 1.0, 5.0] {
            line class=(if tick == 0.0 { "zero" } else { "rule" }) x1=(n(x(tick))) x2=(n(x(tick)))
                y1=(n(TOP)) y2=(n(height)) {}
            text class="axis" x=(n(x(tick))) y=(n(TOP - 6.0)) text-anchor="middle" {
                (canvas.speaker.decimal(&Decimal::rounded(tick, 0)))
                @if tick == 5.0 { " %" }
            }
        }
        text class="axis" x=(n(middle - 8.0)) y="14" text-anchor="end" {
            (canvas.speaker.word("progress-away"))
        }
        text class="axis" x=(n(middle + 8.0)) y="14" { (canvas.speaker.word("progress-towards")) }
        @for (row, (first, y)) in rows.iter().zip(&places) {
            @if *first {
                @let name = format!("{} {}", row.code, canvas.speaker.text(&row.indicator));
                // The heading has a ground of its own, so that no line runs through it.
                rect class="ground" x="0" y=(n(y - 30.0)) width=(n(WIDTH)) height="28" {}
                text class="label strong" x="4" y=(n(y - 7.0)) { (cut(&name, WIDTH - 8.0)) }
            }
            @let years = format!("{}–{}", row.years.0, row.years.1);
            @let area = canvas.label(&row.area, LEFT - 24.0 - width(&years));
            text class=(if row.own { "label strong" } else { "label" })
                x=(n(LEFT - 10.0)) y=(n(y + 14.0)) text-anchor="end" { (area) ", " (years) }
            @for (place, mark) in row.marks.iter().enumerate() {
                @let at = WIDTH - RIGHT + 10.0 + 58.0 * f64::from(u8::from(!mark.long));
                (canvas.mark(&mark.claim, &html! {
                    rect class="hit" x=(n(at - 6.0)) y=(n(*y)) width="54" height=(n(ROW)) {}
                    circle class="grip" cx=(n(x(mark.towards))) cy=(n(y + ROW / 2.0)) r="7" {}
                    (shape(mark, row.own, x(mark.towards), y + ROW / 2.0 + shift(row, place)))
                }, &html! {
                    text class=(if mark.long { "count strong" } else { "count" })
                        x=(n(at + 44.0)) y=(n(y + 14.0)) text-anchor="end" {
                        @if mark.long { "●" } @else { "○" }
                        " " (canvas.speaker.decimal(&mark.rate))
                    }
                }))
            }
        }
    };
    canvas.svg(title, height, &body)
}

/// Marks that would lie on each other stand one above the other.
fn shift(row: &ProgressRow, place: usize) -> f64 {
    match row.marks.as_slice() {
        [long, short] if (clamp(long.towards) - clamp(short.towards)).abs() < 0.35 => {
            if place == 0 { -4.5 } else { 4.5 }
        }
        _ => 0.0,
    }
}

fn clamp(rate: f64) -> f64 {
    rate.clamp(-EDGE, EDGE)
}

/// A point, or an arrow at the edge of the scale.
fn shape(mark: &ProgressMark, own: bool, x: f64, y: f64) -> Markup {
    let class =
        format!("dot{}{}", if mark.long { " long" } else { "" }, if own { " own" } else { "" });
    let side = if mark.towards > EDGE {
        1.0
    } else if mark.towards < -EDGE {
        -1.0
    } else {
        0.0
    };
    html! {
        @if side == 0.0 {
            circle class=(class) cx=(n(x)) cy=(n(y)) r=(if own { "4.5" } else { "3.6" }) {}
        } @else {
            path class=(class) d=(format!(
                "M{} {}L{} {}L{} {}Z",
                n(x - 3.0 * side), n(y - 4.2), n(x + 5.0 * side), n(y), n(x - 3.0 * side), n(y + 4.2)
            )) {}
        }
    }
}
