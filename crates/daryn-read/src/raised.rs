//! Numbers that stand above or below the line, as in «Статья 12¹», «10⁶» and «CO₂».
//!
//! They are kept as letters of their own. As plain digits they would be part of the number before
//! them: 12¹ would be 121.

use std::borrow::Cow;

/// Where letters stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Height {
    /// On the line.
    #[default]
    Line,
    /// Above it.
    Raised,
    /// Below it.
    Lowered,
}

const PLAIN: &str = "0123456789+-";
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋";

/// Words at a height: their digits as raised or lowered ones. Words of several letters are only
/// small, as those below the line of a signature; their digits stay.
pub(crate) fn at(height: Height, text: &str) -> Cow<'_, str> {
    let forms = match height {
        Height::Line => return Cow::Borrowed(text),
        Height::Raised => RAISED,
        Height::Lowered => LOWERED,
    };
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    if letters > 1 || !text.contains(|letter: char| letter.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let form = |letter| {
        let plain = if letter == '−' || letter == '–' { '-' } else { letter };
        let place = PLAIN.chars().position(|known| known == plain)?;
        forms.chars().nth(place)
    };
    Cow::Owned(text.chars().map(|letter| form(letter).unwrap_or(letter)).collect())
}

/// Whether a letter is a raised digit.
pub(crate) fn is_raised(letter: char) -> bool {
    RAISED.chars().take(10).any(|raised| raised == letter)
}

#[cfg(test)]
mod tests {
    use super::{Height, at};

    #[test]
    fn numbers_are_raised_and_small_words_stay() {
        assert_eq!(at(Height::Raised, "1"), "¹");
        assert_eq!(at(Height::Raised, "−16 "), "⁻¹⁶ ");
        assert_eq!(at(Height::Raised, "1а)"), "¹а)");
        assert_eq!(at(Height::Lowered, "2"), "₂");
        assert_eq!(at(Height::Raised, "th"), "th");
        assert_eq!(at(Height::Raised, "(подпись, 2023 г.)"), "(подпись, 2023 г.)");
        assert_eq!(at(Height::Line, "12"), "12");
    }
}
