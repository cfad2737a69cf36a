//! Codings that people made: lines of JSON, held against the words of the texts.

use std::collections::{BTreeMap, BTreeSet};

use daryn_model::records::{GivenCode, PolicyText};
use daryn_model::{Diagnostic, record};
use daryn_study::folder::HAND_CODINGS;
use serde::Deserialize;

use super::Passage;

/// A coding as it stands in a line. Other names may stand beside these.
#[derive(Debug, Deserialize)]
struct Fields {
    document: String,
    #[serde(default)]
    passage: Option<String>,
    start: usize,
    end: usize,
    code: String,
    by: String,
    #[serde(default)]
    coder: Option<String>,
    quote: String,
}

/// A coding with its line.
#[derive(Debug)]
pub(super) struct Line {
    number: u32,
    fields: Fields,
}

impl Line {
    /// Who coded.
    fn coder(&self) -> &str {
        self.fields.coder.as_deref().filter(|name| !name.is_empty()).unwrap_or(&self.fields.by)
    }
}

/// Reads lines; those of rules are no codings of people.
pub(super) fn read(bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match serde_json::from_slice::<Fields>(line) {
            Ok(fields) if fields.by == "rule" => {}
            Ok(fields) => lines.push(Line { number, fields }),
            Err(error) => problems.push(
                Diagnostic::error("codings-line", HAND_CODINGS, number)
                    .with("reason", plain(&error)),
            ),
        }
    }
    lines
}

/// What is wrong, without the place in the line, which would be taken for one in the file.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// Whether code and document are known; what is not is told.
pub(super) fn is_known(
    line: &Line,
    codes: &BTreeMap<&str, usize>,
    texts: &[PolicyText],
    problems: &mut Vec<Diagnostic>,
) -> bool {
    let fields = &line.fields;
    if !codes.contains_key(fields.code.as_str()) {
        let nearest = record::nearest(&fields.code, codes.keys().copied()).unwrap_or_default();
        problems.push(
            Diagnostic::warning("codings-unknown-code", HAND_CODINGS, line.number)
                .with("found", &fields.code)
                .with("nearest", nearest),
        );
        return false;
    }
    let known = texts.iter().any(|text| text.document.0 == fields.document);
    if !known {
        problems.push(
            Diagnostic::warning("codings-no-text", HAND_CODINGS, line.number)
                .with("document", &fields.document),
        );
    }
    known
}

/// Codes that people gave to a passage, with who gave each.
pub(super) type ByPeople = BTreeMap<String, BTreeSet<String>>;

/// Takes codings of a text out of the list: what people gave, by the place of the passage.
pub(super) fn take(
    lines: &mut Vec<Line>,
    text: &PolicyText,
    passages: &[Passage],
) -> BTreeMap<usize, ByPeople> {
    let mut found: BTreeMap<usize, ByPeople> = BTreeMap::new();
    lines.retain(|line| {
        let is_of = line.fields.document == text.document.0;
        let places = if is_of { places(&line.fields, passages) } else { Vec::new() };
        for place in &places {
            let codes = found.entry(*place).or_default();
            codes.entry(line.fields.code.clone()).or_default().insert(line.coder().to_owned());
        }
        places.is_empty()
    });
    found
}

/// Everybody who coded a passage of a text.
pub(super) fn coders(by_hand: &BTreeMap<usize, ByPeople>) -> Vec<String> {
    let names: BTreeSet<&String> = by_hand.values().flat_map(BTreeMap::values).flatten().collect();
    names.into_iter().cloned().collect()
}

/// Codes with those who gave them.
pub(super) fn codes(people: &ByPeople) -> Vec<GivenCode> {
    let given = people.iter().map(|(code, who)| {
        let by = who.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        GivenCode { code: code.clone(), by_hand: true, by }
    });
    given.collect()
}

/// Places of the passages that a coding reaches into; none where its words do not stand there.
fn places(fields: &Fields, passages: &[Passage]) -> Vec<usize> {
    let reaches = |passage: &Passage| passage.start < fields.end && fields.start < passage.end;
    let mut found = Vec::new();
    let mut words = String::new();
    for (place, passage) in passages.iter().enumerate().filter(|(_, passage)| reaches(passage)) {
        let from = fields.start.saturating_sub(passage.start);
        let to = fields.end.min(passage.end) - passage.start;
        words.extend(passage.text.chars().skip(from).take(to.saturating_sub(from)));
        found.push(place);
    }
    // Between passages the text has separators, and quotations are wrapped by other programs.
    let letters = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    if letters(&words) == letters(&fields.quote) { found } else { Vec::new() }
}

/// Tells codings whose words stand in no text of their document at their place.
pub(super) fn tell_rest(lines: &[Line], problems: &mut Vec<Diagnostic>) {
    for Line { number, fields } in lines {
        let place = fields.passage.clone().unwrap_or_default();
        problems.push(
            Diagnostic::warning("codings-moved", HAND_CODINGS, *number)
                .with("document", &fields.document)
                .with("passage", place)
                .with("start", fields.start),
        );
    }
}
