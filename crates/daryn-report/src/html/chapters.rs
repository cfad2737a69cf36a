//! Chapters: leads, figures with their data, sentences, tables.

use std::collections::BTreeSet;

use daryn_model::{Arg, Claim};
use maud::{Markup, html};

use super::Page;

/// Templates of sentences that open a chapter, before its figures.
const OPENING: [&str; 9] = [
    "corpus-coverage",
    "direction-act",
    "direction-proposal",
    "direction-read",
    "instruments-act",
    "instruments-proposal",
    "function-not-seen",
    "part-known-act",
    "part-known-proposal",
];

/// Figures of editions of acts, and templates of the sentences that stand before the first of them.
const OF_LINES: [&str; 5] = [
    "evolution.lives",
    "evolution.alluvial",
    "evolution.measures",
    "evolution.heat",
    "evolution.changed",
];
const BEFORE_LINES: [&str; 32] = [
    "line-of-register",
    "line-of-corpus",
    "line-given",
    "line-single",
    "line-step",
    "line-new",
    "line-dropped",
    "line-rewritten",
    "line-repealed",
    "line-repealed-leaves",
    "line-by-labels",
    "line-by-unit",
    "line-not-varied",
    "line-codebook-not-varied",
    "line-coder-not-varied",
    "line-codebook",
    "line-codebook-unmoved",
    "line-codebook-holds",
    "line-codebook-turns",
    "line-coders",
    "line-coders-any",
    "line-survival-repealed",
    "line-profile",
    "line-profile-first",
    "line-profile-without-units",
    "line-profile-limits",
    "line-profile-limits-measures",
    "line-measures",
    "line-measures-none",
    "line-measures-step",
    "line-measures-languages",
    "line-measures-limits",
];

/// Whether a sentence sets the sources of one quantity side by side.
fn is_compared(claim: &Claim) -> bool {
    claim.template.starts_with("compared-")
}

/// Templates of sentences about programmes, and the grade of the evidence behind them.
const GRADES: [(&str, &str); 5] = [
    ("practice-causal", "A"),
    ("practice-compared", "B"),
    ("practice-studied", "C"),
    ("practice-counted", "D"),
    ("practice-described", "E"),
];

/// The grade of the evidence that a sentence about a programme tells.
fn grade_of(claim: &Claim) -> Option<&'static str> {
    GRADES.into_iter().find(|(template, _)| claim.template == *template).map(|(_, code)| code)
}

