//! Numbers of practices: a panel a unit, so that different units never share a scale.

use std::collections::BTreeSet;

use daryn_model::Arg;
use daryn_policy::figure::{EffectPanel, EffectRow};
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, part, sheets, ticks, width};

const HEAD: f64 = 30.0;
const KIND: f64 = 18.0;
const ROW: f64 = 36.0;
const AXIS: f64 = 20.0;
/// Where scales begin and end; the number stands right of the scale.
const FROM: f64 = 24.0;
const TO: f64 = 430.0;

/// A head with the unit, rows by kind of number, an axis.
pub(super) fn draw(canvas: &Canvas<'_>, panels: &[EffectPanel], title: &str) -> Markup {
    let tall = |panel: &EffectPanel| {
        let kinds: BTreeSet<&str> = panel.rows.iter().map(|row| row.kind.as_str()).collect();
        HEAD + AXIS + kinds.len() as f64 * KIND + panel.rows.len() as f64 * ROW
    };
    let sheets = sheets(panels, tall);
    html! {
        @for (number, sheet) in sheets.iter().enumerate() {
            @let mut y = 0.0;
            @let drawn: Vec<Markup> =
                sheet.iter().map(|panel| self::panel(canvas, panel, &mut y)).collect();
            (canvas.svg(&part(title, number, sheets.len()), y + 6.0, &html! {
                @for panel in &drawn { (panel) }
            }))
        }
    }
}

fn panel(canvas: &Canvas<'_>, panel: &EffectPanel, y: &mut f64) -> Markup {
    let marked = panel.rows.iter().filter(|row| row.shown);
    let numbers: Vec<f64> = marked.flat_map(numbers).chain([0.0]).collect();
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let x = |value: f64| FROM + (value - low) / span * (TO - FROM - 10.0) + 5.0;
    let top = *y;
    *y += HEAD;
    let mut kind = "";
    // Where each row stands, and the name of its kind where a new kind begins.
    let mut placed: Vec<(f64, Option<String>, &EffectRow)> = Vec::new();
    for row in &panel.rows {
        let name = (row.kind != kind).then(|| {
            kind = &row.kind;
            *y += KIND;
            canvas.speaker.word(&format!("effect-kind-{kind}"))
        });
        placed.push((*y, name, row));
        *y += ROW;
    }
    let body = html! {
        line class="rule" x1="0" x2=(n(WIDTH)) y1=(n(top + 8.0)) y2=(n(top + 8.0)) {}
        text class="label strong" x="4" y=(n(top + 24.0)) {
            (cut(&canvas.speaker.text(&panel.unit), WIDTH - 10.0))
        }
        @for (y, kind, row) in &placed {
            @if let Some(name) = kind {
                text class="axis" x=(n(FROM)) y=(n(y - KIND + 12.0)) { (name) }
            }
            (self::row(canvas, row, *y, &x))
        }
    };
    let marks: Vec<f64> = if high > low { ticks(low, high, 4) } else { Vec::new() };
    let axis = *y;
    if !marks.is_empty() {
        *y += AXIS;
    }
    html! {
        @if !marks.is_empty() {
            line class="rule" x1=(n(FROM)) x2=(n(TO)) y1=(n(axis)) y2=(n(axis)) {}
        }
        (body)
        @for mark in &marks {
            line class="rule" x1=(n(x(*mark))) x2=(n(x(*mark))) y1=(n(axis)) y2=(n(axis + 4.0)) {}
            text class="axis" x=(n(x(*mark))) y=(n(axis + 16.0)) text-anchor="middle" {
                (canvas.speaker.decimal(&round(*mark, span)))
            }
        }
    }
}

fn row(canvas: &Canvas<'_>, row: &EffectRow, y: f64, x: &dyn Fn(f64) -> f64) -> Markup {
    let speaker = canvas.speaker;
    // A name may be cut, what is measured may not.
    let outcome = speaker.text(&row.outcome);
    let room = WIDTH - FROM - 8.0 - width(&outcome) - width(": ");
    let name = cut(&speaker.text(&row.name), room.max(80.0));
    let label = speaker
        .say("effect-label", &[("name", Arg::plain(&name)), ("outcome", Arg::text(&row.outcome))]);
    let number = if row.shown {
        let claim = canvas.report.claim(&row.claim);
        let values: Vec<(&str, Arg)> = claim
            .iter()
            .flat_map(|claim| &claim.args)
            .map(|(name, arg)| (name.as_str(), arg.clone()))
            .collect();
        speaker.say("effect-number", &values)
    } else if row.kind == "effect" {
        speaker.word("effect-no-evidence")
    } else {
        speaker.word("effect-no-difference")
    };
    let center = y + 25.0;
    let upright = |at: f64, class: &str, half: f64| {
        html! {
            line class=(class) x1=(n(at)) x2=(n(at)) y1=(n(center - half)) y2=(n(center + half)) {}
        }
    };
    canvas.mark(
        &row.claim,
        &html! {
            rect class="hit" x="0" y=(n(y)) width=(n(WIDTH)) height=(n(ROW)) {}
            @if row.shown {
                (upright(x(0.0), "zero", 8.0))
                @if let Some(base) = row.base {
                    line class="leader" x1=(n(x(0.0))) x2=(n(x(base))) y1=(n(center)) y2=(n(center)) {}
                    (upright(x(base), "open", 5.0))
                }
                @if let Some((low, high)) = row.range {
                    line class="open" x1=(n(x(low))) x2=(n(x(high))) y1=(n(center)) y2=(n(center)) {}
                    (upright(x(low), "open", 4.0))
                    (upright(x(high), "open", 4.0))
                }
                @if let Some(target) = row.target { (upright(x(target), "goal", 8.0)) }
                @if let Some(value) = row.value { (dot(&row.kind, x(value), center)) }
            }
        },
        &html! {
            text class="label strong" x="4" y=(n(y + 13.0)) { (row.grade) }
            text class="label" x=(n(FROM)) y=(n(y + 13.0)) { (cut(&label, WIDTH - FROM - 4.0)) }
            text class="label" x=(n(TO + 14.0)) y=(n(center + 4.0)) {
                (cut(&number, WIDTH - TO - 18.0))
            }
        },
    )
}

/// Full disc: an effect. Hollow disc: selection left in. Hollow diamond: a count.
fn dot(kind: &str, x: f64, y: f64) -> Markup {
    let diamond = format!(
        "M{} {}L{} {}L{} {}L{} {}Z",
        n(x),
        n(y - 6.0),
        n(x + 6.0),
        n(y),
        n(x),
        n(y + 6.0),
        n(x - 6.0),
        n(y)
    );
    html! {
        @match kind {
            "effect" => circle class="cell full" cx=(n(x)) cy=(n(y)) r="5" {},
            "association" => circle class="cell hollow" cx=(n(x)) cy=(n(y)) r="5" {},
            _ => path class="cell hollow" d=(diamond) {},
        }
    }
}

fn numbers(row: &EffectRow) -> impl Iterator<Item = f64> {
    let range = row.range.into_iter().flat_map(|(low, high)| [low, high]);
    row.value.into_iter().chain(range).chain(row.target).chain(row.base)
}

/// A tick with the digits that its step needs.
fn round(value: f64, span: f64) -> daryn_model::record::Decimal {
    daryn_model::record::Decimal::rounded(value, if span < 4.0 { 1 } else { 0 })
}
