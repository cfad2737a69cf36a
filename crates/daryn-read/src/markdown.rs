//! Markdown as legal acts are kept in: titles, lists by indentation, notes in quotations, tables.

mod entities;
mod inline;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::Lines;

use crate::block::{Block, Cell, Words, tidy};
use crate::document::Kind;
use crate::html;
use crate::marks;
use inline::inline;

/// Blocks of a Markdown text.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let text = without_comments(text);
    let notes = Notes::of(&text);
    let mut reader = Reader::new(&notes);
    let mut lines = text.lines().peekable();
    let mut told = 0;
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if is_fence(trimmed) {
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
        } else if trimmed.contains('|')
            && lines.peek().is_some_and(|rule| is_rule_of_table(trimmed, rule))
        {
            reader.flush();
            lines.next();
            let mut rows = vec![trimmed];
            while let Some(line) = lines.next_if(|line| line.contains('|')) {
                rows.push(line.trim());
            }
            reader.table(&rows);
        } else if definition(line).is_some() {
            reader.flush();
            skip_definition(&mut lines, |_| ());
            reader.add_notes(vec![told]);
            told += 1;
        } else {
            reader.line(line, trimmed);
        }
    }
    reader.flush();
    reader.blocks
}

/// A text without comments, which are no words of it.
fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("<!--") {
        return Cow::Borrowed(text);
    }
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("<!--") {
        let Some(end) = rest[at + 2..].find("-->") else { break };
        left.push_str(&rest[..at]);
        rest = &rest[at + 2 + end + 3..];
        if left.is_empty() || left.ends_with('\n') {
            // Spaces behind it are no indentation.
            rest = rest.trim_start_matches(' ');
        }
    }
    left.push_str(rest);
    Cow::Owned(left)
}

fn is_fence(trimmed: &str) -> bool {
    trimmed.starts_with("```") || trimmed.starts_with("~~~")
}

/// Footnotes, which stand somewhere else than what refers to them.
struct Notes<'a> {
    /// Names and words.
    list: Vec<(&'a str, String)>,
    by_name: BTreeMap<&'a str, usize>,
}

impl<'a> Notes<'a> {
    fn of(text: &'a str) -> Notes<'a> {
        let mut notes = Notes { list: Vec::new(), by_name: BTreeMap::new() };
        if !text.contains("[^") {
            return notes;
        }
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let trimmed = line.trim();
            if is_fence(trimmed) {
                lines.by_ref().find(|line| line.trim().starts_with(&trimmed[..3]));
            } else if let Some((name, words)) = definition(line) {
                let mut words = words.trim().to_owned();
                skip_definition(&mut lines, |line| {
                    words.push(if line.is_empty() { '\n' } else { ' ' });
                    words.push_str(line);
                });
                notes.by_name.entry(name).or_insert(notes.list.len());
                notes.list.push((name, words));
            }
        }
        notes
    }
}

/// `[^1]: words`: the name of a note and its first words.
fn definition(line: &str) -> Option<(&str, &str)> {
    let (name, words) = line.trim_start().strip_prefix("[^")?.split_once("]:")?;
    (!name.is_empty() && !name.contains(['[', ']', ' '])).then_some((name, words))
}

/// Passes over the other lines of a note: those up to an empty one, and behind it those that are
/// indented.
fn skip_definition<'a>(lines: &mut Peekable<Lines<'a>>, mut each: impl FnMut(&'a str)) {
    let mut behind_empty = false;
    while let Some(line) = lines.next_if(|line| {
        let indented = line.starts_with("    ") || line.starts_with('\t');
        let goes_on = if behind_empty { indented } else { definition(line).is_none() };
        goes_on || line.trim().is_empty()
    }) {
        behind_empty |= line.trim().is_empty();
        each(line.trim());
    }
}

struct Reader<'a> {
    blocks: Vec<Block>,
    raw: String,
    /// Lines in `raw`.
    lines: usize,
    indent: usize,
    quoted: bool,
    notes: &'a Notes<'a>,
    /// Notes that stand in the blocks.
    used: Vec<bool>,
}

