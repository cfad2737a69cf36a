//! From blocks to the tree of passages.
//!
//! An act numbers its own parts, so the numbers, not the looks, make the tree. A title that the
//! format calls one makes a section where the act has no chapters.

use std::collections::HashMap;
use std::rc::Rc;

use daryn_text::repair::Repair;

use crate::amendments;
use crate::block::{Block, Cell, Remark, Span, What, Words};
use crate::contents;
use crate::document::{Change, Comment, Document, Highlight, Kind, Merged, Passage, Table};
use crate::marks::{self, Note};

/// Ranks of what may be open around a place; a passage closes everything of its rank or below.
const ANNEX: u32 = 1;
const PART: u32 = 10;
const CHAPTER: u32 = 20;
const ARTICLE: u32 = 30;
const POINT: u32 = 40;
const SUB_POINT: u32 = 60;

/// Makes a document of blocks.
pub(crate) fn build(blocks: &mut [Block]) -> Document {
    let contents = contents::find(blocks);
    let quoted = amendments::find(blocks);
    let mut tree = Tree::default();
    let mut note_goes_on = false;
    for (place, block) in blocks.iter_mut().enumerate() {
        if let Block::Words(words) = block {
            // Taken, not copied: a text may have very many.
            tree.repairs = std::mem::take(&mut words.repairs);
            tree.page = words.page;
        }
        match block {
            Block::Table { rows, page } => {
                tree.page = *page;
                tree.table(rows);
                note_goes_on = false;
            }
            Block::Words(words) if words.text.is_empty() && words.stated.is_none() => {
                tree.remarks(0, &words.spans);
            }
            Block::Words(words) if contents[place] => {
                tree.contents(words);
                tree.remarks(words.text.len(), &words.spans);
            }
            Block::Words(words) if quoted[place] => {
                tree.end_contents();
                tree.leaf(Kind::Paragraph, None, &words.text);
                tree.remarks(words.text.len(), &words.spans);
                note_goes_on = false;
            }
            Block::Words(words) => {
                tree.end_contents();
                note_goes_on = if words.level.is_some() {
                    tree.stated(words);
                    false
                } else {
                    tree.words(words, note_goes_on)
                };
                tree.remarks(words.text.len(), &words.spans);
            }
        }
    }
    tree.finish()
}

struct Open {
    place: usize,
    rank: u32,
    /// Rank of its heading in the format; 0 if it has none.
    heading: u8,
    indent: usize,
}

#[derive(Default)]
struct Tree {
    document: Document,
    characters: usize,
    open: Vec<Open>,
    in_contents: bool,
    signing: bool,
    /// Repairs of the words that come next.
    repairs: Vec<Repair>,
    /// Stretches that remarks are about, in bytes and code points of the text.
    remarked: Vec<(Rc<Remark>, [usize; 4])>,
    /// Cells that spans and short rows have made.
    made: usize,
    /// The place of a remark among them, by its address.
    places: HashMap<*const Remark, usize>,
    /// Page of the block that is taken.
    page: Option<u32>,
}

impl Tree {
    /// Takes a block; gives whether the next one goes on with the note that this one begins.
    fn words(&mut self, words: &Words, note_goes_on: bool) -> bool {
        let text = words.text.as_str();
        let signing = std::mem::take(&mut self.signing);
        if let Some(note) = marks::note(text) {
            self.note(words);
            return note == Note::Head;
        }
        if note_goes_on && !marks::mark(text, true).is_some_and(|mark| self.is_new(&mark)) {
            self.leaf(Kind::Note, None, text);
            return false;
        }
        if let Some((kind, label)) = &words.stated {
            self.leaf(*kind, label.clone(), text);
            return false;
        }
        let listed = words.listed.clone().filter(|_| words.heading == 0);
        let lists = listed.as_ref().map_or(0, |(_, lists)| *lists);
        let mark = listed.map(|(mark, _)| mark).or_else(|| marks::mark(text, words.heading > 0));
        let annex = if mark.is_some() { None } else { marks::annex(text) };
        if let Some(label) = annex.filter(|_| words.heading == 0 || text.len() < 60) {
            self.enter(Kind::Annex, label, ANNEX, words);
            self.leaf(Kind::Heading, None, text);
            return false;
        }
        if let Some(mark) = mark {
            let (kind, rank) = match mark.kind {
                Kind::Part => (Kind::Part, PART + u32::from(mark.deeper)),
                Kind::Chapter => (Kind::Chapter, CHAPTER + u32::from(mark.deeper)),
                Kind::Article => (Kind::Article, ARTICLE),
                Kind::Point if words.heading > 0 => {
                    (Kind::Chapter, CHAPTER + 1 + depth(&mark.label))
                }
                Kind::Point => (Kind::Point, POINT + depth(&mark.label)),
                kind => (kind, SUB_POINT + u32::from(mark.deeper) + lists),
            };
            self.enter(kind, Some(mark.label), rank, words);
            let is_title = rank < POINT;
            let leaf = match is_title {
                _ if marks::is_excluded(text) => Kind::Note,
                true => Kind::Heading,
                false => Kind::Paragraph,
            };
            self.leaf(leaf, None, text);
            return false;
        }
        if words.heading > 0 {
            self.close(ARTICLE);
            while let Some(top) = self.open.last()
                && top.rank > ANNEX
                && top.heading >= words.heading
            {
                self.open.pop();
            }
            self.leaf(Kind::Heading, None, text);
            return false;
        }
        let signs = marks::signature(text) || signing && marks::personal_name(text);
        if signs || (words.bold && marks::personal_name(text)) {
            self.close(ANNEX + 1);
            self.signing = true;
        } else {
            self.close_before_paragraph(words);
        }
        self.leaf(Kind::Paragraph, None, text);
        false
    }

