//! Styles of OpenDocument, as far as they tell structure.

use std::collections::BTreeMap;

use super::lists::{self, Level};
use crate::archive::{Flaw, Room};
use crate::raised::Height;
use crate::xml::Element;

/// Longest chain of styles that are based on each other.
const LONGEST: usize = 50;

/// What a style, or all on which it is based, says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Style {
    parent: Option<String>,
    /// In bold.
    pub(crate) bold: Option<bool>,
    /// Not shown.
    pub(crate) hidden: Option<bool>,
    /// Above or below the line.
    pub(crate) height: Option<Height>,
    /// A line of a table of contents.
    pub(crate) contents: bool,
    /// The title of the document.
    pub(crate) title: bool,
    /// Stated to stand in no list.
    pub(crate) unnumbered: bool,
}

/// All styles, and the one that is being read.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    styles: BTreeMap<(String, String), Style>,
    /// Styles of lists.
    pub(crate) lists: BTreeMap<String, lists::Style>,
    /// Numbers of titles.
    pub(crate) outline: lists::Style,
    open: Option<((String, String), Style)>,
    list: Option<(String, lists::Style)>,
    in_outline: bool,
}

impl Styles {
    /// An element of a style begins.
    pub(crate) fn open(&mut self, element: &Element<'_>, room: &mut Room) -> Result<(), Flaw> {
        let get = |name: &str| element.get(name);
        match element.name() {
            "style" => {
                room.take(0)?;
                let name = get("name").unwrap_or_default();
                let shown = get("display-name").unwrap_or_else(|| name.clone()).to_lowercase();
                let shown = shown.replace("_20_", " ");
                let style = Style {
                    parent: get("parent-style-name"),
                    contents: ["contents ", "toc "].iter().any(|word| shown.starts_with(word)),
                    title: shown == "title",
                    unnumbered: get("list-style-name").is_some_and(|list| list.is_empty()),
                    ..Style::default()
                };
                self.open = Some(((get("family").unwrap_or_default(), name), style));
            }
            "text-properties" => {
                if let Some((_, style)) = &mut self.open {
                    if let Some(weight) = get("font-weight") {
                        style.bold = Some(weight == "bold" || weight.as_str() >= "600");
                    }
                    style.hidden = get("display").map(|display| display == "none").or(style.hidden);
                    style.height = get("text-position").map(|at| height(&at)).or(style.height);
                }
            }
            "list-style" => {
                room.take(0)?;
                self.list = Some((get("name").unwrap_or_default(), lists::Style::new()));
            }
            "outline-style" => self.in_outline = true,
            _ => {
                if let Some((place, level)) = Level::of(element) {
                    room.take(0)?;
                    if let Some((_, list)) = &mut self.list {
                        list.insert(place, level);
                    } else if self.in_outline {
                        self.outline.insert(place, level);
                    }
                }
            }
        }
        Ok(())
    }

    /// An element of a style ends.
    pub(crate) fn close(&mut self, name: &str) {
        match name {
            "style" => self.styles.extend(self.open.take()),
            "list-style" => self.lists.extend(self.list.take()),
            "outline-style" => self.in_outline = false,
            _ => {}
        }
    }

    /// A style with all that it takes from others.
    pub(crate) fn whole(&self, family: &str, name: &str) -> Style {
        let mut whole = Style::default();
        let mut key = (family.to_owned(), name.to_owned());
        for place in 0..LONGEST {
            let Some(style) = self.styles.get(&key) else { break };
            whole.bold = whole.bold.or(style.bold);
            whole.hidden = whole.hidden.or(style.hidden);
            whole.height = whole.height.or(style.height);
            whole.contents |= style.contents;
            whole.title |= style.title;
            whole.unnumbered |= place == 0 && style.unnumbered;
            let Some(parent) = style.parent.clone() else { break };
            key.1 = parent;
        }
        whole
    }
}

/// The height that `style:text-position` says: `super 58%`, `-33% 58%`, `0% 100%`.
fn height(position: &str) -> Height {
    let first = position.split_whitespace().next().unwrap_or_default();
    match first.trim_end_matches('%').parse::<f64>() {
        Ok(percent) if percent > 0.0 => Height::Raised,
        Ok(percent) if percent < 0.0 => Height::Lowered,
        _ if first == "super" => Height::Raised,
        _ if first == "sub" => Height::Lowered,
        _ => Height::Line,
    }
}
