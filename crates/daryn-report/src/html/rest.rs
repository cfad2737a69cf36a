//! What stands around the chapters: what could not be seen, methods, sources.

use daryn_model::records::Coverage;
use daryn_model::{Arg, Claim, Node, NodeKind};
use maud::{Markup, html};

use super::Page;

impl Page<'_> {
    /// What this study could not see.
    pub(super) fn not_seen(&self) -> Markup {
        let claims = |chosen: fn(&Claim) -> bool| -> Vec<&Claim> {
            self.report.claims.iter().filter(|claim| chosen(claim)).collect()
        };
        let unread: Vec<&Claim> = claims(|claim| claim.template.starts_with("document-"))
            .into_iter()
            .filter(|claim| match claim.args.get("coverage") {
                Some(Arg::Code(_, code)) => code != Coverage::Whole.code(),
                _ => false,
            })
            .collect();
        let untested = claims(|claim| claim.template == "finding-not-testable");
        let missed: Vec<&Claim> = claims(|claim| claim.template == "search-line")
            .into_iter()
            .filter(|claim| claim.args.get("result") != Some(&Arg::code("search", "found")))
            .collect();
        let caveats = claims(|claim| claim.template == "caveat");
        let counts =
            [("not-seen-memory", self.report.memory), ("not-seen-doubtful", self.report.doubtful)];
        html! {
            section id="not-seen" aria-labelledby="not-seen-title" {
                h2 id="not-seen-title" data-text { (self.word("not-seen")) }
                @for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                    p data-text { (self.say(key, &[("n", Arg::Count(count))])) }
                }
                (self.claim_list("caveats", &caveats, true))
                (self.claim_list("not-seen-coverage", &unread, false))
                (self.claim_list("not-seen-testable", &untested, false))
                (self.claim_list("not-seen-searches", &missed, true))
            }
        }
    }

    fn claim_list(&self, key: &str, claims: &[&Claim], home: bool) -> Markup {
        html! {
            @if !claims.is_empty() {
                h3 data-text { (self.word(key)) }
                div class="compact" { @for claim in claims { (self.sentence(claim, home)) } }
            }
        }
    }

    pub(super) fn methods(&self) -> Markup {
        let report = self.report;
        let plain = [
            "methods-completeness",
            "methods-coverage",
            "methods-proposals",
            "methods-functions",
            "methods-instruments",
            "methods-network",
            "methods-series",
            "methods-targets",
            "methods-sdg",
            "methods-progress",
            "methods-verdict",
        ];
        html! {
            section id="methods" aria-labelledby="methods-title" {
                h2 id="methods-title" data-text { (self.word("methods")) }
                ul {
                    @for key in plain { li data-text { (self.word(key)) } }
                    @if !report.head.flows.is_empty() {
                        li data-text { (self.word("methods-flows")) }
                    }
                    @if report.draws > 0 {
                        li data-text {
                            (self.say("methods-ranking", &[
                                ("draws", Arg::Count(report.draws)),
                                ("seed", Arg::Year(report.head.seed)),
                            ]))
                        }
                        li data-text { (self.word("methods-transfer")) }
                    }
                    @if !report.head.coder.is_empty() {
                        li data-text {
                            (self.say("methods-coder", &[("coder", Arg::text(&report.head.coder))]))
                        }
                    }
                }
                @if !report.rules.is_empty() {
                    h3 data-text { (self.word("rules")) }
                    ul {
                        @for rule in &report.rules {
                            li data-text {
                                (self.say("rule-line", &[
                                    ("id", Arg::plain(&rule.id.0)),
                                    ("min", Arg::Count(rule.min_testable)),
                                    ("supported", Arg::Number(rule.supported_from.clone())),
                                    ("contradicted", Arg::Number(rule.contradicted_to.clone())),
                                    ("reason", Arg::text(&rule.reason)),
                                ]))
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn sources(&self) -> Markup {
        let claims = &self.report.claims;
        let references: Vec<&Claim> =
            claims.iter().filter(|claim| claim.template == "reference-states").collect();
        let found: Vec<&Claim> = claims
            .iter()
            .filter(|claim| claim.template == "search-line")
            .filter(|claim| claim.args.get("result") == Some(&Arg::code("search", "found")))
            .collect();
        let mut publishers: Vec<_> = self.report.sources.iter().collect();
        self.speaker.sort_by_words(&mut publishers, |row| self.speaker.text(&row.name));
        let pages: Vec<&Node> =
            self.report.ledger.0.values().filter(|node| node.kind == NodeKind::Source).collect();
        html! {
            section id="sources" aria-labelledby="sources-title" {
                h2 id="sources-title" data-text { (self.word("sources")) }
                @if !publishers.is_empty() {
                    h3 data-text { (self.word("sources-statistics")) }
                    ul {
                        @for row in publishers { li data-text { (self.text(&row.name)) } }
                    }
                }
                (self.claim_list("sources-references", &references, true))
                (self.claim_list("sources-searches", &found, true))
                @if !pages.is_empty() {
                    details {
                        summary data-text { (self.word("sources-pages")) " (" (self.speaker.integer(pages.len() as i64)) ")" }
                        ul class="addresses" {
                            @for node in pages { li data-text { (address(node)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The address of a source as a link that tells the other side nothing about the reader.
pub(super) fn address(node: &Node) -> Markup {
    html! {
        @if let Some(Arg::Link(address)) = node.data.get("url") {
            a href=(address) rel="noreferrer noopener external" { (address) }
        }
    }
}
