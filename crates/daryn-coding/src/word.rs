//! Coding in Word: comments and highlights of a document as codings.
//!
//! A comment names codes: ids or names in any language, several with `;` between them or on lines
//! of their own. What stands behind a colon, and lines that name no code, are the memo:
//!
//! ```text
//! function.return; Target group: only those who left as students
//! ```
//!
//! The author of a comment is the coder. A comment that names no code is a memo at its place. A
//! colour behind words is a code by a table that the caller gives, or else by the colours of the
//! codebook where exactly one of them is near.

use std::collections::BTreeMap;

use daryn_model::Diagnostic;
use daryn_read::{Document, Highlight, document};

use crate::beginning;
use crate::codebook::{Code, Codebook, Colour};
use crate::hand::{HandCoding, HandMemo};
use crate::naming::{Named, Naming, codable};

/// How a document is read.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// Id of the document in the study, else the name of its file.
    pub document: &'a str,
    /// Who coded where the file does not say: highlights have no author.
    pub coder: &'a str,
    /// Codes, by id or name, of colours: `#ffff00`, or the name of a pen in Word (`yellow`).
    pub colours: &'a BTreeMap<String, String>,
}

/// What a document holds of its coders' work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// Codings, in order of the text. Places are those of the text that was read.
    pub codings: Vec<HandCoding>,
    /// Comments that name no code.
    pub memos: Vec<HandMemo>,
    /// Highlights whose colour is no code.
    pub uncoded: Vec<Highlight>,
}

