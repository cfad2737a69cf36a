//! Targets and the values seen.

use daryn_policy::figure::TargetBar;
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n};

const ROW: f64 = 38.0;
const LEFT: f64 = 10.0;
const RIGHT: f64 = 10.0;

/// A bar that ends at the value, on a scale where the target is at three quarters.
pub(super) fn draw(canvas: &Canvas<'_>, bars: &[TargetBar], title: &str) -> Markup {
    let height = bars.len() as f64 * ROW + 8.0;
    let full = (WIDTH - LEFT - RIGHT) * 0.5;
    let body = html! {
        @for (number, bar) in bars.iter().enumerate() {
            @let y = number as f64 * ROW + 4.0;
            @let state = canvas.speaker.word(&format!("state-{}", bar.state));
            @let target = canvas.speaker.value(&bar.target);
            (canvas.mark(&bar.claim, &html! {
                rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
                text class="label" x=(n(LEFT)) y=(n(y + 11.0)) {
                    (canvas.label(&bar.label, WIDTH - 20.0))
                }
                rect class="track" x=(n(LEFT)) y=(n(y + 16.0)) width=(n(full)) height="12" {}
                @if let Some(share) = bar.share {
                    // A bar beyond the target is cut a little after it; the number says how far.
                    rect class=(if bar.state == "not_due" { "bar opening" } else { "bar whole" })
                        x=(n(LEFT)) y=(n(y + 16.0))
                        width=(n(full * share.clamp(0.0, 1.15))) height="12" {}
                }
                line class="goal" x1=(n(LEFT + full)) x2=(n(LEFT + full))
                    y1=(n(y + 13.0)) y2=(n(y + 31.0)) {}
                text class="count" x=(n(LEFT + full + full * 0.17)) y=(n(y + 26.0)) {
                    @let value = match bar.share {
                        Some(_) => format!("{} / {target} ({})", canvas.speaker.value(&bar.value), bar.year),
                        None => format!("{target} ({})", bar.year),
                    };
                    (cut(&format!("{value}: {state}"), full * 0.83))
                }
            }))
        }
    };
    canvas.svg(title, height, &body)
}
