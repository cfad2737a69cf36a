//! What a reader of a format gives: blocks in reading order, before their structure is known.

use std::rc::Rc;

use daryn_text::repair::{self, Repair};

use crate::document::{ChangeKind, Kind};
use crate::marks::{self, Mark};

/// A block of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// Words.
    Words(Words),
    /// A table.
    Table {
        /// Cells by row.
        rows: Vec<Vec<Cell>>,
        /// Page, from 1, where the format has pages.
        page: Option<u32>,
    },
}

impl Block {
    /// A table of a format without pages.
    pub(crate) fn rows(rows: Vec<Vec<Cell>>) -> Block {
        Block::Table { rows, page: None }
    }

    /// A table; one that only puts words to the right edge is these words, and one without any
    /// is nothing.
    pub(crate) fn table(mut rows: Vec<Vec<Cell>>) -> Option<Block> {
        drop_empty(&mut rows);
        let mut full = rows.iter().flatten().filter(|cell| !cell.text.is_empty());
        match (full.next(), full.next()) {
            (None, _) => None,
            (Some(cell), None) if rows.len() == 1 || marks::annex(&cell.text).is_some() => {
                let (text, spans) = (cell.text.clone(), cell.spans.clone());
                Some(Block::Words(Words { spans, ..Words::plain(text) }))
            }
            _ => Some(Block::rows(rows)),
        }
    }
}

/// A paragraph, a heading, a note: one run of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// Plain text; a line feed only where a line ends on purpose.
    pub(crate) text: String,
    /// Rank of a heading, 1 the highest; 0 if the format does not call it one.
    pub(crate) heading: u8,
    /// Spaces before it, in formats where they mean something.
    pub(crate) indent: Option<usize>,
    /// Wholly in bold.
    pub(crate) bold: bool,
    /// Kind and number that the format itself states.
    pub(crate) stated: Option<(Kind, Option<String>)>,
    /// Depth that the format itself states; with it the depth of all that follows.
    pub(crate) level: Option<u32>,
    /// Its number in a list of the format, and how many such lists stand around that one.
    pub(crate) listed: Option<(Mark, u32)>,
    /// What [`put_right`] changed in the text.
    pub(crate) repairs: Vec<Repair>,
    /// Changes and comments in it.
    pub(crate) spans: Vec<Span>,
    /// Page on which it begins, from 1, where the format has pages.
    pub(crate) page: Option<u32>,
}

impl Words {
    /// A plain paragraph.
    pub(crate) fn plain(text: impl Into<String>) -> Words {
        Words { text: text.into(), ..Words::default() }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its words.
    pub(crate) text: String,
    /// Columns that it covers; 0 counts as 1.
    pub(crate) columns: usize,
    /// Rows that it covers; 0 counts as 1.
    pub(crate) rows: usize,
    /// What [`put_right`] changed in the text.
    pub(crate) repairs: Vec<Repair>,
    /// Changes and comments in it.
    pub(crate) spans: Vec<Span>,
}

/// Drops rows without cells: a cell that covers one covers one row less.
fn drop_empty(rows: &mut Vec<Vec<Cell>>) {
    let mut before = Vec::with_capacity(rows.len() + 1);
    before.push(0);
    for row in rows.iter() {
        before.push(before[before.len() - 1] + usize::from(row.is_empty()));
    }
    let count = rows.len();
    for (place, row) in rows.iter_mut().enumerate() {
        for cell in row {
            let end = place.saturating_add(cell.rows.max(1)).min(count);
            cell.rows = cell.rows.saturating_sub(before[end] - before[place]);
        }
    }
    rows.retain(|row| !row.is_empty());
}

/// What is remarked on a stretch of words. One remark may have spans in several blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    /// What it is.
    pub(crate) what: What,
    /// Words of the comment, or words that are no longer there.
    pub(crate) text: String,
    /// Who made it.
    pub(crate) author: Option<String>,
    /// When, as the file says it.
    pub(crate) date: Option<String>,
}

/// What a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A comment.
    Comment,
    /// A tracked change.
    Change(ChangeKind),
    /// A colour behind words, as red, green and blue.
    Highlight([u8; 3]),
}

