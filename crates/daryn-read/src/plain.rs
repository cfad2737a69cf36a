//! Plain text: a line is a paragraph, unless lines were broken at a width.

use crate::block::{Block, Words, tidy};
use crate::marks;

/// Share of lines near the greatest width, out of ten, from which a text counts as broken by hand.
const BROKEN: usize = 5;

/// Blocks of a plain text.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().collect();
    let broken = is_broken(&lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<String> = None;
    for line in lines {
        let line = tidy(line);
        let goes_on = broken && !line.is_empty() && marks::mark(&line, false).is_none();
        match &mut open {
            Some(before) if goes_on => {
                before.push(' ');
                before.push_str(&line);
            }
            _ => {
                blocks.extend(open.take().map(|text| Block::Words(Words::plain(text))));
                open = (!line.is_empty()).then_some(line);
            }
        }
    }
    blocks.extend(open.map(|text| Block::Words(Words::plain(text))));
    blocks
}

/// Whether lines end at a width rather than where paragraphs end: most of the lines that have
/// another line behind them are nearly as long as the longest, which is no more than a page wide.
fn is_broken(lines: &[&str]) -> bool {
    let lengths: Vec<usize> = lines.iter().map(|line| line.trim().chars().count()).collect();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    if !(40..=120).contains(&longest) {
        return false;
    }
    let inner: Vec<usize> =
        lengths.windows(2).filter(|pair| pair[0] > 0 && pair[1] > 0).map(|pair| pair[0]).collect();
    let long = inner.iter().filter(|length| **length * 10 >= longest * 8).count();
    inner.len() >= 3 && long * 10 >= inner.len() * BROKEN
}
