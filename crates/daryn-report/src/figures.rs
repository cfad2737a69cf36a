//! Figures as SVG: direct labels, no colour-only meaning, every mark a link to its evidence.
//!
//! Colours come from the page, so that light, dark and printed pages share one drawing. Weaker
//! evidence is hatched or hollow, never only paler.

mod alluvial;
mod attention;
mod changed;
mod countries;
mod effects;
mod flows;
mod grid;
mod heat;
mod lines;
mod lives;
mod network;
mod parts;
mod progress;
mod scores;
mod shares;
mod targets;
mod timeline;

use daryn_model::Localized;
use daryn_policy::Figure;
use daryn_policy::figure::Marks;
use maud::{Markup, html};

use crate::assemble::Assembled;
use crate::language::Speaker;

/// Width of every drawing, in its own units.
const WIDTH: f64 = 760.0;
/// Width of a letter of the label font on average; Cyrillic letters are wider than Latin ones.
const LETTER: f64 = 7.2;

/// What a drawing needs.
pub(crate) struct Canvas<'a> {
    /// Words.
    pub(crate) speaker: &'a Speaker,
    /// Claims.
    pub(crate) report: &'a Assembled,
}

/// The drawing of a figure.
pub(crate) fn draw(canvas: &Canvas<'_>, figure: &Figure, title: &str) -> Markup {
    match &figure.marks {
        Marks::Timeline(bars) => timeline::draw(canvas, bars, title),
        Marks::Grid(grid) => grid::draw(canvas, grid, title),
        Marks::Parts(parts) => parts::draw(canvas, parts, title),
        Marks::Network(network) => network::draw(canvas, network, title),
        Marks::Lines(lines) => lines::draw(canvas, lines, title),
        Marks::Targets(bars) => targets::draw(canvas, bars, title),
        Marks::Effects(panels) => effects::draw(canvas, panels, title),
        Marks::Shares(rows) => shares::draw(canvas, rows, title),
        Marks::Progress(rows) => progress::draw(canvas, rows, title),
        Marks::Scores(panels) => scores::draw(canvas, panels, title),
        Marks::Flows(flows) => flows::draw(canvas, flows, title),
        Marks::Attention(panels) => attention::draw(canvas, panels, title),
        Marks::Heat(panels) => heat::draw(canvas, panels, title),
        Marks::Lives(panels) => lives::draw(canvas, panels, title),
        Marks::Alluvial(flows) => alluvial::draw(canvas, flows, title),
        Marks::Changed(panels) => changed::draw(canvas, panels, title),
        Marks::Countries(panels) => countries::draw(canvas, panels, title),
    }
}

impl Canvas<'_> {
    /// The frame of a drawing.
    fn svg(&self, title: &str, height: f64, body: &Markup) -> Markup {
        let view = format!("0 0 {} {}", n(WIDTH), n(height));
        html! {
            svg viewBox=(view) role="group" aria-label=(title) data-text
                xmlns="http://www.w3.org/2000/svg" {
                (body)
            }
        }
    }

    /// A mark that leads to its evidence and says its claim to a screen reader. Its words are
    /// drawn over it: they let a click through, and nothing is read out twice.
    fn mark(&self, claim: &str, shapes: &Markup, words: &Markup) -> Markup {
        let number = self.report.number(claim).unwrap_or_default();
        let text =
            self.report.claim(claim).map(|claim| self.speaker.claim(claim)).unwrap_or_default();
        html! {
            a class="mark" data-claim=(claim) href=(format!("#c-{number}")) aria-label=(text) {
                title { (text) }
                (shapes)
            }
            g class="over" data-claim=(claim) aria-hidden="true" { (words) }
        }
    }

    /// The heading of a drawing of one act, which says if it is none of the question's documents.
    fn act(&self, name: &Localized, register: bool) -> String {
        let name = ("name", daryn_model::Arg::text(name));
        match register {
            true => self.speaker.say("line-of-wider-register", &[name]),
            false => self.speaker.value(&name.1),
        }
    }

    /// A label that is cut to the room that there is; the mark beside it says it in full.
    fn label(&self, text: &Localized, room: f64) -> String {
        cut(&self.speaker.text(text), room)
    }
}

/// Height of a drawing that still fits on a printed page with its caption and note.
const SHEET: f64 = 860.0;

/// Parts of a long drawing, each short enough for a printed page: neighbours stay together as long as
/// there is room, and nothing is cut through.
fn sheets<T>(items: &[T], tall: impl Fn(&T) -> f64) -> Vec<&[T]> {
    let mut sheets = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (place, item) in items.iter().enumerate() {
        let height = tall(item);
        if place > start && used + height > SHEET {
            sheets.push(&items[start..place]);
            (start, used) = (place, 0.0);
        }
        used += height;
    }
    sheets.push(&items[start..]);
    sheets
}

/// Name of one of several parts of a drawing.
fn part(title: &str, number: usize, of: usize) -> String {
    if of == 1 { title.to_owned() } else { format!("{title} ({}/{of})", number + 1) }
}

/// Cuts a text to a width.
fn cut(text: &str, room: f64) -> String {
    let letters = (room / LETTER).max(4.0) as usize;
    if text.chars().count() <= letters {
        text.to_owned()
    } else {
        let mut short: String = text.chars().take(letters - 1).collect();
        short.truncate(short.trim_end().len());
        short + "…"
    }
}

/// Width of a text.
fn width(text: &str) -> f64 {
    text.chars().count() as f64 * LETTER
}

/// A coordinate with at most one decimal: the same text on every machine.
fn n(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// Round steps that cut a range into about `count` parts: 1, 2 or 5 times a power of ten.
fn ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    let span = high - low;
    if span <= 0.0 || !span.is_finite() {
        return vec![low];
    }
    let raw = span / count.max(1) as f64;
    let power = power_of_ten(raw);
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= raw)
        .unwrap_or(10.0 * power);
    let first = (low / step).ceil() as i64;
    let last = (high / step).floor() as i64;
    (first..=last).map(|k| k as f64 * step).collect()
}

/// The largest power of ten that is not above a positive number.
fn power_of_ten(value: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    while power > value {
        power /= 10.0;
    }
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(ticks(0.0, 10.0, 5), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ticks(2006.0, 2031.0, 6), [2010.0, 2015.0, 2020.0, 2025.0, 2030.0]);
        assert_eq!(ticks(3.0, 3.0, 4), [3.0]);
        assert_eq!(ticks(-30_000.0, 20_000.0, 5).len(), 6);
    }

    #[test]
    fn long_drawings_are_parted_between_their_items() {
        let sheets = |heights: &[f64]| -> Vec<usize> {
            super::sheets(heights, |height| *height).iter().map(|sheet| sheet.len()).collect()
        };
        assert_eq!(sheets(&[400.0, 400.0, 400.0]), [2, 1]);
        assert_eq!(sheets(&[2000.0, 10.0]), [1, 1], "what is too tall stands alone");
        assert_eq!(sheets(&[10.0, 10.0]), [2]);
        assert_eq!(part("A", 1, 3), "A (2/3)");
        assert_eq!(part("A", 0, 1), "A");
    }

    #[test]
    fn coordinates_have_one_way_of_being_written() {
        assert_eq!((n(3.0), n(2.26)), ("3".into(), "2.3".into()));
    }
}
