//! Words that stand on one line.

use super::sheet::{Area, Word};
use crate::raised::{self, Height};

/// Widest room between parts of a word, by the size of its letters.
const TOUCH: f64 = 0.1;

/// A line of a column, or of a cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// Its words.
    pub(crate) text: String,
    /// The place that it takes.
    pub(crate) area: Area,
    /// Where its letters stand.
    pub(crate) base: f64,
    /// Size of most of its letters.
    pub(crate) size: f64,
    /// Whether all of it is bold.
    pub(crate) bold: bool,
    /// Width of its first word.
    pub(crate) first: f64,
    /// Widest space between two of its words.
    pub(crate) widest: f64,
}

/// Puts parts of words together that are drawn apart: letters that a font lacks come from another
/// one, and some programs draw these behind all others of the line.
pub(crate) fn joined(words: Vec<Word>) -> Vec<Word> {
    let mut order: Vec<usize> =
        (0..words.len()).filter(|place| words[*place].is_upright()).collect();
    // Tenths of a point: parts of one word stand at one height.
    let key = |place: &usize| (words[*place].base * 10.0).round() as i64;
    order.sort_by(|one, other| {
        let (a, b) = (&words[*one].area, &words[*other].area);
        key(one).cmp(&key(other)).then(a.left.total_cmp(&b.left))
    });
    // Of each word, the part that it goes on from.
    let mut whole: Vec<Option<Word>> = words.into_iter().map(Some).collect();
    let mut before: Option<usize> = None;
    for place in order {
        let touches = before.and_then(|at| whole[at].as_ref()).zip(whole[place].as_ref());
        let touches = touches.is_some_and(|(left, right)| {
            let size = left.size.min(right.size);
            let gap = right.area.left - left.area.right;
            (left.base - right.base).abs() < 0.08 * size
                && (left.size / right.size - 1.0).abs() < 0.15
                && (-0.4 * size..TOUCH * size).contains(&gap)
        });
        let Some(at) = before.filter(|_| touches) else {
            before = Some(place);
            continue;
        };
        let (Some(mut left), Some(right)) = (whole[at].take(), whole[place].take()) else {
            continue;
        };
        left.text.push_str(&right.text);
        left.area = left.area.with(&right.area);
        left.bold &= right.bold;
        // It stays where its first part is drawn.
        let first = at.min(place);
        whole[first] = Some(left);
        before = Some(first);
    }
    whole.into_iter().flatten().collect()
}

/// Words by rows: those whose letters stand at about one height.
pub(crate) fn rows(mut words: Vec<Word>) -> Vec<Vec<Word>> {
    words.sort_by(|one, other| one.base.total_cmp(&other.base));
    let mut rows: Vec<(f64, f64, Vec<Word>)> = Vec::new();
    for word in words {
        match rows.last_mut() {
            Some((base, size, row)) if is_beside(*base, *size, &word) => {
                if word.size > *size {
                    (*base, *size) = (word.base, word.size);
                }
                row.push(word);
            }
            _ => rows.push((word.base, word.size, vec![word])),
        }
    }
    let mut rows: Vec<Vec<Word>> = rows.into_iter().map(|(_, _, row)| row).collect();
    for row in &mut rows {
        row.sort_by(|one, other| one.area.left.total_cmp(&other.area.left));
    }
    rows
}

/// Whether a word stands on a row, also as a raised number on it.
fn is_beside(base: f64, size: f64, word: &Word) -> bool {
    let middle = |base: f64, size: f64| base - 0.27 * size;
    let within = |at: f64, base: f64, size: f64| at > base - 0.75 * size && at < base + 0.22 * size;
    let is_raised = if word.size < 0.8 * size {
        within(middle(word.base, word.size), base, size)
    } else {
        size < 0.8 * word.size && within(middle(base, size), word.base, word.size)
    };
    is_raised || (word.base - base).abs() < 0.45 * size.max(word.size)
}

/// Makes a line of a row.
pub(crate) fn line(row: &[Word]) -> Line {
    let size = usual(row.iter().map(|word| (word.size, word.text.len())));
    let largest = row.iter().filter(|word| (word.size - size).abs() < 0.5);
    let base = largest.map(|word| word.base).fold(f64::MIN, f64::max);
    let mut text = String::new();
    let mut area: Option<Area> = None;
    let mut first = None;
    let mut widest: f64 = 0.0;
    for word in row {
        if let Some(before) = area {
            widest = widest.max(word.area.left - before.right);
            if word.area.left - before.right > TOUCH * word.size.min(size) {
                text.push(' ');
                first.get_or_insert(before.right - before.left);
            }
            area = Some(before.with(&word.area));
        } else {
            area = Some(word.area);
        }
        let is_small = word.size < 0.8 * size && base - word.base > 0.12 * size;
        let height = if is_small { Height::Raised } else { Height::Line };
        text.push_str(&raised::at(height, &word.text));
    }
    let area = area.unwrap_or_default();
    let bold = row.iter().all(|word| word.bold);
    let first = first.unwrap_or(area.right - area.left);
    Line { text, area, base, size, bold, first, widest }
}

/// The value that most letters have, in halves of a point.
pub(crate) fn usual(values: impl Iterator<Item = (f64, usize)>) -> f64 {
    let mut counts = std::collections::BTreeMap::new();
    for (value, weight) in values {
        *counts.entry((value * 2.0).round() as i64).or_insert(0_usize) += weight;
    }
    // Of equal ones the larger.
    let most = counts.into_iter().max_by_key(|(_, weight)| *weight);
    most.map_or(0.0, |(value, _)| value as f64 / 2.0)
}
