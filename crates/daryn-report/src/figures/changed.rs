//! Provisions that changed most: the share of their words that is in one edition only.

use daryn_model::Arg;
use daryn_policy::figure::ChangePanel;
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, part};

const ROW: f64 = 26.0;
const TOP: f64 = 26.0;
const LEFT: f64 = 130.0;
/// Length of a bar of 100 percent.
const FULL: f64 = 300.0;

/// A part for each act.
pub(super) fn draw(canvas: &Canvas<'_>, panels: &[ChangePanel], title: &str) -> Markup {
    html! {
        @for (number, panel) in panels.iter().enumerate() {
            (sheet(canvas, panel, &part(title, number, panels.len())))
        }
    }
}

fn sheet(canvas: &Canvas<'_>, panel: &ChangePanel, title: &str) -> Markup {
    let height = TOP + panel.bars.len() as f64 * ROW + 6.0;
    let unit = match &panel.unit {
        Arg::Code(_, code) => Arg::code("line-unit-one", code),
        other => other.clone(),
    };
    let body = html! {
        text class="label strong" x="0" y="14" { (canvas.act(&panel.name, panel.register)) }
        @for (number, bar) in panel.bars.iter().enumerate() {
            @let y = TOP + number as f64 * ROW;
            @let label = canvas.speaker.say("lives-of-one", &[
                ("unit", unit.clone()), ("label", bar.label.clone()),
            ]);
            @let long = FULL * bar.share.value / 100.0;
            (canvas.mark(&bar.claim, &html! {
                rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
                rect class="track" x=(n(LEFT)) y=(n(y + 6.0)) width=(n(FULL)) height=(n(ROW - 12.0)) {}
                rect class="bar whole" x=(n(LEFT)) y=(n(y + 6.0)) width=(n(long)) height=(n(ROW - 12.0)) {}
            }, &html! {
                text class="label" x=(n(LEFT - 8.0)) y=(n(y + 17.0)) text-anchor="end" {
                    (cut(&label, LEFT - 10.0))
                }
                text class="label" x=(n(LEFT + FULL + 8.0)) y=(n(y + 17.0)) {
                    tspan class="strong" { (canvas.speaker.decimal(&bar.share)) " %" }
                    "\u{2002}" (cut(&canvas.speaker.value(&bar.note), WIDTH - LEFT - FULL - 90.0))
                }
            }))
        }
    };
    canvas.svg(title, height, &body)
}