/// A stretch of the words of a block, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// First byte.
    pub(crate) start: usize,
    /// Byte behind the last one.
    pub(crate) end: usize,
    /// What is remarked.
    pub(crate) remark: Rc<Remark>,
}

/// Words with the remarks on them.
pub(crate) type Remarked = (String, Vec<Span>);

/// Whether a block is a note that words refer to.
pub(crate) fn is_note(block: &Block) -> bool {
    matches!(block, Block::Words(Words { stated: Some((Kind::Note, _)), .. }))
}

/// The words of blocks as lines of one text: of a cell, a note, a comment.
pub(crate) fn flat(blocks: &[Block]) -> Remarked {
    let mut words = Tidy::default();
    for block in blocks {
        words.push("\n");
        match block {
            Block::Words(one) => words.append(&one.text, &one.spans),
            Block::Table { rows, .. } => {
                for row in rows {
                    words.push("\n");
                    for cell in row {
                        words.append(&cell.text, &cell.spans);
                        words.push(" ");
                    }
                }
            }
        }
    }
    words.finish()
}

/// Repairs the words of all blocks, before anything is concluded from them.
pub(crate) fn put_right(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Words(words) => words.repairs = repaired(&mut words.text, &mut words.spans),
            Block::Table { rows, .. } => {
                for cell in rows.iter_mut().flatten() {
                    cell.repairs = repaired(&mut cell.text, &mut cell.spans);
                }
            }
        }
    }
}

fn repaired(text: &mut String, spans: &mut [Span]) -> Vec<Repair> {
    let fixed = repair::repair(text);
    if fixed.changes.is_empty() {
        return Vec::new();
    }
    for span in spans.iter_mut() {
        (span.start, span.end) = (fixed.moved(span.start), fixed.moved(span.end));
    }
    let (new, changes) = (fixed.text.into_owned(), fixed.changes);
    let old = std::mem::replace(text, new);
    // What was read in the wrong charset has its spaces and soft hyphens only now.
    let garbled = |change: &Repair| change.kind == repair::Kind::Mojibake;
    if let Some(kind) = changes.iter().find(|change| garbled(change)).map(|change| change.kind) {
        let tidied = tidy(text);
        if tidied != *text {
            let (end, last) = (tidied.len(), tidied.chars().count());
            *text = tidied;
            // Where each word went is not known any more: a remark is on all of them.
            for span in spans {
                (span.start, span.end) = (0, end);
            }
            return vec![Repair { start: 0, end, first: 0, last, original: old, kind }];
        }
    }
    changes
}

/// Puts spaces in order: one plain space for any run of them, none at the ends of lines, no soft
/// hyphens or marks without width, й and ё as one letter each, the letters of a ligature apart. Line feeds stay.
pub(crate) fn tidy(text: &str) -> String {
    // Of words that were read in the wrong charset, any space and mark may be half a letter.
    let garbled = repair::is_garbled(text);
    let mut tidy = Tidy { text: String::with_capacity(text.len()), garbled, ..Tidy::default() };
    tidy.push(text);
    tidy.finish().0
}

/// [`tidy`], with the places in the text that remarks are on.
pub(crate) fn tidy_remarked(text: &str, mut spans: Vec<Span>) -> Remarked {
    if spans.is_empty() {
        return (tidy(text), spans);
    }
    let mut places: Vec<usize> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    places.sort_unstable();
    places.dedup();
    let garbled = repair::is_garbled(text);
    let mut tidy = Tidy { garbled, ..Tidy::default() };
    let (mut from, mut moved) = (0, Vec::with_capacity(places.len()));
    for place in &places {
        tidy.push(&text[from..*place]);
        moved.push(tidy.len());
        from = *place;
    }
    tidy.push(&text[from..]);
    let to = |place: usize| places.binary_search(&place).map_or(0, |at| moved[at]);
    for span in &mut spans {
        (span.start, span.end) = (to(span.start), to(span.end));
    }
    tidy.spans = spans;
    tidy.finish()
}

