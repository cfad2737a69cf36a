//! The body of a Word document, its notes and its comments: one reader for all that holds
//! paragraphs.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::field::Fields;
use super::highlight;
use super::numbering::Numbering;
use super::paragraph::{Paragraph, is_dropped};
use super::styles::{Styles, height};
use super::table::Rows;
use crate::archive::{Flaw, Room};
use crate::block::{Block, Cell, Remark, Remarked, Words, flat, is_note};
use crate::document::{ChangeKind, Kind};
use crate::raised::{self, Height};
use crate::xml::{Element, Sink};

/// Elements whose inside is not read: former properties, and what is no text.
const SKIPPED: [&str; 13] = [
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "trPrChange",
    "tcPrChange",
    "numberingChange",
    "rt",
    "docPartBody",
    "sectPr",
    "tblGrid",
];

/// What the other parts of the document say.
pub(crate) struct Around {
    /// Styles.
    pub(crate) styles: Styles,
    /// Lists.
    pub(crate) numbering: Numbering,
    /// Footnotes and endnotes by kind and identifier; each is taken where it is referred to.
    pub(crate) notes: BTreeMap<(&'static str, String), Remarked>,
    /// Comments by identifier.
    pub(crate) comments: BTreeMap<String, Rc<Remark>>,
    /// How footnotes and endnotes are numbered.
    pub(crate) formats: [String; 2],
}

/// What holds paragraphs and tables: the body, a cell, a text box, a note.
#[derive(Default)]
struct Holder {
    blocks: Vec<Block>,
    paragraph: Option<Paragraph>,
    /// A paragraph whose mark was deleted: the next one goes on with it.
    joined: Option<Paragraph>,
    tables: Vec<Rows>,
    /// Inside a drawing, outside its text boxes.
    graphic: usize,
    /// Inside properties of a paragraph.
    in_properties: bool,
    fields: Fields,
}

/// Reads a part that holds paragraphs.
pub(crate) struct Body<'a> {
    around: &'a mut Around,
    room: &'a mut Room,
    holders: Vec<Holder>,
    /// Element that is skipped, as a depth.
    skipped: usize,
    /// For each open choice between renderings whether one was taken.
    choices: Vec<bool>,
    /// For each open control whether it holds a table of contents.
    controls: Vec<bool>,
    /// Properties of the run: in bold, not shown, its height.
    run: Run,
    in_run_properties: bool,
    /// Heights in a formula.
    heights: Vec<Height>,
    /// The mark of the note that the rest of the run is.
    custom_mark: Option<String>,
    /// What the words that come are: text, code of a field, nothing.
    text: Text,
    /// Numbers of footnotes and endnotes so far.
    counted: [u32; 2],
    /// Notes or comments that are being read, when this is their part.
    pub(crate) entries: Vec<(Entry, Remarked)>,
    entry: Option<Entry>,
}

/// What a note or a comment says of itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) author: Option<String>,
    pub(crate) date: Option<String>,
}

/// What a run says of its letters.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    bold: Option<bool>,
    hidden: Option<bool>,
    height: Option<Height>,
    /// What is highlighted in a colour of the pen, or in none where that is said.
    highlight: Option<Option<[u8; 3]>>,
    /// The colour behind its letters otherwise.
    shading: Option<[u8; 3]>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    None,
    Words,
    Code,
}

