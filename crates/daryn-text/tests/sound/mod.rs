//! What must hold of every text, whatever its letters are. Also used by the fuzz target.

use daryn_text::charsets::Charset;
use daryn_text::language::{self, Language};
use daryn_text::repair::{as_printed, is_garbled, repair};
use daryn_text::sentence::sentences;
use daryn_text::{stem, unmixed};

const CHARSETS: [Charset; 5] =
    [Charset::Windows1251, Charset::Windows1252, Charset::Kz1048, Charset::Koi8R, Charset::Cp866];

/// Memory that looking at a text may take: 64 MB and 20 times the input.
pub(crate) const fn memory(input: usize) -> usize {
    64 * 1_000_000 + 20 * input
}

/// Panics unless everything holds of the bytes as a text.
pub(crate) fn check(bytes: &[u8]) {
    for charset in CHARSETS {
        let text = charset.decode(bytes);
        assert_eq!(charset.encode(&text).as_deref(), Some(bytes), "{charset:?} loses letters");
    }
    let text = &*String::from_utf8_lossy(bytes);
    let _ = (language::identify(text), language::detail(text), is_garbled(text));
    repaired(text);
    parted(text);
    for word in text.split_whitespace().take(50) {
        let read = unmixed(word);
        assert_eq!(read.chars().count(), word.chars().count());
        assert_eq!(unmixed(&read), read, "look-alikes are read twice");
        for language in [Language::Kk, Language::Ru, Language::En, Language::Other] {
            assert!(!stem::stem(language, word).is_empty());
        }
    }
}

/// Repairs lead back to the text as printed.
fn repaired(text: &str) {
    let fixed = repair(text);
    let new = &*fixed.text;
    assert_eq!(as_printed(new, &fixed.changes, 0..new.len()), text);
    let (mut end, mut points, mut pieces) = (0, 0, String::new());
    for change in &fixed.changes {
        assert!(end <= change.start && change.start <= change.end, "changes overlap");
        points += new[end..change.start].chars().count();
        assert_eq!(points, change.first, "code points do not count bytes");
        points += new[change.start..change.end].chars().count();
        assert_eq!(points, change.last, "code points do not count bytes");
        pieces += &as_printed(new, &fixed.changes, end..change.start);
        pieces += &as_printed(new, &fixed.changes, change.start..change.end);
        end = change.end;
    }
    pieces += &as_printed(new, &fixed.changes, end..new.len());
    assert_eq!(pieces, text, "pieces are not the whole");
    assert_eq!(fixed.moved_range(0..text.len()), 0..new.len());
    let mut before = 0;
    for (place, _) in text.char_indices().take(1000) {
        let moved = fixed.moved(place);
        assert!(before <= moved && new.is_char_boundary(moved), "a place goes back");
        before = moved;
    }
}

/// Sentences are in order, and all that is not space is in one of them.
fn parted(text: &str) {
    let mut end = 0;
    for sentence in sentences(text) {
        assert!(end <= sentence.start && sentence.start < sentence.end);
        assert!(text[end..sentence.start].trim().is_empty(), "words between sentences are lost");
        let words = &text[sentence.clone()];
        assert_eq!(words, words.trim());
        end = sentence.end;
    }
    assert!(text[end..].trim().is_empty(), "words behind the sentences are lost");
}
