//! The evidence at the end of the page: every claim with the names of what it rests on, and every
//! node of the ledger once. The script shows the same elements beside the text.

use std::collections::BTreeMap;

use daryn_model::{Arg, Node, NodeKind};
use maud::{Markup, html};

use super::{Page, rest};
use crate::derivation::{self, column, node_text};

impl Page<'_> {
    pub(super) fn evidence(&self) -> Markup {
        let nodes = self.report.ledger.0.values().filter(|node| node.kind != NodeKind::Source);
        let places: BTreeMap<&str, usize> =
            (1..).zip(nodes.clone()).map(|(place, node)| (node.id.as_str(), place)).collect();
        html! {
            section id="evidence" aria-labelledby="evidence-title" {
                h2 id="evidence-title" data-text { (self.word("evidence")) }
                p class="lead" data-text { (self.word("evidence-lead")) }
                p class="on-paper" data-text { (self.word("evidence-on-paper")) }
                button id="print-all" type="button" hidden data-text { (self.word("print-all")) }
                div class="entries" {
                    @for (number, claim) in (1..).zip(&self.report.claims) {
                        div class="entry" id=(format!("e-{number}")) data-claim=(claim.id) {
                            p {
                                a class="number" href=(format!("#c-{number}"))
                                    aria-label=(self.say("evidence-for", &[("number", Arg::plain(&number.to_string()))])) {
                                    (number)
                                }
                                " "
                                (self.pieces(&self.speaker.claim_pieces(claim)))
                            }
                            (self.links("rests-on", claim.support.ids(), &places))
                            (self.links("speaks-against", &claim.against, &places))
                        }
                    }
                    @for node in nodes {
                        (self.node(node, &places))
                    }
                }
            }
        }
    }

    fn node(&self, node: &Node, places: &BTreeMap<&str, usize>) -> Markup {
        let place = places.get(node.id.as_str()).copied().unwrap_or_default();
        let page = node.source.as_ref().and_then(|id| self.report.ledger.get(id));
        html! {
            div class="entry node" id=(format!("n-{place}")) data-evidence=(node.id) data-text {
                p {
                    span class="kind" { (self.word(&format!("kind-{}", node.kind.code()))) }
                    " " (node_text(&self.exact, node))
                }
                @if !node.data.is_empty() {
                    dl {
                        @for (name, value) in &node.data {
                            dt { (column(&self.speaker, name)) }
                            dd { (self.pieces(&self.exact.value_pieces(value))) }
                        }
                    }
                }
                p class="where" {
                    @if let Some(at) = &node.at {
                        span class="row" {
                            (at.file) ", " (self.word("row-line")) " " (at.line)
                        }
                    }
                    @if let Some(page) = page {
                        " " span { (self.word("source-line")) ": " (rest::address(page)) }
                    }
                    @if let Some(vintage) = &node.vintage {
                        " " span { (derivation::vintage(&self.speaker, vintage)) }
                    }
                    " " code { (node.id) }
                }
                (self.links("rests-on", &node.support, places))
                (self.links("speaks-against", &node.against, places))
            }
        }
    }

    fn links(&self, key: &str, ids: &[String], places: &BTreeMap<&str, usize>) -> Markup {
        html! {
            @if !ids.is_empty() {
                p class="relation" data-text { (self.word(key)) }
                ul class="support" data-text {
                    @for id in ids {
                        @if let (Some(place), Some(node)) = (places.get(id.as_str()), self.report.ledger.get(id)) {
                            li {
                                a href=(format!("#n-{place}")) {
                                    (self.word(&format!("kind-{}", node.kind.code()))) ": "
                                    (short(&node_text(&self.speaker, node)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The beginning of a text, for the name of a link.
fn short(text: &str) -> String {
    if text.chars().count() <= 90 {
        return text.to_owned();
    }
    let cut: String = text.chars().take(88).collect();
    format!("{}…", cut.trim_end())
}
