//! New wordings that an amending act quotes: their numbers are those of another act.

use crate::block::Block;

/// Most blocks of a new wording; a quotation that does not end in so many was none.
const MOST: usize = 500;

const INTRODUCED: [&str; 6] = [
    "в следующей редакции",
    "следующего содержания",
    "мынадай редакцияда",
    "мынадай мазмұнда",
    "read as follows",
    "reads as follows",
];

/// Which blocks stand inside a quoted new wording.
pub(crate) fn find(blocks: &[Block]) -> Vec<bool> {
    let mut quoted = vec![false; blocks.len()];
    let mut at = 0;
    while at < blocks.len() {
        at += 1;
        if is_introduction(&blocks[at - 1])
            && let Some(length) = quotation(&blocks[at..])
        {
            quoted[at..at + length].fill(true);
            at += length;
        }
    }
    quoted
}

fn words(block: &Block) -> &str {
    match block {
        Block::Words(words) => words.text.trim(),
        Block::Table { .. } => "",
    }
}

fn is_introduction(block: &Block) -> bool {
    let text = words(block);
    text.ends_with(':') && {
        let lower = text.to_lowercase();
        INTRODUCED.iter().any(|words| lower.contains(words))
    }
}

/// How many blocks a quotation has that begins with the first one.
fn quotation(blocks: &[Block]) -> Option<usize> {
    let mut depth = 0_i32;
    for (place, block) in blocks.iter().take(MOST).enumerate() {
        let text = words(block);
        if place == 0 && !text.starts_with(['«', '"', '“']) || is_introduction(block) {
            return None;
        }
        let count = |signs: [char; 2]| text.matches(signs).count() as i32;
        depth += count(['«', '“']) - count(['»', '”']);
        let end = text.trim_end_matches([';', '.', ',']);
        if end.ends_with(['»', '”']) && depth <= 0 || end.ends_with('"') && end.len() > 1 {
            return Some(place + 1);
        }
    }
    None
}
