//! Letters of the two scripts, and those that look alike in both.

use std::borrow::Cow;

/// Latin letters with the Cyrillic ones that they look like.
pub(crate) const PAIRS: [(char, char); 27] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('i', 'і'),
    ('h', 'һ'),
    ('k', 'к'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('I', 'І'),
    ('Y', 'У'),
    // Letters of Azerbaijani and of phonetics, typed where a keyboard has no Kazakh ones.
    ('ə', 'ә'),
    ('Ə', 'Ә'),
    ('ɵ', 'ө'),
    ('Ɵ', 'Ө'),
];

/// The Cyrillic letter that a Latin one looks like.
pub(crate) fn as_cyrillic(letter: char) -> Option<char> {
    PAIRS.iter().find(|pair| pair.0 == letter).map(|pair| pair.1)
}

/// The Latin letter that a Cyrillic one looks like.
pub(crate) fn as_latin(letter: char) -> Option<char> {
    PAIRS.iter().find(|pair| pair.1 == letter).map(|pair| pair.0)
}

/// Whether it is a letter of the Cyrillic block and its supplement.
pub(crate) fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter) && !('\u{482}'..='\u{489}').contains(&letter)
}

/// Whether it is a Latin letter, with or without marks.
pub(crate) fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || ('\u{c0}'..='\u{24f}').contains(&letter) && letter != '×' && letter != '÷'
        || letter == 'ə'
        || letter == 'ɵ'
}

/// The letter in lower case; the first one where that is two.
pub(crate) fn lower(letter: char) -> char {
    match letter {
        'а'..='я' => letter,
        'А'..='Я' => char::from_u32(letter as u32 + 32).unwrap_or(letter),
        _ if letter.is_ascii() => letter.to_ascii_lowercase(),
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// A run without spaces, with its look-alikes read in the script of its other letters.
pub fn unmixed(word: &str) -> Cow<'_, str> {
    // By bytes: a letter of ASCII or of the blocks behind it, and a lead byte of Cyrillic.
    let (mut latin, mut cyrillic) = (false, false);
    for byte in word.bytes() {
        latin |= byte.is_ascii_alphabetic() || (0xc3..=0xc9).contains(&byte);
        cyrillic |= (0xd0..=0xd4).contains(&byte);
    }
    if !(latin && cyrillic) {
        return Cow::Borrowed(word);
    }
    let own = |is: fn(char) -> bool, other: fn(char) -> Option<char>| {
        word.chars().filter(|letter| is(*letter) && other(*letter).is_none()).count()
    };
    let (cyrillic, latin) = (own(is_cyrillic, as_latin), own(is_latin, as_cyrillic));
    if cyrillic == latin {
        return Cow::Borrowed(word);
    }
    let other = if cyrillic > latin { as_cyrillic } else { as_latin };
    word.chars().map(|letter| other(letter).unwrap_or(letter)).collect()
}
