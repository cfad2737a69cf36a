//! Series over time with labels at their ends.

use daryn_model::record::Decimal;
use daryn_policy::figure::{EventMark, Line, Lines};
use maud::{Markup, html};

use super::{Canvas, WIDTH, n, ticks, width};

const PLOT: f64 = 330.0;
const HEAD: f64 = 28.0;
/// Height of the row of an event above the plot.
const EVENT: f64 = 17.0;
const BOTTOM: f64 = 28.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 150.0;

/// One line a series. A gap of more than a year is left open: a missing value is not drawn over.
pub(super) fn draw(canvas: &Canvas<'_>, figure: &Lines, title: &str) -> Markup {
    // Every event has a row of its own above the plot.
    let top = HEAD + figure.events.len() as f64 * EVENT;
    let height = PLOT + figure.events.len() as f64 * EVENT;
    let points = || figure.lines.iter().flat_map(|line| &line.points);
    let first = points().map(|(year, _)| *year).min().unwrap_or(0);
    let last = points().map(|(year, _)| *year).max().unwrap_or(1);
    // Zero belongs to the scale: a cut axis makes small changes look large.
    let low = points().map(|(_, value)| *value).fold(0.0, f64::min);
    let high = points().map(|(_, value)| *value).fold(0.0, f64::max);
    let (low, high) = round_range(low, high);
    let span = f64::from((last - first).max(1));
    let x = |year: i32| LEFT + f64::from(year - first) / span * (WIDTH - LEFT - RIGHT);
    let at = |time: f64| {
        let at = LEFT + (time - f64::from(first)) / span * (WIDTH - LEFT - RIGHT);
        at.clamp(LEFT, WIDTH - RIGHT)
    };
    let range = if high > low { high - low } else { 1.0 };
    let y = |value: f64| top + (high - value) / range * (PLOT - HEAD - BOTTOM);
    let body = html! {
        @for (row, event) in figure.events.iter().enumerate() {
            (mark_event(canvas, event, row, &at, height - BOTTOM))
        }
        text class="axis" x="4" y=(n(top - 14.0)) { (canvas.speaker.text(&figure.unit)) }
        @for tick in ticks(low, high, 5) {
            line class=(if tick == 0.0 { "zero" } else { "rule" })
                x1=(n(LEFT)) x2=(n(WIDTH - RIGHT)) y1=(n(y(tick))) y2=(n(y(tick))) {}
            text class="axis" x=(n(LEFT - 6.0)) y=(n(y(tick) + 4.0)) text-anchor="end" {
                (canvas.speaker.decimal(&tick_text(tick, range)))
            }
        }
        @for tick in ticks(f64::from(first), f64::from(last), 7) {
            @let year = tick as i32;
            text class="axis" x=(n(x(year))) y=(n(height - 8.0)) text-anchor="middle" { (year) }
        }
        @for (line, at) in figure.lines.iter().zip(label_places(&figure.lines, &y, height - 12.0)) {
            (canvas.mark(&line.claim, &html! {
                // A thin line and its label are hard to hit.
                path class="grip" d=(path(line, &x, &y)) {}
                @if !line.label.is_empty() {
                    rect class="hit" x=(n(WIDTH - RIGHT + 8.0)) y=(n(at - 7.0))
                        width=(n(RIGHT - 8.0)) height="14" {}
                }
                path class=(if line.own { "line own" } else { "line" }) d=(path(line, &x, &y)) {}
                @for (year, value) in &line.points {
                    circle class="grip" cx=(n(x(*year))) cy=(n(y(*value))) r="8" {}
                    circle class=(point_class(line, *year))
                        cx=(n(x(*year))) cy=(n(y(*value))) r=(if line.own { "2.8" } else { "2" }) {}
                    @if line.breaks.contains(year) {
                        // Two strokes before the point: what is left of them is counted otherwise.
                        path class="break" d=(format!(
                            "M{} {}l4 -12M{} {}l4 -12",
                            n(x(*year) - 11.0), n(y(*value) + 6.0), n(x(*year) - 7.0), n(y(*value) + 6.0)
                        )) {}
                    }
                }
                @if let Some((year, value)) = line.points.last().filter(|_| !line.label.is_empty()) {
                    line class="leader" x1=(n(x(*year) + 4.0)) y1=(n(y(*value)))
                        x2=(n(WIDTH - RIGHT + 8.0)) y2=(n(at)) {}
                }
            }, &html! {
                text class=(if line.own { "label strong" } else { "label" })
                    x=(n(WIDTH - RIGHT + 12.0)) y=(n(at + 4.0)) {
                    (canvas.label(&line.label, RIGHT - 14.0))
                }
            }))
        }
    };
    canvas.svg(title, height, &body)
}

