//! Words that were read in the wrong charset.
//!
//! Bytes of UTF-8 read as one-byte letters are told by themselves: hardly any other text is valid
//! UTF-8 again. Between one-byte charsets the pairs of letters decide: those of Russian and Kazakh
//! must be frequent in the new reading and rare in the given one.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Edit, Kind};
use crate::charsets::Charset;
use crate::language::{Language, identify};
use crate::letters::{is_cyrillic, lower};

/// Runs of wrongly read words; nothing if there are none.
pub(super) fn edits(text: &str) -> Option<Vec<Edit>> {
    let mut edits = runs(text, |word| utf_8(word).is_some(), as_utf_8);
    if edits.is_empty() {
        let is_latin_1 = |word: &str| word.chars().all(|letter| (letter as u32) < 0x100);
        edits = runs(text, is_latin_1, as_cyrillic);
    }
    if edits.is_empty() {
        edits.extend(other_cyrillic(text).map(|new| edit(0..text.len(), new)));
    }
    (!edits.is_empty()).then_some(edits)
}

fn edit(range: Range<usize>, text: String) -> Edit {
    Edit { range, text, kind: Kind::Mojibake }
}

/// Longest runs of words that all can be read anew, and together are. A word without letters
/// beyond ASCII goes with those on both its sides.
fn runs(
    text: &str,
    can_be: impl Fn(&str) -> bool,
    read: impl Fn(&str) -> Option<String>,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut close = |open: &mut Option<Range<usize>>| {
        if let Some(range) = open.take()
            && let Some(new) = read(&text[range.clone()])
        {
            edits.push(edit(range, new));
        }
    };
    let mut at = 0;
    // Only spaces of ASCII: the others may be letters.
    for word in text.split_inclusive(|letter: char| letter.is_ascii_whitespace()) {
        let (start, bare) =
            (at, word.trim_end_matches(|letter: char| letter.is_ascii_whitespace()));
        at += word.len();
        if bare.is_ascii() {
            continue;
        }
        if can_be(bare) {
            open = Some(open.map_or(start, |range| range.start)..start + bare.len());
        } else {
            close(&mut open);
        }
    }
    close(&mut open);
    edits
}

/// The UTF-8 that a text is when its letters are bytes again.
fn utf_8(text: &str) -> Option<String> {
    [Charset::Windows1251, Charset::Windows1252]
        .into_iter()
        .find_map(|charset| String::from_utf8(charset.encode(text)?).ok())
}

fn as_utf_8(text: &str) -> Option<String> {
    let new = utf_8(text)?;
    let beyond = new.chars().filter(|letter| !letter.is_ascii());
    let (mut pairs, mut wide, mut good) = (0, 0, 0);
    for letter in beyond {
        pairs += 1;
        wide += usize::from(letter.len_utf8() > 2);
        let is_word = is_known(letter) || ('\u{c0}'..='\u{17f}').contains(&letter);
        good += usize::from(is_word || ('\u{80}'..'\u{c0}').contains(&letter) || is_sign(letter));
    }
    (good == pairs && (pairs >= 2 || wide > 0)).then_some(new)
}

/// A letter of Russian or Kazakh, or one that stands for it in a text read wrongly twice.
fn is_known(letter: char) -> bool {
    matches!(letter, '\u{401}'..='\u{45f}') || "ӘәҒғҚқҢңӨөҰұҮүҺһҐґ".contains(letter)
}

/// Signs of text, and those that stand for a letter in a text read wrongly twice.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{2044}') || "ƒˆ˜€№™₸₽".contains(letter)
}

/// Cyrillic that was read as Latin: «Ïðàâèòåëüñòâî».
fn as_cyrillic(text: &str) -> Option<String> {
    let bytes = Charset::Windows1252.encode(text)?;
    let high = bytes.iter().filter(|byte| **byte >= 0xc0).count();
    let low = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    if high < 5 || low * 3 > high {
        return None;
    }
    // Letters of Ukrainian, Belarusian and Serbian and those of Kazakh are the same bytes.
    let slavic = Charset::Windows1251.decode(&bytes);
    let new =
        if identify(&slavic) == Language::Ru { slavic } else { Charset::Kz1048.decode(&bytes) };
    let sure = new.chars().filter(|letter| "ұқңәһ".contains(lower(*letter))).count();
    let known = match identify(&new) {
        Language::Ru => true,
        Language::Kk => sure > 0,
        Language::En | Language::Other => false,
    };
    let share = frequent(&new);
    (known && is_cased(&new) && share.1 >= 3 && share.0 * 10 >= share.1 * 3).then_some(new)
}

/// Cyrillic that was read in another charset of Cyrillic: KOI8-R or code page 866.
fn other_cyrillic(text: &str) -> Option<String> {
    let given = frequent(text);
    if given.0 * 4 > given.1 {
        return None;
    }
    let bytes = Charset::Windows1251.encode(text)?;
    for charset in [Charset::Koi8R, Charset::Cp866] {
        let new = charset.decode(&bytes);
        let read = frequent(&new);
        let drawn = new.chars().any(|letter| ('\u{2500}'..='\u{259f}').contains(&letter));
        if !drawn
            && read.1 >= 6
            && read.0 * 5 >= read.1 * 2
            && is_cased(&new)
            && identify(&new) == Language::Ru
        {
            return Some(new);
        }
    }
    None
}

/// Whether no word goes on with a capital behind a small letter.
fn is_cased(text: &str) -> bool {
    let mut before = ' ';
    text.chars().all(|letter| {
        let good = !(before.is_lowercase() && letter.is_uppercase());
        before = letter;
        good
    })
}

/// Pairs of letters that two thirds of all pairs in Russian and in Kazakh acts are.
const PAIRS: &str = "аз ал ам ан ар ас ат ах ақ бе бл ва ве ви во ге го гі да де ды ді ед ел ен ер \
    ес ет за ие ии ик им ин ит ия ка ке ки ко кү ла лд ле ли лы ль лі ма ме ми на нд не ни нн но \
    ны об ов ог од ол ом он ор ос от по пр пу ра рд ре ри ро ры со сп ст сы та тв те ти то тр тт \
    ты ті уб хс ци че ші ыл ын ыс ых ық ың із ік іл ін ға ғы қа қо қс қы үн";

/// How many pairs of Cyrillic letters are frequent ones, and how many pairs there are.
fn frequent(text: &str) -> (usize, usize) {
    static KNOWN: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let pair = |pair: &str| pair.chars().next().zip(pair.chars().nth(1));
        let mut known: Vec<_> = PAIRS.split_ascii_whitespace().filter_map(pair).collect();
        known.sort_unstable();
        known
    });
    let (mut good, mut all, mut before) = (0, 0, ' ');
    for letter in text.chars().map(lower) {
        if is_cyrillic(letter) && is_cyrillic(before) {
            good += usize::from(KNOWN.binary_search(&(before, letter)).is_ok());
            all += 1;
        }
        before = letter;
    }
    (good, all)
}
