//! From elements to blocks.

use std::collections::HashSet;
use std::rc::Rc;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Node};

use super::{selector_of, shown};
use crate::block::{Block, Cell, Remark, Remarked, Span, What, Words, tidy_remarked};
use crate::document::{ChangeKind, Kind};
use crate::marks::Mark;
use crate::numerals::written;
use crate::raised::{self, Height};

/// Elements that end a line.
const BLOCKS: [&str; 36] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "blockquote",
    "pre",
    "dl",
    "dt",
    "dd",
    "hr",
    "table",
    "caption",
    "tr",
    "body",
    "center",
    "header",
    "footer",
    "aside",
    "form",
    "fieldset",
    "legend",
    "figure",
    "figcaption",
    "details",
    "summary",
    "address",
];

/// Most columns and rows that a cell covers in a browser.
const WIDEST: usize = 1000;
const TALLEST: usize = 65_534;

/// Whether an element ends a line.
pub(crate) fn ends_line(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether the words of an element were taken out of the text.
pub(super) fn is_deleted(name: &str) -> bool {
    matches!(name, "del" | "s" | "strike")
}

/// Puts the blocks of an element behind those that are there. Tables that lay out the page are no
/// tables.
pub(super) fn walk(element: ElementRef<'_>, layouts: &HashSet<NodeId>, blocks: &mut Vec<Block>) {
    let mut open = Open::default();
    let mut lists = Lists::default();
    // The table whose inside has been read.
    let mut read = None;
    for edge in shown(element) {
        let node = match edge {
            Edge::Open(node) | Edge::Close(node) => node,
        };
        if let Some(table) = read {
            read = read.filter(|_| !(matches!(edge, Edge::Close(_)) && table == node.id()));
            continue;
        }
        match (edge, node.value()) {
            (Edge::Open(_), Node::Text(text)) => open.line.push(text),
            (Edge::Open(_), Node::Element(inner)) => match inner.name() {
                "table" if !layouts.contains(&node.id()) => {
                    open.flush(blocks);
                    if let Some(table) = ElementRef::wrap(node) {
                        blocks.extend(caption(table));
                        blocks.extend(rows(table));
                    }
                    read = Some(node.id());
                }
                // They stand by themselves where a table lays out the page.
                "td" | "th" => open.flush(blocks),
                name if ends_line(name) => {
                    open.flush(blocks);
                    match name {
                        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                            open.heading = name.as_bytes()[1] - b'0';
                        }
                        _ => open.mark = lists.open(node, inner).or(open.mark.take()),
                    }
                }
                _ => open.line.open(inner),
            },
            (Edge::Close(_), Node::Element(inner)) => {
                let name = inner.name();
                if ends_line(name) || matches!(name, "td" | "th") {
                    open.flush(blocks);
                }
                match name {
                    "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" => {
                        (open.heading, open.mark) = (0, None);
                    }
                    "ol" | "ul" => lists.close(),
                    _ => open.line.close(name),
                }
            }
            _ => {}
        }
    }
    open.flush(blocks);
}

/// Words that are not yet a block.
#[derive(Default)]
struct Open {
    line: Line,
    /// Mark of the item of a list whose first words are to come.
    mark: Option<ItemMark>,
    heading: u8,
}

impl Open {
    /// Makes a block of the words; what is said of them holds for the next ones where there are
    /// none: an element may hold its words in another one, as a title in a `div`.
    fn flush(&mut self, blocks: &mut Vec<Block>) {
        let (mut text, mut spans) = self.line.finish();
        let (mut heading, mut listed) = (0, None);
        if !text.is_empty() {
            heading = std::mem::take(&mut self.heading);
            if let Some(mark) = self.mark.take() {
                text.insert_str(0, &mark.printed);
                for span in &mut spans {
                    span.start += mark.printed.len();
                    span.end += mark.printed.len();
                }
                listed = mark.listed;
            }
        }
        if !text.is_empty() || !spans.is_empty() {
            let words = Words { heading, listed, spans, ..Words::plain(text) };
            blocks.push(Block::Words(words));
        }
    }
}

/// What is printed before the words of an item, and what it numbers.
struct ItemMark {
    printed: String,
    listed: Option<(Mark, u32)>,
}

/// Lists around a place, the innermost last.
#[derive(Default)]
struct Lists {
    open: Vec<List>,
}

struct List {
    /// The number of the next item, and how far it is to the one behind that.
    next: i32,
    step: i32,
    /// How it is written; nothing where a list has no numbers.
    format: Option<&'static str>,
    /// Whether items are marked at all.
    is_marked: bool,
}

