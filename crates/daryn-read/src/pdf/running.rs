//! Heads, feet and numbers of pages: what stands at the same place of page after page.

use std::collections::BTreeMap;

use super::line::{line, rows};
use super::sheet::{Sheet, Word};

/// Share of a page, at its upper and at its lower end, in which heads and feet stand.
const EDGE: f64 = 0.13;
/// Most rows of a head or a foot.
const ROWS: usize = 4;

/// Takes heads, feet and numbers of pages out.
pub(crate) fn take(sheets: &mut [Sheet]) {
    // What a row says, apart from numbers, and where; on which pages.
    let mut seen: BTreeMap<(String, i64), Vec<usize>> = BTreeMap::new();
    let edges: Vec<[Vec<Edge>; 2]> = sheets.iter().map(edges).collect();
    for (page, sides) in edges.iter().enumerate() {
        for row in sides.iter().flatten() {
            seen.entry((row.says.clone(), row.place)).or_default().push(page);
        }
    }
    let pages = sheets.len();
    let often = |row: &Edge, page: usize| {
        let on: Vec<usize> = (row.place - 1..=row.place + 1)
            .filter_map(|place| seen.get(&(row.says.clone(), place)))
            .flatten()
            .copied()
            .collect();
        // On the next page or the one behind it: a formula of an act may come again far away.
        let is_near = on.iter().any(|other| (1..=2).contains(&other.abs_diff(page)));
        is_near && (on.len() >= 3 || pages < 8)
    };
    for (page, (sheet, sides)) in sheets.iter_mut().zip(&edges).enumerate() {
        for side in sides {
            for row in side.iter().take(ROWS) {
                let is_same = often(row, page);
                let is_number = row.is_number
                    && if row.is_far { row.is_alone && is_same } else { row.is_alone || is_same };
                if !is_number && (row.is_number || row.is_note || !often(row, page)) {
                    break;
                }
                sheet.words.retain(|word| !row.holds(word));
            }
        }
    }
}

/// A row near an end of a page.
struct Edge {
    top: f64,
    bottom: f64,
    /// Its words with a sign for each number.
    says: String,
    /// Its height on the page, roughly.
    place: i64,
    is_number: bool,
    is_note: bool,
    /// Whether the next row is further away than rows of a text are.
    is_alone: bool,
    /// Whether it stands further in than heads and feet do.
    is_far: bool,
}

impl Edge {
    fn holds(&self, word: &Word) -> bool {
        (self.top - 0.1..=self.bottom + 0.1).contains(&word.area.centre())
    }
}

/// Rows at the upper and at the lower end, from the end inwards.
fn edges(sheet: &Sheet) -> [Vec<Edge>; 2] {
    let upper = EDGE * sheet.height;
    let lower = sheet.height - upper;
    let near = |word: &&Word| word.area.bottom < 2.4 * upper || word.area.top > lower - 1.4 * upper;
    let all = rows(sheet.words.iter().filter(near).cloned().collect());
    let lines: Vec<_> = all.iter().map(|row| (row, line(row))).collect();
    let edge = |place: usize, inner: Option<usize>| {
        let (row, line) = &lines[place];
        let gap = inner.and_then(|inner| lines.get(inner)).map_or(f64::MAX, |(_, other)| {
            (other.area.top - line.area.bottom).max(line.area.top - other.area.bottom)
        });
        let raised = row[0].size < 0.8 * line.size && row.len() > 1;
        Edge {
            top: line.area.top,
            bottom: line.area.bottom,
            says: without_numbers(&line.text),
            place: (line.base / 4.0).round() as i64,
            is_number: is_number(&line.text),
            is_note: raised,
            is_alone: gap > 0.9 * line.size,
            is_far: line.area.bottom >= upper && line.area.top <= lower,
        }
    };
    // Wide margins put the number of a page far in: it is the outermost row then.
    let is_outer = |place: usize, end: usize| place == end && is_number(&lines[place].1.text);
    let end = lines.len().saturating_sub(1);
    let above = (0..lines.len())
        .take_while(|place| {
            let bottom = lines[*place].1.area.bottom;
            bottom < upper || bottom < 2.0 * upper && is_outer(*place, 0)
        })
        .map(|place| edge(place, Some(place + 1)));
    let below = (0..lines.len())
        .rev()
        .take_while(|place| {
            let top = lines[*place].1.area.top;
            top > lower || top > lower - upper && is_outer(*place, end)
        })
        .map(|place| edge(place, place.checked_sub(1)));
    [above.collect(), below.collect()]
}

/// The words with `#` for each number.
fn without_numbers(text: &str) -> String {
    let mut says = String::new();
    for letter in text.chars() {
        if !letter.is_ascii_digit() {
            says.push(letter);
        } else if !says.ends_with('#') {
            says.push('#');
        }
    }
    says
}

/// Whether a line is nothing but the number of a page.
fn is_number(text: &str) -> bool {
    let says = without_numbers(text).to_lowercase();
    let says: String = says
        .chars()
        .filter(|letter| !letter.is_whitespace() && !"-–—.".contains(*letter))
        .collect();
    let known = [
        "#",
        "#/#",
        "стр#",
        "страница#",
        "страница#из#",
        "#из#",
        "с#",
        "#бет",
        "бет#",
        "page#",
        "page#of#",
        "#of#",
        "p#",
    ];
    let is_roman =
        !says.is_empty() && says.len() <= 6 && says.chars().all(|one| "ivx".contains(one));
    known.contains(&says.as_str()) || is_roman
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, base: f64) -> Word {
        let mut word = Word::default();
        word.text = text.into();
        (word.base, word.size) = (base, 10.0);
        (word.area.left, word.area.right) = (100.0, 100.0 + 5.0 * text.len() as f64);
        (word.area.top, word.area.bottom) = (base - 7.5, base + 2.2);
        word
    }

    #[test]
    fn numbers_of_pages_stand_far_in_where_margins_are_wide() {
        let sheet = |page: u32, number: &str| {
            let words = vec![word("words", 640.0), word("end", 652.0), word(number, 703.0)];
            Sheet { number: page, height: 842.0, words, ..Sheet::default() }
        };
        let mut sheets = [sheet(1, "1"), sheet(2, "2"), sheet(3, "3")];
        take(&mut sheets);
        assert!(sheets.iter().all(|sheet| sheet.words.len() == 2));
    }
}
