//! Tables of contents, told from the articles that they list.

use std::collections::HashSet;

use crate::block::{Block, Words};
use crate::document::Kind;
use crate::marks;

/// Longest line of a table of contents, in bytes.
const LINE: usize = 600;
/// Fewest articles or chapters that make a list of them a table of contents.
const ENTRIES: usize = 3;

/// For each block whether it is part of a table of contents.
pub(crate) fn find(blocks: &[Block]) -> Vec<bool> {
    let mut found: Vec<bool> = blocks
        .iter()
        .map(|block| {
            words(block).is_some_and(|words| {
                let stated = matches!(words.stated, Some((Kind::Toc, _)));
                stated || words.text.lines().any(marks::has_leader)
            })
        })
        .collect();
    if blocks.iter().any(|block| words(block).is_some_and(|words| words.level.is_some())) {
        return found;
    }
    let entries: Vec<Option<(Kind, String)>> = blocks
        .iter()
        .map(|block| {
            let words = words(block)?;
            let mark = marks::mark(&words.text, words.heading > 0)?;
            matches!(mark.kind, Kind::Article | Kind::Chapter | Kind::Part)
                .then_some((mark.kind, mark.label))
        })
        .collect();
    let Some(start) = entries.iter().position(Option::is_some) else { return found };
    // The list ends where an entry comes again, or something that no list holds.
    let mut seen: HashSet<&(Kind, String)> = HashSet::new();
    let mut last = start;
    let mut end = start;
    while let Some(words) = blocks.get(end).and_then(words) {
        if let Some(entry) = &entries[end] {
            if !seen.insert(entry) {
                break;
            }
            last = end;
        } else if ends_list(words) {
            break;
        }
        end += 1;
    }
    let later: HashSet<_> = entries[end.min(entries.len())..].iter().flatten().collect();
    let again = seen.intersection(&later);
    // All but a few come again: an edition may have lost an article that its list still names.
    if seen.len() < ENTRIES || again.count() * 10 < seen.len() * 9 {
        return found;
    }
    // Behind the last entry only the rest of its own line belongs to the list.
    let rest = blocks[last + 1..end].iter().filter_map(words).take_while(|words| {
        words.heading != 1 && words.text.starts_with(|letter: char| letter.is_lowercase())
    });
    let mut stop = last + 1 + rest.count();
    while stop < end && words(&blocks[stop]).is_some_and(|words| words.text.is_empty()) {
        stop += 1;
    }
    found[start..stop].fill(true);
    let title = ["содержание", "оглавление", "мазмұны", "contents"];
    if start > 0
        && words(&blocks[start - 1])
            .is_some_and(|words| title.contains(&words.text.to_lowercase().trim_end_matches(':')))
    {
        found[start - 1] = true;
    }
    found
}

fn words(block: &Block) -> Option<&Words> {
    match block {
        Block::Words(words) => Some(words),
        Block::Table { .. } => None,
    }
}

fn ends_list(words: &Words) -> bool {
    words.heading == 1
        || words.text.len() > LINE
        || marks::note(&words.text).is_some()
        || marks::mark(&words.text, false).is_some()
}
