//! Codings as lines of JSON: the input of stages, and what other programs read.

use std::path::Path;

use serde::Serialize;

use crate::database::Store;
use crate::event::By;
use crate::state::State;

/// A coding as it is given to others. Names and their order stay.
#[derive(Serialize)]
struct Line<'a> {
    document: &'a str,
    passage: Option<&'a str>,
    start: usize,
    end: usize,
    code: &'a str,
    by: By,
    coder: &'a str,
    time: Option<&'a str>,
    version: Option<&'a str>,
    quote: &'a str,
    memo: &'a str,
    id: &'a str,
    file: &'a str,
    text: &'a str,
}

/// Codings of the study in a folder as they are now, one a line, in the order of [`State::in_order`];
/// nothing where the folder has no store. `start` and `end` are code points of the text that
/// `daryn_read` gives of `file`, and whose SHA-256 is `text`: where it has another one by now, the
/// coding has not been looked for in it yet. Codings that somebody must look at have no place and are not among
/// them, nor are notes without a code.
///
/// # Errors
/// Where the store cannot be read; why is told.
pub fn export(folder: &Path) -> crate::Result<Option<Vec<u8>>> {
    match Store::open_to_read(folder)? {
        Some(store) => Ok(Some(lines(&store.state()?))),
        None => Ok(None),
    }
}

/// The same of a state.
#[must_use]
pub fn lines(state: &State) -> Vec<u8> {
    let mut bytes = Vec::new();
    for held in state.in_order() {
        let made = &held.made;
        let Some(spot) = held.spot().filter(|_| !made.code.is_empty()) else { continue };
        let line = Line {
            document: spot.document,
            passage: spot.passage,
            start: spot.start,
            end: spot.end,
            code: &made.code,
            by: made.by,
            coder: &made.coder,
            time: made.time.as_deref(),
            version: made.version.as_deref(),
            quote: spot.quote,
            memo: &held.memo,
            id: &made.id,
            file: spot.file,
            text: &held.text,
        };
        // Writing text to memory cannot fail.
        let _ = serde_json::to_writer(&mut bytes, &line);
        bytes.push(b'\n');
    }
    bytes
}
