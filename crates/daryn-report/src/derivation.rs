//! Derivations: what a statement rests on, down to rows and pages.

use std::collections::BTreeSet;

use daryn_model::record::nearest;
use daryn_model::{Arg, Claim, Lang, Node};
use serde::Serialize;

use crate::assemble::Assembled;
use crate::language::Speaker;

/// A node with everything below it.
#[derive(Debug, Clone, Serialize)]
pub struct Derivation {
    /// Name.
    pub id: String,
    /// What it is.
    pub kind: String,
    /// What it says.
    pub text: String,
    /// File of the row that it was read from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line of the row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Page that it was seen on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Release, or day on which the page was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vintage: Option<String>,
    /// Cells of the row and numbers of the computation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<(String, String)>,
    /// What it rests on.
    pub support: Vec<Derivation>,
    /// What speaks against it.
    pub against: Vec<Derivation>,
}

/// What a node says, in words: an observation with its value, an estimate with its numbers.
pub fn node_text(speaker: &Speaker, node: &Node) -> String {
    let value = |name: &str| node.data.get(name).map(|arg| speaker.value(arg));
    let text = speaker.text(&node.text);
    match node.kind {
        daryn_model::NodeKind::Observation => {
            let parts = [Some(text), value("area"), value("partner"), value("period")];
            let head: Vec<String> = parts.into_iter().flatten().collect();
            format!("{}: {}", head.join(", "), value("value").unwrap_or_default())
        }
        daryn_model::NodeKind::Estimate if text.is_empty() => {
            let name = node.id.trim_start_matches("estimate:");
            let numbers: Vec<String> = node
                .data
                .iter()
                .map(|(name, arg)| format!("{}: {}", column(speaker, name), speaker.value(arg)))
                .collect();
            if numbers.is_empty() { name.to_owned() } else { numbers.join("; ") }
        }
        _ if text.is_empty() => node.id.clone(),
        _ => text,
    }
}

/// When a source was released, or the day on which its page was seen.
pub fn vintage(speaker: &Speaker, vintage: &str) -> String {
    let (key, words) = match vintage.parse() {
        Ok(date) => ("vintage-line", speaker.date(date)),
        Err(_) => ("column-vintage", vintage.to_owned()),
    };
    format!("{} {words}", speaker.word(key))
}

/// Name of a cell in the language of the reader.
pub fn column(speaker: &Speaker, name: &str) -> String {
    let key = format!("column-{name}");
    if speaker.knows(&key) { speaker.word(&key) } else { name.to_owned() }
}

/// The derivation of a claim or node; the nearest name where there is none.
pub fn of(report: &Assembled, lang: Lang, id: &str) -> Result<Derivation, String> {
    let speaker = Speaker::exact(lang);
    let mut deriving =
        Deriving { report, speaker: &speaker, unrolled: BTreeSet::new(), room: ROOM };
    let id = &full_name(report, id);
    if let Some(claim) = report.claim(id) {
        return Ok(deriving.claim(claim));
    }
    deriving.node(id).ok_or_else(|| {
        let names = report
            .claims
            .iter()
            .map(|claim| claim.id.as_str())
            .chain(report.ledger.0.keys().map(String::as_str));
        nearest(id, names).unwrap_or_default().to_owned()
    })
}

/// The name of what a reader may have meant: the number of a statement, or a name without its kind
/// where only one node or claim has it.
fn full_name(report: &Assembled, id: &str) -> String {
    let number: Option<usize> = id.parse().ok();
    if let Some(claim) = number.and_then(|number| report.claims.get(number.checked_sub(1)?)) {
        return claim.id.clone();
    }
    let names = || {
        let claims = report.claims.iter().map(|claim| claim.id.as_str());
        report.ledger.0.keys().map(String::as_str).chain(claims)
    };
    if names().any(|name| name == id) {
        return id.to_owned();
    }
    let mut meant = names().filter(|name| name.split_once(':').is_some_and(|(_, rest)| rest == id));
    match (meant.next(), meant.next()) {
        (Some(only), None) => only.to_owned(),
        _ => id.to_owned(),
    }
}

/// Nodes that a derivation may hold before a repeated one is no longer unrolled again: findings
/// that build on findings would otherwise double with each step.
const ROOM: usize = 20_000;

struct Deriving<'a> {
    report: &'a Assembled,
    speaker: &'a Speaker,
    unrolled: BTreeSet<&'a str>,
    room: usize,
}

impl<'a> Deriving<'a> {
    fn claim(&mut self, claim: &'a Claim) -> Derivation {
        Derivation {
            id: claim.id.clone(),
            kind: "claim".to_owned(),
            text: self.speaker.claim(claim),
            file: None,
            line: None,
            source: None,
            vintage: None,
            cells: Vec::new(),
            support: self.below(claim.support.ids()),
            against: self.below(&claim.against),
        }
    }

    fn below(&mut self, ids: &'a [String]) -> Vec<Derivation> {
        ids.iter().filter_map(|id| self.node(id)).collect()
    }

    fn node(&mut self, id: &str) -> Option<Derivation> {
        let (report, speaker) = (self.report, self.speaker);
        let node = report.ledger.get(id)?;
        let page = node.source.as_ref().and_then(|id| report.ledger.get(id));
        let page = page.and_then(|page| match page.data.get("url") {
            Some(Arg::Link(address)) => Some(address.clone()),
            // A text that lies in the study.
            _ => page.data.get("sha256").map(|digest| {
                format!("{}, SHA-256 {}", speaker.text(&page.text), speaker.value(digest))
            }),
        });
        self.room = self.room.saturating_sub(1);
        let again = !self.unrolled.insert(&node.id);
        let cut = again && self.room == 0;
        Some(Derivation {
            id: node.id.clone(),
            kind: node.kind.code().to_owned(),
            text: node_text(speaker, node),
            file: node.at.as_ref().map(|at| at.file.clone()),
            line: node.at.as_ref().map(|at| at.line),
            source: page,
            vintage: node.vintage.clone(),
            cells: node.data.iter().map(|(name, arg)| (name.clone(), speaker.value(arg))).collect(),
            support: if cut { Vec::new() } else { self.below(&node.support) },
            against: if cut { Vec::new() } else { self.below(&node.against) },
        })
    }
}
