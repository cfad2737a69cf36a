//! Anchors of one edition found in another, or told as lost.

use std::fs;
use std::path::Path;

use daryn_model::{Arg, Diagnostic};
use daryn_read::Document;
use daryn_read::anchor::{Anchor, Place, resolve};
use daryn_read::document::name;
use serde::Deserialize;
use serde_json::json;

use crate::output::{Output, Stream};
use crate::stop::Stop;

/// A line of anchors: a hit of `daryn search`, or an anchor under its own names.
#[derive(Deserialize)]
struct Line {
    #[serde(alias = "match")]
    quote: String,
    #[serde(alias = "left", default)]
    prefix: String,
    #[serde(alias = "right", default)]
    suffix: String,
    #[serde(default)]
    times: u32,
    #[serde(default)]
    reader: u32,
}

/// Reads anchors, one JSON object a line.
pub(super) fn read(path: &Path, problems: &mut Vec<Diagnostic>) -> Result<Vec<Anchor>, Stop> {
    let file = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| {
        Stop::Problems(vec![Diagnostic::error("read-unreadable", &file, 0).with("reason", error)])
    })?;
    let mut anchors = Vec::new();
    for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Line>(line) {
            Ok(line) if !line.quote.is_empty() => anchors.push(Anchor {
                quote: line.quote,
                prefix: line.prefix,
                suffix: line.suffix,
                position: 0,
                page: None,
                times: line.times,
                reader: line.reader,
            }),
            _ => problems.push(Diagnostic::error("read-anchor", &file, place as u32 + 1)),
        }
    }
    Ok(anchors)
}

/// Prints where each anchor is in a document, in the order of the anchors.
pub(super) fn show(anchors: &[Anchor], file: &str, document: &Document, output: &Output) {
    let mut counts = [0_i64; 3];
    let leaves = document.leaves();
    for anchor in anchors {
        let (kind, range) = match resolve(anchor, &document.text) {
            Place::Same(start, end) => (0, Some((start, end))),
            Place::Changed(start, end) => (1, Some((start, end))),
            Place::Lost => (2, None),
        };
        counts[kind] += 1;
        let place = ["same", "changed", "lost"][kind];
        let words = range.map_or("", |(start, end)| &document.text[start..end]);
        let leaf = range.and_then(|(start, _)| {
            let at = leaves.partition_point(|leaf| document.passages[*leaf].end <= start);
            leaves.get(at).copied()
        });
        if output.is_json() {
            let first = range.map(|(start, _)| document.text[..start].chars().count());
            output.compact(&json!({
                "file": file,
                "quote": anchor.quote,
                "place": place,
                "start": first,
                "end": first.map(|first| first + words.chars().count()),
                "text": range.map(|_| words),
                "passage": leaf.map(name),
                "page": leaf.and_then(|leaf| document.passages[leaf].page),
            }));
        } else {
            let told = output.speaker.word(&format!("read-anchor-{place}"));
            let passage = leaf.map(name).unwrap_or_default();
            let shown = if kind == 2 { anchor.quote.as_str() } else { words };
            let line = format!("{told} {passage}: {}", shown.replace(['\n', '\t'], " "));
            output.line(Stream::Data, &line);
        }
    }
    let [same, changed, lost] = counts.map(Arg::Count);
    output.say("read-anchors", &[("same", same), ("changed", changed), ("lost", lost)]);
}