impl<'a> Body<'a> {
    /// Begins.
    pub(crate) fn new(around: &'a mut Around, room: &'a mut Room) -> Body<'a> {
        Body {
            around,
            room,
            holders: vec![Holder::default()],
            skipped: 0,
            choices: Vec::new(),
            controls: Vec::new(),
            run: Run::default(),
            in_run_properties: false,
            heights: Vec::new(),
            custom_mark: None,
            text: Text::None,
            counted: [0; 2],
            entries: Vec::new(),
            entry: None,
        }
    }

    /// What was read.
    pub(crate) fn finish(mut self) -> Result<Vec<Block>, Flaw> {
        self.end_holder()
    }

    fn holder(&mut self) -> &mut Holder {
        if self.holders.is_empty() {
            self.holders.push(Holder::default());
        }
        let last = self.holders.len() - 1;
        &mut self.holders[last]
    }

    fn paragraph(&mut self) -> Option<&mut Paragraph> {
        self.holder().paragraph.as_mut()
    }

    fn begin_paragraph(&mut self) {
        let joined = self.holder().joined.take();
        self.holder().paragraph = Some(joined.map_or_else(Paragraph::default, Paragraph::go_on));
        self.run = Run::default();
    }

    /// Settles what the properties of a paragraph mean, before its words.
    fn end_properties(&mut self) {
        self.holder().in_properties = false;
        let Around { styles, numbering, .. } = &mut *self.around;
        let last = self.holders.len() - 1;
        let Some(paragraph) = &mut self.holders[last].paragraph else { return };
        paragraph.settle(styles, numbering);
    }

    fn end_paragraph(&mut self) -> Result<(), Flaw> {
        let in_contents = self.controls.contains(&true);
        let last = self.holders.len() - 1;
        let holder = &mut self.holders[last];
        let Some(mut paragraph) = holder.paragraph.take() else { return Ok(()) };
        paragraph.end_highlight();
        paragraph.end_comments(&self.around.comments);
        if !paragraph.settled {
            paragraph.settle(&self.around.styles, &self.around.numbering);
        }
        paragraph.contents |= in_contents || holder.fields.is_contents();
        holder.fields.end_paragraph();
        if let Some(remark) = paragraph.mark_remark() {
            paragraph.words.remark(paragraph.words.len(), Rc::new(remark));
        }
        if paragraph.is_mark_dropped() {
            if paragraph.has_words {
                paragraph.words.push(" ");
            }
            paragraph.mark = None;
            holder.joined = Some(paragraph);
            return Ok(());
        }
        // A numbered paragraph without words counts, though its number is no text.
        if !paragraph.has_words && !paragraph.is_hidden() {
            paragraph.number(&mut self.around.numbering);
        }
        self.keep(paragraph)
    }

    fn keep(&mut self, paragraph: Paragraph) -> Result<(), Flaw> {
        let (words, after) = paragraph.into_words();
        self.room.take(0)?;
        let blocks = &mut self.holder().blocks;
        if !words.text.is_empty() || !words.spans.is_empty() {
            blocks.push(Block::Words(words));
        }
        blocks.extend(after);
        Ok(())
    }

    fn end_holder(&mut self) -> Result<Vec<Block>, Flaw> {
        self.end_paragraph()?;
        while !self.holder().tables.is_empty() {
            self.end_table();
        }
        if let Some(joined) = self.holder().joined.take() {
            self.keep(joined)?;
        }
        Ok(self.holders.pop().map_or_else(Vec::new, |holder| holder.blocks))
    }

    fn end_table(&mut self) {
        let holder = self.holder();
        let Some(rows) = holder.tables.pop() else { return };
        let (rows, notes) = rows.finish();
        holder.blocks.extend(Block::table(rows));
        holder.blocks.extend(notes);
    }

    fn end_cell(&mut self) -> Result<(), Flaw> {
        if self.holders.len() < 2 {
            return Ok(());
        }
        let blocks = self.end_holder()?;
        let (notes, blocks): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_note);
        let (text, spans) = flat(&blocks);
        self.room.take(text.len())?;
        if let Some(rows) = self.holder().tables.last_mut() {
            rows.cell(Cell { text, spans, ..Cell::default() });
            rows.notes.extend(notes);
        }
        Ok(())
    }

    /// Words of the text, or of what was taken out of it.
    fn write(&mut self, text: &str) -> Result<(), Flaw> {
        let last = self.holders.len() - 1;
        let holder = &mut self.holders[last];
        if holder.graphic > 0 || !holder.fields.is_shown() {
            return Ok(());
        }
        let Some(paragraph) = &mut holder.paragraph else { return Ok(()) };
        let hidden = self.run.hidden.unwrap_or(paragraph.style.hidden.unwrap_or(false));
        if hidden {
            return Ok(());
        }
        self.room.letters(text.len())?;
        let in_formula = self.heights.last().copied();
        let height = in_formula.or(self.run.height).or(paragraph.style.height).unwrap_or_default();
        let shown = raised::at(height, text);
        if let Some(change) =
            paragraph.changes.iter_mut().rev().find(|change| is_dropped(change.kind))
        {
            change.text.push_str(&shown);
            return Ok(());
        }
        if let Some(mark) = &mut self.custom_mark {
            mark.push_str(text);
            return Ok(());
        }
        let colour = self.run.highlight.unwrap_or(self.run.shading);
        if colour.is_some() && paragraph.colour() != colour {
            self.room.take(0)?;
        }
        paragraph.write(&shown, self.run.bold, colour, &mut self.around.numbering);
        Ok(())
    }

    fn begin_run(&mut self) {
        self.run = Run::default();
        self.custom_mark = None;
    }

    fn end_run(&mut self) {
        if let Some(mark) = self.custom_mark.take()
            && let Some(paragraph) = self.paragraph()
            && let Some(Block::Words(Words { stated: Some((_, label)), .. })) =
                paragraph.after.last_mut()
        {
            *label = Some(mark.trim().to_owned());
        }
        self.text = Text::None;
    }

    fn note(&mut self, kind: &'static str, element: &Element<'_>) -> Result<(), Flaw> {
        let place = usize::from(kind == "endnote");
        let id = element.get("id").unwrap_or_default();
        let last = self.holders.len() - 1;
        let holder = &mut self.holders[last];
        let Some(paragraph) = &mut holder.paragraph else { return Ok(()) };
        if paragraph.changes.iter().any(|change| is_dropped(change.kind)) {
            return Ok(());
        }
        let Some((text, spans)) = self.around.notes.remove(&(kind, id)) else { return Ok(()) };
        let custom = element.get("customMarkFollows");
        let label = if matches!(custom.as_deref(), Some("1" | "true" | "on")) {
            self.custom_mark = Some(String::new());
            String::new()
        } else {
            self.counted[place] += 1;
            crate::numerals::written(self.counted[place], &self.around.formats[place])
        };
        let stated = Some((Kind::Note, Some(label)));
        paragraph.after.push(Block::Words(Words { stated, spans, ..Words::plain(text) }));
        Ok(())
    }

    fn begin_change(&mut self, kind: ChangeKind, element: &Element<'_>) -> Result<(), Flaw> {
        let (author, date) = (element.get("author"), element.get("date"));
        self.room.take(author.as_ref().map_or(0, String::len))?;
        let in_properties = self.holder().in_properties;
        if let Some(paragraph) = self.paragraph() {
            paragraph.begin_change(kind, author, date, in_properties);
        } else if let Some(rows) = self.holder().tables.last_mut() {
            rows.change(kind, author, date);
        }
        Ok(())
    }
}

