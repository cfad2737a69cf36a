//! What several commands do with sources from outside.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use daryn_model::record::nearest;
use daryn_model::{Date, Diagnostic};
use daryn_report::Speaker;
use daryn_source::Status;
use daryn_source::store::RAW;
use daryn_study::downloads::{self, Downloads};
use daryn_study::folder::{Folder, STORE};

use crate::holding;
use crate::stop::Stop;
use crate::study;

/// Variable of the environment that names a store of several studies.
const SHARED: &str = "DARYN_STORE";

/// Folder of what a study got from outside.
pub(crate) fn raw(dir: &Path) -> PathBuf {
    dir.join(STORE).join(RAW)
}

/// The store of several studies, where the user has one.
pub(crate) fn shared() -> Option<PathBuf> {
    std::env::var_os(SHARED).filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// A variable of the environment.
pub(crate) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The list of downloads of a study and the name of its file.
pub(crate) fn list(folder: &Folder) -> Result<(&str, Downloads), Stop> {
    let Some(file) = folder.tables.get("downloads") else {
        return Err(Stop::problem("source-no-downloads", &[]));
    };
    let bytes = folder.files.get(file).map_or(&[][..], Vec::as_slice);
    Ok((file, downloads::read(file, bytes, &folder.languages)))
}

/// What is wrong with entries that only a connector can know.
pub(crate) fn problems(folder: &Folder) -> Vec<Diagnostic> {
    let Ok((file, downloads)) = list(folder) else { return Vec::new() };
    if study::has_errors(&downloads.list.problems) {
        // They have been told, and hide what would be told here.
        return Vec::new();
    }
    let none = |_: &str| None;
    let entries = &downloads.list.records;
    let asked = entries.iter().flat_map(|entry| daryn_source::request::check(entry, &none));
    asked.chain(holding::problems(file, entries, folder)).collect()
}

/// A source that nobody knows.
pub(crate) fn unknown<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Stop {
    let all: Vec<&str> = known.clone().collect();
    let nearest = nearest(name, known).unwrap_or_default();
    let found: [(&str, &dyn std::fmt::Display); 3] =
        [("found", &name), ("nearest", &nearest), ("known", &all.join(", "))];
    Stop::problem("source-unknown-source", &found)
}

/// What became of a source.
pub(crate) fn in_words(speaker: &Speaker, status: Status) -> String {
    speaker.word(match status {
        Status::New => "fetch-new",
        Status::Unchanged => "fetch-unchanged",
        Status::Failed => "fetch-failed",
        Status::Replayed => "fetch-replayed",
    })
}

/// Now, as `2026-01-31T12:00:00Z`.
pub(crate) fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    written(seconds)
}

/// A moment in seconds since 1970.
fn written(seconds: u64) -> String {
    let day = Date::of_day((seconds / 86_400) as i64);
    let time = seconds % 86_400;
    let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
    format!("{day}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_dates() {
        // `date -u -d @… +%FT%TZ`
        assert_eq!(written(0), "1970-01-01T00:00:00Z");
        assert_eq!(written(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(written(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(written(1_769_860_800), "2026-01-31T12:00:00Z");
    }
}
