//! The report as one self-contained page for each language.
//!
//! Every assertion about the case stands in an element with `data-claim`, all other prose in one
//! with `data-text`. The page works without its script: a number leads to the evidence at the end
//! of the page; with the script the same evidence opens beside the text.

mod chapters;
mod evidence;
mod plates;
mod rest;

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::{Arg, Claim, Lang, Localized, Table};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::assemble::{Assembled, CHAPTERS};
use crate::language::{Piece, Speaker};

const STYLE: &str = include_str!("html/style.css");
const SCRIPT: &str = include_str!("html/script.js");

/// A page that is being written.
struct Page<'a> {
    report: &'a Assembled,
    speaker: Speaker,
    /// Says numbers with every digit, for the evidence.
    exact: Speaker,
    /// Places of claims in the report, from 1.
    numbers: BTreeMap<&'a str, usize>,
    /// Claims that stand as rows of tables and not as sentences.
    rows: BTreeSet<&'a str>,
}

/// The page of a language; `state` names the evidence that it was made from.
pub(crate) fn page(report: &Assembled, lang: Lang, version: &str, state: &str) -> String {
    let numbers = (1..).zip(&report.claims).map(|(number, claim)| (claim.id.as_str(), number));
    let page = Page {
        report,
        speaker: Speaker::new(lang),
        exact: Speaker::exact(lang),
        numbers: numbers.collect(),
        rows: row_claims(report),
    };
    page.document(version, state).into_string()
}

/// Templates of claims that a table or a figure says better than a list of sentences.
const ROW_TEMPLATES: &[&str] = &[
    "document-numbered",
    "document-dated",
    "document-untyped",
    "document-undated",
    "measure-known",
    "measure-known-none",
    "bodies-pair",
    "body-alone",
    "body-shared",
    "cell-function-read",
    "cell-function-reported",
    "cell-no-function-read",
    "cell-no-function-reported",
    "cell-restricts-read",
    "cell-restricts-reported",
    "profile-code-act",
    "profile-code-proposal",
    "profile-function-act",
    "profile-function-proposal",
    "profile-mapped-act",
    "profile-mapped-proposal",
    "profile-uncoded-act",
    "profile-uncoded-proposal",
    "practice-grades",
    "effect-causal",
    "effect-not-shown",
    "effect-difference-not-shown",
    "effect-associated",
    "effect-counted",
    "target-corresponds",
    "target-proposed",
    "target-retrospective",
    "progress-comparator",
    "progress-none",
    "sdg-value",
    "sdg-value-comparator",
    "transfer-made",
    "transfer-refused",
    "transfer-unjudged",
    "flow-net",
    "flow-pair",
    "flow-in",
    "flow-out",
    "flow-rest-in",
    "flow-rest-out",
    "attention-given",
    "attention-not-given",
    "line-change",
    "line-survival",
    "line-attention",
    "line-attention-not-given",
    "line-life-only",
    "line-life-unchanged",
    "line-life-edited",
    "line-life-moved",
    "line-life-edited-moved",
    "line-lives-only",
    "line-lives-unchanged",
    "line-lives-edited",
    "line-lives-moved",
    "line-lives-edited-moved",
];

fn row_claims(report: &Assembled) -> BTreeSet<&str> {
    let in_tables: BTreeSet<&str> =
        report.tables.iter().flat_map(|table| &table.rows).map(|row| row.claim.as_str()).collect();
    let is_row = |claim: &&Claim| {
        ROW_TEMPLATES.contains(&claim.template.as_str()) && in_tables.contains(claim.id.as_str())
    };
    report.claims.iter().filter(is_row).map(|claim| claim.id.as_str()).collect()
}

