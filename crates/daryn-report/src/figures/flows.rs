//! Ribbons between the country in the middle and its partners: what comes stands left, what goes
//! stands right, and a partner stands at the same height on both sides.

use daryn_model::Arg;
use daryn_policy::figure::{FlowEnd, FlowRow, FlowSide, Flows};
use maud::{Markup, html};

use super::{Canvas, WIDTH, cut, n, width};

/// Room for names and numbers beside the ribbons.
const NAMES: f64 = 234.0;
/// The same where only one side has names.
const WIDE: f64 = 300.0;
/// Half of the bar of the country.
const BAR: f64 = 9.0;
const TOP: f64 = 50.0;
/// The least height of a partner: a line of words.
const LINE: f64 = 19.0;
/// Height of all ribbons of the larger side.
const HEIGHT: f64 = 240.0;
/// The thinnest ribbon that can be seen.
const THIN: f64 = 1.2;
/// Length of a bend as a part of the ribbon.
const BEND: f64 = 0.34;
/// Between the ribbons where they meet the country.
const GAP: f64 = 0.8;

/// One side of the drawing.
struct Side<'a> {
    whole: &'a FlowSide,
    /// Ends of the partners in the order of the rows; none where nothing was seen.
    ends: Vec<Option<&'a FlowEnd>>,
    /// Where the ribbons meet the partners and the country.
    outer: f64,
    inner: f64,
    /// -1 for the left side, 1 for the right one.
    way: f64,
}

/// The drawing.
pub(super) fn draw(canvas: &Canvas<'_>, flows: &Flows, title: &str) -> Markup {
    let both = flows.inward.is_some() && flows.outward.is_some();
    let names = if both { NAMES } else { WIDE };
    // With one direction the country stands at the other border.
    let middle = match (&flows.inward, &flows.outward) {
        (Some(_), None) => WIDTH - 90.0,
        (None, Some(_)) => 90.0,
        _ => WIDTH / 2.0,
    };
    let mut sides: Vec<Side<'_>> = Vec::new();
    if let Some(whole) = &flows.inward {
        let ends = flows.rows.iter().map(|row| row.inward.as_ref()).collect();
        sides.push(Side { whole, ends, outer: names, inner: middle - BAR, way: -1.0 });
    }
    if let Some(whole) = &flows.outward {
        let ends = flows.rows.iter().map(|row| row.outward.as_ref()).collect();
        sides.push(Side { whole, ends, outer: WIDTH - names, inner: middle + BAR, way: 1.0 });
    }
    let sum = |side: &Side<'_>| side.ends.iter().flatten().map(|end| end.value.value).sum::<f64>();
    let largest = sides.iter().map(sum).fold(0.0, f64::max);
    let scale = if largest > 0.0 { HEIGHT / largest } else { 0.0 };
    let thick = |end: &FlowEnd| match end.value.value {
        // A zero that the source gives is a number without a ribbon.
        value if value > 0.0 => (value * scale).max(THIN),
        _ => 0.0,
    };
    let mut tops = Vec::new();
    let mut height = TOP;
    for row in 0..flows.rows.len() {
        tops.push(height);
        let ends = sides.iter().filter_map(|side| side.ends[row]);
        height += ends.map(thick).fold(LINE, f64::max) + 3.0;
    }
    let center = |row: usize| {
        let bottom = tops.get(row + 1).copied().unwrap_or(height);
        (tops[row] + bottom - 3.0) / 2.0
    };
    let body = html! {
        text class="label strong" x=(n(middle)) y="14" text-anchor="middle" {
            (canvas.speaker.text(&flows.country))
        }
        @for side in &sides {
            (head(canvas, flows, side))
            @let inside: f64 = side.ends.iter().flatten().map(|end| thick(end) + GAP).sum();
            @let from = TOP + (height - TOP - inside) / 2.0;
            @let bar = html! {
                rect class="bar whole" x=(n(if side.way < 0.0 { side.inner } else { middle }))
                    y=(n(from)) width=(n(BAR)) height=(n((inside - GAP).max(1.0))) {}
            };
            @match &side.whole.claim {
                Some(claim) => (canvas.mark(claim, &bar, &html! {})),
                None => (bar),
            }
            @for (number, row) in flows.rows.iter().enumerate() {
                @let at = from + side.ends[..number].iter().flatten()
                    .map(|end| thick(end) + GAP).sum::<f64>();
                (partner(canvas, flows, row, side, side.ends[number], Place {
                    top: tops[number],
                    slot: 2.0 * (center(number) - tops[number]),
                    center: center(number),
                    inner: at,
                    thick: side.ends[number].map_or(0.0, thick),
                }))
            }
        }
    };
    canvas.svg(title, height + 4.0, &body)
}

