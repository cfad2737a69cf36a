//! What a file holds, counted.

use std::collections::BTreeMap;

use daryn_model::Diagnostic;

use crate::format::Format;
use crate::sdmx::ml;
use crate::sdmx::ml::flaw::Flaw;
use crate::sdmx::ml::xml::{Node, Xml};
use crate::source::Source;

/// What a file is and how much of what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// What sort of file it is.
    pub format: Format,
    /// How often each thing stands in it; what does not is not named.
    pub counts: BTreeMap<String, u64>,
}

/// Elements that are counted.
const COUNTED: &[&str] = &[
    "Code",
    "Codelist",
    "Concept",
    "ConceptScheme",
    "ContentConstraint",
    "DataSet",
    "DataStructure",
    "Dataflow",
    "Footer",
    "Group",
    "HierarchicalCodelist",
    "Hierarchy",
    "MetadataStructure",
    "Obs",
    "Series",
];

/// Counts elements of SDMX-ML.
pub(crate) fn elements(source: &Source) -> Result<Info, Diagnostic> {
    let count = || -> Result<Info, Flaw> {
        let mut xml = Xml::open(source)?;
        let (format, _) = ml::root(&mut xml)?;
        let mut counts = [0; COUNTED.len()];
        loop {
            match xml.next()? {
                Node::Open(tag) => {
                    if let Ok(place) = COUNTED.binary_search(&tag.name().1) {
                        counts[place] += 1;
                    }
                }
                Node::End => break,
                Node::Close | Node::Text(_) => {}
            }
            if xml.depth() == 0 {
                break;
            }
        }
        let found = COUNTED.iter().zip(counts).filter(|(_, count)| *count > 0);
        let counts = found.map(|(name, count)| ((*name).to_owned(), count)).collect();
        Ok(Info { format, counts })
    };
    count().map_err(|flaw| {
        flaw.told(source).unwrap_or_else(|| Diagnostic::error("stats-unknown", source.name(), 0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_looked_up_in_order() {
        assert!(COUNTED.is_sorted());
    }
}