/// Takes codings out of a document that was read.
///
/// A comment on a place between letters codes the whole passage there. Told are: `word-unknown-code`,
/// `word-ambiguous-code`, `word-memos`, `word-whole-passages`, `word-no-author`, `word-colour`,
/// `word-colour-nearest`, `word-unknown-colour-code`.
///
/// ```
/// use daryn_coding::{Codebook, word};
///
/// let page = "<p>Plain words.</p>";
/// let document = daryn_read::read(page.as_bytes(), "a.html");
/// let options = word::Options { document: "a", coder: "Aru", colours: &Default::default() };
/// let codebook = Codebook::built_in().expect("a codebook");
/// let marked = word::read(&document, "a.html", &codebook, &options, &mut Vec::new());
/// assert_eq!(marked, word::Marked::default());
/// ```
pub fn read(
    document: &Document,
    file: &str,
    codebook: &Codebook,
    options: &Options<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Marked {
    let mut reader = Reader {
        document,
        file,
        codebook,
        options,
        naming: Naming::new(codebook),
        leaves: document.leaves(),
        marked: Marked::default(),
        problems,
        whole: 0,
        without_author: 0,
    };
    reader.comments();
    reader.highlights();
    let Marked { mut codings, mut memos, uncoded } = reader.marked;
    codings.sort_by(|one, other| place(one).cmp(&place(other)));
    memos.sort_by_key(|memo| (memo.start, memo.end));
    Marked { codings: once(codings), memos, uncoded }
}

fn place(coding: &HandCoding) -> (usize, usize, &str, &str) {
    (coding.start, coding.end, &coding.coder, &coding.code)
}

/// Codings of one coder with one code at one place become one.
fn once(codings: Vec<HandCoding>) -> Vec<HandCoding> {
    let mut kept: Vec<HandCoding> = Vec::with_capacity(codings.len());
    for coding in codings {
        match kept.last_mut().filter(|last| place(last) == place(&coding)) {
            Some(last) => {
                last.time = last.time.take().or(coding.time);
                if !coding.memo.is_empty() && !last.memo.lines().any(|line| line == coding.memo) {
                    if !last.memo.is_empty() {
                        last.memo.push('\n');
                    }
                    last.memo += &coding.memo;
                }
            }
            None => kept.push(coding),
        }
    }
    kept
}

/// What a comment says.
#[derive(Debug, Default, PartialEq, Eq)]
struct Said {
    /// Ids of codes, each once.
    codes: Vec<String>,
    memo: String,
    /// What stands among codes and is none, with the nearest one.
    unknown: Vec<(String, Option<String>)>,
    /// What several codes are called, with their ids.
    ambiguous: Vec<(String, String)>,
}

impl Said {
    fn of(text: &str, naming: &Naming<'_>) -> Said {
        let mut said = Said::default();
        let mut notes: Vec<String> = Vec::new();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        for line in lines.by_ref() {
            if let Named::One(code) = naming.find(line) {
                said.add(code);
                continue;
            }
            if !said.line(line, naming, &mut notes) {
                notes.push(line.to_owned());
                break;
            }
        }
        notes.extend(lines.map(str::to_owned));
        said.memo = notes.join("\n");
        said
    }

    fn add(&mut self, code: &Code) {
        if !self.codes.contains(&code.id.0) {
            self.codes.push(code.id.0.clone());
        }
    }

    /// Codes of a line with `;` between them, or commas where nothing but codes stands between
    /// these: names have commas, too. False if it names none.
    fn line(&mut self, line: &str, naming: &Naming<'_>, notes: &mut Vec<String>) -> bool {
        let (mut found, mut at) = (false, 0);
        let (mut unknown, mut ambiguous) = (Vec::new(), Vec::new());
        while at < line.len() {
            let rest = &line[at..];
            let end = rest.find(';').unwrap_or(rest.len());
            let (part, whole) = (rest[..end].trim(), naming.find(rest[..end].trim()));
            // What is behind a colon is a memo to the end of the line; but names have colons, too.
            let colons = rest[..end].match_indices(':').map(|(colon, _)| colon);
            let named = colons.map(|colon| (colon, naming.find(rest[..colon].trim())));
            let named: Vec<(usize, Named<'_>)> =
                named.filter(|(_, found)| !matches!(found, Named::None(_))).collect();
            let is_one = |found: &&(usize, Named<'_>)| matches!(found.1, Named::One(_));
            let behind = named.iter().find(is_one).or_else(|| named.first());
            at += end + 1;
            if let (Named::None(_), None) = (&whole, behind)
                && part.contains(',')
            {
                let one = |words: &str| match naming.find(words.trim()) {
                    Named::One(code) => Some(code),
                    _ => None,
                };
                if let Some(codes) = part.split(',').map(one).collect::<Option<Vec<_>>>() {
                    codes.into_iter().for_each(|code| self.add(code));
                    found = true;
                    continue;
                }
            }
            match (whole, behind) {
                (Named::One(code), _) => {
                    self.add(code);
                    found = true;
                }
                (_, Some((colon, Named::One(code)))) => {
                    self.add(code);
                    found = true;
                    let memo = rest[colon + 1..].trim();
                    if !memo.is_empty() {
                        notes.push(memo.to_owned());
                    }
                    break;
                }
                (Named::Several(ids), _) => ambiguous.push((part.to_owned(), ids.join(", "))),
                (_, Some((_, Named::Several(ids)))) => {
                    ambiguous.push((part.to_owned(), ids.join(", ")));
                }
                (Named::None(nearest), _) if !part.is_empty() => {
                    unknown.push((part.to_owned(), nearest));
                }
                (Named::None(_), _) => {}
            }
        }
        // Words of a plain note are not unknown codes, but a slip of the pen is.
        let is_slip = |(_, nearest): &(String, Option<String>)| found || nearest.is_some();
        if found {
            notes.extend(unknown.iter().map(|(part, _)| part.clone()));
            notes.extend(ambiguous.iter().map(|(part, _)| part.clone()));
        }
        self.unknown.extend(unknown.into_iter().filter(is_slip));
        self.ambiguous.extend(ambiguous);
        found
    }
}

struct Reader<'a> {
    document: &'a Document,
    file: &'a str,
    codebook: &'a Codebook,
    options: &'a Options<'a>,
    naming: Naming<'a>,
    leaves: Vec<usize>,
    marked: Marked,
    problems: &'a mut Vec<Diagnostic>,
    whole: usize,
    without_author: usize,
}

/// A place in the text: bytes, code points, and the passage if it is a whole one.
struct Spot {
    bytes: (usize, usize),
    points: (usize, usize),
    passage: Option<usize>,
}

impl Reader<'_> {
    fn comments(&mut self) {
        let document = self.document;
        let mut memos = 0;
        for comment in &document.comments {
            let said = Said::of(&comment.text, &self.naming);
            let bytes = (comment.start, comment.end);
            let mut spot = self.spot(bytes, (comment.first, comment.last));
            if spot.bytes.0 == spot.bytes.1
                && !said.codes.is_empty()
                && let Some(around) = self.around(comment.first)
            {
                self.whole += 1;
                spot = around;
            }
            let quote = &document.text[spot.bytes.0..spot.bytes.1];
            let told = |code, found: &str| {
                let problem = Diagnostic::error(code, self.file, 0).with("found", short(found));
                problem.with("quote", short(quote))
            };
            for (found, nearest) in &said.unknown {
                let nearest = nearest.as_deref().unwrap_or_default();
                self.problems.push(told("word-unknown-code", found).with("nearest", nearest));
            }
            for (found, ids) in &said.ambiguous {
                self.problems.push(told("word-ambiguous-code", found).with("codes", ids));
            }
            let author = comment.author.as_deref().map(str::trim).filter(|name| !name.is_empty());
            self.without_author += usize::from(author.is_none());
            let coder = author.unwrap_or(self.options.coder);
            let time = comment.date.as_deref().and_then(time);
            if said.codes.is_empty() && !comment.text.trim().is_empty() {
                memos += 1;
                self.marked.memos.push(HandMemo {
                    document: self.options.document.to_owned(),
                    passage: spot.passage.map(document::name),
                    start: spot.points.0,
                    end: spot.points.1,
                    quote: quote.to_owned(),
                    coder: coder.to_owned(),
                    time: time.clone(),
                    text: comment.text.trim().to_owned(),
                });
            }
            for code in said.codes {
                let coding = self.coding(&spot, &code, coder, time.clone(), &said.memo);
                self.marked.codings.push(coding);
            }
        }
        let counts = [
            ("word-memos", memos),
            ("word-whole-passages", self.whole),
            ("word-no-author", self.without_author),
        ];
        for (code, n) in counts.into_iter().filter(|(_, n)| *n > 0) {
            let told = Diagnostic::warning(code, self.file, 0).with("n", n);
            self.problems.push(told.with("coder", self.options.coder));
        }
    }

    fn highlights(&mut self) {
        let colours = Colours::new(self, self.options.colours);
        // For each colour its code, or how many words have it without one.
        let mut without: BTreeMap<&str, (usize, &str, String)> = BTreeMap::new();
        let mut guessed: BTreeMap<&str, (usize, String)> = BTreeMap::new();
        let document = self.document;
        for one in &document.highlights {
            let words = &document.text[one.start..one.end];
            let code = match colours.find(&one.colour) {
                Painted::Given(code) | Painted::Exact(code) => code,
                Painted::Near(code) => {
                    let (n, _) = guessed.entry(&one.colour).or_insert((0, code.clone()));
                    *n += 1;
                    code
                }
                Painted::None(nearest) => {
                    // A comment that stands on these words says what is meant.
                    let is_said = self
                        .marked
                        .codings
                        .iter()
                        .any(|coding| coding.start < one.last && one.first < coding.end);
                    if !is_said {
                        let (n, ..) = without.entry(&one.colour).or_insert((0, words, nearest));
                        *n += 1;
                        self.marked.uncoded.push(one.clone());
                    }
                    continue;
                }
            };
            let spot = self.spot((one.start, one.end), (one.first, one.last));
            let coding = self.coding(&spot, &code, self.options.coder, None, "");
            self.marked.codings.push(coding);
        }
        for (colour, (n, quote, codes)) in without {
            let told = Diagnostic::warning("word-colour", self.file, 0).with("colour", colour);
            let told = told.with("n", n).with("quote", short(quote));
            self.problems.push(told.with("codes", codes));
        }
        for (colour, (n, code)) in guessed {
            let told = Diagnostic::warning("word-colour-nearest", self.file, 0);
            self.problems.push(told.with("colour", colour).with("n", n).with("code", code));
        }
    }

    /// A place without the spaces around it.
    fn spot(&self, bytes: (usize, usize), points: (usize, usize)) -> Spot {
        let words = &self.document.text[bytes.0..bytes.1];
        if words.trim().is_empty() {
            return Spot { bytes: (bytes.0, bytes.0), points: (points.0, points.0), passage: None };
        }
        let before = words.len() - words.trim_start().len();
        let behind = words.len() - words.trim_end().len();
        // The spaces of a text that was read are one byte each.
        let bytes = (bytes.0 + before, bytes.1 - behind);
        let points = (points.0 + before, points.1 - behind);
        let passages = &self.document.passages;
        let is_it = |at: &usize| (passages[*at].start, passages[*at].end) == bytes;
        let passage = self.leaves.iter().copied().find(is_it);
        Spot { bytes, points, passage: passage.or_else(|| (0..passages.len()).find(is_it)) }
    }

    /// The passage in which a place is.
    fn around(&self, point: usize) -> Option<Spot> {
        let passages = &self.document.passages;
        // Leaves stand in order of the text.
        let at = self.leaves.partition_point(|at| passages[*at].last < point);
        let place = *self.leaves.get(at).filter(|at| passages[**at].first <= point)?;
        let passage = &passages[place];
        Some(Spot {
            bytes: (passage.start, passage.end),
            points: (passage.first, passage.last),
            passage: Some(place),
        })
    }

    fn coding(
        &self,
        spot: &Spot,
        code: &str,
        coder: &str,
        time: Option<String>,
        memo: &str,
    ) -> HandCoding {
        HandCoding {
            document: self.options.document.to_owned(),
            passage: spot.passage.map(document::name),
            start: spot.points.0,
            end: spot.points.1,
            quote: self.document.text[spot.bytes.0..spot.bytes.1].to_owned(),
            code: code.to_owned(),
            coder: coder.to_owned(),
            time,
            version: Some(self.codebook.head.version.clone()),
            memo: memo.to_owned(),
        }
    }
}

/// The beginning of a text, for messages.
fn short(text: &str) -> String {
    beginning(text.chars(), 60)
}

/// A time as RFC 3339 writes it. Word writes the clock of its user with a `Z` behind it; where
/// another program leaves the zone out, the same is done.
fn time(date: &str) -> Option<String> {
    let date = date.trim();
    let bytes = date.as_bytes();
    let is_form = |form: &[u8]| {
        bytes.len() >= form.len()
            && form.iter().zip(bytes).all(|(form, byte)| match form {
                b'0' => byte.is_ascii_digit(),
                form => form == byte,
            })
    };
    // Programs write the year 1 or 1899 where they know no time.
    if !is_form(b"0000-00-00") || date < "1970" {
        return None;
    }
    if bytes.len() == 10 {
        return Some(format!("{date}T00:00:00Z"));
    }
    if !is_form(b"0000-00-00T00:00:00") {
        return None;
    }
    let zone = date[19..].trim_start_matches(|one: char| one == '.' || one.is_ascii_digit());
    match zone {
        "" => Some(format!("{}Z", &date[..19])),
        _ => Some(date.to_owned()),
    }
}

/// What a colour means.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Painted {
    /// What the caller says.
    Given(String),
    /// The one code of exactly this colour.
    Exact(String),
    /// The one code whose colour is near.
    Near(String),
    /// No code, or several alike, which are named.
    None(String),
}

