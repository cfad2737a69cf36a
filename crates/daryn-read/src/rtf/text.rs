//! The words of an RTF text: paragraphs, what they stand in, and what is remarked on them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::date;
use super::group::Group;
use super::tables::Tables;
use crate::archive::{Flaw, Room};
use crate::block::{Block, Remark, Tidy, What, Words, flat};
use crate::document::{ChangeKind, Kind};
use crate::raised;

/// A change that goes on: kind, who and when.
type Change = (ChangeKind, i32, i32);

/// The body, a note, a comment or a text box.
#[derive(Default)]
pub(crate) struct Frame {
    tables: Tables,
    words: Tidy,
    after: Vec<Block>,
    plain: bool,
    has_words: bool,
    heading: u8,
    is_contents: bool,
    in_table: bool,
    depth: usize,
    /// The change that goes on, where its words begin, and words that are not in the text.
    change: Option<(Change, usize, String, Option<String>)>,
    comments: BTreeMap<String, usize>,
    label: Option<String>,
}

impl Frame {
    /// A note.
    pub(crate) fn note(label: Option<String>) -> Frame {
        Frame { label, ..Frame::default() }
    }

    fn depth(&self) -> usize {
        if self.in_table || self.depth > 0 { self.depth.max(1) } else { 0 }
    }

    fn end_change(&mut self) {
        let Some(((kind, _, when), start, text, author)) = self.change.take() else { return };
        if self.words.len() > start || !text.is_empty() {
            let remark = Remark { what: What::Change(kind), text, author, date: date(when) };
            self.words.remark(start, Rc::new(remark));
        }
    }
}

/// What is being written, the innermost last.
pub(crate) struct Texts {
    frames: Vec<Frame>,
    /// Fields by their codes; the innermost last.
    codes: Vec<String>,
    /// Comments that are known from reading before.
    comments: BTreeMap<String, Rc<Remark>>,
    /// Comments whose ends were seen.
    ended: BTreeMap<String, bool>,
}

impl Texts {
    /// Begins.
    pub(crate) fn new(comments: BTreeMap<String, Rc<Remark>>) -> Texts {
        let frames = vec![Frame::default()];
        Texts { frames, codes: Vec::new(), comments, ended: BTreeMap::new() }
    }

    /// All blocks.
    pub(crate) fn finish(mut self, room: &mut Room) -> Result<Vec<Block>, Flaw> {
        self.end_frame(room)
    }

    fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// A note, a comment or a text box begins.
    pub(crate) fn push(&mut self, frame: Frame) {
        self.frames.push(frame);
    }

    /// Whether it is one that is being written.
    pub(crate) fn is_inside(&self) -> bool {
        self.frames.len() > 1
    }

    fn end_frame(&mut self, room: &mut Room) -> Result<Vec<Block>, Flaw> {
        self.end_paragraph(false, room)?;
        Ok(self.frames.pop().map_or_else(Vec::new, |frame| frame.tables.finish()))
    }

    /// A note ends: it stands behind the paragraph that refers to it.
    pub(crate) fn end_note(&mut self, room: &mut Room) -> Result<(), Flaw> {
        let label = self.frame().label.take();
        let blocks = self.end_frame(room)?;
        let (text, spans) = flat(&blocks);
        let stated = Some((Kind::Note, label));
        if !text.is_empty() {
            let words = Words { stated, spans, ..Words::plain(text) };
            self.frame().after.push(Block::Words(words));
        }
        Ok(())
    }

    /// A text box ends.
    pub(crate) fn end_box(&mut self, room: &mut Room) -> Result<(), Flaw> {
        let blocks = self.end_frame(room)?;
        self.frame().after.extend(blocks);
        Ok(())
    }

    /// A comment ends: its words.
    pub(crate) fn end_comment(&mut self, room: &mut Room) -> Result<String, Flaw> {
        let blocks = self.end_frame(room)?;
        room.take(0)?;
        Ok(flat(&blocks).0)
    }

    /// The range of a comment begins.
    pub(crate) fn begin_comment(&mut self, id: &str) {
        let frame = self.frame();
        let here = frame.words.len();
        frame.comments.insert(id.to_owned(), here);
    }

    /// The range of a comment ends.
    pub(crate) fn end_range(&mut self, id: &str) {
        self.ended.insert(id.to_owned(), true);
        let Some(remark) = self.comments.get(id).cloned() else { return };
        let frame = self.frame();
        // It may have begun in an earlier paragraph.
        let start = frame.comments.remove(id).unwrap_or(0);
        frame.words.remark(start, remark);
    }

    /// A comment is about this place, unless it has a range.
    pub(crate) fn comment_at_place(&mut self, id: &str) {
        if self.ended.contains_key(id) {
            return;
        }
        let Some(remark) = self.comments.get(id).cloned() else { return };
        let frame = self.frame();
        frame.words.remark(frame.words.len(), remark);
    }

