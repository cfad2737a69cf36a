//! Ids of accepted proposals as measures of a study.
//!
//! `{document}.m{start}` is the id of a measure of the first text of a document. Places of two texts
//! can be the same number, so a measure whose id is that of another text's has its language behind
//! it, and where that is taken, too, the digest of its text. What was given once is kept beside the
//! proposal and never given anew.

use std::collections::BTreeMap;

use super::proposals::Proposal;

/// A measure in the table of a study: in which languages it has words, and its locator.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) languages: Vec<String>,
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
    /// were kept beside proposals are known again by their locator, else by their id and language.
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
                        Some(other) => !is_sure && is_of_one_text(&rows[*other], &rows[at]),
                        None if is_sure => row.locator.contains(&place(&rows[at])),
                        None => is_perhaps(row, &rows[at]),
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
        ids.into_iter().find(is_free).unwrap_or(last)
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

/// Whether a measure whose locator a coder has changed may be this one.
fn is_perhaps(row: &Row, proposal: &Proposal) -> bool {
    let is_elsewhere = row.locator.contains(&format!(", {}-", proposal.get("start")));
    let language = proposal.get("language");
    !is_elsewhere && (row.languages.is_empty() || row.languages.iter().any(|it| it == language))
}