/// Codes by their colours.
struct Colours {
    given: BTreeMap<String, String>,
    codes: Vec<([i64; 3], String)>,
}

/// How far two colours may be from each other to be taken for one, as [`distance`] measures; from
/// black to white it is 765 squared.
const NEAR: i64 = 120 * 120;

impl Colours {
    fn new(reader: &mut Reader<'_>, table: &BTreeMap<String, String>) -> Colours {
        let mut given = BTreeMap::new();
        for (colour, words) in table {
            let hex = Colour::parse(colour).map(|colour| colour.as_str().to_owned());
            match (hex.or_else(|| daryn_read::pen(colour)), reader.naming.find(words)) {
                (Some(colour), Named::One(code)) => drop(given.insert(colour, code.id.0.clone())),
                _ => {
                    let told = Diagnostic::error("word-unknown-colour-code", reader.file, 0);
                    reader.problems.push(told.with("colour", colour).with("found", words));
                }
            }
        }
        let codes = codable(reader.codebook)
            .filter_map(|code| Some((parts(code.colour.as_ref()?.as_str())?, code.id.0.clone())));
        Colours { given, codes: codes.collect() }
    }

    fn find(&self, colour: &str) -> Painted {
        if let Some(code) = self.given.get(colour) {
            return Painted::Given(code.clone());
        }
        let Some(own) = parts(colour) else { return Painted::None(String::new()) };
        let mut near: Vec<(i64, &String)> = (self.codes.iter())
            .map(|(other, code)| (distance(own, *other), code))
            .filter(|(distance, _)| *distance <= NEAR)
            .collect();
        near.sort();
        match near.as_slice() {
            [] => Painted::None(String::new()),
            [(0, code)] => Painted::Exact((*code).clone()),
            [(0, code), (other, _), ..] if *other > 0 => Painted::Exact((*code).clone()),
            [(_, code)] => Painted::Near((*code).clone()),
            // Twice as far as the nearest one: nobody would confuse them.
            [(first, code), (second, _), ..] if *second >= 4 * *first && *first > 0 => {
                Painted::Near((*code).clone())
            }
            several => {
                let ids: Vec<&str> = several.iter().map(|(_, code)| code.as_str()).collect();
                Painted::None(ids.join(", "))
            }
        }
    }
}

fn parts(colour: &str) -> Option<[i64; 3]> {
    let number = u32::from_str_radix(colour.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes().map(i64::from);
    Some([red, green, blue])
}

/// The square of the distance of two colours as people see them: squares of the differences of red,
/// green and blue, weighed by the mean of red (T. Riemersma, *Colour metric*, CompuPhase, 2008).
fn distance(one: [i64; 3], other: [i64; 3]) -> i64 {
    let mean = (one[0] + other[0]) / 2;
    let [red, green, blue] = [0, 1, 2].map(|at| (one[at] - other[at]) * (one[at] - other[at]));
    ((512 + mean) * red + 1024 * green + (767 - mean) * blue) / 256
}
