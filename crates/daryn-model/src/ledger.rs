//! The ledger: what rests on what.
//!
//! Invariant: support is acyclic and ends in a passage, an observation, a reference or a recorded
//! search. A derived node cannot be built without support.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::claim::Arg;
use crate::codes;
use crate::record::Place;
use crate::text::Localized;

codes! {
    /// What a node of the ledger is.
    pub enum NodeKind {
        /// Bytes or a page that evidence was read from.
        Source = "source",
        /// A policy document.
        Document = "document",
        /// A place in a document or page that was seen.
        Passage = "passage",
        /// One cell of statistics.
        Observation = "observation",
        /// A code given to a measure by a coder.
        Coding = "coding",
        /// A policy measure.
        Measure = "measure",
        /// A programme of another country.
        Practice = "practice",
        /// A number that was observed about a practice.
        Effect = "effect",
        /// A statement of a published work.
        Reference = "reference",
        /// A recorded search.
        Search = "search",
        /// A computed quantity.
        Estimate = "estimate",
        /// A judgement.
        Finding = "finding",
        /// A recommendation.
        Recommendation = "recommendation",
        /// A sentence of the report.
        Claim = "claim",
    }
}

impl NodeKind {
    /// Whether a chain of support may end here.
    pub fn is_evidence(self) -> bool {
        matches!(
            self,
            NodeKind::Passage | NodeKind::Observation | NodeKind::Reference | NodeKind::Search
        )
    }
}

/// Names of the nodes that something rests on: at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Support(Vec<String>);

impl Support {
    /// Support by at least one node; `None` where there is none.
    pub fn new(ids: impl IntoIterator<Item = String>) -> Option<Support> {
        let mut unique: Vec<String> = Vec::new();
        for id in ids {
            if !unique.contains(&id) {
                unique.push(id);
            }
        }
        if unique.is_empty() { None } else { Some(Support(unique)) }
    }

    /// Support by one node.
    pub fn one(id: impl Into<String>) -> Support {
        Support(vec![id.into()])
    }

    /// The names.
    pub fn ids(&self) -> &[String] {
        &self.0
    }

    /// This support and more.
    #[must_use]
    pub fn and(mut self, ids: impl IntoIterator<Item = String>) -> Support {
        for id in ids {
            if !self.0.contains(&id) {
                self.0.push(id);
            }
        }
        self
    }
}

/// One entry of the ledger.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Node {
    /// Name, with its kind before the first colon: `measure:KZ-CMP-2023.1`.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// What it says, in the words of the study.
    pub text: Localized,
    /// What it rests on.
    pub support: Vec<String>,
    /// What speaks against it.
    pub against: Vec<String>,
    /// Row that it was read from.
    pub at: Option<Place>,
    /// Source node.
    pub source: Option<String>,
    /// Release or day of the source.
    pub vintage: Option<String>,
    /// Everything else that is known: cells of the row, numbers of the computation.
    pub data: BTreeMap<String, Arg>,
}

impl Node {
    /// A node of evidence, on which a chain of support may end, or a source.
    pub fn evidence(kind: NodeKind, name: &str, text: Localized) -> Node {
        debug_assert!(kind.is_evidence() || kind == NodeKind::Source);
        Node::bare(kind, name, text)
    }

    /// A node that rests on others.
    pub fn derived(kind: NodeKind, name: &str, text: Localized, support: Support) -> Node {
        Node { support: support.0, ..Node::bare(kind, name, text) }
    }

    fn bare(kind: NodeKind, name: &str, text: Localized) -> Node {
        Node {
            id: format!("{}:{name}", kind.code()),
            kind,
            text,
            support: Vec::new(),
            against: Vec::new(),
            at: None,
            source: None,
            vintage: None,
            data: BTreeMap::new(),
        }
    }

    /// Adds what speaks against it.
    #[must_use]
    pub fn against(mut self, ids: Vec<String>) -> Node {
        self.against = ids;
        self
    }

    /// Adds the row that it was read from.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Node {
        self.at = Some(place.clone());
        self
    }

    /// Adds the source node and its vintage.
    #[must_use]
    pub fn from_source(mut self, source: String, vintage: Option<String>) -> Node {
        self.source = Some(source);
        self.vintage = vintage;
        self
    }

    /// Adds a named detail, if there is one.
    #[must_use]
    pub fn with(mut self, name: &str, value: Arg) -> Node {
        if !value.is_empty() {
            self.data.insert(name.to_owned(), value);
        }
        self
    }
}

