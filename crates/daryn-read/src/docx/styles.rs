//! Styles of a Word document, as far as they tell structure.

use std::collections::BTreeMap;

use crate::archive::{Flaw, Room};
use crate::raised::Height;
use crate::xml::{Element, Sink};

/// Longest chain of styles that are based on each other.
const LONGEST: usize = 50;

/// What a style, or all on which it is based, says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Style {
    name: String,
    based_on: Option<String>,
    /// Rank of a heading from 1; 0: body text.
    pub(crate) heading: Option<u8>,
    /// A list, and the style that names it.
    pub(crate) list: Option<(String, String)>,
    /// Level in the list.
    pub(crate) level: Option<usize>,
    /// In bold.
    pub(crate) bold: Option<bool>,
    /// Not shown.
    pub(crate) hidden: Option<bool>,
    /// Above or below the line.
    pub(crate) height: Option<Height>,
    /// A line of a table of contents.
    pub(crate) contents: bool,
}

/// All styles by their identifiers.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    styles: BTreeMap<String, Style>,
    default: Option<String>,
}

impl Styles {
    /// A style with all that it takes from others; without a name that of plain paragraphs.
    pub(crate) fn paragraph(&self, name: Option<&str>) -> Style {
        let known = name.filter(|name| self.styles.contains_key(*name));
        known.or(self.default.as_deref()).map_or_else(Style::default, |name| self.whole(name))
    }

    /// A style with all that it takes from others.
    pub(crate) fn whole(&self, name: &str) -> Style {
        let mut whole = Style::default();
        let mut next = Some(name);
        for _ in 0..LONGEST {
            let Some(style) = next.and_then(|name| self.styles.get(name)) else { break };
            // The nearest name that tells a rank does so, unless a nearer style tells it by number.
            whole.heading = whole.heading.or(style.heading).or_else(|| heading(&style.name));
            whole.list = whole.list.or_else(|| style.list.clone());
            whole.level = whole.level.or(style.level);
            whole.bold = whole.bold.or(style.bold);
            whole.hidden = whole.hidden.or(style.hidden);
            whole.height = whole.height.or(style.height);
            whole.contents |= is_contents(&style.name);
            next = style.based_on.as_deref();
        }
        whole
    }
}

/// The rank of a heading that a style is by its name. Word itself writes the names of its own
/// styles in English in every language; other programs may not.
fn heading(name: &str) -> Option<u8> {
    let lower = name.to_lowercase();
    if matches!(lower.as_str(), "title" | "название") {
        return Some(1);
    }
    let words = ["heading ", "заголовок ", "тақырып "];
    let rank = words.iter().find_map(|word| lower.strip_prefix(word))?;
    rank.trim().parse().ok().filter(|rank| (1..=9).contains(rank))
}

fn is_contents(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words = ["toc ", "contents ", "оглавление "];
    words.iter().any(|word| lower.starts_with(word))
}

/// Reads `styles.xml`.
pub(crate) struct Definitions<'a> {
    room: &'a mut Room,
    styles: Styles,
    open: Option<(String, Style)>,
    /// Inside the properties of a table style's parts, or of the document's defaults.
    apart: usize,
}

impl<'a> Definitions<'a> {
    /// Begins.
    pub(crate) fn new(room: &'a mut Room) -> Definitions<'a> {
        Definitions { room, styles: Styles::default(), open: None, apart: 0 }
    }

    /// What was read.
    pub(crate) fn finish(self) -> Styles {
        self.styles
    }
}

impl Sink for Definitions<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        let name = element.name();
        if self.apart > 0 || name == "tblStylePr" {
            self.apart += 1;
            return Ok(());
        }
        if name == "style" {
            self.room.take(0)?;
            let id = element.get("styleId").unwrap_or_default();
            let is_default = matches!(element.get("default").as_deref(), Some("1" | "true" | "on"));
            if is_default && element.get("type").as_deref() == Some("paragraph") {
                self.styles.default = Some(id.clone());
            }
            self.open = Some((id, Style::default()));
            return Ok(());
        }
        let Some((id, style)) = &mut self.open else { return Ok(()) };
        match name {
            "name" => style.name = element.val().unwrap_or_default(),
            "basedOn" => style.based_on = element.val(),
            "outlineLvl" => style.heading = element.number("val").map(rank),
            "numId" => style.list = element.val().map(|list| (list, id.clone())),
            "ilvl" => style.level = element.number("val"),
            "b" => style.bold = Some(element.is_on()),
            "vanish" => style.hidden = Some(element.is_on()),
            "vertAlign" => style.height = Some(height(element)),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Flaw> {
        self.apart = self.apart.saturating_sub(1);
        if name == "style" {
            self.styles.styles.extend(self.open.take());
        }
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Flaw> {
        Ok(())
    }
}

/// The height that `w:vertAlign` says.
pub(crate) fn height(element: &Element<'_>) -> Height {
    match element.val().as_deref() {
        Some("superscript") => Height::Raised,
        Some("subscript") => Height::Lowered,
        _ => Height::Line,
    }
}

/// The rank of a heading that a level of the outline is; the tenth is body text.
pub(crate) fn rank(outline: u8) -> u8 {
    if outline < 9 { outline + 1 } else { 0 }
}
