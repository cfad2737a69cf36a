//! HTML: pages of adilet.zan.kz as a browser saves them, and any other page by its content.

mod content;
mod flow;
mod nesting;

use std::collections::HashSet;

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use crate::block::{Block, Words};
use content::Content;
pub(crate) use flow::ends_line;
use flow::{walk, words_of};
use nesting::is_too_deep;

/// Elements whose words are not the page's text.
const APART: [&str; 13] = [
    "script", "style", "nav", "noscript", "template", "svg", "button", "select", "iframe", "head",
    "object", "textarea", "dialog",
];

/// Elements whose words are not the page's text where they are those of the whole page: an article
/// has a head with its title.
const OF_PAGE: [&str; 3] = ["header", "footer", "aside"];

/// What a page says.
pub(crate) struct Page {
    /// Its text.
    pub(crate) blocks: Vec<Block>,
    /// How many of a hundred letters are not in it; 0 where they are but a few.
    pub(crate) left_out: usize,
}

/// Reads a page; nothing if it is nested too deep to be a text.
pub(crate) fn page(page: &str) -> Option<Page> {
    if is_too_deep(page) {
        return None;
    }
    let html = Html::parse_document(page);
    let mut blocks = Vec::new();
    let content = match Content::of_register(&html) {
        Some(content) => {
            for (selector, heading) in
                [("div.container_alpha.slogan h1", 1), ("div.container_alpha.slogan p", 0)]
            {
                let found = html.select(&selector_of(selector)).next().map(words_of);
                blocks.extend(found.map(|(text, spans)| {
                    Block::Words(Words { heading, spans, ..Words::plain(text) })
                }));
            }
            content
        }
        None => Content::of_page(&html),
    };
    if let Some(title) = content.title {
        let (text, spans) = words_of(title);
        blocks.push(Block::Words(Words { heading: 1, spans, ..Words::plain(text) }));
    }
    for element in &content.elements {
        walk(*element, &content.layouts, &mut blocks);
    }
    let left_out = content.left_out(&blocks);
    Some(Page { blocks, left_out })
}

/// The blocks of a table that stands in another format.
pub(crate) fn table(fragment: &str) -> Vec<Block> {
    if is_too_deep(fragment) {
        return Vec::new();
    }
    let html = Html::parse_fragment(fragment);
    let mut blocks = Vec::new();
    walk(html.root_element(), &HashSet::new(), &mut blocks);
    blocks
}

fn selector_of(text: &str) -> Selector {
    // Selectors are constants of this file, and tests use each.
    Selector::parse(text).expect("a selector")
}

/// Way through an element and back, without what is no text of the page.
fn shown(element: ElementRef<'_>) -> impl Iterator<Item = Edge<'_, Node>> {
    let is_article = |node: &Node| {
        node.as_element().is_some_and(|inner| matches!(inner.name(), "article" | "main"))
    };
    let mut articles = element.ancestors().filter(|around| is_article(around.value())).count();
    let mut hidden = None;
    element.traverse().filter(move |edge| match edge {
        Edge::Open(node) if hidden.is_none() => {
            let is_hidden = is_hidden(node.value(), articles > 0);
            hidden = is_hidden.then(|| node.id());
            articles += usize::from(!is_hidden && is_article(node.value()));
            hidden.is_none()
        }
        Edge::Open(_) => false,
        Edge::Close(node) => match hidden {
            Some(inner) => {
                hidden = hidden.filter(|_| inner != node.id());
                false
            }
            None => {
                articles -= usize::from(is_article(node.value()));
                true
            }
        },
    })
}

fn is_hidden(node: &Node, in_article: bool) -> bool {
    let Some(element) = node.as_element() else { return false };
    let role = element.attr("role").unwrap_or_default();
    APART.contains(&element.name())
        // Notes of a text may stand aside, too.
        || !in_article && OF_PAGE.contains(&element.name()) && !role.starts_with("doc-")
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || role == "navigation"
}
