//! Problems of a file while it is read, each kind a bounded number of times: a file of a few
//! kilobytes can hold millions.

use std::collections::BTreeMap;

use daryn_model::Diagnostic;

/// Times that one kind of problem is told.
pub(super) const MOST_TOLD: usize = 1_000;

/// Problems, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct Told {
    found: Vec<Diagnostic>,
    counts: BTreeMap<String, usize>,
    /// The last one that is not told any more.
    spare: Option<Diagnostic>,
}

impl Told {
    /// Tells a problem, which may still be changed.
    pub(super) fn push(&mut self, problem: Diagnostic) -> &mut Diagnostic {
        let count = self.counts.entry(problem.code.clone()).or_default();
        *count += 1;
        if *count > MOST_TOLD {
            return self.spare.insert(problem);
        }
        self.found.push(problem);
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Counts problems of a kind of which nothing else is kept.
    pub(super) fn more(&mut self, code: &str, count: usize) {
        *self.counts.entry(code.to_owned()).or_default() += count;
    }

    /// The problems, and how many more of each kind there are.
    pub(super) fn finish(self, file: &str) -> Vec<Diagnostic> {
        let mut found = self.found;
        for (code, count) in self.counts.iter().filter(|(_, count)| **count > MOST_TOLD) {
            let told = Diagnostic::warning("qda-more", file, 0).with("code", code);
            found.push(told.with("n", count - MOST_TOLD));
        }
        found
    }
}
