//! What groups of three Cyrillic letters speak for, where no letter decides.
//!
//! Weights were learnt (multinomial logistic regression, `benches/trigrams.py`) from messages of
//! programs in Debian in eleven languages and from Russian and Kazakh acts; catalogues with a
//! third of the names were kept apart to measure.

use std::sync::LazyLock;

/// Languages and groups of languages that are weighed against each other.
pub(super) const GROUPS: usize = 6;
/// Place of Russian.
pub(super) const RUSSIAN: usize = 0;
/// Place of Kazakh.
pub(super) const KAZAKH: usize = 1;

const LETTERS: &str = "_абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєґўҳҗ?";
const COUNT: usize = 50;

/// The end of a word.
pub(super) const BORDER: u8 = 0;

struct Table {
    /// Code of each letter of the Cyrillic block.
    codes: [u8; 256],
    /// Place in `weights` by group of codes; 0 for no weight.
    places: Vec<u16>,
    weights: Vec<[i8; GROUPS]>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let code = |letter: char| LETTERS.chars().position(|own| own == letter);
    let other = COUNT - 1;
    let codes = std::array::from_fn(|place| {
        let letter = char::from_u32(0x400 + place as u32).and_then(code);
        letter.unwrap_or(other) as u8
    });
    let (mut places, mut weights) = (vec![0; COUNT.pow(3)], vec![[0; GROUPS]]);
    for line in include_str!("trigrams.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split(' ');
        let group = fields.next().unwrap_or_default().chars();
        let at = group.fold(0, |at, letter| at * COUNT + code(letter).unwrap_or(other));
        places[at] = weights.len() as u16;
        weights.push(std::array::from_fn(|_| {
            fields.next().and_then(|field| field.parse().ok()).unwrap_or(0)
        }));
    }
    Table { codes, places, weights }
});

/// The code of a Cyrillic letter in lower case.
pub(super) fn code(letter: char) -> u8 {
    let place = (letter as usize).wrapping_sub(0x400);
    TABLE.codes.get(place).copied().unwrap_or(COUNT as u8 - 1)
}

/// What three letters in a row speak for.
pub(super) fn weights(letters: [u8; 3]) -> &'static [i8; GROUPS] {
    let at = letters.iter().fold(0, |at, code| at * COUNT + usize::from(*code));
    &TABLE.weights[usize::from(TABLE.places[at])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(LETTERS.chars().count(), COUNT);
        let lines = include_str!("trigrams.txt").lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let fields: Vec<&str> = line.split(' ').collect();
            let letters: Vec<u8> = fields[0]
                .chars()
                .map(|letter| if letter == '_' { BORDER } else { code(letter) })
                .collect();
            let expected: Vec<i8> =
                fields[1..].iter().map(|field| field.parse().expect("a weight")).collect();
            assert_eq!(weights([letters[0], letters[1], letters[2]])[..], expected[..], "{line}");
        }
    }
}
