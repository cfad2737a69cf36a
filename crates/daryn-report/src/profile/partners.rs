//! Partners of the country: a diagram of what moves between it and them, and a table.

use daryn_indicators::catalogue::Moves;
use daryn_indicators::partners::{Partner, Partners};
use maud::{Markup, html};

use super::Page;

/// Partners that are drawn.
const PARTNERS: usize = 12;
/// Width of the diagram of partners, and the height of one.
const FLOW: (f64, f64) = (420.0, 22.0);
/// Width of the widest ribbon, and of the narrowest one that can be seen.
const RIBBON: (f64, f64) = (14.0, 0.8);
/// Where ribbons begin at the country and end at partners.
const ENDS: (f64, f64) = (12.0, 180.0);
/// Length of the head of an arrow, and half the width that it has at least.
const HEAD: (f64, f64) = (8.0, 4.0);

impl Page<'_> {
    /// What moves between the country and its partners as ribbons with heads of arrows, and as a
    /// table; what is no movement as a table only.
    pub(super) fn partners(&self, place: usize) -> Markup {
        let (indicator, found) = &self.profile.partners[place];
        let place = self.catalogue.place(self.table.text(*indicator));
        let has_shares = found.partners.iter().any(|one| one.share.is_some());
        html! {
            h3 { (place.map(|place| self.measured(place)).unwrap_or_default()) }
            p class="source" { (self.when(found.period)) ", " (self.source_name(found.source)) }
            @if let Some(moves) = found.moves { (self.flows(found, moves)) }
            table class="parts" {
                thead {
                    tr {
                        th scope="col" { (self.word("profile-partner")) }
                        th scope="col" class="number" { (self.word("profile-value")) }
                        @if has_shares {
                            th scope="col" class="number" { (self.word("profile-share")) }
                        }
                    }
                }
                @for one in &found.partners {
                    tr {
                        th scope="row" { (self.area(one.partner)) }
                        td class="number" title=(self.table.support(one.id)) { (self.value(one)) }
                        @if has_shares {
                            td class="number" {
                                @if let Some(share) = one.share { (self.percent(share)) }
                            }
                        }
                    }
                }
                @if let Some(total) = found.total {
                    tr {
                        th scope="row" { (self.word("profile-total")) }
                        td class="number" { (self.number(total)) }
                        @if has_shares { td {} }
                    }
                }
            }
        }
    }

    /// A figure of a partner with the mark of its status.
    pub(super) fn value(&self, one: &Partner) -> String {
        format!("{}{}", self.number(one.value), self.mark(one.id))
    }

    /// Ribbons as wide as figures are large without their sign; the head of the arrow says which
    /// way they lead.
    fn flows(&self, found: &Partners, moves: Moves) -> Markup {
        let shown = &found.partners[..found.partners.len().min(PARTNERS)];
        let largest = shown.iter().map(|one| one.value.abs()).fold(0.0, f64::max);
        let (width, step) = FLOW;
        let height = step * shown.len() as f64;
        let middle = height / 2.0;
        let key = match moves {
            Moves::In => "profile-flows-in",
            Moves::Out => "profile-flows-out",
            Moves::Net => "profile-flows-net",
        };
        let label = self.say(key, &[("period", &self.when(found.period))]);
        html! {
            p class="source" { (label) }
            svg class="flows" width=(width) height=(height) role="img" aria-label=(label) {
                @for (row, one) in shown.iter().enumerate() {
                    @let y = step * (row as f64 + 0.5);
                    @let is_in = match moves {
                        Moves::In => one.value >= 0.0,
                        Moves::Out => one.value < 0.0,
                        Moves::Net => one.value > 0.0,
                    };
                    @let part = if largest > 0.0 { one.value.abs() / largest } else { 0.0 };
                    @let thick = (part * RIBBON.0).max(RIBBON.1);
                    g class=(if is_in { "in" } else { "out" }) {
                        // What is zero moves nowhere.
                        @if one.value != 0.0 {
                            path d=(ribbon(middle, y)) stroke-width=(format!("{thick:.1}")) {}
                            polygon points=(head(is_in, if is_in { middle } else { y }, thick)) {}
                        }
                        text x=(format!("{:.0}", ENDS.1 + 16.0)) y=(format!("{:.1}", y + 4.0)) {
                            (self.area(one.partner)) ": " (self.value(one))
                        }
                    }
                }
            }
        }
    }
}

/// The way of a ribbon from the middle of the country's side to the row of a partner.
fn ribbon(middle: f64, y: f64) -> String {
    let (from, to) = ENDS;
    let bend = f64::midpoint(from, to);
    format!("M {from} {middle:.1} C {bend} {middle:.1}, {bend} {y:.1}, {to} {y:.1}")
}

/// The head of an arrow into the country, or to a partner, wider than its ribbon.
fn head(is_in: bool, y: f64, thick: f64) -> String {
    let half = HEAD.1.max(thick / 2.0 + 2.0);
    let (from, to) = ENDS;
    let (base, tip) = if is_in { (from, from - HEAD.0) } else { (to, to + HEAD.0) };
    format!("{tip},{y:.1} {base},{:.1} {base},{:.1}", y - half, y + half)
}