/// Nodes by name.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ledger(pub BTreeMap<String, Node>);

/// What breaks the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// A node names one that is not there.
    Dangling {
        /// The node that names it.
        id: String,
        /// The missing one.
        missing: String,
    },
    /// A chain of support comes back to where it began.
    Cycle(Vec<String>),
    /// A derived node without support.
    Unsupported(String),
}

impl Ledger {
    /// Adds a node. A second node of the same name replaces the first.
    pub fn add(&mut self, node: Node) -> String {
        let id = node.id.clone();
        self.0.insert(id.clone(), node);
        id
    }

    /// The node of a name.
    pub fn get(&self, id: &str) -> Option<&Node> {
        self.0.get(id)
    }

    /// Everything that breaks the invariant of the ledger.
    pub fn broken(&self) -> Vec<Broken> {
        let mut broken = Vec::new();
        for node in self.0.values() {
            for id in node.support.iter().chain(&node.against).chain(&node.source) {
                if !self.0.contains_key(id) {
                    broken.push(Broken::Dangling { id: node.id.clone(), missing: id.clone() });
                }
            }
            let leaf = node.kind.is_evidence() || node.kind == NodeKind::Source;
            if node.support.is_empty() && !leaf {
                broken.push(Broken::Unsupported(node.id.clone()));
            }
        }
        broken.extend(self.cycle().map(Broken::Cycle));
        broken
    }

    /// A cycle of support, if there is one. Without recursion, so that depth cannot hurt.
    fn cycle(&self) -> Option<Vec<String>> {
        let mut done: BTreeMap<&str, bool> = BTreeMap::new();
        for start in self.0.keys() {
            let mut path: Vec<(&str, usize)> = vec![(start, 0)];
            while let Some((id, next)) = path.pop() {
                if next == 0 && done.get(id) == Some(&true) {
                    continue;
                }
                done.entry(id).or_insert(false);
                match self.0.get(id).and_then(|node| node.support.get(next)) {
                    None => {
                        done.insert(id, true);
                    }
                    Some(child) => {
                        path.push((id, next + 1));
                        if let Some(from) = path.iter().position(|(open, _)| open == child) {
                            return Some(path[from..].iter().map(|(id, _)| (*id).into()).collect());
                        }
                        if done.get(child.as_str()) != Some(&true) {
                            path.push((child, 0));
                        }
                    }
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(edges: &[(&str, &[&str])]) -> Ledger {
        let mut ledger = Ledger::default();
        for (name, support) in edges {
            let support = Support::new(support.iter().map(|name| format!("estimate:{name}")));
            let node = match support {
                Some(support) => {
                    Node::derived(NodeKind::Estimate, name, Localized::default(), support)
                }
                None => {
                    let mut node = Node::evidence(NodeKind::Search, name, Localized::default());
                    node.id = format!("estimate:{name}");
                    node
                }
            };
            ledger.add(node);
        }
        ledger
    }

    #[test]
    fn a_diamond_is_no_cycle() {
        let ledger = ledger(&[("a", &["b", "c"]), ("b", &["d"]), ("c", &["d"]), ("d", &[])]);
        assert_eq!(ledger.broken(), []);
    }

    #[test]
    fn a_cycle_is_found() {
        let ledger = ledger(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"])]);
        let broken = ledger.broken();
        let [Broken::Cycle(path)] = broken.as_slice() else { panic!("{broken:?}") };
        assert_eq!(path, &["estimate:b", "estimate:c"]);
    }

    #[test]
    fn a_dangling_name_and_a_bare_derived_node_are_found() {
        let mut ledger = ledger(&[("a", &["x"])]);
        let mut bare =
            Node::derived(NodeKind::Finding, "f", Localized::default(), Support::one("estimate:a"));
        bare.support.clear();
        ledger.add(bare);
        assert_eq!(
            ledger.broken(),
            [
                Broken::Dangling { id: "estimate:a".into(), missing: "estimate:x".into() },
                Broken::Unsupported("finding:f".into()),
            ]
        );
    }

    #[test]
    fn support_is_never_empty() {
        assert!(Support::new([]).is_none());
        assert_eq!(Support::new(["a".into(), "a".into()]).map(|s| s.ids().len()), Some(1));
    }
}