impl Lists {
    /// A list or an item begins; gives the mark of an item.
    fn open(&mut self, node: ego_tree::NodeRef<'_, Node>, element: &Element) -> Option<ItemMark> {
        let number = |name: &str| element.attr(name).and_then(|text| text.trim().parse().ok());
        match element.name() {
            "ul" => {
                let is_marked = !is_unmarked(element);
                self.open.push(List { next: 1, step: 1, format: None, is_marked });
                None
            }
            "ol" => {
                let reversed = element.attr("reversed").is_some();
                let is_item = |child: &ElementRef<'_>| child.value().name() == "li";
                let count =
                    || node.children().filter_map(ElementRef::wrap).filter(is_item).count() as i32;
                self.open.push(List {
                    next: number("start").unwrap_or_else(|| if reversed { count() } else { 1 }),
                    step: if reversed { -1 } else { 1 },
                    format: Some(format(element)),
                    is_marked: !is_unmarked(element),
                });
                None
            }
            "li" => {
                let depth = self.open.iter().filter(|list| list.format.is_some()).count();
                let depth = depth.saturating_sub(1).min(30) as u32;
                let plain = || ItemMark { printed: "• ".into(), listed: None };
                let Some(list) = self.open.last_mut() else { return Some(plain()) };
                let Some(format) = list.format else { return list.is_marked.then(plain) };
                let count = number("value").unwrap_or(list.next);
                list.next = count.saturating_add(list.step);
                if !list.is_marked {
                    return None;
                }
                let positive = u32::try_from(count).ok().filter(|count| *count > 0);
                let label =
                    positive.map_or_else(|| count.to_string(), |count| written(count, format));
                // A list in a point is one of its parts.
                let is_point = depth == 0 && !format.ends_with("Letter");
                let kind = if is_point { Kind::Point } else { Kind::SubPoint };
                let printed = format!("{label}. ");
                let mark = Mark { kind, label, deeper: false };
                Some(ItemMark { printed, listed: Some((mark, depth)) })
            }
            _ => None,
        }
    }

    fn close(&mut self) {
        self.open.pop();
    }
}

fn is_unmarked(list: &Element) -> bool {
    list.attr("style").is_some_and(|style| {
        style.split(';').any(|one| one.contains("list-style") && one.contains("none"))
    })
}

/// How the numbers of a list are written.
fn format(list: &Element) -> &'static str {
    let style = list.attr("style").unwrap_or_default();
    let styled = [
        ("lower-alpha", "lowerLetter"),
        ("lower-latin", "lowerLetter"),
        ("upper-alpha", "upperLetter"),
        ("upper-latin", "upperLetter"),
        ("lower-roman", "lowerRoman"),
        ("upper-roman", "upperRoman"),
    ];
    if let Some((_, format)) = styled.iter().find(|(name, _)| style.contains(name)) {
        return format;
    }
    match list.attr("type") {
        Some("a") => "lowerLetter",
        Some("A") => "upperLetter",
        Some("i") => "lowerRoman",
        Some("I") => "upperRoman",
        _ => "decimal",
    }
}

/// Words of a line as they come, with what was changed in them.
#[derive(Default)]
struct Line {
    text: String,
    spans: Vec<Span>,
    /// Heights of the elements around.
    heights: Vec<Height>,
    /// Elements around whose words were taken out, and what was taken out.
    deleted: usize,
    dropped: Option<Remark>,
    /// Elements around whose words were put in, where they begin in the line, and the remark.
    inserted: usize,
    since: usize,
    put_in: Option<Rc<Remark>>,
}

impl Line {
    /// Adds words of a page, in which a line feed is a space.
    fn push(&mut self, text: &str) {
        let height = self.heights.last().copied().unwrap_or_default();
        let text = raised::at(height, text);
        let letters = text.chars().map(|letter| if letter == '\n' { ' ' } else { letter });
        match &mut self.dropped {
            Some(dropped) => dropped.text.extend(letters),
            None => self.text.extend(letters),
        }
    }

    /// Ends the line on purpose.
    fn end_line(&mut self) {
        match &mut self.dropped {
            Some(dropped) => dropped.text.push('\n'),
            None => self.text.push('\n'),
        }
    }

    /// An element begins that says something of its words.
    fn open(&mut self, element: &Element) {
        let remark = |kind| {
            let date = element.attr("datetime").map(str::to_owned);
            Remark { what: What::Change(kind), text: String::new(), author: None, date }
        };
        match element.name() {
            "br" => self.end_line(),
            "sup" => self.heights.push(Height::Raised),
            "sub" => self.heights.push(Height::Lowered),
            // Of changes in each other the outer one says the same of the same words.
            "ins" => {
                self.inserted += 1;
                if self.inserted == 1 {
                    self.since = self.text.len();
                    self.put_in = Some(Rc::new(remark(ChangeKind::Inserted)));
                }
            }
            name if is_deleted(name) => {
                self.deleted += 1;
                if self.deleted == 1 {
                    self.dropped = Some(remark(ChangeKind::Deleted));
                }
            }
            _ => {}
        }
    }