    /// Whether a number opens a passage rather than going on with a note about one: a note says
    /// «Глава 10 вводится в действие», the chapter itself says its name.
    fn is_new(&self, mark: &marks::Mark) -> bool {
        matches!(mark.kind, Kind::Point | Kind::SubPoint | Kind::Article)
    }

    /// A paragraph without a number goes on with the point before it, but not with a sub-point:
    /// unless it begins in lower case, it is the next part of the point or the article. Where
    /// spaces before a line mean something, they tell whether the point goes on.
    fn close_before_paragraph(&mut self, words: &Words) {
        let lower = words.text.chars().find(|letter| letter.is_alphanumeric());
        if lower.is_some_and(char::is_lowercase) && words.indent != Some(0) {
            return;
        }
        self.close(SUB_POINT);
        if let Some(indent) = words.indent {
            while let Some(top) = self.open.last()
                && top.rank >= POINT
                && indent <= top.indent
            {
                self.open.pop();
            }
        }
    }

    fn note(&mut self, words: &Words) {
        let text = words.text.as_str();
        // Some registers leave nothing of an article but the note that it was taken out.
        if let Some(label) = marks::excluded_article(text) {
            let around = self.open.iter().find(|open| open.rank == ARTICLE);
            let same = around.is_some_and(|open| {
                self.document.passages[open.place].label.as_ref() == Some(&label)
            });
            if !same {
                self.enter(Kind::Article, Some(label), ARTICLE, words);
            }
        }
        self.close(POINT);
        self.leaf(Kind::Note, None, text);
    }

    /// A block whose format states how deep it stands.
    fn stated(&mut self, words: &Words) {
        let level = words.level.unwrap_or(0);
        let (kind, label) = words.stated.clone().unwrap_or((Kind::Paragraph, None));
        if words.text.is_empty() {
            self.enter(kind, label, level, words);
            return;
        }
        self.close(level);
        let is_note = marks::note(&words.text).is_some()
            || kind == Kind::Paragraph && self.in_point() && marks::is_excluded(&words.text);
        self.leaf(if is_note { Kind::Note } else { kind }, label, &words.text);
    }

    fn in_point(&self) -> bool {
        self.open.last().is_some_and(|open| {
            matches!(self.document.passages[open.place].kind, Kind::Point | Kind::SubPoint)
        })
    }

    fn contents(&mut self, words: &Words) {
        if !self.in_contents {
            self.enter(Kind::Toc, None, ANNEX + 1, words);
            self.in_contents = true;
        }
        for line in words.text.lines() {
            self.leaf(Kind::Toc, None, line);
        }
    }

    fn end_contents(&mut self) {
        if std::mem::take(&mut self.in_contents) {
            self.close(ANNEX + 1);
        }
    }

    fn table(&mut self, rows: &[Vec<Cell>]) {
        self.end_contents();
        if rows.iter().all(Vec::is_empty) {
            return;
        }
        let passage = self.document.passages.len();
        self.push(Kind::Table, None, u32::MAX - 1, 0, 0);
        for row in rows.iter().filter(|row| !row.is_empty()) {
            self.push(Kind::Row, None, u32::MAX, 0, 0);
            for (place, cell) in row.iter().enumerate() {
                let separator = if place == 0 { "\n" } else { "\t" };
                self.repairs.clone_from(&cell.repairs);
                self.leaf_after(separator, Kind::Cell, None, &cell.text);
                self.remarks(cell.text.len(), &cell.spans);
            }
            self.open.pop();
        }
        self.open.pop();
        let (rows, merged) = grid(rows, &mut self.made);
        self.document.tables.push(Table { passage, page: self.page, rows, merged });
    }

