//! What is stale in a study, and why.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::digest::Digest;
use crate::engine::{Input, Plan, Record};

/// Why a stage would run again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// It never ran.
    New,
    /// Its function changed.
    Version {
        /// Version that was used.
        was: u32,
        /// Version now.
        now: u32,
    },
    /// Its parameters changed.
    Parameters,
    /// Its seed changed.
    Seed,
    /// A file that it reads changed.
    Input {
        /// Name of the file.
        name: String,
    },
    /// It reads other stages or files than before.
    Inputs,
    /// A stage that it reads is stale; it runs only if that one gives another result.
    Upstream {
        /// Name of the stage.
        name: String,
    },
}

/// A stage that would run again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stale {
    /// Name of the stage.
    pub stage: String,
    /// Every reason.
    pub reasons: Vec<Reason>,
}

/// Compares a plan with what the lock file recorded.
pub fn stale(
    plan: &Plan<'_>,
    files: &BTreeMap<String, Vec<u8>>,
    recorded: &[Record],
) -> Vec<Stale> {
    let before: BTreeMap<&str, &Record> =
        recorded.iter().map(|record| (record.name.as_str(), record)).collect();
    let mut waves: BTreeSet<&str> = BTreeSet::new();
    let mut all = Vec::new();
    for stage in &plan.stages {
        let mut reasons = Vec::new();
        match before.get(stage.name.as_str()) {
            None => reasons.push(Reason::New),
            Some(record) => {
                if record.version != stage.version {
                    reasons.push(Reason::Version { was: record.version, now: stage.version });
                }
                if record.params != Digest::of(stage.params.as_bytes()) {
                    reasons.push(Reason::Parameters);
                }
                if record.seed != stage.seed {
                    reasons.push(Reason::Seed);
                }
                let names: BTreeSet<String> = stage.inputs.iter().map(Input::name).collect();
                if !names.iter().eq(record.inputs.keys()) {
                    reasons.push(Reason::Inputs);
                }
                for input in &stage.inputs {
                    if let Input::File(name) = input
                        && let Some(was) = record.inputs.get(&input.name())
                        && files.get(name).map(|bytes| Digest::of(bytes)).as_ref() != Some(was)
                    {
                        reasons.push(Reason::Input { name: name.clone() });
                    }
                }
            }
        }
        for input in &stage.inputs {
            if let Input::Stage(name) = input
                && waves.contains(name.as_str())
            {
                reasons.push(Reason::Upstream { name: name.clone() });
            }
        }
        if !reasons.is_empty() {
            waves.insert(&stage.name);
            all.push(Stale { stage: stage.name.clone(), reasons });
        }
    }
    all
}
