//! Key word in context: how much of a leaf is shown around what was found.

/// Characters that are shown on each side.
pub const WIDTH: usize = 40;

/// The byte from which on a text is shown before a place: at most [`WIDTH`] characters before it,
/// and not from the middle of a word, unless the word alone is as long.
pub(crate) fn left(text: &str, start: usize) -> usize {
    let before = &text[..start];
    let Some((cut, _)) = before.char_indices().rev().nth(WIDTH - 1) else { return 0 };
    let whole = cut == 0 || before[..cut].ends_with(char::is_whitespace);
    let shown = &before[cut..];
    let word = if whole { Some(0) } else { shown.find(char::is_whitespace) };
    match word {
        Some(word) => {
            let rest = &shown[word..];
            cut + word + (rest.len() - rest.trim_start().len())
        }
        None => cut,
    }
}

/// The byte to which a text is shown behind a place.
pub(crate) fn right(text: &str, end: usize) -> usize {
    let behind = &text[end..];
    let Some((cut, _)) = behind.char_indices().nth(WIDTH) else { return text.len() };
    let whole = behind[cut..].starts_with(char::is_whitespace);
    let word = if whole { Some(cut) } else { behind[..cut].rfind(char::is_whitespace) };
    match word {
        Some(word) => end + behind[..word].trim_end().len(),
        None => end + cut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_ends_at_the_border_of_a_word() {
        let text = "Трудовая миграция населения регулируется законодательством о квоте на работников и о визах для въезда";
        let start = text.find("квоте").expect("a word");
        assert_eq!(&text[left(text, start)..start], "регулируется законодательством о ");
        let end = start + "квоте".len();
        assert_eq!(&text[end..right(text, end)], " на работников и о визах для въезда");
        let start = text.find("визах").expect("a word");
        assert_eq!(&text[left(text, start)..start], "о квоте на работников и о ");
        assert_eq!((left(text, 0), right(text, text.len())), (0, text.len()));
        let long = "ы".repeat(100);
        assert_eq!((left(&long, 200), right(&long, 0)), (120, 80));
    }
}
