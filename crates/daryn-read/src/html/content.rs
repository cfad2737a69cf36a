//! Where on a page its text is.

use std::collections::HashSet;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

use super::flow::is_deleted;
use super::{APART, OF_PAGE, selector_of, shown};
use crate::block::Block;

/// Elements in which a text may stand as a whole.
const CONTAINERS: [&str; 9] =
    ["body", "div", "main", "article", "section", "form", "fieldset", "center", "td"];
/// Elements that may stand around them.
const AROUND: [&str; 8] = ["table", "tbody", "thead", "tfoot", "tr", "th", "span", "font"];
/// Elements that are a line of their own, or end one.
const LINES: [&str; 11] = ["p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "dd"];

/// The text of a page.
pub(super) struct Content<'a> {
    /// The elements that hold it, in order.
    pub(super) elements: Vec<ElementRef<'a>>,
    /// A title outside of them.
    pub(super) title: Option<ElementRef<'a>>,
    /// Tables that lay out the page.
    pub(super) layouts: HashSet<NodeId>,
    /// Letters of the page.
    letters: usize,
    /// Letters in heads, feet and menus that are no links and no titles.
    apart: usize,
}

impl<'a> Content<'a> {
    /// The text of a page of adilet.zan.kz.
    pub(super) fn of_register(html: &'a Html) -> Option<Content<'a>> {
        let article = selector_of("article");
        let container = selector_of("div.container_gamma");
        let is_text = |element: &ElementRef<'_>| {
            let mut classes = element.value().classes();
            classes.any(|class| {
                class == "text"
                    || class.starts_with("text_") && element.select(&article).next().is_some()
            })
        };
        let mut elements: Vec<ElementRef<'a>> = Vec::new();
        let mut last: Option<ElementRef<'a>> = None;
        let mut sum = 0;
        for element in html.select(&container).filter(is_text) {
            if last.is_some_and(|before| is_inside(element, before)) {
                continue;
            }
            last = Some(element);
            let whole = letters_of(element);
            sum += whole;
            let mut articles: Vec<ElementRef<'a>> = Vec::new();
            for article in element.select(&article) {
                if !articles.last().is_some_and(|before| is_inside(article, *before)) {
                    articles.push(article);
                }
            }
            let inside: usize = articles.iter().map(|article| letters_of(*article)).sum();
            if is_nearly(inside, whole) && !articles.is_empty() {
                elements.extend(articles);
            } else {
                elements.push(element);
            }
        }
        let layouts = HashSet::new();
        (!elements.is_empty()).then_some(Content {
            elements,
            title: None,
            layouts,
            letters: sum,
            apart: 0,
        })
    }

    /// The text of any page: the lowest element that holds nearly all of its words.
    pub(super) fn of_page(html: &'a Html) -> Content<'a> {
        let body = html.select(&selector_of("body")).next().unwrap_or_else(|| html.root_element());
        let letters = letters_of(body);
        let (element, layouts) = lowest(body, letters);
        let title = title(body, element);
        let apart = letters_apart(body);
        Content { elements: vec![element], title, layouts, letters, apart }
    }

    /// How many of a hundred letters are not in the blocks; 0 where they are but a few.
    pub(super) fn left_out(&self, blocks: &[Block]) -> usize {
        let read: usize = blocks.iter().map(letters_of_block).sum();
        let lost = self.letters.saturating_sub(read);
        // A head or a menu that says more than the text is one that nobody closed, or the text.
        let lost = if self.apart > read { lost + self.apart } else { lost };
        let percent = lost * 100 / (read + lost).max(1);
        if percent > 5 { percent } else { 0 }
    }
}

/// Whether a part is nearly the whole.
fn is_nearly(part: usize, whole: usize) -> bool {
    part * 20 >= whole * 19
}

fn is_inside(element: ElementRef<'_>, around: ElementRef<'_>) -> bool {
    element.id() == around.id() || element.ancestors().any(|one| one.id() == around.id())
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphanumeric()).count()
}

fn letters_of_block(block: &Block) -> usize {
    match block {
        Block::Words(words) => letters(&words.text),
        Block::Table { rows, .. } => rows.iter().flatten().map(|cell| letters(&cell.text)).sum(),
    }
}

