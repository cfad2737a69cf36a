//! A paragraph while it is read.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::numbering::Numbering;
use super::styles::{Style, Styles, rank};
use crate::block::{Block, Remark, Tidy, What, Words};
use crate::document::{ChangeKind, Kind};
use crate::xml::Element;

/// A paragraph.
#[derive(Default)]
pub(crate) struct Paragraph {
    /// Its words so far.
    pub(crate) words: Tidy,
    /// Notes that it refers to, and text boxes that hang on it.
    pub(crate) after: Vec<Block>,
    /// Whether there are words beside spaces.
    pub(crate) has_words: bool,
    /// Its mark was deleted once: what comes is the next paragraph, but belongs to this one.
    goes_on: bool,
    /// Whether properties were settled.
    pub(crate) settled: bool,
    /// Its style with all that this one takes from others.
    pub(crate) style: Style,
    style_name: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    outline: Option<u8>,
    /// List and level that number it, until it is counted.
    numbered: Option<(String, usize)>,
    /// A line of a table of contents.
    pub(crate) contents: bool,
    plain: bool,
    /// A change of its mark.
    pub(crate) mark: Option<OpenChange>,
    /// Its mark is not shown.
    pub(crate) mark_hidden: bool,
    /// Changes that are open.
    pub(crate) changes: Vec<OpenChange>,
    /// Comments that began here and have not ended.
    comments: BTreeMap<String, usize>,
    /// The colour behind the words that were written last, and where it began.
    highlight: Option<([u8; 3], usize)>,
}

/// A change that is open.
pub(crate) struct OpenChange {
    /// What was done.
    pub(crate) kind: ChangeKind,
    /// Words that are not in the text.
    pub(crate) text: String,
    author: Option<String>,
    date: Option<String>,
    start: usize,
}

/// Whether words of a change are not in the text.
pub(crate) fn is_dropped(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::Deleted | ChangeKind::MovedAway)
}

impl Paragraph {
    /// The paragraph that goes on with one whose mark was deleted. What is left of that one keeps
    /// its number and its style; where nothing is left, the next one has its own.
    pub(crate) fn go_on(before: Paragraph) -> Paragraph {
        if before.has_words {
            return Paragraph { goes_on: true, ..before };
        }
        Paragraph { words: before.words, after: before.after, ..Paragraph::default() }
    }

    /// A property of the paragraph itself.
    pub(crate) fn property(&mut self, element: &Element<'_>) {
        if self.goes_on {
            return;
        }
        match element.name() {
            "pStyle" => self.style_name = element.val(),
            "numId" => self.list = element.val(),
            "ilvl" => self.level = element.number("val"),
            "outlineLvl" => self.outline = element.number("val"),
            _ => {}
        }
    }

    /// What the properties mean.
    pub(crate) fn settle(&mut self, styles: &Styles, numbering: &Numbering) {
        if std::mem::replace(&mut self.settled, true) || self.goes_on {
            return;
        }
        let style = styles.paragraph(self.style_name.as_deref());
        let by_style = style.list.clone();
        self.numbered = match (self.list.take(), by_style) {
            (Some(list), _) => Some((list, self.level.or(style.level).unwrap_or(0))),
            (None, Some((list, name))) => {
                let level = self.level.or(style.level);
                let level = level.unwrap_or_else(|| numbering.level_of(&list, &name));
                Some((list, level))
            }
            (None, None) => None,
        };
        self.contents |= style.contents;
        self.style = style;
    }

    /// Words that are shown. The number stands before the first of them.
    pub(crate) fn write(
        &mut self,
        text: &str,
        bold: Option<bool>,
        colour: Option<[u8; 3]>,
        numbering: &mut Numbering,
    ) {
        let has_words = text.chars().any(|letter| !letter.is_whitespace());
        if has_words {
            if let Some(number) = self.number(numbering) {
                let empty = self.words.is_empty();
                self.words.push(&number);
                self.words.push(" ");
                let behind = self.words.len();
                if empty {
                    // What changed, and what a comment is about, are words, not the number.
                    self.changes.iter_mut().for_each(|change| change.start = behind);
                    self.comments.values_mut().for_each(|start| *start = behind);
                }
            }
            self.has_words = true;
            self.plain |= !bold.unwrap_or(self.style.bold.unwrap_or(false));
        }
        if self.colour() != colour {
            self.end_highlight();
            self.highlight = colour.map(|colour| (colour, self.words.len()));
        }
        self.words.push(text);
    }

