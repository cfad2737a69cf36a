//! Ids of accepted proposals as measures of a study.
//!
//! `{document}.m{start}` is the id of a measure of the first text of a document. Places of two texts
//! can be the same number, so a measure whose id is that of another text's has its language behind
//! it, and where that is taken, too, the digest of its text. What was given once is kept beside the
//! proposal and never given anew.
//!
//! A proposal is a measure that the study has already only where it is of the same bytes, or where
//! its words are those of that measure: at the place where a measure stood, a changed text may say
//! something else.

use std::collections::BTreeMap;

use super::proposals::Proposal;

/// A measure in the table of a study: its words by language, and its locator.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) words: BTreeMap<String, String>,
    pub(super) locator: String,
}

/// Ids that are in use.
pub(super) struct Ids {
    /// Measures of the study.
    pub(super) table: BTreeMap<String, Row>,
    /// Which proposal has an id.
    claimed: BTreeMap<String, usize>,
}

/// Where a proposal stands in its text, as [locators](super::confirm) end.
pub(super) fn place(proposal: &Proposal) -> String {
    let [passage, start, end] = ["passage", "start", "end"].map(|it| proposal.get(it));
    format!("({passage}, {start}-{end})")
}

impl Ids {
    /// Ids of a study, with those that accepted proposals have. Measures that were added before ids
    /// were kept beside proposals are known again by their words, best at their locator.
    pub(super) fn new(table: BTreeMap<String, Row>, rows: &mut [Proposal]) -> Ids {
        let mut claimed = BTreeMap::new();
        for (at, row) in rows.iter().enumerate().filter(|it| !it.1.get("measure").is_empty()) {
            claimed.entry(row.get("measure").to_owned()).or_insert(at);
        }
        let mut ids = Ids { table, claimed };
        for is_sure in [true, false] {
            for at in 0..rows.len() {
                if !rows[at].is_accepted() || !rows[at].get("measure").is_empty() {
                    continue;
                }
                let known = candidates(&rows[at]).into_iter().find(|id| {
                    let Some(row) = ids.table.get(id) else { return false };
                    match ids.claimed.get(id) {
                        Some(other) => {
                            let (other, own) = (&rows[*other], &rows[at]);
                            let is_it = says_the_same(other, own) || has_words(row, own);
                            !is_sure && is_it && is_of_one_text(other, own)
                        }
                        None => {
                            let is_there = row.locator.contains(&place(&rows[at]));
                            (is_there || !is_sure) && has_words(row, &rows[at])
                        }
                    }
                });
                if let Some(id) = known {
                    ids.take(id, at, rows);
                }
            }
        }
        ids
    }

    /// Gives an id to a proposal.
    pub(super) fn take(&mut self, id: String, at: usize, rows: &mut [Proposal]) {
        rows[at].set("measure", &id);
        self.claimed.entry(id).or_insert(at);
    }

    /// An id that nothing else has.
    pub(super) fn fresh(&self, proposal: &Proposal) -> String {
        let is_free = |id: &String| !self.table.contains_key(id) && !self.claimed.contains_key(id);
        let ids = candidates(proposal);
        let last = ids[ids.len() - 1].clone();
        let numbered = (2_usize..).map(|number| format!("{last}-{number}"));
        let id = ids.into_iter().chain(numbered).find(is_free);
        id.unwrap_or(last)
    }

    /// The measure of the study that began at the place of a proposal with other words: one of the
    /// same text, or one of the same language of which no text is known.
    pub(super) fn before(&self, proposal: &Proposal, rows: &[Proposal]) -> Option<String> {
        let is_other = |id: &String| match (self.claimed.get(id), self.table.get(id)) {
            (Some(other), Some(_)) => is_of_one_text(&rows[*other], proposal),
            (None, Some(row)) => row.words.contains_key(proposal.get("language")),
            (_, None) => false,
        };
        candidates(proposal).into_iter().find(is_other)
    }
}

/// Ids that a proposal may have, the best one first.
fn candidates(proposal: &Proposal) -> [String; 4] {
    let [document, start, language, sha256] =
        ["document", "start", "language", "sha256"].map(|it| proposal.get(it));
    let plain = format!("{document}.m{start}");
    let short: String = sha256.chars().take(8).collect();
    [
        plain.clone(),
        format!("{plain}.{language}"),
        format!("{plain}.{language}-{short}"),
        format!("{plain}.{language}-{sha256}"),
    ]
}

/// Whether two proposals are of one text, perhaps before and after a change of it.
fn is_of_one_text(one: &Proposal, other: &Proposal) -> bool {
    let [own, its] = [one, other].map(|it| it.get("file"));
    match own.is_empty() || its.is_empty() {
        // A file that is not known is one of an earlier text.
        true => one.get("language") == other.get("language"),
        false => own == its || one.get("sha256") == other.get("sha256"),
    }
}

/// Whether two proposals at one place are one measure: of the same bytes, or in the same words.
fn says_the_same(one: &Proposal, other: &Proposal) -> bool {
    one.get("sha256") == other.get("sha256") || plain(one.get("text")) == plain(other.get("text"))
}

/// Whether the words of a proposal stand in those that a measure has in its language.
fn has_words(row: &Row, proposal: &Proposal) -> bool {
    let words = plain(proposal.get("text"));
    let kept = row.words.get(proposal.get("language")).map(|it| plain(it));
    !words.trim().is_empty() && kept.is_some_and(|it| it.contains(&words))
}

/// Words between single spaces without case and signs: a coder may have set a comma.
fn plain(words: &str) -> String {
    let lower = words.to_lowercase();
    let words = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}
