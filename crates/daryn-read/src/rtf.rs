//! RTF, as Word, LibreOffice and registers of acts write it.
//!
//! Groups are kept on a stack of our own, so that no depth of them costs more than its bytes.

mod group;
mod letters;
mod tables;
mod text;
mod tokens;

use std::collections::BTreeMap;
use std::rc::Rc;

use daryn_model::Diagnostic;

use crate::archive::{Flaw, Room};
use crate::block::{Block, Remark, What};
use crate::charset;
use crate::numerals::written;
use crate::raised::Height;
use group::{Destination, Group, destination};
use letters::{Charset, sign};
use text::{Frame, Texts};
use tokens::{Token, Tokens};

/// Deepest groups that are read.
const DEEPEST: usize = 2000;
/// Most bytes that are looked at to tell whether letters are those of KZ-1048.
const SAMPLE: usize = 1 << 20;

/// Reads the blocks of a text.
pub(crate) fn blocks(
    bytes: &[u8],
    file: &str,
    problems: &mut Vec<Diagnostic>,
) -> Result<Vec<Block>, Flaw> {
    let mut first = Reader::new(bytes.len(), None, BTreeMap::new());
    first.read(bytes)?;
    let kazakh = charset::looks_kazakh(&first.sample).then_some(Charset::Kazakh);
    let comments = std::mem::take(&mut first.found);
    // What a comment says stands behind the words that it is about, and letters of the charset
    // are known at the end: where there are any, the text is read once more.
    let mut reader = if kazakh.is_some() || !comments.is_empty() {
        drop(first);
        let mut again = Reader::new(bytes.len(), kazakh, comments);
        again.read(bytes)?;
        again
    } else {
        first
    };
    if reader.is_open {
        problems.push(Diagnostic::warning("read-rtf-braces", file, 0));
    }
    reader.texts.finish(&mut reader.room)
}

struct Reader {
    room: Room,
    /// The charset that is taken for windows-1251.
    instead: Option<Charset>,
    page: Charset,
    fonts: BTreeMap<i32, Option<Charset>>,
    default_font: i32,
    /// Styles of paragraphs: name, rank of a title.
    styles: BTreeMap<i32, (String, u8)>,
    style: (i32, String, u8),
    font: i32,
    authors: Vec<String>,
    author: String,
    groups: Vec<Group>,
    /// A group has just begun with `\*`.
    starred: bool,
    /// The next word is the first of its group.
    at_start: bool,
    /// Bytes that are not letters yet.
    pending: Vec<u8>,
    /// The first half of a letter of UTF-16.
    high: Option<u16>,
    /// Characters that stand for one that was told by its number.
    skip: u32,
    texts: Texts,
    sample: Vec<u8>,
    /// Comments that were found.
    found: BTreeMap<String, Rc<Remark>>,
    comment: Remark,
    comment_id: String,
    note_number: u32,
    end_number: u32,
    /// A note with a number of its own is to come.
    is_numbered: bool,
    is_open: bool,
}

impl Reader {
    fn new(
        size: usize,
        instead: Option<Charset>,
        comments: BTreeMap<String, Rc<Remark>>,
    ) -> Reader {
        Reader {
            room: Room::of_plain(size),
            instead,
            page: Charset::Page(encoding_rs::WINDOWS_1252),
            fonts: BTreeMap::new(),
            default_font: 0,
            styles: BTreeMap::new(),
            style: (0, String::new(), 0),
            font: 0,
            authors: Vec::new(),
            author: String::new(),
            groups: Vec::new(),
            starred: false,
            at_start: false,
            pending: Vec::new(),
            high: None,
            skip: 0,
            texts: Texts::new(comments),
            sample: Vec::new(),
            found: BTreeMap::new(),
            comment: nothing(),
            comment_id: String::new(),
            note_number: 0,
            end_number: 0,
            is_numbered: false,
            is_open: true,
        }
    }

    fn read(&mut self, bytes: &[u8]) -> Result<(), Flaw> {
        let mut ended = false;
        for token in Tokens::of(bytes) {
            if ended {
                // A brace too many; the letters behind it are no text.
                self.is_open |= matches!(token, Token::Close | Token::Open);
                continue;
            }
            self.token(token)?;
            if self.groups.is_empty() {
                self.flush()?;
                ended = true;
                self.is_open = false;
            }
        }
        while !self.groups.is_empty() {
            self.close()?;
        }
        self.flush()
    }