/// Words whose spaces are put in order while they are written, so that places in them hold.
#[derive(Debug, Default)]
pub(crate) struct Tidy {
    text: String,
    spans: Vec<Span>,
    /// Whether spaces and marks may be halves of letters.
    garbled: bool,
}

impl Tidy {
    /// Adds words.
    pub(crate) fn push(&mut self, text: &str) {
        for letter in text.chars() {
            self.letter(letter);
        }
    }

    fn letter(&mut self, letter: char) {
        let garbled = self.garbled;
        let tidy = &mut self.text;
        match letter {
            '\n' => {
                tidy.truncate(tidy.trim_end_matches(' ').len());
                if !tidy.is_empty() && !tidy.ends_with('\n') {
                    tidy.push('\n');
                }
            }
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' if !garbled => {}
            '\u{306}' if tidy.ends_with(['и', 'И']) => {
                let whole = if tidy.ends_with('и') { 'й' } else { 'Й' };
                tidy.pop();
                tidy.push(whole);
            }
            '\u{308}' if tidy.ends_with(['е', 'Е']) => {
                let whole = if tidy.ends_with('е') { 'ё' } else { 'Ё' };
                tidy.pop();
                tidy.push(whole);
            }
            '\u{fb00}'..='\u{fb06}' => tidy.push_str(ligature(letter).unwrap_or_default()),
            _ if is_space(letter, garbled) => {
                if !tidy.is_empty() && !tidy.ends_with([' ', '\n']) {
                    tidy.push(' ');
                }
            }
            _ => tidy.push(letter),
        }
    }

    /// Bytes so far: where the next words begin.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there are no words yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Remarks on what was written since a place.
    pub(crate) fn remark(&mut self, start: usize, remark: Rc<Remark>) {
        self.spans.push(Span { start, end: self.text.len(), remark });
    }

    /// Adds the words of another one with their remarks.
    pub(crate) fn append(&mut self, text: &str, spans: &[Span]) {
        // The other one begins with no space, so that all of its bytes stay as they are.
        let base = self.text.len();
        self.push(text);
        self.spans.extend(spans.iter().map(|span| Span {
            start: span.start + base,
            end: span.end + base,
            remark: span.remark.clone(),
        }));
    }

    /// The words without spaces at the end, and the spans in them.
    pub(crate) fn finish(mut self) -> (String, Vec<Span>) {
        let end = self.text.trim_end_matches(|letter| is_space(letter, self.garbled)).len();
        self.text.truncate(end);
        let end = self.text.len();
        for span in &mut self.spans {
            span.start = span.start.min(end);
            span.end = span.end.min(end);
        }
        (self.text, self.spans)
    }
}

/// The letters of a ligature that a font prints and nobody types.
pub(crate) fn ligature(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

fn is_space(letter: char, garbled: bool) -> bool {
    match garbled {
        true => letter.is_ascii_whitespace() || letter.is_ascii_control(),
        false => letter.is_whitespace() || letter.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_stay_on_their_words_when_letters_are_put_right() {
        let remark =
            Remark {
                what: What::Comment, text: "дұрыс па?".into(), author: None, date: None
            };
        let text = "халықтың көшi-қоны туралы";
        let start = text.find("туралы").expect("a word");
        let span = Span { start, end: text.len(), remark: Rc::new(remark) };
        let mut blocks = [Block::Words(Words { spans: vec![span], ..Words::plain(text) })];
        put_right(&mut blocks);
        let [Block::Words(words)] = &blocks else { panic!("words") };
        assert_eq!(words.repairs.len(), 1);
        assert_eq!(&words.text[words.spans[0].start..words.spans[0].end], "туралы");
    }

    #[test]
    fn spaces_and_marks_are_put_in_order() {
        assert_eq!(tidy("  a\u{a0}\t b \n\n c\u{ad}d\r\n"), "a b\ncd");
        assert_eq!(tidy("o\u{fb00}icial \u{fb01}nance"), "official finance");
        assert_eq!(tidy("край и\u{306} е\u{308}ж"), "край й ёж");
    }
}
