//! PDF: the text layer by the places of its words; pages without one from a text beside the file.
//!
//! A PDF holds letters and lines with their places, not paragraphs and tables. `sheet` reads what a
//! page shows, `ruled` and `aligned` find tables, `running` takes heads and feet of pages out,
//! `layout` finds the order of reading, and `flow` makes paragraphs.

mod aligned;
mod flow;
mod guard;
mod hyphens;
mod layout;
mod line;
mod over;
mod prose;
mod ruled;
mod running;
mod sheet;

use std::sync::Arc;

use daryn_model::Diagnostic;
use daryn_text::language::{self, Detail, Language};
use hayro_interpret::InterpreterCache;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::block::{Block, Words};
use crate::{charset, plain, watch};
use flow::{Content, Page};
use hyphens::Hyphens;
use sheet::{Allowance, Failure, Sheet};

/// Most pages that are read.
const PAGES: usize = 20_000;

/// Blocks of a PDF. `side`: the text of its pages as read by another program, with a form feed
/// between pages.
pub(crate) fn blocks(
    bytes: &[u8],
    file: &str,
    side: Option<&[u8]>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    if guard::swells(bytes) {
        let problem = Diagnostic::error("read-pdf-too-much", file, 0);
        problems.push(problem.with("pages", "1"));
        return Vec::new();
    }
    let data = Arc::new(bytes.to_vec());
    let (mut sheets, told) = match sheets(&data) {
        Ok(found) => found,
        Err(code) => {
            problems.push(Diagnostic::error(code, file, 0));
            return Vec::new();
        }
    };
    drop(data);
    let side = side.map(|side| charset::decode(side, None).text);
    let aside: Vec<&str> = side.as_deref().map_or(Vec::new(), |side| side.split('\u{c}').collect());
    let mut missing = Vec::new();
    let mut from_side = Vec::new();
    for sheet in &mut sheets {
        let has_own = is_usable(sheet);
        if has_own || sheet.letters == 0 && !sheet.has_pictures {
            continue;
        }
        sheet.words.clear();
        let text = aside.get(sheet.number as usize - 1).filter(|text| !text.trim().is_empty());
        if text.is_some() { &mut from_side } else { &mut missing }.push(sheet.number);
    }
    let nothing = sheets.len() == missing.len();
    let mut tell = |code: &str, pages: &[u32], error: bool| {
        if !pages.is_empty() {
            let make = if error { Diagnostic::error } else { Diagnostic::warning };
            problems.push(make(code, file, 0).with("pages", ranges(pages)));
        }
    };
    tell("read-page-without-text", &missing, nothing);
    tell("read-ocr-used", &from_side, false);
    tell("read-page-broken", &told.broken, false);
    tell("read-pdf-too-much", &told.left_out, sheets.is_empty());
    let hyphens = Hyphens::of(&sheets);
    let tables: Vec<_> = sheets.iter_mut().map(|sheet| ruled::take(sheet, &hyphens)).collect();
    running::take(&mut sheets);
    let mut borders = Vec::new();
    let pages = sheets.into_iter().zip(tables).map(|(sheet, tables)| {
        let Sheet { number, height, words, rules, .. } = sheet;
        let content = match aside.get(number as usize - 1).filter(|_| from_side.contains(&number)) {
            Some(text) => Content::Blocks(of_side(text, number)),
            None => {
                let leaves = layout::leaves(words, tables, &rules, &hyphens, &mut borders);
                Content::Leaves(leaves)
            }
        };
        Page { number, height, content }
    });
    flow::blocks(pages.collect(), &hyphens)
}

/// Pages that were not read.
#[derive(Default)]
struct Told {
    /// The interpreter gave up.
    broken: Vec<u32>,
    /// They would cost more than a file of this size may.
    left_out: Vec<u32>,
}

