//! What a reader of a format gives: blocks in reading order, before their structure is known.

use crate::document::Kind;

/// A block of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// Words.
    Words(Words),
    /// A table.
    Table {
        /// Cells by row.
        rows: Vec<Vec<Cell>>,
        /// Page, from 1, where the format has pages.
        page: Option<u32>,
    },
}

/// A paragraph, a heading, a note: one run of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// Plain text; a line feed only where a line ends on purpose.
    pub(crate) text: String,
    /// Rank of a heading, 1 the highest; 0 if the format does not call it one.
    pub(crate) heading: u8,
    /// Spaces before it, in formats where they mean something.
    pub(crate) indent: Option<usize>,
    /// Wholly in bold.
    pub(crate) bold: bool,
    /// Kind and number that the format itself states.
    pub(crate) stated: Option<(Kind, Option<String>)>,
    /// Depth that the format itself states; with it the depth of all that follows.
    pub(crate) level: Option<u32>,
    /// Page on which it begins, from 1, where the format has pages.
    pub(crate) page: Option<u32>,
}

impl Block {
    /// A table of a format without pages.
    pub(crate) fn table(rows: Vec<Vec<Cell>>) -> Block {
        Block::Table { rows, page: None }
    }
}

impl Words {
    /// A plain paragraph.
    pub(crate) fn plain(text: impl Into<String>) -> Words {
        Words { text: text.into(), ..Words::default() }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its words.
    pub(crate) text: String,
    /// Columns that it covers; 0 counts as 1.
    pub(crate) columns: usize,
    /// Rows that it covers; 0 counts as 1.
    pub(crate) rows: usize,
}

/// Puts spaces in order: one plain space for any run of them, none at the ends of lines, no soft
/// hyphens or marks without width, й and ё as one letter each. Line feeds stay.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => {
                while tidy.ends_with(' ') {
                    tidy.pop();
                }
                if !tidy.is_empty() && !tidy.ends_with('\n') {
                    tidy.push('\n');
                }
            }
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '\u{306}' if tidy.ends_with(['и', 'И']) => {
                let whole = if tidy.ends_with('и') { 'й' } else { 'Й' };
                tidy.pop();
                tidy.push(whole);
            }
            '\u{308}' if tidy.ends_with(['е', 'Е']) => {
                let whole = if tidy.ends_with('е') { 'ё' } else { 'Ё' };
                tidy.pop();
                tidy.push(whole);
            }
            _ if letter.is_whitespace() || letter.is_control() => {
                if !tidy.is_empty() && !tidy.ends_with([' ', '\n']) {
                    tidy.push(' ');
                }
            }
            _ => tidy.push(letter),
        }
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn spaces_and_marks_are_put_in_order() {
        assert_eq!(tidy("  a\u{a0}\t b \n\n c\u{ad}d\r\n"), "a b\ncd");
        assert_eq!(tidy("край и\u{306} е\u{308}ж"), "край й ёж");
    }
}
