//! Markdown as legal acts are kept in: titles, lists by indentation, notes in quotations, tables.

use std::ops::Range;

use crate::block::{Block, Cell, Words, tidy};
use crate::html;
use crate::marks;

/// Blocks of a Markdown text.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            reader.flush();
            let inner: Vec<&str> =
                lines.by_ref().take_while(|line| !line.trim().starts_with(&trimmed[..3])).collect();
            reader.add(Words::plain(tidy(&inner.join("\n"))));
        } else if trimmed.starts_with("<table") {
            reader.flush();
            let mut table = String::from(trimmed);
            let mut ended = trimmed.contains("</table");
            while let Some(line) = lines.next_if(|_| !ended) {
                table.push('\n');
                table.push_str(line);
                ended = line.contains("</table");
            }
            reader.blocks.extend(html::table(&table));
        } else if trimmed.starts_with('|')
            && lines.peek().is_some_and(|line| is_rule_of_table(line))
        {
            reader.flush();
            lines.next();
            let mut rows = vec![row(trimmed)];
            while let Some(line) = lines.next_if(|line| line.trim().starts_with('|')) {
                rows.push(row(line.trim()));
            }
            reader.blocks.push(Block::rows(rows));
        } else {
            reader.line(line, trimmed);
        }
    }
    reader.flush();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    raw: String,
    indent: usize,
    quoted: bool,
}

impl Reader {
    fn line(&mut self, line: &str, trimmed: &str) {
        let is_rule = trimmed.len() >= 3 && trimmed.chars().all(|letter| "_-*=".contains(letter));
        let is_anchor = trimmed.starts_with("<a ") && trimmed.ends_with("></a>");
        if trimmed.is_empty() || is_rule || is_anchor || trimmed.starts_with("<!--") {
            self.flush();
            return;
        }
        let title = trimmed.trim_start_matches('#');
        let rank = trimmed.len() - title.len();
        if (1..=6).contains(&rank) && title.starts_with(' ') {
            self.flush();
            let text = inline(title.trim_end_matches('#'));
            self.add(Words { heading: rank as u8, ..Words::plain(text) });
            return;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        let quote = line.trim_start().strip_prefix('>');
        let content = quote.unwrap_or(line);
        let plain = content.trim_start_matches([' ', '*', '_']);
        let begins = marks::mark(plain, false).is_some() || plain.starts_with("- ");
        if self.raw.is_empty() || quote.is_some() != self.quoted || (begins && quote.is_none()) {
            self.flush();
            self.indent = indent;
            self.quoted = quote.is_some();
        } else if !self.raw.ends_with('\n') {
            self.raw.push(' ');
        }
        // A space that is none of ASCII may be half a letter of a wrong charset.
        self.raw.push_str(content.trim_matches(|letter: char| letter.is_ascii_whitespace()));
        if content.ends_with("  ") || content.ends_with('\\') {
            self.raw.truncate(self.raw.trim_end_matches('\\').len());
            self.raw.push('\n');
        }
    }

    fn flush(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        let raw = raw.trim_matches(|letter: char| letter.is_ascii_whitespace());
        if raw.is_empty() {
            return;
        }
        let wholly =
            |mark: &str| raw.len() > 2 * mark.len() && raw.starts_with(mark) && raw.ends_with(mark);
        let words =
            Words { indent: Some(self.indent), bold: wholly("**"), ..Words::plain(inline(raw)) };
        self.add(words);
    }

    fn add(&mut self, words: Words) {
        if !words.text.is_empty() {
            self.blocks.push(Block::Words(words));
        }
    }
}

/// Text without the marks of Markdown.
fn inline(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    // Places in `text` of runs of stars that may open emphasis.
    let mut stars: Vec<(usize, usize)> = Vec::new();
    // Those that do, which are taken out at the end, all at once.
    let mut gone: Vec<Range<usize>> = Vec::new();
    let mut rest = raw;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        match letter {
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                text.push_str(&after[..1]);
                rest = &after[1..];
            }
            '*' => {
                let behind = rest.trim_start_matches('*');
                let run = rest.len() - behind.len();
                let near = stars.len().saturating_sub(MOST_OPEN);
                let place = stars[near..].iter().rposition(|(_, length)| *length == run);
                let closes = !text.ends_with([' ', '\n']) && !text.is_empty();
                if let Some(place) = place.filter(|_| closes) {
                    let (at, length) = stars[near + place];
                    stars.truncate(near + place);
                    gone.push(at..at + length);
                } else {
                    if behind.starts_with(|next: char| !next.is_whitespace()) {
                        stars.push((text.len(), run));
                    }
                    text.push_str(&rest[..run]);
                }
                rest = behind;
            }
            '<' => match tag(rest) {
                Some((is_break, behind)) => {
                    if is_break {
                        text.push('\n');
                    }
                    rest = behind;
                }
                None => {
                    text.push('<');
                    rest = after;
                }
            },
            '[' => match link(rest) {
                Some((words, behind)) => {
                    text.push_str(words);
                    rest = behind;
                }
                None => {
                    text.push('[');
                    rest = after;
                }
            },
            '&' => {
                let known = [
                    ("&nbsp;", " "),
                    ("&amp;", "&"),
                    ("&lt;", "<"),
                    ("&gt;", ">"),
                    ("&quot;", "\""),
                ];
                let found = known.iter().find(|(name, _)| rest.starts_with(name));
                text.push_str(found.map_or("&", |(_, letter)| letter));
                rest = found.map_or(after, |(name, _)| &rest[name.len()..]);
            }
            _ => {
                text.push(letter);
                rest = after;
            }
        }
    }
    gone.sort_unstable_by_key(|range| range.start);
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for range in gone {
        shown.push_str(&text[at..range.start]);
        at = range.end;
    }
    shown.push_str(&text[at..]);
    tidy(&shown)
}

