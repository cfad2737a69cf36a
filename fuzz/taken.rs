//! Memory that work takes: for the targets of the fuzzer, and for the tests that play its corpus
//! again. Whoever includes this file measures on one thread: what others allocate counts, too.

#![allow(dead_code, reason = "not everybody who measures needs all of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Does some work; gives what it made and the most bytes that it held.
pub(crate) fn measured<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let made = work();
    (made, MEMORY.peak_usage().saturating_sub(before))
}

/// Does some work, which may hold so many bytes; gives how many it held, too.
///
/// # Panics
/// Where it held more.
pub(crate) fn within<T>(title: &str, bound: usize, work: impl FnOnce() -> T) -> (T, usize) {
    let (made, peak) = measured(work);
    assert!(peak <= bound, "{title}: {peak} bytes, more than {bound}");
    (made, peak)
}

/// The most that inputs took.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    /// How many inputs there were.
    pub(crate) files: usize,
    /// Most bytes, and for which input.
    pub(crate) memory: (usize, String),
    /// Most time, and for which input.
    pub(crate) time: (Duration, String),
}

impl Taken {
    /// Does some work with an input, which may hold so many bytes.
    ///
    /// # Panics
    /// As of [`within`].
    pub(crate) fn within<T>(&mut self, title: &str, bound: usize, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let (made, peak) = within(title, bound, work);
        self.files += 1;
        self.memory = (peak, title.to_owned()).max(std::mem::take(&mut self.memory));
        self.time = (start.elapsed(), title.to_owned()).max(std::mem::take(&mut self.time));
        made
    }
}

/// Files in a folder and those in it, in order; there must be some.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut waiting = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { &mut waiting } else { &mut found }.push(path);
        }
    }
    assert!(!found.is_empty(), "{} is empty", folder.display());
    found.sort();
    found
}