/// Reads all pages, or tells why none can be read.
fn sheets(data: &Arc<Vec<u8>>) -> Result<(Vec<Sheet>, Told), &'static str> {
    let mut allowance =
        Allowance { letters: 1_200_000 + data.len() / 3 * 2, steps: 1_500_000 + 4 * data.len() };
    let mut shown = guard::Shown::default();
    let mut told = Told::default();
    let mut sheets = Vec::new();
    let mut place = 0;
    let mut is_spent = false;
    loop {
        let pdf = open(data)?;
        let count = pdf.pages().len();
        if count == 0 {
            return Err("read-pdf-broken");
        }
        let mut cache = InterpreterCache::new();
        shown.reopened();
        while place < count {
            let number = number(place);
            // The library keeps what it unpacked of each page, and a file may show one stream on
            // many pages: it is opened anew before that becomes much.
            match shown.add(&pdf, place, data.len()) {
                guard::Room::Enough => {}
                guard::Room::Reopen => break,
                guard::Room::Heavy => {
                    told.left_out.push(number);
                    place += 1;
                    break;
                }
                guard::Room::None => {
                    told.left_out.extend((place..count).map(self::number));
                    return Ok((sheets, told));
                }
            }
            match sheet::read(&pdf, place, &cache, &mut allowance) {
                Ok(sheet) => {
                    if sheet.is_partial {
                        told.broken.push(number);
                    }
                    sheets.push(sheet);
                }
                Err(Failure::Broken) => {
                    told.broken.push(number);
                    cache = InterpreterCache::new();
                }
                Err(Failure::TooMuch) => {
                    told.left_out.push(number);
                    is_spent = true;
                }
            }
            place += 1;
            if is_spent || place >= PAGES {
                told.left_out.extend((place..count).map(self::number));
                return Ok((sheets, told));
            }
        }
        if place >= count {
            return Ok((sheets, told));
        }
    }
}

/// The number of a page, from 1.
fn number(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(u32::MAX)
}

fn open(data: &Arc<Vec<u8>>) -> Result<Pdf, &'static str> {
    // What is wrong with a file may also show itself as a panic of the library.
    match watch::caught(|| Pdf::new(Arc::clone(data))) {
        Ok(Ok(pdf)) => Ok(pdf),
        Ok(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => {
            Err("read-pdf-password")
        }
        Ok(Err(LoadPdfError::Decryption(_))) => Err("read-encryption"),
        Ok(Err(LoadPdfError::Invalid)) | Err(_) => Err("read-pdf-broken"),
    }
}

/// Whether the letters of a page are words that can be read.
fn is_usable(sheet: &Sheet) -> bool {
    if sheet.letters == 0 || sheet.unknown * 20 > sheet.letters {
        return false;
    }
    // A scan with a stamp or a number that was put on it later.
    if sheet.letters < 60 && sheet.is_picture {
        return false;
    }
    let mut text = String::new();
    for word in sheet.words.iter().take(2000) {
        text.push_str(&word.text);
        text.push(' ');
    }
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let signs = text.chars().filter(|letter| !letter.is_alphanumeric() && *letter != ' ').count();
    let strange = text
        .chars()
        .filter(|letter| {
            letter.is_alphabetic()
                && !letter.is_ascii()
                && !('\u{400}'..='\u{52f}').contains(letter)
        })
        .count();
    // A language that is not known here is still a language; letters of a wrong alphabet are none.
    let no_language = language::identify(&text) == Language::Other
        && language::detail(&text) == Detail::Plain(Language::Other);
    let is_garbage = letters >= 60 && no_language && strange * 4 > letters;
    let is_noise = signs > 200 && signs * 2 > letters + signs && !has_leaders(&text);
    !is_garbage && !is_noise
}

/// Whether the signs are dots that lead to numbers of pages.
fn has_leaders(text: &str) -> bool {
    let dots = text.chars().filter(|letter| ".…·_".contains(*letter)).count();
    dots * 2 > text.chars().filter(|letter| !letter.is_alphanumeric() && *letter != ' ').count()
}

/// Blocks of a page as another program read it.
fn of_side(text: &str, number: u32) -> Vec<Block> {
    let blocks = plain::blocks(text).into_iter().map(|block| match block {
        Block::Words(words) => Block::Words(Words { page: Some(number), ..words }),
        Block::Table { rows, .. } => Block::Table { rows, page: Some(number) },
    });
    blocks.collect()
}

/// Numbers in order, with runs of them in short: `1–3, 7`.
fn ranges(numbers: &[u32]) -> String {
    let mut parts: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => parts.push((*number, *number)),
        }
    }
    let parts: Vec<String> = parts
        .iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            _ => format!("{first}–{last}"),
        })
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn numbers_of_pages_are_told_in_short() {
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10]), "1–3, 7, 9–10");
        assert_eq!(ranges(&[]), "");
    }
}