/// Letters of an element that are text.
fn letters_of(element: ElementRef<'_>) -> usize {
    let (mut sum, mut deleted) = (0, 0_usize);
    for edge in shown(element) {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if deleted == 0 => sum += letters(text),
                Node::Element(inner) => deleted += usize::from(is_deleted(inner.name())),
                _ => {}
            },
            Edge::Close(node) => {
                let inner = node.value().as_element();
                let ends = inner.is_some_and(|inner| is_deleted(inner.name()));
                deleted = deleted.saturating_sub(usize::from(ends));
            }
        }
    }
    sum
}

/// Letters in heads, feet and menus of a page that are no links and no titles.
fn letters_apart(body: ElementRef<'_>) -> usize {
    let (mut sum, mut inside, mut links) = (0, 0_usize, 0_usize);
    for edge in body.traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(text) if opens && inside > 0 && links == 0 => sum += letters(text),
            Node::Element(inner) => {
                let name = inner.name();
                // What no reader sees is like a link.
                let is_link = matches!(name, "a" | "h1") || name != "nav" && APART.contains(&name);
                let count = match name {
                    _ if is_link => &mut links,
                    "nav" => &mut inside,
                    _ if OF_PAGE.contains(&name) => &mut inside,
                    _ => continue,
                };
                *count = if opens { *count + 1 } else { count.saturating_sub(1) };
            }
            _ => {}
        }
    }
    sum
}

/// An element on the way through a page.
#[derive(Default)]
struct Step {
    /// Letters in it.
    letters: usize,
    /// Lines in it.
    lines: usize,
    /// Whether it and all around it may hold a whole text.
    may_hold: bool,
    in_table: bool,
}

/// The lowest element that holds nearly all letters, and the tables that lay out the page: a cell of
/// them holds most of it, in several lines.
fn lowest(body: ElementRef<'_>, all: usize) -> (ElementRef<'_>, HashSet<NodeId>) {
    let mut layouts = HashSet::new();
    let mut found = None;
    let mut steps: Vec<Step> = Vec::new();
    let mut deleted = 0_usize;
    for edge in shown(body) {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if deleted == 0 => {
                    if let Some(step) = steps.last_mut() {
                        step.letters += letters(text);
                    }
                }
                Node::Element(inner) => {
                    let name = inner.name();
                    deleted += usize::from(is_deleted(name));
                    let around = steps.last();
                    // Names with a hyphen are those of a page's own elements.
                    let is_known =
                        CONTAINERS.contains(&name) || AROUND.contains(&name) || name.contains('-');
                    steps.push(Step {
                        lines: usize::from(LINES.contains(&name)),
                        may_hold: is_known && around.is_none_or(|around| around.may_hold),
                        in_table: name == "table" || around.is_some_and(|around| around.in_table),
                        ..Step::default()
                    });
                }
                _ => {}
            },
            Edge::Close(node) => {
                let Some(inner) = node.value().as_element() else { continue };
                let Some(step) = steps.pop() else { continue };
                deleted = deleted.saturating_sub(usize::from(is_deleted(inner.name())));
                if let Some(around) = steps.last_mut() {
                    around.letters += step.letters;
                    around.lines += step.lines;
                }
                let Some(element) = ElementRef::wrap(node) else { continue };
                let name = inner.name();
                let is_cell = matches!(name, "td" | "th");
                if is_cell && step.letters * 3 > all * 2 && step.lines >= 3 {
                    let mut around = node.ancestors().filter_map(ElementRef::wrap);
                    layouts
                        .extend(around.find(|one| one.value().name() == "table").map(|t| t.id()));
                }
                let may = step.may_hold && !AROUND.contains(&name);
                if found.is_none()
                    && may
                    && is_nearly(step.letters, all)
                    && (!step.in_table || step.lines >= 3)
                {
                    found = Some(element);
                }
            }
        }
    }
    (found.unwrap_or(body), layouts)
}

/// The title of a page, if it stands outside of its text: the last one before it.
fn title<'a>(body: ElementRef<'a>, content: ElementRef<'a>) -> Option<ElementRef<'a>> {
    let title = |edge: Edge<'a, Node>| match edge {
        Edge::Open(node) => ElementRef::wrap(node).filter(|element| element.value().name() == "h1"),
        Edge::Close(_) => None,
    };
    if shown(content).any(|edge| title(edge).is_some()) {
        return None;
    }
    let begins = |edge: &Edge<'a, Node>| match edge {
        Edge::Open(node) => node.id() == content.id() && content.id() != body.id(),
        Edge::Close(_) => false,
    };
    // It may stand in the head of the page, which is no text.
    let before = body.traverse().take_while(|edge| !begins(edge));
    before.filter_map(title).filter(|title| letters_of(*title) > 0).last()
}
