//! Finding: from a query to hits in order of the documents and of the places in them.

use std::sync::Arc;

use daryn_text::Language;
use rayon::prelude::*;

use crate::bytes::Damaged;
use crate::kwic;
use crate::pattern::Pattern;
use crate::query::{Query, Word};
use crate::segment::{Label, Leaf, Posting, Segment};
use crate::store::Index;
use crate::token;

/// A place that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Number of the document in [`Index::documents`].
    pub document: u32,
    /// Place of the leaf among the passages of the document.
    pub passage: u32,
    /// First code point in the text of the document.
    pub start: u32,
    /// Code point behind the last one.
    pub end: u32,
    /// The page on which the leaf begins, from 1, where the document has pages.
    pub page: Option<u32>,
    /// The language of the leaf.
    pub language: Language,
    /// Whether the leaf is a note of an editor or a table of contents.
    pub apart: bool,
    /// The numbers that the act prints around it; empty where there are none.
    pub label: Arc<str>,
    /// What stands before it in the leaf, what was found, what stands behind it.
    pub(crate) line: Arc<str>,
    pub(crate) found: (u32, u32),
}

impl Hit {
    /// What stands before it in the leaf, from the border of a word on.
    pub fn left(&self) -> &str {
        &self.line[..self.found.0 as usize]
    }

    /// What was found.
    pub fn matched(&self) -> &str {
        &self.line[self.found.0 as usize..self.found.1 as usize]
    }

    /// What stands behind it in the leaf, to the border of a word.
    pub fn right(&self) -> &str {
        &self.line[self.found.1 as usize..]
    }
}

/// Finds the words of a query, or words of their stems.
pub fn words(index: &Index, query: &Query, stems: bool) -> Result<Vec<Hit>, Damaged> {
    let found: Vec<Vec<Posting>> = index
        .segments
        .par_iter()
        .map(|segment| in_segment(segment, query, stems))
        .collect::<Result<_, _>>()?;
    let mut tasks = Vec::new();
    for (segment, postings) in index.segments.iter().zip(&found) {
        for same in postings.chunk_by(|a, b| segment.chunk_of(a.leaf) == segment.chunk_of(b.leaf)) {
            tasks.push((segment, same));
        }
    }
    let hits = tasks.par_iter().map_init(Vec::new, |buffer, (segment, postings)| {
        let chunk = segment.chunk(segment.chunk_of(postings[0].leaf), buffer)?;
        let mut labels = chunk.labels()?;
        let mut hits = Vec::new();
        let mut rest = *postings;
        for leaf in chunk.leaves() {
            let leaf = leaf?;
            let count = rest.iter().take_while(|posting| posting.leaf == leaf.number).count();
            if count == 0 {
                continue;
            }
            let (here, further) = rest.split_at(count);
            rest = further;
            let ranges = here
                .iter()
                .filter_map(|posting| extent(leaf.text, posting.start as usize, query).transpose());
            put(segment, &leaf, &mut labels, ranges, &mut hits)?;
        }
        if rest.is_empty() { Ok(hits) } else { Err(Damaged) }
    });
    hits.collect::<Result<_, _>>().map(in_order)
}

/// Finds what a regular expression matches.
pub fn pattern(index: &Index, pattern: &Pattern) -> Result<Vec<Hit>, Damaged> {
    let mut tasks = Vec::new();
    for segment in &index.segments {
        tasks.extend((0..segment.chunk_count()).map(|chunk| (segment, chunk)));
    }
    let hits = tasks.par_iter().map_init(Vec::new, |buffer, (segment, chunk)| {
        let chunk = segment.chunk(*chunk, buffer)?;
        let mut hits = Vec::new();
        let Some(mut next) = pattern.wider.find(chunk.text) else { return Ok(hits) };
        let mut labels = chunk.labels()?;
        for leaf in chunk.leaves() {
            let leaf = leaf?;
            let end = leaf.at + leaf.text.len();
            if next.start() > end {
                continue;
            }
            // No match of the expression itself begins before one of the wider one.
            let from = next.start().saturating_sub(leaf.at);
            let text = std::str::from_utf8(leaf.text).map_err(|_| Damaged)?;
            let ranges = matches(pattern, text, from).map(Ok);
            put(segment, &leaf, &mut labels, ranges, &mut hits)?;
            match pattern.wider.find_at(chunk.text, (end + 1).min(chunk.text.len())) {
                Some(found) => next = found,
                None => break,
            }
        }
        Ok(hits)
    });
    hits.collect::<Result<_, _>>().map(in_order)
}

/// Matches in a leaf that are not empty.
fn matches<'a>(
    pattern: &'a Pattern,
    text: &'a str,
    from: usize,
) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let mut at = from;
    std::iter::from_fn(move || {
        loop {
            let found = pattern.exact.find_at(text, at)?;
            if !found.is_empty() {
                at = found.end();
                return Some((found.start(), found.end()));
            }
            at = found.end() + text[found.end()..].chars().next()?.len_utf8();
        }
    })
}

/// Where the first words of a query stand such that the others follow.
fn in_segment(segment: &Segment, query: &Query, stems: bool) -> Result<Vec<Posting>, Damaged> {
    let mut found: Option<Vec<Posting>> = None;
    for (place, word) in query.words.iter().enumerate() {
        let terms = match word {
            Word::Any => continue,
            Word::Form(form) if stems => segment.stem(form)?,
            Word::Form(form) => segment.form(form)?,
            Word::Beginning(head) => segment.beginning(head)?,
        };
        let here = segment.postings(&terms)?;
        let left = match found {
            None => here,
            Some(before) => followed(&before, &here, place as u32),
        };
        if left.is_empty() {
            return Ok(left);
        }
        found = Some(left);
    }
    Ok(found.unwrap_or_default())
}

