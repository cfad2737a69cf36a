//! HTML: pages of adilet.zan.kz as a browser saves them, and any other page by its content.

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use crate::block::{Block, Cell, Words, tidy};
use crate::marks;

/// Deepest nesting that is read; no page that shows a text comes near it.
const DEEPEST: usize = 1000;

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
    if nesting(page) > DEEPEST {
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
    if nesting(fragment) > DEEPEST {
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
    let mut all = 0;
    for paragraph in html.select(&selector("p")) {
        let length: usize = paragraph.text().map(str::len).sum();
        let Some(parent) = paragraph.parent().and_then(ElementRef::wrap) else { continue };
        all += length;
        match sums.last_mut().filter(|(other, _)| *other == parent) {
            Some((_, sum)) => *sum += length,
            None => sums.push((parent, length)),
        }
    }
    let (best, sum) = sums.into_iter().max_by_key(|(_, sum)| *sum)?;
    (sum * 10 >= all * 6 && sum > 500).then_some(best)
}

/// Greatest number of elements open at a place, counted by tags alone. Elements that close
/// themselves do not count.
fn nesting(page: &str) -> usize {
    let selves = [
        "p", "li", "td", "th", "tr", "br", "img", "hr", "input", "meta", "link", "option", "dd",
        "dt", "col", "thead", "tbody", "tfoot", "source", "wbr", "area", "base", "embed", "param",
    ];
    let (mut open, mut most) = (0_usize, 0);
    for piece in page.split('<').skip(1) {
        let (closes, piece) = match piece.strip_prefix('/') {
            Some(piece) => (true, piece),
            None => (false, piece),
        };
        let end = piece.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = piece[..end.unwrap_or(piece.len())].to_ascii_lowercase();
        if name.is_empty() || selves.contains(&name.as_str()) {
            continue;
        }
        if closes {
            open = open.saturating_sub(1);
        } else {
            open += 1;
            most = most.max(open);
        }
    }
    most
}

/// Puts the blocks of an element behind those that are there.
fn walk(element: ElementRef<'_>, blocks: &mut Vec<Block>) {
    let mut open = Words::default();
    let mut lists: Vec<Option<u32>> = Vec::new();
    let mut quoted = 0_usize;
    // The element whose inside is passed over.
    let mut skipped = None;
    for edge in element.traverse() {
        match edge {
            Edge::Open(node) if skipped.is_none() => match node.value() {
                Node::Text(text) => push(&mut open, text),
                Node::Element(inner) => {
                    let name = inner.name();
                    let hidden = inner.attr("hidden").is_some()
                        || inner.attr("aria-hidden") == Some("true")
                        || inner.attr("role") == Some("navigation");
                    if APART.contains(&name) || hidden {
                        skipped = Some(node.id());
                    } else if name == "table" {
                        flush(&mut open, blocks);
                        blocks.extend(ElementRef::wrap(node).and_then(rows));
                        skipped = Some(node.id());
                    } else if name == "br" {
                        open.text.push('\n');
                    } else if BLOCKS.contains(&name) {
                        flush(&mut open, blocks);
                        quoted += usize::from(name == "blockquote");
                        begin(name, inner.attr("align"), &mut open, &mut lists);
                        open.quoted |= quoted > 0;
                    }
                }
                _ => {}
            },
            Edge::Open(_) => {}
            Edge::Close(node) if skipped.is_some() => {
                if skipped == Some(node.id()) {
                    skipped = None;
                }
            }
            Edge::Close(node) => {
                let Node::Element(inner) = node.value() else { continue };
                let name = inner.name();
                if BLOCKS.contains(&name) {
                    flush(&mut open, blocks);
                    if name.starts_with('h') {
                        open = Words::default();
                    }
                }
                if name == "ol" || name == "ul" {
                    lists.pop();
                }
                quoted -= usize::from(name == "blockquote");
            }
        }
    }
    flush(&mut open, blocks);
}

fn begin(name: &str, align: Option<&str>, open: &mut Words, lists: &mut Vec<Option<u32>>) {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => open.heading = name.as_bytes()[1] - b'0',
        "ol" => lists.push(Some(0)),
        "ul" => lists.push(None),
        "li" => match lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                open.text = format!("{number}. ");
            }
            _ => open.text = "• ".into(),
        },
        _ => {}
    }
    open.quoted |= align.is_some_and(|align| align.eq_ignore_ascii_case("right"));
}

/// Adds words of a page, in which a line feed is a space.
fn push(open: &mut Words, text: &str) {
    open.text.extend(text.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
}

fn flush(open: &mut Words, blocks: &mut Vec<Block>) {
    let words = std::mem::take(open);
    let text = tidy(&words.text);
    if text.is_empty() || text == "•" {
        // The element may hold its words in another one: a title in a `div`.
        open.heading = words.heading;
        open.text = words.text.trim_start().to_owned();
        return;
    }
    blocks.push(Block::Words(Words { text, ..words }));
}

/// The words of an element, a line for each of its blocks.
fn words_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for edge in element.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(words) if opens => {
                let apart = node.parent().and_then(ElementRef::wrap);
                if apart.is_none_or(|parent| !APART.contains(&parent.value().name())) {
                    text.extend(words.chars().map(|l| if l == '\n' { ' ' } else { l }));
                }
            }
            Node::Element(inner) if BLOCKS.contains(&inner.name()) || inner.name() == "br" => {
                text.push('\n');
            }
            Node::Element(inner) if matches!(inner.name(), "td" | "th") && opens => text.push(' '),
            _ => {}
        }
    }
    tidy(&text)
}

/// A table; one that only puts words to the right edge is these words.
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
        };
        rows.push(cells.map(read).collect());
    }
    let mut full = rows.iter().flatten().filter(|cell| !cell.text.is_empty());
    match (full.next(), full.next()) {
        (None, _) => None,
        (Some(cell), None) if rows.len() == 1 || marks::annex(&cell.text).is_some() => {
            Some(Block::Words(Words { quoted: true, ..Words::plain(cell.text.clone()) }))
        }
        _ => Some(Block::Table(rows)),
    }
}
