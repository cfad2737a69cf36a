//! A comparison in the form that other programs rely on (docs/compare.md).

use daryn_read::document::name;
use serde_json::{Value, json};

use crate::compare::{Comparison, Counts, Pair};
use crate::languages::Difference;
use crate::unit::Unit;

impl Comparison {
    /// The form that other programs rely on.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let counts = Counts::of(&self.pairs);
        json!({
            "unit": self.level,
            "kept": counts.kept,
            "edited": counts.edited,
            "moved": counts.moved,
            "new": counts.new,
            "dropped": counts.dropped,
            "pairs": self.pairs.iter().map(pair).collect::<Vec<_>>(),
            "outside": {
                "counts": Counts::of(&self.outside),
                "pairs": self.outside.iter().map(pair).collect::<Vec<_>>(),
            },
            "differences": self.differences.iter().flatten().map(difference).collect::<Vec<_>>(),
        })
    }
}

fn difference(one: &Difference) -> Value {
    json!({
        "kind": one.kind,
        "label": one.label,
        "old": one.old,
        "new": one.new,
        "in_note": one.in_note,
        "old_passage": one.passages[0].map(name),
        "new_passage": one.passages[1].map(name),
    })
}

fn pair(pair: &Pair) -> Value {
    json!({
        "status": pair.status,
        "old": pair.old.as_ref().map(unit),
        "new": pair.new.as_ref().map(unit),
        "note": pair.notes.first().map(|note| note.code()),
        "notes": pair.notes.iter().map(|note| note.code()).collect::<Vec<_>>(),
        "share": pair.share,
        "difference": pair.difference,
    })
}

fn unit(unit: &Unit) -> Value {
    json!({
        "label": unit.label,
        "kind": unit.kind,
        "text": unit.text,
        "passage": name(unit.place),
        "path": unit.path,
    })
}