    fn token(&mut self, token: Token<'_>) -> Result<(), Flaw> {
        match token {
            Token::Open => {
                self.flush()?;
                self.skip = 0;
                if self.groups.len() == DEEPEST {
                    return Err(Flaw::TooDeep);
                }
                let around = self.groups.last().copied().unwrap_or_default();
                self.groups.push(around.inner());
                (self.at_start, self.starred) = (true, false);
            }
            Token::Close => {
                self.flush()?;
                self.skip = 0;
                self.close()?;
                (self.at_start, self.starred) = (false, false);
            }
            Token::Binary => self.skip = self.skip.saturating_sub(1),
            Token::Text(text) => {
                let skipped = (self.skip as usize).min(text.len());
                self.skip -= skipped as u32;
                self.letters(&text[skipped..])?;
                self.at_start = false;
            }
            Token::Byte(_) | Token::Sign(_) | Token::Word(..) if self.skip > 0 => self.skip -= 1,
            Token::Byte(byte) => {
                self.letters(&[byte])?;
                self.at_start = false;
            }
            Token::Sign(b'*') => self.starred = true,
            Token::Sign(letter) => {
                self.flush()?;
                match letter {
                    b'~' => self.write(" ")?,
                    b'_' => self.write("-")?,
                    b'{' | b'}' | b'\\' => self.letters(&[letter])?,
                    b'\r' | b'\n' => self.word("par", None)?,
                    _ => {}
                }
                self.at_start = false;
            }
            Token::Word(name, number) => {
                // Only letters told by number stand between bytes of one word.
                self.flush()?;
                let (at_start, starred) = (self.at_start, self.starred);
                (self.at_start, self.starred) = (false, false);
                if at_start && self.begin(name, starred)? {
                    return Ok(());
                }
                self.word(name, number)?;
            }
        }
        Ok(())
    }

    fn group(&mut self) -> &mut Group {
        if self.groups.is_empty() {
            self.groups.push(Group::default());
        }
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    /// The first word of a group may tell what the group is; gives whether it did.
    fn begin(&mut self, name: &str, starred: bool) -> Result<bool, Flaw> {
        let around = self.group().destination;
        let Some(found) = destination(name, starred, around) else { return Ok(false) };
        self.group().destination = found;
        self.group().is_own = true;
        match found {
            Destination::Note => {
                let label = std::mem::take(&mut self.is_numbered).then(|| {
                    self.note_number += 1;
                    self.note_number.to_string()
                });
                self.texts.push(Frame::note(label));
            }
            Destination::Comment => self.texts.push(Frame::default()),
            Destination::Box => self.texts.push(Frame::default()),
            Destination::Text if name == "listtext" || name == "pntext" => {
                self.group().is_number = true;
            }
            Destination::Style => self.style = (0, String::new(), 0),
            _ => {}
        }
        if matches!(found, Destination::Note | Destination::Comment | Destination::Box) {
            let group = self.group();
            *group = Group { destination: Destination::Text, own: found, ..*group };
        }
        Ok(true)
    }

    fn close(&mut self) -> Result<(), Flaw> {
        let Some(group) = self.groups.pop() else { return Ok(()) };
        if !group.is_own {
            return Ok(());
        }
        match group.own {
            Destination::Note => self.texts.end_note(&mut self.room)?,
            Destination::Box => self.texts.end_box(&mut self.room)?,
            Destination::Comment => {
                let text = self.texts.end_comment(&mut self.room)?;
                let remark = Remark { text, ..std::mem::replace(&mut self.comment, nothing()) };
                let mut id = std::mem::take(&mut self.comment_id);
                if id.is_empty() {
                    // One that is about a place has no name.
                    id = format!("#{}", self.found.len());
                }
                self.texts.comment_at_place(&id);
                self.found.insert(id, Rc::new(remark));
            }
            _ => {}
        }
        match group.destination {
            Destination::CommentAuthor => {
                self.comment.author = Some(self.author.trim().to_owned());
                self.author.clear();
            }
            Destination::CommentDate => {
                self.comment.date = self.author.trim().parse().ok().and_then(date);
                self.author.clear();
            }
            Destination::CommentId => {
                self.comment_id = self.author.trim().to_owned();
                self.author.clear();
            }
            Destination::RangeStart => {
                let id = std::mem::take(&mut self.author);
                self.room.take(0)?;
                self.texts.begin_comment(id.trim());
            }
            Destination::RangeEnd => {
                let id = std::mem::take(&mut self.author);
                self.room.take(0)?;
                self.texts.end_range(id.trim());
            }
            _ => {}
        }
        Ok(())
    }

    /// Bytes in the charset of the font.
    fn letters(&mut self, bytes: &[u8]) -> Result<(), Flaw> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.high = None;
        let is_text = self.group().destination == Destination::Text;
        if is_text
            && self.sample.len() < SAMPLE
            && self.charset() == Charset::Page(encoding_rs::WINDOWS_1251)
        {
            self.sample.extend_from_slice(bytes);
        }
        self.pending.extend_from_slice(bytes);
        if self.pending.len() > 1 << 16 {
            self.flush()?;
        }
        Ok(())
    }