/// Most runs of stars that are open at a place.
const MOST_OPEN: usize = 100;

/// A tag of HTML: whether it breaks the line, and what is behind it.
fn tag(text: &str) -> Option<(bool, &str)> {
    let inner = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    if !inner.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return None;
    }
    let end = text.bytes().take(200).position(|byte| byte == b'>')?;
    Some((text[1..].starts_with("br"), &text[end + 1..]))
}

/// The words of `[words](address)` and what is behind it.
fn link(text: &str) -> Option<(&str, &str)> {
    // No further than a link is long, and to the next one: a text may have a bracket at each letter.
    let near = &text.as_bytes()[1..text.len().min(2001)];
    let end = 1 + near.iter().enumerate().position(|(place, byte)| {
        *byte == b'[' || *byte == b']' && near.get(place + 1) == Some(&b'(')
    })?;
    let address = text[end..].strip_prefix(']')?;
    let close = address.find([')', '['])?;
    address[close..].starts_with(')').then_some(())?;
    Some((&text[1..end], &address[close + 1..]))
}

fn is_rule_of_table(line: &str) -> bool {
    let line = line.trim();
    line.contains('-')
        && line.starts_with('|')
        && line.chars().all(|letter| "|-: ".contains(letter))
}

fn row(line: &str) -> Vec<Cell> {
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let cells = line.replace("\\|", "\u{1}");
    cells
        .split('|')
        .map(|cell| Cell { text: inline(&cell.replace('\u{1}', "|")), ..Cell::default() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_are_taken_away() {
        assert_eq!(inline("**А** *б* [в](г) \\* 2 * 3"), "А б в * 2 * 3");
        assert_eq!(inline("*а **б** в* г] [д](е) [ж [з](и) [к](л"), "а б в г] д [ж з [к](л");
        assert_eq!(inline("а<br>б <a id=\"x\"></a>в < г"), "а\nб в < г");
    }

    #[test]
    fn a_table_of_pipes_is_a_table() {
        let blocks = blocks("| а | б |\n|---|---|\n| 1 | 2\\|3 |\n");
        let Block::Table { rows, .. } = &blocks[0] else { panic!("{blocks:?}") };
        assert_eq!(rows[1][1].text, "2|3");
    }
}
