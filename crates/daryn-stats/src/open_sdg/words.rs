//! YAML files as trees of texts: metadata, configuration, translations.
//!
//! Aliases are not followed, so that nothing grows; a value is the text that stands there, never a
//! number or a date.

use saphyr_parser::{Event, Parser};

/// Deepest nesting that is read.
const DEEPEST: usize = 40;
/// Most values of a file.
const MOST: usize = 200_000;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Words {
    /// A text; empty for `null` and nothing.
    Text(String),
    /// A list.
    List(Vec<Words>),
    /// Keys and values, in the order of the file.
    Map(Vec<(String, Words)>),
}

impl Words {
    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Words> {
        match self {
            Words::Map(all) => all.iter().find(|(own, _)| own == key).map(|(_, value)| value),
            Words::Text(_) | Words::List(_) => None,
        }
    }

    /// The text.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Words::Text(text) => Some(text),
            Words::Map(_) | Words::List(_) => None,
        }
    }

    /// The text of a key, if there is one.
    pub(crate) fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.text().filter(|text| !text.trim().is_empty())
    }
}

/// What is wrong with a file, and on which line, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) line: u32,
    pub(crate) reason: String,
}

enum Open {
    List(Vec<Words>),
    Map(Vec<(String, Words)>, Option<String>),
}

/// Most lines that are moved to the right.
const MOST_MENDED: usize = 50;

/// Reads the first document of a file. Lines of a quoted text that stand at the very left are
/// against the standard (YAML 1.2.2, 7.3), but the tools of Open SDG write and read them.
pub(crate) fn read(text: &str) -> Result<Words, Wrong> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut mended = String::new();
    for _ in 0..MOST_MENDED {
        match document(if mended.is_empty() { text } else { &mended }) {
            Err(wrong) if wrong.reason.contains("indentation in quoted scalar") => {
                let before = if mended.is_empty() { text } else { &mended };
                match moved(before, wrong.line as usize) {
                    Some(moved) => mended = moved,
                    None => return Err(wrong),
                }
            }
            done => return done,
        }
    }
    document(&mended)
}

/// The text with a blank before the first line behind a line that begins with none.
fn moved(text: &str, line: usize) -> Option<String> {
    let mut start = 0;
    for (number, one) in text.split_inclusive('\n').enumerate() {
        if number >= line && !one.starts_with([' ', '\t', '\n', '\r']) {
            return Some(format!("{} {}", text.get(..start)?, text.get(start..)?));
        }
        start += one.len();
    }
    None
}

fn document(text: &str) -> Result<Words, Wrong> {
    let (mut open, mut count): (Vec<Open>, usize) = (Vec::new(), 0);
    for event in Parser::new_from_str(text) {
        let wrong = |line: usize, reason: String| Wrong {
            line: u32::try_from(line).unwrap_or(u32::MAX).max(1),
            reason,
        };
        let (event, span) =
            event.map_err(|error| wrong(error.marker().line(), error.info().to_owned()))?;
        count += 1;
        if open.len() > DEEPEST || count > MOST {
            return Err(wrong(span.start.line(), "too deep or too long".to_owned()));
        }
        let done = match event {
            Event::SequenceStart(..) => {
                open.push(Open::List(Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map(Vec::new(), None));
                continue;
            }
            Event::Scalar(text, style, ..) => {
                let is_plain = style == saphyr_parser::ScalarStyle::Plain;
                let is_null = is_plain && matches!(text.as_ref(), "~" | "null" | "Null" | "NULL");
                Words::Text(if is_null { String::new() } else { text.into_owned() })
            }
            Event::Alias(_) => Words::Text(String::new()),
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(all)) => Words::List(all),
                Some(Open::Map(all, _)) => Words::Map(all),
                None => continue,
            },
            // Front matter: only what stands before the text is data.
            Event::DocumentEnd => break,
            _ => continue,
        };
        match open.last_mut() {
            None => return Ok(done),
            Some(Open::List(all)) => all.push(done),
            Some(Open::Map(_, key @ None)) => {
                let name = match done {
                    Words::Text(text) => text,
                    // A key that is no text has no name; its value is kept under none.
                    Words::List(_) | Words::Map(_) => String::new(),
                };
                *key = Some(name);
            }
            Some(Open::Map(all, key)) => {
                let name = key.take().unwrap_or_default();
                all.push((name, done));
            }
        }
    }
    Ok(Words::Map(Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_stay_texts() {
        let text = "\u{feff}F: женщины\nempty: ''\nno: no\nyear: 2010\nnull_one: ~\n\
                    'quoted: key': \"a\\nb\"\nlong: Доля населения\n  с доходом ниже\nblock: >-\n  a\n  b\n\
                    lit: |-\n  a\n  b\nlist: [x, 'y']\nitems:\n  - class: A\n    path: data/*.csv\n";
        let words = read(text).expect("read");
        assert_eq!(words.text_of("F"), Some("женщины"));
        assert_eq!((words.text_of("empty"), words.text_of("null_one")), (None, None));
        assert_eq!((words.text_of("no"), words.text_of("year")), (Some("no"), Some("2010")));
        assert_eq!(words.text_of("quoted: key"), Some("a\nb"));
        assert_eq!(words.text_of("long"), Some("Доля населения с доходом ниже"));
        assert_eq!((words.text_of("block"), words.text_of("lit")), (Some("a b"), Some("a\nb")));
        let list = Words::List(vec![Words::Text("x".into()), Words::Text("y".into())]);
        assert_eq!(words.get("list"), Some(&list));
        let Some(Words::List(items)) = words.get("items") else { panic!("{words:?}") };
        assert_eq!(items[0].text_of("path"), Some("data/*.csv"));
        assert_eq!(read("a: [1\nb: 2").map_err(|wrong| wrong.line > 0), Err(true));
        let left = read("a: 'b,\n\u{a0}c.'\nd: e\n").expect("mended");
        assert_eq!((left.text_of("a"), left.text_of("d")), (Some("b, \u{a0}c."), Some("e")));
        let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
        assert!(read(bomb).is_ok());
        assert!(read(&"[".repeat(1000)).is_err());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[-a:|>&*!\\[\\]{},'\"#?%@ \n\t0я]{0,80}") {
            let _ = read(&text);
        }
    }
}