impl<'a> Reader<'a> {
    fn new(notes: &'a Notes<'a>) -> Reader<'a> {
        Reader {
            blocks: Vec::new(),
            raw: String::new(),
            lines: 0,
            indent: 0,
            quoted: false,
            notes,
            used: vec![false; notes.list.len()],
        }
    }

    fn line(&mut self, line: &str, trimmed: &str) {
        if let Some(rank) = self.underline(trimmed) {
            self.flush_as(rank);
            return;
        }
        let is_rule = trimmed.len() >= 3 && trimmed.chars().all(|letter| "_-*=".contains(letter));
        let is_anchor = trimmed.starts_with("<a ") && trimmed.ends_with("></a>");
        if trimmed.is_empty() || is_rule || is_anchor {
            self.flush();
            return;
        }
        let title = trimmed.trim_start_matches('#');
        let rank = trimmed.len() - title.len();
        if (1..=6).contains(&rank) && title.starts_with(' ') {
            self.flush();
            let (text, notes) = inline(title.trim_end_matches('#'), &self.notes.by_name);
            self.add(Words { heading: rank as u8, ..Words::plain(text) });
            self.add_notes(notes);
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
        self.lines += 1;
        // A space that is none of ASCII may be half a letter of a wrong charset.
        self.raw.push_str(content.trim_matches(|letter: char| letter.is_ascii_whitespace()));
        if content.ends_with("  ") || content.ends_with('\\') {
            self.raw.truncate(self.raw.trim_end_matches('\\').len());
            self.raw.push('\n');
        }
    }

    /// The rank of the title that a line of `=` or `-` makes of the words above it.
    fn underline(&self, trimmed: &str) -> Option<u8> {
        if self.raw.is_empty() || self.quoted || trimmed.len() < 3 {
            return None;
        }
        let all = |sign: char| trimmed.chars().all(|letter| letter == sign);
        let plain = self.raw.trim_start_matches(['*', '_']);
        let is_item = plain.starts_with("- ")
            || marks::mark(plain, true)
                .is_some_and(|mark| matches!(mark.kind, Kind::Point | Kind::SubPoint));
        match () {
            () if all('=') => Some(1),
            // Behind longer words, and behind an item, it is a line between paragraphs.
            () if all('-') && self.lines == 1 && !is_item => Some(2),
            () => None,
        }
    }

    fn table(&mut self, rows: &[&str]) {
        let mut found = Vec::new();
        let rows = rows.iter().map(|line| row(line, self.notes, &mut found)).collect();
        self.blocks.push(Block::rows(rows));
        self.add_notes(found);
    }

    fn flush(&mut self) {
        self.flush_as(0);
    }

    fn flush_as(&mut self, heading: u8) {
        self.lines = 0;
        let raw = std::mem::take(&mut self.raw);
        let raw = raw.trim_matches(|letter: char| letter.is_ascii_whitespace());
        if raw.is_empty() {
            return;
        }
        let wholly =
            |mark: &str| raw.len() > 2 * mark.len() && raw.starts_with(mark) && raw.ends_with(mark);
        let (indent, bold) = (Some(self.indent), wholly("**"));
        let (text, notes) = inline(raw, &self.notes.by_name);
        self.add(Words { heading, indent, bold, ..Words::plain(text) });
        self.add_notes(notes);
    }

    fn add(&mut self, words: Words) {
        if !words.text.is_empty() {
            self.blocks.push(Block::Words(words));
        }
    }

    /// Puts notes behind what refers to them, and those to which they refer.
    fn add_notes(&mut self, mut waiting: Vec<usize>) {
        waiting.reverse();
        while let Some(place) = waiting.pop() {
            let Some((name, words)) = self.notes.list.get(place) else { continue };
            if std::mem::replace(&mut self.used[place], true) {
                continue;
            }
            let (text, more) = inline(words, &self.notes.by_name);
            let stated = Some((Kind::Note, Some((*name).to_owned())));
            self.add(Words { stated, ..Words::plain(text) });
            waiting.extend(more);
        }
    }
}

/// Whether a line divides the head of a table, which it has above it, from its rows.
fn is_rule_of_table(head: &str, line: &str) -> bool {
    let line = line.trim();
    let columns = |line: &str| line.trim_matches('|').split('|').count();
    line.contains('-')
        && line.contains('|')
        && line.chars().all(|letter| "|-: ".contains(letter))
        && (head.starts_with('|') && line.starts_with('|') || columns(head) == columns(line))
}

fn row(line: &str, notes: &Notes<'_>, found: &mut Vec<usize>) -> Vec<Cell> {
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let cells = line.replace("\\|", "\u{1}");
    let mut read = |cell: &str| {
        let (text, notes) = inline(&cell.replace('\u{1}', "|"), &notes.by_name);
        found.extend(notes);
        Cell { text, ..Cell::default() }
    };
    cells.split('|').map(&mut read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_pipes_is_a_table() {
        let blocks = blocks("| а | б |\n|---|---|\n| 1 | 2\\|3 |\n");
        let Block::Table { rows, .. } = &blocks[0] else { panic!("{blocks:?}") };
        assert_eq!(rows[1][1].text, "2|3");
    }
}