    fn close(&mut self, rank: u32) {
        while self.open.last().is_some_and(|open| open.rank >= rank) {
            self.open.pop();
        }
    }

    fn enter(&mut self, kind: Kind, label: Option<String>, rank: u32, words: &Words) {
        self.close(rank);
        self.push(kind, label, rank, words.heading, words.indent.unwrap_or(0));
    }

    fn push(&mut self, kind: Kind, label: Option<String>, rank: u32, heading: u8, indent: usize) {
        let place = self.document.passages.len();
        let parent = self.open.last().map(|open| open.place);
        let (start, first) = (usize::MAX, 0);
        let page = None;
        let passage = Passage { parent, kind, label, start, end: 0, first, last: 0, page };
        self.document.passages.push(passage);
        self.open.push(Open { place, rank, heading, indent });
    }

    fn leaf(&mut self, kind: Kind, label: Option<String>, text: &str) {
        self.leaf_after("\n", kind, label, text);
    }

    fn leaf_after(&mut self, separator: &str, kind: Kind, label: Option<String>, text: &str) {
        let is_first =
            !self.document.passages.iter().rev().any(|passage| passage.start != usize::MAX);
        if !is_first {
            self.document.text.push_str(separator);
            self.characters += 1;
        }
        let (start, first) = (self.document.text.len(), self.characters);
        // Several leaves of one block stand in the text as they do in the block.
        self.document.repairs.extend(self.repairs.drain(..).map(|repair| Repair {
            start: start + repair.start,
            end: start + repair.end,
            first: first + repair.first,
            last: first + repair.last,
            ..repair
        }));
        self.document.text.push_str(text);
        self.characters += text.chars().count();
        let (end, last) = (self.document.text.len(), self.characters);
        for open in &self.open {
            let around = &mut self.document.passages[open.place];
            if around.start == usize::MAX {
                (around.start, around.first, around.page) = (start, first, self.page);
            }
            (around.end, around.last) = (end, last);
        }
        let parent = self.open.last().map(|open| open.place);
        let page = self.page;
        self.document.passages.push(Passage { parent, kind, label, start, end, first, last, page });
    }

    /// Keeps what is remarked on the words that were put in last, `length` bytes of them.
    fn remarks(&mut self, length: usize, spans: &[Span]) {
        if spans.is_empty() {
            return;
        }
        let base = self.document.text.len() - length;
        let words = &self.document.text[base..];
        // Code points before each place, counted once for all spans.
        let mut places: Vec<usize> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
        places.sort_unstable();
        places.dedup();
        let mut counts = Vec::with_capacity(places.len());
        let (mut at, mut count) = (0, self.characters - words.chars().count());
        for place in &places {
            count += words[at..*place].chars().count();
            at = *place;
            counts.push(count);
        }
        let points = |place: usize| places.binary_search(&place).map_or(count, |at| counts[at]);
        for span in spans {
            let (start, end) = (base + span.start, base + span.end);
            let (first, last) = (points(span.start), points(span.end));
            let place = *self.places.entry(Rc::as_ptr(&span.remark)).or_insert_with(|| {
                self.remarked.push((span.remark.clone(), [start, end, first, last]));
                self.remarked.len() - 1
            });
            let around = &mut self.remarked[place].1;
            (around[1], around[3]) = (around[1].max(end), around[3].max(last));
        }
    }

    /// Puts remarks in order of the text, changes and comments apart.
    fn finish_remarks(&mut self) {
        let mut remarked = std::mem::take(&mut self.remarked);
        remarked.sort_by_key(|(_, place)| (place[0], place[1]));
        for (remark, [start, end, first, last]) in remarked {
            let Remark { what, text, author, date } = Rc::unwrap_or_clone(remark);
            let document = &mut self.document;
            match what {
                What::Change(kind) => {
                    let inside = document.text[start..end].to_owned();
                    let text = if inside.is_empty() { text } else { inside };
                    let change = Change { kind, start, end, first, last, text, author, date };
                    document.changes.push(change);
                }
                What::Comment => {
                    let comment = Comment { start, end, first, last, text, author, date };
                    document.comments.push(comment);
                }
                What::Highlight([red, green, blue]) => {
                    let colour = format!("#{red:02x}{green:02x}{blue:02x}");
                    document.highlights.extend(Highlight::new(
                        &document.text,
                        [start, end, first, last],
                        colour,
                    ));
                }
            }
        }
    }