    fn charset(&self) -> Charset {
        let font = self.groups.last().and_then(|group| group.font).unwrap_or(self.default_font);
        self.fonts.get(&font).copied().flatten().unwrap_or(self.page)
    }

    fn flush(&mut self) -> Result<(), Flaw> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let bytes = std::mem::take(&mut self.pending);
        let charset = self.charset();
        let kazakh = self.instead.filter(|_| charset == Charset::Page(encoding_rs::WINDOWS_1251));
        let text = kazakh.unwrap_or(charset).letters(&bytes);
        self.write(&text)
    }

    fn write(&mut self, text: &str) -> Result<(), Flaw> {
        let group = *self.group();
        match group.destination {
            Destination::Text => {
                self.room.letters(text.len())?;
                self.texts.write(text, &group, &self.authors);
            }
            Destination::Fonts | Destination::Skipped | Destination::Shape => {}
            Destination::Code => self.texts.code(text),
            Destination::Style => {
                // The name ends with a semicolon.
                self.room.letters(text.len())?;
                self.style.1.push_str(text);
                if text.contains(';') {
                    self.room.take(0)?;
                    let (number, name, rank) = std::mem::take(&mut self.style);
                    let name = name.split(';').next().unwrap_or_default().trim().to_lowercase();
                    self.styles.insert(number, (name, rank));
                }
            }
            Destination::Authors => {
                self.room.letters(text.len())?;
                for letter in text.chars() {
                    if letter == ';' {
                        self.room.take(0)?;
                        self.authors.push(std::mem::take(&mut self.author).trim().to_owned());
                    } else {
                        self.author.push(letter);
                    }
                }
            }
            _ => {
                self.room.letters(text.len())?;
                self.author.push_str(text);
            }
        }
        Ok(())
    }

    fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), Flaw> {
        if let Some(text) = sign(name) {
            return self.write(text);
        }
        let on = number != Some(0);
        let value = number.unwrap_or(0);
        let group = *self.group();
        match name {
            "u" => return self.unicode(value),
            "uc" => self.group().after = value.clamp(0, 100) as u32,
            "f" => {
                self.font = value;
                self.group().font = Some(value);
            }
            "ansicpg" => self.page = Charset::of_page(value).unwrap_or(self.page),
            "mac" => self.page = Charset::Page(encoding_rs::MACINTOSH),
            "deff" => self.default_font = value,
            "fcharset" if group.destination == Destination::Fonts => {
                self.room.take(0)?;
                self.fonts.insert(self.font, Charset::of_font(value));
            }
            "cpg" if group.destination == Destination::Fonts => {
                if let Some(charset) = Charset::of_page(value) {
                    self.fonts.insert(self.font, Some(charset));
                }
            }
            "s" if group.destination == Destination::Style => self.style.0 = value,
            "outlinelevel" if group.destination == Destination::Style => {
                self.style.2 = rank(value);
            }
            "plain" => *self.group() = group.plain(),
            "v" => self.group().hidden = on,
            "b" => self.group().bold = on,
            "super" => self.group().height = if on { Height::Raised } else { Height::Line },
            "sub" => self.group().height = if on { Height::Lowered } else { Height::Line },
            // Parts of a formula.
            "msup" => self.group().height = Height::Raised,
            "msub" => self.group().height = Height::Lowered,
            "mden" => return self.write("/"),
            "nosupersub" => self.group().height = Height::Line,
            // How far letters are raised or lowered, in halves of a point.
            "up" | "dn" => {
                self.group().height = match number.unwrap_or(6) {
                    0 => Height::Line,
                    points if (points > 0) == (name == "up") => Height::Raised,
                    _ => Height::Lowered,
                };
            }
            "revised" | "mvt" => self.group().inserted = on.then_some(name == "mvt"),
            "deleted" | "mvf" => self.group().deleted = on.then_some(name == "mvf"),
            "revauth" | "mvauth" => self.group().author = value,
            "revauthdel" => self.group().deleting_author = value,
            "revdttm" | "mvdate" => self.group().date = value,
            "revdttmdel" => self.group().deleting_date = value,
            // The number of a paragraph may say of itself what holds for no more than the number.
            _ if group.is_number => {}
            _ if group.destination == Destination::Text => self.layout(name, value, &group)?,
            _ => {}
        }
        Ok(())
    }

    /// Words about paragraphs and tables.
    fn layout(&mut self, name: &str, value: i32, group: &Group) -> Result<(), Flaw> {
        let texts = &mut self.texts;
        match name {
            "par" | "sect" => {
                // A mark that was deleted joins two paragraphs.
                if group.deleted.is_some() {
                    texts.write("\n", group, &self.authors);
                    texts.join();
                } else {
                    texts.end_paragraph(group.is_contents, &mut self.room)?;
                }
            }
            "pard" => texts.plain_paragraph(),
            "s" => {
                if let Some((name, rank)) = self.styles.get(&value) {
                    texts.style(name, *rank);
                }
            }
            "outlinelevel" => texts.heading(rank(value)),
            "intbl" => texts.in_table(),
            "itap" => texts.depth(usize::try_from(value).unwrap_or(0)),
            "cell" => texts.end_cell(1, &mut self.room)?,
            "nestcell" => texts.end_cell(2, &mut self.room)?,
            "row" => texts.end_row(1, &mut self.room)?,
            "nestrow" => texts.end_row(2, &mut self.room)?,
            "trowd" => texts.tables().begin_row(),
            "cellx" => texts.tables().edge(value),
            "clmrg" => texts.tables().next().from_left = true,
            "clvmrg" => texts.tables().next().from_above = true,
            "chftn" => self.is_numbered = !texts.is_inside(),
            "ftnalt" if texts.is_numbered() => {
                self.note_number = self.note_number.saturating_sub(1);
                self.end_number += 1;
                texts.relabel(written(self.end_number, "lowerRoman"));
            }
            "field" => texts.begin_field(),
            "fldrslt" => {
                let is_contents = texts.is_contents();
                self.group().is_contents |= is_contents;
            }
            _ => {}
        }
        Ok(())
    }

    /// A letter told by its number.
    fn unicode(&mut self, value: i32) -> Result<(), Flaw> {
        let unit = value as u16;
        self.skip = self.group().after;
        let high = self.high.take();
        match (high, unit) {
            (_, 0xd800..=0xdbff) => {
                self.high = Some(unit);
                Ok(())
            }
            (Some(high), 0xdc00..=0xdfff) => {
                let text = String::from_utf16_lossy(&[high, unit]);
                self.write(&text)
            }
            // Signs of fonts of symbols.
            (_, 0xe000..=0xf8ff) => self.write("•"),
            _ => {
                let letter = char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}');
                self.write(letter.encode_utf8(&mut [0; 4]))
            }
        }
    }
}

fn nothing() -> Remark {
    Remark { what: What::Comment, text: String::new(), author: None, date: None }
}

fn rank(outline: i32) -> u8 {
    if (0..9).contains(&outline) { outline as u8 + 1 } else { 0 }
}

/// A date that is packed into a number: minute, hour, day, month, year.
pub(crate) fn date(packed: i32) -> Option<String> {
    let packed = packed as u32;
    let field = |from: u32, bits: u32| packed >> from & ((1 << bits) - 1);
    let (minute, hour, day) = (field(0, 6), field(6, 5), field(11, 5));
    let (month, year) = (field(16, 4), field(20, 9) + 1900);
    let valid = minute < 60 && hour < 24 && (1..=31).contains(&day) && (1..=12).contains(&month);
    valid.then(|| format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00"))
}
