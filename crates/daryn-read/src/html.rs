//! HTML: pages of adilet.zan.kz as a browser saves them, and any other page by its content.

mod nesting;

use std::collections::HashMap;

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use crate::block::{Block, Cell, Words, tidy};
use nesting::is_too_deep;

/// Elements whose words are not the page's text.
const APART: [&str; 17] = [
    "script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "svg",
    "button", "select", "iframe", "head", "object", "textarea", "dialog",
];

/// Elements that end a line.
const BLOCKS: [&str; 24] = [
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
    "tr",
    "body",
    "center",
];

/// Blocks of a page, or nothing if it is nested too deep to be a text.
pub(crate) fn blocks(page: &str) -> Option<Vec<Block>> {
    if is_too_deep(page) {
        return None;
    }
    let html = Html::parse_document(page);
    let mut blocks = Vec::new();
    let act = "div.container_gamma.text article, div.container_gamma[class*='text_'] article";
    if let Some(text) = first(&html, act).or_else(|| first(&html, "div.container_gamma.text")) {
        for (selector, heading) in
            [("div.container_alpha.slogan h1", 1), ("div.container_alpha.slogan p", 0)]
        {
            let found = first(&html, selector).map(words_of).filter(|text| !text.is_empty());
            blocks.extend(found.map(|text| Block::Words(Words { heading, ..Words::plain(text) })));
        }
        walk(text, &mut blocks);
        return Some(blocks);
    }
    let content = first(&html, "article")
        .filter(|_| html.select(&selector("article")).count() == 1)
        .or_else(|| first(&html, "main, [role='main']"))
        .or_else(|| readable(&html))
        .or_else(|| first(&html, "body"));
    if let Some(content) = content {
        walk(content, &mut blocks);
    }
    Some(blocks)
}

/// The blocks of a table that stands in another format.
pub(crate) fn table(fragment: &str) -> Vec<Block> {
    if is_too_deep(fragment) {
        return Vec::new();
    }
    let html = Html::parse_fragment(fragment);
    let mut blocks = Vec::new();
    walk(html.root_element(), &mut blocks);
    blocks
}

fn selector(text: &str) -> Selector {
    // Selectors are constants of this file, and tests use each.
    Selector::parse(text).expect("a selector")
}

fn first<'a>(html: &'a Html, text: &str) -> Option<ElementRef<'a>> {
    html.select(&selector(text)).next()
}

/// The element that has most of the page's paragraphs directly below it.
fn readable(html: &Html) -> Option<ElementRef<'_>> {
    let mut sums: Vec<(ElementRef<'_>, usize)> = Vec::new();
    let mut places = HashMap::new();
    let mut all = 0;
    for paragraph in html.select(&selector("p")) {
        let length: usize = paragraph.text().map(str::len).sum();
        let Some(parent) = paragraph.parent().and_then(ElementRef::wrap) else { continue };
        all += length;
        let place = *places.entry(parent.id()).or_insert(sums.len());
        if place == sums.len() {
            sums.push((parent, 0));
        }
        sums[place].1 += length;
    }
    let (best, sum) = sums.into_iter().max_by_key(|(_, sum)| *sum)?;
    (sum * 10 >= all * 6 && sum > 500).then_some(best)
}

/// Way through an element and back, without what is no text of the page.
fn shown(element: ElementRef<'_>) -> impl Iterator<Item = Edge<'_, Node>> {
    let mut hidden = None;
    element.traverse().filter(move |edge| match edge {
        Edge::Open(node) if hidden.is_none() => {
            hidden = node.value().as_element().filter(|inner| is_hidden(inner)).map(|_| node.id());
            hidden.is_none()
        }
        Edge::Open(_) => false,
        Edge::Close(node) => match hidden {
            Some(inner) => {
                hidden = hidden.filter(|_| inner != node.id());
                false
            }
            None => true,
        },
    })
}

fn is_hidden(element: &Element) -> bool {
    APART.contains(&element.name())
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || element.attr("role") == Some("navigation")
}

/// Puts the blocks of an element behind those that are there.
fn walk(element: ElementRef<'_>, blocks: &mut Vec<Block>) {
    let mut open = Open::default();
    let mut lists: Vec<Option<u32>> = Vec::new();
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
            (Edge::Open(_), Node::Text(text)) => push(&mut open.text, text),
            (Edge::Open(_), Node::Element(inner)) => match inner.name() {
                "table" => {
                    open.flush(blocks);
                    blocks.extend(ElementRef::wrap(node).and_then(rows));
                    read = Some(node.id());
                }
                "br" => open.text.push('\n'),
                name if BLOCKS.contains(&name) => {
                    open.flush(blocks);
                    begin(name, &mut open, &mut lists);
                }
                _ => {}
            },
            (Edge::Close(_), Node::Element(inner)) => {
                let name = inner.name();
                if BLOCKS.contains(&name) {
                    open.flush(blocks);
                }
                match name {
                    "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" => open = Open::default(),
                    "ol" | "ul" => drop(lists.pop()),
                    _ => {}
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
    text: String,
    /// Mark of the item of a list whose first words are to come.
    mark: String,
    heading: u8,
}

impl Open {
    /// Makes a block of the words; what is said of them holds for the next ones where there are
    /// none: an element may hold its words in another one, as a title in a `div`.
    fn flush(&mut self, blocks: &mut Vec<Block>) {
        let text = tidy(&self.text);
        self.text.clear();
        if !text.is_empty() {
            let Open { mark, heading, .. } = std::mem::take(self);
            blocks.push(Block::Words(Words { heading, ..Words::plain(mark + &text) }));
        }
    }
}

fn begin(name: &str, open: &mut Open, lists: &mut Vec<Option<u32>>) {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => open.heading = name.as_bytes()[1] - b'0',
        "ol" => lists.push(Some(0)),
        "ul" => lists.push(None),
        "li" => match lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                open.mark = format!("{number}. ");
            }
            _ => open.mark = "• ".into(),
        },
        _ => {}
    }
}

/// Adds words of a page, in which a line feed is a space.
fn push(open: &mut String, text: &str) {
    open.extend(text.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
}

/// The words of an element, a line for each of its blocks.
fn words_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for edge in shown(element) {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(words) if opens => push(&mut text, words),
            Node::Element(inner) if BLOCKS.contains(&inner.name()) || inner.name() == "br" => {
                text.push('\n');
            }
            Node::Element(inner) if matches!(inner.name(), "td" | "th") && opens => text.push(' '),
            _ => {}
        }
    }
    tidy(&text)
}

/// A table.
fn rows(table: ElementRef<'_>) -> Option<Block> {
    let own = |element: &ElementRef<'_>| {
        let mut around = element.ancestors().filter_map(ElementRef::wrap);
        around.find(|around| around.value().name() == "table").is_some_and(|found| found == table)
    };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for row in table.select(&selector("tr")).filter(own) {
        let cells = row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th"));
        let span = |cell: &ElementRef<'_>, name: &str| {
            cell.attr(name).and_then(|text| text.trim().parse().ok()).unwrap_or(1)
        };
        let read = |cell: ElementRef<'_>| Cell {
            text: words_of(cell),
            columns: span(&cell, "colspan"),
            rows: span(&cell, "rowspan"),
            ..Cell::default()
        };
        rows.push(cells.map(read).collect());
    }
    Block::table(rows)
}