    /// Drops containers that stayed empty, and joins a point with its only paragraph.
    fn finish(mut self) -> Document {
        self.finish_remarks();
        let mut document = self.document;
        let count = document.passages.len();
        let mut children = vec![0_usize; count];
        for passage in &document.passages {
            if let Some(parent) = passage.parent {
                children[parent] += 1;
            }
        }
        let goes: Vec<bool> = document
            .passages
            .iter()
            .map(|passage| {
                let is_only = passage.parent.is_some_and(|parent| {
                    children[parent] == 1
                        && matches!(document.passages[parent].kind, Kind::Point | Kind::SubPoint)
                });
                passage.start == usize::MAX || passage.kind == Kind::Paragraph && is_only
            })
            .collect();
        let mut new_place = vec![0_usize; count];
        let mut kept = 0;
        for place in 0..count {
            new_place[place] = kept;
            kept += usize::from(!goes[place]);
        }
        let old = std::mem::take(&mut document.passages);
        for (passage, _) in old.into_iter().zip(&goes).filter(|(_, goes)| !**goes) {
            let parent = passage.parent.map(|parent| new_place[parent]);
            document.passages.push(Passage { parent, ..passage });
        }
        for table in &mut document.tables {
            table.passage = new_place[table.passage];
        }
        document
    }
}

/// How many numbers a label has below its first: 1 for `2.3`.
fn depth(label: &str) -> u32 {
    label.matches('.').count().min(9) as u32
}

/// Widest grid that spans may make.
const WIDEST: usize = 1000;
/// Most cells that grids may have more than their text: behind them spans make none.
const MOST: usize = 500_000;

/// What covers a column from above.
#[derive(Clone, Copy, Default)]
struct Cover {
    /// Behind the last row that is covered.
    end: usize,
    /// The merged cell that begins in this column, by its place among them.
    begins: Option<usize>,
}

/// Cells in their columns; what spans several is followed by empty ones. Beside them the cells that
/// cover several rows.
fn grid(rows: &[Vec<Cell>], made: &mut usize) -> (Vec<Vec<String>>, Vec<Merged>) {
    let mut grid: Vec<Vec<String>> = Vec::new();
    let mut merged: Vec<Merged> = Vec::new();
    let mut taken: Vec<Cover> = Vec::new();
    // A row without cells is not in the grid, but a cell may cover it.
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
        let here = grid.len();
        let mut line = Vec::new();
        // Goes over columns that are covered; behind the last cell also over gaps before them.
        let skip =
            |line: &mut Vec<String>, merged: &mut [Merged], taken: &[Cover], gaps, made: &mut _| {
                while let Some(cover) = taken.get(line.len()).filter(|it| gaps || it.end > place)
                    && *made < MOST
                {
                    if let Some(one) = cover.begins.filter(|_| cover.end > place) {
                        merged[one].rows = here + 1 - merged[one].row;
                    }
                    line.push(String::new());
                    *made += 1;
                }
            };
        for cell in row {
            skip(&mut line, &mut merged, &taken, false, made);
            let widest = if *made < MOST { WIDEST.saturating_sub(line.len()) } else { 1 };
            let columns = cell.columns.clamp(1, widest.max(1));
            *made += columns - 1;
            let end = place + cell.rows.clamp(1, rows.len());
            let begins = (end > place + 1).then_some(merged.len());
            if begins.is_some() {
                merged.push(Merged { row: here, column: line.len(), rows: 1, columns });
            }
            for column in 0..columns {
                if taken.len() <= line.len() {
                    taken.resize(line.len() + 1, Cover::default());
                }
                taken[line.len()] = Cover { end, begins: begins.filter(|_| column == 0) };
                line.push(if column == 0 { cell.text.clone() } else { String::new() });
            }
        }
        // What ended at the right is taken away, so that a gap always has something covered behind it.
        while taken.last().is_some_and(|cover| cover.end <= place) {
            taken.pop();
        }
        skip(&mut line, &mut merged, &taken, true, made);
        grid.push(line);
    }
    merged.retain(|one| one.rows > 1);
    let width = grid.iter().map(Vec::len).max().unwrap_or(0);
    // A grid of many rows and one very wide one would be larger than the text many times over.
    let short: usize = grid.iter().map(|line| width - line.len()).sum();
    if *made + short <= MOST {
        *made += short;
        grid.iter_mut().for_each(|line| line.resize(width, String::new()));
    }
    (grid, merged)
}