    /// Words with what holds for them.
    pub(crate) fn write(&mut self, text: &str, group: &Group, authors: &[String]) {
        if group.hidden {
            return;
        }
        let frame = self.frame();
        let change = match (group.deleted, group.inserted) {
            (Some(moved), _) => {
                let kind = if moved { ChangeKind::MovedAway } else { ChangeKind::Deleted };
                let by_move = moved && group.deleting_date == 0;
                Some(match by_move {
                    true => (kind, group.author, group.date),
                    false => (kind, group.deleting_author, group.deleting_date),
                })
            }
            (None, Some(moved)) => {
                let kind = if moved { ChangeKind::MovedHere } else { ChangeKind::Inserted };
                Some((kind, group.author, group.date))
            }
            (None, None) => None,
        }
        // What the program numbers is no change of the words.
        .filter(|_| !group.is_number || group.deleted.is_some());
        if frame.change.as_ref().map(|(change, ..)| *change) != change {
            frame.end_change();
            if let Some(change) = change {
                let author = usize::try_from(change.1).ok().and_then(|place| authors.get(place));
                let author = author.filter(|name| *name != "Unknown").cloned();
                frame.change = Some((change, frame.words.len(), String::new(), author));
            }
        }
        let text = raised::at(group.height, text);
        if group.deleted.is_some() {
            if let Some((_, _, dropped, _)) = &mut frame.change {
                dropped.push_str(&text);
            }
            return;
        }
        if text.chars().any(|letter| !letter.is_whitespace()) {
            frame.has_words = true;
            frame.plain |= !group.bold && !group.is_number;
        }
        frame.words.push(&text);
    }

    /// The next paragraph goes on with this one.
    pub(crate) fn join(&mut self) {
        let frame = self.frame();
        frame.end_change();
        if frame.has_words {
            frame.words.push(" ");
        }
    }

    /// Whether a note is being written that has a number.
    pub(crate) fn is_numbered(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.label.is_some())
    }

    /// Its number is another one.
    pub(crate) fn relabel(&mut self, label: String) {
        self.frame().label = Some(label);
    }

    /// A paragraph ends.
    pub(crate) fn end_paragraph(&mut self, is_contents: bool, room: &mut Room) -> Result<(), Flaw> {
        let comments = std::mem::take(&mut self.frame().comments);
        for (id, start) in comments {
            // What goes on in later paragraphs ends in the one where its end stands.
            if let Some(remark) = self.comments.get(&id).cloned() {
                self.frame().words.remark(start, remark);
            }
        }
        let frame = self.frame();
        frame.end_change();
        let (text, spans) = std::mem::take(&mut frame.words).finish();
        let bold = frame.has_words && !frame.plain;
        (frame.has_words, frame.plain) = (false, false);
        let stated = (is_contents || frame.is_contents).then_some((Kind::Toc, None));
        let heading = frame.heading;
        let words = Words { heading, bold, stated, spans, ..Words::plain(text) };
        let is_empty = words.text.is_empty() && words.spans.is_empty();
        if !is_empty {
            room.take(0)?;
        }
        let own = (!is_empty).then_some(Block::Words(words));
        let after = std::mem::take(&mut frame.after);
        let depth = frame.depth();
        frame.tables.push(depth, own.into_iter().chain(after));
        Ok(())
    }

    /// What was said of paragraphs no longer holds.
    pub(crate) fn plain_paragraph(&mut self) {
        let frame = self.frame();
        (frame.heading, frame.is_contents) = (0, false);
        (frame.in_table, frame.depth) = (false, 0);
    }

    /// The paragraph is a title.
    pub(crate) fn heading(&mut self, rank: u8) {
        self.frame().heading = rank;
    }

    /// The style of the paragraph.
    pub(crate) fn style(&mut self, name: &str, rank: u8) {
        let frame = self.frame();
        frame.is_contents = name.starts_with("toc ") || name.starts_with("contents ");
        let by_name = name.strip_prefix("heading ").and_then(|rank| rank.parse().ok());
        let by_name = by_name.filter(|rank| (1..=9).contains(rank));
        let title = (name == "title").then_some(1);
        frame.heading = if rank > 0 { rank } else { by_name.or(title).unwrap_or(0) };
    }

    /// The paragraph stands in a table.
    pub(crate) fn in_table(&mut self) {
        self.frame().in_table = true;
    }

    /// How deep it stands in tables.
    pub(crate) fn depth(&mut self, depth: usize) {
        self.frame().depth = depth;
    }

    /// The tables around.
    pub(crate) fn tables(&mut self) -> &mut Tables {
        &mut self.frame().tables
    }

    /// A cell ends: of the outermost table, or of one in it.
    pub(crate) fn end_cell(&mut self, least: usize, room: &mut Room) -> Result<(), Flaw> {
        let frame = self.frame();
        if least == 1 {
            (frame.in_table, frame.depth) = (true, 1);
        } else {
            frame.depth = frame.depth.max(least);
        }
        let depth = frame.depth;
        self.end_paragraph(false, room)?;
        self.frame().tables.end_cell(depth, room)
    }

    /// A row ends.
    pub(crate) fn end_row(&mut self, least: usize, room: &mut Room) -> Result<(), Flaw> {
        let frame = self.frame();
        let depth = if least == 1 { 1 } else { frame.depth.max(least) };
        if !frame.words.is_empty() {
            // Words without the end of their cell.
            self.end_cell(least, room)?;
        }
        self.frame().tables.end_row(depth, room)
    }

    /// A field begins.
    pub(crate) fn begin_field(&mut self) {
        self.codes.clear();
    }

    /// A piece of the code of a field.
    pub(crate) fn code(&mut self, text: &str) {
        match self.codes.last_mut() {
            Some(code) if code.len() < 100 => code.extend(text.chars().take(100)),
            Some(_) => {}
            None => self.codes.push(text.chars().take(100).collect()),
        }
    }

    /// Whether the field shows a table of contents.
    pub(crate) fn is_contents(&self) -> bool {
        self.codes.last().is_some_and(|code| code.trim_start().to_uppercase().starts_with("TOC"))
    }
}
