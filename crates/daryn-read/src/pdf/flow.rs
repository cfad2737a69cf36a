//! Paragraphs, titles and notes out of lines.

use super::hyphens::{Hyphens, is_hyphen};
use super::layout::{Leaf, Piece};
use super::line::{Line, usual};
use super::over;
use super::ruled::Grid;
use crate::block::{Block, Words, tidy};
use crate::document::Kind;
use crate::marks;

/// A page in reading order.
pub(crate) struct Page {
    /// Its number, from 1.
    pub(crate) number: u32,
    /// Its height.
    pub(crate) height: f64,
    /// What is read one after another.
    pub(crate) content: Content,
}

/// What a page holds.
pub(crate) enum Content {
    /// What was read of the file itself.
    Leaves(Vec<Leaf>),
    /// Blocks from elsewhere.
    Blocks(Vec<Block>),
}

/// Blocks of pages.
pub(crate) fn blocks(pages: Vec<Page>, hyphens: &Hyphens) -> Vec<Block> {
    let lines = || {
        pages
            .iter()
            .flat_map(|page| match &page.content {
                Content::Leaves(leaves) => leaves.as_slice(),
                Content::Blocks(_) => &[],
            })
            .flat_map(|leaf| &leaf.pieces)
            .filter_map(|piece| match piece {
                Piece::Line(line) => Some(line),
                Piece::Table(_) => None,
            })
    };
    let body = usual(lines().map(|line| (line.size, line.text.len()))).max(1.0);
    let all: usize = lines().map(|line| line.text.len()).sum();
    let bold: usize = lines().filter(|line| line.bold).map(|line| line.text.len()).sum();
    let mut sizes: Vec<i64> =
        lines().filter(|line| line.size > 1.1 * body).map(|line| halves(line.size)).collect();
    sizes.sort_unstable();
    sizes.dedup();
    sizes.reverse();
    let mut flow = Flow {
        hyphens,
        body,
        bold_tells: bold * 2 < all,
        sizes,
        blocks: Vec::new(),
        notes: Vec::new(),
        open: None,
        table: None,
        page: 0,
        height: 0.0,
    };
    for page in pages {
        flow.page = page.number;
        flow.height = page.height;
        let mut notes = Vec::new();
        match page.content {
            Content::Leaves(leaves) => {
                for leaf in leaves {
                    flow.leaf(leaf, &mut notes);
                }
            }
            Content::Blocks(blocks) => {
                flow.close();
                flow.table = None;
                flow.blocks.extend(blocks);
            }
        }
        flow.notes.extend(notes);
    }
    flow.close();
    flow.blocks
}

fn halves(size: f64) -> i64 {
    (size * 2.0).round() as i64
}

/// A paragraph whose end has not been seen.
struct Open {
    text: String,
    last: Line,
    bold: bool,
    page: u32,
    /// Whether its last line is the last of its column.
    ended: bool,
    /// Whether its last line reaches the right edge.
    full: bool,
    /// Whether it has one line so far.
    single: bool,
}

struct Flow<'a> {
    hyphens: &'a Hyphens,
    /// Size of most letters.
    body: f64,
    /// Whether bold letters are rare enough to mean something.
    bold_tells: bool,
    /// Sizes of titles, in halves of a point, the largest first.
    sizes: Vec<i64>,
    blocks: Vec<Block>,
    /// Notes of pages that wait for the paragraph above them to end.
    notes: Vec<Block>,
    open: Option<Open>,
    /// Page and columns of the table behind which nothing stands yet.
    table: Option<(u32, Vec<f64>)>,
    page: u32,
    height: f64,
}

/// What is measured of a column.
struct Measure {
    left: f64,
    right: f64,
    pitch: f64,
}

impl Measure {
    fn of(leaf: &Leaf) -> Measure {
        let lines: Vec<&Line> = leaf
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Line(line) => Some(line),
                Piece::Table(_) => None,
            })
            .collect();
        let mut steps: Vec<f64> = lines
            .windows(2)
            .map(|pair| (pair[1].base - pair[0].base) / pair[1].size.max(1.0))
            .filter(|step| (0.8..3.0).contains(step))
            .collect();
        steps.sort_by(f64::total_cmp);
        let pitch = steps.get(steps.len() / 3).copied().unwrap_or(1.4);
        let (mut left, mut right) = (leaf.left, leaf.right);
        if lines.len() >= 5 {
            left = lines.iter().map(|line| line.area.left).fold(f64::MAX, f64::min);
            right = lines.iter().map(|line| line.area.right).fold(f64::MIN, f64::max);
        }
        Measure { left, right, pitch }
    }

    /// Whether a word of this width would not have found place behind a line.
    fn is_full(&self, line: &Line, word: f64) -> bool {
        line.area.right + 0.25 * line.size + word > self.right - 0.6 * line.size
    }

    fn is_centred(&self, line: &Line) -> bool {
        let (before, behind) = (line.area.left - self.left, self.right - line.area.right);
        before > 1.5 * line.size && (before - behind).abs() < 0.1 * (before + behind) + line.size
    }

    /// Whether a line stands in the right part, as «Утвержден постановлением …» does.
    fn is_aside(&self, line: &Line) -> bool {
        line.area.left > self.left + 0.35 * (self.right - self.left)
    }
}

