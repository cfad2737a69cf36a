//! Letters of other alphabets in the place of Kazakh ones: «Ќазаќстан», «жјне», «ѓылым».
//!
//! Two systems are met. KZ-1048 read as windows-1251 gives є for ғ and ј for ә; fonts of the
//! 1990s had ѓ for ғ and є for ә.

use super::{Edit, Kind};
use crate::language::{Language, identify};
use crate::letters::{is_cyrillic, lower};

/// The Kazakh letter that a letter stands for, but for «є».
fn kazakh(letter: char) -> Option<char> {
    let small = match lower(letter) {
        'ќ' => 'қ',
        'ѓ' => 'ғ',
        'ј' => 'ә',
        'ѕ' | 'њ' => 'ң',
        'ґ' => 'ө',
        'ї' => 'ү',
        'ў' => 'ұ',
        'ћ' => 'һ',
        _ => return None,
    };
    if letter.is_uppercase() { small.to_uppercase().next() } else { Some(small) }
}

/// Words with such letters in a Kazakh text; nothing if there are none or it is another language.
pub(super) fn edits(text: &str) -> Option<Vec<Edit>> {
    let has = |letters: &str| text.chars().any(|letter| letters.contains(lower(letter)));
    // Macedonian and Serbian have neither «ы» nor «і», Ukrainian and Belarusian no «ќ», «ј»,
    // «ѓ», «ѕ», «њ», «ћ».
    if !(has("ыі") && has("ќѓјѕњћ")) {
        return None;
    }
    let fonts = has("ѓ");
    let kz_1048 = has("ј");
    let mut edits = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|letter: char| !is_cyrillic(letter)) {
        let start = at;
        at += word.len();
        let bare = word.trim_end_matches(|letter: char| !is_cyrillic(letter));
        let letters: Vec<char> = bare.chars().collect();
        let read = |(place, letter): (usize, &char)| match lower(*letter) {
            'є' => {
                let vowel = |place: Option<&char>| {
                    place.is_some_and(|letter| "аоұыеіөүәэуијїґў".contains(lower(*letter)))
                };
                let before = place.checked_sub(1).and_then(|place| letters.get(place));
                let beside = vowel(before) || vowel(letters.get(place + 1));
                let is_vowel = fonts || !kz_1048 && !beside;
                match (is_vowel, letter.is_uppercase()) {
                    (true, false) => 'ә',
                    (true, true) => 'Ә',
                    (false, false) => 'ғ',
                    (false, true) => 'Ғ',
                }
            }
            _ => kazakh(*letter).unwrap_or(*letter),
        };
        let new: String = letters.iter().enumerate().map(read).collect();
        if new != bare {
            edits.push(Edit {
                range: start..start + bare.len(),
                text: new,
                kind: Kind::Substitute,
            });
        }
    }
    let mut whole = text.to_owned();
    for edit in edits.iter().rev() {
        whole.replace_range(edit.range.clone(), &edit.text);
    }
    (identify(&whole) == Language::Kk && identify(text) != Language::Ru).then_some(edits)
}
