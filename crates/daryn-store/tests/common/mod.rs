//! Codings for tests.

use daryn_store::text::Anchors;
use daryn_store::{By, Change, Coding, New, Payload, Text};

/// When everything happens in tests.
pub(crate) const TIME: &str = "2026-01-15T09:00:00Z";

/// A text as it is read.
pub(crate) fn text(file: &str, words: &str) -> Text {
    Text::new("law", file, daryn_read::read(words.as_bytes(), file))
}

/// A coding of the first place where words stand.
pub(crate) fn coding(id: &str, text: &Text, words: &str, code: &str) -> Coding {
    let from = text.read.text.find(words).unwrap_or_else(|| panic!("{words}"));
    let (start, end) = (text.point(from), text.point(from + words.len()));
    Coding {
        id: id.into(),
        document: text.document.clone(),
        file: text.file.clone(),
        passage: text.passage(start, end),
        start,
        end,
        text: text.digest.clone(),
        anchor: Anchors::of(text).make(start, end).expect("an anchor"),
        code: code.into(),
        coder: "Айгүл".into(),
        by: By::Person,
        time: Some(TIME.into()),
        version: Some("1.0".into()),
        memo: String::new(),
    }
}

/// An event with these codings.
pub(crate) fn coded(id: &str, codings: Vec<Coding>) -> New {
    event(id, [Change::Codings { codings }])
}

/// An event with these changes.
pub(crate) fn event(id: &str, changes: impl IntoIterator<Item = Change>) -> New {
    let (time, who) = (TIME.into(), "Айгүл".into());
    New { id: id.into(), time, who, payload: Payload::of(changes) }
}
