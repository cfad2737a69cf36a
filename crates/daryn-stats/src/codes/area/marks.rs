//! What stands around a name in a table: blanks, footnote marks, the generic part behind a comma.

/// The text without blanks and leader dots around it.
pub(super) fn clean(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '"');
    text.trim_start_matches(['.', '•', '·', '–', '—', '-', ' ', '\u{a0}'])
}

/// The text without one footnote mark at its end, and whether the mark is of letters or digits
/// that might as well belong to a code.
pub(super) fn without_footnote(text: &str) -> Option<(&str, bool)> {
    let last = text.chars().next_back()?;
    let trimmed = |end: usize| text.get(..end).map(str::trim_end).filter(|rest| !rest.is_empty());
    if matches!(last, '*' | '†' | '‡' | '§' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | ',' | '.' | ':')
    {
        return Some((trimmed(text.len() - last.len_utf8())?, false));
    }
    for (open, close) in [('(', ')'), ('[', ']')] {
        if last == close {
            match text.rfind(open) {
                Some(start) => {
                    let mark = text.get(start + 1..text.len() - 1)?.trim();
                    return is_mark(mark)
                        .then(|| trimmed(start))
                        .flatten()
                        .map(|rest| (rest, false));
                }
                // `Kazakhstan 1)`
                None => return behind_blank(text.get(..text.len() - 1)?),
            }
        }
    }
    if last == '/' {
        return behind_blank(text.get(..text.len() - 1)?);
    }
    if last.is_ascii_digit() {
        let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_short = text.len() - rest.len() <= 2;
        let rest = rest.trim_end();
        let letters = rest.chars().filter(|c| c.is_alphabetic()).count();
        return (is_short && letters >= 4).then_some((rest, true));
    }
    None
}

/// A footnote is a number, a letter or stars.
fn is_mark(mark: &str) -> bool {
    let is_number = mark.len() <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic);
    let is_star = mark.chars().all(|c| matches!(c, '*' | '†'));
    !mark.is_empty() && (is_number || is_letter || is_star)
}

fn behind_blank(text: &str) -> Option<(&str, bool)> {
    let end = text.trim_end_matches(|c: char| c.is_alphanumeric());
    let (rest, mark) = (end.trim_end(), text.get(end.len()..)?);
    let is_apart = rest.len() < end.len() || mark.bytes().all(|byte| byte.is_ascii_digit());
    (is_apart && is_mark(mark) && !rest.is_empty()).then_some((rest, true))
}

/// `Korea, Republic of` and `Iran (Islamic Republic of)` in the order in which they are spoken.
pub(super) fn turned(text: &str) -> Option<String> {
    let (name, generic) = match text.strip_suffix(')') {
        Some(rest) => rest.rsplit_once('(')?,
        None => text.split_once(',')?,
    };
    Some(format!("{} {}", generic.trim(), name.trim()))
}

/// Regions that the UNESCO Institute for Statistics names by who made them: `AIMS: Central Asia`.
pub(super) fn is_region_of_source(text: &str) -> bool {
    const MAKERS: [&str; 14] = [
        "AIMS", "AU", "ECA", "EU", "GPE", "ILO", "MDG", "SDG", "UIS", "UN", "UNESCO", "UNICEF",
        "WB", "WHO",
    ];
    text == "CECC-SICA"
        || text
            .split_once(": ")
            .is_some_and(|(maker, name)| MAKERS.contains(&maker) && !name.trim().is_empty())
}

/// Letters that must be changed, put in or left out to make one name of another; one more than
/// `most` where there are more. Source: Wagner and Fischer (1974).
pub(super) fn distance(one: &str, other: &str, most: usize) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut above_left = i;
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = above_left + usize::from(a != b);
            above_left = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(above_left + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}