impl Sink for Body<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        let name = element.name();
        if self.skipped > 0
            || SKIPPED.contains(&name)
            || matches!(name, "Choice" | "Fallback")
                && self.choices.last_mut().is_some_and(|taken| std::mem::replace(taken, true))
        {
            self.skipped += 1;
            return Ok(());
        }
        if self.holder().graphic > 0 && name != "txbxContent" {
            self.holder().graphic += 1;
            if name == "AlternateContent" {
                self.choices.push(false);
            }
            return Ok(());
        }
        if self.in_run_properties {
            return self.run_property(element);
        }
        if self.holder().in_properties && name != "rPr" {
            if let Some(paragraph) = self.paragraph() {
                paragraph.property(element);
            }
            return Ok(());
        }
        match name {
            "AlternateContent" => self.choices.push(false),
            "drawing" | "pict" | "object" => self.holder().graphic = 1,
            "txbxContent" => self.holders.push(Holder::default()),
            "p" => {
                self.end_paragraph()?;
                self.begin_paragraph();
            }
            "pPr" => self.holder().in_properties = true,
            "rPr" => self.in_run_properties = true,
            "r" => self.begin_run(),
            "t" | "delText" => self.text = Text::Words,
            "instrText" | "delInstrText" => self.text = Text::Code,
            // In a formula: 10⁶, and 1/2.
            "sup" => self.heights.push(Height::Raised),
            "sub" => self.heights.push(Height::Lowered),
            "den" => self.write("/")?,
            "tab" | "ptab" => self.write("\t")?,
            "br" | "cr" => self.write("\n")?,
            "noBreakHyphen" => self.write("-")?,
            "sym" => {
                let code = element.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                self.write(&symbol(code.unwrap_or(0)).to_string())?;
            }
            "fldChar" => {
                let kind = element.get("fldCharType").unwrap_or_default();
                self.holder().fields.mark(&kind);
            }
            "fldSimple" => {
                let code = element.get("instr").unwrap_or_default();
                self.holder().fields.simple(&code);
            }
            "footnoteReference" => self.note("footnote", element)?,
            "endnoteReference" => self.note("endnote", element)?,
            "ins" => self.begin_change(ChangeKind::Inserted, element)?,
            "del" => self.begin_change(ChangeKind::Deleted, element)?,
            "moveTo" => self.begin_change(ChangeKind::MovedHere, element)?,
            "moveFrom" => self.begin_change(ChangeKind::MovedAway, element)?,
            "commentRangeStart" | "commentRangeEnd" | "commentReference" => {
                self.room.take(0)?;
                let id = element.get("id").unwrap_or_default();
                let comments = &self.around.comments;
                let last = self.holders.len() - 1;
                if let Some(paragraph) = &mut self.holders[last].paragraph {
                    paragraph.comment(name, &id, comments);
                }
            }
            "sdt" => self.controls.push(false),
            "docPartGallery" => {
                let is_contents = element.val().is_some_and(|name| name == "Table of Contents");
                if let Some(control) = self.controls.last_mut() {
                    *control |= is_contents;
                }
            }
            "tbl" => {
                self.end_paragraph()?;
                if let Some(joined) = self.holder().joined.take() {
                    self.keep(joined)?;
                }
                self.holder().tables.push(Rows::default());
            }
            "tr" | "gridBefore" => {
                if let Some(rows) = self.holder().tables.last_mut() {
                    rows.property(element);
                }
            }
            // The cell is open already: its table is that of what holds it.
            "gridSpan" | "vMerge" => {
                let mut around = self.holders.iter_mut().rev().skip(1);
                if let Some(rows) = around.next().and_then(|holder| holder.tables.last_mut()) {
                    rows.property(element);
                }
            }
            "tc" => self.holders.push(Holder::default()),
            "footnote" | "endnote" | "comment" => {
                self.entry = Some(Entry {
                    id: element.get("id").unwrap_or_default(),
                    author: element.get("author"),
                    date: element.get("date"),
                });
                self.holders.push(Holder::default());
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Flaw> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        if name == "AlternateContent" {
            self.choices.pop();
        }
        if self.holder().graphic > 0 {
            self.holder().graphic -= 1;
            return Ok(());
        }
        match name {
            "t" | "delText" | "instrText" | "delInstrText" => self.text = Text::None,
            "sup" | "sub" => drop(self.heights.pop()),
            "rPr" => self.in_run_properties = false,
            "pPr" => self.end_properties(),
            "r" => self.end_run(),
            "p" => self.end_paragraph()?,
            "fldSimple" => self.holder().fields.end_simple(),
            "ins" | "del" | "moveTo" | "moveFrom"
                if !self.in_run_properties && !self.holder().in_properties =>
            {
                if let Some(paragraph) = self.paragraph() {
                    paragraph.end_change();
                }
            }
            "txbxContent" if self.holders.len() > 1 => {
                let blocks = self.end_holder()?;
                let holder = self.holder();
                match &mut holder.paragraph {
                    Some(paragraph) => paragraph.after.extend(blocks),
                    None => holder.blocks.extend(blocks),
                }
            }
            "sdt" => drop(self.controls.pop()),
            "tc" => self.end_cell()?,
            "tr" => {
                if let Some(rows) = self.holder().tables.last_mut() {
                    rows.end_row();
                }
            }
            "tbl" => self.end_table(),
            "footnote" | "endnote" | "comment" if self.holders.len() > 1 => {
                let blocks = self.end_holder()?;
                let remarked = flat(&blocks);
                self.room.take(remarked.0.len())?;
                if let Some(entry) = self.entry.take() {
                    self.entries.push((entry, remarked));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Flaw> {
        match self.text {
            // A line feed in an XML text is a space.
            Text::Words if text.contains('\n') => self.write(&text.replace('\n', " "))?,
            Text::Words => self.write(text)?,
            Text::Code => self.holder().fields.code(text),
            Text::None => {}
        }
        Ok(())
    }
}

impl Body<'_> {
    fn run_property(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        let in_properties = self.holder().in_properties;
        match element.name() {
            "b" if !in_properties => self.run.bold = Some(element.is_on()),
            "vertAlign" if !in_properties => self.run.height = Some(height(element)),
            "highlight" if !in_properties => {
                let name = element.val().unwrap_or_default();
                self.run.highlight = Some(highlight::of_name(&name));
            }
            "shd" if !in_properties => {
                let fill = element.get("fill").unwrap_or_default();
                self.run.shading = highlight::of_fill(&fill);
            }
            "vanish" if in_properties => {
                if let Some(paragraph) = self.paragraph() {
                    paragraph.mark_hidden = element.is_on();
                }
            }
            "vanish" => self.run.hidden = Some(element.is_on()),
            "rStyle" if !in_properties => {
                self.room.letters(16)?;
                let style = self.around.styles.whole(&element.val().unwrap_or_default());
                let Run { bold, hidden, height, .. } = self.run;
                self.run = Run {
                    bold: bold.or(style.bold),
                    hidden: hidden.or(style.hidden),
                    height: height.or(style.height),
                    ..self.run
                };
            }
            "ins" if in_properties => self.begin_change(ChangeKind::Inserted, element)?,
            "del" if in_properties => self.begin_change(ChangeKind::Deleted, element)?,
            "moveFrom" if in_properties => self.begin_change(ChangeKind::MovedAway, element)?,
            _ => {}
        }
        Ok(())
    }
}

/// The letter of a sign in a font of symbols.
fn symbol(code: u32) -> char {
    match code {
        // Box, box with a mark, arrow: the signs of forms.
        0xf0a8 | 0xf06f => '□',
        0xf0fe | 0xf052 | 0xf053 => '☒',
        0xf0e0 => '→',
        0xf0b0 => '°',
        0xf0b3 => '≥',
        0xf0a3 => '≤',
        0xf02d => '-',
        0xe000..=0xf8ff => '•',
        _ => char::from_u32(code).filter(|letter| !letter.is_control()).unwrap_or('•'),
    }
}
