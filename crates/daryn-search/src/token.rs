//! Words of a text as search sees them, and the form under which a word is kept.
//!
//! A word is a run of letters and digits. An apostrophe between letters belongs to it; a hyphen
//! does not, so «көші» finds «көші-қон». «№», «%», «‰» and «§» are words of their own.

use daryn_text::unmixed;

/// The bytes of the first word at or behind a place, which must begin a letter.
pub(crate) fn next(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    let (start, first) = rest.char_indices().find(|(_, c)| is_letter(*c) || is_sign(*c))?;
    let start = from + start;
    Some((start, end(text, start, first)))
}

/// The byte behind the word that begins at a place with a letter.
fn end(text: &str, start: usize, first: char) -> usize {
    let mut end = start + first.len_utf8();
    if is_sign(first) {
        return end;
    }
    // Marks between letters are part of the word only if a letter follows.
    let (mut waits, mut last) = (false, first);
    for (at, c) in text[end..].char_indices().map(|(at, c)| (start + first.len_utf8() + at, c)) {
        if is_letter(c) {
            if waits && !c.is_alphabetic() {
                break;
            }
            (waits, last) = (false, c);
            end = at + c.len_utf8();
        } else if is_invisible(c) {
            // Neither ends a word nor belongs to its end.
        } else if is_apostrophe(c) && last.is_alphabetic() && !waits {
            waits = true;
        } else if is_mark(c) && !waits {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// All words of a text.
pub(crate) fn all(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let word = next(text, at)?;
        at = word.1;
        Some(word)
    })
}

/// The form of a word that search compares: lower case, «ё» as «е», letters of one script where
/// look-alikes of another stand among them, one sort of apostrophe, nothing invisible.
pub fn fold(word: &str) -> String {
    let mut form = String::with_capacity(word.len());
    for letter in unmixed(word).chars().flat_map(char::to_lowercase) {
        match letter {
            'ё' => form.push('е'),
            // A letter may be written as two: «и» with a breve.
            '\u{306}' if form.ends_with('и') => {
                form.pop();
                form.push('й');
            }
            // A lowered digit belongs to the word: «CO₂» is found as «CO2».
            '₀'..='₉' => form.extend(char::from_digit(letter as u32 - '₀' as u32, 10)),
            letter if is_mark(letter) || is_invisible(letter) => {}
            letter if is_apostrophe(letter) => form.push('\''),
            letter => form.push(letter),
        }
    }
    form
}

/// What stands between two words that are joined without a space, in one spelling; `None` where
/// they are not joined, so that anything but a word may stand there.
pub(crate) fn joint(between: &str) -> Option<String> {
    if between.is_empty() || between.contains(char::is_whitespace) {
        return None;
    }
    let plain = between.chars().filter(|c| !is_invisible(*c) && *c != '*').map(|c| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c if is_apostrophe(c) => '\'',
        c => c,
    });
    Some(plain.collect()).filter(|joint: &String| !joint.is_empty())
}

fn is_letter(c: char) -> bool {
    match c {
        // What nearly all letters are, before the table of all scripts is asked.
        'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        c if c.is_ascii() => false,
        // A raised digit is the mark of a footnote, or a number of its own: «виза¹», «10⁶».
        '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' => false,
        c => c.is_alphanumeric(),
    }
}

fn is_sign(c: char) -> bool {
    matches!(c, '№' | '%' | '‰' | '§')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &[&str]) {
        let found: Vec<String> = all(text).map(|(start, end)| fold(&text[start..end])).collect();
        assert_eq!(found, words, "{text}");
    }

    #[test]
    fn words_of_laws() {
        check("Көші-қонның 12-1-бабы", &["көші", "қонның", "12", "1", "бабы"]);
        check("№477-IV, 5 % (пять)", &["№", "477", "iv", "5", "%", "пять"]);
        check("«Об’ём» don't 'so'", &["об'ем", "don't", "so"]);
        // A Latin «i», a soft hyphen, «й» of two letters, an accent.
        check(
            "Көшi ми\u{ad}грация Алтаи\u{306} за\u{301}мок",
            &["көші", "миграция", "алтай", "замок"],
        );
        check("виза¹ 12¹-бап 10⁶ м² CO₂", &["виза", "12", "бап", "10", "м", "co2"]);
        check("— … «» !", &[]);
    }

    #[test]
    fn joints_are_of_one_spelling() {
        assert_eq!(joint("–").as_deref(), Some("-"));
        assert_eq!(joint("/").as_deref(), Some("/"));
        assert_eq!(joint(", "), None);
        assert_eq!(joint(""), None);
    }
}
