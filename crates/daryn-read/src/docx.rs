//! DOCX: Word's own format, and that of others who write it.
//!
//! What is read is the text with all tracked changes accepted; what was changed, and what was
//! remarked, is kept beside it. Numbers that Word makes are put before their words as it prints
//! them. Headers and footers are left out.

mod body;
mod field;
mod highlight;
mod numbering;
mod paragraph;
mod styles;
mod table;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::archive::{Archive, Flaw, Room};
use crate::block::{Block, Remark, What};
use crate::xml::{Element, Sink, walk};
use body::{Around, Body};

/// The colour of a pen for highlighting, by the name that Word gives it in a file, as `#rrggbb`.
pub fn pen(name: &str) -> Option<String> {
    let [red, green, blue] = highlight::of_name(name)?;
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

/// Reads the blocks of a document. `size` is that of the file.
pub(crate) fn blocks(archive: &mut Archive<'_>, size: usize) -> Result<Vec<Block>, Flaw> {
    let mut room = Room::of(size);
    let main = relations(archive, "_rels/.rels", "", &mut room)?
        .remove("officeDocument")
        .filter(|part| archive.has(part))
        .unwrap_or_else(|| "word/document.xml".to_owned());
    if !archive.has(&main) {
        return Err(Flaw::NoPart("word/document.xml"));
    }
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let list = format!("{folder}/_rels/{name}.rels");
    let mut parts = relations(archive, list.trim_start_matches('/'), folder, &mut room)?;
    let mut part = |kind: &str| {
        let usual = format!("{folder}/{kind}.xml");
        parts.remove(kind).unwrap_or_else(|| usual.trim_start_matches('/').to_owned())
    };

    let mut settings = Settings::default();
    read(archive, &part("settings"), &mut settings)?;
    let mut styles = styles::Definitions::new(&mut room);
    read(archive, &part("styles"), &mut styles)?;
    let styles = styles.finish();
    let mut numbering = numbering::Definitions::new(&mut room);
    read(archive, &part("numbering"), &mut numbering)?;
    let numbering = numbering.finish();
    let formats = settings.formats.map(|(format, _)| format);
    let (notes, comments) = (BTreeMap::new(), BTreeMap::new());
    let mut around = Around { styles, numbering, notes, comments, formats };

    let mut comments = Body::new(&mut around, &mut room);
    read(archive, &part("comments"), &mut comments)?;
    let comments: BTreeMap<String, Rc<Remark>> = std::mem::take(&mut comments.entries)
        .into_iter()
        .map(|(entry, (text, _))| {
            let (author, date) = (entry.author, entry.date);
            (entry.id, Rc::new(Remark { what: What::Comment, text, author, date }))
        })
        .collect();
    around.comments = comments;
    for (kind, name) in [("footnote", "footnotes"), ("endnote", "endnotes")] {
        let mut notes = Body::new(&mut around, &mut room);
        read(archive, &part(name), &mut notes)?;
        for (entry, note) in std::mem::take(&mut notes.entries) {
            around.notes.insert((kind, entry.id), note);
        }
    }
    let mut body = Body::new(&mut around, &mut room);
    read(archive, &main, &mut body)?;
    body.finish()
}

/// Reads a part, if it is there.
fn read(archive: &mut Archive<'_>, name: &str, sink: &mut impl Sink) -> Result<(), Flaw> {
    match archive.part(name)? {
        Some(part) => walk(part, name, sink),
        None => Ok(()),
    }
}

/// Where other parts are, by the last word of their kind.
fn relations(
    archive: &mut Archive<'_>,
    name: &str,
    folder: &str,
    room: &mut Room,
) -> Result<BTreeMap<String, String>, Flaw> {
    let mut relations = Relations { room, folder, found: BTreeMap::new() };
    read(archive, name, &mut relations)?;
    Ok(relations.found)
}

struct Relations<'a> {
    room: &'a mut Room,
    folder: &'a str,
    found: BTreeMap<String, String>,
}

impl Sink for Relations<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        let (Some(kind), Some(target)) = (element.get("Type"), element.get("Target")) else {
            return Ok(());
        };
        if element.name() != "Relationship" || element.get("TargetMode").is_some() {
            return Ok(());
        }
        self.room.take(target.len())?;
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let path = match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None if self.folder.is_empty() => target,
            None => format!("{}/{target}", self.folder),
        };
        self.found.entry(kind).or_insert(path);
        Ok(())
    }

    fn close(&mut self, _: &str) -> Result<(), Flaw> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Flaw> {
        Ok(())
    }
}

/// How notes are numbered: format of footnotes and of endnotes, and whether it is being told.
struct Settings {
    formats: [(String, bool); 2],
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { formats: [("decimal".into(), false), ("lowerRoman".into(), false)] }
    }
}

impl Sink for Settings {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Flaw> {
        match element.name() {
            "footnotePr" => self.formats[0].1 = true,
            "endnotePr" => self.formats[1].1 = true,
            "numFmt" => {
                let open = self.formats.iter_mut().find(|(_, open)| *open);
                if let (Some((format, _)), Some(value)) = (open, element.val()) {
                    *format = value;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Flaw> {
        match name {
            "footnotePr" => self.formats[0].1 = false,
            "endnotePr" => self.formats[1].1 = false,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Flaw> {
        Ok(())
    }
}