/// Which way the ribbons of a side run, and what they add up to.
fn head(canvas: &Canvas<'_>, flows: &Flows, side: &Side<'_>) -> Markup {
    let (x, anchor, key) = if side.way < 0.0 {
        (0.0, "start", "flow-from-partners")
    } else {
        (WIDTH, "end", "flow-to-partners")
    };
    let value = Arg::Quantity(side.whole.total.clone(), flows.unit.clone());
    let total = if side.whole.given { "flow-total" } else { "flow-sum" };
    html! {
        text class="label" x=(n(x)) y="14" text-anchor=(anchor) { (canvas.speaker.word(key)) }
        text class="axis" x=(n(x)) y="31" text-anchor=(anchor) {
            (canvas.speaker.say(total, &[("value", value)]))
        }
    }
}

/// Where a partner stands on one side.
struct Place {
    top: f64,
    slot: f64,
    center: f64,
    /// Upper edge of the ribbon at the country.
    inner: f64,
    thick: f64,
}

/// A partner on one side: its ribbon, its name and its number, or that it was not seen there.
fn partner(
    canvas: &Canvas<'_>,
    flows: &Flows,
    row: &FlowRow,
    side: &Side<'_>,
    end: Option<&FlowEnd>,
    place: Place,
) -> Markup {
    let number = end.map(|end| canvas.speaker.decimal(&end.value));
    let value = match (&number, row.rest) {
        (Some(number), _) => number.clone(),
        // The rest is told only where it can be computed.
        (None, true) => return html! {},
        (None, false) => canvas.speaker.word("known-not_seen"),
    };
    let name =
        if row.rest { canvas.speaker.word("flow-rest") } else { canvas.speaker.text(&row.partner) };
    let room = if flows.inward.is_some() && flows.outward.is_some() { NAMES } else { WIDE };
    let name = cut(&name, room - 16.0 - width(&value));
    let left = side.way < 0.0;
    let class = if number.is_some() { "strong" } else { "unseen" };
    let words = html! {
        text class="label" x=(n(side.outer + 8.0 * side.way)) y=(n(place.center + 4.0))
            text-anchor=(if left { "end" } else { "start" }) {
            @if left {
                (name) "\u{2002}" tspan class=(class) { (value) }
            } @else {
                tspan class=(class) { (value) } "\u{2002}" (name)
            }
        }
    };
    let Some(end) = end else { return words };
    let hit = if left { 0.0 } else { side.outer };
    canvas.mark(
        &end.claim,
        &html! {
            rect class="hit" x=(n(hit)) y=(n(place.top)) width=(n(room)) height=(n(place.slot)) {}
            @if place.thick > 0.0 {
                path class=(if end.weak { "ribbon weak" } else { "ribbon" })
                    d=(ribbon(side, &place)) {}
            }
        },
        &words,
    )
}

/// A band from the partner to the country.
fn ribbon(side: &Side<'_>, place: &Place) -> String {
    let from = (side.outer, place.center - place.thick / 2.0);
    band(from, (side.inner, place.inner), place.thick)
}

/// A band of even height between two upper ends. Its bends are short, so that the part between
/// them, where a band of even height looks thinner, is no steeper than it must be.
pub(super) fn band((outer, from): (f64, f64), (inner, to): (f64, f64), thick: f64) -> String {
    let bend = (inner - outer) * BEND;
    let (near, far) = (n(outer + bend), n(inner - bend));
    format!(
        "M{outer} {from}C{near} {from} {far} {to} {inner} {to}V{low}C{far} {low} {near} {end} \
         {outer} {end}Z",
        outer = n(outer),
        from = n(from),
        inner = n(inner),
        to = n(to),
        low = n(to + thick),
        end = n(from + thick),
    )
}