impl Page<'_> {
    fn document(&self, version: &str, state: &str) -> Markup {
        let head = &self.report.head;
        let title = self.speaker.text(&head.title);
        html! {
            (DOCTYPE)
            html lang=(self.speaker.lang.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    // Nothing may be loaded, whatever a study holds.
                    meta http-equiv="Content-Security-Policy" content=(
                        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
                    );
                    meta name="color-scheme" content="light dark";
                    meta name="generator" content=(format!("daryn {version}"));
                    title { (title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a class="skip" href="#main" data-text { (self.word("skip")) }
                    (hatch())
                    (self.header(version, state))
                    div class="frame" {
                        (self.navigation())
                        main id="main" tabindex="-1" {
                            (self.summary())
                            @for chapter in CHAPTERS { (self.chapter(chapter)) }
                            (self.not_seen())
                            (self.methods())
                            (self.sources())
                            (self.evidence())
                        }
                    }
                    dialog id="panel" aria-labelledby="panel-title" {
                        div class="panel-head" {
                            h2 id="panel-title" data-text { (self.word("evidence")) }
                            button id="panel-close" type="button" data-text { (self.word("close")) }
                        }
                        div id="panel-body" {}
                    }
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        }
    }

    fn header(&self, version: &str, state: &str) -> Markup {
        let head = &self.report.head;
        let about = self.say(
            "report-about",
            &[
                ("country", Arg::Text(self.report.country.clone())),
                ("from", Arg::Year(head.period_start)),
                ("to", Arg::Year(head.period_end)),
            ],
        );
        html! {
            header class="top" {
                nav class="languages" aria-label=(self.word("languages")) {
                    @for lang in &self.report.languages {
                        @let name = Speaker::new(*lang).word("language-name");
                        @if *lang == self.speaker.lang {
                            span aria-current="true" data-text { (name) }
                        } @else {
                            a href=(format!("../{}/index.html", lang.code())) lang=(lang.code())
                                hreflang=(lang.code()) data-text { (name) }
                        }
                    }
                }
                p class="kicker" data-text { (about) }
                h1 data-text { (self.text(&head.title)) }
                @if !head.question.is_empty() {
                    p class="question" data-text {
                        b { (self.word("report-question")) ": " } (self.text(&head.question))
                    }
                }
                p class="made" data-text {
                    @if !head.authors.is_empty() {
                        (self.say("report-authors", &[("authors", Arg::plain(&head.authors.join(", ")))]))
                        " "
                    }
                    @if let Some(date) = self.report.seen_on {
                        (self.say("report-seen", &[("date", Arg::Date(date.to_string()))])) " "
                    }
                    (self.say("report-made", &[
                        ("version", Arg::plain(version)),
                        ("state", Arg::plain(state)),
                    ]))
                }
            }
        }
    }

    fn navigation(&self) -> Markup {
        let parts = ["summary", "how-to-read"].into_iter().map(|id| (id, self.word(id)));
        let chapters = CHAPTERS.into_iter().map(|id| (id, self.word(&format!("chapter-{id}"))));
        let rest = ["not-seen", "methods", "sources", "evidence"];
        let rest = rest.into_iter().map(|id| (id, self.word(id)));
        html! {
            nav class="chapters" aria-label=(self.word("nav-label")) {
                ol {
                    @for (id, name) in parts.chain(chapters).chain(rest) {
                        li { a href=(format!("#{id}")) data-text { (name) } }
                    }
                }
            }
        }
    }

    fn summary(&self) -> Markup {
        let claims: Vec<&Claim> =
            self.report.summary.iter().filter_map(|id| self.report.claim(id)).collect();
        html! {
            section id="summary" aria-labelledby="summary-title" {
                h2 id="summary-title" data-text { (self.word("summary")) }
                p class="lead" data-text { (self.word("summary-lead")) }
                div class="summary" {
                    @for (place, claim) in claims.iter().enumerate() {
                        @let head = self.summary_head(claim);
                        @if place == 0 || head != self.summary_head(claims[place - 1]) {
                            h3 data-text { (head) }
                        }
                        (self.in_short(claim))
                    }
                }
            }
            section id="how-to-read" class="aside" aria-labelledby="how-to-read-title" {
                h2 id="how-to-read-title" data-text { (self.word("how-to-read")) }
                ul {
                    @for number in 1..=5 {
                        li data-text { (self.word(&format!("how-to-read-{number}"))) }
                    }
                }
            }
        }
    }

    /// The group of a claim in the summary: verdicts stand together, the rest by chapter.
    fn summary_head(&self, claim: &Claim) -> String {
        match claim.template.strip_prefix("finding-") {
            Some(verdict) => self.word(&format!("summary-{verdict}")),
            None => self.word(&format!("summary-{}", claim.chapter)),
        }
    }

    /// A claim of the summary: verdicts stand under the heading that tells them, and advice comes
    /// without its weighting, so that the summary fits on one printed page.
    fn in_short(&self, claim: &Claim) -> Markup {
        let mut args = claim.args.clone();
        let template = match claim.template.as_str() {
            "series-change" => {
                // The last value between the lowest and the highest one: two ends alone mislead.
                let Some(range) = self.report.claim(&format!("{}.range", claim.id)) else {
                    return self.sentence(claim, false);
                };
                args.extend(range.args.clone());
                "short-series"
            }
            "finding-not-testable" => "short-finding-open",
            verdict if verdict.starts_with("finding-") => "short-finding",
            "recommendation-established" | "recommendation-established-no-practice" => {
                "short-advice"
            }
            advice if advice.starts_with("recommendation-") => "short-advice-open",
            _ => return self.sentence(claim, false),
        };
        let words = Claim { template: template.to_owned(), args, ..claim.clone() };
        let number = self.number(&claim.id);
        html! {
            p class={ "claim " (self.badge(&claim.template)) } data-claim=(claim.id) {
                (self.pieces(&self.speaker.claim_pieces(&words)))
                " "
                (self.number_link(number))
            }
        }
    }

    /// A claim as a sentence with its number. The place that `#c-NUMBER` means is the one in the
    /// chapter, `home`.
    fn sentence(&self, claim: &Claim, home: bool) -> Markup {
        let number = self.number(&claim.id);
        let anchor = home.then(|| format!("c-{number}"));
        html! {
            p class={ "claim " (self.badge(&claim.template)) } id=[anchor] data-claim=(claim.id) {
                (self.pieces(&self.speaker.claim_pieces(claim)))
                " "
                (self.number_link(number))
            }
        }
    }

    /// The number of a claim as a link to its evidence.
    fn number_link(&self, number: usize) -> Markup {
        let label = self.say("show-evidence", &[("number", Arg::plain(&number.to_string()))]);
        html! {
            a class="number" href=(format!("#e-{number}")) aria-label=(label) { (number) }
        }
    }

    /// Class of the mark before a verdict or the state of a target: a shape, not only a colour.
    fn badge(&self, template: &str) -> &'static str {
        match template {
            "finding-supported" | "target-reached" | "prediction-met" => "mark-full",
            "finding-mixed" => "mark-half",
            "finding-contradicted"
            | "advice-withheld"
            | "target-not-reached"
            | "prediction-not-met" => "mark-cross",
            "finding-not-testable"
            | "prediction-not-testable"
            | "prediction-not-testable-needs"
            | "target-not-comparable"
            | "target-no-value"
            | "target-no-value-unseen"
            | "target-lapsed"
            | "target-lapsed-unseen"
            | "target-not-due"
            | "target-not-due-unseen" => "mark-open",
            _ => "",
        }
    }

    fn number(&self, claim: &str) -> usize {
        self.numbers.get(claim).copied().unwrap_or_default()
    }

    fn table(&self, id: &str) -> Option<&Table> {
        self.report.tables.iter().find(|table| table.id == id)
    }

    fn word(&self, key: &str) -> String {
        self.speaker.word(key)
    }

    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.speaker.say(key, args)
    }

    fn text(&self, text: &Localized) -> Markup {
        self.pieces(&self.speaker.text_pieces(text))
    }

    /// Words with those of another language marked as such, for eyes, screen readers and search.
    fn pieces(&self, pieces: &[Piece]) -> Markup {
        html! {
            @for piece in pieces {
                @match piece {
                    Piece::Own(words) => (words),
                    Piece::Fallback(lang, words) => {
                        span class="fallback" lang=(lang.code()) title=(self.word("fallback-note")) {
                            (words)
                        }
                        span class="fallback-mark" { " [" (lang.code()) "]" }
                    }
                }
            }
        }
    }
}

/// The pattern of weaker marks, once for all drawings.
fn hatch() -> Markup {
    html! {
        svg class="defs" width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)" {
                    rect class="paper" width="6" height="6" {}
                    line class="hatch" x1="0" y1="0" x2="0" y2="6" {}
                }
            }
        }
    }
}