    /// It ends.
    fn close(&mut self, name: &str) {
        match name {
            "sup" | "sub" => drop(self.heights.pop()),
            "ins" => {
                self.inserted = self.inserted.saturating_sub(1);
                if self.inserted == 0 {
                    self.end_insertion();
                    self.put_in = None;
                }
            }
            _ if is_deleted(name) => {
                self.deleted = self.deleted.saturating_sub(1);
                if self.deleted == 0
                    && let Some(dropped) = self.dropped.take()
                    && !dropped.text.trim().is_empty()
                {
                    let here = self.text.len();
                    self.spans.push(Span { start: here, end: here, remark: Rc::new(dropped) });
                }
            }
            _ => {}
        }
    }

    fn end_insertion(&mut self) {
        if let Some(remark) = &self.put_in
            && !self.text[self.since..].trim().is_empty()
        {
            let (start, end) = (self.since, self.text.len());
            self.spans.push(Span { start, end, remark: remark.clone() });
        }
        self.since = 0;
    }

    /// The words so far; changes that are open go on in the next ones.
    fn finish(&mut self) -> Remarked {
        self.end_insertion();
        tidy_remarked(&std::mem::take(&mut self.text), std::mem::take(&mut self.spans))
    }
}

/// The words of an element, a line for each of its blocks.
pub(super) fn words_of(element: ElementRef<'_>) -> Remarked {
    let mut line = Line::default();
    let mut lists = Lists::default();
    for edge in shown(element) {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(words) if opens => line.push(words),
            Node::Element(inner) if ends_line(inner.name()) => {
                line.end_line();
                let name = inner.name();
                match opens {
                    true => {
                        if let Some(mark) = lists.open(node, inner) {
                            line.push(&mark.printed);
                        }
                    }
                    false if matches!(name, "ol" | "ul") => lists.close(),
                    false => {}
                }
            }
            Node::Element(inner) if matches!(inner.name(), "td" | "th") && opens => line.push(" "),
            Node::Element(inner) if opens => line.open(inner),
            Node::Element(inner) => line.close(inner.name()),
            _ => {}
        }
    }
    line.finish()
}

/// What is written over a table, or under it.
fn caption(table: ElementRef<'_>) -> Option<Block> {
    let caption = table.child_elements().find(|child| child.value().name() == "caption")?;
    let (text, spans) = words_of(caption);
    let words = Words { spans, ..Words::plain(text) };
    (!words.text.is_empty()).then_some(Block::Words(words))
}

/// A table.
fn rows(table: ElementRef<'_>) -> Option<Block> {
    let own = |element: &ElementRef<'_>| {
        let mut around = element.ancestors().filter_map(ElementRef::wrap);
        around.find(|around| around.value().name() == "table").is_some_and(|found| found == table)
    };
    let lines: Vec<ElementRef<'_>> =
        table.select(&selector_of("tr")).filter(|row| own(row)).collect();
    // Rows of the group from each row on: cells do not go on behind the end of `thead` or `tbody`.
    let mut left = vec![1; lines.len()];
    for place in (1..lines.len()).rev() {
        let group = |row: ElementRef<'_>| row.parent().map(|around| around.id());
        if group(lines[place - 1]) == group(lines[place]) {
            left[place - 1] = left[place] + 1;
        }
    }
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (row, left) in lines.into_iter().zip(left) {
        let cells = row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th"));
        let read = |cell: ElementRef<'_>| {
            let (text, spans) = words_of(cell);
            let number = |name: &str| cell.attr(name).and_then(number);
            let columns = number("colspan").filter(|count| *count > 0).unwrap_or(1).min(WIDEST);
            let rows = match number("rowspan").unwrap_or(1) {
                0 => left,
                count => count.min(TALLEST).min(left),
            };
            Cell { text, spans, columns, rows, ..Cell::default() }
        };
        rows.push(cells.map(read).collect());
    }
    Block::table(rows)
}

/// The number that an attribute begins with, as a browser takes it: what stands behind the digits
/// does not count, and one too large for any machine is still a large one.
fn number(text: &str) -> Option<usize> {
    let text = text.trim_ascii_start();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text).bytes();
    let mut digits = digits.take_while(u8::is_ascii_digit).peekable();
    digits.peek()?;
    let number = digits.fold(0_usize, |number, digit| {
        number.saturating_mul(10).saturating_add(usize::from(digit - b'0'))
    });
    (number == 0 || !text.starts_with('-')).then_some(number)
}
