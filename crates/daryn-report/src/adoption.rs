//! What another release of a source would change in a report, before it is adopted.

use std::collections::BTreeMap;

use daryn_model::Claim;
use serde::Serialize;

use crate::assemble::Assembled;
use crate::language::Speaker;

/// An assertion that would be another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Name of the claim.
    pub id: String,
    /// What it says now; none where it would be new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it would say; none where it would be gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Assertions that differ between two reports, in the order of the report: those that say something
/// else, and those that only one of them makes. Numbers are compared with every digit.
pub fn changes(speaker: &Speaker, before: &Assembled, after: &Assembled) -> Vec<Change> {
    let exact = Speaker::exact(speaker.lang);
    let by_name = |report: &Assembled| -> BTreeMap<String, String> {
        report.claims.iter().map(|claim| (claim.id.clone(), exact.claim(claim))).collect()
    };
    let (old, new) = (by_name(before), by_name(after));
    let differs = |claim: &&Claim| old.get(&claim.id) != new.get(&claim.id);
    let in_both = |claim: &Claim| Change {
        id: claim.id.clone(),
        before: before.claim(&claim.id).map(|claim| speaker.claim(claim)),
        after: after.claim(&claim.id).map(|claim| speaker.claim(claim)),
    };
    let gone = before.claims.iter().filter(|claim| !new.contains_key(&claim.id));
    after.claims.iter().filter(differs).map(in_both).chain(gone.map(in_both)).collect()
}