impl Page<'_> {
    pub(super) fn chapter(&self, chapter: &str) -> Markup {
        let title = format!("{chapter}-title");
        let claims: Vec<&Claim> =
            self.report.claims.iter().filter(|claim| claim.chapter == chapter).collect();
        html! {
            section id=(chapter) aria-labelledby=(title) {
                h2 id=(title) data-text { (self.word(&format!("chapter-{chapter}"))) }
                p class="lead" data-text { (self.word(&format!("chapter-{chapter}-lead"))) }
                @if claims.is_empty() {
                    p class="nothing" data-text { (self.word("nothing-here")) }
                } @else if chapter == "findings" {
                    (self.findings(&claims))
                } @else if chapter == "recommendations" {
                    (self.plates(chapter))
                    (self.recommendations(&claims))
                } @else {
                    (self.ordinary(chapter, &claims))
                }
                @if chapter == "effectiveness" {
                    p data-text {
                        a href=(format!("../{}/indicators.html", self.speaker.lang.code())) {
                            (self.word("profile-link"))
                        }
                    }
                }
            }
        }
    }

    /// Opening sentences, each figure with the sentences of its marks, then everything else.
    fn ordinary(&self, chapter: &str, claims: &[&Claim]) -> Markup {
        let prose: Vec<&&Claim> =
            claims.iter().filter(|claim| !self.rows.contains(claim.id.as_str())).collect();
        let opening = |claim: &&Claim| OPENING.contains(&claim.template.as_str());
        let lines =
            self.figures(chapter).map(|figure| figure.id.as_str()).find(|id| OF_LINES.contains(id));
        let of_lines =
            |claim: &&Claim| lines.is_some() && BEFORE_LINES.contains(&claim.template.as_str());
        let mut said: BTreeSet<&str> = BTreeSet::new();
        let marks: BTreeSet<&str> = self.figures(chapter).flat_map(super::plates::claims).collect();
        let rest: Vec<&Claim> = prose
            .iter()
            .filter(|claim| !opening(claim) && !of_lines(claim))
            .filter(|claim| !marks.contains(claim.id.as_str()))
            .map(|claim| **claim)
            .collect();
        html! {
            @for claim in prose.iter().filter(|claim| opening(claim)) { (self.sentence(claim, true)) }
            @for figure in self.figures(chapter) {
                @if Some(figure.id.as_str()) == lines {
                    h3 data-text { (self.word("lines-heading")) }
                    p class="lead" data-text { (self.word("lines-lead")) }
                    @for claim in claims.iter().filter(|claim| of_lines(claim)) {
                        // The home of what is a row of a table, too, is there.
                        (self.sentence(claim, !self.rows.contains(claim.id.as_str())))
                    }
                }
                (self.plate(figure))
                @let marks = super::plates::claims(figure);
                @for claim in &prose {
                    @if marks.contains(claim.id.as_str()) && !of_lines(claim)
                        && said.insert(&claim.id) {
                        (self.sentence(claim, true))
                    }
                }
            }
            @for (place, claim) in rest.iter().enumerate() {
                @if claim.template == "conflict"
                    && (place == 0 || rest[place - 1].template != "conflict") {
                    h3 data-text { (self.word("conflict-heading")) }
                    p class="lead" data-text { (self.word("conflict-lead")) }
                }
                @if is_compared(claim) && (place == 0 || !is_compared(rest[place - 1])) {
                    h3 data-text { (self.word("compared-heading")) }
                    p class="lead" data-text { (self.word("compared-lead")) }
                }
                @let code = grade_of(claim);
                @if let Some(code) = code && (place == 0 || grade_of(rest[place - 1]) != Some(code)) {
                    h3 data-text {
                        (self.say("grade-heading", &[
                            ("grade", Arg::code("grade", code)),
                            ("long", Arg::Code("grade".to_owned(), format!("{code}-long"))),
                        ]))
                    }
                }
                (self.sentence(claim, true))
            }
            (self.other_tables(chapter))
        }
    }

    /// Each verdict with the predictions that it rests on.
    fn findings(&self, claims: &[&Claim]) -> Markup {
        let predictions = self.table("predictions");
        let names = self.table("findings");
        // The tables tell which prediction belongs to which hypothesis.
        let rows = |hypothesis: &Arg| -> Vec<&Claim> {
            predictions
                .iter()
                .flat_map(|table| &table.rows)
                .filter(|row| row.cells.get(1) == Some(hypothesis))
                .filter_map(|row| self.report.claim(&row.claim))
                .collect()
        };
        html! {
            @for row in names.iter().flat_map(|table| &table.rows) {
                @if let Some(claim) = claims.iter().find(|claim| claim.id == row.claim) {
                    article class="finding" {
                        (self.sentence(claim, true))
                        @for part in ["rival", "distance", "next", "wanting"] {
                            @if let Some(claim) = self.beside(claim, "", part) {
                                (self.sentence(claim, true))
                            }
                        }
                        @for claim in self.numbered(claim, "beside") { (self.sentence(claim, true)) }
                        @let below = row.cells.first().map(&rows).unwrap_or_default();
                        @if !below.is_empty() {
                            div class="below" {
                                @for claim in below {
                                    (self.sentence(claim, true))
                                    @if let Some(claim) = self.beside(claim, "prediction.", "margin") {
                                        (self.sentence(claim, true))
                                    }
                                }
                            }
                        }
                    }
                }
            }
            (self.other_tables("findings"))
        }
    }

    /// The claim that says more about another one: how far it is from being otherwise.
    fn beside(&self, claim: &Claim, sort: &str, part: &str) -> Option<&Claim> {
        let name = claim.id.strip_prefix(&format!("claim:findings.{sort}"))?;
        self.report.claim(&format!("claim:findings.{part}.{name}"))
    }

    /// The claims of a sort that belong to a finding, by their numbers.
    fn numbered<'s>(&'s self, claim: &Claim, part: &str) -> Vec<&'s Claim> {
        let name = claim.id.strip_prefix("claim:findings.").unwrap_or_default();
        let head = format!("claim:findings.{part}.{name}.");
        self.report.claims.iter().filter(|other| other.id.starts_with(&head)).collect()
    }

    /// Each recommendation with the conditions under which it could work.
    fn recommendations(&self, claims: &[&Claim]) -> Markup {
        let below = ["condition", "robustness-", "transfer-"];
        let more = |claim: &&&Claim| !below.iter().any(|head| claim.template.starts_with(head));
        let advice = claims.iter().filter(more);
        html! {
            @for claim in advice {
                article class="finding" {
                    (self.sentence(claim, true))
                    @for part in ["robustness", "tied", "transfer"] {
                        @if let Some(claim) = self.report.claim(&format!("{}.{part}", claim.id)) {
                            (self.sentence(claim, true))
                        }
                    }
                    @let head = format!("{}.condition.", claim.id);
                    @let below: Vec<_> =
                        claims.iter().filter(|other| other.id.starts_with(&head)).collect();
                    @if !below.is_empty() {
                        div class="below" {
                            p class="minor" data-text { (self.word("conditions")) }
                            @for claim in below { (self.sentence(claim, true)) }
                        }
                    }
                }
            }
            @for claim in claims.iter().filter(|claim| claim.template == "transfer-all") {
                (self.sentence(claim, true))
            }
            (self.other_tables("recommendations"))
        }
    }
}