/// A policy is a line with a flag, a shock a hatched band. The label stands at the right of its
/// line; later events stand lower, so that no line runs through the label of another one.
fn mark_event(
    canvas: &Canvas<'_>,
    event: &EventMark,
    row: usize,
    at: &impl Fn(f64) -> f64,
    foot: f64,
) -> Markup {
    let from = at(event.from);
    let to = event.to.map_or(from, at).max(from);
    let top = 4.0 + row as f64 * EVENT;
    // A short shock would have no width at all.
    let wide = (to - from).max(5.0);
    let label = canvas.speaker.text(&event.label);
    // Letters of this size are narrower than those of labels.
    let length = width(&label) * 0.86;
    let right = from + if event.shock { wide + 5.0 } else { 12.0 };
    // A label that has no room at the right of its line stands at the left, on a ground of its
    // own that covers the lines of earlier events.
    let (start, anchor, ground) = if right + length <= WIDTH {
        (right, "start", None)
    } else {
        (from - 5.0, "end", Some(from - 9.0 - length))
    };
    let hit = ground.unwrap_or(from - 4.0);
    canvas.mark(
        &event.claim,
        &html! {
            rect class="hit" x=(n(hit)) y=(n(top)) width=(n(length + 20.0))
                height=(n(EVENT - 2.0)) {}
            path class="grip" d=(format!("M{} {}V{}", n(from), n(top + EVENT), n(foot))) {}
            @if event.shock {
                rect class="shock" x=(n(from)) y=(n(top)) width=(n(wide)) height=(n(foot - top)) {}
            } @else {
                line class="policy" x1=(n(from)) x2=(n(from)) y1=(n(top)) y2=(n(foot)) {}
                path class="flag" d=(format!("M{} {}l8 4.5l-8 4.5Z", n(from), n(top))) {}
            }
        },
        &html! {
            @if let Some(ground) = ground {
                rect class="ground" x=(n(ground)) y=(n(top)) width=(n(length + 6.0))
                    height=(n(EVENT - 3.0)) {}
            }
            text class="axis" x=(n(start)) y=(n(top + 10.5)) text-anchor=(anchor) { (label) }
        },
    )
}

/// A point is hollow where its value is rounded, provisional or estimated.
fn point_class(line: &Line, year: i32) -> &'static str {
    match (line.own, line.weak.contains(&year)) {
        (true, true) => "point own weak",
        (true, false) => "point own",
        (false, true) => "point weak",
        (false, false) => "point",
    }
}

/// The range widened to whole steps of its scale.
fn round_range(low: f64, high: f64) -> (f64, f64) {
    let steps = ticks(low, high, 5);
    let [first, second, ..] = steps.as_slice() else { return (low, high) };
    let step = second - first;
    ((low / step).floor() * step, (high / step).ceil() * step)
}

fn tick_text(value: f64, range: f64) -> Decimal {
    let decimals = if range < 0.05 {
        3
    } else if range < 0.5 {
        2
    } else if range < 5.0 {
        1
    } else {
        0
    };
    Decimal::rounded(value, decimals)
}

fn path(line: &Line, x: &impl Fn(i32) -> f64, y: &impl Fn(f64) -> f64) -> String {
    let mut path = String::new();
    let mut before: Option<i32> = None;
    for (year, value) in &line.points {
        let joined = before.is_some_and(|before| *year - before == 1);
        path.push_str(&format!(
            "{}{} {}",
            if joined { 'L' } else { 'M' },
            n(x(*year)),
            n(y(*value))
        ));
        before = Some(*year);
    }
    path
}

/// Heights of the labels: near the last point, at least a line apart.
fn label_places(lines: &[Line], y: &impl Fn(f64) -> f64, lowest: f64) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = lines
        .iter()
        .enumerate()
        .map(|(number, line)| (number, line.points.last().map_or(0.0, |(_, value)| y(*value))))
        .collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let mut places = vec![0.0; lines.len()];
    let mut above = f64::NEG_INFINITY;
    for (_, place) in &mut order {
        *place = place.max(above + 15.0);
        above = *place;
    }
    // Labels pushed below the drawing are moved up again.
    let mut below = lowest;
    for (number, place) in order.into_iter().rev() {
        places[number] = place.min(below);
        below = places[number] - 15.0;
    }
    places
}
