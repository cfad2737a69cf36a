//! What tells prose in columns from the cells of a table.

use super::aligned;
use super::layout::{FEWEST, Gap, Row};
use super::sheet::Word;

/// Whether lines fill their column as prose does.
pub(crate) fn is_prose(column: &[Vec<&Word>]) -> bool {
    let lines: Vec<(f64, f64)> = column
        .iter()
        .filter_map(|line| Some((line.first()?.area.left, line.last()?.area.right)))
        .collect();
    if lines.len() < FEWEST {
        return false;
    }
    let left = lines.iter().map(|line| line.0).fold(f64::MAX, f64::min);
    let right = lines.iter().map(|line| line.1).fold(f64::MIN, f64::max);
    let full = lines.iter().filter(|line| line.1 - line.0 >= 0.7 * (right - left)).count();
    let words: usize = column.iter().map(Vec::len).sum();
    full * 100 >= lines.len() * 55 && words * 10 >= lines.len() * 22 && has_letters(column)
}

/// Whether most lines go on with the line above: it is full, and they begin in lower case. Long
/// words fill a narrow column badly, so that its lines are too uneven for [`is_prose`].
/// `least`: fewest lines of which this is concluded.
pub(crate) fn runs_on(column: &[Vec<&Word>], least: usize) -> bool {
    let right = right_edge(column);
    let on = column.windows(2).filter(|pair| goes_on(&pair[0], &pair[1], right)).count();
    column.len() >= least && has_phrases(column) && on * 100 >= column.len() * 40
}

/// Whether lines have more than a word each, and letters rather than digits.
pub(crate) fn has_phrases(column: &[Vec<&Word>]) -> bool {
    let words: usize = column.iter().map(Vec::len).sum();
    words * 10 >= column.len() * 15 && has_letters(column)
}

fn has_letters(column: &[Vec<&Word>]) -> bool {
    let signs = || column.iter().flatten().flat_map(|word| word.text.chars());
    let letters = signs().filter(|letter| letter.is_alphabetic()).count();
    letters > 2 * signs().filter(char::is_ascii_digit).count()
}

/// Whether many lines have dots that lead to a number of a page.
pub(crate) fn is_contents(column: &[Vec<&Word>]) -> bool {
    let is_dots = |word: &&Word| word.text.chars().filter(|letter| *letter == '.').count() >= 5;
    let dotted = column.iter().filter(|line| line.iter().any(is_dots)).count();
    column.len() >= FEWEST && dotted * 4 >= column.len()
}

/// Whether paragraphs of the columns begin in the same rows, as cells of a table do.
pub(crate) fn begin_together(rows: &[Row], gaps: &[Gap]) -> bool {
    let columns = aligned::columns(rows, gaps);
    let rights: Vec<f64> = columns.iter().map(|column| right_edge(column)).collect();
    // For each column, the rows in which a line does not go on with the one above.
    let mut begins: Vec<Vec<usize>> = vec![Vec::new(); columns.len()];
    let mut above: Vec<Option<Vec<&Word>>> = vec![None; columns.len()];
    for (place, row) in rows.iter().enumerate() {
        for (column, lines) in
            aligned::columns(std::slice::from_ref(row), gaps).into_iter().enumerate()
        {
            let Some(line) = lines.into_iter().next() else { continue };
            let goes_on =
                above[column].as_ref().is_some_and(|above| goes_on(above, &line, rights[column]));
            if !goes_on {
                begins[column].push(place);
            }
            above[column] = Some(line);
        }
    }
    let Some((first, others)) = begins.split_first() else { return false };
    others.iter().all(|other| {
        let together = other.iter().filter(|place| first.binary_search(place).is_ok()).count();
        together >= FEWEST && together * 10 >= first.len().min(other.len()) * 7
    })
}

fn right_edge(column: &[Vec<&Word>]) -> f64 {
    let ends = column.iter().filter_map(|line| line.last()).map(|word| word.area.right);
    ends.fold(f64::MIN, f64::max)
}

/// Whether a line goes on with the one above: its first word is in lower case and would not have
/// found place there.
fn goes_on(above: &[&Word], line: &[&Word], right: f64) -> bool {
    above.last().zip(line.first()).is_some_and(|(last, first)| {
        let width = first.area.right - first.area.left;
        is_low(&first.text)
            && last.area.right + width + 0.25 * first.size > right - 0.6 * first.size
    })
}

/// Whether the first letter is one in lower case.
pub(crate) fn is_low(text: &str) -> bool {
    text.chars().find(|letter| letter.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Whether gaps are as wide as the other spaces of their rows, as in a line that is stretched.
pub(crate) fn is_justified(rows: &[Row], gaps: &[Gap]) -> bool {
    let (mut wide, mut even) = (0, 0);
    for row in rows {
        let mut across: f64 = f64::MAX;
        let mut inside: f64 = 0.0;
        for pair in row.words.windows(2) {
            let space = pair[1].area.left - pair[0].area.right;
            if aligned::column(&pair[0], gaps) == aligned::column(&pair[1], gaps) {
                inside = inside.max(space);
            } else {
                across = across.min(space);
            }
        }
        if inside > 0.0 && across < f64::MAX {
            *(if across < 1.5 * inside { &mut even } else { &mut wide }) += 1;
        }
    }
    even > wide
}