/// Those of the postings that have one of the others so many words behind them.
fn followed(before: &[Posting], behind: &[Posting], distance: u32) -> Vec<Posting> {
    let mut rest = behind;
    let mut left = Vec::new();
    for posting in before {
        let wanted = (posting.leaf, posting.ordinal.saturating_add(distance));
        let skipped = rest.iter().take_while(|other| (other.leaf, other.ordinal) < wanted).count();
        rest = &rest[skipped..];
        match rest.first() {
            Some(other) if (other.leaf, other.ordinal) == wanted => left.push(*posting),
            Some(_) => {}
            None => break,
        }
    }
    left
}

/// Bytes for each word of a phrase in which it is looked for first: leaves may be long, and most of
/// one is not wanted.
const NEAR: usize = 96;

/// The bytes of a phrase that begins at a byte; nothing where its words are not joined as asked.
fn extent(text: &[u8], start: usize, query: &Query) -> Result<Option<(usize, usize)>, Damaged> {
    let enough = start.saturating_add(NEAR * (query.joints.len() + 1));
    let mut to = before(text, enough.min(text.len()));
    loop {
        let near = text.get(start..to).ok_or(Damaged)?;
        let near = std::str::from_utf8(near).map_err(|_| Damaged)?;
        let found = phrase(near, query);
        if to == text.len() || found.is_some_and(|(_, end)| end < near.len()) {
            return Ok(found.filter(|(joined, _)| *joined).map(|(_, end)| (start, start + end)));
        }
        to = text.len();
    }
}

/// Whether the words of a phrase that begins a text are joined as asked, and where they end.
fn phrase(text: &str, query: &Query) -> Option<(bool, usize)> {
    let (_, mut end) = token::next(text, 0)?;
    let mut joined = true;
    for joint in &query.joints {
        let (next, stop) = token::next(text, end)?;
        joined &= joint.is_none() || token::joint(&text[end..next]) == *joint;
        end = stop;
    }
    Some((joined, end))
}

/// The byte at or before a place that begins a letter.
fn before(text: &[u8], mut place: usize) -> usize {
    while place > 0 && text.get(place).is_some_and(|byte| byte & 0xc0 == 0x80) {
        place -= 1;
    }
    place
}

fn characters(text: &[u8]) -> u32 {
    text.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32
}

/// The words that are shown around a range, and where the range is in them.
fn context(text: &[u8], start: usize, end: usize) -> Result<(Arc<str>, (u32, u32)), Damaged> {
    // A letter more on each side than can be shown tells whether the last word is whole.
    let span = (kwic::WIDTH + 2) * 4;
    let from = before(text, start.saturating_sub(span));
    let to = before(text, end.saturating_add(span).min(text.len()));
    let near = std::str::from_utf8(text.get(from..to).ok_or(Damaged)?).map_err(|_| Damaged)?;
    let (start, end) = (start - from, end - from);
    if !near.is_char_boundary(start) || !near.is_char_boundary(end) {
        return Err(Damaged);
    }
    let (from, to) = (kwic::left(near, start), kwic::right(near, end));
    Ok((near[from..to].into(), ((start - from) as u32, (end - from) as u32)))
}

/// Makes hits of ranges of a leaf, one for each document in which the leaf stands.
fn put(
    segment: &Segment,
    leaf: &Leaf<'_>,
    labels: &mut [Label<'_>],
    ranges: impl Iterator<Item = Result<(usize, usize), Damaged>>,
    hits: &mut Vec<Hit>,
) -> Result<(), Damaged> {
    let mut occurrences = Vec::new();
    for occurrence in leaf.occurrences()? {
        let document = segment.documents.get(occurrence.document as usize).ok_or(Damaged)?;
        if let Some(document) = document {
            let label = labels.get_mut(occurrence.label as usize).ok_or(Damaged)?.get()?;
            occurrences.push((*document, occurrence, label));
        }
    }
    if occurrences.is_empty() {
        return Ok(());
    }
    // Places ascend, so that each code point is counted once.
    let (mut at, mut passed) = (0, 0);
    for range in ranges {
        let (start, end) = range?;
        passed += characters(leaf.text.get(at..start).ok_or(Damaged)?);
        at = start;
        let length = characters(leaf.text.get(start..end).ok_or(Damaged)?);
        let (line, found) = context(leaf.text, start, end)?;
        for (document, occurrence, label) in &occurrences {
            let start = occurrence.start.checked_add(passed).ok_or(Damaged)?;
            hits.push(Hit {
                document: *document,
                passage: occurrence.passage,
                start,
                end: start.saturating_add(length),
                page: Some(occurrence.page).filter(|page| *page > 0),
                language: leaf.language,
                apart: occurrence.apart,
                label: Arc::clone(label),
                line: Arc::clone(&line),
                found,
            });
        }
    }
    Ok(())
}

fn in_order(parts: Vec<Vec<Hit>>) -> Vec<Hit> {
    let mut hits = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    parts.into_iter().for_each(|part| hits.extend(part));
    hits.par_sort_unstable_by_key(|hit| (hit.document, hit.start, hit.end));
    hits
}
