//! HTML: pages of adilet.zan.kz as a browser saves them, and any other page by its content.

mod content;
mod flow;

use std::collections::HashSet;

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use crate::block::{Block, Words};
use content::Content;
pub(crate) use flow::ends_line;
use flow::{walk, words_of};

/// Deepest nesting that is read; no page that shows a text comes near it.
const DEEPEST: usize = 1000;

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

/// Whether more elements than [`DEEPEST`] may be open at a place, told by tags alone before the page
/// is parsed, which takes long for such ones.
fn is_too_deep(page: &str) -> bool {
    // Elements that close themselves do not count.
    let selves = [
        "p", "li", "td", "th", "tr", "br", "img", "hr", "input", "meta", "link", "option", "dd",
        "dt", "col", "thead", "tbody", "tfoot", "source", "wbr", "area", "base", "embed", "param",
    ];
    // An end tag closes nothing around one of these.
    let scopes = ["table", "template", "object", "marquee", "applet", "svg", "math"];
    let mut open: Vec<String> = Vec::new();
    // The element whose inside is no tags.
    let mut inside: Option<String> = None;
    for piece in page.split('<').skip(1) {
        let (closes, piece) = match piece.strip_prefix('/') {
            Some(piece) => (true, piece),
            None => (false, piece),
        };
        let end = piece.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = piece[..end.unwrap_or(piece.len())].to_ascii_lowercase();
        if inside.is_some() {
            inside.take_if(|inside| closes && *inside == name);
        } else if closes {
            let around = open.iter().rposition(|open| *open == name || scopes.contains(&&**open));
            if let Some(at) = around.filter(|at| open[*at] == name) {
                open.truncate(at);
            }
        } else if matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
            inside = Some(name);
        } else if !name.is_empty() && !selves.contains(&name.as_str()) {
            open.push(name);
            if open.len() > DEEPEST {
                return true;
            }
        }
    }
    false
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
