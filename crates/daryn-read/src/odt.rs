//! ODT and flat ODT: the text documents of LibreOffice and others.

mod formula;
mod lists;
mod styles;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::archive::{Archive, Flaw, Room};
use crate::block::{Block, Cell, Remark, Tidy, What, Words, flat, is_note};
use crate::document::{ChangeKind, Kind};
use crate::raised::{self, Height};
use crate::xml::{Element, Sink, walk};
use formula::Formula;
use lists::Counters;
use styles::{Style, Styles};

/// Reads the blocks of a document. `size` is that of the file.
pub(crate) fn blocks(archive: &mut Archive<'_>, size: usize) -> Result<Vec<Block>, Flaw> {
    // What is encrypted is told in the list of parts; their bytes are noise.
    let list = archive.bytes("META-INF/manifest.xml", 1 << 20)?.unwrap_or_default();
    if String::from_utf8_lossy(&list).contains("encryption-data") {
        return Err(Flaw::Password);
    }
    let mut reader = Reader::new(size);
    reader.formulas = formula::all(archive)?.into_iter().collect();
    if let Some(part) = archive.part("styles.xml")? {
        walk(part, "styles.xml", &mut reader)?;
    }
    match archive.part("content.xml")? {
        Some(part) => walk(part, "content.xml", &mut reader)?,
        None => return Err(Flaw::NoPart("content.xml")),
    }
    reader.finish()
}

/// Reads the blocks of a document that is one XML text.
pub(crate) fn flat_blocks(bytes: &[u8]) -> Result<Vec<Block>, Flaw> {
    let mut reader = Reader::new(bytes.len());
    reader.room = Room::of_plain(bytes.len());
    walk(bytes, "", &mut reader)?;
    reader.finish()
}

/// Elements whose inside is not read.
const SKIPPED: [&str; 15] = [
    "master-styles",
    "meta",
    "settings",
    "scripts",
    "forms",
    "font-face-decls",
    "table-of-content-source",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "ruby-text",
    "svg:title",
    "svg:desc",
    "hidden-text",
    "binary-data",
];

/// Most times that a cell or a row is taken to be repeated: programs fill empty sheets so.
const REPEATED: usize = 100;

/// What holds paragraphs: the body, a cell, a text box, a note, a comment, deleted words.
#[derive(Default)]
struct Holder {
    blocks: Vec<Block>,
    paragraph: Option<Paragraph>,
    tables: Vec<Table>,
}

#[derive(Default)]
struct Paragraph {
    words: Tidy,
    heading: u8,
    style: Style,
    /// The number that is to stand before the first words.
    number: Option<String>,
    plain: bool,
    after: Vec<Block>,
    /// Remarks that began here and have not ended, by identifier.
    begun: BTreeMap<String, usize>,
    /// What spans around a place say: in bold, hidden, their height.
    spans: Vec<(Option<bool>, Option<bool>, Option<Height>)>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    cell: Cell,
    cells: usize,
    repeated: usize,
    notes: Vec<Block>,
}

/// An open list.
struct List {
    style: String,
    counters: usize,
    /// Whether the next paragraph is the first of an item, and where the item says it begins.
    item: Option<Option<u32>>,
}

struct Reader {
    room: Room,
    styles: Styles,
    holders: Vec<Holder>,
    skipped: usize,
    in_text: bool,
    /// Inside a table of contents, as a depth.
    contents: usize,
    lists: Vec<List>,
    /// How far lists have come; by identifier and by style.
    counters: Vec<Counters>,
    by_id: BTreeMap<String, usize>,
    by_style: BTreeMap<String, usize>,
    outline: Counters,
    /// Changes and comments by identifier.
    remarks: BTreeMap<String, Rc<Remark>>,
    /// Changes and comments whose words are being read.
    open: Vec<(String, Remark)>,
    /// Where letters go that are no words of the text: author, date, label.
    apart: Option<String>,
    label: String,
    /// Formulas by the names of their folders, and one that stands in the text itself.
    formulas: BTreeMap<String, String>,
    formula: Option<Formula>,
}

