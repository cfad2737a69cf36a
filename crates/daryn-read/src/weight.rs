//! How much memory bytes would take once they are parsed, told before they are.
//!
//! A few bytes can ask for many: `<br>` is an element, `,` a value, a line feed a passage. What is
//! read may take 64 MB and 20 times the input; these sums are from above, with what a vector takes
//! while it grows.

/// A line: its block, and at most two passages.
const LINE: usize = 700;
/// A cell of a table in Markdown.
const CELL: usize = 400;
/// A value of JSON.
const VALUE: usize = 110;
/// An element of a page, a text between two tags, an attribute.
const ELEMENT: usize = 320;
const TEXT: usize = 220;
const ATTRIBUTE: usize = 110;

/// Whether a text has too many lines, cells or tags for its length.
pub(crate) fn lines_are_too_many(text: &str) -> bool {
    let weight = |byte: u8| match byte {
        b'\n' => LINE,
        b'|' => CELL,
        b'<' => ELEMENT + TEXT,
        _ => 0,
    };
    text.bytes().map(weight).sum::<usize>() > allowed(text.len())
}

/// Whether JSON has too many values for its length.
pub(crate) fn values_are_too_many(json: &str) -> bool {
    let values = json.bytes().filter(|byte| b",[{".contains(byte)).count();
    values * VALUE > allowed(json.len())
}

/// Whether a page has too many elements for its length.
pub(crate) fn elements_are_too_many(page: &str) -> bool {
    let mut sum = 0;
    let mut in_paragraph = false;
    for piece in page.split('<').skip(1) {
        let end = piece.find('>').unwrap_or(piece.len());
        let (is_end, rest) = match piece.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, piece),
        };
        let name = rest.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = &rest[..name.unwrap_or(rest.len())];
        let is = |tag| name.eq_ignore_ascii_case(tag);
        // The end of a paragraph that has not begun makes an empty one, and that of a break a break.
        if !is_end || is("br") || is("p") && !in_paragraph {
            let spaces = piece.as_bytes()[..end].iter().filter(|byte| byte.is_ascii_whitespace());
            sum += ELEMENT + spaces.count() * ATTRIBUTE;
        }
        if is("p") {
            in_paragraph = !is_end;
        }
        if end + 1 < piece.len() {
            sum += TEXT;
        }
    }
    sum > allowed(page.len())
}

/// What parsing may take: the rest is for the bytes themselves, their letters, and the result.
fn allowed(bytes: usize) -> usize {
    40_000_000 + 14 * bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_for_people_is_light() {
        let paragraph = "<p class=\"a\">Абзац с <b>жирным</b> словом, и ещё несколько слов.</p>\n";
        assert!(!elements_are_too_many(&paragraph.repeat(30_000)));
        assert!(!lines_are_too_many(&"Строка из нескольких слов текста.\n".repeat(100_000)));
        assert!(!values_are_too_many(&"{\"text\":\"пункт\",\"level\":1},".repeat(100_000)));
    }

    #[test]
    fn what_asks_for_much_is_heavy() {
        assert!(elements_are_too_many(&"<br>".repeat(1_000_000)));
        assert!(elements_are_too_many(&"</p>".repeat(1_000_000)));
        assert!(elements_are_too_many(&format!("<p{}>", " a".repeat(1_000_000))));
        assert!(lines_are_too_many(&"а\n".repeat(1_000_000)));
        assert!(lines_are_too_many(&"|".repeat(1_000_000)));
        assert!(values_are_too_many(&format!("[{}0]", "0,".repeat(1_000_000))));
    }
}