impl Flow<'_> {
    fn leaf(&mut self, mut leaf: Leaf, notes: &mut Vec<Block>) {
        let feet = self.feet(&mut leaf);
        let measure = Measure::of(&leaf);
        let mut is_first = true;
        for piece in leaf.pieces {
            match piece {
                Piece::Line(line) => {
                    let goes_on = match &self.open {
                        Some(open) if is_first => self.goes_over(open, &line, &measure),
                        Some(open) => !self.breaks(open, &line, &measure),
                        None => false,
                    };
                    self.line(line, goes_on, &measure);
                }
                Piece::Table(grid) => self.table(grid),
            }
            is_first = false;
        }
        if let Some(open) = &mut self.open {
            open.ended = true;
        }
        self.note_lines(feet, notes);
    }

    fn table(&mut self, grid: Grid) {
        self.close();
        let place = (self.page, grid.edges);
        let before = self.table.take();
        let before = before.filter(|before| over::is_same(before, &place));
        match self.blocks.last_mut().filter(|_| before.is_some()) {
            Some(Block::Table { rows, .. }) => over::append(rows, grid.rows, self.hyphens),
            _ => self.blocks.push(Block::Table { rows: grid.rows, page: Some(self.page) }),
        }
        self.table = Some(place);
    }

    fn line(&mut self, line: Line, goes_on: bool, measure: &Measure) {
        self.table = None;
        let full = measure.is_full(&line, 2.5 * line.size);
        if let Some(open) = self.open.as_mut().filter(|_| goes_on) {
            self.hyphens.append(&mut open.text, &line.text);
            open.bold &= line.bold;
            (open.full, open.ended, open.last) = (full, false, line);
            open.single = false;
            return;
        }
        self.close();
        let (text, bold, page) = (line.text.clone(), line.bold, self.page);
        self.open = Some(Open { text, last: line, bold, page, ended: false, full, single: true });
    }

    /// Whether a paragraph goes on in the next column or on the next page.
    fn goes_over(&self, open: &Open, line: &Line, measure: &Measure) -> bool {
        let same = (open.last.size / line.size - 1.0).abs() < 0.08 && open.bold == line.bold;
        let last = open.text.chars().next_back();
        let first = line.text.chars().find(|letter| letter.is_alphanumeric());
        let is_lower = first.is_some_and(char::is_lowercase)
            && line
                .text
                .starts_with(|letter: char| letter.is_alphanumeric() || "«(\"„".contains(letter));
        let is_done = last.is_some_and(|letter| ".!?:;…".contains(letter));
        let is_set_in = line.area.left > measure.left + 0.8 * line.size;
        let begins = marks::mark(&line.text, false).is_some() && is_done;
        if !same || !open.ended || begins || follows(&open.text, &line.text) {
            return false;
        }
        last.is_some_and(is_hyphen) || is_lower && !is_done || open.full && !is_done && !is_set_in
    }

    /// Whether a line begins a paragraph.
    fn breaks(&self, open: &Open, line: &Line, measure: &Measure) -> bool {
        let before = &open.last;
        if (before.size / line.size - 1.0).abs() > 0.08 {
            return true;
        }
        let step = (line.base - before.base) / line.size;
        if !(0.5..=1.35 * measure.pitch).contains(&step) {
            return true;
        }
        if marks::has_leader(&before.text) || marks::has_leader(&line.text) {
            return true;
        }
        if follows(&open.text, &line.text) {
            return true;
        }
        let starts = |signs: &str| line.text.starts_with(|letter| signs.contains(letter));
        let last = open.text.chars().next_back();
        let is_full = measure.is_full(before, line.first);
        let is_lower = line.text.starts_with(char::is_lowercase);
        if starts("•▪◦‣") || starts("–—-") && line.text.chars().nth(1) == Some(' ') && !is_full
        {
            return true;
        }
        if marks::mark(&line.text, false).is_some()
            && (!is_full || last.is_some_and(|letter| ".;:!?»,".contains(letter)))
        {
            return true;
        }
        if is_full && is_lower {
            return false;
        }
        if before.bold != line.bold && self.bold_tells {
            return true;
        }
        let both = |test: &dyn Fn(&Line) -> bool| test(before) && test(line);
        if both(&|line| measure.is_centred(line)) || both(&|line| measure.is_aside(line)) {
            return false;
        }
        let is_set_in = line.area.left > measure.left + 0.8 * line.size
            && line.area.left > before.area.left + 0.8 * line.size;
        // Lines of an item are set in against its first one, not against each other.
        let is_hanging = open.single
            && (marks::mark(&open.text, false).is_some()
                || open.text.starts_with(['•', '▪', '–', '—', '◦', '-']));
        !is_full || is_set_in && !is_hanging
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let text = tidy(&open.text);
            let mut words = Words { bold: open.bold, page: Some(open.page), ..Words::plain(text) };
            // An office and a name at the two edges sign the text.
            if open.last.widest < 4.0 * open.last.size {
                words.heading = self.heading(&words, open.last.size);
            }
            self.blocks.push(Block::Words(words));
        }
        self.blocks.append(&mut self.notes);
    }

    fn heading(&self, words: &Words, size: f64) -> u8 {
        let text = words.text.as_str();
        let long = text.chars().count() > 250;
        if long || marks::personal_name(text) || marks::signature(text) || marks::has_leader(text) {
            return 0;
        }
        let rank = |place: usize| u8::try_from(place + 1).unwrap_or(9).min(9);
        if size > 1.1 * self.body {
            let place = self.sizes.iter().position(|other| *other <= halves(size));
            return rank(place.unwrap_or(0));
        }
        let is_sentence = text.ends_with(['.', ';', ',', ':']);
        let is_title = words.bold && self.bold_tells && !is_sentence && size > 0.95 * self.body;
        if is_title { rank(self.sizes.len()) } else { 0 }
    }

    /// Takes the footnotes off the end of a column: small lines of which the first has a mark.
    fn feet(&self, leaf: &mut Leaf) -> Vec<Line> {
        let is_small = |piece: &Piece| {
            matches!(piece, Piece::Line(line) if line.size < 0.95 * self.body
                && line.area.top > 0.3 * self.height)
        };
        let small = leaf.pieces.iter().rev().take_while(|piece| is_small(piece)).count();
        let start = leaf.pieces.len() - small;
        let first = leaf.pieces[start..]
            .iter()
            .position(|piece| matches!(piece, Piece::Line(line) if is_note(&line.text)));
        let large = || self.large_feet(leaf);
        let Some(first) = first.map(|first| start + first).or_else(large) else {
            return Vec::new();
        };
        leaf.pieces
            .drain(first..)
            .filter_map(|piece| match piece {
                Piece::Line(line) => Some(line),
                Piece::Table(_) => None,
            })
            .collect()
    }

    /// Where footnotes begin that are as large as the text: the first one begins with a number that a
    /// line above has raised in it.
    fn large_feet(&self, leaf: &Leaf) -> Option<usize> {
        let mark = |line: &Line| {
            let mut letters = line.text.chars();
            let (first, next) = (letters.next()?, letters.next()?);
            let raised = first.to_digit(10).filter(|_| next.is_uppercase());
            let raised = raised.and_then(|digit| RAISED.chars().nth(digit as usize));
            raised.or_else(|| RAISED.chars().find(|letter| *letter == first))
        };
        let refers = |piece: &Piece, mark: char| match piece {
            Piece::Line(line) => line.text.chars().skip(1).any(|letter| letter == mark),
            Piece::Table(_) => false,
        };
        let tail = leaf.pieces.iter().rev().take(NOTE_LINES);
        let tail = tail.take_while(|piece| matches!(piece, Piece::Line(_)));
        let begins = |place: &usize| match &leaf.pieces[*place] {
            Piece::Line(line) if line.area.top > 0.3 * self.height => {
                let above = &leaf.pieces[..*place];
                mark(line).is_some_and(|mark| above.iter().any(|piece| refers(piece, mark)))
            }
            _ => false,
        };
        (leaf.pieces.len() - tail.count()..leaf.pieces.len()).find(begins)
    }

    fn note_lines(&self, lines: Vec<Line>, notes: &mut Vec<Block>) {
        let mut texts: Vec<String> = Vec::new();
        for line in lines {
            match texts.last_mut() {
                Some(text) if !is_note(&line.text) => self.hyphens.append(text, &line.text),
                _ => texts.push(line.text),
            }
        }
        notes.extend(texts.into_iter().map(|text| {
            let stated = Some((Kind::Note, None));
            let page = Some(self.page);
            Block::Words(Words { stated, page, ..Words::plain(tidy(&text)) })
        }));
    }
}

/// Whether a line begins what a title stands over: an article under a chapter, or the first point
/// of an article. A full last line of the title tells nothing of it.
fn follows(title: &str, line: &str) -> bool {
    let Some(over) = marks::mark(title, false) else { return false };
    marks::mark(line, false).is_some_and(|under| match over.kind {
        Kind::Part | Kind::Chapter => under.kind == Kind::Article,
        Kind::Article => matches!(under.label.as_str(), "1" | "1)"),
        _ => false,
    })
}

/// Most lines of footnotes that are as large as the text.
const NOTE_LINES: usize = 60;
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Whether a small line begins a footnote.
fn is_note(text: &str) -> bool {
    let is_mark = |letter: &char| RAISED.contains(*letter) || "*0123456789".contains(*letter);
    let marks = text.chars().take_while(is_mark).count();
    let behind = text.chars().nth(marks);
    let raised = text.starts_with(|letter: char| !letter.is_ascii_digit());
    (1..=3).contains(&marks)
        && behind.is_some_and(|letter| {
            letter == ' '
                || letter == ')'
                || letter.is_uppercase()
                || raised && letter.is_alphabetic()
        })
}