    /// The colour behind the words that were written last.
    pub(crate) fn colour(&self) -> Option<[u8; 3]> {
        self.highlight.map(|(colour, _)| colour)
    }

    /// What is highlighted ends.
    pub(crate) fn end_highlight(&mut self) {
        let Some((colour, start)) = self.highlight.take() else { return };
        let what = What::Highlight(colour);
        let remark = Remark { what, text: String::new(), author: None, date: None };
        self.words.remark(start, Rc::new(remark));
    }

    /// Counts the paragraph, if it is numbered and was not counted.
    pub(crate) fn number(&mut self, numbering: &mut Numbering) -> Option<String> {
        let (list, level) = self.numbered.take()?;
        numbering.count(&list, level)
    }

    /// Whether the paragraph is not shown at all.
    pub(crate) fn is_hidden(&self) -> bool {
        self.mark_hidden || self.style.hidden == Some(true)
    }

    /// A change begins: of the mark, if it stands among the properties.
    pub(crate) fn begin_change(
        &mut self,
        kind: ChangeKind,
        author: Option<String>,
        date: Option<String>,
        of_mark: bool,
    ) {
        let change =
            OpenChange { kind, author, date, text: String::new(), start: self.words.len() };
        if !of_mark {
            self.changes.push(change);
        } else if !self.mark.as_ref().is_some_and(|mark| is_dropped(mark.kind)) {
            // Of a mark that was put in and taken out only the latter matters.
            self.mark = Some(OpenChange { text: "\n".into(), ..change });
        }
    }

    /// The innermost change ends.
    pub(crate) fn end_change(&mut self) {
        let Some(change) = self.changes.pop() else { return };
        let OpenChange { kind, text, author, date, start } = change;
        let written = self.words.len() > start;
        // Of changes in each other the outer one says the same of the same words.
        let again = self.changes.iter().any(|around| around.kind == kind);
        if (written && !is_dropped(kind) || !text.is_empty()) && !again {
            let remark = Remark { what: What::Change(kind), text, author, date };
            self.words.remark(start, Rc::new(remark));
        }
    }

    /// The change of the mark.
    pub(crate) fn mark_remark(&self) -> Option<Remark> {
        let OpenChange { kind, text, author, date, .. } = self.mark.as_ref()?;
        let (author, date) = (author.clone(), date.clone());
        Some(Remark { what: What::Change(*kind), text: text.clone(), author, date })
    }

    /// Whether the next paragraph goes on with this one.
    pub(crate) fn is_mark_dropped(&self) -> bool {
        self.mark.as_ref().is_some_and(|mark| is_dropped(mark.kind))
    }

    /// A comment begins, ends, or is about this place.
    pub(crate) fn comment(&mut self, what: &str, id: &str, known: &BTreeMap<String, Rc<Remark>>) {
        let Some(remark) = known.get(id) else { return };
        let here = self.words.len();
        match what {
            "commentRangeStart" => drop(self.comments.insert(id.to_owned(), here)),
            "commentRangeEnd" => {
                // It may have begun in an earlier paragraph.
                let start = self.comments.remove(id).unwrap_or(0);
                self.words.remark(start, remark.clone());
            }
            // A range that was not seen before its reference is no range.
            _ if Rc::strong_count(remark) == 1 => self.words.remark(here, remark.clone()),
            _ => {}
        }
    }

    /// Comments that go on in later paragraphs: what is between their ends is theirs.
    pub(crate) fn end_comments(&mut self, known: &BTreeMap<String, Rc<Remark>>) {
        while !self.changes.is_empty() {
            self.end_change();
        }
        for (id, start) in std::mem::take(&mut self.comments) {
            if let Some(remark) = known.get(&id) {
                self.words.remark(start, remark.clone());
            }
        }
    }

    /// The block of the words, and those behind it.
    pub(crate) fn into_words(self) -> (Words, Vec<Block>) {
        let heading = self.outline.map(rank).or(self.style.heading).unwrap_or(0);
        let (text, spans) = self.words.finish();
        let words = Words {
            heading,
            bold: self.has_words && !self.plain,
            stated: self.contents.then_some((Kind::Toc, None)),
            spans,
            ..Words::plain(text)
        };
        (words, self.after)
    }
}