impl Reader {
    fn new(size: usize) -> Reader {
        Reader {
            room: Room::of(size),
            styles: Styles::default(),
            holders: vec![Holder::default()],
            skipped: 0,
            in_text: false,
            contents: 0,
            lists: Vec::new(),
            counters: Vec::new(),
            by_id: BTreeMap::new(),
            by_style: BTreeMap::new(),
            outline: Counters::default(),
            remarks: BTreeMap::new(),
            open: Vec::new(),
            apart: None,
            label: String::new(),
            formulas: BTreeMap::new(),
            formula: None,
        }
    }

    fn finish(mut self) -> Result<Vec<Block>, Flaw> {
        self.end_holder()
    }

    fn holder(&mut self) -> &mut Holder {
        if self.holders.is_empty() {
            self.holders.push(Holder::default());
        }
        let last = self.holders.len() - 1;
        &mut self.holders[last]
    }

    fn end_holder(&mut self) -> Result<Vec<Block>, Flaw> {
        self.end_paragraph()?;
        while !self.holder().tables.is_empty() {
            self.end_table();
        }
        Ok(self.holders.pop().map_or_else(Vec::new, |holder| holder.blocks))
    }

    fn begin_paragraph(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        self.end_paragraph()?;
        let is_title = element.name() == "h";
        let style = self.styles.whole("paragraph", &element.get("style-name").unwrap_or_default());
        let rank = element.number::<usize>("outline-level").unwrap_or(1).clamp(1, lists::LEVELS);
        let depth = self.lists.len();
        let listed = self.lists.last_mut().and_then(|list| {
            let start = list.item.take()?;
            Some((list.style.clone(), list.counters, start))
        });
        let number = match listed {
            Some((name, counters, start)) => {
                // An item of no list style is one of a plain list.
                let none = lists::Style::new();
                let style = self.styles.lists.get(&name).unwrap_or(&none);
                self.counters[counters].count(style, depth - 1, start)
            }
            None if is_title && depth == 0 && !style.unnumbered => {
                let is_header = element.get("is-list-header").as_deref() == Some("true");
                let start = element.number("start-value");
                let count = || self.outline.count(&self.styles.outline, rank - 1, start);
                (!is_header).then(count).flatten()
            }
            None => None,
        };
        let heading = match (is_title, style.title) {
            (true, _) => rank as u8,
            (false, true) => 1,
            _ => 0,
        };
        self.holder().paragraph =
            Some(Paragraph { heading, style, number, ..Paragraph::default() });
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), Flaw> {
        let in_contents = self.contents > 0;
        let last = self.holders.len() - 1;
        let Some(paragraph) = self.holders[last].paragraph.take() else { return Ok(()) };
        self.room.take(0)?;
        let Paragraph { mut words, heading, style, plain, after, begun, .. } = paragraph;
        // What goes on in later paragraphs ends in the one where its end stands.
        for (id, start) in begun {
            if let Some(remark) = self.remarks.get(&id) {
                words.remark(start, remark.clone());
            }
        }
        let bold = !words.is_empty() && !plain;
        let (text, spans) = words.finish();
        let blocks = &mut self.holders[last].blocks;
        if !text.is_empty() || !spans.is_empty() {
            let stated = (style.contents || in_contents).then_some((Kind::Toc, None));
            blocks.push(Block::Words(Words { heading, bold, stated, spans, ..Words::plain(text) }));
        }
        blocks.extend(after);
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<(), Flaw> {
        let last = self.holders.len() - 1;
        let Some(paragraph) = &mut self.holders[last].paragraph else { return Ok(()) };
        let (bold, hidden, height) = paragraph.spans.last().copied().unwrap_or_default();
        if hidden.or(paragraph.style.hidden) == Some(true) {
            return Ok(());
        }
        self.room.letters(text.len())?;
        if text.chars().any(|letter| !letter.is_whitespace()) {
            if let Some(number) = paragraph.number.take() {
                self.room.letters(number.len())?;
                let empty = paragraph.words.is_empty();
                paragraph.words.push(&number);
                paragraph.words.push(" ");
                let behind = paragraph.words.len();
                if empty {
                    paragraph.begun.values_mut().for_each(|start| *start = behind);
                }
            }
            paragraph.plain |= !bold.or(paragraph.style.bold).unwrap_or(false);
        }
        let height = height.or(paragraph.style.height).unwrap_or_default();
        paragraph.words.push(&raised::at(height, text));
        Ok(())
    }

    fn begin_list(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        self.end_paragraph()?;
        self.room.take(0)?;
        let own = element.get("style-name");
        if let Some(around) = self.lists.last_mut() {
            // The number of an item that begins with a list is in that list, which goes on where
            // the list around it does.
            let is_first = around.item.take().is_some();
            let goes_on = element.get("continue-numbering").as_deref() == Some("true");
            let style = own.unwrap_or_else(|| around.style.clone());
            let counters = around.counters;
            if !is_first && !goes_on {
                self.counters[counters].restart(self.lists.len());
            }
            self.lists.push(List { style, counters, item: None });
            return Ok(());
        }
        let style = own.unwrap_or_default();
        let goes_on = element.get("continue-numbering").as_deref() == Some("true");
        let before = element
            .get("continue-list")
            .and_then(|id| self.by_id.get(&id))
            .or_else(|| self.by_style.get(&style).filter(|_| goes_on))
            .copied();
        let counters = before.unwrap_or_else(|| {
            self.counters.push(Counters::default());
            self.counters.len() - 1
        });
        if let Some(id) = element.get("id") {
            self.by_id.insert(id, counters);
        }
        self.by_style.insert(style.clone(), counters);
        self.lists.push(List { style, counters, item: None });
        Ok(())
    }

    fn table(&mut self) -> Option<&mut Table> {
        self.holder().tables.last_mut()
    }

    fn end_table(&mut self) {
        let holder = self.holder();
        let Some(Table { rows, notes, .. }) = holder.tables.pop() else { return };
        holder.blocks.extend(Block::table(rows));
        holder.blocks.extend(notes);
    }

    fn begin_cell(&mut self, element: &Element<'_>) {
        let number = |name: &str| element.number::<usize>(name).unwrap_or(1).clamp(1, 1000);
        if let Some(table) = self.table() {
            table.cells = number("number-columns-repeated").min(REPEATED);
            let (columns, rows) = (number("number-columns-spanned"), number("number-rows-spanned"));
            table.cell = Cell { columns, rows, ..Cell::default() };
        }
        self.holders.push(Holder::default());
    }

    fn end_cell(&mut self) -> Result<(), Flaw> {
        if self.holders.len() < 2 {
            return Ok(());
        }
        let blocks = self.end_holder()?;
        let (notes, blocks): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(is_note);
        let (text, spans) = flat(&blocks);
        let last = self.holders.len() - 1;
        let Some(table) = self.holders[last].tables.last_mut() else { return Ok(()) };
        for _ in 0..table.cells {
            self.room.take(text.len())?;
            let (text, spans) = (text.clone(), spans.clone());
            table.row.push(Cell { text, spans, ..table.cell.clone() });
        }
        table.notes.extend(notes);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Flaw> {
        let last = self.holders.len() - 1;
        let Some(table) = self.holders[last].tables.last_mut() else { return Ok(()) };
        let row = std::mem::take(&mut table.row);
        let empty = row.iter().all(|cell| cell.text.is_empty());
        for _ in 1..if empty { 1 } else { table.repeated } {
            for cell in &row {
                self.room.take(cell.text.len())?;
            }
            table.rows.push(row.clone());
        }
        table.rows.push(row);
        Ok(())
    }

    /// A change or a comment begins that tells of itself before its words.
    fn begin_remark(&mut self, id: String, change: Option<ChangeKind>) -> Result<(), Flaw> {
        self.room.take(0)?;
        let what = change.map_or(What::Comment, What::Change);
        let remark = Remark { what, text: String::new(), author: None, date: None };
        self.open.push((id, remark));
        self.holders.push(Holder::default());
        Ok(())
    }

    fn end_remark(&mut self) -> Result<Option<(String, Rc<Remark>)>, Flaw> {
        if self.holders.len() < 2 || self.open.is_empty() {
            return Ok(None);
        }
        let blocks = self.end_holder()?;
        let Some((id, mut remark)) = self.open.pop() else { return Ok(None) };
        remark.text = flat(&blocks).0;
        let remark = Rc::new(remark);
        self.remarks.insert(id.clone(), remark.clone());
        Ok(Some((id, remark)))
    }

    /// A change begins, ends or is at a place.
    fn change(&mut self, element: &Element<'_>, at_end: bool) -> Result<(), Flaw> {
        self.room.take(0)?;
        let id = element.get("change-id").or_else(|| element.get("name")).unwrap_or_default();
        let Some(remark) = self.remarks.get(&id).cloned() else { return Ok(()) };
        let last = self.holders.len() - 1;
        let Some(paragraph) = &mut self.holders[last].paragraph else { return Ok(()) };
        let here = paragraph.words.len();
        match (element.name(), at_end) {
            ("change-start", _) => drop(paragraph.begun.insert(id, here)),
            (_, true) => {
                // It may have begun in an earlier paragraph.
                let start = paragraph.begun.remove(&id).unwrap_or(0);
                paragraph.words.remark(start, remark);
            }
            _ => paragraph.words.remark(here, remark),
        }
        Ok(())
    }
}

impl Sink for Reader {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        let name = element.name();
        let hidden = || name == "section" && element.get("display").as_deref() == Some("none");
        if self.skipped > 0
            || SKIPPED.contains(&name)
            || SKIPPED.contains(&element.whole_name())
            || hidden()
        {
            self.skipped += 1;
            return Ok(());
        }
        if let Some(formula) = &mut self.formula {
            return formula.open(element);
        }
        if !self.in_text {
            self.in_text = name == "body";
            return self.styles.open(element, &mut self.room);
        }
        match name {
            "p" | "h" => self.begin_paragraph(element)?,
            "span" => {
                self.room.letters(16)?;
                let style =
                    self.styles.whole("text", &element.get("style-name").unwrap_or_default());
                if let Some(paragraph) = &mut self.holder().paragraph {
                    let (bold, hidden, height) =
                        paragraph.spans.last().copied().unwrap_or_default();
                    let height = style.height.or(height);
                    paragraph.spans.push((style.bold.or(bold), style.hidden.or(hidden), height));
                }
            }
            "object" => {
                let folder = element.get("href").unwrap_or_default();
                let folder = folder.trim_start_matches("./");
                match self.formulas.get(folder).cloned() {
                    Some(words) => self.write(&words)?,
                    None => self.formula = Some(Formula::default()),
                }
            }
            "s" => self.write(" ")?,
            "tab" => self.write("\t")?,
            "line-break" => self.write("\n")?,
            "list" => self.begin_list(element)?,
            "list-item" => {
                self.end_paragraph()?;
                if let Some(list) = self.lists.last_mut() {
                    list.item = Some(element.number("start-value"));
                }
            }
            "table" => {
                self.end_paragraph()?;
                self.holder().tables.push(Table::default());
            }
            "table-row" => {
                let repeated = element.number("number-rows-repeated").unwrap_or(1);
                if let Some(table) = self.table() {
                    table.row = Vec::new();
                    table.repeated = usize::clamp(repeated, 1, REPEATED);
                }
            }
            "table-cell" => self.begin_cell(element),
            // Words in a covered cell are not shown.
            "covered-table-cell" => self.skipped = 1,
            "note" => self.label.clear(),
            // A note has its label before its words, a change its author.
            "note-citation" => self.apart = Some(String::new()),
            "creator" | "date" if self.apart.is_none() && !self.open.is_empty() => {
                self.apart = Some(String::new());
            }
            "note-body" | "text-box" => self.holders.push(Holder::default()),
            "table-of-content" => self.contents += 1,
            "changed-region" => {
                let id = element.get("id").unwrap_or_default();
                self.begin_remark(id, Some(ChangeKind::Inserted))?;
            }
            "deletion" | "format-change" => {
                if let Some((id, remark)) = self.open.last_mut() {
                    remark.what = What::Change(ChangeKind::Deleted);
                    if name == "format-change" {
                        // Looks are not words.
                        id.clear();
                    }
                }
            }
            "annotation" => {
                self.begin_remark(element.get("name").unwrap_or_default(), None)?;
            }
            "change" | "change-start" => self.change(element, false)?,
            "change-end" | "annotation-end" => self.change(element, true)?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Flaw> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        if let Some(mut formula) = self.formula.take() {
            if name == "object" {
                return self.write(&formula.words().replace('\n', " "));
            }
            formula.close(name)?;
            self.formula = Some(formula);
            return Ok(());
        }
        if !self.in_text {
            self.styles.close(name);
            return Ok(());
        }
        match name {
            "p" | "h" => self.end_paragraph()?,
            "span" => {
                if let Some(paragraph) = &mut self.holder().paragraph {
                    paragraph.spans.pop();
                }
            }
            "list" => drop(self.lists.pop()),
            "list-item" => {
                self.end_paragraph()?;
                if let Some(list) = self.lists.last_mut() {
                    list.item = None;
                }
            }
            "table" => self.end_table(),
            "table-row" => self.end_row()?,
            "table-cell" => self.end_cell()?,
            "note-citation" => self.label = self.apart.take().unwrap_or_default(),
            "creator" => {
                if let (Some(text), Some((_, remark))) = (self.apart.take(), self.open.last_mut()) {
                    remark.author = Some(text);
                }
            }
            "date" => {
                if let (Some(text), Some((_, remark))) = (self.apart.take(), self.open.last_mut()) {
                    remark.date = Some(text);
                }
            }
            "note-body" if self.holders.len() > 1 => {
                let blocks = self.end_holder()?;
                let (text, spans) = flat(&blocks);
                let label = Some(self.label.trim().to_owned()).filter(|label| !label.is_empty());
                if let Some(paragraph) = &mut self.holder().paragraph {
                    let stated = Some((Kind::Note, label));
                    let words = Words { stated, spans, ..Words::plain(text) };
                    paragraph.after.push(Block::Words(words));
                }
            }
            "text-box" if self.holders.len() > 1 => {
                let blocks = self.end_holder()?;
                let holder = self.holder();
                match &mut holder.paragraph {
                    Some(paragraph) => paragraph.after.extend(blocks),
                    None => holder.blocks.extend(blocks),
                }
            }
            "table-of-content" => self.contents = self.contents.saturating_sub(1),
            "changed-region" => drop(self.end_remark()?),
            "annotation" => {
                if let Some((id, remark)) = self.end_remark()?
                    && let Some(paragraph) = &mut self.holder().paragraph
                {
                    let here = paragraph.words.len();
                    paragraph.words.remark(here, remark);
                    if !id.is_empty() {
                        paragraph.begun.insert(id, here);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Flaw> {
        if self.skipped > 0 || !self.in_text {
            return Ok(());
        }
        if let Some(formula) = &mut self.formula {
            self.room.letters(text.len())?;
            return formula.text(text);
        }
        if let Some(apart) = &mut self.apart {
            self.room.letters(text.len())?;
            apart.push_str(text);
            return Ok(());
        }
        match text.contains('\n') {
            true => self.write(&text.replace('\n', " ")),
            false => self.write(text),
        }
    }
}
