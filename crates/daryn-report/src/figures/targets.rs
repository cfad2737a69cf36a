//! Targets and the values seen.

use daryn_policy::figure::TargetBar;
use maud::{Markup, html};

use super::{Canvas, WIDTH, n, width};

const ROW: f64 = 42.0;
const LEFT: f64 = 10.0;
const RIGHT: f64 = 10.0;

/// Label and state above, then a bar that ends at the value; the target is the line.
pub(super) fn draw(canvas: &Canvas<'_>, bars: &[TargetBar], title: &str) -> Markup {
    let height = bars.len() as f64 * ROW + 8.0;
    let full = (WIDTH - LEFT - RIGHT) * 0.56;
    let body = html! {
        @for (number, bar) in bars.iter().enumerate() {
            @let y = number as f64 * ROW + 4.0;
            @let state = canvas.speaker.word(&format!("state-{}", bar.state));
            @let target = canvas.speaker.value(&bar.target);
            (canvas.mark(&bar.claim, &html! {
                rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
                rect class="track" x=(n(LEFT)) y=(n(y + 18.0)) width=(n(full)) height="12" {}
                @if let Some(share) = bar.share {
                    // A bar beyond the target is cut a little after it; the number says how far.
                    rect class=(if decided(bar) { "bar whole" } else { "bar opening" })
                        x=(n(LEFT)) y=(n(y + 18.0))
                        width=(n(full * share.clamp(0.0, 1.15))) height="12" {}
                }
                line class="goal" x1=(n(LEFT + full)) x2=(n(LEFT + full))
                    y1=(n(y + 15.0)) y2=(n(y + 33.0)) {}
            }, &html! {
                text class="label" x=(n(LEFT)) y=(n(y + 12.0)) {
                    (canvas.label(&bar.label, WIDTH - LEFT - RIGHT - width(&state) - 16.0))
                }
                text class="label strong" x=(n(WIDTH - RIGHT)) y=(n(y + 12.0)) text-anchor="end" {
                    (state)
                }
                text class="count" x=(n(LEFT + full * 1.17 + 6.0)) y=(n(y + 28.0)) {
                    @match bar.share {
                        Some(_) => { (canvas.speaker.value(&bar.value)) " / " (target) " (" (bar.year) ")" }
                        None => { (target) " (" (bar.year) ")" }
                    }
                }
            }))
        }
    };
    canvas.svg(title, height, &body)
}

/// Whether the value is that of the year of the target; any other is only on the way.
fn decided(bar: &TargetBar) -> bool {
    matches!(bar.state.as_str(), "reached" | "not_reached")
}
