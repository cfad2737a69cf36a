//! Nodes in a column with their names in full, links as arcs beside it.

use daryn_policy::figure::{Network, NetworkLink};
use maud::{Markup, html};

use super::{Canvas, WIDTH, n, width};

/// Room for a name; a longer one goes on in the next line and is never cut.
const NAMES: f64 = 392.0;
/// Where the numbers end and where the nodes stand.
const NUMBERS: f64 = NAMES + 30.0;
const AXIS: f64 = NUMBERS + 24.0;
const LINE: f64 = 14.0;
const TOP: f64 = 26.0;
/// The largest node and the shortest reach of an arc.
const LARGEST: f64 = 12.0;
const NEAREST: f64 = 26.0;
/// Width of an arc for its height.
const WIDEST: f64 = 3.0;

/// The drawing.
pub(super) fn draw(canvas: &Canvas<'_>, network: &Network, title: &str) -> Markup {
    let names: Vec<Vec<String>> =
        network.nodes.iter().map(|node| wrap(&canvas.speaker.text(&node.label), NAMES)).collect();
    let linked: Vec<bool> = (0..network.nodes.len())
        .map(|node| network.links.iter().any(|link| link.from == node || link.to == node))
        .collect();
    // Those that are named with no other stand apart, below a heading.
    let apart = linked.iter().position(|linked| !linked).filter(|node| *node > 0);
    let mut height = TOP;
    let mut tops = Vec::new();
    for (node, lines) in names.iter().enumerate() {
        height += if Some(node) == apart { 30.0 } else { 0.0 };
        tops.push(height);
        height += lines.len() as f64 * LINE + 13.0;
    }
    let middle = |node: usize| tops[node] + (names[node].len() as f64 * LINE + 13.0) / 2.0;
    let longest = network
        .links
        .iter()
        .map(|link| (middle(link.from) - middle(link.to)).abs())
        .fold(0.0, f64::max);
    // Arcs are wider than high where there is room: they cross at wider angles and are easier to hit.
    let scale = ((WIDTH - AXIS - 14.0) / (longest / 2.0)).min(WIDEST);
    let most = network.nodes.iter().map(|node| node.count).max().unwrap_or(1) as f64;
    // The area of a node shows its number.
    let radius = |count: i64| (LARGEST * (count as f64 / most).sqrt()).max(3.0);
    let mut links: Vec<&NetworkLink> = network.links.iter().collect();
    // Short arcs lie over long ones, where they can be hit.
    links.sort_by_key(|link| std::cmp::Reverse(link.from.abs_diff(link.to)));
    let measures = canvas.speaker.word("column-measures");
    let body = html! {
        text class="axis" x=(n(NUMBERS)) y="12" text-anchor="end" { (measures) }
        @for link in links {
            @let (from, to) = (middle(link.from.min(link.to)), middle(link.from.max(link.to)));
            @let reach = ((to - from) / 2.0 * scale).max(NEAREST);
            @let arc = format!(
                "M{x} {}A{} {} 0 0 1 {x} {}", n(from), n(reach), n((to - from) / 2.0), n(to),
                x = n(AXIS),
            );
            (canvas.mark(&link.claim, &html! {
                path class="link" d=(arc) stroke-width=(n(1.4 + 2.2 * (link.count - 1) as f64)) {}
                path class="grip" d=(arc) {}
            }, &html! {
                @if link.count > 1 {
                    text class="count halo" x=(n(AXIS + reach)) y=(n((from + to) / 2.0 + 4.0))
                        text-anchor="middle" { (link.count) }
                }
            }))
        }
        @if let Some(node) = apart {
            @let y = tops[node] - 10.0;
            line class="rule" x1="0" x2=(n(WIDTH)) y1=(n(y - 14.0)) y2=(n(y - 14.0)) {}
            text class="axis" x="0" y=(n(y + 4.0)) { (canvas.speaker.word("network-apart")) }
        }
        @for (number, node) in network.nodes.iter().enumerate() {
            @let y = middle(number);
            @let first = y + 4.0 - (names[number].len() as f64 - 1.0) * LINE / 2.0;
            (canvas.mark(&node.claim, &html! {
                rect class="hit" x="0" y=(n(tops[number])) width=(n(AXIS))
                    height=(n(names[number].len() as f64 * LINE + 13.0)) {}
                circle class="bar whole" cx=(n(AXIS)) cy=(n(y)) r=(n(radius(node.count))) {}
            }, &html! {
                @for (line, words) in names[number].iter().enumerate() {
                    text class="label" x=(n(NAMES)) y=(n(first + line as f64 * LINE)) text-anchor="end" {
                        (words)
                    }
                }
                text class="count" x=(n(NUMBERS)) y=(n(y + 4.0)) text-anchor="end" { (node.count) }
            }))
        }
    };
    canvas.svg(title, height + 6.0, &body)
}

/// Lines of a text, broken between words only.
fn wrap(text: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_goes_on_in_the_next_line_and_loses_nothing() {
        let name = "Цифрлық даму, инновациялар және аэроғарыш өнеркәсібі министрлігі";
        let lines = wrap(name, NAMES);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines.join(" "), name);
        assert!(lines.iter().all(|line| width(line) <= NAMES));
        assert_eq!(wrap("Үкімет", NAMES), ["Үкімет"]);
    }
}
