//! Documents in time.

use daryn_policy::figure::Bar;
use maud::{Markup, html};

use super::{Canvas, WIDTH, n, ticks};

const ROW: f64 = 22.0;
const TOP: f64 = 26.0;
const LABELS: f64 = 270.0;

/// One bar a document, from adoption to the end of validity.
pub(super) fn draw(canvas: &Canvas<'_>, bars: &[Bar], title: &str) -> Markup {
    let first = bars.iter().map(|bar| bar.from).fold(f64::INFINITY, f64::min).floor();
    let last = bars
        .iter()
        .map(|bar| bar.to.unwrap_or(bar.from).max(bar.from))
        .fold(f64::NEG_INFINITY, f64::max)
        .ceil()
        + 1.0;
    let x = |year: f64| LABELS + (year - first) / (last - first) * (WIDTH - LABELS - 12.0);
    let height = TOP + bars.len() as f64 * ROW + 8.0;
    let body = html! {
        @for tick in ticks(first, last, 8) {
            line class="rule" x1=(n(x(tick))) x2=(n(x(tick))) y1=(n(TOP - 6.0)) y2=(n(height - 4.0)) {}
            text class="axis" x=(n(x(tick))) y=(n(TOP - 11.0)) text-anchor="middle" { (tick as i64) }
        }
        @for (row, bar) in bars.iter().enumerate() {
            @let y = TOP + row as f64 * ROW;
            @let to = bar.to.map_or(last, |to| to.max(bar.from));
            // A document of one day would have no width at all.
            @let wide = (x(to) - x(bar.from)).max(5.0);
            @let main = bar.role != "register";
            (canvas.mark(&bar.claim, &html! {
                rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
                rect class=(format!("bar {}", bar.coverage)) x=(n(x(bar.from))) y=(n(y + 4.0))
                    width=(n(wide)) height=(n(ROW - 8.0)) {}
                @if bar.to.is_none() {
                    // An open end: no edge, an arrow instead.
                    path class="open" d=(format!(
                        "M{} {}l8 {}l-8 {}", n(x(last)), n(y + 4.0), n(ROW / 2.0 - 4.0), n(ROW / 2.0 - 4.0)
                    )) {}
                }
            }, &html! {
                text class=(if main { "label strong" } else { "label" })
                    x=(n(LABELS - 8.0)) y=(n(y + 15.0)) text-anchor="end" {
                    (canvas.label(&bar.label, LABELS - 12.0))
                }
            }))
        }
    };
    canvas.svg(title, height, &body)
}
